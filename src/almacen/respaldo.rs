//! Everything that somebody has in this browser, as one file: what is of the account that is signed in and what is of nobody.
//! Never a session, a token, nor what is of another account. Reading one back writes over nothing that is newer.

use super::{AJUSTES, CAPACITACION, ESCENARIOS, ErrorDeAlmacen, TRAMITES, abrir, ahora, poner, quitar, tramites};
use crate::paginas::{
    PAPEL_DE_ADEUDO, PAPEL_DE_CLASIFICACION, PAPEL_DE_CONTINUACION, PAPEL_DE_MODALIDAD, PAPEL_DE_PRIMA, PAPELES,
};
use crate::ruta::Ruta;
use idb::TransactionMode;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Version of the file.
pub const FORMATO: u16 = 1;
/// What kind of file it is.
const CLASE: &str = "respaldo de Ventanilla";
/// The largest file that is read.
pub const LIMITE: usize = 64 * 1024 * 1024;

/// Settings that are somebody's work; the rest (who is signed in, whether the computer is shared …) are the browser's own.
const DE_TODOS: [&str; 3] = ["suplemento", "borrador_de_suplemento", "adeudo_por_recibir"];

/// A record as the store has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registro {
    /// In which part of the store.
    pub almacen: String,
    /// Its key there.
    pub clave: String,
    /// Its text.
    pub valor: String,
}

/// The file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Archivo {
    /// Always [`CLASE`].
    pub clase: String,
    /// Version of the file.
    pub formato: u16,
    /// When it was made, by that computer's clock.
    pub creado: String,
    /// Key of the account; empty when nobody was signed in.
    pub cuenta: String,
    /// Bytes of all values.
    pub tamano: usize,
    /// What tells a damaged file.
    pub huella: String,
    /// The records.
    pub registros: Vec<Registro>,
}

impl Archivo {
    /// A file of now.
    pub fn nuevo(cuenta: String, registros: Vec<Registro>, creado: String) -> Self {
        Self {
            clase: CLASE.to_owned(),
            formato: FORMATO,
            creado,
            cuenta,
            tamano: registros.iter().map(|r| r.valor.len()).sum(),
            huella: huella(&registros),
            registros,
        }
    }
}

/// FNV-1a, 64 bits: it tells a file that was cut or changed by accident, nothing more.
fn huella(registros: &[Registro]) -> String {
    let mut suma = 0xcbf2_9ce4_8422_2325_u64;
    for parte in registros.iter().flat_map(|r| [&r.almacen, &r.clave, &r.valor]) {
        for byte in parte.bytes().chain([0]) {
            suma = (suma ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{suma:016x}")
}

/// Reads a file.
///
/// # Errors
/// Why it cannot be read, and what to do.
pub fn leer_archivo(bytes: &[u8]) -> Result<Archivo, String> {
    #[derive(Deserialize)]
    struct Encabezado {
        clase: Option<String>,
        formato: Option<u64>,
    }
    if bytes.len() > LIMITE {
        return Err("El archivo pasa de 64 MB: no es una copia hecha por esta página.".to_owned());
    }
    let Ok(encabezado) = serde_json::from_slice::<Encabezado>(bytes) else {
        return Err("El archivo no está completo o no es una copia hecha por esta página. Elija uno que se llame ventanilla-….json, tal como se bajó.".to_owned());
    };
    if encabezado.clase.as_deref() != Some(CLASE) {
        return Err("Este archivo es de otra cosa: no es una copia hecha con «Bajar una copia».".to_owned());
    }
    if encabezado.formato.is_none_or(|f| f > u64::from(FORMATO)) {
        return Err(
            "La copia se hizo con una versión más nueva de Ventanilla. Actualice la página y vuelva a intentarlo."
                .to_owned(),
        );
    }
    let archivo: Archivo =
        serde_json::from_slice(bytes).map_err(|e| format!("La copia está dañada y no se puede leer ({e})."))?;
    if archivo.huella != huella(&archivo.registros) {
        return Err("La copia está dañada: su contenido no corresponde con su comprobación. Use otra copia; aquí no se cambió nada.".to_owned());
    }
    Ok(archivo)
}

/// Where something of the file is with respect to what is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cotejo {
    /// It is not here.
    Nuevo,
    /// It is here, the same.
    Igual,
    /// It is here and differs; the file's was changed later.
    MasReciente,
    /// It is here and differs; what is here was changed later.
    MasViejo,
    /// It cannot be brought, and why.
    NoSePuede(String),
}

/// A record of the file, and what can be done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Propuesta {
    /// The record.
    pub registro: Registro,
    /// Where it is.
    pub cotejo: Cotejo,
}

/// Compares a file with what is here.
pub fn cotejar(archivo: &Archivo, aqui: &[Registro], cuenta: &str) -> Vec<Propuesta> {
    let cotejo = |r: &Registro| {
        if let Err(motivo) = revisar(r, cuenta) {
            return Cotejo::NoSePuede(motivo);
        }
        match aqui.iter().find(|a| a.almacen == r.almacen && a.clave == r.clave) {
            None => Cotejo::Nuevo,
            Some(a) if sin_revision(&a.valor) == sin_revision(&r.valor) => Cotejo::Igual,
            Some(a) if modificado(&r.valor) > modificado(&a.valor) => Cotejo::MasReciente,
            Some(_) => Cotejo::MasViejo,
        }
    };
    let propuesta = |r: &Registro| Propuesta {
        cotejo: cotejo(r),
        registro: r.clone(),
    };
    archivo.registros.iter().map(propuesta).collect()
}

/// Whether a record may be brought here, to the account that is signed in.
fn revisar(r: &Registro, cuenta: &str) -> Result<(), String> {
    match r.almacen.as_str() {
        TRAMITES => {
            let guardado = tramites::interpretar(&r.valor)?;
            if guardado.id != r.clave {
                return Err("Un trámite de la copia está dañado y no se puede leer.".to_owned());
            }
        }
        ESCENARIOS => {
            let guardado = super::interpretar(&r.valor)?;
            if guardado.id != r.clave {
                return Err("Un escenario de la copia está dañado y no se puede leer.".to_owned());
            }
        }
        AJUSTES | CAPACITACION => {}
        _ => return Err("Es de una parte que esta versión no conoce; actualice la página.".to_owned()),
    }
    if es_de(r, cuenta) {
        Ok(())
    } else {
        Err("Es de otra cuenta: entre con la cuenta que hizo la copia para traerlo.".to_owned())
    }
}

/// Whether a record is of the account, or of nobody. What is of the browser itself (who is signed in) is nobody's to take.
pub fn es_de(r: &Registro, cuenta: &str) -> bool {
    let dueno = |valor: &Value| match valor.get("cuenta") {
        Some(Value::String(de)) => de.clone(),
        Some(Value::Number(de)) => de.to_string(),
        _ => String::new(),
    };
    let propio = |de: &str| de.is_empty() || de == cuenta;
    match r.almacen.as_str() {
        AJUSTES => match r.clave.split_once(':') {
            None => DE_TODOS.contains(&r.clave.as_str()),
            Some((papel, de)) => PAPELES.contains(&papel) && propio(de),
        },
        CAPACITACION => {
            let de_la_clave = match r.clave.split_once(':') {
                Some(("recibida", resto)) => resto.split('/').next().unwrap_or_default(),
                Some(_) => "",
                None => return false,
            };
            let valor: Value = serde_json::from_str(&r.valor).unwrap_or_default();
            propio(&dueno(&valor)) && propio(de_la_clave)
        }
        TRAMITES => {
            let valor: Value = serde_json::from_str(&r.valor).unwrap_or_default();
            !cuenta.is_empty() && dueno(&valor) == cuenta
        }
        ESCENARIOS => {
            let valor: Value = serde_json::from_str(&r.valor).unwrap_or_default();
            dueno(&valor).is_empty()
        }
        _ => false,
    }
}

/// A record without what every writing changes.
fn sin_revision(texto: &str) -> Value {
    let mut valor: Value = serde_json::from_str(texto).unwrap_or_else(|_| Value::String(texto.to_owned()));
    if let Some(objeto) = valor.as_object_mut() {
        objeto.remove("revision");
    }
    valor
}

fn modificado(texto: &str) -> String {
    let valor: Value = serde_json::from_str(texto).unwrap_or_default();
    let momento = valor.get("modificado").and_then(Value::as_str);
    momento.unwrap_or_default().to_owned()
}

/// A record that could have a name and has none.
const SIN_NOMBRE: &str = "sin nombre";

/// Of which kind a record is, for a person.
pub fn que_es(r: &Registro) -> &'static str {
    let es_envio =
        || serde_json::from_str::<Value>(&r.valor).is_ok_and(|v| v.get("envio").is_some_and(|e| !e.is_null()));
    match (r.almacen.as_str(), r.clave.split(':').next().unwrap_or_default()) {
        (TRAMITES, _) if es_envio() => "Trámites por enviar",
        (TRAMITES, _) => "Borradores y trámites recibidos",
        (ESCENARIOS, _) => "Escenarios de nómina",
        (CAPACITACION, "practica") => "Prácticas de capacitación",
        (CAPACITACION, _) => "Casos, sesiones y resultados de capacitación",
        (_, "suplemento" | "borrador_de_suplemento") => "Parámetros agregados",
        (_, "lote_idse") => "Lote para IDSE",
        _ => "Hojas de cálculo (adeudo, prima, modalidad…)",
    }
}

/// How a person tells a record from the others of its kind; `None` for what has no name.
pub fn como_se_llama(r: &Registro) -> Option<String> {
    let papel = r.clave.split(':').next().unwrap_or_default();
    match (r.almacen.as_str(), papel) {
        (TRAMITES, _) => {
            let guardado = tramites::interpretar(&r.valor).ok()?;
            Some(guardado.nombre(SIN_NOMBRE))
        }
        (ESCENARIOS, _) => {
            let guardado = super::interpretar(&r.valor).ok()?;
            let nombre = guardado.escenario.nombre.trim().to_owned();
            Some(if nombre.is_empty() {
                SIN_NOMBRE.to_owned()
            } else {
                nombre
            })
        }
        (AJUSTES, PAPEL_DE_PRIMA) => Some(Ruta::Prima.titulo().to_owned()),
        (AJUSTES, PAPEL_DE_CLASIFICACION) => Some(Ruta::Clasificacion.titulo().to_owned()),
        (AJUSTES, PAPEL_DE_ADEUDO) => Some(Ruta::Adeudo.titulo().to_owned()),
        (AJUSTES, PAPEL_DE_MODALIDAD) => Some(Ruta::Modalidad.titulo().to_owned()),
        (AJUSTES, PAPEL_DE_CONTINUACION) => Some(Ruta::Continuacion.titulo().to_owned()),
        _ => None,
    }
}

/// What the account has here, and what is of nobody.
///
/// # Errors
/// When the browser does not let it be read.
pub async fn lo_de(cuenta: &str) -> Result<Vec<Registro>, ErrorDeAlmacen> {
    let base = abrir().await?;
    let mut registros = Vec::new();
    for almacen in [TRAMITES, ESCENARIOS, AJUSTES, CAPACITACION] {
        let transaccion = base.transaction(&[almacen], TransactionMode::ReadOnly)?;
        let lugar = transaccion.object_store(almacen)?;
        let claves = lugar.get_all_keys(None, None)?.await?;
        let valores = lugar.get_all(None, None)?.await?;
        let textos = claves
            .iter()
            .zip(&valores)
            .filter_map(|(c, v)| Some((c.as_string()?, v.as_string()?)));
        registros.extend(textos.map(|(clave, valor)| Registro {
            almacen: almacen.to_owned(),
            clave,
            valor,
        }));
    }
    base.close();
    registros.retain(|r| es_de(r, cuenta));
    Ok(registros)
}

/// What undoes a writing.
#[derive(Clone, Debug)]
pub struct Vuelta {
    almacen: String,
    clave: String,
    antes: Option<String>,
}

/// How a record that is here and differs is brought.
fn como_copia(r: &Registro) -> Option<Registro> {
    match r.almacen.as_str() {
        TRAMITES => {
            let copia = tramites::interpretar(&r.valor).ok()?.aparte();
            let valor = serde_json::to_string(&copia).ok()?;
            Some(Registro {
                clave: copia.id,
                valor,
                almacen: r.almacen.clone(),
            })
        }
        ESCENARIOS => {
            let mut copia = super::interpretar(&r.valor).ok()?;
            copia.id = super::nuevo_id();
            copia.modificado = ahora();
            copia.escenario.nombre = ["Copia de ", &copia.escenario.nombre].concat();
            let valor = serde_json::to_string(&copia).ok()?;
            Some(Registro {
                clave: copia.id,
                valor,
                almacen: r.almacen.clone(),
            })
        }
        _ => None,
    }
}

/// Whether what is here and differs can be kept beside what comes.
pub fn caben_las_dos(r: &Registro) -> bool {
    let enviado = |g: tramites::Guardado| g.situacion() == tramites::Situacion::Recibido;
    match r.almacen.as_str() {
        TRAMITES => !tramites::interpretar(&r.valor).is_ok_and(enviado),
        otro => otro == ESCENARIOS,
    }
}

/// Brings what was chosen: what is new as it is; what is here and differs, beside it, or in its place where both do not fit
/// and the person said so. Gives what undoes it.
///
/// # Errors
/// When the browser does not let it; what was written until then is undone.
pub async fn traer(
    propuestas: &[Propuesta],
    aqui: &[Registro],
    sustituir: bool,
) -> Result<Vec<Vuelta>, ErrorDeAlmacen> {
    let mut vueltas = Vec::new();
    for propuesta in propuestas {
        let r = &propuesta.registro;
        let nuevo = match propuesta.cotejo {
            Cotejo::Nuevo => Some(r.clone()),
            Cotejo::MasReciente | Cotejo::MasViejo if caben_las_dos(r) => como_copia(r),
            Cotejo::MasReciente | Cotejo::MasViejo if sustituir && r.almacen != TRAMITES => Some(r.clone()),
            _ => None,
        };
        let Some(nuevo) = nuevo else { continue };
        let antes = aqui
            .iter()
            .find(|a| a.almacen == nuevo.almacen && a.clave == nuevo.clave);
        vueltas.push(Vuelta {
            almacen: nuevo.almacen.clone(),
            clave: nuevo.clave.clone(),
            antes: antes.map(|a| a.valor.clone()),
        });
        if let Err(error) = poner(&nuevo.almacen, &nuevo.clave, &nuevo.valor).await {
            vueltas.pop();
            let _ = deshacer(&vueltas).await;
            return Err(error);
        }
    }
    Ok(vueltas)
}

/// Leaves everything as it was before bringing a file.
///
/// # Errors
/// When the browser does not let it.
pub async fn deshacer(vueltas: &[Vuelta]) -> Result<(), ErrorDeAlmacen> {
    for vuelta in vueltas {
        match &vuelta.antes {
            Some(texto) => poner(&vuelta.almacen, &vuelta.clave, texto).await?,
            None => quitar(&vuelta.almacen, &vuelta.clave).await?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod pruebas {
    use super::*;

    fn registro(almacen: &str, clave: &str, valor: &str) -> Registro {
        Registro {
            almacen: almacen.to_owned(),
            clave: clave.to_owned(),
            valor: valor.to_owned(),
        }
    }

    #[test]
    fn only_what_is_of_the_account_or_of_nobody_and_never_a_session() {
        let es = |almacen: &str, clave: &str, valor: &str| es_de(&registro(almacen, clave, valor), "7");
        assert!(es(TRAMITES, "u", r#"{"cuenta":"7"}"#));
        assert!(!es(TRAMITES, "u", r#"{"cuenta":"8"}"#));
        assert!(!es_de(&registro(TRAMITES, "u", r#"{"cuenta":""}"#), ""));
        assert!(es(ESCENARIOS, "e", "{}"));
        assert!(!es(ESCENARIOS, "e", r#"{"cuenta":"-123"}"#), "a practice");
        for secreto in [
            "cuenta",
            "cuenta:https://portal|x",
            "equipo_compartido",
            "sesion_por_cerrar",
            "otra",
        ] {
            assert!(!es(AJUSTES, secreto, "x"), "{secreto}");
        }
        assert!(es(AJUSTES, "suplemento", "x") && es(AJUSTES, "adeudo:7", "x") && es(AJUSTES, "prima:", "x"));
        assert!(es(AJUSTES, "lote_idse:", "x") && !es(AJUSTES, "lote_idse:8", "x"));
        assert!(!es(AJUSTES, "adeudo:8", "x"));
        assert!(es(CAPACITACION, "recibida:7/s", "{}"));
        assert!(!es(CAPACITACION, "recibida:8/s", "{}"));
    }

    #[test]
    fn a_damaged_or_foreign_file_is_refused_with_a_reason() {
        let archivo = Archivo::nuevo(
            "7".to_owned(),
            vec![registro(AJUSTES, "suplemento", "a")],
            "2026-11-28".to_owned(),
        );
        let bytes = serde_json::to_vec(&archivo).expect("json");
        assert_eq!(leer_archivo(&bytes), Ok(archivo.clone()));
        for corte in 0..bytes.len() {
            assert!(leer_archivo(&bytes[..corte]).is_err());
        }
        let con = |cambio: fn(&mut Archivo)| {
            let mut otro = archivo.clone();
            cambio(&mut otro);
            leer_archivo(&serde_json::to_vec(&otro).expect("json")).expect_err("refused")
        };
        assert!(con(|a| a.registros[0].valor.push('b')).contains("dañada"));
        assert!(con(|a| a.formato = 9).contains("más nueva"));
        assert!(con(|a| a.clase.clear()).contains("otra cosa"));
        assert!(leer_archivo(b"[]").is_err());
    }

    #[test]
    fn nothing_newer_is_written_over() {
        let borrador = include_str!("../../tests/borradores/tramite-v1.json").trim();
        let id = "019aa0d0-0000-7000-8000-000000000001";
        let viejo = registro(TRAMITES, id, borrador);
        let nuevo = registro(
            TRAMITES,
            id,
            &borrador.replace("2026-11-22T18:05:00", "2026-11-23T18:05:00"),
        );
        let cotejo = |archivo: &Registro, aqui: &[Registro], cuenta: &str| {
            let archivo = Archivo::nuevo(cuenta.to_owned(), vec![archivo.clone()], String::new());
            cotejar(&archivo, aqui, cuenta).remove(0).cotejo
        };
        assert_eq!(cotejo(&viejo, &[], "c1"), Cotejo::Nuevo);
        assert_eq!(cotejo(&viejo, std::slice::from_ref(&viejo), "c1"), Cotejo::Igual);
        assert_eq!(cotejo(&viejo, std::slice::from_ref(&nuevo), "c1"), Cotejo::MasViejo);
        assert_eq!(cotejo(&nuevo, std::slice::from_ref(&viejo), "c1"), Cotejo::MasReciente);
        assert!(matches!(cotejo(&viejo, &[], "c2"), Cotejo::NoSePuede(_)));
    }
}
