//! What every page shares: the law in force, today, the toast, and where things are kept.

use crate::almacen;
use crate::practica::EnPractica;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;
use ventanilla_normativa::Normativa;

thread_local! {
    /// The law in use, for the contract's door, which is called from outside the application.
    static EN_USO: RefCell<Arc<Normativa>> = RefCell::new(Arc::new(Normativa::publicada()));
}

/// The tables with the suplemento kept in this browser.
pub fn normativa_en_uso() -> Arc<Normativa> {
    EN_USO.with_borrow(Arc::clone)
}

/// What every page shares.
#[derive(Clone, Copy)]
pub struct Contexto {
    /// The law in force.
    pub normativa: RwSignal<Arc<Normativa>>,
    /// Message at the foot of the page.
    pub tostada: RwSignal<Option<Tostada>>,
    /// Today, by this computer's clock; in a practice, the day of its story.
    pub hoy: NaiveDate,
    /// The practice that is open; see [`crate::practica`].
    pub practica: StoredValue<Option<EnPractica>>,
    /// Trouble with the browser's store, to be said once and calmly.
    pub falla_de_almacen: RwSignal<Option<almacen::ErrorDeAlmacen>>,
    /// Whether the browser was already asked how much room there is.
    pub espacio_cuidado: StoredValue<bool>,
}

/// What undoes something. Shared and not a `Callback`: it outlives the piece of the page that made it.
pub type Deshacer = Arc<dyn Fn() + Send + Sync>;

/// A short message, perhaps with a way back.
#[derive(Clone)]
pub struct Tostada {
    /// What happened.
    pub texto: String,
    /// What undoes it.
    pub deshacer: Option<Deshacer>,
    /// How long it is of use.
    pub vigencia: Vigencia,
}

/// How long the way back of a toast is of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vigencia {
    /// Until something else is changed on the page, or another page is shown: it would take that with it.
    HastaElSiguienteCambio,
    /// As long as the page is shown: what it brings is nowhere else.
    Pagina,
    /// Anywhere: what was changed is in the store.
    Duradera,
}

impl Contexto {
    /// Makes it and begins to read the suplemento kept in this browser.
    pub fn nuevo() -> Self {
        let contexto = EnPractica::actual().map_or_else(Self::con_lo_publicado, Self::de_practica);
        leptos::task::spawn_local(contexto.leer_suplemento());
        contexto
    }

    /// Makes it and asks the server for its suplemento.
    pub fn del_servidor() -> Self {
        if let Some(practica) = EnPractica::actual() {
            return Self::de_practica(practica);
        }
        let contexto = Self::con_lo_publicado();
        leptos::task::spawn_local(contexto.leer_suplemento_del_servidor());
        contexto
    }

    /// With the published tables and nothing else: cases are written and graded with them.
    pub fn de_capacitacion() -> Self {
        Self {
            normativa: RwSignal::new(Arc::new(Normativa::publicada())),
            ..Self::con_lo_publicado()
        }
    }

    fn de_practica(practica: EnPractica) -> Self {
        Self {
            hoy: practica.planteamiento.hoy.0,
            practica: StoredValue::new(Some(practica)),
            ..Self::de_capacitacion()
        }
    }

    fn con_lo_publicado() -> Self {
        Self {
            normativa: RwSignal::new(normativa_en_uso()),
            tostada: RwSignal::new(None),
            hoy: hoy(),
            practica: StoredValue::new(None),
            falla_de_almacen: RwSignal::new(None),
            espacio_cuidado: StoredValue::new(false),
        }
    }

    /// Whether this is a practice: nothing of it is real.
    pub fn en_practica(&self) -> bool {
        self.practica.with_value(Option::is_some)
    }

    /// Whose is what is kept: the key of the practice's account, or nothing.
    pub fn cuenta_de_practica(&self) -> String {
        self.practica
            .with_value(|p| p.as_ref().map(|p| p.cuenta().clave()).unwrap_or_default())
    }

    /// Key under which something is kept: a practice has its own.
    pub fn propia(&self, clave: &str) -> String {
        match self.cuenta_de_practica() {
            cuenta if cuenta.is_empty() => clave.to_owned(),
            cuenta => [clave, ":", &cuenta].concat(),
        }
    }

    /// Says something at the foot of the page.
    pub fn avisar(&self, texto: impl Into<String>) {
        self.tostar(texto.into(), None, Vigencia::Duradera);
    }

    /// Says something that can be undone, until something else is changed here.
    pub fn avisar_con_regreso(&self, texto: impl Into<String>, deshacer: impl Fn() + Send + Sync + 'static) {
        self.tostar(texto.into(), Some(Arc::new(deshacer)), Vigencia::HastaElSiguienteCambio);
    }

    /// Offers what is nowhere else, as long as the page is shown.
    pub fn ofrecer(&self, texto: impl Into<String>, ponerlo: impl Fn() + Send + Sync + 'static) {
        self.tostar(texto.into(), Some(Arc::new(ponerlo)), Vigencia::Pagina);
    }

    /// Says something that can be undone from anywhere: what was changed is in the store, not on the page.
    pub fn avisar_con_regreso_duradero(&self, texto: impl Into<String>, deshacer: impl Fn() + Send + Sync + 'static) {
        self.tostar(texto.into(), Some(Arc::new(deshacer)), Vigencia::Duradera);
    }

    fn tostar(&self, texto: String, deshacer: Option<Deshacer>, vigencia: Vigencia) {
        self.tostada.set(Some(Tostada {
            texto,
            deshacer,
            vigencia,
        }));
    }

    /// Something else was changed on the page.
    pub fn hubo_otro_cambio(&self) {
        self.retirar(|v| v == Vigencia::HastaElSiguienteCambio);
    }

    /// Another page is shown, or the page is of somebody else now.
    pub fn retirar_lo_de_la_pagina(&self) {
        self.retirar(|v| v != Vigencia::Duradera);
    }

    fn retirar(&self, cual: impl Fn(Vigencia) -> bool) {
        if self.tostada.read_untracked().as_ref().is_some_and(|t| cual(t.vigencia)) {
            self.tostada.set(None);
        }
    }

    /// Says that something could not be kept.
    pub fn fallo_el_almacen(&self, error: &almacen::ErrorDeAlmacen) {
        crate::entorno::avisar(
            "error",
            &serde_json::json!({ "codigo": "almacen", "mensaje": error.to_string() }),
        );
        let _ = self.falla_de_almacen.try_set(Some(error.clone()));
    }

    /// Notes that something was kept: if it could not be before, it can now.
    pub fn se_guardo(&self) {
        if self.falla_de_almacen.try_with_untracked(Option::is_some) == Some(true) {
            crate::entorno::avisar("guardado", &serde_json::json!({}));
            self.falla_de_almacen.set(None);
        }
    }

    /// Puts another law in force, everywhere.
    pub fn poner_normativa(&self, normativa: Normativa) {
        let normativa = Arc::new(normativa);
        // what is tried in a practice is in force nowhere else
        if !self.en_practica() {
            EN_USO.set(Arc::clone(&normativa));
        }
        self.normativa.set(normativa);
    }

    /// The operator's rows, for what will be sent: the server must compute the same figures. Rows added in this browser
    /// stay for previews only, in the other module.
    async fn leer_suplemento_del_servidor(self) {
        // Without a network the published tables serve; what changes a figure the server will say.
        if let Ok(Some(texto)) = crate::api::suplemento().await
            && let Ok(normativa) = Normativa::publicada().con_suplemento(&texto)
        {
            self.poner_normativa(normativa);
        }
    }

    async fn leer_suplemento(self) {
        match almacen::leer_ajuste(&self.propia(almacen::SUPLEMENTO)).await {
            Ok(Some(texto)) => match Normativa::publicada().con_suplemento(&texto) {
                Ok(normativa) => self.poner_normativa(normativa),
                Err(errores) => {
                    let detalle = errores.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
                    self.avisar(format!(
                        "El suplemento guardado en este navegador no se pudo usar. {detalle}"
                    ));
                }
            },
            Ok(None) => {}
            Err(error) => self.fallo_el_almacen(&error),
        }
    }
}

/// The shared context.
pub fn contexto() -> Contexto {
    expect_context::<Contexto>()
}

/// Today, by this computer's clock. Only the screen asks: the rules are given their dates.
fn hoy() -> NaiveDate {
    let ahora = js_sys::Date::new_0();
    let anio = i32::try_from(ahora.get_full_year()).unwrap_or(2026);
    NaiveDate::from_ymd_opt(anio, ahora.get_month() + 1, ahora.get_date()).unwrap_or_default()
}
