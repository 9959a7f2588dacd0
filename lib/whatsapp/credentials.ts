import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { cifrar, claveDeCifrado, descifrar } from './cifrado';

/** What is kept was sealed with another AUTH_SECRET, or altered: the phone must be linked again. */
export class UnreadableCredentialsError extends Error {}

/** The linked device's keys in PostgreSQL, by name, sealed at rest. */
export class CredentialStore {
  readonly #clave: Buffer;

  constructor(authSecret: string) {
    this.#clave = claveDeCifrado(authSecret);
  }

  /** The values of these names; those that are not kept are absent. Throws UnreadableCredentialsError. */
  async read(nombres: readonly string[]): Promise<Map<string, string>> {
    const filas = await sqlClient()<{ nombre: string; valor: Buffer }[]>`
      select nombre, valor from whatsapp_credencial where nombre = any(${[...nombres]}::text[])`;
    return new Map(filas.map(({ nombre, valor }) => [nombre, this.#open(nombre, valor)]));
  }

  /** Keeps and forgets (`null`) all of them or none. */
  async write(cambios: ReadonlyMap<string, string | null>): Promise<void> {
    const olvidar = [...cambios].flatMap(([nombre, valor]) => (valor === null ? [nombre] : []));
    await withTransaction({}, async (tx) => {
      if (olvidar.length > 0) await tx.sql`delete from whatsapp_credencial where nombre = any(${olvidar}::text[])`;
      // pipelined: linking a phone brings hundreds of keys at once
      const guardar = [...cambios].flatMap(([nombre, valor]) => {
        if (valor === null) return [];
        const sellado = cifrar(this.#clave, nombre, valor);
        return [
          tx.sql`
            insert into whatsapp_credencial (nombre, valor) values (${nombre}, ${sellado})
            on conflict (nombre) do update set valor = excluded.valor`,
        ];
      });
      await Promise.all(guardar);
    });
  }

  /** Whether anything is kept. */
  async any(): Promise<boolean> {
    const [fila] = await sqlClient()<{ hay: boolean }[]>`select exists (select 1 from whatsapp_credencial) as hay`;
    return fila?.hay === true;
  }

  async clear(): Promise<void> {
    await sqlClient()`delete from whatsapp_credencial`;
  }

  #open(nombre: string, valor: Buffer): string {
    try {
      return descifrar(this.#clave, nombre, valor);
    } catch {
      throw new UnreadableCredentialsError(`whatsapp_credencial ${nombre} does not open`);
    }
  }
}
