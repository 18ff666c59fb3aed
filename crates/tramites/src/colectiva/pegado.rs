//! A list of people pasted from a spreadsheet or read from a file: with headings in any order, or without them.
//!
//! What cannot be read as data stays as typed, in its cell; what has no cell is named in a notice.

use super::condiciones::familiar;
use super::lista::edades;
use crate::celdas::cortar;
use crate::guion::{Mirada, Pegado};
use crate::texto::plegar;
use ventanilla_reglas::captura;
use ventanilla_reglas::identificador::nss_con_su_cero;

/// What a column holds. The parts of a name are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Columna {
    Nombre,
    PrimerApellido,
    SegundoApellido,
    Curp,
    Nss,
    Nacimiento,
    Sexo,
    Ingreso,
    Clase,
    Familia,
    /// The number of the row in the list: it gets its own here.
    Numero,
}

impl Columna {
    /// The question it answers.
    fn campo(self) -> &'static str {
        match self {
            Self::Nombre | Self::PrimerApellido | Self::SegundoApellido => "nombre",
            Self::Curp => "curp",
            Self::Nss => "nss",
            Self::Nacimiento => "nacimiento",
            Self::Sexo => "sexo",
            Self::Ingreso => "ingreso_mensual",
            Self::Clase => "clase",
            Self::Familia => "familia",
            Self::Numero => "",
        }
    }
}

/// The heading may come after a title.
const RENGLONES_DE_TITULO: usize = 5;

/// Rows that are looked at to tell what a column without heading holds.
const DE_MUESTRA: usize = 60;

/// Reads pasted text.
pub fn leer(m: &Mirada<'_>, texto: &str) -> Pegado {
    let filas = cortar(texto);
    let mut avisos = Vec::new();
    if filas.is_empty() {
        avisos.push("No hay nada que leer. Copie las filas en su hoja de cálculo y péguelas aquí.".to_owned());
        return Pegado {
            avisos,
            ..Pegado::default()
        };
    }
    let con_titulos = filas.iter().take(RENGLONES_DE_TITULO).position(|f| es_encabezado(f));
    let (columnas, datos) = match con_titulos {
        Some(i) => {
            sin_usar(&filas[..i], &mut avisos);
            (de_los_titulos(&filas[i], &mut avisos), &filas[i + 1..])
        }
        None => (por_su_forma(&filas, familiar(m)), &filas[..]),
    };
    let mujer_es_f = datos.iter().any(|fila| {
        let suyas = columnas.iter().zip(fila).filter(|(c, _)| **c == Some(Columna::Sexo));
        suyas.into_iter().any(|(_, celda)| plegar(celda) == "f")
    });
    let mut cuenta = Cuenta::default();
    let leidas = datos
        .iter()
        .enumerate()
        .map(|(i, fila)| una_fila(i, fila, &columnas, mujer_es_f, &mut cuenta))
        .collect();
    cuenta.avisar(&mut avisos);
    Pegado { filas: leidas, avisos }
}

/// What is to be said of all the rows together.
#[derive(Default)]
struct Cuenta {
    con_cero: usize,
    sobran: Vec<String>,
}

/// Cells without a column that are named one by one.
const SOBRANTES: usize = 5;

impl Cuenta {
    fn avisar(self, avisos: &mut Vec<String>) {
        if self.con_cero > 0 {
            avisos.push(format!(
                "Números de seguridad social a los que se les puso el cero de adelante, que la hoja de cálculo quita: {}. Con él cuadra su dígito verificador.",
                self.con_cero
            ));
        }
        if !self.sobran.is_empty() {
            let mas = self.sobran.len().saturating_sub(SOBRANTES);
            let resto = if mas > 0 {
                format!("; y {mas} más")
            } else {
                String::new()
            };
            let dichas = &self.sobran[..self.sobran.len() - mas];
            avisos.push(format!("No se sabe de qué columna son: {}{resto}.", dichas.join("; ")));
        }
    }
}

fn sin_usar(filas: &[Vec<String>], avisos: &mut Vec<String>) {
    let textos: Vec<&str> = filas
        .iter()
        .flatten()
        .map(String::as_str)
        .filter(|c| !c.is_empty())
        .collect();
    if !textos.is_empty() {
        avisos.push(format!(
            "No se usó lo que está arriba de los títulos: {}.",
            textos.join(", ")
        ));
    }
}

/// A row of headings names two columns at least, one of them of who the person is.
fn es_encabezado(fila: &[String]) -> bool {
    let columnas: Vec<Columna> = fila.iter().filter_map(|c| columna(c)).collect();
    let de_quien = [Columna::Nombre, Columna::Curp, Columna::Nss];
    columnas.iter().any(|c| de_quien.contains(c)) && columnas.len() > 1
}

/// The column that a heading names.
fn columna(titulo: &str) -> Option<Columna> {
    let llano = plegar(&titulo.replace(['_', '.', ':', '*', '(', ')', '/'], " "));
    // «C.U.R.P.», «N. S. S.»
    let junto = llano.replace(' ', "");
    let dice = |palabras: &[&str]| palabras.iter().any(|p| junto.contains(p));
    // a cell of data may hold any word; a heading is short and has no digits
    if llano.len() > 60 || llano.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some(match llano.as_str() {
        "n" | "no" | "num" | "numero" | "n º" | "#" | "consecutivo" | "fila" | "nº" | "n°" => Columna::Numero,
        "f nac" | "fec nac" | "fecha nac" => Columna::Nacimiento,
        "ingreso" | "ingresos" | "salario" | "sueldo" | "base" => Columna::Ingreso,
        "clase" | "riesgo" | "clase de riesgo" | "clase riesgo" => Columna::Clase,
        _ if dice(&["curp"]) => Columna::Curp,
        _ if dice(&["nss", "seguridadsocial", "segurosocial", "afiliacion"]) => Columna::Nss,
        _ if dice(&["nacimiento"]) => Columna::Nacimiento,
        "sexo" | "genero" => Columna::Sexo,
        _ if dice(&["primerapellido", "paterno"]) && !dice(&["nombre"]) => Columna::PrimerApellido,
        _ if dice(&["segundoapellido", "materno"]) && !dice(&["nombre"]) => Columna::SegundoApellido,
        "apellidos" | "apellido" => Columna::PrimerApellido,
        _ if dice(&["edades", "familia"]) => Columna::Familia,
        _ if dice(&["ingreso"]) => Columna::Ingreso,
        _ if llano.starts_with("nombre") || llano == "persona" || llano == "trabajador" => Columna::Nombre,
        _ => return None,
    })
}

fn de_los_titulos(fila: &[String], avisos: &mut Vec<String>) -> Vec<Option<Columna>> {
    let mut vistas: Vec<Columna> = Vec::new();
    let mut ajenas: Vec<&str> = Vec::new();
    let mut columnas = Vec::new();
    for titulo in fila {
        // the second of two of the same would write over the first
        let suya = columna(titulo).filter(|c| !vistas.contains(c));
        match suya {
            Some(columna) => vistas.push(columna),
            None if titulo.is_empty() => {}
            None => ajenas.push(titulo),
        }
        columnas.push(suya);
    }
    if !ajenas.is_empty() {
        avisos.push(format!("No se usaron las columnas: {}.", ajenas.join(", ")));
    }
    // cells under no heading are named one by one; those under one that is not used, by it
    columnas
        .iter()
        .zip(fila)
        .map(|(c, titulo)| c.or((!titulo.is_empty()).then_some(Columna::Numero)))
        .collect()
}

/// Without headings: what most cells of each column look like. Columns of words are the parts of a name, in their order.
fn por_su_forma(filas: &[Vec<String>], con_edades: bool) -> Vec<Option<Columna>> {
    let ancho = filas.iter().map(Vec::len).max().unwrap_or_default();
    let mut vistas: Vec<Columna> = Vec::new();
    (0..ancho)
        .map(|i| {
            let celdas = filas
                .iter()
                .take(DE_MUESTRA)
                .filter_map(|f| f.get(i))
                .filter(|c| !c.is_empty());
            let formas: Vec<Columna> = celdas.map(|c| forma(c, con_edades)).collect();
            let cuantas = |c: Columna| formas.iter().filter(|f| **f == c).count();
            let mayoria = formas.iter().copied().max_by_key(|c| cuantas(*c))?;
            let suya = match mayoria {
                Columna::Nombre => [Columna::Nombre, Columna::PrimerApellido, Columna::SegundoApellido]
                    .into_iter()
                    .find(|c| !vistas.contains(c))?,
                // 1, 2, 3… before the names
                Columna::Familia | Columna::Ingreso | Columna::Clase if i == 0 && ancho > 2 && cuenta(filas) => {
                    Columna::Numero
                }
                otra => Some(otra).filter(|c| !vistas.contains(c))?,
            };
            vistas.push(suya);
            Some(suya)
        })
        .collect()
}

/// The first column counts the rows.
fn cuenta(filas: &[Vec<String>]) -> bool {
    let primeras = filas.iter().map(|f| f.first().and_then(|c| c.parse::<usize>().ok()));
    filas.len() > 1 && primeras.zip(1..).all(|(n, i)| n == Some(i))
}

fn forma(celda: &str, con_edades: bool) -> Columna {
    let junto: String = celda.chars().filter(|c| !matches!(c, ' ' | '-' | '.')).collect();
    let cifras = junto.chars().filter(char::is_ascii_digit).count();
    let letras = junto.chars().filter(|c| c.is_alphabetic()).count();
    let todo_cifras = cifras == junto.len();
    match plegar(celda).as_str() {
        "h" | "m" | "x" | "f" | "hombre" | "mujer" | "masculino" | "femenino" => Columna::Sexo,
        "i" | "ii" | "iii" | "iv" | "v" | "1" | "2" | "3" | "4" | "5" if !con_edades => Columna::Clase,
        _ if (16..=19).contains(&junto.chars().count()) && cifras >= 6 && letras >= 8 => Columna::Curp,
        _ if todo_cifras && (10..=11).contains(&cifras) => Columna::Nss,
        _ if captura::fecha(celda).is_ok() => Columna::Nacimiento,
        _ if con_edades && edades(celda).is_some() => Columna::Familia,
        _ if captura::importe(celda).is_ok() => Columna::Ingreso,
        _ => Columna::Nombre,
    }
}

fn una_fila(
    numero: usize,
    fila: &[String],
    columnas: &[Option<Columna>],
    mujer_es_f: bool,
    cuenta: &mut Cuenta,
) -> Vec<(&'static str, String)> {
    let mut celdas: Vec<(&'static str, String)> = Vec::new();
    let con_texto = fila.iter().enumerate().filter(|(_, c)| !c.is_empty());
    for (i, texto) in con_texto {
        let Some(columna) = columnas.get(i).copied().flatten() else {
            cuenta
                .sobran
                .push(format!("«{texto}», en la fila {} de lo pegado", numero + 1));
            continue;
        };
        let valor = match columna {
            Columna::Numero => continue,
            Columna::Clase => clase(texto),
            Columna::Sexo => sexo(texto, mujer_es_f),
            Columna::Nss => con_su_cero(texto, cuenta),
            _ => texto.clone(),
        };
        let campo = columna.campo();
        match celdas.iter_mut().find(|(c, _)| *c == campo) {
            // first names and surnames, in the order in which they come
            Some((_, antes)) => *antes = [antes.as_str(), " ", &valor].concat(),
            None => celdas.push((campo, valor)),
        }
    }
    celdas
}

/// `2`, `clase ii`, `II`: the class. Anything else, as it is.
fn clase(texto: &str) -> String {
    let llano = plegar(texto);
    let clave = match llano.trim_start_matches("clase").trim() {
        "1" | "i" => "I",
        "2" | "ii" => "II",
        "3" | "iii" => "III",
        "4" | "iv" => "IV",
        "5" | "v" => "V",
        _ => texto,
    };
    clave.to_owned()
}

/// In the CURP, M is a woman; in a list that also has F, a man.
fn sexo(texto: &str, mujer_es_f: bool) -> String {
    let clave = match plegar(texto).as_str() {
        "h" | "hombre" | "masculino" | "varon" => "H",
        "m" if mujer_es_f => "H",
        "m" | "f" | "mujer" | "femenino" => "M",
        "x" | "no binario" | "no binaria" => "X",
        _ => texto,
    };
    clave.to_owned()
}

/// A spreadsheet takes the zero at the beginning away; it is put back only where the check digit agrees.
fn con_su_cero(texto: &str, cuenta: &mut Cuenta) -> String {
    let completo = nss_con_su_cero(texto);
    cuenta.con_cero += usize::from(completo.is_some());
    completo.unwrap_or_else(|| texto.to_owned())
}
