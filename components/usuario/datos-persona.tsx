import { Card } from '@/components/ui/card';
import type { UsuarioDto } from '@/lib/usuario/schemas';

/** Names by their meaning, one under another. */
function Dato({ label, children }: { label: string; children: string }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4 border-b border-borde py-2 last:border-b-0">
      <dt className="text-tinta-2">{label}</dt>
      <dd className="min-w-0 font-medium wrap-anywhere">{children}</dd>
    </div>
  );
}

type DatosPersonaProps = { usuario: UsuarioDto; sucursal: string };

/** Who a person is, to be read. */
export function DatosPersona({ usuario, sucursal }: DatosPersonaProps) {
  const { persona: p } = usuario;
  const [anio, mes, dia] = p.fecha_nacimiento.split('-');
  return (
    <Card title="Datos">
      <dl className="text-sm">
        <Dato label="Nombre">{[p.nombres, p.p_apellido, p.s_apellido].filter(Boolean).join(' ')}</Dato>
        <Dato label="En los tickets">{usuario.name}</Dato>
        <Dato label="Correo">{usuario.email}</Dato>
        <Dato label="Rol">{usuario.role.nombre}</Dato>
        <Dato label="Sucursal">{sucursal}</Dato>
        <Dato label="Nacimiento">{`${dia}/${mes}/${anio}`}</Dato>
      </dl>
    </Card>
  );
}
