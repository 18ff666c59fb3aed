//! Which rows are in the document: those in sight, some more on both sides, and the ones that must never leave it.

use std::ops::Range;

/// Rows kept ready above and below what is seen.
const SOBRA: usize = 10;
/// The window moves in steps of this many rows, so that not every frame of a scroll has work to do.
const PASO: usize = 5;
/// Never more rows than this: while the style sheet is still on its way nothing has its height, and all that is
/// mounted seems to be in sight.
const MAXIMO: usize = 200;
/// Rows to show before anything was measured.
const SIN_MEDIR: usize = 25;

/// What was measured, in whole pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Medida {
    /// How far the sheet is scrolled.
    pub(super) desplazado: i32,
    /// Height in sight.
    pub(super) visible: i32,
    /// Height of all rows together. Row height follows from it, so it may be a fraction of a pixel.
    pub(super) total: i32,
    /// Rows that had that height: by now there may be others, and the height of one must not be taken for another's.
    pub(super) filas: usize,
}

impl Medida {
    fn pixeles(self) -> Option<(usize, usize, usize)> {
        let total = usize::try_from(self.total).ok().filter(|t| *t > 0 && self.filas > 0)?;
        Some((
            usize::try_from(self.desplazado).unwrap_or(0),
            usize::try_from(self.visible).unwrap_or(0),
            total,
        ))
    }

    /// Rows that fit on the screen, for the page keys.
    pub(super) fn pagina(self) -> usize {
        self.pixeles().map_or(1, |(_, visible, total)| {
            (visible * self.filas / total).saturating_sub(2).max(1)
        })
    }

    /// The window of rows to keep in the document.
    pub(super) fn ventana(self, filas: usize) -> Range<usize> {
        let Some((desplazado, visible, total)) = self.pixeles() else {
            return 0..filas.min(SIN_MEDIR);
        };
        let primera = desplazado * self.filas / total;
        let ultima = (desplazado + visible) * self.filas / total + 1;
        let inicio = primera.saturating_sub(SOBRA) / PASO * PASO;
        let fin = (ultima + SOBRA).div_ceil(PASO) * PASO;
        inicio.min(filas)..fin.min(filas).min(inicio.min(filas) + MAXIMO)
    }
}

/// The window and the rows of the active cell and of the corner being moved, which hold the focus and are scrolled to:
/// ascending, without repetition.
pub(super) fn montadas(ventana: Range<usize>, fijas: [usize; 2], filas: usize) -> Vec<usize> {
    let [a, b] = fijas;
    let fijas = [a.min(b), a.max(b)]
        .into_iter()
        .enumerate()
        .filter(|(i, f)| *f < filas && (*i == 0 || a != b));
    let antes = fijas.clone().map(|(_, f)| f).filter(|f| *f < ventana.start);
    let despues = fijas.map(|(_, f)| f).filter(|f| *f >= ventana.end);
    antes.chain(ventana.clone()).chain(despues).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_covers_what_is_seen_and_no_more_than_the_sheet() {
        for filas in [1_usize, 2, 30, 500, 10_001] {
            for alto in [33, 36, 44] {
                let total = i32::try_from(filas * alto).unwrap_or(i32::MAX);
                for desplazado in (0..total).step_by(997) {
                    let m = Medida {
                        desplazado,
                        visible: 600,
                        total,
                        filas,
                    };
                    let v = m.ventana(filas);
                    let primera = usize::try_from(desplazado).unwrap_or(0) / alto;
                    let ultima = (usize::try_from(desplazado).unwrap_or(0) + 599) / alto;
                    assert!(v.contains(&primera), "{filas} {alto} {desplazado}");
                    assert!(v.contains(&ultima.min(filas - 1)), "{filas} {alto} {desplazado}");
                    assert!(v.end <= filas && v.len() <= 600 / alto + 2 * SOBRA + 2 * PASO + 2);
                }
            }
        }
    }

    #[test]
    fn before_measuring_there_is_a_first_screen() {
        assert_eq!(Medida::default().ventana(10_000), 0..SIN_MEDIR);
        assert_eq!(Medida::default().ventana(3), 0..3);
        assert_eq!(Medida::default().pagina(), 1);
    }

    #[test]
    fn without_style_the_window_does_not_run_away() {
        let sin_estilo = Medida {
            desplazado: 0,
            visible: 900,
            total: 900,
            filas: 10_001,
        };
        assert_eq!(sin_estilo.ventana(10_001).len(), MAXIMO);
    }

    #[test]
    fn a_page_keeps_something_in_sight() {
        let m = Medida {
            desplazado: 0,
            visible: 600,
            total: 36 * 1000,
            filas: 1000,
        };
        assert_eq!(m.pagina(), 14);
    }

    #[test]
    fn a_sheet_that_grew_is_not_all_in_sight() {
        let de_una = Medida {
            desplazado: 0,
            visible: 600,
            total: 36,
            filas: 1,
        };
        assert!(de_una.ventana(10_001).len() < 40);
        let de_muchas = Medida {
            desplazado: 300_000,
            total: 36 * 10_001,
            filas: 10_001,
            ..de_una
        };
        assert!(de_muchas.ventana(3).end <= 3);
    }

    #[test]
    fn the_active_row_never_leaves() {
        assert_eq!(montadas(10..13, [2, 40], 50), [2, 10, 11, 12, 40]);
        assert_eq!(montadas(10..13, [11, 11], 50), [10, 11, 12]);
        assert_eq!(montadas(10..13, [9, 9], 50), [9, 10, 11, 12]);
        assert_eq!(montadas(10..13, [40, 20], 50), [10, 11, 12, 20, 40]);
        assert_eq!(montadas(0..2, [7, 7], 2), [0, 1]);
    }
}
