//! What the trainees handed in, graded, and how the group did.

mod aprendiz;
mod barras;
mod grupo;
mod recibir;

use super::escritorio::{Entregado, Escritorio, SesionPropia};
use super::inicio::nombre;
use super::sesion::{Encabezado, Sala};
use grupo::Grupo;
use leptos::prelude::*;
use recibir::Recibir;
use std::sync::Arc;
use ventanilla_capacitacion::sesion::{DelAprendiz, Resumen, resumir};

/// The group, graded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calificados {
    /// Each trainee.
    pub grupo: Vec<DelAprendiz>,
    /// All together.
    pub resumen: Resumen,
    /// What could not be graded, in words.
    pub fallas: Vec<String>,
}

/// The page.
#[component]
pub fn DeLaSesion(escritorio: Escritorio, sesion: SesionPropia) -> impl IntoView {
    let clave = sesion.sesion.clave.clone();
    let titulo = nombre(&sesion);
    let sesion = StoredValue::new(sesion.sesion);
    let suyos = Memo::new(move |_| {
        let de = sesion.with_value(|s| s.clave.clone());
        let todos = escritorio.entregados.read();
        let suyos = todos.iter().flatten().filter(|e| e.resultados.sesion == de);
        suyos.cloned().collect::<Vec<Entregado>>()
    });
    let calificados = Memo::new(move |_| Arc::new(calificar(escritorio, sesion, &suyos.read())));
    view! {
        <Encabezado titulo clave sala=Sala::Resultados/>
        <div class="v-pila v-pila--amplia">
            <Recibir escritorio sesion suyos/>
            {move || {
                let calificados = calificados.get();
                let fallas = calificados.fallas.clone();
                view! {
                    {(!fallas.is_empty()).then(|| view! {
                        <div class="v-aviso v-aviso--error">
                            <p class="v-aviso-titulo">"No se pudo calificar:"</p>
                            <ul>{fallas.into_iter().map(|f| view! { <li>{f}</li> }).collect_view()}</ul>
                        </div>
                    })}
                    {(!calificados.grupo.is_empty()).then(|| view! { <Grupo escritorio sesion calificados suyos/> })}
                }
            }}
        </div>
    }
}

fn calificar(
    escritorio: Escritorio,
    sesion: StoredValue<ventanilla_capacitacion::sesion::Sesion>,
    suyos: &[Entregado],
) -> Calificados {
    let normativa = escritorio.contexto.normativa.get();
    let (mut grupo, mut fallas) = (Vec::new(), Vec::new());
    for entregado in suyos {
        match sesion.with_value(|s| s.calificar(&entregado.resultados, &normativa)) {
            Ok(suyo) => grupo.push(suyo),
            Err(error) => fallas.push(format!("{}: {error}", entregado.archivo)),
        }
    }
    Calificados {
        resumen: resumir(&grupo),
        grupo,
        fallas,
    }
}
