import { fraseCierre, NOMBRE_DE_BOLSILLO } from '@/lib/caja/rules';
import type { CierreDto } from '@/lib/caja/schemas-cierre';
import type { BalanceDto } from '@/lib/caja/schemas-respuestas';
import { centavosDeJson } from '@/lib/money';
import { formatFechaPapel } from '@/lib/time';
import { Cifra } from './cifra';
import { Contadas } from './conteo-contado';

/** The close on paper, with the lines to sign: the print of an A4 sheet or of an 80 mm roll, by `data-papel` of the page. Only shows when printing. */
export function ArqueoImpreso({ cierre }: { cierre: CierreDto }) {
  const { sesion, balance, externas, recuentos } = cierre;
  const diferencia = centavosDeJson(sesion.diferencia ?? 0) ?? 0;
  const aparte = externas.map((e) => ({ nombre: e.nombre, diferencia: centavosDeJson(e.diferencia_nueva ?? 0) }));
  return (
    <article className="arqueo hidden print:block">
      <h1 className="text-xl font-bold">Arqueo de {sesion.caja.nombre}</h1>
      <p>
        {sesion.caja.sucursal} · {sesion.cajero} · sesión {sesion.id}
      </p>
      <p className="num">
        Apertura {formatFechaPapel(sesion.fecha_apertura)} · Cierre{' '}
        {sesion.fecha_cierre && formatFechaPapel(sesion.fecha_cierre)}
      </p>
      <p className="mt-2 text-base font-semibold">{fraseCierre(diferencia, aparte)}</p>
      <Lineas lineas={lineasDe(cierre, balance)} />
      {externas.length > 0 && (
        <>
          <h2 className="mt-4 mb-1 font-semibold">Saldos de las apps</h2>
          <dl className="num grid grid-cols-[1fr_auto] gap-y-1">
            {externas.map((e) => (
              <div key={e.id_cuenta} className="col-span-2 grid grid-cols-subgrid">
                <dt>{e.nombre}</dt>
                <dd className="text-right">
                  <Cifra valor={e.saldo_app} /> (<Cifra valor={e.diferencia_nueva ?? e.diferencia} />)
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h2 className="mt-4 mb-1 font-semibold">Efectivo por negocio</h2>
      <Lineas
        lineas={Object.entries(NOMBRE_DE_BOLSILLO).map(([clave, nombre]) => [
          nombre,
          balance.bolsillos[clave as keyof BalanceDto['bolsillos']],
        ])}
      />
      {sesion.denominaciones && (
        <>
          <h2 className="mt-4 mb-1 font-semibold">Conteo</h2>
          <Contadas denominaciones={sesion.denominaciones} total={sesion.monto_final_real} />
        </>
      )}
      {recuentos.map((r) => (
        <p key={r.id} className="num mt-2">
          Recuento {formatFechaPapel(r.fecha)}: <Cifra valor={r.monto} bs /> · {r.motivo} · {r.usuario}
        </p>
      ))}
      <div className="firmas mt-20 grid grid-cols-2 gap-12 text-center">
        <p className="border-t border-tinta pt-1">Entregué: {sesion.cajero}</p>
        <p className="border-t border-tinta pt-1">Recibí conforme</p>
      </div>
    </article>
  );
}

/** The figures of the paper, in its order. */
function lineasDe({ sesion }: CierreDto, b: BalanceDto): [string, number | null][] {
  const lineas: [string, number | null][] = [
    ['Monto inicial', b.monto_inicial],
    ['Ventas en efectivo', b.ventas.efectivo],
    ['Ingresos', b.ingresos],
    ['Egresos', b.egresos && -b.egresos],
    ['Traspasos', b.traspasos],
    ['Compras pagadas con caja', b.compras && -b.compras],
    ['Agente bancario, neto', b.agentes.neto],
    ['Recargas', b.recargas],
    ['Fiado cobrado', b.fiado],
    ['Otros', b.otros],
    ['Debía haber en la gaveta', sesion.monto_final_teorico],
    ['Contado', sesion.monto_final_real],
    ['Diferencia', sesion.diferencia],
    ['Por QR (fuera de la gaveta)', b.ventas.qr],
    ['Por transferencia (fuera de la gaveta)', b.ventas.transferencia],
  ];
  const siempre = new Set(['Monto inicial', 'Debía haber en la gaveta', 'Contado', 'Diferencia']);
  return lineas.filter(([nombre, valor]) => valor !== 0 || siempre.has(nombre));
}

function Lineas({ lineas }: { lineas: [string, number | null][] }) {
  return (
    <dl className="num mt-3 grid grid-cols-[1fr_auto] gap-y-1">
      {lineas.map(([nombre, valor]) => (
        <div key={nombre} className="col-span-2 grid grid-cols-subgrid">
          <dt>{nombre}</dt>
          <dd className="text-right">
            <Cifra valor={valor} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
