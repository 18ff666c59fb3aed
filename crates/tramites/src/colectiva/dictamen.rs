//! What the rules say of a collective application as a whole.

use super::condiciones::{familiar, firma, limite, minimo};
use super::cotizacion::{self, Cotizacion};
use super::documentos::documentos;
use super::lista::{self, BLOQUE, cuantas};
use super::mensajes as mensaje;
use crate::camino::{Dictamen, Indice};
use crate::guion::{Mirada, Renglon, Seccion};
use crate::incorporacion::condiciones::{modalidad, solicitud};
use crate::incorporacion::mensajes::OTRO_DIA;
use crate::lecturas;
use crate::requisitos;
use crate::texto::fecha_larga;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::incorporacion::{ColectivoMinimo, Modalidad};

/// What the rules say of the whole.
pub(super) fn dictaminar(m: &Mirada<'_>) -> Dictamen {
    let mut d = Dictamen {
        indice: Indice {
            nombre: m.valor("moral.denominacion").to_owned(),
            rfc: m.valor("moral.rfc").to_owned(),
            ..Indice::default()
        },
        documentos: documentos(m),
        ..Dictamen::default()
    };
    fechas(m, &mut d);
    match minimo(m) {
        Some(minimo) => convenio(m, &mut d, minimo),
        None if modalidad(m) == Some(Modalidad::M35) => {
            d.hallazgos
                .push(Hallazgo::nuevo(&mensaje::SOLO_INDIVIDUAL, "opcion.modalidad", &[]));
        }
        None => {}
    }
    d.hallazgos.extend(lista::hallazgos(m));
    match cotizacion::cotizar(m) {
        Some(Ok(cotizacion)) => cuota(m, &mut d, &cotizacion),
        Some(Err(errores)) => d.hallazgos.extend(errores),
        None => {}
    }
    if minimo(m).is_some() {
        d.hallazgos.push(Hallazgo::nuevo(&mensaje::CUESTIONARIOS, "", &[]));
    }
    requisitos::faltan(m, &mut d);
    d
}

fn fechas(m: &Mirada<'_>, d: &mut Dictamen) {
    let dia = solicitud(m);
    if dia != m.hoy {
        let datos = [("solicitud", fecha_larga(dia)), ("hoy", fecha_larga(m.hoy))];
        d.hallazgos.push(Hallazgo::con(&OTRO_DIA, "opcion.solicitud", &datos));
    }
    if firma(m).is_some_and(|firma| dia < firma) {
        let datos = [("solicitud", fecha_larga(dia))];
        d.hallazgos
            .push(Hallazgo::con(&mensaje::ANTES_DE_LA_FIRMA, "opcion.firma", &datos));
    }
}

/// How many people it takes, and until when they may be inscribed (RACERF 75, 79, 100, 103).
fn convenio(m: &Mirada<'_>, d: &mut Dictamen, minimo: ColectivoMinimo) {
    let cuantas = cuantas(m);
    let pide = usize::try_from(minimo.minimo).unwrap_or(usize::MAX);
    if cuantas < pide {
        d.hallazgos.push(no_alcanza(m, cuantas, pide));
    }
    let (articulo, plazo) = if familiar(m) {
        (["RACERF 100 II"], ["RACERF 103"])
    } else {
        (["RACERF 75 II"], ["RACERF 79"])
    };
    let mut renglones = vec![Renglon::cifra(
        "Personas en la lista",
        format!("{cuantas}; el convenio pide al menos {pide}"),
        &articulo,
    )];
    if let Some(limite) = limite(m, minimo) {
        let dias = minimo.dias_de_inscripcion;
        if solicitud(m) > limite {
            let datos = [("dias", dias.to_string()), ("limite", fecha_larga(limite))];
            d.hallazgos
                .push(Hallazgo::con(&mensaje::FUERA_DE_PLAZO, "opcion.firma", &datos));
        }
        let valor = format!(
            "a más tardar el {}, {dias} días naturales desde la firma",
            fecha_larga(limite)
        );
        renglones.push(Renglon::cifra("Primera inscripción", valor, &plazo));
    }
    renglones.push(Renglon::cifra(
        "Si no se alcanzan las personas",
        "el convenio no surte efectos; cada una puede asegurarse por sí misma, si da su consentimiento",
        &plazo,
    ));
    d.secciones.push(Seccion::calculada("El convenio", renglones));
}

/// Fewer rows than it takes. In the seguro de salud para la familia it is only a doubt when the people with their
/// families are enough: whom the article counts is not established.
fn no_alcanza(m: &Mirada<'_>, cuantas: usize, pide: usize) -> Hallazgo {
    let datos = [("cuantas", cuantas.to_string()), ("minimo", pide.to_string())];
    if familiar(m) {
        let todas = cotizacion::con_familia(m);
        if todas >= pide {
            let [cuantas, minimo] = datos;
            let datos = [cuantas, minimo, ("todas", todas.to_string())];
            return Hallazgo::con(&mensaje::MINIMO_CON_FAMILIA, BLOQUE, &datos);
        }
    }
    Hallazgo::con(&mensaje::FALTA_MINIMO, BLOQUE, &datos)
}

fn cuota(m: &Mirada<'_>, d: &mut Dictamen, cotizacion: &Cotizacion) {
    d.hallazgos.extend(cotizacion.hallazgos.iter().cloned());
    d.por_fila = cotizacion.textos();
    if cotizacion.completa() {
        let cobertura = cotizacion.muestra.cobertura;
        let cifras = [
            ("total", cotizacion.total.to_string()),
            ("personas", cotizacion.por_fila.len().to_string()),
            ("cobertura_desde", cobertura.desde.to_string()),
            ("cobertura_hasta", cobertura.hasta.to_string()),
        ];
        d.cifras.extend(cifras.map(|(clave, valor)| (clave.to_owned(), valor)));
    }
    d.secciones.extend(cotizacion::secciones(m, cotizacion));
    d.secciones
        .extend(lecturas::seccion(&cotizacion.muestra.comun.politicas_aplicadas));
}
