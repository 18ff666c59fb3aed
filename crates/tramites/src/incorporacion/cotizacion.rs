//! What the modality that is asked for costs and from when: from the answers to the rules' input, and back to words.

use super::condiciones::{continuacion, fecha, modalidad, reingreso, solicitud};
use super::{familia, veredicto};
use crate::guion::{Cuadro, Mirada, Renglon, Respuestas, Seccion};
use crate::texto::{fecha_larga, pesos};
use chrono::{Datelike, NaiveDate};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use ventanilla_reglas::cuotas::FIGURAS;
use ventanilla_reglas::fecha::{Fecha, fin_de_mes, inicio_del_mes_siguiente};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::incorporacion::{
    EntradaCotizar, Modalidad, Pago, SalidaCotizar, ejecutar_cotizar, grupos_por_dar,
};
use ventanilla_reglas::mensajes::incorporacion::SSF_NO_ESTABLECIDA;

/// Key of the block of official fees that the tables lack.
pub const CUOTAS: &str = "cuotas";

/// First day covered. The first of the next month (RACERF 77, 103), or the one after the year that is renewed, also when
/// it is renewed late (RACERF 80); in the continuación voluntaria the day of the
/// application or the one after the baja, as the person chooses (RACERF 66), and who comes back goes on where they were
/// (RACERF 65).
pub fn inicio(m: &Mirada<'_>) -> NaiveDate {
    let solicitud = solicitud(m);
    let dia_siguiente = |ruta: &str| fecha(m, ruta).and_then(|f| f.succ_opt());
    if !continuacion(m) {
        let renovada = veredicto::renueva(m).then(|| dia_siguiente("situacion.vencimiento_previo"));
        return renovada
            .flatten()
            .unwrap_or_else(|| inicio_del_mes_siguiente(solicitud));
    }
    let desde = if reingreso(m) {
        dia_siguiente("situacion.fecha_baja_modalidad_previa")
    } else if m.es("opcion.inicio", &["baja"]) {
        dia_siguiente("situacion.fecha_baja")
    } else {
        None
    };
    desde.unwrap_or(solicitud)
}

/// What is to be quoted; `None` until what it depends on can be read.
pub fn entrada(m: &Mirada<'_>) -> Option<EntradaCotizar> {
    let modalidad = modalidad(m)?;
    let inicio = inicio(m);
    let nueva = EntradaCotizar::nueva(modalidad);
    Some(match modalidad {
        Modalidad::Pti => EntradaCotizar {
            anio: Some(inicio.year()),
            mes: Some(inicio.month()),
            ingreso_mensual: Some(importe(m, "opcion.ingreso_mensual")?),
            clase: Some(de_clave(m.valor("opcion.clase"))?),
            area: Some(de_clave(m.valor("opcion.area"))?),
            infonavit: Some(m.afirma("opcion.infonavit")),
            periodicidad: Some(de_clave(m.valor("opcion.periodicidad"))?),
            ..nueva
        },
        Modalidad::M40 => EntradaCotizar {
            desde: Some(Fecha(inicio)),
            hasta: Some(Fecha(fin_de_mes(solicitud(m)))),
            tope: m.es("opcion.base", &["tope"]).then_some(true),
            sbc: match m.valor("opcion.base") {
                "tope" => None,
                _ => Some(importe(m, "opcion.sbc")?),
            },
            ultimo_sbc: Some(importe(m, "opcion.ultimo_sbc")?),
            area: Some(de_clave(m.valor("opcion.area"))?),
            ..nueva
        },
        Modalidad::M44 | Modalidad::M43 | Modalidad::M35 => EntradaCotizar {
            inicio: Some(Fecha(inicio)),
            // who renews late is taken as of the day before
            contratacion: Some(Fecha(solicitud(m))).filter(|dia| dia.0 < inicio),
            periodicidad: Some(de_clave(m.valor("opcion.forma_de_pago"))?),
            ..nueva
        },
        Modalidad::M33 => EntradaCotizar {
            inicio: Some(Fecha(inicio)),
            edades: Some(edades(m)?),
            cuota_oficial: Some(cuotas_dadas(m)).filter(|c| !c.is_empty()),
            ..nueva
        },
        _ => return None,
    })
}

/// What a month of the continuación voluntaria costs from then on: the month after the application's.
pub fn entrada_mensual(m: &Mirada<'_>) -> Option<EntradaCotizar> {
    let siguiente = inicio_del_mes_siguiente(solicitud(m));
    let entrada = entrada(m).filter(|e| e.modalidad == Modalidad::M40)?;
    Some(EntradaCotizar {
        desde: None,
        hasta: None,
        anio: Some(siguiente.year()),
        mes: Some(siguiente.month()),
        ..entrada
    })
}

fn importe(m: &Mirada<'_>, ruta: &str) -> Option<Importe> {
    Importe::leer(m.valor(ruta)).ok()
}

/// The value with this key, in the words of the contract.
pub(crate) fn de_clave<T: DeserializeOwned>(clave: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::from(clave)).ok()
}

/// Age of everybody who pays in the seguro de salud para la familia; `None` while some CURP cannot be read: a family
/// without one of them would cost something else.
fn edades(m: &Mirada<'_>) -> Option<Vec<u32>> {
    let titular = familia::edad(m, m.valor("persona.curp"))?;
    let cuantos = if m.afirma("opcion.sin_familia") {
        0
    } else {
        m.respuestas.cuantos(familia::BLOQUE)
    };
    let otras = (0..cuantos).map(|i| familia::edad(m, m.valor(&format!("{}.{i}.curp", familia::BLOQUE))));
    std::iter::once(Some(titular)).chain(otras).collect()
}

/// Age groups whose fee the tables lack: it is asked for (LSS 242).
pub fn grupos_que_faltan(m: &Mirada<'_>) -> Vec<String> {
    match modalidad(m) {
        Some(Modalidad::M33) => grupos_por_dar(m.normativa, inicio(m), &edades(m).unwrap_or_default()),
        _ => Vec::new(),
    }
}

/// The official fees that were typed, by age group.
pub(crate) fn cuotas_dadas(m: &Mirada<'_>) -> BTreeMap<String, Importe> {
    let cuantas = m.respuestas.cuantos(CUOTAS);
    let una = |i: usize| {
        let de = |campo: &str| m.valor(&format!("{CUOTAS}.{i}.{campo}"));
        let grupo = de("grupo").to_owned();
        Some((grupo, Importe::leer(de("importe")).ok()?)).filter(|(grupo, _)| !grupo.is_empty())
    };
    (0..cuantas).filter_map(una).collect()
}

/// What it costs.
///
/// # Errors
/// Those of `incorporacion.cotizar`, each at its question.
pub fn cotizar(m: &Mirada<'_>, memoria: bool) -> Option<Result<SalidaCotizar, Vec<Hallazgo>>> {
    let entrada = EntradaCotizar { memoria, ..entrada(m)? };
    let salida = ejecutar_cotizar(m.normativa, entrada);
    Some(salida.map_err(|errores| errores.into_iter().map(|h| en_su_lugar(m, h)).collect()))
}

/// The rules speak of their own input; the form, of its questions.
pub(super) fn en_su_lugar(m: &Mirada<'_>, hallazgo: Hallazgo) -> Hallazgo {
    let campo = hallazgo.campo.clone();
    let ruta = match campo.as_str() {
        "" if !hallazgo.es_error() => String::new(), // about the whole: it belongs to no question
        "sbc" | "ultimo_sbc" | "ingreso_mensual" | "area" => ["opcion.", campo.as_str()].concat(),
        "periodicidad" if m.es(super::situacion::MODALIDAD, &["pti"]) => "opcion.periodicidad".to_owned(),
        "periodicidad" => "opcion.forma_de_pago".to_owned(),
        "desde" | "hasta" if !m.valor("opcion.inicio").is_empty() => "opcion.inicio".to_owned(),
        otro if otro.starts_with("edades") && familia_en_lista(m) => donde_va_la_cuota(m),
        otro if otro.starts_with("cuota_oficial") => donde_va_la_cuota(m),
        _ => super::situacion::MODALIDAD.to_owned(),
    };
    cuota_que_falta(hallazgo.en(&ruta))
}

/// The rule speaks of the document it was given; in a form there is a field for the fee that is missing.
pub(crate) fn cuota_que_falta(hallazgo: Hallazgo) -> Hallazgo {
    if hallazgo.codigo != SSF_NO_ESTABLECIDA.codigo {
        return hallazgo;
    }
    Hallazgo {
        mensaje: "No se conoce la cuota de este grupo de edad: pregunte la oficial y escríbala. No se supone."
            .to_owned(),
        ..hallazgo
    }
}

fn familia_en_lista(m: &Mirada<'_>) -> bool {
    !grupos_que_faltan(m).is_empty()
}

/// Path of the first official fee that is still to be typed.
pub(crate) fn donde_va_la_cuota(m: &Mirada<'_>) -> String {
    let sin_importe = |i: &usize| m.valor(&format!("{CUOTAS}.{i}.importe")).is_empty();
    let i = (0..m.respuestas.cuantos(CUOTAS)).find(sin_importe).unwrap_or_default();
    format!("{CUOTAS}.{i}.importe")
}

/// Whether a fee of the seguro de salud para la familia that was used was read where the Institute did not publish it.
pub fn cuotas_de_terceros(salida: &SalidaCotizar) -> bool {
    let mut valores = salida.comun.normativa.valores.iter();
    valores.any(|v| v.tabla == "cuotas_ssf" && !v.suplemento && v.confianza != "alta")
}

/// What is paid, what it covers and what comes after, for a person.
pub fn secciones(m: &Mirada<'_>, salida: &SalidaCotizar) -> Vec<Seccion> {
    let mut pago = vec![Renglon::cifra(
        que_se_paga(salida),
        pesos(salida.total),
        articulos(salida.modalidad),
    )];
    if let Some(mensual) = mensual(m) {
        let (mes, total) = mensual;
        pago.push(Renglon::cifra(
            &format!("Después, cada mes ({mes})"),
            pesos(total),
            &["LSS 218", "RACERF 128"],
        ));
    }
    pago.extend(salida.pagos.iter().take(PAGOS_A_LA_VISTA).map(|p| un_pago(m, p)));
    let atrasado = salida.pagos.iter().any(|p| p.vence.0 < solicitud(m));
    if salida.modalidad == Modalidad::M40 && atrasado {
        pago.push(Renglon::cifra(
            "Recargos de lo que ya venció",
            "esta cuenta no los lleva: el reglamento manda pagar las cuotas omitidas y no habla de ellos; confírmelo",
            &["RACERF 66"],
        ));
    }
    let costo = Seccion::calculada("Lo que se paga", pago);
    let costo = match cuadro(salida) {
        Some(cuadro) => costo.con_cuadro(cuadro),
        None => costo,
    };
    vec![costo, Seccion::calculada("Qué cubre y hasta cuándo", cobertura(salida))]
}

/// A payment and its last day; months that went by before the application are paid with it (RACERF 66).
pub(crate) fn un_pago(m: &Mirada<'_>, pago: &Pago) -> Renglon {
    let rotulo = format!("Del {} al {}", fecha_larga(pago.desde.0), fecha_larga(pago.hasta.0));
    let cuando = if pago.vence.0 < solicitud(m) {
        "se paga al solicitarla".to_owned()
    } else {
        format!("a más tardar el {}", fecha_larga(pago.vence.0))
    };
    Renglon::cifra(&rotulo, [&pesos(pago.importe), ", ", &cuando].concat(), &[])
}

/// Payments that are listed; the table has every month.
pub(crate) const PAGOS_A_LA_VISTA: usize = 6;

fn que_se_paga(salida: &SalidaCotizar) -> &'static str {
    match salida.modalidad {
        Modalidad::M40 if salida.por_mes.len() > 1 => "Para empezar, con los meses que ya pasaron",
        Modalidad::M40 => "Para empezar, lo que queda del mes",
        Modalidad::M33 => "Cuota anual de todas las personas",
        Modalidad::Pti => "Se paga por adelantado",
        _ => "Anualidad",
    }
}

/// The articles that make it be paid.
pub(crate) fn articulos(modalidad: Modalidad) -> &'static [&'static str] {
    match modalidad {
        Modalidad::M40 => &["LSS 218", "RACERF 66"],
        Modalidad::M33 => &["LSS 242", "RACERF 101"],
        Modalidad::Pti => &["LSS 224", "LSS 227 I", "LSS 228 II"],
        _ => &["LSS 224", "LSS 228"],
    }
}

/// Name and cost of the month after the application's, in the continuación voluntaria; `None` where the tables end.
fn mensual(m: &Mirada<'_>) -> Option<(String, Importe)> {
    let salida = ejecutar_cotizar(m.normativa, entrada_mensual(m)?).ok()?;
    let mes = salida.por_mes.first()?;
    Some((mes.mes.en_palabras(), mes.total))
}

fn cuadro(salida: &SalidaCotizar) -> Option<Cuadro> {
    let textos = |celdas: &[&str]| celdas.iter().map(|c| (*c).to_owned()).collect::<Vec<String>>();
    if !salida.por_persona.is_empty() {
        let de_terceros = cuotas_de_terceros(salida);
        let filas = salida.por_persona.iter().map(|p| {
            let edad = format!("{} años", p.edad);
            let dada = match (p.dada, de_terceros) {
                (true, _) => "la que se escribió",
                (false, true) => "de fuente no oficial, por confirmar",
                (false, false) => "publicada",
            };
            vec![edad, p.grupo.clone(), dada.to_owned(), pesos(p.cuota)]
        });
        return Some(Cuadro {
            titulo: "Cuota de cada persona".to_owned(),
            encabezados: textos(&["Persona", "Grupo", "Cuota", "Importe"]),
            filas: filas.collect(),
            ..Cuadro::default()
        });
    }
    let por_ramo = salida.ramas.0.iter().filter_map(|(clave, importe)| {
        let figura = FIGURAS.iter().find(|f| f.clave() == *clave)?;
        Some(vec![figura.regla.titulo.to_owned(), pesos(*importe)])
    });
    let filas: Vec<Vec<String>> = por_ramo.collect();
    (!filas.is_empty()).then(|| Cuadro {
        titulo: "Lo que se paga por cada seguro".to_owned(),
        encabezados: textos(&["Seguro", "Importe"]),
        filas,
        ..Cuadro::default()
    })
}

/// What it covers and until when, and how it is renewed.
pub(crate) fn cobertura(salida: &SalidaCotizar) -> Vec<Renglon> {
    let de = salida.cobertura;
    let mut renglones = vec![Renglon::cifra(
        "Cubre",
        format!("del {} al {}", fecha_larga(de.desde.0), fecha_larga(de.hasta.0)),
        match salida.modalidad {
            Modalidad::M40 => &["RACERF 66"],
            Modalidad::M33 => &["RACERF 103"],
            _ => &["RACERF 77"],
        },
    )];
    if let Some(r) = salida.renovacion {
        let familiar = salida.modalidad == Modalidad::M33;
        // after the year only an illness acquired in it opens the renewal of the family's insurance (RACERF 105)
        let condicion = if familiar {
            ", sólo si en el año adquirió una enfermedad que pide seguir atendiendo"
        } else {
            ""
        };
        let tarde = r
            .extemporanea_hasta
            .map(|f| format!("; tarde, hasta el {}{condicion}", fecha_larga(f.0)))
            .unwrap_or_default();
        let fundamento: &[&str] = match salida.modalidad {
            Modalidad::M33 => &["RACERF 105"],
            Modalidad::Pti => &["LSS 224"],
            _ => &["RACERF 80"],
        };
        renglones.push(Renglon::cifra(
            "Se renueva",
            format!("del {} al {}{tarde}", fecha_larga(r.desde.0), fecha_larga(r.hasta.0)),
            fundamento,
        ));
    }
    if let Some(t) = salida.terminacion {
        renglones.extend([
            Renglon::cifra(
                "Si deja de pagar",
                format!("causa baja el {}", fecha_larga(t.sin_pago_hasta.0)),
                &["LSS 220 II"],
            ),
            Renglon::cifra(
                "Podría reingresar",
                format!("hasta el {}, pagando lo que falte", fecha_larga(t.reingreso_hasta.0)),
                &["LSS 220", "RACERF 65"],
            ),
        ]);
    }
    renglones
}

/// The rows of official fees as they should be: one for each age group that the tables lack, with what was typed for it.
/// `None` when they are so.
pub fn cuotas_por_anotar(m: &Mirada<'_>, escritas: &Respuestas) -> Option<Respuestas> {
    de_estos_grupos(&grupos_que_faltan(m), escritas)
}

/// The same, of these age groups.
pub(crate) fn de_estos_grupos(faltan: &[String], escritas: &Respuestas) -> Option<Respuestas> {
    if faltan.is_empty() {
        return None; // the block is not asked for: what was typed waits, in case it is again
    }
    let texto = |i: usize, campo: &str| escritas.texto(&format!("{CUOTAS}.{i}.{campo}")).trim().to_owned();
    let actuales: Vec<[String; 2]> = (0..escritas.cuantos(CUOTAS).max(1))
        .map(|i| [texto(i, "grupo"), texto(i, "importe")])
        .collect();
    let de = |grupo: &String| {
        let suya = actuales.iter().find(|fila| fila[0] == *grupo);
        [grupo.clone(), suya.map(|fila| fila[1].clone()).unwrap_or_default()]
    };
    let filas: Vec<[String; 2]> = faltan.iter().map(de).collect();
    if filas == actuales {
        return None;
    }
    let mut r = Respuestas::default();
    for (i, [grupo, importe]) in filas.iter().enumerate() {
        r.poner(format!("{CUOTAS}.{i}.grupo"), grupo.as_str());
        r.poner(format!("{CUOTAS}.{i}.importe"), importe.as_str());
    }
    r.contar(CUOTAS, filas.len());
    Some(r)
}
