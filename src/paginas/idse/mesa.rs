//! The open batch, what the rules say of it, and keeping it.

use crate::almacen;
use crate::contexto::Contexto;
use crate::hoja::Marca as MarcaDeCelda;
use crate::hoja::historia::{Historia, Paso};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::time::Duration;
use ventanilla_reglas::hallazgo::Gravedad;
use ventanilla_tramites::guion::es_falta;
use ventanilla_tramites::lote_idse::{Dictamen, FORMATO, Lote, Revisor, Traido};

/// Key under which the open batch is kept.
const GUARDADO: &str = "lote_idse";
/// How long after the last change it is kept.
const REPOSO: Duration = Duration::from_millis(300);

/// Whether what is on the screen is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EstadoDeGuardado {
    /// Nothing has been typed.
    Nuevo,
    /// Changed and about to be kept.
    Pendiente,
    /// Kept in this browser.
    Guardado,
    /// The browser did not let it.
    Fallo,
}

/// Marks of the cells, by row and column.
pub type Marcas = BTreeMap<(usize, usize), MarcaDeCelda>;

/// What was said of the rows that came last.
#[derive(Clone, Default, PartialEq)]
pub struct Dicho {
    /// Whether they came.
    pub bien: bool,
    /// What is said.
    pub textos: Vec<String>,
}

/// The open batch.
#[derive(Clone, Copy)]
pub struct Mesa {
    /// What every page shares.
    pub contexto: Contexto,
    /// What was typed.
    pub lote: RwSignal<Lote>,
    /// What the rules say.
    pub dictamen: RwSignal<Dictamen>,
    /// The worst of each cell.
    pub marcas: RwSignal<Marcas>,
    /// Cell to go to.
    pub foco: RwSignal<Option<(usize, usize)>>,
    /// What was said of the rows that came last.
    pub dicho: RwSignal<Dicho>,
    /// Whether it is kept.
    pub guardado: RwSignal<EstadoDeGuardado>,
    /// The list is being printed.
    pub imprimiendo: RwSignal<bool>,
    /// The row that somebody is typing: what it still lacks is not an error yet.
    en_curso: StoredValue<Option<usize>>,
    revisor: StoredValue<Revisor>,
    historia: StoredValue<Historia>,
    visitado: StoredValue<Option<(usize, usize)>>,
    reloj: StoredValue<Option<TimeoutHandle>>,
    /// What is kept, as this tab last saw it: another one may write too.
    visto: StoredValue<String>,
    /// What is kept is of a later version: it is not written over.
    ajeno: StoredValue<bool>,
}

impl Mesa {
    /// An empty desk that then opens what was open last.
    pub fn nueva(contexto: Contexto) -> Self {
        let mesa = Self {
            contexto,
            lote: RwSignal::new(Lote::default()),
            dictamen: RwSignal::new(Dictamen::default()),
            marcas: RwSignal::new(Marcas::new()),
            foco: RwSignal::new(None),
            dicho: RwSignal::new(Dicho::default()),
            guardado: RwSignal::new(EstadoDeGuardado::Nuevo),
            imprimiendo: RwSignal::new(false),
            en_curso: StoredValue::new(None),
            revisor: StoredValue::new(Revisor::default()),
            historia: StoredValue::new(Historia::default()),
            visitado: StoredValue::new(None),
            reloj: StoredValue::new(None),
            visto: StoredValue::new(String::new()),
            ajeno: StoredValue::new(false),
        };
        Effect::new(move |_| {
            contexto.normativa.track();
            mesa.revisar();
        });
        leptos::task::spawn_local(mesa.abrir());
        let escucha = window_event_listener_untyped("pagehide", move |_| mesa.guardar());
        on_cleanup(move || {
            escucha.remove();
            mesa.guardar();
        });
        mesa
    }

    /// Looks at the batch again: only at the rows that changed.
    fn revisar(self) {
        let normativa = self.contexto.normativa.get_untracked();
        let dictamen = self.lote.with_untracked(|lote| {
            let revisado = self
                .revisor
                .try_update_value(|r| r.revisar(&normativa, lote, self.contexto.hoy));
            revisado.unwrap_or_default()
        });
        let en_curso = self.en_curso.get_value();
        let mut marcas = Marcas::new();
        for m in &dictamen.marcas {
            let Some(fila) = m.fila else { continue };
            if en_curso == Some(fila) && es_falta(&m.hallazgo) {
                continue;
            }
            let nueva = super::modelo::marca(&m.hallazgo);
            let lugar = marcas.entry((fila, m.columna));
            lugar
                .and_modify(|vieja| {
                    if super::modelo::peso(nueva.gravedad) < super::modelo::peso(vieja.gravedad) {
                        *vieja = nueva.clone();
                    }
                })
                .or_insert(nueva);
        }
        self.marcas.set(marcas);
        self.dictamen.set(dictamen);
    }

    /// Rows with an error.
    pub fn filas_con_error(self) -> usize {
        let dictamen = self.dictamen.read();
        let errores = dictamen.marcas.iter().filter(|m| m.hallazgo.es_error());
        let mut filas: Vec<usize> = errores.filter_map(|m| m.fila).collect();
        filas.dedup();
        filas.len()
    }

    /// Goes to the next error of the sheet, and from the last one to the first.
    pub fn al_siguiente(self) {
        let dictamen = self.dictamen.read_untracked();
        let errores = dictamen.marcas.iter().filter(|m| m.hallazgo.es_error());
        let lugares: Vec<(usize, usize)> = errores.filter_map(|m| Some((m.fila?, m.columna))).collect();
        let visitado = self.visitado.get_value();
        let sigue = lugares.iter().find(|l| visitado.is_none_or(|v| **l > v));
        let Some(lugar) = sigue.or(lugares.first()).copied() else {
            return;
        };
        self.visitado.set_value(Some(lugar));
        self.foco.set(Some(lugar));
    }

    /// Changes anything but the rows.
    pub fn cambiar(self, cambio: impl FnOnce(&mut Lote)) {
        self.lote.update(cambio);
        self.tras_cambiar();
    }

    /// Does a step on the rows. `en_curso`: the row that is being typed.
    pub fn hacer(self, paso: Paso, en_curso: Option<usize>) {
        self.en_curso.set_value(en_curso);
        self.historia
            .update_value(|h| self.lote.update(|lote| h.hacer(&mut lote.filas, paso)));
        self.tras_cambiar();
    }

    /// Undoes, or does again; false when there was nothing.
    pub fn retroceder(self, adelante: bool) -> bool {
        let mut hubo = false;
        self.en_curso.set_value(None);
        self.historia.update_value(|h| {
            self.lote.update(|lote| {
                hubo = if adelante {
                    h.rehacer(&mut lote.filas)
                } else {
                    h.deshacer(&mut lote.filas)
                };
            });
        });
        if hubo {
            self.tras_cambiar();
        }
        hubo
    }

    /// Puts another batch on the desk, with a way back to this one.
    fn reemplazar(self, lote: Lote, aviso: &str) {
        let antes = self.lote.get_untracked();
        self.poner(lote);
        if antes.vacio() {
            return;
        }
        self.contexto
            .avisar_con_regreso(aviso, move || self.poner(antes.clone()));
    }

    fn poner(self, lote: Lote) {
        if self.historia.try_update_value(Historia::olvidar).is_none() {
            return; // the page is gone
        }
        self.en_curso.set_value(None);
        self.visitado.set_value(None);
        self.lote.set(lote);
        self.tras_cambiar();
    }

    /// Begins another batch.
    pub fn vaciar(self) {
        self.dicho.set(Dicho::default());
        self.reemplazar(Lote::default(), "Se vació el lote.");
    }

    /// Puts a sample on the desk.
    pub fn poner_ejemplo(self, lote: Lote) {
        self.reemplazar(lote, "El lote de ejemplo tomó el lugar del que había.");
    }

    /// Puts rows that came from elsewhere after the ones there are. `de_donde` completes «Se agregaron 3 renglones».
    pub fn traer(self, traido: Traido, de_donde: &str) {
        let leidas = traido.filas.len();
        if leidas == 0 {
            let textos = if traido.avisos.is_empty() {
                vec!["Hay títulos, pero ningún renglón debajo.".to_owned()]
            } else {
                traido.avisos
            };
            return self.dicho.set(Dicho { bien: false, textos });
        }
        let mut lote = self.lote.get_untracked();
        let estaba_vacio = lote.filas.is_empty();
        let puestas = lote.agregar(traido.filas);
        let mut textos = vec![match puestas {
            1 => format!("Se agregó un renglón{de_donde}."),
            n => format!(
                "Se agregaron {} renglones{de_donde}.",
                crate::componentes::miles(n as u64)
            ),
        }];
        if puestas < leidas {
            textos.push(format!(
                "Caben {} en un lote: {} quedaron fuera. Preséntelos en otro.",
                crate::componentes::miles(lote.filas.len() as u64),
                crate::componentes::miles((leidas - puestas) as u64)
            ));
        }
        if !traido.guia.is_empty() {
            if lote.guia.is_empty() || estaba_vacio {
                lote.guia = traido.guia;
            } else if lote.guia != traido.guia {
                textos.push(format!(
                    "Traían la guía {} y el lote lleva la {}: se conserva la del lote.",
                    traido.guia, lote.guia
                ));
            }
        }
        if let Some(politicas) = traido.politicas.filter(|_| estaba_vacio) {
            lote.politicas = politicas;
        }
        textos.extend(traido.avisos);
        let aviso = textos.first().cloned().unwrap_or_default();
        self.reemplazar(lote, &aviso);
        self.dicho.set(Dicho { bien: true, textos });
    }

    fn tras_cambiar(self) {
        self.revisar();
        self.guardado.set(EstadoDeGuardado::Pendiente);
        let nuevo = set_timeout_with_handle(move || self.guardar(), REPOSO).ok();
        self.reloj.update_value(|reloj| {
            if let Some(viejo) = std::mem::replace(reloj, nuevo) {
                viejo.clear();
            }
        });
    }

    /// Keeps the batch now, if it has changed. An empty one is deleted.
    fn guardar(self) {
        if self.guardado.try_get_untracked() != Some(EstadoDeGuardado::Pendiente) || self.ajeno.get_value() {
            return;
        }
        let Some(lote) = self.lote.try_get_untracked() else {
            return;
        };
        let clave = self.contexto.propia(GUARDADO);
        leptos::task::spawn_local(async move {
            let texto = match lote.vacio() {
                true => String::new(),
                false => serde_json::to_string(&lote).unwrap_or_default(),
            };
            let visto = self.visto.try_update_value(|v| std::mem::replace(v, texto.clone()));
            let resultado = match almacen::cambiar_ajuste(&clave, &visto.unwrap_or_default(), &texto).await {
                Ok(de_otra) => {
                    self.avisar_de_otra(de_otra);
                    Ok(())
                }
                Err(error) => Err(error),
            };
            if self.lote.try_with_untracked(|actual| *actual == lote) != Some(true) {
                return; // it has changed again, or the page is gone
            }
            let estado = match resultado {
                Ok(()) if texto.is_empty() => EstadoDeGuardado::Nuevo,
                Ok(()) => EstadoDeGuardado::Guardado,
                Err(error) => {
                    self.contexto.fallo_el_almacen(&error);
                    EstadoDeGuardado::Fallo
                }
            };
            let _ = self.guardado.try_set(estado);
        });
    }

    /// Another tab had changed the batch: what was typed last stays, and the other can be brought back.
    fn avisar_de_otra(self, de_otra: Option<String>) {
        let Some(otro) = de_otra.and_then(|t| serde_json::from_str::<Lote>(&t).ok()) else {
            return;
        };
        let aviso = "Este lote se cambió también en otra pestaña; quedó lo que escribió aquí. Con «Deshacer» se pone lo de la otra.";
        self.contexto
            .avisar_con_regreso(aviso, move || self.poner(otro.clone()));
    }

    async fn abrir(self) {
        let texto = match almacen::leer_ajuste(&self.contexto.propia(GUARDADO)).await {
            Ok(texto) => texto.unwrap_or_default(),
            Err(error) => return self.contexto.fallo_el_almacen(&error),
        };
        self.visto.set_value(texto.clone());
        // somebody was faster than the store
        if texto.is_empty() || self.lote.try_with_untracked(Lote::vacio) != Some(true) {
            return;
        }
        match serde_json::from_str::<Lote>(&texto) {
            Ok(lote) if lote.formato <= FORMATO => {
                self.lote.set(lote);
                self.revisar();
                self.guardado.set(EstadoDeGuardado::Guardado);
            }
            _ => {
                self.ajeno.set_value(true);
                self.dicho.set(Dicho {
                bien: false,
                textos: vec![
                    "El lote guardado es de otra versión del programa y no se puede leer. No se borró: actualice la página."
                        .to_owned(),
                ],
            });
            }
        }
    }

    /// What is wrong with a field of the batch.
    pub fn error_de(self, campo: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            if self.lote.read().vacio() {
                return None;
            }
            let dictamen = self.dictamen.read();
            let suyo = dictamen
                .marcas
                .iter()
                .find(|m| m.fila.is_none() && m.hallazgo.campo == campo && m.hallazgo.gravedad != Gravedad::Nota);
            suyo.map(|m| m.hallazgo.mensaje.clone())
        })
    }
}
