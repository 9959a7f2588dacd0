import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { aparcarTicket } from '@/lib/venta/aparcar';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { descartarAparcado } from '@/lib/venta/descartar-aparcado';
import { listarAparcados } from '@/lib/venta/queries';
import { tomarAparcado } from '@/lib/venta/tomar-aparcado';
import { contar, todoCuadra, todosJuntos } from '../concurrency/juntos';
import { ctxDe, linea, nuevaPersona, nuevaSucursal, nuevoProducto, nuevoTurno, type Turno } from '../harness/factories';

let idSucursal: number;
let turno: Turno;
let idProducto: number;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  turno = await nuevoTurno(idSucursal);
  idProducto = (await nuevoProducto(idSucursal)).id;
});

const pedido = (mas: object = {}) => ({
  clave: randomUUID(),
  id_sesion_caja: turno.idSesion,
  etiqueta: 'Doña Marta',
  total: 20,
  contenido: { lineas: [{ id_producto: idProducto, cantidad: 2, nota: 'Sin bolsa' }] },
  ...mas,
});
const aparcar = () => aparcarTicket(ctxDe(turno.cajero), pedido());
const actos = (id: number) => sqlClient()<{ accion: string }[]>`
  select accion from auditoria where entidad = 'ticket_aparcado' and id_entidad = ${String(id)} order by id`;

describe('a parked ticket', () => {
  it('waits in sight of the whole branch, sells nothing, and is resumed as it was under the same clave', async () => {
    const otro = await nuevoTurno(idSucursal);
    const aparcado = await aparcar();
    const [antes] = await sqlClient()<{ n: number }[]>`select count(*) as n from asiento`;
    expect((await listarAparcados(ctxDe(otro.cajero))).items).toContainEqual(aparcado);
    const tomado = await tomarAparcado(ctxDe(otro.cajero), { id: aparcado.id });
    expect(tomado).toMatchObject({ clave: aparcado.clave, etiqueta: 'Doña Marta', total: 20, lineas: 1 });
    expect(tomado.contenido).toEqual({
      lineas: [
        {
          id_producto: idProducto,
          producto_nuevo: null,
          id_presentacion: null,
          cantidad: 2,
          descuento: null,
          cambio_precio: null,
          nota: 'Sin bolsa',
        },
      ],
      descuento: null,
      nota: null,
      id_cliente: null,
    });
    expect((await listarAparcados(ctxDe(turno.cajero))).items).not.toContainEqual(aparcado);
    const [despues] = await sqlClient()<{ n: number }[]>`select count(*) as n from asiento`;
    expect(despues).toEqual(antes);
    expect((await actos(aparcado.id)).map((a) => a.accion)).toEqual(['venta.aparcar', 'venta.tomar_aparcado']);
  });

  it('is taken by exactly one of twenty devices at once, and only once more by the key that took it', async () => {
    const { id } = await aparcar();
    const claves = Array.from({ length: 20 }, () => randomUUID());
    const { hechos, rechazos } = await todosJuntos(
      claves.map((clave) => async () => ({
        clave,
        ticket: await tomarAparcado(ctxDe(turno.cajero, { clave }), { id }),
      })),
    );
    expect(hechos).toHaveLength(1);
    expect(contar(rechazos)).toEqual({ aparcado_tomado: 19 });
    const { clave = '', ticket } = hechos[0] ?? {};
    expect(await tomarAparcado(ctxDe(turno.cajero, { clave }), { id })).toEqual(ticket);
  });

  it('is either taken or discarded, never both', async () => {
    const { id } = await aparcar();
    const { hechos, rechazos } = await todosJuntos<unknown>([
      () => tomarAparcado(ctxDe(turno.cajero), { id }),
      () => descartarAparcado(ctxDe(turno.cajero), { id }),
    ]);
    expect(hechos).toHaveLength(1);
    expect(rechazos).toEqual(['aparcado_tomado']);
  });

  it('is refused while it waits already, once it was charged, and in a closed session', async () => {
    const ctx = ctxDe(turno.cajero);
    const p = pedido();
    await aparcarTicket(ctx, p);
    await expect(aparcarTicket(ctx, p)).rejects.toMatchObject({ code: 'ticket_aparcado' });

    const producto = await nuevoProducto(idSucursal);
    const clave = randomUUID();
    await cobrarVenta(ctxDe(turno.cajero, { clave }), {
      id_sesion_caja: turno.idSesion,
      metodo_pago: 'QR',
      detalles: [linea(producto)],
    });
    await expect(aparcarTicket(ctx, pedido({ clave }))).rejects.toMatchObject({ code: 'ticket_cobrado' });

    const cerrado = await nuevoTurno(idSucursal);
    await cerrarCaja(ctxDe(cerrado.cajero), { id: cerrado.idSesion, monto_final_real: 0 });
    const tarde = aparcarTicket(ctxDe(cerrado.cajero), pedido({ id_sesion_caja: cerrado.idSesion }));
    await expect(tarde).rejects.toMatchObject({ code: 'sesion_cerrada' });
  });

  it('is neither parked nor taken by who may not charge, nor seen from another branch', async () => {
    const almacenero = ctxDe(await nuevaPersona('Almacenero', idSucursal));
    const { id } = await aparcar();
    for (const acto of [
      () => aparcarTicket(almacenero, pedido()),
      () => tomarAparcado(almacenero, { id }),
      () => descartarAparcado(almacenero, { id }),
      () => listarAparcados(almacenero),
    ]) {
      await expect(acto()).rejects.toMatchObject({ code: 'sin_permiso' });
    }
    const lejos = await nuevoTurno(await nuevaSucursal());
    expect((await listarAparcados(ctxDe(lejos.cajero))).items).toEqual([]);
    await expect(tomarAparcado(ctxDe(lejos.cajero), { id })).rejects.toMatchObject({ code: 'no_encontrado' });
  });

  it('parked twice under one key waits once; resumed and parked again it waits again', async () => {
    const ctx = ctxDe(turno.cajero, { clave: randomUUID() });
    const p = pedido();
    const primera = await aparcarTicket(ctx, p);
    expect(await aparcarTicket(ctx, p)).toEqual(primera);
    await tomarAparcado(ctxDe(turno.cajero), { id: primera.id });
    const segunda = await aparcarTicket(ctxDe(turno.cajero), p);
    expect(segunda.id).not.toBe(primera.id);
    expect(segunda.clave).toBe(primera.clave);
    await todoCuadra();
  });
});
