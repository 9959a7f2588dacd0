import { defineRoute } from '@/lib/action/define-route';
import { deshacerImportacion } from '@/lib/producto/importacion/deshacer';
import { leerPorDeshacer } from '@/lib/producto/queries';

export const GET = defineRoute({ run: leerPorDeshacer });
export const POST = defineRoute({ run: deshacerImportacion, status: 202 });
