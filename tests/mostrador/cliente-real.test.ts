import 'fake-indexeddb/auto';
import '@/tests/harness/semilla';
import { randomUUID } from 'node:crypto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sqlClient } from '@/db';
import type { Actor } from '@/lib/context';
import { olvidarConcesiones } from '@/lib/mostrador/concesion';
import { cobrarAqui } from '@/lib/offline/charge';
import { OfflineDatabase } from '@/lib/offline/database';
import { esteDispositivo, obtenerConcesion } from '@/lib/offline/device';
import { guardarHecho } from '@/lib/offline/facts';
import { salirDelEquipo } from '@/lib/offline/leaving';
import { localCounter } from '@/lib/offline/local';
import type { Identidad } from '@/lib/offline/meta';
import { anotar, copiaDe, type Nota } from '@/lib/offline/notes';
import { Sender } from '@/lib/offline/sender';
import { enviarHechos } from '@/lib/offline/server';
import { anularAqui } from '@/lib/offline/void';
import type { ProductoDto } from '@/lib/producto/schemas';
import type { VentaDto } from '@/lib/venta/schemas';
import { existencia, gaveta, todoCuadra } from '../concurrency/juntos';
import { AHORA, nuevaSucursal, nuevoProducto, nuevoTurno, type Turno } from '../harness/factories';
import { type Modo, Red } from './cliente';

/** The browser's own code over a real store, against the server's own verbs over PostgreSQL, by a network that fails. */

const HORA = 3_600_000;
let idSucursal: number;
let turno: Turno;
let producto: ProductoDto;
let red: Red;
const abiertos: { parar: () => void; nombre: string; db: OfflineDatabase }[] = [];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: AHORA });
  idSucursal = await nuevaSucursal();
  turno = await nuevoTurno(idSucursal, { saldo: 100 });
  producto = await nuevoProducto(idSucursal, { precio: 2, costo: 1, stock: 1_000 });
  red = new Red(turno.cajero);
  red.ahora = new Date(AHORA.getTime() + 60_000);
});
afterEach(async () => {
  for (const { parar, db, nombre } of abiertos.splice(0)) {
    parar();
    db.close();
    await Dexie.delete(nombre);
  }
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A browser of its own: its store, its grant and who brings what it sold. */
async function equipo() {
  const nombre = randomUUID();
  const db = new OfflineDatabase(nombre);
  await obtenerConcesion(db, null);
  const { id } = await esteDispositivo(db);
  const emisor = new Sender({
    db,
    send: (envios) => enviarHechos(id, envios),
    azar: () => 0,
    world: { locks: undefined, now: () => performance.now() },
  });
  void emisor.run();
  abiertos.push({ parar: () => emisor.stop(), nombre, db });
  const vender = () =>
    guardarHecho(
      db,
      {
        clave: randomUUID(),
        tipo: 'venta',
        idUsuario: turno.cajero.idUsuario,
        sesion: { id: turno.idSesion, apertura: null },
        cuerpo: {
          total: 2,
          pagos: [{ metodo: 'EFECTIVO', monto: 2 }],
          detalles: [{ id_producto: producto.id, cantidad: 1, precio_unitario: 2 }],
        },
        venta: (folio) => folio as unknown as VentaDto,
      },
      new Date(),
    ).then((envio) => {
      emisor.kick();
      return envio;
    });
  const folios = async () => (await db.salida.toArray()).map((e) => `${e.venta?.serie}-${e.venta?.numero}`);
  const entregado = () =>
    vi.waitFor(
      async () => {
        emisor.kick(true);
        expect(await db.salida.where('estado').notEqual('confirmado').count()).toBe(0);
      },
      { timeout: 20_000, interval: 50 },
    );
  return { id, db, emisor, vender, folios, entregado };
}

const enLibros = async (): Promise<string[]> => {
  const filas = await sqlClient()<{ folio: string }[]>`
    select serie || '-' || numero as folio from venta where id_sesion_caja = ${turno.idSesion} order by id`;
  return filas.map((f) => f.folio);
};

describe('two devices over a network that fails', () => {
  it('500, a hang, a death after the commit, a cut: nothing is lost, nothing is doubled, and the books agree', async () => {
    const [uno, dos] = [await equipo(), await equipo()];
    const paso = fc.record({
      modo: fc.constantFrom<Modo>('buena', 'error', 'colgada', 'muere', 'cortada'),
      uno: fc.nat(3),
      dos: fc.nat(3),
    });
    for (const { modo, ...ventas } of fc.sample(paso, 12)) {
      red.modo = modo;
      await Promise.all([
        ...Array.from({ length: ventas.uno }, uno.vender),
        ...Array.from({ length: ventas.dos }, dos.vender),
      ]);
    }
    red.modo = 'buena';
    await Promise.all([uno.entregado(), dos.entregado()]);
    const aqui = [...(await uno.folios()), ...(await dos.folios())];
    expect((await enLibros()).sort()).toEqual(aqui.sort());
    expect(new Set(aqui).size).toBe(aqui.length);
    expect(await gaveta(turno.idCaja)).toBe(10_000 + aqui.length * 200);

    // Everything again, shuffled and from the other device, as files and lost answers do.
    const todo = [...(await uno.db.salida.toArray()), ...(await dos.db.salida.toArray())];
    const revuelto = todo.map((e) => ({ e, en: Math.random() })).sort((a, b) => a.en - b.en);
    const repetido = await enviarHechos(
      dos.id,
      revuelto.map(({ e }) => e),
    );
    expect(repetido.tipo === 'acuses' && repetido.acuses.every((a) => a.a === 'confirmado')).toBe(true);
    expect(await enLibros()).toHaveLength(aqui.length);
    await todoCuadra();
  });

  it('a server that did it and died is asked again with the same bytes, and posts once', async () => {
    const uno = await equipo();
    red.modo = 'muere';
    const antes = red.hechas;
    await uno.vender();
    await vi.waitFor(() => expect(red.hechas).toBeGreaterThan(antes), { timeout: 10_000 });
    expect(await enLibros()).toHaveLength(1);
    expect((await uno.db.salida.toArray())[0]?.estado).toBe('enviado');
    red.modo = 'buena';
    await uno.entregado();
    expect(await enLibros()).toHaveLength(1);
  });

  it.each([
    ['ahead', HORA],
    ['behind', -HORA],
  ])('with its clock an hour %s, a sale stands at the time of the server', async (_, adelanto) => {
    vi.setSystemTime(red.ahora.getTime() + adelanto);
    const uno = await equipo();
    red.modo = 'cortada';
    vi.setSystemTime(Date.now() + 5 * 60_000);
    await uno.vender();
    red.ahora = new Date(red.ahora.getTime() + 20 * 60_000);
    red.modo = 'buena';
    await uno.entregado();
    const [venta] = await sqlClient()<{ fecha: string }[]>`
      select fecha from venta where id_sesion_caja = ${turno.idSesion}`;
    const real = AHORA.getTime() + 6 * 60_000;
    expect(Math.abs(Date.parse(venta?.fecha ?? '') - real)).toBeLessThan(5_000);
    expect(await sqlClient()`select 1 from incidencia where id_sucursal = ${idSucursal}`).toHaveLength(0);
  });
});

describe('the counter of a tab, whole', () => {
  const identidadDe = (actor: Actor): Identidad => ({
    usuario: { id: actor.idUsuario, nombre: actor.nombre, rol: actor.rol },
    sucursal: { id: idSucursal, nombre: 'Centro', direccion: null, telefono: null, redondea: true },
    permisos: [...actor.permisos],
    topes: actor.topes,
    sesion: {
      id: turno.idSesion,
      apertura: null,
      idResponsable: actor.idUsuario,
      fechaApertura: AHORA.toISOString(),
      caja: { id: turno.idCaja, nombre: 'Caja', especialidad: 'SOLO_VENTAS', idSucursal },
      cierre: null,
    },
  });
  const cobrar = async (clave: string = randomUUID()) => {
    const cobrado = await cobrarAqui({
      clave,
      cuerpo: {
        id_sesion_caja: turno.idSesion,
        pagos: [{ metodo: 'EFECTIVO', monto: 2 }],
        detalles: [{ id_producto: producto.id, cantidad: 1, precio_unitario: 2 }],
        token_recibo: clave.replaceAll('-', '').slice(0, 22),
      },
      lineas: [{ id: producto.id, nombre: producto.nombre, unidad: 'unidad', precio: 200, existencia: 1_000_000 }],
    });
    if (cobrado.tipo !== 'cobrado') throw new Error(JSON.stringify(cobrado));
    return cobrado.venta;
  };
  const estados = async () => ((await (await local.open())?.salida.toArray()) ?? []).map((e) => e.estado);
  const local = localCounter();

  beforeEach(async () => {
    const db = await local.open();
    if (!db) throw new Error('no store');
    await Promise.all([db.salida.clear(), db.meta.clear(), db.lotes.clear()]);
    await local.work(identidadDe(turno.cajero), 'prueba');
    local.heard('en_linea');
    await vi.waitFor(() => expect(local.get().catalogo.completo).toBe(true), { timeout: 10_000 });
  });

  it('a database that was restored knows neither the device nor its grant: it asks for another, and what waited enters', async () => {
    red.modo = 'cortada';
    local.heard('sin_conexion');
    const papeles = [await cobrar(), await cobrar()];
    const { id = '', serie: antes = null } = local.get().dispositivo ?? {};
    await sqlClient().begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      for (const tabla of ['concesion', 'arriendo_caja', 'sincronia'])
        await sql`delete from ${sql(tabla)} where id_dispositivo = ${id}::uuid`;
      await sql`delete from dispositivo where id = ${id}::uuid`;
    });
    olvidarConcesiones();
    red.modo = 'buena';
    local.heard('en_linea');
    await vi.waitFor(async () => expect(await estados()).toEqual(['confirmado', 'confirmado']), { timeout: 20_000 });
    expect(local.get().dispositivo?.serie).not.toBe(antes);
    // Their papers keep a number of the series that was: the server says under which they are.
    expect(await enLibros()).toHaveLength(2);
    expect(papeles.every((p) => p.serie === antes)).toBe(true);
    const avisos = await sqlClient()<{ frase: string }[]>`
      select frase from incidencia where id_sucursal = ${idSucursal} and tipo = 'folio_repetido' order by id`;
    expect(avisos.map((a) => a.frase)).toEqual([
      expect.stringContaining(`${antes}-1, que no es de la serie de su equipo`),
      expect.stringContaining(`${antes}-2, que no es de la serie de su equipo`),
    ]);
    const nueva = await cobrar();
    expect(nueva.serie).toBe(local.get().dispositivo?.serie);
    await vi.waitFor(async () => expect(await estados()).not.toContain('guardado'), { timeout: 20_000 });
    await todoCuadra();
  });

  it('a ticket that nobody has but this device is voided here, and both enter in their order', async () => {
    const db = await local.open();
    red.modo = 'cortada';
    local.heard('sin_conexion');
    const clave = randomUUID();
    const venta = await cobrar(clave);
    const anulada = db && (await anularAqui(db, clave, 'Se arrepintió'));
    expect(anulada).toMatchObject({ numero: venta.numero, estado_venta: 'ANULADA', motivo_edicion: 'Se arrepintió' });
    // Twice is once, and it is sold no more.
    expect(db && (await anularAqui(db, clave, 'Otra vez')).motivo_edicion).toBe('Se arrepintió');
    await vi.waitFor(() =>
      expect(local.existenciaDe({ id: producto.id, existencia: 1_000_000 }).existencia).toBe(1_000_000),
    );
    red.modo = 'buena';
    local.heard('en_linea');
    await vi.waitFor(async () => expect(await estados()).toEqual(['confirmado', 'confirmado']), { timeout: 20_000 });
    expect(await gaveta(turno.idCaja)).toBe(10_000);
    expect(await existencia(producto.id, idSucursal)).toBe(1_000_000);
    await todoCuadra();
  });

  it('what the trail must know goes after its ticket and arrives once, in the name of who did it', async () => {
    red.modo = 'cortada';
    local.heard('sin_conexion');
    const { idUsuario } = turno.cajero;
    const venta = await cobrar();
    const notas: Nota[] = [
      copiaDe(venta, { numero: 1, formato: 'TERMICA' }),
      { acto: 'caja.abrir_gaveta', idSesion: turno.idSesion, nota: { motivo: 'Dar cambio' } },
      {
        acto: 'venta.quitar_lineas',
        idSesion: turno.idSesion,
        nota: { ticket: randomUUID(), lineas: [{ nombre: 'Leche', cantidad: 1, importe: 7.5 }] },
      },
    ];
    for (const nota of notas) expect(await anotar(idUsuario, nota)).toBe(true);
    expect(await salirDelEquipo(idUsuario)).toMatch(/^Quedan 1 ticket y 3 anotaciones por enviar\./);
    // It does it all and dies before saying so; what is sent again is the same.
    red.modo = 'muere';
    const antes = red.hechas;
    local.heard('en_linea');
    await vi.waitFor(() => expect(red.hechas).toBeGreaterThan(antes + 1), { timeout: 20_000 });
    red.modo = 'buena';
    local.send();
    await vi.waitFor(async () => expect(await estados()).toEqual(Array(4).fill('confirmado')), { timeout: 20_000 });
    const filas = await sqlClient()<{ accion: string }[]>`
      select accion from auditoria where id_usuario = ${idUsuario}
        and accion in ('venta.cobrar', 'venta.reimprimir', 'caja.abrir_gaveta', 'venta.quitar_lineas') order by id`;
    expect(filas.map((f) => f.accion).filter((a) => a !== 'venta.cobrar')).toEqual(notas.map((n) => n.acto));
    const copias = await sqlClient()`
      select 1 from copia_recibo c join venta v on v.id = c.id_venta
      where v.id_sesion_caja = ${turno.idSesion} and c.id_usuario = ${idUsuario}`;
    expect(copias).toHaveLength(1);
    expect(await salirDelEquipo(idUsuario)).toBeNull();
    await todoCuadra();
  });

  it('above what who sells may do alone, it is refused without the server and asks nobody; within it, it is charged', async () => {
    red.modo = 'cortada';
    local.heard('sin_conexion');
    const { permisos, ...resto } = identidadDe(turno.cajero);
    const todos = [...new Set([...permisos, 'venta:descuento', 'venta:cambiar_precio'])];
    const topes = { 'venta:descuento': 10, 'venta:cambiar_precio': 5 };
    await local.work({ ...resto, permisos: todos, topes }, 'prueba');
    local.heard('sin_conexion');
    const con = (precio: number, descuento: number) =>
      cobrarAqui({
        clave: randomUUID(),
        cuerpo: {
          id_sesion_caja: turno.idSesion,
          pagos: [{ metodo: 'EFECTIVO', monto: (precio * 100 - descuento * 100) / 100 }],
          detalles: [
            {
              id_producto: producto.id,
              cantidad: 1,
              precio_unitario: precio,
              descuento,
              ...(precio !== 2 && { cambio_precio: { motivo: 'Caja golpeada' } }),
            },
          ],
        },
        lineas: [{ id: producto.id, nombre: producto.nombre, unidad: 'unidad', precio: 200, existencia: 1_000_000 }],
      });
    const frase = expect.stringContaining('Sin conexión no se puede pedir la aprobación.');
    for (const pasado of [await con(2, 1), await con(1.5, 0)])
      expect(pasado).toEqual({ tipo: 'no', code: 'requiere_aprobacion', frase });
    expect(await estados()).toEqual([]);
    expect([(await con(2, 0.2)).tipo, (await con(1.9, 0)).tipo]).toEqual(['cobrado', 'cobrado']);
    expect(await estados()).toEqual(['guardado', 'guardado']);
  });

  it('is not voided here without the right, nor when it is of another device', async () => {
    const db = await local.open();
    if (!db) throw new Error('no store');
    const clave = randomUUID();
    await cobrar(clave);
    await expect(anularAqui(db, randomUUID(), 'De otro equipo')).rejects.toThrow('hace falta el servidor');
    const identidad = identidadDe(turno.cajero);
    await local.work({ ...identidad, permisos: ['venta:cobrar'] }, 'prueba');
    await expect(anularAqui(db, clave, 'Sin derecho')).rejects.toThrow('no puede anular');
  });
});
