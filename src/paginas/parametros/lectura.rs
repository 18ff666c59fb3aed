//! The answer of a table, as markup.

use super::columnas::{Columna, palabra_de_confianza};
use super::consulta::{Dias, Lectura, Materia, Renglon};
use super::marcado::Marcado;
use super::matriz::matriz;
use ventanilla_normativa::{Confianza, Fila, Tabla};

/// A longer table scrolls in a frame of its own, under its headings.
const CABEN_SIN_MARCO: usize = 30;
const VIGENTE: &str = " v-insignia--vigente";

/// Beside the title: the value, where there is one only, or how many rows.
pub(super) fn glosa(dias: Dias, materia: &Materia, lectura: &Lectura) -> String {
    let es_hoy = dias.fecha == dias.hoy;
    let mut m = Marcado::default();
    if lectura.sin_valor {
        m.insignia(
            " v-insignia--baja",
            if es_hoy { "Sin valor hoy" } else { "Sin valor ese día" },
        );
        return m.listo();
    }
    match materia.valor_unico(dias.fecha) {
        Some(valor) => m
            .html("<span><strong>")
            .texto(&valor)
            .html("</strong> ")
            .texto(materia.tabla.ficha().unidad),
        None => {
            let cuantos = lectura.renglones.len();
            m.html("<span>").texto(&cuantos.to_string());
            m.html(if cuantos == 1 { " renglón" } else { " renglones" })
        }
    };
    m.html("</span> ");
    if !lectura.renglones.is_empty() && todos_rigen(lectura) {
        m.insignia(VIGENTE, if es_hoy { "Rige hoy" } else { "Rige ese día" });
    }
    m.listo()
}

/// What the table says on the day: what it lacks, its rows, and the series that are out.
pub(super) fn cuerpo(dias: Dias, materia: &Materia, lectura: &Lectura) -> String {
    let mut m = Marcado::default();
    for falta in &lectura.faltas {
        m.html("<div class='v-aviso v-aviso--error'><p>")
            .texto(falta)
            .html("</p></div>");
    }
    if !lectura.renglones.is_empty() {
        if materia.tabla == Tabla::Ceav {
            matriz(&mut m, materia, dias.fecha, dias.hoy);
            m.html("<details class='v-ayuda v-renglones-aparte'><summary>Ver los renglones, con su fundamento y su fuente</summary><div class='v-pila v-pila--junta'>");
            renglones(&mut m, dias, materia, lectura);
            m.html("</div></details>");
        } else {
            renglones(&mut m, dias, materia, lectura);
        }
    }
    if !lectura.apagadas.is_empty() {
        m.html("<p class='v-chico v-tenue'>")
            .texto(&lectura.apagadas)
            .html("</p>");
    }
    m.listo()
}

fn todos_rigen(lectura: &Lectura) -> bool {
    lectura.renglones.iter().all(|r| r.rige)
}

/// The rows, and above them what is the same in all.
fn renglones(m: &mut Marcado, dias: Dias, materia: &Materia, lectura: &Lectura) {
    let (tabla, titulo) = (materia.tabla, materia.tabla.ficha().titulo);
    comunes(m, tabla, lectura);
    m.html("<div class='v-tabla-marco");
    if lectura.renglones.len() > CABEN_SIN_MARCO {
        m.html(" v-tabla-marco--alta");
    }
    if lectura.visibles.len() <= 2 {
        m.html(" v-angosta");
    }
    m.html("' tabindex=0 role=region aria-label='").texto(titulo);
    m.html("'><table class=v-tabla><caption class=v-oculto>")
        .texto(titulo)
        .html("</caption><thead><tr>");
    for (i, columna) in lectura.visibles.iter().enumerate() {
        m.html("<th scope=col class='")
            .html(if *columna == Columna::Valor { "v-num" } else { "" });
        m.html(if i == 0 { " v-fija'>" } else { "'>" })
            .html(columna.titulo(tabla));
        if let Some(unidad) = columna.unidad(tabla) {
            m.html(" <small>(").html(unidad).html(")</small>");
        }
        m.html("</th>");
    }
    m.html("</tr></thead><tbody>");
    let todos = todos_rigen(lectura);
    for renglon in &lectura.renglones {
        fila(m, dias, tabla, &lectura.visibles, renglon, todos);
    }
    m.html("</tbody></table></div>");
}

fn comunes(m: &mut Marcado, tabla: Tabla, lectura: &Lectura) {
    let Some(primero) = lectura.renglones.first().filter(|_| !lectura.comunes.is_empty()) else {
        return;
    };
    m.html("<div><p class='v-chico v-tenue'>Igual en todos los renglones:</p><dl class=v-comunes>");
    for columna in &lectura.comunes {
        m.html("<div><dt>").html(columna.titulo(tabla)).html("</dt> <dd>");
        dato(m, *columna, tabla, &primero.fila);
        m.html("</dd></div>");
    }
    m.html("</dl></div>");
}

fn fila(m: &mut Marcado, dias: Dias, tabla: Tabla, visibles: &[Columna], renglon: &Renglon, todos: bool) {
    m.html(if renglon.rige && !todos {
        "<tr class=v-rige>"
    } else {
        "<tr>"
    });
    for (i, columna) in visibles.iter().enumerate() {
        m.html(match columna {
            Columna::Desde if i == 0 => "<th scope=row class='v-fija v-fija--corta'>",
            _ if i == 0 => "<th scope=row class=v-fija>",
            Columna::Valor => "<td class=v-num>",
            Columna::Desde | Columna::Hasta if renglon.fila.hasta.is_some() => "<td class=v-junto>",
            Columna::Fundamento | Columna::Fuente | Columna::Nota => "<td class=v-larga>",
            _ => "<td>",
        });
        dato(m, *columna, tabla, &renglon.fila);
        if i == 0 {
            insignias(m, dias, renglon, todos);
        }
        m.html(if i == 0 { "</th>" } else { "</td>" });
    }
    m.html("</tr>");
}

fn dato(m: &mut Marcado, columna: Columna, tabla: Tabla, fila: &Fila) {
    match columna {
        Columna::Confianza => insignia_de_confianza(m, fila.confianza),
        Columna::Serie => serie(m, tabla, fila),
        _ => drop(m.texto(&columna.texto(tabla, fila))),
    }
    if let Some(dof) = Columna::dof(fila).filter(|_| columna == Columna::Fuente) {
        m.html(", <span class=v-junto>").texto(&dof).html("</span>");
    }
}

/// The name of a series and, small, the key that a suplemento must carry.
fn serie(m: &mut Marcado, tabla: Tabla, fila: &Fila) {
    let nombre = Columna::Serie.texto(tabla, fila);
    m.texto(&nombre);
    if !nombre.ends_with(fila.clave.as_ref()) {
        m.html(" <code class=v-clave>").texto(&fila.clave).html("</code>");
    }
}

fn insignias(m: &mut Marcado, dias: Dias, renglon: &Renglon, todos: bool) {
    let vigente = match (renglon.rige, renglon.rige_hoy) {
        _ if todos => None,
        (true, true) if dias.fecha != dias.hoy => Some("Rige ese día y hoy"),
        (true, false) => Some("Rige ese día"),
        (_, true) => Some("Rige hoy"),
        (false, false) => None,
    };
    m.html(" ");
    if let Some(texto) = vigente {
        m.insignia(VIGENTE, texto);
    }
    if renglon.fila.suplemento {
        m.insignia(" v-insignia--suplemento", "Suplemento");
    }
    if renglon.desplazado {
        m.insignia("", "Lo sustituye el suplemento");
    }
}

/// The confidence of a value.
pub(super) fn insignia_de_confianza(m: &mut Marcado, confianza: Confianza) {
    let clase = match confianza {
        Confianza::Alta => " v-insignia--alta",
        Confianza::Media => " v-insignia--media",
        Confianza::Baja => " v-insignia--baja",
    };
    m.insignia(clase, palabra_de_confianza(confianza));
}

#[cfg(test)]
mod pruebas {
    use super::super::consulta::{Consulta, leer};
    use super::*;
    use ventanilla_normativa::Normativa;

    fn cuerpo_de(normativa: &Normativa, tabla: Tabla, solo: bool) -> String {
        let materia = Materia::nueva(normativa, tabla);
        let hoy = "2026-11-22".parse().expect("fecha");
        let dias = Dias { hoy, fecha: hoy };
        let consulta = Consulta {
            dias,
            solo,
            palabras: Vec::new(),
        };
        cuerpo(dias, &materia, &leer(&materia, &consulta, &[]))
    }

    #[test]
    fn toda_tabla_se_dibuja_con_sus_filas() {
        let normativa = Normativa::publicada();
        for tabla in Tabla::todas() {
            let html = cuerpo_de(&normativa, tabla, false);
            let matriz = if tabla == Tabla::Ceav { 8 } else { 0 };
            assert_eq!(
                html.matches("<th scope=row").count() + html.matches("<th class=v-fija scope=row").count(),
                tabla.ficha().filas.len() + matriz,
                "{tabla:?}"
            );
            assert_eq!(html.matches("<td").count(), html.matches("</td>").count(), "{tabla:?}");
        }
        assert!(cuerpo_de(&normativa, Tabla::Uma, false).contains("Rige hoy"));
    }

    #[test]
    fn un_suplemento_malicioso_es_texto() {
        let csv = "tabla,clave,desde,hasta,valor,fundamento,fuente,publicado,confianza,verificado_hasta,nota\numa,,2026-11-01,2026-12-31,118.00,<b>x</b>,\"<img src=x onerror='a'>\",,baja,,</td><script>\n";
        let normativa = Normativa::publicada().con_suplemento(csv).expect("suplemento");
        let html = cuerpo_de(&normativa, Tabla::Uma, true);
        assert!(!html.contains("<img") && !html.contains("<script") && !html.contains("<b>x"));
        assert!(html.contains("&lt;img src=x onerror=&#39;a&#39;&gt;") && html.contains("Suplemento"));
    }
}
