import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST as desbloquear } from '@/app/api/auth/desbloquear/route';
import { POST as login } from '@/app/api/auth/login/route';
import { POST as refresh } from '@/app/api/auth/refresh_token/route';
import type { Actor } from '@/lib/context';
import { kv } from '@/lib/kv/kv';
import { llamar } from '@/tests/auth/llamar';
import { conPin, desde, navegadorDe, PIN } from '@/tests/auth/navegador';
import { nuevaPersona, nuevaSucursal, PASSWORD } from '@/tests/harness/factories';
import { programa, quitarProgramas } from '@/tests/harness/programas';

const correr = promisify(execFile);

/** Sends requests from a second process over the same database and store; their statuses. */
export async function desdeOtroProceso(pedidos: unknown[]): Promise<number[]> {
  const args = [await programa('tests/kv/otro-proceso.ts'), JSON.stringify(pedidos)];
  const { stdout } = await correr(process.execPath, args, { env: process.env });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]') as number[];
}

const intentar = (email: string, password: string, ip: string) =>
  llamar(login, { metodo: 'POST', cuerpo: { email, password }, headers: { 'x-forwarded-for': ip } });

const malos = (email: string, ip: string, veces: number) =>
  Array.from({ length: veces }, (_, i) => ({ ruta: 'login', email, password: `mal-${i}`, ip }));

let direccion = 0;
const nuevaIp = () => `10.1.${Math.floor(++direccion / 250)}.${direccion % 250}`;

const dosConPin = async (sucursal: number): Promise<[Actor, Actor]> => [
  await conPin(await nuevaPersona('Operador', sucursal)),
  await conPin(await nuevaPersona('Operador', sucursal)),
];

/** What the limits promise, whatever store holds their counts. */
export function limitesDeIngreso(almacen: string): void {
  describe(`limits that count failures, over ${almacen}`, () => {
    let rosa: Actor;
    let sucursal: number;

    afterAll(quitarProgramas);
    beforeAll(async () => {
      sucursal = await nuevaSucursal();
      rosa = await nuevaPersona('Operador', sucursal);
    });

    it('hold across two processes: failures here and there add up', async () => {
      const ip = nuevaIp();
      expect(await desdeOtroProceso(malos(rosa.email, ip, 6))).toEqual(Array(6).fill(401));
      for (let i = 0; i < 4; i++) expect((await intentar(rosa.email, 'mal', ip)).status).toBe(401);
      const aqui = await intentar(rosa.email, PASSWORD, ip);
      expect(aqui.status).toBe(429);
      expect(aqui.cuerpo).toMatchObject({
        code: 'demasiados_intentos',
        message: 'Demasiados intentos fallidos. Espere unos minutos y vuelva a intentar.',
      });
      expect(Number(aqui.headers.get('retry-after'))).toBeGreaterThan(500);
      expect(await desdeOtroProceso([{ ruta: 'login', email: rosa.email, password: PASSWORD, ip }])).toEqual([429]);
    });

    it('answer the same to a mail that exists and to one that does not', async () => {
      const persona = await nuevaPersona('Operador', sucursal);
      const respuestas = [];
      for (const email of [persona.email, 'nadie@prueba.bo']) {
        const ip = nuevaIp();
        const estados: unknown[] = [];
        for (let i = 0; i < 11; i++) {
          const { status, cuerpo } = await intentar(email, 'mal', ip);
          estados.push([status, cuerpo.code, cuerpo.message]);
        }
        respuestas.push(estados);
      }
      expect(respuestas[0]).toEqual(respuestas[1]);
      expect(respuestas[0]?.at(-1)).toContain(429);
    });

    it('a sign-in that goes well starts the mail again', async () => {
      const persona = await nuevaPersona('Operador', sucursal);
      const ip = nuevaIp();
      for (let vuelta = 0; vuelta < 2; vuelta++) {
        for (let i = 0; i < 9; i++) await intentar(persona.email, 'mal', ip);
        expect((await intentar(persona.email, PASSWORD, ip)).status).toBe(200);
      }
    });

    it('good sign-ins at once are never refused, however many', async () => {
      const persona = await nuevaPersona('Operador', sucursal);
      const ip = nuevaIp();
      const todos = await Promise.all(Array.from({ length: 25 }, () => intentar(persona.email, PASSWORD, ip)));
      expect(new Set(todos.map(({ status }) => status))).toEqual(new Set([200]));
    });

    it('guesses sent all at once get no further than one by one', async () => {
      const persona = await nuevaPersona('Operador', sucursal);
      const ip = nuevaIp();
      await Promise.all(Array.from({ length: 9 }, () => intentar(persona.email, 'mal', ip)));
      const salva = [...Array.from({ length: 30 }, () => 'mal'), PASSWORD];
      const estados = await Promise.all(salva.map(async (clave) => (await intentar(persona.email, clave, ip)).status));
      expect(estados).not.toContain(200);
    });

    it('a mail guessed from many addresses is stopped, and so is an address that tries many mails', async () => {
      const persona = await nuevaPersona('Operador', sucursal);
      for (let i = 0; i < 30; i++) await intentar(persona.email, 'mal', nuevaIp());
      expect((await intentar(persona.email, PASSWORD, nuevaIp())).status).toBe(429);
      const ip = nuevaIp();
      for (let i = 0; i < 50; i++) await intentar(`nadie${i}@prueba.bo`, 'mal', ip);
      expect((await intentar(persona.email, PASSWORD, ip)).status).toBe(429);
    }, 120_000);

    it('a wrong PIN five times closes it for fifteen minutes, then thirty, for that person alone', async () => {
      const [ip, persona, otra] = [nuevaIp(), ...(await dosConPin(sucursal))];
      const pantalla = await navegadorDe(persona);
      const abrir = (pin: string) => desde(pantalla, desbloquear, { cuerpo: { pin }, ip });
      for (const minutos of [15, 30]) {
        for (let i = 0; i < 5; i++) expect((await abrir('555666')).status).toBe(403);
        const frenado = await abrir(PIN);
        expect(frenado.status).toBe(429);
        const espera = Number(frenado.headers.get('retry-after'));
        expect([espera > minutos * 60 - 60, espera <= minutos * 60]).toEqual([true, true]);
        await kv().delete(`pin:${persona.idUsuario}:${ip}`);
      }
      expect((await desde(await navegadorDe(otra), desbloquear, { cuerpo: { pin: PIN }, ip })).status).toBe(200);
      expect((await abrir(PIN)).status).toBe(200);
    });

    it('a PIN guessed from many addresses is stopped', async () => {
      const [persona] = await dosConPin(sucursal);
      const pantalla = await navegadorDe(persona);
      for (let i = 0; i < 15; i++) await desde(pantalla, desbloquear, { cuerpo: { pin: '555666' }, ip: nuevaIp() });
      expect((await desde(pantalla, desbloquear, { cuerpo: { pin: PIN }, ip: nuevaIp() })).status).toBe(429);
    });

    it('tokens that are no good count against their address, in every process', async () => {
      const ip = nuevaIp();
      const malo = { ruta: 'refresh', token: 'x.y.z', ip };
      expect(new Set(await desdeOtroProceso(Array(60).fill(malo)))).toEqual(new Set([401]));
      const { status, headers } = await llamar(refresh, {
        metodo: 'POST',
        token: 'x.y.z',
        headers: { 'x-forwarded-for': ip },
      });
      expect(status).toBe(429);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(500);
    });
  });
}
