-- The same tables as in SQLite. Text is kept in byte order, as there, so that prefixes are found by index.
-- Money is integer cents, dates are ISO text, yes/no is 0 or 1; seconds since 1970 where only a program reads the time.

CREATE TABLE cuentas (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    usuario TEXT COLLATE "C" NOT NULL UNIQUE,
    nombre TEXT COLLATE "C" NOT NULL,
    rol TEXT COLLATE "C" NOT NULL CHECK (rol IN ('ventanilla', 'supervisor', 'instructor', 'aprendiz', 'patron')),
    contrasena TEXT COLLATE "C",
    emisor TEXT COLLATE "C",
    sujeto TEXT COLLATE "C",
    activa BIGINT NOT NULL DEFAULT 1,
    demostracion BIGINT NOT NULL DEFAULT 0,
    creada TEXT COLLATE "C" NOT NULL,
    UNIQUE (emisor, sujeto)
);

CREATE TABLE sesiones (
    huella TEXT COLLATE "C" PRIMARY KEY,
    cuenta BIGINT NOT NULL REFERENCES cuentas (id),
    vista BIGINT NOT NULL,
    vence BIGINT NOT NULL
);
CREATE INDEX sesiones_por_cuenta ON sesiones (cuenta);

CREATE TABLE intentos (
    clave TEXT COLLATE "C" PRIMARY KEY,
    fallos BIGINT NOT NULL,
    desde BIGINT NOT NULL,
    hasta BIGINT NOT NULL
);

CREATE TABLE folios (
    anio BIGINT PRIMARY KEY,
    ultimo BIGINT NOT NULL
);

CREATE TABLE tramites (
    uuid TEXT COLLATE "C" PRIMARY KEY,
    orden BIGINT NOT NULL UNIQUE,
    folio TEXT COLLATE "C" NOT NULL UNIQUE,
    tramite TEXT COLLATE "C" NOT NULL,
    estado TEXT COLLATE "C" NOT NULL
        CHECK (estado IN ('recibido', 'en_revision', 'prevenido', 'autorizado', 'rechazado', 'desistido')),
    version BIGINT NOT NULL,
    recibido TEXT COLLATE "C" NOT NULL,
    vence TEXT COLLATE "C",
    nombre TEXT COLLATE "C" NOT NULL,
    rfc TEXT COLLATE "C" NOT NULL,
    nss TEXT COLLATE "C" NOT NULL,
    registro_patronal TEXT COLLATE "C" NOT NULL,
    busqueda TEXT COLLATE "C" NOT NULL,
    capturo BIGINT NOT NULL REFERENCES cuentas (id),
    patron BIGINT REFERENCES cuentas (id)
);
CREATE INDEX tramites_por_estado ON tramites (estado, orden);
CREATE INDEX tramites_por_tramite ON tramites (tramite, orden);
CREATE INDEX tramites_por_rfc ON tramites (rfc);
CREATE INDEX tramites_por_nss ON tramites (nss);
CREATE INDEX tramites_por_registro ON tramites (registro_patronal);
CREATE INDEX tramites_por_captura ON tramites (capturo, orden);
CREATE INDEX tramites_por_patron ON tramites (patron, orden) WHERE patron IS NOT NULL;

CREATE TABLE versiones (
    uuid TEXT COLLATE "C" NOT NULL REFERENCES tramites (uuid),
    version BIGINT NOT NULL,
    recibido TEXT COLLATE "C" NOT NULL,
    cuenta BIGINT NOT NULL REFERENCES cuentas (id),
    huella TEXT COLLATE "C" NOT NULL,
    formato BIGINT NOT NULL,
    normativa TEXT COLLATE "C" NOT NULL,
    contenido TEXT COLLATE "C" NOT NULL,
    dictamen TEXT COLLATE "C" NOT NULL,
    recibo TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (uuid, version)
);

CREATE TABLE documentos (
    uuid TEXT COLLATE "C" NOT NULL REFERENCES tramites (uuid),
    clave TEXT COLLATE "C" NOT NULL,
    posicion BIGINT NOT NULL,
    titulo TEXT COLLATE "C" NOT NULL,
    cotejado BIGINT NOT NULL DEFAULT 0,
    por TEXT COLLATE "C",
    cuando TEXT COLLATE "C",
    PRIMARY KEY (uuid, clave)
);

CREATE TABLE bitacora (
    seq BIGINT PRIMARY KEY,
    cuando TEXT COLLATE "C" NOT NULL,
    cuenta BIGINT REFERENCES cuentas (id),
    quien TEXT COLLATE "C" NOT NULL,
    accion TEXT COLLATE "C" NOT NULL,
    uuid TEXT COLLATE "C",
    version BIGINT,
    de TEXT COLLATE "C",
    a TEXT COLLATE "C",
    motivo TEXT COLLATE "C" NOT NULL,
    huella_contenido TEXT COLLATE "C",
    huella_anterior TEXT COLLATE "C" NOT NULL,
    huella TEXT COLLATE "C" NOT NULL
);
CREATE INDEX bitacora_por_tramite ON bitacora (uuid, seq) WHERE uuid IS NOT NULL;

CREATE FUNCTION solo_crece() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'la tabla % solo crece', TG_TABLE_NAME;
END;
$$;
CREATE TRIGGER bitacora_no_cambia BEFORE UPDATE OR DELETE ON bitacora
    FOR EACH ROW EXECUTE FUNCTION solo_crece();
CREATE TRIGGER bitacora_no_se_vacia BEFORE TRUNCATE ON bitacora
    FOR EACH STATEMENT EXECUTE FUNCTION solo_crece();
CREATE TRIGGER versiones_no_cambian BEFORE UPDATE OR DELETE ON versiones
    FOR EACH ROW EXECUTE FUNCTION solo_crece();
CREATE TRIGGER versiones_no_se_vacian BEFORE TRUNCATE ON versiones
    FOR EACH STATEMENT EXECUTE FUNCTION solo_crece();
