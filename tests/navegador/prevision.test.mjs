// The job that most people come to do: a payroll, what it costs, where each figure comes from, and keeping it.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { archivo, conNavegador, lista, nativo } from "./comun.mjs";
import { leerArboles, recomputar } from "./memoria.mjs";
import {
  COLUMNA,
  abrirCsv,
  bajado,
  celda,
  centavos,
  cuadraConElPrograma,
  cuentas,
  ejemplo,
  escribir,
  exportarJson,
  guardado,
  menu,
  porRamo,
  prima,
  texto,
  total,
  totalEnCentavos,
} from "./nomina.mjs";

const pagina = conNavegador();
const cajon = (page) => page.locator("dialog.v-cajon[open]");
const hoja = (page, nombre) => page.getByRole("tab", { name: nombre }).click();
const clase = (page, nombre) => page.locator(".v-segmentos label", { hasText: nombre }).click();
const filasPorTrabajador = (page) => page.locator("section[aria-labelledby=titulo-por-trabajador] tbody tr");

/** Waits for a new total and gives it, in cents. */
async function totalNuevo(page, anterior) {
  await page.waitForFunction(
    (anterior) => document.querySelector("[data-total]").textContent.replaceAll(/\D/g, "") !== anterior,
    String(anterior),
  );
  return totalEnCentavos(page);
}

test("primera visita: la nómina de ejemplo, en un clic, da lo mismo que el programa", async (t) => {
  const { page } = await pagina(t);
  assert.equal(await total(page).count(), 0);
  assert.equal(await page.locator("#periodo-numero").inputValue(), "10", "el mes anterior a hoy");
  await ejemplo(page);
  const { respuestas, total: suyo } = await cuadraConElPrograma(page);
  assert.ok(suyo > 0);
  assert.equal(centavos(respuestas[0].totales.total), suyo);
  const deLaPagina = await filasPorTrabajador(page).evaluateAll((filas) =>
    filas.map((f) => [f.querySelector("th").textContent, f.lastElementChild.textContent]),
  );
  const delPrograma = respuestas[0].trabajadores.map((w) => [w.nombre, centavos(w.importes.total)]);
  assert.deepEqual(deLaPagina.map(([nombre, importe]) => [nombre, centavos(importe)]), delPrograma);
});

test("cada importe de un trabajador abre su memoria, y la memoria da ese importe", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  const fila = filasPorTrabajador(page).filter({ hasText: "Petra" });
  const botones = fila.locator("button");
  const cuantos = await botones.count();
  assert.ok(cuantos >= 15, `${cuantos} importes`);
  let recomputados = 0;
  for (let i = 0; i < cuantos; i++) {
    const importe = await botones.nth(i).innerText();
    await botones.nth(i).click();
    await cajon(page).waitFor();
    const arboles = await leerArboles(page);
    if (arboles.length === 0) {
      assert.equal(centavos(importe), 0, "sólo un importe en cero puede no tener memoria");
    } else {
      assert.equal(arboles.length, 1);
      assert.equal(centavos(arboles[0].importe), centavos(importe), arboles[0].nombre);
      const hechos = recomputar(arboles[0]);
      assert.ok(hechos > 0, `${arboles[0].nombre}: no se pudo recomputar nada`);
      recomputados += hechos;
    }
    await page.keyboard.press("Escape");
    await cajon(page).waitFor({ state: "detached" });
  }
  t.diagnostic(`${recomputados} pasos recomputados`);
  assert.ok(recomputados > 30);
});

test("el total se abre por trabajador, y de ahí a la memoria de uno", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  const suyo = await totalEnCentavos(page);
  await total(page).locator("button").click();
  const importes = await cajon(page).locator("tbody button").allInnerTexts();
  assert.equal(importes.length, 6);
  assert.equal(importes.reduce((a, i) => a + centavos(i), 0), suyo);
  await cajon(page).locator("tbody button").first().click();
  await cajon(page).locator(".v-memoria").waitFor();
  const [arbol] = await leerArboles(page);
  assert.equal(arbol.importe.replace(/,/g, ""), (centavos(importes[0]) / 100).toFixed(2));
  assert.ok(recomputar(arbol) > 10);
  assert.ok(arbol.articulos > 0, "la memoria trae sus artículos");
});

test("¿Y si…?: aumento, otra prima y faltas, al lado de lo que hay", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  const antes = await totalEnCentavos(page);
  const { documento } = await exportarJson(page);
  const fila = async (nombre) => {
    const celdas = page.locator(".v-comparacion tbody tr", { hasText: nombre }).locator("td");
    const [a, b, c] = await celdas.allInnerTexts();
    return { antes: centavos(a), despues: centavos(b), diferencia: c === "igual" ? 0 : centavos(c) };
  };
  const deFila = async (comprobar) => {
    const suya = await fila("Total a pagar");
    assert.equal(suya.antes, antes);
    assert.equal(suya.diferencia, suya.despues - suya.antes);
    comprobar(suya);
    return suya;
  };
  assert.equal(await page.locator(".v-comparacion").count(), 0);

  await page.locator("#y-si-aumento").fill("10");
  await page.locator(".v-comparacion").waitFor();
  const conAumento = await deFila((f) => assert.ok(f.diferencia > 0));
  assert.equal(conAumento.despues, cuentas(aumentado(documento, 10)).total, "el programa, con los salarios aumentados");

  await page.locator("#y-si-aumento").fill("");
  await page.locator("#y-si-prima").fill("7.58875");
  await page.waitForFunction(() => document.querySelector(".v-comparacion") !== null);
  const conPrima = await deFila((f) => assert.ok(f.diferencia > 0));
  const otra = structuredClone(documento);
  for (const { entrada } of otra.entradas) entrada.patron.prima_rt = "7.58875";
  assert.equal(conPrima.despues, cuentas(otra).total, "el programa, con otra prima");
  assert.equal((await fila("cuota fija")).diferencia, 0);

  await page.locator("#y-si-prima").fill("");
  await page.locator("#y-si-faltas").fill("2");
  await deFila((f) => assert.ok(f.diferencia < 0, "con faltas se paga menos"));

  await page.locator("#y-si-faltas").fill("99");
  await page.locator("#y-si-faltas-error .v-error").waitFor();

  await page.getByRole("button", { name: "Quitar cambios" }).click();
  await page.locator(".v-comparacion").waitFor({ state: "detached" });
  assert.equal(await totalEnCentavos(page), antes, "la nómina no cambió");
});

/** The documents with every salary raised, rounded half up to cents. */
function aumentado(documento, porCiento) {
  const subir = (importe) => ((Math.floor((2 * centavos(importe) * (100 + porCiento)) / 100 + 1) >> 1) / 100).toFixed(2);
  const visitar = (valor) => {
    if (Array.isArray(valor)) return valor.map(visitar);
    if (valor === null || typeof valor !== "object") return valor;
    const cambia = (clave, v) => ["sbc", "cuota_diaria"].includes(clave) && v !== null;
    return Object.fromEntries(Object.entries(valor).map(([c, v]) => [c, cambia(c, v) ? subir(v) : visitar(v)]));
  };
  return visitar(documento);
}

test("cada hoja muestra sus filas y nada de las otras", async (t) => {
  const { page } = await pagina(t);
  const cuantas = () =>
    page.evaluate(() => ["", " > .v-hoja-fila", " .v-hoja-celda"].map((c) => document.querySelectorAll(`.v-hoja-lienzo${c}`).length));
  assert.deepEqual(await cuantas(), [1, 1, 13], "sólo la fila nueva");
  await ejemplo(page);
  for (const [nombre, filas, columnas] of [["Trabajadores", 6, 13], ["Movimientos", 3, 7], ["Percepciones", 2, 6], ["Trabajadores", 6, 13]]) {
    await hoja(page, nombre);
    await page.getByRole("grid", { name: nombre }).waitFor();
    assert.deepEqual(await cuantas(), [1, filas + 1, (filas + 1) * columnas], nombre);
  }
  await menu(page, "Nuevo escenario");
  await total(page).waitFor({ state: "detached" });
  assert.deepEqual(await cuantas(), [1, 1, 13]);
});

test("una incapacidad en la hoja de movimientos cambia las cifras, y se deshace", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  const antes = await totalEnCentavos(page);
  await hoja(page, "Movimientos");
  for (const [columna, valor] of ["99189800040", "incapacidad", "2026-10-19", "4"].entries()) {
    await escribir(page, 3, columna, valor);
  }
  assert.equal(await texto(page, 3, 1), "Incapacidad");
  const despues = await totalNuevo(page, antes);
  assert.ok(despues < antes);
  const { documento } = await cuadraConElPrograma(page);
  const suya = documento.entradas[0].entrada.trabajadores[0].incidencias;
  assert.deepEqual(suya, [{ tipo: "incapacidad", desde: "2026-10-19", dias: 4 }]);
  await celda(page, 3, 0).click();
  for (let i = 0; i < 4; i++) await page.keyboard.press("Control+z");
  await page.waitForFunction(
    (antes) => document.querySelector("[data-total]").textContent.replaceAll(/\D/g, "") === antes,
    String(antes),
  );
  assert.equal(await page.locator(".v-hoja-lienzo > .v-hoja-fila").count(), 4, "las tres filas y la nueva");
});

test("un movimiento de alguien que no está se señala y no detiene a los demás", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  const antes = await totalEnCentavos(page);
  await hoja(page, "Movimientos");
  for (const [columna, valor] of ["Nadie Inventado", "ausentismo", "2026-10-19", "1"].entries()) {
    await escribir(page, 3, columna, valor);
  }
  await page.getByRole("button", { name: /Movimientos e incidencias, fila 4/ }).first().waitFor({ state: "attached" });
  assert.equal(await totalEnCentavos(page), antes);
});

test("una celda mala no detiene a las buenas, y la lista de errores lleva a ella", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  const antes = await totalEnCentavos(page);
  await escribir(page, 1, COLUMNA.cuota, "quinientos");
  const sinUno = await totalNuevo(page, antes);
  assert.ok(sinUno > 0 && sinUno < antes);
  await page.getByText("Falta 1 trabajador con error").waitFor();
  const { documento, respuestas } = await cuadraConElPrograma(page);
  assert.ok(respuestas[0].trabajadores_contados === 5, "los otros cinco");
  assert.ok(documento.escenario.trabajadores[1].includes("quinientos"), "lo escrito se conserva");
  assert.match(await celda(page, 1, COLUMNA.cuota).getAttribute("class"), /v-hoja-celda--error/);

  await celda(page, 5, COLUMNA.nombre).click();
  const error = page.locator("section[aria-labelledby=titulo-avisos] .v-aviso--error").first();
  const ir = error.getByRole("button", { name: /fila 2, Salario diario/ });
  if (!(await ir.isVisible())) await error.locator("summary").click();
  await ir.click();
  await page.waitForFunction(() => document.activeElement.getAttribute("aria-label") === "Salario diario, fila 2");
  const foco = page.locator("input:focus");
  assert.equal(await foco.getAttribute("aria-invalid"), "true");
  assert.ok((await page.locator(".v-hoja-mensaje").innerText()).length > 10, "dice qué tiene la celda");

  await page.keyboard.type("520.00");
  await page.keyboard.press("Enter");
  assert.equal(await totalNuevo(page, sinUno), antes);
  assert.equal(await page.getByText("Falta 1 trabajador con error").count(), 0);
});

test("bimestre y bimestre completo dan lo mismo que el programa", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  const mes = await totalEnCentavos(page);
  await clase(page, "Un bimestre");
  const bimestre = await totalNuevo(page, mes);
  const solo = await cuadraConElPrograma(page);
  assert.deepEqual(Object.keys(solo.ramos).sort(), ["ceav_obrero", "ceav_patron", "infonavit", "retiro"]);
  await clase(page, "Bimestre completo");
  await totalNuevo(page, bimestre);
  const completo = await cuadraConElPrograma(page);
  assert.equal(completo.documento.entradas.length, 3, "dos meses y el bimestre");
  assert.ok(completo.total > mes + bimestre);
  await clase(page, "Un mes");
  await totalNuevo(page, completo.total);
  assert.equal(await page.locator("#periodo-numero").inputValue(), "10");
  assert.equal(await totalEnCentavos(page), mes);
});

test("falta la prima: se pide, y al escribirla se calcula", async (t) => {
  const { page } = await pagina(t);
  await escribir(page, 0, COLUMNA.nombre, "Ana Ficticia");
  await escribir(page, 0, COLUMNA.cuota, "500");
  await page.getByText("Falta un dato para calcular").waitFor();
  await page.locator("#prima-error .v-error").waitFor();
  await prima(page, "0.54355");
  await total(page).waitFor();
  await cuadraConElPrograma(page);
});

test("los resultados salen en CSV con todas las figuras y el total", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  const { nombre, texto } = await bajado(page, () => menu(page, "Exportar resultados (CSV)"));
  assert.match(nombre, /\.csv$/);
  const renglones = texto.replace("\u{feff}", "").trim().split(/\r?\n/).map(celdasDeCsv);
  const [encabezado, ...filas] = renglones;
  assert.equal(filas.length, 7, "seis trabajadores y el total");
  const columna = encabezado.indexOf("Total");
  assert.ok(columna > 0);
  const suyos = filas.map((f) => centavos(f[columna]));
  assert.equal(suyos.at(-1), await totalEnCentavos(page));
  assert.equal(suyos.slice(0, -1).reduce((a, i) => a + i, 0), suyos.at(-1));
  const ramos = await porRamo(page);
  const cuotaFija = encabezado.findIndex((t) => /cuota fija/.test(t));
  assert.equal(centavos(filas.at(-1)[cuotaFija]), ramos.cuota_fija);
});

function celdasDeCsv(renglon) {
  return [...renglon.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((m) =>
    m[1].replace(/^="?|^"|"$/g, "").replaceAll('""', '"').replace(/"$/, ""),
  );
}

test("el JSON exportado vuelve a dar el mismo escenario", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  await page.locator("#nombre-escenario").fill("Ida y vuelta");
  const primero = await exportarJson(page);
  assert.equal(primero.nombre, "ida-y-vuelta.json");
  await menu(page, "Nuevo escenario");
  await total(page).waitFor({ state: "detached" });
  await page.locator("input[data-abrir-json]").setInputFiles({
    name: "escenario.json",
    mimeType: "application/json",
    buffer: Buffer.from(primero.texto),
  });
  await total(page).waitFor();
  const segundo = await exportarJson(page);
  assert.equal(segundo.texto, primero.texto);
});

test("un JSON ajeno se rechaza con palabras y no toca lo que hay", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  const antes = await totalEnCentavos(page);
  const malos = [
    ["{ roto", /no es JSON/],
    ['{"otra":"cosa"}', /no es un escenario/],
    ['{"formato":"ventanilla.prevision","version":99,"escenario":{}}', /versión más nueva/],
  ];
  for (const [contenido, mensaje] of malos) {
    await page.locator("input[data-abrir-json]").setInputFiles({
      name: "malo.json",
      mimeType: "application/json",
      buffer: Buffer.from(contenido),
    });
    await page.locator(".v-tostada", { hasText: mensaje }).waitFor();
  }
  assert.equal(await totalEnCentavos(page), antes);
});

const datos = (nombre) => readFileSync(archivo(`crates/archivos/tests/datos/${nombre}`));

test("los CSV que hace Excel dan la misma nómina, en cualquier codificación", async (t) => {
  const { page } = await pagina(t);
  const sueldos = [];
  for (const nombre of ["excel_mx_utf8.csv", "excel_mx_ansi.csv", "excel_texto_unicode.txt", "mac_cr.csv"]) {
    await menu(page, "Nuevo escenario");
    await prima(page, "0.54355");
    await abrirCsv(page, nombre, datos(nombre));
    await page.getByText(`Se agregaron 3 filas de «${nombre}»`).first().waitFor();
    await total(page).waitFor();
    const { documento } = await cuadraConElPrograma(page);
    sueldos.push(documento.entradas[0].entrada.trabajadores.map((w) => [w.nss, w.nombre, w.sbc]));
  }
  assert.deepEqual(sueldos[0], [
    ["99068400011", "FICTICIA EJEMPLO PETRA", "315.04"],
    ["99997900024", "SIMULADO PRUEBA RAMÓN", "1520.90"],
    ["99088800075", "MUESTRA ÑÚÑEZ NORMA", "545.64"],
  ]);
  for (const otros of sueldos) assert.deepEqual(otros, sueldos[0]);
});

test("un CSV con coma decimal no se adivina: se conserva, se señala y se propone el arreglo", async (t) => {
  const { page } = await pagina(t);
  await prima(page, "0.54355");
  await abrirCsv(page, "excel_es_punto_y_coma.csv", datos("excel_es_punto_y_coma.csv"));
  await page.getByText("Se agregaron 3 filas").first().waitFor();
  await page.getByText("¿Quiso escribir 315.04?").first().waitFor();
  assert.equal(await total(page).count(), 0);
  await escribir(page, 0, COLUMNA.sbc, "315.04");
  await total(page).waitFor();
  const { documento, respuestas } = await cuadraConElPrograma(page);
  assert.equal(respuestas[0].trabajadores_contados, 1);
  assert.equal(documento.escenario.trabajadores[1][COLUMNA.sbc], "1.520,90");
});

test("un CSV con membrete se lee, uno ajeno se explica, y abrirlo se deshace", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  const antes = await totalEnCentavos(page);
  await abrirCsv(page, "con_membrete.csv", datos("con_membrete.csv"));
  await page.getByText(/Se agregaron 2 filas/).first().waitFor();
  const con = await totalNuevo(page, antes);
  assert.ok(con > antes, "se agregan al final");
  await page.locator(".v-tostada").getByRole("button", { name: "Deshacer" }).click();
  assert.equal(await totalNuevo(page, con), antes);
  await abrirCsv(page, "encabezado_ajeno.csv", datos("encabezado_ajeno.csv"));
  await page.locator(".v-aviso[role=status]", { hasText: /encabezado_ajeno|No se pudo leer|column/ }).first().waitFor();
  assert.equal(await totalEnCentavos(page), antes);
});

test("la plantilla que se baja es la que se puede abrir", async (t) => {
  const { page } = await pagina(t);
  const plantilla = await bajado(page, () => page.getByRole("button", { name: "Bajar plantilla" }).click());
  assert.equal(plantilla.nombre, "plantilla-trabajadores.csv");
  await prima(page, "0.54355");
  await abrirCsv(page, plantilla.nombre, plantilla.texto);
  await total(page).waitFor();
  const { documento } = await cuadraConElPrograma(page);
  assert.equal(documento.escenario.trabajadores.length, 1);
  assert.equal(documento.entradas[0].entrada.trabajadores[0].nombre, "Petra Ficticia Ejemplo");
});

test("al volver está todo lo escrito", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  await page.locator("#nombre-escenario").fill("Octubre, segunda vuelta");
  await clase(page, "Frontera norte");
  await clase(page, "La conozco");
  await prima(page, "1.2345");
  await page.locator("details.v-ayuda > summary", { hasText: "Prestaciones" }).click();
  await page.locator("#aguinaldo").fill("30");
  await page.locator("details.v-ayuda > summary", { hasText: "Criterios" }).click();
  const criterio = page.locator("select[id^=politica-]").first();
  await criterio.selectOption({ index: 1 });
  await escribir(page, 6, COLUMNA.nombre, "Inés Simulada");
  await escribir(page, 6, COLUMNA.cuota, "no sé");
  await hoja(page, "Percepciones");
  await escribir(page, 2, 0, "Inés Simulada");
  await guardado(page);
  const antes = await exportarJson(page);
  await page.reload();
  await lista(page);
  await total(page).waitFor();
  const despues = await exportarJson(page);
  assert.equal(despues.texto, antes.texto);
  assert.equal(antes.documento.escenario.trabajadores.length, 7);
  assert.equal(antes.documento.escenario.percepciones.length, 3);
  assert.notDeepEqual(antes.documento.escenario.politicas, {});
});

test("300 ms después de escribir, recargar no pierde nada", async (t) => {
  const { page } = await pagina(t);
  await prima(page, "0.54355");
  await escribir(page, 0, COLUMNA.nombre, "Ana Ficticia");
  await escribir(page, 0, COLUMNA.cuota, "512.34");
  await page.waitForTimeout(300);
  await page.reload();
  await lista(page);
  await total(page).waitFor();
  assert.equal(await page.locator("#prima").inputValue(), "0.54355");
  assert.equal(await texto(page, 0, COLUMNA.nombre), "Ana Ficticia");
  assert.equal(await texto(page, 0, COLUMNA.cuota), "512.34");
});

test("ir a otra página y volver no pierde nada, ni lo que se puede deshacer", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  const antes = await totalEnCentavos(page);
  await escribir(page, 0, COLUMNA.cuota, "400");
  const despues = await totalNuevo(page, antes);
  await page.getByRole("link", { name: "Parámetros" }).click();
  await page.getByRole("heading", { level: 1, name: "Parámetros" }).waitFor();
  await page.goBack();
  await total(page).waitFor();
  assert.equal(await totalEnCentavos(page), despues);
  await celda(page, 0, COLUMNA.cuota).click();
  await page.keyboard.press("Control+z");
  assert.equal(await totalNuevo(page, despues), antes);
});

test("escenarios: cambiar el nombre, duplicar, borrar y deshacer", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  await page.locator("#nombre-escenario").fill("Base");
  await guardado(page);
  const suyo = await totalEnCentavos(page);
  await page.getByRole("link", { name: "Escenarios", exact: true }).click();
  const nombres = page.locator("main tbody th strong");
  await nombres.first().waitFor();
  assert.deepEqual(await nombres.allInnerTexts(), ["Base"]);

  await page.getByRole("button", { name: "Duplicar «Base»" }).click();
  await page.getByText("Base (copia)", { exact: true }).waitFor();
  assert.equal(await nombres.count(), 2);

  await page.getByRole("button", { name: "Borrar «Base»" }).click();
  await page.locator(".v-tostada", { hasText: "Se borró «Base»" }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll("main tbody tr").length === 1);
  await page.locator(".v-tostada").getByRole("button", { name: "Deshacer" }).click();
  await page.waitForFunction(() => document.querySelectorAll("main tbody tr").length === 2);

  await page.getByRole("button", { name: "Borrar «Base (copia)»" }).click();
  await page.waitForFunction(() => document.querySelectorAll("main tbody tr").length === 1);
  await page.getByRole("button", { name: "Abrir «Base»" }).click();
  await total(page).waitFor();
  assert.equal(await totalEnCentavos(page), suyo);
  await page.reload();
  await lista(page);
  await total(page).waitFor();
  assert.equal(await page.locator("#nombre-escenario").inputValue(), "Base");
});

test("un valor que falta se puede agregar en Parámetros y entra en el cálculo", async (t) => {
  const { page } = await pagina(t);
  const operacion = "salario.integrar";
  const antes = nativo(operacion, "{}");
  assert.equal(antes.calculado, false);
  await page.getByRole("link", { name: "Parámetros" }).click();
  await page.locator("input[type=file][aria-label='Archivo del suplemento']").setInputFiles({
    name: "suplemento.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      "tabla,clave,desde,hasta,valor,fundamento,fuente,publicado,confianza,verificado_hasta,nota\n" +
        "uma,,2027-02-01,2028-01-31,120.00,LSS 5 A,Ejemplo,,baja,,Cifra supuesta\n",
    ),
  });
  await page.getByText("Hay un suplemento en uso").waitFor();
  await page.getByRole("link", { name: "Cuotas" }).click();
  await page.locator("#periodo-anio option[value='2027']").waitFor({ state: "attached" });
  await page.getByRole("link", { name: "Parámetros" }).click();
  await page.getByRole("button", { name: /^Quitar/ }).click();
  await page.getByText("Hay un suplemento en uso").waitFor({ state: "detached" });
});
