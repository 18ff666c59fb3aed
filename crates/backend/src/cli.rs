//! The command line of `ventanilla`.

use crate::cuentas::{self, Alta, Encargo};
use crate::motor::Motor;
use crate::oidc;
use crate::recepcion::{Rol, read_rol};
use crate::repositorio::Base;
use crate::rutas::portal;
use crate::{calcular, servir};
use axum::http::HeaderValue;
use clap::error::{ContextKind, ErrorKind};
use clap::{Args, Parser, Subcommand};
use std::io;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const PLANTILLA: &str = "{about-with-newline}\nUso: {usage}\n\n{all-args}";

/// Vista previa de cuotas, plazos y trámites de afiliación y cobranza del IMSS, sin validez oficial.
#[derive(Parser, Debug)]
#[command(
    name = "ventanilla",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true
)]
#[command(disable_version_flag = true, help_template = PLANTILLA, subcommand_help_heading = "Órdenes")]
#[command(subcommand_value_name = "ORDEN", next_help_heading = "Opciones")]
struct Cli {
    #[command(subcommand)]
    orden: Orden,
    /// Muestra esta ayuda
    #[arg(short = 'h', long = "help", visible_alias = "ayuda", action = clap::ArgAction::Help, global = true, display_order = 100)]
    ayuda: Option<bool>,
    /// Muestra la versión
    #[arg(short = 'V', long = "version", action = clap::ArgAction::Version, display_order = 101)]
    version: Option<bool>,
}

#[derive(Subcommand, Debug)]
enum Orden {
    /// Calcula una operación con el documento JSON de la entrada estándar
    #[command(help_template = PLANTILLA, override_usage = "ventanilla calcular [opciones] <OPERACIÓN> < entrada.json")]
    Calcular(Calcular),
    /// Sirve la página, las operaciones y los trámites por HTTP
    #[command(help_template = PLANTILLA, override_usage = "ventanilla servir [opciones]")]
    Servir(Box<Servir>),
    /// Administra las cuentas de quienes entran
    #[command(help_template = PLANTILLA, override_usage = "ventanilla usuarios <ORDEN>", disable_help_subcommand = true)]
    Usuarios(Usuarios),
    /// Prepara las tablas de la base de datos
    #[command(help_template = PLANTILLA, override_usage = "ventanilla migrar [opciones]")]
    Migrar(Guardado),
    /// Recorre la bitácora y las huellas de todas las versiones
    #[command(help_template = PLANTILLA, override_usage = "ventanilla verificar [opciones]")]
    Verificar(Guardado),
}

/// Where things are kept.
#[derive(Args, Debug, Clone)]
struct Guardado {
    /// Base de datos: postgres://usuario@servidor/base o un archivo de SQLite; también en VENTANILLA_BASE
    #[arg(
        long,
        env = "VENTANILLA_BASE",
        value_name = "URL",
        hide_env = true,
        hide_env_values = true
    )]
    base: Option<String>,
    /// Carpeta de la base de datos de demostración, que se usa cuando no se da otra
    #[arg(long, value_name = "CARPETA")]
    datos: Option<PathBuf>,
}

/// The embedded database with demonstration accounts. Its name is its own: whoever gives `--base` never opens it.
const ARCHIVO_DE_DEMOSTRACION: &str = "demostracion.db";

impl Guardado {
    fn base(&self, datos: &Path) -> Base {
        match &self.base {
            Some(texto) => Base::read(texto),
            None => Base::Sqlite(self.datos.as_deref().unwrap_or(datos).join(ARCHIVO_DE_DEMOSTRACION)),
        }
    }
}

#[derive(Args, Debug)]
struct Usuarios {
    #[command(subcommand)]
    orden: OrdenDeUsuarios,
}

#[derive(Subcommand, Debug)]
#[command(subcommand_help_heading = "Órdenes", subcommand_value_name = "ORDEN")]
enum OrdenDeUsuarios {
    /// Crea una cuenta; la contraseña se lee de la entrada estándar
    #[command(help_template = PLANTILLA, override_usage = "ventanilla usuarios crear --rol <ROL> [opciones] <USUARIO> < contraseña")]
    Crear {
        /// Con qué nombre entra
        #[arg(value_name = "USUARIO", help_heading = "Argumentos")]
        usuario: String,
        /// ventanilla, supervisor, instructor, aprendiz o patron
        #[arg(long, value_parser = parse_rol, value_name = "ROL")]
        rol: Rol,
        /// Nombre que se muestra
        #[arg(long, value_name = "TEXTO")]
        nombre: Option<String>,
        #[command(flatten)]
        guardado: Guardado,
    },
    /// Muestra las cuentas
    #[command(help_template = PLANTILLA, override_usage = "ventanilla usuarios lista [opciones]")]
    Lista {
        #[command(flatten)]
        guardado: Guardado,
    },
    /// Cambia la contraseña, que se lee de la entrada estándar, y cierra las sesiones
    #[command(help_template = PLANTILLA, override_usage = "ventanilla usuarios contrasena [opciones] <USUARIO> < contraseña")]
    Contrasena {
        /// De qué cuenta
        #[arg(value_name = "USUARIO", help_heading = "Argumentos")]
        usuario: String,
        #[command(flatten)]
        guardado: Guardado,
    },
    /// Cierra una cuenta y sus sesiones; lo que hizo se conserva
    #[command(help_template = PLANTILLA, override_usage = "ventanilla usuarios desactivar [opciones] <USUARIO>")]
    Desactivar {
        /// Qué cuenta
        #[arg(value_name = "USUARIO", help_heading = "Argumentos")]
        usuario: String,
        #[command(flatten)]
        guardado: Guardado,
    },
    /// Vuelve a abrir una cuenta
    #[command(help_template = PLANTILLA, override_usage = "ventanilla usuarios activar [opciones] <USUARIO>")]
    Activar {
        /// Qué cuenta
        #[arg(value_name = "USUARIO", help_heading = "Argumentos")]
        usuario: String,
        #[command(flatten)]
        guardado: Guardado,
    },
}

fn parse_rol(texto: &str) -> Result<Rol, String> {
    read_rol(texto).ok_or_else(|| "no es un rol".to_string())
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Opciones")]
struct Calcular {
    /// Nombre de la operación, por ejemplo cuotas.periodo
    #[arg(value_name = "OPERACIÓN", help_heading = "Argumentos")]
    operacion: String,
    /// Un documento por renglón en la entrada, una respuesta por renglón en la salida
    #[arg(long)]
    lineas: bool,
    /// Archivo CSV con renglones que se agregan a los parámetros publicados
    #[arg(long, value_name = "ARCHIVO")]
    suplemento: Option<PathBuf>,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Opciones")]
struct Servir {
    /// Puerto; con 0 se toma uno libre
    #[arg(long, default_value_t = 8080, value_name = "NÚMERO", hide_default_value = true)]
    puerto: u16,
    /// Dirección IP en la que escucha; sin ella, sólo esta máquina (127.0.0.1)
    #[arg(long, default_value = "127.0.0.1", value_name = "IP", hide_default_value = true)]
    direccion: IpAddr,
    /// Carpeta de la página construida (dist)
    #[arg(long, default_value = "dist", value_name = "CARPETA", hide_default_value = true)]
    dist: PathBuf,
    /// Archivo CSV con renglones que se agregan a los parámetros publicados
    #[arg(long, value_name = "ARCHIVO")]
    suplemento: Option<PathBuf>,
    #[command(flatten)]
    guardado: Guardado,
    /// Hay un servidor con TLS delante: galletas sólo por TLS, y se cree lo que dice de quién llama
    #[arg(long)]
    tls_externo: bool,
    /// Origen de un portal que puede tener Ventanilla en su página o en un marco, por ejemplo https://portal.mx; se repite
    #[arg(long = "portal", value_name = "ORIGEN", value_parser = portal::read_origin)]
    portales: Vec<HeaderValue>,
    /// Emisor de las credenciales del portal (OpenID Connect)
    #[arg(long, value_name = "URL", requires_all = ["oidc_audiencia", "oidc_jwks"])]
    oidc_emisor: Option<String>,
    /// Audiencia de las credenciales del portal
    #[arg(long, value_name = "TEXTO", requires = "oidc_emisor")]
    oidc_audiencia: Option<String>,
    /// URL o archivo con las llaves del portal (JWKS)
    #[arg(long, value_name = "URL", requires = "oidc_emisor")]
    oidc_jwks: Option<String>,
    /// Dato de la credencial que lleva el rol; sin él, «rol»
    #[arg(long, default_value = "rol", value_name = "NOMBRE", hide_default_value = true)]
    oidc_rol: String,
    /// Dato de la credencial que lleva los RFC verificados; sin él, «rfc»
    #[arg(long, default_value = "rfc", value_name = "NOMBRE", hide_default_value = true)]
    oidc_rfc: String,
    /// Dato de la credencial con los registros patronales verificados; sin él, «registro_patronal»
    #[arg(
        long,
        default_value = "registro_patronal",
        value_name = "NOMBRE",
        hide_default_value = true
    )]
    oidc_registro: String,
    /// Termina cuando se cierra la entrada estándar (para quien lo inicia desde otro programa)
    #[arg(long, hide = true)]
    terminar_con_stdin: bool,
}

/// Folder of the embedded database, beside that of the page.
const DATOS: &str = "datos";

/// Exit code when nothing could be computed or done.
const NADA: u8 = 2;

/// Runs the program and says how it ended.
pub fn run() -> ExitCode {
    let orden = match Cli::try_parse() {
        Ok(cli) => cli.orden,
        Err(error) => return explain(&error),
    };
    let resultado = match orden {
        Orden::Calcular(opciones) => compute(&opciones),
        Orden::Servir(opciones) => serve(*opciones).map(|()| true),
        Orden::Usuarios(Usuarios { orden }) => manage(orden).map(|()| true),
        Orden::Migrar(guardado) => cuentas::migrate(&guardado.base(Path::new(DATOS))).map(|()| true),
        Orden::Verificar(guardado) => cuentas::verify(&guardado.base(Path::new(DATOS))),
    };
    match resultado {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(NADA),
        Err(mensaje) => fail(&mensaje),
    }
}

fn compute(opciones: &Calcular) -> Result<bool, String> {
    let motor = Motor::load(opciones.suplemento.as_deref())?;
    let (entrada, salida) = (io::stdin().lock(), io::stdout().lock());
    let resultado = if opciones.lineas {
        calcular::lines(&motor, &opciones.operacion, entrada, salida)
    } else {
        calcular::one(&motor, &opciones.operacion, entrada, salida)
    };
    match resultado {
        Ok(calculado) => Ok(calculado),
        // Whoever was reading has seen enough (`| head`).
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(true),
        Err(error) => Err(format!("no se pudo leer la entrada o escribir la salida: {error}")),
    }
}

fn serve(opciones: Servir) -> Result<(), String> {
    let motor = Motor::load(opciones.suplemento.as_deref())?;
    let junto_a_dist = opciones.dist.parent().unwrap_or(Path::new("")).join(DATOS);
    let proveedor = provider(&opciones);
    servir::run(servir::Opciones {
        motor,
        direccion: opciones.direccion,
        puerto: opciones.puerto,
        base: opciones.guardado.base(&junto_a_dist),
        demostracion: opciones.guardado.base.is_none(),
        proveedor,
        tls_externo: opciones.tls_externo,
        portales: opciones.portales,
        dist: opciones.dist,
        terminar_con_stdin: opciones.terminar_con_stdin,
    })
}

/// The three go together: the command line refuses one without the others.
fn provider(opciones: &Servir) -> Option<oidc::Configuracion> {
    Some(oidc::Configuracion {
        emisor: opciones.oidc_emisor.clone()?,
        audiencia: opciones.oidc_audiencia.clone()?,
        jwks: opciones.oidc_jwks.clone()?,
        rol: opciones.oidc_rol.clone(),
        rfc: opciones.oidc_rfc.clone(),
        registros: opciones.oidc_registro.clone(),
        entre_consultas: oidc::ENTRE_CONSULTAS,
    })
}

fn manage(orden: OrdenDeUsuarios) -> Result<(), String> {
    let (encargo, guardado) = match orden {
        OrdenDeUsuarios::Crear {
            usuario,
            rol,
            nombre,
            guardado,
        } => {
            let nombre = nombre.unwrap_or_else(|| usuario.clone());
            (Encargo::Crear(Alta { usuario, nombre, rol }), guardado)
        }
        OrdenDeUsuarios::Lista { guardado } => (Encargo::Lista, guardado),
        OrdenDeUsuarios::Contrasena { usuario, guardado } => (Encargo::Contrasena(usuario), guardado),
        OrdenDeUsuarios::Desactivar { usuario, guardado } => (Encargo::Activar(usuario, false), guardado),
        OrdenDeUsuarios::Activar { usuario, guardado } => (Encargo::Activar(usuario, true), guardado),
    };
    cuentas::manage(&guardado.base(Path::new(DATOS)), encargo)
}

fn fail(mensaje: &str) -> ExitCode {
    eprintln!("error: {mensaje}");
    ExitCode::from(NADA)
}

/// clap speaks English: its errors are told again in Spanish.
fn explain(error: &clap::Error) -> ExitCode {
    let dato = |clase| error.get(clase).map(ToString::to_string).unwrap_or_default();
    let argumento = dato(ContextKind::InvalidArg);
    let mensaje = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => missing_order(),
        ErrorKind::InvalidSubcommand => format!("no existe la orden «{}»", dato(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => format!("no se conoce «{argumento}»"),
        ErrorKind::MissingRequiredArgument => format!("falta {argumento}"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match dato(ContextKind::InvalidValue).as_str() {
            "" => format!("falta el valor de «{argumento}»"),
            valor => format!("«{valor}» no sirve como valor de «{argumento}»"),
        },
        ErrorKind::ArgumentConflict => format!("«{argumento}» está repetido"),
        ErrorKind::InvalidUtf8 => "hay un argumento que no está escrito en UTF-8".to_string(),
        _ => "no se entienden los argumentos".to_string(),
    };
    fail(&format!("{mensaje}; la ayuda se ve con «ventanilla --help»"))
}

/// Which order is missing depends on how far one got.
fn missing_order() -> String {
    let ordenes = if std::env::args().nth(1).as_deref() == Some("usuarios") {
        "«crear», «lista», «contrasena», «desactivar» o «activar»"
    } else {
        "«calcular», «servir», «usuarios», «migrar» o «verificar»"
    };
    format!("falta la orden: {ordenes}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
