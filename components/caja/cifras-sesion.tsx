import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import type { Concepto } from '@/lib/caja/schemas';
import type { BalanceDto, SesionCajaDto } from '@/lib/caja/schemas-respuestas';
import { Cifra } from './cifra';

/** Each concepto as a person calls it. */
export const NOMBRE_DE_CONCEPTO: Record<Concepto, string> = {
  apertura: 'Diferencia de apertura',
  ventas_efectivo: 'Ventas en efectivo',
  ventas_qr: 'Ventas por QR',
  ventas_transferencia: 'Ventas por transferencia',
  ingresos: 'Ingresos',
  egresos: 'Egresos',
  compras: 'Compras pagadas con caja',
  agentes: 'Agente bancario, neto',
  recargas: 'Recargas',
  fiado: 'Fiado cobrado',
  traspasos: 'Traspasos',
  otros: 'Otros movimientos',
  cierre: 'Diferencia de cierre',
  recuento: 'Recuentos',
};

type CifrasSesionProps = { sesion: SesionCajaDto; balance: BalanceDto; ver: Concepto | null };

/** Every figure of a session as the link to the rows it is made of. Figures at zero have none and stay out. */
export function CifrasSesion({ sesion, balance: b, ver }: CifrasSesionProps) {
  const cifras: [Concepto, number | null][] = [
    ['ventas_efectivo', b.ventas.efectivo],
    ['ventas_qr', b.ventas.qr],
    ['ventas_transferencia', b.ventas.transferencia],
    ['ingresos', b.ingresos],
    ['egresos', b.egresos && -b.egresos],
    ['compras', b.compras && -b.compras],
    ['agentes', b.agentes.neto],
    ['recargas', b.recargas],
    ['fiado', b.fiado],
    ['traspasos', b.traspasos],
    ['otros', b.otros],
    ['apertura', sesion.diferencia_apertura],
    ['cierre', sesion.diferencia],
  ];
  const visibles = cifras.filter(([concepto, valor]) => valor !== 0 || concepto === 'ventas_efectivo');
  return (
    <nav aria-label="Cifras de la sesión" className="grid grid-cols-2 gap-2.5 sm:grid-cols-3 lg:grid-cols-4">
      {visibles.map(([concepto, valor]) => (
        <Enlace key={concepto} idSesion={sesion.id} concepto={concepto} activo={ver === concepto}>
          <Cifra valor={valor} diferencia={(concepto === 'cierre' || concepto === 'apertura') && valor !== null} />
        </Enlace>
      ))}
    </nav>
  );
}

type EnlaceProps = { idSesion: number; concepto: Concepto; activo: boolean; children: ReactNode };

function Enlace({ idSesion, concepto, activo, children }: EnlaceProps) {
  const destino = activo ? `/cajas/sesion/${idSesion}` : `/cajas/sesion/${idSesion}?ver=${concepto}`;
  return (
    <Link
      href={destino as Route}
      scroll={false}
      aria-current={activo ? 'true' : undefined}
      className={cx(
        'flex min-h-18 flex-col justify-between gap-1 rounded-md border bg-superficie p-3 hover:border-borde-fuerte',
        activo ? 'border-marca ring-4 ring-marca-suave' : 'border-borde',
      )}
    >
      <span className="text-xs text-tinta-2">{NOMBRE_DE_CONCEPTO[concepto]}</span>
      <span className="text-lg font-bold tracking-tight">{children}</span>
    </Link>
  );
}
