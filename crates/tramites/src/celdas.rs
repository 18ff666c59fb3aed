//! Text that comes from a spreadsheet, cut into cells.

/// Rows that are not blank, cell by cell, between tabs, semicolons or commas. Within quotes, separators and line ends are
/// text; where a quote does not close, quotes are letters like any other.
pub(crate) fn cortar(texto: &str) -> Vec<Vec<String>> {
    let texto = texto.trim_start_matches('\u{feff}');
    let separador = ['\t', ';'].into_iter().find(|s| texto.contains(*s)).unwrap_or(',');
    let mut filas = con_comillas(texto, separador).unwrap_or_else(|| {
        let celdas = |linea: &str| linea.split(separador).map(|c| c.trim().to_owned()).collect();
        texto.lines().map(celdas).collect()
    });
    filas.retain(|fila| fila.iter().any(|c| !c.is_empty()));
    filas
}

/// `None` when it ends within quotes.
fn con_comillas(texto: &str, separador: char) -> Option<Vec<Vec<String>>> {
    let (mut filas, mut celda, mut comillas) = (vec![Vec::new()], String::new(), false);
    let mut letras = texto.chars().peekable();
    let cerrar = |celda: &mut String, filas: &mut Vec<Vec<String>>| {
        if let Some(fila) = filas.last_mut() {
            fila.push(std::mem::take(celda).trim().to_owned());
        }
    };
    while let Some(letra) = letras.next() {
        match letra {
            '"' if comillas && letras.peek() == Some(&'"') => {
                letras.next();
                celda.push('"');
            }
            '"' if comillas || celda.trim().is_empty() => comillas = !comillas,
            '\n' if !comillas => {
                cerrar(&mut celda, &mut filas);
                filas.push(Vec::new());
            }
            '\r' if !comillas => {}
            _ if letra == separador && !comillas => cerrar(&mut celda, &mut filas),
            _ => celda.push(letra),
        }
    }
    cerrar(&mut celda, &mut filas);
    (!comillas).then_some(filas)
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn a_quote_that_does_not_close_takes_nothing_with_it() {
        assert_eq!(cortar("a;\"b;c\"\n\n d ;e"), [["a", "b;c"], ["d", "e"]]);
        assert_eq!(cortar("a\t\"b\nc\td"), [["a", "\"b"], ["c", "d"]]);
        assert_eq!(cortar("\u{feff}a,b\r\n"), [["a", "b"]]);
        assert!(cortar(" \n\t\n").is_empty());
    }
}
