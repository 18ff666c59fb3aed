//! Rows from elsewhere: pasted from a spreadsheet, or from a file.

use super::padron::Padron;
use crate::componentes::{leer_archivo, miles};
use crate::formulario::bloque::enfocar;
use crate::formulario::escritorio::id_de;
use crate::formulario::panel::con_mirada;
use leptos::html;
use leptos::prelude::*;
use ventanilla_archivos::texto::decodificar;
use ventanilla_tramites::guion::Pegado;

/// Larger files are a mistake: a list that fits is a hundred times smaller.
const ARCHIVO_MAXIMO: usize = 8 * 1024 * 1024;

/// What was said of the last rows that came.
#[derive(Clone, Default, PartialEq)]
struct Dicho {
    bien: bool,
    textos: Vec<String>,
}

/// A box to paste into, and a file to choose.
#[component]
pub fn Entrada(padron: Padron) -> impl IntoView {
    let texto = RwSignal::new(String::new());
    let dicho = RwSignal::new(Dicho::default());
    let id = id_de(padron.bloque.clave);
    let (id_caja, id_pista) = ([&id, "-pegar"].concat(), [&id, "-pegar-pista"].concat());
    let id_de_la_caja = id_caja.clone();
    let agregar = move |_| {
        let pegado = texto.with_untracked(|t| leer(padron, t));
        let dichos = recibir(padron, pegado, "");
        let bien = dichos.bien;
        dicho.set(dichos);
        if bien {
            texto.set(String::new());
        } else {
            enfocar(id_de_la_caja.clone());
        }
    };
    let archivo = NodeRef::<html::Input>::new();
    let elegir = move |_| {
        if let Some(archivo) = archivo.get_untracked() {
            archivo.click();
        }
    };
    let maximo = miles(padron.maximo() as u64);
    // open while there is nobody: it is where one begins
    let abierta = padron
        .escritorio
        .respuestas
        .read_untracked()
        .cuantos(padron.bloque.clave)
        == 0;
    view! {
        <details class="v-ayuda v-pegar" open=abierta>
            <summary>"Pegar de una hoja de cálculo o abrir un archivo"</summary>
            <div class="v-campo">
                <label class="v-etiqueta" for=id_caja.clone()>"Pegue aquí las filas"</label>
                <p class="v-pista" id=id_pista.clone()>
                    "Una persona por fila, con títulos o sin ellos. Con títulos, las columnas van en cualquier orden: "
                    {move || titulos(padron)}". Separadas por tabulador, coma o punto y coma. Caben "{maximo}" personas."
                </p>
                <textarea
                    class="v-entrada v-padron-pegar"
                    id=id_caja
                    rows="5"
                    spellcheck="false"
                    autocomplete="off"
                    aria-describedby=id_pista
                    prop:value=move || texto.get()
                    on:input=move |evento| texto.set(event_target_value(&evento))
                ></textarea>
                <div class="v-botones">
                    <button class="v-boton" type="button" id=[&id, "-agregar"].concat() on:click=agregar>"Agregar estas filas"</button>
                    <button class="v-boton" type="button" on:click=elegir>"Abrir un archivo CSV…"</button>
                    <button class="v-boton v-boton--quieto" type="button" on:click=move |_| super::salida::bajar_plantilla(padron)>
                        "Bajar una plantilla"
                    </button>
                </div>
                <input
                    type="file"
                    class="v-oculto"
                    tabindex="-1"
                    aria-hidden="true"
                    aria-label="Archivo CSV con la lista"
                    accept=".csv,.tsv,.txt,text/csv,text/plain"
                    node_ref=archivo
                    on:change=move |_| abrir(padron, archivo, dicho)
                />
            </div>
        </details>
        <div id=[&id, "-dicho"].concat() role="status">
            {move || {
                let Dicho { bien, textos } = dicho.get();
                let clase = if bien { "v-aviso v-aviso--exito" } else { "v-aviso v-aviso--error" };
                (!textos.is_empty()).then(|| view! {
                    <div class=clase>{textos.into_iter().map(|t| view! { <p>{t}</p> }).collect_view()}</div>
                })
            }}
        </div>
    }
}

/// The columns, by name.
fn titulos(padron: Padron) -> String {
    let columnas = padron.columnas.get();
    let escritas = columnas.iter().filter(|c| !c.solo_lectura).map(|c| c.titulo);
    escritas.collect::<Vec<_>>().join(", ")
}

fn leer(padron: Padron, texto: &str) -> Pegado {
    let Some(lista) = padron.bloque.lista() else {
        return Pegado::default();
    };
    untrack(|| con_mirada(padron.escritorio, |m| (lista.leer)(m, texto)))
}

/// Puts the rows that were read in the list, and says what became of them.
fn recibir(padron: Padron, pegado: Pegado, de_donde: &str) -> Dicho {
    let leidas = pegado.filas.len();
    if leidas == 0 {
        let textos = match pegado.avisos.is_empty() {
            true => vec!["Hay títulos, pero ninguna fila debajo.".to_owned()],
            false => pegado.avisos,
        };
        return Dicho { bien: false, textos };
    }
    let filas = pegado
        .filas
        .into_iter()
        .map(|f| f.into_iter().map(|(c, t)| (c.to_owned(), t)).collect());
    let puestas = padron.agregar(filas.collect());
    let agregadas = match puestas {
        1 => "Se agregó una fila".to_owned(),
        n => format!("Se agregaron {} filas", miles(n as u64)),
    };
    let mut textos = vec![[&agregadas, de_donde, "."].concat()];
    if puestas < leidas {
        textos.push(format!(
            "Caben {} en la lista: {} quedaron fuera. Preséntelas en otra solicitud.",
            miles(padron.maximo() as u64),
            miles((leidas - puestas) as u64)
        ));
    }
    textos.extend(pegado.avisos);
    Dicho {
        // what did not fit stays in the box
        bien: puestas == leidas,
        textos,
    }
}

fn abrir(padron: Padron, entrada: NodeRef<html::Input>, dicho: RwSignal<Dicho>) {
    let Some(entrada) = entrada.get_untracked() else { return };
    let Some(archivo) = entrada.files().and_then(|a| a.get(0)) else {
        return;
    };
    entrada.set_value("");
    let mal = move |texto: String| {
        dicho.set(Dicho {
            bien: false,
            textos: vec![texto],
        });
    };
    #[allow(clippy::float_arithmetic, clippy::cast_precision_loss)] // the size of a file, in a browser's own type
    if archivo.size() > ARCHIVO_MAXIMO as f64 {
        return mal(
            "El archivo pasa de 8 MB: no es una lista de personas. Guarde como CSV sólo la hoja que la tiene."
                .to_owned(),
        );
    }
    leptos::task::spawn_local(async move {
        let (nombre, bytes) = match leer_archivo(archivo).await {
            Ok(leido) => leido,
            Err(error) => return mal(error),
        };
        // a workbook is a ZIP or an old OLE file
        if bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return mal(format!(
                "«{nombre}» es un libro de Excel. Ábralo y guárdelo como CSV, o copie sus filas y péguelas aquí."
            ));
        }
        let (texto, _) = decodificar(&bytes);
        let pegado = leer(padron, &texto);
        dicho.set(recibir(padron, pegado, &format!(" de «{nombre}»")));
    });
}
