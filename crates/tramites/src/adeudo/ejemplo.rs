//! A fictitious debtor: what a first visitor sees in one click.

use super::clase::ClaseDeCredito as C;
use super::renglon::Renglon;

/// Three months without paying, the RCV of the bimestre and a fine.
pub fn ejemplo() -> Vec<Renglon> {
    let renglon = |clase: C, [periodo, vencimiento, patronal, obrera, importe]: [&str; 5]| Renglon {
        clase: clase.clave().to_owned(),
        periodo: periodo.to_owned(),
        vencimiento: vencimiento.to_owned(),
        patronal: patronal.to_owned(),
        obrera: obrera.to_owned(),
        importe: importe.to_owned(),
    };
    vec![
        renglon(C::Cop, ["nov 2025", "", "39,400.00", "10,600.00", ""]),
        renglon(C::Cop, ["dic 2025", "", "39,400.00", "10,600.00", ""]),
        renglon(C::Rcv, ["bim 6 de 2025", "", "41,880.00", "8,120.00", ""]),
        renglon(C::Cop, ["ene 2026", "", "40,150.00", "10,850.00", ""]),
        renglon(
            C::Multa,
            ["No presentó la prima de riesgos", "10/04/2026", "", "", "2,346.20"],
        ),
    ]
}
