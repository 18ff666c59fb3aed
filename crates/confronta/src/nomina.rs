//! The payroll's side: an escenario of *Previsión de cuotas* in the emission's month and bimestre.

use crate::calculo::preparar;
use crate::emitido::{Cifras, Hoja, Resumen, nss_llano};
use crate::mensajes;
use crate::salida::Aviso;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::cuotas::{Calculo, CuentaDeDias, Segmento};
use ventanilla_reglas::fecha::nombre_del_mes;
use ventanilla_reglas::importe::Tasa;
use ventanilla_reglas::memoria::Nodo;
use ventanilla_tramites::prevision::{
    Ajuste, ClaseDePeriodo, DatosDelPeriodo, Escenario, Preparada, Vinculos, trabajador,
};

/// A payroll made ready for the sheets of an emission.
pub struct Nomina {
    /// The payroll, as it was typed.
    pub escenario: Escenario,
    vinculos: Vinculos,
    /// Each sheet with the payroll in its own period: an undated incidence belongs to one of them and not to the other.
    partes: Vec<(Hoja, Preparada, Calculo, Escenario)>,
    /// Rows by NSS.
    pub por_nss: HashMap<String, usize>,
    /// Its prima.
    pub prima: Option<Tasa>,
    /// Findings.
    pub avisos: Vec<Aviso>,
}

/// A worker of the payroll in a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct DeNomina {
    /// Its figures.
    pub cifras: Cifras,
    /// Its segments.
    pub segmentos: Vec<Segmento>,
    /// Its days.
    pub dias: CuentaDeDias,
}

/// The escenario in the period of a sheet. Days of incidence typed without a date belong to the period they were typed in.
fn en_periodo(escenario: &Escenario, hoja: Hoja, (anio, mes): (i32, u32)) -> (Escenario, bool) {
    let mut suyo = escenario.clone();
    suyo.periodo = DatosDelPeriodo {
        clase: if hoja == Hoja::Ema {
            ClaseDePeriodo::Mes
        } else {
            ClaseDePeriodo::Bimestre
        },
        anio,
        numero: if hoja == Hoja::Ema { mes } else { mes.div_ceil(2) },
    };
    let antes = escenario.periodo;
    let cubre = antes.anio == anio
        && match antes.clase {
            ClaseDePeriodo::Mes => antes.numero == mes,
            ClaseDePeriodo::Bimestre | ClaseDePeriodo::Completo => antes.numero == mes.div_ceil(2),
        };
    // a whole bimestre (`Completo`) is the same period as the EBA's
    let del_bimestre = hoja == Hoja::Eba && antes.clase != ClaseDePeriodo::Mes;
    let mismo = antes == suyo.periodo || ((antes.clase == ClaseDePeriodo::Mes || del_bimestre) && cubre);
    if !mismo {
        for fila in &mut suyo.trabajadores {
            for columna in [trabajador::INCAPACIDAD, trabajador::AUSENTISMO] {
                if let Some(celda) = fila.get_mut(columna) {
                    celda.clear();
                }
            }
        }
    }
    (suyo, cubre)
}

impl Nomina {
    /// Makes it ready.
    ///
    /// # Errors
    /// Why it cannot be computed at all.
    pub fn nueva(
        normativa: &Arc<Normativa>,
        escenario: &Escenario,
        resumen: &Resumen,
        hojas: &[Hoja],
    ) -> Result<Self, Aviso> {
        let nombre = nombre_de(escenario);
        let cuando = (resumen.anio, resumen.mes);
        let (mut partes, mut avisos, mut prima) = (Vec::new(), Vec::new(), None);
        let mut cubre_todo = true;
        for hoja in hojas {
            let (suyo, cubre) = en_periodo(escenario, *hoja, cuando);
            cubre_todo &= cubre;
            let preparada = Preparada::nueva(normativa, &suyo, Ajuste::default())
                .or_else(|errores| sin_prima(normativa, &suyo, resumen, errores, &mut avisos))
                .map_err(|errores| {
                    let detalle = errores.first().map(|h| h.mensaje.clone()).unwrap_or_default();
                    Aviso::nuevo(
                        &mensajes::NOMINA_NO_SIRVE,
                        &[("nombre", &nombre), ("detalle", &detalle)],
                    )
                })?;
            let calculo =
                preparar(normativa, *hoja, cuando, preparada.patron(), &suyo.politicas).map_err(|errores| {
                    let detalle = errores.first().map(|h| h.mensaje.clone()).unwrap_or_default();
                    Aviso::nuevo(
                        &mensajes::NOMINA_NO_SIRVE,
                        &[("nombre", &nombre), ("detalle", &detalle)],
                    )
                })?;
            if *hoja == Hoja::Ema {
                prima = preparada.patron().prima_rt;
            }
            partes.push((*hoja, preparada, calculo, suyo));
        }
        if !cubre_todo {
            let este = format!("{} de {}", nombre_del_mes(resumen.mes), resumen.anio);
            let datos = [
                ("nombre", nombre.as_str()),
                ("suyo", &escenario.periodo.nombre()),
                ("este", &este),
            ];
            avisos.push(Aviso::nuevo(&mensajes::NOMINA_DE_OTRO_PERIODO, &datos));
        }
        avisos.extend(otro_registro(escenario, resumen));
        let por_nss = indice(escenario, &mut avisos);
        Ok(Self {
            vinculos: Vinculos::nuevos(escenario),
            escenario: escenario.clone(),
            partes,
            por_nss,
            prima,
            avisos,
        })
    }

    /// The rules with the payroll's employer, for a sheet.
    pub fn calculo(&self, hoja: Hoja) -> Option<&Calculo> {
        self.partes.iter().find(|p| p.0 == hoja).map(|p| &p.2)
    }

    /// Computes a row in a sheet.
    ///
    /// # Errors
    /// What is wrong with the row, in words.
    pub fn calcular(&self, fila: usize, hoja: Hoja) -> Result<DeNomina, String> {
        let Some((_, preparada, _, suyo)) = self.partes.iter().find(|p| p.0 == hoja) else {
            return Err(String::new());
        };
        let resultado = preparada.fila(suyo, &self.vinculos, fila);
        match resultado.importes {
            Some(importes) => Ok(DeNomina {
                cifras: importes.figuras,
                segmentos: resultado.segmentos.into_iter().next().unwrap_or_default(),
                dias: resultado.dias,
            }),
            None => {
                let error = resultado.marcas.iter().find(|m| m.hallazgo.es_error());
                Err(error.map(|m| m.hallazgo.mensaje.clone()).unwrap_or_default())
            }
        }
    }

    /// The name in a row.
    pub fn nombre(&self, fila: usize) -> String {
        celda(&self.escenario, fila, trabajador::NOMBRE)
    }
}

/// The memoria of a row of the payroll in each sheet; empty where it cannot be computed.
pub fn explicar(
    normativa: &Arc<Normativa>,
    escenario: &Escenario,
    (cuando, prima): ((i32, u32), Option<Tasa>),
    hojas: &[Hoja],
    fila: usize,
) -> Vec<(String, Vec<Nodo>)> {
    let de_hoja = |hoja: &Hoja| {
        let (suyo, _) = en_periodo(escenario, *hoja, cuando);
        let ajuste = Ajuste {
            prima,
            ..Ajuste::default()
        };
        let preparada = Preparada::nueva(normativa, &suyo, ajuste).ok()?;
        Some(preparada.explicar(&suyo, &Vinculos::nuevos(&suyo), fila))
    };
    hojas.iter().filter_map(de_hoja).flatten().collect()
}

/// A payroll without a prima is computed with the emission's, and that is said.
fn sin_prima(
    normativa: &Arc<Normativa>,
    escenario: &Escenario,
    resumen: &Resumen,
    errores: Vec<ventanilla_reglas::hallazgo::Hallazgo>,
    avisos: &mut Vec<Aviso>,
) -> Result<Preparada, Vec<ventanilla_reglas::hallazgo::Hallazgo>> {
    let falta_la_prima = errores.iter().all(|h| h.campo == "patron.prima");
    let Some(prima) = resumen.prima.as_deref().and_then(Tasa::leer).filter(|_| falta_la_prima) else {
        return Err(errores);
    };
    let ajuste = Ajuste {
        prima: Some(prima),
        ..Ajuste::default()
    };
    let preparada = Preparada::nueva(normativa, escenario, ajuste)?;
    let detalle = " en su nómina: se usó la que trae la emisión";
    avisos.push(Aviso::nuevo(&mensajes::NOMINA_SIN_PRIMA, &[("detalle", detalle)]));
    Ok(preparada)
}

fn otro_registro(escenario: &Escenario, resumen: &Resumen) -> Option<Aviso> {
    let llano = |t: &str| -> String {
        t.chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_uppercase()
    };
    let (suyo, este) = (
        llano(&escenario.patron.registro_patronal),
        llano(&resumen.registro_patronal),
    );
    // with or without its check digit it is the same
    let igual = suyo.is_empty() || este.is_empty() || suyo.get(..10) == este.get(..10);
    (!igual).then(|| {
        let datos = [
            ("suyo", escenario.patron.registro_patronal.as_str()),
            ("este", resumen.registro_patronal.as_str()),
        ];
        Aviso::nuevo(&mensajes::OTRO_REGISTRO, &datos)
    })
}

fn nombre_de(escenario: &Escenario) -> String {
    match escenario.nombre.trim() {
        "" => "sin nombre".to_owned(),
        nombre => nombre.to_owned(),
    }
}

fn celda(escenario: &Escenario, fila: usize, columna: usize) -> String {
    let celdas = escenario.trabajadores.get(fila);
    celdas
        .and_then(|f| f.get(columna))
        .map(|t| t.trim().to_owned())
        .unwrap_or_default()
}

fn indice(escenario: &Escenario, avisos: &mut Vec<Aviso>) -> HashMap<String, usize> {
    let mut por_nss = HashMap::with_capacity(escenario.trabajadores.len());
    for (fila, celdas) in escenario.trabajadores.iter().enumerate() {
        if celdas.iter().all(|c| c.trim().is_empty()) {
            continue;
        }
        let nss = nss_llano(&celda(escenario, fila, trabajador::NSS));
        if nss.is_empty() {
            let nombre = match celda(escenario, fila, trabajador::NOMBRE) {
                vacio if vacio.is_empty() => format!("la fila {}", fila + 1),
                nombre => nombre,
            };
            avisos.push(Aviso::nuevo(&mensajes::NOMINA_SIN_NSS, &[("nombre", &nombre)]));
            continue;
        }
        match por_nss.entry(nss) {
            Entry::Occupied(otra) => avisos.push(Aviso::nuevo(&mensajes::NOMINA_REPETIDO, &[("valor", otra.key())])),
            Entry::Vacant(lugar) => {
                lugar.insert(fila);
            }
        }
    }
    por_nss
}
