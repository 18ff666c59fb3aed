//! What must hold for any quote and any profile of voluntary insurance.

#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Value, json};
use ventanilla_normativa::Normativa;
use ventanilla_reglas::operacion::ejecutar;

fn correr(operacion: &str, entrada: &Value) -> Value {
    let respuesta = ejecutar(&Normativa::publicada(), operacion, &entrada.to_string());
    serde_json::from_str(&respuesta.json).unwrap()
}

fn cotizar(entrada: Value) -> Value {
    correr("incorporacion.cotizar", &entrada)
}

fn numero(valor: &Value) -> Decimal {
    valor.as_str().unwrap_or_else(|| panic!("{valor}")).parse().unwrap()
}

fn pesos(centavos: i64) -> String {
    Decimal::new(centavos, 2).to_string()
}

/// The press quotes modalidad 40 with months of 30.4 days, which no operation computes: its percentages are checked.
#[test]
fn los_ejemplos_de_la_prensa_con_meses_de_30_4_dias() {
    // year, SBC whose band gives the rate, base of the example, published, decimals that were published
    let ejemplos = [
        ("D05", 2022, "955.68", "955.68", "2927", 0),
        ("D08", 2023, "2405.50", "2405.50", "8165.38", 2),
        ("D09", 2024, "2405.50", "2405.50", "8962.47", 2),
        ("D10", 2026, "2405.50", "2405.50", "10558.11", 2),
        ("D11", 2025, "2828.50", "2828.503289", "11476", 0),
        ("D24", 2022, "2240.50", "2240.50", "6862.20", 2),
    ];
    let dias: Decimal = "30.4".parse().unwrap();
    for (cual, anio, sbc, base, publicado, decimales) in ejemplos {
        let salida = cotizar(json!({"modalidad": "40", "anio": anio, "mes": 4, "sbc": sbc}));
        let tasa = numero(&salida["por_mes"][0]["porcentaje"]);
        let importe = base.parse::<Decimal>().unwrap() * dias * tasa / Decimal::ONE_HUNDRED;
        let modo = if decimales == 0 {
            RoundingStrategy::ToZero
        } else {
            RoundingStrategy::MidpointAwayFromZero
        };
        let redondo = importe.round_dp_with_strategy(decimales, modo);
        assert_eq!(redondo, publicado.parse::<Decimal>().unwrap(), "{cual}: {importe}");
    }
    // D25: only the employer's CEAV of 2023 on 4.01 UMA of 2022 and 30.4 days
    let salida = cotizar(json!({"modalidad": "40", "anio": 2023, "mes": 1, "sbc": "385.84"}));
    let ceav = numero(&salida["por_mes"][0]["porcentaje"]) - "6.925".parse::<Decimal>().unwrap();
    assert_eq!(ceav.to_string(), "4.241");
    let mensual: Decimal = "11729.61".parse().unwrap();
    assert_eq!(
        (mensual * ceav / Decimal::ONE_HUNDRED).round_dp(2).to_string(),
        "497.45"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    /// (a) The total is the percentage on the base and the days, but for the rounding of each of its seven figures.
    #[test]
    fn la_modalidad_40_es_su_porcentaje(centavos in 44_087..293_275_i64, mes in 2..=12_u32) {
        let salida = cotizar(json!({"modalidad": "40", "anio": 2026, "mes": mes, "sbc": pesos(centavos)}));
        let de_mes = &salida["por_mes"][0];
        let exacto = numero(&de_mes["sbc"]) * Decimal::from(de_mes["dias"].as_u64().unwrap())
            * numero(&de_mes["porcentaje"]) / Decimal::ONE_HUNDRED;
        let diferencia = (exacto - numero(&salida["total"])).abs();
        prop_assert!(diferencia <= Decimal::new(4, 2), "{diferencia}");
    }

    /// Months of a range add up, and are the same ones that are asked for alone.
    #[test]
    fn el_retroactivo_es_la_suma_de_sus_meses(centavos in 31_504..282_850_i64, meses in 1..14_u32) {
        let hasta = chrono::NaiveDate::from_ymd_opt(2025, 11, 1).unwrap() + chrono::Months::new(meses) - chrono::Days::new(1);
        let salida = cotizar(json!({
            "modalidad": "40", "desde": "2025-11-01", "hasta": hasta.to_string(), "sbc": pesos(centavos)
        }));
        let lista = salida["por_mes"].as_array().unwrap();
        prop_assert_eq!(lista.len(), meses as usize);
        let suma: Decimal = lista.iter().map(|m| numero(&m["total"])).sum();
        prop_assert_eq!(suma, numero(&salida["total"]));
        let pagado: Decimal = salida["pagos"].as_array().unwrap().iter().map(|p| numero(&p["importe"])).sum();
        prop_assert_eq!(suma, pagado);
        let ultimo = lista.last().unwrap();
        let (anio, mes) = ultimo["mes"].as_str().unwrap().split_once('-').unwrap();
        let solo = cotizar(json!({
            "modalidad": "40", "anio": anio.parse::<i32>().unwrap(), "mes": mes.parse::<u32>().unwrap(), "sbc": pesos(centavos)
        }));
        prop_assert_eq!(&solo["por_mes"][0]["total"], &ultimo["total"]);
    }

    /// (b) A year is its twelve months, and its bimestres; (g) a renewal has effect on the day after the end.
    #[test]
    fn la_anualidad_es_la_suma_de_sus_meses_y_de_sus_bimestres(
        anio in 2017..=2026_i32, mes in 1..=12_u32, cual in prop::sample::select(vec!["35", "43", "44"]),
    ) {
        let inicio = format!("{anio}-{mes:02}-01");
        let anual = cotizar(json!({"modalidad": cual, "inicio": inicio}));
        let bimestral = cotizar(json!({"modalidad": cual, "inicio": inicio, "periodicidad": "bimestral"}));
        let suma = |salida: &Value, lista: &str, clave: &str| -> Decimal {
            salida[lista].as_array().unwrap().iter().map(|m| numero(&m[clave])).sum()
        };
        prop_assert_eq!(anual["por_mes"].as_array().unwrap().len(), 12);
        prop_assert_eq!(suma(&anual, "por_mes", "total"), numero(&anual["total"]));
        prop_assert_eq!(suma(&bimestral, "pagos", "importe"), numero(&anual["total"]));
        prop_assert_eq!(anual["pagos"].as_array().unwrap().len(), 1);
        prop_assert!((6..=7).contains(&bimestral["pagos"].as_array().unwrap().len()));
        let dia = |texto: &Value| texto.as_str().unwrap().parse::<chrono::NaiveDate>().unwrap();
        let renovacion = &anual["renovacion"];
        prop_assert_eq!(dia(&anual["cobertura"]["hasta"]).succ_opt().unwrap(), dia(&renovacion["efecto_desde"]));
        prop_assert_eq!(&renovacion["hasta"], &anual["cobertura"]["hasta"]);
        prop_assert_eq!((dia(&renovacion["hasta"]) - dia(&renovacion["desde"])).num_days(), 30);
        prop_assert_eq!((dia(&renovacion["extemporanea_hasta"]) - dia(&renovacion["hasta"])).num_days(), 30);
    }

    /// (c) At the minimum wage nothing exceeds three UMA; (d) more income or more risk never costs less; (e) the base is
    /// between the wage and 25 UMA.
    #[test]
    fn la_persona_independiente_nunca_paga_menos_por_ganar_mas(
        ingreso in 1..20_000_000_i64, mas in 0..1_000_000_i64, mes in 2..=12_u32, zlfn in any::<bool>(),
    ) {
        let area = if zlfn { "zlfn" } else { "general" };
        let pagar = |centavos: i64, clase: &str| cotizar(json!({
            "modalidad": "pti", "anio": 2026, "mes": mes, "ingreso_mensual": pesos(centavos), "clase": clase, "area": area
        }));
        let (una, otra) = (pagar(ingreso, "I"), pagar(ingreso + mas, "I"));
        prop_assert!(numero(&una["total"]) <= numero(&otra["total"]), "{} {}", una["total"], otra["total"]);
        let clases = ["I", "II", "III", "IV", "V"].map(|clase| numero(&pagar(ingreso, clase)["total"]));
        prop_assert!(clases.windows(2).all(|par| par[0] < par[1]), "{clases:?}");
        let de_mes = &una["por_mes"][0];
        let (base, minimo) = (numero(&de_mes["sbc"]), numero(&de_mes["salario_minimo"]));
        prop_assert!(minimo <= base && base <= numero(&de_mes["uma"]) * Decimal::from(25));
        if base == minimo && !zlfn {
            prop_assert_eq!(&una["ramas"]["excedente_patron"], "0.00");
        }
        let ramas: Decimal = una["ramas"].as_object().unwrap().values().map(numero).sum();
        prop_assert_eq!(ramas, numero(&una["total"]));
    }

    /// (f) The seguro de salud para la familia is the sum of its people, in any order.
    #[test]
    fn el_seguro_familiar_es_la_suma_de_las_personas(edades in prop::collection::vec(0..=120_u32, 1..12)) {
        let salida = cotizar(json!({"modalidad": "33", "inicio": "2025-03-01", "edades": edades}));
        let sola = |edad: u32| {
            let una = cotizar(json!({"modalidad": "33", "inicio": "2025-03-01", "edades": [edad]}));
            numero(&una["total"])
        };
        let suma: Decimal = edades.iter().copied().map(sola).sum();
        prop_assert_eq!(suma, numero(&salida["total"]));
    }

    /// Any profile is answered whole: every modality, and what is recommended applies.
    #[test]
    fn cualquier_perfil_se_contesta(
        actividad in prop::option::of(prop::sample::select(vec![
            "independiente", "campo", "patron_persona_fisica", "hogar_regular", "hogar_ocasional", "plataforma", "canero",
            "servidor_publico", "estudiante", "ninguna",
        ])),
        empleo in any::<bool>(),
        pension in prop::sample::select(vec!["ninguna", "invalidez", "cesantia_vejez"]),
        regimen in prop::sample::select(vec!["ninguno", "issste", "pension_propia"]),
        baja in prop::option::of(0..20_000_i64),
        vencimiento in prop::option::of(-800..8_000_i64),
        semanas in prop::option::of(0..300_u32),
        preexistencia in any::<bool>(),
        previa in prop::option::of(prop::sample::select(vec!["pti", "40", "33", "44", "34", "hogar", "32"])),
        dia in 400..4200_i64,
    ) {
        let inicio = chrono::NaiveDate::from_ymd_opt(2016, 1, 1).unwrap();
        let fecha = inicio + chrono::Duration::days(dia);
        let mut perfil = json!({
            "relacion_laboral_vigente": empleo, "pension": pension, "otro_regimen": regimen,
            "preexistencias": if preexistencia { json!(["PX-05"]) } else { json!([]) },
        });
        if let Some(actividad) = actividad { perfil["actividad"] = actividad.into(); }
        if let Some(previa) = previa { perfil["modalidad_previa"] = previa.into(); }
        if let Some(semanas) = semanas { perfil["semanas_ultimos_5"] = semanas.into(); perfil["semanas_previas"] = semanas.into(); }
        if let Some(antes) = baja {
            perfil["fecha_baja"] = (fecha - chrono::Duration::days(antes)).to_string().into();
        }
        if let Some(antes) = vencimiento {
            perfil["vencimiento_previo"] = (fecha - chrono::Duration::days(antes)).to_string().into();
        }
        let salida = correr("incorporacion.elegibilidad", &json!({"fecha": fecha.to_string(), "perfil": perfil}));
        // Which condition was declared is health data: it leaves no trace.
        prop_assert!(!salida.to_string().contains("PX-05") && !salida.to_string().contains("renal"));
        let opciones = salida["opciones"].as_array().unwrap_or_else(|| panic!("{salida}"));
        prop_assert_eq!(opciones.len(), 12);
        let modalidades: std::collections::BTreeSet<&str> = opciones.iter().map(|o| o["modalidad"].as_str().unwrap()).collect();
        prop_assert_eq!(modalidades.len(), 12);
        for opcion in opciones {
            prop_assert!(!opcion["motivo"].as_str().unwrap().contains('…'), "{}", opcion);
            prop_assert!(!opcion["fundamento"].as_array().unwrap().is_empty());
            // A condition is never why the answer is no.
            if opcion["codigo"].as_str().unwrap().contains("preexistencia") {
                prop_assert_eq!(&opcion["procede"], "con_reserva");
            }
        }
        for hallazgo in salida["hallazgos"].as_array().unwrap() {
            prop_assert!(!hallazgo["mensaje"].as_str().unwrap().contains('…'), "{}", hallazgo);
        }
        if let Some(recomendada) = salida["recomendada"].as_str() {
            let ella = opciones.iter().find(|o| o["modalidad"] == recomendada).unwrap();
            prop_assert!(ella["procede"] != "no");
            prop_assert!(!["35", "43", "44", "34", "38"].contains(&recomendada));
        }
    }

    /// Hostile amounts and dates give findings, never a panic.
    #[test]
    fn lo_absurdo_da_hallazgos(
        anio in prop::sample::select(vec![-2_147_483_648_i32, -1, 0, 1, 1900, 2015, 2016, 2026, 2199, 2200, 9999, 2_147_483_647]),
        mes in prop::sample::select(vec![0_u32, 1, 2, 12, 13, 4_294_967_295]),
        importe in prop::sample::select(vec!["0.00", "0.01", "315.04", "9999999999.99"]),
        uma in prop::sample::select(vec!["0.00", "0.01", "117.31", "100000.00", "100000.01", "9999999999.99"]),
        dia in prop::sample::select(vec!["1900-01-01", "2016-01-28", "2016-02-01", "2026-12-01", "2199-12-31", "2199-12-01"]),
        dias in prop::sample::select(vec![0_u32, 1, 31, 4_294_967_295]),
        modalidad in prop::sample::select(vec!["40", "pti", "hogar", "44", "34", "33", "42", "32"]),
    ) {
        let mut entrada = json!({
            "modalidad": modalidad, "memoria": true, "hipotesis": {"uma": uma, "salario_minimo": importe}
        });
        let propios = match modalidad {
            "40" if dias == 31 => json!({"desde": dia, "hasta": "2199-12-31", "sbc": importe}),
            "40" => json!({"anio": anio, "mes": mes, "sbc": importe}),
            "pti" => json!({"anio": anio, "mes": mes, "ingreso_mensual": importe, "clase": "V", "periodicidad": "anual"}),
            "hogar" => json!({"anio": anio, "mes": mes, "salario_diario": importe, "dias": dias}),
            "44" => json!({"inicio": dia, "periodicidad": "bimestral"}),
            "34" => json!({"inicio": dia, "sbc": importe, "meses": dias}),
            "33" => json!({"inicio": dia, "edades": [dias, 30]}),
            _ => json!({}),
        };
        for (clave, valor) in propios.as_object().unwrap() {
            entrada[clave] = valor.clone();
        }
        let salida = cotizar(entrada);
        for hallazgo in salida["hallazgos"].as_array().unwrap() {
            prop_assert!(!hallazgo["mensaje"].as_str().unwrap().contains('…'), "{}", hallazgo);
        }
        let perfil = json!({"fecha_baja": dia, "vencimiento_previo": dia, "modalidad_previa": "33", "grupo": dias});
        let salida = correr("incorporacion.elegibilidad", &json!({"fecha": "2199-12-31", "perfil": perfil}));
        prop_assert!(salida["hallazgos"].is_array());
    }
}
