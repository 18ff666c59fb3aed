// Accessibility of every page and state: axe, reflow at 200 % and 400 %, forced colours, reduced motion.
import { test } from "node:test";
import assert from "node:assert/strict";
import { axe, conNavegador, seDesborda } from "./comun.mjs";
import { INDEPENDIENTE, conversar, datosDelCosto } from "./charla.mjs";
import { COLUMNA, ejemplo, escribir, total } from "./nomina.mjs";

const pagina = conNavegador();

const encabezado = (page, nombre) => page.getByRole("heading", { level: 1, name: nombre }).waitFor();

/** Every page and state: where it begins, and how to come to it. */
const ESTADOS = {
  "previsión vacía": ["", async () => {}],
  "previsión con ejemplo": ["", async (page) => {
    await ejemplo(page);
    await page.locator("#y-si-aumento").fill("10");
    await page.locator(".v-comparacion").waitFor();
  }],
  "previsión con errores": ["", async (page) => {
    await ejemplo(page);
    await escribir(page, 1, COLUMNA.cuota, "quinientos");
    await page.getByText("Falta 1 trabajador con error").waitFor();
    await page.locator(".v-segmentos label", { hasText: "La conozco" }).click();
    await page.locator("#prima").fill("x");
    await page.locator("#prima-error .v-error").waitFor();
  }],
  "cajón abierto": ["", async (page) => {
    await ejemplo(page);
    await total(page).locator("button").click();
    await page.locator("dialog[open] tbody button").first().click();
    await page.locator("dialog[open] .v-memoria").waitFor();
  }],
  "cédula": ["", async (page) => {
    await ejemplo(page);
    await page.getByRole("button", { name: "Cédula" }).click();
    await page.locator(".v-cedula").waitFor();
  }],
  escenarios: ["", async (page) => {
    await ejemplo(page);
    await page.getByRole("link", { name: "Escenarios", exact: true }).click();
    await page.locator("main tbody tr").first().waitFor();
  }],
  "parámetros": ["#/parametros", (page) => encabezado(page, "Parámetros")],
  "parámetros, agregar": ["#/parametros", async (page) => {
    await page.getByRole("button", { name: "Agregar un valor", exact: true }).first().click();
    await page.locator("dialog[open] form").waitFor();
    await page.locator("dialog[open] button[type=submit]").click();
    await page.locator("dialog[open] .v-resumen-errores").waitFor();
  }],
  ayuda: ["#/ayuda", (page) => encabezado(page, "Ayuda")],
  "qué modalidad, al empezar": ["#/modalidad", async (page) => {
    await page.locator("#modalidad-seguir").click(); // without an answer
    await page.locator(".v-campo--error").waitFor();
  }],
  "qué modalidad, comparada": ["#/modalidad", async (page) => {
    await conversar(page, INDEPENDIENTE);
    await datosDelCosto(page);
  }],
  "simulador de la modalidad 40": ["#/modalidad-40", async (page) => {
    await page.getByRole("button", { name: "Ver un ejemplo" }).click();
    await page.locator("[data-inicio]").waitFor();
  }],
};

for (const ancho of [1280, 390]) {
  for (const [nombre, [ruta, llegar]] of Object.entries(ESTADOS)) {
    test(`${nombre}, a ${ancho}: sin faltas serias`, async (t) => {
      const { page } = await pagina(t, { ancho, alto: ancho === 390 ? 844 : 900, ruta });
      await llegar(page);
      await page.waitForTimeout(350); // transitions end: contrast is measured on what is there
      for (const linea of await axe(page, nombre)) t.diagnostic(linea);
      assert.equal(await seDesborda(page), "", "la página no se mueve de lado");
    });
  }
}

// 1280 px wide at 200 % and at 400 % are 640 and 320 px
for (const [zoom, ancho, alto] of [["200 %", 640, 512], ["400 %", 320, 256]]) {
  test(`al ${zoom} nada se sale de lado`, async (t) => {
    const anchas = [];
    for (const [nombre, [ruta, llegar]] of Object.entries(ESTADOS)) {
      const { page } = await pagina(t, { ancho, alto, ruta });
      await llegar(page);
      const desborde = await seDesborda(page);
      if (desborde) anchas.push(`${nombre}: ${desborde} por ${await culpable(page)}`);
      await page.close();
    }
    assert.deepEqual(anchas, []);
  });
}

/** The deepest element that goes beyond the window. */
const culpable = (page) =>
  page.evaluate(() => {
    const ancho = document.scrollingElement.clientWidth;
    const recortado = (e) => {
      for (let p = e.parentElement; p; p = p.parentElement) {
        if (!["visible", "clip"].includes(getComputedStyle(p).overflowX)) return true;
      }
      return false;
    };
    const fuera = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > ancho + 1 && !recortado(e));
    return fuera.slice(-3).map((e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class") ?? ""}#${e.id}`).join(", ");
  });

test("con colores forzados se ve el foco, y los errores no dependen del color", async (t) => {
  const { page } = await pagina(t, { contexto: { forcedColors: "active" } });
  await ejemplo(page);
  await escribir(page, 1, COLUMNA.cuota, "quinientos");
  assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
  for (const cual of ["#nombre-escenario", "details.v-menu > summary", "#periodo-numero", ".v-nav a", "#pestana-0"]) {
    await page.locator(cual).first().focus();
    await page.keyboard.press("Shift");
    const contorno = await page.locator(cual).first().evaluate((e) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(e);
      return `${outlineStyle} ${parseFloat(outlineWidth)}`;
    });
    assert.doesNotMatch(contorno, /^none| 0$/, `${cual}: ${contorno}`);
  }
  const mala = page.locator(".v-hoja-celda--error").first();
  const signo = await mala.evaluate((c) => getComputedStyle(c, "::after").content);
  assert.notEqual(signo, "none", "la celda mala lleva un signo");
  assert.equal(await seDesborda(page), "");
});

test("con movimiento reducido nada se anima", async (t) => {
  const { page } = await pagina(t, { contexto: { reducedMotion: "reduce" } });
  await ejemplo(page);
  await total(page).locator("button").click();
  await page.locator("dialog[open]").waitFor();
  const lentas = await page.evaluate(() => {
    const segundos = (texto) => Math.max(...texto.split(",").map((t) => parseFloat(t) * (t.trim().endsWith("ms") ? 0.001 : 1)));
    return [...document.querySelectorAll("*")]
      .filter((e) => {
        const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(e);
        const anima = animationName !== "none" && segundos(animationDuration) > 0.05;
        return anima || segundos(transitionDuration) > 0.05 || scrollBehavior === "smooth";
      })
      .map((e) => e.className);
  });
  assert.deepEqual(lentas, []);
});

test("lo que cambia se anuncia: hay regiones vivas para el guardado, los avisos y la hoja", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  assert.equal(await page.locator("[data-guardado]").getAttribute("role"), "status");
  const vivas = await page.locator("[role=status], [aria-live=polite]").count();
  assert.ok(vivas >= 3, `${vivas}`);
  const rejilla = page.getByRole("grid", { name: "Trabajadores" });
  assert.equal(await rejilla.getAttribute("aria-rowcount"), "8", "encabezado, seis y la nueva");
  assert.equal(await page.locator("html").getAttribute("lang"), "es-MX");
  assert.equal(await page.locator("h1").count(), 1);
});
