//! Beginning a trámite, perhaps with answers that were given elsewhere. It belongs to an account: who has not signed in
//! does that first, and it begins then.

use crate::almacen::tramites::{self, Guardado};
use crate::almacen::{self, ErrorDeAlmacen};
use crate::contexto::{Contexto, contexto};
use crate::paginas::{PAPEL_DE_ADEUDO, PAPEL_DE_CONTINUACION, PAPEL_DE_MODALIDAD, clave_de_papel};
use crate::ruta::{Ruta, ir_a, ir_a_direccion};
use crate::sesion::{Sesion, sesion};
use leptos::prelude::*;
use ventanilla_tramites::guion::{Guion, Respuestas};

/// What waits for its person to sign in. Only in memory: on a shared computer nobody finds it later.
#[derive(Clone, Copy, Default)]
pub struct PorEmpezar(RwSignal<Option<(&'static Guion, Respuestas)>>);

impl PorEmpezar {
    /// Begins what was waiting; says whether there was anything.
    pub fn seguir(self, contexto: Contexto, sesion: Sesion) -> bool {
        let espera = self.0.try_update_untracked(Option::take).flatten();
        let hay = espera.is_some();
        if let Some((guion, respuestas)) = espera {
            leptos::task::spawn_local(llevar_las_hojas(contexto, untrack(|| sesion.id())));
            crear(contexto, sesion, guion, respuestas, guion.pasos[0].clave);
        }
        hay
    }
}

/// What was worked out before signing in to go on with it is of whoever signed in: it goes with them, unless they had a
/// sheet of their own, and nobody else finds it here.
async fn llevar_las_hojas(contexto: Contexto, cuenta: String) {
    for nombre in [PAPEL_DE_MODALIDAD, PAPEL_DE_CONTINUACION, PAPEL_DE_ADEUDO] {
        let (suya, de_nadie) = (clave_de_papel(nombre, &cuenta), clave_de_papel(nombre, ""));
        if let Err(error) = mudar(&de_nadie, &suya).await {
            contexto.fallo_el_almacen(&error);
        }
    }
}

async fn mudar(desde: &str, hasta: &str) -> Result<(), ErrorDeAlmacen> {
    let Some(hoja) = almacen::leer_ajuste(desde).await? else {
        return Ok(());
    };
    if almacen::leer_ajuste(hasta).await?.is_none() {
        almacen::guardar_ajuste(hasta, &hoja).await?;
    }
    almacen::guardar_ajuste(desde, "").await
}

/// Begins a trámite with these answers, at its first step; without an account, once there is one.
pub fn empezar(guion: &'static Guion, respuestas: Respuestas) {
    let (contexto, sesion) = (contexto(), sesion());
    if sesion.cuenta.read_untracked().is_none() {
        expect_context::<PorEmpezar>().0.set(Some((guion, respuestas)));
        contexto.avisar("Para seguir, entre con su cuenta. Lo que contestó lo espera.");
        return ir_a(Ruta::Entrar);
    }
    crear(contexto, sesion, guion, respuestas, guion.pasos[0].clave);
}

/// Makes a draft of the account that is working and opens it in a step, or in another way of capturing (`rapida`).
pub fn crear(contexto: Contexto, sesion: Sesion, guion: &'static Guion, respuestas: Respuestas, donde: &'static str) {
    let normativa = contexto.normativa.read_untracked().version();
    let guardado = Guardado {
        respuestas,
        paso: donde.to_owned(),
        ..Guardado::nuevo(guion.clave, untrack(|| sesion.id()), normativa)
    };
    leptos::task::spawn_local(async move {
        let destino = Ruta::Tramite.con(&[&guardado.id, "/", donde].concat());
        match tramites::guardar(&guardado).await {
            Ok(_) => {
                tramites::avisar(&guardado);
                ir_a_direccion(&destino);
            }
            Err(error) => contexto.fallo_el_almacen(&error),
        }
    });
}
