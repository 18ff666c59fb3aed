//! The answer: which modality to begin with, what is left to say of the situation, and the comparison.

use super::cobertura::Cobertura;
use super::curva::PorSalario;
use super::otras::LasQueNo;
use super::taller::{RESULTADO, Taller};
use super::tarjeta::Tarjetas;
use crate::formulario::PasoEntero;
use crate::paginas::dichos::{articulos_en_linea, hallazgos};
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::incorporacion::{Procede, Ruta, Tramite};
use ventanilla_tramites::modalidades::{COSTO, Respuesta};
use ventanilla_tramites::texto::con_fechas;

/// Everything that is answered.
#[component]
pub fn Resultado(taller: Taller) -> impl IntoView {
    let hay = Memo::new(move |_| !taller.comparadas.read().is_empty());
    let con_datos = Memo::new(move |_| {
        taller
            .escritorio
            .revision
            .with(|r| r.recorrido.lugares.iter().any(|l| l.paso == COSTO))
    });
    view! {
        <section class="v-pila v-pila--amplia" aria-labelledby=RESULTADO>
            {move || match taller.respuesta.get() {
                Some(Ok(respuesta)) => view! { <Principal respuesta/> }.into_any(),
                _ => ().into_any(),
            }}
            <Show when=move || con_datos.get()>
                <section class="v-panel v-pila" aria-labelledby="modalidad-datos">
                    <h2 class="v-panel-titulo" id="modalidad-datos">"Para calcular lo que cuesta"</h2>
                    <p class="v-tenue">"Lo que no sepa déjelo vacío: lo demás se compara igual."</p>
                    <div class="v-modalidad-datos"><PasoEntero escritorio=taller.escritorio paso=COSTO/></div>
                </section>
            </Show>
            <Show when=move || hay.get()>
                <Tarjetas taller/>
                <Cobertura taller/>
                <PorSalario taller/>
            </Show>
            <LasQueNo taller/>
            <Presente taller/>
        </section>
    }
}

#[component]
fn Principal(respuesta: Arc<Respuesta>) -> impl IntoView {
    let salida = &respuesta.salida;
    let suya = salida
        .recomendada
        .and_then(|modalidad| respuesta.de(modalidad))
        .cloned();
    let titulo = titulo(&respuesta);
    let en_ella = salida
        .opciones
        .iter()
        .find(|o| o.tramite == Tramite::Continua && o.procede != Procede::No);
    let continua = en_ella
        .filter(|o| salida.recomendada != Some(o.modalidad))
        .map(|o| o.nombre.clone());
    // with nothing to propose, what is left to say of the situation is the answer
    let sin_otra = suya.is_none();
    let dichos = salida.comun.hallazgos.clone();
    let otras = respuesta.proceden().len().saturating_sub(usize::from(suya.is_some()));
    view! {
        <section class="v-panel v-panel--realce v-pila">
            <h2 class="v-modalidad-titulo" id=RESULTADO tabindex="-1">{titulo}</h2>
            {suya.map(|o| view! {
                <p class="v-medida">
                    {con_fechas(&o.motivo)}{articulos_en_linea(o.fundamento.iter().copied())}
                </p>
                {(o.procede == Procede::ConReserva).then(|| view! {
                    <p class="v-medida"><strong>"Con reserva: "</strong>"depende de algo que falta decir o que resuelve el Instituto."</p>
                })}
            })}
            {continua.map(|nombre| view! {
                <p class="v-medida"><strong>"Ya está en: "{nombre}". "</strong>"Lo que pagó lo cubre: no pague dos veces. Lo de abajo es para cuando termine, o para dejarla."</p>
            })}
            {sin_otra.then(|| view! { <div class="v-pila">{hallazgos(&dichos)}</div> })}
            {(otras > 0).then(|| view! {
                <p class="v-medida">
                    {match otras { 1 => "Hay otra que también puede pedir: ".to_owned(), n => format!("Hay otras {n} que también puede pedir: ") }}
                    "abajo se comparan."
                </p>
            })}
        </section>
    }
}

/// What is left to say of the situation.
#[component]
fn Presente(taller: Taller) -> impl IntoView {
    move || {
        let Some(Ok(respuesta)) = taller.respuesta.get() else {
            return None;
        };
        let todos = &respuesta.salida.comun.hallazgos;
        let aqui = respuesta.salida.recomendada.is_some() && !todos.is_empty();
        aqui.then(|| {
            view! {
                <section class="v-panel v-pila" aria-labelledby="modalidad-presente">
                    <h2 class="v-panel-titulo" id="modalidad-presente">"Téngalo presente"</h2>
                    {hallazgos(todos)}
                </section>
            }
        })
    }
}

/// What the whole situation leads to, in a line.
fn titulo(respuesta: &Respuesta) -> String {
    let salida = &respuesta.salida;
    if let Some(opcion) = salida.recomendada.and_then(|modalidad| respuesta.de(modalidad)) {
        if opcion.tramite == Tramite::Continua {
            return ["Siga en: ", &opcion.nombre].concat();
        }
        return match salida.ruta {
            Ruta::Obligatorio | Ruta::Convenio | Ruta::Facultativo => ["Le corresponde: ", &opcion.nombre].concat(),
            _ => ["Empiece por: ", &opcion.nombre].concat(),
        };
    }
    match salida.ruta {
        Ruta::Obligatorio => "Lo asegura quien lo emplea: no le toca ninguna voluntaria",
        Ruta::Decreto => "Lo asegura el decreto de su actividad",
        Ruta::OtroRegimen => "Ya lo protege otra seguridad social",
        Ruta::SolidaridadSocial => "Tiene servicios de solidaridad social, sin cuota",
        Ruta::Convenio => "Lo asegura la entidad en que trabaja, por convenio",
        Ruta::Facultativo => "Lo asegura su escuela",
        Ruta::Voluntaria => "Con esta situación, ninguna le corresponde",
    }
    .to_owned()
}
