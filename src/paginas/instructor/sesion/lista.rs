//! The list of trainees, pasted from anywhere: a key and a name, one a line.

use std::collections::BTreeSet;
use ventanilla_capacitacion::sesion::Aprendiz;

/// Reads it. The key ends at the first comma, semicolon, tab or space; what follows is the name.
///
/// # Errors
/// What is wrong with each line, in words.
pub fn leer(texto: &str) -> Result<Vec<Aprendiz>, Vec<String>> {
    let (mut aprendices, mut errores) = (Vec::new(), Vec::new());
    let mut vistas = BTreeSet::new();
    for (n, linea) in (1..).zip(texto.lines()) {
        let linea = linea.trim();
        if linea.is_empty() {
            continue;
        }
        let (clave, nombre) = linea.split_once([',', ';', '\t', ' ']).unwrap_or((linea, ""));
        let buena = clave.chars().all(|c| c.is_ascii_alphanumeric() || "-_.@".contains(c));
        if !buena || clave.is_empty() {
            errores.push(format!(
                "Renglón {n}: la clave «{clave}» lleva letras sin acento, cifras, punto, guion o arroba."
            ));
        } else if !vistas.insert(clave.to_lowercase()) {
            errores.push(format!("Renglón {n}: la clave «{clave}» está dos veces."));
        } else {
            aprendices.push(Aprendiz {
                clave: clave.to_owned(),
                nombre: nombre.trim().trim_matches([',', ';']).trim().to_owned(),
            });
        }
    }
    if errores.is_empty() {
        Ok(aprendices)
    } else {
        Err(errores)
    }
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn one_a_line_however_it_was_pasted() {
        let lista = leer("a01\tAna Ficticia\n\n b02, Beto Prueba \nc03").expect("lista");
        let dicho: Vec<(&str, &str)> = lista.iter().map(|a| (a.clave.as_str(), a.nombre.as_str())).collect();
        assert_eq!(dicho, [("a01", "Ana Ficticia"), ("b02", "Beto Prueba"), ("c03", "")]);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let errores = leer("a01 Ana\nA01 Otra\n¿? Nadie").expect_err("mal");
        assert_eq!(errores.len(), 2);
        assert!(errores[0].starts_with("Renglón 2") && errores[1].starts_with("Renglón 3"));
    }
}
