//! Integration of the salary: its figures, and what may be found on the way.

reglas! {
    /// Días del año que divide la integración: 365, también en año bisiesto.
    DIAS_DEL_ANIO = figura "salario.dias_del_anio", "Días del año", ["LSS 30 I"], "365";
    /// Días de aguinaldo al año, al menos 15.
    DIAS_AGUINALDO = figura "salario.dias_aguinaldo", "Días de aguinaldo", ["LFT 87", "LSS 27"], "15";
    /// Días de vacaciones del año de servicio.
    DIAS_VACACIONES = figura "salario.dias_vacaciones", "Días de vacaciones", ["LFT 76"], "12 el primer año, desde 2023";
    /// Días de salario que vale la prima vacacional: los de vacaciones por la prima, al menos 25 %.
    DIAS_PRIMA = figura "salario.dias_prima_vacacional", "Días que vale la prima vacacional", ["LFT 76", "LFT 80", "LSS 27"], "12 × 0.25 = 3";
    /// Días de salario que se pagan en un año: los del año, el aguinaldo y la prima vacacional.
    DIAS_INTEGRADOS = figura "salario.dias_integrados", "Días de salario en el año", ["LSS 27", "LSS 30 I"], "365 + 15 + 3 = 383";
    /// Cuántas veces la cuota diaria es el salario integrado con aguinaldo y prima vacacional. Es una fracción; se muestra con diez decimales y se usa completa, salvo que se elija usar cuatro.
    FACTOR = figura "salario.factor", "Factor de integración", ["LSS 27", "LSS 30 I"], "383 ÷ 365 = 1.0493150685";
    /// La cuota diaria con aguinaldo y prima vacacional. Se acumula por los días que hacen exactas todas las cuentas, para dividir y redondear una sola vez.
    SALARIO_FIJO = figura "salario.salario_fijo", "Salario fijo integrado, acumulado", ["LSS 27", "LSS 30 I"], "500.00 × 383 = 191,500 en 365 días";
    /// Lo que se pagó por el concepto, acumulado por los mismos días que el salario.
    PERCEPCION = figura "salario.percepcion", "Percepción, acumulada", ["LSS 27", "LSS 30"], "Despensa de 1,800.00 cada 30 días: 131,400 en 2190 días";
    /// La parte del concepto que no integra el salario, acumulada: 40 % de la UMA en despensa, 10 % del SBC en cada premio.
    LIMITE = figura "salario.limite_exento", "Parte que no integra, acumulada", ["LSS 27"], "117.31 × 0.40 × 2190 = 102,763.56";
    /// Lo que pasa del límite e integra el salario.
    EXCEDENTE = figura "salario.excedente", "Excedente que integra", ["LSS 27"], "131,400 − 102,763.56 = 28,636.44";
    /// La alimentación o la habitación que no es onerosa aumenta el salario 25 % cada una, u 8.33 % por comida si no se dan las tres.
    ESPECIE = figura "salario.estimacion_en_especie", "Aumento por alimentación o habitación", ["LSS 32"], "500.00 × 0.25 × 365 = 45,625";
    /// Siete veces las horas extra del periodo, para compararlas con el margen semanal sin dividir.
    HORAS = figura "salario.horas_por_siete", "Horas extra del periodo, por siete", ["LSS 27 IX", "LFT 66"], "12 horas × 7 = 84";
    /// Siete veces las horas extra que en esos días no integran: el margen semanal por los días del periodo.
    MARGEN = figura "salario.margen_por_siete", "Margen de horas extra del periodo, por siete", ["LSS 27 IX", "LFT 66"], "9 × 7 días = 63";
    /// Las horas que pasan del margen, por siete.
    HORAS_EXCEDENTES = figura "salario.horas_excedentes", "Horas extra que pasan del margen, por siete", ["LSS 27 IX", "LFT 66"], "84 − 63 = 21";
    /// La parte del pago de horas extra que corresponde a las que pasan del margen.
    HORAS_EXTRA = figura "salario.horas_extra", "Horas extra que integran", ["LSS 27 IX", "LFT 66"], "600.00 × 21 ÷ 84 = 150 de la semana";
    /// El salario fijo y las percepciones que integran, por los mismos días.
    ACUMULADO = figura "salario.acumulado", "Salario y percepciones que integran, acumulados", ["LSS 27", "LSS 30"], "1,149,000 + 28,636.44 = 1,177,636.44 en 2190 días";
    /// El salario diario integrado, antes de compararlo con el piso y el tope. Es el único redondeo.
    SBC_SIN_TOPE = figura "salario.sbc_sin_tope", "Salario diario integrado", ["LSS 27", "LSS 30"], "191,500 ÷ 365 = 524.66";
    /// El SBC más bajo: el salario mínimo del área.
    PISO = figura "salario.piso", "Piso del SBC", ["LSS 28"], "315.04 × 1";
    /// El SBC más alto: 25 UMA.
    TOPE = figura "salario.tope", "Tope del SBC", ["LSS 28"], "117.31 × 25 = 2,932.75";
    /// El mayor entre el salario integrado y el piso.
    CON_PISO = figura "salario.con_piso", "Salario integrado, no menor que el piso", ["LSS 28"], "El mayor de 524.66 y 315.04";
    /// Salario base de cotización: el integrado, entre el piso y el tope.
    SBC = figura "salario.sbc", "Salario base de cotización", ["LSS 27", "LSS 28", "LSS 30"], "El menor de 524.66 y 2,932.75";

    /// Para saber los días de vacaciones se da uno solo de tres datos: el año de servicio, los días, o la fecha de ingreso.
    UN_DATO = error "salario.anio_o_vacaciones", "Dé uno solo de «anio_servicio», «dias_vacaciones» o «fecha_ingreso»; vinieron {cuantos}.", ["LFT 76"], "Ni año de servicio ni días de vacaciones";
    /// El año de servicio se cuenta desde 1: el primer día de trabajo ya es el año 1.
    ANIO_CERO = error "salario.anio_servicio", "El año de servicio empieza en 1: el primer día de trabajo ya es el año 1.", ["LFT 76"], "anio_servicio: 0";
    /// La fecha de ingreso no puede ser posterior a la del cálculo.
    INGRESO = error "salario.fecha_ingreso", "La fecha de ingreso ({ingreso}) es posterior a la del cálculo ({fecha}). Revise las dos.", ["LFT 76"], "Ingreso en mayo y cálculo en marzo";
    /// Los días de vacaciones y de aguinaldo de un año no pasan de 365.
    DIAS_FUERA = error "salario.dias_fuera_de_rango", "{dias} días al año no es posible: el dato va de 0 a 365.", ["LFT 76", "LFT 87"], "dias_aguinaldo: 1500";
    /// Días que cubre el importe de una percepción, de 1 a 366.
    PERIODO = error "salario.periodo_dias", "El importe cubre {dias} días; el periodo va de 1 a 366.", ["LSS 30"], "periodo_dias: 0";
    /// Las percepciones se suman por un periodo común; si cada una cubre un número de días muy distinto, ese periodo es desmedido.
    PERIODOS = error "salario.periodos", "Los periodos de las percepciones son demasiado distintos entre sí para sumarlas con exactitud. Exprese los importes por un mismo número de días.", ["LSS 30"], "Seis percepciones de 331, 337, 347, 349, 353 y 359 días";
    /// El límite de cada concepto se aplica una vez: si se paga en varias partes, se suman.
    REPETIDO = error "salario.concepto_repetido", "«{concepto}» aparece más de una vez. Su límite se aplica una sola vez: sume los importes en un renglón.", ["LSS 27"], "Dos renglones de despensa";
    /// Para saber qué horas extra integran hay que decir cuántas fueron.
    SIN_HORAS = error "salario.horas", "Diga cuántas horas extra cubre el importe: de 1 a {maximo} en {dias} días.", ["LSS 27 IX", "LFT 66"], "Horas extra con importe y sin horas";
    /// Las comidas que se dan al día son 1, 2 o 3; con tres, o sin el dato, se toma la alimentación completa.
    COMIDAS = error "salario.comidas", "Las comidas al día son 1, 2 o 3; vinieron {comidas}.", ["LSS 32"], "comidas: 4";
    /// Desde la reforma constitucional del 3 de marzo de 2026 no se ha establecido cuántas horas extra no integran. Se agrega la fila como suplemento o se elige una lectura.
    SIN_MARGEN = error "salario.horas_extra_sin_margen", "No se ha establecido cuántas horas extra a la semana no integran el salario el {fecha}: la tabla «integracion», serie «horas_extra_semana», termina el {hasta}. Elija la política «limite_horas_extra» (nueve o doce), agregue la fila como suplemento normativo, o diga que no cumple los requisitos para que integre todo.", ["LSS 27 IX", "LFT 66"], "Horas extra de abril de 2026";

    /// La ley da cuando menos 15 días de aguinaldo.
    AGUINALDO_MINIMO = advertencia "salario.aguinaldo_minimo", "{dias} días de aguinaldo es menos que el mínimo de ley ({minimo}). Se calculó como vino; revise el dato.", ["LFT 87"], "dias_aguinaldo: 10";
    /// La ley da cuando menos 25 % de prima vacacional.
    PRIMA_MINIMA = advertencia "salario.prima_vacacional_minima", "Una prima vacacional de {prima} % es menos que el mínimo de ley ({minimo} %). Se calculó como vino; revise el dato.", ["LFT 80"], "prima_vacacional: \"20\"";
    /// Los días de vacaciones son menos que los del primer año de servicio.
    VACACIONES_MINIMAS = advertencia "salario.vacaciones_minimas", "{dias} días de vacaciones es menos que el mínimo del primer año ({minimo}). Se calculó como vino; revise el dato.", ["LFT 76"], "dias_vacaciones: 6 en 2026";
    /// Nadie cotiza con menos del salario mínimo de su área.
    BAJO_EL_PISO = advertencia "salario.bajo_el_piso", "El salario integrado ({sin_tope}) es menor que el salario mínimo del área ({piso}): se cotiza con el mínimo. Revise la cuota diaria.", ["LSS 28"], "Cuota diaria de 250.00 en 2026";
    /// Hay un dato que en ese concepto no se usa.
    SIN_USO = advertencia "salario.dato_sin_uso", "«{dato}» no se usa en el concepto «{concepto}» y no cambió el cálculo. Revise si el concepto es el correcto.", ["LSS 27"], "Horas en un renglón de despensa";

    /// El salario integrado pasa del tope: se cotiza con 25 UMA.
    SOBRE_EL_TOPE = nota "salario.sobre_el_tope", "El salario integrado ({sin_tope}) pasa de 25 UMA: se cotiza con el tope, {tope}.", ["LSS 28"], "Cuota diaria de 3,000.00 en 2026";
    /// Sin área se toma la general. En la Zona Libre de la Frontera Norte el piso es otro.
    AREA_SUPUESTA = nota "salario.area_supuesta", "No se dijo el área y se tomó la general. En la Zona Libre de la Frontera Norte el piso sería {piso} y el resultado cambiaría.", ["LSS 28"], "Cuota diaria de 330.00 sin área";
    /// El 10 % de los premios se mide contra el SBC. Sin ese dato se usa el salario fijo integrado.
    SIN_REFERENCIA = nota "salario.premio_sin_referencia", "No se dio un SBC de referencia: el 10 % de los premios se midió contra el salario fijo integrado ({fijo}).", ["LSS 27 VII"], "Premio de puntualidad sin SBC";
    /// El concepto no cumple lo que la ley pide para excluirlo, así que integra completo.
    INTEGRA_TODO = nota "salario.integra_todo", "«{concepto}» integra completo: {porque}.", ["LSS 27"], "Fondo de ahorro en que el trabajador aporta menos que el patrón";
    /// La alimentación o la habitación que no es onerosa se estima como un porcentaje del salario, no con su importe.
    ESTIMADO = nota "salario.especie_estimada", "«{concepto}» no es onerosa: para serlo, el trabajador debe pagar al menos {umbral} al día (20 % de la UMA). Se estima que aumenta su salario {porcentaje} %.", ["LSS 27 V", "LSS 32"], "Habitación gratuita";
}
