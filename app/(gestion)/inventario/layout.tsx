import type { ReactNode } from 'react';
import { Pestanas } from '@/components/inventario/pestanas';
import type { TabLink } from '@/components/ui/tab-links';
import { type Permiso, puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { alertasPorAtender } from '@/lib/inventario/queries';

const PESTANAS: readonly (Omit<TabLink, 'cuenta'> & { permisos: readonly Permiso[] })[] = [
  { href: '/inventario', label: 'Existencias', permisos: ['inventario:ver'] },
  { href: '/inventario/documentos', label: 'Movimientos', permisos: ['inventario:ver'] },
  { href: '/inventario/conteos', label: 'Conteos', permisos: ['inventario:contar'] },
  { href: '/inventario/transferencias', label: 'Transferencias', permisos: ['inventario:ver'] },
  { href: '/inventario/alertas', label: 'Alertas', permisos: ['inventario:ver'] },
  { href: '/inventario/valoracion', label: 'Valoración', permisos: ['inventario:ver', 'producto:ver_costo'] },
];

/** The sides of the inventory, above each of its pages. */
export default async function InventarioLayout({ children }: { children: ReactNode }) {
  const ctx = await requireContext();
  const cuentas = new Map([['/inventario/alertas', puede(ctx, 'inventario:ver') ? await alertasPorAtender(ctx) : 0]]);
  const suyas = PESTANAS.filter((p) => p.permisos.every((permiso) => puede(ctx, permiso)));
  return (
    <>
      <Pestanas pestanas={suyas.map(({ href, label }) => ({ href, label, cuenta: cuentas.get(href) ?? 0 }))} />
      {children}
    </>
  );
}
