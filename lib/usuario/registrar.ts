import type { z } from 'zod';
import { persona, usuario } from '@/db/schema/usuario';
import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { hashPassword } from '@/lib/auth/password';
import { requirePermiso } from '@/lib/auth/permisos';
import { USUARIO_SISTEMA } from '@/lib/auth/system-context';
import type { Context } from '@/lib/context';
import { enlaceA } from '@/lib/mail/enlace';
import { enviarCorreo } from '@/lib/mail/enviar-correo';
import { requireRolOtorgable } from '@/lib/rol/steps';
import { CorreoRepetidoError } from './errors';
import { ponerSucursales, requireSucursales } from './otorgar';
import { leerEscrito } from './read';
import { RegistrarUsuarioInput, type UsuarioDto } from './schemas';

/** The role of whom nobody gave one: the counter. */
const ROL_POR_DEFECTO = 2;

type Input = z.output<typeof RegistrarUsuarioInput>;

/**
 * Creates a persona and its usuario in one act. Without `id_role` they work at the counter; without `id_sucursal`, in
 * the branch of the request. The mail is unique, whatever its case. Whoever registers knows the password, so that the first
 * entry asks for another, and a mail says that they can sign in; not so of the people with whom a shop begins.
 * Throws PermisoError, RolMayorError, SucursalAjenaError, NoEncontradoError (role, branch), CorreoRepetidoError.
 */
export async function registrarUsuario(ctx: Context, raw: unknown): Promise<UsuarioDto> {
  requirePermiso(ctx, 'usuario:crear');
  const input = RegistrarUsuarioInput.parse(raw);
  const idSucursal = input.id_sucursal ?? ctx.idSucursal;
  const passwordHash = await hashPassword(input.password);
  return withTransaction(ctx, async (tx) => {
    await requireSucursales(tx, ctx, [idSucursal, ...(input.sucursales ?? [])]);
    const { id: idRol } = await requireRolOtorgable(tx, ctx, input.id_role ?? ROL_POR_DEFECTO);
    const dto = await insert(tx, ctx, input, { passwordHash, idRol, idSucursal });
    await emitAudit(tx, ctx, { accion: 'usuario.crear', entidad: 'usuario', idEntidad: dto.id, despues: dto });
    if (dto.debe_cambiar_clave) await darBienvenida(tx, ctx, dto);
    return dto;
  });
}

async function insert(
  tx: Tx,
  ctx: Context,
  input: Input,
  resuelto: { passwordHash: string; idRol: number; idSucursal: number },
): Promise<UsuarioDto> {
  const autor = { idUserCreate: ctx.actor.idUsuario, createdAt: ctx.ahora, updatedAt: ctx.ahora };
  const [nueva] = await tx.db
    .insert(persona)
    .values({
      nombres: input.nombres,
      pApellido: input.p_apellido,
      sApellido: input.s_apellido ?? null,
      fechaNacimiento: input.fecha_nacimiento,
      genero: input.genero,
      ...autor,
    })
    .returning({ id: persona.id });
  if (!nueva) throw new Error('insert into persona returned nothing');
  const name = input.name ?? `${input.nombres} ${input.p_apellido}`;
  const debeCambiarClave = ctx.actor.idUsuario !== USUARIO_SISTEMA;
  const [fila] = await tx.db
    .insert(usuario)
    .values({ name, email: input.email, idPersona: nueva.id, debeCambiarClave, ...resuelto, ...autor })
    .onConflictDoNothing()
    .returning({ id: usuario.id });
  if (!fila) throw new CorreoRepetidoError();
  await ponerSucursales(tx, fila.id, resuelto.idSucursal, input.sucursales ?? []);
  return leerEscrito(fila.id, tx.db);
}

async function darBienvenida(tx: Tx, ctx: Context, { id, name, email }: UsuarioDto): Promise<void> {
  const enlace = enlaceA('/ingresar');
  const datos = { nombre: name, enlace };
  await enviarCorreo(tx, ctx, { plantilla: 'bienvenida', para: email, idUsuario: id, datos });
}
