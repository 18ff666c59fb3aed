//! What is doubtful of the layout: each doubt is a named choice with its documented default.

use serde::{Deserialize, Serialize};

/// How what is doubtful is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Politicas {
    /// What fills positions 110 to 115.
    pub relleno: Relleno,
    /// How the kinds of salary are numbered.
    pub tipo_salario: TipoSalario,
    /// What a change of salary carries in positions 116 to 118.
    pub modificacion: Modificacion,
}

/// What fills positions 110 to 115.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relleno {
    /// Zeros.
    #[default]
    Ceros,
    /// Spaces.
    Espacios,
}

/// How the kinds of salary are numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TipoSalario {
    /// 0 fijo, 1 variable, 2 mixto: the official AFIL-02.
    #[default]
    Afil02,
    /// 1 fijo, 2 variable, 3 mixto, as some programs do.
    DesdeUno,
}

/// What a change of salary carries in positions 116 to 118.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modificacion {
    /// Zeros.
    #[default]
    Ceros,
    /// What the row says of the worker.
    DelRenglon,
}

/// A doubt, for the screen.
#[derive(Debug)]
pub struct Ficha {
    /// Its key in the record.
    pub clave: &'static str,
    /// Its question.
    pub pregunta: &'static str,
    /// Its values, the default first, each with what it means.
    pub valores: &'static [(&'static str, &'static str)],
}

/// Every doubt.
pub static FICHAS: &[Ficha] = &[
    Ficha {
        clave: "relleno",
        pregunta: "¿Con qué se llenan las posiciones 110 a 115?",
        valores: &[("ceros", "Con ceros"), ("espacios", "Con espacios")],
    },
    Ficha {
        clave: "tipo_salario",
        pregunta: "¿Cómo se numera el tipo de salario?",
        valores: &[
            ("afil02", "0 fijo, 1 variable, 2 mixto, como el AFIL-02 oficial"),
            (
                "desde_uno",
                "1 fijo, 2 variable, 3 mixto, como lo hacen algunos programas",
            ),
        ],
    },
    Ficha {
        clave: "modificacion",
        pregunta: "En una modificación de salario, ¿qué va en las posiciones 116 a 118?",
        valores: &[
            ("ceros", "Ceros"),
            (
                "del_renglon",
                "El tipo de trabajador, el de salario y la semana del renglón",
            ),
        ],
    },
];

impl Politicas {
    /// The value chosen of a doubt.
    pub fn valor(&self, clave: &str) -> &'static str {
        match clave {
            "relleno" if self.relleno == Relleno::Espacios => "espacios",
            "relleno" => "ceros",
            "tipo_salario" if self.tipo_salario == TipoSalario::DesdeUno => "desde_uno",
            "tipo_salario" => "afil02",
            "modificacion" if self.modificacion == Modificacion::DelRenglon => "del_renglon",
            "modificacion" => "ceros",
            _ => "",
        }
    }

    /// Chooses. A key or a value that is not known changes nothing.
    pub fn elegir(&mut self, clave: &str, valor: &str) {
        match (clave, valor) {
            ("relleno", "ceros") => self.relleno = Relleno::Ceros,
            ("relleno", "espacios") => self.relleno = Relleno::Espacios,
            ("tipo_salario", "afil02") => self.tipo_salario = TipoSalario::Afil02,
            ("tipo_salario", "desde_uno") => self.tipo_salario = TipoSalario::DesdeUno,
            ("modificacion", "ceros") => self.modificacion = Modificacion::Ceros,
            ("modificacion", "del_renglon") => self.modificacion = Modificacion::DelRenglon,
            _ => {}
        }
    }

    /// What the file carries for a kind of salary of the AFIL-02.
    pub(super) fn al_archivo(self, tipo: u8) -> u8 {
        tipo + u8::from(self.tipo_salario == TipoSalario::DesdeUno)
    }
}
