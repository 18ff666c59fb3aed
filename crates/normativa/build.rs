//! Reads `data/`, checks every table (columns, order, no gaps, no overlaps, sources) and writes it as Rust constants.
//! A table that is wrong does not build.

use chrono::Datelike;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::hash::Hasher;
use std::path::Path;

#[allow(dead_code, missing_docs)]
#[path = "src/csv.rs"]
mod csv;
#[allow(dead_code, missing_docs)]
#[path = "src/fila.rs"]
mod fila;

use fila::{COLUMNAS, Fila, leer_fila};

#[derive(serde::Deserialize)]
struct Indice {
    corte: String,
    tabla: Vec<Tabla>,
}

#[derive(serde::Deserialize)]
struct Tabla {
    id: String,
    titulo: String,
    unidad: String,
    clase: String,
    descripcion: String,
}

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/csv.rs");
    println!("cargo::rerun-if-changed=src/fila.rs");
    if let Err(error) = generar() {
        println!("cargo::error={error}");
    }
}

fn generar() -> Result<(), String> {
    let indice = leer_texto("data/tablas.toml")?;
    let mut huella = fnv::FnvHasher::default();
    huella.write(indice.as_bytes());
    let indice: Indice = toml::from_str(&indice).map_err(|e| format!("data/tablas.toml: {e}"))?;
    let mut codigo = String::new();
    let mut variantes = String::new();
    let mut fichas = String::new();
    for tabla in &indice.tabla {
        let archivo = format!("data/{}.csv", tabla.id);
        let texto = leer_texto(&archivo)?;
        huella.write(texto.as_bytes());
        let filas = leer_tabla(&archivo, &texto)?;
        comprobar(&archivo, &tabla.clase, &filas)?;
        let constante = tabla.id.to_uppercase();
        escribir(&mut codigo, &constante, &filas);
        let _ = writeln!(variantes, "/// {}\n{},", tabla.titulo, camello(&tabla.id));
        let _ = writeln!(
            fichas,
            "Ficha {{ id: {:?}, titulo: {:?}, unidad: {:?}, descripcion: {:?}, ley: {}, filas: {constante} }},",
            tabla.id,
            tabla.titulo,
            tabla.unidad,
            tabla.descripcion,
            tabla.clase == "ley"
        );
    }
    let orden: String = indice
        .tabla
        .iter()
        .map(|t| format!("Tabla::{}, ", camello(&t.id)))
        .collect();
    let _ = writeln!(
        codigo,
        "/// The tables, in the order of `data/tablas.toml`.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\npub enum Tabla {{\n{variantes}}}\nconst ORDEN: &[Tabla] = &[{orden}];\npub(crate) static FICHAS: &[Ficha] = &[\n{fichas}];"
    );
    let _ = writeln!(
        codigo,
        "/// Date on which the data were last checked, and a fingerprint of all of them.\npub const VERSION: &str = \"{}+{:016x}\";\npub(crate) const CORTE: &str = \"{}\";",
        indice.corte,
        huella.finish(),
        indice.corte
    );
    let destino = std::env::var("OUT_DIR").map_err(|e| e.to_string())?;
    std::fs::write(Path::new(&destino).join("tablas.rs"), codigo).map_err(|e| e.to_string())
}

fn leer_texto(archivo: &str) -> Result<String, String> {
    std::fs::read_to_string(archivo).map_err(|e| format!("{archivo}: {e}"))
}

fn leer_tabla(archivo: &str, texto: &str) -> Result<Vec<Fila>, String> {
    let mut registros = csv::leer(texto)?.into_iter();
    let (_, encabezado) = registros.next().ok_or(format!("{archivo}: está vacío"))?;
    if encabezado != COLUMNAS {
        return Err(format!("{archivo}: las columnas deben ser {COLUMNAS:?}"));
    }
    registros
        .map(|(linea, campos)| leer_fila(&campos).map_err(|e| format!("{archivo}:{linea}: {e}")))
        .collect()
}

/// No gaps, no overlaps, ascending, within each key; only a law may stay open, and says until when it was checked.
fn comprobar(archivo: &str, clase: &str, filas: &[Fila]) -> Result<(), String> {
    let mut series: BTreeMap<&str, Vec<&Fila>> = BTreeMap::new();
    for fila in filas {
        series.entry(&fila.clave).or_default().push(fila);
    }
    for (clave, serie) in series {
        for par in serie.windows(2) {
            let esperado = par[0].hasta.and_then(|h| h.succ_opt());
            if esperado != Some(par[1].desde) {
                return Err(format!(
                    "{archivo}: «{clave}»: a la fila {} debe seguir la que empieza al día siguiente, y empieza el {} (hueco, traslape o desorden)",
                    par[0].vigencia(),
                    par[1].desde
                ));
            }
        }
        let abierta = serie.last().filter(|f| f.hasta.is_none());
        if let Some(ultima) = abierta
            && (clase != "ley" || ultima.verificado_hasta.is_none())
        {
            return Err(format!(
                "{archivo}: «{clave}» queda abierta desde {}: sólo el texto de una ley puede, y con verificado_hasta",
                ultima.desde
            ));
        }
    }
    Ok(())
}

fn escribir(codigo: &mut String, constante: &str, filas: &[Fila]) {
    let _ = writeln!(codigo, "static {constante}: &[Fila] = &[");
    for f in filas {
        let fecha = |d: chrono::NaiveDate| format!("dia({}, {}, {})", d.year(), d.month(), d.day());
        let opcion = |d: Option<chrono::NaiveDate>| d.map_or("None".into(), |d| format!("Some({})", fecha(d)));
        let v = f.valor.unpack();
        let _ = writeln!(
            codigo,
            "Fila {{ clave: Cow::Borrowed({:?}), desde: {}, hasta: {}, valor: Decimal::from_parts({}, {}, {}, false, {}), fundamento: Cow::Borrowed({:?}), fuente: Cow::Borrowed({:?}), publicado: {}, confianza: Confianza::{:?}, verificado_hasta: {}, nota: Cow::Borrowed({:?}), suplemento: false }},",
            f.clave,
            fecha(f.desde),
            opcion(f.hasta),
            v.lo,
            v.mid,
            v.hi,
            v.scale,
            f.fundamento,
            f.fuente,
            opcion(f.publicado),
            f.confianza,
            opcion(f.verificado_hasta),
            f.nota
        );
    }
    codigo.push_str("];\n");
}

fn camello(id: &str) -> String {
    id.split('_')
        .map(|p| {
            let mut letras = p.chars();
            letras
                .next()
                .map(|c| c.to_uppercase().collect::<String>() + letras.as_str())
                .unwrap_or_default()
        })
        .collect()
}
