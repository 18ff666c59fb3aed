//! Identifiers: what is decoded from them, and what may be wrong.

reglas! {
    /// El dígito verificador que corresponde a los demás caracteres: lo que falta a la suma para llegar al siguiente múltiplo de diez (de once en el RFC, donde diez se escribe A).
    DIGITO_ESPERADO = figura "identificador.digito_esperado", "Dígito verificador que corresponde", ["CFF 27", "LGP 91", "LSS 15 I", "RACERF 14"], "La suma 59 llega a 60 con 1: el NSS 9291908443 termina en 1";
    /// Suma de lo que aporta cada posición.
    SUMA_PONDERADA = figura "identificador.suma_ponderada", "Suma de las posiciones", ["CFF 27", "LGP 91", "LSS 15 I", "RACERF 14"], "NSS 9291908443: 9 + 4 + 9 + 2 + 9 + 0 + 8 + 8 + 4 + 6 = 59";
    /// Lo que aporta una posición: el valor del carácter por su peso. En el NSS, el registro patronal y la CLABE el producto se reduce a una cifra.
    POSICION = figura "identificador.posicion", "Posición", ["CFF 27", "LGP 91", "LSS 15 I", "RACERF 14"], "NSS 9291908443, posición 2: 2 × 2 = 4";

    /// El RFC de una persona moral tiene 12 caracteres y el de una persona física, 13.
    RFC_LONGITUD = error "rfc.longitud", "El RFC tiene {tiene} caracteres. El de una persona moral lleva 12 y el de una persona física, 13: revise si falta o sobra alguno.", ["CFF 27"], "EKU9003173C";
    /// Letras (con Ñ y &), fecha de seis dígitos, homoclave de dos caracteres y un dígito verificador que puede ser A.
    RFC_FORMATO = error "rfc.formato", "En la posición {posicion} del RFC hay «{caracter}» y ahí va {esperado}.{pista}", ["CFF 27"], "EKU90O3173C9";
    /// Los seis dígitos que siguen a las letras son la fecha de nacimiento o de constitución: año, mes y día.
    RFC_FECHA = error "rfc.fecha", "En el RFC, «{fecha}» no es una fecha (año, mes y día). Revise esos seis dígitos.", ["CFF 27"], "EKU9013323C9";
    /// El último carácter se calcula con los demás. Cerca de 1.5 % de los RFC en uso no lo cumplen: conviene cotejarlo con la constancia de situación fiscal.
    RFC_DIGITO = advertencia "rfc.digito_verificador", "El último carácter del RFC es «{digito}» y corresponde «{esperado}». Algunos RFC en uso no cumplen esta regla: cotéjelo con la constancia de situación fiscal.", ["CFF 27"], "VACE460910SX6";
    /// Los RFC genéricos son para operaciones sin RFC. No identifican a nadie, y menos a un patrón.
    RFC_GENERICO = advertencia "rfc.generico", "«{rfc}» es un RFC genérico: no identifica a ninguna persona.{como_patron}", ["CFF 27"], "XAXX010101000 como RFC del patrón";
    /// Cuando las cuatro primeras letras forman una palabra inconveniente, el SAT cambia la cuarta por X.
    RFC_PALABRA = advertencia "rfc.palabra_inconveniente", "Las primeras letras del RFC, «{palabra}», están en la lista de palabras que el SAT cambia (la cuarta letra por X). Cotéjelo con la constancia de situación fiscal.", ["CFF 27"], "CACA580710NF7";

    /// La CURP tiene 18 caracteres.
    CURP_LONGITUD = error "curp.longitud", "La CURP tiene {tiene} caracteres y lleva 18: revise si falta o sobra alguno.", ["LGP 91"], "1230";
    /// Cuatro letras, fecha de seis dígitos, sexo (H, M o X), entidad, tres consonantes, un carácter de homonimia y un dígito.
    CURP_FORMATO = error "curp.formato", "En la posición {posicion} de la CURP hay «{caracter}» y ahí va {esperado}.{pista}", ["LGP 91"], "123ZZZZZZZZZZZZZ90";
    /// Los seis dígitos son la fecha de nacimiento. El siglo lo da la posición 17: dígito hasta 1999, letra desde 2000.
    CURP_FECHA = error "curp.fecha", "En la CURP, «{fecha}» no puede ser una fecha de nacimiento {siglo}. Revise esos seis dígitos y la posición 17 (dígito hasta 1999, letra desde 2000).", ["LGP 91"], "LOMA050229MNLPRNA3: el 29 de febrero de 2005 no existe";
    /// Las posiciones 12 y 13 son la clave de la entidad de nacimiento, o NE si fue en el extranjero.
    CURP_ENTIDAD = error "curp.entidad", "«{entidad}» no es la clave de una entidad. Por ejemplo DF es la Ciudad de México, MC el Estado de México y NE nacido en el extranjero.", ["LGP 91"], "HEGG560427MXXRRL02";
    /// El último dígito se calcula con los demás caracteres: si no coincide, alguno está mal.
    CURP_DIGITO = error "curp.digito_verificador", "El último dígito de la CURP es {digito} y corresponde {esperado}: algún carácter está mal. Cópiela de la constancia de CURP.", ["LGP 91"], "BOXW310820HNERXN08";
    /// Cuando las cuatro primeras letras forman una palabra inconveniente, se cambia la segunda por X.
    CURP_PALABRA = advertencia "curp.palabra_inconveniente", "Las primeras letras de la CURP, «{palabra}», están en la lista de palabras que se cambian (la segunda letra por X). Cotéjela con la constancia de CURP.", ["LGP 91"], "MAMO800101HDFRRL03";

    /// El número de seguridad social tiene 11 dígitos.
    NSS_LONGITUD = error "nss.longitud", "El NSS tiene {tiene} caracteres y lleva 11 dígitos: revise si falta o sobra alguno.", ["LSS 15 I"], "1234567890";
    /// El número de seguridad social se forma sólo con dígitos.
    NSS_FORMATO = error "nss.formato", "En la posición {posicion} del NSS hay «{caracter}» y ahí va {esperado}.{pista}", ["LSS 15 I"], "9291908443A";
    /// No hay una subdelegación 00, aunque once ceros cumplan con el dígito verificador.
    NSS_ESTRUCTURA = error "nss.estructura", "El NSS empieza con 00 y no hay una subdelegación con ese número. Escriba el NSS que asignó el IMSS; si todavía no lo tiene, se consulta con la CURP.", ["LSS 15 I"], "00000000000";
    /// El último dígito se calcula con los diez primeros: si no coincide, alguno está mal.
    NSS_DIGITO = error "nss.digito_verificador", "El último dígito del NSS es {digito} y corresponde {esperado}: algún dígito está mal. Cópielo de la asignación o localización del NSS.", ["LSS 15 I"], "12345678901";
    /// Las posiciones 3 y 4 son el año de alta y las 5 y 6 el de nacimiento. Hay números reasignados que no lo cumplen.
    NSS_ANIO = advertencia "nss.anio", "El NSS dice alta en {alta} y nacimiento en {nacimiento}{porque}. Hay números reasignados; cotéjelo con la asignación del IMSS.", ["LSS 15 I"], "12345678903";

    /// El registro patronal tiene 11 posiciones. Con diez falta el dígito verificador.
    RP_LONGITUD = error "registro_patronal.longitud", "El registro patronal tiene {tiene} caracteres y lleva 11.{pista}", ["RACERF 13", "RACERF 14"], "Y542214710";
    /// Una letra, dos dígitos del municipio, cinco del consecutivo, dos de la modalidad y uno verificador.
    RP_FORMATO = error "registro_patronal.formato", "En la posición {posicion} del registro patronal hay «{caracter}» y ahí va {esperado}.{pista}", ["RACERF 13", "RACERF 14"], "Y39265521O4";
    /// La regla del último dígito se dedujo de registros públicos y no está publicada: se avisa y no se rechaza.
    RP_DIGITO = advertencia "registro_patronal.digito_verificador", "El último dígito del registro patronal es {digito} y corresponde {esperado}. La regla no está publicada: cotéjelo con la tarjeta de identificación patronal.", ["RACERF 14"], "Y3926552105";
    /// Los registros que se conocen empiezan con letra. Si el suyo empieza con número, el dígito verificador no se revisa.
    RP_INICIAL = advertencia "registro_patronal.inicial_numerica", "El registro patronal empieza con «{caracter}»; los que se conocen empiezan con letra. Cotéjelo con la tarjeta de identificación patronal; el dígito verificador no se revisó.", ["RACERF 13", "RACERF 14"], "03926552104";
    /// Las posiciones 9 y 10 son la modalidad de aseguramiento. El catálogo puede estar incompleto.
    RP_MODALIDAD = advertencia "registro_patronal.modalidad", "La modalidad «{modalidad}» del registro patronal no está en el catálogo. Cotéjela con la tarjeta de identificación patronal.", ["LSS 12", "LSS 13"], "Z99-00001-99-8";

    /// La CLABE tiene 18 dígitos.
    CLABE_LONGITUD = error "clabe.longitud", "La CLABE tiene {tiene} caracteres y lleva 18 dígitos. No es el número de tarjeta (16) ni el de cuenta (10 u 11).", ["Estándar CLABE"], "0020100777777777";
    /// La CLABE se forma sólo con dígitos.
    CLABE_FORMATO = error "clabe.formato", "En la posición {posicion} de la CLABE hay «{caracter}» y ahí va {esperado}.{pista}", ["Estándar CLABE"], "00201007777777777X";
    /// Los tres primeros dígitos son la institución.
    CLABE_BANCO = error "clabe.banco", "La CLABE empieza con {banco} y no hay una institución con esa clave. Cópiela del estado de cuenta.", ["Estándar CLABE"], "000000077777777770";
    /// El último dígito se calcula con los 17 primeros: si no coincide, alguno está mal.
    CLABE_DIGITO = error "clabe.digito_verificador", "El último dígito de la CLABE es {digito} y corresponde {esperado}: algún dígito está mal. Cópiela del estado de cuenta.", ["Estándar CLABE"], "032180000118359710";

    /// El código postal tiene cinco dígitos, con ceros a la izquierda.
    CP_LONGITUD = error "codigo_postal.longitud", "El código postal tiene {tiene} caracteres y lleva 5 dígitos, con ceros a la izquierda (01000).", ["Catálogo nacional de códigos postales"], "1000";
    /// El código postal se forma sólo con dígitos.
    CP_FORMATO = error "codigo_postal.formato", "En la posición {posicion} del código postal hay «{caracter}» y ahí va {esperado}.{pista}", ["Catálogo nacional de códigos postales"], "O1000";
    /// Los dos primeros dígitos son la entidad.
    CP_ENTIDAD = error "codigo_postal.entidad", "Ninguna entidad tiene códigos postales que empiecen con {inicio}. Revise los dos primeros dígitos.", ["Catálogo nacional de códigos postales"], "00100";
}
