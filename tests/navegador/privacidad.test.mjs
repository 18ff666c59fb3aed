// A preview of what is owed never leaves the browser: once the page is loaded, nothing is asked of anybody.
import { test } from "node:test";
import assert from "node:assert/strict";
import { conNavegador } from "./comun.mjs";
import {
  COLUMNA,
  abrirCsv,
  bajado,
  csvGrande,
  ejemplo,
  escribir,
  exportarJson,
  guardado,
  menu,
  prima,
  total,
} from "./nomina.mjs";

const pagina = conNavegador();

test("después de cargar no se pide nada, y todo funciona sin red", async (t) => {
  const { page, pedidos } = await pagina(t);
  await page.evaluate(() => window.ventanilla.calcular("plazo", "{}")); // the host's door may be a file of its own
  await page.waitForTimeout(500);
  const cargado = pedidos.length;
  const canales = [];
  page.on("websocket", (w) => canales.push(w.url()));
  page.on("worker", (w) => canales.push(w.url()));
  await page.context().setOffline(true);
  // The browser itself asks again for the icon of the tab at each change of address; it says nothing of the payroll.
  const icono = await page.evaluate(() => document.querySelector("link[rel=icon]").href);
  await page.context().route("**", (ruta) => {
    if (ruta.request().url() !== icono) return ruta.abort();
    return ruta.fulfill({ contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  });

  await ejemplo(page);
  await escribir(page, 6, COLUMNA.nombre, "Inés Simulada");
  await escribir(page, 6, COLUMNA.cuota, "777.77");
  await page.locator("#y-si-aumento").fill("10");
  await page.locator(".v-comparacion").waitFor();
  await total(page).locator("button").click();
  await page.locator("dialog[open]").waitFor();
  await page.keyboard.press("Escape");
  await exportarJson(page);
  await bajado(page, () => menu(page, "Exportar resultados (CSV)"));
  await bajado(page, () => page.getByRole("button", { name: "Bajar plantilla" }).click());
  await guardado(page);
  await page.getByRole("button", { name: "Cédula" }).click();
  await page.locator(".v-cedula").waitFor();
  for (const enlace of ["Parámetros", "Escenarios", "Ayuda", "Cuotas"]) {
    await page.getByRole("navigation", { name: "Secciones" }).getByRole("link", { name: enlace }).click();
    await page.getByRole("heading", { level: 1, name: enlace }).waitFor();
  }
  await menu(page, "Nuevo escenario");
  await prima(page, "0.54355");
  await abrirCsv(page, "nomina.csv", csvGrande(50));
  await total(page).waitFor();
  await page.evaluate(() => window.ventanilla.calcular("plazo", "{}"));
  await guardado(page);
  await page.waitForTimeout(500);

  const ajenos = (p) => p.startsWith("GET blob:") || p === `GET ${icono}`;
  const nuevos = pedidos.slice(cargado).filter((p) => !ajenos(p));
  assert.deepEqual(nuevos, [], "hubo pedidos");
  assert.deepEqual(canales, []);
  const recursos = await page.evaluate(() => performance.getEntriesByType("resource").map((r) => new URL(r.name).origin));
  assert.deepEqual([...new Set(recursos)], [new URL(page.url()).origin], "todo vino de un mismo sitio");
});

test("lo escrito no queda en la dirección, ni en cookies, ni en localStorage", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  await guardado(page);
  assert.equal(new URL(page.url()).search, "");
  assert.ok(["", "#/prevision"].includes(new URL(page.url()).hash));
  assert.deepEqual(await page.context().cookies(), []);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
});
