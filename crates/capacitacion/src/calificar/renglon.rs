//! An attempt, thing by thing: what was expected, what was given, and why.

use super::Intento;
use crate::caso::{CampoEsperado, Caso, CifraEsperada, HallazgoEsperado, Opcion, TRAMITE};
use crate::catalogo::{cuenta, regla};
use crate::comparar::iguales;
use crate::resolver::Resuelto;
use serde::Serialize;
use ventanilla_normativa::Normativa;
use ventanilla_tramites::guion::{Clase, Lugar, Mirada, Revision, mostrar};
use ventanilla_tramites::texto::plegar;

/// An aspect of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspecto {
    /// The answers.
    Campos,
    /// The findings.
    Hallazgos,
    /// The figures.
    Cifras,
    /// The decision.
    Decision,
}

impl Aspecto {
    /// All of them.
    pub const TODOS: [Self; 4] = [Self::Campos, Self::Hallazgos, Self::Cifras, Self::Decision];

    /// Its name.
    pub fn rotulo(self) -> &'static str {
        match self {
            Self::Campos => "Datos",
            Self::Hallazgos => "Hallazgos",
            Self::Cifras => "Cifras",
            Self::Decision => "Decisión",
        }
    }
}

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Resultado {
    /// As expected.
    Acierto,
    /// Something else was given.
    Distinto,
    /// Nothing was given.
    Falta,
    /// It should not have been given.
    DeMas,
}

/// One thing that was graded.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Renglon {
    /// Of which aspect.
    pub aspecto: Aspecto,
    /// Its key: path, code or figure.
    pub clave: String,
    /// What it is, for a person.
    pub rotulo: String,
    /// What was expected, as a person reads it.
    pub esperado: String,
    /// What was given, as it was typed.
    pub dado: String,
    /// How it went.
    pub resultado: Resultado,
    /// Points of its aspect that were won.
    pub ganados: u32,
    /// Points of its aspect.
    pub de: u32,
    /// Points that it takes away from what was won in its aspect: a finding that should not have been reported.
    pub quita: u32,
    /// Why, in words; may be empty.
    pub porque: String,
    /// The articles.
    pub fundamento: Vec<String>,
    /// Where the right figure comes from, for [`crate::resolver::memoria`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub memoria: Vec<String>,
}

/// Everything that is graded of an attempt.
pub(super) fn renglones(
    caso: &Caso,
    intento: &Intento,
    resuelto: &Resuelto,
    sobrante: u32,
    normativa: &Normativa,
) -> Vec<Renglon> {
    let e = &caso.esperado;
    let suya = resuelto
        .tramite
        .as_ref()
        .map(|t| t.guion.revisar(&intento.respuestas, normativa, caso.hoy.0));
    let vista = Vista {
        caso,
        intento,
        resuelto,
        sobrante,
        normativa,
        suya,
    };
    let mut todos: Vec<Renglon> = e.campos.iter().map(|c| vista.campo(c)).collect();
    todos.extend(vista.de_otro_camino());
    todos.extend(e.hallazgos.deben.iter().map(|h| vista.hallazgo(h, true)));
    todos.extend(e.hallazgos.no_deben.iter().map(|h| vista.hallazgo(h, false)));
    todos.extend(vista.hallazgos_de_mas());
    todos.extend(e.cifras.iter().map(|c| vista.cifra(c)));
    todos.extend(vista.decision());
    todos
}

struct Vista<'a> {
    caso: &'a Caso,
    intento: &'a Intento,
    resuelto: &'a Resuelto,
    sobrante: u32,
    normativa: &'a Normativa,
    /// The trainee's answers, read as the form reads them.
    suya: Option<Revision>,
}

impl Vista<'_> {
    fn campo(&self, esperado: &CampoEsperado) -> Renglon {
        let del_tramite = esperado.clave.split_once(':').filter(|(donde, _)| *donde == TRAMITE);
        let mut renglon = match del_tramite {
            Some((_, ruta)) => self.campo_del_tramite(esperado, ruta),
            None => self.campo_de_entrada(esperado),
        };
        if !esperado.fundamento.is_empty() {
            renglon.fundamento.clone_from(&esperado.fundamento);
        }
        renglon
    }

    fn campo_del_tramite(&self, esperado: &CampoEsperado, ruta: &str) -> Renglon {
        let lugar = self.resuelto.tramite.as_ref().and_then(|t| lugar(&t.revision, ruta));
        let lectura = self.suya.as_ref().and_then(|r| r.lecturas.get(ruta));
        let tecleado = self.intento.respuestas.texto(ruta).trim();
        let plano = lectura.map_or("", |l| l.valor.as_str());
        let acierta = lectura.is_some() && mismo_campo(lugar, &esperado.valor, plano, tecleado);
        let muestra = |valor: &str| self.mostrado(lugar, valor);
        let mut porque = esperado.porque.clone();
        if lectura.is_none() && !acierta {
            porque = [porque.as_str(), "Con sus respuestas esta pregunta no aparece."]
                .join(" ")
                .trim()
                .to_owned();
        }
        Renglon {
            rotulo: lugar.map_or(ruta, |l| l.pregunta.rotulo).to_owned(),
            esperado: muestra(&esperado.valor),
            dado: if plano.is_empty() {
                tecleado.to_owned()
            } else {
                muestra(plano)
            },
            porque,
            fundamento: lugar.map_or(Vec::new(), |l| en_textos(l.pregunta.fundamento)),
            ..self.nuevo(
                Aspecto::Campos,
                &esperado.clave,
                esperado.peso,
                acierta,
                tecleado.is_empty(),
            )
        }
    }

    fn mostrado(&self, lugar: Option<&Lugar>, valor: &str) -> String {
        let Some((lugar, tramite)) = lugar.zip(self.resuelto.tramite.as_ref()) else {
            return valor.to_owned();
        };
        let mirada = Mirada::nueva(&tramite.revision.valores, self.normativa, self.caso.hoy.0);
        match mostrar(&lugar.pregunta.clase, &mirada, valor) {
            texto if texto.is_empty() => valor.to_owned(),
            texto => texto,
        }
    }

    fn campo_de_entrada(&self, esperado: &CampoEsperado) -> Renglon {
        let dado = self.intento.datos.get(&esperado.clave).map_or("", |d| d.trim());
        let mostrado = |valor: &str| de_las_opciones(&esperado.opciones, valor);
        let rotulo = if esperado.rotulo.is_empty() {
            &esperado.clave
        } else {
            &esperado.rotulo
        };
        Renglon {
            rotulo: rotulo.clone(),
            esperado: mostrado(&esperado.valor),
            porque: esperado.porque.clone(),
            ..self.nuevo(
                Aspecto::Campos,
                &esperado.clave,
                esperado.peso,
                iguales(dado, &esperado.valor),
                dado.is_empty(),
            )
        }
        .con_dado(mostrado(dado))
    }

    /// Answers to questions that the right ones never ask: said, and worth nothing by themselves.
    fn de_otro_camino(&self) -> Vec<Renglon> {
        let Some((tramite, suya)) = self.resuelto.tramite.as_ref().zip(self.suya.as_ref()) else {
            return Vec::new();
        };
        let de_mas =
            suya.recorrido.lugares.iter().filter(|l| {
                !tramite.revision.lecturas.contains_key(&l.ruta) && !suya.valores.texto(&l.ruta).is_empty()
            });
        let uno = |l: &Lugar| Renglon {
            rotulo: l.pregunta.rotulo.to_owned(),
            dado: suya.valores.texto(&l.ruta).to_owned(),
            resultado: Resultado::DeMas,
            porque: "En este caso no se pregunta: viene de una respuesta anterior.".to_owned(),
            fundamento: en_textos(l.pregunta.fundamento),
            ..self.nuevo(Aspecto::Campos, &[TRAMITE, ":", &l.ruta].concat(), 0, false, false)
        };
        de_mas.map(uno).collect()
    }

    fn hallazgo(&self, esperado: &HallazgoEsperado, debe: bool) -> Renglon {
        let dicho = self.resuelto.se_dijo(&esperado.codigo, &self.intento.hallazgos);
        let resultado = match (debe, dicho) {
            (true, true) | (false, false) => Resultado::Acierto,
            (true, false) => Resultado::Falta,
            (false, true) => Resultado::DeMas,
        };
        // what must not be said wins nothing by silence: an empty attempt is worth nothing
        let peso = if debe { esperado.peso } else { 0 };
        Renglon {
            esperado: si_se_dice(debe),
            resultado,
            quita: if dicho && !debe { esperado.peso } else { 0 },
            porque: esperado.porque.clone(),
            ..self.de_codigo(&esperado.codigo, peso, debe == dicho)
        }
        .con_dado(si_se_dice(dicho))
    }

    /// What was reported and nobody asked for: right, and worth nothing, if the rules find it or the case admits it; too much
    /// if not.
    fn hallazgos_de_mas(&self) -> Vec<Renglon> {
        let h = &self.caso.esperado.hallazgos;
        let pedido = |codigo: &String| {
            let expresos = h.deben.iter().chain(&h.no_deben).any(|e| e.codigo == *codigo);
            expresos || self.resuelto.mismos.values().any(|suyos| suyos.contains(codigo))
        };
        let sin_pedir = self.intento.hallazgos.iter().filter(|c| !pedido(c) && cuenta(c));
        let uno = |codigo: &String| {
            let cierto = self.resuelto.hallazgos.contains(codigo) || h.admiten.contains(codigo);
            let (resultado, quita, porque) = match cierto {
                true => (Resultado::Acierto, 0, "También es cierto; en este caso no se pedía."),
                false => (
                    Resultado::DeMas,
                    self.sobrante,
                    "Las reglas no lo encuentran en este caso.",
                ),
            };
            Renglon {
                esperado: si_se_dice(cierto),
                resultado,
                quita,
                porque: porque.to_owned(),
                ..self.de_codigo(codigo, 0, cierto)
            }
            .con_dado(si_se_dice(true))
        };
        sin_pedir.map(uno).collect()
    }

    fn de_codigo(&self, codigo: &str, peso: u32, acierta: bool) -> Renglon {
        let regla = regla(codigo);
        let dicho = self.resuelto.tramite.as_ref().and_then(|t| {
            let suyo = t.dictamen.hallazgos.iter().find(|h| h.codigo == codigo);
            suyo.map(|h| h.mensaje.clone())
        });
        let general = || regla.map_or(codigo, |r| r.ayuda).trim().to_owned();
        Renglon {
            rotulo: dicho.unwrap_or_else(general),
            fundamento: regla.map_or(Vec::new(), |r| en_textos(r.fundamento)),
            ..self.nuevo(Aspecto::Hallazgos, codigo, peso, acierta, false)
        }
    }

    fn cifra(&self, esperada: &CifraEsperada) -> Renglon {
        let dada = self.intento.cifras.get(&esperada.clave).map_or("", |c| c.trim());
        let trampa = esperada.trampas.iter().find(|t| iguales(&t.valor, dada));
        let porque = match trampa {
            Some(trampa) => [trampa.error.as_str(), ".", " ", &esperada.porque]
                .concat()
                .trim()
                .to_owned(),
            None => esperada.porque.clone(),
        };
        Renglon {
            rotulo: esperada.rotulo.clone(),
            esperado: de_las_opciones(&esperada.opciones, &esperada.valor),
            porque,
            fundamento: esperada.fundamento.clone(),
            memoria: esperada.de.clone(),
            ..self.nuevo(
                Aspecto::Cifras,
                &esperada.clave,
                esperada.peso,
                iguales(dada, &esperada.valor),
                dada.is_empty(),
            )
        }
        .con_dado(de_las_opciones(&esperada.opciones, dada))
    }

    fn decision(&self) -> Option<Renglon> {
        let esperada = self.caso.esperado.decision.as_ref()?;
        let dada = self.intento.decision.as_ref();
        let renglon = Renglon {
            rotulo: "La decisión".to_owned(),
            esperado: esperada.decision.to_string(),
            porque: esperada.porque.clone(),
            fundamento: esperada.fundamento.clone(),
            ..self.nuevo(
                Aspecto::Decision,
                "decision",
                esperada.peso.max(1),
                dada == Some(&esperada.decision),
                dada.is_none(),
            )
        };
        Some(renglon.con_dado(dada.map(ToString::to_string).unwrap_or_default()))
    }

    fn nuevo(&self, aspecto: Aspecto, clave: &str, peso: u32, acierta: bool, vacio: bool) -> Renglon {
        Renglon {
            aspecto,
            clave: clave.to_owned(),
            rotulo: String::new(),
            esperado: String::new(),
            dado: String::new(),
            resultado: match (acierta, vacio) {
                (true, _) => Resultado::Acierto,
                (false, true) => Resultado::Falta,
                (false, false) => Resultado::Distinto,
            },
            ganados: if acierta { peso } else { 0 },
            de: peso,
            quita: 0,
            porque: String::new(),
            fundamento: Vec::new(),
            memoria: Vec::new(),
        }
    }
}

impl Renglon {
    /// Whether it is of a finding that was rightly not reported.
    pub fn callado(&self) -> bool {
        self.aspecto == Aspecto::Hallazgos && self.resultado == Resultado::Acierto && self.dado == si_se_dice(false)
    }

    fn con_dado(mut self, dado: String) -> Self {
        self.dado = dado;
        self
    }
}

fn lugar<'a>(revision: &'a Revision, ruta: &str) -> Option<&'a Lugar> {
    revision.recorrido.lugares.iter().find(|l| l.ruta == ruta)
}

/// The plain form decides; what cannot be read is compared as it was typed. Long texts are one's own words: that they were
/// written is enough.
fn mismo_campo(lugar: Option<&Lugar>, esperado: &str, plano: &str, tecleado: &str) -> bool {
    let dado = if plano.is_empty() { tecleado } else { plano };
    match lugar.map(|l| &l.pregunta.clase) {
        Some(Clase::Texto { renglones, .. }) if *renglones > 1 => !dado.is_empty(),
        Some(Clase::Dinero | Clase::Porcentaje | Clase::Entero { .. }) => iguales(dado, esperado),
        _ => plegar(dado) == plegar(esperado),
    }
}

/// The name of an answer that was chosen; what was typed as it is.
fn de_las_opciones(opciones: &[Opcion], valor: &str) -> String {
    let suya = opciones.iter().find(|o| o.valor == valor);
    suya.map_or(valor, |o| o.rotulo.as_str()).to_owned()
}

fn si_se_dice(dicho: bool) -> String {
    if dicho { "Se señala" } else { "No se señala" }.to_owned()
}

fn en_textos(textos: &[&str]) -> Vec<String> {
    textos.iter().map(|t| (*t).to_owned()).collect()
}
