//! The findings that a trainee can report: all those of the trámite or of the operation, whatever the case expects, so that
//! the list itself gives nothing away.

use crate::caso::Caso;
use crate::sesion::Planteamiento;
use std::collections::BTreeMap;
use ventanilla_reglas::mensajes::{self as reglas, Regla};
use ventanilla_tramites as tramites;

/// Codes that say something of the tables or of the house, not of the case: never asked for, never held against anybody.
const DE_LA_CASA: [&str; 3] = ["normativa.", "entrada.", "documentos.por_reunir"];

/// Whether a finding is about the case and not about the tables.
pub fn cuenta(codigo: &str) -> bool {
    !DE_LA_CASA.iter().any(|prefijo| codigo.starts_with(prefijo))
}

/// The rule with this code, of any floor.
pub fn regla(codigo: &str) -> Option<&'static Regla> {
    de_los_tramites()
        .find(|r| r.codigo == codigo)
        .or_else(|| reglas::por_codigo(codigo))
}

fn de_los_tramites() -> impl Iterator<Item = &'static Regla> {
    [
        tramites::guion::mensajes::TODAS,
        tramites::registro::mensajes::TODAS,
        tramites::modificacion::mensajes::TODAS,
        tramites::convenio::mensajes::TODAS,
        tramites::incorporacion::mensajes::TODAS,
        tramites::colectiva::mensajes::TODAS,
        tramites::plazos::mensajes::TODAS,
        tramites::requisitos::mensajes::TODAS,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The findings that can be reported of a trámite.
pub fn de_tramite(guion: &str) -> Vec<&'static Regla> {
    let grupos: &[&[&'static Regla]] = match guion {
        "registro_patronal" => &[
            tramites::registro::mensajes::TODAS,
            reglas::registro::TODAS,
            reglas::clasificacion::TODAS,
            reglas::identificador::TODAS,
        ],
        "modificacion_patronal" => &[
            tramites::modificacion::mensajes::TODAS,
            reglas::registro::TODAS,
            reglas::prima::TODAS,
            reglas::clasificacion::TODAS,
            reglas::identificador::TODAS,
        ],
        "convenio" => &[
            tramites::convenio::mensajes::TODAS,
            reglas::convenio::TODAS,
            reglas::credito::TODAS,
            reglas::identificador::TODAS,
        ],
        "incorporacion" => &[
            tramites::incorporacion::mensajes::TODAS,
            reglas::incorporacion::TODAS,
            reglas::identificador::TODAS,
        ],
        "incorporacion_colectiva" => &[
            tramites::colectiva::mensajes::TODAS,
            tramites::incorporacion::mensajes::TODAS,
            reglas::incorporacion::TODAS,
            reglas::identificador::TODAS,
        ],
        _ => &[],
    };
    let comunes: [&[&'static Regla]; 2] = [tramites::guion::mensajes::TODAS, tramites::plazos::mensajes::TODAS];
    hallazgos(grupos.iter().chain(&comunes))
}

/// The findings that can be reported of an operation.
pub fn de_operacion(operacion: &str) -> Vec<&'static Regla> {
    let grupos: &[&[&'static Regla]] = match operacion {
        "identificador" => &[reglas::identificador::TODAS],
        "plazo" => &[reglas::plazo::TODAS],
        "salario.integrar" => &[reglas::salario::TODAS],
        "cuotas.periodo" => &[reglas::cuotas::TODAS],
        "multa.rango" => &[reglas::multa::TODAS],
        "capital_constitutivo" => &[reglas::capital::TODAS],
        o if o.starts_with("prima.") => &[reglas::prima::TODAS],
        o if o.starts_with("clasificacion.") => &[reglas::clasificacion::TODAS],
        o if o.starts_with("registro.") => &[reglas::registro::TODAS],
        o if o.starts_with("credito.") || o == "gastos_ejecucion" => &[reglas::credito::TODAS],
        o if o.starts_with("convenio.") => &[reglas::convenio::TODAS, reglas::credito::TODAS],
        o if o.starts_with("incorporacion.") => &[reglas::incorporacion::TODAS],
        _ => &[],
    };
    hallazgos(grupos.iter())
}

/// The findings that can be reported of a case, by code: of its trámite and of each of its calculations.
pub fn de_planteamiento(caso: &Planteamiento) -> Vec<&'static Regla> {
    let del_tramite = caso.tramite.iter().flat_map(|t| de_tramite(t));
    let de_los_calculos = caso.calculos.iter().flat_map(|c| de_operacion(&c.operacion));
    let todas: BTreeMap<&str, &'static Regla> = del_tramite.chain(de_los_calculos).map(|r| (r.codigo, r)).collect();
    todas.into_values().collect()
}

/// The same of a whole case.
pub fn de_caso(caso: &Caso) -> Vec<&'static Regla> {
    de_planteamiento(&Planteamiento::from(caso))
}

fn hallazgos<'a>(grupos: impl Iterator<Item = &'a &'a [&'static Regla]>) -> Vec<&'static Regla> {
    let suyas = grupos.flat_map(|g| g.iter().copied());
    suyas.filter(|r| r.gravedad.is_some() && cuenta(r.codigo)).collect()
}
