import type { Exceso } from '@/lib/aprobacion/schemas';
import { alcanza, fraseDeLimite } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { formatBs } from '@/lib/money';

/** What of a difference (centavos, short or left over) is beyond what the actor may leave alone; nothing when it agrees. */
export function excesoDeDiferencia(ctx: Context, diferencia: number): Exceso[] {
  const cuanto = Math.abs(diferencia);
  if (cuanto === 0 || alcanza(ctx, 'caja:diferencia', cuanto)) return [];
  const cosa = diferencia < 0 ? 'Faltante' : 'Sobrante';
  const frase = `${cosa} de ${formatBs(cuanto)}; ${fraseDeLimite(ctx, 'caja:diferencia')}`;
  return [{ permiso: 'caja:diferencia', cuanto: diferencia, monto: cuanto, frase }];
}
