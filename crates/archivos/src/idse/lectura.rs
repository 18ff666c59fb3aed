//! Reading a batch. What is wrong with a cell stays in it as it was, for the rules to say; what has no cell is said here.

use super::escritura::son_digitos;
use super::{Aviso, Hallazgo, LARGO, Lote, Movimiento, Problema, Rechazo, Relleno, Tipos};
use crate::conocidos::Conocido;
use crate::formato;
use crate::texto::{Codificacion, decodificar};
use chrono::NaiveDate;

/// Largest file that is read. A batch of five thousand movements is a fifth of it.
const LIMITE: usize = 4 * 1024 * 1024;

/// Most findings that are kept; the rest are counted.
const HALLAZGOS: usize = 200;

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lectura {
    /// The movements as they stand in the file.
    pub renglones: Vec<Renglon>,
    /// The first guía.
    pub guia: String,
    /// What fills positions 110 to 115.
    pub relleno: Relleno,
    /// What is wrong.
    pub hallazgos: Vec<Hallazgo>,
    /// Findings that were not kept.
    pub omitidos: usize,
    /// How the file was encoded.
    pub codificacion: Codificacion,
}

/// A movement as it stands in the file: the text of each field without the spaces around it, `/` as `Ñ` in names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // the fields of the layout, by name
pub struct Renglon {
    /// Its line in the file, from 1.
    pub numero: usize,
    pub registro_patronal: String,
    pub nss: String,
    pub primer_apellido: String,
    pub segundo_apellido: String,
    pub nombres: String,
    pub sbc: String,
    pub trabajador: String,
    pub salario: String,
    pub semana: String,
    pub fecha: String,
    pub umf: String,
    pub tipo: String,
    pub clave: String,
    pub causa: String,
    pub curp: String,
}

/// Reads a file.
///
/// # Errors
/// When it is not a batch for IDSE: see [`Rechazo`].
pub fn leer(bytes: &[u8]) -> Result<Lectura, Rechazo> {
    if bytes.len() > LIMITE {
        return Err(Rechazo::DemasiadosBytes {
            bytes: bytes.len(),
            limite: LIMITE,
        });
    }
    if let Some(formato) = formato::detect(bytes) {
        return Err(Rechazo::NoEsTexto(formato));
    }
    let (texto, codificacion) = decodificar(bytes);
    let lineas = lineas(&texto);
    if lineas.iter().all(|l| l.trim().is_empty()) {
        return Err(Rechazo::Vacio);
    }
    reconocer(&lineas)?;
    let mut lector = Lector::nuevo(codificacion);
    for (i, linea) in lineas.iter().enumerate() {
        lector.linea(i + 1, linea);
    }
    Ok(lector.terminar())
}

/// The lines, without the blank ones at the end nor the mark with which DOS closed its files.
fn lineas(texto: &str) -> Vec<&str> {
    let texto = texto.trim_end_matches(['\u{1a}', '\r', '\n']);
    let fin = if texto.contains('\n') { '\n' } else { '\r' };
    texto.split(fin).map(|l| l.trim_end_matches('\r')).collect()
}

/// Whether most records are of 168 positions; if not, what file it is.
fn reconocer(lineas: &[&str]) -> Result<(), Rechazo> {
    let mut largos: Vec<usize> = lineas
        .iter()
        .filter(|l| !l.trim().is_empty())
        .map(|l| l.chars().count())
        .collect();
    largos.sort_unstable();
    let comun = largos.chunk_by(|a, b| a == b).max_by_key(|iguales| iguales.len());
    let posiciones = comun.and_then(|iguales| iguales.first().copied()).unwrap_or(0);
    let primera = lineas.iter().find(|l| !l.trim().is_empty()).copied().unwrap_or("");
    if let Some(otro) = Conocido::reconocer(posiciones, primera).filter(|c| *c != Conocido::Idse) {
        return Err(Rechazo::Otro(otro.nombre(), otro.que_hacer()));
    }
    match posiciones {
        196 | 197 => Err(Rechazo::Inventado { posiciones }),
        LARGO => Ok(()),
        // one line too long or too short among a few is a finding on it, not another file
        _ if largos.contains(&LARGO) => Ok(()),
        _ => Err(Rechazo::OtroLargo { posiciones }),
    }
}

struct Lector {
    lectura: Lectura,
    registro: Option<String>,
    guia: Option<String>,
    /// Lines of the control records, with what they count.
    controles: Vec<(usize, String)>,
    con_espacios: usize,
}

impl Lector {
    fn nuevo(codificacion: Codificacion) -> Self {
        Self {
            lectura: Lectura {
                renglones: Vec::new(),
                guia: String::new(),
                relleno: Relleno::Ceros,
                hallazgos: Vec::new(),
                omitidos: 0,
                codificacion,
            },
            registro: None,
            guia: None,
            controles: Vec::new(),
            con_espacios: 0,
        }
    }

    fn hallar(&mut self, renglon: usize, posiciones: Option<(usize, usize)>, problema: Problema) {
        if self.lectura.hallazgos.len() < HALLAZGOS {
            self.lectura.hallazgos.push(Hallazgo {
                renglon,
                posiciones,
                problema,
            });
        } else {
            self.lectura.omitidos += 1;
        }
    }

    fn linea(&mut self, numero: usize, linea: &str) {
        if linea.trim().is_empty() {
            return self.hallar(numero, None, Problema::EnBlanco);
        }
        let letras: Vec<char> = linea.chars().collect();
        if letras.len() != LARGO {
            self.hallar(numero, None, Problema::Largo(letras.len()));
        } else if letras.last() != Some(&'9') {
            let hay = letras.last().map(char::to_string).unwrap_or_default();
            self.hallar(numero, Some((LARGO, LARGO)), Problema::SinNueve(hay));
        }
        if letras.contains(&'\u{fffd}') {
            self.hallar(numero, None, Problema::Letras);
        }
        if letras.first() == Some(&'*') {
            self.control(numero, &letras);
        } else {
            self.movimiento(numero, &letras);
        }
    }

    fn control(&mut self, numero: usize, letras: &[char]) {
        if !self.controles.is_empty() {
            self.hallar(numero, None, Problema::OtroControl);
        }
        self.controles.push((numero, campo(letras, 57, 62)));
        self.misma_guia(numero, campo(letras, 134, 138));
    }

    fn movimiento(&mut self, numero: usize, letras: &[char]) {
        if self.controles.len() == 1 && self.controles.first().is_some_and(|c| c.0 + 1 == numero) {
            self.hallar(numero, None, Problema::DespuesDelControl);
        }
        let renglon = Renglon {
            numero,
            registro_patronal: campo(letras, 1, 11),
            nss: campo(letras, 12, 22),
            primer_apellido: nombre(letras, 23),
            segundo_apellido: nombre(letras, 50),
            nombres: nombre(letras, 77),
            sbc: campo(letras, 104, 109),
            trabajador: campo(letras, 116, 116),
            salario: campo(letras, 117, 117),
            semana: campo(letras, 118, 118),
            fecha: campo(letras, 119, 126),
            umf: campo(letras, 127, 129),
            tipo: campo(letras, 132, 133),
            clave: campo(letras, 139, 148),
            causa: campo(letras, 149, 149),
            curp: campo(letras, 150, 167),
        };
        self.rellenos(numero, letras);
        if !matches!(renglon.tipo.as_str(), "02" | "07" | "08") {
            self.hallar(numero, Some((132, 133)), Problema::Tipo(renglon.tipo.clone()));
        }
        let primero = self
            .registro
            .get_or_insert_with(|| renglon.registro_patronal.clone())
            .clone();
        if primero != renglon.registro_patronal {
            let este = renglon.registro_patronal.clone();
            self.hallar(numero, Some((1, 11)), Problema::OtroRegistro { este, primero });
        }
        self.misma_guia(numero, campo(letras, 134, 138));
        self.lectura.renglones.push(renglon);
    }

    fn rellenos(&mut self, numero: usize, letras: &[char]) {
        let central: String = letras.iter().skip(109).take(6).collect();
        match central.as_str() {
            "000000" => {}
            "      " => self.con_espacios += 1,
            _ if letras.len() != LARGO => {}
            _ => self.hallar(numero, Some((110, 115)), Problema::RellenoCentral(central)),
        }
        let hay = campo(letras, 130, 131);
        if !hay.is_empty() {
            self.hallar(numero, Some((130, 131)), Problema::Relleno(hay));
        }
    }

    fn misma_guia(&mut self, numero: usize, esta: String) {
        let primera = self.guia.get_or_insert_with(|| esta.clone()).clone();
        if primera != esta {
            self.hallar(numero, Some((134, 138)), Problema::OtraGuia { esta, primera });
        }
    }

    fn terminar(mut self) -> Lectura {
        let hay = self.lectura.renglones.len();
        match self.controles.first().cloned() {
            None => self.hallar(0, None, Problema::SinControl),
            Some((numero, dice)) if self.controles.len() == 1 && dice.parse() != Ok(hay) => {
                self.hallar(numero, Some((57, 62)), Problema::Cuenta { dice, hay });
            }
            Some(_) => {}
        }
        if hay > 0 && self.con_espacios == hay {
            self.lectura.relleno = Relleno::Espacios;
        }
        self.lectura.guia = self.guia.unwrap_or_default();
        self.lectura
    }
}

/// The text at some positions, from 1, without the spaces around it.
fn campo(letras: &[char], desde: usize, hasta: usize) -> String {
    let texto: String = letras
        .iter()
        .skip(desde.saturating_sub(1))
        .take((hasta + 1).saturating_sub(desde))
        .collect();
    texto.trim().to_owned()
}

fn nombre(letras: &[char], desde: usize) -> String {
    campo(letras, desde, desde + super::LARGO_DE_NOMBRE - 1).replace('/', "Ñ")
}

impl Lectura {
    /// The batch, when nothing is wrong with how it is written. Whether it makes sense is for the rules.
    pub fn lote(&self) -> Option<Lote> {
        let movimientos: Option<Vec<Movimiento>> = self.renglones.iter().map(Renglon::movimiento).collect();
        (self.hallazgos.is_empty() && son_digitos(&self.guia, 5)).then_some(Lote {
            movimientos: movimientos?,
            guia: self.guia.clone(),
            relleno: self.relleno,
        })
    }
}

impl Renglon {
    /// The date, if it is one.
    pub fn fecha(&self) -> Option<NaiveDate> {
        if !son_digitos(&self.fecha, 8) {
            return None;
        }
        let numero = |desde, hasta| self.fecha.get(desde..hasta)?.parse::<u32>().ok();
        let anio = i32::try_from(numero(4, 8)?).ok()?;
        NaiveDate::from_ymd_opt(anio, numero(2, 4)?, numero(0, 2)?)
    }

    /// The SBC in cents, if it is a number.
    pub fn sbc(&self) -> Option<u32> {
        son_digitos(&self.sbc, 6).then(|| self.sbc.parse().ok()).flatten()
    }

    fn movimiento(&self) -> Option<Movimiento> {
        let digito = |texto: &str| son_digitos(texto, 1).then(|| texto.parse().ok()).flatten();
        let tipos = Tipos {
            trabajador: digito(&self.trabajador)?,
            salario: digito(&self.salario)?,
            semana: digito(&self.semana)?,
        };
        let aviso = match self.tipo.as_str() {
            "08" => Aviso::Reingreso {
                sbc: self.sbc()?,
                tipos,
                umf: self.umf.clone(),
                curp: self.curp.clone(),
            },
            "02" => Aviso::Baja {
                causa: self.causa.chars().next()?,
            },
            "07" => Aviso::Modificacion {
                sbc: self.sbc()?,
                tipos,
                curp: self.curp.clone(),
            },
            _ => return None,
        };
        Some(Movimiento {
            registro_patronal: self.registro_patronal.clone(),
            nss: self.nss.clone(),
            primer_apellido: self.primer_apellido.clone(),
            segundo_apellido: self.segundo_apellido.clone(),
            nombres: self.nombres.clone(),
            fecha: self.fecha()?,
            clave: self.clave.clone(),
            aviso,
        })
    }
}
