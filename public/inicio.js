// Starts Ventanilla: loads the module that the page names and gives the host `window.ventanilla`.
// It is a file of its own because a strict CSP forbids inline scripts.

const etiqueta = document.querySelector("script[data-js][data-wasm]");
const montaje = document.getElementById("ventanilla");

/** Pages of the third module (src/bin/capacitacion.rs). */
const DE_CAPACITACION = /^#\/(capacitacion|caso|instructor)(\/|$)/;
/** Pages of the fourth module (src/bin/archivos.rs). */
const DE_ARCHIVOS = /^#\/(archivos|confronta|idse)(\/|$)/;
/** Pages of the second module (src/bin/tramites.rs); all others are of the first. */
const DE_TRAMITES = /^#\/(tramites|tramite|bandeja|expediente|acuse|clasificacion|prima|adeudo|liquidacion|modalidad|modalidad-40|entrar|muestras)(\/|$)/;

async function descargar(url) {
  const respuesta = await fetch(url, { credentials: "same-origin" });
  if (!respuesta.ok) throw new Error(`${respuesta.status} ${url}`);
  return respuesta;
}

const guardadas = new Map();
/** What a task gives, done once; one that failed is tried again. */
function unaVez(nombre, tarea) {
  if (!guardadas.has(nombre)) {
    const promesa = tarea().catch((error) => {
      guardadas.delete(nombre);
      throw error;
    });
    guardadas.set(nombre, promesa);
  }
  return guardadas.get(nombre);
}

/** Names of the modules that are not the page's first one. */
function modulos() {
  const leer = async () => (await descargar(new URL("modulos.json", document.baseURI).href)).json();
  return unaVez("modulos.json", leer);
}

/** A module, loaded once. */
function abrir(nombre) {
  return unaVez(nombre, async () => {
    const de = nombre === "consulta" ? etiqueta.dataset : (await modulos())[nombre];
    const binario = descargar(new URL(de.wasm, document.baseURI).href);
    binario.catch(() => {}); // reported below, when it is awaited
    const modulo = await import(new URL(de.js, document.baseURI).href);
    await modulo.default({ module_or_path: binario });
    return modulo;
  });
}

function moduloDeLaDireccion() {
  if (DE_CAPACITACION.test(location.hash)) return "capacitacion";
  if (DE_ARCHIVOS.test(location.hash)) return "archivos";
  return DE_TRAMITES.test(location.hash) ? "tramites" : "consulta";
}

/** The practice that is open in this tab (src/practica.rs); empty when none is. */
function practica() {
  try {
    return String(JSON.parse(sessionStorage.getItem("ventanilla-practica") ?? "{}").id ?? "");
  } catch {
    return ""; // a browser that keeps nothing has no practice
  }
}

let montado;
let enVista = "";
let pedido = 0;
/** What each module drew, kept aside alive while another one is in sight: nothing open in it is lost. A practice has copies
 * of its own: another clock, and nothing of what is real. */
const cajas = new Map();
/** Puts the module of the page that the address names in its place. */
async function seguir() {
  const nombre = moduloDeLaDireccion();
  const clave = nombre === "capacitacion" ? nombre : [nombre, practica()].join(" ");
  const turno = ++pedido;
  const modulo = await abrir(nombre);
  if (turno !== pedido || clave === enVista) return;
  montaje?.querySelector("[data-cargando]")?.remove();
  if (enVista) {
    const caja = document.createElement("div");
    caja.append(...montaje.childNodes);
    cajas.set(enVista, caja);
  }
  montado = modulo;
  enVista = clave;
  const caja = cajas.get(clave);
  if (caja) montaje.append(...caja.childNodes);
  else modulo.montar();
}

function elemento(nombre, clase, texto = "") {
  const nuevo = document.createElement(nombre);
  nuevo.className = clase;
  nuevo.textContent = texto;
  return nuevo;
}

function mostrarFalla(titulo, explicacion) {
  if (!montaje || montaje.querySelector("[data-falla]")) return;
  const boton = elemento("button", "v-boton v-boton--primario", "Volver a cargar");
  boton.type = "button";
  boton.addEventListener("click", () => location.reload());
  const botones = elemento("div", "v-botones");
  botones.append(boton);
  const aviso = elemento("div", "v-aviso v-aviso--error");
  aviso.setAttribute("role", "alert");
  aviso.append(elemento("h1", "v-aviso-titulo", titulo), elemento("p", "", explicacion), botones);
  const marco = elemento("div", "v-principal");
  marco.dataset.falla = "";
  marco.append(aviso);
  montaje.querySelector("[data-cargando]")?.remove();
  montaje.prepend(marco);
  marco.scrollIntoView({ block: "start" });
}

function motivo() {
  if (typeof WebAssembly !== "object") {
    return "Este navegador es demasiado antiguo o tiene apagado WebAssembly. Use una versión reciente de Chrome, Edge, Firefox o Safari.";
  }
  if (navigator.onLine === false) {
    return "El equipo no tiene conexión. Cuando la recupere, vuelva a cargar la página.";
  }
  return "Una parte de la página no llegó completa. Vuelva a cargarla; si sigue igual, avise a quien administra el portal.";
}

const inicio = seguir();
function alNoAbrir(error) {
  console.error(error);
  mostrarFalla("No se pudo abrir Ventanilla", motivo());
}
inicio.catch(alNoAbrir);
addEventListener("hashchange", () => seguir().catch(alNoAbrir));

// A failure inside the module ends it: say so, instead of leaving a page that does not answer.
function alFallar(error) {
  if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) {
    mostrarFalla("Ventanilla se detuvo", "Hubo una falla del programa. Vuelva a cargar la página para continuar.");
  }
}
addEventListener("error", (evento) => alFallar(evento.error));
addEventListener("unhandledrejection", (evento) => alFallar(evento.reason));

// The contract's door is a module of its own: few visitors need it, so it loads with the first call.
/** The door, with the suplemento that the page has in force. */
async function laPuerta() {
  const [modulo] = await Promise.all([abrir("puerta"), inicio]);
  modulo.poner_suplemento(montado.suplemento_en_uso());
  return modulo;
}

window.ventanilla = Object.freeze({
  /** Settles when the page is ready (or could not be). */
  lista: inicio.then(() => undefined),

  /**
   * Runs an operation of the calculation contract.
   * @param {string} operacion name, such as "cuotas.periodo"
   * @param {object|string} entrada the document, or its JSON text
   * @returns {Promise<object>} the answer; it is never rejected for what the document says
   */
  async calcular(operacion, entrada = {}) {
    return JSON.parse(await this.calcularTexto(operacion, entrada));
  },

  /** The same, giving the answer's JSON text as the command line prints it. */
  async calcularTexto(operacion, entrada = {}) {
    const modulo = await laPuerta();
    return modulo.calcular(String(operacion), typeof entrada === "string" ? entrada : JSON.stringify(entrada));
  },
});
window.ventanilla.lista.catch(() => {});
