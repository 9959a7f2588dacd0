import { formatMonto } from '@/lib/money';
import { METODOS_PAGO, NOMBRE_METODO } from '@/lib/venta/rules';
import type { VentaDto } from '@/lib/venta/schemas';
import { centavos, cobradoDe } from './venta-dto';

type SumaVentasProps = {
  ventas: readonly VentaDto[];
  /** There are more tickets than these. */
  hayMas: boolean;
};

/** What the tickets on screen add up to, and nothing else: voided ones are counted apart and not summed. */
export function SumaVentas({ ventas, hayMas }: SumaVentasProps) {
  const vigentes = ventas.filter((v) => v.estado_venta !== 'ANULADA');
  const anuladas = ventas.length - vigentes.length;
  const cobrado = vigentes.reduce((suma, v) => suma + cobradoDe(v), 0);
  const porMetodo = METODOS_PAGO.map((metodo) => ({
    metodo,
    monto: vigentes
      .flatMap((v) => v.pagos)
      .reduce((suma, p) => (p.metodo === metodo ? suma + centavos(p.monto) : suma), 0),
  })).filter(({ monto }) => monto !== 0);
  return (
    <div className="num flex flex-wrap items-end justify-between gap-x-8 gap-y-2 border-b border-borde px-4 py-3.5 sm:px-5">
      <p>
        <span className="block text-xs text-tinta-2">
          {hayMas ? `Cobrado en los ${ventas.length} tickets en pantalla` : 'Cobrado'}
        </span>
        <span className="text-xl font-bold tracking-tight">
          <span className="mr-1 text-sm font-medium text-tinta-2">Bs</span>
          {formatMonto(cobrado)}
        </span>
      </p>
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-tinta-2">
        {porMetodo.length > 1 &&
          porMetodo.map(({ metodo, monto }) => (
            <span key={metodo}>
              {NOMBRE_METODO[metodo]} <strong className="font-semibold text-tinta">{formatMonto(monto)}</strong>
            </span>
          ))}
        <span>
          {vigentes.length} {vigentes.length === 1 ? 'ticket' : 'tickets'}
          {anuladas > 0 && `, ${anuladas} ${anuladas === 1 ? 'anulado que no suma' : 'anulados que no suman'}`}
        </span>
      </p>
    </div>
  );
}
