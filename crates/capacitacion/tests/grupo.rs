//! The group that the browser's test of the instructor's desk reads (`tests/navegador/instructor.test.mjs`): its figures.

use ventanilla_capacitacion::biblioteca;
use ventanilla_capacitacion::sesion::{Archivo, Modo, Resultados, Sesion, csv_del_grupo, resumir};
use ventanilla_normativa::Normativa;

#[test]
fn the_group_of_the_browser_test() {
    let normativa = Normativa::publicada();
    let casos = ["R5", "P1"].map(|c| biblioteca::caso(c).expect("caso")).to_vec();
    let sesion = Sesion::nueva("corpus", "Examen", Modo::Examen, casos);
    let textos = [
        include_str!("formatos/resultados-1.json"),
        include_str!("formatos/resultados-con-errores.json"),
    ];
    let grupo = textos.map(|t| {
        let hechos = Resultados::leer(t).expect("resultados");
        sesion.calificar(&hechos, &normativa).expect("nota")
    });
    let resumen = resumir(&grupo);
    let puntos: Vec<String> = resumen.aprendices.iter().map(|(_, p)| p.to_string()).collect();
    assert_eq!(puntos, ["83.22", "18.75"]);
    // half of 101.97, half up
    assert_eq!(resumen.promedio.to_string(), "50.99");
    assert!(grupo[1].otra_normativa && grupo[1].ajenos.is_empty());
    let csv = String::from_utf8(csv_del_grupo(&grupo)).expect("utf-8");
    assert!(csv.contains("Beto Prueba,18.75,3900,,37.50"), "{csv}");
}
