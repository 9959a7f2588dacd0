import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import type { Actor } from '@/lib/context';
import { nombrarDispositivo, revocarDispositivo } from '@/lib/mostrador/administrar-dispositivo';
import { conceder } from '@/lib/mostrador/conceder';
import { leerIncidencia, listarDispositivos, listarIncidencias } from '@/lib/mostrador/queries';
import { resolverIncidencia } from '@/lib/mostrador/resolver-incidencia';
import type { ProductoDto } from '@/lib/producto/schemas';
import { gaveta, todoCuadra, todosJuntos } from '../concurrency/juntos';
import { AHORA, ctxDe, nuevaPersona, nuevaSucursal, nuevoProducto, nuevoTurno, type Turno } from '../harness/factories';
import { Equipo } from './equipo';

let idSucursal: number;
let turno: Turno;
let jefe: Actor;
let equipo: Equipo;
let producto: ProductoDto;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  jefe = await nuevaPersona('Administrador', idSucursal);
  producto = await nuevoProducto(idSucursal, { precio: 10, stock: 500 });
});

beforeEach(async () => {
  turno = await nuevoTurno(idSucursal, { saldo: 100 });
  equipo = await Equipo.de(turno.cajero, { idCaja: turno.idCaja });
});

const MOTIVO = 'Se habló con la cajera';

async function unica() {
  const { items } = await listarIncidencias(ctxDe(jefe), { id_dispositivo: equipo.id });
  if (items.length !== 1 || !items[0]) throw new Error(`There are ${items.length} incidencias`);
  return items[0];
}

describe('resolverIncidencia', () => {
  it('closes it with who, when and why; the second to try is told', async () => {
    await equipo.enviar([equipo.venta(turno.idSesion, producto, 1, { precio: 3 })]);
    const { id, documento } = await unica();
    expect(documento).toMatchObject({ tipo: 'venta', folio: `${equipo.grant.dispositivo.serie}-1` });
    const { hechos, rechazos } = await todosJuntos(
      Array.from({ length: 3 }, () => () => resolverIncidencia(ctxDe(jefe), { id, motivo: MOTIVO })),
    );
    expect(hechos).toMatchObject([{ estado: 'RESUELTA', motivo: MOTIVO, resuelta_por: jefe.nombre }]);
    expect(rechazos).toEqual(['incidencia_resuelta', 'incidencia_resuelta']);
    const actos = await sqlClient()`
      select 1 from auditoria where accion = 'incidencia.resolver' and id_entidad = ${String(id)}`;
    expect(actos).toHaveLength(1);
  });

  it('is for who has the right, and of their branch', async () => {
    await equipo.enviar([equipo.venta(turno.idSesion, producto, 1, { precio: 3 })]);
    const { id } = await unica();
    await expect(resolverIncidencia(ctxDe(turno.cajero), { id, motivo: MOTIVO })).rejects.toMatchObject({
      code: 'sin_permiso',
    });
    await expect(listarIncidencias(ctxDe(turno.cajero), {})).rejects.toMatchObject({ code: 'sin_permiso' });
    const ajeno = await nuevaPersona('Administrador', await nuevaSucursal());
    await expect(leerIncidencia(ctxDe(ajeno), { id })).rejects.toMatchObject({ code: 'no_encontrado' });
    await expect(resolverIncidencia(ctxDe(ajeno), { id, motivo: MOTIVO })).rejects.toMatchObject({
      code: 'no_encontrado',
    });
    await expect(resolverIncidencia(ctxDe(jefe), { id, motivo: ' ' })).rejects.toThrow();
  });

  it('lets in what a revoked device had not sent: never a lost sale', async () => {
    const sobre = equipo.venta(turno.idSesion, producto);
    await revocarDispositivo(ctxDe(jefe), { id: equipo.id, motivo: 'Se perdió la tableta' });
    const [r] = await equipo.enviar([sobre]);
    expect(r).toMatchObject({ resultado: 'RETENIDO', code: 'concesion_revocada' });
    const { id, retenido, frase } = await unica();
    expect(retenido).toBe(true);
    expect(frase).toMatch(/^Se cobró el ticket \S+ por Bs\s10,00\. Su equipo fue revocado/);
    await expect(resolverIncidencia(ctxDe(jefe), { id, motivo: MOTIVO })).rejects.toMatchObject({ code: 'validacion' });
    const resuelta = await resolverIncidencia(ctxDe(jefe), { id, motivo: MOTIVO, con: 'ASENTAR' });
    expect(resuelta).toMatchObject({ estado: 'RESUELTA', documento: { tipo: 'venta' } });
    expect(await gaveta(turno.idCaja)).toBe(11_000);
    expect((await equipo.enviar([sobre]))[0]?.resultado).toBe('YA_ESTABA');
    await todoCuadra();
  });

  it('throws away what should not enter, and it never comes back', async () => {
    const sobre = equipo.venta(turno.idSesion, producto, 1, { cuerpo: { total: 1 } });
    await equipo.enviar([sobre]);
    const { id } = await unica();
    await resolverIncidencia(ctxDe(jefe), { id, motivo: MOTIVO, con: 'DESCARTAR' });
    expect((await equipo.enviar([sobre]))[0]).toMatchObject({ resultado: 'YA_ESTABA', code: 'hecho_descartado' });
    expect(await gaveta(turno.idCaja)).toBe(10_000);
    await todoCuadra();
  });

  it('puts what names no session in the one that is chosen', async () => {
    const sobre = equipo.venta(randomUUID(), producto);
    await equipo.enviar([sobre]);
    const { id, espera } = await unica();
    expect(espera).toBe(true);
    await expect(resolverIncidencia(ctxDe(jefe), { id, motivo: MOTIVO, con: 'ASENTAR' })).rejects.toMatchObject({
      code: 'espera_otro_hecho',
    });
    const pedido = { id, motivo: MOTIVO, con: 'ASENTAR', id_sesion_caja: turno.idSesion };
    expect(await resolverIncidencia(ctxDe(jefe), pedido)).toMatchObject({ estado: 'RESUELTA' });
    expect(await gaveta(turno.idCaja)).toBe(11_000);
    await todoCuadra();
  });
});

describe('devices', () => {
  it('a grant is for a person at a device for 8 days, and is given again while it is fresh', async () => {
    const { concesion, dispositivo } = equipo.grant;
    expect(new Date(concesion.vence_en).getTime() - new Date(concesion.emitida_en).getTime()).toBe(8 * 86_400_000);
    const otraVez = await conceder(ctxDe(turno.cajero), { id_dispositivo: equipo.id });
    expect(otraVez.concesion.id).toBe(concesion.id);
    const manana = new Date(AHORA.getTime() + 25 * 3_600_000);
    const nueva = await conceder(ctxDe(turno.cajero, { ahora: manana }), { id_dispositivo: equipo.id });
    expect(nueva.concesion.id).not.toBe(concesion.id);
    expect(nueva.dispositivo.serie).toBe(dispositivo.serie);
    const otra = await nuevaPersona('Operador', idSucursal);
    const suya = await conceder(ctxDe(otra), { id_dispositivo: equipo.id });
    expect(suya.concesion.clave_mac).not.toBe(concesion.clave_mac);
    const almacenero = await nuevaPersona('Almacenero', idSucursal);
    await expect(conceder(ctxDe(almacenero), { id_dispositivo: equipo.id })).rejects.toMatchObject({
      code: 'sin_permiso',
    });
  });

  it('of two devices at once only one takes a caja, and the other gives it up only when told', async () => {
    const otro = await nuevoTurno(idSucursal);
    const { hechos, rechazos } = await todosJuntos(
      [turno.cajero, otro.cajero].map(
        (actor) => () => conceder(ctxDe(actor), { id_dispositivo: randomUUID(), id_caja: otro.idCaja }),
      ),
    );
    expect([hechos.length, rechazos]).toEqual([1, ['caja_de_otro_equipo']]);
    const tomada = await conceder(ctxDe(otro.cajero), { id_dispositivo: equipo.id, id_caja: otro.idCaja, tomar: true });
    expect(tomada.arriendo?.id_caja).toBe(otro.idCaja);
    expect(await sqlClient()`select 1 from arriendo_caja where id_dispositivo = ${equipo.id}::uuid`).toHaveLength(1);
  });

  it('a revoked one gets no grant, keeps no caja, and is told so once', async () => {
    await nombrarDispositivo(ctxDe(jefe), { id: equipo.id, nombre: 'Mostrador de la entrada' });
    await expect(nombrarDispositivo(ctxDe(turno.cajero), { id: equipo.id, nombre: 'Mío' })).rejects.toMatchObject({
      code: 'sin_permiso',
    });
    await expect(revocarDispositivo(ctxDe(turno.cajero), { id: equipo.id, motivo: MOTIVO })).rejects.toMatchObject({
      code: 'sin_permiso',
    });
    await revocarDispositivo(ctxDe(jefe), { id: equipo.id, motivo: MOTIVO });
    await expect(revocarDispositivo(ctxDe(jefe), { id: equipo.id, motivo: MOTIVO })).rejects.toThrow('revocado');
    await expect(conceder(ctxDe(turno.cajero), { id_dispositivo: equipo.id })).rejects.toThrow('revocado');
    const { items } = await listarDispositivos(ctxDe(jefe), { buscar: 'entrada' });
    expect(items).toMatchObject([
      { id: equipo.id, nombre: 'Mostrador de la entrada', caja: null, motivo_revocacion: MOTIVO },
    ]);
  });

  it('tells how many facts of a device never came though later ones did', async () => {
    equipo.firmar({ tipo: 'registro', cuerpo: { acto: 'caja.abrir_gaveta' } });
    await equipo.enviar([equipo.venta(turno.idSesion, producto)]);
    const { items } = await listarDispositivos(ctxDe(jefe), {});
    expect(items.find((d) => d.id === equipo.id)?.faltan).toBe(1);
  });
});
