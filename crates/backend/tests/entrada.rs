//! Who gets in, on SQLite and on PostgreSQL: sessions, attempts, other pages, tokens of the portal.

mod comun;

use axum::http::StatusCode;
use comun::{Escenario, Persona, Prueba, new_uuid, path, registro};
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Value, json};
use std::error::Error;
use std::time::Duration;
use ventanilla_backend::contrasena;
use ventanilla_backend::huella::sha256_hex;
use ventanilla_backend::oidc::{Configuracion, Proveedor};
use ventanilla_backend::recepcion::Rol;
use ventanilla_backend::reloj::Momento;
use ventanilla_backend::repositorio::NuevaSesion;
use ventanilla_backend::sesion::{Accesos, OCIO};

on_both!(
    coming_in_and_leaving,
    a_session_ends,
    other_pages_cannot_write,
    wrong_passwords_have_to_wait,
    closed_accounts_stay_outside,
    made_up_sessions_are_nobody,
);

async fn sign_in(persona: &Persona, cuenta: &str, contrasena: &str) -> Result<comun::Respuesta, Box<dyn Error>> {
    persona
        .post("/api/v1/sesion", &json!({"cuenta": cuenta, "contrasena": contrasena}))
        .await
}

fn token_of(respuesta: &comun::Respuesta) -> String {
    let cookie = respuesta.header("set-cookie");
    cookie.split(';').next().unwrap_or_default().to_string()
}

async fn coming_in_and_leaving(e: &Escenario) -> Prueba {
    e.account("ana", Rol::Supervisor, &contrasena::hash("una frase larga")?)
        .await?;
    let nadie = e.nobody();
    assert_eq!(nadie.get("/api/v1/sesion").await?.json["cuenta"], Value::Null);
    let entrada = sign_in(&nadie, "ana", "una frase larga").await?;
    entrada.is(StatusCode::OK)?;
    assert_eq!(entrada.json["cuenta"]["rol"], "supervisor");
    assert!(!entrada.cuerpo.contains("argon2"));
    let galleta = entrada.header("set-cookie").to_string();
    for parte in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(galleta.contains(parte), "{galleta}");
    }
    let ana = nadie.clone().with("cookie", &token_of(&entrada));
    let presente = ana.get("/api/v1/sesion").await?.json;
    assert_eq!(
        (&presente["cuenta"]["usuario"], &presente["demostracion"]),
        (&json!("ana"), &json!(true))
    );
    assert!(presente["normativa"].as_str().is_some_and(|version| version.len() > 8));
    // Coming in again makes another session and ends the one before.
    let otra = sign_in(&ana, "ana", "una frase larga").await?;
    let de_nuevo = nadie.clone().with("cookie", &token_of(&otra));
    assert_ne!(token_of(&otra), token_of(&entrada));
    assert_eq!(ana.get("/api/v1/sesion").await?.json["cuenta"], Value::Null);
    de_nuevo.get("/api/v1/tramites").await?.is(StatusCode::OK)?;
    let salida = de_nuevo
        .send(axum::http::Method::DELETE, "/api/v1/sesion", axum::body::Body::empty())
        .await?;
    salida.is(StatusCode::NO_CONTENT)?;
    assert!(salida.header("set-cookie").contains("Max-Age=0"));
    de_nuevo.get("/api/v1/tramites").await?.refuses(401, "sesion")?;
    Ok(())
}

async fn a_session_ends(e: &Escenario) -> Prueba {
    let cuenta = e.account("ana", Rol::Ventanilla, "x").await?;
    let ahora = Momento::now().segundos;
    for (nombre, vista, vence, entra) in [
        ("a", ahora, ahora + 60, true),
        ("b", ahora - OCIO - 1, ahora + 60, false),
        ("c", ahora, ahora - 1, false),
    ] {
        let token = nombre.repeat(64);
        let nueva = NuevaSesion {
            huella: sha256_hex(token.as_bytes()),
            anterior: None,
            cuenta,
            ahora: vista,
            vence,
        };
        e.repositorio.abrir_sesion(nueva).await?;
        let persona = e.nobody().with("cookie", &format!("otra=1; ventanilla={token}"));
        assert_eq!(persona.get("/api/v1/tramites").await?.estado == 200, entra, "{nombre}");
    }
    Ok(())
}

async fn other_pages_cannot_write(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let ruta = path(&new_uuid());
    let otras = [
        ana.clone().without("x-ventanilla"),
        ana.clone().without("sec-fetch-site"),
        ana.clone().with("sec-fetch-site", "cross-site"),
        ana.clone().with("sec-fetch-site", "same-site"),
        ana.clone().with("sec-fetch-site", "none"),
        ana.clone()
            .without("sec-fetch-site")
            .with("origin", "http://malo.invalid")
            .with("host", "ventanilla"),
        ana.clone()
            .without("sec-fetch-site")
            .with("origin", "null")
            .with("host", "ventanilla"),
    ];
    for otra in otras {
        otra.put(&ruta, &registro(1)).await?.refuses(403, "csrf")?;
        otra.get("/api/v1/tramites").await?.is(StatusCode::OK)?;
    }
    let vieja = ana
        .without("sec-fetch-site")
        .with("origin", "http://ventanilla:8080")
        .with("host", "ventanilla:8080");
    vieja.put(&ruta, &registro(1)).await?.is(StatusCode::CREATED)?;
    let desde_fuera = e.nobody().with("sec-fetch-site", "cross-site");
    sign_in(&desde_fuera, "ana", "x").await?.refuses(403, "csrf")?;
    Ok(())
}

async fn wrong_passwords_have_to_wait(e: &Escenario) -> Prueba {
    e.account("ana", Rol::Ventanilla, &contrasena::hash("una frase larga")?)
        .await?;
    let nadie = e.nobody();
    for cuenta in ["ana", "quien-no-existe"] {
        for _ in 0..5 {
            sign_in(&nadie, cuenta, "otra frase")
                .await?
                .refuses(401, "credenciales")?;
        }
        let espera = sign_in(&nadie, cuenta, "una frase larga").await?;
        espera.refuses(429, "demasiados_intentos")?;
        let segundos: i64 = espera.header("retry-after").parse()?;
        assert!((1..=60).contains(&segundos), "{segundos}");
    }
    // Another account from another name is not touched by it; all at once do not slip through together.
    e.account("beto", Rol::Ventanilla, &contrasena::hash("la de beto es otra")?)
        .await?;
    sign_in(&nadie, "beto", "la de beto es otra")
        .await?
        .is(StatusCode::OK)?;
    let mut tareas = tokio::task::JoinSet::new();
    for _ in 0..12 {
        let nadie = nadie.clone();
        tareas.spawn(async move {
            sign_in(&nadie, "beto", "no es")
                .await
                .map(|r| r.estado)
                .map_err(|x| x.to_string())
        });
    }
    let mut fallidas = 0;
    while let Some(tarea) = tareas.join_next().await {
        fallidas += usize::from(tarea?? == 401);
    }
    assert_eq!(fallidas, 5);
    Ok(())
}

async fn closed_accounts_stay_outside(e: &Escenario) -> Prueba {
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let beto = e.person("beto", Rol::Ventanilla).await?;
    let hash = contrasena::hash("una frase larga")?;
    assert!(e.repositorio.cambiar_contrasena("ana", &hash, comun::author()).await?);
    ana.get("/api/v1/tramites").await?.refuses(401, "sesion")?;
    sign_in(&e.nobody(), "ana", "una frase larga")
        .await?
        .is(StatusCode::OK)?;
    assert!(e.repositorio.activar("ana", false, comun::author()).await?);
    sign_in(&e.nobody(), "ana", "una frase larga")
        .await?
        .refuses(401, "credenciales")?;
    assert!(e.repositorio.activar("beto", false, comun::author()).await?);
    beto.get("/api/v1/tramites").await?.refuses(401, "sesion")?;
    assert!(!e.repositorio.activar("nadie", false, comun::author()).await?);
    Ok(())
}

async fn made_up_sessions_are_nobody(e: &Escenario) -> Prueba {
    e.person("ana", Rol::Ventanilla).await?;
    for galleta in [
        "ventanilla=",
        "ventanilla=x",
        "ventanilla=' OR 1=1 --",
        &format!("ventanilla={}", "0".repeat(64)),
        "=;;=",
    ] {
        e.nobody()
            .with("cookie", galleta)
            .get("/api/v1/tramites")
            .await?
            .refuses(401, "sesion")?;
    }
    // Without an identity provider no token is worth anything.
    for token in ["", "x", "a.b.c"] {
        e.bearer(token).get("/api/v1/tramites").await?.refuses(401, "token")?;
    }
    let basica = e.nobody().with("authorization", "Basic YTpi");
    basica.get("/api/v1/tramites").await?.refuses(401, "token")?;
    Ok(())
}

const EMISOR: &str = "https://portal.ejemplo.mx/realms/patrones";
const AUDIENCIA: &str = "ventanilla";

/// A key of the identity provider.
struct Llave {
    kid: &'static str,
    algoritmo: Algorithm,
    privada: EncodingKey,
}

impl Llave {
    fn ec(kid: &'static str) -> Result<Self, Box<dyn Error>> {
        use p256::pkcs8::EncodePrivateKey;
        let azar = ventanilla_backend::huella::random_token()?;
        let secreta = p256::SecretKey::from_slice(&azar.as_bytes()[..32])?;
        Ok(Self {
            kid,
            algoritmo: Algorithm::ES256,
            privada: EncodingKey::from_ec_der(secreta.to_pkcs8_der()?.as_bytes()),
        })
    }

    fn rsa(kid: &'static str) -> Result<Self, Box<dyn Error>> {
        use rsa::pkcs1::EncodeRsaPrivateKey;
        let secreta = rsa::RsaPrivateKey::new(&mut rsa::rand_core::OsRng, 2048)?;
        Ok(Self {
            kid,
            algoritmo: Algorithm::RS256,
            privada: EncodingKey::from_rsa_der(secreta.to_pkcs1_der()?.as_bytes()),
        })
    }

    fn public(&self) -> Result<Value, Box<dyn Error>> {
        let mut jwk = serde_json::to_value(Jwk::from_encoding_key(&self.privada, self.algoritmo)?)?;
        jwk["kid"] = json!(self.kid);
        jwk["use"] = json!("sig");
        Ok(jwk)
    }

    fn sign(&self, dichos: &Value) -> Result<String, Box<dyn Error>> {
        let mut cabecera = Header::new(self.algoritmo);
        cabecera.kid = Some(self.kid.to_string());
        Ok(encode(&cabecera, dichos, &self.privada)?)
    }
}

fn claims(sujeto: &str, rol: &str) -> Value {
    let ahora = Momento::now().segundos;
    json!({"iss": EMISOR, "aud": AUDIENCIA, "sub": sujeto, "name": format!("Persona {sujeto}"), "rol": rol,
        "iat": ahora, "nbf": ahora - 5, "exp": ahora + 300})
}

fn changed(mut dichos: Value, clave: &str, valor: Value) -> Value {
    dichos[clave] = valor;
    dichos
}

/// A server that trusts a provider with these keys, and the file where the provider publishes them.
async fn with_provider(
    llaves: &[&Llave],
    entre_consultas: Duration,
) -> Result<(Escenario, tempfile::NamedTempFile), Box<dyn Error>> {
    let archivo = tempfile::NamedTempFile::new()?;
    publish(archivo.path(), llaves)?;
    let configuracion = Configuracion {
        emisor: EMISOR.to_string(),
        audiencia: AUDIENCIA.to_string(),
        jwks: archivo.path().to_string_lossy().into_owned(),
        rol: "rol".to_string(),
        rfc: "rfc".to_string(),
        registros: "registro_patronal".to_string(),
        entre_consultas,
    };
    let mut accesos = Accesos::local(false);
    accesos.proveedor = Some(Proveedor::new(configuracion));
    let (base, carpeta) = comun::sqlite()?;
    Ok((Escenario::on(base, Some(carpeta), accesos).await?, archivo))
}

fn publish(donde: &std::path::Path, llaves: &[&Llave]) -> Prueba {
    let mut keys = vec![json!({"kty": "raro", "kid": "de otra clase"})];
    for llave in llaves {
        keys.push(llave.public()?);
    }
    std::fs::write(donde, json!({"keys": keys}).to_string())?;
    Ok(())
}

#[tokio::test]
async fn tokens_of_the_portal_are_checked() -> Prueba {
    let (ec, rsa, ajena) = (Llave::ec("uno")?, Llave::rsa("dos")?, Llave::ec("uno")?);
    let (e, _archivo) = with_provider(&[&ec, &rsa], Duration::ZERO).await?;
    let buenos = claims("123", "ventanilla");
    for llave in [&ec, &rsa] {
        e.bearer(&llave.sign(&buenos)?)
            .get("/api/v1/tramites")
            .await?
            .is(StatusCode::OK)?;
    }
    let ahora = Momento::now().segundos;
    let bueno = ec.sign(&buenos)?;
    let partes: Vec<&str> = bueno.split('.').collect();
    let otro = ec.sign(&claims("123", "supervisor"))?;
    let otras_partes: Vec<&str> = otro.split('.').collect();
    let mut con_secreto = Header::new(Algorithm::HS256);
    con_secreto.kid = Some("dos".to_string());
    let publica = rsa.public()?.to_string();
    let malos = [
        ajena.sign(&buenos)?,
        ec.sign(&changed(buenos.clone(), "exp", json!(ahora - 60)))?,
        ec.sign(&changed(buenos.clone(), "exp", Value::Null))?,
        ec.sign(&changed(buenos.clone(), "nbf", json!(ahora + 600)))?,
        ec.sign(&changed(buenos.clone(), "iss", json!("https://malo.invalid")))?,
        ec.sign(&changed(buenos.clone(), "aud", json!("otra")))?,
        ec.sign(&changed(buenos.clone(), "sub", json!("")))?,
        // No signature, under a header that says none is needed.
        format!("eyJhbGciOiJub25lIiwia2lkIjoidW5vIn0.{}.", partes[1]),
        format!("eyJhbGciOiJub25lIiwia2lkIjoidW5vIn0.{}.{}", partes[1], partes[2]),
        // Signed with what everybody knows, as if it were a secret.
        encode(&con_secreto, &buenos, &EncodingKey::from_secret(publica.as_bytes()))?,
        // The words of one token with the signature of another.
        format!("{}.{}.{}", partes[0], otras_partes[1], partes[2]),
        format!("{}.{}.", partes[0], partes[1]),
        "x".repeat(20_000),
    ];
    for malo in &malos {
        let inicio: String = malo.chars().take(60).collect();
        let respuesta = e.bearer(malo).get("/api/v1/tramites").await?;
        assert!(
            respuesta.refuses(401, "token").is_ok(),
            "{inicio}: {}",
            respuesta.cuerpo
        );
    }
    let sin_rol = ec.sign(&claims("123", "director"))?;
    e.bearer(&sin_rol)
        .get("/api/v1/tramites")
        .await?
        .refuses(403, "permiso")?;
    // Tokens are not sent by browsers on their own: no other header is needed to write.
    e.bearer(&bueno)
        .put(&path(&new_uuid()), &registro(1))
        .await?
        .is(StatusCode::CREATED)?;
    Ok(())
}

#[tokio::test]
async fn keys_rotate() -> Prueba {
    let (vieja, nueva) = (Llave::ec("vieja")?, Llave::ec("nueva")?);
    let (e, archivo) = with_provider(&[&vieja], Duration::from_millis(300)).await?;
    let (de_antes, de_ahora) = (
        vieja.sign(&claims("1", "ventanilla"))?,
        nueva.sign(&claims("1", "ventanilla"))?,
    );
    e.bearer(&de_antes).get("/api/v1/tramites").await?.is(StatusCode::OK)?;
    // A key that is not known: asked for, but not with every token.
    e.bearer(&de_ahora)
        .get("/api/v1/tramites")
        .await?
        .refuses(401, "token")?;
    publish(archivo.path(), &[&nueva])?;
    e.bearer(&de_ahora)
        .get("/api/v1/tramites")
        .await?
        .refuses(401, "token")?;
    tokio::time::sleep(Duration::from_millis(350)).await;
    e.bearer(&de_ahora).get("/api/v1/tramites").await?.is(StatusCode::OK)?;
    e.bearer(&de_antes)
        .get("/api/v1/tramites")
        .await?
        .refuses(401, "token")?;
    // Should the provider vanish, the keys that are known go on counting.
    std::fs::remove_file(archivo.path())?;
    e.bearer(&de_ahora).get("/api/v1/tramites").await?.is(StatusCode::OK)?;
    Ok(())
}

#[tokio::test]
async fn a_verified_claim_shows_what_a_typed_one_does_not() -> Prueba {
    let llave = Llave::ec("uno")?;
    let (e, _archivo) = with_provider(&[&llave], Duration::ZERO).await?;
    let ana = e.person("ana", Rol::Ventanilla).await?;
    let uuid = ana.submit(&registro(1)).await?;
    let sin_nada = e.bearer(&llave.sign(&claims("p1", "patron"))?);
    let de_otro = e.bearer(&llave.sign(&changed(claims("p2", "patron"), "rfc", json!(["XAXX010101000", ""])))?);
    let suyo = e.bearer(&llave.sign(&changed(claims("p3", "patron"), "rfc", json!("eku9003173c9")))?);
    for ajena in [&sin_nada, &de_otro] {
        ajena.get(&path(&uuid)).await?.refuses(404, "no_encontrado")?;
        assert_eq!(ajena.get("/api/v1/tramites").await?.json["tramites"], json!([]));
        // Presenting one of the same RFC shows only that one.
        ajena.submit(&registro(2)).await?;
        assert_eq!(
            ajena.get("/api/v1/tramites").await?.json["tramites"]
                .as_array()
                .map(Vec::len),
            Some(1)
        );
    }
    suyo.get(&path(&uuid)).await?.is(StatusCode::OK)?;
    assert_eq!(
        suyo.get("/api/v1/tramites").await?.json["tramites"]
            .as_array()
            .map(Vec::len),
        Some(3)
    );
    Ok(())
}
