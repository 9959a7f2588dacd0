'use client';

import type { Route } from 'next';
import { useEffect, useRef } from 'react';
import { Link } from '@/components/ui/link';
import { cx } from './cx';

/** One side of a page that has its own address; `cuenta` is how many things wait there. */
export type TabLink = { href: Route; label: string; cuenta?: number | string | null };

/** The sides of something, as links. On a phone they do not all fit: the open one is brought into sight. */
export function TabLinks({
  label,
  tabs,
  abierta,
}: {
  label: string;
  tabs: readonly TabLink[];
  abierta: string | undefined;
}) {
  const barra = useRef<HTMLElement>(null);
  useEffect(() => {
    const tab = barra.current?.querySelector<HTMLElement>(`[href="${abierta}"]`);
    if (tab && barra.current) barra.current.scrollLeft = tab.offsetLeft - barra.current.clientWidth / 3;
  }, [abierta]);
  return (
    <nav ref={barra} aria-label={label} className="relative mb-4 flex gap-1 overflow-x-auto border-b border-borde">
      {tabs.map(({ href, label: nombre, cuenta = 0 }) => (
        <Link
          key={href}
          href={href}
          aria-current={href === abierta ? 'page' : undefined}
          className={cx(
            '-mb-px flex h-11 shrink-0 items-center border-b-2 px-3 font-medium focus-visible:-outline-offset-2',
            href === abierta ? 'border-marca text-marca' : 'border-transparent text-tinta-2 hover:text-tinta',
          )}
        >
          {nombre}
          {cuenta !== null && cuenta !== 0 && (
            <span className="num ml-1.5 rounded-full bg-aviso-suave px-1.5 text-xs font-semibold text-aviso">
              {typeof cuenta === 'number' && cuenta > 99 ? '99+' : cuenta}
              <span className="sr-only"> por atender</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
