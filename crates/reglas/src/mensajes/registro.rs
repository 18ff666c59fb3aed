//! The registro patronal: its figures, and what may be found on the way.

use crate::multa::Figuras;

reglas! {
    /// Registros patronales que se necesitan.
    NUMEROS = figura "registro.numeros", "Registros patronales", ["RACERF 13"], "Persona moral con centros en tres municipios: 3";
    /// Registros que pide una de las reglas.
    NUMERO = figura "registro.numero", "Registros por una regla", ["RACERF 13"], "Obra ocasional propia: 1";
    /// Días naturales entre el vencimiento y la presentación.
    DIAS_DE_RETRASO = figura "registro.dias_de_retraso", "Días naturales de retraso", ["LSS 15 I"], "Vencía el 17 y se presentó el 20: 3";
    /// La multa más baja: su mínimo en UMA.
    MULTA_MINIMA = figura "registro.multa_minima", "Multa mínima", ["LSS 304-A", "LSS 304-B"], "20 × 117.31 = 2,346.20";
    /// La multa más alta: su máximo en UMA.
    MULTA_MAXIMA = figura "registro.multa_maxima", "Multa máxima", ["LSS 304-A", "LSS 304-B"], "350 × 117.31 = 41,058.50";
    /// La multa mínima si se paga dentro de los quince días hábiles siguientes.
    MINIMA_REDUCIDA = figura "registro.multa_minima_reducida", "Multa mínima con la reducción por pago oportuno", ["RACERF 189"], "2,346.20 × 0.80 = 1,876.96";
    /// La multa máxima si se paga dentro de los quince días hábiles siguientes.
    MAXIMA_REDUCIDA = figura "registro.multa_maxima_reducida", "Multa máxima con la reducción por pago oportuno", ["RACERF 189"], "41,058.50 × 0.80 = 32,846.80";

    /// La causa debe ser una de las que la tabla de plazos conoce.
    CAUSA = error "registro.causa", "No se conoce la causa «{causa}». Las que hay son: {opciones}.", ["RACERF 16"], "causa: \"mudanza\"";
    /// El trámite debe ser uno de los que tienen lista de documentos.
    TRAMITE = error "registro.tramite", "No se conoce el trámite «{tramite}». Los que hay son: {opciones}.", ["RACERF 14"], "tramite: \"alta\"";
    /// El registro es por municipio: hace falta el de cada centro de trabajo.
    MUNICIPIOS = error "registro.municipios", "Anote el municipio de cada centro de trabajo, sin dejar ninguno en blanco y hasta tres mil.", ["RACERF 13"], "municipios: []";
    /// Las actividades distintas de una persona física son unas cuantas.
    ACTIVIDADES = error "registro.actividades", "Son demasiadas actividades independientes; el máximo es 1000. Revise el dato.", ["RACERF 13"], "actividades_independientes: 4000000";

    /// Se presentó después del vencimiento y la ley prevé una multa.
    TARDE_CON_MULTA = advertencia "registro.tardio", "Vencía el {vence} y se presenta el {presentacion}. La multa va de {minimo} a {maximo} pesos; no se impone si el cumplimiento es espontáneo (artículo 304-C).", ["LSS 304-A", "LSS 304-B", "LSS 304-C"], "Alta patronal presentada al décimo día hábil";
    /// Se presentó después del vencimiento; no hay en la tabla una multa para esa causa.
    TARDE = advertencia "registro.tardio_sin_rango", "Vencía el {vence} y se presenta el {presentacion}, fuera de plazo. No se conoce un rango de multa propio de esta causa.", ["RACERF 16"], "Cambio de representante legal al sexto día hábil";
    /// Esas actividades se clasifican juntas si no son de una persona física.
    ACTIVIDADES_SIN_USO = advertencia "registro.actividades_sin_uso", "Las actividades independientes sólo piden otro registro a las personas físicas; aquí hay una sola clasificación por municipio y el dato no se usó.", ["RACERF 13", "RACERF 26"], "Persona moral con dos actividades en un municipio";

    /// Quien cumple antes de que el Instituto descubra la omisión o la requiera no es multado.
    ESPONTANEO = nota "registro.espontaneo", "Vencía el {vence} y se presenta el {presentacion}; como el cumplimiento es espontáneo, no hay multa.", ["LSS 304-C"], "Alta tardía antes de cualquier requerimiento";
    /// Varios centros en un municipio llevan un solo registro y una sola clasificación.
    MISMO_MUNICIPIO = nota "registro.mismo_municipio", "Hay centros de trabajo en el mismo municipio: llevan un solo registro patronal y una sola clasificación.", ["RACERF 13", "RACERF 26 I"], "Dos centros en Toluca";
    /// Con varios registros se puede pedir uno solo.
    RPU_POSIBLE = nota "registro.rpu_posible", "Se necesitan {total} registros. A solicitud escrita, el Instituto puede autorizar un Registro Patronal Único o condiciones diferentes.", ["RACERF 13", "RACERF 27"], "Persona moral en tres municipios";
    /// La cooperativa lleva un registro para trabajadores y otro para socios.
    COOPERATIVA = nota "registro.cooperativa", "La cooperativa lleva un registro para sus trabajadores y otro para sus socios; si tiene centros en varios municipios, confirme con la subdelegación cuántos pide para los socios.", ["RACERF 13"], "Cooperativa con centros en dos municipios";
    /// El patrón del campo informa además qué cultiva, dónde y con cuántas jornadas.
    CAMPO = nota "registro.campo", "El patrón del campo informa también el periodo y tipo de cultivo, la superficie o unidad de producción y el total de jornadas estimadas; sus cambios, en treinta días naturales.", ["RACERF 17"], "Patrón del campo";
    /// El patrón de la construcción registra además cada obra.
    OBRA = nota "registro.obra", "El patrón de la construcción registra también cada obra en el SIROC, dentro de los cinco días hábiles de su inicio.", ["Reglamento de la construcción 12"], "Constructora";
    /// Las listas de documentos se publican en fichas que han cambiado varias veces.
    REQUISITOS_CAMBIAN = nota "registro.requisitos_cambian", "La lista viene de fichas y reglamentos publicados, no del anexo vigente (DOF 2024-01-15), que no se pudo leer. Confírmela en la subdelegación o en el portal del Instituto.", ["RACERF 3", "RACERF 14"], "Toda lista de documentos";
    /// El dato viene de una sola fuente débil.
    NO_VERIFICADO = nota "registro.no_verificado", "No verificado: {datos}.", ["RACERF 3"], "Homoclave IMSS-02-001";
}

/// The figures of the fine, for [`crate::multa::rango`].
pub(crate) static FIGURAS_DE_MULTA: Figuras = Figuras {
    minima: &MULTA_MINIMA,
    maxima: &MULTA_MAXIMA,
    minima_reducida: &MINIMA_REDUCIDA,
    maxima_reducida: &MAXIMA_REDUCIDA,
};
