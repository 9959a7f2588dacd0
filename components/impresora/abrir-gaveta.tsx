'use client';

import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { usePieza } from '@/components/shared/use-pieza';

const traerDialogo = () => import('./dialogo-gaveta').then((m) => m.DialogoGaveta);

/** The button of the drawer; its dialog comes once the page is idle, or when it is asked for. */
export function AbrirGaveta({ idSesion, idUsuario }: { idSesion: number; idUsuario: number }) {
  const [open, setOpen] = useState(false);
  const { pieza: Dialogo, pedir, anticipar } = usePieza(traerDialogo);
  return (
    <>
      <button
        type="button"
        aria-label="Abrir gaveta"
        title="Abrir gaveta"
        onPointerEnter={anticipar}
        onClick={() => {
          pedir();
          setOpen(true);
        }}
        className="grid size-9 shrink-0 place-items-center rounded-full bg-superficie-2 text-tinta-2 hover:text-tinta pointer-coarse:size-11"
      >
        <Inbox aria-hidden="true" className="size-4.5" />
      </button>
      {Dialogo && <Dialogo open={open} onOpenChange={setOpen} idSesion={idSesion} idUsuario={idUsuario} />}
    </>
  );
}
