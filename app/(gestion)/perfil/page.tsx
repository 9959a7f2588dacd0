import type { Metadata } from 'next';
import { TarjetaPin } from '@/components/acceso/tarjeta-pin';
import { TarjetaSegundoFactor } from '@/components/acceso/tarjeta-segundo-factor';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { CambiarClavePropia } from '@/components/usuario/cambiar-clave-propia';
import { DatosPersona } from '@/components/usuario/datos-persona';
import { TarjetaSesiones } from '@/components/usuario/tarjeta-sesiones';
import { requireContext } from '@/lib/auth/session';
import { listarSucursales } from '@/lib/sucursal/queries';
import { leerPerfil, listarSesionesAcceso } from '@/lib/usuario/queries';

export const metadata: Metadata = { title: 'Mi perfil' };

/** What concerns the person who signed in: who they are here, their keys, and where they are signed in. */
export default async function PerfilPage() {
  const ctx = await requireContext();
  const [usuario, sucursales, sesiones] = await Promise.all([
    leerPerfil(ctx),
    listarSucursales(ctx),
    listarSesionesAcceso(ctx, { id: ctx.actor.idUsuario }),
  ]);
  const sucursal = sucursales.find((s) => s.id === usuario.id_sucursal)?.nombre ?? 'Otra sucursal';
  return (
    <>
      <PageHeader title="Mi perfil" subtitle={`${usuario.role.nombre} · ${sucursal}`} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <DatosPersona usuario={usuario} sucursal={sucursal} />
          {ctx.actor.nivel === 'clave' && (
            <Card title="Contraseña">
              <CambiarClavePropia email={usuario.email} />
            </Card>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <TarjetaPin idUsuario={usuario.id} />
          <TarjetaSegundoFactor />
          <TarjetaSesiones idUsuario={usuario.id} sesiones={sesiones} propio />
        </div>
      </div>
    </>
  );
}
