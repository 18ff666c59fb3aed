//! What must hold for any deadline.

#![allow(clippy::unwrap_used, clippy::panic)]

use chrono::{Datelike, NaiveDate, Weekday};
use proptest::prelude::*;
use ventanilla_normativa::{Calendario, Normativa};
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::plazo::{Clase, Entrada, Salida, dia_habil, ejecutar, vencimiento_de_pago};
use ventanilla_reglas::politica::Politicas;

const CLASES: [Clase; 3] = [Clase::AvisoAfiliatorio, Clase::Tramite, Clase::Pago];

fn fecha() -> impl Strategy<Value = NaiveDate> {
    (0..7000_u64).prop_map(|n| NaiveDate::from_ymd_opt(2016, 1, 1).unwrap() + chrono::Days::new(n))
}

fn politicas(lft: bool) -> Politicas {
    let mut politicas = Politicas::default();
    politicas.elegir("inhabiles", if lft { "lft74" } else { "cff12" });
    politicas
}

fn calcular(desde: NaiveDate, dias_habiles: u32, clase: Clase, lft: bool) -> Salida {
    let entrada = Entrada {
        desde: Fecha(desde),
        dias_habiles,
        clase,
        politicas: politicas(lft),
        memoria: true,
    };
    ejecutar(&Normativa::publicada(), entrada).unwrap()
}

fn habil(fecha: NaiveDate, lft: bool) -> bool {
    let normativa = Normativa::publicada();
    let calendario = if lft { Calendario::Lft74 } else { Calendario::Cff12 };
    dia_habil(
        &mut Consulta::nueva(&normativa, Politicas::default()),
        calendario,
        fecha,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn cuenta_dias_habiles_y_solo_esos(desde in fecha(), dias in 0..60_u32, lft: bool) {
        for clase in CLASES {
            let salida = calcular(desde, dias, clase, lft);
            prop_assert_eq!(salida.dias.len(), dias as usize);
            prop_assert!(salida.dias.is_sorted());
            prop_assert!(salida.dias.iter().all(|d| habil(d.0, lft) && d.0 > desde));
            prop_assert!(salida.inhabiles_saltados.iter().all(|s| !habil(s.fecha.0, lft)));
            // Every day from the event to the last counted one is either counted or not a working day.
            let faltantes = desde.iter_days().skip(1).take_while(|d| *d <= salida.ultimo_dia.0)
                .filter(|d| habil(*d, lft) && !salida.dias.contains(&Fecha(*d))).count();
            prop_assert_eq!(faltantes, 0);
        }
    }

    #[test]
    fn vence_en_dia_habil(desde in fecha(), dias in 0..60_u32, lft: bool) {
        for clase in CLASES {
            let salida = calcular(desde, dias, clase, lft);
            if clase != Clase::AvisoAfiliatorio {
                prop_assert!(habil(salida.vence.0, lft));
                if salida.ultimo_dia.0.weekday() == Weekday::Fri {
                    prop_assert!(salida.prorrogado);
                }
            } else {
                prop_assert_eq!(salida.vence, salida.ultimo_dia);
                prop_assert!(dias == 0 || habil(salida.vence.0, lft));
            }
            prop_assert!(salida.fecha_segura <= salida.vence);
            prop_assert_eq!(salida.fecha_segura, calcular(desde, dias, clase, !lft).fecha_segura);
        }
    }

    #[test]
    fn mas_dias_no_vencen_antes(desde in fecha(), dias in 0..60_u32, lft: bool) {
        for clase in CLASES {
            let (uno, otro) = (calcular(desde, dias, clase, lft), calcular(desde, dias + 1, clase, lft));
            prop_assert!(uno.vence <= otro.vence);
        }
    }

    #[test]
    fn el_pago_es_el_plazo_de_cero_dias(desde in fecha(), lft: bool) {
        let normativa = Normativa::publicada();
        let mut consulta = Consulta::nueva(&normativa, politicas(lft));
        let vencimiento = vencimiento_de_pago(&mut consulta, desde).unwrap();
        let salida = calcular(desde, 0, Clase::Pago, lft);
        prop_assert_eq!(vencimiento.fecha, salida.vence.0);
        prop_assert_eq!(vencimiento.fecha_segura, salida.fecha_segura.0);
    }

    #[test]
    fn la_memoria_recorre_cada_dia(desde in fecha(), dias in 0..60_u32) {
        let salida = calcular(desde, dias, Clase::Tramite, false);
        let nodos = salida.memoria.unwrap();
        let naturales: usize = nodos.iter().map(|n| n.hijos.len()).sum();
        prop_assert_eq!(i64::try_from(naturales).unwrap(), (salida.vence.0 - desde).num_days());
        prop_assert_eq!(nodos[0].importe.clone(), dias.to_string());
    }
}
