//! What the pages of an adeudo share: the sheet, what was read of it, and what comes out.

use crate::contexto::Contexto;
use crate::paginas::papel::{Papel, enfocar, id_de};
use chrono::NaiveDate;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use ventanilla_reglas::captura;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::politica::Politicas;
use ventanilla_tramites::adeudo::{
    self, CREDITOS, Cifra, ClaseDeCredito, Condiciones, Credito, Cuenta, InpcEscrito, Renglon, Serie,
};
use ventanilla_tramites::criterios;

/// How long after the last change the chart is drawn again.
const REPOSO: Duration = Duration::from_millis(150);

/// The credits that can be computed, and what is wrong with the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leido {
    /// Credits.
    pub creditos: Vec<Credito>,
    /// Findings, by path.
    pub hallazgos: Vec<Hallazgo>,
}

/// The desk of an adeudo.
#[derive(Clone, Copy)]
pub struct Taller {
    /// What was typed.
    pub papel: Papel,
    /// The credits.
    pub leido: Memo<Leido>,
    /// The INPC that was typed.
    pub inpc: Memo<InpcEscrito>,
    /// The readings of the law that were chosen.
    pub politicas: Memo<Politicas>,
    /// The day of the payment, or what is wrong with it.
    pub pago: Memo<Result<NaiveDate, String>>,
    /// What is owed that day.
    pub cuenta: Memo<Option<Arc<Cuenta>>>,
    /// How it grows.
    pub serie: RwSignal<Option<Arc<Serie>>>,
    /// The figure that is asked about.
    pub pregunta: RwSignal<Option<Cifra>>,
}

impl Taller {
    /// On a sheet.
    pub fn nuevo(papel: Papel) -> Self {
        let contexto = papel.contexto;
        let leido = Memo::new(move |_| {
            let normativa = contexto.normativa.read();
            let renglones = papel.respuestas.with(adeudo::renglones);
            let (creditos, hallazgos) = adeudo::leer_todos(&normativa, &renglones);
            Leido { creditos, hallazgos }
        });
        let inpc = Memo::new(move |_| {
            let normativa = contexto.normativa.read();
            papel.respuestas.with(|r| adeudo::inpc_escrito(&normativa, r))
        });
        let politicas = Memo::new(move |_| papel.respuestas.with(criterios::elegidos));
        let pago = Memo::new(move |_| dia(&papel.texto("pago"), contexto.hoy));
        let cuenta = Memo::new(move |_| {
            let pago = pago.get().ok()?;
            let (normativa, inpc, politicas) = (contexto.normativa.read(), inpc.read(), politicas.read());
            let condiciones = Condiciones {
                normativa: &normativa,
                pago,
                inpc: &inpc.dado,
                politicas: &politicas,
                memoria: true,
            };
            leido.with(|l| (!l.creditos.is_empty()).then(|| Arc::new(adeudo::en_cuenta(&l.creditos, condiciones))))
        });
        let serie = RwSignal::new(None);
        seguir_la_serie(serie, contexto, (leido, inpc, politicas));
        Self {
            papel,
            leido,
            inpc,
            politicas,
            pago,
            cuenta,
            serie,
            pregunta: RwSignal::new(None),
        }
    }

    /// How many rows there are.
    pub fn cuantos(self) -> usize {
        self.papel.respuestas.with(|r| r.cuantos(CREDITOS))
    }

    /// Whether there is anything to compute.
    pub fn con_cuenta(self) -> bool {
        !self.leido.read().creditos.is_empty()
    }

    /// The finding of a cell: an error before a warning.
    pub fn dicho(self, ruta: &str) -> Option<Hallazgo> {
        let leido = self.leido.read();
        let suyos = leido.hallazgos.iter().filter(|h| h.campo == ruta);
        suyos.min_by_key(|h| h.gravedad).cloned()
    }

    /// Adds a row, of the same kind as the last one, and goes to it.
    pub fn agregar_uno(self) {
        let cuantos = self.papel.respuestas.with_untracked(|r| r.cuantos(CREDITOS));
        self.papel.cambiar(|r| {
            let anterior = cuantos.checked_sub(1).map(|i| format!("{CREDITOS}.{i}.clase"));
            let clase = anterior.map(|ruta| r.texto(&ruta).to_owned()).filter(|c| !c.is_empty());
            let clase = clase.unwrap_or_else(|| ClaseDeCredito::Cop.clave().to_owned());
            r.poner(format!("{CREDITOS}.{cuantos}.clase"), clase);
            r.contar(CREDITOS, cuantos + 1);
        });
        ir_al_campo(cuantos, "periodo");
    }

    /// Adds rows that came whole, and goes to the first one.
    pub fn agregar(self, nuevos: &[Renglon]) {
        let mut primero = 0;
        self.papel.cambiar(|r| primero = adeudo::agregar(r, nuevos));
        for i in primero..primero + nuevos.len() {
            for campo in Renglon::CAMPOS {
                self.papel.dejar(&format!("{CREDITOS}.{i}.{campo}"));
            }
        }
        ir_al_campo(primero, "periodo");
    }

    /// The fictitious debtor.
    pub fn poner_ejemplo(self) {
        self.agregar(&adeudo::ejemplo());
    }
}

/// The series is the account on many days: it waits until the hand rests, so that no key waits for it.
fn seguir_la_serie(
    serie: RwSignal<Option<Arc<Serie>>>,
    contexto: Contexto,
    (leido, inpc, politicas): (Memo<Leido>, Memo<InpcEscrito>, Memo<Politicas>),
) {
    let calcular = move || {
        let nueva = inpc.with_untracked(|inpc| {
            let normativa = contexto.normativa.get_untracked();
            let politicas = politicas.get_untracked();
            let condiciones = Condiciones {
                normativa: &normativa,
                pago: contexto.hoy,
                inpc: &inpc.dado,
                politicas: &politicas,
                memoria: false,
            };
            leido.with_untracked(|l| adeudo::serie(&l.creditos, condiciones).map(Arc::new))
        });
        serie.set(nueva);
    };
    let pendiente = StoredValue::new(None::<TimeoutHandle>);
    let soltar = move || {
        if let Some(Some(espera)) = pendiente.try_update_value(Option::take) {
            espera.clear();
        }
    };
    Effect::new(move |_| {
        leido.track();
        inpc.track();
        politicas.track();
        contexto.normativa.track();
        soltar();
        pendiente.set_value(set_timeout_with_handle(calcular, REPOSO).ok());
    });
    on_cleanup(soltar);
}

/// The focus goes to a field of a row, once it is drawn.
pub fn ir_al_campo(i: usize, campo: &str) {
    let id = id_de(&format!("{CREDITOS}.{i}.{campo}"));
    request_animation_frame(move || enfocar(&id));
}

/// A day as typed; today if nothing was.
pub fn dia(texto: &str, hoy: NaiveDate) -> Result<NaiveDate, String> {
    if texto.trim().is_empty() {
        return Ok(hoy);
    }
    captura::fecha(texto).map(|f| f.0).map_err(|e| e.to_string())
}
