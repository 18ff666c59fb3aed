//! What the rules say of a payroll: figures and findings, row by row, so that ten thousand rows can be computed in slices
//! and one typed cell costs one row.

use super::ajuste::Ajuste;
use super::captura::{
    FilaLeida, MovimientoLeido, PercepcionLeida, Suceso, Vinculos, leer_movimiento, leer_percepcion, leer_trabajador,
};
use super::expediente::{ClaseDePeriodo, DatosDelPatron, DatosDelPeriodo, Escenario, Fila, OrigenDePrima, leer_prima};
use super::guion::{Hoja, movimiento, percepcion, trabajador};
use super::mensajes;
use chrono::NaiveDate;
use std::sync::Arc;
use validator::Validate;
use ventanilla_normativa::{Normativa, Tabla};
use ventanilla_reglas::captura;
use ventanilla_reglas::consulta::{Comun, Consulta, fuera_de_vigencia};
use ventanilla_reglas::cuotas::{
    self, CUANTAS, Calculo, CuentaDeDias, Importes, Incidencia, Movimiento, Patron, Periodo, Renglon, Segmento,
    TipoDeMovimiento, Totales, Trabajador,
};
use ventanilla_reglas::hallazgo::{Gravedad, Hallazgo};
use ventanilla_reglas::identificador::{self, Tipo, Uso};
use ventanilla_reglas::importe::{Importe, Tasa};
use ventanilla_reglas::memoria::{Memoria, Nodo, Silencio, Voz};
use ventanilla_reglas::politica::Politicas;
use ventanilla_reglas::salario;

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

/// Finds the SBC of a worker from the daily wage (LSS 27, 30).
struct Integrador<'a> {
    preparada: &'a Preparada,
    fila: usize,
    anio: Option<u32>,
    percepciones: &'a [PercepcionLeida],
}

impl Integrador<'_> {
    /// The SBC typed, or computed; whether it was computed.
    fn sbc(
        &self,
        leida: &FilaLeida,
        movimientos: &[MovimientoLeido],
        marcas: &mut Vec<MarcaDeCelda>,
    ) -> Option<(Importe, Option<Importe>)> {
        if let Some(sbc) = leida.sbc {
            return Some((sbc, None));
        }
        if let Some(cuota) = leida.cuota {
            let sbc = self.integrar(cuota, |c| (Hoja::Trabajadores, self.fila, c), marcas)?;
            return Some((sbc, Some(self.preparada.ajuste.salario(sbc))));
        }
        // An alta in the other sheet may bring the salary.
        let con_salario = |m: &&MovimientoLeido| m.sbc.is_some() || m.cuota.is_some();
        if movimientos.iter().min_by_key(|m| m.fecha).filter(con_salario).is_some() {
            return Some((Importe::CERO, None));
        }
        if !marcas
            .iter()
            .any(|m| m.columna == trabajador::SBC && m.hoja == Hoja::Trabajadores)
        {
            marcas.push(marca(
                self.fila,
                trabajador::SBC,
                Hallazgo::nuevo(&mensajes::SBC_FALTA, "", &[]),
            ));
        }
        None
    }

    /// The SBC of a movement that gives the daily wage alone.
    fn de_cuota(&self, cuota: Importe, fila: usize, marcas: &mut Vec<MarcaDeCelda>) -> Option<Importe> {
        self.integrar(cuota, |_| (Hoja::Movimientos, fila, movimiento::CUOTA), marcas)
    }

    fn integrar(
        &self,
        cuota: Importe,
        donde: impl Fn(usize) -> (Hoja, usize, usize),
        marcas: &mut Vec<MarcaDeCelda>,
    ) -> Option<Importe> {
        let preparada = self.preparada;
        let entrada = salario::Entrada {
            fecha: preparada.lapso().1.into(),
            area: Some(preparada.patron.area),
            cuota_diaria: cuota,
            anio_servicio: Some(self.anio.unwrap_or(1)),
            prima_vacacional: preparada.prima_vacacional,
            dias_aguinaldo: preparada.aguinaldo,
            otras_percepciones: self.percepciones.iter().map(percepcion_de_la_regla).collect(),
            politicas: preparada.politicas.clone(),
            dias_vacaciones: None,
            fecha_ingreso: None,
            sbc_de_referencia: None,
            memoria: false,
        };
        let poner = |h: Hallazgo, marcas: &mut Vec<MarcaDeCelda>| {
            let (hoja, fila, columna) = self.ubicar(&h.campo, &donde);
            marcas.push(MarcaDeCelda {
                hoja,
                fila,
                columna,
                hallazgo: h,
            });
        };
        match salario::ejecutar(&preparada.normativa, entrada) {
            Ok(salida) => {
                let propios = salida
                    .comun
                    .hallazgos
                    .into_iter()
                    .filter(|h| h.codigo.starts_with("salario."));
                propios.for_each(|h| poner(h, marcas));
                Some(salida.integracion.sbc)
            }
            Err(hallazgos) => {
                hallazgos.into_iter().for_each(|h| poner(h, marcas));
                None
            }
        }
    }

    /// From the path in `salario.integrar` to the cell that was typed.
    fn ubicar(&self, campo: &str, donde: &impl Fn(usize) -> (Hoja, usize, usize)) -> (Hoja, usize, usize) {
        if let Some(indice) = indice_de(campo, "otras_percepciones") {
            let fila = self.percepciones.get(indice).map_or(0, |p| p.fila);
            let columna = match campo.rsplit('.').next() {
                Some("horas") => percepcion::HORAS,
                Some("periodo_dias") => percepcion::PERIODO,
                Some("pago_del_trabajador") => percepcion::PAGO,
                Some("importe") => percepcion::IMPORTE,
                _ => percepcion::CONCEPTO,
            };
            return (Hoja::Percepciones, fila, columna);
        }
        donde(if campo == "anio_servicio" {
            trabajador::ANIO
        } else {
            trabajador::CUOTA
        })
    }
}

fn percepcion_de_la_regla(leida: &PercepcionLeida) -> salario::Percepcion {
    salario::Percepcion {
        concepto: leida.concepto,
        importe: leida.importe,
        periodo_dias: Some(leida.periodo_dias),
        pago_del_trabajador: leida.pago_del_trabajador,
        horas: leida.horas,
        comidas: None,
        cumple_requisitos: true,
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

/// Months and bimestres that a period asks for, with their names and what is paid in each.
fn periodos(datos: &DatosDelPeriodo) -> Vec<(Periodo, String, &'static str)> {
    const IMSS: &str = "cuotas del IMSS";
    const RCV: &str = "retiro, cesantía y vejez, e Infonavit";
    let mes = |numero| {
        let datos = DatosDelPeriodo {
            clase: ClaseDePeriodo::Mes,
            numero,
            ..*datos
        };
        (Periodo::mes(datos.anio, numero), datos.nombre(), IMSS)
    };
    let bimestre = || {
        let nombre = format!("bimestre {} de {}", datos.numero, datos.anio);
        (Periodo::bimestre(datos.anio, datos.numero), nombre, RCV)
    };
    match datos.clase {
        ClaseDePeriodo::Mes => vec![mes(datos.numero)],
        ClaseDePeriodo::Bimestre => vec![bimestre()],
        ClaseDePeriodo::Completo => {
            let primero = datos.numero.saturating_mul(2).saturating_sub(1);
            vec![mes(primero), mes(primero + 1), bimestre()]
        }
    }
}

/// What is wrong with the employer's fields; the paths are those of [`DatosDelPatron`].
fn revisar_patron(normativa: &Normativa, datos: &DatosDelPatron) -> Vec<Hallazgo> {
    let mut hallazgos = Vec::new();
    if let Err(errores) = datos.validate() {
        let mut campos: Vec<_> = errores.field_errors().into_iter().collect();
        campos.sort_by(|a, b| a.0.cmp(&b.0));
        for (campo, errores) in campos {
            let sin_uso = campo == "prima" && datos.origen_de_prima != OrigenDePrima::Prima;
            for error in errores.iter().filter(|_| !sin_uso) {
                let detalle = error.message.as_deref().unwrap_or("Es demasiado largo.");
                let regla = if campo == "prima" {
                    &mensajes::PRIMA
                } else {
                    &mensajes::DATO
                };
                hallazgos.push(Hallazgo::nuevo(
                    regla,
                    format!("patron.{campo}"),
                    &[("detalle", detalle)],
                ));
            }
        }
    }
    for (tipo, campo, valor) in [
        (Tipo::Rfc, "patron.rfc", &datos.rfc),
        (
            Tipo::RegistroPatronal,
            "patron.registro_patronal",
            &datos.registro_patronal,
        ),
    ] {
        if valor.trim().is_empty() {
            continue;
        }
        let revision = identificador::revisar(normativa, tipo, valor, Uso::Patron);
        hallazgos.extend(revision.hallazgos.iter().map(|h| {
            let datos = [("detalle", h.mensaje.as_str())];
            Hallazgo::nuevo(&mensajes::IDENTIFICADOR, campo, &datos)
        }));
    }
    hallazgos
}

/// First and last day of a period; `None` when there is no such month.
pub(super) fn extremos(datos: &DatosDelPeriodo) -> Option<(NaiveDate, NaiveDate)> {
    let lapsos: Vec<cuotas::Lapso> = periodos(datos)
        .iter()
        .filter_map(|(p, _, _)| cuotas::Lapso::leer(p).ok())
        .collect();
    let desde = lapsos.iter().map(|l| l.desde).min()?;
    Some((desde, lapsos.iter().map(|l| l.hasta).max()?))
}

/// The prima: typed, or the *prima media* of a class or of a fracción's class (LSS 73). `None` where the period has no use
/// for one.
fn prima(normativa: &Normativa, datos: &DatosDelPatron, periodo: &DatosDelPeriodo) -> Result<Option<Tasa>, Hallazgo> {
    let ultimo = periodos(periodo)
        .into_iter()
        .filter_map(|(p, _, _)| cuotas::Lapso::leer(&p).ok())
        .next();
    let Some(lapso) = ultimo.filter(|_| periodo.clase != ClaseDePeriodo::Bimestre) else {
        return Ok(None);
    };
    let media = |clase: &str| {
        let fila = normativa
            .vigente(Tabla::PrimasMedias, clase, lapso.hasta)
            .map_err(|error| fuera_de_vigencia(&error, "patron.clase"))?;
        Ok(Tasa::leer(&fila.valor.to_string()))
    };
    match datos.origen_de_prima {
        OrigenDePrima::Prima if datos.prima.trim().is_empty() => {
            let detalle = "Escriba la prima de riesgos de trabajo: está en su última determinación anual. Si no la conoce, elija la clase o la fracción de su actividad.";
            Err(Hallazgo::nuevo(
                &mensajes::PRIMA,
                "patron.prima",
                &[("detalle", detalle)],
            ))
        }
        OrigenDePrima::Prima => leer_prima(&datos.prima)
            .map(Some)
            .map_err(|detalle| Hallazgo::nuevo(&mensajes::PRIMA, "patron.prima", &[("detalle", &detalle)])),
        OrigenDePrima::Clase => media(&datos.clase),
        OrigenDePrima::Fraccion => media(clase_de_fraccion(normativa, &datos.fraccion, lapso.hasta)?.0),
    }
}

/// Class (I to V) and description of a fracción of the catalogue (RACERF 196).
///
/// # Errors
/// A finding at `patron.fraccion`.
pub fn clase_de_fraccion<'a>(
    normativa: &'a Normativa,
    fraccion: &str,
    fecha: NaiveDate,
) -> Result<(&'static str, &'a str), Hallazgo> {
    let codigo = fraccion.trim();
    let fila = normativa
        .vigente(Tabla::Fracciones, codigo, fecha)
        .map_err(|_| Hallazgo::nuevo(&mensajes::FRACCION, "patron.fraccion", &[("valor", codigo)]))?;
    let clase = match fila.valor.normalize().mantissa() {
        1 => "I",
        2 => "II",
        3 => "III",
        4 => "IV",
        _ => "V",
    };
    Ok((clase, fila.nota.as_ref()))
}

/// A payroll computed in slices: rows in order, totals as they come.
#[derive(Clone, Debug, Default)]
pub struct Lote {
    /// What came out of each row.
    pub filas: Vec<ResultadoDeFila>,
    /// Sums.
    pub totales: Totales,
}

impl Lote {
    /// Computes up to `cuantas` rows more; true when there are none left.
    pub fn avanzar(
        &mut self,
        preparada: &Preparada,
        escenario: &Escenario,
        vinculos: &Vinculos,
        cuantas: usize,
    ) -> bool {
        let fin = (self.filas.len() + cuantas).min(escenario.trabajadores.len());
        for fila in self.filas.len()..fin {
            let resultado = preparada.fila(escenario, vinculos, fila);
            self.sumar(&resultado);
            self.filas.push(resultado);
        }
        fin == escenario.trabajadores.len()
    }

    /// Computes one row again and mends the totals.
    pub fn rehacer(&mut self, preparada: &Preparada, escenario: &Escenario, vinculos: &Vinculos, fila: usize) {
        let nuevo = preparada.fila(escenario, vinculos, fila);
        self.sumar(&nuevo);
        if fila < self.filas.len() {
            let viejo = std::mem::replace(&mut self.filas[fila], nuevo);
            self.restar(&viejo);
        } else {
            self.filas.push(nuevo);
        }
    }

    fn sumar(&mut self, resultado: &ResultadoDeFila) {
        if !resultado.vacia {
            self.totales.agregar(resultado.importes.as_ref(), resultado.dias);
        }
    }

    fn restar(&mut self, resultado: &ResultadoDeFila) {
        if !resultado.vacia {
            self.totales.quitar(resultado.importes.as_ref(), resultado.dias);
        }
    }

    /// Findings of all rows, errors first, then in order.
    pub fn marcas(&self) -> Vec<&MarcaDeCelda> {
        let mut marcas: Vec<&MarcaDeCelda> = self.filas.iter().flat_map(|f| &f.marcas).collect();
        marcas.sort_by_key(|m| (m.hallazgo.gravedad, m.hoja, m.fila, m.columna));
        marcas
    }

    /// How many findings of a weight there are.
    pub fn cuantos(&self, gravedad: Gravedad) -> usize {
        self.filas
            .iter()
            .flat_map(|f| &f.marcas)
            .filter(|m| m.hallazgo.gravedad == gravedad)
            .count()
    }
}

/// Whether two rows of a sheet are the same to the rules: trailing empty cells do not count.
pub fn misma_fila(a: &Fila, b: &Fila) -> bool {
    let cola = |f: &Fila| f.iter().rposition(|c| !c.trim().is_empty()).map_or(0, |i| i + 1);
    a[..cola(a)] == b[..cola(b)]
}
