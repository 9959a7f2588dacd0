import { type Tx, withTransaction } from '@/db/transaction';
import { RefrescoInvalidoError, RefrescoReutilizadoError } from '@/lib/auth/errors';
import { startRefresco } from '@/lib/auth/failed-attempts';
import { SinDatos, type TokensDto } from '@/lib/auth/input';
import { insertRefreshToken, signPair, type TokenRow } from '@/lib/auth/issue-tokens';
import { buildContext, leerPrincipal } from '@/lib/auth/principal';
import type { PublicContext } from '@/lib/auth/public-context';
import { revocarSesion } from '@/lib/auth/revocar';
import { durationMs, type TokenClaims, verifyRefreshToken } from '@/lib/auth/tokens';
import type { Actor } from '@/lib/context';
import { env } from '@/lib/env';

type Outcome = { actor: Actor; sucesor: TokenRow | null };

/** However often it is renewed, a sign-in of the API ends: then the password is asked for again. OWASP ASVS 5.0.0, 10.4.8. */
const VIDA_MAXIMA_MS = 90 * 86_400_000;

/**
 * Buys the next pair with a refresh token. Each token has one successor: until that is first used, the old one stays
 * good and buys the same successor again (a lost answer, two tabs at once). Once it was used, the old one coming back
 * means a copy, and the whole sign-in is revoked. Tokens that are no good count against the address they come from.
 * Throws RefrescoInvalidoError, RefrescoReutilizadoError, DemasiadosIntentosError.
 */
export async function refrescar(ctx: PublicContext, raw: unknown = {}): Promise<TokensDto> {
  SinDatos.parse(raw);
  const intento = await startRefresco(ctx);
  try {
    return await renew(ctx);
  } catch (error) {
    if (error instanceof RefrescoInvalidoError || error instanceof RefrescoReutilizadoError) await intento.failed();
    throw error;
  }
}

async function renew(ctx: PublicContext): Promise<TokensDto> {
  const claims = ctx.bearer === null ? null : await verifyRefreshToken(ctx.bearer);
  if (!claims) throw new RefrescoInvalidoError();
  // A revocation must be committed, so the refusal is thrown outside.
  const { actor, sucesor } = await withTransaction({}, (tx) => rotate(tx, ctx, claims));
  if (!sucesor) throw new RefrescoReutilizadoError();
  return signPair(actor, sucesor, ctx.ahora);
}

async function rotate(tx: Tx, ctx: PublicContext, claims: TokenClaims): Promise<Outcome> {
  const { sid, jti } = claims;
  // One at a time per sign-in. What follows is a later statement: it sees what the one before committed.
  await tx.sql`select 1 from sesion_acceso where sid = ${sid}::uuid for update`;
  const actor = await leerPrincipal(sid, tx.sql);
  const [token] = await tx.sql`select 1 from token_refresco where jti = ${jti}::uuid and sid = ${sid}::uuid`;
  if (!actor || !token) throw new RefrescoInvalidoError();
  const [sucesor] = await tx.sql<{ jti: string; expira_en: string; usado_en: string | null }[]>`
    select jti, expira_en, usado_en from token_refresco where anterior = ${jti}::uuid`;
  if (sucesor?.usado_en) {
    const { ahora, requestId, ip, dispositivo } = ctx;
    const quien = buildContext(actor, { ahora, requestId, ip, dispositivo });
    await revocarSesion(tx, quien, sid, 'sesion.revocar_por_copia');
    return { actor, sucesor: null };
  }
  if (sucesor) return { actor, sucesor: { sid, jti: sucesor.jti, expira: new Date(sucesor.expira_en) } };
  return { actor, sucesor: await succeed(tx, ctx.ahora, sid, jti) };
}

async function succeed(tx: Tx, ahora: Date, sid: string, anterior: string): Promise<TokenRow> {
  const [ingreso] = await tx.sql<{ creada_en: string }[]>`select creada_en from sesion_acceso where sid = ${sid}::uuid`;
  const fin = new Date(ingreso?.creada_en ?? ahora).getTime() + VIDA_MAXIMA_MS;
  if (fin <= ahora.getTime()) throw new RefrescoInvalidoError();
  const expira = new Date(Math.min(ahora.getTime() + durationMs(env().JWT_REFRESH_EXPIRES_IN), fin));
  const sucesor = { sid, jti: crypto.randomUUID(), expira };
  await tx.sql`
    update token_refresco set usado_en = ${ahora.toISOString()}::timestamptz where jti = ${anterior}::uuid`;
  await tx.sql`
    update sesion_acceso set expira_en = greatest(expira_en, ${expira.toISOString()}::timestamptz)
    where sid = ${sid}::uuid`;
  await insertRefreshToken(tx.sql, { ...sucesor, anterior, creado: ahora });
  return sucesor;
}
