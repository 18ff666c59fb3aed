//! Reads apt's own configuration: where this machine gets Debian from, and with which key.

use std::fs;
use std::path::{Path, PathBuf};

/// One archive that apt knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fuente {
    /// Address of the archive.
    pub uri: String,
    /// Suites (`bookworm`, `bookworm-updates`).
    pub suites: Vec<String>,
    /// Components (`main`).
    pub componentes: Vec<String>,
    /// Keyring, when it is named.
    pub llave: Option<String>,
}

impl Fuente {
    /// The main Debian archive: not security, not a third party's.
    pub fn is_debian(&self) -> bool {
        self.uri.trim_end_matches('/').ends_with("/debian") && self.componentes.iter().any(|c| c == "main")
    }
}

/// The first main Debian archive of this machine.
pub fn debian_of_this_machine() -> Option<Fuente> {
    let raiz = Path::new("/etc/apt");
    let mut archivos = vec![raiz.join("sources.list")];
    if let Ok(entradas) = fs::read_dir(raiz.join("sources.list.d")) {
        let mut otros: Vec<PathBuf> = entradas.filter_map(|e| e.ok().map(|e| e.path())).collect();
        otros.sort();
        archivos.extend(otros);
    }
    archivos
        .iter()
        .flat_map(|archivo| read(archivo))
        .find(Fuente::is_debian)
}

fn read(archivo: &Path) -> Vec<Fuente> {
    let texto = fs::read_to_string(archivo).unwrap_or_default();
    match archivo.extension().and_then(|e| e.to_str()) {
        Some("sources") => parse_deb822(&texto),
        Some("list") => texto.lines().filter_map(parse_classic).collect(),
        _ => Vec::new(),
    }
}

/// `*.sources`: paragraphs of `Field: value`; a line that starts with a blank continues the field.
pub fn parse_deb822(texto: &str) -> Vec<Fuente> {
    let mut parrafos: Vec<Vec<(String, String)>> = vec![Vec::new()];
    for linea in texto.lines().filter(|linea| !linea.starts_with('#')) {
        if linea.trim().is_empty() {
            parrafos.push(Vec::new());
            continue;
        }
        let Some(parrafo) = parrafos.last_mut() else { continue };
        if linea.starts_with([' ', '\t']) {
            if let Some((_, valor)) = parrafo.last_mut() {
                valor.push('\n');
                valor.push_str(linea.trim());
            }
        } else if let Some((campo, valor)) = linea.split_once(':') {
            parrafo.push((campo.trim().to_ascii_lowercase(), valor.trim().to_string()));
        }
    }
    parrafos.iter().flat_map(|parrafo| sources_of(parrafo)).collect()
}

fn sources_of(parrafo: &[(String, String)]) -> Vec<Fuente> {
    let campo = |nombre: &str| {
        parrafo
            .iter()
            .find(|(campo, _)| campo == nombre)
            .map_or("", |(_, valor)| valor.as_str())
    };
    let palabras = |nombre: &str| campo(nombre).split_whitespace().map(String::from).collect();
    let es_binario = campo("types").split_whitespace().any(|tipo| tipo == "deb");
    let apagado = campo("enabled").eq_ignore_ascii_case("no");
    if !es_binario || apagado {
        return Vec::new();
    }
    // A key written inside the file (it has several lines) is not a path that we can name again.
    let llave = Some(campo("signed-by")).filter(|l| l.starts_with('/') && !l.contains('\n'));
    let uris: Vec<String> = palabras("uris");
    uris.into_iter()
        .map(|uri| Fuente {
            uri,
            suites: palabras("suites"),
            componentes: palabras("components"),
            llave: llave.map(String::from),
        })
        .collect()
}

/// `sources.list`: `deb [signed-by=/…] uri suite component…`.
pub fn parse_classic(linea: &str) -> Option<Fuente> {
    let resto = linea
        .trim()
        .strip_prefix("deb")?
        .strip_prefix([' ', '\t'])?
        .trim_start();
    let (opciones, resto) = match resto.strip_prefix('[') {
        Some(con_opciones) => con_opciones.split_once(']')?,
        None => ("", resto),
    };
    let resto = resto.split('#').next()?;
    let mut palabras = resto.split_whitespace().map(String::from);
    let llave = opciones.split_whitespace().find_map(|o| o.strip_prefix("signed-by="));
    Some(Fuente {
        uri: palabras.next()?,
        suites: vec![palabras.next()?],
        componentes: palabras.collect(),
        llave: llave.map(String::from),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEB822: &str = "\
Types: deb deb-src
# a comment inside the paragraph
URIs: http://espejo.example/debian
Suites: bookworm bookworm-updates
Components: main
  contrib
Signed-By: /usr/share/keyrings/debian.gpg

Types: deb
URIs: http://espejo.example/debian-security
Suites: bookworm-security
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .

Types: deb
Enabled: no
URIs: http://apagado.example/debian
Suites: sid
Components: main
";

    #[test]
    fn reads_deb822() {
        let fuentes = parse_deb822(DEB822);
        assert_eq!(fuentes.len(), 2);
        assert_eq!(fuentes[0].uri, "http://espejo.example/debian");
        assert_eq!(fuentes[0].suites, ["bookworm", "bookworm-updates"]);
        assert_eq!(fuentes[0].componentes, ["main", "contrib"]);
        assert_eq!(fuentes[0].llave.as_deref(), Some("/usr/share/keyrings/debian.gpg"));
        assert!(fuentes[0].is_debian());
        assert!(!fuentes[1].is_debian());
        assert_eq!(fuentes[1].llave, None);
    }

    #[test]
    fn reads_the_classic_list() {
        let linea = "deb [arch=amd64 signed-by=/k.gpg] http://espejo.example/debian/ trixie main # x";
        let fuente = parse_classic(linea).unwrap_or_default();
        assert_eq!(fuente.uri, "http://espejo.example/debian/");
        assert_eq!(fuente.suites, ["trixie"]);
        assert_eq!(fuente.componentes, ["main"]);
        assert_eq!(fuente.llave.as_deref(), Some("/k.gpg"));
        assert!(fuente.is_debian());
        assert_eq!(parse_classic("# deb http://x/debian y main"), None);
        assert_eq!(parse_classic("deb-src http://x/debian y main"), None);
    }
}
