//! The months as rows for a spreadsheet.

use super::cotizador::Parte;
use super::cuenta::{Cuenta, total};
use ventanilla_reglas::cuotas::FIGURAS;
use ventanilla_reglas::importe::Importe;

/// Headings. The first four are words and dates; the rest, numbers.
pub const TITULOS: [&str; 18] = [
    "Qué se paga",
    "Desde",
    "Hasta",
    "Se paga a más tardar",
    "Días",
    "Salario diario",
    "Al tope del mes",
    "UMA",
    "Porcentaje",
    "Invalidez y vida, patrón",
    "Invalidez y vida, trabajador",
    "Gastos médicos de pensionados, patrón",
    "Gastos médicos de pensionados, trabajador",
    "Retiro",
    "Cesantía y vejez, patrón",
    "Cesantía y vejez, trabajador",
    "Total",
    "Normativa",
];

/// Keys of the insurances, in the order of their headings.
const RAMAS: [&str; 7] = [
    "invalidez_patron",
    "invalidez_obrero",
    "gmp_patron",
    "gmp_obrero",
    "retiro",
    "ceav_patron",
    "ceav_obrero",
];

/// What is paid to begin, what is paid afterwards, and each whole month of the year, every group with its total.
pub fn filas(cuenta: &Cuenta) -> Vec<[String; TITULOS.len()]> {
    let mut filas = Vec::new();
    if let Ok(inicio) = &cuenta.inicio {
        agregar(&mut filas, cuenta, "Para empezar", inicio);
    }
    agregar(&mut filas, cuenta, "Después", &cuenta.despues);
    let meses = cuenta.anio.iter().filter_map(|m| m.parte.clone().ok());
    agregar(&mut filas, cuenta, "Mes completo del año", &meses.collect::<Vec<_>>());
    filas
}

fn agregar(filas: &mut Vec<[String; TITULOS.len()]>, cuenta: &Cuenta, que: &str, partes: &[Parte]) {
    if partes.is_empty() {
        return;
    }
    filas.extend(partes.iter().map(|p| fila(cuenta, que, p)));
    let mut suma = [const { String::new() }; TITULOS.len()];
    suma[0] = format!("TOTAL: {que}");
    suma[4] = partes.iter().map(|p| p.mes.dias).sum::<u32>().to_string();
    for (celda, clave) in suma[9..].iter_mut().zip(RAMAS) {
        *celda = partes.iter().map(|p| rama(p, clave)).sum::<Importe>().to_string();
    }
    suma[16] = total(partes).to_string();
    filas.push(suma);
}

fn fila(cuenta: &Cuenta, que: &str, parte: &Parte) -> [String; TITULOS.len()] {
    let mes = &parte.mes;
    let de = |i: usize| rama(parte, RAMAS[i]).to_string();
    [
        que.to_owned(),
        mes.desde.to_string(),
        mes.hasta.to_string(),
        parte.pago.vence.to_string(),
        mes.dias.to_string(),
        mes.sbc.to_string(),
        if parte.al_tope { "sí" } else { "no" }.to_owned(),
        mes.uma.to_string(),
        mes.porcentaje.clone(),
        de(0),
        de(1),
        de(2),
        de(3),
        de(4),
        de(5),
        de(6),
        mes.total.to_string(),
        cuenta.version.clone(),
    ]
}

fn rama(parte: &Parte, clave: &str) -> Importe {
    // a key that is no figure would be a slip of this list: its test walks it
    debug_assert!(FIGURAS.iter().any(|f| f.clave() == clave), "{clave}");
    let suya = parte.mes.ramas.0.iter().find(|(c, _)| *c == clave);
    suya.map_or(Importe::CERO, |(_, importe)| *importe)
}
