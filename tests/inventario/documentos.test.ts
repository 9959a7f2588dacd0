import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { aprobar } from '@/lib/aprobacion/aprobar';
import { RequiereAprobacionError } from '@/lib/aprobacion/errors';
import { pedirAprobacion } from '@/lib/aprobacion/pedir';
import { abrirConteo } from '@/lib/inventario/abrir-conteo';
import { anularDocumento } from '@/lib/inventario/anular-documento';
import { aplicarConteo } from '@/lib/inventario/aplicar-conteo';
import { contarProducto } from '@/lib/inventario/contar';
import { leerKardex } from '@/lib/inventario/kardex';
import { leerDocumento, listarDocumentos } from '@/lib/inventario/queries';
import { registrarAjuste } from '@/lib/inventario/registrar-ajuste';
import { registrarEntrada } from '@/lib/inventario/registrar-entrada';
import { registrarSalida } from '@/lib/inventario/registrar-salida';
import { valorar } from '@/lib/inventario/valoracion';
import { leerProducto } from '@/lib/producto/queries';
import { todoCuadra } from '../concurrency/juntos';
import { AHORA, ctxDe, ctxSistema, nuevaPersona, nuevoProducto } from '../harness/factories';
import { type Cadena, con, cuenta, hay, nuevaCadena, vender } from './fixtures';

let m: Cadena;
beforeAll(async () => {
  m = await nuevaCadena();
});

const entrada = (id: number, mas: object = {}) => ({
  motivo: 'Compra en la feria',
  proveedor: 'Doña Julia',
  lineas: [{ id_producto: id, cantidad: 10, costo_unitario: 8 }],
  ...mas,
});

describe('an entry', () => {
  it('brings goods in at their cost, with its number, and its cost becomes the last one', async () => {
    const p = await nuevoProducto(m.norte, { costo: 6, stock: 10 });
    const doc = await registrarEntrada(con(m.almacen), entrada(p.id));
    expect(doc).toMatchObject({
      folio: 'E-1',
      tipo: 'ENTRADA',
      concepto: 'COMPRA',
      valor: 80,
      proveedor: 'Doña Julia',
    });
    expect(await hay(p.id, m.norte)).toEqual({ cantidad: 20_000, valor: 14_000 });
    expect(await leerProducto(ctxSistema(m.norte), { id: p.id })).toMatchObject({ costo_compra: 8 });
    expect((await registrarEntrada(con(m.almacen), entrada(p.id))).folio).toBe('E-2');
    await todoCuadra();
  });

  it('what was paid wins over the unit cost; two lines of a product are one; a concept has its account', async () => {
    const p = await nuevoProducto(m.norte, { costo: 1, stock: 0 });
    const antes = await cuenta(`ingresos_varios.S${m.norte}`);
    const doc = await registrarEntrada(
      con(m.almacen),
      entrada(p.id, {
        concepto: 'BONIFICACION',
        lineas: [
          { id_producto: p.id, cantidad: 3, subtotal: 10 },
          { id_producto: p.id, cantidad: 1, costo_unitario: 2, vence: '2026-12-24', lote: 'L7' },
        ],
      }),
    );
    expect(doc.lineas).toEqual([expect.objectContaining({ cantidad: 4, valor: 12, costo_unitario: 3 })]);
    expect(await cuenta(`ingresos_varios.S${m.norte}`)).toBe(antes - 1_200);
  });

  it('is not for who may not, and not of what does not exist', async () => {
    await expect(registrarEntrada(con(m.turno.cajero), entrada(1))).rejects.toMatchObject({ code: 'sin_permiso' });
    await expect(registrarEntrada(con(m.almacen), entrada(999_999))).rejects.toMatchObject({
      code: 'producto_no_encontrado',
    });
    const p = await nuevoProducto(m.norte);
    await expect(
      registrarEntrada(con(m.almacen), entrada(p.id, { lineas: [{ id_producto: p.id, cantidad: 1.5 }] })),
    ).rejects.toThrow('por unidades enteras');
  });

  it('sent twice is one', async () => {
    const p = await nuevoProducto(m.norte, { stock: 0 });
    const ctx = con(m.almacen);
    const primera = await registrarEntrada(ctx, entrada(p.id));
    expect(await registrarEntrada(ctx, entrada(p.id))).toEqual(primera);
    expect(await hay(p.id, m.norte)).toMatchObject({ cantidad: 10_000 });
  });
});

describe('an exit', () => {
  const salida = (id: number, cantidad = 2, tipo = 'MERMA') => ({
    tipo,
    motivo: 'Se cayó la caja',
    lineas: [{ id_producto: id, cantidad }],
  });

  it('of each kind posts to its own account, at the average', async () => {
    const p = await nuevoProducto(m.norte, { costo: 6, stock: 10 });
    for (const [tipo, nombre] of [
      ['MERMA', 'merma'],
      ['CONSUMO', 'consumo'],
      ['VENCIDO', 'vencido'],
    ] as const) {
      const antes = await cuenta(`${nombre}.S${m.norte}`);
      expect(await registrarSalida(con(m.almacen), salida(p.id, 2, tipo))).toMatchObject({ tipo, valor: -12 });
      expect(await cuenta(`${nombre}.S${m.norte}`)).toBe(antes + 1_200);
    }
    expect(await hay(p.id, m.norte)).toEqual({ cantidad: 4_000, valor: 2_400 });
    await todoCuadra();
  });

  it('over the cap waits for a superior, and stands with their name', async () => {
    const p = await nuevoProducto(m.norte, { costo: 100, stock: 20 });
    const ctx = con(m.almacen);
    const id = await registrarSalida(ctx, salida(p.id, 6)).then(
      () => 0,
      (e: unknown) => (e instanceof RequiereAprobacionError ? (e.detalle?.id_aprobacion ?? 0) : 0),
    );
    await pedirAprobacion(con(m.almacen), { id, motivo: 'Se inundó el depósito' });
    await aprobar(con(m.jefe), { id });
    const doc = await registrarSalida(ctx, salida(p.id, 6));
    expect(doc.aprobaciones).toEqual([
      expect.objectContaining({ aprobador: m.jefe.nombre, motivo: 'Se inundó el depósito' }),
    ]);
    await todoCuadra();
  });

  it('never takes more than there is, nor is for who may not', async () => {
    const p = await nuevoProducto(m.norte, { stock: 1 });
    await expect(registrarSalida(con(m.almacen), salida(p.id))).rejects.toMatchObject({ code: 'stock_insuficiente' });
    await expect(registrarSalida(con(m.turno.cajero), salida(p.id, 1))).rejects.toMatchObject({ code: 'sin_permiso' });
    const ctx = con(m.almacen);
    expect(await registrarSalida(ctx, salida(p.id, 1))).toEqual(await registrarSalida(ctx, salida(p.id, 1)));
  });
});

describe('an adjustment of several products', () => {
  it('posts what appears and what is missing, even when they compensate', async () => {
    const [a, b] = [
      await nuevoProducto(m.norte, { costo: 5, stock: 10 }),
      await nuevoProducto(m.norte, { costo: 5, stock: 10 }),
    ];
    const doc = await registrarAjuste(con(m.almacen), {
      motivo: 'Se mezclaron en el estante',
      lineas: [
        { id_producto: a.id, stock_actual: 12 },
        { id_producto: b.id, stock_actual: 8 },
      ],
    });
    expect(doc).toMatchObject({ tipo: 'AJUSTE', valor: 0, productos: 2 });
    await todoCuadra();
    await expect(
      registrarAjuste(con(m.almacen), { motivo: 'Otra vez', lineas: [{ id_producto: a.id, stock_actual: 12 }] }),
    ).rejects.toMatchObject({ code: 'sin_diferencia' });
  });

  it('over the cap waits; without the right it is refused', async () => {
    const p = await nuevoProducto(m.norte, { costo: 100, stock: 10 });
    const raw = { motivo: 'Robo', lineas: [{ id_producto: p.id, stock_actual: 2 }] };
    await expect(registrarAjuste(con(m.almacen), raw)).rejects.toMatchObject({ code: 'requiere_aprobacion' });
    await expect(registrarAjuste(con(m.turno.cajero), raw)).rejects.toMatchObject({ code: 'sin_permiso' });
    expect(await registrarAjuste(con(m.jefe), raw)).toMatchObject({ valor: -800 });
  });
});

describe('reading', () => {
  it('the kardex has every movement with the balance after it, whatever the filter hides', async () => {
    const p = await nuevoProducto(m.norte, { precio: 10, costo: 6, stock: 10 });
    await vender(m.turno, p, 3);
    await registrarEntrada(con(m.almacen), entrada(p.id));
    const { items } = await leerKardex(ctxDe(m.almacen), { id_producto: p.id });
    expect(items.map((f) => [f.tipo, f.cantidad, f.saldo, f.saldo_valor])).toEqual([
      ['ENTRADA', 10, 17, 122],
      ['VENTA', -3, 7, 42],
      ['INICIAL', 10, 10, 60],
    ]);
    const soloVentas = await leerKardex(ctxDe(m.almacen), { id_producto: p.id, tipo: 'VENTA', limite: 1 });
    expect(soloVentas.items).toEqual([expect.objectContaining({ saldo: 7 })]);
    await expect(leerKardex(ctxDe(m.turno.cajero), { id_producto: p.id })).rejects.toMatchObject({
      code: 'sin_permiso',
    });
    await expect(leerKardex(ctxDe(m.almacen), { id_producto: p.id, id_sucursal: m.sur })).rejects.toMatchObject({
      code: 'sin_permiso',
    });
  });

  it('a document opens for its branch and not for another', async () => {
    const { items } = await listarDocumentos(ctxDe(m.almacen), { limite: 1 });
    const id = items[0]?.id ?? 0;
    expect(await leerDocumento(ctxDe(m.almacen), { id })).toMatchObject({ id });
    await expect(leerDocumento(ctxDe(m.otro), { id })).rejects.toMatchObject({ code: 'no_encontrado' });
  });

  it('what the goods are worth is what the libro says, today and on any day before', async () => {
    const dueno = await nuevaPersona('Propietario', m.norte);
    const p = await nuevoProducto(m.sur, { costo: 4, stock: 100 });
    const manana = { ahora: new Date(AHORA.getTime() + 86_400_000) };
    await registrarSalida(con(m.otro, manana), {
      tipo: 'MERMA',
      motivo: 'Rotas',
      lineas: [{ id_producto: p.id, cantidad: 25 }],
    });
    const hoy = await valorar(ctxDe(dueno), { dia: '2026-11-20' });
    const despues = await valorar(ctxDe(dueno), { dia: '2026-11-21' });
    for (const v of [hoy, despues]) for (const s of v.sucursales) expect(s.valor).toBe(s.libro);
    const sur = (v: typeof hoy) => v.sucursales.find((s) => s.id_sucursal === m.sur)?.valor;
    expect([sur(hoy), sur(despues)]).toEqual([400, 300]);
  });
});

describe('the void of a document', () => {
  const anular = (id: number, actor = m.almacen) =>
    anularDocumento(con(actor), { id, motivo: 'Se registró dos veces' });

  it('of an entry takes the goods out at today’s average, and the rest is a difference of cost', async () => {
    const p = await nuevoProducto(m.norte, { costo: 6, stock: 10 });
    const antes = await cuenta(`capital.S${m.norte}`);
    const doc = await registrarEntrada(con(m.almacen), entrada(p.id));
    expect(await hay(p.id, m.norte)).toEqual({ cantidad: 20_000, valor: 14_000 });
    const anulacion = await anular(doc.id);
    // 140 between 20 is 7 each: 70 leave of the 80 that came.
    expect(anulacion).toMatchObject({
      folio: 'N-1',
      tipo: 'ANULACION',
      valor: -70,
      anula_a: { id: doc.id, folio: doc.folio },
      puede_anular: false,
    });
    expect(await hay(p.id, m.norte)).toEqual({ cantidad: 10_000, valor: 7_000 });
    expect(await cuenta(`capital.S${m.norte}`)).toBe(antes);
    expect(await cuenta(`diferencia_costo.S${m.norte}`)).toBe(-1_000);
    expect(await leerDocumento(con(m.almacen), { id: doc.id })).toMatchObject({
      anulado_por: { id: anulacion.id, folio: 'N-1' },
      puede_anular: false,
    });
    await todoCuadra();
  });

  it('of an entry puts back the last cost that nothing changed since, and no longer watches its dates', async () => {
    const p = await nuevoProducto(m.norte, { costo: 6, stock: 10 });
    const lineas = [{ id_producto: p.id, cantidad: 10, costo_unitario: 8, vence: '2027-03-31' }];
    const doc = await registrarEntrada(con(m.almacen), entrada(p.id, { lineas }));
    await anular(doc.id);
    expect(await leerProducto(ctxSistema(m.norte), { id: p.id })).toMatchObject({ costo_compra: 6 });
    const [fecha] = await sqlClient()`select resolucion from vencimiento where id_producto = ${p.id}`;
    expect(fecha).toEqual({ resolucion: 'ERROR' });

    const vieja = await registrarEntrada(con(m.almacen, { ahora: new Date(+AHORA + 60_000) }), entrada(p.id));
    const nueva = { lineas: [{ id_producto: p.id, cantidad: 1, costo_unitario: 9 }] };
    await registrarEntrada(con(m.almacen, { ahora: new Date(+AHORA + 120_000) }), entrada(p.id, nueva));
    await anular(vieja.id);
    expect(await leerProducto(ctxSistema(m.norte), { id: p.id })).toMatchObject({ costo_compra: 9 });
    await todoCuadra();
  });

  it('of an exit brings the goods back at the cost they left with, to the account they left for', async () => {
    const p = await nuevoProducto(m.norte, { costo: 6, stock: 10 });
    const antes = await cuenta(`merma.S${m.norte}`);
    const lineas = [{ id_producto: p.id, cantidad: 4 }];
    const doc = await registrarSalida(con(m.almacen), { tipo: 'MERMA', motivo: 'Se cayó la caja', lineas });
    await registrarEntrada(con(m.almacen), entrada(p.id));
    await anular(doc.id);
    expect(await hay(p.id, m.norte)).toEqual({ cantidad: 20_000, valor: 3_600 + 8_000 + 2_400 });
    expect(await cuenta(`merma.S${m.norte}`)).toBe(antes);
    await todoCuadra();
  });

  it('of an adjustment undoes both what appeared and what was missing', async () => {
    const [a, b] = [
      await nuevoProducto(m.norte, { costo: 5, stock: 10 }),
      await nuevoProducto(m.norte, { costo: 5, stock: 10 }),
    ];
    const antes = await cuenta(`diferencia_inventario.S${m.norte}`);
    const lineas = [
      { id_producto: a.id, stock_actual: 13 },
      { id_producto: b.id, stock_actual: 8 },
    ];
    const doc = await registrarAjuste(con(m.almacen), { motivo: 'Se mezclaron', lineas });
    await anular(doc.id);
    expect(await hay(a.id, m.norte)).toEqual({ cantidad: 10_000, valor: 5_000 });
    expect(await hay(b.id, m.norte)).toEqual({ cantidad: 10_000, valor: 5_000 });
    expect(await cuenta(`diferencia_inventario.S${m.norte}`)).toBe(antes);
    await todoCuadra();
  });

  it('is once, whoever asks at once, and never of goods that are gone', async () => {
    const p = await nuevoProducto(m.norte, { costo: 6, stock: 0 });
    const doc = await registrarEntrada(con(m.almacen), entrada(p.id));
    await vender(m.turno, p, 3);
    await expect(anular(doc.id)).rejects.toMatchObject({ code: 'stock_insuficiente' });
    expect(await hay(p.id, m.norte)).toMatchObject({ cantidad: 7_000 });
    await registrarEntrada(con(m.almacen), entrada(p.id, { lineas: [{ id_producto: p.id, cantidad: 3 }] }));
    const todos = await Promise.allSettled(Array.from({ length: 6 }, () => anular(doc.id)));
    const rechazos = todos.flatMap((r) => (r.status === 'rejected' ? [r.reason.code] : []));
    expect(rechazos).toEqual(Array(5).fill('documento_anulado'));
    expect(await hay(p.id, m.norte)).toMatchObject({ cantidad: 0, valor: 0 });
    await todoCuadra();
  });

  it('is not of a void, nor of what posted itself, nor of another branch, nor for who could not write it', async () => {
    const p = await nuevoProducto(m.norte, { costo: 6, stock: 10 });
    const lineas = [{ id_producto: p.id, cantidad: 1 }];
    const doc = await registrarSalida(con(m.almacen), { tipo: 'CONSUMO', motivo: 'Desayuno', lineas });
    await expect(anular(doc.id, m.turno.cajero)).rejects.toMatchObject({ code: 'sin_permiso' });
    await expect(anular(doc.id, m.otro)).rejects.toThrow('No se encontró el documento.');
    const anulacion = await anular(doc.id);
    await expect(anular(anulacion.id)).rejects.toMatchObject({ code: 'documento_sin_anulacion' });
    await expect(sqlClient()`
      insert into documento_stock (tipo, serie, numero, id_sucursal, fecha, motivo, valor, id_usuario, tipo_origen, id_origen)
      values ('ANULACION', 'N', 999, ${m.norte}, now(), 'otra vez', 0, 0, 'documento_stock', ${doc.id})`).rejects.toThrow(
      'documento_stock_anulado',
    );
  });

  it('over the cap waits for a superior', async () => {
    const p = await nuevoProducto(m.norte, { costo: 100, stock: 0 });
    const doc = await registrarEntrada(con(m.almacen), {
      motivo: 'Compra grande',
      lineas: [{ id_producto: p.id, cantidad: 6 }],
    });
    await expect(anular(doc.id)).rejects.toBeInstanceOf(RequiereAprobacionError);
    expect(await anular(doc.id, m.jefe)).toMatchObject({ valor: -600 });
    await todoCuadra();
  });

  it('makes a count of the product stale: its difference was the same mistake', async () => {
    const p = await nuevoProducto(m.norte, { costo: 6, stock: 10 });
    const doc = await registrarEntrada(con(m.almacen), entrada(p.id));
    const { id } = await abrirConteo(con(m.jefe), { alcance: 'LIBRE' });
    await contarProducto(con(m.jefe), { id, id_producto: p.id, cantidad: 10 });
    await anular(doc.id);
    await expect(aplicarConteo(con(m.jefe), { id })).rejects.toMatchObject({ code: 'conteo_desactualizado' });
    expect(await hay(p.id, m.norte)).toMatchObject({ cantidad: 10_000 });
  });
});
