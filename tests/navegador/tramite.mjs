// Filling in the form of a trámite, as a person or a script does.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { archivo } from "./comun.mjs";

/** The records that the native tests use too. */
export const EXPEDIENTES = Object.fromEntries(
  ["registro_patronal", "modificacion_patronal", "convenio", "incorporacion", "incorporacion_colectiva"].map((tramite) => [
    tramite,
    JSON.parse(readFileSync(archivo(`crates/tramites/tests/expedientes/${tramite}.json`), "utf8")),
  ]),
);

/** The record of a case. */
export const expediente = (tramite, id) => {
  const caso = EXPEDIENTES[tramite].find((c) => c.id === id);
  assert.ok(caso, `no hay expediente ${id}`);
  return structuredClone(caso);
};

/** Id of the field at a path. */
export const campo = (ruta) => `#p-${ruta.replaceAll(".", "-")}`;

/** Signs in with a demonstration account. */
export async function entrar(page, usuario) {
  await page.goto(new URL("#/entrar", page.url()).href);
  await page.getByLabel("Cuenta", { exact: true }).fill(usuario);
  await page.getByLabel("Contraseña", { exact: true }).fill(`demo-${usuario}`);
  await page.getByRole("button", { name: "Entrar" }).click();
  await page.getByRole("heading", { level: 1, name: "Trámites" }).waitFor();
}

/** Answers a question, whatever its kind. */
export async function contestar(page, ruta, valor) {
  const id = campo(ruta);
  const radios = page.locator(`input[type=radio][name="${id.slice(1)}"]`);
  if (typeof valor === "boolean") {
    const casilla = page.locator(`input[type=checkbox]${id}`);
    if (await casilla.count()) return casilla.setChecked(valor);
    valor = valor ? "si" : "no";
  }
  if (await radios.count()) return page.locator(`input[type=radio][name="${id.slice(1)}"][value="${valor}"]`).check();
  const elemento = page.locator(id);
  await elemento.waitFor();
  if ((await elemento.evaluate((e) => e.tagName)) === "SELECT") return elemento.selectOption(valor);
  await elemento.fill(String(valor));
  await elemento.dispatchEvent("change");
}

/** Answers everything of a record, on the page that has it all. */
export async function llenar(page, contenido) {
  for (const [bloque, valor] of Object.entries(contenido)) {
    const elementos = Array.isArray(valor) ? valor.map((v, i) => [`${bloque}.${i}`, v]) : [[bloque, valor]];
    for (const [prefijo, respuestas] of elementos) {
      for (const [nombre, respuesta] of Object.entries(respuestas)) {
        if (nombre !== "reunidos") await contestar(page, `${prefijo}.${nombre}`, respuesta);
      }
    }
  }
}

/** Begins a trámite in quick capture; gives its key. */
export async function empezarRapida(page, titulo = "Registro patronal") {
  await page.getByRole("button", { name: `Captura rápida ${titulo}` }).click();
  await page.getByRole("heading", { level: 1, name: "Captura rápida" }).waitFor();
  return new URL(page.url()).hash.split("/")[2];
}

/** A server of one's own, that can be killed and started again with the same data on the same port. */
export class Servidor {
  static async nuevo(...opciones) {
    const servidor = new Servidor();
    servidor.opciones = opciones;
    servidor.datos = mkdtempSync(join(tmpdir(), "ventanilla-prueba-"));
    servidor.puerto = await puertoLibre();
    await servidor.encender();
    return servidor;
  }

  get url() {
    return `http://127.0.0.1:${this.puerto}/`;
  }

  async encender() {
    const dist = this.opciones.includes("--dist") ? [] : ["--dist", archivo("dist")];
    const opciones = ["servir", "--puerto", String(this.puerto), ...dist, "--datos", this.datos, "--terminar-con-stdin", ...this.opciones];
    const entorno = { ...process.env, VENTANILLA_BITACORA: "off" };
    delete entorno.VENTANILLA_BASE;
    this.hijo = spawn(process.env.VENTANILLA_BIN, opciones, { stdio: ["pipe", "pipe", "inherit"], env: entorno });
    await new Promise((listo, mal) => {
      let dicho = "";
      this.hijo.stdout.on("data", (trozo) => {
        dicho += trozo;
        if (dicho.includes("http://")) listo();
      });
      this.hijo.on("exit", () => mal(new Error(`el servidor terminó: ${dicho}`)));
    });
  }

  /** As if the power went. */
  async matar() {
    if (this.hijo.exitCode !== null || this.hijo.signalCode !== null) return; // it ended already
    const fin = new Promise((listo) => this.hijo.on("exit", listo));
    this.hijo.removeAllListeners("exit");
    this.hijo.on("exit", () => {});
    const muerto = new Promise((listo) => this.hijo.once("exit", listo));
    this.hijo.kill("SIGKILL");
    await Promise.race([fin, muerto]);
  }

  async borrar() {
    await this.matar();
    rmSync(this.datos, { recursive: true, force: true });
  }
}

function puertoLibre() {
  return new Promise((listo) => {
    const escucha = createServer().listen(0, "127.0.0.1", () => {
      const { port } = escucha.address();
      escucha.close(() => listo(port));
    });
  });
}

/** Key of the element that has the focus. */
const activo = (page) => page.evaluate(() => document.activeElement?.id ?? "");

/** Goes with the Tab key to the element with this id. */
export async function tabularHasta(page, id, limite = 80) {
  const pasadas = [];
  for (let i = 0; i < limite; i += 1) {
    const actual = await activo(page);
    if (actual === id) return;
    pasadas.push(actual);
    await page.keyboard.press("Tab");
  }
  assert.fail(`con el tabulador no se llega a ${id}; se pasó por ${pasadas.join(", ")}`);
}

/** Answers a question with nothing but the keyboard. */
export async function teclear(page, ruta, valor) {
  const id = campo(ruta).slice(1);
  await page.locator(`#${id}`).waitFor();
  await tabularHasta(page, id);
  const clase = await page.evaluate(() => [document.activeElement.tagName, document.activeElement.type].join(" ").toLowerCase());
  if (clase === "input radio") {
    const opciones = await page.locator(`input[type=radio][name="${id}"]`).evaluateAll((es) => es.map((e) => e.value));
    const cual = opciones.indexOf(valor === true ? "si" : valor === false ? "no" : String(valor));
    assert.ok(cual >= 0, `${ruta} no tiene la opción ${valor}`);
    await page.keyboard.press("Space");
    for (let i = 0; i < cual; i += 1) await page.keyboard.press("ArrowDown");
  } else if (clase === "input checkbox") {
    await page.keyboard.press("Space");
  } else if (clase.startsWith("select")) {
    const opciones = await page.locator(`#${id} option`).evaluateAll((es) => es.map((e) => e.value));
    for (let i = 0; i < opciones.indexOf(valor); i += 1) await page.keyboard.press("ArrowDown");
  } else {
    await page.keyboard.type(String(valor));
  }
}
