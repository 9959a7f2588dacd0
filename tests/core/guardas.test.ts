import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { ctxDe, linea, nuevaSucursal, nuevoProducto, nuevoTurno, type Turno } from '../harness/factories';
import { rechazo } from './rechazo';

/** What PostgreSQL itself refuses of rows and headers, whoever asks and by whatever road. */

let idSucursal: number;
let turno: Turno;
let cerrada: Turno;
let idVenta: number;
let idAnulada: number;
const clave = randomUUID();

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  turno = await nuevoTurno(idSucursal, { saldo: 50 });
  cerrada = await nuevoTurno(idSucursal, { saldo: 20 });
  const producto = await nuevoProducto(idSucursal);
  const vender = (conClave: string | null) =>
    cobrarVenta(ctxDe(turno.cajero, { clave: conClave }), {
      metodo_pago: 'EFECTIVO',
      id_sesion_caja: turno.idSesion,
      detalles: [linea(producto, 2)],
    });
  idVenta = (await vender(clave)).id;
  idAnulada = (await vender(null)).id;
  await anularVenta(ctxDe(turno.cajero), { id: idAnulada, motivo_edicion: 'Se equivocó' });
  await registrarMovimiento(ctxDe(turno.cajero), {
    tipo: 'INGRESO',
    monto: 5,
    motivo: 'Cambio',
    id_sesion_caja: turno.idSesion,
  });
  await cerrarCaja(ctxDe(cerrada.cajero), { id: cerrada.idSesion, monto_final_real: 20 });
});

const INMUTABLES = [
  'asiento',
  'partida',
  'movimiento_stock',
  'auditoria',
  'detalle_venta',
  'pago_venta',
  'movimiento_caja',
  'precio_producto',
];
const SIN_BORRAR = ['venta', 'sesion_caja', 'cuenta', 'existencia', 'operacion'];
const COLUMNA: Record<string, string> = {
  asiento: `glosa = 'otra'`,
  partida: 'importe = importe + 1',
  movimiento_stock: 'valor = valor',
  auditoria: `accion = 'nada'`,
  detalle_venta: 'subtotal = subtotal',
  pago_venta: 'monto = monto + 1',
  movimiento_caja: `motivo = 'otro'`,
  precio_producto: 'precio = 0',
};

describe('rows that never change (KP001)', () => {
  it.each(INMUTABLES)('%s refuses UPDATE, DELETE and TRUNCATE', async (tabla) => {
    const [hay] = await sqlClient().unsafe(`select count(*)::int as n from ${tabla}`);
    expect(hay?.n).toBeGreaterThan(0);
    expect(await rechazo((sql) => sql.unsafe(`update ${tabla} set ${COLUMNA[tabla]}`))).toBe('KP001');
    expect(await rechazo((sql) => sql.unsafe(`delete from ${tabla}`))).toBe('KP001');
    expect(await rechazo((sql) => sql.unsafe(`truncate ${tabla} cascade`))).toBe('KP001');
  });

  it.each(SIN_BORRAR)('%s refuses DELETE and TRUNCATE', async (tabla) => {
    expect(await rechazo((sql) => sql.unsafe(`delete from ${tabla}`))).toBe('KP001');
    expect(await rechazo((sql) => sql.unsafe(`truncate ${tabla} cascade`))).toBe('KP001');
  });

  it('truncating what they all hang from is refused too', async () => {
    for (const tabla of ['sucursal', 'usuario', 'producto', 'caja']) {
      expect(await rechazo((sql) => sql.unsafe(`truncate ${tabla} cascade`))).toBe('KP001');
    }
  });

  it('a voided ticket and an answered operation are final', async () => {
    expect(await rechazo((sql) => sql`update venta set estado_venta = 'COMPLETADA' where id = ${idAnulada}`)).toBe(
      'KP001',
    );
    expect(await rechazo((sql) => sql`update operacion set respuesta = '{}' where clave = ${clave}::uuid`)).toBe(
      'KP001',
    );
  });
});

describe('headers change only in their state columns (KP002, KP003)', () => {
  it.each([
    'total',
    'descuento',
    'redondeo',
    'numero',
    'recibido',
    'id_sesion_caja',
    'id_usuario',
    'id_asiento',
    'id_sucursal',
  ])('venta.%s is fixed', async (columna) => {
    const estado = await rechazo((sql) =>
      sql.unsafe(`update venta set ${columna} = coalesce(${columna}, 0) + 1 where id = ${idVenta}`),
    );
    expect(estado).toBe('KP002');
  });

  it('venta: its clave, series and dates are fixed', async () => {
    for (const cambio of [
      `clave = '${randomUUID()}'`,
      `serie = 'X'`,
      'fecha = now()',
      'created_at = now()',
      'estado = false',
    ]) {
      expect(await rechazo((sql) => sql.unsafe(`update venta set ${cambio} where id = ${idVenta}`))).toBe('KP002');
    }
  });

  it('venta: its state columns may change', async () => {
    const estado = await rechazo(
      (sql) => sql`
        update venta set estado_venta = 'EDITADA', metodo_pago = 'QR', motivo_edicion = 'x', fecha_modificacion = now(),
          id_user_update = 1, updated_at = now() where id = ${idVenta}`,
    );
    expect(estado).toBeNull();
  });

  it.each([
    'monto_inicial = 0',
    'id_caja = id_caja + 1',
    'id_usuario = id_usuario + 1',
    'fecha_apertura = now()',
    `fecha_negocio = '2020-01-01'`,
  ])('sesion_caja: %s is refused', async (cambio) => {
    expect(await rechazo((sql) => sql.unsafe(`update sesion_caja set ${cambio} where id = ${turno.idSesion}`))).toBe(
      'KP002',
    );
  });

  it.each([
    `estado_sesion = 'ABIERTA', monto_final_real = null, fecha_cierre = null`,
    'monto_final_real = 0',
    'diferencia = 0',
    'updated_at = now()',
  ])('a closed session never changes: %s', async (cambio) => {
    expect(await rechazo((sql) => sql.unsafe(`update sesion_caja set ${cambio} where id = ${cerrada.idSesion}`))).toBe(
      'KP003',
    );
  });

  it('a close whose difference does not add up is refused', async () => {
    const cierre = (diferencia: number) =>
      rechazo(
        (sql) => sql`
          update sesion_caja set estado_sesion = 'CERRADA', fecha_cierre = now(), monto_final_teorico = 100,
            monto_final_real = 90, diferencia = ${diferencia} where id = ${turno.idSesion}`,
      );
    expect(await cierre(10)).toBe('23514 sesion_caja_cierre');
    expect(await cierre(-10)).toBeNull();
  });

  it('one open session per caja and per person', async () => {
    const abrir = (caja: number, usuario: number) =>
      rechazo(
        (sql) => sql`
          insert into sesion_caja (id_caja, id_usuario, monto_inicial, fecha_apertura, fecha_negocio)
          values (${caja}, ${usuario}, 0, now(), current_date)`,
      );
    expect(await abrir(turno.idCaja, cerrada.cajero.idUsuario)).toBe('23505 sesion_caja_abierta_por_caja');
    expect(await abrir(cerrada.idCaja, turno.cajero.idUsuario)).toBe('23505 sesion_caja_abierta_por_usuario');
    expect(await abrir(cerrada.idCaja, cerrada.cajero.idUsuario)).toBeNull();
  });
});
