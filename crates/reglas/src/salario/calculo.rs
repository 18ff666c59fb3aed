//! From the data to the *salario base de cotización*: one accumulation, one division, one rounding.

use super::cuenta::{Base, Cuenta};
use super::entrada::Entrada;
use super::fijo::{self, Prestaciones, fila};
use super::percepciones::{self, Partida};
use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::Consulta;
use crate::hallazgo::Hallazgo;
use crate::importe::Importe;
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::salario as mensaje;
use crate::politica::Politica;
use crate::redondeo::Redondeo;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use ventanilla_normativa::{Fila, Tabla};

/// Longest number of days over which perceptions are accumulated; keeps the last division within 128 bits.
const COMUN_MAXIMO: u64 = 1_000_000_000_000_000;

/// The readings of the law that change the arithmetic.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lectura {
    pub cuatro_decimales: bool,
    pub especie_sobre_integrado: bool,
}

impl Lectura {
    pub(super) fn de(consulta: &Consulta<'_>) -> Self {
        let politicas = &consulta.politicas;
        Self {
            cuatro_decimales: politicas.es(Politica::FactorIntegracion, "cuatro_decimales"),
            especie_sobre_integrado: politicas.es(Politica::BaseEspecie, "integrado"),
        }
    }

    /// The same with one of them the other way, and the política that it belongs to.
    pub(super) fn otras(self) -> [(Politica, Self); 2] {
        let factor = Self {
            cuatro_decimales: !self.cuatro_decimales,
            ..self
        };
        let especie = Self {
            especie_sobre_integrado: !self.especie_sobre_integrado,
            ..self
        };
        [(Politica::FactorIntegracion, factor), (Politica::BaseEspecie, especie)]
    }
}

/// Everything that enters the calculation, checked.
pub(super) struct Datos<'a> {
    cuota: Importe,
    pub prestaciones: Prestaciones<'a>,
    pub partidas: Vec<Partida<'a>>,
    uma: &'a Fila,
    minimo: &'a Fila,
    veces_tope: &'a Fila,
    veces_piso: &'a Fila,
}

impl<'a> Datos<'a> {
    /// `None` if something is missing; the findings say what.
    pub(super) fn leer(consulta: &mut Consulta<'a>, entrada: &Entrada, hallazgos: &mut Vec<Hallazgo>) -> Option<Self> {
        let fecha = entrada.fecha.0;
        let area = entrada.area.unwrap_or_default().clave();
        let uma = fila(consulta, Tabla::Uma, "", fecha, hallazgos);
        let minimo = fila(consulta, Tabla::SalarioMinimo, area, fecha, hallazgos);
        let veces_tope = fila(consulta, Tabla::Limites, "tope_sbc_uma", fecha, hallazgos);
        let veces_piso = fila(consulta, Tabla::Limites, "piso_sbc_sm", fecha, hallazgos);
        let prestaciones = fijo::leer(consulta, entrada, hallazgos);
        let partidas = percepciones::leer(consulta, entrada, hallazgos);
        Some(Self {
            cuota: entrada.cuota_diaria,
            prestaciones: prestaciones?,
            partidas,
            uma: uma?,
            minimo: minimo?,
            veces_tope: veces_tope?,
            veces_piso: veces_piso?,
        })
    }

    /// `None` when the periods are so different that they cannot be added exactly.
    pub(super) fn calcular(&self, pluma: Pluma, lectura: Lectura) -> Option<Calculo> {
        let comun = self.comun(lectura)?;
        let (factor, fijo) = self.fijo(pluma, lectura, Decimal::from(comun))?;
        let base = Base {
            comun: Decimal::from(comun),
            cuota: self.cuota.decimal(),
            fijo: &fijo,
            especie_sobre_integrado: lectura.especie_sobre_integrado,
        };
        let cuentas: Option<Vec<Cuenta>> = self
            .partidas
            .iter()
            .map(|partida| base.contar(pluma, partida))
            .collect();
        let cuentas = cuentas?;
        let sin_tope = promediar(pluma, &fijo, &cuentas, base.comun)?;
        let limites = self.limitar(pluma, &sin_tope)?;
        Some(Calculo {
            comun,
            factor,
            fijo,
            cuentas,
            sin_tope,
            limites,
        })
    }

    /// The fewest days that the year and every period divide.
    fn comun(&self, lectura: Lectura) -> Option<u64> {
        let anio = match lectura.cuatro_decimales {
            true => 1,
            false => self.prestaciones.divisor.valor.to_u64().filter(|dias| *dias > 0)?,
        };
        self.partidas.iter().try_fold(anio, |comun, partida| {
            minimo_comun_multiplo(comun, partida.divisor()).filter(|m| *m <= COMUN_MAXIMO)
        })
    }

    /// The factor, and the fixed salary accumulated over `comun` days.
    fn fijo(&self, pluma: Pluma, lectura: Lectura, comun: Decimal) -> Option<(Cifra, Cifra)> {
        let prestaciones = &self.prestaciones;
        let dias = prestaciones.dias_integrados(pluma)?;
        let cuota = Entra::Dato("cuota diaria", self.cuota.decimal());
        let paso = |entradas: &[Entra<'_>]| pluma.paso(&mensaje::SALARIO_FIJO, Operacion::Producto, None, entradas);
        if lectura.cuatro_decimales {
            let factor = prestaciones.factor(pluma, &dias, Redondeo::DiezmilesimoMitadArriba)?;
            let por_factor = [cuota, Entra::Paso("factor", &factor), Entra::Dato("días", comun)];
            let fijo = paso(&por_factor)?;
            return Some((factor, fijo));
        }
        let factor = prestaciones.factor(pluma, &dias, Redondeo::DiezDecimales)?;
        let anios = comun.checked_div(prestaciones.divisor.valor)?;
        let por_dias = [
            cuota,
            Entra::Paso("días de salario en el año", &dias),
            Entra::Dato("años", anios),
        ];
        Some((factor, paso(&por_dias)?))
    }

    fn limitar(&self, pluma: Pluma, sin_tope: &Cifra) -> Option<Limites> {
        let producto = |regla, nombre, base: &Fila, veces: &Fila| {
            let base = Entra::Fila(nombre, base.valor, base);
            let veces = Entra::Fila("veces", veces.valor, veces);
            let redondeo = Some(Redondeo::CentavosMitadArriba);
            pluma.paso(regla, Operacion::Producto, redondeo, &[base, veces])
        };
        let piso = producto(&mensaje::PISO, "salario mínimo", self.minimo, self.veces_piso)?;
        let tope = producto(&mensaje::TOPE, "UMA", self.uma, self.veces_tope)?;
        let con_piso = [Entra::Paso("salario integrado", sin_tope), Entra::Paso("piso", &piso)];
        let con_piso = pluma.paso(&mensaje::CON_PISO, Operacion::Maximo, None, &con_piso)?;
        let sbc = [Entra::Paso("salario", &con_piso), Entra::Paso("tope", &tope)];
        let sbc = pluma.paso(&mensaje::SBC, Operacion::Minimo, None, &sbc)?;
        Some(Limites { piso, tope, sbc })
    }
}

/// The figures.
pub(super) struct Calculo {
    /// The days over which everything is accumulated.
    pub comun: u64,
    pub factor: Cifra,
    /// Accumulated.
    pub fijo: Cifra,
    /// One for each perception, in order.
    pub cuentas: Vec<Cuenta>,
    pub sin_tope: Cifra,
    pub limites: Limites,
}

impl Calculo {
    /// The explanation: the factor, and the SBC with everything below it.
    pub(super) fn memoria(&self) -> Vec<Nodo> {
        [&self.factor, &self.limites.sbc]
            .into_iter()
            .filter_map(|cifra| cifra.nodo.clone())
            .collect()
    }
}

/// Floor, cap, and the SBC between them.
pub(super) struct Limites {
    pub piso: Cifra,
    pub tope: Cifra,
    pub sbc: Cifra,
}

/// Everything that integrates, added and divided by the days: the one division and the one rounding.
fn promediar(pluma: Pluma, fijo: &Cifra, cuentas: &[Cuenta], comun: Decimal) -> Option<Cifra> {
    let mut sumandos = vec![Entra::Paso("salario fijo", fijo)];
    sumandos.extend(cuentas.iter().map(|c| Entra::Paso("percepción", &c.integra)));
    let acumulado = match cuentas {
        [] => fijo.clone(),
        _ => pluma.paso(&mensaje::ACUMULADO, Operacion::Suma, None, &sumandos)?,
    };
    let entradas = [Entra::Paso("acumulado", &acumulado), Entra::Dato("días", comun)];
    let redondeo = Some(Redondeo::CentavosMitadArriba);
    pluma.paso(&mensaje::SBC_SIN_TOPE, Operacion::Cociente, redondeo, &entradas)
}

fn minimo_comun_multiplo(a: u64, b: u64) -> Option<u64> {
    let (mut mayor, mut menor) = (a, b);
    while menor != 0 {
        (mayor, menor) = (menor, mayor % menor);
    }
    a.checked_div(mayor)?.checked_mul(b)
}
