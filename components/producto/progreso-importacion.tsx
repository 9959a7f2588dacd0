import { Card } from '@/components/ui/card';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { ImportacionDto } from '@/lib/producto/schemas';
import { contar } from './cuenta';

/** How far the worker is. The page may be closed: the work goes on. */
export function ProgresoImportacion({ importacion }: { importacion: ImportacionDto }) {
  const total = importacion.filas - importacion.filas_malas;
  const enCola = importacion.situacion === 'EN_COLA';
  return (
    <Card className="max-w-2xl">
      <div role="status" className="flex flex-col gap-3">
        <p className="text-base font-semibold">{enCola ? 'En cola para importar…' : 'Importando productos…'}</p>
        {enCola ? (
          <ProgressBar label="En cola" />
        ) : (
          <ProgressBar label="Importando productos" value={importacion.filas_hechas} max={total} />
        )}
        <p className="num text-tinta-2">
          {enCola ? `${contar(total)} filas` : `${contar(importacion.filas_hechas)} de ${contar(total)} filas`} · Entran
          todas juntas al terminar. Se puede cerrar esta página.
        </p>
      </div>
    </Card>
  );
}
