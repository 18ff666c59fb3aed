//! The numbers of a session: what each is called, where it goes, and how it is read. A table, so that none is written twice.

use super::super::entradas::Texto;
use super::super::escritorio::SesionPropia;
use leptos::prelude::*;
use ventanilla_capacitacion::calificar::{Puntos, Sobrante};
use ventanilla_capacitacion::sesion::Sesion;

/// A number of a session.
pub struct Numero {
    /// Its key among what was typed.
    pub clave: &'static str,
    /// Its label.
    pub etiqueta: &'static str,
    /// One sentence of help.
    pub pista: &'static str,
    de: De,
}

/// Where it goes.
enum De {
    /// Whole number from zero.
    Peso(fn(&mut Sesion) -> &mut u16),
    /// Whole number from one, or nothing.
    Tope(fn(&mut Sesion) -> &mut Option<u32>),
    /// Minutes, or nothing; kept in seconds.
    Minutos(fn(&mut Sesion) -> &mut Option<u32>),
    /// Points, of a hundred.
    Puntos(fn(&mut Sesion) -> &mut Puntos),
}

macro_rules! numeros {
    ($($clave:literal, $clase:ident, $etiqueta:literal, $pista:literal, $donde:expr;)+) => {
        /// All of them.
        pub const TODOS: &[Numero] = &[$(Numero {
            clave: $clave, etiqueta: $etiqueta, pista: $pista, de: De::$clase($donde),
        }),+];
    };
}

numeros! {
    "limite", Minutos, "Minutos para toda la sesión", "Vacío, sin límite. Si alguien se pasa, los resultados lo dicen.", |s| &mut s.limite;
    "pesos.campos", Peso, "Datos", "", |s| &mut s.criterio.pesos.campos;
    "pesos.hallazgos", Peso, "Hallazgos", "", |s| &mut s.criterio.pesos.hallazgos;
    "pesos.cifras", Peso, "Cifras", "", |s| &mut s.criterio.pesos.cifras;
    "pesos.decision", Peso, "Decisión", "", |s| &mut s.criterio.pesos.decision;
    "sobrante", Peso, "Lo que quita cada hallazgo de más", "En los puntos de los hallazgos del caso.", |s| { let Sobrante(n) = &mut s.criterio.sobrante; n };
    "pistas.maximo", Tope, "Pistas que puede abrir", "Vacío, todas. En examen no hay pistas.", |s| &mut s.criterio.pistas.maximo;
    "pistas.descuento", Puntos, "Puntos que quita cada pista", "De cien.", |s| &mut s.criterio.pistas.descuento;
    "tiempo.limite", Minutos, "Minutos por caso", "Vacío, sin límite.", |s| &mut s.criterio.tiempo.limite;
    "tiempo.descuento", Puntos, "Puntos que quita cada minuto de más", "De cien, por minuto o fracción.", |s| &mut s.criterio.tiempo.descuento;
    "intentos.maximo", Tope, "Intentos por caso", "Vacío, los que quiera.", |s| &mut s.criterio.intentos.maximo;
    "intentos.descuento", Puntos, "Puntos que quita cada intento después del primero", "De cien.", |s| &mut s.criterio.intentos.descuento;
}

impl Numero {
    /// What it says now, as it is typed.
    fn texto(&self, propia: &SesionPropia) -> String {
        if let Some(texto) = propia.escrito.get(self.clave) {
            return texto.clone();
        }
        let mut sesion = propia.sesion.clone();
        let entero = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
        match self.de {
            De::Peso(en) => en(&mut sesion).to_string(),
            De::Tope(en) => entero(*en(&mut sesion)),
            De::Minutos(en) => entero(en(&mut sesion).map(|s| s.div_ceil(60))),
            De::Puntos(en) => sin_ceros(&en(&mut sesion).to_string()),
        }
    }

    /// What is wrong with a text.
    pub fn error(&self, texto: &str) -> Option<&'static str> {
        let mut prueba = SESION_DE_PRUEBA.with(Clone::clone);
        self.poner(&mut prueba, texto).err()
    }

    fn poner(&self, sesion: &mut Sesion, texto: &str) -> Result<(), &'static str> {
        let texto = texto.trim();
        let tope = || match texto {
            "" => Ok(None),
            _ => match texto.parse::<u32>() {
                Ok(n @ 1..=10_000) => Ok(Some(n)),
                _ => Err("escriba un número entero del 1 al 10,000, o déjelo vacío."),
            },
        };
        match self.de {
            De::Peso(en) => {
                let peso = if texto.is_empty() { Ok(0) } else { texto.parse() };
                *en(sesion) = peso
                    .ok()
                    .filter(|p| *p <= 1_000)
                    .ok_or("escriba un número entero del 0 al 1,000.")?;
            }
            De::Tope(en) => *en(sesion) = tope()?,
            De::Minutos(en) => *en(sesion) = tope()?.map(|minutos| minutos * 60),
            De::Puntos(en) => {
                let puntos = if texto.is_empty() {
                    Some(Puntos::default())
                } else {
                    Puntos::leer(texto)
                };
                *en(sesion) = puntos
                    .filter(|p| *p <= Puntos::CIEN)
                    .ok_or("escriba puntos del 0 al 100, con hasta dos decimales.")?;
            }
        }
        Ok(())
    }
}

thread_local! {
    static SESION_DE_PRUEBA: Sesion = Sesion::nueva("", "", ventanilla_capacitacion::sesion::Modo::Practica, Vec::new());
}

/// `5.00` is typed `5`.
fn sin_ceros(puntos: &str) -> String {
    puntos.strip_suffix(".00").unwrap_or(puntos).to_owned()
}

/// The field of a number.
#[component]
pub fn CampoDeNumero(propia: RwSignal<SesionPropia>, clave: &'static str) -> impl IntoView {
    TODOS.iter().find(|n| n.clave == clave).map(|numero| {
        let valor = propia.with_untracked(|p| numero.texto(p));
        let error = Signal::derive(move || {
            let error = propia.read().escrito.get(clave).and_then(|t| numero.error(t))?;
            Some(error.to_owned())
        });
        let al_escribir = move |texto: String| {
            propia.update(|p| {
                // what cannot be read leaves the number as it was, and says so
                let _ = numero.poner(&mut p.sesion, &texto);
                p.escrito.insert(clave.to_owned(), texto);
            });
        };
        view! { <Texto id=clave.replace('.', "-") etiqueta=numero.etiqueta valor al_escribir clase="v-ancho-8 v-entrada--num" pista=numero.pista error/> }
    })
}
