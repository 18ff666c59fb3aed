//! What must hold for any salary and any baja.

use super::pruebas::{en_cuenta, hoja, hoy};
use super::*;
use proptest::prelude::*;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::importe::Importe;

/// Minimum wage and cap of 2026, in cents.
const PISO: i64 = 31_504;
const TOPE: i64 = 293_275;

proptest! {
    #[test]
    fn a_month_never_costs_less_on_a_higher_salary(a in PISO..=TOPE, b in PISO..=TOPE) {
        let costo = |centavos: i64| {
            let sbc = Importe::de_centavos(centavos).to_string();
            en_cuenta(&[("ultimo_sbc", &sbc)], "2026-11-22").este_mes.mes.total
        };
        prop_assert!(costo(a.min(b)) <= costo(a.max(b)));
    }

    #[test]
    fn what_is_paid_to_begin_is_the_sum_of_its_months(sbc in PISO..=TOPE, dias in 0_u64..1_800) {
        let baja = hoy().checked_sub_days(chrono::Days::new(dias)).expect("fecha");
        let (sbc, baja_en_texto) = (Importe::de_centavos(sbc).to_string(), baja.to_string());
        let datos = [("ultimo_sbc", sbc.as_str()), ("inicio", "baja"), ("fecha_baja", &baja_en_texto)];
        let cuenta = en_cuenta(&datos, "2026-11-22");
        let inicio = cuenta.inicio.as_ref().expect("inicio");
        let suma: i64 = inicio.iter().flat_map(|p| &p.mes.ramas.0).map(|r| r.1.centavos()).sum();
        prop_assert_eq!(cuenta.total_del_inicio(), Some(Importe::de_centavos(suma)));
        let de_los_meses: u32 = inicio.iter().map(|p| p.mes.dias).sum();
        let (desde, hasta) = cuenta.dias_del_inicio().expect("días");
        prop_assert_eq!(i64::from(de_los_meses), (hasta - desde).num_days() + 1);
        prop_assert_eq!(desde, baja.succ_opt().expect("fecha"));
    }

    #[test]
    fn above_the_cap_and_below_the_last_salary_are_errors_that_say_so(sbc in PISO + 1..=TOPE, mas in 1_i64..500_000) {
        let normativa = Normativa::publicada();
        let error = |ultimo: i64, elegido: i64| {
            let (ultimo, elegido) = (Importe::de_centavos(ultimo).to_string(), Importe::de_centavos(elegido).to_string());
            let hallazgos = cuenta(&normativa, &hoja(&[("ultimo_sbc", &ultimo), ("sbc", &elegido)]), hoy());
            hallazgos.expect_err("no se puede elegir")
        };
        let alto = error(sbc, TOPE + mas);
        prop_assert_eq!(alto[0].codigo, "incorporacion.sbc_tope");
        prop_assert_eq!(alto[0].campo.as_str(), "sbc");
        prop_assert!(alto[0].mensaje.contains("2932.75"));
        let bajo = error(sbc, sbc - 1);
        prop_assert_eq!(bajo[0].codigo, "incorporacion.sbc_menor");
        prop_assert_eq!(bajo[0].campo.as_str(), "sbc");
    }

    #[test]
    fn the_slider_goes_up_and_comes_back(minimo in 1_i64..300_000, mas in 0_i64..300_000, sbc in 1_i64..600_000) {
        let deslizador = Deslizador::entre(Importe::de_centavos(minimo), Importe::de_centavos(minimo + mas));
        let ultima = deslizador.ultima();
        prop_assert_eq!(deslizador.salario(0).centavos(), minimo);
        prop_assert_eq!(deslizador.salario(ultima).centavos(), minimo + mas);
        let posicion = deslizador.posicion(Importe::de_centavos(sbc));
        prop_assert!((0..=ultima).contains(&posicion));
        prop_assert_eq!(deslizador.posicion(deslizador.salario(posicion)), posicion);
        if posicion < ultima {
            prop_assert!(deslizador.salario(posicion) < deslizador.salario(posicion + 1));
        }
        if (minimo..=minimo + mas).contains(&sbc) {
            prop_assert!(deslizador.salario(posicion).centavos() <= sbc);
        }
    }
}
