import { Monto } from '@/components/shared/monto';
import { centavosDeJson } from '@/lib/money';

type CifraProps = {
  /** Bolivianos as the wire has them; `null` when these rights do not see the figure. */
  valor: number | null;
  bs?: boolean;
  diferencia?: boolean;
  className?: string;
};

/** An amount of an answer as ink, or a dash where it is blind. */
export function Cifra({ valor, ...rest }: CifraProps) {
  if (valor !== null) return <Monto centavos={centavosDeJson(valor) ?? 0} {...rest} />;
  return (
    <span className="text-tinta-3">
      <span aria-hidden="true">—</span>
      <span className="sr-only">No visible</span>
    </span>
  );
}
