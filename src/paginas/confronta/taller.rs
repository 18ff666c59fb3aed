//! The state of the page: the file in memory, what it is compared with, and what came out. Nothing of it is kept.

use crate::almacen::{self, Guardado};
use crate::componentes::por_rebanadas;
use crate::contexto::{Contexto, contexto};
use crate::lector::{self, Respuesta};
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_confronta::motor::{TOLERANCIA, TOLERANCIA_MAXIMA};
use ventanilla_confronta::puerta::{Encabezado, Peticion};
use ventanilla_confronta::salida::{Aviso, Causa, Confronta, Confrontado};
use ventanilla_normativa::exportar_suplemento;
use ventanilla_reglas::captura;
use ventanilla_reglas::cuotas::Area;
use ventanilla_reglas::politica::Politicas;
use ventanilla_tramites::prevision::{Escenario, nomina_de_ejemplo};

/// Key of the sample payroll among those that can be chosen.
pub const DE_EJEMPLO: &str = "ejemplo";

/// The page and its reader are of two versions, or the answer was cut.
const ILEGIBLE: &str = "La respuesta del lector no llegó completa. Vuelva a cargar la página y ábralo otra vez.";

/// A file that was opened.
#[derive(Clone)]
pub struct Archivo {
    /// Its name.
    pub nombre: String,
    /// Its bytes.
    pub bytes: Arc<Vec<u8>>,
    /// Whether it is the sample.
    pub muestra: bool,
}

/// What came out.
pub struct Resultado {
    /// The heading.
    pub confronta: Confronta,
    /// The workers.
    pub trabajadores: Vec<Confrontado>,
    /// The payroll it was compared with.
    pub nomina: Option<Arc<Escenario>>,
}

/// What the page is doing.
#[derive(Clone)]
pub enum Estado {
    /// Nothing was opened yet.
    Vacio,
    /// Something is under way: what, how much of it, of how much (0: nobody knows).
    EnCurso(&'static str, usize, usize),
    /// It cannot be done.
    Falla(Vec<Aviso>),
    /// Done.
    Listo(Arc<Resultado>),
}

/// Which workers are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filtro {
    /// Those that differ by more than rounding.
    ConDiferencia,
    /// Those with a cause.
    PorCausa(Causa),
    /// Those with findings.
    ConAvisos,
    /// Everybody.
    Todos,
}

/// The state of the page.
#[derive(Clone, Copy)]
pub struct Taller {
    /// What every page shares.
    pub contexto: Contexto,
    /// The file.
    pub archivo: RwSignal<Option<Archivo>>,
    /// Payrolls kept in this browser.
    pub guardados: RwSignal<Arc<Vec<Guardado>>>,
    /// Key of the payroll to compare with; empty: only the arithmetic.
    pub contra: RwSignal<String>,
    /// Tolerance as typed.
    pub tolerancia: RwSignal<String>,
    /// Area, where no payroll says it.
    pub area: RwSignal<Area>,
    /// Readings of what the law leaves in doubt, where no payroll has its own.
    pub politicas: RwSignal<Politicas>,
    /// What the page is doing.
    pub estado: RwSignal<Estado>,
    /// Which workers are listed.
    pub filtro: RwSignal<Filtro>,
    /// The worker that is open.
    pub abierto: RwSignal<Option<usize>>,
    turno: StoredValue<u32>,
}

impl Taller {
    /// Makes it and reads the payrolls of this browser.
    pub fn nuevo() -> Self {
        let taller = Self {
            contexto: contexto(),
            archivo: RwSignal::new(None),
            guardados: RwSignal::new(Arc::default()),
            contra: RwSignal::new(String::new()),
            tolerancia: RwSignal::new("0.02".to_owned()),
            area: RwSignal::new(Area::General),
            politicas: RwSignal::new(Politicas::default()),
            estado: RwSignal::new(Estado::Vacio),
            filtro: RwSignal::new(Filtro::ConDiferencia),
            abierto: RwSignal::new(None),
            turno: StoredValue::new(0),
        };
        let cuenta = taller.contexto.cuenta_de_practica();
        leptos::task::spawn_local(async move {
            match almacen::todos(&cuenta).await {
                Ok((guardados, _)) => {
                    let _ = taller.guardados.try_set(Arc::new(guardados));
                }
                Err(error) => taller.contexto.fallo_el_almacen(&error),
            }
        });
        taller
    }

    /// The tolerance in cents.
    ///
    /// # Errors
    /// What is wrong with what was typed.
    pub fn centavos_de_tolerancia(self) -> Result<i64, String> {
        let texto = self.tolerancia.get();
        if texto.trim().is_empty() {
            return Ok(TOLERANCIA);
        }
        let importe = captura::importe(&texto).map_err(|e| e.to_string())?;
        match importe.centavos() {
            c if c <= TOLERANCIA_MAXIMA => Ok(c),
            _ => Err("La tolerancia es por ramo y por trabajador: a lo más 1,000.00 pesos.".to_owned()),
        }
    }

    /// The payroll chosen.
    fn nomina(self) -> Option<Arc<Escenario>> {
        let clave = self.contra.get_untracked();
        if clave == DE_EJEMPLO {
            return Some(Arc::new(nomina_de_ejemplo()));
        }
        let guardados = self.guardados.get_untracked();
        let suyo = guardados.iter().find(|g| g.id == clave)?;
        let mut escenario = suyo.escenario.clone();
        if escenario.nombre.trim().is_empty() {
            escenario.nombre = "sin nombre".to_owned();
        }
        Some(Arc::new(escenario))
    }

    /// Opens the sample, against the sample payroll.
    pub fn probar(self) {
        self.estado.set(Estado::EnCurso("Preparando la muestra…", 0, 0));
        leptos::task::spawn_local(async move {
            match lector::muestra(0).await {
                Ok(bytes) => {
                    self.contra.set(DE_EJEMPLO.to_owned());
                    self.abrir("muestra-emision-octubre-2026.xls".to_owned(), bytes, true);
                }
                Err(mensaje) => self.fallar(mensaje),
            }
        });
    }

    /// Opens a file and confronts it.
    pub fn abrir(self, nombre: String, bytes: Vec<u8>, muestra: bool) {
        if !muestra && self.contra.get_untracked() == DE_EJEMPLO {
            self.contra.set(String::new());
        }
        self.archivo.set(Some(Archivo {
            nombre,
            bytes: Arc::new(bytes),
            muestra,
        }));
        self.confrontar();
    }

    /// Lets the file and what came of it go.
    pub fn soltar(self) {
        self.turno.update_value(|t| *t += 1);
        self.archivo.set(None);
        self.abierto.set(None);
        self.estado.set(Estado::Vacio);
    }

    /// Confronts the open file with what is chosen.
    pub fn confrontar(self) {
        let (Some(archivo), Ok(tolerancia)) = (self.archivo.get_untracked(), untrack(|| self.centavos_de_tolerancia()))
        else {
            return;
        };
        self.turno.update_value(|t| *t += 1);
        let turno = self.turno.get_value();
        let vigente = move || self.turno.try_get_value() == Some(turno);
        let nomina = self.nomina();
        let peticion = Peticion {
            tolerancia: Some(tolerancia),
            area: self.area.get_untracked(),
            nomina: nomina.as_deref().cloned(),
            politicas: self.politicas.get_untracked(),
            suplemento: exportar_suplemento(self.contexto.normativa.get_untracked().suplemento()),
        };
        let peticion = serde_json::to_string(&peticion).unwrap_or_default();
        self.abierto.set(None);
        self.filtro.set(Filtro::ConDiferencia);
        self.estado.set(Estado::EnCurso("Leyendo el archivo…", 0, 0));
        leptos::task::spawn_local(async move {
            let avance = move |hechos: u32, total: u32| {
                if vigente() && total > 0 {
                    let avance = Estado::EnCurso("Recalculando a cada trabajador…", hechos as usize, total as usize);
                    self.estado.set(avance);
                }
            };
            let respuesta = lector::pedir("confrontar", &archivo.bytes, &peticion, avance).await;
            if !vigente() {
                return;
            }
            match respuesta {
                Ok(respuesta) => self.recibir(respuesta, nomina, turno),
                Err(mensaje) => self.fallar(mensaje),
            }
        });
    }

    fn fallar(self, mensaje: String) {
        let _ = self.estado.try_set(Estado::Falla(vec![Aviso {
            codigo: String::new(),
            gravedad: "error".to_owned(),
            mensaje,
            fundamento: Vec::new(),
        }]));
    }

    /// Reads the answer a few lines at a time, so that the page answers meanwhile.
    fn recibir(self, mut respuesta: Respuesta, nomina: Option<Arc<Escenario>>, turno: u32) {
        let confronta = match serde_json::from_slice(&respuesta.next().unwrap_or_default()) {
            Ok(Encabezado::Confronta(confronta)) => confronta,
            Ok(Encabezado::Falla(falla)) => return self.estado.set(Estado::Falla(falla.errores)),
            Err(_) => return self.fallar(ILEGIBLE.to_owned()),
        };
        let mut trabajadores: Vec<Confrontado> = Vec::with_capacity(confronta.trabajadores);
        let mut confronta = Some(confronta);
        por_rebanadas(move || {
            if self.turno.try_get_value() != Some(turno) {
                return true;
            }
            if let Some(renglon) = respuesta.next() {
                return match serde_json::from_slice::<Vec<Confrontado>>(&renglon) {
                    Ok(lote) => {
                        trabajadores.extend(lote);
                        false
                    }
                    Err(_) => {
                        self.fallar(ILEGIBLE.to_owned());
                        true
                    }
                };
            }
            if let Some(confronta) = confronta.take() {
                self.estado.set(Estado::Listo(Arc::new(Resultado {
                    confronta,
                    trabajadores: std::mem::take(&mut trabajadores),
                    nomina: nomina.clone(),
                })));
            }
            true
        });
    }

    /// What came out, when it is there.
    pub fn resultado(self) -> Option<Arc<Resultado>> {
        match self.estado.get() {
            Estado::Listo(resultado) => Some(resultado),
            _ => None,
        }
    }
}
