//! The status line: what is wrong with the active cell, and what is selected or was just done.

use super::mesa::Mesa;
use super::modelo::{DefColumna, Marca};
use super::pantalla::Pantalla;
use super::seleccion::Lugar;
use super::suma::{con_comas, miles, sumar};

/// The mark that was shown, and where.
pub(super) type Mostrada = (Lugar, Option<Marca>);

/// Paints the status line. A mark is the description of the cell and is read on arrival; only when it changes under
/// the person is it announced too.
pub(super) fn pintar(mesa: Mesa, pantalla: &Pantalla, antes: Option<Mostrada>) -> Mostrada {
    let activa = mesa.activa();
    let marca = mesa.celda(activa).marca;
    let (clase, texto) = match &marca {
        Some(m) => (m.clase(), format!("{}: {}", m.palabra(), m.mensaje)),
        None => ("", mesa.def(activa.col).map_or("", |def| def.ayuda).to_owned()),
    };
    let aviso = antes.is_some_and(|(l, vieja)| l == activa && marca.is_some() && vieja != marca);
    let dicho = if aviso { texto.clone() } else { mesa.anuncio() };
    pantalla.mensaje.set_class_name(&format!("v-hoja-mensaje {clase}"));
    cambiar(&pantalla.mensaje, &texto);
    cambiar(&pantalla.resumen, &if dicho.is_empty() { resumen(mesa) } else { dicho });
    (activa, marca)
}

/// The same text again would be read again.
fn cambiar(elemento: &web_sys::Element, texto: &str) {
    if elemento.text_content().as_deref() != Some(texto) {
        elemento.set_text_content(Some(texto));
    }
}

/// The size of the selection and its sum, or how many rows there are.
fn resumen(mesa: Mesa) -> String {
    let s = mesa.seleccion();
    if s.una() {
        let filas = mesa.filas();
        return format!(
            "{} {}",
            miles(&filas.to_string()),
            if filas == 1 { "fila" } else { "filas" }
        );
    }
    let r = s.rango();
    let mut salida = format!("{} × {} celdas", miles(&r.alto().to_string()), r.ancho());
    if (r.c1..=r.c2).all(|c| mesa.def(c).is_some_and(DefColumna::es_cifra))
        && let Some(suma) = sumar(r.celdas(), r.lugares().map(|l| mesa.celda(l).texto))
    {
        salida.push_str(", suma ");
        salida.push_str(&con_comas(suma));
    }
    salida
}
