//! What somebody with bad intentions, or with the database's password, could try. On SQLite and on PostgreSQL.

mod comun;

use axum::body::Body;
use axum::http::{Method, StatusCode};
use comun::{Escenario, Prueba, new_uuid, path, registro, registro_de};
use serde_json::{Value, json};
use ventanilla_backend::bitacora;
use ventanilla_backend::recepcion::Rol;
use ventanilla_backend::repositorio::Base;
use ventanilla_backend::rutas;

on_both!(
    hostile_bodies_get_a_4xx_and_change_nothing,
    hostile_texts_are_only_texts,
    the_export_has_no_formulas,
    a_change_behind_our_back_is_found,
    the_audit_log_only_grows,
);

async fn hostile_bodies_get_a_4xx_and_change_nothing(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let uuid = ana.submit(&registro(1)).await?;
    let ruta = path(&new_uuid());
    let con = |clave: &str, valor: Value| {
        let mut documento = registro(2);
        documento[clave] = valor;
        documento.to_string()
    };
    let grande = con("contenido", json!({"x": "a".repeat(rutas::LIMITE_DEL_TRAMITE)}));
    let hondo = format!("{{\"contenido\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let casos: Vec<(String, u16)> = vec![
        (String::new(), 400),
        ("{".into(), 400),
        ("null".into(), 422),
        ("[]".into(), 422),
        ("\"hola\"".into(), 422),
        (hondo, 400),
        (grande, 413),
        (con("formato", json!("uno")), 422),
        (con("formato", json!(-1)), 422),
        (con("formato", json!(1.5)), 422),
        (con("formato", json!(70_000)), 422),
        (con("tramite", json!(7)), 422),
        (con("tramite", json!(null)), 422),
        (con("contenido", json!(null)), 422),
        (con("contenido", json!([1, 2])), 422),
        (con("contenido", json!({"sujeto": "hola"})), 422),
        (con("contenido", json!({"sujeto": {"persona": {"a": 1}}})), 422),
        (con("cifras", json!([1])), 422),
        (con("simulado", json!("sí")), 422),
        (con("rol", json!("supervisor")), 422),
        (con("folio", json!("VN-2026-000001-K")), 422),
        (format!("{}{}", registro(2), registro(2)), 400),
    ];
    for (cuerpo, estado) in casos {
        let inicio: String = cuerpo.chars().take(80).collect();
        let respuesta = ana.send(Method::PUT, &ruta, Body::from(cuerpo)).await?;
        assert_eq!(respuesta.estado, estado, "{inicio} → {}", respuesta.cuerpo);
        assert!(!respuesta.error().is_empty(), "{inicio} → {}", respuesta.cuerpo);
    }
    let bytes = ana.send(Method::PUT, &ruta, Body::from(vec![b'{', 0xff, b'}'])).await?;
    bytes.refuses(400, "peticion.utf8")?;
    let como_formulario = ana.clone().with("content-type", "application/x-www-form-urlencoded");
    como_formulario
        .put(&ruta, &registro(2))
        .await?
        .refuses(415, "peticion.tipo")?;
    for malo in [
        "1",
        "nada",
        "00000000-0000-0000-0000-000000000000",
        "019a000000007000800000000000000a",
        "%27%20OR%201=1",
    ] {
        ana.put(&path(malo), &registro(2))
            .await?
            .refuses(400, "peticion.uuid")?;
        ana.get(&path(malo)).await?.refuses(400, "peticion.uuid")?;
    }
    let estado = format!("{}/estado", path(&uuid));
    for (cambio, codigo) in [
        (json!({"estado": "volado", "version": 1}), 422),
        (json!({"estado": "en_revision"}), 422),
        (json!({"estado": "en_revision", "version": "1"}), 422),
        (json!({"estado": "en_revision", "version": 1, "rol": "supervisor"}), 422),
        (json!({"estado": "en_revision", "version": 1, "motivo": "a\u{0}b"}), 422),
        (
            json!({"estado": "en_revision", "version": 1, "motivo": "a".repeat(2001)}),
            422,
        ),
        (json!({"estado": "en_revision", "version": 9}), 409),
        (json!({"estado": "a".repeat(20_000), "version": 9}), 413),
    ] {
        assert_eq!(ana.post(&estado, &cambio).await?.estado, codigo, "{cambio}");
    }
    let lista = ana.get("/api/v1/tramites").await?.json;
    assert_eq!(
        (
            lista["tramites"].as_array().map(Vec::len),
            &lista["cuentas"]["recibido"]
        ),
        (Some(1), &json!(1))
    );
    Ok(())
}

const HOSTILES: [&str; 9] = [
    "'; DROP TABLE tramites; --",
    "\" OR \"\"=\"",
    "$1 ? %s {0} \\",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "=HYPERLINK(\"http://malo.invalid\")",
    "% _ ! 100%",
    "¿Ñandú? 🏛 ﷽",
    "a/../../b",
];

async fn hostile_texts_are_only_texts(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let mut recibidos = 0;
    for texto in HOSTILES {
        let documento = registro_de(texto);
        let uuid = new_uuid();
        let respuesta = ana.put(&path(&uuid), &documento).await?;
        // The rules may refuse a character; nothing else may happen.
        if respuesta.estado == 422 {
            continue;
        }
        respuesta.is(StatusCode::CREATED)?;
        recibidos += 1;
        let detalle = ana.get(&path(&uuid)).await?;
        assert_eq!(detalle.json["contenido"]["moral"]["denominacion"], texto);
        assert_eq!(detalle.json["nombre"], texto);
        assert!(detalle.header("content-type").starts_with("application/json"));
        let motivo = json!({"estado": "en_revision", "motivo": texto, "version": 1});
        ana.post(&format!("{}/estado", path(&uuid)), &motivo)
            .await?
            .is(StatusCode::OK)?;
        assert_eq!(ana.get(&path(&uuid)).await?.json["historia"][1]["motivo"], texto);
    }
    assert!(recibidos > 3, "sólo {recibidos} textos llegaron a guardarse");
    for texto in HOSTILES {
        let q: String = texto.bytes().map(|b| format!("%{b:02x}")).collect();
        ana.get(&format!("/api/v1/tramites?q={q}")).await?.is(StatusCode::OK)?;
        ana.get(&format!("/api/v1/tramites?tramite={q}"))
            .await?
            .is(StatusCode::OK)?;
        ana.get(&format!("/api/v1/tramites?estado={q}"))
            .await?
            .refuses(400, "peticion.filtro")?;
        ana.get(&format!("/api/v1/tramites?despues={q}"))
            .await?
            .refuses(400, "peticion.filtro")?;
    }
    ana.get("/api/v1/tramites?q=%00").await?.is(StatusCode::OK)?;
    ana.get("/api/v1/tramites?tramite=%00")
        .await?
        .refuses(400, "peticion.filtro")?;
    ana.get("/api/v1/tramites?orden=1")
        .await?
        .refuses(400, "peticion.filtro")?;
    ana.get("/api/v1/tramites?limite=muchos")
        .await?
        .refuses(400, "peticion.filtro")?;
    assert_eq!(bitacora::verify(e.repositorio.as_ref()).await?.rota, None);
    Ok(())
}

async fn the_export_has_no_formulas(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let mut recibidos = 0;
    for texto in ["=1+1", "+1", "-1", "@SUMA(A1)", "Dice \"hola\", S.A."] {
        let respuesta = ana.put(&path(&new_uuid()), &registro_de(texto)).await?;
        recibidos += usize::from(respuesta.estado == 201);
    }
    assert!(recibidos > 0);
    let csv = ana.get("/api/v1/tramites.csv?estado=recibido").await?;
    csv.is(StatusCode::OK)?;
    assert!(csv.header("content-type").starts_with("text/csv"));
    assert!(csv.header("content-disposition").contains("attachment"));
    let renglones: Vec<&str> = csv.cuerpo.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(renglones.len(), recibidos + 1);
    assert!(renglones[0].starts_with("folio,uuid,"));
    for renglon in &renglones[1..] {
        for celda in renglon.split("\",\"") {
            let celda = celda.trim_matches('"');
            assert!(!celda.starts_with(['=', '+', '-', '@']), "{renglon}");
        }
    }
    assert_eq!(ana.get("/api/v1/tramites.csv?q=nada").await?.cuerpo.lines().count(), 1);
    Ok(())
}

/// Changes the database as somebody with its password could, past the program and past its triggers.
async fn tamper(base: &Base, ordenes: &[&'static str]) -> Prueba {
    use sqlx::{Connection, Executor};
    match base {
        Base::Sqlite(archivo) => {
            let mut conexion = sqlx::SqliteConnection::connect(&format!("sqlite://{}", archivo.display())).await?;
            for orden in ordenes {
                conexion.execute(*orden).await?;
            }
        }
        Base::Postgres(url) => {
            let mut conexion = sqlx::PgConnection::connect(url).await?;
            for orden in ordenes {
                conexion.execute(*orden).await?;
            }
        }
    }
    Ok(())
}

async fn a_change_behind_our_back_is_found(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let uuid = ana.submit(&registro(1)).await?;
    ana.submit(&registro(2)).await?;
    ana.advance(&uuid, "en_revision", 1).await?.is(StatusCode::OK)?;
    let bien = bitacora::verify(e.repositorio.as_ref()).await?;
    assert_eq!((bien.rota, bien.versiones), (None, 2));
    match &e.base {
        Base::Sqlite(_) => {
            tamper(
                &e.base,
                &[
                    "DROP TRIGGER bitacora_no_cambia",
                    "DROP TRIGGER bitacora_no_se_borra",
                    "DROP TRIGGER versiones_no_cambian",
                ],
            )
            .await?
        }
        Base::Postgres(_) => {
            tamper(
                &e.base,
                &[
                    "ALTER TABLE bitacora DISABLE TRIGGER ALL",
                    "ALTER TABLE versiones DISABLE TRIGGER ALL",
                ],
            )
            .await?
        }
    }
    // What is done, what takes it back, and what has to be said.
    for (cambio, deshacer, dice) in [
        (
            "UPDATE bitacora SET quien = 'otra' WHERE seq = 2",
            "UPDATE bitacora SET quien = 'ana' WHERE seq = 2",
            "el asiento 2 fue cambiado",
        ),
        (
            "UPDATE versiones SET contenido = replace(contenido, '\"911\"', '\"912\"') WHERE recibo LIKE '%-000001-%'",
            "UPDATE versiones SET contenido = replace(contenido, '\"912\"', '\"911\"') WHERE recibo LIKE '%-000001-%'",
            "no corresponde a su huella",
        ),
        (
            "UPDATE tramites SET estado = 'autorizado' WHERE folio LIKE '%-000002-%'",
            "UPDATE tramites SET estado = 'recibido' WHERE folio LIKE '%-000002-%'",
            "no es el último de la bitácora",
        ),
        (
            "UPDATE tramites SET folio = 'VN-1' WHERE folio LIKE '%-000002-%'",
            "UPDATE tramites SET folio = (SELECT motivo FROM bitacora WHERE seq = 3) WHERE folio = 'VN-1'",
            "folio no es el de la bitácora",
        ),
        ("DELETE FROM bitacora WHERE seq = 3", "SELECT 1", "falta el asiento 3"),
    ] {
        tamper(&e.base, &[cambio]).await?;
        let rota = bitacora::verify(e.repositorio.as_ref()).await?.rota.unwrap_or_default();
        assert!(rota.contains(dice), "{cambio}: «{rota}»");
        tamper(&e.base, &[deshacer]).await?;
    }
    Ok(())
}

async fn the_audit_log_only_grows(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    ana.submit(&registro(1)).await?;
    for orden in [
        "UPDATE bitacora SET motivo = ''",
        "DELETE FROM bitacora",
        "UPDATE versiones SET contenido = '{}'",
        "DELETE FROM versiones",
    ] {
        assert!(tamper(&e.base, &[orden]).await.is_err(), "{orden}");
    }
    assert_eq!(bitacora::verify(e.repositorio.as_ref()).await?.rota, None);
    Ok(())
}
