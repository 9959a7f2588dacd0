import { inject } from 'vitest';
import { connect } from '@/db/embedded/connect.mjs';
import type { TiendaDeBench } from '@/scripts/bench/tienda';
import type { Launcher } from './launcher';

/** A small shop made by the verbs in the product's own database, with its cashiers signed in by Bearer. */
export type Shop = TiendaDeBench & { tokens: string[] };

/** The shop of a product that has just been started over its copy of the data, with some cashiers signed in through the API. */
export async function openShop(launcher: Launcher, cashiers: number): Promise<Shop> {
  const { shop } = inject('mistreated');
  const cajeros = shop.cajeros.slice(0, cashiers);
  const tokens = await Promise.all(cajeros.map(({ email }) => signIn(launcher.url, email, shop.password)));
  return { ...shop, cajeros, tokens };
}

async function signIn(url: string, email: string, password: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${await response.text()}`);
  return ((await response.json()) as { access_token: string }).access_token;
}

/** A ticket as the books have it: the clave it was charged under, and its total in bolivianos. */
export type Booked = { clave: string; id: number; total: number };

/** Every ticket in the database. A ticket is one row of `venta`; its clave comes from the act that made it. */
export async function bookedSales(launcher: Launcher): Promise<{ ventas: number; acts: Booked[] }> {
  const sql = await connect(await launcher.databaseUrl());
  try {
    const [ventas] = await sql<{ n: number }[]>`select count(*)::int as n from venta`;
    const acts = await sql<Booked[]>`
      select o.clave, v.id::int as id, (o.respuesta->>'total')::float8 as total
      from operacion o join venta v on v.id = (o.respuesta->>'id')::bigint where o.verbo = 'venta.cobrar'`;
    return { ventas: ventas?.n ?? 0, acts: [...acts] };
  } finally {
    await sql.end({ timeout: 1 });
  }
}
