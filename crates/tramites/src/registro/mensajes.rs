//! Findings of a *registro patronal*, besides those of the rules and of any form.

ventanilla_reglas::reglas! {
    /// El RFC de una persona moral tiene doce caracteres; el de una persona física, trece.
    RFC_DE_OTRA_PERSONA = error "alta.rfc_de_otra_persona", "Es el RFC de una persona {es} y se registra una persona {elegida}. Corrija el que esté mal.", ["LSS 15 I", "RACERF 14"], "RFC de trece caracteres de una sociedad";
    /// El representante legal es una persona física: su RFC tiene trece caracteres.
    RFC_DE_EMPRESA = error "alta.rfc_de_empresa", "Es el RFC de una empresa, de doce caracteres. Escriba el de la persona que la representa, de trece.", ["RACERF 14"], "RFC de la sociedad como RFC de su representante";
    /// Los diez primeros caracteres del RFC y de la CURP de una persona suelen ser los mismos.
    RFC_Y_CURP = advertencia "alta.rfc_y_curp", "El RFC y la CURP no empiezan igual ({rfc} y {curp}). Revise que sean de la misma persona.", ["RACERF 14"], "RFC y CURP de dos personas";
    /// Una cooperativa es una persona moral.
    COOPERATIVA_MORAL = error "alta.cooperativa_moral", "Una cooperativa es una persona moral. Cambie el tipo de persona o el tipo de patrón.", ["LSS 12 II", "RACERF 12 II"], "Cooperativa persona física";
    /// Una persona moral tiene un solo registro por municipio, aunque tenga varios centros de trabajo ahí.
    MISMO_MUNICIPIO = error "alta.mismo_municipio", "La empresa ya tiene el registro patronal {registro} en {municipio}. Una persona moral usa uno solo por municipio: dé de alta el centro de trabajo en ese registro.", ["RACERF 13", "RACERF 26"], "Segunda sucursal en el mismo municipio";
    /// Una persona física tiene un registro por municipio, salvo que su otra empresa tenga una actividad distinta que no contribuya a la primera.
    MISMA_ACTIVIDAD = error "alta.misma_actividad", "Ya tiene el registro patronal {registro} en {municipio} con la misma actividad. Use ese registro.", ["RACERF 13"], "Segundo local del mismo giro";
    /// Los prestadores de servicios se clasifican por la actividad más riesgosa de sus trabajadores.
    SERVICIOS_ESPECIALIZADOS = nota "alta.servicios_especializados", "Quien presta servicios en centros de trabajo ajenos se clasifica por la actividad más riesgosa que hagan sus trabajadores, e informa sus contratos cada cuatro meses.", ["RACERF 19", "LSS 15-A"], "Empresa de limpieza en oficinas de clientes";
    /// La clase se deriva de la fracción y la prima media de la clase.
    PRIMA_MEDIA = nota "alta.prima_media", "Empieza con la prima media de la clase {clase}, {prima} %, hasta febrero del año siguiente al primer año natural completo.", ["RACERF 24", "RACERF 28 I", "LSS 73"], "Fracción 841";
    /// Dos veces el mismo NSS.
    NSS_REPETIDO = error "alta.nss_repetido", "Este NSS ya está en el trabajador {otro}.", ["LSS 15 I"], "Dos trabajadores con el mismo NSS";
    /// La inscripción de un trabajador se presenta a más tardar el día hábil anterior a que empiece, o dentro de los cinco días hábiles siguientes a su ingreso.
    INGRESO_ANTES = error "alta.ingreso_antes", "Este trabajador ingresó antes de la fecha en que se empezó a usar trabajadores ({inicio}). Corrija la que esté mal.", ["LSS 15 I", "RACERF 12 I"], "Ingreso del 1 de marzo e inicio del 15";
}
