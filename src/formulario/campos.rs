//! The field of each kind of question.

use super::pregunta::Campo;
use leptos::prelude::*;
use ventanilla_reglas::identificador::{ENTIDADES, Tipo};
use ventanilla_tramites::guion::{Clase, Documento, Mirada, sugerencia};

/// A line of text: also identifiers, dates, amounts, numbers, telephones and addresses of e-mail.
pub fn texto(campo: Campo) -> impl IntoView {
    let (clase, modo, tipo) = aspecto(&campo.lugar.pregunta.clase);
    let autocompletar = autocompletar(&campo);
    let al_escribir = {
        let campo = campo.clone();
        move |evento| campo.escribir(&event_target_value(&evento))
    };
    let al_dejar = {
        let campo = campo.clone();
        move |_| {
            poner_en_limpio(&campo);
            campo.dejar();
        }
    };
    let contenido = campo.texto;
    let entrada = view! {
        <input
            class=["v-entrada ", clase].concat()
            id=campo.id.clone()
            type=tipo
            inputmode=modo
            autocomplete=autocompletar
            spellcheck="false"
            aria-describedby=campo.describe.clone()
            aria-required=campo.lugar.obligatoria.then_some("true")
            aria-invalid=campo.invalido()
            prop:value=move || contenido.get()
            on:input=al_escribir
            on:change=al_dejar
        />
    };
    match campo.lugar.pregunta.clase {
        Clase::Dinero => view! { <div class="v-afijo"><span>"$"</span>{entrada}</div> }.into_any(),
        Clase::Porcentaje => view! { <div class="v-afijo">{entrada}<span>"%"</span></div> }.into_any(),
        _ => entrada.into_any(),
    }
}

/// On leaving an identifier that could be read, it is shown in its plain form; and what it makes known is put in its place.
fn poner_en_limpio(campo: &Campo) {
    let clase = &campo.lugar.pregunta.clase;
    if !matches!(clase, Clase::Identificador(..) | Clase::Telefono | Clase::Mes) {
        return;
    }
    let revision = campo.escritorio.revision.read_untracked();
    let valor = revision.valores.texto(&campo.lugar.ruta).to_owned();
    drop(revision);
    if valor.is_empty() {
        return;
    }
    if !matches!(clase, Clase::Mes) {
        campo.escribir(&valor);
    }
    sugerir(campo, &valor);
}

/// What one answer makes known of another is put there, if nobody answered it yet.
fn sugerir(campo: &Campo, valor: &str) {
    let escritorio = campo.escritorio;
    let prefijo = campo.lugar.prefijo();
    let sugerencia = {
        let revision = escritorio.revision.read_untracked();
        let normativa = escritorio.contexto.normativa.read_untracked();
        let mirada = Mirada {
            prefijo: &prefijo,
            ..Mirada::nueva(&revision.valores, &normativa, escritorio.contexto.hoy)
        };
        sugerencia(&mirada, campo.lugar.pregunta.campo, valor)
    };
    if let Some((otro, respuesta)) = sugerencia {
        let ruta = [&prefijo, otro].concat();
        if escritorio.respuestas.read_untracked().texto(&ruta).is_empty() {
            escritorio.escribir(&ruta, &respuesta);
        }
    }
}

fn aspecto(clase: &Clase) -> (&'static str, &'static str, &'static str) {
    match clase {
        Clase::Identificador(Tipo::CodigoPostal, _) => ("v-ancho-8", "numeric", "text"),
        Clase::Identificador(Tipo::Nss | Tipo::Clabe, _) => ("v-ancho-18", "numeric", "text"),
        Clase::Identificador(..) => ("v-entrada--clave v-ancho-18", "text", "text"),
        Clase::Fecha { .. } | Clase::Mes => ("v-ancho-12", "text", "text"),
        Clase::Dinero | Clase::Porcentaje => ("v-entrada--num v-ancho-12", "decimal", "text"),
        Clase::Entero { .. } => ("v-entrada--num v-ancho-8", "numeric", "text"),
        Clase::Telefono => ("v-ancho-18", "tel", "tel"),
        Clase::Correo => ("v-ancho-30", "email", "text"),
        Clase::Texto { maximo, .. } if *maximo <= 20 => ("v-ancho-18", "text", "text"),
        Clase::Texto { maximo, .. } if *maximo <= 60 => ("v-ancho-30", "text", "text"),
        _ => ("", "text", "text"),
    }
}

/// What the browser may offer. At a counter the data are always somebody else's: only the person's own means of contact.
fn autocompletar(campo: &Campo) -> &'static str {
    match campo.lugar.pregunta.clase {
        Clase::Telefono => "tel-national",
        Clase::Correo => "email",
        _ => "off",
    }
}

/// Several lines of text.
pub fn texto_largo(campo: Campo, renglones: u8) -> impl IntoView {
    let contenido = campo.texto;
    let (al_escribir, al_dejar) = (campo.clone(), campo.clone());
    view! {
        <textarea
            class="v-entrada"
            id=campo.id.clone()
            rows=renglones
            aria-describedby=campo.describe.clone()
            aria-required=campo.lugar.obligatoria.then_some("true")
            aria-invalid=campo.invalido()
            prop:value=move || contenido.get()
            on:input=move |evento| al_escribir.escribir(&event_target_value(&evento))
            on:change=move |_| al_dejar.dejar()
        ></textarea>
    }
}

/// The 32 entidades, by name.
pub fn entidades() -> Vec<(&'static str, &'static str)> {
    let mut todas: Vec<_> = ENTIDADES
        .iter()
        .filter(|e| e.clave != "NE")
        .map(|e| (e.clave, e.nombre))
        .collect();
    todas.sort_unstable_by_key(|e| e.1);
    todas
}

/// One of many choices.
pub fn lista(campo: Campo, opciones: Vec<(&'static str, &'static str)>) -> impl IntoView {
    let contenido = campo.texto;
    let al_elegir = {
        let campo = campo.clone();
        move |evento| {
            campo.escribir(&event_target_value(&evento));
            campo.dejar();
        }
    };
    view! {
        <select
            class="v-lista"
            id=campo.id.clone()
            aria-describedby=campo.describe.clone()
            aria-required=campo.lugar.obligatoria.then_some("true")
            aria-invalid=campo.invalido()
            on:change=al_elegir
        >
            <option value="" selected=move || contenido.read().is_empty()>"Elija…"</option>
            {opciones
                .into_iter()
                .map(|(valor, rotulo)| view! {
                    <option value=valor selected=move || contenido.get() == valor>{rotulo}</option>
                })
                .collect_view()}
        </select>
    }
}

/// One of a few choices, all in sight. The first one has the id of the field: the error summary leads there.
pub fn opciones(campo: Campo, opciones: Vec<(&'static str, &'static str, &'static str)>) -> impl IntoView {
    let contenido = campo.texto;
    let corta = opciones.iter().all(|o| o.1.chars().count() < 20 && o.2.is_empty());
    view! {
        <div class="v-opciones" class=("v-opciones--linea", corta)>
            {opciones
                .into_iter()
                .enumerate()
                .map(|(i, (valor, rotulo, ayuda))| {
                    let id = if i == 0 { campo.id.clone() } else { format!("{}-{i}", campo.id) };
                    let para = id.clone();
                    let al_elegir = campo.clone();
                    view! {
                        <label class="v-opcion" for=para>
                            <input
                                type="radio"
                                id=id
                                name=campo.id.clone()
                                value=valor
                                prop:checked=move || contenido.get() == valor
                                on:change=move |_| { al_elegir.escribir(valor); al_elegir.dejar(); }
                            />
                            <span>{rotulo}{(!ayuda.is_empty()).then(|| view! { <span class="v-pista">{ayuda}</span> })}</span>
                        </label>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// Something that must be accepted.
pub fn aceptacion(campo: Campo, rotulo: impl IntoView + 'static) -> impl IntoView {
    let contenido = campo.texto;
    let al_marcar = campo.clone();
    view! {
        <label class="v-opcion" for=campo.id.clone()>
            <input
                type="checkbox"
                id=campo.id.clone()
                aria-describedby=campo.describe.clone()
                aria-required="true"
                aria-invalid=campo.invalido()
                prop:checked=move || contenido.get() == "si"
                on:change=move |evento| al_marcar.escribir(if event_target_checked(&evento) { "si" } else { "" })
            />
            <span class="v-etiqueta">{rotulo}</span>
        </label>
    }
}

/// Which documents are at hand.
pub fn documentos(campo: Campo, lista: fn(&Mirada<'_>) -> Vec<Documento>) -> impl IntoView {
    let escritorio = campo.escritorio;
    let pedidos = Memo::new(move |_| {
        let revision = escritorio.revision.read();
        let normativa = escritorio.contexto.normativa.read();
        lista(&Mirada::nueva(&revision.valores, &normativa, escritorio.contexto.hoy))
    });
    let contenido = campo.texto;
    view! {
        <div class="v-opciones">
            {move || pedidos
                .get()
                .into_iter()
                .enumerate()
                .map(|(i, documento)| {
                    let id = if i == 0 { campo.id.clone() } else { format!("{}-{i}", campo.id) };
                    let para = id.clone();
                    let clave = documento.clave.clone();
                    let marcado = move || contenido.read().split(',').any(|c| c == clave);
                    let campo = campo.clone();
                    let al_marcar = move |evento| campo.escribir(&marcar(&contenido.get_untracked(), &documento.clave, event_target_checked(&evento)));
                    view! {
                        <label class="v-opcion" for=para>
                            <input type="checkbox" id=id prop:checked=marcado on:change=al_marcar/>
                            <span>{documento.titulo}<span class="v-pista">{documento.fuente}</span></span>
                        </label>
                    }
                })
                .collect_view()}
        </div>
    }
}

fn marcar(texto: &str, clave: &str, si: bool) -> String {
    let mut claves: Vec<&str> = texto.split(',').filter(|c| !c.is_empty() && *c != clave).collect();
    if si {
        claves.push(clave);
    }
    claves.join(",")
}
