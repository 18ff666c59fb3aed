//! Findings of the payroll sheet, besides those of the rules.

ventanilla_reglas::reglas! {
    /// Lo que se escribió en la celda no es un importe, una fecha o un número.
    DATO = error "prevision.dato", "{detalle}", ["Contrato de cálculo"], "«1.234,56» en SBC";
    /// El SBC se escribe, o se calcula con el salario diario y el año de servicio.
    SBC_FALTA = error "prevision.sbc_falta", "Escriba el SBC, o el salario diario para calcularlo.", ["LSS 27", "LSS 30"], "Fila con nombre y sin salario";
    /// Días de incapacidad o ausentismo sin fecha sirven sólo cuando nada cambia en el periodo.
    DIAS_SIN_FECHA = error "prevision.dias_sin_fecha", "En este periodo importa qué días fueron. Borre este número y anote la incidencia con su fecha en la hoja «Movimientos e incidencias».", ["LSS 31"], "3 días de incapacidad en un bimestre";
    /// La baja no puede ser anterior al alta.
    BAJA_ANTES = error "prevision.baja_antes", "La baja ({baja}) es anterior al alta ({alta}).", ["LSS 15 I"], "Alta 2026-04-10, baja 2026-04-05";
    /// Cada movimiento se liga a un trabajador por su NSS o por su nombre.
    SIN_TRABAJADOR = error "prevision.sin_trabajador", "No hay en la hoja «Trabajadores» nadie con el NSS o el nombre «{valor}».", ["LSS 15 I"], "Movimiento de un NSS que no está en la nómina";
    /// Falta un dato del movimiento, de la incidencia o de la percepción.
    INCOMPLETO = error "prevision.incompleto", "Falta {dato}.", ["LSS 15 I", "LSS 31"], "Incapacidad sin fecha";
    /// El valor no es una de las opciones de la columna.
    OPCION = error "prevision.opcion", "«{valor}» no es una de las opciones: {opciones}.", ["Contrato de cálculo"], "Tipo «falta»";
    /// La prima se escribe en por ciento, como aparece en la determinación anual.
    PRIMA = error "prevision.prima", "{detalle}", ["LSS 72", "LSS 73"], "Prima vacía";
    /// La fracción del catálogo de actividades da la clase, y la clase la prima media.
    FRACCION = error "prevision.fraccion", "La fracción «{valor}» no está en el catálogo de actividades. Son tres o cuatro dígitos, por ejemplo 871.", ["RACERF 196"], "Fracción 999";
    /// Un identificador del patrón no cuadra; no cambia el cálculo.
    IDENTIFICADOR = advertencia "prevision.identificador", "{detalle}", ["RACERF 14"], "RFC con una letra de más";
}
