//! Words as people type them: without accents, without the little words, without plurals, with slips of the finger.

/// Words that say nothing about an activity.
const MUDAS: &[&str] = &[
    "a", "al", "con", "de", "del", "e", "el", "en", "es", "la", "las", "lo", "los", "me", "mi", "mis", "negocio", "o",
    "para", "pero", "por", "que", "se", "sin", "su", "sus", "tengo", "un", "una", "unos", "y", "empresa",
];

/// A word of a query or of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Palabra {
    /// What is left without plural and final vowel.
    pub raiz: String,
    /// At least five letters as typed: slips are forgiven.
    pub larga: bool,
}

/// The words of `texto` that mean something, in order and once each.
pub(super) fn palabras(texto: &str) -> Vec<Palabra> {
    let llano = llano(texto);
    let mut salida: Vec<Palabra> = Vec::new();
    let partes = llano.split(|c: char| !c.is_ascii_alphanumeric());
    for parte in partes.filter(|p| !p.is_empty() && !MUDAS.contains(p)) {
        let palabra = Palabra {
            raiz: raiz(parte).to_owned(),
            larga: parte.len() >= 5,
        };
        if !salida.contains(&palabra) {
            salida.push(palabra);
        }
    }
    salida
}

/// In small letters and without accents.
pub fn llano(texto: &str) -> String {
    texto.to_lowercase().chars().map(sin_acento).collect()
}

fn sin_acento(letra: char) -> char {
    match letra {
        'á' | 'à' | 'ä' | 'â' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ì' | 'ï' | 'î' => 'i',
        'ó' | 'ò' | 'ö' | 'ô' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        'ñ' => 'n',
        otra => otra,
    }
}

/// A light stem: the plural and then the final vowel go, if at least three letters stay. *Hoteles* and *hotel*, *tiendas*
/// and *tienda*, *mecánica* and *mecánico* meet.
fn raiz(palabra: &str) -> &str {
    if palabra.len() < 4 || palabra.bytes().any(|b| b.is_ascii_digit()) {
        return palabra;
    }
    let singular = match palabra.strip_suffix("es") {
        Some(base) if base.len() >= 4 => base,
        _ => palabra.strip_suffix('s').unwrap_or(palabra),
    };
    match singular.strip_suffix(['a', 'e', 'o']) {
        Some(base) if base.len() >= 3 => base,
        _ => singular,
    }
}

/// How well a word of the catalogue answers one of the query, 0 to 100.
pub(super) fn parecido(buscada: &Palabra, hallada: &str) -> u32 {
    let raiz = buscada.raiz.as_str();
    if raiz == hallada {
        return 100;
    }
    if raiz.len() >= 4 && hallada.starts_with(raiz) {
        return 70;
    }
    if !buscada.larga || hallada.len() < 4 {
        return 0;
    }
    let tolerancia = if raiz.len() >= 7 { 2 } else { 1 };
    match distancia(raiz.as_bytes(), hallada.as_bytes(), tolerancia) {
        Some(1) => 60,
        Some(_) => 40,
        None if prefijo_comun(raiz, hallada) >= 6 => 45,
        None => 0,
    }
}

fn prefijo_comun(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count()
}

/// Longest word that is compared letter by letter.
const LARGO: usize = 32;

/// Letters that have to be put, taken, changed or swapped with the next to go from `a` to `b`; `None` beyond `maximo`.
pub(super) fn distancia(a: &[u8], b: &[u8], maximo: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > maximo || a.len() >= LARGO || b.len() >= LARGO {
        return None;
    }
    let mut filas = [[0_usize; LARGO]; 3];
    for (j, celda) in filas[0].iter_mut().enumerate() {
        *celda = j;
    }
    for i in 1..=a.len() {
        let (esta, previa, antepenultima) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        filas[esta][0] = i;
        let mut menor = i;
        for j in 1..=b.len() {
            let cambio = usize::from(a[i - 1] != b[j - 1]);
            let mut costo = (filas[previa][j] + 1)
                .min(filas[esta][j - 1] + 1)
                .min(filas[previa][j - 1] + cambio);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                costo = costo.min(filas[antepenultima][j - 2] + 1);
            }
            filas[esta][j] = costo;
            menor = menor.min(costo);
        }
        if menor > maximo {
            return None;
        }
    }
    Some(filas[a.len() % 3][b.len()]).filter(|d| *d <= maximo)
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn las_formas_de_una_palabra_se_encuentran() {
        for (una, otra) in [
            ("hoteles", "hotel"),
            ("Tiendas", "tienda"),
            ("mecánica", "MECANICO"),
            ("camiones", "camión"),
            ("niños", "nino"),
            ("dulces", "dulce"),
            ("taquerías", "taqueria"),
        ] {
            assert_eq!(palabras(una)[0].raiz, palabras(otra)[0].raiz, "{una} {otra}");
        }
        assert!(palabras("de la y el").is_empty());
    }

    #[test]
    fn la_distancia_cuenta_letras() {
        for (a, b, d) in [
            ("carpinteria", "carpinteria", Some(0)),
            ("carpinteria", "carpintería".replace('í', "i").as_str(), Some(0)),
            ("capinteria", "carpinteria", Some(1)),
            ("carpintreia", "carpinteria", Some(1)),
            ("karpinterya", "carpinteria", Some(2)),
            ("panaderia", "papeleria", None),
        ] {
            assert_eq!(distancia(a.as_bytes(), b.as_bytes(), 2), d, "{a} {b}");
        }
    }
}
