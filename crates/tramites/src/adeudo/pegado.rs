//! Rows pasted from a spreadsheet or from a text: with headings or without, between tabs, commas or semicolons.

use super::clase::ClaseDeCredito;
use super::periodo::Periodo;
use super::renglon::Renglon;
use crate::celdas::cortar;
use crate::texto::plegar;
use chrono::Datelike;
use ventanilla_reglas::captura;

/// More rows than these are a mistake.
const MAXIMO: usize = 200;

/// What was read of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pegado {
    /// The credits.
    pub renglones: Vec<Renglon>,
    /// What was left out, and why, for a person.
    pub avisos: Vec<String>,
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Columna {
    Clase,
    Periodo,
    Vencimiento,
    Patronal,
    Obrera,
    Importe,
    /// RCV of the same row: a credit of its own.
    Rcv,
}

/// Reads pasted text. What cannot be read as data stays as typed, so that its cell says what is wrong.
pub fn leer_pegado(texto: &str) -> Pegado {
    let filas = cortar(texto);
    let mut pegado = Pegado::default();
    let Some(primera) = filas.first() else {
        pegado
            .avisos
            .push("No hay nada que leer. Copie las filas en su hoja de cálculo y péguelas aquí.".to_owned());
        return pegado;
    };
    let encabezado = encabezado(primera);
    let datos = if encabezado.is_some() { &filas[1..] } else { &filas[..] };
    if let Some(columnas) = &encabezado {
        let ajenas = primera
            .iter()
            .zip(columnas)
            .filter(|(t, c)| c.is_none() && !t.trim().is_empty());
        let ajenas: Vec<&str> = ajenas.map(|(t, _)| t.trim()).collect();
        if !ajenas.is_empty() {
            pegado
                .avisos
                .push(format!("No se usaron las columnas: {}.", ajenas.join(", ")));
        }
    }
    for (numero, fila) in (1..).zip(datos).take(MAXIMO) {
        if es_total(fila) {
            pegado.avisos.push("Se dejó fuera el renglón de totales.".to_owned());
            continue;
        }
        match &encabezado {
            Some(columnas) => pegado.renglones.extend(con_encabezado(columnas, fila)),
            None => pegado.renglones.push(por_su_forma(numero, fila, &mut pegado.avisos)),
        }
    }
    if datos.len() > MAXIMO {
        pegado
            .avisos
            .push(format!("Se leyeron los primeros {MAXIMO} renglones."));
    }
    pegado
}

fn es_total(fila: &[String]) -> bool {
    let primera = fila
        .iter()
        .find(|c| !c.is_empty())
        .map(|c| plegar(c))
        .unwrap_or_default();
    ["total", "totales", "suma", "gran total"].contains(&primera.as_str())
}

/// What each column holds, if the row is one of headings: it names an amount and holds none.
fn encabezado(fila: &[String]) -> Option<Vec<Option<Columna>>> {
    let columnas: Vec<Option<Columna>> = fila.iter().map(|c| columna(c)).collect();
    let nombra = |cual: &[Columna]| columnas.iter().flatten().any(|c| cual.contains(c));
    let de_dinero = [Columna::Patronal, Columna::Obrera, Columna::Importe, Columna::Rcv];
    let con_importes = fila.iter().any(|c| !c.is_empty() && captura::importe(c).is_ok());
    (nombra(&de_dinero) && columnas.iter().flatten().count() > 1 && !con_importes).then_some(columnas)
}

fn columna(titulo: &str) -> Option<Columna> {
    let llano = plegar(&titulo.replace(['_', '.', ':', '*'], " "));
    Some(match llano.as_str() {
        "clase" | "tipo" | "concepto" | "ramo" | "credito" | "tipo de credito" => Columna::Clase,
        "periodo" | "mes" | "bimestre" | "mes o bimestre" | "periodo de cuotas" => Columna::Periodo,
        "vencimiento"
        | "vence"
        | "fecha de vencimiento"
        | "fecha vencimiento"
        | "fecha limite"
        | "limite de pago"
        | "fecha limite de pago" => Columna::Vencimiento,
        "patronal" | "patron" | "cuota patronal" | "parte patronal" | "cuotas patronales" => Columna::Patronal,
        "obrera" | "obrero" | "trabajador" | "cuota obrera" | "parte obrera" | "cuotas obreras" => Columna::Obrera,
        "importe" | "monto" | "cantidad" | "adeudo" | "suerte principal" | "total" | "cuotas" | "imss" => {
            Columna::Importe
        }
        "rcv" | "retiro, cesantia y vejez" | "importe rcv" => Columna::Rcv,
        _ => return None,
    })
}

/// The credits of a row under headings: one, or two if it has a column of RCV.
fn con_encabezado(columnas: &[Option<Columna>], fila: &[String]) -> Vec<Renglon> {
    let de = |cual: Columna| {
        let suyas = columnas
            .iter()
            .zip(fila)
            .filter(|(c, t)| **c == Some(cual) && !t.is_empty());
        suyas.map(|(_, t)| t.clone()).next().unwrap_or_default()
    };
    let periodo = de(Columna::Periodo);
    let dicha = de(Columna::Clase);
    let clase = ClaseDeCredito::leer(&dicha).unwrap_or_else(|| por_periodo(&periodo));
    let mut uno = Renglon {
        clase: clase.clave().to_owned(),
        periodo,
        vencimiento: de(Columna::Vencimiento),
        patronal: de(Columna::Patronal),
        obrera: de(Columna::Obrera),
        importe: de(Columna::Importe),
    };
    acomodar(&mut uno, clase);
    let rcv = de(Columna::Rcv);
    if rcv.is_empty() || matches!(captura::importe(&rcv), Ok(i) if i.centavos() == 0) {
        return vec![uno];
    }
    let otro = Renglon {
        clase: ClaseDeCredito::Rcv.clave().to_owned(),
        periodo: uno.periodo.clone(),
        patronal: rcv,
        ..Renglon::default()
    };
    let sin_lo_suyo = uno.patronal.is_empty() && uno.obrera.is_empty() && uno.importe.is_empty();
    if sin_lo_suyo { vec![otro] } else { vec![uno, otro] }
}

/// The amounts go where the kind of credit has them.
fn acomodar(renglon: &mut Renglon, clase: ClaseDeCredito) {
    if clase.de_cuotas() {
        if renglon.patronal.is_empty() && renglon.obrera.is_empty() {
            renglon.patronal = std::mem::take(&mut renglon.importe);
        } else {
            renglon.importe.clear(); // the sum of both
        }
    } else if renglon.importe.is_empty() {
        renglon.importe = std::mem::take(&mut renglon.patronal);
        renglon.obrera.clear();
    } else {
        renglon.patronal.clear();
        renglon.obrera.clear();
    }
}

fn por_periodo(periodo: &str) -> ClaseDeCredito {
    match Periodo::leer_suelto(periodo) {
        Some(p) if p.bimestral() => ClaseDeCredito::Rcv,
        _ => ClaseDeCredito::Cop,
    }
}

/// A row without headings: kind, period and date by what they look like; after them, the amounts in the order patronal,
/// obrera. An amount keeps its place even when it cannot be read: its cell says what is wrong.
fn por_su_forma(numero: usize, fila: &[String], avisos: &mut Vec<String>) -> Renglon {
    let mut renglon = Renglon::default();
    let mut dicha = None;
    let mut resto = 0;
    for (i, celda) in fila.iter().enumerate().filter(|(_, c)| !c.is_empty()) {
        let fecha = captura::fecha(celda).ok();
        let de_mes = fecha.is_none_or(|f| f.0.day() == 1) && Periodo::leer_suelto(celda).is_some();
        if let (None, Some(clase)) = (dicha, ClaseDeCredito::leer(celda)) {
            dicha = Some(clase);
        } else if renglon.periodo.is_empty() && de_mes {
            renglon.periodo.clone_from(celda);
        } else if renglon.vencimiento.is_empty() && fecha.is_some() {
            renglon.vencimiento.clone_from(celda);
        } else {
            continue;
        }
        resto = i + 1;
    }
    let clase = dicha.unwrap_or_else(|| por_periodo(&renglon.periodo));
    clase.clave().clone_into(&mut renglon.clase);
    match importes(&fila[resto..]) {
        Some([primero, segundo]) if clase.de_cuotas() => (renglon.patronal, renglon.obrera) = (primero, segundo),
        Some([primero, segundo]) if segundo.is_empty() => renglon.importe = primero,
        _ => avisos.push(format!(
            "Renglón {numero}: no se sabe qué es cada importe de «{}»; anótelos.",
            fila[resto..].join(" ").trim()
        )),
    }
    renglon
}

/// The one or two amounts of the cells that are left: without the blank ones at the end, nor at the beginning when there
/// are too many. `None` when there are still more: which is which would be a guess.
fn importes(celdas: &[String]) -> Option<[String; 2]> {
    let ultima = celdas.iter().rposition(|c| !c.is_empty()).map_or(0, |i| i + 1);
    let mut celdas = &celdas[..ultima];
    while let [primera, otras @ ..] = celdas
        && primera.is_empty()
        && celdas.len() > 2
    {
        celdas = otras;
    }
    match celdas {
        [] => Some([String::new(), String::new()]),
        [uno] => Some([uno.clone(), String::new()]),
        [uno, dos] => Some([uno.clone(), dos.clone()]),
        _ => None,
    }
}

#[cfg(test)]
mod pruebas {
    use super::*;

    fn celdas(texto: &str) -> Vec<[String; 6]> {
        let leidos = leer_pegado(texto).renglones;
        let textos = leidos.iter().map(|r| r.campos().map(|(_, t)| t.to_owned()));
        textos.collect()
    }

    #[test]
    fn with_headings_between_tabs() {
        let texto = "Concepto\tPeriodo\tPatronal\tObrera\tFecha límite de pago\tNotas\r\n\
                     Cuotas\t11/2025\t$40,000.00\t10,000.00\t17/12/2025\tx\r\n\
                     RCV\tnov-dic 2025\t9,000\t1,000\t\t\r\n\
                     Multa\t\t2,346.20\t\t10/03/2026\t\r\n\
                     Total\t\t51,346.20\r\n";
        assert_eq!(
            celdas(texto),
            [
                ["cop", "11/2025", "17/12/2025", "$40,000.00", "10,000.00", ""],
                ["rcv", "nov-dic 2025", "", "9,000", "1,000", ""],
                ["multa", "", "10/03/2026", "", "", "2,346.20"],
            ]
            .map(|f| f.map(str::to_owned))
        );
        let avisos = leer_pegado(texto).avisos;
        assert_eq!(
            avisos,
            [
                "No se usaron las columnas: Notas.",
                "Se dejó fuera el renglón de totales."
            ]
        );
    }

    #[test]
    fn without_headings_each_cell_is_known_by_its_form() {
        let texto = "2025-11,40000,10000\nbim 6 2025,\"9,000.50\",1000\ncapital constitutivo,2026-03-10,94209.00";
        assert_eq!(
            celdas(texto),
            [
                ["cop", "2025-11", "", "40000", "10000", ""],
                ["rcv", "bim 6 2025", "", "9,000.50", "1000", ""],
                ["capital_constitutivo", "", "2026-03-10", "", "", "94209.00"],
            ]
            .map(|f| f.map(str::to_owned))
        );
    }

    #[test]
    fn a_column_of_rcv_makes_a_credit_of_its_own() {
        let texto = "Mes;Importe;RCV\ndiciembre 2025;50000;8000\nenero 2026;50000;0";
        assert_eq!(
            celdas(texto),
            [
                ["cop", "diciembre 2025", "", "50000", "", ""],
                ["rcv", "diciembre 2025", "", "8000", "", ""],
                ["cop", "enero 2026", "", "50000", "", ""],
            ]
            .map(|f| f.map(str::to_owned))
        );
    }

    #[test]
    fn nothing_and_too_much_are_said() {
        assert!(!leer_pegado(" \n\t\n").avisos.is_empty());
        let muchos = "2025-11,1,1\n".repeat(250);
        let leido = leer_pegado(&muchos);
        assert_eq!(leido.renglones.len(), 200);
        assert_eq!(leido.avisos.len(), 1);
        assert_eq!(
            celdas("hola, mundo"),
            [["cop", "", "", "hola", "mundo", ""].map(str::to_owned)]
        );
    }

    /// An amount never slips into another column.
    #[test]
    fn an_amount_keeps_its_place() {
        let uno = |texto: &str| celdas(texto).remove(0);
        let fila = |f: [&str; 6]| f.map(str::to_owned);
        assert_eq!(uno("RCV\t05/2026\t\tx\t3"), fila(["rcv", "05/2026", "", "x", "3", ""]));
        assert_eq!(uno("COP\t7/2026\t\t\t900"), fila(["cop", "7/2026", "", "", "900", ""]));
        assert_eq!(uno("COP\t7/2026\t100"), fila(["cop", "7/2026", "", "100", "", ""]));
        let leido = leer_pegado("blabla\t1\t2\t3");
        assert_eq!(leido.renglones[0].patronal, "");
        assert_eq!(leido.avisos.len(), 1);
        assert!(leido.avisos[0].starts_with("Renglón 1:"), "{:?}", leido.avisos);
    }
}
