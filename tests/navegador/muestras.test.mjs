// The form kit, by its fixtures: every kind of question through axe, the keyboard, 400 % zoom and forced colours.
import { test } from "node:test";
import assert from "node:assert/strict";
import { axe, conNavegador, seDesborda } from "./comun.mjs";

const pagina = conNavegador();
const RUTA = "#/muestras";

test("sin faltas serias, vacía y con todos sus errores", async (t) => {
  const { page } = await pagina(t, { ruta: RUTA });
  for (const linea of await axe(page, "vacía")) t.diagnostic(linea);
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "resumen-de-errores");
  await page.waitForTimeout(300);
  for (const linea of await axe(page, "con errores")) t.diagnostic(linea);
});

test("al 400 % nada se sale ni se encima", async (t) => {
  const { page } = await pagina(t, { ruta: RUTA, ancho: 320, alto: 256 });
  assert.equal(await seDesborda(page), "");
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.waitForTimeout(200);
  assert.equal(await seDesborda(page), "");
});

test("con colores forzados los campos y los errores se distinguen", async (t) => {
  const { page } = await pagina(t, { ruta: RUTA, contexto: { forcedColors: "active" } });
  await page.getByRole("button", { name: "Continuar" }).click();
  const borde = await page.locator("#p-textos-corto").evaluate((e) => getComputedStyle(e).borderTopWidth);
  assert.equal(borde, "2px");
  await page.locator("#p-textos-corto-error .v-error").waitFor();
  for (const linea of await axe(page, "colores forzados")) t.diagnostic(linea);
});

test("todo se alcanza y se contesta con el teclado", async (t) => {
  const { page } = await pagina(t, { ruta: RUTA });
  await page.locator("#p-textos-corto").focus();
  const vistos = new Set();
  for (let i = 0; i < 60; i++) {
    vistos.add(await page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim()));
    await page.keyboard.press("Tab");
  }
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll("main :is(input:not([type=radio]), select, textarea)")].map((e) => e.id),
  );
  for (const id of ids) assert.ok(vistos.has(id), `no se llega con el tabulador a ${id}`);
  assert.ok(vistos.has("p-opciones-opcion"), "ni al grupo de opciones");
});

test("cada pregunta dice su nombre, su ayuda y su error a quien no ve", async (t) => {
  const { page } = await pagina(t, { ruta: RUTA });
  await page.locator("#p-identificadores-curp").fill("X");
  await page.locator("#p-identificadores-curp").press("Tab");
  await page.locator("#p-identificadores-curp-error .v-error").waitFor();
  const curp = await page.locator("#p-identificadores-curp").evaluate((e) => ({
    nombre: e.labels[0].textContent.trim(),
    describe: e.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" "),
    requerido: e.getAttribute("aria-required"),
    invalido: e.getAttribute("aria-invalid"),
  }));
  assert.equal(curp.nombre, "CURP");
  assert.match(curp.describe, /RACERF 14/);
  assert.match(curp.describe, /18/);
  assert.deepEqual([curp.requerido, curp.invalido], ["true", "true"]);
});

test("una pregunta que depende de otra aparece, y lo escrito en ella se conserva", async (t) => {
  const { page } = await pagina(t, { ruta: RUTA });
  const depende = page.locator("#p-opciones-porque");
  assert.equal(await depende.count(), 0);
  await page.locator("#p-opciones-sino").check();
  await depende.fill("porque sí");
  await page.locator("#p-opciones-sino-1").check();
  await depende.waitFor({ state: "detached" });
  await page.locator("#p-opciones-sino").check();
  assert.equal(await depende.inputValue(), "porque sí");
});

test("un grupo que se repite: agregar lleva el foco, quitar se deshace", async (t) => {
  const { page } = await pagina(t, { ruta: RUTA });
  await page.locator("#p-personas-0-nombre").fill("Uno");
  await page.getByRole("button", { name: "Agregar otra persona" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "p-personas-1-nombre");
  await page.keyboard.type("Dos");
  await page.getByRole("button", { name: "Quitar Persona 1" }).click();
  assert.equal(await page.locator("#p-personas-0-nombre").inputValue(), "Dos");
  await page.getByRole("button", { name: "Deshacer" }).click();
  assert.equal(await page.locator("#p-personas-1-nombre").inputValue(), "Dos");
  assert.equal(await page.locator("#p-personas-0-nombre").inputValue(), "Uno");
});
