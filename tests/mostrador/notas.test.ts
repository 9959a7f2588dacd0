import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { cerrarCaja } from '@/lib/caja/cerrar';
import type { Actor } from '@/lib/context';
import { formatBs } from '@/lib/money';
import { revocarDispositivo } from '@/lib/mostrador/administrar-dispositivo';
import { listarIncidencias } from '@/lib/mostrador/queries';
import { resolverIncidencia } from '@/lib/mostrador/resolver-incidencia';
import { listarCopias } from '@/lib/recibo/queries';
import { todoCuadra } from '../concurrency/juntos';
import { AHORA, ctxDe, nuevaPersona, nuevaSucursal, nuevoProducto, nuevoTurno, type Turno } from '../harness/factories';
import { Equipo } from './equipo';

/** What a device tells so that it is seen: copies, drawers opened without a sale, lines taken off after the total. */

const luego = (minutos: number) => new Date(AHORA.getTime() + minutos * 60_000);
let idSucursal: number;
let jefe: Actor;
let turno: Turno;
let equipo: Equipo;
let producto: Awaited<ReturnType<typeof nuevoProducto>>;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  jefe = await nuevaPersona('Administrador', idSucursal);
  producto = await nuevoProducto(idSucursal, { precio: 10, costo: 6, stock: 1_000 });
});
beforeEach(async () => {
  turno = await nuevoTurno(idSucursal, { saldo: 100 });
  equipo = await Equipo.de(turno.cajero, { idCaja: turno.idCaja });
});

const token = () => randomUUID().replaceAll('-', '').slice(0, 22);
const sesion = () => ({ id: turno.idSesion });
const vender = (token_recibo = token()) => equipo.venta(turno.idSesion, producto, 1, { cuerpo: { token_recibo } });
const copia = (cual: object, numero = 1, en = AHORA) =>
  equipo.firmar(
    { tipo: 'registro', cuerpo: { acto: 'venta.reimprimir', nota: { ...cual, numero, formato: 'TERMICA' } } },
    { en },
  );
const gaveta = (motivo = 'Dar cambio', en = AHORA) =>
  equipo.firmar(
    { tipo: 'registro', sesion: sesion(), cuerpo: { acto: 'caja.abrir_gaveta', nota: { motivo } } },
    { en },
  );
const quitadas = () =>
  equipo.firmar({
    tipo: 'registro',
    sesion: sesion(),
    cuerpo: {
      acto: 'venta.quitar_lineas',
      nota: { ticket: randomUUID(), lineas: [{ nombre: 'Leche', cantidad: 1.5, importe: 7.5 }] },
    },
  });

const actos = (accion: string) => sqlClient()<
  { fecha: string; id_usuario: number; despues: Record<string, unknown> }[]
>`
  select fecha, id_usuario, despues from auditoria
  where accion = ${accion} and id_usuario = ${turno.cajero.idUsuario} order by id`;
const copias = async (id: number) => listarCopias(ctxDe(turno.cajero), { id });
const resultados = (rs: { resultado: string }[]) => rs.map((r) => r.resultado);

describe('the notes of a device', () => {
  it('are what their verbs write, once, in the name of who signed and at their time, whoever brings them', async () => {
    const cual = token();
    const sobres = [
      vender(cual),
      copia({ token_recibo: cual }, 1, luego(2)),
      gaveta('Dar cambio', luego(3)),
      quitadas(),
    ];
    const otra = await nuevaPersona('Operador', idSucursal);
    const primera = await equipo.enviar(sobres, { como: otra, ahora: luego(30) });
    expect(resultados(primera)).toEqual(Array(4).fill('ACEPTADO'));
    expect(primera.flatMap((r) => r.incidencias)).toEqual([]);
    const repetida = await equipo.enviar([...sobres, ...sobres].reverse(), { ahora: luego(40) });
    expect(resultados(repetida)).toEqual(Array(8).fill('YA_ESTABA'));

    expect(await copias(primera[0]?.documento?.id ?? 0)).toEqual([
      expect.objectContaining({
        numero: 1,
        formato: 'TERMICA',
        fecha: luego(2).toISOString(),
        id_usuario: turno.cajero.idUsuario,
      }),
    ]);
    const [recibida] = await sqlClient()<{ recibida_en: string }[]>`
      select recibida_en from copia_recibo where clave = ${sobres[1]?.clave ?? ''}::uuid`;
    expect(new Date(recibida?.recibida_en ?? 0)).toEqual(luego(30));
    const [abierta, ...mas] = await actos('caja.abrir_gaveta');
    expect(mas).toEqual([]);
    expect(abierta?.despues).toEqual({ motivo: 'Dar cambio', avisada_tarde: true });
    expect(new Date(abierta?.fecha ?? 0)).toEqual(luego(3));
    expect((await actos('venta.quitar_lineas')).map((a) => a.despues)).toEqual([
      expect.objectContaining({
        motivo: 'Leche',
        importe: 750,
        lineas: [{ idProducto: null, nombre: 'Leche', cantidad: 1_500, importe: 750 }],
      }),
    ]);
    await todoCuadra();
  });

  it('edited or invented are refused, and leave no copy', async () => {
    const cual = token();
    const [venta] = await equipo.enviar([vender(cual)]);
    const buena = copia({ token_recibo: cual });
    const editada = { ...buena, texto: buena.texto.replace('"numero":1', '"numero":9') };
    const inventada = { texto: gaveta().texto, mac: 'ab'.repeat(32) };
    expect((await equipo.enviar([editada, inventada])).map((r) => r.code)).toEqual(['firma', 'firma']);
    expect(await copias(venta?.documento?.id ?? 0)).toEqual([]);
    expect(await actos('caja.abrir_gaveta')).toHaveLength(0);
    // The very clave with something else that the device did sign.
    await equipo.enviar([buena]);
    const otra = equipo.firmar(
      {
        tipo: 'registro',
        cuerpo: { acto: 'venta.reimprimir', nota: { token_recibo: cual, numero: 2, formato: 'ROLLO' } },
      },
      { clave: buena.clave },
    );
    expect((await equipo.enviar([otra]))[0]).toMatchObject({ resultado: 'RECHAZADO', code: 'clave_reutilizada' });
    expect(await copias(venta?.documento?.id ?? 0)).toHaveLength(1);
  });

  it('of a ticket that has not arrived waits for it, and enters with it', async () => {
    const cual = token();
    const [venta, nota] = [vender(cual), copia({ token_recibo: cual })];
    expect((await equipo.enviar([nota]))[0]).toMatchObject({ resultado: 'RETENIDO', code: 'espera_otro_hecho' });
    const [r] = await equipo.enviar([venta]);
    expect(await copias(r?.documento?.id ?? 0)).toHaveLength(1);
    expect(resultados(await equipo.enviar([nota]))).toEqual(['YA_ESTABA']);
    await todoCuadra();
  });

  it('kept for a superior say first what they tell, then why they wait; let in or not, no money moves', async () => {
    const tercera = copia({ token_recibo: token() }, 3);
    const sobres = [gaveta(), quitadas(), tercera];
    expect(resultados(await equipo.enviar([tercera]))).toEqual(['RETENIDO']);
    await revocarDispositivo(ctxDe(jefe), { id: equipo.id, motivo: 'Se perdió' });
    await equipo.enviar(sobres);
    const { items } = await listarIncidencias(ctxDe(jefe), { id_dispositivo: equipo.id });
    const [laGaveta, lasQuitadas] = ['gaveta', 'ya totalizado'].map((q) => items.find((i) => i.frase.includes(q)));
    expect(items.map((i) => i.frase).sort()).toEqual([
      'Se abrió la gaveta sin una venta: Dar cambio. Su equipo fue revocado: un superior decide si entra.',
      'Se imprimió la copia 3 de un ticket. Espera a que llegue el ticket de esa copia.',
      `Se quitó una línea de un ticket ya totalizado (Leche; ${formatBs(750)}). Su equipo fue revocado: un superior decide si entra.`,
    ]);
    expect(items.map((i) => [i.retenido, i.tipo_hecho])).toEqual(Array(3).fill([true, 'registro']));
    await resolverIncidencia(ctxDe(jefe), { id: laGaveta?.id, motivo: 'Así fue', con: 'ASENTAR' });
    await resolverIncidencia(ctxDe(jefe), { id: lasQuitadas?.id, motivo: 'Era una prueba', con: 'DESCARTAR' });
    expect(await actos('caja.abrir_gaveta')).toHaveLength(1);
    expect(await actos('venta.quitar_lineas')).toHaveLength(0);
    await todoCuadra();
  });

  it('stand when their session closed since, and when their author may no more: that is told', async () => {
    const tarde = [gaveta(), quitadas()];
    await cerrarCaja(ctxDe(turno.cajero, { ahora: luego(10) }), { id: turno.idSesion, monto_final_real: 100 });
    const sinDerecho = await nuevaPersona('Almacenero', idSucursal);
    await sqlClient()`
      update usuario set id_rol = (select id_rol from usuario where id = ${sinDerecho.idUsuario})
      where id = ${turno.cajero.idUsuario}`;
    const rs = await equipo.enviar(tarde, { como: await nuevaPersona('Operador', idSucursal), ahora: luego(20) });
    expect(resultados(rs)).toEqual(['ACEPTADO', 'ACEPTADO']);
    expect(rs.map((r) => r.incidencias.map((i) => i.tipo))).toEqual([['autor'], ['autor']]);
    expect(rs[0]?.incidencias[0]?.frase).toMatch(/Hoy .* no puede: abrir la gaveta sin una venta/);
    expect(await actos('caja.abrir_gaveta')).toHaveLength(1);
    expect(await actos('venta.quitar_lineas')).toHaveLength(1);
  });
});
