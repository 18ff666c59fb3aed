//! Starting other programs, with errors that say in one sentence what failed.

use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Runs to the end showing the output; fails with `si_falla`.
pub fn run(orden: &mut Command, si_falla: &str) -> Result<()> {
    match orden.status() {
        Ok(estado) if estado.success() => Ok(()),
        Ok(_) => bail!("{si_falla}"),
        Err(error) => bail!("{si_falla} (no se pudo ejecutar {}: {error})", nombre(orden)),
    }
}

/// Runs without showing anything unless it fails; then shows the end of the output.
pub fn run_quiet(orden: &mut Command, si_falla: &str) -> Result<()> {
    let salida = output(orden, si_falla)?;
    if salida.status.success() {
        return Ok(());
    }
    let texto = String::from_utf8_lossy(&salida.stdout) + String::from_utf8_lossy(&salida.stderr);
    let lineas: Vec<&str> = texto.lines().collect();
    for linea in &lineas[lineas.len().saturating_sub(15)..] {
        eprintln!("    {linea}");
    }
    bail!("{si_falla}");
}

/// The standard output of a program that must succeed.
pub fn capture(orden: &mut Command, si_falla: &str) -> Result<String> {
    let salida = output(orden, si_falla)?;
    if !salida.status.success() {
        let error = String::from_utf8_lossy(&salida.stderr);
        bail!("{si_falla}: {}", error.trim());
    }
    Ok(String::from_utf8_lossy(&salida.stdout).into_owned())
}

/// The standard output, or `None` when the program is missing or failed.
pub fn try_capture(orden: &mut Command) -> Option<String> {
    let salida = orden.stdin(Stdio::null()).output().ok()?;
    salida
        .status
        .success()
        .then(|| String::from_utf8_lossy(&salida.stdout).into_owned())
}

/// Looks for an executable file in these folders.
pub fn find_in(carpetas: &[PathBuf], programa: &str) -> Option<PathBuf> {
    if Path::new(programa).components().count() > 1 {
        return Path::new(programa).is_file().then(|| programa.into());
    }
    let extensiones: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    carpetas
        .iter()
        .flat_map(|carpeta| extensiones.iter().map(move |e| carpeta.join(format!("{programa}{e}"))))
        .find(|ruta| ruta.is_file())
}

fn output(orden: &mut Command, si_falla: &str) -> Result<Output> {
    match orden.stdin(Stdio::null()).output() {
        Ok(salida) => Ok(salida),
        Err(error) => bail!("{si_falla} (no se pudo ejecutar {}: {error})", nombre(orden)),
    }
}

fn nombre(orden: &Command) -> String {
    let ruta = Path::new(orden.get_program());
    ruta.file_name()
        .unwrap_or(orden.get_program())
        .to_string_lossy()
        .into_owned()
}
