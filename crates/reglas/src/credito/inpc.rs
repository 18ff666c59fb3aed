//! The INPC of a month: when it was published, what it was, and which month rules a payment (CFF 17-A, 20 and 20 Bis).

use super::constante;
use crate::consulta::Consulta;
use crate::entrada::error_de_lectura;
use crate::fecha::{Fecha, Mes, inicio_del_mes_siguiente};
use crate::hallazgo::Hallazgo;
use crate::importe::Texto;
use crate::mensajes::credito as mensaje;
use crate::mensajes::entrada as mensaje_de_entrada;
use crate::plazo::{dia_habil, vencimiento_de_pago};
use crate::politica::{Politica, Politicas};
use chrono::{Datelike as _, Days, NaiveDate};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;
use ventanilla_normativa::{Calendario, Fila, Normativa, Tabla};

/// Months back that are looked at for a published one: the last or the one before it, unless a suplemento is absurd.
const PACIENCIA: u32 = 24;

/// Days back that are looked at for a working one.
const DIAS: u32 = 30;

/// An index that a person gave: 1 to 100000, with twelve decimals at most. In JSON a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indice(Decimal);

impl Indice {
    /// Reads an index; `None` if it is not one or is out of range.
    pub fn leer(texto: &str) -> Option<Self> {
        let limpio = !texto.is_empty() && texto.len() <= 24 && texto.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let valor: Decimal = limpio.then(|| texto.parse().ok()).flatten()?;
        let cabe = (Decimal::ONE..=Decimal::from(100_000_u32)).contains(&valor) && valor.normalize().scale() <= 12;
        cabe.then_some(Self(valor))
    }

    /// The index.
    pub fn decimal(self) -> Decimal {
        self.0
    }
}

impl Serialize for Indice {
    fn serialize<S: Serializer>(&self, serializador: S) -> Result<S::Ok, S::Error> {
        serializador.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Indice {
    fn deserialize<D: Deserializer<'de>>(deserializador: D) -> Result<Self, D::Error> {
        let texto = deserializador.deserialize_str(Texto)?;
        Self::leer(&texto).ok_or_else(|| D::Error::custom(error_de_lectura(&mensaje::INPC_VALOR, &[("valor", &texto)])))
    }
}

/// Indexes that a person gave for months that the table lacks, base second half of July 2018. They never rule over a
/// loaded month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct InpcDado(BTreeMap<Mes, Indice>);

impl InpcDado {
    /// Adds a month, or puts another index in its place.
    pub fn poner(&mut self, mes: Mes, indice: Indice) {
        self.0.insert(mes, indice);
    }

    /// The index given for `mes`.
    pub fn de(&self, mes: Mes) -> Option<Indice> {
        self.0.get(&mes).copied()
    }

    /// Whether none was given.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de> Deserialize<'de> for InpcDado {
    fn deserialize<D: Deserializer<'de>>(deserializador: D) -> Result<Self, D::Error> {
        struct Mapa;
        impl<'de> Visitor<'de> for Mapa {
            type Value = InpcDado;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("un objeto con un INPC por mes, por ejemplo {\"2026-10\": \"146.1\"}")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut mapa: A) -> Result<InpcDado, A::Error> {
                let mut dado = InpcDado::default();
                while let Some((mes, indice)) = mapa.next_entry::<Mes, Indice>()? {
                    if dado.0.insert(mes, indice).is_some() {
                        let datos = [("clave", mes.to_string())];
                        let datos = datos.each_ref().map(|(n, v)| (*n, v.as_str()));
                        return Err(A::Error::custom(error_de_lectura(
                            &mensaje_de_entrada::CLAVE_REPETIDA,
                            &datos,
                        )));
                    }
                }
                Ok(dado)
            }
        }
        deserializador.deserialize_map(Mapa)
    }
}

/// An index that entered a factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InpcUsado {
    /// Its month.
    pub mes: Mes,
    /// The index, with the decimals it was published with.
    pub valor: String,
    /// Whether a person gave it: it is in no table.
    pub dado: bool,
    /// Day of its publication, where known; the rules count on the tenth of the next month where it is not.
    pub publicado: Option<Fecha>,
}

/// An index that was found.
#[derive(Clone, Copy)]
pub(super) struct Hallado<'a> {
    pub mes: Mes,
    pub valor: Decimal,
    pub fila: Option<&'a Fila>,
}

impl Hallado<'_> {
    pub(super) fn usado(&self) -> InpcUsado {
        InpcUsado {
            mes: self.mes,
            valor: self.valor.to_string(),
            dado: self.fila.is_none(),
            publicado: self.fila.and_then(|f| f.publicado).map(Fecha),
        }
    }
}

fn cargado(normativa: &Normativa, mes: Mes) -> Option<&Fila> {
    normativa.vigente(Tabla::Inpc, &mes.to_string(), mes.inicio()).ok()
}

/// The day on which the index of `mes` was published: that of the Diario Oficial where known, or else the last day that
/// the law gives for it, or the working day before that one.
///
/// # Errors
/// `normativa.fuera_de_vigencia`.
pub(super) fn publicacion(consulta: &mut Consulta<'_>, mes: Mes) -> Result<NaiveDate, Hallazgo> {
    if let Some(dia) = cargado(consulta.normativa(), mes).and_then(|f| f.publicado) {
        return Ok(dia);
    }
    let siguiente = inicio_del_mes_siguiente(mes.inicio());
    let limite = constante(consulta, "dia_de_publicacion", siguiente)?;
    let limite = limite.valor.to_u32().and_then(|dia| siguiente.with_day(dia));
    let mut dia = limite.unwrap_or(siguiente);
    for _ in 0..DIAS {
        if dia_habil(consulta, Calendario::Cff12, dia) {
            break;
        }
        dia = dia.checked_sub_days(Days::new(1)).unwrap_or(dia);
    }
    Ok(dia)
}

/// The month whose index rules a payment made on `pago`: the one before or, if that was not published yet, the last that
/// was (CFF 17-A).
///
/// # Errors
/// `normativa.fuera_de_vigencia`.
pub(super) fn mes_que_rige(consulta: &mut Consulta<'_>, pago: NaiveDate) -> Result<Mes, Hallazgo> {
    let mut mes = Mes::de(pago).anterior();
    for _ in 0..PACIENCIA {
        if publicacion(consulta, mes)? <= pago {
            break;
        }
        mes = mes.anterior();
    }
    Ok(mes)
}

/// The index of `mes`: the loaded one, or the one that was given. Says so if they are different.
pub(super) fn buscar<'a>(
    consulta: &mut Consulta<'a>,
    dado: &InpcDado,
    mes: Mes,
    hallazgos: &mut Vec<Hallazgo>,
) -> Option<Hallado<'a>> {
    let fila = cargado(consulta.normativa(), mes);
    let suyo = dado.de(mes);
    let Some(fila) = fila else {
        return suyo.map(|indice| Hallado {
            mes,
            valor: indice.decimal(),
            fila: None,
        });
    };
    consulta.usar(Tabla::Inpc, fila, mes.inicio());
    if let Some(otro) = suyo.filter(|indice| indice.decimal() != fila.valor) {
        let datos = [
            ("mes", mes.en_palabras()),
            ("dado", otro.decimal().to_string()),
            ("cargado", fila.valor.to_string()),
            ("fuente", fila.fuente.to_string()),
        ];
        hallazgos.push(Hallazgo::con(&mensaje::INPC_DIFIERE, format!("inpc.{mes}"), &datos));
    }
    Some(Hallado {
        mes,
        valor: fila.valor,
        fila: Some(fila),
    })
}

/// The last month up to `hasta` that is loaded or was given.
fn ultimo(normativa: &Normativa, dado: &InpcDado, hasta: Mes) -> Option<Mes> {
    let cargados = normativa.filas(Tabla::Inpc).filter_map(|f| Mes::leer(&f.clave));
    cargados.chain(dado.0.keys().copied()).filter(|mes| *mes <= hasta).max()
}

/// The indexes of a factor, and whether a later one had to be put in the place of what is not loaded.
pub(super) struct Par<'a> {
    pub antiguo: Hallado<'a>,
    pub reciente: Hallado<'a>,
    pub estimado: bool,
}

/// Finds the indexes of both months. What is missing is an error or, under the política `inpc_futuro`, the last one that
/// is loaded takes its place.
///
/// # Errors
/// `inpc.no_cargado`, naming the months.
pub(super) fn par<'a>(
    consulta: &mut Consulta<'a>,
    dado: &InpcDado,
    [antiguo, reciente]: [Mes; 2],
    hallazgos: &mut Vec<Hallazgo>,
) -> Result<Par<'a>, Hallazgo> {
    let hallados = [antiguo, reciente].map(|mes| buscar(consulta, dado, mes, hallazgos));
    if let [Some(antiguo), Some(reciente)] = hallados {
        return Ok(Par {
            antiguo,
            reciente,
            estimado: false,
        });
    }
    let faltan: Vec<Mes> = [antiguo, reciente]
        .into_iter()
        .zip(&hallados)
        .filter_map(|(mes, hallado)| hallado.is_none().then_some(mes))
        .collect();
    let error = || no_cargado(&faltan);
    if !consulta.politicas.es(Politica::InpcFuturo, "ultimo") {
        return Err(error());
    }
    let ultimo = ultimo(consulta.normativa(), dado, reciente).ok_or_else(error)?;
    // What is missing before the last loaded month is not in the future: it has to be given.
    if faltan.iter().any(|mes| *mes < ultimo) {
        return Err(error());
    }
    consulta.importa(Politica::InpcFuturo);
    let en_su_lugar = buscar(consulta, dado, ultimo, hallazgos).ok_or_else(error)?;
    let datos = [("meses", nombrar(&faltan)), ("usado", ultimo.en_palabras())];
    hallazgos.push(Hallazgo::con(&mensaje::INPC_ESTIMADO, "inpc", &datos));
    let [antiguo, reciente] = hallados.map(|hallado| hallado.unwrap_or(en_su_lugar));
    Ok(Par {
        antiguo,
        reciente,
        estimado: true,
    })
}

fn no_cargado(faltan: &[Mes]) -> Hallazgo {
    let claves: Vec<String> = faltan.iter().map(|mes| format!("«{mes}»")).collect();
    let datos = [("meses", nombrar(faltan)), ("claves", claves.join(" y "))];
    Hallazgo::con(&mensaje::INPC_NO_CARGADO, "inpc", &datos)
}

fn nombrar(meses: &[Mes]) -> String {
    let nombres: Vec<String> = meses.iter().map(|mes| mes.en_palabras()).collect();
    nombres.join(" y ")
}

/// The months whose index is needed to bring a credit due on `vencimiento` up to `pago`, and is neither loaded nor given:
/// what a screen asks for. `vencimiento` is the nominal day, as in the operation.
pub fn meses_que_faltan(normativa: &Normativa, vencimiento: NaiveDate, pago: NaiveDate, dado: &InpcDado) -> Vec<Mes> {
    let mut consulta = Consulta::nueva(normativa, Politicas::default());
    let movido = vencimiento_de_pago(&mut consulta, vencimiento).and_then(|v| meses(&mut consulta, v.fecha, pago));
    // What the calendar does not cover is an error of the operation, not a month to ask for.
    let Ok(Some([antiguo, reciente])) = movido else {
        return Vec::new();
    };
    let falta = |mes: &Mes| cargado(normativa, *mes).is_none() && dado.de(*mes).is_none();
    [antiguo, reciente].into_iter().filter(falta).collect()
}

/// The older and the later month of a factor; `None` when they are the same, or the payment falls in the month in which
/// it was due: then no index is needed.
///
/// # Errors
/// `normativa.fuera_de_vigencia`.
pub(super) fn meses(
    consulta: &mut Consulta<'_>,
    vencimiento: NaiveDate,
    pago: NaiveDate,
) -> Result<Option<[Mes; 2]>, Hallazgo> {
    let debido = Mes::de(vencimiento);
    if Mes::de(pago) <= debido {
        return Ok(None);
    }
    let antiguo = debido.anterior();
    let reciente = mes_que_rige(consulta, pago)?;
    Ok((reciente > antiguo).then_some([antiguo, reciente]))
}
