//! The debt on the day of the application, and how it is divided: what is left out, what is paid at once, what is paid in
//! time (LSS 40 C and 40 D, CFF 66 II, RACERF 133, 141 and 142).

use super::entrada::{ClaseDeCredito, CreditoDeConvenio, Modalidad};
use super::salida::{AdeudoDeConvenio, CreditoActualizado, Exclusion, PagoInicial};
use super::{CENTAVOS, dato, demasiado, importe, situar};
use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::Consulta;
use crate::credito::{Accesorios, Adeudo, InpcDado, accesorios};
use crate::fecha::Mes;
use crate::hallazgo::Hallazgo;
use crate::importe::{Importe, fraccion};
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::{Regla, convenio as mensaje};
use crate::operacion::Resultado;
use crate::politica::Politica;
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

/// Most credits that one document brings.
const MAXIMO: usize = 500;

/// Checks the credits one by one. Gives what is odd but can be computed.
///
/// # Errors
/// Every error, each at its field.
pub(super) fn comprobar(creditos: &[CreditoDeConvenio]) -> Result<Vec<Hallazgo>, Vec<Hallazgo>> {
    if creditos.len() > MAXIMO {
        let datos = [("cuantos", creditos.len().to_string()), ("maximo", MAXIMO.to_string())];
        return Err(vec![Hallazgo::con(&mensaje::DEMASIADOS, "creditos", &datos)]);
    }
    let todos = creditos.iter().enumerate().flat_map(|(indice, credito)| {
        let hallados = importes(credito).into_iter().chain(periodo(credito));
        hallados.map(move |h| h.dentro_de(&format!("creditos[{indice}]")))
    });
    let (errores, otros): (Vec<_>, Vec<_>) = todos.partition(Hallazgo::es_error);
    if errores.is_empty() { Ok(otros) } else { Err(errores) }
}

/// Contributions have shares; anything else, one amount.
fn importes(credito: &CreditoDeConvenio) -> Option<Hallazgo> {
    let cuotas = credito.patronal.is_some() || credito.obrera.is_some();
    let otro = credito.importe.is_some();
    let (van, otros, bien, mal, campo) = if credito.clase.es_cuota() {
        ("«patronal» y «obrera»", "«importe»", cuotas, otro, "importe")
    } else {
        ("«importe»", "«patronal» u «obrera»", otro, cuotas, "patronal")
    };
    if mal {
        return Some(Hallazgo::nuevo(
            &mensaje::IMPORTES,
            campo,
            &[("van", van), ("otros", otros)],
        ));
    }
    (!bien).then(|| Hallazgo::nuevo(&mensaje::SIN_IMPORTE, "", &[("van", van)]))
}

fn periodo(credito: &CreditoDeConvenio) -> Option<Hallazgo> {
    let texto = credito.periodo.as_deref()?;
    let datos = [("valor", texto)];
    let Some(mes) = Mes::leer(texto) else {
        return Some(Hallazgo::nuevo(&mensaje::PERIODO, "periodo", &datos));
    };
    if credito.clase == ClaseDeCredito::Rcv && mes.inicio().month() % 2 == 1 {
        return Some(Hallazgo::nuevo(&mensaje::PERIODO_RCV, "periodo", &datos));
    }
    let ajeno = credito.clase.es_cuota() && Mes::de(credito.vencimiento.0).anterior() != mes;
    ajeno.then(|| {
        let datos = [
            ("periodo", texto.to_owned()),
            ("vencimiento", credito.vencimiento.to_string()),
        ];
        Hallazgo::con(&mensaje::VENCIMIENTO_AJENO, "vencimiento", &datos)
    })
}

/// The credits with their accesorios: computed once, whatever the plan.
pub(super) struct Cartera<'e> {
    creditos: &'e [CreditoDeConvenio],
    solicitud: NaiveDate,
    actualizados: Vec<Actualizado>,
    /// What was found on the way.
    pub hallazgos: Vec<Hallazgo>,
}

/// The two parts of a credit: what the employer owes (or all of it, if it has no shares) and what it withheld.
struct Actualizado {
    patronal: Option<(Accesorios, Cifra)>,
    obrera: Option<(Accesorios, Cifra)>,
    /// Costs of collection: they have no accesorios.
    simple: Option<Cifra>,
}

impl<'e> Cartera<'e> {
    /// Brings every credit to the day of the application.
    ///
    /// # Errors
    /// `inpc.no_cargado`, `credito.tamano`, `normativa.fuera_de_vigencia`, at each credit; the same error is said once.
    pub(super) fn actualizar(
        consulta: &mut Consulta<'_>,
        pluma: Pluma,
        creditos: &'e [CreditoDeConvenio],
        solicitud: NaiveDate,
        inpc: &InpcDado,
    ) -> Resultado<Self> {
        let mut cartera = Self {
            creditos,
            solicitud,
            actualizados: Vec::new(),
            hallazgos: Vec::new(),
        };
        let mut errores: Vec<Hallazgo> = Vec::new();
        for (indice, credito) in creditos.iter().enumerate() {
            let mut hallazgos = Vec::new();
            match Actualizado::nuevo(consulta, pluma, credito, (solicitud, inpc), &mut hallazgos) {
                Ok(actualizado) => cartera.actualizados.push(actualizado),
                Err(error) => agregar(&mut errores, vec![error], indice),
            }
            agregar(&mut cartera.hallazgos, hallazgos, indice);
        }
        if errores.is_empty() { Ok(cartera) } else { Err(errores) }
    }

    /// What leaves a credit out of a plan of this kind, if anything does.
    fn exclusion(&self, credito: &CreditoDeConvenio, modalidad: Modalidad) -> Option<&'static Regla> {
        if credito.fianza_en_tramite {
            Some(&mensaje::EXCLUIDO_FIANZA)
        } else if credito.prorroga_40e {
            Some(&mensaje::EXCLUIDO_40E)
        } else if credito.clase == ClaseDeCredito::Rcv && modalidad == Modalidad::Parcialidades {
            Some(&mensaje::EXCLUIDO_RCV)
        } else if credito.clase.es_cuota() && credito.vencimiento.0 > self.solicitud {
            Some(&mensaje::NO_VENCIDO)
        } else {
            None
        }
    }

    /// Divides the debt as a plan of this kind asks.
    ///
    /// # Errors
    /// `convenio.sin_saldo`, `convenio.tamano`, `normativa.fuera_de_vigencia`.
    pub(super) fn repartir(
        &self,
        consulta: &mut Consulta<'_>,
        pluma: Pluma,
        modalidad: Modalidad,
    ) -> Result<Reparto, Hallazgo> {
        let mut partes = Partes::default();
        for (indice, (credito, actualizado)) in self.creditos.iter().zip(&self.actualizados).enumerate() {
            let exclusion = self.exclusion(credito, modalidad);
            partes
                .creditos
                .push(actualizado.salida(indice, credito, exclusion.is_none()));
            match exclusion {
                Some(regla) => partes.excluir(regla, indice, credito),
                None => partes.incluir(consulta, modalidad, (indice, credito), actualizado),
            }
        }
        partes.repartir(consulta, pluma, self.solicitud)
    }

    /// The credits that enter a plan of this kind, with their places.
    pub(super) fn incluidos(&self, modalidad: Modalidad) -> impl Iterator<Item = (usize, &'e CreditoDeConvenio)> {
        let entra = move |(_, credito): &(usize, &CreditoDeConvenio)| self.exclusion(credito, modalidad).is_none();
        self.creditos.iter().enumerate().filter(entra)
    }
}

/// Adds findings about a credit; what was already said of another is not said again.
fn agregar(a: &mut Vec<Hallazgo>, nuevos: Vec<Hallazgo>, indice: usize) {
    for hallazgo in nuevos {
        if !a.iter().any(|h| h.mismo(&hallazgo)) {
            a.push(situar(hallazgo, &format!("creditos[{indice}]"), "solicitud"));
        }
    }
}

impl Actualizado {
    fn nuevo(
        consulta: &mut Consulta<'_>,
        pluma: Pluma,
        credito: &CreditoDeConvenio,
        (solicitud, inpc): (NaiveDate, &InpcDado),
        hallazgos: &mut Vec<Hallazgo>,
    ) -> Result<Self, Hallazgo> {
        let vacio = Self {
            patronal: None,
            obrera: None,
            simple: None,
        };
        if credito.clase == ClaseDeCredito::GastosEjecucion {
            let monto = credito.importe.unwrap_or_default().decimal();
            return Ok(Self {
                simple: Some(pluma.dato(&mensaje::CREDITO, monto).ok_or_else(demasiado)?),
                ..vacio
            });
        }
        let mut parte = |importe: Option<Importe>, cual: &str| {
            let Some(importe) = importe else { return Ok(None) };
            let adeudo = Adeudo {
                importe,
                vencimiento: credito.vencimiento.0,
                // What is due the day it is asked for has no accesorios yet.
                pago: solicitud,
                causa_recargos: credito.clase != ClaseDeCredito::Multa,
                inpc,
            };
            let (accesorios, hallados, nodos) = accesorios(consulta, &adeudo, pluma.escribe)?;
            hallazgos.extend(hallados);
            let mut cifra = pluma
                .dato(&mensaje::CREDITO, accesorios.total.decimal())
                .ok_or_else(demasiado)?;
            let detalle = detalle(credito, cual);
            cifra.nodo = cifra.nodo.map(|nodo| nodo.precisando(&detalle).sobre(nodos));
            Ok(Some((accesorios, cifra)))
        };
        Ok(Self {
            patronal: parte(credito.patronal.or(credito.importe), "")?,
            obrera: parte(credito.obrera, ", cuota obrera")?,
            ..vacio
        })
    }

    fn salida(&self, indice: usize, credito: &CreditoDeConvenio, incluido: bool) -> CreditoActualizado {
        let de = |parte: &Option<(Accesorios, Cifra)>| parte.as_ref().map(|p| p.0.clone());
        let (patronal, obrera) = (de(&self.patronal), de(&self.obrera));
        let simple = self.simple.as_ref().map(|_| credito.importe.unwrap_or_default());
        let total = [patronal.as_ref(), obrera.as_ref()];
        CreditoActualizado {
            indice,
            clase: credito.clase,
            periodo: credito.periodo.clone(),
            vencimiento: credito.vencimiento,
            incluido,
            total: total.into_iter().flatten().map(|a| a.total).chain(simple).sum(),
            patronal,
            obrera,
        }
    }
}

/// `cop 2026-01`, `multa 2026-03-10, cuota obrera`.
fn detalle(credito: &CreditoDeConvenio, cual: &str) -> String {
    let clase = match credito.clase {
        ClaseDeCredito::Cop => "COP",
        ClaseDeCredito::Rcv => "RCV",
        ClaseDeCredito::Multa => "multa",
        ClaseDeCredito::CapitalConstitutivo => "capital constitutivo",
        ClaseDeCredito::GastosEjecucion => "gastos de ejecución",
    };
    let cuando = credito
        .periodo
        .clone()
        .unwrap_or_else(|| credito.vencimiento.to_string());
    format!("{clase} {cuando}{cual}")
}

/// The parts of the debt while they are being told apart.
#[derive(Default)]
struct Partes<'c> {
    creditos: Vec<CreditoActualizado>,
    a_plazos: Vec<&'c Cifra>,
    al_contado: Vec<&'c Cifra>,
    exclusiones: Vec<Exclusion>,
    hallazgos: Vec<Hallazgo>,
}

impl<'c> Partes<'c> {
    fn excluir(&mut self, regla: &'static Regla, indice: usize, credito: &CreditoDeConvenio) {
        let datos = [("vencimiento", credito.vencimiento.to_string())];
        let hallazgo = Hallazgo::con(regla, format!("creditos[{indice}]"), &datos);
        self.exclusiones.push(excluido(&hallazgo, indice, credito.clase));
        self.hallazgos.push(hallazgo);
    }

    fn incluir(
        &mut self,
        consulta: &mut Consulta<'_>,
        modalidad: Modalidad,
        (indice, credito): (usize, &CreditoDeConvenio),
        actualizado: &'c Actualizado,
    ) {
        let patronal = actualizado.patronal.as_ref().map(|p| &p.1);
        self.a_plazos.extend(patronal.into_iter().chain(&actualizado.simple));
        let campo = format!("creditos[{indice}]");
        if credito.clase == ClaseDeCredito::GastosEjecucion {
            self.hallazgos.push(Hallazgo::con(&mensaje::GASTOS, campo.clone(), &[]));
        }
        let rcv = credito.clase == ClaseDeCredito::Rcv && modalidad == Modalidad::Diferido;
        if rcv && (credito.periodo.is_none() || credito.patronal.is_none() || credito.obrera.is_none()) {
            self.hallazgos.push(Hallazgo::con(&mensaje::RCV_INCOMPLETO, campo, &[]));
        }
        let Some((accesorios, obrera)) = actualizado.obrera.as_ref().filter(|o| o.1.valor > Decimal::ZERO) else {
            return;
        };
        if rcv {
            consulta.importa(Politica::RcvObrera);
            if consulta.politicas.es(Politica::RcvObrera, "se_difiere") {
                self.a_plazos.push(obrera);
                return;
            }
        }
        self.al_contado.push(obrera);
        let datos = [("importe", accesorios.total.to_string())];
        let hallazgo = Hallazgo::con(&mensaje::OBRERA, format!("creditos[{indice}].obrera"), &datos);
        self.exclusiones.push(excluido(&hallazgo, indice, credito.clase));
    }

    fn repartir(mut self, consulta: &mut Consulta<'_>, pluma: Pluma, fecha: NaiveDate) -> Result<Reparto, Hallazgo> {
        let sumar = |regla, cifras: &[&Cifra]| {
            if cifras.is_empty() {
                return pluma.dato(regla, Decimal::ZERO);
            }
            let sumandos: Vec<Entra<'_>> = cifras.iter().map(|c| Entra::Paso("crédito", c)).collect();
            pluma.paso(regla, Operacion::Suma, CENTAVOS, &sumandos)
        };
        let patronal = sumar(&mensaje::ADEUDO_PATRONAL, &self.a_plazos).ok_or_else(demasiado)?;
        let obrera = sumar(&mensaje::ADEUDO_OBRERA, &self.al_contado).ok_or_else(demasiado)?;
        self.avisar(&obrera)?;
        let inicial = inicial(consulta, pluma, fecha, &patronal, &obrera)?;
        let entradas = [
            Entra::Dato("adeudo", patronal.valor),
            Entra::Dato("parte que se paga al inicio", inicial.parte.valor),
        ];
        let saldo = pluma
            .paso(&mensaje::SALDO, Operacion::Resta, CENTAVOS, &entradas)
            .ok_or_else(demasiado)?;
        if saldo.valor.is_zero() {
            return Err(Hallazgo::con(&mensaje::SIN_SALDO, "creditos", &[]));
        }
        let (a_plazos, al_contado) = (importe(&patronal)?, importe(&obrera)?);
        Ok(Reparto {
            adeudo: Some(AdeudoDeConvenio {
                creditos: self.creditos,
                patronal: a_plazos,
                obrera: al_contado,
                total: a_plazos + al_contado,
            }),
            pago_inicial: Some(PagoInicial {
                patronal: importe(&inicial.parte)?,
                obrera: al_contado,
                total: importe(&inicial.total)?,
            }),
            financiado: Some(patronal.valor),
            saldo: saldo.valor,
            exclusiones: self.exclusiones,
            hallazgos: self.hallazgos,
            nodos: [patronal.nodo, obrera.nodo, inicial.total.nodo, saldo.nodo]
                .into_iter()
                .flatten()
                .collect(),
        })
    }

    /// What a worker's share has to say, once for all of them.
    fn avisar(&mut self, obrera: &Cifra) -> Result<(), Hallazgo> {
        if obrera.valor.is_zero() {
            return Ok(());
        }
        let datos = [("importe", importe(obrera)?.to_string())];
        self.hallazgos.push(Hallazgo::con(&mensaje::OBRERA, "creditos", &datos));
        self.hallazgos
            .push(Hallazgo::con(&mensaje::ACCESORIOS_OBRERA, "creditos", &[]));
        Ok(())
    }
}

fn excluido(hallazgo: &Hallazgo, indice: usize, clase: ClaseDeCredito) -> Exclusion {
    Exclusion {
        indice,
        clase,
        motivo: hallazgo.codigo.to_owned(),
        mensaje: hallazgo.mensaje.clone(),
        fundamento: hallazgo.fundamento.iter().map(|a| (*a).to_owned()).collect(),
    }
}

/// What is paid with the application.
struct Inicial {
    /// Of the debt that may be paid in time.
    parte: Cifra,
    /// That, and the whole worker's share.
    total: Cifra,
}

fn inicial(
    consulta: &mut Consulta<'_>,
    pluma: Pluma,
    fecha: NaiveDate,
    patronal: &Cifra,
    obrera: &Cifra,
) -> Result<Inicial, Hallazgo> {
    let fila = dato(consulta, "parte_inicial", fecha)?;
    if !obrera.valor.is_zero() {
        consulta.importa(Politica::BaseInicial);
    }
    let con_obrera = consulta.politicas.es(Politica::BaseInicial, "con_obrera") && !obrera.valor.is_zero();
    let calcular = || {
        let a_la_parte = |base: Entra<'_>| {
            let entradas = [
                base,
                Entra::Fila("parte que se paga al inicio", fraccion(fila.valor), fila),
            ];
            pluma.paso(&mensaje::INICIAL_PATRONAL, Operacion::Producto, CENTAVOS, &entradas)
        };
        let parte = if con_obrera {
            let sumandos = [
                pluma.dato(&mensaje::ADEUDO_PATRONAL, patronal.valor)?,
                pluma.dato(&mensaje::ADEUDO_OBRERA, obrera.valor)?,
            ];
            let sumandos = sumandos.each_ref().map(|c| Entra::Paso("adeudo", c));
            let base = pluma.paso(&mensaje::BASE_INICIAL, Operacion::Suma, CENTAVOS, &sumandos)?;
            let parte = a_la_parte(Entra::Paso("adeudo total", &base))?;
            let entradas = [
                Entra::Paso("parte", &parte),
                Entra::Dato("adeudo a plazos", patronal.valor),
            ];
            pluma.paso(&mensaje::INICIAL_TOPE, Operacion::Minimo, CENTAVOS, &entradas)?
        } else {
            a_la_parte(Entra::Dato("adeudo", patronal.valor))?
        };
        let obrera = pluma.dato(&mensaje::ADEUDO_OBRERA, obrera.valor)?;
        let sumandos = [
            Entra::Paso("parte del adeudo", &parte),
            Entra::Paso("cuota obrera", &obrera),
        ];
        let total = pluma.paso(&mensaje::PAGO_INICIAL, Operacion::Suma, CENTAVOS, &sumandos)?;
        Some(Inicial { parte, total })
    };
    calcular().ok_or_else(demasiado)
}

/// A debt divided for one kind of plan.
pub(super) struct Reparto {
    /// The debt; `None` when only the balance is known.
    pub adeudo: Option<AdeudoDeConvenio>,
    /// What is paid with the application.
    pub pago_inicial: Option<PagoInicial>,
    /// What may be paid in time, before the initial payment.
    pub financiado: Option<Decimal>,
    /// What is left to be paid in time, pesos: above zero.
    pub saldo: Decimal,
    /// What was left out.
    pub exclusiones: Vec<Exclusion>,
    /// What was found.
    pub hallazgos: Vec<Hallazgo>,
    /// The explanation, if it is being written.
    pub nodos: Vec<Nodo>,
}

impl Reparto {
    /// Only the balance is known.
    ///
    /// # Errors
    /// `convenio.sin_saldo`.
    pub(super) fn de_saldo(pluma: Pluma, saldo: Importe) -> Result<Self, Hallazgo> {
        if saldo == Importe::CERO {
            return Err(Hallazgo::con(&mensaje::SIN_SALDO, "saldo", &[]));
        }
        let cifra = pluma.dato(&mensaje::SALDO, saldo.decimal()).ok_or_else(demasiado)?;
        Ok(Self {
            adeudo: None,
            pago_inicial: None,
            financiado: None,
            saldo: cifra.valor,
            exclusiones: Vec::new(),
            hallazgos: Vec::new(),
            nodos: cifra.nodo.into_iter().collect(),
        })
    }
}
