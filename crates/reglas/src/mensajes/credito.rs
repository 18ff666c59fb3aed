//! A credit in favour of the Institute: how it grows, and until when it may be paid or collected.

reglas! {
    /// El INPC del mes anterior al del pago entre el del mes anterior al del vencimiento, cortado al diezmilésimo.
    COCIENTE = figura "credito.cociente", "Cociente de los INPC", ["CFF 17-A"], "143.588 ÷ 142.645 = 1.0066";
    /// Las veces que el importe creció con los precios. Nunca baja de uno; si los dos meses son el mismo, es uno.
    FACTOR = figura "credito.factor", "Factor de actualización", ["CFF 17-A", "LSS 40-A"], "De diciembre de 2025 a febrero de 2026: 1.0066";
    /// El importe que se debía por el factor de actualización. Conserva su naturaleza: la cuota actualizada sigue siendo cuota.
    ACTUALIZADO = figura "credito.actualizado", "Importe actualizado", ["CFF 17-A", "CFF 21", "LSS 40-A"], "50,000.00 × 1.0066 = 50,330.00";
    /// Lo que la actualización agrega al importe.
    ACTUALIZACION = figura "credito.actualizacion", "Actualización", ["CFF 17-A", "LSS 40-A"], "50,330.00 − 50,000.00 = 330.00";
    /// La tasa de prórroga de la Ley de Ingresos, por las veces que dice el código y ajustada a la centésima.
    TASA_DE_MORA = figura "credito.tasa_de_mora", "Tasa mensual de recargos por mora, en por ciento", ["CFF 21", "LIF"], "1.38 × 1.5 = 2.07";
    /// La tasa mensual por los meses que empiezan mientras rige.
    TASA_DEL_TRAMO = figura "credito.tasa_del_tramo", "Tasa de los meses", ["CFF 21"], "2.07 × 2 meses = 4.14";
    /// La suma de las tasas de cada mes o fracción; no se capitalizan.
    TASA_ACUMULADA = figura "credito.tasa_acumulada", "Tasa acumulada de recargos, en por ciento", ["CFF 21"], "1.47 + 2.07 + 2.07 = 5.61";
    /// Los recargos se calculan sobre el importe actualizado.
    RECARGOS = figura "credito.recargos", "Recargos por mora", ["CFF 21", "LSS 40-A"], "50,330.00 × 5.61 % = 2,823.51";
    /// El importe actualizado y sus recargos.
    TOTAL = figura "credito.total", "Total", ["LSS 40-A", "CFF 21"], "50,330.00 + 2,823.51 = 53,153.51";
    /// Para pagar, el código ajusta a pesos: de 1 a 50 centavos baja y de 51 a 99 sube. En el SUA las cuotas se pagan con centavos.
    TOTAL_EN_PESOS = figura "credito.total_en_pesos", "Total ajustado a pesos", ["CFF 20"], "53,153.51 se ajusta a 53,154";

    /// Un mes que ya se publicó y no está en la tabla se pide: el programa no lo supone.
    INPC_NO_CARGADO = error "inpc.no_cargado", "No está cargado el INPC de {meses} ({claves}). Anótelo como lo publica el INEGI (base segunda quincena de julio de 2018), o agréguelo como suplemento normativo.", ["CFF 17-A", "CFF 20"], "Pago en noviembre de 2026 sin el INPC de octubre";
    /// El INPC se escribe como lo publica el INEGI.
    INPC_VALOR = error "inpc.valor", "«{valor}» no es un INPC. Escríbalo con punto decimal, entre 1 y 100000 y con doce decimales a lo más, por ejemplo \"145.527\".", ["CFF 20"], "\"145,527\"";
    /// La cifra no cabe: sólo pasa con valores absurdos en un suplemento.
    TAMANO = error "credito.tamano", "Con estos valores el resultado no es una cantidad real. Revise el importe y los valores del suplemento normativo.", ["CFF 17-A", "CFF 21"], "Un INPC de 0.000000000001 en el suplemento";

    /// El INPC que da una persona completa la tabla, pero no la corrige: para eso está el suplemento, que lleva su fuente.
    INPC_DIFIERE = advertencia "inpc.difiere", "El INPC de {mes} que se dio ({dado}) no es el cargado ({cargado}, {fuente}). Se usó el cargado; si está mal, corríjalo con un suplemento normativo.", ["CFF 17-A"], "inpc: 2026-01 con otro valor";
    /// Con la política inpc_futuro «ultimo» se estima con el último índice que se tiene.
    INPC_ESTIMADO = advertencia "inpc.estimado", "Es una estimación: no está cargado el INPC de {meses} y en su lugar se usó el de {usado}. El importe cambiará cuando se conozca.", ["CFF 17-A"], "Pago en diciembre de 2026 con el último INPC cargado";

    /// Si el día de pago es inhábil o viernes, se paga el siguiente día hábil, y desde él se cuenta.
    VENCIMIENTO_MOVIDO = nota "credito.vencimiento_movido", "El {nominal} es viernes o día inhábil: se podía pagar hasta el {vence}, y desde ese día se cuentan los meses y se busca el INPC.", ["CFF 12", "RACERF 3"], "Vencimiento en domingo";
    /// Lo que se paga a tiempo no causa actualización ni recargos.
    EN_TIEMPO = nota "credito.en_tiempo", "El pago está en tiempo: vence el {vence}. No hay actualización ni recargos.", ["LSS 40-A"], "Pago el mismo día del vencimiento";
    /// Las multas se actualizan, pero no causan recargos.
    SIN_RECARGOS = nota "credito.sin_recargos", "Las multas no causan recargos; sólo se actualizan.", ["CFF 21", "CFF 70"], "Multa pagada tres meses después";
    /// Los recargos no se causan sin fin: el código les pone un tope de años; se cuentan los primeros meses desde que se debió pagar.
    TOPE = nota "credito.tope", "Pasaron {transcurridos} meses; los recargos se causan hasta por {meses}, y se contaron los primeros.", ["CFF 21", "CFF 67", "LSS 297"], "Adeudo de marzo de 2020 pagado en marzo de 2026";

    /// Días hábiles para pagar lo que se notificó.
    DIAS_DE_PAGO = figura "credito.dias_de_pago", "Días hábiles para pagar", ["LSS 39-C", "RACERF 127", "RACERF 189"], "Quince días hábiles";
    /// Días hábiles para inconformarse.
    DIAS_DE_INCONFORMIDAD = figura "credito.dias_de_inconformidad", "Días hábiles para el recurso de inconformidad", ["LSS 294", "Reglamento del recurso de inconformidad 6"], "Quince días hábiles";
    /// Días hábiles para pedir que una multa quede sin efectos.
    DIAS_DE_ACLARACION = figura "credito.dias_de_aclaracion", "Días hábiles para pedir que la multa quede sin efectos", ["LSS 304-D", "RACERF 190"], "Cinco días hábiles";
    /// Años para que el Instituto fije un crédito en cantidad líquida.
    ANIOS_DE_CADUCIDAD = figura "credito.anios_de_caducidad", "Años para determinar el crédito", ["LSS 297"], "Cinco años";
    /// Años sin gestión de cobro para que el crédito prescriba.
    ANIOS_DE_PRESCRIPCION = figura "credito.anios_de_prescripcion", "Años para que prescriba", ["LSS 298", "CFF 146"], "Cinco años";
    /// Años en total para que prescriba, aunque se interrumpa.
    MAXIMO_DE_PRESCRIPCION = figura "credito.maximo_de_prescripcion", "Años para que prescriba, aunque se interrumpa", ["CFF 146"], "Diez años";

    /// Un crédito nace de una cédula que se notifica o de una cuota que el patrón determina.
    ORIGEN = error "credito.origen", "Anote la «notificacion» de la cédula o de la multa, o el «vencimiento» de lo que el patrón determina; uno de los dos.", ["LSS 39", "LSS 39-C"], "Ni notificacion ni vencimiento";

    /// La facultad de determinar el crédito se acabó antes de que se notificara.
    CADUCA = advertencia "credito.caduca", "Se notificó el {notificacion}, después del {caduca}, cuando la facultad de determinarlo ya había caducado. Puede hacerse valer en la inconformidad; sólo la suspenden una inconformidad o un juicio.", ["LSS 297"], "Hecho conocido en 2019 y cédula de 2026";
    /// Sólo interrumpe lo que ocurre después de que el crédito se puede exigir y antes de que prescriba.
    GESTION_FUERA = advertencia "credito.gestion_fuera", "La gestión del {gestion} no interrumpe la prescripción: el crédito se puede exigir desde el {exigible} y prescribe el {prescripcion}. Revise la fecha.", ["LSS 298", "CFF 146"], "Requerimiento siete años después";

    /// La notificación surte efectos el día hábil siguiente; los días hábiles del plazo empiezan el que sigue. El último, si es viernes, se recorre.
    PLAZO_DE_PAGO = nota "credito.plazo_de_pago", "Se notificó el {notificacion} y surte efectos el {surte}, el día hábil siguiente. Desde el día después cuentan {dias} días hábiles para pagar: hasta el {limite}.", ["LSS 39-C", "LSS 40", "CFF 135", "RACERF 127"], "Notificada el 2 de marzo de 2026";
    /// El recurso se presenta ante el Instituto. Su plazo no se recorre por ser viernes el último día.
    INCONFORMIDAD = nota "credito.inconformidad", "Para inconformarse cuentan {dias} días hábiles desde el siguiente al {surte}, en que surte efectos: hasta el {limite}. Mientras se resuelve no se exige garantía.", ["LSS 294", "CFF 144"], "Notificada el 2 de marzo de 2026";
    /// Con prueba documental y sin haberse inconformado se puede pedir que la multa quede sin efectos. No se dice si cuenta desde que surte efectos: se toma la fecha más temprana.
    ACLARACION = nota "credito.aclaracion", "Para pedir con documentos que la multa quede sin efectos hay {dias} días hábiles, que aquí cuentan desde la notificación: hasta el {hasta}. No procede si ya se inconformó.", ["LSS 304-D", "RACERF 190"], "Multa notificada el 2 de marzo de 2026";
    /// La multa que se paga en su plazo se reduce sin trámite. El reglamento cuenta desde la notificación; la ley, desde que surte efectos.
    REDUCCION = nota "credito.reduccion", "Pagada a más tardar el {limite}, la multa se reduce sin trámite. Si los días se cuentan desde la notificación misma vencen el {segura}: quien paga para entonces cumple con las dos lecturas.", ["RACERF 189"], "Multa notificada el 2 de marzo de 2026";
    /// El crédito se puede exigir desde el día siguiente al último en que se podía pagar.
    EXIGIBLE = nota "credito.exigible", "Se podía pagar hasta el {limite}: desde el {desde} el Instituto lo puede exigir.", ["CFF 144", "CFF 145", "LSS 291"], "Vencimiento el 17 de febrero de 2026";
    /// Caducidad: se cuenta desde que se presentó el aviso o la liquidación, o desde que el Instituto supo del hecho. No se interrumpe.
    CADUCIDAD = nota "credito.caducidad", "La facultad de determinarlo caduca el {caduca}: {anios} años desde el {desde}, en que se presentó el aviso o la liquidación o el Instituto supo del hecho. No se interrumpe; sólo la suspenden una inconformidad o un juicio.", ["LSS 297"], "Hecho conocido el 17 de febrero de 2026";
    /// Sin la fecha en que se presentó la liquidación, la caducidad se cuenta desde el vencimiento.
    CADUCIDAD_SUPUESTA = nota "credito.caducidad_supuesta", "La facultad de determinarlo caducaría el {caduca}: {anios} años desde el {desde}, si ese día se presentó la liquidación o el Instituto supo del hecho. Si fue otro, anótelo en «conocimiento».", ["LSS 297"], "Cuota sin fecha de liquidación";
    /// Sin la fecha en que el Instituto supo del hecho no se sabe si se determinó a tiempo.
    CADUCIDAD_SIN_INICIO = nota "credito.caducidad_sin_inicio", "No se sabe si se determinó a tiempo: anote en «conocimiento» el día en que se presentó el aviso o la liquidación, o en que el Instituto supo del hecho.", ["LSS 297"], "Cédula notificada, sin más datos";
    /// Prescripción: se cuenta desde que el crédito se puede exigir.
    PRESCRIPCION = nota "credito.prescripcion", "Prescribe el {dia}: {anios} años desde el {exigible}, en que se puede exigir. Cada gestión de cobro notificada o reconocimiento del deudor (un convenio lo es) vuelve a empezar la cuenta, sin pasar del {maxima}. La declara el Instituto a petición.", ["LSS 298", "CFF 146", "LSS 251 XXXV"], "Exigible desde el 18 de febrero de 2026";
    /// La prescripción volvió a empezar con la última gestión, sin pasar del máximo total.
    PRESCRIPCION_INTERRUMPIDA = nota "credito.prescripcion_interrumpida", "Prescribe el {dia}: {anios} años desde la última gestión que la interrumpió, sin pasar del {maxima} ({maximo} años desde el {exigible}, sin contar suspensiones).", ["LSS 298", "CFF 146"], "Requerimiento dos años después";
}
