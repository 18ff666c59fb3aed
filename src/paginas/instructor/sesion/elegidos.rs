//! The cases of a session: choosing them, their order and what each weighs.

use super::super::entradas::Texto;
use super::super::escritorio::{Escritorio, SesionPropia};
use crate::formulario::enfocar;
use crate::ruta::Ruta;
use leptos::prelude::*;
use ventanilla_capacitacion::biblioteca;
use ventanilla_capacitacion::caso::Caso;
use ventanilla_capacitacion::sesion::DeLaSesion;

/// The panel.
#[component]
pub fn Elegidos(escritorio: Escritorio, propia: RwSignal<SesionPropia>) -> impl IntoView {
    let claves = Memo::new(move |_| {
        let de = |c: &DeLaSesion| (c.caso.clave.clone(), c.caso.titulo.clone());
        propia.read().sesion.casos.iter().map(de).collect::<Vec<_>>()
    });
    view! {
        <section class="v-panel v-pila" aria-labelledby="elegidos">
            <h2 class="v-panel-titulo" id="elegidos">"Casos"</h2>
            {move || {
                let claves = claves.get();
                let ultimo = claves.len().saturating_sub(1);
                if claves.is_empty() {
                    return view! { <p>"Agregue al menos uno. Llevará una copia: lo que cambie después en el caso no cambia la sesión."</p> }.into_any();
                }
                let filas = claves.into_iter().enumerate()
                    .map(|(i, (clave, titulo))| view! { <Elegido escritorio propia clave titulo lugar=i ultimo/> })
                    .collect_view();
                view! { <ol class="v-renglones v-elegidos" role="list">{filas}</ol> }.into_any()
            }}
            <Agregar escritorio propia/>
        </section>
    }
}

#[component]
fn Elegido(
    escritorio: Escritorio,
    propia: RwSignal<SesionPropia>,
    clave: String,
    titulo: String,
    lugar: usize,
    ultimo: usize,
) -> impl IntoView {
    let campo = format!("peso:{clave}");
    let valor = propia.with_untracked(|p| {
        let peso = p.sesion.casos.get(lugar).map_or(1, |c| c.peso).to_string();
        p.escrito.get(&campo).cloned().unwrap_or(peso)
    });
    let de_error = campo.clone();
    let error = Signal::derive(move || {
        let mal = propia.read().escrito.get(&de_error).is_some_and(|t| leer_peso(t) == 0);
        mal.then(|| "Un número entero del 1 al 1,000.".to_owned())
    });
    let (suya, etiqueta) = (clave.clone(), titulo.clone());
    let al_escribir = move |texto: String| {
        escritorio.contexto.hubo_otro_cambio();
        propia.update(|p| {
            if let Some(c) = p.sesion.casos.iter_mut().find(|c| c.caso.clave == suya) {
                c.peso = leer_peso(&texto);
            }
            p.escrito.insert(campo.clone(), texto);
        });
    };
    let mover = move |a: usize| {
        escritorio.contexto.hubo_otro_cambio();
        propia.update(|p| p.sesion.casos.swap(lugar, a));
        enfocar(format!("lugar-{a}"));
    };
    let quitar = move |_| {
        let antes = propia.with_untracked(|p| p.sesion.casos.clone());
        propia.update(|p| drop(p.sesion.casos.remove(lugar)));
        escritorio
            .contexto
            .avisar_con_regreso("Se quitó de la sesión.", move || {
                let _ = propia.try_update(|p| p.sesion.casos.clone_from(&antes));
            });
    };
    let corregida = corregida(escritorio, propia, lugar);
    let actualizar = move |nuevo: Caso| {
        propia.update(|p| {
            if let Some(c) = p.sesion.casos.get_mut(lugar) {
                c.caso = nuevo;
            }
        });
        escritorio
            .contexto
            .avisar("La sesión lleva ahora la versión corregida.");
    };
    let nombre = |que: &'static str| view! { {que}<span class="v-oculto">" "{etiqueta.clone()}</span> };
    view! {
        <li class="v-renglon">
            <div>
                <p class="v-renglon-titulo" id=format!("lugar-{lugar}") tabindex="-1">{lugar + 1}". "{titulo}</p>
                <p class="v-tenue">{clave.clone()}</p>
            </div>
            <Texto id=format!("peso-{lugar}") etiqueta="Peso" valor al_escribir clase="v-ancho-4 v-entrada--num" error/>
            <div class="v-botones">
                <button class="v-boton" type="button" disabled={lugar == 0} on:click=move |_| mover(lugar - 1)>{nombre("Subir")}</button>
                <button class="v-boton" type="button" disabled={lugar == ultimo} on:click=move |_| mover(lugar + 1)>{nombre("Bajar")}</button>
                <button class="v-boton v-boton--quieto" type="button" on:click=quitar>{nombre("Quitar")}</button>
                {corregida.map(|nuevo| view! {
                    <button class="v-boton" type="button" on:click=move |_| actualizar(nuevo.clone())>{nombre("Usar la versión corregida de")}</button>
                })}
            </div>
        </li>
    }
}

/// The own case of this key, if it says something else now and stands.
fn corregida(escritorio: Escritorio, propia: RwSignal<SesionPropia>, lugar: usize) -> Option<Caso> {
    let este = propia.with_untracked(|p| p.sesion.casos.get(lugar).map(|c| c.caso.clone()))?;
    let normativa = escritorio.contexto.normativa.get_untracked();
    escritorio.casos.with_untracked(|casos| {
        let suyo = casos.as_ref()?.iter().find(|c| c.caso.clave == este.clave)?;
        let otro = suyo.caso != este && suyo.lo_que_no_se_sostiene(&normativa).is_empty();
        otro.then(|| suyo.caso.clone())
    })
}

/// What a case weighs; zero for what cannot be read, which the session refuses in words.
fn leer_peso(texto: &str) -> u16 {
    texto.trim().parse().ok().filter(|p| *p <= 1_000).unwrap_or(0)
}

/// What can be added: own cases first, then the library.
#[component]
fn Agregar(escritorio: Escritorio, propia: RwSignal<SesionPropia>) -> impl IntoView {
    let propios = escritorio.casos.with_untracked(|casos| {
        let de = |c: &super::super::escritorio::CasoPropio| {
            (
                format!("propio:{}", c.id),
                format!("{} · {}", c.caso.clave, c.caso.titulo),
            )
        };
        casos.iter().flatten().map(de).collect::<Vec<_>>()
    });
    let de_biblioteca: Vec<(String, String)> = biblioteca::casos()
        .unwrap_or_default()
        .into_iter()
        .map(|c| {
            (
                c.clave.clone(),
                format!("{} · {} ({})", c.clave, c.titulo, c.dificultad.rotulo()),
            )
        })
        .collect();
    let elegido = RwSignal::new(String::new());
    let mal = RwSignal::new(Vec::<String>::new());
    let agregar = move |_| match agregar(escritorio, propia, &elegido.get_untracked()) {
        Ok(()) => {
            mal.set(Vec::new());
            elegido.set(String::new());
        }
        Err(porque) => mal.set(porque),
    };
    let opciones = |casos: Vec<(String, String)>| {
        casos
            .into_iter()
            .map(|(valor, texto)| view! { <option value=valor>{texto}</option> })
            .collect_view()
    };
    let hay_propios = !propios.is_empty();
    view! {
        <div class="v-fila v-agregar">
            <div class="v-campo">
                <label class="v-etiqueta" for="agregar">"Caso por agregar"</label>
                <select class="v-lista" id="agregar" prop:value=move || elegido.get() on:change=move |e| elegido.set(event_target_value(&e))>
                    <option value="">"Elija uno"</option>
                    {hay_propios.then(|| view! { <optgroup label="Propios">{opciones(propios)}</optgroup> })}
                    <optgroup label="Biblioteca">{opciones(de_biblioteca)}</optgroup>
                </select>
            </div>
            <button class="v-boton" type="button" on:click=agregar>"Agregar"</button>
            <a href=Ruta::Instructor.con("casos")>"Ver los casos"</a>
        </div>
        <div role="status">
            {move || { let mal = mal.get(); (!mal.is_empty()).then(|| view! {
                <div class="v-aviso v-aviso--error">
                    <p class="v-aviso-titulo">"No se agregó."</p>
                    <ul>{mal.into_iter().map(|m| view! { <li>{m}</li> }).collect_view()}</ul>
                </div>
            })}}
        </div>
    }
}

fn agregar(escritorio: Escritorio, propia: RwSignal<SesionPropia>, elegido: &str) -> Result<(), Vec<String>> {
    let caso = match elegido.strip_prefix("propio:") {
        _ if elegido.is_empty() => return Err(vec!["Elija un caso de la lista.".to_owned()]),
        None => biblioteca::caso(elegido),
        Some(id) => {
            let propio = escritorio.caso(id);
            let normativa = escritorio.contexto.normativa.get_untracked();
            if let Some(propio) = &propio {
                let mal = propio.lo_que_no_se_sostiene(&normativa);
                if !mal.is_empty() {
                    return Err(mal);
                }
            }
            propio.map(|p| p.caso)
        }
    };
    let caso = caso.ok_or_else(|| vec!["Ese caso ya no está.".to_owned()])?;
    let repetido = propia.with_untracked(|p| p.sesion.casos.iter().any(|c| c.caso.clave == caso.clave));
    if repetido {
        return Err(vec![format!("El caso {} ya está en la sesión.", caso.clave)]);
    }
    propia.update(|p| p.sesion.casos.push(DeLaSesion { peso: 1, caso }));
    Ok(())
}
