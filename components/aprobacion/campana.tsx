'use client';

import { useQuery } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import type { Route } from 'next';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { pitar } from '@/components/shared/pitar';
import { Link } from '@/components/ui/link';
import { toast } from '@/components/ui/toast';
import { pendientesQuery } from '@/lib/aprobacion/query-options';
import { enTitulo } from './descripcion';

const PAGINA = '/aprobaciones' as Route;

/** In the bar of whoever approves: how many wait for them, live; a new one sounds and says what it is. */
export function Campana() {
  const router = useRouter();
  const enLaPagina = usePathname() === PAGINA;
  const { data } = useQuery(pendientesQuery());
  const mias = data?.filter((a) => a.puede_resolver) ?? [];
  const vistas = useRef<Set<number> | null>(null);
  const ids = mias.map((a) => a.id).join(',');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `ids` is what changes in `mias`
  useEffect(() => {
    if (!data) return;
    const conocidas = vistas.current;
    vistas.current = new Set([...(conocidas ?? []), ...mias.map((a) => a.id)]);
    // What was waiting when the page opened is on the badge; only what arrives afterwards calls.
    if (!conocidas) return;
    for (const a of mias.filter((m) => !conocidas.has(m.id) && m.momento === 'ANTES')) {
      pitar('pedido');
      if (enLaPagina) continue;
      const ver = { label: 'Ver', onClick: () => router.push(PAGINA) };
      toast.info(`${a.solicitante} pide aprobación`, {
        description: enTitulo(a.resumen),
        duration: 15_000,
        action: ver,
      });
    }
  }, [data === undefined, ids]);

  const cuantas = mias.length;
  return (
    <Link
      href={PAGINA}
      aria-label={cuantas === 1 ? '1 aprobación pendiente' : `${cuantas} aprobaciones pendientes`}
      className="relative grid size-11 shrink-0 place-items-center rounded-md text-tinta-2 hover:bg-superficie-2 hover:text-tinta"
    >
      <BellRing aria-hidden="true" strokeWidth={1.8} className="size-5" />
      {cuantas > 0 && (
        <span
          aria-hidden="true"
          className="num absolute top-0.5 right-0.5 grid h-5 min-w-5 place-items-center rounded-full bg-falta px-1 text-[0.6875rem] font-bold text-superficie"
        >
          {cuantas}
        </span>
      )}
    </Link>
  );
}
