//! The printed sheet: one letter page, a preview that binds nobody.

use super::porcentaje::Barras;
use super::taller::Taller;
use crate::componentes::{fecha_corta, fecha_larga, pesos};
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::cuotas::Area;
use ventanilla_reglas::incorporacion::Opcion;
use ventanilla_tramites::continuacion::{Cuenta, Escrito, Futuro, Inicio, por_anio};
use ventanilla_tramites::texto::con_fechas;

/// What is printed.
#[derive(Clone)]
struct Impreso {
    escrito: Escrito,
    cuenta: Arc<Cuenta>,
    procedencia: Option<Opcion>,
    futuros: Vec<Futuro>,
}

/// The sheet; on screen it is not seen.
#[component]
pub fn Hoja(taller: Taller) -> impl IntoView {
    move || {
        let impreso = taller.cuenta().map(|cuenta| Impreso {
            escrito: taller.escrito.get(),
            cuenta,
            procedencia: taller.procedencia.get().ok().flatten(),
            futuros: taller.futuros.get(),
        });
        impreso.map(|impreso| view! { <UnaHoja impreso/> })
    }
}

#[component]
fn UnaHoja(impreso: Impreso) -> impl IntoView {
    let Impreso {
        escrito,
        cuenta,
        procedencia,
        futuros,
    } = impreso;
    let mes = cuenta.este_mes.mes.clone();
    view! {
        <article class="v-carta v-solo-impresion v-adeudo-hoja v-m40-hoja" aria-hidden="true">
            <div class="v-marca-agua"></div>
            <header class="v-carta-cabeza">
                <h2>"Continuación voluntaria (modalidad 40): lo que costaría"</h2>
                <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
            </header>
            <Datos escrito cuenta=Arc::clone(&cuenta)/>
            {procedencia.map(|o| view! { <p>{con_fechas(&o.motivo)}" ("{o.fundamento.join(", ")}")"</p> })}
            <div class="v-m40-hoja-pares">
                <div>
                    <h3>"Cada mes completo, como "{cuenta.nombre_del_mes()}</h3>
                    <p class="v-carta-prima">{pesos(mes.total)}</p>
                    <Seguros cuenta=Arc::clone(&cuenta)/>
                </div>
                <div><Comienzo cuenta=Arc::clone(&cuenta)/></div>
            </div>
            <Anios futuros cuenta=Arc::clone(&cuenta)/>
            <Notas cuenta=Arc::clone(&cuenta)/>
            <footer class="v-carta-pie">
                <span>"LSS 25, 28, 147, 168 y 218 a 220; RACERF 64 a 66 y 128. Normativa "{cuenta.version.clone()}</span>
                <span>"Calculado el "{fecha_corta(cuenta.hoy)}</span>
                <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
            </footer>
        </article>
    }
}

#[component]
fn Datos(escrito: Escrito, cuenta: Arc<Cuenta>) -> impl IntoView {
    let sbc = cuenta.este_mes.mes.sbc;
    let area = match escrito.area {
        Area::General => "Resto del país",
        Area::Zlfn => "Zona Libre de la Frontera Norte",
    };
    let inicio = match escrito.inicio {
        Inicio::Solicitud => format!("Desde que se pide: {}", fecha_larga(cuenta.hoy)),
        Inicio::Baja => {
            let dia = escrito.primer_dia(cuenta.hoy);
            format!(
                "Desde el día siguiente a la baja: {}",
                dia.map(fecha_larga).unwrap_or_default()
            )
        }
    };
    let datos = [
        (
            "Último salario base de cotización",
            escrito.ultimo_sbc.map(|s| format!("{} al día", pesos(s))),
        ),
        (
            "Salario elegido",
            Some(format!(
                "{} al día, {} veces la UMA",
                pesos(sbc),
                cuenta.limites.veces(sbc)
            )),
        ),
        ("Zona del salario mínimo", Some(area.to_owned())),
        ("Fecha de la baja", escrito.fecha_baja.map(fecha_larga)),
        ("Empieza", Some(inicio)),
    ];
    let filas = datos
        .into_iter()
        .filter_map(|(nombre, valor)| valor.map(|v| view! { <div><dt>{nombre}</dt><dd>{v}</dd></div> }));
    view! { <dl>{filas.collect::<Vec<_>>()}</dl> }
}

#[component]
fn Seguros(cuenta: Arc<Cuenta>) -> impl IntoView {
    let filas = cuenta.ramas().into_iter().map(|(nombre, importe, fundamento)| {
        view! { <tr><th scope="row">{nombre}" "<small>{fundamento.join(", ")}</small></th><td>{pesos(importe)}</td></tr> }
    });
    let porcentaje = cuenta.este_mes.mes.porcentaje.clone();
    view! {
        <table>
            <tbody>{filas.collect::<Vec<_>>()}</tbody>
            <tfoot><tr><th scope="row">"Total, "{porcentaje}" % del salario"</th><td>{pesos(cuenta.este_mes.mes.total)}</td></tr></tfoot>
        </table>
    }
}

/// What is paid to begin, each year in a line, and the next payment.
#[component]
fn Comienzo(cuenta: Arc<Cuenta>) -> impl IntoView {
    let inicio = cuenta.inicio.clone().unwrap_or_default();
    let al_tope = inicio.iter().any(|p| p.al_tope);
    let filas = por_anio(&inicio).into_iter().map(|a| {
        view! {
            <tr>
                <th scope="row">"Del "{fecha_corta(a.desde)}" al "{fecha_corta(a.hasta)}" "<small>{a.dias}" días"</small></th>
                <td>{pesos(a.importe)}</td>
            </tr>
        }
    });
    let siguiente = cuenta.despues.first().map(|p| {
        let (desde, hasta, vence) = (p.mes.desde.0, p.mes.hasta.0, p.pago.vence.0);
        view! {
            <p>
                "Después, del "{fecha_corta(desde)}" al "{fecha_corta(hasta)}": "<strong>{pesos(p.mes.total)}</strong>
                ", a más tardar el "{fecha_larga(vence)}"."
            </p>
        }
    });
    view! {
        {(!inicio.is_empty()).then(|| view! {
            <h3>"Para empezar"</h3>
            <table>
                <tbody>{filas.collect::<Vec<_>>()}</tbody>
                <tfoot><tr><th scope="row">"Total"</th><td>{cuenta.total_del_inicio().map(pesos)}</td></tr></tfoot>
            </table>
        })}
        {al_tope.then(|| view! { <p>"Los meses en que el salario pasa del tope de su UMA van sobre ese tope (LSS 28)."</p> })}
        {siguiente}
    }
}

#[component]
fn Anios(futuros: Vec<Futuro>, cuenta: Arc<Cuenta>) -> impl IntoView {
    let titulos = cuenta
        .proyeccion
        .iter()
        .map(|a| view! { <th scope="col" class="v-num">{a.anio}</th> });
    let porcentajes = cuenta
        .proyeccion
        .iter()
        .map(|a| view! { <td>{a.porcentaje.clone()}" %"</td> });
    let supuestos = futuros.iter().filter_map(|f| {
        let costo = f.costo.as_ref()?;
        Some(format!("{}: {} el mes de 30 días", f.anio, pesos(costo.de_30)))
    });
    let supuestos = supuestos.collect::<Vec<_>>().join("; ");
    view! {
        <h3>"El porcentaje por año, si el salario queda en el mismo rango"</h3>
        <table>
            <thead><tr><th scope="col">"Año"</th>{titulos.collect::<Vec<_>>()}</tr></thead>
            <tbody><tr><th scope="row">"Del salario"</th>{porcentajes.collect::<Vec<_>>()}</tr></tbody>
        </table>
        <Barras cuenta/>
        {(!supuestos.is_empty()).then(|| view! { <p><strong>"Hipótesis, no es ley. "</strong>{supuestos}"."</p> })}
    }
}

#[component]
fn Notas(cuenta: Arc<Cuenta>) -> impl IntoView {
    let dichos = cuenta
        .para_todos
        .iter()
        .map(|h| view! { <li>{h.mensaje.clone()}" ("{h.fundamento.join(", ")}")"</li> });
    let fin = cuenta.terminacion.map(|t| view! {
        <li>
            "Si no se paga nada más, termina el "{fecha_larga(t.sin_pago_hasta.0)}"; podría reingresar hasta el "{fecha_larga(t.reingreso_hasta.0)}"."
        </li>
    });
    view! {
        <h3>"Téngalo presente"</h3>
        <ul class="v-m40-notas">{dichos.collect::<Vec<_>>()}{fin}</ul>
    }
}
