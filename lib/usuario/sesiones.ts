import { sqlClient } from '@/db';
import { requirePermiso } from '@/lib/auth/permisos';
import { requireSubordinado } from '@/lib/auth/subordinado';
import type { Context } from '@/lib/context';
import { LeerUsuarioInput, type SesionAccesoDto } from './schemas';

/** One's own sign-ins are one's own affair; those of others, of who may edit them. Throws PermisoError and as `requireSubordinado`. */
export async function requireSesionesDe(ctx: Context, id: number): Promise<void> {
  if (id === ctx.actor.idUsuario) return;
  requirePermiso(ctx, 'usuario:editar');
  await requireSubordinado(ctx, id);
}

type Fila = Omit<SesionAccesoDto, 'creada_en' | 'vista_en' | 'expira_en' | 'actual'> & {
  creada_en: string;
  vista_en: string | null;
  expira_en: string;
};

/** The sign-ins of a person that are good now, newest first. Throws PermisoError, NoEncontradoError, OtraSucursalError, MasDerechosError. */
export async function listarSesionesAcceso(ctx: Context, raw: unknown): Promise<SesionAccesoDto[]> {
  const { id } = LeerUsuarioInput.parse(raw);
  await requireSesionesDe(ctx, id);
  const filas = await (ctx.tx?.sql ?? sqlClient())<Fila[]>`
    select sid, canal, nivel, dispositivo, ip, creada_en, vista_en, expira_en, bloqueada_en is not null as bloqueada
    from sesion_acceso
    where id_usuario = ${id} and revocada_en is null and expira_en > ${ctx.ahora.toISOString()}::timestamptz
    order by creada_en desc, sid`;
  const iso = (texto: string) => new Date(texto).toISOString();
  return filas.map((f) => ({
    ...f,
    creada_en: iso(f.creada_en),
    vista_en: f.vista_en && iso(f.vista_en),
    expira_en: iso(f.expira_en),
    actual: f.sid === ctx.sid,
  }));
}
