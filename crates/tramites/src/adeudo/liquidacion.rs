//! What a *cédula de liquidación* would say of these credits and what follows from its notification. A preview: the cédula is
//! an act of the authority (LSS 39-C; CFF 38), and nothing here determines anything.

use super::captura::Credito;
use super::cuenta::{Condiciones, Cuenta, CuentaDeCredito, en_cuenta};
use crate::requisitos::documentos;
use chrono::NaiveDate;
use ventanilla_normativa::{Fila, Normativa, Tabla};
use ventanilla_reglas::credito::{
    Clase, EntradaGastos, EntradaPlazos, Plazos, SalidaGastos, ejecutar_gastos, ejecutar_plazos,
};
use ventanilla_reglas::fecha::Fecha;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::importe::{Importe, Tasa};
use ventanilla_reglas::mensajes::{Regla, credito as del_credito};
use ventanilla_reglas::multa::{self, Articulo};

/// A date of the calendar that begins with the notification.
#[derive(Clone, Debug, PartialEq)]
pub struct Hito {
    /// The day.
    pub dia: NaiveDate,
    /// What happens that day.
    pub que: &'static str,
    /// Why, in the words of the rule.
    pub detalle: String,
    /// The articles.
    pub fundamento: Vec<&'static str>,
    /// Whether the debtor has to do something by that day.
    pub es_limite: bool,
}

/// The preview.
#[derive(Clone, Debug, PartialEq)]
pub struct Liquidacion {
    /// The credits that it would have: cuotas and RCV that were due by then.
    pub cuenta: Cuenta,
    /// Credits with a notification of their own, or not due yet: they are not in it.
    pub aparte: Vec<Credito>,
    /// What was not paid, without accesorios: the fine is a part of this.
    pub omitido: Importe,
    /// The fine of LSS 304, or why it cannot be known.
    pub multa: Result<multa::Salida, Vec<Hallazgo>>,
    /// The calendar, in order, or why it cannot be known.
    pub calendario: Result<Vec<Hito>, Vec<Hallazgo>>,
    /// What each diligencia would cost if nobody pays, or why it cannot be known.
    pub gastos: Result<SalidaGastos, Vec<Hallazgo>>,
}

/// What a cédula notified on `condiciones.pago` would say, with a fine of `porcentaje` (both ends if it is not said).
pub fn liquidar(creditos: &[Credito], condiciones: Condiciones<'_>, porcentaje: Option<Tasa>) -> Liquidacion {
    let todos = en_cuenta(creditos, condiciones);
    let va = |c: &&CuentaDeCredito| c.credito.clase.de_cuotas() && c.vencido;
    let dentro: Vec<Credito> = todos.creditos.iter().filter(va).map(|c| c.credito.clone()).collect();
    let aparte = todos
        .creditos
        .iter()
        .filter(|c| !va(c))
        .map(|c| c.credito.clone())
        .collect();
    let cuenta = en_cuenta(&dentro, condiciones);
    let omitido = cuenta.sumas.suerte_principal;
    let plazos = plazos(&dentro, condiciones);
    let desde = plazos.as_ref().ok().map(|(plazos, _)| plazos.exigible_desde);
    Liquidacion {
        multa: la_multa(omitido, porcentaje, condiciones),
        gastos: los_gastos(cuenta.sumas.total, desde, condiciones),
        calendario: plazos.map(|(_, hitos)| hitos),
        cuenta,
        aparte,
        omitido,
    }
}

fn la_multa(
    omitido: Importe,
    porcentaje: Option<Tasa>,
    condiciones: Condiciones<'_>,
) -> Result<multa::Salida, Vec<Hallazgo>> {
    let entrada = multa::Entrada {
        articulo: Articulo::OmisionDePago,
        fraccion: None,
        fecha: Some(Fecha(condiciones.pago)),
        concepto_omitido: Some(omitido),
        porcentaje,
        multa_anterior: None,
        fecha_notificacion_anterior: None,
        espontaneo: false,
        politicas: condiciones.politicas.clone(),
        memoria: false,
    };
    multa::ejecutar(condiciones.normativa, entrada)
}

fn los_gastos(
    credito: Importe,
    desde: Option<Fecha>,
    condiciones: Condiciones<'_>,
) -> Result<SalidaGastos, Vec<Hallazgo>> {
    let entrada = EntradaGastos {
        diligencia: desde.unwrap_or(Fecha(condiciones.pago)),
        credito,
        actos: Vec::new(),
        politicas: condiciones.politicas.clone(),
        memoria: false,
    };
    ejecutar_gastos(condiciones.normativa, entrada)
}

/// The dates of the cédula and of the fine that comes with it, in order.
fn plazos(creditos: &[Credito], condiciones: Condiciones<'_>) -> Result<(Plazos, Vec<Hito>), Vec<Hallazgo>> {
    let conocimiento = creditos.iter().map(|c| Fecha(c.vencimiento)).min();
    let entrada = |clase| EntradaPlazos {
        clase,
        notificacion: Some(Fecha(condiciones.pago)),
        vencimiento: None,
        conocimiento,
        gestiones: Vec::new(),
        politicas: condiciones.politicas.clone(),
        memoria: false,
    };
    let cuota = ejecutar_plazos(condiciones.normativa, entrada(Clase::Cuota))?;
    let multa = ejecutar_plazos(condiciones.normativa, entrada(Clase::Multa))?;
    let dichos: Vec<&Hallazgo> = cuota.comun.hallazgos.iter().chain(&multa.comun.hallazgos).collect();
    let hito = |dia: Option<Fecha>, que, regla: &'static Regla, es_limite| {
        let dicho = dichos.iter().find(|h| h.codigo == regla.codigo)?;
        Some(Hito {
            dia: dia?.0,
            que,
            detalle: dicho.mensaje.clone(),
            fundamento: dicho.fundamento.to_vec(),
            es_limite,
        })
    };
    let sin_detalle = |dia: Option<Fecha>, que, fundamento: &[&'static str]| {
        Some(Hito {
            dia: dia?.0,
            que,
            detalle: String::new(),
            fundamento: fundamento.to_vec(),
            es_limite: false,
        })
    };
    let (p, m) = (cuota.plazos.clone(), &multa.plazos);
    let segura = Some(p.fecha_segura).filter(|dia| *dia < p.limite_de_pago);
    let caducidad = hito(
        p.caducidad,
        "Caduca la facultad de determinarlo",
        &del_credito::CADUCIDAD,
        false,
    );
    let caducidad = caducidad.map(|h| Hito {
        detalle: [
            "Se toma el vencimiento del crédito más antiguo como el día en que debió presentarse la liquidación. ",
            &h.detalle,
        ]
        .concat(),
        ..h
    });
    let mut hitos: Vec<Hito> = [
        sin_detalle(p.surte_efectos, "La notificación surte efectos", &["LSS 40", "CFF 135"]),
        hito(
            m.aclaracion_hasta,
            "Último día para pedir que la multa quede sin efectos",
            &del_credito::ACLARACION,
            true,
        ),
        sin_detalle(
            segura,
            "Para no discutir cómo se cuenta, pague a más tardar este día",
            &["LSS 40", "CFF 12"],
        ),
        hito(
            Some(p.limite_de_pago),
            "Último día para pagar",
            &del_credito::PLAZO_DE_PAGO,
            true,
        ),
        hito(
            m.limite_con_reduccion,
            "Último día para pagar la multa con reducción",
            &del_credito::REDUCCION,
            true,
        ),
        hito(
            p.limite_de_inconformidad,
            "Último día para inconformarse",
            &del_credito::INCONFORMIDAD,
            true,
        ),
        hito(
            Some(p.exigible_desde),
            "El IMSS puede cobrar por la fuerza: requerimiento y embargo",
            &del_credito::EXIGIBLE,
            false,
        ),
        caducidad,
        hito(
            Some(p.prescripcion),
            "Prescribe, si nadie interrumpe",
            &del_credito::PRESCRIPCION,
            false,
        ),
    ]
    .into_iter()
    .flatten()
    .collect();
    hitos.sort_by_key(|h| h.dia);
    Ok((p, hitos))
}

/// Something that a cédula must have.
#[derive(Clone, Debug, PartialEq)]
pub struct Requisito {
    /// Its key, to remember that it was ticked.
    pub clave: String,
    /// What it is.
    pub texto: String,
    /// The articles.
    pub fundamento: Vec<String>,
    /// Where it was read, and how sure it is when it is not very.
    pub fuente: String,
}

/// What a notified cédula must contain, on a day: what only the authority can put, and what this preview has too.
pub fn requisitos(normativa: &Normativa, fecha: NaiveDate) -> [Vec<Requisito>; 2] {
    ["cedula_liquidacion", "cedula_liquidacion_cuenta"].map(|caso| {
        let de = |clave: &str| {
            let fila: Option<&Fila> = normativa
                .filas(Tabla::Requisitos)
                .find(|f| f.rige(fecha) && f.clave.replace(' ', "_") == clave);
            fila.map(Fila::articulos).unwrap_or_default()
        };
        let suyos = documentos(normativa, fecha, caso).into_iter().map(|d| Requisito {
            fundamento: de(&d.clave),
            clave: d.clave,
            texto: d.titulo,
            fuente: d.fuente,
        });
        suyos.collect()
    })
}

#[cfg(test)]
mod pruebas {
    use super::*;
    use crate::adeudo::{Renglon, leer_todos};
    use ventanilla_reglas::credito::InpcDado;
    use ventanilla_reglas::multa::Multa;
    use ventanilla_reglas::politica::Politicas;

    fn liquidacion(notificada: &str, porcentaje: Option<&str>) -> Liquidacion {
        let renglon = |clase: &str, periodo: &str, vencimiento: &str, monto: &str| Renglon {
            clase: clase.to_owned(),
            periodo: periodo.to_owned(),
            vencimiento: vencimiento.to_owned(),
            patronal: monto.to_owned(),
            obrera: "0".to_owned(),
            importe: monto.to_owned(),
        };
        let normativa = Normativa::publicada();
        let filas = [
            renglon("cop", "2025-11", "", "30000"),
            renglon("cop", "2026-09", "", "1000"),
            renglon("multa", "", "2026-01-15", "2346.20"),
        ];
        let (creditos, _) = leer_todos(&normativa, &filas);
        let condiciones = Condiciones {
            normativa: &normativa,
            pago: Fecha::leer(notificada).expect("fecha").0,
            inpc: &InpcDado::default(),
            politicas: &Politicas::default(),
            memoria: false,
        };
        liquidar(&creditos, condiciones, porcentaje.and_then(Tasa::leer))
    }

    /// D10 of the dossier, and the 15 working days.
    #[test]
    fn the_fine_is_of_what_was_omitted_and_the_days_are_those_of_the_rules() {
        let l = liquidacion("2026-03-02", Some("40"));
        assert_eq!(l.cuenta.creditos.len(), 1, "lo que no vence y la multa van aparte");
        assert_eq!(l.aparte.len(), 2);
        assert_eq!(l.omitido.to_string(), "30000.00");
        let multa = match l.multa.expect("multa").multa {
            Some(Multa::Exacta { importe, con_reduccion }) => [importe, con_reduccion].map(|i| i.to_string()),
            otra => [format!("{otra:?}"), String::new()],
        };
        assert_eq!(multa, ["12000.00", "9600.00"]);
        let hitos = l.calendario.expect("calendario");
        assert!(hitos.windows(2).all(|h| h[0].dia <= h[1].dia));
        assert_eq!(hitos[0].dia.to_string(), "2026-03-03");
        assert!(hitos.iter().all(|h| !h.fundamento.is_empty()));
        assert!(hitos.iter().filter(|h| h.es_limite).count() >= 4);
        assert!(l.gastos.is_ok());
    }

    #[test]
    fn without_a_percentage_the_fine_is_a_range() {
        let l = liquidacion("2026-03-02", None);
        assert!(matches!(l.multa.expect("multa").multa, Some(Multa::Porcentual { .. })));
    }

    #[test]
    fn the_checklist_has_its_articles() {
        let hoy = NaiveDate::from_ymd_opt(2026, 11, 23).expect("hoy");
        let [autoridad, cuenta] = requisitos(&Normativa::publicada(), hoy);
        assert!(autoridad.len() >= 7 && cuenta.len() >= 5);
        assert!(
            autoridad
                .iter()
                .chain(&cuenta)
                .all(|r| !r.fundamento.is_empty() && !r.texto.is_empty())
        );
    }
}
