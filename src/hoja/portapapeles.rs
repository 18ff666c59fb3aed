//! Where the cells of a pasted block go. The text itself is read and written by `ventanilla_archivos`.

use super::modelo::{Cambio, DefColumna};
use super::seleccion::{Lugar, Rango};

/// The outcome of a paste.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pegado {
    pub(super) cambios: Vec<Cambio>,
    /// The block that was written.
    pub(super) rango: Rango,
    /// Columns that did not fit to the right of the sheet.
    pub(super) sobrantes: usize,
    /// What the first row was, if it was not data.
    pub(super) titulos: Option<Titulos>,
}

/// A first row of headings: it says where each column goes and is not pasted.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Titulos {
    /// The column of the sheet for each one of the block.
    lugares: Vec<Option<usize>>,
    /// Headings of columns that the sheet does not have.
    pub(super) ajenos: Vec<String>,
}

impl Titulos {
    /// Looks at the first row of a block: two columns or more are named, each once, and what names none is less.
    fn de(bloque: &[Vec<String>], columnas: &[DefColumna]) -> Option<Self> {
        let [primera, _, ..] = bloque else { return None };
        let mut titulos = Self {
            lugares: Vec::with_capacity(primera.len()),
            ajenos: Vec::new(),
        };
        for celda in primera {
            let lugar = columnas.iter().position(|c| c.se_llama(celda));
            let lugar = lugar.filter(|l| !titulos.lugares.contains(&Some(*l)));
            if lugar.is_none() && !celda.trim().is_empty() {
                titulos.ajenos.push(limpio(celda));
            }
            titulos.lugares.push(lugar);
        }
        let nombradas = titulos.lugares.iter().flatten().count();
        (nombradas > 1 && nombradas > titulos.ajenos.len()).then_some(titulos)
    }
}

/// A block onto a selection: one cell fills the selection, a block that divides it exactly is repeated, any other goes
/// whole from the first corner. Columns beyond the last and read-only ones are left out. Empty rows at the end of the
/// block do not make the sheet (of `filas` rows) grow: a column copied whole has a million of them.
pub(super) fn pegar(bloque: &[Vec<String>], en: Rango, columnas: &[DefColumna], filas: usize) -> Option<Pegado> {
    let ancho = bloque.iter().map(Vec::len).max().filter(|a| *a > 0)?;
    let con_texto = bloque
        .iter()
        .rposition(|f| f.iter().any(|c| !c.trim().is_empty()))
        .map_or(0, |i| i + 1);
    let alto = bloque.len().min(con_texto.max(filas.saturating_sub(en.f1)).max(1));
    if let Some(titulos) = Titulos::de(bloque, columnas) {
        return con_titulos(bloque.get(1..alto)?, titulos, en.f1, columnas);
    }
    let repite = en.alto().is_multiple_of(alto) && en.ancho().is_multiple_of(ancho);
    let (alto_final, ancho_final) = if repite { (en.alto(), en.ancho()) } else { (alto, ancho) };
    let caben = columnas.len().saturating_sub(en.c1).min(ancho_final);
    if caben == 0 {
        return None;
    }
    let rango = Rango {
        f1: en.f1,
        c1: en.c1,
        f2: en.f1 + alto_final - 1,
        c2: en.c1 + caben - 1,
    };
    let cambios = rango
        .lugares()
        .filter_map(|Lugar { fila, col }| {
            let def = columnas.get(col).filter(|d| !d.solo_lectura)?;
            let texto = bloque
                .get((fila - en.f1) % alto)?
                .get((col - en.c1) % ancho)
                .cloned()
                .unwrap_or_default();
            Some(Cambio {
                fila,
                col,
                texto: def.valor(limpio(&texto)),
            })
        })
        .collect();
    Some(Pegado {
        cambios,
        rango,
        sobrantes: ancho_final - caben,
        titulos: None,
    })
}

/// Each column under its own heading, from a row on: where the cursor was says nothing of the column.
fn con_titulos(datos: &[Vec<String>], titulos: Titulos, desde: usize, columnas: &[DefColumna]) -> Option<Pegado> {
    let c1 = titulos.lugares.iter().flatten().copied().min()?;
    let c2 = titulos.lugares.iter().flatten().copied().max()?;
    let mut cambios = Vec::new();
    for (i, fila) in datos.iter().enumerate() {
        for (j, lugar) in titulos.lugares.iter().enumerate() {
            let Some((col, def)) = lugar.and_then(|col| Some((col, columnas.get(col)?))) else {
                continue;
            };
            if !def.solo_lectura {
                let texto = fila.get(j).map(|t| limpio(t)).unwrap_or_default();
                cambios.push(Cambio {
                    fila: desde + i,
                    col,
                    texto: def.valor(texto),
                });
            }
        }
    }
    let rango = Rango {
        f1: desde,
        c1,
        f2: desde + datos.len().max(1) - 1,
        c2,
    };
    Some(Pegado {
        cambios,
        rango,
        sobrantes: 0,
        titulos: Some(titulos),
    })
}

/// A cell holds one line: what a sheet or a web page put around or inside it goes.
fn limpio(texto: &str) -> String {
    let mut linea = String::with_capacity(texto.len());
    for palabra in texto.split_whitespace() {
        if !linea.is_empty() {
            linea.push(' ');
        }
        linea.push_str(palabra);
    }
    linea
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hoja::modelo::Alineacion;

    const fn columna(clave: &'static str, solo_lectura: bool) -> DefColumna {
        DefColumna {
            clave,
            titulo: clave,
            sinonimos: &[],
            ayuda: "",
            ancho_ch: 5,
            alineacion: Alineacion::Izquierda,
            modo_entrada: "text",
            solo_lectura,
            opciones: &[],
        }
    }

    const COLUMNAS: [DefColumna; 3] = [columna("a", false), columna("b", true), columna("c", false)];

    fn bloque(filas: &[&[&str]]) -> Vec<Vec<String>> {
        filas
            .iter()
            .map(|f| f.iter().map(|c| (*c).to_owned()).collect())
            .collect()
    }

    fn escrito(p: &Pegado) -> Vec<(usize, usize, &str)> {
        p.cambios.iter().map(|c| (c.fila, c.col, c.texto.as_str())).collect()
    }

    const fn rango(f1: usize, c1: usize, f2: usize, c2: usize) -> Rango {
        Rango { f1, c1, f2, c2 }
    }

    #[test]
    fn one_cell_fills_the_selection() {
        let p = pegar(&bloque(&[&["x"]]), rango(1, 0, 2, 0), &COLUMNAS, 9);
        assert_eq!(p.as_ref().map(escrito), Some(vec![(1, 0, "x"), (2, 0, "x")]));
    }

    #[test]
    fn a_block_is_repeated_only_when_it_divides_the_selection() {
        let b = bloque(&[&["1"], &["2"]]);
        let p = pegar(&b, rango(0, 0, 3, 0), &COLUMNAS, 9);
        assert_eq!(
            p.as_ref().map(escrito),
            Some(vec![(0, 0, "1"), (1, 0, "2"), (2, 0, "1"), (3, 0, "2")])
        );
        let p = pegar(&b, rango(0, 0, 2, 0), &COLUMNAS, 9);
        assert_eq!(p.map(|p| p.rango), Some(rango(0, 0, 1, 0)));
    }

    #[test]
    fn it_grows_downwards_and_is_cut_at_the_right() {
        let p = pegar(&bloque(&[&["1", "2", "3"], &["4"]]), rango(8, 1, 8, 1), &COLUMNAS, 9);
        let p = p.as_ref();
        assert_eq!(p.map(|p| (p.rango, p.sobrantes)), Some((rango(8, 1, 9, 2), 1)));
        // column b is read-only; the short row clears its cell
        assert_eq!(p.map(escrito), Some(vec![(8, 2, "2"), (9, 2, "")]));
    }

    #[test]
    fn empty_rows_at_the_end_do_not_grow_the_sheet() {
        let p = pegar(
            &bloque(&[&["1"], &[""], &["  "], &[""]]),
            rango(0, 0, 0, 0),
            &COLUMNAS,
            2,
        );
        assert_eq!(p.as_ref().map(escrito), Some(vec![(0, 0, "1"), (1, 0, "")]));
    }

    #[test]
    fn headings_say_where_each_column_goes() {
        let b = bloque(&[&["C", "Depto.", "a"], &["3", "ventas", "1"], &["6", "", "4"]]);
        let p = pegar(&b, rango(5, 2, 5, 2), &COLUMNAS, 6);
        let p = p.as_ref();
        assert_eq!(
            p.map(escrito),
            Some(vec![(5, 2, "3"), (5, 0, "1"), (6, 2, "6"), (6, 0, "4")])
        );
        assert_eq!(p.map(|p| p.rango), Some(rango(5, 0, 6, 2)));
        let ajenos = p.and_then(|p| p.titulos.as_ref()).map(|t| t.ajenos.clone());
        assert_eq!(ajenos, Some(vec!["Depto.".to_owned()]));
    }

    #[test]
    fn a_row_that_only_looks_a_little_like_headings_is_data() {
        for primera in [["a", "x", "y"], ["a", "a", ""], ["", "", "c"]] {
            let b = bloque(&[&primera, &["1", "2", "3"]]);
            let p = pegar(&b, rango(0, 0, 0, 0), &COLUMNAS, 2);
            assert_eq!(p.map(|p| (p.rango.alto(), p.titulos)), Some((2, None)), "{primera:?}");
        }
        // headings alone are a row: there is nothing under them
        let p = pegar(&bloque(&[&["a", "c"]]), rango(0, 0, 0, 0), &COLUMNAS, 2);
        assert_eq!(p.map(|p| p.titulos), Some(None));
    }

    #[test]
    fn nothing_to_paste() {
        assert_eq!(pegar(&[], rango(0, 0, 0, 0), &COLUMNAS, 2), None);
        assert_eq!(pegar(&bloque(&[&[]]), rango(0, 0, 0, 0), &COLUMNAS, 2), None);
    }

    #[test]
    fn a_cell_is_one_line() {
        assert_eq!(limpio(" 1,234.50\u{a0}\r\n pesos "), "1,234.50 pesos");
    }
}
