import { defineRoute } from '@/lib/action/define-route';
import { codigoDeConexion } from '@/lib/whatsapp/conectar';

export const GET = defineRoute({ run: codigoDeConexion });
