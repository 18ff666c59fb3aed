// Reads the memoria that is on the screen and computes it again, with exact integers.
import assert from "node:assert/strict";

/** The trees in the open drawer. */
export function leerArboles(page) {
  return page.locator("dialog[open] .v-memoria").evaluateAll((listas) => {
    const rama = (li) => {
      const detalles = li.querySelector(":scope > details");
      const nodo = li.querySelector(":scope > .v-nodo, :scope > details > summary > .v-nodo");
      const texto = (cual) => nodo.querySelector(cual)?.textContent.trim() ?? "";
      return {
        nombre: texto(".v-nodo-nombre"),
        importe: texto(".v-nodo-importe"),
        formula: texto(".v-nodo-formula"),
        operador: texto(".v-operador"),
        articulos: nodo.querySelectorAll(".v-insignia--articulo").length,
        operandos: [...nodo.querySelectorAll(".v-operando")].map((o) => o.firstChild.textContent.trim()),
        hijos: detalles ? [...detalles.querySelectorAll(":scope > ul > li")].map(rama) : [],
      };
    };
    return listas.flatMap((lista) => [...lista.children].map(rama));
  });
}

/** A decimal as an integer and how many decimals it has. */
function decimal(texto) {
  const partes = /^(-?)(\d+)(?:\.(\d+))?$/.exec(texto.replaceAll(/[$,\s]|%$/g, "").replace("−", "-"));
  assert.ok(partes, `«${texto}» no es un número`);
  const [, signo, enteros, fraccion = ""] = partes;
  return { n: BigInt(signo + enteros + fraccion), d: fraccion.length };
}

const llevar = ({ n, d }, decimales) => n * 10n ** BigInt(decimales - d);

/** `numerador / denominador`, both integers, to `decimales`, half up. */
function redondear(numerador, denominador, decimales) {
  const doble = (2n * numerador * 10n ** BigInt(decimales)) / denominador;
  return (doble + 1n) / 2n;
}

/** The importe of a node from its operands, at its own decimals; `null` where there is nothing to compute. */
function calcular(nodo) {
  const decimales = decimal(nodo.importe).d;
  const operandos = nodo.operandos.map(decimal);
  const mayor = Math.max(decimales, ...operandos.map((o) => o.d));
  if (nodo.operador === "×") {
    const producto = operandos.reduce((a, o) => ({ n: a.n * o.n, d: a.d + o.d }), { n: 1n, d: 0 });
    return redondear(producto.n, 10n ** BigInt(producto.d), decimales);
  }
  if (nodo.operador === "−") {
    const [primero, ...resto] = operandos.map((o) => llevar(o, mayor));
    const resta = resto.reduce((a, n) => a - n, primero);
    // what a salary has over a limit is never less than nothing
    return redondear(resta < 0n && decimal(nodo.importe).n === 0n ? 0n : resta, 10n ** BigInt(mayor), decimales);
  }
  if (nodo.operador === "÷" && operandos.length === 2) {
    return redondear(llevar(operandos[0], mayor), llevar(operandos[1], mayor), decimales);
  }
  if (nodo.formula.startsWith("Suma de") && nodo.hijos.length > 0) {
    const hijos = nodo.hijos.map((h) => decimal(h.importe));
    const comun = Math.max(decimales, ...hijos.map((h) => h.d));
    const suma = hijos.reduce((a, h) => a + llevar(h, comun), 0n);
    return redondear(suma, 10n ** BigInt(comun), decimales);
  }
  if (/^El (menor|mayor) de/.test(nodo.formula)) {
    const todos = operandos.map((o) => llevar(o, mayor));
    const menor = nodo.formula.startsWith("El menor");
    const elegido = todos.reduce((a, n) => ((menor ? n < a : n > a) ? n : a));
    return redondear(elegido, 10n ** BigInt(mayor), decimales);
  }
  return null;
}

/** Computes a tree again; gives how many of its nodes could be. */
export function recomputar(nodo) {
  const esperado = calcular(nodo);
  let hechos = nodo.hijos.map(recomputar).reduce((a, n) => a + n, 0);
  if (esperado !== null) {
    assert.equal(decimal(nodo.importe).n, esperado, `${nodo.nombre}: ${nodo.formula} = ${nodo.importe}`);
    hechos += 1;
  }
  return hechos;
}
