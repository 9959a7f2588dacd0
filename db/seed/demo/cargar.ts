import postgres from 'postgres';
import { sqlClient } from '@/db';
import { detectarAlertas } from '@/lib/alerta/detectar';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { detectarAlertasDeStock } from '@/lib/inventario/detectar-alertas';
import { diaDe, finDelDia, formatDia, formatHora, inicioDelDia } from '@/lib/time';
import type { Acto } from './actos';
import { actuar } from './actuar';
import { alas, diaDeLaSemana, ultimosDias } from './calendario';
import { preciosDeElAlto } from './catalogo';
import { estadoInicial } from './estado';
import { darPorCargada, fundar, type Periodo, situacionDeLaBase } from './fundacion';
import { importarListas } from './importaciones';
import { inventarDia, inventarHoy } from './jornada';
import { apartarParaElEquipo, vivirElMostrador } from './mostrador';
import { contextoDe, equipar, type Mundo, TEMPORADA_MS } from './mundo';
import type { ClaveSucursal } from './tienda';

/** Three weeks. */
const DIAS = 21;
const CANDADO = 5_268_241;
const MINUTOS_MS = 60_000;

/** What a load of the demo found and did. */
export type Carga = { situacion: 'cargada' | 'continuada' | 'ya_estaba' | 'otros_datos'; ventas: number };

/**
 * Loads the demo into an empty database: shop, people, catalogue and `dias` of past operation up to yesterday, everything
 * by the verbs. Where a demo is whole, or there is other data, it does nothing. One that was cut short is taken up: each
 * act carries its own key, so what was already done answers the same. Two loads at once wait for each other.
 */
export async function cargarDemo(opciones: {
  ahora: Date;
  dias?: number;
  decir?: (linea: string) => void;
}): Promise<Carga> {
  const candado = postgres(env().DATABASE_URL, { max: 1, onnotice: () => {} });
  try {
    await candado`select pg_advisory_lock(${CANDADO})`;
    return await cargar({ dias: DIAS, decir: () => {}, ...opciones });
  } finally {
    await candado.end();
  }
}

type Opciones = { ahora: Date; dias: number; decir: (linea: string) => void };

async function cargar({ ahora, dias, decir }: Opciones): Promise<Carga> {
  const situacion = await situacionDeLaBase();
  if (situacion.hay === 'completa') return { situacion: 'ya_estaba', ventas: 0 };
  if (situacion.hay === 'otros_datos') return { situacion: 'otros_datos', ventas: 0 };
  if (situacion.hay === 'a_medias') {
    decir('la carga anterior quedó a medias: se continúa');
    return { situacion: 'continuada', ventas: await continuar(ahora, situacion.periodo, decir) };
  }
  const periodo = {
    hasta: diaDe(new Date(inicioDelDia(diaDe(ahora)).getTime() - MINUTOS_MS)),
    dias,
    corte: ahora.toISOString(),
  };
  const [primero = periodo.hasta] = ultimosDias(periodo.hasta, dias);
  await fundar(new Date(alas(primero, 5).getTime() - TEMPORADA_MS), periodo);
  return { situacion: 'cargada', ventas: await vivir(ahora, periodo, decir) };
}

async function continuar(ahora: Date, periodo: Periodo, decir: Opciones['decir']) {
  try {
    return await vivir(ahora, periodo, decir);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const motivo = `La demostración quedó a medias y después cambiaron sus datos (${error.message})`;
    throw new Error(`${motivo} Hay que borrar su carpeta de datos, o su base, y cargarla de nuevo.`, { cause: error });
  }
}

/** Lives every day of the period and puts the last mark. Returns how many tickets were sold. */
async function vivir(ahora: Date, { hasta, dias, corte }: Periodo, decir: Opciones['decir']) {
  const fechas = ultimosDias(hasta, dias);
  decir('sucursales, personas, cajas y catálogo');
  const mundo = await equipar(alas(fechas[0] ?? hasta, 5.5));
  const estado = estadoInicial();
  // The last day on which the till of the entrance is open all day.
  const conEquipos = fechas.findLast((dia) => diaDeLaSemana(dia) !== 0);
  for (const [indice, dia] of fechas.entries()) {
    if (dia === conEquipos) apartarParaElEquipo(estado);
    const actos = inventarDia(estado, { dia, indice, faltan: dias - 1 - indice });
    await vivirDia(mundo, actos, dia === conEquipos ? alas(dia, 11) : null);
    if (indice === dias - 2) await importarListas(mundo, alas(dia, 21));
    decir(`día ${indice + 1} de ${dias} (${formatDia(alas(dia, 12))}): ${mundo.ventas.size} ventas`);
  }
  if (corte) {
    const dia = diaDe(new Date(corte));
    await vivirDia(mundo, inventarHoy(estado, { dia, indice: dias }, new Date(corte)));
    decir(`hoy, hasta las ${formatHora(corte)}: ${mundo.ventas.size} ventas`);
  }
  const cierre = {
    nombre: 'precio/el-alto',
    hora: corte ? new Date(corte) : finDelDia(hasta),
    quien: 'super',
    sucursal: 'elAlto',
  } as const;
  await preciosDeElAlto(contextoDe(mundo, cierre), mundo.productos);
  await sqlClient()`analyze`;
  // The worker only looks at the day that passes and at the one before: these are over.
  for (const dia of fechas.slice(-3)) await detectarAlertas(finDelDia(dia), dia);
  await detectarAlertasDeStock(finDelDia(hasta));
  await darPorCargada(ahora, { hasta, dias, ventas: mundo.ventas.size });
  return mundo.ventas.size;
}

/** Does the acts in order within each branch, and at `alMostrador` what the counter leaves besides; the branches go side by side and meet every hour. */
async function vivirDia(mundo: Mundo, actos: readonly Acto[], alMostrador: Date | null = null): Promise<void> {
  const horaDe = (acto: Acto) => Math.floor(acto.hora.getTime() / (60 * MINUTOS_MS));
  let pendiente = alMostrador;
  for (const hora of new Set(actos.map(horaDe))) {
    if (pendiente && hora * 60 * MINUTOS_MS >= pendiente.getTime()) {
      await vivirElMostrador(mundo, pendiente);
      pendiente = null;
    }
    const deLaHora = actos.filter((acto) => horaDe(acto) === hora);
    const en = (sucursal: ClaveSucursal) => deLaHora.filter((acto) => acto.sucursal === sucursal);
    await Promise.all([enOrden(mundo, en('miraflores')), enOrden(mundo, en('elAlto'))]);
  }
}

async function enOrden(mundo: Mundo, actos: readonly Acto[]): Promise<void> {
  for (const acto of actos) await actuar(mundo, acto);
}
