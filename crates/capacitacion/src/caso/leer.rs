//! Reading a case, and what is wrong with one that cannot be used.

use super::{Caso, FORMATO, TRAMITE};
use std::collections::BTreeSet;
use std::fmt;
use ventanilla_reglas::operacion::OPERACIONES;
use ventanilla_tramites::camino::guion;

/// Why a case cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorDeCaso {
    /// Key of the case, or the name of its file; empty when it could not be read.
    pub caso: String,
    /// Where, as a path in the document; empty for the whole.
    pub campo: String,
    /// What is wrong and how it is mended, in Spanish.
    pub mensaje: String,
}

impl fmt::Display for ErrorDeCaso {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let de = if self.caso.is_empty() { "El caso" } else { &self.caso };
        match self.campo.as_str() {
            "" => write!(f, "{de}: {}", self.mensaje),
            campo => write!(f, "{de}, en «{campo}»: {}", self.mensaje),
        }
    }
}

impl std::error::Error for ErrorDeCaso {}

impl Caso {
    /// Reads a case and checks that it is whole: what it names exists, and nothing is said twice. Whether what it expects
    /// is what the rules say is another matter: [`crate::verificar`].
    ///
    /// # Errors
    /// Everything that is wrong, each at its place.
    pub fn leer(texto: &str) -> Result<Self, Vec<ErrorDeCaso>> {
        let caso: Self = ventanilla_reglas::entrada::leer(texto).map_err(|h| {
            vec![ErrorDeCaso {
                caso: String::new(),
                campo: h.campo,
                mensaje: h.mensaje,
            }]
        })?;
        let errores = caso.revisar();
        if errores.is_empty() { Ok(caso) } else { Err(errores) }
    }

    /// What is wrong with it, by itself.
    pub fn revisar(&self) -> Vec<ErrorDeCaso> {
        let mut r = Revisor {
            caso: self,
            errores: Vec::new(),
        };
        r.encabezado();
        r.ejercicio();
        r.esperado();
        r.errores
    }
}

struct Revisor<'a> {
    caso: &'a Caso,
    errores: Vec<ErrorDeCaso>,
}

impl Revisor<'_> {
    fn mal(&mut self, campo: &str, mensaje: String) {
        self.errores.push(ErrorDeCaso {
            caso: self.caso.clave.clone(),
            campo: campo.to_owned(),
            mensaje,
        });
    }

    fn si(&mut self, mal: bool, campo: &str, mensaje: &str) {
        if mal {
            self.mal(campo, mensaje.to_owned());
        }
    }

    fn encabezado(&mut self) {
        let c = self.caso;
        if c.formato != FORMATO {
            self.mal(
                "formato",
                format!("Es de la versión {} y aquí se lee la {FORMATO}.", c.formato),
            );
        }
        let clave_mala = c.clave.is_empty()
            || !c
                .clave
                .chars()
                .all(|l| l.is_ascii_alphanumeric() || l == '-' || l == '_');
        self.si(
            clave_mala,
            "clave",
            "La clave lleva letras sin acento, cifras y guiones, por ejemplo R1.",
        );
        self.si(c.titulo.trim().is_empty(), "titulo", "Falta el título.");
        self.si(c.historia.is_empty(), "historia", "Falta la historia.");
        self.si(c.temas.is_empty(), "temas", "Anote al menos un tema.");
        let mut vistos = BTreeSet::new();
        for d in &c.documentos {
            if !vistos.insert(d.clave.as_str()) {
                self.mal("documentos", format!("El documento «{}» está dos veces.", d.clave));
            }
        }
    }

    fn ejercicio(&mut self) {
        let c = self.caso;
        self.si(
            c.tramite.is_none() && c.calculos.is_empty(),
            "tramite",
            "El caso no ejercita nada: anote un trámite o al menos un cálculo.",
        );
        if let Some(t) = &c.tramite
            && guion(&t.guion).is_none()
        {
            self.mal("tramite.guion", format!("No existe el trámite «{}».", t.guion));
        }
        let mut vistos = BTreeSet::from([TRAMITE]);
        for calculo in &c.calculos {
            if !vistos.insert(calculo.clave.as_str()) {
                self.mal("calculos", format!("El cálculo «{}» está dos veces.", calculo.clave));
            }
            if !OPERACIONES.contains(&calculo.operacion.as_str()) {
                self.mal("calculos", format!("No hay una operación «{}».", calculo.operacion));
            }
        }
    }

    fn esperado(&mut self) {
        let e = &self.caso.esperado;
        let pesos = e.campos.iter().map(|c| c.peso).chain(e.cifras.iter().map(|c| c.peso));
        let suyos = e.hallazgos.deben.iter().chain(&e.hallazgos.no_deben).map(|h| h.peso);
        self.si(
            pesos.chain(suyos).any(|p| p == 0 || p > 100),
            "esperado",
            "Cada peso es un número del 1 al 100.",
        );
        self.si(
            self.caso.pesos().iter().sum::<u32>() == 0,
            "esperado",
            "El caso no espera nada: anote campos, hallazgos, cifras o la decisión.",
        );
        let claves = e
            .campos
            .iter()
            .map(|c| &c.clave)
            .chain(e.cifras.iter().map(|c| &c.clave));
        let codigos = e.hallazgos.deben.iter().chain(&e.hallazgos.no_deben).map(|h| &h.codigo);
        let mut vistas = BTreeSet::new();
        for clave in claves.chain(codigos) {
            if !vistas.insert(clave) {
                self.mal("esperado", format!("«{clave}» está dos veces."));
            }
        }
        self.si(
            e.cifras.iter().any(|c| c.de.is_empty()),
            "esperado.cifras",
            "Diga de dónde sale cada cifra.",
        );
        for dato in self.caso.datos().filter(|d| d.rotulo.trim().is_empty()) {
            self.mal(
                "esperado.campos",
                format!(
                    "Diga qué se pregunta en «{}»: sin eso nadie lo puede contestar.",
                    dato.clave
                ),
            );
        }
        let con_opciones = e.campos.iter().map(|c| (&c.clave, &c.opciones, &c.valor));
        let con_opciones = con_opciones.chain(e.cifras.iter().map(|c| (&c.clave, &c.opciones, &c.valor)));
        for (clave, opciones, valor) in con_opciones {
            if !opciones.is_empty() && !opciones.iter().any(|o| o.valor == *valor) {
                self.mal(
                    "esperado",
                    format!("En «{clave}» la respuesta correcta no está entre las opciones."),
                );
            }
        }
        if let Some(d) = &e.decision {
            let redirige = d.decision.que == super::Que::Redirigir;
            self.si(
                redirige != d.decision.a.is_some(),
                "esperado.decision",
                "Al redirigir se dice a dónde, y sólo entonces.",
            );
            self.si(
                d.se_apoya_en.is_empty(),
                "esperado.decision",
                "Diga en qué se apoya la decisión.",
            );
        }
    }
}
