import type { Recibo } from '@/lib/recibo/rules';
import type { Ajustes } from './ajustes';
import { bytesDeGaveta, bytesDePrueba, bytesDeRecibo } from './bytes';
import { puertaSerie } from './serie';
import { ImpresoraError, type Puerta, type Transporte } from './transporte';
import { puertaUsb } from './usb';

/** The way to the printer of these settings; `null` when it is the system that prints. */
export function puertaDe({ salida, baudios }: Pick<Ajustes, 'salida' | 'baudios'>): Puerta | null {
  if (salida === 'usb') return puertaUsb();
  return salida === 'serie' ? puertaSerie(baudios) : null;
}

// One print after another: a printer that two papers reach at once mixes them.
let cola: Promise<unknown> = Promise.resolve();

/** Prints a receipt by the printer's own language. Throws ImpresoraError. */
export function imprimirDirecto(
  recibo: Recibo,
  ajustes: Ajustes,
  o: { abreGaveta: boolean },
  puerta?: Puerta,
): Promise<void> {
  return enTurno(ajustes, puerta, () => bytesDeRecibo(recibo, ajustes, o));
}

/** Prints a test. Throws ImpresoraError. */
export function imprimirPrueba(ajustes: Ajustes, url: string | null, puerta?: Puerta): Promise<void> {
  return enTurno(ajustes, puerta, () => bytesDePrueba(ajustes, url));
}

/** Opens the drawer that is plugged into the printer. Throws ImpresoraError. */
export function pulsarGaveta(ajustes: Ajustes, puerta?: Puerta): Promise<void> {
  return enTurno(ajustes, puerta, () => bytesDeGaveta(ajustes));
}

function enTurno(ajustes: Ajustes, puerta: Puerta | undefined, hacer: () => Promise<Uint8Array>): Promise<void> {
  const turno = cola.then(async () => {
    const [transporte, bytes] = await Promise.all([transporteDe(puerta ?? puertaDe(ajustes)), hacer()]);
    await transporte.escribir(bytes);
  });
  cola = turno.catch(() => {});
  return turno;
}

async function transporteDe(puerta: Puerta | null): Promise<Transporte> {
  if (!puerta) throw new ImpresoraError('Este equipo imprime por el diálogo del sistema.');
  if (!puerta.hay())
    throw new ImpresoraError('Este navegador no llega a la impresora. Hace falta Chrome o Edge, con HTTPS.');
  const transporte = await puerta.recordado();
  if (!transporte)
    throw new ImpresoraError('No se encuentra la impresora. Elíjala otra vez en «Impresora de este equipo».');
  return transporte;
}
