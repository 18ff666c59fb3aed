// What a portal does with Ventanilla: listens, asks, and says who is working.
const lista = document.getElementById("sucesos");

function anotar(suceso) {
  const renglon = document.createElement("li");
  renglon.dataset.suceso = suceso.type;
  renglon.dataset.de = suceso.target.id;
  renglon.textContent = `${suceso.type} de ${suceso.target.id}: ${JSON.stringify(suceso.detail)}`;
  lista.append(renglon);
}
// `error` does not bubble (the window would take it for one of the program): it is heard on its way down
for (const suceso of ["lista", "borrador", "enviado", "error"]) addEventListener(suceso, anotar, true);

const convenio = document.getElementById("convenio");
// A portal with accounts of its own gives a token, or a function that renews it:
//   convenio.renovarToken = async () => (await fetch("/mi-sesion/token", { method: "POST" })).text();
// Without one, people sign in with an account of Ventanilla, as in this example.

document.getElementById("calcular").addEventListener("click", async () => {
  const respuesta = await convenio.calcular("plazo", { desde: "2026-11-09", dias_habiles: 5, clase: "tramite" });
  anotar({ type: "calcular", target: convenio, detail: respuesta });
});

document.getElementById("empezar").addEventListener("click", () =>
  convenio.abrir({ tramite: "convenio", respuestas: { "patron.rfc": "TMA180308992" } }),
);
