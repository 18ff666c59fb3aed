// Adeudo and liquidación: what is owed on a day, to the cent, with the keyboard alone; pasting, the INPC that is missing,
// undoing, coming from the payroll, print.
import { test } from "node:test";
import assert from "node:assert/strict";
import { axe, conNavegador, nativo, seDesborda } from "./comun.mjs";
import { bajado, ejemplo, guardado, total as totalDeNomina } from "./nomina.mjs";
import { paginasDePdf } from "./pdf.mjs";
import { entrar } from "./tramite.mjs";

const pagina = conNavegador();
const SIN_SERVIDOR = [/Failed to load resource/, /ERR_/]; // the page asks who is signed in; a folder of files does not know

async function abrir(t, opciones = {}) {
  const abierta = await pagina(t, { ruta: "#/adeudo", permitir: SIN_SERVIDOR, ...opciones });
  const encabezado = opciones.ruta?.startsWith("#/liquidacion") ? "Liquidación (vista previa)" : "Adeudo";
  await abierta.page.getByRole("heading", { level: 1, name: encabezado }).waitFor();
  return abierta;
}

const total = (page) => page.locator("[data-total]");
const dice = (page, texto) => total(page).getByText(texto, { exact: true }).waitFor();
const celda = (page, i, campo) => page.locator(`#creditos-${i}-${campo}`);

/** Answers of the rules, in the native program, for the same credits. */
function nativos(creditos, pago) {
  let centavos = 0;
  for (const [importe, vencimiento] of creditos) {
    const { texto } = nativo("credito.accesorios", JSON.stringify({ clase: "cuota", importe, vencimiento, pago }));
    centavos += Math.round(Number(JSON.parse(texto).total) * 100);
  }
  return `$${(centavos / 100).toLocaleString("es-MX", { minimumFractionDigits: 2 })}`;
}

/** Types into what has the focus and goes on with Tab. */
async function teclear(page, ...textos) {
  for (const texto of textos) {
    await page.keyboard.type(texto);
    await page.keyboard.press("Tab");
  }
}

async function enFoco(page, id) {
  await page.waitForFunction((id) => document.activeElement?.id === id, id);
}

test("tres periodos sólo con el teclado, al centavo, igual que la línea de órdenes", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("button", { name: "Agregar un crédito" }).focus();
  await page.keyboard.press("Enter");
  await enFoco(page, "creditos-0-periodo");
  await teclear(page, "nov 2025", "", "50000"); // the worker's part last, then Enter: one more row
  await page.keyboard.type("0");
  await page.keyboard.press("Enter");
  await enFoco(page, "creditos-1-periodo");
  await teclear(page, "12/2025", "", "39,400.00");
  await page.keyboard.type("10,600.00");
  await page.keyboard.press("Enter");
  await enFoco(page, "creditos-2-periodo");
  await teclear(page, "enero de 2026", "", "1000.50");
  await page.keyboard.type("200");
  await page.locator("#pago").focus();
  await page.keyboard.type("20/02/2026");
  const esperado = nativos(
    [["50000.00", "2025-12-17"], ["39400.00", "2026-01-19"], ["10600.00", "2026-01-19"], ["1000.50", "2026-02-17"], ["200.00", "2026-02-17"]],
    "2026-02-20",
  );
  await dice(page, esperado);
  // D7 by itself
  await page.getByRole("button", { name: "Quitar el crédito 3" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Quitar el crédito 2" }).focus();
  await page.keyboard.press("Enter");
  await dice(page, "$53,153.51");
  await page.locator("[data-actualizacion]").getByText("$330.00").waitFor();
  await page.locator("[data-recargos]").getByText("$2,823.51").waitFor();
});

test("el vencimiento sale del periodo y los errores, junto a su celda al dejarla", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("button", { name: "Agregar un crédito" }).click();
  await celda(page, 0, "periodo").fill("13/2025");
  assert.equal(await page.locator(".v-error").count(), 0);
  await page.keyboard.press("Tab");
  await page.locator("#creditos-0-periodo-error .v-error").waitFor();
  assert.equal(await celda(page, 0, "periodo").getAttribute("aria-invalid"), "true");
  await celda(page, 0, "periodo").fill("sep 2026");
  await celda(page, 0, "patronal").fill("1000");
  await celda(page, 0, "obrera").fill("0");
  await page.waitForFunction(() => document.getElementById("creditos-0-vencimiento").placeholder === "19-oct-2026");
});

test("pegar de una hoja de cálculo, y deshacer", async (t) => {
  const { page } = await abrir(t);
  await page.getByText("Pegar de una hoja de cálculo").click();
  const filas = "Concepto\tPeriodo\tPatronal\tObrera\tVence\nCuotas\tnov 2025\t$50,000.00\t0\t\nMulta\t\t2,346.20\t\t10/04/2026\nTotal\t\t52,346.20";
  await page.locator("#adeudo-pegar").fill(filas);
  await page.getByRole("button", { name: "Agregar estos renglones" }).click();
  await page.getByText("Se agregaron 2 créditos.").waitFor();
  assert.equal(await celda(page, 0, "patronal").inputValue(), "$50,000.00");
  assert.equal(await celda(page, 1, "importe").inputValue(), "2,346.20");
  assert.equal(await celda(page, 1, "clase").inputValue(), "multa");
  await page.locator("#pago").fill("20/02/2026");
  await dice(page, "$55,499.71"); // the fine is not due yet
  await page.getByText("Todavía no vence").waitFor();
});

test("quitar un crédito se deshace, en su lugar", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("button", { name: "Ver un ejemplo" }).click();
  await total(page).waitFor();
  const antes = await total(page).innerText();
  await page.getByRole("button", { name: "Quitar el crédito 2" }).click();
  await page.getByText("Se quitó el crédito 2.").waitFor();
  assert.equal(await celda(page, 1, "periodo").inputValue(), "bim 6 de 2025");
  await page.getByRole("button", { name: "Deshacer" }).click();
  assert.equal(await celda(page, 1, "periodo").inputValue(), "dic 2025");
  assert.equal(await total(page).innerText(), antes);
});

test("el INPC que falta se estima, se pide ahí mismo y se guarda como escrito por la persona", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("button", { name: "Ver un ejemplo" }).click();
  await page.getByRole("heading", { name: "Es una estimación: falta un dato" }).waitFor();
  await page.getByText("Debe, aproximadamente, si paga el").waitFor();
  const estimado = await total(page).innerText();
  const casilla = page.getByLabel("INPC de octubre de 2026");
  await casilla.fill("12");
  await page.keyboard.press("Tab");
  await page.getByText("No parece el INPC").waitFor();
  await casilla.fill("148.123");
  await page.getByRole("heading", { name: "INPC que usted escribió" }).waitFor();
  await page.getByText("Lo escribió usted").waitFor();
  assert.notEqual(await total(page).innerText(), estimado);
  await page.waitForTimeout(300);
  await page.reload();
  await page.getByText("Lo escribió usted").waitFor();
  assert.equal(await page.getByLabel("INPC de octubre de 2026").inputValue(), "148.123");
});

test("la fecha se mueve con las flechas y no pasa de lo que alcanzan las tablas", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("button", { name: "Ver un ejemplo" }).click();
  const mover = page.getByLabel("Si pago después");
  await mover.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.getElementById("pago").value === "23/11/2026");
  assert.match(await mover.getAttribute("aria-valuetext"), /lunes 23 de noviembre de 2026: \$/);
  await page.keyboard.press("End");
  await page.waitForFunction(() => document.getElementById("pago").value === "17/01/2027");
  await page.getByText("Se puede calcular hasta el 17 de enero de 2027.").waitFor();
  await page.locator("#pago").fill("20/06/2027");
  await page.getByText("No está en el total").waitFor();
  await page.getByText("sin contar 4 créditos que faltan calcular").waitFor();
  await page.getByRole("button", { name: "Quitar el crédito 5" }).click(); // the fine, which causes no recargos
  await page.waitForFunction(() => document.querySelector("[data-total]")?.textContent === "—"); // a zero would be a lie
});

test("un bimestre que también puede ser un mes se pregunta, no se adivina", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("button", { name: "Agregar un crédito" }).click();
  await page.locator("#creditos-0-clase").selectOption("rcv");
  await page.locator("#creditos-0-periodo").fill("4/2026");
  await page.locator("#creditos-0-periodo").press("Tab");
  await page.getByText("puede ser el bimestre 4 o el mes de abril").first().waitFor();
  await page.locator("#creditos-0-periodo").fill("bim 4 de 2026");
  await page.getByText("puede ser el bimestre 4").first().waitFor({ state: "detached" });
});

test("de cada cifra se ve de dónde sale", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("button", { name: "Ver un ejemplo" }).click();
  await page.locator("#pago").fill("20/05/2026");
  await page.locator("[data-recargos] button").click();
  await page.locator("dialog[open] .v-memoria").waitFor();
  await page.locator("dialog[open]").getByText("Recargos de todos los créditos").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".v-desglose tbody tr").first().locator("button").click();
  await page.locator("dialog[open]").getByText("Tasa acumulada de recargos").first().waitFor();
});

test("de la nómina al adeudo, sin el Infonavit", async (t) => {
  const { page } = await abrir(t, { ruta: "#/adeudo" });
  await page.goto(new URL("#/prevision", page.url()).href);
  await page.getByRole("heading", { level: 1, name: "Previsión de cuotas" }).waitFor();
  await ejemplo(page);
  await guardado(page);
  await totalDeNomina(page).waitFor();
  await page.getByRole("button", { name: "No se pagó: pasar a adeudo" }).click();
  await page.getByRole("heading", { level: 1, name: "Adeudo" }).waitFor();
  await page.getByText("De Previsión de cuotas: Se agregó 1 crédito.").waitFor();
  assert.equal(await celda(page, 0, "clase").inputValue(), "cop");
  assert.equal(await celda(page, 0, "periodo").inputValue(), "oct 2026");
  const patronal = Number(await celda(page, 0, "patronal").inputValue());
  const obrera = Number(await celda(page, 0, "obrera").inputValue());
  assert.ok(patronal > obrera && obrera > 0);
  // sent again, the same period is not added twice
  await page.goto(new URL("#/prevision", page.url()).href);
  await page.getByRole("button", { name: "No se pagó: pasar a adeudo" }).click();
  await page.getByText("se actualizó 1 que ya estaba").waitFor();
  assert.equal(await page.locator(".v-credito").count(), 1);
});

test("el CSV trae cada parte y el total", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("button", { name: "Ver un ejemplo" }).click();
  await page.locator("#pago").fill("20/05/2026");
  const { nombre, texto } = await bajado(page, () => page.getByRole("button", { name: "Bajar CSV" }).click());
  assert.equal(nombre, "adeudo-2026-05-20.csv");
  const filas = texto.trim().split("\r\n");
  assert.equal(filas.length, 11); // headings, nine amounts, total
  const visto = (await total(page).innerText()).replaceAll(/[$,]/g, "");
  assert.ok(filas.at(-1).endsWith(visto), filas.at(-1));
});

test("liquidación: plazos, multa y lista; nunca se confunde con la cédula", async (t) => {
  const { page } = await abrir(t);
  await page.getByText("Pegar de una hoja de cálculo").click();
  await page.locator("#adeudo-pegar").fill("nov 2025\t30000\t0");
  await page.getByRole("button", { name: "Agregar estos renglones" }).click();
  await total(page).waitFor();
  await page.getByRole("link", { name: "Si le notifican una cédula de liquidación" }).click();
  await page.getByRole("heading", { level: 1, name: "Liquidación (vista previa)" }).waitFor();
  await page.getByText("Esto no es una cédula de liquidación ni determina nada").waitFor();
  await page.getByLabel("Fecha en que se la notificaron").fill("02/03/2026");
  await page.getByLabel("Porcentaje de la multa").fill("40");
  await page.locator("[data-multa]").getByText("$12,000.00; $9,600.00 si se paga en su plazo").waitFor();
  const { texto } = nativo("credito.plazos", JSON.stringify({ clase: "cuota", notificacion: "2026-03-02" }));
  const { limite_de_pago: limite } = JSON.parse(texto);
  await page.locator(`.v-plazo time[datetime="${limite}"]`).first().waitFor();
  await page.getByLabel(/Dice qué autoridad la emite/).check();
  await page.getByText("1 de 14").waitFor();
  const [hoja] = paginasDePdf(await page.pdf({ preferCSSPageSize: true }));
  const dicho = hoja.replace(/\s+/g, " ");
  for (const parte of ["No es una cédula de liquidación ni una determinación", "30,000.00", "sin validez oficial", "12,000.00"]) {
    assert.ok(dicho.includes(parte), parte);
  }
});

test("el convenio empieza desde aquí: sin cuenta se pide entrar, y con ella los créditos ya están", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("button", { name: "Ver un ejemplo" }).click();
  const pedir = page.getByRole("button", { name: "Pedir un convenio con estos créditos" });
  await pedir.click();
  await page.waitForURL(/#\/entrar/);
  await page.getByText("Sus créditos lo esperan en Adeudo").waitFor();
  await entrar(page, "patron");
  await page.goto(new URL("#/adeudo", page.url()).href);
  await page.getByText("De lo que escribió antes de entrar: Se agregaron 5 créditos.").waitFor();
  await pedir.click();
  await page.waitForURL(/#\/tramite\/[0-9a-f-]+\/deudor/);
  await page.goto(page.url().replace(/deudor$/, "creditos"));
  await page.locator("#p-creditos-0-patronal").waitFor();
  assert.equal(await page.locator("#p-creditos-0-patronal").inputValue(), "39400.00");
  assert.equal(await page.locator("#p-creditos-0-vencimiento").inputValue(), "17/12/2025");
  assert.equal(await page.locator(".v-repetido").count(), 5);
});

test("lo que costaría a plazos se compara sin cuenta", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("button", { name: "Ver un ejemplo" }).click();
  await page.locator("#pago").fill("20/05/2026");
  const filas = page.locator(".v-comparar tbody tr");
  await filas.nth(7).waitFor();
  await page.getByText("RCV no se paga en parcialidades").first().waitFor();
  // the debt that is compared is the one of the result, and what stays out is said
  const dato = (nombre) => page.locator("dl div", { hasText: nombre }).locator("dd").innerText();
  assert.equal(await dato("Se debe ese día, con actualización y recargos"), await total(page).innerText());
  assert.match(await dato("No entra a parcialidades: se paga aparte"), /^\$\d/);
  await filas.nth(3).getByRole("radio").check();
  await page.getByRole("heading", { name: "Calendario de pagos" }).waitFor();
  assert.equal(await page.locator("[aria-labelledby=calendario-de-pagos] tbody tr").count(), 24);
});

test("la hoja impresa trae cada crédito, el total y que no tiene validez", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("button", { name: "Ver un ejemplo" }).click();
  await page.locator("#pago").fill("20/05/2026");
  const suma = await total(page).innerText();
  const paginas = paginasDePdf(await page.pdf({ preferCSSPageSize: true }));
  assert.equal(paginas.length, 1);
  const texto = paginas[0].replace(/\s+/g, " ");
  for (const parte of ["Adeudo al", suma.replace("$", ""), "noviembre de 2025", "sin validez oficial", "Parte".toLowerCase()]) {
    assert.ok(texto.toLowerCase().includes(parte.toLowerCase()), parte);
  }
  assert.ok(!texto.includes("Agregar otro crédito"));
});

for (const ancho of [1280, 390]) {
  test(`sin faltas de accesibilidad, a ${ancho}`, async (t) => {
    const { page } = await abrir(t, { ancho, alto: ancho === 390 ? 844 : 900 });
    const revisar = async (donde) => {
      await page.waitForTimeout(350);
      for (const linea of await axe(page, donde)) t.diagnostic(linea);
      assert.equal(await seDesborda(page), "", donde);
    };
    await revisar("vacío");
    await page.getByRole("button", { name: "Ver un ejemplo" }).click();
    await total(page).waitFor();
    await page.getByText("Ver la gráfica como tabla").click();
    await page.getByText("Pegar de una hoja de cálculo").click();
    await celda(page, 0, "patronal").fill("x");
    await page.keyboard.press("Tab");
    await revisar("con ejemplo y error");
    await celda(page, 0, "patronal").fill("1000");
    await total(page).locator("button").click();
    await page.locator("dialog[open] .v-memoria").waitFor();
    await revisar("memoria");
    await page.keyboard.press("Escape");
    await page.goto(new URL("#/liquidacion", page.url()).href);
    await page.locator(".v-plazos").waitFor();
    await page.locator(".v-plazo .v-ayuda summary").first().click();
    await revisar("liquidación");
  });
}

test("lo que se escribe no sale del navegador", async (t) => {
  const { page, pedidos } = await abrir(t);
  await page.waitForTimeout(500);
  const antes = pedidos.length;
  await page.getByRole("button", { name: "Ver un ejemplo" }).click();
  await total(page).waitFor();
  await page.getByRole("link", { name: "Si le notifican una cédula de liquidación" }).click();
  await page.locator(".v-plazos").waitFor();
  await page.waitForTimeout(300);
  assert.deepEqual(pedidos.slice(antes).filter((p) => !p.includes("icono")), []);
});
