//! Telling apart the files that are not text, so that the message can say what was brought.

/// A kind of file that is not a table of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formato {
    /// `.xlsx`, `.ods` or any other zip archive.
    LibroComprimido,
    /// `.xls` of Excel 97–2003 (an OLE container).
    LibroAntiguo,
    /// A PDF document.
    Pdf,
    /// HTML or XML: many systems save an HTML table under the name `.xls`; a CFDI is XML.
    Marcado,
    /// Rich text of a word processor.
    TextoEnriquecido,
    /// Contains bytes that no text has.
    Desconocido,
}

impl Formato {
    /// What it is, in words that complete "el archivo es …".
    #[must_use]
    pub fn nombre(self) -> &'static str {
        match self {
            Self::LibroComprimido => "un libro de Excel (.xlsx) u otro archivo comprimido",
            Self::LibroAntiguo => "un libro de Excel 97-2003 (.xls)",
            Self::Pdf => "un documento PDF",
            Self::Marcado => "una página o documento HTML o XML, aunque se llame .xls o .csv",
            Self::TextoEnriquecido => "un documento de texto con formato (RTF)",
            Self::Desconocido => "un archivo binario, no una tabla de texto",
        }
    }
}

/// First bytes by which a format is known.
const FIRMAS: &[(&[u8], Formato)] = &[
    (b"PK\x03\x04", Formato::LibroComprimido),
    (b"PK\x05\x06", Formato::LibroComprimido),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Formato::LibroAntiguo),
    (b"%PDF-", Formato::Pdf),
    (b"{\\rtf", Formato::TextoEnriquecido),
];

/// How far zero bytes are looked for.
const VENTANA: usize = 8 * 1024;

/// What the file is if it is not text. UTF-16 with its mark is text, although it is full of zero bytes.
pub(crate) fn detect(bytes: &[u8]) -> Option<Formato> {
    let conocido = FIRMAS
        .iter()
        .find(|(firma, _)| bytes.starts_with(firma))
        .map(|(_, formato)| *formato);
    conocido.or_else(|| {
        if is_markup(bytes) {
            Some(Formato::Marcado)
        } else {
            unknown_binary(bytes)
        }
    })
}

fn is_markup(bytes: &[u8]) -> bool {
    let texto = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    [
        &b"<?xml"[..],
        b"<!doctype",
        b"<html",
        b"<table",
        b"<style",
        b"<meta",
        b"<div",
    ]
    .iter()
    .any(|inicio| {
        texto
            .get(..inicio.len())
            .is_some_and(|t| t.eq_ignore_ascii_case(inicio))
    })
}

fn unknown_binary(bytes: &[u8]) -> Option<Formato> {
    let utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let cero = bytes.iter().take(VENTANA).any(|&b| b == 0);
    (cero && !utf16).then_some(Formato::Desconocido)
}
