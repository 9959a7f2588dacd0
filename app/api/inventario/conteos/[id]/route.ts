import { defineRoute } from '@/lib/action/define-route';
import { leerConteo } from '@/lib/inventario/queries';

export const GET = defineRoute({ run: leerConteo });
