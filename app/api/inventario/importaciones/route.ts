import { defineRoute } from '@/lib/action/define-route';
import { importacionesExportables } from '@/lib/producto/exportar';
import { prepararImportacion } from '@/lib/producto/importacion/preparar';

const DIECISEIS_MB = 16 * 1_048_576;

export const POST = defineRoute({
  run: prepararImportacion,
  status: 201,
  cuerpo: 'archivo',
  query: true,
  limiteBytes: DIECISEIS_MB,
});
export const GET = defineRoute({ run: importacionesExportables });
