//! The employer: who it is, its area, its prima, its benefits.

use super::mesa::{Mesa, mesa};
use crate::componentes::{Campo, CampoDeTexto, Segmentos};
use leptos::prelude::*;
use ventanilla_normativa::Tabla;
use ventanilla_reglas::cuotas::Area;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_tramites::prevision::{DatosDelPatron, OrigenDePrima, clase_de_fraccion};

/// The employer's panel.
#[component]
pub fn Patron() -> impl IntoView {
    let mesa = mesa();
    let areas = vec![(Area::General, "General"), (Area::Zlfn, "Frontera norte (ZLFN)")];
    view! {
        <section class="v-panel v-pila" aria-labelledby="titulo-patron">
            <h2 class="v-panel-titulo" id="titulo-patron">"Patrón"</h2>
            <Segmentos
                nombre="area"
                leyenda="Área geográfica del centro de trabajo"
                opciones=areas
                valor=Signal::derive(move || mesa.escenario.read().patron.area)
                al_elegir=move |area| mesa.cambiar(|e| e.patron.area = area)
            />
            <Prima mesa/>
            <details class="v-ayuda">
                <summary>"Nombre, RFC y registro patronal (para el impreso)"</summary>
                <Identidad mesa/>
            </details>
            <details class="v-ayuda">
                <summary>"Prestaciones mayores que las de ley"</summary>
                <Prestaciones mesa/>
            </details>
        </section>
    }
}

type Lectura = fn(&DatosDelPatron) -> &String;

/// What is wrong with a field of the employer. That it is still empty is no error before there is anything to compute.
fn error_en(mesa: Mesa, campo: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || {
        if mesa.escenario.read().vacio() && campo == "patron.prima" && mesa.escenario.read().patron.prima.is_empty() {
            return None;
        }
        let de_este = |h: &&Hallazgo| h.campo == campo;
        let preparada = mesa.preparada.read();
        match preparada.as_ref() {
            Ok(preparada) => preparada.hallazgos().find(de_este).map(|h| h.mensaje.clone()),
            Err(hallazgos) => hallazgos.iter().find(de_este).map(|h| h.mensaje.clone()),
        }
    })
}

fn lectura(mesa: Mesa, leer: Lectura) -> Signal<String> {
    Signal::derive(move || leer(&mesa.escenario.read().patron).clone())
}

#[component]
fn Prima(mesa: Mesa) -> impl IntoView {
    // A memo: the fields below, with the whole catalogue of fracciones, are made again only when the origin changes.
    let origen = Memo::new(move |_| mesa.escenario.read().patron.origen_de_prima);
    let opciones = vec![
        (OrigenDePrima::Prima, "La conozco"),
        (OrigenDePrima::Clase, "Por clase"),
        (OrigenDePrima::Fraccion, "Por fracción"),
    ];
    view! {
        <Segmentos
            nombre="origen-de-prima"
            leyenda="Prima de riesgos de trabajo"
            opciones
            valor=origen
            al_elegir=move |origen| mesa.cambiar(|e| e.patron.origen_de_prima = origen)
        />
        {move || match origen.get() {
            OrigenDePrima::Prima => view! { <PrimaEscrita mesa/> }.into_any(),
            OrigenDePrima::Clase => view! { <Clase mesa/> }.into_any(),
            OrigenDePrima::Fraccion => view! { <Fraccion mesa/> }.into_any(),
        }}
    }
}

#[component]
fn PrimaEscrita(mesa: Mesa) -> impl IntoView {
    view! {
        <CampoDeTexto
            id="prima"
            etiqueta="Prima"
            pista="La de su última determinación anual, en por ciento. Por ejemplo, 0.54355."
            error=error_en(mesa, "patron.prima")
            valor=lectura(mesa, |p| &p.prima)
            al_escribir=move |texto| mesa.cambiar(|e| e.patron.prima = texto)
            clase="v-entrada--num v-ancho-8"
            modo="decimal"
            sufijo="%"
        />
    }
}

#[component]
fn Clase(mesa: Mesa) -> impl IntoView {
    let actual = move || mesa.escenario.read().patron.clase.clone();
    let opciones = move || {
        let normativa = mesa.contexto.normativa.read();
        let filas = normativa
            .filas(Tabla::PrimasMedias)
            .filter(|f| f.rige(mesa.contexto.hoy));
        filas
            .map(|f| {
                let clase = f.clave.to_string();
                let rotulo = format!("Clase {clase}: prima media {} %", f.valor);
                let elegida = clase.clone();
                view! { <option value=clase selected=move || actual() == elegida>{rotulo}</option> }
            })
            .collect_view()
    };
    view! {
        <Campo
            id="clase"
            etiqueta="Clase de riesgo"
            pista="Para quien se inscribe o cambia de actividad (LSS 73)."
            error=error_en(mesa, "patron.clase")
        >
            <select
                class="v-lista"
                id="clase"
                aria-describedby="clase-pista"
                on:change=move |evento| mesa.cambiar(|e| e.patron.clase = event_target_value(&evento))
            >
                {opciones}
            </select>
        </Campo>
    }
}

#[component]
fn Fraccion(mesa: Mesa) -> impl IntoView {
    let actividad = move || {
        let normativa = mesa.contexto.normativa.read();
        let fraccion = mesa.escenario.read().patron.fraccion.clone();
        let (clase, descripcion) = clase_de_fraccion(&normativa, &fraccion, mesa.contexto.hoy).ok()?;
        let prima = normativa
            .vigente(Tabla::PrimasMedias, clase, mesa.contexto.hoy)
            .ok()?
            .valor;
        Some(view! {
            <p class="v-pista">
                <strong>{descripcion.to_owned()}</strong>": clase "{clase}", prima media "{prima.to_string()}" %"
            </p>
        })
    };
    let lista = move || {
        let normativa = mesa.contexto.normativa.read();
        let filas = normativa.filas(Tabla::Fracciones);
        filas
            .map(|f| view! { <option value=f.clave.to_string()>{f.nota.to_string()}</option> })
            .collect_view()
    };
    view! {
        <Campo
            id="fraccion"
            etiqueta="Fracción de su actividad"
            pista="Tres o cuatro dígitos del catálogo de actividades. Escriba una palabra para buscarla."
            error=error_en(mesa, "patron.fraccion")
        >
            <input
                class="v-entrada v-ancho-12"
                id="fraccion"
                list="fracciones"
                autocomplete="off"
                aria-describedby="fraccion-pista fraccion-error"
                prop:value=move || mesa.escenario.read().patron.fraccion.clone()
                on:input=move |evento| mesa.cambiar(|e| e.patron.fraccion = event_target_value(&evento))
            />
            <datalist id="fracciones">{lista}</datalist>
            {actividad}
        </Campo>
    }
}

#[component]
fn Identidad(mesa: Mesa) -> impl IntoView {
    view! {
        <div class="v-pila">
            <CampoDeTexto
                id="patron-nombre"
                etiqueta="Nombre o razón social"
                valor=lectura(mesa, |p| &p.nombre)
                al_escribir=move |texto| mesa.anotar(|e| e.patron.nombre = texto)
            />
            <div class="v-campos">
                <CampoDeTexto
                    id="patron-rfc"
                    etiqueta="RFC"
                    error=error_en(mesa, "patron.rfc")
                    valor=lectura(mesa, |p| &p.rfc)
                    al_escribir=move |texto| mesa.cambiar(|e| e.patron.rfc = texto)
                    clase="v-entrada--clave v-ancho-18"
                />
                <CampoDeTexto
                    id="patron-registro"
                    etiqueta="Registro patronal"
                    error=error_en(mesa, "patron.registro_patronal")
                    valor=lectura(mesa, |p| &p.registro_patronal)
                    al_escribir=move |texto| mesa.cambiar(|e| e.patron.registro_patronal = texto)
                    clase="v-entrada--clave v-ancho-18"
                />
            </div>
        </div>
    }
}

#[component]
fn Prestaciones(mesa: Mesa) -> impl IntoView {
    view! {
        <div class="v-pila">
            <p>"Sólo importan cuando el SBC se calcula a partir del salario diario. Vacío: lo que manda la ley."</p>
            <div class="v-campos">
                <CampoDeTexto
                    id="aguinaldo"
                    etiqueta="Días de aguinaldo"
                    pista="Por ley, 15."
                    error=error_en(mesa, "patron.aguinaldo")
                    valor=lectura(mesa, |p| &p.aguinaldo)
                    al_escribir=move |texto| mesa.cambiar(|e| e.patron.aguinaldo = texto)
                    clase="v-entrada--num v-ancho-4"
                    modo="numeric"
                />
                <CampoDeTexto
                    id="prima-vacacional"
                    etiqueta="Prima vacacional"
                    pista="Por ley, 25 %."
                    error=error_en(mesa, "patron.prima_vacacional")
                    valor=lectura(mesa, |p| &p.prima_vacacional)
                    al_escribir=move |texto| mesa.cambiar(|e| e.patron.prima_vacacional = texto)
                    clase="v-entrada--num v-ancho-4"
                    modo="decimal"
                    sufijo="%"
                />
            </div>
        </div>
    }
}
