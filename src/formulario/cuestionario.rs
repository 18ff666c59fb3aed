//! The medical questionnaire of a person. What is answered lives in memory while the form is open, and never reaches what
//! is kept, sent or printed; of the whole only its result is an answer of the form.

use super::bloque::{enfocar, enfocar_ya};
use super::pregunta::Campo;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use ventanilla_tramites::incorporacion::cuestionario::{PreguntaMedica, Resultado, preguntas};

/// The questionnaire, closed until somebody opens it.
pub fn cuestionario(campo: Campo) -> impl IntoView {
    let campo = StoredValue::new(campo);
    let abierto = RwSignal::new(false);
    let id = campo.with_value(|c| c.id.clone());
    let texto = campo.with_value(|c| c.texto);
    let estado = move || Resultado::de_clave(&texto.read());
    let abrir = move |_| {
        abierto.set(true);
        enfocar(campo.with_value(|c| id_de_pregunta(&c.id, 0)));
    };
    let en_papel = move |_| {
        campo.with_value(|c| {
            c.escribir(Resultado::Papel.clave());
            c.escritorio.cuestionarios.update(|todos| {
                todos.remove(&c.lugar.ruta);
            });
            c.dejar();
        });
    };
    let etiqueta = move || match estado() {
        None => "Contestar el cuestionario",
        Some(_) => "Contestarlo otra vez",
    };
    view! {
        <div class="v-cuestionario v-pila v-no-imprimir" id=id tabindex="-1">
            <p class="v-cuestionario-estado" role="status">
                {move || estado().map(|r| view! { <span class=insignia(r)>{r.rotulo()}</span> })}
            </p>
            {move || if abierto.get() {
                view! { <Preguntas campo abierto/> }.into_any()
            } else {
                view! {
                    <p class="v-pista">
                        "Lo contesta cada persona, en privado. Sus respuestas no se guardan, no se envían y no se imprimen: "
                        "sólo queda si se contestó, o si lo revisa el Instituto."
                    </p>
                    <div class="v-botones">
                        <button class="v-boton" type="button" on:click=abrir>{etiqueta}</button>
                        <button class="v-boton v-boton--quieto" type="button" on:click=en_papel>"Se entrega en papel"</button>
                    </div>
                }.into_any()
            }}
        </div>
    }
}

fn insignia(resultado: Resultado) -> &'static str {
    match resultado {
        Resultado::Contestado => "v-insignia v-insignia--vigente",
        Resultado::Revision | Resultado::Papel => "v-insignia v-insignia--media",
    }
}

fn id_de_pregunta(campo: &str, i: usize) -> String {
    format!("{campo}-cuestionario-{i}")
}

#[component]
fn Preguntas(campo: StoredValue<Campo>, abierto: RwSignal<bool>) -> impl IntoView {
    let (escritorio, id, ruta) = campo.with_value(|c| (c.escritorio, c.id.clone(), c.lugar.ruta.clone()));
    let lista = {
        let normativa = escritorio.contexto.normativa.read_untracked();
        StoredValue::new(preguntas(&normativa, escritorio.contexto.hoy))
    };
    let falta = RwSignal::new(None::<String>);
    let cerrar = move || {
        abierto.set(false);
        enfocar(campo.with_value(|c| c.id.clone()));
    };
    let terminar = {
        let (ruta, id) = (ruta.clone(), id.clone());
        move |_| {
            let dado = escritorio
                .cuestionarios
                .with_untracked(|c| c.get(&ruta).cloned())
                .unwrap_or_default();
            let pendiente = lista.with_value(|l| {
                let pendiente = dado.pendiente(l)?;
                l.iter().position(|p| p.clave == pendiente.clave)
            });
            if let Some(i) = pendiente {
                falta.set(Some(format!("Falta contestar la pregunta {}.", i + 1)));
                return enfocar(id_de_pregunta(&id, i));
            }
            if let Some(resultado) = lista.with_value(|l| dado.resultado(l)) {
                campo.with_value(|c| c.escribir(resultado.clave()));
            }
            cerrar();
        }
    };
    let renglones = lista.with_value(|l| {
        let ultimo = l.len();
        l.iter()
            .enumerate()
            .map(|(i, p)| renglon(campo, p, i, ultimo))
            .collect_view()
    });
    view! {
        <p class="v-medida">
            "¿Ha tenido o tiene alguna de estas enfermedades? Son preguntas orientativas, tomadas del reglamento; el formato oficial no se ha establecido. "
            "Con el teclado, S o N en cada una."
        </p>
        <ol class="v-cuestionario-lista">{renglones}</ol>
        {move || falta.get().map(|texto| view! { <p class="v-error" role="alert">{texto}</p> })}
        <div class="v-botones">
            <button class="v-boton v-boton--primario" type="button" on:click=terminar>"Terminar el cuestionario"</button>
            <button class="v-boton v-boton--quieto" type="button" on:click=move |_| cerrar()>"Cerrar sin terminar"</button>
        </div>
    }
}

/// One question. The keys S and N answer it and go on to the next one.
fn renglon(campo: StoredValue<Campo>, pregunta: &PreguntaMedica, i: usize, cuantas: usize) -> impl IntoView + use<> {
    let (escritorio, id, ruta) = campo.with_value(|c| (c.escritorio, c.id.clone(), c.lugar.ruta.clone()));
    let clave = pregunta.clave.clone();
    let contestar = {
        let (ruta, clave) = (ruta.clone(), clave.clone());
        move |si: bool| {
            escritorio
                .cuestionarios
                .update(|c| c.entry(ruta.clone()).or_default().contestar(&clave, si));
        }
    };
    let dicho = move || {
        escritorio
            .cuestionarios
            .with(|c| c.get(&ruta).and_then(|suyo| suyo.respuesta(&clave)))
    };
    let siguiente = id_de_pregunta(&id, (i + 1).min(cuantas - 1));
    let con_tecla = contestar.clone();
    let al_teclear = move |evento: KeyboardEvent| {
        let si = match evento.key().as_str() {
            "s" | "S" => true,
            "n" | "N" => false,
            _ => return,
        };
        evento.prevent_default();
        con_tecla(si);
        enfocar_ya(&siguiente); // at once: the next key may come before the next frame
    };
    let titulo = format!("{id}-cuestionario-{i}-texto");
    let id_del_titulo = titulo.clone();
    let nombre = id_de_pregunta(&id, i);
    let opcion = |si: bool, rotulo: &'static str, id: Option<String>| {
        let (contestar, dicho, nombre) = (contestar.clone(), dicho.clone(), nombre.clone());
        view! {
            <label class="v-opcion">
                <input
                    type="radio"
                    id=id
                    name=nombre
                    autocomplete="off"
                    prop:checked=move || dicho() == Some(si)
                    on:change=move |_| contestar(si)
                />
                <span>{rotulo}</span>
            </label>
        }
    };
    let (si, no) = (opcion(true, "Sí", Some(nombre.clone())), opcion(false, "No", None));
    let sin_verificar = (!pregunta.verificada)
        .then(|| view! { " "<small class="v-tenue">"(por confirmar si todavía se pregunta)"</small> });
    view! {
        <li class="v-cuestionario-renglon">
            <div role="radiogroup" aria-labelledby=titulo on:keydown=al_teclear>
                <span id=id_del_titulo>{pregunta.texto.clone()}{sin_verificar}</span>
                <span class="v-opciones v-opciones--linea">{si}{no}</span>
            </div>
        </li>
    }
}
