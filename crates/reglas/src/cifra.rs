//! A figure and its explanation, out of one and the same step: what is evaluated is what is written down.

use crate::anualidad::parcialidad;
use crate::memoria::{Nodo, Operacion, Operando};
use crate::mensajes::Regla;
use crate::redondeo::Redondeo;
use rust_decimal::{Decimal, RoundingStrategy};
use ventanilla_normativa::Fila;

/// A figure and, if it is being explained, how it came out.
#[derive(Clone, Debug)]
pub(crate) struct Cifra {
    pub valor: Decimal,
    pub nodo: Option<Nodo>,
}

/// Something that enters a step.
pub(crate) enum Entra<'a> {
    /// A datum.
    Dato(&'static str, Decimal),
    /// A value of a table, perhaps put in another unit.
    Fila(&'static str, Decimal, &'a Fila),
    /// The figure of another step, which becomes a child.
    Paso(&'static str, &'a Cifra),
}

impl<'a> Entra<'a> {
    /// A value of a table as it is.
    pub(crate) fn de(nombre: &'static str, fila: &'a Fila) -> Self {
        Self::Fila(nombre, fila.valor, fila)
    }

    /// A value of a table, or a datum where there is no row.
    pub(crate) fn quiza_fila(nombre: &'static str, valor: Decimal, fila: Option<&'a Fila>) -> Self {
        fila.map_or(Self::Dato(nombre, valor), |fila| Self::Fila(nombre, valor, fila))
    }

    fn valor(&self) -> Decimal {
        match self {
            Self::Dato(_, valor) | Self::Fila(_, valor, _) => *valor,
            Self::Paso(_, cifra) => cifra.valor,
        }
    }

    fn operando(&self) -> Operando {
        match self {
            Self::Dato(nombre, valor) => Operando::dato(nombre, valor),
            Self::Fila(nombre, valor, fila) => Operando::de_fila(nombre, valor, fila),
            Self::Paso(nombre, cifra) => match &cifra.nodo {
                Some(nodo) => Operando::de_hijo(nombre, nodo),
                None => Operando::dato(nombre, cifra.valor),
            },
        }
    }
}

/// Takes steps, and writes them down or not.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pluma {
    pub escribe: bool,
}

impl Pluma {
    /// A datum as a step of its own, so that it can be a child.
    pub(crate) fn dato(self, regla: &'static Regla, valor: Decimal) -> Option<Cifra> {
        self.paso(regla, Operacion::Tabla, None, &[Entra::Dato("valor", valor)])
    }

    /// One step of `regla`. `None` when its result cannot be held exactly.
    pub(crate) fn paso(
        self,
        regla: &'static Regla,
        operacion: Operacion,
        redondeo: Option<Redondeo>,
        entradas: &[Entra<'_>],
    ) -> Option<Cifra> {
        let valor = evaluar(operacion, redondeo, entradas)?;
        let nodo = self
            .escribe
            .then(|| escribir(regla, operacion, redondeo, entradas, valor));
        Some(Cifra { valor, nodo })
    }
}

/// What [`Nodo::recalcular`] does again, and exactly: nothing is rounded but where `redondeo` says so.
fn evaluar(operacion: Operacion, redondeo: Option<Redondeo>, entradas: &[Entra<'_>]) -> Option<Decimal> {
    let mut valores = entradas.iter().map(Entra::valor);
    let primero = valores.next()?;
    let crudo = match operacion {
        Operacion::Producto => valores.try_fold(primero, producto)?.normalize(),
        Operacion::Suma => valores.try_fold(primero, suma)?.normalize(),
        Operacion::Resta => valores
            .try_fold(primero, |a, b| suma(a, -b))?
            .max(Decimal::ZERO)
            .normalize(),
        Operacion::Minimo => valores.fold(primero, Decimal::min),
        Operacion::Maximo => valores.fold(primero, Decimal::max),
        Operacion::Cociente => return cociente(primero, valores.next()?, redondeo?),
        Operacion::Tabla => primero,
        Operacion::Anualidad => {
            let (tasa, pagos) = (valores.next()?, valores.next()?);
            return parcialidad(
                primero,
                tasa,
                u32::try_from(entero(pagos)?).ok()?,
                redondeo?.decimales(),
            );
        }
    };
    Some(redondeo.map_or(crudo, |redondeo| redondeo.aplicar(crudo)))
}

fn producto(a: Decimal, b: Decimal) -> Option<Decimal> {
    let (a, b) = (a.normalize(), b.normalize());
    let mantisa = a.mantissa().checked_mul(b.mantissa())?;
    Decimal::try_from_i128_with_scale(mantisa, a.scale() + b.scale()).ok()
}

fn suma(a: Decimal, b: Decimal) -> Option<Decimal> {
    let escala = a.scale().max(b.scale());
    let alinear = |d: Decimal| d.mantissa().checked_mul(diez_a_la(escala - d.scale())?);
    let mantisa = alinear(a)?.checked_add(alinear(b)?)?;
    Decimal::try_from_i128_with_scale(mantisa, escala).ok()
}

/// The quotient rounded once, in whole numbers. Neither may be negative.
fn cociente(a: Decimal, b: Decimal, redondeo: Redondeo) -> Option<Decimal> {
    let (a, b, decimales) = (a.normalize(), b.normalize(), redondeo.decimales());
    let numerador = a.mantissa().checked_mul(diez_a_la(b.scale() + decimales)?)?;
    let divisor = b.mantissa().checked_mul(diez_a_la(a.scale())?)?;
    // What is added to twice the numerator before it is cut decides what becomes of a half.
    let sobra = match redondeo.modo() {
        RoundingStrategy::ToZero => 0,
        RoundingStrategy::MidpointTowardZero => divisor.checked_sub(1)?,
        _ => divisor,
    };
    let doble = numerador.checked_mul(2)?.checked_add(sobra)?;
    let mantisa = doble.checked_div(divisor.checked_mul(2)?)?;
    Decimal::try_from_i128_with_scale(mantisa, decimales).ok()
}

/// A decimal that is a whole number.
fn entero(valor: Decimal) -> Option<i128> {
    let valor = valor.normalize();
    (valor.scale() == 0).then_some(valor.mantissa())
}

fn diez_a_la(exponente: u32) -> Option<i128> {
    10_i128.checked_pow(exponente)
}

fn escribir(
    regla: &'static Regla,
    operacion: Operacion,
    redondeo: Option<Redondeo>,
    entradas: &[Entra<'_>],
    valor: Decimal,
) -> Nodo {
    let hijos = entradas.iter().filter_map(|entra| match entra {
        Entra::Paso(_, cifra) => cifra.nodo.clone(),
        _ => None,
    });
    let mut nodo = Nodo::nuevo(regla, operacion, valor).sobre(hijos);
    if operacion != Operacion::Suma {
        nodo = nodo.con(entradas.iter().map(Entra::operando));
    }
    match redondeo {
        Some(redondeo) => nodo.redondeado(redondeo),
        None => nodo,
    }
}
