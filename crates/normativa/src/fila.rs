//! One dated value of the law, and what it costs to read it from text. The build script and the run-time
//! *suplemento* read through this same file, so a row that builds is a row that loads.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// How sure we are of a value. `Baja` is shown as "no verificado".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confianza {
    /// Two independent sources agree, or one source and an exact recomputation.
    Alta,
    /// One source and own knowledge, or secondary sources that agree.
    Media,
    /// Memory only, or sources that disagree.
    Baja,
}

impl Confianza {
    /// The word used in the data files.
    pub fn palabra(self) -> &'static str {
        match self {
            Self::Alta => "alta",
            Self::Media => "media",
            Self::Baja => "baja",
        }
    }
}

/// One row of a table: a value, the dates it rules, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Fila {
    /// What distinguishes rows of the same date: area, ramo, range … Empty where the table has a single series.
    pub clave: Cow<'static, str>,
    /// First day it rules.
    pub desde: NaiveDate,
    /// Last day it rules. `None`: the text of a law with no end in sight (then `verificado_hasta` is present).
    pub hasta: Option<NaiveDate>,
    /// The value, with the decimals it was published with.
    pub valor: Decimal,
    /// Article that gives the value its force.
    pub fundamento: Cow<'static, str>,
    /// Where it was read.
    pub fuente: Cow<'static, str>,
    /// Date of the Diario Oficial de la Federación, where known.
    pub publicado: Option<NaiveDate>,
    /// How sure we are.
    pub confianza: Confianza,
    /// Until when an open text of law was checked. Later figures carry a warning.
    pub verificado_hasta: Option<NaiveDate>,
    /// Anything a reader should know.
    pub nota: Cow<'static, str>,
    /// Added at run time by the operator, not published with the program.
    pub suplemento: bool,
}

impl Fila {
    /// Whether the row rules on `fecha`.
    pub fn rige(&self, fecha: NaiveDate) -> bool {
        self.desde <= fecha && self.hasta.is_none_or(|hasta| fecha <= hasta)
    }

    /// The articles, one by one.
    pub fn articulos(&self) -> Vec<String> {
        self.fundamento.split("; ").map(str::to_owned).collect()
    }

    /// `desde/hasta`, as the contract writes a validity; an open end is left empty.
    pub fn vigencia(&self) -> String {
        match self.hasta {
            Some(hasta) => format!("{}/{hasta}", self.desde),
            None => format!("{}/", self.desde),
        }
    }
}

/// Columns of every data file and of a suplemento (which puts `tabla` before them).
pub const COLUMNAS: [&str; 10] = [
    "clave",
    "desde",
    "hasta",
    "valor",
    "fundamento",
    "fuente",
    "publicado",
    "confianza",
    "verificado_hasta",
    "nota",
];

/// Reads the ten fields of a row, in the order of [`COLUMNAS`].
///
/// # Errors
/// A sentence in Spanish that names the field and what it should look like.
pub fn leer_fila(campos: &[String]) -> Result<Fila, String> {
    let [
        clave,
        desde,
        hasta,
        valor,
        fundamento,
        fuente,
        publicado,
        confianza,
        verificado,
        nota,
    ] = campos
    else {
        return Err(format!(
            "tiene {} columnas y deben ser {}",
            campos.len(),
            COLUMNAS.len()
        ));
    };
    let fila = Fila {
        clave: Cow::Owned(clave.clone()),
        desde: leer_fecha("desde", desde)?.ok_or("falta la fecha «desde»")?,
        hasta: leer_fecha("hasta", hasta)?,
        valor: leer_valor(valor)?,
        fundamento: Cow::Owned(fundamento.clone()),
        fuente: Cow::Owned(no_vacio("fuente", fuente)?),
        publicado: leer_fecha("publicado", publicado)?,
        confianza: leer_confianza(confianza)?,
        verificado_hasta: leer_fecha("verificado_hasta", verificado)?,
        nota: Cow::Owned(nota.clone()),
        suplemento: false,
    };
    if fila.hasta.is_some_and(|hasta| hasta < fila.desde) {
        return Err(format!("«hasta» ({hasta}) es anterior a «desde» ({desde})"));
    }
    Ok(fila)
}

fn leer_fecha(campo: &str, texto: &str) -> Result<Option<NaiveDate>, String> {
    if texto.is_empty() {
        return Ok(None);
    }
    fecha_iso(texto)
        .map(Some)
        .ok_or_else(|| format!("la fecha «{campo}» es «{texto}»; escríbala como AAAA-MM-DD, por ejemplo 2027-02-01"))
}

/// Reads `AAAA-MM-DD` and nothing else. Chrono's own reader takes any format, and weighs 20 KB in the page.
pub fn fecha_iso(texto: &str) -> Option<NaiveDate> {
    let mut partes = texto.split('-');
    let mut numero = |largo: usize| {
        let parte = partes.next()?;
        let exacta = parte.len() == largo && parte.bytes().all(|b| b.is_ascii_digit());
        exacta.then(|| parte.parse::<u32>().ok()).flatten()
    };
    let (anio, mes, dia) = (numero(4)?, numero(2)?, numero(2)?);
    if partes.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(anio).ok()?, mes, dia)
}

/// Values are small published figures; the bound keeps every product of the rules far from overflow.
fn leer_valor(texto: &str) -> Result<Decimal, String> {
    let valor: Decimal = texto
        .parse()
        .map_err(|_| format!("el valor «{texto}» no es un número; escríbalo con punto decimal y sin comas"))?;
    if valor.is_sign_negative() || valor > Decimal::from(100_000_u32) || valor.scale() > 12 {
        return Err(format!(
            "el valor «{texto}» debe estar entre 0 y 100000, con doce decimales a lo más"
        ));
    }
    Ok(valor)
}

fn leer_confianza(texto: &str) -> Result<Confianza, String> {
    match texto {
        "alta" => Ok(Confianza::Alta),
        "media" => Ok(Confianza::Media),
        "baja" => Ok(Confianza::Baja),
        _ => Err(format!("la confianza «{texto}» debe ser alta, media o baja")),
    }
}

fn no_vacio(campo: &str, texto: &str) -> Result<String, String> {
    if texto.is_empty() {
        Err(format!("falta «{campo}»: ningún valor entra sin su fuente"))
    } else {
        Ok(texto.to_owned())
    }
}
