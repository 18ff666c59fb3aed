// The Worker in which foreign files are read (crates/lector): if one of them ends the module, or it takes too long, the
// page goes on (src/lector.rs). It is a file of its own, and not a blob, because a strict CSP says `worker-src 'self'`.
//
// In: { js, wasm, funcion, argumentos }, with absolute addresses. The last argument that the function gets tells progress.
// Out: { hechos, total } any number of times, the first when the module is ready; then { respuesta } or { falla }.

async function atender({ js, wasm, funcion, argumentos }) {
  let listo = false;
  try {
    const modulo = await import(js);
    await modulo.default({ module_or_path: wasm });
    listo = true;
    const progreso = (hechos, total) => postMessage({ hechos, total });
    progreso(0, 0);
    const respuesta = modulo[funcion](...argumentos, progreso); // its own bytes: handed over, not copied
    postMessage({ respuesta }, [respuesta.buffer]);
  } catch (error) {
    // Before it is ready, the network; after, what was read. A trap says nothing that helps a person.
    postMessage({ falla: listo ? "archivo" : "carga", detalle: String(error) });
  }
}

addEventListener("message", ({ data }) => atender(data));
