// Starts Ventanilla on a page of its own and gives `window.ventanilla`.
// It is a file of its own because a strict CSP forbids inline scripts.
import { avisar, prepararSinRed, promesa } from "./fuera_de_linea.js";
import { Instancia, aviso, motivo } from "./ventanilla-imss.js";

const etiqueta = document.querySelector("script[data-js][data-wasm]");
const montaje = document.getElementById("ventanilla");

function mostrarFalla(titulo, explicacion) {
  if (!montaje || montaje.querySelector("[data-falla]")) return;
  montaje.querySelector("[data-cargando]")?.remove();
  const marco = aviso(titulo, explicacion, "Volver a cargar", () => location.reload());
  montaje.prepend(marco);
  marco.scrollIntoView({ block: "start" });
}

function alNoAbrir(error) {
  console.error(error);
  mostrarFalla("No se pudo abrir Ventanilla", motivo());
}

const instancia = new Instancia(montaje, { primero: { ...etiqueta.dataset }, alNoAbrir });
instancia.adoptar({ promesa, avisar });
const inicio = instancia.seguir();
inicio.then(() => prepararSinRed(async () => instancia.enviarLoPendiente()), alNoAbrir);

// A failure inside the module ends it: say so, instead of leaving a page that does not answer.
function alFallar(error) {
  if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) {
    mostrarFalla("Ventanilla se detuvo", "Hubo una falla del programa. Vuelva a cargar la página para continuar.");
  }
}
addEventListener("error", (evento) => alFallar(evento.error));
addEventListener("unhandledrejection", (evento) => alFallar(evento.reason));

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
    await inicio;
    return instancia.calcularTexto(operacion, entrada);
  },
});
window.ventanilla.lista.catch(() => {});
