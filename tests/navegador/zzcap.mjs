import { lanzar, abrir } from "./comun.mjs";
const nav = await lanzar();
for (const [ancho, alto] of [[1280, 900], [390, 844]]) {
  const { page } = await abrir(nav, { ancho, alto, ruta: "#/idse" });
  await page.screenshot({ path: `/tmp/idse-${ancho}-vacio.png`, fullPage: true });
  await page.getByRole("button", { name: "Ver uno con errores" }).click();
  await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/idse-${ancho}-errores.png`, fullPage: true });
  await page.getByRole("button", { name: "Empezar otro lote" }).click();
  await page.getByRole("button", { name: "Ver un lote de ejemplo" }).click();
  await page.locator("#idse-dudas > summary").click();
  await page.locator("#idse-sigue > summary").click();
  await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/idse-${ancho}-bueno.png`, fullPage: true });
  if (ancho === 1280) await page.pdf({ path: "/tmp/idse.pdf", preferCSSPageSize: true });
}
await nav.close();
