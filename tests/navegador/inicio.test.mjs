// The start of the page: strict CSP, each file fetched once, window.ventanilla, readable failures.
import { test } from "node:test";
import assert from "node:assert/strict";
import { conNavegador } from "./comun.mjs";

const pagina = conNavegador();

test("abre sin una palabra en la consola y pide cada archivo una vez", async (t) => {
  const { page, pedidos } = await pagina(t);
  await page.waitForTimeout(3500); // Chromium complains of unused preloads after three seconds
  assert.equal(await page.locator("[data-cargando]").count(), 0);
  assert.deepEqual([...pedidos].sort(), [...new Set(pedidos)].sort());
});

test("la política de seguridad del servidor es estricta", async (t) => {
  const { page } = await pagina(t);
  const respuesta = await page.request.get(page.url());
  const csp = respuesta.headers()["content-security-policy"] ?? "";
  assert.match(csp, /script-src 'self' 'wasm-unsafe-eval'(;|$)/);
  assert.doesNotMatch(csp, /unsafe-inline|'unsafe-eval'/);
});

test("calcula para quien la hospeda", async (t) => {
  const { page } = await pagina(t);
  const entrada = { desde: "2026-11-09", dias_habiles: 5, clase: "aviso_afiliatorio" };
  const deObjeto = await page.evaluate((e) => window.ventanilla.calcular("plazo", e), entrada);
  const deTexto = await page.evaluate((e) => window.ventanilla.calcular("plazo", JSON.stringify(e)), entrada);
  assert.ok(deObjeto.vence);
  assert.deepEqual(deObjeto, deTexto);
  const mala = await page.evaluate(() => window.ventanilla.calcular("plazo", "no es json"));
  assert.ok(mala.hallazgos.length > 0);
});

test("dice en español que no pudo abrir", async (t) => {
  const { page } = await pagina(t, {
    esperar: false,
    permitir: [/404/],
    antes: (p) => p.route("**/*.wasm", (r) => r.fulfill({ status: 404, body: "" })),
  });
  const aviso = page.locator("[data-falla]");
  await aviso.waitFor();
  assert.match(await aviso.innerText(), /No se pudo abrir Ventanilla/);
  assert.equal(await page.locator("[data-cargando]").count(), 0);
});

test("cada página tiene su dirección, su título y recibe el foco", async (t) => {
  const { page } = await pagina(t);
  for (const [enlace, titulo] of [
    ["Escenarios", "Escenarios"],
    ["Parámetros", "Parámetros"],
    ["Ayuda", "Ayuda"],
    ["Cuotas", "Previsión de cuotas"],
  ]) {
    await page.getByRole("navigation", { name: "Secciones" }).getByRole("link", { name: enlace }).click();
    await page.getByRole("heading", { level: 1, name: titulo }).waitFor();
    await page.waitForFunction((t) => document.title === t, `${titulo} · Ventanilla`);
    assert.equal(await page.evaluate(() => document.activeElement.id), "principal", titulo);
  }
});
