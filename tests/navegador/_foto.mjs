import { abrir, lanzar } from "./comun.mjs";
import { writeFile } from "node:fs/promises";
const navegador = await lanzar();
const F = "/tmp/paginas-fotos";
try {
  for (const [ancho, alto] of [[1280, 860], [390, 844]]) {
    const { page, quejas } = await abrir(navegador, { ancho, alto, ruta: "#/adeudo" });
    await page.waitForTimeout(3000); console.log(quejas, await page.locator("main").innerText()); await page.screenshot({ path: `${F}/que.png` });
    await page.getByRole("button", { name: "Ver un ejemplo" }).waitFor();
    await page.screenshot({ path: `${F}/vacio-${ancho}.png`, fullPage: true });
    await page.getByRole("button", { name: "Ver un ejemplo" }).click();
    await page.locator("[data-total]").waitFor();
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${F}/ejemplo-${ancho}.png`, fullPage: true });
    await page.locator("[data-total] button").click();
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${F}/cajon-${ancho}.png` });
    await page.keyboard.press("Escape");
    if (ancho === 1280) await writeFile(`${F}/adeudo.pdf`, await page.pdf({ preferCSSPageSize: true }));
    console.log(quejas);
    await page.context().close();
  }
} finally { await navegador.close(); }
