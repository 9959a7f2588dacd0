'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

type ClavePropiaProps = {
  label: string;
  rechazo: string | null;
  pendiente: boolean;
  onClave: (password: string) => void;
};

/** One's password, where there is no PIN. */
export function ClavePropia({ label, rechazo, pendiente, onClave }: ClavePropiaProps) {
  const [password, setPassword] = useState('');
  return (
    <form
      noValidate
      className="flex w-full max-w-72 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (password === '' || pendiente) return;
        onClave(password);
        setPassword('');
      }}
    >
      <Field label={label} error={rechazo ?? undefined}>
        <Input
          type="password"
          size="mostrador"
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primario" size="mostrador" pendiente={pendiente} disabled={password === ''}>
        Entrar
      </Button>
    </form>
  );
}
