import type { Exceso } from '@/lib/aprobacion/schemas';
import { puede } from '@/lib/auth/permisos';
import { alcanza, fraseDeLimite } from '@/lib/auth/topes';
import type { Context } from '@/lib/context';
import { formatBs } from '@/lib/money';

/**
 * What of a difference (centavos, short or left over) is beyond what the actor may leave alone; nothing when it agrees. The
 * caja's own limit, when it has one, holds everybody but who sets it.
 */
export function excesoDeDiferencia(ctx: Context, diferencia: number, maximaDeLaCaja: number | null = null): Exceso[] {
  const cuanto = Math.abs(diferencia);
  const limite = puede(ctx, 'caja:administrar') ? null : maximaDeLaCaja;
  const suyo = alcanza(ctx, 'caja:diferencia', cuanto);
  if (cuanto === 0 || (suyo && (limite === null || cuanto <= limite))) return [];
  const cosa = diferencia < 0 ? 'Faltante' : 'Sobrante';
  const porque = suyo ? `esta caja permite hasta ${formatBs(limite ?? 0)}` : fraseDeLimite(ctx, 'caja:diferencia');
  const frase = `${cosa} de ${formatBs(cuanto)}; ${porque}`;
  return [{ permiso: 'caja:diferencia', cuanto: diferencia, monto: cuanto, frase }];
}
