//! The same draft in several tabs: one of them writes. The others say so and offer to take it over, and then the first one
//! lets go, with everything written. Should a tab not answer (asleep, closed), the revision of the record still keeps the
//! older copy from taking the place of the newer one.

use super::guardado::{Guardador, dormir};
use crate::almacen::tramites;
use crate::canal::Canal;
use crate::entorno;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long the other tab has to write and let go.
const PLAZO: Duration = Duration::from_millis(800);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Que {
    /// It was opened here.
    Abro,
    /// To who opened it: another tab has it.
    LoTengo,
    /// It goes on here: whoever has it lets go.
    Tomo,
    /// Everything is written and let go.
    Suelto,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Mensaje {
    que: Que,
    borrador: String,
    de: String,
    #[serde(default)]
    para: String,
}

/// This tab's place among those that have the draft open.
#[derive(Clone, Copy)]
pub struct Pestana {
    guardador: Guardador,
    /// `None` while it is being opened.
    propia: StoredValue<Option<Propia>, LocalStorage>,
    /// Whether somebody let go because this tab asked for it.
    soltaron: RwSignal<bool>,
}

#[derive(Clone)]
struct Propia {
    canal: Canal,
    borrador: String,
    nombre: String,
}

impl Propia {
    fn decir(&self, que: Que, para: &str) {
        let mensaje = Mensaje {
            que,
            borrador: self.borrador.clone(),
            de: self.nombre.clone(),
            para: para.to_owned(),
        };
        if let Ok(texto) = serde_json::to_string(&mensaje) {
            self.canal.decir(&texto);
        }
    }
}

impl Pestana {
    /// Opens a draft: who has it already answers. `releer`: what is kept is to be read again.
    pub fn abrir(guardador: Guardador, releer: Callback<()>) -> Self {
        let este = Self {
            guardador,
            propia: StoredValue::new_local(None),
            soltaron: RwSignal::new(false),
        };
        let canal = Canal::escuchar(&[&entorno::base_de_datos(), "-borradores"].concat(), move |texto| {
            if let Ok(mensaje) = serde_json::from_str(&texto) {
                este.recibir(&mensaje);
            }
        });
        este.propia.set_value(Some(Propia {
            canal,
            borrador: guardador.guardado.read_untracked().id.clone(),
            nombre: crate::almacen::nuevo_id(),
        }));
        este.decir(Que::Abro);
        entorno::al_estacionar(move || este.ir_o_volver(releer));
        este
    }

    /// Says something to whoever has the draft.
    fn decir(self, que: Que) {
        self.propia.with_value(|propia| {
            if let Some(propia) = propia {
                propia.decir(que, "");
            }
        });
    }

    /// Its element left the portal's page: what is pending is written and the draft is let go. When it comes back it asks
    /// again who has it, and reads what was written meanwhile.
    fn ir_o_volver(self, releer: Callback<()>) {
        if entorno::estacionada() {
            return self.guardador.ya();
        }
        self.decir(Que::Abro);
        let (id, cuenta) = self
            .guardador
            .guardado
            .with_untracked(|g| (g.id.clone(), g.cuenta.clone()));
        leptos::task::spawn_local(async move {
            let hay = tramites::leer(&id, &cuenta).await;
            let Some(suya) = self.guardador.revision() else {
                return; // the page is gone
            };
            if hay.is_ok_and(|hay| hay.is_some_and(|g| g.revision > suya)) {
                releer.run(());
            }
        });
    }

    fn recibir(self, mensaje: &Mensaje) {
        let Some(propia) = self.propia.try_get_value().flatten() else {
            return;
        };
        let para_mi = mensaje.para.is_empty() || mensaje.para == propia.nombre;
        if mensaje.borrador != propia.borrador || !para_mi || entorno::estacionada() {
            return;
        }
        let ajeno = self.guardador.ajeno;
        match mensaje.que {
            Que::Abro if !ajeno.get_untracked() => propia.decir(Que::LoTengo, &mensaje.de),
            Que::LoTengo => ajeno.set(true),
            Que::Tomo if !ajeno.get_untracked() => {
                let quien = mensaje.de.clone();
                leptos::task::spawn_local(async move {
                    self.guardador.asentar().await;
                    let _ = ajeno.try_set(true);
                    propia.decir(Que::Suelto, &quien);
                });
            }
            Que::Suelto => self.soltaron.set(true),
            _ => {}
        }
    }

    /// Takes the draft over; when it is over, what is kept is to be read again.
    pub async fn tomar(self) {
        self.decir(Que::Tomo);
        let vuelta = Duration::from_millis(20);
        let mut esperado = Duration::ZERO;
        while esperado < PLAZO && !self.soltaron.try_get_untracked().unwrap_or(true) {
            dormir(vuelta).await;
            esperado += vuelta;
        }
    }
}

/// Says that another tab has the draft, and offers to go on here.
#[component]
pub fn AvisoDeOtraPestana(pestana: Pestana, #[prop(into)] al_tomar: Callback<()>) -> impl IntoView {
    let tomando = RwSignal::new(false);
    let tomar = move |_| {
        tomando.set(true);
        leptos::task::spawn_local(async move {
            pestana.tomar().await;
            al_tomar.run(());
        });
    };
    let aviso = move || {
        pestana.guardador.ajeno.get().then(|| view! {
            <div class="v-aviso v-aviso--advertencia">
                <h1 class="v-aviso-titulo">"Este borrador está abierto en otra pestaña"</h1>
                <p>"Aquí sólo se puede ver, para que una no borre lo que se escribe en la otra. Si sigue aquí, lo de la otra pestaña se guarda primero y aparece en ésta."</p>
                <div class="v-botones">
                    <button class="v-boton v-boton--primario" type="button" disabled=move || tomando.get() on:click=tomar>"Seguir aquí"</button>
                </div>
            </div>
        })
    };
    view! { <div role="status">{aviso}</div> }
}
