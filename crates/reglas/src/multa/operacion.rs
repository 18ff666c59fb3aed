//! The operation `multa.rango`: the fine of LSS 304 and that of 304-A, the repeated infraction (RACERF 185), the prompt
//! payment (RACERF 189) and the spontaneous compliance (LSS 304-C).

use super::{Articulo, Entrada, Multa, Reducida, Reincidencia, Salida, queda, rango};
use crate::cifra::{Cifra, Entra, Pluma};
use crate::consulta::{Consulta, fuera_de_vigencia};
use crate::credito;
use crate::hallazgo::Hallazgo;
use crate::importe::{Importe, Tasa, fraccion};
use crate::memoria::{Nodo, Operacion};
use crate::mensajes::{Regla, multa as mensaje};
use crate::operacion::Resultado;
use crate::redondeo::Redondeo;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use ventanilla_normativa::{Fila, Normativa, Tabla};

const CENTAVOS: Option<Redondeo> = Some(Redondeo::CentavosMitadArriba);

/// The operation `multa.rango`.
///
/// # Errors
/// `multa.falta`, `multa.sin_uso`, `multa.fraccion`, `multa.porcentaje`, `multa.anterior`, `normativa.fuera_de_vigencia`.
pub fn ejecutar(normativa: &Normativa, entrada: Entrada) -> Resultado<Salida> {
    let mut consulta = Consulta::nueva(normativa, entrada.politicas.clone());
    let fecha = entrada.fecha.map_or_else(Normativa::corte, |f| f.0);
    let mut caso = Caso {
        consulta: &mut consulta,
        fecha,
        pluma: Pluma {
            escribe: entrada.memoria,
        },
        hallazgos: Vec::new(),
        memoria: Vec::new(),
    };
    let errores = revisar(&entrada);
    if !errores.is_empty() {
        return Err(errores);
    }
    let (multa, reincidencia) = caso.sancionar(&entrada).map_err(|error| vec![error])?;
    let Caso { hallazgos, memoria, .. } = caso;
    Ok(Salida {
        procede: multa.is_some(),
        multa,
        reincidencia,
        comun: consulta.concluir(hallazgos),
        memoria: entrada.memoria.then_some(memoria),
    })
}

/// What is missing, what has no use with that article, and what was said by halves.
fn revisar(entrada: &Entrada) -> Vec<Hallazgo> {
    let fracciones = entrada.articulo == Articulo::Fracciones;
    let anterior = [
        entrada.multa_anterior.is_some(),
        entrada.fecha_notificacion_anterior.is_some(),
    ];
    let hay_anterior = anterior.contains(&true);
    let campos = [
        ("fraccion", entrada.fraccion.is_some(), fracciones, !fracciones),
        ("fecha", entrada.fecha.is_some(), fracciones || hay_anterior, false),
        (
            "concepto_omitido",
            entrada.concepto_omitido.is_some(),
            !fracciones,
            fracciones,
        ),
        ("porcentaje", entrada.porcentaje.is_some(), false, fracciones),
        ("multa_anterior", anterior[0], hay_anterior, false),
        ("fecha_notificacion_anterior", anterior[1], hay_anterior, false),
    ];
    let articulo = if fracciones { "304-A" } else { "304" };
    let casos = campos.into_iter().filter_map(|(campo, esta, hace_falta, sobra)| {
        let regla = match esta {
            false if hace_falta => &mensaje::FALTA,
            true if sobra => &mensaje::SIN_USO,
            _ => return None,
        };
        let datos = [("campo", campo.to_owned()), ("articulo", articulo.to_owned())];
        Some(Hallazgo::con(regla, campo, &datos))
    });
    let mut errores: Vec<Hallazgo> = casos.collect();
    let antes = entrada.fecha.zip(entrada.fecha_notificacion_anterior);
    if let Some((fecha, notificacion)) = antes.filter(|(fecha, notificacion)| notificacion > fecha) {
        let datos = [("fecha", fecha.to_string()), ("notificacion", notificacion.to_string())];
        errores.push(Hallazgo::con(&mensaje::ANTERIOR, "fecha_notificacion_anterior", &datos));
    }
    errores
}

struct Caso<'c, 'a> {
    consulta: &'c mut Consulta<'a>,
    fecha: NaiveDate,
    pluma: Pluma,
    hallazgos: Vec<Hallazgo>,
    memoria: Vec<Nodo>,
}

impl<'a> Caso<'_, 'a> {
    fn sancionar(&mut self, entrada: &Entrada) -> Result<(Option<Multa>, Option<Reincidencia>), Hallazgo> {
        if entrada.espontaneo {
            let dias = credito::constante(self.consulta, "dias_del_dictamen", self.fecha)?;
            let datos = [("dias", dias.valor.to_string())];
            self.hallazgos
                .push(Hallazgo::con(&mensaje::ESPONTANEO, "espontaneo", &datos));
            return Ok((None, None));
        }
        let (multa, maximo) = match entrada.articulo {
            Articulo::Fracciones => self.de_fraccion(entrada.fraccion.as_deref().unwrap_or_default())?,
            Articulo::OmisionDePago => {
                let omitido = entrada.concepto_omitido.unwrap_or_default();
                self.de_omision(omitido, entrada.porcentaje)?
            }
        };
        let reincidencia = match entrada.multa_anterior.zip(entrada.fecha_notificacion_anterior) {
            Some((anterior, notificada)) => Some(self.reincidir(anterior, notificada.0, maximo)?),
            None => None,
        };
        Ok((Some(multa), reincidencia))
    }

    fn fila(&mut self, clave: &str) -> Result<&'a Fila, Hallazgo> {
        let hallada = self.consulta.vigente(Tabla::Sanciones, clave, self.fecha);
        hallada.map_err(|error| fuera_de_vigencia(&error, "fecha"))
    }

    fn de_fraccion(&mut self, fraccion: &str) -> Result<(Multa, Importe), Hallazgo> {
        let clave = format!("304-A {}", fraccion.trim().to_uppercase());
        let conocidas: Vec<&str> = self
            .consulta
            .normativa()
            .filas(Tabla::Sanciones)
            .filter_map(|f| f.clave.strip_suffix(" minimo")?.strip_prefix("304-A "))
            .collect();
        if !conocidas.iter().any(|otra| clave.strip_prefix("304-A ") == Some(*otra)) {
            let datos = [("fraccion", fraccion.to_owned()), ("opciones", conocidas.join(", "))];
            return Err(Hallazgo::con(&mensaje::FRACCION, "fraccion", &datos));
        }
        let figuras = &mensaje::FIGURAS_DE_MULTA;
        let (rango, nodos) = rango(self.consulta, figuras, &clave, self.fecha, self.pluma.escribe)
            .map_err(|error| error.dentro_de("fecha"))?;
        self.memoria.extend(nodos);
        let datos = [("fecha", self.fecha.to_string()), ("uma", rango.uma.clone())];
        self.hallazgos
            .push(Hallazgo::con(&mensaje::UMA_DE_LA_FECHA, "fecha", &datos));
        let maximo = rango.maximo;
        Ok((Multa::Rango(Box::new(rango)), maximo))
    }

    /// The fine of the 304: one amount with a percentage, or both ends; and the highest it can be.
    fn de_omision(&mut self, omitido: Importe, porcentaje: Option<Tasa>) -> Result<(Multa, Importe), Hallazgo> {
        let [minimo, maximo] = [self.fila("304 minimo")?, self.fila("304 maximo")?];
        let reduccion = self.fila("reduccion_pago_oportuno")?;
        self.hallazgos
            .push(Hallazgo::con(&mensaje::BASE_HISTORICA, "concepto_omitido", &[]));
        let por = |pluma: Pluma, reglas: [&'static Regla; 2], tasa: Entra<'_>| {
            let entradas = [Entra::Dato("concepto omitido", omitido.decimal()), tasa];
            let completa = pluma.paso(reglas[0], Operacion::Producto, CENTAVOS, &entradas);
            let completa = completa.ok_or_else(|| credito::no_cabe("concepto_omitido"))?;
            let reducida = reducir(pluma, reglas[1], &completa, reduccion)?;
            Ok::<_, Hallazgo>((
                credito::importe(&completa)?,
                credito::importe(&reducida)?,
                reducida.nodo,
            ))
        };
        let extremo = |fila: &'a Fila| Entra::Fila("por ciento", fraccion(fila.valor), fila);
        let figuras = &mensaje::FIGURAS_DE_OMISION;
        let alta = [figuras.maxima, figuras.maxima_reducida];
        if let Some(tasa) = porcentaje {
            if !(minimo.valor..=maximo.valor).contains(&tasa.por_ciento()) {
                let datos = [
                    ("porcentaje", tasa.to_string()),
                    ("minimo", minimo.valor.to_string()),
                    ("maximo", maximo.valor.to_string()),
                ];
                return Err(Hallazgo::con(&mensaje::PORCENTAJE, "porcentaje", &datos));
            }
            let exacta = [&mensaje::IMPORTE, &mensaje::IMPORTE_REDUCIDO];
            let (importe, con_reduccion, nodo) = por(self.pluma, exacta, Entra::Dato("por ciento", tasa.fraccion()))?;
            let (tope, ..) = por(Pluma { escribe: false }, alta, extremo(maximo))?;
            self.memoria.extend(nodo);
            return Ok((Multa::Exacta { importe, con_reduccion }, tope));
        }
        let baja = [figuras.minima, figuras.minima_reducida];
        let (menor, menor_reducida, nodo) = por(self.pluma, baja, extremo(minimo))?;
        self.memoria.extend(nodo);
        let (mayor, mayor_reducida, nodo) = por(self.pluma, alta, extremo(maximo))?;
        self.memoria.extend(nodo);
        let multa = Multa::Porcentual {
            minimo: menor,
            maximo: mayor,
            rango_porcentual: format!("{}-{}", minimo.valor, maximo.valor),
            con_reduccion: Reducida {
                minimo: menor_reducida,
                maximo: mayor_reducida,
            },
        };
        Ok((multa, mayor))
    }

    /// The last fine doubled, up to `maximo`, when the same was done again within its days.
    fn reincidir(
        &mut self,
        anterior: Importe,
        notificada: NaiveDate,
        maximo: Importe,
    ) -> Result<Reincidencia, Hallazgo> {
        let limite = self.fila("dias_de_reincidencia")?;
        let veces = self.fila("veces_por_reincidencia")?;
        let reduccion = self.fila("reduccion_pago_oportuno")?;
        let dias = self.fecha.signed_duration_since(notificada).num_days();
        let mut datos = vec![("dias", dias.to_string()), ("limite", limite.valor.to_string())];
        if Decimal::from(dias) > limite.valor {
            self.hallazgos.push(Hallazgo::con(
                &mensaje::NO_REINCIDE,
                "fecha_notificacion_anterior",
                &datos,
            ));
            return Ok(Reincidencia {
                aplica: false,
                dias,
                importe: None,
                con_reduccion: None,
            });
        }
        let paso = |regla, operacion, entradas: &[Entra<'_>]| {
            let paso = self.pluma.paso(regla, operacion, CENTAVOS, entradas);
            paso.ok_or_else(|| credito::no_cabe("multa_anterior"))
        };
        let entradas = [
            Entra::Dato("multa anterior", anterior.decimal()),
            Entra::de("veces", veces),
        ];
        let doble = paso(&mensaje::DOBLE, Operacion::Producto, &entradas)?;
        let entradas = [
            Entra::Paso("multa duplicada", &doble),
            Entra::Dato("máximo", maximo.decimal()),
        ];
        let multa = paso(&mensaje::REINCIDENCIA, Operacion::Minimo, &entradas)?;
        let reducida = reducir(self.pluma, &mensaje::REINCIDENCIA_REDUCIDA, &multa, reduccion)?;
        let importe = credito::importe(&multa)?;
        let con_reduccion = credito::importe(&reducida)?;
        self.memoria.extend(reducida.nodo);
        datos.push(("importe", importe.to_string()));
        self.hallazgos
            .push(Hallazgo::con(&mensaje::REINCIDE, "multa_anterior", &datos));
        Ok(Reincidencia {
            aplica: true,
            dias,
            importe: Some(importe),
            con_reduccion: Some(con_reduccion),
        })
    }
}

fn reducir(pluma: Pluma, regla: &'static Regla, multa: &Cifra, reduccion: &Fila) -> Result<Cifra, Hallazgo> {
    let entradas = [
        Entra::Paso("multa", multa),
        Entra::Fila("parte que se paga", queda(reduccion), reduccion),
    ];
    let reducida = pluma.paso(regla, Operacion::Producto, CENTAVOS, &entradas);
    reducida.ok_or_else(|| credito::no_cabe("importe"))
}
