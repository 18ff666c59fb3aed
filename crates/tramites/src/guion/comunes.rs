//! Questions that are the same everywhere: an address, how to reach somebody (lengths of the institution's portal), and
//! the declaration that closes a trámite.

use super::mensajes as mensaje;
use super::{Clase, Mirada, Pregunta};
use crate::adeudo::{ClaseDeCredito, Periodo};
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::identificador::{ENTIDADES, Partes, Tipo, Uso, revisar};
use ventanilla_reglas::politica::Politicas;

const CODIGO_POSTAL: Clase = Clase::Identificador(Tipo::CodigoPostal, Uso::Persona);

/// An address of an employer.
pub const DOMICILIO: &[Pregunta] = &domicilio(
    MUNICIPIO
        .ayuda("Como aparece en la constancia de situación fiscal. Del municipio depende el registro patronal.")
        .articulo(&["RACERF 13"]),
);

/// An address of a person.
pub const DOMICILIO_DE_PERSONA: &[Pregunta] = &domicilio(
    MUNICIPIO
        .ayuda("Del domicilio dependen la subdelegación y la unidad de medicina familiar.")
        .articulo(&["RACERF 67", "RACERF 77"]),
);

const MUNICIPIO: Pregunta = Pregunta::texto("municipio", "Municipio o alcaldía", 80).obligatoria();

const fn domicilio(municipio: Pregunta) -> [Pregunta; 10] {
    [
        Pregunta::nueva("codigo_postal", "Código postal", CODIGO_POSTAL)
            .ayuda("Cinco cifras, con el cero de adelante si lo lleva.")
            .ejemplo("06700")
            .obligatoria(),
        Pregunta::nueva("entidad", "Estado", Clase::Entidad)
            .obligatoria()
            .regla(entidad_del_codigo),
        municipio,
        Pregunta::texto("localidad", "Localidad", 80),
        Pregunta::texto("colonia", "Colonia", 80).obligatoria(),
        Pregunta::texto("calle", "Calle", 50).obligatoria(),
        Pregunta::texto("exterior", "Número exterior", 20)
            .ayuda("Si no tiene, escriba «S/N».")
            .obligatoria(),
        Pregunta::texto("interior", "Número interior", 20),
        Pregunta::texto("entre_calle", "Entre la calle", 50),
        Pregunta::texto("y_calle", "Y la calle", 50),
    ]
}

/// How to reach somebody.
pub const CONTACTO: &[Pregunta] = &[
    Pregunta::nueva("telefono", "Teléfono", Clase::Telefono)
        .ayuda("Diez cifras, con la lada.")
        .ejemplo("55 5555 0101"),
    Pregunta::nueva("correo", "Correo electrónico", Clase::Correo).ejemplo("nombre@ejemplo.mx"),
];

/// The declaration that closes every trámite.
pub const PROTESTA: Pregunta = Pregunta::nueva(
    "protesta",
    "Declaro bajo protesta de decir verdad que los datos son ciertos",
    Clase::Aceptacion,
)
.ayuda("Dar datos falsos en los avisos se sanciona con multa.")
.articulo(&["LSS 304-A VI", "LSS 304-B III"])
.obligatoria();

/// What an answer makes known of another one of its block: the postal code, its entidad; a period, the day it was due.
pub fn sugerencia(m: &Mirada<'_>, campo: &str, valor: &str) -> Option<(&'static str, String)> {
    match campo {
        "codigo_postal" => match revisar(m.normativa, Tipo::CodigoPostal, valor, Uso::Persona).partes {
            Partes::CodigoPostal(partes) => Some(("entidad", partes.entidad.to_owned())),
            _ => None,
        },
        "periodo" => {
            let clase = ClaseDeCredito::de_clave(m.aqui("clase"))?;
            let mut consulta = Consulta::nueva(m.normativa, Politicas::default());
            // a calendar that does not cover it suggests nothing; the rules say so of the date that is typed
            let vence = Periodo::leer(valor, clase)?.vencimiento(&mut consulta).ok()??;
            Some(("vencimiento", vence.format("%d/%m/%Y").to_string()))
        }
        _ => None,
    }
}

/// The first two digits of a postal code tell the entidad.
fn entidad_del_codigo(mirada: &Mirada<'_>, ruta: &str, entidad: &str) -> Vec<Hallazgo> {
    let codigo = mirada.aqui("codigo_postal");
    let Partes::CodigoPostal(partes) = revisar(mirada.normativa, Tipo::CodigoPostal, codigo, Uso::Persona).partes
    else {
        return Vec::new(); // a code that cannot be read has its own finding
    };
    if partes.entidad == entidad {
        return Vec::new();
    }
    let elegida = ENTIDADES
        .iter()
        .find(|e| e.clave == entidad)
        .map_or("otro", |e| e.nombre);
    let datos = [("codigo", codigo), ("es", partes.entidad_nombre), ("elegida", elegida)];
    vec![Hallazgo::nuevo(&mensaje::CP_ENTIDAD, ruta, &datos)]
}
