import { type Permiso, TODOS_LOS_PERMISOS } from '@/lib/auth/permisos';
import type { Actor, Context } from '@/lib/context';

/** The id that stands for no person: migrations, the worker, what happens before anyone signs in. */
export const USUARIO_SISTEMA = 0;

/**
 * A context with every right, for seeds, workers and scripts; never for a request. The actor is nobody (id 0) unless
 * `actor` says on whose behalf: rows that reference a person need a real one.
 */
export function systemContext(en: {
  ahora: Date;
  idSucursal: number;
  actor?: Partial<Actor>;
  clave?: string | null;
}): Context {
  const actor: Actor = {
    idUsuario: USUARIO_SISTEMA,
    nombre: 'Sistema',
    email: '',
    idRol: 0,
    rol: 'Sistema',
    idSucursal: en.idSucursal,
    sucursales: [en.idSucursal],
    permisos: new Set<Permiso>(TODOS_LOS_PERMISOS),
    soloPropias: new Set<Permiso>(),
    topes: {},
    nivel: 'clave',
    debeCambiarClave: false,
    ...en.actor,
  };
  return {
    actor,
    idSucursal: en.idSucursal,
    ahora: en.ahora,
    clave: en.clave ?? null,
    requestId: crypto.randomUUID(),
    ip: null,
    dispositivo: null,
  };
}
