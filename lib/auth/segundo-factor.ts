import { toString as qrSvg } from 'qrcode';
import { sqlClient } from '@/db';
import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { comprobarClave, requireNivelClave } from '@/lib/auth/comprobar';
import { comprobarCodigo, duenoDeSecreto } from '@/lib/auth/comprobar-codigo';
import { CodigoIncorrectoError } from '@/lib/auth/errors';
import { debeTenerSegundoFactor } from '@/lib/auth/gate';
import { SinDatos } from '@/lib/auth/input';
import { requirePermiso } from '@/lib/auth/permisos';
import { auditSecretoFallido, startSecreto } from '@/lib/auth/pin-attempts';
import { DeUsuarioInput } from '@/lib/auth/pin-input';
import { olvidarPrincipal } from '@/lib/auth/principal';
import { renovarCodigos } from '@/lib/auth/recovery-codes';
import { seal, unseal } from '@/lib/auth/seal';
import {
  CambiarSegundoFactorInput,
  type CodigosDto,
  ConfirmarSegundoFactorInput,
  EmpezarSegundoFactorInput,
  type LlavesDto,
  type SecretoDto,
} from '@/lib/auth/segundo-factor-input';
import { requireSubordinado } from '@/lib/auth/subordinado';
import { nuevoSecreto, pasoDeCodigo, uriDeSecreto } from '@/lib/auth/totp';
import type { Context } from '@/lib/context';
import { ConflictoError } from '@/lib/errors';

/** Already on: it is turned off first. */
class SegundoFactorActivoError extends ConflictoError {
  constructor() {
    super('segundo_factor_activo', 'El segundo factor ya está activado.');
  }
}

/** Nothing was begun, or there is nothing to turn off. */
class SinSegundoFactorError extends ConflictoError {
  constructor() {
    super('sin_segundo_factor', 'El segundo factor no está activado.');
  }
}

/** How the caller's own PIN and second factor are. */
export async function leerLlaves(ctx: Context, raw: unknown = {}): Promise<LlavesDto> {
  SinDatos.parse(raw);
  const { idUsuario, nivel } = ctx.actor;
  const [f] = await sqlClient()<
    { pin: boolean; pin_en: string | null; desde: string | null; quedan: number; permisos: never[] }[]
  >`
    select u.pin_hash is not null as pin, u.pin_cambiado_en as pin_en, u.totp_desde as desde, r.permisos,
      (select count(*)::int from codigo_respaldo k where k.id_usuario = u.id and k.usado_en is null) as quedan
    from usuario u join rol r on r.id = u.id_rol where u.id = ${idUsuario}`;
  const iso = (fecha: string | null | undefined) => (fecha ? new Date(fecha).toISOString() : null);
  return {
    pin: { puesto: f?.pin ?? false, cambiado_en: f?.pin ? iso(f.pin_en) : null },
    segundo_factor: {
      activo: Boolean(f?.desde),
      desde: iso(f?.desde),
      codigos_restantes: f?.quedan ?? 0,
      obligatorio: debeTenerSegundoFactor(f?.permisos ?? []),
    },
    nivel,
  };
}

/**
 * Starts the second factor: a new secret, which counts once a code of it is confirmed. Starting again gives another.
 * Throws RequiereClaveError, ClaveIncorrectaError, DemasiadosIntentosError, ConflictoError `segundo_factor_activo`.
 */
export async function empezarSegundoFactor(ctx: Context, raw: unknown): Promise<SecretoDto> {
  const { password } = EmpezarSegundoFactorInput.parse(raw);
  requireNivelClave(ctx);
  await comprobarClave(ctx, password);
  const { idUsuario, email } = ctx.actor;
  const secreto = nuevoSecreto();
  await withTransaction(ctx, async (tx) => {
    const escritas = await tx.sql`
      update usuario set totp_secreto = ${seal(secreto, duenoDeSecreto(idUsuario))}, totp_ultimo_paso = null
      where id = ${idUsuario} and totp_desde is null returning 1`;
    if (escritas.length === 0) throw new SegundoFactorActivoError();
    await anotar(tx, ctx, 'usuario.empezar_segundo_factor', idUsuario);
  });
  const uri = uriDeSecreto(secreto, email);
  const svg = await qrSvg(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return { secreto, uri, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
}

/**
 * Turns the second factor on with the first code of the application, and answers ten recovery codes, once.
 * Throws CodigoIncorrectoError, DemasiadosIntentosError, ConflictoError `segundo_factor_activo`, `sin_segundo_factor`.
 */
export async function confirmarSegundoFactor(ctx: Context, raw: unknown): Promise<CodigosDto> {
  const { codigo } = ConfirmarSegundoFactorInput.parse(raw);
  requireNivelClave(ctx);
  const { idUsuario } = ctx.actor;
  const intento = await startSecreto('codigo', ctx.ip, idUsuario);
  const [fila] = await sqlClient()<{ totp_secreto: string | null; activo: boolean }[]>`
    select totp_secreto, totp_desde is not null as activo from usuario where id = ${idUsuario}`;
  if (fila?.activo) throw new SegundoFactorActivoError();
  const sellado = fila?.totp_secreto ?? '';
  const secreto = unseal(sellado, duenoDeSecreto(idUsuario));
  if (secreto === null) throw new SinSegundoFactorError();
  const paso = pasoDeCodigo(secreto, codigo, ctx.ahora);
  if (paso === null) {
    await Promise.all([intento.failed(), auditSecretoFallido(ctx, 'usuario.codigo_fallido', idUsuario)]);
    throw new CodigoIncorrectoError();
  }
  await intento.passed();
  return withTransaction(ctx, async (tx) => {
    const activadas = await tx.sql`
      update usuario set totp_desde = ${ctx.ahora.toISOString()}::timestamptz, totp_ultimo_paso = ${paso}
      where id = ${idUsuario} and totp_desde is null and totp_secreto = ${sellado} returning 1`;
    if (activadas.length === 0) throw new SegundoFactorActivoError();
    await anotar(tx, ctx, 'usuario.activar_segundo_factor', idUsuario);
    return { codigos: await renovarCodigos(tx, idUsuario) };
  });
}

/** Ten new recovery codes in the place of those that were. Throws as `desactivarSegundoFactor`. */
export async function regenerarCodigos(ctx: Context, raw: unknown): Promise<CodigosDto> {
  await comprobarAmbos(ctx, raw);
  const { idUsuario } = ctx.actor;
  return withTransaction(ctx, async (tx) => {
    await anotar(tx, ctx, 'usuario.renovar_codigos', idUsuario);
    return { codigos: await renovarCodigos(tx, idUsuario) };
  });
}

/**
 * Turns the second factor off, with the password and a code.
 * Throws RequiereClaveError, ClaveIncorrectaError, CodigoIncorrectoError, DemasiadosIntentosError.
 */
export async function desactivarSegundoFactor(ctx: Context, raw: unknown): Promise<{ message: string }> {
  await comprobarAmbos(ctx, raw);
  await withTransaction(ctx, (tx) => apagar(tx, ctx, ctx.actor.idUsuario, 'usuario.desactivar_segundo_factor'));
  return { message: 'Segundo factor desactivado.' };
}

/**
 * Turns off the second factor of somebody who lost their phone and their codes; they activate it again themselves.
 * Throws PermisoError, NoEncontradoError, MasDerechosError.
 */
export async function quitarSegundoFactorDe(ctx: Context, raw: unknown): Promise<{ message: string }> {
  requirePermiso(ctx, 'usuario:editar');
  const { id } = DeUsuarioInput.parse(raw);
  await requireSubordinado(ctx, id);
  await withTransaction(ctx, (tx) => apagar(tx, ctx, id, 'usuario.quitar_segundo_factor'));
  return { message: 'Segundo factor quitado.' };
}

async function comprobarAmbos(ctx: Context, raw: unknown): Promise<void> {
  const { password, codigo } = CambiarSegundoFactorInput.parse(raw);
  requireNivelClave(ctx);
  await comprobarClave(ctx, password);
  const { idUsuario } = ctx.actor;
  const alFallar = () => auditSecretoFallido(ctx, 'usuario.codigo_fallido', idUsuario);
  await comprobarCodigo(ctx, { idUsuario, codigo, alFallar });
}

async function apagar(tx: Tx, ctx: Context, id: number, accion: string): Promise<void> {
  const apagadas = await tx.sql`
    update usuario set totp_desde = null, totp_secreto = null, totp_ultimo_paso = null
    where id = ${id} and totp_secreto is not null returning 1`;
  if (apagadas.length === 0) return;
  await tx.sql`delete from codigo_respaldo where id_usuario = ${id}`;
  await anotar(tx, ctx, accion, id);
}

async function anotar(tx: Tx, ctx: Context, accion: string, id: number): Promise<void> {
  await emitAudit(tx, ctx, { accion, entidad: 'usuario', idEntidad: id });
  tx.afterCommit(() => olvidarPrincipal());
}
