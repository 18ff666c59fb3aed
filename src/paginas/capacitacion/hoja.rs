//! The sheet of answers: data, figures, findings and the decision.

use super::decision::Decidir;
use super::hallazgos::Senalar;
use super::mesa::Mesa;
use super::registro::Registro;
use crate::componentes::{Campo, CampoDeTexto};
use leptos::prelude::*;
use ventanilla_capacitacion::caso::Opcion;

/// The sheet.
#[component]
pub fn Hoja(mesa: Mesa) -> impl IntoView {
    let caso = mesa.registro.with_untracked(|r| r.planteamiento.clone());
    let examen = mesa.registro.with_untracked(|r| r.caso.is_none());
    let faltan = Memo::new(move |_| mesa.registro.with(sin_contestar));
    let pedido = RwSignal::new(false);
    let avisado = Memo::new(move |_| pedido.get() && faltan.get() > 0);
    let entregar = move |_| {
        if faltan.get_untracked() == 0 || avisado.get_untracked() {
            mesa.entregar();
        } else {
            pedido.set(true);
        }
    };
    let datos = (!caso.datos.is_empty()).then(|| {
        let campos = caso.datos.iter().enumerate().map(|(i, d)| {
            let pedido = Pedido::nuevo(Cual::Dato, i, &d.clave, &d.rotulo, &d.opciones);
            view! { <Respuesta mesa pedido/> }
        });
        view! {
            <fieldset class="v-grupo-de-respuestas">
                <legend>"Datos con que se calcula"</legend>
                {campos.collect_view()}
            </fieldset>
        }
    });
    let cifras = (!caso.cifras.is_empty()).then(|| {
        let campos = caso.cifras.iter().enumerate().map(|(i, c)| {
            let pedido = Pedido::nuevo(Cual::Cifra, i, &c.clave, &c.rotulo, &c.opciones);
            view! { <Respuesta mesa pedido/> }
        });
        view! {
            <fieldset class="v-grupo-de-respuestas">
                <legend>"Cifras y fechas"</legend>
                {campos.collect_view()}
            </fieldset>
        }
    });
    view! {
        <section class="v-panel v-pila v-pila--amplia" aria-labelledby="hoja-de-respuestas">
            <div>
                <h2 class="v-panel-titulo" id="hoja-de-respuestas">"2. Conteste"</h2>
                <p class="v-pista">"Importes con centavos, porcentajes como los da la pantalla, fechas como 17/11/2026. Se guarda mientras escribe."</p>
            </div>
            {datos}
            {cifras}
            <Senalar mesa/>
            {caso.decide.then(|| view! { <Decidir mesa/> })}
            <div role="status">
                {move || avisado.get().then(|| view! {
                    <div class="v-aviso v-aviso--advertencia">
                        <p class="v-aviso-titulo">{que_falta(faltan.get())}</p>
                        <p>{if examen { "Si quiere, complételo antes." } else { "Al calificar se ven las respuestas correctas. Si quiere, complételo antes." }}</p>
                    </div>
                })}
            </div>
            <div class="v-botones v-botones--pie">
                <button class="v-boton v-boton--primario" type="button" id="entregar" on:click=entregar>
                    {move || match (examen, avisado.get()) {
                        (true, false) => "Entregar este caso",
                        (true, true) => "Entregar así",
                        (false, false) => "Calificar",
                        (false, true) => "Calificar así",
                    }}
                </button>
                <button class="v-boton v-boton--quieto" type="button" on:click=move |_| mesa.dejar()>"Dejarlo para después"</button>
            </div>
        </section>
    }
}

/// How much of the sheet is blank; the form counts as one.
fn sin_contestar(registro: &Registro) -> usize {
    let (caso, dado) = (&registro.planteamiento, &registro.intento);
    let datos = caso.datos.iter().filter(|d| !dado.datos.contains_key(&d.clave));
    let cifras = caso.cifras.iter().filter(|c| !dado.cifras.contains_key(&c.clave));
    let decision = usize::from(caso.decide && dado.decision.is_none());
    let formulario = usize::from(caso.tramite.is_some() && registro.tramite.is_none());
    datos.count() + cifras.count() + decision + formulario
}

fn que_falta(cuantos: usize) -> String {
    match cuantos {
        1 => "Falta una respuesta.".to_owned(),
        n => format!("Faltan {n} respuestas."),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Cual {
    Dato,
    Cifra,
}

/// Something that is asked.
#[derive(Clone)]
struct Pedido {
    cual: Cual,
    id: String,
    clave: String,
    rotulo: String,
    opciones: Vec<Opcion>,
}

impl Pedido {
    fn nuevo(cual: Cual, i: usize, clave: &str, rotulo: &str, opciones: &[Opcion]) -> Self {
        let nombre = if cual == Cual::Dato { "dato" } else { "cifra" };
        Self {
            cual,
            id: format!("{nombre}-{i}"),
            clave: clave.to_owned(),
            rotulo: rotulo.to_owned(),
            opciones: opciones.to_vec(),
        }
    }
}

#[component]
fn Respuesta(mesa: Mesa, pedido: Pedido) -> impl IntoView {
    let Pedido {
        cual,
        id,
        clave,
        rotulo,
        opciones,
    } = pedido;
    let leida = clave.clone();
    let valor = Memo::new(move |_| {
        let registro = mesa.registro.read();
        let donde = match cual {
            Cual::Dato => &registro.intento.datos,
            Cual::Cifra => &registro.intento.cifras,
        };
        donde.get(&leida).cloned().unwrap_or_default()
    });
    let escribir = move |texto: String| {
        mesa.anotar(|i| {
            let donde = match cual {
                Cual::Dato => &mut i.datos,
                Cual::Cifra => &mut i.cifras,
            };
            if texto.is_empty() {
                donde.remove(&clave);
            } else {
                donde.insert(clave.clone(), texto);
            }
        });
    };
    if opciones.is_empty() {
        return view! { <CampoDeTexto id etiqueta=rotulo valor al_escribir=escribir clase="v-ancho-20"/> }.into_any();
    }
    view! {
        <Campo id=id.clone() etiqueta=rotulo>
            <select class="v-lista" id=id on:change=move |e| escribir(event_target_value(&e))>
                <option value="" selected=move || valor.read().is_empty()>"Elija una"</option>
                {opciones.into_iter().map(|o| {
                    let suya = o.valor.clone();
                    view! { <option value=o.valor selected=move || *valor.read() == suya>{o.rotulo}</option> }
                }).collect_view()}
            </select>
        </Campo>
    }
    .into_any()
}
