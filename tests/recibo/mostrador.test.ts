import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { mirarMostrador } from '@/lib/alerta/queries';
import { abrirGaveta } from '@/lib/caja/abrir-gaveta';
import type { Context } from '@/lib/context';
import type { ProductoDto } from '@/lib/producto/schemas';
import { anotarCopia } from '@/lib/recibo/anotar-copia';
import { anotarQuitadas } from '@/lib/recibo/anotar-quitadas';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import {
  AHORA,
  ctxDe,
  linea,
  nuevaPersona,
  nuevaSucursal,
  nuevoProducto,
  nuevoTurno,
  type Turno,
} from '../harness/factories';

const DIA = '2026-11-20';
let jefe: Context;
let turno: Turno;
let producto: ProductoDto;

beforeAll(async () => {
  const idSucursal = await nuevaSucursal();
  jefe = ctxDe(await nuevaPersona('Administrador', idSucursal));
  turno = await nuevoTurno(idSucursal, { ahora: new Date(AHORA.getTime() - 9 * 86_400_000) });
  producto = await nuevoProducto(idSucursal, { stock: 10_000 });
  for (let dias = 8; dias >= 0; dias--) await jornada(dias, dias === 0 ? 6 : 1);
});

/** A day of ten tickets on which the drawer is opened so many times. */
async function jornada(diasAntes: number, aperturas: number) {
  const ctx = ctxDe(turno.cajero, { ahora: new Date(AHORA.getTime() - diasAntes * 86_400_000) });
  for (let i = 0; i < 10; i++) {
    await cobrarVenta(ctx, { id_sesion_caja: turno.idSesion, metodo_pago: 'QR', detalles: [linea(producto)] });
  }
  for (let i = 0; i < aperturas; i++) {
    await abrirGaveta(ctx, { id_sesion_caja: turno.idSesion, motivo: `Dar cambio ${i}` });
  }
}

describe('mirarMostrador', () => {
  it('counts what each did beside their own days, and opens to the rows', async () => {
    const ctx = ctxDe(turno.cajero);
    const venta = await cobrarVenta(ctx, {
      id_sesion_caja: turno.idSesion,
      metodo_pago: 'QR',
      detalles: [linea(producto)],
    });
    await anotarCopia(ctx, { id_venta: venta.id, formato: 'TERMICA' });
    await anularVenta(ctx, { id: venta.id, motivo_edicion: 'Se equivocó' });
    await anotarQuitadas(ctx, {
      id_sesion_caja: turno.idSesion,
      ticket: randomUUID(),
      lineas: [{ nombre: 'Leche', cantidad: 1, importe: 7.5 }],
    });
    const { dia, cuentas, filas } = await mirarMostrador(jefe, { dia: DIA });
    expect(dia).toBe(DIA);
    const gaveta = cuentas.find((c) => c.tipo === 'gaveta_sin_venta');
    expect(gaveta).toMatchObject({
      id_usuario: turno.cajero.idUsuario,
      usuario: turno.cajero.nombre,
      eventos: 6,
      tickets: 11,
      esperados: 1.1,
      dias: 8,
    });
    expect(cuentas.filter((c) => c.eventos === 1).map((c) => c.tipo)).toEqual([
      'lineas_quitadas',
      'anulaciones',
      'reimpresiones',
    ]);
    expect(filas.filter((f) => f.tipo === 'gaveta_sin_venta')).toHaveLength(6);
    expect(filas.find((f) => f.tipo === 'reimpresiones')).toMatchObject({
      detalle: 'Copia 1',
      enlace: `/ventas/${venta.id}`,
    });
    expect(filas.find((f) => f.tipo === 'lineas_quitadas')).toMatchObject({
      detalle: 'Leche',
      enlace: `/cajas/sesion/${turno.idSesion}`,
      usuario: turno.cajero.nombre,
    });
  });

  it('is of one person or of all, of one’s branch or of all, and of whoever may see the trail', async () => {
    const otra = await nuevaPersona('Administrador', await nuevaSucursal());
    const propietario = await nuevaPersona('Propietario', otra.idSucursal);
    expect((await mirarMostrador(ctxDe(otra), { dia: DIA })).filas).toEqual([]);
    expect((await mirarMostrador(ctxDe(propietario), { dia: DIA })).filas.length).toBeGreaterThan(0);
    expect((await mirarMostrador(jefe, { dia: DIA, usuario: otra.idUsuario })).filas).toEqual([]);
    expect((await mirarMostrador(jefe, { dia: DIA, usuario: turno.cajero.idUsuario })).cuentas.length).toBeGreaterThan(
      0,
    );
    await expect(mirarMostrador(ctxDe(turno.cajero), { dia: DIA })).rejects.toMatchObject({ code: 'sin_permiso' });
  });
});
