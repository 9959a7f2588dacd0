'use client';

import type { Route } from 'next';
import { useEffect } from 'react';
import { nacerBloqueada, oirCandado } from './candado-store';
import { PantallaBloqueo } from './pantalla-bloqueo';

/** The lock as a page of its own: a reload of a locked screen. Whoever comes in goes on to `despues`. */
export function CandadoDePagina({ despues }: { despues: Route }) {
  const seguir = () => window.location.replace(despues);
  // Unlocked in another tab, this one goes on too.
  useEffect(() => {
    nacerBloqueada();
    return oirCandado(() => window.location.reload());
  }, []);
  return <PantallaBloqueo onAbierta={seguir} onOtraPersona={seguir} />;
}
