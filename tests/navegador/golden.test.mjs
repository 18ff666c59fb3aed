// Every golden case on the built WebAssembly: the same bytes as the native program, and what the case expects.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { archivo, calcularEnLaPagina, conNavegador, lista, nativo } from "./comun.mjs";
import { cuadra } from "./cuadra.mjs";

const pagina = conNavegador();
const carpeta = mkdtempSync(join(tmpdir(), "ventanilla-golden-"));
after(() => rmSync(carpeta, { recursive: true }));

const GOLDEN = archivo("crates/reglas/golden");
const archivos = readdirSync(GOLDEN).filter((nombre) => nombre.endsWith(".json")).sort();
const leer = (nombre) => JSON.parse(readFileSync(join(GOLDEN, nombre), "utf8"));
const entrada = (caso) => caso.entrada_texto ?? JSON.stringify(caso.entrada);
const conSuplemento = (caso) => (caso.suplemento ?? []).length > 0;

/** What is wrong with the answers to a case. */
function fallas(caso, delNavegador, delPrograma) {
  const fallas = [];
  if (`${delNavegador}\n` !== delPrograma.texto) {
    fallas.push(`el navegador y el programa difieren:\n  ${delNavegador}\n  ${delPrograma.texto}`);
  }
  if (delPrograma.calculado !== (caso.calculado ?? true)) fallas.push(`calculado es ${delPrograma.calculado}`);
  const respuesta = JSON.parse(delNavegador);
  const falla = cuadra(caso.espera, respuesta);
  if (falla) fallas.push(falla);
  for (const [i, trampa] of (caso.trampas ?? []).entries()) {
    if (!cuadra(trampa, respuesta)) fallas.push(`cayó en la trampa ${i}: ${JSON.stringify(trampa)}`);
  }
  return fallas.map((f) => `${caso.id}: ${f}`);
}

for (const nombre of archivos) {
  test(`${nombre} da lo mismo en el navegador que en el programa`, async (t) => {
    const { page } = await pagina(t, { reloj: false });
    const casos = leer(nombre).filter((caso) => !conSuplemento(caso));
    assert.ok(casos.length > 0);
    const respuestas = await calcularEnLaPagina(page, casos.map((caso) => [caso.operacion, entrada(caso)]));
    assert.equal(respuestas.length, casos.length);
    const malas = casos.flatMap((caso, i) => fallas(caso, respuestas[i], nativo(caso.operacion, entrada(caso))));
    t.diagnostic(`${casos.length} casos`);
    assert.deepEqual(malas, [], `${malas.length} fallas`);
  });
}

test("los casos con suplemento, con el suplemento guardado en el navegador", async (t) => {
  const casos = archivos.flatMap(leer).filter(conSuplemento);
  assert.ok(casos.length >= 3, "hay casos con suplemento");
  const malas = [];
  for (const caso of casos) {
    const { page } = await pagina(t, { reloj: false });
    const documento = [[caso.operacion, entrada(caso)]];
    const [sin] = await calcularEnLaPagina(page, documento);
    const texto = caso.suplemento.join("\n");
    await page.evaluate(guardarSuplemento, texto);
    await page.reload();
    await lista(page);
    // Without the suplemento the answer is another, so it can be seen when it is in force.
    let con = sin;
    for (let i = 0; i < 50 && con === sin; i++) {
      [con] = await calcularEnLaPagina(page, documento);
      if (con === sin) await page.waitForTimeout(100);
    }
    const ruta = join(carpeta, `${caso.id}.csv`);
    writeFileSync(ruta, texto);
    malas.push(...fallas(caso, con, nativo(caso.operacion, entrada(caso), "--suplemento", ruta)));
  }
  assert.deepEqual(malas, []);
});

function guardarSuplemento(texto) {
  return new Promise((hecho, fallo) => {
    const peticion = indexedDB.open("ventanilla");
    peticion.onerror = () => fallo(peticion.error);
    peticion.onsuccess = () => {
      const escritura = peticion.result.transaction("ajustes", "readwrite");
      escritura.objectStore("ajustes").put(texto, "suplemento");
      escritura.oncomplete = () => {
        peticion.result.close();
        hecho();
      };
      escritura.onerror = () => fallo(escritura.error);
    };
  });
}

test("la comparación distingue", () => {
  const hay = { a: "1", b: [{ c: 1, d: 2 }, { c: 3 }], e: null, f: [] };
  const si = [
    {},
    { a: "1", e: null, f: [] },
    { b: [{ c: 1 }, {}] },
    { b: { contiene: [{ c: 3 }] } },
    { b: { contiene: [{ c: 3 }, { d: 2 }] } },
    { f: { contiene: [] } },
  ];
  const no = [
    { a: 1 },
    { a: "1", z: null },
    { b: [{ c: 1 }] },
    { b: [{ c: 3 }, { c: 1 }] },
    { b: { contiene: [{ c: 4 }] } },
    { b: { contiene: [{ c: 3, d: 2 }] } },
    { e: "null" },
    { f: {} },
    { a: { contiene: ["1"] } },
  ];
  for (const espera of si) assert.equal(cuadra(espera, hay), "", JSON.stringify(espera));
  for (const espera of no) assert.notEqual(cuadra(espera, hay), "", JSON.stringify(espera));
});
