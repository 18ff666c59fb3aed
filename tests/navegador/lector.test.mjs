// The reader of foreign files in its Worker: whatever a file does there, the page tells it and goes on.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { archivo, axe, conNavegador } from "./comun.mjs";

const pagina = conNavegador();
const dato = (nombre) => readFileSync(archivo(`crates/archivos/tests/datos/emision/${nombre}`));
const soltar = (page, name, buffer) => page.locator("#emision").setInputFiles({ name, mimeType: "application/vnd.ms-excel", buffer });
const dice = (page, texto) => page.locator("main").getByText(texto).first().waitFor({ timeout: 60_000 });

/** The page answers: the sample is read after all that. */
async function sigueViva(page) {
  await soltar(page, "otro.csv", Buffer.from("NSS,Nombre\r\n99068400011,FICTICIA\r\n"));
  await dice(page, "El archivo es texto (como un CSV)");
}

test("un archivo que detiene al lector se dice, y la página sigue", async (t) => {
  const { page } = await pagina(t, { ruta: "#/confronta" });
  await soltar(page, "danado.xls", dato("panico-cadenas.xls"));
  await dice(page, "El archivo está dañado de un modo que detiene al lector");
  await axe(page, "detenido");
  await sigueViva(page);
});

test("lo que no es una emisión se dice con qué es y qué hacer", async (t) => {
  const { page } = await pagina(t, { ruta: "#/confronta" });
  const casos = [
    ["vacio.xls", Buffer.alloc(0), "El archivo está vacío"],
    ["libro.xls", Buffer.from("PK\x03\x04 lo que sea"), "es un libro de Excel (.xlsx)"],
    ["portal.xls", Buffer.from("<html><table><tr><td>NSS</td></tr></table></html>"), "HTML o XML"],
    ["corto.xls", dato("panico-cadenas.xls").subarray(0, 2_000), "dañado o incompleto"],
    ["formula.xls", dato("rechazado-formula-larga.xls"), "dañado o incompleto"],
  ];
  for (const [nombre, bytes, esperado] of casos) {
    await soltar(page, nombre, bytes);
    await dice(page, esperado);
  }
  await sigueViva(page);
});

test("sin la red para bajar el lector se dice, y al volver se puede", async (t) => {
  const { page } = await pagina(t, { ruta: "#/confronta", permitir: [/lector-|ERR_FAILED/] });
  await page.route(/lector-.*\.wasm/, (r) => r.abort());
  await soltar(page, "una.xls", dato("panico-cadenas.xls"));
  await dice(page, "No llegó completo el lector de archivos");
  await page.unroute(/lector-.*\.wasm/);
  await sigueViva(page);
});

test("un lector que no dice nada se deja a los treinta segundos", async (t) => {
  const { page } = await pagina(t, { ruta: "#/confronta", reloj: false });
  await page.route(/obrero\.js/, (r) => r.fulfill({ contentType: "text/javascript", body: "addEventListener('message', () => { for (;;); });" }));
  const desde = Date.now();
  await soltar(page, "lento.xls", dato("panico-cadenas.xls"));
  await dice(page, "El archivo tardó demasiado");
  assert.ok(Date.now() - desde > 29_000);
  await page.unroute(/obrero\.js/);
  await sigueViva(page);
});
