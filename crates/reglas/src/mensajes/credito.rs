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
    /// La tasa de prórroga de la Ley de Ingresos, aumentada en la mitad y ajustada a la centésima.
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
    INPC_NO_CARGADO = error "inpc.no_cargado", "Falta el INPC de {meses}, que no está cargado. Anótelo como lo publica el INEGI (base segunda quincena de julio de 2018) en «inpc», con la clave {claves}, o agréguelo como suplemento normativo.", ["CFF 17-A", "CFF 20"], "Pago en noviembre de 2026 sin el INPC de octubre";
    /// El INPC se escribe como lo publica el INEGI.
    INPC_VALOR = error "inpc.valor", "«{valor}» no es un INPC. Escríbalo con punto decimal, entre 1 y 100000 y con doce decimales a lo más, por ejemplo \"145.527\".", ["CFF 20"], "\"145,527\"";
    /// La cifra no cabe: sólo pasa con valores absurdos en un suplemento.
    TAMANO = error "credito.tamano", "Con estos valores el resultado no es una cantidad real. Revise el importe y los valores del suplemento normativo.", ["CFF 17-A", "CFF 21"], "Un INPC de cero en el suplemento";

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
    /// Los recargos se causan hasta por cinco años; se cuentan los primeros meses desde que se debió pagar.
    TOPE = nota "credito.tope", "Pasaron {transcurridos} meses; los recargos se causan hasta por {meses}, y se contaron los primeros.", ["CFF 21", "CFF 67", "LSS 297"], "Adeudo de marzo de 2020 pagado en marzo de 2026";
}
