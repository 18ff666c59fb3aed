// Practising a case, as a person or a script does: nothing but the keyboard.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { archivo } from "./comun.mjs";
import { tabularHasta } from "./tramite.mjs";

/** A case of the library, whole. */
export const caso = (clave) => JSON.parse(readFileSync(archivo(`crates/capacitacion/casos/${clave}.json`), "utf8"));

/** Takes the focus, with the tabulator, to what a locator finds, and presses a key on it. */
export async function pulsar(page, locator, tecla = "Enter", limite = 150) {
  await locator.waitFor();
  for (let i = 0; i < limite; i += 1) {
    if (await locator.evaluate((e) => e === document.activeElement)) return page.keyboard.press(tecla);
    await page.keyboard.press("Tab");
  }
  assert.fail(`con el tabulador no se llega a ${locator}`);
}

/** Chooses a case of the library and opens it. */
export async function practicar(page, clave) {
  const { titulo } = caso(clave);
  await tabularHasta(page, "buscar-caso");
  await page.keyboard.type(titulo);
  await pulsar(page, page.getByRole("button", { name: `Practicar ${titulo}` }));
  await page.getByRole("heading", { level: 1, name: titulo }).waitFor();
}

/** Writes on the sheet of answers. */
async function anotar(page, id, valor) {
  await tabularHasta(page, id, 200);
  const opciones = await page.locator(`select#${id} option`).evaluateAll((es) => es.map((e) => e.value));
  if (opciones.length === 0) return page.keyboard.type(valor);
  assert.ok(opciones.includes(valor), `${id} no tiene la opción ${valor}`);
  for (let i = 0; i < opciones.indexOf(valor); i += 1) await page.keyboard.press("ArrowDown");
}

/** Answers the sheet with what is expected, or with something else where `otras` says so. */
export async function contestarHoja(page, clave, otras = {}) {
  const { esperado } = caso(clave);
  const datos = esperado.campos.filter((c) => !c.clave.startsWith("tramite:"));
  for (const [i, d] of datos.entries()) await anotar(page, `dato-${i}`, otras[d.clave] ?? d.valor);
  for (const [i, c] of esperado.cifras.entries()) await anotar(page, `cifra-${i}`, otras[c.clave] ?? c.valor);
}

/** Reports a finding: searched by its words, chosen with the keyboard. */
export async function senalar(page, palabras, texto) {
  await tabularHasta(page, "buscar-hallazgo", 200);
  await page.keyboard.type(palabras);
  await pulsar(page, page.getByRole("button", { name: texto }));
  await page.waitForFunction(() => document.activeElement?.id === "buscar-hallazgo");
}

/** The score that is shown. */
export const nota = async (page) => {
  const texto = page.locator(".v-nota strong");
  await texto.waitFor();
  return texto.innerText();
};
