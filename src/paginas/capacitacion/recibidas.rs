//! What an instructor handed out: opened from a file, solved here, handed back as another file.

use super::casos::Estante;
use super::recibida::Recibida;
use super::registro::{Registro, ahora};
use crate::componentes::{CampoDeTexto, ZonaDeArchivos, descargar, leer_archivo};
use crate::ruta::{Ruta, ir_a_direccion};
use leptos::prelude::*;
use ventanilla_capacitacion::sesion::{Aprendiz, Archivo};

/// The sessions, and the way to open one.
#[component]
pub fn Recibidas(estante: Estante) -> impl IntoView {
    let falla = RwSignal::new(None::<String>);
    // what was opened and is of whoever says who they are
    let sin_nombre = RwSignal::new(None::<Recibida>);
    let guardar = move |mut recibida: Recibida| {
        // what was handed in before the file was taken away and opened again
        let sesion = recibida.reparto.sesion().to_owned();
        estante.registros.with_untracked(|todos| {
            let suyos = todos.iter().flatten().filter(|r| r.sesion == sesion);
            for entrega in suyos.flat_map(|r| &r.entregas) {
                recibida.resultados.anotar(entrega.intento.clone());
            }
        });
        leptos::task::spawn_local(async move {
            match recibida.guardar().await {
                Ok(()) => estante.leer(),
                Err(error) => estante.contexto.fallo_el_almacen(&error),
            }
        });
    };
    let recibir = move |recibida: Recibida| {
        let clave = recibida.clave();
        if estante.recibidas.read_untracked().iter().any(|r| r.clave() == clave) {
            falla.set(Some(
                "Esa sesión ya está abajo, con lo que lleva hecho. No se cambió nada.".to_owned(),
            ));
        } else if recibida.reparto.aprendiz().clave.is_empty() {
            sin_nombre.set(Some(recibida));
        } else {
            guardar(recibida);
        }
    };
    let al_llegar = move |archivos: Vec<web_sys::File>| {
        let Some(archivo) = archivos.into_iter().next() else {
            return;
        };
        falla.set(None);
        let cuenta = untrack(|| estante.sesion.id());
        leptos::task::spawn_local(async move {
            let leida = leer_archivo(archivo).await.and_then(|(_, bytes)| {
                let texto = String::from_utf8_lossy(&bytes);
                let normativa = estante.contexto.normativa.get_untracked();
                Recibida::leer(&texto, cuenta, &normativa).map_err(|e| e.to_string())
            });
            match leida {
                Ok(recibida) => recibir(recibida),
                Err(motivo) => falla.set(Some(motivo)),
            }
        });
    };
    view! {
        <ZonaDeArchivos
            id="archivo-de-sesion"
            titulo="De mi instructor"
            etiqueta="Abra el archivo de una sesión, o suéltelo aquí"
            pista="Su instructor se lo da; termina en .json."
            acepta=".json,application/json"
            al_llegar
        >
            {move || falla.get().map(|texto| view! { <div class="v-aviso v-aviso--error" role="alert"><p>{texto}</p></div> })}
            {move || sin_nombre.get().map(|recibida| view! {
                <QuienEs al_decir=move |aprendiz: Aprendiz| {
                    let mut suya = recibida.clone();
                    suya.resultados.aprendiz = aprendiz;
                    sin_nombre.set(None);
                    guardar(suya);
                }/>
            })}
        </ZonaDeArchivos>
        <div class="v-pila">
            {move || estante.recibidas.get().into_iter().map(|r| view! { <Una estante recibida=r/> }).collect_view()}
        </div>
    }
}

/// One file for the whole group: each says who they are.
#[component]
fn QuienEs(al_decir: impl Fn(Aprendiz) + 'static) -> impl IntoView {
    let (clave, nombre) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let falta = RwSignal::new(None::<String>);
    let seguir = move |evento: leptos::ev::SubmitEvent| {
        evento.prevent_default();
        let suya = clave.read_untracked().trim().to_owned();
        if suya.is_empty() {
            falta.set(Some(
                "Escriba su matrícula o la clave que le dio su instructor.".to_owned(),
            ));
            return;
        }
        al_decir(Aprendiz {
            clave: suya,
            nombre: nombre.read_untracked().trim().to_owned(),
        });
    };
    view! {
        <form class="v-panel v-pila v-angosto" on:submit=seguir novalidate>
            <p>"El archivo es para todo el grupo. ¿Quién lo resuelve?"</p>
            <CampoDeTexto id="aprendiz-clave" etiqueta="Matrícula o clave" error=falta valor=clave al_escribir=move |t| clave.set(t) clase="v-ancho-20"/>
            <CampoDeTexto id="aprendiz-nombre" etiqueta="Nombre" valor=nombre al_escribir=move |t| nombre.set(t) clase="v-ancho-30"/>
            <div class="v-botones"><button class="v-boton v-boton--primario" type="submit">"Empezar la sesión"</button></div>
        </form>
    }
}

#[component]
fn Una(estante: Estante, recibida: Recibida) -> impl IntoView {
    let reparto = recibida.reparto.clone();
    let entregados = reparto
        .casos()
        .iter()
        .filter(|(c, _)| recibida.entregados(c) > 0)
        .count();
    let todos = reparto.casos().len();
    let quien = recibida.resultados.aprendiz.clone();
    let instrucciones = reparto.instrucciones().to_owned();
    let limite = reparto
        .limite()
        .map(|s| format!(" · {} minutos en total", s.div_ceil(60)));
    let para_bajar = recibida.clone();
    let bajar = move |_| {
        let suyos = &para_bajar.resultados;
        let nombre = format!("ventanilla-resultados-{}-{}.json", suyos.sesion, suyos.aprendiz.clave);
        if descargar(&nombre, "application/json", suyos.escribir().as_bytes()).is_err() {
            estante.contexto.avisar("El navegador no dejó bajar el archivo.");
        }
    };
    let casos = reparto
        .casos()
        .into_iter()
        .map(|(clave, titulo)| view! { <CasoDeSesion estante recibida=recibida.clone() clave titulo/> })
        .collect_view();
    view! {
        <article class="v-panel v-pila">
            <div>
                <h3>{reparto.titulo().to_owned()}</h3>
                <p class="v-pista">
                    {if reparto.es_examen() { "Examen: lo califica su instructor" } else { "Práctica: se califica al terminar cada caso" }}
                    {limite}" · "{[quien.nombre.as_str(), " ", &quien.clave].concat()}
                </p>
            </div>
            {(!instrucciones.is_empty()).then(|| view! { <p class="v-texto-tal-cual">{instrucciones}</p> })}
            <ul class="v-quehaceres" role="list">{casos}</ul>
            <div class="v-botones">
                <button class="v-boton" class:v-boton--primario={entregados == todos} type="button" disabled={entregados == 0} on:click=bajar>"Bajar mis resultados"</button>
                <button class="v-boton v-boton--quieto" type="button" on:click=move |_| quitar(estante, recibida.clone())>"Quitar de este equipo"</button>
                <span class="v-pista">{entregados}" de "{todos}" entregados. El archivo se le envía al instructor."</span>
            </div>
        </article>
    }
}

/// Takes a session away; the toast gives it back, with what was done of it.
fn quitar(estante: Estante, recibida: Recibida) {
    leptos::task::spawn_local(async move {
        if let Err(error) = recibida.borrar().await {
            return estante.contexto.fallo_el_almacen(&error);
        }
        estante.leer();
        estante
            .contexto
            .avisar_con_regreso_duradero("Se quitó la sesión.", move || {
                let recibida = recibida.clone();
                leptos::task::spawn_local(async move {
                    match recibida.guardar().await {
                        Ok(()) => estante.leer(),
                        Err(error) => estante.contexto.fallo_el_almacen(&error),
                    }
                });
            });
    });
}

#[component]
fn CasoDeSesion(estante: Estante, recibida: Recibida, clave: String, titulo: String) -> impl IntoView {
    let sesion = recibida.reparto.sesion().to_owned();
    let suyo: Option<Registro> = estante.registros.with_untracked(|todos| {
        let de_este = |r: &&Registro| r.sesion == sesion && r.planteamiento.clave == clave;
        todos.iter().flatten().find(de_este).cloned()
    });
    let estado = match &suyo {
        None => "Sin empezar".to_owned(),
        Some(r) if r.abierto => "Sin terminar".to_owned(),
        Some(r) => r.mejor().map_or("Entregado".to_owned(), |p| format!("Mejor: {p}")),
    };
    let de_que = titulo.clone();
    let rotulo = match &suyo {
        None => "Empezar",
        Some(r) if r.abierto => "Seguir",
        Some(_) => "Ver",
    };
    let abrir = move |_| match &suyo {
        Some(registro) => ir_a_direccion(&Ruta::Caso.con(&registro.id.to_string())),
        None => {
            let Some(registro) = recibida.practicar(&clave) else {
                return;
            };
            let mut empezada = recibida.clone();
            empezada.empezada.get_or_insert_with(ahora);
            leptos::task::spawn_local(async move {
                match empezada.guardar().await {
                    Ok(()) => estante.empezar(registro),
                    Err(error) => estante.contexto.fallo_el_almacen(&error),
                }
            });
        }
    };
    view! {
        <li class="v-quehacer">
            <div><p class="v-fuerte">{titulo}</p><p class="v-pista">{estado}</p></div>
            <button class="v-boton" type="button" on:click=abrir>{rotulo}<span class="v-oculto">" "{de_que}</span></button>
        </li>
    }
}
