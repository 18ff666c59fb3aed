//! The printed sheet of an adeudo: a preview, never a determination.

use super::taller::Taller;
use crate::componentes::{fecha_corta, fecha_larga, pesos};
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_tramites::adeudo::{Cuenta, CuentaDeCredito};

/// The sheet; on screen it is not seen.
#[component]
pub fn Hoja(taller: Taller) -> impl IntoView {
    // the account changes whenever an INPC does
    move || taller.cuenta.get().map(|cuenta| view! { <UnaHoja taller cuenta/> })
}

#[component]
fn UnaHoja(taller: Taller, cuenta: Arc<Cuenta>) -> impl IntoView {
    let filas = cuenta.creditos.iter().map(fila).collect_view();
    let s = cuenta.sumas;
    let inpc = escritos(taller);
    let fuera = cuenta.fuera.len();
    view! {
        <article class="v-carta v-solo-impresion v-adeudo-hoja" aria-hidden="true">
            <div class="v-marca-agua"></div>
            <header class="v-carta-cabeza">
                <h2>"Adeudo al "{fecha_larga(cuenta.pago)}</h2>
                <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
            </header>
            {cuenta.estimado.then(|| view! {
                <p><strong>"Es una estimación."</strong>" Falta el INPC de "{nombres(&cuenta)}"; en su lugar se usó el último conocido."</p>
            })}
            {(fuera > 0).then(|| view! { <p>{format!("{fuera} créditos no se pudieron calcular y no están en esta hoja.")}</p> })}
            <table>
                <thead>
                    <tr>
                        <th scope="col">"Crédito"</th>
                        <th scope="col">"Venció"</th>
                        <th scope="col" class="v-num">"Se debía"</th>
                        <th scope="col" class="v-num">"Factor"</th>
                        <th scope="col" class="v-num">"Actualización"</th>
                        <th scope="col" class="v-num">"Recargos"</th>
                        <th scope="col" class="v-num">"Total"</th>
                    </tr>
                </thead>
                <tbody>{filas}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">"Total"</th>
                        <td></td>
                        <td>{pesos(s.suerte_principal + s.multas + s.gastos)}</td>
                        <td></td>
                        <td>{pesos(s.actualizacion)}</td>
                        <td>{pesos(s.recargos)}</td>
                        <td>{pesos(s.total)}</td>
                    </tr>
                </tfoot>
            </table>
            <p class="v-carta-prima">{pesos(s.total)}</p>
            <p>{partes(&cuenta)}</p>
            {(!inpc.is_empty()).then(|| view! { <p>"INPC escrito por quien hizo esta hoja: "{inpc}"."</p> })}
            <footer class="v-carta-pie">
                <span>"LSS 39, 40-A y 287; CFF 12, 17-A, 20 y 21. Normativa "{cuenta.version.clone()}</span>
                <span>"Calculado el "{fecha_corta(taller.papel.contexto.hoy)}</span>
                <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
            </footer>
        </article>
    }
}

fn nombres(cuenta: &Cuenta) -> String {
    cuenta
        .faltan
        .iter()
        .map(|m| m.en_palabras())
        .collect::<Vec<_>>()
        .join(" y ")
}

/// Whose the total is, in a line.
fn partes(cuenta: &Cuenta) -> String {
    let s = cuenta.sumas;
    let partes = [
        ("Cuotas, parte patronal", s.patronal),
        ("cuotas, parte obrera", s.obrera),
        ("RCV", s.rcv),
        ("multas, capitales y gastos", s.otros),
    ];
    let partes = partes.into_iter().filter(|(_, i)| i.centavos() > 0);
    let partes: Vec<String> = partes.map(|(nombre, i)| format!("{nombre}: {}", pesos(i))).collect();
    [partes.join("; ").as_str(), "."].concat()
}

fn escritos(taller: Taller) -> String {
    let inpc = taller.inpc.read_untracked();
    let meses = inpc
        .meses
        .iter()
        .filter_map(|m| Some(format!("{}, {}", m.en_palabras(), inpc.dado.de(*m)?.decimal())));
    meses.collect::<Vec<_>>().join("; ")
}

fn fila(credito: &CuentaDeCredito) -> impl IntoView + use<> {
    let a = credito.accesorios();
    let vence = a.map_or(credito.credito.vencimiento, |a| a.vencimiento.0);
    let indices = a.and_then(|a| {
        let (viejo, nuevo) = (a.inpc_antiguo.as_ref()?, a.inpc_reciente.as_ref()?);
        Some(format!(
            "INPC {} ({}) ÷ {} ({})",
            nuevo.valor, nuevo.mes, viejo.valor, viejo.mes
        ))
    });
    let meses = a
        .filter(|a| a.meses > 0)
        .map(|a| format!("{} meses, {} %", a.meses, a.tasa_acumulada));
    let detalle = indices.into_iter().chain(meses).collect::<Vec<_>>().join("; ");
    view! {
        <tr>
            <th scope="row">{credito.credito.nombre()}{(!detalle.is_empty()).then(|| view! { <br/><small>{detalle}</small> })}</th>
            <td>{fecha_corta(vence)}</td>
            <td>{pesos(credito.credito.importe())}</td>
            <td>{a.map(|a| a.factor.clone())}</td>
            <td>{pesos(credito.actualizacion())}</td>
            <td>{pesos(credito.recargos())}</td>
            <td>{pesos(credito.total())}</td>
        </tr>
    }
}
