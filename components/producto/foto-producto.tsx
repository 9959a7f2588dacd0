'use client';

import { useQueryClient } from '@tanstack/react-query';
import { ImagePlus, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { toast } from '@/components/ui/toast';
import { ponerFoto, quitarFoto } from '@/lib/producto/query-options';
import type { ProductoDto } from '@/lib/producto/schemas';

/** The product's picture: chosen or taken with the phone, seen at the counter. */
export function FotoProducto({ producto, puedeEditar }: { producto: ProductoDto; puedeEditar: boolean }) {
  const router = useRouter();
  const queries = useQueryClient();
  const campo = useRef<HTMLInputElement>(null);
  const [pendiente, setPendiente] = useState(false);
  const [rechazo, setRechazo] = useState<string>();
  const hacer = async (acto: () => Promise<unknown>, aviso: string) => {
    setPendiente(true);
    setRechazo(undefined);
    try {
      await acto();
      toast.success(aviso);
      void queries.invalidateQueries({ queryKey: ['productos'] });
      router.refresh();
    } catch (error) {
      setRechazo(error instanceof Error ? error.message : 'No se pudo guardar la foto.');
    } finally {
      setPendiente(false);
    }
  };
  return (
    <Card title="Foto">
      <div className="flex items-start gap-4">
        <div className="grid size-28 shrink-0 place-items-center overflow-hidden rounded-md border border-borde bg-superficie-2">
          {producto.imagen ? (
            // biome-ignore lint/performance/noImgElement: the picture is behind the session's cookie and already small
            <img src={producto.imagen} alt={producto.nombre} className="size-full object-contain" />
          ) : (
            <ImagePlus aria-hidden="true" className="size-8 text-tinta-3" />
          )}
        </div>
        {puedeEditar && (
          <div className="flex flex-col items-start gap-2">
            <input
              ref={campo}
              type="file"
              accept="image/jpeg,image/png,image/webp"
              className="sr-only"
              aria-label="Foto del producto"
              tabIndex={-1}
              onChange={(event) => {
                const archivo = event.target.files?.[0];
                event.target.value = '';
                if (archivo) void hacer(() => ponerFoto(producto.id, archivo), 'Foto guardada');
              }}
            />
            <Button
              pendiente={pendiente}
              icon={<ImagePlus aria-hidden="true" />}
              onClick={() => campo.current?.click()}
            >
              {producto.imagen ? 'Cambiar foto' : 'Subir foto'}
            </Button>
            {producto.imagen && (
              <Button
                variant="fantasma"
                disabled={pendiente}
                icon={<Trash2 aria-hidden="true" />}
                onClick={() => void hacer(() => quitarFoto(producto.id), 'Foto quitada')}
              >
                Quitar
              </Button>
            )}
            <p className="text-xs text-tinta-2">JPG, PNG o WebP, hasta 5 MB.</p>
          </div>
        )}
      </div>
      {rechazo && (
        <p role="alert" className="mt-2 text-sm text-falta">
          {rechazo}
        </p>
      )}
    </Card>
  );
}
