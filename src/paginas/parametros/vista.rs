//! What the page remembers while it is open: the question, and each table with its answer.

use super::consulta::{Consulta, Dias, Lectura, Materia, leer, palabras};
use crate::contexto::contexto;
use chrono::NaiveDate;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use ventanilla_normativa::Tabla;

/// Tables with more rows than this begin closed.
const CABE_ABIERTA: usize = 13;
/// Between the last key and the search.
const PAUSA: Duration = Duration::from_millis(120);

/// A table on the page.
#[derive(Clone, Copy)]
pub(super) struct Puesto {
    pub(super) tabla: Tabla,
    pub(super) materia: Memo<Arc<Materia>>,
    pub(super) lectura: Memo<Arc<Lectura>>,
    pub(super) abierto: RwSignal<bool>,
    pub(super) resumen: NodeRef<html::Summary>,
}

/// The page.
#[derive(Clone, Copy)]
pub(super) struct Vista {
    /// What is typed in the search box.
    pub(super) texto: RwSignal<String>,
    /// What the date field holds; empty is today.
    pub(super) dia: RwSignal<String>,
    /// Only what rules on that day.
    pub(super) solo: RwSignal<bool>,
    pub(super) consulta: Memo<Consulta>,
    /// The days of the question: what is drawn depends on these, and not on each letter of a search.
    pub(super) dias: Memo<Dias>,
    pub(super) puestos: StoredValue<Vec<Puesto>>,
}

impl Vista {
    pub(super) fn nueva() -> Self {
        let hoy = contexto().hoy;
        let texto = RwSignal::new(String::new());
        let dia = RwSignal::new(hoy.to_string());
        let solo = RwSignal::new(true);
        let busqueda = con_pausa(texto);
        let dias = Memo::new(move |_| Dias {
            hoy,
            fecha: leer_dia(&dia.read()).unwrap_or(hoy),
        });
        let consulta = Memo::new(move |_| Consulta {
            dias: dias.get(),
            solo: solo.get(),
            palabras: palabras(&busqueda.read()),
        });
        let puestos = Tabla::todas().map(|tabla| Puesto::nuevo(tabla, consulta)).collect();
        Self {
            texto,
            dia,
            solo,
            consulta,
            dias,
            puestos: StoredValue::new(puestos),
        }
    }

    /// Whether words are looked for: then every table that has them is open.
    pub(super) fn busca(&self) -> bool {
        !self.consulta.read().palabras.is_empty()
    }

    /// Rows shown, tables shown, and rows that only the date hides.
    pub(super) fn cuenta(&self) -> (usize, usize, usize) {
        self.puestos.with_value(|puestos| {
            puestos.iter().fold((0, 0, 0), |(renglones, tablas, ocultos), puesto| {
                let lectura = puesto.lectura.read();
                (
                    renglones + lectura.renglones.len(),
                    tablas + usize::from(lectura.coincide),
                    ocultos + lectura.ocultos,
                )
            })
        })
    }

    /// Opens or closes all the tables.
    pub(super) fn abrir_todas(&self, abiertas: bool) {
        self.puestos
            .with_value(|puestos| puestos.iter().for_each(|p| p.abierto.set(abiertas)));
    }
}

impl Puesto {
    fn nuevo(tabla: Tabla, consulta: Memo<Consulta>) -> Self {
        let normativa = contexto().normativa;
        let materia = Memo::new(move |_| Arc::new(Materia::nueva(&normativa.read(), tabla)));
        // folded only when somebody looks for something
        let plegadas = Memo::new(move |_| materia.read().plegadas());
        let lectura = Memo::new(move |_| {
            let consulta = consulta.read();
            let lectura = if consulta.palabras.is_empty() {
                leer(&materia.read(), &consulta, &[])
            } else {
                leer(&materia.read(), &consulta, &plegadas.read())
            };
            Arc::new(lectura)
        });
        let cabe = lectura.with_untracked(|l| l.renglones.len() <= CABE_ABIERTA);
        Self {
            tabla,
            materia,
            lectura,
            abierto: RwSignal::new(cabe),
            resumen: NodeRef::new(),
        }
    }

    /// Opens the table, brings it into sight and gives it the focus. The address is not touched: it is the route.
    pub(super) fn ir(&self) {
        self.abierto.set(true);
        if let Some(resumen) = self.resumen.get_untracked() {
            resumen.scroll_into_view();
            let _ = resumen.focus();
        }
    }
}

/// The same text, once the person stops typing for a moment; what is erased goes at once.
fn con_pausa(texto: RwSignal<String>) -> RwSignal<String> {
    let quieto = RwSignal::new(String::new());
    Effect::new(move |antes: Option<Option<TimeoutHandle>>| {
        if let Some(Some(reloj)) = antes {
            reloj.clear();
        }
        let nuevo = texto.get();
        if nuevo.is_empty() {
            quieto.set(nuevo);
            return None;
        }
        let poner = move || drop(quieto.try_set(nuevo));
        set_timeout_with_handle(poner, PAUSA).ok()
    });
    quieto
}

/// A date as the browser's field gives it.
pub(super) fn leer_dia(texto: &str) -> Option<NaiveDate> {
    ventanilla_normativa::fecha_iso(texto)
}
