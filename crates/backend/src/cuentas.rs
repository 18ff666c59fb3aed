//! What the command line does with accounts, tables and the audit log.

use crate::bitacora;
use crate::contrasena;
use crate::recepcion::{Rol, rol_text};
use crate::reloj::Momento;
use crate::repositorio::{Autor, Base, NuevaCuenta, Repositorio};
use std::future::Future;
use std::io::{self, BufRead, IsTerminal};
use std::sync::Arc;

/// Demonstration accounts: user name, name to show, role.
pub const DEMOSTRACION: [(&str, &str, Rol); 5] = [
    ("ventanilla", "Persona de ventanilla (demostración)", Rol::Ventanilla),
    ("supervisor", "Persona que supervisa (demostración)", Rol::Supervisor),
    ("instructor", "Persona que instruye (demostración)", Rol::Instructor),
    ("aprendiz", "Persona que aprende (demostración)", Rol::Aprendiz),
    ("patron", "Patrón (demostración)", Rol::Patron),
];

/// Password of a demonstration account.
pub fn demo_password(usuario: &str) -> String {
    format!("demo-{usuario}")
}

/// An account to be made from the command line.
#[derive(Clone, Debug)]
pub struct Alta {
    /// User name.
    pub usuario: String,
    /// Name to show.
    pub nombre: String,
    /// Role.
    pub rol: Rol,
}

/// What to do with accounts.
#[derive(Clone, Debug)]
pub enum Encargo {
    /// Make one.
    Crear(Alta),
    /// Show them all.
    Lista,
    /// Give one another password.
    Contrasena(String),
    /// Close one, or open it again.
    Activar(String, bool),
}

/// Opens a database, does something with it and closes it. An SQLite file that is not there is made only when a new
/// one makes sense.
///
/// # Errors
/// One Spanish sentence.
fn with_base<T, F>(base: &Base, nueva: bool, hacer: impl FnOnce(Arc<dyn Repositorio>) -> F) -> Result<T, String>
where
    F: Future<Output = Result<T, String>>,
{
    let ejecutor = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("no se pudo iniciar el programa: {error}"))?;
    if let Base::Sqlite(archivo) = base
        && !archivo.is_file()
        && !nueva
    {
        return Err(format!("no existe la base de datos «{}»", archivo.display()));
    }
    ejecutor.block_on(async {
        let repositorio = base.open().await?;
        let resultado = hacer(repositorio.clone()).await;
        repositorio.cerrar().await;
        resultado
    })
}

/// Brings the tables up to date.
///
/// # Errors
/// One Spanish sentence.
pub fn migrate(base: &Base) -> Result<(), String> {
    with_base(base, true, |repositorio| async move {
        repositorio.migrar().await.map_err(|f| f.to_string())
    })?;
    println!("Las tablas están al día.");
    Ok(())
}

/// Does something with accounts.
///
/// # Errors
/// One Spanish sentence.
pub fn manage(base: &Base, encargo: Encargo) -> Result<(), String> {
    let contrasena = match &encargo {
        Encargo::Crear(alta) => {
            check_user(&alta.usuario)?;
            Some(new_password()?)
        }
        Encargo::Contrasena(_) => Some(new_password()?),
        Encargo::Lista | Encargo::Activar(..) => None,
    };
    let nueva = matches!(encargo, Encargo::Crear(_));
    with_base(base, nueva, |repositorio| async move {
        repositorio.migrar().await.map_err(|falla| falla.to_string())?;
        perform(repositorio.as_ref(), encargo, contrasena.unwrap_or_default()).await
    })
}

async fn perform(repositorio: &dyn Repositorio, encargo: Encargo, contrasena: String) -> Result<(), String> {
    match encargo {
        Encargo::Lista => list(repositorio).await,
        Encargo::Crear(alta) => {
            let usuario = alta.usuario.clone();
            let cuenta = create(repositorio, alta, &contrasena, false).await?;
            if !cuenta {
                return Err(format!("ya hay una cuenta «{usuario}»"));
            }
            println!("Cuenta «{usuario}» creada.");
            Ok(())
        }
        Encargo::Contrasena(usuario) => {
            let hash = contrasena::hash(&contrasena)?;
            let hecho = repositorio.cambiar_contrasena(&usuario, &hash, author()).await;
            require(hecho.map_err(|falla| falla.to_string())?, &usuario)?;
            println!("Contraseña de «{usuario}» cambiada; sus sesiones se cerraron.");
            Ok(())
        }
        Encargo::Activar(usuario, activa) => {
            let hecho = repositorio.activar(&usuario, activa, author()).await;
            require(hecho.map_err(|falla| falla.to_string())?, &usuario)?;
            println!(
                "Cuenta «{usuario}» {}.",
                if activa { "activada" } else { "desactivada" }
            );
            Ok(())
        }
    }
}

fn require(hecho: bool, usuario: &str) -> Result<(), String> {
    if hecho {
        return Ok(());
    }
    Err(format!("no hay una cuenta «{usuario}» que se administre aquí"))
}

async fn list(repositorio: &dyn Repositorio) -> Result<(), String> {
    for cuenta in repositorio.cuentas().await.map_err(|falla| falla.to_string())? {
        let estado = if cuenta.activa { "" } else { "  (desactivada)" };
        let origen = if cuenta.externa { "  (portal)" } else { "" };
        println!(
            "{:<24} {:<11} {}{estado}{origen}",
            cuenta.usuario,
            rol_text(cuenta.rol),
            cuenta.nombre
        );
    }
    Ok(())
}

/// Who acts from the command line.
fn author() -> Autor {
    Autor {
        cuenta: None,
        usuario: "línea de órdenes".to_string(),
        cuando: Momento::now().texto,
    }
}

async fn create(
    repositorio: &dyn Repositorio,
    alta: Alta,
    contrasena: &str,
    demostracion: bool,
) -> Result<bool, String> {
    let nueva = NuevaCuenta {
        usuario: alta.usuario,
        nombre: alta.nombre,
        rol: alta.rol,
        contrasena: contrasena::hash(contrasena)?,
        demostracion,
    };
    let creada = repositorio.crear_cuenta(nueva, author()).await;
    creada.map(|cuenta| cuenta.is_some()).map_err(|falla| falla.to_string())
}

/// Makes the demonstration accounts that are missing.
///
/// # Errors
/// One Spanish sentence.
pub async fn ensure_demo(repositorio: &dyn Repositorio) -> Result<(), String> {
    let cuentas = repositorio.cuentas().await.map_err(|falla| falla.to_string())?;
    for (usuario, nombre, rol) in DEMOSTRACION {
        if cuentas.iter().any(|cuenta| cuenta.usuario == usuario) {
            continue;
        }
        let alta = Alta {
            usuario: usuario.to_string(),
            nombre: nombre.to_string(),
            rol,
        };
        create(repositorio, alta, &demo_password(usuario), true).await?;
    }
    Ok(())
}

/// Lowercase letters, digits, dot, hyphen and underscore; `@` is for accounts of the portal.
fn check_user(usuario: &str) -> Result<(), String> {
    let bien = usuario
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'_'));
    if bien && (2..=64).contains(&usuario.len()) {
        return Ok(());
    }
    Err("el usuario se escribe con 2 a 64 letras minúsculas sin acento, cifras, punto o guion".to_string())
}

/// A new password: typed twice without showing it, or the first line of the standard input.
fn new_password() -> Result<String, String> {
    let leida = if io::stdin().is_terminal() {
        let una = rpassword::prompt_password("Contraseña nueva: ");
        let otra = rpassword::prompt_password("Otra vez: ");
        match (una, otra) {
            (Ok(una), Ok(otra)) if una == otra => una,
            (Ok(_), Ok(_)) => return Err("las dos contraseñas no son iguales".to_string()),
            _ => return Err("no se pudo leer la contraseña".to_string()),
        }
    } else {
        let mut linea = String::new();
        io::stdin()
            .lock()
            .read_line(&mut linea)
            .map_err(|error| format!("no se pudo leer la contraseña: {error}"))?;
        linea.trim_end_matches(['\r', '\n']).to_string()
    };
    contrasena::check(&leida)?;
    Ok(leida)
}

/// Walks the audit log and the fingerprints; true when all is as it was written.
///
/// # Errors
/// One Spanish sentence when it could not be walked.
pub fn verify(base: &Base) -> Result<bool, String> {
    let verificacion = with_base(base, false, |repositorio| async move {
        bitacora::verify(repositorio.as_ref())
            .await
            .map_err(|falla| falla.to_string())
    })?;
    match verificacion.rota {
        None => {
            println!(
                "Todo corresponde. Asientos de la bitácora: {}. Versiones recibidas: {}.\nHuella del último asiento: {}",
                verificacion.asientos, verificacion.versiones, verificacion.ultima
            );
            Ok(true)
        }
        Some(rota) => {
            println!("{rota}");
            Ok(false)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check_user;

    #[test]
    fn user_names_are_plain() {
        for bueno in ["ana", "ana.perez-2", "a_b"] {
            assert!(check_user(bueno).is_ok(), "{bueno}");
        }
        for malo in ["", "a", "Ana", "ana@portal", "ana perez", "añá", &"x".repeat(65)] {
            assert!(check_user(malo).is_err(), "{malo}");
        }
    }
}
