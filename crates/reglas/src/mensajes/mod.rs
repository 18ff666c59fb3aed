//! Every figure and every finding, with its code, its article, its words and its help. One place: the screen's help, the
//! memoria and the findings read it, and a test walks it and fails for whatever lacks an article, an example or a golden
//! case.

use crate::hallazgo::Gravedad;

/// A rule: a figure that is computed, or something that may be found.
#[derive(Debug)]
pub struct Regla {
    /// Code, `tema.clave`.
    pub codigo: &'static str,
    /// Weight of the finding; `None` for a figure.
    pub gravedad: Option<Gravedad>,
    /// Name of the figure, or message of the finding with its `{blanks}`.
    pub titulo: &'static str,
    /// Help for a person.
    pub ayuda: &'static str,
    /// The articles.
    pub fundamento: &'static [&'static str],
    /// An example.
    pub ejemplo: &'static str,
}

impl Regla {
    /// The last part of the code.
    pub fn clave(&self) -> &'static str {
        self.codigo.rsplit('.').next().unwrap_or(self.codigo)
    }

    /// The message with its blanks filled in.
    pub fn mensaje(&self, datos: &[(&str, &str)]) -> String {
        let mut texto = String::with_capacity(self.titulo.len() + 32);
        let mut resto = self.titulo;
        while let Some((antes, despues)) = resto.split_once('{') {
            texto.push_str(antes);
            let (nombre, cola) = despues.split_once('}').unwrap_or((despues, ""));
            texto.push_str(datos.iter().find(|d| d.0 == nombre).map_or("…", |d| d.1));
            resto = cola;
        }
        texto.push_str(resto);
        texto
    }
}

/// Declares rules: the doc comment is the help text. Floors above declare theirs with it too.
#[macro_export]
macro_rules! reglas {
    ($( $(#[doc = $ayuda:literal])+ $nombre:ident = $clase:ident $codigo:literal, $titulo:literal, [$($articulo:literal),+ $(,)?], $ejemplo:literal; )+) => {
        $( $(#[doc = $ayuda])+
        pub static $nombre: $crate::mensajes::Regla = $crate::mensajes::Regla {
            codigo: $codigo,
            gravedad: $crate::reglas!(@ $clase),
            titulo: $titulo,
            ayuda: concat!($($ayuda),+),
            fundamento: &[$($articulo),+],
            ejemplo: $ejemplo,
        }; )+
        /// All the rules of this subject.
        pub static TODAS: &[&$crate::mensajes::Regla] = &[$(&$nombre),+];
    };
    (@ figura) => { None };
    (@ error) => { Some($crate::hallazgo::Gravedad::Error) };
    (@ advertencia) => { Some($crate::hallazgo::Gravedad::Advertencia) };
    (@ nota) => { Some($crate::hallazgo::Gravedad::Nota) };
}

pub mod capital;
pub mod clasificacion;
pub mod convenio;
pub mod credito;
pub mod cuotas;
pub mod entrada;
pub mod identificador;
pub mod multa;
pub mod plazo;
pub mod prima;
pub mod registro;
pub mod salario;

/// The whole registry.
pub fn todas() -> impl Iterator<Item = &'static Regla> {
    [
        entrada::TODAS,
        identificador::TODAS,
        plazo::TODAS,
        prima::TODAS,
        clasificacion::TODAS,
        registro::TODAS,
        salario::TODAS,
        cuotas::TODAS,
        credito::TODAS,
        multa::TODAS,
        capital::TODAS,
        convenio::TODAS,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The rule with this code.
pub fn por_codigo(codigo: &str) -> Option<&'static Regla> {
    todas().find(|r| r.codigo == codigo)
}
