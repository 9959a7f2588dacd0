import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { AccionesUsuario } from '@/components/usuario/acciones-usuario';
import { ChipUsuario } from '@/components/usuario/chips';
import { DatosPersona } from '@/components/usuario/datos-persona';
import { FormularioPersona } from '@/components/usuario/formulario-persona';
import { FormularioUsuario } from '@/components/usuario/formulario-usuario';
import { TarjetaLlaves } from '@/components/usuario/tarjeta-llaves';
import { TarjetaSesiones } from '@/components/usuario/tarjeta-sesiones';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { opcionesDeRol } from '@/lib/rol/queries';
import { listarSucursales } from '@/lib/sucursal/queries';
import { leerFicha, listarSesionesAcceso } from '@/lib/usuario/queries';
import { orNotFound } from '../../cajas/or-not-found';

export const metadata: Metadata = { title: 'Persona' };

/** One person: what they may do and where, how they enter, and where they are signed in. */
export default async function UsuarioPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([requireContext(), params]);
  const { usuario, propio, editable, llaves } = await orNotFound(leerFicha(ctx, { id }));
  const [roles, sucursales, sesiones] = await Promise.all([
    opcionesDeRol(ctx),
    listarSucursales(ctx),
    editable || propio ? listarSesionesAcceso(ctx, { id: usuario.id }) : [],
  ]);
  const sucursal = sucursales.find((s) => s.id === usuario.id_sucursal)?.nombre ?? 'Otra sucursal';
  const activa = editable && usuario.estado;
  return (
    <>
      <PageHeader
        back={<Link href="/usuarios">← Personas</Link>}
        title={usuario.name}
        subtitle={`${usuario.role.nombre} · ${sucursal}`}
        actions={
          <>
            <ChipUsuario usuario={usuario} />
            {editable && !propio && <AccionesUsuario usuario={usuario} />}
          </>
        }
      />
      {!editable && puede(ctx, 'usuario:editar') && (
        <Notice className="mb-4">
          Tiene derechos o sucursales que usted no tiene: la edita alguien con un rol mayor.
        </Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {activa ? (
          <FormularioUsuario
            key={usuario.updated_at}
            usuario={usuario}
            roles={roles}
            sucursales={sucursales.map((s) => ({ id: s.id, nombre: s.nombre }))}
            propio={propio}
          />
        ) : (
          <DatosPersona usuario={usuario} sucursal={sucursal} />
        )}
        <div className="flex min-w-0 flex-col gap-4">
          {(editable || propio) && <TarjetaSesiones idUsuario={usuario.id} sesiones={sesiones} propio={propio} />}
          {activa && !propio && <TarjetaLlaves idUsuario={usuario.id} nombre={usuario.name} llaves={llaves} />}
          {activa && <FormularioPersona key={usuario.persona.updated_at} persona={usuario.persona} />}
        </div>
      </div>
    </>
  );
}
