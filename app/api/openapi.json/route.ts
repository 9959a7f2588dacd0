import { defineRoute } from '@/lib/action/define-route';
import { leerDocumento } from '@/lib/api/servir';

export const GET = defineRoute({ run: leerDocumento });
