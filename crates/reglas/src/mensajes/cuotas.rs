//! Rules of *cuotas obrero-patronales*.

reglas! {
    /// La paga sólo el patrón por cada trabajador, igual para todos los salarios: 20.40 % de la UMA por los días del periodo menos los de incapacidad. El ausentismo no la reduce.
    CUOTA_FIJA = figura "cuotas.cuota_fija", "Enfermedades y maternidad, cuota fija", ["LSS 106 I", "LSS transitorio 19", "LSS 31"], "117.31 × 0.2040 × 27 = 646.14";
    /// Sólo si el SBC pasa de tres UMA: 1.10 % de lo que pasa, a cargo del patrón.
    EXCEDENTE_PATRON = figura "cuotas.excedente_patron", "Enfermedades y maternidad, excedente del patrón", ["LSS 106 II", "LSS transitorio 19"], "(500.00 − 351.93) × 0.0110 × 30 = 48.86";
    /// Sólo si el SBC pasa de tres UMA: 0.40 % de lo que pasa, a cargo del trabajador.
    EXCEDENTE_OBRERO = figura "cuotas.excedente_obrero", "Enfermedades y maternidad, excedente del trabajador", ["LSS 106 II", "LSS transitorio 19"], "(500.00 − 351.93) × 0.0040 × 30 = 17.77";
    /// Paga los subsidios por enfermedad y maternidad: 0.70 % del SBC.
    DINERO_PATRON = figura "cuotas.dinero_patron", "Prestaciones en dinero, patrón", ["LSS 107 I"], "331.44 × 0.0070 × 27 = 62.64";
    /// Paga los subsidios por enfermedad y maternidad: 0.25 % del SBC.
    DINERO_OBRERO = figura "cuotas.dinero_obrero", "Prestaciones en dinero, trabajador", ["LSS 107 II"], "331.44 × 0.0025 × 27 = 22.37";
    /// Paga la atención médica de los pensionados: 1.05 % del SBC.
    GMP_PATRON = figura "cuotas.gmp_patron", "Gastos médicos de pensionados, patrón", ["LSS 25"], "331.44 × 0.0105 × 27 = 93.96";
    /// Paga la atención médica de los pensionados: 0.375 % del SBC.
    GMP_OBRERO = figura "cuotas.gmp_obrero", "Gastos médicos de pensionados, trabajador", ["LSS 25"], "331.44 × 0.00375 × 27 = 33.56";
    /// La prima de la empresa por el SBC. La paga sólo el patrón; no se paga por días de incapacidad ni de ausentismo.
    RIESGOS_TRABAJO = figura "cuotas.riesgos_trabajo", "Riesgos de trabajo", ["LSS 70", "LSS 72", "LSS 73", "LSS 74", "LSS 31"], "331.44 × 0.0050000 × 27 = 44.74";
    /// Pensiones por invalidez o muerte: 1.75 % del SBC.
    INVALIDEZ_PATRON = figura "cuotas.invalidez_patron", "Invalidez y vida, patrón", ["LSS 147", "LSS 31"], "331.44 × 0.0175 × 27 = 156.61";
    /// Pensiones por invalidez o muerte: 0.625 % del SBC.
    INVALIDEZ_OBRERO = figura "cuotas.invalidez_obrero", "Invalidez y vida, trabajador", ["LSS 147", "LSS 31"], "331.44 × 0.00625 × 27 = 55.93";
    /// 1 % del SBC, a cargo del patrón aunque no tenga trabajadores con hijos en guardería.
    GUARDERIAS = figura "cuotas.guarderias", "Guarderías y prestaciones sociales", ["LSS 211", "LSS 31"], "331.44 × 0.0100 × 27 = 89.49";
    /// 2 % del SBC a la cuenta individual. Se paga también por los días de incapacidad.
    RETIRO = figura "cuotas.retiro", "Retiro", ["LSS 168 I", "LSS 31 IV"], "331.01 × 0.0200 × 61 = 403.83";
    /// Cesantía en edad avanzada y vejez: la tasa del patrón depende del rango en que cae el SBC y del año.
    CEAV_PATRON = figura "cuotas.ceav_patron", "Cesantía y vejez, patrón", ["LSS 168 II a", "LSS 31"], "331.01 × 0.06026 × 61 = 1216.75";
    /// Cesantía en edad avanzada y vejez: 1.125 % del SBC.
    CEAV_OBRERO = figura "cuotas.ceav_obrero", "Cesantía y vejez, trabajador", ["LSS 168 II b", "LSS 31"], "331.01 × 0.01125 × 61 = 227.16";
    /// 5 % del SBC a la subcuenta de vivienda. No es del IMSS, pero se paga junto. Se paga también por los días de incapacidad.
    INFONAVIT = figura "cuotas.infonavit", "Aportación al Infonavit", ["Ley del Infonavit 29 II"], "331.01 × 0.0500 × 61 = 1009.58";
    /// Lo que la ley pone a cargo del patrón, antes de sumar lo que absorbe por el artículo 36.
    PATRONAL = figura "cuotas.patronal", "Cuotas del patrón", ["LSS 39"], "Suma de los ramos del patrón, ya redondeados";
    /// Lo que la ley pone a cargo del trabajador. El patrón lo retiene, salvo a quien gana el mínimo.
    OBRERA = figura "cuotas.obrera", "Cuotas del trabajador", ["LSS 38", "LSS 39"], "Suma de los ramos del trabajador, ya redondeados";
    /// Cuando la cuota diaria no pasa del salario mínimo del área, el patrón paga toda la cuota del trabajador. Lo que decide es la cuota diaria, no el SBC.
    OBRERA_A_CARGO = figura "cuotas.obrera_a_cargo_del_patron", "Cuota del trabajador que paga el patrón", ["LSS 36"], "Cuota diaria 315.04 en 2026: toda la parte obrera";
    /// Lo que se entera: patrón, trabajador e Infonavit.
    TOTAL = figura "cuotas.total", "Total", ["LSS 39"], "Patronal + obrera + Infonavit";
    /// El SBC tiene un tope de 25 UMA.
    SBC_APLICADO = figura "cuotas.sbc_aplicado", "Salario con que se cotiza", ["LSS 28"], "mínimo(3500.00, 2932.75) = 2932.75";
    /// Veinticinco veces la UMA.
    TOPE_SBC = figura "cuotas.tope_sbc", "Tope del salario base de cotización", ["LSS 28"], "117.31 × 25 = 2932.75";
    /// Lo que el SBC pasa de tres UMA; cero si no pasa.
    EXCEDENTE_BASE = figura "cuotas.excedente_base", "Lo que pasa de tres UMA", ["LSS 106 II"], "500.00 − 351.93 = 148.07";
    /// Tres veces la UMA.
    EXCEDENTE_DESDE = figura "cuotas.excedente_desde", "Tres UMA", ["LSS 106 II"], "117.31 × 3 = 351.93";
    /// Los días del periodo, menos los que la ley no cobra en ese ramo.
    DIAS_COTIZADOS = figura "cuotas.dias_cotizados", "Días que se pagan en este ramo", ["LSS 31", "RACERF 116"], "30 − 3 = 27";
    /// El renglón de la tabla de cesantía y vejez en que cae el SBC, y su tasa del año.
    TASA_CEAV = figura "cuotas.tasa_ceav", "Tasa de cesantía y vejez", ["LSS 168 II a"], "331.01 son 2.82 UMA: 6.026 % en 2026";

    /// El periodo se da de una de tres formas: año y mes, año y bimestre, o desde y hasta.
    PERIODO = error "cuotas.periodo", "El periodo no se entiende: {detalle} Escriba año y mes (1 a 12), año y bimestre (1 a 6), o las fechas «desde» y «hasta».", ["LSS 39"], "{\"anio\":2026,\"mes\":13}";
    /// La prima de riesgos de trabajo es de cada empresa; no hay una por omisión.
    PRIMA_FALTA = error "cuotas.prima_falta", "Falta la prima de riesgos de trabajo{detalle}. Está en su última determinación anual; si es nuevo, use la prima media de su clase.", ["LSS 72", "LSS 73"], "Un mes sin «prima_rt»";
    /// La ley limita la prima entre 0.50000 % y 15.00000 %.
    PRIMA_RANGO = advertencia "cuotas.prima_rango", "La prima {valor} % está fuera de lo que la ley permite ({minimo} a {maximo} %). Se calculó con ella; revise si se escribió en por ciento.", ["LSS 74"], "Prima \"0.00500\"";
    /// El registro patronal no tiene la forma debida; no cambia el cálculo.
    REGISTRO_PATRONAL = advertencia "cuotas.registro_patronal", "El registro patronal «{valor}» no cuadra: {detalle} No cambia el cálculo.", ["RACERF 13", "RACERF 14"], "Y3926552105";
    /// Un renglón corto (sólo con días) sirve cuando nada cambia en el periodo; si algo cambia, hace falta saber qué días son.
    RENGLON_SIN_FECHA = error "cuotas.renglon_sin_fecha", "En este periodo cambia algún parámetro ({detalle}), así que hace falta saber de qué días se trata: dé «desde» y «hasta» en lugar de «dias».", ["LSS 28", "LSS 168"], "30 días sin fechas en enero-febrero";
    /// Un renglón se da con fechas o con días, no con ambos.
    RENGLON_MEZCLADO = error "cuotas.renglon_mezclado", "Dé el renglón con «desde» y «hasta» e incidencias por fecha, o con «dias», «incapacidad» y «ausentismo»; no mezcle las dos formas.", ["Contrato de cálculo"], "{\"desde\":…,\"dias\":30}";
    /// Los días del renglón deben estar dentro del periodo que se calcula.
    RENGLON_FUERA = error "cuotas.renglon_fuera", "El renglón va del {desde} al {hasta} y el periodo es del {inicio} al {fin}. Recorte el renglón al periodo.", ["LSS 29"], "Marzo en el cálculo de abril";
    /// Un mismo día no puede estar en dos renglones del mismo trabajador.
    RENGLONES_TRASLAPADOS = error "cuotas.renglones_traslapados", "El {fecha} está en dos renglones del mismo trabajador.", ["LSS 29"], "Del 1 al 15 y del 15 al 30";
    /// El trabajador no tiene nada que calcular.
    SIN_RENGLONES = error "cuotas.sin_renglones", "El trabajador no tiene renglones, ni SBC con movimientos: no hay qué calcular.", ["LSS 29"], "{\"renglones\":[]}";
    /// Se cotizan días naturales: no puede haber más que los del periodo.
    DIAS = error "cuotas.dias", "Son {dias} días y el periodo tiene {maximo}. Se cotizan días naturales.", ["LSS 29"], "30 días en febrero";
    /// La incapacidad y el ausentismo no pueden sumar más que los días del renglón.
    DESCUENTO = error "cuotas.descuento", "La incapacidad y el ausentismo suman {descuento} días y el renglón tiene {dias}.", ["LSS 31"], "3 días con 5 de incapacidad";
    /// El salario base de cotización no puede ser cero.
    SBC_CERO = error "cuotas.sbc_cero", "Falta el salario base de cotización (SBC).", ["LSS 28", "LSS 30"], "{\"sbc\":\"0.00\"}";
    /// Ningún salario base de cotización puede ser menor al salario mínimo del área.
    SBC_BAJO = advertencia "cuotas.sbc_bajo", "El SBC {sbc} es menor al mínimo con que se puede cotizar ({piso}). Se calculó como se escribió; corríjalo.", ["LSS 28", "LSS 29 III"], "300.00 en 2026, área general";
    /// El salario base de cotización se limita a 25 UMA.
    SBC_TOPE = nota "cuotas.sbc_tope", "El SBC {sbc} pasa de 25 UMA: se cotiza con el tope, {tope}.", ["LSS 28"], "3500.00 en 2026";
    /// Sin la cuota diaria no se sabe si el trabajador gana el mínimo y entonces quién paga su parte.
    CUOTA_DIARIA_FALTA = advertencia "cuotas.cuota_diaria_falta", "Sin la cuota diaria no se sabe si gana el salario mínimo; se supuso que no, y que su parte se le retiene.", ["LSS 36"], "Renglón sin «cuota_diaria»";
    /// La cuota diaria nunca es mayor que el salario ya integrado.
    CUOTA_DIARIA_MAYOR = advertencia "cuotas.cuota_diaria_mayor", "La cuota diaria {cuota} es mayor que el SBC {sbc}: el SBC incluye la cuota diaria y las prestaciones. Revise cuál está mal.", ["LSS 27", "LSS 30"], "Cuota 500.00 con SBC 450.00";
    /// Nadie puede ganar menos que el salario mínimo, salvo jornada o semana reducida.
    CUOTA_DIARIA_BAJA = advertencia "cuotas.cuota_diaria_baja", "La cuota diaria {cuota} es menor al salario mínimo ({minimo}). Sólo es posible con jornada o semana reducida.", ["LFT 90", "LSS 29 III"], "300.00 en 2026";
    /// La parte del trabajador la paga el patrón porque gana el salario mínimo.
    ARTICULO_36 = nota "cuotas.articulo_36", "Gana el salario mínimo: el patrón paga también la parte del trabajador, {importe}.", ["LSS 36"], "Cuota diaria 315.04 en 2026";
    /// La incidencia debe tener al menos un día y caber en un año.
    INCIDENCIA_DIAS = error "cuotas.incidencia_dias", "La incidencia es de {dias} días; debe tener entre 1 y 366.", ["LSS 31"], "Incapacidad de 0 días";
    /// Parte de la incidencia cae en días que no se calculan; esos días no cuentan.
    INCIDENCIA_FUERA = nota "cuotas.incidencia_fuera", "La incidencia del {desde} ({dias} días) tiene días fuera de los que se calculan; sólo contaron {contados}.", ["LSS 31"], "Incapacidad que empezó el mes anterior";
    /// Un mismo día no puede ser de dos incidencias.
    INCIDENCIAS_TRASLAPADAS = error "cuotas.incidencias_traslapadas", "El {fecha} está en dos incidencias del mismo trabajador.", ["LSS 31"], "Incapacidad y ausentismo el mismo día";
    /// Sólo se descuentan hasta siete ausencias por mes; desde la octava, sin baja, subsiste la obligación completa.
    AUSENTISMO_EXCEDIDO = advertencia "cuotas.ausentismo_excedido", "Hay {dias} días de ausentismo en el mes; sólo se descuentan {maximo}. Con ocho o más consecutivos procede la baja.", ["LSS 31 I", "LSS 37"], "9 faltas en abril";
    /// El límite de ausencias es por mes natural: con más de siete en un periodo de varios meses hacen falta las fechas.
    AUSENTISMO_SIN_FECHA = error "cuotas.ausentismo_sin_fecha", "Son {dias} días de ausentismo en un periodo de más de un mes, y el límite es de {maximo} por mes: dé las ausencias con su fecha.", ["LSS 31 I"], "9 faltas en un bimestre, sin fechas";
    /// La tabla de semana reducida descontó más días de los que tiene el tramo.
    AUSENTISMO_RECORTADO = nota "cuotas.ausentismo_recortado", "Por la semana reducida, las faltas descuentan más días de los que tiene el tramo; se descontaron los que tiene.", ["RACERF 116"], "1 falta de quien labora un día, en un tramo de 3 días";
    /// Los días que se laboran a la semana van de 1 a 7; seis o siete es la semana completa.
    SEMANA = error "cuotas.semana", "«{dias}» no son días laborados a la semana: deben ser de 1 a 7.", ["RACERF 62", "RACERF 116"], "{\"dias_laborados_semana\":9}";
    /// El número de seguridad social no cuadra; no cambia el cálculo.
    NSS = advertencia "cuotas.nss", "El NSS «{valor}» no cuadra (once dígitos y su dígito verificador). No cambia el cálculo, pero el IMSS lo rechazaría.", ["RACERF 45"], "92919084432";
    /// El mismo trabajador aparece dos veces.
    NSS_REPETIDO = advertencia "cuotas.nss_repetido", "El NSS {valor} está dos veces en la nómina: se calculó ambas.", ["RACERF 45"], "Dos filas con 92919084431";
    /// Los movimientos deben contar una historia posible.
    MOVIMIENTO = error "cuotas.movimiento", "El movimiento «{tipo}» del {fecha} no es posible: {detalle}", ["LSS 15 I", "LSS 35"], "Baja de quien ya estaba dado de baja";
    /// El trabajador no estuvo dado de alta ningún día del periodo.
    SIN_DIAS = nota "cuotas.sin_dias", "No tiene días cotizados en el periodo.", ["LSS 29"], "Baja antes de que empiece el mes";
}
