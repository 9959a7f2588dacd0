import { createHash, randomBytes } from 'node:crypto';
import { Secret } from 'otpauth';
import type { Tx } from '@/db/transaction';

const CUANTOS = 10;
/** 80 random bits: sixteen letters of base 32. */
const BYTES = 10;

/** Replaces a person's recovery codes with ten new ones, kept as SHA-256. The answer is the only time they are seen. */
export async function renovarCodigos(tx: Tx, idUsuario: number): Promise<string[]> {
  const codigos = Array.from({ length: CUANTOS }, () => new Secret({ buffer: arrayBuffer(randomBytes(BYTES)) }).base32);
  await tx.sql`delete from codigo_respaldo where id_usuario = ${idUsuario}`;
  await tx.sql`
    insert into codigo_respaldo (id_usuario, huella) select ${idUsuario}, unnest(${codigos.map(huella)}::text[])`;
  return codigos.map((c) => c.replace(/(.{4})(?=.)/g, '$1-'));
}

/** Uses up a recovery code. Of many at once exactly one is true. */
export async function usarCodigoDeRespaldo(
  sql: Tx['sql'],
  idUsuario: number,
  codigo: string,
  ahora: Date,
): Promise<boolean> {
  const usados = await sql`
    update codigo_respaldo set usado_en = ${ahora.toISOString()}::timestamptz
    where id_usuario = ${idUsuario} and huella = ${huella(codigo)} and usado_en is null returning 1`;
  return usados.length > 0;
}

function huella(codigo: string): string {
  return createHash('sha256').update(codigo).digest('hex');
}

function arrayBuffer(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
