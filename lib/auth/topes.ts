import { formatBs } from '@/lib/money';
import type { Permiso } from './permisos';

/** In what a cap is counted. */
export type UnidadDeTope = 'porcentaje' | 'centavos';

/**
 * The rights that a role may have up to a cap, and how the cap reads. Over it, or without the right at all, the act waits
 * for a superior's approval.
 */
export const TOPES = {
  'venta:descuento': { unidad: 'porcentaje', frase: 'Descuento más alto, en por ciento del precio' },
  'venta:cambiar_precio': { unidad: 'porcentaje', frase: 'Rebaja más alta al cambiar un precio, en por ciento' },
  'venta:anular_ajena': { unidad: 'centavos', frase: 'Ticket ajeno más alto que puede anular' },
  'caja:mover': { unidad: 'centavos', frase: 'Egreso más alto' },
  'caja:fuerte': { unidad: 'centavos', frase: 'Monto más alto que saca de la caja fuerte' },
  'caja:diferencia': { unidad: 'centavos', frase: 'Diferencia más alta, sobrante o faltante' },
  'caja:recontar': { unidad: 'centavos', frase: 'Recuento más alto, lo que cambia la diferencia de un cierre' },
  'producto:ajustar': { unidad: 'centavos', frase: 'Valor más alto de un ajuste o un conteo, al costo' },
  'inventario:salida': { unidad: 'centavos', frase: 'Valor más alto de una merma, un consumo o un vencido, al costo' },
  'aprobacion:resolver': { unidad: 'centavos', frase: 'Monto más alto que puede aprobar' },
} as const satisfies Partial<Record<Permiso, { unidad: UnidadDeTope; frase: string }>>;

/** A right that admits a cap. */
export type PermisoConTope = keyof typeof TOPES;
/** The caps of a role, in the unit of each right; absent means none. */
export type Topes = Readonly<Partial<Record<PermisoConTope, number>>>;

type ConTopes = { actor: { permisos: ReadonlySet<Permiso>; topes: Topes } };

/**
 * Whether the actor may do this much of it alone: has the right, and the amount (in the unit of `TOPES`) is within the cap.
 * What is not answered with `true` needs an approval.
 */
export function alcanza(ctx: ConTopes, permiso: PermisoConTope, cuanto: number): boolean {
  return ctx.actor.permisos.has(permiso) && cuanto <= (ctx.actor.topes[permiso] ?? Number.POSITIVE_INFINITY);
}

/** How far the actor gets alone with a right, for who decides whether to let them go further. */
export function fraseDeLimite(ctx: ConTopes, permiso: PermisoConTope): string {
  const tope = ctx.actor.topes[permiso];
  if (!ctx.actor.permisos.has(permiso) || tope === undefined) return 'su rol no lo permite sin aprobación';
  const { unidad } = TOPES[permiso];
  return `su rol permite hasta ${unidad === 'centavos' ? formatBs(tope) : `${tope.toLocaleString('de-DE')}\u00a0%`}`;
}
