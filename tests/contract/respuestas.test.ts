import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Esquema, esquemaDeSalida } from '@/lib/api/esquema';
import { esJson, type Ruta } from '@/lib/api/ruta';
import { RUTAS } from '@/lib/api/rutas';
import { closeStreams } from '@/lib/realtime/process-hub';
import { CASOS } from './casos';
import { llamarRuta, nombreDe } from './servidas';
import { abrirTienda, type Tienda } from './tienda';

let tienda: Tienda;

beforeAll(async () => {
  tienda = await abrirTienda();
});
afterAll(closeStreams);

/** Need a configuration of their own: `tests/contract/pusher.test.ts`, `tests/contract/puerta.test.ts`. */
const APARTE = new Set(['POST /eventos/pusher-auth', 'GET /metricas']);

const rutas: Ruta[] = RUTAS.flatMap((r) => [r, ...r.alias.map((camino) => ({ ...r, camino, alias: [] }))]).filter(
  (r) => !APARTE.has(nombreDe(r)),
);

/** What real answers brought: the type of each field, by model. */
const visto = new Map<string, Set<string>>();

describe('every route', () => {
  it('has good requests here, and none is left over', () => {
    expect(Object.keys(CASOS).sort()).toEqual(rutas.map(nombreDe).sort());
  });
});

describe.each(rutas.map((ruta) => ({ nombre: nombreDe(ruta), ruta })))('$nombre', ({ nombre, ruta }) => {
  it('really answers what the document says', async () => {
    for (const caso of CASOS[nombre] ?? []) {
      const { status, json, headers, texto } = await llamarRuta(ruta, await caso(tienda));
      expect([status, status === ruta.estado ? '' : texto]).toEqual([ruta.estado, '']);
      if (!esJson(ruta.salida)) {
        expect(headers.get('content-type')).toContain(ruta.salida.tipo);
        continue;
      }
      expect(headers.get('content-type')).toContain('application/json');
      expect(ruta.salida.safeParse(json).error).toBeUndefined();
      const { esquema, modelos } = esquemaDeSalida(ruta.salida);
      anotar(esquema, json, modelos);
    }
  });
});

/** What no act of the shop shows yet: people are not edited, jobs do not fail, and only custom roles go undescribed or import without seeing costs. */
const SIN_ACTO = [
  'Usuario.id_user_update',
  'Persona.id_user_update',
  'MovimientoCaja.id_user_update',
  'TraspasoCaja.id_user_update',
  'Importacion.falla',
  'Role.descripcion null',
  'PorDeshacer.valor null',
  'DetalleVenta.id_user_update',
];
/** Registered before reasons existed. */
const DE_ANTES = ['MovimientoCaja.id_motivo null', 'MovimientoCaja.motivo_de_lista null'];
/** Rows that a migration wrote have no author. */
const SIN_AUTOR = /\.id_user_create null$/;

describe('the answers together', () => {
  it('showed every field with a value, and every one that may be null without: no type was taken on trust', () => {
    const modelos: Record<string, Esquema> = {};
    for (const { salida } of rutas) if (esJson(salida)) Object.assign(modelos, esquemaDeSalida(salida).modelos);
    const faltan = Object.entries(modelos).flatMap(([modelo, esquema]) =>
      Object.entries((esquema.properties ?? {}) as Record<string, Esquema>).flatMap(([campo, deCampo]) => {
        const tipos = visto.get(`${modelo}.${campo}`);
        const puedeSerNulo = JSON.stringify(deCampo.anyOf ?? deCampo.type ?? '').includes('"null"');
        return [
          tipos?.has('valor') ? [] : [`${modelo}.${campo}`],
          puedeSerNulo && !tipos?.has('null') ? [`${modelo}.${campo} null`] : [],
        ].flat();
      }),
    );
    expect(faltan.filter((f) => ![...SIN_ACTO, ...DE_ANTES].includes(f) && !SIN_AUTOR.test(f))).toEqual([]);
  });
});

/** Goes down an answer beside its schema and notes which fields came with a value. */
function anotar(
  esquema: Esquema,
  valor: unknown,
  modelos: Record<string, Esquema>,
  modelo: string | null = null,
): void {
  if (valor === null || valor === undefined) return;
  if (typeof esquema.$ref === 'string') {
    const nombre = esquema.$ref.split('/').at(-1) ?? '';
    anotar(modelos[nombre] ?? {}, valor, modelos, nombre);
    return;
  }
  for (const una of (esquema.anyOf ?? []) as Esquema[]) anotar(una, valor, modelos, modelo);
  if (Array.isArray(valor)) {
    for (const uno of valor) anotar((esquema.items ?? {}) as Esquema, uno, modelos);
    return;
  }
  for (const [campo, deCampo] of Object.entries((esquema.properties ?? {}) as Record<string, Esquema>)) {
    const dentro = (valor as Record<string, unknown>)[campo];
    const clave = `${modelo}.${campo}`;
    visto.set(clave, (visto.get(clave) ?? new Set()).add(dentro === null || dentro === undefined ? 'null' : 'valor'));
    anotar(deCampo, dentro, modelos);
  }
}
