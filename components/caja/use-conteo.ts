'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { enviarCancelarConteo, enviarContar } from '@/lib/caja/query-options';
import { sentenceOf } from './use-acto';

/**
 * Tells the server that a drawer is being counted, so that no cash moves meanwhile, and that it is given up. `avisado` once it
 * has answered: what is counted before that may not be all. Counting goes on when it could not be said: `aviso` tells so.
 */
export function useConteo(idSesion: number) {
  const router = useRouter();
  const empezar = useMutation({ mutationFn: enviarContar });
  const { mutate } = empezar;
  useEffect(() => mutate(idSesion), [mutate, idSesion]);
  const dejar = useMutation({
    mutationFn: () => enviarCancelarConteo(idSesion),
    onSettled: () => {
      router.push('/caja');
      router.refresh();
    },
  });
  return {
    dejar: () => !dejar.isPending && dejar.mutate(),
    dejando: dejar.isPending,
    avisado: empezar.isSuccess || empezar.isError,
    aviso: empezar.error && sentenceOf(empezar.error),
  };
}
