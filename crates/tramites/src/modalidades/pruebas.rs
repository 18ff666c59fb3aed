//! The conversation leads to what the operation answers, asks only what still matters, and costs what the rules say.

use super::*;
use crate::guion::{Mirada, Respuestas, Revision};
use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::incorporacion::{Modalidad, Procede};

fn dia(texto: &str) -> NaiveDate {
    texto.parse().expect("fecha")
}

fn hoja(datos: &[(&str, &str)]) -> Respuestas {
    let mut respuestas = Respuestas::default();
    for (ruta, texto) in datos {
        respuestas.poner(*ruta, *texto);
    }
    respuestas
}

fn con<T>(respuestas: &Respuestas, hoy: &str, ver: impl FnOnce(&Revision, &Mirada<'_>) -> T) -> T {
    let (normativa, hoy) = (Normativa::publicada(), dia(hoy));
    let revision = GUION.revisar(respuestas, &normativa, hoy);
    let valores = revision.valores.clone();
    ver(&revision, &Mirada::nueva(&valores, &normativa, hoy))
}

/// Answers every question that is asked, with what was given or else with `otra`; says which were asked.
fn conversar(
    respuestas: &mut Respuestas,
    hoy: &str,
    mut otra: impl FnMut(&crate::guion::Lugar) -> String,
) -> Vec<String> {
    let normativa = Normativa::publicada();
    let mut preguntadas = Vec::new();
    loop {
        let revision = GUION.revisar(respuestas, &normativa, dia(hoy));
        let mirada = Mirada::nueva(respuestas, &normativa, dia(hoy));
        let Some(lugar) = charla(&revision, &mirada).actual else {
            return preguntadas;
        };
        if respuestas.texto(&lugar.ruta).is_empty() {
            let texto = otra(&lugar);
            respuestas.poner(lugar.ruta.clone(), texto);
        }
        cerrar(respuestas, &lugar.ruta);
        preguntadas.push(lugar.ruta);
        assert!(preguntadas.len() < 30, "no termina: {preguntadas:?}");
    }
}

fn nadie(lugar: &crate::guion::Lugar) -> String {
    assert!(!lugar.obligatoria, "falta {}", lugar.ruta);
    String::new()
}

/// Keys of a profile that are no question here: health is not asked in a conversation, groups have their own application.
const APARTE: [&str; 4] = ["preexistencias", "embarazo", "grupo", "enfermedad_adquirida"];

fn texto(valor: &Value) -> String {
    match valor {
        Value::Bool(true) => "si".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::String(texto) => texto.clone(),
        otro => otro.to_string(),
    }
}

/// A profile of the golden cases as somebody would answer it; `None` if it has what is not asked here.
fn de_perfil(perfil: &Value) -> Option<Respuestas> {
    let mut r = Respuestas::default();
    for (clave, valor) in perfil.as_object()? {
        match clave.as_str() {
            otra if APARTE.contains(&otra) => return None,
            "familiares" if valor.as_array()?.is_empty() => {
                if r.texto("familia.con_quien").is_empty() {
                    r.poner("familia.con_quien", "no");
                }
            }
            "familiares" => {
                let familiares = valor.as_array()?;
                r.poner("familia.con_quien", "si");
                r.contar("familiares", familiares.len());
                for (i, f) in familiares.iter().enumerate() {
                    r.poner(format!("familiares.{i}.parentesco"), texto(f.get("parentesco")?));
                    let edad = f.get("edad").map(texto).unwrap_or_default();
                    r.poner(format!("familiares.{i}.edad"), edad);
                }
            }
            "declara_sin_familia" => r.poner("familia.con_quien", "sin_familia"),
            "busca" => r.poner("busca.que", texto(valor)),
            "extranjero" => r.poner("situacion.mexicana", if valor == true { "no" } else { "si" }),
            otra => r.poner(format!("situacion.{otra}"), texto(valor)),
        }
    }
    Some(r)
}

#[test]
fn the_profiles_of_the_dossier_are_answered_as_the_operation_answers_them() {
    let casos: Vec<Value> =
        serde_json::from_str(include_str!("../../../reglas/golden/incorporacion.json")).expect("JSON");
    let normativa = Normativa::publicada();
    let mut vistos = 0;
    for caso in casos.iter().filter(|c| c["operacion"] == "incorporacion.elegibilidad") {
        let (entrada, espera) = (&caso["entrada"], &caso["espera"]);
        let Some(contienen) = espera["opciones"]["contiene"].as_array() else {
            continue;
        };
        let Some(respuestas) = de_perfil(&entrada["perfil"]) else {
            continue;
        };
        let hoy = dia(entrada["fecha"].as_str().expect("fecha"));
        let salida = responder(&Mirada::nueva(&respuestas, &normativa, hoy)).expect("responde");
        for esperada in contienen {
            let clave = esperada["modalidad"].as_str().unwrap_or_default();
            let suya = salida.salida.opciones.iter().find(|o| o.modalidad.clave() == clave);
            let suya = serde_json::to_value(suya.expect("todas se contestan")).expect("JSON");
            for (campo, valor) in esperada.as_object().expect("objeto") {
                assert_eq!(&suya[campo], valor, "{}: {clave}.{campo}", caso["id"]);
            }
        }
        if let Some(recomendada) = espera.get("recomendada") {
            let suya = serde_json::to_value(salida.salida.recomendada).expect("JSON");
            assert_eq!(&suya, recomendada, "{}", caso["id"]);
        }
        vistos += 1;
    }
    assert!(vistos >= 45, "sólo {vistos} perfiles");
}

#[test]
fn who_has_only_a_job_is_asked_two_questions() {
    let mut r = hoja(&[
        ("situacion.actividad", "ninguna"),
        ("situacion.relacion_laboral_vigente", "si"),
    ]);
    let preguntadas = conversar(&mut r, "2026-11-22", nadie);
    assert_eq!(
        preguntadas,
        ["situacion.actividad", "situacion.relacion_laboral_vigente"]
    );
    let respuesta = con(&r, "2026-11-22", |_, m| responder(m)).expect("responde");
    assert!(respuesta.proceden().is_empty());
    assert_eq!(respuesta.no_proceden().count(), Modalidad::TODAS.len());
}

#[test]
fn who_works_in_homes_is_not_asked_what_cannot_matter() {
    let mut r = hoja(&[("situacion.actividad", "hogar_regular")]);
    let preguntadas = conversar(&mut r, "2026-11-22", nadie);
    assert_eq!(preguntadas, ["situacion.actividad"]);
    let respuesta = con(&r, "2026-11-22", |_, m| responder(m)).expect("responde");
    assert_eq!(respuesta.salida.recomendada, Some(Modalidad::Hogar));
}

/// A baja too old for the continuación (LSS 219): its weeks cannot matter.
#[test]
fn of_an_old_baja_the_weeks_are_not_asked() {
    let mut r = independiente();
    r.poner("situacion.fecha_baja", "31/10/2020");
    let preguntadas = conversar(&mut r, "2026-11-22", nadie);
    assert!(
        !preguntadas.iter().any(|p| p.starts_with("situacion.semanas")),
        "{preguntadas:?}"
    );
    let mut r = independiente();
    let preguntadas = conversar(&mut r, "2026-11-22", nadie);
    assert!(
        preguntadas.iter().any(|p| p == "situacion.semanas_ultimos_5"),
        "{preguntadas:?}"
    );
}

/// Dispensed by the baja within 45 working days (RACERF 105), the card says so and not the contrary.
#[test]
fn who_is_dispensed_is_not_told_to_wait() {
    let mut r = independiente();
    r.poner("situacion.fecha_baja", "05/11/2026");
    r.poner("situacion.semanas_previas", "10");
    let comparadas = con(&r, "2026-11-22", |_, m| comparar(m, &responder(m).expect("responde")));
    let familia = comparadas
        .iter()
        .find(|c| c.opcion.modalidad == Modalidad::M33)
        .expect("está");
    assert!(familia.esperas.is_empty());
    assert!(
        familia
            .ventajas
            .iter()
            .any(|v| v.a_favor && v.fundamento.contains(&"RACERF 105"))
    );
    assert!(
        !familia
            .ventajas
            .iter()
            .any(|v| !v.a_favor && v.texto.contains("espera"))
    );
}

/// Who is in a paid year goes on in it: there is nothing to ask for, nor to pay twice (transitorio segundo, DOF 2023-12-01).
#[test]
fn who_is_insured_goes_on() {
    let mut r = hoja(&[
        ("situacion.actividad", "campo"),
        ("situacion.relacion_laboral_vigente", "no"),
        ("situacion.otro_regimen", "ninguno"),
        ("situacion.pension", "ninguna"),
        ("situacion.hubo_baja", "no"),
        ("situacion.modalidad_previa", "43"),
        ("situacion.alta_modalidad_previa", "01/03/2022"),
        ("situacion.vencimiento_previo", "28/02/2027"),
        ("situacion.residencia", "mexico"),
        ("situacion.pobreza_extrema", "no"),
        ("familia.con_quien", "no"),
    ]);
    conversar(&mut r, "2026-11-22", nadie);
    let comparadas = con(&r, "2026-11-22", |_, m| comparar(m, &responder(m).expect("responde")));
    let suya = comparadas
        .iter()
        .find(|c| c.opcion.modalidad == Modalidad::M43)
        .expect("está");
    assert!(suya.continua && !suya.se_solicita());
}

fn independiente() -> Respuestas {
    hoja(&[
        ("situacion.actividad", "independiente"),
        ("situacion.relacion_laboral_vigente", "no"),
        ("situacion.otro_regimen", "ninguno"),
        ("situacion.pension", "ninguna"),
        ("situacion.hubo_baja", "si"),
        ("situacion.fecha_baja", "31/10/2025"),
        ("situacion.modalidad_previa", "ninguna"),
        ("situacion.residencia", "mexico"),
        ("situacion.mexicana", "si"),
        ("situacion.semanas_ultimos_5", "180"),
        ("familia.con_quien", "si"),
        ("busca.que", "pension"),
        ("costo.ingreso_mensual", "12,000"),
        ("costo.ultimo_sbc", "600"),
        ("costo.edad", "45"),
        ("familiares", "1"),
        ("familiares.0.parentesco", "conyuge"),
        ("familiares.0.edad", "43"),
    ])
}

#[test]
fn a_question_asked_again_keeps_its_answer_and_the_rest() {
    let mut r = independiente();
    let todas = conversar(&mut r, "2026-11-22", nadie);
    assert!(todas.contains(&"busca.que".to_owned()), "{todas:?}");
    reabrir(&mut r, "situacion.pension");
    let actual = con(&r, "2026-11-22", |revision, _| {
        charla(revision, &Mirada::nueva(&r, &Normativa::publicada(), dia("2026-11-22"))).actual
    });
    assert_eq!(actual.map(|l| l.ruta).as_deref(), Some("situacion.pension"));
    assert_eq!(r.texto("situacion.pension"), "ninguna");
    // nothing else is asked again
    assert_eq!(conversar(&mut r, "2026-11-22", nadie), ["situacion.pension"]);
}

#[test]
fn the_comparison_costs_what_the_rules_say() {
    let r = independiente();
    let comparadas = con(&r, "2026-11-22", |_, m| comparar(m, &responder(m).expect("responde")));
    let de = |modalidad: Modalidad| {
        comparadas
            .iter()
            .find(|c| c.opcion.modalidad == modalidad)
            .expect("está")
    };
    let costo = |modalidad| de(modalidad).costo.clone().expect("completo").expect("se calcula");
    // figures of `ventanilla calcular incorporacion.cotizar`, December 2026; the annual scheme is D15 of the dossier
    let pti = costo(Modalidad::Pti);
    assert_eq!(
        (pti.mes.to_string().as_str(), pti.anio.to_string().as_str()),
        ("2651.78", "32788.51")
    );
    assert!(pti.anio_exacto);
    let anual = costo(Modalidad::M44);
    assert_eq!(
        (anual.mes.to_string().as_str(), anual.anio.to_string().as_str()),
        ("1711.55", "20538.59")
    );
    // F1 by hand, 600 × 31 days: 372.00 + 1,397.42 + 209.25 + 325.50 + 116.25 + 195.30 + 69.75
    let cvro = costo(Modalidad::M40);
    assert_eq!(cvro.mes.to_string(), "2685.47");
    assert!(!cvro.anio_exacto);
    // 40 to 49 years from December 2026: 14,350 each
    let familia = costo(Modalidad::M33);
    assert_eq!(familia.anio.to_string(), "28700.00");
    assert_eq!(comparadas.first().map(|c| c.opcion.modalidad), Some(Modalidad::M40));
    assert!(comparadas.iter().filter(|c| c.recomendada).count() == 1);
    assert!(!de(Modalidad::M40).da("enfermedades_especie") && de(Modalidad::M33).da("enfermedades_especie"));
}

#[test]
fn in_december_the_month_whose_figures_are_known_is_shown_by_its_name() {
    let r = independiente();
    let comparadas = con(&r, "2026-12-05", |_, m| comparar(m, &responder(m).expect("responde")));
    let pti = comparadas
        .iter()
        .find(|c| c.opcion.modalidad == Modalidad::Pti)
        .expect("está");
    let costo = pti.costo.clone().expect("completo").expect("se calcula");
    assert_eq!(costo.de.map(|m| m.en_palabras()).as_deref(), Some("diciembre de 2026"));
    assert_eq!(costo.pago, None);
    // a year that begins in a month without figures is not known
    assert!(!costo.anio_exacto);
    assert_eq!(costo.anio.centavos(), costo.mes.centavos() * 12);
}

#[test]
fn the_official_fee_of_an_age_group_that_the_tables_lack_is_asked_for() {
    let mut r = independiente();
    r.poner("familiares.0.edad", "25");
    let faltan = con(&r, "2026-11-22", |_, m| grupos_que_faltan(m));
    assert_eq!(faltan, ["20-29"]);
    let pedidas = con(&r, "2026-11-22", |revision, _| {
        let rutas = revision.recorrido.lugares.iter().map(|l| l.ruta.clone());
        rutas.filter(|ruta| ruta.starts_with("cuotas.")).collect::<Vec<_>>()
    });
    assert_eq!(pedidas, ["cuotas.0.grupo", "cuotas.0.importe"]);
    let filas = con(&r, "2026-11-22", |_, m| cuotas_por_anotar(m, &r)).expect("una fila por grupo");
    r.reemplazar("cuotas", &filas);
    assert_eq!(r.texto("cuotas.0.grupo"), "20-29");
    r.poner("cuotas.0.importe", "9,000");
    let costo = con(&r, "2026-11-22", |_, m| costo(m, Modalidad::M33));
    assert_eq!(
        costo.expect("completa").expect("se calcula").anio.to_string(),
        "23350.00"
    );
}

#[test]
fn the_lines_begin_and_end_where_the_law_says() {
    let r = independiente();
    let curva = con(&r, "2026-11-22", |_, m| {
        curva(m, &comparar(m, &responder(m).expect("responde")))
    })
    .expect("hay curva");
    assert_eq!(
        (curva.desde.to_string().as_str(), curva.hasta.to_string().as_str()),
        ("315.04", "2932.75")
    );
    let de = |modalidad: Modalidad| curva.series.iter().find(|s| s.modalidad == modalidad).expect("está");
    let cvro = de(Modalidad::M40);
    assert_eq!(cvro.puntos.first().map(|p| p.0.to_string()).as_deref(), Some("600.00"));
    // D12 of the dossier, for 31 days
    assert_eq!(cvro.puntos.last().map(|p| p.1.to_string()).as_deref(), Some("13126.35"));
    assert!(de(Modalidad::M33).plana && !de(Modalidad::Pti).plana);
    // the table is asked of the rules on each base, never read off the line: F1 by hand on 1,187.61 × 31 days
    let fila = &curva.filas[2];
    assert_eq!(fila.base.to_string(), "1187.61");
    let lugar = curva
        .series
        .iter()
        .position(|s| s.modalidad == Modalidad::M40)
        .expect("está");
    assert_eq!(fila.costos[lugar].map(|c| c.to_string()).as_deref(), Some("5315.49"));
    assert_eq!(
        curva.filas[0].costos[lugar], None,
        "por debajo del último salario no se puede"
    );
    assert_eq!(curva.tope(), de(Modalidad::Pti).puntos.last().expect("puntos").1);
}

#[test]
fn the_application_begins_with_what_was_told_and_reads_it_alike() {
    let r = independiente();
    let normativa = Normativa::publicada();
    let hoy = dia("2026-11-22");
    let vistas = GUION.revisar(&r, &normativa, hoy).recorrido.vistas;
    let mirada = Mirada::nueva(&vistas, &normativa, hoy);
    for comparada in comparar(&mirada, &responder(&mirada).expect("responde")) {
        let modalidad = comparada.opcion.modalidad;
        if !comparada.se_solicita() {
            continue;
        }
        let suyas = solicitud(&mirada, modalidad);
        let revision = crate::incorporacion::GUION.revisar(&suyas, &normativa, hoy);
        // every answer it begins with is asked for there, and can be read
        for (ruta, texto) in suyas.iter().filter(|(ruta, _)| *ruta != "beneficiarios") {
            let pedida = revision.recorrido.lugares.iter().any(|l| l.ruta == ruta);
            let de_otra = ruta.starts_with("situacion.");
            assert!(pedida || de_otra, "{modalidad:?}: {ruta} no se pregunta");
            assert!(
                !pedida || !revision.valores.texto(ruta).is_empty(),
                "{modalidad:?}: {ruta} = {texto}"
            );
        }
        let suya = crate::incorporacion::veredicto::de_la_elegida(&Mirada::nueva(&revision.valores, &normativa, hoy));
        assert_eq!(suya.map(|o| o.procede), Some(comparada.opcion.procede), "{modalidad:?}");
    }
}

#[test]
fn every_modality_that_applies_to_somebody_has_something_to_weigh() {
    for modalidad in Modalidad::TODAS {
        for exento in [false, true] {
            let suyas = ventajas(modalidad, exento);
            // the old scheme of domestic work applies to nobody any more
            assert_eq!(suyas.is_empty(), modalidad == Modalidad::M34, "{modalidad:?}");
            assert!(suyas.iter().all(|v| !v.fundamento.is_empty() && v.texto.ends_with('.')));
            assert!(suyas.is_sorted_by_key(|v| !v.a_favor));
        }
    }
}

fn al_azar(lugar: &crate::guion::Lugar, semilla: &mut u64) -> String {
    use crate::guion::Clase;
    *semilla = semilla
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    let n = (*semilla >> 33) as usize;
    match lugar.pregunta.clase {
        Clase::SiNo => ["si", "no"][n % 2].to_owned(),
        Clase::Opcion(opciones) | Clase::Lista(opciones) => opciones[n % opciones.len()].valor.to_owned(),
        Clase::Fecha { .. } => format!("{:02}/{:02}/{}", 1 + n % 28, 1 + n / 28 % 12, 2019 + n / 336 % 8),
        Clase::Entero { minimo, maximo } => (minimo + n as u32 % (maximo - minimo)).to_string(),
        _ => String::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever is answered, the conversation ends, asks nothing twice, and every modality is answered.
    #[test]
    fn any_conversation_ends_in_an_answer(semilla in any::<u64>()) {
        let mut semilla = semilla;
        let mut r = Respuestas::default();
        let normativa = Normativa::publicada();
        let hoy = dia("2026-11-22");
        let mut preguntadas = BTreeSet::new();
        for _ in 0..60 {
            let revision = GUION.revisar(&r, &normativa, hoy);
            let Some(lugar) = charla(&revision, &Mirada::nueva(&r, &normativa, hoy)).actual else { break };
            // a date that cannot be is asked again, with another one
            let texto = al_azar(&lugar, &mut semilla);
            r.poner(lugar.ruta.clone(), texto);
            cerrar(&mut r, &lugar.ruta);
            preguntadas.insert(lugar.ruta);
        }
        let revision = GUION.revisar(&r, &normativa, hoy);
        let estado = charla(&revision, &Mirada::nueva(&r, &normativa, hoy));
        prop_assert_eq!(estado.actual, None);
        prop_assert_eq!(estado.dichas.len(), preguntadas.len());
        match responder(&Mirada::nueva(&revision.valores, &normativa, hoy)) {
            Ok(respuesta) => {
                let proceden = respuesta.proceden().len();
                prop_assert_eq!(proceden + respuesta.no_proceden().count(), Modalidad::TODAS.len());
                for opcion in respuesta.no_proceden() {
                    prop_assert!(!opcion.motivo.is_empty() && !opcion.fundamento.is_empty());
                }
                if let Some(recomendada) = respuesta.salida.recomendada {
                    prop_assert!(respuesta.de(recomendada).is_some_and(|o| o.procede != Procede::No));
                }
            }
            // dates that contradict each other are said at their question
            Err(errores) => prop_assert!(errores.iter().all(|h| h.campo.starts_with("situacion."))),
        }
    }
}
