//! Grading: who knows everything scores a hundred in every case, who hands in nothing scores zero, and declared mistakes
//! score what is declared.

#![allow(clippy::panic)] // a test that cannot read its own data ends

use proptest::prelude::*;
use ventanilla_capacitacion::biblioteca;
use ventanilla_capacitacion::calificar::{
    Aspecto, Ayuda, Calificacion, Criterio, Intento, Intentos, Motivo, Pesos, Puntos, Renglon, Resultado, Tiempo,
    calificar,
};
use ventanilla_capacitacion::caso::{Caso, Decision, Que};
use ventanilla_capacitacion::resolver::{pasos, resolver};
use ventanilla_normativa::Normativa;

fn caso(clave: &str) -> Caso {
    biblioteca::caso(clave).expect("caso")
}

fn perfecto(caso: &Caso) -> Intento {
    Intento::perfecto(caso, &resolver(caso, &Normativa::publicada()).expect("resuelto"))
}

fn nota(caso: &Caso, intento: &Intento, criterio: &Criterio) -> Calificacion {
    calificar(caso, intento, criterio, &Normativa::publicada()).expect("calificacion")
}

fn con(clave: &str, cambiar: impl FnOnce(&mut Intento)) -> Calificacion {
    let caso = caso(clave);
    let mut intento = perfecto(&caso);
    cambiar(&mut intento);
    nota(&caso, &intento, &Criterio::default())
}

fn renglon<'a>(nota: &'a Calificacion, clave: &str) -> &'a Renglon {
    nota.renglones
        .iter()
        .find(|r| r.clave == clave)
        .unwrap_or_else(|| panic!("no hay {clave}"))
}

#[test]
fn every_case_solved_perfectly_scores_a_hundred() {
    for caso in biblioteca::casos().expect("casos") {
        let nota = nota(&caso, &perfecto(&caso), &Criterio::default());
        let fallas: Vec<&Renglon> = nota
            .renglones
            .iter()
            .filter(|r| r.resultado != Resultado::Acierto)
            .collect();
        assert_eq!(nota.puntos, Puntos::CIEN, "{}: {fallas:?}", caso.clave);
        assert!(fallas.is_empty(), "{}: {fallas:?}", caso.clave);
    }
}

#[test]
fn who_hands_in_nothing_scores_nothing() {
    for caso in biblioteca::casos().expect("casos") {
        let nota = nota(&caso, &Intento::default(), &Criterio::default());
        assert_eq!(nota.puntos, Puntos::default(), "{}", caso.clave);
        let hay = nota
            .renglones
            .iter()
            .filter(|r| r.de > 0)
            .all(|r| r.resultado == Resultado::Falta);
        assert!(hay, "{}", caso.clave);
    }
}

/// R1: fields 13 points for 30, findings 5 for 20, figures 9 for 30, decision for 20.
#[test]
fn declared_mistakes_score_what_is_declared() {
    // the fracción of bars: 4 of 13 points of the fields, 30 × 9 ÷ 13 = 20.77
    let dada = con("R1", |i| i.respuestas.poner("actividad.fraccion", "872"));
    assert_eq!(dada.puntos.to_string(), "90.77");
    let r = renglon(&dada, "tramite:actividad.fraccion");
    assert_eq!((r.resultado, r.ganados, r.de), (Resultado::Distinto, 0, 4));
    assert!(r.esperado.starts_with("871 ·") && r.dado.starts_with("872 ·"), "{r:?}");
    assert_eq!(r.fundamento, ["RACERF 18", "RACERF 196"]);
    // natural days: 3 of 9 of the figures, and the mistake is named
    let dada = con("R1", |i| {
        i.cifras.insert("vence".to_owned(), "14/11/2026".to_owned());
    });
    assert_eq!(dada.puntos.to_string(), "90.00");
    let r = renglon(&dada, "vence");
    assert!(r.porque.starts_with("Contó días naturales."), "{}", r.porque);
    assert_eq!(r.memoria, ["plazo:/vence"]);
    // late, which it is not: over-reported, takes 2 of 5; and in time is missed, 3 of 5
    let dada = con("R1", |i| {
        i.hallazgos.insert("registro.tardio".to_owned());
        i.hallazgos.remove("plazos.a_tiempo");
    });
    assert_eq!(dada.puntos.to_string(), "80.00");
    assert_eq!(renglon(&dada, "registro.tardio").resultado, Resultado::DeMas);
    assert_eq!(renglon(&dada, "plazos.a_tiempo").resultado, Resultado::Falta);
    // refused
    let dada = con("R1", |i| i.decision = Some(Decision::nueva(Que::Rechazar)));
    assert_eq!(dada.puntos.to_string(), "80.00");
    let r = renglon(&dada, "decision");
    assert_eq!((r.esperado.as_str(), r.dado.as_str()), ("Aceptar", "Rechazar"));
    // all of it together
    let dada = con("R1", |i| {
        i.respuestas.poner("actividad.fraccion", "872");
        i.cifras.insert("vence".to_owned(), "14/11/2026".to_owned());
        i.hallazgos.insert("registro.tardio".to_owned());
        i.hallazgos.remove("plazos.a_tiempo");
        i.decision = Some(Decision::nueva(Que::Rechazar));
    });
    assert_eq!(dada.puntos.to_string(), "40.77");
}

#[test]
fn sending_it_to_the_wrong_place_is_wrong() {
    let dada = con("V2", |i| i.decision = Some(Decision::redirigir("40")));
    assert_eq!(renglon(&dada, "decision").resultado, Resultado::Distinto);
}

#[test]
fn a_finding_that_the_rules_do_not_make_takes_away_and_one_that_they_make_does_not() {
    let dada = con("R1", |i| {
        i.hallazgos.insert("alta.nss_repetido".to_owned());
    });
    // 1 of 5 points of the findings
    assert_eq!(dada.puntos.to_string(), "96.00");
    let r = renglon(&dada, "alta.nss_repetido");
    assert_eq!(
        (r.resultado, r.quita, r.fundamento.as_slice()),
        (Resultado::DeMas, 1, &["LSS 15 I".to_owned()][..])
    );
    let dada = con("R1", |i| {
        i.hallazgos.insert("multa.uma_de_la_fecha".to_owned());
        i.hallazgos.insert("normativa.verificado_hasta".to_owned());
    });
    assert_eq!(dada.puntos, Puntos::CIEN);
}

/// Nothing had to be found in L3: what is said too much is then all that the aspect is worth.
#[test]
fn where_nothing_was_to_be_found_saying_something_costs() {
    let dada = con("L3", |i| {
        i.hallazgos.insert("prima.topada".to_owned());
    });
    assert_eq!(dada.puntos.to_string(), "80.00");
}

#[test]
fn how_it_was_written_does_not_matter_where_the_form_does_not_mind() {
    let dada = con("R1", |i| {
        i.respuestas.poner("moral.rfc", " csf-261005-990 ");
        i.respuestas.poner("inicio.fecha", "9 de noviembre de 2026");
        i.respuestas.poner("fiscal.municipio", "  GUADALAJARA ");
        i.respuestas.poner("trabajadores.0.nss", "9918 98 0004 0");
        i.respuestas
            .poner("actividad.justificacion", "Con mis propias palabras");
        i.cifras.insert("multa_maxima".to_owned(), "$41,058.5".to_owned());
        i.cifras
            .insert("vence".to_owned(), "17 de noviembre de 2026".to_owned());
        i.cifras.insert("prima".to_owned(), "1.13065 %".to_owned());
        i.cifras.insert("clase".to_owned(), "ii".to_owned());
    });
    assert_eq!(dada.puntos, Puntos::CIEN, "{:?}", dada.renglones);
    let dada = con("V1", |i| i.respuestas.poner("opcion.ingreso_mensual", "$ 12,000"));
    assert_eq!(dada.puntos, Puntos::CIEN);
    let dada = con("L1", |i| {
        i.datos = [("cuotas:/patron/prima_rt".to_owned(), "1.130650".to_owned())].into();
    });
    assert_eq!(renglon(&dada, "cuotas:/patron/prima_rt").resultado, Resultado::Acierto);
    assert_eq!(
        renglon(&dada, "cuotas:/trabajadores/0/renglones/0/sbc").resultado,
        Resultado::Falta
    );
}

#[test]
fn another_road_of_the_form_says_what_it_asked_too_much() {
    let dada = con("R1", |i| {
        i.respuestas.poner("sujeto.persona", "fisica");
        i.respuestas.poner("fisica.nombre", "Petra");
    });
    let r = renglon(&dada, "tramite:moral.rfc");
    assert!(r.porque.contains("esta pregunta no aparece"), "{r:?}");
    assert_eq!(renglon(&dada, "tramite:fisica.nombre").resultado, Resultado::DeMas);
    assert!(dada.puntos < Puntos::CIEN);
}

#[test]
fn help_time_and_attempts_cost_what_the_instructor_chose() {
    let caso = caso("R1");
    let mut intento = perfecto(&caso);
    intento.pistas = 2;
    intento.segundos = 601;
    intento.numero = 3;
    let criterio = Criterio {
        pistas: Ayuda {
            maximo: None,
            descuento: Puntos::leer("2.5").expect("puntos"),
        },
        tiempo: Tiempo {
            limite: Some(480),
            descuento: Puntos::enteros(1),
            cierra: false,
        },
        intentos: Intentos {
            descuento: Puntos::enteros(10),
            ..Intentos::default()
        },
        ..Criterio::default()
    };
    let dada = nota(&caso, &intento, &criterio);
    // 2 × 2.50, three minutes or fractions, 2 × 10
    assert_eq!(dada.puntos.to_string(), "72.00");
    assert_eq!(dada.sin_descuentos, Puntos::CIEN);
    let motivos: Vec<Motivo> = dada.descuentos.iter().map(|d| d.motivo).collect();
    assert_eq!(motivos, [Motivo::Pistas, Motivo::Tiempo, Motivo::Intentos]);
    let cerrado = Criterio {
        tiempo: Tiempo {
            cierra: true,
            ..criterio.tiempo
        },
        ..criterio.clone()
    };
    assert_eq!(nota(&caso, &intento, &cerrado).puntos, Puntos::default());
    let unico = Criterio {
        intentos: Intentos {
            maximo: Some(2),
            ..criterio.intentos
        },
        ..criterio
    };
    let dada = nota(&caso, &intento, &unico);
    assert_eq!(
        (dada.puntos, dada.descuentos[0].motivo),
        (Puntos::default(), Motivo::Cerrado)
    );
}

#[test]
fn an_aspect_without_weight_does_not_count() {
    let caso = caso("R1");
    let mut intento = perfecto(&caso);
    intento.decision = None;
    let criterio = Criterio {
        pesos: Pesos {
            campos: 1,
            hallazgos: 1,
            cifras: 1,
            decision: 0,
        },
        ..Criterio::default()
    };
    let dada = nota(&caso, &intento, &criterio);
    assert_eq!(dada.puntos, Puntos::CIEN);
    assert!(dada.aspectos.iter().all(|a| a.aspecto != Aspecto::Decision));
}

#[test]
fn a_criterion_says_which_key_it_does_not_know() {
    let error = serde_json::from_str::<Criterio>(r#"{"peso":{}}"#).expect_err("clave desconocida");
    assert!(error.to_string().contains("peso"), "{error}");
    let leido: Criterio = serde_json::from_str(r#"{"pistas":{"descuento":"2.50"}}"#).expect("criterio");
    assert_eq!(leido.pistas.descuento.to_string(), "2.50");
    assert_eq!(leido.pesos, Pesos::default());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is handed in is graded between zero and a hundred, and the aspects add up to the score but for rounding.
    #[test]
    fn anything_is_graded(
        cual in any::<prop::sample::Index>(),
        textos in proptest::collection::vec(".{0,24}", 6),
        codigos in proptest::collection::btree_set("[a-z_.]{0,20}", 0..4),
        pistas in any::<u32>(), segundos in any::<u32>(), numero in any::<u32>(),
        pesos in proptest::array::uniform4(0u16..),
    ) {
        let casos = biblioteca::casos().expect("casos");
        let caso = &casos[cual.index(casos.len())];
        let mut intento = perfecto(caso);
        for (i, texto) in textos.iter().enumerate() {
            if let Some(campo) = caso.esperado.campos.get(i)
                && let Some(ruta) = campo.clave.strip_prefix("tramite:")
            {
                intento.respuestas.poner(ruta, texto.clone());
            }
            if let Some(cifra) = caso.esperado.cifras.get(i) {
                intento.cifras.insert(cifra.clave.clone(), texto.clone());
            }
        }
        intento.hallazgos.extend(codigos);
        let [campos, hallazgos, cifras, decision] = pesos;
        let criterio = Criterio { pesos: Pesos { campos, hallazgos, cifras, decision }, ..Criterio::default() };
        let sin = nota(caso, &intento, &criterio);
        prop_assert!(sin.puntos <= Puntos::CIEN);
        let suma: u32 = sin.aspectos.iter().map(|a| a.puntos.centesimas()).sum();
        prop_assert!(suma.abs_diff(sin.sin_descuentos.centesimas()) <= 2);
        intento.pistas = pistas;
        intento.segundos = segundos;
        intento.numero = numero;
        let con = nota(caso, &intento, &criterio);
        prop_assert!(con.puntos <= con.sin_descuentos);
        prop_assert_eq!(con.sin_descuentos, sin.sin_descuentos);
    }
}

/// Where a figure of one worker comes from is that worker's, not the payroll's.
#[test]
fn the_explanation_of_a_figure_is_of_that_figure() {
    let importe = |de: &str| {
        let suyos = pasos(&caso("L1"), de, &Normativa::publicada());
        assert_eq!(suyos.len(), 1, "{de}");
        suyos[0]["importe"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(importe("cuotas:/trabajadores/1/importes/total"), "1946.64");
    assert_eq!(importe("cuotas:/totales/total"), "11591.15");
    assert_eq!(
        importe("cuotas:/trabajadores/0/importes/obrera_a_cargo_del_patron"),
        "128.10"
    );
}

/// The form says that a modality does not apply with the words of the reason: whoever reports either has reported it.
#[test]
fn the_reason_of_a_refusal_is_the_refusal() {
    let dada = con("V4", |i| {
        i.hallazgos.clear();
        i.hallazgos.insert("incorporacion.cvro_empleo".to_owned());
    });
    let r = renglon(&dada, "solicitud_incorporacion.no_procede");
    assert_eq!(r.resultado, Resultado::Acierto, "{:?}", dada.renglones);
    assert_eq!(dada.puntos, Puntos::CIEN, "{:?}", dada.renglones);
}

/// What is true of the case and nobody asked for costs nothing, and is told.
#[test]
fn what_is_true_and_was_not_asked_costs_nothing() {
    let dada = con("C1", |i| {
        i.hallazgos.insert("convenio.cuota_obrera".to_owned());
    });
    assert_eq!(dada.puntos, Puntos::CIEN);
    assert_eq!(renglon(&dada, "convenio.cuota_obrera").resultado, Resultado::Acierto);
    let dada = con("L2", |i| {
        i.hallazgos.insert("cuotas.sbc_tope".to_owned());
        i.cifras.insert("recargos_rcv".to_owned(), "503.04 pesos".to_owned());
    });
    assert_eq!(dada.puntos, Puntos::CIEN);
    assert!(renglon(&dada, "cuotas.sbc_tope").porque.contains("También es cierto"));
}

/// An identifier is the same with its hyphens and without them, and another one is another.
#[test]
fn hyphens_of_an_identifier_do_not_matter() {
    let con_registro = |valor: &str| {
        let dada = con("I1", |i| {
            i.datos.insert("rp:/valor".to_owned(), valor.to_owned());
        });
        renglon(&dada, "rp:/valor").resultado
    };
    assert_eq!(con_registro("Z99-00005-10"), Resultado::Acierto);
    assert_eq!(con_registro("Z99-00005-11"), Resultado::Distinto);
}
