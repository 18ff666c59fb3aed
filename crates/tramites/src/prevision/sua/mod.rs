//! Between the files of SUA (ASEG, MOVT) and a payroll. Nothing is guessed: what the payroll has no room for is said, and
//! what a file of SUA asks for and the payroll lacks is listed, row by row. [`recibir`] brings them in, [`escribir`] takes
//! them out; here is what both know of names and rows.

mod escribir;
#[cfg(test)]
mod pruebas;
mod recibir;

pub use escribir::{ArchivosDeSua, NoSePuede, escribir_sua};
pub use recibir::{Encuentro, Recibido, encuentro, otra_nomina, recibir_asegurados, recibir_movimientos};

use super::expediente::{Escenario, Fila};
use super::guion::trabajador;
use std::collections::HashMap;
use ventanilla_archivos::sua::Asegurado;
use ventanilla_reglas::identificador::normalizar;

/// `FICTICIA EJEMPLO, PETRA` where the surnames are a word each, and otherwise with a comma after each of them
/// (`DE LA MUESTRA, EJEMPLO, PETRA`), so that they can be told apart again.
fn nombre(a: &Asegurado) -> String {
    let partes = [a.paterno.as_str(), &a.materno, &a.nombres];
    let [paterno, materno, nombres] = partes;
    let de_una = |t: &str| !t.contains(' ');
    if paterno.is_empty() || nombres.is_empty() || partes.iter().any(|p| p.contains(',')) {
        return partes.join("$"); // as SUA has it
    }
    match materno {
        "" if de_una(paterno) => [paterno, ", ", nombres].concat(),
        _ if !materno.is_empty() && de_una(paterno) && de_una(materno) => {
            [paterno, " ", materno, ", ", nombres].concat()
        }
        _ => partes.join(", "),
    }
}

/// Surnames and given names of what a payroll has; `None` when it cannot be known where one ends.
fn partir_nombre(texto: &str) -> Option<[String; 3]> {
    let limpio = |t: &str| t.split_whitespace().collect::<Vec<_>>().join(" ");
    let en_tres = |separador: char| -> Option<[String; 3]> {
        let partes: Vec<String> = texto.split(separador).map(limpio).collect();
        <[String; 3]>::try_from(partes).ok()
    };
    if let Some([paterno, materno, nombres]) = en_tres('$').or_else(|| en_tres(',')) {
        return (!paterno.is_empty() && !nombres.is_empty()).then_some([paterno, materno, nombres]);
    }
    let (apellidos, nombres) = texto.split_once(',')?;
    let apellidos: Vec<&str> = apellidos.split_whitespace().collect();
    let nombres = limpio(nombres);
    match apellidos.as_slice() {
        _ if nombres.is_empty() || nombres.contains(',') => None,
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
