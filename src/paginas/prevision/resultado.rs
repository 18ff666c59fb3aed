//! What the period will cost: the figure everybody comes for, and each ramo with its parties.

use super::a_adeudo::PasarAAdeudo;
use super::explicacion::Cifra;
use super::grafica::Reparto;
use super::mesa::{Mesa, mesa};
use crate::componentes::{Criterios, fecha_larga, miles, pesos};
use leptos::prelude::*;
use ventanilla_reglas::cuotas::{FIGURAS, Importes, POLITICAS_DE_CUOTAS, Parte, Totales};
use ventanilla_reglas::hallazgo::Gravedad;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::mensajes::{Regla, cuotas as regla};
use ventanilla_reglas::politica::Politica;

/// The key figures.
#[component]
pub fn Resultado() -> impl IntoView {
    let mesa = mesa();
    let totales = Memo::new(move |_| mesa.lote.read().totales);
    view! {
        <section class="v-panel v-panel--realce v-pila" aria-labelledby="titulo-resultado">
            <h2 class="v-oculto" id="titulo-resultado">"Resultado"</h2>
            {move || match mesa.preparada.get() {
                Err(hallazgos) if !hallazgos.is_empty() => view! { <SinCalculo mesa/> }.into_any(),
                _ if totales.get().contados == 0 => view! { <SinTrabajadores mesa/> }.into_any(),
                _ => view! { <Cifras mesa totales/> }.into_any(),
            }}
        </section>
        <Normativa mesa/>
    }
}

#[component]
fn SinCalculo(mesa: Mesa) -> impl IntoView {
    let mensajes = move || mesa.preparada.get().err().unwrap_or_default();
    view! {
        <div class="v-cifra">
            <span class="v-cifra-nombre">"Total a pagar"</span>
            <span class="v-cifra-valor v-tenue">"—"</span>
        </div>
        <div class="v-aviso v-aviso--advertencia" role="status">
            <p class="v-aviso-titulo">"Falta un dato para calcular"</p>
            {move || mensajes().into_iter().map(|h| view! { <p>{h.mensaje}</p> }).collect_view()}
        </div>
    }
}

#[component]
fn SinTrabajadores(mesa: Mesa) -> impl IntoView {
    let periodo = move || mesa.escenario.read().periodo.nombre();
    view! {
        <div class="v-cifra">
            <span class="v-cifra-nombre">"Total a pagar, "{periodo}</span>
            <span class="v-cifra-valor v-tenue">"$0.00"</span>
            <span class="v-cifra-nota">"Aparecerá al escribir el primer trabajador."</span>
        </div>
    }
}

#[component]
fn Cifras(mesa: Mesa, totales: Memo<Totales>) -> impl IntoView {
    let periodo = move || mesa.escenario.read().periodo.nombre();
    let vence = move || {
        let preparada = mesa.preparada.get().ok()?;
        let ultimo = preparada.pagos.iter().map(|p| p.vence).max()?;
        let texto = if preparada.pagos.len() > 1 {
            "El último pago vence el "
        } else {
            "Vence el "
        };
        Some(view! { <span class="v-cifra-nota">{texto}<strong>{fecha_larga(ultimo)}</strong></span> })
    };
    let con_error = move || match totales.get().con_error {
        0 => None,
        1 => Some("Falta 1 trabajador con error: no está en el total.".to_owned()),
        n => Some(format!(
            "Faltan {} trabajadores con error: no están en el total.",
            miles(n as u64)
        )),
    };
    let retenido = move || totales.get().importes.retenido_al_trabajador();
    let absorbido = move || totales.get().importes.obrera_a_cargo_del_patron;
    view! {
        <div class="v-cifra">
            <span class="v-cifra-nombre">"Total a pagar, "{periodo}</span>
            <span class="v-cifra-valor" data-total>
                {move || view! { <Cifra fila=None regla=&regla::TOTAL importe=totales.get().importes.total/> }}
            </span>
            {vence}
        </div>
        {move || con_error().map(|texto| view! {
            <div class="v-aviso v-aviso--error" role="status"><p>{texto}</p></div>
        })}
        <dl class="v-datos">
            <div><dt>"Le cuesta a la empresa"</dt><dd>{move || pesos(totales.get().importes.costo_del_patron())}</dd></div>
            <div><dt>"Se retiene a los trabajadores"</dt><dd>{move || pesos(retenido())}</dd></div>
            {move || (absorbido() > Importe::CERO).then(|| view! {
                <div>
                    <dt>"Parte obrera que paga el patrón (art. 36)"</dt>
                    <dd><Cifra fila=None regla=&regla::OBRERA_A_CARGO importe=absorbido()/></dd>
                </div>
            })}
            <div><dt>"Trabajadores"</dt><dd>{move || miles(totales.get().contados as u64)}</dd></div>
            <div><dt>"Días cotizados"</dt><dd>{move || miles(totales.get().dias)}</dd></div>
        </dl>
        {move || view! { <Reparto importes=totales.get().importes/> }}
        <PasarAAdeudo mesa/>
    }
}

/// What the law had to say: warnings of the tables, and which reading was used where there are two.
#[component]
fn Normativa(mesa: Mesa) -> impl IntoView {
    let avisos = move || {
        let preparada = mesa.preparada.get().ok()?;
        let avisos: Vec<_> = preparada.hallazgos().filter(|h| h.campo.is_empty()).cloned().collect();
        (!avisos.is_empty()).then(|| {
            avisos
                .into_iter()
                .map(|h| {
                    let clase = if h.gravedad == Gravedad::Nota {
                        "v-aviso"
                    } else {
                        "v-aviso v-aviso--advertencia"
                    };
                    view! { <div class=clase role="status"><p>{h.mensaje}</p></div> }
                })
                .collect_view()
        })
    };
    let elegidas = Signal::derive(move || mesa.escenario.read().politicas.clone());
    let al_elegir = Callback::new(move |(nombre, valor): (&'static str, String)| {
        mesa.cambiar(|e| {
            e.politicas.elegir(nombre, &valor);
        });
    });
    view! {
        {avisos}
        <details class="v-ayuda">
            <summary>"Criterios donde la ley admite dos lecturas"</summary>
            <div class="v-pila">
                <Criterios cuales=&POLITICAS_DE_CUOTAS elegidas al_elegir/>
                <Criterios cuales=&DE_LA_NOMINA elegidas al_elegir/>
            </div>
        </details>
    }
}

/// Besides those of its cuotas, what a payroll can depend on: its salaries and its day of payment.
const DE_LA_NOMINA: [Politica; 5] = [
    Politica::FactorIntegracion,
    Politica::AnioServicio,
    Politica::Inhabiles,
    Politica::LimiteHorasExtra,
    Politica::BaseEspecie,
];

/// One line of the table of ramos: its name, and the figures of each party.
struct Ramo {
    nombre: &'static str,
    patron: Option<&'static str>,
    obrero: Option<&'static str>,
}

const RAMOS: [Ramo; 10] = [
    Ramo {
        nombre: "Enfermedades y maternidad, cuota fija",
        patron: Some("cuota_fija"),
        obrero: None,
    },
    Ramo {
        nombre: "Enfermedades y maternidad, excedente",
        patron: Some("excedente_patron"),
        obrero: Some("excedente_obrero"),
    },
    Ramo {
        nombre: "Prestaciones en dinero",
        patron: Some("dinero_patron"),
        obrero: Some("dinero_obrero"),
    },
    Ramo {
        nombre: "Gastos médicos de pensionados",
        patron: Some("gmp_patron"),
        obrero: Some("gmp_obrero"),
    },
    Ramo {
        nombre: "Riesgos de trabajo",
        patron: Some("riesgos_trabajo"),
        obrero: None,
    },
    Ramo {
        nombre: "Invalidez y vida",
        patron: Some("invalidez_patron"),
        obrero: Some("invalidez_obrero"),
    },
    Ramo {
        nombre: "Guarderías y prestaciones sociales",
        patron: Some("guarderias"),
        obrero: None,
    },
    Ramo {
        nombre: "Retiro",
        patron: Some("retiro"),
        obrero: None,
    },
    Ramo {
        nombre: "Cesantía y vejez",
        patron: Some("ceav_patron"),
        obrero: Some("ceav_obrero"),
    },
    Ramo {
        nombre: "Infonavit",
        patron: Some("infonavit"),
        obrero: None,
    },
];

/// Position and rule of a figure.
fn figura(clave: &str) -> Option<(usize, &'static Regla)> {
    FIGURAS
        .iter()
        .position(|f| f.clave() == clave)
        .map(|i| (i, FIGURAS[i].regla))
}

/// Each ramo with its parties.
#[component]
pub fn PorRamo() -> impl IntoView {
    let mesa = mesa();
    let importes = Memo::new(move |_| mesa.lote.read().totales.importes);
    let tiene = Memo::new(move |_| mesa.preparada.get().ok().map(|p| p.tiene()));
    let filas = move || {
        let tiene = tiene.get()?;
        let importes = importes.get();
        let de = |clave: Option<&str>| clave.and_then(figura).filter(|(i, _)| tiene[*i]);
        let filas = RAMOS
            .iter()
            .filter(|ramo| de(ramo.patron).is_some() || de(ramo.obrero).is_some())
            .map(|ramo| {
                let celda = |parte: Option<(usize, &'static Regla)>| {
                    parte.map(|(i, regla)| view! { <Cifra fila=None regla importe=importes.figura(i)/> })
                };
                let suma: Importe = [de(ramo.patron), de(ramo.obrero)]
                    .into_iter()
                    .flatten()
                    .map(|(i, _)| importes.figura(i))
                    .sum();
                view! {
                    <tr>
                        <th scope="row">{ramo.nombre}</th>
                        <td class="v-num">{celda(de(ramo.patron))}</td>
                        <td class="v-num">{celda(de(ramo.obrero))}</td>
                        <td class="v-num">{pesos(suma)}</td>
                    </tr>
                }
            })
            .collect_view();
        Some(filas)
    };
    view! {
        <section class="v-panel" aria-labelledby="titulo-ramos">
            <h2 class="v-panel-titulo" id="titulo-ramos">"Por ramo de seguro"</h2>
            <p class="v-pista">"Oprima cualquier importe para ver de dónde sale."</p>
            <div class="v-tabla-marco" tabindex="0" role="region" aria-label="Tabla de importes por ramo">
                <table class="v-tabla">
                    <thead>
                        <tr>
                            <th scope="col">"Ramo"</th>
                            <th scope="col" class="v-num">"Patrón"</th>
                            <th scope="col" class="v-num">"Trabajador"</th>
                            <th scope="col" class="v-num">"Suma"</th>
                        </tr>
                    </thead>
                    <tbody>{filas}</tbody>
                    <tfoot>{move || view! { <Sumas importes=importes.get()/> }}</tfoot>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Sumas(importes: Importes) -> impl IntoView {
    let infonavit: Importe = FIGURAS
        .iter()
        .enumerate()
        .filter(|(_, f)| f.parte == Parte::Infonavit)
        .map(|(i, _)| importes.figura(i))
        .sum();
    view! {
        <tr>
            <th scope="row">"Total"</th>
            <td class="v-num">{pesos(importes.patronal + infonavit)}</td>
            <td class="v-num"><Cifra fila=None regla=&regla::OBRERA importe=importes.obrera/></td>
            <td class="v-num"><Cifra fila=None regla=&regla::TOTAL importe=importes.total/></td>
        </tr>
    }
}

/// The total at the foot of a narrow screen.
#[component]
pub fn TotalFijo() -> impl IntoView {
    let mesa = mesa();
    let total = Memo::new(move |_| {
        let totales = mesa.lote.read().totales;
        (totales.contados > 0).then_some(totales.importes.total)
    });
    view! {
        {move || total.get().map(|total| view! {
            <div class="v-total-fijo"><span>"Total a pagar"</span><strong>{pesos(total)}</strong></div>
        })}
    }
}
