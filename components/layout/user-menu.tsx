'use client';

import { ArrowLeftRight, LogOut, SunMoon } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useTransition } from 'react';
import { DropdownItem, DropdownLabel, DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu';
import { cambiarTema } from './theme';

export type UserMenuProps = {
  usuario: { nombre: string; rol: string };
  /** The way to the other area (`pasoA`). */
  paso?: { href: Route; label: string } | null | undefined;
  /** Ends the session; a server action that redirects, or a function. */
  onSignOut: () => void | Promise<void>;
};

/** Who is at the till, and what concerns the person rather than the shop. */
export function UserMenu({ usuario, paso, onSignOut }: UserMenuProps) {
  const [saliendo, startTransition] = useTransition();
  return (
    <DropdownMenu
      trigger={
        <button
          type="button"
          aria-label={`Menú de ${usuario.nombre}`}
          aria-busy={saliendo || undefined}
          className="flex h-9 shrink-0 items-center gap-1.5 rounded-full bg-superficie-2 p-1 text-xs font-medium text-tinta-2 hover:text-tinta md:pr-3 pointer-coarse:h-11"
        >
          <span
            aria-hidden="true"
            className="grid size-7 place-items-center rounded-full bg-marca text-[0.6875rem] font-semibold text-sobre-marca pointer-coarse:size-9"
          >
            {iniciales(usuario.nombre)}
          </span>
          <span className="hidden max-w-36 truncate md:inline">{usuario.nombre}</span>
        </button>
      }
    >
      <DropdownLabel>
        <span className="block font-semibold text-tinta">{usuario.nombre}</span>
        {usuario.rol}
      </DropdownLabel>
      <DropdownSeparator />
      {paso && (
        <DropdownItem asChild>
          <Link href={paso.href}>
            <ArrowLeftRight aria-hidden="true" />
            {paso.label}
          </Link>
        </DropdownItem>
      )}
      <DropdownItem icon={<SunMoon aria-hidden="true" />} onSelect={cambiarTema}>
        Cambiar tema
      </DropdownItem>
      <DropdownSeparator />
      <DropdownItem
        icon={<LogOut aria-hidden="true" />}
        disabled={saliendo}
        onSelect={() => startTransition(async () => onSignOut())}
      >
        Cerrar sesión
      </DropdownItem>
    </DropdownMenu>
  );
}

function iniciales(nombre: string): string {
  const [primera = '', segunda = ''] = nombre.trim().split(/\s+/);
  return (primera.charAt(0) + segunda.charAt(0)).toUpperCase() || '?';
}
