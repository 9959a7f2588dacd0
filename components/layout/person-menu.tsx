'use client';

import { ArrowLeftRight, CircleUser, LockKeyhole, LogOut, Printer, SunMoon, Users } from 'lucide-react';
import type { Route } from 'next';
import { pedirBloqueo } from '@/components/acceso/pedir-bloqueo';
import { DropdownItem, DropdownLabel, DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu';
import { Kbd } from '@/components/ui/kbd';
import { Link } from '@/components/ui/link';
import { BotonDePersona } from './person-button';
import { cambiarTema } from './theme';
import type { UserMenuProps } from './user-menu-props';

type PersonMenuProps = Pick<UserMenuProps, 'usuario' | 'paso' | 'enMostrador'> & {
  saliendo: boolean;
  onCambiar: () => void;
  onSalir: () => void;
};

/** The menu itself, apart from its button: most pages are left without opening it. Drawn, it is open. */
export function PersonMenu({ usuario, paso, enMostrador = false, saliendo, onCambiar, onSalir }: PersonMenuProps) {
  return (
    <DropdownMenu defaultOpen trigger={<BotonDePersona nombre={usuario.nombre} aria-busy={saliendo || undefined} />}>
      <DropdownLabel>
        <span className="block font-semibold text-tinta">{usuario.nombre}</span>
        {usuario.rol}
      </DropdownLabel>
      <DropdownSeparator />
      {enMostrador && (
        <DropdownItem icon={<Users aria-hidden="true" />} onSelect={onCambiar}>
          Cambiar de persona
        </DropdownItem>
      )}
      <DropdownItem icon={<LockKeyhole aria-hidden="true" />} onSelect={pedirBloqueo}>
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
      <DropdownItem icon={<LogOut aria-hidden="true" />} disabled={saliendo} onSelect={onSalir}>
        Cerrar sesión
      </DropdownItem>
    </DropdownMenu>
  );
}
