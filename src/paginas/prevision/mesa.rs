//! The desk: the open payroll, what came out of it, and keeping it. It outlives the page that shows it.

use crate::almacen::{self, ErrorDeAlmacen, Guardado};
use crate::aparte::al_apartarla;
use crate::componentes::por_rebanadas;
use crate::contexto::Contexto;
use crate::formulario::dormir;
use crate::hoja::historia::{Historia, Paso};
use chrono::Datelike;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use ventanilla_reglas::cuotas::Totales;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_tramites::prevision::{
    Ajuste, ClaseDePeriodo, DatosDelPeriodo, Escenario, Fila, Hoja, Lote, MarcaDeCelda, Preparada, Vinculos, trabajador,
};

/// How long after the last key the payroll is kept.
const REPOSO: Duration = Duration::from_millis(250);
/// Rows between two looks at the clock.
const PASO: usize = 64;

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

/// An amount that a person asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pregunta {
    /// Row of *Trabajadores*; `None` for the total.
    pub fila: Option<usize>,
    /// Key of the figure.
    pub clave: &'static str,
    /// Its name.
    pub nombre: &'static str,
}

/// The open payroll and what came out of it.
#[derive(Clone, Copy)]
pub struct Mesa {
    /// What every page shares.
    pub contexto: Contexto,
    /// Key under which it is kept.
    pub id: RwSignal<String>,
    /// What was typed.
    pub escenario: RwSignal<Escenario>,
    /// The period made ready, or why it cannot be.
    pub preparada: RwSignal<Result<Arc<Preparada>, Vec<Hallazgo>>>,
    /// What came out of each row.
    pub lote: RwSignal<Lote>,
    /// Marks of rows that name nobody of the payroll.
    pub sueltos: RwSignal<Vec<MarcaDeCelda>>,
    /// Rows done of how many, while a long calculation runs.
    pub progreso: RwSignal<Option<(usize, usize)>>,
    /// A long calculation was stopped by the person.
    pub detenido: RwSignal<bool>,
    /// Whether it is kept.
    pub guardado: RwSignal<EstadoDeGuardado>,
    /// The sheet in sight.
    pub hoja: RwSignal<Hoja>,
    /// Cell to go to, by sheet.
    pub focos: [RwSignal<Option<(usize, usize)>>; 3],
    /// The amount being explained.
    pub pregunta: RwSignal<Option<Pregunta>>,
    /// *¿Y si…?*
    pub ajuste: RwSignal<Ajuste>,
    /// Its totals.
    pub con_ajuste: RwSignal<Option<Result<Totales, Vec<Hallazgo>>>>,
    vinculos: StoredValue<Arc<Vinculos>>,
    historias: StoredValue<[Historia; 3]>,
    generacion: StoredValue<u32>,
    generacion_de_ajuste: StoredValue<u32>,
    reloj: StoredValue<Option<TimeoutHandle>>,
    /// The revision that is on the desk.
    revision: StoredValue<u64>,
    /// Whether it is being written: the next writing is over the revision that this one leaves.
    escribiendo: StoredValue<bool>,
}

/// The desk.
pub fn mesa() -> Mesa {
    expect_context::<Mesa>()
}

impl Mesa {
    /// An empty desk that then opens what was open last.
    pub fn nueva(contexto: Contexto) -> Self {
        let mesa = Self {
            contexto,
            id: RwSignal::new(almacen::nuevo_id()),
            escenario: RwSignal::new(escenario_nuevo(&contexto)),
            preparada: RwSignal::new(Err(Vec::new())),
            lote: RwSignal::new(Lote::default()),
            sueltos: RwSignal::new(Vec::new()),
            progreso: RwSignal::new(None),
            detenido: RwSignal::new(false),
            guardado: RwSignal::new(EstadoDeGuardado::Nuevo),
            hoja: RwSignal::new(Hoja::Trabajadores),
            focos: std::array::from_fn(|_| RwSignal::new(None)),
            pregunta: RwSignal::new(None),
            ajuste: RwSignal::new(Ajuste::default()),
            con_ajuste: RwSignal::new(None),
            vinculos: StoredValue::new(Arc::default()),
            historias: StoredValue::new(Default::default()),
            generacion: StoredValue::new(0),
            generacion_de_ajuste: StoredValue::new(0),
            reloj: StoredValue::new(None),
            revision: StoredValue::new(0),
            escribiendo: StoredValue::new(false),
        };
        // Another law in force: everything again. It also makes the first calculation.
        Effect::new(move |_| {
            contexto.normativa.track();
            mesa.recalcular();
        });
        leptos::task::spawn_local(mesa.abrir_el_ultimo());
        mesa.guardar_al_salir();
        mesa
    }

    /// Changes anything but the sheets, and computes again.
    pub fn cambiar(&self, cambio: impl FnOnce(&mut Escenario)) {
        self.contexto.hubo_otro_cambio();
        self.escenario.update(cambio);
        self.recalcular();
        self.programar_guardado();
    }

    /// Changes something that no figure depends on.
    pub fn anotar(&self, cambio: impl FnOnce(&mut Escenario)) {
        self.contexto.hubo_otro_cambio();
        self.escenario.update(cambio);
        self.programar_guardado();
    }

    /// Puts another payroll on the desk.
    pub fn poner(&self, id: String, escenario: Escenario, guardado: EstadoDeGuardado) {
        self.contexto.hubo_otro_cambio();
        self.historias
            .update_value(|h| h.iter_mut().for_each(Historia::olvidar));
        if self.id.get_untracked() != id {
            self.revision.set_value(0);
        }
        self.id.set(id);
        self.escenario.set(escenario);
        self.guardado.set(guardado);
        self.hoja.set(Hoja::Trabajadores);
        self.ajuste.set(Ajuste::default());
        self.con_ajuste.set(None);
        self.recordar_el_abierto();
        self.recalcular();
        if guardado == EstadoDeGuardado::Pendiente {
            self.programar_guardado();
        }
    }

    /// Opens an empty payroll; the one that was open stays kept.
    pub fn empezar_otro(&self) {
        self.guardar_ya();
        self.poner(
            almacen::nuevo_id(),
            escenario_nuevo(&self.contexto),
            EstadoDeGuardado::Nuevo,
        );
    }

    /// Opens a payroll from elsewhere (the sample, a file) as one more.
    pub fn abrir_como_nuevo(&self, escenario: Escenario) {
        self.guardar_ya();
        self.poner(almacen::nuevo_id(), escenario, EstadoDeGuardado::Pendiente);
    }

    /// Opens a payroll that is kept.
    pub fn abrir_guardado(&self, guardado: Guardado) {
        self.guardar_ya();
        self.poner(guardado.id, guardado.escenario, EstadoDeGuardado::Guardado);
        self.revision.set_value(guardado.revision);
    }

    /// Lets go of the open payroll without keeping it: it was deleted.
    pub fn soltar(&self) {
        self.poner(
            almacen::nuevo_id(),
            escenario_nuevo(&self.contexto),
            EstadoDeGuardado::Nuevo,
        );
    }

    /// Replaces the open payroll's content, with a way back.
    pub fn reemplazar(&self, escenario: Escenario, aviso: String) {
        let mesa = *self;
        let (id, antes) = (self.id.get_untracked(), self.escenario.get_untracked());
        self.poner(id.clone(), escenario, EstadoDeGuardado::Pendiente);
        self.contexto.avisar_con_regreso(aviso, move || {
            mesa.poner(id.clone(), antes.clone(), EstadoDeGuardado::Pendiente);
        });
    }

    /// Takes the person to a cell.
    pub fn ir_a_celda(&self, hoja: Hoja, fila: usize, columna: usize) {
        self.hoja.set(hoja);
        let foco = self.focos[hoja as usize];
        // After the sheet is in sight.
        set_timeout(move || foco.set(Some((fila, columna))), Duration::ZERO);
    }

    /// Does a step on a sheet.
    pub fn hacer(&self, hoja: Hoja, paso: Paso) {
        self.contexto.hubo_otro_cambio();
        let filas_tocadas = filas_de(&paso);
        self.con_historia(hoja, |historia, filas| historia.hacer(filas, paso));
        self.tras_editar(hoja, filas_tocadas);
    }

    /// Undoes (or does again) the last step on a sheet.
    pub fn retroceder(&self, hoja: Hoja, rehacer: bool) -> bool {
        let mut hubo = false;
        self.con_historia(hoja, |historia, filas| {
            hubo = if rehacer {
                historia.rehacer(filas)
            } else {
                historia.deshacer(filas)
            };
        });
        if hubo {
            self.contexto.hubo_otro_cambio();
            self.tras_editar(hoja, None);
        }
        hubo
    }

    fn con_historia(&self, hoja: Hoja, que: impl FnOnce(&mut Historia, &mut Vec<Fila>)) {
        self.historias.update_value(|historias| {
            self.escenario.update(|escenario| {
                let filas = match hoja {
                    Hoja::Trabajadores => &mut escenario.trabajadores,
                    Hoja::Movimientos => &mut escenario.movimientos,
                    Hoja::Percepciones => &mut escenario.percepciones,
                };
                que(&mut historias[hoja as usize], filas);
            });
        });
    }

    /// A few rows of *Trabajadores* are computed at once; anything else computes everything, in slices.
    fn tras_editar(&self, hoja: Hoja, filas: Option<Vec<usize>>) {
        self.programar_guardado();
        let pocas = filas.filter(|f| hoja == Hoja::Trabajadores && f.len() <= PASO);
        let preparada = self.preparada.get_untracked();
        match (pocas, preparada) {
            (Some(filas), Ok(preparada)) if self.al_dia() => self.recalcular_filas(&preparada, filas),
            _ => self.recalcular(),
        }
    }

    /// Whether every row has its result, but for those added at the end just now.
    fn al_dia(&self) -> bool {
        self.progreso.read_untracked().is_none() && !self.detenido.get_untracked()
    }

    fn recalcular_filas(&self, preparada: &Preparada, mut filas: Vec<usize>) {
        filas.sort_unstable();
        filas.dedup();
        let vinculos = self.vinculos.get_value();
        self.escenario.with_untracked(|escenario| {
            self.lote.update(|lote| {
                let primera_nueva = lote.filas.len();
                filas.retain(|f| *f < primera_nueva);
                filas.extend(primera_nueva..escenario.trabajadores.len());
                for fila in filas {
                    lote.rehacer(preparada, escenario, &vinculos, fila);
                }
            });
            self.sueltos.set(vinculos.sueltos(&escenario.trabajadores));
        });
        self.recalcular_ajuste();
    }

    /// Computes everything, in slices. A newer call ends an older one.
    pub fn recalcular(&self) {
        let generacion = self
            .generacion
            .try_update_value(|g| {
                *g += 1;
                *g
            })
            .unwrap_or(0);
        self.detenido.set(false);
        let normativa = self.contexto.normativa.get_untracked();
        let preparada = self
            .escenario
            .with_untracked(|e| Preparada::nueva(&normativa, e, Ajuste::default()));
        let preparada = preparada.map(Arc::new);
        self.preparada.set(preparada.clone());
        let vinculos = self.escenario.with_untracked(|e| Arc::new(Vinculos::nuevos(e)));
        self.vinculos.set_value(Arc::clone(&vinculos));
        let sueltos = self.escenario.with_untracked(|e| vinculos.sueltos(&e.trabajadores));
        self.sueltos.set(sueltos);
        let Ok(preparada) = preparada else {
            self.progreso.set(None);
            self.lote.set(Lote::default());
            self.con_ajuste.set(None);
            return;
        };
        let mesa = *self;
        let mut lote = Lote::default();
        por_rebanadas(move || {
            if mesa.generacion.get_value() != generacion {
                return true;
            }
            let (fin, total) = mesa.escenario.with_untracked(|escenario| {
                (
                    lote.avanzar(&preparada, escenario, &vinculos, PASO),
                    escenario.trabajadores.len(),
                )
            });
            if fin {
                mesa.progreso.set(None);
                mesa.lote.set(std::mem::take(&mut lote));
                mesa.recalcular_ajuste();
            } else {
                mesa.progreso.set(Some((lote.filas.len(), total)));
            }
            fin
        });
    }

    /// Stops a long calculation; what was shown before stays.
    pub fn detener(&self) {
        self.generacion.update_value(|g| *g += 1);
        self.progreso.set(None);
        self.detenido.set(true);
    }

    /// Computes *¿Y si…?* in slices.
    pub fn recalcular_ajuste(&self) {
        let generacion = self
            .generacion_de_ajuste
            .try_update_value(|g| {
                *g += 1;
                *g
            })
            .unwrap_or(0);
        let ajuste = self.ajuste.get_untracked();
        if ajuste.es_nulo() {
            self.con_ajuste.set(None);
            return;
        }
        let normativa = self.contexto.normativa.get_untracked();
        let preparada = match self
            .escenario
            .with_untracked(|e| Preparada::nueva(&normativa, e, ajuste))
        {
            Ok(preparada) => preparada,
            Err(hallazgos) => return self.con_ajuste.set(Some(Err(hallazgos))),
        };
        let vinculos = self.vinculos.get_value();
        let mesa = *self;
        let mut lote = Lote::default();
        por_rebanadas(move || {
            if mesa.generacion_de_ajuste.get_value() != generacion {
                return true;
            }
            let fin = mesa
                .escenario
                .with_untracked(|e| lote.avanzar(&preparada, e, &vinculos, PASO));
            if fin {
                mesa.con_ajuste.set(Some(Ok(lote.totales)));
            }
            fin
        });
    }

    /// The rows of the other sheets linked to their workers.
    pub fn vinculos(&self) -> Arc<Vinculos> {
        self.vinculos.get_value()
    }

    fn programar_guardado(&self) {
        self.guardado.set(EstadoDeGuardado::Pendiente);
        if document().hidden() {
            return self.guardar_ya();
        }
        let mesa = *self;
        let nuevo = set_timeout_with_handle(move || mesa.guardar_ya(), REPOSO).ok();
        self.reloj.update_value(|reloj| {
            if let Some(viejo) = std::mem::replace(reloj, nuevo) {
                viejo.clear();
            }
        });
    }

    /// Keeps the payroll now, if it has changed.
    pub fn guardar_ya(&self) {
        if self.guardado.get_untracked() != EstadoDeGuardado::Pendiente {
            return;
        }
        let mesa = *self;
        let version = self.contexto.normativa.read_untracked().version();
        let mut guardado = Guardado::nuevo(
            self.id.get_untracked(),
            self.contexto.cuenta_de_practica(),
            version,
            self.escenario.get_untracked(),
        );
        self.recordar_el_abierto();
        leptos::task::spawn_local(async move {
            while mesa.escribiendo.get_value() {
                dormir(Duration::from_millis(10)).await;
            }
            mesa.escribiendo.set_value(true);
            if mesa.es(&guardado.id) {
                guardado.revision = mesa.revision.get_value();
            }
            let resultado = almacen::guardar(&guardado).await;
            if let Ok(revision) = resultado
                && mesa.es(&guardado.id)
            {
                mesa.revision.set_value(revision);
            }
            mesa.escribiendo.set_value(false);
            mesa.despues_de_guardar(guardado, resultado).await;
        });
    }

    fn es(&self, id: &str) -> bool {
        self.id.try_with_untracked(|actual| actual == id).unwrap_or(false)
    }

    async fn despues_de_guardar(self, guardado: Guardado, resultado: Result<u64, ErrorDeAlmacen>) {
        // Another payroll may be on the desk by now, or this one may have changed again.
        let vigente = self.es(&guardado.id)
            && self
                .escenario
                .try_with_untracked(|e| *e == guardado.escenario)
                .unwrap_or(false);
        match resultado {
            Ok(_) => {
                self.contexto.se_guardo();
                if vigente {
                    self.guardado.set(EstadoDeGuardado::Guardado);
                }
            }
            Err(ErrorDeAlmacen::Cambio) => self.apartar(guardado).await,
            Err(error) => {
                self.guardado.set(EstadoDeGuardado::Fallo);
                self.contexto.fallo_el_almacen(&error);
            }
        }
    }

    /// Another tab changed this payroll too: what was typed here goes on as one more, and the other's stays as it is.
    async fn apartar(self, guardado: Guardado) {
        let otro = almacen::leer(&guardado.id).await.ok().flatten();
        if otro.as_ref().is_some_and(|o| o.escenario == guardado.escenario) && self.es(&guardado.id) {
            self.revision.set_value(otro.map_or(0, |o| o.revision));
            return self.guardado.set(EstadoDeGuardado::Guardado);
        }
        let en_la_mesa = self.es(&guardado.id);
        let id = almacen::nuevo_id();
        let mut escenario = guardado.escenario.clone();
        if en_la_mesa {
            escenario = self.escenario.get_untracked();
        }
        escenario.nombre = match escenario.nombre.trim() {
            "" => "Copia de un escenario sin nombre".to_owned(),
            nombre => ["Copia de ", nombre].concat(),
        };
        self.contexto.avisar("Este escenario se cambió también en otra pestaña. No se perdió nada: lo que escribió aquí sigue como una copia; lo de la otra pestaña está en Escenarios.");
        if en_la_mesa {
            self.revision.set_value(0);
            self.id.set(id);
            self.escenario.update(|e| e.nombre = escenario.nombre);
            self.guardado.set(EstadoDeGuardado::Pendiente);
            return self.guardar_ya();
        }
        let copia = Guardado {
            id,
            escenario,
            revision: 0,
            ..guardado
        };
        if let Err(error) = almacen::guardar(&copia).await {
            self.contexto.fallo_el_almacen(&error);
        }
    }

    /// Coming back to a tab that has nothing pending shows what another one wrote meanwhile.
    async fn ponerse_al_dia(self) {
        if self.guardado.get_untracked() != EstadoDeGuardado::Guardado || document().hidden() {
            return;
        }
        let id = self.id.get_untracked();
        let Ok(Some(otro)) = almacen::leer(&id).await else {
            return;
        };
        let sigue = self.es(&id) && self.guardado.get_untracked() == EstadoDeGuardado::Guardado;
        if sigue && otro.revision > self.revision.get_value() {
            let hoja = self.hoja.get_untracked();
            self.poner(otro.id, otro.escenario, EstadoDeGuardado::Guardado);
            self.revision.set_value(otro.revision);
            self.hoja.set(hoja);
            self.contexto.avisar("Se muestra lo que cambió en otra pestaña.");
        }
    }

    fn recordar_el_abierto(&self) {
        let (id, clave) = (self.id.get_untracked(), self.contexto.propia(almacen::ABIERTO));
        leptos::task::spawn_local(async move {
            // If it cannot be kept, keeping the payroll fails too and says so.
            let _ = almacen::guardar_ajuste(&clave, &id).await;
        });
    }

    async fn abrir_el_ultimo(self) {
        let Ok(Some(id)) = almacen::leer_ajuste(&self.contexto.propia(almacen::ABIERTO)).await else {
            return;
        };
        match almacen::leer(&id).await {
            // Whoever was quicker than the store keeps what was typed.
            Ok(Some(guardado)) if self.guardado.get_untracked() == EstadoDeGuardado::Nuevo => {
                let revision = guardado.revision;
                self.poner(guardado.id, guardado.escenario, EstadoDeGuardado::Guardado);
                self.revision.set_value(revision);
            }
            Ok(_) => {}
            Err(error) => self.contexto.fallo_el_almacen(&error),
        }
    }

    /// Leaving the page, or putting it aside, keeps what is pending without waiting.
    fn guardar_al_salir(&self) {
        let mesa = *self;
        al_apartarla(move || mesa.guardar_ya());
        let visible = window_event_listener_untyped("visibilitychange", move |_| {
            leptos::task::spawn_local(mesa.ponerse_al_dia());
        });
        on_cleanup(move || visible.remove());
    }
}

/// Rows whose figures a step changes; `None` when it moves rows, or changes whom the others belong to.
fn filas_de(paso: &Paso) -> Option<Vec<usize>> {
    let Paso::Celdas { cambios, .. } = paso else {
        return None;
    };
    let mueve_claves = cambios
        .iter()
        .any(|(_, col, _, _)| *col == trabajador::NSS || *col == trabajador::NOMBRE);
    (!mueve_claves).then(|| cambios.iter().map(|c| c.0).collect())
}

/// An empty payroll for the month before today: the one whose payment is near.
fn escenario_nuevo(contexto: &Contexto) -> Escenario {
    let hoy = contexto.hoy;
    let (anio, numero) = if hoy.month() == 1 {
        (hoy.year() - 1, 12)
    } else {
        (hoy.year(), hoy.month() - 1)
    };
    Escenario {
        periodo: DatosDelPeriodo {
            clase: ClaseDePeriodo::Mes,
            anio,
            numero,
        },
        ..Escenario::default()
    }
}
