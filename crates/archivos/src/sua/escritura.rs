//! Writing ASEG and MOVT as SUA imports them: 164 and 49 positions, ASCII, CRLF. A file is written whole or not at all.

use super::campos::{Campo, aseg, movt};
use super::{Asegurado, LARGO_ASEG, LARGO_MOVT, Movimiento, Tipo};
use chrono::NaiveDate;
use std::fmt;

/// What keeps a record from being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Falta {
    /// Which record, from 0.
    pub registro: usize,
    /// Which datum.
    pub campo: &'static str,
    /// What is wrong and how it is mended, in Spanish.
    pub mensaje: String,
}

impl fmt::Display for Falta {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.campo, self.mensaje)
    }
}

/// Bytes of ASEG.
///
/// # Errors
/// Everything that is missing or does not fit, of every record.
pub fn escribir_aseg(asegurados: &[Asegurado]) -> Result<Vec<u8>, Vec<Falta>> {
    escribir(asegurados, LARGO_ASEG, |linea, a| {
        linea.clave(aseg::REGISTRO, &a.registro_patronal, 11);
        linea.clave(aseg::NSS, &a.nss, 11);
        linea.libre(aseg::RFC, &a.rfc, true);
        linea.libre(aseg::CURP, &a.curp, true);
        linea.nombre(a);
        linea.cifra(aseg::TIPO, i64::from(a.tipo), 1..=4);
        linea.cifra(aseg::JORNADA, i64::from(a.jornada), 0..=6);
        linea.fecha(aseg::ALTA, a.alta);
        linea.cifra(aseg::SDI, a.sdi, 1..=9_999_999);
        linea.libre(aseg::UBICACION, &a.ubicacion, false);
        match &a.credito {
            None => {
                linea.poner(aseg::CREDITO, "");
                linea.poner(aseg::INICIO, "00000000");
                linea.poner(aseg::TIPO_DESCUENTO, "0");
                linea.poner(aseg::VALOR, "00000000");
            }
            Some(credito) => {
                linea.libre(aseg::CREDITO, &credito.numero, true);
                linea.fecha(aseg::INICIO, credito.inicio);
                linea.cifra(aseg::TIPO_DESCUENTO, i64::from(credito.tipo), 1..=3);
                linea.clave(aseg::VALOR, &credito.valor, 8);
            }
        }
    })
}

/// Bytes of MOVT.
///
/// # Errors
/// Everything that is missing or does not fit, of every record.
pub fn escribir_movt(movimientos: &[Movimiento]) -> Result<Vec<u8>, Vec<Falta>> {
    escribir(movimientos, LARGO_MOVT, |linea, m| {
        linea.clave(movt::REGISTRO, &m.registro_patronal, 11);
        linea.clave(movt::NSS, &m.nss, 11);
        linea.poner(movt::TIPO, m.tipo.clave());
        linea.fecha(movt::FECHA, Some(m.fecha));
        linea.libre(movt::FOLIO, &m.folio, m.tipo == Tipo::Incapacidad);
        let dias = if m.tipo.lleva_dias() { 1..=99 } else { 0..=0 };
        linea.cifra(movt::DIAS, i64::from(m.dias), dias);
        let sdi = if m.tipo.lleva_salario() { 1..=9_999_999 } else { 0..=0 };
        linea.cifra(movt::SDI, m.sdi, sdi);
    })
}

fn escribir<T>(registros: &[T], largo: usize, llenar: impl Fn(&mut Linea, &T)) -> Result<Vec<u8>, Vec<Falta>> {
    let mut bytes = Vec::with_capacity(registros.len() * (largo + 2));
    let mut faltas = Vec::new();
    for (registro, dato) in registros.iter().enumerate() {
        let mut linea = Linea {
            registro,
            letras: vec![b' '; largo],
            faltas: &mut faltas,
        };
        llenar(&mut linea, dato);
        bytes.extend_from_slice(&linea.letras);
        bytes.extend_from_slice(b"\r\n");
    }
    if faltas.is_empty() { Ok(bytes) } else { Err(faltas) }
}

struct Linea<'a> {
    registro: usize,
    letras: Vec<u8>,
    faltas: &'a mut Vec<Falta>,
}

impl Linea<'_> {
    fn falta(&mut self, campo: Campo, mensaje: String) {
        self.faltas.push(Falta {
            registro: self.registro,
            campo: campo.titulo,
            mensaje,
        });
    }

    /// Puts a text that is ASCII and fits already.
    fn poner(&mut self, campo: Campo, texto: &str) {
        for (lugar, letra) in self.letras[campo.desde - 1..campo.hasta()]
            .iter_mut()
            .zip(texto.bytes())
        {
            *lugar = letra;
        }
    }

    /// A key of letters and digits of exactly so many characters.
    fn clave(&mut self, campo: Campo, texto: &str, largo: usize) {
        let texto = texto.trim().to_ascii_uppercase();
        if texto.len() == largo && texto.bytes().all(|b| b.is_ascii_alphanumeric()) {
            self.poner(campo, &texto);
        } else if texto.is_empty() {
            self.falta(campo, "falta.".to_owned());
        } else {
            self.falta(
                campo,
                format!("«{texto}» no es de {largo} letras o cifras, sin guiones."),
            );
        }
    }

    /// A text as SUA writes them.
    fn libre(&mut self, campo: Campo, texto: &str, se_pide: bool) {
        match letras_de_sua(texto.trim()) {
            Err(letra) => self.falta(
                campo,
                format!("la letra «{letra}» no existe en los archivos de SUA; quítela."),
            ),
            Ok(texto) if texto.is_empty() && se_pide => self.falta(campo, "falta.".to_owned()),
            Ok(texto) if texto.len() > campo.largo => {
                self.falta(campo, format!("tiene {} letras y caben {}.", texto.len(), campo.largo));
            }
            Ok(texto) => self.poner(campo, &texto),
        }
    }

    fn nombre(&mut self, a: &Asegurado) {
        let partes = [&a.paterno, &a.materno, &a.nombres].map(|p| p.trim());
        if partes[2].is_empty() || (partes[0].is_empty() && partes[1].is_empty()) {
            return self.falta(aseg::NOMBRE, "falta un apellido o el nombre.".to_owned());
        }
        if partes.iter().any(|p| p.contains('$')) {
            return self.falta(
                aseg::NOMBRE,
                "el signo $ separa los apellidos y no puede ir en ellos.".to_owned(),
            );
        }
        let junto = match partes {
            ["", materno, nombres] => [materno, "", nombres].join("$"),
            partes => partes.join("$"),
        };
        self.libre(aseg::NOMBRE, &junto, true);
    }

    fn cifra(&mut self, campo: Campo, valor: i64, cabe: std::ops::RangeInclusive<i64>) {
        if cabe.contains(&valor) {
            self.poner(campo, &format!("{valor:0ancho$}", ancho = campo.largo));
        } else if valor == 0 {
            self.falta(campo, "falta.".to_owned());
        } else {
            self.falta(
                campo,
                format!("{valor} no va ahí: de {} a {}.", cabe.start(), cabe.end()),
            );
        }
    }

    fn fecha(&mut self, campo: Campo, fecha: Option<NaiveDate>) {
        match fecha {
            Some(fecha) => self.poner(campo, &fecha.format("%d%m%Y").to_string()),
            None => self.falta(campo, "falta.".to_owned()),
        }
    }
}

/// Upper case, without accents, `Ñ` as `/`.
///
/// # Errors
/// The first letter that has no place there.
fn letras_de_sua(texto: &str) -> Result<String, char> {
    texto
        .chars()
        .flat_map(char::to_uppercase)
        .map(|letra| match letra {
            'Ñ' => Ok('/'),
            'Á' | 'À' | 'Ä' | 'Â' => Ok('A'),
            'É' | 'È' | 'Ë' | 'Ê' => Ok('E'),
            'Í' | 'Ì' | 'Ï' | 'Î' => Ok('I'),
            'Ó' | 'Ò' | 'Ö' | 'Ô' => Ok('O'),
            'Ú' | 'Ù' | 'Ü' | 'Û' => Ok('U'),
            letra if letra.is_ascii_graphic() || letra == ' ' => Ok(letra),
            otra => Err(otra),
        })
        .collect()
}
