//! What is expected: each thing with its right answer, its weight and why.

use super::super::entradas::{Area, Eleccion, Texto};
use super::Pluma;
use super::parrafos::{separar_articulos, unir_articulos};
use crate::formulario::enfocar;
use leptos::prelude::*;
use ventanilla_capacitacion::caso::{
    Apoyo, CampoEsperado, Caso, CifraEsperada, Decision, DecisionEsperada, Esperado, HallazgoEsperado, Que,
};
use ventanilla_capacitacion::catalogo::de_caso;
use ventanilla_capacitacion::verificar::DECISION;

/// A list of what is expected.
type Lista<T> = fn(&mut Esperado) -> &mut Vec<T>;

const CAMPOS: Lista<CampoEsperado> = |e| &mut e.campos;
const CIFRAS: Lista<CifraEsperada> = |e| &mut e.cifras;
const DEBEN: Lista<HallazgoEsperado> = |e| &mut e.hallazgos.deben;
const NO_DEBEN: Lista<HallazgoEsperado> = |e| &mut e.hallazgos.no_deben;

/// A weight as it is typed; zero, which the case refuses in words, for what cannot be read.
fn peso(texto: &str) -> u32 {
    texto.trim().parse().unwrap_or(0)
}

/// One of a list.
struct Lugar<T: 'static> {
    pluma: Pluma,
    lista: Lista<T>,
    i: usize,
}

// whatever it is a list of
impl<T> Clone for Lugar<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Lugar<T> {}

impl<T: Clone + Send + Sync + 'static> Lugar<T> {
    fn cambiar(self, cambio: impl FnOnce(&mut T)) {
        self.pluma.cambiar(|c| {
            if let Some(este) = (self.lista)(&mut c.esperado).get_mut(self.i) {
                cambio(este);
            }
        });
    }

    fn quitar(self) {
        let Self { pluma, lista, i } = self;
        let antes = pluma.de(|c| c.esperado.clone());
        pluma.redibujar(|c| {
            let suyos = lista(&mut c.esperado);
            if i < suyos.len() {
                suyos.remove(i);
            }
        });
        pluma
            .contexto
            .avisar_con_regreso("Se quitó de lo que se espera.", move || {
                let _ = pluma.propio.try_update(|p| p.caso.esperado.clone_from(&antes));
                let _ = pluma.dibujo.try_update(|n| *n += 1);
            });
    }

    /// What the rules say of it.
    fn dicen(self, clave: fn(&T) -> &str) -> Signal<Option<String>> {
        self.pluma.sobre(move |caso: &Caso| {
            let mut esperado = caso.esperado.clone();
            (self.lista)(&mut esperado).get(self.i).map(|t| clave(t).to_owned())
        })
    }
}

/// The panels.
#[component]
pub fn LoEsperado(pluma: Pluma) -> impl IntoView {
    let e = pluma.de(|c| c.esperado.clone());
    let codigos = pluma.de(|c| de_caso(c).into_iter().map(|r| (r.codigo, r.ayuda)).collect::<Vec<_>>());
    let campos = filas(pluma, CAMPOS, e.campos, |lugar, c| {
        view! { <UnCampo lugar c/> }.into_any()
    });
    let deben = filas(pluma, DEBEN, e.hallazgos.deben, |lugar, h| {
        view! { <UnHallazgo lugar h prefijo="debe"/> }.into_any()
    });
    let no_deben = filas(pluma, NO_DEBEN, e.hallazgos.no_deben, |lugar, h| {
        view! { <UnHallazgo lugar h prefijo="no-debe"/> }.into_any()
    });
    let cifras = filas(pluma, CIFRAS, e.cifras, |lugar, c| {
        view! { <UnaCifra lugar c/> }.into_any()
    });
    view! {
        <section class="v-panel v-pila v-pila--amplia" aria-labelledby="esperado">
            <h2 class="v-panel-titulo" id="esperado">"Lo que se espera"</h2>
            <div>
                {["esperado", "esperado.campos", "esperado.cifras", "esperado.decision", "tramite", "tramite.guion", "calculos"]
                    .map(|campo| view! { {move || pluma.en(campo).get().map(|e| view! { <p class="v-error">{e}</p> })} })
                    .into_iter().collect_view()}
            </div>
            <LaDecision pluma decision=e.decision/>
            <Grupo titulo="Datos" boton="Agregar un dato" al_agregar=move || agregar(pluma, CAMPOS, campo_nuevo(), "campo")>{campos}</Grupo>
            <Grupo titulo="Hallazgos que se deben reportar" boton="Agregar un hallazgo" al_agregar=move || agregar(pluma, DEBEN, hallazgo_nuevo(), "debe")>{deben}</Grupo>
            <Grupo titulo="Hallazgos que serían un error" boton="Agregar un hallazgo que no es" al_agregar=move || agregar(pluma, NO_DEBEN, hallazgo_nuevo(), "no-debe")>{no_deben}</Grupo>
            <Grupo titulo="Cifras y fechas" boton="Agregar una cifra" al_agregar=move || agregar(pluma, CIFRAS, cifra_nueva(), "cifra")>{cifras}</Grupo>
            <datalist id="codigos">
                {codigos.into_iter().map(|(codigo, titulo)| view! { <option value=codigo>{titulo}</option> }).collect_view()}
            </datalist>
        </section>
    }
}

fn filas<T>(pluma: Pluma, lista: Lista<T>, suyos: Vec<T>, una: fn(Lugar<T>, T) -> AnyView) -> AnyView {
    let filas = suyos.into_iter().enumerate();
    filas
        .map(|(i, t)| una(Lugar { pluma, lista, i }, t))
        .collect_view()
        .into_any()
}

fn agregar<T: 'static>(pluma: Pluma, lista: Lista<T>, nuevo: T, prefijo: &'static str) {
    let mut i = 0;
    pluma.redibujar(|c| {
        let suyos = lista(&mut c.esperado);
        i = suyos.len();
        suyos.push(nuevo);
    });
    enfocar(format!("{prefijo}-{i}"));
}

fn campo_nuevo() -> CampoEsperado {
    CampoEsperado {
        clave: String::new(),
        rotulo: String::new(),
        opciones: Vec::new(),
        valor: String::new(),
        peso: 1,
        porque: String::new(),
        fundamento: Vec::new(),
    }
}

fn hallazgo_nuevo() -> HallazgoEsperado {
    HallazgoEsperado {
        codigo: String::new(),
        peso: 1,
        porque: String::new(),
    }
}

fn cifra_nueva() -> CifraEsperada {
    CifraEsperada {
        clave: String::new(),
        rotulo: String::new(),
        opciones: Vec::new(),
        de: Vec::new(),
        valor: String::new(),
        peso: 1,
        porque: String::new(),
        fundamento: Vec::new(),
        trampas: Vec::new(),
    }
}

#[component]
fn Grupo(
    titulo: &'static str,
    boton: &'static str,
    al_agregar: impl Fn() + 'static,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="v-pila" role="group" aria-label=titulo>
            <h3>{titulo}</h3>
            {children()}
            <div class="v-botones"><button class="v-boton" type="button" on:click=move |_| al_agregar()>{boton}</button></div>
        </div>
    }
}

/// The frame of one: its fields, and the way to take it away.
#[component]
fn Ficha(nombre: String, al_quitar: impl Fn() + 'static, children: Children) -> impl IntoView {
    let rotulo = nombre.clone();
    view! {
        <div class="v-esperado" role="group" aria-label=rotulo>
            <div class="v-campos">{children()}</div>
            <button class="v-boton v-boton--quieto" type="button" on:click=move |_| al_quitar()>"Quitar"<span class="v-oculto">" "{nombre}</span></button>
        </div>
    }
}

#[component]
fn UnCampo(lugar: Lugar<CampoEsperado>, c: CampoEsperado) -> impl IntoView {
    let i = lugar.i;
    let nombre = if c.rotulo.is_empty() {
        c.clave.clone()
    } else {
        c.rotulo.clone()
    };
    view! {
        <Ficha nombre al_quitar=move || lugar.quitar()>
            <Texto id=format!("campo-{i}") etiqueta="Dónde se contesta" clase="v-ancho-30" valor=c.clave al_escribir=move |t| lugar.cambiar(|c| c.clave = t)/>
            <Texto id=format!("campo-{i}-valor") etiqueta="Respuesta correcta" clase="v-ancho-18" valor=c.valor error=lugar.dicen(|c| &c.clave) al_escribir=move |t| lugar.cambiar(|c| c.valor = t)/>
            <Texto id=format!("campo-{i}-peso") etiqueta="Peso" tipo="number" clase="v-ancho-4" valor=c.peso.to_string() al_escribir=move |t| lugar.cambiar(|c| c.peso = peso(&t))/>
            <Texto id=format!("campo-{i}-rotulo") etiqueta="Qué se pregunta (si no es de un trámite)" clase="v-ancho-30" valor=c.rotulo al_escribir=move |t| lugar.cambiar(|c| c.rotulo = t)/>
            <Texto id=format!("campo-{i}-porque") etiqueta="Por qué" clase="v-ancho-30" valor=c.porque al_escribir=move |t| lugar.cambiar(|c| c.porque = t)/>
            <Texto id=format!("campo-{i}-fundamento") etiqueta="Artículos, con punto y coma" clase="v-ancho-18" valor=unir_articulos(&c.fundamento) al_escribir=move |t: String| lugar.cambiar(|c| c.fundamento = separar_articulos(&t))/>
        </Ficha>
    }
}

#[component]
fn UnHallazgo(lugar: Lugar<HallazgoEsperado>, h: HallazgoEsperado, prefijo: &'static str) -> impl IntoView {
    let i = lugar.i;
    let error = lugar.dicen(|h| &h.codigo);
    let id = format!("{prefijo}-{i}");
    let (de_error, describe) = (format!("{id}-error"), format!("{id}-error"));
    view! {
        <Ficha nombre=h.codigo.clone() al_quitar=move || lugar.quitar()>
            <div class="v-campo" class=("v-campo--error", move || error.read().is_some())>
                <label class="v-etiqueta" for=id.clone()>"Hallazgo"</label>
                <input class="v-entrada v-ancho-30" id=id list="codigos" autocomplete="off" spellcheck="false" aria-describedby=describe
                    prop:value=h.codigo on:input=move |e| lugar.cambiar(|h| h.codigo = event_target_value(&e))/>
                <div id=de_error>{move || error.get().map(|e| view! { <p class="v-error">{e}</p> })}</div>
            </div>
            <Texto id=format!("{prefijo}-{i}-peso") etiqueta="Peso" tipo="number" clase="v-ancho-4" valor=h.peso.to_string() al_escribir=move |t| lugar.cambiar(|h| h.peso = peso(&t))/>
            <Texto id=format!("{prefijo}-{i}-porque") etiqueta="Por qué" clase="v-ancho-30" valor=h.porque al_escribir=move |t| lugar.cambiar(|h| h.porque = t)/>
        </Ficha>
    }
}

#[component]
fn UnaCifra(lugar: Lugar<CifraEsperada>, c: CifraEsperada) -> impl IntoView {
    let i = lugar.i;
    view! {
        <Ficha nombre=c.rotulo.clone() al_quitar=move || lugar.quitar()>
            <Texto id=format!("cifra-{i}") etiqueta="Qué es" clase="v-ancho-30" valor=c.rotulo al_escribir=move |t| lugar.cambiar(|c| c.rotulo = t)/>
            <Texto id=format!("cifra-{i}-valor") etiqueta="Cifra correcta" clase="v-ancho-18" valor=c.valor error=lugar.dicen(|c| &c.clave) al_escribir=move |t| lugar.cambiar(|c| c.valor = t)/>
            <Texto id=format!("cifra-{i}-peso") etiqueta="Peso" tipo="number" clase="v-ancho-4" valor=c.peso.to_string() al_escribir=move |t| lugar.cambiar(|c| c.peso = peso(&t))/>
            <Texto id=format!("cifra-{i}-clave") etiqueta="Su clave" clase="v-ancho-18" valor=c.clave al_escribir=move |t| lugar.cambiar(|c| c.clave = t)/>
            <Texto id=format!("cifra-{i}-de") etiqueta="De dónde sale, con punto y coma" clase="v-ancho-30" valor=unir_articulos(&c.de) al_escribir=move |t: String| lugar.cambiar(|c| c.de = separar_articulos(&t))/>
            <Texto id=format!("cifra-{i}-porque") etiqueta="Por qué" clase="v-ancho-30" valor=c.porque al_escribir=move |t| lugar.cambiar(|c| c.porque = t)/>
            <Texto id=format!("cifra-{i}-fundamento") etiqueta="Artículos, con punto y coma" clase="v-ancho-18" valor=unir_articulos(&c.fundamento) al_escribir=move |t: String| lugar.cambiar(|c| c.fundamento = separar_articulos(&t))/>
        </Ficha>
    }
}

#[component]
fn LaDecision(pluma: Pluma, decision: Option<DecisionEsperada>) -> impl IntoView {
    let que = decision.as_ref().map(|d| d.decision.que);
    let opciones = [Que::Aceptar, Que::Prevenir, Que::Redirigir, Que::Rechazar].map(|q| (Some(q), q.rotulo()));
    let opciones = std::iter::once((None, "No se pregunta"))
        .chain(opciones)
        .collect::<Vec<_>>();
    let elegir = move |que: Option<Que>| pluma.redibujar(|c| decidir(&mut c.esperado, que));
    let cambiar = move |cambio: &dyn Fn(&mut DecisionEsperada)| {
        pluma.cambiar(|c| {
            if let Some(d) = &mut c.esperado.decision {
                cambio(d);
            }
        });
    };
    let dicen = pluma.sobre(|_| Some(DECISION.to_owned()));
    view! {
        <div class="v-pila" role="group" aria-label="Decisión">
            <h3>"Decisión"</h3>
            <Eleccion id="decision" etiqueta="Qué se decide" valor=que opciones al_elegir=elegir/>
            <div role="status">{move || dicen.get().map(|e| view! { <p class="v-error">{e}</p> })}</div>
            {decision.map(|d| view! {
                {(d.decision.que == Que::Redirigir).then(|| view! {
                    <Texto id="decision-a" etiqueta="A dónde: clave de la modalidad o del trámite" clase="v-ancho-18" valor=d.decision.a.clone().unwrap_or_default()
                        al_escribir=move |t: String| cambiar(&|d| d.decision.a = Some(t.trim().to_owned()).filter(|t| !t.is_empty()))/>
                })}
                <Area id="decision-porque" etiqueta="Por qué" filas=2 valor=d.porque al_escribir=move |t: String| cambiar(&|d| d.porque.clone_from(&t))/>
                <Texto id="decision-fundamento" etiqueta="Artículos, con punto y coma" valor=unir_articulos(&d.fundamento)
                    al_escribir=move |t: String| cambiar(&|d| d.fundamento = separar_articulos(&t))/>
            })}
        </div>
    }
}

/// Puts a decision. A new one rests on the findings that are expected, or on there being no errors.
fn decidir(e: &mut Esperado, que: Option<Que>) {
    let Some(que) = que else {
        e.decision = None;
        return;
    };
    let apoyos: Vec<Apoyo> = e
        .hallazgos
        .deben
        .iter()
        .map(|h| Apoyo::Hallazgo(h.codigo.clone()))
        .collect();
    let a_solas = if apoyos.is_empty() {
        vec![Apoyo::SinErrores]
    } else {
        apoyos
    };
    match &mut e.decision {
        Some(d) => {
            d.decision = Decision {
                que,
                a: d.decision.a.take().filter(|_| que == Que::Redirigir),
            };
        }
        None => {
            e.decision = Some(DecisionEsperada {
                decision: Decision::nueva(que),
                peso: 1,
                porque: String::new(),
                fundamento: Vec::new(),
                se_apoya_en: a_solas,
            });
        }
    }
}
