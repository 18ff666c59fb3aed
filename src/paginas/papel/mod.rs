//! A sheet to work out something on: what was typed, by path, kept in this browser under the account that typed it. It is
//! no trámite: it is never sent.

mod campos;

pub use campos::{Casilla, Errores, Lista, Marca, enfocar, id_de};

use crate::almacen;
use crate::aparte::al_apartarla;
use crate::contexto::{Contexto, contexto};
use crate::sesion::{Sesion, sesion};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::time::Duration;
use ventanilla_tramites::guion::Respuestas;

/// How long after a change it is kept; several keys in a row are kept once.
const PAUSA: Duration = Duration::from_millis(120);

/// The sheet of one page.
#[derive(Clone, Copy)]
pub struct Papel {
    /// What every page shares.
    pub contexto: Contexto,
    /// What was typed.
    pub respuestas: RwSignal<Respuestas>,
    /// Whether what was kept has been read.
    pub leido: RwSignal<bool>,
    tocados: RwSignal<BTreeSet<String>>,
    clave: StoredValue<String>,
    espera: StoredValue<Option<TimeoutHandle>>,
    /// What is kept, as this tab last saw it.
    visto: StoredValue<String>,
}

/// Key of the sheet `nombre` of an account; whoever did not sign in has one too.
pub fn clave(nombre: &str, cuenta: &str) -> String {
    [nombre, ":", cuenta].concat()
}

impl Papel {
    /// Opens the sheet called `nombre` of whoever is working.
    pub fn abrir(nombre: &'static str) -> Self {
        let sesion = sesion();
        let este = Self {
            contexto: contexto(),
            respuestas: RwSignal::new(Respuestas::default()),
            leido: RwSignal::new(false),
            tocados: RwSignal::new(BTreeSet::new()),
            clave: StoredValue::new(String::new()),
            espera: StoredValue::new(None),
            visto: StoredValue::new(String::new()),
        };
        este.seguir_a(sesion, nombre);
        almacen::al_guardarse(move |clave| {
            if este.clave.try_get_value().as_ref() == Some(&clave) {
                leptos::task::spawn_local(este.ponerse_al_dia(clave));
            }
        });
        // Tab closed, another tab, another page: what is pending is written now.
        al_apartarla(move || este.ya());
        on_cleanup(move || este.ya());
        este
    }

    fn seguir_a(self, sesion: Sesion, nombre: &'static str) {
        let suya = Memo::new(move |_| sesion.leida.get().then(|| clave(nombre, &sesion.id())));
        Effect::new(move |_| {
            let Some(clave) = suya.get() else { return };
            self.ya();
            self.clave.set_value(clave.clone());
            leptos::task::spawn_local(async move {
                match almacen::leer_ajuste(&clave).await {
                    Ok(texto) => {
                        let _ = self.visto.try_set_value(texto.clone().unwrap_or_default());
                        let guardadas = texto.and_then(|t| serde_json::from_str(&t).ok()).unwrap_or_default();
                        let _ = self.respuestas.try_set(guardadas);
                    }
                    Err(error) => self.contexto.fallo_el_almacen(&error),
                }
                let _ = self.leido.try_set(true);
            });
        });
    }

    /// The text at a path.
    pub fn texto(self, ruta: &str) -> String {
        self.respuestas.with(|r| r.texto(ruta).to_owned())
    }

    /// Keeps what was typed. While somebody types in a field its error is not shown.
    pub fn escribir(self, ruta: &str, texto: &str) {
        self.tocados.update(|t| {
            t.remove(ruta);
        });
        self.cambiar(|r| r.poner(ruta, texto));
    }

    /// Changes what is typed, in any way.
    pub fn cambiar(self, cambio: impl FnOnce(&mut Respuestas)) {
        self.contexto.hubo_otro_cambio();
        self.respuestas.update(cambio);
        self.guardar_pronto();
    }

    /// Notes that a field was left: its error may be shown.
    pub fn dejar(self, ruta: &str) {
        self.tocados.update(|t| {
            t.insert(ruta.to_owned());
        });
    }

    /// Whether a field was left.
    pub fn dejado(self, ruta: &str) -> bool {
        self.tocados.read().contains(ruta)
    }

    /// Takes one of a list away; the toast gives it back, in its place.
    pub fn quitar(self, bloque: &'static str, indice: usize, campos: &'static [&'static str], que: &str) {
        let ruta = move |i: usize, campo: &str| [bloque, ".", &i.to_string(), ".", campo].concat();
        let quitado: Vec<(&'static str, String)> = self.respuestas.with_untracked(|r| {
            let textos = campos.iter().map(|c| (*c, r.texto(&ruta(indice, c)).to_owned()));
            textos.collect()
        });
        self.tocados.update(|t| t.retain(|r| !r.starts_with(bloque)));
        self.cambiar(|r| r.quitar(bloque, indice));
        self.contexto.avisar_con_regreso(format!("Se quitó {que}."), move || {
            self.cambiar(|r| {
                let lugar = indice.min(r.cuantos(bloque));
                r.insertar(bloque, lugar);
                for (campo, texto) in &quitado {
                    r.poner(ruta(lugar, campo), texto.clone());
                }
            });
        });
    }

    /// Leaves the sheet blank, or as `otras`; the toast gives back what there was.
    pub fn reemplazar(self, otras: Respuestas, que: &'static str) {
        let antes = self.respuestas.get_untracked();
        self.tocados.set(BTreeSet::new());
        let habia = !antes.vacias();
        self.cambiar(|r| *r = otras);
        if habia {
            self.contexto
                .avisar_con_regreso(que, move || self.cambiar(|r| antes.clone_into(r)));
        }
    }

    /// Keeps what was typed, in a moment; for who changes the answers by themselves.
    pub fn guardar_pronto(self) {
        if let Some(espera) = self.espera.get_value() {
            espera.clear();
        }
        self.espera
            .set_value(set_timeout_with_handle(move || self.ya(), PAUSA).ok());
    }

    fn ya(self) {
        let Some(espera) = self.espera.try_get_value().flatten() else {
            return;
        };
        espera.clear();
        self.espera.set_value(None);
        let Some(respuestas) = self.respuestas.try_get_untracked() else {
            return;
        };
        let texto = match respuestas.vacias() {
            true => String::new(),
            false => serde_json::to_string(&respuestas).unwrap_or_default(),
        };
        let (clave, contexto) = (self.clave.get_value(), self.contexto);
        let visto = self.visto.try_update_value(|v| std::mem::replace(v, texto.clone()));
        leptos::task::spawn_local(async move {
            match almacen::cambiar_ajuste(&clave, &visto.unwrap_or_default(), &texto).await {
                Ok(None) => contexto.se_guardo(),
                Ok(Some(de_otra)) => self.avisar_de_otra(&de_otra),
                Err(error) => contexto.fallo_el_almacen(&error),
            }
        });
    }

    /// Another tab kept the sheet: where nothing is pending, it is shown as it is now.
    async fn ponerse_al_dia(self, clave: String) {
        let Ok(texto) = almacen::leer_ajuste(&clave).await else {
            return; // it says so when it is written
        };
        let texto = texto.unwrap_or_default();
        let sin_pendientes = matches!(self.espera.try_get_value(), Some(None));
        let suya = self.clave.try_get_value().as_ref() == Some(&clave);
        if !sin_pendientes || !suya || self.visto.try_with_value(|v| *v == texto) != Some(false) {
            return;
        }
        let Some(respuestas) = leer(&texto) else {
            return; // of a later version: it stays as it is there
        };
        self.visto.set_value(texto);
        if self.respuestas.try_with_untracked(|r| *r == respuestas) == Some(false) {
            self.contexto.hubo_otro_cambio();
            self.respuestas.set(respuestas);
            self.contexto.avisar("Se muestra lo que cambió en otra pestaña.");
        }
    }

    /// Another tab had changed the sheet: what was typed last stays, and the other can be brought back.
    fn avisar_de_otra(self, de_otra: &str) {
        let otras: Respuestas = serde_json::from_str(de_otra).unwrap_or_default();
        let aviso = "Esta hoja se cambió también en otra pestaña; quedó lo que escribió aquí. Con «Deshacer» se pone lo de la otra.";
        self.contexto.ofrecer(aviso, move || {
            if !self.respuestas.is_disposed() {
                self.cambiar(|r| otras.clone_into(r));
            }
        });
    }
}

/// The answers of a kept sheet; none of one that was deleted.
fn leer(texto: &str) -> Option<Respuestas> {
    if texto.is_empty() {
        return Some(Respuestas::default());
    }
    serde_json::from_str(texto).ok()
}
