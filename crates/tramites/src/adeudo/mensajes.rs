//! Findings of an adeudo, besides those of the rules.

ventanilla_reglas::reglas! {
    /// Lo que se escribió en la celda no es un importe o una fecha.
    DATO = error "adeudo.dato", "{detalle}", ["Contrato de cálculo"], "«1.234,56» como importe";
    /// Un crédito necesita su periodo o su vencimiento, y su importe.
    FALTA = error "adeudo.falta", "Falta {dato}.", ["LSS 39", "LSS 40-A"], "Crédito sin importe";
    /// Las cuotas se pagan por mes y el RCV por bimestre.
    PERIODO = error "adeudo.periodo", "No se entiende el periodo «{valor}». Escriba {ejemplo}.", ["LSS 39", "LSS transitorio 27"], "«13/2025» como periodo";
    /// Un número del 1 al 6 puede ser el bimestre o el mes: no se adivina.
    PERIODO_AMBIGUO = error "adeudo.periodo_ambiguo", "«{valor}» puede ser el bimestre {numero} o el mes de {mes}. Escriba «bim {numero} de {anio}» o «{mes} de {anio}».", ["LSS transitorio 27"], "RCV de «4/2026»";
    /// El vencimiento de una cuota no puede caer antes de que termine su periodo.
    VENCE_ANTES = error "adeudo.vence_antes", "Vence antes de que termine el periodo ({fin}). Corrija el vencimiento o el periodo.", ["LSS 39"], "Noviembre de 2025 con vencimiento el 17 de noviembre";
    /// El vencimiento escrito no es el que da la ley para ese periodo.
    OTRO_VENCIMIENTO = advertencia "adeudo.otro_vencimiento", "Según la ley vence el {dia}. Se calcula con la fecha que escribió.", ["LSS 39", "CFF 12"], "Noviembre de 2025 con vencimiento el 18 de diciembre";
    /// La parte obrera se paga completa y no entra a plazos; por eso conviene saber cuánto es.
    SIN_REPARTO = advertencia "adeudo.sin_reparto", "No dice qué parte es obrera: todo se toma como patronal. Para un convenio la parte obrera se paga completa.", ["LSS 40-C"], "50,000 de cuotas sin separar";
    /// Dos veces el mismo periodo.
    REPETIDO = advertencia "adeudo.repetido", "El mismo periodo ya está en el crédito {otro}. Si es el mismo crédito, quite uno.", ["LSS 39"], "Noviembre de 2025 dos veces";
    /// Suma de lo que debe cada crédito el día del pago.
    TOTAL = figura "adeudo.total", "Adeudo en la fecha de pago", ["LSS 40-A", "LSS 287"], "53,153.51 de un crédito y 2,353.70 de otro";
    /// Suma de la actualización de cada crédito.
    ACTUALIZACION = figura "adeudo.actualizacion", "Actualización de todos los créditos", ["CFF 17-A", "LSS 40-A"], "330.00 y 7.50";
    /// Suma de los recargos de cada crédito; las multas no los causan.
    RECARGOS = figura "adeudo.recargos", "Recargos de todos los créditos", ["CFF 21", "LSS 40-A"], "2,823.51 y 1,200.00";
    /// Los gastos de ejecución se suman como se notificaron: no causan actualización ni recargos en esta cuenta.
    SIN_ACCESORIOS = figura "adeudo.sin_accesorios", "Importe, sin accesorios", ["CFF 21", "CFF 150"], "630.00 de un requerimiento";
}
