//! What was typed, by path, exactly as it was typed: a draft loses nothing, not even what cannot be read.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Answers by path (`centro.codigo_postal`, `socios.0.rfc`). The path of a repeated block alone (`socios`) holds how many
/// there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Respuestas(BTreeMap<String, String>);

impl Respuestas {
    /// The text at a path, as typed; empty when there is none.
    pub fn texto(&self, ruta: &str) -> &str {
        self.0.get(ruta).map_or("", String::as_str)
    }

    /// Puts a text at a path. An empty one removes it.
    pub fn poner(&mut self, ruta: impl Into<String>, texto: impl Into<String>) {
        let (ruta, texto) = (ruta.into(), texto.into());
        if texto.is_empty() {
            self.0.remove(&ruta);
        } else {
            self.0.insert(ruta, texto);
        }
    }

    /// How many of a repeated block there are.
    pub fn cuantos(&self, bloque: &str) -> usize {
        self.texto(bloque).parse().unwrap_or(0)
    }

    /// Says how many of a repeated block there are.
    pub fn contar(&mut self, bloque: &str, cuantos: usize) {
        let texto = if cuantos == 0 {
            String::new()
        } else {
            cuantos.to_string()
        };
        self.poner(bloque, texto);
    }

    /// Takes one of a repeated block away; the later ones move up.
    pub fn quitar(&mut self, bloque: &str, indice: usize) {
        let cuantos = self.cuantos(bloque);
        if indice >= cuantos {
            return;
        }
        let prefijo = [bloque, "."].concat();
        let viejas: Vec<(String, String)> = self.de(&prefijo);
        for (ruta, _) in &viejas {
            self.0.remove(ruta);
        }
        for (ruta, texto) in viejas {
            if let Some((n, campo)) = separar(&ruta[prefijo.len()..])
                && n != indice
            {
                let n = if n > indice { n - 1 } else { n };
                self.0
                    .insert([&prefijo, n.to_string().as_str(), ".", campo].concat(), texto);
            }
        }
        self.contar(bloque, cuantos - 1);
    }

    /// Makes room for one of a repeated block; those from there on move down.
    pub fn insertar(&mut self, bloque: &str, indice: usize) {
        let cuantos = self.cuantos(bloque);
        let indice = indice.min(cuantos);
        let prefijo = [bloque, "."].concat();
        for (ruta, texto) in self.de(&prefijo) {
            if let Some((n, campo)) = separar(&ruta[prefijo.len()..])
                && n >= indice
            {
                self.0.remove(&ruta);
                self.0.insert(
                    [">", &prefijo, (n + 1).to_string().as_str(), ".", campo].concat(),
                    texto,
                );
            }
        }
        for (ruta, texto) in self.de(">") {
            self.0.remove(&ruta);
            self.0.insert(ruta[1..].to_owned(), texto);
        }
        self.contar(bloque, cuantos + 1);
    }

    /// Puts the whole of a repeated block in the place of what it had.
    pub fn reemplazar(&mut self, bloque: &str, otras: &Self) {
        for (ruta, _) in self.de(&[bloque, "."].concat()) {
            self.0.remove(&ruta);
        }
        for (ruta, texto) in otras.de(&[bloque, "."].concat()) {
            self.0.insert(ruta, texto);
        }
        self.contar(bloque, otras.cuantos(bloque));
    }

    /// Whether nothing was typed.
    pub fn vacias(&self) -> bool {
        self.0.values().all(|texto| texto.trim().is_empty())
    }

    /// Every path and its text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(ruta, texto)| (ruta.as_str(), texto.as_str()))
    }

    fn de(&self, prefijo: &str) -> Vec<(String, String)> {
        self.0
            .range(prefijo.to_owned()..)
            .take_while(|(ruta, _)| ruta.starts_with(prefijo))
            .map(|(ruta, texto)| (ruta.clone(), texto.clone()))
            .collect()
    }
}

fn separar(resto: &str) -> Option<(usize, &str)> {
    let (n, campo) = resto.split_once('.')?;
    Some((n.parse().ok()?, campo))
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn taking_one_away_moves_the_others_up() {
        let mut r = Respuestas::default();
        for i in 0..12 {
            r.poner(format!("socios.{i}.rfc"), format!("s{i}"));
        }
        r.contar("socios", 12);
        r.poner("sociosx.0.rfc", "otro");
        r.quitar("socios", 1);
        assert_eq!(r.cuantos("socios"), 11);
        assert_eq!(r.texto("socios.0.rfc"), "s0");
        assert_eq!(r.texto("socios.1.rfc"), "s2");
        assert_eq!(r.texto("socios.10.rfc"), "s11");
        assert_eq!(r.texto("socios.11.rfc"), "");
        assert_eq!(r.texto("sociosx.0.rfc"), "otro");
        r.insertar("socios", 1);
        assert_eq!(r.cuantos("socios"), 12);
        assert_eq!(r.texto("socios.0.rfc"), "s0");
        assert_eq!(r.texto("socios.1.rfc"), "");
        assert_eq!(r.texto("socios.2.rfc"), "s2");
        assert_eq!(r.texto("socios.11.rfc"), "s11");
        assert_eq!(r.texto("sociosx.0.rfc"), "otro");
        r.quitar("socios", 1);
        r.quitar("socios", 99);
        assert_eq!(r.cuantos("socios"), 11);
    }
}
