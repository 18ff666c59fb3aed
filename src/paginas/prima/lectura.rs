//! From what was typed to the documents of the rules, and from their findings back to the fields.

use crate::paginas::papel::Errores;
use std::sync::Arc;
use ventanilla_normativa::Normativa;
use ventanilla_reglas::captura::{self, ErrorDeCaptura};
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::{Cantidad, Importe, Tasa};
use ventanilla_reglas::mensajes::entrada::FALTA;
use ventanilla_reglas::politica::{POLITICAS, Politicas};
use ventanilla_reglas::prima::{
    self, Caso, Clase, Entrada, EntradaDeEvento, EntradaRpu, Evento, Fusion, Parte, RegistroRpu, Salida,
    SalidaDeEvento, SalidaRpu, SiniestralidadDe, TipoDeCaso,
};
use ventanilla_tramites::guion::Respuestas;

/// What came out of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Calculo<S> {
    /// The answer of the rules.
    pub salida: Option<Arc<S>>,
    /// What is wrong, by path.
    pub errores: Errores,
    /// What is still missing, in words.
    pub faltan: Vec<&'static str>,
    /// What stops the calculation and belongs to no field.
    pub generales: Vec<Hallazgo>,
}

/// Reads the answers that begin with a prefix.
struct Lector<'a> {
    respuestas: &'a Respuestas,
    prefijo: &'a str,
    errores: Errores,
}

impl<'a> Lector<'a> {
    fn nuevo(respuestas: &'a Respuestas, prefijo: &'a str) -> Self {
        Self {
            respuestas,
            prefijo,
            errores: Errores::new(),
        }
    }

    fn texto(&self, campo: &str) -> &'a str {
        self.respuestas.texto(&[self.prefijo, ".", campo].concat()).trim()
    }

    fn marcado(&self, campo: &str) -> bool {
        self.texto(campo) == "si"
    }

    fn mal(&mut self, campo: &str, mensaje: String) {
        self.errores.insert([self.prefijo, ".", campo].concat(), mensaje);
    }

    fn leer<T>(&mut self, campo: &str, leer: fn(&str) -> Result<T, ErrorDeCaptura>) -> Option<T> {
        let texto = self.texto(campo);
        if texto.is_empty() {
            return None;
        }
        leer(texto).map_err(|error| self.mal(campo, error.to_string())).ok()
    }

    fn entero(&mut self, campo: &str) -> Option<u32> {
        self.leer(campo, captura::entero)
    }

    fn porcentaje(&mut self, campo: &str) -> Option<Tasa> {
        self.leer(campo, captura::porcentaje)
    }

    fn fecha(&mut self, campo: &str) -> Option<Fecha> {
        self.leer(campo, captura::fecha)
    }

    fn importe(&mut self, campo: &str) -> Option<Importe> {
        self.leer(campo, captura::importe)
    }

    fn cantidad(&mut self, campo: &str) -> Option<Cantidad> {
        let texto = self.texto(campo);
        let cantidad = Cantidad::leer(texto.trim_end_matches('%').trim_end());
        if cantidad.is_none() && !texto.is_empty() {
            let mensaje = "Escriba sólo el número, con punto decimal, por ejemplo 45 o 9.5205.";
            self.mal(campo, mensaje.to_owned());
        }
        cantidad
    }

    fn clase(&self, campo: &str) -> Option<Clase> {
        let texto = self.texto(campo);
        Clase::TODAS.into_iter().find(|c| c.clave() == texto)
    }

    fn politicas(&self) -> Politicas {
        let mut politicas = Politicas::default();
        for ficha in POLITICAS {
            let elegida = self.texto(ficha.nombre);
            if !elegida.is_empty() {
                politicas.elegir(ficha.nombre, elegida);
            }
        }
        politicas
    }

    /// N: an average or days, as the sheet says.
    fn trabajadores(&mut self, campo: &str) -> (Option<Cantidad>, Option<u64>) {
        let con = |nombre: &str| {
            if campo.is_empty() {
                nombre.to_owned()
            } else {
                [campo, ".", nombre].concat()
            }
        };
        if self.texto("modo_n") == "dias" {
            (None, self.entero(&con("dias_cotizados")).map(u64::from))
        } else {
            (self.cantidad(&con("trabajadores_promedio")), None)
        }
    }

    fn concluir<S>(self, calculo: Option<Result<S, Vec<Hallazgo>>>, faltan: Vec<&'static str>) -> Calculo<S> {
        let mut calculo_hecho = Calculo {
            salida: None,
            errores: self.errores,
            faltan,
            generales: Vec::new(),
        };
        match calculo {
            None => {}
            Some(Ok(salida)) => calculo_hecho.salida = Some(Arc::new(salida)),
            Some(Err(hallazgos)) => repartir(&mut calculo_hecho, self.prefijo, hallazgos),
        }
        calculo_hecho
    }
}

/// Findings go to their fields; what is missing, to a list; the rest concerns the whole.
fn repartir<S>(calculo: &mut Calculo<S>, prefijo: &str, hallazgos: Vec<Hallazgo>) {
    for hallazgo in hallazgos {
        if hallazgo.codigo == FALTA.codigo {
            calculo.faltan.push(nombre(&hallazgo.campo));
        } else {
            let campo = hallazgo.campo.replace('[', ".").replace(']', "");
            if !campo.is_empty() {
                let ruta = [prefijo, ".", &campo].concat();
                calculo.errores.insert(ruta, hallazgo.mensaje.clone());
            }
            calculo.generales.push(hallazgo);
        }
    }
}

/// What a field is called on screen.
fn nombre(campo: &str) -> &'static str {
    match campo {
        "clase" | "clase_nueva" => "la clase de riesgo",
        "prima_anterior" => "la prima anterior",
        "dias_subsidiados" => "los días subsidiados",
        "incapacidades_permanentes" => "los porcentajes de incapacidad permanente",
        "defunciones" => "las defunciones",
        "trabajadores_promedio" => "los trabajadores promedio o los días cotizados",
        "meses_sin_actividad" => "los meses sin actividad",
        "parte" => "de qué empresa se trata",
        "fusion" => "las cifras de las dos empresas",
        "fusion.fusionante.trabajadores_promedio" => "los trabajadores de la empresa que subsiste",
        "fusion.fusionada.trabajadores_promedio" => "los trabajadores de la empresa que desaparece",
        _ => "un dato",
    }
}

/// The annual determination.
pub fn anual(normativa: &Normativa, respuestas: &Respuestas, anio_de_hoy: i32) -> Calculo<Salida> {
    let (entrada, con_clase, lector) = entrada_anual(respuestas, anio_de_hoy);
    let calculo = lector.errores.is_empty().then(|| prima::ejecutar(normativa, entrada));
    if con_clase {
        return lector.concluir(calculo, Vec::new());
    }
    // any class tells what else is missing; its figures are nobody's
    let calculo = lector.concluir(calculo, vec![nombre("clase")]);
    Calculo {
        salida: None,
        ..calculo
    }
}

/// The document of the annual determination, and whether it has a class.
fn entrada_anual(respuestas: &Respuestas, anio_de_hoy: i32) -> (Entrada, bool, Lector<'_>) {
    let mut l = Lector::nuevo(respuestas, "anual");
    let uno_por_uno = l.texto("modo_casos") == "uno";
    let (promedio, dias) = l.trabajadores("");
    let acreditado = l.marcado("acreditado_stps");
    let casos = uno_por_uno.then(|| casos(&mut l));
    let mut total = |campo: &str| if uno_por_uno { None } else { l.entero(campo) };
    let (subsidiados, defunciones) = (total("dias_subsidiados"), total("defunciones"));
    let incapacidades = if uno_por_uno {
        None
    } else {
        l.cantidad("incapacidades_permanentes")
    };
    let clase = l.clase("clase");
    let entrada = Entrada {
        ejercicio: l.texto("ejercicio").parse().unwrap_or(anio_de_hoy - 1),
        clase: clase.unwrap_or(Clase::I),
        prima_anterior: l.porcentaje("prima_anterior"),
        dias_subsidiados: subsidiados,
        incapacidades_permanentes: incapacidades,
        defunciones,
        casos,
        trabajadores_promedio: promedio,
        dias_cotizados: dias,
        acreditado_stps: acreditado,
        acreditado_desde: if acreditado { l.fecha("acreditado_desde") } else { None },
        hubo_cambio_de_actividad: l.marcado("hubo_cambio_de_actividad"),
        inicio_en_la_clase: l.fecha("inicio_en_la_clase"),
        opta_por_media: l.marcado("opta_por_media"),
        sin_trabajadores_mas_de_seis_meses: l.marcado("sin_trabajadores"),
        baja_patronal: l.marcado("baja_patronal"),
        presentacion: l.fecha("presentacion"),
        politicas: l.politicas(),
        memoria: true,
    };
    (entrada, clase.is_some(), l)
}

/// The same determination, had it been presented on `dia`: for the fine.
pub fn anual_presentada(
    normativa: &Normativa,
    respuestas: &Respuestas,
    anio_de_hoy: i32,
    dia: Fecha,
) -> Option<Salida> {
    let (entrada, con_clase, lector) = entrada_anual(respuestas, anio_de_hoy);
    if !con_clase || !lector.errores.is_empty() {
        return None;
    }
    let entrada = Entrada {
        presentacion: Some(dia),
        memoria: false,
        ..entrada
    };
    prima::ejecutar(normativa, entrada).ok()
}

fn casos(l: &mut Lector<'_>) -> Vec<Caso> {
    let cuantos = l.respuestas.cuantos("anual.casos");
    (0..cuantos)
        .map(|i| {
            let con = |campo: &str| format!("casos.{i}.{campo}");
            Caso {
                tipo: match l.texto(&con("tipo")) {
                    "enfermedad" => TipoDeCaso::Enfermedad,
                    "trayecto" => TipoDeCaso::Trayecto,
                    "recaida" => TipoDeCaso::Recaida,
                    "revision" => TipoDeCaso::Revision,
                    _ => TipoDeCaso::Accidente,
                },
                terminado: l.fecha(&con("terminado")),
                dias_subsidiados: l.entero(&con("dias")).unwrap_or(0),
                porcentaje: l.porcentaje(&con("porcentaje")).unwrap_or_default(),
                defuncion: l.marcado(&con("defuncion")),
            }
        })
        .collect()
}

/// What a field of the page is asked for by an event.
pub fn cuenta_meses(evento: &str) -> bool {
    matches!(evento, "baja_realta" | "sin_trabajadores" | "reanudacion")
}

/// The prima after an event.
pub fn evento(normativa: &Normativa, respuestas: &Respuestas, hoy: Fecha) -> Calculo<SalidaDeEvento> {
    let mut l = Lector::nuevo(respuestas, "evento");
    let elegido = l.texto("evento");
    let Some(evento) = Evento::TODOS.into_iter().find(|e| e.clave() == elegido) else {
        return l.concluir(None, vec!["qué cambió"]);
    };
    let entrada = EntradaDeEvento {
        evento,
        fecha: l.fecha("fecha").unwrap_or(hoy),
        clase_anterior: if evento == Evento::Alta {
            None
        } else {
            l.clase("clase_anterior")
        },
        clase_nueva: l.clase("clase_nueva"),
        prima_anterior: if evento == Evento::Alta {
            None
        } else {
            l.porcentaje("prima_anterior")
        },
        cambia_actividad: l.marcado("cambia_actividad"),
        meses_sin_actividad: if cuenta_meses(elegido) {
            l.entero("meses_sin_actividad")
        } else {
            None
        },
        parte: match (evento, l.texto("parte")) {
            (Evento::EscisionSinExtincion, "escindente") => Some(Parte::Escindente),
            (Evento::EscisionSinExtincion, "escindida") => Some(Parte::Escindida),
            _ => None,
        },
        fusion: if evento == Evento::Fusion { fusion(&mut l) } else { None },
        politicas: l.politicas(),
        memoria: true,
    };
    let calculo = l.errores.is_empty().then(|| prima::ejecutar_evento(normativa, entrada));
    l.concluir(calculo, Vec::new())
}

fn fusion(l: &mut Lector<'_>) -> Option<Fusion> {
    let prima_fusionada = l.porcentaje("fusion.prima_fusionada");
    let fusionante = siniestralidad(l, "fusion.fusionante");
    let fusionada = siniestralidad(l, "fusion.fusionada");
    Some(Fusion {
        prima_fusionada: prima_fusionada?,
        fusionante: fusionante?,
        fusionada: fusionada?,
        acreditado_stps: l.marcado("acreditado_stps"),
    })
}

fn siniestralidad(l: &mut Lector<'_>, de: &str) -> Option<SiniestralidadDe> {
    let con = |campo: &str| [de, ".", campo].concat();
    let dias = l.entero(&con("dias_subsidiados"));
    let incapacidades = l.porcentaje(&con("incapacidades_permanentes"));
    let muertes = l.entero(&con("defunciones"));
    let (trabajadores_promedio, dias_cotizados) = l.trabajadores(de);
    Some(SiniestralidadDe {
        dias_subsidiados: dias?,
        incapacidades_permanentes: incapacidades?,
        defunciones: u16::try_from(muertes?).ok()?,
        trabajadores_promedio,
        dias_cotizados,
    })
}

/// The prima of a registro patronal único. Rows that are still blank do not count.
pub fn rpu(normativa: &Normativa, respuestas: &Respuestas, hoy: Fecha) -> Calculo<SalidaRpu> {
    let mut l = Lector::nuevo(respuestas, "rpu");
    let cuantos = l.respuestas.cuantos("rpu.registros");
    let (mut registros, mut renglones, mut incompletos) = (Vec::new(), Vec::new(), false);
    for i in 0..cuantos {
        let con = |campo: &str| format!("registros.{i}.{campo}");
        let numero = l.texto(&con("registro_patronal")).to_owned();
        let (prima, sbc) = (l.porcentaje(&con("prima")), l.importe(&con("sbc")));
        match (prima, sbc) {
            (Some(prima), Some(sbc)) => {
                renglones.push(i);
                registros.push(RegistroRpu {
                    registro_patronal: numero,
                    prima,
                    sbc,
                });
            }
            (None, None) if numero.is_empty() => {}
            _ => incompletos = true,
        }
    }
    let fecha = l.fecha("fecha").unwrap_or(hoy);
    if registros.is_empty() || incompletos {
        let falta = "la prima y la suma de SBC de cada registro que escriba";
        return l.concluir(None, vec![falta]);
    }
    let entrada = EntradaRpu {
        fecha,
        registros,
        politicas: Politicas::default(),
        memoria: true,
    };
    let calculo = l.errores.is_empty().then(|| prima::ejecutar_rpu(normativa, entrada));
    let calculo = calculo.map(|c| c.map_err(|hallazgos| en_su_renglon(hallazgos, &renglones)));
    l.concluir(calculo, Vec::new())
}

/// The rules saw no blank rows: their positions become those of the screen.
fn en_su_renglon(hallazgos: Vec<Hallazgo>, renglones: &[usize]) -> Vec<Hallazgo> {
    let corregir = |campo: &str| {
        let resto = campo.strip_prefix("registros[")?;
        let (i, resto) = resto.split_once(']')?;
        let i = renglones.get(i.parse::<usize>().ok()?)?;
        Some(format!("registros[{i}]{resto}"))
    };
    hallazgos
        .into_iter()
        .map(|mut h| {
            if let Some(campo) = corregir(&h.campo) {
                h.campo = campo;
            }
            h
        })
        .collect()
}

#[cfg(test)]
mod pruebas {
    use super::*;

    fn con(pares: &[(&str, &str)]) -> Respuestas {
        let mut r = Respuestas::default();
        for (ruta, texto) in pares {
            r.poner(*ruta, *texto);
        }
        r
    }

    #[test]
    fn the_example_of_the_dossier_comes_out() {
        let r = con(&[
            ("anual.clase", "III"),
            ("anual.prima_anterior", "2.59840 %"),
            ("anual.dias_subsidiados", "73"),
            ("anual.incapacidades_permanentes", "8"),
            ("anual.defunciones", "0"),
            ("anual.trabajadores_promedio", "45"),
        ]);
        let calculo = anual(&Normativa::publicada(), &r, 2026);
        let salida = calculo.salida.expect("se calcula");
        assert_eq!(salida.determinacion.calculada.as_deref(), Some("12.97111"));
        assert_eq!(salida.determinacion.prima, "3.59840");
    }

    #[test]
    fn what_is_missing_is_said_and_what_is_wrong_goes_to_its_field() {
        let r = con(&[("anual.clase", "III"), ("anual.prima_anterior", "2,5")]);
        let calculo = anual(&Normativa::publicada(), &r, 2026);
        assert!(calculo.salida.is_none());
        assert!(calculo.errores.contains_key("anual.prima_anterior"));
        let vacia = anual(&Normativa::publicada(), &Respuestas::default(), 2026);
        assert!(vacia.salida.is_none());
        assert_eq!(vacia.faltan[..2], ["la clase de riesgo", "los días subsidiados"]);
    }

    #[test]
    fn blank_rows_of_the_registro_unico_do_not_count() {
        let r = con(&[
            ("rpu.registros", "3"),
            ("rpu.registros.0.prima", "2.59840"),
            ("rpu.registros.0.sbc", "1,500,000"),
            ("rpu.registros.2.prima", "1.85"),
            ("rpu.registros.2.sbc", "500000"),
        ]);
        let hoy = Fecha::leer("2026-11-22").expect("fecha");
        let salida = rpu(&Normativa::publicada(), &r, hoy).salida.expect("se calcula");
        assert_eq!(salida.prima, "2.41130");
    }
}
