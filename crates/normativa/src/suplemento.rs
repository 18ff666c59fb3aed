//! The *suplemento normativo*: rows an operator adds without a rebuild, with the same columns and the same checks.

use crate::fila::{COLUMNAS, Fila, leer_fila};
use crate::{Tabla, csv};
use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A row of a suplemento and the table it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct FilaDeSuplemento {
    /// The table it adds to.
    pub tabla: Tabla,
    /// The row; its `suplemento` is true.
    pub fila: Fila,
}

/// Why a row of a suplemento was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorDeSuplemento {
    /// Line of the file, from 1.
    pub linea: u64,
    /// What is wrong and how to mend it, in Spanish.
    pub mensaje: String,
}

impl fmt::Display for ErrorDeSuplemento {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Suplemento, renglón {}: {}", self.linea, self.mensaje)
    }
}

impl std::error::Error for ErrorDeSuplemento {}

/// Reads a suplemento: a header `tabla,clave,desde,…` ([`COLUMNAS`]) and one row a line.
///
/// # Errors
/// All the rows that cannot be taken; none is taken then.
pub fn leer_suplemento(texto: &str) -> Result<Vec<FilaDeSuplemento>, Vec<ErrorDeSuplemento>> {
    let error = |linea, mensaje| ErrorDeSuplemento { linea, mensaje };
    let registros = csv::leer(texto).map_err(|mensaje| vec![error(1, mensaje)])?;
    let mut registros = registros.into_iter();
    let encabezado = registros.next().map(|(_, campos)| campos).unwrap_or_default();
    if !encabezado.iter().map(String::as_str).eq(columnas()) {
        let esperado = columnas().collect::<Vec<_>>().join(",");
        return Err(vec![error(
            1,
            format!("el encabezado debe ser exactamente «{esperado}»"),
        )]);
    }
    let (mut filas, mut errores) = (Vec::new(), Vec::new());
    for (linea, campos) in registros {
        match leer_una(&campos).and_then(|nueva| sin_traslape(&filas, nueva)) {
            Ok(fila) => filas.push(fila),
            Err(mensaje) => errores.push(error(linea, mensaje)),
        }
    }
    if errores.is_empty() { Ok(filas) } else { Err(errores) }
}

fn columnas() -> impl Iterator<Item = &'static str> {
    std::iter::once("tabla").chain(COLUMNAS)
}

fn leer_una(campos: &[String]) -> Result<FilaDeSuplemento, String> {
    let (id, resto) = campos.split_first().ok_or("está vacío")?;
    let tabla = Tabla::por_id(id).ok_or_else(|| {
        let nombres: Vec<_> = Tabla::todas().map(|t| t.ficha().id).collect();
        format!("no hay una tabla «{id}»; las que hay son {}", nombres.join(", "))
    })?;
    let mut fila = leer_fila(resto)?;
    fila.suplemento = true;
    if fila.hasta.is_none() && (!tabla.ficha().ley || fila.verificado_hasta.is_none()) {
        return Err(format!(
            "«{id}» necesita la fecha «hasta» (sólo el texto de una ley puede quedar abierto, y entonces con «verificado_hasta»)"
        ));
    }
    if tabla == Tabla::Inhabiles && crate::calendario::leer_regla(&fila.clave).is_none() {
        return Err(format!(
            "la clave «{}» no es una regla de calendario; por ejemplo «cff12 fecha 2026-12-24» o «lft74 fijo 12-24»",
            fila.clave
        ));
    }
    if tabla == Tabla::Inpc && !es_su_mes(&fila) {
        return Err(format!(
            "la fila de «inpc» es de un mes, del primer día al último, con su clave y un valor mayor que cero; por ejemplo «{}»",
            mes_de(fila.desde)
        ));
    }
    Ok(FilaDeSuplemento { tabla, fila })
}

/// A row of `inpc` is a whole month, and its key says which.
fn es_su_mes(fila: &Fila) -> bool {
    let siguiente = fila.hasta.and_then(|hasta| hasta.succ_opt());
    let entero = fila.desde.day() == 1 && siguiente.is_some_and(|dia| dia.day() == 1);
    entero
        && fila.hasta.is_some_and(|hasta| mes_de(hasta) == mes_de(fila.desde))
        && fila.clave == mes_de(fila.desde)
        && !fila.valor.is_zero()
}

fn mes_de(fecha: NaiveDate) -> String {
    format!("{:04}-{:02}", fecha.year(), fecha.month())
}

/// Two rows of one suplemento for the same day would leave it to chance which one rules.
fn sin_traslape(filas: &[FilaDeSuplemento], nueva: FilaDeSuplemento) -> Result<FilaDeSuplemento, String> {
    let choca = filas.iter().find(|otra| {
        otra.tabla == nueva.tabla
            && otra.fila.clave == nueva.fila.clave
            && nueva.fila.hasta.is_none_or(|h| otra.fila.desde <= h)
            && otra.fila.hasta.is_none_or(|h| nueva.fila.desde <= h)
    });
    match choca {
        Some(otra) => Err(format!(
            "se traslapa con otra fila del mismo suplemento ({})",
            otra.fila.vigencia()
        )),
        None => Ok(nueva),
    }
}

/// Writes rows as a suplemento file; reading it back gives the same rows.
pub fn exportar_suplemento(filas: &[FilaDeSuplemento]) -> String {
    let mut texto = columnas().collect::<Vec<_>>().join(",");
    texto.push('\n');
    for FilaDeSuplemento { tabla, fila } in filas {
        let fecha = |f: Option<chrono::NaiveDate>| f.map(|f| f.to_string()).unwrap_or_default();
        let campos = [
            tabla.ficha().id.to_owned(),
            fila.clave.to_string(),
            fila.desde.to_string(),
            fecha(fila.hasta),
            fila.valor.to_string(),
            fila.fundamento.to_string(),
            fila.fuente.to_string(),
            fecha(fila.publicado),
            fila.confianza.palabra().to_owned(),
            fecha(fila.verificado_hasta),
            fila.nota.to_string(),
        ];
        texto.push_str(&campos.map(|c| csv::campo(&c)).join(","));
        texto.push('\n');
    }
    texto
}
