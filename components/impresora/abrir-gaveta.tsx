'use client';

import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { usePieza } from '@/components/shared/use-pieza';
import { useTeclas } from '@/components/shared/use-teclas';

const traerDialogo = () => import('./dialogo-gaveta').then((m) => m.DialogoGaveta);

/** The button of the drawer, and its key; its dialog comes once the page is idle, or when it is asked for. */
export function AbrirGaveta({ idSesion, idUsuario }: { idSesion: number; idUsuario: number }) {
  const [open, setOpen] = useState(false);
  const { pieza: Dialogo, pedir, anticipar } = usePieza(traerDialogo);
  const abrir = () => {
    pedir();
    setOpen(true);
  };
  useTeclas({ 'Alt+KeyG': abrir });
  return (
    <>
      <button
        type="button"
        aria-label="Abrir gaveta"
        aria-keyshortcuts="Alt+G"
        title="Abrir gaveta (Alt G)"
        onPointerEnter={anticipar}
        onClick={abrir}
        className="grid size-9 shrink-0 place-items-center rounded-full bg-superficie-2 text-tinta-2 hover:text-tinta pointer-coarse:size-11"
      >
        <Inbox aria-hidden="true" className="size-4.5" />
      </button>
      {Dialogo && <Dialogo open={open} onOpenChange={setOpen} idSesion={idSesion} idUsuario={idUsuario} />}
    </>
  );
}
