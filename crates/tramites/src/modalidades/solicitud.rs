//! The answers with which the application begins: what was told here is not asked again.

use crate::guion::{Mirada, Respuestas};
use crate::incorporacion::situacion;
use ventanilla_reglas::incorporacion::Modalidad;

/// What is known already, as the form takes it.
pub fn solicitud(m: &Mirada<'_>, modalidad: Modalidad) -> Respuestas {
    let mut respuestas = Respuestas::default();
    respuestas.poner(situacion::MODALIDAD, modalidad.clave());
    let prefijo = [situacion::BLOQUE, "."].concat();
    for (ruta, texto) in m.respuestas.iter().filter(|(ruta, _)| ruta.starts_with(&prefijo)) {
        respuestas.poner(ruta, texto);
    }
    let mut copiar = |campo: &str| {
        let texto = m.valor(&["costo.", campo].concat());
        respuestas.poner(["opcion.", campo].concat(), texto);
    };
    match modalidad {
        Modalidad::Pti => ["ingreso_mensual", "clase", "area"].into_iter().for_each(copiar),
        Modalidad::M40 => {
            copiar("ultimo_sbc");
            copiar("area");
            respuestas.poner("opcion.base", "salario");
            respuestas.poner("opcion.sbc", m.valor("costo.ultimo_sbc"));
        }
        Modalidad::M33 => familia(m, &mut respuestas),
        _ => {}
    }
    respuestas
}

/// The relatives: their age is not copied, it is read from their CURP.
fn familia(m: &Mirada<'_>, respuestas: &mut Respuestas) {
    use super::guion::DE_LA_FAMILIA;
    match m.valor("familia.con_quien") {
        "sin_familia" => respuestas.poner("opcion.sin_familia", "si"),
        "si" => {
            respuestas.poner("opcion.sin_familia", "no");
            let cuantos = m.respuestas.cuantos(DE_LA_FAMILIA);
            for i in 0..cuantos {
                let parentesco = m.valor(&format!("{DE_LA_FAMILIA}.{i}.parentesco"));
                respuestas.poner(format!("beneficiarios.{i}.parentesco"), parentesco);
            }
            respuestas.contar("beneficiarios", cuantos);
        }
        _ => {}
    }
}
