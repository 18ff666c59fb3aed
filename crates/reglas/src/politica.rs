//! Doubt as a parameter: where the law or the practice is ambiguous, a named *política* with its documented default.

use crate::entrada::error_de_lectura;
use crate::mensajes::entrada as mensaje;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt;

/// A point on which law or practice is ambiguous.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Politica {
    /// Where an SBC between two ranges of the CEAV table falls.
    CeavHueco,
    /// What "1.00 salario mínimo" is in the CEAV table.
    CeavSalarioMinimo,
    /// Whether the limits of the CEAV ranges are compared in whole cents.
    CeavLimite,
    /// Decimals of the integration factor.
    FactorIntegracion,
    /// Which year of service is looked up in the holidays table.
    AnioServicio,
    /// Floor of the SBC with a reduced week.
    PisoSemanaReducida,
    /// Whose non-working days count.
    Inhabiles,
    /// Margin of overtime that is not part of the SBC since the reform of 2026-03-03.
    LimiteHorasExtra,
    /// Salary on which food and lodging in kind are estimated.
    BaseEspecie,
    /// Decimals of the average of workers in the formula of the prima.
    DecimalesDelPromedio,
    /// Day whose UMA measures a fine.
    UmaDeLaMulta,
    /// What becomes of the decimals of the factor of actualización after the fourth.
    FactorActualizacion,
    /// What is done when the INPC that rules is not loaded.
    InpcFuturo,
    /// Formula of the instalment of a payment plan.
    Parcialidad,
    /// What is done with the worker's share of a deferred RCV.
    RcvObrera,
    /// What the initial payment of a plan is a percentage of.
    BaseInicial,
}

/// What a person reads of a política.
#[derive(Debug)]
pub struct FichaDePolitica {
    /// Which one.
    pub politica: Politica,
    /// Its name in the contract.
    pub nombre: &'static str,
    /// Its question, in Spanish.
    pub pregunta: &'static str,
    /// Its values, the default first, each with what it means.
    pub valores: &'static [(&'static str, &'static str)],
}

/// Every política, in the order of [`Politica`].
pub const POLITICAS: &[FichaDePolitica] = &[
    FichaDePolitica {
        politica: Politica::CeavHueco,
        nombre: "ceav_hueco",
        pregunta: "¿En qué rango de cesantía y vejez cae un SBC que queda entre dos rangos?",
        valores: &[
            ("sua", "En el inferior, como lo calcula el SUA desde la versión 3.6.3"),
            ("superior", "En el superior, criterio que despachos atribuyen a la SCJN"),
        ],
    },
    FichaDePolitica {
        politica: Politica::CeavSalarioMinimo,
        nombre: "ceav_salario_minimo",
        pregunta: "¿Qué es «1.00 salario mínimo» en la tabla de cesantía y vejez?",
        valores: &[
            ("literal", "Un SBC que no pasa del salario mínimo del área"),
            (
                "integrado",
                "Un SBC que no pasa del salario mínimo con el factor mínimo de integración",
            ),
        ],
    },
    FichaDePolitica {
        politica: Politica::CeavLimite,
        nombre: "ceav_limite",
        pregunta: "¿Los límites de los rangos de cesantía y vejez se redondean a centavos?",
        valores: &[
            ("centavo", "Se comparan redondeados a centavos"),
            ("exacto", "Se comparan con el producto sin redondear"),
        ],
    },
    FichaDePolitica {
        politica: Politica::FactorIntegracion,
        nombre: "factor_integracion",
        pregunta: "¿Con cuántos decimales se usa el factor de integración?",
        valores: &[
            ("completo", "Con todos; sólo el salario resultante se redondea"),
            ("cuatro_decimales", "Con cuatro"),
        ],
    },
    FichaDePolitica {
        politica: Politica::AnioServicio,
        nombre: "anio_servicio",
        pregunta: "¿Con qué año de servicio se buscan los días de vacaciones?",
        valores: &[
            ("en_curso", "Con el que está corriendo: el primer día ya es el año 1"),
            ("cumplidos", "Con los años cumplidos, al menos uno"),
        ],
    },
    FichaDePolitica {
        politica: Politica::PisoSemanaReducida,
        nombre: "piso_semana_reducida",
        pregunta: "¿Cuál es el salario más bajo con que se cotiza en semana reducida?",
        valores: &[
            ("salario_minimo", "El salario mínimo del área"),
            ("integrado", "El salario mínimo con el factor mínimo de integración"),
        ],
    },
    FichaDePolitica {
        politica: Politica::Inhabiles,
        nombre: "inhabiles",
        pregunta: "¿Qué días son inhábiles?",
        valores: &[
            ("cff12", "Los del Código Fiscal de la Federación, artículo 12"),
            ("lft74", "Los descansos de la Ley Federal del Trabajo, artículo 74"),
        ],
    },
    FichaDePolitica {
        politica: Politica::LimiteHorasExtra,
        nombre: "limite_horas_extra",
        pregunta: "Desde el 3 de marzo de 2026, ¿cuántas horas extra a la semana no integran el salario?",
        valores: &[
            ("sin_valor", "No se supone ninguna: se pide el dato"),
            ("nueve", "Nueve, como antes de la reforma constitucional"),
            ("doce", "Doce, como dice la reforma constitucional"),
        ],
    },
    FichaDePolitica {
        politica: Politica::BaseEspecie,
        nombre: "base_especie",
        pregunta: "¿Sobre qué salario se estima la alimentación o la habitación gratuita?",
        valores: &[
            ("cuota_diaria", "Sobre la cuota diaria en efectivo"),
            (
                "integrado",
                "Sobre el salario ya integrado con aguinaldo y prima vacacional",
            ),
        ],
    },
    FichaDePolitica {
        politica: Politica::DecimalesDelPromedio,
        nombre: "decimales_del_promedio",
        pregunta: "¿Con cuántos decimales entra el promedio de trabajadores en la fórmula de la prima?",
        valores: &[
            ("completo", "Con todos; sólo la prima resultante se redondea"),
            ("un_decimal", "Con uno, como en casi todos los ejemplos publicados"),
            ("cuatro_decimales", "Con cuatro"),
        ],
    },
    FichaDePolitica {
        politica: Politica::UmaDeLaMulta,
        nombre: "uma_de_la_multa",
        pregunta: "¿Con la UMA de qué día se mide una multa?",
        valores: &[
            ("infraccion", "La del día siguiente al vencimiento del plazo"),
            ("presentacion", "La del día en que se cumple fuera de plazo"),
        ],
    },
    FichaDePolitica {
        politica: Politica::FactorActualizacion,
        nombre: "factor_actualizacion",
        pregunta: "¿Qué se hace con los decimales del factor de actualización después del diezmilésimo?",
        valores: &[
            ("truncar", "Se cortan: la ley dice «hasta el diezmilésimo»"),
            ("redondear", "Se redondean al diezmilésimo"),
        ],
    },
    FichaDePolitica {
        politica: Politica::InpcFuturo,
        nombre: "inpc_futuro",
        pregunta: "¿Qué se hace si el INPC que rige no está cargado?",
        valores: &[
            ("error", "Se pide el dato"),
            (
                "ultimo",
                "Se estima con el último cargado, y se dice que es una estimación",
            ),
        ],
    },
    FichaDePolitica {
        politica: Politica::Parcialidad,
        nombre: "parcialidad",
        pregunta: "¿Cómo se calcula cada parcialidad de un convenio?",
        valores: &[
            (
                "anualidad",
                "Pagos iguales; cada mes los recargos son sobre el saldo que queda",
            ),
            (
                "global",
                "Pagos iguales; cada mes los recargos son sobre el saldo inicial",
            ),
        ],
    },
    FichaDePolitica {
        politica: Politica::RcvObrera,
        nombre: "rcv_obrera",
        pregunta: "Al diferir RCV, ¿qué se hace con la cuota del trabajador?",
        valores: &[
            (
                "se_paga",
                "Se paga completa con el pago inicial, como toda cuota obrera",
            ),
            ("se_difiere", "Se difiere con el periodo completo"),
        ],
    },
    FichaDePolitica {
        politica: Politica::BaseInicial,
        nombre: "base_inicial",
        pregunta: "¿De qué adeudo es porcentaje el pago inicial de un convenio?",
        valores: &[
            (
                "sin_obrera",
                "Del adeudo sin la cuota obrera, que se paga aparte y completa",
            ),
            (
                "con_obrera",
                "Del adeudo total, y además se paga la cuota obrera completa",
            ),
        ],
    },
];

const CUANTAS: usize = POLITICAS.len();

/// The choices of one calculation. What is not chosen has its default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Politicas {
    elegidas: [Option<u8>; CUANTAS],
}

impl Politicas {
    /// Whether `politica` has the value called `valor`.
    pub fn es(&self, politica: Politica, valor: &str) -> bool {
        self.valor(politica) == valor
    }

    /// Name of the value in use.
    pub fn valor(&self, politica: Politica) -> &'static str {
        let ficha = &POLITICAS[politica as usize];
        let indice = self.elegidas[politica as usize].unwrap_or(0);
        ficha.valores.get(usize::from(indice)).map_or("", |v| v.0)
    }

    /// Whether nobody chose: the default is in use.
    pub fn por_omision(&self, politica: Politica) -> bool {
        self.elegidas[politica as usize].is_none()
    }

    /// Chooses by the names of the contract; `false` if there is no such política or value.
    pub fn elegir(&mut self, nombre: &str, valor: &str) -> bool {
        let Some((indice, ficha)) = POLITICAS.iter().enumerate().find(|(_, f)| f.nombre == nombre) else {
            return false;
        };
        match ficha.valores.iter().position(|v| v.0 == valor) {
            Some(posicion) => {
                self.elegidas[indice] = u8::try_from(posicion).ok();
                true
            }
            None => false,
        }
    }
}

impl Serialize for Politicas {
    fn serialize<S: Serializer>(&self, serializador: S) -> Result<S::Ok, S::Error> {
        let mut mapa = serializador.serialize_map(None)?;
        for ficha in POLITICAS {
            if !self.por_omision(ficha.politica) {
                mapa.serialize_entry(ficha.nombre, self.valor(ficha.politica))?;
            }
        }
        mapa.end()
    }
}

impl<'de> Deserialize<'de> for Politicas {
    fn deserialize<D: Deserializer<'de>>(deserializador: D) -> Result<Self, D::Error> {
        struct Mapa;
        impl<'de> Visitor<'de> for Mapa {
            type Value = Politicas;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("un objeto con políticas, por ejemplo {\"ceav_hueco\": \"sua\"}")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut mapa: A) -> Result<Politicas, A::Error> {
                let mut politicas = Politicas::default();
                while let Some((nombre, valor)) = mapa.next_entry::<String, String>()? {
                    if !politicas.elegir(&nombre, &valor) {
                        return Err(A::Error::custom(desconocida(&nombre, &valor)));
                    }
                }
                Ok(politicas)
            }
        }
        deserializador.deserialize_map(Mapa)
    }
}

fn desconocida(nombre: &str, valor: &str) -> String {
    let opciones: Vec<&str> = match POLITICAS.iter().find(|f| f.nombre == nombre) {
        Some(ficha) => ficha.valores.iter().map(|v| v.0).collect(),
        None => POLITICAS.iter().map(|f| f.nombre).collect(),
    };
    error_de_lectura(
        &mensaje::POLITICA_DESCONOCIDA,
        &[("nombre", nombre), ("valor", valor), ("opciones", &opciones.join(", "))],
    )
}

/// The políticas that made a difference in one calculation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PoliticasAplicadas {
    aplicadas: Vec<(Politica, &'static str, bool)>,
}

impl PoliticasAplicadas {
    /// Notes that another value of `politica` would have given something else.
    pub fn importa(&mut self, politica: Politica, politicas: &Politicas) {
        if !self.aplicadas.iter().any(|(p, _, _)| *p == politica) {
            self.aplicadas
                .push((politica, politicas.valor(politica), politicas.por_omision(politica)));
            self.aplicadas.sort_by_key(|(p, _, _)| *p as usize);
        }
    }

    /// Each one: which, the value in use, and whether it is the default.
    pub fn iter(&self) -> impl Iterator<Item = (Politica, &'static str, bool)> {
        self.aplicadas.iter().copied()
    }
}

impl Serialize for PoliticasAplicadas {
    fn serialize<S: Serializer>(&self, serializador: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Aplicada {
            valor: &'static str,
            por_omision: bool,
        }
        let mut mapa = serializador.serialize_map(Some(self.aplicadas.len()))?;
        for (politica, valor, por_omision) in self.iter() {
            let nombre = POLITICAS[politica as usize].nombre;
            mapa.serialize_entry(nombre, &Aplicada { valor, por_omision })?;
        }
        mapa.end()
    }
}
