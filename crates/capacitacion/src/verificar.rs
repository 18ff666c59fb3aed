//! Whether what a case expects is what the rules say on its day: when the law changes, a case cannot silently rot.

use crate::caso::{Apoyo, Caso, Decision, DecisionEsperada, Que, TRAMITE};
use crate::comparar::iguales;
use crate::resolver::{Resuelto, no_hay, resolver};
use std::fmt;
use ventanilla_normativa::Normativa;
use ventanilla_tramites::texto::plegar;

/// What a discrepancy of the decision is about.
pub const DECISION: &str = "decision";

/// Something that a case expects and the rules do not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancia {
    /// Key of the case.
    pub caso: String,
    /// What it is about: the key of a field or of a figure, the code of a finding, [`DECISION`]; empty for the whole.
    pub clave: String,
    /// What it expects.
    pub espera: String,
    /// What the rules say.
    pub reglas: String,
}

impl Discrepancia {
    /// In words, for who wrote the case.
    pub fn dicho(&self) -> String {
        format!("Espera {}; las reglas dicen {}.", self.espera, self.reglas)
    }
}

impl fmt::Display for Discrepancia {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: espera {}; las reglas dicen {}",
            self.caso, self.espera, self.reglas
        )
    }
}

/// Everything that a case expects and the rules do not say; empty for a case that stands.
pub fn verificar(caso: &Caso, normativa: &Normativa) -> Vec<Discrepancia> {
    let resuelto = match resolver(caso, normativa) {
        Ok(resuelto) => resuelto,
        Err(errores) => {
            let suya = |e: &crate::caso::ErrorDeCaso| discrepancia(caso, "", "que se pueda resolver", e.to_string());
            return errores.iter().map(suya).collect();
        }
    };
    let mut todas = sobrantes(caso, &resuelto);
    todas.extend(campos(caso, &resuelto));
    todas.extend(hallazgos(caso, &resuelto));
    todas.extend(cifras(caso, &resuelto));
    if let Some(esperada) = &caso.esperado.decision {
        todas.extend(decision(caso, esperada, &resuelto));
    }
    todas
}

fn discrepancia(caso: &Caso, clave: &str, espera: impl Into<String>, reglas: impl Into<String>) -> Discrepancia {
    Discrepancia {
        caso: caso.clave.clone(),
        clave: clave.to_owned(),
        espera: espera.into(),
        reglas: reglas.into(),
    }
}

/// The record answers the questions of its case and no others: a trainee has to be able to type it.
fn sobrantes(caso: &Caso, resuelto: &Resuelto) -> Vec<Discrepancia> {
    let Some(tramite) = &resuelto.tramite else {
        return Vec::new();
    };
    let repetido = |ruta: &str| tramite.guion.bloques().any(|b| b.clave == ruta);
    let de_mas = tramite
        .respuestas
        .iter()
        .filter(|(ruta, _)| !repetido(ruta) && !tramite.revision.lecturas.contains_key(*ruta));
    let suya = |(ruta, _)| discrepancia(caso, "", format!("una respuesta en «{ruta}»"), "que eso no se pregunta");
    de_mas.map(suya).collect()
}

fn campos(caso: &Caso, resuelto: &Resuelto) -> Vec<Discrepancia> {
    let uno = |c: &crate::caso::CampoEsperado| {
        let espera = format!("«{}» en «{}»", c.valor, c.clave);
        match resuelto.respuesta(&c.clave) {
            None => Some(discrepancia(caso, &c.clave, espera, "que ahí no se contesta nada")),
            Some(valor) if mismo_campo(&c.clave, &valor, &c.valor) => None,
            Some(valor) => Some(discrepancia(caso, &c.clave, espera, format!("«{valor}»"))),
        }
    };
    caso.esperado.campos.iter().filter_map(uno).collect()
}

/// The plain form of a form's answer is compared as it is but for accents and capitals; that of an input, by its value.
fn mismo_campo(clave: &str, a: &str, b: &str) -> bool {
    if clave.starts_with(TRAMITE) {
        plegar(a) == plegar(b)
    } else {
        iguales(a, b)
    }
}

fn hallazgos(caso: &Caso, resuelto: &Resuelto) -> Vec<Discrepancia> {
    let dicen = || resuelto.hallazgos.iter().cloned().collect::<Vec<_>>().join(", ");
    let e = &caso.esperado.hallazgos;
    let faltan = e.deben.iter().filter(|h| !resuelto.hallazgos.contains(&h.codigo));
    let sobran = e.no_deben.iter().filter(|h| resuelto.hallazgos.contains(&h.codigo));
    let falta = faltan.map(|h| discrepancia(caso, &h.codigo, format!("el hallazgo {}", h.codigo), dicen()));
    let sobra = sobran.map(|h| discrepancia(caso, &h.codigo, format!("que no salga {}", h.codigo), dicen()));
    falta.chain(sobra).collect()
}

fn cifras(caso: &Caso, resuelto: &Resuelto) -> Vec<Discrepancia> {
    let mut todas = Vec::new();
    for c in &caso.esperado.cifras {
        let espera = format!("{} = {} ({})", c.clave, c.valor, c.de.join(" + "));
        match resuelto.cifra(&c.de) {
            Err(referencia) => todas.push(discrepancia(caso, &c.clave, espera, no_hay(&referencia))),
            Ok(valor) if !iguales(&valor, &c.valor) => todas.push(discrepancia(caso, &c.clave, espera, valor)),
            Ok(valor) => {
                // a trap that is the right figure would punish who is right
                let trampas = c.trampas.iter().filter(|t| iguales(&t.valor, &valor));
                let suya = |t: &crate::caso::CifraTramposa| {
                    discrepancia(
                        caso,
                        &c.clave,
                        format!("que {} sea un error en {}", t.valor, c.clave),
                        valor.clone(),
                    )
                };
                todas.extend(trampas.map(suya));
            }
        }
    }
    todas
}

fn decision(caso: &Caso, esperada: &DecisionEsperada, resuelto: &Resuelto) -> Vec<Discrepancia> {
    let mut todas = Vec::new();
    let por_documento = esperada.se_apoya_en.iter().any(|a| matches!(a, Apoyo::Documento(_)));
    let de_las_reglas = resuelto.decision.clone().unwrap_or(Decision::nueva(Que::Aceptar));
    // what the rules cannot read may only make the counter stricter than they are
    let mas_estricta = por_documento && de_las_reglas.que < esperada.decision.que;
    if de_las_reglas != esperada.decision && !mas_estricta {
        let espera = format!("la decisión {}", esperada.decision);
        todas.push(discrepancia(caso, DECISION, espera, de_las_reglas.to_string()));
    }
    for apoyo in &esperada.se_apoya_en {
        if let Some(reglas) = no_sostiene(caso, apoyo, resuelto) {
            todas.push(discrepancia(
                caso,
                DECISION,
                format!("apoyar la decisión en {apoyo:?}"),
                reglas,
            ));
        }
    }
    todas
}

/// Why something does not hold a decision; `None` when it does.
fn no_sostiene(caso: &Caso, apoyo: &Apoyo, resuelto: &Resuelto) -> Option<String> {
    let todos = |codigos: &std::collections::BTreeSet<String>| codigos.iter().cloned().collect::<Vec<_>>().join(", ");
    match apoyo {
        Apoyo::Hallazgo(codigo) => (!resuelto.hallazgos.contains(codigo)).then(|| todos(&resuelto.hallazgos)),
        Apoyo::SinErrores => (!resuelto.errores.is_empty()).then(|| todos(&resuelto.errores)),
        Apoyo::Cifra { de, vale } => match resuelto.dato(de) {
            None => Some(no_hay(de)),
            Some(valor) => (!iguales(&valor, vale)).then_some(valor),
        },
        Apoyo::Documento(clave) => {
            let esta = caso.documentos.iter().any(|d| d.clave == *clave);
            (!esta).then(|| format!("que no hay un documento «{clave}» en el caso"))
        }
    }
}
