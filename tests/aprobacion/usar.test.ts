import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { aprobar } from '@/lib/aprobacion/aprobar';
import { cancelarAprobacion } from '@/lib/aprobacion/cancelar';
import { pedirAprobacion } from '@/lib/aprobacion/pedir';
import type { Context } from '@/lib/context';
import { leerVenta } from '@/lib/venta/queries';
import { contar, todoCuadra, todosJuntos } from '@/tests/concurrency/juntos';
import { ctxDe, linea, nuevoProducto, nuevoTurno } from '@/tests/harness/factories';
import {
  abrirMostrador,
  aprobada,
  auditadas,
  cobrar,
  estadoDe,
  luego,
  type Mostrador,
  rechazo,
  ticket,
  tickets,
} from './fixtures';

let m: Mostrador;
beforeEach(async () => {
  m = await abrirMostrador();
});

const conClave = (ctx: Context): Context => ({ ...ctx, clave: randomUUID() });

describe('an approved act', () => {
  it('is done by asking for it again, as it was, and the ticket keeps who let it and why', async () => {
    const ctx = conClave(m.cajera);
    const id = await aprobada(m, cobrar(ctx, ticket(m)));
    const venta = await cobrar(ctx, ticket(m));
    expect(venta).toMatchObject({ total: 7, descuento: 3 });
    expect(venta.aprobaciones).toEqual([
      {
        id,
        aprobador: m.admin.actor.nombre,
        motivo: 'Cliente de siempre',
        respuesta: 'Está bien',
        fecha: m.admin.ahora.toISOString(),
        via: 'PANTALLA',
        permisos: ['venta:descuento'],
      },
    ]);
    expect(await leerVenta(m.admin, { id: venta.id })).toEqual(venta);
    const [fila] = await sqlClient()`
      select estado, tipo_documento, id_documento, usada_en is not null as usada from aprobacion where id = ${id}`;
    expect(fila).toEqual({ estado: 'USADA', tipo_documento: 'venta', id_documento: venta.id, usada: true });
    expect(await auditadas('aprobacion.usar', id)).toBe(1);
    await todoCuadra();
  });

  it('is not done twice: its key answers the same sale, another key needs another approval', async () => {
    const ctx = conClave(m.cajera);
    await aprobada(m, cobrar(ctx, ticket(m)));
    const venta = await cobrar(ctx, ticket(m));
    expect(await cobrar(ctx, ticket(m))).toEqual(venta);
    await rechazo(cobrar(conClave(m.cajera), ticket(m)));
    await rechazo(cobrar(m.cajera, ticket(m)));
    expect(await tickets(m)).toBe(1);
  });

  it('without a key is also done once', async () => {
    await aprobada(m, cobrar(m.cajera, ticket(m)));
    await cobrar(m.cajera, ticket(m));
    await rechazo(cobrar(m.cajera, ticket(m)));
    expect(await tickets(m)).toBe(1);
  });

  it('asked for with a key is not done with another', async () => {
    await aprobada(m, cobrar(conClave(m.cajera), ticket(m)));
    await rechazo(cobrar(conClave(m.cajera), ticket(m)));
    await rechazo(cobrar(m.cajera, ticket(m)));
    expect(await tickets(m)).toBe(0);
  });

  it('is that amount, that product, that quantity and that payment: nothing else', async () => {
    const id = await aprobada(m, cobrar(m.cajera, ticket(m)));
    const otro = await nuevoProducto(m.idSucursal, { precio: 10, stock: 5 });
    const base = ticket(m);
    for (const detalles of [
      [linea(m.producto, 1, 3.1)],
      [linea(m.producto, 1, 2)],
      [linea(m.producto, 2, 6)],
      [linea(otro, 1, 3)],
      [linea(m.producto, 1, 3), linea(otro, 1)],
    ]) {
      await rechazo(cobrar(m.cajera, { ...base, detalles }));
    }
    await rechazo(cobrar(m.cajera, { ...base, metodo_pago: 'QR' }));
    expect([await estadoDe(id), await tickets(m)]).toEqual(['APROBADA', 0]);
    await cobrar(m.cajera, base);
    expect(await estadoDe(id)).toBe('USADA');
  });

  it('is of who asked: nobody else does it, in another caja or another branch neither', async () => {
    const id = await aprobada(m, cobrar(m.cajera, ticket(m)));
    const otra = await nuevoTurno(m.idSucursal);
    await rechazo(cobrar(ctxDe(otra.cajero), { ...ticket(m), id_sesion_caja: otra.idSesion }));
    const lejana = await abrirMostrador();
    await rechazo(cobrar(lejana.cajera, { ...ticket(lejana), detalles: [linea(lejana.producto, 1, 3)] }));
    expect(await estadoDe(id)).toBe('APROBADA');
  });

  it('is worth nothing five minutes later, nor once it was taken back', async () => {
    const tarde = await aprobada(m, cobrar(m.cajera, ticket(m)));
    await rechazo(cobrar(luego(m.cajera, 5), ticket(m)));
    expect(await estadoDe(tarde)).toBe('APROBADA');
    const otra = await aprobada(m, cobrar(m.cajera, ticket(m, 4)));
    await cancelarAprobacion(m.cajera, { id: otra });
    await rechazo(cobrar(m.cajera, ticket(m, 4)));
    expect(await tickets(m)).toBe(0);
  });

  it('that fails leaves its approval as it was', async () => {
    const raw = { ...ticket(m), detalles: [linea(m.producto, 400, 1200)] };
    const id = await aprobada(m, cobrar(m.cajera, raw));
    await expect(cobrarYFallar(raw)).rejects.toThrow('cut before the commit');
    expect([await estadoDe(id), await tickets(m)]).toEqual(['APROBADA', 0]);
    await cobrar(m.cajera, raw);
    expect(await estadoDe(id)).toBe('USADA');
  });

  /** The sale goes as far as its writes, and its transaction does not commit. */
  async function cobrarYFallar(raw: object): Promise<void> {
    await withTransaction({}, async (tx) => {
      const venta = await cobrar({ ...m.cajera, tx }, raw);
      expect(venta.aprobaciones).toHaveLength(1);
      throw new Error('cut before the commit');
    });
  }

  it('by twenty at once is one act', async () => {
    const id = await aprobada(m, cobrar(m.cajera, ticket(m)));
    const { hechos, rechazos } = await todosJuntos(Array.from({ length: 20 }, () => () => cobrar(m.cajera, ticket(m))));
    expect([hechos.length, contar(rechazos)]).toEqual([1, { requiere_aprobacion: 19 }]);
    expect(hechos[0]?.aprobaciones.map((a) => a.id)).toEqual([id]);
    expect(await tickets(m)).toBe(1);
    const vivas = await sqlClient()`
      select estado from aprobacion where solicitada_por = ${m.turno.cajero.idUsuario} order by id`;
    // Nineteen refusals at once leave one draft.
    expect(vivas.map((f) => f.estado)).toEqual(['USADA', 'BORRADOR']);
    await todoCuadra();
  });

  it('while it is being approved is either refused or done, never both', async () => {
    for (let vuelta = 0; vuelta < 8; vuelta++) {
      const raw = ticket(m, 2 + vuelta / 10);
      const { id_aprobacion: id } = await rechazo(cobrar(m.cajera, raw));
      await pedirAprobacion(m.cajera, { id, motivo: 'Cliente de siempre' });
      const [venta] = await Promise.allSettled([cobrar(m.cajera, raw), aprobar(m.admin, { id })]);
      expect(await estadoDe(id)).toBe(venta.status === 'fulfilled' ? 'USADA' : 'APROBADA');
    }
  });
});

describe('the refusal', () => {
  it('names what was refused, and the same act has one row while it lives', async () => {
    const ctx = conClave(m.cajera);
    const primero = await rechazo(cobrar(ctx, ticket(m)));
    expect(primero).toMatchObject({ estado: 'BORRADOR', vence_en: '2026-11-20T14:10:00.000Z' });
    expect(primero.resumen).toMatch(/descuento de 30\s% .* en un ticket de Bs\s7,00/);
    expect(JSON.stringify(primero.detalle)).toContain(m.turno.cajero.nombre);
    expect(await rechazo(cobrar(luego(ctx, 2), ticket(m)))).toMatchObject({
      id_aprobacion: primero.id_aprobacion,
      vence_en: '2026-11-20T14:12:00.000Z',
    });
    expect((await rechazo(cobrar(ctx, ticket(m, 4)))).id_aprobacion).not.toBe(primero.id_aprobacion);
    expect(await sqlClient()`select 1 from operacion where clave = ${ctx.clave}::uuid`).toHaveLength(0);
  });

  it('tells who waits already that it waits, and starts again after a no', async () => {
    const { id_aprobacion: id } = await rechazo(cobrar(m.cajera, ticket(m)));
    await pedirAprobacion(m.cajera, { id, motivo: 'Cliente de siempre' });
    expect(await rechazo(cobrar(m.cajera, ticket(m)))).toMatchObject({ id_aprobacion: id, estado: 'PENDIENTE' });
    expect((await rechazo(cobrar(luego(m.cajera, 10), ticket(m)))).id_aprobacion).not.toBe(id);
  });

  it('is not a way to fill the table: so many acts an hour, and the next is told to wait', async () => {
    for (let n = 0; n < 40; n++) await rechazo(cobrar(m.cajera, ticket(m, 2 + n / 100)));
    await expect(cobrar(m.cajera, ticket(m, 5))).rejects.toMatchObject({
      status: 429,
      code: 'demasiadas_aprobaciones',
    });
    await rechazo(cobrar(m.cajera, ticket(m, 2)));
    await rechazo(cobrar(luego(m.cajera, 61), ticket(m, 5)));
  });

  it('inside the transaction of another act passes as it is, and leaves no row', async () => {
    const act = withTransaction({}, (tx) => cobrar({ ...m.cajera, tx }, ticket(m)));
    await expect(act).rejects.toMatchObject({ code: 'requiere_aprobacion', detalle: null });
    expect(await sqlClient()`select 1 from aprobacion where solicitada_por = ${m.turno.cajero.idUsuario}`).toHaveLength(
      0,
    );
  });
});
