//! Files of SUA into a payroll.

use super::super::dictamen::extremos;
use super::super::expediente::{Escenario, Fila};
use super::super::guion::{Hoja, movimiento, trabajador};
use super::{de_quien, duenos, nombre, vacia};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, HashMap, HashSet};
use ventanilla_archivos::sua::{Asegurado, Movimiento, Tipo};
use ventanilla_reglas::captura;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::identificador::normalizar;
use ventanilla_reglas::importe::Importe;

/// What came of putting a file of SUA in a payroll.
#[derive(Clone, Debug, PartialEq)]
pub struct Recibido {
    /// The payroll with it.
    pub escenario: Escenario,
    /// What was done, in one sentence.
    pub texto: String,
    /// What was left out or is worth looking at.
    pub avisos: Vec<String>,
}

/// What an ASEG and the payroll on the desk have to do with each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Encuentro {
    /// Workers of the payroll.
    pub en_la_nomina: usize,
    /// Those of them that the file does not have.
    pub sin_ella: usize,
    /// Workers of the file that the payroll does not have.
    pub nuevos: usize,
    /// Whether the file is of another employer.
    pub de_otro: bool,
}

impl Encuentro {
    /// Whether it is not plain that the file belongs in this payroll: each has people that the other has not, or they are
    /// of different employers.
    pub const fn hay_duda(&self) -> bool {
        self.en_la_nomina > 0 && (self.de_otro || (self.sin_ella > 0 && self.nuevos > 0))
    }
}

/// Compares the workers of an ASEG with those of a payroll, by NSS. A file of several employers, which goes into no payroll,
/// has nothing to do with any.
pub fn encuentro(escenario: &Escenario, asegurados: &[Asegurado]) -> Encuentro {
    if por_clave(asegurados.iter().map(|a| a.registro_patronal.as_str())).len() > 1 {
        return Encuentro::default();
    }
    let lugares = por_nss(&escenario.trabajadores);
    let en_la_nomina = escenario.trabajadores.iter().filter(|f| !vacia(f)).count();
    let del_archivo = por_clave(asegurados.iter().map(|a| a.nss.as_str()));
    let de_ambos = del_archivo.keys().filter(|nss| lugares.contains_key(**nss)).count();
    let suyo = normalizar(&escenario.patron.registro_patronal);
    Encuentro {
        en_la_nomina,
        sin_ella: en_la_nomina.saturating_sub(de_ambos),
        nuevos: del_archivo.len() - de_ambos,
        de_otro: asegurados.iter().any(|a| !mismo_registro(&suyo, &a.registro_patronal)),
    }
}

/// The payroll for the workers of an ASEG when they are to be one of their own: the same period, and of the employer only
/// what is of the file's.
pub fn otra_nomina(escenario: &Escenario, asegurados: &[Asegurado]) -> Escenario {
    let mut otra = Escenario {
        periodo: escenario.periodo,
        politicas: escenario.politicas.clone(),
        ..Escenario::default()
    };
    let suyo = normalizar(&escenario.patron.registro_patronal);
    if !suyo.is_empty() && asegurados.iter().all(|a| mismo_registro(&suyo, &a.registro_patronal)) {
        otra.patron = escenario.patron.clone();
    }
    otra
}

/// Whether a payroll's registro can be the file's: none yet, the same, or the ten of the eleven without its digit.
fn mismo_registro(suyo: &str, del_archivo: &str) -> bool {
    suyo.is_empty() || suyo == del_archivo || del_archivo.get(..10) == Some(suyo)
}

/// Puts the workers of an ASEG in a payroll: who is there already, by NSS, gets the file's data; the others go at the end.
///
/// # Errors
/// In Spanish, when the file is of several employers, or of another one than the payroll's.
pub fn recibir_asegurados(mut escenario: Escenario, asegurados: &[Asegurado]) -> Result<Recibido, String> {
    tomar_registro(&mut escenario, asegurados.iter().map(|a| a.registro_patronal.as_str()))?;
    quitar_vacias(&mut escenario.trabajadores);
    let lugares = por_nss(&escenario.trabajadores);
    let (mut nuevos, mut puestos) = (0, 0);
    for asegurado in asegurados {
        match lugares.get(&asegurado.nss) {
            Some(&fila) => {
                llenar(&mut escenario.trabajadores[fila], asegurado);
                puestos += 1;
            }
            None => {
                let mut fila = Fila::new();
                llenar(&mut fila, asegurado);
                escenario.trabajadores.push(fila);
                nuevos += 1;
            }
        }
    }
    let texto = match (nuevos, puestos) {
        (n, 0) => format!("Se agregaron {} de ASEG.", personas(n)),
        (0, p) => format!("Se pusieron al día {} con ASEG.", personas(p)),
        (n, p) => format!("Se agregaron {} de ASEG y se pusieron al día {p}.", personas(n)),
    };
    Ok(Recibido {
        escenario,
        texto,
        avisos: lo_que_no_cabe(asegurados),
    })
}

fn lo_que_no_cabe(asegurados: &[Asegurado]) -> Vec<String> {
    let con_credito = asegurados.iter().filter(|a| a.credito.is_some()).count();
    let con_ubicacion = asegurados.iter().filter(|a| !a.ubicacion.is_empty()).count();
    let jornada = asegurados.iter().filter(|a| a.jornada == 6).count();
    let repetidos = asegurados.len() - por_clave(asegurados.iter().map(|a| a.nss.as_str())).len();
    [
        (
            con_credito,
            "traen crédito de Infonavit: su amortización no se calcula aquí, ni se escribe de vuelta.",
        ),
        (
            con_ubicacion,
            "traen clave de ubicación, que aquí no se usa ni se escribe de vuelta.",
        ),
        (
            jornada,
            "traen jornada reducida (6), que aquí no cambia el cálculo ni se escribe de vuelta.",
        ),
        (repetidos, "están repetidos en el archivo; quedó el último de cada uno."),
    ]
    .into_iter()
    .filter(|(cuantos, _)| *cuantos > 0)
    .map(|(cuantos, que)| match (cuantos, que.split_once(' ')) {
        (1, Some(("traen", resto))) => format!("1 trabajador trae {resto}"),
        (1, Some(("están", _))) => {
            "1 trabajador está repetido en el archivo; quedó el último de sus renglones.".to_owned()
        }
        _ => format!("{}: {que}", personas(cuantos)),
    })
    .collect()
}

fn llenar(fila: &mut Fila, a: &Asegurado) {
    poner(fila, trabajador::NSS, a.nss.clone());
    poner(fila, trabajador::NOMBRE, nombre(a));
    poner(fila, trabajador::SBC, pesos(a.sdi));
    poner(fila, trabajador::ALTA, a.alta.map(dia).unwrap_or_default());
    poner(fila, trabajador::RFC, a.rfc.clone());
    poner(fila, trabajador::CURP, a.curp.clone());
    poner(
        fila,
        trabajador::TIPO,
        if a.tipo == 1 { String::new() } else { a.tipo.to_string() },
    );
    poner(
        fila,
        trabajador::SEMANA,
        if (1..=5).contains(&a.jornada) {
            a.jornada.to_string()
        } else {
            String::new()
        },
    );
}

/// Puts the movements of a MOVT in a payroll. Those after the period are left out; those before it tell how it begins.
///
/// # Errors
/// In Spanish, when the file is of several employers, or of another one than the payroll's.
pub fn recibir_movimientos(mut escenario: Escenario, movimientos: &[Movimiento]) -> Result<Recibido, String> {
    tomar_registro(&mut escenario, movimientos.iter().map(|m| m.registro_patronal.as_str()))?;
    quitar_vacias(&mut escenario.movimientos);
    let (desde, hasta) = extremos(&escenario.periodo).ok_or("Elija antes el periodo de la nómina.")?;
    let conocidos = por_nss(&escenario.trabajadores);
    let duenos = duenos(&escenario);
    let mut ya: HashSet<[String; 3]> = escenario.movimientos.iter().map(|f| huella(f, &duenos)).collect();
    let (mut puestos, mut fuera, mut repetidos) = (0, 0, 0);
    let mut sueltos: BTreeMap<&str, usize> = BTreeMap::new();
    for m in movimientos {
        let fin = m
            .fecha
            .checked_add_days(Days::new(u64::from(m.dias.max(1)) - 1))
            .unwrap_or(m.fecha);
        if m.fecha > hasta || (m.tipo.lleva_dias() && fin < desde) {
            fuera += 1;
            continue;
        }
        let fila = fila_de(m);
        if !ya.insert(huella(&fila, &duenos)) {
            repetidos += 1;
            continue;
        }
        if !conocidos.contains_key(&m.nss) {
            *sueltos.entry(&m.nss).or_default() += 1;
        }
        escenario.movimientos.push(fila);
        puestos += 1;
    }
    let mut avisos = Vec::new();
    if fuera > 0 {
        let periodo = escenario.periodo.nombre();
        avisos.push(format!("{fuera} no son de {periodo} y no se agregaron. Si los necesita, cambie el periodo y vuelva a abrir el archivo."));
    }
    if repetidos > 0 {
        avisos.push(format!("{repetidos} ya estaban en la hoja y no se repitieron."));
    }
    if !sueltos.is_empty() {
        let algunos: Vec<&str> = sueltos.keys().take(5).copied().collect();
        let mas = sueltos.len() - algunos.len();
        let mas = if mas == 0 {
            String::new()
        } else {
            format!(" y {mas} más")
        };
        avisos.push(format!(
            "{} no están en «Trabajadores»: {}{mas}. Abra también ASEG.TXT, o agréguelos.",
            personas(sueltos.len()),
            algunos.join(", ")
        ));
    }
    Ok(Recibido {
        escenario,
        texto: match puestos {
            0 => "No se agregó ningún movimiento de MOVT.".to_owned(),
            1 => "Se agregó un movimiento de MOVT.".to_owned(),
            n => format!("Se agregaron {n} movimientos de MOVT."),
        },
        avisos,
    })
}

fn fila_de(m: &Movimiento) -> Fila {
    let tipo = match m.tipo {
        Tipo::Baja => "baja",
        Tipo::Modificacion => "modificacion",
        Tipo::Reingreso => "reingreso",
        Tipo::Ausentismo => "ausentismo",
        Tipo::Incapacidad => "incapacidad",
    };
    let mut fila = Fila::new();
    poner(&mut fila, movimiento::TRABAJADOR, m.nss.clone());
    poner(&mut fila, movimiento::TIPO, tipo.to_owned());
    poner(&mut fila, movimiento::FECHA, dia(m.fecha));
    if m.dias > 0 {
        poner(&mut fila, movimiento::DIAS, m.dias.to_string());
    }
    if m.sdi > 0 {
        poner(&mut fila, movimiento::SBC, pesos(m.sdi));
    }
    if !m.folio.is_empty() {
        poner(&mut fila, movimiento::FOLIO, m.folio.clone());
    }
    fila
}

/// Who, what and when: the same movement is not put twice.
fn huella(fila: &Fila, duenos: &HashMap<String, Option<String>>) -> [String; 3] {
    let celda = |c: usize| fila.get(c).map_or("", |t| t.trim());
    let tipo = celda(movimiento::TIPO);
    let opciones = Hoja::Movimientos.columnas()[movimiento::TIPO].opciones;
    let opcion = opciones
        .iter()
        .find(|(_, rotulo)| rotulo.eq_ignore_ascii_case(tipo) || rotulo.to_lowercase() == tipo.to_lowercase());
    let fecha = captura::fecha(celda(movimiento::FECHA)).map(|f| dia(f.0));
    [
        de_quien(celda(movimiento::TRABAJADOR), duenos).unwrap_or_default(),
        opcion.map_or(tipo, |(clave, _)| clave).to_lowercase(),
        fecha.unwrap_or_else(|_| celda(movimiento::FECHA).to_owned()),
    ]
}

fn tomar_registro<'a>(escenario: &mut Escenario, registros: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let cuentas = por_clave(registros);
    let suyo = normalizar(&escenario.patron.registro_patronal);
    match (cuentas.len(), cuentas.keys().next()) {
        (0, _) | (_, None) => Ok(()),
        (1, Some(registro)) if suyo.is_empty() => {
            escenario.patron.registro_patronal = (*registro).to_owned();
            Ok(())
        }
        (1, Some(registro)) if mismo_registro(&suyo, registro) => Ok(()),
        (1, Some(registro)) => Err(format!(
            "El archivo es del registro patronal {registro} y esta nómina es de {suyo}. Abra un escenario nuevo para él, o corrija el registro."
        )),
        (cuantos, _) => Err(format!(
            "El archivo trae {cuantos} registros patronales ({}) y una nómina es de uno. Expórtelos de SUA por separado.",
            cuentas.keys().take(4).copied().collect::<Vec<_>>().join(", ")
        )),
    }
}

fn por_clave<'a>(claves: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut cuentas = BTreeMap::new();
    for clave in claves {
        *cuentas.entry(clave).or_default() += 1;
    }
    cuentas
}

fn por_nss(filas: &[Fila]) -> HashMap<String, usize> {
    let nss = |f: &Fila| normalizar(f.get(trabajador::NSS).map_or("", String::as_str));
    filas
        .iter()
        .enumerate()
        .map(|(i, f)| (nss(f), i))
        .filter(|(n, _)| !n.is_empty())
        .collect()
}

fn quitar_vacias(filas: &mut Vec<Fila>) {
    filas.retain(|f| !vacia(f));
}

pub(super) fn poner(fila: &mut Fila, columna: usize, texto: String) {
    if fila.len() <= columna {
        fila.resize(columna + 1, String::new());
    }
    fila[columna] = texto;
}

fn dia(fecha: NaiveDate) -> String {
    Fecha(fecha).to_string()
}

fn pesos(centavos: i64) -> String {
    Importe::de_centavos(centavos).to_string()
}

fn personas(cuantas: usize) -> String {
    match cuantas {
        1 => "1 trabajador".to_owned(),
        n => format!("{n} trabajadores"),
    }
}
