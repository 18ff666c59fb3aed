//! Bytes to text.
//!
//! Spreadsheets save text in four ways: UTF-8 with or without a byte order mark ("CSV UTF-8"), UTF-16 with one
//! ("Unicode text"), and Windows-1252 (plain "CSV" on a PC set up for Spanish). Decoding never fails: what cannot be
//! read becomes U+FFFD, and [`parece_danado`] finds it later.

use std::borrow::Cow;

/// How much of the source is decoded at a time, in bytes.
const TRAMO: usize = 16 * 1024;

/// The 32 characters in which Windows-1252 differs from Latin-1 (0x80 to 0x9F); the five bytes without a character
/// keep their control code, as browsers do.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The encoding a file was read with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codificacion {
    /// UTF-8 without a mark (also plain ASCII).
    Utf8,
    /// UTF-8 with a byte order mark, as "CSV UTF-8" of Excel.
    Utf8ConMarca,
    /// UTF-16, least significant byte first, with its mark: "Unicode text" of Excel.
    Utf16Le,
    /// UTF-16, most significant byte first, with its mark.
    Utf16Be,
    /// Windows-1252 ("ANSI"): whatever is none of the others.
    Windows1252,
}

impl Codificacion {
    /// The name to show to a person.
    #[must_use]
    pub fn nombre(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8ConMarca => "UTF-8 con marca",
            Self::Utf16Le => "Unicode (UTF-16 LE)",
            Self::Utf16Be => "Unicode (UTF-16 BE)",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// Decodes a whole file; says which encoding was used. Never fails; marks at the beginning are left out.
///
/// Memory: up to three times the input. The caller limits the input.
#[must_use]
pub fn decodificar(bytes: &[u8]) -> (String, Codificacion) {
    let mut fuente = Fuente::new(Cow::Borrowed(bytes));
    let (texto, _) = fuente.sample(usize::MAX);
    (String::from_utf8_lossy(&texto).into_owned(), fuente.codificacion())
}

/// Takes off the space around a text: ordinary and non-breaking spaces, tabs, line ends, and the invisible marks
/// that come along when copying from other programs.
#[must_use]
pub fn recortar(texto: &str) -> &str {
    texto.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
}

/// A name reduced to what matters when comparing: `a` to `z` and digits, without case, accents, punctuation or
/// spaces. `"N.S.S."` gives `"nss"`, `"Número de  Seguridad Social"` gives `"numerodeseguridadsocial"`.
#[must_use]
pub fn normalizar(nombre: &str) -> String {
    nombre.chars().filter_map(fold).collect()
}

/// One character of a comparable name, or nothing if it does not count. By hand because the tables of the standard
/// library for all of Unicode weigh more than the whole of this module.
fn fold(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' | '0'..='9' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        'à'..='å' | 'À'..='Å' => 'a',
        'ç' | 'Ç' => 'c',
        'è'..='ë' | 'È'..='Ë' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' => 'i',
        'ñ' | 'Ñ' => 'n',
        'ò'..='ö' | 'Ò'..='Ö' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        _ => return None,
    })
}

/// Whether a text shows the traces of having been read with the wrong encoding at some time, so that letters with
/// accents or the Ñ are lost: U+FFFD, `NU¥EZ` (saved as "CSV MS-DOS"), `PeÃ±a` (UTF-8 taken for Windows-1252).
///
/// It is a suspicion, to be shown as a warning; nothing is changed.
#[must_use]
pub fn parece_danado(texto: &str) -> bool {
    if texto.is_ascii() {
        return false;
    }
    let mut anterior = ' ';
    texto.chars().any(|c| {
        let malo = match c {
            '\u{fffd}' => true,
            '¤' | '¥' | '¢' | '£' | '¡' | '‚' => fold(anterior).is_some_and(|a| a.is_ascii_lowercase()),
            // What the second byte of á, é, í, ó, ú, ü, ñ and their capitals looks like in Windows-1252.
            '\u{80}'..='\u{bf}' | 'š' | 'œ' | '\u{2018}'..='\u{203a}' => anterior == 'Ã',
            _ => false,
        };
        anterior = c;
        malo
    })
}

/// The bytes of a file, handed out as consecutive pieces of UTF-8 (a piece may end within a character), so that no
/// file has to be decoded in one go.
pub(crate) struct Fuente<'a> {
    bytes: Cow<'a, [u8]>,
    codificacion: Codificacion,
    /// Where the text begins, after the mark.
    inicio: usize,
    /// The next byte to decode (or to hand out, if it is UTF-8 already).
    posicion: usize,
    /// The decoded piece, unless the source is UTF-8.
    tramo: Vec<u8>,
    /// How much of `tramo` has been used.
    usado: usize,
}

impl<'a> Fuente<'a> {
    /// Finds out the encoding; reads the bytes once if they may be UTF-8.
    pub(crate) fn new(bytes: Cow<'a, [u8]>) -> Self {
        let (codificacion, inicio, reparar) = detect(&bytes);
        let (bytes, inicio) = if reparar {
            let sano = String::from_utf8_lossy(bytes.get(inicio..).unwrap_or_default()).into_owned();
            (Cow::Owned(sano.into_bytes()), 0)
        } else {
            (bytes, inicio)
        };
        Self {
            bytes,
            codificacion,
            inicio,
            posicion: inicio,
            tramo: Vec::new(),
            usado: 0,
        }
    }

    pub(crate) fn codificacion(&self) -> Codificacion {
        self.codificacion
    }

    /// Part of the source already handed out, in thousandths.
    pub(crate) fn permil(&self) -> u16 {
        let total = self.bytes.len().max(1) as u64;
        u16::try_from(self.posicion as u64 * 1000 / total).unwrap_or(1000)
    }

    /// The next piece of text; empty only at the end.
    pub(crate) fn chunk(&mut self) -> &[u8] {
        if matches!(self.codificacion, Codificacion::Utf8 | Codificacion::Utf8ConMarca) {
            let fin = self.bytes.len().min(self.posicion.saturating_add(TRAMO));
            return self.bytes.get(self.posicion..fin).unwrap_or_default();
        }
        if self.usado >= self.tramo.len() {
            self.refill();
        }
        self.tramo.get(self.usado..).unwrap_or_default()
    }

    /// Marks `n` bytes of the last piece as used.
    pub(crate) fn consume(&mut self, n: usize) {
        if matches!(self.codificacion, Codificacion::Utf8 | Codificacion::Utf8ConMarca) {
            self.posicion = self.posicion.saturating_add(n);
        } else {
            self.usado = self.usado.saturating_add(n);
        }
    }

    /// Passes over `n` bytes of text.
    pub(crate) fn skip(&mut self, mut n: usize) {
        while n > 0 {
            let hay = self.chunk().len().min(n);
            if hay == 0 {
                return;
            }
            self.consume(hay);
            n -= hay;
        }
    }

    /// Up to `max` bytes of text from the beginning, and whether that is all; goes back to the beginning.
    pub(crate) fn sample(&mut self, max: usize) -> (Vec<u8>, bool) {
        self.rewind();
        let mut muestra = Vec::new();
        while muestra.len() < max {
            let resto = max - muestra.len();
            let tramo = self.chunk();
            let n = tramo.len().min(resto);
            muestra.extend_from_slice(tramo.get(..n).unwrap_or_default());
            if n == 0 {
                break;
            }
            self.consume(n);
        }
        let completa = self.chunk().is_empty();
        self.rewind();
        (muestra, completa)
    }

    fn rewind(&mut self) {
        self.posicion = self.inicio;
        self.tramo.clear();
        self.usado = 0;
    }

    fn refill(&mut self) {
        self.tramo.clear();
        self.usado = 0;
        let fin = self.bytes.len().min(self.posicion.saturating_add(TRAMO));
        let origen = self.bytes.get(self.posicion..fin).unwrap_or_default();
        let ultimo = fin == self.bytes.len();
        let leidos = match self.codificacion {
            Codificacion::Utf16Le => decode_utf16(origen, u16::from_le_bytes, ultimo, &mut self.tramo),
            Codificacion::Utf16Be => decode_utf16(origen, u16::from_be_bytes, ultimo, &mut self.tramo),
            _ => decode_1252(origen, &mut self.tramo),
        };
        self.posicion = self.posicion.saturating_add(leidos);
    }
}

/// Encoding, where the text begins, and whether it is UTF-8 with bytes that must be replaced.
fn detect(bytes: &[u8]) -> (Codificacion, usize, bool) {
    const MARCAS: [(Codificacion, &[u8]); 3] = [
        (Codificacion::Utf8ConMarca, &[0xef, 0xbb, 0xbf]),
        (Codificacion::Utf16Le, &[0xff, 0xfe]),
        (Codificacion::Utf16Be, &[0xfe, 0xff]),
    ];
    for (codificacion, marca) in MARCAS {
        // Files glued together by other programs may carry the mark more than once.
        let veces = bytes
            .chunks_exact(marca.len())
            .take_while(|trozo| *trozo == marca)
            .count();
        if veces > 0 {
            let inicio = veces * marca.len();
            let resto = bytes.get(inicio..).unwrap_or_default();
            let reparar = codificacion == Codificacion::Utf8ConMarca && std::str::from_utf8(resto).is_err();
            return (codificacion, inicio, reparar);
        }
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => (Codificacion::Utf8, 0, false),
        // Cut in the middle of its last character, and there are whole ones before: still UTF-8.
        Err(e) if e.error_len().is_none() && !bytes.get(..e.valid_up_to()).unwrap_or_default().is_ascii() => {
            (Codificacion::Utf8, 0, true)
        }
        Err(_) => (Codificacion::Windows1252, 0, false),
    }
}

fn decode_1252(origen: &[u8], salida: &mut Vec<u8>) -> usize {
    for &byte in origen {
        match byte {
            0..=0x7f => salida.push(byte),
            0x80..=0x9f => push(
                salida,
                WINDOWS_1252
                    .get(usize::from(byte & 0x1f))
                    .copied()
                    .unwrap_or('\u{fffd}'),
            ),
            _ => push(salida, char::from(byte)),
        }
    }
    origen.len()
}

/// Decodes whole characters and returns the bytes used: a pair of which only the first half is here waits for the
/// next piece, unless this is the last one.
fn decode_utf16(origen: &[u8], unidad: fn([u8; 2]) -> u16, ultimo: bool, salida: &mut Vec<u8>) -> usize {
    let mut unidades: Vec<u16> = origen
        .chunks_exact(2)
        .map(|par| <[u8; 2]>::try_from(par).map_or(0, unidad))
        .collect();
    if !ultimo && unidades.last().is_some_and(|u| (0xd800..0xdc00).contains(u)) {
        unidades.pop();
    }
    let leidos = unidades.len() * 2;
    for c in char::decode_utf16(unidades) {
        push(salida, c.unwrap_or('\u{fffd}'));
    }
    if ultimo && origen.len() % 2 == 1 {
        push(salida, '\u{fffd}');
        return origen.len();
    }
    leidos
}

fn push(salida: &mut Vec<u8>, c: char) {
    salida.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}
