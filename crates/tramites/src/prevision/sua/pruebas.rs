//! To a payroll and back.

use super::super::expediente::{ClaseDePeriodo, DatosDelPeriodo, Escenario};
use super::super::guion::{movimiento, trabajador};
use super::recibir::poner;
use super::{encuentro, escribir_sua, nombre, otra_nomina, partir_nombre, recibir_asegurados, recibir_movimientos};
use chrono::NaiveDate;
use proptest::prelude::*;
use ventanilla_archivos::sua::Asegurado;
use ventanilla_archivos::sua::{Archivo, Lector, muestra_aseg, muestra_movt};

fn octubre() -> Escenario {
    Escenario {
        periodo: DatosDelPeriodo {
            clase: ClaseDePeriodo::Mes,
            anio: 2026,
            numero: 10,
        },
        ..Escenario::default()
    }
}

fn con_la_muestra() -> Escenario {
    let con = recibir_asegurados(octubre(), &muestra_aseg()).expect("workers");
    recibir_movimientos(con.escenario, &muestra_movt())
        .expect("movements")
        .escenario
}

#[test]
fn a_file_of_sua_becomes_a_payroll_and_comes_back_the_same() {
    let escenario = con_la_muestra();
    assert_eq!(escenario.patron.registro_patronal, "Z9900001108");
    assert_eq!(escenario.trabajadores.len(), 5);
    assert_eq!(escenario.trabajadores[0][trabajador::NOMBRE], "FICTICIA EJEMPLO, PETRA");
    assert_eq!(
        escenario.trabajadores[3][trabajador::NOMBRE],
        "MUÑOZ MUESTRA, DEMO, LUCIA"
    );
    assert_eq!(escenario.movimientos.len(), 4);
    let escrito = escribir_sua(&escenario).expect("writable");
    let leer = |bytes: &[u8]| Lector::nuevo(bytes).expect("readable").terminar().archivo;
    // all but the key of the workplace, for which a payroll has no room: that is said when it is opened
    let sin_ubicacion = muestra_aseg()
        .into_iter()
        .map(|a| Asegurado {
            ubicacion: String::new(),
            ..a
        })
        .collect();
    assert_eq!(leer(&escrito.aseg), Archivo::Aseg(sin_ubicacion));
    assert_eq!(leer(&escrito.movt), Archivo::Movt(muestra_movt()));
    let avisos = recibir_asegurados(octubre(), &muestra_aseg()).expect("workers").avisos;
    assert!(avisos.iter().any(|a| a.contains("ubicación")), "{avisos:?}");
}

#[test]
fn opening_it_twice_adds_nothing() {
    let una = con_la_muestra();
    let otra = recibir_asegurados(una.clone(), &muestra_aseg())
        .expect("workers")
        .escenario;
    let otra = recibir_movimientos(otra, &muestra_movt()).expect("movements");
    assert_eq!(otra.escenario, una);
    assert!(
        otra.avisos.iter().any(|a| a.starts_with("4 ya estaban")),
        "{:?}",
        otra.avisos
    );
}

#[test]
fn what_is_typed_besides_stays() {
    let mut escenario = con_la_muestra();
    poner(&mut escenario.trabajadores[1], trabajador::CUOTA, "315.04".to_owned());
    let mut al_dia = muestra_aseg();
    al_dia[1].sdi = 40_000;
    let otra = recibir_asegurados(escenario, &al_dia).expect("workers").escenario;
    assert_eq!(otra.trabajadores[1][trabajador::CUOTA], "315.04");
    assert_eq!(otra.trabajadores[1][trabajador::SBC], "400.00");
}

#[test]
fn movements_of_another_period_or_person_are_said() {
    let mut movimientos = muestra_movt();
    movimientos[0].fecha = NaiveDate::from_ymd_opt(2026, 11, 3).expect("date");
    movimientos[1].fecha = NaiveDate::from_ymd_opt(2026, 9, 2).expect("date");
    movimientos[3].nss = "99999999999".to_owned();
    let con = recibir_asegurados(octubre(), &muestra_aseg()).expect("workers");
    let recibido = recibir_movimientos(con.escenario, &movimientos).expect("movements");
    assert_eq!(recibido.escenario.movimientos.len(), 2);
    assert!(
        recibido.avisos[0].starts_with("2 no son de octubre de 2026"),
        "{:?}",
        recibido.avisos
    );
    assert!(recibido.avisos[1].contains("99999999999"), "{:?}", recibido.avisos);
}

#[test]
fn a_file_that_may_be_of_another_payroll_is_told() {
    let duda = |escenario: &Escenario, asegurados: &[Asegurado]| encuentro(escenario, asegurados).hay_duda();
    let todos = muestra_aseg();
    assert!(!duda(&octubre(), &todos), "an empty sheet");
    let mut suya = recibir_asegurados(octubre(), &todos[..3]).expect("workers").escenario;
    assert!(!duda(&suya, &todos[..2]), "some of its own");
    assert!(!duda(&suya, &todos), "its own and more");
    let mitad = encuentro(&suya, &todos[2..]);
    assert_eq!((mitad.en_la_nomina, mitad.sin_ella, mitad.nuevos), (3, 2, 2));
    assert!(mitad.hay_duda() && !mitad.de_otro);

    // their own payroll: the same employer keeps its data
    suya.patron.prima = "1.13065".to_owned();
    let aparte = otra_nomina(&suya, &todos[3..]);
    assert_eq!(
        (aparte.trabajadores.len(), aparte.patron.prima.as_str()),
        (0, "1.13065")
    );
    assert_eq!(aparte.periodo, suya.periodo);

    // of another employer, though the people are the same: nothing of the first one's
    suya.patron.registro_patronal = "Z99-00002-10-6".to_owned();
    let otro = encuentro(&suya, &todos[..3]);
    assert!(otro.de_otro && otro.hay_duda());
    let aparte = otra_nomina(&suya, &todos[..3]);
    assert_eq!(aparte.patron, Escenario::default().patron);
    assert!(recibir_asegurados(aparte, &todos[..3]).is_ok());

    // a file of two employers is refused, not asked about
    let mut dos = todos;
    dos[0].registro_patronal = "Z9900002106".to_owned();
    assert!(!duda(&suya, &dos));
}

#[test]
fn one_employer_a_payroll() {
    let mut escenario = octubre();
    escenario.patron.registro_patronal = "Z99-00002-10-6".to_owned();
    let error = recibir_asegurados(escenario, &muestra_aseg()).expect_err("another employer");
    assert!(
        error.contains("Z9900001108") && error.contains("Z9900002106"),
        "{error}"
    );
    let mut dos = muestra_aseg();
    dos[0].registro_patronal = "Z9900002106".to_owned();
    assert!(
        recibir_asegurados(octubre(), &dos)
            .expect_err("two")
            .contains("2 registros")
    );
}

#[test]
fn all_that_is_missing_is_said_with_its_row() {
    let mut escenario = con_la_muestra();
    poner(
        &mut escenario.trabajadores[0],
        trabajador::NOMBRE,
        "Petra Ficticia Ejemplo".to_owned(),
    );
    poner(&mut escenario.trabajadores[1], trabajador::CURP, String::new());
    poner(&mut escenario.trabajadores[2], trabajador::ALTA, String::new());
    poner(&mut escenario.movimientos[2], movimiento::FOLIO, String::new());
    let faltas: Vec<String> = escribir_sua(&escenario)
        .expect_err("incomplete")
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(faltas.len(), 4, "{faltas:?}");
    assert!(
        faltas.iter().any(|f| f.starts_with("Trabajadores, fila 1: nombre")),
        "{faltas:?}"
    );
    assert!(
        faltas.iter().any(|f| f == "Trabajadores, fila 2: CURP: falta."),
        "{faltas:?}"
    );
    assert!(
        faltas
            .iter()
            .any(|f| f.starts_with("Trabajadores, fila 3: fecha de alta")),
        "{faltas:?}"
    );
    assert!(
        faltas.iter().any(|f| f.contains("fila 3: folio de la incapacidad")),
        "{faltas:?}"
    );
}
#[test]
fn what_has_no_date_is_said_and_names_are_not_mixed() {
    let mut escenario = con_la_muestra();
    poner(&mut escenario.trabajadores[0], trabajador::AUSENTISMO, "2".to_owned());
    poner(
        &mut escenario.trabajadores[1],
        trabajador::BAJA,
        "20/10/2026".to_owned(),
    );
    // two of one name, and a movement that names them; another that names nobody
    let repetido = escenario.trabajadores[2][trabajador::NOMBRE].clone();
    poner(&mut escenario.trabajadores[0], trabajador::NOMBRE, repetido.clone());
    poner(&mut escenario.movimientos[1], movimiento::TRABAJADOR, repetido);
    poner(&mut escenario.movimientos[3], movimiento::TRABAJADOR, String::new());
    let faltas: Vec<String> = escribir_sua(&escenario)
        .expect_err("incomplete")
        .iter()
        .map(ToString::to_string)
        .collect();
    let hay = |inicio: &str| assert!(faltas.iter().any(|f| f.starts_with(inicio)), "{inicio}: {faltas:?}");
    hay("Trabajadores, fila 1: faltas");
    hay("Trabajadores, fila 2: baja");
    hay("Movimientos e incidencias, fila 2: «NSS o nombre»");
    hay("Movimientos e incidencias, fila 4: «NSS o nombre»");
    assert_eq!(faltas.len(), 4, "{faltas:?}");
}

#[test]
fn an_alta_by_name_gives_its_day_and_salary_and_a_movement_by_name_is_not_repeated() {
    let mut escenario = con_la_muestra();
    poner(&mut escenario.trabajadores[0], trabajador::ALTA, String::new());
    let nombre = escenario.trabajadores[0][trabajador::NOMBRE].clone();
    let alta = ["", "Alta", "05/10/2026", "", "610.00"].map(str::to_owned);
    escenario.movimientos.push(alta.to_vec());
    escenario.movimientos[4][movimiento::TRABAJADOR] = nombre.clone();
    let escrito = escribir_sua(&escenario).expect("writable");
    let Archivo::Aseg(leidos) = Lector::nuevo(&escrito.aseg).expect("readable").terminar().archivo else {
        unreachable!("an ASEG was written")
    };
    assert_eq!(
        (leidos[0].alta, leidos[0].sdi),
        (NaiveDate::from_ymd_opt(2026, 10, 5), 61_000)
    );
    // typed by name and by label, it is the same one as the file's
    poner(&mut escenario.movimientos[0], movimiento::TRABAJADOR, nombre);
    poner(
        &mut escenario.movimientos[0],
        movimiento::TIPO,
        "Modificación".to_owned(),
    );
    let otra = recibir_movimientos(escenario.clone(), &muestra_movt())
        .expect("movements")
        .escenario;
    assert_eq!(otra.movimientos.len(), escenario.movimientos.len());
}

/// In ASEG a 6 is a reduced day, and in a payroll six days are a whole week: one is not written as the other.
#[test]
fn a_whole_week_is_not_a_reduced_day_and_an_alta_has_one_date() {
    let jornadas = |dias: &str| {
        let mut escenario = con_la_muestra();
        poner(&mut escenario.trabajadores[0], trabajador::SEMANA, dias.to_owned());
        escribir_sua(&escenario).map(|escrito| char::from(escrito.aseg[104]))
    };
    assert_eq!(jornadas("6"), Ok('0'));
    assert_eq!(jornadas("7"), Ok('0'));
    assert_eq!(jornadas("5"), Ok('5'));
    let faltas = jornadas("cinco").expect_err("not a number");
    assert!(
        faltas[0]
            .to_string()
            .starts_with("Trabajadores, fila 1: semana reducida"),
        "{faltas:?}"
    );

    let mut escenario = con_la_muestra();
    let nss = escenario.trabajadores[0][trabajador::NSS].clone();
    escenario.movimientos.push(vec![
        nss,
        "alta".to_owned(),
        "05/10/2026".to_owned(),
        String::new(),
        "610.00".to_owned(),
    ]);
    let faltas = escribir_sua(&escenario).expect_err("two dates");
    assert_eq!(faltas.len(), 1, "{faltas:?}");
    assert!(faltas[0].to_string().contains("elija «Reingreso»"), "{faltas:?}");
}

proptest! {
    #[test]
    fn a_name_is_told_apart_again(
        paterno in "[A-ZÑ]{1,6}( [A-ZÑ,]{1,6}){0,2}",
        materno in "([A-ZÑ]{1,6}( [A-ZÑ]{1,6}){0,2})?",
        nombres in "[A-ZÑ,]{1,6}( [A-ZÑ]{1,6}){0,2}",
    ) {
        let asegurado = Asegurado { paterno, materno, nombres, ..muestra_aseg().remove(0) };
        let en_la_nomina = nombre(&asegurado);
        prop_assert_eq!(
            partir_nombre(&en_la_nomina),
            Some([asegurado.paterno, asegurado.materno, asegurado.nombres]),
            "{}", en_la_nomina
        );
    }
}
