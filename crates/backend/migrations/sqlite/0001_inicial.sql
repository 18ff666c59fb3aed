-- Money is integer cents, dates are ISO text, yes/no is 0 or 1; seconds since 1970 where only a program reads the time.

CREATE TABLE cuentas (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    usuario TEXT NOT NULL UNIQUE,
    nombre TEXT NOT NULL,
    rol TEXT NOT NULL CHECK (rol IN ('ventanilla', 'supervisor', 'instructor', 'aprendiz', 'patron')),
    contrasena TEXT,
    emisor TEXT,
    sujeto TEXT,
    activa INTEGER NOT NULL DEFAULT 1,
    demostracion INTEGER NOT NULL DEFAULT 0,
    creada TEXT NOT NULL,
    UNIQUE (emisor, sujeto)
);

CREATE TABLE sesiones (
    huella TEXT PRIMARY KEY,
    cuenta INTEGER NOT NULL REFERENCES cuentas (id),
    vista INTEGER NOT NULL,
    vence INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX sesiones_por_cuenta ON sesiones (cuenta);

CREATE TABLE intentos (
    clave TEXT PRIMARY KEY,
    fallos INTEGER NOT NULL,
    desde INTEGER NOT NULL,
    hasta INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE folios (
    anio INTEGER PRIMARY KEY,
    ultimo INTEGER NOT NULL
);

CREATE TABLE tramites (
    uuid TEXT PRIMARY KEY,
    orden INTEGER NOT NULL UNIQUE,
    folio TEXT NOT NULL UNIQUE,
    tramite TEXT NOT NULL,
    estado TEXT NOT NULL
        CHECK (estado IN ('recibido', 'en_revision', 'prevenido', 'autorizado', 'rechazado', 'desistido')),
    version INTEGER NOT NULL,
    recibido TEXT NOT NULL,
    vence TEXT,
    nombre TEXT NOT NULL,
    rfc TEXT NOT NULL,
    nss TEXT NOT NULL,
    registro_patronal TEXT NOT NULL,
    busqueda TEXT NOT NULL,
    capturo INTEGER NOT NULL REFERENCES cuentas (id),
    patron INTEGER REFERENCES cuentas (id)
);
CREATE INDEX tramites_por_estado ON tramites (estado, orden);
CREATE INDEX tramites_por_tramite ON tramites (tramite, orden);
CREATE INDEX tramites_por_rfc ON tramites (rfc);
CREATE INDEX tramites_por_nss ON tramites (nss);
CREATE INDEX tramites_por_registro ON tramites (registro_patronal);
CREATE INDEX tramites_por_captura ON tramites (capturo, orden);
CREATE INDEX tramites_por_patron ON tramites (patron, orden) WHERE patron IS NOT NULL;

CREATE TABLE versiones (
    uuid TEXT NOT NULL REFERENCES tramites (uuid),
    version INTEGER NOT NULL,
    recibido TEXT NOT NULL,
    cuenta INTEGER NOT NULL REFERENCES cuentas (id),
    huella TEXT NOT NULL,
    formato INTEGER NOT NULL,
    normativa TEXT NOT NULL,
    contenido TEXT NOT NULL,
    dictamen TEXT NOT NULL,
    recibo TEXT NOT NULL,
    PRIMARY KEY (uuid, version)
);

CREATE TABLE documentos (
    uuid TEXT NOT NULL REFERENCES tramites (uuid),
    clave TEXT NOT NULL,
    posicion INTEGER NOT NULL,
    titulo TEXT NOT NULL,
    cotejado INTEGER NOT NULL DEFAULT 0,
    por TEXT,
    cuando TEXT,
    PRIMARY KEY (uuid, clave)
) WITHOUT ROWID;

CREATE TABLE bitacora (
    seq INTEGER PRIMARY KEY,
    cuando TEXT NOT NULL,
    cuenta INTEGER REFERENCES cuentas (id),
    quien TEXT NOT NULL,
    accion TEXT NOT NULL,
    uuid TEXT,
    version INTEGER,
    de TEXT,
    a TEXT,
    motivo TEXT NOT NULL,
    huella_contenido TEXT,
    huella_anterior TEXT NOT NULL,
    huella TEXT NOT NULL
);
CREATE INDEX bitacora_por_tramite ON bitacora (uuid, seq) WHERE uuid IS NOT NULL;

CREATE TRIGGER bitacora_no_cambia BEFORE UPDATE ON bitacora
BEGIN SELECT RAISE(ABORT, 'la bitacora solo crece'); END;
CREATE TRIGGER bitacora_no_se_borra BEFORE DELETE ON bitacora
BEGIN SELECT RAISE(ABORT, 'la bitacora solo crece'); END;
CREATE TRIGGER versiones_no_cambian BEFORE UPDATE ON versiones
BEGIN SELECT RAISE(ABORT, 'una version recibida no cambia'); END;
CREATE TRIGGER versiones_no_se_borran BEFORE DELETE ON versiones
BEGIN SELECT RAISE(ABORT, 'una version recibida no cambia'); END;
