//! What the rules say of a registro patronal as a whole.

use super::guion::moral;
use super::mensajes as mensaje;
use super::{documentos, numero};
use crate::camino::{Dictamen, Indice};
use crate::guion::{Mirada, Renglon, Seccion};
use crate::plazos;
use crate::texto::{fecha_larga, romano};
use ventanilla_normativa::Tabla;
use ventanilla_reglas::hallazgo::Hallazgo;

/// What the rules say of the whole.
pub(super) fn dictaminar(m: &Mirada<'_>) -> Dictamen {
    let mut d = Dictamen {
        indice: indice(m),
        vence: plazos::respuesta(m.hoy),
        documentos: documentos::lista(m),
        ..Dictamen::default()
    };
    clasificar(m, &mut d);
    plazo_de_cinco_dias(m, &mut d);
    d.hallazgos.extend(numero::revisar(m));
    if m.afirma("actividad.especializados") {
        d.hallazgos.push(Hallazgo::nuevo(
            &mensaje::SERVICIOS_ESPECIALIZADOS,
            "actividad.especializados",
            &[],
        ));
    }
    faltan_documentos(m, &mut d);
    d
}

fn indice(m: &Mirada<'_>) -> Indice {
    let (nombre, rfc) = if moral(m) {
        (m.valor("moral.denominacion").to_owned(), m.valor("moral.rfc"))
    } else {
        let partes = ["fisica.nombre", "fisica.primer_apellido", "fisica.segundo_apellido"].map(|r| m.valor(r));
        (partes.join(" ").trim().to_owned(), m.valor("fisica.rfc"))
    };
    Indice {
        nombre,
        rfc: rfc.to_owned(),
        ..Indice::default()
    }
}

/// The fracción gives the class, and the class the prima media with which a new employer begins.
fn clasificar(m: &Mirada<'_>, d: &mut Dictamen) {
    let fraccion = m.valor("actividad.fraccion");
    let Ok(fila) = m.normativa.vigente(Tabla::Fracciones, fraccion, m.hoy) else {
        return;
    };
    let clase = romano(&fila.valor.to_string());
    let Ok(media) = m.normativa.vigente(Tabla::PrimasMedias, clase, m.hoy) else {
        return;
    };
    let prima = media.valor.to_string();
    for (clave, valor) in [("fraccion", fraccion), ("clase", clase), ("prima", prima.as_str())] {
        d.cifras.insert(clave.to_owned(), valor.to_owned());
    }
    let datos = [("clase", clase), ("prima", prima.as_str())];
    d.hallazgos
        .push(Hallazgo::nuevo(&mensaje::PRIMA_MEDIA, "actividad.fraccion", &datos));
    d.secciones.push(Seccion {
        paso: String::new(),
        titulo: "Clasificación en el seguro de riesgos de trabajo".to_owned(),
        renglones: vec![
            Renglon::cifra("División y grupo", division_y_grupo(fraccion), &["RACERF 196"]),
            Renglon::cifra(
                "Fracción",
                [fraccion, " · ", fila.nota.as_ref()].concat(),
                &["RACERF 18", "RACERF 196"],
            ),
            Renglon::cifra("Clase", clase, &["RACERF 18"]),
            Renglon::cifra("Prima media", [prima.as_str(), " %"].concat(), &["RACERF 24", "LSS 73"]),
        ],
    });
}

/// The division is the first digit of a fracción, and the group the first two.
fn division_y_grupo(fraccion: &str) -> String {
    match (fraccion.get(..1), fraccion.get(..2)) {
        (Some(division), Some(grupo)) => format!("División {division}, grupo {grupo}"),
        _ => String::new(),
    }
}

fn plazo_de_cinco_dias(m: &Mirada<'_>, d: &mut Dictamen) {
    let Some(aviso) = plazos::aviso(m, "alta", "inicio.fecha", &mut d.hallazgos) else {
        return;
    };
    let vence = fecha_larga(aviso.vence);
    let regla = if aviso.tardio {
        &mensaje::TARDIO
    } else {
        &mensaje::A_TIEMPO
    };
    d.hallazgos
        .push(Hallazgo::nuevo(regla, "inicio.fecha", &[("vence", &vence)]));
    let como = if aviso.tardio { ": fuera de plazo" } else { ": a tiempo" };
    d.secciones.push(Seccion {
        paso: String::new(),
        titulo: "Plazo para registrarse".to_owned(),
        renglones: vec![
            Renglon::cifra("Plazo", aviso.plazo, &["LSS 15 I", "RACERF 12"]),
            Renglon::cifra("Vence", vence, &["RACERF 3"]),
            Renglon::cifra(
                "Se presenta",
                [&fecha_larga(m.hoy), como].concat(),
                &["LSS 304-A I", "LSS 304-C"],
            ),
        ],
    });
}

fn faltan_documentos(m: &Mirada<'_>, d: &mut Dictamen) {
    let reunidos = m.valor("documentos.reunidos");
    let reunidos = reunidos.split(',').filter(|c| !c.is_empty()).count();
    let faltan = d.documentos.len().saturating_sub(reunidos);
    if faltan > 0 {
        let datos = [("cuantos", faltan.to_string())];
        let datos = datos.each_ref().map(|(n, v)| (*n, v.as_str()));
        d.hallazgos
            .push(Hallazgo::nuevo(&mensaje::DOCUMENTOS, "documentos.reunidos", &datos));
    }
}
