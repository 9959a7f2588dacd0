import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documentoOpenApi } from '@/lib/api/documento';
import type { Esquema } from '@/lib/api/esquema';
import { idDeOperacion } from '@/lib/api/operacion';
import { esJson, parametrosDe } from '@/lib/api/ruta';
import { RUTAS } from '@/lib/api/rutas';
import { PERMISOS } from '@/lib/auth/permisos';
import { nombreDe, rutasServidas } from './servidas';

type Operacion = {
  operationId: string;
  summary: string;
  tags: string[];
  security: Record<string, unknown[]>[];
  parameters: { name?: string; in?: string; required?: boolean; $ref?: string }[];
  requestBody?: { content: Record<string, { schema: Esquema; example?: unknown }> };
  responses: Record<
    string,
    { $ref?: string; description?: string; content?: Record<string, { schema: Esquema; example?: unknown }> }
  >;
};
type Documento = {
  openapi: string;
  info: { title: string; version: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, Operacion>>;
  components: Record<string, Record<string, Esquema>>;
};

// Through text and back: the document is what a client downloads.
const documento = JSON.parse(JSON.stringify(documentoOpenApi())) as Documento;
const COMPONENTES = conReferenciasPropias(documento.components.schemas ?? {});
const operaciones = Object.entries(documento.paths).flatMap(([camino, metodos]) =>
  Object.entries(metodos).map(([metodo, op]) => ({ camino, metodo, op, nombre: `${metodo.toUpperCase()} ${camino}` })),
);

describe('the document and app/api', () => {
  let servidas: string[];
  beforeAll(async () => {
    servidas = [...(await rutasServidas()).keys()];
  });

  it('say the same routes, neither one more', () => {
    const escritas = operaciones.map((o) => o.nombre);
    expect(escritas.filter((nombre) => !servidas.includes(nombre))).toEqual([]);
    expect(servidas.filter((nombre) => !escritas.includes(nombre))).toEqual([]);
  });

  it('has no route in the table twice', () => {
    const nombres = RUTAS.flatMap((r) => [r.camino, ...r.alias].map((camino) => nombreDe({ ...r, camino })));
    expect(new Set(nombres).size).toBe(nombres.length);
  });
});

describe('the document is OpenAPI 3.1', () => {
  it('has what the specification asks of the root', () => {
    expect(documento.openapi).toMatch(/^3\.1\.\d+$/);
    expect(documento.info).toMatchObject({
      title: expect.any(String),
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
    expect(Object.keys(documento.paths).every((p) => p.startsWith('/'))).toBe(true);
  });

  it('resolves every $ref, and uses every component', () => {
    const refs = new Set<string>();
    recorrer(documento, (nodo) => {
      if (typeof nodo.$ref === 'string') refs.add(nodo.$ref);
    });
    for (const ref of refs) expect([ref, resolver(ref) !== undefined]).toEqual([ref, true]);
    const seguridad = new Set(operaciones.flatMap(({ op }) => op.security.flatMap(Object.keys)));
    const sinUso = Object.entries(documento.components).flatMap(([tipo, todos]) =>
      Object.keys(todos).filter(
        (n) => !refs.has(`#/components/${tipo}/${n}`) && !(tipo === 'securitySchemes' && seguridad.has(n)),
      ),
    );
    expect(sinUso).toEqual([]);
  });

  it.each(operaciones)('$nombre is whole', ({ camino, metodo, op }) => {
    expect(op.operationId).toBe(idDeOperacion(metodo, camino));
    expect(op.summary).toMatch(/^\p{Lu}.*[^.]$/u);
    for (const tag of op.tags) expect(documento.tags.map((t) => t.name)).toContain(tag);
    for (const esquema of op.security.flatMap(Object.keys))
      expect(documento.components.securitySchemes).toHaveProperty(esquema);
    const propios = op.parameters.filter((p) => p.in === 'path');
    expect(propios.map((p) => [p.name, p.required])).toEqual(parametrosDe(camino).map((n) => [n, true]));
    const nombres = op.parameters.map((p) => p.$ref ?? `${p.in} ${p.name}`);
    expect(new Set(nombres).size).toBe(nombres.length);
    expect(Object.keys(op.responses).every((estado) => /^[2-5]\d\d$/.test(estado))).toBe(true);
    for (const r of Object.values(op.responses)) expect(r.$ref ?? r.description).toBeTruthy();
    if (metodo === 'get' || metodo === 'delete') expect(op.requestBody).toBeUndefined();
  });

  it('names each operation once', () => {
    const ids = operaciones.map(({ op }) => op.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the examples', () => {
  it.each(RUTAS.map((ruta) => ({ nombre: nombreDe(ruta), ruta })))(
    'of $nombre parse with the schemas they show',
    ({ ruta }) => {
      expect(ruta.entrada.safeParse(ruta.ejemplo.pedido).error).toBeUndefined();
      if (esJson(ruta.salida)) expect(ruta.salida.safeParse(ruta.ejemplo.respuesta).error).toBeUndefined();
    },
  );

  it.each(operaciones)('of $nombre hold against the JSON Schema a client reads', ({ op }) => {
    const cuerpos = [
      op.requestBody,
      ...Object.values(op.responses).map((r) => (r.$ref ? (resolver(r.$ref) as typeof r) : r)),
    ];
    for (const { schema, example } of cuerpos.flatMap((c) => Object.values(c?.content ?? {}))) {
      if (example !== undefined) expect(lector(schema).safeParse(example).error).toBeUndefined();
    }
  });
});

describe('what the table says of the code', () => {
  it('names codes of refusal that exist', () => {
    const fuentes = readdirSync('lib', { recursive: true, encoding: 'utf8' })
      .filter((a) => /\.ts$/.test(a) && !a.startsWith('api/'))
      .map((a) => readFileSync(`lib/${a}`, 'utf8'));
    const codigos = new Set(RUTAS.flatMap((r) => r.conflictos));
    expect([...codigos].filter((c) => !fuentes.some((f) => f.includes(`'${c}'`)))).toEqual([]);
  });

  it('names rights that exist', () => {
    for (const permiso of RUTAS.flatMap((r) => r.permisos)) expect(PERMISOS).toHaveProperty([permiso]);
  });
});

/** A reader of one of the document's own schemas, its references pointed at a copy of the components it reaches. */
function lector(schema: Esquema): z.ZodType {
  const propio = conReferenciasPropias(schema);
  return z.fromJSONSchema({ ...propio, $defs: alcanzados(propio) });
}

/** All of the components, for each of hundreds of schemas, would be most of what this file does. */
function alcanzados(esquema: Esquema, ya: Record<string, Esquema> = {}): Record<string, Esquema> {
  for (const [, nombre = ''] of JSON.stringify(esquema).matchAll(/"#\/\$defs\/([^"/]+)"/g)) {
    const componente = COMPONENTES[nombre];
    if (!componente || ya[nombre]) continue;
    ya[nombre] = componente;
    alcanzados(componente, ya);
  }
  return ya;
}

function conReferenciasPropias<T>(esquema: T): T {
  return JSON.parse(JSON.stringify(esquema).replaceAll('#/components/schemas/', '#/$defs/')) as T;
}

function resolver(ref: string): unknown {
  return ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((nodo, paso) => (nodo as Record<string, unknown> | undefined)?.[paso], documento);
}

function recorrer(nodo: unknown, ver: (nodo: Record<string, unknown>) => void): void {
  if (nodo === null || typeof nodo !== 'object') return;
  if (!Array.isArray(nodo)) ver(nodo as Record<string, unknown>);
  for (const dentro of Object.values(nodo)) recorrer(dentro, ver);
}
