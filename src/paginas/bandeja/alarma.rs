//! What the law grants if nobody answers: it is looked for in all that is open, whatever the filter, because what is about
//! to fall due is old and the list begins with the new.

use super::lista::Lista;
use super::senales::Vence;
use crate::api::expedientes::{self, Filtro, Resumen, Semaforo};
use crate::ruta::Ruta;
use leptos::prelude::*;
use ventanilla_tramites::camino::{Estado, Silencio};

/// Rows of each question.
const PAGINA: usize = 200;
/// Questions for each state.
const PAGINAS: usize = 5;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
struct Hallado {
    urgentes: Vec<Resumen>,
    /// Whether everything that is open was looked at.
    completo: bool,
}

/// Whether the law grants it by silence, and soon.
fn urge(resumen: &Resumen) -> bool {
    let concede = resumen.vence.as_ref().is_some_and(|v| v.silencio == Silencio::Concede);
    concede && matches!(resumen.semaforo, Semaforo::Ambar | Semaforo::Rojo | Semaforo::Vencido)
}

async fn buscar() -> Option<Hallado> {
    let mut hallado = Hallado {
        urgentes: Vec::new(),
        completo: true,
    };
    for estado in Estado::TODOS.into_iter().filter(|e| !e.es_final()) {
        let filtro = Filtro {
            estado: Some(estado),
            ..Filtro::default()
        };
        let mut cursor = None;
        for _ in 0..PAGINAS {
            let pagina = expedientes::listar(&filtro, cursor.as_deref(), PAGINA).await.ok()?;
            hallado.urgentes.extend(pagina.tramites.into_iter().filter(urge));
            cursor = pagina.siguiente;
            if cursor.is_none() {
                break;
            }
        }
        hallado.completo &= cursor.is_none();
    }
    hallado
        .urgentes
        .sort_by(|a, b| fecha(a).cmp(&fecha(b)).then_with(|| a.folio.cmp(&b.folio)));
    Some(hallado)
}

fn fecha(resumen: &Resumen) -> Option<chrono::NaiveDate> {
    resumen.vence.as_ref().map(|v| v.fecha.0)
}

/// The alarm; nothing when nothing is urgent.
#[component]
pub fn Alarma(lista: Lista) -> impl IntoView {
    let hallado = RwSignal::new(Hallado::default());
    Effect::new(move |_| {
        lista.vueltas.track();
        leptos::task::spawn_local(async move {
            // what failed is said by the list, which asks the same server
            if let Some(nuevo) = buscar().await {
                let _ = hallado.try_set(nuevo);
            }
        });
    });
    let urgentes = Memo::new(move |_| hallado.read().urgentes.clone());
    move || {
        let urgentes = urgentes.get();
        (!urgentes.is_empty()).then(|| view! {
            <section class="v-aviso v-aviso--error v-alarma" role="alert" aria-labelledby="alarma-titulo">
                <h2 class="v-aviso-titulo" id="alarma-titulo">{titulo(urgentes.len())}</h2>
                <ul class="v-alarma-lista" role="list">
                    {urgentes.into_iter().map(|resumen| view! { <Urgente resumen/> }).collect_view()}
                </ul>
                {move || (!hallado.read().completo).then(|| view! { <p>"Hay más trámites abiertos de los que se revisaron: filtre por estado y vea también los antiguos."</p> })}
            </section>
        })
    }
}

fn titulo(cuantos: usize) -> String {
    match cuantos {
        1 => "Un trámite queda autorizado por ley si no se contesta".to_owned(),
        n => format!("{n} trámites quedan autorizados por ley si no se contestan"),
    }
}

#[component]
fn Urgente(resumen: Resumen) -> impl IntoView {
    let articulos = resumen
        .vence
        .as_ref()
        .map(|v| v.fundamento.join(", "))
        .unwrap_or_default();
    view! {
        <li>
            <a href=Ruta::Expediente.con(&resumen.uuid)>{resumen.folio.clone()}</a>
            " "{resumen.nombre.clone()}" · "{resumen.titulo.clone()}" "
            <span class="v-tenue">"("{articulos}")"</span>
            <Vence resumen/>
        </li>
    }
}
