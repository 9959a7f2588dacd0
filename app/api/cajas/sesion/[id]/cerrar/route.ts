import { defineRoute } from '@/lib/action/define-route';
import { cerrarCaja } from '@/lib/caja/cerrar';

export const PATCH = defineRoute({ run: cerrarCaja });
