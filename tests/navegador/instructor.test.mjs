// The instructor's desk: a case duplicated, varied and broken; an exam handed out without its answers; and the results of a
// group, the same as the ones that `ventanilla-capacitacion` computes (tests/grupo.rs). With the keyboard.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { archivo, axe, conNavegador, nativo, seDesborda } from "./comun.mjs";
import { bajado } from "./nomina.mjs";

const pagina = conNavegador();
const SIN_SERVIDOR = [/Failed to load resource/, /ERR_/]; // the page asks who is signed in; a folder of files does not know
const RESULTADOS = JSON.parse(readFileSync(archivo("crates/capacitacion/tests/formatos/resultados-1.json"), "utf8"));
const BETO = JSON.parse(readFileSync(archivo("crates/capacitacion/tests/formatos/resultados-con-errores.json"), "utf8"));

async function abrir(t, opciones = {}) {
  const { page } = await pagina(t, { ruta: "#/instructor", permitir: SIN_SERVIDOR, ...opciones });
  await page.getByRole("heading", { level: 1, name: "Instructor" }).waitFor();
  await page.getByRole("button", { name: "Nueva sesión" }).waitFor();
  return page;
}

/** Goes to an address and waits for its heading. */
async function ir(page, ancla, titulo) {
  await page.goto(new URL(ancla, page.url()).href);
  await page.getByRole("heading", { level: 1, name: titulo }).waitFor();
}

/** Presses a button or a link with the keyboard. */
async function pulsar(elemento) {
  await elemento.focus();
  await elemento.press("Enter");
}

/** Types over what a field holds, with the keyboard. */
async function teclear(campo, texto) {
  await campo.focus();
  await campo.press("Control+a");
  await campo.page().keyboard.type(texto);
}

/** An exam session with R5 and P1; gives its key. */
async function sesion(page) {
  await ir(page, "#/instructor", "Instructor");
  await pulsar(page.getByRole("button", { name: "Nueva sesión" }));
  await page.getByRole("heading", { level: 1, name: /Sesión sin título/ }).waitFor();
  await page.locator("[data-falta]").getByText("Falta el título de la sesión.").waitFor();
  await teclear(page.getByLabel("Título"), "Examen de noviembre");
  await page.getByLabel("Modo").selectOption({ label: "Examen: lo califica usted" });
  for (const caso of ["P1", "R5"]) {
    await page.getByLabel("Caso por agregar").selectOption(caso);
    await pulsar(page.getByRole("button", { name: "Agregar", exact: true }));
  }
  await pulsar(page.getByRole("button", { name: "Subir La segunda sucursal" }));
  await page.locator("#lugar-0", { hasText: "1. La segunda sucursal" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "lugar-0");
  await page.locator("[data-falta]").getByText("Está guardada en este equipo").waitFor();
  return page.url().split("/").at(-1);
}

const deArchivo = (name, contenido) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(typeof contenido === "string" ? contenido : JSON.stringify(contenido)),
});

test("un caso se duplica, se varía con gente ficticia y, si se rompe, se dice lo que dicen las reglas", async (t) => {
  const page = await abrir(t);
  await page.getByText("Todavía no hay sesiones.").waitFor();
  await pulsar(page.getByRole("link", { name: "Casos", exact: true }));
  await page.getByRole("heading", { level: 1, name: "Casos" }).waitFor();
  await page.getByText("44 casos").waitFor();
  await teclear(page.getByLabel("Buscar por título o clave"), "segunda sucursal");
  await page.getByText("1 caso", { exact: true }).waitFor();

  // a variant, in its drawer
  await pulsar(page.getByRole("button", { name: "Hacer variantes La segunda sucursal" }));
  await teclear(page.getByLabel("Semilla de la primera"), "7");
  await page.keyboard.press("Enter");
  await page.locator("[data-hechas]").getByText("Se hizo R5-v7").waitFor();
  await page.keyboard.press("Escape");
  const propio = page.locator('[data-propio="R5-v7"]');
  await propio.waitFor();
  const exportado = await bajado(page, () => pulsar(propio.getByRole("button", { name: /Exportar/ })));
  const variante = JSON.parse(exportado.texto);
  const { moral, registros } = variante.tramite.contenido;
  assert.notEqual(moral.rfc, "CSF261005990");
  assert.match(registros[0].numero, /^Z99\d{8}$/);
  const quien = variante.tramite.contenido.representantes[0];
  for (const [tipo, valor] of [["rfc", moral.rfc], ["registro_patronal", registros[0].numero], ["curp", quien.curp], ["rfc", quien.rfc]]) {
    const { texto } = nativo("identificador", JSON.stringify({ tipo, valor }));
    assert.equal(JSON.parse(texto).valido, true, `${tipo} ${valor}: ${texto}`);
  }

  // a copy that is broken: the rules say so beside it, and nothing typed is lost
  await teclear(page.getByLabel("Buscar por título o clave"), "segunda sucursal");
  await pulsar(page.locator('[data-caso="R5"]').getByRole("button", { name: /Duplicar/ }));
  await page.getByLabel("Clave").waitFor();
  assert.equal(await page.getByLabel("Clave").inputValue(), "R5-copia");
  await page.locator("[data-estado]").getByText("Se sostiene").waitFor();
  await teclear(page.locator("#campo-3-valor"), "Monterrey");
  await page.locator("#campo-3-valor-error").getByText("Las reglas dicen «Guadalajara».").waitFor();
  await page.locator("[data-estado]").getByText("Espera «Monterrey» en «tramite:centro.municipio»; las reglas dicen «Guadalajara».").waitFor();
  await page.reload();
  await page.locator("#campo-3-valor").waitFor();
  assert.equal(await page.locator("#campo-3-valor").inputValue(), "Monterrey");

  // what is typed is kept also by who leaves at once
  await teclear(page.getByLabel("Título"), "La segunda sucursal, rota");
  await ir(page, "#/instructor", "Instructor");
  await page.getByRole("link", { name: "La segunda sucursal, rota" }).waitFor();
  await page.reload();
  await page.getByRole("link", { name: "La segunda sucursal, rota" }).waitFor();

  // a draft that does not stand cannot go into a session
  await pulsar(page.getByRole("button", { name: "Nueva sesión" }));
  await page.getByLabel("Caso por agregar").selectOption({ label: "R5-copia · La segunda sucursal, rota" });
  await pulsar(page.getByRole("button", { name: "Agregar", exact: true }));
  await page.getByText("No se agregó.").waitFor();
});

test("un examen se reparte sin respuestas, y el grupo se lee como lo calcula la caja", async (t) => {
  const page = await abrir(t);
  const clave = await sesion(page);
  await pulsar(page.getByRole("link", { name: "Repartir" }).first());
  await page.getByText("Es un examen: el archivo no lleva las respuestas.").waitFor();
  const espera = page.waitForEvent("download");
  await pulsar(page.getByRole("button", { name: "Descargar el archivo" }));
  const descarga = await espera;
  assert.equal(descarga.suggestedFilename(), `ventanilla-${clave}-grupo.json`);
  const texto = readFileSync(await descarga.path(), "utf8");
  const examen = JSON.parse(texto);
  assert.deepEqual(examen.casos.map((c) => c.clave), ["R5", "P1"]);
  for (const secreto of ["esperado", "alta.mismo_municipio", "plazo.sin_prorroga", "2026-04-03", "moldes", '"porque"']) {
    assert.ok(!texto.includes(secreto), `el examen lleva «${secreto}»`);
  }

  await ir(page, `#/instructor/sesion/${clave}/resultados`, "Examen de noviembre");
  await page.getByText("Todavía no hay resultados.").waitFor();
  await page.locator("#resultados").setInputFiles([
    deArchivo("ana.json", { ...RESULTADOS, sesion: clave }),
    deArchivo("beto.json", { ...BETO, sesion: clave }),
    deArchivo("otra.json", RESULTADOS),
    deArchivo("roto.json", "esto no es"),
  ]);
  const dichos = page.locator("[data-dichos]");
  await dichos.getByText("ana.json: Aprendiz ana, 83.22 puntos.").waitFor();
  await dichos.getByText("beto.json: Beto Prueba, 18.75 puntos.").waitFor();
  await dichos.getByText("otra.json: Estos resultados son de la sesión «corpus»").waitFor();
  await dichos.getByText("roto.json: El archivo no se puede leer. No es un archivo de resultados.").waitFor();
  assert.equal(await page.locator("[data-promedio]").innerText(), "50.99");
  const puntos = page.locator("[data-aprendices] tbody tr > :nth-child(2)");
  assert.deepEqual(await puntos.allInnerTexts(), ["83.22", "18.75"]);
  await page.locator("[data-avisos]").getByText("Beto Prueba lo hizo con otra versión de los parámetros").waitFor();
  await page.locator("[data-fallados]").getByRole("rowheader", { name: "Último día Cifras" }).waitFor();

  await pulsar(page.getByRole("button", { name: "Ver lo de Beto Prueba" }));
  const cajon = page.locator("dialog[open]");
  await cajon.getByText("No lo entregó: vale cero.").waitFor();
  await cajon.getByRole("listitem").filter({ hasText: /Contestó\s*6 de abril de 2026\s*Es\s*3 de abril de 2026/ }).waitFor();
  await cajon.getByText("LSS 37").first().waitFor();
  await page.keyboard.press("Escape");

  const bajada = page.waitForEvent("download");
  await pulsar(page.getByRole("button", { name: "CSV del grupo" }));
  const csv = readFileSync(await (await bajada).path(), "utf8");
  assert.match(csv, /Clave,Nombre,Puntos,Segundos,R5,P1/);
  assert.match(csv, /b02"?,Beto Prueba,18\.75,3900,,37\.50/);

  // the same again changes nothing; taking one away can be undone
  await page.locator("#resultados").setInputFiles([deArchivo("beto2.json", { ...BETO, sesion: clave })]);
  await dichos.getByText("es el mismo que ya estaba de Beto Prueba").waitFor();
  await pulsar(page.getByRole("button", { name: "Quitar lo de Beto Prueba" }));
  await page.waitForFunction(() => document.querySelectorAll("[data-aprendices] tbody tr").length === 1);
  await pulsar(page.getByRole("button", { name: "Deshacer" }));
  await page.waitForFunction(() => document.querySelectorAll("[data-aprendices] tbody tr").length === 2);
  await page.reload();
  await page.locator("[data-promedio]").getByText("50.99").waitFor();
});

test("accesible y sin desbordarse, ancha y angosta", async (t) => {
  for (const ancho of [1280, 390]) {
    const page = await abrir(t, { ancho });
    const mirar = async (donde) => {
      const dichos = await axe(page, `${donde} ${ancho}`);
      for (const dicho of dichos) t.diagnostic(dicho);
      assert.equal(await seDesborda(page), "", `${donde} a ${ancho}`);
      if (process.env.CAPTURAS) await page.screenshot({ path: `${process.env.CAPTURAS}/${donde}-${ancho}.png`, fullPage: true });
    };
    await mirar("vacio");
    const clave = await sesion(page);
    await mirar("sesion");
    await ir(page, `#/instructor/sesion/${clave}/repartir`, "Examen de noviembre");
    await mirar("repartir");
    await ir(page, `#/instructor/sesion/${clave}/resultados`, "Examen de noviembre");
    await page.locator("#resultados").setInputFiles([
      deArchivo("ana.json", { ...RESULTADOS, sesion: clave }),
      deArchivo("beto.json", { ...BETO, sesion: clave }),
      deArchivo("roto.json", "esto no es"),
    ]);
    await page.locator("[data-promedio]").waitFor();
    await mirar("resultados");
    await page.getByRole("button", { name: "Ver lo de Beto Prueba" }).click();
    await page.locator("dialog[open]").getByText("No lo entregó").waitFor();
    await page.waitForTimeout(300);
    await mirar("aprendiz");
    await page.keyboard.press("Escape");
    await ir(page, "#/instructor/casos", "Casos");
    await page.getByText("44 casos").waitFor();
    await mirar("casos");
    await ir(page, "#/instructor/ver/R5", "La segunda sucursal");
    await mirar("ver");
    await page.getByRole("button", { name: "Duplicar" }).click();
    await page.locator("[data-estado]").getByText("Se sostiene").waitFor();
    await page.locator("#campo-3-valor").fill("Monterrey");
    await page.locator("#campo-3-valor-error").getByText("Las reglas dicen").waitFor();
    await page.getByRole("button", { name: "Ver el caso como texto" }).click();
    await mirar("editor");
    await ir(page, "#/instructor", "Instructor");
    await mirar("inicio");
  }
});
