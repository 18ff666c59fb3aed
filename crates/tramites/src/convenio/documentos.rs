//! The documents that the application asks for.

use super::condiciones::{DISPENSA, con_representante, moral};
use super::plan;
use crate::guion::{Documento, Mirada};
use crate::requisitos;
use ventanilla_reglas::convenio::motivos_de_autorizacion;

/// The documents of this case.
pub(super) fn documentos(m: &Mirada<'_>) -> Vec<Documento> {
    let mut casos = vec!["convenio"];
    let hay = |campo: &str, valor: &str| {
        (0..m.respuestas.cuantos("creditos")).any(|i| m.valor(&format!("creditos.{i}.{campo}")) == valor)
    };
    if !m.es("garantia.tipo", &[DISPENSA]) {
        casos.push("convenio_garantia");
    }
    if moral(m) {
        casos.push("convenio_moral");
    }
    if con_representante(m) {
        casos.push("convenio_representante");
    }
    if hay("situacion", "impugnado") {
        casos.push("convenio_impugnado");
    }
    if previa(m) {
        casos.push("convenio_previa");
    }
    casos
        .into_iter()
        .flat_map(|caso| requisitos::documentos(m.normativa, m.hoy, caso))
        .collect()
}

/// Whether it needs the Institute's prior authorisation. A day that the tables do not cover is said by the dictamen.
fn previa(m: &Mirada<'_>) -> bool {
    plan::adeudo(m).is_some_and(|entrada| {
        let facultades = entrada.creditos.iter().any(|c| c.facultades_de_comprobacion);
        let motivos = motivos_de_autorizacion(
            m.normativa,
            entrada.solicitud.0,
            &entrada.autorizacion_previa,
            facultades,
        );
        motivos.is_ok_and(|motivos| !motivos.is_empty())
    })
}
