import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import type { Rechazo } from './pedidos';

type Props = { titulo: string; children: ReactNode; rechazo?: Rechazo | null; campo?: string };

/** The heading of a step, and what was refused when it is not about its field. */
export function Encabezado({ titulo, children, rechazo, campo = '' }: Props) {
  return (
    <>
      <h1 className="text-2xl font-bold text-balance">{titulo}</h1>
      <div className="mt-1.5 mb-7 text-[0.9375rem] text-pretty text-tinta-2">{children}</div>
      {rechazo && !rechazo.campos[campo] && (
        <Notice tone="falta" alert className="mb-5">
          {rechazo.message}
        </Notice>
      )}
    </>
  );
}
