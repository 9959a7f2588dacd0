import type { Route } from 'next';
import { TabLinks } from '@/components/ui/tab-links';

/** The sides of a product's sheet, in order. */
export const PESTANAS = {
  datos: 'Datos',
  codigos: 'Códigos y presentaciones',
  precios: 'Precios',
  existencias: 'Existencias',
  historia: 'Historia',
} as const;
export type Pestana = keyof typeof PESTANAS;

type PestanasProductoProps = { id: number; activa: Pestana; hay: readonly Pestana[] };

/** The sides of a product's sheet; the address holds which one is open. */
export function PestanasProducto({ id, activa, hay }: PestanasProductoProps) {
  const href = (pestana: Pestana) => `/productos/${id}${pestana === 'datos' ? '' : `?ver=${pestana}`}` as Route;
  const tabs = hay.map((pestana) => ({ href: href(pestana), label: PESTANAS[pestana] }));
  return <TabLinks label="Ficha" tabs={tabs} abierta={href(activa)} />;
}
