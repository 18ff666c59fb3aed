//! What a month costs, salary by salary: within a range of the CEAV table it grows in proportion, and from one to the next
//! it jumps. Where the ranges begin is asked of the rules, by halving: here no limit is known.

use super::cotizador::{Cotizador, Salario};
use chrono::NaiveDate;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::politica::{POLITICAS, Politica, Politicas};

/// Salaries with one percentage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banda {
    /// Lowest, pesos a day.
    pub desde: Importe,
    /// Highest, pesos a day.
    pub hasta: Importe,
    /// The percentage.
    pub porcentaje: String,
    /// What the month costs on the lowest.
    pub costo_desde: Importe,
    /// What the month costs on the highest.
    pub costo_hasta: Importe,
}

/// Points on which the law can be read in two ways, and one way or the other puts a salary in another range.
const DUDAS: [Politica; 2] = [Politica::CeavSalarioMinimo, Politica::CeavHueco];

/// Salaries that another reading of the law puts in another range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hueco {
    /// With the reading in use.
    pub aqui: Banda,
    /// With the other one.
    pub otra: Banda,
    /// What is read in two ways.
    pub duda: Politica,
    /// The other reading, in words.
    pub otra_lectura: &'static str,
}

/// The month, salary by salary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bandas {
    /// First day of the month.
    pub mes: Fecha,
    /// Its natural days.
    pub dias: u32,
    /// The ranges, lowest first, without holes.
    pub bandas: Vec<Banda>,
    /// Where the readings differ.
    pub huecos: Vec<Hueco>,
}

/// The month of `dia`, from the minimum wage to its cap.
///
/// # Errors
/// `normativa.fuera_de_vigencia`.
pub fn bandas(cotizador: Cotizador<'_>, dia: NaiveDate) -> Result<Bandas, Vec<Hallazgo>> {
    let cotizador = de_cualquiera(cotizador);
    let limites = cotizador.limites(dia)?;
    let extremos = (limites.minimo, limites.tope);
    let aqui = Mirador { cotizador, dia };
    let bandas = aqui.bandas(extremos)?;
    let mut huecos = Vec::new();
    for duda in DUDAS {
        let (politicas, otra_lectura) = con_la_otra(cotizador.politicas, duda);
        let cotizador = Cotizador {
            politicas: &politicas,
            ..cotizador
        };
        let alla = Mirador { cotizador, dia };
        for (aqui, otra) in diferencias((&aqui, &bandas), &alla, extremos)? {
            huecos.push(Hueco {
                aqui,
                otra,
                duda,
                otra_lectura,
            });
        }
    }
    Ok(Bandas {
        mes: Fecha(dia),
        dias: aqui.dias()?,
        bandas,
        huecos,
    })
}

/// Any salary is looked at, also those below the last one.
fn de_cualquiera(cotizador: Cotizador<'_>) -> Cotizador<'_> {
    Cotizador {
        ultimo_sbc: None,
        ..cotizador
    }
}

impl Bandas {
    /// Those from `desde` on: only its own end is asked for again, so that no key waits for all of them.
    ///
    /// # Errors
    /// `normativa.fuera_de_vigencia`.
    pub fn desde(&self, cotizador: Cotizador<'_>, desde: Importe) -> Result<Self, Vec<Hallazgo>> {
        let aqui = Mirador {
            cotizador: de_cualquiera(cotizador),
            dia: self.mes.0,
        };
        let mut cortadas = Self {
            bandas: Vec::new(),
            huecos: Vec::new(),
            ..*self
        };
        for banda in &self.bandas {
            cortadas.bandas.extend(aqui.desde(banda, desde)?);
        }
        for hueco in &self.huecos {
            let (politicas, _) = con_la_otra(cotizador.politicas, hueco.duda);
            let alla = Mirador {
                cotizador: Cotizador {
                    politicas: &politicas,
                    ..aqui.cotizador
                },
                ..aqui
            };
            if let Some((aqui, otra)) = aqui.desde(&hueco.aqui, desde)?.zip(alla.desde(&hueco.otra, desde)?) {
                cortadas.huecos.push(Hueco { aqui, otra, ..*hueco });
            }
        }
        Ok(cortadas)
    }
}

/// The same choices with the other reading on one point, and that reading in words.
fn con_la_otra(politicas: &Politicas, duda: Politica) -> (Politicas, &'static str) {
    let ficha = &POLITICAS[duda as usize];
    let valor = politicas.valor(duda);
    let (clave, dicha) = ficha.valores.iter().find(|v| v.0 != valor).unwrap_or(&("", ""));
    let mut otras = politicas.clone();
    otras.elegir(ficha.nombre, clave);
    (otras, dicha)
}

/// The salaries to which two readings give another percentage, with each.
fn diferencias(
    (aqui, bandas): (&Mirador<'_>, &[Banda]),
    alla: &Mirador<'_>,
    extremos: (Importe, Importe),
) -> Result<Vec<(Banda, Banda)>, Vec<Hallazgo>> {
    let contrarias = alla.bandas(extremos)?;
    let mut distintas = Vec::new();
    for banda in bandas {
        for otra in contrarias.iter().filter(|o| o.porcentaje != banda.porcentaje) {
            let comun = (banda.desde.max(otra.desde), banda.hasta.min(otra.hasta));
            if comun.0 <= comun.1 {
                distintas.push((aqui.banda(comun)?, alla.banda(comun)?));
            }
        }
    }
    Ok(distintas)
}

/// One reading of one month.
struct Mirador<'a> {
    cotizador: Cotizador<'a>,
    dia: NaiveDate,
}

/// A salary, its percentage, and what the month costs on it.
#[derive(Clone, PartialEq, Eq)]
struct Punto {
    sbc: Importe,
    porcentaje: String,
    costo: Importe,
}

impl Mirador<'_> {
    fn punto(&self, sbc: Importe) -> Result<Punto, Vec<Hallazgo>> {
        let salida = self.cotizador.mes(self.dia, Salario::De(sbc), None, false)?;
        let porcentaje = salida.por_mes.first().map(|m| m.porcentaje.clone()).unwrap_or_default();
        Ok(Punto {
            sbc,
            porcentaje,
            costo: salida.total,
        })
    }

    fn dias(&self) -> Result<u32, Vec<Hallazgo>> {
        let salida = self.cotizador.mes(self.dia, Salario::Tope, None, false)?;
        Ok(salida.por_mes.first().map(|m| m.dias).unwrap_or_default())
    }

    fn banda(&self, (desde, hasta): (Importe, Importe)) -> Result<Banda, Vec<Hallazgo>> {
        Ok(entre(self.punto(desde)?, self.punto(hasta)?))
    }

    /// What is left of some salaries from `desde` on.
    fn desde(&self, banda: &Banda, desde: Importe) -> Result<Option<Banda>, Vec<Hallazgo>> {
        if banda.hasta < desde {
            return Ok(None);
        }
        if banda.desde >= desde {
            return Ok(Some(banda.clone()));
        }
        self.banda((desde, banda.hasta)).map(Some)
    }

    /// The ranges between two salaries, lowest first.
    fn bandas(&self, (desde, hasta): (Importe, Importe)) -> Result<Vec<Banda>, Vec<Hallazgo>> {
        let mut bandas = Vec::new();
        let (mut inicio, fin) = (self.punto(desde)?, self.punto(hasta)?);
        while inicio.porcentaje != fin.porcentaje {
            let (ultimo, primero) = self.salto(inicio.clone(), fin.clone())?;
            bandas.push(entre(inicio, ultimo));
            inicio = primero;
        }
        bandas.push(entre(inicio, fin));
        Ok(bandas)
    }

    /// The last salary with the percentage of `bajo`, and the next one, a cent above. The percentage never goes down as the
    /// salary goes up.
    fn salto(&self, mut bajo: Punto, mut alto: Punto) -> Result<(Punto, Punto), Vec<Hallazgo>> {
        while alto.sbc.centavos() - bajo.sbc.centavos() > 1 {
            let mitad = Importe::de_centavos((alto.sbc.centavos() + bajo.sbc.centavos()) / 2);
            let medio = self.punto(mitad)?;
            if medio.porcentaje == bajo.porcentaje {
                bajo = medio;
            } else {
                alto = medio;
            }
        }
        Ok((bajo, alto))
    }
}

fn entre(desde: Punto, hasta: Punto) -> Banda {
    Banda {
        desde: desde.sbc,
        hasta: hasta.sbc,
        porcentaje: desde.porcentaje,
        costo_desde: desde.costo,
        costo_hasta: hasta.costo,
    }
}
