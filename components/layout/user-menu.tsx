'use client';

import { ArrowLeftRight, CircleUser, LockKeyhole, LogOut, Printer, SunMoon, Users } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Candado } from '@/components/acceso/candado';
import { bloquearPantalla } from '@/components/acceso/candado-store';
import { DialogoCambio } from '@/components/acceso/dialogo-cambio';
import { iniciales } from '@/components/acceso/fichas-persona';
import { DropdownItem, DropdownLabel, DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu';
import { Kbd } from '@/components/ui/kbd';
import { cambiarTema } from './theme';

export type UserMenuProps = {
  usuario: { nombre: string; rol: string };
  /** The way to the other area (`pasoA`). */
  paso?: { href: Route; label: string } | null | undefined;
  /** At the counter people take turns, and the screen locks by itself. */
  enMostrador?: boolean;
  /** Ends the session; a server action that redirects, or a function. */
  onSignOut: () => void | Promise<void>;
};

/** Who is at the till, and what concerns the person rather than the shop: their turn, the lock, the way out. */
export function UserMenu({ usuario, paso, enMostrador = false, onSignOut }: UserMenuProps) {
  const [saliendo, startTransition] = useTransition();
  const [cambiando, setCambiando] = useState(false);
  return (
    <>
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
        {enMostrador && (
          <DropdownItem icon={<Users aria-hidden="true" />} onSelect={() => setCambiando(true)}>
            Cambiar de persona
          </DropdownItem>
        )}
        <DropdownItem icon={<LockKeyhole aria-hidden="true" />} onSelect={bloquearPantalla}>
          <span className="flex-1">Bloquear</span>
          <Kbd>F10</Kbd>
        </DropdownItem>
        <DropdownSeparator />
        <DropdownItem asChild>
          <Link href={'/perfil' as Route}>
            <CircleUser aria-hidden="true" />
            Mi perfil
          </Link>
        </DropdownItem>
        <DropdownItem asChild>
          <Link href={'/impresora' as Route}>
            <Printer aria-hidden="true" />
            Impresora de este equipo
          </Link>
        </DropdownItem>
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
          onSelect={() => startTransition(() => salir(onSignOut))}
        >
          Cerrar sesión
        </DropdownItem>
      </DropdownMenu>
      {enMostrador && <DialogoCambio open={cambiando} onOpenChange={setCambiando} />}
      <Candado porInactividad={enMostrador} />
    </>
  );
}

/** Leaves, unless this device has tickets that nobody else does. The store is not part of every page. */
async function salir(onSignOut: UserMenuProps['onSignOut']): Promise<void> {
  const { salirDelEquipo } = await import('@/components/offline/impedimento');
  const impedimento = await salirDelEquipo();
  if (impedimento) toast.error(impedimento);
  else await onSignOut();
}
