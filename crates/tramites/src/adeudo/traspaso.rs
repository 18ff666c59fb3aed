//! A period of *Previsión de cuotas* that was not paid, on its way to the adeudo. Both pages are modules apart, so it goes
//! through what the browser keeps.

use super::clase::ClaseDeCredito;
use super::inpc::INPC;
use super::periodo::Periodo;
use super::renglon::{Renglon, renglones};
use crate::guion::Respuestas;
use crate::prevision::{ClaseDePeriodo, DatosDelPeriodo};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ventanilla_reglas::cuotas::Importes;
use ventanilla_reglas::importe::Importe;

/// Version of the record.
const FORMATO: u16 = 1;

/// Credits on their way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traspaso {
    formato: u16,
    /// The credits, as if they had been typed.
    pub creditos: Vec<Renglon>,
    /// Whether they were typed in the adeudo of nobody in particular, and follow who signed in.
    #[serde(default)]
    pub de_quien_entro: bool,
    /// What else goes along by its path: the INPC that were typed, the day of the payment.
    #[serde(default)]
    pub lo_demas: BTreeMap<String, String>,
}

impl Traspaso {
    /// Of these credits.
    pub fn nuevo(creditos: Vec<Renglon>) -> Self {
        Self {
            formato: FORMATO,
            creditos,
            de_quien_entro: false,
            lo_demas: BTreeMap::new(),
        }
    }

    /// Of a sheet that was typed before signing in: its credits, and what they are computed with.
    pub fn de_quien_entra(hoja: &Respuestas) -> Self {
        let mut creditos = renglones(hoja);
        creditos.retain(|r| !r.vacio());
        let de_la_cuenta = |ruta: &str| ruta == "pago" || ruta.starts_with(&[INPC, "."].concat());
        let lo_demas = hoja.iter().filter(|(ruta, _)| de_la_cuenta(ruta));
        Self {
            de_quien_entro: true,
            lo_demas: lo_demas.map(|(r, t)| (r.to_owned(), t.to_owned())).collect(),
            ..Self::nuevo(creditos)
        }
    }

    /// Reads what was kept.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn leer(texto: &str) -> Result<Self, String> {
        match serde_json::from_str::<Self>(texto) {
            Ok(leido) if leido.formato <= FORMATO => Ok(leido),
            Ok(_) => {
                Err("Lo que envió Previsión de cuotas es de una versión más nueva. Actualice la página.".to_owned())
            }
            Err(_) => Err("Lo que envió Previsión de cuotas no se pudo leer. Envíelo otra vez.".to_owned()),
        }
    }
}

/// The credit of a month (COP) or of a bimestre (RCV) that came out of a payroll. The worker's part that the employer bears
/// (LSS 36) was not withheld from anybody: it is the employer's debt. Infonavit is not the Institute's and stays out.
/// `None` of a period that is both, or without amounts.
pub fn renglon_de_prevision(periodo: DatosDelPeriodo, importes: &Importes) -> Option<Renglon> {
    let (clase, suyo) = match periodo.clase {
        ClaseDePeriodo::Mes => (ClaseDeCredito::Cop, Periodo::de_mes(periodo.anio, periodo.numero)?),
        ClaseDePeriodo::Bimestre => (ClaseDeCredito::Rcv, Periodo::de_bimestre(periodo.anio, periodo.numero)?),
        ClaseDePeriodo::Completo => return None,
    };
    let obrera = importes.obrera - importes.obrera_a_cargo_del_patron;
    let patronal = importes.patronal + importes.obrera_a_cargo_del_patron;
    (patronal + obrera > Importe::CERO).then(|| Renglon {
        clase: clase.clave().to_owned(),
        periodo: suyo.corto(),
        patronal: patronal.to_string(),
        obrera: obrera.to_string(),
        ..Renglon::default()
    })
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn what_the_employer_bears_is_the_employers_debt() {
        let importes = Importes {
            patronal: Importe::de_centavos(10_000),
            obrera: Importe::de_centavos(3_000),
            obrera_a_cargo_del_patron: Importe::de_centavos(1_000),
            total: Importe::de_centavos(18_000), // Infonavit too
            ..Importes::default()
        };
        let de = |clase, numero| {
            let periodo = DatosDelPeriodo {
                clase,
                anio: 2025,
                numero,
            };
            renglon_de_prevision(periodo, &importes)
        };
        let mes = de(ClaseDePeriodo::Mes, 11).expect("mes");
        assert_eq!((mes.clase.as_str(), mes.periodo.as_str()), ("cop", "nov 2025"));
        assert_eq!((mes.patronal.as_str(), mes.obrera.as_str()), ("110.00", "20.00"));
        let bimestre = de(ClaseDePeriodo::Bimestre, 6).expect("bimestre");
        assert_eq!(
            (bimestre.clase.as_str(), bimestre.periodo.as_str()),
            ("rcv", "bim 6 de 2025")
        );
        assert!(Periodo::leer(&bimestre.periodo, ClaseDeCredito::Rcv).is_some());
        assert_eq!(de(ClaseDePeriodo::Completo, 6), None);
    }

    #[test]
    fn it_comes_back_the_same_or_says_why_not() {
        let uno = Traspaso::nuevo(vec![Renglon::default()]);
        let texto = serde_json::to_string(&uno).expect("json");
        assert_eq!(Traspaso::leer(&texto), Ok(uno));
        assert!(
            Traspaso::leer("{\"formato\":9,\"creditos\":[]}")
                .expect_err("later")
                .contains("más nueva")
        );
        assert!(Traspaso::leer("x").is_err());
    }
}
