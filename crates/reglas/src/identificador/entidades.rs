//! The entidades federativas: their key in the CURP, and the first two digits of their postal codes (own knowledge,
//! confianza media: not checked against the catalogue of Correos de México).

/// An entidad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entidad {
    /// Key in the CURP.
    pub clave: &'static str,
    /// Its name.
    pub nombre: &'static str,
    /// First two digits of its postal codes, from and to; 0 and 0 when it has none.
    pub codigos_postales: (u8, u8),
}

const fn entidad(clave: &'static str, nombre: &'static str, desde: u8, hasta: u8) -> Entidad {
    Entidad {
        clave,
        nombre,
        codigos_postales: (desde, hasta),
    }
}

/// Every entidad, and NE for those born abroad.
pub static ENTIDADES: [Entidad; 33] = [
    entidad("AS", "Aguascalientes", 20, 20),
    entidad("BC", "Baja California", 21, 22),
    entidad("BS", "Baja California Sur", 23, 23),
    entidad("CC", "Campeche", 24, 24),
    entidad("CL", "Coahuila", 25, 27),
    entidad("CM", "Colima", 28, 28),
    entidad("CS", "Chiapas", 29, 30),
    entidad("CH", "Chihuahua", 31, 33),
    entidad("DF", "Ciudad de México", 1, 16),
    entidad("DG", "Durango", 34, 35),
    entidad("GT", "Guanajuato", 36, 38),
    entidad("GR", "Guerrero", 39, 41),
    entidad("HG", "Hidalgo", 42, 43),
    entidad("JC", "Jalisco", 44, 49),
    entidad("MC", "Estado de México", 50, 57),
    entidad("MN", "Michoacán", 58, 61),
    entidad("MS", "Morelos", 62, 62),
    entidad("NT", "Nayarit", 63, 63),
    entidad("NL", "Nuevo León", 64, 67),
    entidad("OC", "Oaxaca", 68, 71),
    entidad("PL", "Puebla", 72, 75),
    entidad("QT", "Querétaro", 76, 76),
    entidad("QR", "Quintana Roo", 77, 77),
    entidad("SP", "San Luis Potosí", 78, 79),
    entidad("SL", "Sinaloa", 80, 82),
    entidad("SR", "Sonora", 83, 85),
    entidad("TC", "Tabasco", 86, 86),
    entidad("TS", "Tamaulipas", 87, 89),
    entidad("TL", "Tlaxcala", 90, 90),
    entidad("VZ", "Veracruz", 91, 96),
    entidad("YN", "Yucatán", 97, 97),
    entidad("ZS", "Zacatecas", 98, 99),
    entidad("NE", "Nacido en el extranjero", 0, 0),
];

/// Name of the entidad with this key in the CURP.
pub(super) fn nombre(clave: &str) -> Option<&'static str> {
    ENTIDADES.iter().find(|e| e.clave == clave).map(|e| e.nombre)
}

/// The entidad whose postal codes begin with these two digits.
pub(super) fn de_codigo_postal(inicio: u8) -> Option<&'static Entidad> {
    ENTIDADES
        .iter()
        .find(|e| inicio > 0 && (e.codigos_postales.0..=e.codigos_postales.1).contains(&inicio))
}
