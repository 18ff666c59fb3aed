//! What an instructor handed out, and what will be handed back.

use crate::almacen::ErrorDeAlmacen;
use crate::almacen::capacitacion::{self as almacen, Cajon};
use crate::paginas::capacitacion::registro::{Registro, ahora};
use serde::{Deserialize, Serialize};
use ventanilla_capacitacion::calificar::{Criterio, Intentos, Tiempo};
use ventanilla_capacitacion::sesion::{Aprendiz, Archivo, ErrorDeSesion, Examen, Planteamiento, Practica, Resultados};
use ventanilla_normativa::Normativa;

/// What was handed out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reparto {
    /// Graded here.
    Practica(Practica),
    /// Graded by the instructor.
    Examen(Examen),
}

/// A session that was received.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recibida {
    /// Whose it is on this computer: key of an account, or nothing.
    pub cuenta: String,
    /// What was handed out.
    pub reparto: Reparto,
    /// What has been done.
    pub resultados: Resultados,
    /// When its first case was opened, in milliseconds.
    pub empezada: Option<i64>,
}

impl Recibida {
    /// Reads the file of an instructor.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn leer(texto: &str, cuenta: String, normativa: &Normativa) -> Result<Self, ErrorDeSesion> {
        #[derive(Deserialize)]
        struct Clase {
            #[serde(default)]
            criterio: Option<serde_json::Value>,
            #[serde(default)]
            intentos: Option<serde_json::Value>,
            #[serde(default)]
            modo: Option<serde_json::Value>,
        }
        let clase: Clase = serde_json::from_str(texto)
            .map_err(|_| ErrorDeSesion::Archivo("No es un archivo de una sesión de capacitación.".to_owned()))?;
        if clase.modo.is_some() {
            return Err(ErrorDeSesion::Malo(
                "Ése es el archivo del instructor, con las respuestas: no se reparte. Pídale el suyo.".to_owned(),
            ));
        }
        if matches!(clase.intentos, Some(serde_json::Value::Array(_))) {
            return Err(ErrorDeSesion::Malo(
                "Ése es un archivo de resultados: es para su instructor.".to_owned(),
            ));
        }
        let reparto = if clase.criterio.is_some() {
            Reparto::Practica(Practica::leer(texto)?)
        } else {
            Reparto::Examen(Examen::leer(texto)?)
        };
        let resultados = Resultados::nuevos(reparto.sesion(), reparto.aprendiz(), normativa);
        Ok(Self {
            cuenta,
            reparto,
            resultados,
            empezada: None,
        })
    }

    /// Key of its record: one of each session an account.
    pub fn clave(&self) -> String {
        [self.cuenta.as_str(), "/", self.reparto.sesion()].concat()
    }

    /// A practice of one of its cases.
    pub fn practicar(&self, caso: &str) -> Option<Registro> {
        let desde = self.empezada.unwrap_or_else(ahora);
        let hasta = self.reparto.limite().map(|limite| desde + i64::from(limite) * 1000);
        self.registro(caso).map(|registro| Registro { hasta, ..registro })
    }

    fn registro(&self, caso: &str) -> Option<Registro> {
        let (cuenta, sesion) = (self.cuenta.clone(), self.reparto.sesion().to_owned());
        match &self.reparto {
            Reparto::Practica(p) => {
                let suyo = p.casos.iter().find(|c| c.clave == caso)?;
                Some(Registro::de_caso(suyo.clone(), p.criterio.clone(), cuenta, sesion))
            }
            Reparto::Examen(e) => {
                let suyo = e.casos.iter().find(|c| c.clave == caso)?;
                let criterio = Criterio {
                    tiempo: Tiempo {
                        limite: e.limite_por_caso,
                        ..Tiempo::default()
                    },
                    intentos: Intentos {
                        maximo: e.intentos,
                        ..Intentos::default()
                    },
                    ..Criterio::default()
                };
                Some(Registro::de_planteamiento(suyo.clone(), criterio, cuenta, sesion))
            }
        }
    }

    /// Notes what was handed in, and how long the whole has taken.
    pub fn anotar(&mut self, registro: &Registro) {
        if let Some(entrega) = registro.entregas.last() {
            self.resultados.anotar(entrega.intento.clone());
        }
        let desde = self.empezada.unwrap_or_else(ahora);
        self.resultados.segundos = u32::try_from((ahora() - desde).max(0) / 1000).unwrap_or(u32::MAX);
    }

    /// How many attempts of a case were handed in.
    pub fn entregados(&self, caso: &str) -> usize {
        self.resultados.intentos.iter().filter(|i| i.caso == caso).count()
    }

    /// Keeps it.
    ///
    /// # Errors
    /// When the browser does not let it.
    pub async fn guardar(&self) -> Result<(), ErrorDeAlmacen> {
        almacen::guardar(Cajon::Recibida, &self.clave(), self).await
    }

    /// Takes it away from this computer.
    ///
    /// # Errors
    /// When the browser does not let it.
    pub async fn borrar(&self) -> Result<(), ErrorDeAlmacen> {
        almacen::borrar(Cajon::Recibida, &self.clave()).await
    }

    /// The one of this account and this session.
    ///
    /// # Errors
    /// When the browser does not let it.
    pub async fn de_la_sesion(cuenta: &str, sesion: &str) -> Result<Option<Self>, ErrorDeAlmacen> {
        almacen::leer(Cajon::Recibida, &[cuenta, "/", sesion].concat()).await
    }

    /// Those of an account.
    ///
    /// # Errors
    /// When the browser does not let it.
    pub async fn de_la_cuenta(cuenta: &str) -> Result<Vec<Self>, ErrorDeAlmacen> {
        let (mut todas, _) = almacen::todos::<Self>(Cajon::Recibida).await?;
        todas.retain(|r| r.cuenta == cuenta);
        Ok(todas)
    }
}

impl Reparto {
    /// Key of the session.
    pub fn sesion(&self) -> &str {
        match self {
            Self::Practica(p) => &p.sesion,
            Self::Examen(e) => &e.sesion,
        }
    }

    /// Its title.
    pub fn titulo(&self) -> &str {
        match self {
            Self::Practica(p) => &p.titulo,
            Self::Examen(e) => &e.titulo,
        }
    }

    /// Words for the trainee.
    pub fn instrucciones(&self) -> &str {
        match self {
            Self::Practica(p) => &p.instrucciones,
            Self::Examen(e) => &e.instrucciones,
        }
    }

    /// For whom it is; without a key, for whoever opens it.
    pub fn aprendiz(&self) -> &Aprendiz {
        match self {
            Self::Practica(p) => &p.aprendiz,
            Self::Examen(e) => &e.aprendiz,
        }
    }

    /// Seconds there are for the whole.
    pub fn limite(&self) -> Option<u32> {
        match self {
            Self::Practica(p) => p.limite,
            Self::Examen(e) => e.limite,
        }
    }

    /// Whether it is an exam.
    pub fn es_examen(&self) -> bool {
        matches!(self, Self::Examen(_))
    }

    /// Key and title of each case, in their order.
    pub fn casos(&self) -> Vec<(String, String)> {
        let de = |clave: &str, titulo: &str| (clave.to_owned(), titulo.to_owned());
        match self {
            Self::Practica(p) => p.casos.iter().map(|c| de(&c.clave, &c.titulo)).collect(),
            Self::Examen(e) => e
                .casos
                .iter()
                .map(|c: &Planteamiento| de(&c.clave, &c.titulo))
                .collect(),
        }
    }
}
