import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { exportList, momento } from '@/lib/action/export-list';
import { encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { sesionesExportables } from '@/lib/caja/exportar';
import { crearCliente } from '@/lib/cliente/crear';
import { clientesExportables } from '@/lib/cliente/exportar';
import type { Actor, Context } from '@/lib/context';
import { transferenciasExportables } from '@/lib/inventario/exportar';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { comprasExportables, ventasExportables } from '@/lib/venta/exportar';
import { personaCon } from '../auditoria/fixtures';
import { filasDeCsv, filasDeXlsx } from '../contract/archivos';
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

const FORMULA = '=HYPERLINK("http://malo";"ver")';
const EN_DOS_FORMATOS = [{ formato: 'csv' }, { formato: 'xlsx' }] as const;

let norte: number;
let sur: number;
let turno: Turno;
let cajero: Context;
let admin: Actor;
let idCliente: number;

beforeAll(async () => {
  norte = await nuevaSucursal();
  sur = await nuevaSucursal();
  turno = await nuevoTurno(norte, { saldo: 100 });
  cajero = ctxDe(turno.cajero);
  admin = await nuevaPersona('Administrador', norte);
  idCliente = (await crearCliente(ctxDe(admin), { nombre: FORMULA, ci_nit: '0012345', telefono: '+59171234567' })).id;
  const producto = await nuevoProducto(norte, { precio: 10.55 });
  const vender = (mas: object) =>
    cobrarVenta(cajero, { id_sesion_caja: turno.idSesion, detalles: [linea(producto, 2)], ...mas });
  await vender({ metodo_pago: 'QR', id_cliente: idCliente, nota: '@SUM(A1)' });
  const partes = [
    { metodo: 'EFECTIVO', monto: 1.1 },
    { metodo: 'TRANSFERENCIA', monto: 20 },
  ];
  await vender({ pagos: partes, recibido: 1.1 });
  const { id } = await vender({ metodo_pago: 'EFECTIVO', recibido: 50 });
  await anularVenta(cajero, { id, motivo_edicion: 'Se equivocó' });
});

/** The rows of what was answered, whatever the file is; figures of a CSV as they are written. */
async function filas(respuesta: unknown): Promise<Record<string, unknown>[]> {
  if (!(respuesta instanceof Response)) throw new Error('not a file');
  const bytes = new Uint8Array(await respuesta.arrayBuffer());
  return respuesta.headers.get('content-type')?.startsWith('text/csv') ? filasDeCsv(bytes) : filasDeXlsx(bytes);
}

describe('the tickets as a file', () => {
  it('shows an amount with its two decimals, and any other figure as it is', async () => {
    const libro = new ExcelJS.Workbook();
    const respuesta = await ventasExportables(cajero, { formato: 'xlsx', metodo_pago: 'QR' });
    if (!(respuesta instanceof Response)) throw new Error('not a file');
    await libro.xlsx.load(await respuesta.arrayBuffer());
    const hoja = libro.worksheets[0];
    const formatos = new Map<unknown, string>();
    hoja?.getRow(1).eachCell((titulo, i) => formatos.set(titulo.value, hoja.getRow(2).getCell(i).numFmt));
    expect(formatos.get('Total')).toBe('#,##0.00');
    expect(formatos.get('Ticket')).toBeUndefined();
  });

  it('have what each method brought, a voided one nothing, and the columns add up', async () => {
    const [anulada, dividida, conQr] = await filas(await ventasExportables(cajero, { formato: 'xlsx' }));
    expect(conQr).toMatchObject({ Estado: 'Completada', Cajero: turno.cajero.nombre, Total: 21.1, Cobrado: 21.1 });
    expect(conQr).toMatchObject({ Efectivo: 0, QR: 21.1, Transferencia: 0, 'CI o NIT': '0012345' });
    expect(dividida).toMatchObject({ Cobrado: 21.1, Efectivo: 1.1, Transferencia: 20, Cliente: null });
    expect(anulada).toMatchObject({ Estado: 'Anulada', Total: 21.1, Cobrado: 0, Efectivo: 0 });
    expect(anulada?.['Motivo del cambio']).toBe('Se equivocó');
    const csv = await filas(await ventasExportables(cajero, { formato: 'csv' }));
    expect(csv.map((f) => f.Cobrado)).toEqual(['0,00', '21,10', '21,10']);
    expect(csv[2]).toMatchObject({ Ticket: conQr?.Ticket, Fecha: '20/11/2026 10:00' });
    // in a workbook it is a date that sorts, by the clock of the shop
    expect(conQr?.Fecha).toEqual(new Date('2026-11-20T10:00:00Z'));
  });

  it.each(EN_DOS_FORMATOS)('keep to the filter, and to what is one’s own: $formato', async (q) => {
    expect(await filas(await ventasExportables(cajero, { ...q, metodo_pago: 'QR' }))).toHaveLength(1);
    expect(await filas(await ventasExportables(cajero, { ...q, hasta: '2026-11-19' }))).toEqual([]);
    expect(await filas(await comprasExportables(cajero, { ...q, id: idCliente }))).toHaveLength(1);
    const ajeno = await nuevaPersona('Operador', sur);
    expect(await filas(await ventasExportables(ctxDe(ajeno), q))).toEqual([]);
    const sinDerecho = ctxDe(await nuevaPersona('Almacenero', norte));
    await expect(ventasExportables(sinDerecho, q)).rejects.toMatchObject({ status: 403 });
  });

  it('give no spreadsheet a formula: in CSV with an apostrophe, in a workbook as a text cell', async () => {
    const [csv] = await filas(await ventasExportables(cajero, { formato: 'csv', metodo_pago: 'QR' }));
    expect(csv).toMatchObject({ Cliente: `'${FORMULA}`, Nota: "'@SUM(A1)" });
    const [xlsx] = await filas(await ventasExportables(cajero, { formato: 'xlsx', metodo_pago: 'QR' }));
    expect(xlsx).toMatchObject({ Cliente: FORMULA, Nota: '@SUM(A1)' });
    const [cliente] = await filas(await clientesExportables(cajero, { formato: 'csv', buscar: '0012345' }));
    expect(cliente).toMatchObject({ Nombre: `'${FORMULA}`, Teléfono: "'+59171234567" });
  });
});

describe('the transfers as a file', () => {
  beforeAll(async () => {
    await sqlClient()`
      insert into transferencia (numero, id_origen, id_destino, estado, nota, solicitada_en, solicitada_por)
      select n, ${norte}, ${sur}, 'SOLICITADA', case when n = 7 then ${FORMULA} else 'Pedido ' || n end,
        ${AHORA.toISOString()}::timestamptz, ${admin.idUsuario} from generate_series(1, 1003) n`;
  });

  it.each(EN_DOS_FORMATOS)(
    'have each once, more than fit in a page, and only those of one’s branches: $formato',
    async (q) => {
      const todas = await filas(await transferenciasExportables(ctxDe(admin), q));
      expect(todas.map((f) => f.Número)).toEqual(Array.from({ length: 1003 }, (_, i) => `T-${1003 - i}`));
      const [septima] = await filas(await transferenciasExportables(ctxDe(admin), { ...q, buscar: 'T-7' }));
      expect(septima?.Nota).toBe(q.formato === 'csv' ? `'${FORMULA}` : FORMULA);
      const canceladas = { ...q, estado: 'CANCELADA' };
      expect(await filas(await transferenciasExportables(ctxDe(admin), canceladas))).toEqual([]);
      const tercera = ctxDe(await nuevaPersona('Almacenero', await nuevaSucursal()));
      expect(await filas(await transferenciasExportables(tercera, q))).toEqual([]);
      await expect(transferenciasExportables(cajero, q)).rejects.toMatchObject({ status: 403 });
    },
  );

  it.each(EN_DOS_FORMATOS)('have columns of costs only for who may see them: $formato', async (q) => {
    const costos = ['Valor enviado', 'Valor en camino'];
    const columnasDe = async (ctx: Context) =>
      Object.keys((await filas(await transferenciasExportables(ctx, { ...q, buscar: 'T-7' })))[0] ?? {});
    expect(await columnasDe(ctxDe(admin))).toEqual(expect.arrayContaining(costos));
    const sinCostos = ctxDe(await personaCon(['inventario:ver'], norte));
    expect((await columnasDe(sinCostos)).filter((c) => costos.includes(c))).toEqual([]);
  });
});

describe('the sessions as a file', () => {
  it('never tell what is expected of an open drawer to who counts it blind', async () => {
    const [ciega] = await filas(await sesionesExportables(cajero, { formato: 'xlsx' }));
    expect(ciega).toMatchObject({ Estado: 'Abierta', Cajero: turno.cajero.nombre, Esperado: null, Contado: null });
    const [vista] = await filas(await sesionesExportables(ctxDe(admin), { formato: 'xlsx', id_caja: turno.idCaja }));
    expect(vista).toMatchObject({ 'Monto inicial': 100, Esperado: expect.any(Number) });
  });
});

describe('any list', () => {
  const numeros = async (_: Context, raw: unknown) => {
    const { limite = 3, cursor } = raw as { limite?: number; cursor?: string };
    const desde = idDelCursor(cursor) ?? 0;
    const items = Array.from({ length: Math.min(limite, 1_201 - desde) }, (_, i) => ({ n: desde + i + 1 }));
    const ultima = desde + items.length;
    return new Page(items, { nextCursor: ultima < 1_201 ? encodeCursor([ultima]) : null });
  };
  const lista = exportList(numeros, {
    nombre: 'numeros',
    columnas: [
      ['N', (f) => f.n],
      ['Fecha', () => momento(null)],
    ],
  });

  it('is a page without a format, and with one everything, whatever page was asked for', async () => {
    expect(await lista(cajero, { limite: 2 })).toMatchObject({ items: [{ n: 1 }, { n: 2 }] });
    for (const q of EN_DOS_FORMATOS) {
      const todos = await filas(await lista(cajero, { ...q, limite: '2', cursor: encodeCursor([9]) }));
      expect(todos.map((f) => Number(f.N))).toEqual(Array.from({ length: 1_201 }, (_, i) => i + 1));
    }
  });

  it('names its file after itself and the day, and refuses a format or a limit that is none', async () => {
    const respuesta = await lista(cajero, { formato: 'xlsx' });
    if (!(respuesta instanceof Response)) throw new Error('not a file');
    await respuesta.body?.cancel();
    expect(respuesta.headers.get('content-disposition')).toBe('attachment; filename="numeros-2026-11-20.xlsx"');
    await expect(lista(cajero, { formato: 'ods' })).rejects.toMatchObject({ name: 'ZodError' });
    await expect(lista(cajero, { formato: 'csv', limite: 'x' })).rejects.toMatchObject({ name: 'ZodError' });
  });
});
