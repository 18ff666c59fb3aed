//! Findings of the collective application, besides those of the rules and of any form.

ventanilla_reglas::reglas! {
    /// Un convenio colectivo pide un mínimo de personas. Si no se alcanza, no surte efectos, y cada persona puede hacer el trámite por sí misma.
    FALTA_MINIMO = error "colectiva.falta_minimo", "La lista tiene {cuantas} personas y el convenio pide al menos {minimo}. Si no se alcanzan, el convenio no surte efectos; cada persona puede asegurarse con el trámite individual, si da su consentimiento.", ["RACERF 75", "RACERF 79", "RACERF 100"], "Asociación de 20 artesanos";
    /// El reglamento cuenta personas, y en este seguro cada titular entra con su familia: no se ha establecido a quién se cuenta.
    MINIMO_CON_FAMILIA = advertencia "colectiva.minimo_con_familia", "La lista tiene {cuantas} titulares y el convenio pide {minimo} personas; con sus familias son {todas}. No se ha establecido si la familia cuenta para el mínimo: confírmelo con el Instituto.", ["RACERF 100"], "Veinte titulares con sus familias";
    /// La primera inscripción se hace en los días siguientes a la firma; después el convenio no surte efectos.
    FUERA_DE_PLAZO = error "colectiva.fuera_de_plazo", "La primera inscripción se hace en los {dias} días naturales siguientes a la firma, y terminaron el {limite}: el convenio no surte efectos. Firme otro y anote su fecha, o que cada persona haga el trámite individual, si da su consentimiento.", ["RACERF 79", "RACERF 103"], "Convenio firmado hace dos meses";
    /// La solicitud no puede ser anterior al convenio.
    ANTES_DE_LA_FIRMA = error "colectiva.antes_de_la_firma", "La solicitud es del {solicitud}, antes de la firma del convenio. Corrija la fecha que esté mal.", ["RACERF 79"], "Solicitud anterior al convenio";
    /// El aseguramiento de los patrones personas físicas es individual.
    SOLO_INDIVIDUAL = error "colectiva.solo_individual", "La modalidad 35, de patrones personas físicas, sólo se solicita de manera individual. Use el trámite «Incorporación voluntaria» para cada patrón.", ["RACERF 78"], "Convenio colectivo de la modalidad 35";
    /// Firma el convenio una persona moral.
    RFC_NO_MORAL = error "colectiva.rfc_no_moral", "Ese RFC no es de una persona moral: el suyo tiene doce caracteres. Un convenio colectivo lo firma una persona moral.", ["RACERF 75", "RACERF 100"], "RFC de persona física";
    /// Cada persona aparece una vez en la lista.
    CURP_REPETIDA = error "colectiva.curp_repetida", "Esta CURP también está en {otras}. Cada persona va una sola vez: quite la fila que sobra, o corrija la CURP que esté mal.", ["RACERF 77", "RACERF 100"], "La misma persona en dos filas";
    /// El número de seguridad social es de una sola persona.
    NSS_REPETIDO = error "colectiva.nss_repetido", "Este NSS también está en {otras}. Es de una sola persona: quite la fila que sobra, o corrija el que esté mal.", ["LSS 15 I", "RACERF 77"], "El mismo NSS en dos filas";
    /// La fecha que se escribió no es la de la CURP.
    NACIMIENTO_DISTINTO = error "colectiva.nacimiento_distinto", "La CURP dice que nació el {curp}, y aquí dice el {escrita}. Corrija la que esté mal, o deje vacía esta celda.", ["LGP 91", "RACERF 77"], "CURP de otra persona";
    /// El sexo que se escribió no es el de la CURP.
    SEXO_DISTINTO = error "colectiva.sexo_distinto", "La CURP es de {curp}, y aquí dice {escrito}. Corrija la que esté mal, o deje vacía esta celda.", ["LGP 91", "RACERF 77"], "CURP de otra persona";
    /// La edad que sale de la CURP no es posible.
    EDAD = error "colectiva.edad", "Según la CURP, la persona tendría {edad} años. Revise la fecha y la posición 17 de la CURP.", ["LGP 91"], "CURP con el siglo equivocado";
    /// Por una persona menor de edad firma quien la representa.
    MENOR = advertencia "colectiva.menor", "Al empezar la cobertura tendrá {edad} años: firma por ella quien ejerce la patria potestad o la tutela.", ["CCF 646", "RACERF 81"], "Persona de 16 años";
    /// De cada familiar se escribe la edad.
    FAMILIA = error "colectiva.familia", "«{valor}» no son edades. Escriba la de cada familiar entre comas, como «34, 8, 5», hasta veinte; o «sin familia», si lo declara bajo protesta.", ["RACERF 95", "RACERF 97"], "«esposa e hijo»";
    /// Sin NSS hay que pedir que se asigne.
    SIN_NSS = advertencia "colectiva.sin_nss", "Personas sin número de seguridad social: {cuantos}. Quien no lo tenga lo obtiene en línea con su CURP y un correo (IMSS-02-008) antes de inscribirse.", ["LSS 15 I", "RACERF 77"], "Lista con una celda vacía";
    /// El cuestionario médico es de cada persona, y no pasa por esta solicitud.
    CUESTIONARIOS = nota "colectiva.cuestionarios", "El cuestionario médico lo contesta cada persona, por su cuenta y en papel, salvo que esté dispensada. Aquí no se pregunta ni se guarda nada de la salud de nadie, y la persona moral no tiene por qué verlo.", ["RACERF 81", "RACERF 85", "RACERF 98"], "Cualquier convenio colectivo";
}
