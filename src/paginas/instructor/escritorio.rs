//! What the instructor has on this computer, by account: cases, sessions, results. In memory while the page is open; every
//! change goes to the browser's store.

use crate::almacen::capacitacion::{self as almacen, Cajon};
use crate::almacen::{ErrorDeAlmacen, ahora, nuevo_id};
use crate::contexto::{Contexto, contexto};
use crate::sesion::sesion;
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ventanilla_capacitacion::biblioteca;
use ventanilla_capacitacion::caso::Caso;
use ventanilla_capacitacion::sesion::{Modo, Resultados, Sesion};
use ventanilla_capacitacion::verificar::{Discrepancia, verificar};
use ventanilla_normativa::Normativa;

/// Something that is kept in a drawer.
pub trait Registro: Serialize + DeserializeOwned + Clone + PartialEq + Send + Sync + 'static {
    /// Which drawer.
    const CAJON: Cajon;
    /// Whose it is.
    fn cuenta(&self) -> &str;
    /// Its key, of its account.
    fn id(&self) -> &str;
    /// Notes that it was changed now.
    fn tocar(&mut self);
    /// Where it is in memory.
    fn lista(escritorio: Escritorio) -> RwSignal<Option<Vec<Self>>>;
}

fn llave<R: Registro>(registro: &R) -> String {
    [registro.cuenta(), "/", registro.id()].concat()
}

/// A case of the instructor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CasoPropio {
    /// Its key on this computer; that of the case may change.
    pub id: String,
    /// Whose it is: key of an account, or nothing.
    pub cuenta: String,
    /// When it was last changed.
    pub modificado: String,
    /// The case, as far as it has been written.
    pub caso: Caso,
    /// The whole as text, while it cannot be read: nothing typed is lost.
    #[serde(default)]
    pub avanzado: String,
}

impl CasoPropio {
    /// Everything that keeps it out of a session, in words; empty when it stands.
    pub fn lo_que_no_se_sostiene(&self, normativa: &Normativa) -> Vec<String> {
        let propios: Vec<String> = self.caso.revisar().into_iter().map(|e| e.mensaje).collect();
        if !propios.is_empty() {
            return propios;
        }
        verificar(&self.caso, normativa)
            .iter()
            .map(Discrepancia::dicho)
            .collect()
    }
}

/// A session of the instructor, with what was typed of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SesionPropia {
    /// Whose it is.
    pub cuenta: String,
    /// When it was last changed.
    pub modificado: String,
    /// The session; its key never changes.
    pub sesion: Sesion,
    /// Numbers as they were typed, by field: what cannot be read stays.
    #[serde(default)]
    pub escrito: BTreeMap<String, String>,
    /// The list of trainees, as it was pasted.
    #[serde(default)]
    pub aprendices: String,
}

/// What a trainee handed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entregado {
    /// Key: `<sesion>/<aprendiz>`.
    pub id: String,
    /// Whose it is: the instructor's account.
    pub cuenta: String,
    /// When it was received.
    pub modificado: String,
    /// Name of its file.
    pub archivo: String,
    /// What was in it.
    pub resultados: Resultados,
}

macro_rules! registro {
    ($tipo:ty, $cajon:ident, $lista:ident, $este:ident => $id:expr) => {
        impl Registro for $tipo {
            const CAJON: Cajon = Cajon::$cajon;
            fn cuenta(&self) -> &str {
                &self.cuenta
            }
            fn id(&self) -> &str {
                let $este = self;
                $id
            }
            fn tocar(&mut self) {
                self.modificado = ahora();
            }
            fn lista(escritorio: Escritorio) -> RwSignal<Option<Vec<Self>>> {
                escritorio.$lista
            }
        }
    };
}
registro!(CasoPropio, Caso, casos, este => &este.id);
registro!(SesionPropia, Sesion, sesiones, este => &este.sesion.clave);
registro!(Entregado, Resultado, entregados, este => &este.id);

/// The desk.
#[derive(Clone, Copy)]
pub struct Escritorio {
    /// What every page shares.
    pub contexto: Contexto,
    /// Key of the account that is signed in; empty for nobody.
    pub cuenta: RwSignal<String>,
    /// Own cases, the last changed first; `None` until they are read.
    pub casos: RwSignal<Option<Vec<CasoPropio>>>,
    /// Own sessions.
    pub sesiones: RwSignal<Option<Vec<SesionPropia>>>,
    /// What the trainees handed in.
    pub entregados: RwSignal<Option<Vec<Entregado>>>,
    /// How many records this version cannot read.
    pub ilegibles: RwSignal<usize>,
}

impl Escritorio {
    /// Reads it, once it is known who is signed in.
    pub fn nuevo() -> Self {
        let este = Self {
            contexto: contexto(),
            cuenta: RwSignal::new(String::new()),
            casos: RwSignal::new(None),
            sesiones: RwSignal::new(None),
            entregados: RwSignal::new(None),
            ilegibles: RwSignal::new(0),
        };
        let quien = sesion();
        Effect::new(move |antes: Option<Option<String>>| {
            let cuenta = quien.cuenta.get().map(|c| c.clave()).unwrap_or_default();
            if !quien.leida.get() {
                return None;
            }
            if antes.flatten().as_ref() != Some(&cuenta) {
                este.cuenta.set(cuenta.clone());
                leptos::task::spawn_local(este.leer(cuenta.clone()));
            }
            Some(cuenta)
        });
        este
    }

    async fn leer(self, cuenta: String) {
        self.leer_de::<CasoPropio>(&cuenta).await;
        self.leer_de::<Entregado>(&cuenta).await;
        self.leer_de::<SesionPropia>(&cuenta).await;
    }

    async fn leer_de<R: Registro>(self, cuenta: &str) {
        let (mut suyos, ilegibles) = match almacen::todos::<R>(R::CAJON).await {
            Ok(todos) => todos,
            Err(error) => {
                self.contexto.fallo_el_almacen(&error);
                (Vec::new(), 0)
            }
        };
        suyos.retain(|r| r.cuenta() == cuenta);
        let _ = self.ilegibles.try_update(|n| *n += ilegibles);
        let _ = R::lista(self).try_set(Some(suyos));
    }

    /// An own case.
    pub fn caso(self, id: &str) -> Option<CasoPropio> {
        buscar(self.casos, |c| c.id == id)
    }

    /// An own session.
    pub fn sesion(self, clave: &str) -> Option<SesionPropia> {
        buscar(self.sesiones, |s| s.sesion.clave == clave)
    }

    /// Keeps something, here and in the store.
    pub fn guardar<R: Registro>(self, mut registro: R) {
        registro.tocar();
        self.poner(registro);
    }

    fn poner<R: Registro>(self, registro: R) {
        R::lista(self).try_update(|lista| {
            let lista = lista.get_or_insert_default();
            match lista.iter_mut().find(|r| r.id() == registro.id()) {
                Some(este) => este.clone_from(&registro),
                None => lista.insert(0, registro.clone()),
            }
        });
        self.escribir(async move { almacen::guardar(R::CAJON, &llave(&registro), &registro).await });
    }

    /// Deletes something, with a way back.
    pub fn borrar<R: Registro>(self, registro: &R, dicho: String) {
        self.quitar(registro);
        let registro = registro.clone();
        self.contexto
            .avisar_con_regreso_duradero(dicho, move || self.poner(registro.clone()));
    }

    /// Deletes something.
    pub fn quitar<R: Registro>(self, registro: &R) {
        R::lista(self).try_update(|lista| {
            if let Some(lista) = lista {
                lista.retain(|r| r.id() != registro.id());
            }
        });
        let llave = llave(registro);
        self.escribir(async move { almacen::borrar(R::CAJON, &llave).await });
    }

    fn escribir(self, que: impl Future<Output = Result<(), ErrorDeAlmacen>> + 'static) {
        leptos::task::spawn_local(async move {
            if let Err(error) = que.await {
                self.contexto.fallo_el_almacen(&error);
            }
        });
    }

    /// Keeps a case as one's own and gives its key on this computer.
    pub fn adoptar(self, caso: Caso) -> String {
        let id = nuevo_id();
        self.guardar(CasoPropio {
            id: id.clone(),
            cuenta: self.cuenta.get_untracked(),
            modificado: String::new(),
            caso,
            avanzado: String::new(),
        });
        id
    }

    /// A key that no case has: `R1-copia`, `R1-copia2`…
    pub fn clave_libre(self, base: &str) -> String {
        let ocupada = |clave: &str| biblioteca::TEXTOS.iter().any(|(suya, _)| *suya == clave) || self.hay_clave(clave);
        let mut clave = base.to_owned();
        let mut n = 2;
        while ocupada(&clave) {
            clave = format!("{base}{n}");
            n += 1;
        }
        clave
    }

    /// Whether an own case has this key.
    pub fn hay_clave(self, clave: &str) -> bool {
        buscar(self.casos, |c| c.caso.clave == clave).is_some()
    }

    /// Begins a session and gives its key.
    pub fn empezar_sesion(self) -> String {
        let dia = self.contexto.hoy.format("%y%m%d");
        let azar = nuevo_id();
        let azar = azar.rsplit('-').next().unwrap_or_default();
        let clave = format!("S{dia}-{}", azar.get(..4).unwrap_or(azar));
        self.guardar(SesionPropia {
            cuenta: self.cuenta.get_untracked(),
            modificado: String::new(),
            sesion: Sesion::nueva(&clave, "", Modo::Practica, Vec::new()),
            escrito: BTreeMap::new(),
            aprendices: String::new(),
        });
        clave
    }
}

fn buscar<R: Registro>(lista: RwSignal<Option<Vec<R>>>, es: impl Fn(&R) -> bool) -> Option<R> {
    lista.with_untracked(|l| l.as_ref()?.iter().find(|r| es(r)).cloned())
}
