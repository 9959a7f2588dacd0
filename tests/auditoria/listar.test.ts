import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { auditoriaExportable, movimientosExportables } from '@/lib/auditoria/exportar';
import { listarInventario } from '@/lib/auditoria/inventario';
import { leerAuditoria, listarAuditoria } from '@/lib/auditoria/queries';
import { editarCaja } from '@/lib/caja/editar';
import type { Context } from '@/lib/context';
import { crearProducto } from '@/lib/producto/crear';
import { editarProducto } from '@/lib/producto/editar';
import type { ProductoDto } from '@/lib/producto/schemas';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import type { VentaDto } from '@/lib/venta/schemas';
import {
  AHORA,
  ctxDe,
  linea,
  nuevaCategoria,
  nuevaPersona,
  nuevaSucursal,
  nuevoProducto,
  nuevoTurno,
  type Turno,
} from '../harness/factories';
import { personaCon, ultimoActo } from './fixtures';

let admin: Context;
let duenio: Context;
let vecino: Context;
let turno: Turno;
let producto: ProductoDto;
let venta: VentaDto;
let idSucursal: number;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  const otra = await nuevaSucursal();
  turno = await nuevoTurno(idSucursal, { saldo: 200 });
  producto = await nuevoProducto(idSucursal, { precio: 7.5 });
  admin = ctxDe(await nuevaPersona('Administrador', idSucursal), {
    ip: '192.168.1.20',
    dispositivo: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36',
  });
  duenio = ctxDe(await nuevaPersona('Propietario', otra));
  vecino = ctxDe(await nuevaPersona('Administrador', otra));
  venta = await cobrarVenta(ctxDe(turno.cajero), {
    metodo_pago: 'EFECTIVO',
    id_sesion_caja: turno.idSesion,
    detalles: [linea(producto, 2)],
  });
  await anularVenta(ctxDe(turno.cajero), { id: venta.id, motivo_edicion: 'El cliente se arrepintió' });
  await editarProducto(admin, { id: producto.id, precio_venta: 8 });
  await editarCaja(admin, { id: turno.idCaja, nombre: 'Caja del fondo' });
});

const frases = async (ctx: Context, q: object) => (await listarAuditoria(ctx, q)).items.map((f) => f.frase);
const folio = () => `${venta.serie}-${venta.numero}`;

describe('listarAuditoria', () => {
  it('says in words who did what, newest first', async () => {
    const [primera, segunda] = (await listarAuditoria(admin, {})).items;
    expect(primera).toMatchObject({
      frase: 'editó la caja Caja del fondo',
      usuario: admin.actor.nombre,
      ip: '192.168.1.20',
      dispositivo: 'Chrome en Windows',
      request_id: admin.requestId,
      id_sucursal: idSucursal,
    });
    expect(segunda?.frase).toBe(`editó el producto ${producto.nombre}`);
    expect(await frases(admin, { accion: 'venta.' })).toEqual([
      `anuló el ticket ${folio()}`,
      `cobró el ticket ${folio()}`,
    ]);
  });

  it('is filtered by person, act, thing, address and day', async () => {
    expect(await frases(admin, { usuario: turno.cajero.idUsuario, accion: 'venta.anular' })).toEqual([
      `anuló el ticket ${folio()}`,
    ]);
    expect(await frases(admin, { entidad: 'producto', id_entidad: String(producto.id) })).toHaveLength(2);
    expect(await frases(admin, { ip: '192.168.1.20' })).toHaveLength(2);
    expect(await frases(admin, { hasta: '2026-11-19' })).toEqual([]);
    expect((await frases(admin, { desde: '2026-11-20', hasta: '2026-11-20' })).length).toBeGreaterThan(5);
    expect(await frases(admin, { usuario: 0, accion: 'caja.crear' })).toHaveLength(1);
  });

  it('finds a text of what was written, a ticket and a request', async () => {
    expect(await frases(admin, { buscar: 'arrepintió' })).toEqual([`anuló el ticket ${folio()}`]);
    expect(await frases(admin, { buscar: folio().toLowerCase() })).toHaveLength(2);
    expect(await frases(admin, { buscar: admin.requestId })).toHaveLength(2);
    expect(await frases(admin, { buscar: '100%' })).toEqual([]);
  });

  it('looks for a text in a bounded range, and says so', async () => {
    const mas = { buscar: 'x', desde: '2026-01-01', hasta: '2026-11-20' };
    await expect(listarAuditoria(admin, mas)).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('92'),
    });
    const { desde: _, ...sinDesde } = mas;
    await expect(listarAuditoria(admin, sinDesde)).resolves.toBeDefined();
  });

  it('pages by cursor without losing or repeating an act, among many of the same instant', async () => {
    const todas = (await listarAuditoria(admin, { limite: 1000 })).items.map((f) => f.id);
    const seguidas: number[] = [];
    let cursor: string | null | undefined;
    do {
      const pagina = await listarAuditoria(admin, { limite: 2, ...(cursor ? { cursor } : {}) });
      seguidas.push(...pagina.items.map((f) => f.id));
      cursor = pagina.meta.nextCursor;
    } while (cursor);
    expect(seguidas).toEqual(todas);
    expect(new Set(seguidas).size).toBe(todas.length);
  });

  it.each([
    'basura',
    'WzFd',
    Buffer.from('[1,2,3]').toString('base64url'),
    Buffer.from('["1","2"]').toString('base64url'),
  ])('refuses a cursor of another list: %s', async (cursor) => {
    await expect(listarAuditoria(admin, { cursor })).rejects.toMatchObject({ status: 400 });
  });

  it('is for who may see it, and of their own branch', async () => {
    await expect(listarAuditoria(ctxDe(turno.cajero), {})).rejects.toMatchObject({ status: 403 });
    expect((await listarAuditoria(vecino, {})).items.filter((f) => f.id_sucursal === idSucursal)).toEqual([]);
    await expect(listarAuditoria(vecino, { sucursal: idSucursal })).rejects.toMatchObject({ status: 403 });
    await expect(listarAuditoria(vecino, { sucursal: 'todas' })).rejects.toMatchObject({ status: 403 });
    expect(await frases(duenio, { sucursal: idSucursal, accion: 'venta.anular' })).toHaveLength(1);
    expect((await listarAuditoria(duenio, { sucursal: 'todas' })).items.some((f) => f.id_sucursal === idSucursal)).toBe(
      true,
    );
  });
});

describe('leerAuditoria', () => {
  it('shows what changed field by field, in words, with amounts in bolivianos', async () => {
    const acto = await leerAuditoria(admin, { id: await ultimoActo('producto.editar') });
    expect(acto.cambios).toEqual([
      { campo: 'Precio de venta', antes: 'Bs\u00a07,50', despues: 'Bs\u00a08,00', enlace: null },
    ]);
    expect(acto.enlace).toBe(`/productos/${producto.id}`);
  });

  it('names the rows behind ids, and leads to them', async () => {
    const acto = await leerAuditoria(admin, { id: await ultimoActo('caja.abrir') });
    expect(acto.cambios).toContainEqual(
      expect.objectContaining({
        campo: 'Persona',
        despues: turno.cajero.nombre,
        enlace: `/usuarios/${turno.cajero.idUsuario}`,
      }),
    );
  });

  it('is of one’s own branch: another’s is not there', async () => {
    const id = await ultimoActo('producto.editar');
    await expect(leerAuditoria(vecino, { id })).rejects.toMatchObject({ status: 404 });
    await expect(leerAuditoria(ctxDe(turno.cajero), { id })).rejects.toMatchObject({ status: 403 });
    await expect(leerAuditoria(duenio, { id })).resolves.toMatchObject({ id });
    await expect(leerAuditoria(admin, { id: Number.MAX_SAFE_INTEGER })).rejects.toMatchObject({ status: 404 });
  });

  it('keeps costs and what a drawer should hold from who may see the trail and not those', async () => {
    const miron = ctxDe(await personaCon(['auditoria:ver'], idSucursal));
    const [editado, abierta] = [await ultimoActo('producto.editar'), await ultimoActo('caja.abrir')];
    expect(JSON.stringify(await leerAuditoria(admin, { id: editado }))).toContain('costo');
    expect(JSON.stringify(await leerAuditoria(miron, { id: editado }))).not.toContain('costo');
    expect(JSON.stringify((await leerAuditoria(admin, { id: abierta })).antes)).toContain('saldo');
    expect(JSON.stringify(await leerAuditoria(miron, { id: abierta }))).not.toContain('saldo');
    expect((await listarInventario(miron, {})).items.every((m) => m.valor === null)).toBe(true);
  });
});

describe('listarInventario', () => {
  it('follows the goods: what moved, by which document, who, and at what cost', async () => {
    const { items } = await listarInventario(admin, { id_producto: producto.id });
    expect(items.map((m) => [m.documento, m.cantidad, m.valor, m.usuario])).toEqual([
      [`Anulación de la venta ${folio()}`, 2, 12, turno.cajero.nombre],
      [`Venta ${folio()}`, -2, -12, turno.cajero.nombre],
      ['Stock inicial', 100, 600, 'Sistema'],
    ]);
    expect(items[0]?.enlace).toBe(`/ventas/${venta.id}`);
  });

  it('is filtered, paged and of one’s own branch', async () => {
    expect((await listarInventario(admin, { tipo: 'VENTA' })).items).toHaveLength(1);
    expect((await listarInventario(admin, { usuario: turno.cajero.idUsuario })).items).toHaveLength(2);
    expect((await listarInventario(admin, { buscar: producto.nombre.slice(0, 8) })).items).toHaveLength(3);
    expect((await listarInventario(admin, { hasta: '2026-11-19' })).items).toEqual([]);
    const primera = await listarInventario(admin, { limite: 2 });
    const segunda = await listarInventario(admin, { limite: 2, cursor: primera.meta.nextCursor });
    expect([...primera.items, ...segunda.items]).toHaveLength(3);
    expect((await listarInventario(vecino, {})).items).toEqual([]);
    expect((await listarInventario(duenio, {})).items.length).toBe(3);
  });
});

describe('the file', () => {
  const leer = async (respuesta: unknown) => {
    expect(respuesta).toBeInstanceOf(Response);
    const res = respuesta as Response;
    // Not `text()`, which would drop the mark that tells Excel it is UTF-8.
    const texto = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await res.arrayBuffer());
    expect(texto.startsWith('\uFEFF')).toBe(true);
    return {
      headers: res.headers,
      filas: parse(texto.slice(1), { delimiter: ';', columns: true }) as Record<string, string>[],
    };
  };

  it('has everything that is filtered, and who took it away is in the trail', async () => {
    const cuantas = (await listarAuditoria(admin, { accion: 'venta.' })).items.length;
    const { headers, filas } = await leer(await auditoriaExportable(admin, { formato: 'csv', accion: 'venta.' }));
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="auditoria-2026-11-20.csv"');
    expect(filas).toHaveLength(cuantas);
    expect(filas[0]).toMatchObject({ 'Qué hizo': `anuló el ticket ${folio()}`, Fecha: '20/11/2026 10:00' });
    const acto = await leerAuditoria(admin, { id: await ultimoActo('lista.exportar') });
    expect(acto).toMatchObject({
      usuario: admin.actor.nombre,
      frase: 'exportó la lista de auditoría',
      despues: { archivo: 'csv', accion: 'venta.' },
    });
  });

  it('streams more rows than fit in a page, each once', async () => {
    const filas = Array.from({ length: 1203 }, (_, i) => i);
    await sqlClient()`
      insert into auditoria (fecha, id_usuario, id_sucursal, accion, entidad, id_entidad)
      select ${AHORA.toISOString()}::timestamptz - interval '3 days', 0, ${idSucursal}, 'prueba.masiva', 'prueba', x::text
      from unnest(${filas}::int[]) x`;
    const leidas = (await leer(await auditoriaExportable(admin, { formato: 'csv', accion: 'prueba.masiva' }))).filas;
    expect(leidas.map((f) => Number(f.Cuál)).sort((a, b) => a - b)).toEqual(filas);
  });

  it('never gives a spreadsheet a formula', async () => {
    const nombre = '=HYPERLINK("http://malo";"ver")';
    const raro = await crearProducto(admin, {
      nombre,
      precio_venta: 1,
      costo_compra: 1,
      stock_actual: 1,
      id_categoria: await nuevaCategoria(),
    });
    const { filas } = await leer(await movimientosExportables(admin, { formato: 'csv', id_producto: String(raro.id) }));
    expect(filas.map((f) => f.Producto)).toEqual([`'${nombre}`]);
  });

  it('refuses before it begins', async () => {
    await expect(auditoriaExportable(ctxDe(turno.cajero), { formato: 'csv' })).rejects.toMatchObject({ status: 403 });
    await expect(auditoriaExportable(admin, { formato: 'xls' })).rejects.toBeDefined();
  });
});
