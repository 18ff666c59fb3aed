// Ventanilla: the loader of its modules, the custom element <ventanilla-imss>, and the door to the calculation contract.
// One script for a portal; our own page (inicio.js) uses the same loader. Types: ventanilla-imss.d.ts.
//
// Each element has its own WASM instance of each module it needs (the compiled code is shared): nothing of one is in
// another, and a failure ends one of them only.

/** Where this script and everything that goes with it is. */
const AQUI = new URL("./", import.meta.url);

/** Which module has a page; what is not here is of the first one, `consulta` (src/main.rs). */
const MODULOS = {
  archivos: /^#\/(archivos|confronta|idse|equipo)(\/|$)/,
  capacitacion: /^#\/(capacitacion|caso|instructor)(\/|$)/,
  tramites:
    /^#\/(tramites|tramite|bandeja|expediente|acuse|clasificacion|prima|adeudo|liquidacion|modalidad|modalidad-40|entrar|muestras)(\/|$)/,
};

function moduloDe(direccion) {
  return Object.keys(MODULOS).find((nombre) => MODULOS[nombre].test(direccion)) ?? "consulta";
}

async function descargar(nombre) {
  const respuesta = await fetch(new URL(nombre, AQUI), { credentials: "same-origin" });
  if (!respuesta.ok) throw new Error(`${respuesta.status} ${nombre}`);
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

/** Names of the files that the build made. */
function nombres() {
  return unaVez("modulos.json", async () => (await descargar("modulos.json")).json());
}

/** The compiled code of a module. */
function compilado(wasm) {
  return unaVez(wasm, async () => WebAssembly.compileStreaming(descargar(wasm)));
}

/**
 * A module, started once in each copy. A fragment makes the browser evaluate the same file again, without fetching it again.
 * @param {string} nombre key in modulos.json
 * @param {string} copia which copy; empty for the page's own and for the door, which keeps nothing
 * @param {{js: string, wasm: string}} [archivos] its names, when they are known already
 */
function abrir(nombre, copia = "", archivos = undefined) {
  return unaVez(`${nombre} ${copia}`, async () => {
    const { js, wasm } = archivos ?? (await nombres())[nombre];
    const codigo = compilado(wasm);
    codigo.catch(() => {}); // reported below, when it is awaited
    const modulo = await import(new URL(js + (copia && `#${copia}`), AQUI).href);
    await modulo.default({ module_or_path: codigo });
    return modulo;
  });
}

/** Runs an operation of the contract and gives the answer's JSON text, as the command line prints it. */
async function calcularCon(suplemento, operacion, entrada = {}) {
  if (typeof entrada !== "string" && (typeof entrada !== "object" || entrada === null)) {
    throw new TypeError("La entrada de `calcular` es un objeto o su texto JSON.");
  }
  const modulo = await abrir("puerta");
  modulo.poner_suplemento(suplemento);
  return modulo.calcular(String(operacion), typeof entrada === "string" ? entrada : JSON.stringify(entrada));
}

/**
 * Runs an operation of the calculation contract with the published parameters.
 * @returns {Promise<object>} the answer; it is never rejected for what the document says
 */
export async function calcular(operacion, entrada = {}) {
  return JSON.parse(await calcularCon("", operacion, entrada));
}

/** One copy of the page: what it draws, its address, and what it asks of whoever mounted it (src/entorno.rs). */
export class Instancia {
  #montaje;
  #copia;
  #primero;
  #oyentes = new Set();
  #oyentesDeCredencial = new Set();
  #oyentesDeBarra = new Set();
  #oyentesDeEstacion = new Set();
  #barra = true;
  #cajas = new Map();
  #enVista = "";
  #pedido = 0;
  #montado;
  #porEmpezar = null;
  #opciones;
  #anfitrion = {};
  #memoria;
  #alCambiarElAncla = () => this.#cambio();

  /**
   * @param {HTMLElement} montaje where it is drawn, an element with the class `ventanilla`
   * @param {object} [opciones] what does not change: `copia`, `primero`, `inicio`, `api`, `base`, `sujeto`,
   *   `conCredencial`, `incrustado`. What may is the element's: see `adoptar`.
   */
  constructor(montaje, opciones = {}) {
    this.#montaje = montaje;
    this.#opciones = opciones;
    this.#copia = opciones.copia ?? "";
    this.#primero = opciones.primero;
    this.#memoria = opciones.inicio ?? "";
    if (!this.incrustado) addEventListener("hashchange", this.#alCambiarElAncla);
  }

  /** Draws the page that the address names. */
  async seguir() {
    const direccion = this.direccion();
    const nombre = moduloDe(direccion);
    const clave = nombre === "capacitacion" ? nombre : [nombre, this.#practica()].join(" ");
    const turno = ++this.#pedido;
    const modulo = await abrir(nombre, this.#copia, nombre === "consulta" ? this.#primero : undefined);
    if (turno !== this.#pedido) return;
    // what another page could not do is not said of this one
    if (!this.detenida) this.#montaje.querySelector(":scope > [data-falla]")?.remove();
    if (clave === this.#enVista) return;
    this.#montaje.querySelector("[data-cargando]")?.remove();
    if (this.#enVista) {
      // What each module drew is kept aside, alive, while another one is in sight: nothing open in it is lost. A practice
      // has copies of its own: another clock, and nothing of what is real.
      const caja = document.createElement("div");
      caja.append(...this.#montaje.childNodes);
      this.#cajas.set(this.#enVista, caja);
    }
    this.#montado = modulo;
    this.#enVista = clave;
    const caja = this.#cajas.get(clave);
    if (caja) this.#montaje.append(...caja.childNodes);
    else modulo.montar(this.#montaje, this);
  }

  /** What waits to be sent leaves by itself, whatever page is open: its module starts out of sight. */
  async enviarLoPendiente() {
    const clave = "tramites ";
    const sobra = () => this.#practica() || this.#enVista === clave || this.#cajas.has(clave);
    if (sobra() || !(await this.#montado?.hay_por_enviar())) return;
    const modulo = await abrir("tramites", this.#copia);
    if (sobra()) return;
    const antes = new Set(this.#montaje.childNodes);
    modulo.montar(this.#montaje, this);
    const caja = document.createElement("div");
    caja.append(...[...this.#montaje.childNodes].filter((nodo) => !antes.has(nodo)));
    this.#cajas.set(clave, caja);
  }

  /** Whether it shows a page. */
  get abierta() {
    return Boolean(this.#enVista);
  }

  /** Where it is drawn. */
  get montaje() {
    return this.#montaje;
  }

  /** An element takes it: what it asks goes there from now on. */
  adoptar(anfitrion) {
    this.#anfitrion = anfitrion;
    this.#seEstaciono(false);
  }

  /** Its element left: it waits, drawn and out of sight, for another one of the same person. It cannot ask for anything. */
  estacionar() {
    this.#seEstaciono(true);
    this.#anfitrion = {};
    this.#montaje.remove();
  }

  /** Whether it waits out of sight: a draft that is open in it is nobody's meanwhile. */
  estacionada = false;

  #seEstaciono(estacionada) {
    if (this.estacionada === estacionada) return;
    this.estacionada = estacionada;
    for (const oyente of this.#oyentesDeEstacion) oyente();
  }

  /** The answer of an operation, as text, with the suplemento that this copy has in force. */
  async calcularTexto(operacion, entrada) {
    return calcularCon(this.#montado?.suplemento_en_uso() ?? "", operacion, entrada);
  }

  /** Whether it ended, by a failure of the program or because it begins again. */
  detenida = false;

  /** Begins a trámite, perhaps with answers. */
  empezar(tramite, respuestas) {
    this.#porEmpezar = JSON.stringify(respuestas);
    this.ir(`#/tramites/${tramite}/empezar`);
  }

  /** The portal has another token. */
  cambioLaCredencial() {
    for (const oyente of this.#oyentesDeCredencial) oyente();
  }

  /** The navigation bar is drawn, or not: what is open stays as it is. */
  cambiarBarra(barra) {
    if (barra === this.#barra) return;
    this.#barra = barra;
    for (const oyente of this.#oyentesDeBarra) oyente();
  }

  /** The portal wants people somewhere else. */
  cambiarInicio(inicio) {
    if (inicio === this.#opciones.inicio) return; // one that comes back is found where it was
    this.#opciones.inicio = inicio;
    if (this.#enVista) this.ir(inicio);
    else this.#memoria = inicio; // nothing is drawn yet
  }

  /** The practice that is open in this tab (src/practica.rs); empty when none is. */
  #practica() {
    try {
      const texto = sessionStorage.getItem(`ventanilla-practica${this.clave}`);
      return texto ? String(JSON.parse(texto).id ?? "") : "";
    } catch {
      return ""; // a browser that keeps nothing has no practice
    }
  }

  #cambio() {
    this.seguir().catch((error) => (this.#anfitrion.alNoAbrir ?? this.#opciones.alNoAbrir)?.(error));
    for (const oyente of [...this.#oyentes]) oyente();
  }

  // ── what src/entorno.rs asks ──

  get incrustado() {
    return this.#opciones.incrustado ?? false;
  }

  get barra() {
    return this.#barra;
  }

  get inicio() {
    return this.#opciones.inicio ?? "#/prevision";
  }

  get api() {
    return this.#opciones.api ?? "api/v1/";
  }

  get base() {
    return this.#opciones.base ?? "ventanilla";
  }

  get clave() {
    return this.#copia && `-${this.#copia}`;
  }

  get conCredencial() {
    return this.#opciones.conCredencial ?? false;
  }

  get sujeto() {
    return this.#opciones.sujeto ?? "";
  }

  get promesa() {
    return this.incrustado ? promesaDelSitio() : (this.#anfitrion.promesa?.() ?? "");
  }

  credencial(renovar) {
    return Promise.resolve(this.#anfitrion.credencial?.(renovar) ?? "");
  }

  direccion() {
    return this.incrustado ? this.#memoria : location.hash;
  }

  ir(direccion) {
    if (!this.incrustado) location.hash = direccion;
    else if (direccion !== this.#memoria) {
      this.#memoria = direccion;
      this.#cambio();
    }
  }

  sustituir(direccion) {
    if (this.incrustado) this.ir(direccion);
    else location.replace(direccion);
  }

  alCambiar(oyente) {
    this.#oyentes.add(oyente);
    return () => this.#oyentes.delete(oyente);
  }

  alCambiarCredencial(oyente) {
    this.#oyentesDeCredencial.add(oyente);
    return () => this.#oyentesDeCredencial.delete(oyente);
  }

  alEstacionar(oyente) {
    this.#oyentesDeEstacion.add(oyente);
    return () => this.#oyentesDeEstacion.delete(oyente);
  }

  alCambiarBarra(oyente) {
    this.#oyentesDeBarra.add(oyente);
    return () => this.#oyentesDeBarra.delete(oyente);
  }

  tomarPorEmpezar() {
    const pedido = this.#porEmpezar ?? undefined;
    this.#porEmpezar = null;
    return pedido;
  }

  avisar(suceso, detalle) {
    if (suceso === "detenida") this.detenida = true;
    this.#anfitrion.avisar?.(suceso, JSON.parse(detalle));
  }

  /** Begins again with nothing of what was open: on our page, the page; in a portal, only this copy. */
  reiniciar() {
    if (!this.incrustado) return location.reload();
    this.detenida = true; // it is not kept for another element
    this.#anfitrion.reiniciar?.();
  }

  titular(titulo) {
    if (this.incrustado) this.#montaje.setAttribute("aria-label", titulo);
    else document.title = `${titulo} · Ventanilla`;
  }

  imprimir() {
    if (this.incrustado) imprimirCopia(this.#montaje);
    else print();
  }

  subir() {
    if (!this.incrustado) scrollTo(0, 0);
    else if (this.#montaje.getBoundingClientRect().top < 0) this.#montaje.scrollIntoView({ block: "start" });
  }
}

/** Tokens of the style that a portal may give (style/00-fichas.css). */
const FICHAS = [
  ...["marca", "marca-clara", "acento", "acento-oscuro", "filete", "tinta", "tinta-suave", "papel", "fondo", "hundido"],
  ...["linea", "borde", "foco", "letra", "radio", "ancho"],
];

/** Prints what a copy shows, alone: in a frame of its own, so that nothing of the portal's page goes to the paper. */
function imprimirCopia(montaje) {
  const marco = document.createElement("iframe");
  Object.assign(marco.style, { position: "fixed", inlineSize: "0", blockSize: "0", border: "0", visibility: "hidden" });
  document.body.append(marco);
  const papel = marco.contentDocument;
  papel.documentElement.lang = "es-MX";
  papel.title = montaje.getAttribute("aria-label") ?? "Ventanilla";
  const copia = papel.importNode(montaje, true);
  // a copy of the tree does not carry what was typed
  const campos = (raiz) => raiz.querySelectorAll("input, select, textarea");
  const originales = campos(montaje);
  for (const [i, campo] of campos(copia).entries()) {
    campo.value = originales[i].value;
    if ("checked" in campo) campo.checked = originales[i].checked;
  }
  papel.body.append(copia);
  const puesto = getComputedStyle(montaje); // the portal's tokens are not in the copy
  for (const nombre of FICHAS) {
    const valor = puesto.getPropertyValue(`--ventanilla-${nombre}`);
    if (valor) copia.style.setProperty(`--ventanilla-${nombre}`, valor);
  }
  for (const hoja of montaje.getRootNode().adoptedStyleSheets) {
    const otra = new marco.contentWindow.CSSStyleSheet();
    otra.replaceSync([...hoja.cssRules].map((regla) => regla.cssText).join("\n"));
    papel.adoptedStyleSheets = [...papel.adoptedStyleSheets, otra];
  }
  marco.contentWindow.addEventListener("afterprint", () => marco.remove());
  marco.contentWindow.print();
}

/** The sheet that a shadow root adopts, shared by all. */
function hojaDeEstilo() {
  return unaVez("estilo", async () => {
    const hoja = new CSSStyleSheet();
    hoja.replaceSync(await (await descargar((await nombres()).estilo_incrustado)).text());
    return hoja;
  });
}

/** Pages that a portal can ask for with `pagina`. */
const PAGINAS = [
  "prevision",
  "adeudo",
  "liquidacion",
  "modalidad",
  "modalidad-40",
  "archivos",
  "confronta",
  "idse",
  "tramites",
  "clasificacion",
  "prima",
  "bandeja",
  "capacitacion",
  "parametros",
  "ayuda",
];
/** Trámites that can be captured. */
const TRAMITES = ["registro_patronal", "modificacion_patronal", "convenio", "incorporacion", "incorporacion_colectiva"];
const TEMAS = ["institucional", "sobrio", "contraste"];

/** Copies whose element left the page, by who and what they are for: an element that comes back finds its own as it was. */
const estacionadas = new Map();
let copias = 0;

/** A copy for these options: one that waits, or a new one. */
function copiaPara(opciones) {
  const clave = JSON.stringify(opciones);
  const libre = estacionadas.get(clave)?.pop();
  if (libre) return libre;
  const montaje = elemento("div", "ventanilla");
  montaje.setAttribute("role", "region");
  montaje.lang = "es-MX";
  const instancia = new Instancia(montaje, { ...opciones, incrustado: true, copia: String(++copias) });
  return { clave, instancia };
}

function estacionar({ clave, instancia }) {
  instancia.estacionar();
  if (instancia.detenida) return;
  if (!estacionadas.has(clave)) estacionadas.set(clave, []);
  estacionadas.get(clave).push({ clave, instancia });
}

function elemento(nombre, clase, texto = "") {
  const nuevo = document.createElement(nombre);
  nuevo.className = clase;
  nuevo.textContent = texto;
  return nuevo;
}

/** What the page says when it cannot go on. */
export function aviso(titulo, explicacion, rotulo, alPulsar) {
  const boton = elemento("button", "v-boton v-boton--primario", rotulo);
  boton.type = "button";
  boton.addEventListener("click", alPulsar);
  const botones = elemento("div", "v-botones");
  botones.append(boton);
  const caja = elemento("div", "v-aviso v-aviso--error");
  caja.setAttribute("role", "alert");
  caja.append(elemento("h1", "v-aviso-titulo", titulo), elemento("p", "", explicacion), botones);
  const marco = elemento("div", "v-principal");
  marco.dataset.falla = "";
  marco.append(caja);
  return marco;
}

/** Why nothing could be opened. */
export function motivo(error = undefined) {
  if (/unsafe-eval|Content Security Policy/i.test(String(error?.message))) {
    return "Este portal no permite WebAssembly. Quien lo administra debe agregar 'wasm-unsafe-eval' a «script-src» en su Content-Security-Policy.";
  }
  if (typeof WebAssembly !== "object") {
    return "Este navegador es demasiado antiguo o tiene apagado WebAssembly. Use una versión reciente de Chrome, Edge, Firefox o Safari.";
  }
  if (navigator.onLine === false) {
    return "El equipo no tiene conexión. Cuando la recupere, inténtelo otra vez.";
  }
  return "Una parte de la página no llegó completa. Inténtelo otra vez; si sigue igual, avise a quien administra el portal.";
}

/** `<ventanilla-imss>`; its attributes, properties and events are described in ventanilla-imss.d.ts. */
export class VentanillaImss extends HTMLElement {
  static observedAttributes = ["tramite", "pagina", "api", "token", "idioma", "tema", "barra"];

  #raiz = this.attachShadow({ mode: "open" });
  #copia = null;
  #token = "";
  #renovar = null;
  #pidiendo = null;
  #lista = conResolutores();
  #medidor = null;
  #turno = 0;
  /** Why it could not be opened; what changes afterwards is a reason to try again. */
  #fallo = null;
  /** What was asked and was not done yet: it is carried to the copy of whoever turns out to be working. */
  #pedido = null;
  #sinCredencialDicho = false;
  #llegoLaCredencial = () => {};

  constructor() {
    super();
    this.#raiz.append(document.createElement("slot")); // what the portal wrote inside, until there is something to draw
  }

  connectedCallback() {
    this.#propiedadesDeAntes();
    this.#abrir();
  }

  disconnectedCallback() {
    // An element that is moved leaves and comes back at once: wait before taking everything down.
    queueMicrotask(() => {
      if (!this.isConnected) this.#cerrar();
    });
  }

  attributeChangedCallback(nombre, antes, ahora) {
    if (antes === ahora) return;
    if (nombre === "token") this.token = ahora ?? "";
    if (!this.#copia) {
      if (this.#fallo && this.isConnected) this.#otra();
      return; // otherwise it is looked at when there is a copy: nobody listens yet
    }
    if (nombre === "idioma") this.#revisarIdioma();
    if (nombre === "tramite" || nombre === "pagina") this.#revisarDestino(nombre);
    if (nombre === "tema") this.#vestir();
    if (nombre === "api") return this.#otra();
    this.#instancia.cambiarBarra(this.#conBarra());
    if (nombre === "tramite" || nombre === "pagina") this.#instancia.cambiarInicio(this.#inicio());
  }

  /** Settles when the first page is drawn. */
  get lista() {
    return this.#lista.promise;
  }

  /** The portal's token. Better a property than an attribute: it is not seen in the page. */
  get token() {
    return this.#token;
  }

  set token(valor) {
    const nuevo = String(valor ?? "");
    if (nuevo === this.#token) return;
    const antes = this.#sujeto();
    const habia = this.#conCredencial();
    this.#token = nuevo;
    if (!this.#copia) return this.#llegoLaCredencial();
    // another person: nothing of the first one may stay in sight, nor begin
    if (antes && antes !== this.#sujeto()) this.#pedido = null;
    if (antes !== this.#sujeto() || habia !== this.#conCredencial()) this.#otra();
    else this.#instancia.cambioLaCredencial();
  }

  /** A function that gives a fresh token (or a promise of one) when the last one was refused. */
  get renovarToken() {
    return this.#renovar;
  }

  set renovarToken(funcion) {
    if (funcion !== null && typeof funcion !== "function") throw new TypeError("renovarToken es una función o null");
    const habia = this.#conCredencial();
    this.#renovar = funcion;
    if (this.#copia && habia !== this.#conCredencial()) this.#otra();
  }

  get tramite() {
    return this.getAttribute("tramite") ?? "";
  }

  set tramite(valor) {
    this.setAttribute("tramite", valor);
  }

  /** Runs an operation of the contract, with the suplemento that this copy has in force. */
  async calcular(operacion, entrada = {}) {
    if (this.isConnected) await this.lista;
    const texto = this.#instancia
      ? await this.#instancia.calcularTexto(operacion, entrada)
      : await calcularCon("", operacion, entrada);
    return JSON.parse(texto);
  }

  /**
   * Goes to a page (`"adeudo"`), to the drafts of a trámite (`"convenio"`), or begins one (`{ tramite, respuestas }`).
   */
  async abrir(que) {
    const conRespuestas = typeof que === "object" && que !== null;
    const respuestas = conRespuestas ? comoTextos(que.respuestas ?? {}) : {};
    const nombre = String(conRespuestas ? que.tramite : que);
    const esPagina = !conRespuestas && PAGINAS.includes(nombre);
    if (!esPagina && !TRAMITES.includes(nombre)) throw new RangeError(noHay(nombre));
    if (!this.isConnected) throw new Error("El elemento no está en la página: póngalo antes de abrir algo en él.");
    await this.lista;
    if (conRespuestas) this.#pedido = { nombre, respuestas };
    else this.#pedido = { direccion: esPagina ? `#/${nombre}` : `#/tramites/${nombre}` };
    this.#atender();
  }

  /** Does what was asked, in the copy there is now; what is to begin is asked of the next one too until it began. */
  #atender() {
    const pedido = this.#pedido;
    if (!pedido || !this.#instancia) return;
    if (pedido.respuestas) return this.#instancia.empezar(pedido.nombre, pedido.respuestas);
    this.#pedido = null;
    this.#instancia.ir(pedido.direccion);
  }

  get #instancia() {
    return this.#copia?.instancia;
  }

  async #abrir() {
    const turno = ++this.#turno;
    if (this.#fallo) {
      this.#fallo = null;
      this.#lista = conResolutores();
    }
    try {
      this.#api(); // an address that is none is said at once
      // meanwhile the portal may say who is working: the copy is chosen afterwards
      const hoja = await hojaDeEstilo();
      await this.#primeraCredencial();
      if (turno !== this.#turno || !this.isConnected || this.#copia) return;
      this.#raiz.adoptedStyleSheets = [hoja];
      this.#copia = copiaPara({
        api: this.#api(),
        base: this.#base(),
        conCredencial: this.#conCredencial(),
        sujeto: this.#sujeto(),
      });
      const instancia = this.#instancia;
      instancia.adoptar({
        credencial: (renovar) => this.#credencial(renovar),
        avisar: (suceso, detalle) => this.#avisar(suceso, detalle),
        alNoAbrir: (error) => this.#alNoAbrir(error),
        reiniciar: () => this.#otra(),
      });
      instancia.cambiarBarra(this.#conBarra());
      instancia.cambiarInicio(this.#inicio());
      this.#raiz.replaceChildren(instancia.montaje);
      this.#raiz.addEventListener("click", this.#alPulsar);
      addEventListener("online", this.#alVolverLaRed);
      this.#medir(instancia.montaje);
      this.#vestir();
      this.#revisarIdioma();
      this.#revisarDestino("tramite");
      this.#revisarDestino("pagina");
      await instancia.seguir();
      if (this.#instancia !== instancia) return;
      instancia.cambioLaCredencial();
      this.#lista.resolve();
      this.#emitir("lista", {});
      this.#atender();
      this.#enviarLoPendiente(instancia);
    } catch (error) {
      if (turno === this.#turno) this.#alNoAbrir(error);
    }
  }

  #cerrar() {
    this.#turno++;
    this.#medidor?.disconnect();
    this.#raiz.removeEventListener("click", this.#alPulsar);
    removeEventListener("online", this.#alVolverLaRed);
    if (this.#copia) estacionar(this.#copia);
    this.#copia = null;
    this.#raiz.replaceChildren(document.createElement("slot"));
  }

  #alVolverLaRed = () => this.#instancia && this.#enviarLoPendiente(this.#instancia);

  /** What waits to be sent leaves whatever page of the portal is open, once nobody is waiting for the page. */
  #enviarLoPendiente(instancia) {
    const alOcio = globalThis.requestIdleCallback ?? ((tarea) => setTimeout(tarea, 500));
    alOcio(() => {
      if (this.#instancia === instancia) instancia.enviarLoPendiente().catch(() => {}); // tried again when its page is opened
    });
  }

  /** A portal that gives tokens when asked is asked before anything is drawn: who is working decides what is. */
  async #primeraCredencial() {
    if (this.#token || !this.#renovar) return;
    const plazo = new Promise((listo) => {
      this.#llegoLaCredencial = listo;
      setTimeout(listo, ESPERA_DE_CREDENCIAL);
    });
    await Promise.race([this.#credencial(true).catch(() => {}), plazo]);
  }

  /** Another copy takes the place of this one. */
  #otra() {
    this.#cerrar();
    if (this.isConnected) this.#abrir();
  }

  /** Properties that were set before the script arrived are on the element itself: they go through the setters. */
  #propiedadesDeAntes() {
    for (const nombre of ["token", "renovarToken", "tramite"]) {
      if (!Object.hasOwn(this, nombre)) continue;
      const valor = this[nombre];
      delete this[nombre];
      this[nombre] = valor;
    }
  }

  #inicio() {
    const pagina = this.getAttribute("pagina") ?? "";
    if (this.tramite) return TRAMITES.includes(this.tramite) ? `#/tramites/${this.tramite}` : "#/tramites";
    return PAGINAS.includes(pagina) ? `#/${pagina}` : "#/prevision";
  }

  #conBarra() {
    const barra = this.getAttribute("barra");
    if (barra === "completa" || barra === "ninguna") return barra === "completa";
    return !this.tramite && !this.hasAttribute("pagina");
  }

  #api() {
    const escrita = this.getAttribute("api") || AQUI.href;
    if (!URL.canParse(escrita, document.baseURI)) {
      throw Object.assign(new TypeError(`«${escrita}» no es una dirección: revise el atributo «api».`), { codigo: "api" });
    }
    const servidor = new URL(escrita, document.baseURI).href;
    return servidor.replace(/(\/api\/v1)?\/?$/, "/api/v1/");
  }

  /**
   * What was written for one server is kept apart from another's, and so is what each person of a portal wrote: payrolls,
   * sheets and settings are of nobody inside a store.
   */
  #base() {
    const servidor = this.#api();
    const base = servidor === new URL("/api/v1/", location.href).href ? "ventanilla" : `ventanilla ${servidor}`;
    const sujeto = this.#sujeto();
    return sujeto ? `${base} ${sujeto}` : base;
  }

  #conCredencial() {
    return Boolean(this.#token || this.#renovar);
  }

  /** Issuer and subject of the token, only to keep apart what is kept in this browser: the server alone verifies it. */
  #sujeto() {
    if (!this.#conCredencial()) return "";
    try {
      const cuerpo = this.#token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
      const { iss, sub } = JSON.parse(atob(cuerpo));
      return `${iss ?? ""}|${sub ?? ""}`;
    } catch {
      return ""; // nothing is remembered of somebody who cannot be told apart
    }
  }

  async #credencial(renovar) {
    if ((renovar || !this.#token) && this.#renovar) {
      const [antes, de] = [this.#token, this.#sujeto()];
      // several requests at once ask the portal once
      this.#pidiendo ??= this.#pedirCredencial().finally(() => (this.#pidiendo = null));
      const nuevo = await this.#pidiendo;
      // the portal gave another meanwhile: what it said last counts
      if (this.#token !== antes) return this.#sujeto() === de ? this.#token : "";
      if (!nuevo) return ""; // no answer is not "nobody": what is in sight stays
      this.token = nuevo;
      // another person than the one who asked: what was being asked is not theirs
      if (de !== this.#sujeto()) return "";
    }
    return this.#token;
  }

  /** What the portal's function gives; nothing, and the portal is told why, if it gives nothing. */
  async #pedirCredencial() {
    let porque = "`renovarToken` no dio ninguna credencial.";
    try {
      const nuevo = String((await this.#renovar()) ?? "");
      if (nuevo) {
        this.#sinCredencialDicho = false;
        return nuevo;
      }
    } catch (error) {
      porque = `\`renovarToken\` falló: ${error?.message ?? error}`;
    }
    if (!this.#sinCredencialDicho) this.#emitir("error", { codigo: "credencial", mensaje: porque });
    this.#sinCredencialDicho = true; // once, until it gives one
    return "";
  }

  #vestir() {
    const tema = this.getAttribute("tema") ?? "";
    const montaje = this.#raiz.querySelector(".ventanilla");
    if (TEMAS.includes(tema)) montaje?.setAttribute("data-tema", tema);
    else montaje?.removeAttribute("data-tema");
    if (tema && !TEMAS.includes(tema)) {
      this.#emitir("error", { codigo: "tema", mensaje: `El tema «${tema}» no existe; hay: ${TEMAS.join(", ")}.` });
    }
  }

  /** A name that does not exist is told; meanwhile there is something to see. */
  #revisarDestino(atributo) {
    const valor = this.getAttribute(atributo);
    const hay = atributo === "tramite" ? TRAMITES : PAGINAS;
    if (!valor || hay.includes(valor)) return;
    this.#emitir("error", { codigo: atributo, mensaje: noHay(valor) });
  }

  #revisarIdioma() {
    const idioma = this.getAttribute("idioma") ?? "";
    if (idioma && !/^es(-MX)?$/i.test(idioma)) {
      const mensaje = `Ventanilla está en español de México; el idioma «${idioma}» no existe y se sigue en es-MX.`;
      this.#emitir("error", { codigo: "idioma", mensaje });
    }
  }

  /** All sizes are in the letter of the place where the element is: whoever enlarges the portal's enlarges these. */
  #medir(montaje) {
    const testigo = elemento("span", "");
    testigo.setAttribute("aria-hidden", "true");
    const estilo = { position: "absolute", visibility: "hidden", inlineSize: "1em", blockSize: "1em", pointerEvents: "none" };
    Object.assign(testigo.style, estilo);
    this.#raiz.append(testigo);
    const ajustar = () => {
      const letra = parseFloat(getComputedStyle(this).fontSize);
      if (letra > 0) montaje.style.setProperty("--v-rem", `${letra}px`);
    };
    this.#medidor = new ResizeObserver(ajustar);
    this.#medidor.observe(testigo);
    ajustar();
  }

  /** Links to our own pages do not touch the portal's address. */
  #alPulsar = (evento) => {
    const enlace = evento.composedPath().find((e) => e instanceof HTMLAnchorElement);
    const destino = enlace?.getAttribute("href") ?? "";
    if (evento.defaultPrevented || evento.button !== 0 || !destino.startsWith("#")) return;
    evento.preventDefault();
    if (destino.startsWith("#/")) this.#instancia?.ir(destino);
    else this.#raiz.getElementById(destino.slice(1))?.focus();
  };

  #avisar(suceso, detalle) {
    if (suceso === "borrador") this.#pedido = null; // it began
    if (suceso === "detenida") {
      this.#mostrarFalla("Ventanilla se detuvo", "Hubo una falla del programa. Lo que escribió está guardado en este equipo.");
      return this.#emitir("error", { codigo: "detenida", mensaje: "Hubo una falla del programa." });
    }
    this.#emitir(suceso, detalle);
  }

  #alNoAbrir(error) {
    console.error(error);
    const explicacion = error?.codigo ? error.message : motivo(error);
    this.#fallo = error;
    this.#mostrarFalla("No se pudo abrir Ventanilla", explicacion);
    this.#lista.reject(error);
    this.#lista.promise.catch(() => {});
    this.#emitir("error", { codigo: error?.codigo ?? "no_abrio", mensaje: explicacion });
  }

  #mostrarFalla(titulo, explicacion) {
    if (this.#raiz.querySelector("[data-falla]")) return;
    if (!this.#copia) this.#raiz.replaceChildren(elemento("div", "ventanilla"));
    this.#raiz.querySelector(".ventanilla").prepend(aviso(titulo, explicacion, "Intentar otra vez", () => this.#reintentar()));
  }

  /** Tries again, without touching the portal's page: the page that did not open, or everything if nothing did. */
  #reintentar() {
    const instancia = this.#instancia;
    if (!instancia || instancia.detenida || !instancia.abierta) return this.#otra();
    instancia.seguir().catch((error) => this.#alNoAbrir(error));
  }

  #emitir(nombre, detail) {
    // an `error` that reached the window would be taken for one of the portal's program
    const suceso = new CustomEvent(nombre, { detail, bubbles: nombre !== "error", composed: true });
    cuandoEscuchen(() => this.dispatchEvent(suceso));
  }
}

/** How long the first token is waited for before drawing the page of nobody. */
const ESPERA_DE_CREDENCIAL = 5_000;

/** Answers as they are kept: texts. A number is its digits, and yes or no are «si» and «no». */
function comoTextos(respuestas) {
  if (typeof respuestas !== "object" || respuestas === null || Array.isArray(respuestas)) {
    throw new TypeError("Las respuestas son un objeto: { \"patron.rfc\": \"…\" }.");
  }
  const textos = {};
  for (const [ruta, valor] of Object.entries(respuestas)) {
    if (valor === null || valor === undefined) continue;
    if (typeof valor === "boolean") textos[ruta] = valor ? "si" : "no";
    else if (typeof valor === "string" || Number.isFinite(valor)) textos[ruta] = String(valor);
    else throw new TypeError(`La respuesta de «${ruta}» es un texto, un número o un sí o no.`);
  }
  return textos;
}

let escuchan = document.readyState === "complete";
const porDecir = [];
/** While the portal's page loads its own scripts may not be listening yet: what happens meanwhile is told afterwards, in order. */
function cuandoEscuchen(decir) {
  if (escuchan) decir();
  else porDecir.push(decir);
}
for (const suceso of ["DOMContentLoaded", "load"]) {
  addEventListener(suceso, () => {
    escuchan = true;
    for (const decir of porDecir.splice(0)) decir();
  }, { once: true });
}

function noHay(nombre) {
  return `«${nombre}» no es una página ni un trámite. Páginas: ${PAGINAS.join(", ")}. Trámites: ${TRAMITES.join(", ")}.`;
}

function conResolutores() {
  const todo = {};
  todo.promise = new Promise((resolve, reject) => Object.assign(todo, { resolve, reject }));
  return todo;
}

/** What can be promised without a network on the page that embeds us. */
function promesaDelSitio() {
  const trabajador = navigator.serviceWorker?.controller?.scriptURL ?? "";
  if (new URL("sw.js", AQUI).href === trabajador) return "Esta página funciona también sin red.";
  return "Sin red puede seguir con lo que ya abrió mientras no cierre esta página; lo que escribe se guarda en este navegador.";
}

if (!customElements.get("ventanilla-imss")) customElements.define("ventanilla-imss", VentanillaImss);
