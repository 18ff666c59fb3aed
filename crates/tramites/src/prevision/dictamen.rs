//! What the rules say of a payroll: figures and findings, row by row, so that ten thousand rows can be computed in slices
//! and one typed cell costs one row.

mod integrador;
mod lote;
mod patron;

pub use lote::{Lote, misma_fila};
pub use patron::clase_de_fraccion;
pub(super) use patron::extremos;

use super::ajuste::Ajuste;
use super::captura::{
    FilaLeida, MovimientoLeido, PercepcionLeida, Suceso, Vinculos, leer_movimiento, leer_percepcion, leer_trabajador,
};
use super::expediente::Escenario;
use super::guion::{Hoja, movimiento, trabajador};
use super::mensajes;
use chrono::NaiveDate;
use integrador::Integrador;
use patron::{periodos, prima, revisar_patron};
use std::sync::Arc;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::captura;
use ventanilla_reglas::consulta::{Comun, Consulta};
use ventanilla_reglas::cuotas::{
    self, CUANTAS, Calculo, CuentaDeDias, Importes, Incidencia, Movimiento, Patron, Periodo, Renglon, Segmento,
    TipoDeMovimiento, Trabajador,
};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::{Importe, Tasa};
use ventanilla_reglas::memoria::{Memoria, Nodo, Silencio, Voz};
use ventanilla_reglas::politica::Politicas;

/// A finding on a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct MarcaDeCelda {
    /// The sheet.
    pub hoja: Hoja,
    /// The row, from 0.
    pub fila: usize,
    /// The column.
    pub columna: usize,
    /// The finding.
    pub hallazgo: Hallazgo,
}

/// When a part of the period is paid, and what for.
#[derive(Clone, Debug, PartialEq)]
pub struct PagoDelPeriodo {
    /// `abril de 2026: cuotas del IMSS`.
    pub concepto: String,
    /// Last day.
    pub vence: NaiveDate,
    /// The earlier of the days that the two calendars give.
    pub fecha_segura: NaiveDate,
}

/// What came out of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResultadoDeFila {
    /// The row has nothing in it.
    pub vacia: bool,
    /// The figures; `None` when an error stopped them.
    pub importes: Option<Importes>,
    /// The SBC computed by integration, when none was typed.
    pub sbc_calculado: Option<Importe>,
    /// Days of the period.
    pub dias: CuentaDeDias,
    /// Findings, on the cells of this row and of the movements that belong to it.
    pub marcas: Vec<MarcaDeCelda>,
    /// Its segments in each part of the period.
    pub segmentos: Vec<Vec<Segmento>>,
}

impl ResultadoDeFila {
    /// Whether the row is left out of the totals for an error.
    pub fn con_error(&self) -> bool {
        !self.vacia && self.importes.is_none()
    }
}

/// A period and an employer made ready: made once, used for every row.
#[derive(Clone, Debug)]
pub struct Preparada {
    normativa: Arc<Normativa>,
    partes: Vec<Parte>,
    patron: Patron,
    politicas: Politicas,
    ajuste: Ajuste,
    aguinaldo: Option<u32>,
    prima_vacacional: Option<Tasa>,
    hallazgos: Vec<Hallazgo>,
    comun: Comun,
    /// When each part is paid.
    pub pagos: Vec<PagoDelPeriodo>,
}

/// One month or bimestre of the period.
#[derive(Clone, Debug)]
struct Parte {
    calculo: Calculo,
    periodo: Periodo,
    nombre: String,
}

impl Preparada {
    /// Makes an escenario's period ready.
    ///
    /// # Errors
    /// Findings on the employer's or the period's fields (`patron.prima`, `periodo`): nothing can be computed.
    pub fn nueva(normativa: &Arc<Normativa>, escenario: &Escenario, ajuste: Ajuste) -> Result<Self, Vec<Hallazgo>> {
        let mut hallazgos = revisar_patron(normativa, &escenario.patron);
        let prima = match ajuste.prima {
            Some(prima) => Some(prima),
            None => prima(normativa, &escenario.patron, &escenario.periodo).map_err(|h| vec![h])?,
        };
        if hallazgos.iter().any(Hallazgo::es_error) {
            return Err(hallazgos);
        }
        let patron = Patron {
            area: ajuste.area.unwrap_or(escenario.patron.area),
            prima_rt: prima,
            ..Patron::default()
        };
        let mut consulta = Consulta::nueva(normativa, escenario.politicas.clone());
        let (mut partes, mut pagos) = (Vec::new(), Vec::new());
        for (periodo, nombre, concepto) in periodos(&escenario.periodo) {
            let calculo = Calculo::preparar(&mut consulta, &patron, &periodo)?;
            let vencimiento = cuotas::vencimiento(&mut consulta, &calculo.lapso).map_err(|h| vec![h])?;
            if partes.is_empty() {
                hallazgos.extend(cuotas::revisar_patron(&mut consulta, &patron, &calculo));
            }
            pagos.push(PagoDelPeriodo {
                concepto: format!("{nombre}: {concepto}"),
                vence: vencimiento.fecha,
                fecha_segura: vencimiento.fecha_segura,
            });
            partes.push(Parte {
                calculo,
                periodo,
                nombre,
            });
        }
        Ok(Self {
            normativa: Arc::clone(normativa),
            partes,
            patron,
            politicas: escenario.politicas.clone(),
            ajuste,
            aguinaldo: captura::entero(&escenario.patron.aguinaldo).ok(),
            prima_vacacional: captura::porcentaje(&escenario.patron.prima_vacacional).ok(),
            comun: consulta.concluir(Vec::new()),
            hallazgos,
            pagos,
        })
    }

    /// Findings on the employer's data that do not stop the calculation, and what the tables have to say.
    pub fn hallazgos(&self) -> impl Iterator<Item = &Hallazgo> {
        self.hallazgos.iter().chain(&self.comun.hallazgos)
    }

    /// Version of the parameters, and the values used.
    pub fn comun(&self) -> &Comun {
        &self.comun
    }

    /// What the rules take of the employer.
    pub fn patron(&self) -> &Patron {
        &self.patron
    }

    /// Months and bimestres of the period, each with its name.
    pub fn periodos(&self) -> impl Iterator<Item = (&str, &Periodo)> {
        self.partes.iter().map(|p| (p.nombre.as_str(), &p.periodo))
    }

    /// First and last day of the whole.
    pub fn lapso(&self) -> (NaiveDate, NaiveDate) {
        let desde = self.partes.iter().map(|p| p.calculo.lapso.desde).min();
        let hasta = self.partes.iter().map(|p| p.calculo.lapso.hasta).max();
        (desde.unwrap_or_default(), hasta.unwrap_or_default())
    }

    /// Which figures the period has.
    pub fn tiene(&self) -> [bool; CUANTAS] {
        std::array::from_fn(|figura| self.partes.iter().any(|p| p.calculo.tiene(figura)))
    }

    /// Computes a row of *Trabajadores*.
    pub fn fila(&self, escenario: &Escenario, vinculos: &Vinculos, fila: usize) -> ResultadoDeFila {
        self.fila_con(escenario, vinculos, fila, &mut Silencio)
    }

    /// Computes a row and explains it: the total first, then what LSS 36 moves.
    pub fn explicar(&self, escenario: &Escenario, vinculos: &Vinculos, fila: usize) -> Vec<(String, Vec<Nodo>)> {
        let mut marcas = Vec::new();
        let Some((trabajador, _)) = self.leer(escenario, vinculos, fila, &mut marcas) else {
            return Vec::new();
        };
        self.partes
            .iter()
            .map(|parte| {
                let mut voz = Voz::default();
                parte.calculo.trabajador(&trabajador, &mut voz);
                (parte.nombre.clone(), voz.pasos)
            })
            .collect()
    }

    /// The rules' worker for a row, as the contract would carry it; `None` if it cannot be read.
    pub fn trabajador(&self, escenario: &Escenario, vinculos: &Vinculos, fila: usize) -> Option<Trabajador> {
        self.leer(escenario, vinculos, fila, &mut Vec::new())
            .map(|leida| leida.0)
    }

    fn fila_con<M: Memoria>(
        &self,
        escenario: &Escenario,
        vinculos: &Vinculos,
        fila: usize,
        memoria: &mut M,
    ) -> ResultadoDeFila {
        let celdas = escenario.trabajadores.get(fila).map(Vec::as_slice).unwrap_or_default();
        let mut resultado = ResultadoDeFila::default();
        if celdas.iter().all(|c| c.trim().is_empty()) {
            resultado.vacia = true;
            return resultado;
        }
        let Some((trabajador, calculado)) = self.leer(escenario, vinculos, fila, &mut resultado.marcas) else {
            return resultado;
        };
        resultado.sbc_calculado = calculado;
        let mut importes = Importes::default();
        let mut completo = true;
        for parte in &self.partes {
            let salida = parte.calculo.trabajador(&trabajador, memoria);
            let observaciones = parte.calculo.observaciones(&trabajador, &salida);
            let movimientos = vinculos.de(Hoja::Movimientos, celdas);
            let mut nuevas: Vec<MarcaDeCelda> = salida
                .hallazgos
                .iter()
                .cloned()
                .chain(observaciones)
                .map(|h| ubicar(fila, &movimientos, &trabajador, calculado.is_some(), h))
                .collect();
            nuevas.retain(|n| !resultado.marcas.contains(n) && !self.de_otro_mes(parte, &n.hallazgo));
            resultado.marcas.extend(nuevas);
            match salida.importes {
                Some(suyos) => importes.acumular(&suyos, 1),
                None => completo = false,
            }
            self.contar_dias(parte, &salida.dias, &mut resultado.dias);
            resultado.segmentos.push(salida.segmentos);
        }
        resultado
            .marcas
            .extend(cuotas::revisar_nss(&trabajador).map(|hallazgo| MarcaDeCelda {
                hoja: Hoja::Trabajadores,
                fila,
                columna: trabajador::NSS,
                hallazgo,
            }));
        resultado.importes = completo.then_some(importes);
        resultado
    }

    /// In a whole bimestre, an incidence that one of the months does not have is in the other: the bimestre says what is left out.
    fn de_otro_mes(&self, parte: &Parte, hallazgo: &Hallazgo) -> bool {
        self.partes.len() > 1
            && parte.calculo.lapso.clase == cuotas::ClaseDeLapso::Mes
            && hallazgo.codigo == ventanilla_reglas::mensajes::cuotas::INCIDENCIA_FUERA.codigo
    }

    /// In a whole bimestre the two months and the bimestre are the same days: they are counted once.
    fn contar_dias(&self, parte: &Parte, dias: &CuentaDeDias, cuenta: &mut CuentaDeDias) {
        if self.partes.len() == 1 || parte.calculo.lapso.clase == cuotas::ClaseDeLapso::Mes {
            cuenta.naturales += dias.naturales;
            cuenta.incapacidad += dias.incapacidad;
            cuenta.ausentismo += dias.ausentismo;
        }
    }

    /// Reads a row and its movements into the rules' worker.
    fn leer(
        &self,
        escenario: &Escenario,
        vinculos: &Vinculos,
        fila: usize,
        marcas: &mut Vec<MarcaDeCelda>,
    ) -> Option<(Trabajador, Option<Importe>)> {
        let celdas = escenario.trabajadores.get(fila)?;
        let leida = leer_trabajador(fila, celdas, marcas);
        let movimientos: Vec<MovimientoLeido> = vinculos
            .de(Hoja::Movimientos, celdas)
            .into_iter()
            .filter_map(|i| leer_movimiento(i, escenario.movimientos.get(i)?, marcas))
            .collect();
        let percepciones: Vec<PercepcionLeida> = vinculos
            .de(Hoja::Percepciones, celdas)
            .into_iter()
            .filter_map(|i| leer_percepcion(i, escenario.percepciones.get(i)?, marcas))
            .collect();
        let integrador = Integrador {
            preparada: self,
            fila,
            anio: leida.anio,
            percepciones: &percepciones,
        };
        let (sbc, calculado) = integrador.sbc(&leida, &movimientos, marcas)?;
        let mut trabajador = self.armar(fila, &leida, sbc, &movimientos, &integrador, marcas);
        if let Some(parte) = self.partes.last() {
            self.ajuste.aplicar(&mut trabajador, &parte.calculo.lapso);
        }
        let errores = marcas.iter().any(|m| m.hallazgo.es_error());
        (!errores).then_some((trabajador, calculado))
    }

    fn armar(
        &self,
        fila: usize,
        leida: &FilaLeida,
        sbc: Importe,
        movimientos: &[MovimientoLeido],
        integrador: &Integrador<'_>,
        marcas: &mut Vec<MarcaDeCelda>,
    ) -> Trabajador {
        let texto = |t: &str| (!t.is_empty()).then(|| t.to_owned());
        let mut trabajador = Trabajador {
            nss: texto(&leida.nss),
            nombre: texto(&leida.nombre),
            dias_laborados_semana: leida.semana.map(|s| u8::try_from(s).unwrap_or(u8::MAX)),
            ..Trabajador::default()
        };
        let altas = [
            (TipoDeMovimiento::Alta, leida.alta),
            (TipoDeMovimiento::Baja, leida.baja),
        ];
        trabajador.movimientos = altas
            .into_iter()
            .filter_map(|(tipo, fecha)| {
                Some(Movimiento {
                    tipo,
                    fecha: fecha?,
                    sbc: None,
                    cuota_diaria: None,
                })
            })
            .collect();
        if let (Some(alta), Some(baja)) = (leida.alta, leida.baja)
            && baja < alta
        {
            let datos = [("alta", alta.to_string()), ("baja", baja.to_string())];
            let datos = datos.each_ref().map(|(n, v)| (*n, v.as_str()));
            marcas.push(marca(
                fila,
                trabajador::BAJA,
                Hallazgo::nuevo(&mensajes::BAJA_ANTES, "", &datos),
            ));
        }
        for leido in movimientos {
            match leido.suceso {
                Suceso::Movimiento(tipo) => trabajador.movimientos.push(Movimiento {
                    tipo,
                    fecha: leido.fecha,
                    sbc: leido
                        .sbc
                        .or_else(|| integrador.de_cuota(leido.cuota?, leido.fila, marcas)),
                    cuota_diaria: leido.cuota,
                }),
                Suceso::Incidencia(tipo, dias) => {
                    trabajador.incidencias.push(Incidencia {
                        tipo,
                        desde: leido.fecha,
                        dias,
                    });
                }
            }
        }
        if leida.incapacidad.unwrap_or(0) + leida.ausentismo.unwrap_or(0) > 0 {
            self.con_dias_sin_fecha(fila, leida, sbc, &mut trabajador, marcas);
        } else {
            trabajador.sbc = Some(sbc);
            trabajador.cuota_diaria = leida.cuota;
        }
        trabajador
    }

    /// Days of incidence without a date: a short renglón, where the period allows it.
    fn con_dias_sin_fecha(
        &self,
        fila: usize,
        leida: &FilaLeida,
        sbc: Importe,
        trabajador: &mut Trabajador,
        marcas: &mut Vec<MarcaDeCelda>,
    ) {
        let sin_fecha_alguna = trabajador.incidencias.is_empty()
            && trabajador
                .movimientos
                .iter()
                .all(|m| matches!(m.tipo, TipoDeMovimiento::Alta | TipoDeMovimiento::Baja) && m.sbc.is_none());
        let unico = match self.partes.as_slice() {
            [parte] if parte.calculo.tramos.len() == 1 && sin_fecha_alguna => Some(&parte.calculo.lapso),
            _ => None,
        };
        let Some(lapso) = unico else {
            let columna = if leida.incapacidad.unwrap_or(0) > 0 {
                trabajador::INCAPACIDAD
            } else {
                trabajador::AUSENTISMO
            };
            marcas.push(marca(
                fila,
                columna,
                Hallazgo::nuevo(&mensajes::DIAS_SIN_FECHA, "", &[]),
            ));
            return;
        };
        let desde = leida.alta.map_or(lapso.desde, |f| f.0.max(lapso.desde));
        let hasta = leida.baja.map_or(lapso.hasta, |f| f.0.min(lapso.hasta));
        trabajador.movimientos.clear();
        trabajador.renglones = vec![Renglon {
            sbc,
            cuota_diaria: leida.cuota,
            dias: Some(cuotas::dias_entre(desde, hasta)),
            incapacidad: leida.incapacidad,
            ausentismo: leida.ausentismo,
            ..Renglon::default()
        }];
    }
}

fn marca(fila: usize, columna: usize, hallazgo: Hallazgo) -> MarcaDeCelda {
    MarcaDeCelda {
        hoja: Hoja::Trabajadores,
        fila,
        columna,
        hallazgo,
    }
}

fn indice_de(campo: &str, lista: &str) -> Option<usize> {
    let resto = campo.strip_prefix(lista)?.strip_prefix('[')?;
    resto.split(']').next()?.parse().ok()
}

/// From the path in the rules' worker to the cell that was typed.
fn ubicar(
    fila: usize,
    movimientos: &[usize],
    trabajador: &Trabajador,
    sbc_calculado: bool,
    hallazgo: Hallazgo,
) -> MarcaDeCelda {
    // The row's own alta and baja come before the movements of the other sheet.
    let propios = trabajador
        .movimientos
        .iter()
        .take_while(|m| m.sbc.is_none() && matches!(m.tipo, TipoDeMovimiento::Alta | TipoDeMovimiento::Baja))
        .count()
        .min(
            trabajador
                .movimientos
                .len()
                .saturating_sub(movimientos.len().min(trabajador.movimientos.len())),
        );
    if let Some(indice) = indice_de(&hallazgo.campo, "movimientos") {
        return match indice.checked_sub(propios).and_then(|i| movimientos.get(i)) {
            Some(otra) => MarcaDeCelda {
                hoja: Hoja::Movimientos,
                fila: *otra,
                columna: movimiento::FECHA,
                hallazgo,
            },
            None => marca(fila, trabajador::ALTA, hallazgo),
        };
    }
    if let Some(indice) = indice_de(&hallazgo.campo, "incidencias") {
        let cuantas = trabajador.incidencias.len();
        let ultimas = &movimientos[movimientos.len().saturating_sub(cuantas)..];
        return match ultimas.get(indice) {
            Some(otra) => MarcaDeCelda {
                hoja: Hoja::Movimientos,
                fila: *otra,
                columna: movimiento::DIAS,
                hallazgo,
            },
            None => marca(fila, trabajador::AUSENTISMO, hallazgo),
        };
    }
    let columna = match hallazgo.campo.rsplit('.').next().unwrap_or_default() {
        "sbc" if sbc_calculado => trabajador::CUOTA,
        "sbc" => trabajador::SBC,
        "cuota_diaria" => trabajador::CUOTA,
        "nss" => trabajador::NSS,
        "incapacidad" | "dias" => trabajador::INCAPACIDAD,
        "ausentismo" => trabajador::AUSENTISMO,
        "dias_laborados_semana" => trabajador::SEMANA,
        _ => trabajador::NOMBRE,
    };
    marca(fila, columna, hallazgo)
}
