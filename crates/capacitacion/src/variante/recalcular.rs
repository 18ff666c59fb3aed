//! What a variant expects, asked of the rules again: its answers, its figures, and the texts that speak of them.

use super::de_documento;
use super::sustituir::{Sustitucion, importes};
use crate::caso::Caso;
use crate::comparar::iguales;
use crate::resolver::resolver;
use rust_decimal::Decimal;
use ventanilla_normativa::Normativa;

/// How many times the figures are put in their place: an amount that depends on a figure (a guarantee for the whole debt)
/// changes it no more after that.
const PASADAS: usize = 3;

/// The variant of `caso` that was made of it, with what it expects.
pub(super) fn recalcular(caso: &Caso, mut nueva: Caso, normativa: &Normativa) -> Option<Caso> {
    for _ in 0..PASADAS {
        let resuelta = resolver(&nueva, normativa).ok()?;
        let mut cifras = Sustitucion::default();
        let mut cambiaron = false;
        for i in 0..nueva.esperado.cifras.len() {
            let cifra = nueva.esperado.cifras.get(i)?;
            let valor = resuelta.cifra(&cifra.de).ok()?;
            if iguales(&valor, &cifra.valor) {
                continue;
            }
            cambiaron = true;
            if let (Ok(viejo), Ok(nuevo)) = (cifra.valor.parse::<Decimal>(), valor.parse::<Decimal>()) {
                cifras.importe(viejo, nuevo);
            }
            let cifra = nueva.esperado.cifras.get_mut(i)?;
            cifra.valor = valor;
            // the wrong figures were those of the other amounts
            cifra.trampas.clear();
        }
        if !cambiaron {
            break;
        }
        nueva = en_su_lugar(nueva, &cifras)?;
    }
    let resuelta = resolver(&nueva, normativa).ok()?;
    for cifra in &mut nueva.esperado.cifras {
        cifra.valor = resuelta.cifra(&cifra.de).ok()?;
    }
    for campo in &mut nueva.esperado.campos {
        campo.valor = resuelta.respuesta(&campo.clave)?;
    }
    if !caso.moldes.importes.is_empty() {
        callar(caso, &mut nueva);
    }
    Some(nueva)
}

/// The figures that changed, put wherever they are mentioned: in the texts, and in answers that depend on them.
fn en_su_lugar(nueva: Caso, cifras: &Sustitucion) -> Option<Caso> {
    let expectativas: Vec<String> = nueva.esperado.cifras.iter().map(|c| c.valor.clone()).collect();
    let documento = serde_json::to_value(&nueva).ok()?;
    let mut puesta = de_documento(&cifras.en(&documento))?;
    // the expectations themselves already are the new ones
    for (cifra, valor) in puesta.esperado.cifras.iter_mut().zip(expectativas) {
        cifra.valor = valor;
    }
    puesta.moldes = nueva.moldes;
    Some(puesta)
}

/// Amounts of the original that were followed into the variant: those that may change, and the figures.
fn seguidos(caso: &Caso) -> Vec<Decimal> {
    let cifras = caso.esperado.cifras.iter().map(|c| &c.valor);
    cifras
        .chain(&caso.moldes.importes)
        .filter_map(|i| i.parse().ok())
        .collect()
}

/// A reason or a hint may mention steps of a sum that nobody asked for; with other amounts they would be wrong, so those
/// sentences are left out.
fn callar(caso: &Caso, nueva: &mut Caso) {
    let seguidos = seguidos(caso);
    let limpia = |viejo: &str, texto: &str| -> String {
        let viejas = viejo.split_inclusive(". ");
        let suyas = texto.split_inclusive(". ");
        let dudosa = |frase: &str| {
            importes(frase)
                .iter()
                .any(|i| *i >= Decimal::TEN && !seguidos.contains(i))
        };
        let queda = viejas
            .zip(suyas)
            .filter(|(vieja, _)| !dudosa(vieja))
            .map(|(_, suya)| suya);
        queda.collect::<String>().trim().to_owned()
    };
    let e = &mut nueva.esperado;
    for (suya, vieja) in e.campos.iter_mut().zip(&caso.esperado.campos) {
        suya.porque = limpia(&vieja.porque, &suya.porque);
    }
    let (suyos, viejos) = (&mut e.hallazgos, &caso.esperado.hallazgos);
    let suyos = suyos.deben.iter_mut().chain(&mut suyos.no_deben);
    for (suya, vieja) in suyos.zip(viejos.deben.iter().chain(&viejos.no_deben)) {
        suya.porque = limpia(&vieja.porque, &suya.porque);
    }
    if let Some((suya, vieja)) = e.decision.as_mut().zip(caso.esperado.decision.as_ref()) {
        suya.porque = limpia(&vieja.porque, &suya.porque);
    }
    for (suya, vieja) in e.cifras.iter_mut().zip(&caso.esperado.cifras) {
        suya.porque = limpia(&vieja.porque, &suya.porque);
    }
    for (suya, vieja) in e.trampas.iter_mut().zip(&caso.esperado.trampas) {
        suya.que = limpia(&vieja.que, &suya.que);
    }
    e.trampas.retain(|t| !t.que.is_empty());
    for (suya, vieja) in nueva.pistas.iter_mut().zip(&caso.pistas) {
        *suya = limpia(vieja, suya);
    }
    nueva.pistas.retain(|p| !p.is_empty());
}
