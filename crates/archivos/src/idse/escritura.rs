//! Writing a batch.

use super::{Aviso, LARGO, LARGO_DE_CLAVE, LARGO_DE_NOMBRE, Lote, MAXIMO, Movimiento, Relleno, Tipos};
use chrono::Datelike;
use std::fmt;

/// A movement has something that its field cannot hold: nothing is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoCabe {
    /// The movement, from 1; 0 is the batch itself.
    pub renglon: usize,
    /// Name of the field.
    pub campo: &'static str,
    /// What it was.
    pub valor: String,
}

impl fmt::Display for NoCabe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Renglón {}: «{}» no cabe en {}.",
            self.renglon, self.valor, self.campo
        )
    }
}

impl std::error::Error for NoCabe {}

/// The file: ASCII (so it is cp1252, latin-1 and UTF-8 at once), CRLF at the end of each record.
///
/// # Errors
/// Everything that does not fit, or that would not be read back as it is.
pub fn escribir(lote: &Lote) -> Result<Vec<u8>, Vec<NoCabe>> {
    let mut pluma = Pluma::default();
    let cuantos = lote.movimientos.len();
    pluma.renglon = 0;
    if !son_digitos(&lote.guia, 5) {
        pluma.falla("la guía", &lote.guia);
    }
    if cuantos > MAXIMO {
        pluma.falla("la cifra de control", &cuantos.to_string());
    }
    pluma.salida.reserve((LARGO + 2) * (cuantos + 1));
    for movimiento in &lote.movimientos {
        pluma.renglon += 1;
        pluma.movimiento(lote, movimiento);
    }
    pluma.poner(&"*".repeat(13));
    pluma.espacios(43);
    pluma.poner(&format!("{cuantos:06}"));
    pluma.espacios(71);
    pluma.poner(&lote.guia);
    pluma.espacios(29);
    pluma.poner("9\r\n");
    if pluma.fallas.is_empty() {
        Ok(pluma.salida.into_bytes())
    } else {
        Err(pluma.fallas)
    }
}

/// Name of the file: registro patronal, guía, and the day it was made.
pub fn nombre_de_archivo(lote: &Lote, dia: chrono::NaiveDate) -> String {
    let registro = lote.movimientos.first().map_or("", |m| m.registro_patronal.as_str());
    format!(
        "IDSE_{registro}_{}_{:04}{:02}{:02}.txt",
        lote.guia,
        dia.year(),
        dia.month(),
        dia.day()
    )
}

#[derive(Default)]
struct Pluma {
    salida: String,
    renglon: usize,
    fallas: Vec<NoCabe>,
}

impl Pluma {
    fn movimiento(&mut self, lote: &Lote, m: &Movimiento) {
        self.exacto("el registro patronal", &m.registro_patronal, 11, alfanumerico);
        self.exacto("el NSS", &m.nss, 11, |c| c.is_ascii_digit());
        self.nombre("el primer apellido", &m.primer_apellido);
        self.nombre("el segundo apellido", &m.segundo_apellido);
        self.nombre("el nombre", &m.nombres);
        let (sbc, tipos, umf, causa, curp) = match &m.aviso {
            Aviso::Reingreso { sbc, tipos, umf, curp } => (*sbc, *tipos, umf.as_str(), ' ', curp.as_str()),
            Aviso::Baja { causa } => (0, Tipos::default(), "", *causa, ""),
            Aviso::Modificacion { sbc, tipos, curp } => (*sbc, *tipos, "", ' ', curp.as_str()),
        };
        self.numero("el SBC", sbc, 6);
        self.poner(match lote.relleno {
            Relleno::Ceros => "000000",
            Relleno::Espacios => "      ",
        });
        self.numero("el tipo de trabajador", tipos.trabajador.into(), 1);
        self.numero("el tipo de salario", tipos.salario.into(), 1);
        self.numero("la semana reducida", tipos.semana.into(), 1);
        self.fecha(m.fecha);
        self.exacto_o_nada("la UMF", umf, 3, |c| c.is_ascii_digit());
        self.espacios(2);
        self.poner(m.aviso.tipo());
        self.poner(&lote.guia);
        self.texto("la clave del trabajador", &m.clave, LARGO_DE_CLAVE, |c| {
            alfanumerico(c) || matches!(c, ' ' | '-' | '.' | '_')
        });
        if m.aviso.tipo() == "02" && !matches!(causa, '1'..='9' | 'A') {
            self.falla("la causa de la baja", &causa.to_string());
        }
        self.poner(&causa.to_string());
        self.exacto_o_nada("la CURP", curp, 18, alfanumerico);
        self.poner("9\r\n");
    }

    fn poner(&mut self, texto: &str) {
        self.salida.push_str(texto);
    }

    fn espacios(&mut self, cuantos: usize) {
        self.salida.extend(std::iter::repeat_n(' ', cuantos));
    }

    fn falla(&mut self, campo: &'static str, valor: &str) {
        self.fallas.push(NoCabe {
            renglon: self.renglon,
            campo,
            valor: valor.to_owned(),
        });
    }

    fn numero(&mut self, campo: &'static str, valor: u32, largo: usize) {
        let texto = format!("{valor:0largo$}");
        if texto.len() != largo {
            self.falla(campo, &texto);
        }
        self.poner(&texto);
    }

    fn fecha(&mut self, fecha: chrono::NaiveDate) {
        let texto = format!("{:02}{:02}{:04}", fecha.day(), fecha.month(), fecha.year());
        if texto.len() != 8 || fecha.year() < 0 {
            self.falla("la fecha", &fecha.to_string());
        }
        self.poner(&texto);
    }

    fn exacto(&mut self, campo: &'static str, valor: &str, largo: usize, admite: fn(char) -> bool) {
        if valor.len() != largo || !valor.chars().all(admite) {
            self.falla(campo, valor);
        }
        self.poner(valor);
    }

    fn exacto_o_nada(&mut self, campo: &'static str, valor: &str, largo: usize, admite: fn(char) -> bool) {
        if valor.is_empty() {
            self.espacios(largo);
        } else {
            self.exacto(campo, valor, largo, admite);
        }
    }

    /// To the left, spaces after it. What would not be read back as it is does not fit: spaces around.
    fn texto(&mut self, campo: &'static str, valor: &str, largo: usize, admite: impl Fn(char) -> bool) {
        let tiene = valor.chars().count();
        if tiene > largo || valor.trim() != valor || !valor.chars().all(admite) {
            self.falla(campo, valor);
        }
        self.poner(valor);
        self.espacios(largo.saturating_sub(tiene));
    }

    fn nombre(&mut self, campo: &'static str, valor: &str) {
        let antes = self.fallas.len();
        self.texto(campo, &valor.replace('Ñ', "/"), LARGO_DE_NOMBRE, |c| {
            c.is_ascii_uppercase() || matches!(c, ' ' | '/')
        });
        // a bar of its own would come back as a letter
        if valor.contains('/') && self.fallas.len() == antes {
            self.falla(campo, valor);
        }
    }
}

fn alfanumerico(c: char) -> bool {
    c.is_ascii_uppercase() || c.is_ascii_digit()
}

pub(super) fn son_digitos(texto: &str, largo: usize) -> bool {
    texto.len() == largo && texto.bytes().all(|b| b.is_ascii_digit())
}
