//! The answers with which the application begins.

use super::captura::Escrito;
use super::cuenta::Cuenta;
use crate::guion::Respuestas;
use chrono::Datelike;

/// What is known already, as the form takes it.
pub fn respuestas(escrito: &Escrito, cuenta: &Cuenta) -> Respuestas {
    let mut respuestas = Respuestas::default();
    let mut poner = |ruta: &str, texto: String| respuestas.poner(ruta, texto);
    poner("opcion.modalidad", "40".to_owned());
    poner(
        "opcion.ultimo_sbc",
        escrito.ultimo_sbc.map(|s| s.to_string()).unwrap_or_default(),
    );
    if al_tope(cuenta) {
        poner("opcion.base", "tope".to_owned());
    } else {
        poner("opcion.base", "salario".to_owned());
        poner("opcion.sbc", cuenta.este_mes.mes.sbc.to_string());
    }
    poner("opcion.area", escrito.area.clave().to_owned());
    poner("opcion.inicio", escrito.inicio.clave().to_owned());
    if let Some(baja) = escrito.fecha_baja {
        poner("situacion.hubo_baja", "si".to_owned());
        let texto = format!("{:02}/{:02}/{}", baja.day(), baja.month(), baja.year());
        poner("situacion.fecha_baja", texto);
    }
    if let Some(semanas) = escrito.semanas {
        poner("situacion.semanas_ultimos_5", semanas.to_string());
    }
    respuestas
}

/// Whether the salary that was chosen is today's cap: the application then takes the cap of each month (LSS 28).
pub fn al_tope(cuenta: &Cuenta) -> bool {
    cuenta.este_mes.mes.sbc == cuenta.limites.tope
}
