//! A case made of a draft stands, and has nobody of the draft in it.

#![allow(clippy::panic)] // a test that cannot read its own data ends

use ventanilla_capacitacion::biblioteca;
use ventanilla_capacitacion::borrador::{Borrador, caso_de};
use ventanilla_capacitacion::calificar::{Criterio, Intento, Puntos, calificar};
use ventanilla_capacitacion::caso::Caso;
use ventanilla_capacitacion::resolver::resolver;
use ventanilla_capacitacion::variante::variante;
use ventanilla_capacitacion::verificar::verificar;
use ventanilla_normativa::Normativa;
use ventanilla_tramites::camino::guion;
use ventanilla_tramites::guion::Respuestas;

fn hecho(respuestas: &Respuestas, tramite: &str, hoy: chrono::NaiveDate) -> Caso {
    let borrador = Borrador {
        clave: "mio",
        titulo: "Un caso mío",
        guion: guion(tramite).expect("guion"),
        respuestas,
        hoy,
    };
    caso_de(&borrador, &Normativa::publicada()).unwrap_or_else(|e| panic!("{e:?}: {respuestas:?}"))
}

#[test]
fn a_draft_becomes_a_case_without_anybody_of_it() {
    let normativa = Normativa::publicada();
    for base in biblioteca::casos().expect("casos") {
        let Some(tramite) = &base.tramite else { continue };
        if tramite.guion == "incorporacion_colectiva" {
            continue; // a list of people is refused
        }
        let resuelto = resolver(&base, &normativa).expect("resuelto");
        let mut respuestas = resuelto.tramite.expect("tramite").respuestas;
        respuestas.poner("contacto.correo", "alguien.real@empresa.com");
        // words of one's own may name their owner
        for ruta in ["actividad.giro", "actividad.justificacion", "opcion.ocupacion"] {
            if !respuestas.texto(ruta).is_empty() {
                respuestas.poner(ruta, "Zapatería de Zebulón");
            }
        }
        let caso = hecho(&respuestas, &tramite.guion, base.hoy.0);
        assert_eq!(verificar(&caso, &normativa), [], "{}", base.clave);
        assert_eq!(caso.revisar(), [], "{}", base.clave);
        let texto = serde_json::to_string(&caso).expect("json");
        let m = &base.moldes;
        let personas = m.personas.iter().flat_map(|p| {
            let nombre = [p.nombre.as_str(), &p.primer_apellido, &p.segundo_apellido].join(" ");
            [nombre, p.curp.clone(), p.rfc.clone(), p.nss.clone()]
        });
        let empresas = m
            .empresas
            .iter()
            .flat_map(|e| [e.nombre.clone(), e.rfc.clone()].into_iter().chain(e.registros.clone()));
        for huella in personas.chain(empresas).filter(|h| !h.is_empty()) {
            assert!(!texto.contains(&huella), "{}: queda {huella}", base.clave);
        }
        assert!(!texto.contains("alguien.real"), "{}", base.clave);
        assert!(!texto.contains("Zebulón"), "{}", base.clave);
        // it can be solved, and varied
        let resuelto = resolver(&caso, &normativa).expect("resuelto");
        let nota = calificar(
            &caso,
            &Intento::perfecto(&caso, &resuelto),
            &Criterio::default(),
            &normativa,
        )
        .expect("nota");
        assert_eq!(nota.puntos, Puntos::CIEN, "{}", base.clave);
        let otra = variante(&caso, 3, &normativa).unwrap_or_else(|e| panic!("{}: {e}", base.clave));
        assert_eq!(verificar(&otra, &normativa), [], "{}", base.clave);
        // what was decided of the draft is what is decided of the case, but for identifiers that were wrong in it
        let decision = |c: &Caso| c.esperado.decision.as_ref().map(|d| d.decision.clone());
        assert_eq!(decision(&caso), decision(&base), "{}", base.clave);
    }
}

#[test]
fn of_a_list_of_people_no_case_is_made() {
    let borrador = Borrador {
        clave: "lista",
        titulo: "Una lista",
        guion: guion("incorporacion_colectiva").expect("guion"),
        respuestas: &Respuestas::default(),
        hoy: chrono::NaiveDate::from_ymd_opt(2026, 11, 20).expect("fecha"),
    };
    let errores = caso_de(&borrador, &Normativa::publicada()).expect_err("se rehúsa");
    assert!(errores[0].mensaje.contains("lista de personas"), "{errores:?}");
}

#[test]
fn what_cannot_be_read_is_left_out() {
    let mut respuestas = Respuestas::default();
    respuestas.poner("sujeto.persona", "fisica");
    respuestas.poner("fisica.curp", "LOMA040229MNLPRNA7 ");
    respuestas.poner("fisica.nombre", "Alguien");
    respuestas.poner("fiscal.calle", "Avenida Verdadera");
    respuestas.poner("contacto.telefono", "55 1234 5678");
    let hoy = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).expect("fecha");
    let caso = hecho(&respuestas, "registro_patronal", hoy);
    let texto = serde_json::to_string(&caso).expect("json");
    for suyo in ["LOMA", "Alguien", "Verdadera", "12345678"] {
        assert!(!texto.contains(suyo), "{suyo}: {texto}");
    }
    assert_eq!(verificar(&caso, &Normativa::publicada()), []);
    // nothing at all is a case too: everything is missing in it
    let caso = hecho(&Respuestas::default(), "convenio", hoy);
    assert_eq!(verificar(&caso, &Normativa::publicada()), []);
}
