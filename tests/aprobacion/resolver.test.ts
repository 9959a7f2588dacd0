import { beforeEach, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { aprobar } from '@/lib/aprobacion/aprobar';
import { aprobarConPin } from '@/lib/aprobacion/aprobar-con-pin';
import { cancelarAprobacion } from '@/lib/aprobacion/cancelar';
import { pedirAprobacion } from '@/lib/aprobacion/pedir';
import { leerAprobacion, listarAprobaciones, superioresDeAprobacion } from '@/lib/aprobacion/queries';
import { rechazar } from '@/lib/aprobacion/rechazar';
import type { Context } from '@/lib/context';
import { ctxDe, nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import {
  abrirMostrador,
  auditadas,
  cobrar,
  darPin,
  estadoDe,
  luego,
  type Mostrador,
  PIN,
  rechazo,
  ticket,
  tickets,
} from './fixtures';

let m: Mostrador;
let id: number;
beforeEach(async () => {
  m = await abrirMostrador();
  id = (await rechazo(cobrar(m.cajera, ticket(m)))).id_aprobacion;
});

const pedir = (en: Context = m.cajera) => pedirAprobacion(en, { id, motivo: 'Cliente de siempre' });

/** The same person with a cap on what they approve, in centavos. */
const conTope = (ctx: Context, centavos: number): Context => ({
  ...ctx,
  actor: { ...ctx.actor, topes: { 'aprobacion:resolver': centavos } },
});

describe('pedirAprobacion', () => {
  it('makes the draft wait ten minutes from then, with its reason, its trail and its mails', async () => {
    const dto = await pedir(luego(m.cajera, 4));
    expect(dto).toMatchObject({
      estado: 'PENDIENTE',
      motivo: 'Cliente de siempre',
      pedida_en: '2026-11-20T14:04:00.000Z',
      vence_en: '2026-11-20T14:14:00.000Z',
      monto: 3,
      puede_resolver: false,
    });
    expect(await auditadas('aprobacion.pedir', id)).toBe(1);
    const correos = await sqlClient()<{ para: string; datos: { detalle: string } }[]>`
      select para, datos from correo where clave like ${`aprobacion-${id}-%`}`;
    expect(correos.map((c) => c.para)).toContain(m.admin.actor.email);
    expect(correos.map((c) => c.para)).not.toContain(m.cajera.actor.email);
  });

  it('twice is once', async () => {
    const primera = await pedir();
    expect(await pedir(luego(m.cajera, 3))).toEqual(primera);
    expect(await auditadas('aprobacion.pedir', id)).toBe(1);
  });

  it('is only for who was refused', async () => {
    const otra = ctxDe(await nuevaPersona('Operador', m.idSucursal));
    await expect(pedir(otra)).rejects.toMatchObject({ status: 404 });
    await expect(pedir(m.admin)).rejects.toMatchObject({ status: 404 });
    expect(await estadoDe(id)).toBe('BORRADOR');
  });

  it('is refused without a reason, and when its time passed', async () => {
    await expect(pedirAprobacion(m.cajera, { id, motivo: ' ' })).rejects.toMatchObject({ name: 'ZodError' });
    await expect(pedir(luego(m.cajera, 10))).rejects.toMatchObject({ code: 'aprobacion_vencida' });
  });
});

describe('aprobar', () => {
  it('is of a superior, leaves five minutes to use it and its trail', async () => {
    await pedir();
    const dto = await aprobar(luego(m.admin, 2), { id, respuesta: 'Está bien' });
    expect(dto).toMatchObject({
      estado: 'APROBADA',
      aprobador: m.admin.actor.nombre,
      via: 'PANTALLA',
      vence_en: '2026-11-20T14:07:00.000Z',
    });
    expect(await auditadas('aprobacion.aprobar', id)).toBe(1);
  });

  it('is refused to who lacks the right, and nobody approves their own', async () => {
    await pedir();
    await expect(aprobar(m.cajera, { id })).rejects.toMatchObject({ code: 'sin_permiso' });
    const ascendida = { ...m.cajera, actor: { ...m.admin.actor, idUsuario: m.cajera.actor.idUsuario } };
    await expect(aprobar(ascendida, { id })).rejects.toThrow('Nadie aprueba lo suyo');
    const crudo = sqlClient()`
      update aprobacion set estado = 'APROBADA', resuelta_por = solicitada_por, resuelta_en = now(), via = 'PANTALLA'
      where id = ${id}`;
    await expect(crudo).rejects.toThrow('aprobacion_ajena');
    expect(await estadoDe(id)).toBe('PENDIENTE');
  });

  it('is of the branch, of another of theirs, or of who works in all; never over the cap', async () => {
    await pedir();
    const lejos = await nuevaSucursal();
    const ajena = ctxDe(await nuevaPersona('Administrador', lejos));
    await expect(aprobar(ajena, { id })).rejects.toMatchObject({ status: 404 });
    await expect(aprobar({ ...ajena, idSucursal: m.idSucursal }, { id })).rejects.toMatchObject({ status: 404 });
    await expect(aprobar(conTope(m.admin, 299), { id })).rejects.toThrow(/hasta Bs\s2,99/);
    const duena = ctxDe(await nuevaPersona('Propietario', lejos));
    await expect(aprobar(conTope(duena, 300), { id })).resolves.toMatchObject({ estado: 'APROBADA' });
  });

  it('is of what was asked for and still waits', async () => {
    await expect(aprobar(m.admin, { id })).rejects.toMatchObject({ code: 'aprobacion_resuelta' });
    await pedir();
    await expect(aprobar(luego(m.admin, 10), { id })).rejects.toMatchObject({ code: 'aprobacion_vencida' });
    await aprobar(m.admin, { id });
    await expect(aprobar(m.admin, { id })).rejects.toMatchObject({ code: 'aprobacion_resuelta' });
    await expect(aprobar(m.admin, { id: 999_999 })).rejects.toMatchObject({ status: 404 });
  });

  it('at once with a refusal: the first stands, the other is told', async () => {
    for (let vuelta = 0; vuelta < 6; vuelta++) {
      id = (await rechazo(cobrar(m.cajera, ticket(m, 4 + vuelta / 10)))).id_aprobacion;
      await pedir();
      const otra = ctxDe(await nuevaPersona('Administrador', m.idSucursal));
      const fin = await Promise.allSettled([aprobar(m.admin, { id }), rechazar(otra, { id, respuesta: 'Muy alto' })]);
      expect(fin.map((f) => f.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(fin.find((f) => f.status === 'rejected')).toMatchObject({ reason: { code: 'aprobacion_resuelta' } });
      expect(await estadoDe(id)).toBe(fin[0].status === 'fulfilled' ? 'APROBADA' : 'RECHAZADA');
    }
  });
});

describe('rechazar', () => {
  it('says why, and the act stays refused', async () => {
    await pedir();
    await expect(rechazar(m.admin, { id, respuesta: '' })).rejects.toMatchObject({ name: 'ZodError' });
    await expect(rechazar(m.cajera, { id, respuesta: 'Muy alto' })).rejects.toMatchObject({ code: 'sin_permiso' });
    const dto = await rechazar(m.admin, { id, respuesta: 'El descuento es muy alto' });
    expect(dto).toMatchObject({ estado: 'RECHAZADA', respuesta: 'El descuento es muy alto' });
    expect(await auditadas('aprobacion.rechazar', id)).toBe(1);
    await rechazo(cobrar(m.cajera, ticket(m)));
    await expect(rechazar(m.admin, { id, respuesta: 'Otra vez' })).rejects.toMatchObject({
      code: 'aprobacion_resuelta',
    });
    expect(await tickets(m)).toBe(0);
  });
});

describe('aprobarConPin', () => {
  const conPin = (mas: object = {}, en: Context = m.cajera) =>
    aprobarConPin(en, { id, id_usuario: m.admin.actor.idUsuario, pin: PIN, motivo: 'Cliente de siempre', ...mas });

  it('lets it on the spot, in the session of who asks; the trail says whose PIN it was', async () => {
    expect(await conPin()).toMatchObject({
      estado: 'APROBADA',
      via: 'PIN',
      aprobador: m.admin.actor.nombre,
      motivo: 'Cliente de siempre',
    });
    const [linea] = await sqlClient()`
      select id_usuario, despues ->> 'via' as via from auditoria
      where accion = 'aprobacion.aprobar' and id_entidad = ${String(id)}`;
    expect(linea).toEqual({ id_usuario: m.admin.actor.idUsuario, via: 'PIN' });
    expect(await cobrar(m.cajera, ticket(m))).toMatchObject({ aprobaciones: [{ id, via: 'PIN' }] });
    await expect(conPin()).rejects.toMatchObject({ code: 'aprobacion_resuelta' });
  });

  it('also while a phone is waited for', async () => {
    await pedir();
    expect(await conPin()).toMatchObject({ estado: 'APROBADA', via: 'PIN' });
  });

  it('is refused with the PIN of oneself, of an equal, of another branch, and of who asks for what is not theirs', async () => {
    await darPin(m.turno.cajero);
    await expect(conPin({ id_usuario: m.cajera.actor.idUsuario })).rejects.toThrow('Nadie aprueba lo suyo');
    const igual = await nuevaPersona('Operador', m.idSucursal);
    const lejana = await nuevaPersona('Administrador', await nuevaSucursal());
    for (const actor of [igual, lejana]) {
      await darPin(actor);
      await expect(conPin({ id_usuario: actor.idUsuario })).rejects.toMatchObject({ code: 'sin_permiso' });
    }
    await expect(conPin({}, ctxDe(igual))).rejects.toMatchObject({ status: 404 });
    await expect(conPin({}, luego(m.cajera, 10))).rejects.toMatchObject({ code: 'aprobacion_vencida' });
    expect(await estadoDe(id)).toBe('BORRADOR');
  });

  it('has the limits of every PIN: five wrong ones and the right one waits too', async () => {
    for (let n = 0; n < 5; n++)
      await expect(conPin({ pin: '111222' })).rejects.toMatchObject({ name: 'PinIncorrectoError' });
    await expect(conPin()).rejects.toMatchObject({ status: 429 });
    expect(await estadoDe(id)).toBe('BORRADOR');
  });
});

describe('cancelarAprobacion', () => {
  it('is of who asked, and nobody answers it any more', async () => {
    await pedir();
    await expect(cancelarAprobacion(m.admin, { id })).rejects.toMatchObject({ status: 404 });
    expect(await cancelarAprobacion(m.cajera, { id })).toMatchObject({ estado: 'CANCELADA' });
    expect(await cancelarAprobacion(m.cajera, { id })).toMatchObject({ estado: 'CANCELADA' });
    await expect(aprobar(m.admin, { id })).rejects.toMatchObject({ code: 'aprobacion_resuelta' });
    expect(await auditadas('aprobacion.cancelar', id)).toBe(1);
  });
});

describe('who sees what', () => {
  it('a superior the branch, the owner all branches, anybody their own; a draft only its author', async () => {
    const duena = ctxDe(await nuevaPersona('Propietario', await nuevaSucursal()));
    const otra = ctxDe(await nuevaPersona('Operador', m.idSucursal));
    await expect(leerAprobacion(m.admin, { id })).rejects.toMatchObject({ status: 404 });
    expect(await leerAprobacion(m.cajera, { id })).toMatchObject({ estado: 'BORRADOR' });
    await pedir();
    const vistas = async (ctx: Context) => {
      const { items, meta } = await listarAprobaciones(ctx, { estado: 'PENDIENTE' });
      return [
        items.some((a) => a.id === id),
        (meta.total ?? 0) >= items.length,
        items.find((a) => a.id === id)?.puede_resolver,
      ];
    };
    expect(await vistas(m.admin)).toEqual([true, true, true]);
    expect(await vistas(duena)).toEqual([true, true, true]);
    expect(await vistas(m.cajera)).toEqual([true, true, false]);
    expect(await vistas(otra)).toEqual([false, true, undefined]);
    await expect(leerAprobacion(otra, { id })).rejects.toMatchObject({ status: 404 });
    expect((await listarAprobaciones(luego(m.admin, 11), { estado: 'VENCIDA' })).items.map((a) => a.id)).toContain(id);
  });

  it('who may answer: the branch and the owner, with a PIN or without; never who asks', async () => {
    const nombres = (await superioresDeAprobacion(m.cajera, { id })).filter(
      (s) => s.id_usuario === m.admin.actor.idUsuario,
    );
    expect(nombres).toEqual([
      { id_usuario: m.admin.actor.idUsuario, nombre: m.admin.actor.nombre, rol: 'Administrador', con_pin: true },
    ]);
    const todas = await superioresDeAprobacion(m.cajera, { id });
    expect(todas.map((s) => s.id_usuario)).not.toContain(m.cajera.actor.idUsuario);
    expect(todas.map((s) => s.rol)).not.toContain('Operador');
  });
});

describe('the database, whoever asks', () => {
  it.each([
    [
      'born approved',
      () =>
        sqlClient()`insert into aprobacion (id_sucursal, verbo, huella, permisos, resumen, detalle, monto, estado, solicitada_por, creada_en, vence_en, resuelta_por, resuelta_en, via) select id_sucursal, verbo, huella, permisos, resumen, detalle, monto, 'APROBADA', solicitada_por, creada_en, vence_en, ${m.admin.actor.idUsuario}, now(), 'PIN' from aprobacion where id = ${id}`,
    ],
    [
      'used without an answer',
      () =>
        sqlClient()`update aprobacion set estado = 'USADA', usada_en = now(), resuelta_por = ${m.admin.actor.idUsuario}, resuelta_en = now(), via = 'PIN' where id = ${id}`,
    ],
    ['for another act', () => sqlClient()`update aprobacion set huella = 'otra' where id = ${id}`],
    [
      'for another person',
      () => sqlClient()`update aprobacion set solicitada_por = ${m.admin.actor.idUsuario} where id = ${id}`,
    ],
    ['for more', () => sqlClient()`update aprobacion set monto = monto + 1 where id = ${id}`],
    ['deleted', () => sqlClient()`delete from aprobacion where id = ${id}`],
  ])('refuses one that is %s', async (_, crudo) => {
    await expect(crudo()).rejects.toThrow();
    expect(await estadoDe(id)).toBe('BORRADOR');
  });

  it('refuses another approver, a second use and a return once it was answered', async () => {
    const sql = sqlClient();
    await pedir();
    await aprobar(m.admin, { id });
    const otra = await nuevaPersona('Administrador', m.idSucursal);
    await expect(sql`update aprobacion set resuelta_por = ${otra.idUsuario} where id = ${id}`).rejects.toThrow();
    await expect(sql`update aprobacion set vence_en = now() + interval '1 year' where id = ${id}`).rejects.toThrow();
    await expect(sql`update aprobacion set estado = 'RECHAZADA' where id = ${id}`).rejects.toThrow();
    await cobrar(m.cajera, ticket(m));
    await expect(sql`update aprobacion set estado = 'APROBADA', usada_en = null where id = ${id}`).rejects.toThrow();
    await expect(sql`update aprobacion set id_documento = 1 where id = ${id}`).rejects.toThrow();
  });
});
