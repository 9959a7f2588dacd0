'use client';

import { useEffect, useRef, useState, useTransition } from 'react';
import type { ActionResult } from '@/lib/action/result';

type Rechazo = { message: string; campos?: Readonly<Record<string, string>> };

const SIN_RESPUESTA: Rechazo = { message: 'No hubo respuesta. Revise la conexión e intente de nuevo.' };

/**
 * A form that is sent by a server action: what was typed stays when it is refused, and the first field at fault gets the
 * focus.
 */
export function useGuardar() {
  const form = useRef<HTMLFormElement>(null);
  const [pendiente, startTransition] = useTransition();
  const [rechazo, setRechazo] = useState<Rechazo | null>(null);
  useEffect(() => {
    if (rechazo) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [rechazo]);
  const guardar = <T>(accion: () => Promise<ActionResult<T>>, alHacer: (data: T) => void) =>
    startTransition(async () => {
      const hecho = await accion().catch(() => ({ ok: false as const, code: 'sin_respuesta', ...SIN_RESPUESTA }));
      if (!hecho.ok) return setRechazo(hecho);
      setRechazo(null);
      alHacer(hecho.data);
    });
  return { form, pendiente, rechazo, campos: rechazo?.campos ?? {}, guardar };
}
