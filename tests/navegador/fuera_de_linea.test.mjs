// Without a network: the page opens and works from what the worker keeps, what is sent waits and arrives once, and another
// version takes over only when somebody asks for it.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ARGUMENTOS, archivo, axe, lista, seDesborda } from "./comun.mjs";
import { ejemplo, totalEnCentavos } from "./nomina.mjs";
import { Servidor, empezarRapida, entrar, expediente, llenar } from "./tramite.mjs";

/** A browser with a profile of its own on disk: closed and opened again, it has what it had. */
class Perfil {
  carpeta = mkdtempSync(join(tmpdir(), "ventanilla-perfil-"));

  async abrir(opciones = {}) {
    this.contexto = await chromium.launchPersistentContext(this.carpeta, {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: ARGUMENTOS,
      locale: "es-MX",
      timezoneId: "America/Mexico_City",
      viewport: { width: 1280, height: 900 },
      serviceWorkers: "allow",
      ...opciones,
    });
    return this.contexto.pages()[0] ?? this.contexto.newPage();
  }

  async borrar() {
    await this.contexto?.close().catch(() => {});
    rmSync(this.carpeta, { recursive: true, force: true });
  }
}

const porBorrar = [];
after(async () => {
  for (const cosa of porBorrar) await cosa.borrar();
});

async function nuevos(...opciones) {
  const servidor = await Servidor.nuevo(...opciones);
  const perfil = new Perfil();
  porBorrar.push(perfil, servidor);
  return { servidor, perfil, page: await perfil.abrir() };
}

/** Waits until the worker has everything and answers for this page. */
const trabajando = (page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", undefined, { timeout: 60_000 });

const titulo = (page, texto) => page.getByRole("heading", { level: 1, name: texto, exact: true }).waitFor();

test("abierta una vez con red, después abre y calcula sin servidor en todos sus módulos", async () => {
  const { servidor, page } = await nuevos();
  await page.goto(servidor.url);
  await lista(page);
  await trabajando(page);
  await servidor.matar();
  await page.goto("about:blank");
  await page.goto(servidor.url);
  await lista(page);
  await ejemplo(page);
  assert.ok((await totalEnCentavos(page)) > 0);
  assert.match(await page.locator(".v-pie").innerText(), /Lista para trabajar sin red/);
  for (const [ruta, nombre] of [
    ["#/clasificacion", "Clasificación"],
    ["#/capacitacion", "Capacitación"],
    ["#/equipo", "Este equipo"],
    ["#/ayuda", "Ayuda"],
  ]) {
    await page.goto(new URL(ruta, servidor.url).href);
    await titulo(page, nombre);
  }
  const respuesta = await page.evaluate(() => window.ventanilla.calcular("plazo", {}));
  assert.equal(typeof respuesta, "object", "la puerta del contrato");
});

test("no guarda nada más que la página: ni la interfaz del servidor ni lo que se escribe", async () => {
  const { servidor, page } = await nuevos();
  await page.goto(`${servidor.url}#/tramites`);
  await lista(page);
  await trabajando(page);
  await entrar(page, "ventanilla");
  await page.reload();
  await titulo(page, "Trámites");
  const guardadas = await page.evaluate(async () => {
    const urls = [];
    for (const caja of await caches.keys()) {
      for (const peticion of await (await caches.open(caja)).keys()) urls.push(new URL(peticion.url).pathname);
    }
    return urls;
  });
  assert.ok(guardadas.includes("/index.html") && guardadas.some((u) => u.endsWith(".wasm")));
  assert.deepEqual(guardadas.filter((u) => u.startsWith("/api/")), []);
  const deLaLista = [...readFileSync(archivo("dist/sw.js"), "utf8").matchAll(/^ {2}\["([^"]+)"/gm)].map(([, n]) => `/${n}`);
  assert.deepEqual(guardadas.filter((u) => u !== "/sw.js").sort(), deLaLista.sort());
});

test("se llena y se envía sin red, se cierra el navegador, vuelve la red: el trámite llega una vez", async () => {
  const { servidor, perfil, page } = await nuevos();
  await page.goto(`${servidor.url}#/tramites`);
  await lista(page);
  await trabajando(page);
  await entrar(page, "ventanilla");
  await servidor.matar(); // there is no network from here on
  await page.goto("about:blank");
  await page.goto(`${servidor.url}#/tramites`);
  await titulo(page, "Trámites");
  const uuid = await empezarRapida(page);
  await llenar(page, expediente("registro_patronal", "moral_a_tiempo").contenido);
  await page.getByRole("button", { name: "Revisar" }).click();
  await titulo(page, "Revise antes de enviar");
  await page.getByRole("button", { name: "Enviar el trámite" }).click();
  await titulo(page, "Envío");
  await page.getByText("Guardado en este equipo, por enviar").waitFor();
  await perfil.contexto.close();

  await servidor.encender();
  const otra = await perfil.abrir();
  await otra.goto(servidor.url); // any page: nobody has to go and look for it
  await lista(otra);
  const enElServidor = async () => (await (await otra.request.get(`${servidor.url}api/v1/tramites`)).json()).tramites;
  for (let i = 0; i < 100 && (await enElServidor()).length === 0; i += 1) await otra.waitForTimeout(100);
  await otra.goto(`${servidor.url}#/tramites`);
  await otra.locator(".v-renglon", { hasText: "Recibido" }).waitFor();
  const recibidos = await enElServidor();
  assert.equal(recibidos.length, 1);
  assert.equal(recibidos[0].uuid, uuid);
  // and opening it again sends nothing more
  await otra.reload();
  await titulo(otra, "Trámites");
  await otra.waitForTimeout(500);
  assert.equal((await enElServidor()).length, 1);
});

/** Another version of the page in the folder: one file changes, and with it the worker. */
function otraVersion(dist, marca) {
  appendFileSync(join(dist, "inicio.js"), `\nwindow.version = ${JSON.stringify(marca)};\n`);
  const integridad = `sha256-${createHash("sha256").update(readFileSync(join(dist, "inicio.js"))).digest("base64")}`;
  const sw = readFileSync(join(dist, "sw.js"), "utf8")
    .replace(/const VERSION = "[^"]*"/, `const VERSION = "${marca}"`)
    .replace(/\["inicio\.js","[^"]*"/, `["inicio.js","${integridad}"`);
  writeFileSync(join(dist, "sw.js"), sw);
  for (const sufijo of [".br", ".gz"]) {
    for (const nombre of ["inicio.js", "sw.js"]) rmSync(join(dist, nombre + sufijo), { force: true });
  }
}

test("una versión nueva se ofrece fuera de los formularios, entra al pulsar, y las otras pestañas siguen", async (t) => {
  const dist = mkdtempSync(join(tmpdir(), "ventanilla-dist-"));
  porBorrar.push({ borrar: () => rmSync(dist, { recursive: true, force: true }) });
  cpSync(archivo("dist"), dist, { recursive: true });
  const { servidor, perfil, page } = await nuevos("--dist", dist);
  await page.goto(`${servidor.url}#/tramites`);
  await lista(page);
  await trabajando(page);
  await entrar(page, "ventanilla");
  const otra = await perfil.contexto.newPage();
  await otra.goto(`${servidor.url}#/ayuda`);
  await titulo(otra, "Ayuda");
  await empezarRapida(page);

  otraVersion(dist, "segunda");
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration()).waiting !== null);
  const aviso = (de) => de.getByText("Hay una versión nueva de Ventanilla");
  await aviso(otra).waitFor();
  assert.equal(await aviso(page).count(), 0, "nada interrumpe un formulario");
  assert.equal(await page.evaluate(() => window.version), undefined);

  await page.getByRole("link", { name: "Trámites", exact: true }).click();
  await titulo(page, "Trámites");
  await aviso(page).waitFor();
  for (const ancho of [1280, 390]) {
    await page.setViewportSize({ width: ancho, height: 844 });
    for (const linea of await axe(page, `versión nueva a ${ancho}`)) t.diagnostic(linea);
    assert.equal(await seDesborda(page), "");
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: "Después" }).focus();
  await page.keyboard.press("Enter");
  await aviso(page).waitFor({ state: "detached" });

  await otra.getByRole("button", { name: "Actualizar" }).focus();
  await Promise.all([otra.waitForEvent("load"), otra.keyboard.press("Enter")]);
  await titulo(otra, "Ayuda");
  assert.equal(await otra.evaluate(() => window.version), "segunda");
  // the first tab goes on with what it had, also with a module that it had not opened
  assert.equal(await page.evaluate(() => window.version), undefined);
  await page.goto(new URL("#/capacitacion", page.url()).href);
  await titulo(page, "Capacitación");
  await aviso(page).waitFor();
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Actualizar" }).click()]);
  await titulo(page, "Capacitación");
  assert.equal(await page.evaluate(() => window.version), "segunda");
});

test("se puede instalar: el manifiesto se lee y sus dibujos existen", async () => {
  const { servidor, page } = await nuevos();
  await page.goto(servidor.url);
  await lista(page);
  const sesion = await page.context().newCDPSession(page);
  const { data, errors } = await sesion.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const manifiesto = JSON.parse(data);
  assert.equal(manifiesto.lang, "es-MX");
  for (const { src, sizes } of manifiesto.icons) {
    const respuesta = await page.request.get(new URL(src, servidor.url).href);
    assert.equal(respuesta.headers()["content-type"], "image/png");
    const lado = (await respuesta.body()).readUInt32BE(16);
    assert.equal(`${lado}x${lado}`, sizes);
  }
  await trabajando(page);
  const { installabilityErrors } = await sesion.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.map((e) => e.errorId).filter((e) => e !== "in-incognito"), []);
  const sw = await page.request.get(`${servidor.url}sw.js`);
  assert.equal(sw.headers()["cache-control"], "no-cache");
  assert.match(sw.headers()["content-type"], /javascript/);
});
