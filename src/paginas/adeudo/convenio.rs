//! The way from an adeudo to a payment plan: what each term would cost, and the application that begins with its credits.

use super::taller::Taller;
use crate::almacen;
use crate::convenio::{Eleccion, PlanDePagos};
use crate::paginas::empezar as empezar_tramite;
use crate::ruta::{Ruta, ir_a_direccion};
use crate::sesion::sesion;
use leptos::prelude::*;
use ventanilla_reglas::convenio::{AutorizacionPrevia, Deudor, EntradaConvenio, Modalidad};
use ventanilla_reglas::fecha::Fecha;
use ventanilla_tramites::adeudo::{Traspaso, con_estimacion};
use ventanilla_tramites::convenio::{GUION, prellenado};

/// Where signing in leads back to.
const DE_VUELTA: &str = "adeudo";

/// What a plan for these credits would cost, asked for on the day of the payment.
#[component]
pub fn APlazos(taller: Taller) -> impl IntoView {
    let adeudo = Memo::new(move |_| {
        let leido = taller.leido.read();
        let pago = taller.pago.get().ok()?;
        (!leido.creditos.is_empty()).then(|| EntradaConvenio {
            solicitud: Fecha(pago),
            pago_inicial_fecha: None,
            modalidad: Modalidad::Parcialidades,
            plazo: 0,
            deudor: Deudor::Particular,
            creditos: prellenado::de_adeudo(&leido.creditos),
            saldo: None,
            autorizacion_previa: AutorizacionPrevia::default(),
            inpc: taller.inpc.read().dado.clone(),
            politicas: con_estimacion(&taller.politicas.read()),
            memoria: false,
        })
    });
    let elegida = RwSignal::new(None::<Eleccion>);
    let al_elegir = Callback::new(move |eleccion| elegida.set(Some(eleccion)));
    view! { <PlanDePagos adeudo elegida al_elegir de_quien=Signal::derive(String::new)/> }
}

/// Begins an application with these credits. It belongs to an account: without one, the way in is shown; the credits stay.
pub fn empezar(taller: Taller) {
    if sesion().cuenta.read_untracked().is_none() {
        return entrar_antes(taller);
    }
    let creditos = taller.leido.read_untracked().creditos.clone();
    let respuestas = prellenado::con_creditos(&creditos, &taller.papel.respuestas.read_untracked());
    empezar_tramite(&GUION, respuestas);
}

/// The sheet of nobody in particular is not that of the account: its credits go along.
fn entrar_antes(taller: Taller) {
    let contexto = taller.papel.contexto;
    let traspaso = taller.papel.respuestas.with_untracked(Traspaso::de_quien_entra);
    leptos::task::spawn_local(async move {
        let texto = serde_json::to_string(&traspaso).unwrap_or_default();
        match almacen::guardar_ajuste(&contexto.propia(almacen::ADEUDO_POR_RECIBIR), &texto).await {
            Ok(()) => {
                contexto.avisar("Para pedirlo, entre con su cuenta. Sus créditos lo esperan en Adeudo.");
                ir_a_direccion(&Ruta::Entrar.con(DE_VUELTA));
            }
            Err(error) => contexto.fallo_el_almacen(&error),
        }
    });
}
