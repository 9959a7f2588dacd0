import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { destino } from '@/lib/auth/route-table';
import { requireContext } from '@/lib/auth/session';

/** The address without a path: each person's own start. */
export default async function InicioPage(): Promise<never> {
  const { actor } = await requireContext();
  redirect(destino(null, actor.permisos) as Route);
}
