//! Files: a CSV into a sheet, results out, a payroll out and back in.

use super::mesa::{EstadoDeGuardado, Mesa, mesa};
use super::sua::{DondeVaSua, FaltasParaSua, ImportarDeSua, exportar_a_sua, muestra_de_sua};
use crate::componentes::{Icono, Trazo, descargar, leer_archivo, miles, por_rebanadas};
use crate::ruta::{Ruta, ir_a};
use leptos::html;
use leptos::prelude::*;
use std::sync::LazyLock;
use ventanilla_archivos::{Aviso, Columna, Lector, Lectura, Limites, Valor, escribir_csv, plantilla};
use ventanilla_tramites::prevision::{
    ClaseDeDato, Escenario, Hoja, exportar, exportar_filas, importar, nomina_de_ejemplo,
};
use wasm_bindgen::JsCast;

/// Columns of each sheet, for the CSV reader.
fn columnas(hoja: Hoja) -> &'static [Columna] {
    static COLUMNAS: LazyLock<[Vec<Columna>; 3]> = LazyLock::new(|| {
        Hoja::TODAS.map(|hoja| {
            hoja.columnas()
                .iter()
                .map(|c| Columna {
                    clave: c.clave,
                    titulo: c.titulo,
                    sinonimos: c.sinonimos,
                })
                .collect()
        })
    });
    &COLUMNAS[hoja as usize]
}

/// State of keeping, and the menu of the payroll.
#[component]
pub fn BarraDeArchivo() -> impl IntoView {
    let mesa = mesa();
    let entrada = NodeRef::<html::Input>::new();
    let elegir = move |_| {
        if let Some(entrada) = entrada.get_untracked() {
            entrada.click();
        }
    };
    let abrir = move |_| abrir_json(mesa, entrada);
    let faltas = RwSignal::new(Vec::new());
    let menu = NodeRef::<html::Details>::new();
    let cerrar = move |con_foco: bool| {
        let Some(menu) = menu.get_untracked().filter(|m| m.open()) else {
            return;
        };
        menu.set_open(false);
        if con_foco
            && let Some(resumen) = menu
                .first_element_child()
                .and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok())
        {
            let _ = resumen.focus();
        }
    };
    // somewhere else is pressed
    let fuera = window_event_listener(leptos::ev::pointerdown, move |evento| {
        let donde = crate::entorno::origen(&evento);
        if menu.get_untracked().is_some_and(|m| !m.contains(donde.as_deref())) {
            cerrar(false);
        }
    });
    on_cleanup(move || fuera.remove());
    view! {
        <div class="v-pila v-pila--junta">
            <NombreDelEscenario mesa/>
            <div class="v-botones v-botones--fin">
                <button class="v-boton" type="button" on:click=move |_| ir_a(Ruta::Cedula)>
                    <Icono trazo=Trazo::Imprimir/>"Cédula"
                </button>
                <details
                    class="v-menu"
                    node_ref=menu
                    on:click=cerrar_al_elegir
                    on:keydown=move |evento| if evento.key() == "Escape" { cerrar(true) }
                >
                    <summary class="v-boton">"Archivo"</summary>
                    <ul class="v-menu-lista">
                        <li><button type="button" on:click=move |_| mesa.empezar_otro()>"Nuevo escenario"</button></li>
                        <li><button type="button" on:click=move |_| mesa.abrir_como_nuevo(nomina_de_ejemplo())>"Nómina de ejemplo"</button></li>
                        <li><button type="button" on:click=elegir>"Abrir JSON…"</button></li>
                        <li><button type="button" on:click=move |_| guardar_json(mesa)>"Exportar JSON"</button></li>
                        <li><button type="button" on:click=move |_| guardar_resultados(mesa)>"Exportar resultados (CSV)"</button></li>
                        <li><button type="button" on:click=move |_| exportar_a_sua(mesa, faltas)>"Exportar para SUA (ASEG y MOVT)"</button></li>
                        <li><button type="button" on:click=move |_| muestra_de_sua(mesa)>"Archivos de SUA de muestra"</button></li>
                        <li><a href=Ruta::Escenarios.ancla()>"Ver todos los escenarios"</a></li>
                    </ul>
                </details>
                <input
                    class="v-oculto"
                    type="file"
                    tabindex="-1"
                    aria-hidden="true"
                    accept=".json,application/json"
                    data-abrir-json
                    node_ref=entrada
                    on:change=abrir
                />
            </div>
            <FaltasParaSua mesa faltas/>
        </div>
    }
}

/// A menu closes when something in it is chosen.
fn cerrar_al_elegir(evento: leptos::ev::MouseEvent) {
    let objetivo = evento.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let en_la_lista = objetivo.and_then(|e| e.closest(".v-menu-lista").ok().flatten());
    if let Some(menu) = en_la_lista.and_then(|lista| lista.parent_element()) {
        // Removing an attribute fails only for an element that is not there.
        let _ = menu.remove_attribute("open");
    }
}

#[component]
fn NombreDelEscenario(mesa: Mesa) -> impl IntoView {
    let estado = move || match mesa.guardado.get() {
        EstadoDeGuardado::Nuevo => "Sin guardar: aún no hay nada escrito",
        EstadoDeGuardado::Pendiente => "Guardando…",
        EstadoDeGuardado::Guardado => "Guardado en este equipo",
        EstadoDeGuardado::Fallo => "No se pudo guardar en este equipo",
    };
    view! {
        <div class="v-campo v-nombre-escenario">
            <label class="v-oculto" for="nombre-escenario">"Nombre del escenario"</label>
            <input
                class="v-entrada"
                id="nombre-escenario"
                autocomplete="off"
                placeholder="Escenario sin nombre"
                prop:value=move || mesa.escenario.read().nombre.clone()
                on:input=move |evento| mesa.anotar(|e| e.nombre = event_target_value(&evento))
            />
            <p class="v-pista" role="status" data-guardado=move || format!("{:?}", mesa.guardado.get())>{estado}</p>
        </div>
    }
}

/// Opens a CSV into the sheet in sight.
#[component]
pub fn ImportarCsv() -> impl IntoView {
    let mesa = mesa();
    let entrada = NodeRef::<html::Input>::new();
    let lectura = RwSignal::new(None::<Result<Resumen, String>>);
    let por_poner = RwSignal::new(None);
    let elegir = move |_| {
        if let Some(entrada) = entrada.get_untracked() {
            entrada.click();
        }
    };
    view! {
        <div class="v-botones">
            <button class="v-boton" type="button" on:click=elegir>"Abrir CSV…"</button>
            <ImportarDeSua mesa lectura por_poner/>
            <button class="v-boton v-boton--quieto" type="button" on:click=move |_| bajar_plantilla(mesa)>"Bajar plantilla"</button>
            <input
                class="v-oculto"
                type="file"
                tabindex="-1"
                aria-hidden="true"
                accept=".csv,.txt,text/csv"
                data-abrir-csv
                node_ref=entrada
                on:change=move |_| abrir_csv(mesa, entrada, lectura)
            />
        </div>
        <DondeVaSua mesa lectura por_poner/>
        {move || lectura.get().map(|resultado| view! { <ResumenDeLectura resultado lectura/> })}
    }
}

/// What was read of a file.
#[derive(Clone)]
pub(super) struct Resumen {
    /// What was done.
    pub texto: String,
    /// What was left out, or is worth looking at.
    pub avisos: Vec<String>,
}

#[component]
fn ResumenDeLectura(
    resultado: Result<Resumen, String>,
    lectura: RwSignal<Option<Result<Resumen, String>>>,
) -> impl IntoView {
    let (clase, titulo, avisos) = match resultado {
        Ok(resumen) if resumen.avisos.is_empty() => ("v-aviso v-aviso--exito", resumen.texto, Vec::new()),
        Ok(resumen) => ("v-aviso v-aviso--advertencia", resumen.texto, resumen.avisos),
        Err(error) => (
            "v-aviso v-aviso--error",
            "No se pudo leer el archivo".to_owned(),
            vec![error],
        ),
    };
    let lista = (!avisos.is_empty()).then(|| {
        view! { <ul class="v-lista-plana">{avisos.into_iter().map(|a| view! { <li>{a}</li> }).collect_view()}</ul> }
    });
    view! {
        <div class=clase role="status">
            <p class="v-aviso-titulo">{titulo}</p>
            {lista}
            <div class="v-botones">
                <button class="v-boton v-boton--quieto" type="button" on:click=move |_| lectura.set(None)>"Entendido"</button>
            </div>
        </div>
    }
}

/// The file chosen; the field is emptied, so that the same file can be chosen again.
fn elegido(entrada: NodeRef<html::Input>) -> Option<web_sys::File> {
    let entrada = entrada.get_untracked()?;
    let archivo = entrada.files()?.get(0);
    entrada.set_value("");
    archivo
}

/// The files chosen, where several may be.
pub(super) fn elegidos(entrada: NodeRef<html::Input>) -> Vec<web_sys::File> {
    let Some(entrada) = entrada.get_untracked() else {
        return Vec::new();
    };
    let lista = entrada.files();
    let archivos = lista
        .map(|l| (0..l.length()).filter_map(|i| l.get(i)).collect())
        .unwrap_or_default();
    entrada.set_value("");
    archivos
}

fn abrir_csv(mesa: Mesa, entrada: NodeRef<html::Input>, lectura: RwSignal<Option<Result<Resumen, String>>>) {
    let Some(archivo) = elegido(entrada) else { return };
    let hoja = mesa.hoja.get_untracked();
    leptos::task::spawn_local(async move {
        let (nombre, bytes) = match leer_archivo(archivo).await {
            Ok(leido) => leido,
            Err(error) => return lectura.set(Some(Err(error))),
        };
        let mut lector = match Lector::nuevo(bytes, columnas(hoja), Limites::default()) {
            Ok(lector) => Some(lector),
            Err(error) => return lectura.set(Some(Err(error.to_string()))),
        };
        por_rebanadas(move || {
            let Some(actual) = lector.as_mut() else { return true };
            if !actual.avanzar(200).terminado {
                return false;
            }
            if let Some(lector) = lector.take() {
                let resultado = lector.terminar().map_err(|e| e.to_string());
                lectura.set(Some(resultado.map(|leido| recibir(mesa, hoja, &nombre, leido))));
            }
            true
        });
    });
}

/// Puts the rows that were read at the end of a sheet.
fn recibir(mesa: Mesa, hoja: Hoja, nombre: &str, leido: Lectura) -> Resumen {
    let cuantas = leido.filas.len();
    let reconocidas = leido.columnas_reconocidas.len();
    let mut avisos: Vec<String> = leido
        .avisos
        .iter()
        .filter(|a| importa(a, hoja, &leido))
        .map(ToString::to_string)
        .collect();
    let ignoradas: Vec<&str> = leido.columnas_ignoradas.iter().map(|c| c.encabezado.as_str()).collect();
    if !ignoradas.is_empty() {
        avisos.push(format!("No se usaron las columnas: {}.", ignoradas.join(", ")));
    }
    let mut escenario: Escenario = mesa.escenario.get_untracked();
    let filas = match hoja {
        Hoja::Trabajadores => &mut escenario.trabajadores,
        Hoja::Movimientos => &mut escenario.movimientos,
        Hoja::Percepciones => &mut escenario.percepciones,
    };
    filas.retain(|f| f.iter().any(|c| !c.trim().is_empty()));
    filas.extend(leido.filas.into_iter().map(|f| f.celdas));
    let texto = format!(
        "Se agregaron {} filas de «{nombre}» ({reconocidas} columnas reconocidas).",
        miles(cuantas as u64)
    );
    mesa.reemplazar(escenario, texto.clone());
    mesa.hoja.set(hoja);
    Resumen { texto, avisos }
}

/// Most columns are optional: that one is missing is only worth saying of what every row needs.
fn importa(aviso: &Aviso, hoja: Hoja, leido: &Lectura) -> bool {
    let Aviso::ColumnaFaltante { clave, .. } = aviso else {
        return true;
    };
    let viene = |clave: &str| leido.columnas_reconocidas.iter().any(|c| c.clave == clave);
    match hoja {
        Hoja::Trabajadores => *clave == "cuota_diaria" && !viene("sbc"),
        Hoja::Movimientos => ["trabajador", "tipo", "fecha"].contains(clave),
        Hoja::Percepciones => ["trabajador", "concepto", "importe"].contains(clave),
    }
}

fn bajar_plantilla(mesa: Mesa) {
    let hoja = mesa.hoja.get_untracked();
    let ejemplo = hoja
        .columnas()
        .iter()
        .map(|c| match c.clase {
            ClaseDeDato::Importe | ClaseDeDato::Entero => Valor::Numero(c.ejemplo),
            ClaseDeDato::Identificador => Valor::Identificador(c.ejemplo),
            ClaseDeDato::Texto | ClaseDeDato::Fecha | ClaseDeDato::Opcion => Valor::Texto(c.ejemplo),
        })
        .collect();
    let bytes = plantilla(columnas(hoja), &[ejemplo]);
    let nombre = match hoja {
        Hoja::Trabajadores => "plantilla-trabajadores.csv",
        Hoja::Movimientos => "plantilla-movimientos.csv",
        Hoja::Percepciones => "plantilla-percepciones.csv",
    };
    entregar(mesa, nombre, "text/csv", &bytes);
}

pub(super) fn entregar(mesa: Mesa, nombre: &str, tipo: &str, bytes: &[u8]) {
    if descargar(nombre, tipo, bytes).is_err() {
        mesa.contexto
            .avisar("El navegador no dejó bajar el archivo. Revise si bloquea las descargas.");
    }
}

/// A file name from the payroll's name.
fn nombre_de_archivo(mesa: Mesa, extension: &str) -> String {
    let nombre = mesa.escenario.read_untracked().nombre.clone();
    let limpio: String = nombre
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect::<String>()
        .trim_matches('-')
        .to_lowercase();
    let base = if limpio.is_empty() {
        "prevision-de-cuotas"
    } else {
        &limpio
    };
    format!("{base}.{extension}")
}

fn guardar_json(mesa: Mesa) {
    let preparada = mesa.preparada.get_untracked().ok();
    let version = mesa.contexto.normativa.read_untracked().version();
    let texto = mesa
        .escenario
        .with_untracked(|e| exportar(e, preparada.as_deref(), &version));
    entregar(
        mesa,
        &nombre_de_archivo(mesa, "json"),
        "application/json",
        texto.as_bytes(),
    );
}

fn guardar_resultados(mesa: Mesa) {
    let Ok(preparada) = mesa.preparada.get_untracked() else {
        return mesa
            .contexto
            .avisar("Todavía no hay resultados: falta un dato para calcular.");
    };
    let filas = mesa
        .escenario
        .with_untracked(|e| mesa.lote.with_untracked(|lote| exportar_filas(e, &preparada, lote)));
    let Some((encabezado, filas)) = filas.split_first() else {
        return;
    };
    let encabezado: Vec<&str> = encabezado.iter().map(String::as_str).collect();
    let ultima = encabezado.len().saturating_sub(1);
    let filas: Vec<Vec<Valor<'_>>> = filas
        .iter()
        .map(|fila| {
            fila.iter()
                .enumerate()
                .map(|(i, texto)| match i {
                    0 => Valor::Identificador(texto),
                    1 => Valor::Texto(texto),
                    i if i == ultima => Valor::Texto(texto),
                    _ => Valor::Numero(texto),
                })
                .collect()
        })
        .collect();
    let bytes = escribir_csv(&encabezado, &filas);
    entregar(mesa, &nombre_de_archivo(mesa, "csv"), "text/csv", &bytes);
}

fn abrir_json(mesa: Mesa, entrada: NodeRef<html::Input>) {
    let Some(archivo) = elegido(entrada) else { return };
    leptos::task::spawn_local(async move {
        let leido = leer_archivo(archivo).await.and_then(|(nombre, bytes)| {
            let texto = String::from_utf8_lossy(&bytes);
            importar(&texto)
                .map(|escenario| (nombre, escenario))
                .map_err(|e| e.to_string())
        });
        match leido {
            Ok((nombre, escenario)) => {
                mesa.abrir_como_nuevo(escenario);
                mesa.contexto
                    .avisar(format!("Se abrió «{nombre}» como un escenario más."));
            }
            Err(error) => mesa.contexto.avisar(error),
        }
    });
}
