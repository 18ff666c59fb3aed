//! What the page remembers while it is open: the question, and each table with its answer.

use super::consulta::{Consulta, Lectura, Materia, leer, palabras};
use crate::contexto::contexto;
use chrono::NaiveDate;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_normativa::Tabla;

/// Tables with more rows than this begin closed.
const CABE_ABIERTA: usize = 13;

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
    pub(super) puestos: StoredValue<Vec<Puesto>>,
}

impl Vista {
    pub(super) fn nueva() -> Self {
        let hoy = contexto().hoy;
        let texto = RwSignal::new(String::new());
        let dia = RwSignal::new(hoy.to_string());
        let solo = RwSignal::new(true);
        let consulta = Memo::new(move |_| Consulta {
            hoy,
            fecha: leer_dia(&dia.read()).unwrap_or(hoy),
            solo: solo.get(),
            palabras: palabras(&texto.read()),
        });
        let puestos = Tabla::todas().map(|tabla| Puesto::nuevo(tabla, consulta)).collect();
        Self {
            texto,
            dia,
            solo,
            consulta,
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

/// A date as the browser's field gives it.
pub(super) fn leer_dia(texto: &str) -> Option<NaiveDate> {
    ventanilla_normativa::fecha_iso(texto)
}
