import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { sincronizarCatalogo } from '@/lib/mostrador/catalogo';
import { latir } from '@/lib/mostrador/latir';
import { editarProducto } from '@/lib/producto/editar';
import { eliminarProducto } from '@/lib/producto/eliminar';
import type { ProductoDto } from '@/lib/producto/schemas';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { existencia, gaveta, todoCuadra } from '../concurrency/juntos';
import {
  AHORA,
  ctxDe,
  ctxSistema,
  linea,
  nuevaCaja,
  nuevaPersona,
  nuevaSucursal,
  nuevoProducto,
  nuevoTurno,
  type Turno,
} from '../harness/factories';
import { Equipo } from './equipo';

const MINUTO = 60_000;
const luego = (minutos: number) => new Date(AHORA.getTime() + minutos * MINUTO);

let idSucursal: number;
let turno: Turno;
let equipo: Equipo;
let producto: ProductoDto;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
});

beforeEach(async () => {
  turno = await nuevoTurno(idSucursal, { saldo: 100 });
  equipo = await Equipo.de(turno.cajero, { idCaja: turno.idCaja });
  producto = await nuevoProducto(idSucursal, { precio: 10, costo: 6, stock: 20 });
});

const incidencias = (r: { incidencias: { tipo: string }[] } | undefined) => r?.incidencias.map((i) => i.tipo);

describe('a sale told afterwards', () => {
  it('posts like any other, with its paper number, its author and when it happened', async () => {
    const [r] = await equipo.enviar([equipo.venta(turno.idSesion, producto, 2, { en: luego(1) })], { ahora: luego(9) });
    const folio = `${equipo.grant.dispositivo.serie}-1`;
    expect(r).toMatchObject({ resultado: 'ACEPTADO', documento: { tipo: 'venta', folio }, incidencias: [] });
    const [venta] = await sqlClient()<{ fecha: string; recibida_en: string; id_usuario: number }[]>`
      select fecha, recibida_en, id_usuario from venta where id = ${r?.documento?.id ?? 0}`;
    expect(new Date(venta?.fecha ?? 0)).toEqual(luego(1));
    expect(new Date(venta?.recibida_en ?? 0)).toEqual(luego(9));
    expect(venta?.id_usuario).toBe(turno.cajero.idUsuario);
    expect(await gaveta(turno.idCaja)).toBe(12_000);
    expect(await existencia(producto.id, idSucursal)).toBe(18_000);
    await todoCuadra();
  });

  it('sent again is answered the same and posts nothing more, whoever sends it', async () => {
    const sobre = equipo.venta(turno.idSesion, producto);
    const [una] = await equipo.enviar([sobre]);
    const otra = await nuevaPersona('Operador', idSucursal);
    const [dos, tres] = await equipo.enviar([sobre, sobre], { como: otra });
    expect(dos).toEqual({ ...una, resultado: 'YA_ESTABA' });
    expect(tres).toEqual(dos);
    expect(await gaveta(turno.idCaja)).toBe(11_000);
  });

  it('that had gone online first, under the same clave, is the same sale', async () => {
    const sobre = equipo.venta(turno.idSesion, producto);
    const { cuerpo } = JSON.parse(sobre.texto);
    const { total: _, ...resto } = cuerpo;
    await cobrarVenta(ctxDe(turno.cajero, { clave: sobre.clave }), { ...resto, id_sesion_caja: turno.idSesion });
    const [r] = await equipo.enviar([sobre]);
    expect(r).toMatchObject({ resultado: 'YA_ESTABA', documento: { tipo: 'venta' } });
    expect(await gaveta(turno.idCaja)).toBe(11_000);
  });

  it('brought by another person keeps its author and who sent it', async () => {
    const otra = await nuevaPersona('Operador', idSucursal);
    const sobre = equipo.venta(turno.idSesion, producto);
    const [r] = await equipo.enviar([sobre], { como: otra });
    expect(r?.resultado).toBe('ACEPTADO');
    const [fila] = await sqlClient()`select id_usuario, id_remitente from hecho where clave = ${sobre.clave}::uuid`;
    expect(fila).toEqual({ id_usuario: turno.cajero.idUsuario, id_remitente: otra.idUsuario });
  });

  it('takes goods that were not there: they enter first at last cost, and it is seen', async () => {
    const [r] = await equipo.enviar([equipo.venta(turno.idSesion, producto, 23)]);
    expect(incidencias(r)).toEqual(['stock']);
    expect(await existencia(producto.id, idSucursal)).toBe(0);
    await todoCuadra();
  });

  it('of a product deleted since posts and tells it', async () => {
    const vacio = await nuevoProducto(idSucursal, { stock: 0 });
    await eliminarProducto(ctxSistema(idSucursal), { id: vacio.id });
    const [r] = await equipo.enviar([equipo.venta(turno.idSesion, vacio)]);
    expect(r?.resultado).toBe('ACEPTADO');
    expect(incidencias(r)?.sort()).toEqual(['producto_eliminado', 'stock']);
    await todoCuadra();
  });

  it('of a code that nobody knew makes the product, once, and later tickets of that code are of it', async () => {
    const codigo = `N${randomUUID().slice(0, 8)}`;
    const detalles = [{ producto_nuevo: { codigo, nombre: 'Alfajor' }, cantidad: 2, precio_unitario: 3.5 }];
    const cuerpo = { detalles, pagos: [{ metodo: 'EFECTIVO', monto: 7 }], total: 7 };
    const dos = [1, 2].map((n) => equipo.venta(turno.idSesion, producto, 2, { cuerpo, en: luego(n) }));
    const resultados = await equipo.enviar(dos, { ahora: luego(9) });
    expect(resultados.map((r) => r.resultado)).toEqual(['ACEPTADO', 'ACEPTADO']);
    const nuevos = await sqlClient()<{ nombre: string }[]>`select nombre from producto where codigo_barras = ${codigo}`;
    expect(nuevos).toEqual([{ nombre: 'Alfajor' }]);
    expect(await gaveta(turno.idCaja)).toBe(11_400);
    await todoCuadra();
  });

  it('of a session closed since keeps its session, and its cash corrects what was left over', async () => {
    const sobre = equipo.venta(turno.idSesion, producto);
    await cerrarCaja(ctxDe(turno.cajero, { ahora: luego(5) }), { id: turno.idSesion, monto_final_real: 110 });
    const antes = await gaveta(turno.idCaja);
    const [r] = await equipo.enviar([sobre], { ahora: luego(9) });
    expect(incidencias(r)).toEqual(['sesion_cerrada']);
    expect(await gaveta(turno.idCaja)).toBe(antes);
    const [pata] = await sqlClient()<{ codigo: string; importe: number }[]>`
      select c.codigo, p.importe from venta v join partida p on p.id_asiento = v.id_asiento join cuenta c on c.id = p.id_cuenta
      where v.clave = ${sobre.clave}::uuid and c.codigo like 'sobrante%'`;
    expect(pata).toEqual({ codigo: `sobrante.S${idSucursal}`, importe: 1000 });
    await todoCuadra();
  });

  it('whose paper number is taken gets another, and it is told', async () => {
    const folio = equipo.folio();
    const [, r] = await equipo.enviar([
      equipo.venta(turno.idSesion, producto, 1, { folio }),
      equipo.venta(turno.idSesion, producto, 1, { folio }),
    ]);
    expect(incidencias(r)).toEqual(['folio_repetido']);
    expect(r?.documento?.folio).toBe(`C${turno.idCaja}-1`);
    await todoCuadra();
  });

  it("whose paper number is of a series that is not its device's gets one of the server: no device numbers for another", async () => {
    const folio = { serie: `C${turno.idCaja}`, numero: 1 };
    const [r] = await equipo.enviar([equipo.venta(turno.idSesion, producto, 1, { folio: { ...folio, numero: 7 } })]);
    expect(incidencias(r)).toEqual(['folio_repetido']);
    expect(r?.documento?.folio).toBe(`${folio.serie}-1`);
    expect((await equipo.enviar([equipo.venta(turno.idSesion, producto)]))[0]?.documento?.folio).toBe(
      `${equipo.grant.dispositivo.serie}-1`,
    );
    await todoCuadra();
  });

  it('with a discount over the cap of its author posts, and a superior sees it', async () => {
    const cuerpo = { total: 5, detalles: [linea(producto, 1, 5)] };
    const [r] = await equipo.enviar([equipo.venta(turno.idSesion, producto, 1, { cuerpo })]);
    expect(incidencias(r)).toEqual(['tope']);
    await todoCuadra();
  });

  it('whose sums are not those of its paper waits for somebody: never recomputed in silence', async () => {
    const [r] = await equipo.enviar([equipo.venta(turno.idSesion, producto, 1, { cuerpo: { total: 9 } })]);
    expect(r).toMatchObject({ resultado: 'RETENIDO', code: 'total_distinto' });
    expect(await gaveta(turno.idCaja)).toBe(10_000);
  });
});

describe('the price of a fact', () => {
  async function sincronizado(ahora: Date): Promise<void> {
    const { cursor, ...p } = await sincronizarCatalogo(ctxDe(turno.cajero, { ahora }), { limite: 2000 });
    let fin = cursor;
    let pagina: { hay_mas: boolean } = p;
    while (pagina.hay_mas) {
      const siguiente = await sincronizarCatalogo(ctxDe(turno.cajero, { ahora }), { cursor: fin, limite: 2000 });
      fin = siguiente.cursor;
      pagina = siguiente;
    }
    const latido = { id_dispositivo: equipo.id, ahora: ahora.toISOString(), pendientes: 0, cursor: fin };
    await latir(ctxDe(turno.cajero, { ahora }), latido);
  }

  it('stands when it was in force at the last catalogue that its device acknowledged', async () => {
    await sincronizado(luego(1));
    await editarProducto({ ...ctxSistema(idSucursal), ahora: luego(20) }, { id: producto.id, precio_venta: 12 });
    const [vieja, nueva] = await equipo.enviar(
      [
        equipo.venta(turno.idSesion, producto, 1, { precio: 10, en: luego(60) }),
        equipo.venta(turno.idSesion, producto, 1, { precio: 12, en: luego(61) }),
      ],
      { ahora: luego(90) },
    );
    expect([incidencias(vieja), incidencias(nueva)]).toEqual([[], []]);
    await todoCuadra();
  });

  it('posts with an incidencia when the device had acknowledged another since, or never was in force', async () => {
    await sincronizado(luego(1));
    await editarProducto({ ...ctxSistema(idSucursal), ahora: luego(20) }, { id: producto.id, precio_venta: 12 });
    await sincronizado(luego(30));
    const [vieja, inventada] = await equipo.enviar(
      [
        equipo.venta(turno.idSesion, producto, 1, { precio: 10, en: luego(60) }),
        equipo.venta(turno.idSesion, producto, 1, { precio: 1, en: luego(61) }),
      ],
      { ahora: luego(90) },
    );
    expect(vieja).toMatchObject({ resultado: 'ACEPTADO', incidencias: [{ tipo: 'precio' }] });
    expect(incidencias(inventada)).toEqual(['precio']);
    await todoCuadra();
  });
});

describe('whose word a fact is', () => {
  it('edited or forged is refused with a sentence, and leaves only its trace', async () => {
    const sobre = equipo.venta(turno.idSesion, producto);
    const editado = { ...sobre, texto: sobre.texto.replace('"total":10', '"total":1') };
    const [r] = await equipo.enviar([editado]);
    expect(r).toMatchObject({ resultado: 'RECHAZADO', code: 'firma', clave: sobre.clave });
    const [inventada] = await equipo.enviar([{ texto: sobre.texto, mac: 'ab'.repeat(32) }]);
    expect(inventada?.code).toBe('firma');
    expect(await sqlClient()`select 1 from hecho where clave = ${sobre.clave}::uuid`).toHaveLength(0);
    expect((await equipo.enviar([sobre]))[0]?.resultado).toBe('ACEPTADO');
    // The same clave with other content that the device itself signed.
    const otro = equipo.venta(turno.idSesion, producto, 2, { clave: sobre.clave });
    expect((await equipo.enviar([otro]))[0]).toMatchObject({ resultado: 'RECHAZADO', code: 'clave_reutilizada' });
  });

  it('of a grant that had expired, or of a revoked device, is kept and waits for a superior', async () => {
    const tarde = new Date(AHORA.getTime() + 9 * 86_400_000);
    const [r] = await equipo.enviar([equipo.venta(turno.idSesion, producto, 1, { en: tarde })], { ahora: tarde });
    expect(r).toMatchObject({ resultado: 'RETENIDO', code: 'concesion_vencida' });
    // Made in time and brought late: it stands.
    const [aTiempo] = await equipo.enviar([equipo.venta(turno.idSesion, producto, 1, { en: luego(5) })], {
      ahora: tarde,
    });
    expect(aTiempo?.resultado).toBe('ACEPTADO');
  });

  it('of another branch is refused to whoever does not work there', async () => {
    const otra = await nuevaSucursal();
    const ajeno = await nuevaPersona('Operador', otra);
    const sobre = equipo.venta(turno.idSesion, producto);
    expect((await equipo.enviar([sobre], { como: ajeno }))[0]).toMatchObject({
      resultado: 'RECHAZADO',
      code: 'otra_sucursal',
    });
    const lejos = await nuevoTurno(otra, { saldo: 10 });
    const [r] = await equipo.enviar([equipo.venta(lejos.idSesion, producto)]);
    expect(r).toMatchObject({ resultado: 'RECHAZADO', code: 'otra_sucursal' });
    const almacenero = await nuevaPersona('Almacenero', idSucursal);
    await expect(equipo.enviar([sobre], { como: almacenero })).rejects.toMatchObject({ code: 'sin_permiso' });
  });

  it('an unreadable one is refused by itself, and the others of its batch go on', async () => {
    const [mala, buena] = await equipo.enviar([
      { texto: '{"v":1}', mac: 'ab' },
      equipo.venta(turno.idSesion, producto),
    ]);
    expect(mala).toMatchObject({ resultado: 'RECHAZADO', code: 'ilegible', clave: null });
    expect(buena?.resultado).toBe('ACEPTADO');
  });
});

describe('the clock', () => {
  it('an hour off is corrected by what the heartbeat said, and clamped to [opening, received]', async () => {
    const hora = 3_600_000;
    const [corregida, futura, antigua] = await equipo.enviar(
      [
        equipo.venta(turno.idSesion, producto, 1, { en: luego(62), desfase: -hora }),
        equipo.venta(turno.idSesion, producto, 1, { en: luego(70) }),
        equipo.venta(turno.idSesion, producto, 1, { en: luego(-70) }),
      ],
      { ahora: luego(9) },
    );
    const fechas = await sqlClient()<{ fecha: string }[]>`
      select fecha from venta where id = any (${[corregida, futura, antigua].map((r) => r?.documento?.id ?? 0)}) order by id`;
    expect(fechas.map((f) => new Date(f.fecha))).toEqual([luego(2), luego(9), AHORA]);
    expect([corregida, futura, antigua].map(incidencias)).toEqual([[], ['reloj'], ['reloj']]);
  });
});

describe('opening and closing without network', () => {
  it('opens where the device holds the caja, sells in it and closes it', async () => {
    const cajero = await nuevaPersona('Operador', idSucursal);
    const idCaja = await nuevaCaja(idSucursal, { saldo: 50 });
    const suyo = await Equipo.de(cajero, { idCaja });
    const apertura = suyo.firmar(
      { tipo: 'apertura', cuerpo: { id_caja: idCaja, monto_inicial: 50 } },
      { en: luego(1) },
    );
    const venta = suyo.venta(apertura.clave, producto, 1, { en: luego(2) });
    const cierre = suyo.firmar(
      { tipo: 'cierre', sesion: { apertura: apertura.clave }, cuerpo: { monto_final_real: 60 } },
      { en: luego(30) },
    );
    const resultados = await suyo.enviar([apertura, venta, cierre], { ahora: luego(60) });
    expect(resultados.map((r) => [r.resultado, r.incidencias])).toEqual([
      ['ACEPTADO', []],
      ['ACEPTADO', []],
      ['ACEPTADO', []],
    ]);
    const [sesion] = await sqlClient()<{ diferencia: number; fecha_cierre: string }[]>`
      select diferencia, fecha_cierre from sesion_caja where id = ${resultados[0]?.documento?.id ?? 0}`;
    expect(sesion?.diferencia).toBe(0);
    expect(new Date(sesion?.fecha_cierre ?? 0)).toEqual(luego(30));
    expect((await suyo.enviar([apertura, venta, cierre])).map((r) => r.resultado)).toEqual(Array(3).fill('YA_ESTABA'));
    await todoCuadra();
  });

  it('a sale that arrives before its opening waits, and enters by itself after it', async () => {
    const cajero = await nuevaPersona('Operador', idSucursal);
    const idCaja = await nuevaCaja(idSucursal, { saldo: 50 });
    const suyo = await Equipo.de(cajero, { idCaja });
    const apertura = suyo.firmar({ tipo: 'apertura', cuerpo: { id_caja: idCaja, monto_inicial: 50 } });
    const venta = suyo.venta(apertura.clave, producto);
    const [espera] = await suyo.enviar([venta]);
    expect(espera).toMatchObject({ resultado: 'RETENIDO', code: 'espera_otro_hecho' });
    await suyo.enviar([apertura]);
    expect((await suyo.enviar([venta]))[0]).toMatchObject({ resultado: 'YA_ESTABA', documento: { tipo: 'venta' } });
    expect(await gaveta(idCaja)).toBe(6_000);
    const abiertas = await sqlClient()`
      select 1 from incidencia where clave_hecho = ${venta.clave}::uuid and estado = 'ABIERTA'`;
    expect(abiertas).toHaveLength(0);
    await todoCuadra();
  });

  it('with somebody else in the caja, its tickets enter in the session that is open, and it is told', async () => {
    const otro = await nuevaPersona('Operador', idSucursal);
    const suyo = await Equipo.de(otro, { idCaja: turno.idCaja });
    const apertura = suyo.firmar({ tipo: 'apertura', cuerpo: { id_caja: turno.idCaja, monto_inicial: 100 } });
    const cierre = suyo.firmar({
      tipo: 'cierre',
      sesion: { apertura: apertura.clave },
      cuerpo: { monto_final_real: 110 },
    });
    const [abre, vende, cierra] = await suyo.enviar([apertura, suyo.venta(apertura.clave, producto), cierre]);
    expect(abre).toMatchObject({ resultado: 'ACEPTADO', documento: { tipo: 'sesion_caja', id: turno.idSesion } });
    expect(incidencias(abre)).toEqual(['apertura_en_conflicto']);
    expect(incidencias(vende)).toEqual(['autor']);
    expect(incidencias(cierra)).toEqual(['cierre_repetido']);
    expect(await gaveta(turno.idCaja)).toBe(11_000);
    await todoCuadra();
  });

  it('closed twice keeps the first close and tells the other count', async () => {
    const cierre = equipo.firmar({ tipo: 'cierre', sesion: { id: turno.idSesion }, cuerpo: { monto_final_real: 95 } });
    await cerrarCaja(ctxDe(turno.cajero, { ahora: luego(1) }), { id: turno.idSesion, monto_final_real: 100 });
    const [r] = await equipo.enviar([cierre], { ahora: luego(5) });
    expect(incidencias(r)).toEqual(['cierre_repetido']);
    expect(r?.incidencias[0]?.frase).toContain('95,00');
    await todoCuadra();
  });
});

describe('a void told afterwards', () => {
  it('undoes its ticket once; voided before, it is told', async () => {
    const venta = equipo.venta(turno.idSesion, producto);
    const anulacion = () =>
      equipo.firmar({
        tipo: 'anulacion',
        sesion: { id: turno.idSesion },
        cuerpo: { venta: venta.clave, motivo_edicion: 'Se arrepintió' },
      });
    const primera = anulacion();
    expect((await equipo.enviar([primera]))[0]).toMatchObject({ resultado: 'RETENIDO', code: 'espera_otro_hecho' });
    expect((await equipo.enviar([venta]))[0]?.resultado).toBe('ACEPTADO');
    expect((await equipo.enviar([primera]))[0]?.resultado).toBe('YA_ESTABA');
    expect(await gaveta(turno.idCaja)).toBe(10_000);
    expect(incidencias((await equipo.enviar([anulacion()]))[0])).toEqual(['anulada_dos_veces']);
    expect(await existencia(producto.id, idSucursal)).toBe(20_000);
    await todoCuadra();
  });

  it('of a session closed since corrects its difference, not the drawer', async () => {
    const venta = equipo.venta(turno.idSesion, producto);
    await equipo.enviar([venta]);
    const anulacion = equipo.firmar({
      tipo: 'anulacion',
      sesion: { id: turno.idSesion },
      cuerpo: { venta: venta.clave, motivo_edicion: 'Se arrepintió' },
    });
    await cerrarCaja(ctxDe(turno.cajero, { ahora: luego(3) }), { id: turno.idSesion, monto_final_real: 100 });
    const [r] = await equipo.enviar([anulacion], { ahora: luego(5) });
    expect(incidencias(r)).toEqual(['sesion_cerrada']);
    expect(await gaveta(turno.idCaja)).toBe(10_000);
    await todoCuadra();
  });

  it('of cash that the drawer does not hold goes to what is missing', async () => {
    const otro = await nuevoTurno(idSucursal, { saldo: 0 });
    const suyo = await Equipo.de(otro.cajero);
    const venta = suyo.venta(otro.idSesion, producto);
    await suyo.enviar([venta]);
    const jefe = await nuevaPersona('Administrador', idSucursal);
    const egreso = { tipo: 'EGRESO', monto: 10, motivo: 'Retiro del dueño', id_sesion_caja: otro.idSesion };
    const { registrarMovimiento } = await import('@/lib/caja/registrar-movimiento');
    await registrarMovimiento(ctxDe(jefe), egreso);
    const [r] = await suyo.enviar([
      suyo.firmar({
        tipo: 'anulacion',
        sesion: { id: otro.idSesion },
        cuerpo: { venta: venta.clave, motivo_edicion: 'Devolvió' },
      }),
    ]);
    expect(incidencias(r)).toEqual(['gaveta_sin_saldo']);
    await todoCuadra();
  });

  it('voided online meanwhile is told', async () => {
    const venta = equipo.venta(turno.idSesion, producto);
    const [r] = await equipo.enviar([venta]);
    await anularVenta(ctxDe(turno.cajero), { id: r?.documento?.id, motivo_edicion: 'Se arrepintió' });
    const anulacion = equipo.firmar({
      tipo: 'anulacion',
      sesion: { id: turno.idSesion },
      cuerpo: { venta: venta.clave, motivo_edicion: 'Se arrepintió' },
    });
    expect(incidencias((await equipo.enviar([anulacion]))[0])).toEqual(['anulada_dos_veces']);
  });
});

describe('what else a device tells', () => {
  it('cash in by hand, and what is only to be seen in the trail', async () => {
    const [ingreso, registro] = await equipo.enviar([
      equipo.firmar({
        tipo: 'movimiento',
        sesion: { id: turno.idSesion },
        cuerpo: { tipo: 'INGRESO', monto: 5, motivo: 'Cambio del banco' },
      }),
      equipo.firmar({
        tipo: 'registro',
        sesion: { id: turno.idSesion },
        cuerpo: { acto: 'caja.abrir_gaveta', motivo: 'Dar cambio' },
      }),
    ]);
    expect(ingreso).toMatchObject({ resultado: 'ACEPTADO', documento: { tipo: 'movimiento_caja' } });
    expect(registro?.resultado).toBe('ACEPTADO');
    expect(await gaveta(turno.idCaja)).toBe(10_500);
    const actos = await sqlClient()`
      select 1 from auditoria where accion = 'caja.abrir_gaveta' and id_entidad = ${String(turno.idSesion)}
        and id_usuario = ${turno.cajero.idUsuario}`;
    expect(actos).toHaveLength(1);
    await todoCuadra();
  });
});
