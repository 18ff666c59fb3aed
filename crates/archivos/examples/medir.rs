//! How long reading takes: `cargo run --release -p ventanilla-archivos --example medir`.
//!
//! A payroll of eight columns, seven of them declared, in the encodings people bring; the best of five runs.

use std::time::{Duration, Instant};

use ventanilla_archivos::{Columna, Lector, Limites, Valor, escribir_csv, leer_bloque, leer_csv};

const COLUMNAS: &[Columna] = &[
    Columna {
        clave: "nss",
        titulo: "Número de seguridad social",
        sinonimos: &["NSS"],
    },
    Columna {
        clave: "curp",
        titulo: "CURP",
        sinonimos: &[],
    },
    Columna {
        clave: "nombre",
        titulo: "Nombre",
        sinonimos: &["Trabajador"],
    },
    Columna {
        clave: "sdi",
        titulo: "Salario diario integrado",
        sinonimos: &["SDI", "SBC"],
    },
    Columna {
        clave: "dias",
        titulo: "Días",
        sinonimos: &[],
    },
    Columna {
        clave: "ausentismos",
        titulo: "Ausentismos",
        sinonimos: &[],
    },
    Columna {
        clave: "incapacidades",
        titulo: "Incapacidades",
        sinonimos: &[],
    },
];

fn payroll(filas: usize) -> Vec<u8> {
    let titulos = [
        "Clave",
        "N.S.S.",
        "CURP",
        "Trabajador",
        "SDI",
        "Días",
        "Ausentismos",
        "Incapacidades",
    ];
    let claves: Vec<[String; 2]> = (0..filas)
        .map(|i| [format!("{i:06}"), format!("99{:09}", i % 1_000_000_000)])
        .collect();
    let filas: Vec<Vec<Valor<'_>>> = claves
        .iter()
        .map(|[clave, nss]| {
            let (id, numero) = (Valor::Identificador, Valor::Numero);
            let nombre = Valor::Texto("MUESTRA ÑÚÑEZ, LUCÍA FICTICIA");
            vec![
                id(clave),
                id(nss),
                id("MUDL921130MPLSMC06"),
                nombre,
                numero("1520.90"),
                numero("31"),
                numero("0"),
                numero("0"),
            ]
        })
        .collect();
    escribir_csv(&titulos, &filas)
}

fn best(mut tarea: impl FnMut() -> Duration) -> Duration {
    (0..5).map(|_| tarea()).min().unwrap_or_default()
}

fn timed(tarea: impl FnOnce()) -> Duration {
    let inicio = Instant::now();
    tarea();
    inicio.elapsed()
}

fn measure(nombre: &str, bytes: &[u8], filas: usize) {
    let todo = best(|| {
        timed(|| {
            assert_eq!(
                leer_csv(bytes, COLUMNAS, Limites::default()).map(|l| l.filas.len()),
                Ok(filas)
            )
        })
    });
    let (mut inicio, mut turno) = (Duration::MAX, Duration::MAX);
    for _ in 0..5 {
        let copia = bytes.to_vec();
        let reloj = Instant::now();
        let Ok(mut lector) = Lector::nuevo(copia, COLUMNAS, Limites::default()) else {
            return;
        };
        inicio = inicio.min(reloj.elapsed());
        let (mut peor, mut sigue) = (Duration::ZERO, true);
        while sigue {
            peor = peor.max(timed(|| sigue = !lector.avanzar(500).terminado));
        }
        turno = turno.min(peor);
    }
    println!(
        "{nombre:<14} {filas:>7} rows {:>6} KB: at once {todo:?}; nuevo {inicio:?}; worst slice of 500 {turno:?}",
        bytes.len() / 1024
    );
}

fn main() {
    for filas in [10_000, 100_000] {
        let utf8 = payroll(filas);
        let texto = String::from_utf8_lossy(&utf8).into_owned();
        let utf16: Vec<u8> = texto.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let ansi: Vec<u8> = texto.chars().skip(1).map(|c| u8::try_from(c).unwrap_or(b'?')).collect();
        measure("UTF-8", &utf8, filas);
        measure("Windows-1252", &ansi, filas);
        measure("UTF-16", &utf16, filas);
        let bloque = texto.replace(',', "\t");
        println!(
            "{:<14} {filas:>7} rows: {:?}",
            "clipboard",
            best(|| timed(|| assert_eq!(leer_bloque(&bloque).len(), filas + 1)))
        );
        println!(
            "{:<14} {filas:>7} rows: {:?}",
            "write",
            best(|| timed(|| assert!(!payroll(filas).is_empty())))
        );
    }
}
