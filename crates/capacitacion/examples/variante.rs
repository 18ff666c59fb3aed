//! Writes a variant of a case of the library: `cargo run -p ventanilla-capacitacion --example variante -- R1 7`.

use ventanilla_capacitacion::{biblioteca, variante};
use ventanilla_normativa::Normativa;

fn main() {
    let mut datos = std::env::args().skip(1);
    let clave = datos.next().unwrap_or_default();
    let semilla = datos.next().and_then(|s| s.parse().ok()).unwrap_or_default();
    let Some(caso) = biblioteca::caso(&clave) else {
        return println!("No hay un caso «{clave}».");
    };
    match variante::variante(&caso, semilla, &Normativa::publicada()) {
        Ok(suya) => println!("{}", serde_json::to_string_pretty(&suya).unwrap_or_default()),
        Err(porque) => println!("{porque}"),
    }
}
