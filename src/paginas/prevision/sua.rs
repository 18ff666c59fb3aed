//! The files of SUA: ASEG.TXT and MOVT.TXT into the payroll, and the payroll as both.

use super::archivos::{Resumen, elegidos, entregar};
use super::mesa::Mesa;
use crate::componentes::{Pregunta, leer_archivo, miles, por_rebanadas};
use leptos::html;
use leptos::prelude::*;
use ventanilla_archivos::sua::{Archivo, Lector, Lectura, escribir_aseg, escribir_movt, muestra_aseg, muestra_movt};
use ventanilla_tramites::prevision::{
    Encuentro, Escenario, Hoja, NoSePuede, Recibido, encuentro, escribir_sua, otra_nomina, recibir_asegurados,
    recibir_movimientos, trabajador,
};

/// Lines that are read in a slice.
const RENGLONES: usize = 200;
/// Findings that are listed; the rest are counted.
const EN_LA_LISTA: usize = 30;

/// What was read and is not in any payroll yet.
#[derive(Clone)]
pub struct Leido {
    /// Name of each file and what it has, workers first.
    archivos: Vec<(String, Lectura)>,
    /// What is to be said of them.
    avisos: Vec<String>,
}

/// Opens ASEG.TXT, MOVT.TXT or both.
#[component]
pub fn ImportarDeSua(
    mesa: Mesa,
    lectura: RwSignal<Option<Result<Resumen, String>>>,
    por_poner: RwSignal<Option<Leido>>,
) -> impl IntoView {
    let entrada = NodeRef::<html::Input>::new();
    let elegir = move |_| {
        if let Some(entrada) = entrada.get_untracked() {
            entrada.click();
        }
    };
    view! {
        <button class="v-boton" type="button" on:click=elegir>"Abrir archivos de SUA…"</button>
        <input
            class="v-oculto"
            type="file"
            multiple
            tabindex="-1"
            aria-hidden="true"
            accept=".txt,text/plain"
            data-abrir-sua
            node_ref=entrada
            on:change=move |_| abrir(mesa, entrada, lectura, por_poner)
        />
    }
}

/// Asks where the workers of a file go, when the payroll on the desk may not be theirs.
#[component]
pub fn DondeVaSua(
    mesa: Mesa,
    lectura: RwSignal<Option<Result<Resumen, String>>>,
    por_poner: RwSignal<Option<Leido>>,
) -> impl IntoView {
    let poner = move |aparte: bool| {
        if let Some(leido) = por_poner.try_update(Option::take).flatten() {
            lectura.set(Some(recibir(mesa, leido, aparte)));
        }
    };
    let pregunta = move || {
        let duda = por_poner.with(|p| p.as_ref().map(|leido| duda(mesa, leido)))?;
        let mut respuestas = vec![("Abrirlos como otra nómina", Callback::new(move |()| poner(true)))];
        if !duda.de_otro {
            respuestas.push(("Sumarlos a ésta", Callback::new(move |()| poner(false))));
        }
        respuestas.push(("Dejarlo como está", Callback::new(move |()| por_poner.set(None))));
        Some(view! { <Pregunta id="sua-donde" texto=texto_de_la_duda(duda) respuestas/> })
    };
    view! { {pregunta} }
}

/// What the files and the payroll have to do with each other.
fn duda(mesa: Mesa, leido: &Leido) -> Encuentro {
    let asegurados = leido.archivos.iter().find_map(|(_, l)| match &l.archivo {
        Archivo::Aseg(asegurados) => Some(asegurados),
        Archivo::Movt(_) => None,
    });
    let comparar = |asegurados: &Vec<_>| mesa.escenario.with_untracked(|e| encuentro(e, asegurados));
    asegurados.map(comparar).unwrap_or_default()
}

fn texto_de_la_duda(duda: Encuentro) -> String {
    let personas = |n: usize| match n {
        1 => "un trabajador".to_owned(),
        n => format!("{} trabajadores", miles(n as u64)),
    };
    let aqui = personas(duda.en_la_nomina);
    if duda.de_otro {
        return format!("ASEG es de otro registro patronal, y esta nómina ya tiene {aqui}. ¿Qué hacemos?");
    }
    format!(
        "ASEG trae {} que no {} aquí, y no trae a {} de esta nómina. ¿Qué hacemos?",
        personas(duda.nuevos),
        if duda.nuevos == 1 { "está" } else { "están" },
        personas(duda.sin_ella)
    )
}

fn abrir(
    mesa: Mesa,
    entrada: NodeRef<html::Input>,
    lectura: RwSignal<Option<Result<Resumen, String>>>,
    por_poner: RwSignal<Option<Leido>>,
) {
    let archivos = elegidos(entrada);
    if archivos.is_empty() {
        return;
    }
    leptos::task::spawn_local(async move {
        let mut lectores = Vec::new();
        let mut avisos = Vec::new();
        for archivo in archivos {
            match leer_archivo(archivo).await {
                Ok((nombre, bytes)) => match Lector::nuevo(&bytes) {
                    Ok(lector) => lectores.push((nombre, lector)),
                    Err(rechazo) => avisos.push(format!("«{nombre}»: {rechazo}")),
                },
                Err(error) => avisos.push(error),
            }
        }
        if lectores.is_empty() {
            return lectura.set(Some(Err(avisos.join(" "))));
        }
        let mut pendientes = Some((lectores, avisos));
        por_rebanadas(move || {
            let Some((lectores, _)) = pendientes.as_mut() else {
                return true;
            };
            // every one of them advances: `all` would stop at the first that is not finished, which is as good
            if !lectores.iter_mut().all(|(_, lector)| lector.avanzar(RENGLONES)) {
                return false;
            }
            if let Some((lectores, avisos)) = pendientes.take() {
                let mut archivos: Vec<_> = lectores
                    .into_iter()
                    .map(|(nombre, lector)| (nombre, lector.terminar()))
                    .collect();
                archivos.sort_by_key(|(_, l)| matches!(l.archivo, Archivo::Movt(_)));
                let leido = Leido { archivos, avisos };
                if duda(mesa, &leido).hay_duda() {
                    lectura.set(None);
                    por_poner.set(Some(leido));
                } else {
                    por_poner.set(None);
                    lectura.set(Some(recibir(mesa, leido, false)));
                }
            }
            true
        });
    });
}

/// Puts what was read in the payroll, as one thing that can be undone; or in one of its own, which leaves this one kept.
fn recibir(mesa: Mesa, Leido { archivos, mut avisos }: Leido, aparte: bool) -> Result<Resumen, String> {
    let mut escenario: Escenario = mesa.escenario.get_untracked();
    if let (true, Some((_, primero))) = (aparte, archivos.first())
        && let Archivo::Aseg(asegurados) = &primero.archivo
    {
        escenario = otra_nomina(&escenario, asegurados);
    }
    let mut textos = Vec::new();
    let mut hoja = Hoja::Movimientos;
    for (nombre, leido) in archivos {
        anotar(&nombre, &leido, &mut avisos);
        if leido.archivo.cuantos() == 0 {
            continue;
        }
        let recibido = match &leido.archivo {
            Archivo::Aseg(asegurados) => {
                hoja = Hoja::Trabajadores;
                recibir_asegurados(escenario.clone(), asegurados)
            }
            Archivo::Movt(movimientos) => recibir_movimientos(escenario.clone(), movimientos),
        };
        match recibido {
            Ok(Recibido {
                escenario: con,
                texto,
                avisos: otros,
            }) => {
                escenario = con;
                textos.push(texto);
                avisos.extend(otros);
            }
            Err(error) => avisos.push(format!("«{nombre}»: {error}")),
        }
    }
    if textos.is_empty() {
        return Err(avisos.join(" "));
    }
    let texto = textos.join(" ");
    if aparte {
        mesa.abrir_como_nuevo(escenario);
        mesa.contexto
            .avisar("Se abrió como otra nómina. La anterior quedó guardada: está en «Ver todos los escenarios».");
    } else {
        mesa.reemplazar(escenario, texto.clone());
    }
    mesa.hoja.set(hoja);
    Ok(Resumen { texto, avisos })
}

fn anotar(nombre: &str, leido: &Lectura, avisos: &mut Vec<String>) {
    if leido.sin_leer > 0 {
        avisos.push(format!(
            "«{nombre}»: {} renglones no se leyeron. Corríjalos en SUA y vuelva a exportar.",
            miles(leido.sin_leer as u64)
        ));
    }
    avisos.extend(
        leido
            .hallazgos
            .iter()
            .take(EN_LA_LISTA)
            .map(|h| format!("«{nombre}». {h}")),
    );
    let mas = leido.hallazgos.len().saturating_sub(EN_LA_LISTA) + leido.omitidos;
    if mas > 0 {
        avisos.push(format!("«{nombre}»: y {} más.", miles(mas as u64)));
    }
}

/// Hands over the payroll as the files that SUA imports; what is missing is given back.
pub fn exportar_a_sua(mesa: Mesa, faltas: RwSignal<Vec<NoSePuede>>) {
    match mesa.escenario.with_untracked(escribir_sua) {
        Ok(archivos) => {
            faltas.set(Vec::new());
            if archivos.aseg.is_empty() {
                return mesa.contexto.avisar("La nómina está vacía: no hay nada que escribir.");
            }
            entregar(mesa, "ASEG.TXT", "text/plain", &archivos.aseg);
            if archivos.movt.is_empty() {
                return mesa
                    .contexto
                    .avisar("Se escribió ASEG.TXT, sin créditos de Infonavit ni ubicaciones: esta nómina no los lleva. No hay movimientos, así que no hay MOVT.TXT.");
            }
            entregar(mesa, "MOVT.TXT", "text/plain", &archivos.movt);
            mesa.contexto
                .avisar("Se escribieron ASEG.TXT y MOVT.TXT, sin créditos de Infonavit ni ubicaciones: esta nómina no los lleva. En SUA se importan en Utilerías.");
        }
        Err(otras) => faltas.set(otras),
    }
}

/// Made-up files, to try with.
pub fn muestra_de_sua(mesa: Mesa) {
    let archivos = [
        ("ASEG.TXT", escribir_aseg(&muestra_aseg())),
        ("MOVT.TXT", escribir_movt(&muestra_movt())),
    ];
    for (nombre, bytes) in archivos {
        // the sample is complete: a test writes it
        entregar(mesa, nombre, "text/plain", &bytes.unwrap_or_default());
    }
}

/// What keeps the payroll from being written, each with the way to its row.
#[component]
pub fn FaltasParaSua(mesa: Mesa, faltas: RwSignal<Vec<NoSePuede>>) -> impl IntoView {
    let lista = move || {
        let faltas = faltas.get();
        let mas = faltas.len().saturating_sub(EN_LA_LISTA);
        let renglones = faltas
            .into_iter()
            .take(EN_LA_LISTA)
            .map(|falta| {
                let texto = falta.to_string();
                match falta.donde {
                    Some((hoja, fila)) => view! {
                        <li>
                            <button class="v-enlace" type="button" on:click=move |_| mesa.ir_a_celda(hoja, fila, trabajador::NSS)>
                                {texto}
                            </button>
                        </li>
                    }
                    .into_any(),
                    None => view! { <li>{texto}</li> }.into_any(),
                }
            })
            .collect_view();
        view! {
            <ul class="v-lista-plana">{renglones}</ul>
            {(mas > 0).then(|| view! { <p>"Y "{miles(mas as u64)}" más."</p> })}
        }
    };
    view! {
        <Show when=move || !faltas.read().is_empty()>
            <div class="v-aviso v-aviso--error" role="alert">
                <p class="v-aviso-titulo">"Todavía no se pueden escribir los archivos de SUA"</p>
                <p>"SUA rechaza el archivo completo por un solo renglón, así que no se escribe a medias. Falta:"</p>
                {lista}
                <div class="v-botones">
                    <button class="v-boton" type="button" on:click=move |_| exportar_a_sua(mesa, faltas)>"Volver a intentar"</button>
                    <button class="v-boton v-boton--quieto" type="button" on:click=move |_| faltas.set(Vec::new())>"Cerrar"</button>
                </div>
            </div>
        </Show>
    }
}
