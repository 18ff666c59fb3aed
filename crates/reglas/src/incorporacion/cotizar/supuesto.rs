//! The tables as a quote sees them: with the values that a person supposes for years to come, and with the UMA and the
//! wage of the day of the contract held for all the months that are paid ahead.

use super::super::constante::{dias_antes, meses_despues};
use super::super::modalidad::Modalidad;
use super::anualidad;
use super::entrada::EntradaCotizar;
use super::independiente;
use crate::consulta::{Comun, fuera_de_vigencia};
use crate::cuotas::Area;
use crate::hallazgo::Hallazgo;
use crate::importe::Importe;
use crate::mensajes::incorporacion as mensaje;
use crate::operacion::Resultado;
use crate::politica::Politica;
use chrono::NaiveDate;
use std::borrow::Cow;
use ventanilla_normativa::{Confianza, Fila, FilaDeSuplemento, Normativa, Tabla};

/// Source of a supposed value.
const HIPOTESIS: &str = "Hipótesis de quien calcula";
/// Most that is believed of one, pesos a day.
const MAXIMO: Importe = Importe::de_centavos(10_000_000);

/// The tables, and whether paying ahead makes a difference.
pub(super) struct Supuesto {
    pub normativa: Normativa,
    pub importa_el_adelanto: bool,
}

/// The tables for `entrada`.
///
/// # Errors
/// `incorporacion.hipotesis_valor`, `normativa.fuera_de_vigencia`, and what is wrong with the dates of the contract.
pub(super) fn preparar(normativa: &Normativa, entrada: &EntradaCotizar) -> Resultado<Supuesto> {
    let normativa = normativa.clone().con_filas(hipoteticas(normativa, entrada)?);
    let sin_cambio = |normativa| Supuesto {
        normativa,
        importa_el_adelanto: false,
    };
    match entrada.modalidad {
        Modalidad::M44 | Modalidad::M43 | Modalidad::M35 | Modalidad::M34 => {
            let vigencia = anualidad::Vigencia::leer(&normativa, entrada)?;
            let mut filas = Vec::new();
            for (tabla, clave) in [(Tabla::Uma, ""), (Tabla::SalarioMinimo, Area::General.clave())] {
                filas.push(congelar(&normativa, tabla, clave, vigencia.contrato, vigencia.fin)?);
            }
            for (clave, suya) in [
                ("dinero_patron", "ivro_dinero_patron"),
                ("dinero_obrero", "ivro_dinero_obrero"),
            ] {
                let mut fila = congelar(&normativa, Tabla::Incorporacion, suya, vigencia.contrato, vigencia.fin)?;
                fila.tabla = Tabla::Tasas;
                fila.fila.clave = Cow::Borrowed(clave);
                filas.push(fila);
            }
            Ok(sin_cambio(normativa.con_filas(filas)))
        }
        Modalidad::Pti => adelantar(normativa, entrada),
        _ => Ok(sin_cambio(normativa)),
    }
}

/// Months that an independent worker pays ahead have the UMA and the wage of the first one, unless the política says
/// otherwise (LSS 224; the rules of the Consejo Técnico could not be read).
fn adelantar(normativa: Normativa, entrada: &EntradaCotizar) -> Resultado<Supuesto> {
    let lapso = independiente::Lapso::leer(entrada)?;
    let area = entrada.area.unwrap_or_default().clave();
    let (mut filas, mut cambia) = (Vec::new(), false);
    for (tabla, clave) in [(Tabla::Uma, ""), (Tabla::SalarioMinimo, area)] {
        let congelada = congelar(&normativa, tabla, clave, lapso.inicio, lapso.fin).map_err(|h| en(h, "mes"))?;
        let final_ = normativa.vigente(tabla, clave, lapso.fin).map(|f| f.valor);
        cambia |= final_ != Ok(congelada.fila.valor);
        filas.push(congelada);
    }
    let congela = entrada.politicas.es(Politica::PtiAdelantado, "primer_mes");
    Ok(Supuesto {
        normativa: if congela { normativa.con_filas(filas) } else { normativa },
        importa_el_adelanto: cambia,
    })
}

fn en(hallazgos: Vec<Hallazgo>, campo: &str) -> Vec<Hallazgo> {
    hallazgos.into_iter().map(|h| h.en(campo)).collect()
}

/// The row that rules on `dia`, made to rule until `fin`.
fn congelar(
    normativa: &Normativa,
    tabla: Tabla,
    clave: &str,
    dia: NaiveDate,
    fin: NaiveDate,
) -> Resultado<FilaDeSuplemento> {
    let hallada = normativa.vigente(tabla, clave, dia);
    let mut fila: Fila = hallada
        .map_err(|error| vec![fuera_de_vigencia(&error, "inicio")])?
        .clone();
    if let Some(hasta) = fila.hasta.filter(|hasta| *hasta < fin) {
        let fuente = format!(
            "{}; rige hasta el {hasta} y se conserva por pagarse adelantado",
            fila.fuente
        );
        fila.fuente = Cow::Owned(fuente);
        fila.hasta = Some(fin);
    }
    Ok(FilaDeSuplemento { tabla, fila })
}

/// Rows for what the tables do not know yet: from the day after the last published one.
fn hipoteticas(normativa: &Normativa, entrada: &EntradaCotizar) -> Resultado<Vec<FilaDeSuplemento>> {
    let hipotesis = entrada.hipotesis.unwrap_or_default();
    let area = entrada.area.unwrap_or_default().clave();
    let dadas = [
        (Tabla::Uma, "", "uma", hipotesis.uma),
        (Tabla::SalarioMinimo, area, "salario_minimo", hipotesis.salario_minimo),
    ];
    let (mut filas, mut hallazgos) = (Vec::new(), Vec::new());
    for (tabla, clave, campo, valor) in dadas {
        let Some(valor) = valor else { continue };
        if valor <= Importe::CERO || valor > MAXIMO {
            let datos = [("valor", valor.to_string()), ("maximo", MAXIMO.to_string())];
            let campo = format!("hipotesis.{campo}");
            hallazgos.push(Hallazgo::con(&mensaje::HIPOTESIS_VALOR, campo, &datos));
            continue;
        }
        filas.extend(hipotetica(normativa, tabla, clave, valor));
    }
    if hallazgos.is_empty() {
        Ok(filas)
    } else {
        Err(hallazgos)
    }
}

fn hipotetica(normativa: &Normativa, tabla: Tabla, clave: &str, valor: Importe) -> Option<FilaDeSuplemento> {
    let serie = normativa.filas(tabla).filter(|f| f.clave == clave);
    let ultima = serie.max_by_key(|f| f.hasta.unwrap_or(NaiveDate::MAX))?;
    let desde = ultima.hasta?.succ_opt()?;
    let fila = Fila {
        desde,
        // As far as a date can be typed.
        hasta: NaiveDate::from_ymd_opt(2299, 12, 31),
        valor: valor.decimal(),
        fuente: Cow::Borrowed(HIPOTESIS),
        publicado: None,
        confianza: Confianza::Baja,
        nota: Cow::Borrowed(""),
        suplemento: false,
        ..ultima.clone()
    };
    Some(FilaDeSuplemento { tabla, fila })
}

/// Whether a supposed value was used; if so the answer says which.
pub(super) fn advertir(comun: &mut Comun) -> bool {
    let supuestos: Vec<String> = comun
        .normativa
        .valores
        .iter()
        .filter(|v| v.fuente.starts_with(HIPOTESIS))
        .map(|v| {
            let nombre = if v.tabla == Tabla::Uma.ficha().id {
                "UMA"
            } else {
                "salario mínimo"
            };
            format!("{nombre} de {} desde el {}", v.valor, v.desde)
        })
        .collect();
    if supuestos.is_empty() {
        return false;
    }
    let datos = [("valores", supuestos.join("; "))];
    comun
        .hallazgos
        .insert(0, Hallazgo::con(&mensaje::HIPOTESIS, "hipotesis", &datos));
    true
}

/// The last of `meses` months from `inicio`.
pub(super) fn fin_de(inicio: NaiveDate, meses: u32) -> NaiveDate {
    dias_antes(meses_despues(inicio, meses), 1)
}
