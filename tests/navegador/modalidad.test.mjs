// ¿Qué modalidad me toca?: who is not sure goes, with the keyboard alone, from the first question to the folio of the right
// application; every figure is the command line's; only what matters is asked; errors, changes, paper, and what is kept.
import { test } from "node:test";
import assert from "node:assert/strict";
import { INDEPENDIENTE, conversar, datosDelCosto, preguntada } from "./charla.mjs";
import { axe, conNavegador, nativo, seDesborda } from "./comun.mjs";
import { paginasDePdf } from "./pdf.mjs";
import { campo, contestar, entrar, expediente, tabularHasta, teclear } from "./tramite.mjs";

const pagina = conNavegador();

async function abrir(t, opciones = {}) {
  const abierta = await pagina(t, { ruta: "#/modalidad", ...opciones });
  await abierta.page.locator("#modalidad-seguir").waitFor();
  return abierta.page;
}

function calcular(operacion, entrada) {
  const { texto, calculado } = nativo(operacion, JSON.stringify(entrada));
  assert.ok(calculado, texto);
  return JSON.parse(texto);
}

const enPesos = (texto) => `$${texto.replace(/\B(?=(\d{3})+\.)/g, ",")}`;
const deLaTarjeta = (page, modalidad, que) => page.locator(`[data-modalidad="${modalidad}"] [data-${que}]`).innerText();

test("quien no sabe cuál le toca, sólo con el teclado, de la primera pregunta al folio", async (t) => {
  const { page } = await pagina(t, { ruta: "#/tramites" });
  await entrar(page, "ventanilla");
  await page.goto(new URL("#/modalidad", page.url()).href);
  await page.locator("#modalidad-seguir").waitFor();
  const { contenido } = expediente("incorporacion", "pti_mensual");
  const situacion = { ...INDEPENDIENTE, "situacion.hubo_baja": "no", "familia.con_quien": "no", "busca.que": "todo" };
  const hechas = [];
  for (let ruta = await preguntada(page); ruta; ruta = await preguntada(page)) {
    assert.ok(ruta in situacion, ruta);
    await teclear(page, ruta, situacion[ruta]);
    // Enter goes on from a field; from a list, the button that follows it does
    if (await page.evaluate(() => document.activeElement.tagName === "SELECT")) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    hechas.push(ruta);
    await page.waitForFunction((id) => !document.querySelector(`.v-charla-actual ${id}`), campo(ruta), { timeout: 5000 }).catch(async () => {
      assert.fail(`no se pasa de ${ruta}: ${await page.locator(".v-charla-actual").innerText()}`);
    });
  }
  assert.ok(!hechas.some((r) => /fecha_baja|semanas/.test(r)), "sin baja no se pregunta por ella");
  assert.ok(!hechas.includes("busca.que"), "si sólo queda una no se pregunta qué importa más");
  await page.waitForFunction(() => document.activeElement?.id === "modalidad-resultado");
  assert.equal(await page.locator("#modalidad-resultado").innerText(), "Empiece por: Persona trabajadora independiente");
  await page.locator("[data-no='33']").getByText("Falta inscribir al menos a un familiar").waitFor();
  await teclear(page, "costo.ingreso_mensual", "12,000");
  const esperado = calcular("incorporacion.cotizar", { modalidad: "pti", anio: 2026, mes: 12, ingreso_mensual: "12000.00", clase: "I", area: "general" });
  await page.locator("[data-modalidad=pti] [data-mes]").getByText(enPesos(esperado.total), { exact: true }).waitFor();

  const boton = page.getByRole("button", { name: "Empezar la solicitud Persona trabajadora independiente" });
  for (let i = 0; i < 60 && !(await boton.evaluate((e) => e === document.activeElement)); i += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Incorporación voluntaria" }).or(page.getByRole("heading", { name: "Modalidad", exact: true })).first().waitFor();
  // what was told is not asked again: it is there
  const ruta = new URL(page.url()).hash.replace(/\/[^/]*$/, "/rapida");
  await page.goto(new URL(ruta, page.url()).href);
  await page.getByRole("heading", { level: 1, name: "Captura rápida" }).waitFor();
  assert.equal(await page.locator(`input[type=radio][name="p-opcion-modalidad"]:checked`).getAttribute("value"), "pti");
  assert.equal(await page.locator(`input[type=radio][name="p-situacion-actividad"]:checked`).getAttribute("value"), "independiente");
  assert.equal(await page.locator(campo("opcion.ingreso_mensual")).inputValue(), "12,000");
  await page.locator(campo("persona.nombres")).focus();
  for (const bloque of ["persona", "contacto", "presenta", "domicilio"]) {
    for (const [nombre, valor] of Object.entries(contenido[bloque])) {
      if (nombre !== "entidad") await teclear(page, `${bloque}.${nombre}`, valor);
    }
  }
  for (const nombre of ["ocupacion", "clase", "area", "periodicidad"]) await teclear(page, `opcion.${nombre}`, contenido.opcion[nombre]);
  await teclear(page, "opcion.infonavit", false);
  for (const [nombre, valor] of Object.entries(contenido.declaraciones)) await teclear(page, `declaraciones.${nombre}`, valor);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: "Revise antes de enviar" }).waitFor();
  assert.deepEqual(await page.locator(".v-resumen-errores").allInnerTexts(), []);
  await tabularHasta(page, "enviar-el-tramite");
  await page.keyboard.press("Enter");
  await page.locator(".v-folio-numero").waitFor();
});

test("quien no ha entrado contesta, entra, y su solicitud lo espera", async (t) => {
  const page = await abrir(t);
  await conversar(page, INDEPENDIENTE);
  await page.locator(campo("costo.ultimo_sbc")).fill("600");
  await page.getByRole("button", { name: "Empezar la solicitud Continuación voluntaria" }).click();
  await page.getByLabel("Cuenta", { exact: true }).fill("ventanilla");
  await page.getByLabel("Contraseña", { exact: true }).fill("demo-ventanilla");
  await page.getByRole("button", { name: "Entrar" }).click();
  await page.locator(`input[type=radio][name="p-opcion-modalidad"][value="40"]`).waitFor();
  assert.ok(await page.locator(`input[type=radio][name="p-opcion-modalidad"][value="40"]`).isChecked());
  // what was told goes with the account, and is nobody else's any more
  await page.goto(new URL("#/modalidad", page.url()).href);
  await page.locator("#modalidad-resultado").waitFor();
  await page.getByRole("button", { name: "Salir" }).click();
  await page.getByLabel("Cuenta", { exact: true }).waitFor();
  await page.goto(new URL("#/modalidad", page.url()).href);
  await page.locator(campo("situacion.actividad")).waitFor();
});

test("la comparación: cada cifra es la de la línea de órdenes, y se ve por qué las demás no", async (t) => {
  const page = await abrir(t);
  const hechas = await conversar(page, INDEPENDIENTE);
  assert.deepEqual(hechas, Object.keys(INDEPENDIENTE));
  await datosDelCosto(page);
  const pti = { modalidad: "pti", anio: 2026, mes: 12, ingreso_mensual: "12000.00", clase: "I", area: "general" };
  const familia = calcular("incorporacion.cotizar", { modalidad: "33", inicio: "2026-12-01", edades: [45, 43] });
  const cvro = calcular("incorporacion.cotizar", { modalidad: "40", anio: 2026, mes: 12, sbc: "600.00", ultimo_sbc: "600.00", area: "general" });
  const anual = calcular("incorporacion.cotizar", { modalidad: "44", inicio: "2026-12-01", periodicidad: "anual" });
  assert.equal(await deLaTarjeta(page, "pti", "mes"), enPesos(calcular("incorporacion.cotizar", pti).total));
  assert.equal(await deLaTarjeta(page, "pti", "anio"), enPesos(calcular("incorporacion.cotizar", { ...pti, periodicidad: "anual" }).total));
  assert.equal(await deLaTarjeta(page, "40", "mes"), enPesos(cvro.total));
  assert.equal(await deLaTarjeta(page, "33", "anio"), enPesos(familia.total));
  assert.equal(await deLaTarjeta(page, "44", "anio"), enPesos(anual.total));

  const perfil = {
    actividad: "independiente", relacion_laboral_vigente: false, fecha_baja: "2025-10-31", semanas_ultimos_5: 180, semanas_previas: 300,
    familiares: [{ parentesco: "conyuge", edad: 43 }],
  };
  const { opciones } = calcular("incorporacion.elegibilidad", { fecha: "2026-11-22", perfil });
  const proceden = opciones.filter((o) => o.procede !== "no").map((o) => o.modalidad);
  const enTarjetas = await page.locator("[data-modalidad]").evaluateAll((es) => es.map((e) => e.dataset.modalidad));
  assert.deepEqual([...enTarjetas].sort(), [...proceden].sort());
  assert.equal(enTarjetas[0], "pti", "la recomendada va primero");
  for (const opcion of opciones.filter((o) => o.procede === "no")) {
    const dicho = await page.locator(`[data-no="${opcion.modalidad}"]`).innerText();
    for (const articulo of opcion.fundamento) assert.ok(dicho.includes(articulo), `${opcion.modalidad}: ${articulo}`);
  }
  // the explanation is drawn when it is asked for, of the month and of the year, and follows the figures
  const razon = page.locator("[data-modalidad=pti] details", { hasText: "De dónde sale" });
  assert.equal(await razon.locator(".v-nodo").count(), 0);
  await razon.locator("> summary").click();
  await razon.getByText(calcular("incorporacion.cotizar", pti).total, { exact: true }).first().waitFor();
  await razon.getByText(calcular("incorporacion.cotizar", { ...pti, periodicidad: "anual" }).total, { exact: true }).first().waitFor();
  await page.locator(campo("costo.ingreso_mensual")).fill("13,000");
  await razon.getByText(calcular("incorporacion.cotizar", { ...pti, ingreso_mensual: "13000.00" }).total, { exact: true }).first().waitFor();
  await page.locator(campo("costo.ingreso_mensual")).fill("12,000");
  // the conflict between law and practice is told
  await page.locator("[data-modalidad='44']").getByText("El Instituto lo seguía anunciando en 2026").waitFor();
  // the grid says what the rules say
  for (const [i, modalidad] of enTarjetas.entries()) {
    const { seguros } = opciones.find((o) => o.modalidad === modalidad);
    const dados = await page.locator(`main .v-no-imprimir .v-rejilla tbody tr > :nth-child(${i + 2}).v-da`).count();
    assert.equal(dados, seguros.length, modalidad);
  }
  // the chart and its table
  assert.equal(await page.locator(".v-no-imprimir .v-modalidad-curva svg path:not(.v-eje)").count(), proceden.length);
  await page.getByText("Ver la gráfica como tabla").click();
  const tope = calcular("incorporacion.cotizar", { modalidad: "40", anio: 2026, mes: 12, sbc: "2932.75", area: "general" });
  const tabla = page.locator("section[aria-labelledby=modalidad-curva] table");
  await tabla.getByText(enPesos(tope.total), { exact: true }).waitFor();
  // every cell is what the rules say on that base, not a point read off a line
  const columnas = (await tabla.locator("thead th").allInnerTexts()).slice(1);
  for (const fila of await tabla.locator("tbody tr").evaluateAll((es) => es.map((e) => [...e.cells].map((c) => c.innerText)))) {
    const base = fila[0].replaceAll(/[$,]/g, "");
    const costo = fila[1 + columnas.indexOf("Persona trabajadora independiente")];
    const ingreso = ((Math.round(Number(base) * 100) * 31) / 100).toFixed(2);
    assert.equal(costo, enPesos(calcular("incorporacion.cotizar", { ...pti, ingreso_mensual: ingreso }).total), `independiente con ${base}`);
    const continuacion = fila[1 + columnas.indexOf("Continuación voluntaria")];
    const esperado = Number(base) < 600 ? "—" : enPesos(calcular("incorporacion.cotizar", { modalidad: "40", anio: 2026, mes: 12, sbc: base, area: "general" }).total);
    assert.equal(continuacion, esperado, `modalidad 40 con ${base}`);
  }

  const impreso = paginasDePdf(await page.pdf({ format: "Letter" }));
  const texto = impreso.join("\n").replace(/\s+/g, "");
  assert.ok(impreso.length <= 2, `${impreso.length} hojas`);
  for (const esperado of [enPesos(familia.total), enPesos(cvro.total), enPesos(anual.total), "Vistaprevia,sinvalidezoficial", "Lasquenolecorresponden", "nosedevuelvelacuota", "noesdelInstituto"]) {
    assert.ok(texto.includes(esperado), `falta ${esperado} en la hoja`);
  }
});

test("la cuota que no está en las tablas se pide, y no se supone", async (t) => {
  const page = await abrir(t);
  await conversar(page, INDEPENDIENTE);
  await datosDelCosto(page);
  await page.locator(campo("familiares.0.edad")).fill("25");
  await page.locator("[data-modalidad='33']").getByText("Falta la cuota oficial").waitFor();
  assert.equal(await page.locator("[data-modalidad='33'] [data-anio]").count(), 0);
  await page.locator(campo("cuotas.0.importe")).fill("9,000");
  const { total } = calcular("incorporacion.cotizar", { modalidad: "33", inicio: "2026-12-01", edades: [45, 25], cuota_oficial: { "20-29": "9000.00" } });
  await page.locator("[data-modalidad='33'] [data-anio]").getByText(enPesos(total), { exact: true }).waitFor();
});

test("una respuesta que falta o no se entiende se dice, y cambiar una anterior conserva las demás", async (t) => {
  const page = await abrir(t);
  await page.locator("#modalidad-seguir").click();
  await page.locator(".v-campo--error").getByText("Elija una respuesta").waitFor();
  const { "situacion.fecha_baja": _, ...resto } = INDEPENDIENTE;
  for (const [ruta, valor] of Object.entries(resto).slice(0, 5)) {
    await contestar(page, ruta, valor);
    await page.locator("#modalidad-seguir").click();
  }
  await page.locator(campo("situacion.fecha_baja")).fill("31/02/2025");
  await page.keyboard.press("Enter");
  await page.locator(".v-campo--error").waitFor();
  assert.equal(await page.locator(campo("situacion.fecha_baja")).inputValue(), "31/02/2025");
  await page.locator(campo("situacion.fecha_baja")).fill("31/10/2025");
  await page.keyboard.press("Enter");
  const quedan = { ...INDEPENDIENTE };
  await conversar(page, quedan);
  await page.getByRole("button", { name: "Cambiar ¿Tiene hoy un empleo" }).click();
  await contestar(page, "situacion.relacion_laboral_vigente", "si");
  await page.locator("#modalidad-seguir").click();
  // with a job: no continuación, no family insurance, nothing else asked again
  await page.locator("[data-no='40']").waitFor();
  await page.locator("[data-no='33']").waitFor();
  assert.deepEqual(await page.locator("[data-modalidad]").evaluateAll((es) => es.map((e) => e.dataset.modalidad).filter((m) => m === "pti")), ["pti"]);
  await page.waitForTimeout(400);
  await page.reload();
  await page.locator("#modalidad-resultado").waitFor(); // what was told is still there
  await page.getByRole("button", { name: "Empezar de nuevo" }).click();
  await page.locator(campo("situacion.actividad")).waitFor();
  assert.equal(await page.locator(".v-campo--error").count(), 0, "al empezar de nuevo nada está mal todavía");
  await page.getByRole("button", { name: "Deshacer" }).click();
  await page.locator("#modalidad-resultado").waitFor();
});

test("a quien lo asegura otro se le dice quién, y no se le pregunta de más", async (t) => {
  for (const [respuestas, titulo, cuantas] of [
    [{ "situacion.actividad": "ninguna", "situacion.relacion_laboral_vigente": "si" }, /Lo asegura quien lo emplea/, 2],
    [{ "situacion.actividad": "hogar_regular" }, /Le corresponde: Trabajo del hogar/, 1],
    [{ "situacion.actividad": "canero" }, /decreto/, 1],
  ]) {
    const page = await abrir(t, { ancho: 390, alto: 844 });
    const hechas = await conversar(page, respuestas);
    assert.equal(hechas.length, cuantas, hechas.join());
    assert.match(await page.locator("#modalidad-resultado").innerText(), titulo);
    await axe(page, String(titulo));
    assert.equal(await seDesborda(page), "");
  }
});
