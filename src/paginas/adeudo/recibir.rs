//! What *Previsión de cuotas* sent, or was typed here before signing in: it waits in the browser until this page opens.

use super::taller::Taller;
use crate::almacen;
use leptos::prelude::*;
use ventanilla_tramites::adeudo::{ClaseDeCredito, Periodo, Renglon, Traspaso, renglones};

/// Takes what was sent, once the sheet was read. A period that was there already takes the new amounts.
pub fn al_abrir(taller: Taller) {
    Effect::new(move |hecho: Option<bool>| {
        let listo = taller.papel.leido.get();
        if listo && hecho != Some(true) {
            leptos::task::spawn_local(recibir(taller));
        }
        listo
    });
}

async fn recibir(taller: Taller) {
    let contexto = taller.papel.contexto;
    let clave = contexto.propia(almacen::ADEUDO_POR_RECIBIR);
    let texto = match almacen::leer_ajuste(&clave).await {
        Ok(Some(texto)) => texto,
        Ok(None) => return,
        Err(error) => return contexto.fallo_el_almacen(&error),
    };
    // taken before it is used: two pages do not add it twice
    if let Err(error) = almacen::guardar_ajuste(&clave, "").await {
        return contexto.fallo_el_almacen(&error);
    }
    match Traspaso::leer(&texto) {
        Ok(traspaso) => poner(taller, traspaso),
        Err(motivo) => contexto.avisar(motivo),
    }
}

fn poner(taller: Taller, traspaso: Traspaso) {
    let papel = taller.papel;
    let Some(antes) = papel.respuestas.try_get_untracked() else {
        return;
    };
    let actuales = renglones(&antes);
    let (mut nuevos, mut cambiados) = (Vec::new(), 0);
    papel.cambiar(|r| {
        for (ruta, texto) in &traspaso.lo_demas {
            if r.texto(ruta).is_empty() {
                r.poner(ruta.clone(), texto.clone());
            }
        }
        for renglon in traspaso.creditos {
            match actuales.iter().position(|otro| mismo(otro, &renglon)) {
                Some(i) => {
                    ventanilla_tramites::adeudo::escribir(r, i, &renglon);
                    cambiados += 1;
                }
                None => nuevos.push(renglon),
            }
        }
    });
    taller.agregar(&nuevos);
    let cuenta = |n: usize, uno: &str, varios: &str| match n {
        0 => None,
        1 => Some(uno.to_owned()),
        n => Some(varios.replace('#', &n.to_string())),
    };
    let partes = [
        cuenta(nuevos.len(), "Se agregó 1 crédito", "Se agregaron # créditos"),
        cuenta(
            cambiados,
            "se actualizó 1 que ya estaba",
            "se actualizaron # que ya estaban",
        ),
    ];
    let dicho = partes.into_iter().flatten().collect::<Vec<_>>().join(" y ");
    let dicho = if traspaso.de_quien_entro {
        format!("De lo que escribió antes de entrar: {dicho}.")
    } else {
        format!("De Previsión de cuotas: {dicho}. El Infonavit no se le debe al IMSS y no viene.")
    };
    papel
        .contexto
        .avisar_con_regreso(dicho, move || papel.cambiar(|r| antes.clone_into(r)));
}

fn mismo(uno: &Renglon, otro: &Renglon) -> bool {
    let de = |r: &Renglon| {
        let clase = ClaseDeCredito::leer(&r.clase)?;
        Some((clase, Periodo::leer(&r.periodo, clase)?))
    };
    de(uno).is_some() && de(uno) == de(otro)
}
