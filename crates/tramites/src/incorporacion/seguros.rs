//! The insurances, in the words of the counter.

/// One of the insurances of the obligatory regime (LSS 11).
#[derive(Debug, PartialEq, Eq)]
pub struct Seguro {
    /// Its key in the answers of the rules.
    pub clave: &'static str,
    /// Its name.
    pub nombre: &'static str,
    /// What it is, for who has never heard of it.
    pub que_es: &'static str,
}

/// All of them, from what is asked about most.
pub const SEGUROS: [Seguro; 6] = [
    Seguro {
        clave: "enfermedades_especie",
        nombre: "Servicio médico y maternidad",
        que_es: "Consulta, medicinas, hospital y cirugía",
    },
    Seguro {
        clave: "enfermedades_dinero",
        nombre: "Subsidios por enfermedad y maternidad",
        que_es: "Parte del salario mientras no puede trabajar",
    },
    Seguro {
        clave: "riesgos_trabajo",
        nombre: "Riesgos de trabajo",
        que_es: "Accidentes y enfermedades por el trabajo",
    },
    Seguro {
        clave: "invalidez_vida",
        nombre: "Invalidez y vida",
        que_es: "Pensión si queda inválido, y a su familia si muere",
    },
    Seguro {
        clave: "retiro_cesantia_vejez",
        nombre: "Retiro, cesantía y vejez",
        que_es: "Semanas y ahorro para su pensión",
    },
    Seguro {
        clave: "guarderias",
        nombre: "Guarderías y prestaciones sociales",
        que_es: "Guardería, centros vacacionales y deportivos",
    },
];

/// Name of an insurance, by its key.
pub fn nombre(clave: &str) -> &str {
    SEGUROS.iter().find(|s| s.clave == clave).map_or(clave, |s| s.nombre)
}
