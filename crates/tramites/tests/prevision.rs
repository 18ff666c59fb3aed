//! The payroll sheet: from typed text to figures, with every finding on its cell.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use proptest::prelude::*;
use std::sync::Arc;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::importe::Importe;
use ventanilla_tramites::prevision::{
    Ajuste, ClaseDePeriodo, DatosDelPeriodo, ErrorDeDocumento, Escenario, FORMATO, Hoja, Lote, OrigenDePrima,
    Preparada, Vinculos, exportar, exportar_filas, importar, movimiento, nomina_de_ejemplo, trabajador,
};

fn fila(celdas: &[&str]) -> Vec<String> {
    celdas.iter().map(|c| (*c).to_owned()).collect()
}

fn normativa() -> Arc<Normativa> {
    Arc::new(Normativa::publicada())
}

/// Case L1 of the ecosystem dossier, typed as an employer would.
fn l1() -> Escenario {
    let mut e = nomina_de_ejemplo();
    e.patron.origen_de_prima = OrigenDePrima::Clase;
    e.patron.clase = "II".to_owned();
    e.trabajadores = vec![
        fila(&["99189800040", "Hugo Demostración Ficticio", "", "315.04", "1"]),
        fila(&[
            "99210100055",
            "Elvira Ensayo Modelo",
            "",
            "520.00",
            "1",
            "",
            "",
            "",
            "2",
        ]),
        fila(&["99129200038", "Lucía Muestra Demo", "3,500.00", "$3,400.00"]),
    ];
    e.movimientos.clear();
    e.percepciones.clear();
    e
}

fn computar(e: &Escenario, ajuste: Ajuste) -> (Preparada, Lote) {
    let preparada = Preparada::nueva(&normativa(), e, ajuste).unwrap_or_else(|h| panic!("{h:?}"));
    let vinculos = Vinculos::nuevos(e);
    let mut lote = Lote::default();
    while !lote.avanzar(&preparada, e, &vinculos, 2) {}
    (preparada, lote)
}

fn total(e: &Escenario) -> String {
    computar(e, Ajuste::default()).1.totales.importes.total.to_string()
}

#[test]
fn l1_como_se_teclea() {
    let (preparada, lote) = computar(&l1(), Ajuste::default());
    let importes = lote.totales.importes;
    assert_eq!(importes.total.to_string(), "11591.15");
    assert_eq!(importes.patronal.to_string(), "9777.95");
    assert_eq!(importes.obrera.to_string(), "1813.20");
    assert_eq!(importes.obrera_a_cargo_del_patron.to_string(), "128.10");
    assert_eq!(lote.filas[0].sbc_calculado.unwrap().to_string(), "330.58");
    assert_eq!(preparada.pagos[0].vence.to_string(), "2026-11-17");
}

#[test]
fn las_faltas_con_fecha_dan_lo_mismo_que_sin_ella() {
    let mut e = l1();
    e.trabajadores[1].truncate(5);
    e.movimientos = vec![fila(&["elvira ensayo modelo", "Falta", "12/10/2026", "2"])];
    assert_eq!(total(&e), "11591.15");
}

#[test]
fn el_bimestre_completo_es_la_suma_de_sus_partes() {
    let mut e = l1();
    e.trabajadores[1].truncate(5);
    let en = |clase, numero| {
        let mut e = e.clone();
        e.periodo = DatosDelPeriodo {
            clase,
            anio: 2026,
            numero,
        };
        computar(&e, Ajuste::default()).1.totales
    };
    let partes = [
        en(ClaseDePeriodo::Mes, 9),
        en(ClaseDePeriodo::Mes, 10),
        en(ClaseDePeriodo::Bimestre, 5),
    ];
    let completo = en(ClaseDePeriodo::Completo, 5);
    let suma: Importe = partes.iter().map(|t| t.importes.total).sum();
    assert_eq!(completo.importes.total, suma);
    assert_eq!(completo.dias, 3 * 61, "los días se cuentan una vez");
}

/// In a whole bimestre, what one of its months does not have is in the other: nothing was left out.
#[test]
fn en_el_bimestre_completo_una_falta_no_queda_fuera() {
    let mut e = l1();
    e.trabajadores[1].truncate(5);
    e.movimientos = vec![fila(&["elvira ensayo modelo", "Falta", "05/10/2026", "2"])];
    let fuera = |e: &Escenario| {
        let filas = computar(e, Ajuste::default()).1.filas;
        let marcas = filas.iter().flat_map(|f| &f.marcas);
        marcas
            .filter(|m| m.hallazgo.codigo == "cuotas.incidencia_fuera")
            .count()
    };
    (e.periodo.clase, e.periodo.numero) = (ClaseDePeriodo::Completo, 5);
    assert_eq!(fuera(&e), 0);
    // and one that ends after the bimestre is told, once
    e.movimientos = vec![fila(&["elvira ensayo modelo", "Falta", "30/10/2026", "4"])];
    assert_eq!(fuera(&e), 1);
}

#[test]
fn cada_error_cae_en_su_celda_y_no_detiene_a_los_demas() {
    let mut e = l1();
    e.trabajadores.extend([
        fila(&["", "Sin salario"]),
        fila(&["", "Coma decimal", "1.234,56"]),
        fila(&["", "Fecha rara", "400", "380", "", "31/02/2026"]),
        fila(&["", "Baja antes", "400", "380", "", "2026-10-20", "2026-10-05"]),
        fila(&["99129200037", "NSS mal", "400", "380"]),
        fila(&["", "Semana", "400", "380", "", "", "", "", "", "9"]),
        vec![],
    ]);
    e.movimientos = vec![
        fila(&["Nadie", "baja", "2026-10-10"]),
        fila(&["NSS mal", "incapacidad", "", "3"]),
        fila(&["Hugo Demostración Ficticio", "vacaciones", "2026-10-10"]),
    ];
    let (_, lote) = computar(&e, Ajuste::default());
    let marcas: Vec<(Hoja, usize, usize, &str)> = lote
        .filas
        .iter()
        .flat_map(|f| &f.marcas)
        .map(|m| (m.hoja, m.fila, m.columna, m.hallazgo.codigo))
        .collect();
    for esperada in [
        (Hoja::Trabajadores, 3, trabajador::SBC, "prevision.sbc_falta"),
        (Hoja::Trabajadores, 4, trabajador::SBC, "prevision.dato"),
        (Hoja::Trabajadores, 5, trabajador::ALTA, "prevision.dato"),
        (Hoja::Trabajadores, 6, trabajador::BAJA, "prevision.baja_antes"),
        (Hoja::Trabajadores, 8, trabajador::SEMANA, "cuotas.semana"),
        (Hoja::Movimientos, 1, movimiento::FECHA, "prevision.incompleto"),
        (Hoja::Movimientos, 2, movimiento::TIPO, "prevision.opcion"),
    ] {
        assert!(marcas.contains(&esperada), "falta {esperada:?} en {marcas:?}");
    }
    let sueltos = Vinculos::nuevos(&e).sueltos(&e.trabajadores);
    assert_eq!(sueltos.len(), 1);
    assert_eq!(
        (sueltos[0].fila, sueltos[0].hallazgo.codigo),
        (0, "prevision.sin_trabajador")
    );
    // Elvira and Lucía are computed all the same.
    assert_eq!(lote.totales.contados, 2);
    assert_eq!(lote.totales.con_error, 7);
}

#[test]
fn los_dias_sin_fecha_se_rechazan_donde_importan() {
    let mut e = l1();
    e.periodo = DatosDelPeriodo {
        clase: ClaseDePeriodo::Bimestre,
        anio: 2026,
        numero: 1,
    };
    let (_, lote) = computar(&e, Ajuste::default());
    let marca = &lote.filas[1].marcas[0];
    assert_eq!(
        (marca.columna, marca.hallazgo.codigo),
        (trabajador::AUSENTISMO, "prevision.dias_sin_fecha")
    );
}

#[test]
fn la_prima_sale_de_donde_se_diga() {
    let mut e = l1();
    for (origen, prima, fraccion, esperado) in [
        (OrigenDePrima::Prima, "1.13065 %", "", "11591.15"),
        (OrigenDePrima::Fraccion, "", "871", "11591.15"),
        (OrigenDePrima::Clase, "", "", "11591.15"),
    ] {
        e.patron.origen_de_prima = origen;
        e.patron.prima = prima.to_owned();
        e.patron.fraccion = fraccion.to_owned();
        assert_eq!(total(&e), esperado, "{origen:?}");
    }
    for (origen, prima, fraccion, codigo) in [
        (OrigenDePrima::Prima, "", "", "prevision.prima"),
        (OrigenDePrima::Prima, "0,5", "", "prevision.prima"),
        (OrigenDePrima::Fraccion, "", "999", "prevision.fraccion"),
    ] {
        e.patron.origen_de_prima = origen;
        e.patron.prima = prima.to_owned();
        e.patron.fraccion = fraccion.to_owned();
        let hallazgos = Preparada::nueva(&normativa(), &e, Ajuste::default()).unwrap_err();
        assert!(hallazgos.iter().any(|h| h.codigo == codigo), "{hallazgos:?}");
    }
}

#[test]
fn y_si() {
    let e = l1();
    let con = |ajuste| computar(&e, ajuste).1.totales.importes;
    let base = con(Ajuste::default());
    let aumento = con(Ajuste {
        aumento: Some("10".parse().unwrap()),
        ..Ajuste::default()
    });
    assert!(aumento.total > base.total);
    // Hugo no longer earns the minimum: his part is withheld again (LSS 36).
    assert_eq!(aumento.obrera_a_cargo_del_patron, Importe::CERO);
    let prima = con(Ajuste {
        prima: ventanilla_reglas::importe::Tasa::leer("0.5"),
        ..Ajuste::default()
    });
    assert!(prima.figuras[7] < base.figuras[7]);
    assert_eq!(prima.obrera, base.obrera);
    let faltas = con(Ajuste {
        faltas: 3,
        ..Ajuste::default()
    });
    assert_eq!(faltas.figuras[0], base.figuras[0], "EyM se paga en ausentismo");
    assert!(faltas.figuras[10] < base.figuras[10]);
}

#[test]
fn rehacer_una_fila_deja_los_mismos_totales() {
    let mut e = l1();
    let (preparada, mut lote) = computar(&e, Ajuste::default());
    e.trabajadores[2][trabajador::SBC] = "900.00".to_owned();
    e.trabajadores.push(fila(&["", "Nueva", "450", "430"]));
    let vinculos = Vinculos::nuevos(&e);
    lote.rehacer(&preparada, &e, &vinculos, 2);
    lote.rehacer(&preparada, &e, &vinculos, 3);
    assert_eq!(lote.totales, computar(&e, Ajuste::default()).1.totales);
}

#[test]
fn la_explicacion_suma_lo_que_se_muestra() {
    let e = nomina_de_ejemplo();
    let (preparada, lote) = computar(&e, Ajuste::default());
    let vinculos = Vinculos::nuevos(&e);
    for (i, resultado) in lote.filas.iter().enumerate() {
        let arboles = preparada.explicar(&e, &vinculos, i);
        let suma: rust_decimal::Decimal = arboles
            .iter()
            .map(|(_, nodos)| nodos[0].importe.parse::<rust_decimal::Decimal>().unwrap())
            .sum();
        assert_eq!(suma, resultado.importes.unwrap().total.decimal(), "fila {i}");
    }
}

#[test]
fn el_json_vuelve_igual() {
    let mut e = nomina_de_ejemplo();
    assert!(e.politicas.elegir("ceav_hueco", "superior"));
    let (preparada, lote) = computar(&e, Ajuste::default());
    let texto = exportar(&e, Some(&preparada), "prueba");
    assert_eq!(importar(&texto).unwrap(), e);
    // The documents of the contract that go with it give the same total through the contract's door.
    let json: serde_json::Value = serde_json::from_str(&texto).unwrap();
    let entrada = json["entradas"][0]["entrada"].to_string();
    let salida = ventanilla_reglas::operacion::ejecutar(&Normativa::publicada(), "cuotas.periodo", &entrada);
    let salida: serde_json::Value = serde_json::from_str(&salida.json).unwrap();
    assert_eq!(salida["totales"]["total"], lote.totales.importes.total.to_string());
    let filas = exportar_filas(&e, &preparada, &lote);
    assert_eq!(filas.len(), 1 + 6 + 1);
    assert!(filas.iter().all(|f| f.len() == filas[0].len()));
}

#[test]
fn un_documento_ajeno_se_rechaza_con_su_razon() {
    assert!(matches!(importar("{"), Err(ErrorDeDocumento::Json { .. })));
    assert_eq!(importar("{\"a\":1}"), Err(ErrorDeDocumento::Ajeno));
    assert_eq!(importar("[]"), Err(ErrorDeDocumento::Ajeno));
    let nuevo = format!(
        "{{\"formato\":\"ventanilla.prevision\",\"version\":{},\"escenario\":{{}}}}",
        FORMATO + 1
    );
    assert_eq!(importar(&nuevo), Err(ErrorDeDocumento::Version(u64::from(FORMATO) + 1)));
    let malo = "{\"formato\":\"ventanilla.prevision\",\"version\":1,\"escenario\":{\"trabajadores\":7}}";
    assert!(matches!(importar(malo), Err(ErrorDeDocumento::Contenido(_))));
}

/// Every draft: what each version wrote must still load.
#[test]
fn los_borradores_de_cada_version_cargan() {
    let carpeta = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/borradores");
    let mut leidos = 0;
    for entrada in std::fs::read_dir(carpeta).unwrap() {
        let ruta = entrada.unwrap().path();
        let escenario = importar(&std::fs::read_to_string(&ruta).unwrap()).unwrap_or_else(|e| panic!("{ruta:?}: {e}"));
        let esperado = ruta
            .file_stem()
            .unwrap()
            .to_str()
            .unwrap()
            .rsplit('_')
            .next()
            .unwrap()
            .to_owned();
        assert_eq!(total(&escenario).replace('.', "-"), esperado, "{ruta:?}");
        leidos += 1;
    }
    assert!(leidos >= 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn ningun_texto_rompe_la_hoja(
        celdas in prop::collection::vec(prop::collection::vec("\\PC{0,14}", 0..12), 0..5),
        movimientos in prop::collection::vec(prop::collection::vec("\\PC{0,14}", 0..8), 0..4),
        percepciones in prop::collection::vec(prop::collection::vec("\\PC{0,14}", 0..8), 0..4),
    ) {
        let mut e = l1();
        e.trabajadores.extend(celdas);
        e.movimientos = movimientos;
        e.percepciones = percepciones;
        let (_, lote) = computar(&e, Ajuste::default());
        prop_assert!(lote.totales.contados >= 3 - lote.totales.con_error.min(3));
        for fila in &lote.filas {
            prop_assert!(fila.vacia || fila.importes.is_some() || fila.marcas.iter().any(|m| m.hallazgo.es_error()));
        }
    }

    #[test]
    fn el_orden_de_los_movimientos_no_importa(dia in 2_u32..=30, otro in 2_u32..=30, dias in 1_u32..4) {
        prop_assume!(dia != otro);
        let mut e = l1();
        e.movimientos = vec![
            fila(&["99210100055", "modificacion", &format!("2026-10-{dia:02}"), "", "600.00", "570.00"]),
            fila(&["99210100055", "incapacidad", &format!("2026-10-{otro:02}"), &dias.to_string()]),
        ];
        e.trabajadores[1].truncate(5);
        let uno = total(&e);
        e.movimientos.reverse();
        prop_assert_eq!(uno, total(&e));
    }
}
