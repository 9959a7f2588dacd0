import { defineRoute } from '@/lib/action/define-route';
import { leerTransferencia } from '@/lib/inventario/queries';

export const GET = defineRoute({ run: leerTransferencia });
