// A payment plan: from three unpaid periods to a printed application, what each term costs, the files to take away, and
// the same cents as the command line.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { axe, conNavegador, nativo, seDesborda } from "./comun.mjs";
import { paginasDePdf } from "./pdf.mjs";
import { campo, contestar, empezarRapida, entrar, expediente, llenar, tabularHasta, teclear } from "./tramite.mjs";

const pagina = conNavegador();
const TITULO = "Convenio de pago a plazos";

const PERIODOS = [
  { clase: "cop", periodo: "2026-01", vencimiento: "2026-02-17", patronal: "80000.00", obrera: "20000.00" },
  { clase: "cop", periodo: "2026-02", vencimiento: "2026-03-17", patronal: "81250.40", obrera: "20110.15" },
  { clase: "cop", periodo: "2026-03", vencimiento: "2026-04-17", patronal: "79840.05", obrera: "19987.60" },
];

const enPesos = (texto) => `$${texto.replace(/\B(?=(\d{3})+\.)/g, ",")}`;

/** The record of a case, with the day of its application written down: the server's own day is another. */
const delDia = (id) => {
  const { contenido, hoy } = expediente("convenio", id);
  contenido.fechas = { solicitud: hoy, ...contenido.fechas };
  return contenido;
};

async function abrirRapida(t, opciones = {}) {
  const { page } = await pagina(t, { ruta: "#/tramites", ...opciones });
  await entrar(page, "ventanilla");
  return page;
}

async function llenarConvenio(page, contenido) {
  const { creditos, inpc, ...resto } = contenido;
  for (let i = 1; i < creditos.length; i += 1) await page.locator("#agregar-creditos").click();
  await llenar(page, { patron: resto.patron, firma: resto.firma });
  if (resto.representante) await llenar(page, { representante: resto.representante });
  await llenar(page, { creditos });
  const { patron, firma, representante, plan, documentos, ...otros } = resto;
  await llenar(page, otros);
  if (inpc) await llenar(page, { inpc });
  await llenar(page, { plan, documentos });
}

test("de tres periodos sin pagar a la solicitud impresa, sólo con el teclado, con los centavos de la línea de órdenes", async (t) => {
  const page = await abrirRapida(t);
  const boton = page.getByRole("button", { name: `Captura rápida ${TITULO}` });
  await boton.waitFor();
  for (let i = 0; i < 60 && !(await boton.evaluate((e) => e === document.activeElement)); i += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Captura rápida" }).waitFor();
  const { contenido } = expediente("convenio", "doce_parcialidades");
  for (const bloque of ["patron", "firma", "representante"]) {
    for (const [nombre, valor] of Object.entries(contenido[bloque])) await teclear(page, `${bloque}.${nombre}`, valor);
  }
  for (const [i, credito] of PERIODOS.entries()) {
    if (i > 0) {
      await tabularHasta(page, "agregar-creditos");
      await page.keyboard.press("Enter");
      await page.locator(campo(`creditos.${i}.clase`)).waitFor();
    }
    for (const [nombre, valor] of Object.entries({ ...credito, situacion: "ordinaria" })) {
      await teclear(page, `creditos.${i}.${nombre}`, valor);
    }
  }
  await teclear(page, "adeudo.completos", true);
  for (const [nombre, valor] of Object.entries(contenido.admisibilidad)) await teclear(page, `admisibilidad.${nombre}`, valor);
  await teclear(page, "fechas.solicitud", "20/05/2026");
  await teclear(page, "plan.modalidad", "parcialidades");
  await teclear(page, "plan.plazo", "24");
  for (const [nombre, valor] of Object.entries(contenido.garantia)) await teclear(page, `garantia.${nombre}`, valor);
  await teclear(page, "documentos.protesta", true);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: "Revise antes de enviar" }).waitFor();
  const errores = await page.locator(".v-resumen-errores").allInnerTexts();
  assert.deepEqual(errores, []);

  const entrada = { solicitud: "2026-05-20", plazo: 24, creditos: PERIODOS, autorizacion_previa: { trabajadores: 40 } };
  const calculado = JSON.parse(nativo("convenio.simular", JSON.stringify(entrada)).texto);
  const ultimo = calculado.tabla.at(-1);
  const esperados = [
    calculado.adeudo.total,
    calculado.pago_inicial.total,
    calculado.saldo,
    calculado.tabla[0].pago,
    ultimo.pago,
    calculado.total_a_plazos,
    calculado.garantia.monto,
  ].map(enPesos);
  const enPantalla = await page.locator("main").innerText();
  for (const importe of esperados) assert.ok(enPantalla.includes(importe), `falta ${importe} en la pantalla`);
  assert.match(enPantalla, /20 días hábiles, hasta el 17 de junio de 2026/);
  assert.match(enPantalla, /queda autorizado/);

  const hojas = paginasDePdf(await page.pdf({ format: "Letter" }));
  const impreso = hojas.join("\n").replace(/\s+/g, "");
  for (const importe of esperados) assert.ok(impreso.includes(importe), `falta ${importe} impreso`);
  assert.ok(impreso.includes("BORRADOR,SINVALIDEZOFICIAL"));
  assert.ok(impreso.includes("Podernotarial"), "la lista de documentos se imprime entera");

  await tabularHasta(page, "enviar-el-tramite");
  await page.keyboard.press("Enter");
  await page.locator(".v-folio-numero").waitFor();
});

test("comparar plazos: elegir uno lo contesta, y el calendario se descarga", async (t) => {
  const page = await abrirRapida(t);
  await empezarRapida(page, TITULO);
  const contenido = delDia("doce_parcialidades");
  contenido.plan = {};
  await llenarConvenio(page, contenido);
  const filas = page.locator(".v-comparar tbody tr");
  await filas.first().waitFor();
  const nombres = await filas.locator("th .v-opcion span").evaluateAll((es) => es.filter((e) => !e.className).map((e) => e.firstChild.textContent));
  assert.deepEqual(nombres, ["6 meses", "12 meses", "18 meses", "24 meses", "36 meses", "48 meses", "Un pago a 6 meses", "Un pago a 12 meses"]);
  assert.match(await filas.nth(1).innerText(), /\$6,420\.35[\s\S]*1\.42 %[\s\S]*\$6,663\.94/);
  await filas.nth(1).getByRole("radio").focus();
  await page.keyboard.press("Space");
  await page.locator(`${campo("plan.plazo")}`).waitFor();
  assert.equal(await page.locator(campo("plan.plazo")).inputValue(), "12");
  assert.ok(await page.locator('input[name="p-plan-modalidad"][value="parcialidades"]').isChecked());
  const descarga = async (nombre) => {
    const [archivo] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: nombre }).click()]);
    return [archivo.suggestedFilename(), readFileSync(await archivo.path(), "utf8")];
  };
  const [nombreIcs, ics] = await descarga("Descargar para el calendario (.ics)");
  assert.equal(nombreIcs, "convenio.ics");
  assert.equal(ics.match(/BEGIN:VEVENT/g).length, 12);
  assert.match(ics, /DTSTART;VALUE=DATE:20260622/);
  assert.match(ics, /SUMMARY:Pago 1 de 12 del convenio: \$6\\,420\.35/);
  const [, csv] = await descarga("Descargar la tabla (.csv)");
  const renglones = csv.trim().split("\r\n");
  assert.equal(renglones.length, 13);
  assert.equal(renglones[1], "1,2026-06-20,2026-06-22,6420.35,999.40,5420.95,64959.31");
  assert.equal(renglones[12].split(",").at(-1), "0.00");
});

test("el INPC que falta se pide en su lugar, y con él se calcula", async (t) => {
  const page = await abrirRapida(t);
  await empezarRapida(page, TITULO);
  const contenido = delDia("inpc_dado");
  const { inpc, ...sin } = contenido;
  await llenarConvenio(page, sin);
  await page.waitForFunction((id) => document.querySelector(id)?.value === "10/2026", campo("inpc.0.mes")); // which month is not asked
  assert.match(await page.locator(".v-aviso", { hasText: "Todavía no se puede comparar" }).innerText(), /octubre de 2026/);
  await llenar(page, { inpc });
  await page.locator(".v-comparar").waitFor();
  assert.equal(await page.locator(".v-plazo-elegido").count(), 1);
});

test("el RCV queda fuera de las parcialidades y se dice por qué", async (t) => {
  const page = await abrirRapida(t);
  await empezarRapida(page, TITULO);
  await llenarConvenio(page, delDia("rcv_en_parcialidades"));
  await page.locator(".v-resultado", { hasText: "Crédito 2: queda fuera" }).waitFor();
  await contestar(page, "plan.modalidad", "diferido");
  await contestar(page, "plan.plazo", "6");
  await page.locator(".v-resultado", { hasText: "Crédito 2: queda fuera" }).waitFor({ state: "detached" });
});

for (const ancho of [1280, 390]) {
  test(`convenio, a ${ancho}: sin faltas serias y sin desbordarse`, async (t) => {
    const page = await abrirRapida(t, { ancho });
    await empezarRapida(page, TITULO);
    await llenarConvenio(page, delDia("doce_parcialidades"));
    await page.locator(".v-plazo-elegido").waitFor();
    await axe(page, "convenio, captura rápida");
    assert.equal(await seDesborda(page), "");
    await page.goto(page.url().replace(/rapida$/, "plan"));
    await page.getByRole("heading", { level: 1, name: "Modalidad y plazo" }).waitFor();
    await page.locator(".v-plazo-elegido").waitFor();
    await axe(page, "convenio, modalidad y plazo");
    assert.equal(await seDesborda(page), "");
  });
}
