import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { cerrarCaja } from '@/lib/caja/cerrar';
import type { ProductoDto } from '@/lib/producto/schemas';
import { todoCuadra } from '../concurrency/juntos';
import {
  AHORA,
  ctxDe,
  nuevaCaja,
  nuevaPersona,
  nuevaSucursal,
  nuevoProducto,
  nuevoTurno,
  type Turno,
} from '../harness/factories';
import { Equipo, type Sobre } from './equipo';

/** Whatever order, repetition and delay facts arrive with: none is lost, none is doubled, and the books agree. */

let idSucursal: number;
let productos: ProductoDto[];

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  productos = await Promise.all([
    nuevoProducto(idSucursal, { precio: 1.5, stock: 6 }),
    nuevoProducto(idSucursal, { precio: 20, stock: 300 }),
  ]);
});

const acto = fc.record({
  que: fc.constantFrom('venta', 'venta', 'venta', 'anulacion', 'ingreso', 'registro'),
  cual: fc.nat(1),
  cantidad: fc.integer({ min: 1, max: 4 }),
  precio: fc.constantFrom(null, null, null, 7),
  reloj: fc.constantFrom(0, 0, 3_600_000, -3_600_000),
  repite: fc.integer({ min: 1, max: 3 }),
});

async function turnoDeEquipo(): Promise<{
  equipo: Equipo;
  idCaja: number;
  apertura: string;
  sobres: (Sobre & { clave: string })[];
}> {
  const cajero = await nuevaPersona('Operador', idSucursal);
  const idCaja = await nuevaCaja(idSucursal, { saldo: 40 });
  const equipo = await Equipo.de(cajero, { idCaja });
  const abre = equipo.firmar({ tipo: 'apertura', cuerpo: { id_caja: idCaja, monto_inicial: 40 } });
  return { equipo, idCaja, apertura: abre.clave, sobres: [abre] };
}

describe('random facts of two devices', () => {
  it('shuffled, repeated, late and with closes between: each enters once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(acto, { minLength: 2, maxLength: 12 }),
        fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 }),
        fc.boolean(),
        async (actos, azar, cierraAntes) => {
          const t = await turnoDeEquipo();
          const ventas: string[] = [];
          for (const [i, a] of actos.entries()) {
            const en = new Date(AHORA.getTime() + i * 1000 + a.reloj);
            const sesion = { apertura: t.apertura };
            const anulada = ventas[a.cual];
            if (a.que === 'anulacion' && anulada) {
              const cuerpo = { venta: anulada, motivo_edicion: 'Se arrepintió' };
              t.sobres.push(t.equipo.firmar({ tipo: 'anulacion', sesion, cuerpo }, { en, desfase: -a.reloj }));
            } else if (a.que === 'ingreso') {
              const cuerpo = { tipo: 'INGRESO' as const, monto: a.cantidad, motivo: 'Cambio del banco' };
              t.sobres.push(t.equipo.firmar({ tipo: 'movimiento', sesion, cuerpo }, { en, desfase: -a.reloj }));
            } else if (a.que === 'registro') {
              t.sobres.push(
                t.equipo.firmar({ tipo: 'registro', sesion, cuerpo: { acto: 'caja.abrir_gaveta' } }, { en }),
              );
            } else {
              const producto = productos[a.cual];
              if (!producto) continue;
              const mas = { en, desfase: -a.reloj, ...(a.precio && { precio: a.precio }) };
              const venta = t.equipo.venta(t.apertura, producto, a.cantidad, mas);
              ventas.push(venta.clave);
              t.sobres.push(venta);
            }
          }
          const envios = actos.flatMap((a, i) => Array.from({ length: a.repite }, () => t.sobres[i + 1]));
          const todos = [...t.sobres, ...envios.filter((s) => s !== undefined)]
            .map((sobre, i) => ({ sobre, orden: azar[i % azar.length] ?? i }))
            .sort((x, y) => x.orden - y.orden)
            .map((x) => x.sobre);
          const mitad = Math.ceil(todos.length / 2);
          const luego = new Date(AHORA.getTime() + 3_600_000);
          await t.equipo.enviar(todos.slice(0, mitad), { ahora: luego });
          if (cierraAntes) {
            const [sesion] = await sqlClient()<{ id: number }[]>`
              select id from sesion_caja where id_caja = ${t.idCaja} and estado_sesion = 'ABIERTA'`;
            if (sesion)
              await cerrarCaja(ctxDe(t.equipo.actor, { ahora: luego }), { id: sesion.id, monto_final_real: 40 });
          }
          await Promise.all([
            t.equipo.enviar(todos.slice(mitad), { ahora: luego }),
            t.equipo.enviar([...todos].reverse(), { ahora: luego }),
          ]);
          // Once more, in order: what waited has what it waited for.
          const fin = await t.equipo.enviar(t.sobres, { ahora: luego });
          expect(fin.map((r) => r.resultado).filter((r) => r !== 'YA_ESTABA' && r !== 'ACEPTADO')).toEqual([]);
          const claves = t.sobres.map((s) => s.clave);
          const [cuenta] = await sqlClient()<{ hechos: number; ventas: number }[]>`
            select (select count(*) from hecho where clave = any (${claves}::uuid[]) and estado = 'ASENTADO') as hechos,
              (select count(*) from venta where clave = any (${ventas}::uuid[])) as ventas`;
          expect(cuenta).toEqual({ hechos: claves.length, ventas: ventas.length });
        },
      ),
      { numRuns: 8 },
    );
    await todoCuadra();
  });
});

describe('at the same time', () => {
  let turno: Turno;
  it('the same fact from two senders, and a close between, posts once', async () => {
    turno = await nuevoTurno(idSucursal, { saldo: 40 });
    const equipo = await Equipo.de(turno.cajero);
    const otra = await nuevaPersona('Operador', idSucursal);
    const producto = productos[1];
    if (!producto) throw new Error('no product');
    const sobres = Array.from({ length: 6 }, () => equipo.venta(turno.idSesion, producto));
    const [a, b] = await Promise.all([
      equipo.enviar(sobres),
      equipo.enviar(sobres, { como: otra }),
      cerrarCaja(ctxDe(turno.cajero, { ahora: new Date(AHORA.getTime() + 60_000) }), {
        id: turno.idSesion,
        monto_final_real: 40,
      }),
    ]);
    for (const [i] of sobres.entries()) {
      expect([a[i]?.resultado, b[i]?.resultado].sort()).toEqual(['ACEPTADO', 'YA_ESTABA']);
      expect(a[i]?.documento).toEqual(b[i]?.documento);
    }
    await todoCuadra();
  });
});
