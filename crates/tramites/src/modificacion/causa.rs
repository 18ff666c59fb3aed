//! The causes of a modification, and what each of them asks for (AM-SRT I.4, AFIL-01 A to H).

use crate::guion::{Mirada, Opcion, opcion};
use ventanilla_reglas::prima::Evento;

/// The causes, in the order of the forms.
pub(super) const CAUSAS: &[Opcion] = &[
    opcion(
        "cambio_actividad",
        "Cambio de actividad",
        "Otra actividad, o la misma con otros procesos que cambian la fracción.",
    ),
    opcion(
        "incorporacion_actividades",
        "Incorporación de actividades",
        "Nuevas actividades además de la que tenía.",
    ),
    opcion("cambio_domicilio", "Cambio de domicilio del centro de trabajo", ""),
    opcion("cambio_nombre", "Cambio de nombre, denominación o razón social", ""),
    opcion("cambio_representante", "Cambio de representante legal", ""),
    opcion("suspension", "Suspensión de actividades", ""),
    opcion("reanudacion", "Reanudación de actividades", ""),
    opcion("sustitucion", "Sustitución patronal", ""),
    opcion("fusion", "Fusión", ""),
    opcion("escision", "Escisión", ""),
    opcion("compra_activos", "Compra de activos", ""),
    opcion("comodato", "Comodato", ""),
    opcion("enajenacion", "Enajenación", ""),
    opcion("arrendamiento", "Arrendamiento", ""),
    opcion("fideicomiso", "Fideicomiso traslativo de dominio", ""),
    opcion("ley_o_sentencia", "Disposición de ley, reglamento o sentencia", ""),
    opcion(
        "huelga_estallamiento",
        "Huelga: estallamiento",
        "Se avisa dentro de los ocho días hábiles.",
    ),
    opcion("huelga_terminacion", "Huelga: terminación", ""),
    opcion("baja", "Baja patronal: término de actividades o clausura", ""),
];

/// The cause that was chosen.
pub(super) fn causa<'a>(m: &Mirada<'a>) -> &'a str {
    m.valor("motivo.causa")
}

/// Whether the cause is one of these.
fn es(m: &Mirada<'_>, causas: &[&str]) -> bool {
    causas.contains(&causa(m))
}

/// Whether the class may change: the section III of AM-SRT is filled in.
pub(super) fn reclasifica(m: &Mirada<'_>) -> bool {
    evento(m).is_some() && !es(m, &["suspension"])
}

/// Whether there is another company (section V).
pub(super) fn otra_empresa(m: &Mirada<'_>) -> bool {
    es(m, &["sustitucion", "fusion", "escision"])
}

/// Whether there are goods (section VI).
pub(super) fn bienes(m: &Mirada<'_>) -> bool {
    es(
        m,
        &[
            "compra_activos",
            "comodato",
            "enajenacion",
            "arrendamiento",
            "fideicomiso",
        ],
    )
}

/// Whether there is a new address (section II).
pub(super) fn domicilio(m: &Mirada<'_>) -> bool {
    es(m, &["cambio_domicilio"])
}

/// Whether there is a new name.
pub(super) fn nombre(m: &Mirada<'_>) -> bool {
    es(m, &["cambio_nombre"])
}

/// Whether there is a new representative.
pub(super) fn representante(m: &Mirada<'_>) -> bool {
    es(m, &["cambio_representante"])
}

/// Whether months without activity decide the prima.
pub(super) fn reanuda(m: &Mirada<'_>) -> bool {
    es(m, &["reanudacion"])
}

/// Whether it is a split.
pub(super) fn escision(m: &Mirada<'_>) -> bool {
    es(m, &["escision"])
}

/// Whether it is a merger.
pub(super) fn fusion(m: &Mirada<'_>) -> bool {
    es(m, &["fusion"])
}

/// Whether it is a strike.
pub(super) fn huelga(m: &Mirada<'_>) -> bool {
    es(m, &["huelga_estallamiento", "huelga_terminacion"])
}

/// Whether a cause was chosen that keeps the registro patronal.
pub(super) fn baja(m: &Mirada<'_>) -> bool {
    es(m, &["baja"])
}

/// The event of the rules on the prima, if the cause is one.
pub(super) fn evento(m: &Mirada<'_>) -> Option<Evento> {
    let causa = match causa(m) {
        "escision" if m.es("escision.extincion", &["si"]) => "escision_extincion",
        "escision" => "escision_sin_extincion",
        otra => otra,
    };
    Evento::TODOS.into_iter().find(|e| e.clave() == causa)
}

/// The cause as the table of deadlines calls it.
pub(super) fn clave_del_plazo(m: &Mirada<'_>) -> &'static str {
    match causa(m) {
        "baja" => "termino_actividades",
        "ley_o_sentencia" => "cambio_actividad",
        elegida => CAUSAS.iter().find(|c| c.valor == elegida).map_or("", |c| c.valor),
    }
}
