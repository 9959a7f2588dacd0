import { defineRoute } from '@/lib/action/define-route';
import { transferenciasExportables } from '@/lib/inventario/exportar';
import { solicitarTransferencia } from '@/lib/inventario/solicitar-transferencia';

export const GET = defineRoute({ run: transferenciasExportables });
export const POST = defineRoute({ run: solicitarTransferencia, status: 201 });
