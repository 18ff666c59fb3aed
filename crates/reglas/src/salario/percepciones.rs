//! What is paid besides the daily wage, and what the law says of each thing (LSS 27 and 32).

use super::entrada::{Concepto, Entrada, Percepcion};
use super::fijo::{fila, hallazgo};
use crate::consulta::Consulta;
use crate::hallazgo::Hallazgo;
use crate::importe::{Importe, fraccion};
use crate::mensajes::{entrada as mensaje_de_entrada, salario as mensaje};
use crate::politica::Politica;
use rust_decimal::Decimal;
use ventanilla_normativa::{Fila, Tabla};

/// How much of a perception integrates.
#[derive(Clone, Debug)]
pub(super) enum Trato<'a> {
    /// All of it.
    Todo,
    /// None of it.
    Nada,
    /// What passes a share of the UMA a day.
    SobreUma { uma: &'a Fila, porcentaje: &'a Fila },
    /// What passes a share of the SBC; of the fixed integrated salary if no SBC was given.
    SobreSbc { sbc: Option<Importe>, porcentaje: &'a Fila },
    /// The hours that pass a weekly margin.
    SobreHoras {
        horas: u32,
        semanal: Decimal,
        fila: Option<&'a Fila>,
    },
    /// A share of the salary in cash, `veces` times, instead of what it costs (LSS 32). Left out if `onerosa`.
    Estimado {
        porcentaje: &'a Fila,
        veces: u32,
        umbral: Decimal,
        onerosa: bool,
    },
}

/// A perception that has been checked.
#[derive(Clone, Debug)]
pub(super) struct Partida<'a> {
    pub concepto: Concepto,
    pub importe: Importe,
    pub periodo: u32,
    pub trato: Trato<'a>,
}

impl Partida<'_> {
    /// The days over which it can be accumulated without dividing.
    pub(super) fn divisor(&self) -> u64 {
        let periodo = u64::from(self.periodo);
        match self.trato {
            Trato::SobreHoras { horas, .. } => 7 * u64::from(horas) * periodo,
            Trato::Estimado { .. } => 1,
            _ => periodo,
        }
    }
}

/// Checks the perceptions and looks up what each is measured with. What is wrong goes to `hallazgos`.
pub(super) fn leer<'a>(
    consulta: &mut Consulta<'a>,
    entrada: &Entrada,
    hallazgos: &mut Vec<Hallazgo>,
) -> Vec<Partida<'a>> {
    let mut partidas = Vec::with_capacity(entrada.otras_percepciones.len());
    for (indice, percepcion) in entrada.otras_percepciones.iter().enumerate() {
        let repetida = entrada
            .otras_percepciones
            .iter()
            .take(indice)
            .any(|otra| otra.concepto == percepcion.concepto && percepcion.concepto.una_vez());
        let mut suyos = Vec::new();
        if repetida {
            let datos = [("concepto", percepcion.concepto.nombre().to_owned())];
            suyos.push(hallazgo(&mensaje::REPETIDO, "concepto", &datos));
        }
        partidas.extend(partida(consulta, entrada, percepcion, &mut suyos));
        let ruta = format!("otras_percepciones[{indice}]");
        // What a table lacks is a matter of the date, not of the perception.
        hallazgos.extend(suyos.into_iter().map(|h| match h.campo.as_str() {
            "fecha" => h,
            _ => h.dentro_de(&ruta),
        }));
    }
    partidas
}

fn partida<'a>(
    consulta: &mut Consulta<'a>,
    entrada: &Entrada,
    percepcion: &Percepcion,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<Partida<'a>> {
    sin_uso(percepcion, hallazgos);
    let (importe, periodo) = cuantia(percepcion, hallazgos)?;
    let trato = trato(consulta, entrada, percepcion, periodo, hallazgos)?;
    Some(Partida {
        concepto: percepcion.concepto,
        importe,
        periodo,
        trato,
    })
}

/// A datum that the concept does not use is not passed over in silence.
fn sin_uso(percepcion: &Percepcion, hallazgos: &mut Vec<Hallazgo>) {
    use Concepto::{Alimentacion, FondoAhorro, Habitacion, HorasExtra};
    let concepto = percepcion.concepto;
    let paga = percepcion.pago_del_trabajador.is_some_and(|p| p > Importe::CERO);
    let sobran = [
        ("horas", percepcion.horas.unwrap_or(0) > 0 && concepto != HorasExtra),
        (
            "comidas",
            percepcion.comidas.unwrap_or(0) > 0 && concepto != Alimentacion,
        ),
        (
            "pago_del_trabajador",
            paga && !matches!(concepto, FondoAhorro | Alimentacion | Habitacion),
        ),
    ];
    for (dato, _) in sobran.into_iter().filter(|(_, sobra)| *sobra) {
        let datos = [("dato", dato.to_owned()), ("concepto", concepto.nombre().to_owned())];
        hallazgos.push(hallazgo(&mensaje::SIN_USO, dato, &datos));
    }
}

/// Amount and days. Food and lodging need neither, unless the worker pays for them.
fn cuantia(percepcion: &Percepcion, hallazgos: &mut Vec<Hallazgo>) -> Option<(Importe, u32)> {
    let falta = |clave: &str| hallazgo(&mensaje_de_entrada::FALTA, clave, &[("clave", clave.into())]);
    let en_especie = percepcion.concepto.en_especie();
    let importe = match percepcion.importe {
        None if !en_especie => {
            hallazgos.push(falta("importe"));
            None
        }
        importe => Some(importe.unwrap_or_default()),
    };
    let paga = percepcion.pago_del_trabajador.is_some_and(|p| p > Importe::CERO);
    let periodo = match percepcion.periodo_dias {
        Some(dias) if (1..=366).contains(&dias) => Some(dias),
        Some(dias) => {
            let datos = [("dias", dias.to_string())];
            hallazgos.push(hallazgo(&mensaje::PERIODO, "periodo_dias", &datos));
            None
        }
        None if en_especie && !paga => Some(1),
        None => {
            hallazgos.push(falta("periodo_dias"));
            None
        }
    };
    importe.zip(periodo)
}

fn trato<'a>(
    consulta: &mut Consulta<'a>,
    entrada: &Entrada,
    percepcion: &Percepcion,
    periodo: u32,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<Trato<'a>> {
    use Concepto::{
        Alimentacion, Despensa, FondoAhorro, Habitacion, HorasExtra, Otra, PremioAsistencia, PremioPuntualidad,
        Variable,
    };
    let fecha = entrada.fecha.0;
    let concepto = percepcion.concepto;
    match concepto {
        Variable | Otra => Some(Trato::Todo),
        Alimentacion | Habitacion => en_especie(consulta, entrada, percepcion, periodo, hallazgos),
        _ if !percepcion.cumple_requisitos => Some(integra_todo(
            concepto,
            "no cumple los requisitos para excluirlo",
            hallazgos,
        )),
        FondoAhorro if desigual(percepcion) => {
            let porque = "el patrón y el trabajador no aportan lo mismo";
            Some(integra_todo(concepto, porque, hallazgos))
        }
        FondoAhorro => Some(Trato::Nada),
        Despensa => Some(Trato::SobreUma {
            uma: fila(consulta, Tabla::Uma, "", fecha, hallazgos)?,
            porcentaje: fila(consulta, Tabla::Integracion, "despensa_uma", fecha, hallazgos)?,
        }),
        PremioPuntualidad | PremioAsistencia => Some(Trato::SobreSbc {
            sbc: entrada.sbc_de_referencia,
            porcentaje: fila(consulta, Tabla::Integracion, "premio_sbc", fecha, hallazgos)?,
        }),
        HorasExtra => horas_extra(consulta, entrada, percepcion, periodo, hallazgos),
    }
}

fn desigual(percepcion: &Percepcion) -> bool {
    percepcion
        .pago_del_trabajador
        .is_some_and(|pago| Some(pago) != percepcion.importe)
}

fn integra_todo<'a>(concepto: Concepto, porque: &str, hallazgos: &mut Vec<Hallazgo>) -> Trato<'a> {
    let datos = [
        ("concepto", concepto.nombre().to_owned()),
        ("porque", porque.to_owned()),
    ];
    hallazgos.push(hallazgo(&mensaje::INTEGRA_TODO, "concepto", &datos));
    Trato::Todo
}

/// Food and lodging: left out if the worker pays at least a share of the UMA a day for each (LSS 27 V); otherwise they
/// are estimated as a share of the salary (LSS 32).
fn en_especie<'a>(
    consulta: &mut Consulta<'a>,
    entrada: &Entrada,
    percepcion: &Percepcion,
    periodo: u32,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<Trato<'a>> {
    let fecha = entrada.fecha.0;
    let (clave, veces) = match percepcion
        .comidas
        .filter(|_| percepcion.concepto == Concepto::Alimentacion)
    {
        None | Some(3) => ("especie_una", 1),
        Some(comidas @ 1..=2) => ("especie_alimento", comidas),
        Some(otras) => {
            let datos = [("comidas", otras.to_string())];
            hallazgos.push(hallazgo(&mensaje::COMIDAS, "comidas", &datos));
            return None;
        }
    };
    let uma = fila(consulta, Tabla::Uma, "", fecha, hallazgos);
    let parte = fila(consulta, Tabla::Integracion, "onerosidad_uma", fecha, hallazgos);
    let porcentaje = fila(consulta, Tabla::Integracion, clave, fecha, hallazgos)?;
    let umbral = uma?.valor * fraccion(parte?.valor);
    let pago = percepcion.pago_del_trabajador.unwrap_or_default().decimal();
    let onerosa = percepcion.cumple_requisitos && pago >= umbral * Decimal::from(periodo);
    if !onerosa {
        let datos = [
            ("concepto", percepcion.concepto.nombre().to_owned()),
            ("umbral", umbral.normalize().to_string()),
            (
                "porcentaje",
                (porcentaje.valor * Decimal::from(veces)).normalize().to_string(),
            ),
        ];
        hallazgos.push(hallazgo(&mensaje::ESTIMADO, "concepto", &datos));
    }
    Some(Trato::Estimado {
        porcentaje,
        veces,
        umbral,
        onerosa,
    })
}

fn horas_extra<'a>(
    consulta: &mut Consulta<'a>,
    entrada: &Entrada,
    percepcion: &Percepcion,
    periodo: u32,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<Trato<'a>> {
    let maximo = periodo * 24;
    let horas = percepcion.horas.filter(|h| (1..=maximo).contains(h));
    if horas.is_none() {
        let datos = [("maximo", maximo.to_string()), ("dias", periodo.to_string())];
        hallazgos.push(hallazgo(&mensaje::SIN_HORAS, "horas", &datos));
    }
    let (semanal, fila) = margen_semanal(consulta, entrada, hallazgos)?;
    Some(Trato::SobreHoras {
        horas: horas?,
        semanal,
        fila,
    })
}

/// Hours of overtime a week that do not integrate: the row in force or, after the last one, the política.
fn margen_semanal<'a>(
    consulta: &mut Consulta<'a>,
    entrada: &Entrada,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<(Decimal, Option<&'a Fila>)> {
    let fecha = entrada.fecha.0;
    let error = match consulta.vigente(Tabla::Integracion, "horas_extra_semana", fecha) {
        Ok(fila) => return Some((fila.valor, Some(fila))),
        Err(error) => error,
    };
    let ultima = error.cobertura.as_ref().and_then(|cobertura| cobertura.1.hasta);
    let Some(hasta) = ultima.filter(|hasta| fecha > *hasta) else {
        hallazgos.push(crate::consulta::fuera_de_vigencia(&error, "fecha"));
        return None;
    };
    consulta.importa(Politica::LimiteHorasExtra);
    match consulta.politicas.valor(Politica::LimiteHorasExtra) {
        "nueve" => Some((Decimal::from(9), None)),
        "doce" => Some((Decimal::from(12), None)),
        _ => {
            let datos = [("fecha", fecha.to_string()), ("hasta", hasta.to_string())];
            hallazgos.push(hallazgo(&mensaje::SIN_MARGEN, "horas", &datos));
            None
        }
    }
}
