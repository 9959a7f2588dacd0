import { sqlClient } from '@/db';
import type { Context } from '@/lib/context';
import { CredentialStore } from '@/lib/whatsapp/credentials';
import { ctxDe, nuevaPersona, nuevaSucursal } from '../harness/factories';

export const SECRETO = 'secreto-de-prueba-secreto-de-prueba-0';

/** Somebody who may send and connect, now: the worker lives in today's time. */
export async function jefe(): Promise<Context> {
  return ctxDe(await nuevaPersona('Administrador', await nuevaSucursal()), { ahora: new Date() });
}

/** The shop as a phone that was linked before leaves it. */
export async function vinculada(): Promise<CredentialStore> {
  await sqlClient()`
    insert into whatsapp_estado (id, numero) values (1, '59171234567') on conflict (id) do update set numero = excluded.numero`;
  const store = new CredentialStore(SECRETO);
  await store.write(new Map([['creds', '{"me":"59171234567"}']]));
  return store;
}

/** Nothing linked, nothing to send, nobody in charge. */
export async function vaciar(): Promise<void> {
  await sqlClient()`delete from whatsapp_estado`;
  await sqlClient()`delete from whatsapp_credencial`;
  await sqlClient()`delete from mensaje_whatsapp`;
}

export type Mensaje = { id: number; estado: string; intentos: number; ultimo_error: string | null; archivo: boolean };

/** Every message, as it is in the database. */
export async function mensajes(): Promise<Mensaje[]> {
  const filas = await sqlClient()<Mensaje[]>`
    select id, estado, intentos, ultimo_error, archivo is not null as archivo from mensaje_whatsapp order by id`;
  return [...filas];
}
