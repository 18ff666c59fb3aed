//! Folios: `VN-2026-000123-K`. The last character checks the others, so that one that is misheard or mistyped is noticed.

/// No vowels (no words), no letters that look like digits.
const ALFABETO: &[u8; 23] = b"BCDFGHJKLMNPQRSTVWXYZ23";

/// The folio of the trámite number `consecutivo` of a year.
pub fn componer(anio: i32, consecutivo: u64) -> String {
    let sin_control = format!("VN-{anio:04}-{consecutivo:06}");
    let control = control(&sin_control);
    format!("{sin_control}-{control}")
}

/// Reads a folio as a person types it (spaces, lower case, no hyphens) and gives its plain form.
///
/// # Errors
/// In Spanish: what is wrong and how it is mended.
pub fn leer(texto: &str) -> Result<String, String> {
    let junto: String = texto
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_uppercase();
    let mal = || "Un folio se escribe como VN-2026-000123-K.".to_owned();
    let cuerpo = junto.strip_prefix("VN").ok_or_else(mal)?;
    let (digitos, dado) = cuerpo
        .split_at_checked(cuerpo.len().saturating_sub(1))
        .ok_or_else(mal)?;
    if !(10..=16).contains(&digitos.len()) || !digitos.bytes().all(|b| b.is_ascii_digit()) {
        return Err(mal());
    }
    let anio: i32 = digitos[..4].parse().map_err(|_| mal())?;
    let consecutivo: u64 = digitos[4..].parse().map_err(|_| mal())?;
    let bueno = componer(anio, consecutivo);
    if bueno.ends_with(dado) {
        Ok(bueno)
    } else {
        Err("El último carácter del folio no corresponde a los demás. Revíselo: una cifra está cambiada.".to_owned())
    }
}

/// The digits weighed by position, modulo a prime: any one digit changed and any two neighbours swapped are noticed.
fn control(texto: &str) -> char {
    let suma: u64 = texto
        .bytes()
        .filter(u8::is_ascii_digit)
        .zip(2_u64..)
        .map(|(b, peso)| u64::from(b - b'0') * peso)
        .sum();
    char::from(ALFABETO[(suma % 23) as usize])
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn one_digit_changed_or_two_swapped_is_noticed() {
        for consecutivo in [1, 123, 999_999, 12_345_678] {
            let folio = componer(2026, consecutivo);
            assert_eq!(leer(&folio).as_deref(), Ok(folio.as_str()));
            assert_eq!(
                leer(&folio.to_lowercase().replace('-', " ")).as_deref(),
                Ok(folio.as_str())
            );
            let bytes = folio.as_bytes();
            for i in 0..bytes.len() {
                if !bytes[i].is_ascii_digit() {
                    continue;
                }
                for d in b'0'..=b'9' {
                    if d != bytes[i] {
                        let mut otro = bytes.to_vec();
                        otro[i] = d;
                        assert!(
                            leer(&String::from_utf8(otro).expect("ascii")).is_err(),
                            "{folio} {i} {d}"
                        );
                    }
                }
                if i + 1 < bytes.len() && bytes[i + 1].is_ascii_digit() && bytes[i] != bytes[i + 1] {
                    let mut otro = bytes.to_vec();
                    otro.swap(i, i + 1);
                    assert!(leer(&String::from_utf8(otro).expect("ascii")).is_err(), "{folio} {i}");
                }
            }
        }
    }

    #[test]
    fn refuses_what_is_not_a_folio() {
        for texto in [
            "",
            "VN",
            "VN-2026",
            "XX-2026-000001-B",
            "VN-2026-00000A-B",
            "VN-2026-000001",
            "ñ",
        ] {
            assert!(leer(texto).is_err(), "{texto}");
        }
    }
}
