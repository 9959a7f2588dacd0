import { UserPlus } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ListaUsuarios } from '@/components/usuario/lista-usuarios';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { opcionesDeRol } from '@/lib/rol/queries';
import { listarSucursales } from '@/lib/sucursal/queries';

export const metadata: Metadata = { title: 'Personas' };

/** Who signs in, in the branches that one looks after. */
export default async function UsuariosPage() {
  const ctx = await requireContext();
  const [roles, sucursales] = await Promise.all([opcionesDeRol(ctx), listarSucursales(ctx)]);
  return (
    <>
      <PageHeader
        title="Personas"
        subtitle="Quienes ingresan al sistema y qué puede hacer cada quien"
        actions={
          puede(ctx, 'usuario:crear') && (
            <Link href="/usuarios/nuevo" className={buttonClass({ variant: 'primario' })}>
              <UserPlus aria-hidden="true" />
              Nueva persona
            </Link>
          )
        }
      />
      <Suspense
        fallback={
          <Card flush>
            <SkeletonRows rows={8} label="Cargando las personas…" />
          </Card>
        }
      >
        <ListaUsuarios
          roles={roles.map(({ id, nombre }) => ({ id, nombre }))}
          sucursales={sucursales.map(({ id, nombre }) => ({ id, nombre }))}
        />
      </Suspense>
    </>
  );
}
