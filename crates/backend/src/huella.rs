//! Fingerprints and chance.

use sha2::{Digest, Sha256};

/// SHA-256 in lowercase hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in lowercase hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const CIFRAS: &[u8; 16] = b"0123456789abcdef";
    let mut texto = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        texto.push(char::from(CIFRAS[usize::from(byte >> 4)]));
        texto.push(char::from(CIFRAS[usize::from(byte & 15)]));
    }
    texto
}

/// 256 bits of chance from the system, in hexadecimal.
///
/// # Errors
/// When the system has none to give.
pub fn random_token() -> Result<String, String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| format!("el sistema no dio números al azar: {error}"))?;
    Ok(hex(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_the_known_one() {
        let vacio = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sha256_hex(b""), vacio);
    }

    #[test]
    fn tokens_are_long_and_different() {
        let (uno, otro) = (random_token().unwrap_or_default(), random_token().unwrap_or_default());
        assert_eq!(uno.len(), 64);
        assert_ne!(uno, otro);
    }
}
