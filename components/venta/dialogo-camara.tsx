'use client';

import { CameraOff } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { abrirCamara, type Camara, impedimentoDeCamara } from './camara';

type DialogoCamaraProps = {
  open: boolean;
  /** What was added last, to be seen without leaving the camera. */
  ultimo: string | null;
  onCodigo: (codigo: string) => void;
  onCerrar: () => void;
};

/** The device's camera as a scanner: it stays open while one code after another is read. */
export function DialogoCamara({ open, ultimo, onCodigo, onCerrar }: DialogoCamaraProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(abierto) => !abierto && onCerrar()}
      width="chico"
      title="Escanear con la cámara"
      description="Ponga el código dentro del cuadro. Cada lectura suena y va al ticket."
    >
      <Visor onCodigo={onCodigo} />
      <p role="status" className="mt-3 min-h-6 truncate font-semibold text-hecho">
        {ultimo}
      </p>
    </Dialog>
  );
}

function Visor({ onCodigo }: { onCodigo: (codigo: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [falla, setFalla] = useState<string | null>(null);
  const leer = useEffectEvent(onCodigo);

  useEffect(() => {
    const impedimento = impedimentoDeCamara();
    if (impedimento || !video.current) return setFalla(impedimento);
    let camara: Camara | null = null;
    let fuera = false;
    abrirCamara(video.current, { onCodigo: (codigo) => leer(codigo), onCorte: setFalla })
      .then((abierta) => {
        camara = abierta;
        if (fuera) abierta.parar();
      })
      .catch((error: Error) => setFalla(error.message));
    return () => {
      fuera = true;
      camara?.parar();
    };
  }, []);

  if (falla) return <EmptyState icon={CameraOff} title="Sin cámara" description={falla} />;
  return (
    // A picture has no theme: what is drawn over it is light in both.
    <div data-tema="claro" className="relative aspect-[4/3] overflow-hidden rounded-md bg-tinta">
      <video ref={video} muted playsInline className="size-full object-cover" />
      <div aria-hidden="true" className="absolute inset-x-8 inset-y-1/4 rounded-md border-2 border-superficie/80" />
    </div>
  );
}
