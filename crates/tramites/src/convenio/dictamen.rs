//! What the rules say of the application as a whole: the debt today, what is paid first, the schedule, the answer's
//! deadline, and what would leave the plan without effect.

use super::condiciones::{con_garantia, solicitud};
use super::documentos::documentos;
use super::mensajes as mensaje;
use super::plan;
use crate::adeudo::{ClaseDeCredito, Periodo};
use crate::camino::{Dictamen, Indice, Silencio, Vencimiento};
use crate::guion::{Cuadro, Mirada, Renglon, Seccion};
use crate::lecturas;
use crate::requisitos;
use crate::texto::{fecha_larga, pesos};
use ventanilla_reglas::convenio::{self, CreditoActualizado, EntradaConvenio, Garantia, SalidaConvenio};
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::mensajes::{convenio as reglas, credito};

/// What the rules say of the whole.
pub(super) fn dictaminar(m: &Mirada<'_>) -> Dictamen {
    let mut d = Dictamen {
        indice: Indice {
            nombre: m.valor("patron.nombre").to_owned(),
            rfc: m.valor("patron.rfc").to_owned(),
            registro_patronal: m.valor("patron.registro_patronal").to_owned(),
            nss: String::new(),
        },
        documentos: documentos(m),
        ..Dictamen::default()
    };
    if let Some(entrada) = plan::plan(m) {
        match convenio::ejecutar(m.normativa, entrada.clone()) {
            Ok(salida) => anotar(m, &mut d, &salida),
            Err(errores) => d
                .hallazgos
                .extend(errores.into_iter().map(|h| en_su_lugar(m, &entrada, h))),
        }
    }
    requisitos::faltan(m, &mut d);
    d
}

/// Notes of the rules about what this form asks, and stops at the answer.
const PREGUNTADAS: [&str; 2] = [reglas::TOTALIDAD.codigo, reglas::INTENTO_PREVIO.codigo];

fn anotar(m: &Mirada<'_>, d: &mut Dictamen, salida: &SalidaConvenio) {
    if let Some(entrada) = plan::plan(m) {
        // what the form asks for needs no reminder, nor who offers a guarantee a word about doing without
        let callada =
            |h: &Hallazgo| PREGUNTADAS.contains(&h.codigo) || (con_garantia(m) && h.codigo == reglas::DISPENSA.codigo);
        let dichos = salida.comun.hallazgos.iter().filter(|h| !callada(h));
        d.hallazgos.extend(dichos.cloned().map(|h| en_su_lugar(m, &entrada, h)));
    }
    let dia = solicitud(m);
    if dia != m.hoy {
        let datos = [("solicitud", fecha_larga(dia)), ("hoy", fecha_larga(m.hoy))];
        d.hallazgos
            .push(Hallazgo::con(&mensaje::OTRO_DIA, "fechas.solicitud", &datos));
    }
    cifras(d, salida);
    d.vence = salida.resolucion.as_ref().map(|r| Vencimiento {
        fecha: r.vence,
        desde: dia.into(),
        plazo: format!("{} días hábiles", r.dias_habiles),
        fundamento: r.fundamento.clone(),
        silencio: Silencio::de_clave(r.silencio),
    });
    adeudo(d, salida, &fecha_larga(dia));
    pagos(d, salida);
    respuesta(d, salida);
    causas(m, d);
    d.secciones.extend(lecturas::seccion(&salida.comun.politicas_aplicadas));
    sobre_la_garantia(m, d, &salida.garantia);
}

/// What must come out the same on the server.
fn cifras(d: &mut Dictamen, salida: &SalidaConvenio) {
    let inicial = salida.pago_inicial.as_ref().map(|p| p.total);
    let primero = salida.tabla.first().map(|p| p.pago);
    let importes = [
        ("pago_inicial", inicial),
        ("saldo", Some(salida.saldo)),
        ("parcialidad", primero),
        ("total_a_plazos", Some(salida.total_a_plazos)),
        ("garantia", Some(salida.garantia.monto)),
    ];
    for (clave, importe) in importes {
        if let Some(importe) = importe {
            d.cifras.insert(clave.to_owned(), importe.to_string());
        }
    }
    d.cifras.insert("tasa".to_owned(), salida.tasa.clone());
}

fn adeudo(d: &mut Dictamen, salida: &SalidaConvenio, dia: &str) {
    let Some(adeudo) = &salida.adeudo else { return };
    let filas = adeudo.creditos.iter().map(fila_del_credito).collect();
    let encabezados = ["Crédito", "Importe", "Actualización", "Recargos", "Total"];
    d.secciones.push(
        Seccion::calculada(
            &format!("Adeudo al {dia}"),
            vec![
                Renglon::cifra(
                    "Parte patronal y otros créditos",
                    pesos(adeudo.patronal),
                    &["CFF 17-A", "CFF 21"],
                ),
                Renglon::cifra("Parte obrera", pesos(adeudo.obrera), &["LSS 40 C"]),
                Renglon::cifra("Total", pesos(adeudo.total), &["LSS 40 A"]),
            ],
        )
        .con_cuadro(Cuadro {
            titulo: "Créditos con su actualización y recargos".to_owned(),
            encabezados: encabezados.map(str::to_owned).to_vec(),
            filas,
            ..Cuadro::default()
        }),
    );
    for fuera in &salida.exclusiones {
        let articulos: Vec<&str> = fuera.fundamento.iter().map(String::as_str).collect();
        if let Some(seccion) = d.secciones.last_mut() {
            let entra = adeudo.creditos.iter().any(|c| c.indice == fuera.indice && c.incluido);
            let que = if entra { "parte obrera" } else { "queda fuera" };
            let rotulo = format!("Crédito {}: {que}", fuera.indice + 1);
            seccion
                .renglones
                .push(Renglon::cifra(&rotulo, fuera.mensaje.clone(), &articulos));
        }
    }
}

fn fila_del_credito(credito: &CreditoActualizado) -> Vec<String> {
    let partes = || credito.patronal.iter().chain(&credito.obrera);
    let suma = |de: fn(&ventanilla_reglas::credito::Accesorios) -> Importe| {
        let centavos = partes().map(|a| de(a).centavos()).sum();
        pesos(Importe::de_centavos(centavos))
    };
    let fuera = if credito.incluido { "" } else { " (queda fuera)" };
    let nombre = format!("{}. {}{fuera}", credito.indice + 1, nombre(credito));
    if partes().next().is_none() {
        // costs of collection have no accesorios
        let total = pesos(credito.total);
        return vec![nombre, total.clone(), String::new(), String::new(), total];
    }
    vec![
        nombre,
        suma(|a| a.importe),
        suma(|a| a.actualizacion),
        suma(|a| a.recargos),
        pesos(credito.total),
    ]
}

/// `Cuotas COP, enero de 2026`.
fn nombre(credito: &CreditoActualizado) -> String {
    let clase = ClaseDeCredito::TODAS.into_iter().find(|c| credito.clase == (*c).into());
    let periodo = clase
        .zip(credito.periodo.as_deref())
        .and_then(|(clase, periodo)| Periodo::leer(periodo, clase));
    let clase = clase.map_or("Crédito", ClaseDeCredito::corto);
    match periodo {
        Some(periodo) => format!("{clase}, {}", periodo.nombre()),
        None => clase.to_owned(),
    }
}

fn pagos(d: &mut Dictamen, salida: &SalidaConvenio) {
    let mut renglones = Vec::new();
    if let Some(inicial) = &salida.pago_inicial {
        renglones.extend([
            Renglon::cifra(
                "Primer pago, de la parte patronal",
                pesos(inicial.patronal),
                &["CFF 66 II"],
            ),
            Renglon::cifra(
                "Primer pago, toda la parte obrera",
                pesos(inicial.obrera),
                &["LSS 40 C"],
            ),
            Renglon::cifra(
                "Se paga al solicitarlo",
                pesos(inicial.total),
                &["CFF 66 II", "RACERF 133"],
            ),
        ]);
    }
    renglones.extend([
        Renglon::cifra("Saldo que se paga a plazos", pesos(salida.saldo), &["CFF 66-A I"]),
        Renglon::cifra(
            "Tasa mensual, fija todo el plazo",
            [&salida.tasa, " %"].concat(),
            &["LIF 11", "CFF 66-A"],
        ),
        Renglon::cifra("Recargos por prórroga", pesos(salida.recargos_de_prorroga), &["CFF 66"]),
        Renglon::cifra(
            "Total de los pagos a plazos",
            pesos(salida.total_a_plazos),
            &["CFF 66-A"],
        ),
        Renglon::cifra("Total con el primer pago", pesos(salida.total_general), &["CFF 66"]),
        Renglon::cifra(
            "La garantía debe cubrir",
            pesos(salida.garantia.monto),
            &["CFF 66-A III"],
        ),
    ]);
    let filas = salida.tabla.iter().map(|p| {
        vec![
            p.numero.to_string(),
            fecha_larga(p.vence.0),
            pesos(p.pago),
            pesos(p.recargo),
            pesos(p.capital),
            pesos(p.saldo),
        ]
    });
    let encabezados = ["Núm.", "Vence", "Pago", "Recargo", "Capital", "Saldo"];
    d.secciones
        .push(Seccion::calculada("Plan de pagos", renglones).con_cuadro(Cuadro {
            titulo: "Calendario de pagos".to_owned(),
            encabezados: encabezados.map(str::to_owned).to_vec(),
            filas: filas.collect(),
            ..Cuadro::default()
        }));
}

fn respuesta(d: &mut Dictamen, salida: &SalidaConvenio) {
    let Some(r) = &salida.resolucion else { return };
    let articulos: Vec<&str> = r.fundamento.iter().map(String::as_str).collect();
    let silencio = match Silencio::de_clave(r.silencio) {
        Silencio::Concede => "queda autorizado",
        _ => "no queda autorizado",
    };
    let mut renglones = vec![
        Renglon::cifra(
            "Preséntela a más tardar",
            format!(
                "{}, contado desde el primer pago",
                fecha_larga(r.limite_de_presentacion.0)
            ),
            &["RACERF 133"],
        ),
        Renglon::cifra(
            "El Instituto contesta",
            format!(
                "en {} días hábiles, hasta el {}",
                r.dias_habiles,
                fecha_larga(r.vence.0)
            ),
            &articulos,
        ),
        Renglon::cifra("Si no contesta", silencio, &articulos),
    ];
    for motivo in &r.motivos {
        renglones.push(Renglon::cifra(
            "Pide autorización previa",
            motivo.clone(),
            &["RACERF 134"],
        ));
    }
    d.secciones.push(Seccion::calculada("La respuesta", renglones));
}

fn causas(m: &Mirada<'_>, d: &mut Dictamen) {
    match convenio::causas_de_incumplimiento(m.normativa, solicitud(m)) {
        Ok(causas) => {
            let renglones = (1..).zip(&causas).map(|(n, c)| {
                let articulos: Vec<&str> = c.fundamento.iter().map(String::as_str).collect();
                Renglon::cifra(&format!("Causa {n}"), c.texto.clone(), &articulos)
            });
            d.secciones
                .push(Seccion::calculada("Qué lo dejaría sin efecto", renglones.collect()));
        }
        Err(hallazgo) => d.hallazgos.push(hallazgo.en("plan.plazo")),
    }
}

/// The kinds of guarantee go in an order (CFF 141), and it must cover the debt and the surcharges of the term.
fn sobre_la_garantia(m: &Mirada<'_>, d: &mut Dictamen, garantia: &Garantia) {
    let elegida = m.valor("garantia.tipo");
    let orden = garantia.tipos.iter().find(|t| t.clave == elegida).map(|t| t.orden);
    let primera = garantia.tipos.iter().min_by_key(|t| t.orden);
    if let (Some(orden), Some(primera)) = (orden, primera)
        && garantia.orden_obligatorio
        && orden > primera.orden
    {
        let datos = [("primera", primera.nombre.to_lowercase())];
        d.hallazgos
            .push(Hallazgo::con(&mensaje::ORDEN_DE_GARANTIA, "garantia.tipo", &datos));
    }
    if let Ok(valor) = Importe::leer(m.valor("garantia.valor"))
        && con_garantia(m)
        && valor < garantia.monto
    {
        let datos = [("valor", pesos(valor)), ("monto", pesos(garantia.monto))];
        d.hallazgos
            .push(Hallazgo::con(&mensaje::GARANTIA_CORTA, "garantia.valor", &datos));
    }
}

/// The rules speak of their own input; the form, of its questions.
fn en_su_lugar(m: &Mirada<'_>, entrada: &EntradaConvenio, hallazgo: Hallazgo) -> Hallazgo {
    let campo = hallazgo.campo.clone();
    let ruta = match campo.as_str() {
        _ if hallazgo.codigo == reglas::DISPENSA.codigo => "garantia.tipo".to_owned(),
        _ if hallazgo.codigo == credito::INPC_NO_CARGADO.codigo => donde_va_el_inpc(m),
        "" if !hallazgo.es_error() => String::new(), // about the whole: it belongs to no question
        "plazo" => "plan.plazo".to_owned(),
        "modalidad" | "" | "deudor" => "plan.modalidad".to_owned(),
        "solicitud" => "fechas.solicitud".to_owned(),
        "pago_inicial_fecha" => "fechas.pago_inicial".to_owned(),
        otro if otro.starts_with("autorizacion_previa") => "admisibilidad.trabajadores".to_owned(),
        otro => ruta_del_credito(entrada, otro),
    };
    hallazgo.en(&ruta)
}

/// The last index of the list: the one that is being typed when another is missing.
fn donde_va_el_inpc(m: &Mirada<'_>) -> String {
    format!("inpc.{}.valor", m.respuestas.cuantos("inpc").saturating_sub(1))
}

/// `creditos[2].vencimiento` is `creditos.2.vencimiento`.
fn ruta_del_credito(entrada: &EntradaConvenio, campo: &str) -> String {
    let partes = campo.strip_prefix("creditos[").and_then(|resto| resto.split_once(']'));
    let indice = partes.and_then(|(indice, resto)| Some((indice.parse::<usize>().ok()?, resto)));
    match indice {
        Some((indice, resto)) if indice < entrada.creditos.len() => {
            let campo = match resto.trim_start_matches('.') {
                "" => "clase",
                otro => otro,
            };
            format!("creditos.{indice}.{campo}")
        }
        _ => "creditos.0.clase".to_owned(),
    }
}
