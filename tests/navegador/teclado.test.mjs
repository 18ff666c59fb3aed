// The whole job with the keyboard alone: nothing here touches the mouse.
import { test } from "node:test";
import assert from "node:assert/strict";
import { conNavegador } from "./comun.mjs";
import { centavos, cuadraConElPrograma, total, totalEnCentavos } from "./nomina.mjs";

const pagina = conNavegador();

/** What has the focus. */
const foco = (page) =>
  page.evaluate(() => {
    const e = document.activeElement;
    return {
      etiqueta: e.tagName.toLowerCase(),
      id: e.id,
      nombre: e.getAttribute("aria-label") ?? e.textContent.trim().slice(0, 60),
      enHoja: e.closest(".v-hoja-marco") !== null,
      enCajon: e.closest("dialog[open]") !== null,
      seVe: e === document.body || e.getClientRects().length > 0,
    };
  });

/** Presses a key until the focus is where it should; gives how many times. */
async function tabularHasta(page, llego, { tecla = "Tab", maximo = 120 } = {}) {
  const camino = [];
  for (let i = 1; i <= maximo; i++) {
    await page.keyboard.press(tecla);
    const actual = await foco(page);
    assert.ok(actual.seVe, `el foco está en algo que no se ve: ${JSON.stringify(actual)}`);
    if (llego(actual)) return i;
    camino.push(`${actual.etiqueta}#${actual.id} ${actual.nombre}`);
  }
  assert.fail(`no se llegó en ${maximo} ${tecla}: ${camino.slice(-12).join(" > ")}`);
}

async function esperarFoco(page, nombre) {
  await page.waitForFunction((n) => document.activeElement.getAttribute("aria-label") === n, nombre).catch(async () => {
    assert.fail(`el foco debía estar en «${nombre}» y está en ${JSON.stringify(await foco(page))}`);
  });
}

async function esperarTotal(page, distinto = null) {
  await page.waitForFunction((d) => {
    const texto = document.querySelector("[data-total]")?.textContent.replaceAll(/\D/g, "");
    return texto && texto !== d;
  }, distinto === null ? null : String(distinto));
  return totalEnCentavos(page);
}

test("de abrir la página a la cédula, sin ratón", async (t) => {
  const { page } = await pagina(t, { contexto: { permissions: ["clipboard-read", "clipboard-write"] } });

  // the first stop jumps over the navigation
  await page.keyboard.press("Tab");
  assert.equal((await foco(page)).nombre, "Ir al contenido");
  await page.keyboard.press("Enter");
  assert.equal((await foco(page)).id, "principal");

  // period and prima
  await tabularHasta(page, (f) => f.id === "periodo-numero");
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.locator("#periodo-numero").inputValue(), "9", "septiembre");
  await tabularHasta(page, (f) => f.id === "prima");
  await page.keyboard.type("0.54355");

  // two workers: name and daily wage
  await tabularHasta(page, (f) => f.enHoja);
  await esperarFoco(page, "NSS, fila 1");
  await page.keyboard.press("Tab");
  await esperarFoco(page, "Nombre, fila 1");
  await page.keyboard.type("Ana Ficticia");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await esperarFoco(page, "Salario diario, fila 1");
  await page.keyboard.type("500");
  await page.keyboard.press("Enter");
  const uno = await esperarTotal(page);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await esperarFoco(page, "Nombre, fila 2");
  await page.keyboard.type("Luis Simulado");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await esperarFoco(page, "Salario diario, fila 2");
  await page.keyboard.type("650.50");
  await page.keyboard.press("Enter");
  const dos = await esperarTotal(page, uno);
  assert.ok(dos > uno);

  // a block from a spreadsheet
  await page.evaluate(() => navigator.clipboard.writeText("Eva Muestra\t\t700\r\nJosé Ensayo\t\t1,800.25\r\n"));
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await esperarFoco(page, "Nombre, fila 3");
  await page.keyboard.press("Control+v");
  const cuatro = await esperarTotal(page, dos);
  await page.keyboard.press("Control+z");
  assert.equal(await esperarTotal(page, cuatro), dos);
  await page.keyboard.press("Control+y");
  assert.equal(await esperarTotal(page, dos), cuatro);
  assert.ok(cuatro > dos);

  // copying gives back what was pasted
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+c");
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Eva Muestra\r?\nJosé Ensayo\r?\n?$/);

  // where it comes from, and back to the same cell
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Alt+Enter");
  await page.locator("dialog[open] .v-memoria").waitFor();
  assert.ok((await foco(page)).enCajon);
  await page.keyboard.press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
  await esperarFoco(page, "NSS, fila 1");

  // out of the sheet, to an amount; its memoria; back to the same amount
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.equal((await foco(page)).enHoja, false, "Esc y Tab salen de la hoja");
  await tabularHasta(page, (f) => f.etiqueta === "button" && f.nombre.startsWith("$"));
  const importe = (await foco(page)).nombre;
  assert.ok(centavos(importe) > 0);
  await page.evaluate(() => (window.elMismo = document.activeElement));
  await page.keyboard.press("Enter");
  await page.locator("dialog[open]").waitFor();
  assert.ok((await foco(page)).enCajon);
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    const { enCajon, etiqueta } = await foco(page);
    assert.ok(enCajon || etiqueta === "body", "el foco no pasa detrás del cajón");
  }
  await page.keyboard.press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
  assert.ok(await page.evaluate(() => document.activeElement === window.elMismo), "el foco vuelve al importe");

  // the figures are right, too (the export is a menu: its keyboard is another test)
  const { documento } = await cuadraConElPrograma(page);
  assert.deepEqual(documento.entradas[0].entrada.periodo, { anio: 2026, mes: 9 });
  assert.equal(documento.entradas[0].entrada.trabajadores.length, 4);

  // to the cédula
  await tabularHasta(page, (f) => f.etiqueta === "button" && f.nombre === "Cédula", { tecla: "Shift+Tab" });
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Cédula de determinación" }).waitFor();
  await page.locator(".v-cedula").waitFor();
  assert.equal((await foco(page)).id, "principal");
  await tabularHasta(page, (f) => f.nombre === "Volver a la nómina", { maximo: 5 });
  await page.keyboard.press("Enter");
  assert.equal(await esperarTotal(page), cuatro);
});

test("el menú Archivo se abre, se usa y se cierra con el teclado", async (t) => {
  const { page } = await pagina(t);
  await tabularHasta(page, (f) => f.etiqueta === "summary" && f.nombre === "Archivo");
  await page.keyboard.press("Enter");
  await tabularHasta(page, (f) => f.nombre === "Nómina de ejemplo", { maximo: 4 });
  await page.keyboard.press("Enter");
  await total(page).waitFor();
  assert.equal(await page.locator("details.v-menu[open]").count(), 0);
});

test("las pestañas de las hojas se recorren con las flechas", async (t) => {
  const { page } = await pagina(t);
  await tabularHasta(page, (f) => f.id === "pestana-0");
  for (const [tecla, id] of [["ArrowRight", "pestana-1"], ["ArrowRight", "pestana-2"], ["ArrowRight", "pestana-0"], ["End", "pestana-2"], ["Home", "pestana-0"]]) {
    await page.keyboard.press(tecla);
    const actual = await foco(page);
    assert.equal(actual.id, id, tecla);
    assert.equal(await page.locator(`#${id}`).getAttribute("aria-selected"), "true");
  }
});

test("el Tab no se queda atrapado: sale de la hoja y llega al final, y de regreso al principio", async (t) => {
  const { page } = await pagina(t);
  await tabularHasta(page, (f) => f.nombre === "Ver una nómina de ejemplo");
  await page.keyboard.press("Enter");
  await total(page).waitFor();
  // from the beginning, by Tab alone (6 rows of 13 cells, and the new one), past the sheet
  await page.evaluate(() => document.getElementById("principal").focus());
  await tabularHasta(page, (f) => f.enHoja);
  await tabularHasta(page, (f) => !f.enHoja, { maximo: 110 });
  const fin = await page.evaluate(() => {
    const visibles = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")].filter(
      (e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }) && !e.closest("[inert]"),
    );
    const ultimo = visibles.at(-1);
    ultimo.dataset.ultimo = "";
    return visibles.length;
  });
  const enElUltimo = () => page.evaluate(() => "ultimo" in document.activeElement.dataset);
  let pasos = 0;
  while (!(await enElUltimo())) {
    await page.keyboard.press("Tab");
    assert.ok(++pasos < fin + 20, `atrapado: ${JSON.stringify(await foco(page))}`);
  }
  // backwards too, through the sheet
  await tabularHasta(page, (f) => f.enHoja, { tecla: "Shift+Tab", maximo: fin + 20 });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Tab");
  assert.equal((await foco(page)).enHoja, false);
  await tabularHasta(page, (f) => f.id === "prima" || f.id === "fraccion", { tecla: "Shift+Tab" });
});

test("la hoja se edita como una hoja de cálculo", async (t) => {
  const { page } = await pagina(t);
  await tabularHasta(page, (f) => f.enHoja);
  const valor = () => page.evaluate(() => document.activeElement.value);
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ana");
  await page.keyboard.press("Escape");
  assert.equal(await valor(), "", "Esc deja la celda como estaba");
  await page.keyboard.type("Ana");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  assert.equal(await valor(), "Ana");
  await page.keyboard.press("F2");
  await page.keyboard.type(" Ficticia");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  assert.equal(await valor(), "Ana Ficticia", "F2 edita lo que hay");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+d");
  await esperarFoco(page, "Nombre, fila 2");
  assert.equal(await valor(), "Ana Ficticia", "Ctrl+D rellena hacia abajo");
  await page.keyboard.press("Delete");
  assert.equal(await valor(), "");
  await page.keyboard.press("Control+z");
  assert.equal(await valor(), "Ana Ficticia");
});
