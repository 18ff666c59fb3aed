// Screenshots of every page and state (or of those whose name begins as the argument says) at three widths into capturas/, the cédula as PDF, and docs/captura.png.
import { mkdir, writeFile } from "node:fs/promises";
import { abrir, archivo, lanzar } from "./comun.mjs";
import { INDEPENDIENTE, conversar, datosDelCosto } from "./charla.mjs";
import { COLUMNA, ejemplo, escribir, guardado, total } from "./nomina.mjs";
import { empezarRapida, entrar, expediente, llenar } from "./tramite.mjs";

const CARPETA = archivo("capturas");
const encabezado = (page, nombre) => page.getByRole("heading", { level: 1, name: nombre }).waitFor();

/** The application of the case D1, in quick capture. */
async function convenio(page) {
  await entrar(page, "ventanilla");
  await empezarRapida(page, "Convenio de pago a plazos");
  const { contenido, hoy } = expediente("convenio", "doce_parcialidades");
  contenido.fechas = { solicitud: hoy };
  await llenar(page, contenido);
  await page.locator(".v-plazo-elegido").waitFor();
}

const ESTADOS = {
  "prevision-vacia": ["", async () => {}],
  "prevision-ejemplo": ["", async (page) => {
    await ejemplo(page);
    await page.locator("#y-si-aumento").fill("10");
    await page.locator(".v-comparacion").waitFor();
  }],
  "prevision-errores": ["", async (page) => {
    await ejemplo(page);
    await escribir(page, 1, COLUMNA.cuota, "quinientos");
    await page.getByText("Falta 1 trabajador con error").waitFor();
  }],
  "prevision-bimestre": ["", async (page) => {
    await ejemplo(page);
    await page.locator(".v-segmentos label", { hasText: "Bimestre completo" }).click();
    await page.locator("section[aria-labelledby=titulo-ramos]", { hasText: "Infonavit" }).waitFor();
  }],
  "prevision-movimientos": ["", async (page) => {
    await ejemplo(page);
    await page.getByRole("tab", { name: "Movimientos" }).click();
  }],
  memoria: ["", async (page) => {
    await ejemplo(page);
    await total(page).locator("button").click();
    await page.locator("dialog[open] tbody button").first().click();
    await page.locator("dialog[open] .v-memoria").waitFor();
  }],
  cedula: ["", async (page) => {
    await ejemplo(page);
    await page.getByRole("button", { name: "Cédula" }).click();
    await page.locator(".v-cedula").waitFor();
  }],
  escenarios: ["", async (page) => {
    await ejemplo(page);
    await guardado(page);
    await page.getByRole("link", { name: "Escenarios", exact: true }).click();
    await page.locator("main tbody tr").first().waitFor();
  }],
  parametros: ["#/parametros", (page) => encabezado(page, "Parámetros")],
  "parametros-agregar": ["#/parametros", async (page) => {
    await page.getByRole("button", { name: "Agregar un valor", exact: true }).first().click();
    await page.locator("dialog[open] form").waitFor();
  }],
  ayuda: ["#/ayuda", (page) => encabezado(page, "Ayuda")],
  entrar: ["#/entrar", (page) => encabezado(page, "Entrar")],
  tramites: ["#/entrar", (page) => entrar(page, "ventanilla")],
  "tramite-paso": ["#/entrar", async (page) => {
    await entrar(page, "ventanilla");
    await page.getByRole("button", { name: "Empezar Registro patronal" }).click();
    await encabezado(page, "Quién se registra");
    await page.getByRole("button", { name: "Continuar" }).click();
    await page.locator(".v-resumen-errores").waitFor();
  }],
  "tramite-rapida": ["#/entrar", async (page) => {
    await entrar(page, "ventanilla");
    await empezarRapida(page);
    await llenar(page, expediente("registro_patronal", "moral_a_tiempo").contenido);
  }],
  "tramite-revision": ["#/entrar", async (page) => {
    await entrar(page, "ventanilla");
    await empezarRapida(page);
    await llenar(page, expediente("registro_patronal", "moral_a_tiempo").contenido);
    await page.getByRole("button", { name: "Revisar" }).click();
    await encabezado(page, "Revise antes de enviar");
  }],
  "tramite-folio": ["#/entrar", async (page) => {
    await entrar(page, "ventanilla");
    await empezarRapida(page);
    await llenar(page, expediente("registro_patronal", "moral_a_tiempo").contenido);
    await page.getByRole("button", { name: "Revisar" }).click();
    await page.getByRole("button", { name: "Enviar el trámite" }).click();
    await page.locator(".v-folio").waitFor();
  }],
  "convenio-rapida": ["#/entrar", (page) => convenio(page)],
  "convenio-plan": ["#/entrar", async (page) => {
    await convenio(page);
    await page.goto(page.url().replace(/rapida$/, "plan"));
    await page.locator(".v-plazo-elegido").waitFor();
  }],
  "convenio-creditos": ["#/entrar", async (page) => {
    await convenio(page);
    await page.goto(page.url().replace(/rapida$/, "creditos"));
    await encabezado(page, "Créditos");
  }],
  "convenio-revision": ["#/entrar", async (page) => {
    await convenio(page);
    await page.getByRole("button", { name: "Revisar" }).click();
    await encabezado(page, "Revise antes de enviar");
  }],
  bandeja: ["#/entrar", async (page) => {
    await entrar(page, "supervisor");
    await page.getByRole("link", { name: "Bandeja", exact: true }).click();
    await page.locator("main tbody tr").first().waitFor();
  }],
  clasificacion: ["#/clasificacion/6/62/621", (page) => encabezado(page, "Clasificación")],
  prima: ["#/prima", async (page) => {
    await page.getByRole("button", { name: "Llenar con un ejemplo" }).click();
    await page.getByText("3.59840 %").first().waitFor();
  }],
  "adeudo-vacio": ["#/adeudo", (page) => encabezado(page, "Adeudo")],
  adeudo: ["#/adeudo", async (page) => {
    await page.getByRole("button", { name: "Ver un ejemplo" }).click();
    await page.locator(".v-crece").waitFor();
  }],
  "adeudo-memoria": ["#/adeudo", async (page) => {
    await page.getByRole("button", { name: "Ver un ejemplo" }).click();
    await page.locator(".v-desglose tbody button").first().click();
    await page.locator("dialog[open] .v-memoria").waitFor();
  }],
  liquidacion: ["#/adeudo", async (page) => {
    await page.getByRole("button", { name: "Ver un ejemplo" }).click();
    await page.getByRole("link", { name: "Si le notifican una cédula de liquidación" }).click();
    await page.locator(".v-plazos").waitFor();
  }],
  "modalidad-vacia": ["#/modalidad", (page) => encabezado(page, "¿Qué modalidad me toca?")],
  modalidad: ["#/modalidad", async (page) => {
    await conversar(page, INDEPENDIENTE);
    await datosDelCosto(page);
  }],
  capacitacion: ["#/capacitacion", (page) => page.locator(".v-ficha-de-caso").first().waitFor()],
  caso: ["#/capacitacion", async (page) => {
    await page.getByRole("button", { name: /^Practicar/ }).first().click();
    await page.locator("#hoja-de-respuestas").waitFor();
  }],
  "caso-calificado": ["#/capacitacion", async (page) => {
    await page.getByRole("button", { name: /^Practicar/ }).first().click();
    for (let i = 0; i < 2; i += 1) await page.locator("#entregar").click();
    await page.locator(".v-nota").waitFor();
  }],
  "modalidad-40-vacia": ["#/modalidad-40", (page) => encabezado(page, "Simulador de la modalidad 40")],
  "modalidad-40": ["#/modalidad-40", async (page) => {
    await page.getByRole("button", { name: "Ver un ejemplo" }).click();
    await page.locator("[data-inicio]").waitFor();
  }],
};

await mkdir(CARPETA, { recursive: true });
await mkdir(archivo("docs"), { recursive: true });
const navegador = await lanzar();
try {
  const pedidos = Object.entries(ESTADOS).filter(([nombre]) => nombre.startsWith(process.argv[2] ?? ""));
  for (const [nombre, [ruta, llegar]] of pedidos) {
    for (const [ancho, alto] of [[1280, 860], [768, 1024], [390, 844]]) {
      const { page } = await abrir(navegador, { ancho, alto, ruta });
      await llegar(page);
      await page.waitForTimeout(350); // transitions end
      // a drawer is the size of the window, whatever is behind it
      const entera = (await page.locator("dialog[open]").count()) === 0;
      await page.screenshot({ path: `${CARPETA}/${nombre}-${ancho}.png`, fullPage: entera });
      if (["cedula", "prima", "tramite-revision", "convenio-revision", "adeudo", "liquidacion", "modalidad", "modalidad-40", "caso-calificado"].includes(nombre) && ancho === 1280) {
        await writeFile(`${CARPETA}/${nombre}.pdf`, await page.pdf({ preferCSSPageSize: true }));
      }
      await page.context().close();
    }
  }
  const { page } = await abrir(navegador, { ancho: 1280, alto: 860 });
  await ejemplo(page);
  await page.evaluate(() => document.activeElement.blur());
  await page.mouse.move(0, 0);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(350);
  await page.screenshot({ path: archivo("docs/captura.png") });
  console.log(`${Object.keys(ESTADOS).length} estados a tres anchos, la cédula en PDF y docs/captura.png`);
} finally {
  await navegador.close();
}
