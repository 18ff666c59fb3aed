//! What a modality costs with what is known of the person.

use super::guion::DE_LA_FAMILIA;
use crate::guion::{Mirada, Respuestas};
use crate::incorporacion::cotizacion::{cuotas_dadas, cuotas_de_terceros, de_clave, de_estos_grupos};
use chrono::{Datelike, NaiveDate};
use ventanilla_reglas::cuotas::Area;
use ventanilla_reglas::fecha::{Fecha, Mes, inicio_del_mes_siguiente};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::incorporacion::{
    Cobertura, EntradaCotizar, Modalidad, Pago, Periodicidad, SalidaCotizar, ejecutar_cotizar, grupos_por_dar,
};
use ventanilla_reglas::memoria::Nodo;
use ventanilla_reglas::prima::Clase;

/// What a modality costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Costo {
    /// Each month. Of what is paid by the year, its twelfth part.
    pub mes: Importe,
    /// Which month that is; `None` where the months are all alike.
    pub de: Option<Mes>,
    /// A year: what is paid for twelve months in advance or, if [`Self::anio_exacto`] is false, twelve months like that one.
    pub anio: Importe,
    /// Whether the year is one payment that the rules give, to the cent.
    pub anio_exacto: bool,
    /// Whether a fee it is computed with comes from no official source.
    pub no_oficial: bool,
    /// Whether it is only an orientation: the Institute computes another way.
    pub orientativo: bool,
    /// What is covered with the first payment.
    pub cobertura: Cobertura,
    /// The first payment; `None` where the month shown is not the one it begins with.
    pub pago: Option<Pago>,
    /// Notes of the rules on this cost.
    pub hallazgos: Vec<Hallazgo>,
}

/// First day that would be covered if it were asked for today: the first of the next month (RACERF 77, 103).
fn inicio(m: &Mirada<'_>) -> NaiveDate {
    inicio_del_mes_siguiente(m.hoy)
}

fn importe(m: &Mirada<'_>, campo: &str) -> Option<Importe> {
    Importe::leer(m.valor(&["costo.", campo].concat())).ok()
}

/// Area of the minimum wage: the general one, if it was not said.
pub(super) fn area(m: &Mirada<'_>) -> Area {
    de_clave(m.valor("costo.area")).unwrap_or_default()
}

/// Class of risk: the lowest, if it was not said. The question says so.
pub(super) fn clase(m: &Mirada<'_>) -> Clase {
    de_clave(m.valor("costo.clase")).unwrap_or(Clase::I)
}

fn edades(m: &Mirada<'_>) -> Option<Vec<u32>> {
    let edad = |ruta: &str| m.valor(ruta).parse::<u32>().ok();
    let con_familia = m.es("familia.con_quien", &["si"]);
    let cuantos = if con_familia {
        m.respuestas.cuantos(DE_LA_FAMILIA)
    } else {
        0
    };
    let otras = (0..cuantos).map(|i| edad(&format!("{DE_LA_FAMILIA}.{i}.edad")));
    let todas: Option<Vec<u32>> = std::iter::once(edad("costo.edad")).chain(otras).collect();
    todas.filter(|todas| !con_familia || todas.len() > 1)
}

/// Age groups of this family whose fee the tables lack (LSS 242).
pub fn grupos_que_faltan(m: &Mirada<'_>) -> Vec<String> {
    edades(m).map_or_else(Vec::new, |edades| grupos_por_dar(m.normativa, inicio(m), &edades))
}

/// The rows of official fees as they should be; `None` when they are so.
pub fn cuotas_por_anotar(m: &Mirada<'_>, escritas: &Respuestas) -> Option<Respuestas> {
    de_estos_grupos(&grupos_que_faltan(m), escritas)
}

/// The quote of a month that begins on `dia`, or of the year that does; `None` until what it depends on was told.
pub(super) fn entrada(m: &Mirada<'_>, modalidad: Modalidad, dia: NaiveDate) -> Option<EntradaCotizar> {
    let nueva = EntradaCotizar::nueva(modalidad);
    let mensual = EntradaCotizar {
        anio: Some(dia.year()),
        mes: Some(dia.month()),
        ..nueva.clone()
    };
    Some(match modalidad {
        Modalidad::Pti => EntradaCotizar {
            ingreso_mensual: Some(importe(m, "ingreso_mensual")?),
            clase: Some(clase(m)),
            area: Some(area(m)),
            infonavit: Some(false),
            periodicidad: Some(Periodicidad::Mensual),
            ..mensual
        },
        Modalidad::M40 => EntradaCotizar {
            sbc: Some(importe(m, "ultimo_sbc")?),
            ultimo_sbc: Some(importe(m, "ultimo_sbc")?),
            area: Some(area(m)),
            ..mensual
        },
        Modalidad::Hogar => EntradaCotizar {
            salario_diario: Some(importe(m, "salario_diario")?),
            dias: m.valor("costo.dias").parse().ok(),
            ..mensual
        },
        Modalidad::M44 | Modalidad::M43 | Modalidad::M35 => EntradaCotizar {
            inicio: Some(Fecha(dia)),
            periodicidad: Some(Periodicidad::Anual),
            ..nueva
        },
        Modalidad::M33 => EntradaCotizar {
            inicio: Some(Fecha(dia)),
            edades: Some(edades(m)?),
            cuota_oficial: Some(cuotas_dadas(m)).filter(|c| !c.is_empty()),
            ..nueva
        },
        _ => return None,
    })
}

/// What it costs; `None` until what it depends on was told, and for those that a person does not pay. Where the tables do
/// not reach the month it would begin in, this month's figures are shown, with its name.
///
/// # Errors
/// Those of `incorporacion.cotizar`.
pub fn costo(m: &Mirada<'_>, modalidad: Modalidad) -> Option<Result<Costo, Vec<Hallazgo>>> {
    let (salida, empieza) = cotizada(m, modalidad, false)?;
    Some(salida.map(|salida| de_la_salida(m, modalidad, salida, empieza)))
}

/// Where every figure of a cost comes from; empty while there is none.
pub fn explicacion(m: &Mirada<'_>, modalidad: Modalidad) -> Vec<Nodo> {
    let Some((Ok(salida), empieza)) = cotizada(m, modalidad, true) else {
        return Vec::new();
    };
    let anual = match modalidad {
        Modalidad::Pti if empieza => anualidad(m, salida.cobertura.desde.0, true),
        _ => None,
    };
    let del_mes = salida.memoria.unwrap_or_default();
    let del_anio = anual.and_then(|salida| salida.memoria).unwrap_or_default();
    del_mes.into_iter().chain(del_anio).collect()
}

type Salida = Result<SalidaCotizar, Vec<Hallazgo>>;

/// The quote that is shown, and whether its month is the one it would begin in.
fn cotizada(m: &Mirada<'_>, modalidad: Modalidad, memoria: bool) -> Option<(Salida, bool)> {
    let de_un_dia = |dia: NaiveDate| {
        let entrada = entrada(m, modalidad, dia)?;
        Some(ejecutar_cotizar(m.normativa, EntradaCotizar { memoria, ..entrada }))
    };
    let salida = de_un_dia(inicio(m))?;
    if salida.is_err() && por_mes(modalidad) {
        let de_este_mes = de_un_dia(m.hoy.with_day(1).unwrap_or(m.hoy)).filter(Result::is_ok);
        return Some(de_este_mes.map_or((salida, true), |este| (este, false)));
    }
    Some((salida, true))
}

fn por_mes(modalidad: Modalidad) -> bool {
    matches!(modalidad, Modalidad::Pti | Modalidad::M40 | Modalidad::Hogar)
}

fn de_la_salida(m: &Mirada<'_>, modalidad: Modalidad, salida: SalidaCotizar, empieza: bool) -> Costo {
    let mensual = por_mes(modalidad);
    let de = salida.por_mes.first().map(|mes| mes.mes).filter(|_| mensual);
    // a year in advance is bought from the month it begins in: where the tables do not reach that one, it is not known
    let de_una_vez = (modalidad == Modalidad::Pti && empieza)
        .then(|| anualidad(m, salida.cobertura.desde.0, false))
        .flatten()
        .map(|salida| salida.total);
    let doce = Importe::de_centavos(salida.total.centavos().saturating_mul(12));
    Costo {
        mes: if mensual { salida.total } else { doceava(salida.total) },
        de,
        anio: match (mensual, de_una_vez) {
            (_, Some(anio)) => anio,
            (true, None) => doce,
            (false, None) => salida.total,
        },
        anio_exacto: !mensual || de_una_vez.is_some(),
        no_oficial: cuotas_de_terceros(&salida),
        orientativo: salida.orientativo,
        cobertura: salida.cobertura,
        pago: salida.pagos.first().copied().filter(|_| empieza),
        hallazgos: salida.comun.hallazgos,
    }
}

/// What an independent worker pays for a year in advance (LSS 224).
fn anualidad(m: &Mirada<'_>, dia: NaiveDate, memoria: bool) -> Option<SalidaCotizar> {
    let entrada = EntradaCotizar {
        periodicidad: Some(Periodicidad::Anual),
        memoria,
        ..entrada(m, Modalidad::Pti, dia)?
    };
    ejecutar_cotizar(m.normativa, entrada).ok()
}

/// A twelfth, to the nearest cent: to compare with, nobody pays it.
fn doceava(importe: Importe) -> Importe {
    Importe::de_centavos((importe.centavos() + 6) / 12)
}
