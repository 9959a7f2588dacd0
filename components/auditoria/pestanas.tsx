'use client';

import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { usePathname } from 'next/navigation';
import { TabLinks } from '@/components/ui/tab-links';
import { alertasPendientesQuery } from '@/lib/alerta/query-options';

const ALERTAS = '/auditoria/alertas' as Route;
const PESTANAS: readonly { href: Route; label: string }[] = [
  { href: '/auditoria', label: 'Actos' },
  { href: '/auditoria/mostrador' as Route, label: 'Mostrador' },
  { href: '/auditoria/inventario', label: 'Inventario' },
  { href: ALERTAS, label: 'Alertas' },
];

/** The sides of the trail, with how many alerts wait. */
export function Pestanas() {
  const pathname = usePathname();
  const { data: pendientes } = useQuery(alertasPendientesQuery());
  return (
    <TabLinks
      label="Auditoría"
      tabs={PESTANAS.map((p) => (p.href === ALERTAS ? { ...p, cuenta: pendientes ?? null } : p))}
      abierta={
        PESTANAS.find(({ href }) => (href === '/auditoria' ? pathname === href : pathname.startsWith(href)))?.href
      }
    />
  );
}
