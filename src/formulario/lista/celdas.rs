//! The columns of the sheet, and a list as rows of answers.

use crate::hoja::{Alineacion, DefColumna};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use ventanilla_reglas::identificador::Tipo;
use ventanilla_tramites::guion::{Bloque, Clase, Pregunta, Respuestas};

/// Column that the rules fill in.
pub const CALCULADA: &str = "calculada";

/// The columns of a list with these questions. Each set is made once and kept: there are as many as modalities.
pub fn columnas(bloque: &'static Bloque, preguntas: &[&'static Pregunta]) -> &'static [DefColumna] {
    static HECHAS: Mutex<BTreeMap<String, &'static [DefColumna]>> = Mutex::new(BTreeMap::new());
    let mut clave = bloque.clave.to_owned();
    for pregunta in preguntas {
        clave.push(' ');
        clave.push_str(pregunta.campo);
    }
    let mut hechas = HECHAS.lock().unwrap_or_else(PoisonError::into_inner);
    hechas.entry(clave).or_insert_with(|| {
        let calculada = bloque.lista().and_then(|l| l.calculada).map(calculada);
        let todas: Vec<DefColumna> = preguntas.iter().map(|p| columna(p)).chain(calculada).collect();
        Box::leak(todas.into_boxed_slice())
    })
}

fn calculada(titulo: &'static str) -> DefColumna {
    DefColumna {
        clave: CALCULADA,
        titulo,
        sinonimos: &[],
        ayuda: "La calcula el programa; no se escribe.",
        ancho_ch: 13,
        alineacion: Alineacion::Derecha,
        modo_entrada: "none",
        solo_lectura: true,
        opciones: &[],
    }
}

fn columna(pregunta: &'static Pregunta) -> DefColumna {
    let (ancho_ch, alineacion, modo_entrada) = match pregunta.clase {
        Clase::Dinero => (12, Alineacion::Derecha, "decimal"),
        Clase::Entero { .. } => (8, Alineacion::Derecha, "numeric"),
        Clase::Identificador(Tipo::Nss, _) => (13, Alineacion::Izquierda, "numeric"),
        Clase::Identificador(..) => (19, Alineacion::Izquierda, "text"),
        Clase::Fecha { .. } => (12, Alineacion::Izquierda, "text"),
        Clase::Opcion(_) | Clase::Lista(_) => (11, Alineacion::Izquierda, "text"),
        _ => (24, Alineacion::Izquierda, "text"),
    };
    let opciones: Vec<(&'static str, &'static str)> =
        pregunta.clase.opciones().iter().map(|o| (o.valor, o.rotulo)).collect();
    DefColumna {
        clave: pregunta.campo,
        titulo: pregunta.rotulo,
        sinonimos: &[],
        ayuda: pregunta.ayuda,
        ancho_ch,
        alineacion,
        modo_entrada,
        solo_lectura: false,
        opciones: Box::leak(opciones.into_boxed_slice()),
    }
}

/// A row: the texts that it has, by question.
pub type Fila = Vec<(String, String)>;

/// The rows of a list, with what they hold under any choice.
pub fn filas(respuestas: &Respuestas, clave: &str) -> Vec<Fila> {
    let mut filas: Vec<Fila> = vec![Fila::new(); respuestas.cuantos(clave)];
    for (ruta, texto) in respuestas.iter() {
        let resto = ruta.strip_prefix(clave).and_then(|r| r.strip_prefix('.'));
        let Some((fila, campo)) = resto.and_then(|r| r.split_once('.')) else {
            continue;
        };
        if let Some(fila) = fila.parse::<usize>().ok().and_then(|n| filas.get_mut(n)) {
            fila.push((campo.to_owned(), texto.to_owned()));
        }
    }
    filas
}

/// Those rows as answers.
pub fn como_respuestas(filas: &[Fila], clave: &str) -> Respuestas {
    let mut respuestas = Respuestas::default();
    for (i, fila) in filas.iter().enumerate() {
        for (campo, texto) in fila {
            respuestas.poner([clave, ".", &i.to_string(), ".", campo].concat(), texto.as_str());
        }
    }
    respuestas.contar(clave, filas.len());
    respuestas
}

/// Whether a row holds nothing.
pub fn vacia(fila: &Fila) -> bool {
    fila.iter().all(|(_, texto)| texto.trim().is_empty())
}
