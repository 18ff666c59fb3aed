//! Integration of the salary: from the daily wage and what is paid besides to the *salario base de cotización* (LSS 27,
//! 28, 30 and 32).

mod calculo;
mod cuenta;
mod entrada;
mod fijo;
mod percepciones;
mod salida;

pub use entrada::{Concepto, Entrada, Percepcion};
pub use fijo::{anio_en_curso, fila_de_vacaciones};
pub use salida::{Exclusion, Integracion, PercepcionIntegrada, Salida};

use crate::cifra::{Cifra, Pluma};
use crate::consulta::Consulta;
use crate::cuotas::Area;
use crate::hallazgo::Hallazgo;
use crate::importe::Importe;
use crate::memoria::Nodo;
use crate::mensajes::salario as mensaje;
use crate::operacion::Resultado;
use calculo::{Calculo, Datos, Lectura};
use fijo::hallazgo;
use percepciones::Trato;
use ventanilla_normativa::{Normativa, Tabla};

/// The operation `salario.integrar`.
///
/// # Errors
/// Whatever keeps the salary from being integrated, all of it: a datum missing or out of range, or a table that does not
/// cover the date.
pub fn ejecutar(normativa: &Normativa, entrada: Entrada) -> Resultado<Salida> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    let (integracion, hallazgos, memoria) = integrar(&mut consulta, &entrada)?;
    Ok(Salida {
        integracion,
        comun: consulta.concluir(hallazgos),
        memoria: entrada.memoria.then_some(memoria),
    })
}

/// Integrates a salary; the políticas are those of `consulta`. Gives the salary, the findings, and the explanation (empty
/// unless `entrada.memoria`).
///
/// # Errors
/// As [`ejecutar`].
pub fn integrar(consulta: &mut Consulta<'_>, entrada: &Entrada) -> Resultado<(Integracion, Vec<Hallazgo>, Vec<Nodo>)> {
    let mut hallazgos = Vec::new();
    let datos = Datos::leer(consulta, entrada, &mut hallazgos);
    sin_repetidos(&mut hallazgos);
    let Some(datos) = datos.filter(|_| !hallazgos.iter().any(Hallazgo::es_error)) else {
        return Err(hallazgos);
    };
    let lectura = Lectura::de(consulta);
    let Some(calculo) = datos.calcular(
        Pluma {
            escribe: entrada.memoria,
        },
        lectura,
    ) else {
        hallazgos.push(hallazgo(&mensaje::PERIODOS, "otras_percepciones", &[]));
        return Err(hallazgos);
    };
    for (politica, otra) in lectura.otras() {
        let otro = datos.calcular(Pluma { escribe: false }, otra);
        if otro.is_none_or(|otro| otro.sin_tope.valor != calculo.sin_tope.valor) {
            consulta.importa(politica);
        }
    }
    hallazgos.extend(observar(consulta, entrada, &datos, &calculo));
    Ok((salida::describir(&datos, &calculo), hallazgos, calculo.memoria()))
}

/// A table that is missing is missing once, however many figures asked for it.
fn sin_repetidos(hallazgos: &mut Vec<Hallazgo>) {
    let mut unicos = Vec::with_capacity(hallazgos.len());
    for hallazgo in hallazgos.drain(..) {
        if !unicos.contains(&hallazgo) {
            unicos.push(hallazgo);
        }
    }
    *hallazgos = unicos;
}

/// What a person should know about the result.
fn observar(consulta: &Consulta<'_>, entrada: &Entrada, datos: &Datos<'_>, calculo: &Calculo) -> Vec<Hallazgo> {
    let limites = &calculo.limites;
    let texto = |cifra: &Cifra| Importe::redondeado(cifra.valor).to_string();
    let sin_tope = ("sin_tope", texto(&calculo.sin_tope));
    let mut hallazgos = Vec::new();
    if datos
        .partidas
        .iter()
        .any(|p| matches!(p.trato, Trato::SobreSbc { sbc: None, .. }))
    {
        let fijo = [("fijo", salida::diario(calculo.fijo.valor, calculo.comun))];
        hallazgos.push(hallazgo(&mensaje::SIN_REFERENCIA, "sbc_de_referencia", &fijo));
    }
    if calculo.sin_tope.valor < limites.piso.valor {
        let datos = [sin_tope, ("piso", texto(&limites.piso))];
        hallazgos.push(hallazgo(&mensaje::BAJO_EL_PISO, "cuota_diaria", &datos));
    } else if calculo.sin_tope.valor > limites.tope.valor {
        let datos = [sin_tope, ("tope", texto(&limites.tope))];
        hallazgos.push(hallazgo(&mensaje::SOBRE_EL_TOPE, "", &datos));
    }
    hallazgos.extend(area_supuesta(consulta, entrada, calculo));
    hallazgos
}

/// Nobody said the area, and in the other one the SBC would be higher.
fn area_supuesta(consulta: &Consulta<'_>, entrada: &Entrada, calculo: &Calculo) -> Option<Hallazgo> {
    let normativa = consulta.normativa();
    let otro = normativa
        .vigente(Tabla::SalarioMinimo, Area::Zlfn.clave(), entrada.fecha.0)
        .ok()?;
    let importa = entrada.area.is_none() && calculo.limites.sbc.valor < otro.valor;
    let datos = [("piso", otro.valor.to_string())];
    importa.then(|| hallazgo(&mensaje::AREA_SUPUESTA, "area", &datos))
}
