//! Preparing a session.

use super::super::entradas::{Area, Eleccion, Marca, Texto};
use super::super::escritorio::{Escritorio, SesionPropia};
use super::super::guardar::guardando;
use super::super::inicio::nombre;
use super::elegidos::Elegidos;
use super::numeros::CampoDeNumero;
use super::{Encabezado, Sala, lo_que_falta};
use crate::ruta::Ruta;
use leptos::prelude::*;
use ventanilla_capacitacion::calificar::Cuenta;
use ventanilla_capacitacion::sesion::{Modo, Orden};

/// The page.
#[component]
pub fn Preparar(escritorio: Escritorio, sesion: SesionPropia) -> impl IntoView {
    let clave = sesion.sesion.clave.clone();
    let propia = RwSignal::new(sesion);
    let guardada = guardando(escritorio, propia);
    let titulo = Memo::new(move |_| propia.with(nombre));
    view! {
        <Encabezado titulo clave=clave.clone() sala=Sala::Preparar/>
        <div class="v-pila v-pila--amplia">
            <QueEs propia/>
            <Elegidos escritorio propia/>
            <ComoSeCalifica propia/>
            <section class="v-panel v-pila" aria-labelledby="falta">
                <h2 class="v-panel-titulo" id="falta">"¿Se puede repartir?"</h2>
                <div role="status" data-falta>
                    {move || {
                        let falta = guardada.with(lo_que_falta);
                        if falta.is_empty() {
                            view! { <div class="v-aviso v-aviso--exito"><p>"Sí. Está guardada en este equipo."</p></div> }.into_any()
                        } else {
                            view! {
                                <div class="v-aviso v-aviso--advertencia">
                                    <p class="v-aviso-titulo">"Todavía no. Se guarda como está; antes de repartirla:"</p>
                                    <ul>{falta.into_iter().map(|f| view! { <li>{f}</li> }).collect_view()}</ul>
                                </div>
                            }.into_any()
                        }
                    }}
                </div>
                <div class="v-botones">
                    <a class="v-boton v-boton--primario" href=Ruta::Instructor.con(&format!("sesion/{clave}/repartir"))>"Repartir"</a>
                </div>
            </section>
        </div>
    }
}

#[component]
fn QueEs(propia: RwSignal<SesionPropia>) -> impl IntoView {
    let antes = propia.get_untracked().sesion;
    let cambiar = move |cambio: &dyn Fn(&mut ventanilla_capacitacion::sesion::Sesion)| {
        propia.update(|p| cambio(&mut p.sesion));
    };
    view! {
        <section class="v-panel v-pila" aria-labelledby="que-es">
            <h2 class="v-panel-titulo" id="que-es">"Qué es"</h2>
            <Texto id="titulo" etiqueta="Título" valor=antes.titulo al_escribir=move |t: String| cambiar(&|s| s.titulo.clone_from(&t))/>
            <Area id="instrucciones" etiqueta="Instrucciones" pista="Lo que el grupo lee antes de empezar. Puede quedar vacío." filas=3
                valor=antes.instrucciones al_escribir=move |t: String| cambiar(&|s| s.instrucciones.clone_from(&t))/>
            <Eleccion id="modo" etiqueta="Modo" valor=antes.modo
                opciones=vec![(Modo::Practica, "Práctica: se califica al momento y hay pistas"), (Modo::Examen, "Examen: lo califica usted")]
                al_elegir=move |m| cambiar(&|s| s.modo = m)/>
            <Eleccion id="orden" etiqueta="Orden de los casos" valor=antes.orden
                opciones=vec![(Orden::Fijo, "El mismo para todos"), (Orden::PorAprendiz, "Otro para cada aprendiz")]
                al_elegir=move |o| cambiar(&|s| s.orden = o)/>
            <Marca etiqueta="Cada aprendiz recibe variantes" marcada=antes.variantes
                pista=" Otras personas, empresas e importes, en los casos que los tienen. Se reparte un archivo a cada quien."
                al_marcar=move |v| cambiar(&|s| s.variantes = v)/>
            <CampoDeNumero propia clave="limite"/>
        </section>
    }
}

#[component]
fn ComoSeCalifica(propia: RwSignal<SesionPropia>) -> impl IntoView {
    let c = propia.get_untracked().sesion.criterio;
    let grupo = |titulo: &'static str, claves: &'static [&'static str]| {
        view! {
            <fieldset class="v-campo">
                <legend class="v-leyenda">{titulo}</legend>
                <div class="v-campos v-campos--parejos">{claves.iter().map(|clave| view! { <CampoDeNumero propia clave/> }).collect_view()}</div>
            </fieldset>
        }
    };
    view! {
        <section class="v-panel v-pila v-pila--amplia" aria-labelledby="califica">
            <h2 class="v-panel-titulo" id="califica">"Cómo se califica"</h2>
            {grupo("Cuánto pesa cada aspecto", &["pesos.campos", "pesos.hallazgos", "pesos.cifras", "pesos.decision"])}
            <p class="v-pista">"Si un caso no tiene uno, su peso se reparte entre los demás."</p>
            <details class="v-ayuda v-mas-criterio">
                <summary>"Pistas, tiempo, intentos y hallazgos de más"</summary>
                <div class="v-pila v-pila--amplia">
                    {grupo("Hallazgos de más", &["sobrante"])}
                    {grupo("Pistas", &["pistas.maximo", "pistas.descuento"])}
                    {grupo("Tiempo de cada caso", &["tiempo.limite", "tiempo.descuento"])}
                    <Marca etiqueta="Lo entregado fuera de tiempo vale cero" marcada=c.tiempo.cierra
                        al_marcar=move |v| propia.update(|p| p.sesion.criterio.tiempo.cierra = v)/>
                    {grupo("Intentos", &["intentos.maximo", "intentos.descuento"])}
                    <Eleccion id="cuenta" etiqueta="De varios intentos cuenta" valor=c.intentos.cuenta
                        opciones=vec![(Cuenta::Mejor, "El mejor"), (Cuenta::Primero, "El primero"), (Cuenta::Ultimo, "El último")]
                        al_elegir=move |v| propia.update(|p| p.sesion.criterio.intentos.cuenta = v)/>
                </div>
            </details>
        </section>
    }
}
