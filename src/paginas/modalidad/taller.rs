//! What the parts of the page share: the sheet, the conversation and what comes out of it.

use crate::formulario::{Escritorio, anotar_cuotas, con_mirada, enfocar, id_de};
use crate::paginas::papel::Papel;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::incorporacion::Modalidad;
use ventanilla_reglas::memoria::Nodo;
use ventanilla_tramites::guion::{Mirada, Respuestas, mostrar};
use ventanilla_tramites::modalidades::{
    self, COSTO, Charla, Comparada, Curva, Dicha, GUION, Respuesta, cerrar, charla, comparar, reabrir, responder,
};

/// Id of the heading of the answer.
pub const RESULTADO: &str = "modalidad-resultado";

/// Id of the button that goes on.
pub const SEGUIR: &str = "modalidad-seguir";

/// The desk of a conversation.
#[derive(Clone, Copy)]
pub struct Taller {
    /// What was typed.
    pub papel: Papel,
    /// The form over it.
    pub escritorio: Escritorio,
    /// Where the conversation stands.
    pub charla: Memo<Charla>,
    /// What the rules answer; `None` while something is still asked.
    pub respuesta: Memo<Option<Result<Arc<Respuesta>, Vec<Hallazgo>>>>,
    /// The modalities that apply, side by side.
    pub comparadas: Memo<Arc<Vec<Comparada>>>,
    /// Modalities whose figures are being explained: it stays so while the figures change.
    pub explicadas: RwSignal<BTreeSet<&'static str>>,
    /// What they cost by the salary they are paid on.
    pub curva: Memo<Option<Arc<Curva>>>,
}

impl Taller {
    /// On a sheet.
    pub fn nuevo(papel: Papel) -> Self {
        let escritorio = Escritorio::sobre(papel.contexto, &GUION, papel.respuestas);
        Effect::new(move |antes: Option<()>| {
            escritorio.cambios.track();
            if antes.is_some() {
                papel.guardar_pronto();
            }
        });
        anotar_cuotas(escritorio, modalidades::cuotas_por_anotar);
        let respuestas = papel.respuestas;
        let charla = Memo::new(move |_| {
            let revision = escritorio.revision.read();
            con_todo(papel, &respuestas.read(), |m| charla(&revision, m))
        });
        let respuesta = Memo::new(move |_| {
            let termino = charla.with(|c| c.actual.is_none());
            termino.then(|| con_mirada(escritorio, responder).map(Arc::new))
        });
        let comparadas = Memo::new(move |_| match respuesta.get() {
            Some(Ok(respuesta)) => Arc::new(con_mirada(escritorio, |m| comparar(m, &respuesta))),
            _ => Arc::default(),
        });
        let curva = Memo::new(move |_| {
            let comparadas = comparadas.get();
            con_mirada(escritorio, |m| modalidades::curva(m, &comparadas)).map(Arc::new)
        });
        Self {
            papel,
            escritorio,
            charla,
            respuesta,
            comparadas,
            explicadas: RwSignal::new(BTreeSet::new()),
            curva,
        }
    }

    /// Whether nothing else is asked and there is an answer.
    pub fn termino(self) -> bool {
        self.respuesta.with(|r| matches!(r, Some(Ok(_))))
    }

    /// Says that the question was answered; what is missing or wrong is shown and stays asked.
    pub fn seguir(self) {
        let Some(actual) = self.charla.with_untracked(|c| c.actual.clone()) else {
            return;
        };
        if self.escritorio.exigir(&actual.ruta) {
            self.escritorio.cambiar(|r| cerrar(r, &actual.ruta));
        }
        self.enfocar_la_actual();
    }

    /// Asks a question again.
    pub fn cambiar(self, ruta: &str) {
        self.escritorio.cambiar(|r| reabrir(r, ruta));
        self.enfocar_la_actual();
    }

    /// Takes the focus to what is asked now, or to the answer.
    pub fn enfocar_la_actual(self) {
        let actual = self
            .charla
            .with_untracked(|c| c.actual.as_ref().map(|l| id_de(&l.ruta)));
        enfocar(actual.unwrap_or_else(|| RESULTADO.to_owned()));
    }

    /// Where every figure of a modality comes from.
    pub fn explicacion(self, modalidad: Modalidad) -> Vec<Nodo> {
        con_mirada(self.escritorio, |m| modalidades::explicacion(m, modalidad))
    }

    /// What the costs were computed with, in words.
    pub fn datos(self) -> Vec<Dicha> {
        let revision = self.escritorio.revision.read();
        let de_costo = revision.recorrido.lugares.iter().filter(|l| l.paso == COSTO);
        let dichas = de_costo.map(|lugar| Dicha {
            lugar: lugar.clone(),
            respuesta: con_mirada(self.escritorio, |m| {
                mostrar(&lugar.pregunta.clase, m, revision.valores.texto(&lugar.ruta))
            }),
        });
        dichas.filter(|d| !d.respuesta.is_empty()).collect()
    }

    /// The answers with which an application begins.
    pub fn solicitud(self, modalidad: Modalidad) -> Respuestas {
        let revision = self.escritorio.revision.read_untracked();
        con_todo(self.papel, &revision.recorrido.vistas, |m| {
            modalidades::solicitud(m, modalidad)
        })
    }
}

fn con_todo<T>(papel: Papel, respuestas: &Respuestas, ver: impl FnOnce(&Mirada<'_>) -> T) -> T {
    let normativa = papel.contexto.normativa.read();
    ver(&Mirada::nueva(respuestas, &normativa, papel.contexto.hoy))
}
