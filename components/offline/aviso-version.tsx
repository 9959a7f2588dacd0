'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { activarVersion, oirVersionNueva } from './servicio';

/** A newer version of the product is on the device and waits until nobody uses the old one. */
export function AvisoVersion() {
  const [esperando, setEsperando] = useState<ServiceWorker | null>(null);
  const [otras, setOtras] = useState(false);
  useEffect(() => oirVersionNueva(setEsperando), []);
  if (!esperando) return null;
  return (
    <Notice title="Hay una versión nueva">
      <p className="mb-2">
        {otras
          ? 'Hay otras pestañas abiertas con la versión anterior. Ciérrelas y vuelva a intentarlo.'
          : 'Lo que espera por enviar sigue aquí después de actualizar.'}
      </p>
      <Button onClick={() => void activarVersion(esperando).then((hecho) => setOtras(!hecho))}>Actualizar ahora</Button>
    </Notice>
  );
}
