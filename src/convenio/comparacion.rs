//! The terms side by side: what is paid each month, what the plan adds, and the total, with a bar for each.

use super::{Eleccion, nombre_del_plazo};
use crate::componentes::pesos;
use leptos::prelude::*;
use ventanilla_reglas::convenio::{Modalidad, Opcion, SalidaComparar};
use ventanilla_reglas::importe::Importe;

/// Width of a bar, in its own units.
const ANCHO: i64 = 1_000;

/// The terms; each row is chosen with its button.
#[component]
pub fn Comparacion(
    salida: SalidaComparar,
    #[prop(into)] elegida: Signal<Option<Eleccion>>,
    al_elegir: Callback<Eleccion>,
) -> impl IntoView {
    let todo: Importe = salida.adeudo.iter().flat_map(|a| &a.creditos).map(|c| c.total).sum();
    let totales = salida
        .opciones
        .iter()
        .filter_map(|o| Some(o.total_general? + aparte(o, todo)));
    let mayor = totales.map(Importe::centavos).max().unwrap_or(1).max(1);
    let fuera = todo - salida.adeudo.as_ref().map_or(todo, |a| a.total);
    let con_aparte = fuera > Importe::CERO;
    let resumen = salida
        .adeudo
        .as_ref()
        .zip(salida.pago_inicial.as_ref())
        .map(|(adeudo, inicial)| {
            view! {
                <dl class="v-datos">
                    <div><dt>"Se debe ese día, con actualización y recargos"</dt><dd>{pesos(todo)}</dd></div>
                    {con_aparte.then(|| view! {
                        <div><dt>"No entra a parcialidades: se paga aparte"</dt><dd>{pesos(todo - adeudo.total)}</dd></div>
                    })}
                    <div><dt>"Se paga al solicitar las parcialidades"</dt><dd>{pesos(inicial.total)}</dd></div>
                    <div><dt>"Queda para pagar a plazos"</dt><dd>{pesos(salida.saldo)}</dd></div>
                </dl>
            }
        });
    let (proceden, no): (Vec<_>, Vec<_>) = salida.opciones.into_iter().partition(|o| o.procede);
    view! {
        {resumen}
        <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Comparación de plazos">
            <table class="v-tabla v-comparar">
                <caption class="v-oculto">"Lo que cuesta cada plazo"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Plazo"</th>
                        <th scope="col" class="v-num">"Cada pago"</th>
                        <th scope="col" class="v-num">"Tasa al mes"</th>
                        <th scope="col" class="v-num">"Recargos del plazo"</th>
                        <th scope="col" class="v-num">"Total que se paga"</th>
                        <th scope="col"><span class="v-oculto">"Gráfica"</span></th>
                    </tr>
                </thead>
                <tbody>
                    {proceden.into_iter().map(|o| renglon(&o, todo, mayor, elegida, al_elegir)).collect_view()}
                </tbody>
            </table>
        </div>
        <ul class="v-leyenda-grafica" role="list" aria-hidden="true">
            <li class="v-serie-3">"Primer pago"</li>
            <li class="v-serie-2">"Saldo"</li>
            <li class="v-serie-1">"Recargos del plazo"</li>
            {con_aparte.then(|| view! { <li class="v-serie-6">"Se paga aparte"</li> })}
        </ul>
        {no.into_iter().map(|o| view! {
            <p class="v-tenue">{nombre_del_plazo((o.modalidad, o.plazo))}": no procede. "{o.motivo}</p>
        }).collect_view()}
    }
}

/// What a term leaves out, and has to be paid besides.
fn aparte(opcion: &Opcion, todo: Importe) -> Importe {
    let dentro = opcion
        .pago_inicial
        .zip(opcion.saldo)
        .map(|(inicial, saldo)| inicial + saldo);
    dentro.map_or(Importe::CERO, |dentro| todo - dentro).max(Importe::CERO)
}

fn renglon(
    opcion: &Opcion,
    todo: Importe,
    mayor: i64,
    elegida: Signal<Option<Eleccion>>,
    al_elegir: Callback<Eleccion>,
) -> impl IntoView + use<> {
    let esta: Eleccion = (opcion.modalidad, opcion.plazo);
    let nombre = nombre_del_plazo(esta);
    let elegido = move || elegida.get() == Some(esta);
    let ancho = |importe: Option<Importe>| importe.unwrap_or_default().centavos().saturating_mul(ANCHO) / mayor;
    let fuera = aparte(opcion, todo);
    let [primero, recargos, total] =
        [opcion.pago_inicial, opcion.recargos_de_prorroga, opcion.total_general].map(ancho);
    let en_pesos = |importe: Option<Importe>| importe.map(pesos);
    let saldo = (total - primero - recargos).max(0);
    let mut cuantos = match opcion.modalidad {
        Modalidad::Diferido => "un solo pago".to_owned(),
        Modalidad::Parcialidades => format!("{} pagos iguales", opcion.plazo),
    };
    if fuera > Importe::CERO {
        cuantos = format!("{cuantos}, más {} aparte", pesos(fuera));
    }
    view! {
        <tr class:v-plazo-elegido=elegido>
            <th scope="row">
                <label class="v-opcion">
                    <input type="radio" name="plazo-del-convenio" prop:checked=elegido on:change=move |_| al_elegir.run(esta)/>
                    <span>{nombre}<span class="v-pista">{cuantos}</span></span>
                </label>
            </th>
            <td class="v-num">{en_pesos(opcion.pago_mensual)}</td>
            <td class="v-num">{opcion.tasa.clone().map(|t| t + " %")}</td>
            <td class="v-num">{en_pesos(opcion.recargos_de_prorroga)}</td>
            <td class="v-num">{en_pesos(opcion.total_general.map(|t| t + fuera))}</td>
            <td>
                <svg class="v-grafica v-barra-de-plazo" viewBox="0 0 1000 56" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="v-segmento v-serie-3" x="0" y="0" width=primero.to_string() height="56"/>
                    <rect class="v-segmento v-serie-2" x=primero.to_string() y="0" width=saldo.to_string() height="56"/>
                    <rect class="v-segmento v-serie-1" x=(primero + saldo).to_string() y="0" width=recargos.to_string() height="56"/>
                    <rect class="v-segmento v-serie-6" x=total.to_string() y="0" width=ancho(Some(fuera)).to_string() height="56"/>
                </svg>
            </td>
        </tr>
    }
}
