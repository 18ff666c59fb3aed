//! The same case with other people, companies, amounts and days: for a group to be examined without copying. What is
//! expected is asked of the rules again; what would change the decision, or what is found, is drawn again.

pub(crate) mod azar;
pub(crate) mod identidad;
mod nombres;
mod recalcular;
mod sustituir;

use crate::caso::{Caso, Persona};
use crate::resolver::{Resuelto, resolver};
use crate::verificar::verificar;
use azar::Azar;
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt;
use sustituir::Sustitucion;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::identificador::mascara;

/// How many times it is drawn before giving up.
const VUELTAS: u64 = 60;

/// Why there is no variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SinVariante {
    /// The case does not say what may change in it.
    SinMoldes,
    /// The case does not stand by itself.
    CasoMalo,
    /// Nothing that was drawn keeps the decision and the findings.
    NoSale,
}

impl fmt::Display for SinVariante {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SinMoldes => "Este caso no dice qué puede cambiar en él: agregue sus personas, empresas o importes en «moldes».",
            Self::CasoMalo => "Este caso espera algo que las reglas no dicen: corríjalo antes de variarlo.",
            Self::NoSale => "No se encontró una variante que conserve la decisión. Pruebe otra semilla o reduzca la variación de los importes.",
        })
    }
}

impl std::error::Error for SinVariante {}

/// Key of the variant of a case.
pub fn clave(caso: &str, semilla: u64) -> String {
    format!("{caso}-v{semilla}")
}

/// The variant of a case with this seed: always the same one.
///
/// # Errors
/// [`SinVariante`].
pub fn variante(caso: &Caso, semilla: u64, normativa: &Normativa) -> Result<Caso, SinVariante> {
    if caso.moldes == crate::caso::Moldes::default() {
        return Err(SinVariante::SinMoldes);
    }
    if !verificar(caso, normativa).is_empty() {
        return Err(SinVariante::CasoMalo);
    }
    let base = resolver(caso, normativa).map_err(|_| SinVariante::CasoMalo)?;
    let mut vueltas = (0..VUELTAS).filter_map(|vuelta| {
        let mut azar = Azar::nuevo(semilla ^ huella(&caso.clave), vuelta);
        intentar(caso, &base, semilla, &mut azar, normativa)
    });
    vueltas.next().ok_or(SinVariante::NoSale)
}

/// A number of a text, the same everywhere (FNV-1a): two cases with one seed do not get the same people, and each trainee of
/// a session gets a seed of their own.
pub(crate) fn huella(texto: &str) -> u64 {
    texto.bytes().fold(0xCBF2_9CE4_8422_2325, |h, b| {
        (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3)
    })
}

fn intentar(caso: &Caso, base: &Resuelto, semilla: u64, azar: &mut Azar, normativa: &Normativa) -> Option<Caso> {
    let sustitucion = sortear(caso, azar, normativa)?;
    let documento = serde_json::to_value(caso).ok()?;
    let mut nueva = de_documento(&sustitucion.en(&documento))?;
    nueva.clave = clave(&caso.clave, semilla);
    nueva.fuente = format!("Variante de {}, semilla {semilla}", caso.clave);
    let nueva = recalcular::recalcular(caso, nueva, normativa)?;
    let resuelta = resolver(&nueva, normativa).ok()?;
    let igual = resuelta.decision == base.decision && propios(&resuelta) == propios(base);
    (igual && verificar(&nueva, normativa).is_empty()).then_some(nueva)
}

fn de_documento(documento: &Value) -> Option<Caso> {
    serde_json::from_value(documento.clone()).ok()
}

/// What is found of the case, not of the tables: on another day a table may be less sure.
fn propios(resuelto: &Resuelto) -> BTreeSet<&str> {
    let suyos = resuelto.hallazgos.iter().map(String::as_str);
    suyos.filter(|codigo| crate::catalogo::cuenta(codigo)).collect()
}

/// Draws everything that changes.
fn sortear(caso: &Caso, azar: &mut Azar, normativa: &Normativa) -> Option<Sustitucion> {
    let moldes = &caso.moldes;
    let mut s = Sustitucion::default();
    let mut usados = BTreeSet::new();
    for base in &moldes.personas {
        let otra = identidad::otra_persona(base, azar, normativa)?;
        if !usados.insert(otra.nombre.clone()) {
            return None; // two people with one name would be one in the texts
        }
        s.persona(partes(base), partes(&otra));
        for (vieja, nueva) in [(&base.curp, &otra.curp), (&base.rfc, &otra.rfc), (&base.nss, &otra.nss)] {
            s.palabra(vieja, distinta(vieja, nueva)?);
        }
    }
    for base in &moldes.empresas {
        let otra = identidad::otra_empresa(base, azar, normativa)?;
        s.palabra(&base.nombre, &otra.nombre);
        s.palabra(&base.rfc, distinta(&base.rfc, &otra.rfc)?);
        for (viejo, nuevo) in base.registros.iter().zip(&otra.registros) {
            s.palabra(viejo, distinta(viejo, nuevo)?);
            s.palabra(&mascara(viejo), &mascara(nuevo));
        }
    }
    for viejo in &moldes.importes {
        let viejo: Decimal = viejo.parse().ok()?;
        s.importe(viejo, otro_importe(viejo, moldes.variacion, azar)?);
    }
    let semanas = i64::from(moldes.semanas);
    s.mover(caso.hoy.0, azar.entre(-semanas, semanas) * 7);
    Some(s)
}

/// The new identifier, if it is another: chance may give the same initials and day again, and it would point at the original.
fn distinta<'a>(vieja: &str, nueva: &'a str) -> Option<&'a str> {
    (vieja.is_empty() || vieja != nueva).then_some(nueva)
}

fn partes(persona: &Persona) -> [&str; 3] {
    [&persona.nombre, &persona.primer_apellido, &persona.segundo_apellido]
}

/// Another amount, as round as the one it replaces, give or take a digit.
fn otro_importe(viejo: Decimal, variacion: u32, azar: &mut Azar) -> Option<Decimal> {
    let milesimas = azar.entre(-10 * i64::from(variacion), 10 * i64::from(variacion));
    let nuevo = viejo.checked_mul(Decimal::new(1000 + milesimas, 3))?;
    let paso = paso(viejo)?;
    let redondo = nuevo.checked_div(paso)?.round().checked_mul(paso)?;
    (redondo > Decimal::ZERO).then(|| redondo.round_dp(2))
}

/// A tenth of the greatest power of ten that divides an amount: 12,000 moves by hundreds; never less than a cent.
fn paso(importe: Decimal) -> Option<Decimal> {
    let mut paso = Decimal::ONE;
    while (importe % paso.checked_mul(Decimal::TEN)?).is_zero() {
        paso = paso.checked_mul(Decimal::TEN)?;
    }
    let decimo = paso.checked_div(Decimal::TEN)?;
    Some(if importe.fract().is_zero() {
        decimo.max(Decimal::ONE)
    } else {
        Decimal::new(1, 2)
    })
}
