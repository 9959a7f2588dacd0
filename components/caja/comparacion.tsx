import { Monto } from '@/components/shared/monto';
import { Card } from '@/components/ui/card';
import { BOLSILLOS, denominacionDe, nombreDenominacion } from '@/lib/caja/rules';
import type { BalanceDto, SesionCajaDto } from '@/lib/caja/schemas';
import { Cifra } from './cifra';

const CELDA = 'border-b border-borde px-1.5 py-2.5 text-right first:text-left';

/** A sealed count beside what the books say: account by account, pocket by pocket, piece by piece. */
export function Comparacion({ sesion, balance }: { sesion: SesionCajaDto; balance: BalanceDto }) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[1.1fr_1fr]">
      <Card title="Cuenta por cuenta">
        <table className="num w-full border-collapse">
          <thead>
            <tr className="text-xs text-tinta-2">
              {['Cuenta', 'Debía haber', 'Hay', 'Diferencia'].map((titulo) => (
                <th key={titulo} scope="col" className={`${CELDA} font-medium`}>
                  {titulo}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row" className={`${CELDA} font-normal`}>
                Efectivo en gaveta
              </th>
              <td className={CELDA}>
                <Cifra valor={sesion.monto_final_teorico} />
              </td>
              <td className={CELDA}>
                <Cifra valor={sesion.monto_final_real} />
              </td>
              <td className={CELDA}>
                <Cifra valor={sesion.diferencia} diferencia />
              </td>
            </tr>
          </tbody>
        </table>
        <ComoSeLlego balance={balance} />
      </Card>
      <Card>
        <h2 className="mb-3 text-[0.9375rem] font-semibold">Efectivo por negocio</h2>
        <dl className="grid grid-cols-2 gap-2.5">
          {BOLSILLOS.map(([clave, nombre]) => (
            <div key={clave} className="rounded-md border border-borde p-3 last:odd:col-span-2">
              <dt className="text-xs text-tinta-2">{nombre}</dt>
              <dd className="text-xl font-bold tracking-tight">
                <Cifra valor={balance.bolsillos[clave]} />
              </dd>
            </div>
          ))}
        </dl>
        {sesion.denominaciones && <Contadas sesion={sesion} />}
      </Card>
    </div>
  );
}

/** How the expected cash came to be; lines at zero say nothing. */
function ComoSeLlego({ balance: b }: { balance: BalanceDto }) {
  const lineas: [string, number | null][] = [
    ['Se abrió con', b.monto_inicial],
    ['Ventas en efectivo', b.ventas.efectivo],
    ['Ingresos', b.ingresos],
    ['Egresos', b.egresos && -b.egresos],
    ['Compras', b.compras && -b.compras],
    ['Agente bancario', b.agentes.neto],
    ['Recargas', b.recargas],
    ['Fiado cobrado', b.fiado],
    ['Otros', b.otros],
  ];
  return (
    <>
      <h2 className="mt-6 mb-2 text-[0.9375rem] font-semibold">De dónde sale lo que debía haber</h2>
      <dl className="num grid grid-cols-[1fr_auto] gap-y-1.5">
        {lineas
          .filter(([, valor]) => valor !== 0)
          .map(([nombre, valor]) => (
            <div key={nombre} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-tinta-2">{nombre}</dt>
              <dd className="text-right">
                <Cifra valor={valor} />
              </dd>
            </div>
          ))}
        <div className="col-span-2 grid grid-cols-subgrid border-t border-borde pt-2 font-semibold">
          <dt>Debía haber</dt>
          <dd className="text-right">
            <Cifra valor={b.monto_final_teorico} />
          </dd>
        </div>
      </dl>
      {(b.ventas.qr !== 0 || b.ventas.transferencia !== 0) && (
        <p className="num mt-3 text-xs text-tinta-2">
          Fuera de la gaveta: QR <Cifra valor={b.ventas.qr} /> · transferencias <Cifra valor={b.ventas.transferencia} />
        </p>
      )}
    </>
  );
}

/** The pieces counted, largest first, with what each kind added up to. */
export function Contadas({ sesion }: { sesion: SesionCajaDto }) {
  const filas = Object.entries(sesion.denominaciones ?? {})
    .flatMap(([clave, piezas]) => {
      const valor = denominacionDe(clave);
      return valor && piezas > 0 ? [{ valor, piezas }] : [];
    })
    .sort((a, b) => b.valor - a.valor);
  return (
    <>
      <h2 className="mt-6 mb-2 text-[0.9375rem] font-semibold">Conteo</h2>
      <dl className="num grid grid-cols-[auto_1fr_auto] gap-x-4 gap-y-1.5">
        {filas.map(({ valor, piezas }) => (
          <div key={valor} className="col-span-3 grid grid-cols-subgrid">
            <dt>
              {valor >= 1000 ? 'Billetes' : 'Monedas'} de {nombreDenominacion(valor)}
            </dt>
            <dd className="text-tinta-2">× {piezas}</dd>
            <dd className="text-right">
              <Monto centavos={valor * piezas} />
            </dd>
          </div>
        ))}
        <div className="col-span-3 grid grid-cols-subgrid border-t border-borde pt-2 font-semibold">
          <dt className="col-span-2">Contado</dt>
          <dd className="text-right">
            <Cifra valor={sesion.monto_final_real} />
          </dd>
        </div>
      </dl>
    </>
  );
}
