//! From the workbook as it is written ([`Emision`]) to what this floor confronts.

use crate::emitido::{Cifras, Emitida, Hoja, Renglon, Resumen, nss_llano};
use crate::mensajes;
use crate::salida::Aviso;
use ventanilla_archivos::emision::{self, Emision, RenglonEba, RenglonEma};
use ventanilla_reglas::cuotas::{CUANTAS, FIGURAS};

/// The emission as this floor sees it, and what the reader had to say of it.
///
/// # Errors
/// When the month is not known, or there is no row: nothing can be computed.
pub fn de_archivo(leida: Emision) -> Result<(Emitida, Vec<Aviso>), Aviso> {
    let Some(periodo) = leida.resumen.periodo else {
        return Err(Aviso::nuevo(&mensajes::SIN_PERIODO, &[]));
    };
    if leida.ema.is_empty() && leida.eba.is_empty() {
        return Err(Aviso::nuevo(&mensajes::SIN_RENGLONES, &[]));
    }
    let mut avisos: Vec<Aviso> = leida.avisos.lista.iter().map(de_lectura).collect();
    if leida.avisos.omitidos > 0 {
        let cuantos = leida.avisos.omitidos.to_string();
        avisos.push(Aviso::nuevo(&mensajes::MAS_AVISOS, &[("cuantos", &cuantos)]));
    }
    let mut hojas = Vec::new();
    if !leida.ema.is_empty() {
        hojas.push(Hoja::Ema);
    }
    if !leida.eba.is_empty() {
        hojas.push(Hoja::Eba);
    }
    let ema = leida.ema.into_iter().map(de_ema);
    let renglones = ema.chain(leida.eba.into_iter().map(de_eba)).collect();
    let emitida = Emitida {
        resumen: de_resumen(&leida.resumen, periodo),
        hojas,
        renglones,
    };
    Ok((emitida, avisos))
}

/// A finding of the reader.
pub fn de_lectura(hallazgo: &emision::Hallazgo) -> Aviso {
    Aviso {
        codigo: hallazgo.codigo.clone(),
        gravedad: "advertencia".to_owned(),
        mensaje: hallazgo.to_string(),
        fundamento: Vec::new(),
    }
}

/// Hundred-thousandths of a percentage point as the text of a percentage.
fn por_ciento(prima: i64) -> Option<String> {
    (prima >= 0).then(|| format!("{}.{:05}", prima / 100_000, prima % 100_000))
}

fn de_resumen(resumen: &emision::Resumen, periodo: emision::Periodo) -> Resumen {
    let (r, b) = (&resumen.ramos, &resumen.rcv);
    let cifras: [Option<i64>; CUANTAS] = [
        r.cuota_fija,
        r.excedente_patronal,
        r.excedente_obrero,
        r.pd_patronal,
        r.pd_obrero,
        r.gmp_patronal,
        r.gmp_obrero,
        r.riesgos,
        r.iv_patronal,
        r.iv_obrero,
        r.gps,
        b.retiro,
        b.cv_patronal,
        b.cv_obrero,
        b.aportacion,
    ];
    Resumen {
        razon_social: resumen.razon_social.clone().unwrap_or_default(),
        registro_patronal: resumen.registro_patronal.clone().unwrap_or_default(),
        anio: periodo.anio,
        mes: periodo.mes,
        prima: resumen.prima.and_then(por_ciento),
        cifras,
        amortizacion: b.amortizacion,
    }
}

fn de_ema(r: RenglonEma) -> Renglon {
    let mut cifras = Cifras::default();
    let suyas = [
        r.cuota_fija,
        r.excedente_patronal,
        r.excedente_obrero,
        r.pd_patronal,
        r.pd_obrero,
        r.gmp_patronal,
        r.gmp_obrero,
        r.riesgos,
        r.iv_patronal,
        r.iv_obrero,
        r.gps,
    ];
    cifras[..suyas.len()].copy_from_slice(&suyas);
    Renglon {
        hoja: Hoja::Ema,
        fila: r.fila,
        nss: nss_llano(&r.nss),
        nombre: r.nombre,
        fecha: r.fecha,
        dias: r.dias,
        sbc: r.salario,
        cifras,
        amortizacion: 0,
    }
}

fn de_eba(r: RenglonEba) -> Renglon {
    let mut cifras = Cifras::default();
    let suyas = [r.retiro, r.cv_patronal, r.cv_obrero, r.aportacion];
    cifras[FIGURAS.len() - suyas.len()..].copy_from_slice(&suyas);
    Renglon {
        hoja: Hoja::Eba,
        fila: r.fila,
        nss: nss_llano(&r.nss),
        nombre: r.nombre,
        fecha: r.fecha,
        dias: r.dias,
        sbc: r.salario,
        cifras,
        amortizacion: r.amortizacion,
    }
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn las_columnas_caen_en_su_figura() {
        let bimestrales: Vec<bool> = FIGURAS.iter().map(|f| f.bimestral).collect();
        assert_eq!(bimestrales.iter().position(|b| *b), Some(11));
        let claves: Vec<&str> = FIGURAS.iter().map(|f| f.clave()).collect();
        assert_eq!((claves[7], claves[10]), ("riesgos_trabajo", "guarderias"));
        assert_eq!((claves[11], claves[14]), ("retiro", "infonavit"));
        assert_eq!(por_ciento(54_355).as_deref(), Some("0.54355"));
        assert_eq!(por_ciento(759_875).as_deref(), Some("7.59875"));
    }
}
