//! Passwords: argon2id with the parameters that OWASP asks for, worked out away from the threads that serve.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use std::sync::{Arc, OnceLock};
use tokio::sync::Semaphore;
use tokio::task;

/// 19 MiB, two passes, one lane.
const MEMORIA_KIB: u32 = 19 * 1024;
const PASADAS: u32 = 2;
const CARRILES: u32 = 1;

/// Shortest password that is taken for a new account.
pub const MINIMO: usize = 10;
/// Longest password that is looked at.
pub const MAXIMO: usize = 200;

fn argon2() -> Argon2<'static> {
    let parametros = Params::new(MEMORIA_KIB, PASADAS, CARRILES, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, parametros)
}

/// The hash of a password, as a PHC string.
///
/// # Errors
/// One Spanish sentence when the system gives no random numbers.
pub fn hash(contrasena: &str) -> Result<String, String> {
    let hash = argon2().hash_password(contrasena.as_bytes());
    hash.map(|hash| hash.to_string())
        .map_err(|error| format!("no se pudo proteger la contraseña: {error}"))
}

/// Whether a password is long enough, and not too long.
///
/// # Errors
/// One Spanish sentence.
pub fn check(contrasena: &str) -> Result<(), String> {
    match contrasena.chars().count() {
        corta if corta < MINIMO => Err(format!("la contraseña debe tener al menos {MINIMO} caracteres")),
        larga if larga > MAXIMO => Err(format!("la contraseña no puede pasar de {MAXIMO} caracteres")),
        _ => Ok(()),
    }
}

fn matches(contrasena: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| argon2().verify_password(contrasena.as_bytes(), &hash).is_ok())
}

/// A hash that no password has: looking at it takes as long as looking at a real one.
fn decoy() -> &'static str {
    static SENUELO: OnceLock<String> = OnceLock::new();
    SENUELO.get_or_init(|| {
        let azar = crate::huella::random_token().unwrap_or_default();
        hash(&azar).unwrap_or_default()
    })
}

/// Looks at passwords, as many at once as there are cores: each takes 19 MiB.
#[derive(Clone)]
pub struct Portero {
    turnos: Arc<Semaphore>,
}

impl Portero {
    /// With a turn for each core.
    pub fn new() -> Self {
        let nucleos = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            turnos: Arc::new(Semaphore::new(nucleos)),
        }
    }

    /// Makes ready what the first wrong name would otherwise have to wait for.
    pub async fn warm_up(&self) {
        let _ = task::spawn_blocking(decoy).await;
    }

    /// Whether the password is the one with this hash. Without a hash it takes as long, and is not.
    pub async fn admits(&self, contrasena: String, hash: Option<String>) -> bool {
        let Ok(turno) = self.turnos.clone().acquire_owned().await else {
            return false;
        };
        let mirada = task::spawn_blocking(move || {
            let _turno = turno;
            let conocida = hash.is_some();
            let coincide = matches(&contrasena, hash.as_deref().unwrap_or_else(|| decoy()));
            conocida && coincide
        });
        mirada.await.unwrap_or(false)
    }
}

impl Default for Portero {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_is_admitted() {
        let hash = hash("una frase larga").unwrap_or_default();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        let portero = Portero::new();
        assert!(portero.admits("una frase larga".into(), Some(hash.clone())).await);
        assert!(!portero.admits("otra frase larga".into(), Some(hash)).await);
        assert!(!portero.admits("una frase larga".into(), None).await);
        assert!(!portero.admits(String::new(), Some("esto no es un hash".into())).await);
    }

    #[test]
    fn short_and_endless_passwords_are_refused() {
        assert!(check("corta").is_err());
        assert!(check(&"x".repeat(201)).is_err());
        assert!(check("contraseña").is_ok());
    }
}
