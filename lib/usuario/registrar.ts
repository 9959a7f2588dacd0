import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { sucursal } from '@/db/schema/sucursal';
import { persona, rol, usuario } from '@/db/schema/usuario';
import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { hashPassword } from '@/lib/auth/password';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { NoEncontradoError } from '@/lib/errors';
import { CorreoRepetidoError, RolMayorError } from './errors';
import { readUsuario } from './read';
import { RegistrarUsuarioInput, type UsuarioDto } from './schemas';

/** The role of whom nobody gave one: the counter. */
const ROL_POR_DEFECTO = 2;

type Input = z.output<typeof RegistrarUsuarioInput>;

/**
 * Creates a persona and its usuario in one act. Without `id_role` they work at the counter; without `id_sucursal`, in
 * the branch of the request; another branch needs `sucursal:todas`. The mail is unique, whatever its case.
 * Throws PermisoError, RolMayorError, NoEncontradoError (role, branch), CorreoRepetidoError.
 */
export async function registrarUsuario(ctx: Context, raw: unknown): Promise<UsuarioDto> {
  requirePermiso(ctx, 'usuario:crear');
  const input = RegistrarUsuarioInput.parse(raw);
  const idSucursal = input.id_sucursal ?? ctx.idSucursal;
  if (idSucursal !== ctx.actor.idSucursal) requirePermiso(ctx, 'sucursal:todas');
  const passwordHash = await hashPassword(input.password);
  return withTransaction(ctx, async (tx) => {
    await requireSucursal(tx, idSucursal);
    const idRol = await requireRolOtorgable(tx, ctx, input.id_role ?? ROL_POR_DEFECTO);
    const dto = await insert(tx, ctx, input, { passwordHash, idRol, idSucursal });
    await emitAudit(tx, ctx, { accion: 'usuario.crear', entidad: 'usuario', idEntidad: dto.id, despues: dto });
    return dto;
  });
}

async function requireSucursal(tx: Tx, id: number): Promise<void> {
  const filas = await tx.db.select({ id: sucursal.id }).from(sucursal).where(eq(sucursal.id, id));
  if (filas.length === 0) throw new NoEncontradoError('La sucursal no existe.');
}

async function requireRolOtorgable(tx: Tx, ctx: Context, id: number): Promise<number> {
  const [fila] = await tx.db
    .select()
    .from(rol)
    .where(and(eq(rol.id, id), eq(rol.estado, true)));
  if (!fila) throw new NoEncontradoError('El rol no existe.');
  const propios: ReadonlySet<string> = ctx.actor.permisos;
  if (!fila.permisos.every((p) => propios.has(p))) throw new RolMayorError(fila.nombre);
  return fila.id;
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
  const [fila] = await tx.db
    .insert(usuario)
    .values({ name, email: input.email, idPersona: nueva.id, ...resuelto, ...autor })
    .onConflictDoNothing()
    .returning({ id: usuario.id });
  if (!fila) throw new CorreoRepetidoError();
  const dto = await readUsuario(fila.id, tx.db);
  if (!dto) throw new Error('the new usuario cannot be read');
  return dto;
}
