import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { listarAdmisibles, listarAdmitidos } from '@/lib/caja/admitidos';
import { admitir, retirar } from '@/lib/caja/admitir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { miSesion } from '@/lib/caja/queries';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import type { Context } from '@/lib/context';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { linea, nuevaSucursal, nuevoProducto } from '@/tests/harness/factories';
import { auditadas, persona, tiendaAbierta } from './fixtures';

type Abierta = Awaited<ReturnType<typeof tiendaAbierta>>;

let t: Abierta;
let otra: Context;

beforeAll(async () => {
  t = await tiendaAbierta();
  otra = await persona('Operador', t.idSucursal);
});

const dentro = (quien: Context, { sesion }: Abierta = t) => ({ id: sesion.id, id_usuario: quien.actor.idUsuario });
const vender = async (quien: Context, { idSucursal, sesion }: Abierta = t) =>
  cobrarVenta(quien, {
    metodo_pago: 'EFECTIVO',
    id_sesion_caja: sesion.id,
    detalles: [linea(await nuevoProducto(idSucursal))],
  });

describe('admitting a person to an open caja', () => {
  it('is done by its responsible, once, and tells who works there', async () => {
    const nueva = await persona('Operador', t.idSucursal);
    expect((await listarAdmisibles(t.cajera, { id: t.sesion.id })).map((p) => p.id_usuario)).toContain(
      nueva.actor.idUsuario,
    );
    const antes = await auditadas('caja.admitir', t.sesion.id);
    await admitir(t.cajera, dentro(nueva));
    const lista = await admitir(t.cajera, dentro(nueva));
    expect(lista).toMatchObject([
      { id_usuario: t.cajera.actor.idUsuario, responsable: true, admitido_por: null },
      { id_usuario: nueva.actor.idUsuario, responsable: false, admitido_por: t.cajera.actor.nombre },
    ]);
    expect(await auditadas('caja.admitir', t.sesion.id)).toBe(antes + 1);
    expect(await listarAdmitidos(nueva, { id: t.sesion.id })).toEqual(lista);
  });

  it('is done for them by who may close it for another, and by nobody else', async () => {
    const nueva = await persona('Operador', t.idSucursal);
    const almacen = await persona('Almacenero', t.idSucursal);
    await expect(admitir(almacen, dentro(nueva))).rejects.toMatchObject({ code: 'sin_permiso' });
    await expect(admitir(otra, dentro(nueva))).rejects.toMatchObject({ code: 'sin_permiso' });
    await expect(admitir(otra, dentro(otra))).rejects.toMatchObject({ code: 'sin_permiso' });
    expect(await admitir(t.admin, dentro(nueva))).toHaveLength(3);
    // Who was admitted does not admit.
    await expect(admitir(nueva, dentro(otra))).rejects.toMatchObject({ code: 'sin_permiso' });
  });

  it('takes nobody of another branch, inactive, or without the right to sell', async () => {
    const ajena = await persona('Operador', await nuevaSucursal());
    const almacen = await persona('Almacenero', t.idSucursal);
    const baja = await persona('Operador', t.idSucursal);
    await sqlClient()`update usuario set estado = false where id = ${baja.actor.idUsuario}`;
    for (const quien of [ajena, almacen, baja]) {
      await expect(admitir(t.cajera, dentro(quien))).rejects.toMatchObject({ code: 'no_admisible' });
    }
    await expect(admitir(t.cajera, { id: t.sesion.id, id_usuario: 999_999 })).rejects.toMatchObject({
      code: 'no_admisible',
    });
    await expect(admitir(ajena, dentro(otra))).rejects.toMatchObject({ code: 'no_encontrado' });
  });

  it('ends with the session', async () => {
    const cerrada = await tiendaAbierta();
    await cerrarCaja(cerrada.cajera, { id: cerrada.sesion.id, monto_final_real: 100 });
    await expect(admitir(cerrada.cajera, dentro(otra, cerrada))).rejects.toMatchObject({ code: 'sesion_cerrada' });
  });
});

describe('taking a person out', () => {
  it('happens once, and they may come back', async () => {
    const nueva = await persona('Operador', t.idSucursal);
    await admitir(t.cajera, dentro(nueva));
    await vender(nueva);
    await retirar(t.cajera, dentro(nueva));
    await expect(vender(nueva)).rejects.toMatchObject({ code: 'sin_permiso' });
    await expect(retirar(t.cajera, dentro(nueva))).rejects.toMatchObject({ code: 'no_encontrado' });
    await expect(retirar(nueva, dentro(nueva))).rejects.toMatchObject({ code: 'sin_permiso' });
    await admitir(t.cajera, dentro(nueva));
    expect((await vender(nueva)).id_usuario).toBe(nueva.actor.idUsuario);
  });
});

describe('a document of a session', () => {
  it('is made by its responsible, by who is admitted, and by who may close it for another', async () => {
    const admitida = await persona('Operador', t.idSucursal);
    await admitir(t.cajera, dentro(admitida));
    for (const quien of [t.cajera, admitida, t.admin]) {
      expect((await vender(quien)).id_usuario).toBe(quien.actor.idUsuario);
    }
    await expect(vender(otra)).rejects.toMatchObject({ code: 'sin_permiso' });
    const movimiento = { tipo: 'INGRESO', monto: 5, motivo: 'Cambio', id_sesion_caja: t.sesion.id };
    await expect(registrarMovimiento(otra, movimiento)).rejects.toMatchObject({ code: 'sin_permiso' });
    expect((await registrarMovimiento(admitida, movimiento)).usuario).toBe(admitida.actor.nombre);
  });

  it('is voided by who is admitted there, from that drawer', async () => {
    const nueva = await tiendaAbierta();
    const admitida = await persona('Operador', nueva.idSucursal);
    await admitir(nueva.cajera, dentro(admitida, nueva));
    const { id } = await vender(nueva.cajera, nueva);
    expect((await anularVenta(admitida, { id, motivo_edicion: 'Se equivocó' })).estado_venta).toBe('ANULADA');
  });

  it('leaves the difference with the responsible, and the close too', async () => {
    const nueva = await tiendaAbierta();
    const admitida = await persona('Operador', nueva.idSucursal);
    await admitir(nueva.cajera, dentro(admitida, nueva));
    expect((await miSesion(admitida))?.id).toBe(nueva.sesion.id);
    const cierre = { id: nueva.sesion.id, monto_final_real: 100 };
    await expect(cerrarCaja(admitida, cierre)).rejects.toMatchObject({ code: 'sin_permiso' });
    expect((await cerrarCaja(nueva.cajera, cierre)).id_usuario).toBe(nueva.cajera.actor.idUsuario);
    expect(await miSesion(admitida)).toBeNull();
  });

  it('of one’s own caja comes before that of who admitted one', async () => {
    const nueva = await tiendaAbierta();
    const otraTienda = await tiendaAbierta();
    await sqlClient()`
      insert into usuario_sucursal (id_usuario, id_sucursal) values (${otraTienda.cajera.actor.idUsuario}, ${nueva.idSucursal})`;
    await admitir(nueva.cajera, dentro(otraTienda.cajera, nueva));
    expect((await miSesion(otraTienda.cajera))?.id).toBe(otraTienda.sesion.id);
  });
});
