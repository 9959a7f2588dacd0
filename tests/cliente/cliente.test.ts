import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { crearCliente } from '@/lib/cliente/crear';
import { editarCliente } from '@/lib/cliente/editar';
import { eliminarCliente } from '@/lib/cliente/eliminar';
import { leerCliente, listarClientes } from '@/lib/cliente/queries';
import type { Actor } from '@/lib/context';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { comprasDeCliente, leerVenta, listarVentas } from '@/lib/venta/queries';
import { ctxDe, linea, nuevaPersona, nuevaSucursal, nuevoProducto, nuevoTurno, type Turno } from '../harness/factories';

let idSucursal: number;
let jefe: Actor;
let turno: Turno;
let almacenero: Actor;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  jefe = await nuevaPersona('Administrador', idSucursal);
  almacenero = await nuevaPersona('Almacenero', idSucursal);
  turno = await nuevoTurno(idSucursal, { saldo: 100 });
});

const auditadas = async (accion: string, id: number) =>
  (await sqlClient()`select 1 from auditoria where accion = ${accion} and id_entidad = ${String(id)}`).length;

describe('crearCliente', () => {
  it('needs the name alone, and keeps a CI and a phone as they are compared', async () => {
    expect(await crearCliente(ctxDe(turno.cajero), { nombre: 'Ana Flores' })).toMatchObject({
      nombre: 'Ana Flores',
      ci_nit: null,
      telefono: null,
      estado: true,
      id_user_create: turno.cajero.idUsuario,
    });
    const taller = await crearCliente(ctxDe(jefe), {
      nombre: 'Taller Ñandú',
      ci_nit: '4.567.890 lp',
      telefono: '712-34 567',
    });
    expect(taller).toMatchObject({ ci_nit: '4567890LP', telefono: '71234567' });
    expect(await auditadas('cliente.crear', taller.id)).toBe(1);
  });

  it('is refused without the right', async () => {
    await expect(crearCliente(ctxDe(almacenero), { nombre: 'Nadie' })).rejects.toMatchObject({ code: 'sin_permiso' });
  });

  it('is refused when somebody in use has that CI or NIT, and says who; also when both come at once', async () => {
    await crearCliente(ctxDe(jefe), { nombre: 'Luis Rojas', ci_nit: '5550001' });
    await expect(crearCliente(ctxDe(jefe), { nombre: 'Otro', ci_nit: '555.0001' })).rejects.toMatchObject({
      code: 'ci_nit_repetido',
      message: 'Ese CI o NIT ya es de Luis Rojas.',
      campos: { ci_nit: 'Ya está registrado.' },
    });
    const juntos = await Promise.allSettled(
      ['A', 'B', 'C'].map((n) => crearCliente(ctxDe(jefe), { nombre: `Junto ${n}`, ci_nit: '5550002' })),
    );
    expect(juntos.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
  });

  it('is refused with what cannot be a document or a phone', async () => {
    await expect(crearCliente(ctxDe(jefe), { nombre: 'X' })).rejects.toThrow();
    await expect(crearCliente(ctxDe(jefe), { nombre: 'Xa', ci_nit: 'LP' })).rejects.toThrow();
    await expect(crearCliente(ctxDe(jefe), { nombre: 'Xa', telefono: '12' })).rejects.toThrow();
  });

  it('repeated under its clave is one customer', async () => {
    const ctx = ctxDe(turno.cajero, { clave: randomUUID() });
    const primero = await crearCliente(ctx, { nombre: 'Una Vez' });
    expect(await crearCliente(ctx, { nombre: 'Una Vez' })).toEqual(primero);
    expect((await listarClientes(ctx, { buscar: 'una vez' })).items).toHaveLength(1);
  });
});

describe('editarCliente', () => {
  it('changes what it is given, takes away what is null, and leaves the rest', async () => {
    const { id } = await crearCliente(ctxDe(jefe), { nombre: 'Rosa', ci_nit: '7000001', telefono: '70000001' });
    expect(await editarCliente(ctxDe(jefe), { id, nombre: 'Rosa Mamani', telefono: null })).toMatchObject({
      nombre: 'Rosa Mamani',
      ci_nit: '7000001',
      telefono: null,
      id_user_update: jefe.idUsuario,
    });
    expect((await listarClientes(ctxDe(jefe), { buscar: 'mamani 7000001' })).items.map((c) => c.id)).toEqual([id]);
    expect(await auditadas('cliente.editar', id)).toBe(1);
  });

  it('is refused to a cashier', async () => {
    const { id } = await crearCliente(ctxDe(jefe), { nombre: 'Intacta' });
    await expect(editarCliente(ctxDe(turno.cajero), { id, nombre: 'Otra' })).rejects.toMatchObject({
      code: 'sin_permiso',
    });
  });

  it('is refused with the document of another, and for who is not there', async () => {
    await crearCliente(ctxDe(jefe), { nombre: 'Dueña', ci_nit: '7000002' });
    const { id } = await crearCliente(ctxDe(jefe), { nombre: 'Sin CI' });
    await expect(editarCliente(ctxDe(jefe), { id, ci_nit: '7000002' })).rejects.toMatchObject({
      code: 'ci_nit_repetido',
      message: 'Ese CI o NIT ya es de Dueña.',
    });
    await expect(editarCliente(ctxDe(jefe), { id: 2_000_000_000, nombre: 'Nadie' })).rejects.toMatchObject({
      code: 'no_encontrado',
    });
  });

  it('repeated under its clave changes once', async () => {
    const { id } = await crearCliente(ctxDe(jefe), { nombre: 'Antes' });
    const ctx = ctxDe(jefe, { clave: randomUUID() });
    const hecho = await editarCliente(ctx, { id, nombre: 'Después' });
    expect(await editarCliente(ctx, { id, nombre: 'Después' })).toEqual(hecho);
    expect(await auditadas('cliente.editar', id)).toBe(1);
  });
});

describe('eliminarCliente', () => {
  it('takes them out of the list, keeps their tickets, and frees their document', async () => {
    const producto = await nuevoProducto(idSucursal);
    const { id } = await crearCliente(ctxDe(jefe), { nombre: 'Se Va', ci_nit: '7000003' });
    const venta = await vender(id, producto);
    expect(await eliminarCliente(ctxDe(jefe), { id })).toMatchObject({ id, estado: false });
    expect((await listarClientes(ctxDe(jefe), { buscar: 'se va' })).items).toEqual([]);
    expect((await leerVenta(ctxDe(jefe), { id: venta.id })).cliente).toMatchObject({ id, nombre: 'Se Va' });
    await expect(leerCliente(ctxDe(jefe), { id })).rejects.toMatchObject({ code: 'no_encontrado' });
    expect(await crearCliente(ctxDe(jefe), { nombre: 'Vuelve', ci_nit: '7000003' })).toMatchObject({ estado: true });
  });

  it('is refused to a cashier, and twice', async () => {
    const { id } = await crearCliente(ctxDe(jefe), { nombre: 'Quedan' });
    await expect(eliminarCliente(ctxDe(turno.cajero), { id })).rejects.toMatchObject({ code: 'sin_permiso' });
    const ctx = ctxDe(jefe, { clave: randomUUID() });
    const hecho = await eliminarCliente(ctx, { id });
    expect(await eliminarCliente(ctx, { id })).toEqual(hecho);
    await expect(eliminarCliente(ctxDe(jefe), { id })).rejects.toMatchObject({ code: 'no_encontrado' });
  });
});

const vender = (id_cliente: number, producto: Awaited<ReturnType<typeof nuevoProducto>>, mas: object = {}) =>
  cobrarVenta(ctxDe(turno.cajero), {
    id_sesion_caja: turno.idSesion,
    metodo_pago: 'EFECTIVO',
    id_cliente,
    detalles: [linea(producto)],
    ...mas,
  });

describe('a ticket with its customer', () => {
  it('says who bought, is found by them, and adds up to what they bought but for the voided', async () => {
    const producto = await nuevoProducto(idSucursal, { precio: 10 });
    const { id } = await crearCliente(ctxDe(jefe), { nombre: 'Compra Mucho', ci_nit: '7000004' });
    const venta = await vender(id, producto);
    expect(venta.cliente).toEqual({ id, nombre: 'Compra Mucho', ci_nit: '7000004' });
    expect(await leerVenta(ctxDe(jefe), { id: venta.id })).toEqual(venta);
    const anulada = await vender(id, producto);
    await anularVenta(ctxDe(turno.cajero), { id: anulada.id, motivo_edicion: 'Se equivocó' });
    const compras = await comprasDeCliente(ctxDe(turno.cajero), { id });
    expect(compras.items.map((v) => v.id)).toEqual([anulada.id, venta.id]);
    const porPagina = await comprasDeCliente(ctxDe(turno.cajero), { id, limite: 1 });
    expect(porPagina.items.map((v) => v.id)).toEqual([anulada.id]);
    expect(porPagina.meta.nextCursor).not.toBeNull();
    expect((await listarVentas(ctxDe(jefe), { id_cliente: id })).items).toHaveLength(2);
    expect((await leerCliente(ctxDe(jefe), { id })).compras).toEqual({ tickets: 1, total: 10, ultima: venta.fecha });
  });

  it('of another branch is seen only by who sees all', async () => {
    const producto = await nuevoProducto(idSucursal);
    const { id } = await crearCliente(ctxDe(jefe), { nombre: 'De Aquí' });
    await vender(id, producto);
    const lejos = await nuevaSucursal();
    const otro = ctxDe(await nuevaPersona('Administrador', lejos));
    const duenio = ctxDe(await nuevaPersona('Propietario', lejos));
    expect((await comprasDeCliente(otro, { id })).items).toEqual([]);
    expect((await leerCliente(otro, { id })).compras.tickets).toBe(0);
    expect((await comprasDeCliente(duenio, { id })).items).toHaveLength(1);
  });

  it('is refused for a customer who is not there, and for a repeated receipt token', async () => {
    const producto = await nuevoProducto(idSucursal);
    const { id } = await crearCliente(ctxDe(jefe), { nombre: 'Se Fue' });
    await eliminarCliente(ctxDe(jefe), { id });
    await expect(vender(id, producto)).rejects.toMatchObject({ code: 'cliente_no_encontrado' });
    const { id: otro } = await crearCliente(ctxDe(jefe), { nombre: 'Con Token' });
    const token_recibo = 'AAAAAAAAAAAAAAAAAAAAAA';
    expect(await vender(otro, producto, { token_recibo })).toMatchObject({ token_recibo, copias: 0 });
    await expect(vender(otro, producto, { token_recibo })).rejects.toMatchObject({ code: 'token_repetido' });
    await expect(vender(otro, producto, { token_recibo: 'corto' })).rejects.toThrow();
  });
});

describe('listarClientes', () => {
  it('goes by name, page after page, without losing those who share it', async () => {
    const creados: number[] = [];
    for (const nombre of ['Zoe Prueba', 'Abel Prueba', 'Zoe Prueba', 'Óscar Prueba']) {
      creados.push((await crearCliente(ctxDe(jefe), { nombre })).id);
    }
    const ctx = ctxDe(turno.cajero);
    const vistos: string[] = [];
    let cursor: string | undefined;
    do {
      const pagina = await listarClientes(ctx, { buscar: 'prueba', limite: 1, ...(cursor && { cursor }) });
      vistos.push(...pagina.items.map((c) => c.nombre));
      cursor = pagina.meta.nextCursor ?? undefined;
    } while (cursor);
    expect(vistos).toEqual(['Abel Prueba', 'Óscar Prueba', 'Zoe Prueba', 'Zoe Prueba']);
    expect((await listarClientes(ctx, { buscar: 'oscar' })).meta.total).toBe(1);
    await expect(listarClientes(ctx, { cursor: 'x' })).rejects.toThrow();
    await expect(listarClientes(ctxDe(almacenero), {})).rejects.toMatchObject({ code: 'sin_permiso' });
  });
});
