//! The papers on the counter.

use super::super::entradas::{Area, Eleccion, Texto};
use super::Pluma;
use super::parrafos::{separar, separar_datos, unir, unir_datos};
use crate::formulario::enfocar;
use leptos::prelude::*;
use ventanilla_capacitacion::caso::{ClaseDeDocumento, DocumentoDelCaso};

/// Every kind of paper, by name.
fn clases() -> Vec<(ClaseDeDocumento, &'static str)> {
    use ClaseDeDocumento as C;
    let todas = [
        C::ActaConstitutiva,
        C::PoderNotarial,
        C::ComprobanteDomicilio,
        C::Curp,
        C::Identificacion,
        C::SituacionFiscal,
        C::TarjetaPatronal,
        C::ConstanciaSemanas,
        C::EstadoDeAdeudo,
        C::Nomina,
        C::Cedula,
        C::Cuestionario,
        C::Contrato,
        C::Resolucion,
        C::ActaCivil,
        C::Escrito,
    ];
    todas.map(|c| (c, c.rotulo())).to_vec()
}

/// The panel.
#[component]
pub fn Documentos(pluma: Pluma) -> impl IntoView {
    let documentos = pluma.de(|c| c.documentos.clone());
    let cuantos = documentos.len();
    let agregar = move |_| {
        pluma.redibujar(|c| {
            let mut n = c.documentos.len() + 1;
            while c.documentos.iter().any(|d| d.clave == format!("documento{n}")) {
                n += 1;
            }
            c.documentos.push(DocumentoDelCaso {
                clave: format!("documento{n}"),
                clase: ClaseDeDocumento::Escrito,
                titulo: String::new(),
                datos: Vec::new(),
                texto: Vec::new(),
            });
        });
        enfocar(format!("doc-{cuantos}-titulo"));
    };
    let suyos = documentos
        .into_iter()
        .enumerate()
        .map(|(i, d)| view! { <Uno pluma i d/> })
        .collect_view();
    view! {
        <section class="v-panel v-pila v-pila--amplia" aria-labelledby="documentos">
            <h2 class="v-panel-titulo" id="documentos">"Documentos en el mostrador"</h2>
            {(cuantos == 0).then(|| view! { <p>"Todavía no hay. Lo que la historia no dice lo dicen ellos, con sus trampas."</p> })}
            <div>{move || pluma.en("documentos").get().map(|e| view! { <p class="v-error">{e}</p> })}</div>
            {suyos}
            <div class="v-botones"><button class="v-boton" type="button" on:click=agregar>"Agregar un documento"</button></div>
        </section>
    }
}

#[component]
fn Uno(pluma: Pluma, i: usize, d: DocumentoDelCaso) -> impl IntoView {
    let cambiar = move |cambio: &dyn Fn(&mut DocumentoDelCaso)| {
        pluma.cambiar(|c| {
            if let Some(d) = c.documentos.get_mut(i) {
                cambio(d);
            }
        });
    };
    let quitar = move |_| {
        let antes = pluma.de(|c| c.documentos.clone());
        pluma.redibujar(|c| drop(c.documentos.remove(i)));
        pluma.contexto.avisar_con_regreso("Se quitó el documento.", move || {
            let _ = pluma.propio.try_update(|p| p.caso.documentos.clone_from(&antes));
            let _ = pluma.dibujo.try_update(|n| *n += 1);
        });
    };
    let nombre = if d.titulo.is_empty() {
        d.clase.rotulo().to_owned()
    } else {
        d.titulo.clone()
    };
    view! {
        <fieldset class="v-campo v-papel-escrito">
            <legend class="v-leyenda">{i + 1}". "{nombre.clone()}</legend>
            <div class="v-pila">
                <div class="v-campos">
                    <Texto id=format!("doc-{i}-titulo") etiqueta="Encabezado" clase="v-ancho-30" valor=d.titulo al_escribir=move |t: String| cambiar(&|d| d.titulo.clone_from(&t))/>
                    <Eleccion id=format!("doc-{i}-clase") etiqueta="Qué papel es" valor=d.clase opciones=clases() al_elegir=move |v| cambiar(&|d| d.clase = v)/>
                </div>
                <Area id=format!("doc-{i}-datos") etiqueta="Datos" pista="Uno por renglón: rótulo, dos puntos, lo que dice." filas=4
                    valor=unir_datos(&d.datos) al_escribir=move |t: String| cambiar(&|d| d.datos = separar_datos(&t))/>
                <Area id=format!("doc-{i}-texto") etiqueta="Texto" pista="Un renglón vacío separa los párrafos." filas=3
                    valor=unir(&d.texto) al_escribir=move |t: String| cambiar(&|d| d.texto = separar(&t))/>
                <div class="v-botones">
                    <button class="v-boton v-boton--quieto" type="button" on:click=quitar>"Quitar"<span class="v-oculto">" "{nombre}</span></button>
                </div>
            </div>
        </fieldset>
    }
}
