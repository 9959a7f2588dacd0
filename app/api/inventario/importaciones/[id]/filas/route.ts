import { defineRoute } from '@/lib/action/define-route';
import { listarFilasDeImportacion } from '@/lib/producto/queries';

export const GET = defineRoute({ run: listarFilasDeImportacion });
