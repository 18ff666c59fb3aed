// Made-up emissions, and how long their reader takes.

/** The bytes of a made-up emission, asked of the page's own Worker. */
export async function emision(page, cuantos) {
  const base64 = await page.evaluate(async (cuantos) => {
    const { lector } = await (await fetch("modulos.json")).json();
    const obrero = new Worker("obrero.js", { type: "module" });
    const en = (ruta) => new URL(ruta, document.baseURI).href;
    const respuesta = new Promise((bien, mal) => {
      obrero.onmessage = ({ data }) => {
        if (data.respuesta) bien(data.respuesta);
        else if (data.falla) mal(new Error(JSON.stringify(data)));
      };
    });
    obrero.postMessage({ js: en(lector.js), wasm: en(lector.wasm), funcion: "muestra", argumentos: [cuantos] });
    const bytes = await respuesta;
    obrero.terminate();
    let texto = "";
    for (let i = 0; i < bytes.length; i += 8192) texto += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return btoa(texto);
  }, cuantos);
  return Buffer.from(base64, "base64");
}

/** Confronts an emission in a Worker of its own, without the page: ms to be ready, to read the file and to compute. */
export function medirLector(page, bytes) {
  return page.evaluate(async (base64) => {
    const { lector } = await (await fetch("modulos.json")).json();
    const en = (ruta) => new URL(ruta, document.baseURI).href;
    const archivo = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const obrero = new Worker("obrero.js", { type: "module" });
    const momentos = [performance.now()]; // then: ready, each notice of progress, the answer
    const respuesta = new Promise((bien, mal) => {
      obrero.onmessage = ({ data }) => {
        momentos.push(performance.now());
        if (data.respuesta) bien(data.respuesta);
        else if (data.falla) mal(new Error(JSON.stringify(data)));
      };
    });
    obrero.postMessage({ js: en(lector.js), wasm: en(lector.wasm), funcion: "confrontar", argumentos: [archivo, "{}"] });
    await respuesta;
    obrero.terminate();
    const [inicio, listo, leido] = momentos;
    return { listo: listo - inicio, lectura: leido - listo, computo: momentos.at(-1) - leido };
  }, bytes.toString("base64"));
}
