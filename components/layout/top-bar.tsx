import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { Logo } from './logo';
import { ThemeToggle } from './theme-toggle';
import { UserMenu } from './user-menu';
import type { UserMenuProps } from './user-menu-props';

type TopBarProps = UserMenuProps & {
  inicio: Route;
  /** Where one is: branch, till, turn. */
  contexto?: ReactNode;
  /** At the right, before the person: online state, key help. */
  estado?: ReactNode;
};

/** The 52 px bar of both areas, after the link that jumps over the menus. */
export function TopBar({ inicio, contexto, estado, ...user }: TopBarProps) {
  return (
    <>
      <a
        href="#contenido"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-superficie focus:px-4 focus:py-3 focus:font-semibold focus:text-marca"
      >
        Saltar al contenido
      </a>
      <header className="sticky top-0 z-30 flex h-(--alto-barra) items-center gap-2 border-b border-borde bg-superficie px-3 sm:gap-3 sm:px-4 print:hidden">
        <Link
          href={inicio}
          aria-label="Kantuta, inicio"
          className="flex min-h-11 min-w-11 shrink-0 items-center gap-2 rounded-md max-sm:justify-center sm:gap-3"
        >
          <Logo />
          <span className="hidden text-base font-bold sm:inline">Kantuta</span>
        </Link>
        <div className="flex min-w-0 flex-1 items-center gap-2">{contexto}</div>
        <div className="flex min-w-0 items-center gap-1.5 sm:gap-2">
          {estado}
          <span className="hidden sm:block">
            <ThemeToggle />
          </span>
          <UserMenu {...user} />
        </div>
      </header>
    </>
  );
}
