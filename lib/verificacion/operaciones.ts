import { type ConId, definirRegla, type Regla } from './regla';

/** The envelope: every key that was claimed kept its answer. */
export const REGLAS_OPERACION: readonly Regla[] = [
  definirRegla<ConId & { verbo: string }>(
    'operacion_sin_respuesta',
    'operacion',
    (sql) => sql`select clave::text as id, verbo from operacion where respuesta is null order by fecha, clave`,
    (f) => `La operación ${f.id} (${f.verbo}) quedó sin respuesta guardada.`,
  ),
  definirRegla<ConId & { folio: string; clave: string }>(
    'venta_sin_operacion',
    'venta',
    (sql) => sql`
      select v.id, v.serie || '-' || v.numero as folio, v.clave::text as clave from venta v
      where v.clave is not null and not exists (select 1 from operacion o where o.clave = v.clave) order by v.id`,
    (f) => `El ticket ${f.folio} nombra la operación ${f.clave}, que no existe.`,
  ),
];
