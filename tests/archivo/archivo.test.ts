import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { almacen } from '@/lib/archivo/almacen';
import { limpiarArchivos } from '@/lib/archivo/limpiar';
import { servirArchivo } from '@/lib/archivo/servir';
import { guardarImagen } from '@/lib/archivo/subir';
import { usarArchivo } from '@/lib/archivo/usar';
import type { Context } from '@/lib/context';
import { env } from '@/lib/env';
import { AHORA, ctxDe, nuevaPersona, nuevaSucursal } from '../harness/factories';

let ctx: Context;
let otra: Context;
beforeAll(async () => {
  const idSucursal = await nuevaSucursal();
  ctx = ctxDe(await nuevaPersona('Operador', idSucursal));
  otra = ctxDe(await nuevaPersona('Operador', idSucursal));
});

const foto = (ancho: number, alto: number) =>
  sharp({ create: { width: ancho, height: alto, channels: 3, background: '#a3123a' } });
const claveDe = async (id: number) =>
  (await sqlClient()<{ clave: string }[]>`select clave from archivo where id = ${id}`)[0]?.clave ?? '';
const usar = (quien: Context, id: number) =>
  withTransaction({}, (tx) => usarArchivo(tx, quien, id, { tipo: 'prueba', id: 1 }));

describe('an uploaded image', () => {
  test('is made ours: upright, within the side asked for, WebP, and without the place where it was taken', async () => {
    const subida = await foto(3000, 1000)
      .jpeg()
      .withExif({ IFD0: { Software: 'secreto' }, IFD3: { GPSLatitudeRef: 'S' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { id, ancho, alto } = await guardarImagen(ctx, subida, { lado: 900 });
    expect({ ancho, alto }).toEqual({ ancho: 300, alto: 900 });
    await usar(ctx, id);
    const res = await servirArchivo(id);
    const bytes = Buffer.from(await res.arrayBuffer());
    const leida = await sharp(bytes).metadata();
    expect(leida).toMatchObject({ format: 'webp', width: 300, height: 900 });
    expect([leida.exif, leida.orientation]).toEqual([undefined, undefined]);
    expect(bytes.includes('secreto')).toBe(false);
    expect(Object.fromEntries(res.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': expect.stringContaining('private'),
    });
  });

  test.each([
    ['a page', () => Buffer.from('<html><script>alert(1)</script></html>')],
    [
      'a drawing with scripts',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'),
    ],
    ['a name of a photo with nothing behind', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['half a photo', async () => (await foto(800, 800).png().toBuffer()).subarray(0, 900)],
    ['nothing', () => Buffer.alloc(0)],
  ])('%s is not one, whatever it is called, and leaves nothing behind', async (_, hacer) => {
    const antes = await sqlClient()`select 1 from archivo`;
    await expect(guardarImagen(ctx, await hacer(), { lado: 900 })).rejects.toMatchObject({
      status: 400,
      code: 'validacion',
    });
    expect(await sqlClient()`select 1 from archivo`).toHaveLength(antes.length);
  });

  test('belongs to one document, and only whoever uploaded it gives it', async () => {
    const { id } = await guardarImagen(ctx, await foto(10, 10).webp().toBuffer(), { lado: 900 });
    await expect(servirArchivo(id)).rejects.toMatchObject({ status: 404 });
    await expect(usar(otra, id)).rejects.toMatchObject({ code: 'archivo_no_disponible' });
    const dos = await Promise.allSettled([usar(ctx, id), usar(ctx, id)]);
    expect(dos.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('that nobody used is erased after a day with its bytes; what was used stays', async () => {
    const subida = await foto(10, 10).png().toBuffer();
    const usada = await guardarImagen(ctx, subida, { lado: 900 });
    const olvidada = await guardarImagen(ctx, subida, { lado: 900 });
    await usar(ctx, usada.id);
    const clave = await claveDe(olvidada.id);
    expect(await limpiarArchivos(new Date(AHORA.getTime() + 86_000_000))).toBe(0);
    expect(await limpiarArchivos(new Date(AHORA.getTime() + 86_500_000))).toBe(1);
    expect(existsSync(path.join(env().ARCHIVOS_DIR, clave))).toBe(false);
    expect((await servirArchivo(usada.id)).status).toBe(200);
  });
});

test('the store takes only names of ours, and nothing half written is left in it', async () => {
  for (const clave of ['../secreto', '2026-11/../../x.webp', '/etc/passwd', '2026-11/x.webp']) {
    await expect(almacen().guardar(clave, Buffer.from('x'))).rejects.toThrow('name of ours');
  }
  const mes = path.join(env().ARCHIVOS_DIR, '2026-11');
  expect(readdirSync(mes).filter((nombre) => !nombre.endsWith('.webp'))).toEqual([]);
});
