import { beforeAll, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { atenderAlertaStock, listarAlertasStock } from '@/lib/inventario/alertas';
import { detectarAlertasDeStock } from '@/lib/inventario/detectar-alertas';
import { registrarEntrada } from '@/lib/inventario/registrar-entrada';
import { registrarSalida } from '@/lib/inventario/registrar-salida';
import { cambioPropuesto } from '@/lib/inventario/rules';
import type { AlertaStockDto } from '@/lib/inventario/schemas-respuestas';
import { ponerPrecio } from '@/lib/presentacion/poner-precio';
import { editarProducto } from '@/lib/producto/editar';
import { leerProducto } from '@/lib/producto/queries';
import { anotarVencimiento } from '@/lib/reposicion/anotar-vencimiento';
import { ponerReposicion } from '@/lib/reposicion/poner';
import { resolverVencimiento } from '@/lib/reposicion/resolver-vencimiento';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { AHORA, ctxDe, linea, nuevaPersona, nuevoProducto, nuevoTurno } from '../harness/factories';
import { nuevoHub, oir } from '../realtime/oyente';
import { type Cadena, con, nuevaCadena, vender } from './fixtures';

let m: Cadena;
beforeAll(async () => {
  m = await nuevaCadena();
});

const DIA_MS = 86_400_000;
const despues = (dias: number) => new Date(AHORA.getTime() + dias * DIA_MS);
const abiertas = async (tipo: string) =>
  (await listarAlertasStock(ctxDe(m.almacen), { tipo, situacion: 'abierta' })).items;
const entra = (id: number, cantidad: number, mas: object = {}, ahora = AHORA) =>
  registrarEntrada(con(m.almacen, { ahora }), { motivo: 'Compra', lineas: [{ id_producto: id, cantidad, ...mas }] });

it('low stock is told once per cycle: again only after it was restocked', async () => {
  const p = await nuevoProducto(m.norte, { stock: 3 });
  await sqlClient()`update producto set stock_minimo = 5000 where id = ${p.id}`;
  await detectarAlertasDeStock(AHORA);
  await detectarAlertasDeStock(AHORA);
  const [una, ...mas] = await abiertas('STOCK_BAJO');
  expect(mas).toEqual([]);
  expect(una).toMatchObject({ id_producto: p.id, frase: 'Quedan 3; el mínimo es 5.' });
  const id = una?.id ?? 0;
  expect(await atenderAlertaStock(con(m.almacen), { id, nota: 'Se pidió' })).toMatchObject({ nota: 'Se pidió' });
  await expect(atenderAlertaStock(con(m.almacen), { id, nota: 'Otra vez' })).rejects.toMatchObject({
    code: 'alerta_atendida',
  });
  await expect(atenderAlertaStock(con(m.otro), { id, nota: 'Ajena' })).rejects.toMatchObject({ code: 'no_encontrado' });
  await expect(atenderAlertaStock(con(m.turno.cajero), { id, nota: 'Sin' })).rejects.toMatchObject({
    code: 'sin_permiso',
  });
  await entra(p.id, 10);
  await detectarAlertasDeStock(AHORA);
  expect(await abiertas('STOCK_BAJO')).toEqual([]);
  await registrarSalida(con(m.almacen), {
    tipo: 'MERMA',
    motivo: 'Rotas',
    lineas: [{ id_producto: p.id, cantidad: 9 }],
  });
  await detectarAlertasDeStock(AHORA);
  expect(await abiertas('STOCK_BAJO')).toHaveLength(1);
});

it('days of cover, what is about to expire and what nobody buys are told, and close by themselves', async () => {
  const p = await nuevoProducto(m.norte, { stock: 10 });
  await sqlClient()`update producto set dias_cobertura = 60 where id = ${p.id}`;
  await vender(m.turno, p, 7);
  await entra(p.id, 1, { vence: '2026-11-28', lote: 'L9' });
  await detectarAlertasDeStock(AHORA);
  expect((await abiertas('COBERTURA'))[0]).toMatchObject({ frase: expect.stringContaining('Alcanza para 16 días') });
  expect((await abiertas('POR_VENCER'))[0]).toMatchObject({ frase: 'Vence el sáb 28 nov (lote L9). Quedan 4.' });
  await detectarAlertasDeStock(despues(61));
  expect((await abiertas('SIN_MOVIMIENTO')).map((a) => a.id_producto)).toContain(p.id);
  await detectarAlertasDeStock(AHORA);
  expect(await abiertas('SIN_MOVIMIENTO')).toEqual([]);
});

it('each closes when its own cause goes: restocked to the days asked, the date attended to, a sale', async () => {
  const [a, b, c] = [
    await nuevoProducto(m.norte, { stock: 4 }),
    await nuevoProducto(m.norte),
    await nuevoProducto(m.norte),
  ];
  await sqlClient()`update producto set dias_cobertura = 10 where id = ${a.id}`;
  await vender(m.turno, a, 3);
  const { id: idVence } = await anotarVencimiento(con(m.jefe), { id_producto: b.id, vence: '2026-12-01', cantidad: 2 });
  await detectarAlertasDeStock(despues(61));
  const hayDe = async (tipo: string, id: number) => (await abiertas(tipo)).some((x) => x.id_producto === id);
  await detectarAlertasDeStock(AHORA);
  expect([await hayDe('COBERTURA', a.id), await hayDe('POR_VENCER', b.id)]).toEqual([true, true]);
  await entra(a.id, 20);
  await resolverVencimiento(con(m.jefe), { id: idVence, resolucion: 'VENDIDO' });
  await detectarAlertasDeStock(AHORA);
  expect([await hayDe('COBERTURA', a.id), await hayDe('POR_VENCER', b.id)]).toEqual([false, false]);
  await detectarAlertasDeStock(despues(61));
  expect(await hayDe('SIN_MOVIMIENTO', c.id)).toBe(true);
  const ahora = despues(61);
  const tarde = await nuevoTurno(m.norte, { saldo: 20, ahora });
  await cobrarVenta(con(tarde.cajero, { ahora }), {
    id_sesion_caja: tarde.idSesion,
    metodo_pago: 'QR',
    detalles: [linea(c)],
  });
  await detectarAlertasDeStock(ahora);
  expect(await hayDe('SIN_MOVIMIENTO', c.id)).toBe(false);
});

it('the minimum of a branch is of that branch, and its people alone are told', async () => {
  const p = await nuevoProducto(m.sur, { stock: 3 });
  await ponerReposicion(con(await nuevaPersona('Superadministrador', m.norte)), {
    id_producto: p.id,
    id_sucursal: m.sur,
    stock_minimo: 4,
    dias_cobertura: null,
  });
  await detectarAlertasDeStock(AHORA);
  const suyas = (await listarAlertasStock(ctxDe(m.otro), { situacion: 'abierta' })).items;
  expect(suyas.map((x) => [x.id_producto, x.tipo, x.frase])).toEqual([
    [p.id, 'STOCK_BAJO', 'Quedan 3; el mínimo es 4.'],
  ]);
  expect((await abiertas('STOCK_BAJO')).map((x) => x.id_producto)).not.toContain(p.id);
});

it('a new alert is an event, once, whoever looks at once: what carries alerts outside hears of its row', async () => {
  const hub = await nuevoHub();
  const oyente = oir(hub, m.otro);
  try {
    const p = await nuevoProducto(m.sur, { stock: 1 });
    await sqlClient()`update producto set stock_minimo = 2000 where id = ${p.id}`;
    const miradas = await Promise.all([detectarAlertasDeStock(AHORA), detectarAlertasDeStock(AHORA)]);
    expect(miradas.reduce((suma, x) => suma + x.abiertas, 0)).toBe(1);
    const [una] = (await listarAlertasStock(ctxDe(m.otro), { buscar: p.nombre })).items;
    const avisos = () =>
      oyente.cambios.flatMap((x) => (x.tema === 'alerta_stock' && x.id_sucursal === m.sur ? (x.ids ?? []) : []));
    await expect.poll(() => avisos().filter((id) => id === una?.id)).toEqual([una?.id]);
    expect(await detectarAlertasDeStock(AHORA)).toEqual({ abiertas: 0, cerradas: 0 });
  } finally {
    await hub.close();
  }
});

it('a cost that eats the margin is told with the price that keeps it, until the price changes', async () => {
  const p = await nuevoProducto(m.norte, { precio: 10, costo: 6, stock: 5 });
  await entra(p.id, 5, { costo_unitario: 7.5 });
  await detectarAlertasDeStock(AHORA);
  const suya = (await abiertas('COSTO')).find((a) => a.id_producto === p.id);
  expect(suya).toMatchObject({ precio_propuesto: 12.5, frase: expect.stringContaining('El costo subió') });
  await editarProducto(con(m.jefe, { ahora: despues(1) }), { id: p.id, precio_venta: 12.5 });
  await detectarAlertasDeStock(despues(1));
  expect((await abiertas('COSTO')).find((a) => a.id_producto === p.id)).toBeUndefined();
});

it('a cost is told to each branch by the price that it charges, and only its own answer closes it', async () => {
  const p = await nuevoProducto(m.norte, { precio: 10, costo: 6, stock: 5 });
  const todas = await nuevaPersona('Superadministrador', m.norte);
  const delSur = { id_producto: p.id, id_sucursal: m.sur };
  await ponerPrecio(con(todas), { ...delSur, precio_venta: 20 });
  await entra(p.id, 5, { costo_unitario: 9 });
  await registrarEntrada(con(m.otro), { motivo: 'Compra', lineas: [{ id_producto: p.id, cantidad: 5 }] });
  let lista: readonly AlertaStockDto[] = [];
  /** As the screen of somebody who works in the north does, whatever the branch of the alert. */
  const poner = async (idSucursal: number, ahora: Date) => {
    const alerta = lista.find((a) => a.id_sucursal === idSucursal);
    const cambio = alerta && cambioPropuesto(alerta);
    const ctx = con(todas, { ahora });
    await (cambio?.en === 'sucursal' ? ponerPrecio(ctx, cambio.raw) : editarProducto(ctx, cambio?.raw));
  };
  const alertas = async (ahora: Date) => {
    await detectarAlertasDeStock(ahora);
    const { items } = await listarAlertasStock(ctxDe(todas), { tipo: 'COSTO', situacion: 'abierta', buscar: p.nombre });
    lista = items;
    return Object.fromEntries(items.map((a) => [a.id_sucursal, [a.precio_venta, a.precio_propio, a.precio_propuesto]]));
  };
  expect(await alertas(AHORA)).toEqual({ [m.norte]: [10, false, 15], [m.sur]: [20, true, 30] });
  // What everybody charges is not what the south charges.
  await poner(m.norte, despues(1));
  expect(await alertas(despues(1))).toEqual({ [m.sur]: [20, true, 30] });
  await poner(m.sur, despues(2));
  expect(await alertas(despues(2))).toEqual({});
  expect(await leerProducto(ctxDe(todas), { id: p.id })).toMatchObject({ precio_base: 15, precio_venta: 15 });
  expect(await leerProducto(ctxDe(m.otro), { id: p.id })).toMatchObject({ precio_base: 15, precio_venta: 30 });
});
