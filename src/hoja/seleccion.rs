//! Where the person is and what block is selected: pure arithmetic on rows and columns.

/// A cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Lugar {
    pub(super) fila: usize,
    pub(super) col: usize,
}

/// Shorthand for a [`Lugar`].
const fn lugar(fila: usize, col: usize) -> Lugar {
    Lugar { fila, col }
}

/// A rectangle of cells, all ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rango {
    pub(super) f1: usize,
    pub(super) c1: usize,
    pub(super) f2: usize,
    pub(super) c2: usize,
}

impl Rango {
    pub(super) fn alto(self) -> usize {
        self.f2 - self.f1 + 1
    }

    pub(super) fn ancho(self) -> usize {
        self.c2 - self.c1 + 1
    }

    pub(super) fn celdas(self) -> usize {
        self.alto().saturating_mul(self.ancho())
    }

    pub(super) fn contiene(self, l: Lugar) -> bool {
        (self.f1..=self.f2).contains(&l.fila) && (self.c1..=self.c2).contains(&l.col)
    }

    /// Every cell, row by row.
    pub(super) fn lugares(self) -> impl Iterator<Item = Lugar> {
        (self.f1..=self.f2).flat_map(move |fila| (self.c1..=self.c2).map(move |col| lugar(fila, col)))
    }
}

/// Size of the sheet, the new row included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Limites {
    pub(super) filas: usize,
    pub(super) cols: usize,
    /// Rows that fit on the screen.
    pub(super) pagina: usize,
}

impl Limites {
    fn encerrar(self, l: Lugar) -> Lugar {
        lugar(
            l.fila.min(self.filas.saturating_sub(1)),
            l.col.min(self.cols.saturating_sub(1)),
        )
    }

    fn ultima(self) -> Lugar {
        self.encerrar(lugar(usize::MAX, usize::MAX))
    }
}

/// The active cell and the block around it, as in every spreadsheet: the block has a corner that stays (`ancla`) and
/// one that moves (`extremo`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seleccion {
    pub(super) activa: Lugar,
    ancla: Lugar,
    pub(super) extremo: Lugar,
}

/// A step of the active cell, or of the moving corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Movimiento {
    Arriba,
    Abajo,
    Izquierda,
    Derecha,
    BordeArriba,
    BordeAbajo,
    BordeIzquierda,
    BordeDerecha,
    PaginaArriba,
    PaginaAbajo,
    InicioFila,
    FinFila,
    Inicio,
    Fin,
}

impl Seleccion {
    pub(super) fn en(l: Lugar) -> Self {
        Self {
            activa: l,
            ancla: l,
            extremo: l,
        }
    }

    pub(super) fn rango(self) -> Rango {
        let (a, b) = (self.ancla, self.extremo);
        Rango {
            f1: a.fila.min(b.fila),
            c1: a.col.min(b.col),
            f2: a.fila.max(b.fila),
            c2: a.col.max(b.col),
        }
    }

    pub(super) fn una(self) -> bool {
        self.ancla == self.extremo
    }

    /// The block from the active cell to `l`.
    pub(super) fn hasta(self, l: Lugar) -> Self {
        Self {
            activa: self.activa,
            ancla: self.activa,
            extremo: l,
        }
    }

    /// A block with the active cell where it was, or in the first corner when it would fall outside.
    pub(super) fn bloque(self, rango: Rango) -> Self {
        let ancla = lugar(rango.f1, rango.c1);
        Self {
            activa: if rango.contiene(self.activa) {
                self.activa
            } else {
                ancla
            },
            ancla,
            extremo: lugar(rango.f2, rango.c2),
        }
    }

    /// The whole rows of the block.
    pub(super) fn filas_enteras(self, limites: Limites) -> Self {
        let r = self.rango();
        self.bloque(Rango {
            c1: 0,
            c2: limites.ultima().col,
            ..r
        })
    }

    /// The whole columns of the block.
    pub(super) fn columnas_enteras(self, limites: Limites) -> Self {
        let r = self.rango();
        self.bloque(Rango {
            f1: 0,
            f2: limites.ultima().fila,
            ..r
        })
    }

    pub(super) fn todo(self, limites: Limites) -> Self {
        self.filas_enteras(limites).columnas_enteras(limites)
    }

    /// The same selection in a sheet that may have shrunk.
    pub(super) fn encerrada(self, limites: Limites) -> Self {
        Self {
            activa: limites.encerrar(self.activa),
            ancla: limites.encerrar(self.ancla),
            extremo: limites.encerrar(self.extremo),
        }
    }

    /// Moves the active cell, or with `extender` the moving corner. `lleno` tells which cells have text.
    pub(super) fn mover(self, m: Movimiento, extender: bool, limites: Limites, lleno: impl Fn(Lugar) -> bool) -> Self {
        let desde = if extender { self.extremo } else { self.activa };
        let destino = paso(desde, m, limites, lleno);
        match (extender, self.ancla == self.extremo) {
            (false, _) => Self::en(destino),
            (true, true) => self.hasta(destino),
            (true, false) => Self {
                extremo: destino,
                ..self
            },
        }
    }

    /// The next cell of the tab order, across rows; nothing at the end of the sheet.
    pub(super) fn siguiente(self, limites: Limites) -> Option<Self> {
        let Lugar { fila, col } = self.activa;
        if col + 1 < limites.cols {
            Some(Self::en(lugar(fila, col + 1)))
        } else if fila + 1 < limites.filas {
            Some(Self::en(lugar(fila + 1, 0)))
        } else {
            None
        }
    }

    /// The cell before in the tab order; nothing at the beginning of the sheet.
    pub(super) fn anterior(self, limites: Limites) -> Option<Self> {
        let Lugar { fila, col } = self.activa;
        if col > 0 {
            Some(Self::en(lugar(fila, col - 1)))
        } else {
            fila.checked_sub(1)
                .map(|fila| Self::en(lugar(fila, limites.ultima().col)))
        }
    }
}

fn paso(l: Lugar, m: Movimiento, limites: Limites, lleno: impl Fn(Lugar) -> bool) -> Lugar {
    let ultima = limites.ultima();
    let pagina = limites.pagina.max(1);
    let destino = match m {
        Movimiento::Arriba => lugar(l.fila.saturating_sub(1), l.col),
        Movimiento::Abajo => lugar(l.fila + 1, l.col),
        Movimiento::Izquierda => lugar(l.fila, l.col.saturating_sub(1)),
        Movimiento::Derecha => lugar(l.fila, l.col + 1),
        Movimiento::PaginaArriba => lugar(l.fila.saturating_sub(pagina), l.col),
        Movimiento::PaginaAbajo => lugar(l.fila + pagina, l.col),
        Movimiento::InicioFila => lugar(l.fila, 0),
        Movimiento::FinFila => lugar(l.fila, ultima.col),
        Movimiento::Inicio => lugar(0, 0),
        Movimiento::Fin => ultima,
        Movimiento::BordeArriba => lugar(borde((0..l.fila).rev(), l.fila, |f| lleno(lugar(f, l.col))), l.col),
        Movimiento::BordeAbajo => lugar(
            borde(l.fila + 1..limites.filas, l.fila, |f| lleno(lugar(f, l.col))),
            l.col,
        ),
        Movimiento::BordeIzquierda => lugar(l.fila, borde((0..l.col).rev(), l.col, |c| lleno(lugar(l.fila, c)))),
        Movimiento::BordeDerecha => lugar(
            l.fila,
            borde(l.col + 1..limites.cols, l.col, |c| lleno(lugar(l.fila, c))),
        ),
    };
    limites.encerrar(destino)
}

/// Ctrl+arrow: from inside a filled stretch to its end; from elsewhere to the next filled cell; or to the edge.
fn borde(camino: impl Iterator<Item = usize>, desde: usize, lleno: impl Fn(usize) -> bool) -> usize {
    let mut camino = camino.peekable();
    let por_dentro = lleno(desde) && camino.peek().is_some_and(|i| lleno(*i));
    let mut ultimo = desde;
    for i in camino {
        match (por_dentro, lleno(i)) {
            (true, false) => return ultimo,
            (false, true) => return i,
            _ => ultimo = i,
        }
    }
    ultimo
}

#[cfg(test)]
mod tests {
    use super::*;

    const L: Limites = Limites {
        filas: 10,
        cols: 4,
        pagina: 3,
    };

    fn vacio(_: Lugar) -> bool {
        false
    }

    #[test]
    fn each_movement_lands_where_a_spreadsheet_would() {
        let s = Seleccion::en(lugar(4, 1));
        for (m, destino) in [
            (Movimiento::Arriba, lugar(3, 1)),
            (Movimiento::Abajo, lugar(5, 1)),
            (Movimiento::Izquierda, lugar(4, 0)),
            (Movimiento::Derecha, lugar(4, 2)),
            (Movimiento::PaginaArriba, lugar(1, 1)),
            (Movimiento::PaginaAbajo, lugar(7, 1)),
            (Movimiento::InicioFila, lugar(4, 0)),
            (Movimiento::FinFila, lugar(4, 3)),
            (Movimiento::Inicio, lugar(0, 0)),
            (Movimiento::Fin, lugar(9, 3)),
            (Movimiento::BordeAbajo, lugar(9, 1)),
            (Movimiento::BordeArriba, lugar(0, 1)),
        ] {
            assert_eq!(s.mover(m, false, L, vacio), Seleccion::en(destino), "{m:?}");
        }
    }

    #[test]
    fn nothing_moves_off_the_sheet() {
        let fin = Seleccion::en(lugar(9, 3));
        for m in [
            Movimiento::Abajo,
            Movimiento::Derecha,
            Movimiento::PaginaAbajo,
            Movimiento::BordeDerecha,
        ] {
            assert_eq!(fin.mover(m, false, L, vacio), fin, "{m:?}");
        }
        assert_eq!(fin.siguiente(L), None);
        assert_eq!(Seleccion::default().anterior(L), None);
        assert_eq!(
            Seleccion::en(lugar(2, 3)).siguiente(L),
            Some(Seleccion::en(lugar(3, 0)))
        );
        assert_eq!(Seleccion::en(lugar(3, 0)).anterior(L), Some(Seleccion::en(lugar(2, 3))));
    }

    #[test]
    fn ctrl_arrow_stops_at_the_edges_of_the_data() {
        // rows 0-2 and 5-6 are filled
        let lleno = |l: Lugar| matches!(l.fila, 0..=2 | 5..=6);
        for (desde, hasta) in [(0, 2), (2, 5), (3, 5), (5, 6), (6, 9), (9, 9)] {
            let s = Seleccion::en(lugar(desde, 0)).mover(Movimiento::BordeAbajo, false, L, lleno);
            assert_eq!(s.activa.fila, hasta, "down from {desde}");
        }
        for (desde, hasta) in [(9, 6), (6, 5), (5, 2), (2, 0), (0, 0)] {
            let s = Seleccion::en(lugar(desde, 0)).mover(Movimiento::BordeArriba, false, L, lleno);
            assert_eq!(s.activa.fila, hasta, "up from {desde}");
        }
    }

    #[test]
    fn shift_moves_the_corner_and_not_the_active_cell() {
        let s = Seleccion::en(lugar(4, 2))
            .mover(Movimiento::Arriba, true, L, vacio)
            .mover(Movimiento::Izquierda, true, L, vacio);
        assert_eq!(s.activa, lugar(4, 2));
        assert_eq!(
            s.rango(),
            Rango {
                f1: 3,
                c1: 1,
                f2: 4,
                c2: 2
            }
        );
        assert_eq!(s.rango().lugares().count(), s.rango().celdas());
    }

    #[test]
    fn whole_rows_grow_by_rows() {
        let s = Seleccion::en(lugar(4, 2))
            .filas_enteras(L)
            .mover(Movimiento::Abajo, true, L, vacio);
        assert_eq!(s.activa, lugar(4, 2));
        assert_eq!(
            s.rango(),
            Rango {
                f1: 4,
                c1: 0,
                f2: 5,
                c2: 3
            }
        );
        assert_eq!(Seleccion::en(lugar(4, 2)).todo(L).rango().celdas(), 40);
    }

    #[test]
    fn a_smaller_sheet_pulls_the_selection_in() {
        let s = Seleccion::en(lugar(9, 3)).hasta(lugar(5, 0));
        let menor = Limites { filas: 3, ..L };
        assert_eq!(
            s.encerrada(menor).rango(),
            Rango {
                f1: 2,
                c1: 0,
                f2: 2,
                c2: 3
            }
        );
    }
}
