//! The results as sheets.

use super::{DelAprendiz, Resumen};
use ventanilla_archivos::{Valor, escribir_csv};

/// One row a trainee, one column a case: what an instructor keeps. A case that was not tried is empty.
pub fn csv_del_grupo(grupo: &[DelAprendiz]) -> Vec<u8> {
    let casos: Vec<&str> = grupo
        .first()
        .map(|a| a.casos.iter().map(|c| c.caso.as_str()).collect())
        .unwrap_or_default();
    let encabezados: Vec<&str> = ["Clave", "Nombre", "Puntos", "Segundos"]
        .into_iter()
        .chain(casos.iter().copied())
        .collect();
    let textos: Vec<Vec<String>> = grupo
        .iter()
        .map(|a| {
            let de = |clave: &&str| {
                let suyo = a
                    .casos
                    .iter()
                    .find(|c| c.caso == **clave)
                    .filter(|c| c.cuenta.is_some());
                suyo.map_or(String::new(), |c| c.puntos.to_string())
            };
            let fijos = [a.puntos.to_string(), a.segundos.to_string()];
            fijos.into_iter().chain(casos.iter().map(de)).collect()
        })
        .collect();
    let filas: Vec<Vec<Valor<'_>>> = grupo
        .iter()
        .zip(&textos)
        .map(|(a, numeros)| {
            let quien = [
                Valor::Identificador(&a.aprendiz.clave),
                Valor::Texto(&a.aprendiz.nombre),
            ];
            quien
                .into_iter()
                .chain(numeros.iter().map(|n| Valor::Numero(n)))
                .collect()
        })
        .collect();
    escribir_csv(&encabezados, &filas)
}

/// One row a subject.
pub fn csv_de_temas(resumen: &Resumen) -> Vec<u8> {
    let textos: Vec<[String; 2]> = resumen
        .temas
        .iter()
        .map(|t| [t.promedio.to_string(), t.cuantos.to_string()])
        .collect();
    let filas: Vec<Vec<Valor<'_>>> = resumen
        .temas
        .iter()
        .zip(&textos)
        .map(|(t, [promedio, cuantos])| {
            vec![
                Valor::Texto(t.tema.rotulo()),
                Valor::Numero(promedio),
                Valor::Numero(cuantos),
            ]
        })
        .collect();
    escribir_csv(&["Tema", "Promedio", "Casos resueltos o por resolver"], &filas)
}

/// One row a thing that was missed, the most missed first.
pub fn csv_de_fallados(resumen: &Resumen) -> Vec<u8> {
    let textos: Vec<[String; 4]> = resumen
        .fallados
        .iter()
        .map(|f| {
            let numeros = [f.fallaron, f.intentaron, f.de_mas].map(|n| n.to_string());
            let [fallaron, intentaron, de_mas] = numeros;
            [fallaron, intentaron, de_mas, f.fundamento.join("; ")]
        })
        .collect();
    let filas: Vec<Vec<Valor<'_>>> = resumen
        .fallados
        .iter()
        .zip(&textos)
        .map(|(f, [fallaron, intentaron, de_mas, fundamento])| {
            vec![
                Valor::Texto(&f.caso),
                Valor::Texto(f.aspecto.rotulo()),
                Valor::Texto(&f.clave),
                Valor::Texto(&f.rotulo),
                Valor::Numero(fallaron),
                Valor::Numero(intentaron),
                Valor::Numero(de_mas),
                Valor::Texto(fundamento),
            ]
        })
        .collect();
    let encabezados = [
        "Caso",
        "Aspecto",
        "Clave",
        "Qué",
        "Fallaron",
        "Intentaron",
        "De más",
        "Fundamento",
    ];
    escribir_csv(&encabezados, &filas)
}
