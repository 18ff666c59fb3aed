//! What a sheet is made of, and what its owner answers.

/// Side to which the cells of a column lean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Alineacion {
    /// Text.
    #[default]
    Izquierda,
    /// Figures. Only these columns take part in the sum of the status line.
    Derecha,
}

/// A column of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DefColumna {
    /// Name for the program; it becomes part of an id.
    pub clave: &'static str,
    /// Name for the person, the heading.
    pub titulo: &'static str,
    /// Other headings under which its cells may come when they are pasted.
    pub sinonimos: &'static [&'static str],
    /// One sentence: tooltip and accessible description of the heading, and status line while a cell has no mark.
    pub ayuda: &'static str,
    /// Width in characters, without padding. The last column takes what is left over.
    pub ancho_ch: u16,
    /// Side to which the cells lean.
    pub alineacion: Alineacion,
    /// `inputmode` of the virtual keyboard: `text`, `decimal`, `numeric` …
    pub modo_entrada: &'static str,
    /// The person cannot write here: paste and fill skip the column.
    pub solo_lectura: bool,
    /// Fixed choices, `(valor, rotulo)`: the model sees `valor`, the person `rotulo`. Empty: free text.
    pub opciones: &'static [(&'static str, &'static str)],
}

impl DefColumna {
    /// Its cells are figures.
    pub(super) fn es_cifra(&self) -> bool {
        self.alineacion == Alineacion::Derecha
    }

    /// Whether a pasted heading names this column: punctuation, case and accents apart.
    pub(super) fn se_llama(&self, encabezado: &str) -> bool {
        let buscado = sin_signos(encabezado);
        let propios = [self.titulo, self.clave];
        !buscado.is_empty()
            && propios
                .iter()
                .chain(self.sinonimos)
                .any(|nombre| sin_signos(nombre) == buscado)
    }

    /// What the person sees for a value of the model.
    pub(super) fn rotulo(&self, texto: String) -> String {
        match self.opciones.iter().find(|(valor, _)| *valor == texto) {
            Some((_, rotulo)) => (*rotulo).to_owned(),
            None => texto,
        }
    }

    /// The value for what was typed or pasted: a choice by its value or name, or by the only name that begins so
    /// (case and accents apart). Anything else goes to the model as it is, which will mark it.
    pub(super) fn valor(&self, escrito: String) -> String {
        let buscado = llano(escrito.trim());
        if self.opciones.is_empty() || buscado.is_empty() {
            return escrito;
        }
        let igual = |(v, r): &&(&str, &str)| llano(v) == buscado || llano(r) == buscado;
        if let Some((valor, _)) = self.opciones.iter().find(igual) {
            return (*valor).to_owned();
        }
        let mut parecidas = self.opciones.iter().filter(|(_, r)| llano(r).starts_with(&buscado));
        match (parecidas.next(), parecidas.next()) {
            (Some((valor, _)), None) => (*valor).to_owned(),
            _ => escrito,
        }
    }
}

fn sin_signos(texto: &str) -> String {
    llano(texto).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Without case or accents, as far as Spanish goes: the tables of all of Unicode weigh more than the sheet.
fn llano(texto: &str) -> String {
    let letra = |c: char| match c {
        'á' | 'Á' => 'a',
        'é' | 'É' => 'e',
        'í' | 'Í' => 'i',
        'ó' | 'Ó' => 'o',
        'ú' | 'Ú' | 'ü' | 'Ü' => 'u',
        'Ñ' => 'ñ',
        _ => c.to_ascii_lowercase(),
    };
    texto.chars().map(letra).collect()
}

/// How serious a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gravedad {
    /// Must be corrected.
    Error,
    /// Should be looked at.
    Advertencia,
    /// Only to know.
    Nota,
}

/// A finding on a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marca {
    /// How serious it is.
    pub gravedad: Gravedad,
    /// What is wrong and how to correct it, a sentence.
    pub mensaje: String,
}

impl Marca {
    /// The word that goes before the message where colour and icon are not seen.
    pub(super) fn palabra(&self) -> &'static str {
        match self.gravedad {
            Gravedad::Error => "Error",
            Gravedad::Advertencia => "Advertencia",
            Gravedad::Nota => "Nota",
        }
    }

    pub(super) fn clase(&self) -> &'static str {
        match self.gravedad {
            Gravedad::Error => "v-hoja-celda--error",
            Gravedad::Advertencia => "v-hoja-celda--advertencia",
            Gravedad::Nota => "v-hoja-celda--nota",
        }
    }
}

/// What a cell shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Celda {
    /// What was typed; or, when `calculado`, what the program fills in while the cell is empty.
    pub texto: String,
    /// `texto` was not typed: shown in italics, not there to be edited.
    pub calculado: bool,
    /// What is wrong with it.
    pub marca: Option<Marca>,
}

impl Celda {
    /// What the person typed: nothing when the text is computed.
    pub(super) fn escrito(self) -> String {
        if self.calculado { String::new() } else { self.texto }
    }
}

/// One cell that gets a new text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cambio {
    /// Row, from 0. It may be beyond the last: the model grows.
    pub fila: usize,
    /// Column, from 0.
    pub col: usize,
    /// The new text; empty clears the cell.
    pub texto: String,
}

/// The owner of the data. `filas` and `celda` are read inside reactive closures: whatever signals they read are
/// tracked, so the sheet repaints by itself. They are called often and must be cheap.
pub trait Modelo: Send + Sync + 'static {
    /// Number of rows, without the empty one that the sheet shows at the end.
    fn filas(&self) -> usize;
    /// A cell; only called with `fila < filas()` and an existing column.
    fn celda(&self, fila: usize, col: usize) -> Celda;
    /// Writes cells as one undo step. A row at or beyond `filas()` makes the sheet grow.
    fn escribir(&self, cambios: Vec<Cambio>);
    /// Inserts empty rows before row `en` (which may be `filas()`), one undo step.
    fn insertar(&self, en: usize, cuantas: usize);
    /// Deletes rows, one undo step.
    fn borrar(&self, desde: usize, cuantas: usize);
    /// Undoes the last step; false when there was none.
    fn deshacer(&self) -> bool;
    /// Redoes what was undone; false when there was nothing.
    fn rehacer(&self) -> bool;
    /// The number of a row for the person, from 1. It is another than its place when only some of the rows are shown.
    fn numero(&self, fila: usize) -> usize {
        fila + 1
    }
    /// Whether rows have a detail to open; with it the tool bar gets a button and Alt+Enter works.
    fn con_detalle(&self) -> bool {
        false
    }
    /// Opens the detail of a row.
    fn detalle(&self, _fila: usize) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: DefColumna = DefColumna {
        clave: "area",
        titulo: "Área",
        sinonimos: &[],
        ayuda: "",
        ancho_ch: 8,
        alineacion: Alineacion::Izquierda,
        modo_entrada: "text",
        solo_lectura: false,
        opciones: &[
            ("general", "General"),
            ("zlfn", "Frontera norte"),
            ("x", "Frontera sur"),
        ],
    };

    #[test]
    fn a_heading_is_its_title_its_key_or_a_synonym() {
        let nss = DefColumna {
            clave: "nss",
            titulo: "NSS",
            sinonimos: &["número de seguridad social"],
            ..AREA
        };
        for escrito in ["NSS", " N.S.S. ", "Numero de Seguridad_Social"] {
            assert!(nss.se_llama(escrito), "{escrito}");
        }
        for escrito in ["", ".", "99068400011", "NSS del patrón"] {
            assert!(!nss.se_llama(escrito), "{escrito}");
        }
    }

    #[test]
    fn choices_are_found_by_value_name_or_unique_beginning() {
        for (escrito, valor) in [
            ("general", "general"),
            (" GENERAL ", "general"),
            ("ge", "general"),
            ("frontera norte", "zlfn"),
            ("FRÓNTERA NORTE", "zlfn"),
            ("frontera", "frontera"), // two begin so
            ("otra", "otra"),
            ("", ""),
        ] {
            assert_eq!(AREA.valor(escrito.to_owned()), valor, "{escrito}");
        }
        assert_eq!(AREA.rotulo("zlfn".to_owned()), "Frontera norte");
        assert_eq!(AREA.rotulo("otra".to_owned()), "otra");
    }
}
