//! The operation `convenio.incumplimiento`: what the instalments that were not paid come to, and whether the plan still
//! stands (CFF 66-A I, IV and V; RACERF 138 and 139).

mod documento;

pub use documento::{
    CausaDeIncumplimiento, EntradaIncumplimiento, EstadoDeParcialidad, PagoDeParcialidad, ParcialidadPactada,
    ParcialidadRevisada, Rehabilitacion, SalidaIncumplimiento,
};

use super::simular::una;
use super::{CENTAVOS, con_numero, dato, demasiado, entero, importe, situar};
use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::credito::{Accesorios, Adeudo, accesorios};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::importe::Importe;
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::convenio as mensaje;
use crate::operacion::Resultado;
use crate::plazo::vencimiento_de_tramite;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use ventanilla_normativa::{Fila, Normativa, Tabla};

/// Most instalments that one document brings.
const MAXIMO: usize = 120;

/// All that leaves a plan without effect on `fecha`, in plain words.
///
/// # Errors
/// `normativa.fuera_de_vigencia` when no row of the table rules that day.
pub fn causas_de_incumplimiento(
    normativa: &Normativa,
    fecha: NaiveDate,
) -> Result<Vec<CausaDeIncumplimiento>, Hallazgo> {
    let mut causas: Vec<CausaDeIncumplimiento> = Vec::new();
    for fila in normativa.filas(Tabla::CausasConvenio).filter(|f| f.rige(fecha)) {
        if !causas.iter().any(|c| c.clave == fila.clave) {
            causas.push(causa(fila));
        }
    }
    if causas.is_empty() {
        // A key that is always there: the error says what the table covers.
        let falta = normativa.vigente(Tabla::CausasConvenio, PARCIALIDADES, fecha);
        return Err(falta.map_or_else(|error| fuera_de_vigencia(&error, "fecha"), |_| demasiado()));
    }
    Ok(causas)
}

fn causa(fila: &Fila) -> CausaDeIncumplimiento {
    CausaDeIncumplimiento {
        clave: fila.clave.to_string(),
        texto: con_numero(fila),
        fundamento: fila.articulos(),
    }
}

/// Key of the cause for several instalments: its value is how many.
const PARCIALIDADES: &str = "parcialidades";
/// Key of the cause for the last instalment.
const ULTIMA: &str = "ultima";
/// Key of the cause for a deferred payment.
const DIFERIDO: &str = "diferido";

/// The operation `convenio.incumplimiento`.
///
/// # Errors
/// `convenio.tabla`, `convenio.pago_ajeno`, `convenio.pago_futuro`, `convenio.tamano`, `inpc.no_cargado`,
/// `normativa.fuera_de_vigencia`.
pub fn ejecutar_incumplimiento(
    normativa: &Normativa,
    entrada: EntradaIncumplimiento,
) -> Resultado<SalidaIncumplimiento> {
    comprobar(&entrada)?;
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    let causas = causas_de_incumplimiento(normativa, entrada.fecha.0).map_err(una)?;
    let mut revision = Revision::nueva(&entrada);
    let mut errores: Vec<Hallazgo> = Vec::new();
    for (indice, pactada) in entrada.tabla.iter().enumerate() {
        if let Err(error) = revision.revisar(&mut consulta, pactada)
            && !errores.iter().any(|e| e.mismo(&error))
        {
            errores.push(situar(error, &format!("tabla[{indice}]"), "fecha"));
        }
    }
    if !errores.is_empty() {
        return Err(errores);
    }
    let total = revision.total().map_err(una)?;
    let caida = revision.caida(&mut consulta).map_err(una)?;
    let rehabilitacion = revision
        .rehabilitar(&mut consulta, caida.as_ref(), &total)
        .map_err(una)?;
    revision.nodos.extend(total.nodo.clone());
    let por_vencer = revision
        .revisadas
        .iter()
        .filter(|p| p.estado == EstadoDeParcialidad::PorVencer);
    Ok(SalidaIncumplimiento {
        sin_pagar: revision.cuantas(EstadoDeParcialidad::Vencida),
        tardias: revision.cuantas(EstadoDeParcialidad::Tardia),
        total_vencido: importe(&total).map_err(una)?,
        por_vencer: por_vencer.map(|p| p.total).sum(),
        saldo_insoluto: revision.saldo_insoluto(),
        sin_efecto: caida.is_some(),
        sin_efecto_desde: caida.as_ref().map(|c| c.desde),
        causa: caida.map(|c| c.clave.to_owned()),
        rehabilitacion,
        causas,
        memoria: entrada.memoria.then_some(revision.nodos),
        parcialidades: revision.revisadas,
        comun: consulta.concluir(revision.hallazgos),
    })
}

/// Numbered from 1, in order, with dates that advance; and each payment is of one of them and not of the future.
fn comprobar(entrada: &EntradaIncumplimiento) -> Resultado<()> {
    let filas = &entrada.tabla;
    let desordenada = (1_u32..).zip(filas).enumerate().find(|(i, (numero, fila))| {
        let antes = i
            .checked_sub(1)
            .and_then(|j| filas.get(j))
            .is_none_or(|previa| previa.vence < fila.vence);
        fila.numero != *numero || !antes || *i >= MAXIMO
    });
    let mala = desordenada.map(|(i, (numero, _))| (format!("tabla[{i}]"), numero));
    if let Some((campo, numero)) = mala.or_else(|| filas.is_empty().then(|| ("tabla".to_owned(), 1))) {
        let datos = [("maximo", MAXIMO.to_string()), ("numero", numero.to_string())];
        return Err(una(Hallazgo::con(&mensaje::TABLA, campo, &datos)));
    }
    let errores: Vec<Hallazgo> = entrada
        .pagos
        .iter()
        .enumerate()
        .filter_map(|(i, pago)| pago_malo(entrada, i, pago))
        .collect();
    if errores.is_empty() { Ok(()) } else { Err(errores) }
}

fn pago_malo(entrada: &EntradaIncumplimiento, indice: usize, pago: &PagoDeParcialidad) -> Option<Hallazgo> {
    if !entrada.tabla.iter().any(|fila| fila.numero == pago.numero) {
        let datos = [("numero", pago.numero.to_string())];
        return Some(Hallazgo::con(
            &mensaje::PAGO_AJENO,
            format!("pagos[{indice}].numero"),
            &datos,
        ));
    }
    (pago.fecha > entrada.fecha).then(|| {
        let datos = [("pago", pago.fecha.to_string()), ("fecha", entrada.fecha.to_string())];
        Hallazgo::con(&mensaje::PAGO_FUTURO, format!("pagos[{indice}].fecha"), &datos)
    })
}

/// The instalments as they are reviewed.
struct Revision<'e> {
    entrada: &'e EntradaIncumplimiento,
    pluma: Pluma,
    revisadas: Vec<ParcialidadRevisada>,
    vencidas: Vec<Cifra>,
    nodos: Vec<Nodo>,
    hallazgos: Vec<Hallazgo>,
}

/// A plan that fell.
struct Caida {
    clave: &'static str,
    desde: Fecha,
}

impl<'e> Revision<'e> {
    fn nueva(entrada: &'e EntradaIncumplimiento) -> Self {
        Self {
            entrada,
            pluma: Pluma {
                escribe: entrada.memoria,
            },
            revisadas: Vec::new(),
            vencidas: Vec::new(),
            nodos: Vec::new(),
            hallazgos: Vec::new(),
        }
    }

    /// What was paid of an instalment, in time and late.
    fn pagos(&self, pactada: &ParcialidadPactada, tarde: bool) -> impl Iterator<Item = &'e PagoDeParcialidad> {
        let (numero, vence) = (pactada.numero, pactada.vence);
        let suyos = self.entrada.pagos.iter().filter(move |p| p.numero == numero);
        suyos.filter(move |p| (p.fecha > vence) == tarde)
    }

    /// How one instalment stands. What was paid by the day it was due lowers what is late; what was paid later counts if
    /// it covers, on its day, all that was owed by then.
    fn revisar(&mut self, consulta: &mut Consulta<'_>, pactada: &ParcialidadPactada) -> Result<(), Hallazgo> {
        let pagado: Importe = self.pagos(pactada, false).map(|p| p.importe).sum();
        let tarde: Importe = self.pagos(pactada, true).map(|p| p.importe).sum();
        let faltante = (pactada.pago - pagado).max(Importe::CERO);
        let mut revisada = ParcialidadRevisada {
            numero: pactada.numero,
            vence: pactada.vence,
            pago: pactada.pago,
            pagado,
            pagado_tarde: tarde,
            estado: EstadoDeParcialidad::Pagada,
            dias_de_atraso: None,
            mora: None,
            total: Importe::CERO,
        };
        if pactada.vence >= self.entrada.fecha && faltante > Importe::CERO {
            revisada.estado = EstadoDeParcialidad::PorVencer;
            revisada.total = faltante;
        } else if faltante > Importe::CERO {
            self.vencer(consulta, pactada, &mut revisada)?;
        }
        self.revisadas.push(revisada);
        Ok(())
    }

    /// What is missing of an instalment, brought to a day with its mora (CFF 66-A I, third paragraph).
    fn mora(
        &self,
        consulta: &mut Consulta<'_>,
        pactada: &ParcialidadPactada,
        (faltante, dia): (Importe, NaiveDate),
        pluma: Pluma,
    ) -> Result<(Accesorios, Vec<Hallazgo>, Vec<Nodo>), Hallazgo> {
        let adeudo = Adeudo {
            importe: faltante,
            vencimiento: pactada.nominal.unwrap_or(pactada.vence).0,
            pago: dia,
            causa_recargos: true,
            inpc: &self.entrada.inpc,
        };
        accesorios(consulta, &adeudo, pluma.escribe)
    }

    /// An instalment that was not paid in full by its day. Its mora runs until the late payment that covered it, or
    /// until the day of the review.
    fn vencer(
        &mut self,
        consulta: &mut Consulta<'_>,
        pactada: &ParcialidadPactada,
        revisada: &mut ParcialidadRevisada,
    ) -> Result<(), Hallazgo> {
        let hoy = self.entrada.fecha;
        let entradas = [
            Entra::Dato("mensualidad", pactada.pago.decimal()),
            Entra::Dato("pagado a tiempo", revisada.pagado.decimal()),
        ];
        let faltante = self
            .pluma
            .paso(&mensaje::FALTANTE, Operacion::Resta, CENTAVOS, &entradas)
            .ok_or_else(demasiado)?;
        let debido = importe(&faltante)?;
        let ultimo = self.pagos(pactada, true).map(|p| p.fecha).max();
        let corte = ultimo.filter(|_| revisada.pagado_tarde >= debido);
        let dia = corte.unwrap_or(hoy);
        let (mora, hallados, nodos) = self.mora(consulta, pactada, (debido, dia.0), self.pluma)?;
        match corte {
            Some(_) => revisada.estado = EstadoDeParcialidad::Tardia,
            None => {
                revisada.estado = EstadoDeParcialidad::Vencida;
                revisada.dias_de_atraso = u32::try_from((hoy.0 - pactada.vence.0).num_days()).ok();
            }
        }
        if revisada.pagado_tarde >= mora.total {
            return Ok(());
        }
        let mut vencida = self
            .pluma
            .dato(&mensaje::VENCIDA, mora.total.decimal())
            .ok_or_else(demasiado)?;
        let cual = format!("número {}", pactada.numero);
        vencida.nodo = vencida
            .nodo
            .map(|n| n.precisando(&cual).sobre(faltante.nodo).sobre(nodos));
        let debe = self.a_cuenta(vencida, revisada, dia)?;
        revisada.total = importe(&debe)?;
        revisada.mora = Some(mora);
        self.vencidas.push(debe);
        for hallazgo in hallados {
            if !self.hallazgos.iter().any(|h| h.mismo(&hallazgo)) {
                self.hallazgos.push(situar(hallazgo, "tabla", "fecha"));
            }
        }
        Ok(())
    }

    /// What is owed once the late payments that did not cover it are taken off.
    fn a_cuenta(&mut self, vencida: Cifra, revisada: &ParcialidadRevisada, dia: Fecha) -> Result<Cifra, Hallazgo> {
        if revisada.pagado_tarde == Importe::CERO {
            return Ok(vencida);
        }
        let datos = [("numero", revisada.numero.to_string()), ("dia", dia.to_string())];
        self.hallazgos
            .push(Hallazgo::con(&mensaje::PAGO_A_CUENTA, "pagos", &datos));
        let tarde = self
            .pluma
            .dato(&mensaje::A_CUENTA, revisada.pagado_tarde.decimal())
            .ok_or_else(demasiado)?;
        let entradas = [Entra::Paso("con su mora", &vencida), Entra::Paso("a cuenta", &tarde)];
        let debe = self
            .pluma
            .paso(&mensaje::VENCIDA, Operacion::Resta, CENTAVOS, &entradas);
        debe.ok_or_else(demasiado)
    }

    fn cuantas(&self, estado: EstadoDeParcialidad) -> u32 {
        let cuantas = self.revisadas.iter().filter(|p| p.estado == estado).count();
        u32::try_from(cuantas).unwrap_or(u32::MAX)
    }

    /// What is due, with its mora.
    fn total(&self) -> Result<Cifra, Hallazgo> {
        let total = if self.vencidas.is_empty() {
            self.pluma.dato(&mensaje::TOTAL_VENCIDO, Decimal::ZERO)
        } else {
            let sumandos: Vec<Entra<'_>> = self.vencidas.iter().map(|c| Entra::Paso("vencida", c)).collect();
            self.pluma
                .paso(&mensaje::TOTAL_VENCIDO, Operacion::Suma, CENTAVOS, &sumandos)
        };
        total.ok_or_else(demasiado)
    }

    /// Balance of what is not paid; `None` unless every row brings its capital.
    fn saldo_insoluto(&self) -> Option<Importe> {
        let filas = self.entrada.tabla.iter().zip(&self.revisadas);
        let debidas = filas.map(|(pactada, revisada)| {
            let pagada = matches!(
                revisada.estado,
                EstadoDeParcialidad::Pagada | EstadoDeParcialidad::Tardia
            );
            pactada
                .capital
                .map(|capital| if pagada { Importe::CERO } else { capital })
        });
        debidas
            .collect::<Option<Vec<_>>>()
            .map(|partes| partes.into_iter().sum())
    }

    /// Whether the plan fell, and when: with as many instalments unpaid as the law says, one after another or not, or
    /// with the last one. What the law counts differently in its two texts is a warning.
    fn caida(&mut self, consulta: &mut Consulta<'_>) -> Result<Option<Caida>, Hallazgo> {
        let fecha = self.entrada.fecha.0;
        let fila = consulta
            .vigente(Tabla::CausasConvenio, PARCIALIDADES, fecha)
            .map_err(|error| fuera_de_vigencia(&error, "fecha"))?;
        let limite = entero(fila).max(1);
        let vencidas: Vec<Fecha> = self.vencidas_en_orden().collect();
        let tercera = usize::try_from(limite - 1).ok().and_then(|i| vencidas.get(i)).copied();
        let ultima = self
            .revisadas
            .last()
            .filter(|p| p.estado == EstadoDeParcialidad::Vencida)
            .map(|p| p.vence);
        let clave_ultima = if self.revisadas.len() == 1 { DIFERIDO } else { ULTIMA };
        let candidatas = [(PARCIALIDADES, tercera), (clave_ultima, ultima)];
        let caida = candidatas
            .into_iter()
            .filter_map(|(clave, vence)| {
                Some(Caida {
                    clave,
                    desde: Fecha(vence?.0.succ_opt()?),
                })
            })
            .min_by_key(|caida| caida.desde);
        let (sin_pagar, tardias) = (
            self.cuantas(EstadoDeParcialidad::Vencida),
            self.cuantas(EstadoDeParcialidad::Tardia),
        );
        match &caida {
            Some(caida) => self.anunciar(consulta, caida)?,
            None if tardias > 0 && sin_pagar + tardias >= limite => {
                let datos = [
                    ("tardias", tardias.to_string()),
                    ("sin_pagar", sin_pagar.to_string()),
                    ("limite", limite.to_string()),
                ];
                self.hallazgos.push(Hallazgo::con(&mensaje::TARDIAS, "pagos", &datos));
            }
            None => {}
        }
        Ok(caida)
    }

    fn vencidas_en_orden(&self) -> impl Iterator<Item = Fecha> {
        let vencidas = self
            .revisadas
            .iter()
            .filter(|p| p.estado == EstadoDeParcialidad::Vencida);
        vencidas.map(|p| p.vence)
    }

    fn anunciar(&mut self, consulta: &mut Consulta<'_>, caida: &Caida) -> Result<(), Hallazgo> {
        let fecha = self.entrada.fecha.0;
        let fila = consulta
            .vigente(Tabla::CausasConvenio, caida.clave, fecha)
            .map_err(|error| fuera_de_vigencia(&error, "fecha"))?;
        let dias = dato(consulta, "requerimiento_dias", fecha).map_err(|error| error.en("fecha"))?;
        let datos = [
            ("desde", caida.desde.to_string()),
            ("causa", con_minuscula(&con_numero(fila))),
            ("dias", dias.valor.to_string()),
        ];
        self.hallazgos
            .push(Hallazgo::con(&mensaje::SIN_EFECTO, "tabla", &datos));
        Ok(())
    }

    /// What it takes to bring a fallen plan back, once.
    fn rehabilitar(
        &mut self,
        consulta: &mut Consulta<'_>,
        caida: Option<&Caida>,
        total: &Cifra,
    ) -> Result<Option<Rehabilitacion>, Hallazgo> {
        let Some(caida) = caida else { return Ok(None) };
        if self.entrada.rehabilitado {
            self.hallazgos
                .push(Hallazgo::con(&mensaje::YA_REHABILITADO, "rehabilitado", &[]));
            return Ok(None);
        }
        let fila = dato(consulta, "rehabilitacion_dias", self.entrada.fecha.0).map_err(|error| error.en("fecha"))?;
        let hasta = vencimiento_de_tramite(consulta, caida.desde.0, entero(fila)).map_err(|error| error.en("fecha"))?;
        let calcular = || {
            let posteriores = self
                .pluma
                .dato(&mensaje::CUOTAS_POSTERIORES, self.entrada.cuotas_posteriores.decimal())?;
            let vencido = self.pluma.dato(&mensaje::TOTAL_VENCIDO, total.valor)?;
            let sumandos = [
                Entra::Paso("vencido", &vencido),
                Entra::Paso("cuotas posteriores", &posteriores),
            ];
            self.pluma
                .paso(&mensaje::REHABILITACION, Operacion::Suma, CENTAVOS, &sumandos)
        };
        let cifra = calcular().ok_or_else(demasiado)?;
        let datos = [("dias", fila.valor.to_string()), ("desde", caida.desde.to_string())];
        self.hallazgos.push(Hallazgo::con(&mensaje::REHABILITAR, "", &datos));
        let rehabilitacion = Rehabilitacion {
            importe: importe(&cifra)?,
            hasta: Fecha(hasta.fecha),
            en_plazo: self.entrada.fecha.0 <= hasta.fecha,
            dias_habiles: entero(fila),
            fundamento: fila.articulos(),
        };
        self.nodos.extend(cifra.nodo);
        Ok(Some(rehabilitacion))
    }
}

/// A sentence that goes on inside another.
fn con_minuscula(texto: &str) -> String {
    let mut letras = texto.chars();
    let primera = letras.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    primera + letras.as_str()
}
