// The comparison of the golden cases, mirror of `cuadra` in crates/reglas/tests/comun/mod.rs:
//
// - an object is matched if each of its keys is in the answer and matches;
// - a list is matched if it has as many elements and each matches the one in its place;
// - `{"contiene": [...]}` against a list: each element matches some element of it;
// - anything else is matched if it is equal.

const esObjeto = (valor) => valor !== null && typeof valor === "object" && !Array.isArray(valor);
const tiene = (objeto, clave) => Object.prototype.hasOwnProperty.call(objeto, clave);

/** Where `espera` and `hay` part; an empty text when they do not. */
export function cuadra(espera, hay, ruta = "") {
  if (esObjeto(espera) && Array.isArray(hay) && tiene(espera, "contiene")) {
    if (!Array.isArray(espera.contiene)) return `${ruta}: «contiene» debe ser una lista`;
    const falta = espera.contiene.find((pedido) => !hay.some((uno) => !cuadra(pedido, uno)));
    return falta === undefined ? "" : `${ruta}: falta ${JSON.stringify(falta)} en ${JSON.stringify(hay)}`;
  }
  if (esObjeto(espera) && esObjeto(hay)) {
    for (const [clave, valor] of Object.entries(espera)) {
      const falla = tiene(hay, clave) ? cuadra(valor, hay[clave], `${ruta}.${clave}`) : `${ruta}.${clave}: no está`;
      if (falla) return falla;
    }
    return "";
  }
  if (Array.isArray(espera) && Array.isArray(hay) && espera.length === hay.length) {
    for (const [i, valor] of espera.entries()) {
      const falla = cuadra(valor, hay[i], `${ruta}[${i}]`);
      if (falla) return falla;
    }
    return "";
  }
  const iguales = !esObjeto(espera) && !Array.isArray(espera) && espera === hay;
  return iguales ? "" : `${ruta}: se espera ${JSON.stringify(espera)} y hay ${JSON.stringify(hay)}`;
}
