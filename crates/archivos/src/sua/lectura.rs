//! Reading ASEG and MOVT, in slices so that a long file does not freeze a page. A record with something that cannot be read
//! is left out and said; what can be read without doubt is taken.

use super::campos::{Campo, aseg, movt};
use super::hallazgo::{Hallazgo, Rechazo};
use super::{Asegurado, Credito, LARGO_ASEG, LARGO_MOVT, Movimiento, SOBRANTE_ASEG, Tipo};
use crate::conocidos::Conocido;
use crate::formato;
use crate::texto::decodificar;
use chrono::NaiveDate;

/// Largest file that is read: a hundred thousand workers.
const LIMITE: usize = 20 * 1024 * 1024;
/// Most findings that are kept; the rest are counted.
const HALLAZGOS: usize = 200;
/// Lines that are looked at to know which file it is.
const MUESTRA: usize = 200;

/// What was in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Archivo {
    /// ASEG.
    Aseg(Vec<Asegurado>),
    /// MOVT.
    Movt(Vec<Movimiento>),
}

impl Archivo {
    /// How many records were taken.
    #[must_use]
    pub fn cuantos(&self) -> usize {
        match self {
            Self::Aseg(registros) => registros.len(),
            Self::Movt(registros) => registros.len(),
        }
    }
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lectura {
    /// The records that could be taken.
    pub archivo: Archivo,
    /// What is wrong, in the order of the file.
    pub hallazgos: Vec<Hallazgo>,
    /// Findings that were not kept.
    pub omitidos: usize,
    /// Lines that were not taken.
    pub sin_leer: usize,
}

/// A file that is being read.
#[derive(Debug)]
pub struct Lector {
    texto: String,
    /// Where the next line begins.
    lugar: usize,
    renglon: usize,
    lectura: Lectura,
}

impl Lector {
    /// Looks at a file and begins.
    ///
    /// # Errors
    /// When it is neither ASEG nor MOVT: see [`Rechazo`].
    pub fn nuevo(bytes: &[u8]) -> Result<Self, Rechazo> {
        if bytes.len() > LIMITE {
            return Err(Rechazo::DemasiadosBytes {
                bytes: bytes.len(),
                limite: LIMITE,
            });
        }
        if let Some(formato) = formato::detect(bytes) {
            return Err(Rechazo::NoEsTexto(formato));
        }
        let (texto, _) = decodificar(bytes);
        let texto = texto.replace("\r\n", "\n").replace('\r', "\n");
        let archivo = reconocer(&texto)?;
        Ok(Self {
            texto,
            lugar: 0,
            renglon: 0,
            lectura: Lectura {
                archivo,
                hallazgos: Vec::new(),
                omitidos: 0,
                sin_leer: 0,
            },
        })
    }

    /// Reads up to so many lines; says whether it is finished.
    pub fn avanzar(&mut self, renglones: usize) -> bool {
        for _ in 0..renglones {
            let Some(resto) = self.texto.get(self.lugar..).filter(|r| !r.is_empty()) else {
                return true;
            };
            let fin = resto.find('\n').unwrap_or(resto.len());
            let linea = resto[..fin].to_owned();
            self.lugar += fin + 1;
            self.renglon += 1;
            self.linea(&linea);
        }
        self.lugar >= self.texto.len()
    }

    /// What was read.
    #[must_use]
    pub fn terminar(mut self) -> Lectura {
        while !self.avanzar(1000) {}
        self.lectura
    }

    fn linea(&mut self, linea: &str) {
        if linea
            .trim_matches(|c: char| c.is_whitespace() || c == '\u{1a}')
            .is_empty()
        {
            return; // blank lines and the mark with which DOS closed its files
        }
        let mut renglon = Renglon::nuevo(self.renglon, linea);
        let tomado = match &mut self.lectura.archivo {
            Archivo::Aseg(registros) => renglon.asegurado().map(|a| registros.push(a)),
            Archivo::Movt(registros) => renglon.movimiento().map(|m| registros.push(m)),
        };
        self.lectura.sin_leer += usize::from(tomado.is_none());
        for hallazgo in renglon.hallazgos {
            if self.lectura.hallazgos.len() < HALLAZGOS {
                self.lectura.hallazgos.push(hallazgo);
            } else {
                self.lectura.omitidos += 1;
            }
        }
    }
}

/// Which file it is, by the length of most of its lines. Blanks at the end do not count, whoever put them there: both records
/// end in digits.
fn reconocer(texto: &str) -> Result<Archivo, Rechazo> {
    let mut lineas = texto
        .split('\n')
        .map(|l| l.trim_end_matches(['\u{1a}', ' ']))
        .filter(|l| !l.trim().is_empty());
    let primera = lineas.clone().next().ok_or(Rechazo::Vacio)?;
    let mut largos: Vec<usize> = lineas.by_ref().take(MUESTRA).map(|l| l.chars().count()).collect();
    largos.sort_unstable();
    let posiciones = largos[largos.len() / 2];
    match Conocido::reconocer(posiciones, primera) {
        Some(Conocido::Aseg) => Ok(Archivo::Aseg(Vec::new())),
        Some(Conocido::Movt) => Ok(Archivo::Movt(Vec::new())),
        Some(otro) => Err(Rechazo::Otro(otro.nombre(), otro.que_hacer())),
        None if primera.matches([',', ';', '\t']).count() >= 2 => {
            Err(Rechazo::Otro("un CSV", "Ábralo con «Abrir CSV…»."))
        }
        // the first line may be the broken one
        None if (LARGO_ASEG..=LARGO_ASEG + SOBRANTE_ASEG).contains(&posiciones) => Ok(Archivo::Aseg(Vec::new())),
        None => Err(Rechazo::OtroLargo { posiciones }),
    }
}

/// A line and what was found in it.
struct Renglon {
    numero: usize,
    letras: Vec<char>,
    hallazgos: Vec<Hallazgo>,
}

impl Renglon {
    fn nuevo(numero: usize, linea: &str) -> Self {
        Self {
            numero,
            letras: linea.chars().filter(|c| *c != '\u{1a}').collect(),
            hallazgos: Vec::new(),
        }
    }

    fn texto(&self, campo: Campo) -> String {
        let fin = campo.hasta().min(self.letras.len());
        let trozo = self.letras.get(campo.desde - 1..fin).unwrap_or_default();
        trozo.iter().collect::<String>().trim().to_owned()
    }

    /// Notes something that keeps the record from being taken.
    fn impedir<T>(&mut self, campo: Campo, mensaje: String) -> Option<T> {
        self.hallazgos.push(Hallazgo::en(self.numero, campo, true, mensaje));
        None
    }

    fn advertir(&mut self, campo: Campo, mensaje: String) {
        self.hallazgos.push(Hallazgo::en(self.numero, campo, false, mensaje));
    }

    /// The line has room for the record; more than that is said.
    fn largo(&mut self, largo: usize, sobrante: usize) -> Option<()> {
        let tiene = self.letras.len();
        if tiene < largo {
            let mensaje = format!("tiene {tiene} posiciones y lleva {largo}: está cortado. Vuelva a exportarlo.");
            self.hallazgos.push(Hallazgo {
                renglon: self.numero,
                posiciones: None,
                impide: true,
                mensaje,
            });
            return None;
        }
        if tiene > largo + sobrante && self.letras[largo..].iter().any(|c| *c != ' ') {
            let mensaje = format!("tiene {tiene} posiciones y lleva {largo}; lo que sobra no se leyó.");
            self.hallazgos.push(Hallazgo {
                renglon: self.numero,
                posiciones: Some((largo + 1, tiene)),
                impide: false,
                mensaje,
            });
        }
        Some(())
    }

    fn asegurado(&mut self) -> Option<Asegurado> {
        self.largo(LARGO_ASEG, SOBRANTE_ASEG)?;
        let registro = self.registro(aseg::REGISTRO);
        let nss = self.nss(aseg::NSS);
        let nombre = self.nombre();
        let tipo = self.opcion(
            aseg::TIPO,
            &['1', '2', '3', '4'],
            "1 permanente, 2 eventual, 3 de la construcción o 4 del campo",
        );
        let jornada = self.opcion(
            aseg::JORNADA,
            &['0', '1', '2', '3', '4', '5', '6'],
            "0 normal, 1 a 5 los días de la semana o 6 jornada reducida",
        );
        let alta = self.fecha(aseg::ALTA);
        let sdi = self.centavos(aseg::SDI);
        let credito = self.credito();
        let (paterno, materno, nombres) = nombre?;
        Some(Asegurado {
            renglon: self.numero,
            registro_patronal: registro?,
            nss: nss?,
            rfc: self.texto(aseg::RFC).replace('/', "Ñ"),
            curp: self.texto(aseg::CURP).replace('/', "Ñ"),
            paterno,
            materno,
            nombres,
            tipo: tipo?,
            jornada: jornada?,
            alta: Some(alta?),
            sdi: sdi?,
            ubicacion: self.texto(aseg::UBICACION),
            credito: credito?,
        })
    }

    fn movimiento(&mut self) -> Option<Movimiento> {
        self.largo(LARGO_MOVT, 0)?;
        let registro = self.registro(movt::REGISTRO);
        let nss = self.nss(movt::NSS);
        let clave = self.texto(movt::TIPO);
        let tipo = Tipo::TODOS.into_iter().find(|t| t.clave() == clave);
        let tipo = match (tipo, clave.as_str()) {
            (Some(tipo), _) => Some(tipo),
            (None, "01") => self.impedir(movt::TIPO, "el alta va sólo en ASEG.TXT; quien vuelve lleva 08.".to_owned()),
            (None, _) => self.impedir(
                movt::TIPO,
                format!("«{clave}» no es un movimiento: 02 baja, 07 modificación, 08 reingreso, 11 ausentismo o 12 incapacidad."),
            ),
        };
        let fecha = self.fecha(movt::FECHA);
        let tipo = tipo?;
        let dias = if tipo.lleva_dias() { self.dias() } else { Some(0) };
        let sdi = if tipo.lleva_salario() {
            self.centavos(movt::SDI)
        } else {
            Some(0)
        };
        let folio = if tipo == Tipo::Incapacidad {
            self.texto(movt::FOLIO)
        } else {
            String::new()
        };
        if tipo == Tipo::Incapacidad && folio.trim_matches('0').is_empty() {
            self.advertir(
                movt::FOLIO,
                "falta; SUA lo pide para importar la incapacidad.".to_owned(),
            );
        }
        Some(Movimiento {
            renglon: self.numero,
            registro_patronal: registro?,
            nss: nss?,
            tipo,
            fecha: fecha?,
            folio,
            dias: dias?,
            sdi: sdi?,
        })
    }

    fn registro(&mut self, campo: Campo) -> Option<String> {
        let texto = self.texto(campo).to_uppercase();
        let bien = texto
            .chars()
            .enumerate()
            .all(|(i, c)| c.is_ascii_digit() || (i == 0 && c.is_ascii_alphabetic()));
        match texto.len() {
            11 if bien => Some(texto),
            10 if bien => {
                self.advertir(campo, format!("«{texto}» no trae su dígito verificador; revíselo."));
                Some(texto)
            }
            _ => self.impedir(
                campo,
                format!("«{texto}» no es un registro patronal de once posiciones, sin guiones."),
            ),
        }
    }

    fn nss(&mut self, campo: Campo) -> Option<String> {
        let texto = self.texto(campo);
        if texto.len() == 11 && texto.bytes().all(|b| b.is_ascii_digit()) {
            return Some(texto);
        }
        self.impedir(campo, format!("«{texto}» no es un NSS de once dígitos."))
    }

    /// `PATERNO$MATERNO$NOMBRES`. Who has one surname is `APELLIDO$$NOMBRES`, whichever it is: it is taken as the first.
    fn nombre(&mut self) -> Option<(String, String, String)> {
        let texto = self.texto(aseg::NOMBRE).replace('/', "Ñ");
        if texto.contains('\u{fffd}') {
            self.advertir(aseg::NOMBRE, "hay letras que no se pudieron leer; revíselo.".to_owned());
        }
        let partes: Vec<String> = texto.split('$').map(|p| p.trim().to_owned()).collect();
        match partes.as_slice() {
            [paterno, materno, nombres] if !paterno.is_empty() && !nombres.is_empty() => {
                Some((paterno.clone(), materno.clone(), nombres.clone()))
            }
            _ => self.impedir(
                aseg::NOMBRE,
                format!("«{texto}» no viene como PATERNO$MATERNO$NOMBRES."),
            ),
        }
    }

    fn opcion(&mut self, campo: Campo, opciones: &[char], cuales: &str) -> Option<u8> {
        let texto = self.texto(campo);
        let letra = texto
            .chars()
            .next()
            .filter(|c| opciones.contains(c) && texto.len() == 1);
        match letra.and_then(|c| c.to_digit(10)) {
            Some(valor) => u8::try_from(valor).ok(),
            None => self.impedir(campo, format!("dice «{texto}» y lleva {cuales}.")),
        }
    }

    fn fecha(&mut self, campo: Campo) -> Option<NaiveDate> {
        let texto = self.texto(campo);
        match dia(&texto) {
            Some(fecha) => Some(fecha),
            None => self.impedir(
                campo,
                format!("«{texto}» no es una fecha; se escribe DDMMAAAA, por ejemplo 09112026."),
            ),
        }
    }

    /// Seven digits, the last two the cents.
    fn centavos(&mut self, campo: Campo) -> Option<i64> {
        let texto = self.texto(campo);
        let bien = texto.len() == campo.largo && texto.bytes().all(|b| b.is_ascii_digit());
        match texto.parse::<i64>().ok().filter(|_| bien) {
            Some(0) => self.impedir(campo, "es cero.".to_owned()),
            Some(valor) => Some(valor),
            None => self.impedir(
                campo,
                format!("«{texto}» no es un salario de siete cifras sin punto, por ejemplo 0033058 por $330.58."),
            ),
        }
    }

    fn dias(&mut self) -> Option<u8> {
        let texto = self.texto(movt::DIAS);
        match texto.parse::<u8>() {
            Ok(dias @ 1..=99) => Some(dias),
            _ => self.impedir(movt::DIAS, format!("dice «{texto}» y lleva de 01 a 99.")),
        }
    }

    fn credito(&mut self) -> Option<Option<Credito>> {
        let numero = self.texto(aseg::CREDITO);
        if numero.trim_matches('0').is_empty() {
            return Some(None);
        }
        let inicio = self.fecha(aseg::INICIO);
        let tipo = self.opcion(
            aseg::TIPO_DESCUENTO,
            &['1', '2', '3'],
            "1 porcentaje, 2 cuota fija o 3 veces la unidad",
        );
        let valor = self.texto(aseg::VALOR);
        if valor.len() != 8 || !valor.bytes().all(|b| b.is_ascii_digit()) {
            return self.impedir(aseg::VALOR, format!("«{valor}» no es de ocho cifras."));
        }
        Some(Some(Credito {
            numero,
            inicio: Some(inicio?),
            tipo: tipo?,
            valor,
        }))
    }
}

/// `DDMMAAAA`.
fn dia(texto: &str) -> Option<NaiveDate> {
    if texto.len() != 8 || !texto.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let numero = |desde, hasta| texto.get(desde..hasta)?.parse::<u32>().ok();
    let anio = i32::try_from(numero(4, 8)?).ok().filter(|a| (1900..2200).contains(a))?;
    NaiveDate::from_ymd_opt(anio, numero(2, 4)?, numero(0, 2)?)
}
