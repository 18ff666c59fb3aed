//! Taking files of results: several at once, each with its own error.

use super::super::escritorio::{Entregado, Escritorio};
use super::super::sesion::quien;
use crate::componentes::{ZonaDeArchivos, leer_archivo};
use leptos::prelude::*;
use ventanilla_capacitacion::sesion::{Archivo, ErrorDeSesion, Resultados, Sesion};

/// What became of a file.
#[derive(Clone)]
struct Dicho {
    bien: bool,
    texto: String,
}

/// The panel.
#[component]
pub fn Recibir(escritorio: Escritorio, sesion: StoredValue<Sesion>, suyos: Memo<Vec<Entregado>>) -> impl IntoView {
    let dichos = RwSignal::new(Vec::<Dicho>::new());
    let tomar = move |archivos: Vec<web_sys::File>| {
        leptos::task::spawn_local(async move {
            let mut nuevos = Vec::new();
            for archivo in archivos {
                nuevos.push(recibir(escritorio, sesion, archivo).await);
            }
            let _ = dichos.try_set(nuevos);
        });
    };
    view! {
        <ZonaDeArchivos
            id="resultados"
            titulo="Archivos de resultados"
            etiqueta="Elija uno o varios, o suéltelos aquí"
            pista="Los que le devolvieron los aprendices. Si llega otro de la misma persona, se queda el que tenga más intentos, y se le dice."
            acepta=".json,application/json"
            varios=true
            al_llegar=tomar
        >
            <div role="status" data-dichos>
                {move || {
                    let dichos = dichos.get();
                    (!dichos.is_empty()).then(|| view! {
                        <ul class="v-recibidos" role="list">
                            {dichos.into_iter().map(|d| view! {
                                <li class=if d.bien { "v-recibido" } else { "v-recibido v-error" }>{d.texto}</li>
                            }).collect_view()}
                        </ul>
                    })
                }}
            </div>
            {move || suyos.read().is_empty().then(|| view! {
                <p>"Todavía no hay resultados. Pida a cada quien el archivo que su página le dio al terminar."</p>
            })}
        </ZonaDeArchivos>
    }
}

/// Reads a file and keeps it; what to say of it.
async fn recibir(escritorio: Escritorio, sesion: StoredValue<Sesion>, archivo: web_sys::File) -> Dicho {
    let (nombre, bytes) = match leer_archivo(archivo).await {
        Ok(leido) => leido,
        Err(texto) => return Dicho { bien: false, texto },
    };
    match guardar(escritorio, sesion, &nombre, &bytes) {
        Ok(que) => Dicho {
            bien: true,
            texto: format!("{nombre}: {que}"),
        },
        Err(error) => Dicho {
            bien: false,
            texto: format!("{nombre}: {error}"),
        },
    }
}

fn guardar(
    escritorio: Escritorio,
    sesion: StoredValue<Sesion>,
    nombre: &str,
    bytes: &[u8],
) -> Result<String, ErrorDeSesion> {
    let texto = std::str::from_utf8(bytes).map_err(|_| no_es())?;
    let resultados = leer(texto)?;
    let clave = resultados.aprendiz.clave.trim().to_owned();
    if clave.is_empty() {
        return Err(ErrorDeSesion::Malo(
            "No dice de quién es. Pida que lo descarguen otra vez, con su clave.".to_owned(),
        ));
    }
    let normativa = escritorio.contexto.normativa.get_untracked();
    // graded now so that what cannot be is said of its file
    let nota = sesion
        .try_with_value(|s| s.calificar(&resultados, &normativa))
        .ok_or_else(no_es)??;
    let id = [&resultados.sesion, "/", &clave].concat();
    let quien = quien(&resultados.aprendiz);
    let antes = escritorio
        .entregados
        .with_untracked(|e| e.iter().flatten().find(|e| e.id == id).cloned());
    let entregado = Entregado {
        id,
        cuenta: escritorio.cuenta.get_untracked(),
        modificado: String::new(),
        archivo: nombre.to_owned(),
        resultados,
    };
    let dicho = match antes {
        None => format!("{quien}, {} puntos.", nota.puntos),
        Some(antes) if antes.resultados == entregado.resultados => {
            return Ok(format!("es el mismo que ya estaba de {quien}."));
        }
        Some(antes) if antes.resultados.intentos.len() > entregado.resultados.intentos.len() => {
            return Ok(format!(
                "ya había uno de {quien} con más intentos ({}); se quedó aquél.",
                antes.archivo
            ));
        }
        Some(antes) => format!(
            "{quien}, {} puntos. Reemplazó al que ya estaba ({}).",
            nota.puntos, antes.archivo
        ),
    };
    escritorio.guardar(entregado);
    Ok(dicho)
}

fn no_es() -> ErrorDeSesion {
    ErrorDeSesion::Archivo("No es un archivo de resultados.".to_owned())
}

/// Reads a file of results. Other files of a session are named for what they are.
fn leer(texto: &str) -> Result<Resultados, ErrorDeSesion> {
    let documento: serde_json::Value = serde_json::from_str(texto).map_err(|_| no_es())?;
    if documento.get("casos").is_some() {
        return Err(ErrorDeSesion::Malo(
            "Es el archivo que se reparte, no el de resultados. Pida el que la página da al terminar.".to_owned(),
        ));
    }
    if documento.get("intentos").is_none() {
        return Err(no_es());
    }
    Resultados::leer(texto)
}
