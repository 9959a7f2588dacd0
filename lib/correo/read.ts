import type postgres from 'postgres';
import { sqlClient } from '@/db';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { type DatosDePlantilla, PLANTILLAS, type Plantilla } from '@/lib/mail/plantillas';
import type { CorreoDto, EstadoDeCorreo } from './schemas';

type Lector = postgres.ISql<{ bigint: number }>;

/** The caller's transaction when there is one, else the pool. */
export function lectorDe(ctx: Context): Lector {
  return ctx.tx?.sql ?? sqlClient();
}

/** A row of the outbox as it is stored; `estado` already says VENCIDO of what nobody swept yet. */
export type FilaCorreo = {
  id: number;
  id_sucursal: number;
  para: string;
  id_usuario: number | null;
  plantilla: Plantilla;
  asunto: string;
  secreto: boolean;
  estado: EstadoDeCorreo;
  intentos: number;
  ultimo_error: string | null;
  creado_en: string;
  vence_en: string | null;
  enviado_en: string | null;
};

/** What a mail says, as it is stored. */
export type FilaConCuerpo = FilaCorreo & {
  datos: DatosDePlantilla[Plantilla] | null;
  html: string | null;
  texto: string | null;
};

/** The state at an instant: time passes before the worker looks. */
export function estadoAl(sql: Lector, ahora: Date) {
  return sql`case when c.estado in ('PENDIENTE', 'FALLIDO') and c.vence_en <= ${ahora.toISOString()}::timestamptz
    then 'VENCIDO' else c.estado end`;
}

/** The columns of a `FilaCorreo`, over `correo c`. */
export function columnasDeCorreo(sql: Lector, ahora: Date) {
  return sql`c.id, c.id_sucursal, c.para, c.id_usuario, c.plantilla, c.asunto, c.secreto, ${estadoAl(sql, ahora)} as estado,
    c.intentos, c.ultimo_error, c.creado_en, c.vence_en, c.enviado_en`;
}

/** The condition over `c` that keeps other branches out. */
export function sucursalVisible(sql: Lector, ctx: Context) {
  return puede(ctx, 'sucursal:todas') ? sql`true` : sql`c.id_sucursal = ${ctx.idSucursal}`;
}

/** A mail as clients see it. */
export function correoDto(f: FilaCorreo): CorreoDto {
  return {
    id: f.id,
    id_sucursal: f.id_sucursal,
    para: f.para,
    id_usuario: f.id_usuario,
    plantilla: f.plantilla,
    tipo: PLANTILLAS[f.plantilla]?.nombre ?? f.plantilla,
    asunto: f.asunto,
    secreto: f.secreto,
    estado: f.estado,
    intentos: f.intentos,
    ultimo_error: f.ultimo_error,
    creado_en: iso(f.creado_en),
    vence_en: f.vence_en && iso(f.vence_en),
    enviado_en: f.enviado_en && iso(f.enviado_en),
  };
}

const iso = (instante: string) => new Date(instante).toISOString();
