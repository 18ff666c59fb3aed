//! A question in its place: label, help, field, error and what was understood, tied together for assistive technology.

use super::campos;
use super::cuestionario::cuestionario;
use super::escritorio::{Escritorio, id_de};
use super::fraccion::fraccion;
use leptos::prelude::*;
use ventanilla_tramites::guion::{Clase, Lugar};

/// What a field of any kind needs to know.
#[derive(Clone)]
pub struct Campo {
    /// The open form.
    pub escritorio: Escritorio,
    /// The question.
    pub lugar: Lugar,
    /// Id of the field.
    pub id: String,
    /// Ids of what describes it.
    pub describe: String,
    /// The error to show.
    pub error: Memo<Option<String>>,
    /// What was typed.
    pub texto: Memo<String>,
}

impl Campo {
    fn nuevo(escritorio: Escritorio, lugar: Lugar) -> Self {
        let id = id_de(&lugar.ruta);
        Self {
            describe: format!("{id}-pista {id}-dice {id}-error"),
            error: escritorio.error(lugar.ruta.clone(), lugar.paso),
            texto: escritorio.texto(lugar.ruta.clone()),
            id,
            escritorio,
            lugar,
        }
    }

    /// Keeps what was typed.
    pub fn escribir(&self, texto: &str) {
        self.escritorio.escribir(&self.lugar.ruta, texto);
    }

    /// Notes that the field was left.
    pub fn dejar(&self) {
        self.escritorio.tocar(&self.lugar.ruta);
    }

    /// `true` for `aria-invalid` while there is an error.
    pub fn invalido(&self) -> impl Fn() -> Option<&'static str> + Send + Sync + use<> {
        let error = self.error;
        move || error.read().is_some().then_some("true")
    }
}

/// A question.
#[component]
pub fn Pregunta(escritorio: Escritorio, lugar: Lugar) -> impl IntoView {
    let campo = Campo::nuevo(escritorio, lugar);
    match campo.lugar.pregunta.clase {
        Clase::Opcion(_) | Clase::SiNo | Clase::Documentos(_) => agrupada(campo).into_any(),
        Clase::Aceptacion => aceptacion(campo).into_any(),
        Clase::Cuestionario => con_cuestionario(campo).into_any(),
        _ => sencilla(campo).into_any(),
    }
}

fn sencilla(campo: Campo) -> impl IntoView {
    let (id, error) = (campo.id.clone(), campo.error);
    let rotulo = rotulo(&campo.lugar);
    let (antes, despues) = (pista(&campo), comentarios(&campo));
    let entrada = match campo.lugar.pregunta.clase {
        Clase::Lista(opciones) => {
            campos::lista(campo, opciones.iter().map(|o| (o.valor, o.rotulo)).collect()).into_any()
        }
        Clase::Entidad => campos::lista(campo, campos::entidades()).into_any(),
        Clase::Texto { renglones, .. } if renglones > 1 => campos::texto_largo(campo, renglones).into_any(),
        Clase::Fraccion => fraccion(campo).into_any(),
        _ => campos::texto(campo).into_any(),
    };
    view! {
        <div class="v-campo" class=("v-campo--error", move || error.read().is_some())>
            <label class="v-etiqueta" for=id>{rotulo}</label>
            {antes}
            {entrada}
            {despues}
        </div>
    }
}

/// Several controls under one legend.
fn agrupada(campo: Campo) -> impl IntoView {
    let error = campo.error;
    let rotulo = rotulo(&campo.lugar);
    let (antes, despues) = (pista(&campo), comentarios(&campo));
    let describe = campo.describe.clone();
    let invalido = campo.invalido();
    let controles = match campo.lugar.pregunta.clase {
        Clase::Documentos(lista) => campos::documentos(campo, lista).into_any(),
        Clase::SiNo => campos::opciones(campo, vec![("si", "Sí", ""), ("no", "No", "")]).into_any(),
        clase => {
            let opciones = clase.opciones().iter().map(|o| (o.valor, o.rotulo, o.ayuda)).collect();
            campos::opciones(campo, opciones).into_any()
        }
    };
    view! {
        <fieldset
            class="v-campo"
            class=("v-campo--error", move || error.read().is_some())
            aria-describedby=describe
            aria-invalid=invalido
        >
            <legend class="v-leyenda">{rotulo}</legend>
            {antes}
            {controles}
            {despues}
        </fieldset>
    }
}

/// A questionnaire: a group that opens.
fn con_cuestionario(campo: Campo) -> impl IntoView {
    let error = campo.error;
    let rotulo = rotulo(&campo.lugar);
    let (antes, despues) = (pista(&campo), comentarios(&campo));
    let describe = campo.describe.clone();
    let invalido = campo.invalido();
    view! {
        <fieldset
            class="v-campo"
            class=("v-campo--error", move || error.read().is_some())
            aria-describedby=describe
            aria-invalid=invalido
        >
            <legend class="v-leyenda">{rotulo}</legend>
            {antes}
            {despues}
            {cuestionario(campo)}
        </fieldset>
    }
}

fn aceptacion(campo: Campo) -> impl IntoView {
    let error = campo.error;
    let rotulo = rotulo(&campo.lugar);
    let (antes, despues) = (pista(&campo), comentarios(&campo));
    view! {
        <div class="v-campo" class=("v-campo--error", move || error.read().is_some())>
            {campos::aceptacion(campo, rotulo)}
            {antes}
            {despues}
        </div>
    }
}

/// The label; what need not be answered says so, since most must.
fn rotulo(lugar: &Lugar) -> impl IntoView + use<> {
    let opcional = (!lugar.obligatoria).then(|| view! { <small>" (si lo tiene)"</small> });
    let suelta = matches!(
        lugar.pregunta.clase,
        Clase::Documentos(_) | Clase::Cuestionario | Clase::Fecha { .. } | Clase::Texto { renglones: 2.., .. }
    );
    let opcional = if suelta && !lugar.obligatoria {
        Some(view! { <small>" (opcional)"</small> })
    } else {
        opcional
    };
    (lugar.pregunta.rotulo, opcional)
}

fn pista(campo: &Campo) -> impl IntoView + use<> {
    let pregunta = campo.lugar.pregunta;
    let ejemplo =
        (!pregunta.ejemplo.is_empty()).then(|| format!("Por ejemplo, {}.", pregunta.ejemplo.trim_end_matches('.')));
    let hay = !pregunta.ayuda.is_empty() || ejemplo.is_some() || !pregunta.fundamento.is_empty();
    let id = format!("{}-pista", campo.id);
    hay.then(|| {
        view! {
            <p class="v-pista" id=id>
                {pregunta.ayuda}" "{ejemplo}" "
                {pregunta
                    .fundamento
                    .iter()
                    .map(|articulo| view! { <span class="v-insignia v-insignia--articulo">{*articulo}</span>" " })
                    .collect_view()}
            </p>
        }
    })
}

/// What was understood, what is wrong, and what is worth knowing.
fn comentarios(campo: &Campo) -> impl IntoView + use<> {
    let escritorio = campo.escritorio;
    let lectura = escritorio.lectura(campo.lugar.ruta.clone());
    let avisos = escritorio.avisos(campo.lugar.ruta.clone(), campo.lugar.paso);
    let error = campo.error;
    let (id_dice, id_error) = (format!("{}-dice", campo.id), format!("{}-error", campo.id));
    // the fracción's own field says what it understood
    let callado = matches!(campo.lugar.pregunta.clase, Clase::Fraccion);
    view! {
        <p class="v-dice" id=id_dice>{move || lectura.read().dice.clone().filter(|_| !callado && error.read().is_none())}</p>
        <div id=id_error>
            {move || error.get().map(|texto| view! { <p class="v-error">{texto}</p> })}
            {move || avisos.get().into_iter().map(|texto| view! { <p class="v-advierte">{texto}</p> }).collect_view()}
        </div>
    }
}
