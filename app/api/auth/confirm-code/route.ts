import { defineRoute } from '@/lib/action/define-route';
import { confirmarCodigo } from '@/lib/auth/recuperar/confirmar';

export const POST = defineRoute({ run: confirmarCodigo, publico: true, limiteBytes: 4096 });
