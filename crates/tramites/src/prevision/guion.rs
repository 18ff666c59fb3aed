//! The three sheets of a payroll and their columns: one declaration for the grid, the CSV reader, the template and the
//! errors.

/// A sheet of the payroll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Hoja {
    /// One row a worker.
    Trabajadores,
    /// What happened, by date.
    Movimientos,
    /// What is paid besides the daily wage.
    Percepciones,
}

impl Hoja {
    /// All of them.
    pub const TODAS: [Self; 3] = [Self::Trabajadores, Self::Movimientos, Self::Percepciones];

    /// Its columns.
    pub fn columnas(self) -> &'static [Columna] {
        match self {
            Self::Trabajadores => TRABAJADORES,
            Self::Movimientos => MOVIMIENTOS,
            Self::Percepciones => PERCEPCIONES,
        }
    }

    /// Its name for a person.
    pub fn titulo(self) -> &'static str {
        match self {
            Self::Trabajadores => "Trabajadores",
            Self::Movimientos => "Movimientos e incidencias",
            Self::Percepciones => "Percepciones",
        }
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaseDeDato {
    /// Free text.
    Texto,
    /// Digits that are a name, not an amount.
    Identificador,
    /// Pesos.
    Importe,
    /// A whole number.
    Entero,
    /// A date.
    Fecha,
    /// One of the choices.
    Opcion,
}

/// A column.
#[derive(Debug)]
pub struct Columna {
    /// Its key.
    pub clave: &'static str,
    /// Its heading.
    pub titulo: &'static str,
    /// One sentence of help.
    pub ayuda: &'static str,
    /// Other headings by which a file may call it.
    pub sinonimos: &'static [&'static str],
    /// What it holds.
    pub clase: ClaseDeDato,
    /// Width in characters.
    pub ancho: u16,
    /// Choices, value and label.
    pub opciones: &'static [(&'static str, &'static str)],
    /// An example for the template.
    pub ejemplo: &'static str,
}

columnas! { TRABAJADORES, trabajador, "One row a worker.":
    NSS "nss", "NSS", Identificador, 13, "99068400011", ["número de seguridad social", "no. seguro social", "nss trabajador", "afiliación", "n.s.s.", "imss"],
        "Número de seguridad social, once dígitos. Puede quedar vacío en una vista previa.";
    NOMBRE "nombre", "Nombre", Texto, 28, "Petra Ficticia Ejemplo", ["nombre completo", "trabajador", "empleado", "nombre del trabajador"],
        "Nombre del trabajador.";
    SBC "sbc", "SBC", Importe, 11, "", ["sdi", "salario diario integrado", "salario base de cotización", "salario base", "sbc diario"],
        "Salario base de cotización diario. Vacío: se calcula con el salario diario y el año de servicio.";
    CUOTA "cuota_diaria", "Salario diario", Importe, 11, "500.00", ["cuota diaria", "sueldo diario", "sd", "salario"],
        "Lo que gana al día, sin prestaciones. Decide si el patrón paga la parte del trabajador (LSS 36).";
    ANIO "anio_servicio", "Año de servicio", Entero, 8, "1", ["antigüedad", "años de servicio", "año", "antiguedad en años"],
        "Año de servicio que está corriendo: el primer año es 1. Da los días de vacaciones.";
    ALTA "alta", "Alta", Fecha, 11, "", ["fecha de alta", "ingreso", "fecha de ingreso", "reingreso"],
        "Sólo si entró dentro del periodo. El día del alta cuenta.";
    BAJA "baja", "Baja", Fecha, 11, "", ["fecha de baja", "salida"],
        "Sólo si salió dentro del periodo. El día de la baja cuenta.";
    INCAPACIDAD "incapacidad", "Incap.", Entero, 6, "", ["incapacidades", "días de incapacidad", "inc"],
        "Días de incapacidad del IMSS en el periodo. Con fecha, en «Movimientos e incidencias».";
    AUSENTISMO "ausentismo", "Faltas", Entero, 6, "", ["ausentismos", "ausencias", "días de ausentismo", "aus"],
        "Días de falta o permiso sin goce en el periodo; se descuentan hasta siete por mes.";
    SEMANA "dias_semana", "Semana reducida", Entero, 8, "", ["días laborados a la semana", "días por semana", "semana"],
        "Días que labora a la semana, sólo si son menos de seis y así está registrado.";
    RFC "rfc", "RFC", Identificador, 15, "", ["rfc del trabajador", "r.f.c."],
        "No cambia el cálculo. SUA lo pide en ASEG.TXT.";
    CURP "curp", "CURP", Identificador, 20, "", ["clave única de registro de población", "c.u.r.p."],
        "No cambia el cálculo. SUA la pide en ASEG.TXT.";
    TIPO "tipo_trabajador", "Tipo de trabajador", Opcion, 14, "", ["tipo", "tipo trabajador"],
        "No cambia el cálculo. Vacío: permanente. SUA lo pide en ASEG.TXT.",
        &[("1", "Permanente"), ("2", "Eventual de la ciudad"), ("3", "Eventual de la construcción"), ("4", "Eventual del campo")];
}

columnas! { MOVIMIENTOS, movimiento, "What happened, by date.":
    TRABAJADOR "trabajador", "NSS o nombre", Texto, 24, "99068400011", ["nss", "nombre", "número de seguridad social", "empleado"],
        "El NSS del trabajador, o su nombre tal como está en la hoja «Trabajadores».";
    TIPO "tipo", "Tipo", Opcion, 16, "incapacidad", ["movimiento", "tipo de movimiento", "incidencia", "clave"],
        "Alta, baja, reingreso, modificación de salario, incapacidad o falta.",
        &[("alta", "Alta"), ("baja", "Baja"), ("reingreso", "Reingreso"), ("modificacion", "Modificación"), ("incapacidad", "Incapacidad"), ("ausentismo", "Falta")];
    FECHA "fecha", "Fecha", Fecha, 12, "2026-04-10", ["desde", "fecha del movimiento", "inicio"],
        "Día del movimiento, o primer día de la incidencia.";
    DIAS "dias", "Días", Entero, 6, "3", ["número de días", "duración"],
        "Días seguidos de incapacidad o de falta.";
    SBC "sbc", "SBC nuevo", Importe, 11, "", ["sdi", "salario diario integrado", "salario"],
        "En altas, reingresos y modificaciones. Vacío: se calcula con el salario diario.";
    CUOTA "cuota_diaria", "Salario diario", Importe, 11, "", ["cuota diaria", "sueldo diario"],
        "Lo que gana al día desde esa fecha, sin prestaciones.";
    FOLIO "folio", "Folio", Identificador, 10, "", ["folio de incapacidad", "certificado"],
        "Folio del certificado de incapacidad. No cambia el cálculo; SUA lo pide en MOVT.TXT.";
}

columnas! { PERCEPCIONES, percepcion, "What is paid besides the daily wage.":
    TRABAJADOR "trabajador", "NSS o nombre", Texto, 24, "99068400011", ["nss", "nombre", "empleado"],
        "El NSS del trabajador, o su nombre tal como está en la hoja «Trabajadores».";
    CONCEPTO "concepto", "Concepto", Opcion, 22, "despensa", ["percepción", "tipo"],
        "Qué se le paga además del salario diario, del aguinaldo y de la prima vacacional.",
        &[("despensa", "Despensa"), ("premio_puntualidad", "Premio de puntualidad"), ("premio_asistencia", "Premio de asistencia"), ("fondo_ahorro", "Fondo de ahorro"), ("alimentacion", "Alimentación"), ("habitacion", "Habitación"), ("horas_extra", "Horas extra"), ("variable", "Variable (comisiones)"), ("otra", "Otra, fija")];
    IMPORTE "importe", "Importe", Importe, 11, "1500.00", ["monto", "cantidad"],
        "Lo que paga el patrón en esos días.";
    PERIODO "periodo_dias", "En cuántos días", Entero, 9, "30", ["días", "periodo"],
        "Días que cubre ese importe: 30 si es mensual, 15 si es quincenal, 7 si es semanal.";
    PAGO "pago_del_trabajador", "Paga el trabajador", Importe, 11, "", ["aportación del trabajador", "descuento"],
        "En fondo de ahorro, alimentación y habitación: lo que aporta el trabajador en esos días.";
    HORAS "horas", "Horas", Entero, 6, "", ["horas extra"],
        "Horas extra de esos días.";
}
