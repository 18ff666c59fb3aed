//! The cells of an emisión, laid out as the IMSS does (`ecosistema.md` §2.4).

use crate::emision::movimientos::{Columna, EBA, EMA};
use crate::emision::tipos::{Emision, HojaDeTexto, Periodo, RenglonEba, RenglonEma, Resumen};
use chrono::{Datelike, NaiveDate};

/// Row of the first movement, from 1.
pub const PRIMERA_FILA: u32 = 6;

/// A cell to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Celda {
    Nada,
    Texto(String),
    /// A whole number of parts, and how many decimals they are.
    Numero(i64, u32),
}

impl Celda {
    pub(super) fn en_texto(&self) -> String {
        match self {
            Self::Nada => String::new(),
            Self::Texto(texto) => texto.clone(),
            Self::Numero(parte, decimales) => decimal(*parte, *decimales),
        }
    }
}

/// The shortest decimal text: 31540 with 2 is `315.4`.
fn decimal(parte: i64, decimales: u32) -> String {
    let base = 10_u64.pow(decimales);
    let absoluto = parte.unsigned_abs();
    let signo = if parte < 0 { "-" } else { "" };
    if decimales == 0 {
        return format!("{signo}{absoluto}");
    }
    let ancho = decimales as usize;
    let texto = format!("{signo}{}.{:0ancho$}", absoluto / base, absoluto % base);
    texto.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A sheet to be written.
pub(super) struct Hoja {
    pub nombre: String,
    pub filas: Vec<Vec<Celda>>,
}

impl Hoja {
    pub(super) fn en_texto(self) -> HojaDeTexto {
        let filas = self.filas.iter().map(|f| f.iter().map(Celda::en_texto).collect());
        HojaDeTexto {
            nombre: self.nombre,
            filas: filas.collect(),
        }
    }
}

const MESES: [&str; 12] = [
    "Enero",
    "Febrero",
    "Marzo",
    "Abril",
    "Mayo",
    "Junio",
    "Julio",
    "Agosto",
    "Septiembre",
    "Octubre",
    "Noviembre",
    "Diciembre",
];

fn mes(numero: u32) -> &'static str {
    let lugar = numero.checked_sub(1).and_then(|m| usize::try_from(m).ok());
    lugar.and_then(|m| MESES.get(m)).copied().unwrap_or("Mes")
}

pub(super) fn hojas(emision: &Emision) -> Vec<Hoja> {
    let cola = emision
        .resumen
        .periodo
        .map_or_else(String::new, |p| format!(" {} {}", mes(p.mes), p.anio));
    let mut hojas = vec![Hoja {
        nombre: format!("Emisión{cola}"),
        filas: resumen(&emision.resumen),
    }];
    let filas = |titulo: &str, columnas: &[Columna], renglones: Vec<Vec<Celda>>| {
        let mut filas = vec![
            vec![texto(titulo)],
            Vec::new(),
            de(&emision.resumen.razon_social),
            Vec::new(),
        ];
        filas.push(columnas.iter().map(|c| texto(c.titulo)).collect());
        filas.extend(renglones);
        filas.truncate(super::FILAS);
        filas
    };
    if !emision.ema.is_empty() {
        let renglones = emision.ema.iter().map(renglon_ema).collect();
        hojas.push(Hoja {
            nombre: format!("Movimientos EMA{cola}"),
            filas: filas("Movimientos Emisión IMSS", &EMA, renglones),
        });
    }
    if !emision.eba.is_empty() {
        let renglones = emision.eba.iter().map(renglon_eba).collect();
        hojas.push(Hoja {
            nombre: format!("Movimientos EBA{cola}"),
            filas: filas("Movimientos Emisión RCV", &EBA, renglones),
        });
    }
    hojas
}

fn texto(valor: &str) -> Celda {
    Celda::Texto(valor.to_owned())
}

/// What a sheet puts where there is nothing.
fn o_guion(valor: &str) -> Celda {
    texto(if valor.is_empty() { "-" } else { valor })
}

fn de(valor: &Option<String>) -> Vec<Celda> {
    valor.iter().map(|v| texto(v)).collect()
}

fn pesos(centavos: i64) -> Celda {
    Celda::Numero(centavos, 2)
}

/// `4/OCT/2025`, or a dash.
fn fecha(fecha: Option<NaiveDate>) -> Celda {
    fecha.map_or_else(
        || texto("-"),
        |f| {
            let mes: String = mes(f.month()).chars().take(3).collect();
            Celda::Texto(format!("{}/{}/{}", f.day(), mes.to_uppercase(), f.year()))
        },
    )
}

fn renglon_ema(m: &RenglonEma) -> Vec<Celda> {
    let mut celdas = vec![
        texto(&m.nss),
        texto(&m.nombre),
        o_guion(&m.origen),
        o_guion(&m.tipo),
        fecha(m.fecha),
        Celda::Numero(i64::from(m.dias), 0),
        pesos(m.salario),
    ];
    let importes = [
        m.cuota_fija,
        m.excedente_patronal,
        m.excedente_obrero,
        m.pd_patronal,
        m.pd_obrero,
        m.gmp_patronal,
        m.gmp_obrero,
        m.riesgos,
        m.iv_patronal,
        m.iv_obrero,
        m.gps,
        m.total,
    ];
    celdas.extend(importes.map(pesos));
    celdas
}

fn renglon_eba(m: &RenglonEba) -> Vec<Celda> {
    vec![
        texto(&m.nss),
        texto(&m.nombre),
        o_guion(&m.origen),
        o_guion(&m.tipo),
        fecha(m.fecha),
        Celda::Numero(i64::from(m.dias), 0),
        pesos(m.salario),
        pesos(m.retiro),
        pesos(m.cv_patronal),
        pesos(m.cv_obrero),
        pesos(m.subtotal_rcv),
        pesos(m.aportacion),
        o_guion(&m.tipo_descuento),
        o_guion(&m.valor_descuento),
        o_guion(&m.credito),
        pesos(m.amortizacion),
        pesos(m.subtotal_infonavit),
        pesos(m.total),
    ]
}

/// Pairs of label and value of one block, those that are present.
type Bloque = Vec<(&'static str, Celda)>;

fn resumen(resumen: &Resumen) -> Vec<Vec<Celda>> {
    let (izquierda, derecha) = (bloque_imss(resumen), bloque_rcv(resumen));
    let mut filas = vec![
        vec![texto("Resumen Emisión IMSS")],
        Vec::new(),
        de(&resumen.razon_social),
        Vec::new(),
    ];
    if !derecha.is_empty() {
        let titulo = vec![
            texto("Resumen Emisión IMSS"),
            Celda::Nada,
            Celda::Nada,
            texto("Resumen Emisión RCV"),
        ];
        if let Some(primera) = filas.first_mut() {
            *primera = titulo;
        }
    }
    let par = |bloque: &Bloque, i: usize| {
        let par = bloque.get(i).cloned();
        par.map_or([Celda::Nada, Celda::Nada], |(etiqueta, valor)| [texto(etiqueta), valor])
    };
    for i in 0..izquierda.len().max(derecha.len()) {
        let mut fila = par(&izquierda, i).to_vec();
        fila.push(Celda::Nada);
        fila.extend(par(&derecha, i));
        filas.push(fila);
    }
    filas
}

fn presentes(pares: Vec<(&'static str, Option<Celda>)>) -> Bloque {
    pares.into_iter().filter_map(|(e, v)| Some((e, v?))).collect()
}

fn cuenta(valor: Option<u32>) -> Option<Celda> {
    valor.map(|n| Celda::Numero(i64::from(n), 0))
}

fn bloque_imss(r: &Resumen) -> Bloque {
    let escrito = |v: &Option<String>| v.as_deref().map(texto);
    let periodo = |p: Periodo| Celda::Texto(format!("{}/{}", p.mes, p.anio));
    let prima = |p: i64| Celda::Texto(format!("{}.{:05}", p / 100_000, p % 100_000));
    let t = &r.ramos;
    presentes(vec![
        ("Periodo Mensual", r.periodo.map(periodo)),
        ("Registro Patronal", escrito(&r.registro_patronal)),
        ("Número de Propuesta IMSS", escrito(&r.propuesta)),
        ("Días", cuenta(r.dias)),
        ("Total Cotizantes IMSS", cuenta(r.total_cotizantes)),
        ("Prima de Riesgos de Trabajo", r.prima.map(prima)),
        ("Tipo de Documento", escrito(&r.tipo_documento)),
        ("Cuota Fija", t.cuota_fija.map(pesos)),
        ("Excedente Patronal", t.excedente_patronal.map(pesos)),
        ("Excedente Obrero", t.excedente_obrero.map(pesos)),
        ("Prestaciones en Dinero Patronal", t.pd_patronal.map(pesos)),
        ("Prestaciones en Dinero Obrero", t.pd_obrero.map(pesos)),
        ("Gastos Médicos y Pensionados Patronal", t.gmp_patronal.map(pesos)),
        ("Gastos Médicos y Pensionados Obrero", t.gmp_obrero.map(pesos)),
        ("Riesgos de Trabajo", t.riesgos.map(pesos)),
        ("Invalidez y Vida Patronal", t.iv_patronal.map(pesos)),
        ("Invalidez y Vida Obrero", t.iv_obrero.map(pesos)),
        ("Guarderías y Prestaciones Sociales", t.gps.map(pesos)),
        ("Total", t.total.map(pesos)),
    ])
}

fn bloque_rcv(r: &Resumen) -> Bloque {
    let escrito = |v: &Option<String>| v.as_deref().map(texto);
    let t = &r.rcv;
    presentes(vec![
        ("Número de Propuesta RCV", escrito(&t.propuesta)),
        ("Total Cotizantes RCV", cuenta(t.total_cotizantes)),
        ("Tipo de Documento", escrito(&t.tipo_documento)),
        ("Número de acreditados", cuenta(t.acreditados)),
        ("Total Aportación Pat. Infonavit", t.aportacion.map(pesos)),
        ("Aportación Pat. S/C Infonavit", t.aportacion_sin_credito.map(pesos)),
        ("Aportación Pat. C/C Infonavit", t.aportacion_con_credito.map(pesos)),
        ("Amortización", t.amortizacion.map(pesos)),
        (
            "Aport. Pat. C/C Det. Infonavit mas Amort.",
            t.con_credito_mas_amortizacion.map(pesos),
        ),
        ("Suma Infonavit", t.suma_infonavit.map(pesos)),
        ("Retiro", t.retiro.map(pesos)),
        ("Cesantía y vejez Patronal", t.cv_patronal.map(pesos)),
        ("Cesantía y vejez Obrero", t.cv_obrero.map(pesos)),
        ("Suma RCV", t.suma_rcv.map(pesos)),
        ("Total", t.total.map(pesos)),
    ])
}
