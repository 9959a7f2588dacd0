import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { atenderAlerta } from '@/lib/alerta/atender';
import { CLASES, TIPOS_DE_ALERTA } from '@/lib/alerta/clases';
import { detectarAlertas } from '@/lib/alerta/detectar';
import { contarPendientes, leerAlerta, listarAlertas } from '@/lib/alerta/queries';
import { auditFailure } from '@/lib/auth/failed-attempts';
import { cerrarCaja } from '@/lib/caja/cerrar';
import type { Context } from '@/lib/context';
import { editarProducto } from '@/lib/producto/editar';
import type { ProductoDto } from '@/lib/producto/schemas';
import { inicioDelDia } from '@/lib/time';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { alertasDeAyer } from '@/workers/alertas';
import { ctxDe, linea, nuevaPersona, nuevaSucursal, nuevoProducto, nuevoTurno, type Turno } from '../harness/factories';

const HOY = '2026-11-20';
const DIA_MS = 86_400_000;
/** The last day that is past, and the hour of the shop on a day of it. */
const alas = (hora: number, diasAntes = 0) =>
  new Date(inicioDelDia(HOY).getTime() - diasAntes * DIA_MS + hora * 3_600_000);
const NOCHE = alas(22);

let admin: Context;
let producto: ProductoDto;
let idSucursal: number;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  admin = ctxDe(await nuevaPersona('Administrador', idSucursal), { ahora: NOCHE });
  producto = await nuevoProducto(idSucursal, { precio: 10, stock: 100_000 });
});

type Jornada = { tickets: number; anula?: number; descuenta?: number };

/** A cashier's day: so many tickets, of which so many are voided, or discounted. Ends with the drawer counted. */
async function jornada({ cajero }: Pick<Turno, 'cajero'>, t: Turno, diasAntes: number, j: Jornada): Promise<void> {
  for (let i = 0; i < j.tickets; i++) {
    const ctx = ctxDe(cajero, { ahora: new Date(alas(9, diasAntes).getTime() + i * 60_000) });
    const descuento = i < (j.descuenta ?? 0) ? 0.5 : 0;
    const venta = await cobrarVenta(ctx, {
      metodo_pago: 'QR',
      id_sesion_caja: t.idSesion,
      detalles: [linea(producto, 1, descuento)],
    });
    if (i < (j.anula ?? 0)) await anularVenta(ctx, { id: venta.id, motivo_edicion: `Prueba ${i}` });
  }
}

/** A cashier with `dias` ordinary days behind: ten tickets each, and one void every other day. */
async function conPasado(
  dias: number,
  pasado: (i: number) => Jornada = (i) => ({ tickets: 10, anula: i % 2 }),
): Promise<Turno> {
  const turno = await nuevoTurno(idSucursal, { ahora: alas(8, dias + 1) });
  for (let i = 1; i <= dias; i++) await jornada(turno, turno, i, pasado(i));
  return turno;
}

const alertasDe = async (turno: Turno, ctx = admin) =>
  (await listarAlertas(ctx, { usuario: turno.cajero.idUsuario })).items;

describe('detectarAlertas', () => {
  it('raises a planted day of voids once, with its figures and the very rows it counted', async () => {
    const turno = await conPasado(10);
    await jornada(turno, turno, 0, { tickets: 12, anula: 8 });
    expect(await detectarAlertas(NOCHE)).toBe(1);
    expect(await detectarAlertas(NOCHE)).toBe(0);
    expect(await alertasDeAyer(new Date(NOCHE.getTime() + DIA_MS))).toBe(0);
    const [alerta, ...otras] = await alertasDe(turno);
    expect(otras).toEqual([]);
    expect(alerta).toMatchObject({ tipo: 'anulaciones', eventos: 8, ocasiones: 12, dia: HOY, situacion: 'pendiente' });
    expect(alerta?.frase).toBe(
      '8 anulaciones en 12 tickets. En sus 10 días anteriores fueron 5 en 100 tickets: se esperaban 0,6.',
    );
    const { filas } = await leerAlerta(admin, { id: alerta?.id });
    expect(filas).toHaveLength(8);
    expect(filas[0]).toMatchObject({ detalle: 'Prueba 0', enlace: expect.stringMatching(/^\/ventas\/\d+$/) });
  });

  it('two workers at once raise it once', async () => {
    const turno = await conPasado(6);
    await jornada(turno, turno, 0, { tickets: 10, anula: 9 });
    const [a, b] = await Promise.all([detectarAlertas(NOCHE), detectarAlertas(NOCHE)]);
    expect(a + b).toBe(1);
    expect(await alertasDe(turno)).toHaveLength(1);
  });

  it('leaves alone an ordinary day, a busy one, and who is new', async () => {
    const normal = await conPasado(8);
    await jornada(normal, normal, 0, { tickets: 10, anula: 2 });
    const lleno = await conPasado(8);
    await jornada(lleno, lleno, 0, { tickets: 60, anula: 4 });
    const nuevo = await conPasado(3);
    await jornada(nuevo, nuevo, 0, { tickets: 10, anula: 9 });
    expect(await detectarAlertas(NOCHE)).toBe(0);
    for (const turno of [normal, lleno, nuevo]) expect(await alertasDe(turno)).toEqual([]);
  });

  it('sees discounts, and those of the last hour of a session that closed', async () => {
    const turno = await conPasado(8, () => ({ tickets: 20, descuenta: 1 }));
    await jornada(turno, turno, 0, { tickets: 20, descuenta: 15 });
    await cerrarCaja(ctxDe(turno.cajero, { ahora: alas(9.5) }), { id: turno.idSesion, monto_final_real: 0 });
    await detectarAlertas(NOCHE);
    expect((await alertasDe(turno)).map((a) => a.tipo).sort()).toEqual(['descuentos', 'descuentos_de_ultima_hora']);
  });

  it('sees failed sign-ins of a person and prices changed in the catalogue, by day', async () => {
    const jefe = await nuevaPersona('Administrador', idSucursal);
    const conocido = { id: jefe.idUsuario, idSucursal };
    const { id } = await nuevoProducto(idSucursal);
    for (let dia = 1; dia <= 7; dia++) {
      await editarProducto(ctxDe(jefe, { ahora: alas(10, dia) }), { id, precio_venta: 10 + dia / 10 });
    }
    for (let i = 0; i < 9; i++) {
      const { ahora, requestId } = ctxDe(jefe, { ahora: alas(11) });
      await auditFailure({ ahora, requestId, ip: '10.0.0.9', dispositivo: null, bearer: null }, jefe.email, conocido);
    }
    for (let i = 0; i < 14; i++) {
      await editarProducto(ctxDe(jefe, { ahora: alas(12) }), { id, precio_venta: 20 + i / 10 });
    }
    await detectarAlertas(NOCHE);
    const suyas = (await listarAlertas(admin, { usuario: jefe.idUsuario })).items;
    expect(suyas.map((a) => [a.tipo, a.eventos]).sort()).toEqual([
      ['ingresos_fallidos', 9],
      ['precios_editados', 14],
    ]);
    const fallidos = suyas.find((a) => a.tipo === 'ingresos_fallidos');
    const { filas } = await leerAlerta(admin, { id: fallidos?.id });
    expect(filas).toHaveLength(9);
    expect(filas[0]?.detalle).toBe('10.0.0.9');
  });

  it('every kind can be counted and listed, also the one whose act nobody does yet', async () => {
    const sql = sqlClient();
    const rango = { desde: alas(0, 30).toISOString(), hasta: NOCHE.toISOString() };
    for (const tipo of TIPOS_DE_ALERTA) {
      const filas = await CLASES[tipo].eventos(sql, rango);
      if (filas.length > 0)
        expect(Object.keys(filas[0] ?? {})).toEqual([
          'id_usuario',
          'id_sucursal',
          'fecha',
          'entidad',
          'id_entidad',
          'detalle',
        ]);
    }
    expect(await CLASES.gaveta_sin_venta.eventos(sql, rango)).toEqual([]);
  });
});

describe('atenderAlerta', () => {
  async function una(): Promise<{ id: number; turno: Turno }> {
    const turno = await conPasado(5);
    await jornada(turno, turno, 0, { tickets: 9, anula: 8 });
    await detectarAlertas(NOCHE);
    const [alerta] = await alertasDe(turno);
    if (!alerta) throw new Error('no alert');
    return { id: alerta.id, turno };
  }

  it('leaves who looked, when and what came of it, once, and in the trail', async () => {
    const { id } = await una();
    const antes = await contarPendientes(admin);
    const hecha = await atenderAlerta(admin, { id, nota: 'Eran pruebas del lector' });
    expect(hecha).toMatchObject({
      situacion: 'atendida',
      atendida_por: admin.actor.nombre,
      nota: 'Eran pruebas del lector',
    });
    expect(await contarPendientes(admin)).toBe(antes - 1);
    await expect(atenderAlerta(admin, { id, nota: 'Otra vez' })).rejects.toMatchObject({
      status: 409,
      code: 'alerta_atendida',
    });
    const [linea_] = await sqlClient()<{ despues: { nota: string } }[]>`
      select despues from auditoria where accion = 'alerta.atender' and id_entidad = ${String(id)}`;
    expect(linea_?.despues.nota).toBe('Eran pruebas del lector');
  });

  it('is for who may see the trail, of their branch, and not about themselves', async () => {
    const { id, turno } = await una();
    const nota = 'Se revisó';
    await expect(atenderAlerta(ctxDe(turno.cajero), { id, nota })).rejects.toMatchObject({ status: 403 });
    const vecino = ctxDe(await nuevaPersona('Administrador', await nuevaSucursal()));
    await expect(atenderAlerta(vecino, { id, nota })).rejects.toMatchObject({ status: 404 });
    expect((await listarAlertas(vecino, {})).items).toEqual([]);
    expect(await contarPendientes(vecino)).toBe(0);
    await sqlClient()`update alerta set id_usuario = ${admin.actor.idUsuario} where id = ${id}`;
    await expect(atenderAlerta(admin, { id, nota })).rejects.toMatchObject({ status: 403 });
    await expect(atenderAlerta(admin, { id, nota: 'x' })).rejects.toBeDefined();
    const duenio = ctxDe(await nuevaPersona('Propietario', idSucursal));
    await expect(atenderAlerta(duenio, { id, nota })).resolves.toMatchObject({ situacion: 'atendida' });
  });
});
