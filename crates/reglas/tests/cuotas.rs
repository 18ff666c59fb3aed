//! Properties of the contributions, and what golden cases cannot say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use proptest::prelude::*;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::cuotas::{
    Area, Calculo, FIGURAS, Importes, Incidencia, Parte, Patron, Periodo, Renglon, TipoDeIncidencia, Trabajador,
    preparar_solo,
};
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::importe::{Importe, Tasa};
use ventanilla_reglas::memoria::{Silencio, Voz};
use ventanilla_reglas::operacion::ejecutar;
use ventanilla_reglas::politica::Politicas;

fn fecha(texto: &str) -> Fecha {
    Fecha::leer(texto).unwrap()
}

fn rango(desde: &str, hasta: &str) -> Periodo {
    Periodo {
        desde: Some(fecha(desde)),
        hasta: Some(fecha(hasta)),
        ..Periodo::default()
    }
}

fn calculo(periodo: &Periodo, area: Area) -> Calculo {
    let patron = Patron {
        area,
        prima_rt: Tasa::leer("0.54355"),
        ..Patron::default()
    };
    preparar_solo(&Normativa::publicada(), &patron, periodo, Politicas::default()).unwrap()
}

fn importes(calculo: &Calculo, trabajador: &Trabajador) -> Importes {
    let resultado = calculo.trabajador(trabajador, &mut Silencio);
    resultado
        .importes
        .unwrap_or_else(|| panic!("{:?}", resultado.hallazgos))
}

fn renglon(desde: &str, hasta: &str, centavos: i64) -> Renglon {
    Renglon {
        desde: Some(fecha(desde)),
        hasta: Some(fecha(hasta)),
        sbc: Importe::de_centavos(centavos),
        ..Renglon::default()
    }
}

fn de(renglones: Vec<Renglon>) -> Trabajador {
    Trabajador {
        renglones,
        ..Trabajador::default()
    }
}

/// A daily wage above the SBC is a slip, but where the SBC is at its cap of 25 UMA (LSS 28): 2,932.75 in April 2026.
#[test]
fn la_cuota_diaria_pasa_del_sbc_solo_en_el_tope() {
    let se_dice = |sbc: &str, cuota: &str| {
        let renglon = format!(r#"{{"sbc":"{sbc}","cuota_diaria":"{cuota}","dias":30}}"#);
        let entrada = format!(
            r#"{{"patron":{{"area":"general","prima_rt":"0.54355"}},"periodo":{{"anio":2026,"mes":4}},"trabajadores":[{{"renglones":[{renglon}]}}]}}"#
        );
        let respuesta = ejecutar(&Normativa::publicada(), "cuotas.periodo", &entrada);
        assert!(respuesta.calculado, "{}", respuesta.json);
        respuesta.json.contains("cuotas.cuota_diaria_mayor")
    };
    assert!(se_dice("450.00", "500.00"));
    assert!(se_dice("2932.74", "3400.00"), "un centavo abajo del tope");
    assert!(!se_dice("2932.75", "3400.00"), "en el tope");
    assert!(!se_dice("3000.00", "3400.00"), "arriba del tope");
}

/// D31 of the dossier: the ranges with a minimum wage of 100 and a UMA of 117.31. 176.57 lies in a gap: the source rounds
/// it into the next range; the SUA leaves it in the one below.
#[test]
fn los_rangos_del_ceav_en_todos_sus_bordes() {
    let suplemento = "tabla,clave,desde,hasta,valor,fundamento,fuente,publicado,confianza,verificado_hasta,nota\n\
        salario_minimo,general,2026-03-01,2026-12-31,100.00,prueba,prueba,,baja,,\n";
    let normativa = Normativa::publicada().con_suplemento(suplemento).unwrap();
    let patron = Patron {
        prima_rt: Tasa::leer("0.5"),
        ..Patron::default()
    };
    let casos = |politica: &str| -> Vec<(i64, i64)> {
        let de_hueco = if politica == "sua" { 367_600 } else { 485_100 };
        vec![
            (10_000, 315_000),
            (10_001, 367_600),
            (14_077, 367_600),
            (17_597, 367_600),
            (17_657, de_hueco),
            (17_713, de_hueco),
            (17_714, 485_100),
            (26_981, 555_600),
            (32_847, 602_600),
            (37_539, 636_100),
            (44_578, 661_300),
            (58_655, 751_300),
        ]
    };
    for politica in ["sua", "superior"] {
        let mut politicas = Politicas::default();
        assert!(politicas.elegir("ceav_hueco", politica));
        let calculo = preparar_solo(&normativa, &patron, &rango("2026-04-01", "2026-04-30"), politicas).unwrap();
        for (sbc, tasa) in casos(politica) {
            let esperado = (i128::from(sbc) * 30 * i128::from(tasa) + 5_000_000) / 10_000_000;
            let salida = importes(&calculo, &de(vec![renglon("2026-04-01", "2026-04-30", sbc)]));
            assert_eq!(
                i128::from(salida.figuras[12]),
                esperado,
                "{politica}, SBC {sbc} centavos"
            );
        }
    }
}

/// D19 of the dossier is arithmetic only: 10,000 × 2.375 %.
#[test]
fn d19_el_producto() {
    assert_eq!(
        ventanilla_reglas::redondeo::producto_centavos(1_000_000, 1, 237_500),
        23_750
    );
    // D30: 100.00 × 2 % (2004, outside the law's tables: its error is a golden case).
    assert_eq!(ventanilla_reglas::redondeo::producto_centavos(10_000, 1, 200_000), 200);
}

fn suma(importes: &Importes, parte: Parte) -> i64 {
    FIGURAS
        .iter()
        .zip(importes.figuras)
        .filter(|(f, _)| f.parte == parte)
        .map(|(_, i)| i)
        .sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn los_totales_son_sumas_de_lo_redondeado(sbc in 31_504_i64..400_000, corte in 1_u32..59, zlfn: bool) {
        let area = if zlfn { Area::Zlfn } else { Area::General };
        let calculo = calculo(&rango("2026-01-01", "2026-02-28"), area);
        let medio = "2026-01-01".parse::<chrono::NaiveDate>().unwrap() + chrono::Days::new(corte.into());
        let vispera = medio.pred_opt().unwrap().to_string();
        let trabajador = de(vec![
            renglon("2026-01-01", &vispera, sbc),
            renglon(&medio.to_string(), "2026-02-28", sbc + 5_000),
        ]);
        let salida = importes(&calculo, &trabajador);
        prop_assert_eq!(salida.patronal.centavos(), suma(&salida, Parte::Patron));
        prop_assert_eq!(salida.obrera.centavos(), suma(&salida, Parte::Obrero));
        let total = salida.figuras.iter().sum::<i64>();
        prop_assert_eq!(salida.total.centavos(), total);
        prop_assert_eq!(salida.costo_del_patron() + salida.retenido_al_trabajador(), salida.total);
    }

    /// Splitting a stretch with the same data moves each figure by half a cent a segment at most.
    #[test]
    fn partir_un_periodo_mueve_medio_centavo_por_segmento(sbc in 31_504_i64..400_000, cortes in prop::collection::btree_set(2_u32..=30, 0..6)) {
        let calculo = calculo(&rango("2026-04-01", "2026-04-30"), Area::General);
        let entero = importes(&calculo, &de(vec![renglon("2026-04-01", "2026-04-30", sbc)]));
        let mut desde = 1;
        let mut renglones = Vec::new();
        for corte in cortes.iter().copied().chain([31]) {
            renglones.push(renglon(&format!("2026-04-{desde:02}"), &format!("2026-04-{:02}", corte - 1), sbc));
            desde = corte;
        }
        let segmentos = i64::try_from(renglones.len()).unwrap();
        let partido = importes(&calculo, &de(renglones));
        for (a, b) in entero.figuras.iter().zip(partido.figuras) {
            prop_assert!(2 * (a - b).abs() <= segmentos + 1, "{a} {b}");
        }
    }

    #[test]
    fn mas_sbc_nunca_baja_un_ramo(sbc in 31_504_i64..320_000, mas in 0_i64..50_000, anio in 2019_i32..=2026) {
        let calculo = calculo(&rango(&format!("{anio}-03-01"), &format!("{anio}-04-30")), Area::General);
        let de_sbc = |c| importes(&calculo, &de(vec![renglon(&format!("{anio}-03-01"), &format!("{anio}-04-30"), c)]));
        let (menor, mayor) = (de_sbc(sbc), de_sbc(sbc + mas));
        for (figura, (a, b)) in FIGURAS.iter().zip(menor.figuras.iter().zip(mayor.figuras)) {
            prop_assert!(*a <= b, "{} baja de {a} a {b}", figura.clave());
        }
    }

    /// LSS 31: which ramo each incidence discounts.
    #[test]
    fn las_incidencias_descuentan_lo_suyo(sbc in 40_000_i64..200_000, inc in 0_u32..10, aus in 0_u32..=7) {
        let calculo = calculo(&rango("2026-04-01", "2026-04-30"), Area::General);
        let incidencia = |tipo, desde: &str, dias| Incidencia { tipo, desde: fecha(desde), dias };
        let mut con = renglon("2026-04-01", "2026-04-30", sbc);
        con.incidencias.extend((inc > 0).then(|| incidencia(TipoDeIncidencia::Incapacidad, "2026-04-01", inc)));
        con.incidencias.extend((aus > 0).then(|| incidencia(TipoDeIncidencia::Ausentismo, "2026-04-15", aus)));
        let salida = importes(&calculo, &de(vec![con]));
        let dias = |n: u32| i64::from(n);
        let producto = |base: i64, dias: i64, tasa: i64| (base * dias * tasa + 5_000_000) / 10_000_000;
        prop_assert_eq!(salida.figuras[0], producto(11_731, dias(30 - inc), 2_040_000));
        prop_assert_eq!(salida.figuras[10], producto(sbc, dias(30 - inc - aus), 100_000));
        prop_assert_eq!(salida.figuras[11], producto(sbc, dias(30 - aus), 200_000));
    }

    /// Speaking or silent, the figures are the same, and the tree's root is the total.
    #[test]
    fn la_memoria_no_cambia_la_cifra(sbc in 31_504_i64..400_000, cuota in 20_000_i64..60_000) {
        let calculo = calculo(&rango("2026-01-01", "2026-02-28"), Area::General);
        let mut uno = renglon("2026-01-10", "2026-02-20", sbc);
        uno.cuota_diaria = Some(Importe::de_centavos(cuota));
        let trabajador = de(vec![uno]);
        let mut voz = Voz::default();
        let hablado = calculo.trabajador(&trabajador, &mut voz);
        prop_assert_eq!(&hablado.importes, &calculo.trabajador(&trabajador, &mut Silencio).importes);
        let total = hablado.importes.unwrap().total.to_string();
        prop_assert_eq!(&voz.pasos[0].importe, &total);
        let absorbe = cuota <= 31_504;
        prop_assert_eq!(voz.pasos.len(), 1 + usize::from(absorbe));
    }
}
