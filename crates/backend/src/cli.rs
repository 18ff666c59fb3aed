//! The command line of `ventanilla`.

use crate::motor::Motor;
use crate::{calcular, servir};
use clap::error::{ContextKind, ErrorKind};
use clap::{Args, Parser, Subcommand};
use std::io;
use std::net::IpAddr;
use std::path::PathBuf;
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
    /// Sirve la página y las operaciones por HTTP
    #[command(help_template = PLANTILLA, override_usage = "ventanilla servir [opciones]")]
    Servir(Servir),
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
    /// Termina cuando se cierra la entrada estándar (para quien lo inicia desde otro programa)
    #[arg(long, hide = true)]
    terminar_con_stdin: bool,
}

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
        Orden::Servir(opciones) => serve(opciones).map(|()| true),
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
    servir::run(servir::Opciones {
        motor,
        direccion: opciones.direccion,
        puerto: opciones.puerto,
        dist: opciones.dist,
        terminar_con_stdin: opciones.terminar_con_stdin,
    })
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
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            "falta la orden: «calcular» o «servir»".to_string()
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
