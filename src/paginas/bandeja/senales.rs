//! Small signs: the state, the traffic light, dates and hours. Each says with words and shape what it says with colour.

use crate::api::expedientes::{Resumen, Semaforo};
use crate::componentes::{fecha_corta, fecha_larga};
use chrono::NaiveDate;
use leptos::prelude::*;
use ventanilla_tramites::camino::{Estado, Silencio};

/// The badge of a state.
#[component]
pub fn Insignia(estado: Estado) -> impl IntoView {
    let clase = match estado {
        Estado::Recibido => "v-insignia",
        Estado::EnRevision => "v-insignia v-insignia--en-revision",
        Estado::Prevenido => "v-insignia v-insignia--media",
        Estado::Autorizado => "v-insignia v-insignia--vigente",
        Estado::Rechazado => "v-insignia v-insignia--baja",
        Estado::Desistido => "v-insignia v-insignia--articulo",
    };
    view! { <span class=clase>{estado.titulo()}</span> }
}

/// The legal due date with its traffic light.
#[component]
pub fn Vence(resumen: Resumen) -> impl IntoView {
    let Some(vence) = resumen.vence else {
        return view! { <span class="v-tenue">"Sin plazo legal"</span> }.into_any();
    };
    if resumen.semaforo == Semaforo::Cerrado {
        return view! { <span class="v-tenue">"Ya se atendió"</span> }.into_any();
    }
    let (clase, palabras) = semaforo(resumen.semaforo);
    view! {
        <span class="v-vence">
            <span class="v-vence-fecha">{fecha_corta(vence.fecha.0)}</span>
            <span class=clase>{palabras}</span>
        </span>
    }
    .into_any()
}

fn semaforo(semaforo: Semaforo) -> (&'static str, &'static str) {
    match semaforo {
        Semaforo::Verde => ("v-semaforo v-semaforo--verde", "Con tiempo"),
        Semaforo::Ambar => ("v-semaforo v-semaforo--ambar", "Vence pronto"),
        Semaforo::Rojo => ("v-semaforo v-semaforo--rojo", "Por vencer"),
        Semaforo::Vencido => ("v-semaforo v-semaforo--vencido", "Vencido"),
        Semaforo::Cerrado => ("v-semaforo", "Atendido"),
    }
}

/// What it means that nobody answers in time.
pub fn del_silencio(silencio: Silencio) -> &'static str {
    match silencio {
        Silencio::Ninguno => "Si no se contesta en el plazo, la ley no dice qué pasa por sí solo.",
        Silencio::Concede => "Si no se contesta en el plazo, queda autorizado por ley.",
        Silencio::Niega => "Si no se contesta en el plazo, quien lo presentó puede tenerlo por negado.",
    }
}

/// The day of a moment with offset; nothing when it cannot be read.
fn dia(momento: &str) -> Option<NaiveDate> {
    momento.get(..10).and_then(|dia| dia.parse().ok())
}

fn hora(momento: &str) -> &str {
    momento.get(11..16).unwrap_or_default()
}

/// `22-nov-2026 18:03`. The server writes the hour of the centre.
pub fn momento_corto(momento: &str) -> String {
    dia(momento).map_or_else(
        || momento.to_owned(),
        |dia| format!("{} {}", fecha_corta(dia), hora(momento)),
    )
}

/// `domingo 22 de noviembre de 2026, 18:03 horas`.
pub fn momento_largo(momento: &str) -> String {
    dia(momento).map_or_else(
        || momento.to_owned(),
        |dia| format!("{}, {} horas", fecha_larga(dia), hora(momento)),
    )
}

/// A fingerprint in groups of eight, so that it can be read aloud.
pub fn en_grupos(huella: &str) -> String {
    let letras: Vec<char> = huella.chars().collect();
    let grupos: Vec<String> = letras.chunks(8).map(|grupo| grupo.iter().collect()).collect();
    grupos.join(" ")
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn moments_are_read_as_the_server_writes_them() {
        assert_eq!(momento_corto("2026-11-22T18:03:22-06:00"), "22-nov-2026 18:03");
        assert_eq!(
            momento_largo("2026-11-22T18:03:22-06:00"),
            "domingo 22 de noviembre de 2026, 18:03 horas"
        );
        assert_eq!(momento_corto("ayer"), "ayer");
    }

    #[test]
    fn a_fingerprint_is_cut_in_groups_of_eight() {
        assert_eq!(en_grupos("0123456789abcdef01"), "01234567 89abcdef 01");
        assert_eq!(en_grupos(""), "");
    }
}
