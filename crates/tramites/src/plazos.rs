//! Deadlines of the notices about a registro patronal, and of the institution's own answer. What is counted and what being
//! late may cost are the rules' (`registro.plazo`); here it only finds its place in the form.

use crate::camino::{Dictamen, Silencio, Vencimiento};
use crate::guion::{Mirada, Renglon, Seccion};
use crate::texto::{fecha_larga, pesos};
use chrono::Months;
use rust_decimal::prelude::ToPrimitive;
use ventanilla_normativa::Tabla;
use ventanilla_reglas::consulta::fuera_de_vigencia;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::politica::Politicas;
use ventanilla_reglas::registro::{EntradaPlazo, PlazoDeRegistro, ejecutar_plazo};

/// Findings of a deadline, besides those of the rules.
pub mod mensajes {
    ventanilla_reglas::reglas! {
        /// El aviso o el registro se presenta dentro de su plazo.
        A_TIEMPO = nota "plazos.a_tiempo", "Se presenta a tiempo: el plazo vence el {vence}.", ["LSS 15 I", "RACERF 3", "RACERF 16"], "Primer trabajador ayer";
    }
}

/// Puts into the dictamen when the notice of a cause is due, counted from the date answered at `ruta`. A date that the
/// tables do not cover is an error there.
pub fn avisar(m: &Mirada<'_>, d: &mut Dictamen, causa: &str, ruta: &str) {
    let Some(fecha) = Fecha::leer(m.valor(ruta)) else {
        return; // it is still to be answered, or has an error of its own
    };
    let entrada = EntradaPlazo {
        causa: causa.to_owned(),
        fecha,
        presentacion: Some(Fecha(m.hoy)),
        espontaneo: None,
        politicas: Politicas::default(),
        memoria: false,
    };
    let encontrados = match ejecutar_plazo(m.normativa, entrada) {
        Ok(salida) => {
            if salida.plazo.tardio != Some(true) {
                let vence = fecha_larga(salida.plazo.vence.0);
                d.hallazgos
                    .push(Hallazgo::nuevo(&mensajes::A_TIEMPO, ruta, &[("vence", &vence)]));
            }
            d.secciones.push(seccion(m, &salida.plazo));
            salida.comun.hallazgos
        }
        Err(errores) => errores,
    };
    d.hallazgos.extend(encontrados.into_iter().map(|h| h.en(ruta)));
}

fn seccion(m: &Mirada<'_>, plazo: &PlazoDeRegistro) -> Seccion {
    let articulos: Vec<&str> = plazo.fundamento.iter().map(String::as_str).collect();
    let dias = if plazo.clase == "naturales" {
        "naturales"
    } else {
        "hábiles"
    };
    let como = if plazo.tardio == Some(true) {
        "fuera de plazo"
    } else {
        "a tiempo"
    };
    let mut renglones = vec![
        Renglon::cifra("Plazo", format!("{} días {dias}", plazo.dias), &articulos),
        Renglon::cifra("Vence", fecha_larga(plazo.vence.0), &["RACERF 3"]),
        Renglon::cifra("Se presenta", format!("{}: {como}", fecha_larga(m.hoy)), &["LSS 304-C"]),
    ];
    if let Some(multa) = &plazo.multa {
        let articulos: Vec<&str> = multa.fundamento.iter().map(String::as_str).collect();
        let [minima, maxima] = [multa.minimo, multa.maximo].map(pesos);
        let rango = format!("de {minima} a {maxima}, salvo cumplimiento espontáneo");
        renglones.push(Renglon::cifra("Multa posible", rango, &articulos));
    }
    Seccion::calculada("Plazo para presentarlo", renglones)
}

/// Puts into the dictamen when the institution must have answered a trámite, and what its silence means.
pub fn esperar_respuesta(m: &Mirada<'_>, d: &mut Dictamen, tramite: &str) {
    let fila = match m.normativa.vigente(Tabla::Respuestas, tramite, m.hoy) {
        Ok(fila) => fila,
        Err(error) => return d.hallazgos.push(fuera_de_vigencia(&error, "")),
    };
    let meses = fila.valor.to_u32().unwrap_or_default();
    d.vence = m.hoy.checked_add_months(Months::new(meses)).map(|fecha| Vencimiento {
        fecha: Fecha(fecha),
        desde: Fecha(m.hoy),
        plazo: format!("{meses} meses"),
        fundamento: vec![fila.fundamento.to_string()],
        silencio: Silencio::de_clave(&fila.nota),
    });
}
