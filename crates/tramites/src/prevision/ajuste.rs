//! *¿Y si…?*: the same payroll with something changed.

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use ventanilla_reglas::cuotas::{Area, Incidencia, Lapso, TipoDeIncidencia, Trabajador};
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::importe::{Importe, Tasa};

/// What is changed. Nothing by default.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ajuste {
    /// Another prima.
    pub prima: Option<Tasa>,
    /// Another area.
    pub area: Option<Area>,
    /// A raise of every salary, percent, from −99 to 1000.
    pub aumento: Option<Decimal>,
    /// Absences more for every worker, 0 to 31.
    pub faltas: u32,
}

impl Ajuste {
    /// Whether it changes anything.
    pub fn es_nulo(&self) -> bool {
        *self == Self::default()
    }

    /// A salary after the raise, rounded half up to cents.
    pub fn salario(&self, importe: Importe) -> Importe {
        match self.aumento {
            Some(por_ciento) => {
                Importe::redondeado(importe.decimal() * (Decimal::ONE + por_ciento / Decimal::ONE_HUNDRED))
            }
            None => importe,
        }
    }

    /// Applies the raise and the absences to a worker.
    pub fn aplicar(&self, trabajador: &mut Trabajador, lapso: &Lapso) {
        let salario = |importe: &mut Option<Importe>| *importe = importe.map(|i| self.salario(i));
        salario(&mut trabajador.sbc);
        salario(&mut trabajador.cuota_diaria);
        for movimiento in &mut trabajador.movimientos {
            salario(&mut movimiento.sbc);
            salario(&mut movimiento.cuota_diaria);
        }
        for renglon in &mut trabajador.renglones {
            renglon.sbc = self.salario(renglon.sbc);
            salario(&mut renglon.cuota_diaria);
            if let Some(dias) = renglon.dias {
                let libres = dias.saturating_sub(renglon.incapacidad.unwrap_or(0));
                renglon.ausentismo = Some((renglon.ausentismo.unwrap_or(0) + self.faltas).min(libres));
            }
        }
        if self.faltas > 0 && trabajador.renglones.is_empty() {
            trabajador.incidencias.extend(self.faltas_libres(trabajador, lapso));
        }
    }

    /// The first days of the period on which the worker has nothing yet.
    fn faltas_libres(&self, trabajador: &Trabajador, lapso: &Lapso) -> Vec<Incidencia> {
        let ocupado = |dia: NaiveDate| {
            trabajador.incidencias.iter().any(|i| {
                let fin = i.desde.0.checked_add_days(Days::new(u64::from(i.dias)));
                i.desde.0 <= dia && fin.is_some_and(|fin| dia < fin)
            })
        };
        let activo = |dia: NaiveDate| {
            let ultimo = trabajador
                .movimientos
                .iter()
                .filter(|m| m.fecha.0 <= dia)
                .max_by_key(|m| m.fecha);
            match ultimo {
                Some(m) => m.tipo != ventanilla_reglas::cuotas::TipoDeMovimiento::Baja || m.fecha.0 == dia,
                None => trabajador.movimientos.first().is_none_or(|m| {
                    use ventanilla_reglas::cuotas::TipoDeMovimiento::{Alta, Reingreso};
                    !matches!(m.tipo, Alta | Reingreso)
                }),
            }
        };
        lapso
            .desde
            .iter_days()
            .take_while(|dia| *dia <= lapso.hasta)
            .filter(|dia| activo(*dia) && !ocupado(*dia))
            .take(self.faltas as usize)
            .map(|dia| Incidencia {
                tipo: TipoDeIncidencia::Ausentismo,
                desde: Fecha(dia),
                dias: 1,
            })
            .collect()
    }
}
