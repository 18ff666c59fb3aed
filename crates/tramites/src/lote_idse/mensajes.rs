//! Findings of a batch, besides those of the rules.

ventanilla_reglas::reglas! {
    /// Cada movimiento pide unos datos; sin uno de ellos, IDSE rechaza el lote completo.
    FALTA = error "lote_idse.falta", "Falta {dato}.", ["LSS 15 I", "RACERF 46"], "Reingreso sin fecha";
    /// Lo que se escribió no es un importe, una fecha o un número.
    DATO = error "lote_idse.dato", "{detalle}", ["LSS 15 I"], "«31/02/2026» en la fecha";
    /// El archivo lleva claves de un catálogo.
    OPCION = error "lote_idse.opcion", "«{valor}» no es una de las opciones: {opciones}.", ["LSS 15 I"], "Causa de baja «B»";
    /// El archivo no tiene lugar para ese dato en ese movimiento.
    SOBRA = advertencia "lote_idse.sobra", "En {aviso} no va {dato}: no se escribe en el archivo.", ["LSS 15 I"], "SBC en una baja";
    /// El salario base de cotización no puede ser menor que el salario mínimo del área en la fecha del movimiento.
    SBC_MINIMO = error "lote_idse.sbc_minimo", "El SBC {sbc} es menor que el salario mínimo {area} del {fecha}, {minimo}. Corrija el SBC, o el área si el centro de trabajo está en la otra.", ["LSS 28"], "300.00 en 2026";
    /// El salario base de cotización no pasa de 25 veces la UMA en la fecha del movimiento.
    SBC_TOPE = error "lote_idse.sbc_tope", "El SBC {sbc} pasa del tope de {veces} UMA al {fecha}, {tope}. Si gana más, escriba {tope}.", ["LSS 28"], "3,500.00 en 2026";
    /// El aviso dice algo que ya pasó. Sólo el de un trabajador que va a entrar puede presentarse antes, y sólo el día hábil anterior.
    FECHA_FUTURA = error "lote_idse.fecha_futura", "La fecha es posterior al día de la presentación, {presentacion}. {pista}", ["LSS 15 I", "LSS 34", "RACERF 45"], "Baja con fecha de la próxima semana";
    /// El reingreso puede presentarse el día hábil anterior al inicio.
    ANTICIPADO = nota "lote_idse.anticipado", "Se presenta antes del inicio, como se permite desde el día hábil anterior; surte efectos desde el inicio.", ["RACERF 45"], "Entra mañana";
    /// La inscripción se presenta en cinco días hábiles. Presentada después de un siniestro no libera del capital constitutivo.
    TARDE_ALTA = advertencia "lote_idse.tarde_alta", "El plazo de {dias} días hábiles venció el {vence}: es extemporáneo. Puede causar multa, salvo cumplimiento espontáneo, y si ya hubo un siniestro, capital constitutivo.", ["LSS 15 I", "LSS 77", "LSS 304-A II", "LSS 304-C"], "Reingreso de hace un mes";
    /// La baja se presenta en cinco días hábiles. Después, surte efectos desde el día siguiente al de su recepción, y hasta entonces se causan cuotas.
    TARDE_BAJA = advertencia "lote_idse.tarde_baja", "El plazo de {dias} días hábiles venció el {vence}: la baja surte efectos al día siguiente de recibida y hasta entonces se deben cuotas, salvo defunción o pensión.", ["LSS 15 I", "LSS 37", "RACERF 57"], "Baja de hace un mes";
    /// La modificación de salario se presenta en cinco días hábiles.
    TARDE_MODIFICACION = advertencia "lote_idse.tarde_modificacion", "El plazo de {dias} días hábiles venció el {vence}: es extemporánea. Puede causar multa, salvo cumplimiento espontáneo, y las diferencias de cuotas causan actualización y recargos.", ["LSS 34", "LSS 304-A III", "LSS 304-C"], "Aumento de hace un mes";
    /// El salario variable se comunica en los primeros cinco días hábiles de enero, marzo, mayo, julio, septiembre y noviembre, con efectos desde el día primero.
    VARIABLE = advertencia "lote_idse.variable", "Con salario variable o mixto, la parte variable se comunica con fecha del día 1 de enero, marzo, mayo, julio, septiembre o noviembre. Si cambió la parte fija, está bien.", ["LSS 34"], "Salario variable con fecha 15 de abril";
    /// El calendario o los salarios cargados no llegan a la fecha.
    SIN_TABLA = error "lote_idse.sin_tabla", "{detalle}", ["LSS 28"], "Fecha de un año que no está cargado";
    /// La unidad de medicina familiar lleva tres dígitos.
    UMF = error "lote_idse.umf", "«{valor}» no es una UMF: son hasta tres dígitos, por ejemplo 001.", ["LSS 15 I"], "UMF 1234";
    /// El campo de la UMF quedaría en blanco.
    SIN_UMF = advertencia "lote_idse.sin_umf", "Sin UMF, el archivo la lleva en blanco. No se ha establecido si IDSE lo acepta: escríbala si la conoce.", ["LSS 15 I"], "Reingreso sin UMF";
    /// El campo de la CURP quedaría en blanco.
    SIN_CURP = advertencia "lote_idse.sin_curp", "Sin CURP, el archivo la lleva en blanco. Escríbala si la tiene: con ella se comprueba de quién es el NSS.", ["LSS 15 I", "LGP 91"], "Reingreso sin CURP";
    /// Las letras de la CURP salen del nombre; hay excepciones, y por eso sólo se advierte.
    CURP_NOMBRE = advertencia "lote_idse.curp_nombre", "La CURP no parece de este nombre: {diferencia}. Revise si es de otra persona o si los apellidos están en otro orden.", ["LGP 91"], "CURP de otra persona";
    /// El NSS dice en qué año nació la persona, y la CURP también. Hay números reasignados.
    CURP_NSS = advertencia "lote_idse.curp_nss", "El NSS dice que nació en {nss} y la CURP en {curp}: uno puede ser de otra persona. Hay números reasignados; cotéjelo con la asignación del NSS.", ["LSS 15 I", "LGP 91"], "NSS de un familiar";
    /// El archivo sólo admite letras de la A a la Z, la Ñ y espacios.
    CARACTER = error "lote_idse.caracter", "«{caracter}» no va en un nombre: sólo letras. Quítelo o corrija el nombre.", ["RACERF 46"], "PETRA 2";
    /// Puntos, guiones y apóstrofos no caben en el archivo.
    SIGNO = nota "lote_idse.signo", "Los signos no se escriben en el archivo: quedará «{queda}».", ["RACERF 46"], "Ma. Elena";
    /// Cada parte del nombre tiene 27 posiciones.
    CORTE = advertencia "lote_idse.corte", "Tiene {largo} letras y caben {caben}: se corta «{cortado}».", ["RACERF 46"], "Apellido compuesto muy largo";
    /// Con un solo apellido, va como primero.
    APELLIDO = error "lote_idse.apellido", "Falta el primer apellido. Si tiene uno solo, escríbalo aquí y deje vacío el segundo.", ["RACERF 46"], "Sólo segundo apellido";
    /// La clave del trabajador tiene diez posiciones, de letras sin acento y números.
    CLAVE = error "lote_idse.clave", "La clave «{valor}» no cabe: son hasta diez letras sin acento, números o guiones.", ["RACERF 46"], "Clave de doce letras";
    /// Un lote es de un solo registro patronal.
    OTRO_RP = error "lote_idse.otro_rp", "Este renglón es del registro patronal {otro} y el lote es de {propio}. Un lote lleva uno solo: quite el renglón y preséntelo en otro lote, o deje vacía esta celda si es de este.", ["RACERF 46"], "Movimientos de dos registros";
    /// Dos renglones dicen lo mismo.
    REPETIDO = error "lote_idse.repetido", "El mismo NSS tiene el mismo movimiento y la misma fecha en {otras}. Quite el que sobra.", ["LSS 15 I"], "La misma baja dos veces";
    /// Dos movimientos distintos de una persona en un mismo día.
    MISMO_DIA = advertencia "lote_idse.mismo_dia", "El mismo NSS tiene otro movimiento con esta fecha en {otras}. Compruebe las dos fechas; IDSE puede dejarlo pendiente.", ["LSS 15 I"], "Baja y reingreso el mismo día";
    /// Los movimientos de una persona se siguen: después de una baja, un reingreso.
    ORDEN = advertencia "lote_idse.orden", "{antes} de {otras} es de una fecha posterior. Póngalos en el orden en que ocurrieron: la baja antes del reingreso.", ["LSS 15 I"], "El reingreso arriba de la baja";
    /// Dos bajas o dos reingresos seguidos, o un cambio de salario de quien ya salió.
    SECUENCIA = advertencia "lote_idse.secuencia", "No puede ser a la vez: {que} (con {otras}). Revise el tipo y la fecha de los dos.", ["LSS 15 I"], "Dos bajas seguidas";
    /// El NSS es de una sola persona: con dos nombres, uno de los renglones lleva un número ajeno.
    OTRO_NOMBRE = advertencia "lote_idse.otro_nombre", "El mismo NSS está con otro nombre en {otras}. Revise cuál es: un movimiento con el NSS de otra persona se le aplica a ella.", ["LSS 15 I", "RACERF 46"], "Dos personas con un mismo NSS";
    /// La guía tiene cinco dígitos.
    GUIA = error "lote_idse.guia", "La guía lleva cinco dígitos, por ejemplo 01400; dice «{valor}».", ["RACERF 46"], "Guía 140";
    /// Un lote sin movimientos no se presenta.
    VACIO = error "lote_idse.vacio", "El lote no tiene movimientos.", ["RACERF 46"], "Hoja vacía";
    /// De qué día se cuentan los plazos.
    PRESENTACION = error "lote_idse.presentacion", "{detalle}", ["LSS 15 I"], "31/02/2026";
    /// El archivo de control cuenta hasta 999,999.
    DEMASIADOS = error "lote_idse.demasiados", "El lote tiene {cuantos} renglones y aquí caben {caben}. Divídalo en dos.", ["RACERF 46"], "6,000 renglones";
}
