//! Foreign binary files are read in a Worker (`public/obrero.js`, `crates/lector`): one that is damaged can end the module
//! that reads it, and must not end this one. Each request has a Worker of its own, ended with it: dropping the future
//! cancels the work.

use js_sys::{Array, Function, JsString, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

/// How long a Worker may say nothing.
const PACIENCIA: Duration = Duration::from_secs(30);

#[wasm_bindgen]
extern "C" {
    /// Where this module's script is: everything that was built with it is beside.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["import", "meta"], js_name = url)]
    static AQUI: JsString;
}

/// The address of a file of the build.
fn direccion_de(nombre: &str) -> Result<String, JsValue> {
    let aqui = AQUI.with(|url| String::from(url));
    Ok(Url::new_with_base(nombre, &aqui)?.href())
}

/// What the reader answers: lines, which stay outside of this module's memory until each is asked for. The whole of it
/// would take longer than a frame to cross.
pub struct Respuesta {
    bytes: Uint8Array,
    desde: u32,
}

impl Iterator for Respuesta {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        let total = self.bytes.length();
        if self.desde >= total {
            return None;
        }
        let salto = self.bytes.index_of(b'\n', i32::try_from(self.desde).ok()?);
        let fin = u32::try_from(salto).unwrap_or(total);
        let renglon = self.bytes.subarray(self.desde, fin).to_vec();
        self.desde = fin.saturating_add(1);
        Some(renglon)
    }
}

/// Asks the reader for `funcion` on the bytes of a file. `avance` is told what is done, of how much; `(0, 0)` when the
/// reader is ready to begin.
///
/// # Errors
/// Why there is no answer, in words for a person: what happened and how to mend it.
pub async fn pedir(
    funcion: &str,
    bytes: &[u8],
    parametros: &str,
    avance: impl Fn(u32, u32) + 'static,
) -> Result<Respuesta, String> {
    let bytes = Uint8Array::from(bytes);
    let mudados = Array::of1(&bytes.buffer());
    let argumentos = Array::of2(&bytes, &parametros.into());
    let respuesta = atender(funcion, &argumentos, &mudados, avance).await?;
    let bytes: Uint8Array = respuesta.dyn_into().map_err(|_| SIN_LECTOR.to_owned())?;
    Ok(Respuesta { bytes, desde: 0 })
}

/// Asks the reader for the bytes of a made-up emisión of that many workers.
///
/// # Errors
/// As [`pedir`].
pub async fn muestra(cuantos: u32) -> Result<Vec<u8>, String> {
    let respuesta = atender("muestra", &Array::of1(&cuantos.into()), &Array::new(), |_, _| {}).await?;
    let bytes: Uint8Array = respuesta.dyn_into().map_err(|_| SIN_LECTOR.to_owned())?;
    Ok(bytes.to_vec())
}

const SIN_LECTOR: &str = "No llegó completo el lector de archivos. Revise su conexión e intente de nuevo; si sigue igual, \
                          vuelva a cargar la página.";
const SE_DETUVO: &str = "El archivo está dañado de un modo que detiene al lector. Ábralo en Excel y guárdelo como «Libro \
                         de Excel 97-2003 (.xls)», o descárguelo de nuevo. Nada más de esta página se perdió.";
const TARDO: &str = "El archivo tardó demasiado y se dejó de leer. Revise que sea el que quería; si lo es, descárguelo de \
                     nuevo o ábralo en un equipo con más memoria.";
const SIN_OBRERO: &str = "Este portal no permite leer archivos aquí dentro. Abra Ventanilla en su propia página, o pida a \
                          quien administra el portal que permita «worker-src».";

async fn atender(
    funcion: &str,
    argumentos: &Array,
    mudados: &Array,
    avance: impl Fn(u32, u32) + 'static,
) -> Result<JsValue, String> {
    let (js, wasm) = lector().await.ok_or(SIN_LECTOR)?;
    let turno = Turno::nuevo(avance).map_err(|_| SIN_OBRERO)?;
    let mensaje = objeto(&[
        ("js", &js.into()),
        ("wasm", &wasm.into()),
        ("funcion", &funcion.into()),
        ("argumentos", argumentos),
    ]);
    turno
        .obrero
        .post_message_with_transfer(&mensaje, mudados)
        .map_err(|_| SIN_LECTOR)?;
    let fin = JsFuture::from(turno.promesa.clone()).await.unwrap_or_default();
    let respuesta = propiedad(&fin, "respuesta");
    if !respuesta.is_undefined() {
        return Ok(respuesta);
    }
    Err(match propiedad(&fin, "falla").as_string().as_deref() {
        Some("archivo") => SE_DETUVO,
        Some("tiempo") => TARDO,
        _ => SIN_LECTOR,
    }
    .to_owned())
}

/// Addresses of the reader's script and code.
async fn lector() -> Option<(String, String)> {
    let lista = direccion_de("modulos.json").ok()?;
    let texto = gloo_net::http::Request::get(&lista)
        .send()
        .await
        .ok()?
        .text()
        .await
        .ok()?;
    let lista: serde_json::Value = serde_json::from_str(&texto).ok()?;
    let direccion = |parte: &str| direccion_de(lista["lector"][parte].as_str()?).ok();
    Some((direccion("js")?, direccion("wasm")?))
}

fn objeto(partes: &[(&str, &JsValue)]) -> Object {
    let objeto = Object::new();
    for (clave, valor) in partes {
        let _ = Reflect::set(&objeto, &(*clave).into(), valor);
    }
    objeto
}

fn propiedad(de: &JsValue, clave: &str) -> JsValue {
    Reflect::get(de, &clave.into()).unwrap_or_default()
}

/// A Worker and what listens to it.
struct Turno {
    obrero: Worker,
    promesa: Promise,
    reloj: Reloj,
    _al_hablar: Closure<dyn FnMut(MessageEvent)>,
    _al_fallar: Closure<dyn FnMut(Event)>,
}

impl Turno {
    fn nuevo(avance: impl Fn(u32, u32) + 'static) -> Result<Self, JsValue> {
        let obrero = crear(&direccion_de("obrero.js")?)?;
        let mut concluir: Option<Function> = None;
        let promesa = Promise::new(&mut |bien, _| concluir = Some(bien));
        let concluir = concluir.unwrap_or_default();
        let reloj = Reloj::nuevo(concluir.clone());
        let (hecho, otro) = (concluir.clone(), reloj.clone());
        let al_hablar = Closure::new(move |suceso: MessageEvent| {
            let datos = suceso.data();
            let numero = |clave| propiedad(&datos, clave).as_f64();
            match (numero("hechos"), numero("total")) {
                (Some(hechos), Some(total)) => {
                    otro.dar_cuerda();
                    avance(hechos as u32, total as u32);
                }
                _ => concluir_con(&hecho, &datos),
            }
        });
        // A script that does not arrive, or memory that ran out: the Worker says nothing more.
        let al_fallar = Closure::new(move |_: Event| concluir_con(&concluir, &objeto(&[("falla", &"carga".into())])));
        obrero.set_onmessage(Some(al_hablar.as_ref().unchecked_ref()));
        obrero.set_onerror(Some(al_fallar.as_ref().unchecked_ref()));
        reloj.dar_cuerda();
        Ok(Self {
            obrero,
            promesa,
            reloj,
            _al_hablar: al_hablar,
            _al_fallar: al_fallar,
        })
    }
}

impl Drop for Turno {
    fn drop(&mut self) {
        self.obrero.set_onmessage(None);
        self.obrero.set_onerror(None);
        self.obrero.terminate();
        self.reloj.parar();
    }
}

fn concluir_con(concluir: &Function, valor: &JsValue) {
    let _ = concluir.call1(&JsValue::NULL, valor);
}

/// A Worker of ours; in a portal of another origin, one of the portal's own that imports ours.
fn crear(direccion: &str) -> Result<Worker, JsValue> {
    let opciones = WorkerOptions::new();
    opciones.set_type(WorkerType::Module);
    Worker::new_with_options(direccion, &opciones).or_else(|_| {
        let texto = format!("import {};", serde_json::Value::from(direccion));
        let tipo = BlobPropertyBag::new();
        tipo.set_type("text/javascript");
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&texto.into()), &tipo)?;
        let propia = Url::create_object_url_with_blob(&blob)?;
        Worker::new_with_options(&propia, &opciones)
    })
}

/// Ends the wait when nothing has been heard for too long.
#[derive(Clone)]
struct Reloj {
    concluir: Function,
    cuerda: Rc<Cell<Option<TimeoutHandle>>>,
}

impl Reloj {
    fn nuevo(concluir: Function) -> Self {
        Self {
            concluir,
            cuerda: Rc::default(),
        }
    }

    fn parar(&self) {
        if let Some(cuerda) = self.cuerda.take() {
            cuerda.clear();
        }
    }

    fn dar_cuerda(&self) {
        self.parar();
        let concluir = self.concluir.clone();
        let vencer = move || concluir_con(&concluir, &objeto(&[("falla", &"tiempo".into())]));
        self.cuerda.set(set_timeout_with_handle(vencer, PACIENCIA).ok());
    }
}
