//! Bringing a file back: what it has is said first, and nothing is written over without asking.

use super::{Equipo, PorClase};
use crate::almacen::respaldo::{self, Archivo, Cotejo, Propuesta};
use crate::componentes::{ZonaDeArchivos, leer_archivo, miles};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A file that was read, and how it compares with what is here.
#[derive(Clone)]
struct Leido {
    nombre: String,
    archivo: Archivo,
    propuestas: Vec<Propuesta>,
}

impl Leido {
    fn con(&self, que: impl Fn(&Propuesta) -> bool) -> Vec<Propuesta> {
        self.propuestas.iter().filter(|p| que(p)).cloned().collect()
    }
}

fn distinta(p: &Propuesta) -> bool {
    matches!(p.cotejo, Cotejo::MasReciente | Cotejo::MasViejo)
}

/// The section.
#[component]
pub fn Traer(equipo: Equipo) -> impl IntoView {
    let leido = RwSignal::new(None::<Leido>);
    let falla = RwSignal::new(None::<String>);
    let tomar = move |archivos: Vec<web_sys::File>| {
        let Some(archivo) = archivos.into_iter().next() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let resultado = leer(equipo, archivo).await;
            let _ = falla.try_set(resultado.as_ref().err().cloned());
            let _ = leido.try_set(resultado.ok());
        });
    };
    view! {
        <ZonaDeArchivos
            id="copia"
            titulo="Traer una copia"
            etiqueta="Elija el archivo de la copia, o suéltelo aquí"
            pista="Se llama ventanilla-….json. Antes de traer nada se dice qué contiene."
            acepta=".json,application/json"
            al_llegar=tomar
        >
            <div role="status">
                {move || falla.get().map(|texto| view! { <div class="v-aviso v-aviso--error"><p>{texto}</p></div> })}
                {move || leido.get().map(|l| view! { <Contenido equipo leido=l al_terminar=Callback::new(move |()| leido.set(None))/> })}
            </div>
        </ZonaDeArchivos>
    }
}

async fn leer(equipo: Equipo, archivo: web_sys::File) -> Result<Leido, String> {
    let (nombre, bytes) = leer_archivo(archivo).await?;
    let archivo = respaldo::leer_archivo(&bytes)?;
    let cuenta = equipo.clave().await;
    let aqui = respaldo::lo_de(&cuenta).await.map_err(|e| e.to_string())?;
    let propuestas = respaldo::cotejar(&archivo, &aqui, &cuenta);
    Ok(Leido {
        nombre,
        archivo,
        propuestas,
    })
}

#[component]
fn Contenido(equipo: Equipo, leido: Leido, al_terminar: Callback<()>) -> impl IntoView {
    let nuevas = leido.con(|p| p.cotejo == Cotejo::Nuevo);
    let iguales = leido.con(|p| p.cotejo == Cotejo::Igual).len();
    let aparte = leido.con(|p| distinta(p) && respaldo::caben_las_dos(&p.registro));
    let una = leido.con(|p| distinta(p) && !respaldo::caben_las_dos(&p.registro));
    let sustituibles = una.iter().any(|p| p.registro.almacen != "tramites");
    let motivos = motivos(&leido.propuestas);
    let hay = !nuevas.is_empty() || !aparte.is_empty() || sustituibles;
    let sustituir = RwSignal::new(false);
    let trayendo = RwSignal::new(false);
    let propuestas = StoredValue::new(leido.propuestas.clone());
    let traer = move |_| {
        trayendo.set(true);
        leptos::task::spawn_local(async move {
            traer_todo(equipo, propuestas.get_value(), sustituir.get_untracked()).await;
            al_terminar.run(());
        });
    };
    let grupo = |titulo: &'static str, que: &[Propuesta]| {
        (!que.is_empty()).then(|| {
            let registros = que.iter().map(|p| p.registro.clone()).collect();
            view! { <div><h3>{titulo}</h3><PorClase registros/></div> }
        })
    };
    let cuando = leido
        .archivo
        .creado
        .replace('T', " ")
        .chars()
        .take(16)
        .collect::<String>();
    let kilos = miles(leido.archivo.tamano.div_ceil(1024) as u64);
    view! {
        <div class="v-pila">
            <p>"«"{leido.nombre}"», del "{cuando}", "{kilos}" KB."</p>
            {grupo("Nuevo en este equipo", &nuevas)}
            {grupo("Aquí hay otra versión: se conservan las dos", &aparte)}
            {grupo("Aquí hay otra versión y sólo cabe una", &una)}
            {sustituibles.then(|| view! {
                <label class="v-opcion">
                    <input type="checkbox" prop:checked=move || sustituir.get() on:change=move |e| sustituir.set(event_target_checked(&e))/>
                    <span>"Poner la de la copia en lugar de la de aquí (si no, se queda la de aquí)"</span>
                </label>
            })}
            {(iguales > 0).then(|| view! { <p>"Ya está igual en este equipo: "{iguales}"."</p> })}
            {(!motivos.is_empty()).then(|| view! {
                <div class="v-aviso v-aviso--advertencia">
                    <p class="v-aviso-titulo">"No se puede traer"</p>
                    <ul>{motivos.into_iter().map(|(motivo, n)| view! { <li>{motivo}" ("{n}")"</li> }).collect_view()}</ul>
                </div>
            })}
            <div class="v-botones">
                {if hay {
                    view! { <button class="v-boton v-boton--primario" type="button" disabled=move || trayendo.get() on:click=traer>"Traer"</button> }.into_any()
                } else {
                    view! { <p>"No hay nada que traer."</p> }.into_any()
                }}
                <button class="v-boton" type="button" on:click=move |_| al_terminar.run(())>"Cancelar"</button>
            </div>
        </div>
    }
}

/// Why some cannot be brought, and how many for each reason.
fn motivos(propuestas: &[Propuesta]) -> BTreeMap<String, usize> {
    propuestas.iter().fold(BTreeMap::new(), |mut cuenta, p| {
        if let Cotejo::NoSePuede(motivo) = &p.cotejo {
            *cuenta.entry(motivo.clone()).or_default() += 1;
        }
        cuenta
    })
}

async fn traer_todo(equipo: Equipo, propuestas: Vec<Propuesta>, sustituir: bool) {
    let aqui = match respaldo::lo_de(&equipo.clave().await).await {
        Ok(aqui) => aqui,
        Err(error) => return equipo.contexto.fallo_el_almacen(&error),
    };
    match respaldo::traer(&propuestas, &aqui, sustituir).await {
        Ok(vueltas) => {
            equipo.leer();
            let dicho = match vueltas.len() {
                1 => "Se trajo uno de la copia.".to_owned(),
                n => format!("Se trajeron {n} de la copia."),
            };
            equipo.contexto.avisar_con_regreso(dicho, move || {
                let vueltas = vueltas.clone();
                leptos::task::spawn_local(async move {
                    if let Err(error) = respaldo::deshacer(&vueltas).await {
                        equipo.contexto.fallo_el_almacen(&error);
                    }
                    equipo.leer();
                });
            });
        }
        Err(error) => equipo.contexto.fallo_el_almacen(&error),
    }
}
