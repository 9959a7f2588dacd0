'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** A number in its two parts, as they are written. */
export type Telefono = { code: string; phone: string };

/** Where most numbers are. */
export const SIN_NUMERO: Telefono = { code: '591', phone: '' };

type CamposTelefonoProps = {
  valor: Telefono;
  onValor: (valor: Telefono) => void;
  /** The sentences of a refusal, by field. */
  campos?: Readonly<Record<string, string>> | undefined;
};

/** The country and the number of who a message goes to. */
export function CamposTelefono({ valor, onValor, campos }: CamposTelefonoProps) {
  const cambiar = (campo: keyof Telefono) => (event: { target: { value: string } }) =>
    onValor({ ...valor, [campo]: event.target.value });
  return (
    <div className="grid grid-cols-[6.5rem_1fr] gap-3">
      <Field label="País" error={campos?.code}>
        <Input value={valor.code} onChange={cambiar('code')} prefix="+" inputMode="tel" required maxLength={6} />
      </Field>
      <Field label="Número" error={campos?.phone}>
        <Input
          value={valor.phone}
          onChange={cambiar('phone')}
          type="tel"
          inputMode="tel"
          required
          maxLength={20}
          placeholder="71234567"
        />
      </Field>
    </div>
  );
}
