//! The state of an open form: what was typed, what it means, and which errors are already worth showing.

use crate::contexto::Contexto;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use ventanilla_reglas::hallazgo::{Gravedad, Hallazgo};
use ventanilla_tramites::camino::Dictamen;
use ventanilla_tramites::guion::{Bloque, Guion, Lectura, Respuestas, Revision, es_falta};
use ventanilla_tramites::incorporacion::cuestionario::Cuestionario;

/// How long after leaving a field its error shows: longer than a click takes.
const PAUSA_AL_DEJAR: Duration = Duration::from_millis(250);

/// An open form.
#[derive(Clone, Copy)]
pub struct Escritorio {
    /// What every page shares.
    pub contexto: Contexto,
    /// The declaration.
    pub guion: &'static Guion,
    /// What was typed.
    pub respuestas: RwSignal<Respuestas>,
    /// What it means.
    pub revision: Memo<Revision>,
    /// What the rules say of the whole.
    pub dictamen: Memo<Dictamen>,
    /// Fields that were left with something in them: their errors are shown.
    tocadas: RwSignal<BTreeSet<String>>,
    /// Questions that the person tried to finish by themselves.
    exigidas: RwSignal<BTreeSet<String>>,
    /// Steps that the person tried to finish: what is missing is shown too.
    intentos: RwSignal<BTreeSet<usize>>,
    /// Counts changes, for whoever keeps them.
    pub cambios: RwSignal<u32>,
    /// Medical questionnaires that are being answered, by path. They are never part of what is kept, sent or printed: they
    /// go when the form is closed.
    pub cuestionarios: RwSignal<BTreeMap<String, Cuestionario>>,
}

/// Id of the field at a path.
pub fn id_de(ruta: &str) -> String {
    ["p-", &ruta.replace('.', "-")].concat()
}

impl Escritorio {
    /// Opens a form with what was typed before.
    pub fn nuevo(contexto: Contexto, guion: &'static Guion, respuestas: Respuestas) -> Self {
        Self::sobre(contexto, guion, RwSignal::new(respuestas))
    }

    /// Opens a form over answers that somebody else keeps: [`Self::cambios`] says when they changed.
    pub fn sobre(contexto: Contexto, guion: &'static Guion, respuestas: RwSignal<Respuestas>) -> Self {
        let hoy = contexto.hoy;
        let revision = Memo::new(move |_| guion.revisar(&respuestas.read(), &contexto.normativa.read(), hoy));
        let dictamen = Memo::new(move |_| guion.dictamen(&revision.read(), &contexto.normativa.read(), hoy));
        Self {
            contexto,
            guion,
            respuestas,
            revision,
            dictamen,
            tocadas: RwSignal::new(BTreeSet::new()),
            exigidas: RwSignal::new(BTreeSet::new()),
            intentos: RwSignal::new(BTreeSet::new()),
            cambios: RwSignal::new(0),
            cuestionarios: RwSignal::new(BTreeMap::new()),
        }
    }

    /// Keeps what was typed at a path.
    pub fn escribir(&self, ruta: &str, texto: &str) {
        if self.respuestas.read_untracked().texto(ruta) != texto {
            self.contexto.hubo_otro_cambio();
            self.respuestas.update(|r| r.poner(ruta, texto));
            self.cambios.update(|n| *n += 1);
        }
    }

    /// Changes the answers as a whole (adding or taking away one of a repeated block).
    pub fn cambiar(&self, cambio: impl FnOnce(&mut Respuestas)) {
        self.contexto.hubo_otro_cambio();
        // an undo may come after the page is gone
        let _ = self.respuestas.try_update(cambio);
        let _ = self.cambios.try_update(|n| *n += 1);
    }

    /// Notes that a field was left, a moment later: an error that pushed the page down while the pointer is on a button
    /// would take the button away from under it.
    pub fn tocar(self, ruta: &str) {
        let ruta = ruta.to_owned();
        set_timeout(move || self.tocar_ya(&ruta), PAUSA_AL_DEJAR);
    }

    fn tocar_ya(&self, ruta: &str) {
        if self.respuestas.is_disposed() {
            return;
        }
        let con_algo = !self.respuestas.read_untracked().texto(ruta).trim().is_empty();
        if con_algo && !self.tocadas.read_untracked().contains(ruta) {
            self.tocadas.update(|t| {
                t.insert(ruta.to_owned());
            });
        }
    }

    /// Notes that the person wants to finish a step; says whether it can be.
    pub fn intentar(&self, paso: usize) -> bool {
        self.intentos.update(|i| {
            i.insert(paso);
        });
        self.revision.read_untracked().errores_del_paso(paso).next().is_none()
    }

    /// Notes that the person wants to finish one question; says whether it can be.
    pub fn exigir(&self, ruta: &str) -> bool {
        self.exigidas.update(|e| {
            e.insert(ruta.to_owned());
        });
        !self.revision.read_untracked().de(ruta).any(Hallazgo::es_error)
    }

    /// Forgets what the person tried to finish: the answers begin again.
    pub fn olvidar_intentos(&self) {
        self.exigidas.update(BTreeSet::clear);
        self.tocadas.update(BTreeSet::clear);
    }

    /// Notes that the person wants to finish them all.
    pub fn intentar_todos(&self) {
        self.intentos.update(|i| i.extend(0..self.guion.pasos.len()));
    }

    /// Whether the person tried to finish a step.
    pub fn intentado(&self, paso: usize) -> bool {
        self.intentos.read().contains(&paso)
    }

    /// The text at a path, as typed.
    pub fn texto(&self, ruta: String) -> Memo<String> {
        let respuestas = self.respuestas;
        Memo::new(move |_| respuestas.read().texto(&ruta).to_owned())
    }

    /// The answer at a path, read.
    pub fn lectura(&self, ruta: String) -> Memo<Lectura> {
        let revision = self.revision;
        Memo::new(move |_| revision.read().lecturas.get(&ruta).cloned().unwrap_or_default())
    }

    /// The error to show beside a field.
    pub fn error(&self, ruta: String, paso: usize) -> Memo<Option<String>> {
        let este = *self;
        Memo::new(move |_| {
            let dictamen = este.dictamen.read();
            let visible = |h: &&Hallazgo| h.es_error() && este.se_muestra(h, &ruta, paso);
            let suyos = dictamen.hallazgos.iter().filter(|h| h.campo == ruta);
            suyos.into_iter().find(visible).map(|h| h.mensaje.clone())
        })
    }

    /// What to say beside a field that is no error: of the answer itself, and of the whole that points at it.
    pub fn avisos(&self, ruta: String, paso: usize) -> Memo<Vec<String>> {
        let este = *self;
        Memo::new(move |_| {
            let dictamen = este.dictamen.read();
            let suyos = dictamen.hallazgos.iter().filter(|h| h.campo == ruta);
            suyos
                .filter(|h| h.gravedad == Gravedad::Advertencia && este.se_muestra(h, &ruta, paso))
                .map(|h| h.mensaje.clone())
                .collect()
        })
    }

    fn se_muestra(&self, hallazgo: &Hallazgo, ruta: &str, paso: usize) -> bool {
        if self.intentos.read().contains(&paso) || self.exigidas.read().contains(ruta) {
            return true;
        }
        !es_falta(hallazgo) && self.tocadas.read().contains(ruta)
    }

    /// Errors of a step that are to be listed on top of it, each with its path.
    pub fn errores_del_paso(&self, paso: usize) -> Vec<(String, String)> {
        if !self.intentado(paso) {
            return Vec::new();
        }
        let dictamen = self.dictamen.read();
        let revision = self.revision.read();
        let mut errores: Vec<(String, String)> = Vec::new();
        let sueltos = revision.recorrido.lugares.iter().filter(|l| l.bloque.lista().is_none());
        for lugar in sueltos.filter(|l| l.paso == paso) {
            // one error a field, the first
            if let Some(h) = dictamen
                .hallazgos
                .iter()
                .find(|h| h.es_error() && h.campo == lugar.ruta)
            {
                errores.push((h.campo.clone(), lugar.de_cual() + &h.mensaje));
            }
        }
        let del_paso = revision.recorrido.bloques.iter().filter(|b| b.paso == paso);
        for visto in del_paso.filter(|b| b.bloque.lista().is_some()) {
            errores.extend(errores_de_la_lista(visto.bloque, &dictamen));
        }
        errores
    }

    /// Which one of a repeated block the question at a path is of, for a message away from it.
    pub fn de_cual(&self, ruta: &str) -> String {
        let revision = self.revision.read();
        let lugar = revision.recorrido.lugares.iter().find(|l| l.ruta == ruta);
        lugar.map(|l| l.de_cual()).unwrap_or_default()
    }

    /// The step of the question at a path.
    pub fn paso_de(&self, ruta: &str) -> Option<usize> {
        let revision = self.revision.read();
        let de_la_pregunta = revision
            .recorrido
            .lugares
            .iter()
            .find(|l| l.ruta == ruta)
            .map(|l| l.paso);
        // what is said of a list as a whole
        let del_bloque = || revision.recorrido.bloques.iter().find(|b| b.bloque.clave == ruta);
        de_la_pregunta.or_else(|| del_bloque().map(|b| b.paso))
    }

    /// The step that is asked after (or before) another.
    pub fn vecino(&self, paso: usize, adelante: bool) -> Option<usize> {
        let revision = self.revision.read();
        if adelante {
            (paso + 1..self.guion.pasos.len()).find(|p| revision.se_pregunta(*p))
        } else {
            (0..paso).rev().find(|p| revision.se_pregunta(*p))
        }
    }
}

/// What is wrong with a list as a whole, and how many of its rows have something wrong: each is said in its cell.
fn errores_de_la_lista(bloque: &'static Bloque, dictamen: &Dictamen) -> Vec<(String, String)> {
    let clave = bloque.clave.to_owned();
    let errores = dictamen.hallazgos.iter().filter(|h| h.es_error());
    let filas: BTreeSet<usize> = errores
        .clone()
        .filter_map(|h| Some(celda_de(bloque, &h.campo)?.0))
        .collect();
    let del_todo = errores
        .filter(|h| h.campo == clave)
        .map(|h| (clave.clone(), h.mensaje.clone()));
    let de_las_filas = (!filas.is_empty()).then(|| (clave.clone(), por_corregir(bloque, filas.len())));
    del_todo.chain(de_las_filas).collect()
}

fn por_corregir(bloque: &Bloque, filas: usize) -> String {
    let filas = match filas {
        1 => "una fila".to_owned(),
        n => format!("{n} filas"),
    };
    format!("{}: {filas} por corregir.", bloque.titulo)
}

/// Row and question of the path of a cell of a list.
pub fn celda_de<'a>(bloque: &Bloque, ruta: &'a str) -> Option<(usize, &'a str)> {
    let (fila, campo) = ruta.strip_prefix(bloque.clave)?.strip_prefix('.')?.split_once('.')?;
    Some((fila.parse().ok()?, campo))
}
