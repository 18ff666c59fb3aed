// A payroll of ten thousand: it is read and computed without the page freezing, and it can be stopped.
import { test } from "node:test";
import assert from "node:assert/strict";
import { conNavegador } from "./comun.mjs";
import { frenar, hastaElTotal, terminar, vigilar } from "./medicion.mjs";
import { abrirCsv, centavos, csvGrande, cuentas, exportarJson, guardado, prima, total, totalEnCentavos } from "./nomina.mjs";

const pagina = conNavegador();
const CUANTOS = 10_000;

async function abrirGrande(page) {
  await prima(page, "0.54355");
  await abrirCsv(page, "grande.csv", csvGrande(CUANTOS));
  await page.getByText("Se agregaron 10,000 filas").first().waitFor();
  await total(page).waitFor();
  await page.locator(".v-avance").waitFor({ state: "detached" });
}

test("diez mil trabajadores: se leen, se calculan como el programa y la página responde", async (t) => {
  const { page } = await pagina(t, { reloj: false });
  await vigilar(page);
  await page.evaluate(() => {
    window.masFilas = 0;
    new MutationObserver(() => {
      window.masFilas = Math.max(window.masFilas, document.querySelectorAll(".v-hoja-lienzo > .v-hoja-fila").length);
    }).observe(document.querySelector("main"), { subtree: true, childList: true });
  });
  await abrirGrande(page);
  await guardado(page);
  const alAbrir = await terminar(page);
  t.diagnostic(`al abrir el CSV, tarea más larga: ${alAbrir.masLarga.toFixed(0)} ms`);

  await vigilar(page);
  const { ms, avances } = await hastaElTotal(page, "#prima", "1.13065");
  await guardado(page);
  const alCalcular = await terminar(page);
  t.diagnostic(`al calcular: ${ms.toFixed(0)} ms, ${avances} avances, tarea más larga: ${alCalcular.masLarga.toFixed(0)} ms`);

  const { documento } = await exportarJson(page);
  assert.equal(documento.entradas[0].entrada.trabajadores.length, CUANTOS);
  const suyas = cuentas(documento);
  assert.equal(await totalEnCentavos(page), suyas.total);
  assert.equal(suyas.respuestas[0].trabajadores_contados, CUANTOS);
  assert.equal(centavos(suyas.respuestas[0].totales.total), suyas.total);

  // No limits in milliseconds here: speed lives in bench.mjs. That only the rows in sight are mounted can be asserted.
  const masFilas = await page.evaluate(() => window.masFilas);
  assert.ok(masFilas > 0 && masFilas < 100, `sólo las filas que se ven están en el documento: hubo ${masFilas}`);
  const { ms: deUna } = await hastaElTotal(page, "#prima", "2.5984");
  t.diagnostic(`otra vez: ${deUna.toFixed(0)} ms`);
  await page.reload();
  await total(page).waitFor();
  await page.getByRole("tab", { name: "Trabajadores (10,000)" }).waitFor();
});

test("«Detener» detiene, lo dice, y «Calcular todo» termina", async (t) => {
  const { page } = await pagina(t, { reloj: false });
  await abrirGrande(page);
  const antes = await totalEnCentavos(page);
  await frenar(page, 12);
  const detenido = await page.evaluate(
    () =>
      new Promise((hecho) => {
        const observador = new MutationObserver(() => {
          const boton = [...document.querySelectorAll("button")].find((b) => b.textContent === "Detener");
          if (!boton) return;
          observador.disconnect();
          const avance = document.querySelector(".v-avance").textContent;
          setTimeout(() => {
            boton.click();
            hecho(avance);
          }, 0);
        });
        observador.observe(document.body, { subtree: true, childList: true });
        const campo = document.querySelector("#prima");
        campo.value = "7.58875";
        campo.dispatchEvent(new Event("input", { bubbles: true }));
      }),
  );
  assert.match(detenido, /Calculando [\d,]+ de 10,000 trabajadores/);
  const aviso = page.getByText("El cálculo se detuvo");
  await aviso.waitFor();
  await page.waitForTimeout(500);
  assert.equal(await totalEnCentavos(page), antes, "sigue lo que se mostraba");
  await frenar(page, 1);
  await page.getByRole("button", { name: "Calcular todo" }).click();
  await aviso.waitFor({ state: "detached" });
  await page.locator(".v-avance").waitFor({ state: "detached" });
  await page.waitForFunction(
    (antes) => document.querySelector("[data-total]").textContent.replaceAll(/\D/g, "") !== antes,
    String(antes),
  );
  assert.ok((await totalEnCentavos(page)) > antes);
});
