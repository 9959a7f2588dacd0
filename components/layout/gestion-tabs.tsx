'use client';

import { ArrowLeftRight, Menu } from 'lucide-react';
import { useState } from 'react';
import { Link } from '@/components/ui/link';
import { Sheet } from '@/components/ui/sheet';
import { NavLink } from './nav-link';
import type { NavItem } from './navigation';
import type { UserMenuProps } from './user-menu-props';

const A_LA_VISTA = 4;

/** The back office's foot on a phone: the first places at hand, and all of them behind "Más". */
export function GestionTabs({ items, paso }: { items: NavItem[]; paso: UserMenuProps['paso'] }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <nav
        aria-label="Gestión, accesos"
        className="fixed inset-x-0 bottom-0 z-30 flex gap-1 border-t border-borde bg-superficie px-2 pt-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] lg:hidden print:hidden"
      >
        {items.slice(0, A_LA_VISTA).map((item) => (
          <NavLink key={item.href} item={item} look="tab" />
        ))}
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
          className="flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-[0.71875rem] font-medium text-tinta-2"
        >
          <Menu aria-hidden="true" strokeWidth={1.8} className="size-[22px]" />
          Más
        </button>
      </nav>
      <Sheet open={open} onOpenChange={setOpen} title="Ir a">
        <div className="flex flex-col gap-1">
          {items.map((item) => (
            <NavLink key={item.href} item={item} look="side" onNavigate={close} />
          ))}
          {paso && (
            <Link
              href={paso.href}
              onClick={close}
              className="mt-2 flex h-11 items-center gap-3 rounded-md border border-borde px-3 font-medium text-tinta-2"
            >
              <ArrowLeftRight aria-hidden="true" strokeWidth={1.8} className="size-[18px]" />
              {paso.label}
            </Link>
          )}
        </div>
      </Sheet>
    </>
  );
}
