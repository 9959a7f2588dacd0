'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import type { OpcionDeRol } from '@/lib/rol/queries';
import { editarUsuarioAction } from '@/lib/usuario/actions';
import type { UsuarioDto } from '@/lib/usuario/schemas';
import { CamposTrabajo, type ValoresTrabajo } from './campos-trabajo';
import type { Opcion } from './filtros-usuarios';
import { useGuardar } from './use-guardar';

type Props = {
  usuario: UsuarioDto;
  roles: readonly OpcionDeRol[];
  sucursales: readonly Opcion[];
  /** One's own role and branches are somebody else's to change. */
  propio: boolean;
};

/** How a person signs in, what they do and where. */
export function FormularioUsuario({ usuario, roles, sucursales, propio }: Props) {
  const router = useRouter();
  const queries = useQueryClient();
  const { form, pendiente, rechazo, campos, guardar } = useGuardar();
  const [name, setName] = useState(usuario.name);
  const [email, setEmail] = useState(usuario.email);
  const [trabajo, setTrabajo] = useState<ValoresTrabajo>({
    idRol: usuario.role.id,
    idSucursal: usuario.id_sucursal,
    sucursales: usuario.sucursales,
  });
  const cuerpo = () => ({
    id: usuario.id,
    name,
    email,
    ...(!propio && { id_role: trabajo.idRol }),
    ...(!propio && sucursales.length > 1 && { id_sucursal: trabajo.idSucursal, sucursales: trabajo.sucursales }),
  });
  return (
    <Card title="Usuario">
      <form
        ref={form}
        noValidate
        autoComplete="off"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          guardar(
            () => editarUsuarioAction(cuerpo()),
            (dto) => {
              toast.success(`${dto.name} guardado`);
              void queries.invalidateQueries({ queryKey: ['usuarios'] });
              router.refresh();
            },
          );
        }}
      >
        <Field label="Nombre en los tickets" error={campos.name}>
          <Input name="name" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="Correo" error={campos.email}>
          <Input
            type="email"
            name="email"
            maxLength={200}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <CamposTrabajo
          valores={trabajo}
          cambiar={(c) => setTrabajo((antes) => ({ ...antes, ...c }))}
          campos={campos}
          roles={roles}
          sucursales={sucursales}
          disabled={propio}
        />
        {propio && <Notice>Su propio rol y sus sucursales los cambia otra persona.</Notice>}
        {rechazo && (
          <Notice tone="falta" alert>
            {rechazo.message}
          </Notice>
        )}
        <div className="flex flex-col sm:flex-row-reverse">
          <Button type="submit" variant="primario" pendiente={pendiente}>
            Guardar
          </Button>
        </div>
      </form>
    </Card>
  );
}
