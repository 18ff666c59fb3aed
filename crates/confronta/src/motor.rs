//! Everybody, in slices: first the arithmetic of each worker, then what explains its differences. What else the emission may
//! have been computed with is in [`alternativas`], the sums of the whole in [`cierre`].

mod alternativas;
mod cierre;

use crate::atribuir::{Alternativa, Pasos, aritmetica, resto};
use crate::calculo::{cifras, de_renglones, preparar};
use crate::emitido::{Cifras, Emitida, Hoja, Persona, Renglon, personas};
use crate::mensajes::{self, dinero};
use crate::nomina::{DeNomina, Nomina};
use crate::salida::{Aviso, Causa, Confrontado, Explicada, RenglonDicho, resta};
use alternativas::deducir_prima;
use std::sync::Arc;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::cuotas::{Area, Calculo, Patron};
use ventanilla_reglas::fecha::nombre_del_mes;
use ventanilla_reglas::identificador;
use ventanilla_reglas::importe::Tasa;
use ventanilla_reglas::politica::Politicas;
use ventanilla_tramites::prevision::Escenario;

/// Tolerance of a ramo where nothing else is said, cents.
pub const TOLERANCIA: i64 = 2;
/// Most that a tolerance may be, cents.
pub const TOLERANCIA_MAXIMA: i64 = 100_000;
/// Findings on the file that are told one by one.
const AVISOS: usize = 100;

/// How a confronta is made.
#[derive(Clone, Debug, Default)]
pub struct Parametros {
    /// Tolerance of each ramo, cents; [`TOLERANCIA`] by default.
    pub tolerancia: Option<i64>,
    /// Area of the workplace; the payroll's when there is one.
    pub area: Area,
    /// The payroll to compare with.
    pub nomina: Option<Escenario>,
    /// Choices where the law is ambiguous; the payroll's when there is one.
    pub politicas: Politicas,
}

struct DeHoja {
    hoja: Hoja,
    calculo: Calculo,
    alternativas: Vec<Alternativa>,
}

/// A confronta under way.
pub struct Motor {
    normativa: Arc<Normativa>,
    emitida: Emitida,
    personas: Vec<Persona>,
    hojas: Vec<DeHoja>,
    nomina: Option<Nomina>,
    nombre_de_nomina: Option<String>,
    palabras_de_prima: String,
    patron: Patron,
    politicas: Politicas,
    tolerancia: i64,
    aritmeticas: Vec<Result<Cifras, String>>,
    confrontados: Vec<Confrontado>,
    avisos: Vec<Aviso>,
    avisos_de_mas: usize,
    solo_nomina: Vec<(usize, String)>,
}

impl Motor {
    /// Makes it ready.
    ///
    /// # Errors
    /// When nothing can be computed: the period is not covered.
    pub fn nuevo(normativa: &Arc<Normativa>, emitida: Emitida, parametros: Parametros) -> Result<Self, Vec<Aviso>> {
        let mut avisos = Vec::new();
        let nomina = parametros.nomina.as_ref().and_then(|escenario| {
            match Nomina::nueva(normativa, escenario, &emitida.resumen, &emitida.hojas) {
                Ok(nomina) => Some(nomina),
                Err(aviso) => {
                    avisos.push(aviso);
                    None
                }
            }
        });
        let (area, politicas) = match &nomina {
            Some(n) => (n.escenario.patron.area, n.escenario.politicas.clone()),
            None => (parametros.area, parametros.politicas),
        };
        let mut prima = emitida.resumen.prima.as_deref().and_then(Tasa::leer);
        if prima.is_none() && emitida.hojas.contains(&Hoja::Ema) {
            let (deducida, detalle) = match nomina.as_ref().and_then(|n| n.prima) {
                Some(suya) => (Some(suya), format!(": se usó la de su nómina, {suya} %")),
                None => match deducir_prima(normativa, &emitida, area, &politicas) {
                    Some(suya) => (Some(suya), format!(": se dedujo de sus importes, {suya} %")),
                    None => (
                        Tasa::leer("0"),
                        " ni se puede deducir: no se revisan los riesgos de trabajo".to_owned(),
                    ),
                },
            };
            prima = deducida;
            avisos.push(Aviso::nuevo(&mensajes::SIN_PRIMA, &[("detalle", &detalle)]));
        }
        let patron = Patron {
            area,
            prima_rt: prima,
            ..Patron::default()
        };
        let cuando = (emitida.resumen.anio, emitida.resumen.mes);
        let mut hojas = Vec::new();
        for hoja in &emitida.hojas {
            let calculo = preparar(normativa, *hoja, cuando, &patron, &politicas).map_err(|hallazgos| {
                let periodo = format!("{} de {} {}", hoja.nombre(), nombre_del_mes(cuando.1), cuando.0);
                let detalle = hallazgos.first().map(|h| h.mensaje.clone()).unwrap_or_default();
                vec![Aviso::nuevo(
                    &mensajes::PERIODO,
                    &[("periodo", &periodo), ("detalle", &detalle)],
                )]
            })?;
            hojas.push(DeHoja {
                hoja: *hoja,
                calculo,
                alternativas: Vec::new(),
            });
        }
        let personas = personas(&emitida.renglones);
        let palabras_de_prima = match (prima, nomina.as_ref().and_then(|n| n.prima)) {
            (Some(esta), Some(suya)) => format!("{esta} % en la emisión y {suya} % en su nómina"),
            _ => String::new(),
        };
        let mut motor = Self {
            normativa: Arc::clone(normativa),
            aritmeticas: Vec::with_capacity(personas.len()),
            confrontados: Vec::with_capacity(personas.len()),
            solo_nomina: Vec::new(),
            nombre_de_nomina: nomina.as_ref().map(|n| n.escenario.nombre.clone()),
            tolerancia: parametros.tolerancia.unwrap_or(TOLERANCIA).clamp(0, TOLERANCIA_MAXIMA),
            avisos_de_mas: 0,
            emitida,
            personas,
            hojas,
            palabras_de_prima,
            patron,
            politicas,
            avisos,
            nomina,
        };
        if let Some(nomina) = &mut motor.nomina {
            let suyos = std::mem::take(&mut nomina.avisos);
            suyos.into_iter().for_each(|a| motor.avisar(a));
        }
        motor.revisar_archivo();
        motor.ver_quien_falta();
        Ok(motor)
    }

    /// Adds what the reader of the file had to say.
    pub fn anotar(&mut self, avisos: Vec<Aviso>) {
        avisos.into_iter().for_each(|a| self.avisar(a));
    }

    /// Steps that there are in all: each worker twice, and once who is only in the payroll.
    pub fn total(&self) -> usize {
        self.personas.len() * 2 + self.solo_nomina.len()
    }

    /// Steps made.
    pub fn hechos(&self) -> usize {
        self.aritmeticas.len() + self.confrontados.len()
    }

    /// Goes on for some steps; true when there are none left.
    pub fn avanzar(&mut self, cuantos: usize) -> bool {
        for _ in 0..cuantos {
            if self.aritmeticas.len() < self.personas.len() {
                let suyas = self.aritmetica(&self.personas[self.aritmeticas.len()]);
                self.aritmeticas.push(suyas);
                if self.aritmeticas.len() == self.personas.len() {
                    self.buscar_alternativas();
                }
            } else if self.confrontados.len() < self.personas.len() {
                let suyo = self.confrontar(self.confrontados.len());
                self.confrontados.push(suyo);
            } else if let Some((fila, nss)) = self.solo_nomina.get(self.confrontados.len() - self.personas.len()) {
                let suyo = self.solo_en_nomina(*fila, nss);
                self.confrontados.push(suyo);
            }
        }
        self.hechos() >= self.total()
    }

    fn renglones(&self, persona: &Persona, hoja: Hoja) -> Vec<&Renglon> {
        persona.de(hoja).iter().map(|i| &self.emitida.renglones[*i]).collect()
    }

    /// The rules on the emission's own data.
    fn aritmetica(&self, persona: &Persona) -> Result<Cifras, String> {
        let mut suma = Cifras::default();
        for de_hoja in &self.hojas {
            let (trabajador, _) = de_renglones(&de_hoja.calculo, &self.renglones(persona, de_hoja.hoja));
            acumular(&mut suma, &cifras(&de_hoja.calculo, &trabajador)?);
        }
        Ok(suma)
    }

    fn emitidas(&self, persona: &Persona) -> Cifras {
        let mut suma = Cifras::default();
        for i in persona.ema.iter().chain(&persona.eba) {
            acumular(&mut suma, &self.emitida.renglones[*i].cifras);
        }
        suma
    }

    /// One worker of the emission.
    fn confrontar(&self, lugar: usize) -> Confrontado {
        let persona = &self.personas[lugar];
        let emision = self.emitidas(persona);
        let renglones = persona
            .ema
            .iter()
            .chain(&persona.eba)
            .map(|i| &self.emitida.renglones[*i]);
        let mut suyo = Confrontado {
            nss: persona.nss.clone(),
            nombre: persona.nombre.clone(),
            fila_de_nomina: None,
            renglones: renglones.clone().map(dicho).collect(),
            emision,
            calculado: None,
            amortizacion: renglones.map(|r| r.amortizacion).sum(),
            causas: Vec::new(),
            avisos: self.avisos_de(persona),
        };
        let aritmetica = match &self.aritmeticas[lugar] {
            Ok(cifras) => cifras,
            Err(detalle) => {
                let datos = [("nombre", persona.nombre.as_str()), ("detalle", detalle)];
                suyo.avisos.push(Aviso::nuevo(&mensajes::NO_CALCULADO, &datos));
                return suyo;
            }
        };
        let mut causas = self.causas_aritmeticas(persona, &emision, aritmetica);
        let esperado = self.contra_la_nomina(persona, aritmetica, &mut suyo, &mut causas);
        let diferencia = resta(&emision, &esperado);
        let sobra = resto(&diferencia, &causas, self.tolerancia);
        causas.extend(sobra);
        suyo.calculado = (esperado != emision).then_some(esperado);
        suyo.causas = causas;
        suyo
    }

    fn causas_aritmeticas(&self, persona: &Persona, emision: &Cifras, calculado: &Cifras) -> Vec<Explicada> {
        if resta(emision, calculado).iter().all(|c| c.abs() <= self.tolerancia) {
            return Vec::new();
        }
        let de_hoja = |h: &DeHoja| {
            let renglones = self.renglones(persona, h.hoja);
            let (suya, suyo) = (solo(emision, h.hoja), solo(calculado, h.hoja));
            aritmetica(&renglones, &suya, &suyo, &h.alternativas, self.tolerancia)
        };
        self.hojas.iter().flat_map(de_hoja).collect()
    }

    /// What the payroll gives, with the causes of what differs; the arithmetic's own figures when there is no payroll, or
    /// its row cannot be computed.
    fn contra_la_nomina(
        &self,
        persona: &Persona,
        aritmetica: &Cifras,
        suyo: &mut Confrontado,
        causas: &mut Vec<Explicada>,
    ) -> Cifras {
        let Some(nomina) = &self.nomina else { return *aritmetica };
        let Some(fila) = nomina.por_nss.get(&persona.nss).copied() else {
            causas.extend(Explicada::nueva(Causa::SoloEnEmision, "", aritmetica));
            return Cifras::default();
        };
        suyo.fila_de_nomina = Some(fila);
        let mut esperado = Cifras::default();
        let mut suyas = Vec::new();
        for de_hoja in &self.hojas {
            let de_nomina = match nomina.calcular(fila, de_hoja.hoja) {
                Ok(de_nomina) => de_nomina,
                Err(detalle) => {
                    let datos = [("nombre", persona.nombre.as_str()), ("detalle", &detalle)];
                    suyo.avisos.push(Aviso::nuevo(&mensajes::NOMINA_CON_ERROR, &datos));
                    return *aritmetica;
                }
            };
            acumular(&mut esperado, &de_nomina.cifras);
            suyas.extend(self.pasos(
                nomina,
                persona,
                de_hoja.hoja,
                &de_nomina,
                &solo(aritmetica, de_hoja.hoja),
            ));
        }
        juntar_causas(causas, suyas);
        esperado
    }

    fn pasos(
        &self,
        nomina: &Nomina,
        persona: &Persona,
        hoja: Hoja,
        de_nomina: &DeNomina,
        aritmetica: &Cifras,
    ) -> Vec<Explicada> {
        let Some(calculo) = nomina.calculo(hoja) else {
            return Vec::new();
        };
        let renglones = self.renglones(persona, hoja);
        if renglones.iter().all(|r| r.dias == 0) {
            let todo = resta(aritmetica, &de_nomina.cifras);
            return Explicada::nueva(Causa::SoloEnNomina, "", &todo).into_iter().collect();
        }
        let pasos = Pasos {
            hoja,
            calculo,
            renglones: &renglones,
            nomina: de_nomina,
            prima: &self.palabras_de_prima,
        };
        pasos.atribuir(aritmetica)
    }

    fn solo_en_nomina(&self, fila: usize, nss: &str) -> Confrontado {
        let mut suyo = Confrontado {
            nss: nss.to_owned(),
            nombre: String::new(),
            fila_de_nomina: Some(fila),
            renglones: Vec::new(),
            emision: Cifras::default(),
            calculado: None,
            amortizacion: 0,
            causas: Vec::new(),
            avisos: Vec::new(),
        };
        let Some(nomina) = &self.nomina else { return suyo };
        suyo.nombre = nomina.nombre(fila);
        let mut esperado = Cifras::default();
        for de_hoja in &self.hojas {
            match nomina.calcular(fila, de_hoja.hoja) {
                Ok(de_nomina) => acumular(&mut esperado, &de_nomina.cifras),
                Err(detalle) => {
                    let datos = [("nombre", suyo.nombre.as_str()), ("detalle", &detalle)];
                    suyo.avisos.push(Aviso::nuevo(&mensajes::NOMINA_CON_ERROR, &datos));
                    return suyo;
                }
            }
        }
        let diferencia = resta(&suyo.emision, &esperado);
        suyo.causas = Explicada::nueva(Causa::SoloEnNomina, "", &diferencia)
            .into_iter()
            .collect();
        suyo.calculado = (esperado != suyo.emision).then_some(esperado);
        suyo
    }

    fn avisos_de(&self, persona: &Persona) -> Vec<Aviso> {
        let mut avisos = Vec::new();
        if !identificador::nss_cuadra(&persona.nss) {
            let datos = [("valor", persona.nss.as_str()), ("nombre", &persona.nombre)];
            avisos.push(Aviso::nuevo(&mensajes::NSS, &datos));
        }
        if let Some(otro) = &persona.otro_nombre {
            let datos = [
                ("valor", persona.nss.as_str()),
                ("uno", &persona.nombre),
                ("otro", otro),
            ];
            avisos.push(Aviso::nuevo(&mensajes::NSS_DOS_NOMBRES, &datos));
        }
        for de_hoja in self.hojas.iter().filter(|h| h.calculo.tramos.len() > 1) {
            let (_, supuesto) = de_renglones(&de_hoja.calculo, &self.renglones(persona, de_hoja.hoja));
            if supuesto {
                avisos.push(Aviso::nuevo(&mensajes::SIN_FECHA, &[("nombre", &persona.nombre)]));
            }
        }
        avisos
    }

    /// What is to be said of the emission as a whole. That its totals are what its rows add up to, its reader has checked.
    fn revisar_archivo(&mut self) {
        let amortizacion: i64 = self.emitida.renglones.iter().map(|r| r.amortizacion).sum();
        if amortizacion != 0 {
            let datos = [("importe", dinero(amortizacion))];
            let datos = datos.each_ref().map(|(n, v)| (*n, v.as_str()));
            self.avisar(Aviso::nuevo(&mensajes::AMORTIZACION, &datos));
        }
    }

    fn avisar(&mut self, aviso: Aviso) {
        if self.avisos.len() < AVISOS {
            self.avisos.push(aviso);
        } else {
            self.avisos_de_mas += 1;
        }
    }

    fn ver_quien_falta(&mut self) {
        let Some(nomina) = &self.nomina else { return };
        let emitidos: std::collections::HashSet<&str> = self.personas.iter().map(|p| p.nss.as_str()).collect();
        let mut filas: Vec<(usize, String)> = nomina
            .por_nss
            .iter()
            .filter(|(nss, _)| !emitidos.contains(nss.as_str()))
            .map(|(nss, fila)| (*fila, nss.clone()))
            .collect();
        filas.sort_unstable();
        self.solo_nomina = filas;
    }
}

fn acumular(suma: &mut Cifras, otras: &Cifras) {
    for (mia, suya) in suma.iter_mut().zip(otras) {
        *mia += suya;
    }
}

/// The figures of a sheet alone.
fn solo(cifras: &Cifras, hoja: Hoja) -> Cifras {
    std::array::from_fn(|i| if hoja.tiene(i) { cifras[i] } else { 0 })
}

/// The same cause with the same words in both sheets is told once.
fn juntar_causas(causas: &mut Vec<Explicada>, nuevas: Vec<Explicada>) {
    for nueva in nuevas {
        match causas
            .iter_mut()
            .find(|c| c.causa == nueva.causa && c.detalle == nueva.detalle)
        {
            Some(otra) => otra.cifras.extend(nueva.cifras),
            None => causas.push(nueva),
        }
    }
}

fn dicho(renglon: &Renglon) -> RenglonDicho {
    RenglonDicho {
        hoja: renglon.hoja,
        dias: renglon.dias,
        sbc: renglon.sbc,
        fecha: renglon.fecha.map(|f| f.to_string()),
    }
}
