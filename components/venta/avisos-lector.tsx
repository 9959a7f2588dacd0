import { RotateCcw, ScanLine, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { CodigoFallido } from './use-lector';

type AvisosLectorProps = {
  fallidos: readonly CodigoFallido[];
  puedeCrear: boolean;
  onCrear: (fallido: CodigoFallido) => void;
  onReintentar: (fallido: CodigoFallido) => void;
  onDescartar: (codigo: string) => void;
};

/** Codes that did not become a line. They stay in sight until someone deals with them. */
export function AvisosLector({ fallidos, puedeCrear, onCrear, onReintentar, onDescartar }: AvisosLectorProps) {
  const primero = fallidos.find((f) => f.motivo === 'desconocido');
  return (
    <div role="alert" className="flex shrink-0 flex-col gap-1.5 empty:hidden">
      {fallidos.map((fallido) => (
        <div
          key={fallido.vez}
          className="flex animate-aparecer flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-falta-suave py-1 pr-1.5 pl-4"
        >
          <ScanLine aria-hidden="true" className="size-5 shrink-0 text-falta" />
          <p className="min-w-0 flex-1">
            <strong className="font-semibold text-falta">
              {fallido.motivo === 'desconocido' ? 'Código desconocido' : 'No se pudo buscar'}
            </strong>{' '}
            <span className="num font-semibold break-all">{fallido.codigo}</span>
            <span className="text-xs text-tinta-2">
              {fallido.motivo === 'desconocido' ? ' · no se agregó' : ' · el servidor no respondió'}
            </span>
          </p>
          {fallido.motivo === 'sin_respuesta' && (
            <Button size="compacto" icon={<RotateCcw aria-hidden="true" />} onClick={() => onReintentar(fallido)}>
              Reintentar
            </Button>
          )}
          {fallido.motivo === 'desconocido' && puedeCrear && (
            <Button size="compacto" onClick={() => onCrear(fallido)}>
              Nombre y precio
              {fallido === primero && <Kbd className="ml-1 hidden sm:inline-flex">Alt M</Kbd>}
            </Button>
          )}
          <button
            type="button"
            aria-label={`Descartar el aviso de ${fallido.codigo}`}
            onClick={() => onDescartar(fallido.codigo)}
            className="grid size-9 shrink-0 place-items-center rounded-sm text-tinta-2 hover:text-tinta pointer-coarse:size-11"
          >
            <X aria-hidden="true" className="size-4.5" />
          </button>
        </div>
      ))}
    </div>
  );
}
