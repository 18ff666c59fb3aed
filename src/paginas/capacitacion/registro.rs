//! A practice as it is kept: what is asked, what has been answered, and what was handed in.

use crate::almacen::ErrorDeAlmacen;
use crate::almacen::capacitacion::{self as almacen, Cajon};
use serde::{Deserialize, Serialize};
use ventanilla_capacitacion::calificar::{Criterio, Intento, Puntos};
use ventanilla_capacitacion::caso::Caso;
use ventanilla_capacitacion::sesion::Planteamiento;

/// Version of the record.
pub const FORMATO: u16 = 1;

/// A practice of one case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Registro {
    /// Version of the record.
    pub formato: u16,
    /// Its key: the moment it began, in milliseconds.
    pub id: i64,
    /// Who practises: key of an account, or nothing.
    pub cuenta: String,
    /// Key of the session it is of; empty for the library.
    pub sesion: String,
    /// What is asked.
    pub planteamiento: Planteamiento,
    /// The case whole, to be graded here; an exam does not have it.
    pub caso: Option<Caso>,
    /// How it is graded; in an exam only what the trainee is told of it.
    pub criterio: Criterio,
    /// Key of the draft of its trámite, once it was opened.
    pub tramite: Option<String>,
    /// What has been answered of the attempt that is open.
    pub intento: Intento,
    /// Whether an attempt is open.
    pub abierto: bool,
    /// Since when the clock of the attempt runs, in milliseconds; `None` while it is put aside.
    pub desde: Option<i64>,
    /// Seconds before that.
    pub segundos: u32,
    /// When the time of its session is over, in milliseconds.
    pub hasta: Option<i64>,
    /// What was handed in.
    pub entregas: Vec<Entrega>,
}

/// An attempt that was handed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entrega {
    /// What was answered.
    pub intento: Intento,
    /// Its score; `None` when somebody else grades it.
    pub puntos: Option<Puntos>,
    /// When, `AAAA-MM-DDThh:mm:ss`.
    pub cuando: String,
}

/// Now, in milliseconds.
pub fn ahora() -> i64 {
    #[allow(clippy::cast_possible_truncation)] // a clock, whole milliseconds
    let ahora = js_sys::Date::now() as i64;
    ahora
}

impl Registro {
    /// A practice of a case, to be graded here.
    pub fn de_caso(caso: Caso, criterio: Criterio, cuenta: String, sesion: String) -> Self {
        Self {
            caso: Some(caso.clone()),
            ..Self::de_planteamiento(Planteamiento::from(&caso), criterio, cuenta, sesion)
        }
    }

    /// A case of an exam.
    pub fn de_planteamiento(planteamiento: Planteamiento, criterio: Criterio, cuenta: String, sesion: String) -> Self {
        Self {
            formato: FORMATO,
            id: ahora(),
            cuenta,
            sesion,
            intento: Intento {
                caso: planteamiento.clave.clone(),
                numero: 1,
                ..Intento::default()
            },
            planteamiento,
            caso: None,
            criterio,
            tramite: None,
            abierto: true,
            desde: None,
            segundos: 0,
            hasta: None,
            entregas: Vec::new(),
        }
    }

    /// Seconds that the open attempt has taken.
    pub fn transcurridos(&self) -> u32 {
        let de_ahora = self.desde.map_or(0, |desde| (ahora() - desde).max(0) / 1000);
        self.segundos
            .saturating_add(u32::try_from(de_ahora).unwrap_or(u32::MAX))
    }

    /// Seconds that are left: of the case or of the session, whichever ends first; `None` when there is no limit, below
    /// zero when it is over.
    pub fn quedan(&self) -> Option<i64> {
        let del_caso = self
            .criterio
            .tiempo
            .limite
            .map(|l| i64::from(l) - i64::from(self.transcurridos()));
        let de_la_sesion = self.hasta.map(|hasta| (hasta - ahora()) / 1000);
        del_caso.into_iter().chain(de_la_sesion).min()
    }

    /// Lets the clock run.
    pub fn seguir(&mut self) {
        if self.abierto && self.desde.is_none() {
            self.desde = Some(ahora());
        }
    }

    /// Stops the clock. That of an exam goes on.
    pub fn detener(&mut self) {
        if self.caso.is_some() || !self.abierto {
            self.segundos = self.transcurridos();
            self.desde = None;
        }
    }

    /// Whether another attempt may be made.
    pub fn puede_intentar(&self) -> bool {
        let hechos = u32::try_from(self.entregas.len()).unwrap_or(u32::MAX);
        self.criterio.intentos.maximo.is_none_or(|maximo| hechos < maximo)
    }

    /// Opens another attempt, with what was answered in the last one: what was right need not be typed again.
    pub fn otro_intento(&mut self) {
        self.intento.numero = u32::try_from(self.entregas.len()).unwrap_or(u32::MAX - 1) + 1;
        self.intento.segundos = 0;
        self.abierto = true;
        self.segundos = 0;
        self.desde = None;
    }

    /// The best score there is.
    pub fn mejor(&self) -> Option<Puntos> {
        self.entregas.iter().filter_map(|e| e.puntos).max()
    }

    /// Keeps it.
    ///
    /// # Errors
    /// When the browser does not let it.
    pub async fn guardar(&self) -> Result<(), ErrorDeAlmacen> {
        almacen::guardar(Cajon::Practica, &self.id.to_string(), self).await
    }

    /// Reads the one with this key.
    ///
    /// # Errors
    /// When the browser does not let it.
    pub async fn leer(id: &str) -> Result<Option<Self>, ErrorDeAlmacen> {
        let leido: Option<Self> = almacen::leer(Cajon::Practica, id).await?;
        Ok(leido.filter(|r| r.formato <= FORMATO))
    }

    /// Those of an account, the last begun first.
    ///
    /// # Errors
    /// When the browser does not let it.
    pub async fn de_la_cuenta(cuenta: &str) -> Result<Vec<Self>, ErrorDeAlmacen> {
        let (mut todos, _) = almacen::todos::<Self>(Cajon::Practica).await?;
        todos.retain(|r| r.cuenta == cuenta && r.formato <= FORMATO);
        todos.sort_by_key(|r| std::cmp::Reverse(r.id));
        Ok(todos)
    }
}
