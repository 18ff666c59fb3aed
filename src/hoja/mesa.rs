//! The state of one sheet on the screen, and everything that can be done to it. `Copy`: it is handed to every part.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::modelo::{Cambio, Celda, DefColumna, Modelo};
use super::pantalla::Pantalla;
use super::portapapeles;
use super::raton::Gesto;
use super::seleccion::{Limites, Lugar, Rango, Seleccion};
use super::suma::miles;
use super::teclado::{Accion, Modo};
use super::ventana::Medida;

/// What the sheet remembers between events.
#[derive(Clone, Copy, Default)]
pub(super) struct Estado {
    /// May point outside of a sheet that shrank: read it through [`Mesa::seleccion`].
    seleccion: Seleccion,
    pub(super) modo: Modo,
    pub(super) medida: Medida,
    pub(super) gesto: Gesto,
    /// The next Tab leaves the sheet.
    soltada: bool,
    /// The sheet has the focus, or is about to.
    pub(super) con_foco: bool,
    /// The focus is being moved by the program: the events on the way mean nothing.
    pub(super) moviendo: bool,
    /// On the next frame, bring the moving corner of the selection into sight.
    pub(super) por_asomar: bool,
}

/// See the module. Every method does nothing once the sheet is gone.
#[derive(Clone, Copy)]
pub(super) struct Mesa {
    pub(super) columnas: &'static [DefColumna],
    modelo: StoredValue<Arc<dyn Modelo>>,
    estado: StoredValue<Estado>,
    /// What was just done, for the status line.
    anuncio: StoredValue<String>,
    /// Other rows came into sight.
    pub(super) rodo: Trigger,
    /// The selection, the mode or the status line changed.
    pub(super) eligio: Trigger,
    pub(super) pantalla: StoredValue<Option<Rc<Pantalla>>, LocalStorage>,
}

impl Mesa {
    pub(super) fn new(modelo: Arc<dyn Modelo>, columnas: &'static [DefColumna]) -> Self {
        Self {
            columnas,
            modelo: StoredValue::new(modelo),
            estado: StoredValue::new(Estado::default()),
            anuncio: StoredValue::new(String::new()),
            rodo: Trigger::new(),
            eligio: Trigger::new(),
            pantalla: StoredValue::new_local(None),
        }
    }

    // ---- reading; what asks the model is tracked when called inside an effect ----

    pub(super) fn estado(self) -> Estado {
        self.estado.try_get_value().unwrap_or_default()
    }

    pub(super) fn recordar(self, f: impl FnOnce(&mut Estado)) {
        let _ = self.estado.try_update_value(f);
    }

    pub(super) fn pantalla(self) -> Option<Rc<Pantalla>> {
        self.pantalla.try_get_value().flatten()
    }

    pub(super) fn modo(self) -> Modo {
        self.estado().modo
    }

    /// The selection, always inside the sheet.
    pub(super) fn seleccion(self) -> Seleccion {
        self.estado().seleccion.encerrada(self.limites())
    }

    pub(super) fn activa(self) -> Lugar {
        self.seleccion().activa
    }

    fn rango(self) -> Rango {
        self.seleccion().rango()
    }

    /// Rows of the model, without the new one.
    pub(super) fn filas(self) -> usize {
        self.con_modelo(Modelo::filas).unwrap_or(0)
    }

    pub(super) fn con_detalle(self) -> bool {
        self.con_modelo(Modelo::con_detalle).unwrap_or(false)
    }

    /// The number of a row for the person.
    pub(super) fn numero(self, fila: usize) -> usize {
        self.con_modelo(|m| m.numero(fila)).unwrap_or(fila + 1)
    }

    /// A cell; the new row is empty.
    pub(super) fn celda(self, l: Lugar) -> Celda {
        let leida = self.con_modelo(|m| (l.fila < m.filas()).then(|| m.celda(l.fila, l.col)));
        leida.flatten().unwrap_or_default()
    }

    pub(super) fn def(self, col: usize) -> Option<&'static DefColumna> {
        self.columnas.get(col)
    }

    /// What was just done, if it was not forgotten.
    pub(super) fn anuncio(self) -> String {
        self.anuncio.try_get_value().unwrap_or_default()
    }

    fn limites(self) -> Limites {
        let filas = self.filas() + 1;
        Limites {
            filas,
            cols: self.columnas.len(),
            pagina: self.estado().medida.pagina(),
        }
    }

    /// The rows of the selection that exist in the model.
    fn filas_elegidas(self) -> std::ops::Range<usize> {
        let r = self.rango();
        let filas = self.filas();
        r.f1.min(filas)..(r.f2 + 1).min(filas)
    }

    pub(super) fn filas_enteras(self) -> bool {
        let r = self.rango();
        r.c1 == 0 && r.c2 + 1 == self.columnas.len()
    }

    // ---- moving ----

    /// Selects, and forgets what was said before.
    pub(super) fn fijar(self, s: Seleccion) {
        self.recordar(|e| {
            e.seleccion = s;
            e.soltada = false;
        });
        self.decir("");
    }

    fn ir(self, s: Seleccion) {
        self.fijar(s);
        self.recordar(|e| e.por_asomar = true);
        if let Some(pantalla) = self.pantalla() {
            pantalla.pedir_cuadro();
        }
    }

    /// Goes to a cell and takes the focus there.
    pub(super) fn saltar(self, l: Lugar) {
        self.confirmar();
        self.ir(Seleccion::en(l));
        self.enfocar();
    }

    /// Takes the focus to the active cell.
    pub(super) fn enfocar(self) {
        self.recordar(|e| e.con_foco = true);
        if let Some(pantalla) = self.pantalla() {
            pantalla.editor.enfocar(self);
        }
    }

    // ---- acting ----

    /// Does it; false when the browser should do what it always does.
    pub(super) fn hacer(self, accion: Accion) -> bool {
        let s = self.seleccion();
        match accion {
            Accion::Mover { movimiento, extender } => {
                self.confirmar();
                self.ir(s.mover(movimiento, extender, self.limites(), |l| {
                    !self.celda(l).texto.is_empty()
                }));
            }
            Accion::Avanzar | Accion::Retroceder => return self.tabular(accion == Accion::Avanzar),
            Accion::Editar => self.editar(),
            Accion::Alternar => self.alternar(),
            Accion::Cancelar => self.cerrar(),
            Accion::Soltar => {
                self.fijar(Seleccion::en(s.activa));
                self.recordar(|e| e.soltada = true);
                self.decir("Pulse Tab para salir de la hoja");
            }
            Accion::LlenarBloque => self.llenar_bloque(),
            Accion::Vaciar => self.vaciar(),
            Accion::Rellenar => self.rellenar(),
            Accion::Deshacer => self.historia(Modelo::deshacer, "Se deshizo", "No hay nada que deshacer"),
            Accion::Rehacer => self.historia(Modelo::rehacer, "Se rehízo", "No hay nada que rehacer"),
            Accion::Insertar => self.insertar(),
            Accion::Borrar => self.borrar(),
            Accion::SeleccionarFilas => self.fijar(s.filas_enteras(self.limites())),
            Accion::SeleccionarColumnas => self.fijar(s.columnas_enteras(self.limites())),
            Accion::SeleccionarTodo => self.fijar(s.todo(self.limites())),
            Accion::Detalle => self.detalle(),
        }
        true
    }

    /// Says what was done; it stays until the next move.
    pub(super) fn decir(self, texto: &str) {
        let _ = self.anuncio.try_update_value(|a| texto.clone_into(a));
        self.eligio.notify();
    }

    fn tabular(self, adelante: bool) -> bool {
        self.confirmar();
        if self.estado().soltada {
            self.recordar(|e| e.soltada = false);
            return false;
        }
        let (s, limites) = (self.seleccion(), self.limites());
        let destino = if adelante {
            s.siguiente(limites)
        } else {
            s.anterior(limites)
        };
        if let Some(s) = destino {
            self.ir(s);
        }
        destino.is_some()
    }

    /// Changes the mode; the editor does the rest.
    pub(super) fn cambiar_modo(self, modo: Modo) {
        self.recordar(|e| e.modo = modo);
        self.eligio.notify();
    }

    pub(super) fn editar(self) {
        let (Some(def), Some(pantalla)) = (self.def(self.activa().col), self.pantalla()) else {
            return;
        };
        if def.solo_lectura {
            self.decir("Esta columna no se edita");
        } else {
            self.recordar(|e| e.con_foco = true);
            self.decir("");
            pantalla.editor.abrir(self, def);
        }
    }

    fn alternar(self) {
        match self.modo() {
            Modo::Sustituir => self.cambiar_modo(Modo::Editar),
            Modo::Editar => self.cambiar_modo(Modo::Sustituir),
            Modo::Navegar | Modo::Lista => {}
        }
    }

    fn cerrar(self) {
        if let Some(pantalla) = self.pantalla() {
            pantalla.editor.cerrar(self);
        }
    }

    /// What is being typed, and no longer typing.
    fn tomar(self) -> Option<String> {
        let escrito = self.pantalla()?.editor.escrito(self.modo())?;
        self.cerrar();
        Some(escrito)
    }

    /// Keeps what was typed, if anything was.
    pub(super) fn confirmar(self) {
        let l = self.activa();
        let (Some(escrito), Some(def)) = (self.tomar(), self.def(l.col)) else {
            return;
        };
        let texto = def.valor(escrito);
        if texto != self.celda(l).escrito() && !def.solo_lectura {
            self.escribir(vec![Cambio {
                fila: l.fila,
                col: l.col,
                texto,
            }]);
        }
    }

    fn llenar_bloque(self) {
        if let Some(escrito) = self.tomar() {
            self.poner(self.rango(), |_, def| def.valor(escrito.clone()));
        }
    }

    fn vaciar(self) {
        let r = self.rango();
        let filas = self.filas();
        if r.f1 < filas {
            self.poner(
                Rango {
                    f2: r.f2.min(filas - 1),
                    ..r
                },
                |_, _| String::new(),
            );
        }
    }

    /// Fill down: the first row of the block into the others; with one row, the row above into it.
    fn rellenar(self) {
        self.confirmar();
        let r = self.rango();
        let origen = if r.alto() > 1 { r.f1 } else { r.f1.wrapping_sub(1) };
        if origen >= self.filas() {
            return self.decir("No hay una fila de la cual copiar");
        }
        let destino = Rango { f1: origen + 1, ..r };
        self.poner(destino, |l, _| self.celda(Lugar { fila: origen, ..l }).escrito());
        self.decir("Se rellenó hacia abajo");
    }

    fn historia(self, hacer: fn(&dyn Modelo) -> bool, si: &str, no: &str) {
        self.confirmar();
        let hecho = self.con_modelo(hacer).unwrap_or(false);
        self.decir(if hecho { si } else { no });
    }

    fn insertar(self) {
        self.confirmar();
        let r = self.rango();
        self.con_modelo(|m| m.insertar(r.f1, r.alto()));
        self.decir(&cuantas("Filas insertadas", r.alto()));
    }

    fn borrar(self) {
        self.confirmar();
        let elegidas = self.filas_elegidas();
        if elegidas.is_empty() {
            return self.decir("No hay filas que borrar");
        }
        let activa = Lugar {
            fila: elegidas.start,
            ..self.activa()
        };
        self.con_modelo(|m| m.borrar(elegidas.start, elegidas.len()));
        self.fijar(Seleccion::en(activa));
        self.decir(&cuantas("Filas borradas", elegidas.len()));
    }

    fn detalle(self) {
        self.confirmar();
        let fila = self.activa().fila;
        self.con_modelo(|m| {
            if fila < m.filas() {
                m.detalle(fila);
            }
        });
    }

    // ---- clipboard ----

    /// The selected block as a sheet understands it; for a single cell, its text.
    pub(super) fn copiar(self) -> String {
        let r = self.rango();
        let fila = |fila| (r.c1..=r.c2).map(|col| self.rotulo(Lugar { fila, col })).collect();
        let bloque: Vec<Vec<String>> = self.filas_elegidas().map(fila).collect();
        let salida = ventanilla_archivos::portapapeles::escribir_bloque(&bloque);
        if r.celdas() == 1 {
            salida.trim_end_matches(['\r', '\n']).to_owned()
        } else {
            salida
        }
    }

    /// What the person sees in a cell.
    fn rotulo(self, l: Lugar) -> String {
        self.def(l.col)
            .map_or_else(String::new, |def| def.rotulo(self.celda(l).texto))
    }

    /// Copies and clears, one undo step.
    pub(super) fn cortar(self) -> String {
        let texto = self.copiar();
        self.vaciar();
        texto
    }

    /// Pastes a block at the selection.
    pub(super) fn pegar(self, texto: &str) {
        let bloque = ventanilla_archivos::portapapeles::leer_bloque(texto);
        let Some(p) = portapapeles::pegar(&bloque, self.rango(), self.columnas, self.filas()) else {
            return self.decir("No hay nada que pegar");
        };
        let (rango, sobrantes, titulos) = (p.rango, p.sobrantes, p.titulos);
        self.escribir(p.cambios);
        self.fijar(self.seleccion().bloque(rango));
        let mut dicho = cuantas("Filas pegadas", rango.alto());
        if sobrantes > 0 {
            dicho.push_str(&cuantas(". Columnas que no cupieron", sobrantes));
        }
        if let Some(titulos) = titulos {
            dicho.push_str(". Cada columna se puso bajo su título");
            if !titulos.ajenos.is_empty() {
                dicho.push_str(". No hay columna para: ");
                dicho.push_str(&titulos.ajenos.join(", "));
            }
        }
        self.decir(&dicho);
    }

    // ---- writing ----

    /// Writes every cell of a block that may be written.
    fn poner(self, r: Rango, texto: impl Fn(Lugar, &DefColumna) -> String) {
        let cambio = |l: Lugar| {
            let def = self.def(l.col).filter(|d| !d.solo_lectura)?;
            Some(Cambio {
                fila: l.fila,
                col: l.col,
                texto: texto(l, def),
            })
        };
        self.escribir(r.lugares().filter_map(cambio).collect());
    }

    fn escribir(self, cambios: Vec<Cambio>) {
        if !cambios.is_empty() {
            self.con_modelo(|m| m.escribir(cambios));
        }
    }

    /// The model is taken out of its cell first: what it does may end in a repaint that reads it again.
    fn con_modelo<T>(self, f: impl FnOnce(&dyn Modelo) -> T) -> Option<T> {
        self.modelo.try_get_value().map(|modelo| f(&*modelo))
    }
}

fn cuantas(que: &str, n: usize) -> String {
    format!("{que}: {}", miles(&n.to_string()))
}
