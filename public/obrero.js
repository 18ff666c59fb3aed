// The Worker in which foreign files are read (crates/lector): if one of them ends the module, or it takes too long, the
// page goes on (src/lector.rs). It is a file of its own, and not a blob, because a strict CSP says `worker-src 'self'`.
//
// In: { modulo: { js, wasm } } once, absolute addresses; then { id, funcion, bytes, parametros }.
// Out: { id, hechos, total } any number of times, then { id, texto }; or { id, falla }, after which it serves no more.

let modulo;

async function cargar({ js, wasm }) {
  const este = await import(js);
  await este.default({ module_or_path: wasm });
  return este;
}

async function atender({ id, funcion, bytes, parametros }) {
  const progreso = (hechos, total) => postMessage({ id, hechos, total });
  try {
    const este = await modulo;
    const texto = este[funcion](new Uint8Array(bytes), parametros, progreso);
    postMessage({ id, texto });
  } catch (error) {
    // A trap has no cause that helps a person; the kind is enough to choose the words.
    const clase = error instanceof WebAssembly.RuntimeError || error instanceof RangeError ? "archivo" : "carga";
    postMessage({ id, falla: clase, detalle: String(error) });
  }
}

addEventListener("message", ({ data }) => {
  if (data.modulo) {
    modulo = cargar(data.modulo);
    modulo.catch(() => {}); // told by the request that awaits it
  } else {
    atender(data);
  }
});
