import { defineRoute } from '@/lib/action/define-route';
import { elegirColumnas } from '@/lib/producto/importacion/elegir-columnas';

export const POST = defineRoute({ run: elegirColumnas, status: 202 });
