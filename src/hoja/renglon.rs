//! A row on the screen. As few elements as possible: what scrolling costs is almost only the style and the layout of
//! new ones; and no clip, transform or sticky position of its own, which is what most burdens painting.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Node};

use super::mesa::Mesa;
use super::modelo::{Alineacion, Celda, DefColumna, Gravedad, Marca};
use super::seleccion::{Lugar, Seleccion};

/// A row that is in the document, and what was painted in it.
pub(super) struct Renglon {
    pub(super) fila: usize,
    elemento: HtmlElement,
    /// Its number as one sees it, which stays in sight when the columns scroll (all of them in one sticky element).
    numero: HtmlElement,
    /// Whether it is the new row, and the active one.
    como: Option<(bool, bool, usize)>,
    pintadas: Vec<Pintada>,
}

/// What is painted in a cell.
#[derive(Default, PartialEq, Eq)]
struct Pintada {
    texto: String,
    marca: Option<Marca>,
    /// The classes of [`RASGOS`] that it has.
    rasgos: [bool; 5],
}

const RASGOS: [&str; 5] = [
    " v-hoja-celda--elegida",
    " v-hoja-celda--activa",
    " v-hoja-celda--calculada",
    " v-hoja-celda--invitacion",
    " v-hoja-celda--larga",
];

impl Renglon {
    /// A copy of the model row. It is painted before it goes into the document, where every change costs much more.
    pub(super) fn new(molde: &Element, fila: usize) -> Option<Self> {
        let elemento: HtmlElement = molde.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        let numero: HtmlElement = elemento.first_element_child()?.clone_node().ok()?.dyn_into().ok()?;
        atributo(&elemento, "aria-rowindex", Some(&(fila + 2).to_string()));
        atributo(&numero, "data-fila", Some(&fila.to_string()));
        // not a custom property: those are inherited, and every cell would be styled again
        let arriba = format!("calc(var(--v-hoja-alto) * {fila})");
        for e in [&elemento, &numero] {
            let _ = e.style().set_property("top", &arriba);
        }
        let columnas = usize::try_from(elemento.child_element_count()).ok()?;
        let pintadas = std::iter::repeat_with(Pintada::default).take(columnas).collect();
        Some(Self {
            fila,
            elemento,
            numero,
            como: None,
            pintadas,
        })
    }

    /// Puts it in the document, before the next row that is there.
    pub(super) fn poner(&self, lienzo: &Node, siguiente: Option<&Self>, numeros: &Node) {
        let _ = lienzo.insert_before(&self.elemento, siguiente.map(|s| s.elemento.as_ref()));
        let _ = numeros.append_child(&self.numero);
    }

    pub(super) fn quitar(&self) {
        self.elemento.remove();
        self.numero.remove();
    }

    pub(super) fn celda(&self, col: usize) -> Option<Element> {
        self.elemento.children().item(u32::try_from(col + 1).ok()?)
    }

    pub(super) fn pintar(&mut self, mesa: Mesa, s: Seleccion, nueva: bool) {
        for (col, def) in mesa.columnas.iter().enumerate() {
            let l = Lugar { fila: self.fila, col };
            let ahora = Pintada::new(def, mesa.celda(l), s, l, nueva);
            if self.pintadas.get(col).is_some_and(|antes| *antes == ahora) {
                continue;
            }
            if let (Some(celda), Some(antes)) = (self.celda(col), self.pintadas.get_mut(col)) {
                ahora.pintar(antes, &celda, def);
                *antes = ahora;
            }
        }
        let como = Some((nueva, s.activa.fila == self.fila, mesa.numero(self.fila)));
        if self.como != como {
            self.como = como;
            self.pintar_numero(mesa.numero(self.fila), nueva, s.activa.fila == self.fila);
        }
    }

    fn pintar_numero(&self, numero: usize, nueva: bool, activa: bool) {
        let numero = numero.to_string();
        if let Some(oido) = self.elemento.first_element_child() {
            oido.set_text_content(Some(if nueva { "Fila nueva" } else { &numero }));
        }
        self.numero.set_text_content(Some(if nueva { "+" } else { &numero }));
        let _ = self
            .elemento
            .class_list()
            .toggle_with_force("v-hoja-fila--nueva", nueva);
        let _ = self
            .numero
            .class_list()
            .toggle_with_force("v-hoja-numero--activo", activa);
    }
}

impl Pintada {
    fn new(def: &DefColumna, celda: Celda, s: Seleccion, l: Lugar, nueva: bool) -> Self {
        let Celda {
            texto,
            calculado,
            marca,
        } = celda;
        let activa = s.activa == l;
        // the first cell of the new row says what it is for
        let invitacion = nueva && l.col == 0 && !activa;
        let texto = match (activa, invitacion) {
            (true, _) => String::new(), // it is in the input
            (false, true) => "Escriba o pegue aquí".to_owned(),
            (false, false) => def.rotulo(texto),
        };
        let elegida = !s.una() && s.rango().contiene(l);
        let larga = !invitacion && no_cabe(def, &texto);
        Self {
            texto,
            marca,
            rasgos: [elegida, activa, calculado, invitacion, larga],
        }
    }

    fn pintar(&self, antes: &Self, celda: &Element, def: &DefColumna) {
        let (marca, vieja) = (self.marca.as_ref(), antes.marca.as_ref());
        if let Some(nodo) = celda.first_child().filter(|_| self.texto != antes.texto) {
            nodo.set_node_value(Some(&self.texto));
        }
        if self.rasgos != antes.rasgos || marca.map(Marca::clase) != vieja.map(Marca::clase) {
            celda.set_class_name(&self.clase(def));
            let elegida = self.rasgos.first().is_some_and(|e| *e);
            atributo(celda, "aria-selected", elegida.then_some("true"));
        }
        if marca != vieja {
            let es_error = marca.is_some_and(|m| m.gravedad == Gravedad::Error);
            atributo(celda, "aria-invalid", es_error.then_some("true"));
            atributo(celda, "title", marca.map(|m| m.mensaje.as_str()));
            decir_marca(celda, marca);
        }
    }

    fn clase(&self, def: &DefColumna) -> String {
        let mut clase = clase_alineada("v-hoja-celda", def);
        let propias = RASGOS.iter().zip(self.rasgos).filter(|(_, si)| *si).map(|(c, _)| *c);
        clase.extend(propias.chain(def.solo_lectura.then_some(" v-hoja-celda--fija")));
        if let Some(marca) = &self.marca {
            clase.extend([" ", marca.clase()]);
        }
        clase
    }
}

/// Whether a text may be wider than its column. Only such cells are clipped. A digit is 1 ch; letters, capitals above
/// all, are a quarter wider.
fn no_cabe(def: &DefColumna, texto: &str) -> bool {
    let ancho: usize = texto.chars().map(|c| if c.is_ascii_digit() { 4 } else { 5 }).sum();
    ancho > 4 * usize::from(def.ancho_ch) + 4
}

/// The mark in words, for those who do not see the colour.
fn decir_marca(celda: &Element, marca: Option<&Marca>) {
    let dicho = celda.query_selector(".v-oculto").ok().flatten();
    match (marca, dicho) {
        (None, None) => {}
        (None, Some(dicho)) => dicho.remove(),
        (Some(marca), dicho) => {
            let crear = || celda.owner_document()?.create_element("span").ok();
            let Some(dicho) = dicho.or_else(crear) else { return };
            dicho.set_class_name("v-oculto");
            dicho.set_text_content(Some(&format!(" {}: {}", marca.palabra(), marca.mensaje)));
            let _ = celda.append_child(&dicho);
        }
    }
}

/// The row that all others are copies of: a place for the number, and for each column a cell with an empty text.
pub(super) fn molde(documento: &Document, columnas: &[DefColumna]) -> Option<Element> {
    let crear = |clase: &str, papel: &str, col: usize| {
        let e = documento.create_element("div").ok()?;
        e.set_class_name(clase);
        e.set_attribute("role", papel).ok()?;
        if col > 0 {
            e.set_attribute("aria-colindex", &col.to_string()).ok()?;
        }
        Some(e)
    };
    let renglon = crear("v-hoja-fila", "row", 0)?;
    let numero = crear("v-hoja-numero", "rowheader", 1)?;
    renglon.append_child(&numero).ok()?;
    for (i, def) in columnas.iter().enumerate() {
        let celda = crear(&Pintada::default().clase(def), "gridcell", i + 2)?;
        atributo(&celda, "aria-readonly", def.solo_lectura.then_some("true"));
        celda.append_child(&documento.create_text_node("")).ok()?;
        renglon.append_child(&celda).ok()?;
    }
    Some(renglon)
}

/// Sets an attribute, or takes it away.
pub(super) fn atributo(elemento: &Element, nombre: &str, valor: Option<&str>) {
    let _ = match valor {
        Some(valor) => elemento.set_attribute(nombre, valor),
        None => elemento.remove_attribute(nombre),
    };
}

pub(super) fn clase_alineada(base: &str, def: &DefColumna) -> String {
    let lado = match def.alineacion {
        Alineacion::Izquierda => "",
        Alineacion::Derecha => " v-hoja-al-fin",
    };
    format!("{base}{lado}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOMBRE: DefColumna = DefColumna {
        clave: "nombre",
        titulo: "Nombre",
        sinonimos: &[],
        ayuda: "",
        ancho_ch: 10,
        alineacion: Alineacion::Izquierda,
        modo_entrada: "text",
        solo_lectura: false,
        opciones: &[],
    };

    #[test]
    fn only_what_may_not_fit_is_clipped() {
        for (texto, larga) in [
            ("", false),
            ("1234567890", false),
            ("PÉREZ R", false),
            ("PÉREZ RUIZ", true),
        ] {
            assert_eq!(no_cabe(&NOMBRE, texto), larga, "{texto}");
        }
    }

    #[test]
    fn the_active_cell_leaves_its_text_to_the_input() {
        let celda = || Celda {
            texto: "x".to_owned(),
            ..Celda::default()
        };
        let s = Seleccion::default();
        let (aqui, alla) = (Lugar { fila: 0, col: 0 }, Lugar { fila: 1, col: 0 });
        assert_eq!(Pintada::new(&NOMBRE, celda(), s, aqui, false).texto, "");
        assert_eq!(Pintada::new(&NOMBRE, celda(), s, alla, false).texto, "x");
        assert_eq!(
            Pintada::new(&NOMBRE, Celda::default(), s, alla, true).texto,
            "Escriba o pegue aquí"
        );
    }

    #[test]
    fn classes_say_how_a_cell_stands() {
        let marca = Marca {
            gravedad: Gravedad::Error,
            mensaje: String::new(),
        };
        let p = Pintada {
            marca: Some(marca),
            rasgos: [true, false, true, false, false],
            ..Pintada::default()
        };
        let clases = "v-hoja-celda v-hoja-celda--elegida v-hoja-celda--calculada v-hoja-celda--error";
        assert_eq!(p.clase(&NOMBRE), clases);
    }
}
