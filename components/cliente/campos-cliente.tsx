import type { RefObject } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MAXIMO_NOMBRE_CLIENTE } from '@/lib/cliente/rules';

/** What is written of a customer, as it is typed. */
export type DatosCliente = { nombre: string; ciNit: string; telefono: string };

type CamposClienteProps = {
  datos: DatosCliente;
  onDatos: (datos: DatosCliente) => void;
  campos: Readonly<Record<string, string>> | undefined;
  primero?: RefObject<HTMLInputElement | null>;
};

/** The three fields of a customer; the name is enough. */
export function CamposCliente({ datos, onDatos, campos, primero }: CamposClienteProps) {
  return (
    <>
      <Field label="Nombre" error={campos?.nombre}>
        <Input
          ref={primero}
          value={datos.nombre}
          onChange={(event) => onDatos({ ...datos, nombre: event.target.value })}
          required
          minLength={2}
          maxLength={MAXIMO_NOMBRE_CLIENTE}
          autoComplete="off"
          placeholder="Juana Condori"
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="CI o NIT" opcional error={campos?.ci_nit}>
          <Input
            value={datos.ciNit}
            onChange={(event) => onDatos({ ...datos, ciNit: event.target.value })}
            maxLength={30}
            autoComplete="off"
            placeholder="4567890"
          />
        </Field>
        <Field label="Teléfono" opcional error={campos?.telefono}>
          <Input
            type="tel"
            value={datos.telefono}
            onChange={(event) => onDatos({ ...datos, telefono: event.target.value })}
            maxLength={30}
            autoComplete="off"
            placeholder="71234567"
          />
        </Field>
      </div>
    </>
  );
}
