import type { PendingQuery, Row } from 'postgres';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import type { Unidad } from '@/lib/producto/rules';
import { jsonDeMilesimas } from '@/lib/quantity';
import { trabajaEn } from './alcance';
import { TransferenciaNoEncontradaError } from './errors';
import { alCosto, iso, type Lector } from './lector';
import { type Causa, CICLO, type EstadoTransferencia } from './rules';
import type { RecepcionDto, TransferenciaDetalleDto, TransferenciaDto } from './schemas-respuestas';

/** A transfer as it is read. */
export type FilaTransferencia = {
  id: number;
  numero: number;
  id_origen: number;
  origen: string;
  id_destino: number;
  destino: string;
  estado: EstadoTransferencia;
  nota: string | null;
  solicitada_en: string;
  solicitante: string | null;
  enviada_en: string | null;
  enviada_por: string | null;
  recibida_en: string | null;
  recibida_por: string | null;
  cancelada_en: string | null;
  cancelada_por: string | null;
  motivo_cancelacion: string | null;
  productos: number;
  valor_enviado: number;
  valor_en_camino: number;
};

/** `select … from transferencia t`; add `where`. */
export function selectTransferencia(sql: Lector): PendingQuery<Row[]> {
  return sql`select t.id, t.numero, t.id_origen, o.nombre as origen, t.id_destino, d.nombre as destino, t.estado, t.nota,
    t.solicitada_en, us.name as solicitante, t.enviada_en, ue.name as enviada_por, t.recibida_en, ur.name as recibida_por,
    t.cancelada_en, uc.name as cancelada_por, t.motivo_cancelacion, l.productos, l.valor_enviado, l.valor_en_camino
    from transferencia t join sucursal o on o.id = t.id_origen join sucursal d on d.id = t.id_destino
      left join usuario us on us.id = t.solicitada_por left join usuario ue on ue.id = t.enviada_por
      left join usuario ur on ur.id = t.recibida_por left join usuario uc on uc.id = t.cancelada_por
      cross join lateral (select count(*) as productos, sum(x.valor_enviado)::bigint as valor_enviado,
        sum(x.valor_enviado - x.valor_recibido - x.valor_perdido)::bigint as valor_en_camino
        from transferencia_linea x where x.id_transferencia = t.id) l`;
}

/** A transfer as clients see it, with what the actor may do of it now. */
export function transferenciaDto(ctx: Context, { numero, ...f }: FilaTransferencia): TransferenciaDto {
  const pasos = CICLO[f.estado];
  const transfiere = puede(ctx, 'inventario:transferir');
  return {
    ...f,
    folio: `T-${numero}`,
    solicitada_en: iso(f.solicitada_en),
    solicitante: f.solicitante ?? 'Sistema',
    enviada_en: iso(f.enviada_en),
    recibida_en: iso(f.recibida_en),
    cancelada_en: iso(f.cancelada_en),
    valor_enviado: alCosto(ctx, f.valor_enviado),
    valor_en_camino: alCosto(ctx, f.valor_en_camino),
    puede_enviar: transfiere && pasos.enviar !== undefined && trabajaEn(ctx, f.id_origen),
    puede_recibir: transfiere && pasos.recibir !== undefined && trabajaEn(ctx, f.id_destino),
    puede_cancelar: transfiere && pasos.cancelar !== undefined,
  };
}

type FilaLinea = {
  id_producto: number;
  nombre: string;
  unidad: Unidad;
  pedida: number;
  enviada: number;
  recibida: number;
  perdida: number;
  valor_enviado: number;
  hay: number;
};
type FilaRecepcion = {
  id: number;
  fecha: string;
  usuario: string | null;
  nota: string | null;
  lineas: { nombre: string; recibida: number; perdida: number; causa: Causa | null; explicacion: string | null }[];
};

/** A transfer with its products and arrivals. Throws TransferenciaNoEncontradaError. */
export async function leerTransferenciaEn(sql: Lector, ctx: Context, id: number): Promise<TransferenciaDetalleDto> {
  const [[fila], lineas, recepciones] = await Promise.all([
    sql<FilaTransferencia[]>`${selectTransferencia(sql)} where t.id = ${id}`,
    sql<
      FilaLinea[]
    >`select l.id_producto, l.nombre, l.unidad, l.pedida, l.enviada, l.recibida, l.perdida, l.valor_enviado,
        coalesce(e.cantidad, 0) as hay
      from transferencia_linea l join transferencia t on t.id = l.id_transferencia
        left join existencia e on e.id_producto = l.id_producto and e.id_sucursal = t.id_origen
      where l.id_transferencia = ${id} order by l.linea`,
    sql<FilaRecepcion[]>`
      select r.id, r.fecha, u.name as usuario, r.nota, coalesce((select jsonb_agg(jsonb_build_object('nombre', l.nombre,
          'recibida', x.recibida, 'perdida', x.perdida, 'causa', x.causa, 'explicacion', x.explicacion) order by l.linea)
        from recepcion_linea x join transferencia_linea l on l.id = x.id_linea where x.id_recepcion = r.id), '[]') as lineas
      from recepcion_transferencia r left join usuario u on u.id = r.id_usuario
      where r.id_transferencia = ${id} order by r.id`,
  ]);
  if (!fila || !(trabajaEn(ctx, fila.id_origen) || trabajaEn(ctx, fila.id_destino)))
    throw new TransferenciaNoEncontradaError();
  const dto = transferenciaDto(ctx, fila);
  return {
    ...dto,
    lineas: lineas.map(({ hay, ...l }) => ({
      ...l,
      pedida: jsonDeMilesimas(l.pedida),
      enviada: jsonDeMilesimas(l.enviada),
      recibida: jsonDeMilesimas(l.recibida),
      perdida: jsonDeMilesimas(l.perdida),
      en_camino: jsonDeMilesimas(l.enviada - l.recibida - l.perdida),
      hay_en_origen: dto.puede_enviar ? jsonDeMilesimas(hay) : null,
      valor_enviado: alCosto(ctx, l.valor_enviado),
    })),
    recepciones: recepciones.map(recepcionDto),
  };
}

function recepcionDto(r: FilaRecepcion): RecepcionDto {
  return {
    ...r,
    fecha: iso(r.fecha),
    usuario: r.usuario ?? 'Sistema',
    lineas: r.lineas.map((l) => ({
      ...l,
      recibida: jsonDeMilesimas(l.recibida),
      perdida: jsonDeMilesimas(l.perdida),
    })),
  };
}
