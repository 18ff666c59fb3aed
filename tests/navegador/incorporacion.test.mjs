// The application to a voluntary modality: with the keyboard alone, with the same cents as the command line, and with a
// medical questionnaire of which nothing is kept, sent or printed.
import { test } from "node:test";
import assert from "node:assert/strict";
import { axe, conNavegador, nativo, seDesborda } from "./comun.mjs";
import { paginasDePdf } from "./pdf.mjs";
import { campo, contestar, empezarRapida, entrar, expediente, llenar, tabularHasta, teclear } from "./tramite.mjs";

const pagina = conNavegador();
const TITULO = "Incorporación voluntaria";
const enPesos = (texto) => `$${texto.replace(/\B(?=(\d{3})+\.)/g, ",")}`;

/** The record of a case, with the day of its application written down: the server's own day is another. */
const delDia = (id) => {
  const { contenido, hoy } = expediente("incorporacion", id);
  contenido.opcion.solicitud = hoy;
  return contenido;
};

async function abrir(t, opciones = {}) {
  const abierta = await pagina(t, { ruta: "#/tramites", ...opciones });
  await entrar(abierta.page, "ventanilla");
  return abierta;
}

/** What of a record is answered before its relatives and its cost, in the order of the form. */
async function llenarSolicitud(page, contenido) {
  const { opcion, beneficiarios = [], cuotas, documentos, declaraciones, ...resto } = contenido;
  const { modalidad, solicitud, cuestionario, ...costo } = opcion;
  await llenar(page, { opcion: { modalidad, ...(solicitud ? { solicitud } : {}) }, ...resto });
  for (let i = 0; i < beneficiarios.length; i += 1) await page.locator("#agregar-beneficiarios").click();
  const sinCuestionario = beneficiarios.map(({ cuestionario: _, ...b }) => b);
  await llenar(page, { opcion: costo, beneficiarios: sinCuestionario });
  if (cuotas) await llenar(page, { cuotas: cuotas.map(({ importe }) => ({ importe })) });
  await llenar(page, { declaraciones });
}

/** Answers a questionnaire with its keys: `s` for the questions in `afirmadas`, `n` for the others. */
async function contestarCuestionario(page, ruta, afirmadas = []) {
  const caja = page.locator(campo(ruta));
  await caja.getByRole("button", { name: /Contestar/ }).click();
  const cuantas = await caja.locator("li").count();
  await page.waitForFunction((id) => document.activeElement?.id === id, `${campo(ruta).slice(1)}-cuestionario-0`);
  for (let i = 0; i < cuantas; i += 1) await page.keyboard.press(afirmadas.includes(i) ? "s" : "n");
  await caja.getByRole("button", { name: "Terminar el cuestionario" }).click();
  await caja.locator(".v-cuestionario-estado .v-insignia").waitFor();
}

async function revisar(page) {
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: "Revise antes de enviar" }).waitFor();
}

test("quien quiere la modalidad 40 desde su baja, sólo con el teclado, con los centavos de la línea de órdenes", async (t) => {
  const { page } = await abrir(t);
  const boton = page.getByRole("button", { name: `Captura rápida ${TITULO}` });
  await boton.waitFor();
  for (let i = 0; i < 60 && !(await boton.evaluate((e) => e === document.activeElement)); i += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Captura rápida" }).waitFor();
  const { opcion, ...contenido } = delDia("cvro_retroactiva");
  await teclear(page, "opcion.modalidad", "40");
  await teclear(page, "opcion.solicitud", "20/04/2026");
  for (const bloque of ["persona", "contacto", "presenta", "domicilio", "situacion"]) {
    for (const [nombre, valor] of Object.entries(contenido[bloque])) {
      // the suggestion of the postal code has answered it already
      if (nombre !== "entidad") await teclear(page, `${bloque}.${nombre}`, valor);
    }
  }
  for (const nombre of ["ultimo_sbc", "base", "sbc", "inicio", "area"]) await teclear(page, `opcion.${nombre}`, opcion[nombre]);
  await teclear(page, "declaraciones.protesta", true);
  await revisar(page);
  assert.deepEqual(await page.locator(".v-resumen-errores").allInnerTexts(), []);

  const entrada = { modalidad: "40", desde: "2026-02-01", hasta: "2026-04-30", sbc: "2932.75", ultimo_sbc: "2000.00", area: "general" };
  const calculado = JSON.parse(nativo("incorporacion.cotizar", JSON.stringify(entrada)).texto);
  assert.equal(calculado.total, "37685.32", "febrero, marzo y abril del expediente");
  const esperados = [calculado.total, ...calculado.pagos.map((p) => p.importe)].map(enPesos);
  const enPantalla = await page.locator("main").innerText();
  for (const importe of esperados) assert.ok(enPantalla.includes(importe), `falta ${importe} en la pantalla`);
  assert.match(enPantalla, /No da servicio médico/);
  assert.match(enPantalla, /hasta el 31 de enero de 2031/, "cinco años desde la baja");
  const impreso = paginasDePdf(await page.pdf({ format: "Letter" })).join("\n").replace(/\s+/g, "");
  for (const importe of esperados) assert.ok(impreso.includes(importe), `falta ${importe} impreso`);
  assert.ok(impreso.includes("BORRADOR,SINVALIDEZOFICIAL"));

  await tabularHasta(page, "enviar-el-tramite");
  await page.keyboard.press("Enter");
  await page.locator(".v-folio-numero").waitFor();
});

/** Everything that this browser keeps, as text. */
const guardado = (page) =>
  page.evaluate(async () => {
    const pedir = (p) => new Promise((bien, mal) => Object.assign(p, { onsuccess: () => bien(p.result), onerror: () => mal(p.error) }));
    const todo = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie, location.href, document.title];
    for (const { name } of await indexedDB.databases()) {
      const base = await pedir(indexedDB.open(name));
      for (const almacen of base.objectStoreNames) {
        const objetos = base.transaction(almacen).objectStore(almacen);
        todo.push(JSON.stringify([await pedir(objetos.getAllKeys()), await pedir(objetos.getAll())]));
      }
      base.close();
    }
    for (const clave of await caches.keys()) todo.push(clave);
    return todo.join("\n");
  });

/** What differs from one application to the next whatever was answered: keys, times, folios, and how many times a draft was
 * kept (several keys in a row are kept once, so it depends on how fast they came). */
const sinLoPropio = (texto) =>
  texto
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "UUID")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)?/g, "HORA")
    .replace(/VN-\d{4}-\d{6}-\w/g, "FOLIO")
    .replace(/(revision\\*":)\d+/g, "$1N");

test("de lo que se contesta en el cuestionario médico no queda nada: ni guardado, ni enviado, ni impreso", async (t) => {
  const contenido = delDia("ssf_familia");
  const corridas = [];
  // different answers of the same outcome must leave the very same traces
  for (const [titular, hijo] of [[[4], [0, 16]], [[2, 9], [14]]]) {
    const { page } = await abrir(t);
    const cuerpos = [];
    page.on("request", (p) => p.method() === "GET" || p.url().includes("sesion") || cuerpos.push(`${p.method()} ${p.url()} ${p.postData() ?? ""}`));
    await empezarRapida(page, TITULO);
    await llenarSolicitud(page, contenido);
    await contestarCuestionario(page, "opcion.cuestionario", titular);
    await contestarCuestionario(page, "beneficiarios.0.cuestionario", []);
    await contestarCuestionario(page, "beneficiarios.1.cuestionario", hijo);
    await page.getByText("Guardado en este equipo").waitFor();
    const borrador = await guardado(page);
    await revisar(page);
    const impreso = paginasDePdf(await page.pdf({ format: "Letter" })).join("\n");
    await page.locator("#enviar-el-tramite").click();
    await page.locator(".v-folio-numero").waitFor();
    corridas.push({ borrador, impreso, enviado: cuerpos.join("\n"), despues: await guardado(page) });
  }
  const [una, otra] = corridas;
  for (const donde of Object.keys(una)) {
    assert.equal(sinLoPropio(una[donde]), sinLoPropio(otra[donde]), `${donde}: cambia con lo que se contestó`);
    assert.doesNotMatch(una[donde], /PX-\d\d|cuestionario-\d/, donde);
  }
  // the outcome does travel, or the comparison would prove nothing
  assert.match(una.enviado, /"cuestionario":"revision".*"cuestionario":"contestado".*"cuestionario":"revision"|revision/s);
  assert.equal(una.enviado.match(/"cuestionario":"revision"/g)?.length, 2);
  assert.match(una.impreso.replace(/\s+/g, " "), /lo revisa el Instituto/);
});

test("el cuestionario se olvida al cerrar la solicitud, y quien entra después no lo ve", async (t) => {
  const { page } = await abrir(t);
  await empezarRapida(page, TITULO);
  await contestar(page, "opcion.modalidad", "33");
  const caja = page.locator(campo("opcion.cuestionario"));
  await caja.getByRole("button", { name: /Contestar/ }).click();
  await page.keyboard.press("s");
  await page.keyboard.press("n");
  assert.equal(await caja.locator("input:checked").count(), 2);
  await caja.getByRole("button", { name: "Terminar el cuestionario" }).click();
  assert.equal(await caja.getByRole("alert").innerText(), "Falta contestar la pregunta 3.");
  await caja.getByRole("button", { name: "Cerrar sin terminar" }).click();
  await caja.getByRole("button", { name: /Contestar/ }).click();
  assert.equal(await caja.locator("input:checked").count(), 2, "mientras sigue abierta, se conserva en la memoria");
  await page.reload();
  await caja.getByRole("button", { name: /Contestar/ }).click();
  assert.equal(await caja.locator("input:checked").count(), 0, "al volver a abrir, no queda nada");
});

test("la cuota que falta en las tablas se pregunta; sin ella no se calcula nada", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("button", { name: `Empezar ${TITULO}` }).click();
  const seguir = async (titulo) => {
    await page.getByRole("button", { name: "Continuar" }).click();
    await page.getByRole("heading", { level: 1, name: titulo }).waitFor();
  };
  const { opcion, beneficiarios, persona, contacto, presenta, domicilio, situacion } = expediente("incorporacion", "ssf_cuota_escrita").contenido;
  await page.getByRole("heading", { level: 1, name: "Modalidad" }).waitFor();
  await contestar(page, "opcion.modalidad", opcion.modalidad);
  await axe(page, "modalidad");
  await seguir("Persona");
  await llenar(page, { persona, contacto, presenta });
  await seguir("Domicilio");
  await llenar(page, { domicilio });
  await seguir("Situación y seguros anteriores");
  await llenar(page, { situacion });
  await page.getByText("Procede: Seguro de salud para la familia").waitFor();
  await axe(page, "situación");
  await seguir("Familia y cuestionario médico");
  await page.locator(campo("opcion.cuestionario")).getByRole("button", { name: "Se entrega en papel" }).click();
  await contestar(page, "opcion.sin_familia", false);
  await page.waitForTimeout(400); // longer than an error waits
  assert.equal(await page.locator(".v-error").count(), 0, "todavía no se reclama al familiar que falta");
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.getByRole("alert").getByRole("link", { name: /Agregue al menos a un familiar/ }).waitFor();
  await page.locator("#agregar-beneficiarios").click();
  const { cuestionario: _, ...hijo } = beneficiarios[0];
  await llenar(page, { beneficiarios: [hijo] });
  await page.locator(campo("beneficiarios.0.cuestionario")).getByRole("button", { name: "Contestar el cuestionario" }).click();
  await axe(page, "cuestionario");
  await page.setViewportSize({ width: 390, height: 844 });
  assert.equal(await seDesborda(page), "");
  await axe(page, "cuestionario a 390");
  await page.getByRole("button", { name: "Cerrar sin terminar" }).click();
  await page.locator(campo("beneficiarios.0.cuestionario")).getByRole("button", { name: "Se entrega en papel" }).click();
  await seguir("Cuota y forma de pago");
  await page.getByText("Todavía no se puede calcular").waitFor();
  assert.equal(await page.locator(campo("cuotas.0.grupo")).inputValue(), "0-19", "sólo se pregunta el grupo que falta");
  await contestar(page, "cuotas.0.importe", "9250.00");
  await page.getByText("$23,600.00", { exact: false }).first().waitFor();
  assert.equal(await seDesborda(page), "");
  await axe(page, "cuota a 390");
});

test("lo que no procede se dice al contestar, con su artículo, y no deja seguir", async (t) => {
  const { page } = await abrir(t);
  await empezarRapida(page, TITULO);
  await llenarSolicitud(page, expediente("incorporacion", "cvro_con_empleo").contenido);
  const aviso = page.locator(".v-aviso--error");
  assert.match(await aviso.innerText(), /No procede: Continuación voluntaria.*LSS 218.*LSS 220 III/s);
  await revisar(page);
  await page.getByRole("link", { name: /Con esta situación no procede/ }).waitFor();
  await page.locator("#enviar-el-tramite").click();
  assert.equal(await page.locator(".v-folio-numero").count(), 0);
});
