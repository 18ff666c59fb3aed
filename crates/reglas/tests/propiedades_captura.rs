//! What must hold for whatever is typed.

#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use ventanilla_reglas::captura::{entero, fecha, importe, porcentaje};
use ventanilla_reglas::importe::{Importe, Tasa};

/// `1234567.89` as `1,234,567.89`, with the separator given.
fn con_millares(valor: Importe, separador: char) -> String {
    let texto = valor.to_string();
    let (enteros, decimales) = texto.split_once('.').unwrap();
    let mut salida = String::new();
    for (indice, cifra) in enteros.chars().enumerate() {
        if indice > 0 && (enteros.len() - indice) % 3 == 0 {
            salida.push(separador);
        }
        salida.push(cifra);
    }
    format!("{salida}.{decimales}")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ningun_texto_rompe_nada(texto in any::<String>(), cifras in "[0-9.,$' %/-]{0,14}") {
        for texto in [&texto, &cifras] {
            // What is taken is taken again as it is shown; what is not, is explained.
            match importe(texto) {
                Ok(valor) => prop_assert_eq!(importe(&valor.to_string()), Ok(valor)),
                Err(error) => prop_assert!(error.to_string().ends_with(['.', '?'])),
            }
            match porcentaje(texto) {
                Ok(valor) => prop_assert_eq!(porcentaje(&valor.to_string()), Ok(valor)),
                Err(error) => prop_assert!(error.to_string().ends_with(['.', '?'])),
            }
            match fecha(texto) {
                Ok(valor) => prop_assert_eq!(fecha(&valor.to_string()), Ok(valor)),
                Err(error) => prop_assert!(error.to_string().ends_with(['.', '?'])),
            }
            if let Ok(valor) = entero(texto) {
                prop_assert_eq!(entero(&valor.to_string()), Ok(valor));
            }
        }
    }

    #[test]
    fn importe_ida_y_vuelta(centavos in 0..=Importe::MAXIMO) {
        let valor = Importe::de_centavos(centavos);
        for texto in [
            valor.to_string(),
            con_millares(valor, ','),
            format!("$ {}", con_millares(valor, ' ')),
            format!("${} MXN", con_millares(valor, '\u{a0}')),
        ] {
            prop_assert_eq!(importe(&texto), Ok(valor), "{}", texto);
        }
    }

    /// A comma for the decimal point is never read as something else.
    #[test]
    fn la_coma_decimal_no_se_adivina(pesos in 0..100_000_u32, centavos in 0..100_u32) {
        let (grande, chico) = (format!("{pesos},{centavos:02}"), format!("{},{centavos:02}", pesos % 100));
        prop_assert!(importe(&grande).is_err());
        prop_assert!(porcentaje(&chico).is_err());
    }

    #[test]
    fn fecha_ida_y_vuelta(anio in 1900..2200_i32, mes in 1..=12_u32, dia in 1..=31_u32) {
        let iso = format!("{anio}-{mes:02}-{dia:02}");
        let leida = fecha(&iso);
        for texto in [format!("{dia:02}/{mes:02}/{anio}"), format!("{dia}-{mes}-{anio}")] {
            prop_assert_eq!(&fecha(&texto), &leida);
        }
        if let Ok(valor) = leida {
            prop_assert_eq!(valor.to_string(), iso);
        }
    }

    #[test]
    fn porcentaje_ida_y_vuelta(diezmillonesimos in 0..=10_000_000_i64) {
        let texto = format!("{}.{:05}", diezmillonesimos / 100_000, diezmillonesimos % 100_000);
        let leida = porcentaje(&format!("{texto} %"));
        prop_assert_eq!(leida.clone().map(Tasa::diezmillonesimos), Ok(diezmillonesimos));
        prop_assert_eq!(leida.unwrap().to_string(), texto);
    }
}
