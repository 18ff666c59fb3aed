//! Where in the application the person is. A small enum instead of a router: it costs nothing and, embedded, need not
//! touch the address bar.

use leptos::prelude::*;

/// A page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ruta {
    /// A payroll and what it costs.
    #[default]
    Prevision,
    /// The printable sheet of that payroll.
    Cedula,
    /// What is kept in this browser.
    Escenarios,
    /// Every table of the law.
    Parametros,
    /// How it works.
    Ayuda,
}

impl Ruta {
    /// Pages of the navigation bar.
    pub const BARRA: [Self; 4] = [Self::Prevision, Self::Escenarios, Self::Parametros, Self::Ayuda];

    /// Its name.
    pub fn titulo(self) -> &'static str {
        match self {
            Self::Prevision => "Previsión de cuotas",
            Self::Cedula => "Cédula de determinación",
            Self::Escenarios => "Escenarios",
            Self::Parametros => "Parámetros",
            Self::Ayuda => "Ayuda",
        }
    }

    /// Its address.
    pub fn ancla(self) -> &'static str {
        match self {
            Self::Prevision => "#/prevision",
            Self::Cedula => "#/cedula",
            Self::Escenarios => "#/escenarios",
            Self::Parametros => "#/parametros",
            Self::Ayuda => "#/ayuda",
        }
    }

    fn de_ancla(ancla: &str) -> Self {
        [
            Self::Prevision,
            Self::Cedula,
            Self::Escenarios,
            Self::Parametros,
            Self::Ayuda,
        ]
        .into_iter()
        .find(|r| r.ancla() == ancla)
        .unwrap_or_default()
    }
}

/// The current page, following the address bar.
pub fn seguir_direccion() -> RwSignal<Ruta> {
    let actual = || Ruta::de_ancla(&window().location().hash().unwrap_or_default());
    let ruta = RwSignal::new(actual());
    let escucha = window_event_listener(leptos::ev::hashchange, move |_| ruta.set(actual()));
    on_cleanup(move || escucha.remove());
    ruta
}

/// Goes to a page.
pub fn ir_a(ruta: Ruta) {
    // The only failure is a document without an address bar; then there is nowhere to go.
    let _ = window().location().set_hash(ruta.ancla());
}
