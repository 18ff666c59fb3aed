//! Joins `style/*.css`, in the order of their names, into the one sheet that the page loads.
//!
//! Trunk does not follow `@import`, and one file is one request. Trunk calls this before each build.

use crate::proyecto::Proyecto;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

const SALIDA: &str = "style/ventanilla.css";

/// Writes the joined sheet, only when it changes (so that a watching trunk does not start again).
pub fn concatenate(proyecto: &Proyecto) -> Result<()> {
    let salida = proyecto.archivo(SALIDA);
    let hojas = hojas(&proyecto.archivo("style"), &salida)?;
    let mut texto = String::from("/* Generado por «cargo xtask estilos»; no se edita. */\n");
    for hoja in hojas {
        let contenido = fs::read_to_string(&hoja)
            .with_context(|| format!("no se pudo leer la hoja de estilo {}", hoja.display()))?;
        texto.push_str(contenido.trim_end());
        texto.push('\n');
    }
    if fs::read_to_string(&salida).is_ok_and(|anterior| anterior == texto) {
        return Ok(());
    }
    fs::write(&salida, texto).with_context(|| format!("no se pudo escribir {SALIDA}"))
}

fn hojas(carpeta: &Path, salida: &Path) -> Result<Vec<PathBuf>> {
    fs::create_dir_all(carpeta).context("no se pudo crear la carpeta style")?;
    let entradas = fs::read_dir(carpeta).context("no se pudo leer la carpeta style")?;
    let mut hojas: Vec<PathBuf> = entradas
        .filter_map(|entrada| entrada.ok().map(|e| e.path()))
        .filter(|ruta| ruta.extension().is_some_and(|e| e == "css") && ruta != salida)
        .collect();
    hojas.sort();
    Ok(hojas)
}

/// The sheet for a shadow root: sizes are in the letter of the portal (`--v-rem`, which the element keeps) and not in that of
/// the document, which some portals make ten pixels. Conditions cannot read a variable: those of a container are in its own
/// letter, those of the window stay as they are.
pub fn en_la_letra_del_portal(hoja: &str) -> String {
    let mut salida = String::with_capacity(hoja.len() * 2);
    let mut resto = hoja;
    while let Some(lugar) = resto.find("rem") {
        let (antes, despues) = (&resto[..lugar], &resto[lugar + 3..]);
        let numero = antes.len()
            - antes
                .bytes()
                .rev()
                .take_while(|b| b.is_ascii_digit() || *b == b'.')
                .count();
        let signo = numero - usize::from(antes[..numero].ends_with('-') && !es_operador(&antes[..numero]));
        let es_medida = numero < antes.len() && !despues.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
        salida.push_str(&antes[..if es_medida { signo } else { antes.len() }]);
        if !es_medida {
            salida.push_str("rem");
        } else {
            let medida = &antes[signo..];
            match condicion(&salida) {
                Some("@container") => salida.push_str(&[medida, "em"].concat()),
                Some(_) => salida.push_str(&[medida, "rem"].concat()),
                None => salida.push_str(&format!("calc({medida}*var(--v-rem))")),
            }
        }
        resto = despues;
    }
    salida.push_str(resto);
    salida
}

/// Whether the minus at the end is an operator (`a -1`), which must keep its place.
fn es_operador(antes: &str) -> bool {
    let previo = antes.trim_end_matches('-').chars().next_back();
    previo.is_some_and(|c| c.is_ascii_alphanumeric() || c == ')')
}

/// The at-rule whose condition the text is inside of.
fn condicion(hasta_aqui: &str) -> Option<&'static str> {
    let inicio = hasta_aqui.rfind(['{', '}', ';']).map_or(0, |i| i + 1);
    let regla = hasta_aqui[inicio..].trim_start();
    ["@container", "@media", "@supports"]
        .into_iter()
        .find(|r| regla.starts_with(r))
}

#[cfg(test)]
mod tests {
    use super::en_la_letra_del_portal;

    #[test]
    fn sizes_follow_the_letter_of_the_portal() {
        for (hoja, esperada) in [
            (
                ".a{margin:-.5rem 2rem}",
                ".a{margin:calc(-.5*var(--v-rem)) calc(2*var(--v-rem))}",
            ),
            (
                "@container v (min-width:54rem){.premio{a:b}}",
                "@container v (min-width:54em){.premio{a:b}}",
            ),
            (
                "@media (min-width:40rem){.a{b:1rem}}",
                "@media (min-width:40rem){.a{b:calc(1*var(--v-rem))}}",
            ),
            (
                ".a{width:calc(100% - 1.5rem)}",
                ".a{width:calc(100% - calc(1.5*var(--v-rem)))}",
            ),
            (".a{--remo:1;b:var(--v-rem)}", ".a{--remo:1;b:var(--v-rem)}"),
        ] {
            assert_eq!(en_la_letra_del_portal(hoja), esperada);
        }
    }
}
