//! Names as the file writes them, and whether a CURP is of one.

use ventanilla_archivos::idse::LARGO_DE_NOMBRE;

/// A part of a name, as the file writes it (with `Ñ` still a letter), and what was changed on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Nombre {
    /// Capitals without accents, one space between words, cut to its positions.
    pub texto: String,
    /// First character that no name has.
    pub ajeno: Option<char>,
    /// Whether signs were taken away.
    pub con_signos: bool,
    /// What does not fit.
    pub cortado: String,
    /// Letters it has.
    pub largo: usize,
}

/// Writes a part of a name as the file does.
pub(super) fn escribir(tecleado: &str) -> Nombre {
    let mut nombre = Nombre::default();
    let mut letras = tecleado.chars().peekable();
    let mut texto = String::with_capacity(tecleado.len());
    while let Some(letra) = letras.next() {
        let con_tilde = matches!(letra, 'n' | 'N') && letras.next_if_eq(&'\u{303}').is_some();
        match letra {
            _ if con_tilde => texto.push('Ñ'),
            'ñ' | 'Ñ' | '/' => texto.push('Ñ'),
            'a'..='z' | 'A'..='Z' => texto.push(letra.to_ascii_uppercase()),
            _ if letra.is_whitespace() => texto.push(' '),
            '-' | '\u{2010}'..='\u{2015}' => {
                nombre.con_signos = true;
                texto.push(' ');
            }
            '.' | ',' | '\'' | '’' | '‘' | '´' | '`' | '¨' => nombre.con_signos = true,
            // accents that come apart from their letter, and invisible marks
            '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' => {}
            _ => match sin_acento(letra) {
                Some(llana) => texto.push(llana),
                None => nombre.ajeno = nombre.ajeno.or(Some(letra)),
            },
        }
    }
    let junto: Vec<&str> = texto.split_whitespace().collect();
    let junto = junto.join(" ");
    nombre.largo = junto.chars().count();
    nombre.cortado = junto.chars().skip(LARGO_DE_NOMBRE).collect();
    let cabe: String = junto.chars().take(LARGO_DE_NOMBRE).collect();
    cabe.trim_end().clone_into(&mut nombre.texto);
    nombre
}

fn sin_acento(letra: char) -> Option<char> {
    Some(match letra {
        'á' | 'à' | 'ä' | 'â' | 'ã' | 'Á' | 'À' | 'Ä' | 'Â' | 'Ã' => 'A',
        'é' | 'è' | 'ë' | 'ê' | 'É' | 'È' | 'Ë' | 'Ê' => 'E',
        'í' | 'ì' | 'ï' | 'î' | 'Í' | 'Ì' | 'Ï' | 'Î' => 'I',
        'ó' | 'ò' | 'ö' | 'ô' | 'õ' | 'Ó' | 'Ò' | 'Ö' | 'Ô' | 'Õ' => 'O',
        'ú' | 'ù' | 'ü' | 'û' | 'Ú' | 'Ù' | 'Ü' | 'Û' => 'U',
        'ç' | 'Ç' => 'C',
        _ => return None,
    })
}

/// Words that do not count at the beginning of a name or a surname (Instructivo normativo de la CURP).
const PARTICULAS: &[&str] = &[
    "DA", "DAS", "DE", "DEL", "DER", "DI", "DIE", "DD", "EL", "LA", "LOS", "LAS", "LE", "LES", "MAC", "MC", "VAN",
    "VON", "Y",
];

/// First names that give way to the second one.
const COMUNES: &[&str] = &["JOSE", "J", "MARIA", "MA", "M"];

/// What in a CURP is not what the name gives: `None` when it fits, or there is too little to say. It is only a suspicion:
/// names change, and the rule has exceptions.
pub(super) fn difiere(curp: &str, primero: &str, segundo: &str, nombres: &str) -> Option<String> {
    let letras: Vec<char> = curp.chars().collect();
    let [paterno, materno, pila] = [palabra(primero, false), palabra(segundo, false), palabra(nombres, true)];
    if letras.len() != 18 || paterno.is_empty() || pila.is_empty() {
        return None;
    }
    let casos = [
        (0, inicial(paterno), "el primer apellido"),
        (13, consonante(paterno), "el primer apellido"),
        (2, inicial(materno), "el segundo apellido"),
        (14, consonante(materno), "el segundo apellido"),
        (3, inicial(pila), "el nombre"),
        (15, consonante(pila), "el nombre"),
    ];
    let (lugar, letra, de) = casos
        .into_iter()
        .find(|(lugar, letra, _)| letras.get(*lugar) != Some(letra))?;
    let hay = letras.get(lugar).copied().unwrap_or(' ');
    Some(format!("su posición {} es «{hay}» y {de} daría «{letra}»", lugar + 1))
}

/// The word that counts: without particles and, in a given name of several, without José or María.
fn palabra(nombre: &str, de_pila: bool) -> &str {
    let mut palabras = nombre.split(' ').filter(|p| !p.is_empty()).peekable();
    let mut ultima = "";
    while let Some(palabra) = palabras.next() {
        ultima = palabra;
        let sigue = palabras.peek().is_some();
        if !sigue || !(PARTICULAS.contains(&palabra) || de_pila && COMUNES.contains(&palabra)) {
            break;
        }
    }
    ultima
}

fn inicial(palabra: &str) -> char {
    match palabra.chars().next() {
        None | Some('Ñ') => 'X',
        Some(letra) => letra,
    }
}

/// First inner consonant.
fn consonante(palabra: &str) -> char {
    match palabra.chars().skip(1).find(|c| !"AEIOU".contains(*c)) {
        None | Some('Ñ') => 'X',
        Some(letra) => letra,
    }
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn a_name_as_the_file_writes_it() {
        for (tecleado, texto) in [
            ("Peña  Núñez", "PEÑA NUÑEZ"),
            ("Pen\u{303}a", "PEÑA"),
            ("PE/A", "PEÑA"),
            ("Güemes", "GUEMES"),
            ("Ma. Elena", "MA ELENA"),
            ("O'Hara-Díaz", "OHARA DIAZ"),
        ] {
            assert_eq!(escribir(tecleado).texto, texto, "{tecleado}");
        }
        assert_eq!(escribir("Petra 2").ajeno, Some('2'));
        let largo = escribir("DE LA GARZA Y TREVIÑO DE LOS RÍOS");
        assert_eq!(
            (largo.texto.as_str(), largo.cortado.as_str()),
            ("DE LA GARZA Y TREVIÑO DE LO", "S RIOS")
        );
    }

    #[test]
    fn the_curp_of_each_fictitious_person_is_of_its_name() {
        for (curp, primero, segundo, nombres) in [
            ("FIEP840315MJCCJT01", "FICTICIA", "EJEMPLO", "PETRA"),
            ("SIPR790722HMCMRM06", "SIMULADO", "PRUEBA", "RAMON"),
            ("MUDL921130MPLSMC06", "MUESTRA", "DEMO", "LUCIA"),
            ("DEFH980109HJCMCG04", "DEMOSTRACION", "FICTICIO", "HUGO"),
            ("EAME010518MJCNDLA5", "ENSAYO", "MODELO", "ELVIRA"),
            ("PUSO701002HDFRMS06", "PRUEBA", "SIMULADO", "OSCAR"),
            ("BOMN880825MYNRSR02", "BORRADOR", "MUESTRA", "NORMA"),
            ("EEFT661211HNLJCM03", "EJEMPLAR", "FICTICIO", "TOMAS"),
            ("PAEI950404MGTLNR08", "PLANTILLA", "ENSAYO", "IRENE"),
            ("MADA830927HQTQML02", "MAQUETA", "DEMO", "ALDO"),
        ] {
            assert_eq!(difiere(curp, primero, segundo, nombres), None, "{curp}");
            assert!(
                difiere(curp, segundo, primero, nombres).is_some() || primero.starts_with(segundo),
                "{curp}"
            );
        }
        assert_eq!(
            difiere("FIEP840315MJCCJT01", "DE LA FICTICIA", "EJEMPLO", "MARIA PETRA"),
            None
        );
    }
}
