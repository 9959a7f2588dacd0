import { centavosDeJson } from '@/lib/money';
import { selectConteosExternos, selectCuentasExternas } from './externos';
import type { CasoDeCierre, ExternaDeCierre, FilaDeCierre } from './hipotesis-modelo';
import type { Reader } from './read';
import { type ClaseExterna, type Conteo, denominacionDe, type Especialidad } from './rules';
import type { ConteoExternoDto } from './schemas-cierre';
import type { SesionCajaDto } from './schemas-respuestas';

/** A closed session as the causes of its difference read it. `diferencia` in centavos. */
export async function casoDe(sql: Reader, sesion: SesionCajaDto, diferencia: number): Promise<CasoDeCierre> {
  const caja = { idSucursal: sesion.caja.id_sucursal, especialidad: sesion.caja.especialidad };
  const [filas, externas] = await Promise.all([selectFilas(sql, sesion.id), externasDe(sql, sesion.id, caja)]);
  return {
    diferencia,
    apertura: centavos(sesion.diferencia_apertura),
    filas,
    externas,
    conteo: sesion.denominaciones && conteoDe(sesion.denominaciones),
  };
}

/** Entries of the session before its close, but for those that another undid: what was corrected explains nothing more. */
function selectFilas(sql: Reader, idSesion: number): Promise<FilaDeCierre[]> {
  return sql<FilaDeCierre[]>`
    select a.id as "idAsiento", a.fecha, a.tipo_documento as "tipoDocumento", a.bolsillo,
      coalesce(sum(p.importe) filter (where q.id_caja is not null), 0)::bigint as efectivo,
      coalesce(max(abs(p.importe)) filter (where q.id_caja is null), 0)::bigint as monto,
      coalesce(jsonb_agg(jsonb_build_object('idCuenta', q.id, 'importe', p.importe)) filter (where q.externa is not null), '[]')
        as externas, v.recibido, v.vuelto
    from sesion_caja s join asiento a on a.id_sesion_caja = s.id and a.fecha <= s.fecha_cierre
      join partida p on p.id_asiento = a.id join cuenta q on q.id = p.id_cuenta
      left join venta v on a.tipo_documento = 'venta' and v.id = a.id_documento
    where s.id = ${idSesion} and a.tipo_documento not in ('cierre', 'recuento_caja')
      and not exists (select 1 from asiento c where c.corrige_a = a.id)
    group by a.id, v.id order by a.id`;
}

async function externasDe(
  sql: Reader,
  idSesion: number,
  caja: { idSucursal: number; especialidad: Especialidad },
): Promise<ExternaDeCierre[]> {
  const [todas, declaradas] = await Promise.all([
    selectCuentasExternas(sql, caja),
    selectConteosExternos(sql, idSesion),
  ]);
  const porCuenta = new Map(declaradas.map((d) => [d.id_cuenta, d]));
  return todas.map(({ id_cuenta, nombre, clase }) => externa(id_cuenta, nombre, clase, porCuenta.get(id_cuenta)));
}

function externa(
  idCuenta: number,
  nombre: string,
  clase: ClaseExterna,
  d: ConteoExternoDto | undefined,
): ExternaDeCierre {
  const primera = d?.diferencia_nueva === null;
  const diferencia = d ? centavos(primera ? d.diferencia : d.diferencia_nueva) : null;
  // `BCP · saldo de agente` is `BCP` in a sentence.
  return { idCuenta, nombre: nombre.replace(/ · .*$/, ''), clase, diferencia, primera };
}

function conteoDe(denominaciones: Record<string, number>): Conteo {
  return Object.fromEntries(
    Object.entries(denominaciones).flatMap(([clave, piezas]) => {
      const valor = denominacionDe(clave);
      return valor === null ? [] : [[valor, piezas]];
    }),
  );
}

const centavos = (bolivianos: number | null) => (bolivianos === null ? null : centavosDeJson(bolivianos)) ?? 0;
