//! A case made of a draft: what an instructor begins with. A draft is of somebody, so everybody in it is replaced by
//! somebody who does not exist, and every text that could name them is left out, before anything is kept.

use crate::caso::{
    Apoyo, CampoEsperado, Caso, CifraEsperada, DecisionEsperada, Dificultad, Empresa, ErrorDeCaso, Esperado, FORMATO,
    HallazgoEsperado, Hallazgos, Moldes, Persona, TRAMITE, Tema, Tramite,
};
use crate::catalogo::{cuenta, regla};
use crate::resolver::{Resuelto, resolver};
use crate::variante::azar::Azar;
use crate::variante::huella;
use crate::variante::identidad::{otra_empresa, otra_persona};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::identificador::Tipo;
use ventanilla_tramites::guion::{Clase, Guion, Lugar, Respuestas, Revision};

/// How many times an identity is drawn before giving up.
const VUELTAS: u32 = 200;

/// Free texts that cannot name anybody; `valor` is that of an INPC. What somebody does is not among them: a business is
/// often called by its owner.
const TEXTOS_QUE_QUEDAN: [&str; 3] = ["municipio", "superficie", "valor"];

/// Fields that hold the name of somebody, whole or in parts.
const NOMBRES: [&str; 5] = [
    "nombre",
    "nombres",
    "primer_apellido",
    "segundo_apellido",
    "denominacion",
];

/// A draft, and what the case is to be called.
#[derive(Clone, Copy, Debug)]
pub struct Borrador<'a> {
    /// Key of the case.
    pub clave: &'a str,
    /// Its title.
    pub titulo: &'a str,
    /// The form.
    pub guion: &'static Guion,
    /// The answers of the draft.
    pub respuestas: &'a Respuestas,
    /// The day it is looked at.
    pub hoy: NaiveDate,
}

/// A case made of a draft. It expects what the rules say of it, so it stands; the story, the documents and the hints are for
/// the instructor to write. What the form could not read is left out: it could be anybody's.
///
/// # Errors
/// When the rules cannot resolve what is left, no identity could be drawn, or the form has a list of people.
pub fn caso_de(borrador: &Borrador<'_>, normativa: &Normativa) -> Result<Caso, Vec<ErrorDeCaso>> {
    let guion = borrador.guion;
    if con_lista(guion) {
        return Err(vec![ErrorDeCaso {
            caso: borrador.clave.to_owned(),
            campo: String::new(),
            mensaje: "De un trámite con una lista de personas todavía no se hace un caso: escríbalo aparte.".to_owned(),
        }]);
    }
    let revision = guion.revisar(borrador.respuestas, normativa, borrador.hoy);
    let mut gente = Gente::nueva(borrador, normativa);
    let respuestas = gente.ficticias(&revision).ok_or_else(|| {
        vec![ErrorDeCaso {
            caso: borrador.clave.to_owned(),
            campo: String::new(),
            mensaje: "No se pudo poner a una persona ficticia en lugar de la del borrador. Inténtelo con otra clave."
                .to_owned(),
        }]
    })?;
    let ficticia = guion.revisar(&respuestas, normativa, borrador.hoy);
    let mut caso = Caso {
        formato: FORMATO,
        clave: borrador.clave.to_owned(),
        titulo: borrador.titulo.to_owned(),
        fuente: "Un borrador, con personas y empresas ficticias".to_owned(),
        hoy: Fecha(borrador.hoy),
        dificultad: Dificultad::Media,
        temas: vec![tema(guion.clave)],
        historia: vec!["Escriba aquí la historia.".to_owned()],
        documentos: Vec::new(),
        tramite: Some(Tramite {
            guion: guion.clave.to_owned(),
            contenido: guion.contenido(&ficticia),
        }),
        calculos: Vec::new(),
        esperado: Esperado::default(),
        pistas: Vec::new(),
        moldes: gente.moldes(),
    };
    let resuelto = resolver(&caso, normativa)?;
    caso.esperado = esperado(&resuelto);
    Ok(caso)
}

/// A list of people is not made anybody else's yet: their names, ages and identifiers would all have to agree.
fn con_lista(guion: &Guion) -> bool {
    let mut bloques = guion.pasos.iter().flat_map(|p| p.bloques);
    bloques.any(|b| b.repetido.as_ref().is_some_and(|r| r.lista.is_some()))
}

fn tema(guion: &str) -> Tema {
    match guion {
        "modificacion_patronal" => Tema::Modificacion,
        "convenio" => Tema::Convenio,
        "incorporacion" | "incorporacion_colectiva" => Tema::Incorporacion,
        _ => Tema::RegistroPatronal,
    }
}

/// What the rules say, as an expectation: every choice, every finding of its own, every figure, the decision.
fn esperado(resuelto: &Resuelto) -> Esperado {
    let Some(tramite) = &resuelto.tramite else {
        return Esperado::default();
    };
    let se_califica = |l: &&Lugar| {
        !matches!(
            l.pregunta.clase,
            Clase::Texto { .. } | Clase::Documentos(_) | Clase::Aceptacion
        )
    };
    let campo = |l: &Lugar| {
        let clave = [TRAMITE, ":", &l.ruta].concat();
        let valor = resuelto.respuesta(&clave).filter(|v| !v.is_empty())?;
        Some(CampoEsperado {
            clave,
            rotulo: String::new(),
            opciones: Vec::new(),
            valor,
            peso: 1,
            porque: String::new(),
            fundamento: Vec::new(),
        })
    };
    let cifra = |(clave, valor): (&String, &String)| CifraEsperada {
        clave: clave.clone(),
        rotulo: clave.replace('_', " "),
        opciones: Vec::new(),
        de: vec![[TRAMITE, ":", clave].concat()],
        valor: valor.clone(),
        peso: 1,
        porque: String::new(),
        fundamento: Vec::new(),
        trampas: Vec::new(),
    };
    let hallazgo = |codigo: &String| HallazgoEsperado {
        codigo: codigo.clone(),
        peso: 1,
        porque: String::new(),
    };
    let errores = resuelto
        .errores
        .iter()
        .cloned()
        .map(Apoyo::Hallazgo)
        .collect::<Vec<_>>();
    let articulos = resuelto
        .errores
        .iter()
        .filter_map(|c| regla(c))
        .flat_map(|r| r.fundamento);
    Esperado {
        campos: tramite
            .revision
            .recorrido
            .lugares
            .iter()
            .filter(se_califica)
            .filter_map(campo)
            .collect(),
        hallazgos: Hallazgos {
            deben: resuelto.hallazgos.iter().filter(|c| cuenta(c)).map(hallazgo).collect(),
            no_deben: Vec::new(),
            admiten: Vec::new(),
        },
        cifras: tramite.dictamen.cifras.iter().map(cifra).collect(),
        decision: resuelto.decision.clone().map(|decision| DecisionEsperada {
            decision,
            peso: 1,
            porque: String::new(),
            fundamento: articulos.map(|a| (*a).to_owned()).collect(),
            se_apoya_en: if errores.is_empty() {
                vec![Apoyo::SinErrores]
            } else {
                errores
            },
        }),
        trampas: Vec::new(),
    }
}

/// Who is put in the place of whom: the same one wherever the same one appears.
struct Gente<'a> {
    normativa: &'a Normativa,
    azar: Azar,
    /// By CURP, RFC or name of the draft.
    personas: BTreeMap<String, Persona>,
    /// By RFC or name of the draft.
    empresas: BTreeMap<String, Empresa>,
    /// By number of the draft.
    registros: BTreeMap<String, Empresa>,
}

impl<'a> Gente<'a> {
    fn nueva(borrador: &Borrador<'_>, normativa: &'a Normativa) -> Self {
        Self {
            normativa,
            azar: Azar::nuevo(huella(borrador.clave), 0),
            personas: BTreeMap::new(),
            empresas: BTreeMap::new(),
            registros: BTreeMap::new(),
        }
    }

    fn moldes(&self) -> Moldes {
        let empresas = self.empresas.values().chain(self.registros.values());
        Moldes {
            personas: self.personas.values().cloned().collect(),
            empresas: empresas.cloned().collect(),
            ..Moldes::default()
        }
    }

    /// The answers with nobody real in them.
    fn ficticias(&mut self, revision: &Revision) -> Option<Respuestas> {
        let mut nuevas = Respuestas::default();
        for visto in revision
            .recorrido
            .bloques
            .iter()
            .filter(|b| b.bloque.repetido.is_some())
        {
            nuevas.contar(visto.bloque.clave, visto.cuantos);
        }
        for lugar in &revision.recorrido.lugares {
            let valor = revision.valores.texto(&lugar.ruta);
            if !valor.is_empty() {
                nuevas.poner(lugar.ruta.clone(), self.ficticia(lugar, valor, revision)?);
            }
        }
        Some(nuevas)
    }

    fn ficticia(&mut self, lugar: &Lugar, valor: &str, revision: &Revision) -> Option<String> {
        let campo = lugar.pregunta.campo;
        Some(match lugar.pregunta.clase {
            Clase::Identificador(Tipo::Curp | Tipo::Rfc | Tipo::Nss, _) => self.de_alguien(lugar, revision)?,
            Clase::Identificador(Tipo::RegistroPatronal, _) => self.registro(valor)?,
            // an account is nobody's that can be made up; the case goes without
            Clase::Identificador(Tipo::Clabe, _) => String::new(),
            Clase::Texto { .. } if NOMBRES.contains(&campo) => self.de_alguien(lugar, revision)?,
            Clase::Texto { .. } if TEXTOS_QUE_QUEDAN.contains(&campo) => valor.to_owned(),
            Clase::Texto { .. } => neutro(campo).to_owned(),
            Clase::Telefono => "5555550101".to_owned(),
            Clase::Correo => "persona@ejemplo.mx".to_owned(),
            _ => valor.to_owned(),
        })
    }

    /// What somebody fictitious has in this field.
    fn de_alguien(&mut self, lugar: &Lugar, revision: &Revision) -> Option<String> {
        let aqui = |campo: &str| revision.valores.texto(&[&lugar.prefijo(), campo].concat()).to_owned();
        let campo = lugar.pregunta.campo;
        let rfc = aqui("rfc");
        let de_empresa = rfc.chars().count() == 12;
        if de_empresa || campo == "denominacion" {
            // an RFC of thirteen under a company's name is of somebody: it is looked at by itself
            let suyo = if de_empresa { rfc.as_str() } else { "" };
            let quien = self.empresa(suyo, &[aqui("denominacion"), aqui("nombre")].concat())?;
            return Some(match campo {
                "rfc" => quien.rfc.clone(),
                _ => [&quien.nombre, ", S.A. de C.V."].concat(),
            });
        }
        let por_partes = !aqui("primer_apellido").is_empty();
        let quien = self.persona(&Persona {
            nombre: [aqui("nombre"), aqui("nombres")].concat(),
            primer_apellido: aqui("primer_apellido"),
            // a name in one field has both
            segundo_apellido: if por_partes {
                aqui("segundo_apellido")
            } else {
                "—".to_owned()
            },
            curp: aqui("curp"),
            rfc: aqui("rfc"),
            nss: aqui("nss"),
        })?;
        Some(match campo {
            "curp" => quien.curp.clone(),
            "rfc" => quien.rfc.clone(),
            "nss" => quien.nss.clone(),
            "primer_apellido" => quien.primer_apellido.clone(),
            "segundo_apellido" => quien.segundo_apellido.clone(),
            _ if por_partes => quien.nombre.clone(),
            _ => [quien.nombre.as_str(), &quien.primer_apellido, &quien.segundo_apellido]
                .join(" ")
                .trim()
                .to_owned(),
        })
    }

    fn persona(&mut self, base: &Persona) -> Option<&Persona> {
        let claves = [&base.curp, &base.rfc, &base.nombre];
        let clave = claves.into_iter().find(|c| !c.is_empty())?.clone();
        if !self.personas.contains_key(&clave) {
            let usados: Vec<String> = self.personas.values().map(|p| p.nombre.clone()).collect();
            let otra = (0..VUELTAS).find_map(|_| {
                let otra = otra_persona(base, &mut self.azar, self.normativa)?;
                (!usados.contains(&otra.nombre)).then_some(otra)
            })?;
            self.personas.insert(clave.clone(), otra);
        }
        self.personas.get(&clave)
    }

    fn empresa(&mut self, rfc: &str, nombre: &str) -> Option<&Empresa> {
        let clave = if rfc.is_empty() { nombre } else { rfc }.to_owned();
        if !self.empresas.contains_key(&clave) {
            let base = Empresa {
                nombre: "Empresa del borrador".to_owned(),
                rfc: rfc.to_owned(),
                registros: Vec::new(),
            };
            let otra = (0..VUELTAS).find_map(|_| otra_empresa(&base, &mut self.azar, self.normativa))?;
            self.empresas.insert(clave.clone(), otra);
        }
        self.empresas.get(&clave)
    }

    fn registro(&mut self, viejo: &str) -> Option<String> {
        if !self.registros.contains_key(viejo) {
            let base = Empresa {
                registros: vec![viejo.to_owned()],
                ..Empresa::default()
            };
            let otro = otra_empresa(&base, &mut self.azar, self.normativa)?;
            self.registros.insert(viejo.to_owned(), otro);
        }
        self.registros.get(viejo)?.registros.first().cloned()
    }
}

/// What is put where somebody could be named.
fn neutro(campo: &str) -> &'static str {
    match campo {
        "calle" | "entre_calle" | "y_calle" => "Calle Ficticia",
        "exterior" | "interior" => "99",
        "colonia" | "localidad" => "Centro",
        "notaria" => "Notaría 99",
        "escritura" | "folio_mercantil" => "12345",
        _ => "Dato ficticio",
    }
}
