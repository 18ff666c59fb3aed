//! *Archivos*: what can be done with the files people already have, and where.

use crate::ruta::Ruta;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Archivero() -> impl IntoView {
    view! {
        <div class="v-encabezado"><h1 class="v-titulo">"Archivos"</h1></div>
        <p class="v-entradilla">
            "Traiga los archivos que ya tiene. Se leen en este equipo y no salen de él; si algo está mal, se dice en qué renglón y cómo se arregla."
        </p>
        <ul class="v-archivero">
            <li class="v-panel">
                <h2 class="v-panel-titulo"><a href=Ruta::Confronta.ancla()>"Confrontar la emisión"</a></h2>
                <p>"Abra el .xls de la EMA o la EBA que descargó de IDSE: se recalcula a cada trabajador y se explica cada diferencia."</p>
            </li>
            <li class="v-panel">
                <h2 class="v-panel-titulo"><a href=Ruta::Idse.ancla()>"Preparar un lote para IDSE"</a></h2>
                <p>"Reingresos, bajas y modificaciones de salario: se revisan todos los renglones a la vez y se escribe el archivo de 168 posiciones."</p>
            </li>
            <li class="v-panel">
                <h2 class="v-panel-titulo"><a href=Ruta::Prevision.ancla()>"Usar los archivos de SUA"</a></h2>
                <p>"En Cuotas, «Abrir archivos de SUA…» lee ASEG.TXT y MOVT.TXT, y el menú «Archivo» los escribe. El archivo de pago .SUA sólo lo hace SUA (LSS 39)."</p>
            </li>
            <li class="v-panel">
                <h2 class="v-panel-titulo"><a href=Ruta::Equipo.ancla()>"Copiar lo de este equipo"</a></h2>
                <p>"Todo lo que escribió y sigue aquí, en un solo archivo: para otro equipo, o por si éste falla."</p>
            </li>
        </ul>
    }
}
