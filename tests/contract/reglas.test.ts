import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { partesDe } from '@/lib/api/operacion';
import { parametrosDe, type Ruta } from '@/lib/api/ruta';
import { RUTAS } from '@/lib/api/rutas';
import { ROLES_DE_FABRICA } from '@/lib/auth/permisos';
import type { Actor } from '@/lib/context';
import { closeStreams } from '@/lib/realtime/process-hub';
import { tokenDe } from '@/tests/auth/llamar';
import { nuevaPersona } from '@/tests/harness/factories';
import { filasDeCsv, filasDeXlsx } from './archivos';
import { CASOS } from './casos';
import { llamarRuta, nombreDe, type Pedido } from './servidas';
import { abrirTienda, type Tienda, vender } from './tienda';

let tienda: Tienda;
const actores: Actor[] = [];

beforeAll(async () => {
  tienda = await abrirTienda();
  for (const { nombre } of ROLES_DE_FABRICA) actores.push(await nuevaPersona(nombre, tienda.idSucursal));
  for (let i = 0; i < 3; i++) await vender(tienda);
});
afterAll(closeStreams);

const con = (que: (r: Ruta) => boolean) => RUTAS.filter(que).map((ruta) => ({ nombre: nombreDe(ruta), ruta }));
const primerCaso = async (ruta: Ruta): Promise<Pedido> => (await CASOS[nombreDe(ruta)]?.[0]?.(tienda)) ?? {};

/** A 403 may also say that a PIN or a password is not the right one. */
const codigoDe = (json: unknown) => (json as { code?: string } | null)?.code;

describe.each(con((r) => r.publica === false))('$nombre', ({ ruta }) => {
  it('opens to the rights it says and to no others', async () => {
    const token = async (actor: Actor) => ({ token: await tokenDe(actor), datos: ruta.ejemplo.pedido });
    for (const actor of actores) {
      const debe = ruta.permisos.length === 0 || ruta.permisos.some((p) => actor.permisos.has(p));
      const pedido = await token(actor);
      // of a superior it says who types the PIN, and nobody approves what they ask for
      const suyo = 'id_usuario' in pedido.datos && ruta.camino !== '/aprobaciones/{id}/pin';
      const propio = suyo ? { ...pedido.datos, id_usuario: actor.idUsuario } : pedido.datos;
      const { status, json } = await llamarRuta(ruta, { ...pedido, datos: propio });
      if (!debe)
        expect([actor.rol, status, json]).toEqual([actor.rol, 403, expect.objectContaining({ code: 'sin_permiso' })]);
      else if (ruta.camino !== '/eventos/pusher-auth')
        expect([actor.rol, status, codigoDe(json)]).not.toEqual([actor.rol, 403, 'sin_permiso']);
    }
  });
});

describe.each(con((r) => r.idempotente))('$nombre with a key', ({ ruta }) => {
  it('answers the first answer again, with 200 and its header; another body under the key is 409', async () => {
    const pedido = await primerCaso(ruta);
    const headers = { 'idempotency-key': randomUUID() };
    const primera = await llamarRuta(ruta, { ...pedido, headers });
    expect([primera.status, primera.headers.get('idempotent-replayed')]).toEqual([ruta.estado, null]);
    const segunda = await llamarRuta(ruta, { ...pedido, headers });
    expect([segunda.status, segunda.headers.get('idempotent-replayed'), segunda.json]).toEqual([
      200,
      'true',
      primera.json,
    ]);
    const otra = await llamarRuta(ruta, { ...(await otroCuerpo(ruta)), headers });
    expect([otra.status, otra.json]).toEqual([409, expect.objectContaining({ code: 'clave_reutilizada' })]);
    expect((await llamarRuta(ruta, { ...pedido, headers: { 'idempotency-key': 'no' } })).status).toBe(400);
  });
});

/** The same act on another thing: its own case again makes one, but where there is only a shop's worth of it. */
async function otroCuerpo(ruta: Ruta): Promise<Pedido> {
  const pedido = await primerCaso(ruta);
  return ['/cajas/movimiento', '/cajas/traspaso', '/ventas'].includes(ruta.camino)
    ? { ...pedido, datos: { ...pedido.datos, id_sesion_caja: 999_999 } }
    : pedido;
}

/** What a case puts in the path. */
const delCamino = (ruta: Ruta, datos: Record<string, unknown> = {}) =>
  Object.fromEntries(parametrosDe(ruta.camino).map((nombre) => [nombre, datos[nombre]]));

describe.each(con((r) => r.lista !== null))('$nombre', ({ ruta }) => {
  it('pages by cursor through exactly what it gives without a limit', async () => {
    const { token, datos } = await primerCaso(ruta);
    const base = delCamino(ruta, datos);
    const todas = await llamarRuta(ruta, { token: token ?? null, datos: base });
    const esperadas = z.array(z.unknown()).parse(todas.json);
    expect(esperadas.length).toBeGreaterThan(1);
    const paginas: unknown[] = [];
    let cursor: string | null = null;
    for (let i = 0; i < 50; i++) {
      const datos: Record<string, unknown> = { ...base, limite: 1, ...(cursor ? { cursor } : {}) };
      const pagina = await llamarRuta(ruta, { token: token ?? null, datos });
      expect(pagina.json).toHaveLength(1);
      if (i === 0 && ruta.lista?.total) expect(pagina.headers.get('x-total-count')).toBe(String(esperadas.length));
      paginas.push(...z.array(z.unknown()).parse(pagina.json));
      cursor = pagina.headers.get('x-next-cursor');
      if (!cursor) break;
    }
    expect(paginas).toEqual(esperadas);
  });

  it('takes limits from 1 to 1000, empty filters as none, and days', async () => {
    const { token = null, datos } = await primerCaso(ruta);
    const base = delCamino(ruta, datos);
    const pedir = async (mas: object) => (await llamarRuta(ruta, { token, datos: { ...base, ...mas } })).status;
    expect(await pedir({ limite: 1000 })).toBe(200);
    for (const limite of [0, 1001, 1.5, 'diez', -1]) expect([limite, await pedir({ limite })]).toEqual([limite, 400]);
    expect(await pedir({ limite: '', cursor: '' })).toBe(200);
    for (const cursor of ['no', 'W10', 'bnVsbA', '[1]'])
      expect([cursor, await pedir({ cursor })]).toEqual([cursor, 400]);
    if (!('desde' in partesDe(ruta).query.properties)) return;
    expect(await pedir({ desde: '2026-11-01', hasta: '2026-11-30', buscar: '' })).toBe(200);
    const deAntes = await llamarRuta(ruta, { token, datos: { ...base, hasta: '1999-12-31' } });
    expect(deAntes.json).toEqual([]);
    for (const desde of ['2200-01-01', '0000-01-01', '2026-02-30', '20-11-2026', 'hoy'])
      expect([desde, await pedir({ desde })]).toEqual([desde, 400]);
  });
});

/** How many rows a list has: it is an array, one in the wrapper of people, or the figures of the goods with those of the libro. */
const filasDe = (json: unknown): number => {
  if (Array.isArray(json)) return json.length;
  const { data, filas = [], sucursales = [] } = json as Record<'data' | 'filas' | 'sucursales', unknown[] | undefined>;
  return data ? data.length : filas.length + sucursales.length;
};

describe.each(con((r) => r.exporta))('$nombre as a file', ({ ruta }) => {
  it('has a row for each of the list, for who may see it and nobody else, and names a bad request', async () => {
    const { token = null, datos = {} } = await primerCaso(ruta);
    const { limite: _, ...filtro } = datos;
    const pagina = 'limite' in partesDe(ruta).query.properties ? { limite: 1000 } : {};
    for (const [formato, leer] of [
      ['csv', filasDeCsv],
      ['xlsx', filasDeXlsx],
    ] as const) {
      const lista = await llamarRuta(ruta, { token, datos: { ...filtro, ...pagina } });
      expect([lista.status, lista.headers.get('x-next-cursor')]).toEqual([200, null]);
      const archivo = await llamarRuta(ruta, { token, datos: { ...filtro, formato } });
      expect([archivo.status, archivo.headers.get('content-disposition')]).toEqual([
        200,
        expect.stringMatching(new RegExp(`^attachment; filename="[a-z0-9-]+-20\\d\\d-\\d\\d-\\d\\d\\.${formato}"$`)),
      ]);
      const filas = await leer(archivo.bytes);
      expect([formato, filas.length]).toEqual([formato, filasDe(lista.json)]);
      expect(Object.keys(filas[0] ?? {}).length).toBeGreaterThan(3);
    }
    const malo = await llamarRuta(ruta, { token, datos: { ...filtro, formato: 'pdf' } });
    expect([malo.status, JSON.stringify(malo.json)]).toEqual([
      400,
      expect.stringContaining('El formato es csv o xlsx.'),
    ]);
    const otro = await llamarRuta(ruta, { token, datos: { ...filtro, formato: 'csv', inventada: 1 } });
    expect([otro.status, JSON.stringify(otro.json)]).toEqual([400, expect.stringContaining('inventada')]);
    for (const actor of actores) {
      if (ruta.permisos.length === 0 || ruta.permisos.some((p) => actor.permisos.has(p))) continue;
      const ajeno = await llamarRuta(ruta, { token: await tokenDe(actor), datos: { ...filtro, formato: 'xlsx' } });
      expect([actor.rol, ajeno.status, codigoDe(ajeno.json)]).toEqual([actor.rol, 403, 'sin_permiso']);
    }
  });
});
