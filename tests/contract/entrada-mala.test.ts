import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { esquemaDeEntrada } from '@/lib/api/esquema';
import { partesDe } from '@/lib/api/operacion';
import { esJson, parametrosDe, type Ruta } from '@/lib/api/ruta';
import { RUTAS } from '@/lib/api/rutas';
import { closeStreams } from '@/lib/realtime/process-hub';
import { verificar } from '@/lib/verificacion/verificar';
import { CASOS, type Caso } from './casos';
import { huellaDeLaBase } from './intacta';
import { estropear, type Falta, faltasDe, IDS, lugaresDe, NUMEROS, nombrar, SIN, TEXTOS, unosDe } from './malas';
import { fueraDelCamino, llamarRuta, nombreDe, type Pedido, textoDe } from './servidas';
import { esperarSobre } from './sobre';
import { abrirTienda, type Tienda } from './tienda';
import '@/tests/harness/semilla';

/**
 * Bad input made from the schemas, for every route: whatever the schema refuses is a 400 in the envelope that changes
 * nothing; whatever it takes may be done or refused, but never fails.
 */
/** More of them with `CONTRATO_RUNS`, and all of the table with `CONTRATO_TODO=1`, to look for what a quick run does not meet. */
const RUNS = Number(process.env.CONTRATO_RUNS ?? 6);

let tienda: Tienda;
let intacta: Record<string, number>;

beforeAll(async () => {
  tienda = await abrirTienda();
});
afterAll(closeStreams);
afterEach(async () => {
  // Refusals are many and each changes nothing: one look at the end sees any that did.
  if (intacta) expect(await huellaDeLaBase()).toEqual(intacta);
});

/** Take no input, or need a server of Pusher to go on. */
const APARTE = new Set(['GET /salud', 'GET /metricas', 'POST /eventos/pusher-auth']);
const rutas = RUTAS.filter((r) => !APARTE.has(nombreDe(r)) && r.cuerpo === 'json').map((ruta) => ({
  nombre: nombreDe(ruta),
  ruta,
}));

/** Which of the good requests of each route says most. */
const mejores = new Map<string, Caso>();

/** The good request of each route that waits to be done. */
const aMano = new Map<string, Pedido>();

/** The richest good request of a route: the one that was not done yet, or one made anew and the database as it leaves it. */
async function bueno(ruta: Ruta): Promise<Pedido> {
  const nombre = nombreDe(ruta);
  const sinHacer = aMano.get(nombre);
  if (sinHacer) return sinHacer;
  const caso = mejores.get(nombre) ?? (await elegirCaso(nombre));
  const pedido = (await caso(tienda)) ?? {};
  intacta = await huellaDeLaBase();
  aMano.set(nombre, pedido);
  return pedido;
}

async function elegirCaso(nombre: string): Promise<Caso> {
  let mejor: { caso: Caso; campos: number } = { caso: () => ({}), campos: -1 };
  for (const caso of CASOS[nombre] ?? []) {
    const campos = Object.keys((await caso(tienda)).datos ?? {}).length;
    if (campos > mejor.campos) mejor = { caso, campos };
  }
  mejores.set(nombre, mejor.caso);
  return mejor.caso;
}

/** The input as the verb gets it: the path and the query are text, the body is JSON. */
function comoLlega(ruta: Ruta, datos: Record<string, unknown>): Record<string, unknown> {
  const enCamino = new Set(parametrosDe(ruta.camino));
  const enCuerpo = partesDe(ruta).cuerpo !== null || !['GET', 'DELETE'].includes(ruta.metodo);
  const entradas = Object.entries(datos).flatMap(([n, v]) => {
    if (enCamino.has(n)) return [[n, textoDe(v)]];
    return v === undefined ? [] : [[n, enCuerpo ? (JSON.parse(JSON.stringify(v)) as unknown) : textoDe(v)]];
  });
  return Object.fromEntries(entradas) as Record<string, unknown>;
}

/** Sends the good request with faults in it and judges the answer. Once something is done the request is spent, and the next begins anew. */
async function probar(ruta: Ruta, faltas: readonly Falta[]): Promise<void> {
  const pedido = await bueno(ruta);
  const datos = estropear(pedido.datos ?? {}, faltas);
  const { success: aceptable } = ruta.entrada.safeParse(comoLlega(ruta, datos));
  // A list that goes out as a file leaves its trail.
  const puedeEscribir = aceptable && (ruta.metodo !== 'GET' || ruta.exporta || !esJson(ruta.salida));
  if (puedeEscribir) expect(await huellaDeLaBase()).toEqual(intacta);
  const respuesta = await llamarRuta(ruta, { ...pedido, datos });
  const cabe = JSON.stringify(Object.fromEntries(fueraDelCamino(ruta, datos))).length < ruta.limiteBytes;
  if (!aceptable)
    expect([respuesta.status, respuesta.texto.slice(0, 300)]).toEqual([cabe ? 400 : 413, expect.anything()]);
  if (respuesta.status >= 400) esperarSobre(respuesta, caminoDe(ruta, datos), datos);
  else if (esJson(ruta.salida)) expect(ruta.salida.safeParse(respuesta.json).error).toBeUndefined();
  const hecho = puedeEscribir && respuesta.status < 400;
  if (!hecho) return;
  intacta = await huellaDeLaBase();
  // What only reads may leave its trail, and can be asked again.
  if (ruta.metodo !== 'GET') aMano.delete(nombreDe(ruta));
}

function caminoDe(ruta: Ruta, datos: Record<string, unknown>): string {
  const camino = ruta.camino.replace(/\{(\w+)\}/g, (_, n: string) =>
    encodeURIComponent(textoDe(datos[n]).toWellFormed()),
  );
  return new URL(`http://kantuta/api${camino}`).pathname;
}

describe.each(rutas)('$nombre', { timeout: 180_000 }, ({ ruta }) => {
  it('refuses bad values of each field, names it in Spanish and changes nothing', async () => {
    const { datos = {} } = await bueno(ruta);
    const enCamino = parametrosDe(ruta.camino);
    const faltas = faltasDe(esquemaDeEntrada(ruta.entrada), datos, nombreDe(ruta));
    for (const falta of [...faltas, ...unosDe(desconocidas, nombreDe(ruta), 2)]) {
      // The path always has something in its place, and a server reads no more of it than a few kilobytes.
      if (enCamino.includes(String(falta.lugar[0])) && (falta.valor === SIN || nombrar(falta.valor).length > 60))
        continue;
      try {
        await probar(ruta, [falta]);
      } catch (error) {
        throw new Error(`${nombreDe(ruta)} with ${nombrar(falta.lugar.join('.'))} = ${falta.que}`, { cause: error });
      }
    }
  });

  it('survives several at once, of any kind', async () => {
    const { datos = {} } = await bueno(ruta);
    const lugares = lugaresDe(esquemaDeEntrada(ruta.entrada), datos).map((l) => l.lugar);
    const falta = fc.record({
      lugar: fc.constantFrom(...lugares, ['otra'], ['detalles', 0, 'otra']),
      valor: cualquiera,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(falta, { minLength: 1, maxLength: 3 }), (faltas) =>
        probar(
          ruta,
          faltas.map((f) => ({ ...f, que: nombrar(f.valor) })),
        ),
      ),
      { numRuns: RUNS },
    );
  });
});

describe('after all of it', () => {
  it('what was written was seen', () => {
    expect(intacta['public.venta']).toBeGreaterThan(1);
    expect(intacta['public.asiento']).toBeGreaterThan(1);
  });

  it('the books agree', async () => {
    expect(await verificar(sqlClient())).toEqual([]);
  });
});

const desconocidas: Falta[] = ['inventada', 'constructor', 'toString', 'x'.repeat(5_000), '😀', "a'b"].map(
  (nombre) => ({
    lugar: [nombre],
    que: 'un campo desconocido',
    valor: 1,
  }),
);

const cualquiera: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...NUMEROS, ...TEXTOS, ...IDS, null, true, [], {}),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.integer(),
);
