//! A sample emission of fictitious people (prefix 99, municipality Z99), to go with the sample payroll of *Previsión de
//! cuotas*: what usually differs in a month.

use crate::calculo::{cifras, de_renglones, preparar};
use crate::emitido::{Cifras, Hoja, Renglon};
use chrono::NaiveDate;
use ventanilla_archivos::emision::{Emision, Periodo, RenglonEba, RenglonEma, Resumen, ResumenRcv, TotalesEma};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::cuotas::{Calculo, Patron};
use ventanilla_reglas::importe::Tasa;
use ventanilla_reglas::politica::Politicas;

/// Year and month of the sample.
pub const CUANDO: (i32, u32) = (2026, 10);
/// Prima of the sample, hundred-thousandths of a percentage point.
const PRIMA: i64 = 113_065;

/// NSS, name, salary in cents, and from which day of October, for who began then.
const PERSONAS: [(&str, &str, i64, Option<u32>); 7] = [
    ("99189800040", "DEMOSTRACION FICTICIO HUGO", 33_058, None),
    ("99210100055", "ENSAYO MODELO ELVIRA", 54_564, None),
    ("99129200038", "MUESTRA DEMO LUCIA", 293_275, None),
    ("99068400011", "FICTICIA EJEMPLO PETRA", 50_696, None),
    ("99088800075", "BORRADOR MUESTRA NORMA", 43_078, Some(12)),
    ("99927000069", "PRUEBA SIMULADO OSCAR", 41_773, None),
    ("99038300101", "MAQUETA DEMO ALDO", 36_000, None),
];

/// An emission of these people, and of as many more as it takes to be `cuantos`.
pub fn emision(cuantos: usize) -> Emision {
    let normativa = Normativa::publicada();
    let patron = Patron {
        prima_rt: Tasa::leer("1.13065"),
        ..Patron::default()
    };
    // October of 2026 is in the published tables
    let preparar = |hoja| preparar(&normativa, hoja, CUANDO, &patron, &Politicas::default()).ok();
    let (Some(ema), Some(eba)) = (preparar(Hoja::Ema), preparar(Hoja::Eba)) else {
        return Emision::default();
    };
    let mut emision = Emision::default();
    let mut total = (Cifras::default(), Cifras::default());
    for i in 0..cuantos.max(PERSONAS.len()) {
        let (nss, nombre, sbc, dia) = persona(i);
        let fila = u32::try_from(i).unwrap_or(0) + 6;
        let del_mes = renglon(&ema, Hoja::Ema, (&nss, &nombre, sbc, dia), fila);
        let del_bimestre = renglon(&eba, Hoja::Eba, (&nss, &nombre, sbc, dia), fila);
        for (suma, suyo) in [(&mut total.0, &del_mes), (&mut total.1, &del_bimestre)] {
            suma.iter_mut().zip(suyo.cifras).for_each(|(a, b)| *a += b);
        }
        emision.ema.push(a_ema(&del_mes));
        emision.eba.push(a_eba(&del_bimestre));
    }
    emision.resumen = resumen(&total.0, &total.1, emision.ema.len());
    emision
}

fn persona(i: usize) -> (String, String, i64, Option<u32>) {
    match PERSONAS.get(i) {
        Some((nss, nombre, sbc, dia)) => ((*nss).to_owned(), (*nombre).to_owned(), *sbc, *dia),
        None => {
            let numero = i64::try_from(i).unwrap_or(0);
            let diez = format!("99{:08}", 10_000_000 + numero);
            let sbc = 33_058 + (numero * 7_919) % 250_000;
            (
                [diez.as_str(), &digito(&diez)].concat(),
                format!("FICTICIO NUMERO {i}"),
                sbc,
                None,
            )
        }
    }
}

/// The check digit of ten digits (Luhn).
fn digito(diez: &str) -> String {
    let suma: u32 = diez
        .bytes()
        .enumerate()
        .map(|(i, b)| u32::from(b - b'0') * (1 + u32::from(i % 2 == 1)))
        .map(|p| p / 10 + p % 10)
        .sum();
    ((10 - suma % 10) % 10).to_string()
}

fn renglon(
    calculo: &Calculo,
    hoja: Hoja,
    (nss, nombre, sbc, dia): (&str, &str, i64, Option<u32>),
    fila: u32,
) -> Renglon {
    let fecha = dia.and_then(|d| NaiveDate::from_ymd_opt(CUANDO.0, CUANDO.1, d));
    let desde = fecha.unwrap_or(calculo.lapso.desde);
    let mut renglon = Renglon {
        hoja,
        fila,
        nss: nss.to_owned(),
        nombre: nombre.to_owned(),
        fecha,
        dias: ventanilla_reglas::cuotas::dias_entre(desde, calculo.lapso.hasta),
        sbc,
        cifras: Cifras::default(),
        amortizacion: 0,
    };
    renglon.cifras = cifras(calculo, &de_renglones(calculo, &[&renglon]).0).unwrap_or_default();
    renglon
}

fn a_ema(r: &Renglon) -> RenglonEma {
    let c = &r.cifras;
    RenglonEma {
        fila: r.fila,
        nss: r.nss.clone(),
        nombre: r.nombre.clone(),
        origen: "1".to_owned(),
        tipo: if r.fecha.is_some() { "8" } else { "0" }.to_owned(),
        fecha: r.fecha,
        dias: r.dias,
        salario: r.sbc,
        cuota_fija: c[0],
        excedente_patronal: c[1],
        excedente_obrero: c[2],
        pd_patronal: c[3],
        pd_obrero: c[4],
        gmp_patronal: c[5],
        gmp_obrero: c[6],
        riesgos: c[7],
        iv_patronal: c[8],
        iv_obrero: c[9],
        gps: c[10],
        total: r.suma(),
    }
}

fn a_eba(r: &Renglon) -> RenglonEba {
    let c = &r.cifras;
    RenglonEba {
        fila: r.fila,
        nss: r.nss.clone(),
        nombre: r.nombre.clone(),
        origen: "1".to_owned(),
        tipo: if r.fecha.is_some() { "8" } else { "0" }.to_owned(),
        fecha: r.fecha,
        dias: r.dias,
        salario: r.sbc,
        retiro: c[11],
        cv_patronal: c[12],
        cv_obrero: c[13],
        subtotal_rcv: c[11] + c[12] + c[13],
        aportacion: c[14],
        subtotal_infonavit: c[14],
        total: r.suma(),
        ..RenglonEba::default()
    }
}

fn resumen(ema: &Cifras, eba: &Cifras, trabajadores: usize) -> Resumen {
    let cotizantes = u32::try_from(trabajadores).ok();
    let suma_rcv = eba[11] + eba[12] + eba[13];
    Resumen {
        razon_social: Some("COMEDOR SIMULADO LA FICTICIA SA DE CV".to_owned()),
        periodo: Some(Periodo {
            anio: CUANDO.0,
            mes: CUANDO.1,
        }),
        registro_patronal: Some("Z9900001108".to_owned()),
        propuesta: Some("000000001".to_owned()),
        dias: Some(31),
        total_cotizantes: cotizantes,
        prima: Some(PRIMA),
        tipo_documento: Some("1".to_owned()),
        ramos: TotalesEma {
            cuota_fija: Some(ema[0]),
            excedente_patronal: Some(ema[1]),
            excedente_obrero: Some(ema[2]),
            pd_patronal: Some(ema[3]),
            pd_obrero: Some(ema[4]),
            gmp_patronal: Some(ema[5]),
            gmp_obrero: Some(ema[6]),
            riesgos: Some(ema[7]),
            iv_patronal: Some(ema[8]),
            iv_obrero: Some(ema[9]),
            gps: Some(ema[10]),
            total: Some(ema.iter().sum()),
        },
        rcv: ResumenRcv {
            propuesta: Some("000000002".to_owned()),
            total_cotizantes: cotizantes,
            tipo_documento: Some("1".to_owned()),
            acreditados: Some(0),
            aportacion: Some(eba[14]),
            aportacion_sin_credito: Some(eba[14]),
            aportacion_con_credito: Some(0),
            amortizacion: Some(0),
            con_credito_mas_amortizacion: Some(0),
            suma_infonavit: Some(eba[14]),
            retiro: Some(eba[11]),
            cv_patronal: Some(eba[12]),
            cv_obrero: Some(eba[13]),
            suma_rcv: Some(suma_rcv),
            total: Some(suma_rcv + eba[14]),
        },
    }
}
