//! Everybody, in slices: first the arithmetic of each worker, then what explains its differences.

use crate::atribuir::{Alternativa, Pasos, aritmetica, resto};
use crate::calculo::{cifras, de_renglones, preparar};
use crate::emitido::{Cifras, Emitida, Hoja, Persona, Renglon, personas};
use crate::mensajes::{self, dinero};
use crate::nomina::{DeNomina, Nomina};
use crate::salida::{Aviso, Causa, Confronta, Confrontado, Explicada, RenglonDicho, SumaDeCausa, resta};
use std::collections::BTreeMap;
use std::sync::Arc;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::cuotas::{Area, Calculo, Patron};
use ventanilla_reglas::fecha::nombre_del_mes;
use ventanilla_reglas::identificador;
use ventanilla_reglas::importe::Tasa;
use ventanilla_reglas::politica::{POLITICAS, Politica, Politicas};
use ventanilla_tramites::prevision::Escenario;

/// Tolerance of a ramo where nothing else is said, cents.
pub const TOLERANCIA: i64 = 2;
/// Most that a tolerance may be, cents.
pub const TOLERANCIA_MAXIMA: i64 = 100_000;
/// Findings on the file that are told one by one.
const AVISOS: usize = 100;
/// Position of *riesgos de trabajo* in `FIGURAS`.
const RIESGOS: usize = 7;

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

    /// Prima, UMA and rates that the emission may have used, for whoever does not come out.
    fn buscar_alternativas(&mut self) {
        let difieren: Vec<(usize, Cifras)> = self
            .aritmeticas
            .iter()
            .enumerate()
            .filter_map(|(i, a)| Some((i, resta(&self.emitidas(&self.personas[i]), a.as_ref().ok()?))))
            .filter(|(_, d)| d.iter().any(|c| c.abs() > self.tolerancia))
            .collect();
        if difieren.is_empty() {
            return;
        }
        let con_otra_prima: Vec<usize> = difieren
            .iter()
            .filter(|(_, d)| d[RIESGOS].abs() > self.tolerancia)
            .map(|(i, _)| *i)
            .collect();
        let implicita = self.prima_implicita(&con_otra_prima);
        let cuando = (self.emitida.resumen.anio, self.emitida.resumen.mes);
        for lugar in 0..self.hojas.len() {
            let base = &self.hojas[lugar];
            let (hoja, calculo) = (base.hoja, base.calculo.clone());
            let mut alternativas = Vec::new();
            if hoja == Hoja::Ema {
                alternativas.extend(implicita.and_then(|prima| self.con_prima(&calculo, prima, cuando)));
                alternativas.extend(self.con_otra_uma(&calculo, cuando));
            } else {
                alternativas.extend(self.con_otra_lectura(cuando));
                alternativas.extend(self.con_otro_anio(&calculo, cuando));
            }
            self.hojas[lugar].alternativas = alternativas;
        }
    }

    /// The prima that gives what was charged for riesgos de trabajo to these workers.
    fn prima_implicita(&self, de: &[usize]) -> Option<Tasa> {
        let ema = self.hojas.iter().find(|h| h.hoja == Hoja::Ema)?;
        let renglones = de.iter().flat_map(|i| self.renglones(&self.personas[*i], Hoja::Ema));
        prima_de(renglones, &ema.calculo).filter(|p| Some(*p) != self.patron.prima_rt)
    }

    fn con_prima(&self, calculo: &Calculo, prima: Tasa, cuando: (i32, u32)) -> Option<Alternativa> {
        let patron = Patron {
            prima_rt: Some(prima),
            ..self.patron.clone()
        };
        let otro = preparar(&self.normativa, Hoja::Ema, cuando, &patron, &self.politicas).ok()?;
        let esta = self.patron.prima_rt.map(|p| p.to_string()).unwrap_or_default();
        (otro.tramos.len() == calculo.tramos.len()).then(|| Alternativa {
            causa: Causa::Prima,
            detalle: format!("el resumen dice {esta} % y los riesgos de trabajo se cobraron con {prima} %"),
            calculo: otro,
        })
    }

    /// The same month with the UMA of the year before, of the next month or of the one before.
    fn con_otra_uma(&self, calculo: &Calculo, (anio, mes): (i32, u32)) -> Vec<Alternativa> {
        let vecinos = [
            (anio - 1, mes),
            if mes == 12 { (anio + 1, 1) } else { (anio, mes + 1) },
            if mes == 1 { (anio - 1, 12) } else { (anio, mes - 1) },
        ];
        let mut vistas: Vec<i64> = calculo.tramos.iter().map(|t| t.uma).collect();
        let mut alternativas = Vec::new();
        for vecino in vecinos {
            let Ok(otro) = preparar(&self.normativa, Hoja::Ema, vecino, &self.patron, &self.politicas) else {
                continue;
            };
            let Some(suyo) = otro.tramos.first().filter(|t| !vistas.contains(&t.uma)) else {
                continue;
            };
            vistas.push(suyo.uma);
            let mut con_ella = calculo.clone();
            for tramo in &mut con_ella.tramos {
                (tramo.uma, tramo.tope, tramo.excedente_desde) = (suyo.uma, suyo.tope, suyo.excedente_desde);
            }
            alternativas.push(Alternativa {
                causa: Causa::Uma,
                detalle: dinero(suyo.uma),
                calculo: con_ella,
            });
        }
        alternativas
    }

    /// The same bimestre under the other readings of the ranges.
    fn con_otra_lectura(&self, cuando: (i32, u32)) -> Vec<Alternativa> {
        let politicas = [Politica::CeavHueco, Politica::CeavLimite, Politica::CeavSalarioMinimo];
        let lecturas = POLITICAS
            .iter()
            .filter(|f| politicas.contains(&f.politica))
            .flat_map(|ficha| {
                let vigente = self.politicas.valor(ficha.politica);
                let valores = ficha.valores.iter().filter(move |v| v.0 != vigente);
                valores.map(move |v| (ficha, *v))
            });
        lecturas
            .filter_map(|(ficha, (valor, dicho))| {
                let mut otras = self.politicas.clone();
                otras.elegir(ficha.nombre, valor);
                let calculo = preparar(&self.normativa, Hoja::Eba, cuando, &self.patron, &otras).ok()?;
                Some(Alternativa {
                    causa: Causa::TasaCeav,
                    detalle: format!("es la que resulta con otra lectura de los rangos («{dicho}»)"),
                    calculo,
                })
            })
            .collect()
    }

    /// The same bimestre with the rates of the year before or the next.
    fn con_otro_anio(&self, calculo: &Calculo, (anio, mes): (i32, u32)) -> Vec<Alternativa> {
        [anio - 1, anio + 1]
            .into_iter()
            .filter_map(|otro_anio| {
                let otro = preparar(
                    &self.normativa,
                    Hoja::Eba,
                    (otro_anio, mes),
                    &self.patron,
                    &self.politicas,
                )
                .ok()?;
                let suyas = otro.tramos.last()?.ceav.tasas;
                let mut con_ellas = calculo.clone();
                for tramo in &mut con_ellas.tramos {
                    tramo.ceav.tasas = suyas;
                }
                Some(Alternativa {
                    causa: Causa::TasaCeav,
                    detalle: format!("es la de {otro_anio}"),
                    calculo: con_ellas,
                })
            })
            .collect()
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

    /// The heading and the workers.
    pub fn concluir(mut self) -> (Confronta, Vec<Confrontado>) {
        while !self.avanzar(1_000) {}
        // whoever is in the payroll without days in the period is nothing to tell
        let mut confrontados = std::mem::take(&mut self.confrontados);
        let de_la_emision = self.personas.len();
        let mut lugar = 0;
        confrontados.retain(|c| {
            lugar += 1;
            lugar <= de_la_emision || !c.causas.is_empty() || !c.avisos.is_empty()
        });
        let (mut emision, mut calculado, mut amortizacion) = (Cifras::default(), Cifras::default(), 0);
        let mut causas: BTreeMap<Causa, SumaDeCausa> = BTreeMap::new();
        for suyo in &confrontados {
            acumular(&mut emision, &suyo.emision);
            acumular(&mut calculado, suyo.calculado());
            amortizacion += suyo.amortizacion;
            let mut vistas = Vec::new();
            for explicada in &suyo.causas {
                let suma = causas.entry(explicada.causa).or_insert(SumaDeCausa {
                    causa: explicada.causa,
                    trabajadores: 0,
                    centavos: 0,
                });
                suma.centavos += explicada.centavos();
                if !vistas.contains(&explicada.causa) {
                    vistas.push(explicada.causa);
                    suma.trabajadores += 1;
                }
            }
        }
        let resumen = self.emitida.resumen;
        let confronta = Confronta {
            razon_social: resumen.razon_social,
            registro_patronal: resumen.registro_patronal,
            anio: resumen.anio,
            mes: resumen.mes,
            hojas: self.emitida.hojas,
            prima: self.patron.prima_rt.map(|p| p.to_string()),
            nomina: self.nombre_de_nomina,
            prima_de_nomina: self.nomina.as_ref().and_then(|n| n.prima).map(|p| p.to_string()),
            area: self.patron.area.clave().to_owned(),
            tolerancia: self.tolerancia,
            emision,
            calculado,
            resumen: resumen.cifras,
            amortizacion,
            trabajadores: confrontados.len(),
            con_diferencia: confrontados.iter().filter(|c| c.difiere()).count(),
            sin_calcular: self.aritmeticas.iter().filter(|a| a.is_err()).count(),
            causas: causas.into_values().collect(),
            avisos: self.avisos,
            avisos_de_mas: self.avisos_de_mas,
            normativa: self.normativa.version(),
        };
        (confronta, confrontados)
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

/// The prima, to five decimals, that gives what some rows charge for riesgos de trabajo.
fn prima_de<'a>(renglones: impl Iterator<Item = &'a Renglon>, calculo: &Calculo) -> Option<Tasa> {
    let tope = calculo.tramos.first()?.tope;
    let (mut cobrado, mut base) = (0_i128, 0_i128);
    for renglon in renglones {
        cobrado += i128::from(renglon.cifras[RIESGOS]);
        base += i128::from(renglon.sbc.min(tope)) * i128::from(renglon.dias);
    }
    if base <= 0 || cobrado <= 0 {
        return None;
    }
    let diezmillonesimos = (cobrado * 20_000_000 / base + 1) / 2;
    let texto = format!("{}.{:05}", diezmillonesimos / 100_000, diezmillonesimos % 100_000);
    Tasa::leer(&texto)
}

fn deducir_prima(normativa: &Normativa, emitida: &Emitida, area: Area, politicas: &Politicas) -> Option<Tasa> {
    let patron = Patron {
        area,
        prima_rt: Tasa::leer("1"),
        ..Patron::default()
    };
    let cuando = (emitida.resumen.anio, emitida.resumen.mes);
    let calculo = preparar(normativa, Hoja::Ema, cuando, &patron, politicas).ok()?;
    prima_de(emitida.renglones.iter().filter(|r| r.hoja == Hoja::Ema), &calculo)
}
