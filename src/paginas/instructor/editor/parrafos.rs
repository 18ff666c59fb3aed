//! Lists that are typed as plain text: paragraphs apart by an empty line, one a line, label and value.

use ventanilla_capacitacion::caso::Dato;

/// Paragraphs as one text.
pub fn unir(parrafos: &[String]) -> String {
    parrafos.join("\n\n")
}

/// The paragraphs of a text: an empty line parts them.
pub fn separar(texto: &str) -> Vec<String> {
    let mut parrafos = vec![Vec::new()];
    for linea in texto.lines() {
        match (linea.trim().is_empty(), parrafos.last_mut()) {
            (false, Some(ultimo)) => ultimo.push(linea.trim_end()),
            _ => parrafos.push(Vec::new()),
        }
    }
    parrafos
        .into_iter()
        .filter(|p| !p.is_empty())
        .map(|p| p.join("\n"))
        .collect()
}

/// Lines that are not empty.
pub fn renglones(texto: &str) -> Vec<String> {
    let lineas = texto.lines().map(str::trim).filter(|l| !l.is_empty());
    lineas.map(ToOwned::to_owned).collect()
}

/// Labelled fields as one text: `Rótulo: valor`, one a line.
pub fn unir_datos(datos: &[Dato]) -> String {
    let lineas: Vec<String> = datos.iter().map(|d| format!("{}: {}", d.rotulo, d.valor)).collect();
    lineas.join("\n")
}

/// The labelled fields of a text. A line without a colon is a label without a value.
pub fn separar_datos(texto: &str) -> Vec<Dato> {
    let dato = |linea: String| {
        let (rotulo, valor) = linea.split_once(':').unwrap_or((&linea, ""));
        Dato {
            rotulo: rotulo.trim().to_owned(),
            valor: valor.trim().to_owned(),
        }
    };
    renglones(texto).into_iter().map(dato).collect()
}

/// Articles as one text: `LSS 15 I; RACERF 12`.
pub fn unir_articulos(articulos: &[String]) -> String {
    articulos.join("; ")
}

/// The articles of a text.
pub fn separar_articulos(texto: &str) -> Vec<String> {
    let suyos = texto.split(';').map(str::trim).filter(|a| !a.is_empty());
    suyos.map(ToOwned::to_owned).collect()
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let parrafos = ["Uno\nsigue".to_owned(), "Dos".to_owned()];
        assert_eq!(separar(&unir(&parrafos)), parrafos);
        let datos = separar_datos("NSS: 99927000069\n\nNota: a las 10:30\nSello");
        assert_eq!(datos[1].valor, "a las 10:30");
        assert_eq!((datos[2].rotulo.as_str(), datos[2].valor.as_str()), ("Sello", ""));
        assert_eq!(separar_datos(&unir_datos(&datos)), datos);
        let articulos = ["LSS 15 I".to_owned(), "RACERF 12".to_owned()];
        assert_eq!(separar_articulos(&unir_articulos(&articulos)), articulos);
    }
}
