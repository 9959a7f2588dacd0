import { fraseDiferencia } from '@/lib/caja/rules';
import type { BalanceDto, SesionCajaDto } from '@/lib/caja/schemas';
import { centavosDeJson } from '@/lib/money';
import { formatFechaPapel } from '@/lib/time';
import { Cifra } from './cifra';
import { Contadas } from './comparacion';

/** The close on paper, with the lines to sign. Only shows when printing. */
export function ArqueoImpreso({ sesion, balance: b }: { sesion: SesionCajaDto; balance: BalanceDto }) {
  const lineas: [string, number | null][] = [
    ['Monto inicial', b.monto_inicial],
    ['Ventas en efectivo', b.ventas.efectivo],
    ['Ingresos', b.ingresos],
    ['Egresos', b.egresos],
    ['Compras pagadas con caja', b.compras],
    ['Agente bancario, neto', b.agentes.neto],
    ['Recargas', b.recargas],
    ['Fiado cobrado', b.fiado],
    ['Ventas por QR (fuera de la gaveta)', b.ventas.qr],
    ['Ventas por transferencia (fuera de la gaveta)', b.ventas.transferencia],
    ['Debía haber en la gaveta', sesion.monto_final_teorico],
    ['Contado', sesion.monto_final_real],
    ['Diferencia', sesion.diferencia],
  ];
  return (
    <article className="hidden print:block">
      <h1 className="text-xl font-bold">Arqueo de {sesion.caja.nombre}</h1>
      <p>
        {sesion.caja.sucursal} · {sesion.cajero} · sesión {sesion.id}
      </p>
      <p className="num">
        Apertura {formatFechaPapel(sesion.fecha_apertura)} · Cierre{' '}
        {sesion.fecha_cierre && formatFechaPapel(sesion.fecha_cierre)}
      </p>
      <p className="mt-2 text-base font-semibold">{fraseDiferencia(centavosDeJson(sesion.diferencia ?? 0) ?? 0)}</p>
      <dl className="num mt-3 grid max-w-md grid-cols-[1fr_auto] gap-y-1">
        {lineas.map(([nombre, valor]) => (
          <div key={nombre} className="col-span-2 grid grid-cols-subgrid">
            <dt>{nombre}</dt>
            <dd className="text-right">
              <Cifra valor={valor} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="max-w-md">{sesion.denominaciones && <Contadas sesion={sesion} />}</div>
      <div className="mt-20 grid max-w-xl grid-cols-2 gap-12 text-center">
        <p className="border-t border-tinta pt-1">{sesion.cajero}</p>
        <p className="border-t border-tinta pt-1">Recibí conforme</p>
      </div>
    </article>
  );
}
