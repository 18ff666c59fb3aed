//! Identifiers of somebody who does not exist: well formed, with the check digit that the rules say, and of a subdelegación
//! and a municipality that are none.

use super::azar::Azar;
use super::nombres::{APELLIDOS, BANDERAS, HOMBRES, LUGARES, MUJERES};
use crate::caso::{Empresa, Persona};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::clasificacion::llano;
use ventanilla_reglas::identificador::{Partes, Tipo, Uso, digito_de_registro_patronal, revisar};

/// Another person of the same sex, place and month of birth. `None` when chance brought something that cannot be used: a
/// word that the register forbids.
pub(crate) fn otra_persona(base: &Persona, azar: &mut Azar, normativa: &Normativa) -> Option<Persona> {
    let nombre = azar.uno(if es_mujer(base) { &MUJERES } else { &HOMBRES });
    let primero = azar.uno(&APELLIDOS);
    let segundo = if base.segundo_apellido.is_empty() {
        ""
    } else {
        azar.uno(&APELLIDOS)
    };
    if primero == segundo || nombre == base.nombre {
        return None;
    }
    let letras = Letras::de(nombre, primero, segundo)?;
    let curp = match base.curp.as_str() {
        "" => String::new(),
        vieja => curp(vieja, &letras, azar, normativa)?,
    };
    // without a CURP the days of the RFC are the ones it had
    let dia = if curp.is_empty() {
        base.rfc.get(4..10)
    } else {
        curp.get(4..10)
    };
    let rfc = match base.rfc.as_str() {
        "" => String::new(),
        _ => con_digito(Tipo::Rfc, &[&letras.inicio, dia?, "99"].concat(), normativa)?,
    };
    let nss = match base.nss.as_str() {
        "" => String::new(),
        vieja => {
            let consecutivo = format!("{:04}", azar.entre(100, 9999));
            con_digito(Tipo::Nss, &["99", vieja.get(2..6)?, &consecutivo].concat(), normativa)?
        }
    };
    Some(Persona {
        nombre: nombre.to_owned(),
        primer_apellido: primero.to_owned(),
        segundo_apellido: segundo.to_owned(),
        curp,
        rfc,
        nss,
    })
}

/// Another company that does the same: the first word of its name says what.
pub(crate) fn otra_empresa(base: &Empresa, azar: &mut Azar, normativa: &Normativa) -> Option<Empresa> {
    let nombre = match base.nombre.split(' ').next().unwrap_or_default() {
        "" => String::new(),
        giro => [giro, azar.uno(&BANDERAS), azar.uno(&LUGARES)].join(" "),
    };
    if !base.nombre.is_empty() && nombre.starts_with(&base.nombre) {
        return None; // the old name would still be read in the new one
    }
    let rfc = match base.rfc.as_str() {
        "" => String::new(),
        viejo => con_digito(
            Tipo::Rfc,
            &[&iniciales(&nombre)?, viejo.get(3..9)?, "99"].concat(),
            normativa,
        )?,
    };
    let registros = base
        .registros
        .iter()
        .map(|viejo| otro_registro(viejo, azar))
        .collect::<Option<Vec<_>>>()?;
    Some(Empresa { nombre, rfc, registros })
}

fn otro_registro(viejo: &str, azar: &mut Azar) -> Option<String> {
    let diez = format!("Z99{:05}{}", azar.entre(100, 99_999), viejo.get(8..10)?);
    let digito = digito_de_registro_patronal(&diez)?;
    Some(format!("{diez}{digito}"))
}

fn es_mujer(base: &Persona) -> bool {
    match base.curp.get(10..11) {
        Some(sexo) => sexo == "M",
        None => llano(&base.nombre).ends_with('a'),
    }
}

fn curp(vieja: &str, letras: &Letras, azar: &mut Azar, normativa: &Normativa) -> Option<String> {
    let (anio_mes, dia, lugar) = (vieja.get(4..8)?, vieja.get(8..10)?, vieja.get(10..13)?);
    // another day of the same month, near enough for the age in the story to stay
    let dia = (dia.parse::<i64>().ok()? + azar.entre(-3, 3)).clamp(1, 28);
    let homonimia = vieja.get(16..17)?;
    let cuerpo = format!(
        "{}{anio_mes}{dia:02}{lugar}{}{homonimia}",
        letras.inicio, letras.consonantes
    );
    con_digito(Tipo::Curp, &cuerpo, normativa)
}

/// The identifier with its check digit; `None` if the rules find anything in it.
fn con_digito(tipo: Tipo, cuerpo: &str, normativa: &Normativa) -> Option<String> {
    let provisional = [cuerpo, "0"].concat();
    let esperado = match revisar(normativa, tipo, &provisional, Uso::Persona).partes {
        Partes::Curp(p) => p.digito_esperado,
        Partes::Rfc(p) => p.digito_esperado,
        Partes::Nss(p) => p.digito_esperado,
        _ => return None,
    };
    let entero = [cuerpo, &esperado].concat();
    let revision = revisar(normativa, tipo, &entero, Uso::Persona);
    revision.hallazgos.is_empty().then_some(entero)
}

/// The letters of a name in the identifiers.
struct Letras {
    /// First letter and first inner vowel of the first surname, initials of the second and of the name.
    inicio: String,
    /// First inner consonants of both surnames and of the name.
    consonantes: String,
}

impl Letras {
    fn de(nombre: &str, primero: &str, segundo: &str) -> Option<Self> {
        let [nombre, primero, segundo] = [nombre, primero, segundo].map(mayusculas);
        let inicial = |t: &str| t.chars().next().unwrap_or('X');
        let inicio: String = [inicial(&primero), vocal(&primero)?, inicial(&segundo), inicial(&nombre)]
            .iter()
            .collect();
        let consonantes: String = [&primero, &segundo, &nombre]
            .into_iter()
            .map(|t| consonante(t))
            .collect();
        Some(Self { inicio, consonantes })
    }
}

fn mayusculas(texto: &str) -> String {
    llano(texto).to_uppercase().replace('Ñ', "X")
}

fn vocal(texto: &str) -> Option<char> {
    texto.chars().skip(1).find(|c| "AEIOU".contains(*c))
}

fn consonante(texto: &str) -> char {
    texto.chars().skip(1).find(|c| !"AEIOU".contains(*c)).unwrap_or('X')
}

/// First letters of the words of a company, without articles.
fn iniciales(nombre: &str) -> Option<String> {
    let plano = mayusculas(nombre);
    let palabras = plano
        .split(' ')
        .filter(|p| !["DE", "DEL", "LA", "EL", "LOS", "LAS", "Y"].contains(p));
    let letras: String = palabras.filter_map(|p| p.chars().next()).take(3).collect();
    (letras.len() == 3).then_some(letras)
}
