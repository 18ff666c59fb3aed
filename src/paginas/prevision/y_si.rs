//! *¿Y si…?*: the same payroll with another prima, area, a raise or absences, side by side.

use super::mesa::{Mesa, mesa};
use crate::componentes::{Campo, CampoDeTexto, pesos};
use leptos::prelude::*;
use rust_decimal::Decimal;
use ventanilla_reglas::captura;
use ventanilla_reglas::cuotas::{Area, FIGURAS, Importes, Totales};
use ventanilla_reglas::importe::Importe;
use ventanilla_tramites::prevision::Ajuste;

/// The panel.
#[component]
pub fn YSi() -> impl IntoView {
    let mesa = mesa();
    view! {
        <section class="v-panel v-pila" aria-labelledby="titulo-y-si">
            <h2 class="v-panel-titulo" id="titulo-y-si">"¿Y si…?"</h2>
            <p class="v-pista">"Cambie algo y compare. La nómina no se modifica."</p>
            <Cambios mesa/>
            <div aria-live="polite">
                {move || match mesa.con_ajuste.get() {
                    None => ().into_any(),
                    Some(Ok(totales)) => view! { <Comparacion mesa totales/> }.into_any(),
                    Some(Err(hallazgos)) => view! {
                        <div class="v-aviso v-aviso--error">
                            {hallazgos.into_iter().map(|h| view! { <p>{h.mensaje}</p> }).collect_view()}
                        </div>
                    }.into_any(),
                }}
            </div>
        </section>
    }
}

/// A way of adding figures up.
type Suma = fn(&Importes) -> Importe;

/// What is typed, and what is wrong with it.
#[derive(Clone, Copy)]
struct Entradas {
    prima: RwSignal<String>,
    area: RwSignal<String>,
    aumento: RwSignal<String>,
    faltas: RwSignal<String>,
}

impl Entradas {
    fn nuevas() -> Self {
        let vacia = || RwSignal::new(String::new());
        Self {
            prima: vacia(),
            area: vacia(),
            aumento: vacia(),
            faltas: vacia(),
        }
    }

    fn borrar(self) {
        for entrada in [self.prima, self.area, self.aumento, self.faltas] {
            entrada.set(String::new());
        }
    }

    fn error_de_prima(self) -> Option<String> {
        leer(&self.prima.read(), captura::porcentaje).err()
    }

    fn error_de_aumento(self) -> Option<String> {
        leer(&self.aumento.read(), aumento).err()
    }

    fn error_de_faltas(self) -> Option<String> {
        leer(&self.faltas.read(), faltas).err()
    }

    /// What can be read of it; the rest changes nothing.
    fn ajuste(self) -> Ajuste {
        Ajuste {
            prima: leer(&self.prima.read(), captura::porcentaje).ok().flatten(),
            area: match self.area.read().as_str() {
                "general" => Some(Area::General),
                "zlfn" => Some(Area::Zlfn),
                _ => None,
            },
            aumento: leer(&self.aumento.read(), aumento)
                .ok()
                .flatten()
                .filter(|a| !a.is_zero()),
            faltas: leer(&self.faltas.read(), faltas).ok().flatten().unwrap_or(0),
        }
    }
}

fn leer<T, E: ToString>(texto: &str, leer: impl Fn(&str) -> Result<T, E>) -> Result<Option<T>, String> {
    match texto.trim() {
        "" => Ok(None),
        texto => leer(texto).map(Some).map_err(|e| e.to_string()),
    }
}

/// A raise in per cent; a minus sign lowers the salaries.
fn aumento(texto: &str) -> Result<Decimal, String> {
    let (signo, resto) = match texto.trim().strip_prefix(['-', '−']) {
        Some(resto) => (-Decimal::ONE, resto),
        None => (Decimal::ONE, texto.trim()),
    };
    let valor = captura::porcentaje(resto).map_err(|e| e.to_string())?.por_ciento();
    if signo.is_sign_negative() && valor >= Decimal::ONE_HUNDRED {
        return Err("Los salarios no pueden bajar 100 % o más.".to_owned());
    }
    Ok(signo * valor)
}

fn faltas(texto: &str) -> Result<u32, String> {
    let faltas = captura::entero(texto).map_err(|e| e.to_string())?;
    if faltas > 31 {
        return Err("Escriba de 0 a 31 faltas.".to_owned());
    }
    Ok(faltas)
}

#[component]
fn Cambios(mesa: Mesa) -> impl IntoView {
    let entradas = Entradas::nuevas();
    Effect::new(move |antes: Option<Ajuste>| {
        let ajuste = entradas.ajuste();
        if antes.is_some_and(|antes| antes != ajuste) {
            mesa.ajuste.set(ajuste);
            mesa.recalcular_ajuste();
        }
        ajuste
    });
    // Leaving the page leaves the question too.
    on_cleanup(move || {
        mesa.ajuste.set(Ajuste::default());
        mesa.con_ajuste.set(None);
    });
    view! {
        <div class="v-campos">
            <CampoDeTexto
                id="y-si-aumento"
                etiqueta="Aumento de salarios"
                error=Signal::derive(move || entradas.error_de_aumento())
                valor=entradas.aumento
                al_escribir=move |texto| entradas.aumento.set(texto)
                clase="v-entrada--num v-ancho-4"
                modo="decimal"
                sufijo="%"
            />
            <CampoDeTexto
                id="y-si-prima"
                etiqueta="Otra prima"
                error=Signal::derive(move || entradas.error_de_prima())
                valor=entradas.prima
                al_escribir=move |texto| entradas.prima.set(texto)
                clase="v-entrada--num v-ancho-8"
                modo="decimal"
                sufijo="%"
            />
            <Campo id="y-si-area" etiqueta="Otra área">
                <select class="v-lista" id="y-si-area" prop:value=move || entradas.area.get() on:change=move |e| entradas.area.set(event_target_value(&e))>
                    <option value="">"La misma"</option>
                    <option value="general">"General"</option>
                    <option value="zlfn">"Frontera norte"</option>
                </select>
            </Campo>
            <CampoDeTexto
                id="y-si-faltas"
                etiqueta="Faltas más por trabajador"
                error=Signal::derive(move || entradas.error_de_faltas())
                valor=entradas.faltas
                al_escribir=move |texto| entradas.faltas.set(texto)
                clase="v-entrada--num v-ancho-4"
                modo="numeric"
            />
            <button class="v-boton v-boton--quieto v-al-pie" type="button" on:click=move |_| entradas.borrar()>"Quitar cambios"</button>
        </div>
    }
}

#[component]
fn Comparacion(mesa: Mesa, totales: Totales) -> impl IntoView {
    let antes = Memo::new(move |_| mesa.lote.read().totales);
    let despues = totales.importes;
    let filas = move || {
        let antes = antes.get().importes;
        let tiene = mesa.preparada.get().ok().map(|p| p.tiene()).unwrap_or([false; 15]);
        let de_figura = FIGURAS
            .iter()
            .enumerate()
            .filter(|(i, _)| tiene[*i])
            .map(|(i, f)| fila(f.regla.titulo, antes.figura(i), despues.figura(i), false))
            .collect_view();
        let sumas: [(&str, Suma); 3] = [
            ("Le cuesta a la empresa", Importes::costo_del_patron),
            ("Se retiene a los trabajadores", Importes::retenido_al_trabajador),
            ("Total a pagar", |i| i.total),
        ];
        let sumas = sumas
            .map(|(nombre, suma)| fila(nombre, suma(&antes), suma(&despues), true))
            .collect_view();
        view! { {de_figura}{sumas} }
    };
    // A raise can take somebody over the minimum wage: then the worker's part is withheld again (LSS 36).
    let baja_el_costo = move || {
        let antes = antes.get().importes;
        let sube = mesa.ajuste.get().aumento.is_some_and(|a| a.is_sign_positive());
        sube && despues.obrera_a_cargo_del_patron < antes.obrera_a_cargo_del_patron
    };
    view! {
        <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Comparación">
            <table class="v-tabla v-comparacion">
                <thead>
                    <tr>
                        <th scope="col">"Concepto"</th>
                        <th scope="col" class="v-num">"Como está"</th>
                        <th scope="col" class="v-num">"Con el cambio"</th>
                        <th scope="col" class="v-num">"Diferencia"</th>
                    </tr>
                </thead>
                <tbody>{filas}</tbody>
            </table>
        </div>
        <Show when=baja_el_costo>
            <div class="v-aviso">
                <p>
                    "Con el aumento, alguien deja de ganar el salario mínimo: su parte ya no la paga el patrón sino que se le "
                    "retiene (LSS 36). Por eso el costo de la empresa puede subir menos, o hasta bajar."
                </p>
            </div>
        </Show>
        {(totales.con_error > 0).then(|| view! {
            <div class="v-aviso v-aviso--advertencia"><p>"Con el cambio, algunos trabajadores tienen errores y no están en la suma."</p></div>
        })}
    }
}

fn fila(nombre: &'static str, antes: Importe, despues: Importe, total: bool) -> impl IntoView {
    let diferencia = despues - antes;
    let clase = match diferencia.centavos() {
        0 => "v-num v-igual",
        d if d > 0 => "v-num v-sube",
        _ => "v-num v-baja",
    };
    let texto = if diferencia == Importe::CERO {
        "igual".to_owned()
    } else {
        pesos(diferencia)
    };
    view! {
        <tr class=total.then_some("v-total")>
            <th scope="row">{nombre}</th>
            <td class="v-num">{pesos(antes)}</td>
            <td class="v-num">{pesos(despues)}</td>
            <td class=clase>{texto}</td>
        </tr>
    }
}
