//! What the rules say of a modification as a whole.

use super::causa::{self, causa};
use super::guion::documentos;
use super::mensajes as mensaje;
use crate::camino::{Dictamen, Indice};
use crate::guion::{Mirada, Renglon, Seccion};
use crate::plazos;
use crate::texto::fecha_larga;
use ventanilla_normativa::Tabla;
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Tasa;
use ventanilla_reglas::politica::Politicas;
use ventanilla_reglas::prima::{Clase, EntradaDeEvento, Evento, Origen, Parte, PrimaPorEvento, por_evento};

/// What the rules say of the whole.
pub(super) fn dictaminar(m: &Mirada<'_>) -> Dictamen {
    let mut d = Dictamen {
        indice: Indice {
            nombre: m.valor("patron.nombre").to_owned(),
            rfc: m.valor("patron.rfc").to_owned(),
            registro_patronal: m.valor("patron.registro_patronal").to_owned(),
            nss: String::new(),
        },
        documentos: documentos(m),
        ..Dictamen::default()
    };
    plazos::avisar(m, &mut d, causa::clave_del_plazo(m), "motivo.fecha");
    plazos::esperar_respuesta(m, &mut d, "modificacion_patronal");
    prima(m, &mut d);
    avisos(m, &mut d);
    d
}

/// The class of a fracción on the day of presentation.
fn clase_de(m: &Mirada<'_>, fraccion: &str) -> Option<Clase> {
    let fila = m.normativa.vigente(Tabla::Fracciones, fraccion, m.hoy).ok()?;
    Clase::de_valor(fila.valor)
}

fn prima(m: &Mirada<'_>, d: &mut Dictamen) {
    let (Some(evento), Some(entrada)) = (causa::evento(m), entrada(m)) else {
        return;
    };
    let mut consulta = Consulta::nueva(m.normativa, Politicas::default());
    let resultado = match por_evento(&mut consulta, &entrada) {
        Ok((resultado, hallazgos, _)) => {
            let dichos = consulta.concluir(hallazgos).hallazgos;
            d.hallazgos.extend(dichos.into_iter().map(|h| h.en("motivo.causa")));
            resultado
        }
        // a merger with different primas needs the cases of both, which its own page asks for
        Err(faltan) if evento == Evento::Fusion && faltan.iter().all(|h| h.campo == "fusion") => {
            d.hallazgos
                .push(Hallazgo::nuevo(&mensaje::FUSION_CON_FORMULA, "otra.prima", &[]));
            return;
        }
        Err(hallazgos) => {
            d.hallazgos
                .extend(hallazgos.into_iter().map(|h| h.en("actividad.cambia")));
            return;
        }
    };
    anotar_prima(m, d, &entrada, &resultado);
}

/// The input of the rule, once enough was answered.
fn entrada(m: &Mirada<'_>) -> Option<EntradaDeEvento> {
    let anterior = clase_de(m, m.valor("patron.fraccion"))?;
    let cambia = m.afirma("actividad.cambia");
    if m.valor("actividad.cambia").is_empty() && causa::reclasifica(m) {
        return None;
    }
    let nueva = if cambia {
        clase_de(m, m.valor("actividad.fraccion"))?
    } else {
        anterior
    };
    let parte = match m.valor("escision.parte") {
        "escindida" => Some(Parte::Escindida),
        "escindente" => Some(Parte::Escindente),
        _ => None,
    };
    Some(EntradaDeEvento {
        evento: causa::evento(m)?,
        fecha: Fecha::leer(m.valor("motivo.fecha"))?,
        clase_anterior: Some(anterior),
        clase_nueva: Some(nueva),
        prima_anterior: Tasa::leer(m.valor("patron.prima")),
        cambia_actividad: cambia,
        meses_sin_actividad: m.valor("reanudacion.meses").parse().ok(),
        parte,
        fusion: None,
        politicas: Politicas::default(),
        memoria: false,
    })
}

fn anotar_prima(m: &Mirada<'_>, d: &mut Dictamen, entrada: &EntradaDeEvento, resultado: &PrimaPorEvento) {
    let clase = resultado.clase.clave();
    let origen = match resultado.origen {
        Origen::Media => "la media de la clase",
        Origen::Anterior => "la que tenía",
        Origen::Formula => "la de la fórmula con los casos de ambas empresas",
    };
    for (clave, valor) in [("clase", clase), ("prima", resultado.prima.as_str())] {
        d.cifras.insert(clave.to_owned(), valor.to_owned());
    }
    let campo = if causa::reclasifica(m) {
        "actividad.cambia"
    } else {
        "motivo.causa"
    };
    let datos = [
        ("clase", clase),
        ("prima", resultado.prima.as_str()),
        ("origen", origen),
    ];
    d.hallazgos
        .push(Hallazgo::nuevo(&mensaje::PRIMA_DESPUES, campo, &datos));
    if entrada.cambia_actividad && entrada.clase_anterior == entrada.clase_nueva {
        d.hallazgos
            .push(Hallazgo::nuevo(&mensaje::MISMA_CLASE, "actividad.fraccion", &[]));
    }
    let articulos: Vec<&str> = resultado.fundamento.iter().map(String::as_str).collect();
    let secciones = match resultado.secciones_am_srt.as_slice() {
        [] => "ninguna".to_owned(),
        secciones => secciones.join(", "),
    };
    let vigencia = format!(
        "{} al {}",
        fecha_larga(resultado.desde.0),
        fecha_larga(resultado.hasta.0)
    );
    let fraccion = if entrada.cambia_actividad {
        m.valor("actividad.fraccion")
    } else {
        m.valor("patron.fraccion")
    };
    d.secciones.push(Seccion::calculada(
        "Clasificación y prima después del cambio",
        vec![
            Renglon::cifra("Fracción", fraccion, &["RACERF 18"]),
            Renglon::cifra("Clase", clase, &["RACERF 18"]),
            Renglon::cifra("Prima", format!("{} %, {origen}", resultado.prima), &articulos),
            Renglon::cifra("Rige", vigencia, &articulos),
            Renglon::cifra("Secciones del AM-SRT", secciones, &["RACERF 16"]),
            Renglon::cifra("Regla", resultado.regla.clone(), &articulos),
        ],
    ));
}

fn avisos(m: &Mirada<'_>, d: &mut Dictamen) {
    if causa(m) == "huelga_estallamiento" {
        d.hallazgos
            .push(Hallazgo::nuevo(&mensaje::HUELGA_SIN_BAJAS, "motivo.causa", &[]));
    }
    if causa::baja(m) {
        d.hallazgos
            .push(Hallazgo::nuevo(&mensaje::BAJA_DE_TRABAJADORES, "motivo.causa", &[]));
    }
    let (antes, despues) = (m.valor("patron.municipio"), m.valor("domicilio.municipio"));
    if !antes.is_empty() && !despues.is_empty() && crate::texto::plegar(antes) != crate::texto::plegar(despues) {
        let datos = [("antes", antes), ("despues", despues)];
        d.hallazgos
            .push(Hallazgo::nuevo(&mensaje::OTRO_MUNICIPIO, "domicilio.municipio", &datos));
    }
}
