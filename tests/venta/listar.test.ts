import { beforeAll, describe, expect, it } from 'vitest';
import { listOrStream } from '@/lib/action/stream-list';
import type { Context } from '@/lib/context';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { leerVenta, listarVentas, resumenVentas } from '@/lib/venta/queries';
import type { VentaDto } from '@/lib/venta/schemas';
import { ctxDe, linea, nuevaPersona, nuevaSucursal, nuevoProducto, nuevoTurno } from '../harness/factories';

let ctx: Context;
let ajeno: Context;
let ventas: VentaDto[];

/** 19:59 and 20:01 UTC−4 of the 19th and 00:30 of the 20th: the UTC day changes at 20:00, the shop's does not. */
const INSTANTES = ['2026-11-19T23:59:00Z', '2026-11-20T00:01:00Z', '2026-11-20T04:30:00Z'];

beforeAll(async () => {
  const idSucursal = await nuevaSucursal();
  const ahora = new Date(INSTANTES[0] ?? 0);
  const turno = await nuevoTurno(idSucursal, { ahora });
  const producto = await nuevoProducto(idSucursal, { precio: 10 });
  const metodos = ['EFECTIVO', 'QR', 'TRANSFERENCIA'] as const;
  ventas = [];
  for (const [i, instante] of INSTANTES.entries()) {
    const pedido = { id_sesion_caja: turno.idSesion, metodo_pago: metodos[i], detalles: [linea(producto, i + 1)] };
    ventas.push(await cobrarVenta(ctxDe(turno.cajero, { ahora: new Date(instante) }), pedido));
  }
  ctx = ctxDe(turno.cajero);
  ajeno = ctxDe(await nuevaPersona('Operador', await nuevaSucursal()));
});

const ids = async (q: object) => (await listarVentas(ctx, q)).items.map((v) => v.id);

describe('listarVentas', () => {
  it('cuts days at midnight of La Paz, newest first', async () => {
    const [a, b, c] = ventas.map((v) => v.id);
    expect(await ids({ desde: '2026-11-19', hasta: '2026-11-19' })).toEqual([b, a]);
    expect(await ids({ desde: '2026-11-20' })).toEqual([c]);
    expect(await ids({})).toEqual([c, b, a]);
  });

  it('finds by number, by series and number, by product and by method', async () => {
    const [primera] = ventas;
    expect(await ids({ buscar: String(primera?.numero) })).toEqual([primera?.id]);
    expect(await ids({ buscar: `${primera?.serie.toLowerCase()}-${primera?.numero}` })).toEqual([primera?.id]);
    expect(await ids({ buscar: 'producto' })).toHaveLength(3);
    expect(await ids({ buscar: '100%' })).toHaveLength(0);
    expect(await ids({ metodo_pago: 'QR' })).toEqual([ventas[1]?.id]);
  });

  it('pages by cursor without losing or repeating a ticket', async () => {
    const primera = await listarVentas(ctx, { limite: 2 });
    const segunda = await listarVentas(ctx, { limite: 2, cursor: primera.meta.nextCursor });
    expect([...primera.items, ...segunda.items].map((v) => v.id)).toEqual(ventas.map((v) => v.id).reverse());
    expect(segunda.meta.nextCursor).toBeNull();
    await expect(listarVentas(ctx, { cursor: 'basura' })).rejects.toMatchObject({ status: 400 });
  });

  it('shows nothing of another branch, in the list or one by one', async () => {
    expect((await listarVentas(ajeno, {})).items).toEqual([]);
    await expect(leerVenta(ajeno, { id: ventas[0]?.id })).rejects.toMatchObject({ status: 404 });
  });

  it('streams everything as one array when no limit is asked', async () => {
    const paged = listOrStream((c: Context, raw) => listarVentas(c, { ...raw, limite: 1 }));
    const respuesta = await paged(ctx, {});
    expect(respuesta).toBeInstanceOf(Response);
    const todas = (await (respuesta as Response).json()) as VentaDto[];
    expect(todas.map((v) => v.id)).toEqual(ventas.map((v) => v.id).reverse());
  });
});

describe('resumenVentas', () => {
  it('adds up what stands by method: a voided ticket is listed and not summed', async () => {
    const rango = { fechaInicio: '2026-11-19', fechaFin: '2026-11-20' };
    const antes = await resumenVentas(ctx, rango);
    expect(antes.totales).toEqual({
      totalVendido: 60,
      totalTransacciones: 3,
      desglose: { efectivo: 10, qr: 20, transferencia: 30, digitalTotal: 50 },
    });
    await anularVenta(ctx, { id: ventas[1]?.id, motivo_edicion: 'ticket equivocado' });
    const despues = await resumenVentas(ctx, rango);
    expect(despues.totales).toMatchObject({ totalVendido: 40, totalTransacciones: 2 });
    expect(despues.ventas).toHaveLength(3);
  });
});
