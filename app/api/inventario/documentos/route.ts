import { defineRoute } from '@/lib/action/define-route';
import { listarDocumentos } from '@/lib/inventario/queries';

export const GET = defineRoute({ run: listarDocumentos });
