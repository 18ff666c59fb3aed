//! What a payment plan costs: the terms side by side, and the schedule of the one that is chosen. The form of the trámite
//! and the page of a debt draw the same.

mod archivos;
mod calendario;
mod comparacion;

use crate::contexto::contexto;
use calendario::Calendario;
use comparacion::Comparacion;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_reglas::convenio::{self, EntradaComparar, EntradaConvenio, Modalidad, SalidaComparar, SalidaConvenio};
use ventanilla_reglas::hallazgo::{Gravedad, Hallazgo};

/// How a debt is paid, and in how many months.
pub type Eleccion = (Modalidad, u32);

/// What a rule answered, cheap to copy.
type Respuesta<S> = Option<Arc<Result<S, Vec<Hallazgo>>>>;

/// The terms side by side and, once one is chosen, its schedule with the files to take away.
#[component]
pub fn PlanDePagos(
    /// The debt; `None` while it cannot be read.
    #[prop(into)]
    adeudo: Signal<Option<EntradaConvenio>>,
    /// The term chosen.
    #[prop(into)]
    elegida: Signal<Option<Eleccion>>,
    /// Chooses a term.
    al_elegir: Callback<Eleccion>,
    /// Who owes, for the files.
    #[prop(into)]
    de_quien: Signal<String>,
) -> impl IntoView {
    let normativa = contexto().normativa;
    let comparacion: Memo<Respuesta<SalidaComparar>> = Memo::new(move |_| {
        let entrada = para_comparar(adeudo.get()?);
        Some(Arc::new(convenio::ejecutar_comparar(&normativa.read(), entrada)))
    });
    let plan: Memo<Respuesta<SalidaConvenio>> = Memo::new(move |_| {
        let (modalidad, plazo) = elegida.get()?;
        let entrada = EntradaConvenio {
            modalidad,
            plazo,
            memoria: true,
            ..adeudo.get()?
        };
        Some(Arc::new(convenio::ejecutar(&normativa.read(), entrada)))
    });
    view! {
        <section class="v-pila" aria-labelledby="comparar-plazos">
            <h2 class="v-panel-titulo" id="comparar-plazos">"Qué cuesta cada plazo"</h2>
            {move || match comparacion.get().as_deref() {
                None => view! { <p class="v-tenue">"Anote los créditos, completos, para comparar los plazos."</p> }.into_any(),
                Some(Err(errores)) => no_se_puede(errores).into_any(),
                Some(Ok(salida)) => view! {
                    <Comparacion salida=salida.clone() elegida al_elegir/>
                    {advertencias(&salida.comun.hallazgos)}
                }.into_any(),
            }}
            {move || match plan.get().as_deref() {
                Some(Ok(salida)) => view! { <Calendario salida=salida.clone() de_quien/> }.into_any(),
                // the comparison has said already why that term cannot be
                _ => ().into_any(),
            }}
        </section>
    }
}

fn para_comparar(adeudo: EntradaConvenio) -> EntradaComparar {
    EntradaComparar {
        solicitud: adeudo.solicitud,
        pago_inicial_fecha: adeudo.pago_inicial_fecha,
        plazos: None,
        deudor: adeudo.deudor,
        creditos: adeudo.creditos,
        saldo: adeudo.saldo,
        autorizacion_previa: adeudo.autorizacion_previa,
        inpc: adeudo.inpc,
        politicas: adeudo.politicas,
        memoria: adeudo.memoria,
    }
}

fn no_se_puede(errores: &[Hallazgo]) -> impl IntoView + use<> {
    let renglones = errores
        .iter()
        .map(|h| view! { <p>{h.mensaje.clone()}</p> })
        .collect_view();
    view! {
        <div class="v-aviso v-aviso--advertencia" role="status">
            <p class="v-aviso-titulo">"Todavía no se puede comparar"</p>
            {renglones}
        </div>
    }
}

fn advertencias(hallazgos: &[Hallazgo]) -> impl IntoView + use<> {
    let graves = hallazgos.iter().filter(|h| h.gravedad == Gravedad::Advertencia);
    graves
        .map(|h| {
            let articulos = h.fundamento.iter().map(|a| view! { " "<span class="v-insignia v-insignia--articulo">{*a}</span> });
            view! { <div class="v-aviso v-aviso--advertencia"><p>{de_que_credito(&h.campo)}{h.mensaje.clone()}{articulos.collect_view()}</p></div> }
        })
        .collect_view()
}

/// `Crédito 3: `, of a finding about `creditos[2]`.
fn de_que_credito(campo: &str) -> Option<String> {
    let (indice, _) = campo.strip_prefix("creditos[")?.split_once(']')?;
    Some(format!("Crédito {}: ", indice.parse::<usize>().ok()? + 1))
}

/// The name of a term: `12 meses`, `diferido a 6 meses`.
pub fn nombre_del_plazo((modalidad, plazo): Eleccion) -> String {
    let meses = match plazo {
        1 => "1 mes".to_owned(),
        n => format!("{n} meses"),
    };
    match modalidad {
        Modalidad::Parcialidades => meses,
        Modalidad::Diferido => format!("Un pago a {meses}"),
    }
}
