import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { GestionTabs } from './gestion-tabs';
import { NavLink } from './nav-link';
import type { NavItem } from './navigation';
import { TopBar } from './top-bar';
import type { UserMenuProps } from './user-menu-props';

type GestionShellProps = UserMenuProps & {
  /** `destinosDe(permisos, 'gestion')`. */
  items: NavItem[];
  sucursal: string;
  estado?: ReactNode;
  children: ReactNode;
};

/** The back office: sidebar on a desktop, tabs along the foot on a phone; the page scrolls under a sticky bar. */
export function GestionShell({ items, sucursal, estado, children, ...user }: GestionShellProps) {
  return (
    <div data-armazon className="min-h-dvh">
      <TopBar
        {...user}
        inicio={items[0]?.href ?? '/'}
        estado={estado}
        contexto={<Chip className="min-w-0">{sucursal}</Chip>}
      />
      <div className="lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] print:block">
        <nav
          aria-label="Gestión"
          className="sticky top-(--alto-barra) hidden h-[calc(100dvh-var(--alto-barra))] flex-col gap-1 overflow-y-auto border-r border-borde bg-superficie p-3 lg:flex print:hidden"
        >
          {items.map((item) => (
            <NavLink key={item.href} item={item} look="side" />
          ))}
        </nav>
        <main id="contenido" tabIndex={-1} className="min-w-0 px-4 pt-5 pb-24 sm:px-6 lg:px-8 lg:pt-6 lg:pb-10">
          <div className="mx-auto max-w-6xl">{children}</div>
        </main>
      </div>
      <GestionTabs items={items} paso={user.paso} />
    </div>
  );
}
