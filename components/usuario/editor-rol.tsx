'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { Permiso } from '@/lib/auth/permisos';
import { crearRolAction, editarRolAction } from '@/lib/rol/actions';
import { ROL_TOTAL } from '@/lib/rol/rules';
import type { RolDto } from '@/lib/rol/schemas';
import { FilaPermiso } from './fila-permiso';
import { cuerpoDeHechura, type Hechura, hechuraDe, topesDeHechura } from './hechura';
import { permisosPorCosa } from './permisos-por-cosa';
import { useGuardar } from './use-guardar';

type EditorRolProps = {
  /** Absent when creating. */
  rol?: RolDto;
  /** Those to copy from. */
  otros: readonly RolDto[];
  /** The rights of who edits: nobody gives what they lack. */
  propios: readonly Permiso[];
  puedeEditar: boolean;
};

const VACIA: Hechura = { permisos: new Set(), soloPropias: new Set(), topes: {} };

/** What a role allows, right by right and explained. Of the product's own roles only the caps change. */
export function EditorRol({ rol, otros, propios, puedeEditar }: EditorRolProps) {
  const router = useRouter();
  const { form, pendiente, rechazo, campos, guardar } = useGuardar();
  const [nombre, setNombre] = useState(rol?.nombre ?? '');
  const [descripcion, setDescripcion] = useState(rol?.descripcion ?? '');
  const [hechura, setHechura] = useState<Hechura>(rol ? hechuraDe(rol) : VACIA);
  /** Counts the copies: amounts that are being typed start again from what was copied. */
  const [copia, setCopia] = useState(0);
  const deFabrica = rol?.de_fabrica ?? false;
  const lectura = !puedeEditar || rol?.id === ROL_TOTAL;
  const enviar = () => {
    if (!rol) return crearRolAction({ nombre, descripcion, ...cuerpoDeHechura(hechura) });
    if (deFabrica) return editarRolAction({ id: rol.id, topes: topesDeHechura(hechura) });
    return editarRolAction({ id: rol.id, nombre, descripcion, ...cuerpoDeHechura(hechura) });
  };
  return (
    <form
      ref={form}
      noValidate
      autoComplete="off"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        guardar(enviar, (dto) => {
          toast.success(`Rol ${dto.nombre} guardado`);
          if (rol) router.refresh();
          else router.push(`/roles/${dto.id}` as Route);
        });
      }}
    >
      {!deFabrica && (
        <Card title="El rol">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Nombre" error={campos.nombre}>
              <Input
                name="nombre"
                maxLength={60}
                value={nombre}
                disabled={lectura}
                onChange={(event) => setNombre(event.target.value)}
              />
            </Field>
            <Field label="Qué hace" opcional error={campos.descripcion}>
              <Input
                name="descripcion"
                maxLength={200}
                value={descripcion}
                disabled={lectura}
                onChange={(event) => setDescripcion(event.target.value)}
              />
            </Field>
            {!lectura && (
              <Field label="Copiar de" opcional hint="Reemplaza lo marcado abajo.">
                <Select
                  value=""
                  onChange={(event) => {
                    const otro = otros.find((r) => r.id === Number(event.target.value));
                    if (otro) setHechura(hechuraDe(otro));
                    setCopia((n) => n + 1);
                  }}
                >
                  <option value="">Elegir un rol…</option>
                  {otros.map((r) => (
                    <option key={r.id} value={r.id}>
                      {r.nombre}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
          </div>
        </Card>
      )}
      {campos.solo_propias && (
        <Notice tone="falta" alert>
          {campos.solo_propias}
        </Notice>
      )}
      <div key={copia} className="grid items-start gap-4 lg:grid-cols-2">
        {permisosPorCosa().map(({ cosa, titulo, permisos }) => (
          <Card
            key={cosa}
            title={titulo}
            flush
            aside={`${permisos.filter((p) => hechura.permisos.has(p)).length} de ${permisos.length}`}
          >
            <ul className="divide-y divide-borde border-t border-borde">
              {permisos.map((permiso) => (
                <FilaPermiso
                  key={permiso}
                  permiso={permiso}
                  hechura={hechura}
                  cambiar={setHechura}
                  soloTopes={deFabrica}
                  lectura={lectura}
                  ajeno={puedeEditar && !propios.includes(permiso)}
                  error={campos[`topes.${permiso}`]}
                />
              ))}
            </ul>
          </Card>
        ))}
      </div>
      {rechazo && (
        <Notice tone="falta" alert>
          {rechazo.message}
        </Notice>
      )}
      {!lectura && (
        <div className="flex flex-col sm:flex-row-reverse">
          <Button type="submit" variant="primario" pendiente={pendiente}>
            {rol ? 'Guardar' : 'Crear el rol'}
          </Button>
        </div>
      )}
    </form>
  );
}
