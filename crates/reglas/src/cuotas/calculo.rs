//! The calculation of a worker: every figure is *base × days × rate*, rounded half up to cents by segment, by ramo and
//! by party; totals are sums of what is already rounded (the SUA's observed practice).

use super::ceav::DUDAS;
use super::entrada::{Patron, Periodo, Trabajador};
use super::figura::{Base, CEAV_PATRON, CUANTAS, Dias, FIGURAS, Parte};
use super::incidencias::Ausencias;
use super::pasos;
use super::periodo::Lapso;
use super::segmentos::{Segmento, segmentar};
use super::tramo::{Tramo, tramos};
use crate::consulta::Consulta;
use crate::hallazgo::Hallazgo;
use crate::importe::Importe;
use crate::memoria::Memoria;
use crate::mensajes::{Regla, cuotas as regla};
use crate::politica::{Politica, Politicas};
use crate::redondeo::producto_centavos;

/// A period made ready for one employer: what rules on each of its days. Made once, used for every worker.
#[derive(Clone, Debug)]
pub struct Calculo {
    /// The period.
    pub lapso: Lapso,
    /// Its stretches without a change of parameters.
    pub tramos: Vec<Tramo>,
    /// How absences are discounted.
    pub ausencias: Ausencias,
    tiene: [bool; CUANTAS],
    piso_integrado: bool,
}

/// The figures of a worker, in cents, in the order of [`FIGURAS`].
pub type Figuras = [i64; CUANTAS];

/// The figures of a worker and their sums.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Importes {
    /// Each figure, cents.
    pub figuras: Figuras,
    /// IMSS figures of the employer.
    pub patronal: Importe,
    /// IMSS figures of the worker, as calculated.
    pub obrera: Importe,
    /// The part of `obrera` that LSS 36 moves to the employer.
    pub obrera_a_cargo_del_patron: Importe,
    /// Employer, worker and Infonavit.
    pub total: Importe,
}

/// Natural days, and those of them taken by incidences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CuentaDeDias {
    /// Natural days.
    pub naturales: u32,
    /// Of incapacity.
    pub incapacidad: u32,
    /// Of discounted absence.
    pub ausentismo: u32,
}

/// What came out of a worker.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResultadoDeTrabajador {
    /// The figures; `None` when an error stopped them.
    pub importes: Option<Importes>,
    /// What is wrong with its data, with paths inside the worker. What is to be said of a worker that *was* computed is
    /// in [`Calculo::observaciones`]: ten thousand of them are only noted here.
    pub hallazgos: Vec<Hallazgo>,
    /// Its days.
    pub dias: CuentaDeDias,
    /// Its segments, for the cédula.
    pub segmentos: Vec<Segmento>,
    /// Políticas that would have given another figure.
    dudas: u8,
    /// There is something to say of it.
    observado: bool,
}

const DUDA_DEL_PISO: u8 = 1 << 7;

/// Políticas on which the figures of a worker can depend, or what is found of it.
pub const POLITICAS_DE_CUOTAS: [Politica; 4] = [DUDAS[0], DUDAS[1], DUDAS[2], Politica::PisoSemanaReducida];

impl ResultadoDeTrabajador {
    /// Políticas that would have given another figure or another finding.
    pub fn politicas(&self) -> impl Iterator<Item = Politica> + use<> {
        let dudas = self.dudas;
        let del_ceav = (0..DUDAS.len())
            .filter(move |i| dudas & (1 << i) != 0)
            .map(|i| DUDAS[i]);
        del_ceav.chain((dudas & DUDA_DEL_PISO != 0).then_some(Politica::PisoSemanaReducida))
    }
}

impl Calculo {
    /// Makes a period ready.
    ///
    /// # Errors
    /// A period that makes no sense, a date the tables do not cover, a missing prima.
    pub fn preparar(consulta: &mut Consulta<'_>, patron: &Patron, periodo: &Periodo) -> Result<Self, Vec<Hallazgo>> {
        let lapso = Lapso::leer(periodo).map_err(|h| vec![h])?;
        let tramos = tramos(consulta, patron, &lapso)?;
        let por_mes = tramos.iter().map(|t| t.ausencias_por_mes).max().unwrap_or(0);
        Ok(Self {
            ausencias: Ausencias::nuevas(consulta.normativa(), lapso.hasta, por_mes),
            tiene: lapso.figuras(),
            piso_integrado: consulta.politicas.es(Politica::PisoSemanaReducida, "integrado"),
            lapso,
            tramos,
        })
    }

    /// Whether the period has the figure at this position of [`FIGURAS`].
    pub fn tiene(&self, figura: usize) -> bool {
        self.tiene[figura]
    }

    /// Computes a worker, telling each step to `memoria`.
    pub fn trabajador<M: Memoria>(&self, trabajador: &Trabajador, memoria: &mut M) -> ResultadoDeTrabajador {
        let mut resultado = ResultadoDeTrabajador::default();
        let segmentos = segmentar(self, trabajador, &mut resultado.hallazgos);
        if resultado.hallazgos.iter().any(Hallazgo::es_error) {
            return resultado;
        }
        resultado.observado = segmentos.is_empty();
        let mut importes = Importes::default();
        let mut pasos = pasos::Pasos::<M>::nuevos();
        let reducida = trabajador.dias_laborados_semana.is_some_and(|d| d < 6);
        for segmento in &segmentos {
            self.segmento(segmento, &mut importes, &mut pasos);
            self.observar(reducida, segmento, &mut resultado);
        }
        importes.sumar_partes();
        pasos.concluir(&importes, memoria);
        resultado.importes = Some(importes);
        resultado.segmentos = segmentos;
        resultado
    }

    /// Adds the figures of a segment.
    #[inline]
    fn segmento<M: Memoria>(&self, segmento: &Segmento, importes: &mut Importes, pasos: &mut pasos::Pasos<M>) {
        let tramo = &self.tramos[segmento.tramo];
        let sbc = segmento.sbc.centavos().min(tramo.tope);
        let bases = [tramo.uma, sbc, (sbc - tramo.excedente_desde).max(0)];
        let dias = [
            segmento.dias - segmento.incapacidad,
            segmento.dias - segmento.incapacidad - segmento.ausentismo,
            segmento.dias - segmento.ausentismo,
        ];
        let rango = if self.tiene[CEAV_PATRON] {
            tramo.ceav.ubicar(sbc)
        } else {
            0
        };
        let absorbe = self.absorbe(segmento);
        for (indice, figura) in FIGURAS.iter().enumerate() {
            if !self.tiene[indice] {
                continue;
            }
            let base = bases[posicion_de_base(figura.base)];
            let dias = dias[posicion_de_dias(figura.dias)];
            let tasa = if indice == CEAV_PATRON {
                tramo.ceav.tasas[rango]
            } else {
                tramo.tasas[indice]
            };
            let importe = producto_centavos(base, dias, tasa);
            importes.figuras[indice] += importe;
            let del_patron = absorbe && figura.parte == Parte::Obrero;
            if del_patron {
                importes.obrera_a_cargo_del_patron += Importe::de_centavos(importe);
            }
            pasos.producto(|| pasos::Producto {
                figura: indice,
                segmento,
                tramo,
                sbc,
                base,
                dias,
                rango,
                importe,
                del_patron,
            });
        }
    }

    /// LSS 36: whoever earns the minimum wage *as a daily wage* pays nothing.
    #[inline]
    fn absorbe(&self, segmento: &Segmento) -> bool {
        let minimo = self.tramos[segmento.tramo].salario_minimo;
        segmento.cuota_diaria.is_some_and(|c| c.centavos() <= minimo)
    }

    /// Notes what a segment that was computed leaves to say.
    #[inline]
    fn observar(&self, reducida: bool, segmento: &Segmento, resultado: &mut ResultadoDeTrabajador) {
        let tramo = &self.tramos[segmento.tramo];
        resultado.dias.naturales += segmento.dias;
        resultado.dias.incapacidad += segmento.incapacidad;
        resultado.dias.ausentismo += segmento.ausentismo;
        let sbc = segmento.sbc.centavos();
        if self.tiene[CEAV_PATRON] {
            let aplicado = sbc.min(tramo.tope);
            resultado.dudas |= tramo.ceav.dudas(aplicado, tramo.ceav.ubicar(aplicado));
        }
        if reducida && tramo.salario_minimo <= sbc && sbc < tramo.minimo_integrado {
            resultado.dudas |= DUDA_DEL_PISO;
        }
        let cuota = segmento.cuota_diaria.map_or(0, Importe::centavos);
        resultado.observado |=
            sbc < self.piso(reducida, tramo) || sbc > tramo.tope || cuota <= tramo.salario_minimo || cuota > sbc;
    }

    /// The least somebody can be registered with (LSS 28, 29 III).
    fn piso(&self, reducida: bool, tramo: &Tramo) -> i64 {
        if reducida && self.piso_integrado {
            tramo.minimo_integrado
        } else {
            tramo.salario_minimo
        }
    }

    /// What is to be said of a worker that was computed: floors, caps, daily wages, LSS 36.
    pub fn observaciones(&self, trabajador: &Trabajador, resultado: &ResultadoDeTrabajador) -> Vec<Hallazgo> {
        let mut hallazgos = Vec::new();
        let Some(importes) = resultado.importes.as_ref().filter(|_| resultado.observado) else {
            return hallazgos;
        };
        if resultado.segmentos.is_empty() {
            hallazgos.push(Hallazgo::nuevo(&regla::SIN_DIAS, "", &[]));
        }
        let reducida = trabajador.dias_laborados_semana.is_some_and(|d| d < 6);
        for segmento in &resultado.segmentos {
            self.observar_salarios(reducida, segmento, &mut hallazgos);
        }
        if importes.obrera_a_cargo_del_patron > Importe::CERO {
            let datos = [("importe", importes.obrera_a_cargo_del_patron)];
            avisar(&mut hallazgos, &regla::ARTICULO_36, "", &datos);
        }
        hallazgos
    }

    fn observar_salarios(&self, reducida: bool, segmento: &Segmento, hallazgos: &mut Vec<Hallazgo>) {
        let tramo = &self.tramos[segmento.tramo];
        let sbc = segmento.sbc;
        let piso = Importe::de_centavos(self.piso(reducida, tramo));
        let tope = Importe::de_centavos(tramo.tope);
        let minimo = Importe::de_centavos(tramo.salario_minimo);
        let donde = |campo: &str| match segmento.renglon {
            Some(renglon) => format!("renglones[{renglon}].{campo}"),
            None => campo.to_owned(),
        };
        if sbc < piso {
            avisar(
                hallazgos,
                &regla::SBC_BAJO,
                &donde("sbc"),
                &[("sbc", sbc), ("piso", piso)],
            );
        }
        if sbc > tope {
            avisar(
                hallazgos,
                &regla::SBC_TOPE,
                &donde("sbc"),
                &[("sbc", sbc), ("tope", tope)],
            );
        }
        let campo = donde("cuota_diaria");
        let Some(cuota) = segmento.cuota_diaria else {
            return avisar(hallazgos, &regla::CUOTA_DIARIA_FALTA, &campo, &[]);
        };
        // a salary at its cap is below what is earned (LSS 28)
        if cuota > sbc && sbc < tope {
            avisar(
                hallazgos,
                &regla::CUOTA_DIARIA_MAYOR,
                &campo,
                &[("cuota", cuota), ("sbc", sbc)],
            );
        }
        if cuota < minimo {
            avisar(
                hallazgos,
                &regla::CUOTA_DIARIA_BAJA,
                &campo,
                &[("cuota", cuota), ("minimo", minimo)],
            );
        }
    }
}

/// Once per finding and worker: two segments of the same renglón say the same.
fn avisar(hallazgos: &mut Vec<Hallazgo>, regla: &'static Regla, campo: &str, datos: &[(&str, Importe)]) {
    let textos: Vec<String> = datos.iter().map(|d| d.1.to_string()).collect();
    let datos: Vec<(&str, &str)> = datos.iter().zip(&textos).map(|(d, t)| (d.0, t.as_str())).collect();
    let hallazgo = Hallazgo::nuevo(regla, campo, &datos);
    if !hallazgos.contains(&hallazgo) {
        hallazgos.push(hallazgo);
    }
}

#[inline]
fn posicion_de_base(base: Base) -> usize {
    match base {
        Base::Uma => 0,
        Base::Sbc => 1,
        Base::Excedente => 2,
    }
}

#[inline]
fn posicion_de_dias(dias: Dias) -> usize {
    match dias {
        Dias::SinIncapacidad => 0,
        Dias::SinIncidencias => 1,
        Dias::SinAusentismo => 2,
    }
}

impl Importes {
    /// Sums the figures by party.
    fn sumar_partes(&mut self) {
        let (mut patronal, mut obrera, mut infonavit) = (0, 0, 0);
        for (figura, importe) in FIGURAS.iter().zip(self.figuras) {
            match figura.parte {
                Parte::Patron => patronal += importe,
                Parte::Obrero => obrera += importe,
                Parte::Infonavit => infonavit += importe,
            }
        }
        self.patronal = Importe::de_centavos(patronal);
        self.obrera = Importe::de_centavos(obrera);
        self.total = Importe::de_centavos(patronal + obrera + infonavit);
    }

    /// The figure at a position of [`FIGURAS`].
    pub fn figura(&self, indice: usize) -> Importe {
        Importe::de_centavos(self.figuras[indice])
    }

    /// Adds another worker's figures, or takes them away.
    pub fn acumular(&mut self, otro: &Self, signo: i64) {
        for (mia, suya) in self.figuras.iter_mut().zip(otro.figuras) {
            *mia += signo * suya;
        }
        let con_signo = |i: Importe| Importe::de_centavos(signo * i.centavos());
        self.patronal += con_signo(otro.patronal);
        self.obrera += con_signo(otro.obrera);
        self.obrera_a_cargo_del_patron += con_signo(otro.obrera_a_cargo_del_patron);
        self.total += con_signo(otro.total);
    }

    /// What leaves the employer's pocket: everything but what is withheld from the workers.
    pub fn costo_del_patron(&self) -> Importe {
        self.total - self.obrera + self.obrera_a_cargo_del_patron
    }

    /// What is withheld from the workers.
    pub fn retenido_al_trabajador(&self) -> Importe {
        self.obrera - self.obrera_a_cargo_del_patron
    }
}

/// Políticas of one calculation, noted where they mattered.
pub fn anotar_politicas(consulta: &mut Consulta<'_>, resultado: &ResultadoDeTrabajador) {
    for politica in resultado.politicas() {
        consulta.importa(politica);
    }
}

/// A calculation that does not need the answer's common part (the screen's, the benchmark's).
///
/// # Errors
/// As [`Calculo::preparar`].
pub fn preparar_solo(
    normativa: &ventanilla_normativa::Normativa,
    patron: &Patron,
    periodo: &Periodo,
    politicas: Politicas,
) -> Result<Calculo, Vec<Hallazgo>> {
    Calculo::preparar(&mut Consulta::nueva(normativa, politicas), patron, periodo)
}
