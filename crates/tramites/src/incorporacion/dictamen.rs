//! What the rules say of the application as a whole: whether it applies, what it costs and covers, what has to be waited
//! for, and what is never covered.

use super::condiciones::{con_cuestionario, entrada_de_esperas, modalidad, solicitud};
use super::cuestionario::Resultado;
use super::documentos::documentos;
use super::mensajes as mensaje;
use super::{cotizacion, familia, guion, seguros, veredicto};
use crate::camino::{Dictamen, Indice};
use crate::guion::{Cuadro, Mirada, Renglon, Seccion};
use crate::lecturas;
use crate::requisitos;
use crate::texto::fecha_larga;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::incorporacion::{Modalidad, Opcion, Procede, SalidaCotizar, SalidaEsperas, ejecutar_esperas};
use ventanilla_reglas::mensajes::{incorporacion as reglas, registro};

/// What the rules say of the whole.
pub(super) fn dictaminar(m: &Mirada<'_>) -> Dictamen {
    let mut d = Dictamen {
        indice: Indice {
            nombre: nombre(m),
            rfc: m.valor("persona.rfc").to_owned(),
            nss: m.valor("persona.nss").to_owned(),
            registro_patronal: m.valor("opcion.registro_patronal").to_owned(),
        },
        documentos: documentos(m),
        ..Dictamen::default()
    };
    d.hallazgos.extend(guion::hallazgos(m));
    d.hallazgos.extend(familia::hallazgos(m));
    otro_dia(m, &mut d);
    procede(m, &mut d);
    cuestionarios(m, &mut d);
    match cotizacion::cotizar(m, false) {
        Some(Ok(salida)) => cuota(m, &mut d, &salida),
        Some(Err(errores)) => d.hallazgos.extend(errores),
        None => {}
    }
    if let Some(modalidad) = modalidad(m) {
        esperas(m, &mut d, modalidad);
    }
    requisitos::faltan(m, &mut d);
    d
}

fn nombre(m: &Mirada<'_>) -> String {
    let partes = ["nombres", "primer_apellido", "segundo_apellido"].map(|campo| m.valor(&["persona.", campo].concat()));
    partes.join(" ").trim().to_owned()
}

fn otro_dia(m: &Mirada<'_>, d: &mut Dictamen) {
    let dia = solicitud(m);
    if dia != m.hoy {
        let datos = [("solicitud", fecha_larga(dia)), ("hoy", fecha_larga(m.hoy))];
        d.hallazgos
            .push(Hallazgo::con(&mensaje::OTRO_DIA, "opcion.solicitud", &datos));
    }
}

/// Where the verdict on the situation is shown: at the question it begins with.
const DEL_VEREDICTO: &str = "situacion.actividad";

fn procede(m: &Mirada<'_>, d: &mut Dictamen) {
    let dichos = match veredicto::elegibilidad(m) {
        Ok(salida) => salida.comun.hallazgos,
        Err(errores) => errores,
    };
    let suyos = dichos.into_iter().filter(|h| h.es_error() || importa(m, h));
    d.hallazgos.extend(suyos.filter_map(|h| {
        let campo = h
            .campo
            .strip_prefix("perfil.")
            .map(|campo| ["situacion.", campo].concat())?;
        Some(h.en(&campo))
    }));
    let Some(opcion) = veredicto::de_la_elegida(m) else {
        return;
    };
    let motivo = [("motivo", opcion.motivo.clone())];
    match opcion.procede {
        Procede::No => d
            .hallazgos
            .push(Hallazgo::con(&mensaje::NO_PROCEDE, DEL_VEREDICTO, &motivo)),
        Procede::ConReserva => d
            .hallazgos
            .push(Hallazgo::con(&mensaje::CON_RESERVA, DEL_VEREDICTO, &motivo)),
        Procede::Si => {}
    }
    d.secciones
        .push(Seccion::calculada("La modalidad", de_la_modalidad(&opcion)));
}

/// Of what the rules note of the whole situation, what is about this application: where a paid year stands, and what the
/// continuación voluntaria has to do with it.
fn importa(m: &Mirada<'_>, hallazgo: &Hallazgo) -> bool {
    let misma = m.valor("situacion.modalidad_previa") == m.valor("opcion.modalidad");
    match hallazgo.campo.as_str() {
        "perfil.vencimiento_previo" => misma,
        "perfil.modalidad_previa" | "perfil.pobreza_extrema" => !misma,
        _ => false,
    }
}

fn de_la_modalidad(opcion: &Opcion) -> Vec<Renglon> {
    let rotulo = match opcion.procede {
        Procede::Si => "Procede",
        Procede::ConReserva => "Procede con reserva",
        Procede::No => "No procede",
    };
    let seguros: Vec<String> = opcion
        .seguros
        .iter()
        .map(|s| seguros::nombre(s).to_lowercase())
        .collect();
    vec![
        Renglon::cifra(rotulo, opcion.motivo.clone(), opcion.fundamento),
        Renglon::cifra("Da", seguros.join("; "), &[]),
    ]
}

/// Of the questionnaires only this is known: that some of them has to be looked at.
fn cuestionarios(m: &Mirada<'_>, d: &mut Dictamen) {
    let revisa = Resultado::Revision.clave();
    let del_titular = m.es("opcion.cuestionario", &[revisa]);
    let cuantos = m.respuestas.cuantos(familia::BLOQUE);
    let de_otro = (0..cuantos).find(|i| m.valor(&format!("{}.{i}.cuestionario", familia::BLOQUE)) == revisa);
    let ruta = match de_otro {
        _ if del_titular => "opcion.cuestionario".to_owned(),
        Some(i) => format!("{}.{i}.cuestionario", familia::BLOQUE),
        None => return,
    };
    d.hallazgos.push(Hallazgo::nuevo(&mensaje::LO_REVISA, ruta, &[]));
}

/// What the form itself asks or shows needs no reminder.
pub(super) const CALLADOS: [&str; 4] = [
    reglas::SSF_MINIMO.codigo,
    reglas::CVRO_SIN_ULTIMO.codigo,
    // the verdict says it
    reglas::IVRO_CONFLICTO.codigo,
    reglas::IVRO_CONTINUA.codigo,
];

fn cuota(m: &Mirada<'_>, d: &mut Dictamen, salida: &SalidaCotizar) {
    let dichos = salida.comun.hallazgos.iter().filter(|h| !CALLADOS.contains(&h.codigo));
    d.hallazgos
        .extend(dichos.cloned().map(|h| cotizacion::en_su_lugar(m, h)));
    d.cifras.insert("total".to_owned(), salida.total.to_string());
    d.cifras
        .insert("cobertura_desde".to_owned(), salida.cobertura.desde.to_string());
    d.cifras
        .insert("cobertura_hasta".to_owned(), salida.cobertura.hasta.to_string());
    d.secciones.extend(cotizacion::secciones(m, salida));
    d.secciones.extend(lecturas::seccion(&salida.comun.politicas_aplicadas));
}

/// What has to be waited for, and what is never covered (RACERF 83, 84).
fn esperas(m: &Mirada<'_>, d: &mut Dictamen, modalidad: Modalidad) {
    let Ok(salida) = ejecutar_esperas(m.normativa, entrada_de_esperas(m, modalidad)) else {
        return; // the dates are said where they were typed
    };
    let dichos = salida.comun.hallazgos.iter().filter(|h| se_dice(m, h.codigo));
    d.hallazgos.extend(dichos.cloned().map(|h| h.en("")));
    if salida.aplica {
        d.secciones.extend(secciones_de_esperas(m, &salida));
    }
}

/// What is asked for in the declaration, or does not matter to this case, is not said again.
fn se_dice(m: &Mirada<'_>, codigo: &str) -> bool {
    let callados = [
        reglas::FALSEDAD.codigo,
        reglas::SIN_ESPERAS.codigo,
        registro::REQUISITOS_CAMBIAN.codigo,
    ];
    let con_esperas = [reglas::ESPERA_DESDE.codigo, reglas::PTI_CUESTIONARIO.codigo];
    !callados.contains(&codigo) && (con_cuestionario(m) || !con_esperas.contains(&codigo))
}

fn secciones_de_esperas(m: &Mirada<'_>, salida: &SalidaEsperas) -> Vec<Seccion> {
    let textos = |celdas: &[&str]| celdas.iter().map(|c| (*c).to_owned()).collect::<Vec<String>>();
    let esperas = if salida.exento || !con_cuestionario(m) {
        Seccion::calculada(
            "Tiempos de espera",
            vec![Renglon::cifra(
                "Espera",
                "ninguna: está dispensado",
                &["RACERF 80", "RACERF 85", "RACERF 105"],
            )],
        )
    } else {
        let filas = salida.esperas.iter().map(|e| {
            vec![
                e.tratamiento.clone(),
                format!("{} meses", e.meses),
                fecha_larga(e.libera.0),
                fecha_larga(e.libera_desde_inicio.0),
            ]
        });
        Seccion::calculada("Tiempos de espera", Vec::new()).con_cuadro(Cuadro {
            titulo: "Desde cuándo se atiende cada tratamiento; lo demás, desde el principio".to_owned(),
            encabezados: textos(&["Tratamiento", "Espera", "Desde el", "Si se cuenta desde el inicio"]),
            filas: filas.collect(),
            de_palabras: true,
        })
    };
    let filas = salida
        .exclusiones
        .iter()
        .map(|e| vec![e.texto.clone(), e.fundamento.clone()]);
    let exclusiones = Seccion::calculada("Lo que nunca cubre", Vec::new()).con_cuadro(Cuadro {
        titulo: "Lo que nunca cubre".to_owned(),
        encabezados: textos(&["Qué", "Artículo"]),
        filas: filas.collect(),
        de_palabras: true,
    });
    vec![esperas, exclusiones]
}
