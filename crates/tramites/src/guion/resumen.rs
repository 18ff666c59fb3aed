//! The answers as a person reads them: check-your-answers, print, and the clerk's detail.

use super::{BloqueVisto, Clase, Guion, Lugar, Mirada, Pregunta, Revision, mostrar};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ventanilla_normativa::Normativa;

/// Answers or figures under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seccion {
    /// Key of the step it comes from; empty for what the rules computed.
    pub paso: String,
    /// The heading.
    pub titulo: String,
    /// Its lines.
    pub renglones: Vec<Renglon>,
    /// A table under them: a schedule, a list of credits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cuadro: Option<Cuadro>,
}

/// A table of what the rules computed, as a person reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cuadro {
    /// What it is, for who does not see it.
    pub titulo: String,
    /// The headings; amounts go from the second column on.
    pub encabezados: Vec<String>,
    /// Its cells are words, not amounts.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub de_palabras: bool,
    /// The rows, as wide as the headings.
    pub filas: Vec<Vec<String>>,
}

impl Seccion {
    /// What the rules computed, under a heading.
    pub fn calculada(titulo: &str, renglones: Vec<Renglon>) -> Self {
        Self {
            titulo: titulo.to_owned(),
            renglones,
            ..Self::default()
        }
    }

    /// With a table under its lines.
    pub fn con_cuadro(mut self, cuadro: Cuadro) -> Self {
        self.cuadro = Some(cuadro);
        self
    }
}

/// A line: a name and a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renglon {
    /// Path of the answer; empty for what the rules computed.
    pub ruta: String,
    /// The name.
    pub rotulo: String,
    /// The value as a person reads it; empty when it was left so.
    pub valor: String,
    /// The articles.
    pub fundamento: Vec<String>,
}

impl Renglon {
    /// A line of something that the rules computed.
    pub fn cifra(rotulo: &str, valor: impl Into<String>, fundamento: &[&str]) -> Self {
        Self {
            ruta: String::new(),
            rotulo: rotulo.to_owned(),
            valor: valor.into(),
            fundamento: fundamento.iter().map(|f| (*f).to_owned()).collect(),
        }
    }
}

impl Guion {
    /// Every answer that is asked for, block by block.
    pub fn resumen(&'static self, revision: &Revision, normativa: &Normativa, hoy: NaiveDate) -> Vec<Seccion> {
        let mut secciones: Vec<Seccion> = Vec::new();
        let mut actual = String::new();
        let de_lista = |l: &&Lugar| l.bloque.lista().is_none();
        let mut listas = revision
            .recorrido
            .bloques
            .iter()
            .filter(|b| b.bloque.lista().is_some())
            .peekable();
        for lugar in revision.recorrido.lugares.iter().filter(de_lista) {
            while let Some(visto) = listas.next_if(|b| b.paso < lugar.paso) {
                secciones.push(self.resumen_de_lista(visto, revision, normativa, hoy));
            }
            let prefijo = lugar.prefijo();
            if prefijo != actual {
                actual.clone_from(&prefijo);
                secciones.push(Seccion {
                    paso: self.pasos[lugar.paso].clave.to_owned(),
                    titulo: self.titulo_del_bloque(lugar),
                    ..Seccion::default()
                });
            }
            let mirada = Mirada {
                prefijo: &prefijo,
                ..Mirada::nueva(&revision.valores, normativa, hoy)
            };
            let valor = a_la_vista(revision, &mirada, &lugar.pregunta.clase, &lugar.ruta);
            if let Some(seccion) = secciones.last_mut() {
                seccion.renglones.push(Renglon {
                    ruta: lugar.ruta.clone(),
                    rotulo: lugar.pregunta.rotulo.to_owned(),
                    valor,
                    fundamento: Vec::new(),
                });
            }
        }
        secciones.extend(listas.map(|visto| self.resumen_de_lista(visto, revision, normativa, hoy)));
        secciones
    }

    /// A list is read as a table, with the number of each row.
    fn resumen_de_lista(
        &'static self,
        visto: &BloqueVisto,
        revision: &Revision,
        normativa: &Normativa,
        hoy: NaiveDate,
    ) -> Seccion {
        let bloque = visto.bloque;
        let escrita = |p: &&Pregunta| {
            let celdas = (0..visto.cuantos).map(|i| bloque.ruta(Some(i), p.campo));
            celdas
                .into_iter()
                .any(|ruta| !revision.recorrido.vistas.texto(&ruta).is_empty())
        };
        let mut columnas = self.columnas(bloque, revision, normativa, hoy);
        // a column that nobody answered only takes room
        columnas.retain(escrita);
        let titulo = match bloque.titulo {
            "" => self.pasos[visto.paso].titulo,
            titulo => titulo,
        };
        let fila = |indice: usize| {
            let prefijo = bloque.ruta(Some(indice), "");
            let mirada = Mirada {
                prefijo: &prefijo,
                ..Mirada::nueva(&revision.valores, normativa, hoy)
            };
            let celda = |p: &&Pregunta| a_la_vista(revision, &mirada, &p.clase, &[&prefijo, p.campo].concat());
            std::iter::once((indice + 1).to_string())
                .chain(columnas.iter().map(celda))
                .collect()
        };
        let rotulos = columnas.iter().map(|p| p.rotulo.to_owned());
        let cuadro = Cuadro {
            titulo: titulo.to_owned(),
            encabezados: std::iter::once("N.º".to_owned()).chain(rotulos).collect(),
            de_palabras: true,
            filas: (0..visto.cuantos).map(fila).collect(),
        };
        Seccion {
            paso: self.pasos[visto.paso].clave.to_owned(),
            titulo: titulo.to_owned(),
            renglones: vec![Renglon {
                ruta: bloque.clave.to_owned(),
                rotulo: "En la lista".to_owned(),
                valor: visto.cuantos.to_string(),
                fundamento: Vec::new(),
            }],
            cuadro: (visto.cuantos > 0).then_some(cuadro),
        }
    }

    fn titulo_del_bloque(&self, lugar: &Lugar) -> String {
        let titulo = match lugar.bloque.titulo {
            "" => self.pasos[lugar.paso].titulo,
            titulo => titulo,
        };
        match (&lugar.bloque.repetido, lugar.indice) {
            (Some(repetido), Some(indice)) => format!("{titulo}: {} {}", repetido.singular, indice + 1),
            _ => titulo.to_owned(),
        }
    }
}

/// An answer as a person reads it. What cannot be read is shown as it was typed: it is there, and it is to be mended.
fn a_la_vista(revision: &Revision, mirada: &Mirada<'_>, clase: &Clase, ruta: &str) -> String {
    let mostrado = mostrar(clase, mirada, revision.valores.texto(ruta));
    let tecleado = revision.recorrido.vistas.texto(ruta).trim();
    match (mostrado.is_empty(), tecleado.is_empty()) {
        (true, false) => format!("«{tecleado}» (por corregir)"),
        _ => mostrado,
    }
}
