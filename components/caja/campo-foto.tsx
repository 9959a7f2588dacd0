'use client';

import { useMutation } from '@tanstack/react-query';
import { Camera, Check, RotateCcw, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { enviarFoto } from '@/lib/caja/query-options';
import { FOTO_MAXIMA } from '@/lib/caja/rules';
import { sentenceOf } from './use-acto';

/** The photo that goes with an act, perhaps still on its way; `null` without one, or when it could not be uploaded. */
export type Foto = Promise<number> | null;

/** What an act says of its photo, once it is up. Throws what kept it from being uploaded. */
export async function adjunto(foto: Foto): Promise<{ id_archivo?: number }> {
  return foto ? { id_archivo: await foto } : {};
}

/**
 * The photo of a slip, from the camera or a file. It uploads while the rest is written, and the act may be asked for before it
 * is up: from then on (`pedido`) the photo is the one that goes with it.
 */
export function CampoFoto({ pedido, onFoto }: { pedido: boolean; onFoto: (foto: Foto) => void }) {
  const id = useId();
  const campo = useRef<HTMLInputElement>(null);
  const [archivo, setArchivo] = useState<File | null>(null);
  const [grande, setGrande] = useState(false);
  const subida = useMutation({ mutationFn: enviarFoto });
  const deAhora = useRef<Foto>(null);
  const llevar = (foto: Foto) => {
    deAhora.current = foto;
    onFoto(foto);
  };
  const subir = (elegido: File) => {
    const foto = subida.mutateAsync(elegido).then(({ id: idArchivo }) => idArchivo);
    llevar(foto);
    foto.catch(() => deAhora.current === foto && llevar(null));
  };
  const quitar = () => {
    setArchivo(null);
    setGrande(false);
    subida.reset();
    llevar(null);
    if (campo.current) campo.current.value = '';
  };
  const elegir = (elegido: File | undefined) => {
    if (!elegido) return;
    quitar();
    setArchivo(elegido);
    if (elegido.size > FOTO_MAXIMA) setGrande(true);
    else subir(elegido);
  };
  const falla = grande
    ? 'La foto pesa más de 5 MB: hay que sacarla con menos calidad.'
    : subida.error && sentenceOf(subida.error);
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium" id={id}>
        Foto del comprobante <span className="font-normal text-tinta-3">(opcional)</span>
      </span>
      <input
        ref={campo}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        className="sr-only"
        tabIndex={-1}
        aria-labelledby={id}
        onChange={(event) => elegir(event.target.files?.[0])}
      />
      {archivo ? (
        <div className="flex min-h-11 items-center gap-2 rounded-md border border-borde bg-superficie-2 pl-3">
          {subida.isSuccess && <Check aria-hidden="true" className="size-4 shrink-0 text-hecho" />}
          <span className="min-w-0 flex-1 truncate" aria-live="polite">
            {subida.isPending ? 'Subiendo… ' : ''}
            {archivo.name}
          </span>
          {subida.isError && (
            <Button
              variant="fantasma"
              size="icono"
              aria-label="Subir la foto otra vez"
              disabled={pedido}
              onClick={() => subir(archivo)}
            >
              <RotateCcw aria-hidden="true" />
            </Button>
          )}
          <Button variant="fantasma" size="icono" aria-label="Quitar la foto" disabled={pedido} onClick={quitar}>
            <X aria-hidden="true" />
          </Button>
        </div>
      ) : (
        <Button
          size="mostrador"
          icon={<Camera aria-hidden="true" />}
          disabled={pedido}
          onClick={() => campo.current?.click()}
        >
          Agregar foto
        </Button>
      )}
      {falla && (
        <p role="alert" className="text-xs font-medium text-falta">
          {falla}
        </p>
      )}
    </div>
  );
}
