//! What one calculation asked of the tables, and what every answer says about it.

use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::mensajes::entrada as mensaje;
use crate::politica::{Politica, Politicas, PoliticasAplicadas};
use chrono::NaiveDate;
use serde::Serialize;
use ventanilla_normativa::{Fila, FueraDeVigencia, Normativa, Tabla};

/// A calculation's view of the law: it looks values up and remembers which ones it used.
#[derive(Debug)]
pub struct Consulta<'a> {
    normativa: &'a Normativa,
    /// The choices in force.
    pub politicas: Politicas,
    aplicadas: PoliticasAplicadas,
    usos: Vec<(Tabla, &'a Fila)>,
    vencidas: Vec<(&'static str, NaiveDate)>,
}

impl<'a> Consulta<'a> {
    /// A view of `normativa` under `politicas`.
    pub fn nueva(normativa: &'a Normativa, politicas: Politicas) -> Self {
        Self {
            normativa,
            politicas,
            aplicadas: PoliticasAplicadas::default(),
            usos: Vec::new(),
            vencidas: Vec::new(),
        }
    }

    /// The tables themselves, for questions that are not a value in force.
    pub fn normativa(&self) -> &'a Normativa {
        self.normativa
    }

    /// The row in force, remembered for the answer.
    ///
    /// # Errors
    /// [`FueraDeVigencia`] when no row covers `fecha`.
    pub fn vigente(&mut self, tabla: Tabla, clave: &str, fecha: NaiveDate) -> Result<&'a Fila, FueraDeVigencia> {
        let fila = self.normativa.vigente(tabla, clave, fecha)?;
        self.usar(tabla, fila, fecha);
        Ok(fila)
    }

    /// Remembers a row that was found in another way.
    pub fn usar(&mut self, tabla: Tabla, fila: &'a Fila, fecha: NaiveDate) {
        if !self.usos.iter().any(|(_, otra)| std::ptr::eq(*otra, fila)) {
            self.usos.push((tabla, fila));
        }
        if let Some(verificado) = fila.verificado_hasta
            && fecha > verificado
        {
            let titulo = tabla.ficha().titulo;
            if !self.vencidas.iter().any(|(t, _)| *t == titulo) {
                self.vencidas.push((titulo, verificado));
            }
        }
    }

    /// Notes that a política made a difference.
    pub fn importa(&mut self, politica: Politica) {
        self.aplicadas.importa(politica, &self.politicas);
    }

    /// What every answer carries. `hallazgos` first, then what the tables themselves have to say.
    pub fn concluir(self, mut hallazgos: Vec<Hallazgo>) -> Comun {
        if let Some(fecha) = self.vencidas.iter().map(|v| v.1).min() {
            let tablas: Vec<&str> = self.vencidas.iter().map(|v| v.0).collect();
            let datos = [("tablas", tablas.join("; ")), ("fecha", fecha.to_string())];
            hallazgos.push(hallazgo_de_tabla(&mensaje::VERIFICADO_HASTA, &datos));
        }
        let agregadas: Vec<String> = self
            .usos
            .iter()
            .filter(|(_, f)| f.suplemento)
            .map(|(t, f)| describir(*t, f))
            .collect();
        if !agregadas.is_empty() {
            let datos = [("filas", agregadas.join("; "))];
            hallazgos.push(hallazgo_de_tabla(&mensaje::SUPLEMENTO, &datos));
        }
        Comun {
            hallazgos,
            politicas_aplicadas: self.aplicadas,
            normativa: NormativaUsada {
                version: self.normativa.version(),
                valores: self.usos.into_iter().map(ValorUsado::nuevo).collect(),
            },
        }
    }
}

fn describir(tabla: Tabla, fila: &Fila) -> String {
    let serie = if fila.clave.is_empty() {
        String::new()
    } else {
        format!(" «{}»", fila.clave)
    };
    format!(
        "{}{serie} {} desde {} ({})",
        tabla.ficha().titulo,
        fila.valor,
        fila.desde,
        fila.fuente
    )
}

fn hallazgo_de_tabla(regla: &'static crate::mensajes::Regla, datos: &[(&str, String)]) -> Hallazgo {
    let datos: Vec<(&str, &str)> = datos.iter().map(|(n, v)| (*n, v.as_str())).collect();
    Hallazgo::nuevo(regla, "", &datos)
}

/// The finding for a date that the tables do not cover.
pub fn fuera_de_vigencia(error: &FueraDeVigencia, campo: &str) -> Hallazgo {
    Hallazgo::nuevo(&mensaje::FUERA_DE_VIGENCIA, campo, &[("detalle", &error.to_string())])
}

/// What every answer carries.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comun {
    /// What was found.
    pub hallazgos: Vec<Hallazgo>,
    /// The políticas that made a difference.
    pub politicas_aplicadas: PoliticasAplicadas,
    /// Version of the parameters, and the values used.
    pub normativa: NormativaUsada,
}

/// Version of the parameters, and the values used.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NormativaUsada {
    /// Date of the last check and fingerprint.
    pub version: String,
    /// Each value used.
    pub valores: Vec<ValorUsado>,
}

/// A value of a table that a calculation used.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ValorUsado {
    /// The table.
    pub tabla: &'static str,
    /// The series, where the table has more than one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub clave: String,
    /// The value.
    pub valor: String,
    /// First day it rules.
    pub desde: Fecha,
    /// Last day it rules; absent in the text of a law with no end in sight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hasta: Option<Fecha>,
    /// Where it was read.
    pub fuente: String,
    /// Date of the Diario Oficial, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publicado: Option<Fecha>,
    /// How sure we are.
    pub confianza: &'static str,
    /// Added by the operator.
    pub suplemento: bool,
}

impl ValorUsado {
    fn nuevo((tabla, fila): (Tabla, &Fila)) -> Self {
        Self {
            tabla: tabla.ficha().id,
            clave: fila.clave.to_string(),
            valor: fila.valor.to_string(),
            desde: Fecha(fila.desde),
            hasta: fila.hasta.map(Fecha),
            fuente: fila.fuente.to_string(),
            publicado: fila.publicado.map(Fecha),
            confianza: fila.confianza.palabra(),
            suplemento: fila.suplemento,
        }
    }
}
