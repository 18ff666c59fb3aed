// Ventanilla inside somebody's page: the example portal, and one of another origin with a strict CSP, tokens and frames.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createSign, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { axe, conNavegador, seDesborda } from "./comun.mjs";
import { Servidor, campo, expediente } from "./tramite.mjs";

const pagina = conNavegador();
const EMISOR = "https://identidad.ejemplo.mx";
const llaves = generateKeyPairSync("rsa", { modulusLength: 2048 });
const base64 = (dato) => Buffer.from(typeof dato === "string" ? dato : JSON.stringify(dato)).toString("base64url");

/** A token of the portal's identity provider. */
function credencial(sub, { vence = 600, rol = "patron" } = {}) {
  const ahora = Math.floor(Date.now() / 1000);
  const cuerpo = { iss: EMISOR, aud: "ventanilla", sub, name: `Persona ${sub}`, rol, iat: ahora - 5, exp: ahora + vence };
  const firmado = `${base64({ alg: "RS256", typ: "JWT", kid: "uno" })}.${base64(cuerpo)}`;
  return `${firmado}.${createSign("RSA-SHA256").update(firmado).sign(llaves.privateKey, "base64url")}`;
}

/** What the portal serves: pages by their path. Everything that is not its own comes from Ventanilla's origin. */
const paginas = new Map();
let portal;
let servidor;
let carpeta;
before(async () => {
  carpeta = mkdtempSync(join(tmpdir(), "ventanilla-llaves-"));
  const jwks = join(carpeta, "jwks.json");
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...llaves.publicKey.export({ format: "jwk" }), kid: "uno", alg: "RS256", use: "sig" }] }));
  portal = createServer((peticion, respuesta) => {
    const [tipo, texto] = paginas.get(new URL(peticion.url, "http://portal").pathname) ?? ["text/plain", ""];
    const de = servidor?.url.replace(/\/$/, "") ?? "";
    respuesta.setHeader("content-type", `${tipo}; charset=utf-8`);
    respuesta.setHeader(
      "content-security-policy",
      `default-src 'none'; script-src 'self' ${de} 'wasm-unsafe-eval'; style-src 'self'; connect-src ${de}; frame-src ${de}; img-src data:`,
    );
    // a portal's own script may come later than the element is ready
    setTimeout(() => respuesta.end(texto), peticion.url.startsWith("/portal.js") ? 250 : 0);
  });
  await new Promise((listo) => portal.listen(0, "127.0.0.1", listo));
  const origen = `http://127.0.0.1:${portal.address().port}`;
  servidor = await Servidor.nuevo(
    ...["--portal", origen, "--oidc-emisor", EMISOR, "--oidc-audiencia", "ventanilla", "--oidc-jwks", jwks],
  );
});
after(async () => {
  await servidor?.borrar();
  portal?.close();
  rmSync(carpeta, { recursive: true, force: true });
});

const origenDelPortal = () => `http://127.0.0.1:${portal.address().port}`;

/** A page of the portal with this body and this script of its own. */
function poner(cuerpo, guion = "", estilo = "") {
  paginas.set("/portal.js", ["text/javascript", guion]);
  paginas.set("/portal.css", ["text/css", estilo]);
  paginas.set("/", [
    "text/html",
    `<!doctype html><html lang="es-MX"><title>Portal</title><link rel="icon" href="data:,">
     <link rel="stylesheet" href="portal.css">
     <script type="module" src="${servidor.url}ventanilla-imss.js" crossorigin></script>
     <script type="module" src="portal.js"></script><body>${cuerpo}</body></html>`,
  ]);
}

async function abrirPortal(t, opciones = {}) {
  // where it begins has no icon, and the browser may complain of it late
  const permitir = [/404/, ...(opciones.permitir ?? [])];
  const abierta = await pagina(t, { esperar: false, ruta: "marco.css", ...opciones, permitir });
  abierta.quejas.length = 0;
  abierta.pedidos.length = 0;
  return abierta;
}

/** Notes every event of the element, for the tests. */
const ANOTAR = `globalThis.sucesos = [];
for (const s of ["lista", "borrador", "enviado", "error"]) addEventListener(s, (e) => e.detail && sucesos.push([s, e.target.id, e.detail]), true);`;

const deTipo = (page, tipo) => page.evaluate((tipo) => globalThis.sucesos.filter(([s]) => s === tipo), tipo);

/** Answers as a portal gives them: by path. */
function porRuta(contenido) {
  const salida = {};
  const texto = (v) => (v === true ? "si" : v === false ? "no" : String(v));
  for (const [bloque, valor] of Object.entries(contenido)) {
    const lista = Array.isArray(valor) ? valor : [valor];
    if (Array.isArray(valor)) salida[bloque] = String(valor.length);
    for (const [i, respuestas] of lista.entries()) {
      const prefijo = Array.isArray(valor) ? `${bloque}.${i}` : bloque;
      for (const [nombre, respuesta] of Object.entries(respuestas)) salida[`${prefijo}.${nombre}`] = texto(respuesta);
    }
  }
  return salida;
}

test("el portal de ejemplo tiene dos copias que no se estorban, y recibe sus sucesos", async (t) => {
  const { page } = await pagina(t, { ruta: "ejemplo/portal.html", esperar: false });
  const [adeudo, convenio] = [page.locator("#adeudo"), page.locator("#convenio")];
  await adeudo.getByRole("heading", { level: 1, name: "Adeudo" }).waitFor();
  await convenio.getByRole("link", { name: "Entrar" }).last().click();
  await convenio.getByLabel("Cuenta", { exact: true }).fill("ventanilla");
  await convenio.getByLabel("Contraseña", { exact: true }).fill("demo-ventanilla");
  await convenio.getByRole("button", { name: "Entrar" }).click();
  await convenio.getByRole("heading", { level: 1, name: "Convenio de pago a plazos" }).waitFor();
  // the other copy knows who came, and stays where it was
  await adeudo.getByText("Mesa de ventanilla").or(adeudo.getByRole("button", { name: "Salir" })).first().waitFor();
  await adeudo.getByRole("heading", { level: 1, name: "Adeudo" }).waitFor();

  await page.getByRole("button", { name: "Empezar un convenio con datos" }).click();
  await page.locator('#sucesos [data-suceso="borrador"][data-de="convenio"]').first().waitFor();
  assert.equal(await convenio.locator(campo("patron.rfc")).inputValue(), "TMA180308992");
  await adeudo.getByRole("button", { name: "Ver un ejemplo" }).click();
  await adeudo.getByText("Debe, aproximadamente, si paga el").waitFor();
  await page.getByRole("button", { name: "Calcular un plazo desde el portal" }).click();
  const calculado = page.locator('#sucesos [data-suceso="calcular"]');
  await calculado.waitFor();
  assert.match(await calculado.textContent(), /2026-11-17/);
  // nothing of it in the portal's address
  assert.equal(new URL(page.url()).hash, "");
  for (const linea of await axe(page, "el portal de ejemplo")) t.diagnostic(linea);
});

test("en un portal también se va lo que se borra al salir de un equipo compartido, sin recargar su página", async (t) => {
  const { page } = await pagina(t, { ruta: "ejemplo/portal.html", esperar: false, permitir: [/401/] });
  const convenio = page.locator("#convenio");
  const abrir = (que) => page.evaluate((que) => document.getElementById("convenio").abrir(que), que);
  const ejemplo = convenio.getByRole("button", { name: "Ver una nómina de ejemplo" });
  await page.evaluate(() => customElements.whenDefined("ventanilla-imss"));
  await abrir("prevision");
  await ejemplo.click();
  await convenio.locator("[data-guardado=Guardado]").waitFor();
  await abrir("tramites");
  await convenio.getByRole("link", { name: "Entrar" }).last().click();
  await convenio.locator("#compartido").check();
  await convenio.getByLabel("Cuenta", { exact: true }).fill("ventanilla");
  await convenio.getByLabel("Contraseña", { exact: true }).fill("demo-ventanilla");
  await convenio.getByRole("button", { name: "Entrar" }).click();
  const preguntas = [];
  page.on("dialog", (d) => { preguntas.push(d.message()); d.accept(); });
  const nacida = await page.evaluate(() => performance.timeOrigin);
  await convenio.getByRole("button", { name: "Salir" }).click();
  await convenio.getByRole("link", { name: "Entrar" }).last().waitFor();
  assert.match(preguntas.join(), /queda una nómina de Cuotas/);
  await abrir("prevision");
  await ejemplo.waitFor();
  assert.equal(await page.evaluate(() => performance.timeOrigin), nacida);
});

test("desde otro origen, con CSP estricta y credenciales: un trámite de punta a punta", async (t) => {
  poner(`<ventanilla-imss id="uno" tramite="modificacion_patronal" api="${servidor.url}"></ventanilla-imss>`, ANOTAR);
  const { page, quejas } = await abrirPortal(t);
  // refused first: expired; then renewed by the function
  await page.exposeFunction("renovada", () => credencial("ana"));
  await page.goto(origenDelPortal());
  await page.evaluate(() => customElements.whenDefined("ventanilla-imss"));
  await page.evaluate((vencida) => {
    const uno = document.getElementById("uno");
    uno.token = vencida;
    uno.renovarToken = () => renovada();
  }, credencial("ana", { vence: -600 }));
  const uno = page.locator("#uno");
  await uno.getByText("Persona ana").waitFor();
  const caso = expediente("modificacion_patronal", "cambio_actividad");
  await page.evaluate(
    (respuestas) => document.getElementById("uno").abrir({ tramite: "modificacion_patronal", respuestas }),
    porRuta(caso.contenido),
  );
  await uno.getByRole("link", { name: "Ver todo en una página" }).click();
  await uno.getByRole("button", { name: "Revisar" }).click();
  await uno.getByRole("heading", { level: 1, name: "Revise antes de enviar" }).waitFor();
  await uno.getByRole("button", { name: "Enviar el trámite" }).click();
  await page.waitForFunction(() => sucesos.some(([s]) => s === "enviado"));
  const [[, de, recibo]] = await deTipo(page, "enviado");
  assert.equal(de, "uno");
  assert.equal(recibo.tramite, "modificacion_patronal");
  assert.match(recibo.folio, /\S/);
  await uno.getByText(recibo.folio).first().waitFor();
  // events say which draft, never what it says
  for (const [, , detalle] of await deTipo(page, "borrador")) {
    assert.deepEqual(Object.keys(detalle).sort(), ["modificado", "paso", "tramite", "uuid"]);
    assert.match(detalle.paso, /\S/);
  }
  const guardado = await fetch(`${servidor.url}api/v1/tramites/${recibo.uuid}`, { headers: { authorization: `Bearer ${credencial("ana")}` } });
  assert.equal((await guardado.json()).folio, recibo.folio);
  // the refused token is the only complaint (and the icon of the file where the test began)
  assert.deepEqual(quejas.filter((q) => !/401|404/.test(q)), []);
  quejas.length = 0;
});

test("lo que quedó por enviar sale desde cualquier página del portal, una vez", async (t) => {
  const con = (atributos) => poner(
    `<ventanilla-imss id="uno" ${atributos} api="${servidor.url}"></ventanilla-imss>`,
    `${ANOTAR} document.getElementById("uno").token = "${credencial("carla")}";`,
  );
  con('tramite="modificacion_patronal"');
  const { page, quejas } = await abrirPortal(t, { permitir: [/ERR_FAILED/] });
  await page.goto(origenDelPortal());
  const uno = page.locator("#uno");
  await uno.getByText("Persona carla").waitFor();
  await page.route(/api\/v1\/tramites/, (ruta) => ruta.abort());
  await page.evaluate(
    (respuestas) => document.getElementById("uno").abrir({ tramite: "modificacion_patronal", respuestas }),
    porRuta(expediente("modificacion_patronal", "cambio_actividad").contenido),
  );
  await uno.getByRole("link", { name: "Ver todo en una página" }).click();
  await uno.getByRole("button", { name: "Revisar" }).click();
  await uno.getByRole("button", { name: "Enviar el trámite" }).click();
  await uno.getByText(/Se intenta otra vez solo/).first().waitFor();
  const [[, , { uuid }]] = await deTipo(page, "borrador");
  await page.unroute(/api\/v1\/tramites/);
  con('pagina="prevision"');
  await page.goto(`${origenDelPortal()}/?otra`);
  await uno.getByRole("heading", { level: 1, name: "Previsión de cuotas" }).waitFor();
  const enviados = [];
  page.on("request", (p) => p.method() === "POST" && /api\/v1\/tramites/.test(p.url()) && enviados.push(p.url()));
  await page.waitForFunction(() => sucesos.some(([s]) => s === "enviado"));
  const recibido = await fetch(`${servidor.url}api/v1/tramites/${uuid}`, { headers: { authorization: `Bearer ${credencial("carla")}` } });
  assert.match((await recibido.json()).folio, /\S/);
  await uno.getByRole("heading", { level: 1, name: "Previsión de cuotas" }).waitFor(); // and nobody was taken anywhere
  assert.ok(enviados.length <= 1, enviados.join());
  quejas.length = 0;
});

test("los atributos cambian en vivo; quien se va y otra persona no se mezclan", async (t) => {
  poner(`<ventanilla-imss id="uno" tramite="convenio" api="${servidor.url}"></ventanilla-imss>`, ANOTAR, "html { font-size: 10px } body { font-size: 16px }");
  const { page } = await abrirPortal(t);
  await page.goto(origenDelPortal());
  await page.evaluate(() => customElements.whenDefined("ventanilla-imss"));
  const uno = page.locator("#uno");
  const poner_token = (token) => page.evaluate((token) => (document.getElementById("uno").token = token), token);
  const atributo = (nombre, valor) => page.evaluate(([n, v]) => document.getElementById("uno").setAttribute(n, v), [nombre, valor]);
  await poner_token(credencial("ana"));
  await uno.getByText("Persona ana").waitFor();
  await page.evaluate(() => document.getElementById("uno").abrir({ tramite: "convenio", respuestas: { "patron.rfc": "TMA180308992" } }));
  await uno.locator(campo("patron.rfc")).waitFor();
  // the bar comes and goes: what is being typed is not touched, nor the focus
  await uno.locator(campo("patron.rfc")).focus();
  await atributo("barra", "completa");
  await uno.locator(".v-nav").waitFor();
  await page.keyboard.type("X");
  await atributo("barra", "ninguna");
  await uno.locator(".v-nav").waitFor({ state: "detached" });
  await page.keyboard.press("Backspace");
  assert.match(await uno.locator(campo("patron.rfc")).inputValue(), /^X?TMA180308992$|^TMA18030899$/);
  // another person: nothing of the first one
  await poner_token(credencial("beto"));
  await uno.getByText("Persona beto").waitFor();
  await uno.getByText("Todavía no hay borradores ni envíos en este equipo.").waitFor();
  await poner_token(credencial("ana"));
  await uno.getByText("Persona ana").waitFor();
  // found where she left it
  await uno.locator(campo("patron.rfc")).waitFor();
  assert.equal(await uno.locator(campo("patron.rfc")).inputValue(), "TMA180308992");

  await atributo("tramite", "incorporacion");
  await uno.getByRole("heading", { level: 1, name: "Incorporación voluntaria" }).waitFor();
  // the portal's letter rules, not the document's
  const letra = () => uno.getByRole("heading", { level: 1 }).evaluate((e) => parseFloat(getComputedStyle(e).fontSize));
  const antes = await letra();
  assert.ok(antes > 24, `el título mide ${antes}`);
  await page.evaluate(() => (document.getElementById("uno").style.fontSize = "32px"));
  await page.waitForFunction((a) => parseFloat(getComputedStyle(document.getElementById("uno").shadowRoot.querySelector("h1")).fontSize) > a * 1.9, antes);
  await page.evaluate(() => (document.getElementById("uno").style.fontSize = ""));
  const marca = () => uno.getByRole("heading", { level: 1 }).evaluate((e) => getComputedStyle(e).color);
  const institucional = await marca();
  await atributo("tema", "sobrio");
  assert.notEqual(await marca(), institucional);
  await page.evaluate(() => document.getElementById("uno").style.setProperty("--ventanilla-marca", "rgb(1, 2, 3)"));
  assert.equal(await marca(), "rgb(1, 2, 3)");
  await atributo("tema", "chillón");
  await atributo("idioma", "en");
  await page.waitForFunction(() => sucesos.filter(([s]) => s === "error").length === 2);
  assert.deepEqual((await deTipo(page, "error")).map(([, , d]) => d.codigo), ["tema", "idioma"]);

  // it leaves the page and comes back
  await page.evaluate(() => {
    globalThis.quitado = document.getElementById("uno");
    quitado.remove();
  });
  await page.waitForFunction(() => !globalThis.quitado.shadowRoot.querySelector(".ventanilla"));
  const fuera = await page.evaluate(() => sucesos.length);
  await page.evaluate(() => document.body.append(globalThis.quitado));
  await uno.getByRole("heading", { level: 1, name: "Incorporación voluntaria" }).waitFor();
  await uno.getByText("Persona ana").waitFor();
  // moved inside the page: it does not start again
  await page.waitForFunction((n) => sucesos.length > n, fuera);
  const antes_de_moverlo = await page.evaluate(() => sucesos.length);
  await page.evaluate(() => {
    const caja = document.createElement("div");
    document.body.append(caja);
    caja.append(document.getElementById("uno"));
  });
  await uno.getByRole("heading", { level: 1, name: "Incorporación voluntaria" }).waitFor();
  assert.equal(await page.evaluate(() => sucesos.length), antes_de_moverlo);
});

test("sin credencial dice que entre en el portal, y los estilos de nadie se mezclan", async (t) => {
  poner(
    `<button class="v-boton">del portal</button><ventanilla-imss id="uno" pagina="tramites" api="${servidor.url}"></ventanilla-imss>`,
    `${ANOTAR} document.getElementById("uno").renovarToken = async () => "";`,
    "button, h1 { color: rgb(0, 255, 0) !important; text-transform: uppercase }",
  );
  const { page } = await abrirPortal(t);
  await page.goto(origenDelPortal());
  const uno = page.locator("#uno");
  await uno.getByRole("link", { name: "Continuar" }).click();
  await uno.getByRole("heading", { level: 1, name: "Entre en el portal" }).waitFor();
  assert.equal(await uno.getByLabel("Contraseña").count(), 0);
  const color = (e) => getComputedStyle(e).color;
  assert.notEqual(await uno.getByRole("button", { name: "Volver a intentar" }).evaluate(color), "rgb(0, 255, 0)");
  assert.equal(await page.getByRole("button", { name: "del portal" }).evaluate((e) => getComputedStyle(e).borderRadius), "0px");
});

test("lo que no existe o no sirve se le dice al portal; lo heredado no entra; y otra credencial de la misma persona no estorba", async (t) => {
  poner(
    `<main><ventanilla-imss id="uno" tramite="convenios" api="${servidor.url}"></ventanilla-imss></main>`,
    ANOTAR,
    "main { letter-spacing: 9px; text-transform: uppercase; white-space: nowrap; text-indent: 3em }",
  );
  const { page } = await abrirPortal(t, { permitir: [/401|404/] });
  await page.goto(origenDelPortal());
  const uno = page.locator("#uno");
  await page.waitForFunction(() => sucesos.some(([s, , d]) => s === "error" && d.codigo === "tramite"));
  const rechazo = await page.evaluate(() => document.getElementById("uno").abrir("nada").catch((e) => e.message));
  assert.match(rechazo, /«nada» no es una página ni un trámite/);
  const titulo = uno.getByRole("heading", { level: 1 });
  await titulo.waitFor();
  const estilo = await uno.locator("#principal").evaluate((e) => {
    const { letterSpacing, textTransform, textIndent } = getComputedStyle(e);
    return [letterSpacing, textTransform, textIndent];
  });
  assert.deepEqual(estilo, ["normal", "none", "0px"]);
  assert.equal(await uno.evaluate((e) => getComputedStyle(e).display), "block");
  // the portal's page has its own `main`
  assert.equal(await page.locator("main").count(), 1);

  // without a token, and of another origin: where to sign in is said, and no password is asked
  await uno.getByRole("link", { name: "Entrar" }).first().click();
  await uno.getByRole("heading", { level: 1, name: "Aquí no se puede entrar" }).waitFor();
  assert.equal(await uno.getByRole("link", { name: "Abrir Ventanilla en su página" }).getAttribute("href"), servidor.url);

  // a token that the server does not take, and no other: it is no trouble of the network
  await page.evaluate((vencida) => {
    document.getElementById("uno").renovarToken = async () => vencida;
  }, credencial("ana", { vence: -600 }));
  await page.waitForFunction(() => sucesos.some(([s, , d]) => s === "error" && d.codigo === "credencial"));

  // the same person with a later token goes on typing
  await page.evaluate((token) => {
    document.getElementById("uno").renovarToken = null;
    document.getElementById("uno").token = token;
  }, credencial("ana"));
  await uno.getByText("Persona ana").waitFor();
  await page.evaluate(() => document.getElementById("uno").abrir({ tramite: "convenio", respuestas: { "patron.rfc": "TMA1803" } }));
  const rfc = uno.locator(campo("patron.rfc"));
  await rfc.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("08");
  await page.evaluate((token) => (document.getElementById("uno").token = token), credencial("ana", { vence: 1200 }));
  await page.waitForTimeout(600);
  await page.keyboard.type("992");
  assert.equal(await rfc.inputValue(), "TMA180308992");
});

test("en un marco habla sólo con el origen declarado", async (t) => {
  const marco = `${servidor.url}marco.html?tramite=convenio&credencial&origen=`;
  const guion = (origen) => `globalThis.mensajes = [];
    const marco = document.getElementById("marco");
    addEventListener("message", (e) => {
      if (e.origin !== "${servidor.url.replace(/\/$/, "")}") return;
      mensajes.push(e.data);
      if (e.data.tipo === "credencial") marco.contentWindow.postMessage({ ventanilla: 1, tipo: "credencial", token: "${credencial("ana")}" }, e.origin);
    });
    marco.src = "${marco}${"${encodeURIComponent(origen)}"}".replace("\${encodeURIComponent(origen)}", encodeURIComponent("${origen}"));
    globalThis.decir = (m) => marco.contentWindow.postMessage({ ventanilla: 1, ...m }, "*");`;
  poner(`<iframe id="marco" title="Ventanilla" width="800" height="700"></iframe>`, guion(origenDelPortal()));
  const { page } = await abrirPortal(t);
  await page.goto(origenDelPortal());
  const dentro = page.frameLocator("#marco");
  await dentro.getByText("Persona ana").waitFor();
  await page.waitForFunction(() => ["lista", "credencial", "alto"].every((tipo) => mensajes.some((m) => m.tipo === tipo)));
  await page.waitForFunction(() => mensajes.some((m) => m.tipo === "alto" && m.alto > 300));
  await page.evaluate(() => decir({ tipo: "calcular", id: 7, operacion: "plazo", entrada: { desde: "2026-11-09", dias_habiles: 5, clase: "tramite" } }));
  await page.waitForFunction(() => mensajes.some((m) => m.tipo === "calculado" && m.id === 7));
  await page.evaluate(() => decir({ tipo: "abrir", que: { tramite: "convenio", respuestas: { "patron.rfc": "TMA180308992" } } }));
  await page.waitForFunction(() => mensajes.some((m) => m.tipo === "borrador"));
  await dentro.locator(campo("patron.rfc")).waitFor();

  // declared another origin than the one that has it: it says so and tells nothing
  poner(`<iframe id="marco" title="Ventanilla" width="800" height="700"></iframe>`, guion("https://otro.ejemplo.mx"));
  await page.goto(`${origenDelPortal()}/?otra`);
  await page.frameLocator("#marco").getByRole("alert").waitFor();
  assert.deepEqual(await page.evaluate(() => mensajes), []);
});

test("la credencial se pide una vez aunque hagan falta varias, y quien no contesta no es nadie más", async (t) => {
  poner(
    `<ventanilla-imss id="uno" tramite="convenio" api="${servidor.url}"></ventanilla-imss>`,
    `${ANOTAR} globalThis.pedidas = 0; globalThis.suya = "";
     document.getElementById("uno").renovarToken = async () => {
       pedidas += 1;
       const suya = globalThis.suya;
       await new Promise((listo) => setTimeout(listo, 300));
       return suya;
     };`,
  );
  const { page, quejas } = await abrirPortal(t);
  await page.addInitScript((token) => {
    addEventListener("DOMContentLoaded", () => (globalThis.suya = token));
  }, credencial("ana"));
  await page.goto(origenDelPortal());
  const uno = page.locator("#uno");
  await page.evaluate((token) => (globalThis.suya = token), credencial("ana"));
  await uno.getByText("Persona ana").waitFor();
  await page.evaluate(() => document.getElementById("uno").abrir({ tramite: "convenio", respuestas: { "patron.rfc": "TMA180308992" } }));
  await uno.locator(campo("patron.rfc")).waitFor();
  // the token expires and the portal does not answer: what is in sight stays
  const antes = await page.evaluate(() => pedidas);
  await page.evaluate((vencida) => {
    globalThis.suya = "";
    document.getElementById("uno").token = vencida;
  }, credencial("ana", { vence: -600 }));
  await page.waitForFunction((n) => pedidas > n, antes);
  await page.waitForTimeout(1000);
  assert.equal(await page.evaluate(() => pedidas), antes + 1, "una vez por todas las que hicieron falta");
  assert.equal(await uno.locator(campo("patron.rfc")).inputValue(), "TMA180308992");
  // a renewal that arrives late does not bring back whoever asked for it
  await page.evaluate((token) => (globalThis.suya = token), credencial("ana"));
  await page.evaluate((otra) => {
    const uno = document.getElementById("uno");
    uno.token = `${uno.token} `.trim();
    dispatchEvent(new Event("online"));
    setTimeout(() => (uno.token = otra), 100);
  }, credencial("beto"));
  await uno.getByText("Persona beto").waitFor();
  await page.waitForTimeout(600);
  assert.equal(await uno.getByText("Persona ana").count(), 0);
  assert.deepEqual(quejas.filter((q) => !/401|404/.test(q)), []);
  quejas.length = 0;
});

test("un origen que nadie declaró no puede tenerla en un marco", async (t) => {
  const ajeno = createServer((_, respuesta) => {
    respuesta.setHeader("content-type", "text/html");
    respuesta.end(`<!doctype html><title>Ajeno</title><link rel="icon" href="data:,"><iframe src="${servidor.url}marco.html"></iframe>`);
  });
  await new Promise((listo) => ajeno.listen(0, "127.0.0.1", listo));
  t.after(() => ajeno.close());
  const { page, quejas } = await abrirPortal(t, { permitir: [/frame-ancestors|Refused to frame|Framing/] });
  await page.goto(`http://127.0.0.1:${ajeno.address().port}/`);
  await page.waitForTimeout(500);
  assert.ok(quejas.some((q) => /frame-ancestors/.test(q)), quejas.join("\n"));
});

test("dos copias caben en un teléfono; la que no se puede abrir lo dice, y la otra sigue", async (t) => {
  poner(
    `<ventanilla-imss id="uno" pagina="prima" api="${servidor.url}"></ventanilla-imss><ventanilla-imss id="dos" pagina="parametros" api="${servidor.url}"></ventanilla-imss>`,
    ANOTAR,
  );
  const { page } = await abrirPortal(t, { ancho: 390, alto: 844, permitir: [/./] });
  await page.goto(origenDelPortal());
  await page.waitForFunction(() => sucesos.filter(([s]) => s === "lista").length === 2);
  assert.equal(await seDesborda(page), "");

  await page.route(/\/tramites-[0-9a-f]+\.wasm/, (ruta) => ruta.abort());
  await page.goto(`${origenDelPortal()}/?otra`);
  await page.waitForFunction(() => sucesos.some(([s]) => s === "error"));
  assert.deepEqual((await deTipo(page, "error")).map(([, de, d]) => [de, d.codigo]), [["uno", "no_abrio"]]);
  await page.locator("#uno").getByRole("alert").waitFor();
  await page.locator("#dos").getByRole("heading", { level: 1, name: "Parámetros" }).waitFor();

  // it is tried again there, and the portal's page is not touched
  const nacida = await page.evaluate(() => performance.timeOrigin);
  await page.unroute(/\/tramites-[0-9a-f]+\.wasm/);
  await page.locator("#uno").getByRole("button", { name: "Intentar otra vez" }).click();
  await page.locator("#uno").getByRole("heading", { level: 1, name: /Prima/ }).waitFor();
  assert.equal(await page.locator("#uno").getByRole("alert").count(), 0);
  await page.evaluate(() => document.getElementById("uno").lista); // another promise, kept
  assert.equal(await page.evaluate(() => performance.timeOrigin), nacida);
});

test("una dirección que no lo es se dice, y con la buena se abre", async (t) => {
  poner(`<ventanilla-imss id="uno" pagina="ayuda" api="http://">Cargando el módulo</ventanilla-imss>`, ANOTAR);
  const { page } = await abrirPortal(t, { permitir: [/./] });
  await page.goto(origenDelPortal());
  await page.waitForFunction(() => sucesos.some(([s, , d]) => s === "error" && d.codigo === "api"));
  await page.locator("#uno").getByText("«http://» no es una dirección: revise el atributo «api».").waitFor();
  await page.evaluate((url) => document.getElementById("uno").setAttribute("api", url), servidor.url);
  await page.locator("#uno").getByRole("heading", { level: 1, name: "Ayuda" }).waitFor();
});

test("lo que el portal pide al empezar llega entero aunque su credencial tarde, y lo que no sirve se le dice", async (t) => {
  poner(
    `<ventanilla-imss id="uno" tramite="convenio" api="${servidor.url}">Cargando el módulo</ventanilla-imss>`,
    `${ANOTAR} const uno = document.getElementById("uno");
     uno.renovarToken = () => new Promise((dar) => setTimeout(dar, 1200, "${credencial("ana")}"));
     globalThis.dicho = uno.abrir({ tramite: "convenio", respuestas: { "patron.rfc": "TMA180308992", "plan.plazo": 12, "nada.de_nada": "x" } });
     globalThis.mal = uno.abrir({ tramite: "convenio", respuestas: { "patron.rfc": { rfc: "TMA180308992" } } }).catch((e) => e.message);`,
  );
  const { page } = await abrirPortal(t);
  await page.goto(origenDelPortal());
  const uno = page.locator("#uno");
  // meanwhile what the portal wrote is seen
  await page.waitForFunction(() => document.getElementById("uno").shadowRoot?.querySelector("slot"));
  assert.equal(await page.evaluate(() => globalThis.mal), "La respuesta de «patron.rfc» es un texto, un número o un sí o no.");
  await page.waitForFunction(() => sucesos.some(([s]) => s === "borrador"));
  await uno.locator(campo("patron.rfc")).waitFor();
  assert.equal(await uno.locator(campo("patron.rfc")).inputValue(), "TMA180308992");
  const [[, , falla]] = await deTipo(page, "error");
  assert.equal(falla.codigo, "respuestas");
  assert.match(falla.mensaje, /nada\.de_nada/);
  assert.doesNotMatch(falla.mensaje, /patron\.rfc|plan\.plazo/);

  // a later token, and nobody until then: it waits for its person
  await page.evaluate(() => {
    const uno = document.getElementById("uno");
    uno.renovarToken = null;
    uno.token = "";
  });
  await uno.getByRole("link", { name: "Entrar" }).first().waitFor();
  await page.evaluate(() => document.getElementById("uno").abrir({ tramite: "convenio", respuestas: { "patron.rfc": "CSF261005990" } }));
  await uno.getByRole("heading", { level: 1, name: "Aquí no se puede entrar" }).waitFor();
  await page.evaluate((token) => (document.getElementById("uno").token = token), credencial("beto"));
  await uno.locator(campo("patron.rfc")).waitFor();
  assert.equal(await uno.locator(campo("patron.rfc")).inputValue(), "CSF261005990");
});

test("las nóminas de una persona no las ve otra, y un borrador que se fue con su elemento se abre en el que llega", async (t) => {
  poner(`<ventanilla-imss id="uno" pagina="prevision" api="${servidor.url}"></ventanilla-imss>`, `${ANOTAR} document.getElementById("uno").token = "${credencial("ana")}";`);
  const { page } = await abrirPortal(t);
  await page.goto(origenDelPortal());
  const uno = page.locator("#uno");
  const ejemplo = uno.getByRole("button", { name: "Ver una nómina de ejemplo" });
  await ejemplo.click();
  await uno.locator("[data-guardado=Guardado]").waitFor();
  await page.evaluate((token) => (document.getElementById("uno").token = token), credencial("beto"));
  await ejemplo.waitFor();
  await page.evaluate((token) => (document.getElementById("uno").token = token), credencial("ana"));
  await uno.locator("[data-guardado=Guardado]").waitFor();
  assert.equal(await ejemplo.count(), 0);

  await page.evaluate(() => document.getElementById("uno").abrir({ tramite: "convenio", respuestas: { "patron.rfc": "TMA180308992" } }));
  await uno.locator(campo("patron.rfc")).fill("TMA18030899X");
  // the element goes, with what was typed a moment ago, and another one of the same person comes in its place
  await page.evaluate(([api, token]) => {
    document.getElementById("uno").remove();
    const otro = document.createElement("ventanilla-imss");
    Object.assign(otro, { id: "dos", token });
    otro.setAttribute("tramite", "convenio");
    otro.setAttribute("api", api.replace(/\/$/, "/api/v1/"));
    otro.setAttribute("idioma", "es-MX");
    document.body.append(otro);
  }, [servidor.url, credencial("ana")]);
  const dos = page.locator("#dos");
  await dos.getByText("Persona ana").waitFor();
  await dos.getByRole("link", { name: /Continuar|sin nombre/ }).first().click();
  await dos.locator(campo("patron.rfc")).waitFor();
  assert.equal(await dos.getByText("abierto en otra pestaña").count(), 0);
  assert.equal(await dos.locator(campo("patron.rfc")).inputValue(), "TMA18030899X");
});
