// The catalogue of activities: by words, by code, walking it, and the questions between sisters.
import { test } from "node:test";
import assert from "node:assert/strict";
import { axe, conNavegador, seDesborda } from "./comun.mjs";

const pagina = conNavegador();

const SIN_SERVIDOR = [/Failed to load resource/, /ERR_/]; // the page asks who is signed in; a folder of files does not know
const abrir = (t, opciones = {}) => pagina(t, { ruta: "#/clasificacion", permitir: SIN_SERVIDOR, ...opciones });
const buscar = (page, texto) => page.getByLabel("¿A qué se dedica la empresa?").fill(texto);
const hallada = (page) => page.locator(".v-hallada");
const titulo = (page) => page.locator("#detalle-titulo");
const enfocado = (page, selector) => page.waitForFunction((s) => document.activeElement?.matches(s), selector);

test("«taquería» da primero una fracción de restaurantes, con clase y prima", async (t) => {
  const { page } = await abrir(t);
  await buscar(page, "taquería");
  const primera = await hallada(page).first().innerText();
  assert.match(primera, /^871\b/);
  assert.match(primera, /Clase II/);
  assert.match(primera, /1\.13065 %/);
  assert.match(primera, /taquer/i, "dice por qué coincide");
  await buscar(page, "taqueria");
  assert.match(await hallada(page).first().innerText(), /^871\b/, "sin acento da lo mismo");
  await hallada(page).first().click();
  await titulo(page).getByText("871").waitFor();
  assert.equal(await page.locator("[data-clase]").innerText(), "II");
  await page.goBack();
  await hallada(page).first().waitFor();
  assert.equal(await page.getByLabel("¿A qué se dedica la empresa?").inputValue(), "taqueria", "al volver sigue lo buscado");
});

test("por código, y lo que no existe se dice", async (t) => {
  const { page } = await abrir(t);
  await buscar(page, "62");
  assert.match(await hallada(page).first().innerText(), /^62/);
  await buscar(page, "xyzwq");
  await page.getByRole("heading", { name: "Nada coincide" }).waitFor();
  await page.getByRole("button", { name: "Recorrer el catálogo" }).click();
  await page.getByRole("heading", { name: "Divisiones" }).waitFor();
  await buscar(page, "outsourcing");
  await page.getByText("No hay fracción para los servicios de personal").waitFor();
});

for (const ancho of [1280, 390]) {
  test(`se recorre 6, 62, 621 y se vuelve, a ${ancho}`, async (t) => {
    const { page } = await abrir(t, { ancho, alto: ancho === 390 ? 844 : 900 });
    const rama = (codigo) => page.locator(".v-rama", { has: page.locator(`.v-rama-codigo:text-is("${codigo}")`) });
    await rama("6").click();
    await page.waitForURL(/#\/clasificacion\/6$/);
    await enfocado(page, "[data-abierto='2']");
    await rama("62").click();
    await rama("621").click();
    await page.waitForURL(/#\/clasificacion\/6\/62\/621$/);
    await titulo(page).getByText("621").waitFor();
    await enfocado(page, "#detalle-titulo");
    await page.goBack();
    await page.waitForURL(/#\/clasificacion\/6\/62$/);
    await page.getByRole("heading", { name: "Fracciones" }).waitFor();
    assert.equal(await titulo(page).count(), 0);
    await page.goBack();
    await page.waitForURL(/#\/clasificacion\/6$/);
    await page.goto(`${page.url().split("#")[0]}#/clasificacion/6/62/999`);
    await page.getByText("Esa fracción no está en el catálogo").waitFor();
  });
}

test("la pregunta entre hermanas lleva a la otra y lo dice", async (t) => {
  const { page } = await abrir(t, { ruta: "#/clasificacion/0/04/041" });
  const grupo = page.getByRole("group", { name: /¿Cría o cultiva peces/ });
  await grupo.getByRole("button", { name: /^No/ }).click();
  await page.getByText(/contestó No: sigue siendo la 041/).waitFor();
  await page.getByRole("group", { name: /¿Pesca en el mar/ }).getByRole("button", { name: /^No/ }).click();
  await page.waitForURL(/\/04\/042$/);
  await page.getByText(/de la 041 pasó a la 042/).waitFor();
  await page.getByText("No quedan preguntas: ésta es la fracción.").waitFor();
});

test("sólo con el teclado: se busca, se abre y se contesta", async (t) => {
  const { page } = await abrir(t);
  await page.getByLabel("¿A qué se dedica la empresa?").focus();
  await page.keyboard.type("papelería");
  await hallada(page).first().waitFor();
  await page.keyboard.press("Tab"); // Limpiar
  await page.keyboard.press("Tab");
  await enfocado(page, ".v-hallada");
  await page.keyboard.press("Enter");
  await enfocado(page, "#detalle-titulo");
  await page.goBack();
  await page.getByLabel("¿A qué se dedica la empresa?").focus();
  await page.keyboard.press("Enter");
  await enfocado(page, "#detalle-titulo");
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.classList.contains("v-respuesta"))) break;
  }
  await page.keyboard.press("Enter");
  await page.getByText(/contestó (Sí|No):/).waitFor();
});

test("la ficha impresa lleva la clasificación y su porqué, en una hoja", async (t) => {
  const { page } = await abrir(t, { ruta: "#/clasificacion/8/87/871" });
  await page.getByText("Guardar por qué e imprimir la ficha").click();
  await page.locator("#tarjeta-justificacion").fill("Prepara y vende tacos; no reparte.");
  await page.emulateMedia({ media: "print" });
  const carta = page.locator(".v-carta");
  assert.match(await carta.innerText(), /871[\s\S]*Prepara y vende tacos; no reparte\.[\s\S]*sin validez oficial/i);
  assert.ok(!(await page.locator(".v-recorrido").isVisible()));
  await page.emulateMedia({ media: null });
});

for (const ancho of [1280, 390]) {
  test(`sin faltas de accesibilidad, a ${ancho}`, async (t) => {
    const { page } = await abrir(t, { ancho, alto: ancho === 390 ? 844 : 900 });
    const revisar = async (donde) => {
      await page.waitForTimeout(350);
      for (const linea of await axe(page, donde)) t.diagnostic(linea);
      assert.equal(await seDesborda(page), "", donde);
    };
    await revisar("catálogo");
    await buscar(page, "taller");
    await hallada(page).first().waitFor();
    await revisar("resultados");
    await buscar(page, "xyzwq");
    await revisar("sin resultados");
    await buscar(page, "621");
    await hallada(page).first().click();
    await titulo(page).waitFor();
    await revisar("detalle");
  });
}

test("lo que se busca no sale del navegador", async (t) => {
  const { page, pedidos } = await abrir(t);
  await page.waitForTimeout(500);
  const antes = pedidos.length;
  await buscar(page, "taller mecánico");
  await hallada(page).first().click();
  await titulo(page).waitFor();
  await page.waitForTimeout(300);
  assert.deepEqual(pedidos.slice(antes).filter((p) => !p.includes("icono")), []);
});
