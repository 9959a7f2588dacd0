import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST as bloquear } from '@/app/api/auth/bloquear/route';
import { POST as cambiar } from '@/app/api/auth/cambiar/route';
import { POST as desbloquear } from '@/app/api/auth/desbloquear/route';
import { POST as logout } from '@/app/api/auth/logout/route';
import { GET as mostrador } from '@/app/api/auth/mostrador/route';
import { GET as profile } from '@/app/api/auth/profile/route';
import { GET as cajas } from '@/app/api/cajas/route';
import { GET as eventos, HEAD as latido } from '@/app/api/eventos/route';
import { POST as hechos } from '@/app/api/mostrador/hechos/route';
import { POST as vender } from '@/app/api/ventas/route';
import { sqlClient } from '@/db';
import { admitir } from '@/lib/caja/admitir';
import { closeStreams } from '@/lib/realtime/process-hub';
import { ctxDe, nuevaPersona, nuevaSucursal, nuevoTurno, PASSWORD } from '@/tests/harness/factories';
import { conPin, desde, type Navegador, navegadorDe, navegadorNuevo, nuevaIp, PIN } from './navegador';

let sucursal: number;

beforeAll(async () => {
  sucursal = await nuevaSucursal();
});
afterAll(closeStreams);

async function bloqueado() {
  const turno = await nuevoTurno(sucursal, { ahora: new Date() });
  await conPin(turno.cajero);
  const navegador = await navegadorDe(turno.cajero);
  expect((await desde(navegador, bloquear)).status).toBe(200);
  return { ...turno, navegador };
}

const abierto = async (navegador: Navegador) => (await desde(navegador, profile, { metodo: 'GET' })).status === 200;
const abrir = (navegador: Navegador, cuerpo: object, ip = nuevaIp()) => desde(navegador, desbloquear, { cuerpo, ip });

describe('a locked screen', () => {
  it('answers nothing of the shop: 401 sesion_bloqueada', async () => {
    const { navegador } = await bloqueado();
    const respuestas = [
      await desde(navegador, profile, { metodo: 'GET' }),
      await desde(navegador, cajas, { metodo: 'GET' }),
      await desde(navegador, vender, { cuerpo: {} }),
    ];
    for (const { status, cuerpo } of respuestas) expect([status, cuerpo.code]).toEqual([401, 'sesion_bloqueada']);
  });

  it('still takes in what a device signed, so that nothing sold waits for who comes back', async () => {
    const { navegador } = await bloqueado();
    const cuerpo = { id_dispositivo: randomUUID(), hechos: [{ texto: '{}', mac: 'a'.repeat(64) }] };
    const { status, cuerpo: dicho } = await desde(navegador, hechos, { cuerpo });
    expect([status, dicho.code]).not.toContain('sesion_bloqueada');
    expect(status).not.toBe(401);
  });

  it('still says who may come, hears the beat, and lets one leave', async () => {
    const { navegador } = await bloqueado();
    expect((await desde(navegador, mostrador, { metodo: 'GET' })).cuerpo.bloqueada).toBe(true);
    expect((await desde(navegador, latido, { metodo: 'GET' })).status).toBe(204);
    expect((await desde(navegador, eventos, { metodo: 'GET' })).status).toBe(200);
    expect((await desde(navegador, logout)).status).toBe(200);
    expect((await desde(navegador, mostrador, { metodo: 'GET' })).status).toBe(401);
  });

  it('opens by PIN and by password, once each in the trail', async () => {
    const { navegador } = await bloqueado();
    expect((await abrir(navegador, { pin: PIN })).status).toBe(200);
    expect(await abierto(navegador)).toBe(true);
    expect((await desde(navegador, bloquear)).status).toBe(200);
    expect((await desde(navegador, bloquear)).status).toBe(200);
    expect((await abrir(navegador, { password: PASSWORD })).status).toBe(200);
    expect(await abierto(navegador)).toBe(true);
    const rastro = await sqlClient()<{ accion: string }[]>`
      select accion from auditoria where entidad = 'sesion_acceso' and id_entidad = ${navegador.sid} order by id`;
    expect(rastro.map((r) => r.accion)).toEqual([
      'sesion.bloquear',
      'sesion.desbloquear',
      'sesion.bloquear',
      'sesion.desbloquear',
    ]);
  });

  it('stays locked after a wrong PIN, a wrong password, both or none', async () => {
    const { navegador } = await bloqueado();
    expect((await abrir(navegador, { pin: '555666' })).cuerpo.code).toBe('pin_incorrecto');
    expect((await abrir(navegador, { password: 'otra' })).cuerpo.code).toBe('clave_incorrecta');
    expect((await abrir(navegador, { pin: PIN, password: PASSWORD })).status).toBe(400);
    expect((await abrir(navegador, {})).status).toBe(400);
    expect(await abierto(navegador)).toBe(false);
  });

  it('five wrong PINs close it for fifteen minutes, and the next five for thirty', async () => {
    const { navegador, cajero } = await bloqueado();
    const ip = nuevaIp();
    for (const minutos of [15, 30]) {
      for (let i = 0; i < 5; i++) expect((await abrir(navegador, { pin: '555666' }, ip)).status).toBe(403);
      const frenado = await abrir(navegador, { pin: PIN }, ip);
      expect([frenado.status, frenado.cuerpo.code]).toEqual([429, 'demasiados_intentos']);
      const espera = Number(frenado.headers.get('retry-after'));
      expect(espera).toBeGreaterThan(minutos * 60 - 30);
      expect(espera).toBeLessThanOrEqual(minutos * 60);
      // As if the wait were over.
      await sqlClient()`delete from clave_efimera where clave = ${`pin:${cajero.idUsuario}:${ip}`}`;
    }
    expect((await abrir(navegador, { pin: PIN }, ip)).status).toBe(200);
  });

  it('guesses sent all at once count like one by one: afterwards not even the right one opens', async () => {
    const { navegador } = await bloqueado();
    const ip = nuevaIp();
    await Promise.all(Array.from({ length: 20 }, () => abrir(navegador, { pin: '555666' }, ip)));
    expect((await abrir(navegador, { pin: PIN }, ip)).status).toBe(429);
    expect(await abierto(navegador)).toBe(false);
  });

  it('of one sign-in leaves the others of the person as they are', async () => {
    const { navegador, cajero } = await bloqueado();
    expect(await abierto(await navegadorDe(cajero))).toBe(true);
    expect(await abierto(navegador)).toBe(false);
  });

  it('lets an admitted person come, whose screen is open', async () => {
    const { navegador, cajero, idSesion } = await bloqueado();
    const relevo = await conPin(await nuevaPersona('Operador', sucursal));
    await admitir(ctxDe(cajero, { ahora: new Date() }), { id: idSesion, id_usuario: relevo.idUsuario });
    const respuesta = await desde(navegador, cambiar, {
      cuerpo: { id_usuario: relevo.idUsuario, pin: PIN },
      ip: nuevaIp(),
    });
    expect(respuesta.status).toBe(200);
    expect(await abierto(await navegadorNuevo(respuesta))).toBe(true);
    expect(await abierto(navegador)).toBe(false);
  });
});
