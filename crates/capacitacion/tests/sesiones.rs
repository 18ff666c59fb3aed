//! Sessions: an exam carries no answers, results are graded on the instructor's side as they would be at once, and the
//! group is put together.

#![allow(clippy::panic)] // a test that cannot read its own data ends

use serde_json::{Value, json};
use std::collections::BTreeSet;
use ventanilla_capacitacion::biblioteca;
use ventanilla_capacitacion::calificar::{Cuenta, Intento, Puntos, calificar};
use ventanilla_capacitacion::caso::Caso;
use ventanilla_capacitacion::resolver::resolver;
use ventanilla_capacitacion::sesion::{
    Aprendiz, Archivo, ErrorDeSesion, Examen, Modo, Orden, Practica, Reparto, Resultados, Sesion, csv_de_fallados,
    csv_de_temas, csv_del_grupo, resumir,
};
use ventanilla_normativa::Normativa;

fn normativa() -> Normativa {
    Normativa::publicada()
}

fn aprendiz(clave: &str) -> Aprendiz {
    Aprendiz {
        clave: clave.to_owned(),
        nombre: format!("Aprendiz {clave}"),
    }
}

fn casos(claves: &[&str]) -> Vec<Caso> {
    claves.iter().map(|c| biblioteca::caso(c).expect("caso")).collect()
}

fn examen(sesion: &Sesion, quien: &str) -> Examen {
    match sesion.repartir(&aprendiz(quien), &normativa()) {
        Ok(Reparto::Examen(examen)) => examen,
        otro => panic!("{otro:?}"),
    }
}

fn practica(sesion: &Sesion, quien: &str) -> Practica {
    match sesion.repartir(&aprendiz(quien), &normativa()) {
        Ok(Reparto::Practica(practica)) => practica,
        otro => panic!("{otro:?}"),
    }
}

fn perfecto(caso: &Caso) -> Intento {
    Intento::perfecto(caso, &resolver(caso, &normativa()).expect("resuelto"))
}

/// Every text of a document becomes a secret that can be recognised.
fn marcar(valor: &mut Value, n: &mut u32) {
    match valor {
        Value::String(texto) => {
            *n += 1;
            *texto = format!("SECRETO{n}");
        }
        Value::Array(elementos) => elementos.iter_mut().for_each(|e| marcar(e, n)),
        Value::Object(campos) => {
            for (clave, suyo) in campos {
                if clave == "es" || clave == "se_apoya_en" {
                    continue; // words of the format; looked at apart
                }
                marcar(suyo, n);
            }
        }
        _ => {}
    }
}

/// The case with a mark in each secret place. Keys, names and options of
/// the figures and of the data are asked, so they are no secret.
fn marcado(caso: &Caso) -> Caso {
    let mut v = serde_json::to_value(caso).expect("json");
    let mut n = 0;
    let limpio = v.clone();
    for lugar in ["esperado", "pistas", "moldes", "fuente"] {
        if v.get(lugar).is_some() {
            marcar(&mut v[lugar], &mut n);
        }
    }
    for campo in v["esperado"]["campos"].as_array_mut().expect("campos") {
        campo["clave"] = ["tramite:", campo["clave"].as_str().unwrap_or_default()]
            .concat()
            .into();
    }
    let datos = |c: &Value| !c["clave"].as_str().is_some_and(|c| c.starts_with("tramite:"));
    for lista in ["campos", "cifras"] {
        let limpios = limpio["esperado"][lista].as_array().expect("lista");
        for (i, suyo) in limpios
            .iter()
            .enumerate()
            .filter(|(_, c)| lista == "cifras" || datos(c))
        {
            for publico in ["clave", "rotulo", "opciones"] {
                if let Some(valor) = suyo.get(publico) {
                    v["esperado"][lista][i][publico] = valor.clone();
                }
            }
            if suyo.get("opciones").is_some() {
                // a right answer is one of the options
                v["esperado"][lista][i]["valor"] = suyo["opciones"][0]["valor"].clone();
            }
        }
    }
    if v.get("tramite").is_some() {
        marcar(&mut v["tramite"]["contenido"], &mut n);
    }
    for i in 0..caso.calculos.len() {
        marcar(&mut v["calculos"][i]["entrada"], &mut n);
    }
    assert!(n > 10, "{}: {n}", caso.clave);
    serde_json::from_value(v).expect("caso marcado")
}

#[test]
fn an_exam_carries_no_answer_no_reason_and_no_hint() {
    let marcados: Vec<Caso> = biblioteca::casos().expect("casos").iter().map(marcado).collect();
    let sesion = Sesion::nueva("s1", "Examen", Modo::Examen, marcados);
    let suyo = Reparto::Examen(examen(&sesion, "ana")).escribir();
    assert!(sesion.escribir().contains("SECRETO1"));
    assert!(!suyo.contains("SECRETO"), "{suyo}");
}

/// Whatever of the expected values is in an exam is there because the documents or the story say it.
#[test]
fn outside_the_documents_an_exam_says_none_of_the_expected_values() {
    let todos = biblioteca::casos().expect("casos");
    let sesion = Sesion::nueva("s1", "Examen", Modo::Examen, todos.clone());
    let mut suyo: Value = serde_json::from_str(&Reparto::Examen(examen(&sesion, "ana")).escribir()).expect("json");
    for (planteado, caso) in suyo["casos"].as_array_mut().expect("casos").iter_mut().zip(&todos) {
        let claves: BTreeSet<&str> = planteado
            .as_object()
            .expect("objeto")
            .keys()
            .map(String::as_str)
            .collect();
        let permitidas = [
            "clave",
            "titulo",
            "hoy",
            "dificultad",
            "temas",
            "historia",
            "documentos",
            "tramite",
            "calculos",
            "datos",
            "cifras",
            "decide",
        ];
        assert!(claves.iter().all(|c| permitidas.contains(c)), "{claves:?}");
        for publica in ["historia", "documentos", "hoy", "temas", "dificultad", "titulo"] {
            planteado[publica] = Value::Null;
        }
        for lista in ["datos", "cifras"] {
            for pedido in planteado[lista].as_array_mut().into_iter().flatten() {
                // what can be answered is offered whole, whichever is right
                pedido["opciones"] = Value::Null;
            }
        }
        let resto = planteado.to_string();
        let e = &caso.esperado;
        let valores = e
            .campos
            .iter()
            .map(|c| &c.valor)
            .chain(e.cifras.iter().map(|c| &c.valor));
        for valor in valores.filter(|v| v.len() >= 4) {
            // an operation or a key may be called as an answer is: `aviso_afiliatorio` is not, `plazo` is short
            assert!(!resto.contains(valor.as_str()), "{}: {valor}", caso.clave);
        }
        for codigo in e.hallazgos.deben.iter().chain(&e.hallazgos.no_deben) {
            assert!(!resto.contains(&codigo.codigo), "{}: {}", caso.clave, codigo.codigo);
        }
        for palabra in [
            "aceptar",
            "prevenir",
            "rechazar",
            "redirigir",
            "porque",
            "pista",
            "trampa",
            "peso",
            "esperado",
        ] {
            assert!(!resto.to_lowercase().contains(palabra), "{}: {palabra}", caso.clave);
        }
    }
}

#[test]
fn what_is_handed_out_can_be_read_again_and_nothing_else_can() {
    let sesion = Sesion::nueva("s1", "Examen", Modo::Examen, casos(&["R1", "L1"]));
    assert_eq!(Sesion::leer(&sesion.escribir()), Ok(sesion.clone()));
    let suyo = examen(&sesion, "ana");
    assert_eq!(Examen::leer(&suyo.escribir()), Ok(suyo.clone()));
    let otra = Sesion {
        modo: Modo::Practica,
        ..sesion.clone()
    };
    let suya = practica(&otra, "ana");
    assert_eq!(Practica::leer(&suya.escribir()), Ok(suya));
    // an exam is no session: what would grade it is not in it
    assert!(matches!(Sesion::leer(&suyo.escribir()), Err(ErrorDeSesion::Archivo(_))));
    let mut v: Value = serde_json::from_str(&sesion.escribir()).expect("json");
    v["formato"] = json!(2);
    v["algo_nuevo"] = json!(true);
    assert_eq!(Sesion::leer(&v.to_string()), Err(ErrorDeSesion::Formato(2)));
    v["formato"] = json!(1);
    let Err(ErrorDeSesion::Archivo(dicho)) = Sesion::leer(&v.to_string()) else {
        panic!("se leyó")
    };
    assert!(dicho.contains("algo_nuevo"), "{dicho}");
    for basura in ["", "{", "[]", "null", "{\"formato\":1}"] {
        assert!(Resultados::leer(basura).is_err(), "{basura}");
    }
}

#[test]
fn a_session_that_cannot_be_handed_out_says_why() {
    let buena = Sesion::nueva("s1", "Examen", Modo::Examen, casos(&["R1"]));
    assert_eq!(buena.revisar(), Vec::<String>::new());
    let dicho = |cambiar: &dyn Fn(&mut Sesion)| {
        let mut mala = buena.clone();
        cambiar(&mut mala);
        match mala.repartir(&aprendiz("ana"), &normativa()) {
            Err(error) => error.to_string(),
            Ok(_) => String::new(),
        }
    };
    assert!(dicho(&|s| s.casos.clear()).contains("no tiene casos"));
    assert!(dicho(&|s| s.clave.clear()).contains("clave"));
    assert!(dicho(&|s| s.casos[0].peso = 0).contains("peso"));
    assert!(
        dicho(&|s| {
            let otro = s.casos[0].clone();
            s.casos.push(otro);
        })
        .contains("dos veces")
    );
    assert!(
        dicho(&|s| {
            let p = &mut s.criterio.pesos;
            (p.campos, p.hallazgos, p.cifras, p.decision) = (0, 0, 0, 0);
        })
        .contains("en cero")
    );
}

/// The trainee's side of a practice and the instructor's side of an exam give the same grade.
#[test]
fn results_are_graded_as_they_would_be_at_once() {
    let n = normativa();
    let sesion = Sesion::nueva("s1", "Examen", Modo::Examen, casos(&["R1", "V2", "L1"]));
    let mut hechos = Resultados::nuevos("s1", &aprendiz("ana"), &n);
    let [r1, v2, _] = casos(&["R1", "V2", "L1"]).try_into().expect("tres");
    let mut malo = perfecto(&r1);
    malo.decision = None;
    hechos.anotar(malo.clone());
    hechos.anotar(perfecto(&r1));
    hechos.anotar(perfecto(&v2));
    hechos.anotar(Intento {
        caso: "X9".to_owned(),
        ..Intento::default()
    });
    let hechos = Resultados::leer(&hechos.escribir()).expect("se lee");
    let nota = sesion.calificar(&hechos, &n).expect("nota");
    let puntos: Vec<String> = nota.casos.iter().map(|c| c.puntos.to_string()).collect();
    assert_eq!(puntos, ["100.00", "100.00", "0.00"]);
    assert_eq!(nota.puntos.to_string(), "66.67");
    assert_eq!(nota.ajenos, ["X9"]);
    assert_eq!(nota.casos[0].cuenta, Some(1));
    assert_eq!(nota.casos[2].cuenta, None);
    let suelta = calificar(&r1, &Intento { numero: 1, ..malo }, &sesion.criterio, &n).expect("nota");
    assert_eq!(nota.casos[0].intentos[0], suelta);
    assert!(!nota.otra_normativa);
    // another attempt counts
    let mut primera = sesion.clone();
    primera.criterio.intentos.cuenta = Cuenta::Primero;
    assert_eq!(
        primera.calificar(&hechos, &n).expect("nota").casos[0]
            .puntos
            .to_string(),
        "80.00"
    );
    // weights
    let mut pesada = sesion.clone();
    pesada.casos[2].peso = 2;
    assert_eq!(pesada.calificar(&hechos, &n).expect("nota").puntos.to_string(), "50.00");
    // numbers that were touched are counted again
    let mut tocados = hechos.clone();
    tocados.intentos[1].numero = 0;
    let mut uno = sesion.clone();
    uno.criterio.intentos.maximo = Some(1);
    assert_eq!(
        uno.calificar(&tocados, &n).expect("nota").casos[0].puntos.to_string(),
        "80.00"
    );
    let ajenos = Resultados {
        sesion: "otra".to_owned(),
        ..hechos
    };
    assert_eq!(
        sesion.calificar(&ajenos, &n),
        Err(ErrorDeSesion::OtraSesion("otra".to_owned()))
    );
}

#[test]
fn each_trainee_gets_variants_and_an_order_of_their_own() {
    let n = normativa();
    let mut sesion = Sesion::nueva(
        "s1",
        "Examen",
        Modo::Practica,
        casos(&["R1", "R5", "L4", "I1", "M1", "V1"]),
    );
    sesion.variantes = true;
    sesion.orden = Orden::PorAprendiz;
    let ana = practica(&sesion, "ana");
    assert_eq!(ana, practica(&sesion, "ana"));
    let berta = practica(&sesion, "berta");
    assert_ne!(ana.casos, berta.casos);
    let base = |p: &Practica| -> Vec<String> {
        p.casos
            .iter()
            .map(|c| c.clave.split("-v").next().unwrap_or_default().to_owned())
            .collect()
    };
    assert_ne!(base(&ana), base(&berta), "otro orden");
    let (mut a, mut b) = (base(&ana), base(&berta));
    a.sort();
    b.sort();
    assert_eq!(a, b);
    // I1 has nothing to change: everybody gets it as it is
    assert!(ana.casos.iter().any(|c| c.clave == "I1"));
    // and it is graded with the variants that each one had
    let mut hechos = Resultados::nuevos("s1", &aprendiz("ana"), &n);
    ana.casos.iter().for_each(|c| hechos.anotar(perfecto(c)));
    let nota = sesion.calificar(&hechos, &n).expect("nota");
    assert_eq!((nota.puntos, nota.ajenos.len()), (Puntos::CIEN, 0));
    let orden: Vec<&str> = nota.casos.iter().map(|c| c.caso.as_str()).collect();
    assert_eq!(orden, ["R1", "R5", "L4", "I1", "M1", "V1"], "en el orden de la sesión");
    // the same work handed in by another is of other cases
    let copiados = Resultados {
        aprendiz: aprendiz("berta"),
        ..hechos
    };
    let nota = sesion.calificar(&copiados, &n).expect("nota");
    assert_eq!(nota.ajenos.len(), 5);
}

#[test]
fn the_group_is_put_together() {
    let n = normativa();
    let sesion = Sesion::nueva("s1", "Examen", Modo::Examen, casos(&["R1", "L1"]));
    let [r1, l1] = casos(&["R1", "L1"]).try_into().expect("dos");
    let hacer = |quien: &str, nombre: &str, intentos: Vec<Intento>| {
        let mut hechos = Resultados::nuevos(
            "s1",
            &Aprendiz {
                nombre: nombre.to_owned(),
                ..aprendiz(quien)
            },
            &n,
        );
        intentos.into_iter().for_each(|i| hechos.anotar(i));
        sesion.calificar(&hechos, &n).expect("nota")
    };
    let con = |caso: &Caso, cambiar: &dyn Fn(&mut Intento)| {
        let mut intento = perfecto(caso);
        cambiar(&mut intento);
        intento
    };
    let naturales = |i: &mut Intento| {
        i.cifras.insert("vence".to_owned(), "14/11/2026".to_owned());
        i.hallazgos.insert("registro.tardio".to_owned());
    };
    let grupo = [
        hacer("ana", "Ana", vec![perfecto(&r1), perfecto(&l1)]),
        hacer("beto", "=Beto", vec![con(&r1, &naturales)]),
        hacer(
            "ceci",
            "Ceci",
            vec![
                con(&r1, &naturales),
                con(&l1, &|i| {
                    i.cifras.remove("total");
                }),
            ],
        ),
    ];
    let resumen = resumir(&grupo);
    let orden: Vec<&str> = resumen.aprendices.iter().map(|(a, _)| a.clave.as_str()).collect();
    assert_eq!(orden, ["ana", "ceci", "beto"]);
    let suma: u32 = grupo.iter().map(|a| a.puntos.centesimas()).sum();
    assert_eq!(resumen.promedio.centesimas(), (suma * 2 + 3) / 6);
    assert_eq!(resumen.casos[1].intentaron, 2);
    let primero = &resumen.fallados[0];
    assert_eq!(
        (primero.caso.as_str(), primero.clave.as_str()),
        ("R1", "registro.tardio")
    );
    assert_eq!((primero.fallaron, primero.intentaron, primero.de_mas), (2, 3, 2));
    assert_eq!(resumen.fallados[1].clave, "vence");
    assert_eq!(resumen.fallados[2].clave, "total");
    // nobody of cuotas did better than of plazos: L1 was left out by one
    assert!(resumen.temas[0].promedio <= resumen.temas[1].promedio);
    let texto = |bytes: Vec<u8>| String::from_utf8(bytes).expect("utf-8");
    let csv = texto(csv_del_grupo(&grupo));
    assert!(csv.contains("Clave,Nombre,Puntos,Segundos,R1,L1\r\n"), "{csv}");
    assert!(csv.contains("beto,'=Beto,"), "{csv}");
    assert!(
        csv.lines().nth(2).expect("beto").ends_with(','),
        "sin intentar queda vacío: {csv}"
    );
    let csv = texto(csv_de_fallados(&resumen));
    assert!(csv.contains("R1,Hallazgos,registro.tardio,"), "{csv}");
    assert!(texto(csv_de_temas(&resumen)).contains("Plazos y días inhábiles,"));
    // nobody yet
    let vacio = resumir(&[]);
    assert_eq!((vacio.promedio, vacio.fallados.len()), (Puntos::default(), 0));
    assert!(texto(csv_del_grupo(&[])).contains("Clave,Nombre"));
}

/// Files of each version that was ever handed out must still load, or be refused with a reason. A change of format that
/// breaks them is another version; what is written today is not what these hold.
#[test]
fn the_files_of_version_one_still_load() {
    let leer = |archivo: &str| {
        let ruta = [env!("CARGO_MANIFEST_DIR"), "/tests/formatos/", archivo].concat();
        std::fs::read_to_string(&ruta).unwrap_or_else(|e| panic!("{ruta}: {e}"))
    };
    let sesion = Sesion::leer(&leer("sesion-1.json")).expect("sesión");
    let suyo = Examen::leer(&leer("examen-1.json")).expect("examen");
    let hechos = Resultados::leer(&leer("resultados-1.json")).expect("resultados");
    Practica::leer(&leer("practica-1.json")).expect("práctica");
    assert_eq!(suyo.sesion, sesion.clave);
    let nota = sesion.calificar(&hechos, &normativa()).expect("nota");
    assert_eq!((nota.casos.len(), nota.ajenos.len()), (2, 0));
    // R5 without its decision (20 of 70) and with a hint, 66.43; P1 whole
    assert_eq!(nota.puntos.to_string(), "83.22");
}
