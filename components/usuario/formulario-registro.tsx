'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import type { OpcionDeRol } from '@/lib/rol/queries';
import { registrarUsuarioAction } from '@/lib/usuario/actions';
import { CampoClave } from './campo-clave';
import { CamposPersona, type ValoresPersona } from './campos-persona';
import { CamposTrabajo, type ValoresTrabajo } from './campos-trabajo';
import type { Opcion } from './filtros-usuarios';
import { useGuardar } from './use-guardar';

type Props = { roles: readonly OpcionDeRol[]; sucursales: readonly Opcion[]; idSucursal: number; rolInicial: number };

/** A new person who signs in: who they are, what they do and how they enter the first time. */
export function FormularioRegistro({ roles, sucursales, idSucursal, rolInicial }: Props) {
  const router = useRouter();
  const queries = useQueryClient();
  const { form, pendiente, rechazo, campos, guardar } = useGuardar();
  const [persona, setPersona] = useState<ValoresPersona>({
    nombres: '',
    p_apellido: '',
    s_apellido: '',
    fecha_nacimiento: '',
    genero: 'F',
  });
  const [trabajo, setTrabajo] = useState<ValoresTrabajo>({ idRol: rolInicial, idSucursal, sucursales: [] });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <form
      ref={form}
      noValidate
      autoComplete="off"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const { idRol, ...donde } = trabajo;
        const cuerpo = {
          ...persona,
          email,
          password,
          id_role: idRol,
          id_sucursal: donde.idSucursal,
          sucursales: donde.sucursales,
        };
        guardar(
          () => registrarUsuarioAction(cuerpo),
          (dto) => {
            toast.success(`${dto.name} ya puede ingresar`);
            void queries.invalidateQueries({ queryKey: ['usuarios'] });
            router.push(`/usuarios/${dto.id}` as Route);
          },
        );
      }}
    >
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title="Quién es">
          <CamposPersona
            valores={persona}
            cambiar={(c) => setPersona((antes) => ({ ...antes, ...c }))}
            campos={campos}
          />
        </Card>
        <div className="flex flex-col gap-4">
          <Card title="Qué hace y dónde">
            <CamposTrabajo
              valores={trabajo}
              cambiar={(c) => setTrabajo((antes) => ({ ...antes, ...c }))}
              campos={campos}
              roles={roles}
              sucursales={sucursales}
            />
          </Card>
          <Card title="Cómo ingresa">
            <div className="flex flex-col gap-4">
              <Field label="Correo" hint="Con él ingresa; es solo de esta persona." error={campos.email}>
                <Input
                  type="email"
                  name="email"
                  maxLength={200}
                  value={email}
                  onChange={(e) => setEmail(e.target.value)}
                />
              </Field>
              <CampoClave
                name="password"
                label="Contraseña provisional"
                hint="De 8 caracteres o más. Al ingresar por primera vez se le pedirá una propia."
                value={password}
                onValueChange={setPassword}
                error={campos.password}
              />
            </div>
          </Card>
        </div>
      </div>
      {rechazo && (
        <Notice tone="falta" alert>
          {rechazo.message}
        </Notice>
      )}
      <div className="flex flex-col gap-2 sm:flex-row-reverse">
        <Button type="submit" variant="primario" pendiente={pendiente}>
          Registrar
        </Button>
      </div>
    </form>
  );
}
