//! From what was typed to a credit that can be computed, with what is wrong beside its cell.

use super::clase::ClaseDeCredito;
use super::mensajes as regla;
use super::periodo::Periodo;
use super::renglon::{Renglon, ruta};
use crate::texto::fecha_larga;
use chrono::NaiveDate;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::captura;
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::fecha::nombre_del_mes;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::politica::Politicas;

/// Whose part of a credit an amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Parte {
    /// The employer's.
    Patronal,
    /// The worker's.
    Obrera,
    /// The whole: what has no parts.
    Unica,
}

impl Parte {
    /// What people read.
    pub fn nombre(self) -> &'static str {
        match self {
            Self::Patronal => "Parte patronal",
            Self::Obrera => "Parte obrera",
            Self::Unica => "Importe",
        }
    }
}

/// An amount of a credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Monto {
    /// Whose it is.
    pub parte: Parte,
    /// Pesos, more than zero.
    pub importe: Importe,
}

/// A credit that can be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credito {
    /// Its row, from 0.
    pub renglon: usize,
    /// What it is of.
    pub clase: ClaseDeCredito,
    /// Its period, when it is of cuotas; whatever was typed otherwise.
    pub periodo: Option<Periodo>,
    /// What the person wrote as the period of what has none: «Multa 123/2025».
    pub referencia: String,
    /// Last day to pay it.
    pub vencimiento: NaiveDate,
    /// Its amounts, at least one.
    pub montos: Vec<Monto>,
}

impl Credito {
    /// `Cuotas COP, noviembre de 2025`.
    pub fn nombre(&self) -> String {
        let de = match self.periodo {
            Some(periodo) if self.clase.de_cuotas() => periodo.nombre(),
            _ => self.referencia.trim().to_owned(),
        };
        match (de.is_empty(), self.clase.de_cuotas()) {
            (true, _) => self.clase.corto().to_owned(),
            (false, true) => [self.clase.corto(), ", ", &de].concat(),
            (false, false) => [self.clase.corto(), ": ", &de].concat(),
        }
    }

    /// The sum of its amounts.
    pub fn importe(&self) -> Importe {
        self.montos.iter().map(|m| m.importe).sum()
    }
}

/// Reads every row of a sheet that is not blank: credits, and findings with their path (`creditos.0.patronal`).
pub fn leer_todos(normativa: &Normativa, renglones: &[Renglon]) -> (Vec<Credito>, Vec<Hallazgo>) {
    let (mut creditos, mut hallazgos): (Vec<Credito>, Vec<Hallazgo>) = (Vec::new(), Vec::new());
    for (i, renglon) in renglones.iter().enumerate().filter(|(_, r)| !r.vacio()) {
        let (credito, suyos) = leer_credito(normativa, i, renglon);
        hallazgos.extend(suyos);
        let Some(credito) = credito else { continue };
        let igual = |otro: &&Credito| {
            credito.clase.de_cuotas() && otro.clase == credito.clase && otro.periodo == credito.periodo
        };
        if let Some(otro) = creditos.iter().find(igual) {
            let dato = [("otro", (otro.renglon + 1).to_string())];
            hallazgos.push(Hallazgo::con(&regla::REPETIDO, ruta(i, "periodo"), &dato));
        }
        creditos.push(credito);
    }
    (creditos, hallazgos)
}

/// The day on which the law makes a row due, whatever else is in it; `None` without a period that can be read.
pub fn vencimiento_de_ley(normativa: &Normativa, renglon: &Renglon) -> Option<NaiveDate> {
    let clase = ClaseDeCredito::leer(&renglon.clase).filter(|c| c.de_cuotas())?;
    let periodo = Periodo::leer(&renglon.periodo, clase)?;
    let mut consulta = Consulta::nueva(normativa, Politicas::default());
    // a calendar that does not cover it is said beside the cell
    periodo.vencimiento(&mut consulta).ok().flatten()
}

/// Reads a row: the credit, unless an error stops it, and the findings.
pub fn leer_credito(normativa: &Normativa, i: usize, renglon: &Renglon) -> (Option<Credito>, Vec<Hallazgo>) {
    let mut lector = Lector {
        i,
        hallazgos: Vec::new(),
    };
    let credito = lector.credito(normativa, renglon);
    let con_error = lector.hallazgos.iter().any(Hallazgo::es_error);
    (credito.filter(|_| !con_error), lector.hallazgos)
}

struct Lector {
    i: usize,
    hallazgos: Vec<Hallazgo>,
}

impl Lector {
    fn credito(&mut self, normativa: &Normativa, renglon: &Renglon) -> Option<Credito> {
        let clase = ClaseDeCredito::leer(&renglon.clase).unwrap_or(ClaseDeCredito::Cop);
        let periodo = self.periodo(clase, &renglon.periodo);
        let vencimiento = self.vencimiento(normativa, clase, periodo, renglon);
        let montos = self.montos(clase, renglon);
        Some(Credito {
            renglon: self.i,
            clase,
            periodo,
            referencia: renglon.periodo.clone(),
            vencimiento: vencimiento?,
            montos: montos?,
        })
    }

    /// `4/2026` of RCV is asked about, not guessed: another bimestre is another debt.
    fn ambiguo(&mut self, texto: &str) -> Option<Periodo> {
        let mes = Periodo::leer_suelto(texto)?;
        let (anio, numero) = (mes.anio(), mes.mes());
        let datos = [
            ("valor", texto.trim().to_owned()),
            ("numero", numero.to_string()),
            ("anio", anio.to_string()),
            ("mes", nombre_del_mes(numero).to_owned()),
        ];
        self.hallazgos
            .push(Hallazgo::con(&regla::PERIODO_AMBIGUO, ruta(self.i, "periodo"), &datos));
        None
    }

    fn falta(&mut self, campo: &str, dato: &str) {
        self.hallazgos
            .push(Hallazgo::nuevo(&regla::FALTA, ruta(self.i, campo), &[("dato", dato)]));
    }

    fn periodo(&mut self, clase: ClaseDeCredito, texto: &str) -> Option<Periodo> {
        if !clase.de_cuotas() || texto.trim().is_empty() {
            return None;
        }
        if clase == ClaseDeCredito::Rcv && Periodo::ambiguo(texto) {
            return self.ambiguo(texto);
        }
        let leido = Periodo::leer(texto, clase);
        if leido.is_none() {
            let ejemplo = match clase {
                ClaseDeCredito::Rcv => "el bimestre, por ejemplo bimestre 6 de 2025",
                _ => "el mes y el año, por ejemplo 11/2025 o noviembre de 2025",
            };
            let datos = [("valor", texto.trim()), ("ejemplo", ejemplo)];
            self.hallazgos
                .push(Hallazgo::nuevo(&regla::PERIODO, ruta(self.i, "periodo"), &datos));
        }
        leido
    }

    fn vencimiento(
        &mut self,
        normativa: &Normativa,
        clase: ClaseDeCredito,
        periodo: Option<Periodo>,
        renglon: &Renglon,
    ) -> Option<NaiveDate> {
        let de_la_ley = periodo.map(|p| p.vencimiento(&mut Consulta::nueva(normativa, Politicas::default())));
        if renglon.vencimiento.trim().is_empty() {
            return match de_la_ley {
                Some(Ok(Some(dia))) => Some(dia),
                Some(Err(hallazgo)) => {
                    self.hallazgos.push(hallazgo.en(&ruta(self.i, "vencimiento")));
                    None
                }
                // a period that cannot be read is said once
                _ if clase.de_cuotas() && !renglon.periodo.trim().is_empty() => None,
                _ if clase.de_cuotas() => {
                    self.falta("periodo", "el periodo, o la fecha en que venció");
                    None
                }
                _ => {
                    self.falta(
                        "vencimiento",
                        "la fecha en que vence: el día quince hábil después de notificado",
                    );
                    None
                }
            };
        }
        let dia = match captura::fecha(&renglon.vencimiento) {
            Ok(fecha) => fecha.0,
            Err(error) => {
                self.dato("vencimiento", &error.to_string());
                return None;
            }
        };
        if let Some(fin) = periodo.and_then(Periodo::fin)
            && dia <= fin
        {
            let dato = [("fin", fecha_larga(fin))];
            self.hallazgos
                .push(Hallazgo::con(&regla::VENCE_ANTES, ruta(self.i, "vencimiento"), &dato));
        } else if let Some(Ok(Some(suyo))) = de_la_ley
            && suyo != dia
        {
            let dato = [("dia", fecha_larga(suyo))];
            self.hallazgos.push(Hallazgo::con(
                &regla::OTRO_VENCIMIENTO,
                ruta(self.i, "vencimiento"),
                &dato,
            ));
        }
        Some(dia)
    }

    fn dato(&mut self, campo: &str, detalle: &str) {
        self.hallazgos.push(Hallazgo::nuevo(
            &regla::DATO,
            ruta(self.i, campo),
            &[("detalle", detalle)],
        ));
    }

    /// `None` if it cannot be read; zero if nothing was typed.
    fn importe(&mut self, campo: &str, texto: &str) -> Option<Importe> {
        if matches!(texto.trim(), "" | "-" | "—") {
            return Some(Importe::CERO);
        }
        captura::importe(texto)
            .map_err(|error| self.dato(campo, &error.to_string()))
            .ok()
    }

    fn montos(&mut self, clase: ClaseDeCredito, renglon: &Renglon) -> Option<Vec<Monto>> {
        if !clase.de_cuotas() {
            let importe = self.importe("importe", &renglon.importe)?;
            if importe == Importe::CERO {
                self.falta("importe", "el importe");
                return None;
            }
            return Some(vec![Monto {
                parte: Parte::Unica,
                importe,
            }]);
        }
        let patronal = self.importe("patronal", &renglon.patronal);
        let obrera = self.importe("obrera", &renglon.obrera);
        let (patronal, obrera) = (patronal?, obrera?);
        if patronal == Importe::CERO && obrera == Importe::CERO {
            self.falta("patronal", "el importe de la parte patronal, de la obrera o de las dos");
            return None;
        }
        if renglon.obrera.trim().is_empty() {
            self.hallazgos
                .push(Hallazgo::nuevo(&regla::SIN_REPARTO, ruta(self.i, "obrera"), &[]));
        }
        let montos = [(Parte::Patronal, patronal), (Parte::Obrera, obrera)];
        let montos = montos.into_iter().filter(|(_, importe)| *importe > Importe::CERO);
        Some(montos.map(|(parte, importe)| Monto { parte, importe }).collect())
    }
}

#[cfg(test)]
mod pruebas {
    use super::*;

    fn renglon(clase: &str, periodo: &str, vencimiento: &str, patronal: &str, obrera: &str, importe: &str) -> Renglon {
        let [clase, periodo, vencimiento, patronal, obrera, importe] =
            [clase, periodo, vencimiento, patronal, obrera, importe].map(str::to_owned);
        Renglon {
            clase,
            periodo,
            vencimiento,
            patronal,
            obrera,
            importe,
        }
    }

    fn codigos(renglones: &[Renglon]) -> (usize, Vec<(String, &'static str)>) {
        let (creditos, hallazgos) = leer_todos(&Normativa::publicada(), renglones);
        let suyos = hallazgos.into_iter().map(|h| (h.campo, h.codigo));
        (creditos.len(), suyos.collect())
    }

    #[test]
    fn a_period_and_its_amounts_are_enough() {
        let r = [renglon("cop", "nov 2025", "", "$40,000.00", "10,000", "")];
        let (creditos, hallazgos) = leer_todos(&Normativa::publicada(), &r);
        assert_eq!(hallazgos, []);
        assert_eq!(creditos[0].vencimiento.to_string(), "2025-12-17");
        assert_eq!(creditos[0].importe(), Importe::de_centavos(5_000_000));
        assert_eq!(creditos[0].nombre(), "Cuotas COP, noviembre de 2025");
    }

    #[test]
    fn what_is_wrong_stands_beside_its_cell() {
        let caso = |r: Renglon| codigos(&[r]);
        let en = |campo: &str, codigo| (["creditos.0.", campo].concat(), codigo);
        let (n, h) = caso(renglon("cop", "13/2025", "", "1", "1", ""));
        assert_eq!((n, h), (0, vec![en("periodo", "adeudo.periodo")]));
        for ambiguo in ["4/2026", "2026-4", "04/2026"] {
            let (n, h) = caso(renglon("rcv", ambiguo, "", "1", "1", ""));
            assert_eq!((n, h), (0, vec![en("periodo", "adeudo.periodo_ambiguo")]), "{ambiguo}");
        }
        for claro in ["bim 4 de 2026", "B4/2026", "abril de 2026", "8/2026", "mar-abr 2026"] {
            assert_eq!(caso(renglon("rcv", claro, "", "1", "1", "")).0, 1, "{claro}");
        }
        let (n, h) = caso(renglon("multa", "", "", "", "", "12,34"));
        assert_eq!(n, 0);
        assert_eq!(h, [en("vencimiento", "adeudo.falta"), en("importe", "adeudo.dato")]);
        let (n, h) = caso(renglon("rcv", "bim 6 2025", "31/02/2026", "1", "0", ""));
        assert_eq!((n, h), (0, vec![en("vencimiento", "adeudo.dato")]));
        let (n, h) = caso(renglon("cop", "nov 2025", "17/11/2025", "1", "0", ""));
        assert_eq!((n, h), (0, vec![en("vencimiento", "adeudo.vence_antes")]));
        let (n, h) = caso(renglon("cop", "nov 2025", "18/12/2025", "1", "", ""));
        assert_eq!(n, 1);
        assert_eq!(
            h,
            [
                en("vencimiento", "adeudo.otro_vencimiento"),
                en("obrera", "adeudo.sin_reparto")
            ]
        );
        let (n, h) = caso(renglon("cop", "", "", "1", "0", ""));
        assert_eq!((n, h), (0, vec![en("periodo", "adeudo.falta")]));
        let (n, h) = caso(renglon("cop", "nov 2125", "", "1", "0", ""));
        assert_eq!(n, 1, "{h:?}");
    }

    #[test]
    fn blank_rows_do_not_count_and_a_period_twice_is_said() {
        let uno = renglon("cop", "nov 2025", "", "1", "0", "");
        let (n, h) = codigos(&[renglon("cop", "", "", " ", "", ""), uno.clone(), uno]);
        assert_eq!(n, 2);
        assert_eq!(h, [("creditos.2.periodo".to_owned(), "adeudo.repetido")]);
    }
}
