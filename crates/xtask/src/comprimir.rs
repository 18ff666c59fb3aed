//! Compresses the built page once, so that the server only picks `.br` or `.gz`.

use crate::a_la_par;
use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

const EXTENSIONES: &[&str] = &[
    "html",
    "css",
    "js",
    "mjs",
    "wasm",
    "svg",
    "json",
    "webmanifest",
    "txt",
    "csv",
];

/// Writes `.br` and `.gz` next to every text and wasm file below `carpeta`; says how many.
pub fn folder(carpeta: &Path) -> Result<usize> {
    let mut archivos = files_below(carpeta)?;
    archivos.retain(|a| a.extension().is_some_and(|e| EXTENSIONES.iter().any(|x| e == *x)));
    a_la_par::hacer(&archivos, |archivo| {
        compress(archivo).with_context(|| format!("no se pudo comprimir {}", archivo.display()))
    })?;
    Ok(archivos.len())
}

/// Every file below a folder, in order.
pub fn files_below(carpeta: &Path) -> Result<Vec<PathBuf>> {
    let mut pendientes = vec![carpeta.to_path_buf()];
    let mut archivos = Vec::new();
    while let Some(actual) = pendientes.pop() {
        let entradas =
            fs::read_dir(&actual).with_context(|| format!("no se pudo leer la carpeta {}", actual.display()))?;
        for ruta in entradas.filter_map(|entrada| entrada.ok().map(|e| e.path())) {
            if ruta.is_dir() {
                pendientes.push(ruta);
            } else {
                archivos.push(ruta);
            }
        }
    }
    archivos.sort();
    Ok(archivos)
}

fn compress(archivo: &Path) -> Result<()> {
    let datos = fs::read(archivo)?;
    fs::write(with_suffix(archivo, ".br"), brotli(&datos)?)?;
    fs::write(with_suffix(archivo, ".gz"), gzip(&datos)?)?;
    Ok(())
}

/// `pagina.html` and `.br` give `pagina.html.br`.
pub fn with_suffix(archivo: &Path, sufijo: &str) -> PathBuf {
    let mut nombre = archivo.as_os_str().to_os_string();
    nombre.push(sufijo);
    nombre.into()
}

fn brotli(datos: &[u8]) -> Result<Vec<u8>> {
    let parametros = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut salida = Vec::new();
    brotli::BrotliCompress(&mut &datos[..], &mut salida, &parametros)?;
    Ok(salida)
}

fn gzip(datos: &[u8]) -> Result<Vec<u8>> {
    let mut compresor = GzEncoder::new(Vec::new(), Compression::best());
    compresor.write_all(datos)?;
    Ok(compresor.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn both_formats_give_back_the_same_bytes() -> Result<()> {
        let datos = "cuota fija, excedente, prestaciones en dinero; "
            .repeat(200)
            .into_bytes();
        let mut de_brotli = Vec::new();
        brotli::BrotliDecompress(&mut &brotli(&datos)?[..], &mut de_brotli)?;
        let mut de_gzip = Vec::new();
        flate2::read::GzDecoder::new(&gzip(&datos)?[..]).read_to_end(&mut de_gzip)?;
        assert_eq!(de_brotli, datos);
        assert_eq!(de_gzip, datos);
        Ok(())
    }

    #[test]
    fn the_suffix_goes_after_the_whole_name() {
        assert_eq!(with_suffix(Path::new("a/b.wasm"), ".br"), Path::new("a/b.wasm.br"));
    }
}
