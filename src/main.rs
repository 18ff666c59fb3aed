//! The page: mounts Ventanilla where the host left room for it.

fn main() {
    ventanilla_web::montar_en_la_pagina();
}
