//! From a row of text to the rules' worker. What cannot be read becomes a finding on its cell; nothing is guessed.

use super::expediente::{Escenario, Fila};
use super::guion::{Columna, Hoja, movimiento, percepcion, trabajador};
use super::mensajes;
use std::collections::HashMap;
use std::fmt::Display;
use ventanilla_reglas::captura;
use ventanilla_reglas::cuotas::{TipoDeIncidencia, TipoDeMovimiento};
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::salario::Concepto;

use super::dictamen::MarcaDeCelda;

/// A worker's row, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FilaLeida {
    pub nss: String,
    pub nombre: String,
    pub sbc: Option<Importe>,
    pub cuota: Option<Importe>,
    pub anio: Option<u32>,
    pub alta: Option<Fecha>,
    pub baja: Option<Fecha>,
    pub incapacidad: Option<u32>,
    pub ausentismo: Option<u32>,
    pub semana: Option<u32>,
}

/// A movement's row, read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MovimientoLeido {
    pub fila: usize,
    pub suceso: Suceso,
    pub fecha: Fecha,
    pub sbc: Option<Importe>,
    pub cuota: Option<Importe>,
}

/// What a movement's row says happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Suceso {
    Movimiento(TipoDeMovimiento),
    Incidencia(TipoDeIncidencia, u32),
}

/// A perception's row, read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PercepcionLeida {
    pub fila: usize,
    pub concepto: Concepto,
    pub importe: Option<Importe>,
    pub periodo_dias: u32,
    pub pago_del_trabajador: Option<Importe>,
    pub horas: Option<u32>,
}

const CONCEPTOS: [Concepto; 9] = [
    Concepto::Despensa,
    Concepto::PremioPuntualidad,
    Concepto::PremioAsistencia,
    Concepto::FondoAhorro,
    Concepto::Alimentacion,
    Concepto::Habitacion,
    Concepto::HorasExtra,
    Concepto::Variable,
    Concepto::Otra,
];

/// Reads the cells of one row, noting what is wrong with each.
struct Lector<'a> {
    hoja: Hoja,
    fila: usize,
    celdas: &'a [String],
    marcas: &'a mut Vec<MarcaDeCelda>,
}

impl<'a> Lector<'a> {
    fn nuevo(hoja: Hoja, fila: usize, celdas: &'a [String], marcas: &'a mut Vec<MarcaDeCelda>) -> Self {
        Self {
            hoja,
            fila,
            celdas,
            marcas,
        }
    }

    fn texto(&self, columna: usize) -> &'a str {
        self.celdas.get(columna).map_or("", |c| c.trim())
    }

    fn marcar(&mut self, columna: usize, hallazgo: Hallazgo) {
        self.marcas.push(MarcaDeCelda {
            hoja: self.hoja,
            fila: self.fila,
            columna,
            hallazgo,
        });
    }

    fn leer<T, E: Display>(&mut self, columna: usize, leer: impl FnOnce(&str) -> Result<T, E>) -> Option<T> {
        let texto = self.texto(columna);
        if texto.is_empty() {
            return None;
        }
        match leer(texto) {
            Ok(valor) => Some(valor),
            Err(error) => {
                let detalle = error.to_string();
                self.marcar(columna, dato(&self.hoja.columnas()[columna], &detalle));
                None
            }
        }
    }

    fn importe(&mut self, columna: usize) -> Option<Importe> {
        self.leer(columna, captura::importe)
    }

    fn entero(&mut self, columna: usize) -> Option<u32> {
        self.leer(columna, captura::entero)
    }

    fn fecha(&mut self, columna: usize) -> Option<Fecha> {
        self.leer(columna, captura::fecha)
    }

    /// One of the column's choices, by value or by label, in any case.
    fn opcion(&mut self, columna: usize) -> Option<&'static str> {
        let texto = self.texto(columna);
        let opciones = self.hoja.columnas()[columna].opciones;
        let igual = |(valor, rotulo): &&(&str, &str)| {
            valor.eq_ignore_ascii_case(texto) || rotulo.to_lowercase() == texto.to_lowercase()
        };
        if let Some((valor, _)) = opciones.iter().find(igual) {
            return Some(valor);
        }
        if !texto.is_empty() {
            let rotulos: Vec<&str> = opciones.iter().map(|o| o.1).collect();
            let datos = [("valor", texto), ("opciones", &rotulos.join(", "))];
            self.marcar(columna, Hallazgo::nuevo(&mensajes::OPCION, "", &datos));
        }
        None
    }

    fn exigir<T>(&mut self, columna: usize, valor: Option<T>, dato: &str) -> Option<T> {
        if valor.is_none() && self.texto(columna).is_empty() {
            self.marcar(columna, Hallazgo::nuevo(&mensajes::INCOMPLETO, "", &[("dato", dato)]));
        }
        valor
    }
}

fn dato(columna: &Columna, detalle: &str) -> Hallazgo {
    Hallazgo::nuevo(&mensajes::DATO, columna.clave, &[("detalle", detalle)])
}

/// Reads a row of *Trabajadores*.
pub(super) fn leer_trabajador(fila: usize, celdas: &[String], marcas: &mut Vec<MarcaDeCelda>) -> FilaLeida {
    let mut lector = Lector::nuevo(Hoja::Trabajadores, fila, celdas, marcas);
    FilaLeida {
        nss: lector.texto(trabajador::NSS).to_owned(),
        nombre: lector.texto(trabajador::NOMBRE).to_owned(),
        sbc: lector.importe(trabajador::SBC),
        cuota: lector.importe(trabajador::CUOTA),
        anio: lector.entero(trabajador::ANIO),
        alta: lector.fecha(trabajador::ALTA),
        baja: lector.fecha(trabajador::BAJA),
        incapacidad: lector.entero(trabajador::INCAPACIDAD),
        ausentismo: lector.entero(trabajador::AUSENTISMO),
        semana: lector.entero(trabajador::SEMANA),
    }
}

/// Reads a row of *Movimientos e incidencias*; `None` when something it needs is missing or wrong.
pub(super) fn leer_movimiento(
    fila: usize,
    celdas: &[String],
    marcas: &mut Vec<MarcaDeCelda>,
) -> Option<MovimientoLeido> {
    let mut lector = Lector::nuevo(Hoja::Movimientos, fila, celdas, marcas);
    let tipo = lector.opcion(movimiento::TIPO);
    let tipo = lector.exigir(movimiento::TIPO, tipo, "el tipo");
    let fecha = lector.fecha(movimiento::FECHA);
    let fecha = lector.exigir(movimiento::FECHA, fecha, "la fecha");
    let dias = lector.entero(movimiento::DIAS);
    let (sbc, cuota) = (lector.importe(movimiento::SBC), lector.importe(movimiento::CUOTA));
    let suceso = match tipo? {
        "incapacidad" => Suceso::Incidencia(
            TipoDeIncidencia::Incapacidad,
            lector.exigir(movimiento::DIAS, dias, "el número de días")?,
        ),
        "ausentismo" => Suceso::Incidencia(
            TipoDeIncidencia::Ausentismo,
            lector.exigir(movimiento::DIAS, dias, "el número de días")?,
        ),
        "alta" => Suceso::Movimiento(TipoDeMovimiento::Alta),
        "baja" => Suceso::Movimiento(TipoDeMovimiento::Baja),
        "reingreso" => Suceso::Movimiento(TipoDeMovimiento::Reingreso),
        _ => {
            if cuota.is_none() {
                lector.exigir(movimiento::SBC, sbc, "el SBC nuevo, o el salario diario")?;
            }
            Suceso::Movimiento(TipoDeMovimiento::Modificacion)
        }
    };
    Some(MovimientoLeido {
        fila,
        suceso,
        fecha: fecha?,
        sbc,
        cuota,
    })
}

/// Reads a row of *Percepciones*; `None` when something it needs is missing or wrong.
pub(super) fn leer_percepcion(
    fila: usize,
    celdas: &[String],
    marcas: &mut Vec<MarcaDeCelda>,
) -> Option<PercepcionLeida> {
    let mut lector = Lector::nuevo(Hoja::Percepciones, fila, celdas, marcas);
    let concepto = lector.opcion(percepcion::CONCEPTO);
    let concepto = lector.exigir(percepcion::CONCEPTO, concepto, "el concepto");
    let mut importe = lector.importe(percepcion::IMPORTE);
    // Food and lodging are estimated as a share of the salary (LSS 32): their cost to the employer is not asked for.
    if !matches!(concepto, Some("alimentacion" | "habitacion")) {
        importe = Some(lector.exigir(percepcion::IMPORTE, importe, "el importe")?);
    }
    let dias = lector.entero(percepcion::PERIODO);
    let dias = lector.exigir(percepcion::PERIODO, dias, "en cuántos días se paga");
    let pago_del_trabajador = lector.importe(percepcion::PAGO);
    let horas = lector.entero(percepcion::HORAS);
    let concepto = concepto?;
    if concepto == "horas_extra" {
        lector.exigir(percepcion::HORAS, horas, "el número de horas")?;
    }
    let concepto = CONCEPTOS.into_iter().find(|c| c.nombre() == concepto)?;
    Some(PercepcionLeida {
        fila,
        concepto,
        importe,
        periodo_dias: dias?,
        pago_del_trabajador,
        horas,
    })
}

/// Which rows of the other two sheets belong to whom.
#[derive(Clone, Debug, Default)]
pub struct Vinculos {
    movimientos: HashMap<String, Vec<usize>>,
    percepciones: HashMap<String, Vec<usize>>,
}

impl Vinculos {
    /// Links the rows of an escenario.
    pub fn nuevos(escenario: &Escenario) -> Self {
        Self {
            movimientos: por_clave(&escenario.movimientos),
            percepciones: por_clave(&escenario.percepciones),
        }
    }

    /// Rows of a sheet that belong to a worker, by NSS or by name.
    pub fn de(&self, hoja: Hoja, celdas: &[String]) -> Vec<usize> {
        let mapa = match hoja {
            Hoja::Movimientos => &self.movimientos,
            Hoja::Percepciones => &self.percepciones,
            Hoja::Trabajadores => return Vec::new(),
        };
        if mapa.is_empty() {
            return Vec::new();
        }
        let mut filas: Vec<usize> = claves(celdas)
            .filter_map(|clave| mapa.get(&clave))
            .flatten()
            .copied()
            .collect();
        filas.sort_unstable();
        filas.dedup();
        filas
    }

    /// Marks for rows that name nobody of the payroll.
    pub fn sueltos(&self, trabajadores: &[Fila]) -> Vec<MarcaDeCelda> {
        if self.movimientos.is_empty() && self.percepciones.is_empty() {
            return Vec::new();
        }
        let conocidos: std::collections::HashSet<String> = trabajadores.iter().flat_map(|t| claves(t)).collect();
        let mut marcas = Vec::new();
        for (hoja, mapa) in [
            (Hoja::Movimientos, &self.movimientos),
            (Hoja::Percepciones, &self.percepciones),
        ] {
            for (clave, filas) in mapa.iter().filter(|(clave, _)| !conocidos.contains(*clave)) {
                marcas.extend(filas.iter().map(|fila| MarcaDeCelda {
                    hoja,
                    fila: *fila,
                    columna: movimiento::TRABAJADOR,
                    hallazgo: Hallazgo::nuevo(&mensajes::SIN_TRABAJADOR, "", &[("valor", clave)]),
                }));
            }
        }
        marcas.sort_by_key(|m| (m.hoja, m.fila));
        marcas
    }
}

fn por_clave(filas: &[Fila]) -> HashMap<String, Vec<usize>> {
    let mut mapa: HashMap<String, Vec<usize>> = HashMap::new();
    for (indice, fila) in filas.iter().enumerate() {
        let vacia = fila.iter().all(|celda| celda.trim().is_empty());
        if !vacia {
            let clave = fila.first().map_or("", String::as_str);
            mapa.entry(normalizar(clave)).or_default().push(indice);
        }
    }
    mapa
}

/// The keys by which a worker may be named: NSS and name.
fn claves(celdas: &[String]) -> impl Iterator<Item = String> {
    [trabajador::NSS, trabajador::NOMBRE]
        .into_iter()
        .filter_map(|columna| celdas.get(columna))
        .map(|texto| normalizar(texto))
        .filter(|clave| !clave.is_empty())
}

fn normalizar(texto: &str) -> String {
    let texto = texto.trim().to_uppercase();
    let compacto: String = texto.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    if !compacto.is_empty() && compacto.bytes().all(|b| b.is_ascii_digit()) {
        compacto
    } else {
        texto.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
