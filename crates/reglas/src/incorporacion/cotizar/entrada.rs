//! The input of `incorporacion.cotizar`: each modality has its own data, and what is not its own is refused by name.

use super::super::modalidad::Modalidad;
use crate::cuotas::Area;
use crate::fecha::Fecha;
use crate::hallazgo::Hallazgo;
use crate::importe::{Cantidad, Importe};
use crate::mensajes::incorporacion as mensaje;
use crate::operacion::Resultado;
use crate::politica::Politicas;
use crate::prima::Clase;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How often it is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Periodicidad {
    /// Every month.
    Mensual,
    /// Every two months.
    Bimestral,
    /// Every six months.
    Semestral,
    /// Once a year.
    Anual,
}

impl Periodicidad {
    /// Months in each payment.
    pub(super) fn meses(self) -> u32 {
        match self {
            Self::Mensual => 1,
            Self::Bimestral => 2,
            Self::Semestral => 6,
            Self::Anual => 12,
        }
    }
}

/// Values for the years that are not known yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Hipotesis {
    /// UMA, pesos a day.
    pub uma: Option<Importe>,
    /// Minimum wage of the area, pesos a day.
    pub salario_minimo: Option<Importe>,
}

/// Input of the operation `incorporacion.cotizar`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntradaCotizar {
    /// Which.
    pub modalidad: Modalidad,
    /// Year of the month (40, pti, hogar).
    #[serde(default)]
    pub anio: Option<i32>,
    /// Month, 1 to 12 (40, pti, hogar).
    #[serde(default)]
    pub mes: Option<u32>,
    /// First day (40, retroactive).
    #[serde(default)]
    pub desde: Option<Fecha>,
    /// Last day (40, retroactive).
    #[serde(default)]
    pub hasta: Option<Fecha>,
    /// Salary chosen (40) or real (34), pesos a day.
    #[serde(default)]
    pub sbc: Option<Importe>,
    /// The cap of each month, in place of `sbc` (40).
    #[serde(default)]
    pub tope: Option<bool>,
    /// Last salary with which the person was insured, pesos a day (40).
    #[serde(default)]
    pub ultimo_sbc: Option<Importe>,
    /// Area of the minimum wage (40, pti).
    #[serde(default)]
    pub area: Option<Area>,
    /// First day covered (35, 43, 44, 34, 33).
    #[serde(default)]
    pub inicio: Option<Fecha>,
    /// Day of the contract; the day before `inicio` if absent (35, 43, 44, 34).
    #[serde(default)]
    pub contratacion: Option<Fecha>,
    /// How often it is paid (pti, 35, 43, 44).
    #[serde(default)]
    pub periodicidad: Option<Periodicidad>,
    /// Months, 1 to 12 (34).
    #[serde(default)]
    pub meses: Option<u32>,
    /// Income reported, pesos a month (pti).
    #[serde(default)]
    pub ingreso_mensual: Option<Importe>,
    /// Class of risk of the occupation (pti).
    #[serde(default)]
    pub clase: Option<Clase>,
    /// Whether the contribution to the Infonavit is added (pti).
    #[serde(default)]
    pub infonavit: Option<bool>,
    /// Wage, pesos a day (hogar).
    #[serde(default)]
    pub salario_diario: Option<Importe>,
    /// Days worked in the month; all of them if absent (hogar).
    #[serde(default)]
    pub dias: Option<u32>,
    /// Factor of integration, at least 1 (hogar).
    #[serde(default)]
    pub factor: Option<Cantidad>,
    /// Age of each person on the day it begins (33).
    #[serde(default)]
    pub edades: Option<Vec<u32>>,
    /// Official fee of an age group that the table lacks, pesos a year (33).
    #[serde(default)]
    pub cuota_oficial: Option<BTreeMap<String, Importe>>,
    /// Values for the years that are not known yet.
    #[serde(default)]
    pub hipotesis: Option<Hipotesis>,
    /// Choices.
    #[serde(default)]
    pub politicas: Politicas,
    /// Whether to explain.
    #[serde(default)]
    pub memoria: bool,
}

impl EntradaCotizar {
    /// A quote of `modalidad` without any data yet.
    pub fn nueva(modalidad: Modalidad) -> Self {
        Self {
            modalidad,
            anio: None,
            mes: None,
            desde: None,
            hasta: None,
            sbc: None,
            tope: None,
            ultimo_sbc: None,
            area: None,
            inicio: None,
            contratacion: None,
            periodicidad: None,
            meses: None,
            ingreso_mensual: None,
            clase: None,
            infonavit: None,
            salario_diario: None,
            dias: None,
            factor: None,
            edades: None,
            cuota_oficial: None,
            hipotesis: None,
            politicas: Politicas::default(),
            memoria: false,
        }
    }
}

/// A datum: its name, and whether it was given.
type Dato = (&'static str, bool);

impl EntradaCotizar {
    fn datos(&self) -> [Dato; 20] {
        [
            ("anio", self.anio.is_some()),
            ("mes", self.mes.is_some()),
            ("desde", self.desde.is_some()),
            ("hasta", self.hasta.is_some()),
            ("sbc", self.sbc.is_some()),
            ("tope", self.tope.is_some()),
            ("ultimo_sbc", self.ultimo_sbc.is_some()),
            ("area", self.area.is_some()),
            ("inicio", self.inicio.is_some()),
            ("contratacion", self.contratacion.is_some()),
            ("periodicidad", self.periodicidad.is_some()),
            ("meses", self.meses.is_some()),
            ("ingreso_mensual", self.ingreso_mensual.is_some()),
            ("clase", self.clase.is_some()),
            ("infonavit", self.infonavit.is_some()),
            ("salario_diario", self.salario_diario.is_some()),
            ("dias", self.dias.is_some()),
            ("factor", self.factor.is_some()),
            ("edades", self.edades.is_some()),
            ("cuota_oficial", self.cuota_oficial.is_some()),
        ]
    }

    /// Data that its modality needs, and those it admits besides. `None` for the modalities that a person does not pay.
    fn suyos(&self) -> Option<(&'static [&'static str], &'static [&'static str])> {
        Some(match self.modalidad {
            Modalidad::M40 if self.desde.is_some() || self.hasta.is_some() => (
                &["desde", "hasta"],
                &["sbc", "tope", "ultimo_sbc", "area", "anio", "mes"],
            ),
            Modalidad::M40 => (
                &["anio", "mes"],
                &["sbc", "tope", "ultimo_sbc", "area", "desde", "hasta"],
            ),
            Modalidad::Pti => (
                &["anio", "mes", "ingreso_mensual", "clase"],
                &["area", "infonavit", "periodicidad"],
            ),
            Modalidad::M44 | Modalidad::M43 | Modalidad::M35 => (&["inicio"], &["contratacion", "periodicidad"]),
            Modalidad::M34 => (&["inicio", "sbc"], &["contratacion", "meses"]),
            Modalidad::Hogar => (&["anio", "mes", "salario_diario"], &["dias", "factor"]),
            Modalidad::M33 => (&["inicio", "edades"], &["cuota_oficial"]),
            Modalidad::M42 | Modalidad::M36 | Modalidad::M38 | Modalidad::M32 => return None,
        })
    }

    /// What is missing, and what is not of its modality.
    ///
    /// # Errors
    /// All of it.
    pub(super) fn revisar(&self) -> Resultado<()> {
        let Some((necesarios, admitidos)) = self.suyos() else {
            return Ok(());
        };
        let modalidad = ("modalidad", self.modalidad.clave().to_owned());
        let mut hallazgos = Vec::new();
        for (nombre, dado) in self.datos() {
            let suyo = necesarios.contains(&nombre);
            if dado && !suyo && !admitidos.contains(&nombre) {
                let opciones = [necesarios, admitidos].concat().join(", ");
                let datos = [modalidad.clone(), ("dato", nombre.to_owned()), ("opciones", opciones)];
                hallazgos.push(Hallazgo::con(&mensaje::DATO_AJENO, nombre, &datos));
            }
            if !dado && suyo {
                hallazgos.push(self.falta(nombre));
            }
        }
        hallazgos.extend(self.revisar_continuacion());
        hallazgos.extend(self.revisar_cantidades());
        if hallazgos.is_empty() { Ok(()) } else { Err(hallazgos) }
    }

    /// A datum that is missing.
    pub(super) fn falta(&self, nombre: &'static str) -> Hallazgo {
        let datos = [
            ("modalidad", self.modalidad.clave().to_owned()),
            ("dato", nombre.to_owned()),
        ];
        Hallazgo::con(&mensaje::DATO_FALTA, nombre, &datos)
    }

    /// A month or dates, and a salary or the cap.
    fn revisar_continuacion(&self) -> Vec<Hallazgo> {
        if self.modalidad != Modalidad::M40 {
            return Vec::new();
        }
        let mut hallazgos = Vec::new();
        let mut dobles = |uno: Dato, otro: Dato| {
            if uno.1 && otro.1 {
                let datos = [("uno", uno.0.to_owned()), ("otro", otro.0.to_owned())];
                hallazgos.push(Hallazgo::con(&mensaje::DATO_DOBLE, otro.0, &datos));
            }
        };
        let fechas = self.desde.is_some() || self.hasta.is_some();
        dobles(("anio", self.anio.is_some()), ("desde", fechas));
        dobles(("mes", self.mes.is_some() && self.anio.is_none()), ("desde", fechas));
        dobles(("sbc", self.sbc.is_some()), ("tope", self.tope == Some(true)));
        if self.sbc.is_none() && self.tope != Some(true) {
            hallazgos.push(self.falta("sbc"));
        }
        hallazgos
    }

    fn revisar_cantidades(&self) -> Vec<Hallazgo> {
        let bases = [
            ("sbc", self.sbc),
            ("ingreso_mensual", self.ingreso_mensual),
            ("salario_diario", self.salario_diario),
        ];
        let ceros = bases.into_iter().filter(|(_, b)| *b == Some(Importe::CERO));
        ceros
            .map(|(nombre, _)| Hallazgo::con(&mensaje::BASE_CERO, nombre, &[("dato", nombre.to_owned())]))
            .collect()
    }
}
