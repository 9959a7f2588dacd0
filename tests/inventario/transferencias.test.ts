import { beforeAll, describe, expect, it } from 'vitest';
import { cancelarTransferencia } from '@/lib/inventario/cancelar-transferencia';
import { enviarTransferencia } from '@/lib/inventario/enviar-transferencia';
import { leerTransferencia, listarTransferencias } from '@/lib/inventario/queries';
import { recibirTransferencia } from '@/lib/inventario/recibir-transferencia';
import { solicitarTransferencia } from '@/lib/inventario/solicitar-transferencia';
import { eliminarProducto } from '@/lib/producto/eliminar';
import { contar, todoCuadra, todosJuntos } from '../concurrency/juntos';
import { ctxDe, nuevaPersona, nuevaSucursal, nuevoProducto } from '../harness/factories';
import { type Cadena, con, cuenta, hay, nuevaCadena, vender } from './fixtures';

let m: Cadena;
beforeAll(async () => {
  m = await nuevaCadena();
});

const pedir = (id: number, cantidad: number) =>
  solicitarTransferencia(con(m.otro), { id_origen: m.norte, lineas: [{ id_producto: id, cantidad }] });

describe('a transfer', () => {
  it('requested, sent and received in parts: what is on the way is in its account, and what is lost says why', async () => {
    const p = await nuevoProducto(m.norte, { costo: 3.33, stock: 10 });
    const t = await pedir(p.id, 7);
    expect(t).toMatchObject({ folio: 'T-1', estado: 'SOLICITADA', puede_enviar: false, puede_cancelar: true });
    const antes = await cuenta(`transito.S${m.norte}`);
    expect(await enviarTransferencia(con(m.almacen), { id: t.id })).toMatchObject({
      estado: 'ENVIADA',
      valor_enviado: 23.31,
    });
    expect(await cuenta(`transito.S${m.norte}`)).toBe(antes + 2_331);
    expect(await hay(p.id, m.norte)).toMatchObject({ cantidad: 3_000 });
    await todoCuadra();
    const parte = await recibirTransferencia(con(m.otro), { id: t.id, lineas: [{ id_producto: p.id, recibida: 4 }] });
    expect(parte).toMatchObject({ estado: 'PARCIAL', lineas: [{ recibida: 4, en_camino: 3 }] });
    const linea = { id_producto: p.id, recibida: 2, perdida: 1, causa: 'DANADO', explicacion: 'Llegó abierta' };
    const merma = await cuenta(`merma.S${m.norte}`);
    const fin = await recibirTransferencia(con(m.otro), { id: t.id, lineas: [linea] });
    expect(fin).toMatchObject({
      estado: 'RECIBIDA',
      valor_en_camino: 0,
      lineas: [{ recibida: 6, perdida: 1, en_camino: 0 }],
    });
    expect(fin.recepciones).toHaveLength(2);
    expect(await cuenta(`transito.S${m.norte}`)).toBe(antes);
    expect((await cuenta(`merma.S${m.norte}`)) - merma + (await hay(p.id, m.sur)).valor).toBe(2_331);
    await todoCuadra();
  });

  it('never receives more than was sent, nor loses without saying why', async () => {
    const p = await nuevoProducto(m.norte, { stock: 5 });
    const t = await pedir(p.id, 3);
    const recibir = (mas: object) =>
      recibirTransferencia(con(m.otro), { id: t.id, lineas: [{ id_producto: p.id, ...mas }] });
    await expect(recibir({ recibida: 1 })).rejects.toMatchObject({ code: 'transferencia_estado' });
    await enviarTransferencia(con(m.almacen), { id: t.id, lineas: [{ id_producto: p.id, cantidad: 2 }] });
    await expect(recibir({ recibida: 3 })).rejects.toMatchObject({ code: 'mas_de_lo_enviado' });
    await expect(recibir({ recibida: 1, perdida: 1 })).rejects.toThrow('causa y su explicación');
    expect(await recibirTransferencia(con(m.otro), { id: t.id })).toMatchObject({ estado: 'RECIBIDA' });
    await expect(recibir({ recibida: 1 })).rejects.toMatchObject({ code: 'transferencia_estado' });
  });

  it('is taken back before it is sent, and only then', async () => {
    const p = await nuevoProducto(m.norte, { stock: 5 });
    const cancelada = await pedir(p.id, 1);
    const motivo = 'Ya no hace falta';
    expect(await cancelarTransferencia(con(m.almacen), { id: cancelada.id, motivo })).toMatchObject({
      estado: 'CANCELADA',
    });
    await expect(enviarTransferencia(con(m.almacen), { id: cancelada.id })).rejects.toMatchObject({
      code: 'transferencia_estado',
    });
    const enviada = await pedir(p.id, 1);
    await enviarTransferencia(con(m.almacen), { id: enviada.id });
    await expect(cancelarTransferencia(con(m.almacen), { id: enviada.id, motivo })).rejects.toMatchObject({
      code: 'transferencia_estado',
    });
  });

  it('each branch does its own steps, others see nothing, and it takes a right', async () => {
    const p = await nuevoProducto(m.norte, { stock: 5 });
    const t = await pedir(p.id, 1);
    await expect(enviarTransferencia(con(m.otro), { id: t.id })).rejects.toMatchObject({ code: 'sin_permiso' });
    await enviarTransferencia(con(m.almacen), { id: t.id });
    await expect(recibirTransferencia(con(m.almacen), { id: t.id })).rejects.toMatchObject({ code: 'sin_permiso' });
    const tercero = await nuevaPersona('Almacenero', await nuevaSucursal());
    await expect(leerTransferencia(ctxDe(tercero), { id: t.id })).rejects.toMatchObject({ code: 'no_encontrado' });
    expect((await listarTransferencias(ctxDe(tercero), {})).items).toEqual([]);
    expect((await listarTransferencias(ctxDe(m.otro), { pendientes: 'true' })).items.map((x) => x.id)).toContain(t.id);
    await expect(
      solicitarTransferencia(con(m.turno.cajero), { id_destino: m.sur, lineas: [{ id_producto: p.id, cantidad: 1 }] }),
    ).rejects.toMatchObject({ code: 'sin_permiso' });
    await expect(
      solicitarTransferencia(con(m.almacen), { lineas: [{ id_producto: p.id, cantidad: 1 }] }),
    ).rejects.toThrow('de una sucursal a otra');
    await expect(pedir(p.id, 99).then((x) => enviarTransferencia(con(m.almacen), { id: x.id }))).rejects.toMatchObject({
      code: 'stock_insuficiente',
    });
  });

  it('sent and received twice with its key is once', async () => {
    const p = await nuevoProducto(m.norte, { stock: 5 });
    const t = await pedir(p.id, 2);
    const envio = con(m.almacen);
    expect(await enviarTransferencia(envio, { id: t.id })).toEqual(await enviarTransferencia(envio, { id: t.id }));
    const recepcion = con(m.otro);
    expect(await recibirTransferencia(recepcion, { id: t.id })).toEqual(
      await recibirTransferencia(recepcion, { id: t.id }),
    );
    expect(await hay(p.id, m.sur)).toMatchObject({ cantidad: 2_000 });
  });
});

it('transfers crossing in both directions, with sales, all at once: no deadlock, and nothing is lost', async () => {
  const [a, b] = [
    await nuevoProducto(m.norte, { stock: 60, costo: 2.5 }),
    await nuevoProducto(m.norte, { stock: 60, costo: 7 }),
  ];
  const llevar = async (lineas: [typeof a, number][]) => {
    const t = await solicitarTransferencia(con(m.almacen), {
      id_destino: m.sur,
      lineas: lineas.map(([p, cantidad]) => ({ id_producto: p.id, cantidad })),
    });
    await enviarTransferencia(con(m.almacen), { id: t.id });
    return t.id;
  };
  const traer = async (lineas: [typeof a, number][]) => {
    const t = await solicitarTransferencia(con(m.otro), {
      id_destino: m.norte,
      lineas: lineas.map(([p, cantidad]) => ({ id_producto: p.id, cantidad })),
    });
    await enviarTransferencia(con(m.otro), { id: t.id });
    return t.id;
  };
  await recibirTransferencia(con(m.otro), {
    id: await llevar([
      [a, 20],
      [b, 20],
    ]),
  });
  const { hechos, rechazos } = await todosJuntos<unknown>(
    Array.from({ length: 6 }, () => [
      async () =>
        recibirTransferencia(con(m.otro), {
          id: await llevar([
            [a, 2],
            [b, 1],
          ]),
        }),
      async () =>
        recibirTransferencia(con(m.almacen), {
          id: await traer([
            [b, 1],
            [a, 1],
          ]),
        }),
      () => vender(m.turno, a, 1),
      () => vender(m.turno, b, 1),
    ]).flat(),
  );
  expect(rechazos).toEqual([]);
  expect(hechos).toHaveLength(24);
  for (const p of [a, b]) {
    const total = (await hay(p.id, m.norte)).cantidad + (await hay(p.id, m.sur)).cantidad;
    expect(total).toBe(54_000);
  }
  await todoCuadra();
});

it('never more received than sent, whoever receives at once and however often it is sent again', async () => {
  const p = await nuevoProducto(m.norte, { stock: 20, costo: 3.33 });
  const t = await pedir(p.id, 7);
  await enviarTransferencia(con(m.almacen), { id: t.id });
  const llegan = (recibida: number) => ({ id: t.id, lineas: [{ id_producto: p.id, recibida }] });
  const pedidos = [2, 3, 2, 3, 4].map((n) => ({ ctx: con(m.otro), raw: llegan(n) }));
  const { hechos, rechazos } = await todosJuntos(
    [...pedidos, ...pedidos].map(
      ({ ctx, raw }) =>
        () =>
          recibirTransferencia(ctx, raw),
    ),
  );
  expect(hechos.length).toBeGreaterThan(0);
  expect(rechazos.every((code) => ['mas_de_lo_enviado', 'transferencia_estado'].includes(code))).toBe(true);
  const { cantidad } = await hay(p.id, m.sur);
  expect(cantidad).toBeLessThanOrEqual(7_000);
  const { lineas } = await leerTransferencia(ctxDe(m.otro), { id: t.id });
  expect(lineas).toMatchObject([{ recibida: cantidad / 1000, en_camino: 7 - cantidad / 1000 }]);
  if (cantidad < 7_000) await recibirTransferencia(con(m.otro), { id: t.id });
  expect((await hay(p.id, m.norte)).valor + (await hay(p.id, m.sur)).valor).toBe(6_660);
  expect(await leerTransferencia(ctxDe(m.otro), { id: t.id })).toMatchObject({
    estado: 'RECIBIDA',
    valor_en_camino: 0,
  });
  await todoCuadra();
});

it('pieces arrive whole, and what is on its way keeps its product in the catalogue', async () => {
  const p = await nuevoProducto(m.norte, { stock: 2 });
  const t = await pedir(p.id, 2);
  await enviarTransferencia(con(m.almacen), { id: t.id });
  const mitad = { id: t.id, lineas: [{ id_producto: p.id, recibida: 0.5 }] };
  await expect(recibirTransferencia(con(m.otro), mitad)).rejects.toThrow('por unidades enteras');
  await expect(eliminarProducto(con(m.jefe), { id: p.id })).rejects.toThrow('camino a');
});

it('of many who send the same transfer one does, and the rest are told', async () => {
  const p = await nuevoProducto(m.norte, { stock: 5 });
  const t = await pedir(p.id, 2);
  const { hechos, rechazos } = await todosJuntos(
    Array.from({ length: 5 }, () => () => enviarTransferencia(con(m.almacen), { id: t.id })),
  );
  expect(hechos).toHaveLength(1);
  expect(contar(rechazos)).toEqual({ transferencia_estado: 4 });
  expect(await hay(p.id, m.norte)).toMatchObject({ cantidad: 3_000 });
});
