//! What a table answers to a date and to a few words. Pure: the screen only draws it.

use super::columnas::{Columna, palabra_de_confianza, repartir};
use super::nombres::nombre_de_serie;
use crate::componentes::fecha_corta;
use chrono::{Days, Months, NaiveDate};
use ventanilla_archivos::texto::normalizar;
use ventanilla_normativa::{Fila, FueraDeVigencia, Normativa, Tabla};

/// A periodic table is announced when its last row ends within this many days.
const AVISO_DE_VENCIMIENTO: u64 = 60;
/// Series without a value that are named one by one; more are only counted.
const SERIES_NOMBRADAS: usize = 3;

/// The two days that matter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dias {
    /// Today.
    pub(super) hoy: NaiveDate,
    /// The day asked about.
    pub(super) fecha: NaiveDate,
}

/// What is asked of every table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Consulta {
    pub(super) dias: Dias,
    /// Only the rows that rule on that day.
    pub(super) solo: bool,
    /// The words looked for, folded.
    pub(super) palabras: Vec<String>,
}

/// A table as it is now, the suplemento included, its rows in the order of the screen: latest first, and those of one
/// date in the order of the data file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Materia {
    pub(super) tabla: Tabla,
    pub(super) series: Vec<String>,
    pub(super) filas: Vec<Fila>,
}

/// A row, and when it rules.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Renglon {
    pub(super) fila: Fila,
    pub(super) rige_hoy: bool,
    pub(super) rige: bool,
    /// It would rule on the day, but a row of the suplemento takes its place.
    pub(super) desplazado: bool,
}

/// The answer of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Lectura {
    /// Rows to show.
    pub(super) renglones: Vec<Renglon>,
    /// Rows that have the words and are not shown because they do not rule on the day.
    pub(super) ocultos: usize,
    /// Whether the table is shown at all.
    pub(super) coincide: bool,
    pub(super) visibles: Vec<Columna>,
    pub(super) comunes: Vec<Columna>,
    /// The table has no row for the day, or a periodic series does not: with what to do about it.
    pub(super) faltas: Vec<String>,
    /// Series of a law without a value on the day: said in passing.
    pub(super) apagadas: String,
    /// No series has a value on the day.
    pub(super) sin_valor: bool,
}

/// A periodic table that is about to end, or has ended.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Vencimiento {
    /// The series that ends first.
    pub(super) clave: String,
    /// Its last day.
    pub(super) ultimo: NaiveDate,
    /// Days from today; negative when it has ended.
    pub(super) dias: i64,
}

impl Materia {
    /// The rows of `tabla` that are in force with this law.
    pub(super) fn nueva(normativa: &Normativa, tabla: Tabla) -> Self {
        let mut filas: Vec<Fila> = normativa.filas(tabla).cloned().collect();
        let mut series: Vec<String> = Vec::new();
        for fila in tabla.ficha().filas.iter().chain(&filas) {
            if series.last().is_none_or(|ultima| *ultima != fila.clave) && !series.iter().any(|s| *s == fila.clave) {
                series.push(fila.clave.to_string());
            }
        }
        filas.sort_by_cached_key(|fila| {
            let serie = series.iter().position(|s| *s == fila.clave);
            (std::cmp::Reverse(fila.desde), serie)
        });
        Self { tabla, series, filas }
    }

    /// Whether there is only one series, which then needs no name.
    pub(super) fn una_serie(&self) -> bool {
        self.series.len() <= 1
    }

    /// The text of each row in which words are looked for.
    pub(super) fn plegadas(&self) -> Vec<String> {
        self.filas.iter().map(|fila| texto_de(self.tabla, fila)).collect()
    }

    /// Whether a row of the suplemento rules on `fecha` in place of `fila`.
    fn desplaza(&self, fila: &Fila, fecha: NaiveDate) -> bool {
        !fila.suplemento
            && self
                .filas
                .iter()
                .any(|otra| otra.suplemento && otra.clave == fila.clave && otra.rige(fecha))
    }

    fn renglon(&self, fila: &Fila, dias: Dias) -> Renglon {
        let manda = |fecha| fila.rige(fecha) && !self.desplaza(fila, fecha);
        let rige = manda(dias.fecha);
        Renglon {
            rige_hoy: manda(dias.hoy),
            rige,
            desplazado: !rige && fila.rige(dias.fecha),
            fila: fila.clone(),
        }
    }

    /// The value on a day, when the table has a single series.
    pub(super) fn valor_unico(&self, fecha: NaiveDate) -> Option<String> {
        let fila = self.filas.iter().find(|f| f.rige(fecha) && !self.desplaza(f, fecha))?;
        self.una_serie().then(|| fila.valor.to_string())
    }

    /// Whether it ends soon. Only figures that somebody publishes end; the text of a law does not.
    pub(super) fn vencimiento(&self, hoy: NaiveDate) -> Option<Vencimiento> {
        if self.tabla.ficha().ley {
            return None;
        }
        let limite = hoy.checked_add_days(Days::new(AVISO_DE_VENCIMIENTO))?;
        self.series
            .iter()
            .filter_map(|clave| Some((self.ultima(clave)?.hasta?, clave)))
            .filter(|(ultimo, _)| *ultimo <= limite)
            .min_by_key(|(ultimo, _)| *ultimo)
            .map(|(ultimo, clave)| Vencimiento {
                clave: clave.clone(),
                ultimo,
                dias: ultimo.signed_duration_since(hoy).num_days(),
            })
    }

    /// The last row of a series.
    pub(super) fn ultima(&self, clave: &str) -> Option<&Fila> {
        self.filas
            .iter()
            .filter(|f| f.clave == clave)
            .max_by_key(|f| f.hasta.unwrap_or(NaiveDate::MAX))
    }

    /// Where the next row of a series begins, and where it would end a year later.
    pub(super) fn siguiente(&self, clave: &str) -> Option<(NaiveDate, NaiveDate)> {
        let desde = self.ultima(clave)?.hasta?.succ_opt()?;
        let hasta = desde.checked_add_months(Months::new(12))?.pred_opt()?;
        Some((desde, hasta))
    }

    /// What the table says when it has nothing for `fecha`: of one series, or of all of them.
    fn fuera(&self, clave: Option<&str>, fecha: NaiveDate) -> String {
        let suyas = || self.filas.iter().filter(|f| clave.is_none_or(|clave| f.clave == clave));
        let ultima = suyas().max_by_key(|f| f.hasta.unwrap_or(NaiveDate::MAX)).cloned();
        FueraDeVigencia {
            tabla: self.tabla,
            clave: clave.unwrap_or_default().to_owned(),
            fecha,
            cobertura: suyas().map(|f| f.desde).min().zip(ultima).map(Box::new),
        }
        .to_string()
    }

    fn anotar_faltas(&self, fecha: NaiveDate, lectura: &mut Lectura) {
        let sin_fila = |clave: &&String| !self.filas.iter().any(|f| f.clave == **clave && f.rige(fecha));
        let faltan: Vec<&String> = self.series.iter().filter(sin_fila).collect();
        if faltan.is_empty() {
            return;
        }
        lectura.sin_valor = faltan.len() == self.series.len();
        if lectura.sin_valor && (self.tabla.ficha().ley || self.una_serie()) {
            lectura.faltas.push(self.fuera(None, fecha));
        } else if !self.tabla.ficha().ley {
            lectura
                .faltas
                .extend(faltan.iter().map(|clave| self.fuera(Some(clave), fecha)));
        } else if faltan.len() > SERIES_NOMBRADAS {
            lectura.apagadas = [
                &faltan.len().to_string(),
                " series de otras fechas no tienen valor en esta.",
            ]
            .concat();
        } else {
            lectura.apagadas = faltan
                .iter()
                .map(|clave| self.apagada(clave, fecha))
                .collect::<Vec<_>>()
                .join(" ");
        }
    }

    fn apagada(&self, clave: &str, fecha: NaiveDate) -> String {
        let nombre = nombre_de_serie(self.tabla, clave).unwrap_or_else(|| clave.to_owned());
        let Some(ultima) = self.ultima(clave) else {
            return nombre;
        };
        let mut texto = match ultima.hasta.filter(|hasta| *hasta < fecha) {
            Some(hasta) => [&nombre, ": sin valor, terminó el ", &fecha_corta(hasta), "."].concat(),
            None => [&nombre, ": sin valor en esa fecha."].concat(),
        };
        if !ultima.nota.is_empty() {
            texto += &[" ", &ultima.nota, "."].concat();
        }
        texto
    }
}

/// What a table answers. `plegadas` are the rows' texts; it may be empty when no word is looked for.
pub(super) fn leer(materia: &Materia, consulta: &Consulta, plegadas: &[String]) -> Lectura {
    let mut lectura = Lectura::default();
    let ficha = materia.tabla.ficha();
    let titulo = plegar([ficha.titulo, ficha.id].into_iter());
    let tiene = |i: usize| {
        consulta
            .palabras
            .iter()
            .all(|p| esta(&titulo, p) || plegadas.get(i).is_some_and(|t| esta(t, p)))
    };
    let mut base = Vec::new();
    for (i, fila) in materia.filas.iter().enumerate() {
        let renglon = materia.renglon(fila, consulta.dias);
        let coincide = tiene(i);
        if consulta.solo && !renglon.rige {
            lectura.ocultos += usize::from(coincide);
        } else {
            base.push(fila);
            if coincide {
                lectura.renglones.push(renglon);
            }
        }
    }
    (lectura.visibles, lectura.comunes) = repartir(materia.tabla, materia.una_serie(), &base);
    lectura.coincide = consulta.palabras.is_empty() || !lectura.renglones.is_empty();
    materia.anotar_faltas(consulta.dias.fecha, &mut lectura);
    lectura
}

/// The words of a search. A single letter is in every row and looks for nothing; a single digit may be a code.
pub(super) fn palabras(texto: &str) -> Vec<String> {
    texto
        .split_whitespace()
        .map(normalizar)
        .filter(|p| p.len() > 1 || p.bytes().any(|b| b.is_ascii_digit()))
        .collect()
}

/// Whether a folded text has a word. Figures are looked for from their beginning: "36" is not in "1936".
fn esta(texto: &str, palabra: &str) -> bool {
    if palabra.bytes().all(|b| b.is_ascii_digit()) {
        return texto.split(' ').any(|t| t.starts_with(palabra));
    }
    texto.contains(palabra)
}

/// Words without case, accents or punctuation.
pub(super) fn plegar<'a>(partes: impl Iterator<Item = &'a str>) -> String {
    let mut texto = String::new();
    for palabra in partes.flat_map(str::split_whitespace) {
        texto.push_str(&normalizar(palabra));
        texto.push(' ');
    }
    texto
}

fn texto_de(tabla: Tabla, fila: &Fila) -> String {
    let nombre = nombre_de_serie(tabla, &fila.clave).unwrap_or_default();
    let (desde, hasta) = (
        fila.desde.to_string(),
        fila.hasta.map(|d| d.to_string()).unwrap_or_default(),
    );
    let valor = fila.valor.to_string();
    plegar(
        [
            nombre.as_str(),
            fila.clave.as_ref(),
            valor.as_str(),
            desde.as_str(),
            hasta.as_str(),
            fila.fundamento.as_ref(),
            fila.fuente.as_ref(),
            fila.nota.as_ref(),
            palabra_de_confianza(fila.confianza),
            if fila.suplemento { "suplemento" } else { "" },
        ]
        .into_iter(),
    )
}

#[cfg(test)]
mod pruebas {
    use super::*;

    fn dia(texto: &str) -> NaiveDate {
        texto.parse().expect("fecha")
    }

    fn preguntar(tabla: Tabla, fecha: &str, solo: bool, texto: &str) -> Lectura {
        let materia = Materia::nueva(&Normativa::publicada(), tabla);
        let dias = Dias {
            hoy: dia("2026-11-22"),
            fecha: dia(fecha),
        };
        let consulta = Consulta {
            dias,
            solo,
            palabras: palabras(texto),
        };
        leer(&materia, &consulta, &materia.plegadas())
    }

    #[test]
    fn cada_dia_cubierto_muestra_lo_que_da_la_normativa() {
        let normativa = Normativa::publicada();
        for (fecha, _) in dia("2016-01-28").iter_days().zip(0..4_000).step_by(61) {
            for tabla in Tabla::todas() {
                let lectura = preguntar(tabla, &fecha.to_string(), true, "");
                for renglon in &lectura.renglones {
                    let vigente = normativa.vigente(tabla, &renglon.fila.clave, fecha).expect("vigente");
                    assert_eq!(vigente, &renglon.fila, "{tabla:?} {fecha}");
                }
                let rigen = tabla.ficha().filas.iter().filter(|f| f.rige(fecha)).count();
                assert_eq!(lectura.renglones.len(), rigen, "{tabla:?} {fecha}");
            }
        }
    }

    #[test]
    fn se_busca_sin_acentos_y_se_dice_lo_que_esconde_la_fecha() {
        let encontrado = |texto| preguntar(Tabla::Uma, "2026-11-22", true, texto);
        assert!(encontrado("unidad MEDIDA actualizacion").coincide);
        let otra = encontrado("113.14");
        assert_eq!((otra.coincide, otra.ocultos), (false, 1));
        assert_eq!(preguntar(Tabla::Uma, "2025-06-01", true, "113.14").renglones.len(), 1);
        assert_eq!(
            preguntar(Tabla::Fracciones, "2026-11-22", true, "acuícultura")
                .renglones
                .len(),
            1
        );
        assert!(!preguntar(Tabla::Fracciones, "2026-11-22", true, "xyzzy").coincide);
    }

    #[test]
    fn lo_que_falta_se_dice_con_la_ultima_fila() {
        let sin_uma = preguntar(Tabla::Uma, "2028-03-01", true, "");
        assert!(sin_uma.sin_valor && sin_uma.faltas[0].contains("117.31"));
        let zona = preguntar(Tabla::SalarioMinimo, "2018-06-01", true, "");
        assert!(!zona.sin_valor && zona.faltas.len() == 1 && zona.faltas[0].contains("zlfn"));
        let horas = preguntar(Tabla::Integracion, "2026-11-22", true, "");
        assert!(horas.faltas.is_empty() && horas.apagadas.contains("2-mar-2026"));
    }

    #[test]
    fn la_tabla_periodica_avisa_sesenta_dias_antes() {
        let materia = |tabla| Materia::nueva(&Normativa::publicada(), tabla);
        let uma = materia(Tabla::Uma);
        assert_eq!(uma.vencimiento(dia("2026-12-01")), None);
        assert_eq!(uma.vencimiento(dia("2026-12-02")).map(|v| v.dias), Some(60));
        assert_eq!(uma.vencimiento(dia("2027-02-03")).map(|v| v.dias), Some(-3));
        assert_eq!(materia(Tabla::Tasas).vencimiento(dia("2040-01-01")), None);
    }

    #[test]
    fn el_suplemento_desplaza_a_lo_publicado() {
        let csv = "tabla,clave,desde,hasta,valor,fundamento,fuente,publicado,confianza,verificado_hasta,nota\numa,,2026-11-01,2026-12-31,118.00,LUMA,Prueba,,baja,,\n";
        let normativa = Normativa::publicada().con_suplemento(csv).expect("suplemento");
        let materia = Materia::nueva(&normativa, Tabla::Uma);
        assert_eq!(materia.valor_unico(dia("2026-11-22")).as_deref(), Some("118.00"));
        assert_eq!(materia.valor_unico(dia("2026-10-31")).as_deref(), Some("117.31"));
        let dias = Dias {
            hoy: dia("2026-11-22"),
            fecha: dia("2026-11-22"),
        };
        let consulta = Consulta {
            dias,
            solo: false,
            palabras: Vec::new(),
        };
        let lectura = leer(&materia, &consulta, &[]);
        let marcas: Vec<_> = lectura
            .renglones
            .iter()
            .map(|r| (r.rige, r.desplazado))
            .take(3)
            .collect();
        assert_eq!(marcas, [(true, false), (false, true), (false, false)]);
    }
}
