'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/action/result';
import { newUuid } from '@/lib/uuid';

/** What a refusal says, and of which fields. */
export type Rechazo = { message: string; campos?: Readonly<Record<string, string>> };

/**
 * An act of the sheet: sent with a key that serves every try of the same content, told by a toast when it is done, and the
 * page reads itself again.
 */
export function useActo() {
  const router = useRouter();
  const queries = useQueryClient();
  const intento = useRef<{ contenido: string; clave: string } | null>(null);
  const [pendiente, startTransition] = useTransition();
  const [rechazo, setRechazo] = useState<Rechazo | null>(null);
  const hacer = <R, T>(
    accion: (raw: R, clave?: string) => Promise<ActionResult<T>>,
    raw: R,
    { aviso, alHacer }: { aviso?: string; alHacer?: (data: T) => void },
  ) => {
    const contenido = JSON.stringify(raw);
    if (intento.current?.contenido !== contenido) intento.current = { contenido, clave: newUuid() };
    const { clave } = intento.current;
    startTransition(async () => {
      const hecho = await accion(raw, clave).catch(() => null);
      if (!hecho) return setRechazo({ message: 'No hubo respuesta. Revise la conexión e intente de nuevo.' });
      if (!hecho.ok) return setRechazo(hecho);
      intento.current = null;
      setRechazo(null);
      if (aviso) toast.success(aviso);
      void queries.invalidateQueries({ queryKey: ['productos'] });
      router.refresh();
      alHacer?.(hecho.data);
    });
  };
  return { hacer, pendiente, rechazo, campos: rechazo?.campos ?? {} };
}
