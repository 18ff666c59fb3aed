//! The payrolls kept in this browser: open, duplicate, delete with a way back.

use crate::almacen::{self, Guardado};
use crate::componentes::miles;
use crate::contexto::contexto;
use crate::paginas::prevision::Mesa;
use crate::ruta::{Ruta, ir_a};
use leptos::prelude::*;
use ventanilla_tramites::prevision::nomina_de_ejemplo;

/// The list.
#[derive(Clone, Copy)]
struct Lista {
    mesa: Mesa,
    guardados: RwSignal<Option<Vec<Guardado>>>,
    fallas: RwSignal<Vec<String>>,
}

impl Lista {
    fn leer(self) {
        let cuenta = self.mesa.contexto.cuenta_de_practica();
        leptos::task::spawn_local(async move {
            match almacen::todos(&cuenta).await {
                Ok((guardados, fallas)) => {
                    let _ = self.guardados.try_set(Some(guardados));
                    let _ = self.fallas.try_set(fallas);
                }
                Err(error) => {
                    self.mesa.contexto.fallo_el_almacen(&error);
                    let _ = self.guardados.try_set(Some(Vec::new()));
                }
            }
        });
    }

    fn escribir(self, guardado: Guardado) {
        leptos::task::spawn_local(async move {
            match almacen::guardar(&guardado).await {
                Ok(_) => self.leer(),
                Err(error) => self.mesa.contexto.fallo_el_almacen(&error),
            }
        });
    }

    fn abrir(self, guardado: Guardado) {
        self.mesa.abrir_guardado(guardado);
        ir_a(Ruta::Prevision);
    }

    fn duplicar(self, original: &Guardado) {
        let mut escenario = original.escenario.clone();
        escenario.nombre = format!("{} (copia)", nombre(original));
        self.escribir(Guardado::nuevo(
            almacen::nuevo_id(),
            original.cuenta.clone(),
            original.normativa.clone(),
            escenario,
        ));
        self.mesa.contexto.avisar("Se duplicó el escenario.");
    }

    fn borrar(self, guardado: Guardado) {
        let era_el_abierto = self.mesa.id.get_untracked() == guardado.id;
        leptos::task::spawn_local(async move {
            if let Err(error) = almacen::borrar(&guardado.id).await {
                return self.mesa.contexto.fallo_el_almacen(&error);
            }
            if era_el_abierto {
                self.mesa.soltar();
            }
            self.leer();
            let texto = format!("Se borró «{}».", nombre(&guardado));
            self.mesa.contexto.avisar_con_regreso_duradero(texto, move || {
                if era_el_abierto {
                    self.mesa.abrir_guardado(guardado.clone());
                }
                self.escribir(guardado.clone());
            });
        });
    }
}

fn nombre(guardado: &Guardado) -> String {
    if guardado.escenario.nombre.trim().is_empty() {
        "Escenario sin nombre".to_owned()
    } else {
        guardado.escenario.nombre.clone()
    }
}

/// The page.
#[component]
pub fn Escenarios() -> impl IntoView {
    let mesa = expect_context::<Mesa>();
    mesa.guardar_ya();
    let lista = Lista {
        mesa,
        guardados: RwSignal::new(None),
        fallas: RwSignal::new(Vec::new()),
    };
    lista.leer();
    view! {
        <div class="v-encabezado">
            <div>
                <h1 class="v-titulo">"Escenarios"</h1>
                <p class="v-entradilla">
                    "Lo que ha escrito en este navegador. No sale de este equipo, y lo ve quien use este navegador; si borra los datos del "
                    "navegador, se pierde: "<a href=Ruta::Equipo.ancla()>"baje una copia de todo"</a>" para conservarlo o pasarlo a otro equipo."
                </p>
            </div>
            <div class="v-botones">
                <button class="v-boton v-boton--primario" type="button" on:click=move |_| { mesa.empezar_otro(); ir_a(Ruta::Prevision); }>
                    "Nuevo escenario"
                </button>
            </div>
        </div>
        <div class="v-pila">
            {move || lista.fallas.get().into_iter().map(|falla| view! {
                <div class="v-aviso v-aviso--advertencia" role="status"><p>{falla}</p></div>
            }).collect_view()}
            {move || match lista.guardados.get() {
                None => view! { <p role="status">"Leyendo…"</p> }.into_any(),
                Some(guardados) if guardados.is_empty() => view! { <Vacio mesa/> }.into_any(),
                Some(guardados) => view! { <Tabla lista guardados/> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Vacio(mesa: Mesa) -> impl IntoView {
    view! {
        <div class="v-vacio">
            <h2>"Todavía no hay escenarios"</h2>
            <p>"Cada nómina que escriba se guarda aquí sola."</p>
            <div class="v-botones">
                <button class="v-boton" type="button" on:click=move |_| { mesa.abrir_como_nuevo(nomina_de_ejemplo()); ir_a(Ruta::Prevision); }>
                    "Ver una nómina de ejemplo"
                </button>
            </div>
        </div>
    }
}

#[component]
fn Tabla(lista: Lista, guardados: Vec<Guardado>) -> impl IntoView {
    view! {
        <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Escenarios guardados">
            <table class="v-tabla">
                <thead>
                    <tr>
                        <th scope="col">"Nombre"</th>
                        <th scope="col">"Periodo"</th>
                        <th scope="col" class="v-num">"Trabajadores"</th>
                        <th scope="col">"Modificado"</th>
                        <th scope="col">"Acciones"</th>
                    </tr>
                </thead>
                <tbody>{guardados.into_iter().map(|guardado| view! { <Fila lista guardado/> }).collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Fila(lista: Lista, guardado: Guardado) -> impl IntoView {
    let guardado = StoredValue::new(guardado);
    let (nombre, periodo, cuantos, modificado, con_otra) = guardado.with_value(|g| {
        let llenas = g
            .escenario
            .trabajadores
            .iter()
            .filter(|f| f.iter().any(|c| !c.is_empty()))
            .count();
        let vigente = contexto().normativa.read_untracked().version();
        let modificado = g.modificado.replace('T', " ").chars().take(16).collect::<String>();
        (
            nombre(g),
            g.escenario.periodo.nombre(),
            miles(llenas as u64),
            modificado,
            g.normativa != vigente,
        )
    });
    let rotulo = |accion: &str| format!("{accion} «{nombre}»");
    let (abrir, duplicar, borrar) = (rotulo("Abrir"), rotulo("Duplicar"), rotulo("Borrar"));
    view! {
        <tr>
            <th scope="row">
                <strong>{nombre.clone()}</strong>
                {(lista.mesa.id.get_untracked() == guardado.with_value(|g| g.id.clone())).then(|| view! {
                    " "<span class="v-insignia v-insignia--vigente">"Abierto"</span>
                })}
                {con_otra.then(|| view! { <p class="v-pista">"Se hizo con otra versión de la normativa; se recalcula al abrirlo."</p> })}
            </th>
            <td>{periodo}</td>
            <td class="v-num">{cuantos}</td>
            <td>{modificado}</td>
            <td>
                <div class="v-botones">
                    <button class="v-boton" type="button" aria-label=abrir on:click=move |_| lista.abrir(guardado.get_value())>"Abrir"</button>
                    <button class="v-boton" type="button" aria-label=duplicar on:click=move |_| guardado.with_value(|g| lista.duplicar(g))>"Duplicar"</button>
                    <button class="v-boton v-boton--peligro" type="button" aria-label=borrar on:click=move |_| lista.borrar(guardado.get_value())>"Borrar"</button>
                </div>
            </td>
        </tr>
    }
}
