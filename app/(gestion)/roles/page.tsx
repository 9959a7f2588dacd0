import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { TablaRoles } from '@/components/usuario/tabla-roles';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarRolesDetallados } from '@/lib/rol/queries';

export const metadata: Metadata = { title: 'Roles' };

/** What each kind of person may do, where and up to how much. */
export default async function RolesPage() {
  const ctx = await requireContext();
  const { items } = await listarRolesDetallados(ctx);
  return (
    <>
      <PageHeader
        title="Roles"
        subtitle="Qué puede hacer cada quien, dónde y hasta cuánto"
        actions={
          puede(ctx, 'rol:administrar') && (
            <Link href="/roles/nuevo" className={buttonClass({ variant: 'primario' })}>
              <Plus aria-hidden="true" />
              Nuevo rol
            </Link>
          )
        }
      />
      <Card flush title="Todos" aside={<BotonExportar ruta="/api/roles" />} className="overflow-clip">
        <TablaRoles roles={items} />
      </Card>
    </>
  );
}
