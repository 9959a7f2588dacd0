'use client';

import type { Route } from 'next';
import { usePathname } from 'next/navigation';
import { type TabLink, TabLinks } from '@/components/ui/tab-links';

/** What is about what there is, and so belongs to the first side. */
const EXISTENCIAS = /^\/inventario(\/(kardex|entrada|salida)(\/.*)?)?$/;

const esDe = (href: Route, pathname: string) =>
  href === '/inventario' ? EXISTENCIAS.test(pathname) : pathname.startsWith(href);

/** The sides of the inventory, as the rights of the reader open them. */
export function Pestanas({ pestanas }: { pestanas: readonly TabLink[] }) {
  const pathname = usePathname();
  return (
    <TabLinks label="Inventario" tabs={pestanas} abierta={pestanas.find(({ href }) => esDe(href, pathname))?.href} />
  );
}
