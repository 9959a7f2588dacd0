import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { GET as llaves } from '@/app/api/auth/llaves/route';
import { POST as logout } from '@/app/api/auth/logout/route';
import { POST as confirmar } from '@/app/api/auth/segundo-factor/confirmar/route';
import { POST as empezar } from '@/app/api/auth/segundo-factor/route';
import { GET as cajas } from '@/app/api/cajas/route';
import { GET as ventas } from '@/app/api/ventas/route';
import { nuevaPersona, nuevaSucursal, PASSWORD } from '@/tests/harness/factories';
import { desde, navegadorDe } from './navegador';

vi.hoisted(() => {
  process.env.SEGUNDO_FACTOR = 'obligatorio';
});

let sucursal: number;

beforeAll(async () => {
  sucursal = await nuevaSucursal();
});

describe('with SEGUNDO_FACTOR=obligatorio', () => {
  it.each(['Superadministrador', 'Propietario', 'Administrador'] as const)(
    'a %s does nothing until it is on',
    async (rol) => {
      const navegador = await navegadorDe(await nuevaPersona(rol, sucursal));
      const antes = await desde(navegador, ventas, { metodo: 'GET' });
      expect([antes.status, antes.cuerpo.code]).toEqual([403, 'segundo_factor_obligatorio']);
      const { cuerpo: mias } = await desde(navegador, llaves, { metodo: 'GET' });
      expect(mias.segundo_factor).toMatchObject({ activo: false, obligatorio: true });
      const { cuerpo } = await desde(navegador, empezar, { cuerpo: { password: PASSWORD } });
      const codigo = new TOTP({ secret: String(cuerpo.secreto) }).generate();
      expect((await desde(navegador, confirmar, { cuerpo: { codigo } })).status).toBe(200);
      expect((await desde(navegador, ventas, { metodo: 'GET' })).status).toBe(200);
    },
  );

  it('they may still leave, and the counter and the stock work as ever', async () => {
    const jefe = await navegadorDe(await nuevaPersona('Administrador', sucursal));
    expect((await desde(jefe, logout)).status).toBe(200);
    const operador = await navegadorDe(await nuevaPersona('Operador', sucursal));
    expect((await desde(operador, cajas, { metodo: 'GET' })).status).toBe(200);
  });
});
