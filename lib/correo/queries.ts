import { withTransaction } from '@/db/transaction';
import { encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { emitAudit } from '@/lib/audit';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { esDireccion } from '@/lib/mail/direccion';
import { haySmtp } from '@/lib/mail/hay-smtp';
import { NOMBRES_DE_PLANTILLAS, PLANTILLAS, type Plantilla } from '@/lib/mail/plantillas';
import { RECIBE_CIERRE } from '@/lib/mail/preferencias';
import { renderizar } from '@/lib/mail/render';
import { nombreDeLaTienda } from '@/lib/mail/tienda';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { CorreoNoEncontradoError } from './errors';
import { MUESTRAS } from './muestras';
import {
  columnasDeCorreo,
  correoDto,
  estadoAl,
  type FilaConCuerpo,
  type FilaCorreo,
  lectorDe,
  sucursalVisible,
} from './read';
import {
  type CorreoDetalleDto,
  type CorreoDto,
  CorreoInput,
  type CorreoOculto,
  type EstadoDelCorreoDto,
  ListarCorreosQuery,
  type MuestraDto,
} from './schemas';
import { puedeLeerSecreto } from './secreto';

const PAGINA = 50;

/** The outbox of the branch (of all with `sucursal:todas`), newest first, without bodies. Throws PermisoError, CursorAjenoError. */
export async function listarCorreos(ctx: Context, raw: unknown = {}): Promise<Page<CorreoDto>> {
  requirePermiso(ctx, 'correo:ver');
  const q = ListarCorreosQuery.parse(raw);
  const limite = q.limite ?? PAGINA;
  const antesDe = idDelCursor(q.cursor);
  const sql = lectorDe(ctx);
  const estado = estadoAl(sql, ctx.ahora);
  const donde = sql`${sucursalVisible(sql, ctx)}
    ${q.estado ? sql`and ${estado} = ${q.estado}` : sql``}
    ${q.plantilla ? sql`and c.plantilla = ${q.plantilla}` : sql``}
    ${q.desde ? sql`and c.creado_en >= ${inicioDelDia(q.desde).toISOString()}::timestamptz` : sql``}
    ${q.hasta ? sql`and c.creado_en < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql``}
    ${q.buscar ? sql`and strpos(lower(c.para || ' ' || c.asunto), lower(${q.buscar})) > 0` : sql``}`;
  const [filas, total] = await Promise.all([
    sql<FilaCorreo[]>`
      select ${columnasDeCorreo(sql, ctx.ahora)} from correo c
      where ${donde} ${antesDe === null ? sql`` : sql`and c.id < ${antesDe}`} order by c.id desc limit ${limite + 1}`,
    antesDe === null ? sql<{ n: number }[]>`select count(*)::int as n from correo c where ${donde}` : null,
  ]);
  const pagina = filas.slice(0, limite);
  const ultima = filas.length > limite ? pagina.at(-1) : undefined;
  return new Page(pagina.map(correoDto), {
    nextCursor: ultima ? encodeCursor([ultima.id]) : null,
    total: total?.[0]?.n ?? null,
  });
}

/**
 * One mail with what it says. A secret is shown to who may change that person's password, and that it was read stays in
 * the trail; others learn that it is one. Throws PermisoError, CorreoNoEncontradoError.
 */
export async function leerCorreo(ctx: Context, raw: unknown): Promise<CorreoDetalleDto> {
  requirePermiso(ctx, 'correo:ver');
  const { id } = CorreoInput.parse(raw);
  const sql = lectorDe(ctx);
  const [fila] = await sql<FilaConCuerpo[]>`
    select ${columnasDeCorreo(sql, ctx.ahora)}, c.datos, c.html, c.texto from correo c
    where c.id = ${id} and ${sucursalVisible(sql, ctx)}`;
  if (!fila) throw new CorreoNoEncontradoError();
  const correo = correoDto(fila);
  const dice = fila.html !== null || fila.datos !== null;
  const puede_reintentar = correo.estado === 'FALLIDO' && dice && esDireccion(fila.para);
  const oculto = await porQueOculto(ctx, fila);
  if (oculto) return { ...correo, html: null, texto: null, oculto, puede_reintentar };
  if (fila.secreto) await anotarLectura(ctx, id);
  return { ...correo, ...(await cuerpoDe(fila)), oculto, puede_reintentar };
}

async function porQueOculto(ctx: Context, fila: FilaConCuerpo): Promise<CorreoOculto | null> {
  const borrado = (fila.html === null && fila.datos === null) || (fila.secreto && fila.estado === 'VENCIDO');
  if (borrado) return 'borrado';
  return fila.secreto && !(await puedeLeerSecreto(ctx, fila.id_usuario)) ? 'secreto' : null;
}

/** A mail that no worker rendered yet is rendered here, and not kept. */
async function cuerpoDe(fila: FilaConCuerpo): Promise<{ html: string | null; texto: string | null }> {
  if (fila.html !== null || fila.datos === null) return { html: fila.html, texto: fila.texto };
  return renderizar(fila.plantilla, fila.datos, await nombreDeLaTienda());
}

async function anotarLectura(ctx: Context, id: number): Promise<void> {
  await withTransaction(ctx, (tx) =>
    emitAudit(tx, ctx, { accion: 'correo.leer_secreto', entidad: 'correo', idEntidad: id }),
  );
}

/** Every template with made-up facts, as it would arrive. Throws PermisoError. */
export async function muestrasDeCorreo(ctx: Context): Promise<MuestraDto[]> {
  requirePermiso(ctx, 'correo:ver');
  const tienda = await nombreDeLaTienda();
  return Promise.all(NOMBRES_DE_PLANTILLAS.map((plantilla) => muestra(plantilla, tienda)));
}

async function muestra<P extends Plantilla>(plantilla: P, tienda: string): Promise<MuestraDto> {
  const datos = MUESTRAS[plantilla];
  const { nombre, secreto, asunto } = PLANTILLAS[plantilla];
  return { plantilla, nombre, secreto, asunto: asunto(datos), ...(await renderizar(plantilla, datos, tienda)) };
}

/**
 * Whether mail goes out at all, and whether the actor gets the closes of the cajas: null when their rights do not show
 * those figures anyway. Throws PermisoError.
 */
export async function estadoDelCorreo(ctx: Context): Promise<EstadoDelCorreoDto> {
  requirePermiso(ctx, 'correo:ver');
  if (!puede(ctx, 'caja:ver_esperado')) return { hay_smtp: haySmtp(), recibe_cierre: null };
  const sql = lectorDe(ctx);
  const [fila] = await sql<{ recibe: boolean }[]>`
    select ${sql.unsafe(RECIBE_CIERRE)} as recibe from usuario u where u.id = ${ctx.actor.idUsuario}`;
  return { hay_smtp: haySmtp(), recibe_cierre: fila?.recibe ?? false };
}
