//! What must hold for any credit.

#![allow(clippy::unwrap_used, clippy::panic)]

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use rust_decimal::Decimal;
use ventanilla_normativa::{Normativa, Tabla};
use ventanilla_reglas::credito::{
    Accesorios, Acto, Clase, EntradaAccesorios, EntradaCapital, EntradaGastos, EntradaPlazos, Indice, InpcDado, Plazos,
    Servicio, ejecutar_accesorios, ejecutar_capital, ejecutar_gastos, ejecutar_plazos, meses_que_faltan,
};
use ventanilla_reglas::fecha::{Fecha, Mes};
use ventanilla_reglas::importe::Importe;
use ventanilla_reglas::memoria::Nodo;
use ventanilla_reglas::operacion::ejecutar;
use ventanilla_reglas::politica::Politicas;

const CLASES: [Clase; 3] = [Clase::Cuota, Clase::Multa, Clase::CapitalConstitutivo];

fn dia(anio: i32, mes: u32, dia: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(anio, mes, dia).unwrap()
}

/// Days that the tables cover: from February 2010, so that the index of the month before is loaded.
fn cubierto() -> impl Strategy<Value = NaiveDate> {
    (0..5900_u64).prop_map(|n| dia(2010, 2, 15) + Days::new(n))
}

fn estimando() -> Politicas {
    let mut politicas = Politicas::default();
    assert!(politicas.elegir("inpc_futuro", "ultimo"));
    politicas
}

fn entrada(clase: Clase, centavos: i64, vencimiento: NaiveDate, pago: NaiveDate) -> EntradaAccesorios {
    EntradaAccesorios {
        clase,
        importe: Importe::de_centavos(centavos),
        vencimiento: Fecha(vencimiento),
        pago: Fecha(pago),
        inpc: InpcDado::default(),
        politicas: estimando(),
        memoria: false,
    }
}

fn accesorios(clase: Clase, centavos: i64, vencimiento: NaiveDate, pago: NaiveDate) -> Accesorios {
    let salida = ejecutar_accesorios(&Normativa::publicada(), entrada(clase, centavos, vencimiento, pago));
    salida.unwrap().accesorios
}

fn numero(texto: &str) -> Decimal {
    texto.parse().unwrap()
}

/// The last day whose month has a rate.
const FIN: (i32, u32, u32) = (2026, 12, 31);

fn hasta_el_fin(desde: NaiveDate, dias: u64) -> NaiveDate {
    (desde + Days::new(dias)).min(dia(FIN.0, FIN.1, FIN.2))
}

#[test]
fn los_meses_del_inpc_son_seguidos() {
    let filas = Tabla::Inpc.ficha().filas;
    for fila in filas {
        let mes = Mes::leer(&fila.clave).unwrap();
        assert_eq!(mes.inicio(), fila.desde, "{}", fila.clave);
        assert_eq!(Mes::de(fila.hasta.unwrap()), mes, "{}", fila.clave);
        assert!(
            fila.publicado
                .is_none_or(|p| p > fila.hasta.unwrap() && (p - fila.hasta.unwrap()).num_days() <= 10)
        );
    }
    for par in filas.windows(2) {
        assert_eq!(par[0].hasta.unwrap().succ_opt().unwrap(), par[1].desde);
    }
}

/// INPC December to December (the dossier, §1.6): the published inflation of each year.
#[test]
fn la_inflacion_publicada_cuadra() {
    let publicada = [
        "3.82", "3.57", "3.97", "4.08", "2.13", "3.36", "6.77", "4.83", "2.83", "3.15", "7.36", "7.82", "4.66", "4.21",
        "3.69",
    ];
    let normativa = Normativa::publicada();
    let diciembre = |anio: i32| {
        let fila = normativa.vigente(Tabla::Inpc, &format!("{anio}-12"), dia(anio, 12, 1));
        fila.unwrap().valor
    };
    for (anio, esperada) in (2011..).zip(publicada) {
        let cociente = (diciembre(anio) / diciembre(anio - 1) - Decimal::ONE) * Decimal::ONE_HUNDRED;
        assert_eq!(cociente.round_dp(2), numero(esperada), "{anio}");
    }
}

#[test]
fn lo_que_falta_se_pide_y_con_eso_basta() {
    let normativa = Normativa::publicada();
    let (vencimiento, pago) = (dia(2026, 7, 17), dia(2026, 11, 20));
    let faltan = meses_que_faltan(&normativa, vencimiento, pago, &InpcDado::default());
    assert_eq!(faltan, [Mes::leer("2026-06").unwrap(), Mes::leer("2026-10").unwrap()]);
    let mut inpc = InpcDado::default();
    for mes in faltan {
        inpc.poner(mes, Indice::leer("146").unwrap());
    }
    assert!(meses_que_faltan(&normativa, vencimiento, pago, &inpc).is_empty());
    let entrada = EntradaAccesorios {
        inpc,
        politicas: Politicas::default(),
        ..entrada(Clase::Cuota, 100_000, vencimiento, pago)
    };
    assert!(!ejecutar_accesorios(&normativa, entrada).unwrap().accesorios.estimado);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn las_partes_suman(clase in 0..3_usize, centavos in 0..=Importe::MAXIMO, desde in cubierto(), dias in 0..4000_u64) {
        let a = accesorios(CLASES[clase], centavos, desde, hasta_el_fin(desde, dias));
        prop_assert_eq!(a.actualizado - a.importe, a.actualizacion);
        prop_assert_eq!(a.actualizado + a.recargos, a.total);
        prop_assert!(numero(&a.factor) >= Decimal::ONE && a.factor.split_once('.').unwrap().1.len() == 4);
        prop_assert!(a.meses <= 60);
        prop_assert_eq!(a.tasas.iter().map(|t| t.meses).sum::<u32>(), a.meses);
        let tasas: Decimal = a.tasas.iter().map(|t| numero(&t.tasa) * Decimal::from(t.meses)).sum();
        prop_assert_eq!(tasas, numero(&a.tasa_acumulada));
        prop_assert!(clase != 1 || a.recargos == Importe::CERO);
        let pesos = a.total_en_pesos.centavos();
        prop_assert!(pesos % 100 == 0 && (-49..=50).contains(&(a.total.centavos() - pesos)));
    }

    /// Each step of the explanation gives again the figure it says, also with the largest amounts.
    #[test]
    fn la_memoria_se_recalcula(centavos in 0..=Importe::MAXIMO, desde in cubierto(), dias in 0..4000_u64, redondear in any::<bool>()) {
        let mut entrada = entrada(Clase::Cuota, centavos, desde, hasta_el_fin(desde, dias));
        entrada.memoria = true;
        if redondear {
            entrada.politicas.elegir("factor_actualizacion", "redondear");
        }
        let salida = ejecutar_accesorios(&Normativa::publicada(), entrada).unwrap();
        let mut nodos: Vec<Nodo> = salida.memoria.unwrap();
        prop_assert_eq!(&nodos[0].importe, &salida.accesorios.total.to_string());
        while let Some(nodo) = nodos.pop() {
            prop_assert_eq!(nodo.recalcular(), nodo.importe.parse().ok(), "{:?}", nodo);
            nodos.extend(nodo.hijos);
        }
    }

    /// Paying later never lowers the rate; with the same factor, never the total.
    #[test]
    fn pagar_despues_no_baja_la_tasa(centavos in 0..=Importe::MAXIMO, desde in cubierto(), dias in 0..3000_u64, mas in 0..200_u64) {
        let antes = accesorios(Clase::Cuota, centavos, desde, hasta_el_fin(desde, dias));
        let despues = accesorios(Clase::Cuota, centavos, desde, hasta_el_fin(desde, dias + mas));
        prop_assert!(numero(&despues.tasa_acumulada) >= numero(&antes.tasa_acumulada));
        prop_assert!(despues.meses >= antes.meses);
        prop_assert!(despues.factor != antes.factor || despues.total >= antes.total);
    }

    /// Until the due date, moved to a working day, nothing is added.
    #[test]
    fn a_tiempo_no_crece(centavos in 0..=Importe::MAXIMO, desde in cubierto()) {
        let vence = accesorios(Clase::Cuota, centavos, desde, desde).vencimiento.0;
        let ultimo = accesorios(Clase::Cuota, centavos, desde, vence);
        prop_assert_eq!(ultimo.total, ultimo.importe);
        let tarde = accesorios(Clase::Cuota, centavos, desde, vence.succ_opt().unwrap());
        prop_assert_eq!((ultimo.meses, tarde.meses), (0, 1));
    }

    /// The cut factor is never above the rounded one, and never by more than a ten-thousandth.
    #[test]
    fn cortar_no_sube(centavos in 0..=Importe::MAXIMO, desde in cubierto(), dias in 0..4000_u64) {
        let pago = hasta_el_fin(desde, dias);
        let cortado = accesorios(Clase::Multa, centavos, desde, pago);
        let mut politicas = estimando();
        politicas.elegir("factor_actualizacion", "redondear");
        let redondo = EntradaAccesorios { politicas, ..entrada(Clase::Multa, centavos, desde, pago) };
        let redondo = ejecutar_accesorios(&Normativa::publicada(), redondo).unwrap().accesorios;
        let diferencia = numero(&redondo.factor) - numero(&cortado.factor);
        prop_assert!(diferencia == Decimal::ZERO || diferencia == Decimal::new(1, 4));
    }

    #[test]
    fn los_plazos_van_en_orden(clase in 0..3_usize, desde in cubierto(), notificada in any::<bool>(), gestiones in prop::collection::vec(cubierto(), 0..6)) {
        let fecha = Some(Fecha(desde));
        let entrada = EntradaPlazos {
            clase: CLASES[clase],
            notificacion: fecha.filter(|_| notificada),
            vencimiento: fecha.filter(|_| !notificada),
            conocimiento: None,
            gestiones: gestiones.into_iter().map(Fecha).collect(),
            politicas: Politicas::default(),
            memoria: true,
        };
        let salida = ejecutar_plazos(&Normativa::publicada(), entrada).unwrap();
        let Plazos { limite_de_pago, fecha_segura, exigible_desde, prescripcion, prescripcion_maxima, .. } = salida.plazos;
        prop_assert!(fecha_segura <= limite_de_pago && limite_de_pago < exigible_desde);
        prop_assert!(exigible_desde < prescripcion && prescripcion <= prescripcion_maxima);
        prop_assert_eq!(salida.plazos.surte_efectos.is_some(), notificada);
        prop_assert!(salida.plazos.surte_efectos.is_none_or(|surte| surte < limite_de_pago));
        prop_assert!(salida.plazos.interrupciones.iter().all(|g| *g >= exigible_desde && *g < prescripcion));
    }

    #[test]
    fn un_gasto_queda_en_sus_limites(centavos in 1..=Importe::MAXIMO, dias in 0..1400_u64, actos in 0..8_u8) {
        let todos = [Acto::Requerimiento, Acto::Embargo, Acto::Remate];
        let entrada = EntradaGastos {
            diligencia: Fecha(dia(2023, 1, 1) + Days::new(dias)),
            credito: Importe::de_centavos(centavos),
            actos: todos.into_iter().enumerate().filter(|(i, _)| actos >> i & 1 == 1).map(|(_, a)| a).collect(),
            politicas: Politicas::default(),
            memoria: true,
        };
        let salida = ejecutar_gastos(&Normativa::publicada(), entrada).unwrap();
        prop_assert!((56_000..=9_788_000).contains(&salida.gasto.centavos()));
        prop_assert!((1..=2).contains(&salida.diligencias));
        prop_assert_eq!(salida.total.centavos(), salida.gasto.centavos() * i64::from(salida.diligencias));
    }

    #[test]
    fn un_capital_suma_sus_partes(cantidades in prop::collection::vec(1..100_000_u32, 1..40), economicas in 0..=Importe::MAXIMO, improcedentes in any::<bool>()) {
        let filas = Tabla::CostosUnitarios.ficha().filas;
        let servicios = cantidades.iter().enumerate().map(|(i, cantidad)| {
            let (clave, nivel) = filas[i % filas.len()].clave.split_once(' ').unwrap();
            Servicio { clave: clave.to_owned(), nivel: nivel.parse().unwrap(), cantidad: *cantidad }
        });
        let entrada = EntradaCapital {
            determinacion: Fecha(dia(2025, 8, 1)),
            servicios: servicios.collect(),
            prestaciones_economicas: Importe::de_centavos(economicas),
            improcedentes,
            politicas: Politicas::default(),
            memoria: true,
        };
        let salida = ejecutar_capital(&Normativa::publicada(), entrada).unwrap();
        let suma: Importe = salida.conceptos.iter().map(|c| c.importe).sum();
        prop_assert_eq!(suma + Importe::de_centavos(economicas), salida.subtotal);
        prop_assert_eq!(salida.subtotal + salida.administracion, salida.total);
        let cinco = (salida.subtotal.centavos() * 5 + 50) / 100;
        prop_assert_eq!(salida.administracion.centavos(), if improcedentes { 0 } else { cinco });
    }

    /// Any dates, any amount, any index: an answer, perhaps with errors, and never a panic.
    #[test]
    fn nada_lo_rompe(
        centavos in any::<u64>(), anios in (1..=9999_i32, 1..=9999_i32), mes in 0..14_u32, dia in 0..33_u32,
        indice in "[0-9]{0,8}[.]?[0-9]{0,13}", politica in any::<bool>(),
    ) {
        let inpc = if politica { "ultimo" } else { "error" };
        let (vence, pago) = (format!("{:04}-{mes:02}-{dia:02}", anios.0), format!("{:04}-{mes:02}-{dia:02}", anios.1));
        let importe = format!("{}.{:02}", centavos / 100, centavos % 100);
        let casos = [
            ("credito.accesorios", format!(r#"{{"clase":"cuota","importe":"{importe}","vencimiento":"{vence}","pago":"{pago}","inpc":{{"{:04}-{mes:02}":"{indice}"}},"politicas":{{"inpc_futuro":"{inpc}"}},"memoria":true}}"#, anios.1)),
            ("credito.accesorios", format!(r#"{{"clase":"cuota","importe":"9999999999.99","vencimiento":"{vence}","pago":"{pago}","politicas":{{"inpc_futuro":"ultimo"}},"memoria":true}}"#)),
            ("credito.plazos", format!(r#"{{"clase":"multa","notificacion":"{vence}","conocimiento":"{pago}","gestiones":["{pago}","{vence}"],"memoria":true}}"#)),
            ("multa.rango", format!(r#"{{"articulo":"304","concepto_omitido":"{importe}","fecha":"{pago}","multa_anterior":"{importe}","fecha_notificacion_anterior":"{vence}","memoria":true}}"#)),
            ("multa.rango", format!(r#"{{"articulo":"304_A","fraccion":"{indice}","fecha":"{pago}"}}"#)),
            ("capital_constitutivo", format!(r#"{{"determinacion":"{pago}","servicios":[{{"clave":"cirugia","nivel":{mes},"cantidad":{dia}}}],"prestaciones_economicas":"{importe}"}}"#)),
            ("gastos_ejecucion", format!(r#"{{"diligencia":"{pago}","credito":"{importe}"}}"#)),
        ];
        for (operacion, texto) in casos {
            let respuesta = ejecutar(&Normativa::publicada(), operacion, &texto);
            let entera = respuesta.json.starts_with('{') && !respuesta.json.contains("\"fallo\"");
            prop_assert!(entera, "{}", respuesta.json);
            prop_assert!(respuesta.calculado || respuesta.json.contains("\"gravedad\":\"error\""), "{}", respuesta.json);
        }
    }
}
