//! The prima of riesgos de trabajo: its figures, and what may be found on the way.

use crate::multa::Figuras;

reglas! {
    /// N: los días cotizados de todos los trabajadores en el año, entre 365 (también en año bisiesto).
    PROMEDIO = figura "prima.trabajadores_promedio", "Trabajadores promedio (N)", ["LSS 72", "RACERF 36"], "16,425 días ÷ 365 = 45";
    /// Los días cotizados que corresponden al promedio: así la fórmula se divide una sola vez.
    DIAS_COTIZADOS = figura "prima.dias_cotizados", "Días cotizados del ejercicio (365 × N)", ["LSS 72", "RACERF 36"], "45 × 365 = 16,425";
    /// I: la suma de los porcentajes de incapacidad permanente, como fracción.
    INCAPACIDADES = figura "prima.incapacidades_permanentes", "Incapacidades permanentes (I)", ["LSS 72", "RACERF 35"], "8 % = 0.08";
    /// D: número de defunciones por riesgo de trabajo.
    DEFUNCIONES = figura "prima.defunciones", "Defunciones (D)", ["LSS 72", "RACERF 35"], "1";
    /// Incapacidades permanentes y defunciones juntas.
    VIDAS = figura "prima.incapacidades_y_defunciones", "Incapacidades permanentes y defunciones (I + D)", ["LSS 72"], "0.08 + 0 = 0.08";
    /// La vida activa que se perdió, en días: 28 años por cada una.
    VIDA_ACTIVA = figura "prima.vida_activa", "Vida activa perdida, en días", ["LSS 72"], "0.08 × 28 × 365 = 817.6";
    /// S: días subsidiados por incapacidad temporal de los riesgos terminados en el año.
    DIAS_SUBSIDIADOS = figura "prima.dias_subsidiados", "Días subsidiados (S)", ["LSS 72", "RACERF 35"], "73";
    /// Los días subsidiados y los de vida activa perdida.
    DIAS_PERDIDOS = figura "prima.dias_perdidos", "Días perdidos", ["LSS 72"], "73 + 817.6 = 890.6";
    /// Los días perdidos por el factor de prima (2.3, o 2.2 con acreditación de la STPS), en por ciento.
    GRAVEDAD = figura "prima.dias_por_factor", "Días perdidos por el factor de prima, en por ciento", ["LSS 72", "RACERF 39"], "890.6 × 2.3 × 100 = 204,838";
    /// La siniestralidad por el factor de prima, en por ciento con cinco decimales. Es la única división de la fórmula.
    SINIESTRALIDAD = figura "prima.siniestralidad", "Siniestralidad por el factor de prima", ["LSS 72", "RACERF 35"], "204,838 ÷ 16,425 = 12.47111";
    /// M: la prima mínima de riesgo, en por ciento.
    RIESGO_MINIMO = figura "prima.riesgo_minimo", "Prima mínima de riesgo (M)", ["LSS 72"], "0.005 × 100 = 0.50000";
    /// Lo que da la fórmula, antes de los límites.
    CALCULADA = figura "prima.calculada", "Prima calculada", ["LSS 72", "RACERF 35"], "12.47111 + 0.50000 = 12.97111";
    /// La prima con que se cubren las cuotas al momento de la revisión.
    ANTERIOR = figura "prima.prima_anterior", "Prima anterior", ["LSS 74", "RACERF 32 II"], "2.59840";
    /// Lo más que la prima puede variar de un año a otro: un punto porcentual.
    VARIACION = figura "prima.variacion_maxima", "Variación máxima", ["LSS 74", "RACERF 32 II"], "1";
    /// La prima anterior más un punto.
    TECHO = figura "prima.techo", "Prima anterior más un punto", ["LSS 74", "RACERF 32 II"], "2.59840 + 1 = 3.59840";
    /// La prima anterior menos un punto.
    PISO = figura "prima.piso", "Prima anterior menos un punto", ["LSS 74", "RACERF 32 II"], "2.59840 − 1 = 1.59840";
    /// La menor entre la calculada y el techo.
    CON_TECHO = figura "prima.con_techo", "Prima con el límite de aumento", ["LSS 74", "RACERF 38"], "La menor de 12.97111 y 3.59840";
    /// La mayor entre esa y el piso.
    CON_PISO = figura "prima.con_piso", "Prima con el límite de disminución", ["LSS 74", "RACERF 38"], "La mayor de 3.59840 y 1.59840";
    /// Ninguna prima es menor que 0.5 %.
    CON_MINIMO = figura "prima.con_minimo", "Prima con el mínimo de ley", ["LSS 74"], "La mayor de 3.59840 y 0.50000";
    /// La prima que rige del 1 de marzo al último de febrero. Ninguna es mayor que 15 %.
    PRIMA = figura "prima.prima", "Prima", ["LSS 74", "RACERF 32"], "3.59840";
    /// La prima media de la clase.
    MEDIA = figura "prima.prima_media", "Prima media de la clase", ["LSS 73", "RACERF 28"], "Clase III: 2.59840";
    /// La multa más baja: su mínimo en UMA.
    MULTA_MINIMA = figura "prima.multa_minima", "Multa mínima", ["LSS 304-A XV", "LSS 304-B III"], "20 × 117.31 = 2,346.20";
    /// La multa más alta: su máximo en UMA.
    MULTA_MAXIMA = figura "prima.multa_maxima", "Multa máxima", ["LSS 304-A XV", "LSS 304-B III"], "210 × 117.31 = 24,635.10";
    /// La multa mínima si se paga dentro de los quince días hábiles siguientes.
    MINIMA_REDUCIDA = figura "prima.multa_minima_reducida", "Multa mínima con la reducción por pago oportuno", ["RACERF 189"], "2,346.20 × 0.80 = 1,876.96";
    /// La multa máxima si se paga dentro de los quince días hábiles siguientes.
    MAXIMA_REDUCIDA = figura "prima.multa_maxima_reducida", "Multa máxima con la reducción por pago oportuno", ["RACERF 189"], "24,635.10 × 0.80 = 19,708.08";
    /// La prima de un registro por la suma de salarios base de sus trabajadores.
    RPU_PRODUCTO = figura "prima.rpu_producto", "Prima por la suma de SBC del registro", ["RACERF 27"], "2.59840 × 1,500,000 = 3,897,600";
    /// Suma de salarios base de cotización de un registro.
    RPU_SBC = figura "prima.rpu_sbc", "Suma de SBC del registro", ["RACERF 27"], "1,500,000.00";
    /// La suma de las primas por sus SBC.
    RPU_SUMA_PRODUCTOS = figura "prima.rpu_suma_productos", "Suma de primas por SBC", ["RACERF 27"], "3,897,600 + 925,000 = 4,822,600";
    /// La suma de los SBC de todos los registros.
    RPU_SUMA_SBC = figura "prima.rpu_suma_sbc", "Suma de SBC de los registros", ["RACERF 27"], "2,000,000.00";
    /// La prima del Registro Patronal Único: media de las primas que sustituye, ponderada por la suma de SBC.
    RPU_PRIMA = figura "prima.rpu_prima", "Prima del Registro Patronal Único", ["RACERF 27"], "4,822,600 ÷ 2,000,000 = 2.41130";

    /// El ejercicio es el año cuyos riesgos terminados se cuentan.
    EJERCICIO = error "prima.ejercicio", "El ejercicio {ejercicio} no es un año que se pueda revisar; va de 1998 a 2190.", ["RACERF 32"], "ejercicio: 20255";
    /// Sin trabajadores no hay promedio y la fórmula no se puede aplicar.
    SIN_TRABAJADORES_PROMEDIO = error "prima.promedio_cero", "El promedio de trabajadores es cero y la fórmula divide entre él. Anote los días cotizados del ejercicio; si no hubo trabajadores, no se determina prima.", ["LSS 72", "RACERF 36"], "trabajadores_promedio: \"0\"";
    /// El promedio se da de una forma o de la otra.
    DOS_PROMEDIOS = error "prima.dos_promedios", "Vinieron trabajadores_promedio y dias_cotizados. Deje sólo uno: el promedio son los días entre 365.", ["RACERF 36"], "trabajadores_promedio: \"45\" y dias_cotizados: 16425";
    /// Los casos se dan uno por uno o ya sumados, no de las dos formas.
    CASOS_Y_SUMAS = error "prima.casos_y_sumas", "Vinieron los casos uno por uno y también sumas de días, incapacidades o defunciones. Deje sólo unos o las otras.", ["LSS 72"], "casos: [] y dias_subsidiados: 10";
    /// El dato es demasiado grande para ser real, o trae más decimales de los que la fórmula toma.
    TAMANO = error "prima.tamano", "El dato de «{campo}» no cabe en la fórmula. Revíselo: los días llegan a 999999999, las defunciones a 999999 y los porcentajes llevan cinco decimales a lo más.", ["LSS 72"], "defunciones: 4000000000";
    /// Ninguna prima queda fuera de los límites de la ley.
    ANTERIOR_FUERA = error "prima.prima_anterior_fuera", "La prima anterior de {prima} % queda fuera de la ley, que va de {minima} % a {maxima} %. Revise el dato.", ["LSS 74"], "prima_anterior: \"0.30\"";
    /// La suspensión de actividades no cambia la clase (RACERF 25).
    SUSPENSION_SIN_CAMBIO = error "prima.suspension_sin_cambio", "La suspensión de actividades no cambia la clase ni la actividad. Si además cambió, dé el aviso de cambio de actividad.", ["RACERF 25"], "Suspensión con clase_nueva distinta";
    /// Un registro único sustituye uno o más registros.
    RPU_REGISTROS = error "prima.rpu_registros", "Vinieron {cuantos} registros; se necesita de uno a diez mil.", ["RACERF 27"], "registros: []";
    /// Un mismo registro no puede contarse dos veces.
    RPU_REPETIDO = error "prima.rpu_repetido", "El registro {registro} aparece dos veces. Déjelo una sola vez, con toda su suma de SBC.", ["RACERF 27"], "Dos renglones con el mismo registro patronal";
    /// La ponderación necesita salarios.
    RPU_SIN_SBC = error "prima.rpu_sin_sbc", "La suma de SBC de todos los registros es cero: no hay con qué ponderar. Anote la suma de SBC de cada registro.", ["RACERF 27"], "sbc: \"0.00\" en todos";

    /// Quien presenta tarde y debía hacerlo puede ser multado; si cumple antes de que el Instituto lo descubra o lo requiera, no hay multa.
    TARDE = advertencia "prima.presentacion_tardia", "La determinación vencía el {vence} y se presenta el {presentacion}. La multa va de {minimo} a {maximo} pesos; no se impone si el cumplimiento es espontáneo (artículo 304-C).", ["LSS 304-A XV", "LSS 304-B III", "LSS 304-C"], "Presentada el 10 de marzo de 2026";
    /// La opción de la prima media es sólo para quien tiene menos de diez trabajadores.
    OPCION_NO_PROCEDE = advertencia "prima.opcion_no_procede", "Sólo con menos de {pocos} trabajadores promedio se puede optar por la prima media. Se calculó la prima con la fórmula.", ["LSS 72"], "opta_por_media con 45 trabajadores";
    /// El dato no se usa con ese evento.
    SIN_USO = advertencia "prima.dato_sin_uso", "«{dato}» no se usa en el evento «{evento}» y no cambió el resultado. Revise si el evento es el correcto.", ["RACERF 28"], "meses_sin_actividad en una fusión";
    /// Los lineamientos conocidos piden solicitar el registro único de marzo a diciembre.
    RPU_VENTANA = advertencia "prima.rpu_ventana", "La solicitud de Registro Patronal Único se presenta de marzo a diciembre, y el {fecha} queda fuera. Espere a marzo o confirme con la subdelegación.", ["RACERF 27", "Acuerdo 480/2006"], "Solicitud en enero";

    /// Quien está exceptuado no presenta la determinación anual.
    NO_OBLIGADO = nota "prima.no_obligado", "No hay obligación de presentar la determinación: {motivo}. La prima es {prima} %.", ["RACERF 32 IV", "RACERF 32 V", "LSS 72"], "Prima de 0.50000 sin casos";
    /// Con menos de diez trabajadores se puede presentar la determinación o cubrir la prima media.
    OPCION_MEDIA = nota "prima.opcion_media", "Con menos de {pocos} trabajadores promedio puede elegir: presentar esta determinación o cubrir la prima media de su clase, {media} %.", ["LSS 72"], "Promedio de 7.3 trabajadores";
    /// La prima calculada pasó de los límites de variación o de los de la ley.
    TOPADA = nota "prima.topada", "La fórmula da {calculada} %; con los límites la prima queda en {prima} %: no varía más de un punto al año y va de 0.50000 % a 15 %.", ["LSS 74", "RACERF 32 II", "RACERF 38"], "Calculada 12.97111 con anterior 2.59840";
    /// Si no hay obligación de presentar, presentar tarde no se sanciona.
    TARDE_SIN_MULTA = nota "prima.tarde_sin_multa", "La determinación vencía el {vence} y se presenta el {presentacion}; como no hay obligación de presentarla, no hay multa.", ["LSS 304-A XV", "RACERF 32 V"], "Prima igual presentada en abril";
    /// La acreditación de la STPS cuenta desde la revisión del año en que se obtuvo.
    ACREDITACION_POSTERIOR = nota "prima.acreditacion_posterior", "La acreditación de la STPS es posterior al ejercicio: se aplicó el factor de 2.3. El de 2.2 se aplica desde la revisión del año en que se acreditó.", ["RACERF 39"], "Acreditado en 2026, ejercicio 2025";
    /// Hay casos que la revisión de este año no cuenta: los de trayecto, los que no han terminado y los que terminaron en otro año.
    CASOS_FUERA = nota "prima.casos_fuera", "{cuantos} de los casos no se cuentan en la revisión de {ejercicio}: son de trayecto, no han terminado o terminaron en otro año.", ["LSS 72", "RACERF 35", "RACERF 37"], "Alta médica el 15 de enero de 2026, ejercicio 2025";
    /// La prima media se conserva hasta febrero del año siguiente al primer año natural completo en la clase.
    MEDIA_HASTA = nota "prima.media_hasta", "Cubre la prima media hasta el {hasta}: el primer año natural completo en la clase es {anio}, y su determinación se presenta en el febrero que sigue.", ["RACERF 28 I", "RACERF 32 IV"], "Alta el 15 de marzo de 2025: media hasta el 28 de febrero de 2027";
    /// Hasta seis meses sin actividad se conserva la prima.
    CONSERVA = nota "prima.conserva", "Pasaron {meses} meses sin actividad; hasta {limite} meses se conserva la prima que tenía.", ["RACERF 28"], "Baja y nueva alta a los cinco meses";
    /// Los lineamientos del registro único que se conocen son de 2007; pudo haber otros después.
    RPU_LINEAMIENTOS = nota "prima.rpu_lineamientos", "La autorización del Registro Patronal Único y sus lineamientos los da el Instituto; los que se conocen son del acuerdo 480/2006 y puede haber posteriores. Después, la siniestralidad se revisa por cada registro asociado.", ["RACERF 13", "RACERF 27", "Acuerdo 480/2006"], "Toda solicitud";
    /// El registro único sustituye varios; con uno solo no cambia nada.
    RPU_UNO = nota "prima.rpu_uno", "Con un solo registro la prima ponderada es la suya.", ["RACERF 27"], "Un registro con 1.13065";
}

/// The figures of the fine, for [`crate::multa::rango`].
pub(crate) static FIGURAS_DE_MULTA: Figuras = Figuras {
    minima: &MULTA_MINIMA,
    maxima: &MULTA_MAXIMA,
    minima_reducida: &MINIMA_REDUCIDA,
    maxima_reducida: &MAXIMA_REDUCIDA,
};
