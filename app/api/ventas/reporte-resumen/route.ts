import { defineRoute } from '@/lib/action/define-route';
import { resumenVentas } from '@/lib/venta/queries';

export const POST = defineRoute({ run: resumenVentas });
