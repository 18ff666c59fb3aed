//! Who is working. The account is remembered in this browser, so that a draft is found without a network; the server alone
//! decides what it may do.

use crate::almacen::{self, tramites::Situacion};
use crate::aparte::asentar;
use crate::api::{self, Cuenta, Falla};
use crate::canal::{Canal, decir};
use crate::contexto::Contexto;
use crate::entorno;
use crate::paginas::{PAPELES, clave_de_papel};
use crate::ruta::{Ruta, ir_a};
use leptos::prelude::*;

/// Key of the remembered account.
const CUENTA: &str = "cuenta";
/// Key of "this computer is shared".
const COMPARTIDO: &str = "equipo_compartido";
/// Key of "this session is still to be closed on the server".
const POR_CERRAR: &str = "sesion_por_cerrar";
/// Channel by which the tabs of this browser tell each other that somebody came or left.
const CANAL: &str = "ventanilla-sesion";

/// Where the account is remembered: who comes with a portal's token is kept apart from who signs in here.
/// `None` when the token does not say who it is: then nothing is remembered.
fn clave_de_la_cuenta() -> Option<String> {
    match (entorno::con_credencial(), entorno::sujeto()) {
        (false, _) => Some(CUENTA.to_owned()),
        (true, sujeto) if sujeto.is_empty() => None,
        (true, sujeto) => Some([CUENTA, ":", &sujeto].concat()),
    }
}

/// The account that is remembered on this browser; nobody, if it cannot be read.
pub async fn cuenta_recordada() -> Option<Cuenta> {
    let texto = almacen::leer_ajuste(&clave_de_la_cuenta()?).await.ok()??;
    serde_json::from_str(&texto).ok()
}

/// How the server is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Conexion {
    /// Not asked yet.
    #[default]
    Desconocida,
    /// It answers, and the session is alive.
    Lista,
    /// It does not answer.
    SinRed,
    /// It answers, and the session ended or never was.
    SinSesion,
}

/// Who is working, and whether the server knows.
#[derive(Clone, Copy)]
pub struct Sesion {
    contexto: Contexto,
    /// The account; `None` when nobody signed in on this browser.
    pub cuenta: RwSignal<Option<Cuenta>>,
    /// Whether the remembered account was read: before that, nothing is known.
    pub leida: RwSignal<bool>,
    /// How the server is.
    pub conexion: RwSignal<Conexion>,
    /// Whether the server runs with demonstration accounts.
    pub demostracion: RwSignal<bool>,
    /// Whether it only follows who is working: another module of this tab takes people to sign in.
    sigue: bool,
}

impl Sesion {
    /// Reads the remembered account and asks the server. In a practice there is nothing to read nor anybody to ask.
    pub fn nueva(contexto: Contexto) -> Self {
        Self::de_nadie(contexto).empezar()
    }

    /// The same for a module in which nobody signs in: who comes or leaves elsewhere changes nothing of what is open.
    pub fn que_sigue(contexto: Contexto) -> Self {
        let sesion = Self {
            sigue: true,
            ..Self::de_nadie(contexto)
        };
        sesion.empezar()
    }

    fn empezar(self) -> Self {
        if let Some(practica) = self.contexto.practica.get_value() {
            return Self {
                cuenta: RwSignal::new(Some(practica.cuenta())),
                leida: RwSignal::new(true),
                ..self
            };
        }
        let sesion = self;
        leptos::task::spawn_local(async move {
            sesion.recordar().await;
            sesion.preguntar().await;
        });
        entorno::al_cambiar_credencial(move || {
            leptos::task::spawn_local(async move {
                sesion.recordar().await;
                sesion.preguntar().await;
            });
        });
        let escucha = window_event_listener(leptos::ev::online, move |_| {
            leptos::task::spawn_local(sesion.preguntar());
        });
        on_cleanup(move || escucha.remove());
        sesion.escuchar_a_las_demas();
        sesion
    }

    fn de_nadie(contexto: Contexto) -> Self {
        Self {
            contexto,
            cuenta: RwSignal::new(None),
            leida: RwSignal::new(false),
            conexion: RwSignal::new(Conexion::Desconocida),
            demostracion: RwSignal::new(false),
            sigue: false,
        }
    }

    /// Who signs out in one tab signs out in all of them.
    fn escuchar_a_las_demas(self) {
        Canal::escuchar(CANAL, move |_| {
            leptos::task::spawn_local(async move {
                let antes = self.cuenta.get_untracked();
                self.recordar().await;
                if antes != self.cuenta.get_untracked() {
                    match (self.sigue, entorno::con_barra()) {
                        (true, _) => {}
                        (false, true) => ir_a(Ruta::Entrar),
                        (false, false) => entorno::ir(&entorno::inicio()),
                    }
                    self.preguntar().await;
                }
            });
        });
    }

    fn avisar_a_las_demas() {
        decir(CANAL, "cambio");
    }

    /// Closes on the server a session that could not be closed when its owner left.
    async fn cerrar_lo_pendiente(self) -> bool {
        // a portal's token is another matter than the session that this browser left open
        if entorno::con_credencial() {
            return true;
        }
        let pendiente = almacen::leer_ajuste(POR_CERRAR).await.ok().flatten().is_some();
        if pendiente && api::salir().await.is_err() {
            return false;
        }
        if pendiente && let Err(error) = almacen::guardar_ajuste(POR_CERRAR, "").await {
            self.contexto.fallo_el_almacen(&error);
        }
        true
    }

    async fn recordar(self) {
        let leida = match clave_de_la_cuenta() {
            Some(clave) => almacen::leer_ajuste(&clave).await,
            None => Ok(None),
        };
        match leida {
            Ok(texto) => {
                let cuenta = texto.and_then(|t| serde_json::from_str(&t).ok());
                poner(self.cuenta, cuenta);
            }
            Err(error) => self.contexto.fallo_el_almacen(&error),
        }
        poner(self.leida, true);
    }

    /// Whether it is known who is working: an account is remembered, or the server was asked. Reactive.
    pub fn se_sabe(&self) -> bool {
        self.leida.get() && (self.cuenta.read().is_some() || self.conexion.get() != Conexion::Desconocida)
    }

    /// Asks the server who is signed in.
    pub async fn preguntar(self) {
        if !self.cerrar_lo_pendiente().await {
            let _ = self.conexion.try_set(Conexion::SinRed);
            return;
        }
        match api::pedir::<api::EstadoDeSesion>("sesion").await {
            Ok(estado) => {
                poner(self.demostracion, estado.demostracion);
                let conexion = if estado.cuenta.is_some() {
                    Conexion::Lista
                } else {
                    Conexion::SinSesion
                };
                // The server's word on who it is counts; that nobody is signed in leaves the drafts' owner in place.
                if estado.cuenta.is_some() && estado.cuenta != self.cuenta.get_untracked() {
                    self.poner(estado.cuenta).await;
                }
                poner(self.conexion, conexion);
            }
            Err(Falla::SinSesion) => poner(self.conexion, Conexion::SinSesion),
            Err(_) => poner(self.conexion, Conexion::SinRed),
        }
    }

    async fn poner(self, cuenta: Option<Cuenta>) {
        let texto = cuenta
            .as_ref()
            .and_then(|c| serde_json::to_string(c).ok())
            .unwrap_or_default();
        let _ = self.cuenta.try_set(cuenta);
        if let Some(clave) = clave_de_la_cuenta()
            && let Err(error) = almacen::guardar_ajuste(&clave, &texto).await
        {
            self.contexto.fallo_el_almacen(&error);
        }
    }

    /// Signs in. `compartido`: whether others use this computer.
    ///
    /// # Errors
    /// In words, why not.
    pub async fn entrar(self, usuario: &str, contrasena: &str, compartido: bool) -> Result<(), Falla> {
        let estado = api::entrar(usuario, contrasena).await?;
        if entorno::incrustado() {
            // inside another site the browser may not have kept the session
            let ahora: api::EstadoDeSesion = api::pedir("sesion").await?;
            if ahora.cuenta.is_none() {
                return Err(Falla::SinSesion);
            }
        }
        self.poner(estado.cuenta).await;
        let marca = if compartido { "si" } else { "" };
        if let Err(error) = almacen::guardar_ajuste(COMPARTIDO, marca).await {
            self.contexto.fallo_el_almacen(&error);
        }
        let _ = almacen::guardar_ajuste(POR_CERRAR, "").await;
        let _ = self.conexion.try_set(Conexion::Lista);
        Self::avisar_a_las_demas();
        Ok(())
    }

    /// Signs out. On a shared computer the account's drafts go too, if the person agrees; what is finished and unsent stays,
    /// for its owner, and that is said.
    pub async fn salir(self) {
        asentar(); // what was typed a moment ago is counted and deleted too
        let compartido = almacen::leer_ajuste(COMPARTIDO).await.ok().flatten().is_some();
        let cuenta = self.cuenta.get_untracked().map(|c| c.clave()).unwrap_or_default();
        let (borradores, pendientes) = contar(&cuenta).await;
        let mut se_fueron_nominas = false;
        if compartido {
            let lo_que_va = lo_que_se_borra(borradores, hojas_con_algo(&cuenta).await);
            let lo_que_queda = lo_que_queda(pendientes).map(|t| format!(" {t}")).unwrap_or_default();
            let pregunta = format!("Esto se borra de este equipo al salir: {lo_que_va}.{lo_que_queda} ¿Salir?");
            if !lo_que_va.is_empty() && !window().confirm_with_message(&pregunta).unwrap_or(true) {
                return;
            }
            self.borrar_lo_de(&cuenta).await;
            se_fueron_nominas = self.preguntar_por_las_nominas().await;
        }
        self.contexto.tostada.set(None);
        let cerrada = api::salir().await.is_ok();
        if !cerrada {
            // without a network the server still has the session open: it is closed before anything else is asked of it
            let _ = almacen::guardar_ajuste(POR_CERRAR, "si").await;
        }
        if compartido {
            self.borrar_lo_de(&cuenta).await; // the server may have taken its time, and the sheet was there to type on
        }
        self.poner(None).await;
        let _ = self
            .conexion
            .try_set(if cerrada { Conexion::SinSesion } else { Conexion::SinRed });
        Self::avisar_a_las_demas();
        if !cerrada {
            self.contexto.avisar("Sin conexión no se pudo cerrar la sesión en el servidor. Se cerrará en cuanto vuelva la red; si deja este equipo, no cierre esta página.");
        }
        if let Some(texto) = lo_que_queda(pendientes) {
            self.contexto.avisar(texto);
        }
        ir_a(Ruta::Entrar);
        if se_fueron_nominas {
            entorno::reiniciar(); // what other modules still show of what was deleted goes too
        }
    }

    /// Payrolls are of nobody: Cuotas asks for no account. On a computer that others use, who leaves says whether they go;
    /// true if they went.
    async fn preguntar_por_las_nominas(self) -> bool {
        let Ok((nominas, _)) = almacen::todos("").await else {
            return false;
        };
        let pregunta = match nominas.len() {
            0 => return false,
            1 => "En este equipo queda una nómina de Cuotas, a la vista de quien lo use. ¿Borrarla también?".to_owned(),
            n => {
                format!("En este equipo quedan {n} nóminas de Cuotas, a la vista de quien lo use. ¿Borrarlas también?")
            }
        };
        if !window().confirm_with_message(&pregunta).unwrap_or(false) {
            return false;
        }
        for nomina in nominas {
            if let Err(error) = almacen::borrar(&nomina.id).await {
                self.contexto.fallo_el_almacen(&error);
            }
        }
        true
    }

    /// The drafts of the account, and what it worked out on the pages that keep a sheet.
    async fn borrar_lo_de(self, cuenta: &str) {
        if let Err(error) = almacen::tramites::vaciar(cuenta).await {
            self.contexto.fallo_el_almacen(&error);
        }
        for nombre in PAPELES {
            if let Err(error) = almacen::guardar_ajuste(&clave_de_papel(nombre, cuenta), "").await {
                self.contexto.fallo_el_almacen(&error);
            }
        }
    }

    /// Key of the account; empty when nobody signed in.
    pub fn id(&self) -> String {
        self.cuenta.with(|c| c.as_ref().map(Cuenta::clave).unwrap_or_default())
    }
}

/// Says something that is not what was said already: what depends on it, a form somebody is typing in, stays as it is.
fn poner<T: PartialEq + Send + Sync + 'static>(senal: RwSignal<T>, valor: T) {
    if senal.try_with_untracked(|antes| *antes == valor) == Some(false) {
        senal.set(valor);
    }
}

/// How many sheets of the account have something.
async fn hojas_con_algo(cuenta: &str) -> usize {
    let mut cuantas = 0;
    for nombre in PAPELES {
        let texto = almacen::leer_ajuste(&clave_de_papel(nombre, cuenta))
            .await
            .ok()
            .flatten();
        cuantas += usize::from(texto.is_some_and(|t| !t.is_empty()));
    }
    cuantas
}

/// `2 borradores sin enviar y una hoja de trabajo (adeudo, prima, lote para IDSE…)`; nothing when there is nothing.
fn lo_que_se_borra(borradores: usize, hojas: usize) -> String {
    let borradores = match borradores {
        0 => String::new(),
        1 => "un borrador sin enviar".to_owned(),
        n => format!("{n} borradores sin enviar"),
    };
    let hojas = match hojas {
        0 => String::new(),
        1 => "una hoja de trabajo (adeudo, prima, lote para IDSE…)".to_owned(),
        n => format!("{n} hojas de trabajo (adeudo, prima, lote para IDSE…)"),
    };
    let partes: Vec<String> = [borradores, hojas].into_iter().filter(|p| !p.is_empty()).collect();
    partes.join(" y ")
}

/// What is finished and unsent stays, and leaves when its owner comes back; nothing when there is nothing.
fn lo_que_queda(pendientes: usize) -> Option<String> {
    match pendientes {
        0 => None,
        1 => Some("Queda un trámite por enviar en este equipo. Saldrá cuando usted vuelva a entrar aquí.".to_owned()),
        n => Some(format!(
            "Quedan {n} trámites por enviar en este equipo. Saldrán cuando usted vuelva a entrar aquí."
        )),
    }
}

/// How many drafts an account has here, and how many finished trámites wait to be sent.
async fn contar(cuenta: &str) -> (usize, usize) {
    let guardados = almacen::tramites::de_la_cuenta(cuenta)
        .await
        .map(|g| g.0)
        .unwrap_or_default();
    let de = |situacion| guardados.iter().filter(|g| g.situacion() == situacion).count();
    (
        de(Situacion::Borrador),
        de(Situacion::EnCola) + de(Situacion::Rechazado),
    )
}

/// The session of this module.
pub fn sesion() -> Sesion {
    expect_context::<Sesion>()
}

/// In the header: who is working, and the way out.
#[component]
pub fn CuentaAbierta() -> impl IntoView {
    let sesion = sesion();
    let estado = move || match sesion.conexion.get() {
        Conexion::SinRed => Some("sin conexión"),
        Conexion::SinSesion if sesion.cuenta.read().is_some() => Some("sesión terminada"),
        _ => None,
    };
    view! {
        <div class="v-cuenta">
            {move || match sesion.cuenta.get() {
                Some(cuenta) => view! {
                    <span class="v-cuenta-nombre">{cuenta.nombre}</span>
                    <span class="v-cuenta-estado" role="status">{estado}</span>
                    {(!entorno::con_credencial()).then(|| view! {
                        <button class="v-cuenta-boton" type="button" on:click=move |_| leptos::task::spawn_local(sesion.salir())>"Salir"</button>
                    })}
                }.into_any(),
                None if entorno::con_credencial() => view! {
                    <span class="v-cuenta-estado" role="status">{estado}</span>
                }.into_any(),
                None => view! {
                    <span class="v-cuenta-estado" role="status">{estado}</span>
                    <a class="v-cuenta-boton" href=Ruta::Entrar.ancla()>"Entrar"</a>
                }.into_any(),
            }}
        </div>
    }
}
