'use client';

import { useQuery } from '@tanstack/react-query';
import { incidenciasAbiertasQuery } from '@/lib/mostrador/query-options';

/** How many incidencias wait, beside their place in the menu; nothing when none does. */
export function ConteoIncidencias() {
  const { data: abiertas } = useQuery(incidenciasAbiertasQuery());
  if (!abiertas) return null;
  return (
    <span className="num ml-auto rounded-full bg-aviso-suave px-2 py-0.5 text-xs font-semibold text-aviso">
      {abiertas}
      <span className="sr-only"> sin resolver</span>
    </span>
  );
}
