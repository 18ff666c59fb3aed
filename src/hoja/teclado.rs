//! From a key to an action: one pure function, so that the whole keyboard can be read and tested in one place.

use super::seleccion::Movimiento;

/// What the sheet is doing with the active cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Modo {
    /// Going from cell to cell.
    #[default]
    Navegar,
    /// Typing over a cell: arrows accept and move.
    Sustituir,
    /// Editing inside a cell (F2): arrows move the caret.
    Editar,
    /// Choosing from a list.
    Lista,
}

/// A key as the browser reports it; `ctrl` is also Cmd.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tecla<'a> {
    pub(super) tecla: &'a str,
    pub(super) ctrl: bool,
    pub(super) mayus: bool,
    pub(super) alt: bool,
}

/// What the sheet does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Accion {
    /// Accepts what was typed, if anything, and moves.
    Mover {
        movimiento: Movimiento,
        extender: bool,
    },
    /// Accepts and goes to the next cell; at the last one the browser goes on to what follows the sheet.
    Avanzar,
    /// The same, backwards.
    Retroceder,
    Editar,
    /// F2 while typing: from typing over to editing inside, and back.
    Alternar,
    Cancelar,
    /// Escape while nothing is edited: the next Tab leaves the sheet.
    Soltar,
    /// Writes what was typed in the whole block.
    LlenarBloque,
    Vaciar,
    Rellenar,
    Deshacer,
    Rehacer,
    Insertar,
    Borrar,
    SeleccionarFilas,
    SeleccionarColumnas,
    SeleccionarTodo,
    Detalle,
}

/// The action of a key, or `None` when the browser should do what it always does with it. `filas_enteras`: the
/// selection is made of whole rows; only then do Ctrl and + or − insert and delete (as in Excel), because otherwise
/// they are the zoom of the browser, which people with low vision need.
pub(super) fn interpretar(t: Tecla<'_>, modo: Modo, filas_enteras: bool) -> Option<Accion> {
    // Ctrl+Alt is how Windows reports AltGr: the person is typing a character
    if t.ctrl && t.alt {
        return None;
    }
    match modo {
        Modo::Navegar => navegar(t, filas_enteras),
        Modo::Sustituir => escribiendo(t).or_else(|| flecha(t).filter(|_| !t.ctrl && !t.mayus)),
        Modo::Editar | Modo::Lista => escribiendo(t),
    }
}

fn escribiendo(t: Tecla<'_>) -> Option<Accion> {
    match t.tecla {
        "Enter" if t.ctrl => Some(Accion::LlenarBloque),
        "Enter" if t.alt => None,
        "Enter" => Some(vertical(t.mayus)),
        "Tab" if !t.ctrl && !t.alt => Some(tabulador(t.mayus)),
        "Escape" => Some(Accion::Cancelar),
        "F2" => Some(Accion::Alternar),
        _ => None,
    }
}

fn navegar(t: Tecla<'_>, filas_enteras: bool) -> Option<Accion> {
    let accion = match t.tecla {
        "Enter" if t.alt => Accion::Detalle,
        "Enter" if t.mayus => vertical(true),
        "Enter" | "F2" if !t.ctrl => Accion::Editar,
        "ArrowDown" if t.alt => Accion::Editar, // opens a list, as in any combo box
        "Tab" if !t.ctrl && !t.alt => tabulador(t.mayus),
        "Escape" => Accion::Soltar,
        "Delete" if !t.ctrl && !t.mayus && !t.alt => Accion::Vaciar,
        " " if t.ctrl => Accion::SeleccionarColumnas,
        " " if t.mayus => Accion::SeleccionarFilas,
        _ if t.ctrl && t.tecla.chars().count() == 1 => return atajo(t, filas_enteras),
        _ => return flecha(t),
    };
    Some(accion)
}

fn atajo(t: Tecla<'_>, filas_enteras: bool) -> Option<Accion> {
    match (t.tecla, t.mayus) {
        ("a" | "A", _) => Some(Accion::SeleccionarTodo),
        ("d" | "D", _) => Some(Accion::Rellenar),
        ("z" | "Z", false) => Some(Accion::Deshacer),
        ("z" | "Z", true) | ("y" | "Y", _) => Some(Accion::Rehacer),
        ("+" | "=", _) if filas_enteras => Some(Accion::Insertar),
        ("-", _) if filas_enteras => Some(Accion::Borrar),
        _ => None,
    }
}

fn flecha(t: Tecla<'_>) -> Option<Accion> {
    if t.alt {
        return None;
    }
    let movimiento = match (t.tecla, t.ctrl) {
        ("ArrowUp", false) => Movimiento::Arriba,
        ("ArrowDown", false) => Movimiento::Abajo,
        ("ArrowLeft", false) => Movimiento::Izquierda,
        ("ArrowRight", false) => Movimiento::Derecha,
        ("ArrowUp", true) => Movimiento::BordeArriba,
        ("ArrowDown", true) => Movimiento::BordeAbajo,
        ("ArrowLeft", true) => Movimiento::BordeIzquierda,
        ("ArrowRight", true) => Movimiento::BordeDerecha,
        ("PageUp", false) => Movimiento::PaginaArriba,
        ("PageDown", false) => Movimiento::PaginaAbajo,
        ("Home", false) => Movimiento::InicioFila,
        ("End", false) => Movimiento::FinFila,
        ("Home", true) => Movimiento::Inicio,
        ("End", true) => Movimiento::Fin,
        _ => return None,
    };
    Some(Accion::Mover {
        movimiento,
        extender: t.mayus,
    })
}

fn vertical(arriba: bool) -> Accion {
    let movimiento = if arriba { Movimiento::Arriba } else { Movimiento::Abajo };
    Accion::Mover {
        movimiento,
        extender: false,
    }
}

fn tabulador(atras: bool) -> Accion {
    if atras { Accion::Retroceder } else { Accion::Avanzar }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `"Ctrl+Shift+ArrowUp"` as the browser would report it.
    fn pulsar(combinacion: &str, modo: Modo, filas_enteras: bool) -> Option<Accion> {
        let (modificadores, tecla) = match combinacion.rsplit_once('+') {
            Some((m, t)) if !t.is_empty() => (m, t),
            Some((m, _)) => (m, "+"),
            None => ("", combinacion),
        };
        let tiene = |m: &str| modificadores.split('+').any(|x| x == m);
        let t = Tecla {
            tecla,
            ctrl: tiene("Ctrl"),
            mayus: tiene("Shift"),
            alt: tiene("Alt"),
        };
        interpretar(t, modo, filas_enteras)
    }

    fn mover(movimiento: Movimiento) -> Option<Accion> {
        Some(Accion::Mover {
            movimiento,
            extender: false,
        })
    }

    #[test]
    fn navigating() {
        for (teclas, accion) in [
            ("ArrowUp", mover(Movimiento::Arriba)),
            ("Ctrl+ArrowRight", mover(Movimiento::BordeDerecha)),
            (
                "Shift+PageDown",
                Some(Accion::Mover {
                    movimiento: Movimiento::PaginaAbajo,
                    extender: true,
                }),
            ),
            (
                "Ctrl+Shift+End",
                Some(Accion::Mover {
                    movimiento: Movimiento::Fin,
                    extender: true,
                }),
            ),
            ("Enter", Some(Accion::Editar)),
            ("Shift+Enter", mover(Movimiento::Arriba)),
            ("Alt+Enter", Some(Accion::Detalle)),
            ("Alt+ArrowDown", Some(Accion::Editar)),
            ("F2", Some(Accion::Editar)),
            ("Tab", Some(Accion::Avanzar)),
            ("Shift+Tab", Some(Accion::Retroceder)),
            ("Escape", Some(Accion::Soltar)),
            ("Delete", Some(Accion::Vaciar)),
            ("Ctrl+ ", Some(Accion::SeleccionarColumnas)),
            ("Shift+ ", Some(Accion::SeleccionarFilas)),
            ("Ctrl+a", Some(Accion::SeleccionarTodo)),
            ("Ctrl+d", Some(Accion::Rellenar)),
            ("Ctrl+z", Some(Accion::Deshacer)),
            ("Ctrl+Shift+Z", Some(Accion::Rehacer)),
            ("Ctrl+y", Some(Accion::Rehacer)),
        ] {
            assert_eq!(pulsar(teclas, Modo::Navegar, false), accion, "{teclas}");
        }
    }

    #[test]
    fn what_belongs_to_the_browser_stays_with_it() {
        for teclas in [
            "a",
            "ñ",
            "Dead",
            "Backspace",
            "Shift+Delete",
            "Ctrl+c",
            "Ctrl+v",
            "Ctrl+x",
            "Shift+Insert",
            "Ctrl+t",
            "Ctrl+Tab",
            "Alt+ArrowLeft",
            "F5",
            "F12",
            "Ctrl+Alt+e",
            "Ctrl++",
            "Ctrl+-",
            " ",
        ] {
            assert_eq!(pulsar(teclas, Modo::Navegar, false), None, "{teclas}");
        }
    }

    #[test]
    fn rows_are_inserted_and_deleted_only_when_whole_rows_are_selected() {
        assert_eq!(pulsar("Ctrl++", Modo::Navegar, true), Some(Accion::Insertar));
        assert_eq!(pulsar("Ctrl+=", Modo::Navegar, true), Some(Accion::Insertar));
        assert_eq!(pulsar("Ctrl+-", Modo::Navegar, true), Some(Accion::Borrar));
    }

    #[test]
    fn typing() {
        for modo in [Modo::Sustituir, Modo::Editar, Modo::Lista] {
            for (teclas, accion) in [
                ("Enter", mover(Movimiento::Abajo)),
                ("Shift+Enter", mover(Movimiento::Arriba)),
                ("Ctrl+Enter", Some(Accion::LlenarBloque)),
                ("Tab", Some(Accion::Avanzar)),
                ("Shift+Tab", Some(Accion::Retroceder)),
                ("Escape", Some(Accion::Cancelar)),
                ("F2", Some(Accion::Alternar)),
                ("Ctrl+z", None),
                ("Delete", None),
                ("Shift+ArrowLeft", None),
                ("Ctrl+ArrowLeft", None),
                ("Alt+ArrowDown", None),
            ] {
                assert_eq!(pulsar(teclas, modo, true), accion, "{teclas} {modo:?}");
            }
        }
        assert_eq!(
            pulsar("ArrowLeft", Modo::Sustituir, false),
            mover(Movimiento::Izquierda)
        );
        assert_eq!(pulsar("ArrowLeft", Modo::Editar, false), None);
        assert_eq!(pulsar("ArrowDown", Modo::Lista, false), None);
    }
}
