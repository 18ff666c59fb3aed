//! Writing a case.

use super::escritorio::{CasoPropio, Escritorio};
use leptos::prelude::*;
#[component]
pub fn Editor(escritorio: Escritorio, caso: CasoPropio) -> impl IntoView { let _ = (escritorio, caso); }
