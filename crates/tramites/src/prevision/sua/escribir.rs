//! A payroll as files of SUA.

use super::super::expediente::{Escenario, Fila};
use super::super::guion::{Hoja, movimiento, trabajador};
use super::{de_quien, duenos, partir_nombre, vacia};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::fmt;
use ventanilla_archivos::sua::{Asegurado, Falta, Movimiento, Tipo, escribir_aseg, escribir_movt};
use ventanilla_reglas::captura;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::identificador::normalizar;
use ventanilla_reglas::importe::Importe;

/// What keeps a payroll from being written as files of SUA.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSePuede {
    /// Sheet, row and what is missing, in Spanish; the employer has no row.
    pub donde: Option<(Hoja, usize)>,
    /// What is missing and how it is mended.
    pub mensaje: String,
}

impl fmt::Display for NoSePuede {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.donde {
            Some((hoja, fila)) => write!(f, "{}, fila {}: {}", hoja.titulo(), fila + 1, self.mensaje),
            None => f.write_str(&self.mensaje),
        }
    }
}

/// The two files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivosDeSua {
    /// Bytes of ASEG.TXT.
    pub aseg: Vec<u8>,
    /// Bytes of MOVT.TXT; empty when there are no movements.
    pub movt: Vec<u8>,
}

/// Writes a payroll as ASEG and MOVT. Whole or not at all. An alta among the movements goes in ASEG, where SUA has it.
///
/// # Errors
/// Everything that is missing.
pub fn escribir_sua(escenario: &Escenario) -> Result<ArchivosDeSua, Vec<NoSePuede>> {
    let mut faltas = Vec::new();
    let registro = normalizar(&escenario.patron.registro_patronal);
    if registro.len() != 11 {
        faltas.push(NoSePuede {
            donde: None,
            mensaje: "Escriba el registro patronal, con su dígito verificador (once posiciones).".to_owned(),
        });
    }
    sin_fecha(escenario, &mut faltas);
    let (filas, asegurados) = asegurados(escenario, &registro, &mut faltas);
    let (renglones, movimientos) = movimientos(escenario, &registro, &mut faltas);
    let de = |hoja: Hoja, filas: &[usize], f: &Falta| NoSePuede {
        donde: filas.get(f.registro).map(|fila| (hoja, *fila)),
        mensaje: f.to_string(),
    };
    let aseg = escribir_aseg(&asegurados).map_err(|f| {
        faltas.extend(
            f.iter()
                .filter(|f| propia(f, registro.len()))
                .map(|f| de(Hoja::Trabajadores, &filas, f)),
        )
    });
    let movt = escribir_movt(&movimientos).map_err(|f| {
        faltas.extend(
            f.iter()
                .filter(|f| propia(f, registro.len()))
                .map(|f| de(Hoja::Movimientos, &renglones, f)),
        )
    });
    match (aseg, movt, faltas.is_empty()) {
        (Ok(aseg), Ok(movt), true) => Ok(ArchivosDeSua { aseg, movt }),
        _ => {
            // row by row, as somebody mends them
            faltas.sort_by_key(|f| f.donde);
            Err(faltas)
        }
    }
}

/// The employer's own trouble is said once, and not in every row.
fn propia(falta: &Falta, largo_del_registro: usize) -> bool {
    largo_del_registro == 11 || falta.campo != "registro patronal"
}

/// What the sheet of workers says without a date cannot be a movement of SUA: it is said, and not left out in silence.
fn sin_fecha(escenario: &Escenario, faltas: &mut Vec<NoSePuede>) {
    const COLUMNAS: [(usize, &str); 3] = [
        (
            trabajador::BAJA,
            "baja: escríbala en «Movimientos e incidencias», que es lo que va en MOVT, y bórrela de aquí.",
        ),
        (
            trabajador::INCAPACIDAD,
            "incapacidad: anótela con su fecha y su folio en «Movimientos e incidencias», y borre el número.",
        ),
        (
            trabajador::AUSENTISMO,
            "faltas: anótelas con su fecha en «Movimientos e incidencias», y borre el número.",
        ),
    ];
    for (fila, celdas) in escenario.trabajadores.iter().enumerate() {
        for (columna, mensaje) in COLUMNAS {
            let texto = celdas.get(columna).map_or("", |t| t.trim());
            if !matches!(texto, "" | "0") {
                faltas.push(NoSePuede {
                    donde: Some((Hoja::Trabajadores, fila)),
                    mensaje: mensaje.to_owned(),
                });
            }
        }
    }
}

fn asegurados(escenario: &Escenario, registro: &str, faltas: &mut Vec<NoSePuede>) -> (Vec<usize>, Vec<Asegurado>) {
    let mut salida = (Vec::new(), Vec::new());
    let duenos = duenos(escenario);
    let altas = altas(escenario, &duenos);
    for (indice, fila) in escenario.trabajadores.iter().enumerate().filter(|(_, f)| !vacia(f)) {
        let celda = |c: usize| fila.get(c).map_or("", |t| t.trim());
        let mut falta = |mensaje: &str| {
            faltas.push(NoSePuede {
                donde: Some((Hoja::Trabajadores, indice)),
                mensaje: mensaje.to_owned(),
            });
        };
        let partes = partir_nombre(celda(trabajador::NOMBRE)).unwrap_or_else(|| {
            falta("nombre: no se sabe dónde termina cada apellido. Escríbalo como PATERNO MATERNO, NOMBRES; si un apellido es de varias palabras, con una coma después de cada uno: DE LA CRUZ, LÓPEZ, MARÍA.");
            // so that it is not said again
            ["X".to_owned(), String::new(), "X".to_owned()]
        });
        let nss = normalizar(celda(trabajador::NSS));
        let alta_escrita = altas.get(&nss);
        let sdi = match captura::importe(celda(trabajador::SBC)) {
            // the alta of the movements says with which salary
            _ if alta_escrita.is_some_and(|(_, sdi)| *sdi > 0) => alta_escrita.map_or(0, |(_, sdi)| *sdi),
            Ok(importe) => centavos(importe),
            Err(_) if celda(trabajador::SBC).is_empty() => {
                falta("SBC: escríbalo; SUA no lo calcula con el salario diario.");
                1
            }
            Err(error) => {
                falta(&format!("SBC: {error}"));
                1
            }
        };
        let alta = captura::fecha(celda(trabajador::ALTA)).ok().map(|f: Fecha| f.0);
        let alta = alta.or_else(|| alta_escrita.map(|(fecha, _)| *fecha));
        if alta.is_none() {
            falta("fecha de alta: escríbala en «Alta», aunque sea de antes del periodo.");
        }
        // in ASEG a 6 is a reduced day; here six or seven days are a whole week
        let jornada = match celda(trabajador::SEMANA) {
            "" | "0" | "6" | "7" => 0,
            texto => match texto.parse() {
                Ok(dias @ 1..=5) => dias,
                _ => {
                    falta("semana reducida: de 1 a 5 días, o nada.");
                    0
                }
            },
        };
        let escritas = (captura::fecha(celda(trabajador::ALTA)).ok(), alta_escrita);
        if let (Some(en_la_hoja), Some((en_el_movimiento, _))) = escritas
            && en_la_hoja.0 != *en_el_movimiento
        {
            falta("alta: la hoja dice un día y el movimiento otro. Si vuelve a entrar, elija «Reingreso».");
        }
        let [paterno, materno, nombres] = partes;
        salida.0.push(indice);
        salida.1.push(Asegurado {
            renglon: 0,
            registro_patronal: registro.to_owned(),
            nss,
            rfc: normalizar(celda(trabajador::RFC)),
            curp: normalizar(celda(trabajador::CURP)),
            paterno,
            materno,
            nombres,
            tipo: tipo_de_trabajador(celda(trabajador::TIPO)),
            jornada,
            alta: alta.or(NaiveDate::from_ymd_opt(2000, 1, 1)),
            sdi,
            ubicacion: String::new(),
            credito: None,
        });
    }
    salida
}

/// Its key or its name; nothing is a permanent one, as the column says.
fn tipo_de_trabajador(texto: &str) -> u8 {
    let opciones = Hoja::Trabajadores.columnas()[trabajador::TIPO].opciones;
    let igual = |(clave, titulo): &&(&str, &str)| *clave == texto || titulo.to_lowercase() == texto.to_lowercase();
    match opciones.iter().find(igual) {
        Some((clave, _)) => clave.parse().unwrap_or(1),
        None if texto.is_empty() => 1,
        None => 0, // refused when it is written
    }
}

/// Day and salary in cents (0 when it has none) of the altas that were typed as movements, by NSS; the last of each.
fn altas(escenario: &Escenario, duenos: &HashMap<String, Option<String>>) -> HashMap<String, (NaiveDate, i64)> {
    let celda = |f: &Fila, c: usize| f.get(c).map_or("", |t| t.trim()).to_owned();
    escenario
        .movimientos
        .iter()
        .filter(|f| celda(f, movimiento::TIPO).eq_ignore_ascii_case("alta"))
        .filter_map(|f| {
            let fecha = captura::fecha(&celda(f, movimiento::FECHA)).ok()?;
            let sdi = captura::importe(&celda(f, movimiento::SBC)).map_or(0, centavos);
            Some((de_quien(&celda(f, movimiento::TRABAJADOR), duenos)?, (fecha.0, sdi)))
        })
        .collect()
}

fn movimientos(escenario: &Escenario, registro: &str, faltas: &mut Vec<NoSePuede>) -> (Vec<usize>, Vec<Movimiento>) {
    let mut salida = (Vec::new(), Vec::new());
    let duenos = duenos(escenario);
    for (indice, fila) in escenario.movimientos.iter().enumerate().filter(|(_, f)| !vacia(f)) {
        let celda = |c: usize| fila.get(c).map_or("", |t| t.trim());
        let mut falta = |mensaje: &str| {
            faltas.push(NoSePuede {
                donde: Some((Hoja::Movimientos, indice)),
                mensaje: mensaje.to_owned(),
            });
        };
        let tipo = match celda(movimiento::TIPO).to_lowercase().as_str() {
            "alta" => continue,
            "baja" => Tipo::Baja,
            "modificacion" | "modificación" => Tipo::Modificacion,
            "reingreso" => Tipo::Reingreso,
            "ausentismo" | "falta" => Tipo::Ausentismo,
            "incapacidad" => Tipo::Incapacidad,
            _ => {
                falta("tipo: elija uno.");
                continue;
            }
        };
        let Ok(fecha) = captura::fecha(celda(movimiento::FECHA)) else {
            falta("fecha: falta o no se entiende.");
            continue;
        };
        let Some(nss) = de_quien(celda(movimiento::TRABAJADOR), &duenos) else {
            falta("«NSS o nombre»: falta, o es el nombre de dos trabajadores. Escriba el NSS.");
            continue;
        };
        salida.0.push(indice);
        salida.1.push(Movimiento {
            renglon: 0,
            registro_patronal: registro.to_owned(),
            nss,
            tipo,
            fecha: fecha.0,
            folio: if tipo == Tipo::Incapacidad {
                normalizar(celda(movimiento::FOLIO))
            } else {
                String::new()
            },
            dias: if tipo.lleva_dias() {
                celda(movimiento::DIAS).parse().unwrap_or(0)
            } else {
                0
            },
            sdi: match captura::importe(celda(movimiento::SBC)) {
                Ok(importe) if tipo.lleva_salario() => centavos(importe),
                _ => 0,
            },
        });
    }
    salida
}

fn centavos(importe: Importe) -> i64 {
    importe.centavos()
}
