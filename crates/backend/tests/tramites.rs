//! The road of a trámite over HTTP, on SQLite and on PostgreSQL.

mod comun;

use axum::body::Body;
use axum::http::{Method, StatusCode};
use comun::{Escenario, Prueba, new_uuid, path, registro, registro_de};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use ventanilla_backend::bitacora;
use ventanilla_backend::recepcion::{self, Contexto, Rol};
use ventanilla_backend::reloj::Momento;
use ventanilla_backend::repositorio::{NuevoTramite, Recepcion};
use ventanilla_backend::rutas;

on_both!(
    the_same_content_has_one_folio,
    another_content_is_a_conflict_and_changes_nothing,
    many_at_once_give_one_tramite,
    one_that_cannot_be_kept_does_not_stop_the_others,
    a_prevented_one_is_mended_under_the_same_folio,
    only_the_owner_mends,
    each_role_may_do_its_part,
    two_people_cannot_move_it_both,
    a_patron_sees_only_what_is_theirs,
    training_never_reaches_the_queue,
    the_rules_speak_as_on_the_screen,
    what_is_found_and_what_is_not,
    walking_the_list_sees_everything_once,
    documents_are_checked_off,
    a_folio_has_its_check_character,
    nothing_is_kept_by_the_browser,
);

async fn the_same_content_has_one_folio(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let uuid = new_uuid();
    let primera = ana.put(&path(&uuid), &registro(1)).await?;
    primera.is(StatusCode::CREATED)?;
    // The same content written in another order, by another person, with the identifier in capitals.
    let mut otro_orden: Vec<(String, Value)> = registro(1).as_object().ok_or("objeto")?.clone().into_iter().collect();
    otro_orden.reverse();
    let texto: Vec<String> = otro_orden
        .iter()
        .map(|(clave, valor)| format!("\"{clave}\" : {valor}"))
        .collect();
    let texto = format!(" {{ {} }} ", texto.join(" ,\n "));
    let beto = e.person("beto", Rol::Supervisor).await?;
    for persona in [&ana, &beto] {
        let ruta = path(&uuid.to_uppercase());
        let otra = persona.send(Method::PUT, &ruta, Body::from(texto.clone())).await?;
        otra.is(StatusCode::OK)?;
        assert_eq!(otra.cuerpo, primera.cuerpo);
    }
    let recibo = &primera.json;
    assert_eq!((&recibo["estado"], &recibo["version"]), (&json!("recibido"), &json!(1)));
    assert!(
        recibo["folio"].as_str().is_some_and(|folio| folio.starts_with("VN-20")),
        "{recibo}"
    );
    assert!(
        recibo["recibido"]
            .as_str()
            .is_some_and(|cuando| cuando.ends_with("-06:00")),
        "{recibo}"
    );
    assert_eq!(recibo["huella"].as_str().map(str::len), Some(64));
    let lista = ana.get("/api/v1/tramites").await?;
    assert_eq!(lista.json["tramites"].as_array().map(Vec::len), Some(1));
    assert_eq!(lista.json["cuentas"]["recibido"], 1);
    Ok(())
}

async fn another_content_is_a_conflict_and_changes_nothing(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let uuid = ana.submit(&registro(1)).await?;
    let antes = ana.get(&path(&uuid)).await?;
    ana.put(&path(&uuid), &registro(2))
        .await?
        .refuses(409, "contenido_distinto")?;
    assert_eq!(ana.get(&path(&uuid)).await?.cuerpo, antes.cuerpo);
    Ok(())
}

async fn many_at_once_give_one_tramite(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let uuid = new_uuid();
    let mut tareas = tokio::task::JoinSet::new();
    for vez in 0..24_u64 {
        let (ana, ruta) = (ana.clone(), path(&uuid));
        tareas.spawn(async move {
            let respuesta = ana
                .put(&ruta, &registro(vez % 2))
                .await
                .map_err(|error| error.to_string())?;
            Ok::<_, String>((respuesta.estado, respuesta.json["folio"].clone()))
        });
    }
    let mut estados = Vec::new();
    let mut folios = BTreeSet::new();
    while let Some(tarea) = tareas.join_next().await {
        let (estado, folio) = tarea??;
        estados.push(estado);
        folios.extend(folio.as_str().map(String::from));
    }
    assert_eq!(
        estados.iter().filter(|estado| **estado == 201).count(),
        1,
        "{estados:?}"
    );
    assert_eq!(
        estados.iter().filter(|estado| **estado == 200).count(),
        11,
        "{estados:?}"
    );
    assert_eq!(
        estados.iter().filter(|estado| **estado == 409).count(),
        12,
        "{estados:?}"
    );
    assert_eq!(folios.len(), 1);
    // Folios are consecutive: those that lost did not take one.
    let siguiente = ana.put(&path(&new_uuid()), &registro(3)).await?;
    assert!(
        siguiente.json["folio"]
            .as_str()
            .is_some_and(|folio| folio.contains("-000002-")),
        "{}",
        siguiente.cuerpo
    );
    Ok(())
}

/// A trámite past the rules, ready for the database, of an account.
fn ready(e: &Escenario, numero: u64, cuenta: i64) -> Result<NuevoTramite, Box<dyn std::error::Error>> {
    let envio = recepcion::read(registro(numero).to_string().as_bytes()).map_err(|rechazo| rechazo.line())?;
    let (huella, tramite, uuid) = (recepcion::fingerprint_of(&envio), envio.tramite.clone(), new_uuid());
    let momento = Momento::now();
    let contexto = Contexto {
        hoy: momento.hoy,
        uuid: &uuid,
        numero: 1,
        autor: comun::author(),
        cuenta,
    };
    let version = recepcion::accept(e.motor.normativa(), envio, huella, contexto).map_err(|rechazo| rechazo.line())?;
    Ok(NuevoTramite {
        uuid,
        tramite,
        anio: 2026,
        version,
    })
}

async fn one_that_cannot_be_kept_does_not_stop_the_others(e: &Escenario) -> Prueba {
    let ana = e.account("ana", Rol::Ventanilla, "x").await?;
    let nadie = ana + 1000;
    let mut tareas = tokio::task::JoinSet::new();
    for numero in 0..20 {
        let nuevo = ready(e, numero, if numero % 10 == 3 { nadie } else { ana })?;
        let repositorio = e.repositorio.clone();
        tareas.spawn(async move { repositorio.recibir(nuevo).await.is_ok() });
    }
    let mut recibidos = 0;
    while let Some(tarea) = tareas.join_next().await {
        recibidos += usize::from(tarea?);
    }
    assert_eq!(recibidos, 18);
    let ultimo = e.repositorio.recibir(ready(e, 99, ana)?).await?;
    assert!(
        matches!(&ultimo, Recepcion::Nueva(recibo) if recibo.contains("-000019-")),
        "{ultimo:?}"
    );
    let verificacion = bitacora::verify(e.repositorio.as_ref()).await?;
    assert_eq!((verificacion.rota, verificacion.versiones), (None, 19));
    Ok(())
}

async fn a_prevented_one_is_mended_under_the_same_folio(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let uuid = ana.submit(&registro(1)).await?;
    let segunda = format!("{}/versiones/2", path(&uuid));
    ana.put(&segunda, &registro(2)).await?.refuses(409, "estado")?;
    ana.advance(&uuid, "prevenido", 1).await?.is(StatusCode::OK)?;
    let documentos = ana.get(&path(&uuid)).await?.json["documentos"].clone();
    let clave = documentos[0]["clave"].as_str().ok_or("sin documentos")?.to_string();
    let cotejo = format!("{}/documentos/{clave}", path(&uuid));
    ana.put(&cotejo, &json!({"cotejado": true})).await?.is(StatusCode::OK)?;
    for n in ["1", "0", "-2", "3000000000000000000000", "dos"] {
        let mala = ana.put(&format!("{}/versiones/{n}", path(&uuid)), &registro(2)).await?;
        mala.refuses(400, "peticion.version")?;
    }
    let salteada = format!("{}/versiones/3", path(&uuid));
    ana.put(&salteada, &registro(2)).await?.refuses(409, "estado")?;
    let recibo = ana.put(&segunda, &registro(2)).await?;
    recibo.is(StatusCode::CREATED)?;
    let repetida = ana.put(&segunda, &registro(2)).await?;
    repetida.is(StatusCode::OK)?;
    assert_eq!(repetida.cuerpo, recibo.cuerpo);
    ana.put(&segunda, &registro(3))
        .await?
        .refuses(409, "contenido_distinto")?;
    // What was received first still answers as it did.
    ana.put(&path(&uuid), &registro(1)).await?.is(StatusCode::OK)?;
    let detalle = ana.get(&path(&uuid)).await?.json;
    assert_eq!(
        (&detalle["estado"], &detalle["version"]),
        (&json!("recibido"), &json!(2))
    );
    assert_eq!(detalle["folio"], recibo.json["folio"]);
    assert_eq!(detalle["contenido"]["acta"]["escritura"], "2");
    assert_eq!(detalle["versiones"].as_array().map(Vec::len), Some(2));
    assert_eq!(detalle["documentos"][0]["cotejado"], false, "hay que verlos otra vez");
    // A move that was decided on the first version is not made on the second.
    ana.advance(&uuid, "en_revision", 1).await?.refuses(409, "estado")?;
    Ok(())
}

async fn only_the_owner_mends(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let beto = e.person("beto", Rol::Ventanilla).await?;
    let otro = e.person("otro", Rol::Patron).await?;
    let uuid = ana.submit(&registro(1)).await?;
    ana.advance(&uuid, "prevenido", 1).await?.is(StatusCode::OK)?;
    let segunda = format!("{}/versiones/2", path(&uuid));
    beto.put(&segunda, &registro(2)).await?.refuses(403, "permiso")?;
    otro.put(&segunda, &registro(2)).await?.refuses(404, "no_encontrado")?;
    ana.put(&segunda, &registro(2)).await?.is(StatusCode::CREATED)?;
    Ok(())
}

async fn each_role_may_do_its_part(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let jefa = e.person("jefa", Rol::Supervisor).await?;
    let patron = e.person("patron", Rol::Patron).await?;
    let suyo = patron.submit(&registro(1)).await?;
    patron.advance(&suyo, "autorizado", 1).await?.refuses(409, "estado")?;
    patron.advance(&suyo, "en_revision", 1).await?.refuses(403, "permiso")?;
    ana.advance(&suyo, "en_revision", 1).await?.is(StatusCode::OK)?;
    ana.advance(&suyo, "autorizado", 1).await?.refuses(403, "permiso")?;
    ana.advance(&suyo, "rechazado", 1).await?.refuses(403, "permiso")?;
    let sin_motivo = json!({"estado": "rechazado", "motivo": "  ", "version": 1});
    jefa.post(&format!("{}/estado", path(&suyo)), &sin_motivo)
        .await?
        .refuses(422, "motivo")?;
    let resuelto = jefa.advance(&suyo, "autorizado", 1).await?;
    resuelto.is(StatusCode::OK)?;
    assert_eq!(
        (&resuelto.json["semaforo"], &resuelto.json["acciones"]),
        (&json!("cerrado"), &json!([]))
    );
    patron.advance(&suyo, "desistido", 1).await?.refuses(409, "estado")?;
    let otro = patron.submit(&registro(2)).await?;
    assert_eq!(patron.get(&path(&otro)).await?.json["acciones"], json!(["desistido"]));
    patron.advance(&otro, "desistido", 1).await?.is(StatusCode::OK)?;
    for (ruta, documento) in [
        ("patron", json!({"usuario": "patron"})),
        ("documentos/acta", json!({"cotejado": true})),
    ] {
        let ruta = format!("{}/{ruta}", path(&otro));
        patron.put(&ruta, &documento).await?.refuses(403, "permiso")?;
    }
    patron.get("/api/v1/tramites.csv").await?.refuses(403, "permiso")?;
    let historia = jefa.get(&path(&suyo)).await?.json["historia"].clone();
    let pasos: Vec<&str> = historia
        .as_array()
        .ok_or("historia")?
        .iter()
        .filter_map(|h| h["a"].as_str())
        .collect();
    assert_eq!(pasos, ["recibido", "en_revision", "autorizado"]);
    Ok(())
}

async fn two_people_cannot_move_it_both(e: &Escenario) -> Prueba {
    let jefa = e.person("jefa", Rol::Supervisor).await?;
    let uuid = jefa.submit(&registro(1)).await?;
    jefa.advance(&uuid, "en_revision", 1).await?.is(StatusCode::OK)?;
    let (a, b) = tokio::join!(
        jefa.advance(&uuid, "autorizado", 1),
        jefa.advance(&uuid, "rechazado", 1)
    );
    let mut estados = [a?.estado, b?.estado];
    estados.sort_unstable();
    assert_eq!(estados, [200, 409]);
    Ok(())
}

async fn a_patron_sees_only_what_is_theirs(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let uno = e.person("uno", Rol::Patron).await?;
    let otro = e.person("otro", Rol::Patron).await?;
    // The same RFC typed by both does not show them each other's.
    let suyo = uno.submit(&registro(1)).await?;
    let ajeno = otro.submit(&registro(2)).await?;
    let de_ventanilla = ana.submit(&registro(3)).await?;
    for uuid in [&ajeno, &de_ventanilla, &new_uuid()] {
        uno.get(&path(uuid)).await?.refuses(404, "no_encontrado")?;
        uno.advance(uuid, "desistido", 1).await?.refuses(404, "no_encontrado")?;
        uno.put(&format!("{}/versiones/2", path(uuid)), &registro(9))
            .await?
            .refuses(404, "no_encontrado")?;
    }
    // Not even by sending the very same content under the very same identifier.
    uno.put(&path(&ajeno), &registro(2))
        .await?
        .refuses(404, "no_encontrado")?;
    uno.put(&path(&ajeno), &registro(9))
        .await?
        .refuses(404, "no_encontrado")?;
    let vistos = |lista: &Value| -> BTreeSet<String> {
        let tramites = lista["tramites"].as_array().cloned().unwrap_or_default();
        tramites
            .iter()
            .filter_map(|t| t["uuid"].as_str().map(String::from))
            .collect()
    };
    let lista = uno.get("/api/v1/tramites?q=EKU9003173C9").await?;
    assert_eq!(vistos(&lista.json), BTreeSet::from([suyo.clone()]));
    assert_eq!(lista.json["cuentas"]["recibido"], 1);
    let vinculo = format!("{}/patron", path(&de_ventanilla));
    ana.put(&vinculo, &json!({"usuario": "ana"}))
        .await?
        .refuses(422, "usuario")?;
    ana.put(&vinculo, &json!({"usuario": "nadie"}))
        .await?
        .refuses(422, "usuario")?;
    ana.put(&vinculo, &json!({"usuario": "uno"}))
        .await?
        .is(StatusCode::OK)?;
    let lista = uno.get("/api/v1/tramites").await?;
    assert_eq!(vistos(&lista.json), BTreeSet::from([suyo, de_ventanilla.clone()]));
    uno.get(&path(&de_ventanilla)).await?.is(StatusCode::OK)?;
    otro.get(&path(&de_ventanilla)).await?.refuses(404, "no_encontrado")?;
    assert_eq!(vistos(&ana.get("/api/v1/tramites").await?.json).len(), 3);
    Ok(())
}

async fn training_never_reaches_the_queue(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let uuid = ana.submit(&registro(1)).await?;
    for (usuario, rol) in [("alumna", Rol::Aprendiz), ("maestro", Rol::Instructor)] {
        let persona = e.person(usuario, rol).await?;
        persona
            .put(&path(&new_uuid()), &registro(2))
            .await?
            .refuses(403, "capacitacion")?;
        persona
            .put(&format!("{}/versiones/2", path(&uuid)), &registro(2))
            .await?
            .refuses(403, "capacitacion")?;
        persona.get("/api/v1/tramites").await?.refuses(403, "capacitacion")?;
        persona
            .get("/api/v1/tramites.csv")
            .await?
            .refuses(403, "capacitacion")?;
        persona.get(&path(&uuid)).await?.refuses(403, "capacitacion")?;
        persona
            .advance(&uuid, "en_revision", 1)
            .await?
            .refuses(403, "capacitacion")?;
    }
    let mut simulado = registro(2);
    simulado["simulado"] = json!(true);
    ana.put(&path(&new_uuid()), &simulado).await?.refuses(403, "simulado")?;
    assert_eq!(ana.get("/api/v1/tramites").await?.json["cuentas"]["recibido"], 1);
    Ok(())
}

async fn the_rules_speak_as_on_the_screen(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let mut sin_rfc = registro(1);
    sin_rfc["contenido"]["moral"]["rfc"] = json!("EKU9003");
    let rechazo = ana.put(&path(&new_uuid()), &sin_rfc).await?;
    rechazo.refuses(422, "invalido")?;
    let campos: Vec<&str> = rechazo.json["hallazgos"]
        .as_array()
        .ok_or("hallazgos")?
        .iter()
        .filter_map(|h| h["campo"].as_str())
        .collect();
    assert!(campos.contains(&"moral.rfc"), "{}", rechazo.cuerpo);
    let mut otra_cifra = registro(1);
    otra_cifra["cifras"]["prima"] = json!("0.50000");
    let rechazo = ana.put(&path(&new_uuid()), &otra_cifra).await?;
    rechazo.refuses(409, "normativa_cambio")?;
    assert_eq!(rechazo.json["cifras"][0]["clave"], "prima");
    assert_eq!(rechazo.json["cifras"][0]["declarada"], "0.50000");
    for (clave, valor) in [("tramite", json!("volar")), ("formato", json!(60000))] {
        let mut ajeno = registro(1);
        ajeno[clave] = valor;
        ana.put(&path(&new_uuid()), &ajeno).await?.refuses(422, "desconocido")?;
    }
    let esquema = e.nobody().get("/api/v1/esquemas/registro_patronal").await?;
    esquema.is(StatusCode::OK)?;
    assert_eq!(esquema.json["type"], "object");
    e.nobody()
        .get("/api/v1/esquemas/volar")
        .await?
        .refuses(404, "no_encontrado")?;
    assert_eq!(ana.get("/api/v1/tramites").await?.json["tramites"], json!([]));
    Ok(())
}

async fn what_is_found_and_what_is_not(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let uuid = ana
        .submit(&registro_de("Panadería Peñón del Águila, S.A. de C.V."))
        .await?;
    ana.submit(&registro_de("Otra Cosa, S.C.")).await?;
    let folio = ana.get(&path(&uuid)).await?.json["folio"]
        .as_str()
        .ok_or("folio")?
        .to_string();
    let sin_guiones = folio.to_lowercase().replace('-', "");
    for (q, cuantos) in [
        (folio.as_str(), 1),
        (&sin_guiones, 1),
        ("VN-20", 2),
        ("EKU9003173C9", 2),
        ("eku", 2),
        ("penon+aguila", 1),
        ("AGUI", 1),
        ("del+pan", 1),
        ("guila", 0),
        ("nada", 0),
        ("%25", 0),
        ("pe_on", 0),
    ] {
        let lista = ana.get(&format!("/api/v1/tramites?q={q}")).await?;
        lista.is(StatusCode::OK)?;
        assert_eq!(lista.json["tramites"].as_array().map(Vec::len), Some(cuantos), "{q}");
    }
    ana.advance(&uuid, "en_revision", 1).await?.is(StatusCode::OK)?;
    let lista = ana
        .get("/api/v1/tramites?estado=en_revision&tramite=registro_patronal")
        .await?
        .json;
    assert_eq!(lista["tramites"][0]["uuid"], uuid);
    assert_eq!(
        (&lista["cuentas"]["en_revision"], &lista["cuentas"]["recibido"]),
        (&json!(1), &json!(1))
    );
    let ninguna = ana.get("/api/v1/tramites?tramite=otro").await?.json;
    assert_eq!(ninguna["tramites"], json!([]));
    Ok(())
}

async fn walking_the_list_sees_everything_once(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let mut enviados = BTreeSet::new();
    for numero in 0..23 {
        enviados.insert(ana.submit(&registro(numero)).await?);
    }
    let (mut vistos, mut ruta) = (Vec::new(), "/api/v1/tramites?limite=5".to_string());
    loop {
        let pagina = ana.get(&ruta).await?;
        pagina.is(StatusCode::OK)?;
        let tramites = pagina.json["tramites"].as_array().cloned().unwrap_or_default();
        vistos.extend(tramites.iter().filter_map(|t| t["uuid"].as_str().map(String::from)));
        // What arrives in the meantime neither moves nor hides what was not seen yet.
        ana.submit(&registro(1000 + vistos.len() as u64)).await?;
        match pagina.json["siguiente"].as_str() {
            Some(cursor) => ruta = format!("/api/v1/tramites?limite=5&despues={cursor}"),
            None => break,
        }
    }
    assert_eq!(vistos.len(), 23);
    assert_eq!(vistos.into_iter().collect::<BTreeSet<_>>(), enviados);
    Ok(())
}

async fn documents_are_checked_off(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let uuid = ana.submit(&registro(1)).await?;
    let documentos = ana.get(&path(&uuid)).await?.json["documentos"].clone();
    let clave = documentos[0]["clave"].as_str().ok_or("sin documentos")?;
    let ruta = format!("{}/documentos/{clave}", path(&uuid));
    let visto = ana.put(&ruta, &json!({"cotejado": true})).await?;
    visto.is(StatusCode::OK)?;
    assert_eq!(
        (
            &visto.json["documentos"][0]["cotejado"],
            &visto.json["documentos"][0]["por"]
        ),
        (&json!(true), &json!("ana"))
    );
    let otra_vez = ana.put(&ruta, &json!({"cotejado": true})).await?;
    assert_eq!(
        otra_vez.json["historia"].as_array().map(Vec::len),
        Some(2),
        "repetirlo no es otro suceso"
    );
    let quitado = ana.put(&ruta, &json!({"cotejado": false})).await?;
    assert_eq!(
        (
            &quitado.json["documentos"][0]["cotejado"],
            &quitado.json["documentos"][0]["por"]
        ),
        (&json!(false), &json!(null))
    );
    ana.put(
        &format!("{}/documentos/ninguno", path(&uuid)),
        &json!({"cotejado": true}),
    )
    .await?
    .refuses(404, "no_encontrado")?;
    ana.put(&ruta, &json!({"cotejado": "sí"}))
        .await?
        .refuses(422, "peticion.forma")?;
    ana.advance(&uuid, "desistido", 1).await?.is(StatusCode::OK)?;
    ana.put(&ruta, &json!({"cotejado": true}))
        .await?
        .refuses(409, "estado")?;
    Ok(())
}

async fn a_folio_has_its_check_character(e: &Escenario) -> Prueba {
    use ventanilla_tramites::camino::folio;
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let recibo = ana.put(&path(&new_uuid()), &registro(1)).await?;
    let escrito = recibo.json["folio"].as_str().ok_or("folio")?;
    assert_eq!(folio::leer(escrito).as_deref(), Ok(escrito));
    let mal_dicho = escrito.replace("000001", "000010");
    assert!(folio::leer(&mal_dicho).is_err());
    Ok(())
}

async fn nothing_is_kept_by_the_browser(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let uuid = ana.submit(&registro(1)).await?;
    for ruta in [
        "/api/v1/sesion",
        "/api/v1/tramites",
        "/api/v1/tramites.csv",
        &path(&uuid),
        &path(&new_uuid()),
        "/salud",
        "/api/v1/openapi.json",
    ] {
        assert_eq!(ana.get(ruta).await?.header("cache-control"), "no-store", "{ruta}");
    }
    let sin_nadie = e.nobody();
    for ruta in ["/api/v1/tramites", "/api/v1/tramites.csv", &path(&uuid)] {
        sin_nadie.get(ruta).await?.refuses(401, "sesion")?;
    }
    sin_nadie
        .put(&path(&new_uuid()), &registro(1))
        .await?
        .refuses(401, "sesion")?;
    Ok(())
}

#[test]
fn every_route_is_described() -> Prueba {
    let descripcion: Value = serde_json::from_str(&rutas::openapi().to_json()?)?;
    let mut descritas = BTreeSet::new();
    for (ruta, metodos) in descripcion["paths"].as_object().ok_or("paths")? {
        for metodo in metodos.as_object().ok_or("métodos")?.keys() {
            assert!(
                metodos[metodo]["summary"]
                    .as_str()
                    .is_some_and(|texto| !texto.is_empty()),
                "{metodo} {ruta}"
            );
            descritas.insert(format!("{} {ruta}", metodo.to_uppercase()));
        }
    }
    let esperadas = [
        "POST /api/v1/sesion",
        "GET /api/v1/sesion",
        "DELETE /api/v1/sesion",
        "PUT /api/v1/tramites/{uuid}",
        "PUT /api/v1/tramites/{uuid}/versiones/{n}",
        "GET /api/v1/tramites",
        "GET /api/v1/tramites/{uuid}",
        "POST /api/v1/tramites/{uuid}/estado",
        "PUT /api/v1/tramites/{uuid}/documentos/{clave}",
        "PUT /api/v1/tramites/{uuid}/patron",
        "GET /api/v1/tramites.csv",
        "GET /api/v1/esquemas/{tramite}",
        "GET /api/v1/openapi.json",
        "GET /salud",
        "POST /api/v1/calculos/{operacion}",
        "GET /api/v1/suplemento",
    ];
    assert_eq!(descritas, esperadas.map(String::from).into());
    Ok(())
}
