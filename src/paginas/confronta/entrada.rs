//! What goes in: the file, what it is compared with, and the tolerance.

use super::taller::{DE_EJEMPLO, Estado, Taller};
use crate::componentes::{CampoDeTexto, Criterios, Segmentos, ZonaDeArchivos, leer_archivo, miles};
use leptos::prelude::*;
use ventanilla_archivos::emision::BYTES_MAXIMOS;
use ventanilla_reglas::cuotas::{Area, POLITICAS_DE_CUOTAS};

/// Where the file is chosen or dropped.
#[component]
pub fn Entrada(taller: Taller) -> impl IntoView {
    let tomar = move |archivos: Vec<web_sys::File>| {
        let Some(archivo) = archivos.into_iter().next() else {
            return;
        };
        // before it is in memory; the reader says so too
        if archivo.size() > BYTES_MAXIMOS as f64 {
            let megas = BYTES_MAXIMOS >> 20;
            let aviso = format!("El archivo pasa de {megas} MB: no es una emisión de IDSE.");
            return taller.contexto.avisar(aviso);
        }
        leptos::task::spawn_local(async move {
            match leer_archivo(archivo).await {
                Ok((nombre, bytes)) => taller.abrir(nombre, bytes, false),
                Err(error) => taller.contexto.avisar(error),
            }
        });
    };
    let nombre = move || {
        let archivo = taller.archivo.read();
        let archivo = archivo.as_ref()?;
        let kilos = (archivo.bytes.len() as u64).div_ceil(1024);
        let que = match *taller.estado.read() {
            Estado::Falla(_) => "No se pudo leer",
            Estado::EnCurso(..) => "Leyendo",
            _ => "Abierto",
        };
        Some(format!("{que}: {} ({} KB)", archivo.nombre, miles(kilos)))
    };
    view! {
        <ZonaDeArchivos
            id="emision"
            titulo="Archivo de la emisión"
            etiqueta="Elija el .xls, o suéltelo aquí"
            pista="El que descarga de IDSE, en «Emisión», sin cambiarle nada."
            acepta=".xls,application/vnd.ms-excel"
            al_llegar=tomar
        >
            {move || nombre().map(|texto| view! { <p class="v-pista" data-archivo>{texto}</p> })}
        </ZonaDeArchivos>
    }
}

/// What to do, before there is a file.
#[component]
pub fn Vacio(taller: Taller) -> impl IntoView {
    view! {
        <div class="v-vacio">
            <h2>"Todavía no hay un archivo abierto"</h2>
            <p>
                "Entre a IDSE con su e.firma, elija «Emisión» y descargue el archivo del periodo: trae la EMA y, si ese mes cierra un bimestre (febrero, abril, junio…), también la EBA. "
                "Si su nómina está en Cuotas, aquí podrá compararla con la emisión."
            </p>
            <div class="v-botones">
                <button class="v-boton" type="button" on:click=move |_| taller.probar()>"Probar con un archivo de muestra"</button>
            </div>
        </div>
    }
}

/// What it is compared with, and how closely.
#[component]
pub fn Opciones(taller: Taller) -> impl IntoView {
    let opciones = move || {
        let muestra = taller.archivo.read().as_ref().is_some_and(|a| a.muestra);
        let ejemplo = muestra.then(|| (DE_EJEMPLO.to_owned(), "Nómina de ejemplo".to_owned()));
        let guardados = taller.guardados.get();
        let suyas: Vec<(String, String)> = guardados
            .iter()
            .map(|g| {
                let nombre = match g.escenario.nombre.trim() {
                    "" => "Escenario sin nombre",
                    nombre => nombre,
                };
                (g.id.clone(), format!("{nombre}, {}", g.escenario.periodo.nombre()))
            })
            .collect();
        ejemplo.into_iter().chain(suyas).collect::<Vec<_>>()
    };
    let elegir = move |evento| {
        taller.contra.set(event_target_value(&evento));
        taller.confrontar();
    };
    let error = Signal::derive(move || taller.centavos_de_tolerancia().err());
    let sin_nominas = move || taller.guardados.read().is_empty();
    view! {
        <section class="v-panel v-cf-opciones" aria-label="Cómo se compara">
            <div class="v-campo">
                <label class="v-etiqueta" for="contra">"Comparar contra"</label>
                <select class="v-lista" id="contra" aria-describedby="contra-pista" on:change=elegir>
                    <option value="" prop:selected=move || taller.contra.read().is_empty()>"Sólo las cuentas: los mismos datos de la emisión"</option>
                    {move || opciones().into_iter().map(|(clave, nombre)| {
                        let suya = clave.clone();
                        view! { <option value=clave prop:selected=move || *taller.contra.read() == suya>{nombre}</option> }
                    }).collect_view()}
                </select>
                <p class="v-pista" id="contra-pista">
                    {move || if sin_nominas() {
                        "Para comparar con su nómina, escríbala o impórtela en Cuotas: aparecerá aquí."
                    } else {
                        "Una nómina guardada en este navegador, de Cuotas."
                    }}
                </p>
            </div>
            <div on:change=move |_| taller.confrontar()>
                <CampoDeTexto
                    id="tolerancia"
                    etiqueta="Tolerancia por ramo"
                    pista="Hasta aquí es redondeo."
                    clase="v-entrada--num v-ancho-8"
                    modo="decimal"
                    sufijo="pesos"
                    valor=taller.tolerancia
                    error
                    al_escribir=move |texto| taller.tolerancia.set(texto)
                />
            </div>
            <Show when=move || taller.contra.read().is_empty()>
                <Segmentos
                    nombre="area-confronta"
                    leyenda="Área del centro de trabajo"
                    opciones=vec![(Area::General, "General"), (Area::Zlfn, "Frontera norte")]
                    valor=taller.area
                    al_elegir=move |area| { taller.area.set(area); taller.confrontar(); }
                />
            </Show>
            <details class="v-ayuda v-cf-criterios">
                <summary>"Criterios donde la ley admite dos lecturas"</summary>
                <Show
                    when=move || taller.contra.read().is_empty()
                    fallback=|| view! { <p>"Son los de la nómina con que se compara. Los de una suya se cambian en Cuotas, junto al resultado."</p> }
                >
                    <div class="v-pila">
                        <Criterios
                            cuales=&POLITICAS_DE_CUOTAS
                            elegidas=taller.politicas
                            al_elegir=move |(nombre, valor): (&'static str, String)| {
                                taller.politicas.update(|p| { p.elegir(nombre, &valor); });
                                taller.confrontar();
                            }
                        />
                    </div>
                </Show>
            </details>
        </section>
    }
}

/// What is under way.
#[component]
pub fn Avance(que: &'static str, hechos: usize, total: usize) -> impl IntoView {
    view! {
        <div class="v-panel v-pila v-pila--junta">
            <p role="status">{que}</p>
            {(total > 0).then(|| view! {
                <progress class="v-progreso" aria-label=que max=total.to_string() value=hechos.to_string()></progress>
            })}
        </div>
    }
}
