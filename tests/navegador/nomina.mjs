// The payroll page as the tests handle it: its sheet, its menu, its figures, and what the native program makes of it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { nativo } from "./comun.mjs";

/** Columns of the sheet of workers. */
export const COLUMNA = { nss: 0, nombre: 1, sbc: 2, cuota: 3, anio: 4, alta: 5, baja: 6, incapacidad: 7, faltas: 8 };

/** Pesos as integer cents: `$1,234.56`, `1234.56`. */
export function centavos(texto) {
  const limpio = texto.trim().replace("−", "-").replaceAll(/[$,\s]/g, "");
  const partes = /^(-?)(\d+)\.(\d\d)$/.exec(limpio);
  assert.ok(partes, `«${texto}» no es un importe`);
  return (partes[1] ? -1 : 1) * (Number(partes[2]) * 100 + Number(partes[3]));
}

export const total = (page) => page.locator("[data-total]");

export async function totalEnCentavos(page) {
  return centavos(await total(page).innerText());
}

/** Opens the sample payroll with the one click that a first visitor needs. */
export async function ejemplo(page) {
  await page.getByRole("button", { name: "Ver una nómina de ejemplo" }).click();
  await total(page).waitFor();
}

/** A cell of the sheet in sight; rows and columns from 0. */
export function celda(page, fila, columna) {
  return page.locator(`.v-hoja-lienzo > [aria-rowindex="${fila + 2}"] > [aria-colindex="${columna + 2}"]`);
}

/** Types into a cell, and Enter. */
export async function escribir(page, fila, columna, texto) {
  await celda(page, fila, columna).click();
  await page.keyboard.type(texto);
  await page.keyboard.press("Enter");
}

/** What a cell shows: its text, or what is in its input. */
export function texto(page, fila, columna) {
  return celda(page, fila, columna).evaluate((c) => {
    const entrada = c.querySelector("input");
    return entrada ? entrada.value : c.firstChild.nodeValue;
  });
}

export async function prima(page, valor) {
  await page.locator("#prima").fill(valor);
}

/** Waits until what was typed is kept. */
export const guardado = (page) => page.locator("[data-guardado=Guardado]").waitFor();

/** Chooses something of the menu «Archivo». */
export async function menu(page, opcion) {
  await page.locator("details.v-menu > summary").click();
  await page.locator(".v-menu-lista").getByText(opcion, { exact: true }).click();
}

/** The file that `hacer` makes the page hand over. */
export async function bajado(page, hacer) {
  const [bajada] = await Promise.all([page.waitForEvent("download"), hacer()]);
  return { nombre: bajada.suggestedFilename(), texto: await readFile(await bajada.path(), "utf8") };
}

export async function exportarJson(page) {
  const { nombre, texto } = await bajado(page, () => menu(page, "Exportar JSON"));
  return { nombre, texto, documento: JSON.parse(texto) };
}

export async function abrirCsv(page, nombre, contenido) {
  await page.locator("input[data-abrir-csv]").setInputFiles({
    name: nombre,
    mimeType: "text/csv",
    buffer: Buffer.isBuffer(contenido) ? contenido : Buffer.from(contenido, "utf8"),
  });
}

/** Ramos as the page calls them, with the figures of the employer and of the worker. */
const RAMOS = {
  "Enfermedades y maternidad, cuota fija": ["cuota_fija", null],
  "Enfermedades y maternidad, excedente": ["excedente_patron", "excedente_obrero"],
  "Prestaciones en dinero": ["dinero_patron", "dinero_obrero"],
  "Gastos médicos de pensionados": ["gmp_patron", "gmp_obrero"],
  "Riesgos de trabajo": ["riesgos_trabajo", null],
  "Invalidez y vida": ["invalidez_patron", "invalidez_obrero"],
  "Guarderías y prestaciones sociales": ["guarderias", null],
  Retiro: ["retiro", null],
  "Cesantía y vejez": ["ceav_patron", "ceav_obrero"],
  Infonavit: ["infonavit", null],
};

/** Figures of the table «Por ramo de seguro», in cents, by key. */
export async function porRamo(page) {
  const filas = await page
    .locator("section[aria-labelledby=titulo-ramos] tbody tr")
    .evaluateAll((filas) => filas.map((f) => [...f.children].map((c) => c.textContent.trim())));
  const cifras = {};
  for (const [nombre, patron, obrero, suma] of filas) {
    const claves = RAMOS[nombre];
    assert.ok(claves, `ramo desconocido: ${nombre}`);
    let propia = 0;
    for (const [clave, importe] of [[claves[0], patron], [claves[1], obrero]]) {
      if (clave && importe) propia += cifras[clave] = centavos(importe);
    }
    assert.equal(centavos(suma), propia, `la suma de ${nombre}`);
  }
  return cifras;
}

/** What the native program makes of the documents of an exported payroll: sums in cents, and each answer. */
export function cuentas(documento) {
  const sumas = {};
  let suma = 0;
  const respuestas = documento.entradas.map(({ operacion, entrada }) => {
    const { texto, calculado } = nativo(operacion, JSON.stringify(entrada));
    assert.ok(calculado, `el programa no calculó: ${texto.slice(0, 500)}`);
    const respuesta = JSON.parse(texto);
    for (const { importes } of respuesta.trabajadores) {
      for (const [clave, importe] of Object.entries(importes ?? {})) {
        if (clave === "total") suma += centavos(importe);
        else sumas[clave] = (sumas[clave] ?? 0) + centavos(importe);
      }
    }
    return respuesta;
  });
  return { total: suma, sumas, respuestas };
}

/** The figures of the page are those of the native program, to the cent, in total and by ramo. */
export async function cuadraConElPrograma(page) {
  const { documento } = await exportarJson(page);
  const suyas = cuentas(documento);
  assert.equal(await totalEnCentavos(page), suyas.total, "el total");
  const ramos = await porRamo(page);
  assert.ok(Object.keys(ramos).length > 0, "hay ramos");
  for (const [clave, importe] of Object.entries(ramos)) assert.equal(importe, suyas.sumas[clave], clave);
  return { documento, ...suyas, ramos };
}

/** A CSV of `cuantos` fictitious workers, with a few of every kind. */
export function csvGrande(cuantos) {
  const renglones = ["NSS,Nombre,SBC,Salario diario,Año de servicio,Incapacidad,Faltas"];
  for (let i = 0; i < cuantos; i++) {
    const salario = 320 + ((i * 7919) % 250000) / 100;
    const sbc = i % 3 === 0 ? (salario * 1.0493).toFixed(2) : "";
    const incapacidad = i % 17 === 0 ? (i % 5) + 1 : "";
    const faltas = i % 23 === 0 ? (i % 3) + 1 : "";
    renglones.push(`,Ficticio Simulado ${i + 1},${sbc},${salario.toFixed(2)},${(i % 20) + 1},${incapacidad},${faltas}`);
  }
  return `${renglones.join("\r\n")}\r\n`;
}
