'use client';

import { Printer } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** Prints the page: what shows on paper is its `print:` part. */
export function BotonImprimir({ children }: { children: string }) {
  return (
    <Button size="mostrador" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
      {children}
    </Button>
  );
}
