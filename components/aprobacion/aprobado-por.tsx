import { ShieldCheck } from 'lucide-react';
import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import { formatFechaHora } from '@/lib/time';

/** Who let a document be, and why, as it stays on it. Nothing when nobody had to. */
export function AprobadoPor({ aprobaciones }: { aprobaciones: readonly AprobacionDeDocumento[] }) {
  if (aprobaciones.length === 0) return null;
  return (
    <ul className="num flex flex-col gap-1 text-xs text-tinta-2">
      {aprobaciones.map((a) => (
        <li key={a.id} className="flex items-start gap-1.5">
          <ShieldCheck aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-hecho" />
          <span className="min-w-0 text-pretty">
            Aprobado por {a.aprobador}: {[a.motivo, a.respuesta].filter(Boolean).join(' · ') || 'sin comentario'} ·{' '}
            {formatFechaHora(a.fecha)}
          </span>
        </li>
      ))}
    </ul>
  );
}
