//! Saying what is wrong in the case, or worth a warning: chosen among everything that the rules can say of its trámite and
//! its calculations, so that the list itself gives nothing away.

use super::mesa::Mesa;
use crate::componentes::CampoDeTexto;
use crate::formulario::enfocar;
use crate::paginas::dichos::articulos;
use leptos::prelude::*;
use ventanilla_capacitacion::catalogo::{de_planteamiento, regla};
use ventanilla_reglas::mensajes::Regla;
use ventanilla_tramites::texto::plegar;

/// Most that are listed at once.
const A_LA_VISTA: usize = 8;

/// Id of the search box.
const BUSCAR: &str = "buscar-hallazgo";

/// What a finding says, without its blanks.
fn dicho(regla: &Regla) -> String {
    let mut texto = String::new();
    let mut resto = regla.titulo;
    while let Some((antes, despues)) = resto.split_once('{') {
        texto.push_str(antes);
        texto.push('…');
        resto = despues.split_once('}').map_or("", |(_, d)| d);
    }
    texto.push_str(resto);
    texto
}

/// Every word of what is searched is in what it says.
fn coincide(regla: &Regla, buscado: &str) -> bool {
    let suyo = plegar(&[regla.titulo, " ", regla.ayuda, " ", &regla.fundamento.join(" ")].concat());
    plegar(buscado).split_whitespace().all(|palabra| suyo.contains(palabra))
}

/// What is reported.
#[component]
pub fn Senalar(mesa: Mesa) -> impl IntoView {
    let todas = StoredValue::new(mesa.registro.with_untracked(|r| de_planteamiento(&r.planteamiento)));
    let buscado = RwSignal::new(String::new());
    let senalados = Memo::new(move |_| mesa.registro.read().intento.hallazgos.clone());
    let encontradas = Memo::new(move |_| {
        let buscado = buscado.get();
        if buscado.trim().is_empty() {
            return Vec::new();
        }
        let ya = senalados.read();
        todas.with_value(|t| {
            let suyas = t.iter().filter(|r| !ya.contains(r.codigo) && coincide(r, &buscado));
            suyas.map(|r| r.codigo).collect::<Vec<_>>()
        })
    });
    let quitar = move |codigo: String| {
        mesa.anotar(|i| {
            i.hallazgos.remove(&codigo);
        });
        mesa.contexto.avisar_con_regreso("Se quitó de lo señalado.", move || {
            mesa.anotar(|i| {
                i.hallazgos.insert(codigo.clone());
            });
        });
        enfocar(BUSCAR.to_owned());
    };
    let senalar = move |codigo: &'static str| {
        mesa.anotar(|i| {
            i.hallazgos.insert(codigo.to_owned());
        });
        buscado.set(String::new());
        enfocar(BUSCAR.to_owned());
    };
    view! {
        <section class="v-grupo-de-respuestas v-pila" aria-labelledby="senalar">
            <h3 id="senalar">"Qué hay que señalar"</h3>
            <p class="v-pista">"Lo que usted advertiría: errores, límites que se rebasan, plazos. Señalar de más también cuesta; si no hay nada, deje la lista vacía."</p>
            <ul class="v-senalados" role="list" aria-label="Señalado">
                {move || senalados.get().into_iter().map(|codigo| {
                    let texto = regla(&codigo).map_or(codigo.clone(), dicho);
                    let nombre = format!("Quitar: {texto}");
                    view! {
                        <li>
                            <span>{texto}</span>
                            <button class="v-boton v-boton--quieto" type="button" aria-label=nombre on:click=move |_| quitar(codigo.clone())>"Quitar"</button>
                        </li>
                    }
                }).collect_view()}
            </ul>
            <CampoDeTexto
                id=BUSCAR
                etiqueta="Busque por palabras o por artículo"
                pista="Por ejemplo: salario mínimo, plazo, municipio, LSS 28."
                valor=buscado
                al_escribir=move |t| buscado.set(t)
            />
            <div role="status" class="v-pista">
                {move || match (buscado.read().trim().is_empty(), encontradas.read().len()) {
                    (true, _) => String::new(),
                    (_, 0) => "Nada coincide: pruebe con otra palabra.".to_owned(),
                    (_, 1) => "Una coincide.".to_owned(),
                    (_, n) if n > A_LA_VISTA => format!("{n} coinciden; se ven {A_LA_VISTA}. Escriba más."),
                    (_, n) => format!("{n} coinciden."),
                }}
            </div>
            <ul class="v-hallables" role="list">
                {move || encontradas.get().into_iter().take(A_LA_VISTA).filter_map(regla).map(|r| {
                    let texto = dicho(r);
                    let nombre = format!("Señalar: {texto}");
                    view! {
                        <li>
                            <div>
                                <p>{texto}</p>
                                <p class="v-fila">{articulos(r.fundamento.iter().copied())}</p>
                            </div>
                            <button class="v-boton" type="button" aria-label=nombre on:click=move |_| senalar(r.codigo)>"Señalar"</button>
                        </li>
                    }
                }).collect_view()}
            </ul>
        </section>
    }
}
