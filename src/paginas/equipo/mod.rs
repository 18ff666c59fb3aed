//! *Este equipo*: what is kept in this browser, as one file out and back, and whether the page works without a network.

mod traer;

use crate::almacen::respaldo::{self, Archivo, Registro, como_se_llama, que_es};
use crate::almacen::{ErrorDeAlmacen, ahora};
use crate::api::Cuenta;
use crate::componentes::descargar;
use crate::contexto::{Contexto, contexto};
use crate::entorno;
use crate::ruta::Ruta;
use crate::sesion::cuenta_recordada;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::time::Duration;
use traer::Traer;

/// Names of a kind that are said; of the others, how many.
const NOMBRES_A_LA_VISTA: usize = 6;
/// How often it is looked whether the page is ready to work without a network.
const CADA: Duration = Duration::from_secs(1);

/// What is here, and whose.
#[derive(Clone, Copy)]
struct Equipo {
    contexto: Contexto,
    cuenta: RwSignal<Option<Cuenta>>,
    registros: RwSignal<Option<Vec<Registro>>>,
}

impl Equipo {
    fn leer(self) {
        leptos::task::spawn_local(async move {
            let leidos = respaldo::lo_de(&self.clave().await).await;
            let _ = self.registros.try_set(Some(self.o_nada(leidos)));
        });
    }

    fn o_nada(self, leidos: Result<Vec<Registro>, ErrorDeAlmacen>) -> Vec<Registro> {
        leidos.unwrap_or_else(|error| {
            self.contexto.fallo_el_almacen(&error);
            Vec::new()
        })
    }

    /// Whose records these are: asked of the store each time, since a file may be chosen before the page has read it.
    async fn clave(self) -> String {
        let cuenta = cuenta_recordada().await;
        let clave = cuenta.as_ref().map(Cuenta::clave).unwrap_or_default();
        let _ = self.cuenta.try_set(cuenta);
        clave
    }

    /// Hands over a file with everything as it is now.
    fn bajar(self) {
        leptos::task::spawn_local(async move {
            let cuenta = self.clave().await;
            let registros = match respaldo::lo_de(&cuenta).await {
                Ok(registros) => registros,
                Err(error) => return self.contexto.fallo_el_almacen(&error),
            };
            let creado = ahora();
            let nombre = format!("ventanilla-{}.json", creado.get(..10).unwrap_or_default());
            let archivo = Archivo::nuevo(cuenta, registros, creado);
            let bajada = serde_json::to_vec_pretty(&archivo)
                .ok()
                .and_then(|bytes| descargar(&nombre, "application/json", &bytes).ok());
            match bajada {
                Some(()) => self.contexto.avisar(format!(
                    "Se bajó «{nombre}». Tiene datos personales: guárdelo donde sólo usted lo abra."
                )),
                None => self.contexto.avisar("Este navegador no dejó bajar el archivo. Permita las descargas de esta página e inténtelo otra vez."),
            }
        });
    }
}

/// How many there are of each kind, and what they are called.
#[component]
fn PorClase(registros: Vec<Registro>) -> impl IntoView {
    let mut clases: BTreeMap<&'static str, Vec<Option<String>>> = BTreeMap::new();
    for registro in &registros {
        clases
            .entry(que_es(registro))
            .or_default()
            .push(como_se_llama(registro));
    }
    let filas = clases.into_iter().map(|(clase, nombres)| {
        let cuantos = nombres.len();
        view! { <li>{clase}": "{cuantos}{enumerar(nombres).map(|n| view! { <span class="v-tenue">" ("{n}")"</span> })}</li> }
    });
    view! { <ul>{filas.collect_view()}</ul> }
}

/// `Empresa Demo; sin nombre ×2; y 3 más`: the first names, each once; nothing where nothing has one.
fn enumerar(nombres: Vec<Option<String>>) -> Option<String> {
    let mut veces: BTreeMap<String, usize> = BTreeMap::new();
    for nombre in nombres.into_iter().flatten() {
        *veces.entry(nombre).or_default() += 1;
    }
    let mas: usize = veces.values().skip(NOMBRES_A_LA_VISTA).sum();
    let mut partes: Vec<String> = veces
        .into_iter()
        .take(NOMBRES_A_LA_VISTA)
        .map(|(nombre, n)| if n == 1 { nombre } else { format!("{nombre} ×{n}") })
        .collect();
    if mas > 0 {
        partes.push(format!("y {mas} más"));
    }
    (!partes.is_empty()).then(|| partes.join("; "))
}

/// The page.
#[component]
pub fn EsteEquipo() -> impl IntoView {
    let equipo = Equipo {
        contexto: contexto(),
        cuenta: RwSignal::new(None),
        registros: RwSignal::new(None),
    };
    equipo.leer();
    view! {
        <div class="v-encabezado">
            <div>
                <h1 class="v-titulo">"Este equipo"</h1>
                <p class="v-entradilla">
                    "Lo que escribe se guarda en este navegador y de aquí no sale, salvo lo que usted envía. Con una copia puede pasarlo a otro equipo, o recuperarlo si se borran los datos del navegador."
                </p>
            </div>
        </div>
        <div class="v-pila v-pila--amplia">
            <SinRed/>
            <LoQueHay equipo/>
            <Traer equipo/>
            <p><a href=Ruta::Escenarios.ancla()>"Ver los escenarios guardados"</a></p>
        </div>
    }
}

/// What works without a network here.
#[component]
fn SinRed() -> impl IntoView {
    let promesa = RwSignal::new(entorno::promesa());
    let lista = Memo::new(move |_| !promesa.read().is_empty());
    // the browser prepares it by itself, a moment after the page is opened for the first time
    let reloj = set_interval_with_handle(
        move || {
            if !lista.get_untracked() {
                promesa.set(entorno::promesa());
            }
        },
        CADA,
    );
    on_cleanup(move || {
        if let Ok(reloj) = reloj {
            reloj.clear();
        }
    });
    let dicho = move || {
        match promesa.get() {
        promesa if promesa.is_empty() => "Se está preparando para abrir sin red: tarda un momento la primera vez. Si sigue así, su navegador no lo permite en esta dirección.".to_owned(),
        promesa => promesa,
    }
    };
    view! {
        <section class="v-panel v-pila" aria-labelledby="sin-red">
            <h2 class="v-panel-titulo" id="sin-red">"Sin red"</h2>
            <p class="v-medida" role="status" data-sin-red=move || if lista.get() { "lista" } else { "no" }><strong>{dicho}</strong></p>
            <p class="v-medida">
                "Sin red funciona todo menos entrar con una cuenta, ver la bandeja y enviar: lo que termine queda en este equipo, por enviar, y sale solo cuando vuelva la red. "
                "Para tenerla como una aplicación, use «Instalar» en el menú de su navegador."
            </p>
        </section>
    }
}

#[component]
fn LoQueHay(equipo: Equipo) -> impl IntoView {
    let lista = move || {
        let registros = equipo.registros.get()?;
        Some(if registros.is_empty() {
            view! { <p>"Todavía no hay nada suyo guardado aquí: no hay qué copiar."</p> }.into_any()
        } else {
            view! { <PorClase registros/> }.into_any()
        })
    };
    let de_quien = move || {
        match equipo.cuenta.get() {
        Some(cuenta) => format!(
            "Lleva lo de la cuenta {} ({}) y las nóminas de este navegador, que no son de ninguna cuenta. No lleva su sesión ni lo de otras cuentas.",
            cuenta.usuario, cuenta.nombre
        ),
        None => "Lleva las nóminas de este navegador y lo que se escribió sin entrar con una cuenta. Para llevar también sus trámites, entre primero con la suya.".to_owned(),
    }
    };
    view! {
        <section class="v-panel v-pila" aria-labelledby="lo-que-hay">
            <h2 class="v-panel-titulo" id="lo-que-hay">"Bajar una copia"</h2>
            {lista}
            <p class="v-medida">{de_quien}</p>
            <div class="v-botones">
                <button
                    class="v-boton v-boton--primario"
                    type="button"
                    disabled=move || equipo.registros.read().as_ref().is_some_and(Vec::is_empty)
                    on:click=move |_| equipo.bajar()
                >
                    "Bajar una copia"
                </button>
            </div>
        </section>
    }
}
