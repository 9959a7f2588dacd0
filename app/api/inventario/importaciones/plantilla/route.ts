import { defineRoute } from '@/lib/action/define-route';
import { plantillaDeImportacion } from '@/lib/producto/importacion/plantilla';

export const GET = defineRoute({ run: plantillaDeImportacion });
