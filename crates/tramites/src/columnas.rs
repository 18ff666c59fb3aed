//! Declares the columns of a sheet: their positions by name, and what each is ([`crate::prevision::Columna`], which the caller
//! has in scope with `ClaseDeDato`).

macro_rules! columnas {
    ($nombre:ident, $modulo:ident, $doc:literal: $( $constante:ident $clave:literal, $titulo:literal, $clase:ident, $ancho:literal, $ejemplo:literal, [$($sinonimo:literal),*], $ayuda:literal $(, $opciones:expr)?; )+) => {
        #[doc = $doc]
        pub static $nombre: &[Columna] = &[$(Columna {
            clave: $clave,
            titulo: $titulo,
            ayuda: $ayuda,
            sinonimos: &[$($sinonimo),*],
            clase: ClaseDeDato::$clase,
            ancho: $ancho,
            opciones: columnas!(@ $($opciones)?),
            ejemplo: $ejemplo,
        }),+];
        #[doc = concat!("Positions of the columns of the sheet: ", $doc)]
        pub mod $modulo {
            columnas!(% 0usize; $($constante $clave,)+);
        }
    };
    (@) => { &[] };
    (@ $opciones:expr) => { $opciones };
    (% $n:expr; ) => {};
    (% $n:expr; $constante:ident $clave:literal, $($resto:tt)*) => {
        #[doc = concat!("Column `", $clave, "`.")]
        pub const $constante: usize = $n;
        columnas!(% $n + 1; $($resto)*);
    };
}
