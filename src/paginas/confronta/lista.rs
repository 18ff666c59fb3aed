//! The workers: filtered, searched, a page at a time.

use super::resultado::dinero;
use super::taller::{Filtro, Resultado, Taller};
use crate::componentes::{Paginas, descargar, miles};
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_confronta::csv;
use ventanilla_confronta::emitido::Hoja;
use ventanilla_confronta::salida::{Causa, Confrontado};
use ventanilla_tramites::texto::plegar;

/// Workers on a page.
const PAGINA: usize = 25;

fn pasa(filtro: Filtro, suyo: &Confrontado) -> bool {
    match filtro {
        Filtro::Todos => true,
        Filtro::ConDiferencia => suyo.difiere(),
        Filtro::ConAvisos => !suyo.avisos.is_empty(),
        Filtro::PorCausa(causa) => suyo.causas.iter().any(|c| c.causa == causa),
    }
}

/// Positions of the workers that are listed, the largest difference first.
fn elegidos(resultado: &Resultado, filtro: Filtro, buscado: &str) -> Vec<usize> {
    let buscado = plegar(buscado);
    let coincide =
        |c: &Confrontado| buscado.is_empty() || c.nss.contains(&buscado) || plegar(&c.nombre).contains(&buscado);
    let mut filas: Vec<usize> = resultado
        .trabajadores
        .iter()
        .enumerate()
        .filter(|(_, c)| pasa(filtro, c) && coincide(c))
        .map(|(i, _)| i)
        .collect();
    filas.sort_by_cached_key(|i| std::cmp::Reverse(resultado.trabajadores[*i].centavos().abs()));
    filas
}

/// Hands over the workers that are listed under the filter, without the search.
pub fn bajar_csv(taller: Taller) {
    let Some(resultado) = untrack(|| taller.resultado()) else {
        return;
    };
    let filas = elegidos(&resultado, Filtro::Todos, "");
    let bytes = csv::escribir(&resultado.confronta, filas.iter().map(|i| &resultado.trabajadores[*i]));
    let nombre = format!(
        "confronta-{}-{:02}.csv",
        resultado.confronta.anio, resultado.confronta.mes
    );
    if descargar(&nombre, "text/csv", &bytes).is_err() {
        taller
            .contexto
            .avisar("El navegador no dejó bajar el archivo. Revise si bloquea las descargas.");
    }
}

/// Filters with how many each has.
fn filtros(resultado: &Resultado) -> Vec<(Filtro, String)> {
    let cuantos = |f: Filtro| resultado.trabajadores.iter().filter(|c| pasa(f, c)).count();
    let fijos = [
        (Filtro::ConDiferencia, "Con diferencia"),
        (Filtro::Todos, "Todos"),
        (Filtro::ConAvisos, "Con observaciones"),
    ];
    let causas = resultado
        .confronta
        .causas
        .iter()
        .map(|c| (Filtro::PorCausa(c.causa), c.causa.nombre()));
    fijos
        .into_iter()
        .chain(causas)
        .map(|(f, nombre)| (f, format!("{nombre} ({})", miles(cuantos(f) as u64))))
        .collect()
}

/// The list.
#[component]
pub fn Lista(taller: Taller, resultado: Arc<Resultado>) -> impl IntoView {
    let buscado = RwSignal::new(String::new());
    let pagina = RwSignal::new(0_usize);
    let hojas = resultado.confronta.hojas.clone();
    let resultado = StoredValue::new(resultado);
    let filas = Memo::new(move |_| resultado.with_value(|r| elegidos(r, taller.filtro.get(), &buscado.read())));
    Effect::new(move |_| {
        taller.filtro.track();
        pagina.set(0);
    });
    let paginas = Memo::new(move |_| filas.read().len().div_ceil(PAGINA).max(1));
    let actual = Memo::new(move |_| pagina.get().min(paginas.get() - 1));
    let visibles = move || {
        let desde = actual.get() * PAGINA;
        filas
            .read()
            .iter()
            .skip(desde)
            .take(PAGINA)
            .copied()
            .collect::<Vec<usize>>()
    };
    let todos = resultado.with_value(|r| filtros(r));
    let opciones = StoredValue::new(todos);
    let elegir = move |evento| {
        let lugar: usize = event_target_value(&evento).parse().unwrap_or(0);
        if let Some(filtro) = opciones.with_value(|o| o.get(lugar).map(|f| f.0)) {
            taller.filtro.set(filtro);
        }
    };
    view! {
        <section class="v-panel v-pila" aria-labelledby="titulo-trabajadores">
            <h2 class="v-panel-titulo" id="titulo-trabajadores">"Por trabajador"</h2>
            <div class="v-campos">
                <div class="v-campo">
                    <label class="v-etiqueta" for="filtro-causa">"Mostrar"</label>
                    <select class="v-lista" id="filtro-causa" on:change=elegir>
                        {opciones.with_value(|o| o.iter().enumerate().map(|(i, (filtro, texto))| {
                            let filtro = *filtro;
                            view! { <option value=i.to_string() prop:selected=move || taller.filtro.get() == filtro>{texto.clone()}</option> }
                        }).collect_view())}
                    </select>
                </div>
                <div class="v-campo">
                    <label class="v-etiqueta" for="buscar-trabajador">"Buscar por nombre o NSS"</label>
                    <input
                        class="v-entrada v-ancho-18"
                        id="buscar-trabajador"
                        type="search"
                        autocomplete="off"
                        on:input=move |evento| { buscado.set(event_target_value(&evento)); pagina.set(0); }
                    />
                </div>
            </div>
            <p class="v-pista" role="status" data-cuantos>{move || cuantos(filas.read().len())}</p>
            <Show when=move || !filas.read().is_empty()>
                <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Trabajadores">
                    <table class="v-tabla v-tabla--cebra" data-trabajadores>
                        <thead>
                            <tr>
                                <th scope="col" class="v-fija">"Trabajador"</th>
                                {hojas.iter().map(|h| view! { <th scope="col" class="v-num v-cf-secundaria">"Días "{h.nombre()}</th> }).collect_view()}
                                <th scope="col" class="v-num">"Emisión"</th>
                                <th scope="col" class="v-num v-cf-secundaria">"Calculado"</th>
                                <th scope="col" class="v-num">"Diferencia"</th>
                                <th scope="col">"Causas"</th>
                            </tr>
                        </thead>
                        <tbody>
                            {move || resultado.with_value(|r| visibles().into_iter().map(|i| renglon(taller, &r.confronta.hojas, &r.trabajadores[i], i)).collect_view())}
                        </tbody>
                    </table>
                </div>
            </Show>
            <Paginas nombre="Páginas de trabajadores" pagina actual paginas cuantas=Signal::derive(move || filas.read().len())/>
        </section>
    }
}

fn cuantos(filas: usize) -> String {
    match filas {
        0 => "Ningún trabajador en esta lista.".to_owned(),
        1 => "1 trabajador.".to_owned(),
        otros => format!("{} trabajadores, primero la diferencia mayor.", miles(otros as u64)),
    }
}

fn renglon(taller: Taller, hojas: &[Hoja], suyo: &Confrontado, lugar: usize) -> impl IntoView + use<> {
    let suma = |cifras: &[i64]| dinero(cifras.iter().sum::<i64>() + suyo.amortizacion);
    let nombre = if suyo.nombre.is_empty() {
        suyo.nss.clone()
    } else {
        suyo.nombre.clone()
    };
    let causas = insignias(suyo);
    view! {
        <tr>
            <th scope="row" class="v-fija">
                <button class="v-enlace v-cf-nombre" type="button" on:click=move |_| taller.abierto.set(Some(lugar))>{nombre}</button>
                <br/><small class="v-tenue">{suyo.nss.clone()}</small>
            </th>
            {hojas.iter().map(|hoja| view! { <td class="v-num v-cf-secundaria">{suyo.dias(*hoja)}</td> }).collect_view()}
            <td class="v-num">{suma(&suyo.emision)}</td>
            <td class="v-num v-cf-secundaria">{suma(suyo.calculado())}</td>
            <td class="v-num v-fuerte">{dinero(suyo.centavos())}</td>
            <td><span class="v-articulos">{causas}</span></td>
        </tr>
    }
}

fn insignias(suyo: &Confrontado) -> Vec<impl IntoView + use<>> {
    let mut causas: Vec<Causa> = suyo.causas.iter().map(|c| c.causa).collect();
    causas.sort_unstable();
    causas.dedup();
    let nombres = causas.into_iter().map(|c| match c {
        Causa::SinExplicacion => ("v-insignia v-insignia--baja", c.nombre()),
        _ => ("v-insignia", c.nombre()),
    });
    let observado = (!suyo.avisos.is_empty()).then_some(("v-insignia v-insignia--media", "Observaciones"));
    nombres
        .chain(observado)
        .map(|(clase, nombre)| view! { <span class=clase>{nombre}</span> })
        .collect()
}
