import type { Route } from 'next';
import { Link } from '@/components/ui/link';
import type { PuntoDto } from '@/lib/caja/schemas-cierre';
import { centavosDeJson, formatBs } from '@/lib/money';
import { formatDia } from '@/lib/time';

const ANCHO = 640;
const ALTO = 150;
const MARGEN = 8;

/** Differences, close by close, around zero: what is over goes up and what is short goes down. Each bar opens its close, and the list under it says the same in words. */
export function LineaDiferencias({ nombre, puntos }: { nombre: string; puntos: readonly PuntoDto[] }) {
  const mayor = Math.max(1, ...puntos.map((p) => Math.abs(p.diferencia)));
  const paso = (ANCHO - 2 * MARGEN) / Math.max(1, puntos.length);
  const y = (valor: number) => ALTO / 2 - (valor / mayor) * (ALTO / 2 - MARGEN - 10);
  const texto = (valor: number) => formatBs(centavosDeJson(valor) ?? 0);
  return (
    <figure>
      {/* By keyboard and by ear the same closes are in the list under it. */}
      <div className="relative num text-xs text-tinta-2" aria-hidden="true">
        <span className="pointer-events-none absolute top-0 left-1">+{texto(mayor)}</span>
        <span className="pointer-events-none absolute bottom-0 left-1">−{texto(mayor)}</span>
        <svg viewBox={`0 0 ${ANCHO} ${ALTO}`} className="w-full">
          <title>{`Diferencias de ${nombre}`}</title>
          <line x1={MARGEN} x2={ANCHO - MARGEN} y1={ALTO / 2} y2={ALTO / 2} stroke="var(--borde-fuerte)" />
          {puntos.map((p, i) => {
            const arriba = y(Math.max(0, p.diferencia));
            const alto = Math.abs(y(p.diferencia) - ALTO / 2);
            const x = MARGEN + i * paso;
            return (
              <Link key={p.id_sesion_caja} href={`/cajas/sesion/${p.id_sesion_caja}` as Route} tabIndex={-1}>
                <title>{`${formatDia(p.fecha)}: ${texto(p.diferencia)}`}</title>
                <rect x={x} width={paso} y={0} height={ALTO} className="fill-transparent hover:fill-superficie-2" />
                <rect
                  x={x + paso * 0.15}
                  width={Math.max(1, Math.min(22, paso * 0.7))}
                  y={p.diferencia === 0 ? ALTO / 2 - 1 : arriba}
                  height={Math.max(2, alto)}
                  rx={1.5}
                  className="pointer-events-none"
                  fill={p.diferencia === 0 ? 'var(--hecho)' : p.diferencia < 0 ? 'var(--falta)' : 'var(--aviso)'}
                />
              </Link>
            );
          })}
        </svg>
      </div>
      <details>
        <summary className="inline-flex min-h-11 items-center text-tinta-2 underline underline-offset-4">
          Cierre por cierre
        </summary>
        <ul className="num grid gap-x-6 sm:grid-cols-2">
          {[...puntos].reverse().map((p) => (
            <li key={p.id_sesion_caja} className="border-b border-borde">
              <Link
                href={`/cajas/sesion/${p.id_sesion_caja}` as Route}
                className="flex min-h-11 items-center justify-between gap-3 hover:bg-superficie-2"
              >
                <span>{formatDia(p.fecha)}</span>
                <span className={p.diferencia === 0 ? 'text-hecho' : 'text-falta'}>{texto(p.diferencia)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </figure>
  );
}
