import { cx } from '@/components/ui/cx';
import { formatBs, formatMonto } from '@/lib/money';

type MontoProps = {
  centavos: number;
  /** With `Bs` before it. */
  bs?: boolean;
  /** A difference: `+` on what is over, green only at zero, red on anything else. */
  diferencia?: boolean;
  className?: string;
};

/** An amount as ink: tabular, with a real minus sign. */
export function Monto({ centavos, bs = false, diferencia = false, className }: MontoProps) {
  const texto = bs ? formatBs(centavos) : formatMonto(centavos);
  return (
    <span
      className={cx(
        'num whitespace-nowrap',
        diferencia && 'font-semibold',
        diferencia && (centavos === 0 ? 'text-hecho' : 'text-falta'),
        className,
      )}
    >
      {diferencia && centavos > 0 ? `+${texto}` : texto}
    </span>
  );
}
