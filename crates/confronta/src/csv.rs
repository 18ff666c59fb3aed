//! The result as rows for a spreadsheet: a worker a row, its difference in each ramo, and the causes in words.

use crate::emitido::Hoja;
use crate::salida::{Confronta, Confrontado};
use ventanilla_archivos::{Valor, escribir_csv};
use ventanilla_reglas::cuotas::FIGURAS;
use ventanilla_reglas::importe::Importe;

/// Columns before the ramos.
const FIJAS: [&str; 8] = [
    "NSS",
    "Nombre",
    "Días EMA",
    "Días EBA",
    "Salario en la emisión",
    "Emisión",
    "Calculado",
    "Diferencia",
];

fn dinero(centavos: i64) -> String {
    Importe::de_centavos(centavos).to_string()
}

/// Figures that the confronta has.
pub fn figuras(confronta: &Confronta) -> Vec<usize> {
    (0..FIGURAS.len())
        .filter(|i| confronta.hojas.iter().any(|h| h.tiene(*i)))
        .collect()
}

/// The bytes of a CSV of these workers, with the totals at the end.
pub fn escribir<'a>(confronta: &Confronta, cuales: impl Iterator<Item = &'a Confrontado>) -> Vec<u8> {
    let figuras = figuras(confronta);
    let titulos: Vec<String> = figuras
        .iter()
        .map(|i| format!("Dif. {}", FIGURAS[*i].regla.titulo))
        .collect();
    let mut encabezados: Vec<&str> = FIJAS.to_vec();
    encabezados.extend(titulos.iter().map(String::as_str));
    encabezados.extend(["Causas", "Observaciones"]);
    let mut filas: Vec<Vec<String>> = cuales.map(|c| fila(c, &figuras)).collect();
    filas.push(totales(confronta, &figuras));
    let ultimas = encabezados.len() - 2;
    let valores: Vec<Vec<Valor<'_>>> = filas
        .iter()
        .map(|fila| {
            let con_lugar = fila.iter().enumerate();
            con_lugar
                .map(|(i, texto)| match i {
                    0 => Valor::Identificador(texto),
                    1 => Valor::Texto(texto),
                    _ if i >= ultimas => Valor::Texto(texto),
                    _ => Valor::Numero(texto),
                })
                .collect()
        })
        .collect();
    escribir_csv(&encabezados, &valores)
}

fn fila(suyo: &Confrontado, figuras: &[usize]) -> Vec<String> {
    let diferencia = suyo.diferencia();
    let suma = |cifras: &[i64]| dinero(cifras.iter().sum::<i64>() + suyo.amortizacion);
    let salarios: Vec<String> = suyo.renglones.iter().map(|r| dinero(r.sbc)).collect();
    let mut fila = vec![
        suyo.nss.clone(),
        suyo.nombre.clone(),
        suyo.dias(Hoja::Ema).to_string(),
        suyo.dias(Hoja::Eba).to_string(),
        salarios.last().cloned().unwrap_or_default(),
        suma(&suyo.emision),
        suma(suyo.calculado()),
        dinero(suyo.centavos()),
    ];
    fila.extend(figuras.iter().map(|i| dinero(diferencia[*i])));
    let causas: Vec<String> = suyo
        .causas
        .iter()
        .map(|c| format!("{} {}", c.texto(), dinero(c.centavos())))
        .collect();
    let avisos: Vec<&str> = suyo.avisos.iter().map(|a| a.mensaje.as_str()).collect();
    fila.extend([causas.join(" | "), avisos.join(" | ")]);
    fila
}

fn totales(confronta: &Confronta, figuras: &[usize]) -> Vec<String> {
    let mut fila = vec![String::new(); FIJAS.len() - 3];
    "TOTAL".clone_into(&mut fila[1]);
    fila.extend(
        [
            confronta.total_emision(),
            confronta.total_calculado(),
            confronta.diferencia(),
        ]
        .map(dinero),
    );
    fila.extend(
        figuras
            .iter()
            .map(|i| dinero(confronta.emision[*i] - confronta.calculado[*i])),
    );
    fila.extend([String::new(), String::new()]);
    fila
}
