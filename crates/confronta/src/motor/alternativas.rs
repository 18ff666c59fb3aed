//! What the emission may have been computed with instead: another prima, the UMA of another month, other rates.

use super::Motor;
use crate::atribuir::Alternativa;
use crate::calculo::preparar;
use crate::emitido::{Cifras, Emitida, Hoja, Renglon};
use crate::mensajes::dinero;
use crate::salida::{Causa, resta};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::cuotas::{Area, Calculo, Patron};
use ventanilla_reglas::importe::Tasa;
use ventanilla_reglas::politica::{POLITICAS, Politica, Politicas};

/// Position of *riesgos de trabajo* in `FIGURAS`.
const RIESGOS: usize = 7;

impl Motor {
    /// Prima, UMA and rates that the emission may have used, for whoever does not come out.
    pub(super) fn buscar_alternativas(&mut self) {
        let difieren: Vec<(usize, Cifras)> = self
            .aritmeticas
            .iter()
            .enumerate()
            .filter_map(|(i, a)| Some((i, resta(&self.emitidas(&self.personas[i]), a.as_ref().ok()?))))
            .filter(|(_, d)| d.iter().any(|c| c.abs() > self.tolerancia))
            .collect();
        if difieren.is_empty() {
            return;
        }
        let con_otra_prima: Vec<usize> = difieren
            .iter()
            .filter(|(_, d)| d[RIESGOS].abs() > self.tolerancia)
            .map(|(i, _)| *i)
            .collect();
        let implicita = self.prima_implicita(&con_otra_prima);
        let cuando = (self.emitida.resumen.anio, self.emitida.resumen.mes);
        for lugar in 0..self.hojas.len() {
            let base = &self.hojas[lugar];
            let (hoja, calculo) = (base.hoja, base.calculo.clone());
            let mut alternativas = Vec::new();
            if hoja == Hoja::Ema {
                alternativas.extend(implicita.and_then(|prima| self.con_prima(&calculo, prima, cuando)));
                alternativas.extend(self.con_otra_uma(&calculo, cuando));
            } else {
                alternativas.extend(self.con_otra_lectura(cuando));
                alternativas.extend(self.con_otro_anio(&calculo, cuando));
            }
            self.hojas[lugar].alternativas = alternativas;
        }
    }

    /// The prima that gives what was charged for riesgos de trabajo to these workers.
    fn prima_implicita(&self, de: &[usize]) -> Option<Tasa> {
        let ema = self.hojas.iter().find(|h| h.hoja == Hoja::Ema)?;
        let renglones = de.iter().flat_map(|i| self.renglones(&self.personas[*i], Hoja::Ema));
        prima_de(renglones, &ema.calculo).filter(|p| Some(*p) != self.patron.prima_rt)
    }

    fn con_prima(&self, calculo: &Calculo, prima: Tasa, cuando: (i32, u32)) -> Option<Alternativa> {
        let patron = Patron {
            prima_rt: Some(prima),
            ..self.patron.clone()
        };
        let otro = preparar(&self.normativa, Hoja::Ema, cuando, &patron, &self.politicas).ok()?;
        let esta = self.patron.prima_rt.map(|p| p.to_string()).unwrap_or_default();
        (otro.tramos.len() == calculo.tramos.len()).then(|| Alternativa {
            causa: Causa::Prima,
            detalle: format!("el resumen dice {esta} % y los riesgos de trabajo se cobraron con {prima} %"),
            calculo: otro,
        })
    }

    /// The same month with the UMA of the year before, of the next month or of the one before.
    fn con_otra_uma(&self, calculo: &Calculo, (anio, mes): (i32, u32)) -> Vec<Alternativa> {
        let vecinos = [
            (anio - 1, mes),
            if mes == 12 { (anio + 1, 1) } else { (anio, mes + 1) },
            if mes == 1 { (anio - 1, 12) } else { (anio, mes - 1) },
        ];
        let mut vistas: Vec<i64> = calculo.tramos.iter().map(|t| t.uma).collect();
        let mut alternativas = Vec::new();
        for vecino in vecinos {
            let Ok(otro) = preparar(&self.normativa, Hoja::Ema, vecino, &self.patron, &self.politicas) else {
                continue;
            };
            let Some(suyo) = otro.tramos.first().filter(|t| !vistas.contains(&t.uma)) else {
                continue;
            };
            vistas.push(suyo.uma);
            let mut con_ella = calculo.clone();
            for tramo in &mut con_ella.tramos {
                (tramo.uma, tramo.tope, tramo.excedente_desde) = (suyo.uma, suyo.tope, suyo.excedente_desde);
            }
            alternativas.push(Alternativa {
                causa: Causa::Uma,
                detalle: dinero(suyo.uma),
                calculo: con_ella,
            });
        }
        alternativas
    }

    /// The same bimestre under the other readings of the ranges.
    fn con_otra_lectura(&self, cuando: (i32, u32)) -> Vec<Alternativa> {
        let politicas = [Politica::CeavHueco, Politica::CeavLimite, Politica::CeavSalarioMinimo];
        let lecturas = POLITICAS
            .iter()
            .filter(|f| politicas.contains(&f.politica))
            .flat_map(|ficha| {
                let vigente = self.politicas.valor(ficha.politica);
                let valores = ficha.valores.iter().filter(move |v| v.0 != vigente);
                valores.map(move |v| (ficha, *v))
            });
        lecturas
            .filter_map(|(ficha, (valor, dicho))| {
                let mut otras = self.politicas.clone();
                otras.elegir(ficha.nombre, valor);
                let calculo = preparar(&self.normativa, Hoja::Eba, cuando, &self.patron, &otras).ok()?;
                Some(Alternativa {
                    causa: Causa::TasaCeav,
                    detalle: format!("es la que resulta con otra lectura de los rangos («{dicho}»)"),
                    calculo,
                })
            })
            .collect()
    }

    /// The same bimestre with the rates of the year before or the next.
    fn con_otro_anio(&self, calculo: &Calculo, (anio, mes): (i32, u32)) -> Vec<Alternativa> {
        [anio - 1, anio + 1]
            .into_iter()
            .filter_map(|otro_anio| {
                let otro = preparar(
                    &self.normativa,
                    Hoja::Eba,
                    (otro_anio, mes),
                    &self.patron,
                    &self.politicas,
                )
                .ok()?;
                let suyas = otro.tramos.last()?.ceav.tasas;
                let mut con_ellas = calculo.clone();
                for tramo in &mut con_ellas.tramos {
                    tramo.ceav.tasas = suyas;
                }
                Some(Alternativa {
                    causa: Causa::TasaCeav,
                    detalle: format!("es la de {otro_anio}"),
                    calculo: con_ellas,
                })
            })
            .collect()
    }
}

/// The prima, to five decimals, that gives what some rows charge for riesgos de trabajo.
fn prima_de<'a>(renglones: impl Iterator<Item = &'a Renglon>, calculo: &Calculo) -> Option<Tasa> {
    let tope = calculo.tramos.first()?.tope;
    let (mut cobrado, mut base) = (0_i128, 0_i128);
    for renglon in renglones {
        cobrado += i128::from(renglon.cifras[RIESGOS]);
        base += i128::from(renglon.sbc.min(tope)) * i128::from(renglon.dias);
    }
    if base <= 0 || cobrado <= 0 {
        return None;
    }
    let diezmillonesimos = (cobrado * 20_000_000 / base + 1) / 2;
    let texto = format!("{}.{:05}", diezmillonesimos / 100_000, diezmillonesimos % 100_000);
    Tasa::leer(&texto)
}

pub(super) fn deducir_prima(
    normativa: &Normativa,
    emitida: &Emitida,
    area: Area,
    politicas: &Politicas,
) -> Option<Tasa> {
    let patron = Patron {
        area,
        prima_rt: Tasa::leer("1"),
        ..Patron::default()
    };
    let cuando = (emitida.resumen.anio, emitida.resumen.mes);
    let calculo = preparar(normativa, Hoja::Ema, cuando, &patron, politicas).ok()?;
    prima_de(emitida.renglones.iter().filter(|r| r.hoja == Hoja::Ema), &calculo)
}

#[cfg(test)]
mod pruebas {
    use super::RIESGOS;
    use ventanilla_reglas::cuotas::FIGURAS;

    #[test]
    fn the_position_is_that_of_riesgos_de_trabajo() {
        assert_eq!(FIGURAS[RIESGOS].clave(), "riesgos_trabajo");
    }
}
