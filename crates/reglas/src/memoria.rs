//! The explanation of a figure. Calculation code is written once and tells each step to a recorder: the silent one
//! ([`Silencio`]) compiles to nothing, the speaking one ([`Voz`]) builds the tree. So a figure and its explanation
//! cannot diverge.

use crate::mensajes::Regla;
use crate::redondeo::Redondeo;
use rust_decimal::Decimal;
use serde::Serialize;
use ventanilla_normativa::Fila;

/// How a node's figure comes out of its operands or children. Enough for a machine to do it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Operacion {
    /// All operands multiplied.
    Producto,
    /// The children added.
    Suma,
    /// The first operand less the others, never below zero.
    Resta,
    /// The smallest operand.
    Minimo,
    /// The largest operand.
    Maximo,
    /// The first operand divided by the second.
    Cociente,
    /// Read from a table: the operand named `valor`.
    Tabla,
    /// The level payment of the first operand, a balance, at the rate of the second in as many payments as the third:
    /// `S·i ÷ (1 − (1 + i)^−n)`.
    Anualidad,
}

/// Something that enters a calculation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Operando {
    /// What it is.
    pub nombre: &'static str,
    /// Its digits, all of them.
    pub valor: String,
    /// The dates its value rules, when it comes from a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vigencia: Option<String>,
    /// Where it was published, when it comes from a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fuente: Option<String>,
    /// Key of the child node that explains it, when it was itself computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hijo: Option<&'static str>,
}

impl Operando {
    /// A datum: typed by a person, or counted.
    pub fn dato(nombre: &'static str, valor: impl ToString) -> Self {
        Self {
            nombre,
            valor: valor.to_string(),
            vigencia: None,
            fuente: None,
            hijo: None,
        }
    }

    /// A value of a table.
    pub fn de_fila(nombre: &'static str, valor: impl ToString, fila: &Fila) -> Self {
        Self {
            vigencia: Some(fila.vigencia()),
            fuente: Some(fila.fuente.to_string()),
            ..Self::dato(nombre, valor)
        }
    }

    /// The figure of a child node.
    pub fn de_hijo(nombre: &'static str, hijo: &Nodo) -> Self {
        Self {
            hijo: Some(hijo.clave),
            ..Self::dato(nombre, &hijo.importe)
        }
    }
}

/// A step of the explanation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Nodo {
    /// Key: the last part of the rule's code.
    pub clave: &'static str,
    /// Its name for a person.
    pub etiqueta: String,
    /// How the figure comes out.
    pub operacion: Operacion,
    /// What entered.
    pub operandos: Vec<Operando>,
    /// Name of the rounding, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redondeo: Option<&'static str>,
    /// The figure.
    pub importe: String,
    /// The articles.
    pub fundamento: &'static [&'static str],
    /// The steps it is made of.
    pub hijos: Vec<Nodo>,
}

impl Nodo {
    /// A step of `regla`.
    pub fn nuevo(regla: &'static Regla, operacion: Operacion, importe: impl ToString) -> Self {
        Self {
            clave: regla.clave(),
            etiqueta: regla.titulo.to_owned(),
            operacion,
            operandos: Vec::new(),
            redondeo: None,
            importe: importe.to_string(),
            fundamento: regla.fundamento,
            hijos: Vec::new(),
        }
    }

    /// With these operands.
    pub fn con(mut self, operandos: impl IntoIterator<Item = Operando>) -> Self {
        self.operandos.extend(operandos);
        self
    }

    /// With this rounding.
    pub fn redondeado(mut self, redondeo: Redondeo) -> Self {
        self.redondeo = Some(redondeo.nombre());
        self
    }

    /// With these steps below it.
    pub fn sobre(mut self, hijos: impl IntoIterator<Item = Nodo>) -> Self {
        self.hijos.extend(hijos);
        self
    }

    /// With something more said after its name, such as the dates of a segment.
    pub fn precisando(mut self, detalle: &str) -> Self {
        self.etiqueta = format!("{} ({detalle})", self.etiqueta);
        self
    }

    /// Does the step again from its operands and children, with decimals. `None` if it cannot be done: then the node
    /// explains nothing, and a test fails.
    pub fn recalcular(&self) -> Option<Decimal> {
        let numero = |texto: &String| texto.parse::<Decimal>().ok();
        let operandos: Option<Vec<Decimal>> = self.operandos.iter().map(|o| numero(&o.valor)).collect();
        let crudo = match self.operacion {
            Operacion::Producto => operandos?.into_iter().try_fold(Decimal::ONE, |a, b| a.checked_mul(b))?,
            Operacion::Suma => self
                .hijos
                .iter()
                .map(|h| numero(&h.importe))
                .try_fold(Decimal::ZERO, |a, b| a.checked_add(b?))?,
            Operacion::Resta => {
                let operandos = operandos?;
                let (primero, resto) = operandos.split_first()?;
                (*primero - resto.iter().sum::<Decimal>()).max(Decimal::ZERO)
            }
            Operacion::Minimo => operandos?.into_iter().min()?,
            Operacion::Maximo => operandos?.into_iter().max()?,
            Operacion::Cociente => {
                let operandos = operandos?;
                operandos.first()?.checked_div(*operandos.get(1)?)?
            }
            Operacion::Tabla => numero(&self.operandos.iter().find(|o| o.nombre == "valor")?.valor)?,
            Operacion::Anualidad => anualidad(&operandos?)?,
        };
        Some(match self.redondeo {
            None => crudo,
            Some(nombre) => Redondeo::TODOS
                .into_iter()
                .find(|r| r.nombre() == nombre)?
                .aplicar(crudo),
        })
    }
}

/// The level payment again, another way than the calculation's: in decimals, with the power multiplied out.
fn anualidad(operandos: &[Decimal]) -> Option<Decimal> {
    let [saldo, tasa, pagos] = operandos else { return None };
    let uno_mas_tasa = Decimal::ONE.checked_add(*tasa)?;
    let pagos = u32::try_from(pagos.normalize().mantissa())
        .ok()
        .filter(|_| pagos.normalize().scale() == 0)?;
    if tasa.is_zero() {
        return saldo.checked_div(Decimal::from(pagos));
    }
    let potencia = (0..pagos).try_fold(Decimal::ONE, |p, _| p.checked_mul(uno_mas_tasa))?;
    saldo
        .checked_mul(*tasa)?
        .checked_mul(potencia)?
        .checked_div(potencia.checked_sub(Decimal::ONE)?)
}

/// Listens to a calculation.
pub trait Memoria {
    /// Whether anything said is kept. Constant, so that the silent case costs nothing.
    const HABLA: bool;
    /// One step.
    fn anotar(&mut self, paso: impl FnOnce() -> Nodo);
}

/// Keeps nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silencio;

impl Memoria for Silencio {
    const HABLA: bool = false;
    #[inline(always)]
    fn anotar(&mut self, _: impl FnOnce() -> Nodo) {}
}

/// Keeps every step, in order.
#[derive(Clone, Debug, Default)]
pub struct Voz {
    /// What has been said.
    pub pasos: Vec<Nodo>,
}

impl Memoria for Voz {
    const HABLA: bool = true;
    fn anotar(&mut self, paso: impl FnOnce() -> Nodo) {
        self.pasos.push(paso());
    }
}
