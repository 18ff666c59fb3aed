//! What can be wrong with an input document, whatever the operation.

reglas! {
    /// El documento debe ser JSON bien formado.
    JSON = error "entrada.json", "El documento no es JSON bien formado: renglón {renglon}, columna {columna}. Revise comillas, comas y llaves.", ["Contrato de cálculo"], "{\"tipo\":\"rfc\"";
    /// Las operaciones sólo aceptan las claves que conocen, para que un nombre mal escrito no se ignore en silencio.
    CLAVE_DESCONOCIDA = error "entrada.clave_desconocida", "No se conoce la clave «{clave}». Las que se aceptan aquí son: {opciones}.", ["Contrato de cálculo"], "{\"tpo\":\"rfc\"}";
    /// Falta un dato sin el que no se puede calcular.
    FALTA = error "entrada.falta", "Falta «{clave}».", ["Contrato de cálculo"], "{\"tipo\":\"rfc\"} sin «valor»";
    /// Una clave aparece dos veces en el mismo objeto.
    CLAVE_REPETIDA = error "entrada.clave_repetida", "La clave «{clave}» aparece dos veces.", ["Contrato de cálculo"], "{\"valor\":\"A\",\"valor\":\"B\"}";
    /// El valor no es uno de los que la clave admite.
    VALOR_DESCONOCIDO = error "entrada.valor_desconocido", "«{valor}» no es un valor admitido. Los que hay son: {opciones}.", ["Contrato de cálculo"], "{\"area\":\"norte\"}";
    /// El valor es de otra clase: los importes, las tasas y las fechas van como texto entre comillas; las cuentas de días, como número entero.
    TIPO = error "entrada.tipo", "El dato no es de la clase que se espera ({detalle}). Los importes, las tasas y las fechas van entre comillas; los días, como número entero.", ["Contrato de cálculo"], "{\"sbc\": 331.44}";
    /// Los importes llevan punto decimal, sin comas ni signo de pesos.
    IMPORTE_FORMATO = error "entrada.importe", "«{valor}» no es un importe. Escríbalo con punto decimal y sin comas, por ejemplo \"331.44\".", ["Contrato de cálculo"], "\"1,331.44\"";
    /// Un importe en pesos tiene a lo más dos decimales: redondear por cuenta propia cambiaría el resultado.
    IMPORTE_DECIMALES = error "entrada.importe_decimales", "«{valor}» tiene más de dos decimales. Un importe en pesos lleva dos.", ["Contrato de cálculo"], "\"331.445\"";
    /// El importe es demasiado grande para ser un dato real.
    IMPORTE_TAMANO = error "entrada.importe_tamano", "«{valor}» es demasiado grande; el máximo es 9999999999.99.", ["Contrato de cálculo"], "\"99999999999.00\"";
    /// Los importes que se capturan no son negativos.
    IMPORTE_NEGATIVO = error "entrada.importe_negativo", "«{valor}» es negativo, y aquí un importe no puede serlo.", ["Contrato de cálculo"], "\"-5.00\"";
    /// Las tasas y primas se escriben en por ciento, con cinco decimales a lo más.
    TASA_FORMATO = error "entrada.tasa", "«{valor}» no es un porcentaje. Escríbalo con punto decimal, entre 0 y 100 y con cinco decimales a lo más, por ejemplo \"0.50000\".", ["Contrato de cálculo"], "\"0,5\"";
    /// Las cantidades que no son dinero se escriben con punto decimal, sin comas ni signo.
    CANTIDAD_FORMATO = error "entrada.cantidad", "«{valor}» no es una cantidad. Escríbala con punto decimal, sin comas ni signo, hasta 9999999 y con diez decimales a lo más, por ejemplo \"9.5205\".", ["Contrato de cálculo"], "\"1,200\" trabajadores";
    /// Las fechas se escriben AAAA-MM-DD.
    FECHA_FORMATO = error "entrada.fecha", "«{valor}» no es una fecha. Escríbala como AAAA-MM-DD, por ejemplo \"2026-04-01\", y revise que el día exista.", ["Contrato de cálculo"], "\"2026-02-30\"";
    /// Los meses se escriben AAAA-MM.
    MES_FORMATO = error "entrada.mes", "«{valor}» no es un mes. Escríbalo como AAAA-MM, por ejemplo \"2026-10\".", ["Contrato de cálculo"], "\"10-2026\"";
    /// Una política es un punto en que la ley o la práctica admiten más de una lectura; cada una tiene valores con nombre.
    POLITICA_DESCONOCIDA = error "entrada.politica", "No se conoce la política «{nombre}» con valor «{valor}». Lo que se admite: {opciones}.", ["Contrato de cálculo"], "{\"politicas\":{\"ceav_hueco\":\"inferior\"}}";
    /// La operación pedida no existe.
    OPERACION_DESCONOCIDA = error "entrada.operacion", "No hay una operación «{operacion}». Las que hay son: {opciones}.", ["Contrato de cálculo"], "calcular cuota.periodo";
    /// Ninguna fila de la tabla rige en esa fecha. El programa no supone valores: agréguelo como suplemento si ya se publicó.
    FUERA_DE_VIGENCIA = error "normativa.fuera_de_vigencia", "{detalle}", ["Contrato de cálculo"], "Cuotas de 2028 sin UMA 2028";
    /// El texto de ley que se aplicó se revisó hasta cierta fecha; después pudo reformarse.
    VERIFICADO_HASTA = advertencia "normativa.verificado_hasta", "El texto de ley que se aplica ({tablas}) se revisó hasta el {fecha}, y el cálculo usa fechas posteriores. Confirme que no haya una reforma.", ["Contrato de cálculo"], "Cuotas de diciembre de 2026";
    /// Se usó una fila que agregó el operador, no una publicada con el programa.
    SUPLEMENTO = nota "normativa.suplemento", "Se usó el suplemento normativo: {filas}.", ["Contrato de cálculo"], "UMA 2027 agregada por el operador";
}
