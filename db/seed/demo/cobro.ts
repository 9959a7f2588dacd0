import { cuadrarPagos, efectivoACobrar, type Pago, sumaDe } from '@/lib/venta/rules';
import type { Cobro } from './actos';
import type { Azar } from './azar';

const BILLETES = [500, 1000, 2000, 5000, 10_000, 20_000];

/** How a customer pays `total` centavos: mostly cash, one in four by QR, now and then both. */
export function pagar(azar: Azar, total: number): Cobro {
  const modo = azar.pesado(['EFECTIVO', 'QR', 'MIXTO', 'TRANSFERENCIA'] as const, (m) => PESOS[m]);
  if (modo === 'QR' || modo === 'TRANSFERENCIA') {
    return { pagos: [{ metodo: modo, monto: total, referencia: referencia(azar) }], recibido: null, efectivo: 0 };
  }
  const porQr = modo === 'MIXTO' && total >= 3000 ? azar.entero(1, Math.floor(total / 1000) - 1) * 1000 : 0;
  const pedidos: Pago[] = [{ metodo: 'EFECTIVO', monto: efectivoACobrar(total - porQr, true), referencia: null }];
  if (porQr > 0) pedidos.push({ metodo: 'QR', monto: porQr, referencia: referencia(azar) });
  const cuadrado = cuadrarPagos(total, pedidos, true);
  if (!cuadrado) throw new Error(`the legs of a demo ticket do not pay ${total}`);
  const efectivo = sumaDe(cuadrado.pagos, 'EFECTIVO');
  return { pagos: pedidos, recibido: azar.suerte(0.85) ? entregado(azar, efectivo) : null, efectivo };
}

const PESOS = { EFECTIVO: 68, QR: 24, MIXTO: 5, TRANSFERENCIA: 3 };

/** What the customer hands over: the exact amount, or the notes that cover it. */
function entregado(azar: Azar, efectivo: number): number {
  const posibles = BILLETES.map((b) => Math.ceil(efectivo / b) * b).filter((monto) => monto < efectivo + 20_000);
  return azar.suerte(0.25) ? efectivo : azar.elegir(posibles);
}

function referencia(azar: Azar): string {
  return String(azar.entero(10_000_000, 99_999_999));
}
