import type { Tx } from '@/db/transaction';
import { DispositivoNoEncontradoError } from './errors';

/** A device, locked: its facts, its grants and its lease change one at a time. */
export type Dispositivo = {
  id: string;
  serie: string;
  nombre: string;
  id_sucursal: number;
  ultimo_numero: number;
  ultimo_orden: number;
  revocado_en: string | null;
};

/** Locks a device (`FOR NO KEY UPDATE`), after the clave and before any document. Throws DispositivoNoEncontradoError. */
export async function lockDispositivo(tx: Tx, id: string): Promise<Dispositivo> {
  const [fila] = await tx.sql<Dispositivo[]>`
    select id, serie, nombre, id_sucursal, ultimo_numero, ultimo_orden, revocado_en
    from dispositivo where id = ${id}::uuid for no key update`;
  if (!fila) throw new DispositivoNoEncontradoError();
  return fila;
}
