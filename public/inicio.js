// Starts Ventanilla: loads the module that the page names and gives the host `window.ventanilla`.
// It is a file of its own because a strict CSP forbids inline scripts.

const etiqueta = document.querySelector("script[data-js][data-wasm]");
const montaje = document.getElementById("ventanilla");

async function descargar(url) {
  const respuesta = await fetch(url, { credentials: "same-origin" });
  if (!respuesta.ok) throw new Error(`${respuesta.status} ${url}`);
  return respuesta;
}

async function iniciar() {
  const js = new URL(etiqueta.dataset.js, document.baseURI).href;
  const wasm = new URL(etiqueta.dataset.wasm, document.baseURI).href;
  const binario = descargar(wasm);
  binario.catch(() => {}); // reported below, when it is awaited
  const modulo = await import(js);
  await modulo.default({ module_or_path: binario });
  montaje?.querySelector("[data-cargando]")?.remove();
  return modulo;
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

const lista = iniciar();
lista.catch((error) => {
  console.error(error);
  mostrarFalla("No se pudo abrir Ventanilla", motivo());
});

// A failure inside the module ends it: say so, instead of leaving a page that does not answer.
function alFallar(error) {
  if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) {
    mostrarFalla("Ventanilla se detuvo", "Hubo una falla del programa. Vuelva a cargar la página para continuar.");
  }
}
addEventListener("error", (evento) => alFallar(evento.error));
addEventListener("unhandledrejection", (evento) => alFallar(evento.reason));

// The contract's door is a module of its own: few visitors need it, so it loads with the first call.
let puerta;

async function abrirPuerta() {
  const lista = await (await descargar(new URL("modulos.json", document.baseURI).href)).json();
  const modulo = await import(new URL(lista.puerta.js, document.baseURI).href);
  await modulo.default({ module_or_path: descargar(new URL(lista.puerta.wasm, document.baseURI).href) });
  return modulo;
}

/** The door, with the suplemento that the page has in force. A failed download is tried again with the next call. */
async function laPuerta() {
  puerta ??= abrirPuerta().catch((error) => {
    puerta = undefined;
    throw error;
  });
  const [pagina, modulo] = await Promise.all([lista, puerta]);
  modulo.poner_suplemento(pagina.suplemento_en_uso());
  return modulo;
}

window.ventanilla = Object.freeze({
  /** Settles when the page is ready (or could not be). */
  lista: lista.then(() => undefined),

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
