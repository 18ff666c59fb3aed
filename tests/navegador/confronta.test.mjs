// Confronta: the emission against the law and against the payroll, to the cent; with the keyboard alone; five thousand
// workers; files that are no emission; CSV and paper. The file goes nowhere.
import { test } from "node:test";
import assert from "node:assert/strict";
import { axe, conNavegador, seDesborda } from "./comun.mjs";
import { emision } from "./emision.mjs";
import { bajado, centavos } from "./nomina.mjs";
import { paginasDePdf } from "./pdf.mjs";

const pagina = conNavegador();
const VEREDICTO = "El IMSS emitió $66,884.67: $6,344.75 más que los $60,539.92 que resultan de su nómina.";

const abrir = async (t, opciones = {}) => (await pagina(t, { ruta: "#/confronta", ...opciones })).page;
const veredicto = (page) => page.locator("[data-veredicto]");
const dice = (page, texto) => veredicto(page).getByText(texto).waitFor({ timeout: 60_000 });
const filas = (page) => page.locator("[data-trabajadores] tbody tr");

/** Tab until what has the focus says this. */
async function tabularA(page, texto, limite = 80) {
  for (let i = 0; i < limite; i += 1) {
    const dicho = await page.evaluate(() => {
      const activo = document.activeElement;
      return activo?.innerText?.trim() || activo?.id || "";
    });
    if (dicho === texto) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`con el tabulador no se llega a «${texto}»`);
}

const soltar = (page, name, buffer) => page.locator("#emision").setInputFiles({ name, mimeType: "application/vnd.ms-excel", buffer });

test("la muestra, sólo con el teclado: cada diferencia al centavo y con su causa", async (t) => {
  const { page, pedidos } = await pagina(t, { ruta: "#/confronta" });
  await axe(page, "sin archivo");
  await tabularA(page, "Probar con un archivo de muestra");
  await page.keyboard.press("Enter");
  await dice(page, VEREDICTO);
  await page.getByText("Hay $4,694.63 que el IMSS cobra de un trabajador que su nómina no trae.").waitFor();
  await axe(page, "con resultado");
  const esperadas = [
    ["MAQUETA DEMO ALDO", "4694.63", "Sólo está en la emisión"],
    ["PRUEBA SIMULADO OSCAR", "1267.49", "Baja no reconocida"],
    ["ENSAYO MODELO ELVIRA", "219.82", "Ausentismo"],
    ["FICTICIA EJEMPLO PETRA", "162.84", "Salario distinto"],
  ];
  assert.equal(await filas(page).count(), esperadas.length);
  for (const [i, [nombre, importe, causa]] of esperadas.entries()) {
    const texto = await filas(page).nth(i).innerText();
    assert.ok(texto.includes(nombre) && texto.includes(causa), texto);
    const celda = await filas(page).nth(i).locator("td.v-fuerte").innerText();
    assert.equal(centavos(celda), Math.round(Number(importe) * 100), nombre);
  }
  // what the causes explain adds up to the difference
  const causas = await page.locator(".v-cf-causas tbody tr td:last-child").allInnerTexts();
  assert.equal(causas.map(centavos).reduce((a, b) => a + b), 634_475);
  const ramos = await page.locator("[data-ramos] tbody tr").evaluateAll((trs) => trs.map((tr) => [...tr.cells].slice(1).map((c) => c.innerText)));
  const suma = (columna) => ramos.map((r) => centavos(r[columna])).reduce((a, b) => a + b);
  assert.deepEqual([suma(0), suma(1), suma(2)], [6_688_467, 6_053_992, 634_475]);
  assert.ok(ramos.every((r) => r[0] === r[3]), "el resumen es la suma de los renglones");

  // a worker, with its causes, both figures and the memoria
  await tabularA(page, "FICTICIA EJEMPLO PETRA");
  await page.keyboard.press("Enter");
  const cajon = page.locator("dialog[open]");
  await cajon.getByText("Salario distinto: $506.96 en la emisión y $520.03 en su nómina.").waitFor();
  await cajon.getByText("Incapacidad: 3 días que la emisión no descuenta.").waitFor();
  await cajon.getByText("LSS 31 IV", { exact: true }).first().waitFor();
  await tabularA(page, "De dónde sale lo calculado");
  await page.keyboard.press("Enter");
  await cajon.locator(".v-memoria").first().waitFor();
  const calculado = await cajon.locator("tfoot td").nth(1).innerText();
  const raices = await cajon.locator(".v-memoria > li > details > summary .v-nodo-importe").allInnerTexts();
  assert.equal(raices.map(centavos).reduce((a, b) => a + b), centavos(calculado), "la memoria suma lo calculado");
  await axe(page, "con un trabajador abierto");
  await page.keyboard.press("Escape");
  await cajon.waitFor({ state: "detached" }).catch(() => {});
  assert.equal(await page.locator("dialog[open]").count(), 0);

  // a cause chosen in the table, and a search
  await page.getByRole("button", { name: "Ausentismo" }).click();
  await page.waitForFunction(() => document.querySelectorAll("[data-trabajadores] tbody tr").length === 1);
  await page.locator("#filtro-causa").selectOption({ label: "Todos (7)" });
  await page.locator("#buscar-trabajador").fill("lucía");
  await page.waitForFunction(() => document.querySelectorAll("[data-trabajadores] tbody tr").length === 1);
  assert.ok((await filas(page).first().innerText()).includes("Redondeo"));

  // only the arithmetic
  await page.getByText("Criterios donde la ley admite dos lecturas").click();
  await page.getByText("Son los de la nómina con que se compara").waitFor();
  await page.locator("#contra").selectOption("");
  await dice(page, "El IMSS emitió $66,884.67 y con sus mismos datos resulta lo mismo: las cuentas son correctas.");
  await page.getByText("con los criterios por omisión").waitFor();
  await page.locator("#politica-ceav_hueco").selectOption("superior");
  await page.getByText(/con estos criterios: ¿En qué rango.*En el superior/).waitFor({ timeout: 30_000 });
  assert.deepEqual(pedidos.filter((p) => !p.startsWith("GET ")), [], "nada se envía");
  await page.reload();
  await page.getByText("Todavía no hay un archivo abierto").waitFor(); // and nothing is kept
});

test("la tolerancia decide qué es redondeo", async (t) => {
  const page = await abrir(t);
  await page.getByRole("button", { name: "Probar con un archivo de muestra" }).click();
  await dice(page, VEREDICTO);
  const tolerancia = page.locator("#tolerancia");
  await tolerancia.fill("0");
  await tolerancia.press("Tab");
  await page.locator("[data-cuantos]").getByText("5 trabajadores").waitFor({ timeout: 30_000 }); // Lucía's cents have no cause now
  await tolerancia.fill("mucho");
  await tolerancia.press("Tab");
  await page.locator("#tolerancia-error .v-error").waitFor();
});

test("CSV y papel dicen lo mismo que la pantalla", async (t) => {
  const page = await abrir(t);
  await page.getByRole("button", { name: "Probar con un archivo de muestra" }).click();
  await dice(page, VEREDICTO);
  const { nombre, texto } = await bajado(page, () => page.getByRole("button", { name: "Bajar CSV" }).click());
  assert.equal(nombre, "confronta-2026-10.csv");
  const renglones = texto.trim().split("\r\n");
  assert.equal(renglones.length, 1 + 7 + 1);
  assert.ok(renglones.at(-1).startsWith(",TOTAL,,,,66884.67,60539.92,6344.75,"), renglones.at(-1));
  assert.ok(renglones.some((r) => r.startsWith("99210100055,ENSAYO MODELO ELVIRA,31,61,545.64,") && r.includes("Ausentismo: 2 días")));
  const hojas = paginasDePdf(await page.pdf({ preferCSSPageSize: true }));
  const dicho = hojas.join(" ").replace(/\s+/g, " ");
  for (const parte of [VEREDICTO, "sin validez oficial", "Totales por ramo", "MAQUETA DEMO ALDO", "Baja no reconocida", "$6,344.75"]) {
    assert.ok(dicho.includes(parte), parte);
  }
  assert.ok(hojas.length <= 2, `${hojas.length} hojas`);
  assert.ok(!dicho.includes("Buscar por nombre"), "sin la maquinaria");
});

test("en un teléfono cabe", async (t) => {
  const page = await abrir(t, { ancho: 390, alto: 844 });
  await page.getByRole("button", { name: "Probar con un archivo de muestra" }).click();
  await dice(page, VEREDICTO);
  assert.equal(await seDesborda(page), "");
  await filas(page).first().getByRole("button").click();
  await page.locator("dialog[open] [data-detalle]").waitFor();
  assert.equal(await seDesborda(page), "");
});

test("lo que no es una emisión se dice con claridad", async (t) => {
  const page = await abrir(t);
  const falla = page.getByRole("alert");
  for (const [nombre, contenido] of [
    ["notas.xls", Buffer.from("esto no es un libro")],
    ["vacio.xls", Buffer.alloc(0)],
    ["roto.xls", (await emision(page, 7)).subarray(0, 3000)],
  ]) {
    await soltar(page, nombre, contenido);
    await falla.getByText("No se pudo confrontar el archivo").waitFor({ timeout: 30_000 });
    const dicho = await falla.locator("li").allInnerTexts();
    assert.ok(dicho.length > 0 && dicho.every((d) => d.length > 20), `${nombre}: ${dicho}`);
    t.diagnostic(`${nombre}: ${dicho.join(" ")}`);
    await page.getByRole("button", { name: "Cerrar el archivo" }).click();
    await page.getByText("Todavía no hay un archivo abierto").waitFor();
  }
  await soltar(page, "emision.xls", await emision(page, 7)); // and the page still works
  await dice(page, "las cuentas son correctas");
});

test("con otro criterio, la memoria de un trabajador es la de lo que se calculó con él", async (t) => {
  const page = await abrir(t);
  await soltar(page, "mediana.xls", await emision(page, 1500));
  await dice(page, "las cuentas son correctas");
  await page.getByText("Criterios donde la ley admite dos lecturas").click();
  await page.locator("#politica-ceav_hueco").selectOption("superior");
  await dice(page, "que resultan de sus mismos datos"); // there is somebody between two ranges
  await filas(page).first().getByRole("button").first().click();
  const cajon = page.locator("dialog[open]");
  await cajon.getByText("De dónde sale lo calculado").click();
  await cajon.locator(".v-memoria").first().waitFor();
  const [emitido, calculado] = (await cajon.locator("tfoot td").allInnerTexts()).map(centavos);
  assert.notEqual(calculado, emitido);
  const raices = await cajon.locator(".v-memoria > li > details > summary .v-nodo-importe").allInnerTexts();
  assert.equal(raices.map(centavos).reduce((a, b) => a + b), calculado);
});

test("una emisión de cinco mil trabajadores contra su nómina", async (t) => {
  const page = await abrir(t);
  const bytes = await emision(page, 5000);
  const nss = await page.evaluate(guardarNomina, 5000);
  await page.reload();
  await page.locator("main#principal h1").waitFor();
  await page.evaluate(() => {
    window.largas = [];
    new PerformanceObserver((lista) => window.largas.push(...lista.getEntries().map((e) => Math.round(e.duration)))).observe({ type: "longtask" });
  });
  const antes = Date.now();
  await soltar(page, "grande.xls", bytes);
  await dice(page, "las cuentas son correctas");
  t.diagnostic(`sólo las cuentas, con la lectura: ${Date.now() - antes} ms`);
  await page.locator("#filtro-causa").selectOption({ label: "Todos (5,000)" });
  assert.equal(await filas(page).count(), 25);
  const otra = Date.now();
  await page.locator("#contra").selectOption({ label: "Nómina de cinco mil, octubre de 2026" });
  await dice(page, "que resultan de su nómina");
  t.diagnostic(`contra la nómina, con la lectura: ${Date.now() - otra} ms`);
  t.diagnostic(`tareas largas del hilo principal: ${await page.evaluate(() => window.largas.join(", "))} ms`);
  await page.locator("#filtro-causa option", { hasText: "Salario distinto (499)" }).waitFor({ state: "attached" });
  await page.getByText("Página 1 de").first().waitFor();
  await page.locator("#buscar-trabajador").fill(nss);
  await page.waitForFunction(() => document.querySelectorAll("[data-trabajadores] tbody tr").length === 1);
  assert.ok((await filas(page).first().innerText()).includes("Salario distinto"));
});

/** Runs in the page: keeps a payroll of the made-up emission's people, one in ten with another salary. Gives the NSS of one. */
async function guardarNomina(cuantos) {
  const luhn = (diez) => {
    const suma = [...diez].reduce((s, c, i) => {
      const p = Number(c) * (1 + (i % 2));
      return s + Math.floor(p / 10) + (p % 10);
    }, 0);
    return String((10 - (suma % 10)) % 10);
  };
  const trabajadores = [];
  let uno = "";
  for (let i = 7; i < cuantos; i += 1) {
    const diez = `99${String(10_000_000 + i).padStart(8, "0")}`;
    const distinto = i % 10 === 0;
    const sbc = 33_058 + ((i * 7_919) % 250_000) + (distinto ? 100 : 0);
    const nss = diez + luhn(diez);
    if (distinto) uno = nss;
    trabajadores.push([nss, `Ficticio ${i}`, (sbc / 100).toFixed(2)]);
  }
  for (const nss of ["99000000011"]) trabajadores.push([nss, "Otro salario", "400.00", "", "", "2026-11-05"]); // not yet in October
  const escenario = {
    nombre: "Nómina de cinco mil",
    patron: { prima: "1.13065", area: "general", origen_de_prima: "prima" },
    periodo: { clase: "mes", anio: 2026, numero: 10 },
    trabajadores,
  };
  const guardado = { id: "cinco-mil", formato: 1, modificado: "2026-11-22T12:00:00", normativa: "", escenario };
  const base = await new Promise((bien, mal) => {
    const peticion = indexedDB.open("ventanilla");
    peticion.onsuccess = () => bien(peticion.result);
    peticion.onerror = () => mal(peticion.error);
  });
  await new Promise((bien, mal) => {
    const transaccion = base.transaction("escenarios", "readwrite");
    transaccion.objectStore("escenarios").put(JSON.stringify(guardado), "cinco-mil");
    transaccion.oncomplete = bien;
    transaccion.onerror = () => mal(transaccion.error);
  });
  base.close();
  return uno;
}
