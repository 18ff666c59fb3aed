// The text of a PDF as Chromium writes it: compressed streams, glyph codes, and a table per font that says which
// characters they are. Enough to know what was printed, without another program.
import { inflateSync } from "node:zlib";

/** Text of each page. */
export function paginasDePdf(datos) {
  const objetos = leerObjetos(datos);
  const de = (referencia) => objetos.get(Number(/(\d+) 0 R/.exec(referencia ?? "")?.[1]));
  const tablas = new Map();
  const paginas = [...objetos.values()].filter((o) => /\/Type\s*\/Page\b/.test(o.cabeza));
  return paginas.map((pagina) => {
    const recursos = /\/Resources\s+\d+ 0 R/.test(pagina.cabeza)
      ? de(/\/Resources\s+\d+ 0 R/.exec(pagina.cabeza)[0])?.cabeza
      : pagina.cabeza;
    const contenido = de(/\/Contents\s+\d+ 0 R/.exec(pagina.cabeza)?.[0])?.texto ?? "";
    const fuentes = new Map();
    const lista = /\/Font\s*<<([\s\S]*?)>>/.exec(recursos ?? "")?.[1] ?? "";
    for (const [, nombre, numero] of lista.matchAll(/\/(\S+)\s+(\d+) 0 R/g)) {
      const fuente = objetos.get(Number(numero));
      const tabla = de(/\/ToUnicode\s+\d+ 0 R/.exec(fuente?.cabeza ?? "")?.[0]);
      if (!tablas.has(numero)) tablas.set(numero, leerTabla(tabla?.texto ?? ""));
      fuentes.set(nombre, tablas.get(numero));
    }
    return leerTexto(contenido, fuentes);
  });
}

function leerObjetos(datos) {
  const crudo = datos.toString("latin1");
  const objetos = new Map();
  for (const hallado of crudo.matchAll(/(?:^|\n)(\d+) 0 obj\b/g)) {
    const desde = hallado.index + hallado[0].length;
    const fin = crudo.indexOf("endobj", desde);
    const flujo = crudo.indexOf("stream", desde);
    if (flujo < 0 || flujo > fin) {
      objetos.set(Number(hallado[1]), { cabeza: crudo.slice(desde, fin), texto: "" });
      continue;
    }
    const cabeza = crudo.slice(desde, flujo);
    const inicio = flujo + (crudo[flujo + 6] === "\r" ? 8 : 7);
    const largo = Number(/\/Length\s+(\d+)/.exec(cabeza)?.[1] ?? 0);
    let texto = "";
    if (/FlateDecode/.test(cabeza) && !/\/Image|\/Length1/.test(cabeza)) {
      texto = inflateSync(datos.subarray(inicio, inicio + largo)).toString("latin1");
    }
    objetos.set(Number(hallado[1]), { cabeza, texto });
  }
  return objetos;
}

function leerTabla(texto) {
  const tabla = new Map();
  const unicode = (hex) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, bloque] of texto.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, codigo, valor] of bloque.matchAll(/<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>/g)) {
      tabla.set(parseInt(codigo, 16), unicode(valor));
    }
  }
  for (const [, bloque] of texto.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, desde, hasta, valor] of bloque.matchAll(/<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>/g)) {
      const primero = parseInt(desde, 16);
      for (let c = primero; c <= parseInt(hasta, 16); c++) {
        tabla.set(c, String.fromCharCode(parseInt(valor, 16) + c - primero));
      }
    }
  }
  return tabla;
}

function leerTexto(contenido, fuentes) {
  let tabla = new Map();
  let salida = "";
  for (const [, fuente, hex, fin] of contenido.matchAll(/\/(\S+)\s+[\d.]+\s+Tf|<([\dA-Fa-f]*)>|\b(ET|Td|TD|Tm)\b/g)) {
    if (fuente) tabla = fuentes.get(fuente) ?? new Map();
    else if (fin === "ET") salida += "\n";
    else if (hex) {
      for (let i = 0; i + 4 <= hex.length; i += 4) salida += tabla.get(parseInt(hex.slice(i, i + 4), 16)) ?? "";
    }
  }
  return salida;
}
