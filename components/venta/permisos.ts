import type { Permiso } from '@/lib/auth/permisos';
import type { PermisoConTope } from '@/lib/auth/topes';

/** What who is at the counter may do there, alone or with a superior. */
export type PermisosMostrador = {
  crearProducto: boolean;
  anular: boolean;
  /** Sees what the drawer should hold. */
  verEsperado: boolean;
  /** What they may take off alone, in per cent; `null` for no limit, 0 without the right. */
  topeDescuento: number | null;
  topePrecio: number | null;
};

/** The rights of somebody, as the server or this device knows them. */
type Derechos = { permisos: ReadonlySet<string>; topes: Readonly<Record<string, number | undefined>> };

/** The counter's rights of somebody. Beyond them an act waits for an approval, it is not hidden. */
export function permisosDeMostrador({ permisos, topes }: Derechos): PermisosMostrador {
  const puede = (permiso: Permiso) => permisos.has(permiso);
  const tope = (permiso: PermisoConTope) => (puede(permiso) ? (topes[permiso] ?? null) : 0);
  return {
    crearProducto: puede('venta:crear_producto'),
    anular: puede('venta:anular'),
    verEsperado: puede('caja:ver_esperado'),
    topeDescuento: tope('venta:descuento'),
    topePrecio: tope('venta:cambiar_precio'),
  };
}
