//! Where in the application the person is. A small enum instead of a router: it costs nothing and, embedded, need not
//! touch the address bar. An address is `#/clave/detalle/…`; the enum knows the key, the page reads the rest.

use crate::entorno;
use leptos::prelude::*;

/// A page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ruta {
    /// A payroll and what it costs.
    #[default]
    Prevision,
    /// The printable sheet of that payroll.
    Cedula,
    /// What is kept in this browser.
    Escenarios,
    /// Every table of the law.
    Parametros,
    /// How it works.
    Ayuda,
    /// Drafts and what was sent.
    Tramites,
    /// The form of one trámite: `#/tramite/<id>/<paso>`.
    Tramite,
    /// The institution's queue.
    Bandeja,
    /// One received trámite: `#/expediente/<uuid>`.
    Expediente,
    /// The printed receipt of one: `#/acuse/<uuid>`.
    Acuse,
    /// The catalogue of activities.
    Clasificacion,
    /// The prima of riesgos de trabajo.
    Prima,
    /// What is owed on a day.
    Adeudo,
    /// What a cédula de liquidación would say, and what follows from it.
    Liquidacion,
    /// Which voluntary modality is somebody's.
    Modalidad,
    /// What the continuación voluntaria would cost.
    Continuacion,
    /// Simulated cases and how one is doing in them.
    Capacitacion,
    /// One practice of one case: `#/caso/<id>`.
    Caso,
    /// Cases, sessions and results, for who teaches.
    Instructor,
    /// What can be done with the files of SUA, IDSE and the emission.
    Archivos,
    /// The emission (EMA, EBA) against what the rules compute.
    Confronta,
    /// A batch of movements for IDSE.
    Idse,
    /// What is kept in this browser, as a file.
    Equipo,
    /// Signing in.
    Entrar,
    /// Every kind of question, for the tests.
    Muestras,
}

impl Ruta {
    /// Every page.
    const TODAS: [Self; 25] = [
        Self::Prevision,
        Self::Cedula,
        Self::Escenarios,
        Self::Parametros,
        Self::Ayuda,
        Self::Tramites,
        Self::Tramite,
        Self::Bandeja,
        Self::Expediente,
        Self::Acuse,
        Self::Clasificacion,
        Self::Prima,
        Self::Adeudo,
        Self::Liquidacion,
        Self::Modalidad,
        Self::Continuacion,
        Self::Capacitacion,
        Self::Caso,
        Self::Instructor,
        Self::Archivos,
        Self::Confronta,
        Self::Idse,
        Self::Equipo,
        Self::Entrar,
        Self::Muestras,
    ];

    /// Pages of the navigation bar.
    pub const BARRA: [Self; 12] = [
        Self::Prevision,
        Self::Adeudo,
        Self::Modalidad,
        Self::Archivos,
        Self::Tramites,
        Self::Clasificacion,
        Self::Prima,
        Self::Bandeja,
        Self::Capacitacion,
        Self::Escenarios,
        Self::Parametros,
        Self::Ayuda,
    ];

    /// Its name.
    pub fn titulo(self) -> &'static str {
        match self {
            Self::Prevision => "Previsión de cuotas",
            Self::Cedula => "Cédula de determinación",
            Self::Escenarios => "Escenarios",
            Self::Parametros => "Parámetros",
            Self::Ayuda => "Ayuda",
            Self::Tramites => "Trámites",
            Self::Tramite => "Trámite",
            Self::Bandeja => "Bandeja",
            Self::Expediente => "Expediente",
            Self::Acuse => "Acuse de recibo",
            Self::Clasificacion => "Clasificación",
            Self::Prima => "Prima de riesgos",
            Self::Adeudo => "Adeudo",
            Self::Liquidacion => "Liquidación (vista previa)",
            Self::Modalidad => "¿Qué modalidad me toca?",
            Self::Continuacion => "Simulador de la modalidad 40",
            Self::Capacitacion => "Capacitación",
            Self::Caso => "Caso simulado",
            Self::Instructor => "Instructor",
            Self::Archivos => "Archivos",
            Self::Confronta => "Confronta de la emisión",
            Self::Idse => "Lote para IDSE",
            Self::Equipo => "Este equipo",
            Self::Entrar => "Entrar",
            Self::Muestras => "Muestras",
        }
    }

    /// Its name in the navigation bar, where room is scarce.
    pub fn corto(self) -> &'static str {
        match self {
            Self::Prevision => "Cuotas",
            Self::Prima => "Prima",
            Self::Modalidad => "Modalidad",
            otra => otra.titulo(),
        }
    }

    /// Its address.
    pub fn ancla(self) -> &'static str {
        match self {
            Self::Prevision => "#/prevision",
            Self::Cedula => "#/cedula",
            Self::Escenarios => "#/escenarios",
            Self::Parametros => "#/parametros",
            Self::Ayuda => "#/ayuda",
            Self::Tramites => "#/tramites",
            Self::Tramite => "#/tramite",
            Self::Bandeja => "#/bandeja",
            Self::Expediente => "#/expediente",
            Self::Acuse => "#/acuse",
            Self::Clasificacion => "#/clasificacion",
            Self::Prima => "#/prima",
            Self::Adeudo => "#/adeudo",
            Self::Liquidacion => "#/liquidacion",
            Self::Modalidad => "#/modalidad",
            Self::Continuacion => "#/modalidad-40",
            Self::Capacitacion => "#/capacitacion",
            Self::Caso => "#/caso",
            Self::Instructor => "#/instructor",
            Self::Archivos => "#/archivos",
            Self::Confronta => "#/confronta",
            Self::Idse => "#/idse",
            Self::Equipo => "#/equipo",
            Self::Entrar => "#/entrar",
            Self::Muestras => "#/muestras",
        }
    }

    /// The page of the navigation bar that it belongs to.
    pub fn seccion(self) -> Self {
        match self {
            Self::Cedula => Self::Prevision,
            Self::Equipo => Self::Escenarios,
            Self::Liquidacion => Self::Adeudo,
            Self::Continuacion => Self::Modalidad,
            Self::Tramite | Self::Entrar => Self::Tramites,
            Self::Expediente | Self::Acuse => Self::Bandeja,
            Self::Confronta | Self::Idse => Self::Archivos,
            Self::Caso | Self::Instructor => Self::Capacitacion,
            otra => otra,
        }
    }

    /// Whether the page itself takes the focus to what opens inside it.
    pub fn lleva_el_foco(self) -> bool {
        matches!(self, Self::Clasificacion | Self::Prima)
    }

    /// The address of a detail of the page.
    pub fn con(self, detalle: &str) -> String {
        [self.ancla(), "/", detalle].concat()
    }
}

/// The address: its page and what follows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Direccion {
    /// The page.
    pub ruta: Ruta,
    /// What follows its key.
    pub detalle: Vec<String>,
}

impl Direccion {
    fn actual() -> Self {
        Self::leer(&entorno::direccion())
    }

    /// Reads an address, `#/clave/detalle…`.
    pub fn leer(ancla: &str) -> Self {
        let mut partes = ancla.split('/').skip(1).map(ToOwned::to_owned);
        let clave = ["#/", &partes.next().unwrap_or_default()].concat();
        let ruta = Ruta::TODAS.into_iter().find(|r| r.ancla() == clave).unwrap_or_default();
        Self {
            ruta,
            detalle: partes.filter(|p| !p.is_empty()).collect(),
        }
    }

    /// A part of the detail; empty when there is none.
    pub fn parte(&self, posicion: usize) -> &str {
        self.detalle.get(posicion).map_or("", String::as_str)
    }
}

/// The current page, following the address: the browser's, or one of this copy's own.
pub fn seguir_direccion() -> RwSignal<Direccion> {
    let direccion = RwSignal::new(Direccion::actual());
    entorno::al_cambiar_direccion(move || direccion.set(Direccion::actual()));
    direccion
}

/// Goes to a page.
pub fn ir_a(ruta: Ruta) {
    ir_a_direccion(ruta.ancla());
}

/// Goes to an address.
pub fn ir_a_direccion(direccion: &str) {
    entorno::ir(direccion);
}

#[cfg(test)]
mod pruebas {
    use super::Ruta;
    use std::collections::BTreeSet;
    use ventanilla_tramites::camino::GUIONES;

    const CARGADOR: &str = include_str!("../public/ventanilla-imss.js");
    const TIPOS: &str = include_str!("../public/ventanilla-imss.d.ts");
    /// Pages of the first module (src/main.rs): the loader knows only those of the others.
    const DE_CONSULTA: [Ruta; 5] = [
        Ruta::Prevision,
        Ruta::Cedula,
        Ruta::Escenarios,
        Ruta::Parametros,
        Ruta::Ayuda,
    ];

    /// What is between quotes from a mark to the next semicolon or bracket.
    fn entre_comillas(texto: &str, desde: &str, hasta: &str) -> BTreeSet<String> {
        let resto = &texto[texto.find(desde).expect(desde) + desde.len()..];
        let trozo = &resto[..resto.find(hasta).expect(hasta)];
        trozo.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    }

    /// A page added here is added to the loader too, which opens its module, and to what a portal may ask for.
    #[test]
    fn the_loader_and_its_types_know_the_pages_and_the_tramites() {
        let reglas = &CARGADOR
            [CARGADOR.find("const MODULOS").expect("MODULOS")..CARGADOR.find("function moduloDe").expect("moduloDe")];
        let suyas: BTreeSet<&str> = reglas
            .split(['(', ')'])
            .filter(|t| t.chars().any(|c| c == '|') && !t.contains('/'))
            .flat_map(|t| t.split('|'))
            .collect();
        let clave = |ruta: &Ruta| ruta.ancla().trim_start_matches("#/");
        let de_otros: BTreeSet<&str> = Ruta::TODAS
            .iter()
            .filter(|r| !DE_CONSULTA.contains(r))
            .map(clave)
            .collect();
        assert_eq!(suyas, de_otros);

        let paginas = entre_comillas(CARGADOR, "const PAGINAS = [", "]");
        assert_eq!(paginas, entre_comillas(TIPOS, "export type Pagina =", ";"));
        let todas: BTreeSet<String> = Ruta::TODAS.iter().map(|r| clave(r).to_owned()).collect();
        assert!(paginas.is_subset(&todas), "{paginas:?}");
        let tramites: BTreeSet<String> = GUIONES.iter().map(|g| g.clave.to_owned()).collect();
        assert_eq!(entre_comillas(TIPOS, "export type Tramite =", ";"), tramites);
        assert_eq!(entre_comillas(CARGADOR, "const TRAMITES = [", "]"), tramites);
    }
}
