import { directasDe, enviarDirectas } from './direct-notes';
import { localCounter } from './local';
import { type PorTipo, pendientesPorTipo, resumir } from './outbox';
import type { Envio } from './types';

/** What was done this instant is on its way: leaving waits so long for it, where there is a server. */
const ULTIMO_MOMENTO_MS = 2_500;
const REVISAR_MS = 100;

const NOMBRES: Record<Envio['tipo'], readonly [string, string]> = {
  venta: ['ticket', 'tickets'],
  anulacion: ['anulación', 'anulaciones'],
  movimiento: ['ingreso de efectivo', 'ingresos de efectivo'],
  apertura: ['apertura de caja', 'aperturas de caja'],
  cierre: ['cierre de caja', 'cierres de caja'],
  registro: ['anotación', 'anotaciones'],
};

const enumerar = new Intl.ListFormat('es', { type: 'conjunction' });

/**
 * Ends what this device remembers of the person, or says in a sentence why they cannot leave: what only this device has
 * would wait for somebody else to sign in here. `idUsuario`: who leaves.
 */
export async function salirDelEquipo(idUsuario?: number): Promise<string | null> {
  const local = localCounter();
  await local.open();
  const quien = idUsuario ?? local.get().identidad?.usuario.id ?? 0;
  const queda = await loQueQueda(quien);
  if (queda) return queda;
  await local.forget();
  return null;
}

/** What has not arrived, after a moment for it to; `null` when everything has. */
async function loQueQueda(idUsuario: number): Promise<string | null> {
  const local = localCounter();
  const db = await local.open();
  const limite = Date.now() + ULTIMO_MOMENTO_MS;
  local.send();
  void enviarDirectas(idUsuario);
  for (;;) {
    const directas = directasDe(idUsuario);
    const cuantas = (db ? (await resumir(db)).pendientes : 0) + directas;
    if (cuantas === 0) return null;
    const llega = local.get().conexion !== 'sin_conexion' && local.get().conexion !== 'sin_sesion';
    if (!llega || Date.now() >= limite) return fraseDe(db ? await pendientesPorTipo(db) : {}, directas);
    await new Promise((listo) => setTimeout(listo, REVISAR_MS));
  }
}

/** "Quedan 2 tickets y 1 anotación por enviar", and what can be done; `null` when nothing is left. */
export function fraseDe(enSalida: PorTipo, directas: number): string | null {
  const todo = { ...enSalida, registro: (enSalida.registro ?? 0) + directas };
  const partes = (Object.keys(NOMBRES) as Envio['tipo'][]).flatMap((tipo) => {
    const n = todo[tipo] ?? 0;
    return n === 0 ? [] : [`${n} ${NOMBRES[tipo][n === 1 ? 0 : 1]}`];
  });
  if (partes.length === 0) return null;
  const uno = partes.length === 1 && Object.values(todo).includes(1);
  const queda = `${uno ? 'Queda' : 'Quedan'} ${enumerar.format(partes)} por enviar.`;
  // Only what is in the outbox can be carried to another device.
  const exportable = Object.values(enSalida).some((n) => n > 0);
  return `${queda} ${exportable ? 'Antes de salir se envía todo, o se exporta desde el aviso de arriba.' : 'Antes de salir se envía todo: hace falta el servidor.'}`;
}
