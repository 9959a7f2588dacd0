'use client';

import type { Route } from 'next';
import { Button } from '@/components/ui/button';
import { salirAction } from '@/lib/auth/actions';
import { TarjetaSegundoFactor } from './tarjeta-segundo-factor';

/** The card alone on its page: once it is on, one goes on to `despues`. */
export function SegundoFactorPedido({ despues }: { despues: Route }) {
  return (
    <>
      <TarjetaSegundoFactor onActivado={() => window.location.replace(despues)} />
      <form action={salirAction}>
        <Button type="submit" variant="fantasma">
          Cerrar sesión
        </Button>
      </form>
    </>
  );
}
