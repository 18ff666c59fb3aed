//! A fracción: its class and prima, the questions that tell it from its sisters, what it refers to, and how sure it is.

use super::tarjeta::Tarjeta;
use super::{Catalogo, Respuesta, descripcion, direccion_de};
use crate::paginas::papel::enfocar;
use crate::ruta::{Ruta, ir_a_direccion};
use leptos::prelude::*;
use ventanilla_normativa::{Confianza, Fila, Tabla};
use ventanilla_reglas::clasificacion::{Fraccion, Pregunta, preguntas, remisiones};

/// The open fracción.
#[component]
pub fn Detalle(catalogo: Catalogo) -> impl IntoView {
    move || {
        match catalogo.leer(&catalogo.fraccion.get()) {
        Ok(registro) => view! { <Ficha catalogo registro/> }.into_any(),
        Err(mensaje) => view! {
            <div class="v-vacio">
                <h2 id="detalle-titulo" tabindex="-1">"Esa fracción no está en el catálogo"</h2>
                <p>{mensaje}</p>
                <div class="v-botones"><a class="v-boton" href=Ruta::Clasificacion.ancla()>"Ver todo el catálogo"</a></div>
            </div>
        }
        .into_any(),
    }
    }
}

#[component]
fn Ficha(catalogo: Catalogo, registro: Fraccion) -> impl IntoView {
    let codigo = registro.fraccion.clone();
    let a_copiar = codigo.clone();
    view! {
        <article class="v-panel v-panel--realce v-pila v-ficha v-no-imprimir" aria-labelledby="detalle-titulo">
            <div class="v-ficha-cabeza">
                <p class="v-tenue">"División "{registro.division.clone()}" · "{registro.division_nombre.clone()}" › Grupo "{registro.grupo.clone()}" · "{registro.grupo_nombre.clone()}</p>
                <h2 id="detalle-titulo" tabindex="-1">{codigo.clone()}" · "{registro.descripcion.clone()}</h2>
            </div>
            <Dicho catalogo codigo=codigo.clone()/>
            <Cifras catalogo registro=registro.clone()/>
            <Hermanas catalogo codigo=codigo.clone()/>
            <Remisiones catalogo codigo/>
            <div class="v-botones">
                <a class="v-boton v-boton--primario" href=Ruta::Tramites.ancla() on:click=move |_| copiar(catalogo, &a_copiar)>"Usar en un registro patronal"</a>
                <button class="v-boton" type="button" on:click={let codigo = registro.fraccion.clone(); move |_| copiar(catalogo, &codigo)}>"Copiar el código"</button>
            </div>
            <details class="v-ayuda">
                <summary>"¿Presta servicios en las instalaciones de otra empresa?"</summary>
                <p>"Se clasifica por la actividad más riesgosa que hagan sus trabajadores, no por la oficina (RACERF 19). Si su actividad no está en el catálogo, por la más parecida (RACERF 20)."</p>
            </details>
        </article>
        <Tarjeta catalogo registro/>
    }
}

/// What the last answer did.
#[component]
fn Dicho(catalogo: Catalogo, codigo: String) -> impl IntoView {
    let dicho = move || {
        let respuesta = catalogo.respuesta.get()?;
        (respuesta.hacia == codigo).then_some(respuesta.dicho)
    };
    view! { <div role="status">{move || dicho().map(|texto| view! { <div class="v-aviso v-aviso--exito"><p>{texto}</p></div> })}</div> }
}

#[component]
fn Cifras(catalogo: Catalogo, registro: Fraccion) -> impl IntoView {
    let normativa = catalogo.contexto.normativa.get_untracked();
    let hoy = catalogo.contexto.hoy;
    let origen = |fila: Option<&Fila>| fila.map(|f| (f.fundamento.to_string(), f.fuente.to_string(), f.confianza));
    let clase = origen(normativa.vigente(Tabla::Fracciones, &registro.fraccion, hoy).ok());
    let prima = origen(normativa.vigente(Tabla::PrimasMedias, registro.clase.clave(), hoy).ok());
    view! {
        <div class="v-cifras">
            <div class="v-cifra">
                <span class="v-cifra-nombre">"Clase de riesgo"</span>
                <span class="v-cifra-valor" data-clase>{registro.clase.clave()}</span>
                {clase.map(procedencia)}
            </div>
            <div class="v-cifra">
                <span class="v-cifra-nombre">"Prima media"</span>
                <span class="v-cifra-valor">{registro.prima_media}" %"</span>
                {prima.map(procedencia)}
            </div>
        </div>
    }
}

fn procedencia((fundamento, fuente, confianza): (String, String, Confianza)) -> impl IntoView {
    let fuente = if fuente == fundamento { String::new() } else { fuente };
    view! {
        <span class="v-cifra-nota">
            <span class="v-insignia v-insignia--articulo">{fundamento}</span>" "
            <small class="v-tenue">{fuente}</small>" "
            {duda(confianza)}
        </span>
    }
}

/// How sure a datum is, when it is not quite.
fn duda(confianza: Confianza) -> Option<AnyView> {
    match confianza {
        Confianza::Alta => None,
        Confianza::Media => {
            Some(view! { <span class="v-insignia v-insignia--media">"confianza media"</span> }.into_any())
        }
        Confianza::Baja => Some(view! { <span class="v-insignia v-insignia--baja">"no verificado"</span> }.into_any()),
    }
}

/// The next question of each family of sisters; after an answer, the one that follows it.
#[component]
fn Hermanas(catalogo: Catalogo, codigo: String) -> impl IntoView {
    move || {
        let todas = preguntas(&catalogo.contexto.normativa.read(), &codigo, catalogo.contexto.hoy);
        let mut familias: Vec<String> = todas.iter().map(|p| p.familia.clone()).collect();
        familias.dedup();
        let respuesta = catalogo.respuesta.get().filter(|r| r.hacia == codigo);
        let siguientes: Vec<(usize, Pregunta)> = familias
            .iter()
            .filter_map(|familia| siguiente(&todas, familia, &codigo, respuesta.as_ref()))
            .collect();
        if siguientes.is_empty() {
            let resueltas = respuesta.is_some();
            return resueltas
                .then(|| view! { <p class="v-tenue">"No quedan preguntas: ésta es la fracción."</p> }.into_any());
        }
        let bloques = siguientes
            .into_iter()
            .map(|(posicion, pregunta)| view! { <Hermana catalogo pregunta posicion codigo=codigo.clone()/> })
            .collect_view();
        Some(en_su_panel(bloques))
    }
}

fn en_su_panel(bloques: impl IntoView + 'static) -> AnyView {
    view! {
        <section class="v-pila v-pila--junta v-hermanas-panel" aria-labelledby="hermanas-titulo">
            <h3 id="hermanas-titulo">"¿Seguro que es ésta?"</h3>
            <p class="v-pista">"Hay fracciones muy parecidas. Conteste y, si le toca otra, se abre."</p>
            {bloques}
        </section>
    }
    .into_any()
}

/// Those of a family are asked in order: after each answer, the next one that names the fracción.
fn siguiente(
    todas: &[Pregunta],
    familia: &str,
    codigo: &str,
    respuesta: Option<&Respuesta>,
) -> Option<(usize, Pregunta)> {
    let desde = respuesta.filter(|r| r.familia == familia).map_or(0, |r| r.siguiente);
    let suyas = todas.iter().filter(|p| p.familia == familia).enumerate();
    let mut quedan = suyas.skip(desde);
    let hallada = quedan.find(|(_, p)| p.si == codigo || p.no == codigo);
    hallada.map(|(i, p)| (i, p.clone()))
}

#[component]
fn Hermana(catalogo: Catalogo, pregunta: Pregunta, posicion: usize, codigo: String) -> impl IntoView {
    let nombre = pregunta.pregunta.clone();
    let boton = |rotulo: &'static str, destino: String| {
        let descripcion = descripcion(catalogo, &destino);
        let (pregunta, actual) = (pregunta.clone(), codigo.clone());
        let nota = if destino == actual { "se queda en" } else { "pasa a" };
        let al_contestar = {
            let destino = destino.clone();
            move |_| contestar(catalogo, &pregunta, posicion, rotulo, &actual, &destino)
        };
        view! {
            <button class="v-boton v-respuesta" type="button" on:click=al_contestar>
                <strong>{rotulo}</strong>
                <span>{nota}" "{destino}": "{descripcion}</span>
            </button>
        }
    };
    view! {
        <div class="v-hermana" role="group" aria-label=nombre>
            <span class="v-fuerte">{pregunta.pregunta.clone()}</span>
            <span class="v-respuestas-si-no">{boton("Sí", pregunta.si.clone())}{boton("No", pregunta.no.clone())}</span>
        </div>
    }
}

fn contestar(catalogo: Catalogo, pregunta: &Pregunta, posicion: usize, rotulo: &str, actual: &str, destino: &str) {
    let dicho = if actual == destino {
        format!(
            "A «{}» contestó {rotulo}: sigue siendo la {destino}.",
            pregunta.pregunta
        )
    } else {
        format!(
            "A «{}» contestó {rotulo}: de la {actual} pasó a la {destino}.",
            pregunta.pregunta
        )
    };
    catalogo.respuesta.set(Some(Respuesta {
        familia: pregunta.familia.clone(),
        hacia: destino.to_owned(),
        siguiente: posicion + 1,
        dicho,
    }));
    if actual == destino {
        enfocar("detalle-titulo"); // the buttons that had the focus are gone
    } else {
        ir_a_direccion(&direccion_de(destino));
    }
}

#[component]
fn Remisiones(catalogo: Catalogo, codigo: String) -> impl IntoView {
    let normativa = catalogo.contexto.normativa.get_untracked();
    let otras = remisiones(&normativa, &codigo, catalogo.contexto.hoy);
    (!otras.is_empty()).then(|| {
        let enlaces = otras
            .into_iter()
            .map(|otra| {
                let destino = if otra.codigo.len() == 2 {
                    let division = otra.codigo.get(..1).unwrap_or_default();
                    Ruta::Clasificacion.con(&[division, "/", &otra.codigo].concat())
                } else {
                    direccion_de(&otra.codigo)
                };
                view! { <li><a href=destino>{otra.codigo.clone()}" · "{otra.descripcion}</a></li> }
            })
            .collect_view();
        view! {
            <section class="v-pila v-pila--junta" aria-labelledby="remisiones-titulo">
                <h3 id="remisiones-titulo">"Lo que va en otra parte"</h3>
                <p class="v-pista">"La descripción de esta fracción manda estas actividades a:"</p>
                <ul>{enlaces}</ul>
            </section>
        }
    })
}

/// Copies the code; where the browser does not let it, says it so that it can be typed.
fn copiar(catalogo: Catalogo, codigo: &str) {
    let contexto = catalogo.contexto;
    let dicho = format!("Se copió la fracción {codigo}.");
    let no = format!("La fracción es {codigo}. Escríbala en el trámite.");
    let otra_vez = no.clone();
    let bien = move || contexto.avisar(dicho);
    let mal = move || contexto.avisar(otra_vez);
    if al_portapapeles(codigo, bien, mal).is_none() {
        contexto.avisar(no);
    }
}

/// The clipboard through its own door: `None` where the browser has none.
fn al_portapapeles(texto: &str, bien: impl FnOnce() + 'static, mal: impl FnOnce() + 'static) -> Option<()> {
    use js_sys::{Function, Reflect};
    use wasm_bindgen::prelude::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    let tomar = |de: &JsValue, nombre: &str| Reflect::get(de, &JsValue::from_str(nombre)).ok();
    let portapapeles = tomar(&tomar(&window().into(), "navigator")?, "clipboard")?;
    let escribir: Function = tomar(&portapapeles, "writeText")?.dyn_into().ok()?;
    let promesa = escribir.call1(&portapapeles, &JsValue::from_str(texto)).ok()?;
    let entonces: Function = tomar(&promesa, "then")?.dyn_into().ok()?;
    let bien = Closure::once_into_js(move |_: JsValue| bien());
    let mal = Closure::once_into_js(move |_: JsValue| mal());
    entonces.call2(&promesa, &bien, &mal).ok().map(drop)
}
