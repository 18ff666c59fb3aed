//! Markup as text, for what is only read: a catalogue of 276 rows is one string instead of a tree of views, which weighs
//! less and is drawn sooner. Data can only enter escaped: markup is what the program itself has written (`'static`).

/// Markup that grows from the beginning to the end.
#[derive(Default)]
pub(in crate::paginas) struct Marcado(String);

impl Marcado {
    /// Markup of the program.
    pub(in crate::paginas) fn html(&mut self, marcado: &'static str) -> &mut Self {
        self.0.push_str(marcado);
        self
    }

    /// Text of anybody, as text; also inside a quoted attribute.
    pub(in crate::paginas) fn texto(&mut self, texto: &str) -> &mut Self {
        for letra in texto.chars() {
            match letra {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                _ => self.0.push(letra),
            }
        }
        self
    }

    /// A badge; `clase` is what follows `v-insignia`.
    pub(in crate::paginas) fn insignia(&mut self, clase: &'static str, texto: &str) -> &mut Self {
        self.html("<span class='v-insignia")
            .html(clase)
            .html("'>")
            .texto(texto)
            .html("</span> ")
    }

    /// The whole.
    pub(in crate::paginas) fn listo(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn los_datos_no_son_marcas() {
        let mut m = Marcado::default();
        m.html("<td title=\"")
            .texto("a\"b'")
            .html("\">")
            .texto("<img src=x onerror=alert(1)> & ñ")
            .html("</td>");
        assert_eq!(
            m.listo(),
            "<td title=\"a&quot;b&#39;\">&lt;img src=x onerror=alert(1)&gt; &amp; ñ</td>"
        );
    }
}
