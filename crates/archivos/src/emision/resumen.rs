//! The sheet of summary: labels and, beside each, its value. IMSS on the left, RCV and Infonavit on the right.

use super::celda::{centavos, entero, escalado, fecha, mes_de, vacia};
use super::hallazgo::Hallazgos;
use super::mensajes;
use super::tipos::{HojaDeTexto, Periodo, Resumen};
use crate::texto::{normalizar, recortar};
use chrono::Datelike;

/// Labels that only the block on the right has: the first one tells where that block begins.
const DE_LA_DERECHA: [&str; 5] = [
    "resumenemisionrcv",
    "numerodepropuestarcv",
    "totalcotizantesrcv",
    "retiro",
    "sumarcv",
];

/// Reads the summary; what cannot be read is absent and told.
pub(super) fn leer(hoja: &HojaDeTexto, avisos: &mut Hallazgos) -> Resumen {
    let division = inicio_de_la_derecha(hoja);
    let mut resumen = Resumen {
        razon_social: razon_social(hoja),
        ..Resumen::default()
    };
    for (i, fila) in hoja.filas.iter().enumerate() {
        for (j, par) in fila.windows(2).enumerate() {
            let [etiqueta, valor] = par else { continue };
            if vacia(etiqueta) || vacia(valor) || j + 1 == division {
                continue;
            }
            let etiqueta = normalizar(etiqueta);
            let bien = if j < division {
                de_la_izquierda(&mut resumen, &etiqueta, valor)
            } else {
                de_la_derecha(&mut resumen, &etiqueta, valor)
            };
            if !bien {
                avisos.push(mensajes::valor_del_resumen(&hoja.nombre, i, j + 1, valor));
            }
        }
    }
    resumen.periodo = resumen.periodo.or_else(|| periodo_del_nombre(&hoja.nombre));
    resumen
}

fn inicio_de_la_derecha(hoja: &HojaDeTexto) -> usize {
    let lugares = hoja.filas.iter().flat_map(|fila| fila.iter().enumerate());
    lugares
        .filter(|(_, celda)| DE_LA_DERECHA.contains(&normalizar(celda).as_str()))
        .map(|(j, _)| j)
        .filter(|j| *j > 0)
        .min()
        .unwrap_or(usize::MAX)
}

/// The name of the employer: cell A3.
fn razon_social(hoja: &HojaDeTexto) -> Option<String> {
    texto(hoja.filas.get(2)?.first()?)
}

fn texto(valor: &str) -> Option<String> {
    let valor = recortar(valor);
    (!vacia(valor)).then(|| valor.to_owned())
}

/// `10/2025`, or the date into which a spreadsheet turned it.
fn periodo(valor: &str) -> Option<Periodo> {
    let valor = recortar(valor);
    if let Some(dia) = fecha(valor) {
        return Some(Periodo {
            anio: dia.year(),
            mes: dia.month(),
        });
    }
    let (mes, anio) = valor.split_once('/')?;
    let mes = mes.trim().parse().ok().or_else(|| mes_de(mes))?;
    let anio = anio.trim().parse().ok()?;
    let cabe = (1..=12).contains(&mes) && (1900..2200).contains(&anio);
    cabe.then_some(Periodo { anio, mes })
}

/// «Emisión Abril 2026».
fn periodo_del_nombre(nombre: &str) -> Option<Periodo> {
    let mut palabras = nombre.split_whitespace().rev();
    let anio = palabras.next()?.parse().ok().filter(|a| (1900..2200).contains(a))?;
    let mes = mes_de(palabras.next()?)?;
    Some(Periodo { anio, mes })
}

fn registro_patronal(valor: &str) -> Option<String> {
    let limpio: String = valor.chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    (!limpio.is_empty()).then(|| limpio.to_ascii_uppercase())
}

/// Puts `valor` where it belongs, unless something is there already; false if it cannot be read.
fn poner<T>(lugar: &mut Option<T>, valor: Option<T>) -> bool {
    let bien = valor.is_some();
    if lugar.is_none() {
        *lugar = valor;
    }
    bien
}

fn de_la_izquierda(resumen: &mut Resumen, etiqueta: &str, valor: &str) -> bool {
    let ramos = &mut resumen.ramos;
    let lugar = match etiqueta {
        "periodomensual" | "periodo" => return poner(&mut resumen.periodo, periodo(valor)),
        "registropatronal" => return poner(&mut resumen.registro_patronal, registro_patronal(valor)),
        "numerodepropuestaimss" => return poner(&mut resumen.propuesta, texto(valor)),
        "dias" => return poner(&mut resumen.dias, entero(valor)),
        "totalcotizantesimss" => return poner(&mut resumen.total_cotizantes, entero(valor)),
        "primaderiesgosdetrabajo" => return poner(&mut resumen.prima, escalado(valor, 5)),
        "tipodedocumento" => return poner(&mut resumen.tipo_documento, texto(valor)),
        "cuotafija" => &mut ramos.cuota_fija,
        "excedentepatronal" => &mut ramos.excedente_patronal,
        "excedenteobrero" => &mut ramos.excedente_obrero,
        "prestacionesendineropatronal" => &mut ramos.pd_patronal,
        "prestacionesendineroobrero" => &mut ramos.pd_obrero,
        "gastosmedicosypensionadospatronal" => &mut ramos.gmp_patronal,
        "gastosmedicosypensionadosobrero" => &mut ramos.gmp_obrero,
        "riesgosdetrabajo" => &mut ramos.riesgos,
        "invalidezyvidapatronal" => &mut ramos.iv_patronal,
        "invalidezyvidaobrero" => &mut ramos.iv_obrero,
        "guarderiasyprestacionessociales" => &mut ramos.gps,
        "total" => &mut ramos.total,
        _ => return true,
    };
    poner(lugar, centavos(valor))
}

fn de_la_derecha(resumen: &mut Resumen, etiqueta: &str, valor: &str) -> bool {
    let rcv = &mut resumen.rcv;
    let lugar = match etiqueta {
        "numerodepropuestarcv" => return poner(&mut rcv.propuesta, texto(valor)),
        "totalcotizantesrcv" => return poner(&mut rcv.total_cotizantes, entero(valor)),
        "tipodedocumento" => return poner(&mut rcv.tipo_documento, texto(valor)),
        "numerodeacreditados" => return poner(&mut rcv.acreditados, entero(valor)),
        "totalaportacionpatinfonavit" => &mut rcv.aportacion,
        "aportacionpatscinfonavit" => &mut rcv.aportacion_sin_credito,
        "aportacionpatccinfonavit" => &mut rcv.aportacion_con_credito,
        "amortizacion" => &mut rcv.amortizacion,
        "aportpatccdetinfonavitmasamort" => &mut rcv.con_credito_mas_amortizacion,
        "sumainfonavit" => &mut rcv.suma_infonavit,
        "retiro" => &mut rcv.retiro,
        "cesantiayvejezpatronal" => &mut rcv.cv_patronal,
        "cesantiayvejezobrero" => &mut rcv.cv_obrero,
        "sumarcv" => &mut rcv.suma_rcv,
        "total" => &mut rcv.total,
        _ => return true,
    };
    poner(lugar, centavos(valor))
}
