import { defineRoute } from '@/lib/action/define-route';
import { crearCaja } from '@/lib/caja/crear';
import { listarCajas } from '@/lib/caja/queries';

export const GET = defineRoute({ run: listarCajas });
export const POST = defineRoute({ run: crearCaja, status: 201 });
