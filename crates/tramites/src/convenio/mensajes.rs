//! Findings of the application for a payment plan, besides those of the rules and of any form.

ventanilla_reglas::reglas! {
    /// La solicitud de una persona moral la firma quien la representa.
    FIRMA_DE_MORAL = error "solicitud_convenio.firma_de_moral", "El RFC es de una persona moral: firma su representante. Elija «Quien lo representa».", ["RACERF 133"], "Sociedad anónima que firma «el propio patrón»";
    /// El poder debe alcanzar para reconocer el adeudo y obligarse a pagarlo.
    PODER_INSUFICIENTE = advertencia "solicitud_convenio.poder_insuficiente", "Para firmar se pide un poder notarial con actos de administración y pleitos y cobranzas. Consiga uno que los tenga, o que firme el patrón.", ["RACERF 133"], "Poder sólo para pleitos";
    /// La solicitud comprende todos los créditos a cargo del patrón.
    FALTAN_CREDITOS = error "solicitud_convenio.faltan_creditos", "La solicitud debe comprender todos los créditos a su cargo. Agregue los que faltan.", ["RACERF 133"], "Sólo dos de los tres meses que debe";
    /// A quien hace poco abandonó el trámite o incumplió otro convenio no se le da trámite.
    INCUMPLIO_ANTES = error "solicitud_convenio.incumplio_antes", "Si en ese tiempo abandonó una solicitud o incumplió un convenio, no se le da trámite, y contra la negativa no hay recurso. Espere a que se cumpla, o pague en una exhibición.", ["RACERF 136"], "Convenio incumplido hace dos meses";
    /// En concurso o liquidación el convenio quedaría sin efecto desde que empieza.
    EN_CONCURSO = advertencia "solicitud_convenio.en_concurso", "El concurso mercantil o la liquidación dejan sin efecto un convenio. Consulte en la subdelegación antes de seguir.", ["RACERF 138"], "Empresa en liquidación";
    /// Un importe que no se puede leer como índice.
    INPC = error "solicitud_convenio.inpc", "No es un índice de precios. Copie el número del Diario Oficial, por ejemplo 145.527.", ["CFF 17-A"], "INPC «ciento cuarenta»";
    /// Cada mes tiene un solo índice: con dos, el adeudo dependería de cuál se tome.
    INPC_REPETIDO = error "solicitud_convenio.inpc_repetido", "Ese mes ya está arriba, con su índice. Deje el correcto y quite el otro.", ["CFF 17-A", "CFF 20"], "Octubre dos veces, con 143.4 y con 160";
    /// La solicitud se recibe otro día que el que se anotó.
    OTRO_DIA = advertencia "solicitud_convenio.otro_dia", "La solicitud se calcula al {solicitud} y se presenta el {hoy}. Si se presenta hoy, borre esa fecha para que las cifras sean las de hoy.", ["CFF 66", "RACERF 133"], "Solicitud en papel de hace dos días";
    /// Primero se ofrece el billete de depósito, hasta donde alcance la capacidad económica.
    ORDEN_DE_GARANTIA = advertencia "solicitud_convenio.orden_de_garantia", "Las garantías van en orden: primero se ofrece {primera}, hasta donde alcance su capacidad económica. Acompañe con qué acredita que no le alcanza.", ["CFF 141"], "Fianza sin ofrecer antes el billete de depósito";
    /// La garantía cubre el adeudo y los recargos de todo el plazo.
    GARANTIA_CORTA = advertencia "solicitud_convenio.garantia_corta", "La garantía que ofrece vale {valor} y se pide que cubra {monto}. Amplíela o agregue otra.", ["CFF 66-A III", "CFF 141"], "Depósito de 50,000 para un adeudo de 77,044.20";
}
