import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { cerrarCaja } from '@/lib/caja/cerrar';
import type { Actor } from '@/lib/context';
import { preferirCierre } from '@/lib/correo/preferir-cierre';
import { estadoDelCorreo, leerCorreo, listarCorreos, muestrasDeCorreo } from '@/lib/correo/queries';
import { reintentarCorreo } from '@/lib/correo/reintentar';
import { PermisoError } from '@/lib/errors';
import { entregarCorreo } from '@/lib/mail/entregar';
import { enviarCorreo } from '@/lib/mail/enviar-correo';
import { borrarCorreosViejos } from '@/lib/mail/vencer';
import { AHORA, ctxDe, ctxSistema, nuevaPersona, nuevaSucursal, nuevoTurno } from '@/tests/harness/factories';

let sucursal: number;
let otra: number;
let jefe: Actor;
let admin: Actor;
let operador: Actor;

beforeAll(async () => {
  [sucursal, otra] = [await nuevaSucursal(), await nuevaSucursal()];
  jefe = await nuevaPersona('Superadministrador', sucursal);
  admin = await nuevaPersona('Administrador', sucursal);
  operador = await nuevaPersona('Operador', sucursal);
});

function aviso(en = sucursal, para = 'rosa@prueba.bo', ahora = AHORA): Promise<number> {
  return withTransaction({}, (tx) =>
    enviarCorreo(tx, ctxSistema(en, ahora), {
      plantilla: 'clave_cambiada',
      para,
      datos: { nombre: 'Rosa', cuando: ahora, dispositivo: null },
    }),
  );
}

function codigo(de: Actor | null, venceEn = new Date(AHORA.getTime() + 900_000)): Promise<number> {
  return withTransaction({}, (tx) =>
    enviarCorreo(tx, ctxSistema(sucursal), {
      plantilla: 'codigo',
      para: de?.email ?? 'nadie@prueba.bo',
      idUsuario: de?.idUsuario ?? null,
      datos: { nombre: de?.nombre ?? 'Nadie', codigo: 'K7M4QX', minutos: 15 },
      venceEn,
    }),
  );
}

const fallar = (id: number) => sqlClient()`update correo set estado = 'FALLIDO', ultimo_error = '550' where id = ${id}`;

describe('the outbox', () => {
  it('lists the branch’s mails newest first, narrowed and by pages', async () => {
    const [una, dos, tres] = [await aviso(), await aviso(sucursal, 'ana@prueba.bo'), await aviso(otra)];
    await fallar(dos);
    const lista = await listarCorreos(ctxDe(admin), {});
    const ids = lista.items.map(({ id }) => id);
    expect(ids.indexOf(dos)).toBeLessThan(ids.indexOf(una));
    expect(ids).not.toContain(tres);
    expect((await listarCorreos(ctxDe(jefe), {})).items.map(({ id }) => id)).toContain(tres);
    expect((await listarCorreos(ctxDe(admin), { estado: 'FALLIDO' })).items.map(({ id }) => id)).toEqual([dos]);
    expect((await listarCorreos(ctxDe(admin), { buscar: 'ANA@' })).items.map(({ id }) => id)).toEqual([dos]);
    expect((await listarCorreos(ctxDe(admin), { plantilla: 'codigo' })).items).toEqual([]);
    const primera = await listarCorreos(ctxDe(admin), { limite: 1 });
    const { nextCursor } = primera.meta;
    const segunda = await listarCorreos(ctxDe(admin), { limite: 1, cursor: nextCursor });
    expect([...primera.items, ...segunda.items].map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(primera.meta.total).toBe(ids.length);
  });

  it('says that time passed before the worker looks', async () => {
    const id = await codigo(operador, AHORA);
    expect(await leerCorreo(ctxDe(admin), { id })).toMatchObject({ estado: 'VENCIDO', oculto: 'borrado', html: null });
    expect((await listarCorreos(ctxDe(admin), { estado: 'VENCIDO' })).items.map((c) => c.id)).toContain(id);
  });

  it('is closed to who may not see mail, and hides other branches', async () => {
    const id = await aviso(otra);
    for (const query of [listarCorreos, estadoDelCorreo, muestrasDeCorreo]) {
      await expect(query(ctxDe(operador), {})).rejects.toThrow(PermisoError);
    }
    await expect(leerCorreo(ctxDe(admin), { id })).rejects.toThrow('El correo no existe.');
    await expect(reintentarCorreo(ctxDe(admin), { id })).rejects.toThrow('El correo no existe.');
  });

  it('shows each template with made-up facts', async () => {
    const muestras = await muestrasDeCorreo(ctxDe(admin));
    expect(muestras.map(({ plantilla }) => plantilla)).toEqual([
      'bienvenida',
      'codigo',
      'clave_cambiada',
      'cierre_de_caja',
      'aprobacion',
    ]);
    expect(muestras[1]?.texto).toContain('K7M4QX');
  });

  it('keeps half a year', async () => {
    const viejo = new Date(AHORA.getTime() - 200 * 86_400_000);
    const [pasado, espera, nuevo] = [
      await aviso(otra, 'a@b.bo', viejo),
      await aviso(otra, 'a@b.bo', viejo),
      await aviso(otra),
    ];
    await fallar(pasado);
    expect(await withTransaction({}, (tx) => borrarCorreosViejos(tx, AHORA))).toBe(1);
    const quedan = await sqlClient()<
      { id: number }[]
    >`select id from correo where id in (${pasado}, ${espera}, ${nuevo})`;
    expect(quedan.map(({ id }) => id).sort()).toEqual([espera, nuevo].sort());
  });
});

describe('a secret', () => {
  it('is read by who may change that person’s password, and leaves a trace', async () => {
    const id = await codigo(operador);
    for (let lectura = 1; lectura <= 2; lectura++) {
      const leido = await leerCorreo(ctxDe(admin), { id });
      expect(leido.texto).toContain('K7M4QX');
      expect(leido.html).toContain('K7M4QX');
      const rastro = await sqlClient()`
        select id_usuario from auditoria where accion = 'correo.leer_secreto' and id_entidad = ${String(id)}`;
      expect(rastro).toEqual(Array(lectura).fill({ id_usuario: admin.idUsuario }));
    }
  });

  it('is masked for everybody else: of a superior, one’s own, of nobody, for who only looks', async () => {
    const propietario = await nuevaPersona('Propietario', sucursal);
    const forastero = await nuevaPersona('Administrador', otra);
    const casos: [Actor, Actor | null][] = [
      [admin, jefe],
      [admin, admin],
      [jefe, jefe],
      [jefe, null],
      [propietario, operador],
      [admin, forastero],
    ];
    for (const [quien, de] of casos) {
      const id = await codigo(de);
      const leido = await leerCorreo(ctxDe(quien), { id });
      expect([leido.oculto, leido.html, leido.texto]).toEqual(['secreto', null, null]);
      expect(JSON.stringify(leido)).not.toContain('K7M4QX');
      expect(JSON.stringify(await listarCorreos(ctxDe(quien), {}))).not.toContain('K7M4QX');
    }
    const rastro = await sqlClient()`
      select 1 from auditoria where accion = 'correo.leer_secreto' and id_usuario <> ${admin.idUsuario}`;
    expect(rastro).toHaveLength(0);
  });

  it('is erased once sent', async () => {
    const id = await codigo(operador);
    await entregarCorreo(id, { ahora: AHORA, ultimo: false, mailer: { send: async () => {}, close() {} } });
    expect(await leerCorreo(ctxDe(admin), { id })).toMatchObject({ estado: 'ENVIADO', oculto: 'borrado', texto: null });
  });

  it('is in no log and no job', async () => {
    await codigo(operador);
    expect(await sqlClient()`select 1 from pgboss.job where data::text like '%K7M4QX%'`).toHaveLength(0);
    expect(await sqlClient()`select 1 from auditoria where to_jsonb(auditoria)::text like '%K7M4QX%'`).toHaveLength(0);
  });
});

describe('trying again', () => {
  it('puts a mail that failed back in the queue, once', async () => {
    const id = await aviso();
    await fallar(id);
    expect((await leerCorreo(ctxDe(admin), { id })).puede_reintentar).toBe(true);
    const intentos = await Promise.allSettled(Array.from({ length: 5 }, () => reintentarCorreo(ctxDe(admin), { id })));
    expect(intentos.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const trabajos =
      await sqlClient()`select 1 from pgboss.job where name = 'correo' and data->>'idCorreo' = ${String(id)}`;
    expect(trabajos).toHaveLength(2);
  });

  it('is refused for what waits, was sent, or nobody could get', async () => {
    await expect(reintentarCorreo(ctxDe(admin), { id: await aviso() })).rejects.toMatchObject({
      code: 'correo_no_fallido',
    });
    const mala = await aviso(sucursal, 'no-es-correo');
    expect((await leerCorreo(ctxDe(admin), { id: mala })).puede_reintentar).toBe(false);
    await expect(reintentarCorreo(ctxDe(admin), { id: mala })).rejects.toMatchObject({ code: 'correo_sin_remedio' });
  });
});

describe('the close of a caja', () => {
  const cerrar = async (en: number) => {
    const turno = await nuevoTurno(en, { saldo: 100 });
    await cerrarCaja(ctxDe(turno.cajero), { id: turno.idSesion, monto_final_real: 95 });
    const correos = await sqlClient()<{ id_usuario: number; asunto: string; datos: Record<string, unknown> }[]>`
      select id_usuario, asunto, datos from correo where clave like ${`cierre-${turno.idSesion}-%`} order by id_usuario`;
    return { turno, correos, quienes: correos.map((c) => c.id_usuario) };
  };

  it('is mailed to the owner, to who asked for it, and to nobody who may not see the figures', async () => {
    const tienda = await nuevaSucursal();
    const duena = await nuevaPersona('Propietario', tienda);
    const deAqui = await nuevaPersona('Administrador', tienda);
    await nuevaPersona('Administrador', tienda);
    const deAlla = await nuevaPersona('Administrador', otra);
    const almacen = await nuevaPersona('Almacenero', tienda);
    for (const quien of [deAqui, deAlla]) await preferirCierre(ctxDe(quien), { recibe_cierre: true });
    await sqlClient()`update usuario set recibe_cierre = true where id = ${almacen.idUsuario}`;
    const { correos, quienes } = await cerrar(tienda);
    expect(quienes).toEqual(expect.arrayContaining([duena.idUsuario, deAqui.idUsuario]));
    expect(quienes).not.toContain(deAlla.idUsuario);
    expect(quienes).not.toContain(almacen.idUsuario);
    expect(correos[0]).toMatchObject({
      asunto: expect.stringMatching(/^Cierre de Caja \d+: faltan Bs\s5,00$/),
      datos: { montoInicial: 10_000, teorico: 10_000, real: 9_500 },
    });
  });

  it('is not mailed to an owner who said no', async () => {
    const tienda = await nuevaSucursal();
    const duena = await nuevaPersona('Propietario', tienda);
    expect((await estadoDelCorreo(ctxDe(duena))).recibe_cierre).toBe(true);
    await preferirCierre(ctxDe(duena), { recibe_cierre: false });
    expect((await estadoDelCorreo(ctxDe(duena))).recibe_cierre).toBe(false);
    expect((await cerrar(tienda)).quienes).not.toContain(duena.idUsuario);
  });

  it('stands though an address is no good', async () => {
    const tienda = await nuevaSucursal();
    const duena = await nuevaPersona('Propietario', tienda);
    await sqlClient()`update usuario set email = 'sin arroba' where id = ${duena.idUsuario}`;
    const { turno, quienes } = await cerrar(tienda);
    expect(quienes).toContain(duena.idUsuario);
    const [sesion] = await sqlClient()`select estado_sesion from sesion_caja where id = ${turno.idSesion}`;
    expect(sesion).toEqual({ estado_sesion: 'CERRADA' });
  });
});
