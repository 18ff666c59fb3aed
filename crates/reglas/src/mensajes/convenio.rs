//! The payment plan: its figures, what it leaves out, and what may be found on the way.

reglas! {
    /// Lo que entra al convenio y se puede pagar a plazos, con su actualización y sus recargos a la fecha de la solicitud.
    ADEUDO_PATRONAL = figura "convenio.adeudo_patronal", "Adeudo que se puede pagar a plazos", ["LSS 40 C", "CFF 66 II"], "87,975.33";
    /// La cuota que se retuvo a los trabajadores, con su actualización y sus recargos. No se paga a plazos.
    ADEUDO_OBRERA = figura "convenio.adeudo_obrera", "Cuota obrera con sus accesorios", ["LSS 40 C", "CFF 66-A VI"], "21,993.83";
    /// Un crédito, o una de sus partes, con sus accesorios.
    CREDITO = figura "convenio.credito", "Crédito con sus accesorios", ["CFF 66 II"], "81,248.00 + 6,727.33 = 87,975.33";
    /// De qué adeudo es porcentaje el pago inicial, si se toma con la cuota obrera.
    BASE_INICIAL = figura "convenio.base_inicial", "Adeudo total del que sale el pago inicial", ["CFF 66 II"], "87,975.33 + 21,993.83 = 109,969.16";
    /// La parte del adeudo que se paga con la solicitud. Nunca más que el propio adeudo.
    INICIAL_PATRONAL = figura "convenio.inicial_patronal", "Parte del adeudo que se paga al inicio", ["CFF 66 II", "RACERF 133"], "87,975.33 × 20 % = 17,595.07";
    /// El menor entre esa parte y el adeudo que se puede pagar a plazos.
    INICIAL_TOPE = figura "convenio.inicial_tope", "Pago inicial, sin pasar del adeudo", ["CFF 66 II"], "El menor de 21,993.83 y 87,975.33";
    /// Lo que se paga con la solicitud: la parte inicial y toda la cuota obrera.
    PAGO_INICIAL = figura "convenio.pago_inicial", "Pago inicial", ["CFF 66 II", "LSS 40 C", "RACERF 133"], "17,595.07 + 21,993.83 = 39,588.90";
    /// Lo que queda por pagar a plazos. Ya no se actualiza: la tasa del plazo incluye la actualización.
    SALDO = figura "convenio.saldo", "Saldo a plazos", ["CFF 66-A I", "CFF 66-A II"], "87,975.33 − 17,595.07 = 70,380.26";
    /// La tasa mensual de recargos según el plazo total. Es la de la fecha de la solicitud y no cambia.
    TASA = figura "convenio.tasa", "Recargos por prórroga, por ciento mensual", ["LIF 11 II", "CFF 66-A"], "Hasta doce meses en 2026: 1.42";
    /// La mensualidad igual. La ley pide pagos iguales con recargos sobre saldos y no escribe la fórmula; la que se usa es la de la política «parcialidad».
    PARCIALIDAD = figura "convenio.parcialidad", "Mensualidad", ["CFF 66-A I", "LSS 40 C"], "70,380.26 a 12 meses con 1.42 %: 6,420.35";
    /// Recargos de todo el plazo sobre el saldo inicial, con la política «global».
    INTERES_GLOBAL = figura "convenio.interes_global", "Recargos del plazo sobre el saldo inicial", ["CFF 66-A I"], "70,380.26 × 0.0142 × 12 = 11,992.796304";
    /// El saldo y los recargos de todo el plazo, con la política «global».
    SALDO_GLOBAL = figura "convenio.saldo_global", "Saldo con los recargos del plazo", ["CFF 66-A I"], "70,380.26 + 11,992.796304 = 82,373.056304";
    /// Los recargos de un mes: el saldo por la tasa. Se explica el primero; los demás salen igual, con el saldo que va quedando.
    RECARGO = figura "convenio.recargo", "Recargos de la primera mensualidad", ["CFF 66-A I", "LIF 11 II"], "70,380.26 × 0.0142 = 999.40";
    /// Lo que la mensualidad baja del saldo.
    CAPITAL = figura "convenio.capital", "Lo que la primera mensualidad baja del saldo", ["CFF 66-A I"], "6,420.35 − 999.40 = 5,420.95";
    /// Los recargos del pago diferido: el saldo por la tasa y por los meses o fracción.
    RECARGO_DIFERIDO = figura "convenio.recargo_diferido", "Recargos del pago diferido", ["CFF 66-A II"], "70,380.26 × 0.0197 × 6 = 8,318.95";
    /// Las mensualidades iguales, juntas.
    IGUALES = figura "convenio.parcialidades_iguales", "Mensualidades iguales", ["CFF 66-A I"], "6,420.35 × 12 = 77,044.20";
    /// La última mensualidad, que absorbe los centavos.
    ULTIMA = figura "convenio.ultima_parcialidad", "Última mensualidad, que absorbe los centavos", ["CFF 66-A I"], "3,566.93";
    /// Lo que se paga a plazos: todas las mensualidades, o el pago diferido.
    TOTAL_A_PLAZOS = figura "convenio.total_a_plazos", "Total a plazos", ["CFF 66-A"], "77,044.20";
    /// Lo que cuesta el plazo.
    RECARGOS = figura "convenio.recargos_de_prorroga", "Recargos por prórroga", ["CFF 66-A", "LIF 11 II"], "77,044.20 − 70,380.26 = 6,663.94";
    /// El pago inicial y lo que se paga a plazos.
    TOTAL_GENERAL = figura "convenio.total_general", "Total del convenio", ["CFF 66-A"], "39,588.90 + 77,044.20 = 116,633.10";
    /// La parte del adeudo que se garantiza.
    PARTE_GARANTIZADA = figura "convenio.parte_garantizada", "Parte del adeudo que se garantiza", ["CFF 66-A III"], "87,975.33 × 80 % = 70,380.26";
    /// Lo que se garantiza: esa parte y los recargos del plazo.
    GARANTIA = figura "convenio.garantia", "Garantía", ["CFF 66-A III", "RACERF 133"], "70,380.26 + 6,663.94 = 77,044.20";
    /// Lo que falta de una mensualidad vencida.
    FALTANTE = figura "convenio.faltante", "Lo que falta de la mensualidad", ["CFF 66-A I"], "7,225.20 − 0.00 = 7,225.20";
    /// Lo que falta de una mensualidad vencida, con su actualización y sus recargos por mora.
    VENCIDA = figura "convenio.vencida", "Mensualidad vencida con su mora", ["CFF 66-A I", "CFF 17-A", "CFF 21"], "7,291.67 + 321.56 = 7,613.23";
    /// Lo que se pagó después del vencimiento sin cubrirlo todo.
    A_CUENTA = figura "convenio.a_cuenta", "Pagado a cuenta después del vencimiento", ["CFF 66-A V"], "1,000.00";
    /// Las mensualidades vencidas con su mora, juntas.
    TOTAL_VENCIDO = figura "convenio.total_vencido", "Total vencido con su mora", ["CFF 66-A I"], "7,613.23";
    /// Las cuotas que se generaron después de la solicitud y ya vencieron, con sus accesorios.
    CUOTAS_POSTERIORES = figura "convenio.cuotas_posteriores", "Cuotas posteriores vencidas, con sus accesorios", ["RACERF 139"], "0.00";
    /// Lo que hay que pagar, en una exhibición, para rehabilitar el convenio.
    REHABILITACION = figura "convenio.rehabilitacion", "Pago para rehabilitar el convenio", ["RACERF 139"], "22,412.50 + 0.00 = 22,412.50";

    /// El adeudo se da con sus créditos o con su saldo, no de las dos maneras.
    SALDO_Y_CREDITOS = error "convenio.saldo_y_creditos", "Anote los créditos o el saldo, no los dos: con los créditos el saldo se calcula.", ["CFF 66-A I"], "saldo y creditos juntos";
    /// Sin créditos ni saldo no hay de qué hacer un convenio.
    SIN_CREDITOS = error "convenio.sin_creditos", "Anote al menos un crédito, o el saldo a plazos.", ["RACERF 133"], "creditos: []";
    /// Un documento trae hasta quinientos créditos.
    DEMASIADOS = error "convenio.demasiados_creditos", "Son {cuantos} créditos y el máximo de un documento es {maximo}.", ["RACERF 133"], "quinientos un créditos";
    /// Las cuotas se anotan en patronal y obrera; lo demás, en importe.
    IMPORTES = error "convenio.importes", "Los importes de este crédito van en {van}: {otros} no le corresponde.", ["LSS 40 C", "LSS 40 D"], "Una multa con cuota patronal";
    /// Cada crédito lleva su importe.
    SIN_IMPORTE = error "convenio.sin_importe", "Falta el importe de este crédito. Anótelo en {van}.", ["RACERF 133"], "Un crédito cop sin patronal ni obrera";
    /// El periodo se escribe AAAA-MM.
    PERIODO = error "convenio.periodo", "«{valor}» no es un periodo. Escríbalo como AAAA-MM, por ejemplo \"2026-01\".", ["LSS 39"], "periodo: \"01-2026\"";
    /// El periodo de RCV es un bimestre y se nombra por su segundo mes.
    PERIODO_RCV = error "convenio.periodo_rcv", "«{valor}» no termina un bimestre. Anote el segundo mes del bimestre: 02, 04, 06, 08, 10 o 12.", ["LSS 40 D"], "RCV de 2026-01";
    /// Cada modalidad tiene un plazo máximo.
    PLAZO = error "convenio.plazo", "{modalidad} tiene un plazo de 1 a {maximo} meses, y se piden {plazo}.", ["LSS 40 C", "CFF 66"], "plazo: 60";
    /// La comparación lleva de uno a doce plazos.
    PLAZOS = error "convenio.plazos", "Compare de 1 a {maximo} plazos; se piden {cuantos}.", ["LSS 40 C"], "plazos: []";
    /// Después del pago inicial no queda nada que pagar a plazos.
    SIN_SALDO = error "convenio.sin_saldo", "No queda saldo que pagar a plazos: ninguno de los créditos puede entrar, o el pago inicial lo cubre todo.", ["CFF 66-A I"], "Sólo cuota obrera";
    /// Los importes son demasiado grandes para calcularlos con exactitud.
    TAMANO = error "convenio.tamano", "Los importes son demasiado grandes para calcularlos con exactitud. Revise los datos.", ["CFF 66-A I"], "Una suma de cien mil billones";
    /// La tabla del convenio lleva sus mensualidades en orden, con fechas que avanzan.
    TABLA = error "convenio.tabla", "Las mensualidades van numeradas desde 1, en orden y con fechas que avanzan; hasta {maximo}. Revise la {numero}.", ["CFF 66-A I"], "Dos mensualidades con el número 1";
    /// Cada pago dice de qué mensualidad es.
    PAGO_AJENO = error "convenio.pago_ajeno", "El convenio no tiene la mensualidad {numero}.", ["CFF 66-A I"], "Pago de la mensualidad 13 de 12";
    /// Un pago posterior a la fecha en que se revisa no se conoce todavía.
    PAGO_FUTURO = error "convenio.pago_futuro", "El pago es del {pago}, después de la fecha en que se revisa el convenio ({fecha}). Corrija una de las dos.", ["CFF 66-A I"], "Pago de mañana";

    /// Los créditos con fianza que se está haciendo efectiva no entran a un convenio.
    EXCLUIDO_FIANZA = advertencia "convenio.fianza_en_tramite", "Este crédito no entra al convenio: su fianza está en trámite de hacerse efectiva. Páguelo aparte.", ["RACERF 141"], "fianza_en_tramite: true";
    /// La prórroga excepcional del 40 E tiene sus propias reglas y no se mezcla con el convenio.
    EXCLUIDO_40E = advertencia "convenio.prorroga_40e", "Este crédito no entra al convenio: tiene la prórroga excepcional del artículo 40 E, que lleva sus propias reglas.", ["LSS 40 E", "RACERF 144"], "prorroga_40e: true";
    /// RCV no se paga en parcialidades; sólo diferido.
    EXCLUIDO_RCV = advertencia "convenio.rcv_en_parcialidades", "Este crédito no entra al convenio: RCV no se paga en parcialidades, sólo diferido y por periodos completos. Páguelo aparte o pida pago diferido.", ["LSS 40 C", "LSS 40 D"], "RCV en parcialidades";
    /// Una cuota que todavía no vence no es un adeudo; para cuotas futuras está el 40 E.
    NO_VENCIDO = advertencia "convenio.no_vencido", "Este crédito no entra al convenio: vence el {vencimiento}, después de la solicitud. Las cuotas futuras sólo se prorrogan con la autorización excepcional del artículo 40 E.", ["RACERF 140", "LSS 40 E"], "Cuota que vence el mes siguiente";
    /// La cuota retenida a los trabajadores nunca se paga a plazos.
    OBRERA = nota "convenio.cuota_obrera", "La cuota obrera no se paga a plazos: {importe} pesos se pagan completos con el pago inicial.", ["LSS 40 C", "CFF 66-A VI"], "Cuota obrera de 21,993.83";
    /// La ley manda pagar completa la cuota obrera; que sus accesorios también se paguen completos es la lectura que se usa.
    ACCESORIOS_OBRERA = nota "convenio.accesorios_obrera", "No se pudo confirmar si la actualización y los recargos de la cuota obrera también se pagan completos al inicio; aquí sí. Confírmelo con la subdelegación.", ["LSS 40 C", "CFF 66 II"], "Cuota obrera vencida";
    /// RCV se difiere por periodos completos y el Instituto avisa a la CONSAR.
    RCV_DIFERIDO = nota "convenio.rcv_diferido", "RCV se difiere por periodos completos, sin condonar accesorios; en la solicitud van las fechas de cada entero y el Instituto avisa a la CONSAR.", ["LSS 40 D", "RACERF 133"], "RCV en pago diferido";
    /// Un periodo completo de RCV tiene cuota patronal y obrera.
    RCV_INCOMPLETO = advertencia "convenio.rcv_incompleto", "RCV se difiere por periodos completos: anote el periodo y las dos cuotas, patronal y obrera.", ["LSS 40 D"], "RCV sin cuota obrera";
    /// El crédito impugnado entra si se desiste del medio de defensa y se entrega a tiempo el acuerdo.
    IMPUGNADO = advertencia "convenio.impugnado", "Este crédito está impugnado: entra si se desiste del medio de defensa y entrega copia del acuerdo {limite}. Si no, la solicitud queda sin efecto.", ["RACERF 142"], "impugnado: true";
    /// La ley no menciona los gastos de ejecución entre lo que entra al convenio; el Código los cuenta en el adeudo.
    GASTOS = nota "convenio.gastos_ejecucion", "Los gastos de ejecución se sumaron al adeudo, como dice el Código; la Ley del Seguro Social no los menciona. Confírmelo con la subdelegación.", ["CFF 66 II", "LSS 40 C"], "Gastos de ejecución de 630.00";
    /// Una cuota vence al mes siguiente de su periodo.
    VENCIMIENTO_AJENO = advertencia "convenio.vencimiento_del_periodo", "El periodo {periodo} vence en el mes siguiente, y se anotó {vencimiento}. Revise los dos datos.", ["LSS 39"], "Enero de 2026 con vencimiento en marzo";
    /// El pago inicial se hace antes o el día de la solicitud, que lleva su comprobante.
    PAGO_POSTERIOR = advertencia "convenio.pago_posterior", "El pago inicial ({pago}) es posterior a la solicitud ({solicitud}). La solicitud se presenta con el comprobante de ese pago.", ["RACERF 133", "CFF 66 II"], "Pago el día siguiente de la solicitud";
    /// La solicitud se presenta dentro de los días hábiles siguientes al pago inicial.
    TARDIA = advertencia "convenio.solicitud_tardia", "La solicitud es del {solicitud} y el plazo para presentarla venció el {limite}: se cuenta desde el pago inicial.", ["RACERF 133"], "Solicitud un mes después del pago inicial";
    /// La solicitud comprende todos los créditos a cargo del patrón.
    TOTALIDAD = nota "convenio.totalidad", "La solicitud debe comprender todos los créditos a su cargo. Compruebe que no falte ninguno.", ["RACERF 133"], "Toda solicitud";
    /// Quien abandonó o incumplió hace poco no puede pedir otro convenio.
    INTENTO_PREVIO = nota "convenio.intento_previo", "No se da trámite si en los {meses} meses anteriores abandonó una solicitud o incumplió un convenio, y esa negativa no admite recurso.", ["RACERF 136"], "Toda solicitud";
    /// El reglamento habla de unidades de inversión y el código de pesos.
    UDI = nota "convenio.udi", "El cálculo es en pesos, como el Código Fiscal vigente. El reglamento aún habla de unidades de inversión, pero remite a lo que diga el Código.", ["RACERF 137", "CFF 66-A"], "Todo convenio";
    /// No se sabe si el máximo de parcialidades cuenta el pago inicial.
    CUENTA_INICIAL = nota "convenio.cuenta_inicial", "Pide el máximo de {maximo} parcialidades. El reglamento llama «primera parcialidad» al pago inicial, y no se pudo confirmar si entra en la cuenta.", ["LSS 40 C", "RACERF 133"], "48 parcialidades";
    /// Hubo acuerdos que dispensaban la garantía; no se pudo confirmar que sigan vigentes.
    DISPENSA = nota "convenio.dispensa_de_garantia", "El Instituto ha dispensado la garantía en algunos convenios por acuerdo de su Consejo Técnico; no se pudo confirmar que siga vigente. Pregunte en la subdelegación.", ["CFF 66-A III", "CFF 141", "Acuerdo ACDO.AS2.HCT.300419/150.P.DIR"], "Todo convenio";
    /// Con autorización previa, la garantía se da después de que se notifica.
    GARANTIA_PREVIA = nota "convenio.garantia_previa", "Necesita autorización previa: la garantía se constituye dentro de los {dias} días hábiles siguientes a que se la notifiquen.", ["RACERF 134", "RACERF 135"], "Patrón de más de trescientos trabajadores";
    /// Qué funcionario autoriza según el monto no se pudo confirmar.
    QUIEN_AUTORIZA = nota "convenio.quien_autoriza", "La solicitud va a la subdelegación que controla el registro patronal. Qué autoridad la resuelve según el monto no se pudo confirmar.", ["LSS 251 XXXIII", "RACERF 133"], "Toda solicitud";
    /// Los entes públicos tienen plazo especial y posible reducción.
    ENTE_PUBLICO = nota "convenio.ente_publico", "Para entes públicos el plazo en parcialidades llega a {maximo} meses si se convino la compensación con participaciones. Además el Instituto puede {reduccion}; aquí no se restó nada.", ["LIF 2026 transitorio séptimo", "LIF 2026 transitorio vigésimo tercero"], "Municipio a 72 meses";
    /// No hay plazo especial cargado para esa fecha.
    ENTE_PUBLICO_SIN_REGLA = advertencia "convenio.ente_publico_sin_regla", "No hay cargado un plazo especial para entes públicos el {fecha}; se aplica el máximo de todos. Si la Ley de Ingresos de ese año lo da, agréguelo como suplemento.", ["LSS 40 C"], "Ente público en 2025";
    /// El saldo es tan chico que las mensualidades no salen todas iguales.
    SALDO_PEQUENO = nota "convenio.saldo_pequeno", "El saldo es tan pequeño para {plazo} meses que las mensualidades no salen iguales: los centavos se juntan al final.", ["CFF 66-A I"], "0.01 a 48 meses";

    /// Los pagos hechos después del vencimiento sin cubrir la mora se descuentan sin decidir cómo se aplican.
    PAGO_A_CUENTA = advertencia "convenio.pago_a_cuenta", "La mensualidad {numero} se pagó tarde y sin cubrirlo todo. Lo pagado se resta de lo que se debía al {dia}; el Instituto lo aplica en el orden del artículo 66-A, y puede dar otra cifra.", ["CFF 66-A V"], "Pago tardío sin recargos";
    /// Según el código cuentan las que no se pagan en tiempo y monto; según el reglamento, las que se dejan de pagar.
    TARDIAS = advertencia "convenio.tardias", "Hay {tardias} mensualidades pagadas tarde y {sin_pagar} sin pagar. El Código cuenta las que no se cubren «en tiempo y monto»: con ellas se llega a {limite}. Confirme su convenio con la subdelegación.", ["CFF 66-A IV", "RACERF 138 III"], "Tres pagadas tarde";
    /// Lo que pasa al quedar sin efecto el convenio.
    SIN_EFECTO = advertencia "convenio.sin_efecto", "El convenio queda sin efecto desde el {desde}: {causa}. El Instituto exige el saldo, actualizado y con recargos desde el último pago; hecho el requerimiento hay {dias} días para pagar.", ["RACERF 138", "CFF 66-A IV", "CFF 151"], "Tres mensualidades sin pagar";
    /// El convenio se rehabilita una sola vez.
    YA_REHABILITADO = advertencia "convenio.ya_rehabilitado", "El convenio ya se rehabilitó una vez, y sólo se puede una.", ["RACERF 139"], "rehabilitado: true";
    /// Para rehabilitar se pagan también las cuotas posteriores vencidas; el plazo es corto.
    REHABILITAR = nota "convenio.rehabilitar", "Puede rehabilitarlo una sola vez si paga todo en una exhibición, también las cuotas posteriores ya vencidas con sus accesorios. No se pudo confirmar desde qué día se cuentan los {dias} días hábiles: aquí, desde el {desde}.", ["RACERF 139"], "Tres mensualidades sin pagar";
}
