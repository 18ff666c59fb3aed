//! Who may come in, said before anything is asked for; and what went wrong, with the way to try again.

use crate::api::Falla;
use crate::ruta::Ruta;
use crate::sesion::{Conexion, Sesion, sesion};
use leptos::prelude::*;

/// Shows what it holds to accounts that present or attend trámites; to others, why not.
#[component]
pub fn Puerta(children: ChildrenFn) -> impl IntoView {
    let sesion = sesion();
    let paso = Memo::new(move |_| {
        let cuenta = sesion.cuenta.read();
        match cuenta.as_ref() {
            Some(cuenta) if cuenta.rol.presenta() => Paso::Entra,
            Some(_) => Paso::Capacitacion,
            None if !sesion.leida.get() || sesion.conexion.get() == Conexion::Desconocida => Paso::Espera,
            None => Paso::SinCuenta,
        }
    });
    move || match paso.get() {
        Paso::Entra => children().into_any(),
        Paso::Espera => view! { <p role="status">"Abriendo…"</p> }.into_any(),
        Paso::Capacitacion => view! { <DeCapacitacion/> }.into_any(),
        Paso::SinCuenta => view! { <SinCuenta/> }.into_any(),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Paso {
    Espera,
    SinCuenta,
    Capacitacion,
    Entra,
}

#[component]
fn SinCuenta() -> impl IntoView {
    view! {
        <div class="v-vacio">
            <h1>"Entre para ver los trámites"</h1>
            <p>"El personal de ventanilla ve lo que llegó para atenderlo. Un patrón ve sólo lo que presentó."</p>
            <div class="v-botones"><a class="v-boton v-boton--primario" href=Ruta::Entrar.ancla()>"Entrar"</a></div>
        </div>
    }
}

#[component]
fn DeCapacitacion() -> impl IntoView {
    view! {
        <div class="v-vacio">
            <h1>"Esta cuenta es de capacitación"</h1>
            <p>"Con ella se practica con casos inventados. Los trámites de personas y empresas reales los ve sólo quien los atiende o los presentó."</p>
            <p>"Si le toca atender la ventanilla, pida una cuenta de ventanilla a quien la supervisa."</p>
        </div>
    }
}

/// Notes in the header how the server is.
pub fn anotar<T>(sesion: Sesion, resultado: &Result<T, Falla>) {
    let conexion = match resultado {
        Err(Falla::SinRed) => Conexion::SinRed,
        Err(Falla::SinSesion) => Conexion::SinSesion,
        _ => Conexion::Lista,
    };
    if sesion.conexion.try_get_untracked() != Some(conexion) {
        let _ = sesion.conexion.try_set(conexion);
    }
}

/// What went wrong, and the way on.
#[component]
pub fn Fallo(
    /// What went wrong.
    falla: Falla,
    /// Tries again.
    #[prop(into)]
    reintentar: Callback<()>,
    /// Whether there is something on the page from before.
    #[prop(optional)]
    hay_algo: bool,
) -> impl IntoView {
    let sin_sesion = falla == Falla::SinSesion;
    let resto = hay_algo.then(|| view! { <p>"Lo que ve es de antes: puede haber cambiado."</p> });
    view! {
        <div class="v-aviso v-aviso--advertencia" role="alert">
            <p class="v-aviso-titulo">{texto(&falla)}</p>
            {resto}
            <div class="v-botones v-bandeja-remedio">
                {if sin_sesion {
                    view! { <a class="v-boton" href=Ruta::Entrar.ancla()>"Entrar"</a> }.into_any()
                } else {
                    view! { <button class="v-boton" type="button" on:click=move |_| reintentar.run(())>"Volver a intentar"</button> }.into_any()
                }}
            </div>
        </div>
    }
}

fn texto(falla: &Falla) -> String {
    match falla {
        Falla::Rechazo(rechazo) if rechazo.estado == 404 => {
            "No hay un trámite con esa dirección, o no es de su cuenta.".to_owned()
        }
        otra => otra.texto(),
    }
}
