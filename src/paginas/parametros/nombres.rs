//! What a series is called on screen. The key of the data file is a name for machines; where a rule already gives the
//! name (the rates), it is taken from there.

use ventanilla_normativa::Tabla;
use ventanilla_reglas::fecha::Mes;
use ventanilla_reglas::mensajes;

/// Name of a series for a person, when its key is not one already.
pub(super) fn nombre_de_serie(tabla: Tabla, clave: &str) -> Option<String> {
    let nombre = match tabla {
        Tabla::SalarioMinimo => match clave {
            "general" => "Área general",
            "zlfn" => "Zona Libre de la Frontera Norte",
            _ => return None,
        },
        Tabla::Tasas => mensajes::por_codigo(&["cuotas.", clave].concat())?.titulo,
        Tabla::Ceav => return Some(rango(clave)),
        Tabla::CeavRangos => return limite_de_rango(clave),
        Tabla::PrimasMedias => return Some(["Clase ", clave].concat()),
        Tabla::Vacaciones => {
            return Some(match clave.split_once('-') {
                Some((desde, hasta)) => ["Años ", desde, " a ", hasta].concat(),
                None => ["Año ", clave].concat(),
            });
        }
        Tabla::Limites | Tabla::Integracion => concepto(clave)?,
        Tabla::Inpc => return Mes::leer(clave).map(Mes::en_palabras),
        Tabla::Recargos | Tabla::Accesorios | Tabla::GastosEjecucion => accesorio(clave)?,
        Tabla::TasasConvenio | Tabla::Convenio => convenio(clave)?,
        Tabla::Garantias | Tabla::CausasConvenio => garantia_o_causa(clave)?,
        _ => return None,
    };
    Some(nombre.to_owned())
}

/// `1.51-2.00_UMA` is "1.51 a 2.00 UMA"; the last range has no end.
fn rango(clave: &str) -> String {
    let texto = clave.replace('_', " ").replace('-', " a ");
    if clave == "4.01_UMA" {
        texto + " en adelante"
    } else {
        texto
    }
}

fn limite_de_rango(clave: &str) -> Option<String> {
    let (cual, extremo) = clave.rsplit_once('.')?;
    let que = match extremo {
        "inferior" => ", dónde empieza",
        "superior_previo" => ", dónde termina el rango anterior",
        _ => return None,
    };
    Some(rango(cual) + que)
}

fn concepto(clave: &str) -> Option<&'static str> {
    Some(match clave {
        "tope_sbc_uma" => "Tope del salario base de cotización",
        "piso_sbc_sm" => "Piso del salario base de cotización",
        "excedente_uma" => "Desde dónde se paga el excedente",
        "ausentismo_dias_mes" => "Ausencias que se descuentan",
        "prima_rt_minima" => "Prima de riesgos de trabajo mínima",
        "prima_rt_maxima" => "Prima de riesgos de trabajo máxima",
        "dia_de_pago" => "Día de pago",
        "divisor_anual" => "Días del año para integrar el salario",
        "aguinaldo_dias" => "Días de aguinaldo",
        "prima_vacacional" => "Prima vacacional",
        "despensa_uma" => "Despensa que no integra",
        "onerosidad_uma" => "Pago con que el alimento o la habitación no integran",
        "premio_sbc" => "Premio de puntualidad o asistencia que no integra",
        "especie_una" => "Alimentación o habitación gratuita",
        "especie_alimento" => "Un alimento gratuito",
        "horas_extra_semana" => "Horas extra a la semana que no integran",
        _ => return None,
    })
}

fn accesorio(clave: &str) -> Option<&'static str> {
    Some(match clave {
        "prorroga" => "Tasa de prórroga",
        "factor_mora" => "Aumento de la tasa por mora",
        "factor_minimo" => "Factor de actualización más bajo",
        "tope_meses" => "Meses que causan recargos",
        "dia_de_publicacion" => "Día en que se publica el INPC",
        "dias_de_pago" => "Plazo para pagar lo notificado",
        "dias_de_inconformidad" => "Plazo para inconformarse",
        "dias_de_aclaracion" => "Plazo para pedir que una multa quede sin efectos",
        "dias_del_dictamen" => "Plazo para corregir después del dictamen",
        "anios_de_caducidad" => "Caducidad",
        "anios_de_prescripcion" => "Prescripción",
        "maximo_de_prescripcion" => "Prescripción, aunque se interrumpa",
        "administracion_cc" => "Administración de los capitales constitutivos",
        "tasa" => "Por ciento del crédito",
        "minimo" => "Mínimo",
        "maximo" => "Máximo",
        _ => return None,
    })
}

fn convenio(clave: &str) -> Option<&'static str> {
    Some(match clave {
        "tramo_1" => "Parcialidades, primer tramo de plazo",
        "tramo_2" => "Parcialidades, segundo tramo de plazo",
        "tramo_3" => "Parcialidades, plazos más largos",
        "diferido" => "Pago diferido",
        "parte_inicial" => "Pago inicial",
        "parte_garantizada" => "Parte que se garantiza",
        "parcialidades_maximo" => "Plazo máximo en parcialidades",
        "diferido_maximo" => "Plazo máximo del pago diferido",
        "ente_publico_maximo" => "Plazo máximo de los entes públicos",
        "ente_publico_reduccion" => "Reducción de multas y recargos de los entes públicos",
        "tramo_1_meses" => "Hasta dónde llega el primer tramo de plazo",
        "tramo_2_meses" => "Hasta dónde llega el segundo tramo de plazo",
        "presentacion_dias" => "Plazo para presentar la solicitud",
        "resolucion_dias" => "Plazo para resolver",
        "resolucion_previa_dias" => "Plazo para resolver con autorización previa",
        "garantia_previa_dias" => "Plazo para garantizar con autorización previa",
        "desistimiento_dias" => "Plazo para entregar el acuerdo del desistimiento",
        "intento_previo_meses" => "Espera después de un intento fallido",
        "rehabilitacion_dias" => "Plazo para rehabilitar",
        "requerimiento_dias" => "Plazo para pagar lo requerido",
        "previa_grupo" => "Autorización previa: grupos de sociedades",
        "previa_sector_financiero" => "Autorización previa: sector financiero",
        "previa_paraestatal" => "Autorización previa: paraestatales",
        "previa_trabajadores" => "Autorización previa: número de trabajadores",
        "previa_facultades" => "Autorización previa: facultades de comprobación",
        _ => return None,
    })
}

fn garantia_o_causa(clave: &str) -> Option<&'static str> {
    Some(match clave {
        "billete_deposito" => "Billete de depósito",
        "carta_credito" => "Carta de crédito",
        "prenda_hipoteca" => "Prenda o hipoteca",
        "fianza" => "Fianza",
        "obligacion_solidaria" => "Obligación solidaria",
        "embargo" => "Embargo en la vía administrativa",
        "orden_obligatorio" => "Si hay que seguir el orden",
        "garantia" => "Garantía",
        "concurso_o_liquidacion" => "Concurso mercantil o liquidación",
        "parcialidades" => "Mensualidades sin pagar",
        "ultima" => "Última mensualidad",
        "cuotas_nuevas" => "Cuotas nuevas",
        "diferido" => "Pago diferido",
        _ => return None,
    })
}

#[cfg(test)]
mod pruebas {
    use super::*;

    #[test]
    fn toda_serie_que_es_un_codigo_tiene_nombre() {
        for tabla in [
            Tabla::SalarioMinimo,
            Tabla::Tasas,
            Tabla::Ceav,
            Tabla::CeavRangos,
            Tabla::PrimasMedias,
            Tabla::Limites,
            Tabla::Integracion,
            Tabla::Vacaciones,
            Tabla::Inpc,
            Tabla::Recargos,
            Tabla::Accesorios,
            Tabla::GastosEjecucion,
            Tabla::TasasConvenio,
            Tabla::Convenio,
            Tabla::Garantias,
            Tabla::CausasConvenio,
        ] {
            for fila in tabla.ficha().filas {
                let nombre = nombre_de_serie(tabla, &fila.clave).unwrap_or_default();
                assert!(!nombre.is_empty() && !nombre.contains('_'), "{tabla:?} {}", fila.clave);
            }
        }
    }
}
