//! What the parts of the page share: the sheet, what was read of it, and what comes out.

use crate::paginas::papel::{Errores, Papel};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::incorporacion::Opcion;
use ventanilla_tramites::continuacion::{self, Bandas, Cifra, Cuenta, Escrito, Futuro, Limites};
use ventanilla_tramites::texto::con_fechas;

/// The desk of a continuación.
#[derive(Clone, Copy)]
pub struct Taller {
    /// What was typed.
    pub papel: Papel,
    /// The years of which something may be supposed.
    pub anios: Memo<Vec<i32>>,
    /// The sheet, read.
    pub escrito: Memo<Escrito>,
    /// Between what a salary may be chosen; `None` where the tables do not reach.
    pub limites: Memo<Option<Limites>>,
    /// What it comes to, or why it does not.
    pub salida: Memo<Result<Option<Arc<Cuenta>>, Vec<Hallazgo>>>,
    /// Whether it can be asked for.
    pub procedencia: Memo<Result<Option<Opcion>, Vec<Hallazgo>>>,
    /// The years to come.
    pub futuros: Memo<Vec<Futuro>>,
    /// The month, salary by salary, from the last one on.
    pub bandas: Memo<Option<Arc<Bandas>>>,
    /// What is wrong, by path.
    pub errores: Memo<Errores>,
    /// The figure that is asked about.
    pub pregunta: RwSignal<Option<Cifra>>,
}

impl Taller {
    /// On a sheet.
    pub fn nuevo(papel: Papel) -> Self {
        let contexto = papel.contexto;
        let (normativa, hoy) = (contexto.normativa, contexto.hoy);
        let anios = Memo::new(move |_| continuacion::anios_por_suponer(&normativa.read(), hoy));
        let escrito = Memo::new(move |_| {
            let anios = anios.get();
            papel.respuestas.with(|r| continuacion::leer(r, anios))
        });
        let limites = Memo::new(move |_| escrito.with(|e| e.cotizador(&normativa.read()).limites(hoy).ok()));
        let salida = Memo::new(move |_| {
            escrito.with(|e| continuacion::cuenta(&normativa.read(), e, hoy).map(|c| c.map(Arc::new)))
        });
        let procedencia = Memo::new(move |_| escrito.with(|e| continuacion::procedencia(&normativa.read(), e, hoy)));
        let futuro = Memo::new(move |_| {
            let cuenta = salida.get().ok().flatten()?;
            Some(escrito.with(|e| continuacion::futuro(&normativa.read(), e, &cuenta)))
        });
        let errores = Memo::new(move |_| {
            let mut errores = escrito.with(|e| e.errores.clone());
            for hallazgo in salida.get().err().into_iter().flatten() {
                agregar(&mut errores, &escrito.read(), &hallazgo);
            }
            for hallazgo in procedencia.get().err().into_iter().flatten() {
                errores.entry(hallazgo.campo).or_insert(con_fechas(&hallazgo.mensaje));
            }
            if let Some((_, suyos)) = futuro.get() {
                errores.extend(suyos);
            }
            errores
        });
        Self {
            papel,
            anios,
            escrito,
            limites,
            salida,
            procedencia,
            futuros: Memo::new(move |_| futuro.get().map(|f| f.0).unwrap_or_default()),
            bandas: bandas(papel, escrito, limites),
            errores,
            pregunta: RwSignal::new(None),
        }
    }

    /// What it comes to, if it comes to anything.
    pub fn cuenta(self) -> Option<Arc<Cuenta>> {
        self.salida.get().ok().flatten()
    }

    /// Whether it comes to anything.
    pub fn con_cuenta(self) -> bool {
        self.salida.with(|s| matches!(s, Ok(Some(_))))
    }

    /// The least that can be chosen: the last salary, or the minimum wage (RACERF 65).
    pub fn minimo(self) -> Option<Importe> {
        let limites = self.limites.get()?;
        let ultimo = self.escrito.with(|e| e.ultimo_sbc)?;
        Some(ultimo.max(limites.minimo))
    }

    /// Today.
    pub fn hoy(self) -> NaiveDate {
        self.papel.contexto.hoy
    }

    /// The fictitious person.
    pub fn poner_ejemplo(self) {
        let ejemplo = continuacion::ejemplo(self.hoy());
        self.papel.reemplazar(ejemplo, "Se puso el ejemplo.");
    }
}

/// A finding beside its field. One about a salary that nobody chose is about the last one.
fn agregar(errores: &mut Errores, escrito: &Escrito, hallazgo: &Hallazgo) {
    let ruta = match hallazgo.campo.as_str() {
        "sbc" if escrito.sbc.is_none() => "ultimo_sbc",
        otra => otra,
    };
    errores
        .entry(ruta.to_owned())
        .or_insert_with(|| con_fechas(&hallazgo.mensaje));
}

/// All of them depend on the area and the readings alone: a salary that is typed only cuts them.
fn bandas(papel: Papel, escrito: Memo<Escrito>, limites: Memo<Option<Limites>>) -> Memo<Option<Arc<Bandas>>> {
    let (normativa, hoy) = (papel.contexto.normativa, papel.contexto.hoy);
    let condiciones = Memo::new(move |_| escrito.with(|e| (e.area, e.politicas.clone())));
    let todas = Memo::new(move |_| {
        let (area, politicas) = condiciones.get();
        let sola = Escrito {
            area,
            politicas,
            ..Escrito::default()
        };
        let bandas = continuacion::bandas(sola.cotizador(&normativa.read()), hoy);
        bandas.ok().map(Arc::new)
    });
    Memo::new(move |_| {
        let (bandas, limites) = todas.get().zip(limites.get())?;
        let escrito = escrito.read();
        let desde = escrito.ultimo_sbc?.max(limites.minimo).min(limites.tope);
        let cortadas = bandas.desde(escrito.cotizador(&normativa.read()), desde);
        cortadas.ok().map(Arc::new)
    })
}
