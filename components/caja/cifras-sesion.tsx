import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { cx } from '@/components/ui/cx';
import { Link } from '@/components/ui/link';
import type { Concepto } from '@/lib/caja/schemas';
import type { BalanceDto, SesionCajaDto } from '@/lib/caja/schemas-respuestas';
import { Bolsillos } from './bolsillos';
import { Cifra } from './cifra';
import { cifrasDeFuera, cifrasDeGaveta, type FiltroDeFilas, NOMBRE_DE_CONCEPTO, rutaDeFilas } from './cifras';

type CifrasSesionProps = { base: string; sesion: SesionCajaDto; balance: BalanceDto; ver: FiltroDeFilas };

/** Every figure of a session as the link to the rows it is made of. Figures at zero have none and stay out. */
export function CifrasSesion({ base, sesion, balance: b, ver }: CifrasSesionProps) {
  const diferencias: [Concepto, number | null][] = [
    ['apertura', sesion.diferencia_apertura],
    ['cierre', sesion.diferencia],
  ];
  const cifras = [
    ...cifrasDeGaveta(b),
    ...cifrasDeFuera(b),
    ...diferencias.filter(([, valor]) => valor !== null && valor !== 0),
  ];
  const abierta = sesion.estado_sesion === 'ABIERTA';
  return (
    <>
      <nav aria-label="Cifras de la sesión" className="grid grid-cols-2 gap-2.5 sm:grid-cols-3 lg:grid-cols-4">
        {abierta && (
          <Enlace
            href={rutaDeFilas(base, ver.bolsillo === 'gaveta' ? {} : { bolsillo: 'gaveta' })}
            nombre="Debería haber en la gaveta"
            activo={ver.bolsillo === 'gaveta'}
          >
            <Cifra valor={b.monto_final_teorico} />
          </Enlace>
        )}
        {cifras.map(([concepto, valor]) => (
          <Enlace
            key={concepto}
            href={rutaDeFilas(base, ver.concepto === concepto ? {} : { concepto })}
            nombre={NOMBRE_DE_CONCEPTO[concepto]}
            activo={ver.concepto === concepto}
          >
            <Cifra valor={valor} diferencia={(concepto === 'cierre' || concepto === 'apertura') && valor !== null} />
          </Enlace>
        ))}
      </nav>
      {abierta && (
        <Card title="Efectivo por negocio">
          <Bolsillos base={base} bolsillos={b.bolsillos} />
        </Card>
      )}
    </>
  );
}

type EnlaceProps = { href: string; nombre: string; activo: boolean; children: ReactNode };

function Enlace({ href, nombre, activo, children }: EnlaceProps) {
  return (
    <Link
      href={href as Route}
      aria-current={activo ? 'true' : undefined}
      className={cx(
        'flex min-h-18 flex-col justify-between gap-1 rounded-md border bg-superficie p-3 hover:border-borde-fuerte',
        activo ? 'border-marca ring-4 ring-marca-suave' : 'border-borde',
      )}
    >
      <span className="text-xs text-tinta-2">{nombre}</span>
      <span className="text-lg font-bold tracking-tight">{children}</span>
    </Link>
  );
}
