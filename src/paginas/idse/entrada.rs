//! Rows from elsewhere: pasted from a spreadsheet, or from a CSV or a file of 168 positions.

use super::mesa::{Dicho, Mesa, PorPoner};
use crate::componentes::{Pregunta, descargar, leer_archivo, miles};
use leptos::html;
use leptos::prelude::*;
use ventanilla_archivos::idse::{self, Rechazo};
use ventanilla_archivos::texto::decodificar;
use ventanilla_archivos::{Valor, escribir_csv};
use ventanilla_tramites::lote_idse::{COLUMNAS, Traido, de_archivo, de_texto};

/// Larger files are a mistake: a batch that fits is much smaller.
const ARCHIVO_MAXIMO: u32 = 4 * 1024 * 1024;

/// Messages shown of what was read; the rest are counted.
const DICHOS: usize = 25;

/// A box to paste into, and a file to choose.
#[component]
pub fn Entrada(mesa: Mesa) -> impl IntoView {
    let texto = RwSignal::new(String::new());
    let caja = NodeRef::<html::Textarea>::new();
    let archivo = NodeRef::<html::Input>::new();
    let agregar = move |_| {
        mesa.traer(texto.with_untracked(|t| de_texto(t)), "");
        if mesa.dicho.read_untracked().bien {
            texto.set(String::new());
        } else if let Some(caja) = caja.get_untracked() {
            let _ = caja.focus();
        }
    };
    let elegir = move |_| {
        if let Some(archivo) = archivo.get_untracked() {
            archivo.click();
        }
    };
    view! {
        <div class="v-botones">
            <button class="v-boton" type="button" id="idse-abrir" on:click=elegir>"Abrir un archivo (168 posiciones o CSV)…"</button>
            <button class="v-boton v-boton--quieto" type="button" on:click=move |_| bajar_plantilla(mesa)>"Bajar una plantilla"</button>
            <input
                type="file"
                class="v-oculto"
                tabindex="-1"
                aria-hidden="true"
                aria-label="Archivo con los movimientos"
                accept=".txt,.dat,.csv,.tsv,text/plain,text/csv"
                data-abrir-lote
                node_ref=archivo
                on:change=move |_| abrir(mesa, archivo)
            />
        </div>
        <details class="v-ayuda v-pegar">
            <summary>"Pegar de una hoja de cálculo"</summary>
            <div class="v-campo">
                <label class="v-etiqueta" for="idse-pegar">"Pegue aquí los renglones"</label>
                <p class="v-pista" id="idse-pegar-pista">
                    "Con títulos, las columnas van en cualquier orden; sin ellos, en el de la hoja: "
                    {COLUMNAS.iter().map(|c| c.titulo).collect::<Vec<_>>().join(", ")}"."
                </p>
                <textarea
                    class="v-entrada v-padron-pegar"
                    id="idse-pegar"
                    rows="5"
                    spellcheck="false"
                    autocomplete="off"
                    aria-describedby="idse-pegar-pista"
                    node_ref=caja
                    prop:value=move || texto.get()
                    on:input=move |evento| texto.set(event_target_value(&evento))
                ></textarea>
                <div class="v-botones">
                    <button class="v-boton" type="button" id="idse-agregar" on:click=agregar>"Agregar estos renglones"</button>
                </div>
            </div>
        </details>
        <div id="idse-dicho" role="status">{move || mesa.dicho.with(dicho_en_pantalla)}</div>
        {move || mesa.por_poner.get().map(|espera| view! { <Donde mesa espera/> })}
    }
}

/// Asks where the rows of a file go, when the batch has some already.
#[component]
fn Donde(mesa: Mesa, espera: PorPoner) -> impl IntoView {
    let renglones = |n: usize| match n {
        1 => "un renglón".to_owned(),
        n => format!("{} renglones", miles(n as u64)),
    };
    let pregunta = format!(
        "«{}» trae {} y este lote ya tiene {}. ¿Qué hacemos?",
        espera.nombre,
        renglones(espera.traido.filas.len()),
        renglones(mesa.dictamen.read_untracked().movimientos()),
    );
    let respuestas = vec![
        (
            "Empezar otro lote con ellos",
            Callback::new(move |()| mesa.poner_lo_recibido(true)),
        ),
        (
            "Agregarlos a éste",
            Callback::new(move |()| mesa.poner_lo_recibido(false)),
        ),
        ("Dejarlo como está", Callback::new(move |()| mesa.por_poner.set(None))),
    ];
    view! { <Pregunta id="idse-donde" texto=pregunta respuestas/> }
}

fn dicho_en_pantalla(dicho: &Dicho) -> Option<impl IntoView + use<>> {
    if dicho.textos.is_empty() {
        return None;
    }
    let clase = match (dicho.bien, dicho.avisa) {
        (true, false) => "v-aviso v-aviso--exito",
        (true, true) => "v-aviso v-aviso--advertencia",
        (false, _) => "v-aviso v-aviso--error",
    };
    let mas = dicho.textos.len().saturating_sub(DICHOS);
    let textos: Vec<String> = dicho.textos.iter().take(DICHOS).cloned().collect();
    Some(view! {
        <div class=clase>
            {textos.into_iter().map(|t| view! { <p>{t}</p> }).collect_view()}
            {(mas > 0).then(|| view! { <p>{format!("Y {mas} avisos más.")}</p> })}
        </div>
    })
}

fn abrir(mesa: Mesa, entrada: NodeRef<html::Input>) {
    let Some(entrada) = entrada.get_untracked() else { return };
    let Some(archivo) = entrada.files().and_then(|a| a.get(0)) else {
        return;
    };
    entrada.set_value("");
    let mal = move |texto: String| {
        mesa.dicho.set(Dicho {
            textos: vec![texto],
            ..Dicho::default()
        });
    };
    if archivo.size() > f64::from(ARCHIVO_MAXIMO) {
        return mal("El archivo pasa de 4 MB: no es un lote de movimientos. Revise cuál eligió.".to_owned());
    }
    leptos::task::spawn_local(async move {
        let (nombre, bytes) = match leer_archivo(archivo).await {
            Ok(leido) => leido,
            Err(error) => return mal(error),
        };
        let politicas = mesa.lote.with_untracked(|l| l.politicas);
        match leer(&bytes, politicas) {
            Ok(traido) => mesa.recibir(traido, nombre),
            Err(rechazo) => mal(format!("No se abrió «{nombre}». {rechazo}")),
        }
    });
}

/// A file of 168 positions, or a table of text.
fn leer(bytes: &[u8], politicas: ventanilla_tramites::lote_idse::politicas::Politicas) -> Result<Traido, Rechazo> {
    let como_lote = || idse::leer(bytes).map(|lectura| de_archivo(&lectura, politicas));
    let (texto, _) = decodificar(bytes);
    let primera = texto.lines().find(|l| !l.trim().is_empty()).unwrap_or_default();
    // a record of the layout has none of these: its names are letters
    let es_tabla = ['\t', ';', ','].iter().any(|s| primera.matches(*s).count() > 2);
    match como_lote() {
        Err(rechazo @ Rechazo::NoEsTexto(_)) => Err(rechazo),
        _ if es_tabla => Ok(de_texto(&texto)),
        leido => leido,
    }
}

fn bajar_plantilla(mesa: Mesa) {
    let titulos: Vec<&str> = COLUMNAS.iter().map(|c| c.titulo).collect();
    let ejemplo = COLUMNAS.iter().map(|c| Valor::Identificador(c.ejemplo)).collect();
    if descargar("plantilla-idse.csv", "text/csv", &escribir_csv(&titulos, &[ejemplo])).is_err() {
        mesa.contexto
            .avisar("El navegador no dejó bajar el archivo. Revise si bloquea las descargas.");
    }
}
