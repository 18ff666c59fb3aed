//! Findings of a modification, besides those of the rules and of any form.

ventanilla_reglas::reglas! {
    /// La prima se conserva o se cambia por la media según la causa y la clase.
    PRIMA_DESPUES = nota "modificacion.prima_despues", "Después del cambio: clase {clase}, prima {prima} %, {origen}.", ["RACERF 28", "RACERF 32"], "Cambio de domicilio sin cambio de clase";
    /// La clase que resulta de la fracción nueva es la misma que tenía.
    MISMA_CLASE = nota "modificacion.misma_clase", "La fracción nueva es de la misma clase: la prima media sólo se aplica si cambia la actividad.", ["RACERF 28 I"], "Cambio de domicilio con la misma fracción";
    /// Un aviso de cambio o de incorporación de actividades dice cuál es la actividad nueva.
    DEBE_CAMBIAR = error "modificacion.debe_cambiar", "La causa que eligió es un cambio de actividad. Conteste que sí y busque la fracción nueva, o elija otra causa.", ["RACERF 16", "RACERF 18"], "Cambio de actividad en el que la actividad no cambia";
    /// En huelga no procede la baja de trabajadores pedida por el patrón.
    HUELGA_SIN_BAJAS = nota "modificacion.huelga_sin_bajas", "Mientras dura la huelga no presente bajas de trabajadores: no proceden.", ["RACERF 10", "RACERF 58"], "Estallamiento de huelga";
    /// Al cambiar a otro municipio corresponde otro registro patronal.
    OTRO_MUNICIPIO = advertencia "modificacion.otro_municipio", "El centro de trabajo pasa de {antes} a {despues}. Un registro patronal es de un solo municipio: revise si corresponde dar de alta otro y de baja éste.", ["RACERF 13"], "Cambio de domicilio de Guadalajara a Zapopan";
    /// Para la fusión se compara la siniestralidad de las dos empresas.
    FUSION_CON_FORMULA = nota "modificacion.fusion_con_formula", "Si las primas son distintas y la clase no cambia, la prima sale de los casos de ambas empresas. Determínela en la página «Prima».", ["RACERF 28 IV"], "Fusión de dos empresas de la clase III";
    /// La baja patronal incluye la de los trabajadores.
    BAJA_DE_TRABAJADORES = nota "modificacion.baja_de_trabajadores", "Presente también la baja de todos los trabajadores.", ["LSS 15 I", "RACERF 57"], "Término de actividades";
}
