//! The formula of the prima (LSS 72, RACERF 35 to 39), with one division and one rounding:
//! `[(S/365) + V × (I + D)] × (F/N) + M` is computed, in percent, as
//! `[S + 365 × V × (I + D)] × F × 100 ÷ (365 × N) + 100 × M`, so that nothing is divided before the end.

use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::hallazgo::Hallazgo;
use crate::memoria::Operacion;
use crate::mensajes::{Regla, prima as mensaje};
use crate::politica::{Politica, Politicas};
use crate::redondeo::Redondeo;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use ventanilla_normativa::{Fila, Tabla};

pub(super) const PRIMA: Option<Redondeo> = Some(Redondeo::CincoDecimales);

/// The constants in force.
#[derive(Clone, Copy, Debug)]
pub(super) struct Constantes<'a> {
    v: &'a Fila,
    f: &'a Fila,
    m: &'a Fila,
    anio: &'a Fila,
    variacion: &'a Fila,
    minima: &'a Fila,
    maxima: &'a Fila,
}

impl<'a> Constantes<'a> {
    /// Those of `fecha`, the first day the prima rules.
    ///
    /// # Errors
    /// `normativa.fuera_de_vigencia`.
    pub(super) fn leer(consulta: &mut Consulta<'a>, fecha: NaiveDate, acreditado: bool) -> Result<Self, Hallazgo> {
        let factor = if acreditado { "F_acreditado" } else { "F" };
        Ok(Self {
            v: constante(consulta, "V", fecha)?,
            f: constante(consulta, factor, fecha)?,
            m: constante(consulta, "M", fecha)?,
            anio: constante(consulta, "dias_del_anio", fecha)?,
            variacion: constante(consulta, "variacion_maxima", fecha)?,
            minima: fila(consulta, Tabla::Limites, "prima_rt_minima", fecha)?,
            maxima: fila(consulta, Tabla::Limites, "prima_rt_maxima", fecha)?,
        })
    }

    /// Lowest and highest prima of the law, percent.
    pub(super) fn limites(&self) -> (Decimal, Decimal) {
        (self.minima.valor, self.maxima.valor)
    }
}

/// A row of `formula_prima`.
pub(super) fn constante<'a>(consulta: &mut Consulta<'a>, clave: &str, fecha: NaiveDate) -> Result<&'a Fila, Hallazgo> {
    fila(consulta, Tabla::FormulaPrima, clave, fecha)
}

/// A row, or the finding that there is none.
pub(super) fn fila<'a>(
    consulta: &mut Consulta<'a>,
    tabla: Tabla,
    clave: &str,
    fecha: NaiveDate,
) -> Result<&'a Fila, Hallazgo> {
    let hallada = consulta.vigente(tabla, clave, fecha);
    hallada.map_err(|error| fuera_de_vigencia(&error, ""))
}

/// What happened in the year: `S`, `I` in percent, and `D`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Siniestros {
    pub dias: Decimal,
    pub incapacidades: Decimal,
    pub defunciones: Decimal,
}

/// How the average of workers was given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Base {
    /// The average itself.
    Promedio(Decimal),
    /// Days of all workers in the year.
    Dias(Decimal),
}

impl Base {
    /// Whether it is nothing at all.
    pub(super) fn es_cero(self) -> bool {
        let (Self::Promedio(valor) | Self::Dias(valor)) = self;
        valor.is_zero()
    }
}

/// The readings of the average of workers: `None` is all its decimals.
pub(super) const LECTURAS: [Option<Redondeo>; 3] =
    [None, Some(Redondeo::UnDecimal), Some(Redondeo::DiezmilesimoMitadArriba)];

/// The one that the políticas ask for.
pub(super) fn lectura(politicas: &Politicas) -> Option<Redondeo> {
    match politicas.valor(Politica::DecimalesDelPromedio) {
        "un_decimal" => Some(Redondeo::UnDecimal),
        "cuatro_decimales" => Some(Redondeo::DiezmilesimoMitadArriba),
        _ => None,
    }
}

/// The average of workers, and the days that it stands for.
pub(super) struct Trabajadores {
    pub promedio: Cifra,
    pub dias: Cifra,
}

/// What the formula gives.
pub(super) struct Calculada {
    pub trabajadores: Trabajadores,
    pub prima: Cifra,
}

/// A calculation under one reading.
#[derive(Clone, Copy)]
pub(super) struct Formula<'a> {
    pub constantes: Constantes<'a>,
    pub lectura: Option<Redondeo>,
    pub pluma: Pluma,
}

impl Formula<'_> {
    /// The average, with the decimals of the reading, and the days that it stands for. `None` when they do not fit.
    pub(super) fn trabajadores(&self, base: Base) -> Option<Trabajadores> {
        let promedio = match (base, self.lectura) {
            (Base::Promedio(n), lectura) => {
                let n = [Entra::Dato("valor", n)];
                self.pluma.paso(&mensaje::PROMEDIO, Operacion::Tabla, lectura, &n)?
            }
            (Base::Dias(dias), lectura) => {
                let entradas = [Entra::Dato("días cotizados", dias), self.anio()];
                let lectura = lectura.or(Some(Redondeo::DiezDecimales));
                self.pluma
                    .paso(&mensaje::PROMEDIO, Operacion::Cociente, lectura, &entradas)?
            }
        };
        let dias = match (base, self.lectura) {
            (Base::Dias(dias), None) => self.pluma.dato(&mensaje::DIAS_COTIZADOS, dias)?,
            _ => self.producto(
                &mensaje::DIAS_COTIZADOS,
                &[Entra::Paso("trabajadores promedio", &promedio), self.anio()],
            )?,
        };
        Some(Trabajadores { promedio, dias })
    }

    /// The prima that the formula gives, percent with five decimals. `None` when N is zero or a figure does not fit.
    pub(super) fn calcular(&self, siniestros: &Siniestros, base: Base) -> Option<Calculada> {
        let trabajadores = self.trabajadores(base)?;
        let perdidos = self.perdidos(siniestros)?;
        let numerador = [
            Entra::Paso("días perdidos", &perdidos),
            Entra::Fila("F", self.constantes.f.valor, self.constantes.f),
            Entra::Dato("por ciento", Decimal::ONE_HUNDRED),
        ];
        let numerador = self.producto(&mensaje::GRAVEDAD, &numerador)?;
        let entradas = [
            Entra::Paso("días perdidos por el factor", &numerador),
            Entra::Paso("días cotizados", &trabajadores.dias),
        ];
        let siniestralidad = self
            .pluma
            .paso(&mensaje::SINIESTRALIDAD, Operacion::Cociente, PRIMA, &entradas)?;
        let minimo = [
            Entra::Fila("M", self.constantes.m.valor, self.constantes.m),
            Entra::Dato("por ciento", Decimal::ONE_HUNDRED),
        ];
        let minimo = self
            .pluma
            .paso(&mensaje::RIESGO_MINIMO, Operacion::Producto, PRIMA, &minimo)?;
        let sumandos = [
            Entra::Paso("siniestralidad", &siniestralidad),
            Entra::Paso("riesgo mínimo", &minimo),
        ];
        let prima = self
            .pluma
            .paso(&mensaje::CALCULADA, Operacion::Suma, PRIMA, &sumandos)?;
        Some(Calculada { trabajadores, prima })
    }

    fn anio(&self) -> Entra<'_> {
        Entra::Fila("días del año", self.constantes.anio.valor, self.constantes.anio)
    }

    fn producto(&self, regla: &'static Regla, entradas: &[Entra<'_>]) -> Option<Cifra> {
        self.pluma.paso(regla, Operacion::Producto, None, entradas)
    }

    /// Days subsidised, and the years of active life lost, in days.
    fn perdidos(&self, siniestros: &Siniestros) -> Option<Cifra> {
        let entradas = [
            Entra::Dato("suma de porcentajes", siniestros.incapacidades),
            Entra::Dato("por ciento", Decimal::new(1, 2)),
        ];
        let incapacidades = self.producto(&mensaje::INCAPACIDADES, &entradas)?;
        let defunciones = self.pluma.dato(&mensaje::DEFUNCIONES, siniestros.defunciones)?;
        let sumandos = [
            Entra::Paso("incapacidades permanentes", &incapacidades),
            Entra::Paso("defunciones", &defunciones),
        ];
        let vidas = self.pluma.paso(&mensaje::VIDAS, Operacion::Suma, None, &sumandos)?;
        let entradas = [
            Entra::Paso("incapacidades permanentes y defunciones", &vidas),
            Entra::Fila("V", self.constantes.v.valor, self.constantes.v),
            self.anio(),
        ];
        let vida_activa = self.producto(&mensaje::VIDA_ACTIVA, &entradas)?;
        let dias = self.pluma.dato(&mensaje::DIAS_SUBSIDIADOS, siniestros.dias)?;
        let sumandos = [
            Entra::Paso("días subsidiados", &dias),
            Entra::Paso("vida activa", &vida_activa),
        ];
        self.pluma
            .paso(&mensaje::DIAS_PERDIDOS, Operacion::Suma, None, &sumandos)
    }

    /// Holds the calculated prima within a point of `anterior` and then within the limits of the law (LSS 74).
    pub(super) fn limitar(&self, calculada: &Cifra, anterior: Decimal) -> Option<Limitada> {
        let paso = |regla, operacion, entradas: &[Entra<'_>]| self.pluma.paso(regla, operacion, PRIMA, entradas);
        let previa = paso(&mensaje::ANTERIOR, Operacion::Tabla, &[Entra::Dato("valor", anterior)])?;
        let punto = paso(
            &mensaje::VARIACION,
            Operacion::Tabla,
            &[Entra::de("valor", self.constantes.variacion)],
        )?;
        let sumandos = [Entra::Paso("anterior", &previa), Entra::Paso("variación", &punto)];
        let techo = paso(&mensaje::TECHO, Operacion::Suma, &sumandos)?;
        let entradas = [
            Entra::Paso("anterior", &previa),
            Entra::de("variación", self.constantes.variacion),
        ];
        let piso = paso(&mensaje::PISO, Operacion::Resta, &entradas)?;
        let entradas = [Entra::Paso("calculada", calculada), Entra::Paso("techo", &techo)];
        let bajo_techo = paso(&mensaje::CON_TECHO, Operacion::Minimo, &entradas)?;
        let entradas = [Entra::Paso("prima", &bajo_techo), Entra::Paso("piso", &piso)];
        let variada = paso(&mensaje::CON_PISO, Operacion::Maximo, &entradas)?;
        let entradas = [
            Entra::Paso("prima", &variada),
            Entra::de("mínima", self.constantes.minima),
        ];
        let con_minimo = paso(&mensaje::CON_MINIMO, Operacion::Maximo, &entradas)?;
        let entradas = [
            Entra::Paso("prima", &con_minimo),
            Entra::de("máxima", self.constantes.maxima),
        ];
        let prima = paso(&mensaje::PRIMA, Operacion::Minimo, &entradas)?;
        Some(Limitada {
            tope: tope(calculada.valor, variada.valor, prima.valor),
            piso: piso.valor,
            techo: techo.valor,
            prima,
        })
    }
}

/// The prima within its limits.
pub(super) struct Limitada {
    pub prima: Cifra,
    pub tope: super::Tope,
    pub piso: Decimal,
    pub techo: Decimal,
}

/// Which limit decided.
fn tope(calculada: Decimal, variada: Decimal, prima: Decimal) -> super::Tope {
    use super::Tope;
    match () {
        () if prima == calculada => Tope::Ninguno,
        () if prima < variada => Tope::Maximo,
        () if prima > variada => Tope::Minimo,
        () if prima < calculada => Tope::MasUno,
        () => Tope::MenosUno,
    }
}
