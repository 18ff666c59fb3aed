//! How it works, in few words, and what every message means.

mod glosario;

use crate::ruta::Ruta;
use glosario::Glosario;
use leptos::prelude::*;
use ventanilla_reglas::politica::{FichaDePolitica, POLITICAS};

/// Keys of the sheet, and what they do.
const TECLADO: &[(&[&str], &str)] = &[
    (
        &["Flechas"],
        "Ir de celda en celda; con Mayús se selecciona y con Ctrl se va al borde",
    ),
    (&["Tab"], "Celda siguiente; con Mayús, la anterior"),
    (&["Entrar", "F2"], "Editar la celda; Entrar otra vez acepta y baja"),
    (
        &["Esc"],
        "Dejar la celda como estaba. Si no se edita, el Tab siguiente sale de la hoja",
    ),
    (&["Supr"], "Vaciar lo seleccionado"),
    (
        &["Ctrl+C", "Ctrl+X", "Ctrl+V"],
        "Copiar, cortar y pegar, también desde y hacia Excel",
    ),
    (&["Ctrl+Z", "Ctrl+Y"], "Deshacer y rehacer"),
    (&["Ctrl+D"], "Rellenar hacia abajo con la primera fila seleccionada"),
    (&["Ctrl+Entrar"], "Escribir lo mismo en todo lo seleccionado"),
    (&["Ctrl+A", "Mayús+Espacio"], "Seleccionar todo, o la fila entera"),
    (
        &["Ctrl++", "Ctrl+−"],
        "Insertar o borrar filas, con la fila entera seleccionada",
    ),
    (&["Alt+Entrar"], "Ver de dónde sale el cálculo de la fila"),
];

/// The page.
#[component]
pub fn Ayuda() -> impl IntoView {
    view! {
        <div class="v-encabezado">
            <div>
                <h1 class="v-titulo">"Ayuda"</h1>
                <p class="v-entradilla">"Ventanilla calcula en este equipo lo que una empresa debe pagar de cuotas, y muestra de dónde sale cada cifra."</p>
            </div>
        </div>
        <div class="v-pila v-ayuda-pagina">
            <Empezar/>
            <Alcance/>
            <div class="v-ayuda-par">
                <Teclado/>
                <div class="v-pila"><Centavos/><Cedulas/><Privacidad/></div>
            </div>
            <Politicas/>
            <Glosario/>
        </div>
    }
}

#[component]
fn Empezar() -> impl IntoView {
    view! {
        <section class="v-panel v-pila">
            <h2>"Cómo empezar"</h2>
            <ol class="v-pasos v-pasos--columna">
                <li><span>"Abra "<a href=Ruta::Prevision.ancla()>"Previsión de cuotas"</a>" y escriba los datos del patrón: la prima de riesgos de trabajo y el área."</span></li>
                <li><span>"Elija el periodo y escriba, pegue desde Excel o abra en CSV la lista de trabajadores."</span></li>
                <li><span>"Lea el total y la fecha de pago. Abra cualquier importe para ver su cálculo, o imprima la "<a href=Ruta::Cedula.ancla()>"cédula"</a>"."</span></li>
            </ol>
        </section>
    }
}

#[component]
fn Alcance() -> impl IntoView {
    view! {
        <section class="v-panel v-pila">
            <h2>"Qué calcula y qué no"</h2>
            <div class="v-dos">
                <div class="v-pila v-pila--junta">
                    <h3>"Sí calcula"</h3>
                    <ul>
                        <li>"Las cuotas del IMSS de cada mes, por trabajador, ramo y parte (patrón y trabajador)."</li>
                        <li>"Retiro, cesantía y vejez, y la aportación al Infonavit, de cada bimestre."</li>
                        <li>"El salario base de cotización, a partir del salario diario y las prestaciones."</li>
                        <li>"Altas, bajas, cambios de salario, incapacidades y faltas dentro del periodo."</li>
                        <li>"La fecha límite de pago."</li>
                    </ul>
                </div>
                <div class="v-pila v-pila--junta">
                    <h3>"No calcula"</h3>
                    <ul>
                        <li>"Actualización, recargos ni multas."</li>
                        <li>"La amortización de créditos del Infonavit."</li>
                        <li>"Impuestos sobre el salario, federales o locales."</li>
                        <li>"Las modalidades que pagan otras cuotas, como la continuación voluntaria."</li>
                    </ul>
                    <p>"Tampoco presenta avisos ni pagos: eso se hace en el SUA, el IDSE y el SIPARE."</p>
                </div>
            </div>
            <p>"Las cifras que se usan están en "<a href=Ruta::Parametros.ancla()>"Parámetros"</a>". Si para una fecha no hay valor publicado, se pide: nunca se supone."</p>
        </section>
    }
}

#[component]
fn Teclado() -> impl IntoView {
    let filas = TECLADO
        .iter()
        .map(|(teclas, efecto)| {
            let teclas = teclas
                .iter()
                .enumerate()
                .map(|(i, tecla)| view! { {(i > 0).then_some(" ")}<kbd>{*tecla}</kbd> })
                .collect_view();
            view! { <tr><th scope="row">{teclas}</th><td>{*efecto}</td></tr> }
        })
        .collect_view();
    view! {
        <section class="v-panel v-pila">
            <h2>"La hoja, con el teclado"</h2>
            <p class="v-tenue">"Se comporta como una hoja de cálculo. En Mac, use Cmd en lugar de Ctrl."</p>
            <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Teclas de la hoja">
                <table class="v-tabla v-teclas">
                    <caption class="v-oculto">"Teclas de la hoja"</caption>
                    <thead><tr><th scope="col">"Tecla"</th><th scope="col">"Qué hace"</th></tr></thead>
                    <tbody>{filas}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Centavos() -> impl IntoView {
    view! {
        <section class="v-panel v-pila v-texto">
            <h2>"Los centavos"</h2>
            <p>"Cada cuota se calcula como salario × días × tasa, y sólo el resultado se redondea a centavos, la mitad hacia arriba: 3.325 es 3.33. Se redondea por trabajador, por tramo de días, por ramo y por parte; los totales son la suma de lo ya redondeado."</p>
            <p>"Puede diferir un centavo del SUA. El IMSS no publica su regla de redondeo: la que se usa aquí coincide con las cédulas del SUA que se han podido cotejar, que no cubren todos los casos. Donde más puede variar es en el primer bimestre, porque la UMA cambia el 1 de febrero y el periodo se parte en dos."</p>
        </section>
    }
}

#[component]
fn Cedulas() -> impl IntoView {
    view! {
        <section class="v-panel v-pila v-texto">
            <h2>"Dos cédulas que no son lo mismo"</h2>
            <dl class="v-datos v-datos--texto">
                <div>
                    <dt>"Cédula de determinación"</dt>
                    <dd>"La hace el patrón: calcula lo que debe y lo paga (LSS 39). Es la que imprime Ventanilla, como vista previa sin validez oficial."</dd>
                </div>
                <div>
                    <dt>"Cédula de liquidación"</dt>
                    <dd>"La emite el IMSS cuando encuentra diferencias u omisiones (LSS 39 C). Es un crédito fiscal. Ventanilla no la sustituye ni la contesta."</dd>
                </div>
            </dl>
        </section>
    }
}

#[component]
fn Politicas() -> impl IntoView {
    view! {
        <section class="v-panel v-pila">
            <h2>"Políticas: donde la ley admite más de una lectura"</h2>
            <p class="v-medida">"En estos puntos la ley o la práctica no son claras. Se usa la lectura marcada, salvo que usted elija otra; cuando una de ellas cambia el resultado, la pantalla lo dice."</p>
            <dl class="v-politicas">{POLITICAS.iter().map(politica).collect_view()}</dl>
        </section>
    }
}

fn politica(ficha: &'static FichaDePolitica) -> impl IntoView {
    let valores = ficha
        .valores
        .iter()
        .enumerate()
        .map(|(i, (nombre, significado))| {
            let usual = (i == 0).then(|| view! { <span class="v-insignia v-insignia--vigente">"Se usa"</span>" " });
            view! { <li>{usual}{*significado}" "<code class="v-clave">{*nombre}</code></li> }
        })
        .collect_view();
    view! { <div><dt>{ficha.pregunta}" "<code class="v-clave">{ficha.nombre}</code></dt><dd><ul>{valores}</ul></dd></div> }
}

#[component]
fn Privacidad() -> impl IntoView {
    view! {
        <section class="v-panel v-pila v-texto">
            <h2>"Privacidad"</h2>
            <p>"Nada de lo que usted escribe sale de este equipo: el cálculo se hace en el navegador, sin enviar la nómina a ningún servidor."</p>
            <p>"Sus escenarios y el suplemento se guardan en este navegador. Quien use este mismo equipo con la misma sesión puede verlos; si lo comparte, bórrelos en "<a href=Ruta::Escenarios.ancla()>"Escenarios"</a>" al terminar. Si borra los datos del navegador, se pierden: exporte lo que quiera conservar."</p>
        </section>
    }
}
