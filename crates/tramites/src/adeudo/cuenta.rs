//! What is owed on a day: each credit through the rules, and their sums.

use super::captura::{Credito, Monto, Parte};
use super::clase::ClaseDeCredito;
use super::mensajes as regla;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::consulta::{Comun, ValorUsado};
use ventanilla_reglas::credito::{
    Accesorios, Clase, EntradaAccesorios, InpcDado, SalidaAccesorios, ejecutar_accesorios, meses_que_faltan,
};
use ventanilla_reglas::fecha::{Fecha, Mes};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::memoria::{Nodo, Operacion, Operando};
use ventanilla_reglas::mensajes::{Regla, credito as del_credito};
use ventanilla_reglas::politica::{POLITICAS, Politica, Politicas};

/// What an account is made with.
#[derive(Clone, Copy, Debug)]
pub struct Condiciones<'a> {
    /// The law in force.
    pub normativa: &'a Normativa,
    /// Day of the payment.
    pub pago: NaiveDate,
    /// INPC that the person typed.
    pub inpc: &'a InpcDado,
    /// Readings of the law. That of an INPC that is not loaded does not count: here it is always estimated, and said.
    pub politicas: &'a Politicas,
    /// Whether the explanation is wanted.
    pub memoria: bool,
}

/// One amount of a credit on that day.
#[derive(Clone, Debug, PartialEq)]
pub struct CuentaDeParte {
    /// Whose it is, and what was owed at first.
    pub monto: Monto,
    /// What the rules say; `None` of gastos de ejecución, which bear no accesorios.
    pub salida: Option<SalidaAccesorios>,
}

impl CuentaDeParte {
    /// The figures of the rules.
    pub fn accesorios(&self) -> Option<&Accesorios> {
        self.salida.as_ref().map(|s| &s.accesorios)
    }

    /// Updating.
    pub fn actualizacion(&self) -> Importe {
        self.accesorios().map_or(Importe::CERO, |a| a.actualizacion)
    }

    /// Surcharges.
    pub fn recargos(&self) -> Importe {
        self.accesorios().map_or(Importe::CERO, |a| a.recargos)
    }

    /// All of it.
    pub fn total(&self) -> Importe {
        self.accesorios().map_or(self.monto.importe, |a| a.total)
    }
}

/// A credit on that day.
#[derive(Clone, Debug, PartialEq)]
pub struct CuentaDeCredito {
    /// The credit.
    pub credito: Credito,
    /// Its amounts, at least one.
    pub partes: Vec<CuentaDeParte>,
    /// Whether it was due before that day.
    pub vencido: bool,
}

impl CuentaDeCredito {
    fn sumar(&self, cifra: fn(&CuentaDeParte) -> Importe) -> Importe {
        self.partes.iter().map(cifra).sum()
    }

    /// Updating.
    pub fn actualizacion(&self) -> Importe {
        self.sumar(CuentaDeParte::actualizacion)
    }

    /// Surcharges.
    pub fn recargos(&self) -> Importe {
        self.sumar(CuentaDeParte::recargos)
    }

    /// All of it.
    pub fn total(&self) -> Importe {
        self.sumar(CuentaDeParte::total)
    }

    /// What both parts have alike: factor, months, rates. `None` of gastos de ejecución.
    pub fn accesorios(&self) -> Option<&Accesorios> {
        self.partes.first().and_then(CuentaDeParte::accesorios)
    }
}

/// Sums of an account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sumas {
    /// Cuotas and capitales constitutivos, as they were due.
    pub suerte_principal: Importe,
    /// Fines, as they were imposed.
    pub multas: Importe,
    /// Gastos de ejecución.
    pub gastos: Importe,
    /// Updating, that of fines too.
    pub actualizacion: Importe,
    /// Surcharges.
    pub recargos: Importe,
    /// Everything.
    pub total: Importe,
    /// Of the total: COP, the employer's part.
    pub patronal: Importe,
    /// Of the total: COP, the worker's part.
    pub obrera: Importe,
    /// Of the total: RCV, both parts.
    pub rcv: Importe,
    /// Of the total: fines, capitales constitutivos and gastos.
    pub otros: Importe,
}

impl Sumas {
    fn agregar(&mut self, clase: ClaseDeCredito, parte: &CuentaDeParte) {
        let principal = match clase {
            ClaseDeCredito::Multa => &mut self.multas,
            ClaseDeCredito::GastosEjecucion => &mut self.gastos,
            _ => &mut self.suerte_principal,
        };
        *principal += parte.monto.importe;
        self.actualizacion += parte.actualizacion();
        self.recargos += parte.recargos();
        self.total += parte.total();
        let de_quien = match (clase, parte.monto.parte) {
            (ClaseDeCredito::Cop, Parte::Obrera) => &mut self.obrera,
            (ClaseDeCredito::Cop, _) => &mut self.patronal,
            (ClaseDeCredito::Rcv, _) => &mut self.rcv,
            _ => &mut self.otros,
        };
        *de_quien += parte.total();
    }
}

/// What is owed on a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cuenta {
    /// The day.
    pub pago: NaiveDate,
    /// Each credit.
    pub creditos: Vec<CuentaDeCredito>,
    /// Those that could not be computed, by row, with why: they are in no sum.
    pub fuera: Vec<(usize, Vec<Hallazgo>)>,
    /// Sums.
    pub sumas: Sumas,
    /// Whether the last INPC known stands for one that is missing.
    pub estimado: bool,
    /// The months whose INPC would make it exact.
    pub faltan: Vec<Mes>,
    /// What the rules had to say, each thing once.
    pub hallazgos: Vec<Hallazgo>,
    /// Readings of the law that made a difference: which, and its value.
    pub politicas: Vec<(Politica, &'static str)>,
    /// Values of the tables that were used, each once.
    pub valores: Vec<ValorUsado>,
    /// Version of the parameters.
    pub version: String,
}

/// A figure that can be asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cifra {
    /// All of it.
    Total,
    /// Updating.
    Actualizacion,
    /// Surcharges.
    Recargos,
    /// The credit in that place of [`Cuenta::creditos`].
    Credito(usize),
}

impl Cuenta {
    /// Where a figure comes from.
    pub fn explicar(&self, cifra: Cifra) -> Vec<Nodo> {
        match cifra {
            Cifra::Credito(i) => self.creditos.get(i).map(totales).unwrap_or_default(),
            Cifra::Total => {
                let hijos = self.creditos.iter().flat_map(totales);
                vec![suma(&regla::TOTAL, self.sumas.total, hijos)]
            }
            Cifra::Actualizacion => {
                let hijos = self.de_cada_uno(&del_credito::ACTUALIZACION);
                vec![suma(&regla::ACTUALIZACION, self.sumas.actualizacion, hijos)]
            }
            Cifra::Recargos => {
                let hijos = self.de_cada_uno(&del_credito::RECARGOS);
                vec![suma(&regla::RECARGOS, self.sumas.recargos, hijos)]
            }
        }
    }

    fn de_cada_uno(&self, regla: &'static Regla) -> Vec<Nodo> {
        let de = |credito: &CuentaDeCredito| nodos(credito, regla.clave());
        self.creditos.iter().flat_map(de).collect()
    }
}

fn suma(regla: &'static Regla, importe: Importe, hijos: impl IntoIterator<Item = Nodo>) -> Nodo {
    Nodo::nuevo(regla, Operacion::Suma, importe).sobre(hijos)
}

/// The totals of the parts of a credit.
fn totales(credito: &CuentaDeCredito) -> Vec<Nodo> {
    let mut suyos = nodos(credito, del_credito::TOTAL.clave());
    if suyos.is_empty() {
        // gastos de ejecución: what was typed
        let nodo = Nodo::nuevo(&regla::SIN_ACCESORIOS, Operacion::Tabla, credito.total())
            .con([Operando::dato("valor", credito.total())])
            .precisando(&credito.credito.nombre());
        suyos.push(nodo);
    }
    suyos
}

/// The step called `clave` of each part of a credit, saying whose it is.
fn nodos(credito: &CuentaDeCredito, clave: &str) -> Vec<Nodo> {
    let nombre = credito.credito.nombre();
    let de = |parte: &CuentaDeParte| {
        let memoria = parte.salida.as_ref()?.memoria.as_deref()?;
        let de_quien = match parte.monto.parte {
            Parte::Unica => nombre.clone(),
            otra => format!("{nombre}, {}", otra.nombre().to_lowercase()),
        };
        buscar(memoria, clave).map(|n| n.clone().precisando(&de_quien))
    };
    credito.partes.iter().filter_map(de).collect()
}

fn buscar<'a>(nodos: &'a [Nodo], clave: &str) -> Option<&'a Nodo> {
    nodos.iter().find_map(|n| {
        if n.clave == clave {
            Some(n)
        } else {
            buscar(&n.hijos, clave)
        }
    })
}

/// What these credits come to.
pub fn en_cuenta(creditos: &[Credito], condiciones: Condiciones<'_>) -> Cuenta {
    let mut cuenta = Cuenta {
        pago: condiciones.pago,
        version: condiciones.normativa.version(),
        ..Cuenta::default()
    };
    let mut faltan = BTreeSet::new();
    for credito in creditos {
        match de_un_credito(credito, condiciones) {
            Ok(suyo) => cuenta.agregar(suyo),
            Err(hallazgos) => cuenta.fuera.push((credito.renglon, hallazgos)),
        }
        if credito.clase != ClaseDeCredito::GastosEjecucion {
            let Condiciones {
                normativa, pago, inpc, ..
            } = condiciones;
            faltan.extend(meses_que_faltan(normativa, credito.vencimiento, pago, inpc));
        }
    }
    cuenta.faltan = faltan.into_iter().collect();
    cuenta
}

impl Cuenta {
    fn agregar(&mut self, credito: CuentaDeCredito) {
        for parte in &credito.partes {
            self.sumas.agregar(credito.credito.clase, parte);
            if let Some(salida) = &parte.salida {
                self.estimado |= salida.accesorios.estimado;
                self.recordar(&salida.comun);
            }
        }
        self.creditos.push(credito);
    }

    /// What the rules said, but not of each credit by itself: that stands in its row.
    fn recordar(&mut self, comun: &Comun) {
        let de_cada_uno = [
            del_credito::VENCIMIENTO_MOVIDO.codigo,
            del_credito::EN_TIEMPO.codigo,
            del_credito::TOPE.codigo,
            del_credito::INPC_ESTIMADO.codigo,
        ];
        for hallazgo in comun.hallazgos.iter().filter(|h| !de_cada_uno.contains(&h.codigo)) {
            let igual = |h: &Hallazgo| h.codigo == hallazgo.codigo && h.mensaje == hallazgo.mensaje;
            if !self.hallazgos.iter().any(igual) {
                self.hallazgos.push(hallazgo.clone());
            }
        }
        for (politica, valor, _) in comun.politicas_aplicadas.iter() {
            if politica != Politica::InpcFuturo && !self.politicas.iter().any(|(p, _)| *p == politica) {
                self.politicas.push((politica, valor));
            }
        }
        for valor in &comun.normativa.valores {
            if !self.valores.contains(valor) {
                self.valores.push(valor.clone());
            }
        }
    }
}

fn de_un_credito(credito: &Credito, condiciones: Condiciones<'_>) -> Result<CuentaDeCredito, Vec<Hallazgo>> {
    let partes: Result<Vec<CuentaDeParte>, Vec<Hallazgo>> = credito
        .montos
        .iter()
        .map(|monto| {
            let salida = accesorios(credito, monto.importe, condiciones)?;
            Ok(CuentaDeParte { monto: *monto, salida })
        })
        .collect();
    let partes = partes?;
    let vence = partes
        .first()
        .and_then(CuentaDeParte::accesorios)
        .map(|a| a.vencimiento.0);
    Ok(CuentaDeCredito {
        credito: credito.clone(),
        partes,
        vencido: condiciones.pago > vence.unwrap_or(credito.vencimiento),
    })
}

/// An amount through the rules; `None` of what bears no accesorios.
pub(super) fn accesorios(
    credito: &Credito,
    importe: Importe,
    condiciones: Condiciones<'_>,
) -> Result<Option<SalidaAccesorios>, Vec<Hallazgo>> {
    let clase = match credito.clase {
        ClaseDeCredito::Cop | ClaseDeCredito::Rcv => Clase::Cuota,
        ClaseDeCredito::Multa => Clase::Multa,
        ClaseDeCredito::CapitalConstitutivo => Clase::CapitalConstitutivo,
        ClaseDeCredito::GastosEjecucion => return Ok(None),
    };
    let politicas = con_estimacion(condiciones.politicas);
    let entrada = EntradaAccesorios {
        clase,
        importe,
        vencimiento: Fecha(credito.vencimiento),
        pago: Fecha(condiciones.pago),
        inpc: condiciones.inpc.clone(),
        politicas,
        memoria: condiciones.memoria,
    };
    ejecutar_accesorios(condiciones.normativa, entrada).map(Some)
}

/// The same readings, with an index that is not loaded estimated by the last one: a sheet to work something out on says so
/// and goes on; an application does not.
pub fn con_estimacion(politicas: &Politicas) -> Politicas {
    let mut politicas = politicas.clone();
    let futuro = &POLITICAS[Politica::InpcFuturo as usize];
    politicas.elegir(futuro.nombre, "ultimo");
    politicas
}

#[cfg(test)]
#[path = "cuenta_pruebas.rs"]
mod pruebas;
