//! Fines of the Ley del Seguro Social.

use crate::multa::Figuras;

reglas! {
    /// La multa más baja: su mínimo en UMA.
    MINIMA = figura "multa.minima", "Multa mínima", ["LSS 304-A", "LSS 304-B"], "20 × 117.31 = 2,346.20";
    /// La multa más alta: su máximo en UMA.
    MAXIMA = figura "multa.maxima", "Multa máxima", ["LSS 304-A", "LSS 304-B"], "350 × 117.31 = 41,058.50";
    /// La multa mínima si se paga dentro de su plazo.
    MINIMA_REDUCIDA = figura "multa.minima_reducida", "Multa mínima con la reducción por pago oportuno", ["RACERF 189"], "2,346.20 × 0.80 = 1,876.96";
    /// La multa máxima si se paga dentro de su plazo.
    MAXIMA_REDUCIDA = figura "multa.maxima_reducida", "Multa máxima con la reducción por pago oportuno", ["RACERF 189"], "41,058.50 × 0.80 = 32,846.80";
    /// La multa más baja por no pagar: el porcentaje menor de lo que se omitió.
    OMISION_MINIMA = figura "multa.omision_minima", "Multa mínima por omisión de pago", ["LSS 304"], "30,000.00 × 40 % = 12,000.00";
    /// La multa más alta por no pagar: lo que se omitió.
    OMISION_MAXIMA = figura "multa.omision_maxima", "Multa máxima por omisión de pago", ["LSS 304"], "30,000.00 × 100 % = 30,000.00";
    /// La multa mínima por no pagar, con la reducción por pago oportuno.
    OMISION_MINIMA_REDUCIDA = figura "multa.omision_minima_reducida", "Multa mínima por omisión con la reducción por pago oportuno", ["RACERF 189"], "12,000.00 × 0.80 = 9,600.00";
    /// La multa máxima por no pagar, con la reducción por pago oportuno.
    OMISION_MAXIMA_REDUCIDA = figura "multa.omision_maxima_reducida", "Multa máxima por omisión con la reducción por pago oportuno", ["RACERF 189"], "30,000.00 × 0.80 = 24,000.00";
    /// La multa por no pagar: el porcentaje que se impone, sobre lo que se omitió.
    IMPORTE = figura "multa.importe", "Multa por omisión de pago", ["LSS 304"], "30,000.00 × 40 % = 12,000.00";
    /// La multa si se paga dentro de su plazo.
    IMPORTE_REDUCIDO = figura "multa.importe_reducido", "Multa con la reducción por pago oportuno", ["RACERF 189"], "12,000.00 × 0.80 = 9,600.00";
    /// La multa anterior, dos veces.
    DOBLE = figura "multa.doble", "Multa anterior duplicada", ["RACERF 185"], "5,000.00 × 2 = 10,000.00";
    /// La multa por reincidencia: la anterior duplicada, sin pasar del máximo.
    REINCIDENCIA = figura "multa.reincidencia", "Multa por reincidencia", ["RACERF 185"], "El menor entre 10,000.00 y 41,058.50";
    /// La multa por reincidencia si se paga dentro de su plazo.
    REINCIDENCIA_REDUCIDA = figura "multa.reincidencia_reducida", "Multa por reincidencia con la reducción por pago oportuno", ["RACERF 189"], "10,000.00 × 0.80 = 8,000.00";

    /// El artículo 304-A necesita la fracción y la fecha; el 304, lo que no se pagó. La reincidencia, la multa anterior y cuándo se notificó.
    FALTA = error "multa.falta", "Falta «{campo}» para la multa del artículo {articulo}.", ["LSS 304", "LSS 304-A", "RACERF 185"], "articulo: \"304\" sin concepto_omitido";
    /// El dato es de la otra multa.
    SIN_USO = error "multa.sin_uso", "«{campo}» no se usa en la multa del artículo {articulo}. Quítelo o cambie de artículo.", ["LSS 304", "LSS 304-A"], "articulo: \"304\" con fraccion";
    /// Las fracciones del 304-A van de la I a la XXII.
    FRACCION = error "multa.fraccion", "No se conoce la fracción «{fraccion}» del artículo 304-A. Las que hay son: {opciones}.", ["LSS 304-A"], "fraccion: \"XXX\"";
    /// La multa por no pagar va del porcentaje menor al mayor que dice la ley, sobre lo omitido.
    PORCENTAJE = error "multa.porcentaje", "La multa por omisión de pago va del {minimo} al {maximo} por ciento, y se pidió {porcentaje}.", ["LSS 304"], "porcentaje: \"30\"";
    /// La multa anterior se notificó antes de la nueva infracción.
    ANTERIOR = error "multa.anterior", "La multa anterior se notificó el {notificacion}, después de la infracción del {fecha}: entonces no hay reincidencia. Revise las fechas.", ["RACERF 185"], "Notificada en 2027, infracción de 2026";

    /// Quien cumple antes de que el Instituto lo descubra o lo requiera no es multado; tampoco por caso fortuito o fuerza mayor.
    ESPONTANEO = nota "multa.espontaneo", "No hay multa: el cumplimiento es espontáneo. Deja de serlo si el Instituto descubrió la omisión, si se corrigió después de notificada una visita, un requerimiento o cualquier otra gestión de comprobación, o si se corrigió pasados los {dias} días siguientes a la presentación del dictamen.", ["LSS 304-C"], "espontaneo: true";
    /// La ley no dice si la UMA es la del día de la infracción o la del día en que se impone la multa.
    UMA_DE_LA_FECHA = nota "multa.uma_de_la_fecha", "Se midió con la UMA del {fecha}, {uma}. La ley no dice si es la del día de la infracción o la del día en que se impone; si son distintas, calcule las dos.", ["LSS 304-B", "CFF 70"], "Infracción de 2025 y multa de 2026";
    /// La ley habla del concepto omitido y no dice que se actualice.
    BASE_HISTORICA = nota "multa.base_historica", "El porcentaje se aplica a lo omitido sin actualizar, que es lo que dice el artículo 304; el Instituto suele imponer el mínimo.", ["LSS 304"], "Omisión de 30,000.00";
    /// Hay reincidencia si lo mismo se repite dentro del plazo desde que se notificó la última sanción.
    REINCIDE = nota "multa.reincide", "Es reincidencia: pasaron {dias} días naturales desde que se notificó la anterior, y el límite son {limite}. La multa anterior se duplica sin pasar del máximo: {importe}.", ["RACERF 185"], "Cien días después de la anterior";
    /// Pasado el plazo no hay reincidencia.
    NO_REINCIDE = nota "multa.no_reincide", "No es reincidencia: pasaron {dias} días naturales desde que se notificó la anterior, y el límite son {limite}.", ["RACERF 185"], "Dos años después de la anterior";
}

/// The figures of the fine of 304-A, for [`crate::multa::rango`].
pub(crate) static FIGURAS_DE_MULTA: Figuras = Figuras {
    minima: &MINIMA,
    maxima: &MAXIMA,
    minima_reducida: &MINIMA_REDUCIDA,
    maxima_reducida: &MAXIMA_REDUCIDA,
};

/// The figures of the fine of 304.
pub(crate) static FIGURAS_DE_OMISION: Figuras = Figuras {
    minima: &OMISION_MINIMA,
    maxima: &OMISION_MAXIMA,
    minima_reducida: &OMISION_MINIMA_REDUCIDA,
    maxima_reducida: &OMISION_MAXIMA_REDUCIDA,
};
