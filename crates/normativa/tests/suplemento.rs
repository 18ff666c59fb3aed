//! The suplemento: what is taken, what is refused and with which words, and that writing and reading agree.
#![allow(clippy::unwrap_used, missing_docs)]

use proptest::prelude::*;
use ventanilla_normativa::{Calendario, Normativa, Tabla, exportar_suplemento, leer_suplemento};

const ENCABEZADO: &str = "tabla,clave,desde,hasta,valor,fundamento,fuente,publicado,confianza,verificado_hasta,nota\n";

fn con(filas: &str) -> Result<Normativa, Vec<String>> {
    Normativa::publicada()
        .con_suplemento(&format!("{ENCABEZADO}{filas}"))
        .map_err(|errores| errores.iter().map(ToString::to_string).collect())
}

#[test]
fn una_uma_nueva_rige_y_se_reconoce() {
    let n = con("uma,,2027-02-01,2028-01-31,121.90,LUMA 4 y 5,\"INEGI, DOF 2027-01-08\",2027-01-08,alta,,hipótesis\n")
        .unwrap();
    let fila = n.vigente(Tabla::Uma, "", "2027-03-01".parse().unwrap()).unwrap();
    assert_eq!(fila.valor.to_string(), "121.90");
    assert!(fila.suplemento);
    assert_ne!(n.version(), Normativa::publicada().version());
    let cambios = n.cambios(
        Tabla::Uma,
        "",
        "2027-01-01".parse().unwrap(),
        "2027-02-28".parse().unwrap(),
    );
    assert_eq!(cambios, ["2027-02-01".parse().unwrap()]);
    assert!(n.vigente(Tabla::Uma, "", "2028-02-01".parse().unwrap()).is_err());
}

#[test]
fn donde_ambas_cubren_manda_el_suplemento() {
    let n = con("uma,,2026-06-01,2026-06-30,118.00,x,corrección,,media,,\n").unwrap();
    let valor = |f: &str| n.vigente(Tabla::Uma, "", f.parse().unwrap()).unwrap().valor.to_string();
    assert_eq!(
        [valor("2026-05-31"), valor("2026-06-15"), valor("2026-07-01")],
        ["117.31", "118.00", "117.31"]
    );
}

#[test]
fn un_inhabil_se_agrega_y_se_quita() {
    let n = con("inhabiles,cff12 fecha 2026-12-24,2026-01-01,2026-12-31,1,Acuerdo,DOF,,media,,\ninhabiles,cff12 fijo 05-05,2027-01-01,2027-12-31,0,Reforma,DOF,,media,,\n").unwrap();
    let inhabil = |f: &str| n.inhabil(Calendario::Cff12, f.parse().unwrap()).is_some();
    assert!(inhabil("2026-12-24"));
    assert!(n.inhabil(Calendario::Lft74, "2026-12-24".parse().unwrap()).is_none());
    assert!(inhabil("2026-05-05") && !inhabil("2027-05-05") && inhabil("2028-05-05"));
}

#[test]
fn lo_que_esta_mal_se_dice_con_su_renglon() {
    for (filas, esperado) in [
        (
            "umas,,2027-02-01,2028-01-31,121.90,x,y,,alta,,\n",
            "no hay una tabla «umas»",
        ),
        ("uma,,01/02/2027,2028-01-31,121.90,x,y,,alta,,\n", "AAAA-MM-DD"),
        ("uma,,2027-02-01,2028-01-31,\"121,90\",x,y,,alta,,\n", "no es un número"),
        ("uma,,2027-02-01,2028-01-31,-1,x,y,,alta,,\n", "entre 0 y 100000"),
        (
            "uma,,2027-02-01,2028-01-31,121.90,x,,,alta,,\n",
            "ningún valor entra sin su fuente",
        ),
        (
            "uma,,2027-02-01,2028-01-31,121.90,x,y,,segura,,\n",
            "alta, media o baja",
        ),
        ("uma,,2027-02-01,,121.90,x,y,,alta,,\n", "necesita la fecha «hasta»"),
        (
            "uma,,2027-02-01,2026-01-31,121.90,x,y,,alta,,\n",
            "es anterior a «desde»",
        ),
        (
            "inhabiles,cff12 24 de diciembre,2026-01-01,2026-12-31,1,x,y,,alta,,\n",
            "no es una regla de calendario",
        ),
        ("inpc,2026-06,2026-06-01,2026-07-31,145.9,x,y,,alta,,\n", "es de un mes"),
        ("inpc,2026-07,2026-06-01,2026-06-30,145.9,x,y,,alta,,\n", "«2026-06»"),
        ("inpc,2026-06,2026-06-01,2026-06-30,0,x,y,,alta,,\n", "mayor que cero"),
        ("uma,,2027-02-01,2028-01-31,121.90\n", "tiene 4 columnas"),
        (
            "uma,,2027-02-01,2028-01-31,121.90,x,y,,alta,,\numa,,2028-01-31,2028-12-31,125,x,y,,alta,,\n",
            "renglón 3: se traslapa",
        ),
    ] {
        let errores = con(filas).unwrap_err();
        assert!(errores.join(" ").contains(esperado), "{filas}\n{errores:?}");
    }
    let sin_encabezado = leer_suplemento("uma,,2027-02-01\n").unwrap_err();
    assert!(sin_encabezado[0].mensaje.contains("el encabezado debe ser"));
}

proptest! {
    #[test]
    fn escribir_y_leer_da_lo_mismo(
        centavos in 1_u32..9_999_999,
        dias in 1_u64..4_000,
        fuente in "[^\u{0}-\u{1f}]{0,30}[a-zA-Z]",
        nota in "[a-z\", áñ]{0,20}",
    ) {
        let desde: chrono::NaiveDate = "2027-01-01".parse().unwrap();
        let hasta = desde + chrono::Days::new(dias);
        let campo = |t: &str| format!("\"{}\"", t.replace('"', "\"\""));
        let valor = rust_decimal::Decimal::new(centavos.into(), 2);
        let texto = format!("{ENCABEZADO}uma,,{desde},{hasta},{valor},LUMA,{},,alta,,{}\n", campo(&fuente), campo(&nota));
        let filas = leer_suplemento(&texto).unwrap();
        prop_assert_eq!(leer_suplemento(&exportar_suplemento(&filas)).unwrap(), filas);
    }

    #[test]
    fn ningun_texto_lo_rompe(texto in "\\PC{0,400}") {
        let _ = leer_suplemento(&texto);
        let _ = leer_suplemento(&format!("{ENCABEZADO}{texto}"));
    }
}
