//! Capitales constitutivos and gastos de ejecución.

reglas! {
    /// El costo de un servicio médico: su costo unitario por las veces que se dio.
    SERVICIO = figura "capital_constitutivo.servicio", "Servicio médico", ["LSS 79", "RACERF 112"], "45,054.00: tres días de hospitalización a 15,018.00";
    /// Subsidios, indemnizaciones, gastos de funeral y valor actual de la pensión.
    PRESTACIONES = figura "capital_constitutivo.prestaciones", "Prestaciones económicas", ["LSS 79"], "14 días de subsidio a 400.00: 5,600.00";
    /// La suma de los servicios y de las prestaciones económicas.
    SUBTOTAL = figura "capital_constitutivo.subtotal", "Prestaciones en especie y en dinero", ["LSS 79"], "94,209.00";
    /// El por ciento de administración se agrega al capital constitutivo; no a los gastos por inscripciones improcedentes.
    ADMINISTRACION = figura "capital_constitutivo.administracion", "Gastos de administración", ["LSS 79 XII", "LSS 54"], "94,209.00 × 5 % = 4,710.45";
    /// Lo que se cobra.
    TOTAL = figura "capital_constitutivo.total", "Total", ["LSS 79"], "94,209.00 + 4,710.45 = 98,919.45";
    /// El por ciento del crédito que cuesta cada diligencia.
    POR_CIENTO = figura "gastos_ejecucion.por_ciento", "Por ciento del crédito", ["CFF 150"], "250,000.00 × 2 % = 5,000.00";
    /// El gasto no baja del mínimo.
    CON_MINIMO = figura "gastos_ejecucion.con_minimo", "Gasto con el mínimo", ["CFF 150"], "10,000.00 × 2 % = 200.00: el mínimo, 630.00";
    /// El gasto no pasa del máximo.
    GASTO = figura "gastos_ejecucion.gasto", "Gasto de una diligencia", ["CFF 150", "LSS 291"], "5,000.00";
    /// El gasto por las diligencias que se cobran.
    TOTAL_DE_GASTOS = figura "gastos_ejecucion.total", "Gastos de ejecución", ["CFF 150", "RCFF 95"], "5,000.00 × 2 = 10,000.00";

    /// Un capital constitutivo necesita algún servicio o alguna prestación.
    VACIO = error "capital_constitutivo.vacio", "Anote los servicios que se dieron (hasta {maximo}) o las prestaciones económicas.", ["LSS 79"], "servicios: []";
    /// La cantidad son días, sesiones o estudios.
    CANTIDAD = error "capital_constitutivo.cantidad", "La cantidad {cantidad} no es de un servicio; va de 1 a {maximo}.", ["LSS 79"], "cantidad: 0";
    /// El servicio debe ser uno de la tabla de costos unitarios.
    SERVICIO_DESCONOCIDO = error "capital_constitutivo.clave", "No se conoce el servicio «{clave}». Los que hay son: {opciones}.", ["RACERF 112"], "clave: \"parto\"";
    /// No todos los servicios se dan en todos los niveles.
    NIVEL = error "capital_constitutivo.nivel", "No se conoce el costo de «{clave}» en el nivel {nivel}. Se conoce en: {opciones}. Si se publicó, agréguelo como suplemento normativo, tabla «costos_unitarios».", ["RACERF 112"], "tococirugia en el nivel 1";
    /// Los costos se publican cada año; sólo están los que se pudieron leer. El programa no los supone.
    SIN_COSTOS = error "capital_constitutivo.sin_costos", "Los costos unitarios de {anio} no están cargados. {detalle}", ["LSS 79", "RACERF 112"], "Determinación en 2026";
    /// Sin crédito no hay gastos: no se cobran si queda insubsistente.
    SIN_CREDITO = error "gastos_ejecucion.sin_credito", "El crédito es cero: no hay gastos de ejecución. Anote el importe que se cobra.", ["CFF 150", "RCFF 95"], "credito: \"0.00\"";

    /// El costo viene de la prensa y no se vio en el Diario Oficial.
    NO_VERIFICADO = advertencia "capital_constitutivo.no_verificado", "El costo de «{servicio}» no está verificado ({fuente}). Confírmelo en el Diario Oficial antes de usarlo.", ["RACERF 112"], "Urgencias en el tercer nivel";

    /// Rigen los costos unitarios de la fecha en que se determina el crédito, no los del siniestro.
    DETERMINACION = nota "capital_constitutivo.determinacion", "Se usaron los costos unitarios vigentes el {fecha}, cuando se determina el crédito. Si faltan prestaciones, el Instituto puede fincar después otro capital constitutivo.", ["LSS 79", "RACERF 112"], "Siniestro de 2024 determinado en 2025";
    /// Los gastos por inscripciones improcedentes llevan las prestaciones, sin el por ciento de administración de los capitales constitutivos.
    IMPROCEDENTES = nota "capital_constitutivo.improcedentes", "Son gastos por inscripción improcedente: se usaron los costos unitarios vigentes el {fecha} y no llevan gastos de administración.", ["RACERF 119", "LSS 79 XII"], "improcedentes: true";
    /// El por ciento del crédito queda fuera de los límites de la ley.
    LIMITADO = nota "gastos_ejecucion.limitado", "El por ciento del crédito queda fuera de los límites de la diligencia, de {minimo} a {maximo} pesos: se cobran {gasto}.", ["CFF 150"], "Crédito de 10,000.00 en 2026";
    /// Requerir y embargar en una misma diligencia se cobra una sola vez, aunque comprenda varios créditos.
    UN_COBRO = nota "gastos_ejecucion.un_cobro", "El requerimiento y el embargo en una misma diligencia se cobran una sola vez.", ["RCFF 95"], "Requerimiento y embargo el mismo día";
}
