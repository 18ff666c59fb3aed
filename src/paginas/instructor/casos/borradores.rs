//! A case made of a draft of a trámite: with nobody real in it.

use super::super::escritorio::Escritorio;
use super::super::inicio::dia;
use crate::almacen::tramites::{self, Guardado};
use crate::ruta::{Ruta, ir_a_direccion};
use leptos::prelude::*;
use ventanilla_capacitacion::borrador::{Borrador, caso_de};
use ventanilla_tramites::camino::guion;
use ventanilla_tramites::guion::Guion;

/// The section.
#[component]
pub fn Borradores(escritorio: Escritorio) -> impl IntoView {
    let borradores = RwSignal::new(None::<Vec<Guardado>>);
    let falla = RwSignal::new(String::new());
    Effect::new(move |_| {
        let cuenta = escritorio.cuenta.get();
        leptos::task::spawn_local(async move {
            match tramites::de_la_cuenta(&cuenta).await {
                Ok((suyos, _)) => drop(borradores.try_set(Some(suyos))),
                Err(error) => escritorio.contexto.fallo_el_almacen(&error),
            }
        });
    });
    view! {
        <section class="v-pila" aria-labelledby="borradores">
            <h2 id="borradores">"Hacer un caso de un borrador"</h2>
            <p class="v-medida">"Se toma lo que escribió en un trámite de este equipo. Las personas y las empresas se cambian por otras ficticias, y los textos que podrían nombrarlas se dejan fuera. Después escriba la historia y los documentos."</p>
            <div role="status">{move || { let f = falla.get(); (!f.is_empty()).then(|| view! { <p class="v-error">{f}</p> }) }}</div>
            {move || borradores.get().map(|suyos| {
                let suyos: Vec<_> = suyos.into_iter().filter_map(|g| guion(&g.tramite).map(|de| (g, de))).collect();
                if suyos.is_empty() {
                    view! { <div class="v-vacio"><p>"No hay borradores de su cuenta en este equipo. Empiece uno en "<a href=Ruta::Tramites.ancla()>"Trámites"</a>"."</p></div> }.into_any()
                } else {
                    let filas = suyos.into_iter().map(|(g, de)| view! { <UnBorrador escritorio guardado=g de falla/> }).collect_view();
                    view! { <ul class="v-renglones" role="list">{filas}</ul> }.into_any()
                }
            })}
        </section>
    }
}

#[component]
fn UnBorrador(
    escritorio: Escritorio,
    guardado: Guardado,
    de: &'static Guion,
    falla: RwSignal<String>,
) -> impl IntoView {
    let cuando = dia(&guardado.modificado);
    let hacer = move |_| {
        let normativa = escritorio.contexto.normativa.get_untracked();
        let borrador = Borrador {
            clave: &escritorio.clave_libre("B1"),
            titulo: de.titulo,
            guion: de,
            respuestas: &guardado.respuestas,
            hoy: escritorio.contexto.hoy,
        };
        match caso_de(&borrador, &normativa) {
            Ok(caso) => {
                let id = escritorio.adoptar(caso);
                escritorio
                    .contexto
                    .avisar("Se hizo el caso, con personas y empresas ficticias. Escriba la historia.");
                ir_a_direccion(&Ruta::Instructor.con(&["caso/", &id].concat()));
            }
            Err(errores) => falla.set(errores.iter().map(|e| e.mensaje.as_str()).collect::<Vec<_>>().join(" ")),
        }
    };
    view! {
        <li class="v-renglon">
            <div><p class="v-renglon-titulo">{de.titulo}</p><p class="v-tenue">"Cambiado el "{cuando.clone()}</p></div>
            <button class="v-boton" type="button" on:click=hacer>"Hacer un caso"<span class="v-oculto">" de "{de.titulo}", "{cuando}</span></button>
        </li>
    }
}
