import { beforeAll, describe, expect, it } from 'vitest';
import { POST as cambiar } from '@/app/api/auth/cambiar/route';
import { GET as mostrador } from '@/app/api/auth/mostrador/route';
import { POST as poner } from '@/app/api/auth/pin/route';
import { GET as profile } from '@/app/api/auth/profile/route';
import { DELETE as retirar } from '@/app/api/cajas/sesion/[id]/admitidos/[id_usuario]/route';
import { POST as admitir } from '@/app/api/cajas/sesion/[id]/admitidos/route';
import { PATCH as cerrar } from '@/app/api/cajas/sesion/[id]/cerrar/route';
import { POST as vender, GET as ventas } from '@/app/api/ventas/route';
import { sqlClient } from '@/db';
import { PERMISOS_DE_MOSTRADOR } from '@/lib/auth/permisos';
import { principalDeSesion } from '@/lib/auth/principal';
import { cerrarCaja } from '@/lib/caja/cerrar';
import type { Actor } from '@/lib/context';
import { cuentas } from '@/tests/harness/argon2';
import {
  ctxDe,
  linea,
  nuevaPersona,
  nuevaSucursal,
  nuevoProducto,
  nuevoTurno,
  PASSWORD,
  type Turno,
} from '@/tests/harness/factories';
import { llamar, tokenDe } from './llamar';
import { conPin, desde, type Navegador, navegadorDe, navegadorNuevo, nuevaIp, PIN } from './navegador';

let sucursal: number;

beforeAll(async () => {
  sucursal = await nuevaSucursal();
});

/** A cashier with a caja open, another admitted to it with a PIN, and the browser of the first. */
async function mostradorAbierto(rol: Parameters<typeof nuevaPersona>[0] = 'Operador') {
  const turno = await nuevoTurno(sucursal, { saldo: 50, ahora: new Date() });
  await conPin(turno.cajero);
  const relevo = await conPin(await nuevaPersona(rol, sucursal));
  const navegador = await navegadorDe(turno.cajero);
  const { status } = await admitirEn(navegador, turno, relevo);
  expect(status).toBe(200);
  return { turno, relevo, navegador };
}

const admitirEn = (navegador: Navegador, { idSesion }: Turno, quien: Actor) =>
  desde(navegador, admitir, { params: { id: String(idSesion) }, cuerpo: { id_usuario: quien.idUsuario } });

const cambiarA = (navegador: Pick<Navegador, 'cookie'>, idUsuario: number, pin = PIN, ip = nuevaIp()) =>
  desde(navegador, cambiar, { cuerpo: { id_usuario: idUsuario, pin }, ip });

describe('switching at the counter', () => {
  it('answers another sign-in: the cookie before is good no more, and the one after is of the other person', async () => {
    const { turno, relevo, navegador } = await mostradorAbierto();
    const respuesta = await cambiarA(navegador, relevo.idUsuario);
    expect(respuesta.status).toBe(200);
    expect(respuesta.headers.get('set-cookie')).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    const nuevo = await navegadorNuevo(respuesta);
    expect(nuevo.sid).not.toBe(navegador.sid);
    expect((await desde(navegador, profile, { metodo: 'GET' })).status).toBe(401);
    expect((await desde(nuevo, profile, { metodo: 'GET' })).cuerpo.id).toBe(relevo.idUsuario);
    const rastro = await sqlClient()`
      select id_usuario, antes, despues from auditoria where accion = 'sesion.cambiar' and id_entidad = ${nuevo.sid}`;
    expect(rastro).toMatchObject([
      {
        id_usuario: relevo.idUsuario,
        antes: { id_usuario: turno.cajero.idUsuario },
        despues: { id_usuario: relevo.idUsuario, id_sesion_caja: turno.idSesion },
      },
    ]);
  });

  it('sells in the same session, each document by its author, and comes back by PIN', async () => {
    const { turno, relevo, navegador } = await mostradorAbierto();
    const producto = await nuevoProducto(sucursal);
    const ticket = { metodo_pago: 'EFECTIVO', id_sesion_caja: turno.idSesion, detalles: [linea(producto)] };
    const primera = await desde(navegador, vender, { cuerpo: ticket });
    const otro = await navegadorNuevo(await cambiarA(navegador, relevo.idUsuario));
    const segunda = await desde(otro, vender, { cuerpo: ticket });
    const vuelta = await navegadorNuevo(await cambiarA(otro, turno.cajero.idUsuario));
    const tercera = await desde(vuelta, vender, { cuerpo: ticket });
    expect([primera, segunda, tercera].map((r) => [r.status, r.cuerpo.id_sesion_caja, r.cuerpo.id_usuario])).toEqual([
      [201, turno.idSesion, turno.cajero.idUsuario],
      [201, turno.idSesion, relevo.idUsuario],
      [201, turno.idSesion, turno.cajero.idUsuario],
    ]);
  });

  it('leaves the rights of the counter alone, whoever it is', async () => {
    const { relevo, navegador } = await mostradorAbierto('Administrador');
    const nuevo = await navegadorNuevo(await cambiarA(navegador, relevo.idUsuario));
    const actor = await principalDeSesion(nuevo.sid);
    expect(actor?.nivel).toBe('pin');
    expect([...(actor?.permisos ?? [])].filter((p) => !PERMISOS_DE_MOSTRADOR.has(p))).toEqual([]);
    expect((await desde(nuevo, ventas, { metodo: 'GET' })).status).toBe(200);
    const ponerlo = await desde(nuevo, poner, { cuerpo: { pin: '739164', password: PASSWORD } });
    expect(ponerlo.cuerpo.code).toBe('requiere_clave');
  });

  it('ends with the close of the caja, or when the person is taken out', async () => {
    const { turno, relevo, navegador } = await mostradorAbierto();
    const token = await tokenDe(turno.cajero);
    const otro = await navegadorNuevo(await cambiarA(navegador, relevo.idUsuario));
    const params = { id: String(turno.idSesion), id_usuario: String(relevo.idUsuario) };
    expect((await llamar(retirar, { metodo: 'DELETE', token, params })).status).toBe(200);
    expect((await desde(otro, profile, { metodo: 'GET' })).status).toBe(401);
    const suyo = await navegadorDe(turno.cajero);
    await admitirEn(suyo, turno, relevo);
    const tercero = await navegadorNuevo(await cambiarA(suyo, relevo.idUsuario));
    const cierre = await llamar(cerrar, {
      metodo: 'PATCH',
      token,
      params: { id: String(turno.idSesion) },
      cuerpo: { monto_final_real: 50 },
    });
    expect(cierre.status).toBe(200);
    expect((await desde(tercero, profile, { metodo: 'GET' })).status).toBe(401);
  });

  it.each([
    [1, 200],
    [6, 401],
  ])(
    'by PIN of who closes the caja lasts five minutes more, to read and print it: %i later, %i',
    async (minutos, estado) => {
      const cierre = new Date(Date.now() - minutos * 60_000);
      const { cajero, idSesion } = await nuevoTurno(sucursal, { ahora: new Date(cierre.getTime() - 60_000) });
      await conPin(cajero);
      const porPin = await navegadorNuevo(await cambiarA(await navegadorDe(cajero), cajero.idUsuario));
      await cerrarCaja(ctxDe(cajero, { ahora: cierre }), { id: idSesion, monto_final_real: 0 });
      expect((await desde(porPin, profile, { metodo: 'GET' })).status).toBe(estado);
    },
  );

  it('happens once for one cookie, however many ask at once', async () => {
    const { relevo, navegador } = await mostradorAbierto();
    const todas = await Promise.all(Array.from({ length: 8 }, () => cambiarA(navegador, relevo.idUsuario)));
    expect(todas.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(todas.map(({ status }) => status))).toEqual(new Set([200, 401]));
  });

  it('is for browsers with a caja at hand', async () => {
    const { turno, relevo } = await mostradorAbierto();
    const porToken = await llamar(cambiar, {
      metodo: 'POST',
      token: await tokenDe(turno.cajero),
      cuerpo: { id_usuario: relevo.idUsuario, pin: PIN },
    });
    expect(porToken.status).toBe(401);
    const sola = await navegadorDe(await nuevaPersona('Operador', sucursal));
    expect((await cambiarA(sola, relevo.idUsuario)).cuerpo.code).toBe('sin_caja_abierta');
    expect((await cambiarA({ cookie: '' }, relevo.idUsuario)).status).toBe(401);
  });

  it('shows the names of who may come, and nothing else of them', async () => {
    const { turno, relevo, navegador } = await mostradorAbierto();
    const { cuerpo } = await desde(navegador, mostrador, { metodo: 'GET' });
    expect(cuerpo).toMatchObject({
      bloqueada: false,
      actual: { id_usuario: turno.cajero.idUsuario, con_pin: true },
      personas: [{ id_usuario: relevo.idUsuario, nombre: relevo.nombre }],
    });
  });
});

describe('guessing a PIN', () => {
  it('gets one answer for a wrong PIN, nobody, somebody without a PIN or not admitted, or who left', async () => {
    const { turno, relevo, navegador } = await mostradorAbierto();
    const sinPin = await nuevaPersona('Operador', sucursal);
    const baja = await conPin(await nuevaPersona('Operador', sucursal));
    await admitirEn(navegador, turno, sinPin);
    await admitirEn(navegador, turno, baja);
    await sqlClient()`update usuario set estado = false where id = ${baja.idUsuario}`;
    const noAdmitido = await conPin(await nuevaPersona('Operador', sucursal));
    const respuestas = [
      await cambiarA(navegador, relevo.idUsuario, '555666'),
      await cambiarA(navegador, 999_999),
      await cambiarA(navegador, sinPin.idUsuario),
      await cambiarA(navegador, noAdmitido.idUsuario),
      await cambiarA(navegador, baja.idUsuario),
    ];
    expect(new Set(respuestas.map((r) => JSON.stringify([r.status, r.cuerpo.code, r.cuerpo.message])))).toEqual(
      new Set([JSON.stringify([403, 'pin_incorrecto', 'El PIN no es correcto.'])]),
    );
    expect((await desde(navegador, profile, { metodo: 'GET' })).status).toBe(200);
  });

  it('costs the same work for nobody as for somebody', async () => {
    const { relevo, navegador } = await mostradorAbierto();
    const obra = async (id: number) => {
      const antes = cuentas();
      await cambiarA(navegador, id, '555666');
      return cuentas() - antes;
    };
    // What nobody's PIN is compared with is made once.
    await obra(777_777);
    // Without a verification for them nobody would be answered in a fraction of the time.
    expect(await obra(relevo.idUsuario)).toBe(1);
    expect(await obra(888_888)).toBe(1);
  });
});
