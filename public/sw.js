// Ventanilla's service worker: keeps the whole page of one version, so that it opens and works without a network.
// `cargo xtask build` writes the version and the list (crates/xtask/src/trabajador.rs); nothing else is ever kept, and what
// goes to `api/` never passes through here.
const VERSION = "sin construir";
/** Every file of the page: its name, its contents (Subresource Integrity), and whether the name changes with them. */
const ARCHIVOS = [];

const PREFIJO = `ventanilla ${self.registration.scope} `;
const CAJA = PREFIJO + VERSION;
const ALCANCE = new URL(self.registration.scope);
/** In a box: the windows that were open when it took over, which go on with the version they began with. */
const VIEJOS = new URL("sw.js?viejos", ALCANCE).href;

/** In a box: when it took over. */
const VIGENTE = new URL("sw.js?vigente", ALCANCE).href;

/** The boxes that there are, the oldest first. */
const cajas = async () => (await caches.keys()).filter((nombre) => nombre.startsWith(PREFIJO));

self.addEventListener("install", (evento) => evento.waitUntil(guardarTodo()));

/** All or nothing: a file that is of another version, because the site is being changed right now, ends the attempt. */
async function guardarTodo() {
  // what is left of an attempt that failed, or of the same version long ago, does not count
  await caches.delete(CAJA);
  try {
    await guardarCadaUno(await caches.open(CAJA));
  } catch (error) {
    await caches.delete(CAJA);
    throw error;
  }
}

async function guardarCadaUno(caja) {
  await Promise.all(
    ARCHIVOS.map(async ([nombre, integrity, conHuella]) => {
      const url = new URL(nombre, ALCANCE).href;
      const respuesta = await fetch(url, { integrity, cache: conHuella ? "default" : "no-cache", credentials: "same-origin" });
      if (!respuesta.ok) throw new Error(`${respuesta.status} ${nombre}`);
      await caja.put(url, respuesta);
    }),
  );
}

self.addEventListener("activate", (evento) => evento.waitUntil(empezar()));

async function empezar() {
  const otras = (await cajas()).filter((nombre) => nombre !== CAJA);
  const anterior = await laQueEstaba(otras);
  // the one that was in force stays for the windows that still run it; versions that nobody took go
  await Promise.all(otras.filter((nombre) => nombre !== anterior).map((nombre) => caches.delete(nombre)));
  await (await caches.open(CAJA)).put(VIGENTE, new Response(String(Date.now())));
  if (anterior) {
    const ventanas = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const caja = await caches.open(CAJA);
    await caja.put(VIEJOS, new Response(JSON.stringify(ventanas.map((v) => v.id))));
  }
  await self.clients.claim();
}

/** Of the other boxes, the one that took over last. */
async function laQueEstaba(otras) {
  let [anterior, cuando] = ["", -1];
  for (const nombre of otras) {
    const marca = await caches.match(VIGENTE, { cacheName: nombre });
    const momento = marca ? Number(await marca.text()) : 0;
    if (momento >= cuando) [anterior, cuando] = [nombre, momento];
  }
  return anterior;
}

// Another version takes over only when somebody asks for it (public/fuera_de_linea.js).
self.addEventListener("message", (evento) => {
  if (evento.data === "actualizar") self.skipWaiting();
});

const NOMBRES = new Set(ARCHIVOS.map(([nombre]) => nombre));

self.addEventListener("fetch", (evento) => {
  const { request } = evento;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== ALCANCE.origin || !url.pathname.startsWith(ALCANCE.pathname)) return;
  const nombre = url.pathname.slice(ALCANCE.pathname.length) || "index.html";
  if (nombre.startsWith("api/") || nombre === "sw.js") return;
  // a name with its contents in it may be of the previous version
  if (!NOMBRES.has(nombre) && !/-[0-9a-f]{12,16}(_bg)?\.\w+$/.test(nombre)) return;
  evento.respondWith(contestar(request, nombre, evento.clientId));
});

async function contestar(request, nombre, cliente) {
  const url = new URL(nombre, ALCANCE).href;
  const orden = [CAJA, ...(await cajas()).filter((otra) => otra !== CAJA).reverse()];
  if (request.mode !== "navigate" && orden.length > 1 && (await esVieja(cliente))) orden.reverse();
  for (const caja of orden) {
    const guardada = await caches.match(url, { cacheName: caja });
    if (guardada) return guardada;
  }
  return fetch(request);
}

/** Whether a window was there before this version took over. */
async function esVieja(cliente) {
  const viejas = await caches.match(VIEJOS, { cacheName: CAJA });
  return Boolean(cliente && viejas && (await viejas.json()).includes(cliente));
}
