//! How much of each perception integrates.
//!
//! Amounts come by periods of different lengths. They are all accumulated over a number of days that every period
//! divides (`comun`), so that nothing is divided, and nothing rounded, before the very end.

use super::percepciones::{Partida, Trato};
use crate::cifra::{Cifra, Entra, Pluma};
use crate::importe::{Importe, fraccion};
use crate::memoria::Operacion;
use crate::mensajes::salario as mensaje;
use rust_decimal::Decimal;
use ventanilla_normativa::Fila;

/// What a perception came to, accumulated over the common days.
#[derive(Clone, Debug)]
pub(super) struct Cuenta {
    /// What was paid, or is estimated.
    pub pagado: Decimal,
    /// What is left out at most, if there is a limit in pesos.
    pub limite: Option<Decimal>,
    /// What integrates.
    pub integra: Cifra,
}

/// What the perceptions are measured against.
pub(super) struct Base<'a> {
    /// The common days.
    pub comun: Decimal,
    /// Daily wage.
    pub cuota: Decimal,
    /// Fixed integrated salary, accumulated over the common days.
    pub fijo: &'a Cifra,
    /// LSS 32 is measured on the fixed integrated salary rather than on the daily wage.
    pub especie_sobre_integrado: bool,
}

impl Base<'_> {
    /// Accumulates `partida` and says what of it integrates. `None` when it cannot be done exactly.
    pub(super) fn contar(&self, pluma: Pluma, partida: &Partida<'_>) -> Option<Cuenta> {
        let pagada = self.pagada(pluma, partida)?;
        let pagado = pagada.valor;
        let (limite, integra) = match &partida.trato {
            Trato::Todo => (None, pagada),
            Trato::Nada => (None, cero()),
            Trato::Estimado { umbral, onerosa, .. } => {
                (Some(*umbral * self.comun), if *onerosa { cero() } else { pagada })
            }
            Trato::SobreHoras { .. } => (None, self.horas(pluma, partida)?),
            Trato::SobreUma { uma, porcentaje } => {
                let uma = Entra::Fila("UMA", uma.valor, uma);
                let limite = [uma, no_integra(porcentaje), self.dias()];
                exceder(pluma, &pagada, &limite)?
            }
            Trato::SobreSbc { sbc, porcentaje } => exceder(pluma, &pagada, &self.parte_del_sbc(*sbc, porcentaje))?,
        };
        Some(Cuenta {
            pagado,
            limite,
            integra,
        })
    }

    fn dias(&self) -> Entra<'_> {
        Entra::Dato("días", self.comun)
    }

    fn pagada(&self, pluma: Pluma, partida: &Partida<'_>) -> Option<Cifra> {
        if let Trato::Estimado { porcentaje, veces, .. } = &partida.trato {
            return self.estimar(pluma, porcentaje, *veces);
        }
        let periodos = self.comun.checked_div(Decimal::from(partida.periodo))?;
        let entradas = [
            Entra::Dato("importe", partida.importe.decimal()),
            Entra::Dato("periodos", periodos),
        ];
        let mut cifra = pluma.paso(&mensaje::PERCEPCION, Operacion::Producto, None, &entradas)?;
        cifra.nodo = cifra.nodo.map(|n| n.precisando(partida.concepto.nombre()));
        Some(cifra)
    }

    fn estimar(&self, pluma: Pluma, porcentaje: &Fila, veces: u32) -> Option<Cifra> {
        let aumento = Entra::Fila("aumento", fraccion(porcentaje.valor), porcentaje);
        let veces = Entra::Dato("veces", Decimal::from(veces));
        let paso = |entradas: &[Entra<'_>]| pluma.paso(&mensaje::ESPECIE, Operacion::Producto, None, entradas);
        if self.especie_sobre_integrado {
            return paso(&[self.salario_fijo(), aumento, veces]);
        }
        paso(&[Entra::Dato("cuota diaria", self.cuota), aumento, veces, self.dias()])
    }

    fn salario_fijo(&self) -> Entra<'_> {
        Entra::Dato("salario fijo integrado, acumulado", self.fijo.valor)
    }

    fn parte_del_sbc<'e>(&'e self, sbc: Option<Importe>, porcentaje: &'e Fila) -> Vec<Entra<'e>> {
        match sbc {
            Some(sbc) => {
                vec![Entra::Dato("SBC", sbc.decimal()), no_integra(porcentaje), self.dias()]
            }
            None => vec![self.salario_fijo(), no_integra(porcentaje)],
        }
    }

    /// The share of the pay of the hours beyond the margin. Hours are multiplied by seven, and the weekly margin by the
    /// days of the period, so as to compare them without dividing.
    fn horas(&self, pluma: Pluma, partida: &Partida<'_>) -> Option<Cifra> {
        let Trato::SobreHoras { horas, semanal, fila } = &partida.trato else {
            return None;
        };
        let producto = |regla, entradas: &[Entra<'_>]| pluma.paso(regla, Operacion::Producto, None, entradas);
        let trabajadas = [
            Entra::Dato("horas", Decimal::from(*horas)),
            Entra::Dato("días de la semana", Decimal::from(7)),
        ];
        let trabajadas = producto(&mensaje::HORAS, &trabajadas)?;
        let margen = [
            Entra::quiza_fila("horas a la semana", *semanal, *fila),
            Entra::Dato("días del periodo", Decimal::from(partida.periodo)),
        ];
        let margen = producto(&mensaje::MARGEN, &margen)?;
        let exceso = [Entra::Paso("trabajadas", &trabajadas), Entra::Paso("margen", &margen)];
        let exceso = pluma.paso(&mensaje::HORAS_EXCEDENTES, Operacion::Resta, None, &exceso)?;
        let veces = self.comun.checked_div(Decimal::from(partida.divisor()))?;
        let entradas = [
            Entra::Dato("importe", partida.importe.decimal()),
            Entra::Paso("horas que pasan del margen, por siete", &exceso),
            Entra::Dato("días acumulados entre siete, horas y días del periodo", veces),
        ];
        producto(&mensaje::HORAS_EXTRA, &entradas)
    }
}

fn no_integra(porcentaje: &Fila) -> Entra<'_> {
    Entra::Fila("parte que no integra", fraccion(porcentaje.valor), porcentaje)
}

fn cero() -> Cifra {
    Cifra {
        valor: Decimal::ZERO,
        nodo: None,
    }
}

/// The limit, and what passes it.
fn exceder(pluma: Pluma, pagada: &Cifra, limite: &[Entra<'_>]) -> Option<(Option<Decimal>, Cifra)> {
    let limite = pluma.paso(&mensaje::LIMITE, Operacion::Producto, None, limite)?;
    let entradas = [Entra::Paso("pagado", pagada), Entra::Paso("no integra", &limite)];
    let integra = pluma.paso(&mensaje::EXCEDENTE, Operacion::Resta, None, &entradas)?;
    Some((Some(limite.valor), integra))
}
