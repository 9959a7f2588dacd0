import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Link } from '@/components/ui/link';

/** Done: what changed, and the way in. */
export function PasoHecho() {
  const titulo = useRef<HTMLHeadingElement>(null);
  useEffect(() => titulo.current?.focus(), []);
  return (
    <div>
      <CircleCheck aria-hidden="true" className="mb-4 size-10 text-hecho" />
      <h1 ref={titulo} tabIndex={-1} className="text-2xl font-bold outline-hidden">
        La contraseña cambió
      </h1>
      <p className="mt-1.5 mb-7 text-[0.9375rem] text-tinta-2">
        Se cerraron todos sus ingresos. Ingrese con la contraseña nueva.
      </p>
      <Link href="/ingresar" className={buttonClass({ variant: 'primario', size: 'mostrador', className: 'w-full' })}>
        Ingresar
      </Link>
    </div>
  );
}
