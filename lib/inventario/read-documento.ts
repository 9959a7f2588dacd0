import type { PendingQuery, Row } from 'postgres';
import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import { aprobacionesDto, aprobacionesJson } from '@/lib/aprobacion/steps';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { type ConceptoEntrada, folioDe, type TipoDocumento } from '@/lib/kardex/rules';
import { mulDiv } from '@/lib/money';
import type { Unidad } from '@/lib/producto/rules';
import { jsonDeMilesimas } from '@/lib/quantity';
import { trabajaEn } from './alcance';
import { DocumentoNoEncontradoError } from './errors';
import { alCosto, iso, type Lector } from './lector';
import { permisoDeAnular, seAnula } from './rules';
import type { DocumentoCitado, DocumentoStockDetalleDto, DocumentoStockDto } from './schemas-respuestas';

/** A stock document as it is read. */
export type FilaDocumento = {
  id: number;
  serie: string;
  numero: number;
  tipo: TipoDocumento;
  id_sucursal: number;
  sucursal: string;
  fecha: string;
  concepto: ConceptoEntrada | null;
  motivo: string;
  proveedor: string | null;
  valor: number;
  productos: number;
  id_usuario: number;
  usuario: string | null;
  tipo_origen: string | null;
  id_origen: number | null;
  anulado_por: DocumentoCitado | null;
};

/** `select … from documento_stock d`; add `where`. */
export function selectDocumento(sql: Lector): PendingQuery<Row[]> {
  return sql`select d.id, d.serie, d.numero, d.tipo, d.id_sucursal, s.nombre as sucursal, d.fecha, d.concepto, d.motivo,
    d.proveedor, d.valor, (select count(*) from detalle_documento_stock x where x.id_documento = d.id) as productos,
    d.id_usuario, u.name as usuario, d.tipo_origen, d.id_origen,
    (select jsonb_build_object('id', a.id, 'folio', a.serie || '-' || a.numero) from documento_stock a
      where a.tipo = 'ANULACION' and a.id_origen = d.id) as anulado_por
    from documento_stock d join sucursal s on s.id = d.id_sucursal left join usuario u on u.id = d.id_usuario`;
}

/** A stock document as clients see it. */
export function documentoDto(ctx: Context, { serie, numero, ...f }: FilaDocumento): DocumentoStockDto {
  return {
    ...f,
    folio: folioDe({ serie, numero }),
    fecha: iso(f.fecha),
    valor: alCosto(ctx, f.valor),
    usuario: f.usuario ?? 'Sistema',
  };
}

type FilaLinea = {
  linea: number;
  id_producto: number;
  nombre: string;
  unidad: Unidad;
  cantidad: number;
  valor: number;
};

/** A document with its lines and approvals. Throws DocumentoNoEncontradoError, also for a branch that the actor does not see. */
export async function leerDocumentoEn(sql: Lector, ctx: Context, id: number): Promise<DocumentoStockDetalleDto> {
  const [[fila], lineas, [aprobado], [citado]] = await Promise.all([
    sql<FilaDocumento[]>`${selectDocumento(sql)} where d.id = ${id}`,
    sql<FilaLinea[]>`select linea, id_producto, nombre, unidad, cantidad, valor from detalle_documento_stock
      where id_documento = ${id} order by linea`,
    sql<{ lista: AprobacionDeDocumento[] }[]>`
      select ${sql.unsafe(aprobacionesJson('documento_stock', String(id)))} as lista`,
    sql<DocumentoCitado[]>`
      select o.id, o.serie || '-' || o.numero as folio from documento_stock a join documento_stock o on o.id = a.id_origen
      where a.id = ${id} and a.tipo = 'ANULACION'`,
  ]);
  if (!fila || !trabajaEn(ctx, fila.id_sucursal)) throw new DocumentoNoEncontradoError();
  return {
    ...documentoDto(ctx, fila),
    anula_a: citado ?? null,
    puede_anular: fila.anulado_por === null && seAnula(fila.tipo) && puede(ctx, permisoDeAnular(fila.tipo)),
    lineas: lineas.map((l) => ({
      ...l,
      cantidad: jsonDeMilesimas(l.cantidad),
      costo_unitario: alCosto(ctx, mulDiv(Math.abs(l.valor), 1000, Math.abs(l.cantidad))),
      valor: alCosto(ctx, l.valor),
    })),
    aprobaciones: aprobacionesDto(aprobado?.lista ?? []),
  };
}
