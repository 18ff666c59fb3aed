//! Reads versions out of lock files.

/// The version of a package in the text of a `Cargo.lock`.
pub fn version_of(candado: &str, paquete: &str) -> Option<String> {
    let nombre = format!("name = \"{paquete}\"");
    let mut lineas = candado.lines().skip_while(|linea| linea.trim() != nombre).skip(1);
    let version = lineas.next()?.trim().strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_string())
}

/// The `(package, version)` pairs of the text of a `package-lock.json`.
pub fn npm_packages(candado: &str) -> Vec<(String, String)> {
    let json: serde_json::Value = serde_json::from_str(candado).unwrap_or_default();
    let Some(paquetes) = json["packages"].as_object() else {
        return Vec::new();
    };
    paquetes
        .iter()
        .filter_map(|(ruta, datos)| {
            let nombre = ruta.strip_prefix("node_modules/")?;
            Some((nombre.to_string(), datos["version"].as_str()?.to_string()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARGO: &str = "\
[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.105\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
source = \"registry\"
";

    #[test]
    fn reads_cargo_lock() {
        assert_eq!(version_of(CARGO, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_of(CARGO, "wasm-bindgen-macro").as_deref(), Some("0.2.105"));
        assert_eq!(version_of(CARGO, "wasm"), None);
    }

    #[test]
    fn reads_package_lock() {
        let texto = r#"{"packages":{"":{"version":"0.1.0"},"node_modules/a":{"version":"1.2.3"}}}"#;
        assert_eq!(npm_packages(texto), [("a".to_string(), "1.2.3".to_string())]);
        assert!(npm_packages("no es json").is_empty());
    }
}
