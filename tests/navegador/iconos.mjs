// Makes the icons of the installed page (public/iconos/*.png) out of public/icono.svg. Run by hand when the drawing changes:
// node tests/navegador/iconos.mjs
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const archivo = (ruta) => fileURLToPath(new URL(`../../${ruta}`, import.meta.url));
const dibujo = readFileSync(archivo("public/icono.svg"), "utf8");
/** The system cuts a maskable one to its own shape: the drawing stays in the inner 80 %, and the ground fills all. */
const recortable = dibujo.replace(' rx="6"', "").replace('viewBox="0 0 32 32"', 'viewBox="-5 -5 42 42" style="background:#611232"');

const navegador = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
mkdirSync(archivo("public/iconos"), { recursive: true });
for (const [nombre, lado, svg] of [["icono-192", 192, dibujo], ["icono-512", 512, dibujo], ["recortable-512", 512, recortable]]) {
  const page = await navegador.newPage({ viewport: { width: lado, height: lado } });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  await page.screenshot({ path: archivo(`public/iconos/${nombre}.png`), omitBackground: true });
  await page.close();
}
await navegador.close();
