'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';

/** A person's data, as a form holds them. */
export type ValoresPersona = {
  nombres: string;
  p_apellido: string;
  s_apellido: string;
  fecha_nacimiento: string;
  genero: string;
};

type CamposPersonaProps = {
  valores: ValoresPersona;
  cambiar: (cambio: Partial<ValoresPersona>) => void;
  campos: Readonly<Record<string, string>>;
};

/** The fields of a person. */
export function CamposPersona({ valores, cambiar, campos }: CamposPersonaProps) {
  const texto = (campo: keyof ValoresPersona, max = 100) => ({
    name: campo,
    maxLength: max,
    value: valores[campo],
    onChange: (event: { target: { value: string } }) => cambiar({ [campo]: event.target.value }),
  });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Nombres" error={campos.nombres} className="sm:col-span-2">
        <Input {...texto('nombres')} />
      </Field>
      <Field label="Primer apellido" error={campos.p_apellido}>
        <Input {...texto('p_apellido')} />
      </Field>
      <Field label="Segundo apellido" opcional error={campos.s_apellido}>
        <Input {...texto('s_apellido')} />
      </Field>
      <Field label="Fecha de nacimiento" error={campos.fecha_nacimiento}>
        <Input type="date" {...texto('fecha_nacimiento', 10)} />
      </Field>
      <Field label="Género" error={campos.genero}>
        <Select name="genero" value={valores.genero} onChange={(event) => cambiar({ genero: event.target.value })}>
          <option value="F">Femenino</option>
          <option value="M">Masculino</option>
        </Select>
      </Field>
    </div>
  );
}
