//! Findings of the application, besides those of the rules and of any form.

ventanilla_reglas::reglas! {
    /// Con la situación que se contó, la ley no da esa modalidad.
    NO_PROCEDE = error "solicitud_incorporacion.no_procede", "Con esta situación no procede la modalidad que eligió. {motivo} Corrija la respuesta, o elija otra modalidad en el primer paso.", ["LSS 13", "LSS 218", "LSS 240"], "Modalidad 40 de quien tiene empleo";
    /// Procede según lo que falte por confirmar, o según lo que resuelva el Instituto.
    CON_RESERVA = advertencia "solicitud_incorporacion.con_reserva", "Se puede solicitar, con reserva. {motivo}", ["LSS 13", "LSS 218", "LSS 240"], "Modalidad 44 solicitada en 2026";
    /// La ley no toma como beneficiario a ese familiar.
    NO_ES_BENEFICIARIO = error "solicitud_incorporacion.no_es_beneficiario", "No puede inscribirse como beneficiario. {motivo} Quítelo de la lista.", ["LSS 84"], "Hermana en la solicitud de un independiente";
    /// Hay una sola pareja, un padre y una madre.
    PARENTESCO_REPETIDO = error "solicitud_incorporacion.parentesco_repetido", "El familiar {otro} ya es ese pariente: sólo puede haber uno. Corrija el parentesco.", ["LSS 84 III", "LSS 84 VIII"], "Cónyuge y concubina";
    /// Cada persona aparece una vez.
    CURP_REPETIDA = error "solicitud_incorporacion.curp_repetida", "Es la CURP de {quien}: cada persona va una sola vez.", ["RACERF 95"], "La misma hija dos veces";
    /// Los hijos nacen después que sus padres.
    EDAD_IMPOSIBLE = error "solicitud_incorporacion.edad_imposible", "Según las CURP, las edades no corresponden a ese parentesco. Revise las dos CURP o el parentesco.", ["LSS 84"], "Hija mayor que su madre";
    /// El seguro de salud para la familia es para el titular y al menos una persona más.
    FALTA_FAMILIAR = error "solicitud_incorporacion.falta_familiar", "Agregue al menos a un familiar; si no tiene, conteste que sí en esta declaración.", ["RACERF 95", "RACERF 97"], "Titular sin familiares";
    /// Sin NSS hay que pedir que se asigne.
    SIN_NSS = advertencia "solicitud_incorporacion.sin_nss", "Falta el número de seguridad social. Si no lo tiene, se asigna en línea con la CURP y un correo (IMSS-02-008) antes de inscribirse.", ["LSS 15 I", "RACERF 77"], "Primera vez en el Instituto";
    /// La solicitud se recibe otro día que el que se anotó.
    OTRO_DIA = advertencia "solicitud_incorporacion.otro_dia", "La solicitud se calcula al {solicitud} y se presenta el {hoy}. Si se presenta hoy, borre esa fecha para que todo se cuente desde hoy.", ["RACERF 66", "RACERF 77"], "Solicitud en papel de hace dos días";
    /// Lo que se contestó en el cuestionario lo mira el Instituto.
    LO_REVISA = advertencia "solicitud_incorporacion.lo_revisa", "Un cuestionario médico declara algo de la lista del reglamento: el Instituto dictamina. Aquí no se guarda qué, ni se rechaza por eso.", ["RACERF 81", "RACERF 82", "RACERF 99"], "Cuestionario con una respuesta afirmativa";
}
