//! What the month costs, salary by salary: in proportion within a range, with a jump at each limit, and both readings of the
//! law where they differ. The table below says the same. Integers only: a drawing needs no more.

use super::taller::Taller;
use crate::componentes::pesos;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::fecha::Mes;
use ventanilla_reglas::importe::Importe;
use ventanilla_tramites::continuacion::{Banda, Bandas, Limites};

/// Width and height of the drawing, in its own units.
const ANCHO: i64 = 1_000;
const ALTO: i64 = 300;

/// The panel.
#[component]
pub fn PorSalario(taller: Taller) -> impl IntoView {
    view! {
        <section class="v-panel v-pila" aria-labelledby="m40-salario">
            <h2 class="v-panel-titulo" id="m40-salario">"Cuánto cuesta según el salario"</h2>
            {move || taller.bandas.get().map(|bandas| view! { <Todo taller bandas/> })}
        </section>
    }
}

#[component]
fn Todo(taller: Taller, bandas: Arc<Bandas>) -> impl IntoView {
    let mes = Mes::de(bandas.mes.0).en_palabras();
    let (desde, hasta) = extremos(&bandas);
    let saltos = bandas.bandas.len() > 1;
    // where the jumps are, near enough to see both readings
    let ultimo_salto = bandas.bandas.last().map(|b| b.desde.centavos()).unwrap_or_default();
    let cerca = Importe::de_centavos((ultimo_salto + ultimo_salto / 8).min(hasta.centavos()));
    view! {
        <p class="v-medida">
            "Lo que costaría "{mes.clone()}" ("{bandas.dias}" días) con cada salario diario, desde el último hasta el tope de 25 UMA. "
            {saltos.then_some("El porcentaje es por rango: al pasar de uno a otro da un salto.")}
        </p>
        <div class=if saltos { "v-pares" } else { "" }>
            <Dibujo taller bandas=Arc::clone(&bandas) desde hasta rotulo=format!("De {} a {} al día", pesos(desde), pesos(hasta))/>
            {saltos.then(|| view! {
                <Dibujo taller bandas=Arc::clone(&bandas) desde hasta=cerca rotulo=format!("De cerca, hasta {} (la escala no empieza en cero)", pesos(cerca)) acercada=true/>
            })}
        </div>
        <ul class="v-leyenda-grafica" role="list">
            <li class="v-serie-1">"Costo del mes"</li>
            {(!bandas.huecos.is_empty()).then(|| view! { <li class="v-serie-2">"Con la otra lectura de la ley"</li> })}
            <li class="v-serie-3">"El salario que eligió"</li>
        </ul>
        <details class="v-ayuda v-m40-como-tabla">
            <summary>"Ver la gráfica como tabla"</summary>
            <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Costo del mes según el salario"><Tabla taller bandas/></div>
        </details>
    }
}

fn extremos(bandas: &Bandas) -> (Importe, Importe) {
    let primera = bandas.bandas.first().map(|b| b.desde).unwrap_or_default();
    let ultima = bandas.bandas.last().map(|b| b.hasta).unwrap_or_default();
    (primera, ultima)
}

/// The part of some salaries up to `hasta`, with what the month costs at its end, in proportion: only to draw it.
fn hasta_aqui(banda: &Banda, hasta: Importe) -> Option<[(i64, i64); 2]> {
    let (a, b) = (banda.desde.centavos(), banda.hasta.centavos());
    let (ca, cb) = (banda.costo_desde.centavos(), banda.costo_hasta.centavos());
    let fin = hasta.centavos().min(b);
    if fin < a {
        return None;
    }
    let costo = if b == a {
        cb
    } else {
        ca + (cb - ca) * (fin - a) / (b - a)
    };
    Some([(a, ca), (fin, costo)])
}

#[component]
fn Dibujo(
    taller: Taller,
    bandas: Arc<Bandas>,
    desde: Importe,
    hasta: Importe,
    rotulo: String,
    /// Whether it begins near the first cost, and not at zero: so that the jumps are seen.
    #[prop(optional)]
    acercada: bool,
) -> impl IntoView {
    let trozos = |b: &Banda| hasta_aqui(b, hasta);
    let lineas: Vec<_> = bandas.bandas.iter().filter_map(trozos).collect();
    let otras: Vec<_> = bandas.huecos.iter().filter_map(|h| trozos(&h.otra)).collect();
    let tope = lineas.iter().chain(&otras).map(|l| l[1].1).max().unwrap_or(1).max(1);
    let (inicio, largo) = (desde.centavos(), (hasta.centavos() - desde.centavos()).max(1));
    let x = move |sbc: i64| (sbc - inicio) * ANCHO / largo;
    let primero = lineas.first().map_or(0, |l| l[0].1);
    let piso = if acercada { primero * 9 / 10 } else { 0 };
    let y = move |costo: i64| ALTO - (costo - piso) * (ALTO - 20) / (tope - piso).max(1);
    let punto = move |(sbc, costo): (i64, i64)| format!("{},{}", x(sbc), y(costo));
    let trazo = move |l: &[(i64, i64); 2]| format!("M{} L{}", punto(l[0]), punto(l[1]));
    let costo = lineas.iter().map(trazo).collect::<Vec<_>>().join(" ");
    let alternas = otras.iter().map(trazo).collect::<Vec<_>>().join(" ");
    let saltos = lineas
        .windows(2)
        .map(|par| format!("M{} L{}", punto(par[0][1]), punto(par[1][0])));
    let saltos = saltos.collect::<Vec<_>>().join(" ");
    let elegido = move || {
        let sbc = taller.escrito.with(|e| e.elegido())?;
        (desde..=hasta).contains(&sbc).then(|| x(sbc.centavos()))
    };
    let en_pesos = |centavos: i64| pesos(Importe::de_centavos(centavos));
    let descripcion = format!("{rotulo}: el mes pasa de {} a {}.", en_pesos(primero), en_pesos(tope));
    view! {
        <figure class="v-crece v-m40-curva">
            <figcaption class="v-m40-rotulo">{rotulo}</figcaption>
            <p class="v-crece-tope" aria-hidden="true">{en_pesos(tope)}</p>
            <svg class="v-grafica" viewBox=format!("0 0 {ANCHO} {ALTO}") preserveAspectRatio="none" role="img" aria-label=descripcion>
                <path class="v-m40-salto" d=saltos/>
                <path class="v-m40-linea" d=costo/>
                <path class="v-m40-otra" d=alternas/>
                {move || elegido().map(|x| view! { <path class="v-m40-elegido" d=format!("M{x},0 V{ALTO}")/> })}
                <path class="v-eje" d=format!("M0,{ALTO} H{ANCHO}")/>
            </svg>
            <div class="v-mover-extremos" aria-hidden="true"><span>{pesos(desde)}</span><span>{pesos(hasta)}</span></div>
        </figure>
    }
}

#[component]
fn Tabla(taller: Taller, bandas: Arc<Bandas>) -> impl IntoView {
    let limites = taller.limites.get_untracked();
    let mut filas = Vec::new();
    for banda in &bandas.bandas {
        filas.push(fila(banda, limites, None));
        let suyos = bandas
            .huecos
            .iter()
            .filter(|h| h.aqui.desde >= banda.desde && h.aqui.hasta <= banda.hasta);
        filas.extend(suyos.map(|h| fila(&h.otra, limites, Some(h.otra_lectura))));
    }
    view! {
        <table class="v-tabla v-tabla--densa" data-bandas>
            <caption class="v-oculto">"Costo del mes según el salario"</caption>
            <thead>
                <tr>
                    <th scope="col">"Salario diario"</th>
                    <th scope="col" class="v-num">"Veces la UMA"</th>
                    <th scope="col" class="v-num">"Porcentaje"</th>
                    <th scope="col" class="v-num">"Costo del mes"</th>
                </tr>
            </thead>
            <tbody>{filas}</tbody>
        </table>
    }
}

fn fila(banda: &Banda, limites: Option<Limites>, otra: Option<&'static str>) -> AnyView {
    let lapso = |a: String, b: String| if a == b { a } else { format!("{a} a {b}") };
    let veces = |sbc| limites.map(|l| l.veces(sbc)).unwrap_or_default();
    view! {
        <tr class=if otra.is_some() { "v-m40-fila-otra" } else { "" }>
            <th scope="row">
                {lapso(pesos(banda.desde), pesos(banda.hasta))}
                {otra.map(|lectura| view! { <br/><small>"Otra lectura: "{lectura}</small> })}
            </th>
            <td class="v-num">{lapso(veces(banda.desde), veces(banda.hasta))}</td>
            <td class="v-num">{banda.porcentaje.clone()}" %"</td>
            <td class="v-num">{lapso(pesos(banda.costo_desde), pesos(banda.costo_hasta))}</td>
        </tr>
    }
    .into_any()
}
