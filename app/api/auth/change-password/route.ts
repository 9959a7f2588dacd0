import { defineRoute } from '@/lib/action/define-route';
import { cambiarClave } from '@/lib/usuario/cambiar-clave';

export const POST = defineRoute({ run: cambiarClave, limiteBytes: 4096, durante: ['cambiar_clave', 'segundo_factor'] });
