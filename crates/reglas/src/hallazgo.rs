//! What the rules find: errors, warnings and notes, each with its code, its place, its words and its article.

use crate::mensajes::Regla;
use serde::Serialize;

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Gravedad {
    /// It must be mended: what it touches is not computed.
    Error,
    /// It is computed, and somebody should look.
    Advertencia,
    /// Something worth knowing.
    Nota,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hallazgo {
    /// Code of the rule, such as `curp.digito_verificador`.
    pub codigo: &'static str,
    /// How serious it is.
    pub gravedad: Gravedad,
    /// Where, as a path in the input (`trabajadores[3].renglones[0].sbc`); empty for the whole.
    pub campo: String,
    /// What is wrong and how it is mended, in Spanish.
    pub mensaje: String,
    /// The articles.
    pub fundamento: &'static [&'static str],
}

impl Hallazgo {
    /// A finding of `regla` at `campo`, with the blanks of its message filled in.
    pub fn nuevo(regla: &'static Regla, campo: impl Into<String>, datos: &[(&str, &str)]) -> Self {
        Self {
            codigo: regla.codigo,
            gravedad: regla.gravedad.unwrap_or(Gravedad::Nota),
            campo: campo.into(),
            mensaje: regla.mensaje(datos),
            fundamento: regla.fundamento,
        }
    }

    /// As [`Hallazgo::nuevo`], with blanks that were made for the occasion.
    pub fn con(regla: &'static Regla, campo: impl Into<String>, datos: &[(&str, String)]) -> Self {
        let datos: Vec<(&str, &str)> = datos.iter().map(|(n, v)| (*n, v.as_str())).collect();
        Self::nuevo(regla, campo, &datos)
    }

    /// The same finding with less weight: a wrong NSS is an error in a trámite and a warning in a preview.
    pub fn con_gravedad(mut self, gravedad: Gravedad) -> Self {
        self.gravedad = gravedad;
        self
    }

    /// The same finding, at another place: what an operation says of its input, beside the question that gave it.
    pub fn en(mut self, campo: &str) -> Self {
        campo.clone_into(&mut self.campo);
        self
    }

    /// The same finding, its place moved below `prefijo`.
    pub fn dentro_de(mut self, prefijo: &str) -> Self {
        self.campo = match (prefijo.is_empty(), self.campo.is_empty()) {
            (true, _) => self.campo,
            (false, true) => prefijo.to_owned(),
            (false, false) => format!("{prefijo}.{}", self.campo),
        };
        self
    }

    /// Whether it says the same as `otro`, perhaps of another place.
    pub fn mismo(&self, otro: &Self) -> bool {
        self.codigo == otro.codigo && self.mensaje == otro.mensaje
    }

    /// Whether it stops what it touches.
    pub fn es_error(&self) -> bool {
        self.gravedad == Gravedad::Error
    }
}
