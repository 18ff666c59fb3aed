//! The schedule of a plan: its rate, its instalments and their dates (CFF 66-A I and II, RCFF 65, LIF 11 II).

use super::entrada::{Deudor, Modalidad};
use super::salida::Parcialidad;
use super::{CENTAVOS, con_numero, dato, demasiado, entero, importe};
use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::importe::{Importe, fraccion};
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::convenio as mensaje;
use crate::plazo::vencimiento_de_pago;
use crate::politica::Politica;
use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;
use ventanilla_normativa::{Fila, Tabla};

/// What is asked for.
#[derive(Clone, Copy)]
pub(super) struct Terminos {
    /// How it is paid.
    pub modalidad: Modalidad,
    /// Months.
    pub plazo: u32,
    /// Who owes.
    pub deudor: Deudor,
    /// Day of the application.
    pub solicitud: NaiveDate,
    /// Day of the initial payment.
    pub pago: NaiveDate,
}

/// The working day each nominal day is due: several plans of one debt share their days, and the calendar is asked once.
#[derive(Default)]
pub(super) struct Agenda(Vec<(NaiveDate, NaiveDate)>);

impl Agenda {
    fn vence(&mut self, consulta: &mut Consulta<'_>, nominal: NaiveDate) -> Result<NaiveDate, Hallazgo> {
        if let Some((_, vence)) = self.0.iter().find(|(dia, _)| *dia == nominal) {
            return Ok(*vence);
        }
        let vence = vencimiento_de_pago(consulta, nominal)?.fecha;
        self.0.push((nominal, vence));
        Ok(vence)
    }
}

/// A schedule.
pub(super) struct Plan {
    /// Monthly rate, percent.
    pub tasa: String,
    /// Its rows.
    pub tabla: Vec<Parcialidad>,
    /// All that is paid in time.
    pub total: Cifra,
    /// What time costs.
    pub recargos: Cifra,
    /// The explanation of the rate and of one instalment, if it is being written.
    pub nodos: Vec<Nodo>,
}

impl Terminos {
    /// Longest plan of this kind, in months, and what there is to say of it.
    ///
    /// # Errors
    /// `convenio.plazo` when the term is longer, `normativa.fuera_de_vigencia`.
    pub(super) fn comprobar(&self, consulta: &mut Consulta<'_>) -> Result<Vec<Hallazgo>, Hallazgo> {
        let mut hallazgos = Vec::new();
        let comun = match self.modalidad {
            Modalidad::Parcialidades => "parcialidades_maximo",
            Modalidad::Diferido => "diferido_maximo",
        };
        let mut maximo = entero(dato(consulta, comun, self.solicitud)?);
        if self.deudor == Deudor::EntePublico && self.modalidad == Modalidad::Parcialidades {
            hallazgos.push(self.ente_publico(consulta, &mut maximo));
        }
        if self.plazo == 0 || self.plazo > maximo {
            let datos = [
                ("modalidad", self.modalidad.nombre().to_owned()),
                ("maximo", maximo.to_string()),
                ("plazo", self.plazo.to_string()),
            ];
            return Err(Hallazgo::con(&mensaje::PLAZO, "plazo", &datos));
        }
        if self.plazo == maximo && self.modalidad == Modalidad::Parcialidades {
            let datos = [("maximo", maximo.to_string())];
            hallazgos.push(Hallazgo::con(&mensaje::CUENTA_INICIAL, "plazo", &datos));
        }
        Ok(hallazgos)
    }

    /// Public entities have a longer plan in the years whose law of revenue says so; in others, that of everybody.
    fn ente_publico(&self, consulta: &mut Consulta<'_>, maximo: &mut u32) -> Hallazgo {
        let especiales = consulta
            .vigente(Tabla::Convenio, "ente_publico_maximo", self.solicitud)
            .and_then(|fila| {
                Ok((
                    fila,
                    consulta.vigente(Tabla::Convenio, "ente_publico_reduccion", self.solicitud)?,
                ))
            });
        match especiales {
            Ok((fila, reduccion)) => {
                *maximo = entero(fila);
                let datos = [("maximo", maximo.to_string()), ("reduccion", con_numero(reduccion))];
                Hallazgo::con(&mensaje::ENTE_PUBLICO, "deudor", &datos)
            }
            Err(_) => {
                let datos = [("fecha", self.solicitud.to_string())];
                Hallazgo::con(&mensaje::ENTE_PUBLICO_SIN_REGLA, "deudor", &datos)
            }
        }
    }

    /// The rate of the law of revenue in force on the day of the application, by the whole term.
    fn tasa<'a>(&self, consulta: &mut Consulta<'a>) -> Result<&'a Fila, Hallazgo> {
        let clave = match self.modalidad {
            Modalidad::Diferido => "diferido",
            Modalidad::Parcialidades if self.plazo <= entero(dato(consulta, "tramo_1_meses", self.solicitud)?) => {
                "tramo_1"
            }
            Modalidad::Parcialidades if self.plazo <= entero(dato(consulta, "tramo_2_meses", self.solicitud)?) => {
                "tramo_2"
            }
            Modalidad::Parcialidades => "tramo_3",
        };
        let hallada = consulta.vigente(Tabla::TasasConvenio, clave, self.solicitud);
        hallada.map_err(|error| fuera_de_vigencia(&error, "solicitud"))
    }

    /// The nominal day of the payment that falls `meses` months later, and the working day it is due. The month's last
    /// day stands for one it does not have; it is always counted from the first day, so a short month moves no other.
    fn fechas(&self, consulta: &mut Consulta<'_>, agenda: &mut Agenda, meses: u32) -> Result<(Fecha, Fecha), Hallazgo> {
        let (desde, campo) = match self.modalidad {
            Modalidad::Parcialidades => (self.pago, "pago_inicial_fecha"),
            Modalidad::Diferido => (self.solicitud, "solicitud"),
        };
        let nominal = desde.checked_add_months(Months::new(meses)).ok_or_else(demasiado)?;
        let vence = agenda
            .vence(consulta, nominal)
            .map_err(|error| error.dentro_de(campo))?;
        Ok((Fecha(nominal), Fecha(vence)))
    }

    /// The schedule of `saldo`, which is above zero. The term is one that [`Terminos::comprobar`] lets pass.
    ///
    /// # Errors
    /// `convenio.tamano`, `normativa.fuera_de_vigencia`.
    pub(super) fn planear(
        &self,
        (consulta, agenda): (&mut Consulta<'_>, &mut Agenda),
        pluma: Pluma,
        saldo: Decimal,
    ) -> Result<Plan, Hallazgo> {
        let fila = self.tasa(consulta)?;
        let tasa = pluma
            .paso(&mensaje::TASA, Operacion::Tabla, None, &[Entra::de("valor", fila)])
            .ok_or_else(demasiado)?;
        let mut plan = match self.modalidad {
            Modalidad::Parcialidades => self.parcialidades((consulta, agenda), pluma, saldo, fila)?,
            Modalidad::Diferido => self.diferido((consulta, agenda), pluma, saldo, fila)?,
        };
        plan.tasa = fila.valor.to_string();
        plan.nodos.splice(0..0, tasa.nodo);
        Ok(plan)
    }

    /// One payment: the balance and its simple interest for the months until the day that was asked for (CFF 66-A II).
    fn diferido(
        &self,
        (consulta, agenda): (&mut Consulta<'_>, &mut Agenda),
        pluma: Pluma,
        saldo: Decimal,
        fila: &Fila,
    ) -> Result<Plan, Hallazgo> {
        let (nominal, vence) = self.fechas(consulta, agenda, self.plazo)?;
        let entradas = [
            Entra::Dato("saldo", saldo),
            Entra::Fila("tasa mensual", fraccion(fila.valor), fila),
            Entra::Dato("meses", Decimal::from(self.plazo)),
        ];
        let recargo = pluma
            .paso(&mensaje::RECARGO_DIFERIDO, Operacion::Producto, CENTAVOS, &entradas)
            .ok_or_else(demasiado)?;
        let capital = pluma.dato(&mensaje::SALDO, saldo).ok_or_else(demasiado)?;
        let sumandos = [Entra::Paso("saldo", &capital), Entra::Paso("recargos", &recargo)];
        let total = pluma
            .paso(&mensaje::TOTAL_A_PLAZOS, Operacion::Suma, CENTAVOS, &sumandos)
            .ok_or_else(demasiado)?;
        let unica = Parcialidad {
            numero: 1,
            nominal,
            vence,
            pago: importe(&total)?,
            recargo: importe(&recargo)?,
            capital: importe(&capital)?,
            saldo: Importe::CERO,
        };
        Ok(Plan {
            tasa: String::new(),
            tabla: vec![unica],
            recargos: restar(pluma, total.valor, saldo)?,
            total,
            nodos: Vec::new(),
        })
    }

    fn parcialidades(
        &self,
        (consulta, agenda): (&mut Consulta<'_>, &mut Agenda),
        pluma: Pluma,
        saldo: Decimal,
        fila: &Fila,
    ) -> Result<Plan, Hallazgo> {
        if self.plazo > 1 {
            consulta.importa(Politica::Parcialidad);
        }
        let global = consulta.politicas.es(Politica::Parcialidad, "global");
        let plazo = Decimal::from(self.plazo);
        let pago = if global {
            pago_global(pluma, saldo, fila, plazo)
        } else {
            let entradas = [
                Entra::Dato("saldo", saldo),
                Entra::Fila("tasa mensual", fraccion(fila.valor), fila),
                Entra::Dato("meses", plazo),
            ];
            pluma.paso(&mensaje::PARCIALIDAD, Operacion::Anualidad, CENTAVOS, &entradas)
        };
        let pago = pago.ok_or_else(demasiado)?;
        let (mut tabla, mut nodos) = (Vec::new(), Vec::new());
        let mut queda = saldo;
        for numero in 1..=self.plazo {
            let (nominal, vence) = self.fechas(consulta, agenda, numero)?;
            // One instalment explains the formula; the others are the same with the balance that is left.
            let pluma = Pluma {
                escribe: pluma.escribe && numero == 1,
            };
            let mes = Mes {
                base: if global { saldo } else { queda },
                queda,
                ultimo: numero == self.plazo,
            };
            let (recargo, capital, pagado) = mes.pagar(pluma, fila, &pago).ok_or_else(demasiado)?;
            queda -= capital.valor;
            tabla.push(Parcialidad {
                numero,
                nominal,
                vence,
                pago: Importe::de_decimal(pagado).ok_or_else(demasiado)?,
                recargo: importe(&recargo)?,
                capital: importe(&capital)?,
                saldo: Importe::de_decimal(queda).ok_or_else(demasiado)?,
            });
            nodos.extend([recargo.nodo, capital.nodo].into_iter().flatten());
        }
        let total = sumar(pluma, &tabla, &pago)?;
        Ok(Plan {
            tasa: String::new(),
            tabla,
            recargos: restar(pluma, total.valor, saldo)?,
            total,
            nodos,
        })
    }
}

/// One month of the schedule.
struct Mes {
    /// What the recargos are on.
    base: Decimal,
    /// What is owed.
    queda: Decimal,
    /// Whether it is the last one, which pays whatever is left.
    ultimo: bool,
}

impl Mes {
    /// Recargos, what lowers the balance, and what is paid.
    fn pagar(&self, pluma: Pluma, fila: &Fila, pago: &Cifra) -> Option<(Cifra, Cifra, Decimal)> {
        let entradas = [
            Entra::Dato("saldo", self.base),
            Entra::Fila("tasa mensual", fraccion(fila.valor), fila),
        ];
        let recargo = pluma.paso(&mensaje::RECARGO, Operacion::Producto, CENTAVOS, &entradas)?;
        let todo = self.queda.checked_add(recargo.valor)?;
        let pagado = if self.ultimo { todo } else { pago.valor.min(todo) };
        let entradas = [Entra::Dato("mensualidad", pagado), Entra::Paso("recargos", &recargo)];
        let capital = pluma.paso(&mensaje::CAPITAL, Operacion::Resta, CENTAVOS, &entradas)?;
        Some((recargo, capital, pagado))
    }
}

/// The reading with recargos on the first balance every month: `S(1 + i·n) ÷ n`.
fn pago_global(pluma: Pluma, saldo: Decimal, fila: &Fila, plazo: Decimal) -> Option<Cifra> {
    let entradas = [
        Entra::Dato("saldo", saldo),
        Entra::Fila("tasa mensual", fraccion(fila.valor), fila),
        Entra::Dato("meses", plazo),
    ];
    let interes = pluma.paso(&mensaje::INTERES_GLOBAL, Operacion::Producto, None, &entradas)?;
    let capital = pluma.dato(&mensaje::SALDO, saldo)?;
    let sumandos = [Entra::Paso("saldo", &capital), Entra::Paso("recargos", &interes)];
    let total = pluma.paso(&mensaje::SALDO_GLOBAL, Operacion::Suma, None, &sumandos)?;
    let entradas = [Entra::Paso("saldo con recargos", &total), Entra::Dato("meses", plazo)];
    pluma.paso(&mensaje::PARCIALIDAD, Operacion::Cociente, CENTAVOS, &entradas)
}

/// All the instalments: the equal ones, and what the last (with a tiny balance, the last few) comes to.
fn sumar(pluma: Pluma, tabla: &[Parcialidad], pago: &Cifra) -> Result<Cifra, Hallazgo> {
    let iguales = tabla
        .iter()
        .take_while(|fila| fila.pago.decimal() == pago.valor)
        .count();
    let resto: Importe = tabla.iter().skip(iguales).map(|fila| fila.pago).sum();
    let calcular = || {
        let entradas = [
            Entra::Paso("mensualidad", pago),
            Entra::Dato("meses", Decimal::from(u64::try_from(iguales).ok()?)),
        ];
        let iguales = pluma.paso(&mensaje::IGUALES, Operacion::Producto, CENTAVOS, &entradas)?;
        let ultima = pluma.dato(&mensaje::ULTIMA, resto.decimal())?;
        let sumandos = [Entra::Paso("iguales", &iguales), Entra::Paso("última", &ultima)];
        pluma.paso(&mensaje::TOTAL_A_PLAZOS, Operacion::Suma, CENTAVOS, &sumandos)
    };
    calcular().ok_or_else(demasiado)
}

/// What time costs.
fn restar(pluma: Pluma, total: Decimal, saldo: Decimal) -> Result<Cifra, Hallazgo> {
    let entradas = [Entra::Dato("total a plazos", total), Entra::Dato("saldo", saldo)];
    let recargos = pluma.paso(&mensaje::RECARGOS, Operacion::Resta, CENTAVOS, &entradas);
    recargos.ok_or_else(demasiado)
}
