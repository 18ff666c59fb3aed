// The files of SUA in Previsión: opened, computed, and written back.
import { test } from "node:test";
import assert from "node:assert/strict";
import { axe, conNavegador } from "./comun.mjs";
import { cuadraConElPrograma, guardado, menu, prima, texto, total } from "./nomina.mjs";

const pagina = conNavegador();

/** The sample files, as the page hands them over. */
async function muestras(page) {
  const bajadas = [];
  page.on("download", (bajada) => bajadas.push(bajada));
  await menu(page, "Archivos de SUA de muestra");
  while (bajadas.length < 2) await page.waitForTimeout(50);
  return Object.fromEntries(await Promise.all(bajadas.map(async (b) => [b.suggestedFilename(), await leer(b)])));
}

async function leer(bajada) {
  const trozos = [];
  for await (const trozo of await bajada.createReadStream()) trozos.push(trozo);
  return Buffer.concat(trozos);
}

const abrirDeSua = (page, archivos) =>
  page
    .locator("input[data-abrir-sua]")
    .setInputFiles(Object.entries(archivos).map(([name, buffer]) => ({ name, mimeType: "text/plain", buffer: Buffer.from(buffer) })));

const aviso = (page) => page.locator("section[aria-labelledby=titulo-nomina] .v-aviso");

/** October 2026, when the sample happens: the month before the day of the tests. */
async function octubre(page) {
  assert.equal(await page.locator("#periodo-numero").inputValue(), "10");
  assert.equal(await page.locator("#periodo-anio").inputValue(), "2026");
}

test("ASEG y MOVT juntos hacen la nómina; las cifras son las del programa; de vuelta salen los mismos bytes", async (t) => {
  const { page, pedidos } = await pagina(t, { ruta: "#/prevision" });
  const archivos = await muestras(page);
  assert.equal(archivos["ASEG.TXT"].length, 5 * 166);
  assert.equal(archivos["MOVT.TXT"].length, 4 * 51);
  await octubre(page);
  await prima(page, "1.13065");
  const antes = pedidos.length;
  await abrirDeSua(page, archivos);
  await aviso(page).getByText("Se agregaron 5 trabajadores de ASEG. Se agregaron 4 movimientos de MOVT.").waitFor();
  await aviso(page).getByText(/5 trabajadores: traen clave de ubicación/).waitFor();
  assert.equal(await page.locator("#patron-registro").inputValue(), "Z9900001108");
  assert.equal(await texto(page, 3, 1), "MUÑOZ MUESTRA, DEMO, LUCIA");
  await total(page).waitFor();
  const { respuestas } = await cuadraConElPrograma(page);
  assert.equal(respuestas[0].trabajadores.length, 5);
  // Aldo left on the 20th: twenty days
  const aldo = respuestas[0].trabajadores.find((w) => w.nombre.includes("ALDO"));
  assert.equal(aldo.dias.naturales ?? aldo.dias, 20);
  assert.deepEqual(pedidos.slice(antes).filter((p) => !p.includes("/puerta-") && !p.includes("modulos.json")), []);

  const bajadas = [];
  page.on("download", (b) => bajadas.push(b));
  await menu(page, "Exportar para SUA (ASEG y MOVT)");
  while (bajadas.length < 2) await page.waitForTimeout(50);
  const escritos = Object.fromEntries(await Promise.all(bajadas.map(async (b) => [b.suggestedFilename(), await leer(b)])));
  assert.equal(escritos["MOVT.TXT"].compare(archivos["MOVT.TXT"]), 0);
  // all but the key of the workplace, which was said
  const sinUbicacion = (b) => b.toString("latin1").replaceAll("PLANTA", "      ");
  assert.equal(escritos["ASEG.TXT"].toString("latin1"), sinUbicacion(archivos["ASEG.TXT"]));

  // opened again, nothing is repeated, and it can be undone
  await guardado(page);
  await abrirDeSua(page, archivos);
  await aviso(page).getByText("4 ya estaban en la hoja y no se repitieron.").waitFor();
});

test("lo que está mal se dice con su renglón y su posición; otro archivo se llama por su nombre", async (t) => {
  const { page } = await pagina(t, { ruta: "#/prevision" });
  const archivos = await muestras(page);
  await octubre(page);
  const roto = archivos["ASEG.TXT"].toString("latin1").replace("99189800040", "9918980004X").replace("01032024", "32032024");
  await abrirDeSua(page, { "ASEG.TXT": roto });
  await aviso(page).getByText("«ASEG.TXT»: 2 renglones no se leyeron.").waitFor();
  await aviso(page).getByText("Renglón 1, posiciones 106 a 113, fecha de alta: «32032024» no es una fecha").waitFor();
  await aviso(page).getByText("Renglón 2, posiciones 12 a 22, NSS: «9918980004X»").waitFor();
  for (const linea of await axe(page, "SUA con errores")) t.diagnostic(linea);
  await abrirDeSua(page, { "CRED.TXT": `${"0".repeat(52)}\r\n` });
  await page.getByText(/CRED\.TXT de SUA \(créditos\)/).waitFor();
  await abrirDeSua(page, { "foto.txt": Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 1, 2]) });
  await page.getByText("No se pudo leer el archivo").waitFor();
});

test("si la nómina puede ser otra se pregunta antes; la que había queda guardada", async (t) => {
  const { page } = await pagina(t, { ruta: "#/prevision" });
  await page.getByRole("button", { name: "Ver una nómina de ejemplo" }).click();
  await total(page).waitFor();
  await page.locator("#nombre-escenario").fill("La de siempre");
  await guardado(page);
  const archivos = await muestras(page);
  const primero = await texto(page, 0, 1);

  await abrirDeSua(page, archivos);
  const pregunta = page.getByRole("group", { name: /^ASEG (trae|es de otro)/ });
  await pregunta.waitFor();
  assert.equal(await texto(page, 0, 1), primero, "nada cambió todavía");
  for (const linea of await axe(page, "SUA pregunta")) t.diagnostic(linea);
  await page.keyboard.press("Shift+Tab");
  await pregunta.getByRole("button", { name: "Dejarlo como está" }).focus();
  await page.keyboard.press("Enter");
  await pregunta.waitFor({ state: "detached" });
  assert.equal(await texto(page, 0, 1), primero);

  await abrirDeSua(page, archivos);
  await pregunta.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Abrirlos como otra nómina");
  await page.keyboard.press("Enter");
  await aviso(page).getByText("Se agregaron 5 trabajadores de ASEG.").waitFor();
  assert.equal(await texto(page, 3, 1), "MUÑOZ MUESTRA, DEMO, LUCIA");
  assert.equal(await page.locator("#patron-registro").inputValue(), "Z99-00001-10-8");
  await guardado(page);
  await menu(page, "Ver todos los escenarios");
  await page.getByText("La de siempre").first().waitFor();
});

test("lo que falta para escribirlos se dice todo, y lleva a su fila; con el teclado", async (t) => {
  const { page } = await pagina(t, { ruta: "#/prevision" });
  await page.getByRole("button", { name: "Ver una nómina de ejemplo" }).click();
  await total(page).waitFor();
  await menu(page, "Exportar para SUA (ASEG y MOVT)");
  const alerta = page.getByRole("alert").filter({ hasText: "Todavía no se pueden escribir" });
  await alerta.waitFor();
  const falta = alerta.getByRole("button", { name: /^Trabajadores, fila 1: nombre/ });
  await falta.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.closest(".v-hoja-marco"));
  for (const linea of await axe(page, "faltas para SUA")) t.diagnostic(linea);
});
