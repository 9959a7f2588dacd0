import { withTransaction } from '@/db/transaction';
import { aprobar } from '@/lib/aprobacion/aprobar';
import { abrirCaja } from '@/lib/caja/abrir';
import { anotarPendiente } from '@/lib/caja/anotar';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { cierreDeSesion, cuentasExternas } from '@/lib/caja/queries-cierre';
import { recontarCaja } from '@/lib/caja/recontar';
import { resolverTarea } from '@/lib/tarea/resolver';
import { abrirTarea } from '@/lib/tarea/steps';
import { anularVenta } from '@/lib/venta/anular';
import { editarPagoVenta } from '@/lib/venta/editar-pago';
import { tokenDe } from '@/tests/auth/llamar';
import { nuevoFloat } from '@/tests/caja/plantadas';
import { nuevaSucursal, nuevoTurno } from '@/tests/harness/factories';
import type { Caso } from './casos';
import { ahora, type Tienda, vender } from './tienda';

const motivo = 'Apareció un billete debajo de la bandeja';

/** A close with a difference over the cap, twice declared: it has a cause, a task and a review. */
async function cierreRevuelto(t: Tienda) {
  const ctx = { ...ahora(t.jefe), idSucursal: t.idSucursal };
  const bcp = await nuevoFloat(ctx, { nombre: `BCP ${Date.now()}`, clase: 'agente', saldo: 100_000 });
  for (const saldo of [1_000, 1_100]) {
    const turno = await nuevoTurno(t.idSucursal, { saldo: 500, especialidad: 'MIXTA', ahora: new Date() });
    const mia = ahora(turno.cajero);
    const externas = await cuentasExternas(mia, { id: turno.idSesion });
    const saldos_externos = externas
      .filter((e) => e.id_cuenta === bcp.id || e.clase === 'banco')
      .map((e) => ({ id_cuenta: e.id_cuenta, saldo }));
    const venta = await vender({ turno, producto: t.producto });
    const monto_final_real = saldo === 1_000 ? 520 : 420;
    await cerrarCaja(ahora(turno.cajero), { id: turno.idSesion, monto_final_real, saldos_externos });
    if (saldo === 1_100) return { turno, venta };
  }
  throw new Error('no close was made');
}

async function tarea(t: Tienda): Promise<number> {
  const { idSesion } = await cerrado(t);
  return (await anotarPendiente(ahora(t.jefe), { id: idSesion, detalle: 'Preguntar por el retiro' })).id;
}

async function cerrado(t: Tienda) {
  const turno = await nuevoTurno(t.idSucursal, { saldo: 100, ahora: new Date() });
  await cerrarCaja(ahora(turno.cajero), { id: turno.idSesion, monto_final_real: 90 });
  return turno;
}

/** Good requests of the close, its history and its tasks. */
export const CASOS_CIERRE: Record<string, Caso[]> = {
  'GET /cajas/vivas': [
    async (t) => {
      await nuevoTurno(t.idSucursal, { ahora: new Date() });
      return { token: t.tokenJefe };
    },
  ],
  'GET /cajas/sesiones': [
    (t) => ({ token: t.tokenJefe, datos: { id_caja: t.turno.idCaja, estado_sesion: 'ABIERTA' } }),
    (t) => ({ token: t.tokenCajero, datos: { limite: 5 } }),
  ],
  'GET /cajas/diferencias': [
    async (t) => {
      await cerrado(t);
      return { token: t.tokenJefe, datos: { por: 'cajero' } };
    },
    async (t) => {
      const turno = await cerrado(t);
      for (const monto of [91, 92]) await recontarCaja(ahora(t.jefe), { id: turno.idSesion, monto, motivo });
      return { token: t.tokenJefe, datos: { por: 'caja', id_caja: turno.idCaja } };
    },
    async (t) => ({ token: await cuatroCierres(t), datos: {} }),
  ],
  'GET /cajas/sesion/{id}/filas': [
    (t) => ({ token: t.tokenJefe, datos: { id: t.turno.idSesion, concepto: 'ventas_efectivo' } }),
    (t) => ({ token: t.tokenJefe, datos: { id: t.turno.idSesion, limite: 1 } }),
  ],
  'GET /cajas/sesion/{id}/externas': [(t) => ({ token: t.tokenCajero, datos: { id: t.turno.idSesion } })],
  'GET /cajas/sesion/{id}/cierre': [
    async (t) => ({ token: t.tokenJefe, datos: { id: (await cerrado(t)).idSesion } }),
    async (t) => {
      const { turno, venta } = await cierreRevuelto(t);
      const { idSesion: id } = turno;
      const { revision } = await cierreDeSesion(ahora(turno.cajero), { id });
      await aprobar(ahora(t.jefe), { id: revision?.id, respuesta: 'Ya se habló' });
      await editarPagoVenta(ahora(t.jefe), { id: venta.id, metodo_pago: 'QR', motivo_edicion: 'Pagó por QR' });
      await recontarCaja(ahora(t.jefe), { id, monto: 430, denominaciones: { 200: 2, 10: 3 }, motivo });
      return { token: await tokenDe(turno.cajero), datos: { id } };
    },
    async (t) => ({ token: t.tokenJefe, datos: { id: (await cierreRevuelto(t)).turno.idSesion } }),
    primerCierre,
    async (t) => {
      const turno = await nuevoTurno(t.idSucursal, { ahora: new Date() });
      const venta = await vender({ turno, producto: t.producto }, { metodo_pago: 'QR', recibido: null });
      await cerrarCaja(ahora(turno.cajero), { id: turno.idSesion, monto_final_real: 0 });
      await anularVenta(ahora(t.jefe), { id: venta.id, motivo_edicion: 'Volvió al día siguiente' });
      return { token: t.tokenJefe, datos: { id: turno.idSesion } };
    },
  ],
  'GET /cajas/sesion/{id}/pdf': [
    async (t) => ({ token: t.tokenJefe, datos: { id: (await cerrado(t)).idSesion } }),
    async (t) => ({ token: t.tokenJefe, datos: { id: (await cierreRevuelto(t)).turno.idSesion } }),
  ],
  'POST /cajas/sesion/{id}/recuento': [
    async (t) => ({ token: t.tokenJefe, datos: { id: (await cerrado(t)).idSesion, monto: 100, motivo } }),
    async (t) => ({
      token: t.tokenJefe,
      datos: { id: (await cerrado(t)).idSesion, monto: 95, denominaciones: { 50: 1, 20: 2, 5: 1 }, motivo },
    }),
  ],
  'POST /cajas/sesion/{id}/tareas': [
    async (t) => ({
      token: t.tokenJefe,
      datos: { id: (await cerrado(t)).idSesion, detalle: 'Preguntar por el vuelto' },
    }),
  ],
  'GET /tareas': [
    async (t) => {
      await cierreRevuelto(t);
      await withTransaction(ahora(t.jefe), (tx) =>
        abrirTarea(tx, ahora(t.jefe), { tipo: 'otra', resumen: 'Algo suelto' }),
      );
      await resolverTarea(ahora(t.jefe), { id: await tarea(t), resolucion: 'Apareció' });
      return { token: t.tokenJefe, datos: { limite: 10 } };
    },
    (t) => ({ token: t.tokenJefe, datos: { estado: 'PENDIENTE', buscar: 'retiro' } }),
  ],
  'POST /tareas/{id}/resolver': [
    async (t) => ({ token: t.tokenJefe, datos: { id: await tarea(t), resolucion: 'El cliente devolvió el dinero' } }),
  ],
};

/** The first close of a branch: what the bank's app shows only begins. */
async function primerCierre() {
  const { cajero, idSesion: id } = await nuevoTurno(await nuevaSucursal(), { ahora: new Date() });
  const externas = await cuentasExternas(ahora(cajero), { id });
  const saldos_externos = externas.map((e) => ({ id_cuenta: e.id_cuenta, saldo: 10 }));
  await cerrarCaja(ahora(cajero), { id, monto_final_real: 0, saldos_externos });
  return { token: await tokenDe(cajero), datos: { id } };
}

/** Somebody whose closes have a trend. */
async function cuatroCierres(t: Tienda): Promise<string> {
  const { cajero, idCaja } = await cerrado(t);
  for (const real of [90, 89, 88]) {
    const sesion = await abrirCaja(ahora(cajero), { id_caja: idCaja });
    await cerrarCaja(ahora(cajero), { id: sesion.id, monto_final_real: real });
  }
  return tokenDe(cajero);
}
