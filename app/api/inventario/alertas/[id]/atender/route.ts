import { defineRoute } from '@/lib/action/define-route';
import { atenderAlertaStock } from '@/lib/inventario/alertas';

export const POST = defineRoute({ run: atenderAlertaStock });
