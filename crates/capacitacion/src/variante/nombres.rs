//! Names that nobody could take for real ones: every surname is a flag.

/// First names of women.
pub(super) const MUJERES: [&str; 14] = [
    "Aurora", "Berenice", "Carmela", "Dalia", "Estela", "Fabiola", "Graciela", "Herminia", "Julieta", "Leonor",
    "Matilde", "Ofelia", "Rebeca", "Silvia",
];

/// First names of men.
pub(super) const HOMBRES: [&str; 14] = [
    "Abelardo", "Bruno", "Camilo", "Damián", "Efraín", "Fermín", "Gonzalo", "Horacio", "Joaquín", "Leandro",
    "Mauricio", "Nicolás", "Rodolfo", "Samuel",
];

/// Surnames.
pub(super) const APELLIDOS: [&str; 12] = [
    "Ficticio",
    "Simulado",
    "Muestra",
    "Ensayo",
    "Maqueta",
    "Plantilla",
    "Ejemplar",
    "Borrador",
    "Demo",
    "Prueba",
    "Modelo",
    "Ejemplo",
];

/// What goes after the first word of a company, which says what it does.
pub(super) const BANDERAS: [&str; 8] = [
    "Ficticia",
    "Simulada",
    "Muestra",
    "Ensayo",
    "Maqueta",
    "Plantilla",
    "Ejemplar",
    "Borrador",
];

/// Where a company says it is from.
pub(super) const LUGARES: [&str; 8] = [
    "del Sur",
    "del Lago",
    "de la Sierra",
    "del Valle",
    "de la Costa",
    "del Centro",
    "del Puerto",
    "de la Montaña",
];
