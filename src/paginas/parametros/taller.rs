//! The row of the suplemento that is being typed: kept as it is typed, and put in force when it is right.

use super::borrador::{Borrador, Errores, comprobar};
use super::suplemento::{avisar_con_regreso, nombre_completo, poner};
use crate::almacen;
use crate::contexto::{Contexto, contexto};
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;
use ventanilla_normativa::{FilaDeSuplemento, Tabla};

/// Key under which an unfinished row is kept.
const GUARDADO: &str = "borrador_de_suplemento";
const PAUSA: Duration = Duration::from_millis(300);

/// The form: the row being typed, and whether it is in sight.
#[derive(Clone, Copy)]
pub(super) struct Taller {
    pub(super) contexto: Contexto,
    pub(super) abierto: RwSignal<bool>,
    pub(super) borrador: RwSignal<Borrador>,
    /// An unfinished new row, kept aside while another one is corrected.
    aparte: StoredValue<Option<Borrador>>,
    /// Where the focus goes when the row is in, if the button that opened the form goes away because of it.
    vuelta: StoredValue<Option<NodeRef<html::Summary>>>,
    /// Errors are shown once the person has tried to add the row.
    intento: RwSignal<bool>,
    pub(super) errores: Memo<Errores>,
    /// Heading of the list of rows.
    pub(super) titulo: NodeRef<html::H2>,
}

impl Taller {
    pub(super) fn nuevo() -> Self {
        let contexto = contexto();
        let borrador = RwSignal::new(Borrador::default());
        let intento = RwSignal::new(false);
        let errores = Memo::new(move |_| {
            if !intento.get() {
                return Errores::default();
            }
            comprobar(&borrador.read(), &otras(contexto, &borrador.read())).map_or_else(|e| *e, |_| Errores::default())
        });
        let taller = Self {
            contexto,
            abierto: RwSignal::new(false),
            borrador,
            aparte: StoredValue::new(None),
            vuelta: StoredValue::new(None),
            intento,
            errores,
            titulo: NodeRef::new(),
        };
        leptos::task::spawn_local(taller.recuperar());
        taller.guardar_al_escribir();
        taller
    }

    /// Opens the form for a new row, of a table and series if they are known.
    pub(super) fn agregar(&self, tabla: Option<Tabla>, clave: &str) {
        self.volver_a_la_nueva();
        self.vuelta.set_value(None);
        let normativa = self.contexto.normativa.get_untracked();
        self.borrador.update(|b| {
            if tabla.is_some() {
                b.elegir_tabla(&normativa, tabla);
            }
            if !clave.is_empty() {
                b.elegir_clave(&normativa, clave.to_owned());
            }
        });
        self.abierto.set(true);
    }

    /// Opens the form for the row that follows the last one of a series, from a notice that goes away when it is in.
    pub(super) fn agregar_siguiente(&self, tabla: Tabla, clave: &str, vuelta: NodeRef<html::Summary>) {
        self.agregar(Some(tabla), clave);
        self.vuelta.set_value(Some(vuelta));
    }

    /// Opens the form with a row that was added.
    pub(super) fn corregir(&self, fila: &FilaDeSuplemento) {
        self.volver_a_la_nueva();
        let actual = self.borrador.get_untracked();
        self.aparte.set_value(Some(actual));
        self.borrador.set(Borrador::de_fila(fila));
        self.abierto.set(true);
    }

    /// Takes the person to the list of rows.
    pub(super) fn ir(&self) {
        if let Some(titulo) = self.titulo.get_untracked() {
            titulo.scroll_into_view();
            let _ = titulo.focus();
        }
    }

    fn volver_a_la_nueva(&self) {
        if self.borrador.with_untracked(|b| b.corrige.is_some()) {
            self.borrador.set(self.aparte.get_value().unwrap_or_default());
            self.aparte.set_value(None);
        }
        self.intento.set(false);
    }

    /// Adds the row, or says what is missing; then whoever asked must show the errors.
    pub(super) fn aceptar(&self) -> bool {
        let borrador = self.borrador.get_untracked();
        let antes = self.contexto.normativa.read_untracked().suplemento().to_vec();
        let mut filas = otras(self.contexto, &borrador);
        let Ok(fila) = comprobar(&borrador, &filas) else {
            self.intento.set(true);
            return false;
        };
        let verbo = if borrador.corrige.is_some() {
            "Se corrigió «"
        } else {
            "Se agregó «"
        };
        let texto = [verbo, &nombre_completo(&fila), "» y ya está en uso."].concat();
        filas.push(fila);
        let contexto = self.contexto;
        poner(contexto, filas);
        if borrador.corrige.is_some() {
            self.volver_a_la_nueva();
            let taller = *self;
            request_animation_frame(move || taller.ir()); // the button that opened the form is gone
        } else {
            self.intento.set(false);
            self.borrador.set(Borrador::default());
            if let Some(vuelta) = self.vuelta.get_value().and_then(|v| v.get_untracked()) {
                request_animation_frame(move || drop(vuelta.focus()));
            }
        }
        self.abierto.set(false);
        avisar_con_regreso(contexto, texto, antes);
        true
    }

    async fn recuperar(self) {
        match almacen::leer_ajuste(&self.contexto.propia(GUARDADO)).await {
            Ok(Some(texto)) => {
                let normativa = self.contexto.normativa.get_untracked();
                let _ = self.borrador.try_update(|b| {
                    if b.tabla.is_none() && !b.tiene_algo() {
                        *b = Borrador::de_texto(&texto, &normativa);
                    }
                });
            }
            Ok(None) => {}
            Err(error) => self.contexto.fallo_el_almacen(&error),
        }
    }

    /// A new row is kept a moment after each key, so that a closed tab loses nothing.
    fn guardar_al_escribir(self) {
        Effect::new(move |antes: Option<Option<TimeoutHandle>>| {
            let reloj = antes.as_ref().copied().flatten();
            if let Some(reloj) = reloj {
                reloj.clear();
            }
            let borrador = self.borrador.get();
            // the first run is the empty form of a page that has just opened
            if antes.is_none() || borrador.corrige.is_some() {
                return None;
            }
            let texto = if borrador.tiene_algo() {
                borrador.a_texto()
            } else {
                String::new()
            };
            set_timeout_with_handle(move || guardar(self.contexto, texto), PAUSA).ok()
        });
    }
}

fn guardar(contexto: Contexto, texto: String) {
    leptos::task::spawn_local(async move {
        if let Err(error) = almacen::guardar_ajuste(&contexto.propia(GUARDADO), &texto).await {
            contexto.fallo_el_almacen(&error);
        }
    });
}

/// The rows of the suplemento, without the one being corrected.
fn otras(contexto: Contexto, borrador: &Borrador) -> Vec<FilaDeSuplemento> {
    let normativa = contexto.normativa.read();
    normativa
        .suplemento()
        .iter()
        .filter(|f| borrador.corrige.as_ref() != Some(*f))
        .cloned()
        .collect()
}
