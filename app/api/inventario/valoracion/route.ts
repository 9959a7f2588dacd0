import { defineRoute } from '@/lib/action/define-route';
import { valoracionOCsv } from '@/lib/inventario/valoracion';

export const GET = defineRoute({ run: valoracionOCsv });
