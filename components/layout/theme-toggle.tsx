'use client';

import { SunMoon } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cambiarTema } from './theme';

/** Light or dark, kept on this device. */
export function ThemeToggle() {
  return (
    <Button variant="fantasma" size="icono" aria-label="Cambiar tema" onClick={cambiarTema}>
      <SunMoon aria-hidden="true" />
    </Button>
  );
}
