import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { sqlClient } from '@/db';

/** Without the letters that a person confuses with a digit: 32 signs, 5 bits each. */
const SIGNOS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LARGO = 20;

const huella = (clave: string) => createHash('sha256').update(clave).digest('hex');

/** A key as it is compared, however it was typed: spaces, dashes, small letters, O for 0, I or L for 1. */
function normalizada(escrita: string): string {
  return escrita
    .toUpperCase()
    .replace(/[\s-]+/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** The stored form of a key somebody typed. */
export function huellaDeClave(escrita: string): string {
  return huella(normalizada(escrita));
}

/**
 * Makes the one-time key that lets somebody install this database, 100 random bits in groups of five signs, and stores only
 * its hash; the one before it stops being good. Returns `null` when there is a person already: nothing is left to install.
 */
export async function emitirClave(ahora: Date): Promise<string | null> {
  const clave = Array.from({ length: LARGO }, () => SIGNOS[randomInt(SIGNOS.length)]).join('');
  const escrita = await sqlClient()`
    insert into instalacion as i (clave_huella, clave_emitida_en)
    select ${huella(clave)}, ${ahora.toISOString()}::timestamptz where not exists (select 1 from usuario)
    on conflict (unica) do update set clave_huella = excluded.clave_huella, clave_emitida_en = excluded.clave_emitida_en
      where i.instalada_en is null
    returning 1`;
  return escrita.length > 0 ? (clave.match(/.{5}/g) ?? []).join('-') : null;
}

/** Whether a key is the one in force; takes the same time whatever is wrong with it. */
export async function esLaClave(escrita: string): Promise<boolean> {
  const [fila] = await sqlClient()<{ clave_huella: string }[]>`
    select clave_huella from instalacion where instalada_en is null`;
  const dada = Buffer.from(huellaDeClave(escrita), 'hex');
  const guardada = Buffer.from(fila?.clave_huella ?? huella(''), 'hex');
  return timingSafeEqual(dada, guardada) && fila !== undefined;
}
