import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { crearCaja } from '@/lib/caja/crear';
import { editarCaja } from '@/lib/caja/editar';
import { eliminarCaja } from '@/lib/caja/eliminar';
import { fotoDeMovimiento, subirFoto } from '@/lib/caja/fotos';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import { admite, type Documento, type ESPECIALIDADES } from '@/lib/caja/rules';
import { crearMotivo } from '@/lib/motivo/crear';
import { editarMotivo, eliminarMotivo } from '@/lib/motivo/editar';
import { listarMotivos } from '@/lib/motivo/queries';
import { conClave, persona, saldoDe, sucursalNueva, sumaCuenta, tienda, tiendaAbierta } from './fixtures';

const unico = (que: string) => `${que} ${randomUUID().slice(0, 8)}`;

describe('what a caja attends', () => {
  test('one table says it for every document, also of rooms that come later', () => {
    const documentos: Documento[] = ['venta', 'compra', 'agente', 'recarga', 'inyeccion', 'movimiento', 'traspaso'];
    const de = (e: (typeof ESPECIALIDADES)[number]) => documentos.filter((d) => admite(e, d));
    expect(de('SOLO_VENTAS')).toEqual(['venta', 'compra', 'movimiento', 'traspaso']);
    expect(de('SOLO_AGENTES')).toEqual(['agente', 'recarga', 'inyeccion', 'movimiento', 'traspaso']);
    expect(de('MIXTA')).toEqual(documentos);
  });
});

describe('limits, denominations and people of a caja', () => {
  test('are kept, changed one by one, and taken away with null', async () => {
    const { admin, cajera } = await tienda();
    const caja = await crearCaja(admin, {
      nombre: unico('Caja'),
      especialidad: 'MIXTA',
      egreso_maximo: 50,
      denominaciones: [0.5, 200, 0.5],
      personas: [cajera.actor.idUsuario],
    });
    expect(caja).toMatchObject({
      egreso_maximo: 50,
      diferencia_maxima: null,
      denominaciones: [200, 0.5],
      personas: [{ id_usuario: cajera.actor.idUsuario, nombre: cajera.actor.nombre }],
    });
    const editada = await editarCaja(admin, { id: caja.id, diferencia_maxima: 0, egreso_maximo: null, personas: [] });
    expect(editada).toMatchObject({
      egreso_maximo: null,
      diferencia_maxima: 0,
      denominaciones: [200, 0.5],
      personas: [],
    });
    expect((await editarCaja(admin, { id: caja.id, denominaciones: null })).denominaciones).toHaveLength(11);
    for (const mala of [[], [3], [200, 0.25]]) {
      await expect(editarCaja(admin, { id: caja.id, denominaciones: mala })).rejects.toMatchObject({
        name: 'ZodError',
      });
    }
  });

  test('only who is assigned opens it; who keeps the cajas always may; strangers cannot be assigned', async () => {
    const { admin, cajera, caja, idSucursal } = await tienda();
    const otra = await persona('Operador', idSucursal);
    const lejana = await persona('Operador', await sucursalNueva());
    await editarCaja(admin, { id: caja.id, personas: [cajera.actor.idUsuario] });
    await expect(abrirCaja(otra, { id_caja: caja.id })).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('asignadas'),
    });
    await expect(editarCaja(admin, { id: caja.id, personas: [lejana.actor.idUsuario] })).rejects.toMatchObject({
      code: 'persona_no_asignable',
    });
    const sesion = await abrirCaja(cajera, { id_caja: caja.id });
    await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 0 });
    await expect(abrirCaja(admin, { id_caja: caja.id })).resolves.toMatchObject({ estado_sesion: 'ABIERTA' });
  });

  test("the caja's limit of cash out asks for a superior within the role's own cap", async () => {
    const { admin, cajera, caja, sesion } = await tiendaAbierta(100);
    await editarCaja(admin, { id: caja.id, egreso_maximo: 10 });
    const raw = { tipo: 'EGRESO', monto: 10.1, motivo: 'Pasaje', id_sesion_caja: sesion.id };
    await expect(registrarMovimiento(cajera, raw)).rejects.toMatchObject({ code: 'requiere_aprobacion' });
    await expect(registrarMovimiento(cajera, { ...raw, monto: 10 })).resolves.toMatchObject({ monto: 10 });
    await expect(registrarMovimiento(admin, raw)).resolves.toMatchObject({ monto: 10.1 });
  });

  test('a close beyond what the caja allows is looked at by a superior', async () => {
    const { admin, cajera, caja, sesion } = await tiendaAbierta(100);
    await editarCaja(admin, { id: caja.id, diferencia_maxima: 1 });
    await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 98.9 });
    const revisiones = await sqlClient()`
      select momento, estado from aprobacion where tipo_documento = 'sesion_caja' and id_documento = ${sesion.id}`;
    expect([...revisiones]).toEqual([{ momento: 'DESPUES', estado: 'PENDIENTE' }]);
  });

  test('open, or with money, it is not deleted', async () => {
    const { admin, cajera, caja, sesion } = await tiendaAbierta(5);
    await expect(eliminarCaja(admin, { id: caja.id })).rejects.toMatchObject({ code: 'caja_abierta' });
    await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 5 });
    await expect(eliminarCaja(admin, { id: caja.id })).rejects.toMatchObject({ code: 'caja_con_dinero' });
  });
});

describe('opening with another count than the last close left', () => {
  test('the screen asks why, and without an answer nothing opens; the reason stays with the session', async () => {
    const { cajera, caja } = await tienda(120);
    const raw = { id_caja: caja.id, monto_inicial: 110, pedir_motivo: true };
    const rechazo = await abrirCaja(cajera, raw).catch((e: unknown) => e);
    expect(rechazo).toMatchObject({
      status: 409,
      code: 'falta_motivo_apertura',
      campos: { motivo: expect.any(String) },
    });
    expect(String(rechazo)).not.toMatch(/\d/);
    expect(await saldoDe(caja.id)).toBe(12_000);
    const sesion = await abrirCaja(cajera, { ...raw, motivo: 'El dueño sacó para el gas' });
    expect(sesion).toMatchObject({ monto_inicial: 110, motivo_apertura: 'El dueño sacó para el gas' });
    const tareas = await sqlClient()`select resumen, detalle, monto from tarea where id_sesion_caja = ${sesion.id}`;
    expect([...tareas]).toEqual([
      {
        resumen: `${caja.nombre} no abrió con lo que dejó el último cierre`,
        detalle: 'Motivo: El dueño sacó para el gas',
        monto: null,
      },
    ]);
  });

  test('a count that agrees keeps no reason; a client that does not know of reasons still opens', async () => {
    const { cajera, caja } = await tienda(120);
    const igual = await abrirCaja(cajera, { id_caja: caja.id, monto_inicial: 120, pedir_motivo: true, motivo: 'Nada' });
    expect(igual.motivo_apertura).toBeNull();
    await cerrarCaja(cajera, { id: igual.id, monto_final_real: 120 });
    expect(await abrirCaja(cajera, { id_caja: caja.id, monto_inicial: 119 })).toMatchObject({
      motivo_apertura: null,
      monto_inicial: 119,
    });
  });

  test("over the caja's own limit a superior must let it", async () => {
    const { admin, cajera, caja } = await tienda(120);
    await editarCaja(admin, { id: caja.id, diferencia_maxima: 1 });
    await expect(abrirCaja(cajera, { id_caja: caja.id, monto_inicial: 118.9 })).rejects.toMatchObject({
      code: 'requiere_aprobacion',
    });
    await expect(abrirCaja(cajera, { id_caja: caja.id, monto_inicial: 119 })).resolves.toMatchObject({
      monto_inicial: 119,
    });
  });
});

describe('reasons', () => {
  test('each is an account of the branch, born with its first use; words alone go to the general one', async () => {
    const { idSucursal, admin, cajera, sesion } = await tiendaAbierta(100);
    const motivo = await crearMotivo(admin, { tipo: 'EGRESO', nombre: unico('Basura') });
    const en = { tipo: 'EGRESO', id_sesion_caja: sesion.id };
    const solo = await registrarMovimiento(cajera, { ...en, monto: 5, id_motivo: motivo.id });
    expect(solo).toMatchObject({
      motivo: motivo.nombre,
      motivo_de_lista: motivo.nombre,
      id_motivo: motivo.id,
      con_foto: false,
    });
    const dicho = await registrarMovimiento(cajera, { ...en, monto: 7, id_motivo: motivo.id, motivo: 'Del martes' });
    expect(dicho).toMatchObject({ motivo: 'Del martes', motivo_de_lista: motivo.nombre });
    const general = await registrarMovimiento(cajera, { ...en, monto: 1, motivo: 'Una vela' });
    expect(general).toMatchObject({ motivo: 'Una vela', motivo_de_lista: 'Otro gasto' });
    expect(await sumaCuenta(`motivo_${motivo.id}.S${idSucursal}`)).toBe(1200);
    expect(await sumaCuenta(`egresos_varios.S${idSucursal}`)).toBe(100);
    const [cuenta] =
      await sqlClient()`select tipo, nombre from cuenta where codigo = ${`motivo_${motivo.id}.S${idSucursal}`}`;
    expect(cuenta).toEqual({ tipo: 'gasto', nombre: motivo.nombre });
    await expect(registrarMovimiento(cajera, { ...en, monto: 1 })).rejects.toMatchObject({ name: 'ZodError' });
    await expect(
      registrarMovimiento(cajera, { ...en, tipo: 'INGRESO', monto: 1, id_motivo: motivo.id }),
    ).rejects.toMatchObject({ status: 404 });
  });

  test('one of the owner is neither earned nor spent; one that asks for words gets them', async () => {
    const { idSucursal, admin, cajera, sesion } = await tiendaAbierta(100);
    const retiro = await crearMotivo(admin, {
      tipo: 'EGRESO',
      nombre: unico('Retiro'),
      del_dueno: true,
      pide_detalle: true,
    });
    const raw = { tipo: 'EGRESO', monto: 20, id_motivo: retiro.id, id_sesion_caja: sesion.id };
    await expect(registrarMovimiento(cajera, raw)).rejects.toMatchObject({
      status: 400,
      campos: { motivo: expect.any(String) },
    });
    await registrarMovimiento(cajera, { ...raw, motivo: 'Para el colegio' });
    const [cuenta] = await sqlClient()`select tipo from cuenta where codigo = ${`motivo_${retiro.id}.S${idSucursal}`}`;
    expect(cuenta).toEqual({ tipo: 'patrimonio' });
  });

  test('are renamed and retired without touching what was registered; the general one stays; names do not repeat', async () => {
    const { admin, cajera, sesion } = await tiendaAbierta(100);
    const motivo = await crearMotivo(admin, { tipo: 'INGRESO', nombre: unico('Envases') });
    const raw = { tipo: 'INGRESO', monto: 2, id_motivo: motivo.id, id_sesion_caja: sesion.id };
    const antes = await registrarMovimiento(cajera, raw);
    const renombrado = await editarMotivo(admin, { id: motivo.id, nombre: unico('Cartones') });
    expect(antes.motivo).toBe(motivo.nombre);
    await expect(
      crearMotivo(admin, { tipo: 'INGRESO', nombre: renombrado.nombre.toUpperCase() }),
    ).rejects.toMatchObject({ code: 'nombre_repetido' });
    await expect(editarMotivo(admin, { id: motivo.id, nombre: 'otro INGRESO' })).rejects.toMatchObject({
      code: 'nombre_repetido',
    });
    await eliminarMotivo(admin, { id: motivo.id });
    await expect(registrarMovimiento(cajera, raw)).rejects.toMatchObject({ status: 404 });
    await expect(eliminarMotivo(admin, { id: motivo.id })).rejects.toMatchObject({ status: 404 });
    const general = (await listarMotivos(cajera, { tipo: 'INGRESO' })).find((m) => m.general);
    await expect(eliminarMotivo(admin, { id: general?.id })).rejects.toMatchObject({ code: 'motivo_general' });
    await expect(
      sqlClient()`update motivo_caja set tipo_cuenta = 'patrimonio' where id = ${motivo.id}`,
    ).rejects.toMatchObject({ code: 'KP002' });
  });

  test('a cashier uses them and does not keep them; sent twice with its key it is one', async () => {
    const { admin, cajera, idSucursal } = await tienda();
    const raw = { tipo: 'EGRESO', nombre: unico('Agua') };
    await expect(crearMotivo(cajera, raw)).rejects.toMatchObject({ status: 403 });
    await expect(listarMotivos(await persona('Almacenero', idSucursal))).rejects.toMatchObject({ status: 403 });
    const ctx = conClave(admin);
    expect(await crearMotivo(ctx, raw)).toEqual(await crearMotivo(ctx, raw));
  });
});

describe('the photo of a slip', () => {
  const foto = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#333' } })
      .jpeg()
      .toBuffer();
  const subir = async (quien: Parameters<typeof subirFoto>[0]) =>
    subirFoto(quien, { archivo: { nombre: 'recibo.jpg', tipo: 'image/jpeg', bytes: await foto() } });

  test('goes with its movement, once, and is seen by who sees the session', async () => {
    const { idSucursal, admin, cajera, sesion } = await tiendaAbierta(100);
    const { id: id_archivo } = await subir(cajera);
    const raw = { tipo: 'EGRESO', monto: 5, motivo: 'Luz', id_sesion_caja: sesion.id, id_archivo };
    const movimiento = await registrarMovimiento(cajera, raw);
    expect(movimiento.con_foto).toBe(true);
    for (const quien of [cajera, admin])
      expect((await fotoDeMovimiento(quien, { id: movimiento.id })).status).toBe(200);
    const otra = await persona('Operador', idSucursal);
    const lejana = await persona('Administrador', await sucursalNueva());
    for (const quien of [otra, lejana]) {
      await expect(fotoDeMovimiento(quien, { id: movimiento.id })).rejects.toMatchObject({ status: 404 });
    }
    await expect(registrarMovimiento(cajera, raw)).rejects.toMatchObject({ code: 'archivo_no_disponible' });
    expect(await sqlClient()`select 1 from movimiento_caja where id_sesion_caja = ${sesion.id}`).toHaveLength(1);
    await expect(sqlClient()`delete from archivo where id = ${id_archivo}`).rejects.toMatchObject({ code: 'KP001' });
    await expect(subir(await persona('Almacenero', idSucursal))).rejects.toMatchObject({ status: 403 });
  });
});
