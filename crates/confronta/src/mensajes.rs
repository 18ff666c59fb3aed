//! The words of the confronta: causes of a difference, and findings on the files.

ventanilla_reglas::reglas! {
    /// La prima de riesgos de trabajo cambia cada 1 de marzo con la determinación anual. Si la suya es otra, presente la determinación o la aclaración en su subdelegación.
    PRIMA = nota "confronta.prima", "Prima distinta: {detalle}.", ["LSS 72", "LSS 74", "RACERF 32"], "Emisión con 2.59840 % y nómina con 1.13065 %";
    /// La cuota fija y el excedente se miden con la UMA vigente; en enero rige todavía la del año anterior. Si la del archivo es de otro año, pida la aclaración y pague con la vigente.
    UMA = nota "confronta.uma", "Otra UMA: la emisión corresponde a una UMA de {detalle}.", ["LSS 106 I", "LSS 106 II"], "Febrero con la UMA del año anterior";
    /// La tasa patronal de cesantía y vejez depende del rango en que cae el salario y del año. Con el salario en otro rango, primero aclare el salario.
    TASA_CEAV = nota "confronta.tasa_ceav", "Otra tasa de cesantía y vejez: {detalle}.", ["LSS 168 II a"], "Rango de 2.51 a 3.00 UMA con la tasa del siguiente";
    /// El ramo viene en cero en la emisión y con esos días y ese salario sí se paga. Que no se cobre no libera de pagarlo: inclúyalo en SUA.
    RAMO_OMITIDO = nota "confronta.ramo_omitido", "Ramo sin cobrar: la emisión trae en cero {detalle}.", ["LSS 39"], "Guarderías en cero";
    /// El IMSS lo tiene vigente y su nómina no lo trae. Si trabaja con usted, agréguelo a la nómina. Si ya no, busque en IDSE la constancia de su baja: aceptada, sirve para pedir la aclaración; sin presentar, preséntela ya, porque las cuotas siguen corriendo.
    SOLO_EN_EMISION = nota "confronta.solo_en_emision", "Sólo está en la emisión: puede ser una baja que el IMSS no ha reconocido, o falta en su nómina.", ["LSS 15 I", "LSS 37"], "Trabajador que ya no está";
    /// Su nómina lo trae y la emisión no. Busque en IDSE la constancia de su alta o reingreso; si no se presentó o se rechazó, preséntelo. La cuota se paga de todos modos: regístrelo en SUA.
    SOLO_EN_NOMINA = nota "confronta.solo_en_nomina", "Sólo está en su nómina: puede ser un alta o un reingreso que el IMSS no ha reconocido.", ["LSS 15 I", "LSS 39"], "Trabajador recién contratado";
    /// La emisión le cuenta días posteriores a la baja de su nómina. Busque en IDSE la constancia de la baja: si se aceptó con esa fecha, pida la aclaración; si no se presentó, preséntela ya, porque las cuotas siguen corriendo.
    BAJA = nota "confronta.baja", "Baja no reconocida: la emisión le cuenta {detalle} después de la baja.", ["LSS 15 I", "LSS 37"], "Baja del día 15 y 31 días en la emisión";
    /// La emisión y su nómina no empiezan el mismo día. La fecha buena es la que el trabajador empezó: si el aviso la tiene mal, pida que se corrija; si la tiene mal la nómina, corríjala ahí.
    ALTA = nota "confronta.alta", "Alta o reingreso con otra fecha: {detalle}.", ["LSS 15 I", "LSS 29"], "Alta del día 12 y 31 días en la emisión";
    /// Los días naturales de la emisión no son los de su nómina. Compare las fechas de alta, de baja y de sus movimientos de cada lado.
    DIAS = nota "confronta.dias", "Días distintos: {detalle}.", ["LSS 29", "LSS 31"], "30 días en la emisión y 31 en la nómina";
    /// Su nómina cambia el salario dentro del periodo y la emisión no trae ese cambio. Busque en IDSE la constancia de la modificación; si no se presentó, preséntela. En SUA se paga con el salario nuevo desde el día en que cambió.
    MODIFICACION = nota "confronta.modificacion", "Modificación de salario no reconocida: {detalle}.", ["LSS 15 I", "LSS 34", "LSS 35"], "Aumento del día 16 que la emisión no trae";
    /// El salario base de cotización de la emisión no es el de su nómina. Vea cuál dice el último aviso aceptado: si el bueno es el de su nómina, presente la modificación; si es el de la emisión, corrija la nómina.
    SBC = nota "confronta.sbc", "Salario distinto: {detalle}.", ["LSS 27", "LSS 30", "LSS 34"], "530.00 en la emisión y 545.64 en la nómina";
    /// El IMSS calcula la emisión sin las faltas del periodo. Regístrelas en SUA y pague lo que resulte.
    AUSENTISMO = nota "confronta.ausentismo", "Ausentismo: {detalle} que la emisión no descuenta.", ["LSS 31 I"], "2 faltas en octubre";
    /// El IMSS calcula la emisión sin las incapacidades del periodo. Regístrelas en SUA con su folio y pague lo que resulte.
    INCAPACIDAD = nota "confronta.incapacidad", "Incapacidad: {detalle} que la emisión no descuenta.", ["LSS 31 IV"], "3 días de incapacidad en octubre";
    /// Diferencias de centavos dentro de la tolerancia: se redondea por ramo y por renglón.
    REDONDEO = nota "confronta.redondeo", "Redondeo: queda dentro de la tolerancia.", ["LSS 39"], "Un centavo en riesgos de trabajo";
    /// Ninguna de las causas que este programa prueba da la diferencia. No suponga que el error es del IMSS: revise los datos y, si persiste, pida la aclaración.
    SIN_EXPLICACION = nota "confronta.sin_explicacion", "Sin explicación: ninguna de las causas que se prueban da esta diferencia.", ["LSS 39"], "Un ramo con otro importe";

    /// El número de seguridad social de la emisión no cuadra.
    NSS = advertencia "confronta.nss", "El NSS «{valor}» de {nombre} no cuadra (once dígitos y su dígito verificador). Se confrontó como viene.", ["RACERF 45"], "99189800041";
    /// El mismo NSS viene con dos nombres.
    NSS_DOS_NOMBRES = advertencia "confronta.nss_dos_nombres", "El NSS {valor} viene con dos nombres: «{uno}» y «{otro}». Sus renglones se sumaron como de un solo trabajador.", ["RACERF 45"], "Dos personas con el mismo NSS";
    /// Con esos renglones las reglas no pueden calcular.
    NO_CALCULADO = error "confronta.no_calculado", "{nombre} no se pudo recalcular: {detalle} En los totales se tomó lo que dice la emisión.", ["LSS 29"], "40 días en octubre";
    /// La fecha de un renglón no basta para saber de qué días se trata.
    SIN_FECHA = nota "confronta.sin_fecha", "{nombre}: el periodo tiene dos juegos de parámetros y el renglón no dice qué días son; se supuso que son los primeros.", ["LSS 28"], "20 días sin fecha en enero y febrero";
    /// Sin el mes no se sabe con qué parámetros calcular.
    SIN_PERIODO = error "confronta.sin_periodo", "El archivo no dice de qué mes es la emisión. Debe venir en la hoja de resumen, en «Periodo Mensual». Descárguela otra vez de IDSE.", ["LSS 39"], "Resumen sin periodo";
    /// No hay nada que confrontar.
    SIN_RENGLONES = error "confronta.sin_renglones", "El archivo no trae trabajadores en las hojas de movimientos. Descargue la emisión completa de IDSE.", ["LSS 39"], "Hojas vacías";
    /// Al leer el archivo se encontró más de lo que se enumera.
    MAS_AVISOS = nota "confronta.mas_avisos", "Al leer el archivo hubo {cuantos} avisos más, que no se enumeran.", ["Contrato de cálculo"], "Un archivo con todos los renglones dañados";
    /// Sin la prima no se pueden recalcular los riesgos de trabajo.
    SIN_PRIMA = advertencia "confronta.sin_prima", "La emisión no trae la prima de riesgos de trabajo{detalle}.", ["LSS 72", "LSS 74"], "Resumen sin prima";
    /// La nómina no trae la prima de riesgos de trabajo.
    NOMINA_SIN_PRIMA = advertencia "confronta.nomina_sin_prima", "Falta la prima de riesgos de trabajo{detalle}.", ["LSS 72", "LSS 74"], "Nómina sin prima";
    /// El periodo no se puede calcular.
    PERIODO = error "confronta.periodo", "No se puede calcular {periodo}: {detalle}", ["LSS 39"], "Un mes que las tablas no cubren";
    /// La nómina guardada es de otro periodo.
    NOMINA_DE_OTRO_PERIODO = advertencia "confronta.nomina_de_otro_periodo", "La nómina «{nombre}» es de {suyo} y la emisión de {este}: se calculó con sus fechas y sus salarios, sin los días de incapacidad y ausentismo escritos sin fecha.", ["LSS 39"], "Nómina de septiembre y emisión de octubre";
    /// Un renglón de la nómina no se puede calcular.
    NOMINA_CON_ERROR = advertencia "confronta.nomina_con_error", "{nombre}: su renglón de la nómina tiene errores ({detalle}). Se comparó sólo con los datos de la emisión.", ["LSS 39"], "Renglón sin salario";
    /// Un renglón de la nómina no trae NSS.
    NOMINA_SIN_NSS = advertencia "confronta.nomina_sin_nss", "En la nómina, {nombre} no tiene NSS: no se puede buscar en la emisión.", ["RACERF 45"], "Renglón con puro nombre";
    /// El mismo NSS está dos veces en la nómina.
    NOMINA_REPETIDO = advertencia "confronta.nomina_repetido", "El NSS {valor} está dos veces en la nómina: se usó el primer renglón.", ["RACERF 45"], "Dos renglones con el mismo NSS";
    /// La nómina no se puede calcular.
    NOMINA_NO_SIRVE = error "confronta.nomina_no_sirve", "La nómina «{nombre}» no se puede calcular: {detalle} Se confrontó sólo con los datos de la emisión.", ["LSS 39"], "Nómina sin prima";
    /// La nómina es de otro registro patronal.
    OTRO_REGISTRO = advertencia "confronta.otro_registro", "La nómina es del registro patronal {suyo} y la emisión de {este}. Revise que sean del mismo centro de trabajo.", ["RACERF 14"], "Z99-00001-10-8 y Z99-00002-10-6";
    /// La amortización de créditos la fija el Infonavit.
    AMORTIZACION = nota "confronta.amortizacion", "La amortización de créditos ({importe}) se toma como viene: la fija el Infonavit con el aviso de retención.", ["Ley del Infonavit 29 III"], "Trabajador con crédito";
}

use crate::salida::{Causa, Confronta};
use ventanilla_reglas::cuotas::Area;
use ventanilla_reglas::fecha::nombre_del_mes;
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::politica::POLITICAS;
use ventanilla_tramites::texto::pesos;

/// One day, some days.
pub fn dias(cuantos: u32) -> String {
    match cuantos {
        1 => "1 día".to_owned(),
        otros => format!("{otros} días"),
    }
}

/// Cents as money.
pub fn dinero(centavos: i64) -> String {
    pesos(Importe::de_centavos(centavos))
}

/// The answer, in a sentence: what the IMSS charges, what comes out, and the difference. Against a payroll it is not said who
/// is right: what differs may be missing in it.
pub fn veredicto(confronta: &Confronta) -> String {
    let emitido = dinero(confronta.total_emision());
    let calculado = dinero(confronta.total_calculado());
    let datos = match confronta.nomina {
        Some(_) => "su nómina",
        None => "sus mismos datos",
    };
    let diferencia = confronta.diferencia();
    let importe = dinero(diferencia.abs());
    match (diferencia, confronta.con_diferencia) {
        (0, 0) if confronta.sin_comparar > 0 => {
            format!("El IMSS emitió {emitido}. De lo que se pudo comparar, con {datos} resulta lo mismo.")
        }
        (0, 0) => format!("El IMSS emitió {emitido} y con {datos} resulta lo mismo: las cuentas son correctas."),
        (_, 0) => format!(
            "El IMSS emitió {emitido}; con {datos} resultan {calculado}: la diferencia de {importe} es de redondeo."
        ),
        (0, _) => format!(
            "El IMSS emitió {emitido} y con {datos} resulta el mismo total, pero hay trabajadores con diferencias que se compensan."
        ),
        (d, _) => format!(
            "El IMSS emitió {emitido}: {importe} {} que los {calculado} que resultan de {datos}.",
            if d > 0 { "más" } else { "menos" }
        ),
    }
}

/// What to look at before anything is claimed or paid; `None` when nothing differs and everybody was compared.
pub fn antes_de_reclamar(confronta: &Confronta) -> Option<String> {
    let sin_comparar = match confronta.sin_comparar {
        0 => None,
        1 => Some("Un trabajador no se pudo comparar".to_owned()),
        n => Some(format!("{n} trabajadores no se pudieron comparar")),
    };
    let partes: Vec<String> = sin_comparar
        .map(|cuantos| format!("{cuantos}: vea por qué en «Con observaciones»."))
        .into_iter()
        .chain(que_revisar(confronta))
        .collect();
    (!partes.is_empty()).then(|| partes.join(" "))
}

/// Where a difference may come from that is no mistake of the IMSS.
fn que_revisar(confronta: &Confronta) -> Option<String> {
    if confronta.con_diferencia == 0 {
        return None;
    }
    if confronta.nomina.is_none() {
        let texto = "Antes de reclamar, vea que el área y los criterios sean los de su centro de trabajo: con otros, las cuentas cambian.";
        return Some(texto.to_owned());
    }
    let de = |causa: Causa| confronta.causas.iter().find(|c| c.causa == causa);
    let trabajadores = |n: usize| match n {
        1 => "un trabajador".to_owned(),
        n => format!("{n} trabajadores"),
    };
    let mut partes = Vec::new();
    if let Some(suma) = de(Causa::SoloEnEmision) {
        partes.push(format!(
            "{} que el IMSS cobra de {} que su nómina no trae",
            dinero(suma.centavos),
            trabajadores(suma.trabajadores)
        ));
    }
    if let Some(suma) = de(Causa::SoloEnNomina) {
        partes.push(format!(
            "{} de {} que sólo {} en su nómina",
            dinero(-suma.centavos),
            trabajadores(suma.trabajadores),
            if suma.trabajadores == 1 { "está" } else { "están" }
        ));
    }
    Some(match partes.as_slice() {
        [] => "Revise cada causa: puede estar bien el IMSS o su nómina. Si es el IMSS, se pide la aclaración; si es la nómina, corríjala.".to_owned(),
        _ => format!(
            "Hay {}. Revise primero si falta alguien en la nómina, o si un alta o una baja no se presentó.",
            partes.join(", y ")
        ),
    })
}

/// With what it was computed: area, prima, readings and version of the tables.
pub fn con_que(confronta: &Confronta) -> String {
    let area = if confronta.area == Area::Zlfn.clave() {
        "Frontera norte"
    } else {
        "Área general"
    };
    let prima = match (&confronta.prima, &confronta.prima_de_nomina) {
        (Some(esta), Some(suya)) if esta != suya => {
            format!(", prima de {esta} % en la emisión y {suya} % en su nómina")
        }
        (Some(prima), _) | (None, Some(prima)) => format!(", prima {prima} %"),
        (None, None) => String::new(),
    };
    let otras: Vec<String> = POLITICAS
        .iter()
        .filter(|f| !confronta.politicas.es(f.politica, f.valores[0].0))
        .filter_map(|f| {
            let valor = confronta.politicas.valor(f.politica);
            let dicho = f.valores.iter().find(|v| v.0 == valor)?.1;
            Some(format!("{} {dicho}", f.pregunta))
        })
        .collect();
    let criterios = match otras.as_slice() {
        [] => "con los criterios por omisión".to_owned(),
        otras => format!("con estos criterios: {}", otras.join("; ")),
    };
    format!(
        "{area}{prima}, tolerancia de {} por ramo, {criterios}. Normativa {}.",
        dinero(confronta.tolerancia),
        confronta.normativa
    )
}

/// What was compared, in a sentence.
pub fn que_se_comparo(confronta: &Confronta) -> String {
    let mes = nombre_del_mes(confronta.mes);
    let periodo = match confronta.hojas.as_slice() {
        // a bimestre ends in an even month: of another nothing is said
        [_, _, ..] if confronta.mes.is_multiple_of(2) => format!(
            "{mes} de {} (EMA: las cuotas de {mes}; EBA: RCV e Infonavit de {} y {mes})",
            confronta.anio,
            nombre_del_mes(confronta.mes - 1)
        ),
        _ => format!("{mes} de {}", confronta.anio),
    };
    match &confronta.nomina {
        Some(nombre) => format!("Emisión de {periodo} contra la nómina «{nombre}»."),
        None => format!(
            "Emisión de {periodo} contra la ley, con los mismos días, salarios y prima que trae. Dice si las cuentas están bien hechas; no dice si los días y los salarios son los suyos: para eso, compare con su nómina."
        ),
    }
}
