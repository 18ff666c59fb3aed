// Works without a network, and tells that there is another version: registers sw.js once the page is ready and idle, and
// shows the notice where nobody is in the middle of something. Only our own page does this; a portal has its own worker.

const CADA = 60 * 60 * 1000;
/** Coming back to the tab asks again, but not more often than this. */
const ENTRE_VUELTAS = 60 * 1000;
/** How long *Después* lasts. */
const DESPUES = 60 * 60 * 1000;
/** Pages where nothing is half written. Every other page waits. */
const TRANQUILAS = /^#\/(tramites|bandeja|acuse|escenarios|equipo|parametros|ayuda|capacitacion|archivos)(\/|$)/;

const enPractica = () => {
  try {
    return sessionStorage.getItem("ventanilla-practica") !== null;
  } catch {
    return false;
  }
};

/** Whether a notice would interrupt: a form, a practice, something not kept yet, or the cursor in a field. */
function ocupado() {
  const escribe = document.activeElement?.matches("input, textarea, select, [contenteditable]");
  const abierto = document.querySelector("dialog[open]");
  return !TRANQUILAS.test(location.hash) || enPractica() || sinGuardar || Boolean(escribe || abierto);
}

let sinGuardar = false;
/** What the page tells its host: whether something could not be kept. Then nothing may reload it. */
export function avisar(suceso, detalle) {
  if (suceso === "error" && detalle.codigo === "almacen") sinGuardar = true;
  if (suceso === "guardado") sinGuardar = false;
}

function elemento(nombre, clase, texto = "") {
  const nuevo = document.createElement(nombre);
  nuevo.className = clase;
  nuevo.textContent = texto;
  return nuevo;
}

/** The notice: a live region that is always there, so that what appears in it is announced. */
class Aviso {
  #region = elemento("div", "ventanilla v-nueva-version");
  #callado = 0;
  #alPulsar = null;

  constructor() {
    this.#region.setAttribute("role", "status");
    document.body.append(this.#region);
    addEventListener("hashchange", () => this.revisar());
    document.addEventListener("focusin", () => this.revisar());
    document.addEventListener("focusout", () => setTimeout(() => this.revisar()));
  }

  /** There is a new version; `alPulsar` puts it in force. */
  ofrecer(alPulsar) {
    this.#alPulsar = alPulsar;
    this.#callado = 0;
    this.revisar();
  }

  revisar() {
    const mostrar = this.#alPulsar && Date.now() >= this.#callado && !ocupado();
    if (!mostrar) return this.#region.replaceChildren();
    if (this.#region.childElementCount > 0) return;
    const ahora = elemento("button", "v-boton", "Actualizar");
    const despues = elemento("button", "v-boton", "Después");
    for (const boton of [ahora, despues]) boton.type = "button";
    ahora.addEventListener("click", () => {
      ahora.disabled = true;
      this.#alPulsar();
    });
    despues.addEventListener("click", () => {
      this.#callado = Date.now() + DESPUES;
      setTimeout(() => this.revisar(), DESPUES);
      this.revisar();
    });
    const caja = elemento("div", "v-tostada");
    caja.append(elemento("span", "", "Hay una versión nueva de Ventanilla. Lo que escribió está guardado."), ahora, despues);
    this.#region.append(caja);
  }
}

/** Listens to a registration: offers what waits, and reloads the tab that asked for it. */
function seguir(registro) {
  const aviso = new Aviso();
  const habia = Boolean(navigator.serviceWorker.controller);
  let pedido = false;
  const ofrecer = () =>
    aviso.ofrecer(() => {
      pedido = true;
      const espera = registro.waiting;
      if (espera) espera.postMessage("actualizar");
      else location.reload(); // another tab already put it in force
    });
  const mirar = (trabajador) =>
    trabajador?.addEventListener("statechange", () => {
      if (trabajador.state === "installed" && navigator.serviceWorker.controller) ofrecer();
    });
  if (registro.waiting && navigator.serviceWorker.controller) ofrecer();
  mirar(registro.installing);
  registro.addEventListener("updatefound", () => mirar(registro.installing));
  let controlada = habia;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (pedido) location.reload();
    else if (controlada) ofrecer(); // another tab asked: this one goes on as it was until it wants to
    controlada = true;
  });
}

function buscarNuevas(registro) {
  let ultima = Date.now();
  const buscar = () => {
    ultima = Date.now();
    registro.update().catch(() => {}); // without a network there is nothing new
  };
  setInterval(buscar, CADA);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() - ultima > ENTRE_VUELTAS) buscar();
  });
}

/** What can be promised without a network on this page, in words; empty until it is so. */
export function promesa() {
  return navigator.serviceWorker?.controller ? "Lista para trabajar sin red." : "";
}

/**
 * Once the page is ready and idle. A browser or an address that does not allow it goes on without: nothing to say.
 * @param {() => Promise<void>} enviarLoPendiente starts what sends, if something waits
 */
export async function prepararSinRed(enviarLoPendiente) {
  await new Promise((listo) => (window.requestIdleCallback ? requestIdleCallback(listo, { timeout: 5000 }) : setTimeout(listo, 500)));
  enviarLoPendiente().catch(() => {}); // it is tried again when its page is opened
  if (!("serviceWorker" in navigator) || !isSecureContext || window.top !== window) return;
  try {
    const registro = await navigator.serviceWorker.register(new URL("sw.js", import.meta.url), { updateViaCache: "none" });
    if (!registro) return;
    seguir(registro);
    buscarNuevas(registro);
  } catch {
    // no worker: the page is what it was
  }
}
