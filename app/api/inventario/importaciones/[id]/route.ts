import { defineRoute } from '@/lib/action/define-route';
import { descartarImportacion } from '@/lib/producto/importacion/descartar';
import { leerImportacion } from '@/lib/producto/queries';

export const GET = defineRoute({ run: leerImportacion });
export const DELETE = defineRoute({ run: descartarImportacion });
