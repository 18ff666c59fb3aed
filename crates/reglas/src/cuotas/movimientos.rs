//! From movements (alta, baja, reingreso, modificación) to dated renglones (LSS 15 I, 34, 35). The day of the alta
//! counts, and so does that of the baja.

use super::entrada::{Movimiento, Renglon, TipoDeMovimiento, Trabajador};
use super::periodo::Lapso;
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::importe::Importe;
use crate::mensajes::cuotas as regla;
use chrono::NaiveDate;

/// The salary of somebody who is registered, and since when.
#[derive(Clone, Copy)]
struct Vigente {
    desde: NaiveDate,
    sbc: Importe,
    cuota_diaria: Option<Importe>,
}

/// The renglones of a worker given by movements, within the period.
///
/// Without an alta or reingreso first, the worker enters the period registered with `sbc`. Movements after the period do
/// not count; those before it tell how it begins.
///
/// # Errors
/// The first movement that cannot be, with what is wrong.
pub fn a_renglones(trabajador: &Trabajador, lapso: &Lapso) -> Result<Vec<Renglon>, Hallazgo> {
    let mut movimientos: Vec<(usize, &Movimiento)> = trabajador.movimientos.iter().enumerate().collect();
    movimientos.sort_by_key(|(_, m)| m.fecha);
    let entra = movimientos
        .first()
        .is_none_or(|(_, m)| !matches!(m.tipo, TipoDeMovimiento::Alta | TipoDeMovimiento::Reingreso));
    let mut vigente = match (entra, trabajador.sbc) {
        (true, Some(sbc)) => Some(Vigente {
            desde: NaiveDate::MIN,
            sbc,
            cuota_diaria: trabajador.cuota_diaria,
        }),
        (true, None) => return Err(Hallazgo::nuevo(&regla::SBC_CERO, "sbc", &[])),
        (false, _) => None,
    };
    let mut renglones = Vec::new();
    let mut anterior: Option<NaiveDate> = None;
    for (indice, movimiento) in movimientos {
        let error = |detalle: &str| imposible(indice, movimiento, detalle);
        if anterior == Some(movimiento.fecha.0) {
            return Err(error("hay otro movimiento el mismo día."));
        }
        anterior = Some(movimiento.fecha.0);
        vigente = aplicar(trabajador, lapso, vigente, movimiento, &mut renglones).map_err(error)?;
    }
    if let Some(vigente) = vigente {
        cerrar(lapso, vigente, lapso.hasta, &mut renglones);
    }
    Ok(renglones)
}

fn aplicar(
    trabajador: &Trabajador,
    lapso: &Lapso,
    vigente: Option<Vigente>,
    movimiento: &Movimiento,
    renglones: &mut Vec<Renglon>,
) -> Result<Option<Vigente>, &'static str> {
    let fecha = movimiento.fecha.0;
    let desde = |sbc| Vigente {
        desde: fecha,
        sbc,
        cuota_diaria: movimiento.cuota_diaria,
    };
    match (movimiento.tipo, vigente) {
        (TipoDeMovimiento::Alta | TipoDeMovimiento::Reingreso, None) => {
            let sbc = movimiento.sbc.or(trabajador.sbc).ok_or("falta su SBC.")?;
            let cuota_diaria = match movimiento.sbc {
                Some(_) => movimiento.cuota_diaria,
                None => movimiento.cuota_diaria.or(trabajador.cuota_diaria),
            };
            Ok(Some(Vigente {
                cuota_diaria,
                ..desde(sbc)
            }))
        }
        (TipoDeMovimiento::Alta | TipoDeMovimiento::Reingreso, Some(_)) => {
            Err("el trabajador ya estaba dado de alta; registre antes su baja.")
        }
        (TipoDeMovimiento::Baja, Some(anterior)) => {
            cerrar(lapso, anterior, fecha, renglones);
            Ok(None)
        }
        (TipoDeMovimiento::Modificacion, Some(anterior)) => {
            let sbc = movimiento.sbc.ok_or("falta el SBC nuevo.")?;
            if let Some(vispera) = fecha.pred_opt() {
                cerrar(lapso, anterior, vispera, renglones);
            }
            Ok(Some(desde(sbc)))
        }
        (TipoDeMovimiento::Baja | TipoDeMovimiento::Modificacion, None) => {
            Err("el trabajador no estaba dado de alta ese día.")
        }
    }
}

fn cerrar(lapso: &Lapso, vigente: Vigente, hasta: NaiveDate, renglones: &mut Vec<Renglon>) {
    let desde = vigente.desde.max(lapso.desde);
    let hasta = hasta.min(lapso.hasta);
    if desde <= hasta {
        renglones.push(Renglon {
            desde: Some(Fecha(desde)),
            hasta: Some(Fecha(hasta)),
            sbc: vigente.sbc,
            cuota_diaria: vigente.cuota_diaria,
            ..Renglon::default()
        });
    }
}

fn imposible(indice: usize, movimiento: &Movimiento, detalle: &str) -> Hallazgo {
    let fecha = movimiento.fecha.to_string();
    let datos = [
        ("tipo", movimiento.tipo.palabra()),
        ("fecha", fecha.as_str()),
        ("detalle", detalle),
    ];
    Hallazgo::nuevo(&regla::MOVIMIENTO, format!("movimientos[{indice}]"), &datos)
}
