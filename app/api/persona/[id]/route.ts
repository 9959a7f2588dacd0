import { defineRoute } from '@/lib/action/define-route';
import { eliminarPersona } from '@/lib/usuario/eliminar-persona';
import { leerPersona } from '@/lib/usuario/persona';

export const GET = defineRoute({ run: leerPersona });
export const DELETE = defineRoute({ run: eliminarPersona });
