//! The period of a credit, as people write it: a month, or a bimestre for RCV.

use super::clase::ClaseDeCredito;
use crate::texto::plegar;
use chrono::{Datelike, NaiveDate};
use ventanilla_reglas::captura;
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::cuotas::{self, Lapso};
use ventanilla_reglas::fecha::{MESES, nombre_del_mes};
use ventanilla_reglas::hallazgo::Hallazgo;

/// A month, or a bimestre by its last month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Periodo {
    anio: i32,
    mes: u32,
    bimestral: bool,
}

impl Periodo {
    /// A month, 1 to 12.
    pub fn de_mes(anio: i32, mes: u32) -> Option<Self> {
        let bien = (1990..2200).contains(&anio) && (1..=12).contains(&mes);
        bien.then_some(Self {
            anio,
            mes,
            bimestral: false,
        })
    }

    /// A bimestre, 1 to 6.
    pub fn de_bimestre(anio: i32, bimestre: u32) -> Option<Self> {
        let mes = Self::de_mes(anio, bimestre.checked_mul(2)?)?;
        Some(Self { bimestral: true, ..mes })
    }

    /// Reads `2025-11`, `11/2025`, `noviembre de 2025`, `bimestre 6 de 2025`, `nov-dic 2025`, `01/11/2025`. A lone month of
    /// RCV stands for its bimestre. `None` when it is none of these, or a bimestre of what is paid by the month.
    pub fn leer(texto: &str, clase: ClaseDeCredito) -> Option<Self> {
        let leido = Self::leer_suelto(texto)?;
        match (clase, leido.bimestral) {
            (ClaseDeCredito::Rcv, false) => Self::de_bimestre(leido.anio, leido.mes.div_ceil(2)),
            (ClaseDeCredito::Cop, true) => None,
            _ => Some(leido),
        }
    }

    /// Whether a period of RCV could be a bimestre or the month of the same number: `4/2026`.
    pub fn ambiguo(texto: &str) -> bool {
        let con_letras = texto.chars().any(char::is_alphabetic);
        let corto = partes(texto).len() < 3;
        !con_letras && corto && Self::leer_suelto(texto).is_some_and(|p| !p.bimestral && p.mes <= 6)
    }

    /// The same, of what nobody said what it is.
    pub fn leer_suelto(texto: &str) -> Option<Self> {
        let partes = partes(texto);
        let bimestre = partes.iter().any(|p| p == "b" || p.starts_with("bim"));
        let anio = |p: &String| (p.len() == 4).then(|| p.parse::<i32>().ok()).flatten();
        let (anios, resto): (Vec<&String>, Vec<&String>) = partes
            .iter()
            .filter(|p| *p != "b" && !p.starts_with("bim"))
            .partition(|p| anio(p).is_some());
        if let ([junto], []) = (&resto[..], &anios[..])
            && junto.len() == 6
        {
            return Self::de_mes(junto.get(..4)?.parse().ok()?, junto.get(4..)?.parse().ok()?);
        }
        let [un_anio] = anios[..] else { return None };
        let anio = anio(un_anio)?;
        match (&resto[..], bimestre) {
            ([n], true) => Self::de_bimestre(anio, n.parse().ok()?),
            ([m], false) => Self::de_mes(anio, mes(m)?),
            ([primero, segundo], _) => match (mes(primero), mes(segundo)) {
                // two months in a row are a bimestre; a day and a month, the date that a spreadsheet makes of a month
                (Some(uno), Some(dos)) if dos == uno + 1 && dos % 2 == 0 && segundo.parse::<u32>().is_err() => {
                    Self::de_bimestre(anio, dos / 2)
                }
                _ => captura::fecha(texto)
                    .ok()
                    .and_then(|f| Self::de_mes(f.0.year(), f.0.month())),
            },
            _ => None,
        }
    }

    /// The year.
    pub fn anio(self) -> i32 {
        self.anio
    }

    /// The month, the last one of a bimestre.
    pub fn mes(self) -> u32 {
        self.mes
    }

    /// Whether it is a bimestre.
    pub fn bimestral(self) -> bool {
        self.bimestral
    }

    /// The month, the last one of a bimestre: `2025-12`.
    pub fn clave(self) -> String {
        format!("{:04}-{:02}", self.anio, self.mes)
    }

    /// `noviembre de 2025`; `bimestre 6 de 2025 (noviembre y diciembre)`.
    pub fn nombre(self) -> String {
        let Self { anio, mes, .. } = self;
        if self.bimestral {
            let (uno, dos) = (nombre_del_mes(mes - 1), nombre_del_mes(mes));
            format!("bimestre {} de {anio} ({uno} y {dos})", mes / 2)
        } else {
            format!("{} de {anio}", nombre_del_mes(mes))
        }
    }

    /// `nov 2025`; `bim 6 de 2025`.
    pub fn corto(self) -> String {
        if self.bimestral {
            format!("bim {} de {}", self.mes / 2, self.anio)
        } else {
            format!("{} {}", &nombre_del_mes(self.mes)[..3], self.anio)
        }
    }

    /// Last day of the period.
    pub fn fin(self) -> Option<NaiveDate> {
        self.lapso().map(|l| l.hasta)
    }

    fn lapso(self) -> Option<Lapso> {
        let periodo = if self.bimestral {
            cuotas::Periodo::bimestre(self.anio, self.mes / 2)
        } else {
            cuotas::Periodo::mes(self.anio, self.mes)
        };
        Lapso::leer(&periodo).ok()
    }

    /// Last day to pay it, on a working day (LSS 39; CFF 12).
    ///
    /// # Errors
    /// When the calendar does not cover it.
    pub fn vencimiento(self, consulta: &mut Consulta<'_>) -> Result<Option<NaiveDate>, Hallazgo> {
        match self.lapso() {
            Some(lapso) => cuotas::vencimiento(consulta, &lapso).map(|v| Some(v.fecha)),
            None => Ok(None),
        }
    }
}

/// Words and numbers, apart: `6bim2025` is three.
fn partes(texto: &str) -> Vec<String> {
    let mut partes: Vec<String> = Vec::new();
    let mut antes = ' ';
    for letra in plegar(texto).chars() {
        let clase = |c: char| (c.is_ascii_digit(), c.is_alphabetic());
        if letra.is_alphanumeric() {
            match partes.last_mut() {
                Some(ultima) if clase(antes) == clase(letra) => ultima.push(letra),
                _ => partes.push(letra.to_string()),
            }
        }
        antes = letra;
    }
    partes.retain(|p| !matches!(p.as_str(), "de" | "del" | "y" | "al" | "o" | "er"));
    partes
}

/// A number, a name, or its three first letters.
fn mes(texto: &str) -> Option<u32> {
    if let Ok(numero) = texto.parse::<u32>() {
        return (1..=12).contains(&numero).then_some(numero);
    }
    let texto = if texto == "setiembre" { "septiembre" } else { texto };
    let hallado = MESES.iter().position(|m| *m == texto || m.get(..3) == Some(texto))?;
    u32::try_from(hallado + 1).ok()
}

#[cfg(test)]
mod pruebas {
    use super::*;
    use ventanilla_normativa::Normativa;
    use ventanilla_reglas::politica::Politicas;

    #[test]
    fn months_are_read_as_people_write_them() {
        for texto in [
            "2025-11",
            "11/2025",
            "11-2025",
            "noviembre 2025",
            "Noviembre de 2025",
            "nov-2025",
            "NOV 2025",
            "202511",
            "01/11/2025",
            "2025-11-01",
            "nov2025",
        ] {
            let leido = Periodo::leer(texto, ClaseDeCredito::Cop);
            assert_eq!(leido.map(Periodo::clave), Some("2025-11".to_owned()), "{texto}");
        }
        for texto in [
            "",
            "nov",
            "2025",
            "13/2025",
            "2025-00",
            "bim 6 2025",
            "nov 25",
            "11/2025 y 12/2025",
        ] {
            assert_eq!(Periodo::leer(texto, ClaseDeCredito::Cop), None, "{texto}");
        }
    }

    #[test]
    fn bimestres_too_and_a_lone_month_of_rcv_is_its_bimestre() {
        for texto in [
            "bimestre 6 de 2025",
            "6 bimestre 2025",
            "6bim2025",
            "B6 2025",
            "2025-B6",
            "6° bim. 2025",
            "nov-dic 2025",
            "noviembre y diciembre de 2025",
            "2025-11",
            "2025-12",
        ] {
            let leido = Periodo::leer(texto, ClaseDeCredito::Rcv).expect(texto);
            assert!(leido.bimestral(), "{texto}");
            assert_eq!(leido.clave(), "2025-12", "{texto}");
            assert_eq!(leido.corto(), "bim 6 de 2025");
        }
        assert_eq!(Periodo::leer("bim 7 2025", ClaseDeCredito::Rcv), None);
        assert_eq!(Periodo::leer("dic-ene 2025", ClaseDeCredito::Rcv), None);
    }

    #[test]
    fn it_is_due_on_the_17th_or_the_working_day_after() {
        let normativa = Normativa::publicada();
        let mut consulta = Consulta::nueva(&normativa, Politicas::default());
        let vence = |texto: &str, clase, consulta: &mut Consulta<'_>| {
            let periodo = Periodo::leer(texto, clase).expect(texto);
            periodo
                .vencimiento(consulta)
                .expect("calendario")
                .expect("lapso")
                .to_string()
        };
        assert_eq!(vence("2025-11", ClaseDeCredito::Cop, &mut consulta), "2025-12-17");
        assert_eq!(vence("2025-12", ClaseDeCredito::Rcv, &mut consulta), "2026-01-19");
        assert_eq!(vence("2026-09", ClaseDeCredito::Cop, &mut consulta), "2026-10-19");
    }
}
