// The printable sheet: what it says, and that what is printed cannot be taken for the authority's.
import { test } from "node:test";
import assert from "node:assert/strict";
import { conNavegador } from "./comun.mjs";
import { paginasDePdf } from "./pdf.mjs";
import { centavos, cuentas, ejemplo, exportarJson, totalEnCentavos } from "./nomina.mjs";

const pagina = conNavegador();

async function abrirCedula(page) {
  await page.getByRole("button", { name: "Cédula" }).click();
  await page.getByRole("heading", { level: 1, name: "Cédula de determinación" }).waitFor();
  await page.locator(".v-cedula").first().waitFor();
}

test("la cédula trae a cada trabajador y los mismos totales", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  const total = await totalEnCentavos(page);
  await abrirCedula(page);
  const cedula = page.locator(".v-cedula");
  assert.equal(await cedula.count(), 1);
  const contenido = await cedula.innerText();
  for (const dato of ["Comedor Simulado La Ficticia", "CSF261005990", "Z99-00001-10-8", "octubre de 2026", "Petra Ficticia Ejemplo"]) {
    assert.ok(contenido.includes(dato), dato);
  }
  assert.match(contenido, /sin validez oficial/i);
  assert.doesNotMatch(contenido, /liquidación/i, "no se confunde con el acto de la autoridad");
  assert.equal(centavos(await cedula.locator("tfoot td").last().innerText()), total);
});

test("el bimestre completo lleva una cédula por pago", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  await page.locator(".v-segmentos label", { hasText: "Bimestre completo" }).click();
  const { documento } = await exportarJson(page);
  const total = cuentas(documento).total;
  await abrirCedula(page);
  await page.waitForFunction(() => document.querySelectorAll(".v-cedula").length === 3);
  const sumas = await page.locator(".v-cedula tfoot tr").evaluateAll((f) => f.map((r) => r.lastElementChild.textContent));
  assert.equal(sumas.reduce((a, s) => a + centavos(s), 0), total);
});

test("el impreso lleva la marca de agua en cada hoja y nada de navegación", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  await abrirCedula(page);
  const paginas = paginasDePdf(await page.pdf({ preferCSSPageSize: true }));
  assert.ok(paginas.length >= 1);
  for (const texto of paginas) assert.match(texto.replaceAll(/\s+/g, " "), /SIN VALIDEZ OFICIAL/);
  const todo = paginas.join("\n");
  assert.match(todo, /Petra Ficticia Ejemplo/);
  assert.match(todo, /Cédula de determinación/);
  for (const ajeno of ["Escenarios", "Parámetros", "Ayuda", "Imprimir", "Volver a la nómina"]) {
    assert.ok(!todo.includes(ajeno), `en el impreso no va «${ajeno}»`);
  }
});

test("sin nómina, la cédula dice qué hacer", async (t) => {
  const { page } = await pagina(t, { ruta: "#/cedula" });
  await page.getByText("Todavía no hay nada que imprimir").waitFor();
  await page.getByRole("link", { name: "Ir a la nómina" }).click();
  await page.getByRole("heading", { level: 1, name: "Previsión de cuotas" }).waitFor();
});
