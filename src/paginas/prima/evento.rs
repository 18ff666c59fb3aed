//! Class and prima after something happens to the registro patronal (RACERF 28).

use super::dichos::{clases, memoria, sin_salida};
use super::lectura::{self, Calculo, cuenta_meses};
use crate::componentes::{Segmentos, fecha_corta};
use crate::paginas::dichos::{articulos, hallazgos, politicas};
use crate::paginas::papel::{Casilla, Errores, Lista, Marca, Papel};
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::prima::{Origen, SalidaDeEvento};

/// What may happen, with its key in the contract.
const EVENTOS: [(&str, &str); 20] = [
    ("", "Elija qué cambió"),
    ("alta", "Registro nuevo (alta patronal)"),
    ("cambio_actividad", "Cambio de actividad"),
    (
        "incorporacion_actividades",
        "Nuevas actividades, además de las que tenía",
    ),
    ("cambio_clase", "Cambio de clase con el año ya empezado"),
    ("cambio_domicilio", "Cambio de domicilio"),
    ("sustitucion", "Sustitución patronal"),
    ("fusion", "Fusión"),
    ("escision_extincion", "Escisión: desaparece la empresa que se divide"),
    ("escision_sin_extincion", "Escisión: la empresa que se divide sigue"),
    ("baja_realta", "Baja y nueva alta con la misma actividad"),
    ("sin_trabajadores", "Sin trabajadores, sin haber dado de baja"),
    ("suspension", "Suspensión de actividades"),
    ("reanudacion", "Reanudación de actividades"),
    ("compra_activos", "Compra de activos"),
    ("comodato", "Comodato (préstamo de bienes)"),
    ("enajenacion", "Enajenación (venta de bienes)"),
    ("arrendamiento", "Arrendamiento"),
    ("fideicomiso", "Fideicomiso traslativo"),
    ("ley_o_sentencia", "Por ley, reglamento o sentencia"),
];

/// The tab.
#[component]
pub fn Cambio(papel: Papel) -> impl IntoView {
    let hoy = Fecha(papel.contexto.hoy);
    let calculo = Memo::new(move |_| {
        let normativa = papel.contexto.normativa.read();
        papel.respuestas.with(|r| lectura::evento(&normativa, r, hoy))
    });
    let errores = Signal::derive(move || calculo.with(|c| c.errores.clone()));
    view! {
        <div class="v-columnas">
            <section class="v-panel v-pila" aria-labelledby="evento-datos">
                <h2 class="v-panel-titulo" id="evento-datos">"Qué pasó"</h2>
                <Preguntas papel errores/>
            </section>
            <section class="v-resultado v-panel v-panel--realce v-pila" aria-labelledby="evento-resultado">
                <h2 class="v-oculto" id="evento-resultado">"Resultado"</h2>
                {move || calculo.with(|c| resultado(papel, c))}
            </section>
        </div>
    }
}

#[component]
fn Preguntas(papel: Papel, errores: Signal<Errores>) -> impl IntoView {
    let evento = Memo::new(move |_| papel.texto("evento.evento"));
    let con_anterior = Memo::new(move |_| !matches!(evento.read().as_str(), "" | "alta"));
    let opciones = EVENTOS
        .iter()
        .map(|(clave, texto)| ((*clave).to_owned(), (*texto).to_owned()))
        .collect();
    view! {
        <Lista papel ruta="evento.evento" etiqueta="Qué cambió" opciones/>
        <Casilla papel ruta="evento.fecha" etiqueta="Fecha en que surtió efectos" errores clase="v-ancho-12"
            pista="Día, mes y año. Si la deja en blanco se toma la de hoy."/>
        {move || con_anterior.get().then(|| view! {
            <Lista papel ruta="evento.clase_anterior" etiqueta="Clase que tenía" opciones=clases("Elija la clase")/>
            <Casilla papel ruta="evento.prima_anterior" etiqueta="Prima que tenía" errores modo="decimal" sufijo="%"
                pista="En una fusión, la de la empresa que subsiste."/>
        })}
        {move || {
            let (etiqueta, vacia) = if con_anterior.get() { ("Clase que le queda", "La misma que tenía") } else { ("Clase de la actividad", "Elija la clase") };
            view! { <Lista papel ruta="evento.clase_nueva" etiqueta opciones=clases(vacia)/> }
        }}
        {move || con_anterior.get().then(|| view! {
            <Marca papel ruta="evento.cambia_actividad" rotulo="Cambió la actividad, aunque la clase sea la misma"/>
        })}
        {move || cuenta_meses(&evento.read()).then(|| view! {
            <Casilla papel ruta="evento.meses_sin_actividad" etiqueta="Meses sin actividad o sin trabajadores" errores modo="numeric"
                clase="v-entrada--num v-ancho-8" pista="Completos; lo que pase de un mes cuenta como otro."/>
        })}
        {move || (*evento.read() == "escision_sin_extincion").then(|| view! { <DeQuien papel/> })}
        {move || (*evento.read() == "fusion").then(|| view! { <CifrasDeFusion papel errores/> })}
    }
}

#[component]
fn DeQuien(papel: Papel) -> impl IntoView {
    let parte = Signal::derive(move || match papel.texto("evento.parte").as_str() {
        "escindente" => "escindente",
        "escindida" => "escindida",
        _ => "",
    });
    view! {
        <Segmentos
            nombre="evento-parte"
            leyenda="De qué empresa se trata"
            opciones=vec![("escindente", "La que se divide"), ("escindida", "La que nace")]
            valor=parte
            al_elegir=move |parte: &'static str| papel.escribir("evento.parte", parte)
        />
    }
}

#[component]
fn CifrasDeFusion(papel: Papel, errores: Signal<Errores>) -> impl IntoView {
    let de = move |clave: &'static str, titulo: &'static str| {
        let ruta = move |campo: &str| format!("evento.fusion.{clave}.{campo}");
        view! {
            <fieldset class="v-repetido v-pila v-pila--junta">
                <legend class="v-leyenda">{titulo}</legend>
                <div class="v-campos">
                    <Casilla papel ruta=ruta("dias_subsidiados") etiqueta="Días subsidiados (S)" errores modo="numeric" clase="v-entrada--num v-ancho-8"/>
                    <Casilla papel ruta=ruta("incapacidades_permanentes") etiqueta="Incapacidades (I)" errores modo="decimal" clase="v-entrada--num v-ancho-8" sufijo="%"/>
                    <Casilla papel ruta=ruta("defunciones") etiqueta="Defunciones (D)" errores modo="numeric" clase="v-entrada--num v-ancho-4"/>
                    <Casilla papel ruta=ruta("trabajadores_promedio") etiqueta="Trabajadores promedio (N)" errores modo="decimal" clase="v-entrada--num v-ancho-8"/>
                </div>
            </fieldset>
        }
    };
    view! {
        <Casilla papel ruta="evento.fusion.prima_fusionada" etiqueta="Prima de la empresa que desaparece" errores modo="decimal" sufijo="%"/>
        {de("fusionante", "Empresa que subsiste, último periodo anual")}
        {de("fusionada", "Empresa que desaparece, último periodo anual")}
        <Marca papel ruta="evento.acreditado_stps" rotulo="La STPS acreditó el sistema de administración y seguridad en el trabajo"/>
    }
}

fn resultado(papel: Papel, calculo: &Calculo<SalidaDeEvento>) -> AnyView {
    let Some(salida) = calculo.salida.clone() else {
        return view! {
            <div class="v-cifra">
                <span class="v-cifra-nombre">"Prima que le toca"</span>
                <span class="v-cifra-valor v-tenue">"—"</span>
            </div>
            {sin_salida(papel, calculo)}
        }
        .into_any();
    };
    view! { <ConSalida papel salida/> }.into_any()
}

#[component]
fn ConSalida(papel: Papel, salida: Arc<SalidaDeEvento>) -> impl IntoView {
    let r = salida.resultado.clone();
    let origen = match r.origen {
        Origen::Media => "Es la prima media de la clase.",
        Origen::Anterior => "Conserva la prima que tenía.",
        Origen::Formula => "Sale de la fórmula con los casos de las dos empresas.",
    };
    let secciones = r.secciones_am_srt.join(", ");
    let baja = if r.datos_de_la_baja {
        ", más los datos de la baja"
    } else {
        ""
    };
    view! {
        <div class="v-cifra">
            <span class="v-cifra-nombre">"Prima que le toca, clase "{r.clase.clave()}</span>
            <span class="v-cifra-valor" data-prima>{r.prima.clone()}" %"</span>
            <span class="v-cifra-nota">"Del "{fecha_corta(r.desde.0)}" al "{fecha_corta(r.hasta.0)}</span>
        </div>
        <p>{origen}" "{r.regla.clone()}"."</p>
        <p class="v-fila">{articulos(r.fundamento.iter().map(String::as_str))}</p>
        <dl class="v-datos v-datos--texto">
            <div><dt>"Primera determinación anual"</dt><dd>{format!("La del ejercicio {}, en febrero de {}", r.primer_ejercicio, r.primer_ejercicio + 1)}</dd></div>
            {(!secciones.is_empty()).then(|| view! {
                <div><dt>"Secciones del AM-SRT que se llenan"</dt><dd>{secciones}{baja}</dd></div>
            })}
        </dl>
        {memoria(salida.memoria.as_ref())}
        {politicas(papel, "evento", salida.comun.politicas_aplicadas.iter().map(|(p, v, _)| (p, v)))}
        {hallazgos(&salida.comun.hallazgos)}
        <p class="v-sin-validez v-chico">"Vista previa, sin validez oficial"</p>
    }
}
