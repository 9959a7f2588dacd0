import { defineRoute } from '@/lib/action/define-route';
import { confirmarImportacion } from '@/lib/producto/importacion/confirmar';

export const POST = defineRoute({ run: confirmarImportacion, status: 202 });
