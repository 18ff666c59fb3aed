//! Signing in.

use crate::api::Falla;
use crate::componentes::CampoDeTexto;
use crate::contexto::contexto;
use crate::entorno;
use crate::paginas::PorEmpezar;
use crate::ruta::{Direccion, Ruta, ir_a};
use crate::sesion::{Conexion, sesion};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use ventanilla_tramites::camino::Rol;

/// Signing in: with an account of ours, or, inside a portal that says who it is, waiting for its word.
#[component]
pub fn Entrar() -> impl IntoView {
    if entorno::con_credencial() {
        view! { <PorElPortal/> }.into_any()
    } else if let Some(pagina) = entorno::pagina_del_servidor() {
        view! { <EnSuPagina pagina/> }.into_any()
    } else {
        view! { <ConContrasena/> }.into_any()
    }
}

/// Inside a site of another origin that gives no token: a browser keeps no session of ours there.
#[component]
fn EnSuPagina(pagina: String) -> impl IntoView {
    view! {
        <div class="v-vacio">
            <h1>"Aquí no se puede entrar"</h1>
            <p>"Los trámites y la bandeja son de una cuenta, y dentro de este sitio el navegador no deja abrir su sesión. Lo que no la pide (cuotas, adeudo, archivos…) funciona aquí, y lo que escribió sigue en este equipo."</p>
            <div class="v-botones">
                <a class="v-boton v-boton--primario" href=pagina target="_blank" rel="noopener">"Abrir Ventanilla en su página"</a>
            </div>
        </div>
    }
}

/// The portal's token was not there, or was refused.
#[component]
fn PorElPortal() -> impl IntoView {
    let sesion = sesion();
    let (contexto, por_empezar) = (contexto(), expect_context::<PorEmpezar>());
    let preguntando = RwSignal::new(false);
    Effect::new(move |_| {
        if sesion.conexion.get() == Conexion::Lista && !untrack(|| por_empezar.seguir(contexto, sesion)) {
            entorno::ir(&entorno::inicio());
        }
    });
    let reintentar = move |_| {
        preguntando.set(true);
        leptos::task::spawn_local(async move {
            sesion.preguntar().await;
            let _ = preguntando.try_set(false);
        });
    };
    view! {
        <div class="v-vacio">
            <h1>"Entre en el portal"</h1>
            <p>"Aquí se entra con la cuenta del portal, y todavía no dice quién es usted o su sesión terminó. Lo que escribió sigue en este equipo."</p>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="button" on:click=reintentar
                    aria-disabled=move || preguntando.get().then_some("true")>
                    {move || if preguntando.get() { "Preguntando…" } else { "Volver a intentar" }}
                </button>
            </div>
            <p role="status">
                {move || (sesion.conexion.get() == Conexion::SinRed).then_some("El servidor no contesta.")}
            </p>
        </div>
    }
}

#[component]
fn ConContrasena() -> impl IntoView {
    let sesion = sesion();
    let direccion = expect_context::<RwSignal<Direccion>>();
    // where the person was sent from to sign in
    let de_vuelta = Memo::new(move |_| match direccion.read().parte(0) {
        "adeudo" => Ruta::Adeudo,
        _ => Ruta::Tramites,
    });
    let (contexto, por_empezar) = (contexto(), expect_context::<PorEmpezar>());
    let (usuario, contrasena) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let compartido = RwSignal::new(false);
    let (falla, entrando) = (RwSignal::new(None::<String>), RwSignal::new(false));
    let al_entrar = move |evento: SubmitEvent| {
        evento.prevent_default();
        if usuario.read_untracked().trim().is_empty() || contrasena.read_untracked().is_empty() {
            falla.set(Some("Escriba su cuenta y su contraseña.".to_owned()));
            return;
        }
        entrando.set(true);
        falla.set(None);
        leptos::task::spawn_local(async move {
            let (nombre, clave) = (usuario.get_untracked(), contrasena.get_untracked());
            let resultado = sesion.entrar(nombre.trim(), &clave, compartido.get_untracked()).await;
            let _ = entrando.try_set(false);
            match resultado {
                Ok(()) => {
                    contrasena.set(String::new());
                    if !por_empezar.seguir(contexto, sesion) {
                        let rol = sesion.cuenta.with_untracked(|c| c.as_ref().map(|c| c.rol));
                        ir_a(match rol {
                            // they never touch the real queue
                            Some(Rol::Aprendiz) => Ruta::Capacitacion,
                            Some(Rol::Instructor) => Ruta::Instructor,
                            _ if !entorno::con_barra() => return entorno::ir(&entorno::inicio()),
                            _ => de_vuelta.get_untracked(),
                        });
                    }
                }
                Err(Falla::SinSesion) => falla.set(Some(
                    "Este navegador no deja abrir aquí su sesión, porque esta página está dentro de otro sitio. Entre en la página de Ventanilla.".to_owned(),
                )),
                Err(Falla::SinRed) => falla.set(Some(
                    "No hay conexión con el servidor, o hubo demasiados intentos. Espere un momento y pruebe otra vez."
                        .to_owned(),
                )),
                Err(otra) => falla.set(Some(otra.texto())),
            }
        });
    };
    view! {
        <div class="v-encabezado"><h1 class="v-titulo">"Entrar"</h1></div>
        <form class="v-panel v-pila v-angosto" on:submit=al_entrar novalidate>
            {move || falla.get().map(|texto| view! { <div class="v-aviso v-aviso--error" role="alert"><p>{texto}</p></div> })}
            <CampoDeTexto id="usuario" etiqueta="Cuenta" valor=usuario al_escribir=move |t| usuario.set(t) clase="v-ancho-30"/>
            <div class="v-campo">
                <label class="v-etiqueta" for="contrasena">"Contraseña"</label>
                <input
                    class="v-entrada v-ancho-30"
                    id="contrasena"
                    type="password"
                    autocomplete="current-password"
                    prop:value=move || contrasena.get()
                    on:input=move |evento| contrasena.set(event_target_value(&evento))
                />
            </div>
            <label class="v-opcion" for="compartido">
                <input type="checkbox" id="compartido" prop:checked=move || compartido.get() on:change=move |e| compartido.set(event_target_checked(&e))/>
                <span>
                    "Este equipo lo usan otras personas"
                    <span class="v-pista">"Al salir se borran de aquí sus borradores, sus hojas de trabajo (adeudo, prima, lote para IDSE…) y sus acuses, que siguen en la Bandeja. Lo que falta por enviar se queda, y sólo usted lo ve."</span>
                </span>
            </label>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="submit" aria-disabled=move || entrando.get().then_some("true")>
                    {move || if entrando.get() { "Entrando…" } else { "Entrar" }}
                </button>
            </div>
        </form>
        {move || (sesion.conexion.get() == Conexion::SinRed).then(|| view! {
            <div class="v-aviso v-aviso--advertencia v-angosto" role="status"><p>"El servidor no contesta. Puede seguir con sus borradores; para enviarlos hará falta entrar."</p></div>
        })}
        {move || sesion.demostracion.get().then(|| view! { <Demostracion usuario contrasena/> })}
    }
}

/// The demonstration accounts, when the server has them.
#[component]
fn Demostracion(usuario: RwSignal<String>, contrasena: RwSignal<String>) -> impl IntoView {
    const CUENTAS: [(&str, &str); 5] = [
        ("ventanilla", "captura y revisa"),
        ("supervisor", "además autoriza o rechaza"),
        ("patron", "presenta lo suyo"),
        ("instructor", "escribe casos de práctica"),
        ("aprendiz", "practica; no toca la bandeja real"),
    ];
    view! {
        <section class="v-panel v-angosto v-pila" aria-labelledby="cuentas-demo">
            <h2 class="v-panel-titulo" id="cuentas-demo">"Cuentas de demostración"</h2>
            <p>"Este servidor corre con su base de datos de demostración. Elija una cuenta y pulse «Entrar»."</p>
            <ul class="v-cuentas-demo">
                {CUENTAS
                    .into_iter()
                    .map(|(cuenta, para)| view! {
                        <li>
                            <button
                                class="v-boton"
                                type="button"
                                on:click=move |_| { usuario.set(cuenta.to_owned()); contrasena.set(["demo-", cuenta].concat()); }
                            >
                                {cuenta}
                            </button>
                            " "{para}
                        </li>
                    })
                    .collect_view()}
            </ul>
        </section>
    }
}
