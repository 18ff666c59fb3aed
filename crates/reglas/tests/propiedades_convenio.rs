//! What must hold for any payment plan.

#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use serde_json::{Value, json};
use ventanilla_normativa::{Calendario, Normativa};
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::convenio::{
    EntradaConvenio, SalidaConvenio, ejecutar, ejecutar_comparar, ejecutar_incumplimiento,
};
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::memoria::Nodo;
use ventanilla_reglas::operacion;
use ventanilla_reglas::plazo::dia_habil;
use ventanilla_reglas::politica::Politicas;

fn simular(entrada: Value) -> SalidaConvenio {
    let entrada: EntradaConvenio = serde_json::from_value(entrada).unwrap();
    ejecutar(&Normativa::publicada(), entrada).unwrap()
}

fn de_saldo(centavos: i64, plazo: u32, solicitud: &str, formula: &str) -> Value {
    let saldo = Importe::de_centavos(centavos).to_string();
    json!({"solicitud": solicitud, "plazo": plazo, "saldo": saldo, "politicas": {"parcialidad": formula}})
}

/// A day of a year whose rates are loaded.
fn dia() -> impl Strategy<Value = String> {
    (2016..=2026_i32, 1..=12_u32, 1..=28_u32).prop_map(|(anio, mes, dia)| format!("{anio}-{mes:02}-{dia:02}"))
}

fn formula() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("anualidad"), Just("global")]
}

fn revisar(nodo: &Nodo) {
    let dice = nodo.importe.parse().ok();
    assert_eq!(nodo.recalcular(), dice, "{}: {:?}", nodo.clave, nodo.operandos);
    nodo.hijos.iter().for_each(revisar);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    /// However small the balance: nothing negative, the capital is the balance, and the last payment ends it.
    #[test]
    fn el_capital_suma_el_saldo(
        centavos in prop_oneof![1..200_i64, 1..1_000_000_000_i64, Just(Importe::MAXIMO)],
        plazo in 1..=48_u32, solicitud in dia(), formula in formula(),
    ) {
        let salida = simular(de_saldo(centavos, plazo, &solicitud, formula));
        prop_assert_eq!(salida.tabla.len(), usize::try_from(plazo).unwrap());
        let sumar = |parte: fn(&ventanilla_reglas::convenio::Parcialidad) -> Importe| -> Importe {
            salida.tabla.iter().map(parte).sum()
        };
        prop_assert_eq!(sumar(|f| f.capital).centavos(), centavos);
        prop_assert_eq!(sumar(|f| f.pago), salida.total_a_plazos);
        prop_assert_eq!(sumar(|f| f.recargo), salida.recargos_de_prorroga);
        prop_assert_eq!(salida.tabla.last().unwrap().saldo, Importe::CERO);
        for fila in &salida.tabla {
            prop_assert_eq!(fila.recargo + fila.capital, fila.pago);
            let partes = [fila.pago, fila.recargo, fila.capital, fila.saldo];
            prop_assert!(partes.into_iter().all(|p| p >= Importe::CERO), "{:?}", fila);
        }
        prop_assert_eq!(salida.garantia.monto, salida.total_a_plazos);
    }

    /// From a thousand pesos up every instalment but the last is the same, and more time never costs less.
    #[test]
    fn todas_iguales_y_mas_plazo_no_cuesta_menos(
        centavos in 100_000..=Importe::MAXIMO, plazo in 1..48_u32, formula in formula(),
    ) {
        let salida = simular(de_saldo(centavos, plazo, "2026-05-20", formula));
        let primera = salida.tabla[0].pago;
        let antes_de_la_ultima = &salida.tabla[..salida.tabla.len() - 1];
        prop_assert!(antes_de_la_ultima.iter().all(|f| f.pago == primera));
        let mas = simular(de_saldo(centavos, plazo + 1, "2026-05-20", formula));
        prop_assert!(mas.total_a_plazos >= salida.total_a_plazos);
    }

    #[test]
    fn las_fechas_avanzan_y_son_habiles(solicitud in dia(), plazo in 1..=48_u32, calendario in 0..2_usize) {
        let (nombre, calendario) = [("cff12", Calendario::Cff12), ("lft74", Calendario::Lft74)][calendario];
        let mut entrada = de_saldo(5_000_000, plazo, &solicitud, "anualidad");
        entrada["politicas"]["inhabiles"] = nombre.into();
        let tabla = simular(entrada).tabla;
        let normativa = Normativa::publicada();
        let mut consulta = Consulta::nueva(&normativa, Politicas::default());
        for fila in &tabla {
            prop_assert!(fila.vence >= fila.nominal);
            prop_assert!(dia_habil(&mut consulta, calendario, fila.vence.0), "{}", fila.vence);
        }
        prop_assert!(tabla.windows(2).all(|par| par[0].vence < par[1].vence && par[0].nominal < par[1].nominal));
    }

    /// What is paid at once and what is left are the debt, whatever the políticas; and the explanation is true.
    #[test]
    fn el_adeudo_se_reparte_completo(
        // With more than four times the employer's share, the reading `con_obrera` leaves nothing to be paid in time.
        patronal in 100..10_000_000_i64, por_ciento in 0..300_i64, multa in 0..1_000_000_i64,
        con_obrera in any::<bool>(), se_difiere in any::<bool>(), diferido in any::<bool>(), plazo in 1..=12_u32,
    ) {
        let pesos = |centavos: i64| Importe::de_centavos(centavos).to_string();
        let obrera = patronal * por_ciento / 100;
        let salida = simular(json!({
            "solicitud": "2026-05-20", "plazo": plazo, "memoria": true,
            "modalidad": if diferido { "diferido" } else { "parcialidades" },
            "creditos": [
                {"clase": "cop", "vencimiento": "2026-02-17", "patronal": pesos(patronal), "obrera": pesos(obrera)},
                {"clase": "rcv", "vencimiento": "2026-03-17", "patronal": pesos(patronal), "obrera": pesos(obrera)},
                {"clase": "multa", "vencimiento": "2026-03-10", "importe": pesos(multa)},
            ],
            "politicas": {
                "base_inicial": if con_obrera { "con_obrera" } else { "sin_obrera" },
                "rcv_obrera": if se_difiere { "se_difiere" } else { "se_paga" },
            },
        }));
        let (adeudo, inicial) = (salida.adeudo.unwrap(), salida.pago_inicial.unwrap());
        prop_assert_eq!(adeudo.patronal + adeudo.obrera, adeudo.total);
        prop_assert_eq!(inicial.total + salida.saldo, adeudo.total);
        prop_assert_eq!(inicial.obrera, adeudo.obrera);
        prop_assert_eq!(inicial.total + salida.total_a_plazos, salida.total_general);
        let incluidos: Importe = adeudo.creditos.iter().filter(|c| c.incluido).map(|c| c.total).sum();
        prop_assert_eq!(incluidos, adeudo.total);
        prop_assert!(salida.saldo > Importe::CERO);
        salida.memoria.unwrap().iter().for_each(revisar);
    }

    /// Each option of the comparison is what its plan says.
    #[test]
    fn comparar_es_simular(centavos in 1..1_000_000_000_i64, plazo in 1..=48_u32, solicitud in dia()) {
        let saldo = Importe::de_centavos(centavos).to_string();
        let documento = json!({"solicitud": solicitud, "plazos": [plazo], "saldo": saldo});
        let comparada = ejecutar_comparar(&Normativa::publicada(), serde_json::from_value(documento).unwrap()).unwrap();
        prop_assert_eq!(comparada.opciones.len(), 3);
        for opcion in comparada.opciones {
            let plan = simular(json!({
                "solicitud": solicitud, "plazo": opcion.plazo, "saldo": saldo, "modalidad": opcion.modalidad,
            }));
            prop_assert!(opcion.procede);
            prop_assert_eq!(opcion.tasa, Some(plan.tasa));
            prop_assert_eq!(opcion.total_general, Some(plan.total_general));
            prop_assert_eq!(opcion.garantia, Some(plan.garantia.monto));
            prop_assert_eq!(opcion.pago_mensual, plan.tabla.first().map(|f| f.pago));
            prop_assert_eq!(opcion.ultimo_vencimiento, plan.tabla.last().map(|f| f.vence));
        }
    }

    /// A plan falls with three instalments due and unpaid, wherever they are, or with the last one; and what is owed of
    /// an unpaid one is never less than the instalment.
    #[test]
    fn cae_con_tres_o_con_la_ultima(pagadas in prop::collection::vec(any::<bool>(), 2..=12), vencidas in 0..=12_usize) {
        let cuantas = pagadas.len();
        let plan = simular(de_saldo(8_000_000, u32::try_from(cuantas).unwrap(), "2024-02-20", "anualidad"));
        let vencidas = vencidas.min(cuantas);
        let ultima = vencidas.checked_sub(1).map_or(plan.tabla[0].nominal, |i| plan.tabla[i].vence);
        let fecha = ultima.0.succ_opt().unwrap().to_string();
        let pagos: Vec<Value> = plan.tabla.iter().zip(&pagadas).take(vencidas)
            .filter(|(_, pagada)| **pagada)
            .map(|(f, _)| json!({"numero": f.numero, "fecha": f.vence, "importe": f.pago}))
            .collect();
        let (fecha, debidas) = if vencidas == 0 { ("2024-02-21".to_owned(), 0) } else {
            (fecha, pagadas[..vencidas].iter().filter(|p| !**p).count())
        };
        let documento = json!({"tabla": plan.tabla, "pagos": pagos, "fecha": fecha});
        let entrada = serde_json::from_value(documento).unwrap();
        let revision = ejecutar_incumplimiento(&Normativa::publicada(), entrada).unwrap();
        prop_assert_eq!(usize::try_from(revision.sin_pagar).unwrap(), debidas);
        let falta_la_ultima = vencidas == cuantas && !pagadas[cuantas - 1];
        prop_assert_eq!(revision.sin_efecto, debidas >= 3 || falta_la_ultima);
        prop_assert_eq!(revision.rehabilitacion.is_some(), revision.sin_efecto);
        let pagado: Importe = plan.tabla.iter().zip(&pagadas).take(vencidas)
            .filter(|(_, p)| **p).map(|(f, _)| f.capital).sum();
        prop_assert_eq!(revision.saldo_insoluto.unwrap() + pagado, plan.saldo);
        for parcialidad in revision.parcialidades.iter().filter(|p| p.mora.is_some()) {
            prop_assert!(parcialidad.total >= parcialidad.pago);
        }
    }

    /// Whatever comes, there is an answer: nothing panics.
    #[test]
    fn nada_lo_tumba(
        anio in 1900..2200_i32, vence in 1900..2200_i32, plazo in any::<u32>(), centavos in 0..=Importe::MAXIMO,
        operacion in 0..3_usize,
    ) {
        let fecha = format!("{anio}-01-31");
        let vencimiento = format!("{vence}-12-31");
        let importe = Importe::de_centavos(centavos).to_string();
        let creditos: Vec<Value> = (0..40)
            .map(|_| json!({"clase": "capital_constitutivo", "vencimiento": vencimiento, "importe": importe}))
            .collect();
        let (nombre, documento) = [
            ("convenio.simular", json!({"solicitud": fecha, "plazo": plazo, "creditos": creditos})),
            ("convenio.comparar", json!({"solicitud": fecha, "plazos": [plazo, 12], "creditos": creditos})),
            ("convenio.incumplimiento", json!({
                "tabla": [{"numero": 1, "vence": vencimiento, "pago": importe}], "fecha": fecha,
                "pagos": [{"numero": 1, "fecha": fecha, "importe": importe}],
            })),
        ][operacion].clone();
        let respuesta = operacion::ejecutar(&Normativa::publicada(), nombre, &documento.to_string());
        prop_assert!(respuesta.json.contains("\"hallazgos\""));
    }
}
