import { defineRoute } from '@/lib/action/define-route';
import { prepararImportacion } from '@/lib/producto/importacion/preparar';
import { listarImportaciones } from '@/lib/producto/queries';

const DIECISEIS_MB = 16 * 1_048_576;

export const POST = defineRoute({
  run: prepararImportacion,
  status: 201,
  cuerpo: 'archivo',
  query: true,
  limiteBytes: DIECISEIS_MB,
});
export const GET = defineRoute({ run: listarImportaciones });
