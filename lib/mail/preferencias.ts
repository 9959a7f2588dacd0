import { ROLES_DE_FABRICA } from '@/lib/auth/permisos';

const PROPIETARIO = ROLES_DE_FABRICA.find(({ nombre }) => nombre === 'Propietario')?.id ?? 0;

/** SQL over `usuario u`: whether they get the mail of each close. What they chose, else whether they own the shop. */
export const RECIBE_CIERRE = `coalesce(u.recibe_cierre, u.id_rol = ${PROPIETARIO})`;
