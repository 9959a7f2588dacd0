import { Card } from '@/components/ui/card';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { Situacion } from '@/lib/producto/rules-importacion';
import type { ImportacionDto } from '@/lib/producto/schemas-importacion';
import { contar, cuantos } from './cuenta';

const EN_PALABRAS: Partial<Record<Situacion, { titulo: string; nota: string }>> = {
  LEYENDO: { titulo: 'Leyendo el archivo…', nota: 'Se revisa cada fila. Todavía no se cambia nada.' },
  EN_COLA: { titulo: 'En cola para importar…', nota: 'Entran todas juntas al terminar.' },
  APLICANDO: { titulo: 'Importando productos…', nota: 'Entran todas juntas al terminar.' },
  DESHACIENDO: { titulo: 'Deshaciendo la importación…', nota: 'Salen todos juntos al terminar.' },
};

/** How far the worker is. The page may be closed: the work goes on. */
export function ProgresoImportacion({ importacion }: { importacion: ImportacionDto }) {
  const { situacion, filas, filas_malas: malas, filas_hechas: hechas } = importacion;
  const total = filas - malas;
  const { titulo, nota } = EN_PALABRAS[situacion] ?? { titulo: 'Trabajando…', nota: '' };
  // How many rows a file has is known once it was read, and how many go back once they went.
  const medida = situacion === 'APLICANDO';
  return (
    <Card className="max-w-2xl">
      <div role="status" className="flex flex-col gap-3">
        <p className="text-base font-semibold">{titulo}</p>
        <ProgressBar label={titulo} {...(medida ? { value: hechas, max: total } : {})} />
        <p className="num text-tinta-2">
          {cuenta(hechas, medida ? total : null)} {nota} Se puede cerrar esta página.
        </p>
      </div>
    </Card>
  );
}

function cuenta(hechas: number, total: number | null): string {
  if (total !== null) return `${contar(hechas)} de ${contar(total)} filas.`;
  return hechas > 0 ? `${cuantos(hechas, 'fila', 'filas')}.` : '';
}
