// The prima of riesgos de trabajo: annual determination, after a change, registro único. Cases of the dossier.
import { test } from "node:test";
import assert from "node:assert/strict";
import { axe, conNavegador, seDesborda } from "./comun.mjs";
import { paginasDePdf } from "./pdf.mjs";

const pagina = conNavegador();

const SIN_SERVIDOR = [/Failed to load resource/, /ERR_/]; // the page asks who is signed in; a folder of files does not know
const abrir = async (t, opciones = {}) => {
  const abierta = await pagina(t, { ruta: "#/prima", permitir: SIN_SERVIDOR, ...opciones });
  await abierta.page.locator(".v-panel").first().waitFor();
  return abierta;
};
const prima = (page) => page.locator("[data-prima]");
const llenar = async (page, prefijo, datos) => {
  for (const [campo, valor] of Object.entries(datos)) await page.locator(`#${prefijo}-${campo}`).fill(valor);
};
const P7 = {
  "prima-anterior": "2.59840",
  "dias-subsidiados": "73",
  "incapacidades-permanentes": "8",
  defunciones: "0",
  "trabajadores-promedio": "45",
};
const anual = async (page, clase, datos) => {
  await page.locator("#anual-clase").selectOption(clase);
  await llenar(page, "anual", datos);
};

test("P7: 12.97111 y 3.59840 en pantalla, y la memoria muestra las mismas cifras", async (t) => {
  const { page } = await abrir(t);
  await anual(page, "III", P7);
  await prima(page).getByText("3.59840 %").waitFor();
  const resultado = page.locator(".v-resultado");
  assert.match(await resultado.innerText(), /La fórmula da\s+12\.97111 %/);
  assert.match(await resultado.innerText(), /no puede subir más de un punto/);
  await page.getByText("Ver de dónde sale cada cifra").click();
  const nodo = (nombre) =>
    page.locator(".v-nodo", { has: page.locator(`.v-nodo-nombre:text-is("${nombre}")`) }).first().locator(".v-nodo-importe");
  assert.equal(await nodo("Prima").innerText(), "3.59840");
  assert.equal(await nodo("Prima calculada").textContent(), "12.97111");
  assert.match(await resultado.innerText(), /Tiene que presentarla a más tardar el lunes 2 de marzo de 2026/);
  assert.match(await resultado.innerText(), /multa puede ir de \$2,346\.20 a \$24,635\.10/);
});

test("C7: sale igual y no hay que presentarla", async (t) => {
  const { page } = await abrir(t);
  await page.locator("#anual-clase").selectOption("I");
  await page.getByRole("button", { name: "No hubo casos: poner ceros" }).click();
  await llenar(page, "anual", { "prima-anterior": "0.50000", "trabajadores-promedio": "75" });
  await prima(page).getByText("0.50000 %").waitFor();
  await page.locator("[data-obligado=no]").getByText("No tiene que presentarla").waitFor();
});

test("los casos uno por uno suman lo mismo, y los que no cuentan se dicen", async (t) => {
  const { page } = await abrir(t);
  await anual(page, "III", P7);
  await page.locator(".v-segmentos label", { hasText: "Uno por uno" }).click();
  const caso = async (i, datos) => {
    await page.getByRole("button", { name: "Agregar un caso" }).click();
    await llenar(page, `anual-casos-${i}`, datos);
  };
  await caso(0, { terminado: "10/05/2025", dias: "60", porcentaje: "8" });
  await caso(1, { terminado: "20/08/2025", dias: "13" });
  await caso(2, { terminado: "15/01/2026", dias: "40" });
  await prima(page).getByText("3.59840 %").waitFor();
  await page.getByText("No cuenta en este ejercicio: terminó en otro año.").waitFor();
  assert.match(await page.locator(".v-resultado").innerText(), /12\.97111/);
  await page.getByRole("button", { name: "Quitar el caso 2" }).click();
  await page.waitForFunction(() => !document.querySelector(".v-resultado").innerText.includes("12.97111"));
  await page.locator(".v-tostada").getByRole("button", { name: "Deshacer" }).click();
  await page.waitForFunction(() => document.querySelector(".v-resultado").innerText.includes("12.97111"));
});

test("con menos de diez trabajadores se puede elegir la prima media", async (t) => {
  const { page } = await abrir(t);
  await anual(page, "II", { ...P7, "prima-anterior": "1.13065", "trabajadores-promedio": "7.3" });
  await page.getByText(/puede elegir: presentar esta determinación o cubrir la prima media/).waitFor();
  await page.getByText(/Registro nuevo, cambio de actividad/).click();
  await page.getByText("prefiere pagar la prima media").click();
  await prima(page).getByText("1.13065 %").waitFor();
  await page.locator("[data-obligado=no]").waitFor();
});

test("el error sale al dejar el campo, no mientras se escribe", async (t) => {
  const { page } = await abrir(t);
  await page.locator("#anual-clase").selectOption("III");
  await page.locator("#anual-prima-anterior").pressSequentially("2,5");
  assert.equal(await page.locator(".v-error").count(), 0);
  await page.keyboard.press("Tab");
  await page.locator("#anual-prima-anterior-error .v-error").waitFor();
  assert.equal(await page.locator("#anual-prima-anterior").getAttribute("aria-invalid"), "true");
  await page.locator("#anual-prima-anterior").pressSequentially("9");
  assert.equal(await page.locator(".v-error").count(), 0);
});

test("lo escrito sigue al volver y al recargar", async (t) => {
  const { page } = await abrir(t);
  await anual(page, "III", P7);
  await prima(page).getByText("3.59840 %").waitFor();
  await page.getByRole("link", { name: "Clasificación" }).click();
  await page.getByRole("heading", { level: 1, name: "Clasificación" }).waitFor();
  await page.goBack();
  await prima(page).getByText("3.59840 %").waitFor();
  await page.waitForTimeout(300);
  await page.reload();
  await prima(page).getByText("3.59840 %").waitFor();
  assert.equal(await page.locator("#anual-dias-subsidiados").inputValue(), "73");
});

test("después de un cambio: alta y domicilio", async (t) => {
  const { page } = await abrir(t, { ruta: "#/prima/evento" });
  await page.locator("#evento-evento").selectOption("alta");
  await page.locator("#evento-fecha").fill("15/03/2025");
  await page.locator("#evento-clase-nueva").selectOption("III");
  await prima(page).getByText("2.59840 %").waitFor();
  await page.getByText("Es la prima media de la clase.").waitFor();
  await page.getByText("28-feb-2027").waitFor();
  await page.locator("#evento-evento").selectOption("cambio_domicilio");
  await page.locator("#evento-clase-anterior").selectOption("III");
  await page.locator("#evento-prima-anterior").fill("1.85");
  await prima(page).getByText("1.85000 %").waitFor();
  await page.getByText("Conserva la prima que tenía.").waitFor();
});

test("registro único: 2.41130", async (t) => {
  const { page } = await abrir(t, { ruta: "#/prima/rpu" });
  await llenar(page, "rpu-registros-0", { prima: "2.59840", sbc: "1,500,000" });
  await llenar(page, "rpu-registros-1", { prima: "1.85", sbc: "500000.00" });
  await prima(page).getByText("2.41130 %").waitFor();
});

test("sólo con el teclado: pestañas, campos y resultado", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("tab", { name: "Determinación anual" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/#\/prima\/evento$/);
  await page.getByRole("tab", { name: "Después de un cambio", selected: true }).waitFor();
  await page.keyboard.press("End");
  await page.waitForURL(/#\/prima\/rpu$/);
  await page.keyboard.press("Home");
  await page.locator("#anual-clase").focus();
  await page.keyboard.press("ArrowDown");
  for (const valor of ["0.54355"]) {
    await page.locator("#anual-prima-anterior").focus();
    await page.keyboard.type(valor);
  }
  for (const [campo, valor] of Object.entries({ "dias-subsidiados": "28", "incapacidades-permanentes": "0", defunciones: "0" })) {
    for (let i = 0; i < 8; i += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((id) => document.activeElement.id === id, `anual-${campo}`)) break;
    }
    await page.keyboard.type(valor);
  }
  await page.locator("#anual-trabajadores-promedio").focus();
  await page.keyboard.type("25");
  await prima(page).getByText("1.20575 %").waitFor(); // C8
});

test("la hoja sale en una página, con la fórmula y sin validez oficial", async (t) => {
  const { page } = await abrir(t);
  await page.getByRole("button", { name: "Llenar con un ejemplo" }).click();
  await prima(page).getByText("3.59840 %").waitFor();
  const paginas = paginasDePdf(await page.pdf({ preferCSSPageSize: true }));
  assert.equal(paginas.length, 1, "una hoja carta");
  const texto = paginas[0].replace(/\s+/g, " ");
  for (const parte of ["12.97111", "3.59840", "sin validez oficial", "[(73 ÷ 365) + 28 × (0.08 + 0)] × (2.3 ÷ 45) + 0.005", "2.59840"]) assert.ok(texto.includes(parte), parte);
  assert.ok(!texto.includes("Llenar con un ejemplo"));
});

for (const ancho of [1280, 390]) {
  test(`sin faltas de accesibilidad, a ${ancho}`, async (t) => {
    const { page } = await abrir(t, { ancho, alto: ancho === 390 ? 844 : 900 });
    const revisar = async (donde) => {
      await page.waitForTimeout(350);
      for (const linea of await axe(page, donde)) t.diagnostic(linea);
      assert.equal(await seDesborda(page), "", donde);
    };
    await revisar("vacía");
    await page.getByRole("button", { name: "Llenar con un ejemplo" }).click();
    await prima(page).waitFor();
    await page.getByText("Ver de dónde sale cada cifra").click();
    await page.getByRole("button", { name: "Ver la hoja" }).click();
    await revisar("con ejemplo");
    await page.locator(".v-segmentos label", { hasText: "Uno por uno" }).click();
    await page.getByRole("button", { name: "Agregar un caso" }).click();
    await page.locator("#anual-casos-0-dias").fill("x");
    await page.keyboard.press("Tab");
    await revisar("con casos y error");
    await page.getByRole("tab", { name: "Después de un cambio" }).click();
    await page.locator("#evento-evento").selectOption("fusion");
    await revisar("cambio");
    await page.getByRole("tab", { name: "Registro Patronal Único" }).click();
    await page.locator("#rpu-registros-0-prima").waitFor();
    await revisar("registro único");
  });
}

test("lo que se escribe no sale del navegador", async (t) => {
  const { page, pedidos } = await abrir(t);
  await page.waitForTimeout(500);
  const antes = pedidos.length;
  await page.getByRole("button", { name: "Llenar con un ejemplo" }).click();
  await prima(page).waitFor();
  await page.getByRole("tab", { name: "Registro Patronal Único" }).click();
  await llenar(page, "rpu-registros-0", { prima: "2.59840", sbc: "1000" });
  await prima(page).waitFor();
  await page.waitForTimeout(300);
  assert.deepEqual(pedidos.slice(antes).filter((p) => !p.includes("icono")), []);
});
