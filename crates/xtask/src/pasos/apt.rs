//! Installing Debian packages, when this machine lets us.

use crate::proceso;
use anyhow::{Result, bail};
use std::process::Command;

/// Installs packages with apt, as root or through a sudo that asks nothing.
pub fn install(paquetes: &[&str]) -> Result<()> {
    let lista = paquetes.join(" ");
    let Some(prefijo) = privilege() else {
        bail!("no se pudo usar apt-get sin permiso de administrador; pida instalar {lista}");
    };
    // A third party's archive that does not answer must not stop Debian's from being used.
    let _ = proceso::try_capture(apt_get(prefijo).arg("update"));
    let mut orden = apt_get(prefijo);
    orden.args(["install", "-y", "--no-install-recommends"]).args(paquetes);
    proceso::run_quiet(&mut orden, &format!("apt-get no pudo instalar {lista}"))
}

/// Empty for root, `sudo -n` when that works, `None` when there is no way or no apt.
fn privilege() -> Option<&'static [&'static str]> {
    let corre = |programa: &str, argumentos: &[&str]| proceso::try_capture(Command::new(programa).args(argumentos));
    corre("apt-get", &["--version"])?;
    if corre("id", &["-u"])?.trim() == "0" {
        return Some(&[]);
    }
    corre("sudo", &["-n", "true"]).map(|_| &["sudo", "-n"] as &[&str])
}

fn apt_get(prefijo: &[&str]) -> Command {
    let palabras: Vec<&str> = prefijo
        .iter()
        .copied()
        .chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
        .collect();
    let mut orden = Command::new(palabras[0]);
    orden.args(&palabras[1..]);
    orden
}
