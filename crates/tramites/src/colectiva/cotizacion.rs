//! What the people of the list pay, each and together: the same quote as the individual application, once for each
//! different case.

use super::lista::{celda, cuantas, edades};
use super::{condiciones, lista};
use crate::guion::{Cuadro, Mirada, Renglon, Respuestas, Seccion};
use crate::incorporacion::condiciones::{modalidad, nacimiento, solicitud};
use crate::incorporacion::cotizacion::{
    PAGOS_A_LA_VISTA, articulos, cobertura, cuota_que_falta, cuotas_dadas, cuotas_de_terceros, de_clave,
    de_estos_grupos, donde_va_la_cuota, un_pago,
};
use crate::texto::pesos;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use ventanilla_reglas::fecha::{Fecha, inicio_del_mes_siguiente};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::incorporacion::{
    EntradaCotizar, Modalidad, Pago, SalidaCotizar, ejecutar_cotizar, grupos_por_dar,
};

/// What the group costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Cotizacion {
    /// What each row pays; `None` where it cannot be computed yet.
    pub por_fila: Vec<Option<Importe>>,
    /// The sum of those that can.
    pub total: Importe,
    /// People who pay the same: what they have in common, how many, what each pays.
    pub iguales: Vec<Iguales>,
    /// The payments of all, by their dates.
    pub pagos: Vec<Pago>,
    /// One quote of the group: it covers the same days for all.
    pub muestra: SalidaCotizar,
    /// What the rules say, each at its question.
    pub hallazgos: Vec<Hallazgo>,
}

/// People who pay the same for the same reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Iguales {
    /// What they have in common.
    pub quienes: String,
    /// How many.
    pub cuantos: u32,
    /// What each pays.
    pub cuota: Importe,
    /// What they pay together.
    pub suma: Importe,
}

impl Cotizacion {
    /// Rows that can be computed.
    pub fn calculadas(&self) -> usize {
        self.por_fila.iter().flatten().count()
    }

    /// The amount of each row as text; empty where it cannot be computed yet.
    pub(super) fn textos(&self) -> Vec<String> {
        let texto = |cuota: &Option<Importe>| cuota.map(pesos).unwrap_or_default();
        self.por_fila.iter().map(texto).collect()
    }

    /// Whether it is of every row.
    pub fn completa(&self) -> bool {
        self.calculadas() == self.por_fila.len()
    }
}

/// First day covered: the first of the month after the inscription (RACERF 77, 103).
pub fn inicio(m: &Mirada<'_>) -> NaiveDate {
    inicio_del_mes_siguiente(solicitud(m))
}

/// What the people of the list pay. `None` while there is nobody, or something that it depends on is missing.
///
/// # Errors
/// What the rules say of the whole, each at its question; of single rows, in the quote.
pub fn cotizar(m: &Mirada<'_>) -> Option<Result<Cotizacion, Vec<Hallazgo>>> {
    match modalidad(m)? {
        _ if cuantas(m) == 0 => None,
        Modalidad::Pti => independientes(m).map(Ok),
        Modalidad::M44 | Modalidad::M43 => esquema_anual(m),
        Modalidad::M33 => seguro_familiar(m),
        _ => None,
    }
}

/// Quotes of the independent workers, one for each different income and class.
type PorCaso<'a> = BTreeMap<(&'a str, &'a str), Result<SalidaCotizar, Vec<Hallazgo>>>;

fn independientes(m: &Mirada<'_>) -> Option<Cotizacion> {
    let inicio = inicio(m);
    let base = EntradaCotizar {
        anio: Some(inicio.year()),
        mes: Some(inicio.month()),
        area: Some(de_clave(m.valor("opcion.area"))?),
        infonavit: Some(m.afirma("opcion.infonavit")),
        periodicidad: Some(de_clave(m.valor("opcion.periodicidad"))?),
        ..EntradaCotizar::nueva(Modalidad::Pti)
    };
    let caso = |fila| {
        let caso = (celda(m, fila, "ingreso_mensual"), celda(m, fila, "clase"));
        (!caso.0.is_empty() && !caso.1.is_empty()).then_some(caso)
    };
    let casos: Vec<Option<(&str, &str)>> = (0..cuantas(m)).map(caso).collect();
    let mut por_caso = PorCaso::new();
    for (ingreso, clase) in casos.iter().flatten() {
        por_caso.entry((ingreso, clase)).or_insert_with(|| {
            let entrada = EntradaCotizar {
                ingreso_mensual: Importe::leer(ingreso).ok(),
                clase: de_clave(clase),
                ..base.clone()
            };
            ejecutar_cotizar(m.normativa, entrada)
        });
    }
    let muestra = por_caso.values().find_map(|r| r.as_ref().ok())?.clone();
    let salidas: Vec<Option<&SalidaCotizar>> = casos
        .iter()
        .map(|caso| por_caso.get(caso.as_ref()?)?.as_ref().ok())
        .collect();
    let mut veces: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for caso in casos.iter().flatten() {
        *veces.entry(*caso).or_default() += 1;
    }
    let iguales = por_caso.iter().filter_map(|(caso, salida)| {
        let salida = salida.as_ref().ok()?;
        let cuantos = veces.get(caso).copied().unwrap_or_default();
        let ingreso = Importe::leer(caso.0).map_or_else(|_| caso.0.to_owned(), pesos);
        Some(de_iguales(
            format!("{ingreso} al mes, clase {}", caso.1),
            cuantos,
            salida.total,
        ))
    });
    Some(Cotizacion {
        total: salidas.iter().flatten().map(|s| s.total).sum(),
        pagos: juntos(&salidas),
        iguales: iguales.collect(),
        hallazgos: de_los_casos(&casos, &por_caso),
        por_fila: salidas.iter().map(|s| s.map(|s| s.total)).collect(),
        muestra,
    })
}

/// What the rules say of a row goes to its cell; what they say of every one, once.
fn de_los_casos(casos: &[Option<(&str, &str)>], por_caso: &PorCaso<'_>) -> Vec<Hallazgo> {
    let mut hallazgos: Vec<Hallazgo> = Vec::new();
    for (fila, caso) in casos.iter().enumerate() {
        let Some(resultado) = caso.and_then(|c| por_caso.get(&c)) else {
            continue;
        };
        let dichos = match resultado {
            Ok(salida) => &salida.comun.hallazgos,
            Err(errores) => errores,
        };
        for dicho in dichos {
            let ruta = match dicho.campo.as_str() {
                "ingreso_mensual" | "clase" => [lista::BLOQUE, ".", &fila.to_string(), ".", &dicho.campo].concat(),
                "area" | "periodicidad" => ["opcion.", &dicho.campo].concat(),
                "" => String::new(),
                _ => "opcion.modalidad".to_owned(),
            };
            let dicho = dicho.clone().en(&ruta);
            if !hallazgos.iter().rev().take(DICHOS).any(|h| *h == dicho) {
                hallazgos.push(dicho);
            }
        }
    }
    hallazgos
}

/// What may be said of one quote: a repetition is looked for among as many.
const DICHOS: usize = 16;

fn esquema_anual(m: &Mirada<'_>) -> Option<Result<Cotizacion, Vec<Hallazgo>>> {
    let entrada = EntradaCotizar {
        inicio: Some(Fecha(inicio(m))),
        periodicidad: Some(de_clave(m.valor("opcion.forma_de_pago"))?),
        ..EntradaCotizar::nueva(modalidad(m)?)
    };
    let salida = ejecutar_cotizar(m.normativa, entrada).map_err(|errores| {
        let en_su_lugar = |h: Hallazgo| match h.campo.as_str() {
            "periodicidad" => h.en("opcion.forma_de_pago"),
            _ => h.en("opcion.modalidad"),
        };
        errores.into_iter().map(en_su_lugar).collect()
    });
    Some(salida.map(|salida| {
        let personas = cuantas(m);
        let salidas = vec![Some(&salida); personas];
        Cotizacion {
            por_fila: vec![Some(salida.total); personas],
            total: std::iter::repeat_n(salida.total, personas).sum(),
            iguales: vec![de_iguales("Todas las personas".to_owned(), personas, salida.total)],
            pagos: juntos(&salidas),
            hallazgos: salida
                .comun
                .hallazgos
                .iter()
                .map(|h| match h.campo.as_str() {
                    "" => h.clone(),
                    _ => h.clone().en("opcion.modalidad"),
                })
                .collect(),
            muestra: salida,
        }
    }))
}

/// Ages of the person of a row and of their relatives on the first day of cover; `None` until all can be read.
fn edades_de_la_fila(m: &Mirada<'_>, fila: usize) -> Option<Vec<u32>> {
    let titular = inicio(m).years_since(nacimiento(m, celda(m, fila, "curp"))?)?;
    let familia = edades(celda(m, fila, "familia"))?;
    Some(std::iter::once(titular).chain(familia).collect())
}

/// Ages of everybody who would be insured: those of the rows that can be read.
fn edades_de_todos(m: &Mirada<'_>) -> Vec<Option<Vec<u32>>> {
    (0..cuantas(m)).map(|fila| edades_de_la_fila(m, fila)).collect()
}

/// People insured in the seguro de salud para la familia, with their relatives.
pub(super) fn con_familia(m: &Mirada<'_>) -> usize {
    edades_de_todos(m).iter().map(|e| e.as_ref().map_or(1, Vec::len)).sum()
}

/// Age groups whose fee the tables lack: it is asked for (LSS 242).
pub fn grupos_que_faltan(m: &Mirada<'_>) -> Vec<String> {
    if !condiciones::familiar(m) {
        return Vec::new();
    }
    let todas: BTreeSet<u32> = edades_de_todos(m).into_iter().flatten().flatten().collect();
    grupos_por_dar(m.normativa, inicio(m), &todas.into_iter().collect::<Vec<_>>())
}

/// The rows of official fees as they should be; `None` when they are so.
pub fn cuotas_por_anotar(m: &Mirada<'_>, escritas: &Respuestas) -> Option<Respuestas> {
    de_estos_grupos(&grupos_que_faltan(m), escritas)
}

/// Each age is quoted once, however many have it.
fn seguro_familiar(m: &Mirada<'_>) -> Option<Result<Cotizacion, Vec<Hallazgo>>> {
    let filas = edades_de_todos(m);
    let distintas: BTreeSet<u32> = filas.iter().flatten().flatten().copied().collect();
    if distintas.is_empty() {
        return None;
    }
    let entrada = EntradaCotizar {
        inicio: Some(Fecha(inicio(m))),
        edades: Some(distintas.into_iter().collect()),
        cuota_oficial: Some(cuotas_dadas(m)).filter(|c| !c.is_empty()),
        ..EntradaCotizar::nueva(Modalidad::M33)
    };
    let salida = match ejecutar_cotizar(m.normativa, entrada) {
        Ok(salida) => salida,
        Err(errores) => {
            let ruta = donde_va_la_cuota(m);
            let en_su_lugar = |h: Hallazgo| match h.campo.as_str() {
                c if c.starts_with("edades") || c.starts_with("cuota_oficial") => cuota_que_falta(h.en(&ruta)),
                _ => h.en("opcion.modalidad"),
            };
            let mut errores: Vec<Hallazgo> = errores.into_iter().map(en_su_lugar).collect();
            errores.dedup();
            return Some(Err(errores));
        }
    };
    let por_edad: BTreeMap<u32, (&str, Importe)> = salida
        .por_persona
        .iter()
        .map(|p| (p.edad, (p.grupo.as_str(), p.cuota)))
        .collect();
    let de_la_fila = |edades: &Option<Vec<u32>>| {
        let cuotas: Option<Vec<Importe>> = edades.as_ref()?.iter().map(|e| Some(por_edad.get(e)?.1)).collect();
        cuotas.map(|c| c.into_iter().sum())
    };
    let por_fila: Vec<Option<Importe>> = filas.iter().map(de_la_fila).collect();
    let mut por_grupo: BTreeMap<(&str, Importe), usize> = BTreeMap::new();
    for caso in filas.iter().flatten().flatten().filter_map(|e| por_edad.get(e)) {
        *por_grupo.entry(*caso).or_default() += 1;
    }
    let iguales = por_grupo
        .iter()
        .map(|((grupo, cuota), cuantos)| de_iguales(format!("De {grupo} años"), *cuantos, *cuota));
    let total: Importe = por_fila.iter().flatten().copied().sum();
    let pagos = salida.pagos.iter().take(1).map(|p| Pago { importe: total, ..*p });
    Some(Ok(Cotizacion {
        total,
        iguales: iguales.collect(),
        pagos: pagos.collect(),
        hallazgos: dichos_de_la_familia(m, &salida),
        por_fila,
        muestra: salida,
    }))
}

/// What the rules say of ages without names is not of this list; what they say of a fee goes to it.
fn dichos_de_la_familia(m: &Mirada<'_>, salida: &SalidaCotizar) -> Vec<Hallazgo> {
    let dichos = salida.comun.hallazgos.iter().filter(|h| h.campo != "edades");
    let en_su_lugar = |h: &Hallazgo| match h.campo.as_str() {
        "" => h.clone(),
        "cuota_oficial" => h.clone().en(&donde_va_la_cuota(m)),
        _ => h.clone().en("opcion.modalidad"),
    };
    dichos.map(en_su_lugar).collect()
}

fn de_iguales(quienes: String, cuantos: usize, cuota: Importe) -> Iguales {
    Iguales {
        quienes,
        cuantos: u32::try_from(cuantos).unwrap_or(u32::MAX),
        cuota,
        suma: std::iter::repeat_n(cuota, cuantos).sum(),
    }
}

/// The payments of all: they have the same dates.
fn juntos(salidas: &[Option<&SalidaCotizar>]) -> Vec<Pago> {
    let mut pagos: Vec<Pago> = Vec::new();
    for salida in salidas.iter().flatten() {
        for (i, pago) in salida.pagos.iter().enumerate() {
            match pagos.get_mut(i) {
                Some(suyo) => suyo.importe += pago.importe,
                None => pagos.push(*pago),
            }
        }
    }
    pagos
}

/// Different quotes that are shown; the list has that of each person.
const A_LA_VISTA: usize = 40;

/// What is paid, who pays it, what it covers.
pub fn secciones(m: &Mirada<'_>, cotizacion: &Cotizacion) -> Vec<Seccion> {
    let de = cotizacion.muestra.modalidad;
    let rotulo = if cotizacion.completa() {
        "De todo el grupo".to_owned()
    } else {
        format!("De las {} filas que ya se pueden calcular", cotizacion.calculadas())
    };
    let cada_cuanto = match de {
        Modalidad::M33 => &["RACERF 101"],
        _ => &["LSS 224"],
    };
    let mut renglones = vec![
        Renglon::cifra("Cada cuánto", que_se_paga(m, de), cada_cuanto),
        Renglon::cifra(&rotulo, pesos(cotizacion.total), articulos(de)),
    ];
    if let [una] = cotizacion.iguales.as_slice()
        && de != Modalidad::M33
    {
        renglones.push(Renglon::cifra("De cada persona", pesos(una.cuota), &[]));
    }
    renglones.push(quien_paga(de));
    if cuotas_de_terceros(&cotizacion.muestra) {
        renglones.push(Renglon::cifra(
            "De dónde son las cuotas",
            "de fuente no oficial, por confirmar",
            &["LSS 242"],
        ));
    }
    renglones.extend(cotizacion.pagos.iter().take(PAGOS_A_LA_VISTA).map(|p| un_pago(m, p)));
    let costo = Seccion::calculada("Lo que se paga", renglones).con_cuadro(cuadro(&cotizacion.iguales));
    let mut cubre = cobertura(&cotizacion.muestra);
    if de == Modalidad::M33 {
        cubre.push(Renglon::cifra(
            "Para renovar el convenio",
            "la persona moral avisa en los cinco primeros días hábiles del mes; el Instituto comunica el importe en diez días hábiles",
            &["RACERF 105"],
        ));
    }
    vec![costo, Seccion::calculada("Qué cubre y hasta cuándo", cubre)]
}

fn que_se_paga(m: &Mirada<'_>, modalidad: Modalidad) -> &'static str {
    match (modalidad, m.valor("opcion.periodicidad")) {
        (Modalidad::M33, _) => "un año por adelantado, en una sola exhibición",
        (Modalidad::Pti, "mensual") => "cada mes, por adelantado",
        (Modalidad::Pti, "bimestral") => "cada dos meses, por adelantado",
        (Modalidad::Pti, "semestral") => "cada seis meses, por adelantado",
        (Modalidad::Pti, _) => "cada año, por adelantado",
        _ if m.es("opcion.forma_de_pago", &["bimestral"]) => "un año, en pagos de dos meses",
        _ => "un año por adelantado",
    }
}

fn quien_paga(modalidad: Modalidad) -> Renglon {
    match modalidad {
        Modalidad::M33 => Renglon::cifra(
            "Quién está obligado a pagar",
            "la persona moral, por todas las personas de la lista",
            &["RACERF 100 II", "RACERF 102"],
        ),
        _ => Renglon::cifra(
            "Quién está obligado a pagar",
            "cada persona, sólo lo suyo; la persona moral no responde por ella",
            &["LSS 222 I", "LSS 228 II"],
        ),
    }
}

fn cuadro(iguales: &[Iguales]) -> Cuadro {
    let fila = |i: &Iguales| vec![i.quienes.clone(), i.cuantos.to_string(), pesos(i.cuota), pesos(i.suma)];
    let mut filas: Vec<Vec<String>> = iguales.iter().take(A_LA_VISTA).map(fila).collect();
    if let Some(otras) = iguales.get(A_LA_VISTA..).filter(|o| !o.is_empty()) {
        let cuantos: u32 = otras.iter().map(|i| i.cuantos).sum();
        let suma: Importe = otras.iter().map(|i| i.suma).sum();
        filas.push(vec![
            "Otras cuotas".to_owned(),
            cuantos.to_string(),
            "en la lista".to_owned(),
            pesos(suma),
        ]);
    }
    Cuadro {
        titulo: "Cuota de cada persona y de todas".to_owned(),
        encabezados: ["Personas", "Cuántas", "Cada una", "Juntas"]
            .map(str::to_owned)
            .to_vec(),
        filas,
        ..Cuadro::default()
    }
}
