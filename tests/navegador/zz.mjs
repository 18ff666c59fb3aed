import { chromium } from "playwright-core";
const n = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const c = await n.newContext(); const p = await c.newPage();
p.on("console", (m) => console.log("consola", m.text())); p.on("pageerror", (e) => console.log("error", e));
c.on("serviceworker", (w) => console.log("sw", w.url()));
await p.goto(process.env.VENTANILLA_URL);
await p.evaluate(() => window.ventanilla.lista);
for (let i = 0; i < 8; i++) { await p.waitForTimeout(1000);
console.log(await p.evaluate(async () => { const r = await navigator.serviceWorker.getRegistration(); return [r?.installing?.state, r?.waiting?.state, r?.active?.state, navigator.serviceWorker.controller?.state ?? null, document.querySelectorAll(".v-nueva-version").length]; })); }
console.log(await p.evaluate(async () => { const m = await import("./fuera_de_linea.js"); try { await m.prepararSinRed(async () => {}); } catch (e) { return String(e); } return "ok"; }));
console.log(await p.evaluate(async () => { const r = await navigator.serviceWorker.getRegistration(); return [r?.installing?.state, r?.active?.state]; }));
await n.close();
