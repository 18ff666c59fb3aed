//! Rows from elsewhere: pasted from a spreadsheet (with headings in any order, or in the order of the sheet), or read from
//! a file of 168 positions. What cannot be read as data stays as it came, in its cell.

use super::columnas::{COLUMNAS, columna};
use super::expediente::{Fila, texto};
use super::politicas::{Politicas, Relleno, TipoSalario};
use crate::celdas::cortar;
use crate::texto::plegar;
use ventanilla_archivos::idse::{self, Lectura, Renglon};
use ventanilla_reglas::identificador::nss_con_su_cero;

/// Rows that came from elsewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traido {
    /// The rows.
    pub filas: Vec<Fila>,
    /// The guía, if it came with them.
    pub guia: String,
    /// What of the layout can be told from the file.
    pub politicas: Option<Politicas>,
    /// What is to be said.
    pub avisos: Vec<String>,
}

impl Traido {
    /// Whether the rows say of which registro patronal they are.
    pub fn con_registro(&self) -> bool {
        self.filas.iter().any(|f| !texto(f, columna::RP).is_empty())
    }
}

/// Rows of headings that are looked at.
const RENGLONES_DE_TITULO: usize = 5;

/// Reads pasted text.
pub fn de_texto(texto: &str) -> Traido {
    de_tabla(cortar(texto))
}

/// Reads a table of text.
pub fn de_tabla(filas: Vec<Vec<String>>) -> Traido {
    let mut traido = Traido::default();
    if filas.is_empty() {
        let aviso = "No hay nada que leer. Copie los renglones en su hoja de cálculo y péguelos aquí.";
        traido.avisos.push(aviso.to_owned());
        return traido;
    }
    let titulos = filas
        .iter()
        .take(RENGLONES_DE_TITULO)
        .position(|fila| fila.iter().filter(|c| de_titulo(c).is_some()).count() > 2);
    let columnas: Vec<Option<usize>> = match titulos.and_then(|i| filas.get(i)) {
        Some(fila) => de_los_titulos(fila, &mut traido.avisos),
        None => (0..COLUMNAS.len()).map(Some).collect(),
    };
    let mut con_cero = 0;
    let mut sobran = 0;
    for fila in filas.iter().skip(titulos.map_or(0, |i| i + 1)) {
        sobran += fila.iter().skip(columnas.len()).filter(|c| !c.is_empty()).count();
        let mut nueva = vec![String::new(); COLUMNAS.len()];
        for (celda, destino) in fila.iter().zip(&columnas) {
            if let Some(lugar) = destino.and_then(|d| nueva.get_mut(d)) {
                celda.clone_into(lugar);
            }
        }
        con_cero += usize::from(con_el_cero(&mut nueva));
        partir_nombre(&mut nueva);
        elegir(&mut nueva);
        traido.filas.push(nueva);
    }
    if titulos.is_none() {
        let aviso =
            "No se vieron títulos: las columnas se tomaron en el orden de la hoja. Revise que caigan en su lugar.";
        traido.avisos.push(aviso.to_owned());
    }
    if con_cero > 0 {
        traido.avisos.push(format!(
            "Números de seguridad social a los que se les puso el cero de adelante, que la hoja de cálculo quita: {con_cero}. Con él cuadra su dígito verificador."
        ));
    }
    if sobran > 0 {
        traido.avisos.push(format!(
            "Celdas que quedaron fuera, a la derecha de la última columna: {sobran}."
        ));
    }
    traido
}

/// The column that a heading names.
fn de_titulo(celda: &str) -> Option<usize> {
    let limpio = |t: &str| -> String { plegar(t).chars().filter(char::is_ascii_alphanumeric).collect() };
    let buscado = limpio(celda);
    if buscado.is_empty() || celda.len() > 60 {
        return None;
    }
    COLUMNAS.iter().position(|c| {
        limpio(c.clave) == buscado || limpio(c.titulo) == buscado || c.sinonimos.iter().any(|s| limpio(s) == buscado)
    })
}

fn de_los_titulos(fila: &[String], avisos: &mut Vec<String>) -> Vec<Option<usize>> {
    let mut vistas = Vec::new();
    let mut ajenas: Vec<&str> = Vec::new();
    let columnas = fila.iter().map(|celda| {
        let suya = de_titulo(celda).filter(|c| !vistas.contains(c));
        match suya {
            Some(columna) => vistas.push(columna),
            None if celda.is_empty() => {}
            None => ajenas.push(celda),
        }
        suya
    });
    let columnas = columnas.collect();
    if !ajenas.is_empty() {
        avisos.push(format!("No se usaron las columnas: {}.", ajenas.join(", ")));
    }
    columnas
}

/// A spreadsheet takes the first zero of an NSS away.
fn con_el_cero(fila: &mut Fila) -> bool {
    let Some(nss) = fila.get_mut(columna::NSS) else {
        return false;
    };
    let completo = nss_con_su_cero(nss);
    let faltaba = completo.is_some();
    if let Some(completo) = completo {
        *nss = completo;
    }
    faltaba
}

/// `PATERNO$MATERNO$NOMBRES`, as SUA writes a name.
fn partir_nombre(fila: &mut Fila) {
    for desde in [columna::PRIMERO, columna::NOMBRES] {
        let entero = fila.get(desde).cloned().unwrap_or_default();
        let partes: Vec<&str> = entero.split('$').collect();
        if let [primero, segundo, nombres] = partes[..] {
            for (lugar, parte) in [
                (columna::PRIMERO, primero),
                (columna::SEGUNDO, segundo),
                (columna::NOMBRES, nombres),
            ] {
                if let Some(celda) = fila.get_mut(lugar) {
                    parte.trim().clone_into(celda);
                }
            }
            return;
        }
    }
}

/// Choices by their value: what the sheet shows by name. The rest stays as typed.
fn elegir(fila: &mut Fila) {
    for (celda, def) in fila.iter_mut().zip(COLUMNAS) {
        if let Some(valor) = opcion(def.opciones, celda) {
            valor.clone_into(celda);
        }
    }
}

/// Words that people use for a choice besides its name.
const OTRAS_PALABRAS: &[(&str, &str, &str)] = &[
    ("Reingreso", "alta", "08"),
    ("Reingreso", "reingreso alta", "08"),
    ("Reingreso", "alta reingreso", "08"),
    ("Modificación", "modificacion de salario", "07"),
    ("Modificación", "cambio de salario", "07"),
    ("Modificación", "mod salario", "07"),
    ("Modificación", "ms", "07"),
];

/// The label of a choice however it was written, or what was written if it is none of them.
pub fn rotulo<'a>(opciones: &'static [(&'static str, &'static str)], escrito: &'a str) -> &'a str {
    let valor = opcion(opciones, escrito);
    let suya = opciones.iter().find(|(v, _)| Some(*v) == valor);
    suya.map_or(escrito, |(_, rotulo)| *rotulo)
}

/// The value of a choice written in any of the ways people do: `08`, `8`, `Reingreso`, `alta`, `1 Permanente`, `permanente`.
pub(super) fn opcion(opciones: &'static [(&'static str, &'static str)], escrito: &str) -> Option<&'static str> {
    let limpio = |t: &str| plegar(&t.replace(['/', '-', '.'], " "));
    let buscado = limpio(escrito);
    if buscado.is_empty() {
        return None;
    }
    let sin_numero = |rotulo: &str| rotulo.split_once(' ').map_or(String::new(), |(_, resto)| limpio(resto));
    let directa = opciones.iter().find(|(valor, rotulo)| {
        let valor_llano = limpio(valor);
        valor_llano == buscado
            || limpio(rotulo) == buscado
            || sin_numero(rotulo) == buscado
            || valor_llano.len() > 1 && valor_llano.trim_start_matches('0') == buscado
    });
    let otra = || {
        let (rotulo, _, valor) = OTRAS_PALABRAS.iter().find(|(_, palabra, _)| *palabra == buscado)?;
        opciones.iter().find(|(v, r)| v == valor && r == rotulo)
    };
    directa.or_else(otra).map(|(valor, _)| *valor)
}

/// The rows of a file of 168 positions. `politicas` are those of the batch: the file says what it can of them.
pub fn de_archivo(lectura: &Lectura, politicas: Politicas) -> Traido {
    let mut elegidas = politicas;
    elegidas.relleno = match lectura.relleno {
        idse::Relleno::Ceros => Relleno::Ceros,
        idse::Relleno::Espacios => Relleno::Espacios,
    };
    let mut avisos: Vec<String> = lectura.hallazgos.iter().map(ToString::to_string).collect();
    if lectura.omitidos > 0 {
        avisos.push(format!("Y {} más por el estilo.", lectura.omitidos));
    }
    let con_tres = lectura.renglones.iter().any(|r| r.tipo == "08" && r.salario == "3");
    if con_tres && elegidas.tipo_salario == TipoSalario::Afil02 {
        elegidas.tipo_salario = TipoSalario::DesdeUno;
        avisos.push(
            "Algún tipo de salario es 3: el archivo los numera 1, 2 y 3, y así se leyó. Se puede cambiar en «Dudas de la estructura»."
                .to_owned(),
        );
    }
    let con_tipos = lectura
        .renglones
        .iter()
        .any(|r| r.tipo == "07" && [&r.trabajador, &r.salario, &r.semana].iter().any(|t| t.as_str() != "0"));
    if con_tipos {
        elegidas.modificacion = super::politicas::Modificacion::DelRenglon;
        avisos.push(
            "Las modificaciones traen tipos de trabajador y de salario: se conservan. Se puede cambiar en «Dudas de la estructura»."
                .to_owned(),
        );
    }
    Traido {
        filas: lectura.renglones.iter().map(|r| fila(r, elegidas)).collect(),
        guia: lectura.guia.clone(),
        politicas: Some(elegidas),
        avisos,
    }
}

/// A record as a row. What its movement leaves in zeros or blank is an empty cell; what is not as it should stays.
fn fila(r: &Renglon, politicas: Politicas) -> Fila {
    let baja = r.tipo == "02";
    let sin_ceros = |texto: &str, vacia: bool| {
        if vacia && texto.bytes().all(|b| b == b'0') {
            String::new()
        } else {
            texto.to_owned()
        }
    };
    let en_cero = baja || r.tipo == "07" && politicas.modificacion == super::politicas::Modificacion::Ceros;
    let sbc = match r.sbc() {
        Some(0) if baja => String::new(),
        Some(centavos) => format!("{}.{:02}", centavos / 100, centavos % 100),
        None => r.sbc.clone(),
    };
    let fecha = match r.fecha() {
        Some(fecha) => fecha.format("%d/%m/%Y").to_string(),
        None => r.fecha.clone(),
    };
    let salario = match (politicas.tipo_salario, r.salario.parse::<u8>()) {
        (TipoSalario::DesdeUno, Ok(n @ 1..=3)) if !en_cero => (n - 1).to_string(),
        // a zero of the other numbering is none of these: it stays to be seen
        (TipoSalario::DesdeUno, Ok(0)) if !en_cero => "00".to_owned(),
        _ => sin_ceros(&r.salario, en_cero),
    };
    let mut fila = vec![String::new(); COLUMNAS.len()];
    for (lugar, texto) in [
        (columna::TIPO, r.tipo.clone()),
        (columna::NSS, r.nss.clone()),
        (columna::PRIMERO, r.primer_apellido.clone()),
        (columna::SEGUNDO, r.segundo_apellido.clone()),
        (columna::NOMBRES, r.nombres.clone()),
        (columna::FECHA, fecha),
        (columna::SBC, sbc),
        (columna::CAUSA, r.causa.clone()),
        (columna::TRABAJADOR, sin_ceros(&r.trabajador, en_cero)),
        (columna::SALARIO, salario),
        (columna::SEMANA, sin_ceros(&r.semana, en_cero)),
        (columna::UMF, r.umf.clone()),
        (columna::CURP, r.curp.clone()),
        (columna::CLAVE, r.clave.clone()),
        (columna::RP, r.registro_patronal.clone()),
    ] {
        if let Some(celda) = fila.get_mut(lugar) {
            *celda = texto;
        }
    }
    fila
}
