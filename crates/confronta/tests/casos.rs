//! Golden cases: each kind of cause with its pesos, and the dossier's L1 and L2.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod comun;

use comun::{centavos, confrontar, emitida, escenario};
use serde_json::Value;
use std::collections::BTreeMap;
use ventanilla_confronta::mensajes::{antes_de_reclamar, veredicto};
use ventanilla_confronta::motor::Parametros;
use ventanilla_reglas::cuotas::FIGURAS;
use ventanilla_tramites::prevision::ClaseDePeriodo;

fn casos() -> Vec<Value> {
    serde_json::from_str(include_str!("datos/casos.json")).expect("casos.json")
}

#[test]
fn la_aritmetica_sola() {
    for caso in casos() {
        let (confronta, confrontados) = confrontar(emitida(&caso), Parametros::default());
        let nombre = &caso["nombre"];
        assert_eq!(confronta.diferencia(), centavos(&caso["aritmetica"]), "{nombre}");
        assert!(confronta.avisos.is_empty(), "{nombre}: {:?}", confronta.avisos);
        if caso["nomina"].is_null() {
            revisar(&caso, &confrontados);
        }
    }
}

#[test]
fn contra_la_nomina() {
    for caso in casos().iter().filter(|c| !c["nomina"].is_null()) {
        let parametros = Parametros {
            nomina: Some(escenario(caso)),
            ..Parametros::default()
        };
        let (confronta, confrontados) = confrontar(emitida(caso), parametros);
        let nombre = &caso["nombre"];
        assert!(confronta.avisos.is_empty(), "{nombre}: {:?}", confronta.avisos);
        if let Some(calculado) = caso.get("calculado") {
            assert_eq!(confronta.total_calculado(), centavos(calculado), "{nombre}");
        }
        if let Some(diferencia) = caso.get("diferencia") {
            assert_eq!(confronta.diferencia(), centavos(diferencia), "{nombre}");
        }
        for (clave, importe) in caso["ramos"].as_object().into_iter().flatten() {
            let figura = FIGURAS.iter().position(|f| f.clave() == clave).expect("clave");
            assert_eq!(confronta.calculado[figura], centavos(importe), "{nombre}, {clave}");
        }
        revisar(caso, &confrontados);
    }
}

fn revisar(caso: &Value, confrontados: &[ventanilla_confronta::salida::Confrontado]) {
    let esperadas: BTreeMap<String, BTreeMap<String, i64>> = caso["causas"]
        .as_object()
        .expect("causas")
        .iter()
        .map(|(nss, causas)| {
            let causas = causas.as_object().expect("causas de un NSS").iter();
            (nss.clone(), causas.map(|(c, i)| (c.clone(), centavos(i))).collect())
        })
        .collect();
    let dadas: BTreeMap<String, BTreeMap<String, i64>> = confrontados
        .iter()
        .filter(|c| !c.causas.is_empty())
        .map(|c| {
            let clave = |e: &ventanilla_confronta::salida::Explicada| {
                serde_json::to_value(e.causa)
                    .expect("causa")
                    .as_str()
                    .expect("texto")
                    .to_owned()
            };
            (
                c.nss.clone(),
                c.causas.iter().map(|e| (clave(e), e.centavos())).collect(),
            )
        })
        .collect();
    assert_eq!(dadas, esperadas, "{}", caso["nombre"]);
    for suyo in confrontados {
        assert!(suyo.avisos.is_empty(), "{}: {:?}", caso["nombre"], suyo.avisos);
        for explicada in &suyo.causas {
            let texto = explicada.texto();
            assert!(
                !texto.contains('…') && !texto.contains("  ") && !texto.contains(": ."),
                "{texto}"
            );
        }
    }
}

/// Days of absence typed without a date in a payroll of the bimestre belong to the bimestre: the EBA has them and the EMA of
/// one of its months does not, whichever sheet is read last.
#[test]
fn cada_hoja_con_sus_dias_sin_fecha() {
    let nss = "99210100055";
    let renglon = |hoja: &str, dias: u32| serde_json::json!({ "hoja": hoja, "nss": nss, "nombre": "ENSAYO MODELO ELVIRA", "dias": dias, "sbc": "545.64" });
    let con_faltas = |clase: ClaseDePeriodo| {
        let caso = serde_json::json!({
            "anio": 2026, "mes": 10, "prima": "1.13065",
            "renglones": [renglon("ema", 31), renglon("eba", 61)],
            "nomina": {
                "prima": "1.13065", "movimientos": [],
                "trabajadores": [[nss, "Elvira", "545.64", "520.00", "", "", "", "", "4"]],
            },
        });
        let mut nomina = escenario(&caso);
        (nomina.periodo.clase, nomina.periodo.numero) = (clase, 5);
        let parametros = Parametros {
            nomina: Some(nomina),
            ..Parametros::default()
        };
        confrontar(emitida(&caso), parametros).1.remove(0)
    };
    for clase in [ClaseDePeriodo::Bimestre, ClaseDePeriodo::Completo] {
        let suyo = con_faltas(clase);
        let diferencia = |clave| suyo.emision[comun::lugar(clave)] - suyo.calculado()[comun::lugar(clave)];
        assert_eq!(
            diferencia("invalidez_patron"),
            0,
            "{clase:?}: the EMA has no absences of its own"
        );
        // Retiro, 2 % of 545.64: 61 days, and 57 without the four absences (LSS 31 I, 168 I)
        assert_eq!(suyo.emision[comun::lugar("retiro")], 66_568, "{clase:?}");
        assert_eq!(diferencia("retiro"), 66_568 - 62_203, "{clase:?}");
    }
}

/// A payroll that has another salary from the first day and raises it besides: both are told, and no change of the first day.
#[test]
fn otro_salario_y_ademas_un_aumento() {
    let nss = "99210100055";
    let caso = serde_json::json!({
        "anio": 2026, "mes": 10, "prima": "1.13065",
        "renglones": [{ "hoja": "ema", "nss": nss, "nombre": "ENSAYO MODELO ELVIRA", "dias": 31, "sbc": "506.96" }],
        "nomina": {
            "prima": "1.13065",
            "movimientos": [[nss, "modificacion", "2026-10-16", "", "630.00"]],
            "trabajadores": [[nss, "Elvira", "600.00", "580.00"]],
        },
    });
    let parametros = Parametros {
        nomina: Some(escenario(&caso)),
        ..Parametros::default()
    };
    let suyo = confrontar(emitida(&caso), parametros).1.remove(0);
    let textos: Vec<String> = suyo.causas.iter().map(|c| c.texto()).collect();
    assert!(
        textos.iter().any(|t| t
            == "Salario distinto: $506.96 en la emisión y, en su nómina, $600.00 hasta el 15 de octubre y $630.00 desde el 16 de octubre."),
        "{textos:?}"
    );
    assert!(!textos.iter().any(|t| t.contains("no reconocida")), "{textos:?}");
}

/// Whoever could not be compared is told in the answer: nothing is «correct» because of what was not looked at.
#[test]
fn lo_que_no_se_pudo_comparar_se_dice() {
    let caso = serde_json::json!({
        "anio": 2026, "mes": 10, "prima": "1.13065",
        "renglones": [{ "hoja": "ema", "nss": "99210100055", "nombre": "ENSAYO MODELO ELVIRA", "dias": 31, "sbc": "506.96" }],
    });
    let mut emitida = emitida(&caso);
    emitida.renglones[0].dias = 40;
    let (confronta, _) = confrontar(emitida, Parametros::default());
    assert_eq!(confronta.sin_comparar, 1);
    assert!(
        !veredicto(&confronta).contains("correctas"),
        "{}",
        veredicto(&confronta)
    );
    let antes = antes_de_reclamar(&confronta).unwrap_or_default();
    assert!(antes.starts_with("Un trabajador no se pudo comparar"), "{antes}");
}
