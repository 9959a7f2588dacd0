import { defineRoute } from '@/lib/action/define-route';
import { leerCorreo } from '@/lib/correo/queries';

export const GET = defineRoute({ run: leerCorreo });
