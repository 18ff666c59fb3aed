//! The end: the sums of the whole, by figure and by cause.

use super::{Motor, acumular};
use crate::emitido::Cifras;
use crate::mensajes;
use crate::salida::{Causa, Confronta, Confrontado, SumaDeCausa};
use std::collections::BTreeMap;

fn no_se_comparo(suyo: &Confrontado) -> bool {
    let reglas = [mensajes::NO_CALCULADO.codigo, mensajes::NOMINA_CON_ERROR.codigo];
    suyo.avisos.iter().any(|a| reglas.contains(&a.codigo.as_str()))
}

impl Motor {
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
            politicas: self.politicas,
            tolerancia: self.tolerancia,
            emision,
            calculado,
            resumen: resumen.cifras,
            amortizacion,
            trabajadores: confrontados.len(),
            con_diferencia: confrontados.iter().filter(|c| c.difiere()).count(),
            sin_comparar: confrontados.iter().filter(|c| no_se_comparo(c)).count(),
            causas: causas.into_values().collect(),
            avisos: self.avisos,
            avisos_de_mas: self.avisos_de_mas,
            normativa: self.normativa.version(),
        };
        (confronta, confrontados)
    }
}
