'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

type CampoClaveProps = {
  label: string;
  value: string;
  onValueChange: (clave: string) => void;
  error?: string | undefined;
  hint?: string;
  /** The one of now, which the browser may know. */
  actual?: boolean;
  name: string;
};

/** How to choose one. */
export const CONSEJO_DE_CLAVE = 'De 8 caracteres o más. Una frase corta sirve y se recuerda.';

/** A password, that can be seen instead of typed twice. */
export function CampoClave({ label, value, onValueChange, error, hint, actual = false, name }: CampoClaveProps) {
  const [visible, setVisible] = useState(false);
  return (
    <Field label={label} error={error} hint={hint}>
      <Input
        name={name}
        type={visible ? 'text' : 'password'}
        autoComplete={actual ? 'current-password' : 'new-password'}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        suffix={
          <Button
            variant="fantasma"
            size="icono"
            className="-mr-3"
            aria-label={`Mostrar: ${label.toLowerCase()}`}
            aria-pressed={visible}
            onClick={() => setVisible(!visible)}
          >
            {visible ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          </Button>
        }
      />
    </Field>
  );
}
