//! A row of the suplemento while it is being typed. What is wrong with it is said by the very code that reads a
//! suplemento file ([`leer_suplemento`]): a row that this form takes is a row that loads.

use super::consulta::Materia;
use chrono::NaiveDate;
use ventanilla_normativa::{FilaDeSuplemento, Normativa, Tabla, exportar_suplemento, leer_suplemento};

/// Positions of the fields: those of the columns of a suplemento.
pub(super) const CLAVE: usize = 0;
pub(super) const DESDE: usize = 1;
pub(super) const HASTA: usize = 2;
pub(super) const VALOR: usize = 3;
pub(super) const FUNDAMENTO: usize = 4;
pub(super) const FUENTE: usize = 5;
pub(super) const PUBLICADO: usize = 6;
pub(super) const CONFIANZA: usize = 7;
pub(super) const VERIFICADO: usize = 8;
pub(super) const NOTA: usize = 9;
/// The table itself, which is not a column of a row.
pub(super) const TABLA: usize = 10;

const CUANTOS: usize = 10;
/// A row without fault. A field is checked in its place, so that every error is found at once and each at its field.
const SIN_FALTA: [&str; CUANTOS] = [
    "",
    "0001-01-01",
    "9999-12-31",
    "1",
    "",
    "-",
    "",
    "media",
    "2000-01-01",
    "",
];
const REGLA_SIN_FALTA: &str = "cff12 fecha 2026-12-24";

/// What is wrong, by field.
pub(super) type Errores = [Option<String>; CUANTOS + 1];

/// What is typed, as it is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Borrador {
    pub(super) tabla: Option<Tabla>,
    pub(super) campos: [String; CUANTOS],
    /// What the form filled in by itself; it may be replaced as long as nobody changed it.
    sugeridos: [String; CUANTOS],
    /// The row of the suplemento that this one corrects.
    pub(super) corrige: Option<FilaDeSuplemento>,
}

impl Borrador {
    /// A row already added, to be corrected.
    pub(super) fn de_fila(fila: &FilaDeSuplemento) -> Self {
        let dia = |fecha: Option<NaiveDate>| fecha.map(|f| f.to_string()).unwrap_or_default();
        let f = &fila.fila;
        let campos = [
            f.clave.to_string(),
            f.desde.to_string(),
            dia(f.hasta),
            f.valor.to_string(),
            f.fundamento.to_string(),
            f.fuente.to_string(),
            dia(f.publicado),
            f.confianza.palabra().to_owned(),
            dia(f.verificado_hasta),
            f.nota.to_string(),
        ];
        Self {
            tabla: Some(fila.tabla),
            campos,
            sugeridos: Default::default(),
            corrige: Some(fila.clone()),
        }
    }

    /// Chooses the table; a key that the table does not know goes.
    pub(super) fn elegir_tabla(&mut self, normativa: &Normativa, tabla: Option<Tabla>) {
        self.tabla = tabla;
        if let Some(tabla) = tabla
            && !clave_libre(tabla)
            && !Materia::nueva(normativa, tabla).series.contains(&self.campos[CLAVE])
        {
            self.campos[CLAVE].clear();
        }
        self.sugerir(normativa);
    }

    /// Chooses the series.
    pub(super) fn elegir_clave(&mut self, normativa: &Normativa, clave: String) {
        self.campos[CLAVE] = clave;
        self.sugerir(normativa);
    }

    /// Fills in what the last row of the series lets one suppose, where nothing was typed.
    fn sugerir(&mut self, normativa: &Normativa) {
        let nuevos = self.sugerencias(normativa);
        for (i, nuevo) in nuevos.iter().enumerate() {
            let suyo = &mut self.campos[i];
            if i != CLAVE && (suyo.is_empty() || *suyo == self.sugeridos[i]) {
                suyo.clone_from(nuevo);
            }
        }
        self.sugeridos = nuevos;
    }

    fn sugerencias(&self, normativa: &Normativa) -> [String; CUANTOS] {
        let mut nuevos: [String; CUANTOS] = Default::default();
        nuevos[CONFIANZA] = "media".to_owned();
        let Some(tabla) = self.tabla else { return nuevos };
        let materia = Materia::nueva(normativa, tabla);
        let ultima = materia.ultima(&self.campos[CLAVE]);
        let modelo = ultima.or_else(|| materia.filas.first().filter(|_| clave_libre(tabla)));
        if let Some(modelo) = modelo {
            nuevos[FUNDAMENTO] = modelo.fundamento.to_string();
        }
        if clave_libre(tabla) {
            nuevos[VALOR] = if tabla == Tabla::Fracciones {
                String::new()
            } else {
                "1".to_owned()
            };
        }
        if let Some((desde, hasta)) = materia.siguiente(&self.campos[CLAVE]) {
            nuevos[DESDE] = desde.to_string();
            if !tabla.ficha().ley {
                nuevos[HASTA] = hasta.to_string();
            }
        }
        nuevos
    }

    /// Whether a person typed something that a new row would not have by itself.
    pub(super) fn tiene_algo(&self) -> bool {
        self.campos
            .iter()
            .enumerate()
            .any(|(i, c)| i != CLAVE && !c.is_empty() && *c != self.sugeridos[i])
    }

    /// The text in which it is kept: a line for the table and one for each field.
    pub(super) fn a_texto(&self) -> String {
        let mut texto = self.tabla.map_or("", |t| t.ficha().id).to_owned();
        for campo in &self.campos {
            texto.push('\n');
            texto.push_str(&campo.replace(['\n', '\r'], " "));
        }
        texto
    }

    /// The same, read back.
    pub(super) fn de_texto(texto: &str, normativa: &Normativa) -> Self {
        let mut lineas = texto.split('\n');
        let tabla = lineas.next().and_then(Tabla::por_id);
        let campos = std::array::from_fn(|_| lineas.next().unwrap_or_default().to_owned());
        let mut borrador = Self {
            tabla,
            campos,
            ..Self::default()
        };
        borrador.sugeridos = borrador.sugerencias(normativa);
        borrador
    }
}

/// Tables to which new keys are added: a bank, an activity, a day. In the others the key is one of those there are.
pub(super) fn clave_libre(tabla: Tabla) -> bool {
    matches!(
        tabla,
        Tabla::Inhabiles
            | Tabla::Bancos
            | Tabla::Modalidades
            | Tabla::Fracciones
            | Tabla::Inpc
            | Tabla::CostosUnitarios
    )
}

/// The row, or what is wrong with it. `otras` are the rows of the suplemento beside it.
///
/// # Errors
/// A sentence for each field that needs one.
pub(super) fn comprobar(borrador: &Borrador, otras: &[FilaDeSuplemento]) -> Result<FilaDeSuplemento, Box<Errores>> {
    let mut errores: Errores = Default::default();
    let Some(tabla) = borrador.tabla else {
        errores[TABLA] = Some("Elija la tabla.".to_owned());
        return Err(Box::new(errores));
    };
    for campo in [CLAVE, DESDE, VALOR, FUENTE, PUBLICADO, CONFIANZA, VERIFICADO, HASTA] {
        errores[campo] = falta_de(borrador, tabla, campo);
    }
    if errores[VERIFICADO].is_some() {
        errores[HASTA] = None; // said once, at its field
    }
    if errores.iter().all(Option::is_none) {
        let campos = std::array::from_fn(|i| borrador.campos[i].as_str());
        match leer(tabla, &campos, otras) {
            Ok(fila) => return Ok(fila),
            // what is left has to do with the two dates: their order, or another row of the same days
            Err(mensaje) if mensaje.starts_with("«hasta»") => errores[HASTA] = Some(mensaje),
            Err(mensaje) => errores[DESDE] = Some(con_mayuscula(&mensaje)),
        }
    }
    Err(Box::new(errores))
}

fn falta_de(borrador: &Borrador, tabla: Tabla, campo: usize) -> Option<String> {
    let texto = borrador.campos[campo].as_str();
    let una_serie = tabla.ficha().filas.iter().all(|f| f.clave.is_empty());
    match campo {
        CLAVE if texto.is_empty() && clave_libre(tabla) => return Some("Escriba la clave.".to_owned()),
        CLAVE if texto.is_empty() && !una_serie => return Some("Elija la serie.".to_owned()),
        VALOR if texto.is_empty() => return Some("Escriba el valor, con punto decimal y sin comas.".to_owned()),
        _ => {}
    }
    let mut campos = SIN_FALTA;
    if tabla == Tabla::Inhabiles {
        campos[CLAVE] = REGLA_SIN_FALTA;
    }
    campos[campo] = texto;
    if campo == HASTA {
        campos[VERIFICADO] = &borrador.campos[VERIFICADO];
    }
    leer(tabla, &campos, &[]).err().map(|mensaje| con_mayuscula(&mensaje))
}

/// Reads one more row of a suplemento that has `otras`.
fn leer(tabla: Tabla, campos: &[&str; CUANTOS], otras: &[FilaDeSuplemento]) -> Result<FilaDeSuplemento, String> {
    let mut texto = exportar_suplemento(otras);
    texto.push_str(tabla.ficha().id);
    for campo in campos {
        texto.push_str(",\"");
        texto.push_str(&campo.replace('"', "\"\""));
        texto.push('"');
    }
    texto.push('\n');
    match leer_suplemento(&texto) {
        Ok(mut filas) => filas.pop().ok_or_else(String::new),
        Err(errores) => Err(errores.into_iter().next().map(|e| e.mensaje).unwrap_or_default()),
    }
}

fn con_mayuscula(mensaje: &str) -> String {
    let mut letras = mensaje.chars();
    match letras.next() {
        Some(primera) => primera
            .to_uppercase()
            .chain(letras)
            .chain((!mensaje.ends_with('.')).then_some('.'))
            .collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod pruebas {
    use super::*;

    fn uma_2027() -> Borrador {
        let normativa = Normativa::publicada();
        let mut borrador = Borrador::default();
        borrador.elegir_tabla(&normativa, Some(Tabla::Uma));
        borrador.campos[VALOR] = "121.00".to_owned();
        borrador.campos[FUENTE] = "INEGI, DOF 2027-01-08, \"ejemplo\"".to_owned();
        borrador
    }

    #[test]
    fn lo_que_se_puede_suponer_se_llena() {
        let borrador = uma_2027();
        assert_eq!(borrador.campos[DESDE], "2027-02-01");
        assert_eq!(borrador.campos[HASTA], "2028-01-31");
        assert_eq!(borrador.campos[FUNDAMENTO], "LUMA 4 y 5");
        let fila = comprobar(&borrador, &[]).expect("fila");
        assert_eq!(fila.fila.valor.to_string(), "121.00");
        assert!(fila.fila.suplemento);
    }

    #[test]
    fn lo_escrito_no_lo_cambia_la_sugerencia() {
        let mut borrador = uma_2027();
        borrador.campos[DESDE] = "2027-03-01".to_owned();
        borrador.elegir_tabla(&Normativa::publicada(), Some(Tabla::SalarioMinimo));
        assert_eq!(borrador.campos[DESDE], "2027-03-01");
        borrador.elegir_clave(&Normativa::publicada(), "zlfn".to_owned());
        assert_eq!(borrador.campos[HASTA], "2027-12-31");
        assert_eq!(borrador.campos[FUNDAMENTO], "LFT 94 y LSS 28");
        assert!(borrador.tiene_algo());
    }

    #[test]
    fn cada_error_en_su_campo_y_todos_a_la_vez() {
        let mut borrador = uma_2027();
        borrador.campos[VALOR] = "121,50".to_owned();
        borrador.campos[FUENTE].clear();
        borrador.campos[DESDE].clear();
        borrador.campos[HASTA].clear();
        let errores = comprobar(&borrador, &[]).expect_err("errores");
        let con_error: Vec<usize> = (0..=TABLA).filter(|i| errores[*i].is_some()).collect();
        assert_eq!(con_error, [DESDE, HASTA, VALOR, FUENTE]);
        assert!(
            errores[VALOR]
                .as_deref()
                .is_some_and(|e| e.starts_with("El valor «121,50»"))
        );
    }

    #[test]
    fn el_orden_y_el_traslape_se_dicen_en_las_fechas() {
        let mut borrador = uma_2027();
        let fila = comprobar(&borrador, &[]).expect("fila");
        assert!(comprobar(&borrador, std::slice::from_ref(&fila)).expect_err("traslape")[DESDE].is_some());
        borrador.campos[HASTA] = "2027-01-01".to_owned();
        assert!(comprobar(&borrador, &[]).expect_err("orden")[HASTA].is_some());
        let ida = Borrador::de_fila(&fila);
        assert_eq!(comprobar(&ida, &[]), Ok(fila));
    }

    #[test]
    fn la_regla_de_calendario_y_la_serie_se_piden() {
        let normativa = Normativa::publicada();
        let mut borrador = Borrador::default();
        assert!(comprobar(&borrador, &[]).expect_err("tabla")[TABLA].is_some());
        borrador.elegir_tabla(&normativa, Some(Tabla::SalarioMinimo));
        assert!(comprobar(&borrador, &[]).expect_err("serie")[CLAVE].is_some());
        borrador.elegir_tabla(&normativa, Some(Tabla::Inhabiles));
        borrador.elegir_clave(&normativa, "nochebuena".to_owned());
        borrador.campos[DESDE] = "2026-12-24".to_owned();
        borrador.campos[HASTA] = "2026-12-24".to_owned();
        borrador.campos[FUENTE] = "Circular".to_owned();
        let errores = comprobar(&borrador, &[]).expect_err("regla");
        assert!(errores[CLAVE].is_some() && errores.iter().flatten().count() == 1);
        borrador.campos[CLAVE] = "cff12 fecha 2026-12-24".to_owned();
        assert!(comprobar(&borrador, &[]).is_ok());
    }

    #[test]
    fn la_ley_abierta_pide_hasta_cuando_se_verifico() {
        let normativa = Normativa::publicada();
        let mut borrador = Borrador::default();
        borrador.elegir_tabla(&normativa, Some(Tabla::Limites));
        borrador.elegir_clave(&normativa, "dia_de_pago".to_owned());
        borrador.campos[DESDE] = "2027-01-01".to_owned();
        borrador.campos[VALOR] = "20".to_owned();
        borrador.campos[FUENTE] = "DOF".to_owned();
        assert!(comprobar(&borrador, &[]).expect_err("abierta")[HASTA].is_some());
        borrador.campos[VERIFICADO] = "2027-01-15".to_owned();
        assert!(comprobar(&borrador, &[]).is_ok());
    }

    #[test]
    fn se_guarda_y_se_lee() {
        let borrador = uma_2027();
        let vuelta = Borrador::de_texto(&borrador.a_texto(), &Normativa::publicada());
        assert_eq!((vuelta.tabla, vuelta.campos), (borrador.tabla, borrador.campos));
    }
}
