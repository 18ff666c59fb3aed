//! The INPC that is missing: which month, where it is, and a box for it. What was typed stays with the adeudo and is always
//! shown as typed by the person.

use super::taller::Taller;
use crate::paginas::papel::{Casilla, Errores};
use leptos::prelude::*;
use ventanilla_normativa::Tabla;
use ventanilla_reglas::fecha::Mes;

/// The boxes: those that are missing, and those that were typed.
#[component]
pub fn Inpc(taller: Taller) -> impl IntoView {
    let errores = Signal::derive(move || taller.inpc.read().errores.clone());
    // one that was typed stays in sight, so that it can be mended
    let meses = Memo::new(move |_| {
        let mut meses: Vec<String> = taller.cuenta.get().map(|c| claves(&c.faltan)).unwrap_or_default();
        taller.papel.respuestas.with(|r| {
            let escritos = r.iter().filter_map(|(ruta, _)| ruta.strip_prefix("inpc."));
            meses.extend(escritos.filter(|m| Mes::leer(m).is_some()).map(ToOwned::to_owned));
        });
        meses.sort();
        meses.dedup();
        meses
    });
    let hay = Memo::new(move |_| !meses.read().is_empty());
    let faltan = Memo::new(move |_| taller.cuenta.get().is_some_and(|c| !c.faltan.is_empty()));
    view! {
        <Show when=move || hay.get()>
            <section class="v-inpc" class=("v-inpc--falta", move || faltan.get()) aria-labelledby="adeudo-inpc">
                <h3 id="adeudo-inpc">{move || if faltan.get() { "Es una estimación: falta un dato" } else { "INPC que usted escribió" }}</h3>
                <Show when=move || faltan.get()><Explicacion taller/></Show>
                <div class="v-campos">
                    <For each=move || meses.get() key=String::clone let:mes><UnMes taller mes errores/></For>
                </div>
            </section>
        </Show>
    }
}

fn claves(meses: &[Mes]) -> Vec<String> {
    meses.iter().map(ToString::to_string).collect()
}

#[component]
fn Explicacion(taller: Taller) -> impl IntoView {
    let ultimo = move || {
        let normativa = taller.papel.contexto.normativa.read();
        let ultimo = normativa.filas(Tabla::Inpc).max_by_key(|f| f.desde);
        ultimo.and_then(|f| Some(format!("{} ({})", Mes::leer(&f.clave)?.en_palabras(), f.valor)))
    };
    view! {
        <p>
            "El INPC mide la inflación y con él se actualiza la deuda. El último cargado aquí es el de "{ultimo}
            ", y se usó en lugar del que falta. Para tener la cifra exacta, anótelo:"
        </p>
        <p class="v-pista">
            "Lo publica el INEGI en el Diario Oficial de la Federación en los primeros días del mes siguiente. Búsquelo en inegi.org.mx, "
            "«Índice Nacional de Precios al Consumidor», base segunda quincena de julio de 2018 = 100."
        </p>
    }
}

#[component]
fn UnMes(taller: Taller, mes: String, errores: Signal<Errores>) -> impl IntoView {
    let palabras = Mes::leer(&mes).map(Mes::en_palabras).unwrap_or_default();
    let ruta = ["inpc.", &mes].concat();
    let usado = {
        let mes = mes.clone();
        Memo::new(move |_| taller.inpc.read().meses.iter().any(|m| m.to_string() == mes))
    };
    view! {
        <div class="v-inpc-mes">
            <Casilla papel=taller.papel ruta etiqueta=format!("INPC de {palabras}") errores modo="decimal"/>
            <Show when=move || usado.get()><p class="v-pista" role="status">"Lo escribió usted; se usa y se guarda con este adeudo."</p></Show>
        </div>
    }
}
