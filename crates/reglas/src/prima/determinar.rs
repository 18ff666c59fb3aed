//! The annual determination of the prima (RACERF 32).

use super::entrada::Entrada;
use super::formula::{self, Base, Calculada, Constantes, Formula, LECTURAS, Limitada, PRIMA, Siniestros};
use super::{CasoRevisado, Tope, casos, cinco, fin_de_febrero, media, primer_anio_completo};
use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::{Comun, Consulta};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::{entrada as mensaje_de_entrada, prima as mensaje};
use crate::multa::{self, Rango};
use crate::operacion::{self, Resultado};
use crate::plazo::mover_a_habil;
use crate::politica::Politica;
use crate::redondeo::Redondeo;
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use serde::Serialize;
use ventanilla_normativa::{Fila, Normativa};

/// Why a determination is not presented (RACERF 32 IV and V, LSS 72).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Motivo {
    /// The registro patronal was closed.
    BajaPatronal,
    /// Registered or changed class within the year: no whole natural year.
    PrimerAnioIncompleto,
    /// The activity changed within the year.
    CambioDeActividad,
    /// Without workers for more than six months.
    SinTrabajadores,
    /// Fewer than ten workers, and the prima media is chosen.
    OptaPorMedia,
    /// The prima comes out the same.
    PrimaIgual,
}

impl Motivo {
    fn en_palabras(self) -> &'static str {
        match self {
            Self::BajaPatronal => "hubo baja patronal",
            Self::PrimerAnioIncompleto => "no se completó un año natural (1 de enero a 31 de diciembre) en la clase",
            Self::CambioDeActividad => "cambió de actividad dentro del ejercicio",
            Self::SinTrabajadores => "estuvo sin trabajadores más de seis meses",
            Self::OptaPorMedia => "con menos de diez trabajadores optó por la prima media",
            Self::PrimaIgual => "la prima resulta igual a la anterior",
        }
    }
}

/// What comes out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Determinacion {
    /// What the formula gives, percent with five decimals; `null` when an exemption left the figures out.
    pub calculada: Option<String>,
    /// The prima that rules, percent with five decimals.
    pub prima: String,
    /// Which limit decided.
    pub tope: Tope,
    /// Whether a determination has to be presented.
    pub obligado_a_presentar: bool,
    /// Why not.
    pub motivo: Option<Motivo>,
    /// `desde/hasta`: 1 March to the last day of the next February.
    pub vigencia: String,
    /// Last day to present it.
    pub vence: Fecha,
    /// Prima media of the class, percent.
    pub prima_media: String,
    /// The same, when it may be chosen because there are fewer than ten workers.
    pub prima_media_opcional: Option<String>,
    /// `N`, up to ten decimals.
    pub trabajadores_promedio: Option<String>,
    /// Lowest prima that the variation of one point allows, percent.
    pub minimo_por_variacion: Option<String>,
    /// Highest one.
    pub maximo_por_variacion: Option<String>,
    /// Each case, when they were given one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub casos: Option<Vec<CasoRevisado>>,
    /// The fine for presenting it late, when it was.
    pub multa: Option<Rango>,
}

/// Answer of the operation `prima.determinar`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Salida {
    /// What comes out.
    #[serde(flatten)]
    pub determinacion: Determinacion,
    /// What every answer carries.
    #[serde(flatten)]
    pub comun: Comun,
    /// The explanation, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memoria: Option<Vec<Nodo>>,
}

impl operacion::Calculada for Salida {}

/// The operation `prima.determinar`.
///
/// # Errors
/// As [`determinar`].
pub fn ejecutar(normativa: &Normativa, entrada: Entrada) -> Resultado<Salida> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    let (determinacion, hallazgos, memoria) = determinar(&mut consulta, &entrada)?;
    Ok(Salida {
        determinacion,
        comun: consulta.concluir(hallazgos),
        memoria: entrada.memoria.then_some(memoria),
    })
}

/// Determines a prima; the políticas are those of `consulta`. Gives it with the findings and the explanation (empty
/// unless `entrada.memoria`).
///
/// # Errors
/// What is missing, repeated or out of range, or a table that does not cover the date.
pub fn determinar(
    consulta: &mut Consulta<'_>,
    entrada: &Entrada,
) -> Resultado<(Determinacion, Vec<Hallazgo>, Vec<Nodo>)> {
    let marco = Marco::leer(consulta, entrada).map_err(|error| vec![error])?;
    let cuenta = marco.contar(consulta, entrada)?;
    let mut hallazgos = Vec::new();
    let motivo = marco.motivo(entrada, cuenta.as_ref(), &mut hallazgos);
    let final_ = marco.decidir(motivo, cuenta.as_ref());
    let (multa, mut memoria) = marco
        .multa(consulta, entrada, motivo, &mut hallazgos)
        .map_err(|e| vec![e])?;
    hallazgos.extend(marco.observar(entrada, motivo, cuenta.as_ref(), &final_));
    memoria.splice(0..0, marco.explicar(cuenta.as_ref()));
    let determinacion = Determinacion {
        calculada: cuenta.as_ref().map(|c| cinco(c.calculada.prima.valor)),
        prima: cinco(final_.prima),
        tope: final_.tope,
        obligado_a_presentar: motivo.is_none(),
        motivo,
        vigencia: format!("{}/{}", marco.desde, fin_de_febrero(entrada.ejercicio + 2)),
        vence: Fecha(marco.vence),
        prima_media: cinco(marco.media.valor),
        prima_media_opcional: marco.opcion(cuenta.as_ref()).then(|| cinco(marco.media.valor)),
        trabajadores_promedio: cuenta
            .as_ref()
            .map(|c| c.calculada.trabajadores.promedio.valor.normalize().to_string()),
        minimo_por_variacion: cuenta.as_ref().map(|c| cinco(c.limitada.piso)),
        maximo_por_variacion: cuenta.as_ref().map(|c| cinco(c.limitada.techo)),
        casos: cuenta.and_then(|c| c.casos),
        multa,
    };
    Ok((determinacion, hallazgos, memoria))
}

/// The dated values of one determination.
struct Marco<'a> {
    desde: NaiveDate,
    vence: NaiveDate,
    constantes: Constantes<'a>,
    media: &'a Fila,
    pocos: &'a Fila,
    pluma: Pluma,
    acreditacion_posterior: bool,
}

/// What the formula gave, and the prima within its limits.
struct Cuenta {
    calculada: Calculada,
    limitada: Limitada,
    anterior: Decimal,
    casos: Option<Vec<CasoRevisado>>,
}

/// The prima that rules.
struct Final {
    prima: Decimal,
    tope: Tope,
}

impl<'a> Marco<'a> {
    fn leer(consulta: &mut Consulta<'a>, entrada: &Entrada) -> Result<Self, Hallazgo> {
        let anio = entrada.ejercicio;
        let dia = NaiveDate::from_ymd_opt(anio.saturating_add(1), 3, 1).filter(|_| (1998..=2190).contains(&anio));
        let desde = dia.ok_or_else(|| {
            let datos = [("ejercicio", anio.to_string())];
            Hallazgo::con(&mensaje::EJERCICIO, "ejercicio", &datos)
        })?;
        let posterior = |fecha: Fecha| fecha.0.year() > anio;
        let acreditacion_posterior = entrada.acreditado_desde.is_some_and(posterior);
        let acreditado = (entrada.acreditado_stps || entrada.acreditado_desde.is_some()) && !acreditacion_posterior;
        let dentro = |error: Hallazgo| error.dentro_de("ejercicio");
        Ok(Self {
            desde,
            constantes: Constantes::leer(consulta, desde, acreditado).map_err(dentro)?,
            media: media(consulta, entrada.clase, desde).map_err(dentro)?,
            pocos: formula::constante(consulta, "trabajadores_opcion", desde).map_err(dentro)?,
            vence: mover_a_habil(consulta, fin_de_febrero(anio + 1), true).map_err(dentro)?,
            pluma: Pluma {
                escribe: entrada.memoria,
            },
            acreditacion_posterior,
        })
    }

    /// What the formula gives. `None` when an exemption makes it needless and figures are missing.
    fn contar(&self, consulta: &mut Consulta<'_>, entrada: &Entrada) -> Resultado<Option<Cuenta>> {
        let (limite_bajo, limite_alto) = self.constantes.limites();
        let datos = match Datos::leer(entrada, limite_bajo, limite_alto) {
            Ok(datos) => datos,
            Err(faltas) if exento(entrada).is_some() && faltas.iter().all(falta) => return Ok(None),
            Err(faltas) => return Err(faltas),
        };
        let lectura = formula::lectura(&consulta.politicas);
        let cuenta = self.calcular(&datos, lectura, self.pluma);
        let prima = |c: &Cuenta| (c.calculada.prima.valor, c.limitada.prima.valor);
        for otra in LECTURAS.into_iter().filter(|otra| *otra != lectura) {
            let otro = self.calcular(&datos, otra, Pluma { escribe: false });
            if otro.as_ref().map(prima) != cuenta.as_ref().map(prima) {
                consulta.importa(Politica::DecimalesDelPromedio);
            }
        }
        cuenta.map(Some).ok_or_else(|| vec![self.imposible(&datos, lectura)])
    }

    /// Why the formula could not be applied: an average that its decimals leave in zero, or figures that do not fit.
    fn imposible(&self, datos: &Datos, lectura: Option<Redondeo>) -> Hallazgo {
        let campo = datos.campo_de_n;
        let formula = Formula {
            constantes: self.constantes,
            lectura,
            pluma: Pluma { escribe: false },
        };
        match formula.trabajadores(datos.base) {
            Some(trabajadores) if trabajadores.dias.valor.is_zero() => {
                Hallazgo::con(&mensaje::SIN_TRABAJADORES_PROMEDIO, campo, &[])
            }
            _ => Hallazgo::con(&mensaje::TAMANO, campo, &[("campo", campo.to_owned())]),
        }
    }

    fn calcular(&self, datos: &Datos, lectura: Option<Redondeo>, pluma: Pluma) -> Option<Cuenta> {
        let formula = Formula {
            constantes: self.constantes,
            lectura,
            pluma,
        };
        let calculada = formula.calcular(&datos.siniestros, datos.base)?;
        let limitada = formula.limitar(&calculada.prima, datos.anterior)?;
        Some(Cuenta {
            calculada,
            limitada,
            anterior: datos.anterior,
            casos: datos.casos.clone(),
        })
    }

    /// Whether there are so few workers that the prima media may be chosen.
    fn opcion(&self, cuenta: Option<&Cuenta>) -> bool {
        cuenta.is_some_and(|c| c.calculada.trabajadores.promedio.valor < self.pocos.valor)
    }

    fn motivo(&self, entrada: &Entrada, cuenta: Option<&Cuenta>, hallazgos: &mut Vec<Hallazgo>) -> Option<Motivo> {
        if let Some(motivo) = exento(entrada) {
            return Some(motivo);
        }
        if entrada.opta_por_media && self.opcion(cuenta) {
            return Some(Motivo::OptaPorMedia);
        }
        if entrada.opta_por_media {
            let datos = [("pocos", self.pocos.valor.to_string())];
            hallazgos.push(Hallazgo::con(&mensaje::OPCION_NO_PROCEDE, "opta_por_media", &datos));
        }
        let igual = cuenta.is_some_and(|c| c.limitada.prima.valor == c.anterior);
        igual.then_some(Motivo::PrimaIgual)
    }

    fn decidir(&self, motivo: Option<Motivo>, cuenta: Option<&Cuenta>) -> Final {
        match (motivo, cuenta) {
            (None | Some(Motivo::PrimaIgual), Some(cuenta)) => Final {
                prima: cuenta.limitada.prima.valor,
                tope: cuenta.limitada.tope,
            },
            _ => Final {
                prima: self.media.valor,
                tope: Tope::Ninguno,
            },
        }
    }

    /// The prima of the formula within its limits, and the prima media.
    fn explicar(&self, cuenta: Option<&Cuenta>) -> Vec<Nodo> {
        let entradas = [Entra::de("valor", self.media)];
        let media: Option<Cifra> = self.pluma.paso(&mensaje::MEDIA, Operacion::Tabla, PRIMA, &entradas);
        let formula = cuenta.and_then(|c| c.limitada.prima.nodo.clone());
        formula.into_iter().chain(media.and_then(|c| c.nodo)).collect()
    }

    fn multa(
        &self,
        consulta: &mut Consulta<'_>,
        entrada: &Entrada,
        motivo: Option<Motivo>,
        hallazgos: &mut Vec<Hallazgo>,
    ) -> Result<(Option<Rango>, Vec<Nodo>), Hallazgo> {
        let Some(tarde) = entrada.presentacion.map(|f| f.0).filter(|f| *f > self.vence) else {
            return Ok((None, Vec::new()));
        };
        let datos = [("vence", self.vence.to_string()), ("presentacion", tarde.to_string())];
        if motivo.is_some() {
            hallazgos.push(Hallazgo::con(&mensaje::TARDE_SIN_MULTA, "presentacion", &datos));
            return Ok((None, Vec::new()));
        }
        let dia = multa::dia_de_la_uma(consulta, self.vence, tarde);
        let hallada = multa::rango(consulta, &mensaje::FIGURAS_DE_MULTA, "304-A XV", dia, entrada.memoria);
        let (rango, nodos) = hallada.map_err(|error| error.dentro_de("presentacion"))?;
        let [vence, presentacion] = datos;
        let datos = [
            vence,
            presentacion,
            ("minimo", rango.minimo.to_string()),
            ("maximo", rango.maximo.to_string()),
        ];
        hallazgos.push(Hallazgo::con(&mensaje::TARDE, "presentacion", &datos));
        Ok((Some(rango), nodos))
    }

    /// What a person should know about the result.
    fn observar(
        &self,
        entrada: &Entrada,
        motivo: Option<Motivo>,
        cuenta: Option<&Cuenta>,
        final_: &Final,
    ) -> Vec<Hallazgo> {
        let mut hallazgos = Vec::new();
        if self.acreditacion_posterior {
            hallazgos.push(Hallazgo::con(&mensaje::ACREDITACION_POSTERIOR, "acreditado_desde", &[]));
        }
        if let Some(motivo) = motivo {
            let datos = [
                ("motivo", motivo.en_palabras().to_owned()),
                ("prima", cinco(final_.prima)),
            ];
            hallazgos.push(Hallazgo::con(&mensaje::NO_OBLIGADO, "", &datos));
        } else if self.opcion(cuenta) {
            let datos = [
                ("pocos", self.pocos.valor.to_string()),
                ("media", cinco(self.media.valor)),
            ];
            hallazgos.push(Hallazgo::con(&mensaje::OPCION_MEDIA, "opta_por_media", &datos));
        }
        if let Some(cuenta) = cuenta.filter(|_| final_.tope != Tope::Ninguno) {
            let datos = [
                ("calculada", cinco(cuenta.calculada.prima.valor)),
                ("prima", cinco(final_.prima)),
            ];
            hallazgos.push(Hallazgo::con(&mensaje::TOPADA, "", &datos));
        }
        let fuera = cuenta
            .and_then(|c| c.casos.as_ref())
            .map(|c| c.iter().filter(|c| !c.cuenta).count());
        if let Some(fuera) = fuera.filter(|n| *n > 0) {
            let datos = [
                ("cuantos", fuera.to_string()),
                ("ejercicio", entrada.ejercicio.to_string()),
            ];
            hallazgos.push(Hallazgo::con(&mensaje::CASOS_FUERA, "casos", &datos));
        }
        hallazgos
    }
}

/// What exempts without looking at the figures.
fn exento(entrada: &Entrada) -> Option<Motivo> {
    let incompleto = entrada
        .inicio_en_la_clase
        .map(|f| primer_anio_completo(f.0) > entrada.ejercicio);
    match incompleto {
        _ if entrada.baja_patronal => Some(Motivo::BajaPatronal),
        Some(true) if entrada.hubo_cambio_de_actividad => Some(Motivo::CambioDeActividad),
        Some(true) => Some(Motivo::PrimerAnioIncompleto),
        None if entrada.hubo_cambio_de_actividad => Some(Motivo::CambioDeActividad),
        _ if entrada.sin_trabajadores_mas_de_seis_meses => Some(Motivo::SinTrabajadores),
        _ => None,
    }
}

fn falta(hallazgo: &Hallazgo) -> bool {
    hallazgo.codigo == mensaje_de_entrada::FALTA.codigo
}

/// The figures of the year, checked.
struct Datos {
    siniestros: Siniestros,
    base: Base,
    anterior: Decimal,
    casos: Option<Vec<CasoRevisado>>,
    campo_de_n: &'static str,
}

impl Datos {
    fn leer(entrada: &Entrada, minima: Decimal, maxima: Decimal) -> Result<Self, Vec<Hallazgo>> {
        let mut faltas = Vec::new();
        let siniestros = siniestros(entrada, &mut faltas);
        let base = base_de(entrada.trabajadores_promedio, entrada.dias_cotizados, &mut faltas);
        let anterior = anterior(entrada, minima, maxima, &mut faltas);
        match (siniestros, base, anterior) {
            (Some((siniestros, casos)), Some((base, campo_de_n)), Some(anterior)) if faltas.is_empty() => Ok(Self {
                siniestros,
                base,
                anterior,
                casos,
                campo_de_n,
            }),
            _ => Err(faltas),
        }
    }
}

fn pedir(clave: &'static str, faltas: &mut Vec<Hallazgo>) {
    faltas.push(Hallazgo::nuevo(&mensaje_de_entrada::FALTA, clave, &[("clave", clave)]));
}

type Contados = (Siniestros, Option<Vec<CasoRevisado>>);

fn siniestros(entrada: &Entrada, faltas: &mut Vec<Hallazgo>) -> Option<Contados> {
    let (dias, incapacidades, defunciones) = (
        entrada.dias_subsidiados,
        entrada.incapacidades_permanentes,
        entrada.defunciones,
    );
    if let Some(lista) = &entrada.casos {
        if dias.is_some() || incapacidades.is_some() || defunciones.is_some() {
            faltas.push(Hallazgo::con(&mensaje::CASOS_Y_SUMAS, "casos", &[]));
            return None;
        }
        let (suma, revisados) = casos::contar(lista, entrada.ejercicio);
        return Some((suma, Some(revisados)));
    }
    for (falta, clave) in [
        (dias.is_none(), "dias_subsidiados"),
        (incapacidades.is_none(), "incapacidades_permanentes"),
        (defunciones.is_none(), "defunciones"),
    ] {
        if falta {
            pedir(clave, faltas);
        }
    }
    let suma = Siniestros {
        dias: Decimal::from(dias?),
        incapacidades: incapacidades?.decimal(),
        defunciones: Decimal::from(defunciones?),
    };
    tamano(&suma, faltas).then_some((suma, None))
}

/// Whether figures are small enough for the formula to be exact.
fn tamano(suma: &Siniestros, faltas: &mut Vec<Hallazgo>) -> bool {
    let mas = |valor: Decimal, maximo: u32| valor > Decimal::from(maximo);
    let campo = match () {
        () if mas(suma.dias, 999_999_999) => "dias_subsidiados",
        () if mas(suma.defunciones, 999_999) => "defunciones",
        () if suma.incapacidades.normalize().scale() > 5 => "incapacidades_permanentes",
        () => return true,
    };
    faltas.push(Hallazgo::con(&mensaje::TAMANO, campo, &[("campo", campo.to_owned())]));
    false
}

/// The average of workers, given in one way and only one, and not zero.
pub(super) fn base_de(
    promedio: Option<crate::importe::Cantidad>,
    dias: Option<u64>,
    faltas: &mut Vec<Hallazgo>,
) -> Option<(Base, &'static str)> {
    let (base, campo) = match (promedio, dias) {
        (Some(n), None) => (Base::Promedio(n.decimal()), "trabajadores_promedio"),
        (None, Some(dias)) => (Base::Dias(Decimal::from(dias)), "dias_cotizados"),
        (None, None) => {
            pedir("trabajadores_promedio", faltas);
            return None;
        }
        (Some(_), Some(_)) => {
            faltas.push(Hallazgo::con(&mensaje::DOS_PROMEDIOS, "dias_cotizados", &[]));
            return None;
        }
    };
    if base.es_cero() {
        faltas.push(Hallazgo::con(&mensaje::SIN_TRABAJADORES_PROMEDIO, campo, &[]));
        return None;
    }
    if dias.is_some_and(|dias| dias > 3_650_000_000) {
        faltas.push(Hallazgo::con(&mensaje::TAMANO, campo, &[("campo", campo.to_owned())]));
        return None;
    }
    Some((base, campo))
}

fn anterior(entrada: &Entrada, minima: Decimal, maxima: Decimal, faltas: &mut Vec<Hallazgo>) -> Option<Decimal> {
    let Some(anterior) = entrada.prima_anterior.map(|t| t.por_ciento()) else {
        pedir("prima_anterior", faltas);
        return None;
    };
    if anterior < minima || anterior > maxima {
        let datos = [
            ("prima", anterior.to_string()),
            ("minima", minima.to_string()),
            ("maxima", maxima.to_string()),
        ];
        faltas.push(Hallazgo::con(&mensaje::ANTERIOR_FUERA, "prima_anterior", &datos));
        return None;
    }
    Some(anterior)
}
