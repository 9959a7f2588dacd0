import { MoreHorizontal } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';

/** The button of all that is not done with every sale, before its menu has come and after: in the hand it must not change. */
export function BotonMenu(props: Omit<ComponentProps<typeof Button>, 'children' | 'icon'>) {
  return (
    <Button
      variant="fantasma"
      size="compacto"
      aria-label="Más acciones"
      {...props}
      icon={<MoreHorizontal aria-hidden="true" />}
    />
  );
}
