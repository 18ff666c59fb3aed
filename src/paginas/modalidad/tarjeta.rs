//! The modalities that apply, each on a card: what it costs, from when, what speaks for it and against it, and the way to
//! ask for it.

use super::taller::Taller;
use crate::componentes::{ArbolDeMemoria, fecha_larga, pesos};
use crate::paginas::dichos::{articulos_en_linea, hallazgos};
use crate::paginas::empezar;
use crate::ruta::Ruta;
use leptos::prelude::*;
use ventanilla_reglas::fecha::Mes;
use ventanilla_reglas::hallazgo::{Gravedad, Hallazgo};
use ventanilla_reglas::incorporacion::{Modalidad, Procede};
use ventanilla_reglas::mensajes::entrada::VERIFICADO_HASTA;
use ventanilla_tramites::incorporacion;
use ventanilla_tramites::modalidades::{Comparada, Costo, Espera, Ventaja};
use ventanilla_tramites::texto::con_fechas;

/// What is said of fees that come from no official source; also on paper.
pub const NO_OFICIAL: &str = "Estas cuotas se leyeron en una publicación que no es del Instituto: confírmelas.";

/// All of them.
#[component]
pub fn Tarjetas(taller: Taller) -> impl IntoView {
    let tarjetas = move || {
        let todas = taller.comparadas.get();
        todas
            .iter()
            .cloned()
            .map(|comparada| view! { <Tarjeta taller comparada/> })
            .collect_view()
    };
    view! {
        <section class="v-pila" aria-labelledby="modalidad-comparacion">
            <h2 class="v-panel-titulo" id="modalidad-comparacion">"Lo que puede pedir"</h2>
            <div class="v-modalidades">{tarjetas}</div>
        </section>
    }
}

#[component]
fn Tarjeta(taller: Taller, comparada: Comparada) -> impl IntoView {
    let opcion = comparada.opcion.clone();
    let modalidad = opcion.modalidad;
    let id = format!("modalidad-{}", modalidad.clave());
    let id_del_titulo = id.clone();
    let principal = comparada.recomendada;
    let (ventajas, esperas) = (comparada.ventajas.clone(), comparada.esperas.clone());
    let insignia = match opcion.procede {
        Procede::ConReserva => Some("Con reserva"),
        _ => None,
    };
    view! {
        <article class="v-panel v-modalidad v-pila" class:v-panel--realce=principal aria-labelledby=id data-modalidad=modalidad.clave()>
            <header>
                <h3 id=id_del_titulo>{opcion.nombre.clone()}</h3>
                <p class="v-fila">
                    <span class="v-insignia">{clave(modalidad)}</span>
                    {principal.then(|| view! { <span class="v-insignia v-insignia--exito">"Empiece por ésta"</span> })}
                    {comparada.continua.then(|| view! { <span class="v-insignia v-insignia--exito">"Está en ella"</span> })}
                    {insignia.map(|texto| view! { <span class="v-insignia v-insignia--advertencia">{texto}</span> })}
                </p>
            </header>
            {(!principal).then(|| view! {
                <p>{con_fechas(&opcion.motivo)}{articulos_en_linea(opcion.fundamento.iter().copied())}</p>
            })}
            {if comparada.continua {
                view! { <p>"Sigue en ella: por ahora no hay nada que solicitar."</p> }.into_any()
            } else {
                view! { <Cuesta taller comparada=comparada.clone()/> }.into_any()
            }}
            <Ventajas ventajas/>
            <Esperas esperas/>
            <Camino taller comparada/>
        </article>
    }
}

/// A short name.
pub fn clave(modalidad: Modalidad) -> String {
    match modalidad {
        Modalidad::Pti => "Independiente".to_owned(),
        Modalidad::Hogar => "Obligatorio".to_owned(),
        otra => format!("Modalidad {}", otra.clave()),
    }
}

#[component]
fn Cuesta(taller: Taller, comparada: Comparada) -> impl IntoView {
    let modalidad = comparada.opcion.modalidad;
    match comparada.costo {
        Some(Ok(costo)) => view! { <Importes taller modalidad costo/> }.into_any(),
        Some(Err(errores)) => view! {
            <div class="v-aviso v-aviso--advertencia">
                {errores.into_iter().map(|h| view! { <p>{en_palabras(modalidad, &h)}</p> }).collect_view()}
            </div>
        }
        .into_any(),
        None => falta(modalidad)
            .map(|texto| view! { <p class="v-tenue">{texto}</p> })
            .into_any(),
    }
}

/// The rules speak of their input; the page, of its questions.
fn en_palabras(modalidad: Modalidad, hallazgo: &Hallazgo) -> String {
    if modalidad == Modalidad::M33 && hallazgo.campo.starts_with("edades") {
        return "Falta la cuota oficial de algún grupo de edad. Pregúntela y escríbala arriba, en «Cuotas que faltan en las tablas»: no se supone.".to_owned();
    }
    con_fechas(&hallazgo.mensaje)
}

/// What is asked for before it can be computed; `None` for what a person does not pay.
fn falta(modalidad: Modalidad) -> Option<&'static str> {
    Some(match modalidad {
        Modalidad::Pti => "Escriba arriba su ingreso para ver lo que cuesta.",
        Modalidad::M40 => "Escriba arriba su último salario base de cotización para ver lo que cuesta.",
        Modalidad::M33 => "Escriba arriba la edad de cada persona para ver lo que cuesta.",
        Modalidad::Hogar => "Escriba arriba el salario para ver lo que cuesta.",
        _ => return None,
    })
}

#[component]
fn Importes(taller: Taller, modalidad: Modalidad, costo: Costo) -> impl IntoView {
    let por_mes = costo.de.map(Mes::en_palabras);
    let rotulo_mes = match (&por_mes, costo.orientativo) {
        (Some(mes), false) => format!("Al mes ({mes})"),
        (Some(mes), true) => format!("Al mes ({mes}), orientación"),
        (None, _) => "Equivale al mes".to_owned(),
    };
    let rotulo_anio = match (modalidad, costo.anio_exacto) {
        (Modalidad::Pti, true) => "Un año, en un solo pago",
        (_, true) => "Un año, por adelantado",
        (_, false) => "Doce meses como ése",
    };
    let inicio = costo.pago.map(|pago| {
        let cuando = if pago.vence.0 < taller.papel.contexto.hoy {
            "al pedirla".to_owned()
        } else {
            format!("a más tardar el {}", fecha_larga(pago.vence.0))
        };
        format!(
            "Si la pide hoy, cubre desde el {}; se paga {cuando}.",
            fecha_larga(pago.desde.0)
        )
    });
    let inicio = match modalidad {
        Modalidad::M40 => Some("Empieza el día que la pide o, si quiere, el siguiente a su baja.".to_owned()),
        Modalidad::Hogar => None,
        _ => inicio,
    };
    let avisos: Vec<Hallazgo> = costo
        .hallazgos
        .iter()
        .filter(|h| h.gravedad == Gravedad::Advertencia && !callado(h))
        .cloned()
        .collect();
    let (mes, anio) = (pesos(costo.mes), pesos(costo.anio));
    let anual = costo.de.is_none();
    let primero = view! { <div><dt>{rotulo_mes}</dt><dd data-mes>{mes}</dd></div> };
    let segundo = view! { <div><dt>{rotulo_anio}</dt><dd data-anio>{anio}</dd></div> };
    view! {
        <dl class="v-modalidad-costo">
            {if anual { (segundo.into_any(), primero.into_any()) } else { (primero.into_any(), segundo.into_any()) }}
        </dl>
        {inicio.map(|texto| view! { <p>{texto}</p> })}
        {(modalidad == Modalidad::M40).then(|| view! {
            <p class="v-tenue">"Con su último salario, lo menos que se puede. "<a href=Ruta::Continuacion.ancla()>"Ver con otro salario, año por año"</a></p>
        })}
        {(modalidad == Modalidad::Pti && costo.anio_exacto).then(|| view! {
            <p class="v-tenue">"El año por adelantado se calcula con la UMA y el salario mínimo del primer mes, y con el porcentaje de cesantía y vejez de cada año."</p>
        })}
        {costo.no_oficial.then(|| view! {
            <div class="v-aviso v-aviso--advertencia"><p>{NO_OFICIAL}</p></div>
        })}
        {hallazgos(&avisos)}
        <Explicacion taller modalidad/>
    }
}

/// Where the figures come from: drawn only when somebody asks, since it is long.
#[component]
fn Explicacion(taller: Taller, modalidad: Modalidad) -> impl IntoView {
    let clave = modalidad.clave();
    let abierta = Memo::new(move |_| taller.explicadas.read().contains(clave));
    let al_abrir = move |evento: leptos::ev::Event| {
        let si = event_target::<web_sys::HtmlDetailsElement>(&evento).open();
        if abierta.get_untracked() != si {
            taller.explicadas.update(|e| {
                if si {
                    e.insert(clave);
                } else {
                    e.remove(clave);
                }
            });
        }
    };
    view! {
        <details class="v-ayuda" open=move || abierta.get() on:toggle=al_abrir>
            <summary>"De dónde sale"</summary>
            {move || abierta.get().then(|| view! { <ArbolDeMemoria nodos=taller.explicacion(modalidad)/> })}
        </details>
    }
}

/// What the conversation asked already, or the page says once.
fn callado(hallazgo: &Hallazgo) -> bool {
    incorporacion::se_dijo_ya(hallazgo.codigo) || hallazgo.codigo == VERIFICADO_HASTA.codigo
}

#[component]
fn Ventajas(ventajas: Vec<Ventaja>) -> impl IntoView {
    let filas = ventajas.into_iter().map(|v| {
        let (clase, dicho) = if v.a_favor {
            ("v-a-favor", "A favor: ")
        } else {
            ("v-en-contra", "En contra: ")
        };
        view! {
            <li class=clase>
                <span class="v-oculto">{dicho}</span>
                <span>{v.texto}{articulos_en_linea(v.fundamento.iter().copied())}</span>
            </li>
        }
    });
    view! { <ul class="v-modalidad-peso" role="list">{filas.collect_view()}</ul> }
}

#[component]
fn Esperas(esperas: Vec<Espera>) -> impl IntoView {
    let cuantas = esperas.len();
    let filas = esperas.into_iter().map(|e| {
        view! { <tr><th scope="row">{e.tratamiento}</th><td>{e.meses}" meses"</td><td>{fecha_larga(e.libera.0)}</td></tr> }
    });
    (cuantas > 0).then(|| view! {
        <details class="v-ayuda">
            <summary>"Tiempos de espera ("{cuantas}")"</summary>
            <table class="v-tabla v-tabla--densa">
                <thead><tr><th scope="col">"Tratamiento"</th><th scope="col">"Espera"</th><th scope="col">"Desde, si la pide hoy"</th></tr></thead>
                <tbody>{filas.collect_view()}</tbody>
            </table>
        </details>
    })
}

#[component]
fn Camino(taller: Taller, comparada: Comparada) -> impl IntoView {
    let modalidad = comparada.opcion.modalidad;
    let nombre = comparada.opcion.nombre.clone();
    let clase = if comparada.recomendada {
        "v-boton v-boton--primario"
    } else {
        "v-boton"
    };
    let al_empezar = move |_| empezar(&incorporacion::GUION, taller.solicitud(modalidad));
    comparada.se_solicita().then(|| view! {
        <div class="v-botones">
            <button class=clase type="button" on:click=al_empezar>"Empezar la solicitud"<span class="v-oculto">" "{nombre}</span></button>
        </div>
    })
}
