// What the institution does with what it received, and what its owner sees of it: the queue, one trámite whole, its receipt.
// The real server with its demonstration accounts. Each test makes its own trámites, under a name that nobody else has.
import { test } from "node:test";
import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { URL_BASE, archivo, axe, conNavegador, lista, seDesborda } from "./comun.mjs";

const pagina = conNavegador();
const CASOS = JSON.parse(readFileSync(archivo("crates/tramites/tests/expedientes/registro_patronal.json"), "utf8"));
const API = new URL("api/v1/", URL_BASE).href;
const CABECERAS = { "X-Ventanilla": "1", Origin: new URL(URL_BASE).origin };

/** A word that no other trámite has: letters only, so that no identifier begins with it. */
const palabra = () => `Zz${randomBytes(8).toString("hex").replaceAll(/\d/g, (d) => "ghijklmnop"[d])}`;

/** Signs a context in, without the form (that is another file's). */
async function entrar(page, usuario) {
  const data = { cuenta: usuario, contrasena: `demo-${usuario}` };
  const respuesta = await page.request.post(`${API}sesion`, { data, headers: CABECERAS });
  assert.equal(respuesta.status(), 200, await respuesta.text());
}

async function pedir(page, metodo, ruta, data) {
  const respuesta = await page.request.fetch(API + ruta, { method: metodo, data, headers: CABECERAS });
  assert.ok(respuesta.ok(), `${metodo} ${ruta}: ${respuesta.status()} ${await respuesta.text()}`);
  return respuesta.json();
}

/** Presents a registro patronal from the account of `page`. */
async function presentar(page, nombre) {
  const caso = structuredClone(CASOS.find((c) => c.id === "moral_a_tiempo"));
  caso.contenido.moral.denominacion = `${nombre}, S.A. de C.V.`;
  const { normativa } = await pedir(page, "GET", "sesion");
  const { tramite, contenido, cifras } = caso;
  return pedir(page, "PUT", `tramites/${randomUUID()}`, { tramite, formato: 1, normativa, contenido, cifras });
}

const mover = (page, uuid, estado, motivo = "") => pedir(page, "POST", `tramites/${uuid}/estado`, { estado, motivo, version: 1 });

/** A page signed in with an account, at an address. */
async function como(t, usuario, ruta = "", opciones = {}) {
  const { page, ...resto } = await pagina(t, { ruta: "#/entrar", ...opciones });
  await entrar(page, usuario);
  if (ruta) await ir(page, ruta);
  return { page, ...resto };
}

/** Goes to an address from the beginning, as who opens a link. */
async function ir(page, ruta) {
  await page.goto("about:blank");
  await page.goto(URL_BASE + ruta);
  await lista(page);
}

const filas = (page) => page.getByRole("table", { name: "Trámites" }).locator("tbody tr");
const titulo = (page, texto) => page.getByRole("heading", { level: 1, name: texto }).waitFor();
const boton = (page, nombre) => page.getByRole("button", { name: nombre, exact: true });
const estado = (page, nombre) => page.locator(".v-expediente-datos .v-insignia", { hasText: nombre }).waitFor();

/** Searches, and waits until only `cuantas` rows are left. */
async function buscar(page, texto, cuantas = 1) {
  await page.getByRole("searchbox", { name: "Buscar" }).fill(texto);
  await page.waitForFunction(
    ([texto, n]) => {
      const filas = [...document.querySelectorAll(".v-bandeja-tabla tbody tr")];
      return filas.length === n && filas.every((f) => f.innerText.toLowerCase().includes(texto.toLowerCase()));
    },
    [texto, cuantas],
  );
}

test("de la bandeja a la autorización: cotejar, prevenir, corregir, autorizar, acuse", async (t) => {
  const nombre = palabra();
  const patron = await como(t, "patron");
  const { uuid, folio } = await presentar(patron.page, nombre);

  // the clerk finds it, compares a document, and asks for a correction
  const { page } = await como(t, "ventanilla", "#/bandeja");
  await titulo(page, "Bandeja");
  await buscar(page, nombre);
  await page.locator(".v-bandeja-estados label", { hasText: "Autorizado" }).click();
  await page.getByText("Nada con esos filtros").waitFor();
  await page.locator(".v-bandeja-estados label", { hasText: "Recibido" }).click();
  await filas(page).filter({ hasText: folio }).locator("td").nth(1).click();
  await titulo(page, folio);
  const documento = page.locator(".v-documentos input").first();
  await documento.check();
  await page.getByText(/^Cotejado por ventanilla/).first().waitFor();
  assert.ok(await documento.evaluate((e) => e === document.activeElement), "el foco sigue en la casilla");
  assert.equal(await boton(page, "Autorizar").count(), 0, "la ventanilla no autoriza");
  await boton(page, "Empezar la revisión").click();
  await boton(page, "Empezar la revisión").click();
  await estado(page, "En revisión");
  await boton(page, "Pedir una corrección").click();
  await boton(page, "Pedir una corrección").click();
  await page.locator("#motivo-error").getByText("Escriba el motivo").waitFor();
  const motivo = "Falta <b>el poder</b>.\nTráigalo.";
  await page.getByLabel("Motivo").fill(motivo);
  await boton(page, "Pedir una corrección").click();
  await estado(page, "Prevenido");
  assert.ok((await page.locator("blockquote").first().innerText()).includes("<b>el poder</b>"), "se lee como se escribió");

  // its owner reads why, and sends it again with the same folio
  await ir(patron.page, `#/expediente/${uuid}`);
  await patron.page.getByRole("heading", { name: "Le pidieron una corrección" }).waitFor();
  assert.equal(await patron.page.locator(".v-documentos input").count(), 0, "el patrón no coteja");
  await boton(patron.page, "Corregir y enviar otra vez").click();
  await titulo(patron.page, "Revise antes de enviar");
  await boton(patron.page, "Enviar el trámite").click();
  await patron.page.locator(".v-folio-numero", { hasText: folio }).waitFor();

  // the supervisor authorizes what is now version 2
  const supervisor = (await como(t, "supervisor", `#/expediente/${uuid}`)).page;
  await supervisor.getByRole("heading", { name: "Versiones recibidas" }).waitFor();
  await boton(supervisor, "Empezar la revisión").click();
  await boton(supervisor, "Empezar la revisión").click();
  await boton(supervisor, "Autorizar").click();
  await supervisor.getByText("No se puede deshacer").waitFor();
  await boton(supervisor, "Autorizar").click();
  await estado(supervisor, "Autorizado");
  await supervisor.getByRole("link", { name: "Ver el acuse" }).click();
  const acuse = supervisor.locator(".v-acuse");
  await acuse.waitFor();
  const texto = await acuse.innerText();
  const { huella } = await pedir(supervisor, "GET", `tramites/${uuid}`);
  assert.equal(texto.match(/(?:[0-9a-f]{8} ?){8}/)?.[0].replaceAll(" ", "").trim(), huella);
  for (const parte of [folio, nombre, "EKU9003173C9", "No es una resolución", "sin validez oficial"]) {
    assert.ok(texto.includes(parte), parte);
  }
  const tarjeta = await supervisor.locator(".v-tarjeta-patronal").innerText();
  for (const parte of ["(muestra)", "Por asignar", "Calle Ficticia 100", "911", "0.54355"]) {
    assert.ok(tarjeta.includes(parte), parte);
  }
});

test("lo que se concede si nadie contesta se avisa arriba de todo: un convenio a punto de quedar autorizado", async (t) => {
  const nombre = palabra();
  const quien = await como(t, "ventanilla");
  const convenios = JSON.parse(readFileSync(archivo("crates/tramites/tests/expedientes/convenio.json"), "utf8"));
  const { tramite, hoy, contenido, cifras } = convenios.find((c) => c.id === "doce_parcialidades");
  contenido.patron.nombre = `${nombre}, S.A. de C.V.`;
  contenido.fechas = { solicitud: hoy }; // its answer was due months ago
  const { normativa } = await pedir(quien.page, "GET", "sesion");
  const { folio } = await pedir(quien.page, "PUT", `tramites/${randomUUID()}`, { tramite, formato: 1, normativa, contenido, cifras });
  const { page } = await como(t, "supervisor", "#/bandeja");
  const alarma = page.locator(".v-alarma");
  await alarma.getByText(folio).waitFor();
  assert.match(await alarma.innerText(), /17 de junio de 2026|17-jun-2026/);
  await alarma.getByRole("link", { name: folio }).click();
  await titulo(page, folio);
  await page.getByText("Calendario de pagos").first().waitFor({ state: "attached" });
});

test("un patrón no ve lo que no es suyo, ni en la lista ni por la dirección", async (t) => {
  const nombre = palabra();
  const ventanilla = await como(t, "ventanilla");
  const { uuid } = await presentar(ventanilla.page, nombre);
  const { page } = await como(t, "patron", "#/bandeja", { permitir: [/404/] });
  await titulo(page, "Mis trámites presentados");
  assert.equal(await page.getByRole("button", { name: "Descargar CSV" }).count(), 0);
  await page.getByRole("searchbox", { name: "Buscar" }).fill(nombre);
  await page.getByText("Nada con esos filtros").waitFor();
  await ir(page, `#/expediente/${uuid}`);
  await page.getByText("No hay un trámite con esa dirección, o no es de su cuenta.").waitFor();

  // linked by the clerk, it is there
  await ir(ventanilla.page, `#/expediente/${uuid}`);
  await ventanilla.page.getByText("Ligar con la cuenta del patrón").click();
  await ventanilla.page.getByLabel("Usuario").fill("patron");
  await boton(ventanilla.page, "Ligar").click();
  await ventanilla.page.getByText("Se ligó a la cuenta patron").waitFor();
  await ir(page, "#/bandeja");
  await buscar(page, nombre);
});

test("quien practica no entra a la ventanilla real, y sin cuenta se invita a entrar", async (t) => {
  const { page } = await como(t, "aprendiz", "#/bandeja");
  await titulo(page, "Esta cuenta es de capacitación");
  const otra = await pagina(t, { ruta: "#/bandeja" });
  await titulo(otra.page, "Entre para ver los trámites");
});

test("sólo con el teclado: buscar, bajar, abrir, cotejar y pedir una corrección", async (t) => {
  const nombre = palabra();
  const { page } = await como(t, "ventanilla");
  const folios = [];
  for (let i = 0; i < 3; i++) folios.push((await presentar(page, nombre)).folio);
  await ir(page, "#/bandeja");
  await filas(page).first().waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type(nombre);
  await page.waitForFunction(() => document.querySelectorAll(".v-bandeja-tabla tbody tr").length === 3);
  const enfocado = () => page.evaluate(() => document.activeElement.innerText);
  for (const [tecla, folio] of [["ArrowDown", 2], ["ArrowDown", 1], ["ArrowDown", 0], ["ArrowUp", 1], ["End", 0], ["Home", 2]]) {
    await page.keyboard.press(tecla);
    assert.equal(await enfocado(), folios[folio], tecla);
  }
  await page.keyboard.press("Enter");
  await titulo(page, folios[2]);
  const hasta = async (que) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(que)) return;
    }
    assert.fail(`no se llega con el teclado: ${que}`);
  };
  await hasta(() => document.activeElement.innerText === "Pedir una corrección");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "motivo");
  await page.keyboard.type("Falta el croquis.");
  await hasta(() => document.activeElement.innerText === "Pedir una corrección");
  await page.keyboard.press("Enter");
  await estado(page, "Prevenido");
  assert.equal(await page.evaluate(() => document.activeElement.id), "que-sigue");
  await hasta(() => document.activeElement.type === "checkbox");
  await page.keyboard.press("Space");
  await page.getByText(/^Cotejado por ventanilla/).first().waitFor();
});

test("si otra persona lo movió, se dice, se ve como quedó, y el motivo sigue ahí", async (t) => {
  const { page } = await como(t, "ventanilla", "", { permitir: [/409/] });
  const { uuid } = await presentar(page, palabra());
  await ir(page, `#/expediente/${uuid}`);
  await boton(page, "Pedir una corrección").click();
  await page.getByLabel("Motivo").fill("Esto no se pierde.");
  const otra = (await como(t, "supervisor")).page;
  await mover(otra, uuid, "en_revision");
  await mover(otra, uuid, "autorizado");
  await boton(page, "Pedir una corrección").click();
  await page.getByText("Alguien más movió este trámite").waitFor();
  await estado(page, "Autorizado");
  assert.equal(await page.getByLabel("Motivo").inputValue(), "Esto no se pierde.");
  await page.getByText("esto ya no procede").waitFor();
});

test("una marca que no se guardó se quita, y se dice", async (t) => {
  const { page } = await como(t, "ventanilla", "", { permitir: [/500/] });
  const { uuid } = await presentar(page, palabra());
  await ir(page, `#/expediente/${uuid}`);
  await page.route("**/documentos/*", (r) => r.fulfill({ status: 500, body: "" }));
  const documento = page.locator(".v-documentos input").first();
  await documento.click();
  await page.getByText(/^No se guardó la marca/).waitFor();
  assert.equal(await documento.isChecked(), false);
});

test("sin red se dice, lo de antes queda a la vista, y se vuelve a intentar", async (t) => {
  const nombre = palabra();
  const { page } = await como(t, "ventanilla", "", { permitir: [/ERR_INTERNET_DISCONNECTED|Failed to load/] });
  await presentar(page, nombre);
  await ir(page, "#/bandeja");
  await buscar(page, nombre);
  await page.context().setOffline(true);
  await boton(page, "Actualizar").click();
  await page.getByText("No hay conexión con el servidor.").waitFor();
  assert.equal(await filas(page).count(), 1);
  await page.context().setOffline(false);
  await boton(page, "Volver a intentar").click();
  await page.getByText("No hay conexión con el servidor.").waitFor({ state: "detached" });
});

test("el CSV lleva los filtros que se ven", async (t) => {
  const nombre = palabra();
  const { page } = await como(t, "ventanilla");
  const { folio } = await presentar(page, nombre);
  await ir(page, "#/bandeja");
  await buscar(page, nombre);
  const llegada = page.waitForResponse(/tramites\.csv/);
  await page.getByRole("button", { name: "Descargar CSV" }).click();
  const respuesta = await llegada;
  const csv = (await respuesta.text()).trim().split("\r\n");
  assert.equal(csv.length, 2);
  assert.ok(csv[1].includes(folio));
});

for (const ancho of [1280, 390, 320]) {
  test(`a ${ancho}: bandeja, expediente y acuse sin faltas serias y sin moverse de lado`, async (t) => {
    const nombre = palabra();
    const { page } = await como(t, "supervisor", "", { ancho, alto: 844 });
    const { uuid } = await presentar(page, nombre);
    const revisar = async (donde) => {
      await page.waitForTimeout(350);
      for (const linea of await axe(page, donde)) t.diagnostic(linea);
      assert.equal(await seDesborda(page), "", donde);
    };
    await ir(page, "#/bandeja");
    await buscar(page, nombre);
    await revisar("bandeja");
    await page.getByRole("searchbox", { name: "Buscar" }).fill("nadie se llama así");
    await page.getByText("Nada con esos filtros").waitFor();
    await revisar("bandeja vacía");
    await ir(page, `#/expediente/${uuid}`);
    await boton(page, "Pedir una corrección").click();
    await boton(page, "Pedir una corrección").click();
    await page.locator("#motivo-error .v-error").waitFor();
    await revisar("expediente");
    await mover(page, uuid, "en_revision");
    await mover(page, uuid, "autorizado");
    await ir(page, `#/acuse/${uuid}`);
    await page.locator(".v-tarjeta-patronal").waitFor();
    await revisar("acuse");
  });
}
