//! Which columns a table shows. What is the same in all its rows is said once above them, so that a long catalogue is
//! left with what tells its rows apart.

use super::nombres::nombre_de_serie;
use crate::componentes::fecha_corta;
use ventanilla_normativa::{Confianza, Fila, Tabla};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Columna {
    Serie,
    Valor,
    Desde,
    Hasta,
    Fundamento,
    /// Where it was read and, unless that says it, when the Diario Oficial published it.
    Fuente,
    Confianza,
    Nota,
}

use Columna as C;

/// The columns of `tabla`, in order; the first one names the row.
fn todas(tabla: Tabla, una_serie: bool) -> [Columna; 8] {
    match tabla {
        _ if una_serie => [
            C::Desde,
            C::Hasta,
            C::Valor,
            C::Fundamento,
            C::Fuente,
            C::Confianza,
            C::Nota,
            C::Serie,
        ],
        // catalogues: the note says what the code is
        Tabla::Bancos
        | Tabla::Modalidades
        | Tabla::Fracciones
        | Tabla::Inhabiles
        | Tabla::SemanaReducida
        | Tabla::CostosUnitarios
        | Tabla::Garantias
        | Tabla::CausasConvenio => [
            C::Serie,
            C::Nota,
            C::Valor,
            C::Desde,
            C::Hasta,
            C::Fundamento,
            C::Fuente,
            C::Confianza,
        ],
        // the note begins with the unit
        Tabla::Limites | Tabla::Integracion | Tabla::Accesorios | Tabla::Convenio => [
            C::Serie,
            C::Valor,
            C::Nota,
            C::Desde,
            C::Hasta,
            C::Fundamento,
            C::Fuente,
            C::Confianza,
        ],
        _ => [
            C::Serie,
            C::Valor,
            C::Desde,
            C::Hasta,
            C::Fundamento,
            C::Fuente,
            C::Confianza,
            C::Nota,
        ],
    }
}

/// The columns to show and those that are the same in every row.
pub(super) fn repartir(tabla: Tabla, una_serie: bool, filas: &[&Fila]) -> (Vec<Columna>, Vec<Columna>) {
    let (mut visibles, mut comunes) = (Vec::new(), Vec::new());
    let Some((primera, resto)) = filas.split_first() else {
        return (visibles, comunes);
    };
    for (lugar, columna) in todas(tabla, una_serie).into_iter().enumerate() {
        let iguales = resto.iter().all(|fila| columna.igual(primera, fila));
        if iguales && columna.vacia(primera) {
            continue;
        }
        if lugar > 0 && iguales && !resto.is_empty() {
            comunes.push(columna);
        } else {
            visibles.push(columna);
        }
    }
    (visibles, comunes)
}

impl Columna {
    /// Its heading.
    pub(super) fn titulo(self, tabla: Tabla) -> &'static str {
        match (self, tabla) {
            (C::Serie, Tabla::Bancos | Tabla::Modalidades) => "Código",
            (C::Serie, Tabla::Fracciones) => "Fracción",
            (C::Serie, Tabla::Inhabiles) => "Regla",
            (C::Serie, Tabla::SemanaReducida) => "Días / faltas",
            (C::Serie, _) => "Serie",
            (C::Nota, Tabla::Bancos) => "Banco",
            (C::Nota, Tabla::Modalidades) => "Modalidad",
            (C::Nota, Tabla::Fracciones) => "Actividad",
            (C::Nota, Tabla::Inhabiles) => "Día",
            (C::Nota, Tabla::Limites | Tabla::Integracion) => "Unidad y nota",
            (C::Nota, _) => "Nota",
            (C::Valor, Tabla::Fracciones) => "Clase",
            (C::Valor, Tabla::SemanaReducida) => "Días por descontar",
            (C::Valor, Tabla::Vacaciones) => "Días",
            (C::Valor, _) => "Valor",
            (C::Desde, _) => "Desde",
            (C::Hasta, _) => "Hasta",
            (C::Fundamento, _) => "Fundamento",
            (C::Fuente, _) => "Fuente",

            (C::Confianza, _) => "Confianza",
        }
    }

    /// When the Diario Oficial published it, unless the source says it already.
    pub(super) fn dof(fila: &Fila) -> Option<String> {
        let dia = fila.publicado.filter(|dia| !fila.fuente.contains(&dia.to_string()))?;
        Some(["DOF ", &fecha_corta(dia)].concat())
    }

    /// The unit of the table, where the heading does not say it.
    pub(super) fn unidad(self, tabla: Tabla) -> Option<&'static str> {
        let unidad = tabla.ficha().unidad;
        let sobra = matches!(tabla, Tabla::Fracciones | Tabla::SemanaReducida | Tabla::Vacaciones);
        (self == C::Valor && !sobra && !unidad.contains("según")).then_some(unidad)
    }

    /// What it says of `fila`; the value with the decimals it was published with.
    pub(super) fn texto(self, tabla: Tabla, fila: &Fila) -> String {
        match self {
            C::Serie => nombre_de_serie(tabla, &fila.clave).unwrap_or_else(|| fila.clave.to_string()),
            C::Valor => fila.valor.to_string(),
            C::Desde => fecha_corta(fila.desde),
            C::Hasta => match (fila.hasta, fila.verificado_hasta) {
                (Some(hasta), _) => fecha_corta(hasta),
                (None, Some(dia)) => ["sin fin previsto; verificado hasta ", &fecha_corta(dia)].concat(),
                (None, None) => "sin fin previsto".to_owned(),
            },
            C::Fundamento => fila.fundamento.to_string(),
            C::Fuente => fila.fuente.to_string(),
            C::Confianza => palabra_de_confianza(fila.confianza).to_owned(),
            C::Nota => fila.nota.to_string(),
        }
    }

    fn igual(self, a: &Fila, b: &Fila) -> bool {
        match self {
            C::Serie => a.clave == b.clave,
            C::Valor => a.valor == b.valor && a.valor.scale() == b.valor.scale(),
            C::Desde => a.desde == b.desde,
            C::Hasta => (a.hasta, a.verificado_hasta) == (b.hasta, b.verificado_hasta),
            C::Fundamento => a.fundamento == b.fundamento,
            C::Fuente => (&a.fuente, a.publicado) == (&b.fuente, b.publicado),
            C::Confianza => a.confianza == b.confianza,
            C::Nota => a.nota == b.nota,
        }
    }

    fn vacia(self, fila: &Fila) -> bool {
        match self {
            C::Serie => fila.clave.is_empty(),
            C::Fundamento => fila.fundamento.is_empty(),

            C::Nota => fila.nota.is_empty(),
            _ => false,
        }
    }
}

/// How the confidence is said on screen.
pub(super) fn palabra_de_confianza(confianza: Confianza) -> &'static str {
    match confianza {
        Confianza::Alta => "Alta",
        Confianza::Media => "Media",
        Confianza::Baja => "No verificado",
    }
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn lo_que_se_repite_se_dice_una_vez() {
        let filas: Vec<&Fila> = Tabla::Fracciones.ficha().filas.iter().collect();
        let (visibles, comunes) = repartir(Tabla::Fracciones, false, &filas);
        assert_eq!(visibles, [C::Serie, C::Nota, C::Valor]);
        assert!(comunes.contains(&C::Fuente) && comunes.contains(&C::Hasta));
    }

    #[test]
    fn nada_se_pierde_entre_las_dos_listas() {
        for tabla in Tabla::todas() {
            let filas: Vec<&Fila> = tabla.ficha().filas.iter().collect();
            let (visibles, comunes) = repartir(tabla, false, &filas);
            for columna in todas(tabla, false) {
                let dicha = visibles.contains(&columna) || comunes.contains(&columna);
                assert!(dicha || filas.iter().all(|f| columna.vacia(f)), "{tabla:?} {columna:?}");
            }
        }
    }
}
