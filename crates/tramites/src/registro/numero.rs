//! How many registros patronales: one for each municipality, and the exceptions (RACERF 13).

use super::mensajes as mensaje;
use crate::guion::Mirada;
use crate::texto::plegar;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::identificador::mascara;

/// What having other registros says of this one.
pub(super) fn revisar(m: &Mirada<'_>) -> Vec<Hallazgo> {
    let cuantos = m.respuestas.cuantos("registros");
    let mut hallazgos: Vec<Hallazgo> = (0..cuantos)
        .filter_map(|i| repetido(m, &format!("registros.{i}.")))
        .collect();
    let municipios = municipios(m, cuantos);
    if cuantos > 0 && municipios > 1 && hallazgos.is_empty() {
        hallazgos.push(Hallazgo::nuevo(
            &ventanilla_reglas::mensajes::registro::RPU_POSIBLE,
            "sujeto.otros_registros",
            &[("total", &municipios.to_string())],
        ));
    }
    hallazgos
}

/// Municipality and entidad of the workplace, folded so that accents and capitals do not matter.
fn centro(m: &Mirada<'_>) -> (String, String) {
    let bloque = if m.es("lugar.mismo", &["no"]) {
        "centro"
    } else {
        "fiscal"
    };
    let de = |campo: &str| plegar(m.valor(&[bloque, ".", campo].concat()));
    (de("municipio"), de("entidad"))
}

fn repetido(m: &Mirada<'_>, prefijo: &str) -> Option<Hallazgo> {
    let de = |campo: &str| m.valor(&[prefijo, campo].concat());
    let (municipio, entidad) = centro(m);
    let numero = de("numero");
    if numero.is_empty()
        || municipio.is_empty()
        || (plegar(de("municipio")), plegar(de("entidad"))) != (municipio, entidad)
    {
        return None;
    }
    let moral = m.es("sujeto.persona", &["moral"]);
    let vale = match de("por_que_otro") {
        "actividad_distinta" => !moral,
        "obra_ocasional" | "autorizado" => true,
        "socios" => m.es("sujeto.clase", &["cooperativa"]),
        _ => false,
    };
    let regla = if moral {
        &mensaje::MISMO_MUNICIPIO
    } else {
        &mensaje::MISMA_ACTIVIDAD
    };
    let registro = mascara(numero);
    let datos = [("registro", registro.as_str()), ("municipio", de("municipio"))];
    (!vale).then(|| Hallazgo::nuevo(regla, [prefijo, "por_que_otro"].concat(), &datos))
}

fn municipios(m: &Mirada<'_>, cuantos: usize) -> usize {
    let mut todos: Vec<(String, String)> = (0..cuantos)
        .map(|i| {
            let de = |campo: &str| plegar(m.valor(&format!("registros.{i}.{campo}")));
            (de("municipio"), de("entidad"))
        })
        .chain([centro(m)])
        .filter(|(municipio, _)| !municipio.is_empty())
        .collect();
    todos.sort_unstable();
    todos.dedup();
    todos.len()
}
