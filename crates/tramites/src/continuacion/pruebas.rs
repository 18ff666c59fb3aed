//! Golden figures of the dossier (§3.2), and what must hold for any salary.

use super::*;
use crate::guion::Respuestas;
use chrono::NaiveDate;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::incorporacion::Procede;
use ventanilla_reglas::politica::{Politica, Politicas};

const ANIOS: std::ops::RangeInclusive<i32> = 2027..=2030;

pub(super) fn hoy() -> NaiveDate {
    dia("2026-11-22")
}

pub(super) fn dia(texto: &str) -> NaiveDate {
    texto.parse().expect("fecha")
}

pub(super) fn hoja(datos: &[(&str, &str)]) -> Escrito {
    let mut respuestas = Respuestas::default();
    for (ruta, texto) in datos {
        respuestas.poner(*ruta, *texto);
    }
    leer(&respuestas, ANIOS)
}

pub(super) fn en_cuenta(datos: &[(&str, &str)], cuando: &str) -> Cuenta {
    let cuenta = cuenta(&Normativa::publicada(), &hoja(datos), dia(cuando));
    cuenta.expect("se puede calcular").expect("hay con qué")
}

fn pesos(importe: Importe) -> String {
    importe.to_string()
}

fn cotizador<'a>(normativa: &'a Normativa, politicas: &'a Politicas) -> Cotizador<'a> {
    Cotizador {
        normativa,
        area: ventanilla_reglas::cuotas::Area::General,
        ultimo_sbc: None,
        politicas,
    }
}

#[test]
fn the_cap_of_2026_by_the_days_of_each_month() {
    let cuenta = en_cuenta(&[("ultimo_sbc", "2,932.75")], "2026-11-22");
    assert_eq!(pesos(cuenta.este_mes.mes.total), "12702.91");
    assert_eq!(cuenta.este_mes.mes.porcentaje, "14.438");
    assert_eq!(cuenta.limites.veces(cuenta.este_mes.mes.sbc), "25.00");
    let meses: Vec<_> = cuenta.anio.iter().map(|m| m.parte.as_ref().expect("mes")).collect();
    assert_eq!(meses.len(), 12);
    // January has the UMA of the year before: its own cap
    assert!(meses[0].al_tope && meses[1..].iter().all(|m| !m.al_tope));
    assert_eq!(pesos(meses[0].mes.total), "12659.74");
    assert_eq!(pesos(meses[1].mes.total), "11856.06");
    assert_eq!(pesos(meses[2].mes.total), "13126.35");
    assert_eq!(cuenta.total_del_anio().map(pesos).as_deref(), Some("154085.54"));
}

#[test]
fn each_insurance_of_the_cap() {
    let cuenta = en_cuenta(&[("ultimo_sbc", "2932.75")], "2026-04-10");
    let importes: Vec<String> = cuenta.ramas().iter().map(|r| pesos(r.1)).collect();
    assert_eq!(
        importes,
        ["923.82", "329.93", "1539.69", "549.89", "1759.65", "6610.13", "989.80"]
    );
    let suma: Importe = cuenta.ramas().iter().map(|r| r.1).sum();
    assert_eq!(suma, cuenta.este_mes.mes.total);
}

#[test]
fn several_salaries_of_2026() {
    for (sbc, de_30, de_31) in [
        ("315.04", "952.21", "983.95"),
        ("351.93", "1367.36", "1412.94"),
        ("469.24", "1905.77", "1969.31"),
        ("586.55", "2540.59", "2625.26"),
        ("1173.10", "5081.17", "5250.54"),
    ] {
        let cuenta = en_cuenta(&[("ultimo_sbc", sbc)], "2026-11-22");
        assert_eq!(pesos(cuenta.este_mes.mes.total), de_30, "{sbc}");
        assert_eq!(pesos(cuenta.despues[0].mes.total), de_31, "{sbc}");
    }
}

#[test]
fn the_caps_and_floors_of_other_years_and_of_the_border() {
    for (sbc, area, cuando, esperado) in [
        ("2714.25", "general", "2024-11-10", "9979.75"),
        ("2828.50", "general", "2025-11-10", "11325.60"),
        ("278.80", "general", "2025-11-10", "842.69"),
        ("440.87", "zlfn", "2026-11-10", "1332.52"),
        ("374.89", "zlfn", "2024-11-10", "1133.11"),
    ] {
        let cuenta = en_cuenta(&[("ultimo_sbc", sbc), ("area", area)], cuando);
        assert_eq!(pesos(cuenta.este_mes.mes.total), esperado, "{sbc} en {cuando}");
    }
}

#[test]
fn a_last_salary_below_the_minimum_wage_is_raised_to_it() {
    let cuenta = en_cuenta(&[("ultimo_sbc", "278.80")], "2026-11-22");
    assert_eq!(pesos(cuenta.este_mes.mes.sbc), "315.04");
    assert_eq!(pesos(cuenta.este_mes.mes.total), "952.21");
    assert!(cuenta.hallazgos.iter().any(|h| h.codigo == "incorporacion.piso"));
}

#[test]
fn a_day_that_the_tables_do_not_cover_has_no_figure_and_says_which_table() {
    let error = cuenta(
        &Normativa::publicada(),
        &hoja(&[("ultimo_sbc", "800")]),
        dia("2027-01-10"),
    );
    let hallazgos = error.expect_err("no hay salario mínimo de 2027");
    assert_eq!(hallazgos[0].codigo, "normativa.fuera_de_vigencia");
    assert!(!["sbc", "ultimo_sbc"].contains(&hallazgos[0].campo.as_str()));
    assert!(
        hallazgos[0].mensaje.contains("Salario mínimo"),
        "{}",
        hallazgos[0].mensaje
    );
}

#[test]
fn from_today_the_first_payment_is_what_is_left_of_the_month() {
    let cuenta = en_cuenta(&[("ultimo_sbc", "800")], "2026-11-22");
    assert_eq!(cuenta.dias_del_inicio(), Some((dia("2026-11-22"), dia("2026-11-30"))));
    let inicio = cuenta.inicio.as_ref().expect("inicio");
    assert_eq!((inicio.len(), inicio[0].mes.dias), (1, 9));
    // then December, and no further: the wage of 2027 is not published
    assert_eq!(cuenta.despues.len(), 1);
    assert_eq!(cuenta.despues[0].pago.vence.0, dia("2026-12-17"));
    assert!(cuenta.hasta_aqui.is_some_and(|m| m.contains("Salario mínimo")));
    let fin = cuenta.terminacion.expect("terminación");
    assert_eq!(fin.sin_pago_hasta.0, dia("2027-01-31"));
    assert_eq!(fin.reingreso_hasta.0, dia("2028-01-31"));
}

#[test]
fn from_the_baja_every_month_is_paid_and_those_of_a_lower_cap_on_their_own() {
    let datos = [
        ("ultimo_sbc", "523.40"),
        ("sbc", "2,900.00"),
        ("inicio", "baja"),
        ("fecha_baja", "20/11/2025"),
    ];
    let cuenta = en_cuenta(&datos, "2026-11-22");
    let inicio = cuenta.inicio.as_ref().expect("inicio");
    assert_eq!(cuenta.dias_del_inicio(), Some((dia("2025-11-21"), dia("2026-11-30"))));
    assert_eq!(inicio.len(), 13);
    let al_tope: Vec<String> = inicio
        .iter()
        .filter(|p| p.al_tope)
        .map(|p| p.mes.sbc.to_string())
        .collect();
    assert_eq!(al_tope, ["2828.50"; 3], "noviembre, diciembre y enero");
    assert_eq!(cuenta.total_del_inicio(), Some(total(inicio)));
    let anios = por_anio(inicio);
    assert_eq!(
        anios.iter().map(|a| (a.meses, a.dias)).collect::<Vec<_>>(),
        [(2, 10 + 31), (11, 334)]
    );
    assert_eq!(Some(anios.iter().map(|a| a.importe).sum()), cuenta.total_del_inicio());
}

#[test]
fn what_cannot_be_begun_says_why_and_the_month_is_computed_all_the_same() {
    let sin_fecha = en_cuenta(&[("ultimo_sbc", "800"), ("inicio", "baja")], "2026-11-22");
    assert!(sin_fecha.inicio.is_err());
    let datos = [("ultimo_sbc", "800"), ("inicio", "baja"), ("fecha_baja", "01/03/2015")];
    let antigua = en_cuenta(&datos, "2026-11-22");
    assert!(antigua.inicio.is_err_and(|m| m.contains("no se puede cotizar")));
    let falta = hoja(&datos[..2]).errores;
    assert_eq!(falta["fecha_baja"], "Para empezar desde la baja hace falta su fecha.");
}

#[test]
fn nothing_is_computed_without_the_last_salary_or_with_what_cannot_be_read() {
    let normativa = Normativa::publicada();
    for datos in [
        vec![],
        vec![("sbc", "900")],
        vec![("ultimo_sbc", "800"), ("sbc", "mucho")],
        vec![("ultimo_sbc", "0")],
    ] {
        let cuenta = cuenta(&normativa, &hoja(&datos), hoy()).expect("sin error de ley");
        assert!(cuenta.is_none(), "{datos:?}");
    }
    let errores = hoja(&[("ultimo_sbc", "0"), ("sbc", "12,5"), ("fecha_baja", "31/02/2025")]).errores;
    assert_eq!(errores.keys().collect::<Vec<_>>(), ["fecha_baja", "sbc", "ultimo_sbc"]);
}

#[test]
fn the_percentages_to_2030_and_pesos_only_on_a_hypothesis() {
    let normativa = Normativa::publicada();
    assert_eq!(anios_por_suponer(&normativa, hoy()), [2027, 2028, 2029, 2030]);
    let datos = [
        ("ultimo_sbc", "2000"),
        ("hipotesis.2027.uma", "121.90"),
        ("hipotesis.2027.salario_minimo", "352.84"),
        ("hipotesis.2028.uma", "125"),
        ("hipotesis.2029.uma", "10"),
        ("hipotesis.2029.salario_minimo", "400"),
    ];
    let escrito = hoja(&datos);
    let cuenta = en_cuenta(&datos, "2026-11-22");
    let (futuros, errores) = futuro(&normativa, &escrito, &cuenta);
    let porcentajes: Vec<&str> = futuros.iter().map(|f| f.porcentaje.as_str()).collect();
    assert_eq!(porcentajes, ["15.528", "16.619", "17.709", "18.800"]);
    let costo = futuros[0].costo.as_ref().expect("2027");
    assert!(costo.hipotesis);
    // 2,000 × 30 days, each insurance rounded by itself: 15.528 % would be 9,316.80
    assert_eq!(pesos(costo.de_30), "9316.80");
    assert!(futuros[1].costo.is_none() && futuros[3].costo.is_none());
    // a UMA of ten pesos puts the salary above its cap
    assert!(futuros[2].costo.is_none() && errores["hipotesis.2029.uma"].contains("tope"));
}

#[test]
fn the_jumps_of_the_month_and_both_readings_at_the_edges() {
    let (normativa, politicas) = (Normativa::publicada(), Politicas::default());
    let todo = bandas(cotizador(&normativa, &politicas), hoy()).expect("bandas");
    let dicho = |b: &Banda| format!("{}-{} {}", b.desde, b.hasta, b.porcentaje);
    let bandas_dichas: Vec<String> = todo.bandas.iter().map(dicho).collect();
    assert_eq!(
        bandas_dichas,
        [
            "315.04-315.04 10.075",
            "315.05-353.09 12.951",
            "353.10-411.75 13.286",
            "411.76-470.40 13.538",
            "470.41-2932.75 14.438",
        ]
    );
    // what passes the minimum wage by no more than its integration; and between 3.00 and 3.01 UMA, and so on, where the
    // other reading is already in the range above
    let huecos: Vec<String> = todo
        .huecos
        .iter()
        .map(|h| format!("{} {}", dicho(&h.aqui), h.otra.porcentaje))
        .collect();
    assert_eq!(
        huecos,
        [
            "315.05-330.58 12.951 10.075",
            "351.94-353.09 12.951 13.286",
            "410.60-411.75 13.286 13.538",
            "469.25-470.40 13.538 14.438"
        ]
    );
    assert_eq!(pesos(todo.bandas[4].costo_hasta), "12702.91");
    assert!(todo.huecos[1..].iter().all(|h| h.otra.costo_desde > h.aqui.costo_desde));
    let cortadas = todo
        .desde(cotizador(&normativa, &politicas), Importe::de_centavos(50_000))
        .expect("bandas");
    assert_eq!((cortadas.bandas.len(), cortadas.huecos.len()), (1, 0));
    // 500 × 14.438 % × 30 days
    assert_eq!(
        (dicho(&cortadas.bandas[0]), pesos(cortadas.bandas[0].costo_desde)),
        ("500.00-2932.75 14.438".to_owned(), "2165.70".to_owned())
    );
    // whose last salary is between two ranges sees both readings from there on
    let en_medio = todo
        .desde(cotizador(&normativa, &politicas), Importe::de_centavos(35_250))
        .expect("bandas");
    let primero = &en_medio.huecos[0];
    assert_eq!(
        (dicho(&primero.aqui), dicho(&primero.otra)),
        ("352.50-353.09 12.951".into(), "352.50-353.09 13.286".into())
    );
}

#[test]
fn the_reading_that_decided_is_named() {
    let cuenta = en_cuenta(&[("ultimo_sbc", "352.50")], "2026-11-22");
    assert_eq!(cuenta.aplicadas, [(Politica::CeavHueco, "sua")]);
    let otra = en_cuenta(
        &[("ultimo_sbc", "352.50"), ("politicas.ceav_hueco", "superior")],
        "2026-11-22",
    );
    assert_eq!(otra.este_mes.mes.porcentaje, "13.286");
}

#[test]
fn whether_it_can_be_asked_for() {
    let normativa = Normativa::publicada();
    let de = |datos: &[(&str, &str)]| procedencia(&normativa, &hoja(datos), hoy());
    assert_eq!(de(&[]), Ok(None));
    let procede = |datos: &[(&str, &str)]| de(datos).expect("situación").expect("baja").procede;
    assert_eq!(procede(&[("fecha_baja", "01/05/2024"), ("semanas", "80")]), Procede::Si);
    assert_eq!(procede(&[("fecha_baja", "01/05/2024")]), Procede::ConReserva);
    assert_eq!(procede(&[("fecha_baja", "01/05/2024"), ("semanas", "40")]), Procede::No);
    assert_eq!(procede(&[("fecha_baja", "01/05/2020"), ("semanas", "80")]), Procede::No);
    let futura = de(&[("fecha_baja", "01/05/2027")]).expect_err("futura");
    assert_eq!(futura[0].campo, "fecha_baja");
}

#[test]
fn every_figure_is_explained_by_a_tree_that_ends_in_it() {
    let normativa = Normativa::publicada();
    let datos = [
        ("ultimo_sbc", "2,900.00"),
        ("inicio", "baja"),
        ("fecha_baja", "20/11/2025"),
    ];
    let (escrito, cuenta) = (hoja(&datos), en_cuenta(&datos, "2026-11-22"));
    let nodos = explicar(&normativa, &escrito, hoy(), Cifra::Inicio);
    assert_eq!(nodos.len(), 1);
    assert_eq!(nodos[0].importe, pesos(cuenta.total_del_inicio().expect("inicio")));
    assert_eq!(nodos[0].hijos.len(), 13);
    let mes = &cuenta.este_mes.mes;
    let nodos = explicar(&normativa, &escrito, hoy(), Cifra::Dias(mes.desde.0, mes.hasta.0));
    assert_eq!(nodos[0].importe, pesos(mes.total));
    assert_eq!(nodos[0].hijos.len(), 7);
    assert!(
        explicar(&normativa, &escrito, hoy(), Cifra::Futura(2027, 4)).is_empty(),
        "nada se supuso"
    );
    let datos = [
        ("ultimo_sbc", "2000"),
        ("hipotesis.2027.uma", "121.90"),
        ("hipotesis.2027.salario_minimo", "352.84"),
    ];
    let nodos = explicar(&normativa, &hoja(&datos), hoy(), Cifra::Futura(2027, 4));
    assert_eq!(nodos[0].importe, "9316.80");
}

#[test]
fn the_rows_of_the_spreadsheet() {
    let datos = [
        ("ultimo_sbc", "2932.75"),
        ("inicio", "baja"),
        ("fecha_baja", "14/09/2026"),
    ];
    let cuenta = en_cuenta(&datos, "2026-11-22");
    let filas = filas(&cuenta);
    assert_eq!(filas.len(), 3 + 1 + 1 + 1 + 12 + 1);
    assert_eq!(
        filas[0][..5],
        ["Para empezar", "2026-09-15", "2026-09-30", "2026-09-17", "16"]
    );
    assert_eq!(filas[3][16], pesos(cuenta.total_del_inicio().expect("inicio")));
    assert_eq!(filas[18][0], "TOTAL: Mes completo del año");
    assert_eq!((filas[18][4].as_str(), filas[18][16].as_str()), ("365", "154085.54"));
    for fila in &filas {
        let centavos = |t: &String| Importe::leer(t).expect("importe").centavos();
        let suma: i64 = fila[9..16].iter().map(centavos).sum();
        assert_eq!(suma, centavos(&fila[16]), "{fila:?}");
    }
}

#[test]
fn the_example_computes_and_the_application_begins_with_it() {
    let normativa = Normativa::publicada();
    let escrito = leer(&ejemplo(hoy()), ANIOS);
    assert!(escrito.errores.is_empty());
    let cuenta = cuenta(&normativa, &escrito, hoy()).expect("cuenta").expect("cuenta");
    assert_eq!(cuenta.inicio.as_ref().map(Vec::len), Ok(19));
    let respuestas = solicitud(&escrito, &cuenta);
    for (ruta, texto) in [
        ("opcion.modalidad", "40"),
        ("opcion.ultimo_sbc", "523.40"),
        ("opcion.base", "salario"),
        ("opcion.sbc", "1200.00"),
        ("opcion.area", "general"),
        ("opcion.inicio", "baja"),
        ("situacion.hubo_baja", "si"),
        ("situacion.fecha_baja", "22/05/2025"),
        ("situacion.semanas_ultimos_5", "210"),
    ] {
        assert_eq!(respuestas.texto(ruta), texto, "{ruta}");
    }
}

/// Who chooses the cap asks for that of each month: a month with an older UMA has a lower one (LSS 28).
#[test]
fn at_the_cap_the_application_asks_for_that_of_each_month() {
    let mut hoja = ejemplo(hoy());
    hoja.poner("sbc", "2932.75");
    let escrito = leer(&hoja, ANIOS);
    let cuenta = cuenta(&Normativa::publicada(), &escrito, hoy())
        .expect("cuenta")
        .expect("cuenta");
    let respuestas = solicitud(&escrito, &cuenta);
    assert_eq!(respuestas.texto("opcion.base"), "tope");
    assert_eq!(respuestas.texto("opcion.sbc"), "");
}

#[test]
fn both_ends_of_the_slider_are_exact() {
    let entre = |a, b| Deslizador::entre(Importe::de_centavos(a), Importe::de_centavos(b));
    let comun = entre(31_504, 293_275);
    assert_eq!(comun.ultima(), 263);
    assert_eq!(
        (comun.salario(0), comun.salario(1)),
        (Importe::de_centavos(31_504), Importe::de_centavos(32_000))
    );
    assert_eq!(comun.salario(262), Importe::de_centavos(293_000));
    assert_eq!(comun.salario(263), Importe::de_centavos(293_275));
    assert_eq!(entre(5_000, 5_000).ultima(), 0);
    assert_eq!(
        (entre(5_000, 6_000).ultima(), entre(5_000, 6_000).salario(1)),
        (1, Importe::de_centavos(6_000))
    );
}
