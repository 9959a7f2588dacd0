import type { Metadata, Route } from 'next';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { EditorRol } from '@/components/usuario/editor-rol';
import { EliminarRol } from '@/components/usuario/eliminar-rol';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { leerRol, listarRolesDetallados, opcionesDeRol } from '@/lib/rol/queries';
import { ROL_TOTAL } from '@/lib/rol/rules';
import { listarUsuarios } from '@/lib/usuario/queries';
import { orNotFound } from '../../cajas/or-not-found';

export const metadata: Metadata = { title: 'Rol' };

const MUESTRA = 12;

/** What a role allows, and who has it. */
export default async function RolPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([requireContext(), params]);
  const rol = await orNotFound(leerRol(ctx, { id }));
  const [{ items: roles }, opciones, personas] = await Promise.all([
    listarRolesDetallados(ctx),
    opcionesDeRol(ctx),
    puede(ctx, 'usuario:ver') ? listarUsuarios(ctx, { id_role: rol.id, limite: MUESTRA }) : null,
  ]);
  const administra = puede(ctx, 'rol:administrar');
  const editable = administra && (opciones.find((r) => r.id === rol.id)?.otorgable ?? false);
  return (
    <>
      <PageHeader
        back={<Link href="/roles">← Roles</Link>}
        title={rol.nombre}
        subtitle={rol.descripcion ?? undefined}
        actions={editable && !rol.de_fabrica && <EliminarRol rol={{ id: rol.id, nombre: rol.nombre }} />}
      />
      <div className="flex flex-col gap-4">
        {administra && <Remarca deFabrica={rol.de_fabrica} total={rol.id === ROL_TOTAL} editable={editable} />}
        {personas && (
          <Card title="Quiénes lo tienen" aside={rol.personas === 1 ? '1 persona' : `${rol.personas} personas`}>
            {personas.items.length === 0 ? (
              <p className="text-sm text-tinta-2">Nadie lo tiene en las sucursales que usted ve.</p>
            ) : (
              <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
                {personas.items.map((u) => (
                  <li key={u.id}>
                    <Link
                      href={`/usuarios/${u.id}` as Route}
                      className="inline-flex min-h-6 items-center underline pointer-coarse:min-h-11"
                    >
                      {u.name}
                    </Link>
                  </li>
                ))}
                {rol.personas > personas.items.length && (
                  <li className="text-tinta-2">{`y ${rol.personas - personas.items.length} más`}</li>
                )}
              </ul>
            )}
          </Card>
        )}
        <EditorRol
          key={rol.updated_at}
          rol={rol}
          otros={roles.filter((r) => r.id !== rol.id)}
          propios={[...ctx.actor.permisos]}
          puedeEditar={editable}
        />
      </div>
    </>
  );
}

/** Why some of it, or nothing, can be changed here. */
function Remarca({ deFabrica, total, editable }: { deFabrica: boolean; total: boolean; editable: boolean }) {
  if (!editable)
    return <Notice>Tiene derechos o límites que usted no tiene: lo edita alguien con un rol mayor.</Notice>;
  if (total)
    return <Notice>Este rol puede todo, sin límites, para que la tienda nunca quede sin quien la dirija.</Notice>;
  if (deFabrica)
    return <Notice>Es del producto: solo cambian sus límites. Para otra combinación, cree un rol y copie este.</Notice>;
  return null;
}
