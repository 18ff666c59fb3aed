//! A month of somebody who pays for themselves: the same figures as a worker's ([`crate::cuotas`]), all at one's own
//! charge, and only those of the insurances that the modality gives.

use super::salida::{Mensualidad, Ramas};
use crate::cifra::Pluma;
use crate::consulta::Consulta;
use crate::cuotas::{Area, Calculo, FIGURAS, Figura, Patron, Periodo, Renglon, Trabajador, Tramo, anotar_politicas};
use crate::fecha::{Fecha, Mes};
use crate::hallazgo::Hallazgo;
use crate::importe::{Importe, Tasa};
use crate::memoria::{Nodo, Operacion, Silencio, Voz};
use crate::mensajes::incorporacion as mensaje;
use crate::operacion::Resultado;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// The insurances whose figures enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seguros {
    /// Invalidez y vida, retiro, cesantía y vejez, and the medical service of pensioners (LSS 218, 25).
    Pension,
    /// All of them (LSS 222 II a); with the Infonavit or without.
    Todos {
        /// Whether the contribution to the Infonavit is added.
        infonavit: bool,
    },
    /// Medical service and pension; neither risks at work nor day care (LSS 222 before 2023-12-02).
    Anual,
    /// The same and risks at work, with what exceeds three UMA: domestic work before 2022-11-17.
    AnualHogar,
}

impl Seguros {
    /// Whether a figure enters.
    fn tiene(self, figura: &Figura) -> bool {
        let pension = ["invalidez_", "retiro", "ceav_", "gmp_"];
        let medico = ["cuota_fija", "dinero_"];
        let empieza = |con: &[&str]| con.iter().any(|c| figura.clave().starts_with(c));
        match self {
            Self::Pension => empieza(&pension),
            Self::Todos { infonavit } => infonavit || figura.clave() != "infonavit",
            Self::Anual => empieza(&pension) || empieza(&medico),
            Self::AnualHogar => empieza(&pension) || empieza(&medico) || empieza(&["excedente_", "riesgos_trabajo"]),
        }
    }
}

/// What rules in a month.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reglas {
    pub area: Area,
    /// Prima of risks at work; `None` where that insurance does not enter.
    pub prima: Option<Tasa>,
    pub seguros: Seguros,
    /// Whether to explain.
    pub escribe: bool,
}

/// Days of a month made ready, before the base is known: it may depend on what rules in them.
#[derive(Debug)]
pub(super) struct MesPreparado {
    pub desde: NaiveDate,
    pub hasta: NaiveDate,
    calculo: Calculo,
    reglas: Reglas,
}

/// A month computed.
#[derive(Debug)]
pub(super) struct MesCalculado {
    pub desde: NaiveDate,
    pub hasta: NaiveDate,
    dias: u32,
    sbc: Importe,
    uma: Importe,
    salario_minimo: Importe,
    /// Sum of the rates on `sbc`, ten-millionths.
    pub tasa: i64,
    /// Rate and range of the employer's CEAV.
    pub ceav: (i64, usize),
    pub ramas: Ramas,
    pub total: Importe,
    pub nodo: Option<Nodo>,
    /// How the base came out, where it was computed.
    pub de_la_base: Vec<Nodo>,
}

impl MesPreparado {
    /// The days from `desde` to `hasta`, in one month. A date that the tables do not cover is told at `campo`.
    pub(super) fn nuevo(
        consulta: &mut Consulta<'_>,
        (desde, hasta): (NaiveDate, NaiveDate),
        reglas: Reglas,
        campo: &str,
    ) -> Resultado<Self> {
        let patron = Patron {
            area: reglas.area,
            prima_rt: Some(reglas.prima.unwrap_or_default()),
            ..Patron::default()
        };
        let periodo = Periodo {
            desde: Some(Fecha(desde)),
            hasta: Some(Fecha(hasta)),
            ..Periodo::default()
        };
        let calculo = Calculo::preparar(consulta, &patron, &periodo)
            .map_err(|hallazgos| hallazgos.into_iter().map(|h| h.en(campo)).collect::<Vec<_>>())?;
        Ok(Self {
            desde,
            hasta,
            calculo,
            reglas,
        })
    }

    /// What writes its steps down, or does not.
    pub(super) fn pluma(&self) -> Pluma {
        Pluma {
            escribe: self.reglas.escribe,
        }
    }

    /// `abril de 2026`.
    pub(super) fn nombre(&self) -> String {
        Mes::de(self.desde).en_palabras()
    }

    /// What rules on its first day.
    pub(super) fn tramo(&self) -> &Tramo {
        // A period that was understood has at least one stretch.
        &self.calculo.tramos[0]
    }

    /// Most that may be paid on, in all its days.
    pub(super) fn tope(&self) -> Importe {
        let topes = self.calculo.tramos.iter().map(|t| t.tope);
        Importe::de_centavos(topes.min().unwrap_or_default())
    }

    /// Least that may be paid on, in all its days.
    pub(super) fn piso(&self) -> Importe {
        let pisos = self.calculo.tramos.iter().map(|t| t.salario_minimo);
        Importe::de_centavos(pisos.max().unwrap_or_default())
    }

    /// Natural days.
    pub(super) fn dias(&self) -> u32 {
        self.calculo.lapso.dias()
    }

    /// Computes it on `sbc`, already between the floor and the cap.
    pub(super) fn calcular(&self, consulta: &mut Consulta<'_>, sbc: Importe) -> Resultado<MesCalculado> {
        let trabajador = Trabajador {
            renglones: vec![Renglon {
                sbc,
                ..Renglon::default()
            }],
            ..Trabajador::default()
        };
        let mut voz = Voz::default();
        let resultado = if self.reglas.escribe {
            self.calculo.trabajador(&trabajador, &mut voz)
        } else {
            self.calculo.trabajador(&trabajador, &mut Silencio)
        };
        let Some(importes) = resultado.importes else {
            return Err(resultado.hallazgos);
        };
        anotar_politicas(consulta, &resultado);
        let mut ramas = Ramas::default();
        let mut nodos: Vec<Nodo> = Vec::new();
        for (indice, figura) in FIGURAS.iter().enumerate() {
            if self.reglas.seguros.tiene(figura) {
                ramas.0.push((figura.clave(), importes.figura(indice)));
                nodos.extend(voz.pasos.iter().find_map(|paso| hallar(paso, figura.clave())).cloned());
            }
        }
        let total: Importe = ramas.0.iter().map(|r| r.1).sum();
        let nodo = self.reglas.escribe.then(|| {
            Nodo::nuevo(&mensaje::TOTAL_DEL_MES, Operacion::Suma, total)
                .sobre(nodos)
                .precisando(&self.nombre())
        });
        Ok(self.calculado(sbc, ramas, total, nodo))
    }

    fn calculado(&self, sbc: Importe, ramas: Ramas, total: Importe, nodo: Option<Nodo>) -> MesCalculado {
        let tramo = self.tramo();
        let rango = tramo.ceav.ubicar(sbc.centavos());
        let ceav = tramo.ceav.tasas[rango];
        let suyas = FIGURAS.iter().zip(tramo.tasas);
        let sobre_el_sbc = suyas.filter(|(f, _)| self.reglas.seguros.tiene(f) && f.base == crate::cuotas::Base::Sbc);
        MesCalculado {
            desde: self.desde,
            hasta: self.hasta,
            dias: self.dias(),
            sbc,
            uma: Importe::de_centavos(tramo.uma),
            salario_minimo: Importe::de_centavos(tramo.salario_minimo),
            // The employer's CEAV is not in `tasas`: there it is zero.
            tasa: ceav + sobre_el_sbc.map(|(_, tasa)| tasa).sum::<i64>(),
            ceav: (ceav, rango),
            ramas,
            total,
            nodo,
            de_la_base: Vec::new(),
        }
    }
}

impl MesCalculado {
    pub(super) fn mensualidad(self) -> Mensualidad {
        Mensualidad {
            mes: Mes::de(self.desde),
            desde: Fecha(self.desde),
            hasta: Fecha(self.hasta),
            dias: self.dias,
            sbc: self.sbc,
            uma: self.uma,
            salario_minimo: self.salario_minimo,
            porcentaje: por_ciento(self.tasa),
            ramas: self.ramas,
            total: self.total,
        }
    }
}

/// Ten-millionths as a percentage, with three decimals at least.
pub(super) fn por_ciento(tasa: i64) -> String {
    let mut valor = Decimal::new(tasa, 5).normalize();
    if valor.scale() < 3 {
        valor.rescale(3);
    }
    valor.to_string()
}

fn hallar<'n>(nodo: &'n Nodo, clave: &str) -> Option<&'n Nodo> {
    if nodo.clave == clave {
        return Some(nodo);
    }
    nodo.hijos.iter().find_map(|hijo| hallar(hijo, clave))
}

/// The part of each calendar month between two days, both counted.
pub(super) fn meses_entre(desde: NaiveDate, hasta: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
    let mut partes = Vec::new();
    let mut inicio = desde;
    while inicio <= hasta {
        partes.push((inicio, crate::fecha::fin_de_mes(inicio).min(hasta)));
        inicio = crate::fecha::inicio_del_mes_siguiente(inicio);
    }
    partes
}

/// Findings of a list of months that are the same one: the first month speaks for all.
pub(super) fn sin_repetir(hallazgos: &mut Vec<Hallazgo>) {
    let mut vistos: Vec<&'static str> = Vec::new();
    hallazgos.retain(|h| {
        let nuevo = !vistos.contains(&h.codigo);
        vistos.push(h.codigo);
        nuevo
    });
}
