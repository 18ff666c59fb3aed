//! The printed sheet of a determination: one letter page, in the order of the CLEM-22. A preview, never the official form.

use super::dichos::lapso;
use super::resultado::{motivo_en_palabras, tope_en_palabras};
use crate::componentes::{fecha_corta, fecha_larga};
use crate::paginas::papel::Papel;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::memoria::Nodo;
use ventanilla_reglas::prima::Salida;

/// The sheet.
#[component]
pub fn Hoja(papel: Papel, salida: Arc<Salida>) -> impl IntoView {
    let d = salida.determinacion.clone();
    let obligado = match d.motivo {
        Some(motivo) => format!("No se presenta. {}", motivo_en_palabras(motivo)),
        None => format!("Se presenta a más tardar el {}.", fecha_larga(d.vence.0)),
    };
    view! {
        <article class="v-carta" aria-label="Determinación de la prima, hoja para imprimir">
            <div class="v-marca-agua" aria-hidden="true"></div>
            <header class="v-carta-cabeza">
                <h2>"Determinación de la prima en el seguro de riesgos de trabajo"</h2>
                <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
            </header>
            <h3>"1. Patrón"</h3>
            <Patron papel/>
            <h3>"2. Datos del ejercicio"</h3>
            <Datos papel salida=Arc::clone(&salida)/>
            <h3>"3. Fórmula (artículo 72 de la Ley del Seguro Social)"</h3>
            <Formula salida=Arc::clone(&salida)/>
            <h3>"4. Prima"</h3>
            <p class="v-carta-prima">{d.prima.clone()}" %"</p>
            <p>{tope_en_palabras(&d)}" Rige del "{lapso(&d.vigencia)}". "{obligado}</p>
            <div class="v-carta-firma"><span>"Nombre y firma del patrón o de su representante"</span><span>"Lugar y fecha"</span></div>
            <footer class="v-carta-pie">
                <span>"LSS 71 a 74; RACERF 32 a 39. Normativa "{salida.comun.normativa.version.clone()}</span>
                <span>"Calculada el "{fecha_corta(papel.contexto.hoy)}</span>
                <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
            </footer>
        </article>
    }
}

#[component]
fn Patron(papel: Papel) -> impl IntoView {
    let datos = [
        ("Nombre o razón social", "anual.nombre"),
        ("Registro patronal", "anual.registro_patronal"),
        ("RFC", "anual.rfc"),
        ("Domicilio", "anual.domicilio"),
        ("Actividad", "anual.actividad"),
        ("Fracción", "anual.fraccion"),
    ];
    let dato = move |(nombre, ruta): (&'static str, &'static str)| {
        let valor = move || match papel.texto(ruta).trim() {
            "" => "________________".to_owned(),
            texto => texto.to_owned(),
        };
        view! { <div><dt>{nombre}</dt><dd>{valor}</dd></div> }
    };
    view! { <dl>{datos.into_iter().map(dato).collect_view()}</dl> }
}

#[component]
fn Datos(papel: Papel, salida: Arc<Salida>) -> impl IntoView {
    let cifras = Cifras::de(&salida);
    let suyo = |ruta: &str| papel.respuestas.with_untracked(|r| r.texto(ruta).to_owned());
    let datos = [
        ("Ejercicio", suyo("anual.ejercicio")),
        ("Clase de riesgo", suyo("anual.clase")),
        ("Prima anterior", con_signo(&cifras.anterior)),
        ("Días subsidiados (S)", cifras.s),
        ("Incapacidades permanentes (I)", cifras.i),
        ("Defunciones (D)", cifras.d),
        ("Trabajadores promedio (N)", cifras.n),
        ("Vida activa, años (V)", cifras.v),
        ("Factor de prima (F)", cifras.f),
        ("Prima mínima de riesgo (M)", cifras.m),
    ];
    view! {
        <dl>
            {datos.into_iter().map(|(dt, dd)| view! { <div><dt>{dt}</dt><dd>{if dd.is_empty() { "—".to_owned() } else { dd }}</dd></div> }).collect_view()}
        </dl>
    }
}

#[component]
fn Formula(salida: Arc<Salida>) -> impl IntoView {
    let c = Cifras::de(&salida);
    let Some(calculada) = salida.determinacion.calculada.clone() else {
        return view! { <p>"No hizo falta aplicarla: se cubre la prima media de la clase."</p> }.into_any();
    };
    let con_cifras = format!(
        "[({} ÷ 365) + {} × ({} + {})] × ({} ÷ {}) + {}",
        c.s, c.v, c.i, c.d, c.f, c.n, c.m
    );
    view! {
        <p class="v-carta-formula">"Prima = [(S ÷ 365) + V × (I + D)] × (F ÷ N) + M"</p>
        <p class="v-carta-formula">{con_cifras}" = "<strong>{calculada}" %"</strong></p>
        <table>
            <tbody>
                {filas(&salida).into_iter().map(|(nombre, importe)| view! { <tr><th scope="row">{nombre}</th><td>{importe}</td></tr> }).collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

/// The steps that a person checks with a calculator, as the memoria has them.
fn filas(salida: &Salida) -> Vec<(String, String)> {
    const PASOS: [&str; 9] = [
        "vida_activa",
        "dias_perdidos",
        "dias_por_factor",
        "dias_cotizados",
        "siniestralidad",
        "calculada",
        "techo",
        "piso",
        "prima",
    ];
    let nodos = salida.memoria.as_deref().unwrap_or_default();
    PASOS
        .iter()
        .filter_map(|clave| buscar(nodos, clave))
        .map(|n| (n.etiqueta.clone(), n.importe.clone()))
        .collect()
}

/// The figures of the formula, with the digits of the memoria.
#[derive(Default)]
struct Cifras {
    s: String,
    i: String,
    d: String,
    n: String,
    v: String,
    f: String,
    m: String,
    anterior: String,
}

impl Cifras {
    fn de(salida: &Salida) -> Self {
        let nodos = salida.memoria.as_deref().unwrap_or_default();
        let importe = |clave: &str| buscar(nodos, clave).map(|n| n.importe.clone()).unwrap_or_default();
        let operando = |clave: &str, nombre: &str| {
            let nodo = buscar(nodos, clave);
            let hallado = nodo.and_then(|n| n.operandos.iter().find(|o| o.nombre == nombre));
            hallado.map(|o| o.valor.clone()).unwrap_or_default()
        };
        Self {
            s: importe("dias_subsidiados"),
            i: importe("incapacidades_permanentes"),
            d: importe("defunciones"),
            n: importe("trabajadores_promedio"),
            v: operando("vida_activa", "V"),
            f: operando("dias_por_factor", "F"),
            m: operando("riesgo_minimo", "M"),
            anterior: importe("prima_anterior"),
        }
    }
}

fn con_signo(cifra: &str) -> String {
    if cifra.is_empty() {
        String::new()
    } else {
        [cifra, " %"].concat()
    }
}

fn buscar<'a>(nodos: &'a [Nodo], clave: &str) -> Option<&'a Nodo> {
    nodos.iter().find_map(|n| {
        if n.clave == clave {
            Some(n)
        } else {
            buscar(&n.hijos, clave)
        }
    })
}
