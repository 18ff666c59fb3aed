//! Findings of any form, besides those of the rules.

ventanilla_reglas::reglas! {
    /// Una pregunta obligatoria quedó sin contestar.
    FALTA = error "formulario.falta", "{detalle}", ["RACERF 3"], "RFC vacío";
    /// El texto no cabe en el lugar que le da el formato.
    LARGO = error "formulario.largo", "Tiene {tiene} caracteres y caben {maximo}. Abrévielo.", ["RACERF 3"], "Calle de 80 letras";
    /// El texto tiene un carácter que no se puede imprimir.
    CARACTER = error "formulario.caracter", "Tiene un carácter que no se puede imprimir. Bórrelo y escríbalo otra vez.", ["RACERF 3"], "Un tabulador pegado de otro programa";
    /// Lo que se escribió no es una fecha, un importe o un número.
    DATO = error "formulario.dato", "{detalle}", ["RACERF 3"], "31/02/2026";
    /// El número está fuera de lo posible.
    RANGO = error "formulario.rango", "Escriba un número de {minimo} a {maximo}.", ["RACERF 3"], "0 trabajadores";
    /// La fecha todavía no llega.
    FECHA_FUTURA = error "formulario.fecha_futura", "Esa fecha todavía no llega; hoy es {hoy}. Corríjala.", ["RACERF 3"], "01/01/2099";
    /// La respuesta no es una de las opciones.
    OPCION = error "formulario.opcion", "«{valor}» no es una de las opciones.", ["RACERF 3"], "persona = «otra»";
    /// Un teléfono son diez cifras.
    TELEFONO = error "formulario.telefono", "Un teléfono son diez cifras, con la lada. Éste tiene {tiene}.", ["RACERF 3"], "5555-0101";
    /// Un correo lleva una arroba y un dominio.
    CORREO = error "formulario.correo", "Un correo se escribe como nombre@ejemplo.mx.", ["RACERF 3"], "nombre.ejemplo.mx";
    /// El código postal es de otro estado.
    CP_ENTIDAD = error "formulario.cp_entidad", "El código postal {codigo} es de {es}, no de {elegida}. Corrija el que esté mal.", ["RACERF 13"], "06700 en Jalisco";
    /// El expediente trae un dato que este trámite no pide.
    DESCONOCIDO = error "formulario.desconocido", "Este trámite no pide «{campo}».", ["Contrato de trámites"], "Clave de más en el JSON";
    /// El expediente trae la respuesta de una pregunta que no corresponde a este caso.
    NO_CORRESPONDE = error "formulario.no_corresponde", "Este dato no se pide en su caso. Quítelo.", ["Contrato de trámites"], "Acta constitutiva de una persona física";
    /// El dato viene escrito de otra manera en el JSON.
    TIPO = error "formulario.tipo", "Se esperaba {esperado}.", ["Contrato de trámites"], "Un número donde va un texto";
    /// Hay más renglones de los que caben.
    DEMASIADOS = error "formulario.demasiados", "Caben {maximo} a lo más.", ["RACERF 3"], "201 trabajadores";
}
