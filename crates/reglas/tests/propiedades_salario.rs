//! What must hold for any salary.

#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use serde_json::{Value, json};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::memoria::Nodo;
use ventanilla_reglas::salario::{Entrada, Salida, ejecutar};

const CONCEPTOS: [&str; 9] = [
    "despensa",
    "premio_puntualidad",
    "premio_asistencia",
    "fondo_ahorro",
    "alimentacion",
    "habitacion",
    "horas_extra",
    "variable",
    "otra",
];

fn calcular(entrada: &Value) -> Salida {
    let entrada: Entrada = serde_json::from_value(entrada.clone()).unwrap();
    ejecutar(&Normativa::publicada(), entrada).unwrap()
}

fn pesos(centavos: i64) -> String {
    Importe::de_centavos(centavos).to_string()
}

/// Perceptions of different concepts, each with an amount, a period and hours.
fn percepciones() -> impl Strategy<Value = Vec<Value>> {
    let una = (
        0..500_000_i64,
        prop::sample::select(vec![1_u32, 7, 15, 30, 31, 61]),
        1..24_u32,
        any::<bool>(),
    );
    (prop::sample::subsequence(CONCEPTOS.to_vec(), 0..5), prop::collection::vec(una, 9)).prop_map(
        |(conceptos, datos)| {
            conceptos
                .into_iter()
                .zip(datos)
                .map(|(concepto, (importe, periodo, horas, cumple))| {
                    let mut p = json!({ "concepto": concepto, "importe": pesos(importe), "periodo_dias": periodo, "cumple_requisitos": cumple });
                    if concepto == "horas_extra" {
                        p["horas"] = horas.into();
                    }
                    p
                })
                .collect()
        },
    )
}

fn entrada() -> impl Strategy<Value = Value> {
    (
        1..600_000_i64,
        1..61_u32,
        percepciones(),
        any::<[bool; 3]>(),
        prop::option::of(1..99_u32),
    )
        .prop_map(|(cuota, anio, percepciones, [factor, especie, zona], aguinaldo)| {
            let mut entrada = json!({
                "fecha": "2026-05-01",
                "area": if zona { "zlfn" } else { "general" },
                "cuota_diaria": pesos(cuota),
                "anio_servicio": anio,
                "otras_percepciones": percepciones,
                "memoria": true,
                "politicas": {
                    "factor_integracion": if factor { "completo" } else { "cuatro_decimales" },
                    "base_especie": if especie { "cuota_diaria" } else { "integrado" },
                    "limite_horas_extra": "nueve",
                },
            });
            if let Some(dias) = aguinaldo {
                entrada["dias_aguinaldo"] = dias.into();
            }
            entrada
        })
}

fn revisar(nodo: &Nodo) {
    let sale = nodo.recalcular().map(|d| d.normalize());
    let dice = nodo.importe.parse().ok().map(|d: rust_decimal::Decimal| d.normalize());
    assert_eq!(sale, dice, "{nodo:?}");
    nodo.hijos.iter().for_each(revisar);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn el_sbc_queda_entre_piso_y_tope(entrada in entrada()) {
        let salida = calcular(&entrada).integracion;
        prop_assert!(salida.piso <= salida.sbc && salida.sbc <= salida.tope);
        if salida.piso <= salida.sbc_sin_tope && salida.sbc_sin_tope <= salida.tope {
            prop_assert_eq!(salida.sbc, salida.sbc_sin_tope);
        }
        prop_assert_eq!(salida.percepciones.len(), entrada["otras_percepciones"].as_array().unwrap().len());
    }

    /// A savings fund apart: raised to what the worker puts in, it stops integrating.
    #[test]
    fn subir_una_percepcion_no_baja_el_sbc(entrada in entrada(), cual in 0..5_usize, mas in 1..500_000_i64) {
        let antes = calcular(&entrada).integracion;
        let mut despues = entrada.clone();
        let lista = despues["otras_percepciones"].as_array_mut().unwrap();
        if let Some(p) = lista.get_mut(cual) {
            let importe = Importe::leer(p["importe"].as_str().unwrap()).unwrap();
            p["importe"] = pesos(importe.centavos() + mas).into();
        }
        let despues = calcular(&despues).integracion;
        prop_assert!(antes.sbc <= despues.sbc);
        prop_assert!(antes.sbc_sin_tope <= despues.sbc_sin_tope);
    }

    #[test]
    fn subir_la_cuota_no_baja_el_sbc(entrada in entrada(), mas in 1..100_000_i64) {
        // More wage raises the 10 % of the premios by less than it raises the salary.
        let antes = calcular(&entrada).integracion;
        let mut despues = entrada.clone();
        let cuota = Importe::leer(entrada["cuota_diaria"].as_str().unwrap()).unwrap();
        despues["cuota_diaria"] = pesos(cuota.centavos() + mas).into();
        prop_assert!(antes.sbc_sin_tope <= calcular(&despues).integracion.sbc_sin_tope);
    }

    #[test]
    fn cada_paso_se_recalcula(entrada in entrada()) {
        calcular(&entrada).memoria.unwrap().iter().for_each(revisar);
    }

    /// Against whole numbers: cuota × (365 + aguinaldo + vacaciones × prima) ÷ 365 plus the excess of despensa.
    #[test]
    fn exacto_contra_enteros(
        cuota in 1..10_000_000_i128, vacaciones in 0..366_i128, aguinaldo in 0..366_i128, prima in 0..10_000_001_i128,
        despensa in 0..1_000_000_i128, periodo in 1..367_i128,
    ) {
        let entrada = json!({
            "fecha": "2026-05-01", "area": "general",
            "cuota_diaria": pesos(i64::try_from(cuota).unwrap()),
            "dias_vacaciones": u32::try_from(vacaciones).unwrap(),
            "dias_aguinaldo": u32::try_from(aguinaldo).unwrap(),
            "prima_vacacional": format!("{}.{:05}", prima / 100_000, prima % 100_000),
            "otras_percepciones": [{
                "concepto": "despensa", "importe": pesos(i64::try_from(despensa).unwrap()), "periodo_dias": u32::try_from(periodo).unwrap(),
            }],
        });
        const UNIDAD: i128 = 10_000_000;
        let dias = (365 + aguinaldo) * UNIDAD + vacaciones * prima;
        // 40 % of 117.31 in ten-thousandths of a cent a day.
        let exceso = (despensa * 1000 - 4_692_400 * periodo).max(0);
        let divisor = 365 * UNIDAD * periodo * 1000;
        let suma = cuota * dias * periodo * 1000 + exceso * 365 * UNIDAD;
        let esperado = (2 * suma + divisor) / (2 * divisor);
        prop_assert_eq!(calcular(&entrada).integracion.sbc_sin_tope.to_string(), pesos(i64::try_from(esperado).unwrap()));
    }
}
