//! The desk of a practice: its record, kept as it changes, and what is done with it.

use super::calificada::CALIFICACION;
use super::recibida::Recibida;
use super::registro::{Entrega, Registro};
use crate::almacen::tramites::{self, Guardado};
use crate::contexto::{Contexto, contexto};
use crate::formulario::enfocar;
use crate::practica::EnPractica;
use crate::ruta::{Ruta, ir_a, ir_a_direccion};
use leptos::prelude::*;
use ventanilla_capacitacion::calificar::{Intento, calificar};
use ventanilla_tramites::guion::Respuestas;

/// The desk.
#[derive(Clone, Copy)]
pub struct Mesa {
    /// What every page shares.
    pub contexto: Contexto,
    /// The practice.
    pub registro: RwSignal<Registro>,
}

impl Mesa {
    /// Over a practice that was read. While an attempt is open the whole tab is in practice.
    pub fn nueva(registro: Registro) -> Self {
        let este = Self {
            contexto: contexto(),
            registro: RwSignal::new(registro),
        };
        if este.registro.read_untracked().abierto {
            este.entrar();
        }
        este
    }

    fn entrar(self) {
        self.cambiar(Registro::seguir);
        let practica = self.registro.with_untracked(|r| EnPractica {
            id: r.id,
            planteamiento: r.planteamiento.clone(),
        });
        if let Err(motivo) = practica.entrar() {
            self.contexto.avisar(motivo);
        }
    }

    /// Changes the record and keeps it.
    pub fn cambiar(self, cambio: impl FnOnce(&mut Registro)) {
        self.registro.update(cambio);
        self.guardar();
    }

    /// Changes what is answered.
    pub fn anotar(self, cambio: impl FnOnce(&mut Intento)) {
        self.cambiar(|r| cambio(&mut r.intento));
    }

    fn guardar(self) {
        let registro = self.registro.get_untracked();
        leptos::task::spawn_local(async move {
            if let Err(error) = registro.guardar().await {
                self.contexto.fallo_el_almacen(&error);
            }
        });
    }

    /// Key of the account under which everything of this practice is kept.
    fn cuenta(self) -> String {
        (-self.registro.read_untracked().id).to_string()
    }

    /// Opens the form of its trámite; the first time, an empty one.
    pub fn abrir_formulario(self, guion: &'static str) {
        let (cuenta, ya) = (self.cuenta(), self.registro.read_untracked().tramite.clone());
        let version = self.contexto.normativa.read_untracked().version();
        leptos::task::spawn_local(async move {
            if let Some(id) = ya {
                return ir_a_direccion(&Ruta::Tramite.con(&[&id, "/rapida"].concat()));
            }
            let guardado = Guardado::nuevo(guion, cuenta, version);
            if let Err(error) = tramites::guardar(&guardado).await {
                return self.contexto.fallo_el_almacen(&error);
            }
            let id = guardado.id.clone();
            self.registro.update(|r| r.tramite = Some(id.clone()));
            // kept before leaving: the way back reads it
            match self.registro.get_untracked().guardar().await {
                Ok(()) => ir_a_direccion(&Ruta::Tramite.con(&[&id, "/rapida"].concat())),
                Err(error) => self.contexto.fallo_el_almacen(&error),
            }
        });
    }

    /// Puts it aside: the tab works with what is real again.
    pub fn dejar(self) {
        EnPractica::salir();
        self.cambiar(Registro::detener);
        ir_a(Ruta::Capacitacion);
    }

    /// Hands the attempt in, and grades it if it is graded here.
    pub fn entregar(self) {
        leptos::task::spawn_local(async move {
            if let Err(motivo) = self.entregar_ya().await {
                self.contexto.avisar(motivo);
            }
        });
    }

    async fn entregar_ya(self) -> Result<(), String> {
        let respuestas = self.respuestas().await.map_err(|e| e.to_string())?;
        let mut registro = self.registro.get_untracked();
        let intento = Intento {
            respuestas,
            segundos: registro.transcurridos(),
            ..registro.intento.clone()
        };
        let puntos = match &registro.caso {
            None => None,
            Some(caso) => {
                let normativa = self.contexto.normativa.get_untracked();
                let nota = calificar(caso, &intento, &registro.criterio, &normativa)
                    .map_err(|errores| errores.first().map(ToString::to_string).unwrap_or_default())?;
                Some(nota.puntos)
            }
        };
        registro.entregas.push(Entrega {
            intento,
            puntos,
            cuando: crate::almacen::ahora(),
        });
        registro.abierto = false;
        registro.detener();
        registro.guardar().await.map_err(|e| e.to_string())?;
        if !registro.sesion.is_empty() {
            anotar_en_la_sesion(&registro).await?;
        }
        EnPractica::salir();
        let destino = Ruta::Caso.con(&registro.id.to_string());
        self.registro.set(registro);
        ir_a_direccion(&destino);
        crate::entorno::subir();
        enfocar(CALIFICACION.to_owned());
        Ok(())
    }

    /// What was typed in the form of its trámite.
    async fn respuestas(self) -> Result<Respuestas, crate::almacen::ErrorDeAlmacen> {
        let Some(id) = self.registro.read_untracked().tramite.clone() else {
            return Ok(Respuestas::default());
        };
        let guardado = tramites::leer(&id, &self.cuenta()).await?;
        Ok(guardado.map(|g| g.respuestas).unwrap_or_default())
    }

    /// Opens another attempt.
    pub fn otra_vez(self) {
        self.cambiar(Registro::otro_intento);
        self.entrar();
        crate::entorno::subir();
    }
}

async fn anotar_en_la_sesion(registro: &Registro) -> Result<(), String> {
    let recibida = Recibida::de_la_sesion(&registro.cuenta, &registro.sesion).await;
    if let Some(mut recibida) = recibida.map_err(|e| e.to_string())? {
        recibida.anotar(registro);
        recibida.guardar().await.map_err(|e| e.to_string())?;
    }
    Ok(())
}
