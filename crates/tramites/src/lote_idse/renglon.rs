//! What is wrong with one row, and the movement it makes when nothing is.

use super::columnas::{COLUMNAS, columna};
use super::expediente::{Fila, Lote, texto};
use super::mensajes as mensaje;
use super::nombre;
use super::politicas::{Modificacion, Politicas};
use crate::texto::{fecha_larga, pesos};
use chrono::{Datelike, NaiveDate};
use std::cell::RefCell;
use std::collections::BTreeMap;
use ventanilla_archivos::idse::{Aviso, LARGO_DE_CLAVE, LARGO_DE_NOMBRE, Movimiento, Tipos};
use ventanilla_normativa::{Normativa, Tabla};
use ventanilla_reglas::captura;
use ventanilla_reglas::consulta::{Consulta, fuera_de_vigencia};
use ventanilla_reglas::cuotas::Area;
use ventanilla_reglas::hallazgo::Hallazgo;
use ventanilla_reglas::identificador::{Partes, Tipo, Uso, normalizar, nss_con_su_cero, revisar_en};
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::mensajes::Regla;
use ventanilla_reglas::plazo::{contar_habiles, cubierto, habil_anterior};
use ventanilla_reglas::politica::Politicas as PoliticasDeReglas;

/// Working days to tell an alta, a baja or a change of salary (LSS 15 I, 34).
const DIAS: u32 = 5;

/// Months in which a variable salary is told (LSS 34).
const MESES_DE_VARIABLES: [u32; 6] = [1, 3, 5, 7, 9, 11];

/// What every row is looked at with.
#[derive(Debug)]
pub(super) struct Marco<'a> {
    pub normativa: &'a Normativa,
    /// The day it is presented.
    pub presentacion: NaiveDate,
    pub area: Area,
    pub politicas: Politicas,
    /// Registro patronal of the batch, in its plain form.
    pub registro: String,
    plazos: RefCell<BTreeMap<NaiveDate, Result<NaiveDate, Hallazgo>>>,
    limites: RefCell<BTreeMap<NaiveDate, Result<Limites, Hallazgo>>>,
}

/// Between what the SBC of a day has to be (LSS 28).
#[derive(Clone, Debug)]
struct Limites {
    minimo: Importe,
    tope: Importe,
    veces: String,
}

/// A row that was looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Revisado {
    /// What was found, by column.
    pub hallazgos: Vec<(usize, Hallazgo)>,
    /// The movement, when nothing stops it.
    pub movimiento: Option<Movimiento>,
    /// Kind, NSS and date, as far as they can be read: what rows are compared by.
    pub tipo: &'static str,
    pub nss: String,
    pub fecha: Option<NaiveDate>,
}

impl<'a> Marco<'a> {
    pub(super) fn nuevo(normativa: &'a Normativa, lote: &Lote, presentacion: NaiveDate) -> Self {
        Self {
            normativa,
            presentacion,
            area: lote.area(),
            politicas: lote.politicas,
            registro: normalizar(&lote.registro_patronal),
            plazos: RefCell::default(),
            limites: RefCell::default(),
        }
    }

    fn consulta(&self) -> Consulta<'a> {
        Consulta::nueva(self.normativa, PoliticasDeReglas::default())
    }

    /// The last of the five working days that follow a day.
    fn vence(&self, desde: NaiveDate) -> Result<NaiveDate, Hallazgo> {
        let contar = || contar_habiles(&mut self.consulta(), desde, DIAS).map(|v| v.fecha);
        self.plazos.borrow_mut().entry(desde).or_insert_with(contar).clone()
    }

    fn limites(&self, fecha: NaiveDate) -> Result<Limites, Hallazgo> {
        let buscar = || self.buscar_limites(fecha);
        self.limites.borrow_mut().entry(fecha).or_insert_with(buscar).clone()
    }

    fn buscar_limites(&self, fecha: NaiveDate) -> Result<Limites, Hallazgo> {
        let valor = |tabla, clave: &str| {
            let fila = self.normativa.vigente(tabla, clave, fecha);
            fila.map(|f| f.valor).map_err(|e| fuera_de_vigencia(&e, ""))
        };
        let area = match self.area {
            // before the northern border had its own (2019), the general one
            Area::Zlfn
                if self
                    .normativa
                    .vigente(Tabla::SalarioMinimo, Area::Zlfn.clave(), fecha)
                    .is_err() =>
            {
                Area::General
            }
            area => area,
        };
        let veces = valor(Tabla::Limites, "tope_sbc_uma")?;
        let piso = valor(Tabla::SalarioMinimo, area.clave())? * valor(Tabla::Limites, "piso_sbc_sm")?;
        Ok(Limites {
            minimo: Importe::redondeado(piso),
            tope: Importe::redondeado(valor(Tabla::Uma, "")? * veces),
            veces: veces.normalize().to_string(),
        })
    }
}

/// Looks at a row.
pub(super) fn revisar(marco: &Marco<'_>, fila: &Fila) -> Revisado {
    let mut lector = Lector {
        marco,
        fila,
        hallazgos: Vec::new(),
    };
    let tipo = lector.opcion(columna::TIPO, Some("el tipo de movimiento"));
    let nss = lector.identificador(columna::NSS, Tipo::Nss, true);
    let nombres = lector.nombres();
    let fecha = lector.fecha(tipo);
    let clave = lector.clave();
    lector.registro();
    let aviso = match tipo {
        Some("08") => lector.reingreso(fecha, &nss, &nombres),
        Some("02") => lector.baja(),
        Some("07") => lector.modificacion(fecha, &nss, &nombres),
        // without a kind, what can be said of its cells is still said
        _ => {
            lector.sbc(fecha, false);
            lector.curp(&nss, &nombres, false);
            None
        }
    };
    let limpio = !lector.hallazgos.iter().any(|(_, h)| h.es_error());
    let [primer_apellido, segundo_apellido, nombres] = nombres;
    let armar = || {
        Some(Movimiento {
            registro_patronal: marco.registro.clone(),
            nss: nss.clone(),
            primer_apellido,
            segundo_apellido,
            nombres,
            fecha: fecha?,
            clave,
            aviso: aviso?,
        })
    };
    let movimiento = if limpio { armar() } else { None };
    Revisado {
        movimiento,
        tipo: tipo.unwrap_or_default(),
        nss,
        fecha,
        hallazgos: lector.hallazgos,
    }
}

struct Lector<'a> {
    marco: &'a Marco<'a>,
    fila: &'a Fila,
    hallazgos: Vec<(usize, Hallazgo)>,
}

impl<'a> Lector<'a> {
    fn texto(&self, columna: usize) -> &'a str {
        texto(self.fila, columna)
    }

    fn hallar(&mut self, columna: usize, regla: &'static Regla, datos: &[(&str, &str)]) {
        let clave = COLUMNAS.get(columna).map_or("", |c| c.clave);
        self.hallazgos.push((columna, Hallazgo::nuevo(regla, clave, datos)));
    }

    fn poner(&mut self, columna: usize, hallazgos: impl IntoIterator<Item = Hallazgo>) {
        let clave = COLUMNAS.get(columna).map_or("", |c| c.clave);
        let suyos = hallazgos.into_iter().map(|h| (columna, h.en(clave)));
        self.hallazgos.extend(suyos);
    }

    fn falta(&mut self, columna: usize, dato: &str) {
        self.hallar(columna, &mensaje::FALTA, &[("dato", dato)]);
    }

    /// One of the choices, by its value, its label, or its label without the number. `dato`: it has to be there.
    fn opcion(&mut self, columna: usize, dato: Option<&str>) -> Option<&'static str> {
        let escrito = self.texto(columna);
        let opciones = COLUMNAS.get(columna).map_or(&[][..], |c| c.opciones);
        if escrito.is_empty() {
            if let Some(dato) = dato {
                self.falta(columna, dato);
            }
            return None;
        }
        let buscada = super::pegado::opcion(opciones, escrito);
        if buscada.is_none() {
            let rotulos: Vec<&str> = opciones.iter().map(|o| o.1).collect();
            let datos = [("valor", escrito), ("opciones", &rotulos.join(", "))];
            self.hallar(columna, &mensaje::OPCION, &datos);
        }
        buscada
    }

    fn identificador(&mut self, columna: usize, tipo: Tipo, obligatorio: bool) -> String {
        let escrito = self.texto(columna);
        if escrito.is_empty() {
            if obligatorio {
                self.falta(columna, "el NSS");
            }
            return String::new();
        }
        if es_cientifico(escrito) {
            let detalle = "Excel lo cambió por un número abreviado y se perdieron cifras. Dé a esa columna formato de texto, escriba el número completo y vuelva a copiarla.";
            self.hallar(columna, &mensaje::DATO, &[("detalle", detalle)]);
            return String::new();
        }
        if let Some(completo) = nss_con_su_cero(escrito).filter(|_| tipo == Tipo::Nss) {
            let detalle = format!(
                "Tiene 10 dígitos: Excel le quita el cero de adelante. Con él, {completo}, su dígito verificador cuadra; escríbalo así."
            );
            self.hallar(columna, &mensaje::DATO, &[("detalle", &detalle)]);
            return completo;
        }
        let revision = revisar_en(
            &mut self.marco.consulta(),
            tipo,
            escrito,
            Uso::Persona,
            self.marco.presentacion,
        );
        self.poner(columna, revision.hallazgos);
        revision.normalizado
    }

    fn nombres(&mut self) -> [String; 3] {
        let partes = [columna::PRIMERO, columna::SEGUNDO, columna::NOMBRES].map(|c| self.nombre(c));
        let [primero, segundo, nombres] = &partes;
        if primero.is_empty() && self.texto(columna::PRIMERO).is_empty() {
            if segundo.is_empty() {
                self.falta(columna::PRIMERO, "el primer apellido");
            } else {
                self.hallar(columna::PRIMERO, &mensaje::APELLIDO, &[]);
            }
        }
        if nombres.is_empty() && self.texto(columna::NOMBRES).is_empty() {
            self.falta(columna::NOMBRES, "el nombre");
        }
        partes
    }

    fn nombre(&mut self, columna: usize) -> String {
        let escrito = self.texto(columna);
        let n = nombre::escribir(escrito);
        if let Some(ajeno) = n.ajeno {
            self.hallar(columna, &mensaje::CARACTER, &[("caracter", &ajeno.to_string())]);
        } else if n.texto.is_empty() && !escrito.is_empty() {
            self.hallar(columna, &mensaje::CARACTER, &[("caracter", escrito)]);
        } else if n.con_signos {
            self.hallar(columna, &mensaje::SIGNO, &[("queda", &n.texto)]);
        }
        if !n.cortado.is_empty() {
            let (largo, caben) = (n.largo.to_string(), LARGO_DE_NOMBRE.to_string());
            let datos = [
                ("largo", largo.as_str()),
                ("caben", &caben),
                ("cortado", n.cortado.trim()),
            ];
            self.hallar(columna, &mensaje::CORTE, &datos);
        }
        n.texto
    }

    fn clave(&mut self) -> String {
        let clave = self.texto(columna::CLAVE).to_uppercase();
        let admite = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '_');
        if clave.chars().count() > LARGO_DE_CLAVE || !clave.chars().all(admite) {
            self.hallar(
                columna::CLAVE,
                &mensaje::CLAVE,
                &[("valor", self.texto(columna::CLAVE))],
            );
        }
        clave
    }

    fn registro(&mut self) {
        let otro = normalizar(self.texto(columna::RP));
        if !otro.is_empty() && otro != self.marco.registro {
            let propio = match self.marco.registro.as_str() {
                "" => "otro",
                propio => propio,
            };
            self.hallar(columna::RP, &mensaje::OTRO_RP, &[("otro", &otro), ("propio", propio)]);
        }
    }

    fn fecha(&mut self, tipo: Option<&'static str>) -> Option<NaiveDate> {
        let escrito = self.texto(columna::FECHA);
        if escrito.is_empty() {
            self.falta(columna::FECHA, "la fecha");
            return None;
        }
        let fecha = match captura::fecha(escrito) {
            Ok(fecha) => fecha.0,
            Err(error) => {
                self.hallar(columna::FECHA, &mensaje::DATO, &[("detalle", &error.to_string())]);
                return None;
            }
        };
        if let Err(error) = cubierto(self.marco.normativa, fecha) {
            self.poner(columna::FECHA, [error]);
        } else if fecha > self.marco.presentacion {
            self.futura(tipo, fecha);
        } else {
            self.plazo(tipo, fecha);
        }
        Some(fecha)
    }

    /// Only a worker who comes in may be told before, and only on the last working day before (RACERF 45).
    fn futura(&mut self, tipo: Option<&'static str>, fecha: NaiveDate) {
        let desde = habil_anterior(&mut self.marco.consulta(), fecha).unwrap_or(fecha);
        if tipo == Some("08") && self.marco.presentacion >= desde {
            return self.hallar(columna::FECHA, &mensaje::ANTICIPADO, &[]);
        }
        let pista = match tipo {
            Some("08") => format!(
                "Un reingreso se puede presentar desde el día hábil anterior al inicio, el {}.",
                fecha_larga(desde)
            ),
            _ => "Preséntela cuando haya ocurrido, o corrija la fecha.".to_owned(),
        };
        let presentacion = fecha_larga(self.marco.presentacion);
        let datos = [("presentacion", presentacion.as_str()), ("pista", &pista)];
        self.hallar(columna::FECHA, &mensaje::FECHA_FUTURA, &datos);
    }

    /// Five working days (LSS 15 I, 34). A variable salary is told within the first five of its month: the first counts.
    fn plazo(&mut self, tipo: Option<&'static str>, fecha: NaiveDate) {
        let regla = match tipo {
            Some("08") => &mensaje::TARDE_ALTA,
            Some("02") => &mensaje::TARDE_BAJA,
            Some("07") => &mensaje::TARDE_MODIFICACION,
            _ => return,
        };
        let mut desde = fecha;
        if tipo == Some("07") && self.salario_variable() {
            if fecha.day() == 1 && MESES_DE_VARIABLES.contains(&fecha.month()) {
                desde = fecha.pred_opt().unwrap_or(fecha);
            } else {
                self.hallar(columna::FECHA, &mensaje::VARIABLE, &[]);
            }
        }
        match self.marco.vence(desde) {
            Ok(vence) if self.marco.presentacion > vence => {
                let (dias, vence) = (DIAS.to_string(), fecha_larga(vence));
                self.hallar(columna::FECHA, regla, &[("dias", &dias), ("vence", &vence)]);
            }
            Ok(_) => {}
            Err(error) => self.poner(columna::FECHA, [error]),
        }
    }

    fn salario_variable(&self) -> bool {
        let escrito = self.texto(columna::SALARIO);
        let opciones = COLUMNAS.get(columna::SALARIO).map_or(&[][..], |c| c.opciones);
        matches!(super::pegado::opcion(opciones, escrito), Some("1" | "2"))
    }

    /// In cents.
    fn sbc(&mut self, fecha: Option<NaiveDate>, obligatorio: bool) -> Option<u32> {
        let escrito = self.texto(columna::SBC);
        if escrito.is_empty() {
            if obligatorio {
                self.falta(columna::SBC, "el SBC");
            }
            return None;
        }
        let sbc = match captura::importe(escrito) {
            Ok(sbc) => sbc,
            Err(error) => {
                self.hallar(columna::SBC, &mensaje::DATO, &[("detalle", &error.to_string())]);
                return None;
            }
        };
        match fecha.map(|f| (f, self.marco.limites(f))) {
            Some((fecha, Ok(limites))) => self.entre_limites(sbc, fecha, &limites),
            Some((_, Err(error))) => self.hallar(columna::SBC, &mensaje::SIN_TABLA, &[("detalle", &error.mensaje)]),
            None => {}
        }
        u32::try_from(sbc.centavos()).ok()
    }

    fn entre_limites(&mut self, sbc: Importe, fecha: NaiveDate, limites: &Limites) {
        let (escrito, fecha) = (pesos(sbc), fecha_larga(fecha));
        if sbc.centavos() < limites.minimo.centavos() {
            let area = match self.marco.area {
                Area::Zlfn => "de la Zona Libre de la Frontera Norte",
                Area::General => "general",
            };
            let minimo = pesos(limites.minimo);
            let datos = [
                ("sbc", escrito.as_str()),
                ("area", area),
                ("fecha", &fecha),
                ("minimo", &minimo),
            ];
            self.hallar(columna::SBC, &mensaje::SBC_MINIMO, &datos);
        } else if sbc.centavos() > limites.tope.centavos() {
            let tope = pesos(limites.tope);
            let datos = [
                ("sbc", escrito.as_str()),
                ("veces", &limites.veces),
                ("fecha", &fecha),
                ("tope", &tope),
            ];
            self.hallar(columna::SBC, &mensaje::SBC_TOPE, &datos);
        }
    }

    fn curp(&mut self, nss: &str, nombres: &[String; 3], se_espera: bool) -> String {
        let escrito = self.texto(columna::CURP);
        if escrito.is_empty() {
            if se_espera {
                self.hallar(columna::CURP, &mensaje::SIN_CURP, &[]);
            }
            return String::new();
        }
        let revision = revisar_en(
            &mut self.marco.consulta(),
            Tipo::Curp,
            escrito,
            Uso::Persona,
            self.marco.presentacion,
        );
        let valida = revision.valido;
        self.poner(columna::CURP, revision.hallazgos);
        if valida && let Partes::Curp(partes) = revision.partes {
            let [primero, segundo, pila] = nombres;
            if let Some(diferencia) = nombre::difiere(&revision.normalizado, primero, segundo, pila) {
                self.hallar(columna::CURP, &mensaje::CURP_NOMBRE, &[("diferencia", &diferencia)]);
            }
            if let Some(nacio) = partes.fecha_nacimiento {
                self.mismo_nacimiento(nss, nacio.0.year());
            }
        }
        revision.normalizado
    }

    /// Positions 5 and 6 of the NSS are the year of birth.
    fn mismo_nacimiento(&mut self, nss: &str, en_la_curp: i32) {
        let revision = revisar_en(
            &mut self.marco.consulta(),
            Tipo::Nss,
            nss,
            Uso::Persona,
            self.marco.presentacion,
        );
        let Partes::Nss(partes) = revision.partes else { return };
        // those that begin with 97 say nothing of years
        if revision.valido
            && partes.subdelegacion != "97"
            && partes.anio_nacimiento.rem_euclid(100) != en_la_curp.rem_euclid(100)
        {
            let (nss, curp) = (partes.anio_nacimiento.to_string(), en_la_curp.to_string());
            self.hallar(columna::CURP, &mensaje::CURP_NSS, &[("nss", &nss), ("curp", &curp)]);
        }
    }

    fn umf(&mut self) -> String {
        let escrito = self.texto(columna::UMF);
        match escrito.len() {
            0 => self.hallar(columna::UMF, &mensaje::SIN_UMF, &[]),
            1..=3 if escrito.bytes().all(|b| b.is_ascii_digit()) => return format!("{escrito:0>3}"),
            _ => self.hallar(columna::UMF, &mensaje::UMF, &[("valor", escrito)]),
        }
        String::new()
    }

    fn sobra(&mut self, aviso: &str, columnas: &[(usize, &str)]) {
        for (columna, dato) in columnas {
            if !self.texto(*columna).is_empty() {
                self.hallar(*columna, &mensaje::SOBRA, &[("aviso", aviso), ("dato", dato)]);
            }
        }
    }

    fn tipos(&mut self, obligatorios: bool) -> Option<Tipos> {
        let dato = |nombre| obligatorios.then_some(nombre);
        let trabajador = self.opcion(columna::TRABAJADOR, dato("el tipo de trabajador"));
        let salario = self.opcion(columna::SALARIO, dato("el tipo de salario"));
        let semana = match self.texto(columna::SEMANA) {
            "" => Some("0"),
            _ => self.opcion(columna::SEMANA, None),
        };
        let numero = |opcion: Option<&str>| opcion.and_then(|o| o.parse::<u8>().ok());
        Some(Tipos {
            trabajador: numero(trabajador)?,
            salario: self.marco.politicas.al_archivo(numero(salario)?),
            semana: numero(semana)?,
        })
    }

    fn reingreso(&mut self, fecha: Option<NaiveDate>, nss: &str, nombres: &[String; 3]) -> Option<Aviso> {
        let sbc = self.sbc(fecha, true);
        let tipos = self.tipos(true);
        let umf = self.umf();
        let curp = self.curp(nss, nombres, true);
        self.sobra("un reingreso", &[(columna::CAUSA, "la causa de baja")]);
        Some(Aviso::Reingreso {
            sbc: sbc?,
            tipos: tipos?,
            umf,
            curp,
        })
    }

    fn baja(&mut self) -> Option<Aviso> {
        let causa = self.opcion(columna::CAUSA, Some("la causa de la baja"));
        self.sobra(
            "una baja",
            &[
                (columna::SBC, "el SBC"),
                (columna::TRABAJADOR, "el tipo de trabajador"),
                (columna::SALARIO, "el tipo de salario"),
                (columna::SEMANA, "la semana o jornada"),
                (columna::UMF, "la UMF"),
                (columna::CURP, "la CURP"),
            ],
        );
        let causa = causa?.chars().next()?;
        Some(Aviso::Baja { causa })
    }

    fn modificacion(&mut self, fecha: Option<NaiveDate>, nss: &str, nombres: &[String; 3]) -> Option<Aviso> {
        let sbc = self.sbc(fecha, true);
        let del_renglon = self.marco.politicas.modificacion == Modificacion::DelRenglon;
        let tipos = if del_renglon {
            self.tipos(true)
        } else {
            // read all the same: a wrong choice is said, and the kind of salary decides the deadline
            let _ = self.opcion(columna::SALARIO, None);
            self.sobra(
                "una modificación",
                &[
                    (columna::TRABAJADOR, "el tipo de trabajador"),
                    (columna::SEMANA, "la semana o jornada"),
                ],
            );
            Some(Tipos::default())
        };
        let curp = self.curp(nss, nombres, true);
        self.sobra(
            "una modificación",
            &[(columna::CAUSA, "la causa de baja"), (columna::UMF, "la UMF")],
        );
        Some(Aviso::Modificacion {
            sbc: sbc?,
            tipos: tipos?,
            curp,
        })
    }
}

/// `9.91898E+10`: what a spreadsheet makes of a long number.
fn es_cientifico(texto: &str) -> bool {
    let mayusculas = texto.to_uppercase();
    mayusculas.split_once("E+").is_some_and(|(antes, despues)| {
        let de_cifras = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
        de_cifras(antes) && de_cifras(despues)
    })
}
