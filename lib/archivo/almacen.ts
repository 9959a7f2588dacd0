import { env } from '@/lib/env';
import { almacenEnDisco } from './disco';

/**
 * Where the bytes of an image are kept, by the name we gave them: a folder today, an object store the day that a shop needs
 * one. What is written under a name never changes.
 */
export type Almacen = {
  /** Durable when it resolves. */
  guardar(clave: string, bytes: Uint8Array): Promise<void>;
  /** `null` when there is nothing under that name. */
  leer(clave: string): Promise<Uint8Array | null>;
  /** Erases it; nothing under that name is as good. */
  borrar(clave: string): Promise<void>;
};

/** The shop's store. */
export function almacen(): Almacen {
  return almacenEnDisco(env().ARCHIVOS_DIR);
}
