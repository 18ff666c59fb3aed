//! The program `ventanilla`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ventanilla_backend::cli::run()
}
