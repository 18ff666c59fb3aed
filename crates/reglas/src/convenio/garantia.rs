//! What has to be guaranteed, and with what (CFF 66-A III and 141).

use super::salida::{Garantia, TipoDeGarantia};
use super::{CENTAVOS, dato, demasiado, importe};
use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::hallazgo::Hallazgo;
use crate::importe::fraccion;
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::convenio as mensaje;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use ventanilla_normativa::{Fila, Tabla};

/// Key of the row that says whether the order has to be followed.
const ORDEN: &str = "orden_obligatorio";

/// The guarantee of a plan. `adeudo` is what could be paid in time before the initial payment; without it (only the
/// balance is known) the balance itself is the guaranteed part.
pub(super) fn garantizar(
    consulta: &mut Consulta<'_>,
    pluma: Pluma,
    fecha: NaiveDate,
    adeudo: Option<Decimal>,
    saldo: Decimal,
    recargos: Decimal,
) -> Result<(Garantia, Option<Nodo>), Hallazgo> {
    let parte = match adeudo {
        Some(adeudo) => {
            let fila = dato(consulta, "parte_garantizada", fecha)?;
            let entradas = [
                Entra::Dato("adeudo", adeudo),
                Entra::Fila("parte que se garantiza", fraccion(fila.valor), fila),
            ];
            pluma.paso(&mensaje::PARTE_GARANTIZADA, Operacion::Producto, CENTAVOS, &entradas)
        }
        None => pluma.dato(&mensaje::PARTE_GARANTIZADA, saldo),
    };
    let monto: Option<Cifra> = parte
        .zip(pluma.dato(&mensaje::RECARGOS, recargos))
        .and_then(|(parte, recargos)| {
            let sumandos = [
                Entra::Paso("parte del adeudo", &parte),
                Entra::Paso("recargos", &recargos),
            ];
            pluma.paso(&mensaje::GARANTIA, Operacion::Suma, None, &sumandos)
        });
    let monto = monto.ok_or_else(demasiado)?;
    let garantia = Garantia {
        monto: importe(&monto)?,
        ..tipos(consulta, fecha)?
    };
    Ok((garantia, monto.nodo))
}

/// The kinds in force on `fecha`, in their order, with no amount yet.
fn tipos(consulta: &mut Consulta<'_>, fecha: NaiveDate) -> Result<Garantia, Hallazgo> {
    let orden = consulta
        .vigente(Tabla::Garantias, ORDEN, fecha)
        .map_err(|error| fuera_de_vigencia(&error, "solicitud"))?;
    let normativa = consulta.normativa();
    let mut filas: Vec<&Fila> = Vec::new();
    // Those of a suplemento come first, and take the place of the published row of the same kind.
    for fila in normativa
        .filas(Tabla::Garantias)
        .filter(|f| f.clave != ORDEN && f.rige(fecha))
    {
        if !filas.iter().any(|f| f.clave == fila.clave) {
            filas.push(fila);
        }
    }
    filas.sort_by_key(|f| f.valor);
    for fila in &filas {
        consulta.usar(Tabla::Garantias, fila, fecha);
    }
    Ok(Garantia {
        monto: crate::importe::Importe::CERO,
        orden_obligatorio: !orden.valor.is_zero(),
        nota: orden.nota.to_string(),
        tipos: filas.into_iter().map(tipo).collect(),
    })
}

fn tipo(fila: &Fila) -> TipoDeGarantia {
    let (nombre, condicion) = fila.nota.split_once('|').unwrap_or((&fila.nota, ""));
    TipoDeGarantia {
        orden: fila.valor.to_u32().unwrap_or_default(),
        clave: fila.clave.to_string(),
        nombre: nombre.to_owned(),
        condicion: condicion.to_owned(),
        fundamento: fila.articulos(),
    }
}
