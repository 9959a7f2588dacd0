import { defineRoute } from '@/lib/action/define-route';
import { listarAlertasStock } from '@/lib/inventario/alertas';

export const GET = defineRoute({ run: listarAlertasStock });
