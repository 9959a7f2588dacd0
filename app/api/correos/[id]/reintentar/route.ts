import { defineRoute } from '@/lib/action/define-route';
import { reintentarCorreo } from '@/lib/correo/reintentar';

export const POST = defineRoute({ run: reintentarCorreo, limiteBytes: 4096 });
