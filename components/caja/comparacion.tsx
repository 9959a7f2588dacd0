import { Card } from '@/components/ui/card';
import type { CierreDto, ConteoExternoDto } from '@/lib/caja/schemas-cierre';
import { Bolsillos } from './bolsillos';
import { Causas } from './causas';
import { Cifra } from './cifra';
import { ComoSeLlego } from './como-se-llego';
import { Contadas, ConteoEnGrupos } from './conteo-contado';
import { EnlaceCifra } from './enlace-cifra';

const CELDA =
  'border-b border-borde px-1 py-2.5 text-right text-xs first:wrap-anywhere first:text-left first:font-normal sm:px-1.5 sm:text-sm';

/** A sealed count beside what the books say: account by account with the likely causes, pocket by pocket, piece by piece. */
export function Comparacion({ cierre, base }: { cierre: CierreDto; base: string }) {
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
                <EnlaceCifra base={base} nombre="Debía haber" bolsillo="gaveta" valor={sesion.monto_final_teorico} />
              </td>
              <td className={CELDA}>
                <Cifra valor={sesion.monto_final_real} />
              </td>
              <td className={CELDA}>
                {sesion.diferencia === 0 ? (
                  <Cifra valor={0} diferencia />
                ) : (
                  <EnlaceCifra base={base} nombre="Diferencia" concepto="cierre" valor={sesion.diferencia} diferencia />
                )}
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
        <h2 className="mt-6 mb-2 text-[0.9375rem] font-semibold">De dónde sale lo que debía haber</h2>
        <ComoSeLlego base={base} balance={balance} suma="Debía haber" />
      </Card>
      <Card>
        <h2 className="mb-3 text-[0.9375rem] font-semibold">Efectivo por negocio</h2>
        <Bolsillos base={base} bolsillos={balance.bolsillos} grande />
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
