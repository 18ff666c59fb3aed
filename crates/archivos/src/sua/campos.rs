//! The fields of each record: one declaration that the reader and the writer share.

/// A field: from which position (1-based), how long, and what it is called.
#[derive(Clone, Copy, Debug)]
pub(super) struct Campo {
    pub desde: usize,
    pub largo: usize,
    pub titulo: &'static str,
}

impl Campo {
    const fn nuevo(desde: usize, largo: usize, titulo: &'static str) -> Self {
        Self { desde, largo, titulo }
    }

    /// Last position.
    pub const fn hasta(&self) -> usize {
        self.desde + self.largo - 1
    }
}

/// ASEG.
pub(super) mod aseg {
    use super::Campo;
    pub(in super::super) const REGISTRO: Campo = Campo::nuevo(1, 11, "registro patronal");
    pub(in super::super) const NSS: Campo = Campo::nuevo(12, 11, "NSS");
    pub(in super::super) const RFC: Campo = Campo::nuevo(23, 13, "RFC");
    pub(in super::super) const CURP: Campo = Campo::nuevo(36, 18, "CURP");
    pub(in super::super) const NOMBRE: Campo = Campo::nuevo(54, 50, "nombre");
    pub(in super::super) const TIPO: Campo = Campo::nuevo(104, 1, "tipo de trabajador");
    pub(in super::super) const JORNADA: Campo = Campo::nuevo(105, 1, "jornada o semana reducida");
    pub(in super::super) const ALTA: Campo = Campo::nuevo(106, 8, "fecha de alta");
    pub(in super::super) const SDI: Campo = Campo::nuevo(114, 7, "salario diario integrado");
    pub(in super::super) const UBICACION: Campo = Campo::nuevo(121, 17, "clave de ubicación");
    pub(in super::super) const CREDITO: Campo = Campo::nuevo(138, 10, "número de crédito");
    pub(in super::super) const INICIO: Campo = Campo::nuevo(148, 8, "inicio de descuento");
    pub(in super::super) const TIPO_DESCUENTO: Campo = Campo::nuevo(156, 1, "tipo de descuento");
    pub(in super::super) const VALOR: Campo = Campo::nuevo(157, 8, "valor de descuento");
}

/// MOVT.
pub(super) mod movt {
    use super::Campo;
    pub(in super::super) const REGISTRO: Campo = Campo::nuevo(1, 11, "registro patronal");
    pub(in super::super) const NSS: Campo = Campo::nuevo(12, 11, "NSS");
    pub(in super::super) const TIPO: Campo = Campo::nuevo(23, 2, "tipo de movimiento");
    pub(in super::super) const FECHA: Campo = Campo::nuevo(25, 8, "fecha");
    pub(in super::super) const FOLIO: Campo = Campo::nuevo(33, 8, "folio de la incapacidad");
    pub(in super::super) const DIAS: Campo = Campo::nuevo(41, 2, "días");
    pub(in super::super) const SDI: Campo = Campo::nuevo(43, 7, "salario diario integrado");
}

#[cfg(test)]
mod pruebas {
    use super::*;

    fn corridos(campos: &[Campo], largo: usize) {
        let mut siguiente = 1;
        for campo in campos {
            assert_eq!(campo.desde, siguiente, "{}", campo.titulo);
            siguiente += campo.largo;
        }
        assert_eq!(siguiente - 1, largo);
    }

    #[test]
    fn the_fields_cover_each_record_without_gaps() {
        use aseg as a;
        corridos(
            &[
                a::REGISTRO,
                a::NSS,
                a::RFC,
                a::CURP,
                a::NOMBRE,
                a::TIPO,
                a::JORNADA,
                a::ALTA,
                a::SDI,
                a::UBICACION,
                a::CREDITO,
                a::INICIO,
                a::TIPO_DESCUENTO,
                a::VALOR,
            ],
            super::super::LARGO_ASEG,
        );
        use movt as m;
        corridos(
            &[m::REGISTRO, m::NSS, m::TIPO, m::FECHA, m::FOLIO, m::DIAS, m::SDI],
            super::super::LARGO_MOVT,
        );
    }
}
