import { describe, expect, test } from 'vitest';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import {
  balanceSesion,
  filasDeSesion,
  leerCaja,
  leerSesion,
  listarCajas,
  listarSesiones,
  miSesion,
  sesionActiva,
} from '@/lib/caja/queries';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import type { BolsilloDeFilas, Concepto } from '@/lib/caja/schemas';
import type { BalanceDto } from '@/lib/caja/schemas-respuestas';
import type { Context } from '@/lib/context';
import { a, asentarEfectivo, persona, sucursalNueva, tienda, tiendaAbierta } from './fixtures';

/** A session with something of every business: drawer 100 + 62 − 20 + 30 − 15 + 12 + 8 = 177. */
async function diaCompleto() {
  const t = await tiendaAbierta(100);
  const { cajera, sesion } = t;
  await asentarEfectivo(cajera, sesion.id, 7000);
  await asentarEfectivo(cajera, sesion.id, -800, { tipo: 'anulacion_venta' });
  await asentarEfectivo(cajera, sesion.id, -2000, { tipo: 'compra' });
  await asentarEfectivo(cajera, sesion.id, 5000, { tipo: 'deposito_agente', bolsillo: 'agente' });
  await asentarEfectivo(cajera, sesion.id, -2000, { tipo: 'retiro_agente', bolsillo: 'agente' });
  await asentarEfectivo(cajera, sesion.id, 1200, { tipo: 'recarga', bolsillo: 'recargas' });
  await asentarEfectivo(cajera, sesion.id, 800, { tipo: 'pago_fiado', bolsillo: 'fiado' });
  const mover = (tipo: string, monto: number) =>
    registrarMovimiento(cajera, { tipo, monto, motivo: 'Movimiento', id_sesion_caja: sesion.id });
  await mover('EGRESO', 25);
  await mover('INGRESO', 10);
  return t;
}

const ESPERADO = {
  monto_inicial: 100,
  ingresos: 10,
  egresos: 25,
  monto_final_teorico: 177,
  ventas: { efectivo: 62, qr: 0, transferencia: 0 },
  agentes: { ingresos: 50, egresos: 20, neto: 30 },
  recargas: 12,
  fiado: 8,
  compras: 20,
  otros: 0,
  bolsillos: { mercaderia: 42, agente: 30, recargas: 12, fiado: 8, fondo: 85 },
};

describe('balanceSesion', () => {
  test('its figures come from the libro, and the five pockets add up to the drawer', async () => {
    const { admin, sesion } = await diaCompleto();
    const balance = await balanceSesion(admin, { id: sesion.id });
    expect(balance).toMatchObject(ESPERADO);
    expect(Object.values(balance.bolsillos).reduce<number>((x, y) => x + (y ?? 0), 0)).toBe(177);
    expect((await leerSesion(admin, { id: sesion.id })).monto_final_teorico).toBe(177);
  });

  test('blind while open: without the right every sum is null, and after the close it is not', async () => {
    const { cajera, sesion } = await diaCompleto();
    const ciego = await balanceSesion(cajera, { id: sesion.id });
    expect(ciego).toMatchObject({ monto_inicial: 100, ingresos: null, egresos: null, monto_final_teorico: null });
    for (const grupo of [ciego.ventas, ciego.agentes, ciego.bolsillos]) {
      expect(new Set(Object.values(grupo))).toEqual(new Set([null]));
    }
    await expect(filasDeSesion(cajera, { id: sesion.id })).rejects.toMatchObject({ status: 403 });
    await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 170 });
    expect(await balanceSesion(cajera, { id: sesion.id })).toMatchObject(ESPERADO);
  });

  test('each figure opens to rows that add up to it', async () => {
    const { admin, sesion } = await diaCompleto();
    const balance = await balanceSesion(admin, { id: sesion.id });
    const suma = async (concepto: Concepto) => {
      const { items } = await filasDeSesion(admin, { id: sesion.id, concepto });
      expect(items.every((f) => f.concepto === concepto)).toBe(true);
      return items.reduce((total, f) => total + f.importe, 0);
    };
    const cifras: [Concepto, (b: BalanceDto) => number | null][] = [
      ['ventas_efectivo', (b) => b.ventas.efectivo],
      ['ingresos', (b) => b.ingresos],
      ['agentes', (b) => b.agentes.neto],
      ['recargas', (b) => b.recargas],
      ['fiado', (b) => b.fiado],
    ];
    for (const [concepto, cifra] of cifras) expect(await suma(concepto)).toBe(cifra(balance));
    expect(await suma('egresos')).toBe(-25);
    expect(await suma('compras')).toBe(-20);
  });

  test('each pocket, and the whole drawer, opens to rows that add up to it once the opening is counted', async () => {
    const { cajera, admin, sesion } = await diaCompleto();
    await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 170 });
    const { bolsillos, monto_final_teorico, monto_inicial } = await balanceSesion(admin, { id: sesion.id });
    const suma = async (bolsillo: BolsilloDeFilas) => {
      const { items } = await filasDeSesion(admin, { id: sesion.id, bolsillo });
      return items.reduce((total, f) => total + f.importe, 0);
    };
    for (const bolsillo of ['mercaderia', 'agente', 'recargas', 'fiado'] as const) {
      expect(await suma(bolsillo)).toBe(bolsillos[bolsillo]);
    }
    expect(monto_inicial + (await suma('fondo'))).toBe(bolsillos.fondo);
    expect(monto_inicial + (await suma('gaveta'))).toBe(monto_final_teorico);
  });

  test('pages of rows join into the whole list', async () => {
    const { admin, sesion } = await diaCompleto();
    const todas = await filasDeSesion(admin, { id: sesion.id });
    expect(todas.items).toHaveLength(9);
    const primera = await filasDeSesion(admin, { id: sesion.id, limite: 4 });
    const segunda = await filasDeSesion(admin, { id: sesion.id, limite: 5, cursor: primera.meta.nextCursor ?? '' });
    expect([...primera.items, ...segunda.items]).toEqual(todas.items);
    expect(segunda.meta.nextCursor).toBeNull();
  });

  test('the difference of the opening opens to its entry', async () => {
    const { admin, caja } = await tienda(100);
    const sesion = await abrirCaja(admin, { id_caja: caja.id, monto_inicial: 90 });
    const { items } = await filasDeSesion(admin, { id: sesion.id, concepto: 'apertura' });
    expect(items).toMatchObject([{ tipo_documento: 'apertura', importe: -10 }]);
    expect((await balanceSesion(admin, { id: sesion.id })).monto_final_teorico).toBe(90);
  });
});

describe('who sees what', () => {
  test('the balance of an open drawer hides from the cashier and shows to the administrator', async () => {
    const { admin, cajera, caja } = await tiendaAbierta(33);
    const saldo = async (ctx: Context) => (await listarCajas(ctx)).items.find((c) => c.id === caja.id)?.saldo;
    expect(await saldo(cajera)).toBeNull();
    expect(await saldo(admin)).toBe(33);
    expect((await leerCaja(cajera, { id: caja.id })).saldo).toBeNull();
  });

  test('one branch does not see the other; the owner sees all', async () => {
    const { caja, sesion } = await tiendaAbierta();
    const idSucursal = await sucursalNueva();
    const vecino = await persona('Administrador', idSucursal);
    const propietario = await persona('Propietario', idSucursal);
    expect((await listarCajas(vecino, { id_sucursal: 'todas' })).items).toEqual([]);
    await expect(leerCaja(vecino, { id: caja.id })).rejects.toMatchObject({ status: 404 });
    await expect(leerSesion(vecino, { id: sesion.id })).rejects.toMatchObject({ status: 404 });
    await expect(balanceSesion(vecino, { id: sesion.id })).rejects.toMatchObject({ status: 404 });
    expect((await listarCajas(propietario, { id_sucursal: 'todas' })).items.map((c) => c.id)).toContain(caja.id);
    await expect(leerSesion(propietario, { id: sesion.id })).resolves.toMatchObject({ id: sesion.id });
  });

  test("a cashier sees one's own sessions and nobody else's", async () => {
    const { idSucursal, cajera, caja, sesion } = await tiendaAbierta();
    const otra = await persona('Operador', idSucursal);
    expect(await sesionActiva(cajera, { id_usuario: String(cajera.actor.idUsuario) })).toMatchObject({
      id: sesion.id,
      caja: { id: caja.id, especialidad: 'MIXTA' },
    });
    await expect(sesionActiva(otra, { id_usuario: cajera.actor.idUsuario })).rejects.toMatchObject({ status: 403 });
    await expect(sesionActiva(otra, { id_usuario: otra.actor.idUsuario })).rejects.toMatchObject({ status: 404 });
    expect(await miSesion(otra)).toBeNull();
    await expect(leerSesion(otra, { id: sesion.id })).rejects.toMatchObject({ status: 404 });
    expect((await listarSesiones(otra)).items).toEqual([]);
    expect((await leerCaja(otra, { id: caja.id })).sesiones).toEqual([]);
    expect((await leerCaja(cajera, { id: caja.id })).sesiones).toHaveLength(1);
  });

  test('a stock keeper sees no cajas', async () => {
    const almacen = await persona('Almacenero', await sucursalNueva());
    for (const query of [listarCajas, listarSesiones])
      await expect(query(almacen)).rejects.toMatchObject({ status: 403 });
  });
});

describe('listarSesiones', () => {
  test('pages join into the history, newest first; days are of La Paz', async () => {
    const { admin, cajera, caja } = await tienda(10);
    const aperturas = [
      '2026-11-18T12:00:00.000Z',
      '2026-11-19T03:59:59.000Z',
      '2026-11-19T04:00:00.000Z',
      '2026-11-20T12:00:00.000Z',
    ];
    const ids: number[] = [];
    for (const ahora of aperturas) {
      const { id } = await abrirCaja(a(cajera, ahora), { id_caja: caja.id });
      await cerrarCaja(a(cajera, ahora), { id, monto_final_real: 10 });
      ids.unshift(id);
    }
    const lista = async (raw: object) => listarSesiones(admin, { id_caja: caja.id, ...raw });
    expect((await lista({})).items.map((s) => s.id)).toEqual(ids);
    const primera = await lista({ limite: '3' });
    const segunda = await lista({ limite: 3, cursor: primera.meta.nextCursor });
    expect([...primera.items, ...segunda.items].map((s) => s.id)).toEqual(ids);
    expect(segunda.meta.nextCursor).toBeNull();
    expect((await lista({ desde: '2026-11-18', hasta: '2026-11-18' })).items.map((s) => s.id)).toEqual(ids.slice(2));
    expect((await lista({ estado_sesion: 'ABIERTA' })).items).toEqual([]);
    await expect(lista({ cursor: 'zzz' })).rejects.toMatchObject({ status: 400 });
    await expect(lista({ cursor: Buffer.from('[1,"x"]').toString('base64url') })).rejects.toMatchObject({
      status: 400,
    });
  });
});
