//! What each relative may be: beneficiary of whoever is insured (LSS 84), relative in the seguro de salud para la familia
//! (RACERF 95), or an additional one (RACERF 96).

use super::constante::entero;
use super::perfil::{Familiar, Parentesco};
use super::veredicto::{Procede, Veredicto};
use crate::consulta::Consulta;
use crate::hallazgo::Hallazgo;
use crate::mensajes::incorporacion as mensaje;
use chrono::NaiveDate;
use serde::Serialize;

/// How a relative enters the seguro de salud para la familia.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EnElSeguroFamiliar {
    /// As family, with no requirement of living together, depending or studying (RACERF 95).
    Familiar,
    /// As an additional relative (RACERF 96).
    Adicional,
}

/// What a relative may be.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SalidaDeFamiliar {
    /// Who.
    pub parentesco: Parentesco,
    /// Whether they are beneficiary of whoever is insured, at no cost.
    pub beneficiario: Procede,
    /// How they enter the seguro de salud para la familia, paying their own fee.
    pub seguro_familiar: EnElSeguroFamiliar,
    /// Code of the reason.
    pub codigo: &'static str,
    /// Why.
    pub motivo: String,
    /// The articles.
    pub fundamento: &'static [&'static str],
}

/// What `familiar` may be on `fecha`.
///
/// # Errors
/// `normativa.fuera_de_vigencia`.
pub(super) fn clasificar(
    consulta: &mut Consulta<'_>,
    familiar: &Familiar,
    fecha: NaiveDate,
) -> Result<SalidaDeFamiliar, Hallazgo> {
    use Parentesco::{Concubino, Conyuge, Hijo, Madre, Padre};
    let veredicto = match familiar.parentesco {
        Conyuge => Veredicto::si(&mensaje::FAMILIAR_BENEFICIARIO),
        Concubino => {
            let anios = entero(consulta, "concubinato_anios", fecha)?;
            Veredicto::con_reserva(&mensaje::FAMILIAR_CONCUBINATO).con("anios", anios)
        }
        Hijo => hijo(consulta, familiar.edad, fecha)?,
        Padre | Madre => Veredicto::con_reserva(&mensaje::FAMILIAR_SI_DEPENDE),
        _ => Veredicto::no(&mensaje::FAMILIAR_ADICIONAL),
    };
    let cercano = matches!(familiar.parentesco, Conyuge | Concubino | Hijo | Padre | Madre);
    let datos: Vec<(&str, &str)> = veredicto.datos.iter().map(|(n, v)| (*n, v.as_str())).collect();
    Ok(SalidaDeFamiliar {
        parentesco: familiar.parentesco,
        beneficiario: veredicto.procede,
        seguro_familiar: if cercano {
            EnElSeguroFamiliar::Familiar
        } else {
            EnElSeguroFamiliar::Adicional
        },
        codigo: veredicto.regla.codigo,
        motivo: veredicto.regla.mensaje(&datos),
        fundamento: veredicto.regla.fundamento,
    })
}

fn hijo(consulta: &mut Consulta<'_>, edad: Option<u32>, fecha: NaiveDate) -> Result<Veredicto, Hallazgo> {
    let menor = entero(consulta, "hijo_edad", fecha)?;
    let mayor = entero(consulta, "hijo_estudiante_edad", fecha)?;
    Ok(match edad {
        Some(edad) if edad < menor => Veredicto::si(&mensaje::FAMILIAR_BENEFICIARIO),
        Some(edad) if edad > mayor => Veredicto::no(&mensaje::FAMILIAR_MAYOR).con("edad", mayor),
        _ => Veredicto::con_reserva(&mensaje::FAMILIAR_SI_ESTUDIA),
    })
}
