//! The frame: header, navigation, the page, footer, toast. Four applications share it, each a module of its own that loads
//! when somebody goes to one of its pages.

use crate::componentes::{Tostador, mostrar_la_actual};
use crate::contexto::Contexto;
use crate::entorno;
use crate::formulario::Cola;
use crate::paginas::prevision::Mesa;
use crate::paginas::{
    Acuse, Adeudo, Archivero, Ayuda, BandaDePractica, Bandeja, Casos, Cedula, Clasificacion, Confronta, Continuacion,
    Entrar, Escenarios, EsteEquipo, Expediente, Formulario, Idse, Instructor, Liquidacion, MisTramites, Modalidad,
    Mostrador, Muestras, NoEnPractica, Parametros, PorEmpezar, Practicar, Prevision, Prima,
};
use crate::ruta::{Direccion, Ruta, seguir_direccion};
use crate::sesion::{CuentaAbierta, Sesion};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Previsión de cuotas and what goes with it.
#[component]
pub fn Consulta() -> impl IntoView {
    let contexto = Contexto::nuevo();
    provide_context(contexto);
    // The open payroll outlives the page that shows it: going to Parámetros and back loses nothing.
    provide_context(Mesa::nueva(contexto));
    let pagina = |ruta: Ruta| match ruta {
        Ruta::Cedula => view! { <Cedula/> }.into_any(),
        Ruta::Escenarios => view! { <Escenarios/> }.into_any(),
        Ruta::Parametros => view! { <Parametros/> }.into_any(),
        Ruta::Ayuda => view! { <Ayuda/> }.into_any(),
        Ruta::Prevision => view! { <Prevision/> }.into_any(),
        // another module's: `inicio.js` is already on its way to it
        _ => ().into_any(),
    };
    view! { <Marco pagina=pagina pie="Lo que usted escribe no sale de este equipo."/> }
}

/// Trámites, the queue, classification, prima, what is owed, and which voluntary modality is somebody's.
#[component]
pub fn Tramites() -> impl IntoView {
    let contexto = Contexto::del_servidor();
    provide_context(contexto);
    let sesion = Sesion::nueva(contexto);
    provide_context(sesion);
    provide_context(Cola::nueva(contexto, sesion));
    provide_context(PorEmpezar::default());
    let pagina = |ruta: Ruta| match ruta {
        Ruta::Bandeja | Ruta::Expediente | Ruta::Acuse | Ruta::Entrar if crate::contexto::contexto().en_practica() => {
            view! { <NoEnPractica/> }.into_any()
        }
        Ruta::Tramites => view! { <MisTramites/> }.into_any(),
        Ruta::Tramite => view! { <Formulario/> }.into_any(),
        Ruta::Bandeja => view! { <Bandeja/> }.into_any(),
        Ruta::Expediente => view! { <Expediente/> }.into_any(),
        Ruta::Acuse => view! { <Acuse/> }.into_any(),
        Ruta::Clasificacion => view! { <Clasificacion/> }.into_any(),
        Ruta::Prima => view! { <Prima/> }.into_any(),
        Ruta::Adeudo => view! { <Adeudo/> }.into_any(),
        Ruta::Liquidacion => view! { <Liquidacion/> }.into_any(),
        Ruta::Modalidad => view! { <Modalidad/> }.into_any(),
        Ruta::Continuacion => view! { <Continuacion/> }.into_any(),
        Ruta::Entrar => view! { <Entrar/> }.into_any(),
        Ruta::Muestras => view! { <Muestras/> }.into_any(),
        _ => ().into_any(),
    };
    view! { <Marco pagina=pagina pie="Lo que usted escribe se guarda en este equipo hasta que lo envía."/> }
}

/// Simulated cases, and the instructor's desk.
#[component]
pub fn Capacitacion() -> impl IntoView {
    let contexto = Contexto::de_capacitacion();
    provide_context(contexto);
    provide_context(Sesion::que_sigue(contexto));
    let pagina = |ruta: Ruta| match ruta {
        Ruta::Capacitacion => view! { <Casos/> }.into_any(),
        Ruta::Caso => view! { <Practicar/> }.into_any(),
        Ruta::Instructor => view! { <Instructor/> }.into_any(),
        _ => ().into_any(),
    };
    view! { <Marco pagina=pagina pie="Casos simulados, con personas y empresas ficticias."/> }
}

/// The files that people already have: the emission, and batches for IDSE.
#[component]
pub fn Archivos() -> impl IntoView {
    let contexto = Contexto::nuevo();
    provide_context(contexto);
    provide_context(Sesion::que_sigue(contexto));
    let pagina = |ruta: Ruta| match ruta {
        Ruta::Archivos => view! { <Archivero/> }.into_any(),
        Ruta::Confronta => view! { <Confronta/> }.into_any(),
        Ruta::Idse => view! { <Idse/> }.into_any(),
        Ruta::Equipo => view! { <EsteEquipo/> }.into_any(),
        _ => ().into_any(),
    };
    view! { <Marco pagina=pagina pie="Sus archivos se leen en este equipo: no salen de él."/> }
}

#[component]
fn Marco(pagina: fn(Ruta) -> AnyView, pie: &'static str) -> impl IntoView {
    let direccion = seguir_direccion();
    provide_context(direccion);
    let ruta = Memo::new(move |_| direccion.read().ruta);
    let en_practica = crate::contexto::contexto().en_practica();
    llevar_el_foco(direccion);
    crate::impresion::seguir();
    let con_barra = RwSignal::new(entorno::con_barra());
    entorno::al_cambiar_barra(move || con_barra.set(entorno::con_barra()));
    view! {
        // without the bar there is nothing to skip
        {move || con_barra.get().then(|| view! {
            <a class="v-salto" href="#principal" on:click=move |evento| {
                evento.prevent_default();
                enfocar_lo_principal();
            }>"Ir al contenido"</a>
        })}
        {move || if con_barra.get() { view! { <Cabecera ruta/> }.into_any() } else { view! { <Cinta direccion/> }.into_any() }}
        <BandaDePractica/>
        <div class:v-practica=en_practica>
            <Mostrador/>
            <Principal>
                <FallaDeAlmacen/>
                {move || pagina(ruta.get())}
            </Principal>
        </div>
        <Pie pie=if en_practica { "Práctica: nada de lo que escribe se envía." } else { pie }/>
        <Tostador/>
    }
}

/// What the page is for. A portal has its own `main`: there it is a part of the region that the element is.
#[component]
fn Principal(children: Children) -> impl IntoView {
    if entorno::incrustado() {
        view! { <div class="v-principal" id="principal" tabindex="-1">{children()}</div> }.into_any()
    } else {
        view! { <main class="v-principal" id="principal" tabindex="-1">{children()}</main> }.into_any()
    }
}

fn enfocar_lo_principal() {
    if let Some(principal) = entorno::por_id("principal").and_then(|p| p.dyn_into::<HtmlElement>().ok()) {
        let _ = principal.focus();
    }
}

/// A new page takes the focus to its beginning, and the title of the document says which one it is.
fn llevar_el_foco(direccion: RwSignal<Direccion>) {
    let contexto = crate::contexto::contexto();
    Effect::new(move |antes: Option<Direccion>| {
        let ahora = direccion.get();
        entorno::titular(ahora.ruta.titulo());
        if antes.as_ref().is_some_and(|antes| antes.ruta != ahora.ruta) {
            contexto.retirar_lo_de_la_pagina();
        }
        let dentro = |antes: &Direccion| antes.ruta == ahora.ruta && ahora.ruta.lleva_el_foco();
        if antes.is_some_and(|antes| antes != ahora && !dentro(&antes)) {
            enfocar_lo_principal();
            entorno::subir();
        }
        ahora
    });
}

#[component]
fn Cabecera(ruta: Memo<Ruta>) -> impl IntoView {
    let actual = move |destino: Ruta| (ruta.get().seccion() == destino).then_some("page");
    let con_cuentas = use_context::<Sesion>().is_some() && !crate::contexto::contexto().en_practica();
    Effect::new(move |_| {
        ruta.track();
        request_animation_frame(|| mostrar_la_actual(".v-nav"));
    });
    view! {
        <header class="v-cabecera">
            <div class="v-cabecera-cinta">
                <a class="v-marca" href=Ruta::Prevision.ancla()>"Ventanilla "<small>"afiliación y cobranza"</small></a>
                {con_cuentas.then(|| view! { <CuentaAbierta/> })}
                <nav class="v-nav" aria-label="Secciones">
                    {Ruta::BARRA
                        .into_iter()
                        .map(|destino| view! {
                            <a href=destino.ancla() aria-current=move || actual(destino)>{destino.corto()}</a>
                        })
                        .collect_view()}
                </nav>
            </div>
        </header>
    }
}

/// Instead of the bar, where the portal chose one job: who is working, and the way back to it.
#[component]
fn Cinta(direccion: RwSignal<Direccion>) -> impl IntoView {
    let con_cuentas = use_context::<Sesion>().is_some() && !crate::contexto::contexto().en_practica();
    let fuera = move || (direccion.get() != Direccion::leer(&entorno::inicio())).then(entorno::inicio);
    view! {
        <div class="v-cinta">
            {move || fuera().map(|inicio| view! { <a class="v-cinta-inicio" href=inicio>"← Inicio"</a> })}
            {con_cuentas.then(|| view! { <CuentaAbierta/> })}
        </div>
    }
}

#[component]
fn FallaDeAlmacen() -> impl IntoView {
    let falla = crate::contexto::contexto().falla_de_almacen;
    move || {
        falla.get().map(|error| {
            let con_copia = error.pide_copia();
            view! {
                <div class="v-aviso v-aviso--advertencia" role="status">
                    <p>{error.to_string()}</p>
                    {con_copia.then(|| view! { <p><a href=Ruta::Equipo.ancla()>"Ir a «Este equipo»"</a></p> })}
                </div>
            }
        })
    }
}

#[component]
fn Pie(pie: &'static str) -> impl IntoView {
    let normativa = crate::contexto::contexto().normativa;
    let promesa = entorno::promesa();
    view! {
        <footer class="v-pie">
            <div class="v-pie-cinta">
                <span>"Normativa "{move || normativa.read().version()}</span>
                <span>{pie}</span>
                {(!promesa.is_empty()).then(|| view! { <span>{promesa}</span> })}
                <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
            </div>
        </footer>
    }
}
