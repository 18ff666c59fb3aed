//! What one tab keeps of a sheet, the others that show the same sheet are told, so that nobody goes on from an old one.

use crate::canal::{Canal, decir};
use crate::entorno;

fn nombre() -> String {
    [&entorno::base_de_datos(), "-hojas"].concat()
}

/// Says that the sheet of a key was kept.
pub(super) fn se_guardo(clave: &str) {
    decir(&nombre(), clave);
}

/// Calls back, while whoever asks is there, with the key of each sheet that is kept, here or in another tab.
pub fn al_guardarse(que: impl Fn(String) + 'static) {
    Canal::escuchar(&nombre(), que);
}
