//! The answer of `cuotas.periodo`.

use super::calculo::{Calculo, CuentaDeDias, Importes};
use super::figura::FIGURAS;
use crate::consulta::Comun;
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::memoria::Nodo;
use crate::mensajes::cuotas as regla;
use crate::operacion::Calculada;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// A payroll computed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Salida {
    /// Each worker, in the order given.
    pub trabajadores: Vec<SalidaDeTrabajador>,
    /// The same keys, added.
    pub totales: ImportesConClave,
    /// Last day to pay (LSS 39; RACERF 3).
    pub vencimiento: Fecha,
    /// The earlier of the days that the two calendars give.
    pub vencimiento_seguro: Fecha,
    /// Workers in the totals.
    pub trabajadores_contados: usize,
    /// Workers left out.
    pub trabajadores_con_error: usize,
    /// Natural days in the totals.
    pub dias_contados: u64,
    /// Of them, of incapacity.
    pub dias_incapacidad: u64,
    /// Of them, of discounted absence.
    pub dias_ausentismo: u64,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation: the total, and what LSS 36 moves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl Calculada for Salida {
    fn calculada(&self) -> bool {
        self.trabajadores_contados > 0
    }
}

/// A worker computed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaDeTrabajador {
    /// NSS as given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nss: Option<String>,
    /// Name as given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nombre: Option<String>,
    /// The figures; `null` when an error stopped them.
    pub importes: Option<ImportesConClave>,
    /// Natural days.
    pub dias: u32,
    /// Of them, of incapacity.
    pub dias_incapacidad: u32,
    /// Of them, of discounted absence.
    pub dias_ausentismo: u32,
    /// What was found of this worker.
    pub hallazgos: Vec<Hallazgo>,
}

/// Figures with the keys that the period has.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportesConClave {
    tiene: [bool; super::figura::CUANTAS],
    importes: Importes,
}

impl ImportesConClave {
    /// The figures that `calculo` has.
    pub fn nuevos(calculo: &Calculo, importes: Importes) -> Self {
        Self {
            tiene: calculo.lapso.figuras(),
            importes,
        }
    }
}

impl Serialize for ImportesConClave {
    fn serialize<S: Serializer>(&self, serializador: S) -> Result<S::Ok, S::Error> {
        let mut mapa = serializador.serialize_map(None)?;
        for (indice, figura) in FIGURAS.iter().enumerate() {
            if self.tiene[indice] {
                mapa.serialize_entry(figura.clave(), &self.importes.figura(indice))?;
            }
        }
        mapa.serialize_entry(regla::PATRONAL.clave(), &self.importes.patronal)?;
        mapa.serialize_entry(regla::OBRERA.clave(), &self.importes.obrera)?;
        mapa.serialize_entry(regla::OBRERA_A_CARGO.clave(), &self.importes.obrera_a_cargo_del_patron)?;
        mapa.serialize_entry(regla::TOTAL.clave(), &self.importes.total)?;
        mapa.end()
    }
}

/// Sums over the workers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totales {
    /// The figures.
    pub importes: Importes,
    /// Workers computed.
    pub contados: usize,
    /// Workers left out.
    pub con_error: usize,
    /// Natural days.
    pub dias: u64,
    /// Of incapacity.
    pub incapacidad: u64,
    /// Of absence.
    pub ausentismo: u64,
}

impl Totales {
    /// Adds a worker.
    pub fn agregar(&mut self, importes: Option<&Importes>, dias: CuentaDeDias) {
        match importes {
            Some(importes) => {
                self.importes.acumular(importes, 1);
                self.contados += 1;
                self.dias += u64::from(dias.naturales);
                self.incapacidad += u64::from(dias.incapacidad);
                self.ausentismo += u64::from(dias.ausentismo);
            }
            None => self.con_error += 1,
        }
    }

    /// Takes a worker away again.
    pub fn quitar(&mut self, importes: Option<&Importes>, dias: CuentaDeDias) {
        match importes {
            Some(importes) => {
                self.importes.acumular(importes, -1);
                self.contados -= 1;
                self.dias -= u64::from(dias.naturales);
                self.incapacidad -= u64::from(dias.incapacidad);
                self.ausentismo -= u64::from(dias.ausentismo);
            }
            None => self.con_error -= 1,
        }
    }
}
