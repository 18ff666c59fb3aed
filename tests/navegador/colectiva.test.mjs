// The collective application: a list of people pasted, mended row by row and sent, with the keyboard alone; what it says of
// a list that cannot be; and that a long one neither freezes the page nor is refused for its size.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { axe, conNavegador, nativo, seDesborda } from "./comun.mjs";
import { paginasDePdf } from "./pdf.mjs";
import { campo, contestar, empezarRapida, entrar, expediente, llenar, tabularHasta, teclear } from "./tramite.mjs";

const pagina = conNavegador();
const TITULO = "Incorporación colectiva";
const COLUMNAS = { nombre: "Nombre completo", curp: "CURP", nss: "NSS", ingreso_mensual: "Ingreso al mes", clase: "Clase de riesgo" };

/** The record of a case; signed and presented on the day of the tests, because the server's own day is another. */
function delDia(id) {
  const { contenido } = expediente("incorporacion_colectiva", id);
  Object.assign(contenido.opcion, { firma: "2026-11-15", solicitud: "2026-11-22" });
  return contenido;
}

/** The people as a spreadsheet copies them, with the columns in another order than the form's. */
function comoHoja(personas, campos = ["curp", "nombre", "clase", "nss", "ingreso_mensual"], separador = "\t") {
  const filas = personas.map((p) => campos.map((c) => p[c] ?? "").join(separador));
  return [campos.map((c) => COLUMNAS[c]).join(separador), ...filas].join("\n");
}

async function abrir(t, opciones = {}) {
  const abierta = await pagina(t, { ruta: "#/tramites", ...opciones });
  await entrar(abierta.page, "ventanilla");
  return abierta;
}

async function revisar(page) {
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: "Revise antes de enviar" }).waitFor();
}

const cuenta = (page) => page.locator("#p-personas-cuenta");
const diceCuenta = (page, texto) => page.waitForFunction((t) => document.querySelector("#p-personas-cuenta")?.textContent === t, texto);
const enLaCelda = (page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id);

/** Puts a text in the box of the list and adds its rows. */
async function pegar(page, texto) {
  const caja = page.locator("#p-personas-pegar");
  if (!(await caja.isVisible())) await page.locator(".v-pegar > summary").click();
  await caja.fill(texto);
  await page.locator("#p-personas-agregar").click();
}

/** Everything but the list and the declarations. */
async function llenarLoDemas(page, contenido) {
  const { personas: _, declaraciones, cuotas: __, ...resto } = contenido;
  const { modalidad, firma, solicitud, ...pago } = resto.opcion;
  await llenar(page, { ...resto, opcion: { modalidad, firma, solicitud } });
  await llenar(page, { opcion: pago, declaraciones });
}

test("quien pega 26 personas corrige dos filas y las envía, sólo con el teclado", async (t) => {
  const { page } = await abrir(t);
  const boton = page.getByRole("button", { name: `Captura rápida ${TITULO}` });
  await boton.waitFor();
  for (let i = 0; i < 60 && !(await boton.evaluate((e) => e === document.activeElement)); i += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Captura rápida" }).waitFor();
  const contenido = delDia("pti_26");
  await teclear(page, "opcion.modalidad", "pti");
  await teclear(page, "opcion.firma", "15/11/2026");
  await teclear(page, "opcion.solicitud", "22/11/2026");
  for (const bloque of ["moral", "representante", "contacto", "domicilio"]) {
    for (const [nombre, valor] of Object.entries(contenido[bloque])) {
      if (nombre !== "entidad") await teclear(page, `${bloque}.${nombre}`, valor);
    }
  }
  for (const nombre of ["area", "periodicidad", "infonavit"]) await teclear(page, `opcion.${nombre}`, contenido.opcion[nombre]);

  const personas = structuredClone(contenido.personas);
  const buena = personas[4].curp;
  personas[4].curp = buena.slice(0, 17) + ((Number(buena[17]) + 1) % 10);
  personas[8].clase = "";
  await tabularHasta(page, "p-personas-pegar");
  await page.keyboard.insertText(comoHoja(personas));
  await tabularHasta(page, "p-personas-agregar");
  await page.keyboard.press("Enter");
  await diceCuenta(page, "2 de 26 filas por corregir.");

  await tabularHasta(page, "p-personas-siguiente");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "CURP, fila 5");
  assert.match(await page.locator("#p-personas-hoja-mensaje").innerText(), /último dígito de la CURP es \d y corresponde \d.*Cópiela/);
  await page.keyboard.type(buena);
  await page.keyboard.press("Enter");
  await diceCuenta(page, "1 de 26 filas por corregir.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Tab"); // the filter
  await page.keyboard.press("Shift+Tab");
  for (let i = 0; i < 12 && (await enLaCelda(page)) !== "p-personas-siguiente"; i += 1) await page.keyboard.press("Shift+Tab");
  assert.equal(await enLaCelda(page), "p-personas-siguiente");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Clase de riesgo, fila 9");
  assert.match(await page.locator("#p-personas-hoja-mensaje").innerText(), /Falta la clase de riesgo, de I a V/);
  await page.keyboard.type("I");
  await page.keyboard.press("Enter");
  await diceCuenta(page, "26 filas, sin nada por corregir.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");

  for (const nombre of ["consentimiento", "falsedad", "protesta"]) await teclear(page, `declaraciones.${nombre}`, true);
  await revisar(page);
  assert.deepEqual(await page.locator(".v-resumen-errores").allInnerTexts(), []);

  const entrada = { modalidad: "pti", anio: 2026, mes: 12, ingreso_mensual: "12000.00", clase: "I", area: "general", infonavit: false, periodicidad: "mensual" };
  const { total } = JSON.parse(nativo("incorporacion.cotizar", JSON.stringify(entrada)).texto);
  const delGrupo = `$${(Number(total.replace(".", "")) * 26 / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",")}`;
  const enPantalla = await page.locator("main").innerText();
  assert.ok(enPantalla.includes(delGrupo), `falta ${delGrupo}`);
  assert.match(enPantalla, /26; el convenio pide al menos 25.*RACERF 75 II/s);
  assert.match(enPantalla, /cada persona, sólo lo suyo.*LSS 222 I/s);
  assert.match(enPantalla, /del 1 de diciembre de 2026/);
  assert.match(enPantalla, /cuestionario médico lo contesta cada persona/);
  await axe(page, "revisión");
  const impreso = paginasDePdf(await page.pdf({ format: "Letter" })).join("\n").replace(/\s+/g, "");
  for (const persona of [contenido.personas[0], contenido.personas[25]]) assert.ok(impreso.includes(persona.curp), `falta ${persona.curp} impreso`);
  assert.ok(impreso.includes(delGrupo));

  await tabularHasta(page, "enviar-el-tramite");
  await page.keyboard.press("Enter");
  await page.locator(".v-folio-numero").waitFor();
});

test("sin el mínimo no se envía, y se dice qué pasa y con qué artículo", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("button", { name: `Empezar ${TITULO}` }).click();
  const contenido = delDia("artesanos_20");
  const { modalidad, firma, solicitud, ...pago } = contenido.opcion;
  const seguir = async (titulo) => {
    await page.getByRole("button", { name: "Continuar" }).click();
    await page.getByRole("heading", { level: 1, name: titulo }).waitFor();
  };
  await page.getByRole("heading", { level: 1, name: "Convenio" }).waitFor();
  await contestar(page, "opcion.modalidad", "35");
  await contestar(page, "opcion.firma", firma);
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.getByRole("alert").getByRole("link", { name: /sólo se solicita de manera individual/ }).waitFor();
  await axe(page, "convenio");
  await llenar(page, { opcion: { modalidad, firma, solicitud } });
  await seguir("Persona moral");
  const { moral, representante, contacto, domicilio } = contenido;
  await llenar(page, { moral, representante, contacto, domicilio });
  await seguir("Forma de pago");
  await llenar(page, { opcion: pago });
  await seguir("Personas");
  await axe(page, "personas, lista vacía");
  await pegar(page, comoHoja(contenido.personas, undefined, ";"));
  await diceCuenta(page, "20 filas, sin nada por corregir.");
  await axe(page, "personas");
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.getByRole("alert").getByRole("link", { name: /20 personas y el convenio pide al menos 25.*no surte efectos.*trámite individual.*consentimiento/ }).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  assert.equal(await seDesborda(page), "");
  await axe(page, "personas a 390");
});

test("las filas repetidas se nombran una a otra; se filtran, se quitan y regresan", async (t) => {
  const { page } = await abrir(t);
  await empezarRapida(page, TITULO);
  await contestar(page, "opcion.modalidad", "pti");
  const { personas } = delDia("pti_26");
  personas[11].curp = personas[2].curp;
  personas[11].nss = personas[2].nss;
  personas[5].ingreso_mensual = "mucho";
  // from a file, with commas and a column of somebody else's
  const texto = comoHoja(personas, undefined, ",").split("\n").map((l, i) => `${i ? "55" : "Teléfono"},${l}`).join("\r\n");
  const elegido = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Abrir un archivo CSV…" }).click();
  await (await elegido).setFiles({ name: "padron.csv", mimeType: "text/csv", buffer: Buffer.from(texto, "utf8") });
  await diceCuenta(page, "3 de 26 filas por corregir.");
  assert.match(await page.locator("#p-personas-dicho").innerText(), /Se agregaron 26 filas de «padron.csv».*No se usaron las columnas: Teléfono/s);
  await page.locator("#p-personas-siguiente").click();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "CURP, fila 3");
  assert.match(await page.locator("#p-personas-hoja-mensaje").innerText(), /también está en la fila 12/);
  await page.locator("#p-personas-filtro").check();
  await page.locator("#p-personas-siguiente").click();
  await page.locator("#p-personas-siguiente").click();
  await page.locator("#p-personas-siguiente").click();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Ingreso al mes, fila 6");
  assert.equal(await page.locator(".v-padron [role=grid] input").inputValue(), "mucho", "lo que no se puede leer sigue en su celda");
  await page.keyboard.type("9000");
  await page.keyboard.press("Enter");
  await diceCuenta(page, "2 de 26 filas por corregir.");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Ingreso al mes, fila 12");
  await axe(page, "filtrada");
  await page.locator(".v-hoja-barra [data-accion=borrar]").click();
  await diceCuenta(page, "25 filas, sin nada por corregir.");
  await page.getByRole("button", { name: "Deshacer" }).last().click();
  await diceCuenta(page, "2 de 26 filas por corregir.");
  const bajada = page.waitForEvent("download");
  await page.getByRole("button", { name: /Bajar la lista/ }).click();
  const csv = readFileSync(await (await bajada).path(), "utf8");
  assert.match(csv, /Nombre completo,CURP,NSS,.*Su cuota,Por corregir/);
  assert.match(csv, /CURP: Esta CURP también está en la fila 12/);
  await page.locator("#p-personas-vaciar").click();
  await diceCuenta(page, "La lista está vacía: pegue filas, abra un archivo o escriba en la hoja.");
  await page.getByRole("button", { name: "Deshacer" }).last().click();
  await diceCuenta(page, "2 de 26 filas por corregir.");
  await page.getByText("Guardado en este equipo").waitFor();
  await page.reload();
  await diceCuenta(page, "2 de 26 filas por corregir.");
});

test("en el seguro de salud para la familia la cuota que falta se pregunta, y paga la persona moral", async (t) => {
  const { page } = await abrir(t);
  await empezarRapida(page, TITULO);
  const contenido = delDia("ssf_cuota_escrita");
  await llenarLoDemas(page, contenido);
  const filas = contenido.personas.map((p) => [p.nombre, p.curp, p.nss, p.familia].join("\t"));
  await pegar(page, filas.join("\n")); // without headings
  await diceCuenta(page, "50 filas, sin nada por corregir.");
  assert.equal(await page.locator(campo("cuotas.0.grupo")).inputValue(), "0-19");
  await contestar(page, "cuotas.0.importe", "9250.00");
  await page.locator(".v-padron ~ *, main").getByText("la persona moral, por todas las personas de la lista").first().waitFor();
  const total = await page.locator("main").innerText();
  assert.match(total, /RACERF 100 II/);
});

test("mil personas: ni la página se congela ni el servidor las rechaza por su tamaño", { timeout: 240000 }, async (t) => {
  const { page } = await abrir(t);
  await empezarRapida(page, TITULO);
  const contenido = delDia("pti_26");
  await llenarLoDemas(page, contenido);
  const personas = mil(contenido.personas);
  await pegar(page, comoHoja(personas));
  await diceCuenta(page, "1,000 filas, sin nada por corregir.");
  const tecla = await page.evaluate(async () => {
    const antes = performance.now();
    const caja = document.querySelector("#p-moral-denominacion");
    caja.value += "X";
    caja.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await new Promise((listo) => requestAnimationFrame(() => setTimeout(listo)));
    return performance.now() - antes;
  });
  t.diagnostic(`de una tecla a la pantalla, con mil filas, sin optimizar: ${Math.round(tecla)} ms`);
  assert.ok((await page.locator(".v-padron [role=row]").count()) < 80, "sólo se dibujan las filas a la vista");
  await page.locator("#p-declaraciones-protesta").focus();
  await revisar(page);
  assert.deepEqual(await page.locator(".v-resumen-errores").allInnerTexts(), []);
  const [peticion] = await Promise.all([
    page.waitForRequest((p) => p.method() === "PUT"),
    page.locator("#enviar-el-tramite").click(),
  ]);
  t.diagnostic(`cuerpo de mil personas: ${peticion.postData().length} bytes`);
  await page.locator(".v-folio-numero").waitFor();
});

/** A thousand different people: the same ones, with other days of birth and numbers. */
function mil(semillas) {
  const LETRAS = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
  const curp = (diecisiete) => {
    const suma = [...diecisiete].reduce((s, c, i) => s + LETRAS.indexOf(c) * (18 - i), 0);
    return diecisiete + ((10 - (suma % 10)) % 10);
  };
  const nss = (diez) => {
    const suma = [...diez].reduce((s, c, i) => s + (i % 2 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][c] : Number(c)), 0);
    return diez + ((10 - (suma % 10)) % 10);
  };
  return Array.from({ length: 1000 }, (_, i) => {
    const base = semillas[i % semillas.length];
    const anio = String(60 + (i % 38)).padStart(2, "0");
    const dia = String(1 + (i % 28)).padStart(2, "0");
    const consonantes = "BCDFGHJKLMNPQRSTVWXYZ";
    const tres = [i % 21, Math.floor(i / 21) % 21, Math.floor(i / 441)].map((n) => consonantes[n]).join("");
    return {
      ...base,
      nombre: `Persona Ficticia ${i + 1}`,
      curp: curp(`FIEP${anio}03${dia}HJC${tres}0`),
      nss: nss(`9990${anio}${String(i).padStart(4, "0")}`),
      ingreso_mensual: `${12000 + (i % 200)}.00`,
    };
  });
}
