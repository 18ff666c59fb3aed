//! Between the files of SUA (ASEG, MOVT) and a payroll. Nothing is guessed: what the payroll has no room for is said, and
//! what a file of SUA asks for and the payroll lacks is listed, row by row.

use super::expediente::{ClaseDePeriodo, DatosDelPeriodo, Escenario, Fila};
use super::guion::{Hoja, movimiento, trabajador};
use chrono::{Days, Months, NaiveDate};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;
use ventanilla_archivos::sua::{Asegurado, Falta, Movimiento, Tipo, escribir_aseg, escribir_movt};
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
    .map(|(cuantos, que)| format!("{}: {que}", personas(cuantos)))
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

/// `FICTICIA EJEMPLO, PETRA` where the surnames are a word each, and otherwise as SUA has it, so that it can be told apart
/// again.
fn nombre(a: &Asegurado) -> String {
    let de_una = |t: &str| !t.is_empty() && !t.contains([' ', ',']);
    if de_una(&a.paterno) && de_una(&a.materno) && !a.nombres.contains(',') {
        format!("{} {}, {}", a.paterno, a.materno, a.nombres)
    } else {
        [a.paterno.as_str(), &a.materno, &a.nombres].join("$")
    }
}

/// Surnames and given names of what a payroll has; `None` when it cannot be known where one ends.
fn partir_nombre(texto: &str) -> Option<[String; 3]> {
    let limpio = |t: &str| t.split_whitespace().collect::<Vec<_>>().join(" ");
    let partes: Vec<String> = texto.split('$').map(limpio).collect();
    if let [paterno, materno, nombres] = partes.as_slice() {
        return (!paterno.is_empty() && !nombres.is_empty())
            .then(|| [paterno.clone(), materno.clone(), nombres.clone()]);
    }
    let (apellidos, nombres) = texto.split_once(',')?;
    let apellidos: Vec<&str> = apellidos.split_whitespace().collect();
    let nombres = limpio(nombres);
    match apellidos.as_slice() {
        _ if nombres.is_empty() => None,
        [paterno] => Some([(*paterno).to_owned(), String::new(), nombres]),
        [paterno, materno] => Some([(*paterno).to_owned(), (*materno).to_owned(), nombres]),
        _ => None,
    }
}

/// Puts the movements of a MOVT in a payroll. Those after the period are left out; those before it tell how it begins.
///
/// # Errors
/// In Spanish, when the file is of several employers, or of another one than the payroll's.
pub fn recibir_movimientos(mut escenario: Escenario, movimientos: &[Movimiento]) -> Result<Recibido, String> {
    tomar_registro(&mut escenario, movimientos.iter().map(|m| m.registro_patronal.as_str()))?;
    quitar_vacias(&mut escenario.movimientos);
    let (desde, hasta) = lapso(escenario.periodo).ok_or("Elija antes el periodo de la nómina.")?;
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
        texto: format!("Se agregaron {puestos} movimientos de MOVT."),
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
            falta("nombre: no se sabe dónde termina cada apellido. Escríbalo como PATERNO$MATERNO$NOMBRES, o PATERNO MATERNO, NOMBRES.");
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

/// Whose each name is: NSS by name. A name that two workers have is nobody's.
fn duenos(escenario: &Escenario) -> HashMap<String, Option<String>> {
    let mut duenos = HashMap::new();
    for fila in &escenario.trabajadores {
        let celda = |c: usize| fila.get(c).map_or("", |t| t.trim());
        let nombre = celda(trabajador::NOMBRE).to_uppercase();
        if !nombre.is_empty() {
            let nss = normalizar(celda(trabajador::NSS));
            duenos.entry(nombre).and_modify(|d| *d = None).or_insert(Some(nss));
        }
    }
    duenos
}

/// The NSS of whom a movement names; `None` when it cannot be known.
fn de_quien(texto: &str, duenos: &HashMap<String, Option<String>>) -> Option<String> {
    let nss = match duenos.get(&texto.trim().to_uppercase()) {
        Some(dueno) => dueno.clone()?,
        None => normalizar(texto),
    };
    (!nss.is_empty()).then_some(nss)
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

/// First and last day of a period.
fn lapso(periodo: DatosDelPeriodo) -> Option<(NaiveDate, NaiveDate)> {
    let (mes, meses) = match periodo.clase {
        ClaseDePeriodo::Mes => (periodo.numero, 1),
        ClaseDePeriodo::Bimestre | ClaseDePeriodo::Completo => (periodo.numero.checked_mul(2)?.checked_sub(1)?, 2),
    };
    let desde = NaiveDate::from_ymd_opt(periodo.anio, mes, 1)?;
    Some((desde, desde.checked_add_months(Months::new(meses))?.pred_opt()?))
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
        // ten of the eleven: the payroll's was typed without its digit
        (1, Some(registro)) if suyo == **registro || registro.get(..10) == Some(&suyo) => Ok(()),
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

fn vacia(fila: &Fila) -> bool {
    fila.iter().all(|c| c.trim().is_empty())
}

fn quitar_vacias(filas: &mut Vec<Fila>) {
    filas.retain(|f| !vacia(f));
}

fn poner(fila: &mut Fila, columna: usize, texto: String) {
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

fn centavos(importe: Importe) -> i64 {
    importe.centavos()
}

fn personas(cuantas: usize) -> String {
    match cuantas {
        1 => "1 trabajador".to_owned(),
        n => format!("{n} trabajadores"),
    }
}

#[cfg(test)]
mod pruebas {
    use super::*;
    use ventanilla_archivos::sua::{Archivo, Lector, muestra_aseg, muestra_movt};

    fn octubre() -> Escenario {
        Escenario {
            periodo: DatosDelPeriodo {
                clase: ClaseDePeriodo::Mes,
                anio: 2026,
                numero: 10,
            },
            ..Escenario::default()
        }
    }

    fn con_la_muestra() -> Escenario {
        let con = recibir_asegurados(octubre(), &muestra_aseg()).expect("workers");
        recibir_movimientos(con.escenario, &muestra_movt())
            .expect("movements")
            .escenario
    }

    #[test]
    fn a_file_of_sua_becomes_a_payroll_and_comes_back_the_same() {
        let escenario = con_la_muestra();
        assert_eq!(escenario.patron.registro_patronal, "Z9900001108");
        assert_eq!(escenario.trabajadores.len(), 5);
        assert_eq!(escenario.trabajadores[0][trabajador::NOMBRE], "FICTICIA EJEMPLO, PETRA");
        assert_eq!(
            escenario.trabajadores[3][trabajador::NOMBRE],
            "MUÑOZ MUESTRA$DEMO$LUCIA"
        );
        assert_eq!(escenario.movimientos.len(), 4);
        let escrito = escribir_sua(&escenario).expect("writable");
        let leer = |bytes: &[u8]| Lector::nuevo(bytes).expect("readable").terminar().archivo;
        // all but the key of the workplace, for which a payroll has no room: that is said when it is opened
        let sin_ubicacion = muestra_aseg()
            .into_iter()
            .map(|a| Asegurado {
                ubicacion: String::new(),
                ..a
            })
            .collect();
        assert_eq!(leer(&escrito.aseg), Archivo::Aseg(sin_ubicacion));
        assert_eq!(leer(&escrito.movt), Archivo::Movt(muestra_movt()));
        let avisos = recibir_asegurados(octubre(), &muestra_aseg()).expect("workers").avisos;
        assert!(avisos.iter().any(|a| a.contains("ubicación")), "{avisos:?}");
    }

    #[test]
    fn opening_it_twice_adds_nothing() {
        let una = con_la_muestra();
        let otra = recibir_asegurados(una.clone(), &muestra_aseg())
            .expect("workers")
            .escenario;
        let otra = recibir_movimientos(otra, &muestra_movt()).expect("movements");
        assert_eq!(otra.escenario, una);
        assert!(
            otra.avisos.iter().any(|a| a.starts_with("4 ya estaban")),
            "{:?}",
            otra.avisos
        );
    }

    #[test]
    fn what_is_typed_besides_stays() {
        let mut escenario = con_la_muestra();
        poner(&mut escenario.trabajadores[1], trabajador::CUOTA, "315.04".to_owned());
        let mut al_dia = muestra_aseg();
        al_dia[1].sdi = 40_000;
        let otra = recibir_asegurados(escenario, &al_dia).expect("workers").escenario;
        assert_eq!(otra.trabajadores[1][trabajador::CUOTA], "315.04");
        assert_eq!(otra.trabajadores[1][trabajador::SBC], "400.00");
    }

    #[test]
    fn movements_of_another_period_or_person_are_said() {
        let mut movimientos = muestra_movt();
        movimientos[0].fecha = NaiveDate::from_ymd_opt(2026, 11, 3).expect("date");
        movimientos[1].fecha = NaiveDate::from_ymd_opt(2026, 9, 2).expect("date");
        movimientos[3].nss = "99999999999".to_owned();
        let con = recibir_asegurados(octubre(), &muestra_aseg()).expect("workers");
        let recibido = recibir_movimientos(con.escenario, &movimientos).expect("movements");
        assert_eq!(recibido.escenario.movimientos.len(), 2);
        assert!(
            recibido.avisos[0].starts_with("2 no son de octubre de 2026"),
            "{:?}",
            recibido.avisos
        );
        assert!(recibido.avisos[1].contains("99999999999"), "{:?}", recibido.avisos);
    }

    #[test]
    fn one_employer_a_payroll() {
        let mut escenario = octubre();
        escenario.patron.registro_patronal = "Z99-00002-10-6".to_owned();
        let error = recibir_asegurados(escenario, &muestra_aseg()).expect_err("another employer");
        assert!(
            error.contains("Z9900001108") && error.contains("Z9900002106"),
            "{error}"
        );
        let mut dos = muestra_aseg();
        dos[0].registro_patronal = "Z9900002106".to_owned();
        assert!(
            recibir_asegurados(octubre(), &dos)
                .expect_err("two")
                .contains("2 registros")
        );
    }

    #[test]
    fn all_that_is_missing_is_said_with_its_row() {
        let mut escenario = con_la_muestra();
        poner(
            &mut escenario.trabajadores[0],
            trabajador::NOMBRE,
            "Petra Ficticia Ejemplo".to_owned(),
        );
        poner(&mut escenario.trabajadores[1], trabajador::CURP, String::new());
        poner(&mut escenario.trabajadores[2], trabajador::ALTA, String::new());
        poner(&mut escenario.movimientos[2], movimiento::FOLIO, String::new());
        let faltas: Vec<String> = escribir_sua(&escenario)
            .expect_err("incomplete")
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(faltas.len(), 4, "{faltas:?}");
        assert!(
            faltas.iter().any(|f| f.starts_with("Trabajadores, fila 1: nombre")),
            "{faltas:?}"
        );
        assert!(
            faltas.iter().any(|f| f == "Trabajadores, fila 2: CURP: falta."),
            "{faltas:?}"
        );
        assert!(
            faltas
                .iter()
                .any(|f| f.starts_with("Trabajadores, fila 3: fecha de alta")),
            "{faltas:?}"
        );
        assert!(
            faltas.iter().any(|f| f.contains("fila 3: folio de la incapacidad")),
            "{faltas:?}"
        );
    }
    #[test]
    fn what_has_no_date_is_said_and_names_are_not_mixed() {
        let mut escenario = con_la_muestra();
        poner(&mut escenario.trabajadores[0], trabajador::AUSENTISMO, "2".to_owned());
        poner(
            &mut escenario.trabajadores[1],
            trabajador::BAJA,
            "20/10/2026".to_owned(),
        );
        // two of one name, and a movement that names them; another that names nobody
        let repetido = escenario.trabajadores[2][trabajador::NOMBRE].clone();
        poner(&mut escenario.trabajadores[0], trabajador::NOMBRE, repetido.clone());
        poner(&mut escenario.movimientos[1], movimiento::TRABAJADOR, repetido);
        poner(&mut escenario.movimientos[3], movimiento::TRABAJADOR, String::new());
        let faltas: Vec<String> = escribir_sua(&escenario)
            .expect_err("incomplete")
            .iter()
            .map(ToString::to_string)
            .collect();
        let hay = |inicio: &str| assert!(faltas.iter().any(|f| f.starts_with(inicio)), "{inicio}: {faltas:?}");
        hay("Trabajadores, fila 1: faltas");
        hay("Trabajadores, fila 2: baja");
        hay("Movimientos e incidencias, fila 2: «NSS o nombre»");
        hay("Movimientos e incidencias, fila 4: «NSS o nombre»");
        assert_eq!(faltas.len(), 4, "{faltas:?}");
    }

    #[test]
    fn an_alta_by_name_gives_its_day_and_salary_and_a_movement_by_name_is_not_repeated() {
        let mut escenario = con_la_muestra();
        poner(&mut escenario.trabajadores[0], trabajador::ALTA, String::new());
        let nombre = escenario.trabajadores[0][trabajador::NOMBRE].clone();
        let alta = ["", "Alta", "05/10/2026", "", "610.00"].map(str::to_owned);
        escenario.movimientos.push(alta.to_vec());
        escenario.movimientos[4][movimiento::TRABAJADOR] = nombre.clone();
        let escrito = escribir_sua(&escenario).expect("writable");
        let Archivo::Aseg(leidos) = Lector::nuevo(&escrito.aseg).expect("readable").terminar().archivo else {
            unreachable!("an ASEG was written")
        };
        assert_eq!(
            (leidos[0].alta, leidos[0].sdi),
            (NaiveDate::from_ymd_opt(2026, 10, 5), 61_000)
        );
        // typed by name and by label, it is the same one as the file's
        poner(&mut escenario.movimientos[0], movimiento::TRABAJADOR, nombre);
        poner(
            &mut escenario.movimientos[0],
            movimiento::TIPO,
            "Modificación".to_owned(),
        );
        let otra = recibir_movimientos(escenario.clone(), &muestra_movt())
            .expect("movements")
            .escenario;
        assert_eq!(otra.movimientos.len(), escenario.movimientos.len());
    }
}
