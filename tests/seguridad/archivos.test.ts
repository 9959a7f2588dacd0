import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RUTAS } from '@/lib/api/rutas';
import { closeStreams } from '@/lib/realtime/process-hub';
import { huellaDeLaBase } from '@/tests/contract/intacta';
import { llamarRuta, nombreDe } from '@/tests/contract/servidas';
import { abrirTienda, type Tienda } from '@/tests/contract/tienda';

/** Files that are not what they say, on every route that takes one. */
let tienda: Tienda;
beforeAll(async () => {
  tienda = await abrirTienda();
});
afterAll(closeStreams);

const bytes = (...valores: number[]) => Uint8Array.from(valores);
const texto = (t: string) => new TextEncoder().encode(t);
const junto = (...partes: Uint8Array[]) => Uint8Array.from(Buffer.concat(partes));

/** Ten megabytes of zeros in ten kilobytes, as the body of a zip. */
const BOMBA = junto(texto('PK\u0003\u0004'), bytes(20, 0, 0, 0, 8, 0), deflateRawSync(Buffer.alloc(10 * 1_048_576)));

const DISFRAZADOS: readonly (readonly [que: string, nombre: string, tipo: string, contenido: Uint8Array])[] = [
  [
    'a program called CSV',
    'productos.csv',
    'text/csv',
    junto(texto('MZ'), bytes(0x90, 0, 3, 0, 0, 0, 4, 0), texto('This program')),
  ],
  ['an ELF called CSV', 'productos.csv', 'text/csv', junto(bytes(0x7f), texto('ELF'), bytes(2, 1, 1, 0, 0, 0))],
  ['a zip that grows a thousand times', 'productos.csv', 'text/csv', BOMBA],
  ['a workbook called CSV', 'productos.csv', 'text/csv', texto('PK\u0003\u0004xl/workbook.xml')],
  ['a page called CSV', 'productos.csv', 'text/csv', texto('<!doctype html><script>alert(1)</script>')],
  [
    'a drawing with a script',
    'logo.svg',
    'image/svg+xml',
    texto('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  ],
  ['a PDF called CSV', 'productos.csv', 'text/csv', junto(texto('%PDF-1.7\n'), bytes(0, 1, 2, 3))],
  [
    'an image called CSV',
    'productos.csv',
    'text/csv',
    bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
  ],
  ['nothing', 'productos.csv', 'text/csv', bytes()],
  ['zeros', 'productos.csv', 'text/csv', new Uint8Array(4096)],
  ['bytes that are no text in any way', 'productos.csv', 'text/csv', bytes(0xff, 0xfe, 0xfd, 0x00, 0xd8)],
  ['one line of a million commas', 'productos.csv', 'text/csv', texto(','.repeat(1_000_000))],
  ['quotes that never close', 'productos.csv', 'text/csv', texto(`nombre,categoria,precio\n"${'a'.repeat(100_000)}`)],
];

const suben = RUTAS.filter((r) => r.cuerpo === 'archivo').map((ruta) => ({ nombre: nombreDe(ruta), ruta }));

describe.each(suben)('$nombre', ({ ruta }) => {
  const mandar = (nombre: string, tipo: string, contenido: Uint8Array, campo = 'archivo') => {
    const form = new FormData();
    for (const [clave, valor] of Object.entries(ruta.ejemplo.pedido)) {
      if (typeof valor === 'string' && clave !== 'nombre') form.set(clave, valor);
    }
    form.set(campo, new File([new Uint8Array(contenido)], nombre, { type: tipo }));
    return llamarRuta(ruta, { token: tienda.tokenJefe, cuerpo: form });
  };
  // Of WhatsApp the field has the name of the contract.
  const campo = 'file' in ruta.ejemplo.pedido ? 'file' : 'archivo';
  const esCsv = campo === 'archivo';

  it.each(DISFRAZADOS)(
    '%s: refused with a sentence, or kept as text; never a fault',
    async (_que, nombre, tipo, contenido) => {
      const respuesta = await mandar(nombre, tipo, contenido, campo);
      expect([respuesta.status < 500, respuesta.texto.slice(0, 300)]).toEqual([true, expect.anything()]);
      if (respuesta.status >= 400) expect(JSON.parse(respuesta.texto)).toMatchObject({ code: expect.any(String) });
    },
  );

  it('a file without the columns, or that is no text, leaves nothing behind', async () => {
    if (!esCsv) return;
    const antes = await huellaDeLaBase();
    for (const [que, nombre, tipo, contenido] of DISFRAZADOS.slice(0, 8)) {
      expect([que, (await mandar(nombre, tipo, contenido)).status]).toEqual([que, 400]);
    }
    expect(await huellaDeLaBase()).toEqual(antes);
  });

  it('a file over the limit is refused while it arrives', async () => {
    const antes = await huellaDeLaBase();
    const { status } = await mandar('grande.csv', 'text/csv', new Uint8Array(ruta.limiteBytes + 1).fill(97), campo);
    expect(status).toBe(413);
    expect(await huellaDeLaBase()).toEqual(antes);
  });

  it.each([
    '../../../etc/passwd',
    '..\\..\\windows\\system32\\x.csv',
    '/etc/passwd',
    'a\u0000.csv',
    'a\r\nX-Malo: 1.csv',
    `${'n'.repeat(5_000)}.csv`,
    '"><script>alert(1)</script>.csv',
  ])('a name is only a name: %j', async (nombre) => {
    const respuesta = await mandar(nombre, 'text/csv', texto('nombre,categoria,precio\nLeche,Lácteos,7.5\n'), campo);
    expect(respuesta.status).toBeLessThan(500);
    expect(respuesta.headers.get('x-malo')).toBeNull();
    if (respuesta.status < 300 && esCsv) {
      const { archivo } = JSON.parse(respuesta.texto) as { archivo: string };
      expect(archivo.length).toBeLessThanOrEqual(200);
      expect(archivo).not.toMatch(/\p{Cc}/u);
    }
  });
});

it('there are uploads to try', () => expect(suben.length).toBeGreaterThan(0));
