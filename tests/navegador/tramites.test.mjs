// The road of a trámite: capture, review, submission, folio; and what must never happen to what was typed.
import { test } from "node:test";
import assert from "node:assert/strict";
import { axe, conNavegador, seDesborda } from "./comun.mjs";
import { COLUMNA, ejemplo, escribir } from "./nomina.mjs";
import { Servidor, campo, contestar, empezarRapida, entrar, expediente, llenar } from "./tramite.mjs";

const pagina = conNavegador();

const enviado = async (page) => {
  await page.getByRole("button", { name: "Enviar el trámite" }).click();
  await page.getByRole("heading", { level: 1, name: "Envío" }).waitFor();
};

const folio = async (page) => {
  await page.locator(".v-folio-numero").waitFor();
  return page.locator(".v-folio-numero").innerText();
};

test("una persona moral se registra paso por paso y recibe un folio", async (t) => {
  const { page } = await pagina(t, { ruta: "#/tramites" });
  await entrar(page, "ventanilla");
  await page.getByRole("button", { name: "Empezar Registro patronal" }).click();
  const { contenido } = expediente("registro_patronal", "moral_a_tiempo");
  const paso = async (titulo, bloques) => {
    await page.getByRole("heading", { level: 1, name: titulo }).waitFor();
    await llenar(page, Object.fromEntries(bloques.map((b) => [b, contenido[b]])));
    await page.getByRole("button", { name: "Continuar" }).click();
  };
  await paso("Quién se registra", ["sujeto"]);
  await paso("Datos del patrón", ["moral", "acta", "contacto"]);
  await paso("Representante legal", ["representantes"]);
  await paso("Domicilios", ["fiscal", "lugar"]);
  await paso("Inicio y trabajadores", ["inicio", "trabajadores"]);
  await paso("Actividad y clasificación", ["actividad"]);
  await paso("Documentos y declaración", ["documentos"]);
  await page.getByRole("heading", { level: 1, name: "Revise antes de enviar" }).waitFor();
  const resumen = await page.locator("main").innerText();
  assert.match(resumen, /Escuela Ficticia Ejemplo, S\.A\. de C\.V\./);
  assert.match(resumen, /Prima media\s+0\.54355 %/);
  assert.match(resumen, /vence el 25 de noviembre de 2026/);
  assert.equal(await page.locator(".v-resumen-errores").count(), 0);
  await enviado(page);
  assert.match(await folio(page), /^VN-2026-\d{6}-[A-Z23]$/);
});

test("lo que falta se dice al continuar, con el foco en el resumen y un enlace a cada campo", async (t) => {
  const { page } = await pagina(t, { ruta: "#/tramites" });
  await entrar(page, "ventanilla");
  await page.getByRole("button", { name: "Empezar Registro patronal" }).click();
  await page.getByRole("heading", { level: 1, name: "Quién se registra" }).waitFor();
  assert.equal(await page.locator(".v-error").count(), 0, "nada es un error antes de tiempo");
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "resumen-de-errores");
  const enlaces = page.locator(".v-resumen-errores a");
  assert.equal(await enlaces.count(), 3);
  await enlaces.first().click();
  await page.waitForFunction(() => document.activeElement?.id === "p-sujeto-persona");
  await axe(page, "paso con errores");
});

test("un error aparece al dejar el campo, no al escribir, y se dice qué se entendió", async (t) => {
  const { page } = await pagina(t, { ruta: "#/tramites" });
  await entrar(page, "ventanilla");
  await empezarRapida(page);
  await contestar(page, "sujeto.persona", "fisica");
  const curp = page.locator(campo("fisica.curp"));
  await curp.pressSequentially("LOMA050229MNLPRNA3");
  assert.equal(await page.locator("#p-fisica-curp-error .v-error").count(), 0);
  await curp.press("Tab");
  await page.locator("#p-fisica-curp-error .v-error").waitFor();
  assert.equal(await curp.getAttribute("aria-invalid"), "true");
  await curp.fill("LOMA040229MNLPRNA6");
  await page.locator("#p-fisica-curp-dice", { hasText: "CURP: mujer, nacida en Nuevo León el 29 de febrero de 2004" }).waitFor();
  assert.equal(await page.locator("#p-fisica-curp-error .v-error").count(), 0);
});

test("captura rápida sólo con el teclado", async (t) => {
  const { page } = await pagina(t, { ruta: "#/tramites" });
  await entrar(page, "ventanilla");
  await empezarRapida(page);
  await page.locator(campo("sujeto.persona")).focus();
  const teclas = async (...lista) => {
    for (const tecla of lista) await page.keyboard.press(tecla);
  };
  const activo = () => page.evaluate(() => document.activeElement.id);
  await teclas("ArrowDown", "Enter"); // persona física
  assert.equal(await activo(), "p-sujeto-clase");
  await teclas("Space", "Enter");
  assert.equal(await activo(), "p-sujeto-representado");
  await teclas("ArrowDown", "Enter");
  assert.equal(await activo(), "p-sujeto-otros_registros");
  await teclas("ArrowDown", "Enter");
  assert.equal(await activo(), "p-fisica-curp");
  const { contenido } = expediente("registro_patronal", "fisica_tardia");
  const escribir = async (texto) => {
    await page.keyboard.type(texto);
    await page.keyboard.press("Enter");
  };
  const { curp, rfc, nombre, primer_apellido, segundo_apellido } = contenido.fisica;
  for (const texto of [curp, rfc, nombre, primer_apellido, segundo_apellido, "", "", ""]) await escribir(texto);
  assert.equal(await activo(), "p-fiscal-codigo_postal");
  await escribir("64000");
  await escribir("Nuevo"); // the list of states finds it by its letters
  await escribir("Monterrey");
  for (const texto of ["", "Centro", "Calle Ficticia", "100", "", "", ""]) await escribir(texto);
  await teclas("Space", "Enter"); // the workplace is there
  await escribir("02/11/2026");
  await escribir("1");
  await teclas("ArrowDown", "Enter"); // no workers now
  await escribir("Fonda");
  assert.equal(await activo(), "p-actividad-fraccion");
  await page.keyboard.type("restaurante");
  await page.locator('[role="option"]').first().waitFor();
  await teclas("Enter");
  await page.locator(".v-elegida").waitFor();
  await teclas("Control+Enter");
  await page.getByRole("heading", { level: 1, name: "Revise antes de enviar" }).waitFor();
  const resumen = await page.locator("main").innerText();
  assert.match(resumen, /Mariana/);
  assert.match(resumen, /Nuevo León/);
  assert.match(resumen, /Vence\s+9 de noviembre de 2026[\s\S]*Multa posible\s+de \$2,346\.20 a \$41,058\.50/);
});

test("cerrar la página no pierde nada, y borrar se puede deshacer", async (t) => {
  const { page } = await pagina(t, { ruta: "#/tramites" });
  await entrar(page, "ventanilla");
  await empezarRapida(page);
  await contestar(page, "sujeto.persona", "moral");
  await page.locator(campo("moral.denominacion")).fill("Empresa Ficticia, S.A. de C.V.");
  await page.locator(".v-guardado", { hasText: "Guardado en este equipo" }).waitFor();
  await page.waitForTimeout(250);
  const contexto = page.context();
  const url = page.url();
  await page.close();
  const otra = await contexto.newPage();
  await otra.goto(url);
  await otra.getByRole("heading", { level: 1, name: "Captura rápida" }).waitFor();
  assert.equal(await otra.locator(campo("moral.denominacion")).inputValue(), "Empresa Ficticia, S.A. de C.V.");
  await otra.getByRole("link", { name: "Trámites", exact: true }).click();
  const renglon = otra.locator(".v-renglon", { hasText: "Empresa Ficticia" });
  await renglon.getByRole("button", { name: /^Borrar/ }).click();
  await renglon.waitFor({ state: "detached" });
  await otra.getByRole("button", { name: "Deshacer" }).click();
  await renglon.waitFor();
});

test("otra cuenta en el mismo equipo no ve los borradores", async (t) => {
  const { page } = await pagina(t, { ruta: "#/tramites" });
  await entrar(page, "ventanilla");
  const id = await empezarRapida(page);
  await contestar(page, "sujeto.persona", "moral");
  await page.locator(campo("moral.denominacion")).fill("De otra persona");
  await page.waitForTimeout(300);
  await page.getByRole("button", { name: "Salir" }).click();
  await entrar(page, "supervisor");
  assert.doesNotMatch(await page.locator("main").innerText(), /De otra persona/);
  await page.goto(new URL(`#/tramite/${id}/rapida`, page.url()).href);
  await page.getByRole("heading", { name: "Este trámite no está en este equipo" }).waitFor();
});

test("una modificación: la causa decide lo que se pregunta y la prima que sigue", async (t) => {
  const { page } = await pagina(t, { ruta: "#/tramites" });
  await entrar(page, "ventanilla");
  await empezarRapida(page, "Modificación al registro patronal");
  const { contenido } = expediente("modificacion_patronal", "domicilio_otro");
  await llenar(page, contenido);
  const resultado = page.getByRole("complementary", { name: "Resultado" });
  await resultado.getByText("1.50000 %, la que tenía").first().waitFor();
  assert.match(await resultado.innerText(), /pasa de Guadalajara a Zapopan/);
  await page.getByRole("button", { name: "Revisar" }).click();
  await page.getByRole("heading", { level: 1, name: "Revise antes de enviar" }).waitFor();
  await enviado(page);
  await folio(page);
});

test("se pierde la red, se envía, el servidor muere y vuelve: un trámite, un folio", async (t) => {
  const servidor = await Servidor.nuevo();
  t.after(() => servidor.borrar());
  const { page } = await pagina(t, { permitir: [/Failed to load resource|net::ERR|503|502/] });
  await page.goto(`${servidor.url}#/tramites`);
  await entrar(page, "ventanilla");
  await empezarRapida(page);
  await llenar(page, expediente("registro_patronal", "moral_a_tiempo").contenido);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Revisar" }).click();
  await page.getByRole("heading", { level: 1, name: "Revise antes de enviar" }).waitFor();
  await enviado(page);
  await page.getByText("Guardado en este equipo, por enviar").waitFor();
  await servidor.matar();
  await page.context().setOffline(false); // there is a network and no server
  await page.getByRole("button", { name: "Enviar ahora" }).click();
  await page.getByText("Guardado en este equipo, por enviar").waitFor();
  await servidor.encender();
  await page.getByRole("button", { name: "Enviar ahora" }).click();
  const dado = await folio(page);
  const lista = await (await page.request.get(`${servidor.url}api/v1/tramites`)).json();
  assert.equal(lista.tramites.length, 1);
  assert.equal(lista.tramites[0].folio, dado);
});

test("el servidor lo recibe y la respuesta se pierde: al enviarlo otra vez, el mismo folio", async (t) => {
  const servidor = await Servidor.nuevo();
  t.after(() => servidor.borrar());
  const { page } = await pagina(t, { permitir: [/Failed to load resource|net::ERR/] });
  await page.goto(`${servidor.url}#/tramites`);
  await entrar(page, "ventanilla");
  await empezarRapida(page);
  await llenar(page, expediente("registro_patronal", "moral_a_tiempo").contenido);
  const recibidos = [];
  await page.route("**/api/v1/tramites/*", async (ruta) => {
    recibidos.push((await (await ruta.fetch()).json()).folio);
    await ruta.abort();
  });
  await page.getByRole("button", { name: "Revisar" }).click();
  await page.getByRole("heading", { level: 1, name: "Revise antes de enviar" }).waitFor();
  await enviado(page);
  await page.getByText("Guardado en este equipo, por enviar").waitFor();
  // it says so before it leaves, too: wait for the server to have it
  for (let i = 0; i < 100 && recibidos.length === 0; i += 1) await page.waitForTimeout(50);
  assert.ok(recibidos.length >= 1, "el servidor sí lo recibió");
  await page.unroute("**/api/v1/tramites/*");
  await page.getByRole("button", { name: "Enviar ahora" }).click();
  assert.equal(await folio(page), recibidos[0]);
  const lista = await (await page.request.get(`${servidor.url}api/v1/tramites`)).json();
  assert.equal(lista.tramites.length, 1);
});

test("sin sesión lo escrito espera, y sale al entrar", async (t) => {
  const { page } = await pagina(t, { ruta: "#/tramites", permitir: [/401/] });
  await entrar(page, "patron");
  await empezarRapida(page);
  await llenar(page, expediente("registro_patronal", "fisica_tardia").contenido);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Revisar" }).click();
  await page.getByRole("heading", { level: 1, name: "Revise antes de enviar" }).waitFor();
  await enviado(page);
  await page.getByText("Su sesión terminó. Entre otra vez y sale solo.").waitFor();
  await entrar(page, "patron");
  await page.locator(".v-renglon", { hasText: "Recibido" }).waitFor();
});

test("el borrador se imprime con su advertencia", async (t) => {
  const { page } = await pagina(t, { ruta: "#/tramites" });
  await entrar(page, "ventanilla");
  await empezarRapida(page);
  await llenar(page, expediente("registro_patronal", "moral_a_tiempo").contenido);
  await page.getByRole("button", { name: "Revisar" }).click();
  await page.getByRole("heading", { level: 1, name: "Revise antes de enviar" }).waitFor();
  await page.emulateMedia({ media: "print" });
  const texto = await page.locator("main").innerText();
  assert.match(texto, /Borrador, sin validez oficial/);
  assert.equal(await page.getByRole("button", { name: "Enviar el trámite" }).isVisible(), false);
});

const llegarA = {
  trámites: ["#/tramites", async () => {}],
  entrar: ["#/entrar", async () => {}],
  "captura rápida": ["#/tramites", async (page) => {
    await empezarRapida(page);
    await llenar(page, expediente("registro_patronal", "moral_a_tiempo").contenido);
  }],
  revisión: ["#/tramites", async (page) => {
    await empezarRapida(page);
    await page.getByRole("button", { name: "Revisar" }).click();
    await page.getByRole("heading", { level: 1, name: "Revise antes de enviar" }).waitFor();
  }],
};
for (const ancho of [1280, 390]) {
  for (const [nombre, [ruta, llegar]] of Object.entries(llegarA)) {
    test(`${nombre}, a ${ancho}: sin faltas serias`, async (t) => {
      const { page } = await pagina(t, { ancho, alto: 844, ruta: "#/entrar" });
      if (ruta !== "#/entrar") await entrar(page, "ventanilla");
      await llegar(page);
      await page.waitForTimeout(300);
      for (const linea of await axe(page, nombre)) t.diagnostic(linea);
      assert.equal(await seDesborda(page), "", "la página no se mueve de lado");
    });
  }
}


test("ir de cuotas a trámites y volver no pierde lo escrito", async (t) => {
  const { page } = await pagina(t);
  await ejemplo(page);
  await escribir(page, 1, COLUMNA.nombre, "Inés Simulada");
  const enlace = (nombre) => page.getByRole("navigation", { name: "Secciones" }).getByRole("link", { name: nombre, exact: true });
  await enlace("Trámites").click();
  await page.getByRole("heading", { level: 1, name: "Trámites" }).waitFor();
  assert.equal(await page.locator(".v-cabecera").count(), 1, "una sola aplicación en la página");
  await enlace("Cuotas").click();
  await page.getByRole("heading", { level: 1, name: "Previsión de cuotas" }).waitFor();
  await page.getByText("Inés Simulada").first().waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Trámites" }).waitFor();
});
