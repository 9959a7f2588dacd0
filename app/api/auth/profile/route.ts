import { defineRoute } from '@/lib/action/define-route';
import { leerPerfil } from '@/lib/usuario/queries';

export const GET = defineRoute({ run: leerPerfil, durante: ['cambiar_clave', 'segundo_factor'] });
