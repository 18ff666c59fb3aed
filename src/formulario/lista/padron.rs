//! The state of a list, and the sheet's view of it.

use super::celdas::{self, CALCULADA, Fila};
use super::historia::{Historia, Paso};
use crate::componentes::miles;
use crate::formulario::escritorio::{Escritorio, celda_de};
use crate::hoja::{Cambio, Celda, DefColumna, Gravedad, Marca, Modelo};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use ventanilla_reglas::hallazgo;
use ventanilla_tramites::guion::{Bloque, Respuestas, es_falta};

/// Marks by row and question.
type Marcas = BTreeMap<usize, Vec<(String, Marca)>>;

/// An open list.
#[derive(Clone, Copy)]
pub struct Padron {
    /// The open form.
    pub escritorio: Escritorio,
    /// What is repeated.
    pub bloque: &'static Bloque,
    /// Position of its step.
    pub paso: usize,
    /// The columns of the sheet.
    pub columnas: Memo<&'static [DefColumna]>,
    /// Rows with an error.
    pub con_error: Memo<Vec<usize>>,
    /// The rows that are shown, when only some are. They stay while they are mended.
    pub filtro: RwSignal<Option<Vec<usize>>>,
    /// Where the sheet is asked to go.
    pub foco: RwSignal<Option<(usize, usize)>>,
    marcas: Memo<Marcas>,
    calculada: Memo<Vec<String>>,
    /// The row that is being typed: what it lacks is not yet an error.
    en_curso: RwSignal<Option<usize>>,
    historia: StoredValue<Historia>,
    /// The last error that was gone to.
    visitado: StoredValue<Option<(usize, usize)>>,
}

impl Padron {
    /// The list of a block.
    pub fn nuevo(escritorio: Escritorio, bloque: &'static Bloque, paso: usize) -> Self {
        let columnas = Memo::new_with_compare(
            move |_| {
                let revision = escritorio.revision.read();
                let normativa = escritorio.contexto.normativa.read();
                let preguntas = escritorio
                    .guion
                    .columnas(bloque, &revision, &normativa, escritorio.contexto.hoy);
                celdas::columnas(bloque, &preguntas)
            },
            |antes, ahora| antes.map(|c| c.as_ptr()) != ahora.map(|c| c.as_ptr()),
        );
        let calculada = Memo::new(move |_| escritorio.dictamen.read().por_fila.clone());
        let en_curso = RwSignal::new(None);
        let marcas = Memo::new(move |_| marcas(escritorio, bloque, en_curso.get(), escritorio.intentado(paso)));
        let con_error = Memo::new(move |_| {
            let es_error = |(_, m): &(String, Marca)| m.gravedad == Gravedad::Error;
            let marcas = marcas.read();
            let malas = marcas.iter().filter(|(_, suyas)| suyas.iter().any(es_error));
            malas.map(|(fila, _)| *fila).collect::<Vec<_>>()
        });
        Self {
            escritorio,
            bloque,
            paso,
            columnas,
            con_error,
            filtro: RwSignal::new(None),
            foco: RwSignal::new(None),
            marcas,
            calculada,
            en_curso,
            historia: StoredValue::new(Historia::default()),
            visitado: StoredValue::new(None),
        }
    }

    /// Rows of the whole list.
    pub fn cuantas(self) -> usize {
        self.escritorio.respuestas.read().cuantos(self.bloque.clave)
    }

    /// Rows that fit.
    pub fn maximo(self) -> usize {
        self.bloque.repetido.as_ref().map_or(0, |r| r.maximo)
    }

    /// What is wrong with a row, in one text.
    pub fn errores_de(self, fila: usize) -> String {
        let marcas = self.marcas.read_untracked();
        let columnas = self.columnas.get_untracked();
        let titulo = |campo: &str| columnas.iter().find(|c| c.clave == campo).map_or("", |c| c.titulo);
        let errores = marcas.get(&fila).into_iter().flatten();
        errores
            .filter(|(_, m)| m.gravedad == Gravedad::Error)
            .map(|(campo, m)| format!("{}: {}", titulo(campo), m.mensaje))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The computed text of a row.
    pub fn calculado(self, fila: usize) -> String {
        self.calculada.read_untracked().get(fila).cloned().unwrap_or_default()
    }

    /// Shows only the rows with an error, as they are now; or all of them.
    pub fn filtrar(self, solo_errores: bool) {
        let filas = solo_errores.then(|| self.con_error.get_untracked());
        self.filtro.set(filas.filter(|f| !f.is_empty()));
        self.visitado.set_value(None);
    }

    /// Goes to the cell of the next error, and from the last one to the first.
    pub fn al_siguiente(self) {
        let columnas = self.columnas.get_untracked();
        let lugar = |campo: &str| columnas.iter().position(|c| c.clave == campo);
        let marcas = self.marcas.read_untracked();
        let errores = marcas.iter().flat_map(|(fila, suyas)| {
            let malas = suyas.iter().filter(|(_, m)| m.gravedad == Gravedad::Error);
            malas.filter_map(move |(campo, _)| Some((*fila, lugar(campo)?)))
        });
        let errores: BTreeSet<(usize, usize)> = errores.collect();
        drop(marcas);
        let visitado = self.visitado.get_value();
        let sigue = errores
            .iter()
            .find(|e| visitado.is_none_or(|v| **e > v))
            .or(errores.first());
        let Some((fila, col)) = sigue.copied() else { return };
        self.visitado.set_value(Some((fila, col)));
        let a_la_vista = self.filtro.with_untracked(|f| match f {
            Some(filas) => filas.iter().position(|f| *f == fila),
            None => Some(fila),
        });
        if a_la_vista.is_none() {
            self.filtro.set(None);
        }
        self.foco.set(Some((a_la_vista.unwrap_or(fila), col)));
    }

    /// Adds rows at the end, in place of the blank ones; says how many fit.
    pub fn agregar(self, nuevas: Vec<Fila>) -> usize {
        let mut filas = self.filas();
        filas.retain(|f| !celdas::vacia(f));
        let caben = self.maximo().saturating_sub(filas.len()).min(nuevas.len());
        if caben > 0 {
            filas.extend(nuevas.into_iter().take(caben));
            self.reemplazar(&filas);
        }
        caben
    }

    /// Takes every row away, with a way back.
    pub fn vaciar(self) {
        let cuantas = self.filas().len();
        self.reemplazar(&[]);
        self.avisar_lo_quitado(cuantas);
    }

    fn filas(self) -> Vec<Fila> {
        celdas::filas(&self.escritorio.respuestas.read_untracked(), self.bloque.clave)
    }

    fn reemplazar(self, filas: &[Fila]) {
        let antes = celdas::como_respuestas(&self.filas(), self.bloque.clave);
        let despues = celdas::como_respuestas(filas, self.bloque.clave);
        self.en_curso.set(None);
        self.filtro.set(None);
        self.hacer(Paso::Filas { antes, despues });
    }

    fn hacer(self, paso: Paso) {
        let clave = self.bloque.clave;
        self.escritorio.cambiar(|r: &mut Respuestas| {
            let _ = self.historia.try_update_value(|h| h.hacer(clave, r, paso));
        });
    }

    /// Undoes or does again; false when there was nothing.
    pub fn retroceder(self, adelante: bool) -> bool {
        let clave = self.bloque.clave;
        let mut hecho = false;
        self.escritorio.cambiar(|r: &mut Respuestas| {
            let movido = self.historia.try_update_value(|h| h.mover(clave, r, adelante));
            hecho = movido.unwrap_or(false);
        });
        if hecho {
            let _ = self.filtro.try_set(None);
            let _ = self.en_curso.try_set(None);
        }
        hecho
    }

    fn avisar_lo_quitado(self, cuantas: usize) {
        let texto = match cuantas {
            0 => return,
            1 => "Se quitó una fila.".to_owned(),
            n => format!("Se quitaron {} filas.", miles(n as u64)),
        };
        self.escritorio.contexto.avisar_con_regreso(texto, move || {
            self.retroceder(false);
        });
    }

    /// The row of the list that is shown in a place of the sheet; past the last one, a new one.
    fn real(self, lugar: usize) -> usize {
        self.filtro.with_untracked(|filtro| match filtro {
            None => lugar,
            Some(filas) => match filas.get(lugar) {
                Some(fila) => *fila,
                None => self.escritorio.respuestas.read_untracked().cuantos(self.bloque.clave) + lugar - filas.len(),
            },
        })
    }
}

fn marcas(escritorio: Escritorio, bloque: &'static Bloque, en_curso: Option<usize>, intentado: bool) -> Marcas {
    let dictamen = escritorio.dictamen.read();
    let mut marcas = Marcas::new();
    for h in &dictamen.hallazgos {
        let Some((fila, campo)) = celda_de(bloque, &h.campo) else {
            continue;
        };
        if en_curso == Some(fila) && !intentado && es_falta(h) {
            continue;
        }
        let gravedad = match h.gravedad {
            hallazgo::Gravedad::Error => Gravedad::Error,
            hallazgo::Gravedad::Advertencia => Gravedad::Advertencia,
            hallazgo::Gravedad::Nota => Gravedad::Nota,
        };
        let marca = Marca {
            gravedad,
            mensaje: h.mensaje.clone(),
        };
        let suyas = marcas.entry(fila).or_default();
        match suyas.iter_mut().find(|(c, _)| c == campo) {
            // one mark a cell: the first error
            Some((_, antes)) if antes.gravedad != Gravedad::Error && gravedad == Gravedad::Error => *antes = marca,
            Some(_) => {}
            None => suyas.push((campo.to_owned(), marca)),
        }
    }
    marcas
}

impl Modelo for Padron {
    fn filas(&self) -> usize {
        match self.filtro.read().as_ref() {
            Some(filas) => filas.len(),
            None => self.cuantas(),
        }
    }

    fn numero(&self, fila: usize) -> usize {
        self.filtro.track();
        self.real(fila) + 1
    }

    fn celda(&self, fila: usize, col: usize) -> Celda {
        self.filtro.track();
        let fila = self.real(fila);
        let Some(columna) = self.columnas.get().get(col) else {
            return Celda::default();
        };
        if columna.clave == CALCULADA {
            return Celda {
                texto: self.calculada.read().get(fila).cloned().unwrap_or_default(),
                calculado: true,
                marca: None,
            };
        }
        let ruta = self.bloque.ruta(Some(fila), columna.clave);
        let marcas = self.marcas.read();
        let suya = marcas
            .get(&fila)
            .into_iter()
            .flatten()
            .find(|(c, _)| c == columna.clave);
        Celda {
            texto: self.escritorio.respuestas.read().texto(&ruta).to_owned(),
            calculado: false,
            marca: suya.map(|(_, m)| m.clone()),
        }
    }

    fn escribir(&self, cambios: Vec<Cambio>) {
        let columnas = self.columnas.get_untracked();
        let respuestas = self.escritorio.respuestas.read_untracked();
        let habia = respuestas.cuantos(self.bloque.clave);
        let maximo = self.maximo();
        let (mut hay, mut fuera) = (habia, 0);
        let mut escritos = Vec::new();
        for cambio in cambios {
            let fila = self.real(cambio.fila);
            let Some(columna) = columnas.get(cambio.col).filter(|c| !c.solo_lectura) else {
                continue;
            };
            if fila >= maximo {
                fuera += 1;
                continue;
            }
            hay = hay.max(fila + 1);
            let ruta = self.bloque.ruta(Some(fila), columna.clave);
            let antes = respuestas.texto(&ruta).to_owned();
            if antes != cambio.texto {
                escritos.push((ruta, antes, cambio.texto));
            }
        }
        drop(respuestas);
        if fuera > 0 {
            let texto = format!("Caben {} filas; lo demás no se agregó.", miles(maximo as u64));
            self.escritorio.contexto.avisar(texto);
        }
        if escritos.is_empty() && hay == habia {
            return;
        }
        // one cell is somebody typing; several, a paste, that is whole
        let de_una = (escritos.len() == 1).then(|| celda_de(self.bloque, &escritos[0].0).map(|c| c.0));
        self.en_curso.set(de_una.flatten());
        if hay > habia {
            // what was added while only some rows were shown is shown too
            self.filtro.update(|f| {
                if let Some(filas) = f {
                    filas.extend(habia..hay);
                }
            });
        }
        self.hacer(Paso::Celdas {
            cambios: escritos,
            filas: (habia, hay),
        });
    }

    fn insertar(&self, en: usize, cuantas: usize) {
        let en = self.real(en);
        let mut filas = Padron::filas(*self);
        let caben = cuantas.min(self.maximo().saturating_sub(filas.len()));
        let en = en.min(filas.len());
        filas.splice(en..en, std::iter::repeat_n(Fila::new(), caben));
        self.reemplazar(&filas);
    }

    fn borrar(&self, desde: usize, cuantas: usize) {
        let quitadas: BTreeSet<usize> = (desde..desde + cuantas).map(|lugar| self.real(lugar)).collect();
        let filtro = self.filtro.get_untracked();
        let filas = Padron::filas(*self).into_iter().enumerate();
        let quedan: Vec<Fila> = filas.filter(|(i, _)| !quitadas.contains(i)).map(|(_, f)| f).collect();
        self.reemplazar(&quedan);
        if let Some(filas) = filtro {
            // those that stay move up
            let sube = |fila: usize| fila - quitadas.range(..fila).count();
            let suyas: Vec<usize> = filas.into_iter().filter(|f| !quitadas.contains(f)).map(sube).collect();
            self.filtro.set(Some(suyas).filter(|f| !f.is_empty()));
        }
        self.avisar_lo_quitado(quitadas.len());
    }

    fn deshacer(&self) -> bool {
        self.retroceder(false)
    }

    fn rehacer(&self) -> bool {
        self.retroceder(true)
    }
}
