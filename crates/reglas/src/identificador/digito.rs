//! Check digits. Each identifier says what every position contributes; the digit is what the sum lacks to reach the next
//! multiple of ten (eleven in an RFC). The check and its explanation read the same positions.

use super::{Partes, Tipo, clabe, curp, nss, registro_patronal, rfc};
use crate::memoria::{Nodo, Operacion, Operando};
use crate::mensajes::identificador as mensaje;

/// What a position contributes: `valor` × `peso` − `quitar`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posicion {
    pub caracter: char,
    pub valor: u32,
    pub peso: u32,
    pub quitar: u32,
}

impl Posicion {
    /// The product whole.
    pub(super) fn entera(caracter: char, valor: u32, peso: u32) -> Self {
        Self {
            caracter,
            valor,
            peso,
            quitar: 0,
        }
    }

    /// The product's two digits added (Luhn).
    pub(super) fn luhn(caracter: char, valor: u32, peso: u32) -> Self {
        let quitar = if valor * peso > 9 { 9 } else { 0 };
        Self {
            caracter,
            valor,
            peso,
            quitar,
        }
    }

    /// The product's last digit.
    pub(super) fn ultima_cifra(caracter: char, valor: u32, peso: u32) -> Self {
        Self {
            caracter,
            valor,
            peso,
            quitar: valor * peso / 10 * 10,
        }
    }

    fn aporta(self) -> u32 {
        self.valor * self.peso - self.quitar
    }
}

/// What the sum of `posiciones` lacks to reach a multiple of `modulo`.
pub(super) fn complemento(posiciones: impl Iterator<Item = Posicion>, modulo: u32) -> u32 {
    let suma: u32 = posiciones.map(Posicion::aporta).sum();
    suma.next_multiple_of(modulo) - suma
}

/// The digit as a character.
pub(super) fn cifra(valor: u32) -> char {
    char::from_digit(valor, 10).unwrap_or('A')
}

/// How the check digit comes out. Empty for what has none or cannot be read.
pub(super) fn explicar(tipo: Tipo, normalizado: &str, partes: &Partes) -> Vec<Nodo> {
    if matches!(partes, Partes::Ninguna) {
        return Vec::new();
    }
    match tipo {
        Tipo::Rfc => vec![nodo(rfc::posiciones(normalizado), rfc::MODULO)],
        Tipo::Curp => vec![nodo(curp::posiciones(normalizado), 10)],
        Tipo::Nss => vec![nodo(nss::posiciones(normalizado), 10)],
        Tipo::RegistroPatronal => vec![nodo(registro_patronal::posiciones(normalizado), 10)],
        Tipo::Clabe => vec![nodo(clabe::posiciones(normalizado), 10)],
        Tipo::CodigoPostal => Vec::new(),
    }
}

fn nodo(posiciones: impl Iterator<Item = Posicion>, modulo: u32) -> Nodo {
    let mut total = 0;
    let pasos: Vec<Nodo> = posiciones
        .enumerate()
        .map(|(indice, posicion)| {
            total += posicion.aporta();
            paso(indice + 1, posicion)
        })
        .collect();
    let suma = Nodo::nuevo(&mensaje::SUMA_PONDERADA, Operacion::Suma, total).sobre(pasos);
    let multiplo = total.next_multiple_of(modulo);
    Nodo::nuevo(&mensaje::DIGITO_ESPERADO, Operacion::Resta, multiplo - total)
        .con([
            Operando::dato("siguiente múltiplo", multiplo),
            Operando::de_hijo("suma", &suma),
        ])
        .sobre([suma])
}

fn paso(orden: usize, posicion: Posicion) -> Nodo {
    let Posicion {
        caracter,
        valor,
        peso,
        quitar,
    } = posicion;
    let (operacion, operandos) = if quitar == 0 {
        let operandos = [Operando::dato("valor", valor), Operando::dato("peso", peso)];
        (Operacion::Producto, operandos)
    } else {
        let operandos = [
            Operando::dato("valor por peso", valor * peso),
            Operando::dato("se quita", quitar),
        ];
        (Operacion::Resta, operandos)
    };
    Nodo::nuevo(&mensaje::POSICION, operacion, posicion.aporta())
        .precisando(&format!("{orden}, «{caracter}»"))
        .con(operandos)
}
