import { defineRoute } from '@/lib/action/define-route';
import { leerDocumento } from '@/lib/inventario/queries';

export const GET = defineRoute({ run: leerDocumento });
