import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useConAprobacion } from '@/components/aprobacion/use-con-aprobacion';
import { ApiError, SinRespuestaError } from '@/lib/api-client';
import { newUuid } from '@/lib/uuid';

type Acto<Body, T> = {
  send: (body: Body, clave: string) => Promise<T>;
  onDone: (answer: T) => void;
  /** The key of an act that began before this page, kept with its draft. */
  clave?: string;
};

/**
 * One act of the counter. Its key is born with the form and serves every try, so that a try whose answer was lost is not
 * a second act; once done the next act has another. What it may not do alone waits for a superior in a dialog of its own. `rechazo` is the sentence to show, `campos` what it says of each field.
 */
export function useActo<Body, T>({ send, onDone, clave }: Acto<Body, T>) {
  const propia = useRef<string | null>(null);
  const conAprobacion = useConAprobacion();
  const mutation = useMutation({
    mutationFn: (body: Body) => {
      propia.current ??= clave ?? newUuid();
      const llave = propia.current;
      return conAprobacion(() => send(body, llave));
    },
    onSuccess: (answer) => {
      propia.current = null;
      onDone(answer);
    },
  });
  const { error } = mutation;
  return {
    enviar: mutation.mutate,
    enviarAsync: mutation.mutateAsync,
    pendiente: mutation.isPending,
    rechazo: error ? sentenceOf(error) : null,
    campos: error instanceof ApiError ? error.campos : {},
  };
}

/** The sentence of a failure, for the person at the counter. */
export function sentenceOf(error: unknown): string {
  if (error instanceof SinRespuestaError) return `${error.message} Al reintentar aquí no se registra dos veces.`;
  return error instanceof Error && error.message ? error.message : 'Algo falló. Vuelva a intentarlo.';
}
