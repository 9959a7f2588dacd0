import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { NavLink } from './nav-link';
import type { NavItem } from './navigation';
import { TopBar } from './top-bar';
import type { UserMenuProps } from './user-menu-props';

type MostradorShellProps = UserMenuProps & {
  /** `destinosDe(permisos, 'mostrador')`. */
  items: (NavItem & { alPie?: boolean })[];
  sucursal: string;
  /** The till of the open session. */
  caja?: string | null;
  /** Since when the session is open: "Turno desde 08:02". */
  turno?: ReactNode;
  /** Online chip, key help. */
  estado?: ReactNode;
  children: ReactNode;
};

/**
 * The counter: exactly one screen high, so that the page inside decides what scrolls. Rail at the left, and along the
 * foot on a phone. Its `main` is a flex column; the child takes `flex-1 min-h-0`.
 */
export function MostradorShell({ items, sucursal, caja, turno, estado, children, ...user }: MostradorShellProps) {
  return (
    <div
      data-armazon
      className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] sm:grid-cols-[4.75rem_minmax(0,1fr)] sm:grid-rows-[auto_minmax(0,1fr)] print:block print:h-auto"
    >
      <div className="contents sm:col-span-2 sm:block">
        <TopBar
          {...user}
          enMostrador
          inicio={items[0]?.href ?? '/'}
          estado={estado}
          contexto={
            <>
              <Chip className="min-w-0">{caja ? `${sucursal} · ${caja}` : sucursal}</Chip>
              {turno && (
                <span className="num hidden shrink-0 lg:block">
                  <Chip>{turno}</Chip>
                </span>
              )}
            </>
          }
        />
      </div>
      <nav
        aria-label="Mostrador"
        className="order-last flex gap-1 border-t border-borde bg-superficie px-2 pt-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] sm:order-none sm:flex-col sm:gap-1.5 sm:overflow-y-auto sm:border-t-0 sm:border-r sm:py-2.5 print:hidden"
      >
        {items.map((item) => (
          <NavLink
            key={item.href}
            item={item}
            look="rail"
            className={item.alPie ? 'max-sm:h-14 max-sm:flex-1 sm:mt-auto' : 'max-sm:h-14 max-sm:flex-1'}
          />
        ))}
      </nav>
      <main
        id="contenido"
        tabIndex={-1}
        className="relative flex min-h-0 min-w-0 flex-col overflow-y-auto print:overflow-visible"
      >
        {children}
      </main>
    </div>
  );
}
