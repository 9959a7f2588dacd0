import { defineRoute } from '@/lib/action/define-route';
import { abrirCaja } from '@/lib/caja/abrir';

export const POST = defineRoute({ run: abrirCaja, status: 201 });
