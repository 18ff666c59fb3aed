//! The words of every finding on a workbook: what is wrong, and how to mend it.

use super::hallazgo::Hallazgo;
use crate::mensajes::{letra, miles};

const OTRA_VEZ: &str = "Descargue de nuevo el archivo de IDSE y cárguelo sin modificarlo.";

/// At most forty characters of what a cell says.
fn corto(texto: &str) -> String {
    let mut corto: String = texto.chars().take(40).collect();
    if texto.chars().nth(40).is_some() {
        corto.push('…');
    }
    corto
}

fn en_libro(codigo: &str, mensaje: String, remedio: &str) -> Hallazgo {
    Hallazgo {
        codigo: codigo.to_owned(),
        mensaje,
        remedio: remedio.to_owned(),
        ..Hallazgo::default()
    }
}

fn en_hoja(codigo: &str, hoja: &str, mensaje: String, remedio: &str) -> Hallazgo {
    Hallazgo {
        hoja: corto(hoja),
        ..en_libro(codigo, mensaje, remedio)
    }
}

fn en_fila(codigo: &str, hoja: &str, fila: u32, mensaje: String, remedio: &str) -> Hallazgo {
    Hallazgo {
        fila: Some(fila),
        ..en_hoja(codigo, hoja, mensaje, remedio)
    }
}

/// A cell and what its column is called.
pub(super) struct Lugar<'a> {
    pub hoja: &'a str,
    /// From 1.
    pub fila: u32,
    /// From 0; none if it is not known.
    pub columna: Option<usize>,
    pub titulo: &'a str,
}

fn en_celda(codigo: &str, lugar: &Lugar<'_>, mensaje: String, remedio: &str) -> Hallazgo {
    Hallazgo {
        columna: lugar.columna.map(|c| letra(c + 1)).unwrap_or_default(),
        ..en_fila(codigo, lugar.hoja, lugar.fila, mensaje, remedio)
    }
}

/// Cents as `1,234.56`.
fn pesos(centavos: i64) -> String {
    let absoluto = centavos.unsigned_abs();
    let enteros = miles(usize::try_from(absoluto / 100).unwrap_or(usize::MAX));
    let signo = if centavos < 0 { "-" } else { "" };
    format!("{signo}{enteros}.{:02}", absoluto % 100)
}

#[cfg(feature = "xls")]
mod del_archivo {
    use super::{OTRA_VEZ, en_libro};
    use crate::emision::hallazgo::Hallazgo;
    use crate::formato::Formato;
    use crate::mensajes::miles;

    pub(in crate::emision) fn archivo_vacio() -> Hallazgo {
        let mensaje = "El archivo está vacío (mide 0 bytes).".to_owned();
        en_libro("emision.archivo_vacio", mensaje, OTRA_VEZ)
    }

    pub(in crate::emision) fn demasiados_bytes(bytes: usize, limite: usize) -> Hallazgo {
        const MEGA: usize = 1024 * 1024;
        let mensaje = format!(
            "El archivo mide {} MB y aquí se leen hasta {} MB.",
            miles(bytes.div_ceil(MEGA)),
            miles(limite / MEGA)
        );
        en_libro(
            "emision.demasiados_bytes",
            mensaje,
            "Revise que sea la emisión de un solo registro patronal; si le agregó hojas o imágenes, quítelas.",
        )
    }

    pub(in crate::emision) fn otro_formato(formato: Formato) -> Hallazgo {
        let mensaje = format!(
            "El archivo es {}; se espera el libro .xls de la emisión.",
            formato.nombre()
        );
        let remedio = match formato {
            Formato::LibroComprimido | Formato::Marcado => {
                "Ábralo en Excel, elija «Guardar como», tipo «Libro de Excel 97-2003 (.xls)», y cargue el que resulte; o \
                 descárguelo de nuevo de IDSE."
            }
            _ => OTRA_VEZ,
        };
        en_libro("emision.otro_formato", mensaje, remedio)
    }

    pub(in crate::emision) fn es_texto() -> Hallazgo {
        let mensaje = "El archivo es texto (como un CSV), aunque se llame .xls; se espera el libro de la emisión.";
        en_libro("emision.es_texto", mensaje.to_owned(), OTRA_VEZ)
    }

    pub(in crate::emision) fn no_es_libro() -> Hallazgo {
        let mensaje = "El archivo es de Office, pero no un libro de Excel.".to_owned();
        en_libro("emision.no_es_libro", mensaje, OTRA_VEZ)
    }

    pub(in crate::emision) fn protegido() -> Hallazgo {
        let mensaje = "El libro está protegido con contraseña.".to_owned();
        en_libro(
            "emision.protegido",
            mensaje,
            "Ábralo en Excel, quite la contraseña y guárdelo como «Libro de Excel 97-2003 (.xls)».",
        )
    }

    pub(in crate::emision) fn danado() -> Hallazgo {
        let mensaje = "El libro está dañado o incompleto: no se puede leer por dentro.".to_owned();
        en_libro(
            "emision.danado",
            mensaje,
            "Descárguelo de nuevo de IDSE; si Excel lo abre, guárdelo desde ahí como «Libro de Excel 97-2003 (.xls)».",
        )
    }

    pub(in crate::emision) fn desmedido() -> Hallazgo {
        let mensaje = "Las hojas del libro abarcan demasiadas celdas para leerlas en el navegador.".to_owned();
        en_libro(
            "emision.desmedido",
            mensaje,
            "Si hay datos muy lejos de la tabla, bórrelos; o descargue de nuevo el archivo de IDSE.",
        )
    }
}
#[cfg(feature = "xls")]
pub(super) use del_archivo::{
    archivo_vacio, danado, demasiados_bytes, desmedido, es_texto, no_es_libro, otro_formato, protegido,
};

pub(super) fn libro_vacio() -> Hallazgo {
    let mensaje = "El libro está vacío: ninguna de sus hojas tiene datos.".to_owned();
    en_libro("emision.vacio", mensaje, OTRA_VEZ)
}

pub(super) fn otro_libro(hojas: &[String]) -> Hallazgo {
    let mut nombres: Vec<String> = hojas.iter().take(5).map(|h| format!("«{}»", corto(h))).collect();
    if hojas.len() > 5 {
        nombres.push("otras".to_owned());
    }
    let mensaje = format!(
        "El libro no trae las hojas «Movimientos EMA …» ni «Movimientos EBA …». Trae: {}.",
        nombres.join(", ")
    );
    en_libro(
        "emision.otro_libro",
        mensaje,
        "Cargue el .xls de la emisión que se descarga de IDSE, con los nombres de sus hojas sin cambiar.",
    )
}

pub(super) fn sin_hoja(cual: &str) -> Hallazgo {
    let mensaje = format!("El libro no trae la hoja «{cual} …»: lo que diría no se compara.");
    en_libro(
        "emision.sin_hoja",
        mensaje,
        "Si alguien la borró, descargue de nuevo el archivo de IDSE.",
    )
}

pub(super) fn hoja_repetida(hoja: &str) -> Hallazgo {
    let mensaje = "Hay otra hoja del mismo nombre antes; ésta no se leyó.".to_owned();
    en_hoja(
        "emision.hoja_repetida",
        hoja,
        mensaje,
        "Deje sólo la hoja que corresponde.",
    )
}

pub(super) fn demasiadas_filas(hoja: &str, limite: usize) -> Hallazgo {
    let mensaje = format!(
        "La hoja tiene más de {} filas, que es lo más que se lee.",
        miles(limite)
    );
    en_hoja(
        "emision.demasiadas_filas",
        hoja,
        mensaje,
        "Revise que sea la emisión de un solo registro patronal y un solo mes.",
    )
}

pub(super) fn sin_encabezado(hoja: &str) -> Hallazgo {
    let mensaje = "Ninguna de las primeras filas trae el encabezado «NSS».".to_owned();
    en_hoja("emision.sin_encabezado", hoja, mensaje, OTRA_VEZ)
}

pub(super) fn sin_columna(hoja: &str, fila: u32, titulo: &str) -> Hallazgo {
    let mensaje = format!("Falta la columna «{titulo}» entre los encabezados.");
    en_fila(
        "emision.sin_columna",
        hoja,
        fila,
        mensaje,
        "Ponga ese título en su columna, o descargue de nuevo el archivo de IDSE.",
    )
}

pub(super) fn sin_movimientos(hoja: &str) -> Hallazgo {
    let mensaje = "La hoja trae encabezados y ningún movimiento debajo.".to_owned();
    en_hoja("emision.sin_movimientos", hoja, mensaje, OTRA_VEZ)
}

pub(super) fn importe(lugar: &Lugar<'_>, texto: &str) -> Hallazgo {
    let mensaje = format!(
        "En «{}» dice «{}», que no es un importe en pesos y centavos.",
        lugar.titulo,
        corto(texto)
    );
    en_celda(
        "emision.importe",
        lugar,
        mensaje,
        "Deje sólo el número con dos decimales, por ejemplo 1234.56.",
    )
}

pub(super) fn falta(lugar: &Lugar<'_>) -> Hallazgo {
    let mensaje = format!("Falta el dato de «{}».", lugar.titulo);
    en_celda(
        "emision.falta",
        lugar,
        mensaje,
        "Escríbalo, o descargue de nuevo el archivo de IDSE.",
    )
}

pub(super) fn dias(lugar: &Lugar<'_>, texto: &str) -> Hallazgo {
    let mensaje = format!(
        "En «{}» dice «{}», que no es un número de días.",
        lugar.titulo,
        corto(texto)
    );
    en_celda(
        "emision.dias",
        lugar,
        mensaje,
        "Deje sólo un número entero, de 0 a 366.",
    )
}

pub(super) fn nss(lugar: &Lugar<'_>, texto: &str) -> Hallazgo {
    let mensaje = format!("«{}» no es un número de seguridad social de 11 dígitos.", corto(texto));
    en_celda(
        "emision.nss",
        lugar,
        mensaje,
        "Escriba los 11 dígitos, con la celda en formato de texto.",
    )
}

pub(super) fn nss_sin_ceros(lugar: &Lugar<'_>, nss: &str) -> Hallazgo {
    let mensaje = format!("Al NSS le faltaba el cero de la izquierda (Excel lo quita); se leyó como {nss}.");
    en_celda(
        "emision.nss_sin_ceros",
        lugar,
        mensaje,
        "Confirme que sea el trabajador.",
    )
}

pub(super) fn fecha(lugar: &Lugar<'_>, texto: &str) -> Hallazgo {
    let mensaje = format!(
        "En «{}» dice «{}», que no es una fecha; se dejó sin fecha.",
        lugar.titulo,
        corto(texto)
    );
    en_celda("emision.fecha", lugar, mensaje, "Escríbala como 4/OCT/2026.")
}

pub(super) fn fila_omitida(hoja: &str, fila: u32, texto: &str) -> Hallazgo {
    let mensaje = format!("La fila dice «{}» y no trae importes; se omitió.", corto(texto));
    en_fila("emision.fila_omitida", hoja, fila, mensaje, "")
}

pub(super) fn suma_del_renglon(lugar: &Lugar<'_>, dice: i64, suma: i64) -> Hallazgo {
    let mensaje = format!(
        "«{}» dice {} y lo que se suma da {}.",
        lugar.titulo,
        pesos(dice),
        pesos(suma)
    );
    en_celda(
        "emision.suma_del_renglon",
        lugar,
        mensaje,
        "Se usa lo que dice cada columna; si alguien modificó el archivo, descárguelo de nuevo.",
    )
}

pub(super) fn valor_del_resumen(hoja: &str, fila: usize, columna: usize, texto: &str) -> Hallazgo {
    let lugar = Lugar {
        hoja,
        fila: u32::try_from(fila + 1).unwrap_or(u32::MAX),
        columna: Some(columna),
        titulo: "",
    };
    let mensaje = format!("«{}» no es el dato que pide su etiqueta; no se usó.", corto(texto));
    en_celda("emision.valor_del_resumen", &lugar, mensaje, OTRA_VEZ)
}

pub(super) fn cuadre(hoja: &str, titulo: &str, resumen: i64, movimientos: i64) -> Hallazgo {
    let mensaje = format!(
        "El resumen dice {} en «{titulo}» y los movimientos suman {}.",
        pesos(resumen),
        pesos(movimientos)
    );
    en_hoja(
        "emision.cuadre",
        hoja,
        mensaje,
        "Si alguien quitó o agregó filas, descargue de nuevo el archivo de IDSE.",
    )
}
