import { defineRoute } from '@/lib/action/define-route';
import { crearCaja } from '@/lib/caja/crear';
import { cajasExportables } from '@/lib/caja/exportar';

export const GET = defineRoute({ run: cajasExportables });
export const POST = defineRoute({ run: crearCaja, status: 201 });
