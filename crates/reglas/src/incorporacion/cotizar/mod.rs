//! The operation `incorporacion.cotizar`: what a modality costs, what it covers and from when, and when it is paid.

mod anualidad;
mod continuacion;
mod entrada;
mod hogar;
mod independiente;
mod mes;
mod salida;
mod seguro_familiar;
mod supuesto;

pub use entrada::{EntradaCotizar, Hipotesis, Periodicidad};
pub use salida::{Anio, Cobertura, Mensualidad, Pago, Persona, Ramas, Renovacion, SalidaCotizar, Terminacion};

pub use seguro_familiar::grupos_por_dar;

use super::modalidad::Modalidad;
use crate::consulta::Consulta;
use crate::hallazgo::Hallazgo;
use crate::mensajes::incorporacion as mensaje;
use crate::operacion::Resultado;
use salida::Cotizado;
use ventanilla_normativa::Normativa;

/// The operation `incorporacion.cotizar`.
///
/// # Errors
/// What is missing or is not of that modality, a choice that the law does not admit, `incorporacion.por_convenio`,
/// `incorporacion.ssf_no_establecida`, `normativa.fuera_de_vigencia`.
pub fn ejecutar(normativa: &Normativa, entrada: EntradaCotizar) -> Resultado<SalidaCotizar> {
    entrada.revisar()?;
    let supuesto = supuesto::preparar(normativa, &entrada)?;
    let mut consulta = Consulta::nueva(&supuesto.normativa, entrada.politicas.clone());
    if supuesto.importa_el_adelanto {
        consulta.importa(crate::politica::Politica::PtiAdelantado);
    }
    let mut cotizado = cotizar(&mut consulta, &entrada)?;
    let hallazgos = std::mem::take(&mut cotizado.hallazgos);
    let mut comun = consulta.concluir(hallazgos);
    comun.normativa.version = normativa.version();
    let hipotesis = supuesto::advertir(&mut comun);
    Ok(cotizado.salida(&entrada, comun, hipotesis))
}

fn cotizar(consulta: &mut Consulta<'_>, entrada: &EntradaCotizar) -> Resultado<Cotizado> {
    match entrada.modalidad {
        Modalidad::M40 => continuacion::cotizar(consulta, entrada),
        Modalidad::Pti => independiente::cotizar(consulta, entrada),
        Modalidad::M44 | Modalidad::M43 | Modalidad::M35 | Modalidad::M34 => anualidad::cotizar(consulta, entrada),
        Modalidad::Hogar => hogar::cotizar(consulta, entrada),
        Modalidad::M33 => seguro_familiar::cotizar(consulta, entrada),
        Modalidad::M42 | Modalidad::M36 | Modalidad::M38 => {
            let datos = [("modalidad", entrada.modalidad.clave().to_owned())];
            Err(vec![Hallazgo::con(&mensaje::POR_CONVENIO, "modalidad", &datos)])
        }
        Modalidad::M32 => Err(vec![Hallazgo::con(&mensaje::SIN_CUOTA, "modalidad", &[])]),
    }
}

/// The finding for a figure that cannot be held: only absurd data make one.
fn no_cabe(campo: &str) -> Vec<Hallazgo> {
    vec![Hallazgo::con(&mensaje::TAMANO, campo, &[])]
}
