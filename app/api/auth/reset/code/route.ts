import { defineRoute } from '@/lib/action/define-route';
import { pedirCodigo } from '@/lib/auth/recuperar/pedir';

export const POST = defineRoute({ run: pedirCodigo, publico: true, limiteBytes: 4096 });
