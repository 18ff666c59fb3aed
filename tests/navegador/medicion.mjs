// Measuring the page from inside: longest task of the main thread, and time until a figure changes.

/** Follows the main thread until `terminar`: long tasks as the browser reports them, and the longest gap between beats. */
export async function vigilar(page) {
  await page.evaluate(() => {
    const vigia = { largas: [], latido: 0, activo: true };
    vigia.observador = new PerformanceObserver((lista) => {
      for (const tarea of lista.getEntries()) vigia.largas.push(tarea.duration);
    });
    vigia.observador.observe({ entryTypes: ["longtask"] });
    const canal = new MessageChannel();
    let ultimo = performance.now();
    canal.port1.onmessage = () => {
      const ahora = performance.now();
      vigia.latido = Math.max(vigia.latido, ahora - ultimo);
      ultimo = ahora;
      if (vigia.activo) setTimeout(() => canal.port2.postMessage(0), 0);
    };
    canal.port2.postMessage(0);
    window.vigia = vigia;
  });
}

/** The longest task since `vigilar`, in ms. A gap between beats has up to 5 ms of waiting in it. */
export function terminar(page) {
  return page.evaluate(async () => {
    const { vigia } = window;
    await new Promise((seguir) => setTimeout(seguir, 50));
    vigia.activo = false;
    for (const tarea of vigia.observador.takeRecords()) vigia.largas.push(tarea.duration);
    vigia.observador.disconnect();
    const reportada = Math.max(0, ...vigia.largas);
    return { masLarga: Math.max(reportada, vigia.latido - 5), reportadas: vigia.largas.length };
  });
}

/**
 * Types into the field `cual` as one input event and waits, inside the page, until the total is another and nothing is
 * being computed. Gives the ms it took, and how many times the progress was seen.
 */
export function hastaElTotal(page, cual, valor) {
  return page.evaluate(
    async ([cual, valor]) => {
      const total = () => document.querySelector("[data-total]")?.textContent ?? "";
      const campo = document.querySelector(cual);
      const antes = total();
      let avances = 0;
      const inicio = performance.now();
      return new Promise((hecho) => {
        const mirar = () => {
          if (document.querySelector(".v-avance")) avances += 1;
          else if (total() !== antes && total() !== "") {
            observador.disconnect();
            hecho({ ms: performance.now() - inicio, avances });
          }
        };
        const observador = new MutationObserver(mirar);
        observador.observe(document.body, { subtree: true, childList: true, characterData: true });
        campo.value = valor;
        campo.dispatchEvent(new Event("input", { bubbles: true }));
      });
    },
    [cual, valor],
  );
}

/** The CPU so many times slower. */
export async function frenar(page, veces) {
  const sesion = await page.context().newCDPSession(page);
  await sesion.send("Emulation.setCPUThrottlingRate", { rate: veces });
}

export function mediana(valores) {
  const orden = [...valores].sort((a, b) => a - b);
  return orden[orden.length >> 1];
}
