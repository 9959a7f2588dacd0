import { defineRoute } from '@/lib/action/define-route';
import { cambiarConCodigo } from '@/lib/auth/recuperar/cambiar';

export const POST = defineRoute({ run: cambiarConCodigo, publico: true, limiteBytes: 4096 });
