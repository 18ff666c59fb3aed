//! Putting some words in the place of others, everywhere in a case at once: what was put is never replaced again, so that
//! two people can change names.

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use ventanilla_reglas::fecha::{Fecha, MESES};
use ventanilla_tramites::texto::{con_millares, fecha_larga};

/// Keys whose value is no text of the case: names of things of the program.
const INTOCABLES: [&str; 12] = [
    "formato",
    "clave",
    "fuente",
    "guion",
    "operacion",
    "codigo",
    "clase",
    "de",
    "dificultad",
    "temas",
    "fundamento",
    "$suma",
];

/// Days around today that move with it: those of the story. Older ones are of deeds and identifiers.
const CERCA: i64 = 30;

/// What is put in the place of what.
#[derive(Clone, Debug, Default)]
pub(super) struct Sustitucion {
    /// Whole words, in any capitals they are written with.
    palabras: BTreeMap<String, String>,
    /// Name, surname, surname, where a record has them apart.
    personas: Vec<([String; 3], [String; 3])>,
    /// Amounts, however they are written.
    importes: BTreeMap<Decimal, Decimal>,
    /// Days that move, and how many.
    dias: Option<(NaiveDate, i64)>,
}

impl Sustitucion {
    /// Puts a text, and itself in capitals.
    pub(super) fn palabra(&mut self, vieja: &str, nueva: &str) {
        if !vieja.is_empty() {
            self.palabras.insert(vieja.to_owned(), nueva.to_owned());
            self.palabras.insert(vieja.to_uppercase(), nueva.to_uppercase());
        }
    }

    /// Puts a person.
    pub(super) fn persona(&mut self, vieja: [&str; 3], nueva: [&str; 3]) {
        let entero = |p: [&str; 3]| p.join(" ").trim().to_owned();
        self.palabra(&entero(vieja), &entero(nueva));
        self.palabra(vieja[0], nueva[0]);
        self.personas.push((vieja.map(str::to_owned), nueva.map(str::to_owned)));
    }

    /// Puts an amount.
    pub(super) fn importe(&mut self, viejo: Decimal, nuevo: Decimal) {
        self.importes.insert(viejo.normalize(), nuevo);
    }

    /// Moves the days around `hoy`.
    pub(super) fn mover(&mut self, hoy: NaiveDate, dias: i64) {
        self.dias = (dias != 0).then_some((hoy, dias));
    }

    /// The same document with everything in its place.
    pub(super) fn en(&self, valor: &Value) -> Value {
        match valor {
            Value::String(texto) => Value::String(self.en_texto(texto)),
            Value::Array(elementos) => elementos.iter().map(|e| self.en(e)).collect(),
            Value::Object(campos) => Value::Object(self.en_objeto(campos)),
            otro => otro.clone(),
        }
    }

    fn en_objeto(&self, campos: &Map<String, Value>) -> Map<String, Value> {
        let mut nuevo: Map<String, Value> = campos
            .iter()
            .map(|(clave, valor)| {
                let fijo = INTOCABLES.contains(&clave.as_str());
                (clave.clone(), if fijo { valor.clone() } else { self.en(valor) })
            })
            .collect();
        let de_pila = if campos.contains_key("nombres") {
            "nombres"
        } else {
            "nombre"
        };
        let llaves = [de_pila, "primer_apellido", "segundo_apellido"];
        let suyos = llaves.map(|llave| campos.get(llave).and_then(Value::as_str).unwrap_or_default());
        if let Some((_, otros)) = self
            .personas
            .iter()
            .find(|(vieja, _)| suyos == vieja.each_ref().map(String::as_str))
        {
            for (llave, texto) in llaves.into_iter().zip(otros) {
                if campos.contains_key(llave) {
                    nuevo.insert(llave.to_owned(), Value::from(texto.as_str()));
                }
            }
        }
        nuevo
    }

    /// A text with everything in its place.
    pub(super) fn en_texto(&self, texto: &str) -> String {
        let mut salida = String::with_capacity(texto.len());
        let mut resto = texto;
        let mut en_palabra = false;
        while let Some(letra) = resto.chars().next() {
            let tomado = if en_palabra { None } else { self.tomar(resto) };
            if let Some((largo, nuevo)) = tomado {
                salida.push_str(&nuevo);
                resto = &resto[largo..];
                en_palabra = true; // what follows a replaced word is no beginning of another
                continue;
            }
            salida.push(letra);
            resto = &resto[letra.len_utf8()..];
            en_palabra = letra.is_alphanumeric();
        }
        salida
    }

    /// What stands at the beginning of `resto` and is replaced: how much of it, and with what.
    fn tomar(&self, resto: &str) -> Option<(usize, String)> {
        self.tomar_palabra(resto)
            .or_else(|| self.tomar_dia(resto))
            .or_else(|| self.tomar_importe(resto))
    }

    fn tomar_palabra(&self, resto: &str) -> Option<(usize, String)> {
        let caben = self.palabras.iter().filter(|(vieja, _)| {
            let despues = resto.strip_prefix(vieja.as_str());
            despues.is_some_and(|d| !d.chars().next().is_some_and(char::is_alphanumeric))
        });
        let (vieja, nueva) = caben.max_by_key(|(vieja, _)| vieja.len())?;
        Some((vieja.len(), nueva.clone()))
    }

    fn tomar_dia(&self, resto: &str) -> Option<(usize, String)> {
        let (hoy, dias) = self.dias?;
        let (largo, fecha, como) = leer_dia(resto)?;
        if (fecha - hoy).num_days().abs() > CERCA {
            return None;
        }
        let lejos = Days::new(dias.unsigned_abs());
        let otra = if dias < 0 {
            fecha.checked_sub_days(lejos)
        } else {
            fecha.checked_add_days(lejos)
        }?;
        Some((largo, como.escribir(otra)))
    }

    fn tomar_importe(&self, resto: &str) -> Option<(usize, String)> {
        let cifra = Cifra::leer(resto)?;
        let nuevo = self.importes.get(&cifra.valor.normalize())?;
        Some((cifra.largo, cifra.escribir(*nuevo)))
    }
}

/// How a day is written.
#[derive(Clone, Copy)]
enum Como {
    Iso,
    Diagonales,
    Palabras,
}

impl Como {
    fn escribir(self, fecha: NaiveDate) -> String {
        match self {
            Self::Iso => fecha.to_string(),
            Self::Diagonales => fecha.format("%d/%m/%Y").to_string(),
            Self::Palabras => fecha_larga(fecha),
        }
    }
}

/// A day at the beginning of a text: how long it is, which, and how it was written. `17 de noviembre`, without its year, is
/// none.
fn leer_dia(resto: &str) -> Option<(usize, NaiveDate, Como)> {
    if let Some(iso) = resto.get(..10) {
        if let Some(fecha) = Fecha::leer(iso) {
            return Some((10, fecha.0, Como::Iso));
        }
        let mut partes = iso.splitn(3, '/').map(str::parse::<u32>);
        if let (Some(Ok(dia)), Some(Ok(mes)), Some(Ok(anio))) = (partes.next(), partes.next(), partes.next()) {
            let fecha = NaiveDate::from_ymd_opt(i32::try_from(anio).ok()?, mes, dia)?;
            return Some((10, fecha, Como::Diagonales));
        }
    }
    let (dia, cola) = resto.split_once(" de ")?;
    let dia: u32 = dia.parse().ok()?;
    let (mes, cola) = cola.split_once(" de ")?;
    let mes = MESES.iter().position(|m| *m == mes)?;
    let anio: i32 = cola.get(..4)?.parse().ok()?;
    let fecha = NaiveDate::from_ymd_opt(anio, u32::try_from(mes).ok()? + 1, dia)?;
    let largo = resto.len() - cola.len() + 4;
    Some((largo, fecha, Como::Palabras))
}

/// An amount as it is written in a text.
pub(super) struct Cifra {
    /// How many bytes it takes.
    pub(super) largo: usize,
    /// How much.
    pub(super) valor: Decimal,
    signo: bool,
    comas: bool,
    decimales: usize,
}

impl Cifra {
    /// An amount at the beginning of a text: with a peso sign, thousands or cents; a bare `30` is a number of something else.
    pub(super) fn leer(resto: &str) -> Option<Self> {
        let con_signo = resto.starts_with('$');
        let inicio = usize::from(con_signo);
        let cuerpo = &resto[inicio..];
        let fin = cuerpo
            .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
            .unwrap_or(cuerpo.len());
        let cuerpo = cuerpo[..fin].trim_end_matches([',', '.']);
        let decimales = cuerpo.split_once('.').map_or(0, |(_, d)| d.len());
        let comas = cuerpo.contains(',');
        if cuerpo.is_empty() || !(con_signo || comas || decimales >= 2) {
            return None;
        }
        Some(Self {
            largo: inicio + cuerpo.len(),
            valor: cuerpo.replace(',', "").parse().ok()?,
            signo: con_signo,
            comas: comas || con_signo,
            decimales,
        })
        .filter(|c| c.largo > 0)
    }

    /// Another amount, written the same way.
    fn escribir(&self, nuevo: Decimal) -> String {
        let decimales = if self.decimales == 0 && !nuevo.fract().is_zero() {
            2
        } else {
            self.decimales
        };
        let texto = format!("{nuevo:.decimales$}");
        let texto = if self.comas { con_millares(&texto) } else { texto };
        if self.signo { ["$", &texto].concat() } else { texto }
    }
}

/// The amounts that a text mentions.
pub(super) fn importes(texto: &str) -> Vec<Decimal> {
    let mut todos = Vec::new();
    let mut antes = ' ';
    let mut resto = texto;
    while let Some(letra) = resto.chars().next() {
        let empieza = !antes.is_alphanumeric();
        if let Some(cifra) = empieza.then(|| Cifra::leer(resto)).flatten() {
            todos.push(cifra.valor);
            resto = &resto[cifra.largo..];
            antes = '0';
            continue;
        }
        antes = letra;
        resto = &resto[letra.len_utf8()..];
    }
    todos
}

#[cfg(test)]
mod pruebas {
    use super::*;

    fn sustitucion() -> Sustitucion {
        let mut s = Sustitucion::default();
        s.persona(["Hugo", "Muestra", "Demo"], ["Bruno", "Ensayo", "Prueba"]);
        s.persona(["Bruno", "Ensayo", "Prueba"], ["Hugo", "Muestra", "Demo"]);
        s.palabra("Comedor Simulado", "Comedor Maqueta");
        s.importe(Decimal::new(18_000_000, 2), Decimal::new(19_550_050, 2));
        s.mover(NaiveDate::from_ymd_opt(2026, 11, 17).expect("fecha"), 14);
        s
    }

    #[test]
    fn everything_changes_at_once_and_once() {
        let s = sustitucion();
        for (antes, despues) in [
            ("Hugo y Bruno Ensayo Prueba.", "Bruno y Hugo Muestra Demo."),
            ("HUGO MUESTRA DEMO", "BRUNO ENSAYO PRUEBA"),
            (
                "Hugolino no, Calle Muestra tampoco",
                "Hugolino no, Calle Muestra tampoco",
            ),
            ("El COMEDOR SIMULADO, S.A.", "El COMEDOR MAQUETA, S.A."),
            (
                "$180,000.00 o 180000.00 o 180,000; no 180",
                "$195,500.50 o 195500.50 o 195,500.50; no 180",
            ),
            (
                "martes 17 de noviembre de 2026, 17/11/2026, 2026-11-17",
                "martes 1 de diciembre de 2026, 01/12/2026, 2026-12-01",
            ),
            ("el 5 de enero de 2015", "el 5 de enero de 2015"),
        ] {
            assert_eq!(s.en_texto(antes), despues);
        }
    }

    #[test]
    fn the_parts_of_a_name_go_together() {
        let s = sustitucion();
        let antes = serde_json::json!({ "nombres": "Hugo", "primer_apellido": "Muestra", "segundo_apellido": "Demo", "clase": "Hugo" });
        let despues = serde_json::json!({ "nombres": "Bruno", "primer_apellido": "Ensayo", "segundo_apellido": "Prueba", "clase": "Hugo" });
        assert_eq!(s.en(&antes), despues);
    }

    #[test]
    fn amounts_of_a_text_are_found() {
        let de = |t: &str| importes(t).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(
            de("42,000 + 20 % de 189,500.00, o $5; 1.63 y 30 días"),
            ["42000", "189500.00", "5", "1.63"]
        );
    }
}
