//! Check-your-answers: everything as it will be sent, each line with the way to change it. It prints as the draft.

use super::{Abierto, Encabezado};
use crate::api::Falla;
use crate::formulario::{CuadroDeCifras, Hallazgos, Progreso, Secciones, cola, mostrar_errores};
use crate::practica::EnPractica;
use crate::ruta::{Ruta, ir_a_direccion};
use crate::sesion::sesion;
use leptos::prelude::*;
use ventanilla_tramites::guion::Seccion;

/// The page of review.
#[component]
pub fn Revisar(abierto: Abierto) -> impl IntoView {
    let escritorio = abierto.escritorio;
    let secciones = Memo::new(move |_| {
        let normativa = escritorio.contexto.normativa.read();
        escritorio
            .guion
            .resumen(&escritorio.revision.read(), &normativa, escritorio.contexto.hoy)
    });
    let errores = Memo::new(move |_| {
        let dictamen = escritorio.dictamen.read();
        let todos = dictamen.hallazgos.iter().filter(|h| h.es_error());
        let de_cual = |ruta: &str| escritorio.de_cual(ruta);
        todos
            .map(|h| (h.campo.clone(), de_cual(&h.campo) + &h.mensaje))
            .collect::<Vec<_>>()
    });
    let dictamen = escritorio.dictamen;
    let normativa = escritorio.contexto.normativa;
    view! {
        <div class="v-formulario">
            <Progreso escritorio base=abierto.base.get_value() actual=Signal::derive(|| None)/>
            <div class="v-formulario-cuerpo v-pila v-impreso">
                <Encabezado abierto titulo="Revise antes de enviar"/>
                <p class="v-solo-impresion v-marca-agua" aria-hidden="true">"BORRADOR, SIN VALIDEZ OFICIAL"</p>
                <p class="v-solo-impresion">"Borrador, sin validez oficial. Normativa "{move || normativa.read().version()}"."</p>
                <PorCorregir abierto errores/>
                <For each=move || secciones.get() key=|s| format!("{s:?}") let:seccion>
                    <Respuestas abierto seccion/>
                </For>
                <section class="v-panel v-panel--realce v-pila" aria-label="Resultado">
                    <Secciones secciones=Signal::derive(move || dictamen.read().secciones.clone())/>
                    <Hallazgos hallazgos=Signal::derive(move || dictamen.read().hallazgos.clone())/>
                </section>
                <Documentos abierto/>
                <p class="v-firma v-solo-impresion"><span>"Nombre y firma de quien lo presenta"</span></p>
                {match escritorio.contexto.practica.get_value() {
                    Some(practica) => view! { <Terminar abierto practica/> }.into_any(),
                    None => view! { <Enviar abierto errores/> }.into_any(),
                }}
            </div>
        </div>
    }
}

/// More errors than these are counted by step instead of listed one by one.
const ERRORES_NOMBRADOS: usize = 6;

/// What still stops it, each with the way there.
#[component]
fn PorCorregir(abierto: Abierto, errores: Memo<Vec<(String, String)>>) -> impl IntoView {
    let renglones = Memo::new(move |_| {
        let errores = errores.get();
        let paso_de = |ruta: &str| abierto.escritorio.paso_de(ruta).unwrap_or(0);
        if errores.len() <= ERRORES_NOMBRADOS {
            return errores
                .into_iter()
                .map(|(ruta, mensaje)| (paso_de(&ruta), mensaje))
                .collect();
        }
        let mut por_paso: Vec<(usize, usize)> = Vec::new();
        for (ruta, _) in errores {
            let paso = paso_de(&ruta);
            match por_paso.iter_mut().find(|(p, _)| *p == paso) {
                Some((_, cuantos)) => *cuantos += 1,
                None => por_paso.push((paso, 1)),
            }
        }
        por_paso
            .into_iter()
            .map(|(paso, cuantos)| (paso, cuenta_del_paso(abierto, paso, cuantos)))
            .collect::<Vec<_>>()
    });
    move || {
        let renglones = renglones.get();
        (!renglones.is_empty()).then(|| {
            view! {
                <div class="v-resumen-errores" id="resumen-de-errores" tabindex="-1">
                    <h2>{match errores.read().len() { 1 => "Falta un dato por corregir".to_owned(), n => format!("Faltan {n} datos por corregir") }}</h2>
                    <ul>
                        {renglones
                            .into_iter()
                            .map(|(paso, texto)| {
                                let href = abierto.para_cambiar(abierto.clave(paso));
                                view! { <li><a href=href on:click=move |_| abierto.escritorio.intentar_todos()>{texto}</a></li> }
                            })
                            .collect_view()}
                    </ul>
                </div>
            }
        })
    }
}

fn cuenta_del_paso(abierto: Abierto, paso: usize, cuantos: usize) -> String {
    let titulo = abierto.escritorio.guion.pasos[paso].titulo;
    match cuantos {
        1 => format!("{titulo}: falta un dato"),
        n => format!("{titulo}: faltan {n} datos"),
    }
}

#[component]
fn Respuestas(abierto: Abierto, seccion: Seccion) -> impl IntoView {
    let destino = abierto.para_cambiar(&seccion.paso);
    let titulo = seccion.titulo.clone();
    view! {
        <section class="v-seccion">
            <div class="v-seccion-cabeza">
                <h2 class="v-panel-titulo">{seccion.titulo}</h2>
                <a href=destino>"Cambiar"<span class="v-oculto">" "{titulo}</span></a>
            </div>
            <dl class="v-respuestas">
                {seccion
                    .renglones
                    .into_iter()
                    .map(|renglon| {
                        let vacio = renglon.valor.is_empty();
                        view! {
                            <div>
                                <dt>{renglon.rotulo}</dt>
                                <dd class=("v-tenue", vacio)>{if vacio { "Sin contestar".to_owned() } else { renglon.valor }}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
            {seccion.cuadro.map(|cuadro| view! { <CuadroDeCifras cuadro/> })}
        </section>
    }
}

/// The whole list of what must be brought, marked where it is already at hand: it prints as a checklist.
#[component]
fn Documentos(abierto: Abierto) -> impl IntoView {
    let escritorio = abierto.escritorio;
    let lista = Memo::new(move |_| escritorio.dictamen.read().documentos.clone());
    let reunido = move |clave: &str| {
        let revision = escritorio.revision.read();
        let reunidos = revision.valores.texto("documentos.reunidos").to_owned();
        reunidos.split(',').any(|c| c == clave)
    };
    view! {
        <section class="v-seccion" aria-labelledby="documentos-que-se-llevan">
            <h2 class="v-panel-titulo" id="documentos-que-se-llevan">"Documentos que se llevan a la ventanilla"</h2>
            <ul class="v-documentos" role="list">
                {move || lista
                    .get()
                    .into_iter()
                    .map(|documento| {
                        let tiene = reunido(&documento.clave);
                        view! {
                            <li class="v-documento" class:v-documento--cotejado=tiene>
                                {documento.titulo}
                                <span class="v-oculto">{if tiene { " (lo tiene)" } else { " (por reunir)" }}</span>
                                <span class="v-pista">{documento.fuente}</span>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </section>
    }
}

/// In a practice nothing is sent: what is written is what is graded, errors and all.
#[component]
fn Terminar(abierto: Abierto, practica: EnPractica) -> impl IntoView {
    let caso = Ruta::Caso.con(&practica.id.to_string());
    let terminar = move |_| {
        abierto.guardador.ya();
        ir_a_direccion(&caso);
    };
    view! {
        <div class="v-pila v-no-imprimir">
            <p class="v-pista">"Es un caso simulado: no se envía. Se califica lo que quede escrito, también si falta o está mal."</p>
            <div class="v-botones v-botones--pie">
                <button class="v-boton v-boton--primario" type="button" on:click=terminar>"Terminar y volver al caso"</button>
                <button class="v-boton" type="button" on:click=move |_| crate::impresion::imprimir()>"Imprimir el borrador"</button>
            </div>
        </div>
    }
}

#[component]
fn Enviar(abierto: Abierto, errores: Memo<Vec<(String, String)>>) -> impl IntoView {
    let escritorio = abierto.escritorio;
    let (cola, sesion) = (cola(), sesion());
    let poniendo = StoredValue::new(false);
    let enviar = move |_| {
        if poniendo.get_value() {
            return;
        }
        if !errores.read_untracked().is_empty() {
            escritorio.intentar_todos();
            mostrar_errores();
            return;
        }
        poniendo.set_value(true);
        let normativa = escritorio.contexto.normativa.get_untracked();
        let envio = escritorio.guion.envio(
            &escritorio.revision.read_untracked(),
            &escritorio.dictamen.read_untracked(),
            &normativa,
        );
        let (guardador, destino) = (abierto.guardador, abierto.direccion("enviado"));
        leptos::task::spawn_local(async move {
            guardador.asentar().await;
            let Some(guardado) = guardador.guardado.try_get_untracked() else {
                return;
            };
            match cola.poner(guardado, envio).await {
                Ok(guardado) => {
                    guardador.adoptar(guardado);
                    ir_a_direccion(&destino);
                }
                Err(error) => escritorio.contexto.fallo_el_almacen(&error),
            }
            let _ = poniendo.try_update_value(|p| *p = false);
        });
    };
    let aviso = move || {
        let falla = match sesion.conexion.get() {
            crate::sesion::Conexion::SinRed => {
                Falla::SinRed.texto() + " Al enviar se queda guardado en este equipo y sale solo cuando vuelva la red."
            }
            crate::sesion::Conexion::SinSesion => {
                Falla::SinSesion.texto() + " Al enviar se queda guardado, y sale cuando entre."
            }
            _ => return None,
        };
        Some(view! { <div class="v-aviso v-aviso--advertencia"><p>{falla}</p></div> })
    };
    view! {
        <div class="v-pila v-no-imprimir">
            {aviso}
            <div class="v-botones v-botones--pie">
                <button class="v-boton v-boton--primario" type="button" id="enviar-el-tramite" on:click=enviar>"Enviar el trámite"</button>
                <button class="v-boton" type="button" on:click=move |_| crate::impresion::imprimir()>"Imprimir el borrador"</button>
                <a class="v-boton v-boton--quieto" href=Ruta::Tramites.ancla()>"Dejarlo para después"</a>
            </div>
        </div>
    }
}
