import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { FormularioRegistro } from '@/components/usuario/formulario-registro';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { opcionesDeRol } from '@/lib/rol/queries';
import { listarSucursales } from '@/lib/sucursal/queries';

export const metadata: Metadata = { title: 'Nueva persona' };

/** The role of whom nobody chose one: the counter. */
const OPERADOR = 2;

/** A form for somebody who will sign in. */
export default async function NuevoUsuarioPage() {
  const ctx = await requireContext();
  if (!puede(ctx, 'usuario:crear')) redirect('/usuarios');
  const [roles, sucursales] = await Promise.all([opcionesDeRol(ctx), listarSucursales(ctx)]);
  const otorgables = roles.filter((r) => r.otorgable);
  return (
    <>
      <PageHeader title="Nueva persona" back={<Link href="/usuarios">← Personas</Link>} />
      <FormularioRegistro
        roles={roles}
        sucursales={sucursales.map(({ id, nombre }) => ({ id, nombre }))}
        idSucursal={ctx.idSucursal}
        rolInicial={otorgables.find((r) => r.id === OPERADOR)?.id ?? otorgables[0]?.id ?? OPERADOR}
      />
    </>
  );
}
