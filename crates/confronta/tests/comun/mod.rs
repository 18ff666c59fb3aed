//! Emissions and payrolls from a case's JSON.
#![allow(dead_code)] // each test takes what it needs

use serde_json::Value;
use std::sync::Arc;
use ventanilla_confronta::calculo::{cifras, de_renglones, preparar};
use ventanilla_confronta::emitido::{Cifras, Emitida, Hoja, Renglon, Resumen, nss_llano};
use ventanilla_confronta::motor::{Motor, Parametros};
use ventanilla_confronta::salida::{Confronta, Confrontado};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::cuotas::{FIGURAS, Patron};
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::importe::Tasa;
use ventanilla_reglas::politica::Politicas;
use ventanilla_tramites::prevision::{ClaseDePeriodo, DatosDelPatron, DatosDelPeriodo, Escenario};

pub fn centavos(valor: &Value) -> i64 {
    let texto = valor.as_str().expect("importe");
    let (signo, sin) = texto.strip_prefix('-').map_or((1, texto), |s| (-1, s));
    let (entero, fraccion) = sin.split_once('.').expect("dos decimales");
    assert_eq!(fraccion.len(), 2, "{texto}");
    signo * (entero.parse::<i64>().expect("pesos") * 100 + fraccion.parse::<i64>().expect("centavos"))
}

pub fn lugar(clave: &str) -> usize {
    FIGURAS
        .iter()
        .position(|f| f.clave() == clave)
        .expect("clave de una figura")
}

/// What the rules charge for a row.
pub fn cobrar(renglon: &Renglon, cuando: (i32, u32), prima: &str) -> Cifras {
    let normativa = Normativa::publicada();
    let patron = Patron {
        prima_rt: Tasa::leer(prima),
        ..Patron::default()
    };
    let calculo = preparar(&normativa, renglon.hoja, cuando, &patron, &Politicas::default()).expect("periodo");
    cifras(&calculo, &de_renglones(&calculo, &[renglon]).0).expect("renglón")
}

pub fn emitida(caso: &Value) -> Emitida {
    let cuando = (
        i32::try_from(caso["anio"].as_i64().expect("año")).expect("año"),
        u32::try_from(caso["mes"].as_i64().expect("mes")).expect("mes"),
    );
    let prima = caso["prima"].as_str().expect("prima");
    let renglones: Vec<Renglon> = caso["renglones"]
        .as_array()
        .expect("renglones")
        .iter()
        .enumerate()
        .map(|(i, r)| {
            let mut renglon = Renglon {
                hoja: serde_json::from_value(r["hoja"].clone()).expect("hoja"),
                fila: u32::try_from(i).expect("fila") + 6,
                nss: nss_llano(r["nss"].as_str().expect("nss")),
                nombre: r["nombre"].as_str().expect("nombre").to_owned(),
                fecha: r["fecha"].as_str().map(|f| Fecha::leer(f).expect("fecha").0),
                dias: u32::try_from(r["dias"].as_u64().expect("días")).expect("días"),
                sbc: centavos(&r["sbc"]),
                cifras: Cifras::default(),
                amortizacion: 0,
            };
            match r["cifras"].as_array() {
                Some(dadas) => {
                    let desde = if renglon.hoja == Hoja::Ema { 0 } else { 11 };
                    for (i, dada) in dadas.iter().enumerate() {
                        renglon.cifras[desde + i] = centavos(dada);
                    }
                }
                None => renglon.cifras = cobrar(&renglon, cuando, r["con_prima"].as_str().unwrap_or(prima)),
            }
            for (clave, importe) in r["cambios"].as_object().into_iter().flatten() {
                renglon.cifras[lugar(clave)] = centavos(importe);
            }
            for (clave, importe) in r["mas"].as_object().into_iter().flatten() {
                renglon.cifras[lugar(clave)] += centavos(importe);
            }
            renglon
        })
        .collect();
    let hojas = Hoja::AMBAS
        .into_iter()
        .filter(|h| renglones.iter().any(|r| r.hoja == *h))
        .collect();
    Emitida {
        resumen: Resumen {
            razon_social: "COMEDOR SIMULADO LA FICTICIA".to_owned(),
            registro_patronal: "Z9900001108".to_owned(),
            anio: cuando.0,
            mes: cuando.1,
            prima: Some(prima.to_owned()),
            ..Resumen::default()
        },
        hojas,
        renglones,
    }
}

pub fn escenario(caso: &Value) -> Escenario {
    let nomina = &caso["nomina"];
    let filas = |v: &Value| serde_json::from_value(v.clone()).expect("filas de texto");
    let eba = caso["renglones"][0]["hoja"] == "eba";
    let mes = u32::try_from(caso["mes"].as_u64().expect("mes")).expect("mes");
    Escenario {
        nombre: "Nómina de prueba".to_owned(),
        patron: DatosDelPatron {
            prima: nomina["prima"].as_str().expect("prima").to_owned(),
            registro_patronal: "Z99-00001-10-8".to_owned(),
            ..DatosDelPatron::default()
        },
        periodo: DatosDelPeriodo {
            clase: if eba {
                ClaseDePeriodo::Bimestre
            } else {
                ClaseDePeriodo::Mes
            },
            anio: i32::try_from(caso["anio"].as_i64().expect("año")).expect("año"),
            numero: if eba { mes.div_ceil(2) } else { mes },
        },
        trabajadores: filas(&nomina["trabajadores"]),
        movimientos: filas(&nomina["movimientos"]),
        ..Escenario::default()
    }
}

pub fn confrontar(emitida: Emitida, parametros: Parametros) -> (Confronta, Vec<Confrontado>) {
    let normativa = Arc::new(Normativa::publicada());
    Motor::nuevo(&normativa, emitida, parametros)
        .expect("confronta")
        .concluir()
}
