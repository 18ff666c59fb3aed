//! A sample of the card of identification of an employer, with the fields of RACERF 14. The registro patronal is the
//! authority's to give: here it is left to be assigned.

use super::declarado;
use crate::api::expedientes::Detalle;
use leptos::prelude::*;
use serde_json::Value;
use ventanilla_tramites::guion::Seccion;

/// The sample.
#[component]
pub fn Tarjeta(detalle: Detalle) -> impl IntoView {
    let cifra = |clave: &str| detalle.cifras.get(clave).cloned().unwrap_or_default();
    let giro = texto(&detalle.contenido, "/actividad/giro");
    let domicilio = domicilio(&detalle);
    let r = &detalle.resumen;
    let renglones = [
        ("Registro patronal", "Por asignar".to_owned()),
        ("Nombre, denominación o razón social", r.nombre.clone()),
        ("RFC", r.rfc.clone()),
        ("Domicilio del centro de trabajo", domicilio),
        ("Actividad", giro),
        ("Fracción", cifra("fraccion")),
        ("Clase", cifra("clase")),
        ("Prima", [&cifra("prima"), " %"].concat()),
    ];
    let dato = |(rotulo, valor): (&'static str, String)| {
        let valor = if valor.trim_matches([' ', '%']).is_empty() {
            "Sin dato".to_owned()
        } else {
            valor
        };
        view! { <div><dt>{rotulo}</dt><dd>{valor}</dd></div> }
    };
    view! {
        <section class="v-tarjeta-patronal" aria-labelledby="tarjeta">
            <h2 id="tarjeta">"Tarjeta de identificación patronal (muestra)"</h2>
            <dl class="v-acuse-datos">{renglones.map(dato).into_iter().collect_view()}</dl>
            <p class="v-chico">"Muestra con los datos que pide el artículo 14 del RACERF. Sin validez oficial: el registro patronal lo asigna el Instituto."</p>
        </section>
    }
}

fn texto(contenido: &Value, lugar: &str) -> String {
    let texto = contenido.pointer(lugar).and_then(Value::as_str);
    texto.unwrap_or_default().to_owned()
}

/// Where the work is done, as a person reads it: the place of work, or the fiscal address when it is the same.
fn domicilio(detalle: &Detalle) -> String {
    let mismo = detalle.contenido.pointer("/lugar/mismo").and_then(Value::as_bool);
    let bloque = if mismo == Some(false) { "centro." } else { "fiscal." };
    let secciones = declarado::leer(detalle).unwrap_or_default();
    en_una_linea(&secciones, bloque)
}

/// Street and number first, as it is written on an envelope.
fn en_una_linea(secciones: &[Seccion], bloque: &str) -> String {
    let renglones = secciones.iter().flat_map(|s| &s.renglones);
    let suyos: Vec<_> = renglones.filter(|r| r.ruta.starts_with(bloque)).collect();
    let de = |clave: &str| {
        let ruta = [bloque, clave].concat();
        suyos.iter().find(|r| r.ruta == ruta).map_or("", |r| r.valor.as_str())
    };
    let calle = [de("calle"), de("exterior"), de("interior")]
        .join(" ")
        .trim()
        .to_owned();
    let postal = match de("codigo_postal") {
        "" => String::new(),
        cp => ["C. P. ", cp].concat(),
    };
    let partes = [&calle, de("colonia"), &postal, de("municipio"), de("entidad")];
    let partes: Vec<&str> = partes.into_iter().filter(|p| !p.is_empty()).collect();
    partes.join(", ")
}

#[cfg(test)]
mod pruebas {
    use super::*;
    use ventanilla_tramites::guion::Renglon;

    #[test]
    fn an_address_is_written_as_on_an_envelope() {
        let renglon = |ruta: &str, valor: &str| Renglon {
            ruta: ruta.to_owned(),
            valor: valor.to_owned(),
            ..Renglon::default()
        };
        let seccion = Seccion {
            paso: "domicilios".to_owned(),
            renglones: vec![
                renglon("fiscal.codigo_postal", "44100"),
                renglon("fiscal.entidad", "Jalisco"),
                renglon("fiscal.municipio", "Guadalajara"),
                renglon("fiscal.calle", "Calle Ficticia"),
                renglon("fiscal.exterior", "100"),
                renglon("centro.calle", "Otra"),
            ],
            ..Seccion::default()
        };
        assert_eq!(
            en_una_linea(&[seccion], "fiscal."),
            "Calle Ficticia 100, C. P. 44100, Guadalajara, Jalisco"
        );
    }
}
