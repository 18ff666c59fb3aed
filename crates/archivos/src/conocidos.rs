//! The fixed-width files that circulate around SUA and IDSE, by the length of their records: whoever is given another than its
//! own calls it by its name. Source: the project's dossier of the ecosystem, 2.1 and 2.3.

/// A file that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Conocido {
    /// Workers, as SUA imports them (164) or exports them (up to 168).
    Aseg,
    /// Movements of SUA.
    Movt,
    /// Data of affiliation of SUA.
    Afil,
    /// Incapacidades of SUA.
    Incap,
    /// Credits of SUA.
    Cred,
    /// The payment file, which only SUA writes (LSS 39).
    Pago,
    /// A batch for IDSE.
    Idse,
}

impl Conocido {
    /// Its name for a person.
    pub(crate) fn nombre(self) -> &'static str {
        match self {
            Self::Aseg => "ASEG.TXT de SUA (trabajadores)",
            Self::Movt => "MOVT.TXT de SUA (movimientos)",
            Self::Afil => "AFIL.TXT de SUA (datos afiliatorios)",
            Self::Incap => "INCAP.TXT de SUA (incapacidades)",
            Self::Cred => "CRED.TXT de SUA (créditos)",
            Self::Pago => "un archivo de pago .SUA",
            Self::Idse => "un lote de movimientos para IDSE",
        }
    }

    /// What to do with it.
    pub(crate) fn que_hacer(self) -> &'static str {
        match self {
            Self::Aseg | Self::Movt => "Se lee en «Cuotas», con «Abrir archivos de SUA…».",
            Self::Afil | Self::Cred => "Aquí no se lee; se carga en el programa SUA.",
            Self::Incap => {
                "Las incapacidades se leen de MOVT.TXT, en «Cuotas», o se escriben en «Movimientos e incidencias»."
            }
            Self::Pago => {
                "Se presenta en SIPARE, y sólo SUA lo escribe (LSS 39). Exporte de SUA los trabajadores (ASEG.TXT) y los movimientos (MOVT.TXT)."
            }
            Self::Idse => "Ábralo en «Archivos», «Preparar un lote para IDSE».",
        }
    }

    /// Which one it is, by the positions of most of its lines and by its first one.
    pub(crate) fn reconocer(posiciones: usize, primera: &str) -> Option<Self> {
        let letras: Vec<char> = primera.chars().collect();
        let en = |desde: usize, hasta: usize| {
            letras
                .get(desde - 1..hasta)
                .unwrap_or_default()
                .iter()
                .collect::<String>()
        };
        Some(match posiciones {
            49 => Self::Movt,
            52 => Self::Cred,
            57 => Self::Incap,
            80 => Self::Afil,
            // an ASEG that SUA exported is as long as a batch for IDSE, but has dollars between its surnames
            164..=168 if en(54, 103).contains('$') => Self::Aseg,
            164 => Self::Aseg,
            168 if letras.last() == Some(&'9') && ["02", "07", "08"].contains(&en(132, 133).as_str()) => Self::Idse,
            _ if posiciones > 200 && en(1, 2) == "02" => Self::Pago,
            _ => return None,
        })
    }
}

/// Where something is in a file of fixed width, for a person: `Renglón 3, posiciones 132 a 133`. Line 0 is the file itself.
pub(crate) fn donde(renglon: usize, posiciones: Option<(usize, usize)>) -> String {
    match (renglon, posiciones) {
        (0, _) => "El archivo".to_owned(),
        (renglon, None) => format!("Renglón {renglon}"),
        (renglon, Some((desde, hasta))) if desde == hasta => format!("Renglón {renglon}, posición {desde}"),
        (renglon, Some((desde, hasta))) => format!("Renglón {renglon}, posiciones {desde} a {hasta}"),
    }
}
