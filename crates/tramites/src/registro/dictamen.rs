//! What the rules say of a registro patronal as a whole.

use super::guion::moral;
use super::mensajes as mensaje;
use super::{documentos, numero};
use crate::camino::{Dictamen, Indice};
use crate::guion::{Mirada, Renglon, Seccion};
use crate::plazos;
use crate::requisitos;
use ventanilla_reglas::clasificacion;
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::politica::Politicas;

/// What the rules say of the whole.
pub(super) fn dictaminar(m: &Mirada<'_>) -> Dictamen {
    let mut d = Dictamen {
        indice: indice(m),
        documentos: documentos::lista(m),
        ..Dictamen::default()
    };
    clasificar(m, &mut d);
    plazos::avisar(m, &mut d, "alta", "inicio.fecha");
    plazos::esperar_respuesta(m, &mut d, "registro_patronal");
    d.hallazgos.extend(numero::revisar(m));
    if m.afirma("actividad.especializados") {
        let campo = "actividad.especializados";
        d.hallazgos
            .push(Hallazgo::nuevo(&mensaje::SERVICIOS_ESPECIALIZADOS, campo, &[]));
    }
    requisitos::faltan(m, &mut d);
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
    let codigo = m.valor("actividad.fraccion");
    if codigo.is_empty() {
        return; // it is still to be answered, or has an error of its own
    }
    let mut consulta = Consulta::nueva(m.normativa, Politicas::default());
    let fraccion = match clasificacion::leer(&mut consulta, codigo, m.hoy) {
        Ok(fraccion) => fraccion,
        Err(hallazgo) => return d.hallazgos.push(hallazgo.en("actividad.fraccion")),
    };
    let de_las_tablas = consulta.concluir(Vec::new()).hallazgos;
    d.hallazgos
        .extend(de_las_tablas.into_iter().map(|h| h.en("actividad.fraccion")));
    let (clase, prima) = (fraccion.clase.clave(), fraccion.prima_media.as_str());
    for (clave, valor) in [("fraccion", codigo), ("clase", clase), ("prima", prima)] {
        d.cifras.insert(clave.to_owned(), valor.to_owned());
    }
    let datos = [("clase", clase), ("prima", prima)];
    d.hallazgos
        .push(Hallazgo::nuevo(&mensaje::PRIMA_MEDIA, "actividad.fraccion", &datos));
    d.secciones.push(Seccion::calculada(
        "Clasificación en el seguro de riesgos de trabajo",
        vec![
            Renglon::cifra(
                "División",
                [&fraccion.division, " · ", &fraccion.division_nombre].concat(),
                &["RACERF 196"],
            ),
            Renglon::cifra(
                "Grupo",
                [&fraccion.grupo, " · ", &fraccion.grupo_nombre].concat(),
                &["RACERF 196"],
            ),
            Renglon::cifra(
                "Fracción",
                [codigo, " · ", &fraccion.descripcion].concat(),
                &["RACERF 18", "RACERF 196"],
            ),
            Renglon::cifra("Clase", clase, &["RACERF 18"]),
            Renglon::cifra("Prima media", [prima, " %"].concat(), &["RACERF 24", "LSS 73"]),
        ],
    ));
}
