import { useState } from 'react';
import { FRASES } from '@/lib/offline/charge';
import type { OfflineDatabase } from '@/lib/offline/database';
import { SinConcesionError } from '@/lib/offline/facts';
import { fallaDe } from '@/lib/offline/failure';
import { localCounter } from '@/lib/offline/local';
import { CajaDeOtroEquipoError } from '@/lib/offline/session';

/** An act that is kept at the device: `hecho` follows once it is durable. `rechazo` is the sentence of why it was not. */
export function useGuardar(acto: (db: OfflineDatabase) => Promise<unknown>, hecho: () => void) {
  const [pendiente, setPendiente] = useState(false);
  const [rechazo, setRechazo] = useState<string | null>(null);
  async function guardar(): Promise<string | undefined> {
    setPendiente(true);
    const frase = await intentar(acto);
    setRechazo(frase ?? null);
    setPendiente(false);
    if (!frase) hecho();
    return frase;
  }
  return { guardar, pendiente, rechazo };
}

async function intentar(acto: (db: OfflineDatabase) => Promise<unknown>): Promise<string | undefined> {
  const db = await localCounter().open();
  if (!db) return FRASES.bloqueado;
  try {
    await acto(db);
    await localCounter().refresh();
    localCounter().send();
    return undefined;
  } catch (error) {
    const conocido = error instanceof SinConcesionError || error instanceof CajaDeOtroEquipoError;
    return conocido ? error.message : FRASES[fallaDe(error)];
  }
}
