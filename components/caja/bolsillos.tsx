import { cx } from '@/components/ui/cx';
import { BOLSILLOS } from '@/lib/caja/rules';
import type { BalanceDto } from '@/lib/caja/schemas-respuestas';
import { EnlaceCifra } from './enlace-cifra';

type BolsillosProps = { base: string | null; bolsillos: BalanceDto['bolsillos']; grande?: boolean };

/** The five businesses of one drawer, that add up to it; each opens its rows. */
export function Bolsillos({ base, bolsillos, grande = false }: BolsillosProps) {
  return (
    <dl className={cx('num grid grid-cols-2 gap-2.5', !grande && 'sm:grid-cols-3')}>
      {BOLSILLOS.map(([clave, nombre]) => (
        <div key={clave} className={cx('rounded-md border border-borde p-3', grande && 'last:odd:col-span-2')}>
          <dt className="text-xs text-tinta-2">{nombre}</dt>
          <dd className={grande ? 'text-xl font-bold tracking-tight' : 'font-semibold'}>
            <EnlaceCifra base={base} nombre={nombre} bolsillo={clave} valor={bolsillos[clave]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
