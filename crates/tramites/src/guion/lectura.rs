//! Reading one answer: its plain form, what it says to a person, and what is wrong with it.

use super::mensajes as mensaje;
use super::{Clase, Mirada};
use crate::incorporacion::cuestionario::Resultado;
use crate::texto::{con_millares, fecha_larga};
use validator::ValidateLength;
use ventanilla_normativa::Tabla;
use ventanilla_reglas::captura::{self, ErrorDeCaptura};
use ventanilla_reglas::clasificacion;
use ventanilla_reglas::consulta::Consulta;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::identificador::{ENTIDADES, Partes, TipoDePersona, mascara, revisar_en};
use ventanilla_reglas::mensajes::Regla;
use ventanilla_reglas::politica::Politicas;

/// Most characters of an e-mail address, as in the institution's portal.
const LARGO_DE_CORREO: usize = 60;

/// What came out of reading an answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lectura {
    /// The plain form: the one that is sent and computed with. Empty when nothing was typed or it cannot be read.
    pub valor: String,
    /// What was understood, for a person to check ("mujer, nacida en Jalisco el 15 de marzo de 1984").
    pub dice: Option<String>,
    /// What is wrong or worth knowing, each at the path of the answer.
    pub hallazgos: Vec<Hallazgo>,
}

impl Lectura {
    fn bien(valor: impl Into<String>) -> Self {
        Self {
            valor: valor.into(),
            ..Self::default()
        }
    }

    fn que_dice(mut self, dice: impl Into<String>) -> Self {
        self.dice = Some(dice.into());
        self
    }

    fn mal(regla: &'static Regla, ruta: &str, datos: &[(&str, &str)]) -> Self {
        Self {
            hallazgos: vec![Hallazgo::nuevo(regla, ruta, datos)],
            ..Self::default()
        }
    }

    /// Whether there is an error.
    pub fn tiene_error(&self) -> bool {
        self.hallazgos.iter().any(Hallazgo::es_error)
    }
}

/// Reads what was typed as an answer of this kind. Never panics; an empty text is an empty answer without findings.
pub fn leer(clase: &Clase, mirada: &Mirada<'_>, ruta: &str, tecleado: &str) -> Lectura {
    let texto = tecleado.trim();
    if texto.is_empty() {
        return Lectura::default();
    }
    let captura_mal = |error: ErrorDeCaptura| Lectura::mal(&mensaje::DATO, ruta, &[("detalle", &error.to_string())]);
    match clase {
        Clase::Texto { maximo, renglones } => leer_texto(ruta, texto, *maximo, *renglones > 1),
        Clase::Identificador(tipo, uso) => leer_identificador(mirada, ruta, texto, *tipo, *uso),
        Clase::Fecha { futura } => match captura::fecha(texto) {
            Ok(Fecha(fecha)) if !futura && fecha > mirada.hoy => {
                Lectura::mal(&mensaje::FECHA_FUTURA, ruta, &[("hoy", &fecha_larga(mirada.hoy))])
            }
            Ok(Fecha(fecha)) => Lectura::bien(fecha.to_string()).que_dice(fecha_larga(fecha)),
            Err(error) => captura_mal(error),
        },
        Clase::Mes => match captura::mes(texto) {
            Ok(mes) => Lectura::bien(mes.to_string()).que_dice(mes.en_palabras()),
            Err(error) => captura_mal(error),
        },
        Clase::Dinero => captura::importe(texto).map_or_else(captura_mal, |i| Lectura::bien(i.to_string())),
        Clase::Porcentaje => captura::porcentaje(texto).map_or_else(captura_mal, |t| Lectura::bien(t.to_string())),
        Clase::Entero { minimo, maximo } => match captura::entero(texto) {
            Ok(n) if (*minimo..=*maximo).contains(&n) => Lectura::bien(n.to_string()),
            Ok(_) => {
                let (minimo, maximo) = (minimo.to_string(), maximo.to_string());
                Lectura::mal(&mensaje::RANGO, ruta, &[("minimo", &minimo), ("maximo", &maximo)])
            }
            Err(error) => captura_mal(error),
        },
        Clase::Opcion(opciones) | Clase::Lista(opciones) => {
            elegir(ruta, texto, opciones.iter().any(|o| o.valor == texto))
        }
        Clase::SiNo => elegir(ruta, texto, matches!(texto, "si" | "no")),
        Clase::Cuestionario => elegir(ruta, texto, Resultado::de_clave(texto).is_some()),
        Clase::Aceptacion => elegir(ruta, texto, texto == "si"),
        Clase::Entidad => elegir(
            ruta,
            texto,
            ENTIDADES.iter().any(|e| e.clave == texto && e.clave != "NE"),
        ),
        Clase::Fraccion => leer_fraccion(mirada, ruta, texto),
        Clase::Telefono => leer_telefono(ruta, texto),
        Clase::Correo => leer_correo(ruta, texto),
        Clase::Documentos(lista) => leer_documentos(mirada, *lista, ruta, texto),
    }
}

fn leer_texto(ruta: &str, texto: &str, maximo: usize, renglones: bool) -> Lectura {
    let prohibido = |c: char| c.is_control() && !(renglones && c == '\n');
    if texto.contains(prohibido) {
        return Lectura::mal(&mensaje::CARACTER, ruta, &[]);
    }
    if !texto.validate_length(None, Some(maximo as u64), None) {
        let (tiene, maximo) = (texto.chars().count().to_string(), maximo.to_string());
        return Lectura::mal(&mensaje::LARGO, ruta, &[("tiene", &tiene), ("maximo", &maximo)]);
    }
    Lectura::bien(texto)
}

fn elegir(ruta: &str, texto: &str, existe: bool) -> Lectura {
    if existe {
        Lectura::bien(texto)
    } else {
        Lectura::mal(&mensaje::OPCION, ruta, &[("valor", texto)])
    }
}

fn leer_identificador(
    mirada: &Mirada<'_>,
    ruta: &str,
    texto: &str,
    tipo: ventanilla_reglas::identificador::Tipo,
    uso: ventanilla_reglas::identificador::Uso,
) -> Lectura {
    let mut consulta = Consulta::nueva(mirada.normativa, Politicas::default());
    let revision = revisar_en(&mut consulta, tipo, texto, uso, mirada.hoy);
    Lectura {
        dice: que_dice(&revision.partes, &revision.normalizado),
        valor: if revision.valido {
            revision.normalizado
        } else {
            String::new()
        },
        hallazgos: revision.hallazgos.into_iter().map(|h| h.en(ruta)).collect(),
    }
}

/// What an identifier says, in words.
fn que_dice(partes: &Partes, normalizado: &str) -> Option<String> {
    match partes {
        Partes::Curp(p) => {
            let nacida = |terminacion: &str| -> Option<String> {
                let lugar = match p.entidad.as_str() {
                    "NE" => "en el extranjero".to_owned(),
                    _ => format!("en {}", p.entidad_nombre?),
                };
                Some(format!(
                    "nacid{terminacion} {lugar} el {}",
                    fecha_larga(p.fecha_nacimiento?.0)
                ))
            };
            match p.sexo.as_str() {
                "H" => Some(format!("CURP: hombre, {}", nacida("o")?)),
                "M" => Some(format!("CURP: mujer, {}", nacida("a")?)),
                _ => Some(format!("CURP: persona {}", nacida("a")?)),
            }
        }
        Partes::Rfc(p) => Some(match p.tipo_persona {
            TipoDePersona::Fisica => format!("RFC: persona física, nacida el {}", fecha_larga(p.fecha.0)),
            TipoDePersona::Moral => format!("RFC: persona moral, constituida el {}", fecha_larga(p.fecha.0)),
            TipoDePersona::Generico => "RFC genérico".to_owned(),
        }),
        Partes::CodigoPostal(p) => Some(format!("Código postal de {}", p.entidad_nombre)),
        Partes::RegistroPatronal(_) => Some(format!("Registro patronal {}", mascara(normalizado))),
        Partes::Nss(_) | Partes::Clabe(_) | Partes::Ninguna => None,
    }
}

fn leer_fraccion(mirada: &Mirada<'_>, ruta: &str, texto: &str) -> Lectura {
    let mut consulta = Consulta::nueva(mirada.normativa, Politicas::default());
    match clasificacion::leer(&mut consulta, texto, mirada.hoy) {
        Ok(f) => Lectura::bien(texto).que_dice(format!("{} · clase {}", f.descripcion, f.clase.clave())),
        Err(hallazgo) => Lectura {
            hallazgos: vec![hallazgo.en(ruta)],
            ..Lectura::default()
        },
    }
}

fn leer_telefono(ruta: &str, texto: &str) -> Lectura {
    let digitos: String = texto.chars().filter(char::is_ascii_digit).collect();
    let raro = texto.contains(|c: char| !c.is_ascii_digit() && !" -()+.".contains(c));
    let local = digitos
        .strip_prefix("52")
        .filter(|resto| resto.len() == 10)
        .unwrap_or(&digitos);
    if raro || local.len() != 10 {
        return Lectura::mal(&mensaje::TELEFONO, ruta, &[("tiene", &digitos.len().to_string())]);
    }
    Lectura::bien(local)
}

/// Enough to catch a slip; whether it receives mail only a message can tell. (`validator`'s own check brings `regex` and
/// `idna`, 240 KiB in the browser.)
fn leer_correo(ruta: &str, texto: &str) -> Lectura {
    let bien = texto.split_once('@').is_some_and(|(nombre, dominio)| {
        !nombre.is_empty()
            && dominio.contains('.')
            && dominio.split('.').all(|parte| !parte.is_empty())
            && !dominio.contains('@')
    });
    if !bien || texto.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"',;".contains(c)) {
        return Lectura::mal(&mensaje::CORREO, ruta, &[]);
    }
    leer_texto(ruta, texto, LARGO_DE_CORREO, false)
}

fn leer_documentos(
    mirada: &Mirada<'_>,
    lista: fn(&Mirada<'_>) -> Vec<super::Documento>,
    ruta: &str,
    texto: &str,
) -> Lectura {
    // A document that the case no longer asks for is simply not one of its documents.
    let pedidos = lista(mirada);
    let marcados: Vec<&str> = texto.split(',').map(str::trim).collect();
    let quedan: Vec<&str> = pedidos
        .iter()
        .map(|d| d.clave.as_str())
        .filter(|clave| marcados.contains(clave))
        .collect();
    let extrano = |clave: &&&str| clave.contains(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    if let Some(clave) = marcados.iter().find(extrano) {
        return Lectura::mal(&mensaje::OPCION, ruta, &[("valor", clave)]);
    }
    Lectura::bien(quedan.join(","))
}

/// The answer as a person reads it, from its plain form.
pub fn mostrar(clase: &Clase, mirada: &Mirada<'_>, valor: &str) -> String {
    if valor.is_empty() {
        return String::new();
    }
    match clase {
        Clase::Opcion(opciones) | Clase::Lista(opciones) => {
            let rotulo = opciones.iter().find(|o| o.valor == valor).map(|o| o.rotulo);
            rotulo.unwrap_or(valor).to_owned()
        }
        Clase::Cuestionario => Resultado::de_clave(valor)
            .map(Resultado::rotulo)
            .unwrap_or_default()
            .to_owned(),
        Clase::SiNo => if valor == "si" { "Sí" } else { "No" }.to_owned(),
        Clase::Aceptacion => "Aceptado".to_owned(),
        Clase::Entidad => {
            let nombre = ENTIDADES.iter().find(|e| e.clave == valor).map(|e| e.nombre);
            nombre.unwrap_or(valor).to_owned()
        }
        Clase::Fecha { .. } => Fecha::leer(valor).map_or_else(|| valor.to_owned(), |f| fecha_larga(f.0)),
        Clase::Mes => captura::mes(valor).map_or_else(|_| valor.to_owned(), |mes| mes.en_palabras()),
        Clase::Dinero => ["$", &con_millares(valor)].concat(),
        Clase::Porcentaje => [valor, " %"].concat(),
        Clase::Telefono if valor.len() == 10 => [&valor[..2], &valor[2..6], &valor[6..]].join(" "),
        Clase::Identificador(ventanilla_reglas::identificador::Tipo::RegistroPatronal, _) => mascara(valor),
        Clase::Fraccion => match mirada.normativa.vigente(Tabla::Fracciones, valor, mirada.hoy) {
            Ok(fila) => format!("{valor} · {}", fila.nota),
            Err(_) => valor.to_owned(),
        },
        Clase::Documentos(lista) => {
            let marcados: Vec<&str> = valor.split(',').collect();
            let titulos = lista(mirada)
                .into_iter()
                .filter(|d| marcados.contains(&d.clave.as_str()));
            titulos.map(|d| d.titulo).collect::<Vec<_>>().join("; ")
        }
        _ => valor.to_owned(),
    }
}
