// Talking to «¿Qué modalidad me toca?», as a person or a script does.
import assert from "node:assert/strict";
import { campo, contestar } from "./tramite.mjs";

/** An independent worker, who was an employee until a year ago, with a family. */
export const INDEPENDIENTE = {
  "situacion.actividad": "independiente",
  "situacion.relacion_laboral_vigente": "no",
  "situacion.otro_regimen": "ninguno",
  "situacion.pension": "ninguna",
  "situacion.hubo_baja": "si",
  "situacion.fecha_baja": "31/10/2025",
  "situacion.semanas_ultimos_5": "180",
  "situacion.semanas_previas": "300",
  "situacion.modalidad_previa": "ninguna",
  "situacion.residencia": "mexico",
  "situacion.mexicana": "si",
  "familia.con_quien": "si",
  "busca.que": "todo",
};

/** Path of the question that is asked now; empty when there is none. */
export const preguntada = (page) =>
  page.evaluate(() => {
    const campo = document.querySelector(".v-charla-actual :is(input, select)");
    return campo ? (campo.name || campo.id).replace(/^p-/, "").replace("-", ".") : "";
  });

/** Answers each question that is asked, until none is; gives those that were. */
export async function conversar(page, respuestas) {
  const hechas = [];
  await page.locator("#modalidad-seguir").waitFor();
  for (let ruta = await preguntada(page); ruta; ruta = await preguntada(page)) {
    assert.ok(ruta in respuestas, `no se esperaba la pregunta ${ruta}`);
    assert.ok(!hechas.includes(ruta), `se pregunta dos veces ${ruta}`);
    await contestar(page, ruta, respuestas[ruta]);
    await page.locator("#modalidad-seguir").click();
    hechas.push(ruta);
    await page.waitForFunction((id) => !document.querySelector(`.v-charla-actual ${id}`), campo(ruta));
  }
  await page.locator("#modalidad-resultado").waitFor();
  return hechas;
}

/** What the costs depend on: an income, a salary, a family. */
export async function datosDelCosto(page) {
  const datos = { "costo.ingreso_mensual": "12,000", "costo.ultimo_sbc": "600", "costo.edad": "45", "familiares.0.parentesco": "conyuge", "familiares.0.edad": "43" };
  for (const [ruta, valor] of Object.entries(datos)) await contestar(page, ruta, valor);
  await page.locator("[data-modalidad='33'] [data-anio]").waitFor();
}
