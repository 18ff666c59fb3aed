//! What was typed on the sheet, as far as it can be read.

use crate::criterios;
use crate::guion::Respuestas;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use ventanilla_reglas::captura;
use ventanilla_reglas::cuotas::Area;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::incorporacion::Hipotesis;
use ventanilla_reglas::politica::Politicas;

/// What is wrong, by path.
pub type Errores = BTreeMap<String, String>;

/// Since when it is paid, at the person's choice (RACERF 66).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Inicio {
    /// From the day it is asked for.
    #[default]
    Solicitud,
    /// From the day after the baja, paying what was left out.
    Baja,
}

impl Inicio {
    /// Its key on the sheet and in the application.
    pub fn clave(self) -> &'static str {
        match self {
            Self::Solicitud => "solicitud",
            Self::Baja => "baja",
        }
    }
}

/// What a person supposes of a year whose tables are not published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Supuesto {
    /// UMA, pesos a day.
    pub uma: Option<Importe>,
    /// Minimum wage of the area, pesos a day.
    pub salario_minimo: Option<Importe>,
}

impl Supuesto {
    /// As the rules take it; `None` until both are there.
    pub fn completo(self) -> Option<Hipotesis> {
        (self.uma.is_some() && self.salario_minimo.is_some()).then_some(Hipotesis {
            uma: self.uma,
            salario_minimo: self.salario_minimo,
        })
    }
}

/// The sheet, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Escrito {
    /// Last salary with which the person was insured, pesos a day.
    pub ultimo_sbc: Option<Importe>,
    /// Area of the minimum wage.
    pub area: Area,
    /// Day of the last baja.
    pub fecha_baja: Option<NaiveDate>,
    /// Weeks paid in the five years before it.
    pub semanas: Option<u32>,
    /// Since when.
    pub inicio: Inicio,
    /// Salary that is chosen; the last one while none is.
    pub sbc: Option<Importe>,
    /// What is supposed of each year.
    pub supuestos: BTreeMap<i32, Supuesto>,
    /// The readings of the law that were chosen.
    pub politicas: Politicas,
    /// What could not be read.
    pub errores: Errores,
}

impl Escrito {
    /// The salary on which it is paid; `None` until there is something to compute with.
    pub fn elegido(&self) -> Option<Importe> {
        let ilegible = self.errores.contains_key("sbc");
        if ilegible { None } else { self.sbc.or(self.ultimo_sbc) }
    }
}

/// Reads the sheet. `anios` are those of which something may be supposed.
pub fn leer(respuestas: &Respuestas, anios: impl IntoIterator<Item = i32>) -> Escrito {
    let mut lector = Lector {
        respuestas,
        errores: Errores::new(),
    };
    let mut escrito = Escrito {
        ultimo_sbc: lector.importe("ultimo_sbc"),
        area: match respuestas.texto("area") {
            "zlfn" => Area::Zlfn,
            _ => Area::General,
        },
        fecha_baja: lector.dato("fecha_baja", |t| captura::fecha(t).map(|f| f.0)),
        semanas: lector.dato("semanas", captura::entero),
        inicio: match respuestas.texto("inicio") {
            "baja" => Inicio::Baja,
            _ => Inicio::Solicitud,
        },
        sbc: lector.importe("sbc"),
        politicas: criterios::elegidos(respuestas),
        ..Escrito::default()
    };
    for anio in anios {
        let suyo = |campo: &str| format!("hipotesis.{anio}.{campo}");
        let supuesto = Supuesto {
            uma: lector.importe(&suyo("uma")),
            salario_minimo: lector.importe(&suyo("salario_minimo")),
        };
        if supuesto != Supuesto::default() {
            escrito.supuestos.insert(anio, supuesto);
        }
    }
    escrito.errores = lector.errores;
    if escrito.inicio == Inicio::Baja && escrito.fecha_baja.is_none() {
        let falta = "Para empezar desde la baja hace falta su fecha.".to_owned();
        escrito.errores.entry("fecha_baja".to_owned()).or_insert(falta);
    }
    escrito
}

struct Lector<'a> {
    respuestas: &'a Respuestas,
    errores: Errores,
}

impl Lector<'_> {
    /// What is typed at a path; nothing if it is blank, or cannot be read and is noted.
    fn dato<T>(&mut self, ruta: &str, leer: impl Fn(&str) -> Result<T, captura::ErrorDeCaptura>) -> Option<T> {
        let texto = self.respuestas.texto(ruta);
        if texto.trim().is_empty() {
            return None;
        }
        match leer(texto) {
            Ok(dato) => Some(dato),
            Err(error) => {
                self.errores.insert(ruta.to_owned(), error.to_string());
                None
            }
        }
    }

    /// An amount above zero.
    fn importe(&mut self, ruta: &str) -> Option<Importe> {
        let importe = self.dato(ruta, captura::importe)?;
        if importe == Importe::CERO {
            let dicho = "Debe ser mayor que cero.".to_owned();
            self.errores.insert(ruta.to_owned(), dicho);
            return None;
        }
        Some(importe)
    }
}

/// Findings as one text, for a place where they cannot be shown apart.
pub fn mensaje_de(hallazgos: &[Hallazgo]) -> String {
    let dichos = hallazgos.iter().filter(|h| h.es_error()).map(|h| h.mensaje.as_str());
    dichos.collect::<Vec<_>>().join(" ")
}
