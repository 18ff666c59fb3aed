// What every browser test shares: one Chromium a file, pages that must stay silent in the console, axe, and the native
// program to compare with. Environment: VENTANILLA_URL (served page), VENTANILLA_BIN (native program), CHROMIUM.
import { after, before } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const URL_BASE = process.env.VENTANILLA_URL;
/** A file of the repository. */
export const archivo = (ruta) => fileURLToPath(new URL(`../../${ruta}`, import.meta.url));
/** The day on which every test happens, unless it measures time. */
export const HOY = new Date("2026-11-22T12:00:00-06:00");

/** How every browser is started. */
export const ARGUMENTOS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Starts the browser. */
export function lanzar() {
  assert.ok(URL_BASE, "falta VENTANILLA_URL: corra estas pruebas con «cargo xtask test»");
  return chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ARGUMENTOS });
}

/** A new page with an empty store. What it says in the console, and what it asks for, is noted. */
export async function abrir(navegador, opciones = {}) {
  const { ancho = 1280, alto = 900, ruta = "", reloj = true, contexto = {}, esperar = true, antes } = opciones;
  const propio = await navegador.newContext({
    locale: "es-MX",
    timezoneId: "America/Mexico_City",
    viewport: { width: ancho, height: alto },
    // tests intercept what is asked for; those of the worker itself (fuera_de_linea.test.mjs) allow it
    serviceWorkers: "block",
    ...contexto,
  });
  // Only the date: `page.clock` would put its own timers and frames in the place of the browser's.
  if (reloj) await propio.addInitScript(adelantar, HOY.getTime());
  await propio.addInitScript(() => {
    addEventListener("securitypolicyviolation", (e) => console.error(`CSP: ${e.violatedDirective} ${e.blockedURI}`));
  });
  const page = await propio.newPage();
  const quejas = [];
  const pedidos = [];
  page.on("console", (m) => {
    const sinTrabajador = m.text().startsWith("Service Worker registration blocked by Playwright");
    if (["error", "warning"].includes(m.type()) && !sinTrabajador) quejas.push(m.text());
  });
  page.on("pageerror", (e) => quejas.push(String(e)));
  page.on("request", (p) => pedidos.push(`${p.method()} ${p.url()}`));
  await antes?.(page);
  await page.goto(URL_BASE + ruta);
  if (esperar) await lista(page);
  return { page, quejas, pedidos };
}

/** Runs in the page: its day is `hoy`, and goes on from there. */
function adelantar(hoy) {
  const Real = Date;
  const inicio = Real.now();
  const ahora = () => hoy + Real.now() - inicio;
  globalThis.Date = class extends Real {
    constructor(...partes) {
      super(...(partes.length > 0 ? partes : [ahora()]));
    }
    static now() {
      return ahora();
    }
  };
}

/** Waits until the module runs. */
export async function lista(page) {
  await page.evaluate(() => window.ventanilla.lista);
  await page.locator("main#principal h1").waitFor();
}

/**
 * One browser for the tests of a file. Gives the function that opens a page for a test; the test fails if the page says
 * anything in the console (`permitir` excepted).
 */
export function conNavegador() {
  let navegador;
  before(async () => {
    navegador = await lanzar();
  });
  after(() => navegador?.close());
  return async function pagina(t, opciones = {}) {
    const abierta = await abrir(navegador, opciones);
    t.after(async () => {
      await abierta.page.context().close();
      const permitir = opciones.permitir ?? [];
      assert.deepEqual(
        abierta.quejas.filter((queja) => !permitir.some((p) => p.test(queja))),
        [],
        "la página se quejó en la consola",
      );
    });
    return abierta;
  };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Checks accessibility: fails on what is serious or critical, and gives what is moderate or minor as lines of text. */
export async function axe(page, donde) {
  await page.evaluate(AXE);
  const resultado = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      resultTypes: ["violations"],
      rules: { "color-contrast": { enabled: true } },
    });
    return violations.map((v) => ({
      regla: v.id,
      impacto: v.impact,
      cuantos: v.nodes.length,
      nodos: v.nodes.slice(0, 3).map((n) => `${n.target.join(" ")}: ${n.failureSummary.split("\n").slice(1).join(";")}`),
    }));
  });
  const graves = resultado.filter((v) => ["serious", "critical"].includes(v.impacto));
  assert.deepEqual(graves, [], `${donde}: faltas de accesibilidad`);
  return resultado.map((v) => `${donde}: ${v.impacto} ${v.regla} (${v.cuantos}) ${v.nodos[0]}`);
}

/** Whether the page is wider than the window. */
export const seDesborda = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    return scrollWidth > clientWidth ? `${scrollWidth} > ${clientWidth}` : "";
  });

/** What the native program answers: the text, and whether it computed something. */
export function nativo(operacion, texto, ...opciones) {
  const { status, stdout, stderr, error } = spawnSync(
    process.env.VENTANILLA_BIN,
    ["calcular", operacion, ...opciones],
    { input: texto, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  if (error) throw error;
  assert.ok(status === 0 || status === 2, `ventanilla calcular terminó con ${status}: ${stderr}`);
  assert.equal(stderr, "");
  return { texto: stdout, calculado: status === 0 };
}

/**
 * What the page's door to the contract answers to each `[operacion, texto]`, as text: what `ventanilla.calcular` reads, not
 * what is left after reading it.
 */
export function calcularEnLaPagina(page, documentos) {
  return page.evaluate(async (documentos) => {
    const leer = JSON.parse;
    const respuestas = [];
    try {
      for (const [operacion, texto] of documentos) {
        JSON.parse = (crudo, ...resto) => {
          respuestas.push(crudo);
          return leer(crudo, ...resto);
        };
        await window.ventanilla.calcular(operacion, texto);
      }
    } finally {
      JSON.parse = leer;
    }
    return respuestas;
  }, documentos);
}
