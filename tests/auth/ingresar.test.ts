import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { POST as login } from '@/app/api/auth/login/route';
import { GET as profile } from '@/app/api/auth/profile/route';
import { sqlClient } from '@/db';
import type { Actor } from '@/lib/context';
import { nuevaPersona, nuevaSucursal, PASSWORD } from '@/tests/harness/factories';
import { entrar, llamar } from './llamar';

let sucursal: number;
let rosa: Actor;

beforeAll(async () => {
  sucursal = await nuevaSucursal();
  rosa = await nuevaPersona('Operador', sucursal);
});

const intentar = (email: string, password: string, ip = '10.0.0.1') =>
  llamar(login, { metodo: 'POST', cuerpo: { email, password }, headers: { 'x-forwarded-for': ip } });

const rastro = (accion: string, idEntidad: string) =>
  sqlClient()`select id_usuario, ip, despues from auditoria where accion = ${accion} and id_entidad = ${idEntidad}`;

describe('signing in', () => {
  it('answers two tokens and the person, whatever the case of the mail, and never the hash', async () => {
    const { status, cuerpo } = await intentar(` ${rosa.email.toUpperCase()} `, PASSWORD);
    expect(status).toBe(200);
    expect(cuerpo.user).toMatchObject({ id: rosa.idUsuario, email: rosa.email, role: { id: 2, nombre: 'Operador' } });
    expect(JSON.stringify(cuerpo)).not.toMatch(/argon2|hash/i);
    const { sid } = decodeJwt<{ sid: string }>(String(cuerpo.access_token));
    expect(await rastro('sesion.ingresar', sid)).toMatchObject([{ id_usuario: rosa.idUsuario, ip: '10.0.0.1' }]);
  });

  it('opens the API to its bearer', async () => {
    const { access_token } = await entrar(rosa.email);
    const { status, cuerpo } = await llamar(profile, { token: access_token });
    expect([status, cuerpo.email]).toEqual([200, rosa.email]);
  });

  it('answers the same to an unknown mail, a wrong password and an inactive person', async () => {
    const inactiva = await nuevaPersona('Operador', sucursal);
    await sqlClient()`update usuario set estado = false where id = ${inactiva.idUsuario}`;
    const respuestas = await Promise.all([
      intentar('nadie@prueba.bo', PASSWORD),
      intentar(rosa.email, 'otra-cosa'),
      intentar(inactiva.email, PASSWORD),
    ]);
    for (const { status, cuerpo } of respuestas) {
      expect([status, cuerpo.code, cuerpo.message]).toEqual([
        401,
        'credenciales',
        'El correo o la contraseña no son correctos.',
      ]);
    }
  });

  it('leaves each failure in the trail, without the password', async () => {
    const persona = await nuevaPersona('Operador', sucursal);
    await intentar(persona.email, 'clave-equivocada');
    const filas = await rastro('sesion.ingreso_fallido', persona.email);
    expect(filas).toMatchObject([{ id_usuario: persona.idUsuario, ip: '10.0.0.1' }]);
    const secretos =
      await sqlClient()`select 1 from auditoria where to_jsonb(auditoria)::text like '%clave-equivocada%'`;
    expect(secretos).toHaveLength(0);
  });

  it('stops guessing after ten failures of a mail from an address, and says until when', async () => {
    const persona = await nuevaPersona('Operador', sucursal);
    for (let i = 0; i < 10; i++) await intentar(persona.email, `mal-${i}`, '10.0.0.9');
    const frenado = await intentar(persona.email, PASSWORD, '10.0.0.9');
    expect(frenado.status).toBe(429);
    expect(Number(frenado.headers.get('retry-after'))).toBeGreaterThan(500);
    expect((await intentar(persona.email, PASSWORD, '10.0.0.10')).status).toBe(200);
  });

  it('names what is missing or unknown', async () => {
    const { status, cuerpo } = await llamar(login, { metodo: 'POST', cuerpo: { email: rosa.email, clave: 'x' } });
    expect(status).toBe(400);
    expect(cuerpo.campos).toEqual({ password: 'Falta la contraseña.', clave: 'Campo desconocido: clave.' });
  });
});
