'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { cx } from '@/components/ui/cx';

/** A side of the inventory, as the rights of the reader open it. */
export type Pestana = { href: Route; label: string; cuenta: number };

/** What is about what there is, and so belongs to the first side. */
const EXISTENCIAS = /^\/inventario(\/(kardex|entrada|salida)(\/.*)?)?$/;

const esDe = (href: Route, pathname: string) =>
  href === '/inventario' ? EXISTENCIAS.test(pathname) : pathname.startsWith(href);

/** The sides of the inventory. */
export function Pestanas({ pestanas }: { pestanas: readonly Pestana[] }) {
  const pathname = usePathname();
  const barra = useRef<HTMLElement>(null);
  const abierta = pestanas.find(({ href }) => esDe(href, pathname))?.href;
  // On a phone they do not all fit: the one that is open must be in sight.
  useEffect(() => {
    const pestana = barra.current?.querySelector<HTMLElement>(`[href="${abierta}"]`);
    if (pestana && barra.current) barra.current.scrollLeft = pestana.offsetLeft - barra.current.clientWidth / 3;
  }, [abierta]);
  return (
    <nav ref={barra} aria-label="Inventario" className="relative mb-4 flex gap-1 overflow-x-auto border-b border-borde">
      {pestanas.map(({ href, label, cuenta }) => {
        const activa = href === abierta;
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
