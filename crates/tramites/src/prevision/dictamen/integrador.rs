//! The SBC of a worker whose daily wage was typed.

use super::super::captura::{FilaLeida, MovimientoLeido, PercepcionLeida};
use super::super::guion::{Hoja, movimiento, percepcion, trabajador};
use super::super::mensajes;
use super::{MarcaDeCelda, Preparada, indice_de, marca};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::salario;

/// Finds the SBC of a worker from the daily wage (LSS 27, 30).
pub(super) struct Integrador<'a> {
    pub preparada: &'a Preparada,
    pub fila: usize,
    pub anio: Option<u32>,
    pub percepciones: &'a [PercepcionLeida],
}

impl Integrador<'_> {
    /// The SBC typed, or computed; whether it was computed.
    pub fn sbc(
        &self,
        leida: &FilaLeida,
        movimientos: &[MovimientoLeido],
        marcas: &mut Vec<MarcaDeCelda>,
    ) -> Option<(Importe, Option<Importe>)> {
        if let Some(sbc) = leida.sbc {
            return Some((sbc, None));
        }
        if let Some(cuota) = leida.cuota {
            let sbc = self.integrar(cuota, |c| (Hoja::Trabajadores, self.fila, c), marcas)?;
            return Some((sbc, Some(self.preparada.ajuste.salario(sbc))));
        }
        // An alta in the other sheet may bring the salary.
        let con_salario = |m: &&MovimientoLeido| m.sbc.is_some() || m.cuota.is_some();
        if movimientos.iter().min_by_key(|m| m.fecha).filter(con_salario).is_some() {
            return Some((Importe::CERO, None));
        }
        if !marcas
            .iter()
            .any(|m| m.columna == trabajador::SBC && m.hoja == Hoja::Trabajadores)
        {
            marcas.push(marca(
                self.fila,
                trabajador::SBC,
                Hallazgo::nuevo(&mensajes::SBC_FALTA, "", &[]),
            ));
        }
        None
    }

    /// The SBC of a movement that gives the daily wage alone.
    pub fn de_cuota(&self, cuota: Importe, fila: usize, marcas: &mut Vec<MarcaDeCelda>) -> Option<Importe> {
        self.integrar(cuota, |_| (Hoja::Movimientos, fila, movimiento::CUOTA), marcas)
    }

    pub fn integrar(
        &self,
        cuota: Importe,
        donde: impl Fn(usize) -> (Hoja, usize, usize),
        marcas: &mut Vec<MarcaDeCelda>,
    ) -> Option<Importe> {
        let preparada = self.preparada;
        let entrada = salario::Entrada {
            fecha: preparada.lapso().1.into(),
            area: Some(preparada.patron.area),
            cuota_diaria: cuota,
            anio_servicio: Some(self.anio.unwrap_or(1)),
            prima_vacacional: preparada.prima_vacacional,
            dias_aguinaldo: preparada.aguinaldo,
            otras_percepciones: self.percepciones.iter().map(percepcion_de_la_regla).collect(),
            politicas: preparada.politicas.clone(),
            dias_vacaciones: None,
            fecha_ingreso: None,
            sbc_de_referencia: None,
            memoria: false,
        };
        let poner = |h: Hallazgo, marcas: &mut Vec<MarcaDeCelda>| {
            let (hoja, fila, columna) = self.ubicar(&h.campo, &donde);
            marcas.push(MarcaDeCelda {
                hoja,
                fila,
                columna,
                hallazgo: h,
            });
        };
        match salario::ejecutar(&preparada.normativa, entrada) {
            Ok(salida) => {
                let propios = salida
                    .comun
                    .hallazgos
                    .into_iter()
                    .filter(|h| h.codigo.starts_with("salario."));
                propios.for_each(|h| poner(h, marcas));
                Some(salida.integracion.sbc)
            }
            Err(hallazgos) => {
                hallazgos.into_iter().for_each(|h| poner(h, marcas));
                None
            }
        }
    }

    /// From the path in `salario.integrar` to the cell that was typed.
    fn ubicar(&self, campo: &str, donde: &impl Fn(usize) -> (Hoja, usize, usize)) -> (Hoja, usize, usize) {
        if let Some(indice) = indice_de(campo, "otras_percepciones") {
            let fila = self.percepciones.get(indice).map_or(0, |p| p.fila);
            let columna = match campo.rsplit('.').next() {
                Some("horas") => percepcion::HORAS,
                Some("periodo_dias") => percepcion::PERIODO,
                Some("pago_del_trabajador") => percepcion::PAGO,
                Some("importe") => percepcion::IMPORTE,
                _ => percepcion::CONCEPTO,
            };
            return (Hoja::Percepciones, fila, columna);
        }
        donde(if campo == "anio_servicio" {
            trabajador::ANIO
        } else {
            trabajador::CUOTA
        })
    }
}

fn percepcion_de_la_regla(leida: &PercepcionLeida) -> salario::Percepcion {
    salario::Percepcion {
        concepto: leida.concepto,
        importe: leida.importe,
        periodo_dias: Some(leida.periodo_dias),
        pago_del_trabajador: leida.pago_del_trabajador,
        horas: leida.horas,
        comidas: None,
        cumple_requisitos: true,
    }
}
