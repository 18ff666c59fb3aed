//! A sample payroll of fictitious people (prefix 99, municipality Z99): what a first visitor sees in one click.

use super::expediente::{ClaseDePeriodo, DatosDelPatron, DatosDelPeriodo, Escenario, OrigenDePrima};
use ventanilla_reglas::cuotas::Area;

/// The sample: a small eating house in October 2026, with what usually happens in a month.
pub fn nomina_de_ejemplo() -> Escenario {
    let fila = |celdas: &[&str]| celdas.iter().map(|c| (*c).to_owned()).collect::<Vec<String>>();
    Escenario {
        nombre: "Nómina de ejemplo".to_owned(),
        patron: DatosDelPatron {
            registro_patronal: "Z99-00001-10-8".to_owned(),
            nombre: "Comedor Simulado La Ficticia, S.A. de C.V.".to_owned(),
            rfc: "CSF261005990".to_owned(),
            area: Area::General,
            origen_de_prima: OrigenDePrima::Fraccion,
            fraccion: "871".to_owned(),
            clase: "II".to_owned(),
            prima: String::new(),
            ..DatosDelPatron::default()
        },
        periodo: DatosDelPeriodo {
            clase: ClaseDePeriodo::Mes,
            anio: 2026,
            numero: 10,
        },
        trabajadores: vec![
            fila(&["99189800040", "Hugo Demostración Ficticio", "", "315.04", "1"]),
            fila(&["99210100055", "Elvira Ensayo Modelo", "", "520.00", "1"]),
            fila(&["99129200038", "Lucía Muestra Demo", "3500.00", "3400.00"]),
            fila(&["99068400011", "Petra Ficticia Ejemplo", "", "480.00", "6"]),
            fila(&["99088800075", "Norma Borrador Muestra", "", "410.00", "2", "2026-10-12"]),
            fila(&[
                "99927000069",
                "Óscar Prueba Simulado",
                "",
                "395.00",
                "12",
                "",
                "2026-10-20",
            ]),
        ],
        movimientos: vec![
            fila(&["99210100055", "ausentismo", "2026-10-12", "2"]),
            fila(&["99068400011", "incapacidad", "2026-10-05", "3"]),
            fila(&["99129200038", "modificacion", "2026-10-16", "", "3650.00", "3500.00"]),
        ],
        percepciones: vec![
            fila(&["99068400011", "despensa", "1800.00", "30"]),
            fila(&["99088800075", "premio_puntualidad", "900.00", "30"]),
        ],
        ..Escenario::default()
    }
}
