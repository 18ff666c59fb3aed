//! The list of people: its columns, and what the rules say of each row.

use super::condiciones::{familiar, pti};
use super::mensajes as mensaje;
use super::{cotizacion, pegado};
use crate::guion::{Clase, Lista, Mirada, Pregunta, opcion};
use crate::incorporacion::condiciones::nacimiento;
use crate::incorporacion::familia::FAMILIARES;
use crate::incorporacion::guion::CLASES;
use crate::texto::{fecha_larga, plegar};
use std::collections::HashMap;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::identificador::{Partes, Tipo, Uso, revisar};
use ventanilla_reglas::incorporacion::EDAD_MAXIMA;
use ventanilla_reglas::mensajes::Regla;

/// Key of the block.
pub const BLOQUE: &str = "personas";

/// Most people of one application. Larger groups present more than one, each with its own folio.
pub const PERSONAS: usize = 2000;

/// A person younger than this one cannot sign alone (CCF 646).
const MAYORIA_DE_EDAD: u32 = 18;

/// The columns, in order.
pub(super) const COLUMNAS: &[Pregunta] = &[
    Pregunta::texto("nombre", "Nombre completo", 120)
        .ejemplo("María Fernanda Ejemplo Ficticia")
        .obligatoria(),
    Pregunta::nueva("curp", "CURP", Clase::Identificador(Tipo::Curp, Uso::Persona))
        .ayuda("Dieciocho caracteres. De ella salen la fecha de nacimiento, el sexo y la edad.")
        .ejemplo("FIEP840315MJCCJT01")
        .articulo(&["RACERF 77"])
        .falta("Falta la CURP.")
        .obligatoria()
        .regla(edad_que_cabe),
    Pregunta::nueva("nss", "NSS", Clase::Identificador(Tipo::Nss, Uso::Persona))
        .ayuda("Once cifras. Si la persona no lo tiene todavía, deje la celda vacía.")
        .ejemplo("99128400019")
        .articulo(&["LSS 15 I"]),
    Pregunta::nueva("ingreso_mensual", "Ingreso al mes", Clase::Dinero)
        .ayuda("El que declara por su actividad. Se paga sobre él, entre el salario mínimo y 25 veces la UMA.")
        .ejemplo("12000.00")
        .articulo(&["LSS 227 I", "LSS 28"])
        .falta("Falta el ingreso al mes.")
        .si(pti)
        .obligatoria(),
    Pregunta::nueva("clase", "Clase de riesgo", Clase::Lista(CLASES))
        .ayuda("De I a V. La asigna el Instituto según la ocupación; escriba la que le hayan dicho.")
        .ejemplo("I")
        .articulo(&["LSS 73"])
        .falta("Falta la clase de riesgo, de I a V.")
        .si(pti)
        .obligatoria(),
    Pregunta::texto("familia", "Edades de su familia", 120)
        .ayuda("La edad de cada familiar que se asegura, entre comas. Si la persona declara bajo protesta que no tiene familia, escriba «sin familia».")
        .ejemplo("34, 8, 5")
        .articulo(&["RACERF 95", "RACERF 97"])
        .falta("Faltan las edades de su familia, o «sin familia».")
        .si(familiar)
        .obligatoria()
        .regla(edades_que_se_leen),
    Pregunta::nueva("nacimiento", "Nacimiento", Clase::Fecha { futura: false })
        .ayuda("Puede quedar vacía: está en la CURP. Si se escribe, se compara con ella.")
        .ejemplo("15/03/1984")
        .regla(mismo_dia),
    Pregunta::nueva("sexo", "Sexo", Clase::Lista(&[opcion("H", "Hombre", ""), opcion("M", "Mujer", ""), opcion("X", "No binario", "")]))
        .ayuda("Puede quedar vacía: está en la CURP. Si se escribe, se compara con ella.")
        .ejemplo("Mujer")
        .regla(mismo_sexo),
];

/// How it is drawn.
pub(super) const LISTA: Lista = Lista {
    leer: pegado::leer,
    calculada: Some("Su cuota"),
};

/// How many rows it has.
pub(super) fn cuantas(m: &Mirada<'_>) -> usize {
    m.respuestas.cuantos(BLOQUE)
}

/// The answer of a row.
pub(super) fn celda<'a>(m: &Mirada<'a>, fila: usize, campo: &str) -> &'a str {
    m.valor(&[BLOQUE, ".", &fila.to_string(), ".", campo].concat())
}

/// Ages of the relatives of a row: none of who declares to have no family. `None` when they cannot be read.
pub(super) fn edades(texto: &str) -> Option<Vec<u32>> {
    let llano = plegar(texto);
    if ["sin familia", "sin familiares", "ninguno", "ninguna", "no tiene"].contains(&llano.as_str()) {
        return Some(Vec::new());
    }
    let separado = llano.replace([',', ';', '/', '-'], " ").replace(" y ", " ");
    let edades: Option<Vec<u32>> = separado.split_whitespace().map(|e| e.parse().ok()).collect();
    edades.filter(|e| !e.is_empty() && e.len() <= FAMILIARES && e.iter().all(|edad| *edad <= EDAD_MAXIMA))
}

fn edades_que_se_leen(_: &Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo> {
    let mal = edades(valor).is_none();
    mal.then(|| Hallazgo::nuevo(&mensaje::FAMILIA, ruta, &[("valor", valor)]))
        .into_iter()
        .collect()
}

/// Nobody so old; and somebody else signs for a minor.
fn edad_que_cabe(m: &Mirada<'_>, ruta: &str, curp: &str) -> Vec<Hallazgo> {
    let Some(edad) = nacimiento(m, curp).and_then(|nacio| cotizacion::inicio(m).years_since(nacio)) else {
        return Vec::new();
    };
    let dice = |regla: &'static Regla| vec![Hallazgo::con(regla, ruta, &[("edad", edad.to_string())])];
    match edad {
        _ if edad > EDAD_MAXIMA => dice(&mensaje::EDAD),
        _ if edad < MAYORIA_DE_EDAD => dice(&mensaje::MENOR),
        _ => Vec::new(),
    }
}

fn mismo_dia(m: &Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo> {
    let escrito = ventanilla_reglas::fecha::Fecha::leer(valor);
    let (Some(en_la_curp), Some(escrito)) = (nacimiento(m, m.aqui("curp")), escrito) else {
        return Vec::new();
    };
    if en_la_curp == escrito.0 {
        return Vec::new();
    }
    let datos = [("curp", fecha_larga(en_la_curp)), ("escrita", fecha_larga(escrito.0))];
    vec![Hallazgo::con(&mensaje::NACIMIENTO_DISTINTO, ruta, &datos)]
}

fn mismo_sexo(m: &Mirada<'_>, ruta: &str, valor: &str) -> Vec<Hallazgo> {
    let Partes::Curp(partes) = revisar(m.normativa, Tipo::Curp, m.aqui("curp"), Uso::Persona).partes else {
        return Vec::new();
    };
    if partes.sexo == valor {
        return Vec::new();
    }
    let palabra = |clave: &str| match clave {
        "H" => "hombre",
        "M" => "mujer",
        _ => "persona no binaria",
    };
    let datos = [("curp", palabra(&partes.sexo)), ("escrito", palabra(valor))];
    vec![Hallazgo::nuevo(&mensaje::SEXO_DISTINTO, ruta, &datos)]
}

/// What is to be said of the rows together: nobody is twice, and each one of a repetition names the others.
pub(super) fn hallazgos(m: &Mirada<'_>) -> Vec<Hallazgo> {
    let mut hallazgos = repetidas(m, "curp", &mensaje::CURP_REPETIDA);
    hallazgos.extend(repetidas(m, "nss", &mensaje::NSS_REPETIDO));
    let con_nombre = |fila: &usize| !celda(m, *fila, "curp").is_empty() && celda(m, *fila, "nss").is_empty();
    let sin_nss = (0..cuantas(m)).filter(con_nombre).count();
    if sin_nss > 0 {
        let datos = [("cuantos", sin_nss.to_string())];
        hallazgos.push(Hallazgo::con(&mensaje::SIN_NSS, BLOQUE, &datos));
    }
    hallazgos
}

fn repetidas(m: &Mirada<'_>, campo: &str, regla: &'static Regla) -> Vec<Hallazgo> {
    let mut por_valor: HashMap<&str, Vec<usize>> = HashMap::new();
    let valores: Vec<&str> = (0..cuantas(m)).map(|fila| celda(m, fila, campo)).collect();
    for (fila, valor) in valores.iter().enumerate().filter(|(_, v)| !v.is_empty()) {
        por_valor.entry(valor).or_default().push(fila);
    }
    let de_la_fila = |(fila, valor): (usize, &&str)| {
        let iguales = por_valor.get(valor).filter(|filas| filas.len() > 1)?;
        let otras = iguales.iter().copied().filter(|f| *f != fila);
        let datos = [("otras", nombrar(otras, iguales.len() - 1))];
        let ruta = [BLOQUE, ".", &fila.to_string(), ".", campo].concat();
        Some(Hallazgo::con(regla, ruta, &datos))
    };
    valores.iter().enumerate().filter_map(de_la_fila).collect()
}

/// Rows named one by one; past this many, the rest are counted.
const NOMBRADAS: usize = 3;

/// `la fila 4`, `las filas 4, 9 y 12`, `las filas 4, 9, 12 y 5 más`.
fn nombrar(filas: impl Iterator<Item = usize>, cuantas: usize) -> String {
    let mut dichas: Vec<String> = filas.take(NOMBRADAS).map(|f| (f + 1).to_string()).collect();
    if cuantas > NOMBRADAS {
        dichas.push(format!("{} más", cuantas - NOMBRADAS));
    }
    match dichas.as_slice() {
        [] => String::new(),
        [una] => format!("la fila {una}"),
        [primeras @ .., ultima] => format!("las filas {} y {ultima}", primeras.join(", ")),
    }
}
