//! The annual determination: what is asked on the left, what comes out on the right.

use super::casos::Casos;
use super::dichos::clases;
use super::hoja::Hoja;
use super::lectura::{self, Calculo};
use super::resultado::Resultado;
use crate::componentes::{BuscadorDeFraccion, Icono, Segmentos, Trazo};
use crate::paginas::papel::{Casilla, Errores, Lista, Marca, Papel};
use chrono::Datelike;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::clasificacion::leer;
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::politica::Politicas;
use ventanilla_reglas::prima::Salida;
use ventanilla_tramites::guion::Respuestas;

/// The tab.
#[component]
pub fn Anual(papel: Papel) -> impl IntoView {
    let anio = papel.contexto.hoy.year();
    let calculo = Memo::new(move |_| {
        let normativa = papel.contexto.normativa.read();
        papel.respuestas.with(|r| lectura::anual(&normativa, r, anio))
    });
    let errores = Signal::derive(move || calculo.with(|c| c.errores.clone()));
    let se_ve = RwSignal::new(false);
    view! {
        <div class="v-prima-barra v-botones v-no-imprimir">
            <button class="v-boton" type="button" on:click=move |_| papel.reemplazar(con_las_demas(papel, EJEMPLO), "Se puso el ejemplo.")>"Llenar con un ejemplo"</button>
            <button class="v-boton v-boton--quieto" type="button" on:click=move |_| papel.reemplazar(con_las_demas(papel, &[]), "Se borró lo escrito.")>"Borrar todo"</button>
        </div>
        <div class="v-columnas v-no-imprimir">
            <div class="v-pila">
                <Empresa papel errores anio/>
                <Siniestralidad papel errores calculo/>
                <Trabajadores papel errores/>
                <Especiales papel errores/>
            </div>
            <div class="v-resultado v-pila"><Resultado papel calculo/></div>
        </div>
        {move || calculo.with(|c| c.salida.clone()).map(|salida| view! { <Impresion papel salida se_ve/> })}
        {move || calculo.with(|c| c.salida.as_ref().map(|s| s.determinacion.prima.clone())).map(|prima| view! {
            <div class="v-total-fijo"><span>"Prima que resulta"</span><strong>{prima}" %"</strong></div>
        })}
    }
}

/// A fictitious case: what a first visitor sees in one click.
const EJEMPLO: &[(&str, &str)] = &[
    ("anual.clase", "III"),
    ("anual.prima_anterior", "2.59840"),
    ("anual.dias_subsidiados", "73"),
    ("anual.incapacidades_permanentes", "8"),
    ("anual.defunciones", "0"),
    ("anual.trabajadores_promedio", "45"),
    ("anual.nombre", "Manufactura Simulada La Ficticia, S.A. de C.V."),
    ("anual.registro_patronal", "Z99-00001-10-8"),
    ("anual.rfc", "MSF261005990"),
    ("anual.actividad", "Empresa inventada para el ejemplo"),
];

/// These answers, and those of the other tabs as they are.
fn con_las_demas(papel: Papel, suyas: &[(&str, &str)]) -> Respuestas {
    let mut r = Respuestas::default();
    papel.respuestas.with_untracked(|antes| {
        for (ruta, texto) in antes.iter().filter(|(ruta, _)| !ruta.starts_with("anual.")) {
            r.poner(ruta, texto);
        }
    });
    r.poner("anual.ejercicio", (papel.contexto.hoy.year() - 1).to_string());
    for (ruta, texto) in suyas {
        r.poner(*ruta, *texto);
    }
    r
}

#[component]
fn Empresa(papel: Papel, errores: Signal<Errores>, anio: i32) -> impl IntoView {
    let ejercicios = (anio - 6..=anio)
        .rev()
        .map(|a| (a.to_string(), format!("{a} (se presenta en febrero de {})", a + 1)))
        .collect();
    // the year before is the one that is determined: it is chosen until somebody chooses another
    papel.respuestas.update_untracked(|r| {
        if r.texto("anual.ejercicio").is_empty() {
            r.poner("anual.ejercicio", (anio - 1).to_string());
        }
    });
    view! {
        <section class="v-panel v-pila" aria-labelledby="prima-empresa">
            <h2 class="v-panel-titulo" id="prima-empresa">"La empresa"</h2>
            <Lista papel ruta="anual.ejercicio" etiqueta="Ejercicio que se revisa" opciones=ejercicios/>
            <Lista papel ruta="anual.clase" etiqueta="Clase de riesgo" opciones=clases("Elija la clase")/>
            <PorFraccion papel/>
            <Casilla
                papel ruta="anual.prima_anterior" etiqueta="Prima anterior" errores
                pista="Con la que paga sus cuotas hoy, hasta el último día de febrero. Está en su última determinación o en la cédula."
                modo="decimal" sufijo="%"
            />
        </section>
    }
}

/// Whoever does not know the class finds it by what the company does.
#[component]
fn PorFraccion(papel: Papel) -> impl IntoView {
    let fraccion = Signal::derive(move || papel.texto("anual.fraccion"));
    let al_elegir = Callback::new(move |codigo: String| {
        let normativa = papel.contexto.normativa.get_untracked();
        let mut consulta = Consulta::nueva(&normativa, Politicas::default());
        if let Ok(registro) = leer(&mut consulta, &codigo, papel.contexto.hoy) {
            papel.escribir("anual.fraccion", &codigo);
            papel.escribir("anual.clase", registro.clase.clave());
        }
    });
    view! {
        <details class="v-ayuda" open=move || !fraccion.read().is_empty()>
            <summary>"No sé mi clase: buscarla por actividad o fracción"</summary>
            <div class="v-campo">
                <label class="v-etiqueta" for="anual-fraccion">"Actividad o fracción"</label>
                <BuscadorDeFraccion id="anual-fraccion" valor=fraccion al_elegir/>
            </div>
        </details>
    }
}

#[component]
fn Siniestralidad(papel: Papel, errores: Signal<Errores>, calculo: Memo<Calculo<Salida>>) -> impl IntoView {
    let uno = Memo::new(move |_| papel.texto("anual.modo_casos") == "uno");
    let en_ceros = move |_| {
        papel.cambiar(|r| {
            for campo in ["dias_subsidiados", "incapacidades_permanentes", "defunciones"] {
                r.poner(["anual.", campo].concat(), "0");
            }
        });
    };
    view! {
        <section class="v-panel v-pila" aria-labelledby="prima-casos">
            <h2 class="v-panel-titulo" id="prima-casos">"Accidentes y enfermedades de trabajo terminados en el año"</h2>
            <p class="v-pista">
                "Un caso termina con el alta médica, el inicio de una incapacidad permanente o la muerte. No cuentan los accidentes en el trayecto."
            </p>
            <Segmentos
                nombre="modo-casos"
                leyenda="Cómo los tiene"
                opciones=vec![(false, "Ya sumados"), (true, "Uno por uno")]
                valor=uno
                al_elegir=move |uno: bool| papel.escribir("anual.modo_casos", if uno { "uno" } else { "" })
            />
            {move || if uno.get() {
                view! { <Casos papel errores calculo/> }.into_any()
            } else {
                view! {
                    <Casilla papel ruta="anual.dias_subsidiados" etiqueta="Días subsidiados (S)" errores
                        pista="Suma de los días de incapacidad temporal." modo="numeric" sufijo="días"/>
                    <Casilla papel ruta="anual.incapacidades_permanentes" etiqueta="Incapacidades permanentes (I)" errores
                        pista="Suma de los porcentajes, parciales y totales. Por ejemplo, una de 5 % y una de 3 % suman 8." modo="decimal" sufijo="%"/>
                    <Casilla papel ruta="anual.defunciones" etiqueta="Defunciones (D)" errores modo="numeric" clase="v-entrada--num v-ancho-8"/>
                    <div><button class="v-boton" type="button" on:click=en_ceros>"No hubo casos: poner ceros"</button></div>
                }.into_any()
            }}
        </section>
    }
}

#[component]
fn Trabajadores(papel: Papel, errores: Signal<Errores>) -> impl IntoView {
    let dias = Memo::new(move |_| papel.texto("anual.modo_n") == "dias");
    let con_stps = Memo::new(move |_| papel.texto("anual.acreditado_stps") == "si");
    view! {
        <section class="v-panel v-pila" aria-labelledby="prima-trabajadores">
            <h2 class="v-panel-titulo" id="prima-trabajadores">"Trabajadores"</h2>
            <Segmentos
                nombre="modo-n"
                leyenda="Qué dato tiene"
                opciones=vec![(false, "Promedio del año"), (true, "Días cotizados")]
                valor=dias
                al_elegir=move |dias: bool| papel.escribir("anual.modo_n", if dias { "dias" } else { "" })
            />
            {move || if dias.get() {
                view! {
                    <Casilla papel ruta="anual.dias_cotizados" etiqueta="Días cotizados de todos en el año" errores
                        pista="La suma de los días de cada trabajador. Se dividen entre 365, también en año bisiesto." modo="numeric" sufijo="días"/>
                }.into_any()
            } else {
                view! {
                    <Casilla papel ruta="anual.trabajadores_promedio" etiqueta="Trabajadores promedio (N)" errores
                        pista="Los días cotizados de todos, entre 365. Con los decimales que tenga." modo="decimal"/>
                }.into_any()
            }}
            <Marca papel ruta="anual.acreditado_stps" rotulo="La STPS acreditó el sistema de administración y seguridad en el trabajo (el factor baja de 2.3 a 2.2)"/>
            {move || con_stps.get().then(|| view! {
                <Casilla papel ruta="anual.acreditado_desde" etiqueta="Fecha de la acreditación (si la sabe)" errores
                    pista="Día, mes y año: 10/06/2025." clase="v-ancho-12"/>
            })}
        </section>
    }
}

#[component]
fn Especiales(papel: Papel, errores: Signal<Errores>) -> impl IntoView {
    const CAMPOS: [&str; 6] = [
        "inicio_en_la_clase",
        "hubo_cambio_de_actividad",
        "sin_trabajadores",
        "baja_patronal",
        "opta_por_media",
        "presentacion",
    ];
    let hay = CAMPOS.iter().any(|c| {
        papel
            .respuestas
            .with_untracked(|r| !r.texto(&["anual.", c].concat()).is_empty())
    });
    view! {
        <section class="v-panel v-pila" aria-labelledby="prima-especiales">
            <h2 class="v-panel-titulo" id="prima-especiales">"¿Le toca alguno de estos casos?"</h2>
            <details class="v-ayuda" open=hay>
                <summary>"Registro nuevo, cambio de actividad, baja, menos de diez trabajadores, presentación tardía"</summary>
                <div class="v-pila">
                    <Casilla papel ruta="anual.inicio_en_la_clase" etiqueta="Se registró, o cambió de clase, el" errores
                        pista="Sólo si fue hace menos de dos años. Por ejemplo, 15/03/2025." clase="v-ancho-12"/>
                    <Marca papel ruta="anual.hubo_cambio_de_actividad" rotulo="Cambió de actividad dentro del ejercicio"/>
                    <Marca papel ruta="anual.sin_trabajadores" rotulo="Estuvo sin trabajadores más de seis meses"/>
                    <Marca papel ruta="anual.baja_patronal" rotulo="Dio de baja el registro patronal"/>
                    <Marca papel ruta="anual.opta_por_media" rotulo="Tiene menos de diez trabajadores y prefiere pagar la prima media"/>
                    <Casilla papel ruta="anual.presentacion" etiqueta="Fecha en que la presentó o la va a presentar" errores
                        pista="Para saber si llega tarde y cuánto puede ser la multa." clase="v-ancho-12"/>
                </div>
            </details>
        </section>
    }
}

/// The printed sheet, who it is about, and the button.
#[component]
fn Impresion(papel: Papel, salida: Arc<Salida>, se_ve: RwSignal<bool>) -> impl IntoView {
    let ninguno = Signal::stored(Errores::new());
    view! {
        <section class="v-panel v-pila v-debajo v-no-imprimir" aria-labelledby="prima-imprimir">
            <h2 class="v-panel-titulo" id="prima-imprimir">"Hoja para imprimir"</h2>
            <p class="v-pista">"En el orden del formato CLEM-22, para revisarla o archivarla. No sustituye la presentación ante el IMSS. Los datos del patrón son opcionales."</p>
            <div class="v-campos">
                <Casilla papel ruta="anual.nombre" etiqueta="Nombre o razón social" errores=ninguno clase="v-ancho-30"/>
                <Casilla papel ruta="anual.registro_patronal" etiqueta="Registro patronal" errores=ninguno clase="v-ancho-18"/>
                <Casilla papel ruta="anual.rfc" etiqueta="RFC" errores=ninguno clase="v-entrada--clave v-ancho-18"/>
                <Casilla papel ruta="anual.domicilio" etiqueta="Domicilio" errores=ninguno clase="v-ancho-30"/>
                <Casilla papel ruta="anual.actividad" etiqueta="Actividad" errores=ninguno clase="v-ancho-30"/>
            </div>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="button" on:click=move |_| crate::impresion::imprimir()>
                    <Icono trazo=Trazo::Imprimir/>"Imprimir"
                </button>
                <button class="v-boton" type="button" aria-expanded=move || if se_ve.get() { "true" } else { "false" }
                    aria-controls="prima-hoja" on:click=move |_| se_ve.update(|v| *v = !*v)>
                    {move || if se_ve.get() { "Ocultar la hoja" } else { "Ver la hoja" }}
                </button>
            </div>
        </section>
        <div id="prima-hoja" class:v-solo-impresion=move || !se_ve.get()><Hoja papel salida/></div>
    }
}
