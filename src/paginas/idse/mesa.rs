//! The open batch, what the rules say of it, and keeping it.

use crate::almacen;
use crate::aparte::al_apartarla;
use crate::contexto::Contexto;
use crate::hoja::Marca as MarcaDeCelda;
use crate::hoja::historia::{Historia, Paso};
use crate::paginas::clave_de_papel;
use crate::sesion::{Sesion, sesion};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::time::Duration;
use ventanilla_reglas::hallazgo::Gravedad;
use ventanilla_tramites::guion::es_falta;
use ventanilla_tramites::lote_idse::{Dictamen, FORMATO, Lote, Revisor, Traido};

/// Name under which the open batch is kept, with the account that typed it: it goes with it from a shared computer.
pub const PAPEL: &str = "lote_idse";
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
    /// Whether something of it is to be looked at.
    pub avisa: bool,
}

/// Rows that were read and wait for somebody to say where they go: the batch has rows already.
#[derive(Clone, PartialEq)]
pub struct PorPoner {
    /// Name of the file.
    pub nombre: String,
    /// What was read.
    pub traido: Traido,
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
    /// What was read and is not on the sheet yet.
    pub por_poner: RwSignal<Option<PorPoner>>,
    /// Whether somebody is being asked if the sheet is to be emptied.
    pub por_vaciar: RwSignal<bool>,
    /// Whether it is kept.
    pub guardado: RwSignal<EstadoDeGuardado>,
    /// The row that somebody is typing: what it still lacks is not an error yet.
    en_curso: StoredValue<Option<usize>>,
    revisor: StoredValue<Revisor>,
    historia: StoredValue<Historia>,
    visitado: StoredValue<Option<(usize, usize)>>,
    reloj: StoredValue<Option<TimeoutHandle>>,
    /// Key of what is kept; empty until it is known who is working.
    clave: StoredValue<String>,
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
            por_poner: RwSignal::new(None),
            por_vaciar: RwSignal::new(false),
            guardado: RwSignal::new(EstadoDeGuardado::Nuevo),
            en_curso: StoredValue::new(None),
            revisor: StoredValue::new(Revisor::default()),
            historia: StoredValue::new(Historia::default()),
            visitado: StoredValue::new(None),
            reloj: StoredValue::new(None),
            clave: StoredValue::new(String::new()),
            visto: StoredValue::new(String::new()),
            ajeno: StoredValue::new(false),
        };
        Effect::new(move |_| {
            contexto.normativa.track();
            mesa.revisar();
        });
        mesa.seguir_a(sesion());
        almacen::al_guardarse(move |clave| {
            if mesa.clave.try_get_value().as_ref() == Some(&clave) {
                leptos::task::spawn_local(mesa.ponerse_al_dia(clave));
            }
        });
        al_apartarla(move || mesa.guardar());
        on_cleanup(move || mesa.guardar());
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

    /// Puts another batch on the desk, with a way back to this one; whether there was something to go back to, which was
    /// then said.
    fn reemplazar(self, lote: Lote, aviso: &str) -> bool {
        let antes = self.lote.get_untracked();
        self.poner(lote);
        let habia = !antes.vacio();
        if habia {
            self.contexto
                .avisar_con_regreso(aviso, move || self.poner(antes.clone()));
        }
        habia
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

    /// What was offered takes the place of what was typed, which can be brought back.
    fn poner_lo_otro(self, otro: Lote) {
        if self.lote.try_with_untracked(|_| ()).is_some() {
            self.reemplazar(otro, "Se puso el otro lote.");
        }
    }

    /// Begins another batch of the same employer.
    pub fn vaciar(self) {
        self.por_vaciar.set(false);
        self.dicho.set(Dicho::default());
        self.por_poner.set(None);
        let siguiente = self.lote.with_untracked(Lote::siguiente);
        let aviso = if siguiente.vacio() {
            "Se vació el lote."
        } else {
            "Se vació la hoja; los datos del patrón quedaron."
        };
        self.reemplazar(siguiente, aviso);
    }

    /// Puts a sample on the desk.
    pub fn poner_ejemplo(self, lote: Lote) {
        self.reemplazar(lote, "El lote de ejemplo tomó el lugar del que había.");
    }

    /// Opens a file: its rows go to an empty sheet at once; where there are others, somebody says what is to be done.
    pub fn recibir(self, traido: Traido, nombre: String) {
        self.por_poner.set(None);
        let hay = self.lote.with_untracked(|lote| !lote.sin_filas());
        if traido.filas.is_empty() || !hay {
            return self.traer(traido, &format!(" de «{nombre}»"));
        }
        self.dicho.set(Dicho::default());
        self.por_poner.set(Some(PorPoner { nombre, traido }));
    }

    /// What waited goes to the sheet: after the rows there are, or in their place.
    pub fn poner_lo_recibido(self, en_su_lugar: bool) {
        let Some(PorPoner { nombre, traido }) = self.por_poner.try_update(Option::take).flatten() else {
            return;
        };
        let mut base = self.lote.get_untracked();
        if en_su_lugar {
            base = base.siguiente();
            if traido.con_registro() {
                base.registro_patronal.clear(); // theirs takes its place
            }
        }
        let en_lugar = en_su_lugar.then(|| format!("Se empezó otro lote con lo de «{nombre}»."));
        self.agregar_a(base, traido, &format!(" de «{nombre}»"), en_lugar);
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
            return self.dicho.set(Dicho {
                textos,
                ..Dicho::default()
            });
        }
        self.agregar_a(self.lote.get_untracked(), traido, de_donde, None);
    }

    /// `dicho`: what is said of it, where they are not simply more rows.
    fn agregar_a(self, mut lote: Lote, traido: Traido, de_donde: &str, dicho: Option<String>) {
        let leidas = traido.filas.len();
        let estaba_vacio = lote.sin_filas();
        let puestas = lote.agregar(traido.filas);
        let mut textos = vec![dicho.unwrap_or_else(|| match puestas {
            1 => format!("Se agregó un renglón{de_donde}."),
            n => format!(
                "Se agregaron {} renglones{de_donde}.",
                crate::componentes::miles(n as u64)
            ),
        })];
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
        let avisa = textos.len() > 1;
        let aviso = textos.first().cloned().unwrap_or_default();
        if self.reemplazar(lote, &aviso) {
            textos.remove(0); // it is said where it can be undone
        }
        self.dicho.set(Dicho {
            bien: true,
            textos,
            avisa,
        });
    }

    fn tras_cambiar(self) {
        self.contexto.hubo_otro_cambio();
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
        let clave = self.clave.get_value();
        if clave.is_empty() {
            return; // it is kept when it is known whose it is
        }
        let texto = match lote.vacio() {
            true => String::new(),
            false => serde_json::to_string(&lote).unwrap_or_default(),
        };
        // before the task: the page may be gone when it begins
        let visto = self.visto.try_update_value(|v| std::mem::replace(v, texto.clone()));
        leptos::task::spawn_local(async move {
            let resultado = match almacen::cambiar_ajuste(&clave, &visto.unwrap_or_default(), &texto).await {
                Ok(de_otra) => {
                    self.avisar_de_otra(de_otra, &clave);
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
    fn avisar_de_otra(self, de_otra: Option<String>, clave: &str) {
        let Some(otro) = de_otra.and_then(|t| serde_json::from_str::<Lote>(&t).ok()) else {
            return;
        };
        if self.clave.try_get_value().as_deref() != Some(clave) {
            return; // the page is gone, or somebody else came
        }
        let aviso = "Este lote se cambió también en otra pestaña; quedó lo que escribió aquí. Con «Deshacer» se pone lo de la otra.";
        self.contexto.ofrecer(aviso, move || self.poner_lo_otro(otro.clone()));
    }

    /// Another tab kept the batch: where nothing is pending, it is shown as it is now.
    async fn ponerse_al_dia(self, clave: String) {
        let Ok(texto) = almacen::leer_ajuste(&clave).await else {
            return; // it says so when it is written
        };
        let texto = texto.unwrap_or_default();
        let quieto = matches!(
            self.guardado.try_get_untracked(),
            Some(EstadoDeGuardado::Nuevo | EstadoDeGuardado::Guardado)
        );
        let suyo = self.clave.try_get_value().as_ref() == Some(&clave) && self.ajeno.try_get_value() == Some(false);
        if !quieto || !suyo || self.visto.try_with_value(|v| *v == texto) != Some(false) {
            return;
        }
        let Some(lote) = leer(&texto) else {
            return; // of a later version: it stays as it is there
        };
        self.visto.set_value(texto);
        if self.lote.try_with_untracked(|l| *l == lote) != Some(false) {
            return;
        }
        self.contexto.hubo_otro_cambio();
        self.historia.update_value(Historia::olvidar);
        let estado = if lote.vacio() {
            EstadoDeGuardado::Nuevo
        } else {
            EstadoDeGuardado::Guardado
        };
        self.lote.set(lote);
        self.revisar();
        self.guardado.set(estado);
        self.contexto.avisar("Se muestra lo que cambió en otra pestaña.");
    }

    /// Opens the batch of whoever is working; when somebody else comes, theirs.
    fn seguir_a(self, sesion: Sesion) {
        let suya = Memo::new(move |_| sesion.leida.get().then(|| clave_de_papel(PAPEL, &sesion.id())));
        Effect::new(move |_| {
            let Some(clave) = suya.get() else { return };
            let de_otro = self.clave.with_value(|vieja| !vieja.is_empty() && *vieja != clave);
            if de_otro {
                self.guardar();
                self.contexto.retirar_lo_de_la_pagina();
                self.dicho.set(Dicho::default());
                self.por_poner.set(None);
                self.por_vaciar.set(false);
                self.ajeno.set_value(false);
                self.lote.set(Lote::default());
                self.historia.update_value(Historia::olvidar);
                self.guardado.set(EstadoDeGuardado::Nuevo);
                self.revisar();
            }
            self.clave.set_value(clave.clone());
            leptos::task::spawn_local(self.abrir(clave));
        });
    }

    /// Whoever typed a batch and then signed in finds another sheet: it is told where the first one is.
    async fn decir_lo_de_nadie(self, clave: &str) {
        let de_nadie = clave_de_papel(PAPEL, "");
        if clave == de_nadie || self.contexto.en_practica() {
            return;
        }
        if almacen::leer_ajuste(&de_nadie)
            .await
            .is_ok_and(|t| t.is_some_and(|t| !t.is_empty()))
        {
            let texto = "En este equipo hay un lote que se escribió sin entrar con una cuenta. Sigue ahí: se ve al salir de la cuenta.";
            let _ = self.dicho.try_set(Dicho {
                bien: true,
                textos: vec![texto.to_owned()],
                avisa: false,
            });
        }
    }

    async fn abrir(self, clave: String) {
        let texto = match almacen::leer_ajuste(&clave).await {
            Ok(texto) => texto.unwrap_or_default(),
            Err(error) => return self.contexto.fallo_el_almacen(&error),
        };
        if self.clave.try_get_value().as_ref() != Some(&clave) {
            return; // somebody else came meanwhile, or the page is gone
        }
        self.visto.set_value(texto.clone());
        let Some(leido) = leer(&texto) else {
            return self.es_de_otra_version();
        };
        let guardado = (!texto.is_empty()).then_some(leido);
        if self.lote.try_with_untracked(Lote::vacio) != Some(true) {
            // somebody was faster than the store
            if let Some(otro) = guardado {
                let aviso =
                    "Aquí había un lote guardado; quedó lo que acaba de escribir. Con «Deshacer» se pone el que había.";
                self.contexto.ofrecer(aviso, move || self.poner_lo_otro(otro.clone()));
            }
            return self.guardar();
        }
        let Some(lote) = guardado else {
            return self.decir_lo_de_nadie(&clave).await;
        };
        self.lote.set(lote);
        self.revisar();
        self.guardado.set(EstadoDeGuardado::Guardado);
    }

    /// What is kept cannot be read: it stays as it is, and nothing is written over it.
    fn es_de_otra_version(self) {
        self.ajeno.set_value(true);
        let texto =
            "El lote guardado es de otra versión del programa y no se puede leer. No se borró: actualice la página.";
        self.dicho.set(Dicho {
            textos: vec![texto.to_owned()],
            ..Dicho::default()
        });
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

/// The batch of a kept text, an empty one of none; `None` when this version cannot read it.
fn leer(texto: &str) -> Option<Lote> {
    if texto.is_empty() {
        return Some(Lote::default());
    }
    let lote = serde_json::from_str::<Lote>(texto).ok()?;
    (lote.formato <= FORMATO).then_some(lote)
}
