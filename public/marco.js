// Ventanilla inside an <iframe>: `marco.html?origen=https://portal.ejemplo.mx&tramite=convenio`. The page that has it and
// the frame speak with `postMessage`, each saying its origin: `origen` is the one that was declared, and nothing is told to
// nor heard from another. The messages are described in ventanilla-imss.d.ts (MensajeDelPortal, MensajeDeVentanilla).
import "./ventanilla-imss.js";

const parametros = new URLSearchParams(location.search);
/** How long the portal has to answer when it is asked for a token. */
const PLAZO = 10_000;

/** The declared origin, if it is one. */
function origenDeclarado() {
  try {
    const { origin } = new URL(parametros.get("origen") ?? "");
    return origin === "null" ? "" : origin;
  } catch {
    return "";
  }
}

const declarado = origenDeclarado();
const quien = location.ancestorOrigins?.[0]; // Firefox does not say; the messages themselves do
const portal = !quien || quien === declarado ? declarado : "";

function decir(tipo, datos = {}) {
  if (portal && parent !== window) parent.postMessage({ ventanilla: 1, tipo, ...datos }, portal);
}

function avisoDeOrigen() {
  const parrafo = document.createElement("p");
  parrafo.setAttribute("role", "alert");
  parrafo.textContent = declarado
    ? `Este marco declara que está en ${declarado}, y está en otra página. Quien lo puso debe corregir «origen» en su dirección.`
    : "Este marco no sabe qué página lo contiene. Quien lo puso debe declararla en la dirección: marco.html?origen=https://su-portal.mx";
  document.body.append(parrafo);
}

let elemento;
let esperando = null;

let pidiendo = null;
/** A token from the portal: what it answers to `credencial`, or nothing when it does not answer. It is asked once at a time. */
function pedirCredencial() {
  pidiendo ??= preguntarCredencial().finally(() => (pidiendo = null));
  return pidiendo;
}

function preguntarCredencial() {
  return new Promise((resolver) => {
    const reloj = setTimeout(() => {
      esperando = null; // what comes later is heard as news
      resolver("");
    }, PLAZO);
    esperando = (token) => {
      clearTimeout(reloj);
      esperando = null;
      resolver(token);
    };
    decir("credencial");
  });
}

const ORDENES = {
  credencial({ token = "" }) {
    if (esperando) esperando(String(token ?? ""));
    else elemento.token = String(token ?? "");
  },
  async abrir({ que }) {
    await elemento.abrir(que);
  },
  atributos({ atributos }) {
    if (typeof atributos !== "object" || atributos === null) throw new TypeError("«atributos» es un objeto.");
    for (const nombre of ["tramite", "pagina", "tema", "idioma", "barra"]) {
      if (!(nombre in atributos)) continue;
      if (atributos[nombre] === null) elemento.removeAttribute(nombre);
      else elemento.setAttribute(nombre, String(atributos[nombre]));
    }
  },
  async calcular({ id, operacion, entrada }) {
    decir("calculado", { id, respuesta: await elemento.calcular(operacion, entrada) });
  },
};

addEventListener("message", (evento) => {
  const mensaje = evento.data;
  if (evento.origin !== portal || evento.source !== parent || mensaje?.ventanilla !== 1) return;
  if (!Object.hasOwn(ORDENES, mensaje.tipo)) return;
  // an `async` function, so that what fails at once is told too
  (async () => ORDENES[mensaje.tipo](mensaje))().catch((error) =>
    decir("error", { id: mensaje.id, detalle: { codigo: "mensaje", mensaje: String(error.message ?? error) } }),
  );
});

if (portal) {
  elemento = document.createElement("ventanilla-imss");
  for (const nombre of ["tramite", "pagina", "tema", "idioma", "barra"]) {
    if (parametros.has(nombre)) elemento.setAttribute(nombre, parametros.get(nombre));
  }
  elemento.textContent = "Cargando…"; // seen until it is drawn
  if (parametros.has("credencial")) elemento.renovarToken = pedirCredencial;
  for (const suceso of ["lista", "borrador", "enviado", "error", "guardado"]) {
    elemento.addEventListener(suceso, (evento) => decir(suceso, { detalle: evento.detail }));
  }
  document.body.append(elemento);
  new ResizeObserver(() => decir("alto", { alto: Math.ceil(elemento.getBoundingClientRect().height) })).observe(elemento);
} else avisoDeOrigen();
