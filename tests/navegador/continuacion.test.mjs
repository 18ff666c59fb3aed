// Simulador de la modalidad 40: what it would cost, to the cent the same as the native program; with the keyboard alone, from
// the baja; jumps and readings, years to come on a hypothesis, errors, paper, file, and the application that begins with it.
import { test } from "node:test";
import assert from "node:assert/strict";
import { axe, conNavegador, nativo, seDesborda } from "./comun.mjs";
import { bajado } from "./nomina.mjs";
import { paginasDePdf } from "./pdf.mjs";
import { entrar, expediente, tabularHasta, teclear as enElFormulario } from "./tramite.mjs";

const pagina = conNavegador();
const SIN_SERVIDOR = [/Failed to load resource/, /ERR_/]; // the page asks who is signed in; a folder of files does not know

async function abrir(t, opciones = {}) {
  const { page } = await pagina(t, { ruta: "#/modalidad-40", permitir: SIN_SERVIDOR, ...opciones });
  await page.getByRole("heading", { level: 1, name: "Simulador de la modalidad 40" }).waitFor();
  await page.locator("#ultimo-sbc").waitFor();
  return page;
}

/** What the native program answers to a quote of modalidad 40. */
function cotizar(datos) {
  const { texto, calculado } = nativo("incorporacion.cotizar", JSON.stringify({ modalidad: "40", area: "general", ...datos }));
  assert.ok(calculado, texto);
  return JSON.parse(texto);
}

const pesos = (importe) => {
  const [entero, centavos] = importe.split(".");
  return `$${entero.replaceAll(/\B(?=(\d{3})+$)/g, ",")}.${centavos}`;
};
const sumar = (importes) => (importes.reduce((s, i) => s + Math.round(Number(i) * 100), 0) / 100).toFixed(2);
const dice = (page, donde, texto) => page.locator(donde).getByText(texto, { exact: true }).first().waitFor({ timeout: 5000 });
const celdas = (page, filas, columna) => page.locator(`${filas} tr > :nth-child(${columna})`).allInnerTexts();

/** Types into what has the focus and goes on with Tab. */
async function teclear(page, ...textos) {
  for (const texto of textos) {
    await page.keyboard.type(texto);
    await page.keyboard.press("Tab");
  }
}

const enFoco = (page, id) => page.waitForFunction((id) => document.activeElement?.id === id, id);

test("desde la baja, sólo con el teclado: cada cifra es la de la línea de órdenes", async (t) => {
  const page = await abrir(t);
  await page.locator("#ultimo-sbc").focus();
  await teclear(page, "523.40", "", "20/11/2025", "210"); // Tab goes over the area as it is
  await page.getByText("Puede pedirla").waitFor();
  await page.locator("[data-procede]").getByText("hasta el 20 de noviembre de 2030").waitFor();
  await page.keyboard.press("ArrowRight"); // since the day after the baja
  await page.keyboard.press("Tab");
  await enFoco(page, "sbc");
  await teclear(page, "1,000");
  await enFoco(page, "m40-mover");
  const sbc = page.locator("#sbc");
  const queda = (texto) => page.waitForFunction((texto) => document.getElementById("sbc").value === texto, texto);
  await page.keyboard.press("Home");
  await queda("523.40");
  await page.keyboard.press("ArrowRight");
  await queda("530.00");
  await page.keyboard.press("End");
  await queda("2,932.75");
  await page.locator("[data-veces]").getByText("25.00 veces la UMA").waitFor();
  await dice(page, "[data-mes]", "$12,702.91");
  await dice(page, "[data-anio] tfoot", "$154,085.54");
  // months with the UMA of the year before are on their own cap
  const al_tope = ["2025-11-21/2025-11-30", "2025-12-01/2025-12-31", "2026-01-01/2026-01-31"].map((dias) => {
    const [desde, hasta] = dias.split("/");
    return cotizar({ desde, hasta, tope: true }).total;
  });
  const demas = cotizar({ desde: "2026-02-01", hasta: "2026-11-30", sbc: "2932.75" });
  await dice(page, "[data-inicio]", pesos(sumar([...al_tope, demas.total])));
  // the application can take the cap of each month; one salary above an older one, it cannot
  const aviso = page.getByText("La solicitud lleva un solo salario");
  assert.equal(await aviso.count(), 0);
  assert.match(await page.locator("#m40-mover").getAttribute("aria-valuetext"), /^\$2,932\.75 al día, 25\.00 veces la UMA: \$12,702\.91/);

  await sbc.focus();
  await sbc.press("Control+a");
  await page.keyboard.type("2900");
  await aviso.waitFor();
  await sbc.press("Control+a");
  await page.keyboard.type("1200");
  const datos = { sbc: "1200.00", ultimo_sbc: "523.40" };
  const mes = cotizar({ anio: 2026, mes: 11, ...datos });
  const inicio = cotizar({ desde: "2025-11-21", hasta: "2026-11-30", ...datos });
  await dice(page, "[data-mes]", pesos(mes.total));
  await dice(page, "[data-inicio]", pesos(inicio.total));
  const filas = "[data-inicio-meses]";
  assert.deepEqual((await celdas(page, filas, 5)).slice(1), inicio.por_mes.map((m) => pesos(m.total)));
  assert.deepEqual((await celdas(page, filas, 2)).slice(1), inicio.por_mes.map((m) => String(m.dias)));
  assert.deepEqual((await celdas(page, filas, 4)).slice(1), inicio.por_mes.map((m) => `${m.porcentaje} %`));
  const siguiente = cotizar({ anio: 2026, mes: 12, ...datos });
  await dice(page, "[data-siguiente]", pesos(siguiente.total));
  assert.deepEqual(await celdas(page, "[data-despues]", 6), ["17-dic-2026"]);
  assert.equal(siguiente.pagos[0].vence, "2026-12-17");
  await page.locator("dl", { hasText: "Si no paga más" }).getByText("31-ene-2027").waitFor();
  assert.equal(inicio.terminacion.sin_pago_hasta, "2027-01-31");
  const anio = [...Array(12).keys()].map((i) => cotizar({ anio: 2026, mes: i + 1, ...datos }).total);
  assert.deepEqual(await celdas(page, "[data-anio] tbody", 4), anio.map(pesos));
  await dice(page, "[data-anio] tfoot", pesos(sumar(anio)));
  assert.deepEqual(await celdas(page, "[data-ramas] tbody", 2), Object.values(mes.ramas).map(pesos));
  assert.deepEqual(await celdas(page, "[data-anios] tbody", 2), mes.proyeccion.map((a) => `${a.porcentaje} %`));

  // every amount has its memoria
  await page.locator("[data-inicio] button").focus();
  await page.keyboard.press("Enter");
  const cajon = page.locator("dialog[open]");
  await cajon.getByText("Total del mes (noviembre de 2025)").waitFor();
  await cajon.getByText(inicio.total, { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForTimeout(300);
  await page.reload();
  await dice(page, "[data-inicio]", pesos(inicio.total)); // what was typed is still there
});

test("los saltos por rango y las dos lecturas se ven, se leen en la tabla y se eligen", async (t) => {
  const page = await abrir(t);
  await page.locator("#ultimo-sbc").fill("315.04");
  await page.locator("[data-mes]").getByText("$952.21").waitFor();
  assert.equal(await page.locator(".v-m40-curva svg").count(), 2, "todo, y de cerca");
  await page.getByText("Ver la gráfica como tabla").click();
  const tabla = page.locator("[data-bandas] tbody tr");
  const dichos = await tabla.evaluateAll((filas) => filas.map((f) => [...f.cells].map((c) => c.innerText.replaceAll("\n", " "))));
  const rangos = dichos.filter(([salario]) => !salario.includes("Otra lectura"));
  assert.deepEqual(rangos.map((r) => r[2]), ["10.075 %", "12.951 %", "13.286 %", "13.538 %", "14.438 %"]);
  const costo = (sbc, politicas = {}) => pesos(cotizar({ anio: 2026, mes: 11, sbc, politicas }).total);
  for (const [salario, , , costos] of rangos) {
    const extremos = salario.split(" a ").map((s) => s.replaceAll(/[$,]/g, ""));
    assert.deepEqual(costos.split(" a "), [...new Set(extremos)].map((s) => costo(s)), salario);
  }
  const otras = dichos.filter(([salario]) => salario.includes("Otra lectura"));
  assert.deepEqual(otras.map((r) => r[2]), ["10.075 %", "13.286 %", "13.538 %", "14.438 %"]);
  assert.match(otras[1][0], /^\$351\.94 a \$353\.09 Otra lectura: En el superior/);
  assert.equal(otras[1][3], ["351.94", "353.09"].map((s) => costo(s, { ceav_hueco: "superior" })).join(" a "));
  // who falls between two ranges is told, and may choose
  await page.locator("#ultimo-sbc").fill("352.50");
  await dice(page, "[data-mes]", costo("352.50"));
  // in January, with the UMA of the year before, it is in the range above
  await page.getByText("La UMA cambia en febrero").waitFor();
  const porcentajes = await celdas(page, "[data-anio] tbody", 3);
  assert.deepEqual([porcentajes[0], porcentajes[1]], ["13.286 %", "12.951 %"]);
  const lectura = page.getByLabel("¿En qué rango de cesantía y vejez cae un SBC que queda entre dos rangos?");
  await lectura.selectOption("superior");
  await dice(page, "[data-mes]", costo("352.50", { ceav_hueco: "superior" }));
  // with a salary of the last range the line is straight: one drawing
  await page.locator("#ultimo-sbc").fill("800");
  await page.waitForFunction(() => document.querySelectorAll(".v-m40-curva svg").length === 1);
});

test("de los años que vienen, pesos sólo con hipótesis, y se dice que lo son", async (t) => {
  const page = await abrir(t);
  await page.locator("#ultimo-sbc").fill("1000");
  await page.locator("[data-anios] tbody tr").nth(4).waitFor();
  assert.deepEqual((await celdas(page, "[data-anios] tbody", 3)).slice(1), ["—", "—", "—", "—"]);
  await page.getByText("En pesos no se puede saber").waitFor();
  await page.getByText("Suponer la UMA y el salario mínimo de un año").click();
  await page.locator("#hipotesis-2028-uma").fill("125.50");
  assert.equal(await page.locator("[data-de-30]").count(), 0, "con un solo dato no se calcula");
  await page.locator("#hipotesis-2028-salario-minimo").fill("380");
  const hipotesis = { uma: "125.50", salario_minimo: "380.00" };
  const de = (mes) => cotizar({ anio: 2028, mes, sbc: "1000.00", ultimo_sbc: "1000.00", hipotesis });
  await dice(page, "[data-de-30]", pesos(de(4).total));
  await dice(page, "[data-de-31]", pesos(de(5).total));
  assert.equal(de(4).hipotesis, true);
  await page.locator("[data-anios] tr", { hasText: "2028" }).getByText("hipótesis, no es ley").waitFor();
  await page.locator("[data-de-30] button").click();
  await page.locator("dialog[open]").getByText("Es una hipótesis, no es ley").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("#hipotesis-2028-uma").fill("5"); // the salary would pass 25 of those
  await page.keyboard.press("Tab");
  await page.locator("#hipotesis-2028-uma-error").getByText("pasa del tope").waitFor();
  assert.equal(await page.locator("[data-de-30]").count(), 0);
});

test("lo que no se puede elegir o pedir se dice en su lugar", async (t) => {
  const page = await abrir(t);
  await page.getByText("No da servicio médico ni subsidios").waitFor();
  await page.locator("#ultimo-sbc").fill("800");
  await page.locator("#sbc").fill("2932.76");
  assert.equal(await page.locator(".v-error").count(), 0, "mientras se escribe no se regaña");
  await page.keyboard.press("Tab");
  await page.locator("#sbc-error").getByText("pasa del tope, que en noviembre de 2026 es 2932.75").waitFor();
  assert.equal(await page.locator("[data-mes]").innerText(), "—");
  await page.locator("#sbc").fill("799.99");
  await page.keyboard.press("Tab");
  await page.locator("#sbc-error").getByText("es menor que el último").waitFor();
  await page.locator("#sbc").fill("800");
  await page.getByLabel("Desde la baja").check();
  await page.locator("#fecha-baja-error").getByText("hace falta su fecha").waitFor();
  const baja = page.locator("#fecha-baja");
  const procede = page.locator("[data-procede]");
  await baja.fill("21/11/2021");
  await procede.getByText("El plazo para solicitarla terminó el 21 de noviembre de 2026").waitFor();
  await baja.fill("20/11/2024");
  await page.locator("#semanas").fill("51");
  await procede.getByText("Tiene 51 semanas cotizadas").waitFor();
  await page.locator("#semanas").fill("");
  await procede.getByText("Depende de sus semanas").waitFor();
  await baja.fill("23/11/2026");
  await page.keyboard.press("Tab");
  await page.locator("#fecha-baja-error .v-error").waitFor();
  assert.equal(await procede.count(), 0);
});

test("se imprime en una hoja y se baja como hoja de cálculo; borrar se deshace", async (t) => {
  const page = await abrir(t);
  await page.getByRole("button", { name: "Ver un ejemplo" }).click();
  await page.getByText("Suponer la UMA y el salario mínimo de un año").click();
  await page.locator("#fecha-baja").fill("01/12/2021"); // the longest that can be asked for
  const inicio = cotizar({ desde: "2021-12-02", hasta: "2026-11-30", sbc: "1200.00", ultimo_sbc: "523.40" });
  await dice(page, "[data-inicio]", pesos(inicio.total));
  for (const anio of [2027, 2028, 2029, 2030]) {
    await page.locator(`#hipotesis-${anio}-uma`).fill("125");
    await page.locator(`#hipotesis-${anio}-salario-minimo`).fill("350");
  }
  await page.locator("[data-de-30]").nth(3).waitFor();
  const hojas = paginasDePdf(await page.pdf({ preferCSSPageSize: true }));
  assert.equal(hojas.length, 1);
  const dicho = hojas[0].replace(/\s+/g, " ");
  for (const parte of ["sin validez oficial", "$1,200.00 al día, 10.23 veces la UMA", pesos(inicio.total), "$5,197.68", "18.800 %", "Hipótesis, no es ley. 2027", "No da servicio médico"]) {
    assert.ok(dicho.includes(parte), parte);
  }
  const { nombre, texto } = await bajado(page, () => page.getByRole("button", { name: "Bajar CSV" }).click());
  assert.equal(nombre, "modalidad-40-2026-11-22.csv");
  const filas = texto.trim().split("\r\n");
  assert.equal(filas.length, 1 + inicio.por_mes.length + 1 + 1 + 1 + 12 + 1);
  assert.ok(filas.some((f) => f.startsWith("TOTAL: Para empezar") && f.includes(inicio.total)), filas[61]);
  await page.getByRole("button", { name: "Borrar todo" }).click();
  await page.getByText("¿Cuánto costaría?").waitFor();
  await page.getByRole("button", { name: "Deshacer" }).click();
  await dice(page, "[data-inicio]", pesos(inicio.total));
});

test("la solicitud empieza con lo contestado", async (t) => {
  const page = await abrir(t);
  await entrar(page, "patron");
  await page.goto(new URL("#/modalidad-40", page.url()).href);
  await page.getByRole("button", { name: "Ver un ejemplo" }).click();
  await page.getByRole("button", { name: "Empezar la solicitud" }).click();
  await page.waitForURL(/#\/tramite\/[0-9a-f-]+\/modalidad/);
  await page.locator('input[name="p-opcion-modalidad"][value="40"]:checked').waitFor();
  await page.goto(page.url().replace(/modalidad$/, "rapida"));
  await page.locator("#p-opcion-sbc").waitFor();
  assert.equal(await page.locator("#p-opcion-ultimo_sbc, #p-opcion-ultimo-sbc").inputValue(), "523.40");
  assert.equal(await page.locator("#p-opcion-sbc").inputValue(), "1200.00");
  assert.ok(await page.locator('input[name="p-opcion-inicio"][value="baja"]').isChecked());
});

test("del simulador, desde la baja, hasta el folio, sólo con el teclado", async (t) => {
  const { page } = await pagina(t, { ruta: "#/tramites" });
  await entrar(page, "ventanilla");
  await page.goto(new URL("#/modalidad-40", page.url()).href);
  await page.locator("#ultimo-sbc").focus();
  await teclear(page, "523.40", "", "20/11/2025", "210");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await enFoco(page, "sbc");
  await teclear(page, "1,200");
  const calculado = cotizar({ desde: "2025-11-21", hasta: "2026-11-30", sbc: "1200.00", ultimo_sbc: "523.40" });
  await dice(page, "[data-inicio]", pesos(calculado.total));
  const boton = page.getByRole("button", { name: "Empezar la solicitud" });
  for (let i = 0; i < 200 && !(await boton.evaluate((e) => e === document.activeElement)); i += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#\/tramite\/[0-9a-f-]+\/modalidad/);
  await page.goto(page.url().replace(/modalidad$/, "rapida"));
  await page.locator("#p-opcion-sbc").waitFor();
  await page.locator("#p-persona-nombres").focus();
  const { contenido } = expediente("incorporacion", "cvro_retroactiva");
  const dadas = ["hubo_baja", "fecha_baja", "semanas_ultimos_5", "entidad"];
  for (const bloque of ["persona", "contacto", "presenta", "domicilio", "situacion"]) {
    for (const [nombre, valor] of Object.entries(contenido[bloque])) {
      if (!dadas.includes(nombre)) await enElFormulario(page, `${bloque}.${nombre}`, valor);
    }
  }
  await enElFormulario(page, "declaraciones.protesta", true);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: "Revise antes de enviar" }).waitFor();
  assert.deepEqual(await page.locator(".v-resumen-errores").allInnerTexts(), []);
  assert.ok((await page.locator("main").innerText()).includes(pesos(calculado.total)), "la solicitud cobra lo que dijo el simulador");
  await tabularHasta(page, "enviar-el-tramite");
  await page.keyboard.press("Enter");
  await page.locator(".v-folio-numero").waitFor();
});

for (const ancho of [1280, 390]) {
  test(`a ${ancho}: sin faltas serias y sin moverse de lado`, async (t) => {
    const page = await abrir(t, { ancho, alto: ancho === 390 ? 844 : 900 });
    for (const linea of await axe(page, "vacía")) t.diagnostic(linea);
    assert.equal(await seDesborda(page), "");
    await page.getByRole("button", { name: "Ver un ejemplo" }).click();
    await page.locator("#ultimo-sbc").fill("352.50");
    await page.locator("#sbc").fill("410.70"); // both readings, two charts
    await page.getByText("Ver la gráfica como tabla").click();
    await page.getByText("Suponer la UMA y el salario mínimo de un año").click();
    await page.locator("#hipotesis-2027-uma").fill("121.90");
    await page.locator("#hipotesis-2027-salario-minimo").fill("340");
    await page.locator("[data-de-30]").waitFor();
    await page.waitForTimeout(350);
    for (const linea of await axe(page, "con cuenta")) t.diagnostic(linea);
    assert.equal(await seDesborda(page), "");
    if (ancho === 390) await page.locator(".v-total-fijo").getByText("Mes de 30 días").waitFor();
  });
}
