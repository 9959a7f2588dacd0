import { crearCliente } from '@/lib/cliente/crear';
import { firmar } from '@/lib/firma';
import { conceder } from '@/lib/mostrador/conceder';
import { latir } from '@/lib/mostrador/latir';
import { recibirHechos } from '@/lib/mostrador/recibir-hechos';
import { anotarCopia } from '@/lib/recibo/anotar-copia';
import { aparcarTicket } from '@/lib/venta/aparcar';
import { claveDe } from './azar';
import type { Estado } from './estado';
import { contextoDe, type Mundo } from './mundo';
import { PRODUCTOS } from './productos';

/** When it happens on its day: the till is open and nobody closes yet. */
const HORA = { quien: 'operador', sucursal: 'miraflores' } as const;
const CAJA = 'miraflores1';
/** Positions of what the device sells without network, one of each: cheap, and plenty of it. */
const VENDIDOS = [...PRODUCTOS]
  .filter((p) => p.unidad === 'unidad')
  .sort((a, b) => b.dotacion - a.dotacion)
  .slice(0, 4);
const CLIENTES = [
  ['Marta Mamani Quispe', '4867712', '71554420'],
  ['Abarrotes Don Félix', '1023456027', '76210043'],
  ['Escuela Juan XXIII', '1009384021', null],
  ['René Apaza', null, '70612288'],
] as const;

/** What the device charges for each, in bolivianos: the last at a price that was in force nowhere. */
const cobradoDe = (i: number) => (VENDIDOS[i]?.precio ?? 0) + (i === VENDIDOS.length - 1 ? 0.5 : 0);

/** Leaves on the shelf what the device will sell, and its money in the bank, so that the plan of the day counts neither twice. */
export function apartarParaElEquipo({ existencias, bancos }: Estado): void {
  for (const [i, { indice }] of VENDIDOS.entries()) {
    existencias.miraflores[indice] = (existencias.miraflores[indice] ?? 0) - 1_000;
    bancos.miraflores += Math.round(cobradoDe(i) * 100);
  }
}

/**
 * What a counter leaves behind besides its sales: customers, a device of each branch, tickets sold while the network was away
 * (one at a price that was in force nowhere), a copy of a receipt, and tickets that wait. Paid by QR: the plan of the day
 * knows what the drawer holds.
 */
export async function vivirElMostrador(mundo: Mundo, hora: Date): Promise<void> {
  const ctx = (nombre: string) => contextoDe(mundo, { nombre: `mostrador/${nombre}`, hora, ...HORA });
  const clientes = await Promise.all(
    CLIENTES.map(([nombre, ci_nit, telefono], i) => crearCliente(ctx(`cliente/${i}`), { nombre, ci_nit, telefono })),
  );
  const [marta] = clientes;
  const idSesion = mundo.sesiones.get(CAJA);
  if (!marta || idSesion === undefined) throw new Error(`${CAJA} is not open`);
  const [primera] = await venderSinRed(
    mundo,
    hora,
    idSesion,
    clientes.map((c) => c.id),
  );
  if (primera) await anotarCopia(ctx('copia'), { id_venta: primera, formato: 'TERMICA' });
  await equipoDeElAlto(mundo, hora);
  for (const [etiqueta, cual] of [
    ['Marta, vuelve con su bolsa', 0],
    ['Mesa del fondo', 2],
  ] as const) {
    const [uno, otro] = [VENDIDOS[cual], VENDIDOS[cual + 1]];
    if (!uno || !otro) continue;
    await aparcarTicket(ctx(`espera/${cual}`), {
      clave: claveDe(`mostrador/espera/${cual}/ticket`),
      id_sesion_caja: idSesion,
      etiqueta,
      total: Math.round((uno.precio * 2 + otro.precio) * 100) / 100,
      contenido: {
        lineas: [
          { id_producto: mundo.productos[uno.indice] ?? 0, cantidad: 2 },
          { id_producto: mundo.productos[otro.indice] ?? 0, cantidad: 1 },
        ],
        ...(cual === 0 && { id_cliente: marta.id }),
      },
    });
  }
}

/**
 * Four tickets of half an hour without network, as the device signed them: the first ones of customers that it knew. Answers
 * the ids of the sales.
 */
async function venderSinRed(
  mundo: Mundo,
  hora: Date,
  idSesion: number,
  clientes: readonly number[],
): Promise<number[]> {
  const id = claveDe('mostrador/equipo');
  const ctx = (nombre: string) => ({
    ...contextoDe(mundo, { nombre: `mostrador/${nombre}`, hora, ...HORA }),
    clave: null,
  });
  const equipo = { id_dispositivo: id, nombre: 'PC de la entrada', id_caja: mundo.cajas[CAJA] };
  const { concesion, dispositivo } = await conceder(ctx('equipo'), equipo);
  const hechos = VENDIDOS.map(({ indice }, i) => {
    const cobrado = cobradoDe(i);
    const texto = JSON.stringify({
      v: 1,
      tipo: 'venta',
      clave: claveDe(`mostrador/venta/${i}`),
      orden: i + 1,
      id_dispositivo: id,
      concesion: concesion.id,
      hecho_en: new Date(hora.getTime() + (5 + i * 6) * 60_000).toISOString(),
      desfase: 0,
      sesion: { id: idSesion },
      folio: { serie: dispositivo.serie, numero: i + 1 },
      cuerpo: {
        total: cobrado,
        ...(i < 3 && { id_cliente: clientes[i] }),
        pagos: [{ metodo: 'QR', monto: cobrado }],
        detalles: [{ id_producto: mundo.productos[indice], cantidad: 1, precio_unitario: cobrado }],
      },
    });
    return { texto, mac: firmar(concesion.clave_mac, texto) };
  });
  const llegan = new Date(hora.getTime() + 35 * 60_000);
  const { resultados } = await recibirHechos({ ...ctx('hechos'), ahora: llegan }, { id_dispositivo: id, hechos });
  const ids = resultados.flatMap((r) => (r.documento ? [r.documento.id] : []));
  if (ids.length < VENDIDOS.length)
    throw new Error(`The device's tickets did not enter: ${JSON.stringify(resultados)}`);
  for (const [i, idVenta] of ids.entries()) mundo.ventas.set(`mostrador/venta/${i}`, idVenta);
  await latir(
    { ...ctx('latido'), ahora: llegan },
    { id_dispositivo: id, ahora: llegan.toISOString(), pendientes: 0, version: 'demo' },
  );
  return ids;
}

/** A telephone that sells in the other branch. */
async function equipoDeElAlto(mundo: Mundo, hora: Date): Promise<void> {
  const donde = { hora, quien: 'operador2', sucursal: 'elAlto' } as const;
  const ctx = { ...contextoDe(mundo, { nombre: 'mostrador/equipo/el-alto', ...donde }), clave: null };
  const equipo = { id_dispositivo: claveDe('mostrador/equipo/el-alto'), nombre: 'Celular de Juan' };
  await conceder(ctx, { ...equipo, id_caja: mundo.cajas.elAlto1 });
}
