import { Link } from '@/components/ui/link';
import type { FilaDeSesionDto } from '@/lib/caja/schemas-respuestas';
import { formatHora } from '@/lib/time';
import { Cifra } from './cifra';

/** The entries that a cause points at, folded; a ticket opens. */
export function FilasHipotesis({ filas }: { filas: readonly FilaDeSesionDto[] }) {
  if (filas.length === 0) return null;
  return (
    <details className="mt-1.5">
      <summary className="inline-flex min-h-11 items-center text-sm font-medium underline underline-offset-4">
        {filas.length === 1 ? 'Ver la operación' : `Ver las ${filas.length} operaciones`}
      </summary>
      <ul className="num mt-1 flex flex-col gap-1">
        {filas.map((f) => (
          <li key={`${f.id_asiento}-${f.concepto}`} className="flex justify-between gap-4">
            <span className="min-w-0">
              <span className="text-tinta-2">{formatHora(f.fecha)}</span>{' '}
              {f.tipo_documento.endsWith('venta') ? (
                <Link href={`/ventas/${f.id_documento}`} className="underline underline-offset-4">
                  {f.glosa}
                </Link>
              ) : (
                f.glosa
              )}{' '}
              <span className="text-tinta-2">· {f.usuario}</span>
            </span>
            <Cifra valor={f.importe} />
          </li>
        ))}
      </ul>
    </details>
  );
}
