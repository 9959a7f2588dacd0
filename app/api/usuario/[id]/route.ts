import { inDataEnvelope } from '@/lib/action/data-envelope';
import { defineRoute } from '@/lib/action/define-route';
import { editarUsuario } from '@/lib/usuario/editar';
import { eliminarUsuario } from '@/lib/usuario/eliminar';
import { leerUsuario } from '@/lib/usuario/queries';

export const GET = defineRoute({ run: inDataEnvelope(leerUsuario, 'Usuario') });
export const PATCH = defineRoute({ run: editarUsuario });
export const DELETE = defineRoute({ run: eliminarUsuario });
