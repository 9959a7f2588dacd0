/** A value of the part of YAML that our compose files use. */
export type Yaml = string | Yaml[] | { [clave: string]: Yaml };
export type Mapa = { [clave: string]: Yaml };

type Linea = { sangria: number; texto: string; numero: number };

/**
 * Reads the part of YAML that compose files here are written in: maps, lists of scalars, lists in brackets, quoted text,
 * an anchor and its merge. Anything else is an error, and so are tabs, odd indentation and a key that comes twice.
 */
export function leerYaml(fuente: string): Mapa {
  const lineas = fuente.split('\n').flatMap((cruda, i): Linea[] => {
    if (/^\s*(#|$)/.test(cruda)) return [];
    const sangria = cruda.length - cruda.trimStart().length;
    if (cruda.includes('\t') || sangria % 2 !== 0) throw new Error(`line ${i + 1}: indentation`);
    return [{ sangria, texto: cruda.trim(), numero: i + 1 }];
  });
  const anclas = new Map<string, Mapa>();
  let en = 0;

  const bloque = (sangria: number): Yaml => (lineas[en]?.texto.startsWith('- ') ? lista(sangria) : mapa(sangria));

  function lista(sangria: number): Yaml[] {
    const valores: Yaml[] = [];
    for (let l = lineas[en]; l && l.sangria === sangria && l.texto.startsWith('- '); l = lineas[en]) {
      valores.push(escalar(l.texto.slice(2), l.numero));
      en += 1;
    }
    return valores;
  }

  function mapa(sangria: number): Mapa {
    const valores: Mapa = {};
    for (let l = lineas[en]; l && l.sangria === sangria; l = lineas[en]) {
      const [, clave, valor = ''] = /^([\w.<-]+):(?: (.*))?$/.exec(l.texto) ?? [];
      if (clave === undefined) throw new Error(`line ${l.numero}: not a key`);
      if (clave in valores) throw new Error(`line ${l.numero}: ${clave} comes twice`);
      en += 1;
      const hijo = lineas[en];
      const [, ancla] = /^&(\w+)$/.exec(valor) ?? [];
      if (clave === '<<') Object.assign(valores, anclas.get(valor.replace('*', '')) ?? noHay(valor, l.numero));
      else if (valor !== '' && !ancla) valores[clave] = escalar(valor, l.numero);
      else if (hijo && hijo.sangria > sangria) {
        const dentro = bloque(hijo.sangria);
        valores[clave] = dentro;
        if (ancla) anclas.set(ancla, dentro as Mapa);
      } else valores[clave] = '';
    }
    if ((lineas[en]?.sangria ?? 0) > sangria) throw new Error(`line ${lineas[en]?.numero}: indentation`);
    return valores;
  }

  const leido = mapa(0);
  if (en < lineas.length) throw new Error(`line ${lineas[en]?.numero}: unexpected`);
  return leido;
}

function escalar(texto: string, numero: number): Yaml {
  if (texto.startsWith('[')) return JSON.parse(texto) as string[];
  if (texto.startsWith('"')) return JSON.parse(texto) as string;
  if (/^[&*!|>{'%@`]|: |\s#/.test(texto)) throw new Error(`line ${numero}: ${texto}`);
  return texto;
}

function noHay(ancla: string, numero: number): never {
  throw new Error(`line ${numero}: no anchor ${ancla}`);
}
