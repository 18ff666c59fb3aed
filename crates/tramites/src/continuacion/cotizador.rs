//! Asking the rules what some days cost.

use chrono::{Datelike, NaiveDate};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::cuotas::Area;
use ventanilla_reglas::fecha::{Fecha, fin_de_mes, inicio_del_mes_siguiente};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::incorporacion::{
    EntradaCotizar, Hipotesis, Mensualidad, Modalidad, Pago, SalidaCotizar, ejecutar_cotizar,
};
use ventanilla_reglas::mensajes::incorporacion::SBC_TOPE;
use ventanilla_reglas::politica::Politicas;

/// What the days of a month cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Parte {
    /// The month, or its part.
    pub mes: Mensualidad,
    /// When it is paid.
    pub pago: Pago,
    /// Whether the chosen salary passes the cap of that month, which was used in its place (LSS 28).
    pub al_tope: bool,
}

/// Between what a salary may be chosen in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limites {
    /// UMA, pesos a day.
    pub uma: Importe,
    /// Minimum wage of the area, pesos a day (RACERF 65).
    pub minimo: Importe,
    /// The cap of 25 UMA, pesos a day (LSS 28).
    pub tope: Importe,
}

impl Limites {
    /// How many times the UMA a salary is, to two decimals: for people to read, it enters no amount.
    pub fn veces(&self, sbc: Importe) -> String {
        let uma = self.uma.centavos().max(1);
        let centesimas = (sbc.centavos().saturating_mul(200) / uma + 1) / 2;
        Importe::de_centavos(centesimas).to_string()
    }
}

/// The salary that a quote is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Salario {
    /// This one.
    De(Importe),
    /// The cap of each month.
    Tope,
}

/// What does not change from one quote to the next.
#[derive(Clone, Copy, Debug)]
pub struct Cotizador<'a> {
    /// The law in force.
    pub normativa: &'a Normativa,
    /// Area of the minimum wage.
    pub area: Area,
    /// Last salary, below which none can be chosen; `None` to look at any.
    pub ultimo_sbc: Option<Importe>,
    /// The readings of the law that were chosen.
    pub politicas: &'a Politicas,
}

impl Cotizador<'_> {
    fn entrada(&self, salario: Salario) -> EntradaCotizar {
        EntradaCotizar {
            sbc: match salario {
                Salario::De(sbc) => Some(sbc),
                Salario::Tope => None,
            },
            tope: (salario == Salario::Tope).then_some(true),
            ultimo_sbc: self.ultimo_sbc,
            area: Some(self.area),
            politicas: self.politicas.clone(),
            ..EntradaCotizar::nueva(Modalidad::M40)
        }
    }

    /// The whole month of `dia`.
    ///
    /// # Errors
    /// Those of `incorporacion.cotizar`.
    pub(super) fn mes(
        &self,
        dia: NaiveDate,
        salario: Salario,
        hipotesis: Option<Hipotesis>,
        memoria: bool,
    ) -> Result<SalidaCotizar, Vec<Hallazgo>> {
        let entrada = EntradaCotizar {
            anio: Some(dia.year()),
            mes: Some(dia.month()),
            hipotesis,
            memoria,
            ..self.entrada(salario)
        };
        ejecutar_cotizar(self.normativa, entrada)
    }

    /// The days from `desde` to `hasta`, both counted.
    pub(super) fn dias(
        &self,
        (desde, hasta): (NaiveDate, NaiveDate),
        salario: Salario,
        memoria: bool,
    ) -> Result<SalidaCotizar, Vec<Hallazgo>> {
        let entrada = EntradaCotizar {
            desde: Some(Fecha(desde)),
            hasta: Some(Fecha(hasta)),
            memoria,
            ..self.entrada(salario)
        };
        ejecutar_cotizar(self.normativa, entrada)
    }

    /// Between what a salary may be chosen in the month of `dia`.
    ///
    /// # Errors
    /// `normativa.fuera_de_vigencia`.
    pub fn limites(&self, dia: NaiveDate) -> Result<Limites, Vec<Hallazgo>> {
        let salida = self.mes(dia, Salario::Tope, None, false)?;
        let mes = salida.por_mes.first().ok_or_else(Vec::new)?;
        Ok(Limites {
            uma: mes.uma,
            minimo: mes.salario_minimo,
            tope: mes.sbc,
        })
    }

    /// The days from `desde` to `hasta` on the same salary, in quotes of the rules. Where it passes the cap of some month
    /// (that of a former UMA) each month is asked for by itself, as the rule says, and that one on its cap (LSS 28).
    ///
    /// # Errors
    /// Those of `incorporacion.cotizar`.
    pub(super) fn tramo(
        &self,
        dias: (NaiveDate, NaiveDate),
        sbc: Importe,
        memoria: bool,
    ) -> Result<Vec<Cotizada>, Vec<Hallazgo>> {
        match self.dias(dias, Salario::De(sbc), memoria) {
            Ok(salida) => Ok(vec![Cotizada { salida, al_tope: false }]),
            Err(hallazgos) if solo_el_tope(&hallazgos) => {
                let meses = meses_entre(dias).into_iter();
                meses.map(|mes| self.un_mes(mes, sbc, memoria)).collect()
            }
            Err(hallazgos) => Err(hallazgos),
        }
    }

    /// Days of one month, on the salary or on the cap if it passes.
    pub(super) fn un_mes(
        &self,
        dias: (NaiveDate, NaiveDate),
        sbc: Importe,
        memoria: bool,
    ) -> Result<Cotizada, Vec<Hallazgo>> {
        match self.dias(dias, Salario::De(sbc), memoria) {
            Ok(salida) => Ok(Cotizada { salida, al_tope: false }),
            Err(hallazgos) if solo_el_tope(&hallazgos) => {
                let salida = self.dias(dias, Salario::Tope, memoria)?;
                Ok(Cotizada { salida, al_tope: true })
            }
            Err(hallazgos) => Err(hallazgos),
        }
    }
}

/// An answer of the rules.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cotizada {
    pub salida: SalidaCotizar,
    pub al_tope: bool,
}

impl Cotizada {
    /// Its months.
    pub(super) fn partes(&self) -> impl Iterator<Item = Parte> {
        let meses = self.salida.por_mes.iter().zip(&self.salida.pagos);
        meses.map(|(mes, pago)| Parte {
            mes: mes.clone(),
            pago: *pago,
            al_tope: self.al_tope,
        })
    }
}

fn solo_el_tope(hallazgos: &[Hallazgo]) -> bool {
    hallazgos.iter().all(|h| h.codigo == SBC_TOPE.codigo)
}

/// The part of each calendar month between two days, both counted.
pub(super) fn meses_entre((desde, hasta): (NaiveDate, NaiveDate)) -> Vec<(NaiveDate, NaiveDate)> {
    let mut partes = Vec::new();
    let mut inicio = desde;
    while inicio <= hasta {
        partes.push((inicio, fin_de_mes(inicio).min(hasta)));
        inicio = inicio_del_mes_siguiente(inicio);
    }
    partes
}
