//! The cases of the year one by one. No names are asked: what happened to a person's body is not needed to compute.

use super::lectura::Calculo;
use crate::paginas::papel::{Casilla, Errores, Lista, Marca, Papel};
use leptos::prelude::*;
use ventanilla_reglas::prima::Salida;

/// Path of the list.
const BLOQUE: &str = "anual.casos";
/// What each case holds.
const CAMPOS: &[&str] = &["tipo", "terminado", "dias", "porcentaje", "defuncion"];

/// The kinds, with the key of the contract.
fn tipos() -> Vec<(String, String)> {
    [
        ("", "Accidente de trabajo"),
        ("enfermedad", "Enfermedad de trabajo"),
        ("recaida", "Recaída de un caso anterior"),
        ("revision", "Aumento de una incapacidad permanente"),
        ("trayecto", "Accidente en el trayecto (no cuenta)"),
    ]
    .map(|(clave, texto)| (clave.to_owned(), texto.to_owned()))
    .to_vec()
}

/// The list.
#[component]
pub fn Casos(papel: Papel, errores: Signal<Errores>, calculo: Memo<Calculo<Salida>>) -> impl IntoView {
    let cuantos = Memo::new(move |_| papel.respuestas.read().cuantos(BLOQUE));
    let agregar = move |_| papel.cambiar(|r| r.contar(BLOQUE, r.cuantos(BLOQUE) + 1));
    view! {
        <p class="v-pista">"No escriba nombres ni diagnósticos: para calcular no hacen falta."</p>
        <ol class="v-casos" role="list">
            <For each=move || 0..cuantos.get() key=|i| *i let:i>
                <Caso papel errores calculo i/>
            </For>
        </ol>
        {move || (cuantos.get() == 0).then(|| view! {
            <p class="v-tenue">"Todavía no hay casos: se calcula como un año sin riesgos terminados."</p>
        })}
        <div><button class="v-boton" type="button" on:click=agregar>"Agregar un caso"</button></div>
    }
}

#[component]
fn Caso(papel: Papel, errores: Signal<Errores>, calculo: Memo<Calculo<Salida>>, i: usize) -> impl IntoView {
    let ruta = move |campo: &str| format!("{BLOQUE}.{i}.{campo}");
    let numero = i + 1;
    let por_que_no = Memo::new(move |_| {
        let motivo = calculo.with(|c| {
            let salida = c.salida.as_ref()?;
            salida.determinacion.casos.as_ref()?.get(i)?.motivo
        })?;
        Some(match motivo {
            "trayecto" => "No cuenta: fue en el trayecto.",
            "no_terminado" => "No cuenta todavía: falta la fecha en que terminó.",
            _ => "No cuenta en este ejercicio: terminó en otro año.",
        })
    });
    view! {
        <li class="v-repetido v-pila v-pila--junta">
            <div class="v-repetido-cabeza">
                <h3>"Caso "{numero}</h3>
                <button class="v-boton v-boton--quieto" type="button"
                    on:click=move |_| papel.quitar(BLOQUE, i, CAMPOS, &format!("el caso {numero}"))>
                    "Quitar"<span class="v-oculto">" el caso "{numero}</span>
                </button>
            </div>
            <div class="v-campos">
                <Lista papel ruta=ruta("tipo") etiqueta="Qué fue" opciones=tipos()/>
                <Casilla papel ruta=ruta("terminado") etiqueta="Terminó el" errores clase="v-ancho-12"/>
                <Casilla papel ruta=ruta("dias") etiqueta="Días subsidiados" errores modo="numeric" clase="v-entrada--num v-ancho-8"/>
                <Casilla papel ruta=ruta("porcentaje") etiqueta="Incapacidad permanente" errores modo="decimal" clase="v-entrada--num v-ancho-8" sufijo="%"/>
            </div>
            <Marca papel ruta=ruta("defuncion") rotulo="Murió el trabajador"/>
            <p class="v-tenue" role="status">{por_que_no}</p>
        </li>
    }
}
