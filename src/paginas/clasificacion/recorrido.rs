//! Walking the catalogue: three columns side by side, or one after another where there is little room.

use super::busqueda::clase_y_prima;
use super::{Catalogo, direccion_de};
use crate::ruta::Ruta;
use leptos::prelude::*;
use ventanilla_reglas::clasificacion::{EntradaRecorrer, Fraccion, Rama, SalidaRecorrer, ejecutar_recorrer};
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::politica::Politicas;

/// The columns.
#[component]
pub fn Recorrido(catalogo: Catalogo) -> impl IntoView {
    let divisiones = Memo::new(move |_| ramas(catalogo, None, None).map(|s| s.divisiones.unwrap_or_default()));
    let grupos = Memo::new(move |_| {
        let division = catalogo.division.get();
        (!division.is_empty()).then(|| ramas(catalogo, Some(division), None).map(|s| s.grupos.unwrap_or_default()))
    });
    let fracciones = Memo::new(move |_| {
        let grupo = catalogo.grupo.get();
        (!grupo.is_empty()).then(|| ramas(catalogo, None, Some(grupo)).map(|s| s.fracciones.unwrap_or_default()))
    });
    let nivel = move || match (grupos.read().is_some(), fracciones.read().is_some()) {
        (_, true) => "3",
        (true, false) => "2",
        _ => "1",
    };
    view! {
        <section class="v-recorrido v-no-imprimir" data-nivel=nivel aria-label="Recorrer el catálogo">
            <Migas catalogo/>
            <div class="v-columna">
                <h2 class="v-columna-titulo" tabindex="-1" data-abierto="1">"Divisiones"</h2>
                {move || de_ramas(divisiones.get(), catalogo.division.get(), |r| Ruta::Clasificacion.con(&r.codigo))}
            </div>
            {move || grupos.get().map(|grupos| view! {
                <div class="v-columna">
                    <h2 class="v-columna-titulo" tabindex="-1" data-abierto="2">"Grupos"</h2>
                    {de_ramas(grupos, catalogo.grupo.get(), move |r| {
                        Ruta::Clasificacion.con(&[&catalogo.division.get(), "/", &r.codigo].concat())
                    })}
                </div>
            })}
            {move || fracciones.get().map(|fracciones| view! {
                <div class="v-columna">
                    <h2 class="v-columna-titulo" tabindex="-1" data-abierto="3">"Fracciones"</h2>
                    {de_fracciones(fracciones, &catalogo.fraccion.get())}
                </div>
            })}
        </section>
    }
}

fn ramas(catalogo: Catalogo, division: Option<String>, grupo: Option<String>) -> Result<SalidaRecorrer, String> {
    let entrada = EntradaRecorrer {
        division,
        grupo,
        fecha: Some(Fecha(catalogo.contexto.hoy)),
        politicas: Politicas::default(),
        memoria: false,
    };
    ejecutar_recorrer(&catalogo.contexto.normativa.read(), entrada).map_err(|hallazgos| {
        let mensajes = hallazgos.into_iter().map(|h| h.mensaje);
        mensajes.collect::<Vec<_>>().join(" ")
    })
}

fn fuera(mensaje: String) -> AnyView {
    view! { <div class="v-aviso v-aviso--advertencia"><p>{mensaje}</p></div> }.into_any()
}

fn de_ramas(ramas: Result<Vec<Rama>, String>, elegida: String, destino: impl Fn(&Rama) -> String) -> AnyView {
    let ramas = match ramas {
        Ok(ramas) => ramas,
        Err(mensaje) => return fuera(mensaje),
    };
    let renglones = ramas
        .into_iter()
        .map(|rama| {
            let (actual, destino) = ((rama.codigo == elegida).then_some("true"), destino(&rama));
            view! {
                <li>
                    <a class="v-rama" href=destino aria-current=actual>
                        <span class="v-rama-codigo">{rama.codigo}</span>
                        <span class="v-rama-nombre">{rama.nombre}</span>
                        <span class="v-rama-cuantos">{rama.cuantos}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="v-ramas" role="list">{renglones}</ul> }.into_any()
}

fn de_fracciones(fracciones: Result<Vec<Fraccion>, String>, elegida: &str) -> AnyView {
    let fracciones = match fracciones {
        Ok(fracciones) => fracciones,
        Err(mensaje) => return fuera(mensaje),
    };
    let renglones = fracciones
        .into_iter()
        .map(|f| {
            let actual = (f.fraccion == elegida).then_some("true");
            view! {
                <li>
                    <a class="v-rama" href=direccion_de(&f.fraccion) aria-current=actual>
                        <span class="v-rama-codigo">{f.fraccion.clone()}</span>
                        <span class="v-rama-nombre">{f.descripcion.clone()}<small class="v-hallada-datos">{clase_y_prima(&f)}</small></span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="v-ramas" role="list">{renglones}</ul> }.into_any()
}

/// Where one is: the way back on a narrow screen.
#[component]
fn Migas(catalogo: Catalogo) -> impl IntoView {
    let migas = move || {
        let (division, grupo) = (catalogo.division.get(), catalogo.grupo.get());
        let hasta_grupo = [&division, "/", &grupo].concat();
        let pasos = [
            (
                !division.is_empty(),
                Ruta::Clasificacion.ancla().to_owned(),
                "Todo el catálogo".to_owned(),
            ),
            (
                !division.is_empty(),
                Ruta::Clasificacion.con(&division),
                format!("División {division}"),
            ),
            (
                !grupo.is_empty(),
                Ruta::Clasificacion.con(&hasta_grupo),
                format!("Grupo {grupo}"),
            ),
        ];
        let pasos = pasos.into_iter().filter(|p| p.0);
        pasos
            .map(|(_, destino, texto)| view! { <li><a href=destino>{texto}</a></li> })
            .collect_view()
    };
    view! {
        <nav class="v-migas" aria-label="Dónde está en el catálogo"><ol class="v-migas-pasos" role="list">{migas}</ol></nav>
    }
}
