import { defineRoute } from '@/lib/action/define-route';
import { listarTransferencias } from '@/lib/inventario/queries';
import { solicitarTransferencia } from '@/lib/inventario/solicitar-transferencia';

export const GET = defineRoute({ run: listarTransferencias });
export const POST = defineRoute({ run: solicitarTransferencia, status: 201 });
