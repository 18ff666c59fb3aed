//! The printable *cédula de determinación*: preview, never the authority's document (LSS 5-A XVI, 39). Column order as in
//! the SUA's.

use super::mesa::{Mesa, mesa};
use super::por_trabajador::ABREVIATURAS;
use crate::componentes::por_rebanadas;
use crate::componentes::{Icono, Trazo, fecha_corta, fecha_larga, miles};
use crate::ruta::Ruta;
use leptos::prelude::*;
use std::sync::Arc;
use ventanilla_normativa::Tabla;
use ventanilla_reglas::cuotas::{CUANTAS, FIGURAS, Importes, Parte, Segmento};
use ventanilla_reglas::importe::Importe;
use ventanilla_tramites::prevision::{
    Ajuste, ClaseDePeriodo, DatosDelPeriodo, Escenario, Lote, Preparada, ResultadoDeFila, Vinculos, trabajador,
};

/// One cédula: a month's or a bimestre's.
#[derive(Clone)]
pub struct Hoja {
    /// The payroll, of that month or bimestre.
    pub escenario: Arc<Escenario>,
    /// The same, ready to be computed.
    pub preparada: Arc<Preparada>,
    /// What came out.
    pub lote: Arc<Lote>,
}

/// The page.
#[component]
pub fn Cedula() -> impl IntoView {
    let mesa = mesa();
    let hojas = RwSignal::new(Vec::<Hoja>::new());
    let lista = RwSignal::new(false);
    Effect::new(move |_| {
        mesa.contexto.normativa.track();
        lista.set(false);
        preparar(mesa, move |hechas| {
            hojas.set(hechas);
            lista.set(true);
        });
    });
    view! {
        <div class="v-encabezado v-no-imprimir">
            <div>
                <h1 class="v-titulo">"Cédula de determinación"</h1>
                <p class="v-entradilla">
                    "Vista previa para revisar o archivar. El pago se hace con el SUA o con la propuesta del IMSS. "
                    "No es una cédula de liquidación, que es un acto de la autoridad."
                </p>
            </div>
            <div class="v-botones">
                <a class="v-boton" href=Ruta::Prevision.ancla()>"Volver a la nómina"</a>
                <button
                    class="v-boton v-boton--primario"
                    type="button"
                    disabled=move || hojas.read().is_empty()
                    on:click=move |_| crate::impresion::imprimir()
                >
                    <Icono trazo=Trazo::Imprimir/>"Imprimir"
                </button>
            </div>
        </div>
        {move || match (lista.get(), hojas.read().is_empty()) {
            (false, _) => view! { <p role="status">"Preparando la cédula…"</p> }.into_any(),
            (true, true) => view! {
                <div class="v-vacio">
                    <h2>"Todavía no hay nada que imprimir"</h2>
                    <p>"Escriba la nómina y los datos del patrón; la cédula se arma sola."</p>
                    <div class="v-botones"><a class="v-boton v-boton--primario" href=Ruta::Prevision.ancla()>"Ir a la nómina"</a></div>
                </div>
            }.into_any(),
            (true, false) => hojas.get().into_iter().map(|hoja| view! { <UnaCedula mesa hoja/> }).collect_view().into_any(),
        }}
    }
}

/// Computes each month and bimestre of the period by itself: each is paid with a cédula of its own.
pub fn preparar(mesa: Mesa, al_terminar: impl Fn(Vec<Hoja>) + 'static) {
    let escenario = mesa.escenario.get_untracked();
    let normativa = mesa.contexto.normativa.get_untracked();
    let mut pendientes: Vec<(Escenario, Preparada)> = partes(escenario.periodo)
        .into_iter()
        .map(|periodo| Escenario {
            periodo,
            ..escenario.clone()
        })
        .filter_map(|e| Preparada::nueva(&normativa, &e, Ajuste::default()).ok().map(|p| (e, p)))
        .rev()
        .collect();
    let vinculos = Vinculos::nuevos(&escenario);
    let mut hechas = Vec::new();
    let mut lote = Lote::default();
    por_rebanadas(move || {
        let Some((escenario, preparada)) = pendientes.last() else {
            al_terminar(std::mem::take(&mut hechas));
            return true;
        };
        if lote.avanzar(preparada, escenario, &vinculos, 64)
            && let Some((escenario, preparada)) = pendientes.pop()
        {
            let lote = Arc::new(std::mem::take(&mut lote));
            if lote.totales.contados > 0 {
                hechas.push(Hoja {
                    escenario: Arc::new(escenario),
                    preparada: Arc::new(preparada),
                    lote,
                });
            }
        }
        false
    });
}

fn partes(periodo: DatosDelPeriodo) -> Vec<DatosDelPeriodo> {
    match periodo.clase {
        ClaseDePeriodo::Mes | ClaseDePeriodo::Bimestre => vec![periodo],
        ClaseDePeriodo::Completo => {
            let mes = |numero| DatosDelPeriodo {
                clase: ClaseDePeriodo::Mes,
                numero,
                ..periodo
            };
            let bimestre = DatosDelPeriodo {
                clase: ClaseDePeriodo::Bimestre,
                ..periodo
            };
            vec![mes(periodo.numero * 2 - 1), mes(periodo.numero * 2), bimestre]
        }
    }
}

#[component]
fn UnaCedula(mesa: Mesa, hoja: Hoja) -> impl IntoView {
    let bimestral = hoja.escenario.periodo.clase == ClaseDePeriodo::Bimestre;
    let titulo = if bimestral {
        "Cédula de determinación de cuotas, aportaciones y amortizaciones (bimestral)"
    } else {
        "Cédula de determinación de cuotas (mensual)"
    };
    let tiene = hoja.preparada.tiene();
    let figuras: Vec<usize> = (0..CUANTAS).filter(|i| tiene[*i]).collect();
    let renglones = hoja
        .lote
        .filas
        .iter()
        .zip(&hoja.escenario.trabajadores)
        .filter(|(r, _)| r.importes.is_some())
        .map(|(resultado, celdas)| renglon(resultado, celdas, &figuras))
        .collect_view();
    let con_error = hoja.lote.totales.con_error;
    view! {
        <section class="v-cedula" aria-label=titulo tabindex="0">
            <div class="v-marca-agua" aria-hidden="true"></div>
            <div class="v-cedula-cabeza">
                <h2>{titulo}</h2>
                <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
            </div>
            <Datos mesa hoja=hoja.clone()/>
            <table>
                <thead>
                    <tr>
                        <th scope="col">"Nombre / movimiento"</th>
                        <th scope="col" class="v-num">"Días"</th>
                        <th scope="col" class="v-num">"SBC"</th>
                        <th scope="col" class="v-num">"Inc."</th>
                        <th scope="col" class="v-num">"Aus."</th>
                        {figuras
                            .iter()
                            .map(|i| view! { <th scope="col" class="v-num"><abbr title=FIGURAS[*i].regla.titulo>{ABREVIATURAS[*i]}</abbr></th> })
                            .collect_view()}
                        <th scope="col" class="v-num">"Patronal"</th>
                        <th scope="col" class="v-num">"Obrera"</th>
                        <th scope="col" class="v-num">"Suma"</th>
                    </tr>
                </thead>
                <tbody>{renglones}</tbody>
                <tfoot><Totales hoja=hoja.clone() figuras/></tfoot>
            </table>
            {(con_error > 0).then(|| view! {
                <p class="v-sin-validez">{format!("{con_error} trabajadores con error no están en esta cédula.")}</p>
            })}
            <Pie mesa hoja/>
        </section>
    }
}

#[component]
fn Datos(mesa: Mesa, hoja: Hoja) -> impl IntoView {
    let patron = &hoja.escenario.patron;
    let (_, hasta) = hoja.preparada.lapso();
    let normativa = mesa.contexto.normativa.get_untracked();
    let valor = |tabla, clave: &str| {
        normativa
            .vigente(tabla, clave, hasta)
            .map(|f| f.valor.to_string())
            .unwrap_or_default()
    };
    let area = hoja.preparada.patron().area;
    let o_raya = |texto: &str| {
        if texto.trim().is_empty() {
            "—".to_owned()
        } else {
            texto.trim().to_owned()
        }
    };
    let prima = hoja
        .preparada
        .patron()
        .prima_rt
        .map_or_else(|| "—".to_owned(), |p| format!("{p} %"));
    let vence = hoja
        .preparada
        .pagos
        .first()
        .map(|p| fecha_corta(p.vence))
        .unwrap_or_default();
    let nombre_del_area = match area {
        ventanilla_reglas::cuotas::Area::General => "General",
        ventanilla_reglas::cuotas::Area::Zlfn => "Frontera norte",
    };
    let datos = [
        ("Registro patronal", o_raya(&patron.registro_patronal)),
        ("RFC", o_raya(&patron.rfc)),
        ("Nombre o razón social", o_raya(&patron.nombre)),
        ("Periodo de proceso", hoja.escenario.periodo.nombre()),
        ("Fecha de proceso", fecha_corta(mesa.contexto.hoy)),
        ("Fecha límite de pago", vence),
        ("Prima de R.T.", prima),
        ("Área geográfica", nombre_del_area.to_owned()),
        ("Salario mínimo", valor(Tabla::SalarioMinimo, area.clave())),
        ("U.M.A.", valor(Tabla::Uma, "")),
    ];
    view! {
        <dl>
            {datos.into_iter().map(|(dt, dd)| view! { <div><dt>{dt}</dt><dd>{dd}</dd></div> }).collect_view()}
        </dl>
    }
}

/// Two lines a worker, as people know it: who, then each segment and the figures.
fn renglon(resultado: &ResultadoDeFila, celdas: &[String], figuras: &[usize]) -> AnyView {
    let celda = |c: usize| celdas.get(c).map(|t| t.trim().to_owned()).unwrap_or_default();
    let quien = [celda(trabajador::NSS), celda(trabajador::NOMBRE)].join("  ");
    let segmentos: Vec<Segmento> = resultado.segmentos.first().cloned().unwrap_or_default();
    let importes = resultado.importes.unwrap_or_default();
    let columnas = (figuras.len() + 8).to_string();
    let antes = segmentos.len().saturating_sub(1);
    let vacias = (figuras.len() + 3).to_string();
    let movimientos = segmentos
        .iter()
        .take(antes)
        .map(|s| view! { <tr>{datos_del_segmento(s)}<td colspan=vacias.clone()></td></tr> })
        .collect_view();
    let ultimo = segmentos.last().map(datos_del_segmento);
    view! {
        <tr class="v-renglon-nombre"><th scope="rowgroup" colspan=columnas>{quien}</th></tr>
        {movimientos}
        <tr>{ultimo}{importes_en_celdas(&importes, figuras)}</tr>
    }
    .into_any()
}

fn datos_del_segmento(segmento: &Segmento) -> impl IntoView + use<> {
    let fechas = segmento
        .fechas
        .map(|(desde, hasta)| format!("{} a {}", fecha_corta(desde), fecha_corta(hasta)));
    view! {
        <td>{fechas.unwrap_or_default()}</td>
        <td class="v-num">{segmento.dias}</td>
        <td class="v-num">{segmento.sbc.to_string()}</td>
        <td class="v-num">{segmento.incapacidad}</td>
        <td class="v-num">{segmento.ausentismo}</td>
    }
}

fn importes_en_celdas(importes: &Importes, figuras: &[usize]) -> impl IntoView + use<> {
    let importes = *importes;
    let infonavit: Importe = FIGURAS
        .iter()
        .enumerate()
        .filter(|(_, f)| f.parte == Parte::Infonavit)
        .map(|(i, _)| importes.figura(i))
        .sum();
    let celdas = figuras
        .iter()
        .map(|i| view! { <td class="v-num">{cifra(importes.figura(*i))}</td> })
        .collect_view();
    view! {
        {celdas}
        <td class="v-num">{cifra(importes.patronal + infonavit)}</td>
        <td class="v-num">{cifra(importes.obrera)}</td>
        <td class="v-num">{cifra(importes.total)}</td>
    }
}

/// Without the sign: a column of them would be noise.
fn cifra(importe: Importe) -> String {
    crate::componentes::pesos(importe).replace('$', "")
}

#[component]
fn Totales(hoja: Hoja, figuras: Vec<usize>) -> impl IntoView {
    let totales = hoja.lote.totales;
    view! {
        <tr>
            <th scope="row">{format!("Total de {} cotizantes", miles(totales.contados as u64))}</th>
            <td class="v-num">{miles(totales.dias)}</td>
            <td></td>
            <td class="v-num">{miles(totales.incapacidad)}</td>
            <td class="v-num">{miles(totales.ausentismo)}</td>
            {importes_en_celdas(&totales.importes, &figuras)}
        </tr>
    }
}

#[component]
fn Pie(mesa: Mesa, hoja: Hoja) -> impl IntoView {
    let absorbida = hoja.lote.totales.importes.obrera_a_cargo_del_patron;
    let version = mesa.contexto.normativa.get_untracked().version();
    let vence = hoja
        .preparada
        .pagos
        .first()
        .map(|p| fecha_larga(p.vence))
        .unwrap_or_default();
    view! {
        {(absorbida > Importe::CERO).then(|| view! {
            <p>{format!("De la parte obrera, {} corren a cargo del patrón porque esos trabajadores ganan el salario mínimo (LSS 36).", cifra(absorbida))}</p>
        })}
        <p>"Cada importe se redondea a centavos por trabajador, por ramo y por parte; los totales suman importes ya redondeados. No incluye actualización ni recargos, que se causan si se paga después del "{vence}"."</p>
        <div class="v-cedula-pie">
            <span>{format!("Normativa {version}")}</span>
            <span>"LSS 25, 28, 31, 36, 39, 72, 106, 107, 147, 168, 211; Ley del Infonavit 29 II"</span>
            <span class="v-sin-validez">"Vista previa, sin validez oficial"</span>
        </div>
    }
}
