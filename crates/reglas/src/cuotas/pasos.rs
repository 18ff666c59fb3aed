//! The explanation of a worker's figures: the same products the calculation made, put into a tree.

use super::calculo::Importes;
use super::ceav::RANGOS;
use super::figura::{Base, CEAV_PATRON, CUANTAS, Dias, FIGURAS, OrigenDeTasa, Parte};
use super::segmentos::Segmento;
use super::tramo::Tramo;
use crate::importe::{Importe, fraccion};
use crate::memoria::{Memoria, Nodo, Operacion, Operando};
use crate::mensajes::{Regla, cuotas as regla};
use crate::redondeo::Redondeo;
use std::marker::PhantomData;

/// One product as it was made.
pub struct Producto<'a> {
    /// Position in [`FIGURAS`].
    pub figura: usize,
    /// The segment.
    pub segmento: &'a Segmento,
    /// What ruled in it.
    pub tramo: &'a Tramo,
    /// SBC after the cap, cents.
    pub sbc: i64,
    /// The base used, cents.
    pub base: i64,
    /// The days used.
    pub dias: u32,
    /// Range of the CEAV table.
    pub rango: usize,
    /// The figure, cents.
    pub importe: i64,
    /// LSS 36 moves it to the employer.
    pub del_patron: bool,
}

/// Products collected for a worker; empty and free when nobody listens.
pub struct Pasos<M> {
    nodos: Vec<Vec<Nodo>>,
    del_patron: Vec<Nodo>,
    oyente: PhantomData<M>,
}

impl<M: Memoria> Pasos<M> {
    /// None yet.
    pub fn nuevos() -> Self {
        Self {
            nodos: if M::HABLA {
                vec![Vec::new(); CUANTAS]
            } else {
                Vec::new()
            },
            del_patron: Vec::new(),
            oyente: PhantomData,
        }
    }

    /// Notes a product.
    #[inline(always)]
    pub fn producto<'a>(&mut self, producto: impl FnOnce() -> Producto<'a>) {
        if M::HABLA {
            let producto = producto();
            let nodo = producto.nodo();
            if producto.del_patron {
                self.del_patron.push(nodo.clone());
            }
            self.nodos[producto.figura].push(nodo);
        }
    }

    /// Says the tree: the total, and what LSS 36 moves.
    pub fn concluir(self, importes: &Importes, memoria: &mut M) {
        if !M::HABLA {
            return;
        }
        let mut partes: [Vec<Nodo>; 3] = Default::default();
        for (indice, nodos) in self.nodos.into_iter().enumerate() {
            let figura = &FIGURAS[indice];
            let destino = match figura.parte {
                Parte::Patron => 0,
                Parte::Obrero => 1,
                Parte::Infonavit => 2,
            };
            partes[destino].extend(reunir(figura.regla, nodos, importes.figura(indice)));
        }
        let [patron, obrero, infonavit] = partes;
        memoria.anotar(|| {
            suma(
                &regla::TOTAL,
                importes.total,
                [
                    suma(&regla::PATRONAL, importes.patronal, patron),
                    suma(&regla::OBRERA, importes.obrera, obrero),
                ],
            )
            .sobre(infonavit)
        });
        if !self.del_patron.is_empty() {
            let nodo = suma(
                &regla::OBRERA_A_CARGO,
                importes.obrera_a_cargo_del_patron,
                self.del_patron,
            );
            memoria.anotar(|| nodo);
        }
    }
}

fn suma(regla: &'static Regla, importe: Importe, hijos: impl IntoIterator<Item = Nodo>) -> Nodo {
    Nodo::nuevo(regla, Operacion::Suma, importe).sobre(hijos)
}

/// One product is the figure; several are summed.
fn reunir(regla: &'static Regla, mut nodos: Vec<Nodo>, importe: Importe) -> Option<Nodo> {
    match nodos.len() {
        0 => None,
        1 => nodos.pop(),
        _ => Some(suma(regla, importe, nodos)),
    }
}

fn pesos(centavos: i64) -> Importe {
    Importe::de_centavos(centavos)
}

impl Producto<'_> {
    fn nodo(&self) -> Nodo {
        let figura = &FIGURAS[self.figura];
        let mut hijos = Vec::new();
        let operandos = [
            self.operando_base(&mut hijos),
            self.operando_tasa(&mut hijos),
            self.operando_dias(figura.dias, &mut hijos),
        ];
        let nodo = Nodo::nuevo(figura.regla, Operacion::Producto, pesos(self.importe))
            .con(operandos)
            .redondeado(Redondeo::CentavosMitadArriba)
            .sobre(hijos);
        match self.segmento.fechas {
            Some((desde, hasta)) => nodo.precisando(&format!("{desde} a {hasta}")),
            None => nodo,
        }
    }

    fn operando_base(&self, hijos: &mut Vec<Nodo>) -> Operando {
        let figura = &FIGURAS[self.figura];
        if figura.base == Base::Uma {
            let uma = &self.tramo.filas.uma;
            return Operando::de_fila("UMA", uma.valor, uma);
        }
        let salario = self.salario(hijos);
        if figura.base == Base::Sbc {
            return salario;
        }
        let tres_uma = self.veces_la_uma(
            &regla::EXCEDENTE_DESDE,
            &self.tramo.filas.excedente,
            self.tramo.excedente_desde,
        );
        let mut nodo = Nodo::nuevo(&regla::EXCEDENTE_BASE, Operacion::Resta, pesos(self.base))
            .con([salario, Operando::de_hijo("tres UMA", &tres_uma)]);
        // What explains the salary goes below the node that uses it.
        nodo.hijos = std::mem::take(hijos);
        nodo.hijos.push(tres_uma);
        let operando = Operando::de_hijo("excedente", &nodo);
        hijos.push(nodo);
        operando
    }

    /// The SBC as given, or held to the cap.
    fn salario(&self, hijos: &mut Vec<Nodo>) -> Operando {
        let dado = Operando::dato("SBC", self.segmento.sbc);
        if self.sbc == self.segmento.sbc.centavos() {
            return dado;
        }
        let tope = self.veces_la_uma(&regla::TOPE_SBC, &self.tramo.filas.tope, self.tramo.tope);
        let nodo = Nodo::nuevo(&regla::SBC_APLICADO, Operacion::Minimo, pesos(self.sbc))
            .con([dado, Operando::de_hijo("tope", &tope)])
            .sobre([tope]);
        let operando = Operando::de_hijo("SBC", &nodo);
        hijos.push(nodo);
        operando
    }

    fn veces_la_uma(&self, regla: &'static Regla, veces: &ventanilla_normativa::Fila, importe: i64) -> Nodo {
        let uma = &self.tramo.filas.uma;
        Nodo::nuevo(regla, Operacion::Producto, pesos(importe))
            .con([
                Operando::de_fila("UMA", uma.valor, uma),
                Operando::de_fila("veces", veces.valor, veces),
            ])
            .redondeado(Redondeo::CentavosMitadArriba)
    }

    fn operando_tasa(&self, hijos: &mut Vec<Nodo>) -> Operando {
        match (FIGURAS[self.figura].tasa, &self.tramo.filas.tasas[self.figura]) {
            (OrigenDeTasa::Prima, _) => {
                let prima = self.tramo.prima.unwrap_or_default();
                Operando::dato("prima", prima.fraccion())
            }
            (OrigenDeTasa::Tabla, Some(fila)) => Operando::de_fila("tasa", fraccion(fila.valor), fila),
            _ => {
                let nodo = self.tasa_ceav();
                let operando = Operando::de_hijo("tasa", &nodo);
                hijos.push(nodo);
                operando
            }
        }
    }

    fn tasa_ceav(&self) -> Nodo {
        debug_assert_eq!(self.figura, CEAV_PATRON);
        let fila = &self.tramo.ceav.filas[self.rango];
        let tasa = fraccion(fila.valor);
        let uma = &self.tramo.filas.uma;
        let nombre = RANGOS[self.rango].replace('_', " ").replace('-', " a ");
        Nodo::nuevo(&regla::TASA_CEAV, Operacion::Tabla, tasa)
            .con([
                Operando::dato("SBC", pesos(self.sbc)),
                Operando::de_fila("UMA", uma.valor, uma),
                Operando::dato("salario mínimo", pesos(self.tramo.salario_minimo)),
                Operando::de_fila("valor", tasa, fila),
            ])
            .precisando(&nombre)
    }

    fn operando_dias(&self, dias: Dias, hijos: &mut Vec<Nodo>) -> Operando {
        let s = self.segmento;
        let descuentos = match dias {
            Dias::SinIncapacidad => [Some(("incapacidad", s.incapacidad)), None],
            Dias::SinIncidencias => [Some(("incapacidad", s.incapacidad)), Some(("ausentismo", s.ausentismo))],
            Dias::SinAusentismo => [None, Some(("ausentismo", s.ausentismo))],
        };
        let descuentos: Vec<_> = descuentos.into_iter().flatten().filter(|d| d.1 > 0).collect();
        if descuentos.is_empty() {
            return Operando::dato("dias", self.dias);
        }
        let nodo = Nodo::nuevo(&regla::DIAS_COTIZADOS, Operacion::Resta, self.dias)
            .con([Operando::dato("dias", s.dias)])
            .con(
                descuentos
                    .into_iter()
                    .map(|(nombre, dias)| Operando::dato(nombre, dias)),
            );
        let operando = Operando::de_hijo("dias", &nodo);
        hijos.push(nodo);
        operando
    }
}
