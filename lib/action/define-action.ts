import { conPlazo } from '@/lib/action/deadline';
import type { ActionResult } from '@/lib/action/result';
import { type Espera, requireSinEspera } from '@/lib/auth/gate';
import { currentContext } from '@/lib/auth/session';
import type { Context } from '@/lib/context';
import { AppError, NoAutenticadoError } from '@/lib/errors';
import { refusalOf } from './refusal';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A server action: takes what the form holds and the act's key, answers a tagged result, never throws. */
export type Action<Raw, T> = (raw: Raw, clave?: string) => Promise<ActionResult<T>>;

/**
 * The door of the back office's forms: cookie → context → verb → tagged result. Next itself refuses another origin.
 * A 'use server' file may only export async functions, and this is one once called:
 *
 *     'use server';
 *     import { defineAction } from '@/lib/action/define-action';
 *     import { crearCaja } from './crear';
 *
 *     export const crearCajaAction = defineAction(crearCaja);
 *
 * The browser decides what arrives in `raw`, whatever its type says: verbs parse it. With `durante` it answers also while
 * these stand before everything else.
 */
export function defineAction<Raw, T>(
  verb: (ctx: Context, raw: Raw) => Promise<T>,
  durante?: readonly Espera[],
): Action<Raw, T> {
  return async (raw, clave) => {
    let requestId = 'action';
    try {
      if (clave !== undefined && !(typeof clave === 'string' && UUID.test(clave))) {
        throw new AppError('validacion', 400, 'La clave de la operación debe ser un UUID.');
      }
      const ctx = await conPlazo(() => currentContext(clave?.toLowerCase() ?? null));
      if (!ctx) throw new NoAutenticadoError();
      requestId = ctx.requestId;
      requireSinEspera(ctx.actor, durante);
      return { ok: true, data: await conPlazo(() => verb(ctx, raw)) };
    } catch (error) {
      const { code, message, campos, detalle } = refusalOf(error, { requestId, donde: `action ${verb.name}` });
      const frase = typeof message === 'string' ? message : message.join(' ');
      return { ok: false, code, message: frase, ...(campos && { campos }), ...(detalle && { detalle }) };
    }
  };
}
