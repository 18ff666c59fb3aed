//! Tests of the files floor: cases as data, a corpus of files, and properties.

mod corpus;
mod emision;
mod escritura;
mod lectura;
mod portapapeles;
mod propiedades;
mod sua;
mod texto;

use ventanilla_archivos::{Columna, ErrorDeArchivo, Lector, Lectura, Limites};

/// The columns of a payroll, as the preview of cuotas would declare them.
pub const NOMINA: &[Columna] = &[
    Columna {
        clave: "nss",
        titulo: "NSS",
        sinonimos: &["Número de Seguridad Social", "No. de afiliación", "Núm. IMSS"],
    },
    Columna {
        clave: "nombre",
        titulo: "Nombre",
        sinonimos: &["Trabajador", "Nombre del trabajador"],
    },
    Columna {
        clave: "sdi",
        titulo: "Salario diario integrado",
        sinonimos: &["SDI", "SBC", "Salario base"],
    },
    Columna {
        clave: "dias",
        titulo: "Días",
        sinonimos: &["Días cotizados", "Días trabajados"],
    },
];

/// Default limits for a file without headers.
pub fn sin_encabezado() -> Limites {
    Limites {
        sin_encabezado: true,
        ..Limites::default()
    }
}

/// Reads in slices of `paso` rows, checking that the progress only grows and says 1000 only at the end.
pub fn leer_en_pasos(
    bytes: &[u8],
    columnas: &[Columna],
    limites: Limites,
    paso: usize,
) -> Result<Lectura, ErrorDeArchivo> {
    let mut lector = Lector::nuevo(bytes.to_vec(), columnas, limites)?;
    let mut antes = (0, 0);
    loop {
        let avance = lector.avanzar(paso);
        assert!((avance.permil, avance.filas) >= antes, "progress went back");
        assert!(avance.filas - antes.1 <= paso.max(1), "more rows than asked for");
        assert_eq!(avance.permil == 1000, avance.terminado);
        if avance.terminado {
            return lector.terminar();
        }
        antes = (avance.permil, avance.filas);
    }
}
