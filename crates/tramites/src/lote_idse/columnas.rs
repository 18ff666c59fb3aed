//! The columns of a batch: one declaration for the grid, the reader of pasted rows and of CSV, the template, the print and
//! the findings.

use crate::prevision::{ClaseDeDato, Columna};

/// Kinds of movement, by the key that the file carries.
pub const TIPOS: &[(&str, &str)] = &[("08", "Reingreso"), ("02", "Baja"), ("07", "Modificación")];

/// Causes of a baja.
pub const CAUSAS: &[(&str, &str)] = &[
    ("1", "1 Término de contrato"),
    ("2", "2 Separación voluntaria"),
    ("3", "3 Abandono de empleo"),
    ("4", "4 Defunción"),
    ("5", "5 Clausura"),
    ("6", "6 Otra"),
    ("7", "7 Ausentismo"),
    ("8", "8 Rescisión de contrato"),
    ("9", "9 Jubilación"),
    ("A", "A Pensión"),
];

/// Kinds of worker.
pub const TRABAJADORES: &[(&str, &str)] = &[
    ("1", "1 Permanente"),
    ("2", "2 Eventual ciudad"),
    ("3", "3 Eventual construcción"),
    ("4", "4 Eventual del campo"),
];

/// Kinds of salary, as the AFIL-02 numbers them.
pub const SALARIOS: &[(&str, &str)] = &[("0", "0 Fijo"), ("1", "1 Variable"), ("2", "2 Mixto")];

/// Reduced week or day.
pub const SEMANAS: &[(&str, &str)] = &[
    ("0", "0 Normal"),
    ("1", "1 Un día"),
    ("2", "2 Dos días"),
    ("3", "3 Tres días"),
    ("4", "4 Cuatro días"),
    ("5", "5 Cinco días"),
    ("6", "6 Jornada reducida"),
];

columnas! { COLUMNAS, columna, "One row a movement.":
    TIPO "tipo", "Movimiento", Opcion, 13, "Reingreso", ["tipo de movimiento", "tipo movimiento", "aviso", "clave movimiento", "mov"],
        "Reingreso (08; también el alta), baja (02) o modificación de salario (07).", TIPOS;
    NSS "nss", "NSS", Identificador, 13, "99068400011", ["número de seguridad social", "no. seguro social", "afiliación", "n.s.s.", "número de afiliación", "imss"],
        "Número de seguridad social, once dígitos.";
    PRIMERO "primer_apellido", "Primer apellido", Texto, 18, "FICTICIA", ["apellido paterno", "paterno", "apellido 1", "ap paterno"],
        "Como está ante el IMSS; 27 posiciones. Con un solo apellido, va aquí.";
    SEGUNDO "segundo_apellido", "Segundo apellido", Texto, 18, "EJEMPLO", ["apellido materno", "materno", "apellido 2", "ap materno"],
        "Puede quedar vacío si no tiene; 27 posiciones.";
    NOMBRES "nombres", "Nombre(s)", Texto, 18, "PETRA", ["nombre", "nombre del trabajador", "nombres de pila"],
        "Nombre o nombres, sin apellidos; 27 posiciones.";
    FECHA "fecha", "Fecha", Fecha, 12, "25/11/2026", ["fecha del movimiento", "fecha movimiento", "fecha de movimiento", "fecha de alta", "fecha alta", "fecha de ingreso", "fecha ingreso", "fecha de reingreso", "ingreso", "fecha de baja", "fecha baja", "fecha de modificación"],
        "Día en que ocurrió: el de inicio, el último de la relación o el del nuevo salario.";
    SBC "sbc", "SBC", Importe, 10, "545.64", ["sdi", "salario diario integrado", "salario base de cotización", "salario base", "salario"],
        "Salario base de cotización diario, en pesos. En una baja no va.";
    CAUSA "causa", "Causa de baja", Opcion, 22, "", ["causa", "causa baja", "motivo de baja", "motivo"],
        "Sólo en una baja.", CAUSAS;
    TRABAJADOR "tipo_trabajador", "Tipo de trabajador", Opcion, 20, "1", ["tipo trabajador"],
        "Sólo en un reingreso: permanente o eventual.", TRABAJADORES;
    SALARIO "tipo_salario", "Tipo de salario", Opcion, 12, "0", ["tipo salario"],
        "En un reingreso: fijo, variable o mixto. En una modificación sirve para contar el plazo (LSS 34).", SALARIOS;
    SEMANA "semana", "Semana o jornada", Opcion, 16, "0", ["semana reducida", "jornada reducida", "jornada", "semana o jornada reducida", "tipo de jornada"],
        "Vacía es normal: seis o siete días a la semana.", SEMANAS;
    UMF "umf", "UMF", Entero, 6, "1", ["unidad de medicina familiar", "clínica", "unidad médica"],
        "Unidad de Medicina Familiar, tres dígitos. Sólo en un reingreso.";
    CURP "curp", "CURP", Identificador, 20, "FIEP840315MJCCJT01", ["clave única de registro de población"],
        "Dieciocho caracteres. En una baja no va.";
    CLAVE "clave", "Clave del trabajador", Texto, 12, "", ["clave trabajador", "clave de trabajador", "número de empleado", "no. empleado", "clave empleado"],
        "La que usa la empresa, hasta diez caracteres. Es opcional.";
    RP "registro_patronal", "Otro registro patronal", Identificador, 16, "", ["registro patronal", "reg. pat.", "registro", "rp", "reg patronal"],
        "Va vacía: el lote lleva uno solo, el de arriba. Aquí se ve el que traía un renglón de otro.";
}
