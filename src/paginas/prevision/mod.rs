//! *Previsión de cuotas*: an employer types a payroll and sees, figure by figure and with its article, what it will cost.

mod a_adeudo;
mod archivos;
mod avisos;
mod cedula;
mod explicacion;
mod grafica;
mod hojas;
mod mesa;
mod modelo;
mod patron;
mod periodo;
mod por_trabajador;
mod resultado;
mod sua;
mod y_si;

pub use cedula::Cedula;
pub use mesa::Mesa;

use archivos::BarraDeArchivo;
use avisos::Avisos;
use explicacion::Explicacion;
use hojas::Hojas;
use leptos::prelude::*;
use mesa::mesa;
use patron::Patron;
use periodo::Periodo;
use por_trabajador::PorTrabajador;
use resultado::{PorRamo, Resultado, TotalFijo};
use y_si::YSi;

/// The page.
#[component]
pub fn Prevision() -> impl IntoView {
    let mesa = mesa();
    let hay_filas = Memo::new(move |_| !mesa.escenario.read().vacio());
    let hay_resultado = Memo::new(move |_| mesa.lote.read().totales.contados > 0);
    view! {
        <div class="v-encabezado">
            <div>
                <h1 class="v-titulo">"Previsión de cuotas"</h1>
                <p class="v-entradilla">
                    "Cuánto le costará el mes o el bimestre ante el IMSS y el Infonavit, cifra por cifra y con su artículo."
                </p>
            </div>
            <BarraDeArchivo/>
        </div>
        <div class="v-columnas v-prevision">
            <div class="v-pila">
                <Periodo/>
                <Patron/>
            </div>
            <div class="v-resultado v-pila">
                <Resultado/>
            </div>
        </div>
        <div class="v-pila v-debajo">
            <Hojas/>
            <Show when=move || hay_filas.get()><Avisos/></Show>
            <Show when=move || hay_resultado.get()>
                <PorRamo/>
                <PorTrabajador/>
                <YSi/>
            </Show>
        </div>
        <TotalFijo/>
        <Explicacion/>
    }
}
