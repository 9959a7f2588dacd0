import type { Route } from 'next';
import { AprobadoPor } from '@/components/aprobacion/aprobado-por';
import { Link } from '@/components/ui/link';
import { fraseDiferencia } from '@/lib/caja/rules';
import type { CierreDto, CorreccionDto } from '@/lib/caja/schemas-cierre';
import { centavosDeJson } from '@/lib/money';
import { formatFechaHora } from '@/lib/time';
import { Cifra } from './cifra';

/** Recounts, and the entries made after the close that correct it: each names who, when and why. */
export function Correcciones({ recuentos, correcciones }: Pick<CierreDto, 'recuentos' | 'correcciones'>) {
  const otras = correcciones.filter((c) => c.tipo_documento !== 'recuento_caja');
  return (
    <ul className="divide-y divide-borde border-t border-borde">
      {recuentos.map((r) => (
        <li key={`r${r.id}`} className="px-4 py-3 sm:px-5">
          <p className="num flex justify-between gap-4 font-medium">
            <span>
              Recuento de <Cifra valor={r.monto} bs />:{' '}
              {fraseDiferencia(centavosDeJson(r.diferencia) ?? 0).toLowerCase()}
            </span>
            <Cifra valor={r.ajuste} diferencia={false} />
          </p>
          <p className="num text-xs text-tinta-2">
            {r.motivo} · {r.usuario} · {formatFechaHora(r.fecha)}
            {r.contra === 'apertura' && ' · la caja ya se había vuelto a abrir'}
          </p>
          <AprobadoPor aprobaciones={r.aprobaciones} />
        </li>
      ))}
      {otras.map((c) => (
        <li key={`c${c.id_asiento}`} className="px-4 py-3 sm:px-5">
          <p className="num flex justify-between gap-4 font-medium">
            <Documento correccion={c} />
            <Cifra valor={c.importe} />
          </p>
          <p className="num text-xs text-tinta-2">
            {c.usuario} · {formatFechaHora(c.fecha)} · asiento {c.id_asiento}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Documento({ correccion: c }: { correccion: CorreccionDto }) {
  if (!c.tipo_documento.endsWith('venta')) return <span>{c.glosa}</span>;
  return (
    <Link href={`/ventas/${c.id_documento}` as Route} className="underline underline-offset-4">
      {c.glosa}
    </Link>
  );
}
