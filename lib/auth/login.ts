import { withTransaction } from '@/db/transaction';
import { ingresar } from '@/lib/auth/ingresar';
import type { LoginDto } from '@/lib/auth/input';
import { insertRefreshToken, signPair } from '@/lib/auth/issue-tokens';
import { buildContext } from '@/lib/auth/principal';
import type { PublicContext } from '@/lib/auth/public-context';
import { leerPerfil } from '@/lib/usuario/queries';

/**
 * The API's sign-in: as `ingresar`, and answers the first pair of tokens with the person.
 * Throws CredencialesError, DemasiadosIntentosError.
 */
export async function login(ctx: PublicContext, raw: unknown): Promise<LoginDto> {
  const { sid, actor, expira } = await ingresar(ctx, raw, 'api');
  const token = { sid, jti: crypto.randomUUID(), expira };
  await withTransaction({}, (tx) => insertRefreshToken(tx.sql, { ...token, anterior: null, creado: ctx.ahora }));
  const [par, user] = await Promise.all([
    signPair(actor, token, ctx.ahora),
    leerPerfil(buildContext(actor, { ahora: ctx.ahora, requestId: ctx.requestId })),
  ]);
  return { ...par, user };
}
