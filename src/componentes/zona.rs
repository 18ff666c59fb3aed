//! Where files are chosen or dropped.

use leptos::ev::DragEvent;
use leptos::html;
use leptos::prelude::*;
use web_sys::{File, FileList};

/// A panel that takes files: one, or `varios`.
#[component]
pub fn ZonaDeArchivos(
    /// Key of the field.
    id: &'static str,
    /// Heading of the panel.
    titulo: &'static str,
    /// What to choose.
    etiqueta: &'static str,
    /// Which file it is, in a sentence.
    pista: &'static str,
    /// Extensions and types.
    acepta: &'static str,
    /// Whether several at once.
    #[prop(optional)]
    varios: bool,
    /// What is done with them.
    al_llegar: impl Fn(Vec<File>) + Copy + 'static,
    /// What follows the field.
    children: Children,
) -> impl IntoView {
    let entrada = NodeRef::<html::Input>::new();
    let encima = RwSignal::new(false);
    let tomar = move |lista: Option<FileList>| {
        let archivos = lista.map(|l| (0..l.length()).filter_map(|i| l.get(i)).collect::<Vec<_>>());
        if let Some(archivos) = archivos.filter(|a| !a.is_empty()) {
            al_llegar(archivos);
        }
    };
    let elegidos = move |_| {
        if let Some(entrada) = entrada.get_untracked() {
            tomar(entrada.files());
        }
    };
    let limpiar = move |_| {
        if let Some(entrada) = entrada.get_untracked() {
            entrada.set_value(""); // the same file can be chosen again
        }
    };
    let soltar = move |evento: DragEvent| {
        evento.prevent_default();
        encima.set(false);
        tomar(evento.data_transfer().and_then(|d| d.files()));
    };
    let (cabeza, explicacion) = ([id, "-titulo"].concat(), [id, "-pista"].concat());
    let (de_la_cabeza, de_la_pista) = (cabeza.clone(), explicacion.clone());
    let rotulo = [id, "-rotulo"].concat();
    let del_rotulo = rotulo.clone();
    view! {
        <section
            class="v-panel v-pila v-soltar v-no-imprimir"
            class=("v-soltar--encima", move || encima.get())
            aria-labelledby=de_la_cabeza
            on:dragover=move |e: DragEvent| { e.prevent_default(); encima.set(true); }
            on:dragleave=move |_| encima.set(false)
            on:drop=soltar
        >
            <h2 class="v-panel-titulo" id=cabeza>{titulo}</h2>
            <div class="v-campo">
                <span class="v-etiqueta" id=rotulo>{etiqueta}</span>
                <p class="v-pista" id=de_la_pista>{pista}</p>
                // the browser's own button says «ningún archivo» while one is open, and in its own language
                <input
                    class="v-soltar-entrada"
                    id=id
                    aria-labelledby=del_rotulo
                    type="file"
                    multiple=varios
                    accept=acepta
                    aria-describedby=explicacion
                    node_ref=entrada
                    on:click=limpiar
                    on:change=elegidos
                />
                <label class="v-boton v-soltar-boton" for=id>{if varios { "Elegir archivos…" } else { "Elegir archivo…" }}</label>
            </div>
            {children()}
        </section>
    }
}
