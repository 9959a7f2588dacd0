'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cx } from '@/components/ui/cx';

/** A side of the inventory, as the rights of the reader open it. */
export type Pestana = { href: Route; label: string; cuenta: number };

/** The sides of the inventory. */
export function Pestanas({ pestanas }: { pestanas: readonly Pestana[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Inventario" className="mb-4 flex gap-1 overflow-x-auto border-b border-borde">
      {pestanas.map(({ href, label, cuenta }) => {
        const activa = href === '/inventario' ? pathname === href : pathname.startsWith(href);
        return (
          <Link
            key={href}
            href={href}
            aria-current={activa ? 'page' : undefined}
            className={cx(
              '-mb-px flex h-11 shrink-0 items-center border-b-2 px-3 font-medium focus-visible:-outline-offset-2',
              activa ? 'border-marca text-marca' : 'border-transparent text-tinta-2 hover:text-tinta',
            )}
          >
            {label}
            {cuenta > 0 && (
              <span className="num ml-1.5 rounded-full bg-aviso-suave px-1.5 text-xs font-semibold text-aviso">
                {cuenta > 99 ? '99+' : cuenta}
                <span className="sr-only"> por atender</span>
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
