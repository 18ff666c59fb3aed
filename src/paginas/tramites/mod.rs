//! What somebody came to present: begin one, go on with a draft, see what was sent.

mod empezar;

use empezar::crear;
pub use empezar::{PorEmpezar, empezar};

use crate::almacen::tramites::{self, Guardado, Situacion};
use crate::api::expedientes::{self, Filtro};
use crate::contexto::{Contexto, contexto};
use crate::entorno;
use crate::formulario::cola;
use crate::paginas::bandeja::momento_corto;
use crate::ruta::{Direccion, Ruta};
use crate::sesion::{Conexion, Sesion, sesion};
use leptos::prelude::*;
use std::collections::BTreeMap;
use ventanilla_tramites::camino::{Estado, GUIONES, guion};
use ventanilla_tramites::guion::{Guion, Respuestas};

/// How many of the last received ones the server is asked about.
const RECIENTES: usize = 100;

#[derive(Clone, Copy)]
struct Lista {
    contexto: Contexto,
    sesion: Sesion,
    guardados: RwSignal<Option<Vec<Guardado>>>,
    fallas: RwSignal<Vec<String>>,
    /// What became of what was received, as the server last said.
    estados: RwSignal<BTreeMap<String, Estado>>,
}

impl Lista {
    fn leer(self) {
        let cuenta = self
            .sesion
            .cuenta
            .get_untracked()
            .map(|c| c.clave())
            .unwrap_or_default();
        leptos::task::spawn_local(async move {
            match tramites::de_la_cuenta(&cuenta).await {
                Ok((guardados, fallas)) => {
                    let _ = self.guardados.try_set(Some(guardados));
                    let _ = self.fallas.try_set(fallas);
                }
                Err(error) => {
                    self.contexto.fallo_el_almacen(&error);
                    let _ = self.guardados.try_set(Some(Vec::new()));
                }
            }
        });
    }

    /// Asks the server what became of what was received: a correction that was asked for must not wait unseen.
    fn preguntar_estados(self) {
        leptos::task::spawn_local(async move {
            if let Ok(pagina) = expedientes::listar(&Filtro::default(), None, RECIENTES).await {
                let estados = pagina.tramites.into_iter().map(|t| (t.uuid, t.estado)).collect();
                let _ = self.estados.try_set(estados);
            }
        });
    }

    fn borrar(self, guardado: Guardado) {
        leptos::task::spawn_local(async move {
            if let Err(error) = tramites::borrar(&guardado.id).await {
                return self.contexto.fallo_el_almacen(&error);
            }
            self.leer();
            let texto = format!("Se borró «{}».", nombre(&guardado));
            self.contexto.avisar_con_regreso_duradero(texto, move || {
                let guardado = guardado.clone();
                leptos::task::spawn_local(async move {
                    match tramites::guardar(&guardado).await {
                        Ok(_) => self.leer(),
                        Err(error) => self.contexto.fallo_el_almacen(&error),
                    }
                });
            });
        });
    }
}

/// What a draft is called: by whom it is about, or by its trámite.
pub fn nombre(guardado: &Guardado) -> String {
    let titulo = guion(&guardado.tramite).map_or("Trámite", |g| g.titulo);
    guardado.nombre(&format!("{titulo} sin nombre"))
}

/// The answers that the portal began it with. Those that are of no question are told to it, and the rest stays.
fn pedido_del_portal(guion: &'static Guion) -> Respuestas {
    let pedido: BTreeMap<String, String> = entorno::tomar_por_empezar()
        .and_then(|t| serde_json::from_str(&t).ok())
        .unwrap_or_default();
    let mut respuestas = Respuestas::default();
    let mut ajenas = Vec::new();
    for (ruta, texto) in pedido {
        if guion.tiene(&ruta) {
            respuestas.poner(ruta, texto);
        } else {
            ajenas.push(ruta);
        }
    }
    if !ajenas.is_empty() {
        let mensaje = format!("En «{}» no hay pregunta para: {}.", guion.clave, ajenas.join(", "));
        let detalle = serde_json::json!({ "codigo": "respuestas", "mensaje": mensaje, "tramite": guion.clave });
        entorno::avisar("error", &detalle);
    }
    respuestas
}

/// The page.
#[component]
pub fn MisTramites() -> impl IntoView {
    let lista = Lista {
        contexto: contexto(),
        sesion: sesion(),
        guardados: RwSignal::new(None),
        fallas: RwSignal::new(Vec::new()),
        estados: RwSignal::new(BTreeMap::new()),
    };
    let cola = cola();
    let direccion = expect_context::<RwSignal<Direccion>>();
    // `#/tramites/convenio` shows one kind alone; `#/tramites/convenio/empezar` begins it
    let solo = Memo::new(move |_| guion(direccion.read().parte(0)).map(|g| g.clave));
    Effect::new(move |_| {
        if let Some(guion) = solo.get().and_then(guion)
            && direccion.read().parte(1) == "empezar"
            && lista.sesion.se_sabe()
        {
            let pedido = pedido_del_portal(guion);
            // going back must not begin another one
            entorno::sustituir(&Ruta::Tramites.con(guion.clave));
            untrack(|| empezar(guion, pedido));
        }
    });
    Effect::new(move |_| {
        lista.sesion.cuenta.track();
        cola.cambios.track();
        if lista.sesion.leida.get() {
            lista.leer();
        }
        if lista.sesion.conexion.get() == Conexion::Lista {
            lista.preguntar_estados();
        }
    });
    view! {
        <div class="v-encabezado">
            <div>
                <h1 class="v-titulo">{move || solo.get().and_then(guion).map_or("Trámites", |g| g.titulo)}</h1>
                <p class="v-entradilla">
                    "Empiece uno, siga un borrador o vea qué pasó con lo que envió. Se guarda en este equipo mientras escribe, y sólo lo ve su cuenta."
                </p>
                <p class="v-pista">
                    "Sin cuenta puede "<a href=Ruta::Adeudo.ancla()>"calcular un adeudo"</a>" o "
                    <a href=Ruta::Liquidacion.ancla()>"leer una cédula de liquidación"</a>"."
                </p>
            </div>
        </div>
        {move || if lista.sesion.leida.get() && lista.sesion.cuenta.read().is_none() {
            view! { <SinCuenta/> }.into_any()
        } else {
            view! { <ConCuenta lista solo/> }.into_any()
        }}
    }
}

#[component]
fn SinCuenta() -> impl IntoView {
    let donde = if entorno::con_credencial() {
        "Continuar"
    } else {
        "Entrar"
    };
    view! {
        <div class="v-vacio">
            <h2>"Entre con su cuenta para capturar"</h2>
            <p>"Los borradores y lo que envía quedan ligados a su cuenta: en un equipo compartido nadie más los ve. Para consultar cuotas, clasificación o prima no hace falta."</p>
            <div class="v-botones"><a class="v-boton v-boton--primario" href=Ruta::Entrar.ancla()>{donde}</a></div>
        </div>
    }
}

#[component]
fn ConCuenta(lista: Lista, solo: Memo<Option<&'static str>>) -> impl IntoView {
    let de = move |situaciones: &'static [Situacion]| {
        Signal::derive(move || {
            let guardados = lista.guardados.get().unwrap_or_default();
            guardados
                .into_iter()
                .filter(|g| situaciones.contains(&g.situacion()))
                .filter(|g| solo.get().is_none_or(|solo| solo == g.tramite))
                .collect::<Vec<_>>()
        })
    };
    let aviso_de_sesion = move || {
        let conexion = lista.sesion.conexion.get();
        match conexion {
            Conexion::SinSesion => Some(view! {
                <div class="v-aviso v-aviso--advertencia" role="status">
                    <p>"Su sesión terminó. Puede seguir escribiendo; para enviar, "<a href=Ruta::Entrar.ancla()>"entre otra vez"</a>"."</p>
                </div>
            }.into_any()),
            Conexion::SinRed => Some(view! {
                <div class="v-aviso v-aviso--advertencia" role="status">
                    <p>"No hay conexión. Puede seguir escribiendo y enviar: saldrá solo cuando vuelva la red."</p>
                </div>
            }.into_any()),
            _ => None,
        }
    };
    view! {
        <div class="v-pila v-pila--amplia">
            {aviso_de_sesion}
            {move || lista.fallas.get().into_iter().map(|falla| view! {
                <div class="v-aviso v-aviso--advertencia" role="status"><p>{falla}</p></div>
            }).collect_view()}
            <section class="v-pila" aria-labelledby="empezar">
                <h2 id="empezar">"Empezar"</h2>
                <div class="v-tarjetas">
                    {move || {
                        let los_suyos = GUIONES.into_iter().filter(|g| solo.get().is_none_or(|solo| solo == g.clave));
                        los_suyos.map(|g| view! { <Empezar lista guion=g/> }).collect_view()
                    }}
                </div>
            </section>
            {move || match lista.guardados.read().as_ref().map(Vec::is_empty) {
                None => view! { <p role="status">"Leyendo…"</p> }.into_any(),
                Some(true) => view! {
                    <div class="v-vacio"><p>"Todavía no hay borradores ni envíos en este equipo."</p></div>
                }.into_any(),
                Some(false) => view! {
                    <Grupo lista titulo="Por enviar" guardados=de(&[Situacion::EnCola, Situacion::Rechazado])/>
                    <Grupo lista titulo="Borradores" guardados=de(&[Situacion::Borrador])/>
                    <Grupo lista titulo="Recibidos" guardados=de(&[Situacion::Recibido])/>
                }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Empezar(lista: Lista, guion: &'static Guion) -> impl IntoView {
    let empezar = move |donde| crear(lista.contexto, lista.sesion, guion, Respuestas::default(), donde);
    view! {
        <article class="v-panel v-pila v-tarjeta">
            <h3>{guion.titulo}</h3>
            <p>{guion.presentacion}</p>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="button" on:click=move |_| empezar(guion.pasos[0].clave)>
                    "Empezar"<span class="v-oculto">" "{guion.titulo}</span>
                </button>
                <button class="v-boton" type="button" on:click=move |_| empezar("rapida")>
                    "Captura rápida"<span class="v-oculto">" "{guion.titulo}</span>
                </button>
            </div>
        </article>
    }
}

#[component]
fn Grupo(lista: Lista, titulo: &'static str, #[prop(into)] guardados: Signal<Vec<Guardado>>) -> impl IntoView {
    let cuantos = Memo::new(move |_| guardados.read().len());
    view! {
        <Show when=move || { cuantos.get() > 0 }>
            <section class="v-pila">
                <h2>{titulo}" "<span class="v-tenue">"("{cuantos}")"</span></h2>
                <ul class="v-renglones" role="list">
                    <For each=move || guardados.get() key=|g| (g.id.clone(), g.modificado.clone(), g.situacion() as u8) let:guardado>
                        <Renglon lista guardado/>
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Renglon(lista: Lista, guardado: Guardado) -> impl IntoView {
    let situacion = guardado.situacion();
    let titulo = guion(&guardado.tramite).map_or("Trámite", |g| g.titulo);
    let nombre = nombre(&guardado);
    let cola = cola();
    let (id, clave) = (guardado.id.clone(), guardado.id.clone());
    let insignia = move || match situacion {
        Situacion::Borrador => ("v-insignia", "Borrador".to_owned()),
        Situacion::EnCola if cola.enviando.get().as_ref() == Some(&id) => {
            ("v-insignia v-insignia--media", "Enviando…".to_owned())
        }
        Situacion::EnCola => (
            "v-insignia v-insignia--media",
            "Guardado en este equipo, por enviar".to_owned(),
        ),
        Situacion::Rechazado => ("v-insignia v-insignia--baja", "No se recibió: vea por qué".to_owned()),
        Situacion::Recibido => match lista.estados.read().get(&clave) {
            Some(Estado::Prevenido) => (
                "v-insignia v-insignia--baja",
                "Prevenido: hay que corregirlo".to_owned(),
            ),
            Some(estado) => ("v-insignia v-insignia--vigente", estado.titulo().to_owned()),
            None => ("v-insignia v-insignia--vigente", "Recibido".to_owned()),
        },
    };
    let destino = match situacion {
        Situacion::Borrador => {
            let paso = if guardado.paso.is_empty() {
                guion(&guardado.tramite).map_or("", |g| g.pasos[0].clave)
            } else {
                &guardado.paso
            };
            Ruta::Tramite.con(&format!("{}/{paso}", guardado.id))
        }
        // where it is followed, and mended if a correction was asked for
        Situacion::Recibido if lista.sesion.conexion.get_untracked() == Conexion::Lista => {
            Ruta::Expediente.con(&guardado.id)
        }
        _ => Ruta::Tramite.con(&format!("{}/enviado", guardado.id)),
    };
    let folio = guardado
        .recibo
        .as_ref()
        .map(|r| view! { " · folio "<strong>{r.folio.clone()}</strong> });
    // what was received, by its receipt; the rest, by this computer's clock
    let cuando = guardado.recibo.as_ref().map_or(&guardado.modificado, |r| &r.recibido);
    let cuando = momento_corto(cuando);
    let borrable = matches!(situacion, Situacion::Borrador | Situacion::Recibido);
    let (a_borrar, etiqueta) = (guardado.clone(), nombre.clone());
    view! {
        <li class="v-renglon">
            <div>
                <a class="v-renglon-titulo" href=destino>{nombre}</a>
                <p class="v-tenue">{titulo}{folio}" · "{cuando}</p>
            </div>
            {move || { let (clase, texto) = insignia(); view! { <span class=clase>{texto}</span> } }}
            {borrable.then(|| view! {
                <button class="v-boton v-boton--quieto" type="button" on:click=move |_| lista.borrar(a_borrar.clone())>
                    {if situacion == Situacion::Borrador { "Borrar" } else { "Quitar de este equipo" }}
                    <span class="v-oculto">" "{etiqueta}</span>
                </button>
            })}
        </li>
    }
}
