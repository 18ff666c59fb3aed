//! The sample emission against the sample payroll, through the Worker's door.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use ventanilla_confronta::mensajes::{antes_de_reclamar, con_que, veredicto};
use ventanilla_confronta::muestra;
use ventanilla_confronta::puerta::{self, Encabezado, Peticion};
use ventanilla_confronta::salida::{Causa, Confronta, Confrontado};
use ventanilla_tramites::prevision::{Escenario, nomina_de_ejemplo};

fn confrontar(cuantos: usize, nomina: Option<Escenario>) -> (Confronta, Vec<Confrontado>) {
    let peticion = serde_json::to_string(&Peticion {
        nomina,
        ..Peticion::default()
    })
    .expect("petición");
    let mut avances = 0;
    let texto = puerta::confrontar(Ok(muestra::emision(cuantos)), &peticion, &mut |hechos, total| {
        assert!(hechos <= total);
        avances += 1;
    });
    let mut lineas = texto.lines();
    let Encabezado::Confronta(confronta) =
        serde_json::from_str(lineas.next().expect("encabezado")).expect("encabezado")
    else {
        panic!("{texto}")
    };
    let trabajadores = lineas
        .flat_map(|l| serde_json::from_str::<Vec<Confrontado>>(l).expect("trabajadores"))
        .collect();
    (confronta, trabajadores)
}

#[test]
fn la_muestra_esta_bien_sumada() {
    let (confronta, trabajadores) = confrontar(1_000, None);
    assert_eq!(trabajadores.len(), 1_000);
    assert_eq!(confronta.con_diferencia, 0);
    assert!(confronta.avisos.is_empty(), "{:?}", confronta.avisos);
    assert!(
        trabajadores.iter().all(|t| t.avisos.is_empty()),
        "todos los NSS cuadran"
    );
    assert_eq!(antes_de_reclamar(&confronta), None);
    assert!(veredicto(&confronta).ends_with("resulta lo mismo: las cuentas son correctas."));
}

#[test]
fn contra_la_nomina_de_ejemplo() {
    let (confronta, trabajadores) = confrontar(0, Some(nomina_de_ejemplo()));
    let causas = |nss: &str| -> Vec<Causa> {
        let suyo = trabajadores.iter().find(|t| t.nss == nss).expect("está");
        suyo.causas.iter().map(|c| c.causa).collect()
    };
    let dicho = "El IMSS emitió $66,884.67: $6,344.75 más que los $60,539.92 que resultan de su nómina.";
    assert_eq!(veredicto(&confronta), dicho);
    let antes = antes_de_reclamar(&confronta).expect("hay diferencias");
    assert!(
        antes.starts_with("Hay $4,694.63 que el IMSS cobra de un trabajador que su nómina no trae."),
        "{antes}"
    );
    assert!(
        con_que(&confronta).starts_with("Área general, prima "),
        "{}",
        con_que(&confronta)
    );
    assert_eq!(causas("99189800040"), []);
    assert_eq!(causas("99210100055"), [Causa::Ausentismo]);
    assert_eq!(
        causas("99129200038"),
        [Causa::Redondeo],
        "dos salarios sobre el tope son el mismo"
    );
    assert_eq!(causas("99068400011"), [Causa::Sbc, Causa::Incapacidad]);
    assert_eq!(causas("99927000069"), [Causa::Baja]);
    assert_eq!(causas("99038300101"), [Causa::SoloEnEmision]);
}

#[test]
fn lo_que_no_se_entiende_se_dice() {
    let texto = puerta::confrontar(Ok(muestra::emision(0)), "{\"tolerencia\":2}", &mut |_, _| {});
    assert!(texto.contains("Los parámetros no se entienden"), "{texto}");
    let texto = puerta::confrontar(Ok(Default::default()), "{}", &mut |_, _| {});
    assert!(texto.contains("no dice de qué mes"), "{texto}");
    let texto = puerta::confrontar(Err(Default::default()), "{}", &mut |_, _| {});
    assert!(texto.starts_with("{\"falla\""), "{texto}");
}
