import type { Tx } from '@/db/transaction';
import type { TokensDto } from '@/lib/auth/input';
import { signAccessToken, signRefreshToken } from '@/lib/auth/tokens';
import type { Actor } from '@/lib/context';

/** A refresh token to be signed: its row in token_refresco. */
export type TokenRow = { sid: string; jti: string; expira: Date };

/** Writes a new refresh token of a sign-in; `anterior` is the one it replaces. */
export async function insertRefreshToken(
  sql: Tx['sql'],
  token: TokenRow & { anterior: string | null; creado: Date },
): Promise<void> {
  await sql`
    insert into token_refresco (jti, sid, anterior, creado_en, expira_en)
    values (${token.jti}::uuid, ${token.sid}::uuid, ${token.anterior}::uuid, ${token.creado.toISOString()}::timestamptz,
      ${token.expira.toISOString()}::timestamptz)`;
}

/** Signs the pair that an API client holds. */
export async function signPair(actor: Actor, token: TokenRow, ahora: Date): Promise<TokensDto> {
  const [access_token, refresh_token] = await Promise.all([
    signAccessToken(actor, token.sid, ahora),
    signRefreshToken(actor, token.sid, token.jti, ahora, token.expira),
  ]);
  return { access_token, refresh_token };
}
