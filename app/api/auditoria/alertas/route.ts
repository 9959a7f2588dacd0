import { defineRoute } from '@/lib/action/define-route';
import { alertasDePersonasExportables } from '@/lib/alerta/exportar';

export const GET = defineRoute({ run: alertasDePersonasExportables });
