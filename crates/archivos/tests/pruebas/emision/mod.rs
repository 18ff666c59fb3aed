//! The workbook of emisión: written and read back, damaged in every way.

mod danos;
mod hojas;
mod ida_y_vuelta;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any};
use ventanilla_archivos::emision::muestra::PRIMERA_FILA;
use ventanilla_archivos::emision::{Emision, Periodo, RenglonEba, RenglonEma, Resumen, ResumenRcv, TotalesEma};

/// An emisión of one worker, whose figures add up.
fn una() -> Emision {
    let ema = RenglonEma {
        fila: PRIMERA_FILA,
        nss: "99068400011".to_owned(),
        nombre: "FICTICIA EJEMPLO PEÑA, PETRA".to_owned(),
        origen: "IDSE".to_owned(),
        tipo: "REINGRESO".to_owned(),
        fecha: chrono::NaiveDate::from_ymd_opt(2026, 4, 1),
        dias: 30,
        salario: 33_058,
        cuota_fija: 71_794,
        excedente_patronal: 0,
        excedente_obrero: 0,
        pd_patronal: 6_942,
        pd_obrero: 2_479,
        gmp_patronal: 10_413,
        gmp_obrero: 3_719,
        riesgos: 5_391,
        iv_patronal: 17_355,
        iv_obrero: 6_198,
        gps: 9_917,
        total: 134_208,
    };
    let eba = RenglonEba {
        fila: PRIMERA_FILA,
        nss: ema.nss.clone(),
        nombre: ema.nombre.clone(),
        dias: 61,
        salario: ema.salario,
        retiro: 40_331,
        cv_patronal: 97_799,
        cv_obrero: 22_686,
        subtotal_rcv: 160_816,
        aportacion: 100_827,
        tipo_descuento: "CF".to_owned(),
        valor_descuento: "1,250.5000".to_owned(),
        credito: "1999999999".to_owned(),
        amortizacion: 250_100,
        subtotal_infonavit: 350_927,
        total: 511_743,
        ..RenglonEba::default()
    };
    let resumen = Resumen {
        razon_social: Some("FICTICIA DEMOSTRACIÓN, S.A. DE C.V.".to_owned()),
        periodo: Some(Periodo { anio: 2026, mes: 4 }),
        registro_patronal: Some("Z9912345108".to_owned()),
        propuesta: Some("000123456".to_owned()),
        dias: Some(30),
        total_cotizantes: Some(1),
        prima: Some(54_355),
        tipo_documento: Some("01".to_owned()),
        ramos: TotalesEma {
            cuota_fija: Some(71_794),
            gps: Some(9_917),
            total: Some(134_208),
            ..TotalesEma::default()
        },
        rcv: ResumenRcv {
            propuesta: Some("000654321".to_owned()),
            total_cotizantes: Some(1),
            tipo_documento: Some("01".to_owned()),
            acreditados: Some(1),
            retiro: Some(40_331),
            total: Some(511_743),
            ..ResumenRcv::default()
        },
    };
    Emision {
        resumen,
        ema: vec![ema],
        eba: vec![eba],
        ..Emision::default()
    }
}

/// A text that a cell gives back as it is.
fn palabra() -> impl Strategy<Value = String> {
    "[A-ZÑÁÉ][A-ZÑÁÉa-z0-9 ,.]{0,30}[A-Z]"
}

fn importe() -> impl Strategy<Value = i64> {
    0..100_000_000_i64
}

fn fecha() -> impl Strategy<Value = Option<chrono::NaiveDate>> {
    let dia = (2000..2100_i32, 1..=366_u32).prop_map(|(a, d)| chrono::NaiveDate::from_yo_opt(a, d));
    option::of(dia).prop_map(Option::flatten)
}

fn renglon_ema() -> impl Strategy<Value = RenglonEma> {
    let quien = (
        "99[0-9]{9}",
        palabra(),
        palabra(),
        palabra(),
        fecha(),
        0..=62_u32,
        importe(),
    );
    (quien, vec(importe(), 11), -2..=2_i64).prop_map(|((nss, nombre, origen, tipo, fecha, dias, salario), c, resto)| {
        let mut renglon = RenglonEma {
            fila: 0,
            nss,
            nombre,
            origen,
            tipo,
            fecha,
            dias,
            salario,
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
            total: 0,
        };
        renglon.total = renglon.suma() + resto;
        renglon
    })
}

fn renglon_eba() -> impl Strategy<Value = RenglonEba> {
    let quien = ("99[0-9]{9}", palabra(), fecha(), 0..=62_u32, importe());
    let credito = option::of((palabra(), "[0-9]{1,4},[0-9]{4}", "[0-9]{10}"));
    (quien, vec(importe(), 5), credito).prop_map(|((nss, nombre, fecha, dias, salario), c, credito)| {
        let (tipo_descuento, valor_descuento, credito) = credito.unwrap_or_default();
        let mut renglon = RenglonEba {
            nss,
            nombre,
            fecha,
            dias,
            salario,
            retiro: c[0],
            cv_patronal: c[1],
            cv_obrero: c[2],
            subtotal_rcv: c[0] + c[1] + c[2],
            aportacion: c[3],
            tipo_descuento,
            valor_descuento,
            credito,
            amortizacion: c[4],
            subtotal_infonavit: c[3] + c[4],
            ..RenglonEba::default()
        };
        renglon.total = renglon.suma();
        renglon
    })
}

/// Emisiones whose summary says what their rows add up to.
fn emisiones() -> impl Strategy<Value = Emision> {
    let cabeza = (
        option::of(palabra()),
        (2000..2100_i32, 1..=12_u32),
        option::of(0..15_000_000_i64),
        any::<bool>(),
    );
    let filas = (vec(renglon_ema(), 1..20), vec(renglon_eba(), 0..20));
    (cabeza, filas, Just(())).prop_map(
        |((razon_social, (anio, mes), prima, totales), (mut ema, mut eba), ())| {
            for (fila, renglon) in (PRIMERA_FILA..).zip(&mut ema) {
                renglon.fila = fila;
            }
            for (fila, renglon) in (PRIMERA_FILA..).zip(&mut eba) {
                renglon.fila = fila;
            }
            let mut resumen = Resumen {
                razon_social,
                periodo: Some(Periodo { anio, mes }),
                prima,
                ..Resumen::default()
            };
            if totales {
                resumen.ramos.riesgos = Some(ema.iter().map(|m| m.riesgos).sum());
                resumen.ramos.total = Some(ema.iter().map(|m| m.total).sum());
            }
            if totales && !eba.is_empty() {
                resumen.rcv.retiro = Some(eba.iter().map(|m| m.retiro).sum());
                resumen.rcv.total = Some(eba.iter().map(|m| m.total).sum());
            }
            Emision {
                resumen,
                ema,
                eba,
                ..Emision::default()
            }
        },
    )
}
