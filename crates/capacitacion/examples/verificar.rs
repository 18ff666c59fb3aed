//! Says what the rules say of the cases in some files, and what of them does not stand: `cargo run -p
//! ventanilla-capacitacion --example verificar -- archivo.json …`. Without files, of the whole library.

use ventanilla_capacitacion::caso::Caso;
use ventanilla_capacitacion::{biblioteca, resolver, verificar};
use ventanilla_normativa::Normativa;

fn main() {
    let archivos: Vec<String> = std::env::args().skip(1).collect();
    let leer = |a: &String| (a.clone(), std::fs::read_to_string(a).unwrap_or_default());
    let textos: Vec<(String, String)> = if archivos.is_empty() {
        let suyo = |(nombre, texto): &(&str, &str)| ((*nombre).to_owned(), (*texto).to_owned());
        biblioteca::TEXTOS.iter().map(suyo).collect()
    } else {
        archivos.iter().map(leer).collect()
    };
    for (nombre, texto) in textos {
        match Caso::leer(&texto) {
            Ok(caso) => decir(&caso),
            Err(errores) => errores.iter().for_each(|e| println!("{nombre}: {e}")),
        }
    }
}

fn decir(caso: &Caso) {
    let normativa = Normativa::publicada();
    if let Ok(r) = resolver::resolver(caso, &normativa) {
        let decision = r.decision.map(|d| d.to_string()).unwrap_or_default();
        println!("== {} {decision}", caso.clave);
        println!("   hallazgos: {:?}\n   errores: {:?}", r.hallazgos, r.errores);
        if let Some(t) = &r.tramite {
            println!("   cifras: {:?}", t.dictamen.cifras);
        }
    }
    for d in verificar::verificar(caso, &normativa) {
        println!("   ✘ {d}");
    }
}
