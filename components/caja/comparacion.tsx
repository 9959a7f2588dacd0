import type { Route } from 'next';
import Link from 'next/link';
import { Card } from '@/components/ui/card';
import { BOLSILLOS } from '@/lib/caja/rules';
import type { CierreDto, ConteoExternoDto } from '@/lib/caja/schemas-cierre';
import type { BalanceDto } from '@/lib/caja/schemas-respuestas';
import { Causas } from './causas';
import { Cifra } from './cifra';
import { Contadas, ConteoEnGrupos } from './conteo-contado';

const CELDA = 'border-b border-borde px-1.5 py-2.5 text-right first:text-left first:font-normal';

/** A sealed count beside what the books say: account by account with the likely causes, pocket by pocket, piece by piece. */
export function Comparacion({ cierre }: { cierre: CierreDto }) {
  const { sesion, balance, externas } = cierre;
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
              <th scope="row" className={CELDA}>
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
            {externas.map((e) => (
              <Externa key={e.id_cuenta} externa={e} />
            ))}
          </tbody>
        </table>
        {externas.length === 0 && (
          <p className="mt-3 text-xs text-tinta-2">No se declararon los saldos de las apps en este cierre.</p>
        )}
        <Causas
          idSesion={sesion.id}
          hipotesis={cierre.hipotesis}
          anotadas={cierre.tareas.filter((t) => t.estado === 'PENDIENTE').map((t) => t.resumen)}
        />
        <ComoSeLlego idSesion={sesion.id} balance={balance} />
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
        <h2 className="mt-6 mb-1 text-[0.9375rem] font-semibold">Conteo</h2>
        {sesion.denominaciones ? (
          <>
            <ConteoEnGrupos denominaciones={sesion.denominaciones} total={sesion.monto_final_real} />
            <details>
              <summary className="inline-flex min-h-11 items-center text-tinta-2 underline underline-offset-4">
                Pieza por pieza
              </summary>
              <Contadas denominaciones={sesion.denominaciones} total={sesion.monto_final_real} />
            </details>
          </>
        ) : (
          <p className="text-tinta-2">
            Se contó solo el total: <Cifra valor={sesion.monto_final_real} bs />
          </p>
        )}
      </Card>
    </div>
  );
}

function Externa({ externa: e }: { externa: ConteoExternoDto }) {
  const deAntes = e.diferencia_previa !== null && e.diferencia_previa !== 0;
  return (
    <tr>
      <th scope="row" className={CELDA}>
        {e.nombre}
        {e.diferencia_nueva === null && (
          <span className="block text-xs text-tinta-2">Primera vez: desde aquí se compara</span>
        )}
        {deAntes && (
          <span className="block text-xs text-tinta-2">
            De antes <Cifra valor={e.diferencia_previa} />
          </span>
        )}
      </th>
      <td className={CELDA}>
        <Cifra valor={e.saldo_libro} />
      </td>
      <td className={CELDA}>
        <Cifra valor={e.saldo_app} />
      </td>
      <td className={CELDA}>
        {e.diferencia_nueva === null ? (
          <Cifra valor={e.diferencia} className="text-tinta-2" />
        ) : (
          <Cifra valor={e.diferencia_nueva} diferencia />
        )}
      </td>
    </tr>
  );
}

/** How the expected cash came to be, each line the way to its rows; lines at zero say nothing. */
function ComoSeLlego({ idSesion, balance: b }: { idSesion: number; balance: BalanceDto }) {
  const lineas: [string, number | null, string?][] = [
    ['Se abrió con', b.monto_inicial],
    ['Ventas en efectivo', b.ventas.efectivo, 'ventas_efectivo'],
    ['Ingresos', b.ingresos, 'ingresos'],
    ['Egresos', b.egresos && -b.egresos, 'egresos'],
    ['Traspasos', b.traspasos, 'traspasos'],
    ['Compras', b.compras && -b.compras, 'compras'],
    ['Agente bancario', b.agentes.neto, 'agentes'],
    ['Recargas', b.recargas, 'recargas'],
    ['Fiado cobrado', b.fiado, 'fiado'],
    ['Otros', b.otros, 'otros'],
  ];
  return (
    <>
      <h2 className="mt-6 mb-2 text-[0.9375rem] font-semibold">De dónde sale lo que debía haber</h2>
      <dl className="num grid grid-cols-[1fr_auto] gap-y-1.5">
        {lineas
          .filter(([, valor]) => valor !== 0)
          .map(([nombre, valor, ver]) => (
            <div key={nombre} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-tinta-2">{nombre}</dt>
              <dd className="text-right">
                {ver ? (
                  <Link
                    href={`/cajas/sesion/${idSesion}?ver=${ver}` as Route}
                    className="underline decoration-borde-fuerte underline-offset-4 hover:decoration-tinta"
                    aria-label={`Ver las filas de ${nombre}`}
                  >
                    <Cifra valor={valor} />
                  </Link>
                ) : (
                  <Cifra valor={valor} />
                )}
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
