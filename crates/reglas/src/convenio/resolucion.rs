//! When the application must be presented and when the Institute must answer (RACERF 133 to 135).

use super::entrada::AutorizacionPrevia;
use super::salida::Resolucion;
use super::{con_numero, dato, entero};
use crate::consulta::Consulta;
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::mensajes::convenio as mensaje;
use crate::plazo::{contar_habiles, vencimiento_de_tramite};
use crate::politica::Politicas;
use chrono::NaiveDate;
use ventanilla_normativa::Normativa;

/// Why an application presented on `solicitud` needs the Institute's prior authorisation, in words; none when it does not
/// (RACERF 134). `facultades` says whether some credit was determined in an audit.
///
/// # Errors
/// `normativa.fuera_de_vigencia`.
pub fn motivos_de_autorizacion(
    normativa: &Normativa,
    solicitud: NaiveDate,
    previa: &AutorizacionPrevia,
    facultades: bool,
) -> Result<Vec<String>, Hallazgo> {
    let mut consulta = Consulta::nueva(normativa, Politicas::default());
    let caso = Solicitud {
        solicitud,
        pago: solicitud,
        previa,
        facultades,
    };
    caso.motivos(&mut consulta)
}

/// What decides the deadlines of an application.
pub(super) struct Solicitud<'s> {
    /// Day it is presented.
    pub solicitud: NaiveDate,
    /// Day of the initial payment.
    pub pago: NaiveDate,
    /// Circumstances of the debtor.
    pub previa: &'s AutorizacionPrevia,
    /// Whether some credit that enters was determined in an audit.
    pub facultades: bool,
}

impl Solicitud<'_> {
    /// The deadlines, and what there is to say of them.
    pub(super) fn resolver(&self, consulta: &mut Consulta<'_>) -> Result<(Resolucion, Vec<Hallazgo>), Hallazgo> {
        let motivos = self.motivos(consulta)?;
        let previa = !motivos.is_empty();
        let clave = if previa {
            "resolucion_previa_dias"
        } else {
            "resolucion_dias"
        };
        let fila = dato(consulta, clave, self.solicitud)?;
        let presentacion = dato(consulta, "presentacion_dias", self.solicitud)?;
        let limite = vencimiento_de_tramite(consulta, self.pago, entero(presentacion))
            .map_err(|error| error.dentro_de("pago_inicial_fecha"))?;
        let vence = contar_habiles(consulta, self.solicitud, entero(fila))
            .map_err(|e| e.dentro_de("solicitud"))?
            .fecha;
        let mut fundamento = fila.articulos();
        if previa {
            fundamento.push("RACERF 134".to_owned());
        }
        let resolucion = Resolucion {
            dias_habiles: entero(fila),
            vence: Fecha(vence),
            silencio: if fila.nota == "concede" { "concede" } else { "ninguno" },
            autorizacion_previa: previa,
            motivos,
            limite_de_presentacion: Fecha(limite.fecha),
            fundamento,
        };
        let hallazgos = self.hallazgos(consulta, &resolucion)?;
        Ok((resolucion, hallazgos))
    }

    /// Why a prior authorisation is needed, in words.
    fn motivos(&self, consulta: &mut Consulta<'_>) -> Result<Vec<String>, Hallazgo> {
        let claves = [
            ("previa_grupo", self.previa.grupo),
            ("previa_sector_financiero", self.previa.sector_financiero),
            ("previa_paraestatal", self.previa.paraestatal),
            ("previa_facultades", self.facultades),
        ];
        let mut motivos = Vec::new();
        for (clave, _) in claves.into_iter().filter(|(_, se_da)| *se_da) {
            motivos.push(con_numero(dato(consulta, clave, self.solicitud)?));
        }
        if let Some(trabajadores) = self.previa.trabajadores {
            let limite = dato(consulta, "previa_trabajadores", self.solicitud)?;
            if trabajadores > entero(limite) {
                motivos.push(con_numero(limite));
            }
        }
        Ok(motivos)
    }

    fn hallazgos(&self, consulta: &mut Consulta<'_>, resolucion: &Resolucion) -> Result<Vec<Hallazgo>, Hallazgo> {
        let (pago, solicitud) = (self.pago.to_string(), self.solicitud.to_string());
        let mut hallazgos = Vec::new();
        if self.pago > self.solicitud {
            let datos = [("pago", pago), ("solicitud", solicitud.clone())];
            hallazgos.push(Hallazgo::con(&mensaje::PAGO_POSTERIOR, "pago_inicial_fecha", &datos));
        }
        if self.solicitud > resolucion.limite_de_presentacion.0 {
            let datos = [
                ("solicitud", solicitud),
                ("limite", resolucion.limite_de_presentacion.to_string()),
            ];
            hallazgos.push(Hallazgo::con(&mensaje::TARDIA, "solicitud", &datos));
        }
        if resolucion.autorizacion_previa {
            let dias = dato(consulta, "garantia_previa_dias", self.solicitud)?;
            let datos = [("dias", dias.valor.to_string())];
            hallazgos.push(Hallazgo::con(&mensaje::GARANTIA_PREVIA, "autorizacion_previa", &datos));
        }
        let meses = dato(consulta, "intento_previo_meses", self.solicitud)?;
        hallazgos.push(Hallazgo::con(&mensaje::TOTALIDAD, "creditos", &[]));
        hallazgos.push(Hallazgo::con(
            &mensaje::INTENTO_PREVIO,
            "",
            &[("meses", meses.valor.to_string())],
        ));
        hallazgos.push(Hallazgo::con(&mensaje::QUIEN_AUTORIZA, "", &[]));
        Ok(hallazgos)
    }

    /// By when the agreement that ends the contest of a credit has to be handed in (RACERF 142), in words.
    pub(super) fn limite_de_desistimiento(
        &self,
        consulta: &mut Consulta<'_>,
        resolucion: &Resolucion,
    ) -> Result<String, Hallazgo> {
        let dias = dato(consulta, "desistimiento_dias", self.solicitud)?;
        if resolucion.autorizacion_previa {
            let dias = dias.valor;
            return Ok(format!(
                "dentro de los {dias} días hábiles siguientes a que se autorice"
            ));
        }
        let limite =
            vencimiento_de_tramite(consulta, self.solicitud, entero(dias)).map_err(|e| e.dentro_de("solicitud"))?;
        Ok(format!("a más tardar el {}", limite.fecha))
    }
}
