//! How a trainee is doing, by subject: the best score of each case that was tried.

use super::casos::Estante;
use leptos::prelude::*;
use ventanilla_capacitacion::caso::Tema;

/// A subject.
#[derive(Clone, PartialEq)]
struct DelTema {
    tema: Tema,
    intentados: u32,
    cuantos: u32,
    /// Average of the best ones, in hundredths of a point.
    promedio: u32,
}

impl DelTema {
    fn de(tema: Tema, estante: Estante) -> Self {
        let claves = estante.casos.with_value(|casos| {
            let suyos = casos.iter().filter(|c| c.temas.contains(&tema));
            suyos.map(|c| c.clave.clone()).collect::<Vec<_>>()
        });
        let mejores: Vec<u32> = claves
            .iter()
            .filter_map(|c| Some(estante.mejor(c)?.centesimas()))
            .collect();
        let intentados = u32::try_from(mejores.len()).unwrap_or(u32::MAX);
        Self {
            tema,
            intentados,
            cuantos: u32::try_from(claves.len()).unwrap_or(u32::MAX),
            promedio: mejores.iter().sum::<u32>() / intentados.max(1),
        }
    }
}

/// The table, once something was tried.
#[component]
pub fn Progreso(estante: Estante) -> impl IntoView {
    let temas = Memo::new(move |_| {
        let todos = Tema::TODOS.iter().map(|t| DelTema::de(*t, estante));
        todos.filter(|t| t.intentados > 0).collect::<Vec<_>>()
    });
    move || {
        let temas = temas.get();
        (!temas.is_empty()).then(|| {
            view! {
                <section class="v-pila" aria-labelledby="progreso">
                    <h2 id="progreso">"Su progreso por tema"</h2>
                    <table class="v-tabla v-aspectos">
                        <caption class="v-oculto">"Mejor calificación por tema"</caption>
                        <thead>
                            <tr><th scope="col">"Tema"</th><th scope="col" class="v-num">"Casos intentados"</th><th scope="col" class="v-num">"Promedio de los mejores"</th><th scope="col"><span class="v-oculto">"Parte"</span></th></tr>
                        </thead>
                        <tbody>
                            {temas.into_iter().map(|t| view! {
                                <tr>
                                    <th scope="row">{t.tema.rotulo()}</th>
                                    <td class="v-num">{t.intentados}" de "{t.cuantos}</td>
                                    <td class="v-num">{format!("{}.{:02}", t.promedio / 100, t.promedio % 100)}</td>
                                    <td><progress class="v-progreso" max="10000" value=t.promedio.to_string() aria-label=t.tema.rotulo()></progress></td>
                                </tr>
                            }).collect_view()}
                        </tbody>
                    </table>
                </section>
            }
        })
    }
}
