//! What must hold for any determination of the prima.

#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use rust_decimal::Decimal;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::importe::{Cantidad, Tasa};
use ventanilla_reglas::politica::Politicas;
use ventanilla_reglas::prima::{Clase, Determinacion, Entrada, Motivo, ejecutar};

fn entrada(anterior: i64, dias: u32, porcentaje: u32, defunciones: u32, cotizados: u64) -> Entrada {
    Entrada {
        ejercicio: 2025,
        clase: Clase::III,
        prima_anterior: Tasa::leer(&Decimal::new(anterior, 5).to_string()),
        dias_subsidiados: Some(dias),
        incapacidades_permanentes: Cantidad::leer(&porcentaje.to_string()),
        defunciones: Some(defunciones),
        casos: None,
        trabajadores_promedio: None,
        dias_cotizados: Some(cotizados),
        acreditado_stps: false,
        acreditado_desde: None,
        hubo_cambio_de_actividad: false,
        inicio_en_la_clase: None,
        opta_por_media: false,
        sin_trabajadores_mas_de_seis_meses: false,
        baja_patronal: false,
        presentacion: None,
        politicas: Politicas::default(),
        memoria: false,
    }
}

fn calcular(entrada: Entrada) -> Determinacion {
    ejecutar(&Normativa::publicada(), entrada).unwrap().determinacion
}

fn numero(texto: &str) -> Decimal {
    texto.parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn varia_un_punto_a_lo_mas_y_queda_en_la_ley(
        anterior in 50_000..=1_500_000_i64, dias in 0..5000_u32, porcentaje in 0..300_u32, defunciones in 0..3_u32,
        cotizados in 1..1_000_000_u64,
    ) {
        let salida = calcular(entrada(anterior, dias, porcentaje, defunciones, cotizados));
        let (prima, previa) = (numero(&salida.prima), Decimal::new(anterior, 5));
        prop_assert!((prima - previa).abs() <= Decimal::ONE);
        prop_assert!(prima >= Decimal::new(5, 1) && prima <= Decimal::from(15));
        prop_assert_eq!(salida.obligado_a_presentar, prima != previa);
        prop_assert_eq!(salida.motivo == Some(Motivo::PrimaIgual), prima == previa);
        prop_assert_eq!(salida.prima.split_once('.').unwrap().1.len(), 5);
    }

    #[test]
    fn mas_siniestralidad_no_baja_la_prima(
        anterior in 50_000..=1_500_000_i64, dias in 0..5000_u32, porcentaje in 0..300_u32, defunciones in 0..3_u32,
        cotizados in 1..1_000_000_u64, cual in 0..3_u8,
    ) {
        let una = entrada(anterior, dias, porcentaje, defunciones, cotizados);
        let mas = match cual {
            0 => entrada(anterior, dias + 1, porcentaje, defunciones, cotizados),
            1 => entrada(anterior, dias, porcentaje + 1, defunciones, cotizados),
            _ => entrada(anterior, dias, porcentaje, defunciones + 1, cotizados),
        };
        let (una, mas) = (calcular(una), calcular(mas));
        prop_assert!(numero(&una.prima) <= numero(&mas.prima));
        prop_assert!(numero(una.calculada.as_deref().unwrap()) <= numero(mas.calculada.as_deref().unwrap()));
    }

    #[test]
    fn los_dias_y_su_promedio_exacto_dan_lo_mismo(
        anterior in 50_000..=1_500_000_i64, dias in 0..5000_u32, porcentaje in 0..300_u32, n in 1..20_000_u64,
    ) {
        // n tenths of a worker: n × 36.5 days, whole when n is even.
        let n = n * 2;
        let con_dias = entrada(anterior, dias, porcentaje, 0, n / 2 * 73);
        let mut con_promedio = con_dias.clone();
        con_promedio.dias_cotizados = None;
        con_promedio.trabajadores_promedio = Cantidad::leer(&format!("{}.{}", n / 10, n % 10));
        prop_assert_eq!(calcular(con_dias), calcular(con_promedio));
    }

    #[test]
    fn la_formula_es_la_de_la_ley(
        dias in 0..5000_u32, porcentaje in 0..300_u32, defunciones in 0..3_u32, cotizados in 365..1_000_000_u64,
    ) {
        let salida = calcular(entrada(250_000, dias, porcentaje, defunciones, cotizados));
        // In whole numbers, scaled by 10^7 and rounded half up: 100 × [(S/365 + 28(I + D)) × 2.3/N + 0.005].
        let perdidos = u128::from(dias) * 100 + (u128::from(porcentaje) + 100 * u128::from(defunciones)) * 28 * 365;
        let numerador = perdidos * 23 * 1_000_000;
        let divisor = u128::from(cotizados) * 100;
        let esperado = (2 * numerador + divisor) / (2 * divisor) + 50_000;
        let calculada = numero(salida.calculada.as_deref().unwrap());
        prop_assert_eq!(calculada, Decimal::from_i128_with_scale(i128::try_from(esperado).unwrap(), 5));
    }
}
