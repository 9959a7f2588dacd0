'use client';

import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cx } from '@/components/ui/cx';
import { alertasPendientesQuery } from '@/lib/alerta/query-options';

const PESTANAS: readonly { href: Route; label: string }[] = [
  { href: '/auditoria', label: 'Actos' },
  { href: '/auditoria/mostrador' as Route, label: 'Mostrador' },
  { href: '/auditoria/inventario', label: 'Inventario' },
  { href: '/auditoria/alertas', label: 'Alertas' },
];

/** The sides of the trail, with how many alerts wait. */
export function Pestanas() {
  const pathname = usePathname();
  const { data: pendientes } = useQuery(alertasPendientesQuery());
  return (
    <nav aria-label="Auditoría" className="mb-4 flex gap-1 overflow-x-auto border-b border-borde">
      {PESTANAS.map(({ href, label }) => {
        const activa = href === '/auditoria' ? pathname === href : pathname.startsWith(href);
        return (
          <Link
            key={href}
            href={href}
            aria-current={activa ? 'page' : undefined}
            className={cx(
              '-mb-px flex h-11 shrink-0 items-center gap-2 border-b-2 px-3 font-medium focus-visible:-outline-offset-2',
              activa ? 'border-marca text-marca' : 'border-transparent text-tinta-2 hover:text-tinta',
            )}
          >
            {label}
            {href === '/auditoria/alertas' && pendientes && (
              <span className="num rounded-full bg-aviso-suave px-2 py-0.5 text-xs font-semibold text-aviso">
                {pendientes}
                <span className="sr-only"> sin atender</span>
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
