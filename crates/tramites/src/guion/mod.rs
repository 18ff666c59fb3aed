//! What a form is: steps, blocks and questions, declared once. The screen, the backend, check-your-answers, print, the
//! grading of training cases and the JSON Schema all read the same declaration; none has a list of questions of its own.

mod clase;
mod comunes;
mod contenido;
mod esquema;
mod lectura;
mod lista;
pub mod mensajes;
mod mirada;
pub mod muestra;
mod recorrido;
mod respuestas;
mod resumen;
mod revision;

use crate::camino::Dictamen;
pub use clase::{Clase, Documento, Opcion, opcion};
pub use comunes::{CONTACTO, DOMICILIO, DOMICILIO_DE_PERSONA, PROTESTA, sugerencia};
pub use lectura::{Lectura, leer, mostrar};
pub use lista::{Lista, Pegado};
pub use mirada::Mirada;
pub use recorrido::{BloqueVisto, Lugar, Recorrido};
pub use respuestas::Respuestas;
pub use resumen::{Cuadro, Renglon, Seccion};
pub use revision::{Revision, es_falta};
use ventanilla_reglas::hallazgo::Hallazgo;

/// A question is asked, or must be answered, when this holds. It may only look at questions declared before it.
pub type Condicion = fn(&Mirada<'_>) -> bool;

/// What the rules say of one answer that could be read. `ruta` is where it was given, `valor` its plain form.
pub type Regla = fn(&Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo>;

/// The declaration of a trámite's form.
#[derive(Debug)]
pub struct Guion {
    /// Key of the trámite, `registro_patronal`.
    pub clave: &'static str,
    /// Its name for a person.
    pub titulo: &'static str,
    /// What it is for and who presents it, in a sentence or two.
    pub presentacion: &'static str,
    /// What the institution uses the data for, for the privacy notice: "para …".
    pub finalidad: &'static str,
    /// Version of the form. What was sent with another one is refused with a reason.
    pub formato: u16,
    /// The steps, in order.
    pub pasos: &'static [Paso],
    /// What the rules say of the whole.
    pub dictaminar: fn(&Mirada<'_>) -> Dictamen,
}

/// A step: one group of questions, one page of the guided mode.
#[derive(Debug)]
pub struct Paso {
    /// Its key, part of the address of its page.
    pub clave: &'static str,
    /// Its title.
    pub titulo: &'static str,
    /// What is asked and why, in a sentence; may be empty.
    pub ayuda: &'static str,
    /// The blocks of questions.
    pub bloques: &'static [Bloque],
    /// What helps to answer, under the questions.
    pub panel: Option<Panel>,
}

/// Something computed that helps to answer a step; the screen knows how to draw each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// What each term of a payment plan would cost, side by side.
    Plazos,
    /// Where to find out which modality is one's own.
    Orientacion,
    /// Whether the modality that was chosen applies to the situation that was told.
    Veredicto,
    /// What a voluntary modality costs, with its explanation.
    Cuota,
    /// What it costs the people of a collective agreement, together.
    CuotaDelGrupo,
}

impl Paso {
    /// A step without a panel.
    pub const fn nuevo(
        clave: &'static str,
        titulo: &'static str,
        ayuda: &'static str,
        bloques: &'static [Bloque],
    ) -> Self {
        Self {
            clave,
            titulo,
            ayuda,
            bloques,
            panel: None,
        }
    }

    /// With something computed under its questions.
    pub const fn con(mut self, panel: Panel) -> Self {
        self.panel = Some(panel);
        self
    }
}

/// Questions that belong together and share a prefix in the record.
#[derive(Debug)]
pub struct Bloque {
    /// Key of the object that holds the answers (`centro`).
    pub clave: &'static str,
    /// Heading inside the step; may be empty when the step has a single block.
    pub titulo: &'static str,
    /// What to know before answering; may be empty.
    pub ayuda: &'static str,
    /// When it is asked.
    pub cuando: Condicion,
    /// Whether there can be several, and how many.
    pub repetido: Option<Repetido>,
    /// The questions.
    pub preguntas: &'static [Pregunta],
}

/// A block that can be answered several times: partners, workers.
#[derive(Clone, Copy, Debug)]
pub struct Repetido {
    /// What one of them is called (`socio`).
    pub singular: &'static str,
    /// Words of the button that adds one (`Agregar un socio`).
    pub agregar: &'static str,
    /// How many are needed.
    pub minimo: usize,
    /// How many fit.
    pub maximo: usize,
    /// Drawn as a list of one row each, where there may be hundreds of them.
    pub lista: Option<Lista>,
}

impl Repetido {
    /// What one of them is called on screen: `Socio 2`.
    pub fn nombre(&self, indice: usize) -> String {
        let mut letras = self.singular.chars();
        let inicial = letras.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        format!("{inicial}{} {}", letras.as_str(), indice + 1)
    }
}

/// A question.
#[derive(Clone, Copy, Debug)]
pub struct Pregunta {
    /// Key of the answer inside its block.
    pub campo: &'static str,
    /// The question, or the name of what is asked.
    pub rotulo: &'static str,
    /// One or two sentences of help; may be empty.
    pub ayuda: &'static str,
    /// An example of a right answer; may be empty.
    pub ejemplo: &'static str,
    /// The articles that ask for it.
    pub fundamento: &'static [&'static str],
    /// What kind of answer it takes.
    pub clase: Clase,
    /// Words of the error when it is missing; empty for the ones of its kind.
    pub falta: &'static str,
    /// When it is asked.
    pub cuando: Condicion,
    /// When it must be answered.
    pub obligatoria: Condicion,
    /// What the rules say of the answer.
    pub regla: Option<Regla>,
}

/// It always holds.
pub fn siempre(_: &Mirada<'_>) -> bool {
    true
}

/// It never holds.
pub fn nunca(_: &Mirada<'_>) -> bool {
    false
}

impl Pregunta {
    /// A question that is always asked and need not be answered.
    pub const fn nueva(campo: &'static str, rotulo: &'static str, clase: Clase) -> Self {
        Self {
            campo,
            rotulo,
            ayuda: "",
            ejemplo: "",
            fundamento: &[],
            clase,
            falta: "",
            cuando: siempre,
            obligatoria: nunca,
            regla: None,
        }
    }

    /// A line of text of up to `maximo` characters.
    pub const fn texto(campo: &'static str, rotulo: &'static str, maximo: usize) -> Self {
        Self::nueva(campo, rotulo, Clase::Texto { maximo, renglones: 1 })
    }

    /// With help.
    pub const fn ayuda(mut self, ayuda: &'static str) -> Self {
        self.ayuda = ayuda;
        self
    }

    /// With an example.
    pub const fn ejemplo(mut self, ejemplo: &'static str) -> Self {
        self.ejemplo = ejemplo;
        self
    }

    /// With the articles that ask for it.
    pub const fn articulo(mut self, fundamento: &'static [&'static str]) -> Self {
        self.fundamento = fundamento;
        self
    }

    /// It must be answered.
    pub const fn obligatoria(mut self) -> Self {
        self.obligatoria = siempre;
        self
    }

    /// It must be answered when the condition holds.
    pub const fn obligatoria_si(mut self, condicion: Condicion) -> Self {
        self.obligatoria = condicion;
        self
    }

    /// It is asked only when the condition holds.
    pub const fn si(mut self, condicion: Condicion) -> Self {
        self.cuando = condicion;
        self
    }

    /// With the words of the error when it is missing.
    pub const fn falta(mut self, falta: &'static str) -> Self {
        self.falta = falta;
        self
    }

    /// With what the rules say of the answer.
    pub const fn regla(mut self, regla: Regla) -> Self {
        self.regla = Some(regla);
        self
    }
}

impl Bloque {
    /// A block that is always asked, once.
    pub const fn nuevo(clave: &'static str, titulo: &'static str, preguntas: &'static [Pregunta]) -> Self {
        Self {
            clave,
            titulo,
            ayuda: "",
            cuando: siempre,
            repetido: None,
            preguntas,
        }
    }

    /// With what to know before answering.
    pub const fn ayuda(mut self, ayuda: &'static str) -> Self {
        self.ayuda = ayuda;
        self
    }

    /// Asked only when the condition holds.
    pub const fn si(mut self, condicion: Condicion) -> Self {
        self.cuando = condicion;
        self
    }

    /// That can be answered several times.
    pub const fn repetido(
        mut self,
        singular: &'static str,
        agregar: &'static str,
        minimo: usize,
        maximo: usize,
    ) -> Self {
        self.repetido = Some(Repetido {
            singular,
            agregar,
            minimo,
            maximo,
            lista: None,
        });
        self
    }

    /// Drawn as a list of one row each: of a block that repeats.
    pub const fn en_lista(mut self, lista: Lista) -> Self {
        if let Some(mut repetido) = self.repetido {
            repetido.lista = Some(lista);
            self.repetido = Some(repetido);
        }
        self
    }

    /// Path of one of its answers.
    pub fn ruta(&self, indice: Option<usize>, campo: &str) -> String {
        match indice {
            Some(indice) => [self.clave, ".", &indice.to_string(), ".", campo].concat(),
            None => [self.clave, ".", campo].concat(),
        }
    }
}
