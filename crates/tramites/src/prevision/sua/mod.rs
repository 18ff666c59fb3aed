//! Between the files of SUA (ASEG, MOVT) and a payroll. Nothing is guessed: what the payroll has no room for is said, and
//! what a file of SUA asks for and the payroll lacks is listed, row by row. [`recibir`] brings them in, [`escribir`] takes
//! them out; here is what both know of names and rows.

mod escribir;
#[cfg(test)]
mod pruebas;
mod recibir;

pub use escribir::{ArchivosDeSua, NoSePuede, escribir_sua};
pub use recibir::{Recibido, recibir_asegurados, recibir_movimientos};

use super::expediente::{Escenario, Fila};
use super::guion::trabajador;
use std::collections::HashMap;
use ventanilla_archivos::sua::Asegurado;
use ventanilla_reglas::identificador::normalizar;

/// `FICTICIA EJEMPLO, PETRA` where the surnames are a word each, and otherwise as SUA has it, so that it can be told apart
/// again.
fn nombre(a: &Asegurado) -> String {
    let de_una = |t: &str| !t.is_empty() && !t.contains([' ', ',']);
    if de_una(&a.paterno) && de_una(&a.materno) && !a.nombres.contains(',') {
        format!("{} {}, {}", a.paterno, a.materno, a.nombres)
    } else {
        [a.paterno.as_str(), &a.materno, &a.nombres].join("$")
    }
}

/// Surnames and given names of what a payroll has; `None` when it cannot be known where one ends.
fn partir_nombre(texto: &str) -> Option<[String; 3]> {
    let limpio = |t: &str| t.split_whitespace().collect::<Vec<_>>().join(" ");
    let partes: Vec<String> = texto.split('$').map(limpio).collect();
    if let [paterno, materno, nombres] = partes.as_slice() {
        return (!paterno.is_empty() && !nombres.is_empty())
            .then(|| [paterno.clone(), materno.clone(), nombres.clone()]);
    }
    let (apellidos, nombres) = texto.split_once(',')?;
    let apellidos: Vec<&str> = apellidos.split_whitespace().collect();
    let nombres = limpio(nombres);
    match apellidos.as_slice() {
        _ if nombres.is_empty() => None,
        [paterno] => Some([(*paterno).to_owned(), String::new(), nombres]),
        [paterno, materno] => Some([(*paterno).to_owned(), (*materno).to_owned(), nombres]),
        _ => None,
    }
}

/// Whose each name is: NSS by name. A name that two workers have is nobody's.
fn duenos(escenario: &Escenario) -> HashMap<String, Option<String>> {
    let mut duenos = HashMap::new();
    for fila in &escenario.trabajadores {
        let celda = |c: usize| fila.get(c).map_or("", |t| t.trim());
        let nombre = celda(trabajador::NOMBRE).to_uppercase();
        if !nombre.is_empty() {
            let nss = normalizar(celda(trabajador::NSS));
            duenos.entry(nombre).and_modify(|d| *d = None).or_insert(Some(nss));
        }
    }
    duenos
}

/// The NSS of whom a movement names; `None` when it cannot be known.
fn de_quien(texto: &str, duenos: &HashMap<String, Option<String>>) -> Option<String> {
    let nss = match duenos.get(&texto.trim().to_uppercase()) {
        Some(dueno) => dueno.clone()?,
        None => normalizar(texto),
    };
    (!nss.is_empty()).then_some(nss)
}

fn vacia(fila: &Fila) -> bool {
    fila.iter().all(|c| c.trim().is_empty())
}
