'use client';

import { parseAsString, useQueryState } from 'nuqs';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { MuestraDto } from '@/lib/correo/schemas';
import { HojaCorreo } from './hoja-correo';

/** The templates, one at a time; the address says which. */
export function Muestras({ muestras }: { muestras: readonly MuestraDto[] }) {
  const [ver, setVer] = useQueryState('ver', parseAsString.withDefault(''));
  const muestra = muestras.find((m) => m.plantilla === ver) ?? muestras[0];
  if (!muestra) return null;
  return (
    <>
      <Field label="Plantilla" className="mb-4 max-w-xs">
        <Select value={muestra.plantilla} onChange={(event) => void setVer(event.target.value)}>
          {muestras.map((m) => (
            <option key={m.plantilla} value={m.plantilla}>
              {m.nombre}
            </option>
          ))}
        </Select>
      </Field>
      <Card title={muestra.asunto} aside={muestra.secreto && <Chip tone="aviso">Se borra al enviarse</Chip>}>
        <HojaCorreo key={muestra.plantilla} asunto={muestra.asunto} html={muestra.html} texto={muestra.texto} />
      </Card>
    </>
  );
}
