import { beforeAll, describe, expect, it } from 'vitest';
import { abrirConteo } from '@/lib/inventario/abrir-conteo';
import { aplicarConteo } from '@/lib/inventario/aplicar-conteo';
import { cancelarConteo } from '@/lib/inventario/cancelar-conteo';
import { contarProducto } from '@/lib/inventario/contar';
import { leerConteo, listarConteos } from '@/lib/inventario/queries';
import { registrarAjuste } from '@/lib/inventario/registrar-ajuste';
import { registrarSalida } from '@/lib/inventario/registrar-salida';
import { contar, todoCuadra, todosJuntos } from '../concurrency/juntos';
import { ctxDe, nuevoProducto } from '../harness/factories';
import { type Cadena, con, hay, nuevaCadena, vender } from './fixtures';

let m: Cadena;
beforeAll(async () => {
  m = await nuevaCadena();
});

const libre = () => abrirConteo(con(m.almacen), { alcance: 'LIBRE' });
const contado = (id: number, id_producto: number, cantidad: number, mas: object = {}) =>
  contarProducto(con(m.almacen), { id, id_producto, cantidad, ...mas });

describe('a count', () => {
  it('applies the difference it found to what there is then: sales meanwhile stay sold', async () => {
    const [a, b] = [
      await nuevoProducto(m.norte, { costo: 2, stock: 20 }),
      await nuevoProducto(m.norte, { costo: 2, stock: 5 }),
    ];
    const c = await libre();
    await contado(c.id, a.id, 18);
    await contado(c.id, b.id, 6);
    await vender(m.turno, a, 4);
    const fin = await aplicarConteo(con(m.almacen), { id: c.id });
    expect(fin).toMatchObject({ estado: 'APLICADO', valor: -2, no_contados: 'DEJAR' });
    expect(await hay(a.id, m.norte)).toEqual({ cantidad: 14_000, valor: 2_800 });
    expect(await hay(b.id, m.norte)).toEqual({ cantidad: 6_000, valor: 1_200 });
    await todoCuadra();
    await expect(contado(c.id, a.id, 1)).rejects.toMatchObject({ code: 'conteo_cerrado' });
    await expect(aplicarConteo(con(m.almacen), { id: c.id })).rejects.toMatchObject({ code: 'conteo_cerrado' });
  });

  it('adds scan after scan, and says when goods moved between them', async () => {
    const p = await nuevoProducto(m.norte, { stock: 3 });
    const c = await libre();
    await contado(c.id, p.id, 1, { sumar: true });
    expect(await contado(c.id, p.id, 1, { sumar: true })).toMatchObject({ contada: 2, movida: false });
    await vender(m.turno, p, 1);
    expect(await contado(c.id, p.id, 1, { sumar: true })).toMatchObject({ contada: 3, movida: true });
    expect(await contado(c.id, p.id, 2)).toMatchObject({ contada: 2, movida: false, diferencia: 0 });
    const repetido = con(m.almacen);
    const scan = { id: c.id, id_producto: p.id, cantidad: 1, sumar: true };
    await contarProducto(repetido, scan);
    expect(await contarProducto(repetido, scan)).toMatchObject({ contada: 3 });
    expect(await cancelarConteo(con(m.almacen), { id: c.id })).toMatchObject({ estado: 'CANCELADO' });
    expect(await hay(p.id, m.norte)).toMatchObject({ cantidad: 2_000 });
  });

  it('of a category takes only what is of it, and can take away what nobody counted', async () => {
    const p = await nuevoProducto(m.norte, { costo: 3, stock: 4 });
    const ajeno = await nuevoProducto(m.norte);
    const raw = { alcance: 'CATEGORIA' as const, id_categoria: p.categoria.id };
    const c = await abrirConteo(con(m.almacen), raw);
    expect(c).toMatchObject({ total: 1, contados: 0 });
    await expect(abrirConteo(con(m.almacen), raw)).rejects.toMatchObject({ code: 'conteo_abierto' });
    await expect(contado(c.id, ajeno.id, 1)).rejects.toMatchObject({ code: 'fuera_del_conteo' });
    await expect(aplicarConteo(con(m.almacen), { id: c.id, no_contados: 'CERO' })).rejects.toMatchObject({
      code: 'conteo_vacio',
    });
    await cancelarConteo(con(m.almacen), { id: c.id });
  });

  it('CERO takes away what the count covers and nobody counted, at its stock of then', async () => {
    const p = await nuevoProducto(m.sur, { costo: 3, stock: 4 });
    const q = await nuevoProducto(m.sur, { costo: 3, stock: 9 });
    const c = await abrirConteo(con(m.otro), { alcance: 'SUCURSAL' });
    await contarProducto(con(m.otro), { id: c.id, id_producto: p.id, cantidad: 4 });
    await registrarSalida(con(m.otro), {
      tipo: 'CONSUMO',
      motivo: 'Desayuno',
      lineas: [{ id_producto: q.id, cantidad: 2 }],
    });
    await aplicarConteo(con(m.otro), { id: c.id, no_contados: 'CERO' });
    expect([await hay(p.id, m.sur), await hay(q.id, m.sur)]).toEqual([
      { cantidad: 4_000, valor: 1_200 },
      { cantidad: 0, valor: 0 },
    ]);
    await todoCuadra();
  });

  it('that no longer fits asks to count again, and names what', async () => {
    const p = await nuevoProducto(m.norte, { stock: 10 });
    const c = await libre();
    await contado(c.id, p.id, 2);
    await vender(m.turno, p, 5);
    await expect(aplicarConteo(con(m.almacen), { id: c.id })).rejects.toThrow(`volver a contar ${p.nombre}`);
    await contado(c.id, p.id, 5);
    await aplicarConteo(con(m.almacen), { id: c.id });
    expect(await hay(p.id, m.norte)).toMatchObject({ cantidad: 5_000 });
  });

  it('counted in two counts at once, its difference is taken once: the second asks to count again', async () => {
    const p = await nuevoProducto(m.norte, { costo: 1, stock: 10 });
    const [uno, dos] = [await libre(), await libre()];
    for (const c of [uno, dos]) await contado(c.id, p.id, 8);
    await aplicarConteo(con(m.almacen), { id: uno.id });
    expect((await leerConteo(ctxDe(m.almacen), { id: dos.id })).lineas).toMatchObject([{ movida: true }]);
    await expect(aplicarConteo(con(m.almacen), { id: dos.id })).rejects.toThrow(
      `volver a contar ${p.nombre}: se ajustó después`,
    );
    expect(await hay(p.id, m.norte)).toEqual({ cantidad: 8_000, valor: 800 });
    expect(await contado(dos.id, p.id, 8)).toMatchObject({ movida: false, diferencia: 0 });
    expect(await aplicarConteo(con(m.almacen), { id: dos.id })).toMatchObject({ estado: 'APLICADO', valor: 0 });
    await todoCuadra();
  });

  it('is of its branch, takes a right, is blind for who only counts, and over the cap waits for a superior', async () => {
    const p = await nuevoProducto(m.norte, { costo: 100, stock: 10 });
    const c = await libre();
    await expect(
      contarProducto(con(m.turno.cajero), { id: c.id, id_producto: p.id, cantidad: 1 }),
    ).rejects.toMatchObject({
      code: 'sin_permiso',
    });
    await expect(contarProducto(con(m.otro), { id: c.id, id_producto: p.id, cantidad: 1 })).rejects.toMatchObject({
      code: 'no_encontrado',
    });
    const ciego = { ...m.almacen, permisos: new Set(['inventario:contar'] as const) };
    const visto = await contarProducto(con(ciego), { id: c.id, id_producto: p.id, cantidad: 2 });
    expect(visto).toMatchObject({ habia: null, diferencia: null, valor: null });
    await expect(aplicarConteo(con(ciego), { id: c.id })).rejects.toMatchObject({ code: 'sin_permiso' });
    await expect(aplicarConteo(con(m.almacen), { id: c.id })).rejects.toMatchObject({ code: 'requiere_aprobacion' });
    await aplicarConteo(con(m.jefe), { id: c.id });
    expect((await listarConteos(ctxDe(m.almacen), { estado: 'APLICADO' })).items.map((x) => x.id)).toContain(c.id);
    expect((await listarConteos(ctxDe(m.otro), {})).items.map((x) => x.id)).not.toContain(c.id);
  });
});

it('counting while selling, all at once: the stock ends as the count found it less what was sold after', async () => {
  const p = await nuevoProducto(m.norte, { costo: 1.5, stock: 100 });
  const c = await libre();
  const ventas = (n: number) => Array.from({ length: n }, () => () => vender(m.turno, p, 1));
  const { hechos } = await todosJuntos<unknown>([...ventas(8), () => contado(c.id, p.id, 90), ...ventas(8)]);
  expect(hechos).toHaveLength(17);
  const linea = (await aplicarConteo(con(m.almacen), { id: c.id })).lineas[0];
  // Whatever moment the count saw, the difference it found is what was applied to 84.
  expect((await hay(p.id, m.norte)).cantidad).toBe(84_000 + Math.round((linea?.diferencia ?? 0) * 1000));
  await todoCuadra();
});

it('two counts of the same product applied at once: one takes the difference, the other is told', async () => {
  const p = await nuevoProducto(m.norte, { costo: 1, stock: 10 });
  const cuentas = [await libre(), await libre(), await libre()];
  for (const c of cuentas) await contado(c.id, p.id, 6);
  const { hechos, rechazos } = await todosJuntos(
    cuentas.map(
      ({ id }) =>
        () =>
          aplicarConteo(con(m.almacen), { id }),
    ),
  );
  expect(hechos).toHaveLength(1);
  expect(contar(rechazos)).toEqual({ conteo_desactualizado: 2 });
  expect(await hay(p.id, m.norte)).toEqual({ cantidad: 6_000, valor: 600 });
  await todoCuadra();
});

it('two people who never stocked a product adjust it at once: the second adjusts what the first left', async () => {
  const p = await nuevoProducto(m.norte, { costo: 2, stock: 0 });
  const ajustar = (stock_actual: number) => () =>
    registrarAjuste(con(m.otro), { motivo: 'Apareció', lineas: [{ id_producto: p.id, stock_actual }] });
  const { hechos } = await todosJuntos([ajustar(3), ajustar(5), ajustar(9)]);
  expect(hechos.length).toBeGreaterThan(0);
  const queda = await hay(p.id, m.sur);
  expect([3_000, 5_000, 9_000]).toContain(queda.cantidad);
  expect(queda.valor).toBe((queda.cantidad / 1000) * 200);
  await todoCuadra();
});

it('two people adjusting the same product: the second adjusts what the first left', async () => {
  const p = await nuevoProducto(m.norte, { costo: 1, stock: 10 });
  const ajustar = (stock_actual: number) => () =>
    registrarAjuste(con(m.almacen), { motivo: 'Conteo', lineas: [{ id_producto: p.id, stock_actual }] });
  const { hechos, rechazos } = await todosJuntos([ajustar(7), ajustar(7), ajustar(7)]);
  expect(hechos).toHaveLength(1);
  expect(contar(rechazos)).toEqual({ sin_diferencia: 2 });
  expect(await hay(p.id, m.norte)).toEqual({ cantidad: 7_000, valor: 700 });
});
