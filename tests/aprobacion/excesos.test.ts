import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { aprobar } from '@/lib/aprobacion/aprobar';
import { pedirAprobacion } from '@/lib/aprobacion/pedir';
import { leerAprobacion, listarAprobaciones } from '@/lib/aprobacion/queries';
import { rechazar } from '@/lib/aprobacion/rechazar';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { leerSesion } from '@/lib/caja/queries';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import type { Context } from '@/lib/context';
import { ajustarStock } from '@/lib/producto/ajustar-stock';
import { editarProducto } from '@/lib/producto/editar';
import { anularVenta } from '@/lib/venta/anular';
import { todoCuadra } from '@/tests/concurrency/juntos';
import { ctxDe, linea, nuevaCaja, nuevaPersona, nuevoProducto, nuevoTurno } from '@/tests/harness/factories';
import { abrirMostrador, cobrar, estadoDe, type Mostrador, rechazo, ticket } from './fixtures';

let m: Mostrador;
beforeEach(async () => {
  m = await abrirMostrador();
});

/** Asks for a refused act as `quien`, and the administrator lets it; its id. */
async function permitir(quien: Context, act: Promise<unknown>): Promise<number> {
  const { id_aprobacion: id } = await rechazo(act);
  await pedirAprobacion(quien, { id, motivo: 'Lo pidió el dueño' });
  await aprobar(m.admin, { id, respuesta: 'Está bien' });
  return id;
}

const deSesion = (id: number) => listarAprobaciones(m.admin, { tipo_documento: 'sesion_caja', id_documento: id });

describe('a ticket', () => {
  it('within the cap needs nobody, and keeps nobody', async () => {
    expect((await cobrar(m.cajera, ticket(m, 1))).aprobaciones).toEqual([]);
  });

  it('at another price: the motive alone is not enough for who lacks the right', async () => {
    const detalle = { ...linea(m.producto), precio_unitario: 8, cambio_precio: { motivo: 'Caja golpeada' } };
    const raw = { ...ticket(m), detalles: [detalle] };
    const id = await permitir(m.cajera, cobrar(m.cajera, raw));
    expect(await leerAprobacion(m.admin, { id })).toMatchObject({ monto: 2, permisos: ['venta:cambiar_precio'] });
    expect(await cobrar(m.cajera, raw)).toMatchObject({ total: 8, aprobaciones: [{ id }] });
  });

  it('whose approved price was below one catalogue is not below another', async () => {
    const detalle = { ...linea(m.producto), precio_unitario: 8, cambio_precio: { motivo: 'Caja golpeada' } };
    const raw = { ...ticket(m), detalles: [detalle] };
    const id = await permitir(m.cajera, cobrar(m.cajera, raw));
    await editarProducto(m.admin, { id: m.producto.id, precio_venta: 40 });
    await rechazo(cobrar(m.cajera, raw));
    expect(await estadoDe(id)).toBe('APROBADA');
  });
});

describe('a void', () => {
  it('of the ticket of another caja waits for a superior, and the ticket keeps both', async () => {
    const venta = await cobrar(m.cajera, ticket(m, 1));
    const otra = await nuevoTurno(m.idSucursal, { saldo: 50 });
    const ctx = ctxDe(otra.cajero);
    const raw = { id: venta.id, motivo_edicion: 'Devolvió todo' };
    const id = await permitir(ctx, anularVenta(ctx, raw));
    expect(await leerAprobacion(m.admin, { id })).toMatchObject({ monto: 9, verbo: 'venta.anular' });
    await rechazo(anularVenta(ctx, { ...raw, motivo_edicion: 'Otro motivo' }));
    const anulada = await anularVenta(ctx, raw);
    expect(anulada).toMatchObject({ estado_venta: 'ANULADA', aprobaciones: [{ id, motivo: 'Lo pidió el dueño' }] });
    await todoCuadra();
  });
});

describe('an egreso', () => {
  const egreso = (monto: number) => ({
    tipo: 'EGRESO',
    monto,
    motivo: 'Pago al proveedor',
    id_sesion_caja: m.turno.idSesion,
  });

  it('over the cap waits; an ingreso never does; what the drawer does not hold is refused before asking', async () => {
    await registrarMovimiento(m.cajera, { ...egreso(500), tipo: 'INGRESO' });
    await registrarMovimiento(m.cajera, egreso(200));
    await expect(registrarMovimiento(m.cajera, egreso(9000))).rejects.toMatchObject({ code: 'saldo_insuficiente' });
    const id = await permitir(m.cajera, registrarMovimiento(m.cajera, egreso(200.1)));
    await rechazo(registrarMovimiento(m.cajera, egreso(200.2)));
    const hecho = await registrarMovimiento(m.cajera, egreso(200.1));
    expect(hecho).toMatchObject({ aprobaciones: [{ id, aprobador: m.admin.actor.nombre }] });
    const { movimientos } = await leerSesion(m.admin, { id: m.turno.idSesion });
    expect(movimientos.find((x) => x.id === hecho.id)).toEqual(hecho);
    await todoCuadra();
  });
});

describe('an opening', () => {
  it('with more difference than the cap waits, and tells the cashier nothing of what was expected', async () => {
    const cajera = ctxDe(await nuevaPersona('Operador', m.idSucursal));
    const raw = { id_caja: await nuevaCaja(m.idSucursal, { saldo: 387.6 }), monto_inicial: 100 };
    const dicho = await rechazo(abrirCaja(cajera, raw));
    expect(JSON.stringify(dicho)).not.toMatch(/387|287/);
    const { id_aprobacion: id } = dicho;
    await pedirAprobacion(cajera, { id, motivo: 'Conté tres veces' });
    const suya = await leerAprobacion(cajera, { id });
    expect(JSON.stringify(suya)).not.toMatch(/387|287/);
    expect(suya.monto).toBeNull();
    const delJefe = await leerAprobacion(m.admin, { id });
    expect(delJefe.monto).toBe(287.6);
    expect(JSON.stringify(delJefe.detalle)).toContain('Faltante de Bs\u00a0287,60');
    const correos = await sqlClient()<{ datos: { detalle: string } }[]>`
      select datos from correo where clave = ${`aprobacion-${id}-${m.admin.actor.idUsuario}`}`;
    expect(correos[0]?.datos.detalle).toContain('287,60');
    await aprobar(m.admin, { id });
    const sesion = await abrirCaja(cajera, raw);
    expect((await leerSesion(m.admin, { id: sesion.id })).aprobaciones).toMatchObject([{ id }]);
    await todoCuadra();
  });

  it('whose drawer changed since is another opening', async () => {
    const cajera = ctxDe(await nuevaPersona('Operador', m.idSucursal));
    const caja = await nuevaCaja(m.idSucursal, { saldo: 200 });
    const raw = { id_caja: caja, monto_inicial: 100 };
    await permitir(cajera, abrirCaja(cajera, raw));
    const otra = await abrirCaja(m.admin, { id_caja: caja, monto_inicial: 900 });
    await cerrarCaja(m.admin, { id: otra.id, monto_final_real: 900 });
    await rechazo(abrirCaja(cajera, raw));
  });
});

describe('a close', () => {
  it('is never stopped: over the cap a superior looks at it afterwards, and it stands whatever they say', async () => {
    const cerrada = await cerrarCaja(m.cajera, { id: m.turno.idSesion, monto_final_real: 900 });
    expect(cerrada).toMatchObject({ estado_sesion: 'CERRADA', diferencia: -100 });
    const { items } = await deSesion(m.turno.idSesion);
    expect(items).toMatchObject([
      { estado: 'PENDIENTE', momento: 'DESPUES', monto: 100, vence_en: null, puede_resolver: true },
    ]);
    const id = items[0]?.id ?? 0;
    const muchoDespues = { ...m.admin, ahora: new Date('2027-01-20T12:00:00Z') };
    expect(await aprobar(muchoDespues, { id, respuesta: 'Se cayó un billete' })).toMatchObject({ estado: 'APROBADA' });
    expect((await leerSesion(m.admin, { id: m.turno.idSesion })).aprobaciones).toMatchObject([
      { id, respuesta: 'Se cayó un billete' },
    ]);
    await todoCuadra();
  });

  it('within the cap nobody looks at; sent twice it is looked at once', async () => {
    const otro = await nuevoTurno(m.idSucursal, { saldo: 100 });
    await cerrarCaja(ctxDe(otro.cajero), { id: otro.idSesion, monto_final_real: 80 });
    expect((await deSesion(otro.idSesion)).items).toEqual([]);
    const ctx = { ...m.cajera, clave: randomUUID() };
    for (let n = 0; n < 2; n++) await cerrarCaja(ctx, { id: m.turno.idSesion, monto_final_real: 1100 });
    expect((await deSesion(m.turno.idSesion)).items).toHaveLength(1);
  });

  it('is not looked at by who sealed it, nor by whose difference it is', async () => {
    const limitado: Context = { ...m.admin, actor: { ...m.admin.actor, topes: { 'caja:diferencia': 1000 } } };
    const turno = await nuevoTurno(m.idSucursal, { rol: 'Administrador', saldo: 100 });
    await cerrarCaja(limitado, { id: turno.idSesion, monto_final_real: 50 });
    const id = (await deSesion(turno.idSesion)).items[0]?.id ?? 0;
    await expect(aprobar(m.admin, { id })).rejects.toThrow('Nadie aprueba lo suyo');
    await expect(aprobar(ctxDe(turno.cajero), { id })).rejects.toThrow('Nadie aprueba lo suyo');
    const tercera = ctxDe(await nuevaPersona('Administrador', m.idSucursal));
    expect(await rechazar(tercera, { id, respuesta: 'Falta explicar' })).toMatchObject({ estado: 'RECHAZADA' });
  });
});

describe('an adjustment', () => {
  it('worth more than the cap at cost waits, also inside an edit; the figures are of who sees costs', async () => {
    const almacen = ctxDe(await nuevaPersona('Almacenero', m.idSucursal));
    const producto = await nuevoProducto(m.idSucursal, { costo: 10, stock: 100 });
    await ajustarStock(almacen, { id: producto.id, stock_actual: 50, motivo_ajuste: 'Conteo' });
    const raw = { id: producto.id, stock_actual: 150, motivo_ajuste: 'Conteo' };
    const id = await permitir(almacen, ajustarStock(almacen, raw));
    expect(await leerAprobacion(m.admin, { id })).toMatchObject({ monto: 1000, permisos: ['producto:ajustar'] });
    await rechazo(ajustarStock(almacen, { ...raw, stock_actual: 151 }));
    await rechazo(editarProducto(almacen, raw));
    expect(await ajustarStock(almacen, raw)).toMatchObject({ stock_actual: 150 });
    const [fila] = await sqlClient()`
      select a.estado, a.tipo_documento, x.id_producto from aprobacion a
        join detalle_documento_stock x on x.id_documento = a.id_documento where a.id = ${id}`;
    expect(fila).toEqual({ estado: 'USADA', tipo_documento: 'documento_stock', id_producto: producto.id });
    await todoCuadra();
  });

  it('of a stock that moved since is another adjustment', async () => {
    const almacen = ctxDe(await nuevaPersona('Almacenero', m.idSucursal));
    const raw = { id: m.producto.id, stock_actual: 1, motivo_ajuste: 'Inundación' };
    const id = await permitir(almacen, ajustarStock(almacen, raw));
    await cobrar(m.cajera, { ...ticket(m), detalles: [linea(m.producto, 2)] });
    await rechazo(ajustarStock(almacen, raw));
    expect(await estadoDe(id)).toBe('APROBADA');
  });
});
