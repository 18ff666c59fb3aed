//! The few records of BIFF8 that a plain workbook needs (MS-XLS 2.1.7.20).

use super::hojas::{Celda, Hoja};
use std::collections::HashMap;

/// Bytes that a record may hold; what does not fit goes on in CONTINUE records.
const TOPE: usize = 8_224;
/// The XF of every cell: the first that is not of a style.
const XF: u16 = 15;

/// Shared strings, each once.
#[derive(Default)]
struct Cadenas {
    lugares: HashMap<String, u32>,
    lista: Vec<String>,
    usos: u32,
}

impl Cadenas {
    fn lugar(&mut self, texto: &str) -> u32 {
        self.usos += 1;
        if let Some(lugar) = self.lugares.get(texto) {
            return *lugar;
        }
        let lugar = u32::try_from(self.lista.len()).unwrap_or(u32::MAX);
        self.lugares.insert(texto.to_owned(), lugar);
        self.lista.push(texto.to_owned());
        lugar
    }
}

/// The stream «Workbook».
pub(super) fn libro(hojas: &[Hoja]) -> Vec<u8> {
    let mut cadenas = Cadenas::default();
    let cuerpos: Vec<Vec<u8>> = hojas.iter().map(|h| hoja(h, &mut cadenas)).collect();
    // Where each sheet begins depends on the size of the globals, which does not depend on where they begin.
    let globales_en = |inicio: usize| globales(hojas, &cuerpos, &cadenas, inicio);
    let inicio = globales_en(0).len();
    let mut salida = globales_en(inicio);
    salida.extend(cuerpos.concat());
    salida
}

fn globales(hojas: &[Hoja], cuerpos: &[Vec<u8>], cadenas: &Cadenas, inicio: usize) -> Vec<u8> {
    let mut salida = Vec::new();
    registro(&mut salida, 0x0809, &inicio_de(0x0005));
    registro(&mut salida, 0x0042, &1200_u16.to_le_bytes()); // CODEPAGE: UTF-16
    let ventana: [u16; 9] = [0, 0, 0x4000, 0x2000, 0x0038, 0, 0, 1, 600];
    registro(&mut salida, 0x003d, &palabras(&ventana));
    for _ in 0..4 {
        registro(&mut salida, 0x0031, &letra());
    }
    for i in 0..=XF {
        registro(&mut salida, 0x00e0, &formato(i < XF));
    }
    registro(&mut salida, 0x0293, &[0x00, 0x80, 0x00, 0xff]); // STYLE: Normal
    let mut desde = inicio;
    for (hoja, cuerpo) in hojas.iter().zip(cuerpos) {
        let mut datos = u32::try_from(desde).unwrap_or(u32::MAX).to_le_bytes().to_vec();
        let nombre: Vec<u16> = hoja.nombre.encode_utf16().take(31).collect();
        datos.extend([0, 0, nombre.len() as u8, 1]);
        datos.extend(palabras(&nombre));
        registro(&mut salida, 0x0085, &datos);
        desde += cuerpo.len();
    }
    tabla_de_cadenas(&mut salida, cadenas);
    registro(&mut salida, 0x000a, &[]);
    salida
}

fn registro(salida: &mut Vec<u8>, tipo: u16, datos: &[u8]) {
    salida.extend(tipo.to_le_bytes());
    salida.extend(u16::try_from(datos.len()).unwrap_or(u16::MAX).to_le_bytes());
    salida.extend(datos);
}

fn palabras(valores: &[u16]) -> Vec<u8> {
    valores.iter().flat_map(|v| v.to_le_bytes()).collect()
}

/// BOF of a substream: 5 is the globals, 16 a sheet.
fn inicio_de(clase: u16) -> Vec<u8> {
    palabras(&[0x0600, clase, 0x0dbb, 0x07cc, 0x00c1, 0, 0x0006, 0])
}

/// FONT: Arial 10.
fn letra() -> Vec<u8> {
    let mut datos = palabras(&[200, 0, 0x7fff, 400, 0, 0, 0]);
    datos.extend([5, 0]);
    datos.extend(b"Arial");
    datos
}

fn formato(de_estilo: bool) -> Vec<u8> {
    let clase = if de_estilo { 0xfff5 } else { 0x0001 };
    palabras(&[0, 0, clase, 0x0020, 0, 0, 0, 0, 0, 0x20c0])
}

/// An extended string without formatting: its length, a byte that says it is UTF-16, its units.
fn cadena(texto: &str) -> Vec<u8> {
    let unidades: Vec<u16> = texto.encode_utf16().take(4_000).collect();
    let mut datos = u16::try_from(unidades.len()).unwrap_or(0).to_le_bytes().to_vec();
    datos.push(1);
    datos.extend(palabras(&unidades));
    datos
}

/// SST, with a CONTINUE wherever the next string does not fit whole.
fn tabla_de_cadenas(salida: &mut Vec<u8>, cadenas: &Cadenas) {
    let unicas = u32::try_from(cadenas.lista.len()).unwrap_or(u32::MAX);
    let mut datos = [cadenas.usos.to_le_bytes(), unicas.to_le_bytes()].concat();
    let mut tipo = 0x00fc;
    for texto in &cadenas.lista {
        let esta = cadena(texto);
        if datos.len() + esta.len() > TOPE {
            registro(salida, tipo, &datos);
            tipo = 0x003c;
            datos.clear();
        }
        datos.extend(esta);
    }
    registro(salida, tipo, &datos);
}

fn hoja(hoja: &Hoja, cadenas: &mut Cadenas) -> Vec<u8> {
    let mut salida = Vec::new();
    registro(&mut salida, 0x0809, &inicio_de(0x0010));
    let filas = u32::try_from(hoja.filas.len()).unwrap_or(0);
    let ancho = hoja.filas.iter().map(Vec::len).max().unwrap_or(0) as u16;
    let mut medidas = [0_u32.to_le_bytes(), filas.to_le_bytes()].concat();
    medidas.extend(palabras(&[0, ancho, 0]));
    registro(&mut salida, 0x0200, &medidas);
    for (i, fila) in (0_u16..).zip(&hoja.filas) {
        for (j, celda) in (0_u16..).zip(fila) {
            let mut datos = palabras(&[i, j, XF]);
            match celda {
                Celda::Nada => {}
                Celda::Texto(texto) => {
                    datos.extend(cadenas.lugar(texto).to_le_bytes());
                    registro(&mut salida, 0x00fd, &datos);
                }
                Celda::Numero(..) => {
                    // The nearest binary number to a decimal text gives that text back: no arithmetic.
                    let numero: f64 = celda.en_texto().parse().unwrap_or_default();
                    datos.extend(numero.to_le_bytes());
                    registro(&mut salida, 0x0203, &datos);
                }
            }
        }
    }
    registro(&mut salida, 0x023e, &palabras(&[0x06b6, 0, 0, 0x0040, 0, 0, 0, 0, 0]));
    registro(&mut salida, 0x000a, &[]);
    salida
}
