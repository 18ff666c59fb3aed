//! The suplemento kept in this browser: what it has, taking rows out, files in and out.

use super::lectura::insignia_de_confianza;
use super::marcado::Marcado;
use super::nombres::nombre_de_serie;
use super::taller::Taller;
use crate::almacen;
use crate::componentes::{descargar, fecha_corta, leer_archivo};
use crate::contexto::{Contexto, contexto};
use leptos::html;
use leptos::prelude::*;
use ventanilla_normativa::{ErrorDeSuplemento, FilaDeSuplemento, Normativa, exportar_suplemento, leer_suplemento};
use wasm_bindgen::JsCast;

const ARCHIVO: &str = "suplemento-normativo.csv";
/// Far more than any suplemento: a file of another kind was chosen.
const MAXIMO_DE_BYTES: usize = 1_000_000;

/// Where a suplemento offered by the server would come in, under the rows of this browser. None is asked for: computing
/// makes no request, and the rows of a server would have to be announced with their source like the others.
fn suplemento_del_servidor() -> Vec<FilaDeSuplemento> {
    Vec::new()
}

/// Puts in force the published tables with these rows, and keeps the rows.
pub(super) fn poner(contexto: Contexto, propias: Vec<FilaDeSuplemento>) {
    let texto = if propias.is_empty() {
        String::new()
    } else {
        exportar_suplemento(&propias)
    };
    contexto.poner_normativa(
        Normativa::publicada()
            .con_filas(suplemento_del_servidor())
            .con_filas(propias),
    );
    leptos::task::spawn_local(async move {
        if let Err(error) = almacen::guardar_ajuste(&contexto.propia(almacen::SUPLEMENTO), &texto).await {
            contexto.fallo_el_almacen(&error);
        }
    });
}

/// Says what was done and gives the way back to `antes`. The toast outlives the row, the drawer and the page, so what
/// undoes it must belong to the application: made by the button that was pressed, it would be gone with the button.
pub(super) fn avisar_con_regreso(contexto: Contexto, texto: String, antes: Vec<FilaDeSuplemento>) {
    let avisar = || contexto.avisar_con_regreso_duradero(texto, move || poner(contexto, antes.clone()));
    let mut duenio = Owner::current();
    while let Some(superior) = duenio.as_ref().and_then(Owner::parent) {
        duenio = Some(superior);
    }
    match duenio {
        Some(aplicacion) => aplicacion.with(avisar),
        None => avisar(),
    }
}

/// At the top of the page: that a suplemento is in use, and where its rows come from.
#[component]
pub(super) fn AvisoDeSuplemento(taller: Taller) -> impl IntoView {
    let normativa = contexto().normativa;
    move || {
        let normativa = normativa.read();
        let filas = normativa.suplemento();
        (!filas.is_empty()).then(|| {
            let mut fuentes: Vec<&str> = filas.iter().map(|f| f.fila.fuente.as_ref()).collect();
            fuentes.sort_unstable();
            fuentes.dedup();
            let cuantas = match filas.len() {
                1 => "Un valor agregado en este navegador se usa".to_owned(),
                n => [&n.to_string(), " valores agregados en este navegador se usan"].concat(),
            };
            view! {
                <div class="v-aviso v-aviso--advertencia v-separado">
                    <p class="v-aviso-titulo">"Hay un suplemento en uso"</p>
                    <p>{cuantas}" antes que las tablas publicadas. Fuente: "{fuentes.join("; ")}"."</p>
                    <p class="v-no-imprimir">
                        <button class="v-boton" type="button" on:click=move |_| taller.ir()>"Ver el suplemento"</button>
                    </p>
                </div>
            }
        })
    }
}

/// The suplemento and what can be done with it.
#[component]
pub(super) fn SeccionDeSuplemento(taller: Taller) -> impl IntoView {
    let contexto = contexto();
    let errores = RwSignal::new(Vec::<ErrorDeSuplemento>::new());
    let archivo = NodeRef::<html::Input>::new();
    let exportar = move |_| {
        let texto = exportar_suplemento(contexto.normativa.read_untracked().suplemento());
        match descargar(ARCHIVO, "text/csv;charset=utf-8", texto.as_bytes()) {
            Ok(()) => contexto.avisar(["Se descargó ", ARCHIVO, "."].concat()),
            Err(_) => contexto.avisar("El navegador no dejó descargar el archivo."),
        }
    };
    let hay = move || !contexto.normativa.read().suplemento().is_empty();
    view! {
        <section class="v-panel v-panel--realce v-pila v-no-imprimir" aria-labelledby="suplemento-titulo">
            <h2 id="suplemento-titulo" tabindex="-1" node_ref=taller.titulo>"Suplemento normativo"</h2>
            <p class="v-medida v-tenue">
                "Para usar un valor que ya se publicó y que esta versión todavía no trae, por ejemplo la UMA del año siguiente. Se guarda sólo en este navegador."
            </p>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="button" on:click=move |_| taller.agregar(None, "")>"Agregar un valor"</button>
                <button class="v-boton" type="button" on:click=move |_| elegir_archivo(archivo)>"Importar CSV"</button>
                <Show when=hay><button class="v-boton" type="button" on:click=exportar>"Exportar CSV"</button></Show>
                <input
                    type="file"
                    accept=".csv,text/csv"
                    hidden
                    aria-label="Archivo del suplemento"
                    node_ref=archivo
                    on:change=move |_| importar(contexto, archivo, errores)
                />
            </div>
            <ErroresDeArchivo errores/>
            <div on:click=move |evento| atender(taller, &evento) inner_html=move || filas(&contexto.normativa.read())></div>
        </section>
    }
}

fn elegir_archivo(entrada: NodeRef<html::Input>) {
    if let Some(entrada) = entrada.get_untracked() {
        entrada.click();
    }
}

/// Rows of a file join those there are; where both have the same days, the file's stay. None is taken if one is wrong.
fn importar(contexto: Contexto, entrada: NodeRef<html::Input>, errores: RwSignal<Vec<ErrorDeSuplemento>>) {
    let Some(entrada) = entrada.get_untracked() else { return };
    let Some(elegido) = entrada.files().and_then(|f| f.get(0)) else {
        return;
    };
    leptos::task::spawn_local(async move {
        let leido = leer_archivo(elegido).await;
        entrada.set_value(""); // so that the same file, once mended, can be chosen again
        errores.set(match leido {
            Err(mensaje) => vec![ErrorDeSuplemento { linea: 0, mensaje }],
            Ok((_, bytes)) if bytes.len() > MAXIMO_DE_BYTES => {
                let mensaje = "El archivo es demasiado grande para ser un suplemento. Revise que sea el que quería.";
                vec![ErrorDeSuplemento {
                    linea: 0,
                    mensaje: mensaje.to_owned(),
                }]
            }
            Ok((_, bytes)) => {
                let (texto, _) = ventanilla_archivos::texto::decodificar(&bytes);
                leer_suplemento(&texto).map_or_else(
                    |e| e,
                    |nuevas| {
                        reunir(contexto, nuevas);
                        Vec::new()
                    },
                )
            }
        });
    });
}

fn reunir(contexto: Contexto, nuevas: Vec<FilaDeSuplemento>) {
    if nuevas.is_empty() {
        return contexto.avisar("El archivo no trae valores; no cambió nada.");
    }
    let antes = contexto.normativa.read_untracked().suplemento().to_vec();
    let mut filas: Vec<_> = antes
        .iter()
        .filter(|f| !nuevas.iter().any(|n| se_traslapan(f, n)))
        .cloned()
        .collect();
    let sustituidas = antes.len() - filas.len();
    let cuantas = nuevas.len();
    filas.extend(nuevas);
    poner(contexto, filas);
    let mut texto = match cuantas {
        1 => "Se cargó un valor.".to_owned(),
        n => ["Se cargaron ", &n.to_string(), " valores."].concat(),
    };
    if sustituidas > 0 {
        texto += &[" Sustituyen a ", &sustituidas.to_string(), " de los que había."].concat();
    }
    avisar_con_regreso(contexto, texto, antes);
}

fn se_traslapan(a: &FilaDeSuplemento, b: &FilaDeSuplemento) -> bool {
    a.tabla == b.tabla
        && a.fila.clave == b.fila.clave
        && a.fila.hasta.is_none_or(|h| b.fila.desde <= h)
        && b.fila.hasta.is_none_or(|h| a.fila.desde <= h)
}

/// What is wrong with an imported file, line by line.
#[component]
fn ErroresDeArchivo(errores: RwSignal<Vec<ErrorDeSuplemento>>) -> impl IntoView {
    let caja = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if !errores.read().is_empty()
            && let Some(caja) = caja.get()
        {
            let _ = caja.focus();
        }
    });
    move || {
        let errores = errores.get();
        (!errores.is_empty()).then(|| {
            let lista = errores
                .into_iter()
                .map(|e| {
                    let lugar = (e.linea > 0).then(|| ["Renglón ", &e.linea.to_string(), ": "].concat());
                    view! { <li>{lugar}{e.mensaje}</li> }
                })
                .collect_view();
            view! {
                <div class="v-resumen-errores" tabindex="-1" role="alert" node_ref=caja>
                    <h3>"No se importó nada"</h3>
                    <p>"Corrija el archivo e impórtelo otra vez."</p>
                    <ul class="v-lista-plana">{lista}</ul>
                </div>
            }
        })
    }
}

/// The rows as markup. Their buttons say which one they are of; the section hears them all.
fn filas(normativa: &Normativa) -> String {
    let mut m = Marcado::default();
    let filas = normativa.suplemento();
    if filas.is_empty() {
        m.html("<div class=v-vacio><h3>No hay valores agregados</h3><p>Se usan sólo las tablas publicadas con el programa.</p></div>");
        return m.listo();
    }
    m.html("<div class=v-tabla-marco tabindex=0 role=region aria-label='Valores del suplemento'><table class=v-tabla><caption class=v-oculto>Valores agregados en este navegador</caption><thead><tr><th class=v-fija scope=col>Tabla</th><th scope=col class=v-num>Valor</th><th scope=col>Desde</th><th scope=col>Hasta</th><th scope=col>Fuente</th><th scope=col>Confianza</th><th scope=col><span class=v-oculto>Acciones</span></th></tr></thead><tbody>");
    for (i, fila) in filas.iter().enumerate() {
        renglon(&mut m, &i.to_string(), fila);
    }
    m.html("</tbody></table></div>");
    m.listo()
}

fn renglon(m: &mut Marcado, lugar: &str, fila: &FilaDeSuplemento) {
    let (f, nombre) = (&fila.fila, nombre_completo(fila));
    let hasta = f.hasta.map_or_else(|| "sin fin previsto".to_owned(), fecha_corta);
    m.html("<tr><th class=v-fija scope=row>").texto(&nombre);
    m.html("</th><td class=v-num>").texto(&f.valor.to_string());
    m.html("</td><td class=v-junto>").texto(&fecha_corta(f.desde));
    m.html("</td><td class=v-junto>").texto(&hasta);
    m.html("</td><td>").texto(&f.fuente).html("</td><td>");
    insignia_de_confianza(m, f.confianza);
    m.html("</td><td><div class=v-botones><button class=v-boton type=button data-corregir=")
        .texto(lugar);
    m.html(">Corregir<span class=v-oculto> ").texto(&nombre);
    m.html("</span></button><button class='v-boton v-boton--peligro' type=button data-quitar=")
        .texto(lugar);
    m.html(">Quitar<span class=v-oculto> ")
        .texto(&nombre)
        .html("</span></button></div></td></tr>");
}

/// A button of a row was pressed.
fn atender(taller: Taller, evento: &web_sys::MouseEvent) {
    let pulsado = evento.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let Some(boton) = pulsado.and_then(|e| e.closest("button").ok().flatten()) else {
        return;
    };
    let fila = |atributo: &str| {
        let lugar: usize = boton.get_attribute(atributo)?.parse().ok()?;
        taller
            .contexto
            .normativa
            .read_untracked()
            .suplemento()
            .get(lugar)
            .cloned()
    };
    if let Some(fila) = fila("data-corregir") {
        taller.corregir(&fila);
    } else if let Some(fila) = fila("data-quitar") {
        quitar(taller, &fila);
    }
}

/// The table and, where it has several, the series.
pub(super) fn nombre_completo(fila: &FilaDeSuplemento) -> String {
    let titulo = fila.tabla.ficha().titulo;
    if fila.fila.clave.is_empty() {
        return titulo.to_owned();
    }
    let serie = nombre_de_serie(fila.tabla, &fila.fila.clave).unwrap_or_else(|| fila.fila.clave.to_string());
    [titulo, ": ", &serie].concat()
}

fn quitar(taller: Taller, fila: &FilaDeSuplemento) {
    let contexto = taller.contexto;
    let antes = contexto.normativa.read_untracked().suplemento().to_vec();
    poner(contexto, antes.iter().filter(|f| *f != fila).cloned().collect());
    let texto = ["Se quitó «", &nombre_completo(fila), "» del suplemento."].concat();
    avisar_con_regreso(contexto, texto, antes);
    taller.ir(); // the button that had the focus is gone
}
