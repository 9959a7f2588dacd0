'use client';

import { usePathname } from 'next/navigation';
import { ConteoIncidencias } from '@/components/mostrador/conteo-incidencias';
import { cx } from '@/components/ui/cx';
import { Link } from '@/components/ui/link';
import { NavIcon } from './nav-icon';
import { estaEn, type NavItem } from './navigation';

const LOOKS = {
  /** Icon over word, on the counter's left rail. */
  rail: {
    link: 'flex h-16 shrink-0 flex-col items-center justify-center gap-1 rounded-md text-[0.71875rem] font-medium',
    icon: 'size-[22px]',
  },
  /** Icon over word, along the foot of a phone. */
  tab: {
    link: 'flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-[0.71875rem] font-medium',
    icon: 'size-[22px]',
  },
  /** Icon and word on a line, in the back office's sidebar. */
  side: { link: 'flex h-10 items-center gap-3 rounded-md px-3 font-medium pointer-coarse:h-11', icon: 'size-[18px]' },
} as const;

type NavLinkProps = { item: NavItem; look: keyof typeof LOOKS; onNavigate?: () => void; className?: string };

/** A destination; marked, by colour and `aria-current`, while the person is in it. */
export function NavLink({ item, look, onNavigate, className }: NavLinkProps) {
  const pathname = usePathname();
  const activo = item.activo ?? estaEn(pathname, item.href);
  return (
    <Link
      href={item.href}
      aria-current={activo ? 'page' : undefined}
      onClick={onNavigate}
      className={cx(
        LOOKS[look].link,
        activo ? 'bg-marca-suave text-marca' : 'text-tinta-2 hover:bg-superficie-2 hover:text-tinta',
        'focus-visible:-outline-offset-2',
        className,
      )}
    >
      <NavIcon name={item.icon} className={LOOKS[look].icon} />
      <span className="max-w-full truncate">{item.label}</span>
      {item.icon === 'incidencias' && look === 'side' && <ConteoIncidencias />}
    </Link>
  );
}
