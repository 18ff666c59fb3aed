// Several tabs of the same browser: none writes over what another one typed.
import { test } from "node:test";
import assert from "node:assert/strict";
import { axe, conNavegador, lista, seDesborda } from "./comun.mjs";
import { COLUMNA, celda, ejemplo, escribir, guardado, texto } from "./nomina.mjs";
import { campo, contestar, empezarRapida, entrar } from "./tramite.mjs";

const pagina = conNavegador();
const NOMBRE = campo("moral.denominacion");

/** Two tabs with the same draft; the first one has it. */
async function dosPestanas(t) {
  const { page: una } = await pagina(t, { ruta: "#/tramites" });
  await entrar(una, "ventanilla");
  const id = await empezarRapida(una);
  await contestar(una, "sujeto.persona", "moral");
  await una.locator(NOMBRE).fill("Primera, S.A. de C.V.");
  const otra = await una.context().newPage();
  await otra.goto(una.url());
  await otra.locator(NOMBRE).waitFor();
  return { una, otra, id };
}

const aviso = (page) => page.getByText("Este borrador está abierto en otra pestaña");
const seguir = (page) => page.getByRole("button", { name: "Seguir aquí" });

test("el mismo borrador en dos pestañas: la segunda lo dice, y al seguir ahí la primera lo suelta con todo escrito", async (t) => {
  const { una, otra } = await dosPestanas(t);
  await aviso(otra).waitFor();
  assert.equal(await aviso(una).count(), 0);
  assert.equal(await otra.locator(NOMBRE).evaluate((e) => e.closest("[inert]") !== null), true, "aquí sólo se ve");
  for (const linea of await axe(otra, "abierto en otra pestaña")) t.diagnostic(linea);
  await otra.setViewportSize({ width: 390, height: 844 });
  assert.equal(await seDesborda(otra), "");

  // typed and not kept yet when the other tab takes it
  await una.locator(NOMBRE).fill("Escrita al último, S.A. de C.V.");
  await seguir(otra).focus();
  await otra.keyboard.press("Enter");
  await aviso(otra).waitFor({ state: "detached" });
  await otra.waitForFunction((id) => document.querySelector(id)?.value === "Escrita al último, S.A. de C.V.", NOMBRE);
  await aviso(una).waitFor();
  await otra.locator(NOMBRE).fill("Seguida en la otra, S.A. de C.V.");
  await otra.locator(".v-guardado", { hasText: "Guardado en este equipo" }).waitFor();
  await otra.waitForTimeout(300);

  // and back
  await seguir(una).click();
  await aviso(una).waitFor({ state: "detached" });
  await una.waitForFunction((id) => document.querySelector(id)?.value === "Seguida en la otra, S.A. de C.V.", NOMBRE);
  await aviso(otra).waitFor();
});

test("si aun así las dos escriben, no se pierde ninguna: la segunda sigue en una copia", async (t) => {
  const { page: una } = await pagina(t, { ruta: "#/tramites" });
  await entrar(una, "ventanilla");
  await empezarRapida(una);
  await contestar(una, "sujeto.persona", "moral");
  await una.locator(NOMBRE).fill("Original, S.A. de C.V.");
  await una.waitForTimeout(400);
  const otra = await una.context().newPage();
  // a tab that does not hear the others: asleep, or a browser without channels
  await otra.addInitScript(() => {
    globalThis.BroadcastChannel = class {
      constructor() {
        throw new Error("no hay");
      }
    };
  });
  await otra.goto(una.url());
  await otra.locator(NOMBRE).waitFor();
  await una.locator(NOMBRE).fill("Lo de la primera, S.A. de C.V.");
  await una.waitForTimeout(400);
  await otra.locator(NOMBRE).fill("Lo de la segunda, S.A. de C.V.");
  await otra.getByText("Nada se perdió").waitFor();
  await otra.waitForFunction((id) => document.querySelector(id)?.value === "Lo de la segunda, S.A. de C.V.", NOMBRE);
  assert.notEqual(otra.url(), una.url());
  await otra.getByRole("link", { name: "Trámites", exact: true }).click();
  await otra.locator(".v-renglon", { hasText: "Copia de Lo de la segunda" }).waitFor();
  await otra.locator(".v-renglon", { hasText: "Lo de la primera, S.A. de C.V." }).waitFor();
});

test("la misma nómina en dos pestañas: lo segundo que se escribe queda como una copia", async (t) => {
  const { page: una } = await pagina(t);
  await ejemplo(una);
  await guardado(una);
  const otra = await una.context().newPage();
  await otra.goto(una.url());
  await lista(otra);
  await celda(otra, 0, COLUMNA.nombre).waitFor();
  await escribir(una, 0, COLUMNA.nombre, "Ana Simulada");
  await guardado(una);
  await escribir(otra, 1, COLUMNA.nombre, "Beto Simulado");
  await otra.getByText("se cambió también en otra pestaña").waitFor();
  await guardado(otra);
  assert.equal(await texto(otra, 1, COLUMNA.nombre), "Beto Simulado");
  await otra.getByRole("navigation", { name: "Secciones" }).getByRole("link", { name: "Escenarios" }).click();
  await otra.locator("tbody tr").nth(1).waitFor();
  assert.equal(await otra.locator("tbody tr").count(), 2);
  assert.equal(await otra.locator("tbody tr", { hasText: "Copia de" }).count(), 1);
});

test("dos pestañas con algo por enviar no lo mandan dos veces a la vez", async (t) => {
  const { page: una } = await pagina(t, { ruta: "#/tramites", permitir: [/Failed to load|ERR_/] });
  await entrar(una, "ventanilla");
  const vivos = { ahora: 0, maximo: 0, total: 0 };
  await una.context().route("**/api/v1/tramites/*", async (ruta) => {
    if (ruta.request().method() !== "PUT") return ruta.continue();
    vivos.total += 1;
    vivos.maximo = Math.max(vivos.maximo, (vivos.ahora += 1));
    await new Promise((listo) => setTimeout(listo, 400));
    vivos.ahora -= 1;
    return ruta.abort();
  });
  // a draft in the outbox, as an earlier visit left it
  await una.evaluate(async () => {
    const base = await new Promise((listo) => {
      const peticion = indexedDB.open("ventanilla");
      peticion.onsuccess = () => listo(peticion.result);
    });
    const cuenta = JSON.parse(
      await new Promise((listo) => {
        const leer = base.transaction("ajustes").objectStore("ajustes").get("cuenta");
        leer.onsuccess = () => listo(leer.result);
      }),
    );
    const id = "019aa0d0-0000-7000-8000-000000000009";
    const envio = { tramite: "registro_patronal", formato: 1, normativa: "x", contenido: {} };
    const respuestas = { "moral.denominacion": "En espera, S.A." };
    const registro = { id, formato: 1, cuenta: String(cuenta.id), tramite: "registro_patronal", creado: "2026-11-22T10:00:00", modificado: "2026-11-22T10:00:00", normativa: "x", respuestas, envio };
    await new Promise((listo) => {
      const escribir = base.transaction("tramites", "readwrite");
      escribir.objectStore("tramites").put(JSON.stringify(registro), id);
      escribir.oncomplete = listo;
    });
    base.close();
  });
  const otra = await una.context().newPage();
  await Promise.all([una.reload(), otra.goto(una.url())]);
  await Promise.all([una, otra].map((p) => p.locator(".v-renglon", { hasText: "En espera, S.A." }).waitFor()));
  await una.waitForTimeout(2500);
  assert.ok(vivos.total >= 1, "se intenta");
  assert.equal(vivos.maximo, 1, "nunca dos a la vez");
});
