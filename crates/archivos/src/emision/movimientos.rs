//! The sheets of movements: a row of headers (the one that says «NSS»), and below it a row a movement.

use super::celda::{self, Nss, centavos, entero, vacia};
use super::hallazgo::Hallazgos;
use super::mensajes::{self, Lugar};
use super::tipos::{HojaDeTexto, RenglonEba, RenglonEma};
use crate::texto::{normalizar, recortar};
use chrono::NaiveDate;

/// Rows in which the headers are looked for.
const MEMBRETE: usize = 40;
/// Difference that the sums may show, in cents.
pub(super) const TOLERANCIA: u64 = 2;

/// A column of movements.
pub(super) struct Columna {
    /// As the IMSS writes it.
    pub titulo: &'static str,
    /// Other ways, comparable (see [`normalizar`]).
    otros: &'static [&'static str],
    /// Whether the sheet is of no use without it.
    necesaria: bool,
}

const fn col(titulo: &'static str, otros: &'static [&'static str]) -> Columna {
    Columna {
        titulo,
        otros,
        necesaria: true,
    }
}

const fn prescindible(titulo: &'static str, otros: &'static [&'static str]) -> Columna {
    Columna {
        titulo,
        otros,
        necesaria: false,
    }
}

/// The first seven, the same in both sheets.
const NSS: usize = 0;
const NOMBRE: usize = 1;
const ORIGEN: usize = 2;
const TIPO: usize = 3;
const FECHA: usize = 4;
const DIAS: usize = 5;
const SALARIO: usize = 6;

const T_NSS: Columna = col(
    "NSS",
    &[
        "numerodeseguridadsocial",
        "numseguridadsocial",
        "nodeseguridadsocial",
        "noseguridadsocial",
    ],
);
const T_NOMBRE: Columna = col(
    "Nombre",
    &["nombredelasegurado", "nombredeltrabajador", "nombrecompleto"],
);
const T_ORIGEN: Columna = prescindible("Origen del Movimiento", &["origen", "origenmovimiento"]);
const T_TIPO: Columna = prescindible("Tipo del Movimiento", &["tipo", "tipomovimiento", "tipodemovimiento"]);
const T_FECHA: Columna = prescindible(
    "Fecha del Movimiento",
    &["fecha", "fechamovimiento", "fechademovimiento"],
);
const T_DIAS: Columna = col("Días", &["diascotizados", "diasdelmes", "diasdelbimestre"]);
const T_SALARIO: Columna = col(
    "Salario Diario",
    &[
        "salario",
        "salariodiariointegrado",
        "salariobasedecotizacion",
        "sdi",
        "sbc",
    ],
);

/// Columns of the EMA, in the order in which the IMSS writes them.
pub(super) const EMA: [Columna; 19] = [
    T_NSS,
    T_NOMBRE,
    T_ORIGEN,
    T_TIPO,
    T_FECHA,
    T_DIAS,
    T_SALARIO,
    col("Cuota Fija", &["cuotafijapatronal"]),
    col("Excedente Patronal", &["excpat", "excpatronal", "excedentepat"]),
    col("Excedente Obrero", &["excobr", "excobrero", "excedenteobr"]),
    col(
        "Prestaciones en Dinero Patronal",
        &["pdpat", "pdpatronal", "prestdineropatronal"],
    ),
    col(
        "Prestaciones en Dinero Obrero",
        &["pdobr", "pdobrero", "prestdineroobrero"],
    ),
    col(
        "Gastos Médicos y Pensionados Patronal",
        &["gmppat", "gmppatronal", "gastosmedicospensionadospatronal"],
    ),
    col(
        "Gastos Médicos y Pensionados Obrero",
        &["gmpobr", "gmpobrero", "gastosmedicospensionadosobrero"],
    ),
    col("Riesgos de Trabajo", &["rt", "riesgodetrabajo"]),
    col("Invalidez y Vida Patronal", &["ivpat", "ivpatronal"]),
    col("Invalidez y Vida Obrero", &["ivobr", "ivobrero"]),
    col(
        "Guarderías y Prestaciones Sociales",
        &["gps", "guarderias", "guarderiasyprestsociales"],
    ),
    col("Total", &[]),
];

/// Columns of the EBA, in the order in which the IMSS writes them.
pub(super) const EBA: [Columna; 18] = [
    T_NSS,
    T_NOMBRE,
    T_ORIGEN,
    T_TIPO,
    T_FECHA,
    T_DIAS,
    T_SALARIO,
    col("Retiro", &[]),
    col(
        "Cesantía en Edad Avanzada y Vejez Patronal",
        &[
            "cvpat",
            "cvpatronal",
            "cesantiayvejezpatronal",
            "cesantiapatronal",
            "ceavpatronal",
        ],
    ),
    col(
        "Cesantía en Edad Avanzada y Vejez Obrero",
        &[
            "cvobr",
            "cvobrero",
            "cesantiayvejezobrero",
            "cesantiaobrero",
            "ceavobrero",
        ],
    ),
    col("Subtotal RCV", &[]),
    col(
        "Aportación Patronal",
        &["aportacionpatronalinfonavit", "infonavitpatronal"],
    ),
    prescindible("Tipo de Descuento", &["tipodesc", "tipodescuento"]),
    prescindible(
        "Valor de Descuento",
        &["valordesc", "valordescuento", "valordeldescuento"],
    ),
    prescindible(
        "Número de Crédito",
        &["ncredito", "nocredito", "nodecredito", "numerocredito", "credito"],
    ),
    col("Amortización", &[]),
    col("Subtotal Infonavit", &[]),
    col("Total", &[]),
];

/// What is found while a workbook is read.
#[derive(Default)]
pub(super) struct Hallado {
    pub errores: Hallazgos,
    pub avisos: Hallazgos,
}

/// Movements of the EMA.
pub(super) fn leer_ema(hoja: &HojaDeTexto, hallado: &mut Hallado) -> Vec<RenglonEma> {
    leer(hoja, &EMA, hallado, |r| {
        let renglon = RenglonEma {
            fila: r.fila,
            nss: r.nss()?,
            nombre: r.texto(NOMBRE),
            origen: r.texto(ORIGEN),
            tipo: r.texto(TIPO),
            fecha: r.fecha(FECHA),
            dias: r.dias(DIAS),
            salario: r.debido(SALARIO),
            cuota_fija: r.importe(7),
            excedente_patronal: r.importe(8),
            excedente_obrero: r.importe(9),
            pd_patronal: r.importe(10),
            pd_obrero: r.importe(11),
            gmp_patronal: r.importe(12),
            gmp_obrero: r.importe(13),
            riesgos: r.importe(14),
            iv_patronal: r.importe(15),
            iv_obrero: r.importe(16),
            gps: r.importe(17),
            total: r.debido(18),
        };
        r.cuadrar(18, renglon.total, renglon.suma());
        Some(renglon)
    })
}

/// Movements of the EBA.
pub(super) fn leer_eba(hoja: &HojaDeTexto, hallado: &mut Hallado) -> Vec<RenglonEba> {
    leer(hoja, &EBA, hallado, |r| {
        let renglon = RenglonEba {
            fila: r.fila,
            nss: r.nss()?,
            nombre: r.texto(NOMBRE),
            origen: r.texto(ORIGEN),
            tipo: r.texto(TIPO),
            fecha: r.fecha(FECHA),
            dias: r.dias(DIAS),
            salario: r.debido(SALARIO),
            retiro: r.importe(7),
            cv_patronal: r.importe(8),
            cv_obrero: r.importe(9),
            subtotal_rcv: r.importe(10),
            aportacion: r.importe(11),
            tipo_descuento: r.texto(12),
            valor_descuento: r.texto(13),
            credito: r.texto(14),
            amortizacion: r.importe(15),
            subtotal_infonavit: r.importe(16),
            total: r.debido(17),
        };
        r.cuadrar(17, renglon.total, renglon.suma());
        Some(renglon)
    })
}

impl RenglonEma {
    /// What its ramos add up to, in cents.
    #[must_use]
    pub fn suma(&self) -> i64 {
        self.cuota_fija
            + self.excedente_patronal
            + self.excedente_obrero
            + self.pd_patronal
            + self.pd_obrero
            + self.gmp_patronal
            + self.gmp_obrero
            + self.riesgos
            + self.iv_patronal
            + self.iv_obrero
            + self.gps
    }
}

impl RenglonEba {
    /// What its concepts add up to, in cents.
    #[must_use]
    pub fn suma(&self) -> i64 {
        self.retiro + self.cv_patronal + self.cv_obrero + self.aportacion + self.amortizacion
    }
}

/// Where each declared column is, and below which row.
struct Encabezado {
    fila: usize,
    columnas: Vec<Option<usize>>,
}

/// Finds the headers; none, with its findings, if the sheet cannot be used.
fn encabezado(hoja: &HojaDeTexto, columnas: &[Columna], hallado: &mut Hallado) -> Option<Encabezado> {
    let nombres = |fila: &[String]| fila.iter().map(|c| normalizar(c)).collect::<Vec<_>>();
    let candidatas = hoja.filas.iter().take(MEMBRETE).enumerate();
    let hallada = candidatas
        .map(|(i, fila)| (i, nombres(fila)))
        .find(|(_, titulos)| lugar_de(titulos, &T_NSS).is_some());
    let Some((fila, titulos)) = hallada else {
        hallado.errores.push(mensajes::sin_encabezado(&hoja.nombre));
        return None;
    };
    let lugares: Vec<Option<usize>> = columnas.iter().map(|c| lugar_de(&titulos, c)).collect();
    let mut sirve = true;
    for (columna, _) in columnas.iter().zip(&lugares).filter(|(_, lugar)| lugar.is_none()) {
        let hallazgo = mensajes::sin_columna(&hoja.nombre, numero(fila), columna.titulo);
        if columna.necesaria {
            sirve = false;
            hallado.errores.push(hallazgo);
        } else {
            hallado.avisos.push(hallazgo);
        }
    }
    sirve.then_some(Encabezado {
        fila,
        columnas: lugares,
    })
}

/// The first column of that name: those that somebody added to the right do not count.
fn lugar_de(titulos: &[String], columna: &Columna) -> Option<usize> {
    let propio = normalizar(columna.titulo);
    titulos
        .iter()
        .position(|t| *t == propio || columna.otros.contains(&t.as_str()))
}

/// Row of the sheet, from 1.
fn numero(indice: usize) -> u32 {
    u32::try_from(indice + 1).unwrap_or(u32::MAX)
}

fn leer<T>(
    hoja: &HojaDeTexto,
    columnas: &[Columna],
    hallado: &mut Hallado,
    renglon: impl Fn(&mut Renglon<'_>) -> Option<T>,
) -> Vec<T> {
    let Some(encabezado) = encabezado(hoja, columnas, hallado) else {
        return Vec::new();
    };
    let mut salida = Vec::with_capacity(hoja.filas.len().saturating_sub(encabezado.fila + 1));
    let antes = hallado.errores.len();
    for (i, celdas) in hoja.filas.iter().enumerate().skip(encabezado.fila + 1) {
        let mut este = Renglon {
            hoja: &hoja.nombre,
            fila: numero(i),
            celdas,
            lugares: &encabezado.columnas,
            columnas,
            hallado,
        };
        if este.cuenta() {
            salida.extend(renglon(&mut este));
        }
    }
    if salida.is_empty() && hallado.errores.len() == antes {
        hallado.errores.push(mensajes::sin_movimientos(&hoja.nombre));
    }
    salida
}

/// A row being read.
struct Renglon<'a> {
    hoja: &'a str,
    fila: u32,
    celdas: &'a [String],
    lugares: &'a [Option<usize>],
    columnas: &'a [Columna],
    hallado: &'a mut Hallado,
}

impl<'a> Renglon<'a> {
    fn celda(&self, columna: usize) -> &'a str {
        let lugar = self.lugares.get(columna).copied().flatten();
        let celda = lugar.and_then(|j| self.celdas.get(j));
        celda.map(|c| recortar(c)).unwrap_or_default()
    }

    fn lugar(&self, columna: usize) -> Lugar<'a> {
        Lugar {
            hoja: self.hoja,
            fila: self.fila,
            columna: self.lugares.get(columna).copied().flatten(),
            titulo: self.columnas.get(columna).map_or("", |c| c.titulo),
        }
    }

    /// Whether it is a movement: not empty, not the line of totals, not a note.
    fn cuenta(&mut self) -> bool {
        let (nss, nombre) = (self.celda(NSS), self.celda(NOMBRE));
        let es_total = |t: &str| normalizar(t).starts_with("total");
        if vacia(nss) && vacia(nombre) || es_total(nss) || vacia(nss) && es_total(nombre) {
            return false;
        }
        let ultima = self.columnas.len().saturating_sub(1);
        if vacia(self.celda(SALARIO)) && vacia(self.celda(ultima)) && !nss.starts_with(|c: char| c.is_ascii_digit()) {
            let nota = if vacia(nss) { nombre } else { nss };
            self.hallado
                .avisos
                .push(mensajes::fila_omitida(self.hoja, self.fila, nota));
            return false;
        }
        true
    }

    fn nss(&mut self) -> Option<String> {
        let texto = self.celda(NSS);
        let lugar = self.lugar(NSS);
        match celda::nss(texto) {
            Nss::Bien(nss) => Some(nss),
            Nss::SinCeros(nss) => {
                self.hallado.avisos.push(mensajes::nss_sin_ceros(&lugar, &nss));
                Some(nss)
            }
            Nss::Mal if vacia(texto) => {
                self.hallado.errores.push(mensajes::falta(&lugar));
                None
            }
            Nss::Mal => {
                self.hallado.errores.push(mensajes::nss(&lugar, texto));
                None
            }
        }
    }

    /// As written; empty where the sheet has dashes.
    fn texto(&self, columna: usize) -> String {
        let texto = self.celda(columna);
        if vacia(texto) { String::new() } else { texto.to_owned() }
    }

    fn fecha(&mut self, columna: usize) -> Option<NaiveDate> {
        let texto = self.celda(columna);
        if vacia(texto) {
            return None;
        }
        let fecha = celda::fecha(texto);
        if fecha.is_none() {
            let hallazgo = mensajes::fecha(&self.lugar(columna), texto);
            self.hallado.avisos.push(hallazgo);
        }
        fecha
    }

    fn dias(&mut self, columna: usize) -> u32 {
        let texto = self.celda(columna);
        let lugar = self.lugar(columna);
        match entero(texto).filter(|d| *d <= 366) {
            Some(dias) => return dias,
            None if vacia(texto) => self.hallado.errores.push(mensajes::falta(&lugar)),
            None => self.hallado.errores.push(mensajes::dias(&lugar, texto)),
        }
        0
    }

    /// An amount that may be left empty where it is zero.
    fn importe(&mut self, columna: usize) -> i64 {
        if vacia(self.celda(columna)) {
            return 0;
        }
        self.debido(columna)
    }

    /// An amount that every row has.
    fn debido(&mut self, columna: usize) -> i64 {
        let texto = self.celda(columna);
        let lugar = self.lugar(columna);
        match centavos(texto) {
            Some(centavos) => return centavos,
            None if vacia(texto) => self.hallado.errores.push(mensajes::falta(&lugar)),
            None => self.hallado.errores.push(mensajes::importe(&lugar, texto)),
        }
        0
    }

    fn cuadrar(&mut self, columna: usize, dice: i64, suma: i64) {
        if dice.abs_diff(suma) > TOLERANCIA {
            let hallazgo = mensajes::suma_del_renglon(&self.lugar(columna), dice, suma);
            self.hallado.avisos.push(hallazgo);
        }
    }
}
